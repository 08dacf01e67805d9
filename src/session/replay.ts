/**
 * A session played again: the cluster goes back to the first moment that it remembers, and the lines that were typed since are typed at
 * the same moments. Same state, same inputs: the same history, byte for byte. Lines typed into programs (an editor, a shell in a
 * container) are not among them; a program that was ended by hand is ended when the next line is due.
 */
import type { Mark } from '../world/history.ts';
import type { Cluster, Terminal } from './cluster.ts';

export class Replay {
  private readonly cluster: Cluster;
  private readonly open: (source: string) => Terminal;
  private readonly lines: readonly Mark[];
  private readonly terminals = new Map<string, Terminal>();
  private next = 0;
  /** Virtual time at which the session stood when it was begun to be played again. */
  readonly end: number;

  /**
   * Goes back at once.
   * @param open makes a terminal for the lines of one that there was; each is asked for once, at the beginning
   */
  constructor(cluster: Cluster, open: (source: string) => Terminal = () => cluster.openTerminal()) {
    const { history, world } = cluster;
    this.cluster = cluster;
    this.open = open;
    this.lines = world.store.revision > history.first ? [...history.marks()] : []; // nothing was changed: nothing to be seen again
    this.end = world.now;
    history.goTo(history.first);
    for (const { source } of this.lines) if (!this.terminals.has(source)) this.terminals.set(source, this.open(source));
  }

  /** The line that is typed next, and when; undefined: none is left. */
  get due(): Mark | undefined {
    return this.lines[this.next];
  }

  /** Types all lines that are due by now. Time must not be moved past one (`due.time`). */
  type(): void {
    const { now } = this.cluster.world;
    for (let line = this.due; line && line.time <= now; line = this.due) {
      this.next++;
      const terminal = this.terminals.get(line.source);
      if (terminal && !terminal.atPrompt) terminal.input('\x03');
      for (const part of line.text.split('\n')) terminal?.input(`${part}\r`);
    }
  }

  /** Plays it to its end, as fast as may be. */
  async finish(): Promise<void> {
    for (let line = this.due; line; line = this.due) {
      await this.advanceTo(line.time);
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
