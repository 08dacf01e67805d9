import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { session } from '../../../session/shell.testing.ts';
import { parsePython } from './parse.ts';
import { operate, repr, type Value } from './values.ts';

/** Programs with what Python itself says to them. */
const PROGRAMS: readonly (readonly [name: string, source: string, said: string])[] = [
  [
    'what the docs use in Jobs',
    'import os, sys\nprint("Hello world")\nif int(os.environ.get("JOB_COMPLETION_INDEX", "4")) % 2 == 0:\n  sys.exit(3)\n',
    'Hello world\ncommand terminated with exit code 3\n',
  ],
  [
    'functions, recursion and scopes',
    'total = 0\ndef add(n, by=2):\n    global total\n    total += n * by\n    return total\ndef fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\nadd(1); add(2, by=10)\nprint(total, [fib(i) for i in range(8)], (lambda a, b=1: a + b)(4))',
    '22 [0, 1, 1, 2, 3, 5, 8, 13] 5\n',
  ],
  [
    'numbers',
    'print(7 // 2, -7 // 2, 7 % -3, 2 ** 70, 7 / 2, 1e20, 0.1 + 0.2, 3.0, 10 ** -2, round(2.5), divmod(7, 3), 0xff, 1_000)',
    '3 -4 -2 1180591620717411303424 3.5 1e+20 0.30000000000000004 3.0 0.01 2 (2, 1) 255 1000\n',
  ],
  [
    'texts and formats',
    's = "hello world"\nx = 5\nprint(s[::-1], s[2:5], s[-3:], s.title(), "%5d|%-4s|%05.1f" % (42, "ab", 3.14159), "{:>4}|{a}".format(1, a=2))\nprint(f"{1234567.891:,.2f} {0.256:.1%} {255:x} {\'c\':^5}| {x=} {x!r} {{}}")',
    'dlrow olleh llo rld Hello World    42|ab  |003.1    1|2\n1,234,567.89 25.6% ff   c  | x=5 5 {}\n',
  ],
  [
    'collections',
    'c = {}\nfor w in "a b a c b a".split():\n    c[w] = c.get(w, 0) + 1\nprint(c, sorted(c.items(), key=lambda p: (-p[1], p[0])), {1, 2} & {2, 3}, list(zip([1, 2], "ab")))\na = [3, 1, 2]; a.sort(reverse=True); a.append(9); del a[0]\nprint(a, a.pop(), [x * y for x in a for y in a if x != y], ("x",), {k: v for k, v in enumerate("ab")})',
    "{'a': 3, 'b': 2, 'c': 1} [('a', 3), ('b', 2), ('c', 1)] {2} [(1, 'a'), (2, 'b')]\n[2, 1] 9 [2, 2] ('x',) {0: 'a', 1: 'b'}\n",
  ],
  [
    'exceptions',
    'def f():\n    try:\n        return {}["k"]\n    except (KeyError, IndexError) as e:\n        print("caught", e, repr(e))\n        raise ValueError("no " + str(1))\n    finally:\n        print("finally")\ntry:\n    f()\nexcept Exception as e:\n    print(e)\n',
    "caught 'k' KeyError('k')\nfinally\nno 1\n",
  ],
  [
    'loops',
    'n = 10\nwhile n > 0:\n    n -= 3\n    if n == 4: continue\n    print(n, end=",")\nelse:\n    print("done")\nfor i in range(9):\n    if i == 2: break\nelse: print("never")\nprint(i, 1 < 2 < 3, not [] and "x" or None)',
    '7,1,-2,done\n2 True x\n',
  ],
];

let run: (script: string) => Promise<string>;
beforeAll(async () => {
  run = await session();
  await run('kubectl run py --image=python:3.14 -- sleep 3600; kubectl wait --for=condition=Ready pod/py');
});

describe('Python', () => {
  it.each(PROGRAMS)('%s', async (_name, source, said) => {
    expect(await run(`kubectl exec -i py -- python3 - <<'P'\n${source}\nP`)).toBe(said);
  });

  it('says what went wrong and where', async () => {
    expect(await run(`kubectl exec py -- python3 -c 'x = 1\nraise ValueError("bad")'`)).toBe(
      'Traceback (most recent call last):\n  File "<string>", line 2, in <module>\n    raise ValueError("bad")\nValueError: bad\ncommand terminated with exit code 1\n',
    );
    expect(await run('kubectl exec py -- python3 -c \'import sys; sys.exit("stop")\'')).toBe('stop\ncommand terminated with exit code 1\n');
    expect(await run("kubectl exec py -- python3 -c 'import requests'")).toContain("ModuleNotFoundError: No module named 'requests'");
    expect(await run("kubectl exec py -- python3 -c 'class A: pass'")).toContain('SyntaxError: class is not supported here');
  });

  it('loops forever without taking the page with it', async () => {
    expect(await run('timeout 0.2 kubectl exec py -- python3 -c "while True: pass"; echo $?')).toBe('124\n');
  });
});

it('divides whole numbers so that quotient and rest make them up again', () =>
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt({ min: -1000n, max: 1000n }), (a, b) => {
      fc.pre(b !== 0n);
      const [quotient, rest] = [operate('//', a, b), operate('%', a, b)] as [bigint, bigint];
      return quotient * b + rest === a && (rest === 0n || rest < 0n === b < 0n);
    }),
  ));

it('reads back what repr writes of a text', () =>
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", '"', '\\', '\n', '\t', 'a', 'é', '{', '#') }), (text) => {
      const [statement] = parsePython(repr(text as Value));
      return statement?.kind === 'expression' && statement.value.kind === 'constant' && statement.value.value === text;
    }),
  ));
