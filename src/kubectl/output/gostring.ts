// Go's string and character literals (package strconv).

const SIMPLE: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\' };
const ESCAPE = /\\(?:([abfnrtv\\'"])|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3}))/y;

/** The text that `body` stands for between two `quote` characters; undefined when it is not well formed. */
export function unquoteBody(body: string, quote: '"' | "'"): string | undefined {
  if (!body.includes('\\')) return body.includes(quote) ? undefined : body;
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (let at = 0; at < body.length; ) {
    const next = body.indexOf('\\', at);
    const plain = body.slice(at, next < 0 ? body.length : next);
    if (plain.includes(quote)) return undefined;
    bytes.push(...encoder.encode(plain));
    if (next < 0) break;
    ESCAPE.lastIndex = next;
    const found = ESCAPE.exec(body);
    if (!found) return undefined;
    const [all, simple, hex, short, long, octal] = found;
    if (simple !== undefined) {
      if ((simple === '"' || simple === "'") && simple !== quote) return undefined;
      bytes.push(...encoder.encode(SIMPLE[simple] ?? simple));
    } else if (hex !== undefined || octal !== undefined) {
      const byte = hex === undefined ? Number.parseInt(octal as string, 8) : Number.parseInt(hex, 16);
      if (byte > 255) return undefined;
      bytes.push(byte);
    } else {
      const code = Number.parseInt((short ?? long) as string, 16);
      if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return undefined;
      bytes.push(...encoder.encode(String.fromCodePoint(code)));
    }
    at = next + all.length;
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(bytes));
}

/** strconv.Unquote for "interpreted" and `raw` strings; undefined when the literal is not well formed. */
export function unquote(literal: string): string | undefined {
  const body = literal.slice(1, -1);
  if (literal.startsWith('`')) return body.replaceAll('\r', '');
  return body.includes('\n') ? undefined : unquoteBody(body, '"');
}
