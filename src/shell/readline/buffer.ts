/** The text being edited and the cursor in it: what readline's emacs keys do to them. */
import { graphemes } from './width.ts';

const WORD = /[\p{L}\p{N}]/u;

export class LineBuffer {
  text = '';
  cursor = 0;
  /** What Ctrl-K and its like took, the newest last: Ctrl-Y puts it back, Alt-Y the one before in its place. */
  private readonly kills: string[] = [];
  /** What the last edit was, and the one before: a kill right behind a kill belongs to the same text. */
  private last: 'kill' | 'yank' | '' = '';
  private before = this.last;
  private yanked = { start: 0, next: -1 };
  private undone: { text: string; cursor: number }[] = [];
  private typing = false;

  set(text: string, cursor = text.length): void {
    this.text = text;
    this.cursor = cursor;
    this.undone = [];
    this.typing = false;
    this.last = '';
  }

  private save(typing = false): void {
    if (typing && this.typing) return;
    this.undone.push({ text: this.text, cursor: this.cursor });
    if (this.undone.length > 200) this.undone.shift();
    this.typing = typing;
  }

  /** What is typed next is undone by itself. */
  pause(): void {
    this.typing = false;
  }

  /** Replaces the text between two places; the cursor stays where it is. */
  splice(from: number, to: number, text: string): void {
    this.save();
    this.last = '';
    this.text = this.text.slice(0, from) + text + this.text.slice(to);
    this.cursor = Math.min(this.cursor, this.text.length);
  }

  undo(): void {
    const before = this.undone.pop();
    this.typing = false;
    if (before) Object.assign(this, before);
  }

  insert(text: string): void {
    this.save(true);
    this.last = '';
    this.text = this.text.slice(0, this.cursor) + text + this.text.slice(this.cursor);
    this.cursor += text.length;
  }

  /** Replaces the text from `start` to the cursor. */
  replaceBefore(start: number, text: string): void {
    this.save();
    this.text = this.text.slice(0, start) + text + this.text.slice(this.cursor);
    this.cursor = start + text.length;
  }

  private remove(from: number, to: number, kill: boolean): void {
    if (from >= to) return;
    this.save();
    if (kill) this.keep(this.text.slice(from, to), from < this.cursor);
    this.text = this.text.slice(0, from) + this.text.slice(to);
    this.cursor = from;
  }

  private keep(taken: string, before: boolean): void {
    const one = this.before === 'kill' ? this.kills.pop() : undefined;
    this.kills.push(before ? taken + (one ?? '') : (one ?? '') + taken);
    if (this.kills.length > 10) this.kills.shift();
    this.last = 'kill';
  }

  private yank(from: number, start = this.cursor): void {
    const text = this.kills.at(from);
    if (text === undefined) return;
    this.replaceBefore(start, text);
    this.yanked = { start, next: from === -this.kills.length ? -1 : from - 1 };
    this.last = 'yank';
  }

  /** Index one character left or right. */
  private step(by: 1 | -1): number {
    if (by < 0) return this.cursor - (graphemes(this.text.slice(0, this.cursor)).at(-1)?.length ?? 0);
    return this.cursor + (graphemes(this.text.slice(this.cursor))[0]?.length ?? 0);
  }

  private wordStart(): number {
    let i = this.cursor;
    while (i > 0 && !WORD.test(this.text[i - 1] as string)) i--;
    while (i > 0 && WORD.test(this.text[i - 1] as string)) i--;
    return i;
  }

  private wordEnd(): number {
    let i = this.cursor;
    while (i < this.text.length && !WORD.test(this.text[i] as string)) i++;
    while (i < this.text.length && WORD.test(this.text[i] as string)) i++;
    return i;
  }

  private lineStart(): number {
    return this.text.lastIndexOf('\n', this.cursor - 1) + 1;
  }

  private lineEnd(): number {
    const end = this.text.indexOf('\n', this.cursor);
    return end < 0 ? this.text.length : end;
  }

  /** Moves to the row above or below in a text of several lines; false when there is none. */
  vertical(by: 1 | -1): boolean {
    const start = this.lineStart();
    const column = this.cursor - start;
    if (by < 0) {
      if (start === 0) return false;
      const above = this.text.lastIndexOf('\n', start - 2) + 1;
      this.cursor = Math.min(above + column, start - 1);
      return true;
    }
    const end = this.lineEnd();
    if (end === this.text.length) return false;
    const below = this.text.indexOf('\n', end + 1);
    this.cursor = Math.min(end + 1 + column, below < 0 ? this.text.length : below);
    return true;
  }

  /** Does what the key does; false when it is no editing key. */
  edit(key: string): boolean {
    const { text, cursor } = this;
    this.typing = false;
    this.before = this.last;
    this.last = '';
    switch (key) {
      case 'left':
      case 'C-b':
        this.cursor = this.step(-1);
        return true;
      case 'right':
      case 'C-f':
        this.cursor = this.step(1);
        return true;
      case 'home':
      case 'C-a':
        this.cursor = this.lineStart();
        return true;
      case 'end':
      case 'C-e':
        this.cursor = this.lineEnd();
        return true;
      case 'M-b':
      case 'C-left':
      case 'M-left':
        this.cursor = this.wordStart();
        return true;
      case 'M-f':
      case 'C-right':
      case 'M-right':
        this.cursor = this.wordEnd();
        return true;
      case 'backspace':
      case 'S-backspace':
        this.remove(this.step(-1), cursor, false);
        return true;
      case 'delete':
      case 'C-d':
        this.remove(cursor, this.step(1), false);
        this.cursor = cursor;
        return true;
      case 'C-k':
        this.remove(cursor, this.lineEnd() === cursor ? Math.min(cursor + 1, text.length) : this.lineEnd(), true);
        return true;
      case 'C-u':
        this.remove(this.lineStart(), cursor, true);
        return true;
      case 'C-w':
        this.remove(cursor - (/\S*\s*$/.exec(text.slice(0, cursor))?.[0].length ?? 0), cursor, true);
        return true;
      case 'M-backspace':
        this.remove(this.wordStart(), cursor, true);
        return true;
      case 'M-d':
      case 'C-delete':
        this.remove(cursor, this.wordEnd(), true);
        return true;
      case 'C-y':
        this.yank(-1);
        return true;
      case 'M-y':
        if (this.before === 'yank') this.yank(this.yanked.next, this.yanked.start);
        return true;
      case 'C-_':
        this.undo();
        return true;
      case 'C-t':
        this.transpose();
        return true;
      case 'M-u':
        this.change((word) => word.toUpperCase());
        return true;
      case 'M-l':
        this.change((word) => word.toLowerCase());
        return true;
      case 'M-c':
        this.change((word) => word.toLowerCase().replace(WORD, (c) => c.toUpperCase()));
        return true;
      default:
        return false;
    }
  }

  private transpose(): void {
    const characters = graphemes(this.text);
    let at = graphemes(this.text.slice(0, this.cursor)).length;
    if (at === 0 || characters.length < 2) return;
    this.save();
    if (at === characters.length) at--;
    characters.splice(at - 1, 2, characters[at] as string, characters[at - 1] as string);
    this.text = characters.join('');
    this.cursor = characters.slice(0, at + 1).join('').length;
  }

  private change(how: (word: string) => string): void {
    const end = this.wordEnd();
    this.save();
    this.text = this.text.slice(0, this.cursor) + how(this.text.slice(this.cursor, end)) + this.text.slice(end);
    this.cursor = end;
  }
}
