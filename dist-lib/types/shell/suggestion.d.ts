/** The device `suggestion`: a program leaves the line that would have worked, the next prompt offers it by one key. */
/** `{ line }` leaves a line, `{ take: true }` gets it, once. */
export type SuggestionRequest = {
    readonly line: string;
} | {
    readonly take: true;
};
/** The device's handler, to be registered with a kernel: answers the line taken, or null. */
export declare function suggestionDevice(): (request: SuggestionRequest) => string | null;
/** The one known name that a mistyped one is closest to: at most two slips away (one for short names); undefined when none or several are. */
export declare function nearest(typed: string, known: Iterable<string>): string | undefined;
