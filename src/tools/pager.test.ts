import { describe, expect, it } from 'vitest';
import { ScreenModel } from '../shell/readline/screenmodel.testing.ts';
import { testMachine } from '../shell/shell.testing.ts';

/** The screen of a program on a terminal of 20 columns and 4 rows, after each of the keys. */
function screens(command: string, ...keys: string[]): string[] {
  const machine = testMachine();
  const screen = new ScreenModel(20, 4);
  const tty = machine.terminal(['bash', '-c', command], 20, 4);
  tty.onOutput((text) => screen.write(text));
  machine.world.advance(500);
  return ['', ...keys].map((key) => {
    if (key !== '') tty.input(key);
    machine.world.advance(500);
    return screen.text;
  });
}

describe('less', () => {
  it('shows what a pipe gave so far, and reads on as far as it is looked at', () => {
    const slow = '(echo 1; echo 2; sleep 2; echo 3; sleep 9) | less';
    expect(screens(slow, '', '', 'q').slice(0, 1)).toEqual(['1\n2\n~\n:']);
    expect(screens('yes | less', 'j', ' ')).toEqual(Array.from({ length: 3 }, () => 'y\ny\ny\n:'));
    expect(screens('seq 100 | less', ' ', 'G', 'g', '/50\r').map((text) => text.split('\n')[0])).toEqual(['1', '4', '98', '1', '50']);
  });

  it('follows what is written to a file', () => {
    const shown = screens('seq 3 > f; (sleep 2.1; echo 4 >> f) & less f', 'F', '', '', '\x03').map((text) => text.split('\n').slice(0, 4));
    expect(shown.map(([first, , , last]) => [first, last])).toEqual([
      ['1', '(END)'],
      ['1', 'Waiting for data...'],
      ['1', 'Waiting for data...'],
      ['2', 'Waiting for data...'],
      ['2', '(END)'],
    ]);
  });

  it('goes to the right of chopped lines', () => {
    const [start, right, left] = screens('echo abcdefghijklmnopqrstuvwxyz > f; less -S f', '\x1b[C', '\x1b[D').map(
      (text) => text.split('\n')[0],
    );
    expect([start, right, left]).toEqual(['abcdefghijklmnopqrst', 'klmnopqrstuvwxyz', 'abcdefghijklmnopqrst']);
  });
});
