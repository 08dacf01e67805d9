import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printYaml, readYaml, readYamlStream, YamlError } from './yaml.ts';

const one = (text: string) => readYaml(text)[0];
const error = (text: string) => readYamlStream(text).error?.message;

describe('printing', () => {
  it.each([
    ['yes', '"yes"'],
    ['No', '"No"'],
    ['', '""'],
    ['~', '"~"'],
    ['0', '"0"'],
    ['017', '"017"'],
    ['089', '"089"'],
    ['1e3', '"1e3"'],
    ['1_000', '"1_000"'],
    ['0x', '0x'],
    ['1:30', '"1:30"'],
    ['2024-01-01T00:00:00Z', '"2024-01-01T00:00:00Z"'],
    ['2024-13-01', '2024-13-01'],
    ['- a', "'- a'"],
    ['-a', '-a'],
    ['a: b', "'a: b'"],
    ['http://x:80', 'http://x:80'],
    ['a #b', "'a #b'"],
    ["it's", "it's"],
    ["'q'", "'''q'''"],
    ['{a}', "'{a}'"],
    ['*', "'*'"],
    ['é', 'é'],
    ['😀', '"\\U0001F600"'],
    ['tab\t', '"tab\\t"'],
    [' lead', "' lead'"],
    ['a\nb', '|-\n  a\n  b'],
    ['a\nb\n', '|\n  a\n  b'],
    ['a\n\n', '|+\n  a\n'],
    [' a\nb', '|2-\n   a\n  b'],
    ['a \nb', '"a \\nb"'],
  ])('%j is %s', (text, yaml) => expect(printYaml(text)).toBe(`${yaml}\n`));

  it('indents lists with their key, sorts keys by the numbers in them', () => {
    const value = { b: [{ y: 1, x: [1, [2]] }], a10: {}, a2: [], a: null, t: true, n: 1.5, big: 1e21, skip: undefined };
    expect(printYaml(value)).toBe('a: null\na2: []\na10: {}\nb:\n- x:\n  - 1\n  - - 2\n  "y": 1\nbig: 1e+21\n"n": 1.5\nt: true\n');
  });

  it('folds after column 80', () => {
    const message = `0/1 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/not-ready: }. preemption: long`;
    expect(printYaml({ m: message })).toBe(
      "m: '0/1 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/not-ready:\n  }. preemption: long'\n",
    );
  });
});

describe('reading', () => {
  it('knows YAML 1.1', () => {
    const text =
      'a: yes\nb: "yes"\nc: 0o17\nd: 017\ne: 1_000\nf: 0x1F\ng: 2024-01-01\nh: ~\ni:\nj: .5\nk: 1e3\nl: !!str 5\nm: >\n  x\n  y\n1: one\ntrue: t\n';
    expect(one(text)).toEqual({
      a: true,
      b: 'yes',
      c: 15,
      d: 15,
      e: 1000,
      f: 31,
      g: '2024-01-01',
      h: null,
      i: null,
      j: 0.5,
      k: 1000,
      l: '5',
      m: 'x y\n',
      1: 'one',
      true: 't',
    });
  });

  it('has anchors, merges, flow and several documents', () => {
    expect(one('a: &x {p: 1, q: 2}\nb: {<<: *x, q: 3}\nc: *x\nd: [1, {e: f}, "g"]\n')).toEqual({
      a: { p: 1, q: 2 },
      b: { p: 1, q: 3 },
      c: { p: 1, q: 2 },
      d: [1, { e: 'f' }, 'g'],
    });
    expect(readYaml('---\na: 1\n--- # two\nb: 2\n---\n# nothing\n---\n')).toEqual([{ a: 1 }, { b: 2 }]);
    expect(readYaml('{"a": [1, 2]}')).toEqual([{ a: [1, 2] }]);
    expect(one('a: 1\na: 2\n')).toEqual({ a: 2 });
    expect(Object.keys(one('__proto__: 1\n') as object)).toEqual(['__proto__']);
  });

  it('gives what came before an error', () => {
    expect(readYamlStream('a: 1\n---\nb: {\n')).toEqual({ values: [{ a: 1 }], error: expect.any(YamlError) });
  });

  it.each([
    ['spec:\n\tcontainers: []\n', 'yaml: line 2: found character that cannot start any token'],
    ['a: 1\nb: {name: svc\n', "yaml: line 2: did not find expected ',' or '}'"],
    ['a: [1, 2\nb: 3\n', "yaml: line 1: did not find expected ',' or ']'"],
    ['a: b: c\n', 'yaml: mapping values are not allowed in this context'],
    ['x: 1\na: b: c\n', 'yaml: line 2: mapping values are not allowed in this context'],
    ['a:\n  b: 1\n c: 2\n', 'yaml: line 2: did not find expected key'],
    ['a:\n- b\n  - c: 1\n d\n', 'yaml: line 3: mapping values are not allowed in this context'],
    ['x: 1\na: "open\n', 'yaml: line 3: found unexpected end of stream'],
    ['a: 1\nkey\nb: 2\n', "yaml: line 3: could not find expected ':'"],
    ['a: *nope\n', "yaml: unknown anchor 'nope' referenced"],
    ['a: 1\n- b\n', 'yaml: line 1: did not find expected key'],
    ['a: @b\n', 'yaml: found character that cannot start any token'],
    ['a: &x [*x]\n', "yaml: anchor 'x' value contains itself"],
    ['a: \x01\n', 'yaml: control characters are not allowed'],
  ])('refuses %j', (text, message) => expect(error(text)).toBe(`error converting YAML to JSON: ${message}`));

  it('refuses text after a separator', () => expect(error('--- a: 1\n')).toBe('invalid Yaml document separator: a: 1'));

  it('refuses a text that unfolds without end', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let n = 1; n < 10; n++) lines.push(`a${n}: &a${n} [${`*a${n - 1},`.repeat(9)}]`);
    expect(error(lines.join('\n'))).toBe('error converting YAML to JSON: yaml: document contains excessive aliasing');
  });
});

describe('both ways', () => {
  const words = fc.constantFrom(
    'a',
    'yes',
    '1',
    '0x1',
    ': ',
    ' #',
    '\n',
    '\n\n',
    ' ',
    "'",
    '"',
    '\\',
    '- ',
    '|',
    'lorem ipsum',
    '😀',
    '\t',
    '{',
    '%',
    '~',
  );
  const text = fc.oneof(
    fc.array(words, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  );
  const number = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      text,
      number,
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(text, tie('value'), { maxKeys: 4 }),
    ),
  }));

  it('reads what it prints', () => {
    fc.assert(
      fc.property(value, (data) => {
        const json = JSON.parse(JSON.stringify(data));
        expect(readYaml(printYaml({ json }))[0]).toEqual({ json });
      }),
    );
  });

  it('fails only with its own error', () => {
    const line = fc.array(fc.oneof(words, fc.constantFrom('key: ', '[', ']', '}', ',', '&a', '*a', '!!int', '---', '? ', '%YAML 1.1')), {
      maxLength: 6,
    });
    const document = fc.array(line, { maxLength: 8 }).map((lines) => lines.map((parts) => parts.join('')).join('\n'));
    fc.assert(fc.property(fc.oneof(document, fc.string({ unit: 'binary' })), (source) => Array.isArray(readYamlStream(source).values)));
    for (const deep of ['[', '{a: ', '- ', '? ', '{? ']) expect(error(deep.repeat(20_000))).toMatch(/^error converting/);
  });

  it('prints what the real kubectl printed, read back', () => {
    const folder = new URL('../../../recordings/', import.meta.url);
    let count = 0;
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const { steps = [] } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as {
        steps?: { run: string; out: string; code: number }[];
      };
      for (const step of steps) {
        if (step.code !== 0 || !step.run.endsWith('-o yaml') || !step.out.startsWith('apiVersion')) continue;
        expect(printYaml(one(step.out))).toBe(step.out);
        count++;
      }
    }
    expect(count).toBeGreaterThan(2);
  });
});
