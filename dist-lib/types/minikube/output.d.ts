import type { Process, Sys } from '../kernel/types.ts';
/** The picture on a terminal, and what stands in its place elsewhere. */
declare const STYLES: {
    readonly happy: readonly ['😄  ', '* '];
    readonly sparkle: readonly ['✨  ', '* '];
    readonly thumbsUp: readonly ['👍  ', '* '];
    readonly pulling: readonly ['🚜  ', '* '];
    readonly creating: readonly ['🔥  ', '* '];
    readonly updating: readonly ['🏃  ', '* '];
    readonly restarting: readonly ['🔄  ', '* '];
    readonly containerd: readonly ['📦  ', '* '];
    readonly verifying: readonly ['🔎  ', '* '];
    readonly option: readonly ['    ▪ ', '  - '];
    readonly addonEnable: readonly ['🌟  ', '* '];
    readonly addonDisable: readonly ['🌑  ', '* '];
    readonly ready: readonly ['🏄  ', '* '];
    readonly check: readonly ['✅  ', '* '];
    readonly stopping: readonly ['✋  ', '* '];
    readonly stopped: readonly ['🛑  ', '* '];
    readonly deleting: readonly ['🔥  ', '* '];
    readonly deleted: readonly ['💀  ', '* '];
    readonly sad: readonly ['😿  ', '* '];
    readonly shrug: readonly ['🤷  ', '* '];
    readonly url: readonly ['👉  ', '  '];
    readonly tip: readonly ['💡  ', '* '];
    readonly failure: readonly ['❌  ', 'X '];
    readonly warning: readonly ['❗  ', '! '];
};
export type Style = keyof typeof STYLES;
/** The end of a command with an error: `Exiting due to ID: message`. */
export declare class ExitError extends Error {
    readonly id: string;
    readonly code: number;
    constructor(id: string, code: number, message: string);
}
export declare const usageError: (message: string) => ExitError;
/** A line about what is being done. */
export declare function step(process: Process, style: Style, text: string): Sys<void>;
/** A line on stderr. */
export declare function complain(process: Process, style: Style, text: string): Sys<void>;
export declare function printError(process: Process, { id, message }: ExitError): Sys<void>;
/** Rows under centred headings in a box; a cell may have several lines. */
export declare function table(headings: readonly string[], rows: readonly (readonly string[])[]): string;
export {};
