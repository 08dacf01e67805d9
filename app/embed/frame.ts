/** The playground inside a frame of another page: looks, commands to run first, and the message API. */

import { parameters, usePage } from '../base/state.ts';
import { restart, useEngine } from '../engine/engine.ts';
import { lessons } from '../lessons/lesson-events.ts';
import { type FrameMessage, type Hello, type HostMessage, PROTOCOL, readHostMessage } from './messages.ts';
import './embed.css';

let port: MessagePort | undefined;
/** Said before somebody listened. */
let unsaid: FrameMessage[] = [];

function say(message: FrameMessage): void {
  if (port) port.postMessage({ drydock: PROTOCOL, ...message });
  else if (unsaid.length < 100) unsaid.push(message);
}

/** Listens to the page around it. `?origin=` limits which one may talk. */
export function startFrame(): void {
  if (parameters.has('embed')) document.documentElement.dataset.embed = '';
  const allowed = parameters.get('origin');
  addEventListener('message', (event: MessageEvent<unknown>) => {
    const { data, source, origin, ports } = event;
    if (source !== parent || parent === self || port || (allowed !== null && origin !== allowed)) return;
    const { drydock, type } = (typeof data === 'object' && data !== null ? data : {}) as { drydock?: unknown; type?: unknown };
    const [given] = ports;
    if (drydock !== PROTOCOL || type !== 'connect' || !given) return;
    port = given;
    port.onmessage = ({ data: message }: MessageEvent<unknown>) => {
      const known = readHostMessage(message);
      if (known)
        obey(known).catch((error: unknown) => say({ type: 'error', message: error instanceof Error ? error.message : String(error) }));
      else say({ type: 'error', message: 'not a message that Drydock knows' });
    };
    for (const message of unsaid) say(message);
    unsaid = [];
  });
  // Nobody can know when the frame listens: it says so, and the page around it answers with `connect`.
  if (parent !== self) parent.postMessage({ drydock: PROTOCOL, type: 'hello' } satisfies Hello, '*');
  lessons.onStep((event) => {
    say({ type: 'step', ...event });
    if (event.index === event.steps - 1) say({ type: 'done', lesson: event.lesson });
  });
  const wide = matchMedia('(max-width: 700px)');
  const resized = (): void => say({ type: 'resize', height: wide.matches ? 620 : 520 });
  wide.addEventListener('change', resized);
  resized();
  void ready();
}

/** Tells when there is a prompt, and runs what the address asks for. */
async function ready(): Promise<void> {
  while (!useEngine.getState().terminals[0]?.terminal.atPrompt) await new Promise((resolve) => setTimeout(resolve, 20));
  say({ type: 'ready', lesson: parameters.get('lesson') });
  for (const text of parameters.getAll('run')) await run(text);
}

const run = async (text: string): Promise<void> => (await import('../lessons/type.ts')).runText(text);

async function obey(message: HostMessage): Promise<void> {
  switch (message.type) {
    case 'run':
      return run(message.text);
    case 'reset': {
      const { scenario } = useEngine.getState();
      if (scenario.startsWith('lesson:')) return (await import('../lessons/player.ts')).restartOpen(scenario);
      return restart(scenario);
    }
    case 'lesson':
      return (await import('../lessons/player.ts')).openLesson(message.lesson);
    case 'state': {
      const { captured } = await import('../share/session.ts');
      return say({ type: 'state', id: message.id, text: JSON.stringify(await captured()) });
    }
    case 'load': {
      const [{ resume }, { parseSave }] = await Promise.all([import('../share/session.ts'), import('../../src/session/save.ts')]);
      return resume(parseSave(message.text));
    }
    case 'theme':
      return usePage.setState({ theme: message.theme });
    case 'lang':
      return usePage.getState().setLanguage(message.lang);
  }
}
