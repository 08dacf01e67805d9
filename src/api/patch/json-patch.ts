/**
 * JSON patch (RFC 6902) as the library json-patch v4 has it, for the server and for kubectl, which have two releases of it: the server's
 * takes null for what a `replace` or a `copy` does not find, kubectl's refuses it.
 */
import { equal } from '../equal.ts';
import { toGoJson } from '../go-json.ts';

/** The patch cannot be read (`decode`), does not fit the document (`apply`), or a test in it fails (`test`). */
export class PatchError extends Error {
  readonly when: 'decode' | 'apply' | 'test';

  constructor(when: 'decode' | 'apply' | 'test', message: string) {
    super(message);
    this.when = when;
  }
}

export interface Operation {
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

/** The document with a patch applied, as the server does it. */
export function applyJsonPatch(document: unknown, patch: unknown): unknown {
  return applyOperations(document, readOperations(patch), true);
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

/**
 * The document with the operations applied in turn. Throws PatchError where one does not fit.
 * @param lenient what is not found is null for `replace` and `copy`
 */
export function applyOperations(document: unknown, operations: readonly Operation[], lenient: boolean): unknown {
  let result = structuredClone(document) as Container;
  for (const operation of operations) {
    if (operation.op === 'replace' && operation.path === '') result = structuredClone(operation.value) as Container;
    else operate(result, operation, lenient);
  }
  return result;
}

function operate(document: Container, operation: Operation, lenient: boolean): void {
  const { op, path, value } = operation;
  if (op === 'move' || op === 'copy') return transfer(document, operation, lenient);
  if (op === 'test') return test(document, path, value);
  const { parent, key } = find(document, op, path, 'doc is missing path', op === 'replace' ? path : `"${path}"`);
  if (op === 'add') return inPlace(`error in add for path: '${path}'`, () => add(parent, key, structuredClone(value)));
  if (op === 'remove') return inPlace(`error in remove for path: '${path}'`, () => remove(parent, key));
  try {
    get(parent, key, lenient);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    throw new PatchError('apply', `replace operation does not apply: doc is missing key: ${path}: missing value`);
  }
  if (Array.isArray(parent)) parent[indexOf(key, parent.length)] = structuredClone(value);
  else parent[key] = structuredClone(value);
}

function transfer(document: Container, { op, path, from = '' }: Operation, lenient: boolean): void {
  const source = find(document, op, from, 'doc is missing from path', from);
  const moved = inPlace(op === 'move' ? `error in move for path: '${source.key}'` : `error in copy for from: '${from}'`, () => {
    const found = get(source.parent, source.key, lenient);
    if (op === 'move') remove(source.parent, source.key);
    return found;
  });
  const { parent, key } = find(document, op, path, 'doc is missing destination path', path);
  inPlace(op === 'move' ? `error in move for path: '${path}'` : 'error while adding value during copy', () =>
    add(parent, key, structuredClone(moved ?? null)),
  );
}

function test(document: Container, path: string, value: unknown): void {
  const failed = () => new PatchError('test', `testing value ${path} failed: test failed`);
  if (path === '') {
    if (!equal(document, value)) throw failed();
    return;
  }
  const { parent, key } = find(document, 'test', path, 'is missing path', path);
  const found = inPlace(`error in test for path: '${path}'`, () => get(parent, key, true));
  if (!equal(found ?? null, value ?? null)) throw failed();
}

/** Where a path leads: all but its last key has to be there. */
function find(
  document: Container,
  op: string,
  path: string,
  missing: string,
  shown: string,
): { readonly parent: Container; readonly key: string } {
  const keys = pointerKeys(path);
  const key = keys.pop();
  if (key !== undefined) {
    const parent = keys.reduce<unknown>((here, one) => (here === undefined ? here : child(here, one)), document);
    if (typeof parent === 'object' && parent !== null) return { parent: parent as Container, key };
  }
  throw new PatchError('apply', `${op} operation does not apply: ${missing}: ${shown}: missing value`);
}

/** A key that the container has not. */
class Misfit extends Error {}

function inPlace<T>(how: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Misfit) throw new PatchError('apply', `${how}: ${error.message}`);
    throw error;
  }
}

function child(parent: unknown, key: string): unknown {
  if (typeof parent !== 'object' || parent === null) return undefined;
  try {
    return get(parent as Container, key, true);
  } catch (error) {
    if (error instanceof Misfit) return undefined;
    throw error;
  }
}

function get(parent: Container, key: string, lenient: boolean): unknown {
  if (Array.isArray(parent)) return parent[indexOf(key, parent.length)];
  if (Object.hasOwn(parent, key)) return parent[key];
  if (lenient) return undefined;
  throw new Misfit(`unable to get nonexistent key: ${key}: missing value`);
}

function add(parent: Container, key: string, value: unknown): void {
  if (!Array.isArray(parent)) parent[key] = value;
  else if (key === '-') parent.push(value);
  else parent.splice(indexOf(key, parent.length + 1, `value was not a proper array index: '${key}': `), 0, value);
}

function remove(parent: Container, key: string): void {
  if (Array.isArray(parent)) parent.splice(indexOf(key, parent.length), 1);
  else if (Object.hasOwn(parent, key)) delete parent[key];
  else throw new Misfit(`unable to remove nonexistent key: ${key}: missing value`);
}

/** An index may count from the end. */
function indexOf(key: string, length: number, prefix = ''): number {
  if (!/^[+-]?\d+$/.test(key)) throw new Misfit(`${prefix}strconv.Atoi: parsing ${JSON.stringify(key)}: invalid syntax`);
  const index = Number(key);
  const found = index < 0 ? length + index : index;
  if (found < 0 || found >= length) throw new Misfit(`Unable to access invalid index: ${index}: invalid index referenced`);
  return found;
}

/** The keys of a JSON pointer (RFC 6901). */
function pointerKeys(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
