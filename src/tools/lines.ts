/** Reading line by line, as soon as lines come. */
import { read, readAll } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import type { Call } from './tool.ts';

/** The lines of a descriptor. Output of the call goes out before the reader waits, so that filters stream. */
export class Lines {
  private readonly fd: number;
  private readonly call: Call;
  private readonly end: string;
  private chunk = '';
  private at = 0;
  /** Did the last line end with the delimiter? */
  terminated = true;

  constructor(call: Call, fd: number, end = '\n') {
    this.call = call;
    this.fd = fd;
    this.end = end;
  }

  /** The next line without its delimiter; null at the end. */
  *next(): Sys<string | null> {
    let from = this.at;
    for (;;) {
      const end = this.chunk.indexOf(this.end, from);
      if (end >= 0) {
        const line = this.chunk.slice(this.at, end);
        this.at = end + this.end.length;
        return line;
      }
      yield* this.call.flush();
      const more = yield* read(this.fd);
      const rest = this.chunk.slice(this.at);
      this.at = 0;
      this.chunk = rest + (more ?? '');
      from = rest.length;
      if (more !== null) continue;
      this.chunk = '';
      if (rest === '') return null;
      this.terminated = false;
      return rest;
    }
  }
}

/** Calls `each` for every line; a result of false ends it. */
export function* eachLine(call: Call, fd: number, each: (line: string, terminated: boolean) => unknown, end = '\n'): Sys<void> {
  const lines = new Lines(call, fd, end);
  for (let line = yield* lines.next(); line !== null; line = yield* lines.next()) if (each(line, lines.terminated) === false) return;
}

/** All lines of all operands, without their newlines; the second value is the exit code. */
export function* allLines(call: Call, operands: readonly string[], end = '\n', failed = 1): Sys<[string[], number]> {
  const lines: string[] = [];
  const code = yield* call.eachFile(
    operands,
    function* (fd) {
      const text = yield* readAll(fd);
      if (text === '') return;
      const parts = text.split(end);
      if (parts.at(-1) === '') parts.pop();
      for (const part of parts) lines.push(part);
    },
    failed,
  );
  return [lines, code];
}

// Programs pass text, not bytes. A byte that is no UTF-8 travels as a lone low surrogate (U+DC80 to U+DCFF, as in Python's
// surrogateescape), so that binary data comes out of a pipe or a file as it went in.

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
