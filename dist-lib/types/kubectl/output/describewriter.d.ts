export declare const LEVEL_0 = 0;
export declare const LEVEL_1 = 1;
export declare const LEVEL_2 = 2;
export declare const LEVEL_3 = 3;
export declare const LEVEL_4 = 4;
/** Collects the text of a description; `toString` gives it with its columns aligned. */
export declare class DescribeWriter {
    private readonly parts;
    private readonly indent;
    constructor(parts?: string[], indent?: number);
    /** Adds `text` (with its own tabs and newlines), two blanks further in for each level. */
    write(level: number, text: string): void;
    /** Adds `cells` with a blank between them and ends the line. */
    writeLine(...cells: readonly (string | number)[]): void;
    /** What follows is aligned on its own. */
    flush(): void;
    /** A writer on the same text whose every level lies `indent` levels further in. */
    nested(indent: number): DescribeWriter;
    toString(): string;
}
