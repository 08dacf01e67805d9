import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../kernel/real.testing.ts';
import { testMachine } from '../shell.testing.ts';
import { comparable, inRealBash, snippets } from './corpus.testing.ts';

/** Ours, on a fresh machine. */
function inOurs(script: string) {
  const machine = testMachine();
  const result = machine.run(['bash', '-c', script], { input: '' });
  expect(machine.crashes).toEqual([]);
  return result;
}

describe('agreement with real bash', () => {
  it('has at least 300 snippets', () => {
    expect(snippets().length).toBeGreaterThanOrEqual(300);
  });

  const list = snippets();
  const outcomes = inRealBash(list);
  it.each(list.map((snippet, index) => ({ ...snippet, real: outcomes[index] as Outcome })))('$name', ({ script, real }) => {
    const ours = inOurs(script);
    expect({ out: ours.out, err: comparable(ours.err), code: ours.code }).toEqual({
      out: real.out,
      err: comparable(real.err),
      code: real.code,
    });
  });
});
