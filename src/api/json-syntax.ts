/** Why a text is no JSON, in the words of Go's encoding/json. */

/** The message for the first character that cannot stand where it does; undefined for JSON. */
export function jsonSyntaxError(text: string): string | undefined {
  try {
    const end = value(text, blanks(text, 0));
    const rest = blanks(text, end);
    return rest < text.length ? wrong(text, rest, 'after top-level value').message : undefined;
  } catch (error) {
    if (error instanceof Wrong) return error.message;
    throw error;
  }
}

/** Where the JSON value that begins at `from` ends; -1 when the text ends before it does, undefined when it is no JSON. */
export function jsonEnd(text: string, from: number): number | undefined {
  try {
    return value(text, blanks(text, from));
  } catch (error) {
    if (error instanceof Wrong) return error.message === UNFINISHED ? -1 : undefined;
    throw error;
  }
}

const UNFINISHED = 'unexpected end of JSON input';

class Wrong extends Error {}

function wrong(text: string, at: number, where: string): Wrong {
  if (at >= text.length) return new Wrong(UNFINISHED);
  const char = String.fromCodePoint(text.codePointAt(at) as number);
  const shown = char === "'" ? "\\'" : char === '"' ? '"' : JSON.stringify(char).slice(1, -1);
  return new Wrong(`invalid character '${shown}' ${where}`);
}

function blanks(text: string, from: number): number {
  let at = from;
  while (' \t\r\n'.includes(text[at] ?? 'x')) at++;
  return at;
}

/** Reads the value at `at`; where it ends. */
function value(text: string, at: number): number {
  const first = text[at] ?? '';
  if (first === '{') return members(text, at + 1);
  if (first === '[') return elements(text, at + 1);
  if (first === '"') return string(text, at + 1);
  if (/[-\d]/.test(first)) return number(text, at);
  for (const word of ['true', 'false', 'null']) if (first === word[0]) return literal(text, at, word);
  throw wrong(text, at, 'looking for beginning of value');
}

function members(text: string, from: number): number {
  let at = blanks(text, from);
  if (text[at] === '}') return at + 1;
  for (;;) {
    if (text[at] !== '"') throw wrong(text, at, 'looking for beginning of object key string');
    at = blanks(text, string(text, at + 1));
    if (text[at] !== ':') throw wrong(text, at, 'after object key');
    at = blanks(text, value(text, blanks(text, at + 1)));
    if (text[at] === '}') return at + 1;
    if (text[at] !== ',') throw wrong(text, at, 'after object key:value pair');
    at = blanks(text, at + 1);
  }
}

function elements(text: string, from: number): number {
  let at = blanks(text, from);
  if (text[at] === ']') return at + 1;
  for (;;) {
    at = blanks(text, value(text, at));
    if (text[at] === ']') return at + 1;
    if (text[at] !== ',') throw wrong(text, at, 'after array element');
    at = blanks(text, at + 1);
  }
}

function string(text: string, from: number): number {
  for (let at = from; ; at++) {
    const char = text[at];
    if (char === '"') return at + 1;
    if (char === undefined || char < ' ') throw wrong(text, at, 'in string literal');
    if (char !== '\\') continue;
    at++;
    if (text[at] === 'u') {
      for (let digit = 0; digit < 4; digit++) {
        at++;
        if (!/[\da-fA-F]/.test(text[at] ?? '')) throw wrong(text, at, 'in \\u hexadecimal character escape');
      }
    } else if (!/["\\/bfnrt]/.test(text[at] ?? '')) throw wrong(text, at, 'in string escape code');
  }
}

function number(text: string, from: number): number {
  let at = from;
  const digits = (where: string): void => {
    if (!/\d/.test(text[at] ?? '')) throw wrong(text, at, where);
    while (/\d/.test(text[at] ?? '')) at++;
  };
  if (text[at] === '-') at++;
  if (text[at] === '0') at++;
  else digits('in numeric literal');
  if (text[at] === '.') {
    at++;
    digits('after decimal point in numeric literal');
  }
  if (/[eE]/.test(text[at] ?? '')) {
    at++;
    if (/[+-]/.test(text[at] ?? '')) at++;
    digits('in exponent of numeric literal');
  }
  return at;
}

function literal(text: string, from: number, word: string): number {
  for (let index = 1; index < word.length; index++)
    if (text[from + index] !== word[index]) throw wrong(text, from + index, `in literal ${word} (expecting '${word[index]}')`);
  return from + word.length;
}
