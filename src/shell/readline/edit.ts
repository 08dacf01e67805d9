/** One line, edited with readline's emacs keys on a raw terminal. */
import { files, read, tty, write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { Shell } from '../shell.ts';
import { columns } from './interact.ts';

export type Line = { readonly kind: 'line'; readonly text: string } | { readonly kind: 'interrupt' } | { readonly kind: 'end' };

/** Keys that came in behind the last line's Enter: a paste of many lines. */
const waiting = new WeakMap<Shell, string>();

interface State {
  text: string;
  at: number;
  history: number;
  kept: string;
  /** Screen row of the cursor, from the prompt's. */
  row: number;
}

/** Reads a line. Ctrl-C gives `interrupt`, Ctrl-D on an empty line `end`. */
export function* editLine(prompt: string, shell: Shell): Sys<Line> {
  const state: State = { text: '', at: 0, history: shell.history.length, kept: '', row: 0 };
  yield* tty({ set: 'raw' });
  try {
    yield* draw(prompt, state);
    for (;;) {
      const given = waiting.get(shell) ?? '';
      waiting.delete(shell);
      const input = given !== '' ? given : yield* read(0);
      if (input === null) return { kind: 'end' };
      for (let rest = input; rest !== ''; ) {
        const key = nextKey(rest);
        rest = rest.slice(key.length);
        if (key === '\r' || key === '\n') {
          state.at = state.text.length;
          yield* draw(prompt, state);
          yield* write(1, '\n');
          if (rest !== '') waiting.set(shell, rest);
          return { kind: 'line', text: state.text };
        }
        if (key === '\x03') {
          yield* write(1, '^C\n');
          return { kind: 'interrupt' };
        }
        if (key === '\x04' && state.text === '') return { kind: 'end' };
        if (key === '\x0c') {
          state.row = 0;
          yield* write(1, '\x1b[H\x1b[2J');
        } else if (key === '\t') yield* complete(state, shell);
        else apply(key, state, shell);
      }
      yield* draw(prompt, state);
    }
  } finally {
    // Runs also when the shell is killed, where no call can be made: then the terminal is gone too.
    yield* tty({ set: 'cooked' });
  }
}

/** The first key of what came: an escape sequence, or one character. */
function nextKey(text: string): string {
  return /^\x1b(?:\[[\d;]*[~A-Za-z]|O[A-Z]|.)?/.exec(text)?.[0] ?? (/^[^]/u.exec(text) as RegExpExecArray)[0];
}

const MOVES: Readonly<Record<string, (state: State) => number>> = {
  '\x1b[D': ({ at }) => at - 1,
  '\x02': ({ at }) => at - 1,
  '\x1b[C': ({ at }) => at + 1,
  '\x06': ({ at }) => at + 1,
  '\x1b[H': () => 0,
  '\x01': () => 0,
  '\x1b[F': ({ text }) => text.length,
  '\x05': ({ text }) => text.length,
  '\x1bb': ({ text, at }) => wordStart(text, at),
  '\x1b[1;5D': ({ text, at }) => wordStart(text, at),
  '\x1bf': ({ text, at }) => wordEnd(text, at),
  '\x1b[1;5C': ({ text, at }) => wordEnd(text, at),
};

function wordStart(text: string, at: number): number {
  return at - (/\w*\W*$/.exec(text.slice(0, at))?.[0].length ?? 0);
}

function wordEnd(text: string, at: number): number {
  return at + (/^\W*\w*/.exec(text.slice(at))?.[0].length ?? 0);
}

function apply(key: string, state: State, shell: Shell): void {
  const move = MOVES[key];
  if (move) state.at = Math.max(0, Math.min(state.text.length, move(state)));
  else if (key === '\x7f' || key === '\b') cutFrom(state, state.at - ([...state.text.slice(0, state.at)].pop()?.length ?? 0), state.at);
  else if (key === '\x1b[3~' || key === '\x04') cutFrom(state, state.at, state.at + 1);
  else if (key === '\x15') cutFrom(state, 0, state.at);
  else if (key === '\x0b') cutFrom(state, state.at, state.text.length);
  else if (key === '\x17') cutFrom(state, state.at - (/\S*\s*$/.exec(state.text.slice(0, state.at))?.[0].length ?? 0), state.at);
  else if (key === '\x1b[A' || key === '\x10') recall(state, shell, -1);
  else if (key === '\x1b[B' || key === '\x0e') recall(state, shell, 1);
  else if (key >= ' ' && !key.startsWith('\x1b')) {
    state.text = state.text.slice(0, state.at) + key + state.text.slice(state.at);
    state.at += key.length;
  }
}

function cutFrom(state: State, from: number, to: number): void {
  state.text = state.text.slice(0, Math.max(0, from)) + state.text.slice(to);
  state.at = Math.max(0, from);
}

function recall(state: State, { history }: Shell, by: number): void {
  const next = state.history + by;
  if (next < 0 || next > history.length) return;
  if (state.history === history.length) state.kept = state.text;
  state.history = next;
  state.text = next === history.length ? state.kept : (history[next] as string);
  state.at = state.text.length;
}

/** Completes the word before the cursor: a program at the start of a command, a file elsewhere. */
function* complete(state: State, shell: Shell): Sys<void> {
  const before = state.text.slice(0, state.at);
  const word = /[^\s;&|()]*$/.exec(before)?.[0] ?? '';
  const command = /(?:^|[;&|(])\s*$/.test(before.slice(0, before.length - word.length));
  const folder = word.slice(0, word.lastIndexOf('/') + 1);
  const found = yield* files((fs, cwd) => {
    if (command && folder === '') return [...shell.process.machine.programNames()];
    const path = fs.resolve(cwd, folder === '' ? '.' : folder);
    return fs.isDirectory(path) ? fs.list(path).map((name) => `${folder}${name}${fs.isDirectory(fs.resolve(path, name)) ? '/' : ''}`) : [];
  });
  const matches = found.filter((name) => name.startsWith(word)).sort();
  const [first] = matches;
  if (first === undefined) return;
  let common = first;
  for (const name of matches) while (!name.startsWith(common)) common = common.slice(0, -1);
  const added = common.slice(word.length) + (matches.length === 1 && !common.endsWith('/') ? ' ' : '');
  state.text = before + added + state.text.slice(state.at);
  state.at += added.length;
}

/** Draws prompt and line again and puts the cursor where it belongs, over as many rows as it takes. */
function* draw(prompt: string, state: State): Sys<void> {
  const width = yield* columns();
  const lead = widthOf(prompt.replace(/\x1b\[[\d;]*m/g, ''));
  const total = lead + widthOf(state.text);
  const cursor = lead + widthOf(state.text.slice(0, state.at));
  const up = state.row > 0 ? `\x1b[${state.row}A` : '';
  // A line that just fills its row: the cursor stands at the start of the next one.
  const wrap = total > 0 && total % width === 0 ? ' \r\x1b[K' : '';
  const back = Math.floor(total / width) - Math.floor(cursor / width);
  const column = cursor % width;
  yield* write(1, `${up}\r\x1b[J${prompt}${state.text}${wrap}${back > 0 ? `\x1b[${back}A` : ''}\r${column > 0 ? `\x1b[${column}C` : ''}`);
  state.row = Math.floor(cursor / width);
}

/** Columns that a text takes: East Asian wide characters and emoji take two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    width +=
      code < 0x300
        ? 1
        : /\p{M}/u.test(character)
          ? 0
          : code >= 0x1100 &&
              /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\uff00-\uff60\u3000-\u303f]|\p{Emoji_Presentation}/u.test(character)
            ? 2
            : 1;
  }
  return width;
}
