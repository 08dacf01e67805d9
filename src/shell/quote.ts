/** Quoting as bash prints values back, and backslash escapes as echo -e, printf and $'...' read them. */
import { textOf } from '../kernel/bytes.ts';

/** Quoted so that the shell reads it back: `'it'\''s'`, or `$'\n'` with control characters. As `${x@Q}` does. */
export function quoted(text: string): string {
  if (/[\x00-\x1f\x7f]/.test(text)) return dollarQuoted(text);
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** As `set`, `trap` and `alias` print: plain where no quoting is needed. */
export function quotedIfNeeded(text: string): string {
  if (/[\x00-\x1f\x7f]/.test(text)) return dollarQuoted(text);
  return text === '' || /[\s|&;()<>$`\\"'*?[\]!{}^]|^[#~]|[=:]~/.test(text) ? quoted(text) : text;
}

/** As `set -x` shows a word: blanks and line ends are as good a reason for plain quotes as any. */
export function traced(text: string): string {
  return /[ \t\n]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : quotedIfNeeded(text);
}

/** In double quotes, as `declare -p` prints. */
export function doubleQuoted(text: string): string {
  if (/[\x00-\x1f\x7f]/.test(text)) return dollarQuoted(text);
  return `"${text.replace(/["\\$`]/g, '\\$&')}"`;
}

/** With backslashes, as `printf %q` does. */
export function backslashed(text: string): string {
  if (text === '') return "''";
  if (/[\x00-\x1f\x7f]/.test(text)) return dollarQuoted(text);
  return text.replace(/[\s|&;()<>$`\\"'*?[\]!{},^]|^[#~]|(?<=[=:])~/g, '\\$&');
}

const NAMED: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
};

function dollarQuoted(text: string): string {
  const name = (c: string): string => {
    const letter = Object.keys(NAMED).find((key) => NAMED[key] === c && key !== 'e');
    return letter ? `\\${letter}` : `\\${c.charCodeAt(0).toString(8).padStart(3, '0')}`;
  };
  return `$'${text.replace(/[\x00-\x1f\x7f\\']/g, name)}'`;
}

/**
 * Resolves backslash escapes. Octal is `\0nnn` for `echo -e` (`octal: 'zero'`), that or `\nnn` for `%b` (`both`), `\nnn` else. `\c` ends the text where
 * `stop` is given; the result then says so. Bytes given by number that form UTF-8 are read as such.
 */
export function unescape(
  text: string,
  options: { octal?: 'zero' | 'both' | 'plain'; stop?: boolean; quotes?: boolean } = {},
): { text: string; stopped: boolean } {
  let out = '';
  let bytes: number[] = [];
  const flush = (): void => {
    if (bytes.length > 0) out += textOf(new Uint8Array(bytes));
    bytes = [];
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (c !== '\\' || i + 1 >= text.length) {
      flush();
      out += c;
      continue;
    }
    const rest = text.slice(i + 1, i + 12);
    const octal =
      (options.octal === 'plain' || options.octal === undefined ? /^([0-7]{1,3})/ : /^0([0-7]{0,3})/).exec(rest) ??
      (options.octal === 'both' ? /^([1-7][0-7]{0,2})/.exec(rest) : null);
    const hex = /^x([0-9a-fA-F]{1,2})/.exec(rest);
    const unicode = /^u([0-9a-fA-F]{1,4})|^U([0-9a-fA-F]{1,8})/.exec(rest);
    const next = rest[0] as string;
    if (octal || hex) {
      bytes.push(octal ? Number.parseInt(octal[1] || '0', 8) & 255 : Number.parseInt(hex?.[1] as string, 16));
      i += (octal ?? hex)?.[0].length ?? 0;
      continue;
    }
    flush();
    if (unicode) {
      const code = Number.parseInt((unicode[1] ?? unicode[2]) as string, 16);
      out += code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
      i += unicode[0].length;
    } else if (next === 'c' && options.stop) {
      return { text: out, stopped: true };
    } else if (NAMED[next] !== undefined && (options.quotes !== false || !'\'"?'.includes(next))) {
      out += NAMED[next];
      i++;
    } else {
      out += c;
    }
  }
  flush();
  return { text: out, stopped: false };
}

/** `$'...'` escapes. */
export function printable(text: string): string {
  return unescape(text).text;
}
