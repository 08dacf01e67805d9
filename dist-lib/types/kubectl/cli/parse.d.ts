import { type Command, type CommandPath, type Flag } from './command.ts';
/** The flags of one invocation. Asking for a flag that the command does not have is a mistake in the program. */
export declare class FlagValues {
    private readonly flags;
    private readonly own;
    private readonly given;
    /** @param own the command's flags, which hide inherited ones of the same name (`create rolebinding --user`) */
    constructor(own: readonly Flag[], inherited: readonly Flag[]);
    set(flag: Flag, text: string): void;
    has(name: string): boolean;
    /** True when the flag stands on the command line. */
    changed(name: string): boolean;
    string(name: string): string;
    /** The text of an inherited flag; '' where a flag of the command itself hides it. */
    global(name: string): string;
    bool(name: string): boolean;
    int(name: string): number;
    /** Milliseconds. */
    duration(name: string): number;
    list(name: string): readonly string[];
    /** The text of a flag of any type, as pflag prints a value. */
    text(name: string): string;
    private flag;
}
export interface Parsed {
    readonly path: CommandPath;
    readonly args: readonly string[];
    /** How many arguments stand before `--`; -1 without `--`. */
    readonly dashAt: number;
    readonly flags: FlagValues;
    readonly help: boolean;
    /** Lines about deprecated flags, for stderr. */
    readonly notices: readonly string[];
}
/** Finds the command and reads its flags. Throws CommandError in cobra's words. */
export declare function parseCommandLine(root: Command, words: readonly string[]): Parsed;
/** Follows subcommand names as far as they lead. `rest` is what remains, flags included. */
export declare function findCommand(root: Command, words: readonly string[]): {
    path: CommandPath;
    rest: readonly string[];
};
/** The word that names a command of the root: the first that is no flag or value of one; undefined when there is none. */
export declare function commandWord(root: Command, words: readonly string[]): string | undefined;
export declare function subcommand(command: Command, name: string): Command | undefined;
/** Go's strconv.ParseBool. */
export declare function parseBool(text: string): boolean | undefined;
/** Fails when a required flag is missing, in cobra's words. */
export declare function checkRequired({ path, flags }: Parsed): void;
