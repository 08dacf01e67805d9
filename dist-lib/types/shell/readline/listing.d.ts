/** What Tab inserts and lists. */
import type { Candidate, Completion } from '../completion.ts';
/** The text that replaces the word: the common beginning of all candidates, or the whole of a single one with what follows it. */
export declare function insertion({ candidates, quote, word }: Completion): string | undefined;
/** The candidates in columns, or one a line with their descriptions. Ends with a newline. */
export declare function listing(candidates: readonly Candidate[], columns: number): string;
