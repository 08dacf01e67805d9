/** `diff -u`: two texts compared line by line (Myers' algorithm). */
/** The hunks, without the two lines that name the files; '' when the texts are equal. */
export declare function unifiedDiff(before: string, after: string, context?: number): string;
