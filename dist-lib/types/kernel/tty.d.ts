/**
 * A terminal device with its line discipline: in cooked mode it echoes, edits a line and turns Ctrl-C, Ctrl-Z, Ctrl-\ and Ctrl-D
 * into signals and end of file; in raw mode the program gets every key. The page (or an exec session) is at its other end.
 */
import type { Signal } from './types.ts';
export declare class Tty {
    readonly id: number;
    columns: number;
    rows: number;
    /** The process group that gets the keyboard's signals and may read. */
    foreground: number;
    private rawMode;
    private line;
    private ready;
    private endOfFile;
    private hungUp;
    private backlog;
    private sink;
    /** Set by the kernel: something to read came in, or the terminal was hung up. */
    onReadable: (() => void) | undefined;
    /** Set by the kernel: sends a signal to the foreground group. */
    onSignal: ((signal: Signal) => void) | undefined;
    constructor(id: number, columns: number, rows: number);
    /** Where output goes; what was written before comes at once. Output uses \r\n for a new line. */
    onOutput(sink: ((text: string) => void) | undefined): void;
    output(text: string): void;
    /** Keys as the terminal emulator sends them (a key, an escape sequence or pasted text). */
    input(text: string): void;
    resize(columns: number, rows: number): void;
    set raw(on: boolean);
    get raw(): boolean;
    /** The far end is gone: readers get end of file. */
    hangUp(): void;
    /** What a read gets: text, null at end of file, undefined when nothing is there yet. */
    take(line: boolean, max?: number): string | null | undefined;
    private cookedKey;
    private deliver;
    private erase;
    private signal;
}
