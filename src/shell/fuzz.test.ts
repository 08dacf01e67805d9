import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from './parse.ts';
import { testMachine } from './shell.testing.ts';

const PIECES = [
  'echo',
  'cat',
  'if',
  'then',
  'else',
  'elif',
  'fi',
  'for',
  'in',
  'do',
  'done',
  'while',
  'until',
  'case',
  'esac',
  'select',
  'function',
  'f()',
  '{',
  '}',
  '(',
  ')',
  '((',
  '))',
  '[[',
  ']]',
  '[',
  ']',
  '!',
  'time',
  '|',
  '||',
  '&',
  '&&',
  ';',
  ';;',
  ';&',
  '\n',
  '>',
  '>>',
  '<',
  '<<',
  '<<-',
  '<<<',
  'EOF',
  '\nEOF\n',
  '>&',
  '2>&1',
  '&>',
  '>|',
  '1',
  '0',
  '-1',
  '9999999999999999999',
  'a',
  'x',
  'f',
  'x=',
  'x=1',
  'x+=2',
  'a=(1 2)',
  'a[1]=',
  'x[',
  '$',
  '$x',
  '${',
  '${x',
  '${x}',
  '${x:-',
  '${x#',
  '${x//',
  '${x:1:',
  '${!x}',
  '${#a[@]}',
  '${a[@]}',
  '"$@"',
  '$*',
  '$(',
  '$((',
  '`',
  '"',
  "'",
  "$'",
  '\\',
  '\\\n',
  '*',
  '?',
  '[a-',
  '{1..3}',
  '{a,b',
  '~',
  '#',
  '=~',
  '==',
  '-f',
  '-eq',
  '-n',
  'local',
  'export',
  'declare',
  '-A',
  '-i',
  '-n',
  'readonly',
  'unset',
  'eval',
  'set',
  '-e',
  '-u',
  '-x',
  'trap',
  'EXIT',
  'return',
  'exit',
  'break',
  'continue',
  'shift',
  'read',
  'printf',
  '%s',
  '%d',
  '%*s',
  '%(',
  'test',
  'let',
  'true',
  'false',
  '+',
  '*',
  '/',
  '%',
  '**',
  '?',
  ':',
  ',',
  '++',
  '--',
  '<<',
  '@',
  '^^',
  ',,',
  '@Q',
  '@(a|b)',
  '!(a)',
  '日本',
  '👍',
  '\0',
  '\x1b',
  '\t',
];

const grammarLike = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom('', ' ', ' ', ' ')), { maxLength: 25 })
  .map((parts) => parts.map(([a, b]) => a + b).join(''));
const anyText = fc.oneof(grammarLike, grammarLike, fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 60 }));

/** Runs a text as a script for a while of virtual time; what must not happen is an exception out of a program. */
function runs(argv: readonly string[], input?: string): void {
  const machine = testMachine();
  const { code, err } = machine.run(argv, { ...(input === undefined ? {} : { input }), ms: 5_000 });
  expect(machine.crashes).toEqual([]);
  expect(err).not.toContain('internal error');
  // Text that loops or waits is still running: then it can be killed.
  if (code !== undefined) expect(code).toBeGreaterThanOrEqual(0);
  machine.kernel.signal('laptop', 1, 'SIGKILL');
}

describe('any text', () => {
  it('is parsed, or said to be unfinished or wrong', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { problem } = parse(text);
        expect(problem === undefined || problem.message.length > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('ends as a script with a code, or goes on until it is killed', () => {
    fc.assert(
      fc.property(anyText, (text) => runs(['bash', '-c', text])),
      { numRuns: 400 },
    );
  });

  it('ends as standard input too', () => {
    fc.assert(
      fc.property(anyText, (text) => runs(['bash'], text)),
      { numRuns: 150 },
    );
  });

  it('leaves a living prompt when typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const machine = testMachine();
        let screen = '';
        const tty = machine.terminal(['bash'], 30, 10, { PS1: '$ ' });
        tty.onOutput((out) => {
          screen += out;
        });
        tty.input(text);
        machine.world.advance(200);
        // Ctrl-C ends whatever runs or is unfinished; a text may have ended the shell itself.
        for (let i = 0; i < 4; i++) {
          tty.input('\x03');
          machine.world.advance(50);
        }
        expect(machine.crashes).toEqual([]);
        const alive = machine.kernel.list('laptop').some((process) => process.pid === 1);
        if (!alive || /exec|trap|exit|\x04|set|-e/.test(text)) return;
        screen = '';
        tty.input('\x15echo al""ive\r');
        machine.world.advance(200);
        expect(screen).toContain('alive');
      }),
      { numRuns: 150 },
    );
  });
});

describe('limits', () => {
  it.each([
    ['endless recursion', 'f() { f; }; f; echo ended', 'ended'],
    ['a text that doubles', 'x=aaaaaaaaaaaaaaaa; while :; do x=$x$x; done', ''],
    ['huge brace expansion', 'echo {1..100000000}; echo ended', 'ended'],
    ['deep nesting', `${'('.repeat(500)}echo x${')'.repeat(500)}`, ''],
    ['deep arithmetic', `echo $((${'('.repeat(3000)}1${')'.repeat(3000)})); echo ended`, ''],
    ['self-referring variables', 'x=y; y=x; echo $((x)); echo ended', ''],
    ['eval of eval', 'e=\'eval "$e"\'; eval "$e"; echo ended', ''],
    ['substitution in substitution', 'f() { echo $(f); }; timeout 1 true; x=$(echo $(echo $(echo deep))); echo $x', 'deep'],
  ])('%s', (_name, script, expected) => {
    const machine = testMachine();
    const { out } = machine.run(['bash', '-c', script], { ms: 20_000 });
    expect(machine.crashes).toEqual([]);
    expect(out).toContain(expected);
  });

  it('stops an endless loop by a signal', () => {
    const machine = testMachine();
    const { code } = machine.run(['bash', '-c', 'while :; do :; done'], { ms: 100 });
    expect(code).toBeUndefined();
    expect(machine.kernel.signal('laptop', 1, 'SIGINT')).toBe(true);
    expect(machine.kernel.list('laptop')).toEqual([]);
  });
});
