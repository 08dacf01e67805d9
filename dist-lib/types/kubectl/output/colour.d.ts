/** Text as it goes to the terminal: whole lines, or the part of one. */
export declare function paint(text: string): string;
