/** --overrides: JSON merged into the object that run and expose make. */

import { DecodeError, decode } from '../../api/decode.ts';
import { jsonSyntaxError } from '../../api/json-syntax.ts';
import type { Flag } from '../cli/command.ts';
import type { FlagValues } from '../cli/parse.ts';
import { CommandError } from '../errors.ts';
import { type JsonObject, textOf } from '../json.ts';
import { brokenPatch, jsonPatched, mergePatched, strategicPatched } from '../patch/apply.ts';
import { requireKnownKind } from '../resource/builder.ts';

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

/** The object with --overrides merged in. It is read into its Go type again, which knows no other fields and has its own zero values. */
export function applyOverrides(flags: FlagValues, object: JsonObject): JsonObject {
  const text = flags.string('overrides');
  if (text === '') return object;
  const patched = merged(flags.string('override-type') || 'merge', object, text);
  const definition = requireKnownKind(textOf(patched['apiVersion']), textOf(patched['kind']));
  try {
    const { value, typeError } = decode(definition, patched);
    if (typeError !== undefined) throw new CommandError(typeError);
    return value;
  } catch (error) {
    if (error instanceof DecodeError) throw new CommandError(error.message);
    throw error;
  }
}

function merged(type: string, object: JsonObject, text: string): JsonObject {
  if (!['json', 'merge', 'strategic'].includes(type)) throw new CommandError(`invalid override type: ${type}`);
  const wrong = jsonSyntaxError(text);
  if (wrong !== undefined) throw brokenPatch(type, wrong);
  const patch: unknown = JSON.parse(text);
  return type === 'json' ? jsonPatched(object, patch) : type === 'merge' ? mergePatched(object, patch) : strategicPatched(object, patch);
}
