/** JSON patches and merge patches applied on the client, for --local, --dry-run=client and --overrides. */
import { CommandError } from '../errors.ts';
import { isObject, type JsonObject, sameJson } from '../json.ts';

/** RFC 7386. */
export function applyMergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = applyMergePatch(result[key], value);
  }
  return result;
}

/** RFC 6902. Throws CommandError when an operation does not fit the object. */
export function applyJsonPatch(target: JsonObject, operations: readonly unknown[]): JsonObject {
  let document: unknown = structuredClone(target);
  for (const operation of operations) {
    if (!isObject(operation)) throw new CommandError('invalid JSON patch operation');
    const { op, path, from, value } = operation as { op?: string; path?: string; from?: string; value?: unknown };
    try {
      document = operate(document, { op, path, from, value });
    } catch (error) {
      if (error instanceof MissingPath)
        throw new CommandError(`${op} operation does not apply: doc is missing path: ${path}: missing value`);
      throw error;
    }
  }
  return document as JsonObject;
}

interface Operation {
  readonly op: string | undefined;
  readonly path: string | undefined;
  readonly from: string | undefined;
  readonly value: unknown;
}

function operate(before: unknown, { op, path, from, value }: Operation): unknown {
  let document = before;
  const read = (pointer: string | undefined): unknown => find(document, steps(pointer));
  if (op === 'test') {
    if (!sameJson(read(path), value)) throw new CommandError(`testing value ${path} failed`);
    return document;
  }
  const moved = op === 'move' || op === 'copy' ? structuredClone(read(from)) : value;
  if (op === 'move' || op === 'remove') document = change(document, steps(op === 'move' ? from : path), REMOVE);
  if (op === 'move' || op === 'copy' || op === 'add') document = change(document, steps(path), { add: moved });
  else if (op === 'replace') document = change(document, steps(path), { replace: value });
  else if (op !== 'remove') throw new CommandError(`Unexpected kind: ${op}`);
  return document;
}

type Change = { readonly add: unknown } | { readonly replace: unknown } | { readonly remove: true };
const REMOVE: Change = { remove: true };

function steps(pointer: string | undefined): string[] {
  if (pointer === undefined || (pointer !== '' && !pointer.startsWith('/')))
    throw new CommandError(`invalid JSON pointer ${JSON.stringify(pointer ?? '')}`);
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function find(value: unknown, path: readonly string[]): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) throw new MissingPath();
    here = (here as Record<string, unknown>)[key];
  }
  return here;
}

class MissingPath extends Error {}

function change(root: unknown, path: readonly string[], what: Change): unknown {
  if (path.length === 0) return 'add' in what ? what.add : 'replace' in what ? what.replace : null;
  const parent = find(root, path.slice(0, -1));
  const key = path[path.length - 1] as string;
  if (Array.isArray(parent)) {
    const index = key === '-' ? parent.length : Number(key);
    if (!Number.isInteger(index) || index < 0 || index > parent.length || (!('add' in what) && index >= parent.length))
      throw new MissingPath();
    if ('add' in what) parent.splice(index, 0, what.add);
    else if ('replace' in what) parent[index] = what.replace;
    else parent.splice(index, 1);
  } else if (isObject(parent)) {
    const fields = parent as Record<string, unknown>;
    if (!('add' in what) && !Object.hasOwn(fields, key)) throw new MissingPath();
    if ('remove' in what) delete fields[key];
    else fields[key] = 'add' in what ? what.add : what.replace;
  } else throw new MissingPath();
  return root;
}
