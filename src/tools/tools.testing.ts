/** A machine with the tools and nothing else, for their tests; and the same command run by this computer's own tool. */
import { FileSystem, type WrittenFiles } from '../kernel/files.ts';
import { type Device, Kernel } from '../kernel/kernel.ts';
import { type Outcome, realOutcomes } from '../kernel/real.testing.ts';
import type { Machine, Program } from '../kernel/types.ts';
import { shellPrograms } from '../shell/programs.ts';
import { World } from '../world/world.ts';
import { busyboxTools, loadTools, tools } from './index.ts';

await loadTools();

export interface RunOptions {
  readonly input?: string;
  /** Virtual time it may take. */
  readonly ms?: number;
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly busybox?: boolean;
  readonly devices?: Readonly<Record<string, Device>>;
  readonly programs?: Readonly<Record<string, Program>>;
}

/** The words of a command line: blanks apart, quotes and `$'...'` as in bash; nothing else. */
export function splitCommand(line: string): string[] {
  const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', '0': '\0', '\\': '\\', "'": "'" };
  return [...line.matchAll(/(?:\$'(?:\\.|[^'\\])*'|'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\])+/g)].map(([word]) =>
    word.replace(
      /\$'((?:\\.|[^'\\])*)'|'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/gs,
      (_all, ansi?: string, single?: string, double?: string, one?: string) =>
        ansi !== undefined
          ? ansi.replace(/\\(.)/gs, (whole, c: string) => escapes[c] ?? whole)
          : (single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? one ?? ''),
    ),
  );
}

/** Runs a command line on our tools. Throws what a tool throws: that is always a bug. */
export function runTool(
  line: string | readonly string[],
  options: RunOptions = {},
): Outcome & { readonly files: FileSystem; readonly world: World } {
  const argv = typeof line === 'string' ? splitCommand(line) : line;
  const world = new World({ seed: 1, startTime: Date.UTC(2026, 10, 24, 9) });
  const kernel = new Kernel(world);
  const crashes: unknown[] = [];
  kernel.onCrash = (error) => crashes.push(error);
  for (const [name, device] of Object.entries(options.devices ?? {})) kernel.device(name, device);
  const files = new FileSystem(
    world.slot<WrittenFiles>('files', () => ({})),
    () => world.now,
  );
  files.mkdir('/work');
  files.mkdir('/tmp');
  for (const [path, text] of Object.entries(options.files ?? {})) files.write(`/work/${path}`, text);
  const echo: Program = function* (process) {
    yield { op: 'write', fd: 1, text: `${process.argv.slice(1).join(' ')}\n` };
    return 0;
  };
  const programs: Readonly<Record<string, Program>> = {
    ...shellPrograms('bash'),
    ...(options.busybox ? busyboxTools : tools),
    echo,
    ...options.programs,
  };
  const machine: Machine = {
    id: 'laptop',
    hostname: 'drydock',
    files,
    program: (name) => (Object.hasOwn(programs, name) ? programs[name] : undefined),
    programNames: () => Object.keys(programs),
  };
  kernel.register(machine);
  let [out, err] = ['', ''];
  let code: number | undefined;
  const stdout = kernel.hostPipe((text) => {
    out += text ?? '';
  });
  const stderr = kernel.hostPipe((text) => {
    err += text ?? '';
  });
  const stdin = kernel.hostPipe();
  kernel.spawnOn('laptop', {
    program: argv[0] as string,
    argv,
    env: { LC_ALL: 'C.UTF-8', USER: 'learner', PATH: '/usr/bin:/bin', ...options.env },
    cwd: '/work',
    stdio: [stdin.read, stdout.write, stderr.write],
    onExit: (status) => {
      code = status.code;
    },
  });
  // A pipe whose ends are all closed is gone, so it is filled when its reader is there.
  stdin.push(options.input ?? '');
  stdin.end();
  const end = world.now + (options.ms ?? 60_000);
  while (code === undefined && world.now < end) {
    const next = world.timers.nextAt();
    if (next === undefined || next > end) break;
    world.advance(Math.max(0, next - world.now));
  }
  if (crashes.length > 0) throw crashes[0];
  return { out, err, code, files, world };
}

/** What the real tools answer to the same. @param name of the file that keeps it */
export function runReal(name: string, cases: readonly (Pick<RunOptions, 'input' | 'files'> & { readonly line: string })[]): Outcome[] {
  const runs = cases.map(({ line, input, files }) => ({ argv: splitCommand(line), input, files }));
  return realOutcomes(name, runs, { LC_ALL: 'C.UTF-8', PATH: process.env['PATH'], USER: 'learner', TZ: 'UTC' });
}
