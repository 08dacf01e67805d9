/** seq and expr. */
import { yieldNow } from '../kernel/sys.ts';
import { type Conversion, conversions, formatNumber } from './format.ts';
import { extraOperand, missingOperand, options, usageError } from './options.ts';
import { compile } from './regex/match.ts';
import { RegexError } from './regex/parse.ts';
import { Failure, type Tool } from './tool.ts';

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$|^[-+]?inf(inity)?$|^[-+]?0x[\da-f]+$/i;

export const seq: Tool = function* (call) {
  // Negative numbers are operands, not options.
  const split = call.args.findIndex((arg) => /^-[\d.]/.test(arg) && NUMBER.test(arg));
  const args = split < 0 ? call.args : [...call.args.slice(0, split), '--', ...call.args.slice(split)];
  const given = options(call, 's,separator: w,equal-width f,format:', { args });
  const { operands } = given;
  if (operands.length === 0) throw missingOperand(call);
  if (operands.length > 3) throw extraOperand(call, operands[3] as string);
  for (const text of operands)
    if (!NUMBER.test(text)) throw new Failure(usageError(call, `invalid floating point argument: ${call.quote(text)}`));
  const value = (text: string): number => (/inf/i.test(text) ? (text.startsWith('-') ? -1 : 1) * Number.POSITIVE_INFINITY : Number(text));
  const [first, step, last] = (
    operands.length === 1 ? ['1', '1', ...operands] : operands.length === 2 ? [operands[0], '1', operands[1]] : operands
  ) as [string, string, string];
  const by = value(step);
  if (by === 0) throw new Failure(usageError(call, `invalid Zero increment value: ${call.quote(step)}`));
  const decimals = (text: string): number =>
    Math.min(100, Math.max(0, (/\.(\d*)/.exec(text)?.[1]?.length ?? 0) - Number(/e(.*)/i.exec(text)?.[1] ?? 0)));
  const precision = Math.max(decimals(first), decimals(step));
  const count = Math.floor((value(last) - value(first)) / by + 1e-9);
  const format = given.get('f');
  const pieces = format === undefined ? [] : [...conversions(format)];
  const numeric = pieces.filter((piece) => 'letter' in piece && piece.letter !== '%');
  if (format !== undefined && (numeric.length !== 1 || !numeric.every((piece) => 'letter' in piece && 'aAeEfFgG'.includes(piece.letter))))
    throw new Failure(
      `format ${call.quote(format)} has ${numeric.length === 0 ? 'no % directive' : numeric.length > 1 ? 'too many % directives' : `unknown %${/%[-+ #0']*\d*(?:\.\d*)?(.)/.exec(format)?.[1] ?? ''} directive`}`,
    );
  const show = (number: number): string => {
    if (format === undefined) return Math.abs(number) < 1e21 ? number.toFixed(precision) : String(BigInt(number));
    return pieces
      .map((piece) => {
        if ('text' in piece) return piece.text;
        if (piece.letter === '%') return '%';
        const conversion: Conversion = {
          flags: piece.flags,
          width: Number(piece.width || 0),
          precision: piece.precision === undefined ? undefined : Number(piece.precision),
          letter: piece.letter,
        };
        return formatNumber(number, conversion);
      })
      .join('');
  };
  const width = given.has('w') && Number.isFinite(count) ? Math.max(show(value(first)).length, show(value(first) + count * by).length) : 0;
  const separator = given.get('s') ?? '\n';
  if (count < 0) return 0;
  for (let i = 0; i <= count; i++) {
    let text = show(value(first) + i * by);
    if (text.length < width) text = text.startsWith('-') ? `-${text.slice(1).padStart(width - 1, '0')}` : text.padStart(width, '0');
    call.put((i > 0 ? separator : '') + text);
    if (call.buffered < 4096) continue;
    yield* call.flush();
    yield* yieldNow();
  }
  call.put('\n');
  return 0;
};

// expr

const LEVELS: readonly (readonly string[])[] = [['|'], ['&'], ['<', '<=', '=', '==', '!=', '>=', '>'], ['+', '-'], ['*', '/', '%'], [':']];

const isInteger = (text: string): boolean => /^-?\d+$/.test(text);
const isTrue = (text: string): boolean => text !== '' && !/^-?0+$/.test(text);

class Expression {
  private readonly words: readonly string[];
  private at = 0;

  constructor(words: readonly string[]) {
    this.words = words;
  }

  value(): string {
    const value = this.binary(0);
    if (this.at < this.words.length) throw new Failure(`syntax error: unexpected argument ‘${this.words[this.at]}’`, 2);
    return value;
  }

  private binary(level: number): string {
    const operators = LEVELS[level];
    if (!operators) return this.primary();
    let left = this.binary(level + 1);
    for (let operator = this.words[this.at]; operator !== undefined && operators.includes(operator); operator = this.words[this.at]) {
      this.at++;
      left = apply(operator, left, this.binary(level + 1));
    }
    return left;
  }

  private next(): string {
    const word = this.words[this.at];
    if (word === undefined) throw new Failure(`syntax error: missing argument after ‘${this.words[this.at - 1]}’`, 2);
    this.at++;
    return word;
  }

  private primary(): string {
    const word = this.next();
    if (word === '(') {
      const value = this.binary(0);
      if (this.words[this.at] !== ')') throw new Failure(`syntax error: expecting ')' after ‘${this.words[this.at - 1]}’`, 2);
      this.at++;
      return value;
    }
    if (this.at >= this.words.length) return word;
    if (word === '+') return this.next();
    if (word === 'length') return String([...this.primary()].length);
    if (word === 'match') return apply(':', this.primary(), this.primary());
    if (word === 'index') {
      const text = [...this.primary()];
      const set = this.primary();
      return String(text.findIndex((c) => set.includes(c)) + 1);
    }
    if (word === 'substr') {
      const text = [...this.primary()];
      const [from, length] = [Number(this.primary()), Number(this.primary())];
      return from >= 1 && length >= 1 ? text.slice(from - 1, from - 1 + length).join('') : '';
    }
    return word;
  }
}

function apply(operator: string, left: string, right: string): string {
  switch (operator) {
    case '|':
      return isTrue(left) ? left : isTrue(right) ? right : '0';
    case '&':
      return isTrue(left) && isTrue(right) ? left : '0';
    case ':': {
      const match = compile(right, 'basic').exec(left);
      const found = match && match.start === 0 ? match : undefined;
      if (/\\\(/.test(right)) return found?.groups[1] ?? '';
      return String(found ? [...(found.groups[0] as string)].length : 0);
    }
  }
  const numbers = isInteger(left) && isInteger(right);
  if ('<=>=!='.includes(operator)) {
    const order = numbers ? Number(BigInt(left) - BigInt(right)) : left < right ? -1 : left > right ? 1 : 0;
    const holds = {
      '<': order < 0,
      '<=': order <= 0,
      '=': order === 0,
      '==': order === 0,
      '!=': order !== 0,
      '>=': order >= 0,
      '>': order > 0,
    }[operator];
    return holds ? '1' : '0';
  }
  if (!numbers) throw new Failure('non-integer argument', 2);
  const [a, b] = [BigInt(left), BigInt(right)];
  if (b === 0n && (operator === '/' || operator === '%')) throw new Failure('division by zero', 2);
  return String(operator === '+' ? a + b : operator === '-' ? a - b : operator === '*' ? a * b : operator === '/' ? a / b : a % b);
}

export const expr: Tool = function* (call) {
  const words = call.args[0] === '--' ? call.args.slice(1) : call.args;
  if (words.length === 0) throw new Failure(usageError(call, 'missing operand'), 2);
  try {
    const value = new Expression(words).value();
    call.put(`${value}\n`);
    yield* call.flush();
    return isTrue(value) ? 0 : 1;
  } catch (error) {
    if (error instanceof RegexError) throw new Failure(error.message, 2);
    throw error;
  }
};
