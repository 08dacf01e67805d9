import type { Sys } from '../../kernel/types.ts';
import type { Shell } from '../shell.ts';
export declare function loadHistory(shell: Shell): Sys<void>;
/** Adds a line and saves it at once: a page may be closed at any time. Repeated lines and those that begin with a blank are left out. */
export declare function remember(shell: Shell, line: string): Sys<void>;
/** One line for a command typed over several: joined as bash joins them in its history. */
export declare function joinLines(lines: readonly string[]): string;
/** The line with its history references replaced; an error names one that matches nothing. */
export declare function expandHistory(line: string, history: readonly string[]): {
    readonly text: string;
    readonly changed: boolean;
} | {
    readonly error: string;
};
