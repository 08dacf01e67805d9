/** Reading the corpus and running it in real bash. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Outcome, realOutcomes } from '../../kernel/real.testing.ts';

export interface Snippet {
  readonly name: string;
  readonly script: string;
}

/** The snippets of all files of the corpus; `file:number` is a snippet's name. */
export function snippets(): Snippet[] {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n----\n')
        .map((script, i) => ({ name: `${file.replace('.txt', '')}:${i + 1}`, script: script.replace(/\n$/, '') })),
    );
}

const ENV = { HOME: '/home/learner', USER: 'learner', PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', TERM: 'dumb' };

/** What bash does with each snippet, in an empty directory, which is its home. */
export function inRealBash(list: readonly Snippet[]): Outcome[] {
  const runs = list.map(({ script }) => ({ argv: ['bash', '-c', script] }));
  return realOutcomes('corpus', runs, ENV);
}

/** Messages without what differs between two runs or two builds: numbers of processes, the path of the shell, measured times. */
export function comparable(text: string): string {
  return text
    .replace(/^(?:\/\S*\/)?bash: /gm, 'bash: ')
    .replace(/\b\d{2,7}\b(?= (?:Terminated|Killed|Hangup|Aborted))/g, 'PID')
    .replace(/\(\d+\) - No such process/g, '(PID) - No such process')
    .replace(/^(real|user|sys)([ \t]+).*\ds?$/gm, '$1$2TIME');
}
