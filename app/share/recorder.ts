/** Listens to the terminals and writes what they showed as an asciicast (version 2), which asciinema and many players show. */
import { useEngine } from '../engine/engine.ts';
import { screenOf } from '../terminal/screen.ts';

interface Event {
  readonly second: number;
  readonly terminal: number;
  readonly text: string;
}

/** The most that is kept, characters; then the oldest goes. */
const LIMIT = 4_000_000;

const events: Event[] = [];
let size = 0;
const tapped = new WeakSet<object>();

/** Records from now on. */
export function startRecorder(): void {
  const tapAll = (): void => {
    for (const { id, terminal } of useEngine.getState().terminals) {
      if (tapped.has(terminal)) continue;
      tapped.add(terminal);
      terminal.tap((text) => {
        events.push({ second: performance.now() / 1000, terminal: id, text });
        size += text.length;
        if (size <= LIMIT) return;
        const cut = events.length >> 2;
        for (const event of events.splice(0, cut)) size -= event.text.length;
      });
    }
  };
  useEngine.subscribe(tapAll);
  tapAll();
}

/** The terminal in front as an asciicast. Long pauses are cut to two seconds by players that honour idle_time_limit. */
export function asciicast(): string {
  const { activeTerminal, terminals } = useEngine.getState();
  const open = terminals.find(({ id }) => id === activeTerminal);
  const own = events.filter(({ terminal }) => terminal === activeTerminal);
  const start = own[0]?.second ?? 0;
  const screen = open ? screenOf(open.terminal).xterm : undefined;
  const header = {
    version: 2,
    width: screen?.cols ?? 80,
    height: screen?.rows ?? 24,
    timestamp: Math.floor(Date.now() / 1000),
    idle_time_limit: 2,
    title: 'Drydock',
    env: { TERM: 'xterm-256color', SHELL: '/bin/bash' },
  };
  return [header, ...own.map(({ second, text }) => [Number((second - start).toFixed(6)), 'o', text])]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}
