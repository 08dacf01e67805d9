/** What is different between two moments of a cluster: read off the writes between them. */
import { unifiedDiff } from '../api/values/unified-diff.ts';
import { printYaml } from '../kubectl/output/yaml.ts';
import type { Change, KubeObject, ResourceName } from '../world/object.ts';

export interface Difference {
  readonly resource: ResourceName;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** The object at the first moment and at the second; undefined where it was not there. Never both. */
  readonly before: KubeObject | undefined;
  readonly after: KubeObject | undefined;
}

/** A field that is different: its path (`spec.replicas`), and what it was and is; undefined where it is not there. */
export interface FieldDifference {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The objects that some writes, oldest first, made, changed or removed, in the order of their first write. */
export function differencesOf(changes: readonly Change[]): Difference[] {
  const found = new Map<string, { before: KubeObject | undefined; last: Change }>();
  for (const change of changes) {
    const { namespace = '', name } = change.object.metadata;
    const key = `${change.resource} ${namespace}/${name}`;
    const known = found.get(key);
    if (known) known.last = change;
    else found.set(key, { before: change.previous, last: change });
  }
  return [...found.values()].flatMap(({ before, last: { resource, type, object } }): Difference[] => {
    const after = type === 'DELETED' ? undefined : object;
    if (!before && !after) return [];
    const { namespace = '', name } = object.metadata;
    return [{ resource, kind: object.kind, namespace, name, before, after }];
  });
}

/** Fields that change without anybody having changed anything: versions, times, who wrote what. */
const VOLATILE = new Set(['resourceVersion', 'managedFields', 'generation', 'observedGeneration', 'startedAt', 'finishedAt']);
const TIMES = /^(?!deletion).*(?:Time|Timestamp)$/;
/** Annotations in which clients and controllers keep their books. */
const BOOKS =
  /^(?:kubectl\.kubernetes\.io\/last-applied-configuration|endpoints\.kubernetes\.io\/last-change-trigger-time|deployment\.kubernetes\.io\/(?:desired|max)-replicas)$/;

const isVolatile = (key: string): boolean => VOLATILE.has(key) || TIMES.test(key) || BOOKS.test(key);

/** A value without volatile fields; data of ConfigMaps and Secrets is left alone. */
function settled(value: unknown, path = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => settled(one, `${path}[]`));
  if (typeof value !== 'object' || value === null || path === '.data' || path === '.stringData') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (isVolatile(key) ? [] : [[key, settled(part, `${path}.${key}`)]])),
  );
}

/** An object as it is compared. @param whole with volatile fields */
const compared = (object: KubeObject | undefined, whole: boolean): object | undefined =>
  object && (whole ? object : (settled(object) as object));

/** Whether more than volatile fields differ. */
export function differs({ before, after }: Difference): boolean {
  return !before || !after || JSON.stringify(settled(before)) !== JSON.stringify(settled(after));
}

/** The two objects' YAML as a unified diff, without names of files. @param whole with volatile fields */
export function yamlDiff({ before, after }: Difference, whole: boolean): string {
  const [from, to] = [compared(before, whole), compared(after, whole)];
  return unifiedDiff(from ? printYaml(from) : '', to ? printYaml(to) : '');
}

/** The fields that differ, without volatile ones: what is wanted before what is. A list is one field where its length differs. */
export function fieldsOf({ before, after }: Difference): FieldDifference[] {
  const fields: FieldDifference[] = [];
  const text = (value: unknown): string | undefined => (value === undefined ? undefined : JSON.stringify(value));
  const walk = (path: string, a: unknown, b: unknown): void => {
    if (text(a) === text(b)) return;
    const [x, y] = [partsOf(a), partsOf(b)];
    if (!x || !y || Array.isArray(a) !== Array.isArray(b) || (Array.isArray(a) && a.length !== (b as unknown[]).length)) {
      fields.push({ path, before: a, after: b });
      return;
    }
    for (const key of new Set([...Object.keys(y), ...Object.keys(x)]))
      walk(Array.isArray(a) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`, x[key], y[key]);
  };
  walk('', settled(before), settled(after));
  const rank = ({ path }: FieldDifference): number => (path.startsWith('status') ? 2 : path.startsWith('metadata') ? 1 : 0);
  return fields.toSorted((a, b) => rank(a) - rank(b));
}

const partsOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
