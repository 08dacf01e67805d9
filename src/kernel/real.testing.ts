/**
 * What real bash and real tools answer, to compare ours with. Starting thousands of programs takes longer than all else, so the answers are
 * kept as data (recordings/real). What is not there yet is asked of this computer's programs and added, except in CI. RECORD=1 asks anew.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface RealRun {
  readonly argv: readonly string[];
  readonly input?: string | undefined;
  /** What lies in its folder, which is else empty. */
  readonly files?: Readonly<Record<string, string>> | undefined;
}

export interface Outcome {
  readonly out: string;
  readonly err: string;
  /** Undefined: it did not end in the time. */
  readonly code: number | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const RECORDED = fileURLToPath(new URL('../../recordings/real', import.meta.url));
/** Milliseconds that a program may take. */
const LIMIT_MS = 10_000;

/**
 * What is known of each of the keys.
 * @param name of the file that keeps it
 * @param ask a real program, where nothing is known
 */
export function recorded<T>(name: string, keys: readonly string[], ask: (index: number) => T): T[] {
  const path = join(RECORDED, `${name}.json`);
  const before: Readonly<Record<string, T>> = existsSync(path) && !process.env['RECORD'] ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const missing = keys.filter((key) => !Object.hasOwn(before, key));
  if (missing.length > 0 && process.env['CI'])
    throw new Error(`${path} lacks ${missing.length} answers: run this test where CI is not set, and commit the file`);
  const known: Record<string, T> = {};
  for (const [index, key] of keys.entries()) known[key] ??= before[key] ?? ask(index);
  if (missing.length > 0 || Object.keys(known).length < Object.keys(before).length) {
    mkdirSync(RECORDED, { recursive: true });
    writeFileSync(path, `${JSON.stringify(known, null, 1)}\n`);
  }
  return keys.map((key) => known[key] as T);
}

/** The real outcome of each run. @param name of the file that keeps them */
export const realOutcomes = (name: string, runs: readonly RealRun[], env: Environment): Outcome[] =>
  recorded(name, runs.map(keyOf), (index) => inReal(runs[index] as RealRun, env));

/** The command, and which input and files it has. */
function keyOf({ argv, input = '', files = {} }: RealRun): string {
  const given = JSON.stringify([input, files]);
  const mark = given === '["",{}]' ? [] : [createHash('sha256').update(given).digest('hex').slice(0, 8)];
  return [...argv, ...mark].join('\0');
}

/** Runs a program of this computer in a folder of its own; that is its home, called what the environment says, where that names one. */
function inReal({ argv, input = '', files = {} }: RealRun, env: Environment): Outcome {
  const cwd = mkdtempSync(join(tmpdir(), 'real-'));
  try {
    for (const [path, text] of Object.entries(files)) writeFileSync(join(cwd, path), text);
    const home = env['HOME'];
    const { error, stdout, stderr, status } = spawnSync(argv[0] as string, argv.slice(1), {
      cwd,
      env: home === undefined ? env : { ...env, HOME: cwd },
      input,
      encoding: 'utf8',
      timeout: LIMIT_MS,
    });
    if (error && 'code' in error && error.code === 'ENOENT') throw new Error(`this computer has no ${argv[0]}`);
    const named = (text: string): string => (home === undefined ? text : text.replaceAll(cwd, home));
    return { out: named(stdout), err: named(stderr), code: status ?? undefined };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
