/** A machine with the shell and its tools, for tests. */
import { FileSystem, type WrittenFiles } from '../kernel/files.ts';
import { Kernel } from '../kernel/kernel.ts';
import type { Tty } from '../kernel/tty.ts';
import type { Machine, Program } from '../kernel/types.ts';
import { loadTools, tools } from '../tools/index.ts';
import { World } from '../world/world.ts';
import { loadLateCode } from './late.ts';
import { shellPrograms } from './programs.ts';

await Promise.all([loadTools(), loadLateCode()]);

export interface Result {
  readonly out: string;
  readonly err: string;
  /** Undefined: still running when the time was over. */
  readonly code: number | undefined;
}

export interface TestMachine {
  readonly world: World;
  readonly kernel: Kernel;
  readonly files: FileSystem;
  /** Errors that are bugs: exceptions out of programs. */
  readonly crashes: unknown[];
  /** Runs a program until it ends, at most `ms` of virtual time. */
  run(argv: readonly string[], options?: { input?: string; ms?: number; env?: Record<string, string> }): Result;
  /** Starts a program on a new terminal. */
  terminal(argv: readonly string[], columns?: number, rows?: number, env?: Record<string, string>): Tty;
}

export const TEST_ENV = { HOME: '/home/learner', USER: 'learner', PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', TERM: 'xterm-256color' };

export function testMachine(extra: Readonly<Record<string, Program>> = {}): TestMachine {
  const world = new World({ seed: 1, startTime: Date.UTC(2026, 0, 1) });
  const kernel = new Kernel(world);
  const crashes: unknown[] = [];
  kernel.onCrash = (error) => crashes.push(error);
  const files = new FileSystem(
    world.slot<WrittenFiles>('test-files', () => ({})),
    () => world.now,
  );
  for (const folder of ['/bin', '/etc', '/home', '/home/learner', '/tmp', '/usr/bin']) files.mkdir(folder, { parents: true });
  const programs: Record<string, Program> = { ...tools, ...shellPrograms('bash'), ...extra };
  const machine: Machine = {
    id: 'laptop',
    hostname: 'drydock',
    files,
    program: (name) => (Object.hasOwn(programs, name) ? programs[name] : undefined),
    programNames: () => Object.keys(programs),
  };
  kernel.register(machine);
  return {
    world,
    kernel,
    files,
    crashes,
    run(argv, { input, ms = 60_000, env = {} } = {}) {
      let [out, err] = ['', ''];
      let code: number | undefined;
      const stdout = kernel.hostPipe((text) => {
        out += text ?? '';
      });
      const stderr = kernel.hostPipe((text) => {
        err += text ?? '';
      });
      const stdin = kernel.hostPipe();
      if (input !== undefined) stdin.push(input);
      stdin.end();
      kernel.spawnOn('laptop', {
        program: argv[0] as string,
        argv,
        env: { ...TEST_ENV, ...env },
        cwd: '/home/learner',
        stdio: [input === undefined ? { kind: 'null' } : stdin.read, stdout.write, stderr.write],
        onExit: (status) => {
          code = status.code;
        },
      });
      const end = world.now + ms;
      while (code === undefined && world.now < end) {
        const next = world.timers.nextAt();
        if (next === undefined || next > end) break;
        world.advance(Math.max(0, next - world.now));
      }
      return { out, err, code };
    },
    terminal(argv, columns = 80, rows = 24, env = {}) {
      const tty = kernel.openTty(columns, rows);
      const target = { kind: 'tty', tty: tty.id } as const;
      kernel.spawnOn('laptop', {
        program: argv[0] as string,
        argv,
        env: { ...TEST_ENV, ...env },
        cwd: '/home/learner',
        stdio: [target, target, target],
        tty,
      });
      world.advance(1);
      return tty;
    },
  };
}
