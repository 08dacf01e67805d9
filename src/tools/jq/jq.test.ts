import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runReal, runTool } from '../tools.testing.ts';
import { compareText, numberText, parseJson, print } from './json.ts';
import { parseProgram, SyntaxProblem } from './parse.ts';

const FILES = {
  a: '{"a":1,"b":[1,2,{"c":null}]}\n',
  two: '1 2\n"x"\n',
  prog: '.a # comment\n',
  lines: 'one\ntwo\n',
  empty: '',
  mixed: '[true,false,null,1.50,"\\u00e9\\n\\ud83d\\ude00"]',
  pods:
    '{"items":[{"metadata":{"name":"web-1","labels":{"app":"web"}},"status":{"phase":"Running"}},' +
    '{"metadata":{"name":"db"},"status":{"phase":"Pending"}}]}',
};

/** Where jq 1.6 and 1.7 agree, so that any of them is a witness. */
const LINES = String.raw`
jq . a
jq -c . a
jq .a.b a
jq . empty
jq . nope
jq . nope a
jq -nc '[[{"a":1},{"a":[2]}]|.[].a[]?]'
jq -nc '[[{"a":1},{"a":[2]}]|.[].a[0]?]'
jq -nc '[[{"a":1},{"a":{"b":3}}]|.[].a.b?]'
jq -nc '[[{"a":1},{"a":{"b":3}}]|.[].a["b"]?]'
jq -nc '[[{"a":1},{"a":[2]}]|.[].a[.[0]|length]?]'
jq -nc '[[{"a":1},{"a":[2]}]|.[].a[0:1]?]'
jq -nc '[[{"a":1},{"a":[2]}]|(.[].a[])?]'
jq -nc '[[{"a":1},{"a":[2]}]|.[].b[]?.c]'
jq -nc '[[{"a":[{"b":1},2,{"b":3}]}]|.[].a[].b?]'
jq -nc '[1|.a.b?]'
jq -nc '{"a":1}|path(.a[]?)'
jq -nc '[{"a":1}]|path(.[0].b[]?.c)'
jq -nc '[{"a":[1]},{"a":2}]|(.[].a[]?)|=.+1'
jq -nc '[1,[2]]|[.[]|.[0]??]'
jq -r .b[] a
jq -S . a
jq --tab . a
jq --indent 1 . a
jq -a . mixed
jq -s . two
jq -sc . two a
jq -n '[inputs]' two
jq -n 'input,input' two
jq -nc '[inputs|.b?]' two a
jq -R . lines
jq -Rs . lines
jq -nR '[inputs]' lines
jq -e .a a
jq -e .nope a
jq -e empty a
jq -j '.a,"x"' a
jq --arg x 1 '$x' a
jq --argjson x '{"y":1}' '$x.y' a
jq -nc --args '$ARGS' x y
jq -nc --jsonargs '$ARGS.positional' 1 '"x"'
jq -nc --slurpfile f two '$f'
jq -nc --rawfile f lines '$f'
jq -f prog a
jq '.items[] | select(.status.phase=="Running") | .metadata.name' pods
jq -r '.items[]|[.metadata.name,.status.phase]|@tsv' pods
jq -r '.items|map(.metadata.name)|join(",")' pods
jq '.items[].metadata.labels.app' pods
jq '.items[0].metadata.name.x' pods
jq '.items.x' pods
jq '.items[]|.metadata.name as $n|"\($n)!"' pods
jq '.items|length' pods
jq '.a,error("x"),2' two a
jq '.[0]' a a
jq -c --stream . a
jq 'input_line_number' two
jq -r 'input_filename' a two
jq '.b[1:]' a
jq 'debug' a
jq -n '"x"|halt_error(1)'
jq -n '{a:1}|halt_error'
jq 'to_entries|map("\(.key)=\(.value)")|.[]' a
jq . a -c
jq -n 1 -r
jq -n
jq -c .. a
jq -c paths a
jq -c 'del(.b[0],.a)' a
jq -c '.b[2].c //= 5' a
jq -c '.b |= map(numbers|.+1)' a
jq -c '.a += 1 | .b[0] -= 1 | .b[1] *= 3 | .x //= "d"' a
jq -c 'with_entries(.value |= tostring)' a
jq -c 'path(..)' a
jq -c '[.b[]|type]' a
jq -c '.b as [$x,$y,{$c}] | [$x,$y,$c]' a
jq -c 'first(.b[]),last(.b[]),limit(2;.b[])' a
jq -c 'any(.b[];.==2),all(.b[];.!=null)' a
jq -c '.b|index(2),(.[0:2]|add)' a
jq -c '@base64 "x\(.a)"' a
jq -c 'label $out | foreach .b[] as $i (0; .+1; if . > 1 then ., break $out else . end)' a
jq -c 'def fac: if . <= 1 then 1 else . * (. - 1 | fac) end; [range(10)|fac]' a
jq -c 'if .a==1 then "one" elif .a==2 then "two" else "many" end' a
jq -c 'tostream,fromstream(tostream)' a
jq -c '[1|truncate_stream([[0],1],[[1,0],2],[[1,0]],[[1]])]' a
jq -nc '[{a:(1,2), b:(3,4)}|[.a,.b]],["\(1,2) \(3,4)"]'
jq -nc '[null|setpath((["a"],["b"]); (1,2))],[range(0,1;3,4)]'
jq -nc '[[1,2,3][(0,1):(2,3)]],[[1,2]|.[0,1]+.[1,0]],[{(("a","b")):(1,2)}]'
jq -nc 'def f($a; $b): $a+$b; [f(1,2;10,20)]'
jq -nc '[(true,false) or (true,false)],[(true,false) and (true,false)]'
jq -nc '[(null,false,1,2) // 3],[empty // 2],[false // false]'
jq -nc '[error("x")] // 4'
jq -nc '[.[] as [$a] ?// $a | $a]'
jq -nc 'try (1,error("x"),3) catch .'
jq -nc '[5 % 3, -5 % 3, 5 % -3, 5.5 % 2, 10 / 4, 1 / 3]'
jq -nc '1 % 0'
jq -nc '{} - 1'
jq -nc '[] + {}'
jq -nc '1e17,1e18,1e-5,0.0001,0.00001,123456789012345678,1.5e300,3.0,1e1000,-0,1e15,1e16'
jq -nc '[nan]|sort,(nan < nan),([nan] == [nan])'
jq -nc '"aXbxc"|[splits("x";"gi")],[match("x";"gi").offset]'
jq -nc '"test"|[match("(?<a>t)|(?<b>e)";"g")]|.[1]'
jq -nc '"abc" | sub("(?<x>b)";"[\(.x)]"),gsub("[ac]";"-"),test("B";"i"),[scan("[a-b]")],capture("(?<z>c)")'
jq -nc '"a" | test("(")'
jq -nc '"a" | test("a";"q")'
jq -nc '"abcb"|index("b"),rindex("b"),indices("b"),.[1:],.[-1:],ascii_upcase,explode,(explode|implode)'
jq -nc '[1,"a\"b",null,true]|@csv,@json,@text'
jq -nc '"x y\u00e9<&>"|@sh,@uri,@html "\(.)!",@base64,(@base64|@base64d)'
jq -nc '"YQ=="|@base64d'
jq -nc '[3,1,2]|sort,min,max,add,reverse,first,last,nth(1),contains([1]),inside([1,2,3,4])'
jq -nc '[{a:1,b:2},{a:1,b:3},{a:0}]|group_by(.a),unique_by(.a),min_by(.b),max_by(.b),sort_by(.a,-.b)'
jq -nc '[1,[2,[3]]]|flatten,flatten(1),flatten(-1)'
jq -nc '[[1,2],[3]]|transpose'
jq -nc '[[1,2],[3,4]]|[combinations]'
jq -nc '[1,2,null,"a",[1],{a:1},true]|map(tojson),map(tostring),map(length?),sort'
jq -nc '{"a":[1,2,3]}|del(.a[1:]),delpaths([["a",0],["a",-1]]),getpath(["a",1]),to_entries,has("a"),keys'
jq -nc '{a:{b:1}} * {a:{c:2}},([1,2,1]-[1]),("a,b"/",")'
jq -nc '[limit(3;repeat(1))],[while(.<3;(.//0)+1)],[until(.>3;(.//0)+1)],[recurse(if . < 2 then .+1 else empty end)]'
jq -nc '0|todate,gmtime,(gmtime|mktime),strftime("%A, %B %d, %Y")'
jq -nc '"2015-03-05T23:51:47Z"|fromdate,strptime("%Y-%m-%dT%H:%M:%SZ")'
jq -nc '[walk(if type == "array" then sort else . end)]'
jq -nc '"a"|tonumber'
jq -nc '"{\"a\":1"|fromjson'
jq -nc '1|keys'
jq -nc '.[]'
jq -nc '"abc"|.[0]'
jq -nc '[1]|has("a")'
jq -nc '1|contains("a")'
jq -nc '{} | .a.b.c = 1, .["a","b"] = 1, (.x[2] = 1)'
jq -nc 'path(1)'
jq -nc 'path(first(.a,.b)),path(if .a then .b else .c end),path(getpath(["x","y"])|.z)'
jq -nc '[1,2] | .[-3] = 0'
jq -nc 'foo'
jq -nc '$x | foo(1)'
jq -nc '1 == 1 == 1'
jq -nc '.a | | .b'
jq -nc '()'
jq -nc '"\(1;2)"'
jq -nc '@foo'
jq -nc input
jq -nc '[$__loc__],("a" as $x | "b" as $y | $x+$y),([1,2,3] as [$a] | {$a}),({"a b":1}."a b")'
jq -nc 'reduce (1,2,3) as [$a] (0; .+1)'
jq -nc '$ENV.USER, env.USER'
jq -nc '[splits("a")]'
jq -nc '{if:1,and:2}|.if,.and'
`
  .trim()
  .split('\n');

describe('as the real one', () => {
  const outcomes = runReal(
    'jq',
    LINES.map((line) => ({ line, files: FILES })),
  );
  it.each(LINES.map((line, index) => [line, outcomes[index]] as const))('%s', (line, real) => {
    const { out, err, code } = runTool(line, { files: FILES });
    expect({ out, err, code }).toEqual(real);
  });
});

/** What 1.7 does otherwise than versions before it. */
const OF_1_7: readonly (readonly [string, string, string, number])[] = [
  [`jq -nc '[1,2,3] | (.[]|select(.>1)) |= empty'`, '[1]\n', '', 0],
  [`jq -nc 'try error(null) catch .'`, 'null\n', '', 0],
  [`jq -nc '[limit(0;1,2)]'`, '[]\n', '', 0],
  [`jq -nc '{a:{b:1},c:2}|pick(.a.b)'`, '{"a":{"b":1}}\n', '', 0],
  [`jq -nc '1 as $x | if $x == 1 then "y" end'`, '"y"\n', '', 0],
  [`jq -nc '{$__loc__}'`, '{"__loc__":{"file":"<top-level>","line":1}}\n', '', 0],
  [`jq -nc '"  a "|trim,ltrim,rtrim'`, '"a"\n"a "\n"  a"\n', '', 0],
  [`jq -nc '1/0'`, '', 'jq: error (at <unknown>): number (1) and number (0) cannot be divided because the divisor is zero\n', 5],
  [
    `jq '.foo[' a`,
    '',
    'jq: error: syntax error, unexpected end of file (Unix shell quoting issues?) at <top-level>, line 1:\n.foo[    \njq: 1 compile error\n',
    3,
  ],
  [
    `jq 'if . then 1' a`,
    '',
    "jq: error: syntax error, unexpected end of file (Unix shell quoting issues?) at <top-level>, line 1:\nif . then 1          \njq: error: Possibly unterminated 'if' statement at <top-level>, line 1:\nif . then 1\njq: 2 compile errors\n",
    3,
  ],
  [
    'jq --zork . a',
    '',
    'jq: Unknown option --zork\nUse jq --help for help with command-line options,\nor see the jq manpage, or online docs  at https://jqlang.github.io/jq\n',
    2,
  ],
];

it.each(OF_1_7)('%s', (line, out, err, code) => {
  const ours = runTool(line, { files: FILES });
  expect({ out: ours.out, err: ours.err, code: ours.code }).toEqual({ out, err, code });
});

it.each([
  ['{"a":1\n', '', 'Unfinished JSON term at EOF at line 2, column 0'],
  ['1 {"a":tru}', '1\n', 'Invalid literal at line 1, column 11'],
  ['[1,,2]', '', "Expected value before ',' at line 1, column 4"],
  ['{"a" 1}', '', 'Expected separator between values at line 1, column 7'],
  ['"ab\ncd"', '', 'Invalid string: control characters from U+0000 through U+001F must be escaped at line 2, column 3'],
  ['{"a":1,}', '', 'Expected another key-value pair at line 1, column 8'],
  ['1 2 ]', '1\n2\n', "Unmatched ']' at line 1, column 5"],
])('reports a mistake in the input: %j', (input, out, message) => {
  expect(runTool('jq .', { input })).toMatchObject({ out, err: `jq: parse error: ${message}\n`, code: 5 });
});

it('colors what a terminal or -C asks for', () => {
  expect(runTool(['jq', '-C', '-c', '.'], { input: '{"a":[null,"x"]}' }).out).toBe(
    '\x1b[1;39m{\x1b[0m\x1b[1;34m"a"\x1b[0m\x1b[1;39m:\x1b[0m\x1b[1;39m[\x1b[0;90mnull\x1b[0m\x1b[1;39m,' +
      '\x1b[0;32m"x"\x1b[0m\x1b[1;39m\x1b[1;39m]\x1b[0m\x1b[1;39m\x1b[1;39m}\x1b[0m\n',
  );
});

it('gives values as their text is complete', () => {
  const feed = function* (): Generator<unknown, number> {
    yield { op: 'write', fd: 1, text: '{"a":1}{"a"' };
    yield { op: 'sleep', ms: Number.POSITIVE_INFINITY };
    return 0;
  };
  const { out, code } = runTool(['sh', '-c', 'feed | jq -c .'], { programs: { feed: feed as never }, ms: 1000 });
  expect({ out, code }).toEqual({ out: '{"a":1}\n', code: undefined });
});

describe('endless programs', () => {
  it.each(['def f: f; f', 'until(false;.)', 'last(range(infinite))', 'def f: .,f; f|empty'])('%s lets others run', (program) => {
    expect(runTool(['jq', '-n', program], { ms: 20 }).code).toBeUndefined();
  });
  it.each(['def f: if . < 100000 then .+1|f else . end; 0|f', 'def f: if . == 0 then 0 else 1 + (.-1|f) end; 100000|f'])(
    '%s is deep',
    (program) => {
      expect(runTool(['jq', '-n', program], { ms: 10_000 }).out).toBe('100000\n');
    },
  );
  it('ends when there is no more room', () => {
    expect(runTool(['jq', '-n', '"x"*1000000000'])).toMatchObject({ err: 'jq: memory exhausted\n', code: 2 });
  });
});

describe('any input', () => {
  const token = fc.constantFrom(
    ...'. .. .a .[] .[0] .[1:] ? // | , + - * / % == != < and or not = |= += //= ( ) [ ] { } a: "x" "\\(.)" 1 -1 null true $x as reduce foreach'.split(
      ' ',
    ),
    ...'if then elif else end try catch error label break $x def f: ; f limit(1;.) path(.a) first(.[]) input empty map(.) sort @csv @base64d'.split(
      ' ',
    ),
    ...'test("a") tojson fromjson keys length add del(.a) to_entries from_entries ltrimstr(1) splits("") implode range(3) tostream $__loc__'.split(
      ' ',
    ),
  );
  const program = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.array(token, { maxLength: 12 }).map((parts) => parts.join(' ')),
  );

  it('parses or is refused', () => {
    fc.assert(
      fc.property(program, (text) => {
        try {
          parseProgram(text);
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxProblem);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('ends with a code or goes on', () => {
    fc.assert(
      fc.property(program, fc.json(), (text, input) => {
        const { code } = runTool(['jq', '-c', '--', text], { input, ms: 5 });
        expect([undefined, 0, 2, 3, 5]).toContain(code);
      }),
      { numRuns: 250 },
    );
  });

  it('is JSON that comes out as it went in', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(print(parseJson(text)))).toEqual(JSON.parse(JSON.stringify(JSON.parse(text))));
      }),
    );
  });

  it('writes numbers that read as the same', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (n) => {
        expect(Number(numberText(n))).toBe(n);
      }),
    );
  });

  it('orders text as its bytes', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareText(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
    );
  });
});
