import { describe, expect, it } from 'vitest';
import { testMachine } from '../shell.testing.ts';
import { comparable, HAVE_BASH, inRealBash, snippets } from './corpus.testing.ts';

/** Ours, on a fresh machine. */
function inOurs(script: string) {
  const machine = testMachine();
  const result = machine.run(['bash', '-c', script], { input: '' });
  expect(machine.crashes).toEqual([]);
  return result;
}

// Without a real bash there is nothing to compare with.
describe.skipIf(!HAVE_BASH)('agreement with real bash', () => {
  it('has at least 300 snippets', () => {
    expect(snippets().length).toBeGreaterThanOrEqual(300);
  });

  it.each(snippets())('$name', ({ script }) => {
    const real = inRealBash(script);
    const ours = inOurs(script);
    expect({ out: ours.out, err: comparable(ours.err), code: ours.code }).toEqual({
      out: real.out,
      err: comparable(real.err),
      code: real.code,
    });
  });
});
