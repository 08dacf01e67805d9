/** A sed script as a list of commands, with GNU's words for what is wrong in it. */
import { type Pattern } from '../regex/match.ts';
export type Address = {
    readonly kind: 'line';
    readonly line: number;
} | {
    readonly kind: 'step';
    readonly first: number;
    readonly step: number;
} | {
    readonly kind: 'last';
}
/** No pattern: the last one used. */
 | {
    readonly kind: 'regex';
    readonly pattern: Pattern | undefined;
}
/** Second addresses only: so many lines on, and up to a multiple. */
 | {
    readonly kind: 'plus';
    readonly count: number;
} | {
    readonly kind: 'multiple';
    readonly of: number;
};
export type Piece = {
    readonly text: string;
} | {
    readonly group: number;
} | {
    readonly fold: 'U' | 'L' | 'u' | 'l' | 'E';
};
export interface Command {
    readonly name: string;
    readonly first?: Address;
    readonly second?: Address;
    readonly negated: boolean;
    /** Text of a, i, c; file of r, w; label of b, t, T, and `:`. */
    readonly text: string;
    /** Exit code of q, width of l. */
    readonly number?: number;
    readonly pattern?: Pattern;
    readonly replacement?: readonly Piece[];
    readonly flags?: {
        readonly global: boolean;
        readonly print: boolean;
        readonly nth: number;
        readonly file: string | undefined;
    };
    readonly map?: ReadonlyMap<string, string>;
    /** Of `{`: where its `}` is; of b, t, T: where to go on (the end of the script for none). */
    target: number;
}
export interface Script {
    readonly commands: readonly Command[];
    /** The script began with `#n`. */
    readonly quiet: boolean;
}
/** Where text of the script came from, for messages. */
export interface Source {
    readonly text: string;
    /** `-e expression #1`, or the file's name. */
    readonly name: string;
    readonly file: boolean;
}
export declare function parseScript(sources: readonly Source[], extended: boolean): Script;
