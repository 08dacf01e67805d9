/** patch: applies what `diff -u` printed to files. */
import { SysError } from '../kernel/error.ts';
import { files, open, readAll } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { options } from './options.ts';
import { type Call, Failure, type Tool } from './tool.ts';

/** So many lines of context at either end may differ. */
const FUZZ = 2;

interface Hunk {
  /** First line of the old text, counted from 1. */
  readonly at: number;
  /** Lines with their mark: blank, `-` or `+`. */
  readonly lines: readonly string[];
  /** The old and the new text end without a newline. */
  readonly open: readonly [boolean, boolean];
}

/** A line of a header: `--- name<tab>time`. */
interface Side {
  readonly name: string;
  /** All behind the mark. */
  readonly text: string;
  /** There is no such file: /dev/null, or a time at the epoch, as `diff -N` writes. */
  readonly none: boolean;
}

interface Change {
  readonly from: Side;
  readonly to: Side;
  readonly hunks: readonly Hunk[];
}

/** The changes that a unified diff tells of, and whether there is text that none begins in. */
function parsePatch(text: string): Change[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const changes: Change[] = [];
  const sideOf = (line: string): Side => {
    const [name = '', time = ''] = line.slice(4).split('\t');
    return { name: name.trimEnd(), text: line.slice(4), none: name === '/dev/null' || /^1970-01-01 00:00:00(?:\.0+)? \+0000/.test(time) };
  };
  for (let i = 0; i < lines.length; i++) {
    if (!lines[i]?.startsWith('--- ') || !lines[i + 1]?.startsWith('+++ ')) continue;
    const [from, to] = [sideOf(lines[i] as string), sideOf(lines[i + 1] as string)];
    const hunks: Hunk[] = [];
    i += 2;
    for (;;) {
      const header = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(lines[i] ?? '');
      if (!header) break;
      let [old, fresh] = [Number(header[2] ?? 1), Number(header[4] ?? 1)];
      const at = Number(header[1]) + (old === 0 ? 1 : 0);
      const body: string[] = [];
      const ends: [boolean, boolean] = [false, false];
      for (i++; i < lines.length && (old > 0 || fresh > 0 || lines[i]?.startsWith('\\')); i++) {
        const line = lines[i] === '' ? ' ' : (lines[i] as string);
        if (line.startsWith('\\')) {
          const last = body.at(-1)?.[0];
          if (last !== '+') ends[0] = true;
          if (last !== '-') ends[1] = true;
          continue;
        }
        if (!/^[-+ ]/.test(line)) throw new Failure(`**** malformed patch at line ${i + 1}: ${lines[i]}\n`, 2);
        if (line[0] !== '+') old--;
        if (line[0] !== '-') fresh--;
        body.push(line);
      }
      if (old > 0 || fresh > 0) throw new Failure('**** unexpected end of file in patch', 2);
      hunks.push({ at, lines: body, open: ends });
    }
    i--;
    changes.push({ from, to, hunks });
  }
  return changes;
}

const reversed = ({ from, to, hunks }: Change): Change => ({
  from: to,
  to: from,
  hunks: hunks.map(({ at, lines, open: [old, fresh] }) => ({
    at,
    lines: lines.map((line) => (line[0] === '-' ? '+' : line[0] === '+' ? '-' : ' ') + line.slice(1)),
    open: [fresh, old],
  })),
});

const side = (hunk: Hunk, left: '-' | '+'): string[] =>
  hunk.lines.filter((line) => line[0] === ' ' || line[0] === left).map((line) => line.slice(1));

/** Where the old lines of a hunk stand in the text, nearest to where they should; `fuzz` lines of context at both ends left out. */
function find(text: readonly string[], hunk: Hunk, wanted: number, fuzz: number): number | undefined {
  const head = hunk.lines.findIndex((line) => line[0] !== ' ');
  const tail = [...hunk.lines].reverse().findIndex((line) => line[0] !== ' ');
  const context = Math.max(head, tail);
  // Less context on one side than on the other: there the file begins, or ends.
  const [front, back] = [fuzz + head - context, fuzz + tail - context];
  const [skip, drop] = [Math.max(0, front), Math.max(0, back)];
  const old = side(hunk, '-');
  const needle = old.slice(skip, old.length - drop);
  const fits = (at: number): boolean => at >= 0 && at + needle.length <= text.length && needle.every((line, i) => text[at + i] === line);
  if (front < 0) return fits(0) ? 0 : undefined;
  if (back < 0) return fits(text.length - needle.length) ? text.length - needle.length - skip : undefined;
  for (let away = 0; away <= text.length; away++) {
    if (fits(wanted + skip + away)) return wanted + away;
    if (fits(wanted + skip - away)) return wanted - away;
  }
  return undefined;
}

interface Outcome {
  readonly text: string[];
  readonly said: string[];
  readonly rejected: Hunk[];
  /** No newline at the end. */
  readonly open: boolean;
}

function apply(text: readonly string[], change: Change): Outcome {
  const out = [...text];
  const said: string[] = [];
  const rejected: Hunk[] = [];
  let [moved, offset, open] = [0, 0, false];
  for (const [i, hunk] of change.hunks.entries()) {
    let [at, fuzz]: [number | undefined, number] = [undefined, 0];
    for (; fuzz <= FUZZ; fuzz++) {
      at = find(out, hunk, hunk.at - 1 + moved + offset, fuzz);
      if (at !== undefined) break;
    }
    if (at === undefined) {
      said.push(`Hunk #${i + 1} FAILED at ${hunk.at + moved}.`);
      rejected.push(hunk);
      continue;
    }
    offset = at - (hunk.at - 1 + moved);
    if (fuzz > 0 || offset !== 0)
      said.push(
        `Hunk #${i + 1} succeeded at ${at + 1}${fuzz > 0 ? ` with fuzz ${fuzz}` : ''}${offset === 0 ? '' : ` (offset ${offset} line${Math.abs(offset) === 1 ? '' : 's'})`}.`,
      );
    let place = at;
    for (const line of hunk.lines) {
      if (line[0] === '-') out.splice(place, 1);
      else {
        if (line[0] === '+') out.splice(place, 0, line.slice(1));
        place++;
      }
    }
    moved += side(hunk, '+').length - side(hunk, '-').length;
    open = hunk.open[1];
  }
  return { text: out, said, rejected, open };
}

const split = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** Of the two names in a patch the one that is there; with so many leading folders left out (-p; undefined: only the file's name). */
function* targetOf(change: Change, written: Change, strip: number | undefined): Sys<string | undefined> {
  const short = (name: string): string => (strip === undefined ? name.replace(/^.*\//s, '') : name.split('/').slice(strip).join('/'));
  const names = [written.from.name, written.to.name].filter((name) => name !== '/dev/null').map(short);
  const there = yield* files((fs, cwd) => names.filter((name) => name !== '' && fs.exists(fs.resolve(cwd, name))));
  return there[0] ?? (change.from.none || change.hunks.some((hunk) => side(hunk, '-').length === 0) ? names.at(-1) : undefined);
}

function rejects(change: Change, hunks: readonly Hunk[]): string {
  const range = (at: number, count: number): string => `${at}${count === 1 ? '' : `,${count}`}`;
  const body = hunks.map((hunk) => {
    const [old, fresh] = [side(hunk, '-').length, side(hunk, '+').length];
    return `@@ -${range(hunk.at, old)} +${range(hunk.at, fresh)} @@\n${hunk.lines.map((line) => `${line}\n`).join('')}`;
  });
  return `--- ${change.from.text}\n+++ ${change.to.text}\n${body.join('')}`;
}

interface Wishes {
  readonly dry: boolean;
  readonly backup: boolean;
  readonly output: string | undefined;
  readonly forward: boolean;
  readonly quiet: boolean;
  readonly removeEmpty: boolean;
}

/** Changes one file; 1 where parts of the patch did not fit. */
function* patchFile(call: Call, path: string, change: Change, wishes: Wishes): Sys<number> {
  const before = yield* files((fs, cwd) => {
    const at = fs.resolve(cwd, path);
    return fs.exists(at) ? fs.read(at) : '';
  });
  if (!wishes.quiet)
    call.put(
      `${wishes.dry ? 'checking' : 'patching'} file ${wishes.output === undefined ? path : `${wishes.output} (read from ${path})`}\n`,
    );
  const done = apply(split(before), change);
  const count = change.hunks.length;
  const several = count === 1 ? 'hunk' : 'hunks';
  const [first] = change.hunks;
  const [undone] = reversed(change).hunks;
  const old = split(before);
  if (first && undone && find(old, first, first.at - 1, 0) === undefined && find(old, undone, undone.at - 1, 0) !== undefined) {
    call.put(
      wishes.forward
        ? 'Reversed (or previously applied) patch detected!  Skipping patch.\n'
        : 'Reversed (or previously applied) patch detected!  Assume -R? [n] \nApply anyway? [n] \nSkipping patch.\n',
    );
    call.put(`${count} out of ${count} ${several} ignored${wishes.dry ? '' : ` -- saving rejects to file ${path}.rej`}\n`);
    if (!wishes.dry) yield* files((fs, cwd) => fs.write(fs.resolve(cwd, `${path}.rej`), rejects(change, change.hunks)));
    return 1;
  }
  for (const line of done.said) if (!wishes.quiet || line.includes('FAILED')) call.put(`${line}\n`);
  if (done.rejected.length > 0)
    call.put(`${done.rejected.length} out of ${count} ${several} FAILED${wishes.dry ? '' : ` -- saving rejects to file ${path}.rej`}\n`);
  if (wishes.dry) return done.rejected.length > 0 ? 1 : 0;
  const text = done.text.length === 0 ? '' : `${done.text.join('\n')}${done.open ? '' : '\n'}`;
  yield* files((fs, cwd) => {
    const at = fs.resolve(cwd, path);
    if (wishes.backup || done.rejected.length > 0) fs.write(fs.resolve(cwd, `${path}.orig`), before);
    if (done.rejected.length > 0) fs.write(fs.resolve(cwd, `${path}.rej`), rejects(change, done.rejected));
    const folder = at.slice(0, at.lastIndexOf('/'));
    if (folder !== '' && !fs.exists(folder)) fs.mkdir(folder, { parents: true });
    if (text === '' && (wishes.removeEmpty || change.to.none)) fs.remove(at);
    else fs.write(fs.resolve(cwd, wishes.output ?? path), text);
  });
  return done.rejected.length > 0 ? 1 : 0;
}

export const patch: Tool = function* (call) {
  const given = options(
    call,
    'p,strip: R,reverse i,input: o,output: dry-run N,forward b,backup E,remove-empty-files d,directory: s,quiet,silent u,unified t,batch f,force l,ignore-whitespace F,fuzz: v,version',
    { code: 2 },
  );
  if (given.has('v')) {
    call.put('GNU patch 2.7.6\n');
    return 0;
  }
  const folder = given.get('d');
  if (folder !== undefined) call.process.cwd = call.process.machine.files.resolve(call.process.cwd, folder);
  const [original, operand] = given.operands;
  const source = given.get('i') ?? operand ?? '-';
  let text: string;
  try {
    text = yield* readAll(source === '-' ? 0 : yield* open(source, 'r'));
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    throw new Failure(`**** Can't open patch file ${source} : ${error.message}`, 2);
  }
  const changes = parsePatch(text);
  if (changes.length === 0 && text.trim() !== '') throw new Failure('**** Only garbage was found in the patch input.', 2);
  const strip = given.get('p');
  const wishes: Wishes = {
    dry: given.has('dry-run'),
    backup: given.has('b'),
    output: given.get('o'),
    forward: given.has('N') || given.has('t') || given.has('f'),
    quiet: given.has('s'),
    removeEmpty: given.has('E'),
  };
  let code = 0;
  for (const written of changes) {
    const change = given.has('R') ? reversed(written) : written;
    const path = original ?? (yield* targetOf(change, written, strip === undefined ? undefined : Number(strip)));
    if (path === undefined) {
      call.put("can't find file to patch at input line 3\n");
      call.put(`Perhaps you ${strip === undefined ? 'should have used' : 'used the wrong'} -p or --strip option?\n`);
      call.put(
        `The text leading up to this was:\n--------------------------\n|--- ${written.from.text}\n|+++ ${written.to.text}\n--------------------------\n`,
      );
      call.put('File to patch: \nSkip this patch? [y] \nSkipping patch.\n');
      const count = change.hunks.length;
      call.put(`${count} out of ${count} ${count === 1 ? 'hunk' : 'hunks'} ignored\n`);
      code = 1;
      continue;
    }
    code = Math.max(code, yield* patchFile(call, path, change, wishes));
  }
  return code;
};
