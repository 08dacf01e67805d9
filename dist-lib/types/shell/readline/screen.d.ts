export interface Frame {
    /** May hold escape sequences and newlines. */
    readonly prompt: string;
    readonly text: string;
    /** Index into the text. */
    readonly cursor: number;
    /** Grey text behind the line. */
    readonly hint: string;
}
export declare class Screen {
    /** Row of the cursor below the first row drawn. */
    private row;
    /** Forgets what was drawn: the next frame begins where the cursor is, in the first column. */
    reset(): void;
    /** The output that turns the last frame into this one. */
    draw(frame: Frame, columns: number, rows: number): string;
}
