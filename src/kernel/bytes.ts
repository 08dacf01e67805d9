/**
 * Programs and files pass text, not bytes. A byte that is no UTF-8 travels as a lone low surrogate (U+DC80 to U+DCFF, as in Python's
 * surrogateescape), so that binary data comes out of a pipe or a file as it went in.
 */

const encoder = new TextEncoder();
const LONE = /(?<![\ud800-\udbff])[\udc80-\udcff]/;

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  if (!LONE.test(text)) return encoder.encode(text);
  const bytes: number[] = [];
  for (const c of text) {
    const code = c.codePointAt(0) as number;
    if (code >= 0xdc80 && code <= 0xdcff) bytes.push(code - 0xdc00);
    else for (const byte of encoder.encode(c)) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

/** Whether all of the text is UTF-8. */
export function isUtf8(text: string): boolean {
  return !LONE.test(text);
}

/** Base64 of the text's bytes. */
export function encodeBase64(text: string): string {
  let binary = '';
  for (const byte of bytesOf(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Text of base64; undefined when it is none. */
export function decodeBase64(text: string): string | undefined {
  try {
    return textOf(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

/** Length in UTF-8 bytes. */
export function byteLength(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x80) continue;
    if (c < 0x800) length += 1;
    else if (c >= 0xd800 && c < 0xdc00 && i + 1 < text.length) {
      length += 2;
      i++;
    } else if (c < 0xdc80 || c > 0xdcff) length += 2;
  }
  return length;
}

/** Text of bytes. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
  } catch {
    return decodeLoosely(bytes);
  }
}

function decodeLoosely(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i] as number;
    const length = first < 0x80 ? 1 : first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
    let c = '';
    try {
      if (length > 0 && i + length <= bytes.length && first < 0xf5)
        c = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes.subarray(i, i + length));
    } catch {
      // Not a character.
    }
    parts.push(c || String.fromCharCode(0xdc00 + first));
    i += c === '' ? 1 : length;
  }
  return parts.join('');
}
