import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { executeJsonPath, JsonPathError, parseJsonPath, printJsonPath, relaxedJSONPathExpression } from './index.ts';

const data = {
  kind: 'List',
  items: [
    {
      metadata: { name: 'a', labels: { app: 'web', 'a.b/c': 'x' } },
      n: 1,
      f: 1.5,
      t: true,
      nul: null,
      list: [1, 2, 3, 4],
      ports: [{ port: 80 }],
    },
    { metadata: { name: 'b<&' }, n: 10, t: false, list: [] },
  ],
};
const print = (text: string, allowMissingKeys = true) => printJsonPath(parseJsonPath(text), data, { allowMissingKeys });
const failure = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof JsonPathError) return error.message;
    throw error;
  }
  return undefined;
};

describe('jsonpath', () => {
  it.each([
    ['{.items[*].metadata.name}', 'a b<&'],
    ['{.items[0].list[-1]}', '4'],
    ['{.items[0].list[1:3]}', '2 3'],
    ['{.items[0].list[::2]}', '1 3'],
    ['{.items[0].list[0,2]}', '1 3'],
    ["{.items[0].metadata.labels['a\\.b/c']}", 'x'],
    ['{.items[0].metadata.labels.a\\.b/c}', 'x'],
    ["{.items[0]['n','f']}", '1 1.5'],
    ['{.items[?(@.n>1)].metadata.name}', 'b<&'],
    ['{.items[?(@.metadata.name=="a")].n}', '1'],
    ["{.items[?(@.metadata.name!='a')].n}", '10'],
    ['{.items[?(@.t==true)].n}', '1'],
    ['{.items[?(@.ports)].n}', '1'],
    ['{.items[?(@.f<=1.5)].n}', '1'],
    ['{..port}', '80'],
    ['{.items[1].metadata}', '{"name":"b\\u003c\\u0026"}'],
    ['{.items[0].nul}', 'null'],
    ['{.nosuch}', ''],
    ['{.items[0].nosuch[0].x}', ''],
    ['{range .items[*]}{.metadata.name}{"\\t"}{.n}{"\\n"}{end}', 'a\t1\nb<&\t10\n'],
    ['{range .items[*]}{.n}:{range .list[*]}{@},{end};{end}.', '1:1,2,3,4,;10:;.'],
    ['{range .nosuch[*]}{.x}{end}after', 'after'],
    ['{$.kind} {@.kind}', 'List List'],
    ["text {'quoted'} {1} {true}", 'text quoted 1 true'],
  ])('%s gives %j', (text, out) => expect(print(text)).toBe(out));

  it.each([
    ['{.nosuch', 'unclosed action'],
    ['{.items[0}', 'unterminated array'],
    ['{.items[x]}', 'invalid array index x'],
    ['{.items[?(@.n==1]}', 'unterminated filter'],
    ['{.items[?(@.n==1)}', 'unclosed array expect ]'],
    ['{"x}', 'unterminated quoted string'],
    ['{.items[-]}', 'array index - is not a number'],
    ['{....x}', 'invalid multiple recursive descent'],
    ['{!}', "unrecognized character in action: U+0021 '!'"],
    ['{1.2.3}', 'cannot parse number 1.2.3'],
  ])('does not parse %s', (text, message) => expect(failure(() => parseJsonPath(text))).toBe(message));

  it.each([
    ['{.items[5]}', 'array index out of bounds: index 5, length 2'],
    ['{.items[1:0]}', 'starting index 1 is greater than ending index 0'],
    ['{.items[::0]}', 'step must be > 0'],
    ['{.kind[0]}', 'string is not array or slice'],
    ['{.kind[?(@.x==1)]}', 'List is not array or slice and cannot be filtered'],
    ['{.items[?(@.n=="1")]}', 'incompatible types for comparison'],
    ['{.items[?(@.list==1)]}', 'invalid type for comparison'],
    ['{.items[?(@.n=1)]}', 'unrecognized filter operator ='],
    ['{end}', 'not in range, nothing to end'],
    ['{foo}', 'unrecognized identifier foo'],
  ])('does not execute %s', (text, message) => expect(failure(() => executeJsonPath(parseJsonPath(text), data))).toBe(message));

  it('explains a failure as kubectl does', () => {
    const small = { a: [1, 'x', null], b: { c: 1.5 } };
    expect(failure(() => printJsonPath(parseJsonPath('{.x}'), small, { allowMissingKeys: false }))).toBe(
      [
        'error executing jsonpath "{.x}": Error executing template: x is not found. Printing more information for debugging the template:',
        '\ttemplate was:',
        '\t\t{.x}',
        '\tobject given to jsonpath engine was:',
        '\t\tmap[string]interface {}{"a":[]interface {}{1, "x", interface {}(nil)}, "b":map[string]interface {}{"c":1.5}}',
        '',
        '',
        '',
      ].join('\n'),
    );
  });

  it('prints JSON', () => {
    expect(printJsonPath(parseJsonPath('{.items[0].metadata.labels}'), data, { asJson: true })).toBe(
      '[\n    {\n        "a.b/c": "x",\n        "app": "web"\n    }\n]\n',
    );
  });

  it('completes relaxed expressions', () => {
    for (const text of ['a.b', '.a.b', '{a.b}', '{.a.b}']) expect(relaxedJSONPathExpression(text)).toBe('{.a.b}');
    expect(failure(() => relaxedJSONPathExpression('{a}{b}'))).toMatch(/^unexpected path string, expected a 'name1.name2'/);
  });

  it('fails only with its own error, and ends', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '.items',
      '[*]',
      '[0]',
      '[?(@.n>1)]',
      '[?(',
      '..',
      '.*',
      'range ',
      'end',
      '"x"',
      "'",
      '.list',
      '[::2]',
      '@',
      '\\',
      '-1',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
        ),
        (text) => {
          failure(() => print(text));
          failure(() => print(text, false));
        },
      ),
    );
    expect(failure(() => print('{range @}'.repeat(60)))).toMatch(/more than 1000000 results/);
    failure(() => print(`{${'...*'.repeat(40)}}`));
    failure(() => print(`{.a${'[?(@'.repeat(5000)}`));
  });
});
