/** Python's tokens, with its indentation as tokens of their own. */

export interface Token {
  readonly type: 'name' | 'number' | 'text' | 'operator' | 'newline' | 'indent' | 'dedent' | 'end';
  readonly text: string;
  readonly line: number;
  /** Of a text: its letters before the quote, in lower case. */
  readonly prefix?: string;
}

/** A program that is no Python, or not of the part that is known here. */
export class PythonSyntaxError extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

const OPERATORS = /\*\*=|\/\/=|>>=|<<=|:=|->|\*\*|\/\/|==|!=|<=|>=|<<|>>|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|[-+*/%<>=()[\]{},:.;@&|^~]/y;
const NUMBER = /0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?/y;
const NAME = /[A-Za-z_]\w*/y;
const TEXT = /([fFrRbBuU]{0,2})("""|'''|"|')/y;

export function tokens(source: string): Token[] {
  const found: Token[] = [];
  const indents = [0];
  let [at, line, depth] = [0, 1, 0];
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match) at = pattern.lastIndex;
    return match;
  };
  const push = (type: Token['type'], text: string, prefix?: string): void => {
    found.push({ type, text, line, ...(prefix !== undefined && { prefix }) });
  };
  const beginLine = (): void => {
    const indent = /[ \t]*/y;
    for (;;) {
      const width = (take(indent)?.[0] ?? '').replaceAll('\t', '        ').length;
      if (take(/(?:#[^\n]*)?\n/y)) line++;
      else if (take(/#[^\n]*$/y) || at >= source.length) return;
      else {
        if (width > (indents.at(-1) as number)) {
          indents.push(width);
          push('indent', '');
        }
        while (width < (indents.at(-1) as number)) {
          indents.pop();
          push('dedent', '');
        }
        if (width !== indents.at(-1)) throw new PythonSyntaxError('unindent does not match any outer indentation level', line);
        return;
      }
    }
  };
  beginLine();
  while (at < source.length) {
    if (take(/[ \t\f]+|#[^\n]*|\\\n/y)) {
      if (source[at - 1] === '\n') line++;
    } else if (take(/\r?\n/y)) {
      if (depth === 0 && found.at(-1)?.type !== 'newline') push('newline', '');
      line++;
      if (depth === 0) beginLine();
    } else {
      const opened = take(TEXT);
      const begun = line;
      if (opened) {
        const [, prefix = '', quote = ''] = opened;
        const start = at;
        while (at < source.length && !source.startsWith(quote, at)) {
          if (source[at] === '\\') at++;
          else if (source[at] === '\n' && quote.length === 1) break;
          if (source[at] === '\n') line++;
          at++;
        }
        if (!source.startsWith(quote, at)) throw new PythonSyntaxError(`unterminated string literal (detected at line ${begun})`, begun);
        push('text', source.slice(start, at), prefix.toLowerCase());
        at += quote.length;
        continue;
      }
      const name = take(NAME);
      const number = name ? null : take(NUMBER);
      const operator = name || number ? null : take(OPERATORS);
      if (name) push('name', name[0]);
      else if (number) push('number', number[0]);
      else if (operator) {
        if ('([{'.includes(operator[0])) depth++;
        if (')]}'.includes(operator[0])) depth--;
        push('operator', operator[0]);
      } else throw new PythonSyntaxError('invalid syntax', line);
    }
  }
  if (found.length > 0 && found.at(-1)?.type !== 'newline') push('newline', '');
  for (const indent of indents) if (indent > 0) push('dedent', '');
  push('end', '');
  return found;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0', a: '\x07', b: '\b', f: '\f', v: '\v', '\n': '' };

/** The text that a literal means. */
export function unescaped(text: string): string {
  return text.replace(/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|([\s\S]))/g, (all, hex?: string, wide?: string, one?: string) => {
    if (hex ?? wide) return String.fromCharCode(Number.parseInt((hex ?? wide) as string, 16));
    if (one === '\\' || one === "'" || one === '"') return one;
    return ESCAPES[one as string] ?? all;
  });
}
