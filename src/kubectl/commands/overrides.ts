/** --overrides: JSON merged into the object that run and expose make. */
import type { Flag } from '../cli/command.ts';
import type { FlagValues } from '../cli/parse.ts';
import { CommandError } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import { applyJsonPatch, applyMergePatch } from '../patch/apply.ts';
import { applyStrategicPatch } from '../patch/strategic.ts';

export const OVERRIDE_FLAGS: readonly Flag[] = [
  {
    name: 'overrides',
    type: 'string',
    usage: 'JSON that is merged into the generated object, which must have an apiVersion when it is given.',
  },
  {
    name: 'override-type',
    type: 'string',
    default: 'merge',
    usage: 'How to merge --overrides: json, merge, or strategic.',
    values: ['json', 'merge', 'strategic'],
  },
];

/** The object with --overrides merged in. */
export function applyOverrides(flags: FlagValues, object: JsonObject): JsonObject {
  const text = flags.string('overrides');
  const type = flags.string('override-type');
  if (text === '') return object;
  let patch: unknown;
  try {
    patch = JSON.parse(text);
  } catch {
    throw new CommandError('Invalid JSON Patch');
  }
  if (type === 'json' && Array.isArray(patch)) return applyJsonPatch(object, patch);
  if (!isObject(patch)) throw new CommandError('json: cannot unmarshal value into Go value of type map[string]interface {}');
  if (type === 'merge') return applyMergePatch(object, patch) as JsonObject;
  if (type === 'strategic') return applyStrategicPatch(object, patch);
  throw new CommandError(`invalid override type: ${type}`);
}
