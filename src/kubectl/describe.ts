/** Describes an object: by its kind's describer, or field by field. */
import { now } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { type DescribeContext, type Describer, writeAnnotations, writeEvents, writeLabels } from '../kinds/describe.ts';
import { DESCRIBERS } from '../kinds/describers.ts';
import { StatusError } from './errors.ts';
import type { Invocation } from './invocation.ts';
import { isObject, itemsOf, type JsonObject, metadataOf } from './json.ts';
import { DescribeWriter } from './output/describewriter.ts';
import { formatValue } from './output/gofmt.ts';
import { groupResource, groupVersion, type Mapping } from './resource/mapper.ts';

/** The text that `kubectl describe` shows for an object. */
export function* describeObject(invocation: Invocation, mapping: Mapping, object: JsonObject, showEvents: boolean): Sys<string> {
  const writer = new DescribeWriter();
  const context = yield* describeContext(invocation, showEvents);
  const describer = DESCRIBERS.get(groupResource(mapping)) ?? describeGeneric;
  const typed = { apiVersion: groupVersion(mapping), kind: mapping.kind, ...object };
  yield* describer(typed as unknown as Parameters<Describer>[0], writer, context);
  return writer.toString();
}

function* describeContext(invocation: Invocation, showEvents: boolean): Sys<DescribeContext> {
  const client = yield* invocation.client();
  const quietly = function* <T>(look: () => Sys<T>): Sys<T | undefined> {
    try {
      return yield* look();
    } catch (error) {
      if (error instanceof StatusError) return undefined;
      throw error;
    }
  };
  return {
    now: yield* now(),
    showEvents,
    get: <T>(path: string) => quietly<T>(() => client.get<T>(path)),
    list: <T>(path: string, query?: Readonly<Record<string, string>>) =>
      quietly<readonly T[]>(function* () {
        return (itemsOf(yield* client.get(path, query)) ?? []) as unknown as readonly T[];
      }),
  };
}

const HIDDEN = new Set(['.metadata.managedFields', '.metadata.name', '.metadata.namespace', '.metadata.labels', '.metadata.annotations']);

/** Every field of an object whose kind has no describer. */
const describeGeneric: Describer = function* (object, w, context) {
  const { name, namespace = '', labels, annotations } = metadataOf(object as unknown as JsonObject);
  w.write(0, `Name:\t${name ?? ''}\n`);
  w.write(0, `Namespace:\t${namespace}\n`);
  writeLabels(w, 'Labels', labels);
  writeAnnotations(w, 'Annotations', annotations);
  writeFields(w, 0, object as unknown as JsonObject, '');
  yield* writeEvents(w, object, context);
};

function writeFields(w: Parameters<Describer>[1], level: number, fields: JsonObject, path: string): void {
  for (const key of Object.keys(fields).sort()) {
    const here = `${path}.${key}`;
    const value = fields[key];
    if (HIDDEN.has(here)) continue;
    if (isObject(value)) {
      w.write(level, `${labelFor(key)}:\n`);
      writeFields(w, level + 1, value, here);
    } else if (Array.isArray(value)) {
      w.write(level, `${labelFor(key)}:\n`);
      for (const item of value) {
        if (isObject(item)) writeFields(w, level + 1, item, here);
        else w.write(level + 1, `${formatValue(item)}\n`);
      }
    } else w.write(level, `${labelFor(key)}:\t${formatValue(value)}\n`);
  }
}

const ACRONYMS = ['API', 'URL', 'UID', 'GUID'];

/** `resourceVersion` -> `Resource Version`, `URLValue` as it is; names with other characters stay as they are. */
export function labelFor(field: string): string {
  if (!/^[\p{L}-]*$/u.test(field)) return field;
  const parts = field.match(/[A-Z]{3,}[a-z]*|[A-Z]+(?![a-z])|[A-Z][a-z]*|[a-z]+|-|[^A-Za-z-]+/gu) ?? [field];
  return parts
    .map((part) => {
      if (ACRONYMS.includes(part.toUpperCase())) return part.toUpperCase();
      return part === part.toLowerCase() ? part.charAt(0).toUpperCase() + part.slice(1) : part;
    })
    .join(' ');
}
