/** JSON of large data, a piece at a time. */

/** A value of which only the JSON is there. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** An object whose entries are looked for only when they are written. */
export class JsonEntries {
  readonly entries: () => Iterable<readonly [key: string, value: unknown]>;

  constructor(entries: () => Iterable<readonly [key: string, value: unknown]>) {
    this.entries = entries;
  }
}

/**
 * The JSON of plain data in pieces, so that who writes it can pause between two.
 * @param depth so many levels are taken apart; what is below is one piece
 */
export function* jsonPieces(value: unknown, depth: number): Generator<string, void> {
  if (value instanceof JsonText) yield value.text;
  else if (depth === 0 || typeof value !== 'object' || value === null) yield JSON.stringify(value) ?? 'null';
  else if (Array.isArray(value)) {
    yield '[';
    for (const [index, one] of value.entries()) {
      if (index > 0) yield ',';
      yield* jsonPieces(one, depth - 1);
    }
    yield ']';
  } else {
    let between = '';
    yield '{';
    for (const [key, one] of value instanceof JsonEntries ? value.entries() : Object.entries(value)) {
      if (one === undefined) continue;
      yield `${between}${JSON.stringify(key)}:`;
      between = ',';
      yield* jsonPieces(one, depth - 1);
    }
    yield '}';
  }
}
