/** `$name` and `${name...}`: values and their operations. */
import type { ParameterExpansionPart } from 'unbash';
import type { Sys } from '../kernel/types.ts';
import { type Piece } from './expand.ts';
import { type Shell } from './shell.ts';
interface Value {
    readonly values: readonly string[];
    /** It is `$@`, `$*`, `${a[@]}` or `${a[*]}`. */
    readonly list: '@' | '*' | undefined;
    readonly set: boolean;
    /** Of lists: the array's keys. */
    readonly keys?: readonly string[];
}
/** The values of a parameter after its operation; `pieces` where a word stands in for it (`${x:-word}`). */
export declare function parameterOperation(shell: Shell, name: string, part: ParameterExpansionPart | undefined, quoted: boolean): Sys<Value | {
    readonly pieces: Piece[];
}>;
export {};
