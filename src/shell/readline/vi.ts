/** The line editor's vi mode (`set -o vi`): what keys do to the line while its command mode is on. */
import { write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { LineBuffer } from './buffer.ts';
import type { Editor, Ending } from './editor.ts';
import type { Key } from './keys.ts';
import { graphemes } from './width.ts';

/** What only the editor can do: take the line, walk the history, look for a line, put a `#` before it. */
export type ViRequest =
  | { readonly do: 'enter' }
  | { readonly do: 'walk'; readonly by: number }
  | { readonly do: 'find'; readonly text: string; readonly backward: boolean }
  | { readonly do: 'comment' };

/** `unused`: the key is to do what it does in the emacs mode. */
export type ViAnswer = 'used' | 'unused' | ViRequest;

type Operator = 'd' | 'c' | 'y';

/** Where a motion leads, in characters; `inclusive`: an operator takes the character there too. */
interface Target {
  readonly at: number;
  readonly inclusive: boolean;
}

const BRACKETS = '()[]{}';

function kindOf(c: string | undefined, big: boolean): 'blank' | 'word' | 'sign' {
  if (c === undefined || /^\s/.test(c)) return 'blank';
  return big || /^[\p{L}\p{N}_]/u.test(c) ? 'word' : 'sign';
}

export class Vi {
  private readonly buffer: LineBuffer;
  private mode: 'insert' | 'replace' | 'command' = 'insert';
  private count = '';
  private operator: { readonly name: Operator; readonly count: string } | undefined;
  /** A command that waits for the character it is about. */
  private pending: 'f' | 'F' | 't' | 'T' | 'r' | undefined;
  private lastFind: { readonly name: 'f' | 'F' | 't' | 'T'; readonly char: string } | undefined;
  /** What was last deleted or copied. */
  private register = '';
  /** A search under way, and the last one. */
  private search: { readonly backward: boolean; text: string } | undefined;
  private lastSearch: { readonly backward: boolean; readonly text: string } | undefined;
  /** The keys of the command under way, for `.`; and those of the last change. */
  private keys: Key[] = [];
  private lastChange: readonly Key[] = [];
  /** What is typed belongs to a command (`i`, `cw`), so `.` can do it again. */
  private inserting = false;
  private replaying = false;

  constructor(buffer: LineBuffer) {
    this.buffer = buffer;
  }

  /** A new line begins: it is typed into. */
  reset(): void {
    this.mode = 'insert';
    this.inserting = false;
    this.search = undefined;
    this.forget();
  }

  /** Stands in the prompt's place while a text to look for is typed. */
  get prompt(): string | undefined {
    return this.search && (this.search.backward ? '/' : '?') + this.search.text;
  }

  press(key: Key): ViAnswer {
    if (this.search) return this.pressInSearch(key);
    if (this.mode === 'command') return this.command(key);
    if (key.kind === 'key' && (key.name === 'escape' || key.name === 'C-[')) {
      this.leaveInsert(key);
      return 'used';
    }
    if (!this.replaying && this.inserting) this.keys.push(key);
    if (this.mode === 'replace' && key.kind === 'text') {
      const typed = graphemes(key.text);
      this.buffer.splice(this.buffer.cursor, this.offset(this.at + typed.length), key.text);
      this.buffer.cursor += key.text.length;
      return 'used';
    }
    if (!this.replaying) return 'unused';
    if (key.kind !== 'key') this.buffer.insert(key.text);
    else this.buffer.edit(key.name);
    return 'used';
  }

  private leaveInsert(key: Key): void {
    this.mode = 'command';
    if (!this.replaying && this.inserting) this.lastChange = [...this.keys, key];
    this.inserting = false;
    this.buffer.pause();
    this.forget();
    this.move(Math.max(0, this.at - 1));
  }

  private forget(): void {
    this.count = '';
    this.operator = undefined;
    this.pending = undefined;
    this.keys = [];
  }

  private get chars(): string[] {
    return graphemes(this.buffer.text);
  }

  /** The cursor in characters. */
  private get at(): number {
    return graphemes(this.buffer.text.slice(0, this.buffer.cursor)).length;
  }

  private offset(at: number): number {
    return this.chars.slice(0, at).join('').length;
  }

  /** Puts the cursor on a character: behind the last one only while text is typed. */
  private move(at: number): void {
    const last = this.chars.length - (this.mode === 'command' ? 1 : 0);
    this.buffer.cursor = this.offset(Math.max(0, Math.min(at, last)));
  }

  private get number(): number {
    return Math.max(1, Number(this.operator?.count || 1)) * Math.max(1, Number(this.count || 1));
  }

  private pressInSearch(key: Key): ViAnswer {
    const search = this.search as NonNullable<typeof this.search>;
    if (key.kind !== 'key') {
      search.text += key.text.replace(/\n/g, '');
      return 'used';
    }
    if (key.name === 'backspace' && search.text !== '') {
      search.text = search.text.slice(0, -(graphemes(search.text).at(-1)?.length ?? 1));
      return 'used';
    }
    this.search = undefined;
    if (key.name !== 'enter') return 'used';
    if (search.text !== '') this.lastSearch = search;
    return this.lastSearch ? { do: 'find', ...this.lastSearch } : 'used';
  }

  private command(key: Key): ViAnswer {
    if (key.kind === 'key') {
      const used = this.special(key.name);
      if (used !== 'unused') this.forget();
      return used;
    }
    let answer: ViAnswer = 'used';
    for (const char of graphemes(key.text)) {
      // Behind `i` and its like the rest of what came is typed.
      if (this.mode !== 'command' || this.search) {
        answer = this.press({ kind: 'text', text: char });
        if (answer === 'unused') this.buffer.insert(char);
        answer = 'used';
        continue;
      }
      this.keys.push({ kind: 'text', text: char });
      answer = this.letter(char);
    }
    return answer;
  }

  /** Named keys: the few that vi has, as the letters that do the same. */
  private special(name: string): ViAnswer {
    switch (name) {
      case 'escape':
        return 'used';
      case 'enter':
        return { do: 'enter' };
      case 'backspace':
      case 'left':
        this.move(this.at - this.number);
        return 'used';
      case 'right':
        this.move(this.at + this.number);
        return 'used';
      case 'home':
        this.move(0);
        return 'used';
      case 'end':
        this.move(this.chars.length);
        return 'used';
      case 'delete':
        this.remove(this.at, this.at + 1);
        return 'used';
      case 'tab':
        return 'used';
      default:
        return 'unused';
    }
  }

  private letter(c: string): ViAnswer {
    if (this.pending) return this.withCharacter(this.pending, c);
    if (/^[1-9]$/.test(c) || (c === '0' && this.count !== '')) {
      this.count += c;
      return 'used';
    }
    if ('fFtT'.includes(c) || (c === 'r' && !this.operator)) {
      this.pending = c as 'f';
      return 'used';
    }
    const { operator } = this;
    if (operator && c === operator.name) return this.act(operator.name, 0, this.chars.length);
    // `cw` stops at the end of the word.
    const changing = operator?.name === 'c' && kindOf(this.chars[this.at], false) !== 'blank';
    const motion = this.motion(changing && c === 'w' ? 'e' : changing && c === 'W' ? 'E' : c, this.number);
    if (motion) return this.follow(motion);
    if (operator) return this.done();
    return this.edit(c);
  }

  private withCharacter(name: NonNullable<typeof this.pending>, char: string): ViAnswer {
    this.pending = undefined;
    if (name === 'r') {
      const count = this.number;
      if (this.at + count > this.chars.length) return this.done();
      const at = this.at;
      this.buffer.splice(this.offset(at), this.offset(at + count), char.repeat(count));
      this.move(at + count - 1);
      return this.changed();
    }
    this.lastFind = { name, char };
    const target = this.sought(name, char, this.number);
    return target ? this.follow(target) : this.done();
  }

  private sought(name: 'f' | 'F' | 't' | 'T', char: string, count: number): Target | undefined {
    const { chars } = this;
    const by = name === 'f' || name === 't' ? 1 : -1;
    let at = this.at;
    for (let left = count; left > 0; left--) {
      at += by;
      while (at >= 0 && at < chars.length && chars[at] !== char) at += by;
      if (at < 0 || at >= chars.length) return undefined;
    }
    return { at: name === 't' ? at - 1 : name === 'T' ? at + 1 : at, inclusive: by > 0 };
  }

  private motion(c: string, count: number): Target | undefined {
    const { chars, at } = this;
    const big = c < 'a';
    switch (c) {
      case 'h':
        return { at: Math.max(0, at - count), inclusive: false };
      case 'l':
      case ' ':
        return { at: Math.min(chars.length, at + count), inclusive: false };
      case '0':
        return { at: 0, inclusive: false };
      case '^':
        return {
          at: Math.max(
            0,
            chars.findIndex((one) => kindOf(one, false) !== 'blank'),
          ),
          inclusive: false,
        };
      case '$':
        return { at: Math.max(0, chars.length - 1), inclusive: true };
      case '|':
        return { at: Math.min(chars.length, count - 1), inclusive: false };
      case 'w':
      case 'W':
        return { at: this.repeat(count, (from) => this.wordAfter(chars, from, big)), inclusive: false };
      case 'b':
      case 'B':
        return { at: this.repeat(count, (from) => this.wordBefore(chars, from, big)), inclusive: false };
      case 'e':
      case 'E':
        return { at: this.repeat(count, (from) => this.wordEnd(chars, from, big)), inclusive: true };
      case '%':
        return this.partner(chars, at);
      case ';':
      case ',': {
        const find = this.lastFind;
        if (!find) return undefined;
        const turned = { f: 'F', F: 'f', t: 'T', T: 't' } as const;
        return this.sought(c === ';' ? find.name : turned[find.name], find.char, count);
      }
      default:
        return undefined;
    }
  }

  private repeat(count: number, step: (from: number) => number): number {
    let at = this.at;
    for (let left = count; left > 0; left--) at = step(at);
    return at;
  }

  private wordAfter(chars: readonly string[], from: number, big: boolean): number {
    let at = from;
    const kind = kindOf(chars[at], big);
    if (kind !== 'blank') while (at < chars.length && kindOf(chars[at], big) === kind) at++;
    while (at < chars.length && kindOf(chars[at], big) === 'blank') at++;
    return at;
  }

  private wordBefore(chars: readonly string[], from: number, big: boolean): number {
    let at = from;
    while (at > 0 && kindOf(chars[at - 1], big) === 'blank') at--;
    const kind = kindOf(chars[at - 1], big);
    while (at > 0 && kindOf(chars[at - 1], big) === kind) at--;
    return at;
  }

  private wordEnd(chars: readonly string[], from: number, big: boolean): number {
    let at = from + 1;
    while (at < chars.length && kindOf(chars[at], big) === 'blank') at++;
    const kind = kindOf(chars[at], big);
    while (at + 1 < chars.length && kindOf(chars[at + 1], big) === kind) at++;
    return Math.min(at, Math.max(0, chars.length - 1));
  }

  /** The bracket that belongs to the next one on the line. */
  private partner(chars: readonly string[], from: number): Target | undefined {
    const at = chars.findIndex((c, i) => i >= from && BRACKETS.includes(c));
    if (at < 0) return undefined;
    const place = BRACKETS.indexOf(chars[at] as string);
    const [own, other, by] = [BRACKETS[place], BRACKETS[place ^ 1], place % 2 === 0 ? 1 : -1];
    let depth = 0;
    for (let i = at; i >= 0 && i < chars.length; i += by) {
      if (chars[i] === own) depth++;
      if (chars[i] === other && --depth === 0) return { at: i, inclusive: true };
    }
    return undefined;
  }

  /** Goes where a motion leads, or lets the operator have what lies between. */
  private follow({ at, inclusive }: Target): ViAnswer {
    const { operator } = this;
    if (!operator) {
      this.move(at);
      return this.done();
    }
    const [from, to] = at < this.at ? [at, inclusive ? this.at + 1 : this.at] : [this.at, inclusive ? at + 1 : at];
    return this.act(operator.name, from, to);
  }

  private act(name: Operator, from: number, to: number): ViAnswer {
    if (name === 'y') {
      this.register = this.chars.slice(from, to).join('');
      this.move(from);
      return this.done();
    }
    this.remove(from, to);
    return name === 'c' ? this.insertAt(from) : this.changed();
  }

  /** Deletes characters into the register. */
  private remove(from: number, to: number): void {
    const taken = this.chars.slice(from, to).join('');
    if (taken === '') return;
    this.register = taken;
    this.buffer.splice(this.offset(from), this.offset(to), '');
    this.move(from);
  }

  private edit(c: string): ViAnswer {
    const { at, chars } = this;
    const count = this.number;
    switch (c) {
      case 'd':
      case 'c':
      case 'y':
        this.operator = { name: c, count: this.count };
        this.count = '';
        return 'used';
      case 'i':
        return this.insertAt(at);
      case 'a':
        return this.insertAt(Math.min(at + 1, chars.length));
      case 'I':
        return this.insertAt(0);
      case 'A':
        return this.insertAt(chars.length);
      case 'R':
        this.mode = 'replace';
        this.inserting = true;
        return 'used';
      case 's':
        return this.act('c', at, at + count);
      case 'S':
        return this.act('c', 0, chars.length);
      case 'C':
        return this.act('c', at, chars.length);
      case 'D':
        return this.act('d', at, chars.length);
      case 'Y':
        return this.act('y', at, chars.length);
      case 'x':
        return this.act('d', at, at + count);
      case 'X':
        return this.act('d', Math.max(0, at - count), at);
      case 'p':
      case 'P': {
        const place = c === 'p' ? Math.min(at + 1, chars.length) : at;
        const text = this.register.repeat(count);
        this.buffer.splice(this.offset(place), this.offset(place), text);
        this.move(place + graphemes(text).length - 1);
        return this.changed();
      }
      case '~': {
        const turned = chars.slice(at, at + count).map((one) => (one === one.toUpperCase() ? one.toLowerCase() : one.toUpperCase()));
        this.buffer.splice(this.offset(at), this.offset(at + count), turned.join(''));
        this.move(at + count);
        return this.changed();
      }
      case 'u':
        this.buffer.undo();
        this.move(this.at);
        return this.done();
      case 'U':
        for (let text: string | undefined; text !== this.buffer.text; ) {
          text = this.buffer.text;
          this.buffer.undo();
        }
        this.move(0);
        return this.done();
      case '.':
        return this.again();
      case 'k':
      case '-':
        this.forget();
        return { do: 'walk', by: -count };
      case 'j':
      case '+':
        this.forget();
        return { do: 'walk', by: count };
      case 'G':
        this.forget();
        return { do: 'walk', by: Number.POSITIVE_INFINITY };
      case '/':
      case '?':
        this.forget();
        this.search = { backward: c === '/', text: '' };
        return 'used';
      case 'n':
      case 'N':
        this.forget();
        if (!this.lastSearch) return 'used';
        return { do: 'find', text: this.lastSearch.text, backward: this.lastSearch.backward === (c === 'n') };
      case '#':
        this.forget();
        return { do: 'comment' };
      default:
        return this.done();
    }
  }

  private insertAt(at: number): ViAnswer {
    this.mode = 'insert';
    this.inserting = true;
    this.move(at);
    this.count = '';
    this.operator = undefined;
    return 'used';
  }

  private done(): ViAnswer {
    this.forget();
    return 'used';
  }

  private changed(): ViAnswer {
    if (!this.replaying) this.lastChange = this.keys;
    return this.done();
  }

  /** `.`: the last change once more. */
  private again(): ViAnswer {
    this.forget();
    this.replaying = true;
    for (const key of this.lastChange) this.press(key);
    this.replaying = false;
    return this.done();
  }

  /** The editor has put another line in place: the cursor is on its first character. */
  walked(): void {
    if (this.mode === 'command') this.move(0);
  }

  /** A named key of the emacs mode has moved the cursor. */
  settled(): void {
    if (this.mode === 'command') this.move(this.at);
  }
}

/** The vi mode's part in a key; `unused`: it has none. */
export function* pressInVi(editor: Editor, vi: Vi, key: Key): Sys<Ending | 'used' | 'unused'> {
  // Escape and the next key come as one where they are pressed quickly.
  const quick = key.kind === 'key' ? /^M-(.)$/u.exec(key.name)?.[1] : undefined;
  if (quick !== undefined) {
    vi.press({ kind: 'key', name: 'escape' });
    return yield* pressInVi(editor, vi, { kind: 'text', text: quick });
  }
  const answer = vi.press(key);
  if (typeof answer === 'string') return answer;
  const { history } = editor.shell;
  switch (answer.do) {
    case 'enter':
      yield* editor.finish();
      return { line: editor.buffer.text };
    case 'comment':
      return (yield* editor.pressOwn({ kind: 'key', name: 'M-#' })) ?? 'used';
    case 'walk':
      editor.walk(Number.isFinite(answer.by) ? answer.by : history.length - editor.place);
      break;
    case 'find': {
      const by = answer.backward ? -1 : 1;
      let to = editor.place + by;
      while (to >= 0 && to < history.length && !history[to]?.includes(answer.text)) to += by;
      if (to >= 0 && to < history.length) editor.walk(to - editor.place);
      else yield* write(1, '\x07');
    }
  }
  vi.walked();
  return 'used';
}
