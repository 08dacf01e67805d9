/**
 * JSON patch (RFC 6902) as json-patch v4 has it, which the real server uses: replace sets what is not there too, copy takes null for it.
 * Values are not changed in place.
 */
import { equal } from '../equal.ts';
import { toGoJson } from '../go-json.ts';

/** The patch cannot be read (`decode`) or does not fit the document (`apply`). */
export class PatchError extends Error {
  readonly when: 'decode' | 'apply';

  constructor(when: 'decode' | 'apply', message: string) {
    super(message);
    this.when = when;
  }
}

interface Operation {
  readonly op: string;
  readonly path: string;
  readonly from?: string;
  readonly value?: unknown;
}

type Container = Record<string, unknown> | unknown[];

/** What Go calls a JSON value. */
export const jsonKind = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value);

/** Go's words for a JSON value that does not fit a type. */
export function cannotUnmarshal(value: unknown, type: string): string {
  return `json: cannot unmarshal ${jsonKind(value)} into Go value of type ${type}`;
}

/** Applies the operations in turn to the document and returns the new document. */
export function applyJsonPatch(document: unknown, patch: unknown): unknown {
  let result = document;
  for (const operation of readOperations(patch)) result = applyOperation(result, operation);
  return result;
}

function readOperations(patch: unknown): readonly Operation[] {
  if (!Array.isArray(patch)) throw new PatchError('decode', cannotUnmarshal(patch, '[]handlers.jsonPatchOp'));
  for (const one of patch) {
    if (one === null || typeof one !== 'object' || Array.isArray(one))
      throw new PatchError('decode', cannotUnmarshal(one, 'handlers.jsonPatchOp'));
  }
  for (const one of patch) {
    const problem = operationProblem(one);
    if (problem !== undefined) throw new PatchError('decode', problem);
  }
  return patch as readonly Operation[];
}

/** What an operation lacks to be one, as json-patch says it; undefined when it is whole. */
export function operationProblem(operation: Readonly<Record<string, unknown>>): string | undefined {
  const { op, path, from } = operation;
  const invalid = (why: string): string => `invalid operation ${marshal(operation)}: ${why}`;
  const lacks = (name: string, comma: string): string =>
    invalid(`failed to decode '${name}': operation${comma} missing ${name} field: missing value`);
  if (!['add', 'copy', 'move', 'remove', 'replace', 'test'].includes(String(op))) return invalid('unsupported operation');
  if ((op === 'add' || op === 'replace') && !Object.hasOwn(operation, 'value')) return lacks('value', ',');
  if ((op === 'move' || op === 'copy') && typeof from !== 'string') return lacks('from', ',');
  return typeof path === 'string' ? undefined : lacks('path', '');
}

function marshal(operation: Readonly<Record<string, unknown>>): string {
  return toGoJson(Object.fromEntries(Object.entries(operation).sort(([a], [b]) => (a < b ? -1 : 1))));
}

function applyOperation(document: unknown, { op, path, from, value }: Operation): unknown {
  const at = pointer(path, op);
  switch (op) {
    case 'add':
      return add(document, at, value);
    case 'remove':
      return change(document, at, remove);
    case 'replace':
      return at.length === 0 ? value : change(document, at, (parent, key) => assign(parent, key, value));
    case 'move': {
      const source = pointer(from, op);
      const moved = valueAt(document, source);
      return add(change(document, source, remove), at, moved);
    }
    case 'copy':
      return add(document, at, optional(document, pointer(from, op)) ?? null);
    case 'test':
      if (!equal(optional(document, at), value ?? undefined)) throw new PatchError('apply', `testing value ${path} failed`);
      return document;
    default:
      throw new PatchError('apply', `Unexpected kind: ${op}`);
  }
}

/** What stands at the end of a path, if anything does; all but its last key has to be there. */
function optional(document: unknown, at: readonly string[]): unknown {
  const key = at.at(-1);
  if (key === undefined) return document;
  const parent = valueAt(document, at.slice(0, -1));
  if (parent === null || typeof parent !== 'object') throw new PatchError('apply', `doc is missing path: "/${at.join('/')}"`);
  return Array.isArray(parent) ? lookUp(parent, key) : ((parent as Record<string, unknown>)[key] ?? undefined);
}

function add(document: unknown, at: readonly string[], value: unknown): unknown {
  if (at.length === 0) return value;
  return change(document, at, (parent, key) => {
    if (!Array.isArray(parent)) return assign(parent, key, value);
    const index = key === '-' ? parent.length : position(key, parent.length + 1);
    return parent.toSpliced(index, 0, value);
  });
}

function remove(parent: Container, key: string): Container {
  lookUp(parent, key);
  if (Array.isArray(parent)) return parent.toSpliced(position(key, parent.length), 1);
  const { [key]: _, ...rest } = parent;
  return rest;
}

function assign(parent: Container, key: string, value: unknown): Container {
  return Array.isArray(parent)
    ? parent.with(position(key, parent.length), value)
    : Object.fromEntries([...Object.entries(parent).filter(([one]) => one !== key), [key, value]]);
}

/** The document with the container at the path's end changed by `edit`. */
function change(document: unknown, at: readonly string[], edit: (parent: Container, key: string) => Container): unknown {
  const [key, ...rest] = at;
  if (key === undefined) throw new PatchError('apply', 'the whole document cannot be removed');
  if (document === null || typeof document !== 'object') throw new PatchError('apply', `doc is missing path: "/${at.join('/')}"`);
  const parent = document as Container;
  if (rest.length === 0) return edit(parent, key);
  return assign(parent, key, change(lookUp(parent, key), rest, edit));
}

function valueAt(document: unknown, at: readonly string[]): unknown {
  return at.reduce((value, key) => lookUp(value as Container, key), document);
}

function lookUp(parent: unknown, key: string): unknown {
  if (Array.isArray(parent)) return parent[position(key, parent.length)];
  if (parent === null || typeof parent !== 'object' || !Object.hasOwn(parent, key))
    throw new PatchError('apply', `doc is missing key: ${key}`);
  return (parent as Record<string, unknown>)[key];
}

function position(key: string, length: number): number {
  const index = /^-?\d+$/.test(key) ? Number(key) : Number.NaN;
  const found = index < 0 ? length + index : index;
  if (!(found >= 0 && found < length)) throw new PatchError('apply', `Unable to access invalid index: ${key}`);
  return found;
}

/** The keys of an operation's path. */
function pointer(path: unknown, op: string): string[] {
  if (typeof path !== 'string') throw new PatchError('apply', `${op} operation does not apply: missing path`);
  if (path === '') return [];
  if (!path.startsWith('/')) throw new PatchError('apply', `${op} operation does not apply: doc is missing path: ${JSON.stringify(path)}`);
  return pointerKeys(path);
}

/** The keys of a JSON pointer (RFC 6901). */
export function pointerKeys(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
