/** Shell arithmetic on 64-bit integers, evaluated straight from text (after `$` expansion) as bash does. */

/** Where names get their values; `subscript` is the text between brackets. */
export interface ArithmeticScope {
  get(name: string, subscript: string | undefined): string | undefined;
  set(name: string, subscript: string | undefined, value: string): void;
}

/** `text: what (error token is "...")` */
export class ArithmeticError extends Error {}

const BINARY: Readonly<Record<string, number>> = {
  ',': 1,
  '?': 3,
  '||': 4,
  '&&': 5,
  '|': 6,
  '^': 7,
  '&': 8,
  '==': 9,
  '!=': 9,
  '<': 10,
  '>': 10,
  '<=': 10,
  '>=': 10,
  '<<': 11,
  '>>': 11,
  '+': 12,
  '-': 12,
  '*': 13,
  '/': 13,
  '%': 13,
  '**': 15,
};
const ASSIGN = new Set(['=', '+=', '-=', '*=', '/=', '%=', '<<=', '>>=', '&=', '^=', '|=']);
const OPERATORS = [
  '<<=',
  '>>=',
  '**',
  '++',
  '--',
  '<<',
  '>>',
  '<=',
  '>=',
  '==',
  '!=',
  '&&',
  '||',
  '+=',
  '-=',
  '*=',
  '/=',
  '%=',
  '&=',
  '^=',
  '|=',
];
const MAX_DEPTH = 100;

interface Operand {
  readonly value: bigint;
  readonly name?: string;
  readonly subscript?: string | undefined;
}

/** The value of a digit of `2#101`, undefined where the base has none such. */
function digitOf(c: string, base: number): number | undefined {
  const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@_';
  const value = digits.indexOf(base <= 36 ? c.toLowerCase() : c);
  return value >= 0 && value < base ? value : undefined;
}

/** The value of an expression; an empty one is 0. Throws ArithmeticError. */
export function evaluate(text: string, scope: ArithmeticScope, depth = 0): bigint {
  return new Evaluator(text, scope, depth).run();
}

class Evaluator {
  private readonly text: string;
  private readonly scope: ArithmeticScope;
  private readonly depth: number;
  private pos = 0;
  private nesting = 0;
  private tokenStart = 0;
  /** Above 0 inside a branch that is not taken. */
  private skipping = 0;

  constructor(text: string, scope: ArithmeticScope, depth: number) {
    this.text = text;
    this.scope = scope;
    this.depth = depth;
    if (depth > MAX_DEPTH)
      throw new ArithmeticError(`${text.trim()}: expression recursion level exceeded (error token is "${text.trim()}")`);
  }

  run(): bigint {
    if (this.peek() === '') return 0n;
    const result = this.expression(1).value;
    if (this.peek() !== '') {
      const lvalue = ASSIGN.has(this.peek());
      this.fail(
        lvalue
          ? 'attempted assignment to non-variable'
          : /^[\w$]/.test(this.peek())
            ? 'syntax error in expression'
            : 'syntax error: invalid arithmetic operator',
      );
    }
    return result;
  }

  private fail(what: string, from = this.tokenStart): never {
    throw new ArithmeticError(`${this.text.replace(/^\s+/, '')}: ${what} (error token is "${this.text.slice(from).replace(/^\s+/, '')}")`);
  }

  /** Of a number bash tells no more than it has read: up to its end. */
  private failNumber(what: string): never {
    const read = this.text.slice(0, this.pos).replace(/^\s+/, '');
    throw new ArithmeticError(`${read}: ${what} (error token is "${this.text.slice(this.tokenStart, this.pos)}")`);
  }

  /** The operator or first character at the cursor, '' at the end. */
  private peek(): string {
    while (/\s/.test(this.text[this.pos] ?? '')) this.pos++;
    this.tokenStart = this.pos;
    for (const operator of OPERATORS) if (this.text.startsWith(operator, this.pos)) return operator;
    return this.text[this.pos] ?? '';
  }

  private expression(min: number): Operand {
    if (++this.nesting > 1000) this.fail('expression recursion level exceeded');
    let left = this.assignment();
    for (;;) {
      const operator = this.peek();
      const at = this.pos;
      const power = BINARY[operator];
      if (power === undefined || power < min) break;
      this.pos += operator.length;
      if (operator === '?') {
        left = { value: this.ternary(left.value) };
      } else if (operator === '&&' || operator === '||') {
        const decided = (left.value === 0n) === (operator === '&&');
        if (decided) this.skipping++;
        const right = this.expression(power + 1).value;
        if (decided) this.skipping--;
        left = { value: decided ? (operator === '&&' ? 0n : 1n) : right !== 0n ? 1n : 0n };
      } else {
        const right = this.expression(operator === '**' ? power : power + 1);
        left = { value: this.binary(operator, left.value, right.value, at + operator.length) };
      }
    }
    this.nesting--;
    return left;
  }

  private ternary(condition: bigint): bigint {
    if (condition === 0n) this.skipping++;
    if (this.peek() === ':' || this.peek() === '')
      this.fail('expression expected', this.peek() === '' ? this.lastToken() : this.tokenStart);
    const yes = this.expression(1).value;
    if (condition === 0n) this.skipping--;
    if (this.peek() !== ':') this.fail("`:' expected for conditional expression", this.peek() === '' ? this.lastToken() : this.tokenStart);
    this.pos++;
    if (condition !== 0n) this.skipping++;
    const no = this.expression(3).value;
    if (condition !== 0n) this.skipping--;
    return condition !== 0n ? yes : no;
  }

  /** A unary expression, or an assignment when a name and an assignment operator come. */
  private assignment(): Operand {
    const start = this.pos;
    const left = this.unary();
    const operator = this.peek();
    if (!ASSIGN.has(operator)) return left;
    if (left.name === undefined) this.fail('attempted assignment to non-variable');
    if (start > this.pos) this.fail('syntax error');
    this.pos += operator.length;
    const at = this.pos;
    const right = this.expression(2).value;
    const value = operator === '=' ? right : this.binary(operator.slice(0, -1), left.value, right, at);
    this.store(left, value);
    return { value };
  }

  private store(target: Operand, value: bigint): void {
    if (this.skipping === 0) this.scope.set(target.name as string, target.subscript, String(BigInt.asIntN(64, value)));
  }

  private unary(): Operand {
    const operator = this.peek();
    if (++this.nesting > 1000) this.fail('expression recursion level exceeded');
    try {
      if (operator === '++' || operator === '--') {
        this.pos += 2;
        const operand = this.unary();
        // `++5` is two plus signs before a number.
        if (operand.name === undefined) return { value: operand.value };
        const value = BigInt.asIntN(64, operand.value + (operator === '++' ? 1n : -1n));
        this.store(operand, value);
        return { value };
      }
      if ('+-!~'.includes(operator) && operator !== '') {
        this.pos++;
        const { value } = this.unary();
        return {
          value:
            operator === '-' ? BigInt.asIntN(64, -value) : operator === '!' ? (value === 0n ? 1n : 0n) : operator === '~' ? ~value : value,
        };
      }
      return this.postfix();
    } finally {
      this.nesting--;
    }
  }

  private postfix(): Operand {
    const operand = this.primary();
    const operator = this.peek();
    if ((operator !== '++' && operator !== '--') || operand.name === undefined) return operand;
    this.pos += 2;
    this.store(operand, BigInt.asIntN(64, operand.value + (operator === '++' ? 1n : -1n)));
    return { value: operand.value };
  }

  private primary(): Operand {
    const token = this.peek();
    const rest = this.text.slice(this.pos);
    if (token === '(') {
      this.pos++;
      const inner = this.expression(1);
      if (this.peek() !== ')') this.fail("missing `)'");
      this.pos++;
      return { value: inner.value };
    }
    const number = /^\d[\w#@]*/.exec(rest)?.[0];
    if (number) {
      this.pos += number.length;
      return { value: this.number(number) };
    }
    const name = /^[a-zA-Z_]\w*/.exec(rest)?.[0];
    if (name === undefined) this.fail('syntax error: operand expected', token === '' ? Math.max(0, this.lastToken()) : this.tokenStart);
    this.pos += name.length;
    let subscript: string | undefined;
    if (this.text[this.pos] === '[') {
      const close = this.closingBracket(this.pos);
      subscript = this.text.slice(this.pos + 1, close);
      this.pos = close + 1;
    }
    if (this.skipping > 0) return { value: 0n, name, subscript };
    const text = this.scope.get(name, subscript) ?? '';
    const plain = /^-?(?:0|[1-9]\d*)$/.test(text) ? BigInt.asIntN(64, BigInt(text)) : evaluate(text, this.scope, this.depth + 1);
    return { value: plain, name, subscript };
  }

  private lastToken(): number {
    const before = this.text.slice(0, this.pos).trimEnd();
    return before.length - (/(?:[-+*/%<>=&|^!~?:,(]|\w+)$/.exec(before)?.[0].length ?? 0);
  }

  private closingBracket(open: number): number {
    let depth = 0;
    for (let i = open; i < this.text.length; i++) {
      if (this.text[i] === '[') depth++;
      else if (this.text[i] === ']' && --depth === 0) return i;
    }
    return this.fail('bad array subscript', open);
  }

  private number(text: string): bigint {
    const based = /^(\d+)#(.*)$/.exec(text);
    if (based) {
      const base = Number(based[1]);
      if (base < 2 || base > 64) this.failNumber('invalid arithmetic base');
      let value = 0n;
      for (const c of based[2] as string) {
        const digit = digitOf(c, base);
        if (digit === undefined) this.failNumber('value too great for base');
        value = value * BigInt(base) + BigInt(digit);
      }
      return BigInt.asIntN(64, value);
    }
    if (/^0[xX][0-9a-fA-F]+$/.test(text)) return BigInt.asIntN(64, BigInt(text));
    if (/^0[0-7]+$/.test(text)) return BigInt.asIntN(64, BigInt(`0o${text.slice(1)}`));
    if (/^\d+$/.test(text)) {
      if (text.length > 1 && text.startsWith('0')) this.failNumber('value too great for base');
      return BigInt.asIntN(64, BigInt(text));
    }
    return this.failNumber('value too great for base');
  }

  private binary(operator: string, a: bigint, b: bigint, at: number): bigint {
    const bool = (value: boolean): bigint => (value ? 1n : 0n);
    switch (operator) {
      case ',':
        return b;
      case '|':
        return a | b;
      case '^':
        return a ^ b;
      case '&':
        return a & b;
      case '==':
        return bool(a === b);
      case '!=':
        return bool(a !== b);
      case '<':
        return bool(a < b);
      case '>':
        return bool(a > b);
      case '<=':
        return bool(a <= b);
      case '>=':
        return bool(a >= b);
      case '<<':
        return BigInt.asIntN(64, a << (b & 63n));
      case '>>':
        return a >> (b & 63n);
      case '+':
        return BigInt.asIntN(64, a + b);
      case '-':
        return BigInt.asIntN(64, a - b);
      case '*':
        return BigInt.asIntN(64, a * b);
      case '**':
        return this.power(a, b, at);
      default:
        if (b === 0n) {
          if (this.skipping > 0) return 0n;
          this.fail('division by 0', at);
        }
        return BigInt.asIntN(64, operator === '/' ? a / b : a % b);
    }
  }

  private power(base: bigint, exponent: bigint, at: number): bigint {
    if (exponent < 0n) this.fail('exponent less than 0', Math.max(at, this.lastToken()));
    let result = 1n;
    let factor = base;
    for (let e = exponent; e > 0n; e >>= 1n) {
      if (e & 1n) result = BigInt.asIntN(64, result * factor);
      factor = BigInt.asIntN(64, factor * factor);
    }
    return result;
  }
}
