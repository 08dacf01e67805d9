/** --overrides: JSON merged into the object that run and expose make. */
import type { Flag } from '../cli/command.ts';
import type { FlagValues } from '../cli/parse.ts';
import { type JsonObject } from '../json.ts';
export declare const OVERRIDE_FLAGS: readonly Flag[];
/** The object with --overrides merged in. */
export declare function applyOverrides(flags: FlagValues, object: JsonObject): JsonObject;
