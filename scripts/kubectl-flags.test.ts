// Every command and flag that the real kubectl's help lists, ours has too. What it says is recorded (src/kernel/real.testing.ts).
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { recorded } from '../src/kernel/real.testing.ts';
import { createCluster } from '../src/session/index.ts';

const KUBECTL = fileURLToPath(new URL('../.cache/kubectl/usr/bin/kubectl', import.meta.url));

interface Help {
  readonly commands: readonly string[];
  /** `-n, --namespace=''` */
  readonly flags: readonly string[];
  readonly usage: string;
}

function parseHelp(text: string): Help {
  const commands: string[] = [];
  const flags: string[] = [];
  let section = '';
  for (const line of text.split('\n')) {
    section = /^(\S.*):$/.exec(line)?.[1] ?? section;
    const command = /Commands/.test(section) ? /^ {2}([a-z][\w-]*) {2,}/.exec(line)?.[1] : undefined;
    if (command !== undefined) commands.push(command);
    const flag = /^ {4}((?:-\w, )?--[\w-]+=.*):$/.exec(line)?.[1];
    if (flag !== undefined) flags.push(flag);
  }
  return { commands: commands.sort(), flags: flags.sort(), usage: /^Usage:\n {2}(.*)$/m.exec(text)?.[1] ?? '' };
}

function real(words: readonly string[]): Help {
  const { error, stdout } = spawnSync(KUBECTL, words, { encoding: 'utf8', env: { HOME: '/home/learner', PATH: '/usr/bin:/bin' } });
  if (error) throw new Error(`${error.message}: scripts/get-kubectl.sh puts the real kubectl there`);
  return parseHelp(stdout);
}

it('every command of the real kubectl and every flag, with its shorthand and default, is ours', async () => {
  const shell = (await createCluster()).openShell();
  const ours: (readonly [words: readonly string[], help: Help])[] = [];
  const ask = async (words: readonly string[]): Promise<Help> => {
    const help = parseHelp((await shell.run(`kubectl ${words.join(' ')}`)).out);
    ours.push([words, help]);
    return help;
  };
  const walk = async (path: readonly string[]): Promise<void> => {
    for (const command of (await ask([...path, '--help'])).commands) await walk([...path, command]);
  };
  await walk([]);
  await ask(['options']);
  const theirs = recorded(
    'kubectl-help',
    ours.map(([words]) => words.join(' ')),
    (index) => real(ours[index]?.[0] ?? []),
  );
  expect(ours).toEqual(ours.map(([words], index) => [words, theirs[index]]));
});
