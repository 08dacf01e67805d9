import type { Sys } from '../../kernel/types.ts';
import type { Shell } from '../shell.ts';
export declare function echo(shell: Shell, argv: string[]): Sys<number>;
export declare function printf(shell: Shell, argv: string[]): Sys<number>;
/** What printf prints; the format is used again while arguments are left. Pure, so that the tool `printf` shares it. */
export declare function format(template: string, args: readonly string[], time?: number): {
    text: string;
    errors: string[];
};
/** A number as C's %f, %e and %g print it; shared with awk. */
export declare function formatReal(value: number, conversion: string, precision?: number, keepZeros?: boolean): string;
