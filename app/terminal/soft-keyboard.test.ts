import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysBetween } from './soft-keyboard.ts';

/** The line that keys make of a line. */
function typed(line: string, keys: string): string {
  const characters = [...line];
  for (const key of keys) {
    if (key === '\x7f') characters.pop();
    else characters.push(key);
  }
  return characters.join('');
}

test('keys turn what the field held into what it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (start, before, after) => {
      fc.pre(!/[\x7f\n\r]/.test(start + before + after));
      expect(typed(start + before, keysBetween(before, after, start + before))).toBe(start + after);
    }),
  );
});

test.each([
  ['a letter more of a word that is being composed', 'kub', 'kube', '$ kub', 'e'],
  ['a word that is corrected', 'gte', 'get ', 'kubectl gte', '\x7f\x7fet '],
  ['Backspace, into a word before', 'kubectl get ', 'kubectl ge', 'kubectl get ', '\x7f\x7f'],
  ['Enter', 'ls', 'ls\n', 'ls', '\r'],
  ['a correction of what Tab has completed', 'kub', 'cub ', 'kubectl ', ' '],
  ['Backspace after what Tab has completed', 'kub', 'ku', 'kubectl ', '\x7f'],
  ['no line: a program reads', 'ab', 'xb', undefined, '\x7f\x7fxb'],
])('%s', (_what, before, after, line, keys) => {
  expect(keysBetween(before, after, line)).toBe(keys);
});
