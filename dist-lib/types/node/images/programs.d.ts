/** Which generic programs come as a set. The programs themselves are injected by name (`NodeAgent.setPrograms`). */
export declare const PROGRAM_SETS: Readonly<Record<string, readonly string[]>>;
/** The names behind a list of names and sets. */
export declare function expandPrograms(names: readonly string[]): string[];
