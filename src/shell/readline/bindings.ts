/** Keys that `bind` and ~/.inputrc give another meaning: reading them, listing what keys do, and the functions that few keys have. */
import { files, write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { Completion } from '../completion.ts';
import type { Shell } from '../shell.ts';
import type { Editor, Ending } from './editor.ts';
import { KeyReader } from './keys.ts';
import { insertion } from './listing.ts';

/** What a key was bound to: a function of readline by its name, or a text as if typed. */
export type Binding = { readonly run: string } | { readonly type: string };

/** Keys bound to others that are bound, one behind the other, before they are taken for a circle. */
const MACRO_DEPTH = 100;

/** What bound functions go on with from one key to the next. */
export interface Bound {
  /** Texts of bound keys since something was last typed. */
  macros: number;
  /** What history-search-backward and -forward look for: the text before the cursor when the first of them was pressed. */
  prefix: string;
  /** menu-complete under way: what it goes through, and where it is. */
  menu?: { readonly completion: Completion; readonly typed: string; at: number };
}

/** The functions that are the meaning of a key here, by that key. */
export const FUNCTIONS: Readonly<Record<string, string>> = {
  abort: 'C-g',
  'accept-line': 'enter',
  'backward-char': 'C-b',
  'backward-delete-char': 'backspace',
  'backward-kill-word': 'M-backspace',
  'backward-word': 'M-b',
  'beginning-of-history': 'M-<',
  'beginning-of-line': 'C-a',
  'capitalize-word': 'M-c',
  'clear-screen': 'C-l',
  complete: 'tab',
  'delete-char': 'C-d',
  'delete-horizontal-space': 'M-\\',
  'downcase-word': 'M-l',
  'end-of-history': 'M->',
  'end-of-line': 'C-e',
  'forward-char': 'C-f',
  'forward-search-history': 'C-s',
  'forward-word': 'M-f',
  'insert-comment': 'M-#',
  'insert-last-argument': 'M-_',
  'kill-line': 'C-k',
  'kill-word': 'M-d',
  'next-history': 'C-n',
  'possible-completions': 'M-?',
  'previous-history': 'C-p',
  'reverse-search-history': 'C-r',
  'revert-line': 'M-r',
  'transpose-chars': 'C-t',
  'transpose-words': 'M-t',
  undo: 'C-_',
  'unix-line-discard': 'C-u',
  'unix-word-rubout': 'C-w',
  'upcase-word': 'M-u',
  yank: 'C-y',
  'yank-last-arg': 'M-.',
  'yank-pop': 'M-y',
};

/** Functions that no key has unless it is bound. */
export const UNBOUND: readonly string[] = [
  'backward-kill-line',
  'history-search-backward',
  'history-search-forward',
  'kill-whole-line',
  'menu-complete',
  'menu-complete-backward',
];

const isFunction = (name: string): boolean => Object.hasOwn(FUNCTIONS, name) || UNBOUND.includes(name);

const SETTING = /^set\s+([\w-]+)(?:\s+(\S+))?/;

const ESCAPES: Readonly<Record<string, string>> = { e: '\x1b', a: '\x07', b: '\b', d: '\x7f', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** `\C-a`, `\e[A`, `\M-x` as the characters that a terminal sends. */
function sequence(text: string): string {
  return text.replace(
    /\\(?:C-(?:\\?(.))|M-(.)|([0-7]{1,3})|x([\da-fA-F]{1,2})|(.))/g,
    (_all, control?: string, meta?: string, octal?: string, hex?: string, other?: string) => {
      if (control !== undefined) return control === '?' ? '\x7f' : String.fromCharCode(control.toUpperCase().charCodeAt(0) & 31);
      if (meta !== undefined) return `\x1b${meta}`;
      if (octal !== undefined || hex !== undefined)
        return String.fromCharCode(Number.parseInt((octal ?? hex) as string, octal === undefined ? 16 : 8));
      return ESCAPES[other as string] ?? (other as string);
    },
  );
}

/** `Control-x`, `Meta-Rubout`, as inputrc may name keys. */
function named(text: string): string {
  const [, before = '', last = ''] = /^((?:(?:control|c|meta|m)-)*)(.+)$/i.exec(text) ?? [];
  const whole: Readonly<Record<string, string>> = {
    rubout: '\x7f',
    del: '\x7f',
    escape: '\x1b',
    esc: '\x1b',
    lfd: '\n',
    newline: '\n',
    return: '\r',
    ret: '\r',
    space: ' ',
    spc: ' ',
    tab: '\t',
  };
  let out = whole[last.toLowerCase()] ?? last[0] ?? '';
  if (/(?:control|c)-/i.test(before)) out = String.fromCharCode(out.toUpperCase().charCodeAt(0) & 31);
  return /(?:meta|m)-/i.test(before) ? `\x1b${out}` : out;
}

/** The name that the editor has for what such characters come in as; undefined for more than one key. */
function keyOf(characters: string): string | undefined {
  const [key, ...more] = new KeyReader().push(characters);
  if (!key || more.length > 0) return undefined;
  return key.kind === 'key' ? key.name : key.text.length === 1 ? key.text : undefined;
}

/** What the lines are read into: a shell. */
interface Keys {
  readonly bindings: Map<string, Binding>;
  readonly settings: Map<string, string>;
  readonly options: Set<string>;
}

/** Reads lines of `bind` or of an inputrc; what is wrong with them. */
export function readLines(lines: readonly string[], into: Keys): string[] {
  return lines.map((line) => readLine(line, into)).filter((problem) => problem !== '');
}

/** Settings without an effect here are kept all the same: they do no harm, and `bind -v` shows them. */
function set(name: string, value: string, { settings, options }: Keys): void {
  settings.set(name.toLowerCase(), value.toLowerCase());
  if (name !== 'editing-mode' || !/^(?:vi|emacs)$/.test(value)) return;
  options.delete(value === 'vi' ? 'emacs' : 'vi');
  options.add(value);
}

function readLine(line: string, into: Keys): string {
  const text = line.trim();
  if (text === '' || /^[#$]/.test(text)) return '';
  const setting = SETTING.exec(text);
  if (setting) {
    set(setting[1] as string, setting[2] ?? 'on', into);
    return '';
  }
  const match = /^(?:"((?:\\.|[^"\\])*)"|([^\s:"]+))\s*:\s*(.*)$/.exec(text);
  if (!match) return `${text}: unknown key binding`;
  const [, quoted, name, meaning = ''] = match;
  const key = keyOf(quoted === undefined ? named(name as string) : sequence(quoted));
  if (key === undefined) return `\`${quoted ?? name}': several keys cannot be bound together here`;
  const macro = /^(["'])(.*)\1/.exec(meaning);
  const run = meaning.split(/\s/)[0] as string;
  if (macro) into.bindings.set(key, { type: sequence(macro[2] as string) });
  else if (isFunction(run)) into.bindings.set(key, { run });
  else return `\`${run}': unknown function name`;
  return '';
}

/** Names of all functions, as `bind -l` lists them. */
export const functionNames = (): string[] => [...Object.keys(FUNCTIONS), ...UNBOUND].sort();

/** A key as `bind -p` writes it. */
function written(key: string): string {
  const special: Readonly<Record<string, string>> = {
    enter: '\\C-m',
    tab: '\\C-i',
    backspace: '\\C-?',
    up: '\\e[A',
    down: '\\e[B',
    right: '\\e[C',
    left: '\\e[D',
    home: '\\e[H',
    end: '\\e[F',
    'S-tab': '\\e[Z',
    delete: '\\e[3~',
    'M-backspace': '\\e\\C-?',
    'M-\\': '\\e\\\\',
  };
  return special[key] ?? (key.startsWith('M-') ? `\\e${key.slice(2)}` : key.startsWith('C-') ? `\\${key}` : key);
}

/** Which keys have each function: those bound, and the function's own key where that has no other meaning. */
export function keysOf(name: string, bindings: ReadonlyMap<string, Binding>): string[] {
  const bound = [...bindings].filter(([, binding]) => 'run' in binding && binding.run === name).map(([key]) => key);
  const own = FUNCTIONS[name];
  return (own === undefined || bindings.has(own) || bound.includes(own) ? bound : [own, ...bound]).map((key) => `"${written(key)}"`);
}

/** Does what a key is bound to. */
export function* pressBound(editor: Editor, binding: Binding): Sys<Ending | undefined> {
  if ('type' in binding) {
    if (++editor.bound.macros <= MACRO_DEPTH) editor.keys.unshift(...new KeyReader().push(binding.type));
    return undefined;
  }
  const own = FUNCTIONS[binding.run];
  if (own !== undefined) return yield* editor.pressOwn({ kind: 'key', name: own });
  yield* runFunction(editor, binding.run);
  editor.lastKey = binding.run;
  return undefined;
}

/** Functions that a key only has once it is bound to them, by name, and those of rare keys. */
export function* runFunction(editor: Editor, name: string): Sys<void> {
  const { buffer } = editor;
  switch (name) {
    case 'history-search-backward':
    case 'history-search-forward':
      return yield* searchPrefix(editor, name.endsWith('backward') ? -1 : 1);
    case 'menu-complete':
    case 'menu-complete-backward':
      return yield* menuComplete(editor, name.endsWith('backward') ? -1 : 1);
    case 'kill-whole-line':
      buffer.edit('C-a');
      buffer.edit('C-k');
      return;
    case 'backward-kill-line':
      buffer.edit('C-u');
      return;
    case 'M-?': {
      const completion = yield* editor.completion();
      if (completion && completion.candidates.length > 0) yield* editor.list(completion.candidates);
      return;
    }
    case 'M-t':
      return transposeWords(editor);
    case 'M-\\': {
      const { text, cursor } = buffer;
      const [before = ''] = /[ \t]*$/.exec(text.slice(0, cursor)) ?? [];
      const [behind = ''] = /^[ \t]*/.exec(text.slice(cursor)) ?? [];
      buffer.splice(cursor - before.length, cursor + behind.length, '');
      buffer.cursor = cursor - before.length;
    }
  }
}

/** The word before the cursor and the one at it or behind it change places. */
function transposeWords({ buffer }: Editor): void {
  const { text, cursor } = buffer;
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    word: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
  const at = words.findIndex(({ to }) => to > cursor);
  const second = at < 0 ? words.length - 1 : at;
  const [one, two] = [words[second - 1], words[second]];
  if (!one || !two) return;
  buffer.splice(one.from, two.to, two.word + text.slice(one.to, two.from) + one.word);
  buffer.cursor = two.to;
}

/** To the next line of the history that begins with what stands before the cursor. */
function* searchPrefix(editor: Editor, by: 1 | -1): Sys<void> {
  const { buffer, bound } = editor;
  const { history } = editor.shell;
  if (!editor.lastKey.startsWith('history-search-')) bound.prefix = buffer.text.slice(0, buffer.cursor);
  const { prefix } = bound;
  let to = editor.place + by;
  while (to >= 0 && to < history.length && (!history[to]?.startsWith(prefix) || history[to] === buffer.text)) to += by;
  if (to < 0 || to > history.length) return yield* write(1, '\x07');
  editor.walk(to - editor.place);
  if (prefix !== '') buffer.cursor = prefix.length;
}

/** Puts the next candidate in the word's place; behind the last one the word as it was typed. */
function* menuComplete(editor: Editor, by: 1 | -1): Sys<void> {
  const { buffer, bound } = editor;
  if (!editor.lastKey.startsWith('menu-complete') || !bound.menu) {
    const completion = yield* editor.completion();
    if (!completion || completion.candidates.length === 0) return yield* write(1, '\x07');
    bound.menu = { completion, typed: buffer.text.slice(completion.start, buffer.cursor), at: completion.candidates.length };
  }
  const { menu } = bound;
  const { completion, typed } = menu;
  const count = completion.candidates.length;
  menu.at = (menu.at + by + count + 1) % (count + 1);
  const candidate = completion.candidates[menu.at];
  const text = candidate && insertion({ ...completion, candidates: [{ ...candidate, open: candidate.open || count > 1 }] }, typed);
  buffer.replaceBefore(completion.start, text ?? typed);
}

/** Reads what ~/.inputrc (or the file that INPUTRC names) says of the line editor's keys. */
export function* readInputrc(shell: Shell, path: string): Sys<void> {
  const text = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, path))?.text ?? '');
  for (const problem of readLines(text.split('\n'), shell)) yield* write(2, `${path}: ${problem}\n`);
}
