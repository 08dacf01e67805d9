// The scanner of YAML 1.1, with the rules and complaints of libyaml, from which Go's yaml descends.

export class YamlError extends Error {}

export type TokenType =
  | 'streamEnd'
  | 'yamlDirective'
  | 'tagDirective'
  | 'documentStart'
  | 'documentEnd'
  | 'blockSequenceStart'
  | 'blockMappingStart'
  | 'blockEnd'
  | '['
  | ']'
  | '{'
  | '}'
  | ','
  | 'blockEntry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar';

export interface Token {
  readonly type: TokenType;
  /** Line where it starts, from 0. */
  readonly line: number;
  /** Text of a scalar, name of an anchor, suffix of a tag. */
  readonly value: string;
  /** Handle of a tag: `!`, `!!`, `!name!`; empty for `!<...>`. */
  readonly handle: string;
  /** A scalar without quotes. */
  readonly plain: boolean;
}

/** What could turn out to be a key when a ':' follows. */
interface SimpleKey {
  possible: boolean;
  required: boolean;
  token: number;
  at: number;
  line: number;
  column: number;
}

const LONGEST_KEY = 1024;
/** Go allows 10000 levels; here the stack sets the limit. */
const DEEPEST = 500;
const BREAKS = '\n\r\x85\u2028\u2029';
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const HEX_ESCAPES: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

export class Scanner {
  private readonly text: string;
  private at = 0;
  private line = 0;
  private column = 0;
  private readonly tokens: Token[] = [];
  /** How many tokens were handed out. */
  private taken = 0;
  private indent = -1;
  private readonly indents: number[] = [];
  private keys: SimpleKey[] = [noKey()];
  private keyAllowed = true;
  private ended = false;

  constructor(text: string) {
    this.text = text.startsWith('\ufeff') ? text.slice(1) : text;
    if (/[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u.test(this.text)) {
      throw new YamlError('yaml: control characters are not allowed');
    }
  }

  /** The next token, which stays. */
  peek(): Token {
    for (;;) {
      if (this.tokens.length > 0) {
        const key = this.keys.find((one) => one.possible && one.token === this.taken);
        if (!key || !this.isValid(key)) return this.tokens[0] as Token;
      }
      this.fetch();
    }
  }

  take(): Token {
    const token = this.peek();
    this.tokens.shift();
    this.taken++;
    return token;
  }

  private get flow(): boolean {
    return this.keys.length > 1;
  }

  private fail(problem: string): never {
    throw new YamlError(`yaml: ${this.line > 0 ? `line ${this.line + 1}: ` : ''}${problem}`);
  }

  // Characters.

  private char(offset = 0): string {
    return this.text[this.at + offset] ?? '';
  }

  private isBreak(offset = 0): boolean {
    const char = this.char(offset);
    return char !== '' && BREAKS.includes(char);
  }

  private isBlank(offset = 0): boolean {
    const char = this.char(offset);
    return char === ' ' || char === '\t';
  }

  private isBlankOrEnd(offset = 0): boolean {
    return this.char(offset) === '' || this.isBlank(offset) || this.isBreak(offset);
  }

  private skip(count = 1): void {
    this.at += count;
    this.column += count;
  }

  private read(): string {
    const char = String.fromCodePoint(this.text.codePointAt(this.at) as number);
    this.at += char.length;
    this.column++;
    return char;
  }

  /** Takes a line break and gives it as it counts in a scalar. */
  private readBreak(): string {
    const char = this.char();
    if (char === '') return '';
    this.at += char === '\r' && this.char(1) === '\n' ? 2 : 1;
    this.line++;
    this.column = 0;
    return char === '\u2028' || char === '\u2029' ? char : '\n';
  }

  private atIndicator(mark: string): boolean {
    return this.column === 0 && this.text.startsWith(mark, this.at) && this.isBlankOrEnd(3);
  }

  // Keys and indentation.

  private isValid(key: SimpleKey): boolean {
    if (!key.possible) return false;
    if (key.line === this.line && key.at + LONGEST_KEY >= this.at) return true;
    if (key.required) this.fail("could not find expected ':'");
    key.possible = false;
    return false;
  }

  private removeKey(): void {
    const key = this.keys.at(-1) as SimpleKey;
    if (key.possible && key.required) this.fail("could not find expected ':'");
    key.possible = false;
  }

  private saveKey(): void {
    if (!this.keyAllowed) return;
    this.removeKey();
    this.keys[this.keys.length - 1] = {
      possible: true,
      required: !this.flow && this.indent === this.column,
      token: this.taken + this.tokens.length,
      at: this.at,
      line: this.line,
      column: this.column,
    };
  }

  private add(type: TokenType, line = this.line, more: Partial<Token> = {}, index = this.tokens.length): void {
    this.tokens.splice(index, 0, { type, line, value: '', handle: '', plain: false, ...more });
  }

  /** Opens a block collection at `column` if that lies further in. */
  private roll(column: number, type: TokenType, line = this.line, index = this.tokens.length): void {
    if (this.flow || this.indent >= column) return;
    if (this.indents.length >= DEEPEST) this.fail('exceeded max depth of 10000');
    this.indents.push(this.indent);
    this.indent = column;
    this.add(type, line, {}, index);
  }

  private unroll(column: number): void {
    if (this.flow) return;
    while (this.indent > column) {
      this.add('blockEnd');
      this.indent = this.indents.pop() as number;
    }
  }

  // Tokens.

  private fetch(): void {
    this.toNextToken();
    this.unroll(this.column);
    const char = this.char();
    const spaced = this.isBlankOrEnd(1);
    if (this.ended) this.add('streamEnd');
    else if (char === '') this.end();
    else if (this.column === 0 && char === '%') this.directive();
    else if (this.atIndicator('---')) this.documentMark('documentStart');
    else if (this.atIndicator('...')) this.documentMark('documentEnd');
    else if (char === '[' || char === '{') this.openFlow(char);
    else if (char === ']' || char === '}') this.closeFlow(char);
    else if (char === ',') this.indicator(',', true);
    else if (char === '-' && spaced) this.blockEntry();
    else if (char === '?' && (this.flow || spaced)) this.explicitKey();
    else if (char === ':' && (this.flow || spaced)) this.value();
    else if (char === '*') this.anchor('alias');
    else if (char === '&') this.anchor('anchor');
    else if (char === '!') this.tag();
    else if ((char === '|' || char === '>') && !this.flow) this.blockScalar(char === '|');
    else if (char === "'" || char === '"') this.quoted(char);
    else if (this.startsPlain(char)) this.plain();
    else this.fail('found character that cannot start any token');
  }

  private startsPlain(char: string): boolean {
    if (char === '-') return !this.isBlank(1);
    if (char === '?' || char === ':') return !this.flow && !this.isBlankOrEnd(1);
    return !this.isBlankOrEnd() && !',[]{}#&*!|>\'"%@`'.includes(char);
  }

  private toNextToken(): void {
    for (;;) {
      while (this.char() === ' ' || ((this.flow || !this.keyAllowed) && this.char() === '\t')) this.skip();
      if (this.char() === '#') while (this.char() !== '' && !this.isBreak()) this.skip();
      if (!this.isBreak()) return;
      this.readBreak();
      if (!this.flow) this.keyAllowed = true;
    }
  }

  private end(): void {
    if (this.column !== 0) {
      this.column = 0;
      this.line++;
    }
    this.unroll(-1);
    this.removeKey();
    this.keyAllowed = false;
    this.ended = true;
    this.add('streamEnd');
  }

  private documentMark(type: 'documentStart' | 'documentEnd'): void {
    this.unroll(-1);
    this.removeKey();
    this.keyAllowed = false;
    this.add(type);
    this.skip(3);
  }

  private indicator(type: TokenType, keyAllowed: boolean): void {
    this.removeKey();
    this.keyAllowed = keyAllowed;
    this.add(type);
    this.skip();
  }

  private openFlow(type: '[' | '{'): void {
    this.saveKey();
    if (this.keys.length > DEEPEST) this.fail('exceeded max depth of 10000');
    this.keys.push(noKey());
    this.keyAllowed = true;
    this.add(type);
    this.skip();
  }

  private closeFlow(type: ']' | '}'): void {
    this.removeKey();
    if (this.flow) this.keys.pop();
    this.keyAllowed = false;
    this.add(type);
    this.skip();
  }

  private blockEntry(): void {
    if (!this.flow) {
      if (!this.keyAllowed) this.fail('block sequence entries are not allowed in this context');
      this.roll(this.column, 'blockSequenceStart');
    }
    this.indicator('blockEntry', true);
  }

  private explicitKey(): void {
    if (!this.flow) {
      if (!this.keyAllowed) this.fail('mapping keys are not allowed in this context');
      this.roll(this.column, 'blockMappingStart');
    }
    this.indicator('key', !this.flow);
  }

  private value(): void {
    const key = this.keys.at(-1) as SimpleKey;
    if (this.isValid(key)) {
      const index = key.token - this.taken;
      this.add('key', key.line, {}, index);
      this.roll(key.column, 'blockMappingStart', key.line, index);
      key.possible = false;
      this.keyAllowed = false;
    } else {
      if (!this.flow) {
        if (!this.keyAllowed) this.fail('mapping values are not allowed in this context');
        this.roll(this.column, 'blockMappingStart');
      }
      this.keyAllowed = !this.flow;
    }
    this.add('value');
    this.skip();
  }

  private anchor(type: 'alias' | 'anchor'): void {
    this.saveKey();
    this.keyAllowed = false;
    const { line } = this;
    const value = /^[\w-]*/.exec(this.text.slice(this.at + 1))?.[0] ?? '';
    this.skip(value.length + 1);
    if (value === '' || !(this.isBlankOrEnd() || '?:,]}%@`'.includes(this.char()))) {
      this.fail('did not find expected alphabetic or numeric character');
    }
    this.add(type, line, { value });
  }

  private tag(): void {
    this.saveKey();
    this.keyAllowed = false;
    const { line } = this;
    const found = /^(?:!<([\w\-;/?:@&=+$,.!~*'()[\]%]*)(>?)|(![\w-]*!|!)([\w\-;/?:@&=+$,.!~*'()[\]%]*))/.exec(
      this.text.slice(this.at),
    ) as RegExpExecArray;
    const [all, uri, close, handle = '', suffix = ''] = found;
    this.skip(all.length);
    if (uri === '' || (handle.length > 1 && suffix === '')) this.fail('did not find expected tag URI');
    if (close === '') this.fail("did not find the expected '>'");
    if (!this.isBlankOrEnd()) this.fail('did not find expected whitespace or line break');
    this.add('tag', line, { handle, value: uri ?? suffix });
  }

  private directive(): void {
    this.unroll(-1);
    this.removeKey();
    this.keyAllowed = false;
    const { line } = this;
    const [all = '', name = ''] = /^%([\w-]*)/.exec(this.text.slice(this.at)) ?? [];
    this.skip(all.length);
    if (name === '') this.fail('could not find expected directive name');
    if (!this.isBlankOrEnd()) this.fail('found unexpected non-alphabetical character');
    if (name !== 'YAML' && name !== 'TAG') this.fail('found unknown directive name');
    const pattern = name === 'YAML' ? /^[ \t]+(\d{1,9})\.(\d{1,9})/ : /^[ \t]+(![\w-]*!|!)[ \t]+([\w\-;/?:@&=+$,.!~*'()[\]%]+)/;
    const found = pattern.exec(this.text.slice(this.at));
    if (!found) this.fail(name === 'YAML' ? 'did not find expected version number' : 'did not find expected whitespace');
    const [text, handle = '', value = ''] = found ?? [''];
    this.skip(text.length);
    while (this.isBlank()) this.skip();
    if (this.char() === '#') while (this.char() !== '' && !this.isBreak()) this.skip();
    if (this.char() !== '' && !this.isBreak()) this.fail('did not find expected comment or line break');
    this.add(name === 'YAML' ? 'yamlDirective' : 'tagDirective', line, { handle, value });
  }

  // Scalars.

  private blockScalar(literal: boolean): void {
    this.removeKey();
    this.keyAllowed = true;
    const { line } = this;
    this.skip();
    const header = /^(?:([-+])(\d?)|(\d)([-+]?))?/.exec(this.text.slice(this.at)) as RegExpExecArray;
    const digit = header[2] || header[3] || '';
    const chomp = header[1] ?? header[4] ?? '';
    if (digit === '0') {
      this.skip(header[1] ? 1 : 0);
      this.fail('found an indentation indicator equal to 0');
    }
    this.skip(header[0].length);
    while (this.isBlank()) this.skip();
    if (this.char() === '#') while (this.char() !== '' && !this.isBreak()) this.skip();
    if (this.char() !== '' && !this.isBreak()) this.fail('did not find expected comment or line break');
    this.readBreak();

    let indent = digit === '' ? 0 : Math.max(this.indent, 0) + Number(digit);
    const blankLines = (): string => {
      let [breaks, widest] = ['', 0];
      for (;;) {
        while ((indent === 0 || this.column < indent) && this.char() === ' ') this.skip();
        widest = Math.max(widest, this.column);
        if ((indent === 0 || this.column < indent) && this.char() === '\t') {
          this.fail('found a tab character where an indentation space is expected');
        }
        if (!this.isBreak()) break;
        breaks += this.readBreak();
      }
      if (indent === 0) indent = Math.max(widest, this.indent + 1, 1);
      return breaks;
    };

    let [value, lineBreak, breaks, wasBlank] = ['', '', blankLines(), false];
    while (this.column === indent && this.char() !== '') {
      const blank = this.isBlank();
      if (!literal && !wasBlank && !blank && lineBreak === '\n') value += breaks === '' ? ' ' : '';
      else value += lineBreak;
      value += breaks;
      wasBlank = blank;
      const start = this.at;
      while (this.char() !== '' && !this.isBreak()) this.skip();
      value += this.text.slice(start, this.at);
      lineBreak = this.readBreak();
      breaks = blankLines();
    }
    if (chomp !== '-') value += lineBreak;
    if (chomp === '+') value += breaks;
    this.add('scalar', line, { value });
  }

  /** Blanks and line breaks inside a flow scalar, folded: one break is a blank, more are one break fewer. */
  private fold(blanks: string, lineBreak: string, breaks: string): string {
    if (lineBreak === '') return blanks;
    return lineBreak === '\n' ? breaks || ' ' : lineBreak + breaks;
  }

  private quoted(quote: '"' | "'"): void {
    this.saveKey();
    this.keyAllowed = false;
    const { line } = this;
    let value = '';
    this.skip();
    for (;;) {
      if (this.atIndicator('---') || this.atIndicator('...')) this.fail('found unexpected document indicator');
      if (this.char() === '') this.fail('found unexpected end of stream');
      let joined = false;
      while (!this.isBlankOrEnd()) {
        const char = this.char();
        if (char === quote && quote === "'" && this.char(1) === "'") {
          value += "'";
          this.skip(2);
        } else if (char === quote) break;
        else if (char === '\\' && quote === '"' && this.isBreak(1)) {
          this.skip();
          this.readBreak();
          joined = true;
          break;
        } else if (char === '\\' && quote === '"') value += this.escape();
        else value += this.read();
      }
      if (this.char() === quote) break;
      let [blanks, lineBreak, breaks] = ['', '', ''];
      while (this.isBlank() || this.isBreak()) {
        if (this.isBlank()) {
          if (lineBreak === '' && !joined) blanks += this.char();
          this.skip();
        } else if (lineBreak === '' && !joined) lineBreak = this.readBreak();
        else breaks += this.readBreak();
      }
      value += joined ? breaks : this.fold(blanks, lineBreak, breaks);
    }
    this.skip();
    this.add('scalar', line, { value });
  }

  private escape(): string {
    const char = this.char(1);
    const length = Object.hasOwn(HEX_ESCAPES, char) ? (HEX_ESCAPES[char] as number) : 0;
    if (length === 0) {
      if (!Object.hasOwn(ESCAPES, char)) this.fail('found unknown escape character');
      this.skip(2);
      return ESCAPES[char] as string;
    }
    this.skip(2);
    const hex = this.text.slice(this.at, this.at + length);
    if (!new RegExp(`^[\\da-fA-F]{${length}}$`).test(hex)) this.fail('did not find expected hexdecimal number');
    const code = Number.parseInt(hex, 16);
    if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) this.fail('found invalid Unicode character escape code');
    this.skip(length);
    return String.fromCodePoint(code);
  }

  private plain(): void {
    this.saveKey();
    this.keyAllowed = false;
    const { line } = this;
    const indent = this.indent + 1;
    let [value, blanks, lineBreak, breaks] = ['', '', '', ''];
    for (;;) {
      if (this.atIndicator('---') || this.atIndicator('...') || this.char() === '#') break;
      while (!this.isBlankOrEnd()) {
        const char = this.char();
        if ((char === ':' && this.isBlankOrEnd(1)) || (this.flow && ',?[]{}'.includes(char))) break;
        value += this.fold(blanks, lineBreak, breaks) + this.read();
        [blanks, lineBreak, breaks] = ['', '', ''];
      }
      if (!this.isBlank() && !this.isBreak()) break;
      while (this.isBlank() || this.isBreak()) {
        if (this.isBlank()) {
          if (lineBreak !== '' && this.column < indent && this.char() === '\t')
            this.fail('found a tab character that violates indentation');
          if (lineBreak === '') blanks += this.char();
          this.skip();
        } else if (lineBreak === '') {
          blanks = '';
          lineBreak = this.readBreak();
        } else breaks += this.readBreak();
      }
      if (!this.flow && this.column < indent) break;
    }
    this.add('scalar', line, { value, plain: true });
    if (lineBreak !== '') this.keyAllowed = true;
  }
}

function noKey(): SimpleKey {
  return { possible: false, required: false, token: 0, at: 0, line: 0, column: 0 };
}
