/** Types into a terminal without a screen, line by line, and waits for the prompt as a person would: how lessons are proved. */
import type { Begun, Cluster, Terminal } from '../session/index.ts';

const STEP_MS = 50;
/** A line that runs longer (virtual ms) is taken to run for ever. */
const PATIENCE_MS = 300_000;

export interface Typed {
  /** What the terminal showed, without colours and cursor movements. */
  readonly shown: string;
  /** Exit status of the last command; undefined when it did not end. */
  readonly code: number | undefined;
}

export class Typist {
  private readonly cluster: Cluster;
  private readonly terminal: Terminal;
  private readonly moved: () => void;
  private text = '';

  /**
   * @param moved called each time the cluster's time has moved on
   * @param begun what its terminal goes on from
   */
  constructor(cluster: Cluster, moved: () => void = () => {}, begun?: Begun) {
    this.cluster = cluster;
    this.moved = moved;
    this.terminal = cluster.openTerminal(200, 50, begun);
    this.terminal.onOutput((text) => {
      this.text += text;
    });
  }

  /** Whether a prompt waits for a line. */
  get ready(): boolean {
    return this.terminal.atPrompt;
  }

  /** What a terminal of a person's goes on from: folder, variables, history (`Begun.state`). */
  get state(): string {
    return this.terminal.state;
  }

  /** Nothing more is typed; programs that it left running end. */
  close(): void {
    this.terminal.close();
  }

  /** Types keys into whatever reads them. */
  keys(keys: string): void {
    this.terminal.input(keys);
  }

  interrupt(): Promise<void> {
    this.terminal.input('\x03');
    return this.wait(1000);
  }

  /** Types a text of one or more lines. `stays`: it is not waited for. */
  async type(text: string, stays = false): Promise<Typed> {
    await this.prompt();
    const before = this.text.length;
    const lines = text.split('\n');
    let ended = true;
    for (const [index, line] of lines.entries()) {
      this.terminal.input(`${line}\r`);
      if (stays && index === lines.length - 1) {
        await this.wait(3000);
        return { shown: plain(this.text.slice(before)), code: undefined };
      }
      ended = await this.prompt();
      if (!ended) break;
    }
    const shown = plain(this.text.slice(before));
    return { shown, code: ended ? await this.status() : undefined };
  }

  /** Waits for a prompt; false when none comes. */
  private async prompt(): Promise<boolean> {
    for (let waited = 0; !this.terminal.atPrompt; waited += STEP_MS) {
      if (waited > PATIENCE_MS) return false;
      await this.wait(STEP_MS);
    }
    return true;
  }

  private async status(): Promise<number> {
    const before = this.text.length;
    this.terminal.input(' echo "[status $?]"\r');
    await this.prompt();
    return Number(/\[status (\d+)\]\r?\n/.exec(plain(this.text.slice(before)))?.[1] ?? Number.NaN);
  }

  /** Lets virtual time pass. */
  async wait(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += STEP_MS) {
      await Promise.resolve();
      if (this.cluster.kernel.awaiting) await this.cluster.kernel.settled();
      this.cluster.world.advance(Math.min(STEP_MS, ms - passed));
      this.moved();
    }
  }
}

/** Without colours and cursor movements; of a line that was drawn several times (a prompt, as it is typed at) the last. */
function plain(text: string): string {
  return text
    .replace(/\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]/g, '')
    .replace(/[^\n]*\r(?![\r\n])/g, '')
    .replace(/\r+(?=\n)/g, '');
}
