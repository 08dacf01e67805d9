/** sort and uniq. */
import { dup, open, random, write } from '../kernel/sys.ts';
import { allLines, eachLine } from './lines.ts';
import { extraOperand, options, usageError } from './options.ts';
import { type Call, Failure, type Tool } from './tool.ts';

type Compare = (a: string, b: string) => number;

interface Place {
  readonly field: number;
  readonly char: number;
  readonly skipBlanks: boolean;
}

interface Key {
  readonly from: Place;
  readonly to: Place | undefined;
  readonly letters: string;
}

const MONTHS = ['', 'JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const SUFFIXES = ' KMGTPEZY';

const byText: Compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function numberAt(text: string): number {
  return Number(/^\s*(-?\d*\.?\d*)/.exec(text)?.[1] || 0) || 0;
}

function humanAt(text: string): [number, number] {
  const [, digits = '', suffix = ''] = /^\s*(-?\d*\.?\d*)([KMGTPEZYk]?)/.exec(text) ?? [];
  const value = Number(digits || 0) || 0;
  return [Math.sign(value) * Math.max(0, SUFFIXES.indexOf(suffix.toUpperCase() || ' ')), value];
}

function generalAt(text: string): number {
  const match = /^\s*([-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?|inf(?:inity)?))/i.exec(text)?.[1];
  if (match === undefined) return Number.NEGATIVE_INFINITY;
  return /inf/i.test(match) ? (match.startsWith('-') ? -Number.MAX_VALUE : Number.MAX_VALUE) : Number(match);
}

/** Version order: runs of digits by value; `~` before everything, letters before other signs (as dpkg). */
export const byVersion: Compare = (a, b) => {
  const rank = (c: string | undefined): number =>
    c === undefined || /\d/.test(c) ? 0 : c === '~' ? -1 : /[a-zA-Z]/.test(c) ? c.charCodeAt(0) : c.charCodeAt(0) + 256;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    while ((i < a.length && !/\d/.test(a[i] as string)) || (j < b.length && !/\d/.test(b[j] as string))) {
      const difference = rank(a[i]) - rank(b[j]);
      if (difference !== 0) return difference;
      i++;
      j++;
    }
    const [x = ''] = /^\d*/.exec(a.slice(i)) ?? [];
    const [y = ''] = /^\d*/.exec(b.slice(j)) ?? [];
    i += x.length;
    j += y.length;
    const [m, n] = [x.replace(/^0+/, ''), y.replace(/^0+/, '')];
    const difference = m.length - n.length || byText(m, n);
    if (difference !== 0) return difference;
  }
  return 0;
};

function comparer(letters: string, shuffle: (text: string) => number): Compare {
  const has = (letter: string): boolean => letters.includes(letter);
  if (has('n')) return (a, b) => numberAt(a) - numberAt(b);
  if (has('g'))
    return (a, b) => {
      const [x, y] = [generalAt(a), generalAt(b)];
      return x < y ? -1 : x > y ? 1 : 0;
    };
  if (has('h'))
    return (a, b) => {
      const [x, y] = [humanAt(a), humanAt(b)];
      return x[0] - y[0] || x[1] - y[1];
    };
  if (has('M'))
    return (a, b) =>
      Math.max(0, MONTHS.indexOf(a.trim().slice(0, 3).toUpperCase())) - Math.max(0, MONTHS.indexOf(b.trim().slice(0, 3).toUpperCase()));
  if (has('V')) return byVersion;
  if (has('R')) return (a, b) => shuffle(a) - shuffle(b);
  const clean = (text: string): string => {
    let result = text;
    if (has('d')) result = result.replace(/[^\p{L}\p{N}\s]/gu, '');
    if (has('i')) result = result.replace(/[^\x20-\x7e]/g, '');
    return has('f') ? result.toUpperCase() : result;
  };
  return has('d') || has('i') || has('f') ? (a, b) => byText(clean(a), clean(b)) : byText;
}

function parseKey(call: Call, text: string): Key {
  const bad = (why: string): never => {
    throw new Failure(`${why} ${call.quote(text)}`, 2);
  };
  const match = /^(\d*)(?:\.(\d*))?([bdfghiMnRrV]*)(?:,(\d*)(?:\.(\d*))?([bdfghiMnRrV]*))?$/.exec(text);
  if (!match)
    return bad(
      /^\d/.test(text)
        ? 'stray character in field spec: invalid field specification'
        : 'invalid number at field start: invalid count at start of',
    );
  const [, field, char, letters = '', toField, toChar, toLetters = ''] = match;
  if (!field) bad('invalid number at field start: invalid count at start of');
  if (Number(field) === 0) bad('field number is zero: invalid field specification');
  if (char !== undefined && Number(char) === 0) bad('character offset is zero: invalid field specification');
  return {
    from: { field: Number(field), char: Number(char ?? 1), skipBlanks: letters.includes('b') },
    to: toField === undefined ? undefined : { field: Number(toField), char: Number(toChar ?? 0), skipBlanks: toLetters.includes('b') },
    letters: letters + toLetters,
  };
}

/** The part of a line that a key compares. A field includes the blanks before it unless a separator is given. */
function keyText(line: string, key: Key, separator: string | undefined, blanks: boolean): string {
  const fields: [number, number][] = [];
  if (separator !== undefined) {
    let at = 0;
    for (const part of line.split(separator)) {
      fields.push([at, at + part.length]);
      at += part.length + separator.length;
    }
  } else for (const match of line.matchAll(/[ \t]*[^ \t]+|[ \t]+$/g)) fields.push([match.index, match.index + match[0].length]);
  const skip = (at: number): number => {
    let i = at;
    while (line[i] === ' ' || line[i] === '\t') i++;
    return i;
  };
  const start = fields[key.from.field - 1];
  if (!start) return '';
  const from = (key.from.skipBlanks || blanks ? skip(start[0]) : start[0]) + key.from.char - 1;
  const last = key.to && fields[key.to.field - 1];
  if (!key.to || !last) return line.slice(from);
  if (key.to.char === 0) return line.slice(from, last[1]);
  return line.slice(from, (key.to.skipBlanks || blanks ? skip(last[0]) : last[0]) + key.to.char);
}

export const sort: Tool = function* (call) {
  const given = options(
    call,
    'b,ignore-leading-blanks d,dictionary-order f,ignore-case g,general-numeric-sort h,human-numeric-sort i,ignore-nonprinting M,month-sort n,numeric-sort R,random-sort r,reverse V,version-sort c,check:: C k,key: m,merge o,output: s,stable t,field-separator: u,unique z,zero-terminated S,buffer-size: T,temporary-directory: parallel: sort:',
    { code: 2 },
  );
  const separator = given.get('t') === '\\0' ? '\0' : given.get('t');
  if (separator === '') throw new Failure('empty tab', 2);
  if (separator !== undefined && [...separator].length > 1) throw new Failure(`multi-character tab ${call.quote(separator)}`, 2);
  const words: Readonly<Record<string, string>> = {
    'general-numeric': 'g',
    'human-numeric': 'h',
    month: 'M',
    numeric: 'n',
    random: 'R',
    version: 'V',
  };
  const global = given.given
    .map(([key, value]) => (key === 'sort' ? (words[value] ?? '') : 'bdfghiMnRrV'.includes(key) ? key : ''))
    .join('');
  const keys = given.all('k').map((text) => parseKey(call, text));
  const end = given.has('z') ? '\0' : '\n';
  const salt = global.includes('R') ? yield* random() : 0;
  const shuffle = (text: string): number =>
    [...text].reduce((hash, c) => (hash * 31 + c.charCodeAt(0) + 1) % 1000003, Math.floor(salt * 1000003));

  const rules = keys.map((key) => {
    const letters = key.letters === '' ? global : key.letters;
    const compare = comparer(letters, shuffle);
    const sign = letters.includes('r') ? -1 : 1;
    const text = (line: string): string => keyText(line, key, separator, letters.includes('b') && key.letters === '');
    return (a: string, b: string): number => sign * compare(text(a), text(b));
  });
  const sign = global.includes('r') ? -1 : 1;
  const skipBlanks = global.includes('b') ? (text: string): string => text.trimStart() : (text: string): string => text;
  const whole = comparer(global, shuffle);
  if (rules.length === 0) rules.push((a, b) => sign * whole(skipBlanks(a), skipBlanks(b)));
  const byKeys: Compare = (a, b) => {
    for (const rule of rules) {
      const order = rule(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
  const full: Compare = given.has('s') || given.has('u') ? byKeys : (a, b) => byKeys(a, b) || sign * byText(a, b);

  if (given.operands.length > 1 && (given.has('c') || given.has('C')))
    throw new Failure(`extra operand ${call.quote(given.operands[1] as string)} not allowed with -c`, 2);
  const [lines, code] = yield* allLines(call, given.operands, end, 2);
  if (code !== 0) return code;
  if (given.has('c') || given.has('C')) {
    const at = lines.findIndex(
      (line, i) => i > 0 && (given.has('u') ? byKeys(lines[i - 1] as string, line) >= 0 : full(lines[i - 1] as string, line) > 0),
    );
    if (at < 0) return 0;
    if (given.has('c') && !given.get('c')) yield* call.warn(`${given.operands[0] ?? '-'}:${at + 1}: disorder: ${lines[at]}`);
    return 1;
  }
  lines.sort(full);
  let text = '';
  lines.forEach((line, i) => {
    if (!given.has('u') || i === 0 || byKeys(lines[i - 1] as string, line) !== 0) text += line + end;
  });
  const target = given.get('o');
  if (target === undefined) call.put(text);
  else yield* write(yield* open(target, 'w'), text);
  return 0;
};

export const uniq: Tool = function* (call) {
  const given = options(
    call,
    'c,count d,repeated D all-repeated:: group:: u,unique i,ignore-case f,skip-fields: s,skip-chars: w,check-chars: z,zero-terminated',
  );
  const [input, output, extra] = given.operands;
  if (extra !== undefined) throw extraOperand(call, extra);
  const number = (name: string, what: string): number => {
    const text = given.get(name) ?? '0';
    if (!/^\d+$/.test(text)) throw new Failure(`${text}: invalid number of ${what}`);
    return Number(text);
  };
  const fields = number('f', 'fields to skip');
  const chars = number('s', 'bytes to skip');
  const width = given.has('w') ? number('w', 'bytes to compare') : Number.POSITIVE_INFINITY;
  const keyOf = (line: string): string => {
    const rest = line.replace(new RegExp(`^(?:[ \\t]*[^ \\t]*){${Math.min(fields, 1000)}}`), '').slice(chars, chars + width);
    return given.has('i') ? rest.toLowerCase() : rest;
  };
  const end = given.has('z') ? '\0' : '\n';
  const method = given.get('group') ?? given.get('all-repeated') ?? '';
  const methods = given.has('group') ? ['', 'prepend', 'append', 'separate', 'both'] : ['', 'none', 'prepend', 'separate'];
  if (!methods.includes(method))
    throw new Failure(
      usageError(call, `invalid argument ${call.quote(method)} for ${call.quote(given.has('group') ? '--group' : '--all-repeated')}`),
    );
  if (given.has('group') && ['c', 'd', 'D', 'all-repeated', 'u'].some((name) => given.has(name)))
    throw new Failure(usageError(call, '--group is mutually exclusive with -c/-d/-D/-u'));
  const whole = given.has('group') || given.has('D') || given.has('all-repeated');
  const separate = given.has('group') ? method || 'separate' : method;
  let group: string[] = [];
  let count = 0;
  let shown = false;
  const finish = (): void => {
    if (count === 0) return;
    if (whole) {
      if (count === 1 && !given.has('group')) return;
      const before = separate === 'prepend' || separate === 'both' || (separate === 'separate' && shown);
      call.put((before && (separate !== 'both' || !shown) ? end : '') + group.map((line) => line + end).join(''));
      if (separate === 'append' || separate === 'both') call.put(end);
      shown = true;
    } else if (!(given.has('d') && count === 1) && !(given.has('u') && count > 1))
      call.put(`${given.has('c') ? `${String(count).padStart(7)} ` : ''}${group[0]}${end}`);
  };
  if (output !== undefined && output !== '-') yield* dup(yield* open(output, 'w'), 1);
  const code = yield* call.eachFile(input === undefined ? [] : [input], (fd) =>
    eachLine(
      call,
      fd,
      (line) => {
        if (count > 0 && keyOf(line) === keyOf(group[0] as string)) {
          count++;
          if (whole) group.push(line);
          return;
        }
        finish();
        group = [line];
        count = 1;
      },
      end,
    ),
  );
  finish();
  return code;
};
