/** Patches applied on the client, for --local, --dry-run=client and --overrides; what does not fit is told in kubectl's words. */
import { applyOperations, jsonKind, type Operation, operationProblem, PatchError } from '../../api/patch/json-patch.ts';
import { applyMergePatch } from '../../api/patch/merge-patch.ts';
import { applyStrategicMergePatch, StrategicPatchError } from '../../api/patch/strategic.ts';
import { definitionOf } from '../../kinds/schema.ts';
import { CommandError } from '../errors.ts';
import { isObject, type JsonObject, textOf } from '../json.ts';

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

/** RFC 6902. Throws CommandError when an operation does not fit the object. */
export function jsonPatched(target: JsonObject, patch: unknown): JsonObject {
  try {
    return applyOperations(target, readOperations(patch), false) as JsonObject;
  } catch (error) {
    if (error instanceof PatchError) throw new CommandError(error.message);
    throw error;
  }
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
