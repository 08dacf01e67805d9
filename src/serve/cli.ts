/** `npm run -s drydock -- ...`: the cluster on the command line. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { LANGUAGES } from '../lessons/index.ts';
import { createCluster, scenarios } from '../session/index.ts';
import { checkLessons, testLesson } from './lessons.ts';
import { type Recording, replay } from './replay.ts';

const USAGE = `usage: drydock COMMAND

  replay IN.json                       run a recording's steps on a fresh cluster and print it with what they gave
  sh [--scenario NAME] [--nodes N] [-c LINE | FILE]
                                       run a shell script (from standard input without -c or FILE) on a fresh cluster
  lesson check DIR...                  prove lessons: the folders themselves, or all below them
  lesson test DIR [--lang en|zh]       play a lesson as its prose says and print it

scenarios: ${scenarios.map(({ id }) => id).join(', ')}
`;

class UsageError extends Error {}

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  switch (command) {
    case 'replay':
      return runReplay(rest);
    case 'sh':
      return runShell(rest);
    case 'lesson':
      return runLesson(rest);
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
  throw new UsageError('lesson takes check DIR... or test DIR');
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

async function runShell(args: readonly string[]): Promise<number> {
  let scenario = 'empty';
  let nodes = 1;
  let script: string | undefined;
  const rest = [...args];
  while (rest.length > 0) {
    const word = rest.shift() as string;
    const value = (): string => {
      const next = rest.shift();
      if (next === undefined) throw new UsageError(`${word} needs a value`);
      return next;
    };
    if (word === '--scenario') scenario = value();
    else if (word === '--nodes') nodes = Number(value());
    else if (word === '-c') script = value();
    else if (script === undefined && !word.startsWith('-')) script = readFileSync(word, 'utf8');
    else throw new UsageError(`unknown argument "${word}"`);
  }
  if (!scenarios.some(({ id }) => id === scenario)) throw new UsageError(`unknown scenario "${scenario}"`);
  if (!Number.isInteger(nodes) || nodes < 1) throw new UsageError('--nodes takes a number from 1');
  const cluster = await createCluster({ scenario, nodes });
  const shell = cluster.openShell({
    onOut: (text) => process.stdout.write(text),
    onErr: (text) => process.stderr.write(text),
  });
  const { code } = await shell.run(script ?? readFileSync(0, 'utf8'));
  return code;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`drydock: ${error instanceof Error ? error.message : String(error)}\n${error instanceof UsageError ? USAGE : ''}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
