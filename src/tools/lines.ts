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

  /** What was read and not yet given. */
  get pending(): string {
    return this.chunk;
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
