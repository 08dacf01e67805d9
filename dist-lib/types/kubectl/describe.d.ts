import type { Sys } from '../kernel/types.ts';
import type { Invocation } from './invocation.ts';
import { type JsonObject } from './json.ts';
import { type Mapping } from './resource/mapper.ts';
/** The text that `kubectl describe` shows for an object. */
export declare function describeObject(invocation: Invocation, mapping: Mapping, object: JsonObject, showEvents: boolean): Sys<string>;
/** `resourceVersion` -> `Resource Version`; names with other characters stay as they are. */
export declare function labelFor(field: string): string;
