export declare class LineBuffer {
    text: string;
    cursor: number;
    /** What Ctrl-K and its like took; Ctrl-Y puts it back. */
    killed: string;
    private undone;
    private typing;
    set(text: string, cursor?: number): void;
    private save;
    undo(): void;
    insert(text: string): void;
    /** Replaces the text from `start` to the cursor. */
    replaceBefore(start: number, text: string): void;
    private remove;
    /** Index one character left or right. */
    private step;
    private wordStart;
    private wordEnd;
    private lineStart;
    private lineEnd;
    /** Moves to the row above or below in a text of several lines; false when there is none. */
    vertical(by: 1 | -1): boolean;
    /** Does what the key does; false when it is no editing key. */
    edit(key: string): boolean;
    private transpose;
    private change;
}
