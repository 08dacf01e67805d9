/** Whatever a tool is given, it ends with an exit code and a message, never with an exception or without an end. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { busyboxTools, tools } from './index.ts';
import { runTool } from './tools.testing.ts';

const INPUT = 'one 1\ntwo 2\n{"a": [1, {"b": "x"}]}\n\ttab\r\né 你好\nlast';
const FILES = { a: INPUT, b: 'k: v\nlist: [1, 2]\n', empty: '', 'with blank': 'x\n' };

/** Pieces of the languages that tools read. */
const PIECES: Readonly<Record<string, readonly string[]>> = {
  sed: [
    's/a/b/',
    's/(/',
    'y/ab/c/',
    '1,$',
    '/x/,',
    'd',
    'p',
    'n',
    'N',
    'D',
    '{',
    '}',
    ';',
    ':a',
    'ba',
    't',
    'a\\',
    'i x',
    '\\1',
    '$!',
    '0~2',
    '-n',
    '-E',
    '-i',
    'w /dev/stdout',
    's/\\(.*\\)*/x/g',
  ],
  awk: [
    '{print',
    '}',
    '$1',
    'BEGIN',
    'while(1)',
    'for(;;)',
    '{',
    'getline',
    '"x"',
    '/re',
    '/',
    'a[',
    ']',
    'function f(x)',
    'split(',
    ')',
    ',',
    '==',
    'printf',
    '-F',
    '-v',
    'x=1',
    'exit',
    '|',
    '"sh"',
    '> "f"',
    'substr($0,',
  ],
  jq: [
    '.',
    '.a',
    '[]',
    '|',
    'map(',
    ')',
    'select(',
    'range(1e9)',
    'recurse',
    'def f: f;',
    'f',
    'reduce',
    'as $x',
    '{',
    '}',
    '"\\(',
    '@base64d',
    'limit(3;',
    'try',
    'error',
    '?//',
    '-r',
    '-s',
    '-n',
    '--arg',
    'x',
    'input',
    'until(false; .)',
    '..',
    'test("("',
    '.[-1]',
  ],
  grep: ['-E', '-P', '-o', '(a+)+$', '[', '\\', '*', '{2}', '-A', '1', '-c', '-v', '\\(', '(?<=', '^', '$', '-f', 'a', '-r', '.'],
  find: [
    '.',
    '-name',
    '*',
    '-type',
    'f',
    '-exec',
    'echo',
    '{}',
    ';',
    '-o',
    '(',
    ')',
    '!',
    '-size',
    '+1k',
    '-mtime',
    '-delete',
    '-print0',
    '-maxdepth',
  ],
  curl: [
    '-s',
    '-v',
    '-d',
    '@a',
    '-X',
    'http://',
    'http://x:99999/',
    '-o',
    '-w',
    '%{',
    '-H',
    ':',
    '-m',
    '-1',
    '--retry',
    'x',
    '-I',
    '-L',
    '--max-time',
    'http://[',
    'localhost',
  ],
  bc: ['-l', '1/0', '2^9999999', 'while(1)', '{', '}', 'define f(x)', 'scale=', '9999999', 'sqrt(-1)', 'a[', '(', '"'],
  date: ['-d', 'tomorrow', '@x', '+%', '-u', '-I', 'x', '+%F %T %Q'],
  sort: ['-k', '2', '1,', '-t', '-n', '-h', '-V', '-o', 'f', '-c', '-u'],
  tar: ['cf', 'xf', 'tf', '-', 'a', 'x.tar', '-z', '-C', 'nope', 'czf'],
  diff: ['-u', '-r', 'a', 'b', 'empty', '-U', '-1', '--label', '-N', '.', '-', '-y'],
  yq: ['.', '.k', '.list[0]', '-i', '-o', 'json', 'eval', 'b', 'a', '('],
  xargs: ['-n', '0', '-I', '{}', 'echo', '-L', '1', '-0', 'nope', 'xargs'],
  printf: ['%s', '%d', '%999999999d', '%*d', '%', '%(', '%b', '\\x', 'abc', '%q'],
  seq: ['1', '1e9', '-1', '0', 'x', '-f', '%', '-s', '-w', 'inf'],
};

/** Names of programs that would wait for a person or for ever by their nature. */
const ENDLESS = new Set(['top', 'watch', 'ping', 'tail', 'traceroute']);

function check(line: readonly string[], busybox: boolean): void {
  const { out, err, code } = runTool(line, { input: INPUT, files: FILES, busybox, ms: 30 });
  // Undefined: it computes or waits on, which costs no more than its share of each moment.
  if (code === undefined) return;
  expect(code, line.join(' ')).toBeGreaterThanOrEqual(0);
  expect(`${out}${err}`, line.join(' ')).not.toMatch(/internal error|undefined|\[object Object\]|NaN/);
}

describe('tools', () => {
  it.each(Object.keys(PIECES))('%s takes any arguments', (name) => {
    const word = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...(PIECES[name] as string[])) }, fc.string({ maxLength: 5 }));
    const argument = fc.oneof(
      word,
      fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(fc.array(argument, { maxLength: 4 }), fc.boolean(), (words, busybox) => {
        if (words.some((one) => /undefined|NaN|nan/i.test(one))) return;
        check([name, ...words], busybox && name in busyboxTools);
      }),
      { numRuns: 60 },
    );
  });

  it('all take --help, options they do not have, files that are missing, and nothing', () => {
    for (const name of Object.keys(tools)) {
      if (ENDLESS.has(name)) continue;
      for (const words of [['--help'], ['--nosuchoption'], ['-\u0001'], ['nope', 'nada'], ['a'], []]) {
        check([name, ...words], false);
        check([name, ...words], true);
      }
    }
  });

  it('each explain themselves', () => {
    // Those of other projects have help of their own; true and false take none.
    const others = ['curl', 'jq', 'true', 'false'];
    const silent = Object.keys(tools).filter((name) => {
      if (others.includes(name)) return false;
      const { out, code } = runTool([name, '--help'], { ms: 100 });
      return code !== 0 || !/^Usage:/m.test(out);
    });
    expect(silent).toEqual([]);
  });
});
