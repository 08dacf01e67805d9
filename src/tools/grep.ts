/** grep, egrep and fgrep. */

import { byteLength } from '../kernel/bytes.ts';
import { SysError } from '../kernel/error.ts';
import { close, files, isatty, open, readAll } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { globMatcher } from './glob.ts';
import { Lines } from './lines.ts';
import { options, parseCount, usageError } from './options.ts';
import { compile, compileFixed, type Match, type Pattern } from './regex/match.ts';
import { RegexError } from './regex/parse.ts';
import { type Call, Failure, type Tool } from './tool.ts';

const SPEC =
  'E,extended-regexp F,fixed-strings G,basic-regexp P,perl-regexp e,regexp: f,file: i,y,ignore-case no-ignore-case v,invert-match w,word-regexp x,line-regexp c,count color,colour:: L,files-without-match l,files-with-matches m,max-count: o,only-matching q,quiet,silent s,no-messages b,byte-offset H,with-filename h,no-filename label: n,line-number T,initial-tab A,after-context: B,before-context: C,context: r,recursive R,dereference-recursive include: exclude: exclude-dir: z,null-data Z,null a,text I U,binary line-buffered binary-files: d,directories: no-group-separator group-separator: D,devices:';
const USAGE = "Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.";

/** Finds the first match at or after `from` that the flags -w and -x allow. */
type Finder = (line: string, from: number) => Match | null;

const isWordAt = (line: string, at: number): boolean => /[\p{L}\p{N}_]/u.test(line[at] ?? '');

function finder(patterns: readonly Pattern[], word: boolean, whole: boolean): Finder {
  const first = (line: string, from: number): Match | null => {
    let best: Match | null = null;
    for (const pattern of patterns) {
      const match = pattern.exec(line, from);
      if (match && (!best || match.start < best.start || (match.start === best.start && match.end > best.end))) best = match;
    }
    return best;
  };
  if (!word || whole) return first;
  return (line, from) => {
    for (let at = from; at <= line.length; ) {
      const match = first(line, at);
      if (!match) return null;
      if (!isWordAt(line, match.start - 1) && !isWordAt(line, match.end)) return match;
      at = match.start + 1;
    }
    return null;
  };
}

function compileAll(call: Call, sources: readonly string[], kind: string, ignoreCase: boolean, whole: boolean): Pattern[] {
  try {
    return sources.map((source) => {
      if (kind === 'F') {
        if (!whole) return compileFixed(source, ignoreCase);
        return compile(`^(?:${source.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')})$`, 'perl', { ignoreCase });
      }
      const syntax = kind === 'P' ? 'perl' : kind === 'E' ? 'extended' : 'basic';
      if (!whole) return compile(source, syntax, { ignoreCase, looseParenthesis: kind === 'E' });
      compile(source, syntax);
      return compile(syntax === 'basic' ? `^\\(${source}\\)$` : `^(${source})$`, syntax, { ignoreCase });
    });
  } catch (error) {
    if (error instanceof RegexError) throw new Failure(call.busybox ? `bad regex '${sources[0]}': ${error.message}` : error.message, 2);
    throw error;
  }
}

/** What grep says of a pattern that means something else than its writer may think. */
function warningsOf(sources: readonly string[], kind: string): string[] {
  const warnings: string[] = [];
  for (const source of sources) {
    if (kind === 'E' && /^[*+?]/.test(source)) warnings.push(`${source[0]} at start of expression`);
  }
  return warnings;
}

export const grep: Tool = function* (call) {
  const given = options(call, SPEC, { code: 2, digits: 'C', hint: USAGE });
  const operands = [...given.operands];
  const sources = given.all('e').flatMap((text) => text.split('\n'));
  for (const path of given.all('f')) {
    let text: string;
    try {
      text = yield* readAll(path === '-' ? 0 : yield* open(path, 'r'));
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      throw new Failure(`${path}: ${error.message}`, 2);
    }
    if (text !== '') sources.push(...text.replace(/\n$/, '').split('\n'));
  }
  if (!given.has('e') && !given.has('f')) {
    const pattern = operands.shift();
    if (pattern === undefined) throw new Failure(call.busybox ? usageError(call, '').trimStart() : USAGE, 2, true);
    sources.push(...pattern.split('\n'));
  }
  const kinds = given.given.filter(([key]) => 'EFGP'.includes(key)).map(([key]) => key);
  const kind = kinds.at(-1) ?? (call.name === 'egrep' ? 'E' : call.name === 'fgrep' ? 'F' : 'G');
  if (!call.busybox) for (const warning of warningsOf(sources, kind)) yield* call.warn(`warning: ${warning}`);
  const find = finder(compileAll(call, sources, kind, given.has('i'), given.has('x')), given.has('w'), given.has('x'));
  const count = (name: string): number => {
    const text = given.get(name);
    if (text === undefined) return 0;
    const value = parseCount(text);
    if (value === undefined) throw new Failure(name === 'm' ? 'invalid max count' : `${text}: invalid context length argument`, 2);
    return value;
  };
  const around = count('C');
  const before = given.has('B') ? count('B') : around;
  const after = given.has('A') ? count('A') : around;
  const most = given.has('m') ? count('m') : Number.POSITIVE_INFINITY;
  const contexts = before > 0 || after > 0 || given.has('C') || given.has('A') || given.has('B');
  const recursive = given.has('r') || given.has('R') || given.get('d') === 'recurse';
  const when = given.get('color');
  const colour = when === 'always' || ((when === 'auto' || when === '') && (yield* isatty(1)));
  const paint = (code: string, text: string): string => (colour && text !== '' ? `\x1b[${code}m\x1b[K${text}\x1b[m\x1b[K` : text);
  const silent = given.has('q');
  const listing = given.has('l') || given.has('L');
  const end = given.has('z') ? '\0' : '\n';
  const separator = given.has('no-group-separator') ? undefined : (given.get('group-separator') ?? '--');
  const asText = given.has('a') || given.get('binary-files') === 'text' || given.has('z') || call.busybox;
  const skipsBinary = given.has('I') || given.get('binary-files') === 'without-match';
  let matchedAny = false;
  let failed = false;
  let printedBefore = false;

  const paths: string[] = [];
  for (const path of operands.length > 0 ? operands : [recursive ? '.' : '-']) {
    if (!recursive || path === '-') {
      paths.push(path);
      continue;
    }
    paths.push(
      ...(yield* below(path, operands.length === 0, given.all('include'), given.all('exclude'), given.all('exclude-dir'), given.has('R'))),
    );
  }
  const several =
    operands.length > 1 ||
    (recursive && (call.busybox || (yield* files((fs, cwd) => fs.isDirectory(fs.resolve(cwd, operands[0] ?? '.'))))));
  const named = given.has('H') || (!given.has('h') && several);

  const search = function* (fd: number, path: string): Sys<void> {
    const name = path === '-' ? (given.get('label') ?? '(standard input)') : path;
    const lines = new Lines(call, fd, end);
    const held: { line: string; number: number; offset: number }[] = [];
    let number = 0;
    let offset = 0;
    let matches = 0;
    let trailing = 0;
    let last = 0;
    let binary = false;
    const prefix = (sign: string, at: number, start: number): string => {
      let text = '';
      if (named) text += paint('35', name) + (given.has('Z') ? '\0' : paint('36', sign));
      // With -T numbers are as wide as the largest could be, and the line begins at a tab stop.
      const number = (value: number): string => String(value).padStart(given.has('T') ? 19 : 0);
      if (given.has('n')) text += paint('32', number(at)) + paint('36', sign);
      if (given.has('b')) text += paint('32', number(start)) + paint('36', sign);
      return text !== '' && given.has('T') ? `${text}\t` : text;
    };
    const separate = (at: number): void => {
      if (contexts && printedBefore && at > last + 1) call.put(separator === undefined ? '' : `${paint('36', separator)}\n`);
      printedBefore = true;
      last = at;
    };
    for (let line = yield* lines.next(); line !== null; line = yield* lines.next()) {
      number++;
      const start = offset;
      if (given.has('b')) offset += byteLength(line) + 1;
      if (!asText && !binary) binary = line.includes('\0') || lines.pending.includes('\0');
      if (binary && skipsBinary) return;
      const match = find(line, 0);
      if ((match !== null) === given.has('v')) {
        if (trailing > 0 && matches > 0) {
          trailing--;
          if (!given.has('o')) {
            separate(number);
            call.put(`${prefix('-', number, start)}${line}${end}`);
          }
        } else if (before > 0) {
          held.push({ line, number, offset: start });
          if (held.length > before) held.shift();
        }
        if (matches >= most && trailing === 0) break;
        continue;
      }
      if (matches >= most) break;
      matches++;
      matchedAny = true;
      trailing = after;
      if (silent || listing) break;
      if (given.has('c')) {
        if (matches >= most) break;
        continue;
      }
      if (binary) {
        yield* call.warn(`${name}: binary file matches`);
        return;
      }
      for (const context of held.splice(0)) {
        if (given.has('o')) continue;
        separate(context.number);
        call.put(`${prefix('-', context.number, context.offset)}${context.line}${end}`);
      }
      if (given.has('o')) {
        separate(number);
        for (let found = match; found !== null; found = find(line, found.end > found.start ? found.end : found.end + 1)) {
          if (found.end > found.start)
            call.put(
              `${prefix(':', number, start + byteLength(line.slice(0, found.start)))}${paint('01;31', line.slice(found.start, found.end))}${end}`,
            );
          if (found.end > line.length) break;
        }
      } else {
        separate(number);
        call.put(prefix(':', number, start) + (colour && !given.has('v') ? highlight(line, find, paint) : line) + end);
      }
      if (matches >= most && after === 0) break;
    }
    if (silent) return;
    if (given.has('l') && matches > 0) call.put(`${paint('35', name)}${given.has('Z') ? '\0' : '\n'}`);
    else if (given.has('L') && matches === 0) call.put(`${paint('35', name)}${given.has('Z') ? '\0' : '\n'}`);
    else if (given.has('c') && !listing)
      call.put(`${named ? `${paint('35', name)}${given.has('Z') ? '\0' : paint('36', ':')}` : ''}${matches}\n`);
  };

  for (const path of paths) {
    let fd = 0;
    if (path !== '-') {
      try {
        fd = yield* open(path, 'r');
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
        if (error.errno === 'EISDIR' && given.get('d') === 'skip') continue;
        failed = true;
        if (!given.has('s')) yield* call.warn(`${path}: ${error.message}`);
        continue;
      }
    }
    yield* search(fd, path);
    if (fd !== 0) yield* close(fd);
    if (silent && matchedAny) return 0;
  }
  return failed ? 2 : matchedAny ? 0 : 1;
};

function highlight(line: string, find: Finder, paint: (code: string, text: string) => string): string {
  let text = '';
  let at = 0;
  for (let match = find(line, 0); match !== null; match = find(line, match.end > match.start ? match.end : match.end + 1)) {
    text += line.slice(at, match.start) + paint('01;31', line.slice(match.start, match.end));
    at = match.end;
    if (match.end >= line.length) break;
  }
  return text + line.slice(at);
}

/** Files under a directory, in order of names; a file is itself. */
function* below(
  path: string,
  bare: boolean,
  include: readonly string[],
  exclude: readonly string[],
  excludeDir: readonly string[],
  links: boolean,
): Sys<string[]> {
  const any = (patterns: readonly string[], name: string): boolean => patterns.some((pattern) => globMatcher(pattern)(name));
  return yield* files((fs, cwd) => {
    const found: string[] = [];
    const visit = (shown: string, absolute: string): void => {
      const name = absolute.slice(absolute.lastIndexOf('/') + 1);
      if (!fs.isDirectory(absolute)) {
        // What is named itself and is not there is told of.
        if (!fs.exists(absolute) && shown === path) {
          found.push(shown);
          return;
        }
        if (include.length > 0 && !any(include, name)) return;
        if (!any(exclude, name)) found.push(shown);
        return;
      }
      if (shown !== path && any(excludeDir, name)) return;
      for (const entry of fs.list(absolute)) {
        const at = fs.resolve(absolute, entry);
        if (links || fs.linkStat(at)?.kind !== 'link') visit(shown === '.' && bare ? entry : `${shown.replace(/\/$/, '')}/${entry}`, at);
      }
    };
    visit(path, fs.resolve(cwd, path));
    return found;
  });
}
