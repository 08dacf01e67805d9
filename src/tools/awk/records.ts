/** Records of a descriptor, as RS parts them. */
import { read } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { Pattern } from '../regex/match.ts';
import type { Call } from '../tool.ts';

export class Records {
  readonly fd: number;
  private readonly call: Call;
  private text = '';
  private ended = false;

  constructor(call: Call, fd: number) {
    this.call = call;
    this.fd = fd;
  }

  private *more(): Sys<boolean> {
    if (this.ended) return false;
    yield* this.call.flush();
    const chunk = yield* read(this.fd);
    if (chunk === null) this.ended = true;
    else this.text += chunk;
    return !this.ended;
  }

  /** The next record; undefined at the end. `separator`: one character, '' for paragraphs, or a pattern. */
  *next(separator: string | Pattern): Sys<string | undefined> {
    if (separator === '') return yield* this.paragraph();
    let from = 0;
    for (;;) {
      let [start, end] = [-1, -1];
      if (typeof separator === 'string') {
        start = this.text.indexOf(separator, from);
        end = start + separator.length;
        from = Math.max(0, this.text.length - separator.length + 1);
      } else {
        const match = separator.exec(this.text);
        // A match at the very end may grow with what comes.
        if (match && match.end > match.start && (match.end < this.text.length || this.ended)) [start, end] = [match.start, match.end];
      }
      if (start >= 0) {
        const record = this.text.slice(0, start);
        this.text = this.text.slice(end);
        return record;
      }
      const before = this.ended;
      if (yield* this.more()) continue;
      // At the end a pattern may match what it had to wait for.
      if (typeof separator !== 'string' && !before) continue;
      return this.rest();
    }
  }

  private rest(): string | undefined {
    if (this.text === '') return undefined;
    const record = this.text;
    this.text = '';
    return record;
  }

  private *paragraph(): Sys<string | undefined> {
    for (;;) {
      this.text = this.text.replace(/^\n+/, '');
      const match = /\n\n+/.exec(this.text);
      if (match && (match.index + match[0].length < this.text.length || this.ended)) {
        const record = this.text.slice(0, match.index);
        this.text = this.text.slice(match.index + match[0].length);
        return record;
      }
      if (yield* this.more()) continue;
      this.text = this.text.replace(/\n+$/, '');
      return this.rest();
    }
  }
}
