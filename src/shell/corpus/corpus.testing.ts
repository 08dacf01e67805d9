/** Reading the corpus and running a snippet in real bash. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Snippet {
  readonly name: string;
  readonly script: string;
}

export const HAVE_BASH = existsSync('/bin/bash');

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

export interface Outcome {
  readonly out: string;
  readonly err: string;
  readonly code: number | undefined;
}

/** Runs a snippet in /bin/bash in an empty directory, which is its home, and called /home/learner in what it says. */
export function inRealBash(script: string): Outcome {
  const cwd = mkdtempSync(join(tmpdir(), 'drydock-corpus-'));
  const env = { HOME: cwd, USER: 'learner', PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', TERM: 'dumb' };
  const run = spawnSync('/bin/bash', ['-c', script], { argv0: 'bash', cwd, env, encoding: 'utf8', input: '', timeout: 10_000 });
  rmSync(cwd, { recursive: true, force: true });
  const named = (text: string): string => text.replaceAll(cwd, '/home/learner');
  return { out: named(run.stdout), err: named(run.stderr), code: run.status ?? undefined };
}

/** Messages without what differs between two runs or two builds: numbers of processes, the path of the shell, measured times. */
export function comparable(text: string): string {
  return text
    .replace(/^(?:\/\S*\/)?bash: /gm, 'bash: ')
    .replace(/\b\d{2,7}\b(?= (?:Terminated|Killed|Hangup|Aborted))/g, 'PID')
    .replace(/\(\d+\) - No such process/g, '(PID) - No such process')
    .replace(/^(real|user|sys)([ \t]+).*\ds?$/gm, '$1$2TIME');
}
