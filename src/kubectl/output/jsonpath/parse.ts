// The parser of kubectl's JSONPath dialect (k8s.io/client-go/util/jsonpath).
import { sprintf } from '../gofmt.ts';
import { unquoteBody } from '../gostring.ts';

export class JsonPathError extends Error {}

/** One bound of `[start:end:step]`. */
export interface Bound {
  readonly value: number;
  readonly known: boolean;
  /** Set by the rule that [n] means [n:n+1], not by the text. */
  readonly derived: boolean;
}

export type Node =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly value: number | bigint }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'field'; readonly name: string }
  | { readonly type: 'wildcard' }
  | { readonly type: 'recursive' }
  | { readonly type: 'slice'; readonly bounds: readonly [Bound, Bound, Bound] }
  | { readonly type: 'union'; readonly paths: readonly (readonly Node[])[] }
  | { readonly type: 'filter'; readonly left: readonly Node[]; readonly operator: string; readonly right: readonly Node[] }
  | { readonly type: 'identifier'; readonly name: string };

/** A template is text and actions in turn; an action is the list of steps between `{` and `}`. */
export type Part = { readonly type: 'text'; readonly text: string } | { readonly type: 'action'; readonly nodes: readonly Node[] };

const DEEPEST = 200;
const QUOTED_KEY = /^'([^']*)'$/;
const SLICE = /^(-?\d*)(:-?\d*)?(:-?\d*)?$/;
const COMPARISON = /^([^!<>=]+)([!<>=]+)(.+?)$/;

/** The parts of `text`. Throws JsonPathError in the words of the real parser. */
export function parseParts(text: string, depth = 0): Part[] {
  if (depth > DEEPEST) throw new JsonPathError('expression is nested too deeply');
  const parts: Part[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('{', at);
    if (open !== at) parts.push({ type: 'text', text: text.slice(at, open < 0 ? text.length : open) });
    if (open < 0) break;
    const action = new ActionParser(text, open + 1, depth);
    parts.push({ type: 'action', nodes: action.parse() });
    at = action.at;
  }
  return parts;
}

/** The steps of an expression that stands alone, as inside a filter. */
function parseAction(text: string, depth: number): readonly Node[] {
  const first = parseParts(`{${text}}`, depth + 1)[0];
  return first?.type === 'action' ? first.nodes : [];
}

class ActionParser {
  private readonly text: string;
  private readonly depth: number;
  private readonly nodes: Node[] = [];
  at: number;

  constructor(text: string, at: number, depth: number) {
    this.text = text;
    this.at = at;
    this.depth = depth;
  }

  /** Reads up to and past the closing brace. */
  parse(): Node[] {
    for (;;) {
      if (this.text.startsWith('[?(', this.at)) {
        this.filter();
        continue;
      }
      if (this.text.startsWith('..', this.at)) {
        this.recursive();
        continue;
      }
      const char = this.peek();
      if (char === '' || char === '\n' || char === '\r') throw new JsonPathError('unclosed action');
      if (char === '}') {
        this.at++;
        return this.nodes;
      }
      if (char === ' ' || char === '@' || char === '$') this.at++;
      else if (char === '[') this.brackets();
      else if (char === '"' || char === "'") this.quoted(char);
      else if (char === '.') {
        this.at++;
        this.field();
      } else if (/[-+\p{Nd}]/u.test(char)) this.number();
      else if (isAlphaNumeric(char)) this.identifier();
      else throw new JsonPathError(sprintf('unrecognized character in action: %#U', [BigInt(char.codePointAt(0) as number)]));
    }
  }

  private peek(): string {
    return this.at < this.text.length ? String.fromCodePoint(this.text.codePointAt(this.at) as number) : '';
  }

  /** Takes what `pattern`, a sticky one, finds here. */
  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  private field(): void {
    const name = this.take(/(?:\\[\s\S]?|[^\s.,[\]$@{}\\]|[^\S \t\r\n])*/y);
    this.nodes.push(name === '*' ? { type: 'wildcard' } : { type: 'field', name: name.replaceAll('\\', '') });
  }

  private recursive(): void {
    if (this.nodes.at(-1)?.type === 'recursive') throw new JsonPathError('invalid multiple recursive descent');
    this.at += 2;
    this.nodes.push({ type: 'recursive' });
    if (isAlphaNumeric(this.peek())) this.field();
  }

  private identifier(): void {
    const name = this.take(/(?:[^\s.,[\]$@{}]|[^\S \t\r\n])*/y);
    this.nodes.push(name === 'true' || name === 'false' ? { type: 'bool', value: name === 'true' } : { type: 'identifier', name });
  }

  private number(): void {
    const text = this.take(/[-+]?[.\p{Nd}]*/uy);
    if (/^[-+]?\d+$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text)) {
      this.nodes.push({ type: 'number', value: BigInt(text) });
    } else if (/^[-+]?(\d+\.?\d*|\.\d+)$/.test(text)) {
      this.nodes.push({ type: 'number', value: Number(text) });
    } else throw new JsonPathError(`cannot parse number ${text}`);
  }

  private quoted(quote: '"' | "'"): void {
    const start = this.at++;
    for (;;) {
      const char = this.text[this.at++] ?? '\n';
      if (char === '\n') throw new JsonPathError('unterminated quoted string');
      if (char === quote && this.text[this.at - 2] !== '\\') break;
    }
    const literal = this.text.slice(start, this.at);
    const text = literal.length < 2 ? undefined : unquoteBody(literal.slice(1, -1), quote);
    if (text === undefined) throw new JsonPathError(`unquote string ${literal} error invalid syntax`);
    this.nodes.push({ type: 'text', text });
  }

  /** `[...]`: indexes, slices, quoted keys, and unions of these. */
  private brackets(): void {
    const end = this.text.slice(this.at).search(/[\]\n]/) + this.at;
    if (end < this.at || this.text[end] !== ']') throw new JsonPathError('unterminated array');
    const inside = this.text.slice(this.at + 1, end);
    this.at = end + 1;
    const members = inside.split(',');
    if (members.length > 1) {
      const paths = members.map((member) => parseAction(`[${member.replace(/^ +| +$/g, '')}]`, this.depth));
      this.nodes.push({ type: 'union', paths });
      return;
    }
    const key = QUOTED_KEY.exec(inside);
    if (key) this.nodes.push(...parseAction(`.${key[1]}`, this.depth));
    else this.nodes.push({ type: 'slice', bounds: parseSlice(inside === '*' ? ':' : inside) });
  }

  private filter(): void {
    const start = this.at + 3;
    let [at, quote, closed] = [start, '', false];
    for (; ; at++) {
      const char = this.text[at] ?? '\n';
      if (char === '\n') throw new JsonPathError('unterminated filter');
      if (char === '"' || char === "'") {
        if (quote === '') quote = char;
        else if (char === quote && this.text[at - 1] !== '\\') closed = true;
      } else if (char === ')' && (quote === '') === !closed) break;
    }
    if (this.text[at + 1] !== ']') throw new JsonPathError('unclosed array expect ]');
    this.at = at + 2;
    const inside = this.text.slice(start, at);
    const found = COMPARISON.exec(inside);
    const [, left = inside, operator = 'exists', right = ''] = found ?? [];
    this.nodes.push({
      type: 'filter',
      left: parseAction(left, this.depth),
      operator,
      right: found ? parseAction(right, this.depth) : [],
    });
  }
}

function parseSlice(text: string): [Bound, Bound, Bound] {
  const found = SLICE.exec(text);
  if (!found) throw new JsonPathError(`invalid array index ${text}`);
  const [, start = '', end = '', step = ''] = found;
  const first = toBound(start);
  const second = end === '' ? { value: first.value + 1, known: true, derived: true } : toBound(end.slice(1));
  return [first, second, toBound(step.slice(1))];
}

function toBound(digits: string): Bound {
  if (digits === '-' || digits.length > 15) throw new JsonPathError(`array index ${digits} is not a number`);
  return { value: Number(digits), known: digits !== '', derived: false };
}

function isAlphaNumeric(char: string): boolean {
  return /^[_\p{L}\p{Nd}]$/u.test(char);
}
