/** Patches applied on the client, for --local, --dry-run=client and --overrides; what does not fit is told in kubectl's words. */
import { jsonKind, operationProblem, pointerKeys } from '../../api/patch/json-patch.ts';
import { applyMergePatch } from '../../api/patch/merge-patch.ts';
import { applyStrategicMergePatch, StrategicPatchError } from '../../api/patch/strategic.ts';
import { definitionOf } from '../../kinds/schema.ts';
import { CommandError } from '../errors.ts';
import { isObject, type JsonObject, sameJson, textOf } from '../json.ts';

/** RFC 7386. */
export function mergePatched(object: JsonObject, patch: unknown): JsonObject {
  return applyMergePatch(object, patch) as JsonObject;
}

/** The object with a strategic merge patch applied. A kind that has no schema merges as plain JSON. */
export function strategicPatched(object: JsonObject, patch: unknown): JsonObject {
  if (!isObject(patch)) throw new CommandError('invalid JSON document');
  const definition = definitionOf(textOf(object['apiVersion']), textOf(object['kind']));
  if (!definition) return mergePatched(object, patch);
  try {
    return applyStrategicMergePatch(definition, object, patch);
  } catch (error) {
    if (error instanceof StrategicPatchError) throw new CommandError(error.message);
    throw error;
  }
}

/** What is said of a patch that is no JSON. */
export function brokenPatch(type: string, syntaxError: string): CommandError {
  return new CommandError(type === 'json' ? syntaxError : type === 'merge' ? 'Invalid JSON Patch' : 'invalid JSON document');
}

type Container = Record<string, unknown> | unknown[];

/** RFC 6902. Throws CommandError when an operation does not fit the object (source of the words: evanphx/json-patch v4). */
export function jsonPatched(target: JsonObject, patch: unknown): JsonObject {
  let document: Container = structuredClone(target) as Record<string, unknown>;
  for (const operation of readOperations(patch)) {
    const { op } = operation;
    if (op === 'replace' && operation.path === '') document = structuredClone(operation['value']) as Container;
    else operate(document, operation);
  }
  return document as JsonObject;
}

interface Operation extends JsonObject {
  readonly op: string;
  readonly path: string;
  readonly from?: string;
}

function readOperations(patch: unknown): readonly Operation[] {
  const misfit = (value: unknown, type: string): CommandError => new CommandError(`json: cannot unmarshal ${jsonKind(value)} into ${type}`);
  if (!Array.isArray(patch)) throw misfit(patch, 'Go value of type jsonpatch.Patch');
  for (const [index, one] of patch.entries()) {
    if (!isObject(one)) throw misfit(one, `Patch.${index} of type jsonpatch.Operation`);
    const problem = operationProblem(one);
    if (problem !== undefined) throw new CommandError(problem);
  }
  return patch as readonly Operation[];
}

function operate(document: Container, { op, path, from = '', value }: Operation): void {
  const moves = op === 'move' || op === 'copy';
  const inPlace = <T>(how: string, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (error instanceof Misfit) throw new CommandError(`${how}: ${error.message}`);
      throw error;
    }
  };
  const find = (path: string, missing: string): { readonly parent: Container; readonly key: string } => {
    const keys = pointerKeys(path);
    const key = keys.pop();
    const parent =
      key === undefined ? undefined : keys.reduce<unknown>((here, one) => (here === undefined ? here : child(here, one)), document);
    if (key !== undefined && typeof parent === 'object' && parent !== null) return { parent: parent as Container, key };
    throw new CommandError(
      `${op} operation does not apply: ${missing}: ${op === 'add' || op === 'remove' ? `"${path}"` : path}: missing value`,
    );
  };
  if (moves) {
    const source = find(from, 'doc is missing from path');
    const moved = inPlace(op === 'move' ? `error in move for path: '${source.key}'` : `error in copy for from: '${from}'`, () => {
      const found = get(source.parent, source.key);
      if (op === 'move') remove(source.parent, source.key);
      return found;
    });
    const { parent, key } = find(path, 'doc is missing destination path');
    inPlace(op === 'move' ? `error in move for path: '${path}'` : 'error while adding value during copy', () =>
      add(parent, key, structuredClone(moved)),
    );
    return;
  }
  if (op === 'test' && path === '') {
    if (!sameJson(document, value)) throw new CommandError('testing value  failed: test failed');
    return;
  }
  const { parent, key } = find(path, op === 'test' ? 'is missing path' : 'doc is missing path');
  if (op === 'add') inPlace(`error in add for path: '${path}'`, () => add(parent, key, structuredClone(value)));
  else if (op === 'remove') inPlace(`error in remove for path: '${path}'`, () => remove(parent, key));
  else if (op === 'replace') {
    try {
      get(parent, key);
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      throw new CommandError(`replace operation does not apply: doc is missing key: ${path}: missing value`);
    }
    if (Array.isArray(parent)) parent[indexOf(key, parent.length)] = structuredClone(value);
    else parent[key] = structuredClone(value);
  } else {
    const found = inPlace(`error in test for path: '${path}'`, () => (Array.isArray(parent) ? get(parent, key) : parent[key]));
    if (!sameJson(found ?? null, value ?? null)) throw new CommandError(`testing value ${path} failed: test failed`);
  }
}

/** A key that the container has not. */
class Misfit extends Error {}

function child(parent: unknown, key: string): unknown {
  if (typeof parent !== 'object' || parent === null) return undefined;
  try {
    return get(parent as Container, key);
  } catch (error) {
    if (error instanceof Misfit) return undefined;
    throw error;
  }
}

function get(parent: Container, key: string): unknown {
  if (Array.isArray(parent)) return parent[indexOf(key, parent.length)];
  if (!Object.hasOwn(parent, key)) throw new Misfit(`unable to get nonexistent key: ${key}: missing value`);
  return parent[key];
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
