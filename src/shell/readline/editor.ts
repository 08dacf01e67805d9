/** Reads one line from a terminal in raw mode, with all of readline's usual keys. */
import { SysError } from '../../kernel/error.ts';
import { load, read, tty, write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { Candidate } from '../completers.ts';
import type { Completion } from '../completion.ts';
import { lateCode } from '../late.ts';
import type { Shell } from '../shell.ts';
import type { Bound } from './bindings.ts';
import { LineBuffer } from './buffer.ts';
import { type Key, KeyReader } from './keys.ts';
import { insertion, listing } from './listing.ts';
import { Screen } from './screen.ts';
import type { Vi } from './vi.ts';

/** How a line ended: Enter, Ctrl-C, or Ctrl-D on an empty line (also: the terminal is gone). */
export type Ending = { readonly line: string } | 'interrupted' | 'end';

const ASK_ABOVE = 100;
/** Stands behind an offered line: the key that takes it. */
const TAKEN_BY = '   ⇥ Tab';

interface Search {
  query: string;
  /** The line that is shown and the place in it: the history's, or behind it the one that was being typed. */
  at: number;
  offset: number;
  found: boolean;
  forward: boolean;
  readonly before: string;
}

export class Editor {
  readonly shell: Shell;
  private readonly tell: ((line: string) => Sys<void>) | undefined;
  private readonly reader = new KeyReader();
  readonly buffer = new LineBuffer();
  private readonly screen = new Screen();
  /** Keys read and not yet used: text pasted behind an Enter belongs to the next line. */
  keys: Key[] = [];
  private prompt = '';
  private size = { columns: 80, rows: 24 };
  /** How many characters the terminal has shown when nobody else writes to it. */
  private written = -1;
  private spoken = false;
  /** Place in the history; its length: the new line. */
  place = 0;
  private readonly edited = new Map<number, string>();
  private search: Search | undefined;
  /** What was last searched for: Ctrl-R twice looks for it again. */
  private sought = '';
  lastKey = '';
  private suggestion = '';
  private lastArgument = { at: 0, length: 0 };
  /** While `set -o vi` is on. */
  private vi: Vi | undefined;
  /** For the functions of `bindings.ts`: what they go on with. */
  readonly bound: Bound = { macros: 0, prefix: '' };

  /** @param tell is told the line whenever it is drawn */
  constructor(shell: Shell, tell?: (line: string) => Sys<void>) {
    this.shell = shell;
    this.tell = tell;
  }

  /** Reads a line behind the prompt. `suggestion` is offered in grey while the line is empty. */
  *read(prompt: string, suggestion = ''): Sys<Ending> {
    this.prompt = prompt;
    this.suggestion = suggestion;
    this.buffer.set('');
    this.edited.clear();
    this.place = this.shell.history.length;
    this.search = undefined;
    this.screen.reset();
    yield* tty({ set: 'raw' });
    if (!this.shell.options.has('vi')) this.vi = undefined;
    else this.vi ??= new (yield* load(lateCode.vi)).Vi(this.buffer);
    this.vi?.reset();
    this.shell.onSignal = (signal) => signal === 'SIGWINCH';
    try {
      // What ended without a new line stays; the prompt, drawn from the first column on, begins the next.
      const { inLine } = yield* tty({ get: 'size' });
      yield* write(1, `${inLine ? '\n' : ''}\x1b[?2004h`);
      yield* this.draw();
      return yield* this.loop();
    } finally {
      this.shell.onSignal = undefined;
    }
  }

  /** Puts the terminal back for programs; call after every `read`. */
  *release(): Sys<void> {
    yield* write(1, '\x1b[?2004l');
    yield* tty({ set: 'cooked' });
  }

  private *loop(): Sys<Ending> {
    for (;;) {
      const key = this.keys.shift();
      if (key) {
        const ending = yield* this.press(key);
        if (ending) return ending;
        this.vi?.settled();
        if (this.keys.length === 0) yield* this.draw();
        continue;
      }
      const chunk = yield* this.input();
      if (chunk === null) return 'end';
      this.bound.macros = 0;
      this.keys.push(...this.reader.push(chunk));
    }
  }

  private *input(): Sys<string | null> {
    for (;;) {
      try {
        return yield* read(0);
      } catch (error) {
        if (!(error instanceof SysError) || error.signal !== 'SIGWINCH') throw error;
        yield* this.draw();
      }
    }
  }

  private get hint(): string {
    const { text, cursor } = this.buffer;
    if (this.search || cursor < text.length) return '';
    if (text === '') return this.suggestion === '' ? '' : `${this.suggestion}${TAKEN_BY}`;
    if (this.spoken || text.includes('\n')) return '';
    if (this.suggestion.startsWith(text)) return this.suggestion.slice(text.length);
    const line = this.shell.history.findLast((one) => one.length > text.length && one.startsWith(text) && !one.includes('\n'));
    return line?.slice(text.length) ?? '';
  }

  private *draw(final = false): Sys<void> {
    // Asked each time: who resizes a window while the shell is not reading is not heard.
    const { columns, rows, written, spoken } = yield* tty({ get: 'size' });
    this.spoken = spoken;
    this.size = { columns, rows };
    if (written !== this.written) this.screen.disturb();
    const { text, cursor } = this.buffer;
    const { search } = this;
    const searching = search && `(${search.found ? '' : 'failed '}${search.forward ? '' : 'reverse-'}i-search)\`${search.query}': `;
    const asked = final ? undefined : this.vi?.prompt;
    const frame =
      asked === undefined
        ? { prompt: searching ?? this.prompt, text, cursor: final ? text.length : cursor, hint: final ? '' : this.hint }
        : { prompt: asked, text: '', cursor: 0, hint: '' };
    const change = this.screen.draw(frame, columns, rows);
    this.written = written + change.length;
    if (change !== '') yield* write(1, change);
    if (this.tell) yield* this.tell(final ? '' : text);
  }

  /** Leaves the drawn line behind and goes to a new row. */
  *finish(mark = ''): Sys<void> {
    this.search = undefined;
    yield* this.draw(true);
    yield* write(1, `${mark}\r\n`);
    this.screen.reset();
  }

  private *press(key: Key): Sys<Ending | undefined> {
    if (this.vi && !this.search) {
      const ending = yield* (yield* load(lateCode.vi)).pressInVi(this, this.vi, key);
      if (ending !== 'unused') return ending === 'used' ? undefined : ending;
    }
    const binding = this.search || key.kind === 'paste' ? undefined : this.shell.bindings.get(key.kind === 'key' ? key.name : key.text);
    if (!binding) return yield* this.pressOwn(key);
    return yield* (yield* load(lateCode.bindings)).pressBound(this, binding);
  }

  *pressOwn(key: Key): Sys<Ending | undefined> {
    const before = this.lastKey;
    this.lastKey = key.kind === 'key' ? key.name : key.kind;
    if (this.search && (yield* this.pressInSearch(key))) return undefined;
    const { buffer } = this;
    if (key.kind !== 'key') {
      buffer.insert(key.text);
      return undefined;
    }
    switch (key.name) {
      case 'enter':
      case 'C-m':
      case 'C-j':
        yield* this.finish();
        return { line: buffer.text };
      case 'C-c':
        yield* this.finish('^C');
        return 'interrupted';
      case 'C-d':
        if (buffer.text !== '') break;
        yield* this.finish();
        return 'end';
      case 'C-u':
        // Ctrl-X Ctrl-U, readline's other key for it.
        if (before !== 'C-x') break;
        buffer.undo();
        return undefined;
      case 'M-?':
      case 'M-t':
      case 'M-\\':
        yield* (yield* load(lateCode.bindings)).runFunction(this, key.name);
        return undefined;
      case 'C-l':
        yield* write(1, '\x1b[H\x1b[2J');
        this.screen.reset();
        return undefined;
      case 'up':
      case 'C-p':
        if (!buffer.vertical(-1)) this.walk(-1);
        return undefined;
      case 'down':
      case 'C-n':
        if (!buffer.vertical(1)) this.walk(1);
        return undefined;
      case 'M-<':
        this.walk(-this.place);
        return undefined;
      case 'M->':
        this.walk(this.shell.history.length - this.place);
        return undefined;
      case 'C-r':
      case 'C-s': {
        const [forward, offset] = [key.name === 'C-s', buffer.cursor];
        this.search = { query: '', at: this.place, offset, found: true, forward, before: buffer.text };
        return undefined;
      }
      case 'M-#':
        buffer.set(`#${buffer.text}`);
        yield* this.finish();
        return { line: buffer.text };
      case 'M-r':
        buffer.set(this.shell.history[this.place] ?? '');
        return undefined;
      case 'M-.':
      case 'M-_':
        this.insertLastArgument(before);
        return undefined;
      case 'tab':
        yield* this.tab(before === 'tab' || this.shell.settings.get('show-all-if-ambiguous') === 'on');
        return undefined;
      case 'right':
      case 'C-f':
      case 'end':
      case 'C-e':
        if (this.acceptHint()) return undefined;
        break;
      case 'C-right':
      case 'M-f':
        if (this.acceptHint(true)) return undefined;
        break;
    }
    buffer.edit(key.name);
    return undefined;
  }

  /** Takes the grey text (or its next word); false when there is none. */
  private acceptHint(word = false): boolean {
    const hint = this.hint;
    if (hint === '') return false;
    const offered = this.buffer.text === '' ? this.suggestion : hint;
    this.buffer.insert(word ? (/^\s*\S+/.exec(offered)?.[0] ?? offered) : offered);
    return true;
  }

  walk(by: number): void {
    const { history } = this.shell;
    const to = this.place + by;
    if (to < 0 || to > history.length || by === 0) return;
    this.edited.set(this.place, this.buffer.text);
    this.place = to;
    this.buffer.set(this.edited.get(to) ?? history[to] ?? '');
  }

  private insertLastArgument(before: string): void {
    const { history } = this.shell;
    const again = before === 'M-.' || before === 'M-_';
    const at = (again ? this.lastArgument.at : history.length) - 1;
    const line = history[at];
    if (line === undefined) return;
    const word = line.match(/(?:"(?:\\.|[^"])*"|'[^']*'|\\.|[^\s"'])+/g)?.at(-1) ?? '';
    this.buffer.replaceBefore(this.buffer.cursor - (again ? this.lastArgument.length : 0), word);
    this.lastArgument = { at, length: word.length };
  }

  /** True when the key was used by the search; other keys end it and do what they do. */
  private *pressInSearch(key: Key): Sys<boolean> {
    const search = this.search as NonNullable<typeof this.search>;
    const { history } = this.shell;
    const lines = [...history, search.before];
    // The nearest match in the direction of the search, from a place on: in the same line first.
    const look = (at: number, offset: number): void => {
      const { query, forward } = search;
      this.sought = query;
      for (let place = at; place >= 0 && place < lines.length; place += forward ? 1 : -1) {
        const line = lines[place] as string;
        const from = place === at ? offset : forward ? 0 : line.length;
        const found = from < 0 ? -1 : forward ? line.indexOf(query, from) : line.lastIndexOf(query, from);
        if (found < 0) continue;
        Object.assign(search, { at: place, offset: found, found: true });
        this.buffer.set(line, found);
        this.place = place;
        return;
      }
      search.found = false;
    };
    if (key.kind !== 'key') {
      search.query += key.text.replace(/\n/g, '');
      look(search.at, search.offset);
      return true;
    }
    switch (key.name) {
      case 'C-r':
      case 'C-s':
        search.forward = key.name === 'C-s';
        if (search.query === '') search.query = this.sought;
        if (search.query !== '') look(search.at, search.offset + (search.forward ? 1 : -1));
        return true;
      case 'backspace':
        search.query = search.query.slice(0, -1);
        if (search.query === '') this.buffer.set(search.before);
        else look(search.forward ? 0 : history.length, search.forward ? 0 : search.before.length);
        return true;
      case 'C-g':
        this.buffer.set(search.before);
        this.place = history.length;
        this.search = undefined;
        return true;
      default:
        this.search = undefined;
        return key.name === 'escape' || key.name === 'tab';
    }
  }

  private *tab(again: boolean): Sys<void> {
    const { buffer } = this;
    if (buffer.text === '' && this.suggestion !== '') {
      this.acceptHint();
      return;
    }
    if (buffer.text.slice(0, buffer.cursor).trim() === '') return;
    const completion = yield* this.completion();
    if (!completion) return;
    const typed = buffer.text.slice(completion.start, buffer.cursor);
    const inserted = insertion(completion, typed);
    if (inserted !== undefined && inserted !== typed) {
      buffer.replaceBefore(completion.start, inserted);
      this.lastKey = ''; // a list is for who gets no further
    } else if (again && completion.candidates.length > 1) {
      yield* this.list(completion.candidates);
    } else if (completion.candidates.length !== 1) {
      yield* write(1, '\x07');
    }
  }

  *completion(): Sys<Completion | undefined> {
    const { text, cursor } = this.buffer;
    try {
      return yield* (yield* load(lateCode.completion)).complete(this.shell, text.slice(0, cursor));
    } catch (error) {
      // Whatever went wrong, a key press must not end the shell.
      if (!(error instanceof SysError)) throw error;
      return undefined;
    }
  }

  *list(candidates: readonly Candidate[]): Sys<void> {
    yield* this.finish();
    if (candidates.length > ASK_ABOVE) {
      yield* write(1, `Display all ${candidates.length} possibilities? (y or n)`);
      const answer = yield* this.oneKey();
      yield* write(1, '\r\n');
      if (!answer) return;
    }
    yield* write(1, listing(candidates, this.size.columns));
  }

  private *oneKey(): Sys<boolean> {
    for (;;) {
      const key = this.keys.shift();
      if (!key) {
        const chunk = yield* this.input();
        if (chunk === null) return false;
        this.keys.push(...this.reader.push(chunk));
      } else if (key.kind === 'text' && /^[yY ]/.test(key.text)) return true;
      else if (key.kind === 'key' ? ['tab', 'enter'].includes(key.name) : /^[nN]/.test(key.text)) return key.kind === 'key';
      else if (key.kind === 'key' && ['C-c', 'C-g', 'backspace', 'escape'].includes(key.name)) return false;
    }
  }
}
