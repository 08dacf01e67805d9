/** Shell patterns (globs) as regular expressions. In a pattern string a backslash quotes the next character. */

const CLASSES: Readonly<Record<string, string>> = {
  alpha: 'a-zA-Z',
  digit: '0-9',
  alnum: 'a-zA-Z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: ' \\t\\n\\r\\f\\v',
  blank: ' \\t',
  punct: '!-\\/:-@\\[-`{-~',
  print: ' -~',
  graph: '!-~',
  cntrl: '\\x00-\\x1f\\x7f',
  xdigit: '0-9A-Fa-f',
  word: 'a-zA-Z0-9_',
};

/** Text that matches itself in a regular expression (flag u). */
export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Text that matches itself in a shell pattern. */
export function escapePattern(text: string): string {
  return text.replace(/[\\*?[\]()|!+@^-]/g, '\\$&');
}

export function hasMagic(pattern: string): boolean {
  return /(?:^|[^\\])(?:\\\\)*(?:[*?[]|[+@!]\()/.test(pattern);
}

export interface PatternOptions {
  /** Stars match as little as possible. */
  readonly lazy?: boolean;
  readonly ignoreCase?: boolean;
}

/** A test for the whole text. */
export function matcher(pattern: string, options: PatternOptions = {}): (text: string) => boolean {
  if (!hasMagic(pattern) && !options.ignoreCase) {
    const plain = pattern.replace(/\\([^])/g, '$1');
    return (text) => text === plain;
  }
  const regex = regexOf(`^(?:${patternSource(pattern, options)})$`, options);
  return (text) => regex.test(text);
}

/** A regular expression from source, or one that matches nothing where the source is not valid. */
export function regexOf(source: string, options: PatternOptions = {}, flags = ''): RegExp {
  try {
    return new RegExp(source, `su${options.ignoreCase ? 'i' : ''}${flags}`);
  } catch {
    return /(?!)/;
  }
}

/** Regular expression source for a pattern; `end` is what must follow the whole of it (needed by `!(...)`). */
export function patternSource(pattern: string, options: PatternOptions = {}, end = '$'): string {
  const pieces: (string | { not: string })[] = [];
  const lazy = options.lazy ? '?' : '';
  let i = 0;
  while (i < pattern.length) {
    const c = pattern[i] as string;
    if ('?*+@!'.includes(c) && pattern[i + 1] === '(') {
      const close = closing(pattern, i + 1);
      if (close > 0) {
        const inner = alternatives(pattern.slice(i + 2, close))
          .map((part) => patternSource(part, options, ''))
          .join('|');
        pieces.push(c === '!' ? { not: inner } : `(?:${inner})${c === '@' ? '' : c + lazy}`);
        i = close + 1;
        continue;
      }
    }
    if (c === '*') {
      while (pattern[i + 1] === '*') i++;
      pieces.push(`.*${lazy}`);
    } else if (c === '?') {
      pieces.push('.');
    } else if (c === '[') {
      const [source, next] = bracket(pattern, i);
      pieces.push(source);
      i = next;
      continue;
    } else if (c === '\\' && i + 1 < pattern.length) {
      const escaped = String.fromCodePoint(pattern.codePointAt(i + 1) as number);
      pieces.push(escapeRegex(escaped));
      i += escaped.length;
    } else {
      const char = String.fromCodePoint(pattern.codePointAt(i) as number);
      pieces.push(escapeRegex(char));
      i += char.length - 1;
    }
    i++;
  }
  return pieces.reduceRight<string>(
    (after, piece) => (typeof piece === 'string' ? piece + after : `(?:(?!(?:${piece.not})${after}${end}).*${lazy})${after}`),
    '',
  );
}

/** A bracket expression from `[` on: its source and the index behind it; a literal `[` when it does not close. */
export function bracket(pattern: string, start: number): [string, number] {
  let i = start + 1;
  let negated = '';
  if (pattern[i] === '!' || pattern[i] === '^') {
    negated = '^';
    i++;
  }
  let out = '';
  for (let first = true; i < pattern.length; first = false) {
    const c = pattern[i] as string;
    if (c === ']' && !first) return [out === '' ? '.' : `[${negated}${out}]`, i + 1];
    const named = c === '[' ? /^\[([:.=])(.*?)\1\]/s.exec(pattern.slice(i)) : null;
    if (named) {
      out += named[1] === ':' ? (CLASSES[named[2] as string] ?? '') : escapeInClass(named[2] as string);
      i += named[0].length;
      continue;
    }
    if (c === '-' && !first && pattern[i + 1] !== ']' && i + 1 < pattern.length && !/-$/.test(out)) {
      out += '-';
      i++;
      continue;
    }
    if (c === '\\' && i + 1 < pattern.length) i++;
    const char = String.fromCodePoint(pattern.codePointAt(i) as number);
    out += escapeInClass(char);
    i += char.length;
  }
  return ['\\[', start + 1];
}

function escapeInClass(text: string): string {
  return text.replace(/[\\\]^[-]/g, '\\$&');
}

function closing(pattern: string, open: number): number {
  let depth = 0;
  for (let i = open; i < pattern.length; i++) {
    if (pattern[i] === '\\') i++;
    else if (pattern[i] === '(') depth++;
    else if (pattern[i] === ')' && --depth === 0) return i;
  }
  return -1;
}

function alternatives(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '(') depth++;
    else if (text[i] === ')') depth--;
    else if (text[i] === '|' && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)];
}
