/** An awk program as a tree. */
import { syntaxError, type Token, tokenize } from './lexer.ts';

export type Expr =
  | { readonly k: 'number'; readonly value: number }
  | { readonly k: 'string'; readonly value: string }
  | { readonly k: 'regex'; readonly source: string }
  | Lvalue
  | { readonly k: 'assign'; readonly op: string; readonly target: Lvalue; readonly value: Expr }
  | { readonly k: 'cond'; readonly test: Expr; readonly yes: Expr; readonly no: Expr }
  | { readonly k: 'and' | 'or'; readonly left: Expr; readonly right: Expr }
  | { readonly k: 'in'; readonly keys: readonly Expr[]; readonly array: string }
  | { readonly k: 'match'; readonly negated: boolean; readonly left: Expr; readonly right: Expr }
  | { readonly k: 'binary'; readonly op: string; readonly left: Expr; readonly right: Expr }
  | { readonly k: 'unary'; readonly op: string; readonly value: Expr }
  | { readonly k: 'step'; readonly by: number; readonly before: boolean; readonly target: Lvalue }
  | { readonly k: 'list'; readonly items: readonly Expr[] }
  | { readonly k: 'builtin'; readonly name: string; readonly args: readonly Expr[]; readonly line: number }
  | { readonly k: 'call'; readonly name: string; readonly args: readonly Expr[]; readonly line: number }
  | { readonly k: 'getline'; readonly target: Lvalue | undefined; readonly file?: Expr; readonly command?: Expr };

export type Lvalue =
  | { readonly k: 'var'; readonly name: string }
  | { readonly k: 'field'; readonly index: Expr }
  | { readonly k: 'element'; readonly array: string; readonly keys: readonly Expr[] };

export type Statement =
  | { readonly k: 'block'; readonly body: readonly Statement[] }
  | { readonly k: 'expr'; readonly value: Expr }
  | {
      readonly k: 'print';
      readonly formatted: boolean;
      readonly args: readonly Expr[];
      readonly redirect?: { readonly op: string; readonly to: Expr };
    }
  | { readonly k: 'if'; readonly test: Expr; readonly yes: Statement; readonly no?: Statement }
  | { readonly k: 'while'; readonly test: Expr; readonly body: Statement; readonly first: boolean }
  | { readonly k: 'for'; readonly start?: Statement; readonly test?: Expr; readonly next?: Statement; readonly body: Statement }
  | { readonly k: 'forin'; readonly name: string; readonly array: string; readonly body: Statement }
  | { readonly k: 'jump'; readonly to: 'break' | 'continue' | 'next' | 'nextfile' }
  | { readonly k: 'exit' | 'return'; readonly value?: Expr }
  | { readonly k: 'delete'; readonly array: string; readonly keys: readonly Expr[] | undefined };

export interface Rule {
  readonly kind: 'BEGIN' | 'END' | 'pattern';
  readonly pattern?: Expr;
  readonly end?: Expr;
  /** Missing: print the record. */
  readonly action?: Statement;
}

export interface AwkFunction {
  readonly params: readonly string[];
  readonly body: Statement;
}

export interface AwkProgram {
  readonly rules: readonly Rule[];
  readonly functions: ReadonlyMap<string, AwkFunction>;
}

export function parseAwk(source: string): AwkProgram {
  return new Parser(tokenize(source)).program();
}

const COMPARISONS = new Set(['<', '<=', '==', '!=', '>', '>=']);
const ASSIGNMENTS = new Set(['=', '+=', '-=', '*=', '/=', '%=', '^=']);

class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;
  /** Inside print's bare arguments `>` is a redirection; in for's head `in` is no operator. */
  private bareGreater = true;
  private bareIn = true;
  private depth = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  program(): AwkProgram {
    const rules: Rule[] = [];
    const functions = new Map<string, AwkFunction>();
    for (;;) {
      this.skipNewlines(true);
      if (this.peek().kind === 'end') return { rules, functions };
      if (this.takeWord('function')) {
        const { text } = this.next('name', 'call');
        this.expect('(');
        const params: string[] = [];
        while (!this.take(')')) {
          params.push(this.next('name').text);
          if (!this.is(')')) this.expect(',');
          this.skipNewlines();
        }
        this.skipNewlines();
        functions.set(text, { params, body: this.block() });
      } else if (this.isWord('BEGIN') || this.isWord('END')) {
        const kind = this.next('keyword').text as 'BEGIN' | 'END';
        rules.push({ kind, action: this.block() });
      } else rules.push(this.rule());
    }
  }

  private rule(): Rule {
    if (this.is('{')) return { kind: 'pattern', action: this.block() };
    const pattern = this.expr();
    let end: Expr | undefined;
    if (this.take(',')) {
      this.skipNewlines();
      end = this.expr();
    }
    const base = { kind: 'pattern', pattern, ...(end && { end }) } as const;
    if (this.is('{')) return { ...base, action: this.block() };
    if (!this.is(';') && this.peek().kind !== 'newline') throw syntaxError(this.peek());
    return base;
  }

  // Tokens

  private peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)] as Token;
  }

  private is(sign: string): boolean {
    const token = this.peek();
    return token.kind === 'sign' && token.text === sign;
  }

  private isWord(word: string): boolean {
    const token = this.peek();
    return token.kind === 'keyword' && token.text === word;
  }

  private take(sign: string): boolean {
    const found = this.is(sign);
    if (found) this.at++;
    return found;
  }

  private takeWord(word: string): boolean {
    const found = this.isWord(word);
    if (found) this.at++;
    return found;
  }

  private expect(sign: string): void {
    if (!this.take(sign)) throw syntaxError(this.peek());
  }

  private next(...kinds: Token['kind'][]): Token {
    const token = this.peek();
    if (!kinds.includes(token.kind)) throw syntaxError(token);
    this.at++;
    return token;
  }

  private skipNewlines(semicolons = false): void {
    while (this.peek().kind === 'newline' || (semicolons && this.is(';'))) this.at++;
  }

  // Statements

  private block(): Statement {
    this.expect('{');
    const body: Statement[] = [];
    for (;;) {
      this.skipNewlines(true);
      if (this.take('}')) return { k: 'block', body };
      body.push(this.statement());
    }
  }

  private endStatement(): void {
    if (this.is('}')) return;
    if (this.peek().kind === 'newline' || this.is(';')) this.skipNewlines(true);
    else throw syntaxError(this.peek());
  }

  private statement(): Statement {
    if (++this.depth > 300) throw syntaxError(this.peek());
    try {
      return this.anyStatement();
    } finally {
      this.depth--;
    }
  }

  /** The body of if, while, for: a statement, a block, or nothing. */
  private body(): Statement {
    this.skipNewlines();
    if (this.take(';')) return { k: 'block', body: [] };
    return this.statement();
  }

  private anyStatement(): Statement {
    if (this.is('{')) return this.block();
    if (this.takeWord('if')) {
      this.expect('(');
      const test = this.expr();
      this.expect(')');
      const yes = this.body();
      const before = this.at;
      this.skipNewlines(true);
      if (this.takeWord('else')) return { k: 'if', test, yes, no: this.body() };
      this.at = before;
      return { k: 'if', test, yes };
    }
    if (this.takeWord('while')) {
      this.expect('(');
      const test = this.expr();
      this.expect(')');
      return { k: 'while', test, body: this.body(), first: true };
    }
    if (this.takeWord('do')) {
      const body = this.body();
      this.skipNewlines(true);
      if (!this.takeWord('while')) throw syntaxError(this.peek());
      this.expect('(');
      const test = this.expr();
      this.expect(')');
      this.endStatement();
      return { k: 'while', test, body, first: false };
    }
    if (this.takeWord('for')) return this.forStatement();
    const simple = this.simple();
    this.endStatement();
    return simple;
  }

  private forStatement(): Statement {
    this.expect('(');
    const [name, word, array] = [this.peek(), this.peek(1), this.peek(2)];
    if (name.kind === 'name' && word.text === 'in' && array.kind === 'name' && this.peek(3).text === ')') {
      this.at += 4;
      return { k: 'forin', name: name.text, array: array.text, body: this.body() };
    }
    const start = this.is(';') ? undefined : this.simple();
    this.expect(';');
    this.skipNewlines();
    const test = this.is(';') ? undefined : this.expr();
    this.expect(';');
    this.skipNewlines();
    const next = this.is(')') ? undefined : this.simple();
    this.expect(')');
    return { k: 'for', ...(start && { start }), ...(test && { test }), ...(next && { next }), body: this.body() };
  }

  private atEnd(): boolean {
    return this.is(';') || this.is('}') || this.peek().kind === 'newline' || this.peek().kind === 'end';
  }

  private simple(): Statement {
    const token = this.peek();
    if (token.kind !== 'keyword') return { k: 'expr', value: this.expr() };
    switch (token.text) {
      case 'print':
      case 'printf':
        this.at++;
        return this.print(token.text === 'printf');
      case 'break':
      case 'continue':
      case 'next':
      case 'nextfile':
        this.at++;
        return { k: 'jump', to: token.text };
      case 'exit':
      case 'return': {
        this.at++;
        if (this.atEnd()) return { k: token.text };
        return { k: token.text, value: this.expr() };
      }
      case 'delete': {
        this.at++;
        const array = this.next('name').text;
        if (!this.take('[')) return { k: 'delete', array, keys: undefined };
        const keys = this.exprList(']');
        return { k: 'delete', array, keys };
      }
      default:
        return { k: 'expr', value: this.expr() };
    }
  }

  private print(formatted: boolean): Statement {
    const args: Expr[] = [];
    const before = this.bareGreater;
    this.bareGreater = false;
    if (!this.atEnd() && !this.is('>') && !this.is('>>') && !this.is('|')) {
      do {
        this.skipNewlines();
        args.push(this.expr());
      } while (this.take(','));
    }
    const [only] = args;
    const list = args.length === 1 && only?.k === 'list' ? only.items : args;
    const base = { k: 'print', formatted, args: list } as const;
    const op = this.peek().text;
    if (this.take('>') || this.take('>>') || this.take('|')) {
      const to = this.concatenation();
      this.bareGreater = before;
      return { ...base, redirect: { op, to } };
    }
    this.bareGreater = before;
    return base;
  }

  // Expressions

  /** Expressions up to the closing sign, which is taken. */
  private exprList(close: string): Expr[] {
    const items: Expr[] = [];
    const [greater, within] = [this.bareGreater, this.bareIn];
    this.bareGreater = true;
    this.bareIn = true;
    this.skipNewlines();
    while (!this.take(close)) {
      items.push(this.expr());
      this.skipNewlines();
      if (!this.is(close)) this.expect(',');
      this.skipNewlines();
    }
    this.bareGreater = greater;
    this.bareIn = within;
    return items;
  }

  private expr(): Expr {
    if (++this.depth > 300) throw syntaxError(this.peek());
    try {
      const left = this.ternary();
      const op = this.peek();
      if (op.kind !== 'sign' || !ASSIGNMENTS.has(op.text)) return left;
      if (left.k !== 'var' && left.k !== 'field' && left.k !== 'element') throw syntaxError(op);
      this.at++;
      this.skipNewlines();
      return { k: 'assign', op: op.text, target: left, value: this.expr() };
    } finally {
      this.depth--;
    }
  }

  private ternary(): Expr {
    const test = this.or();
    if (!this.take('?')) return test;
    this.skipNewlines();
    const yes = this.expr();
    this.skipNewlines();
    this.expect(':');
    this.skipNewlines();
    return { k: 'cond', test, yes, no: this.expr() };
  }

  private or(): Expr {
    let left = this.and();
    while (this.take('||')) {
      this.skipNewlines();
      left = { k: 'or', left, right: this.and() };
    }
    return left;
  }

  private and(): Expr {
    let left = this.membership();
    while (this.take('&&')) {
      this.skipNewlines();
      left = { k: 'and', left, right: this.membership() };
    }
    return left;
  }

  private membership(): Expr {
    let left = this.matching();
    while (this.bareIn && this.takeWord('in'))
      left = { k: 'in', keys: left.k === 'list' ? left.items : [left], array: this.next('name').text };
    return left;
  }

  private matching(): Expr {
    let left = this.comparison();
    while (this.is('~') || this.is('!~')) {
      const negated = this.next('sign').text === '!~';
      left = { k: 'match', negated, left, right: this.comparison() };
    }
    return left;
  }

  private comparison(): Expr {
    let left = this.concatenation();
    for (;;) {
      const op = this.peek();
      if (op.kind !== 'sign') return left;
      if (op.text === '|' && this.peek(1).text === 'getline') {
        this.at += 2;
        left = { k: 'getline', target: this.optionalTarget(), command: left };
      } else if (COMPARISONS.has(op.text) && (op.text !== '>' || this.bareGreater)) {
        this.at++;
        left = { k: 'binary', op: op.text, left, right: this.concatenation() };
      } else return left;
    }
  }

  private concatenation(): Expr {
    let left = this.additive();
    for (;;) {
      const token = this.peek();
      const starts =
        ['number', 'string', 'regex', 'name', 'call', 'builtin'].includes(token.kind) ||
        (token.kind === 'sign' && ['$', '!', '(', '-', '+', '++', '--'].includes(token.text) && token.text !== '!');
      if (!starts || (token.kind === 'keyword' && token.text === 'in')) return left;
      left = { k: 'binary', op: ' ', left, right: this.additive() };
    }
  }

  private additive(): Expr {
    let left = this.multiplicative();
    while (this.is('+') || this.is('-')) left = { k: 'binary', op: this.next('sign').text, left, right: this.multiplicative() };
    return left;
  }

  private multiplicative(): Expr {
    let left = this.unary();
    while (this.is('*') || this.is('/') || this.is('%')) left = { k: 'binary', op: this.next('sign').text, left, right: this.unary() };
    return left;
  }

  private unary(): Expr {
    if (this.is('!') || this.is('-') || this.is('+')) {
      if (++this.depth > 300) throw syntaxError(this.peek());
      const op = this.next('sign').text;
      const value = this.unary();
      this.depth--;
      return { k: 'unary', op, value };
    }
    return this.power();
  }

  private power(): Expr {
    const left = this.postfix();
    if (!this.take('^')) return left;
    // Right associative; the exponent may have a sign.
    const right: Expr = this.is('-') || this.is('+') || this.is('!') ? this.unary() : this.power();
    return { k: 'binary', op: '^', left, right };
  }

  private postfix(): Expr {
    const value = this.primary();
    if ((this.is('++') || this.is('--')) && (value.k === 'var' || value.k === 'field' || value.k === 'element'))
      return { k: 'step', by: this.next('sign').text === '++' ? 1 : -1, before: false, target: value };
    return value;
  }

  private lvalue(): Lvalue {
    const value = this.primary();
    if (value.k !== 'var' && value.k !== 'field' && value.k !== 'element') throw syntaxError(this.peek());
    return value;
  }

  private optionalTarget(): Lvalue | undefined {
    return this.is('$') || this.peek().kind === 'name' ? this.lvalue() : undefined;
  }

  private primary(): Expr {
    const token = this.peek();
    this.at++;
    switch (token.kind) {
      case 'number':
        return { k: 'number', value: token.value as number };
      case 'string':
        return { k: 'string', value: token.text };
      case 'regex':
        return { k: 'regex', source: token.text };
      case 'name':
        if (!this.take('[')) return { k: 'var', name: token.text };
        return { k: 'element', array: token.text, keys: this.exprList(']') };
      case 'call':
        this.expect('(');
        return { k: 'call', name: token.text, args: this.exprList(')'), line: token.line };
      case 'builtin':
        if (token.text === 'length' && !this.is('(')) return { k: 'builtin', name: 'length', args: [], line: token.line };
        this.expect('(');
        return { k: 'builtin', name: token.text, args: this.exprList(')'), line: token.line };
      case 'keyword':
        if (token.text === 'getline') {
          const target = this.optionalTarget();
          if (!this.take('<')) return { k: 'getline', target };
          return { k: 'getline', target, file: this.postfix() };
        }
        throw syntaxError(token);
      case 'sign':
        break;
      default:
        throw syntaxError(token);
    }
    if (token.text === '$') {
      if (++this.depth > 300) throw syntaxError(token);
      const index: Expr =
        this.is('++') || this.is('--')
          ? { k: 'step', by: this.next('sign').text === '++' ? 1 : -1, before: true, target: this.lvalue() }
          : this.is('-') || this.is('+')
            ? { k: 'unary', op: this.next('sign').text, value: this.primary() }
            : this.primary();
      this.depth--;
      return { k: 'field', index };
    }
    if (token.text === '++' || token.text === '--')
      return { k: 'step', by: token.text === '++' ? 1 : -1, before: true, target: this.lvalue() };
    if (token.text === '(') {
      const items = this.exprList(')');
      if (items.length === 0) throw syntaxError(this.peek());
      return { k: 'list', items };
    }
    if (token.text === '-' || token.text === '+' || token.text === '!') return { k: 'unary', op: token.text, value: this.unary() };
    throw syntaxError(token);
  }
}
