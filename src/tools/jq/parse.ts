/** jq's language as a tree, with the messages of its parser. */
import { JsonError, parseJson, type Value } from './json.ts';

export type Node =
  | { readonly t: 'identity' }
  | { readonly t: 'const'; readonly value: Value }
  | { readonly t: 'format'; readonly name: string }
  | { readonly t: 'string'; readonly format: string; readonly parts: readonly (string | Node)[] }
  | { readonly t: 'index'; readonly of: Node; readonly key: Node }
  | { readonly t: 'slice'; readonly of: Node; readonly from?: Node; readonly to?: Node }
  | { readonly t: 'each'; readonly of: Node }
  | { readonly t: 'try'; readonly body: Node; readonly handler?: Node }
  | { readonly t: 'call'; readonly name: string; readonly args: readonly Node[]; readonly at: number }
  | { readonly t: 'var'; readonly name: string; readonly at: number }
  | { readonly t: 'array'; readonly body?: Node }
  | { readonly t: 'object'; readonly pairs: readonly (readonly [Node, Node])[] }
  | { readonly t: 'negate'; readonly of: Node }
  | { readonly t: 'pipe' | 'comma' | 'and' | 'or' | 'alternative'; readonly left: Node; readonly right: Node }
  | { readonly t: 'binary' | 'update'; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly t: 'if'; readonly test: Node; readonly then: Node; readonly otherwise: Node }
  | { readonly t: 'reduce'; readonly source: Node; readonly patterns: readonly Pattern[]; readonly init: Node; readonly update: Node }
  | {
      readonly t: 'foreach';
      readonly source: Node;
      readonly patterns: readonly Pattern[];
      readonly init: Node;
      readonly update: Node;
      readonly extract: Node;
    }
  | { readonly t: 'as'; readonly source: Node; readonly patterns: readonly Pattern[]; readonly body: Node }
  | { readonly t: 'def'; readonly definition: Definition; readonly body: Node }
  | { readonly t: 'label'; readonly name: string; readonly body: Node }
  | { readonly t: 'break'; readonly name: string; readonly at: number };

export type Pattern =
  | { readonly t: 'name'; readonly name: string }
  | { readonly t: 'array'; readonly items: readonly Pattern[] }
  | { readonly t: 'object'; readonly pairs: readonly { readonly key: Node; readonly name?: string; readonly value?: Pattern }[] };

export interface Definition {
  readonly name: string;
  /** `f` takes a filter, `$f` a value. */
  readonly params: readonly string[];
  readonly body: Node;
}

export interface Problem {
  readonly message: string;
  /** Where in the program, in characters. */
  readonly at: number;
}

/** A program that cannot be parsed. */
export class SyntaxProblem extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems[0]?.message);
    this.problems = problems;
  }
}

const IDENTITY: Node = { t: 'identity' };
const KEYWORDS = new Set(
  'as def module import include if then else elif end and or reduce foreach try catch label break __loc__'.split(' '),
);
const OPERATORS = '?// //= |= += -= *= /= %= != == // <= >= .. . ? = ; , : | + - * / % $ < > ( ) [ ] { }'.split(' ');
const UPDATES = ['=', '|=', '+=', '-=', '*=', '/=', '%=', '//='];
const COMPARISONS = ['==', '!=', '<', '>', '<=', '>='];
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const END = 'end of file';

interface Token {
  /** The sign or keyword itself, or the kind as the parser's messages name it. */
  readonly kind: string;
  readonly text: string;
  readonly at: number;
}

class Parser {
  private readonly source: string;
  private at = 0;
  private peeked: Token | undefined;
  private readonly brackets: string[] = [];
  /** Where the last token starts. */
  private last = 0;

  constructor(source: string) {
    this.source = source;
  }

  program(): { definitions: Definition[]; main: Node } {
    const definitions: Definition[] = [];
    if (this.is('import', 'include', 'module'))
      throw new SyntaxProblem([{ message: `modules (${this.token.kind}) are not supported here`, at: this.token.at }]);
    while (this.is('def')) definitions.push(this.definition());
    const main = this.is(END) ? IDENTITY : this.startsExpression() ? this.pipe() : undefined;
    if (!main || !this.is(END)) throw this.unexpected(END);
    return { definitions, main };
  }

  // Tokens

  private lex(): Token {
    const blank = /(?:[ \n\t\r]|#[^\n]*)*/y;
    blank.lastIndex = this.at;
    this.at += blank.exec(this.source)?.[0].length ?? 0;
    const start = this.at;
    const take = (kind: string, text: string): Token => {
      this.at += text.length;
      this.last = start;
      return { kind, text, at: start };
    };
    const rest = (pattern: RegExp): string | undefined => {
      pattern.lastIndex = start;
      return pattern.exec(this.source)?.[0];
    };
    // The end is reported where the last token is.
    if (start >= this.source.length) return { kind: END, text: '', at: this.last };
    if (this.source[start] === '"') return take('QQSTRING_START', '"');
    const number = rest(/(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y);
    if (number !== undefined) return take('LITERAL', number);
    const field = rest(/\.[a-zA-Z_]\w*/y);
    if (field !== undefined) return take('FIELD', field);
    const word = rest(/(?:[a-zA-Z_]\w*::)*[a-zA-Z_]\w*/y);
    if (word !== undefined) return take(KEYWORDS.has(word) && word !== '__loc__' ? word : 'IDENT', word);
    const binding = rest(/\$(?:[a-zA-Z_]\w*::)*[a-zA-Z_]\w*/y);
    if (binding !== undefined) return take(binding === '$__loc__' ? '$__loc__' : 'BINDING', binding);
    const format = rest(/@\w+/y);
    if (format !== undefined) return take('FORMAT', format);
    const sign = OPERATORS.find((operator) => this.source.startsWith(operator, start));
    if (sign === undefined) return take('INVALID_CHARACTER', String.fromCodePoint(this.source.codePointAt(start) as number));
    const closing = CLOSING[sign];
    if (closing) this.brackets.push(closing);
    if (')]}'.includes(sign) && this.brackets.pop() !== sign) return take('INVALID_CHARACTER', sign);
    return take(sign, sign);
  }

  private get token(): Token {
    this.peeked ??= this.lex();
    return this.peeked;
  }

  private is(...kinds: readonly string[]): boolean {
    return kinds.includes(this.token.kind);
  }

  private next(): Token {
    const { token } = this;
    this.peeked = undefined;
    return token;
  }

  private take(kind: string): boolean {
    if (!this.is(kind)) return false;
    this.peeked = undefined;
    return true;
  }

  private expect(kind: string, expecting?: string): Token {
    if (!this.is(kind)) throw this.unexpected(expecting);
    return this.next();
  }

  private unexpected(expecting?: string): SyntaxProblem {
    const { kind, at } = this.token;
    const name = kind.length === 1 ? `'${kind}'` : kind;
    const message = `syntax error, unexpected ${name}${expecting === undefined ? '' : `, expecting ${expecting}`} (Unix shell quoting issues?)`;
    return new SyntaxProblem([{ message, at }]);
  }

  private startsExpression(): boolean {
    return this.is(
      ...['.', '..', 'FIELD', 'IDENT', 'BINDING', '$__loc__', 'LITERAL', 'FORMAT', 'QQSTRING_START', '(', '[', '{', '-', '$'],
      ...['if', 'reduce', 'foreach', 'try', 'label', 'break', 'def'],
    );
  }

  // Expressions, from the loosest to the tightest

  private pipe(): Node {
    if (this.is('def')) {
      const definition = this.definition();
      return { t: 'def', definition, body: this.pipe() };
    }
    const left = this.comma();
    return this.take('|') ? { t: 'pipe', left, right: this.pipe() } : left;
  }

  private comma(): Node {
    let left = this.alternative();
    while (this.take(',')) left = { t: 'comma', left, right: this.alternative() };
    return left;
  }

  private alternative(): Node {
    const left = this.update();
    return this.take('//') ? { t: 'alternative', left, right: this.alternative() } : left;
  }

  private update(): Node {
    const left = this.or();
    if (!this.is(...UPDATES)) return left;
    const operator = this.next().kind;
    // An alternative binds less tightly, so that `.a = 1 // 2` is (.a = 1) // 2.
    const right = this.or();
    if (this.is(...UPDATES)) throw this.unexpected();
    return { t: 'update', operator, left, right };
  }

  private or(): Node {
    let left = this.and();
    while (this.take('or')) left = { t: 'or', left, right: this.and() };
    return left;
  }

  private and(): Node {
    let left = this.comparison();
    while (this.take('and')) left = { t: 'and', left, right: this.comparison() };
    return left;
  }

  private comparison(): Node {
    const left = this.sum();
    if (!this.is(...COMPARISONS)) return left;
    const operator = this.next().kind;
    const right = this.sum();
    if (this.is(...COMPARISONS)) throw this.unexpected();
    return { t: 'binary', operator, left, right };
  }

  private sum(): Node {
    let left = this.product();
    while (this.is('+', '-')) left = { t: 'binary', operator: this.next().kind, left, right: this.product() };
    return left;
  }

  private product(): Node {
    let left = this.prefixed();
    while (this.is('*', '/', '%')) left = { t: 'binary', operator: this.next().kind, left, right: this.prefixed() };
    return left;
  }

  private prefixed(): Node {
    if (this.take('-')) return { t: 'negate', of: this.product() };
    if (this.is('def')) return this.pipe();
    if (this.take('label')) {
      const name = this.expect('BINDING', 'BINDING').text;
      this.expect('|', "'|'");
      return { t: 'label', name, body: this.pipe() };
    }
    const source = this.postfix();
    if (!this.take('as')) return source;
    const patterns = this.patterns();
    this.expect('|', patterns.length > 1 ? undefined : "?// or '|'");
    return { t: 'as', source, patterns, body: this.pipe() };
  }

  private postfix(): Node {
    let of = this.primary();
    // Whether the last thing read was a step of a path: `(.a[])?` is not one, `.a[]?` is.
    for (let isStep = false; ; isStep = true) {
      if (this.is('FIELD')) of = { t: 'index', of, key: { t: 'const', value: this.next().text.slice(1) } };
      else if (this.is('[')) of = this.bracket(of);
      else if (this.take('.')) {
        if (this.is('[')) of = this.bracket(of);
        else if (this.is('QQSTRING_START', 'FORMAT')) of = { t: 'index', of, key: this.string() };
        else throw this.unexpected("FORMAT or QQSTRING_START or '['");
      } else if (this.take('?')) of = isStep ? optional(of) : { t: 'try', body: of };
      else return of;
    }
  }

  /** `[]`, `[key]`, `[from:to]` after a term. */
  private bracket(of: Node): Node {
    this.expect('[');
    if (this.take(']')) return { t: 'each', of };
    if (this.take(':')) {
      const to = this.pipe();
      this.expect(']');
      return { t: 'slice', of, to };
    }
    const key = this.pipe();
    if (this.take(':')) {
      const to = this.is(']') ? undefined : this.pipe();
      this.expect(']');
      return { t: 'slice', of, from: key, ...(to && { to }) };
    }
    this.expect(']');
    return { t: 'index', of, key };
  }

  private primary(): Node {
    const { kind, text, at } = this.token;
    switch (kind) {
      case '.':
        this.next();
        if (this.is('QQSTRING_START')) return { t: 'index', of: IDENTITY, key: this.string() };
        return IDENTITY;
      case '..':
        this.next();
        return { t: 'call', name: 'recurse', args: [], at };
      case 'FIELD':
        this.next();
        return { t: 'index', of: IDENTITY, key: { t: 'const', value: text.slice(1) } };
      case 'LITERAL':
        this.next();
        return { t: 'const', value: Number(text) };
      case 'QQSTRING_START':
      case 'FORMAT':
        return this.string();
      case 'BINDING':
        this.next();
        return { t: 'var', name: text, at };
      case '$__loc__':
        this.next();
        return { t: 'const', value: this.location(at) };
      case 'IDENT':
        return this.call();
      case '(': {
        this.next();
        const inner = this.pipe();
        this.expect(')');
        return inner;
      }
      case '[': {
        this.next();
        if (this.take(']')) return { t: 'array' };
        const body = this.pipe();
        this.expect(']');
        return { t: 'array', body };
      }
      case '{':
        return this.object();
      case 'if':
        return this.condition();
      case 'try':
        return this.attempt();
      case 'reduce':
      case 'foreach':
        return this.loop(kind);
      case 'break': {
        this.next();
        if (this.is('BINDING')) return { t: 'break', name: this.next().text, at };
        throw new SyntaxProblem([...this.unexpected().problems, { message: 'break requires a label to break to', at }]);
      }
      default:
        throw this.unexpected();
    }
  }

  private location(at: number): Value {
    return new Map<string, Value>([
      ['file', '<top-level>'],
      ['line', this.source.slice(0, at).split('\n').length],
    ]);
  }

  private call(): Node {
    const { text: name, at } = this.next();
    if (!this.is('(')) {
      if (name === 'true' || name === 'false') return { t: 'const', value: name === 'true' };
      return name === 'null' ? { t: 'const', value: null } : { t: 'call', name, args: [], at };
    }
    this.next();
    const args = [this.pipe()];
    while (this.take(';')) args.push(this.pipe());
    this.expect(')', "';' or ')'");
    return { t: 'call', name, args, at };
  }

  /** A string with what is interpolated, `@format` before it or not; or the format alone. */
  private string(): Node {
    let format = 'text';
    if (this.is('FORMAT')) {
      format = this.next().text.slice(1);
      if (!this.is('QQSTRING_START')) return { t: 'format', name: format };
    }
    this.next();
    const parts: (string | Node)[] = [];
    for (;;) {
      const start = this.at;
      const piece = /(?:[^"\\]|\\[^(])*/y;
      piece.lastIndex = start;
      const raw = piece.exec(this.source)?.[0] ?? '';
      this.at += raw.length;
      if (raw !== '') {
        this.last = start;
        parts.push(this.unescaped(raw, start));
      }
      const c = this.source[this.at];
      if (c === undefined || (c === '\\' && this.at + 1 >= this.source.length)) {
        this.at = this.source.length;
        throw this.unexpected('QQSTRING_TEXT or QQSTRING_INTERP_START or QQSTRING_END');
      }
      if (c === '"') {
        this.at++;
        break;
      }
      this.at += 2;
      this.brackets.push(')');
      parts.push(this.pipe());
      this.expect(')');
    }
    if (parts.every((part) => typeof part === 'string')) return { t: 'const', value: parts.join('') };
    return { t: 'string', format, parts };
  }

  private unescaped(raw: string, at: number): string {
    // A backslash escape is read as JSON reads it; everything else, newlines too, stands for itself.
    return raw.replace(/(?:\\u[a-zA-Z0-9]{0,4}|\\[^u])+/g, (escapes: string) => {
      try {
        return parseJson(`"${escapes}"`) as string;
      } catch (error) {
        if (error instanceof JsonError) throw new SyntaxProblem([{ message: error.message, at }]);
        throw error;
      }
    });
  }

  private object(): Node {
    this.next();
    const pairs: (readonly [Node, Node])[] = [];
    while (!this.is('}')) {
      pairs.push(this.pair());
      if (!this.take(',')) break;
    }
    this.expect('}', pairs.length > 0 ? "'}'" : undefined);
    return { t: 'object', pairs };
  }

  private pair(): readonly [Node, Node] {
    const { kind, text, at } = this.token;
    const constant = (value: Value): Node => ({ t: 'const', value });
    const own = (key: Node): Node => ({ t: 'index', of: IDENTITY, key });
    if (kind === 'BINDING') {
      this.next();
      const variable: Node = { t: 'var', name: text, at };
      return this.take(':') ? [variable, this.objectValue()] : [constant(text.slice(1)), variable];
    }
    if (kind === '$__loc__') {
      this.next();
      return [constant('__loc__'), constant(this.location(at))];
    }
    if (kind === 'IDENT' || KEYWORDS.has(kind)) {
      this.next();
      return [constant(text), this.take(':') ? this.objectValue() : own(constant(text))];
    }
    if (kind === 'QQSTRING_START' || kind === 'FORMAT') {
      const key = this.string();
      return [key, this.take(':') ? this.objectValue() : own(key)];
    }
    if (kind === 'LITERAL') {
      this.next();
      const message = 'May need parentheses around object key expression';
      if (this.is(':'))
        throw new SyntaxProblem([
          { message: `syntax error, unexpected LITERAL (Unix shell quoting issues?)`, at },
          { message, at },
        ]);
      throw new SyntaxProblem([{ message: 'syntax error, unexpected LITERAL (Unix shell quoting issues?)', at }]);
    }
    this.expect('(');
    const key = this.pipe();
    this.expect(')');
    this.expect(':', "':'");
    return [key, this.objectValue()];
  }

  /** A value in an object: a term, or terms piped; no other operator without parentheses. */
  private objectValue(): Node {
    const left: Node = this.take('-') ? { t: 'negate', of: this.objectValue() } : this.postfix();
    return this.take('|') ? { t: 'pipe', left, right: this.objectValue() } : left;
  }

  /** Adds jq's second message to a text that ends within a statement. */
  private within<T>(start: number, message: string, parse: () => T): T {
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof SyntaxProblem) || error.problems.length > 1 || !this.is(END)) throw error;
      throw new SyntaxProblem([...error.problems, { message, at: start }]);
    }
  }

  private condition(): Node {
    const start = this.next().at;
    const test = this.pipe();
    this.expect('then');
    return this.within(start, "Possibly unterminated 'if' statement", () => {
      const then = this.pipe();
      if (this.is('elif')) return { t: 'if', test, then, otherwise: this.condition() };
      const otherwise = this.take('else') ? this.pipe() : IDENTITY;
      this.expect('end');
      return { t: 'if', test, then, otherwise };
    });
  }

  private attempt(): Node {
    const start = this.next().at;
    const operand = (): Node => (this.take('-') ? { t: 'negate', of: this.postfix() } : this.postfix());
    const body = operand();
    if (!this.take('catch')) return { t: 'try', body };
    return this.within(start, "Possibly unterminated 'try' statement", () => ({ t: 'try', body, handler: operand() }));
  }

  private loop(kind: 'reduce' | 'foreach'): Node {
    this.next();
    const source = this.postfix();
    this.expect('as');
    const patterns = this.patterns();
    this.expect('(');
    const init = this.pipe();
    this.expect(';');
    const update = this.pipe();
    const extract = kind === 'foreach' && this.take(';') ? this.pipe() : IDENTITY;
    this.expect(')');
    return kind === 'reduce' ? { t: kind, source, patterns, init, update } : { t: kind, source, patterns, init, update, extract };
  }

  private definition(): Definition {
    this.next();
    const name = this.is(...KEYWORDS) ? this.next().text : this.expect('IDENT', 'IDENT').text;
    const params: string[] = [];
    if (this.take('(')) {
      do {
        if (!this.is('IDENT', 'BINDING')) throw this.unexpected('BINDING or IDENT');
        params.push(this.next().text);
      } while (this.take(';'));
      this.expect(')', "';' or ')'");
    }
    this.expect(':', params.length > 0 ? "':'" : "':' or '('");
    const body = this.pipe();
    this.expect(';');
    return { name, params, body };
  }

  // Patterns

  private patterns(): Pattern[] {
    const patterns = [this.pattern()];
    while (this.take('?//')) patterns.push(this.pattern());
    return patterns;
  }

  private pattern(): Pattern {
    if (this.is('BINDING')) return { t: 'name', name: this.next().text };
    if (this.take('[')) {
      const items = [this.pattern()];
      while (this.take(',')) items.push(this.pattern());
      this.expect(']', "',' or ']'");
      return { t: 'array', items };
    }
    this.expect('{', "BINDING or '[' or '{'");
    const pairs = [];
    do {
      pairs.push(this.patternPair());
    } while (this.take(','));
    this.expect('}', "',' or '}'");
    return { t: 'object', pairs };
  }

  private patternPair(): { key: Node; name?: string; value?: Pattern } {
    const { kind, text } = this.token;
    if (kind === 'BINDING') {
      this.next();
      const key: Node = { t: 'const', value: text.slice(1) };
      return this.take(':') ? { key, name: text, value: this.pattern() } : { key, name: text };
    }
    let key: Node;
    if (kind === 'IDENT' || KEYWORDS.has(kind)) key = { t: 'const', value: this.next().text };
    else if (kind === 'QQSTRING_START' || kind === 'FORMAT') key = this.string();
    else {
      this.expect('(');
      key = this.pipe();
      this.expect(')');
    }
    this.expect(':', "':'");
    return { key, value: this.pattern() };
  }
}

/** Parses a program. Throws SyntaxProblem. */
export function parseProgram(source: string): { definitions: Definition[]; main: Node } {
  return new Parser(source).program();
}

/** `of?`: of a path it is only the last step whose error counts for nothing, what is before it may still fail. */
function optional(of: Node): Node {
  if (of.t === 'each') return { t: 'pipe', left: of.of, right: { t: 'try', body: { t: 'each', of: IDENTITY } } };
  // Keys are of the input of the whole, so they are known before the step.
  const known = (name: string, key: Node | undefined, body: Node): Node =>
    key ? { t: 'as', source: key, patterns: [{ t: 'name', name }], body } : body;
  const step = (last: Node): Node => ({ t: 'pipe', left: (of as Node & { t: 'index' }).of, right: { t: 'try', body: last } });
  const named = (name: string): Node => ({ t: 'var', name, at: 0 });
  if (of.t === 'index') {
    if (of.key.t === 'const') return step({ t: 'index', of: IDENTITY, key: of.key });
    return known('?key', of.key, step({ t: 'index', of: IDENTITY, key: named('?key') }));
  }
  if (of.t === 'slice') {
    const { from, to } = of;
    const last: Node = { t: 'slice', of: IDENTITY, ...(from && { from: named('?from') }), ...(to && { to: named('?to') }) };
    return known('?from', from, known('?to', to, step(last)));
  }
  return { t: 'try', body: of };
}
