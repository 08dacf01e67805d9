/** Whatever is typed or pasted at a prompt, the prompt lives, and the screen shows what the line holds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testMachine } from '../shell.testing.ts';
import { ScreenModel } from './screenmodel.testing.ts';

const KEYS = [
  ...Array.from({ length: 26 }, (_, i) => String.fromCharCode(i + 1)).filter((key) => !['\r', '\n', '\x04', '\x1a'].includes(key)),
  ...['A', 'B', 'C', 'D', 'H', 'F', '3~', '1;5C', '1;5D', 'Z', '5~', '999;9X'].map((end) => `\x1b[${end}`),
  ...'bfdu.<>ly_tc\\#'.split('').map((letter) => `\x1b${letter}`),
  '\x7f',
  '\x1b',
  '\x1f',
  '\x1b\x7f',
  '\x1b[200~pasted\nlines $(\x1b[201~',
  '\x1b[200~',
  '\x1b[201~',
  '\x1bO',
  '\x1b[',
];
const WORDS = [
  'echo ',
  'ls ',
  'cat < ',
  '"',
  "'",
  '$(',
  '${',
  '\\',
  '你好',
  '👩‍👩‍👧',
  'e\u0301',
  'kubectl ',
  '!!',
  '!x',
  '|',
  ';',
  ' ',
  '\t',
  'abc',
];

describe('the line editor', () => {
  it('survives any keys', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...KEYS), fc.constantFrom(...WORDS), fc.string({ maxLength: 4 })), { maxLength: 40 }),
        fc.integer({ min: 2, max: 60 }),
        async (keys, columns) => {
          const machine = testMachine();
          /** Code that a key needs may have to be loaded first; the world stands still meanwhile. */
          const moveOn = async (ms: number): Promise<void> => {
            machine.world.advance(ms);
            for (; machine.kernel.awaiting; machine.world.advance(ms)) await machine.kernel.settled();
          };
          machine.files.write('/home/learner/.bash_history', 'echo one\necho "two\0lines"\n');
          const tty = machine.terminal(['bash', '-i'], columns, 10);
          const screen = new ScreenModel(columns, 10);
          tty.onOutput((text) => screen.write(text));
          for (const key of keys) {
            tty.input(key);
            await moveOn(1);
          }
          expect(machine.crashes).toEqual([]);
          // Out of a paste, a search, a question and a half-typed command, then a new line is read and run.
          for (const key of ['\x1b[201~', '\x07', 'n', '\x03', '\x03']) {
            tty.input(key);
            await moveOn(1);
          }
          tty.resize(80, 24);
          await moveOn(1);
          let out = '';
          tty.onOutput((text) => {
            out += text;
          });
          tty.input('echo ali""ve\r');
          await moveOn(50);
          expect(out).toContain('alive\r\n');
          expect(machine.crashes).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
