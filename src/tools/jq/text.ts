/** What jq makes of text: formats (`@csv`, ...), regular expressions, dates. */

import { bytesOf, decodeBase64, encodeBase64 } from '../../kernel/bytes.ts';
import { formatDate } from '../datetext.ts';
import { compile, type Pattern } from '../regex/match.ts';
import { RegexError } from '../regex/parse.ts';
import { described, isArray, print, type Value } from './json.ts';
import { JqError, textLength } from './paths.ts';

export const toText = (value: Value): string => (typeof value === 'string' ? value : print(value));

// Formats

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&apos;', '"': '&quot;' };
const TSV: Readonly<Record<string, string>> = { '\t': '\\t', '\r': '\\r', '\n': '\\n', '\\': '\\\\' };
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function row(value: Value, name: string, separator: string, quoted: (text: string) => string): string {
  if (!isArray(value)) throw new JqError(`${described(value)} cannot be ${name}-formatted, only array`);
  return value
    .map((cell) => {
      if (cell === null || Number.isNaN(cell)) return '';
      if (typeof cell === 'object') throw new JqError(`${described(cell)} is not valid in a csv row`);
      return typeof cell === 'string' ? quoted(cell) : print(cell);
    })
    .join(separator);
}

function shellWord(value: Value): string {
  if (typeof value === 'object' && value !== null) throw new JqError(`${described(value)} can not be escaped for shell`);
  return typeof value === 'string' ? `'${value.replaceAll("'", "'\\''")}'` : print(value);
}

function fromBase64(value: Value): string {
  const text = toText(value).replace(/=.*$/s, '');
  if (/[^A-Za-z0-9+/]/.test(text)) throw new JqError(`${described(value)} is not valid base64 data`);
  if (text.length % 4 === 1) throw new JqError(`${described(value)} trailing base64 byte found`);
  return decodeBase64(text.padEnd(Math.ceil(text.length / 4) * 4, '=')) ?? '';
}

function toBase32(text: string): string {
  const bits = [...bytesOf(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const digits = (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
  return digits.padEnd(Math.ceil(digits.length / 8) * 8, '=');
}

function fromBase32(value: Value): string {
  const bits = [...toText(value).replace(/=+$/, '')].map((c) => {
    const at = BASE32.indexOf(c);
    if (at < 0) throw new JqError(`${described(value)} is not valid base32 data`);
    return at.toString(2).padStart(5, '0');
  });
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2)));
}

const FORMATS: Readonly<Record<string, (value: Value) => string>> = {
  text: toText,
  json: (value) => print(value),
  csv: (value) => row(value, 'csv', ',', (text) => `"${text.replaceAll('"', '""')}"`),
  tsv: (value) => row(value, 'tsv', '\t', (text) => text.replace(/[\t\r\n\\]/g, (c) => TSV[c] as string)),
  html: (value) => toText(value).replace(/[&<>'"]/g, (c) => HTML[c] as string),
  uri: (value) =>
    [...bytesOf(toText(value))]
      .map((byte) => {
        const c = String.fromCharCode(byte);
        return /[A-Za-z0-9\-_.~]/.test(c) ? c : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
      })
      .join(''),
  sh: (value) => (isArray(value) ? value.map(shellWord).join(' ') : shellWord(value)),
  base64: (value) => encodeBase64(toText(value)),
  base64d: fromBase64,
  base32: (value) => toBase32(toText(value)),
  base32d: fromBase32,
};

export function formatText(name: string, value: Value): string {
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (!format) throw new JqError(`${name} is not a valid format`);
  return format(value);
}

// Regular expressions

/** The words of jq's own library for the mistakes in patterns. */
const ONIGURUMA: Readonly<Record<string, string>> = {
  'missing closing parenthesis': 'end pattern with unmatched parenthesis',
  'Unmatched ) or \\)': 'unmatched close parenthesis',
  'missing terminating ] for character class': 'premature end of char-class',
  'quantifier does not follow a repeatable item': 'target of repeat operator is not specified',
  'Trailing backslash': 'end pattern at escape',
  'Invalid range end': 'empty range in char class',
  'Invalid back reference': 'invalid backref number/name',
  'unrecognized character after (? or (?-': 'undefined group option',
};

const compiled = new Map<string, Pattern>();
const MOST_COMPILED = 100;

function patternOf(source: string, flags: string): Pattern {
  const key = `${flags.replace(/[^ixp]/g, '')}/${source}`;
  let pattern = compiled.get(key);
  if (!pattern) {
    try {
      pattern = compile(source, 'perl', { ignoreCase: flags.includes('i'), extended: flags.includes('x'), dotAll: flags.includes('p') });
    } catch (error) {
      if (!(error instanceof RegexError)) throw error;
      throw new JqError(`Regex failure: ${ONIGURUMA[error.message] ?? error.message}`);
    }
    if (compiled.size >= MOST_COMPILED) compiled.clear();
    compiled.set(key, pattern);
  }
  return pattern;
}

interface Found {
  /** In UTF-16 units, for cutting. */
  readonly start: number;
  readonly end: number;
  readonly value: Value;
}

/** All matches of a pattern (the first, without the flag `g`) as jq's objects. */
export function matches(text: Value, source: Value, modifiers: Value): Found[] {
  if (typeof text !== 'string') throw new JqError(`${described(text)} cannot be matched, as it is not a string`);
  if (typeof source !== 'string') throw new JqError(`${described(source)} is not a string`);
  if (modifiers !== null && typeof modifiers !== 'string') throw new JqError(`${described(modifiers)} is not a string`);
  const flags = modifiers ?? '';
  if (/[^gixmspln]/.test(flags)) throw new JqError(`${flags} is not a valid modifier string`);
  const pattern = patternOf(source, flags);
  const found: Found[] = [];
  const offset = (at: number): number => textLength(text.slice(0, at));
  for (let from = 0; from <= text.length; ) {
    const match = pattern.exec(text, from);
    if (!match) break;
    const { start, end, groups } = match;
    const empty = start === end;
    from = empty ? end + ((text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1) : end;
    if (empty && flags.includes('n')) continue;
    const captures: Value[] = [];
    for (let i = 1; i <= pattern.groupCount; i++) {
      const group = groups[i];
      const at = empty ? offset(start) : group === undefined ? -1 : offset(match.starts[i] as number);
      const string = empty ? '' : (group ?? null);
      const name = pattern.names.get(i) ?? null;
      const entries: [string, Value][] = string
        ? [
            ['offset', at],
            ['length', textLength(string)],
            ['string', string],
          ]
        : [
            ['offset', at],
            ['string', string],
            ['length', 0],
          ];
      captures.push(new Map<string, Value>([...entries, ['name', name]]));
    }
    const string = text.slice(start, end);
    const value = new Map<string, Value>([
      ['offset', offset(start)],
      ['length', textLength(string)],
      ['string', string],
      ['captures', captures],
    ]);
    found.push({ start, end, value });
    if (!flags.includes('g')) break;
  }
  return found;
}

/** The pieces between matches. */
export function splitByPattern(text: Value, source: Value, flags: Value): Value {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of matches(text, source, `g${typeof flags === 'string' ? flags : ''}`)) {
    pieces.push((text as string).slice(from, start));
    from = end;
  }
  return [...pieces, (text as string).slice(from)];
}

// Dates

const SECONDS = 1000;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Seconds since 1970 as [year, month from 0, day, hours, minutes, seconds, day of the week, day of the year]. */
export function brokenTime(seconds: Value): Value {
  if (typeof seconds !== 'number') throw new JqError('gmtime() requires numeric inputs');
  const date = new Date(Math.floor(seconds) * SECONDS);
  if (Number.isNaN(date.getTime())) throw new JqError('error converting number of seconds since epoch to datetime');
  const year = date.getUTCFullYear();
  const days = Math.floor((date.getTime() - Date.UTC(year, 0, 1)) / 86_400_000);
  const fraction = seconds - Math.floor(seconds);
  return [
    year,
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds() + fraction,
    date.getUTCDay(),
    days,
  ];
}

export function secondsOf(time: Value): Value {
  if (!isArray(time)) throw new JqError('mktime requires array inputs');
  if (time.length < 6 || !time.every((part) => typeof part === 'number')) throw new JqError('mktime requires parsed datetime inputs');
  const [year, month, day, hours, minutes, seconds] = time as number[];
  return Math.floor(Date.UTC(year as number, month, day, hours, minutes, seconds) / SECONDS);
}

export function timeText(time: Value, format: Value): Value {
  const parts = typeof time === 'number' ? brokenTime(time) : time;
  if (!isArray(parts)) throw new JqError('strftime/1 requires parsed datetime inputs');
  if (typeof format !== 'string') throw new JqError('strftime/1 requires a string format');
  const seconds = secondsOf(parts) as number;
  if (Number.isNaN(seconds)) throw new JqError('strftime/1 requires parsed datetime inputs');
  return formatDate(format, seconds * SECONDS);
}

const FIELDS: Readonly<Record<string, string>> = {
  Y: '(?<Y>[-+]?\\d{1,4})',
  m: '(?<m>\\d{1,2})',
  d: '\\s*(?<d>\\d{1,2})',
  e: '\\s*(?<d>\\d{1,2})',
  H: '\\s*(?<H>\\d{1,2})',
  I: '\\s*(?<H>\\d{1,2})',
  M: '(?<M>\\d{1,2})',
  S: '(?<S>\\d{1,2})',
  j: '(?<j>\\d{1,3})',
  y: '(?<y>\\d{2})',
  s: '(?<s>\\d+)',
  b: `(?<b>${MONTHS.join('|')})[a-z]*`,
  a: `(?:${DAYS.join('|')})[a-z]*`,
  p: '(?<p>[ap]m)',
  Z: '[A-Za-z]+',
  z: '(?:Z|[-+]\\d{2}:?\\d{0,2})',
  n: '\\s*',
  t: '\\s*',
  '%': '%',
};
const SHORTHANDS: Readonly<Record<string, string>> = {
  T: '%H:%M:%S',
  D: '%m/%d/%y',
  F: '%Y-%m-%d',
  R: '%H:%M',
  c: '%a %b %e %H:%M:%S %Y',
  h: '%b',
  B: '%b',
  A: '%a',
};

/** A text read by a format of strptime, as a broken down time. */
export function parseTime(text: Value, format: Value): Value {
  if (typeof text !== 'string' || typeof format !== 'string') throw new JqError('strptime/1 requires string inputs and arguments');
  const wrong = new JqError(`date "${text}" does not match format "${format}"`);
  const seen = new Set<string>();
  const source = format
    .replace(/%([TDFRchBA])/g, (_all, letter: string) => SHORTHANDS[letter] as string)
    .replace(/%(.)|\s+|[^%\s]/gs, (piece, letter?: string) => {
      if (letter === undefined) return /\s/.test(piece) ? '\\s*' : piece.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
      const field = FIELDS[letter];
      if (field === undefined) throw wrong;
      if (!seen.has(letter)) {
        seen.add(letter);
        return field;
      }
      return field.replace(/\?<\w+>/, '?:');
    });
  let found: Record<string, string | undefined> | undefined;
  try {
    found = new RegExp(`^${source}$`, 'i').exec(text)?.groups;
  } catch {
    throw wrong;
  }
  if (!found && !new RegExp(`^${source}$`, 'i').test(text)) throw wrong;
  const number = (name: string, otherwise: number): number => (found?.[name] === undefined ? otherwise : Number(found[name]));
  if (found?.['s'] !== undefined) return brokenTime(Number(found['s']));
  const short = found?.['y'] === undefined ? 1900 : number('y', 0) + (number('y', 0) < 69 ? 2000 : 1900);
  const month = found?.['b'] === undefined ? number('m', 1) - 1 : MONTHS.indexOf(found['b'].toLowerCase());
  const half = found?.['p'] === undefined ? 0 : found['p'].toLowerCase() === 'pm' ? 12 : 0;
  const hours = found?.['p'] === undefined ? number('H', 0) : (number('H', 0) % 12) + half;
  const [minutes, seconds] = [number('M', 0), number('S', 0)];
  if (month < 0 || month > 11 || hours > 23 || minutes > 59 || seconds > 60 || number('d', 1) < 1 || number('d', 1) > 31) throw wrong;
  return brokenTime(Date.UTC(number('Y', short), month, number('j', number('d', 1)), hours, minutes, seconds) / SECONDS);
}
