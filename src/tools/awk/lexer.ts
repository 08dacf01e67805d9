/** Tokens of awk's language. */
import { Failure } from '../tool.ts';

export interface Token {
  readonly kind: 'number' | 'string' | 'regex' | 'name' | 'call' | 'builtin' | 'keyword' | 'sign' | 'newline' | 'end';
  readonly text: string;
  readonly line: number;
  /** Numbers: their value. */
  readonly value?: number;
}

const KEYWORDS = new Set(
  'BEGIN END function func if else while for do break continue next nextfile exit return delete in getline print printf'.split(' '),
);

export const BUILTINS = new Set(
  'length substr index split sub gsub gensub match sprintf tolower toupper sin cos atan2 exp log sqrt int rand srand system close fflush strftime systime mktime strtonum and or xor lshift rshift compl asort asorti'.split(
    ' ',
  ),
);

const SIGNS = /^(?:\*\*=|\*\*|&&|\|\||\+\+|--|\+=|-=|\*=|\/=|%=|\^=|==|<=|>=|!=|!~|>>|[{}()[\];,+\-*/%^!<>|?:~$=])/;
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  '"': '"',
  '/': '/',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};

/** Backslash sequences of a string as awk reads them; unknown ones keep their backslash. */
export function unescape(text: string): string {
  return text.replace(/\\(?:([0-7]{1,3})|x([\da-fA-F]{1,2})|\n|([^]))/g, (_whole, octal?: string, hex?: string, c?: string) => {
    const code = octal === undefined ? hex && Number.parseInt(hex, 16) : Number.parseInt(octal, 8);
    if (typeof code === 'number') return String.fromCharCode(code);
    return c === undefined ? '' : (ESCAPES[c] ?? `\\${c}`);
  });
}

export function syntaxError(token: Token): Failure {
  const near = token.kind === 'end' ? 'end of file' : token.kind === 'newline' ? 'end of line' : token.text;
  return new Failure(`line ${token.line}: syntax error at or near ${near}`, 2);
}

export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let at = 0;
  const add = (kind: Token['kind'], text: string, value?: number): void => {
    tokens.push({ kind, text, line, ...(value !== undefined && { value }) });
  };
  while (at < source.length) {
    const rest = source.slice(at, at + 4096);
    const blank = /^(?:[ \t\r]|\\\r?\n|#[^\n]*)+/.exec(rest)?.[0];
    if (blank) {
      line += blank.split('\n').length - 1;
      at += blank.length;
      continue;
    }
    const c = source[at] as string;
    if (c === '\n') {
      add('newline', c);
      line++;
      at++;
      continue;
    }
    const number = /^(?:0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/.exec(rest)?.[0];
    if (number) {
      add('number', number, Number(number));
      at += number.length;
      continue;
    }
    const word = /^[A-Za-z_]\w*/.exec(rest)?.[0];
    if (word) {
      at += word.length;
      if (KEYWORDS.has(word)) add('keyword', word === 'func' ? 'function' : word);
      else if (BUILTINS.has(word)) add('builtin', word);
      else add(source[at] === '(' ? 'call' : 'name', word);
      continue;
    }
    if (c === '"') {
      let end = at + 1;
      while (end < source.length && source[end] !== '"' && source[end] !== '\n') end += source[end] === '\\' ? 2 : 1;
      if (source[end] !== '"') throw new Failure(`line ${line}: runaway string constant ${source.slice(at, at + 11)} ...`, 2);
      add('string', unescape(source.slice(at + 1, end)));
      line += source.slice(at, end).split('\n').length - 1;
      at = end + 1;
      continue;
    }
    if (c === '/' && regexMayFollow(tokens.at(-1))) {
      let end = at + 1;
      for (let bracket = false; end < source.length && source[end] !== '\n' && (bracket || source[end] !== '/'); end++) {
        if (source[end] === '\\') end++;
        else if (source[end] === '[' && !bracket) {
          bracket = true;
          if (source[end + 1] === '^') end++;
          if (source[end + 1] === ']') end++;
        } else if (source[end] === ']') bracket = false;
      }
      if (source[end] !== '/') throw new Failure(`line ${line}: runaway regular expression /${source.slice(at + 1, at + 11)} ...`, 2);
      add('regex', source.slice(at + 1, end).replace(/\\\//g, '/'));
      at = end + 1;
      continue;
    }
    const sign = SIGNS.exec(rest)?.[0];
    if (!sign) throw new Failure(`line ${line}: unexpected character '${c}'`, 2);
    add('sign', sign === '**' ? '^' : sign === '**=' ? '^=' : sign);
    at += sign.length;
  }
  add('newline', '\n');
  add('end', '');
  return tokens;
}

/** A slash begins an expression where no operand stands before it. */
function regexMayFollow(last: Token | undefined): boolean {
  if (!last) return true;
  if (['number', 'string', 'regex', 'name', 'builtin'].includes(last.kind)) return last.kind === 'builtin' && last.text !== 'length';
  return !(last.kind === 'sign' && /^(?:\)|\]|\$|\+\+|--)$/.test(last.text));
}
