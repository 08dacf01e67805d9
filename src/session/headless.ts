/** Shells without a screen: what tests, the command line, scenarios and the page's own look-ups use. */
import { Channel } from '../kernel/channel.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { lazyProgram } from '../kernel/lazy.ts';
import type { Program } from '../kernel/types.ts';
import type { World } from '../world/world.ts';
import { HOME, LAPTOP } from './laptop.ts';
import { shellCode } from './programs.ts';

/** What a command printed and how it ended. */
export interface Output {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

export interface Listeners {
  onOut?(text: string): void;
  onErr?(text: string): void;
}

/** Runs one program on the laptop until it ends, moving virtual time as far as it needs. */
export class Runner {
  private readonly world: World;
  private readonly kernel: Kernel;

  constructor(world: World, kernel: Kernel) {
    this.world = world;
    this.kernel = kernel;
  }

  /**
   * Starts the program and collects what it prints. The promise resolves when it ends, which needs somebody to move time:
   * the page's frames, or `finish`.
   */
  start(argv: readonly string[], env: Readonly<Record<string, string>>, listeners: Listeners = {}, instant = false): Promise<Output> {
    return new Promise((resolve) => this.spawn(argv[0] as string, argv, env, listeners, instant, resolve));
  }

  private spawn(
    program: string | Program,
    argv: readonly string[],
    env: Readonly<Record<string, string>>,
    listeners: Listeners,
    instant: boolean,
    ended: (output: Output) => void,
  ): void {
    let out = '';
    let err = '';
    const stdout = this.kernel.hostPipe((text) => {
      if (text === null) return;
      out += text;
      listeners.onOut?.(text);
    });
    const stderr = this.kernel.hostPipe((text) => {
      if (text === null) return;
      err += text;
      listeners.onErr?.(text);
    });
    this.kernel.spawnOn(LAPTOP, {
      program,
      argv,
      env,
      cwd: HOME,
      instant,
      stdio: [{ kind: 'null' }, stdout.write, stderr.write],
      onExit: ({ code }) => ended({ out, err, code }),
    });
  }

  /** Runs a program to its end, moving virtual time. */
  async run(argv: readonly string[], env: Readonly<Record<string, string>>): Promise<Output> {
    let output: Output | undefined;
    this.spawn(argv[0] as string, argv, env, {}, false, (ended) => {
      output = ended;
    });
    while (!output) await this.move();
    return output;
  }

  /** A shell that is fed texts; see HeadlessShell. */
  openShell(env: Readonly<Record<string, string>>, listeners: Listeners): HeadlessShell {
    const lines = new Channel<string>();
    const codes = new Channel<number>();
    let printed = { out: '', err: '' };
    /** The shell's own, once it has ended. */
    let last = 0;
    this.spawn(
      lazyProgram(shellCode, ({ fedShell }) => fedShell(lines, codes)),
      ['bash'],
      env,
      {
        onOut: (text) => {
          printed.out += text;
          listeners.onOut?.(text);
        },
        onErr: (text) => {
          printed.err += text;
          listeners.onErr?.(text);
        },
      },
      false,
      ({ code }) => {
        last = code;
        codes.close();
      },
    );
    return {
      run: async (text) => {
        printed = { out: '', err: '' };
        lines.push(text);
        let code: number | undefined | null;
        for (code = codes.poll(); code === undefined; code = codes.poll()) await this.move();
        return { ...printed, code: code ?? last };
      },
    };
  }

  /** Goes to the next thing that happens; waits for what is being loaded. */
  private async move(): Promise<void> {
    await Promise.resolve();
    if (this.kernel.awaiting) {
      await this.kernel.settled();
      return;
    }
    const next = this.world.timers.nextAt();
    if (next === undefined) throw new Error('the program waits for something that will never happen');
    this.world.advance(Math.max(0, next - this.world.now));
  }
}

/** A shell that keeps its state between `run` calls: variables, directory, functions, background jobs. */
export interface HeadlessShell {
  /** Runs shell text (one or many lines) to its end. */
  run(text: string): Promise<Output>;
}
