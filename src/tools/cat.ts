/** cat, tac, rev, nl, tee, yes: text passed on. */

import { bytesOf } from '../kernel/bytes.ts';
import { SysError } from '../kernel/error.ts';
import { open, read, readAll, write, yieldNow } from '../kernel/sys.ts';
import { allLines, eachLine } from './lines.ts';
import { options, usageError } from './options.ts';
import { compile, type Pattern } from './regex/match.ts';
import { RegexError } from './regex/parse.ts';
import { Failure, type Tool } from './tool.ts';

export const cat: Tool = function* (call) {
  const given = options(call, 'A,show-all b,number-nonblank e E,show-ends n,number s,squeeze-blank t T,show-tabs u v,show-nonprinting');
  const is = (letters: string): boolean => [...letters].some((letter) => given.has(letter));
  if (!is('AbeEnstTv')) {
    return yield* call.eachFile(given.operands, function* (fd) {
      for (let text = yield* read(fd); text !== null; text = yield* read(fd)) yield* write(1, text);
    });
  }
  // Bytes as -v shows them: ^X for control characters, M- before those of 128 and more.
  const visible = (byte: number): string => {
    if (byte >= 128) return `M-${visible(byte - 128)}`;
    return byte === 127 ? '^?' : byte < 32 ? `^${String.fromCharCode(byte + 64)}` : String.fromCharCode(byte);
  };
  const show = (c: string): string => [...bytesOf(c)].map(visible).join('');
  let lineStart = true;
  let number = 0;
  let blank = false;
  return yield* call.eachFile(given.operands, (fd) =>
    eachLine(call, fd, (line, terminated) => {
      const wasBlank = blank;
      blank = line === '';
      if (is('s') && blank && wasBlank) return;
      const numbered = is('b') ? line !== '' : is('n');
      let text = is('Aetv') ? line.replace(/[^\x20-\x7e\t]/gu, show) : line;
      if (is('AtT')) text = text.replaceAll('\t', '^I');
      call.put(
        `${numbered && lineStart ? `${String(++number).padStart(6)}\t` : ''}${text}${terminated ? `${is('AeE') ? '$' : ''}\n` : ''}`,
      );
      lineStart = terminated;
    }),
  );
};

export const tac: Tool = function* (call) {
  const given = options(call, 's,separator: b,before r,regex');
  const separator = given.get('s') ?? '\n';
  if (separator === '') throw new Failure('separator cannot be empty');
  let regex: Pattern | undefined;
  try {
    if (given.has('r')) regex = compile(separator, 'basic', { multiline: true });
  } catch (error) {
    throw error instanceof RegexError ? new Failure(error.message) : error;
  }
  return yield* call.eachFile(given.operands, function* (fd) {
    const text = yield* readAll(fd);
    const pieces: string[] = [];
    let from = 0;
    for (let at = 0; at <= text.length; ) {
      const found = regex ? regex.exec(text, at) : null;
      const start = regex ? (found?.start ?? -1) : text.indexOf(separator, at);
      if (start < 0) break;
      const end = Math.max(found ? found.end : start + separator.length, start + 1);
      const cut = given.has('b') ? start : end;
      if (cut > from) pieces.push(text.slice(from, cut));
      from = cut;
      at = end;
    }
    if (from < text.length) pieces.push(text.slice(from));
    call.put(pieces.reverse().join(''));
  });
};

export const rev: Tool = function* (call) {
  const given = options(call, '');
  return yield* call.eachFile(given.operands, (fd) =>
    eachLine(call, fd, (line, terminated) => call.put([...line].reverse().join('') + (terminated ? '\n' : ''))),
  );
};

export const nl: Tool = function* (call) {
  const given = options(
    call,
    'b,body-numbering: h,header-numbering: f,footer-numbering: d,section-delimiter: p,no-renumber l,join-blank-lines: w,number-width: s,number-separator: v,starting-line-number: i,line-increment: n,number-format:',
  );
  const numberOf = (key: string, what: string, otherwise: number, least: number): number => {
    const text = given.get(key) ?? String(otherwise);
    const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least))
      throw new Failure(`invalid ${what}: ${call.quote(text)}${Number.isNaN(value) ? '' : ': Numerical result out of range'}`);
    return value;
  };
  /** Which lines of a section get a number. */
  const style = (key: string, what: string, otherwise: string): ((line: string) => boolean) => {
    const text = given.get(key) ?? otherwise;
    if (text === 'a') return () => true;
    if (text === 't') return (line) => line !== '';
    if (text === 'n') return () => false;
    if (!text.startsWith('p')) throw new Failure(usageError(call, `invalid ${what} numbering style: ${call.quote(text)}`));
    try {
      const pattern = compile(text.slice(1), 'basic');
      return (line) => pattern.test(line);
    } catch (error) {
      throw error instanceof RegexError ? new Failure(error.message) : error;
    }
  };
  const styles = { h: style('h', 'header', 'n'), b: style('b', 'body', 't'), f: style('f', 'footer', 'n') };
  const every = given.get('b') === 'a';
  const mark = given.get('d') ?? '\\:';
  const delimiter = mark.length === 1 ? `${mark}:` : mark;
  const format = given.get('n') ?? 'rn';
  if (!/^(?:ln|rn|rz)$/.test(format)) throw new Failure(usageError(call, `invalid line numbering format: ${call.quote(format)}`));
  const [start, step] = [
    numberOf('v', 'starting line number', 1, Number.NEGATIVE_INFINITY),
    numberOf('i', 'line number increment', 1, Number.NEGATIVE_INFINITY),
  ];
  const blanks = numberOf('l', 'line number of blank lines', 1, 1);
  const width = numberOf('w', 'line number field width', 6, 1);
  const separator = given.get('s') ?? '\t';
  let section: 'h' | 'b' | 'f' = 'b';
  let [number, empty] = [start, 0];
  const [lines, code] = yield* allLines(call, given.operands);
  for (const line of lines) {
    const next =
      delimiter === '' ? undefined : ({ 3: 'h', 2: 'b', 1: 'f' } as const)[[1, 2, 3].find((n) => line === delimiter.repeat(n)) ?? 0];
    if (next) {
      section = next;
      if (!given.has('p')) number = start;
      call.put('\n');
      continue;
    }
    empty = line === '' ? empty + 1 : 0;
    if (styles[section](line) && !(every && line === '' && empty % blanks !== 0)) {
      const text = format === 'ln' ? String(number).padEnd(width) : String(number).padStart(width, format === 'rz' ? '0' : ' ');
      call.put(`${text}${separator}${line}\n`);
      number += step;
    } else call.put(`${' '.repeat(width + separator.length)}${line}\n`);
  }
  return code;
};

export const tee: Tool = function* (call) {
  const given = options(call, 'a,append i,ignore-interrupts p');
  const targets: number[] = [];
  let code = 0;
  for (const path of given.operands) {
    try {
      targets.push(yield* open(path, given.has('a') ? 'a' : 'w'));
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      yield* call.warn(`${path}: ${error.message}`);
      code = 1;
    }
  }
  for (let text = yield* read(0); text !== null; text = yield* read(0)) {
    yield* write(1, text);
    for (const fd of targets) yield* write(fd, text);
  }
  return code;
};

export const yes: Tool = function* (call) {
  const line = `${call.args.length > 0 ? call.args.join(' ') : 'y'}\n`;
  if (line.length > 1 << 16) throw new Failure('argument list too long');
  for (;;) {
    yield* write(1, line);
    yield* yieldNow();
  }
};
