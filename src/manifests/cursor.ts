/**
 * What is being written at a place in a manifest. Read off the lines and their indentation, since what is half written is often no YAML:
 * lines that begin less far to the right own those below them.
 */
import { type Path, type Range, rangesOf } from './documents.ts';
import { type FlowPlace, flowFrom } from './flow.ts';

export interface Cursor extends Range {
  /** Where it stands: names of fields, and `-` for an entry of a list. With `value` the last one is the field whose value is written. */
  readonly path: Path;
  readonly wants: 'key' | 'value';
  /** What stands there already, from `start` to the cursor. */
  readonly prefix: string;
  /** The fields beside it that are there. */
  readonly siblings: ReadonlySet<string>;
  /** Blanks that further lines of what is inserted need beyond the indentation of this line. */
  readonly deeper: number;
  readonly apiVersion: string | undefined;
  readonly kind: string | undefined;
  /** Nothing else stands in the document. */
  readonly alone: boolean;
  /** It is between brackets: how texts are written there. */
  readonly flow?: Pick<FlowPlace, 'open' | 'quotes'> & {
    /** What follows up to `end`: the rest of a word, or a quote and a colon that are there already. */
    readonly closed: boolean;
    readonly hasValue: boolean;
  };
}

interface Line {
  /** Columns of the dashes that begin list entries. */
  readonly dashes: readonly number[];
  /** Column of what follows them. */
  readonly column: number;
  readonly key: string | undefined;
  readonly value: string;
}

const KEY = /^("[^"]*"|'[^']*'|[^\s:#'"{}[\],-][^:#]*?|-[^\s:#][^:#]*?)[ ]*:(?:[ ]+(.*))?$/;

function readLine(text: string): Line | undefined {
  const [, indent = '', marks = '', rest = ''] = /^( *)((?:-(?: +|$))*)(.*)$/.exec(text.trimEnd()) ?? [];
  if ((rest === '' && marks === '') || rest.startsWith('#')) return undefined;
  const dashes = [...marks.matchAll(/-/g)].map(({ index }) => indent.length + index);
  const [, key, value = ''] = KEY.exec(rest) ?? [];
  return { dashes, column: indent.length + marks.length, key: key?.replace(/^["']|["']$/g, ''), value: value.replace(/(^|\s+)#.*$/, '') };
}

/** What is written at the offset; undefined in comments, texts of several lines, and where lines make no sense. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  if (text.startsWith('---', text.lastIndexOf('\n', offset - 1) + 1)) return undefined; // the line that parts documents
  const document = rangesOf(text).findLast(({ start, end }) => offset >= start && offset <= end) ?? { start: 0, end: text.length };
  const lines = text.slice(document.start, document.end).split('\n');
  const row = text.slice(document.start, offset).split('\n').length - 1;
  const flow = flowCursor(text, offset, document.start, lines, row);
  if (flow !== 'none') return flow;
  const line = lines[row] ?? '';
  const lineStart = document.start + lines.slice(0, row).reduce((sum, one) => sum + one.length + 1, 0);
  const before = line.slice(0, offset - lineStart);
  if (/(^|\s)#/.test(before)) return undefined;
  const [, indent = '', marks = '', rest = ''] = /^( *)((?:- +)*)(.*)$/.exec(before) ?? [];
  if (rest.startsWith('-') || before.includes('\t')) return undefined; // an entry begins
  const [, name, value] = KEY.exec(rest) ?? [];
  const key = name?.replace(/^["']|["']$/g, '');
  if (key !== undefined && value === undefined && !rest.endsWith(' ')) return undefined;
  const column = indent.length + marks.length;
  const dashes = [...marks.matchAll(/-/g)].map(({ index }) => indent.length + index);
  const owners = ownersOf(lines, row, column, dashes);
  if (!owners) return undefined;
  const prefix = key === undefined ? rest : (value ?? '').replace(/^["']/, '');
  if (key === undefined ? !/^[\w./-]*$/.test(prefix) : /^[|>&*{[]/.test(prefix)) return undefined;
  return {
    path: key === undefined ? owners : [...owners, key],
    wants: key === undefined ? 'key' : 'value',
    prefix,
    start: offset - prefix.length,
    end: offset + (/^[\w./-]*/.exec(line.slice(before.length))?.[0].length ?? 0),
    siblings: siblingsOf(lines, row, column, dashes.length > 0),
    deeper: marks.length,
    apiVersion: topField(lines, 'apiVersion'),
    kind: topField(lines, 'kind'),
    alone: lines.every((one, index) => index === row || readLine(one) === undefined),
  };
}

/** The text of a field of the document itself. */
const topField = (lines: readonly string[], wanted: string): string | undefined =>
  lines
    .map(readLine)
    .find((one) => one?.column === 0 && one.key === wanted)
    ?.value.replace(/^["']|["']$/g, '') || undefined;

/** The same between brackets: `none` where the offset is in none. */
function flowCursor(text: string, offset: number, start: number, lines: readonly string[], last: number): Cursor | undefined | 'none' {
  let lineStart = start;
  let after = start;
  for (const [row, own] of lines.entries()) {
    if (row > last) break;
    const line = lineStart >= after ? readLine(own) : undefined;
    const opens =
      line && lineStart + own.indexOf(line.key === undefined ? own.slice(line.column) : line.value, line.column + (line.key?.length ?? 0));
    if (
      line &&
      opens !== undefined &&
      /[{[]/.test(text[opens] ?? '') &&
      (line.key !== undefined ? line.value !== '' : true) &&
      opens < offset
    ) {
      const place = flowFrom(text, opens, offset);
      if (!place) return undefined;
      if ('end' in place) after = place.end;
      else {
        const owners = ownersOf(lines, row, line.column, line.dashes);
        if (!owners) return undefined;
        const path = [...owners, ...(line.key === undefined ? [] : [line.key]), ...place.path];
        const bare = owners.length === 0 && line.key === undefined && line.dashes.length === 0;
        const rest = (place.open === '' ? /^[\w./-]*/ : /^[^"'\n,{}[\]]*/).exec(text.slice(offset))?.[0] ?? '';
        const end = offset + rest.length;
        const closed = place.open !== '' && text[end] === place.open;
        return {
          path,
          wants: place.wants,
          prefix: place.prefix,
          start: offset - place.prefix.length,
          end: closed && place.wants === 'key' ? end + 1 : end,
          siblings: place.siblings,
          deeper: 0,
          apiVersion: bare ? place.top.get('apiVersion') || undefined : topField(lines, 'apiVersion'),
          kind: bare ? place.top.get('kind') || undefined : topField(lines, 'kind'),
          alone: false,
          flow: { open: place.open, quotes: place.quotes || bare, closed, hasValue: /^\s*:/.test(text.slice(closed ? end + 1 : end)) },
        };
      }
    }
    lineStart += own.length + 1;
  }
  return 'none';
}

/** The names from the top down to what begins at a column of a row. */
function ownersOf(lines: readonly string[], row: number, column: number, dashes: readonly number[]): Path | undefined {
  const path: string[] = [];
  /** Where what is looked at begins, and whether it is a list's entries (whose field may begin as far to the right as they do). */
  let [at, list] = [column, false];
  const enter = (line: Pick<Line, 'dashes'>): void => {
    for (const dash of line.dashes.toReversed()) {
      path.unshift('-');
      [at, list] = [dash, true];
    }
  };
  enter({ dashes });
  for (let index = row - 1; index >= 0 && (list || at > 0); index--) {
    const line = readLine(lines[index] ?? '');
    if (!line) continue;
    const first = line.dashes[0] ?? line.column;
    if (list ? line.column <= at && line.dashes.every((dash) => dash < at) : line.column < at) {
      if (line.key === undefined || !/^(?:[&!]\S+)?$/.test(line.value)) return undefined;
      path.unshift(line.key);
      [at, list] = [line.column, false];
      enter(line);
    } else if (!list && line.column === at && line.dashes.length > 0) enter(line);
    else if (first < at && !list && line.column > at) return undefined;
  }
  return list ? undefined : path;
}

function siblingsOf(lines: readonly string[], row: number, column: number, begins: boolean): Set<string> {
  const found = new Set<string>();
  const own = readLine(lines[row] ?? '');
  for (const step of [-1, 1]) {
    if (step === -1 && begins) continue;
    for (let index = row + step; index >= 0 && index < lines.length; index += step) {
      const line = readLine(lines[index] ?? '');
      if (!line) continue;
      if (line.column === column && line.key !== undefined && !(step === 1 && line.dashes.length > 0)) found.add(line.key);
      if ((line.dashes[0] ?? line.column) < column) break;
    }
  }
  if (own?.key !== undefined && own.column === column) found.delete(own.key);
  return found;
}
