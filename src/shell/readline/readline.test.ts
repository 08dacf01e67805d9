import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tty } from '../../kernel/tty.ts';
import type { Program } from '../../kernel/types.ts';
import { tools } from '../../tools/index.ts';
import { registerCompleter } from '../completers.ts';
import { dash } from '../sh.ts';
import { type TestMachine, testMachine } from '../shell.testing.ts';
import { suggestionDevice } from '../suggestion.ts';
import { ScreenModel } from './screenmodel.testing.ts';

class Terminal {
  readonly machine: TestMachine;
  readonly tty: Tty;
  readonly screen: ScreenModel;

  constructor(machine = testMachine(), columns = 80, shell = 'bash') {
    this.machine = machine;
    machine.kernel.device('suggestion', suggestionDevice());
    this.screen = new ScreenModel(columns);
    this.tty = machine.terminal([shell], columns, 24, { PS1: '$ ' });
    this.tty.onOutput((text) => this.screen.write(text));
  }

  /** Feeds each key and lets time pass. */
  type(...inputs: string[]): this {
    for (const input of inputs) {
      this.tty.input(input);
      this.machine.world.advance(50);
    }
    return this;
  }

  /** Types a text one character at a time. */
  keys(text: string): this {
    return this.type(...text);
  }

  wait(ms: number): this {
    this.machine.world.advance(ms);
    return this;
  }

  /** The last rows. */
  last(count = 1): string {
    return this.screen.text.split('\n').slice(-count).join('\n');
  }
}

const [UP, DOWN, RIGHT, LEFT, HOME, END] = ['\x1b[A', '\x1b[B', '\x1b[C', '\x1b[D', '\x1b[H', '\x1b[F'];

describe('the prompt', () => {
  it('runs a line', () => {
    expect(new Terminal().keys('echo hello\r').screen.text).toBe('$ echo hello\nhello\n$');
  });

  it('leaves what ended without a new line as it is', () => {
    const t = new Terminal().keys('printf abc\r').keys("printf '\\033[1mx\\033[0m'\r").keys('printf x; clear\r');
    expect(t.screen.text).toBe('$');
    expect(new Terminal().keys('printf abc\r').screen.text).toBe('$ printf abc\nabc\n$');
    expect(new Terminal(testMachine(), 10).keys('printf 1234567890\r').screen.text).toBe('$ printf 1\n234567890\n1234567890\n$');
  });

  it('knows the escapes of PS1, with and without expansions', () => {
    expect(new Terminal().keys("PS1='\\$ '\r").last()).toBe('$');
    expect(new Terminal().keys("x=1 PS1='$x\\$ '\r").last()).toBe('1$');
  });

  it('goes on over lines until a command is whole', () => {
    const t = new Terminal().keys('for i in 1 2; do\recho $i\rdone\r');
    expect(t.screen.text).toBe('$ for i in 1 2; do\n> echo $i\n> done\n1\n2\n$');
    expect(t.type(UP).last()).toBe('$ for i in 1 2; do echo $i; done');
  });

  it('writes what was typed, and not the line again, which a screen reader would read out with each key', () => {
    const t = new Terminal().keys('echo one\r');
    const written: string[] = [];
    t.tty.onOutput((text) => {
      t.screen.write(text);
      written.push(text);
    });
    t.keys('ls中e');
    expect(written.join('').replaceAll('\x1b[J', '')).toBe('ls中e');
    written.length = 0;
    t.type('\x7f', '\x7f');
    expect(t.last()).toBe('$ ls');
    expect(written.join('')).not.toContain('ls');
    // Along the grey text nothing is new but its colour; it goes with Enter.
    t.type('\x15').keys('ec');
    written.length = 0;
    t.keys('ho');
    expect(written.join('')).toBe('ho');
    expect(t.last()).toBe('$ echo one');
    t.keys('\r');
    expect(t.last(3)).toBe('$ echo\n\n$');
    // Where something else was written meanwhile the line is drawn again, whole.
    t.keys('sleep 1 && echo late &\r').keys('ls -').wait(2000).keys('l');
    expect(t.last()).toBe('$ ls -l');
  });

  it('offers nothing from the history where it would be read out as if it were typed', () => {
    const t = new Terminal().keys('echo one\r');
    expect(t.keys('ec').last()).toBe('$ echo one');
    t.tty.spoken = true;
    expect(t.keys('h').last()).toBe('$ ech');
    expect(t.type(END).keys('\r').last(2)).toContain('ech: command not found');
  });

  it('reads here-documents', () => {
    expect(new Terminal().keys('cat <<E\rone\rE\r').last(2)).toBe('one\n$');
    expect(new Terminal().keys('cat <<E\r\\$a \\\\ \\"\rE\r').last(2)).toBe('$a \\ \\"\n$');
  });

  it('tells of syntax errors as bash does', () => {
    expect(new Terminal().keys('echo )\r').last(2)).toBe("bash: syntax error near unexpected token `)'\n$");
  });

  it('ends with Ctrl-D and keeps text on the line', () => {
    const t = new Terminal();
    t.keys('ab').type(LEFT, LEFT, '\x04').keys('\r');
    expect(t.screen.text).toContain('bash: b: command not found');
    t.type('\x04');
    expect(t.last()).toBe('exit');
    expect(t.machine.kernel.list('laptop')).toEqual([]);
    // bash says that it ends, dash and ash do not.
    expect(new Terminal().keys('exit 3\r').last(2)).toBe('$ exit 3\nexit');
    expect(new Terminal(testMachine({ dash }), 80, 'dash').keys('exit 3\r').last()).toBe('$ exit 3');
  });
});

describe('editing', () => {
  it.each([
    ['motions', ['abc', HOME, 'x', END, 'y', LEFT, LEFT, 'z'], 'xabzcy'],
    ['Ctrl-A, Ctrl-E, Ctrl-B, Ctrl-F', ['bc', '\x01', 'a', '\x05', 'd', '\x02', '\x02', '\x06', '-'], 'abc-d'],
    ['kill and yank', ['one two', '\x17', '\x01', '\x19', ' '], 'two one'],
    ['Ctrl-K and Ctrl-U', ['hello world', '\x1bb', '\x0b', '\x15', '\x19'], 'hello world'],
    ['Alt-D, Alt-Backspace', ['one two three', '\x1bb', '\x1b\x7f', '\x01', '\x1bd'], ' three'],
    ['word motions', ['one two', '\x1b[1;5D', 'x', '\x1b[1;5C', 'y'], 'one xtwoy'],
    ['transpose', ['ab', '\x14'], 'ba'],
    ['delete', ['abc', HOME, '\x1b[3~', '\x7f'], 'bc'],
    ['undo', ['abc', '\x15', '\x1f'], 'abc'],
    ['case', ['one two', '\x01', '\x1bu', '\x1bc'], 'ONE Two'],
    ['transpose words', ['one two', '\x1bt'], 'two one'],
    ['transpose words in the middle', ['one two three', '\x01', '\x1bt'], 'one two three'],
    ['Alt-\\', ['a   b', LEFT, '\x1b\\'], 'ab'],
    ['Ctrl-X Ctrl-U', ['abc', '\x15', '\x18', '\x15'], 'abc'],
    ['wide characters', ['日本語', '\x7f', LEFT, 'x'], '日x本'],
    ['emoji made of several', ['a👩‍👩‍👧b', LEFT, '\x7f'], 'ab'],
  ])('%s', (_name, keys, expected) => {
    expect(new Terminal().type(...keys).last()).toBe(`$ ${expected}`.trimEnd());
  });

  it('wraps long lines and redraws them at another width', () => {
    const t = new Terminal(testMachine(), 20);
    t.keys('echo 1234567890123456789012345');
    expect(t.screen.text).toBe('$ echo 1234567890123\n456789012345');
    t.type(HOME, 'X');
    expect(t.screen.text).toBe('$ Xecho 123456789012\n3456789012345');
    t.screen.columns = 30;
    t.tty.resize(30, 24);
    t.wait(10);
    expect(t.screen.text).toBe('$ Xecho 1234567890123456789012\n345');
    expect([t.screen.row, t.screen.column]).toEqual([0, 3]);
  });

  it('draws at the width that the terminal has, also when nobody told of it', () => {
    const t = new Terminal(testMachine(), 80);
    t.screen.columns = t.tty.columns = 20; // a signal that came while the shell was not reading
    t.keys('echo 1234567890123456789012345');
    expect(t.screen.text).toBe('$ echo 1234567890123\n456789012345');
  });

  it('puts the cursor on a new row when the line fills the last one', () => {
    const t = new Terminal(testMachine(), 10);
    t.keys('12345678');
    expect([t.screen.row, t.screen.column]).toEqual([1, 0]);
  });

  it('clears the screen', () => {
    expect(new Terminal().keys('echo a\r').type('abc', '\x0c').screen.text).toBe('$ abc');
  });

  it('shows what any keys leave behind, wherever they wrap', () => {
    const key = fc.oneof(
      fc.constantFrom(UP, DOWN, LEFT, RIGHT, HOME, END, '\x7f', '\x17', '\x0b', '\x15', '\x19', '\x1bb', '\x1bf', '\x14', '\x1f'),
      fc.string({ unit: fc.constantFrom('a', ' ', '语', 'é', '👍'), minLength: 1, maxLength: 9 }),
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 30 }), (keys) => {
        const t = new Terminal(testMachine(), 13);
        t.type(...keys);
        const shown = t.screen.solid.replace(/\n/g, '');
        t.type('\x0c');
        expect(t.screen.solid.replace(/\n/g, '')).toBe(shown);
      }),
      { numRuns: 40 },
    );
  });
});

describe('history', () => {
  it('walks with the arrows and keeps the line being typed', () => {
    const t = new Terminal().keys('echo one\recho two\r');
    t.keys('new').type(UP);
    expect(t.last()).toBe('$ echo two');
    t.type(UP);
    expect(t.last()).toBe('$ echo one');
    t.type(DOWN, DOWN);
    expect(t.last()).toBe('$ new');
  });

  it('searches backwards', () => {
    const t = new Terminal().keys('echo apple\recho pear\r').type('\x12').keys('app');
    expect(t.last()).toBe("(reverse-i-search)`app': echo apple");
    expect(t.type('\r').last(2)).toBe('apple\n$');
  });

  it('expands !! and !$', () => {
    const t = new Terminal().keys('echo a b\r!!\r');
    expect(t.last(3)).toBe('echo a b\na b\n$');
    expect(t.keys('echo !$ x\r').last(3)).toBe('echo b x\nb x\n$');
    expect(t.keys('!nope\r').last(2)).toBe('bash: !nope: event not found\n$');
    expect(t.keys("echo '!!' !\r").last(2)).toBe('!! !\n$');
  });

  it('takes words of a reference, and changes them, as bash does', () => {
    const t = new Terminal();
    const said = (line: string): string => t.keys(`${line}\r`).last(3).replace(/\n\$$/, '');
    said('echo a b c');
    expect(said('^a^x')).toBe('echo x b c\nx b c');
    for (const [modifier, part] of [
      ['h', '/tmp/dir'],
      ['t', 'file.txt'],
      ['r', '/tmp/dir/file'],
      ['e', '.txt'],
    ]) {
      said('echo /tmp/dir/file.txt');
      expect(said(`echo !$:${modifier}`)).toBe(`echo ${part}\n${part}`);
    }
    said('echo aa aa');
    expect(said('!!:s/a/b/')).toBe('echo ba aa\nba aa');
    expect(said('!!:gs/a/b')).toBe('echo bb bb\nbb bb');
    expect(said('!!:p')).toMatch(/\$ !!:p\necho bb bb$/);
    expect(said('!e:s/x/y')).toMatch(/bash: :s\/x\/y: substitution failed$/);
    expect(said('^nope^x')).toMatch(/bash: :s\^nope\^x: substitution failed$/);
  });

  it('is saved at once and read again', () => {
    const machine = testMachine();
    new Terminal(machine).keys('echo kept\r');
    expect(machine.files.read('/home/learner/.bash_history')).toBe('echo kept\n');
    expect(new Terminal(machine).type(UP).last()).toBe('$ echo kept');
  });

  it('offers the rest of a line in grey', () => {
    const t = new Terminal().keys('echo long line\r').keys('ec');
    expect(t.last()).toBe('$ echo long line');
    expect(t.screen.solid.split('\n').at(-1)).toBe('$ ec');
    t.type(RIGHT);
    expect(t.screen.solid.split('\n').at(-1)).toBe('$ echo long line');
  });
});

describe('pasting', () => {
  it('waits for Enter and then runs line by line', () => {
    const t = new Terminal().type('\x1b[200~echo one\recho two\x1b[201~');
    expect(t.screen.text).toBe('$ echo one\necho two');
    expect(t.type('\r').screen.text).toBe('$ echo one\necho two\none\ntwo\n$');
  });

  it('runs unmarked lines one after the other', () => {
    expect(new Terminal().type('echo one\recho two\r').screen.text).toBe('$ echo one\none\n$ echo two\ntwo\n$');
  });
});

describe('completion', () => {
  it('completes commands, files, folders and variables', () => {
    const machine = testMachine();
    machine.files.mkdir('/home/learner/folder');
    machine.files.write('/home/learner/file one', '');
    const t = new Terminal(machine);
    expect(t.keys('histo\t').last()).toBe('$ history');
    expect(t.type('\x15').keys('cat fi\t').last()).toBe('$ cat file\\ one');
    expect(t.type('\x15').keys('cd fo\t').last()).toBe('$ cd folder/');
    expect(t.type('\x15').keys('echo $HOM\t').last()).toBe('$ echo $HOME');
    expect(t.type('\x15').keys('cat "fi\t').last()).toBe('$ cat "file one"');
    expect(t.type('\x15').keys('ls; echo x | hea\t').last()).toBe('$ ls; echo x | head');
    expect(t.type('\x15').keys('echo $(histo\t').last()).toBe('$ echo $(history');
  });

  it('asks the registered completer, through aliases, and lists with descriptions', () => {
    // biome-ignore lint/correctness/useYield: completers are generators, also those that wait for nothing
    registerCompleter('fruit', function* ({ words }) {
      return words.length === 2
        ? [{ value: 'apple', description: 'red' }, { value: 'apricot', description: 'orange' }, { value: 'kiwi' }]
        : undefined;
    });
    const t = new Terminal().keys("alias f='fruit'\r").keys('f a\t');
    expect(t.last()).toBe('$ f ap');
    t.type('\t');
    expect(t.last()).toBe('$ f ap');
    t.type('\t');
    expect(t.last(3)).toBe('apple    (red)\napricot  (orange)\n$ f ap');
    expect(t.keys('r\t').last()).toBe('$ f apricot');
  });
});

describe('what was killed', () => {
  it('by keys in a row comes back as one text, and Alt-Y gives the one before', () => {
    const t = new Terminal().keys('echo one two').type('\x17', '\x17', '\x19');
    expect(t.last()).toBe('$ echo one two');
    t.type('\x17', LEFT, '\x0b').type(END, '\x19');
    expect(t.last()).toBe('$ echo one');
    expect(t.type('\x19', '\x1by').last()).toBe('$ echo one two');
  });
});

describe('search', () => {
  it('goes from match to match, also in one line, in both directions', () => {
    const t = new Terminal().keys('echo one\r').keys('echo two\r').type('\x12').keys('o');
    expect(t.last()).toBe("(reverse-i-search)`o': echo two");
    expect(t.type('\x12').last()).toBe("(reverse-i-search)`o': echo two");
    expect(t.type('\x12').last()).toBe("(reverse-i-search)`o': echo one");
    expect(t.type('\x13').type('\x13').last()).toBe("(i-search)`o': echo two");
    expect(t.type('\x07').type('\x12', '\x12').last()).toBe("(reverse-i-search)`o': echo two");
  });
});

describe('suggestion', () => {
  it('is offered at the prompt and taken by one key', () => {
    const machine = testMachine({
      *oops() {
        yield { op: 'device', device: 'suggestion', request: { line: 'echo right' } };
        return 1;
      },
    });
    const t = new Terminal(machine).keys('oops\r');
    expect(t.last()).toBe('$ echo right   ⇥ Tab');
    expect(t.screen.solid.split('\n').at(-1)).toBe('$');
    expect(t.type('\t', '\r').last(2)).toBe('right\n$');
    expect(t.keys('oops\r').type('\r').last()).toBe('$');
  });
});

describe('history in a pipe', () => {
  it("is the shell's", () => {
    expect(new Terminal().keys('echo a\r').keys('history | head -1\r').last(2)).toBe('    1  echo a\n$');
  });
});

describe('a mistyped command', () => {
  it('is offered as it was meant', () => {
    const t = new Terminal().keys('hisotry -c\r');
    expect(t.last()).toBe('$ history -c   ⇥ Tab');
    expect(t.type('\t').last()).toBe('$ history -c');
    expect(t.type('\x15').keys('zzzzzz\r').last()).toBe('$');
    expect(t.keys('ehco "a b"\r').last()).toBe('$ echo "a b"   ⇥ Tab');
  });
});

describe('a program that is not there', () => {
  it('but that tutorials use is told of, on the laptop alone', () => {
    const laptop = testMachine({ kubectl: tools['true'] as Program });
    expect(new Terminal(laptop).keys('kubens\r').last(2)).toBe('Try "kubectl config set-context --current --namespace=NAME".\n$');
    expect(new Terminal().keys('kubens\r').last(2)).toBe('bash: kubens: command not found\n$');
  });
});

describe('jobs', () => {
  it('that are stopped keep the shell once', () => {
    const t = new Terminal().keys('sleep 100\r').type('\x1a').keys('exit\r');
    expect(t.last(3)).toBe('exit\nThere are stopped jobs.\n$');
    expect(t.keys(':\r').keys('exit\r').last(2)).toBe('There are stopped jobs.\n$');
    expect(t.keys('exit\r').last()).toBe('exit');
  });

  it('interrupts a program, a loop and a line', () => {
    const t = new Terminal().keys('sleep 100\r').type('\x03');
    expect(t.last(2)).toBe('^C\n$');
    expect(t.keys('echo $?\r').last(2)).toBe('130\n$');
    expect(t.keys('while true; do :; done\r').wait(500).type('\x03').last(2)).toBe('^C\n$');
    expect(t.keys('while true; do sleep 1; done\r').wait(2500).type('\x03').last(2)).toBe('^C\n$');
    expect(t.keys('unfinished').type('\x03').last(2)).toBe('$ unfinished^C\n$');
  });

  it('stops, lists and continues', () => {
    const t = new Terminal().keys('sleep 100\r').type('\x1a');
    expect(t.last(3)).toBe('^Z\n[1]+  Stopped                 sleep 100\n$');
    expect(t.keys('jobs\r').last(2)).toBe('[1]+  Stopped                 sleep 100\n$');
    expect(t.keys('bg\r').last(2)).toBe('[1]+ sleep 100 &\n$');
    expect(t.keys('jobs\r').last(2)).toBe('[1]+  Running                 sleep 100 &\n$');
    expect(t.keys('fg\r').last()).toBe('sleep 100');
    expect(t.type('\x03').last(2)).toBe('^C\n$');
    expect(t.keys('jobs\r').last()).toBe('$');
  });

  it('tells when a background job is done', () => {
    const t = new Terminal().keys('sleep 1 &\r');
    expect(t.last(2)).toMatch(/^\[1\] \d+\n\$$/);
    t.wait(2000).keys('\r');
    expect(t.last(2)).toBe('[1]+  Done                    sleep 1\n$');
  });

  it('streams through pipelines and stops them as one', () => {
    const t = new Terminal().keys('while true; do echo tick; sleep 1; done | cat\r').wait(2500).type('\x03');
    expect(t.last(5)).toBe('tick\ntick\ntick\n^C\n$');
    expect(t.machine.kernel.list('laptop')).toHaveLength(1);
  });

  it('hangs up with the terminal', () => {
    const t = new Terminal().keys('sleep 100\r');
    t.machine.kernel.closeTty(t.tty);
    t.wait(10);
    expect(t.machine.kernel.list('laptop')).toEqual([]);
  });
});

describe('vi mode', () => {
  const ESC = '\x1b';
  const vi = (...keys: string[]): string => {
    const t = new Terminal().keys('set -o vi\r').keys('clear\r');
    for (const one of keys) t.keys(one);
    return t.last();
  };

  it.each([
    ['types as ever', ['echo hi'], 'echo hi'],
    ['x, X, D', ['one two', ESC, 'x', 'X', '0', 'wD'], 'one'],
    ['dw, db, d$, dd', ['one two three', ESC, '0', 'dw', '$', 'db'], 'two e'],
    ['counts', ['a b c d e', ESC, '0', '2dw', 'd2w'], 'e'],
    ['cw stops at the end of the word', ['one two', ESC, '0', 'cwX', ESC], 'X two'],
    ['i, a, I, A', ['b', ESC, 'iX', ESC, 'aY', ESC, 'I<', ESC, 'A>'], '<XYb>'],
    ['f, t, ;, and ,', ['a.b.c.d', ESC, '0', 'f.', ';', 'x', '0', 'dt.'], '.bc.d'],
    ['r, ~, R', ['abc', ESC, '0', 'rx', 'l~', 'lRyz', ESC], 'xByz'],
    ['yank and put', ['one two', ESC, '0', 'yw', '$', 'p'], 'one twoone'],
    ['xp swaps', ['ab', ESC, '0', 'xp'], 'ba'],
    ['undo', ['one two', ESC, 'dd', 'u'], 'one two'],
    ['the dot', ['one two three', ESC, '0', 'dw', '.'], 'three'],
    ['the dot types again', ['a b', ESC, '0', 'ix', ESC, 'w', '.'], 'xa xb'],
    ['%', ['f(a (b))x', ESC, '0', 'd%'], 'x'],
    ['words of signs', ['a--b c', ESC, '0', 'dw', 'dw'], 'b c'],
    ['W, B, E', ['a--b c', ESC, '0', 'dW'], 'c'],
    ['CJK and emoji', ['日本 👩‍👩‍👧語', ESC, 'x', 'x', '0', 'x'], '本'],
    ['Escape and the next key at once', ['abc', '\x1bx'], 'ab'],
  ])('%s', (_name, keys, expected) => {
    expect(vi(...keys)).toBe(`$ ${expected}`);
  });

  it('runs the line from either mode and begins the next one by typing', () => {
    const t = new Terminal().keys('set -o vi\r').keys('echo one').type(ESC, '\r').keys('echo two\r');
    expect(t.last(4)).toBe('one\n$ echo two\ntwo\n$');
  });

  it('walks and searches the history', () => {
    const t = new Terminal().keys('set -o vi\r').keys('echo alpha\r').keys('echo beta\r').keys('ls\r');
    t.type(ESC, 'k', 'k');
    expect(t.last()).toBe('$ echo beta');
    t.type('/').keys('alp');
    expect(t.last()).toBe('/alp');
    t.type('\r');
    expect(t.last()).toBe('$ echo alpha');
    t.type('G');
    expect(t.last()).toBe('$');
  });

  it('is left again', () => {
    const t = new Terminal().keys('set -o vi\r').keys('set -o emacs\r').keys('ab').type('\x01', 'x');
    expect(t.last()).toBe('$ xab');
  });
});

describe('bind', () => {
  it('gives keys another meaning', () => {
    const t = new Terminal().keys(`bind '"\\e[A": history-search-backward'\r`).keys('echo one\r').keys('ls\r').keys('ec').type(UP);
    expect(t.last()).toBe('$ echo one');
    expect(t.type('\x05', '\x15').keys(`bind 'Control-g: beginning-of-line'\r`).keys('bc').type('\x07', 'a').last()).toBe('$ abc');
    expect(t.type('\x15', '\x0b').keys(`bind '"\\C-o": "echo macro\\C-m"'\r`).type('\x0f').last(2)).toBe('macro\n$');
    expect(t.keys('bind -q history-search-backward\r').last(2)).toBe('history-search-backward can be invoked via "\\e[A".\n$');
    expect(t.keys(`bind '"x": nosuch'\r`).last(2)).toBe("bash: bind: `nosuch': unknown function name\n$");
  });

  it('ends macros that go in a circle', () => {
    const t = new Terminal().keys(`bind '"\\C-o": "\\C-o"'\r`).type('\x0f').keys('echo alive\r');
    expect(t.last(2)).toBe('alive\n$');
  });

  it('completes through a menu', () => {
    const t = new Terminal().keys('touch afile1 afile2\r').keys(`bind 'TAB: menu-complete'\r`).keys('cat af').type('\t');
    expect(t.last()).toBe('$ cat afile1');
    expect(t.type('\t').last()).toBe('$ cat afile2');
    expect(t.type('\t').last()).toBe('$ cat af');
  });

  it('reads ~/.inputrc', () => {
    const machine = testMachine();
    machine.files.write('/home/learner/.inputrc', '# mine\nset completion-ignore-case on\n"\\C-g": kill-whole-line\n$if Bash\n$endif\n');
    const t = new Terminal(machine).keys('touch README\r').keys('cat rea').type('\t');
    expect(t.last()).toBe('$ cat README');
    expect(t.type('\x07').last()).toBe('$');
  });
});

describe('what the history keeps', () => {
  it.each([
    ['erasedups', 'HISTCONTROL=erasedups', ['echo a', 'echo b', 'echo a'], ['echo b', 'echo a']],
    ['HISTIGNORE', "HISTIGNORE='ls*:&'", ['ls -l', 'echo a', 'echo a', 'pwd'], ['echo a', 'pwd']],
    ['HISTSIZE', 'HISTSIZE=3', ['echo a', 'echo b', 'echo c'], ['echo c', 'history']],
  ])('%s', (_name, setting, lines, expected) => {
    const t = new Terminal().keys(`${setting}\r`);
    for (const line of lines) t.keys(`${line}\r`);
    const shown = t
      .keys('clear\r')
      .keys('history\r')
      .screen.text.split('\n')
      .map((row) => row.replace(/^\s*\d+\s+/, ''));
    const kept = shown.filter((row) => lines.includes(row) || row === 'history');
    expect(kept.filter((row) => expected.includes('history') || row !== 'history')).toEqual(expected);
  });
});
