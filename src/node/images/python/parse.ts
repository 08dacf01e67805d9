/** Python's grammar, without classes, decorators, generators, async and match. */
import { PythonSyntaxError, type Token, tokens, unescaped } from './lexer.ts';

export type Expr = { readonly line: number } & (
  | { readonly kind: 'constant'; readonly value: bigint | number | string | boolean | null }
  | { readonly kind: 'format'; readonly parts: readonly (string | FormatPart)[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list' | 'tuple' | 'set'; readonly items: readonly Expr[] }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [Expr, Expr])[] }
  | {
      readonly kind: 'comprehension';
      readonly of: 'list' | 'set' | 'dict';
      readonly item: Expr;
      readonly value: Expr | undefined;
      readonly loops: readonly Loop[];
    }
  | { readonly kind: 'unary'; readonly operator: string; readonly of: Expr }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expr; readonly right: Expr }
  | { readonly kind: 'compare'; readonly first: Expr; readonly rest: readonly (readonly [string, Expr])[] }
  | { readonly kind: 'and' | 'or'; readonly left: Expr; readonly right: Expr }
  | { readonly kind: 'if'; readonly test: Expr; readonly then: Expr; readonly otherwise: Expr }
  | { readonly kind: 'call'; readonly of: Expr; readonly args: readonly Argument[] }
  | { readonly kind: 'attribute'; readonly of: Expr; readonly name: string }
  | { readonly kind: 'index'; readonly of: Expr; readonly index: Expr }
  | { readonly kind: 'slice'; readonly from: Expr | undefined; readonly to: Expr | undefined; readonly step: Expr | undefined }
  | { readonly kind: 'lambda'; readonly parameters: readonly Parameter[]; readonly body: Expr }
);

export interface FormatPart {
  readonly value: Expr;
  /** `r` of `{x!r}`. */
  readonly conversion: string;
  readonly spec: string;
}

/** `for x in values if test` of a comprehension. */
export interface Loop {
  readonly target: Expr;
  readonly over: Expr;
  readonly tests: readonly Expr[];
}

export interface Argument {
  readonly name: string | undefined;
  readonly value: Expr;
}

export interface Parameter {
  readonly name: string;
  readonly value: Expr | undefined;
}

export type Statement = { readonly line: number } & (
  | { readonly kind: 'expression'; readonly value: Expr }
  | { readonly kind: 'assign'; readonly targets: readonly Expr[]; readonly value: Expr }
  | { readonly kind: 'update'; readonly target: Expr; readonly operator: string; readonly value: Expr }
  | { readonly kind: 'if'; readonly test: Expr; readonly then: Block; readonly otherwise: Block }
  | { readonly kind: 'while'; readonly test: Expr; readonly body: Block; readonly otherwise: Block }
  | { readonly kind: 'for'; readonly target: Expr; readonly over: Expr; readonly body: Block; readonly otherwise: Block }
  | { readonly kind: 'def'; readonly name: string; readonly parameters: readonly Parameter[]; readonly body: Block }
  | { readonly kind: 'return'; readonly value: Expr | undefined }
  | { readonly kind: 'import'; readonly module: string; readonly as: string }
  | { readonly kind: 'from'; readonly module: string; readonly names: readonly (readonly [name: string, as: string])[] }
  | { readonly kind: 'try'; readonly body: Block; readonly handlers: readonly Handler[]; readonly otherwise: Block; readonly last: Block }
  | { readonly kind: 'raise'; readonly value: Expr | undefined }
  | { readonly kind: 'with'; readonly value: Expr; readonly target: Expr | undefined; readonly body: Block }
  | { readonly kind: 'assert'; readonly test: Expr; readonly message: Expr | undefined }
  | { readonly kind: 'delete'; readonly targets: readonly Expr[] }
  | { readonly kind: 'global'; readonly names: readonly string[] }
  | { readonly kind: 'pass' | 'break' | 'continue' }
);

export type Block = readonly Statement[];

export interface Handler {
  readonly type: Expr | undefined;
  readonly name: string | undefined;
  readonly body: Block;
}

/** Reads a program. Throws PythonSyntaxError. */
export function parsePython(source: string): Block {
  return new Parser(tokens(source)).program();
}

const UNKNOWN = ['class', 'async', 'await', 'yield', 'match', 'nonlocal', '@'];
const KEYWORDS = new Set(
  'and as assert break class continue def del elif else except finally for from global if import in is lambda not or pass raise return try while with'.split(
    ' ',
  ),
);
/** From loosest to tightest, above comparisons. */
const BINARY: readonly (readonly string[])[] = [['|'], ['^'], ['&'], ['<<', '>>'], ['+', '-'], ['*', '/', '//', '%', '@']];
const COMPARISONS = ['<', '>', '==', '>=', '<=', '!='];

class Parser {
  private at = 0;
  private readonly all: readonly Token[];

  constructor(all: readonly Token[]) {
    this.all = all;
  }

  program(): Block {
    const block: Statement[] = [];
    while (this.now.type !== 'end') block.push(...this.statement());
    return block;
  }

  /** One expression that is the whole text: what stands in braces of a formatted text. */
  single(): Expr {
    const value = this.list();
    if (this.now.type !== 'newline' && this.now.type !== 'end') this.fail();
    return value;
  }

  private get now(): Token {
    return this.all[this.at] as Token;
  }

  private fail(message = 'invalid syntax'): never {
    throw new PythonSyntaxError(message, this.now.line);
  }

  private is(...texts: string[]): boolean {
    return (this.now.type === 'operator' || this.now.type === 'name') && texts.includes(this.now.text);
  }

  private eat(text: string): boolean {
    if (!this.is(text)) return false;
    this.at++;
    return true;
  }

  private takes(type: Token['type']): boolean {
    if (this.now.type !== type) return false;
    this.at++;
    return true;
  }

  private expect(text: string): void {
    if (!this.eat(text)) this.fail(text === ':' ? "expected ':'" : 'invalid syntax');
  }

  private name(): string {
    const { type, text } = this.now;
    if (type !== 'name' || KEYWORDS.has(text)) this.fail();
    this.at++;
    return text;
  }

  private dotted(): string {
    let name = this.name();
    while (this.eat('.')) name += `.${this.name()}`;
    return name;
  }

  private block(): Block {
    this.expect(':');
    if (!this.takes('newline')) return this.simple();
    if (!this.takes('indent')) this.fail(`expected an indented block after statement on line ${this.now.line - 1}`);
    const block: Statement[] = [];
    while (!this.takes('dedent')) block.push(...this.statement());
    return block;
  }

  private statement(): readonly Statement[] {
    const { line, text } = this.now;
    if (this.now.type === 'indent') this.fail('unexpected indent');
    if (this.is(...UNKNOWN)) this.fail(`${text === '@' ? 'decorators' : text} is not supported here`);
    if (this.eat('if')) return [this.conditional(line)];
    if (this.eat('while')) return [{ line, kind: 'while', test: this.expression(), body: this.block(), otherwise: this.otherwise() }];
    if (this.eat('for')) {
      const target = this.targets();
      this.expect('in');
      return [{ line, kind: 'for', target, over: this.list(), body: this.block(), otherwise: this.otherwise() }];
    }
    if (this.eat('def')) {
      const name = this.name();
      this.expect('(');
      const parameters = this.parameters(')');
      this.expect(')');
      if (this.eat('->')) this.expression();
      return [{ line, kind: 'def', name, parameters, body: this.block() }];
    }
    if (this.eat('try')) return [this.attempt(line)];
    if (this.eat('with')) {
      const value = this.expression();
      const target = this.eat('as') ? this.targets() : undefined;
      return [{ line, kind: 'with', value, target, body: this.block() }];
    }
    return this.simple();
  }

  private otherwise(): Block {
    return this.eat('else') ? this.block() : [];
  }

  private conditional(line: number): Statement {
    const test = this.expression();
    const then = this.block();
    const { line: next } = this.now;
    return { line, kind: 'if', test, then, otherwise: this.eat('elif') ? [this.conditional(next)] : this.otherwise() };
  }

  private attempt(line: number): Statement {
    const body = this.block();
    const handlers: Handler[] = [];
    while (this.eat('except')) {
      const type = this.is(':') ? undefined : this.expression();
      const name = this.eat('as') ? this.name() : undefined;
      handlers.push({ type, name, body: this.block() });
    }
    const otherwise = this.otherwise();
    const last = this.eat('finally') ? this.block() : [];
    if (handlers.length === 0 && last.length === 0) this.fail("expected 'except' or 'finally' block");
    return { line, kind: 'try', body, handlers, otherwise, last };
  }

  /** Statements of one line. */
  private simple(): Statement[] {
    const found: Statement[] = [];
    do {
      if (this.now.type === 'newline') break;
      found.push(...this.small());
    } while (this.eat(';'));
    if (!this.takes('newline')) this.fail();
    return found;
  }

  private small(): readonly Statement[] {
    const { line } = this.now;
    for (const kind of ['pass', 'break', 'continue'] as const) if (this.eat(kind)) return [{ line, kind }];
    const ends = (): boolean => this.now.type === 'newline' || this.is(';');
    if (this.eat('return')) return [{ line, kind: 'return', value: ends() ? undefined : this.list() }];
    if (this.eat('raise')) {
      const value = ends() ? undefined : this.expression();
      if (this.eat('from')) this.expression();
      return [{ line, kind: 'raise', value }];
    }
    if (this.eat('global')) return [{ line, kind: 'global', names: this.separated(() => this.name()) }];
    if (this.eat('del')) return [{ line, kind: 'delete', targets: this.separated(() => this.postfix()) }];
    if (this.eat('assert')) {
      const test = this.expression();
      return [{ line, kind: 'assert', test, message: this.eat(',') ? this.expression() : undefined }];
    }
    if (this.eat('import'))
      return this.separated(() => {
        const module = this.dotted();
        return { line, kind: 'import', module, as: this.eat('as') ? this.name() : '' };
      });
    if (this.eat('from')) {
      const module = this.dotted();
      this.expect('import');
      const inParentheses = this.eat('(');
      const names = this.separated((): readonly [string, string] => {
        const name = this.name();
        return [name, this.eat('as') ? this.name() : name];
      });
      if (inParentheses) this.expect(')');
      return [{ line, kind: 'from', module, names }];
    }
    const first = this.list();
    const update = /^(\*\*|\/\/|<<|>>|[-+*/%&|^])=$/.exec(this.now.text)?.[1];
    if (this.now.type === 'operator' && update) {
      this.at++;
      return [{ line, kind: 'update', target: first, operator: update, value: this.list() }];
    }
    if (this.eat(':')) {
      this.expression();
      return this.eat('=') ? [{ line, kind: 'assign', targets: [first], value: this.list() }] : [];
    }
    const chain = [first];
    while (this.eat('=')) chain.push(this.list());
    const value = chain.at(-1) as Expr;
    return chain.length === 1 ? [{ line, kind: 'expression', value }] : [{ line, kind: 'assign', targets: chain.slice(0, -1), value }];
  }

  private separated<T>(one: () => T): T[] {
    const found = [one()];
    while (this.eat(',')) found.push(one());
    return found;
  }

  private parameters(end: string): Parameter[] {
    const found: Parameter[] = [];
    while (!this.is(end)) {
      if (this.is('*', '**', '/')) this.fail(`parameters with ${this.now.text} are not supported here`);
      const name = this.name();
      if (end === ')' && this.eat(':')) this.expression();
      found.push({ name, value: this.eat('=') ? this.expression() : undefined });
      if (!this.eat(',')) break;
    }
    return found;
  }

  /** Expressions with commas: a tuple. */
  private list(): Expr {
    const { line } = this.now;
    const first = this.expression();
    if (!this.is(',')) return first;
    const items = [first];
    while (this.eat(',') && this.begins()) items.push(this.expression());
    return { line, kind: 'tuple', items };
  }

  private begins(): boolean {
    const { type, text } = this.now;
    if (type === 'name') return !KEYWORDS.has(text) || ['not', 'lambda'].includes(text);
    return type === 'number' || type === 'text' || (type === 'operator' && ['(', '[', '{', '-', '+', '~'].includes(text));
  }

  /** What a loop assigns to. */
  private targets(): Expr {
    const { line } = this.now;
    const items = [this.postfix()];
    while (this.eat(',')) items.push(this.postfix());
    return items.length === 1 ? (items[0] as Expr) : { line, kind: 'tuple', items };
  }

  private expression(): Expr {
    const { line } = this.now;
    if (this.eat('lambda')) {
      const parameters = this.parameters(':');
      this.expect(':');
      return { line, kind: 'lambda', parameters, body: this.expression() };
    }
    const then = this.either();
    if (!this.eat('if')) return then;
    const test = this.either();
    this.expect('else');
    return { line, kind: 'if', test, then, otherwise: this.expression() };
  }

  private either(): Expr {
    const { line } = this.now;
    let left = this.both();
    while (this.eat('or')) left = { line, kind: 'or', left, right: this.both() };
    return left;
  }

  private both(): Expr {
    const { line } = this.now;
    let left = this.negated();
    while (this.eat('and')) left = { line, kind: 'and', left, right: this.negated() };
    return left;
  }

  private negated(): Expr {
    const { line } = this.now;
    return this.eat('not') ? { line, kind: 'unary', operator: 'not', of: this.negated() } : this.comparison();
  }

  private comparison(): Expr {
    const { line } = this.now;
    const first = this.binary(0);
    const rest: [string, Expr][] = [];
    for (let operator = this.comparator(); operator !== undefined; operator = this.comparator()) rest.push([operator, this.binary(0)]);
    return rest.length === 0 ? first : { line, kind: 'compare', first, rest };
  }

  private comparator(): string | undefined {
    const { text } = this.now;
    if (this.is(...COMPARISONS, 'in')) {
      this.at++;
      return text;
    }
    if (this.eat('is')) return this.eat('not') ? 'is not' : 'is';
    if (this.is('not') && this.all[this.at + 1]?.text === 'in') {
      this.at += 2;
      return 'not in';
    }
    return undefined;
  }

  private binary(level: number): Expr {
    const operators = BINARY[level];
    if (!operators) return this.sign();
    const { line } = this.now;
    let left = this.binary(level + 1);
    while (this.is(...operators)) {
      const operator = this.now.text;
      this.at++;
      left = { line, kind: 'binary', operator, left, right: this.binary(level + 1) };
    }
    return left;
  }

  private sign(): Expr {
    const { line, text } = this.now;
    if (this.is('-', '+', '~')) {
      this.at++;
      return { line, kind: 'unary', operator: text, of: this.sign() };
    }
    const base = this.postfix();
    return this.eat('**') ? { line, kind: 'binary', operator: '**', left: base, right: this.sign() } : base;
  }

  private postfix(): Expr {
    let value = this.atom();
    for (;;) {
      const { line } = this.now;
      if (this.eat('.')) value = { line, kind: 'attribute', of: value, name: this.name() };
      else if (this.eat('(')) value = { line, kind: 'call', of: value, args: this.arguments() };
      else if (this.eat('[')) {
        value = { line, kind: 'index', of: value, index: this.subscript() };
        this.expect(']');
      } else return value;
    }
  }

  private subscript(): Expr {
    const { line } = this.now;
    const part = (): Expr | undefined => (this.is(':', ']') ? undefined : this.list());
    const from = part();
    if (!this.eat(':')) return from ?? this.fail();
    const to = part();
    return { line, kind: 'slice', from, to, step: this.eat(':') ? part() : undefined };
  }

  private arguments(): Argument[] {
    const found: Argument[] = [];
    while (!this.is(')')) {
      if (this.is('*', '**')) this.fail(`arguments with ${this.now.text} are not supported here`);
      const named = this.now.type === 'name' && this.all[this.at + 1]?.text === '=' ? this.name() : undefined;
      if (named !== undefined) this.expect('=');
      const value = this.expression();
      found.push({ name: named, value: this.is('for') && named === undefined ? this.comprehension('list', value, undefined) : value });
      if (!this.eat(',')) break;
    }
    this.expect(')');
    return found;
  }

  private comprehension(of: 'list' | 'set' | 'dict', item: Expr, value: Expr | undefined): Expr {
    const { line } = this.now;
    const loops: Loop[] = [];
    while (this.eat('for')) {
      const target = this.targets();
      this.expect('in');
      const over = this.either();
      const tests: Expr[] = [];
      while (this.eat('if')) tests.push(this.either());
      loops.push({ target, over, tests });
    }
    return { line, kind: 'comprehension', of, item, value, loops };
  }

  private atom(): Expr {
    const { line, type, text } = this.now;
    if (this.is('*', '**')) this.fail(`unpacking with ${text} is not supported here`);
    if (type === 'number') {
      this.at++;
      const plain = text.replaceAll('_', '');
      return { line, kind: 'constant', value: /^(?:0[xXbBoO]\w+|\d+)$/.test(plain) ? BigInt(plain) : Number(plain) };
    }
    if (type === 'text') return this.text();
    if (type === 'name') {
      for (const [word, value] of [
        ['None', null],
        ['True', true],
        ['False', false],
      ] as const)
        if (this.eat(word)) return { line, kind: 'constant', value };
      return { line, kind: 'name', name: this.name() };
    }
    if (this.eat('(')) {
      if (this.eat(')')) return { line, kind: 'tuple', items: [] };
      let value = this.list();
      if (this.is('for')) value = this.comprehension('list', value, undefined);
      this.expect(')');
      return value;
    }
    if (this.eat('[')) return this.items(']', 'list');
    if (this.eat('{')) return this.braces();
    return this.fail();
  }

  private items(end: string, kind: 'list' | 'set', begun: readonly Expr[] = []): Expr {
    const { line } = this.now;
    const items = [...begun];
    while (!this.is(end)) {
      items.push(this.expression());
      if (this.is('for')) {
        const made = this.comprehension(kind, items[0] as Expr, undefined);
        this.expect(end);
        return made;
      }
      if (!this.eat(',')) break;
    }
    this.expect(end);
    return { line, kind, items };
  }

  private braces(): Expr {
    const { line } = this.now;
    if (this.eat('}')) return { line, kind: 'dict', entries: [] };
    const first = this.expression();
    if (!this.eat(':')) {
      if (this.eat(',')) return this.items('}', 'set', [first]);
      if (!this.is('for')) return this.items('}', 'set', [first]);
      const made = this.comprehension('set', first, undefined);
      this.expect('}');
      return made;
    }
    const entries: [Expr, Expr][] = [[first, this.expression()]];
    if (this.is('for')) {
      const made = this.comprehension('dict', first, entries[0]?.[1]);
      this.expect('}');
      return made;
    }
    while (this.eat(',') && !this.is('}')) {
      const key = this.expression();
      this.expect(':');
      entries.push([key, this.expression()]);
    }
    this.expect('}');
    return { line, kind: 'dict', entries };
  }

  /** Texts beside each other are one. */
  private text(): Expr {
    const { line } = this.now;
    const parts: (string | FormatPart)[] = [];
    let formatted = false;
    for (; this.now.type === 'text'; this.at++) {
      const { text, prefix = '' } = this.now;
      const plain = (one: string): string => (prefix.includes('r') ? one : unescaped(one));
      if (prefix.includes('f')) {
        formatted = true;
        parts.push(...this.formatParts(text, plain));
      } else parts.push(plain(text));
    }
    return formatted ? { line, kind: 'format', parts } : { line, kind: 'constant', value: parts.join('') };
  }

  private formatParts(text: string, plain: (one: string) => string): (string | FormatPart)[] {
    const parts: (string | FormatPart)[] = [];
    let said = '';
    for (let at = 0; at < text.length; at++) {
      const sign = text[at] as string;
      if ((sign === '{' || sign === '}') && text[at + 1] === sign) said += text[at++];
      else if (sign !== '{') said += sign;
      else {
        const end = closing(text, at);
        if (end < 0) this.fail("f-string: expecting '}'");
        parts.push(plain(said));
        said = '';
        const [, source = '', conversion = '', spec = ''] = /^(.*?)(?:!([rsa]))?(?::([^:[\]()'"]*))?$/s.exec(text.slice(at + 1, end)) ?? [];
        const shown = /^(.*[^=!<>])=$/s.exec(source);
        if (shown) parts.push(source);
        parts.push({
          value: new Parser(tokens(shown?.[1] ?? source)).single(),
          conversion: shown && !conversion && !spec ? 'r' : conversion,
          spec,
        });
        at = end;
      }
    }
    return [...parts, plain(said)];
  }
}

/** Where the brace that opens at a place of a formatted text is closed. */
function closing(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if ('{[('.includes(text[at] as string)) depth++;
    if ('}])'.includes(text[at] as string) && --depth === 0) return at;
  }
  return -1;
}
