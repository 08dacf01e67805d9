/** diff and cmp: how two files differ. */

import { bytesOf } from '../kernel/bytes.ts';
import { SysError } from '../kernel/error.ts';
import type { FileSystem } from '../kernel/files.ts';
import { files, isatty, now, readAll } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { formatDate } from './datetext.ts';
import { type Options, options, usageError } from './options.ts';
import { type Call, Failure, type Tool } from './tool.ts';

/** What was changed: lines [from, to) of the old file became lines [start, end) of the new one. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** More edits than this are not searched for a shortest way: the rest counts as changed. */
const MOST_EDITS = 4000;

/** The shortest list of changes (Myers), each moved down as far as it goes, as GNU diff has it. */
export function changesOf(a: readonly string[], b: readonly string[]): Change[] {
  const removed = new Uint8Array(a.length);
  const added = new Uint8Array(b.length);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  mark(a.slice(head, a.length - tail), b.slice(head, b.length - tail), head, removed, added);
  slide(a, removed, added);
  slide(b, added, removed);
  const changes: Change[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (!removed[i] && !added[j]) {
      i++;
      j++;
      continue;
    }
    const [from, start] = [i, j];
    while (removed[i]) i++;
    while (added[j]) j++;
    changes.push({ from, to: i, start, end: j });
  }
  return changes;
}

function mark(a: readonly string[], b: readonly string[], offset: number, removed: Uint8Array, added: Uint8Array): void {
  const limit = Math.min(a.length + b.length, MOST_EDITS);
  const width = 2 * limit + 2;
  const furthest = new Int32Array(width).fill(0);
  const history: Int32Array[] = [];
  const at = (k: number): number => (k + width) % width;
  for (let d = 0; d <= limit; d++) {
    history.push(furthest.slice());
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (furthest[at(k - 1)] as number) < (furthest[at(k + 1)] as number));
      let x = down ? (furthest[at(k + 1)] as number) : (furthest[at(k - 1)] as number) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      furthest[at(k)] = x;
      if (x < a.length || x - k < b.length) continue;
      let [px, py] = [a.length, b.length];
      for (let step = d; step > 0; step--) {
        const before = history[step] as Int32Array;
        const kk = px - py;
        const came = kk === -step || (kk !== step && (before[at(kk - 1)] as number) < (before[at(kk + 1)] as number)) ? kk + 1 : kk - 1;
        const fx = before[at(came)] as number;
        const fy = fx - came;
        if (came === kk + 1) added[offset + fy] = 1;
        else removed[offset + fx] = 1;
        [px, py] = [fx, fy];
      }
      return;
    }
  }
  removed.fill(1, offset, offset + a.length);
  added.fill(1, offset, offset + b.length);
}

/**
 * Moves each run of changed lines as far down as it goes while the lines stay equal, joins runs that meet, and goes back up to where
 * the other file changes too, so that both make one change: the same choice among equal diffs as GNU's.
 */
function slide(lines: readonly string[], changed: Uint8Array, other: Uint8Array): void {
  const count = lines.length;
  // j is the line of the other file that stands opposite to i.
  for (let i = 0, j = 0; ; ) {
    while (i < count && !changed[i]) {
      while (other[j]) j++;
      i++;
      j++;
    }
    if (i === count) return;
    let start = i;
    while (changed[i]) i++;
    while (other[j]) j++;
    const back = (): void => {
      changed[--start] = 1;
      changed[--i] = 0;
      do j--;
      while (other[j]);
    };
    let corresponding: number;
    for (let run = -1; run !== i - start; ) {
      run = i - start;
      while (start > 0 && lines[start - 1] === lines[i - 1]) {
        back();
        while (changed[start - 1]) start--;
      }
      corresponding = other[j - 1] ? i : count;
      while (i < count && lines[start] === lines[i]) {
        changed[start++] = 0;
        changed[i++] = 1;
        while (changed[i]) i++;
        while (other[++j]) corresponding = i;
      }
      if (run === i - start) while (corresponding < i) back();
    }
  }
}

interface Side {
  readonly label: string;
  readonly lines: readonly string[];
  /** As compared: with blanks and case out of the way. */
  readonly keys: readonly string[];
  readonly terminated: boolean;
  readonly modified: number;
}

function sideOf(label: string, text: string, modified: number, given: Options): Side {
  const lines = text.split('\n');
  const terminated = lines.at(-1) === '';
  if (terminated) lines.pop();
  const keys = lines.map((line, i) => {
    let key = line;
    if (given.has('strip-trailing-cr')) key = key.replace(/\r$/, '');
    if (given.has('w')) key = key.replace(/\s+/g, '');
    else if (given.has('b')) key = key.replace(/\s+/g, ' ').replace(/ $/, '');
    else if (given.has('Z')) key = key.trimEnd();
    if (given.has('i')) key = key.toLowerCase();
    return i === lines.length - 1 && !terminated && !given.has('w') && !given.has('b') ? `${key}\0` : key;
  });
  return { label, lines, keys, terminated, modified };
}

const SPEC =
  'u unified:: U: c context:: C: q,brief s,report-identical-files r,recursive N,new-file a,text i,ignore-case w,ignore-all-space ' +
  'b,ignore-space-change Z,ignore-trailing-space B,ignore-blank-lines L,label: color:: y,side-by-side W,width: left-column d,minimal normal ' +
  'strip-trailing-cr x,exclude: p t,expand-tabs suppress-common-lines e,ed n,rcs';

/** diff and cmp name themselves once more before the hint. */
const hint = (call: Call): string => `${call.name}: Try '${call.name} --help' for more information.`;
const wrongUse = (call: Call, message: string): Failure => new Failure(usageError(call, message, hint(call)), 2);

export const diff: Tool = function* (call) {
  const given = options(call, SPEC, { code: 2, hint: hint(call) });
  if (given.operands.length < 2) throw wrongUse(call, `missing operand after '${given.operands[0] ?? 'diff'}'`);
  if (given.operands[2] !== undefined) throw wrongUse(call, `extra operand '${given.operands[2]}'`);
  if (['y', 'e', 'n'].filter((name) => given.has(name)).length > 1) throw wrongUse(call, 'conflicting output style options');
  if (given.has('W') && !/^[1-9]\d*$/.test(given.get('W') ?? '')) throw wrongUse(call, `invalid width '${given.get('W')}'`);
  const colour = given.has('color') && (given.get('color') === 'always' || (given.get('color') !== 'never' && (yield* isatty(1))));
  const [left = '', right = ''] = given.operands;
  const isFolder = (path: string): Sys<boolean> => files((fs, cwd) => path !== '-' && fs.isDirectory(fs.resolve(cwd, path)));
  const [a, b] = [yield* isFolder(left), yield* isFolder(right)];
  const differ = new Differ(call, given, colour);
  if (a && b) return yield* differ.folders(left, right);
  const last = (path: string): string => path.replace(/\/+$/, '').replace(/^.*\//s, '');
  return yield* differ.pair(
    a ? `${left.replace(/\/$/, '')}/${last(right)}` : left,
    b ? `${right.replace(/\/$/, '')}/${last(left)}` : right,
    false,
  );
};

const TAB = 8;
/** Columns between the two files, at least. */
const GUTTER = 3;

/** As much of a line as fits into `width` columns from `from` on, and the column after it. */
function cut(line: string, from: number, width: number, spaces: boolean): [string, number] {
  let [text, column] = ['', 0];
  for (const c of line) {
    const wide = c === '\t' ? TAB - (column % TAB) : 1;
    if (column + wide > width) break;
    text += c === '\t' && spaces ? ' '.repeat(wide) : c;
    column += wide;
  }
  return [text, from + column];
}

class Differ {
  private readonly call: Call;
  private readonly given: Options;
  private readonly colour: boolean;

  constructor(call: Call, given: Options, colour: boolean) {
    this.call = call;
    this.given = given;
    this.colour = colour;
  }

  *folders(left: string, right: string): Sys<number> {
    const { given, call } = this;
    const list = (path: string): Sys<string[]> =>
      files((fs, cwd) => (fs.isDirectory(fs.resolve(cwd, path)) ? fs.list(fs.resolve(cwd, path)) : []));
    const [a, b] = [yield* list(left), yield* list(right)];
    let code = 0;
    for (const name of [...new Set([...a, ...b])].sort()) {
      if (given.all('x').includes(name)) continue;
      const [one, two] = [`${left.replace(/\/$/, '')}/${name}`, `${right.replace(/\/$/, '')}/${name}`];
      const kind = (path: string): Sys<string | undefined> => files((fs: FileSystem, cwd) => fs.stat(fs.resolve(cwd, path))?.kind);
      const [ka, kb] = [yield* kind(one), yield* kind(two)];
      if ((ka === undefined || kb === undefined) && !given.has('N')) {
        call.put(`Only in ${(ka === undefined ? right : left).replace(/(.)\/$/, '$1')}: ${name}\n`);
        code = Math.max(code, 1);
      } else if ((ka ?? kb) === 'directory' && (kb ?? ka) === 'directory') {
        if (given.has('r')) code = Math.max(code, yield* this.folders(one, two));
        else call.put(`Common subdirectories: ${one} and ${two}\n`);
      } else if (ka !== undefined && kb !== undefined && ka !== kb) {
        const what = (k: string): string => (k === 'directory' ? 'a directory' : 'a regular file');
        call.put(`File ${one} is ${what(ka)} while file ${two} is ${what(kb)}\n`);
        code = Math.max(code, 1);
      } else code = Math.max(code, yield* this.pair(one, two, true));
    }
    return code;
  }

  private *side(path: string, missingIsEmpty: boolean, label: string | undefined): Sys<Side> {
    const { given } = this;
    if (path === '-') return sideOf(label ?? '-', yield* readAll(0), yield* now(), given);
    // A process substitution is a pipe: it is read as a file, and has no time of its own.
    const text = yield* textOfFile(path, missingIsEmpty);
    const modified = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, path))?.modified);
    return sideOf(label ?? path, text, modified ?? 0, given);
  }

  /** Compares two files; `command`: the line `diff a b` stands before differences, as in folders. */
  *pair(left: string, right: string, command: boolean): Sys<number> {
    const { call, given } = this;
    const labels = given.all('L');
    let sides: [Side, Side];
    try {
      sides = [yield* this.side(left, given.has('N'), labels[0]), yield* this.side(right, given.has('N'), labels[1])];
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      // Both missing files are reported.
      const exists = yield* files((fs, cwd) =>
        [left, right].filter((path) => path !== '-' && !path.startsWith('/dev/') && !fs.exists(fs.resolve(cwd, path))),
      );
      const missing = exists.length > 0 ? exists : [error.path ?? left];
      for (const path of missing) yield* call.warn(call.busybox ? `can't stat '${path}': ${error.message}` : `${path}: ${error.message}`);
      return 2;
    }
    const [a, b] = sides;
    let changes = changesOf(a.keys, b.keys);
    if (given.has('B'))
      changes = changes.filter(({ from, to, start, end }) =>
        [...a.lines.slice(from, to), ...b.lines.slice(start, end)].some((line) => line !== ''),
      );
    if (given.has('y') && !given.has('q')) {
      this.sideBySide(a, b, changes);
      return changes.length > 0 ? 1 : 0;
    }
    if (changes.length === 0) {
      if (given.has('s')) call.put(`Files ${left} and ${right} are identical\n`);
      return 0;
    }
    if (given.has('q')) {
      call.put(`Files ${left} and ${right} differ\n`);
      return 1;
    }
    if (command) call.put(`diff ${[...call.args.filter((arg) => arg.startsWith('-') && arg !== '-'), left, right].join(' ')}\n`);
    if (given.has('e') || given.has('n')) {
      this.script(b, changes, given.has('e'));
      return 1;
    }
    const context = given.given.findLast(([key]) => ['u', 'U', 'unified', 'c', 'C', 'context'].includes(key));
    if (!context && !call.busybox) {
      this.normal(a, b, changes);
      return 1;
    }
    const around = Number(context?.[1] || 3);
    if (Number.isNaN(around)) throw new Failure(usageError(call, `invalid context length '${context?.[1]}'`, hint(call)), 2);
    if (context && 'cCcontext'.includes(context[0])) this.copied(a, b, changes, around);
    else this.unified(a, b, changes, around);
    return 1;
  }

  private paint(code: string, text: string): string {
    return this.colour ? `\x1b[${code}m${text}\x1b[0m` : text;
  }

  private line(side: Side, i: number, mark: string, code = ''): string {
    const text = `${mark}${side.lines[i]}`;
    const missing = i === side.lines.length - 1 && !side.terminated ? '\n\\ No newline at end of file' : '';
    return `${code ? this.paint(code, text) : text}${missing}\n`;
  }

  /** Both files beside each other; between them what became of a line. */
  private sideBySide(a: Side, b: Side, changes: readonly Change[]): void {
    const { given, call } = this;
    const spaces = given.has('t');
    const tab = spaces ? 1 : TAB;
    const width = Number(given.get('W') ?? 130);
    const offset = Math.floor(Math.floor((width + tab + GUTTER) / (2 * tab)) * tab);
    const half = Math.max(0, Math.min(offset - GUTTER, width - offset));
    const second = half > 0 ? offset : width;
    const move = (from: number, to: number): string => {
      let [text, at] = ['', from];
      if (!spaces)
        for (let next = at + TAB - (at % TAB); next <= to; next += TAB) {
          text += '\t';
          at = next;
        }
      return text + ' '.repeat(Math.max(0, to - at));
    };
    const row = (i: number | undefined, sign: string, j: number | undefined): void => {
      let [text, column] = ['', 0];
      if (i !== undefined) [text, column] = cut(a.lines[i] as string, 0, half, spaces);
      const ends = (side: Side, at: number | undefined): boolean => at !== undefined && (at < side.lines.length - 1 || side.terminated);
      let mark = sign;
      if (sign === '|' && ends(a, i) !== ends(b, j)) mark = ends(a, i) ? '/' : '\\';
      if (mark !== ' ') {
        const to = Math.floor((half + second - 1) / 2);
        text += move(column, to) + mark;
        column = Math.max(column, to) + 1;
      }
      if (j !== undefined && b.lines[j] !== '') text += move(column, second) + cut(b.lines[j] as string, second, half, spaces)[0];
      const colour = { '<': '31', '>': '32', '|': '', ' ': '' }[sign] ?? '';
      call.put((colour === '' ? text : this.paint(colour, text)) + (ends(a, i) || ends(b, j) ? '\n' : ''));
    };
    let [i, j] = [0, 0];
    const common = (to: number): void => {
      for (; i < to; i++, j++)
        if (!given.has('suppress-common-lines')) row(i, given.has('left-column') ? '(' : ' ', given.has('left-column') ? undefined : j);
    };
    for (const { from, to, start, end } of changes) {
      common(from);
      for (i = from, j = start; i < to && j < end; i++, j++) row(i, '|', j);
      for (; i < to; i++) row(i, '<', undefined);
      for (; j < end; j++) row(undefined, '>', j);
    }
    common(a.lines.length);
  }

  /** What makes one file the other: commands of ed from the end on, or RCS's from the start. */
  private script(b: Side, changes: readonly Change[], ed: boolean): void {
    const { call } = this;
    for (const { from, to, start, end } of ed ? [...changes].reverse() : changes) {
      const added = b.lines
        .slice(start, end)
        .map((line) => `${line}\n`)
        .join('');
      if (ed) {
        const range = to - from > 1 ? `${from + 1},${to}` : String(to);
        call.put(from === to ? `${from}a\n${added}.\n` : start === end ? `${range}d\n` : `${range}c\n${added}.\n`);
      } else {
        if (to > from) call.put(`d${from + 1} ${to - from}\n`);
        if (end > start) call.put(`a${to} ${end - start}\n${added}`);
      }
    }
  }

  private normal(a: Side, b: Side, changes: readonly Change[]): void {
    const range = (from: number, to: number): string => (to - from > 1 ? `${from + 1},${to}` : String(to));
    for (const { from, to, start, end } of changes) {
      const kind = from === to ? 'a' : start === end ? 'd' : 'c';
      const left = from === to ? String(from) : range(from, to);
      const right = start === end ? String(start) : range(start, end);
      this.call.put(`${this.paint('36', `${left}${kind}${right}`)}\n`);
      for (let i = from; i < to; i++) this.call.put(this.line(a, i, '< ', '31'));
      if (kind === 'c') this.call.put('---\n');
      for (let i = start; i < end; i++) this.call.put(this.line(b, i, '> ', '32'));
    }
  }

  /** Changes that are near each other, with the lines around them. */
  private static hunks(changes: readonly Change[], around: number): Change[][] {
    const hunks: Change[][] = [];
    for (const change of changes) {
      const before = hunks.at(-1)?.at(-1);
      if (before && change.from - before.to <= 2 * around) hunks.at(-1)?.push(change);
      else hunks.push([change]);
    }
    return hunks;
  }

  private static stamp(side: Side): string {
    return formatDate('%Y-%m-%d %H:%M:%S.%N %z', side.modified);
  }

  private head(side: Side, i: number): string {
    return this.given.all('L')[i] !== undefined ? side.label : this.call.busybox ? side.label : `${side.label}\t${Differ.stamp(side)}`;
  }

  private unified(a: Side, b: Side, changes: readonly Change[], around: number): void {
    const { call } = this;
    call.put(`${this.paint('1', `--- ${this.head(a, 0)}`)}\n${this.paint('1', `+++ ${this.head(b, 1)}`)}\n`);
    const range = (from: number, count: number): string => `${count === 0 ? from : from + 1}${count === 1 ? '' : `,${count}`}`;
    for (const hunk of Differ.hunks(changes, around)) {
      const [first, last] = [hunk[0] as Change, hunk.at(-1) as Change];
      const lead = Math.min(around, first.from, first.start);
      const trail = Math.min(around, a.lines.length - last.to);
      const [from, start] = [first.from - lead, first.start - lead];
      call.put(`${this.paint('36', `@@ -${range(from, last.to + trail - from)} +${range(start, last.end + trail - start)} @@`)}\n`);
      let i = from;
      for (const change of hunk) {
        for (; i < change.from; i++) call.put(this.line(a, i, ' '));
        for (; i < change.to; i++) call.put(this.line(a, i, '-', '31'));
        for (let j = change.start; j < change.end; j++) call.put(this.line(b, j, '+', '32'));
      }
      for (; i < last.to + trail; i++) call.put(this.line(a, i, ' '));
    }
  }

  private copied(a: Side, b: Side, changes: readonly Change[], around: number): void {
    const { call } = this;
    call.put(`*** ${this.head(a, 0)}\n--- ${this.head(b, 1)}\n`);
    const range = (from: number, to: number): string => (to - from > 1 ? `${from + 1},${to}` : String(to));
    for (const hunk of Differ.hunks(changes, around)) {
      const [first, last] = [hunk[0] as Change, hunk.at(-1) as Change];
      const lead = Math.min(around, first.from, first.start);
      const trail = Math.min(around, a.lines.length - last.to);
      const part = (side: Side, from: number, to: number, of: (change: Change) => readonly [number, number], sign: string): string => {
        if (!hunk.some((change) => of(change)[1] > of(change)[0])) return '';
        let text = '';
        for (let i = from; i < to; i++) {
          const change = hunk.find((one) => i >= of(one)[0] && i < of(one)[1]);
          const both = change && change.to > change.from && change.end > change.start;
          text += this.line(side, i, change ? (both ? '! ' : sign) : '  ');
        }
        return text;
      };
      const [from, to, start, end] = [first.from - lead, last.to + trail, first.start - lead, last.end + trail];
      call.put(`***************\n*** ${range(from, to)} ****\n${part(a, from, to, (one) => [one.from, one.to], '- ')}`);
      call.put(`--- ${range(start, end)} ----\n${part(b, start, end, (one) => [one.start, one.end], '+ ')}`);
    }
  }
}

/** A file's text, also of a pipe that a process substitution made (`/dev/fd/63`). */
function* textOfFile(path: string, missingIsEmpty: boolean): Sys<string> {
  const fd = /^\/dev\/fd\/(\d+)$/.exec(path);
  if (fd) return yield* readAll(Number(fd[1]));
  if (path === '/dev/stdin') return yield* readAll(0);
  return yield* files((fs, cwd) => {
    const absolute = fs.resolve(cwd, path);
    if (absolute === '/dev/null' || (missingIsEmpty && !fs.exists(absolute))) return '';
    return fs.read(absolute);
  });
}

export const cmp: Tool = function* (call) {
  const given = options(call, 's,quiet,silent l,verbose b,print-bytes n,bytes: i,ignore-initial:', { code: 2, hint: hint(call) });
  const [left, right = '-'] = given.operands;
  if (left === undefined) throw wrongUse(call, call.busybox ? '' : "missing operand after 'cmp'");
  const contents: Uint8Array[] = [];
  for (const path of [left, right]) {
    try {
      contents.push(bytesOf(path === '-' ? yield* readAll(0) : yield* textOfFile(path, false)));
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      throw new Failure(given.has('s') ? '' : `${call.busybox ? `can't open '${path}'` : path}: ${error.message}`, 2);
    }
  }
  const most = Number(given.get('n') ?? Number.POSITIVE_INFINITY);
  const skip = Number(given.get('i') ?? 0);
  const [a = new Uint8Array(), b = new Uint8Array()] = contents.map((bytes) => bytes.subarray(skip, skip + most));
  const length = Math.min(a.length, b.length);
  let line = 1;
  let differ = false;
  const width = String(Math.max(a.length, b.length)).length;
  for (let i = 0; i < length; i++) {
    if (a[i] !== b[i]) {
      if (given.has('s')) return 1;
      if (!given.has('l')) {
        call.put(`${left} ${right} differ: ${call.busybox ? 'char' : 'byte'} ${i + 1}, line ${line}\n`);
        return 1;
      }
      const octal = (byte: number | undefined): string => (byte ?? 0).toString(8).padStart(3);
      call.put(`${String(i + 1).padStart(width)} ${octal(a[i])} ${octal(b[i])}\n`);
      differ = true;
    }
    if (a[i] === 10) line++;
  }
  if (a.length === b.length) return differ ? 1 : 0;
  const [shorter, bytes] = a.length < b.length ? [left, a] : [right, b];
  if (!given.has('s')) {
    const where = call.busybox
      ? ''
      : bytes.length === 0
        ? ' which is empty'
        : ` after byte ${bytes.length}${given.has('l') ? '' : bytes.at(-1) === 10 ? `, line ${line - 1}` : `, in line ${line}`}`;
    yield* call.warn(`EOF on ${shorter}${where}`);
  }
  return 1;
};
