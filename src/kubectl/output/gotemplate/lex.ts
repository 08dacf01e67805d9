// Tokens of Go's text/template.
import { quote, sprintf } from '../gofmt.ts';

export class GoTemplateError extends Error {}

export type TokenType =
  | 'error'
  | 'eof'
  | 'text'
  | 'leftDelim'
  | 'rightDelim'
  | 'space'
  | 'keyword'
  | 'bool'
  | 'nil'
  | 'dot'
  | 'field'
  | 'identifier'
  | 'variable'
  | 'number'
  | 'charConstant'
  | 'string'
  | 'rawString'
  | 'declare'
  | 'assign'
  | 'pipe'
  | 'leftParen'
  | 'rightParen'
  | 'char';

export interface Token {
  readonly type: TokenType;
  /** The text as written; of an error, its message. */
  readonly value: string;
  /** Where it starts. */
  readonly at: number;
}

const KEYWORDS = new Set(['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'range', 'template', 'with']);
const SPACE = /[ \t\r\n]+/y;
const WORD = /[_\p{L}\p{Nd}]+/uy;
const NUMBER =
  /[-+]?(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][-+]?[\d_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[\d_]*(?:\.[\d_]*)?(?:[eE][-+]?[\d_]*)?)i?/y;

/** The tokens of `text`; the last one is of type eof or error. */
export function lex(text: string): Token[] {
  const lexer = new Lexer(text);
  lexer.run();
  return lexer.tokens;
}

class Lexer {
  readonly tokens: Token[] = [];
  private readonly text: string;
  private at = 0;
  private parens = 0;

  constructor(text: string) {
    this.text = text;
  }

  run(): void {
    for (;;) {
      const open = this.text.indexOf('{{', this.at);
      const end = open < 0 ? this.text.length : open;
      const trim = open >= 0 && /^-[ \t\r\n]/.test(this.text.slice(open + 2, open + 4));
      const plain = this.text.slice(this.at, end);
      const kept = trim ? plain.replace(/[ \t\r\n]+$/, '') : plain;
      if (kept !== '') this.emit('text', this.at, kept);
      this.at = end;
      if (open < 0) {
        this.emit('eof', this.at, '');
        return;
      }
      const afterMarker = open + (trim ? 4 : 2);
      const closed = this.text.startsWith('/*', afterMarker) ? this.comment(afterMarker) : this.action(open + (trim ? 4 : 2));
      if (!closed) return;
    }
  }

  private emit(type: TokenType, at: number, value: string): void {
    this.tokens.push({ type, at, value });
  }

  private fail(message: string, at = this.at): false {
    this.emit('error', at, message);
    return false;
  }

  /** Length of the closing delimiter here, its trim marker included; 0 when there is none. */
  private rightDelim(): number {
    if (this.text.startsWith('}}', this.at)) return 2;
    return /^[ \t\r\n]-\}\}/.test(this.text.slice(this.at, this.at + 4)) ? 4 : 0;
  }

  private close(length: number): true {
    this.at += length;
    if (length === 4) this.take(SPACE);
    return true;
  }

  private comment(at: number): boolean {
    const end = this.text.indexOf('*/', at + 2);
    if (end < 0) return this.fail('unclosed comment', at);
    this.at = end + 2;
    const length = this.rightDelim();
    return length > 0 ? this.close(length) : this.fail('comment ends before closing delimiter', at);
  }

  private action(at: number): boolean {
    this.emit('leftDelim', this.at, '{{');
    this.at = at;
    this.parens = 0;
    for (;;) {
      const length = this.rightDelim();
      if (length > 0) {
        if (this.parens > 0) return this.fail('unclosed left paren');
        this.emit('rightDelim', this.at + length - 2, '}}');
        return this.close(length);
      }
      if (!this.inside()) return false;
    }
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  /** One token inside an action; false after an error. */
  private inside(): boolean {
    const start = this.at;
    const char = this.peek();
    const one = (type: TokenType, length = 1) => {
      this.at += length;
      this.emit(type, start, this.text.slice(start, this.at));
      return true;
    };
    if (char === '') return this.fail('unclosed action');
    if (/[ \t\r\n]/.test(char)) {
      const blanks = this.take(SPACE);
      // The last blank may belong to a trimming delimiter.
      if (this.text.startsWith('-}}', this.at)) this.at--;
      if (this.at > start) this.emit('space', start, blanks);
      return true;
    }
    switch (char) {
      case '=':
        return one('assign');
      case ':':
        return this.text[start + 1] === '=' ? one('declare', 2) : this.fail('expected :=', start);
      case '|':
        return one('pipe');
      case '"':
        return this.literal('string', /"(?:[^"\\\n]|\\[^\n])*"/y, 'unterminated quoted string');
      case '`':
        return this.literal('rawString', /`[^`]*`/y, 'unterminated raw quoted string');
      case "'":
        return this.literal('charConstant', /'(?:[^'\\\n]|\\[^\n])*'/y, 'unterminated character constant');
      case '$':
        return this.name('variable');
      case '(':
        this.parens++;
        return one('leftParen');
      case ')':
        this.parens--;
        return this.parens < 0 ? this.fail('unexpected right paren', start) : one('rightParen');
    }
    if (char === '.' && !/\d/.test(this.text[start + 1] ?? '') && start + 1 < this.text.length) return this.name('field');
    if (/[-+.\d]/.test(char)) return this.number();
    if (/[_\p{L}\p{Nd}]/u.test(char)) return this.word();
    if (char >= ' ' && char <= '~') return one('char');
    return this.fail(sprintf('unrecognized character in action: %#U', [BigInt(char.codePointAt(0) as number)]), start);
  }

  private peek(): string {
    return this.at < this.text.length ? String.fromCodePoint(this.text.codePointAt(this.at) as number) : '';
  }

  private literal(type: TokenType, pattern: RegExp, complaint: string): boolean {
    const start = this.at;
    const value = this.take(pattern);
    if (value === '') return this.fail(complaint, start);
    this.emit(type, start, value);
    return true;
  }

  /** True where a name may end; otherwise the error is set. */
  private terminated(start: number): boolean {
    const next = this.peek();
    if (next === '' || ' \t\r\n.,|:)('.includes(next) || this.text.startsWith('}}', this.at)) return true;
    return this.fail(sprintf('bad character %#U', [BigInt(next.codePointAt(0) as number)]), start);
  }

  private name(type: 'field' | 'variable'): boolean {
    const start = this.at;
    this.at++;
    const word = this.take(WORD);
    if (!this.terminated(start)) return false;
    this.emit(word === '' && type === 'field' ? 'dot' : type, start, this.text.slice(start, this.at));
    return true;
  }

  private word(): boolean {
    const start = this.at;
    const word = this.take(WORD);
    if (!this.terminated(start)) return false;
    const type = KEYWORDS.has(word) ? 'keyword' : word === 'nil' ? 'nil' : word === 'true' || word === 'false' ? 'bool' : 'identifier';
    this.emit(type, start, word);
    return true;
  }

  private number(): boolean {
    const start = this.at;
    this.take(NUMBER);
    const next = this.peek();
    if (/[_\p{L}\p{Nd}]/u.test(next) || next === '+' || next === '-') {
      this.at += next.length;
      return this.fail(`bad number syntax: ${quote(this.text.slice(start, this.at))}`, start);
    }
    this.emit('number', start, this.text.slice(start, this.at));
    return true;
  }
}
