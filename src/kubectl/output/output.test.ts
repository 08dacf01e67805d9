import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CustomColumnsError, parseCustomColumns, parseCustomColumnsFile, printCustomColumns } from './customcolumns.ts';
import { DescribeWriter, LEVEL_0, LEVEL_1 } from './describewriter.ts';
import { sprintf } from './gofmt.ts';
import { marshalJson, printJson } from './json.ts';
import { SortError, sortBy } from './sort.ts';
import { printTable, TabWriter } from './table.ts';

describe('json', () => {
  it('sorts keys, even those that look like numbers, and escapes as Go', () => {
    expect(printJson({ b: [1, {}], 10: '<&>', 9: null, a: [], skip: undefined })).toBe(
      '{\n    "10": "\\u003c\\u0026\\u003e",\n    "9": null,\n    "a": [],\n    "b": [\n        1,\n        {}\n    ]\n}',
    );
    expect(marshalJson({ b: { c: 'é"\u2028' }, a: true })).toBe('{"a":true,"b":{"c":"é\\"\\u2028"}}');
  });

  it('is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(printJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('tables', () => {
  it('aligns columns', () => {
    const rows = [
      ['NAME', 'READY', 'AGE'],
      ['web-7887448d46-hdv2d', '1/1', '1s'],
      ['é', '', '2m\nx'],
    ];
    expect(printTable(rows)).toBe(
      'NAME                   READY   AGE\nweb-7887448d46-hdv2d   1/1     1s\né                              2m...\n',
    );
    expect(printTable([['A', 'B']])).toBe('A     B\n');
  });

  it('remembers widths between the lines of a watch', () => {
    const writer = new TabWriter();
    printTable([['long-name', 'x']], writer);
    expect(printTable([['a', 'y']], writer)).toBe('a           y\n');
    writer.forget();
    expect(printTable([['a', 'y']], writer)).toBe('a     y\n');
  });

  it('makes a block of each run of lines that have the column', () => {
    const writer = new TabWriter({ minWidth: 0, padding: 2 });
    expect(writer.write('a:\t1\nlonger:\t2\nplain\nb:\t3\n')).toBe('a:       1\nlonger:  2\nplain\nb:  3\n');
    expect(writer.write('a\tb\tc\nd\te\n\tx\ty\n')).toBe('a  b  c\nd  e\n   x  y\n');
  });
});

describe('descriptions', () => {
  it('indents by level and aligns', () => {
    const writer = new DescribeWriter();
    writer.write(LEVEL_0, 'Name:\tweb\n');
    writer.write(LEVEL_0, 'Pod Template:\n');
    writer.nested(1).write(LEVEL_1, 'Image:\tnginx\x1b\n');
    writer.writeLine('a', 1);
    expect(writer.toString()).toBe('Name:  web\nPod Template:\n    Image:  nginx^[\na 1\n');
  });
});

describe('custom columns', () => {
  const pods = [{ metadata: { name: 'a', n: 1000000 }, spec: { c: [{ i: 'x' }, { i: 'y' }] } }, { metadata: { name: 'b', l: { k: 'v' } } }];

  it('prints', () => {
    const columns = parseCustomColumns('NAME:.metadata.name,IMG:spec.c[*].i,N:{.metadata.n},L:.metadata.l');
    expect(printCustomColumns(columns, pods)).toBe(
      'NAME   IMG      N         L\na      x,y      1000000   <none>\nb      <none>   <none>    map[k:v]\n',
    );
    expect(printCustomColumns(parseCustomColumnsFile('A  B\n.metadata.name {.metadata.x}\n'), pods, true)).toBe(
      'a     <none>\nb     <none>\n',
    );
  });

  it.each([
    ['', 'custom-columns format specified but no custom columns given'],
    ['NAME', 'unexpected custom-columns spec: NAME, expected <header>:<json-path-expr>'],
    ['A:{x}{y}', "unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'"],
  ])('refuses %j', (spec, message) => expect(() => parseCustomColumns(spec)).toThrow(new CustomColumnsError(message)));

  it('refuses bad files', () => {
    expect(() => parseCustomColumnsFile('A B\n.a\n')).toThrow("number of headers (2) and field specifications (1) don't match");
    expect(() => parseCustomColumnsFile('A B\n')).toThrow(/^invalid template, missing spec line/);
  });
});

describe('--sort-by', () => {
  const sorted = (values: unknown[]) =>
    sortBy(
      values.map((x) => ({ s: x === undefined ? {} : { x } })),
      '.s.x',
      (item) => item,
    ).map(({ s }) => s.x);

  it('sorts numbers, text, quantities; missing values first', () => {
    expect(sorted([10, 9, 1.5])).toEqual([1.5, 9, 10]);
    expect(sorted(['b', 'a', 'B'])).toEqual(['B', 'a', 'b']);
    expect(sorted(['1Gi', '500Mi', '2'])).toEqual(['2', '500Mi', '1Gi']);
    expect(sorted(['b', undefined, 'a'])).toEqual([undefined, 'a', 'b']);
    const many = Array.from({ length: 40 }, (_, index) => (index * 7) % 40);
    expect(sorted(many)).toEqual([...many].sort((a, b) => a - b));
  });

  it('needs the field in one object at least', () => {
    expect(() => sortBy([{}, {}], '.nosuch', (item) => item)).toThrow(
      new SortError('couldn\'t find any field with path "{.nosuch}" in the list of objects'),
    );
    expect(() => sortBy([{}], '{.a', (item) => item)).toThrow(SortError);
    expect(sortBy([], '.x', (item) => item)).toEqual([]);
  });
});

describe('printf', () => {
  it.each([
    ['%v %v %v', [1e6, 123456789.5, 1e-5], '1000000 1.234567895e+08 1e-05'],
    [
      '%g|%.3g|%e|%E|%f|%6.2f|%+d',
      [0.1, 1234.5678, 1.5, 1.5, 2.5, 3.15159, 5n],
      '0.1|1.23e+03|1.500000e+00|1.500000E+00|2.500000|  3.15|+5',
    ],
    [
      '%b|%o|%#o|%O|%#x|% x|%q|%#q|%#U',
      [5n, 8n, 8n, 8n, 255n, 'hi', 'a"b', 'ab', 9731n],
      '101|10|010|0o10|0xff|68 69|"a\\"b"|`ab`|U+2603 \'☃\'',
    ],
    ['%[2]v %[1]v|%*d|%-*d|%.*f', ['a', 'b', 5n, 42n, 4n, 7n, 2n, 1.005], 'b a|%!(BADWIDTH)'],
    ['%s %d', [null, 'x'], '%!s(<nil>) %!d(string=x)'],
    ['%06.2f|%+.1e|%x', [-1.5, 12345.5, 0.5], '-01.50|+1.2e+04|0x1p-01'],
  ])('%s', (format, args, out) => expect(sprintf(format, args).startsWith(out)).toBe(true));
});
