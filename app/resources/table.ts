/** A kind's objects as the table that kubectl would print of them: the API server makes columns and cells, here they are sorted and found. */

import type { Cluster } from '../../src/session/index.ts';
import type { KubeObject, ResourceName } from '../../src/world/object.ts';
import type { ObjectReference } from '../panels/selection.ts';

type Cell = string | number | boolean | null;

export interface Column {
  readonly name: string;
  readonly type: string;
  /** 0: always shown; more: only when there is room, as with `-o wide`. */
  readonly priority: number;
}

export interface Row {
  readonly object: ObjectReference;
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A kind to choose: how it is called, and how many objects there are of it. */
export interface KindChoice {
  readonly resource: ResourceName;
  readonly kind: string;
  readonly count: number;
}

const AS_TABLE = 'application/json;as=Table;v=v1;g=meta.k8s.io';

interface TableBody {
  readonly columnDefinitions?: readonly (Column & { readonly format?: string })[];
  readonly rows?: readonly {
    readonly cells: readonly Cell[];
    readonly object: { readonly metadata: { readonly name: string; readonly namespace?: string } };
  }[];
}

/** Kinds of which objects were written, and the chosen one, by name. The cluster must have been loaded. */
export function kindChoices({ api, world }: Cluster, chosen?: ResourceName): KindChoice[] {
  const { store } = world;
  const seen = new Set<ResourceName>();
  const choices: KindChoice[] = [];
  for (const { name, kind } of api.registry.all) {
    if (seen.has(name)) continue;
    seen.add(name);
    const count = store.count(name);
    if (count === 0 && name !== chosen) continue;
    const unwritten = (kind.implied?.(world) ?? []).filter(({ metadata: m }) => !store.get(name, m.namespace ?? '', m.name));
    choices.push({ resource: name, kind: kind.kind, count: count + unwritten.length });
  }
  return choices.sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
}

/** What the API server answers of all objects of a kind, or of one; undefined: the kind is not served, or the object is not there. */
function read({ api }: Cluster, resource: ResourceName, one: ObjectReference | undefined, accept: string): unknown {
  const served = api.registry.all.find(({ name }) => name === resource);
  if (!served) return undefined;
  const base = served.apiVersion.includes('/') ? `/apis/${served.apiVersion}` : `/api/${served.apiVersion}`;
  const where = one && one.namespace !== '' ? `namespaces/${one.namespace}/` : '';
  const path = `${base}/${where}${served.kind.plural}${one ? `/${one.name}` : ''}`;
  const { status, body } = api.handle({ method: 'GET', path, headers: { accept }, actor: 'page' });
  return status === 200 ? body : undefined;
}

/** An object as a client reads it, those too that are made when they are read. */
export const objectOf = (cluster: Cluster, one: ObjectReference): KubeObject | undefined =>
  read(cluster, one.resource, one, 'application/json') as KubeObject | undefined;

/** All objects of a kind, or one of them, as the API server's Table. A kind that is not served has none. */
export function tableOf(cluster: Cluster, resource: ResourceName, one?: ObjectReference): Table {
  const { columnDefinitions = [], rows = [] } = (read(cluster, resource, one, AS_TABLE) ?? {}) as TableBody;
  return {
    columns: columnDefinitions.map(({ name, type, priority }) => ({ name, type, priority: priority ?? 0 })),
    rows: rows.map(({ cells, object: { metadata } }) => ({
      cells,
      object: { resource, namespace: metadata.namespace ?? '', name: metadata.name },
    })),
  };
}

export interface View {
  /** Only this namespace; undefined: all. */
  readonly namespace: string | undefined;
  /** Only rows in which some cell contains this, in any case of letters. */
  readonly text: string;
  /** Index of the column to sort by, and whether from its end; undefined: as the server sent them. */
  readonly sort: { readonly column: number; readonly down: boolean } | undefined;
}

/** The rows that a view shows, in its order. Rows that compare equal keep theirs. */
export function rowsOf(table: Table, { namespace, text, sort }: View): readonly Row[] {
  const wanted = text.trim().toLowerCase();
  const rows = table.rows.filter(
    ({ object, cells }) =>
      (namespace === undefined || object.namespace === namespace) &&
      (wanted === '' ||
        object.namespace.includes(wanted) ||
        cells.some((cell) =>
          String(cell ?? '')
            .toLowerCase()
            .includes(wanted),
        )),
  );
  if (!sort) return rows;
  const { column, down } = sort;
  const compare = (a: Row, b: Row): number => compareCells(a.cells[column] ?? '', b.cells[column] ?? '');
  return rows.toSorted(down ? (a, b) => compare(b, a) : compare);
}

const UNITS: Readonly<Record<string, number>> = { y: 31_536_000, d: 86_400, h: 3600, m: 60, s: 1 };

/** Seconds that an age such as `4d21h` or `35s` means; undefined for other text. */
export function secondsOf(text: string): number | undefined {
  if (!/^(\d+[ydhms])+$/.test(text)) return undefined;
  let seconds = 0;
  for (const [, count, unit = ''] of text.matchAll(/(\d+)([ydhms])/g)) seconds += Number(count) * (UNITS[unit] ?? 0);
  return seconds;
}

/** Numbers by value, ages by length, other cells as text with its numbers by value (`web-2` before `web-10`). */
export function compareCells(a: Cell, b: Cell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [x, y] = [String(a), String(b)];
  const [ageA, ageB] = [secondsOf(x), secondsOf(y)];
  if (ageA !== undefined && ageB !== undefined) return ageA - ageB;
  return COLLATOR.compare(x, y);
}

const COLLATOR = new Intl.Collator('en', { numeric: true });

/** What a column without text of its own takes beside it, as characters: the room between two. */
const BETWEEN = 2;

/**
 * Which columns have room beside the first one, where there is little: from the left, without those that are too long.
 * @param columns indices of those that are wanted
 * @param room characters that fit beside the first column
 */
export function columnsWithin({ columns: all, rows }: Table, columns: readonly number[], room: number): readonly number[] {
  let left = room;
  return columns.filter((index) => {
    if (index === 0) return true;
    const longest = Math.max(all[index]?.name.length ?? 0, ...rows.map(({ cells }) => String(cells[index] ?? '').length));
    if (longest + BETWEEN > left) return false;
    left -= longest + BETWEEN;
    return true;
  });
}
