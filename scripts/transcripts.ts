// Transcripts of the real kubectl against `serve`: what it prints is what ours must print (transcripts.test.ts). They hold the many small
// things that the recordings of a real cluster do not: client-side commands, wrong flags, odd output formats, kustomizations.
// `npx tsx scripts/transcripts.ts [FILE ...]` runs their commands with the real kubectl and writes down what it prints now.
//
//   ~ COMMAND    sets the stage; its output is not compared
//   $ COMMAND    a command; further lines of it begin with "> "
//   | LINE       what it prints, with ! for stderr
//   ? CODE       how it ends, unless well
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { normalise } from './compare.ts';

export interface Step {
  readonly run: string;
  readonly prepare: boolean;
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

export const FOLDER = fileURLToPath(new URL('../recordings/kubectl/', import.meta.url));

/** The names of all transcripts, without `.txt`. */
export function transcriptNames(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.slice(0, -'.txt'.length));
}

export function readTranscript(name: string): Step[] {
  const steps: { run: string; prepare: boolean; out: string; err: string; code: number }[] = [];
  for (const line of readFileSync(join(FOLDER, `${name}.txt`), 'utf8').split('\n')) {
    const text = line.slice(2);
    const step = steps[steps.length - 1];
    if (line.startsWith('$ ') || line.startsWith('~ ')) steps.push({ run: text, prepare: line[0] === '~', out: '', err: '', code: 0 });
    else if (!step) continue;
    else if (line[0] === '>') step.run += `\n${text}`;
    else if (line[0] === '|') step.out += `${text}\n`;
    else if (line[0] === '!') step.err += `${text}\n`;
    else if (line[0] === '?') step.code = Number(text);
  }
  return steps;
}

function formatTranscript(steps: readonly Step[]): string {
  const prefixed = (mark: string, text: string): string =>
    text === ''
      ? ''
      : text
          .replace(/\n$/, '')
          .split('\n')
          .map((line) => `${mark} ${line}`.trimEnd())
          .join('\n')
          .concat('\n');
  return steps
    .map(({ run, prepare, out, err, code }) => {
      const command = `${prepare ? '~' : '$'} ${run.replaceAll('\n', '\n> ')}\n`;
      return prepare ? command : `${command}${prefixed('|', out)}${prefixed('!', err)}${code === 0 ? '' : `? ${code}\n`}`;
    })
    .join('\n');
}

/** What of a step is compared: without what changes from run to run, and with line ends as written down. */
export function comparable({ out, err, code }: Pick<Step, 'out' | 'err' | 'code'>): string {
  const tidy = (text: string): string =>
    normalise(text.replace(/^([IWEF])\d{4} \d\d:\d\d:\d\d\.\d+ +\d+ /gm, '$1LOG ')).replace(/\n*$/, '');
  return `${tidy(out)}\n--- stderr\n${tidy(err)}\n--- exit ${code}`;
}

async function record(name: string, kubectl: string): Promise<void> {
  const { RealShell } = await import('./real-kubectl.ts');
  const shell = await RealShell.open(kubectl, {});
  const steps: Step[] = [];
  try {
    for (const step of readTranscript(name)) {
      const printed = await shell.run(step.run);
      steps.push(step.prepare ? step : { ...step, ...printed });
    }
  } finally {
    await shell.close();
  }
  writeFileSync(join(FOLDER, `${name}.txt`), formatTranscript(steps));
  console.log(`${name}: ${steps.length} steps`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { realKubectl } = await import('./real-kubectl.ts');
  const kubectl = realKubectl();
  const names = process.argv.length > 2 ? process.argv.slice(2) : transcriptNames();
  if (kubectl !== undefined) for (const name of names) await record(name, kubectl);
}
