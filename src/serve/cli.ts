/** `npm run -s drydock -- ...`: the cluster on the command line. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { LANGUAGES } from '../lessons/index.ts';
import { schemaText } from '../lessons/schema.ts';
import { createCluster, scenarios } from '../session/index.ts';
import { checkLessons, testLesson } from './lessons.ts';
import { type Recording, replay } from './replay.ts';
import { ClusterServer } from './server.ts';

const USAGE = `usage: drydock COMMAND

  replay IN.json                       run a recording's steps on a fresh cluster and print it with what they gave
  sh [--scenario NAME] [--nodes N] [-c LINE | FILE]
                                       run a shell script (from standard input without -c or FILE) on a fresh cluster
  lesson check DIR...                  prove lessons: the folders themselves, or all below them
  lesson test DIR [--lang en|zh]       play a lesson as its prose says and print it
  lesson schema                        print the JSON Schema of lesson.yaml, for editors
  serve [--port PORT] [--scenario NAME|FILE] [--nodes N]
                                       serve a fresh cluster to kubectl and other clients of this machine, in real time;
                                       FILE is a manifest (.yaml, .json) or a shell script (.sh) to start with

scenarios: ${scenarios.map(({ id }) => id).join(', ')}
`;

class UsageError extends Error {}

const MAX_NODES = 50;
/** What a fresh cluster takes to come up: it starts as long ago, so that it is now when the first client comes. */
const SETTLED_MS = 60_000;

// Whoever reads has read enough (`| head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  switch (command) {
    case 'replay':
      return runReplay(rest);
    case 'sh':
      return runShell(rest);
    case 'lesson':
      return runLesson(rest);
    case 'serve':
      return runServe(rest);
    case undefined:
    case '-h':
    case '--help':
    case 'help':
      process.stdout.write(USAGE);
      return command === undefined ? 2 : 0;
    default:
      throw new UsageError(`unknown command "${command}"`);
  }
}

async function runLesson([command, ...args]: readonly string[]): Promise<number> {
  const at = args.indexOf('--lang');
  const language = at < 0 ? 'en' : LANGUAGES.find((one) => one === args[at + 1]);
  if (!language) throw new UsageError(`--lang takes one of ${LANGUAGES.join(', ')}`);
  const folders = (at < 0 ? args : args.toSpliced(at, 2)).map((folder) => resolve(folder));
  for (const folder of folders) if (!existsSync(folder)) throw new UsageError(`there is no folder ${folder}`);
  if (command === 'check' && folders.length > 0) return checkLessons(folders, (line) => process.stdout.write(`${line}\n`));
  if (command === 'test' && folders.length === 1) return testLesson(folders[0] as string, language, (text) => process.stdout.write(text));
  if (command === 'schema' && folders.length === 0) {
    process.stdout.write(schemaText());
    return 0;
  }
  throw new UsageError('lesson takes check DIR..., test DIR or schema');
}

async function runReplay(args: readonly string[]): Promise<number> {
  const [file, extra] = args;
  if (file === undefined || extra !== undefined) throw new UsageError('replay takes one recording');
  process.stdout.write(`${JSON.stringify(await replay(parseRecording(file)), null, 1)}\n`);
  return 0;
}

function parseRecording(file: string): Recording {
  const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof data !== 'object' || data === null || !('steps' in data) || !Array.isArray(data.steps))
    throw new UsageError(`${file} is no recording: it has no list "steps"`);
  for (const step of data.steps)
    if (typeof step?.run !== 'string') throw new UsageError(`${file} is no recording: a step has no text "run"`);
  return data as unknown as Recording;
}

interface Options {
  readonly [name: string]: string;
}

/** Splits `--name value` and `--name=value` from what else there is. */
function parse(args: readonly string[], names: readonly string[]): { options: Options; others: readonly string[] } {
  const options: Record<string, string> = {};
  const others: string[] = [];
  const rest = [...args];
  while (rest.length > 0) {
    const word = rest.shift() as string;
    const [name = '', given] = word.split(/=(.*)/s);
    if (!names.includes(name)) {
      if (word.startsWith('-')) throw new UsageError(`unknown option "${word}"`);
      others.push(word);
      continue;
    }
    const value = given ?? rest.shift();
    if (value === undefined) throw new UsageError(`${name} needs a value`);
    options[name.replace(/^-+/, '')] = value;
  }
  return { options, others };
}

function integer(options: Options, name: string, otherwise: number, least: number, most: number): number {
  const text = options[name];
  const value = text === undefined ? otherwise : Number(text);
  if (!/^\d+$/.test(text ?? '0') || value < least || value > most)
    throw new UsageError(`--${name} takes a number from ${least} to ${most}`);
  return value;
}

const isScenario = (name: string): boolean => scenarios.some(({ id }) => id === name);

async function runShell(args: readonly string[]): Promise<number> {
  const { options, others } = parse(args, ['--scenario', '--nodes', '-c']);
  const { scenario = 'empty', c: line } = options;
  if (!isScenario(scenario)) throw new UsageError(`unknown scenario "${scenario}"`);
  const [file, extra] = others;
  if (extra !== undefined || (file !== undefined && line !== undefined)) throw new UsageError(`unknown argument "${extra ?? file}"`);
  const script = line ?? readFileSync(file ?? 0, 'utf8');
  const cluster = await createCluster({ scenario, nodes: integer(options, 'nodes', 1, 1, MAX_NODES) });
  const shell = cluster.openShell({
    onOut: (text) => process.stdout.write(text),
    onErr: (text) => process.stderr.write(text),
  });
  const { code } = await shell.run(script);
  return code;
}

/** Serves until Ctrl-C. */
async function runServe(args: readonly string[]): Promise<number> {
  const { options, others } = parse(args, ['--port', '--scenario', '--nodes']);
  if (others.length > 0) throw new UsageError(`unknown argument "${others[0]}"`);
  const wanted = integer(options, 'port', 8001, 0, 65535);
  const nodes = integer(options, 'nodes', 1, 1, MAX_NODES);
  const { scenario = 'empty' } = options;
  const setup = isScenario(scenario) ? undefined : setupFrom(scenario);
  const cluster = await createCluster({ scenario: setup ? 'empty' : scenario, nodes, startTime: Date.now() - SETTLED_MS });
  if (setup) {
    const { code, err } = await cluster.openShell().run(setup);
    if (code !== 0) throw new Error(`${scenario}: ${err.trim() || `exit ${code}`}`);
  }
  const server = new ClusterServer(cluster);
  let port: number;
  try {
    port = await server.listen(wanted);
  } catch (error) {
    await server.close();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new Error(`port ${wanted} is in use: choose another with --port`);
    if ((error as NodeJS.ErrnoException).code === 'EACCES')
      throw new Error(`port ${wanted} may not be used by you: choose another with --port`);
    throw error;
  }
  process.stdout.write(
    `Kubernetes v1.36 at http://127.0.0.1:${port}, until Ctrl-C. In another terminal:\n\n  kubectl --server=http://127.0.0.1:${port} get nodes\n`,
  );
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.close();
  process.stdout.write('\nstopped\n');
  return 0;
}

/** The shell text that brings a cluster to what a file says. */
function setupFrom(file: string): string {
  if (!existsSync(file))
    throw new UsageError(`unknown scenario "${file}": neither a file nor one of ${scenarios.map(({ id }) => id).join(', ')}`);
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.sh')) return text;
  if (/\.(ya?ml|json)$/.test(file)) return `kubectl apply -f - <<'END_OF_MANIFEST'\n${text.replace(/\n?$/, '\n')}END_OF_MANIFEST\n`;
  throw new UsageError(`${file} is neither a manifest (.yaml, .yml, .json) nor a shell script (.sh)`);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`drydock: ${error instanceof Error ? error.message : String(error)}\n${error instanceof UsageError ? USAGE : ''}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
