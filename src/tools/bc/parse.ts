/** The grammar of bc: a program becomes a tree. */

export type Expression =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'item'; readonly name: string; readonly index: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'assign'; readonly target: Target; readonly operator: string; readonly value: Expression }
  | { readonly kind: 'step'; readonly target: Target; readonly by: 1 | -1; readonly after: boolean }
  | { readonly kind: 'unary'; readonly operator: '-' | '!'; readonly value: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression };

export type Target = Extract<Expression, { kind: 'name' | 'item' }>;

export type Statement =
  | { readonly kind: 'expression'; readonly value: Expression; readonly silent: boolean }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'print'; readonly items: readonly (string | Expression)[] }
  | { readonly kind: 'if'; readonly test: Expression; readonly then: Statement; readonly otherwise: Statement | undefined }
  | {
      readonly kind: 'loop';
      readonly first?: Expression | undefined;
      readonly test?: Expression | undefined;
      readonly last?: Expression | undefined;
      readonly body: Statement;
    }
  | { readonly kind: 'block'; readonly statements: readonly Statement[] }
  | {
      readonly kind: 'define';
      readonly name: string;
      readonly parameters: readonly string[];
      readonly locals: readonly string[];
      readonly body: Statement;
    }
  | { readonly kind: 'return'; readonly value: Expression | undefined }
  | { readonly kind: 'leave'; readonly word: 'break' | 'continue' | 'quit' | 'halt' };

export class BcSyntaxError extends Error {}

const TOKEN =
  /\\\n|[ \t]+|\/\*[^]*?\*\/|#[^\n]*|("[^"]*")|((?:[\dA-F]+\.?[\dA-F]*|\.[\dA-F]+))|([a-z][a-z0-9_]*)|(\+\+|--|[-+*/%^]=|[=<>!]=|&&|\|\||[-+*/%^=<>!(){}[\],;\n])/y;

const BINARY: readonly (readonly string[])[] = [['||'], ['&&'], ['==', '<=', '>=', '!=', '<', '>'], ['+', '-'], ['*', '/', '%']];

export class Parser {
  private readonly tokens: string[] = [];
  private at = 0;
  private depth = 0;

  constructor(source: string) {
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < source.length) {
      const from = TOKEN.lastIndex;
      const found = TOKEN.exec(source);
      if (!found) throw new BcSyntaxError(`illegal character: ${source[from]}`);
      const token = found[1] ?? found[2] ?? found[3] ?? found[4];
      if (token !== undefined) this.tokens.push(token);
    }
  }

  /** The next statements, up to the end of a line; undefined at the end. */
  line(): Statement[] | undefined {
    while (this.is('\n') || this.is(';')) this.at++;
    if (this.at >= this.tokens.length) return undefined;
    const statements: Statement[] = [];
    for (;;) {
      statements.push(this.statement());
      if (this.take(';')) {
        if (this.is('\n') || this.at >= this.tokens.length) break;
        continue;
      }
      if (this.at >= this.tokens.length || this.is('\n')) break;
      if (statements.at(-1)?.kind !== 'define') this.wrong();
    }
    return statements;
  }

  /** Goes on behind the line of a mistake. */
  skipLine(): void {
    while (this.at < this.tokens.length && !this.is('\n')) this.at++;
  }

  private is(token: string): boolean {
    return this.tokens[this.at] === token;
  }

  private take(token: string): boolean {
    if (!this.is(token)) return false;
    this.at++;
    return true;
  }

  private wrong(): never {
    throw new BcSyntaxError('syntax error');
  }

  private need(token: string): void {
    if (!this.take(token)) this.wrong();
  }

  private lines(): void {
    while (this.take('\n'));
  }

  private statement(): Statement {
    if (++this.depth > 200) throw new BcSyntaxError('too deeply nested');
    try {
      return this.oneStatement();
    } finally {
      this.depth--;
    }
  }

  private oneStatement(): Statement {
    const token = this.tokens[this.at] ?? this.wrong();
    switch (token) {
      case '{': {
        this.at++;
        const statements: Statement[] = [];
        for (;;) {
          while (this.take('\n') || this.take(';'));
          if (this.take('}')) return { kind: 'block', statements };
          statements.push(this.statement());
          if (!this.is('}') && !this.is(';') && !this.is('\n')) this.wrong();
        }
      }
      case 'if': {
        this.at++;
        const test = this.condition();
        this.lines();
        const then = this.statement();
        const back = this.at;
        while (this.is('\n') || this.is(';')) this.at++;
        if (this.take('else')) {
          this.lines();
          return { kind: 'if', test, then, otherwise: this.statement() };
        }
        this.at = back;
        return { kind: 'if', test, then, otherwise: undefined };
      }
      case 'while': {
        this.at++;
        const test = this.condition();
        this.lines();
        return { kind: 'loop', test, body: this.statement() };
      }
      case 'for': {
        this.at++;
        this.need('(');
        const first = this.is(';') ? undefined : this.expression();
        this.need(';');
        const test = this.is(';') ? undefined : this.expression();
        this.need(';');
        const last = this.is(')') ? undefined : this.expression();
        this.need(')');
        this.lines();
        return { kind: 'loop', first, test, last, body: this.statement() };
      }
      case 'define':
        return this.definition();
      case 'return': {
        this.at++;
        if (this.is(';') || this.is('\n') || this.is('}') || this.at >= this.tokens.length) return { kind: 'return', value: undefined };
        return { kind: 'return', value: this.expression() };
      }
      case 'break':
      case 'continue':
      case 'quit':
      case 'halt':
        this.at++;
        return { kind: 'leave', word: token };
      case 'print': {
        this.at++;
        const items: (string | Expression)[] = [];
        do {
          const item = this.tokens[this.at] ?? '';
          if (item.startsWith('"')) {
            this.at++;
            items.push(item.slice(1, -1));
          } else items.push(this.expression());
        } while (this.take(','));
        return { kind: 'print', items };
      }
    }
    if (token.startsWith('"')) {
      this.at++;
      return { kind: 'text', text: token.slice(1, -1) };
    }
    const value = this.expression();
    return { kind: 'expression', value, silent: value.kind === 'assign' };
  }

  private condition(): Expression {
    this.need('(');
    const test = this.expression();
    this.need(')');
    return test;
  }

  private names(end: string): string[] {
    const names: string[] = [];
    while (!this.take(end)) {
      const name = this.tokens[this.at++] ?? this.wrong();
      if (!/^[a-z]/.test(name)) this.wrong();
      if (this.take('[')) {
        this.need(']');
        names.push(`${name}[]`);
      } else names.push(name);
      if (!this.take(',') && !this.is(end)) this.wrong();
    }
    return names;
  }

  private definition(): Statement {
    this.at++;
    const name = this.tokens[this.at++] ?? this.wrong();
    this.need('(');
    const parameters = this.names(')');
    this.lines();
    this.need('{');
    while (this.take('\n') || this.take(';'));
    const locals: string[] = [];
    if (this.take('auto')) {
      do {
        const local = this.tokens[this.at++] ?? this.wrong();
        if (this.take('[')) {
          this.need(']');
          locals.push(`${local}[]`);
        } else locals.push(local);
      } while (this.take(','));
    }
    const statements: Statement[] = [];
    for (;;) {
      while (this.take('\n') || this.take(';'));
      if (this.take('}')) break;
      statements.push(this.statement());
      if (!this.is('}') && !this.is(';') && !this.is('\n')) this.wrong();
    }
    return { kind: 'define', name, parameters, locals, body: { kind: 'block', statements } };
  }

  private expression(level = 0): Expression {
    if (++this.depth > 200) throw new BcSyntaxError('too deeply nested');
    try {
      if (level === 1 && this.take('!')) return { kind: 'unary', operator: '!', value: this.expression(2) };
      const operators = BINARY[level];
      if (!operators) return this.unary();
      let left = this.expression(level + 1);
      while (operators.includes(this.tokens[this.at] ?? '')) {
        const operator = this.tokens[this.at++] as string;
        left = { kind: 'binary', operator, left, right: this.expression(level + 1) };
      }
      return left;
    } finally {
      this.depth--;
    }
  }

  private unary(): Expression {
    if (this.take('-')) return { kind: 'unary', operator: '-', value: this.unary() };
    if (this.take('!')) return { kind: 'unary', operator: '!', value: this.unary() };
    const base = this.postfix();
    if (!this.take('^')) return base;
    return { kind: 'binary', operator: '^', left: base, right: this.unary() };
  }

  private postfix(): Expression {
    const step = this.tokens[this.at];
    if (step === '++' || step === '--') {
      this.at++;
      const target = this.primary();
      if (target.kind !== 'name' && target.kind !== 'item') this.wrong();
      return { kind: 'step', target, by: step === '++' ? 1 : -1, after: false };
    }
    const value = this.primary();
    if (value.kind !== 'name' && value.kind !== 'item') return value;
    const token = this.tokens[this.at] ?? '';
    if (token === '++' || token === '--') {
      this.at++;
      return { kind: 'step', target: value, by: token === '++' ? 1 : -1, after: true };
    }
    if (token === '=' || /^[-+*/%^]=$/.test(token)) {
      this.at++;
      return { kind: 'assign', target: value, operator: token.slice(0, -1), value: this.expression() };
    }
    return value;
  }

  private primary(): Expression {
    const token = this.tokens[this.at] ?? this.wrong();
    if (!/^[\dA-F.a-z(]/.test(token)) this.wrong();
    this.at++;
    if (token === '(') {
      const value = this.expression();
      this.need(')');
      // A value in parentheses is printed, also when it is an assignment.
      return value.kind === 'assign' ? { kind: 'binary', operator: '+', left: value, right: { kind: 'number', text: '0' } } : value;
    }
    if (/^[\dA-F.]/.test(token)) return { kind: 'number', text: token };
    if (!/^[a-z]/.test(token)) this.wrong();
    if (this.take('(')) {
      const args: Expression[] = [];
      while (!this.take(')')) {
        args.push(this.expression());
        if (!this.take(',') && !this.is(')')) this.wrong();
      }
      return { kind: 'call', name: token, args };
    }
    if (this.take('[')) {
      const index = this.expression();
      this.need(']');
      return { kind: 'item', name: token, index };
    }
    return { kind: 'name', name: token };
  }
}
