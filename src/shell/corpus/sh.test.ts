/** busybox's ash and Debian's dash: what they lack of bash, and their own words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Outcome, realOutcomes } from '../../kernel/real.testing.ts';
import { busyboxTools } from '../../tools/index.ts';
import { shellPrograms } from '../programs.ts';
import { TEST_ENV, testMachine } from '../shell.testing.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
/** What it is called on this computer; there it runs as `sh`, too. */
const REAL = { ash: 'busybox', dash: 'dash' } as const;
const PROGRAMS = { ash: { ...busyboxTools, ...shellPrograms('ash') }, dash: shellPrograms('dash') };

describe.each(['ash', 'dash'] as const)('agreement with %s', (dialect) => {
  const scripts = readFileSync(join(FOLDER, 'sh', `${dialect}.txt`), 'utf8')
    .replace(/\n$/, '')
    .split('\n----\n');
  const real = realOutcomes(
    dialect,
    scripts.map((script) => ({ argv: ['bash', '-c', `exec -a sh ${REAL[dialect]} -c "$1"`, '-', script] })),
    { ...TEST_ENV, PATH: '/usr/local/bin:/usr/bin:/bin' },
  );
  it.each(scripts.map((script, index) => ({ script, outcome: real[index] as Outcome })))('$script', ({ script, outcome }) => {
    const machine = testMachine(PROGRAMS[dialect]);
    const ours = machine.run(['sh', '-c', script], { input: '' });
    expect(machine.crashes).toEqual([]);
    const named = (text: string): string => text.replace(/\b\d{5,}\b/g, 'PID');
    expect({ ...ours, err: named(ours.err) }).toEqual({ ...outcome, err: named(outcome.err) });
  });
});
