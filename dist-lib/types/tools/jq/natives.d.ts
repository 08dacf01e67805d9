/** The builtins that are not written in jq itself: functions of values, and those that steer the machine or ask the outside. */
import { type Value } from './json.ts';
import { type Filter } from './machine.ts';
type Native = (value: Value, ...args: Value[]) => Value;
/** The events of `--stream` and `tostream`: [path, leaf], and [path] at the end of each container. */
export declare function streamEvents(value: Value, path?: readonly Value[]): Value[];
/** By name and number of arguments. The first parameter is the input. */
export declare const NATIVES: Readonly<Record<string, Native>>;
type Making = (args: readonly Filter[]) => Filter;
export declare const NATIVE_FILTERS: Readonly<Record<string, Making>>;
/** Names of all builtins written here. */
export declare const NATIVE_NAMES: readonly string[];
export {};
