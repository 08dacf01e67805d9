/** How wide text is on a terminal: 0 for combining marks, 2 for CJK and emoji, 1 else. */
/** The user-perceived characters of a text. */
export declare function graphemes(text: string): string[];
/** Cells of a grapheme: its widest part; an emoji variation selector makes it wide. */
export declare function graphemeWidth(grapheme: string): number;
export declare function textWidth(text: string): number;
