/** As much of ASN.1's DER as requests for certificates and certificates need. */

export interface Element {
  readonly tag: number;
  /** The content alone, and with tag and length before it. */
  readonly content: Uint8Array;
  readonly whole: Uint8Array;
}

export const SEQUENCE = 0x30;
export const SET = 0x31;
export const INTEGER = 0x02;
export const BIT_STRING = 0x03;
export const OCTET_STRING = 0x04;
export const NULL = 0x05;
export const OID = 0x06;
export const UTF8 = 0x0c;
export const UTC_TIME = 0x17;
export const BOOLEAN = 0x01;

/** The elements that follow one another in the bytes; throws when they are cut off. */
export function elements(bytes: Uint8Array): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes[at] as number;
    let length = bytes[at + 1] ?? 0;
    let start = at + 2;
    if (length > 0x7f) {
      const size = length & 0x7f;
      length = 0;
      for (const byte of bytes.subarray(start, start + size)) length = length * 256 + byte;
      start += size;
    }
    const end = start + length;
    if (end > bytes.length) throw new RangeError('asn1: syntax error: data truncated');
    found.push({ tag, content: bytes.subarray(start, end), whole: bytes.subarray(at, end) });
    at = end;
  }
  return found;
}

/** An element of that tag. */
export function element(tag: number, ...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const content = parts.flatMap((part) => [...part]);
  const length: number[] = [];
  for (let rest = content.length; rest > 0; rest = Math.floor(rest / 256)) length.unshift(rest % 256);
  const head = content.length < 0x80 ? [content.length] : [0x80 | length.length, ...length];
  return Uint8Array.from([tag, ...head, ...content]);
}

/** `2.5.4.3` as an element. */
export function oid(text: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  return element(OID, [first * 40 + second, ...rest.flatMap(base128)]);
}

function base128(value: number): number[] {
  const digits = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift(0x80 | (rest % 128));
  return digits;
}

/** The bytes between the lines of a PEM block of that type; undefined when there is none. */
export function fromPem(text: string, type: string): Uint8Array | undefined {
  const inside = new RegExp(`-----BEGIN ${type}-----([\\s\\S]+?)-----END ${type}-----`).exec(text)?.[1];
  try {
    return inside === undefined ? undefined : Uint8Array.from(atob(inside.replace(/\s/g, '')), (c) => c.charCodeAt(0));
  } catch {
    return undefined;
  }
}

export function toPem(bytes: Uint8Array, type: string): string {
  const lines = btoa(String.fromCharCode(...bytes)).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${type}-----\n${lines.join('\n')}\n-----END ${type}-----\n`;
}

/** Bytes as pairs of hexadecimal digits, and back. */
export const hexPairs = (bytes: Uint8Array): string[] => [...bytes].map((byte) => byte.toString(16).padStart(2, '0'));
export const fromHex = (digits: string): Uint8Array => Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** The moment that an element says, ms. */
export function timeOf(one: Element | undefined): number {
  const text = new TextDecoder().decode(one?.content);
  const [, year = '', month, day, hour, minute, second = '0'] = /^(\d{2}|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?Z$/.exec(text) ?? [];
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);
  return Date.UTC(full, Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
}
