/**
 * A session played again: the cluster goes back to the first moment that it remembers, and the lines that were typed since are typed at
 * the same moments, as is what the programs got that they ran: keys, and texts from an editor. Same state, same inputs: the same history,
 * byte for byte.
 */
import type { Mark, Typed } from '../world/history.ts';
import type { Cluster, Terminal } from './cluster.ts';

/** A line, or what a program of it got. */
type Input = { readonly source: string } & (Pick<Mark, 'time' | 'text'> | Typed);

export class Replay {
  private readonly cluster: Cluster;
  private readonly inputs: readonly Input[];
  private readonly terminals = new Map<string, Terminal>();
  private next = 0;
  /** Virtual time at which the session stood when it was begun to be played again. */
  readonly end: number;

  /**
   * Goes back at once. What runs in terminals is ended, but for jobs in the background.
   * @param open makes a terminal for the lines of one that there was; each is asked for once, at the beginning
   */
  constructor(cluster: Cluster, open: (source: string) => Terminal = () => cluster.openTerminal()) {
    const { history, world } = cluster;
    this.cluster = cluster;
    this.end = world.now;
    // Nothing was changed: nothing to be seen again.
    this.inputs = world.store.revision > history.first ? inputsOf(history.marks(), this.end) : [];
    cluster.interrupt(); // what still runs in a terminal would go on in the past
    history.goTo(history.first);
    for (const { source } of this.inputs) if (!this.terminals.has(source)) this.terminals.set(source, open(source));
  }

  /** What is typed next, and when; undefined: nothing is left. */
  get due(): Input | undefined {
    return this.inputs[this.next];
  }

  /** Types all that is due by now. Time must not be moved past one (`due.time`). */
  type(): void {
    const { now } = this.cluster.world;
    for (let input = this.due; input && input.time <= now; input = this.due) {
      this.next++;
      const terminal = this.terminals.get(input.source);
      if (!terminal) continue;
      if ('keys' in input) terminal.input(input.keys);
      else if ('saved' in input) terminal.edited(input.saved);
      else {
        if (!terminal.atPrompt) terminal.input('\x03');
        for (const part of input.text.split('\n')) terminal.input(`${part}\r`);
      }
    }
  }

  /** Plays it to its end, as fast as may be. */
  async finish(): Promise<void> {
    for (let input = this.due; input; input = this.due) {
      await this.advanceTo(input.time);
      this.type();
    }
    await this.advanceTo(this.end);
  }

  private async advanceTo(time: number): Promise<void> {
    const { kernel, world } = this.cluster;
    do {
      if (kernel.awaiting) await kernel.settled();
      world.advance(Math.max(0, time - world.now));
    } while (kernel.awaiting);
  }
}

/** In order of time; of one moment, a line comes before what its programs got. */
function inputsOf(marks: readonly Mark[], end: number): readonly Input[] {
  const inputs = marks.flatMap(({ text, time, source, typed = [] }): Input[] => [
    { source, time, text },
    ...typed.map((one): Input => ({ source, ...one })),
  ]);
  return inputs.filter(({ time }) => time <= end).sort((a, b) => a.time - b.time);
}
