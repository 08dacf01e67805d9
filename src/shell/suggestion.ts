/** The device `suggestion`: a program leaves the line that would have worked, the next prompt offers it by one key. */

/** `{ line }` leaves a line, `{ take: true }` gets it, once. */
export type SuggestionRequest = { readonly line: string } | { readonly take: true };

/** The device's handler, to be registered with a kernel: answers the line taken, or null. */
export function suggestionDevice(): (request: SuggestionRequest) => string | null {
  let kept: string | null = null;
  return (request) => {
    if ('line' in request) {
      kept = request.line;
      return null;
    }
    const line = kept;
    kept = null;
    return line;
  };
}
