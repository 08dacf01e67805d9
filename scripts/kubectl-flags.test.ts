// Every command and flag that the real kubectl's help lists, ours has too. Needs the real kubectl in .cache (scripts/get-kubectl.sh).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createCluster } from '../src/session/index.ts';

const KUBECTL = fileURLToPath(new URL('../.cache/kubectl/usr/bin/kubectl', import.meta.url));
const HOME = '/home/learner';
const there = existsSync(KUBECTL);
if (!there) console.log('SKIPPED: no real kubectl in .cache; scripts/get-kubectl.sh puts it there');

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

function real(...words: string[]): string {
  return spawnSync(KUBECTL, words, { encoding: 'utf8', env: { HOME, PATH: '/usr/bin:/bin' } }).stdout;
}

describe.skipIf(!there)('commands and flags of the real kubectl', () => {
  it('are all known to ours, with their shorthands and defaults', { timeout: 300_000 }, async () => {
    const shell = (await createCluster()).openShell();
    const different: unknown[] = [];
    const walk = async (path: readonly string[]): Promise<void> => {
      const wanted = parseHelp(real(...path, '--help'));
      const { out } = await shell.run(`kubectl ${path.join(' ')} --help`);
      const ours = parseHelp(out);
      const missing = {
        commands: wanted.commands.filter((one) => !ours.commands.includes(one)),
        flags: wanted.flags.filter((one) => !ours.flags.includes(one)),
        more: ours.flags.filter((one) => !wanted.flags.includes(one)),
        usage: ours.usage === wanted.usage ? [] : [ours.usage, wanted.usage],
      };
      if (Object.values(missing).some((list) => list.length > 0)) different.push({ path: path.join(' '), ...missing });
      for (const command of wanted.commands) await walk([...path, command]);
    };
    await walk([]);
    expect(different).toEqual([]);
  });

  it('include the options of every command', async () => {
    const shell = (await createCluster()).openShell();
    expect(parseHelp((await shell.run('kubectl options')).out).flags).toEqual(parseHelp(real('options')).flags);
  });
});
