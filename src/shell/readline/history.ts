/** The list of typed lines: kept in a file, walked with the arrows, searched, and referred to by `!`. */
import { SysError } from '../../kernel/error.ts';
import { files } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { escapePattern, matcher } from '../pattern.ts';
import type { Shell } from '../shell.ts';

const LIMIT = 1000;

function pathOf(shell: Shell): string | undefined {
  return shell.variables.get('HISTFILE') ?? (shell.variables.get('HOME') ? `${shell.variables.get('HOME')}/.bash_history` : undefined);
}

export function* loadHistory(shell: Shell): Sys<void> {
  const path = pathOf(shell);
  if (!path) return;
  const text = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, path))?.text ?? '');
  // Lines of one command are joined by NUL in the file, which no typed text holds.
  shell.history.push(
    ...text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.replaceAll('\0', '\n'))
      .slice(-LIMIT),
  );
}

/** Adds a line and saves it at once: a page may be closed at any time. Repeated lines and those that begin with a blank are left out. */
export function* remember(shell: Shell, line: string): Sys<void> {
  const text = line.replace(/\n+$/, '');
  const control = shell.variables.get('HISTCONTROL') ?? '';
  if (text.trim() === '' || !shell.options.has('history')) return;
  if (/ignorespace|ignoreboth/.test(control) && /^\s/.test(text)) return;
  if (/ignoredups|ignoreboth/.test(control) && shell.history.at(-1) === text) return;
  if (ignored(text, shell.variables.get('HISTIGNORE') ?? '', shell.history.at(-1))) return;
  if (control.split(':').includes('erasedups')) {
    for (let i = shell.history.length - 1; i >= 0; i--) if (shell.history[i] === text) shell.history.splice(i, 1);
  }
  shell.history.push(text);
  const size = shell.variables.get('HISTSIZE');
  if (size !== undefined && /^\d+$/.test(size)) shell.history.splice(0, shell.history.length - Number(size));
  if (shell.history.length > LIMIT * 2) shell.history.splice(0, LIMIT);
  const path = pathOf(shell);
  if (!path) return;
  try {
    yield* files((fs, cwd) => {
      const file = fs.resolve(cwd, path);
      const before = fs.stat(file)?.text ?? '';
      const lines = before.split('\n');
      const kept = lines.length > LIMIT * 2 ? lines.slice(-LIMIT).join('\n') : before;
      fs.write(file, `${kept}${text.replaceAll('\n', '\0')}\n`);
    });
  } catch (error) {
    // A read-only home keeps no history.
    if (!(error instanceof SysError)) throw error;
  }
}

/** HISTIGNORE: patterns apart by colons; `&` is the line before. */
function ignored(line: string, patterns: string, last: string | undefined): boolean {
  if (patterns === '') return false;
  return patterns
    .split(':')
    .some((pattern) => matcher(pattern.replace(/\\&|&/g, (mark) => (mark === '&' ? escapePattern(last ?? '') : '&')))(line));
}

/** One line for a command typed over several: joined as bash joins them in its history. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    if (/<<|["'`]/.test(text)) return `${text}\n${line}`;
    if (/\\$/.test(text)) return text.slice(0, -1) + line;
    if (line.trim() === '') return text;
    return `${text}${/(?:\b(?:then|do|else|in)|[{(|;]|&&|\|\||;;)\s*$/.test(text) ? ' ' : '; '}${line.trim()}`;
  });
}

interface Expanded {
  readonly text: string;
  readonly changed: boolean;
  /** `:p`: it is only shown. */
  readonly shown?: boolean;
}

/** The line with its history references replaced; an error names one that matches nothing. */
export function expandHistory(line: string, history: readonly string[]): Expanded | { readonly error: string } {
  const quick = /^\^([^^\n]+)\^([^^\n]*)(?:\^(.*))?$/.exec(line);
  if (quick) {
    const last = history.at(-1);
    if (!last?.includes(quick[1] as string)) return { error: `:s${line}: substitution failed` };
    return { text: last.replace(quick[1] as string, () => quick[2] as string) + (quick[3] ?? ''), changed: true };
  }
  let out = '';
  let changed = false;
  let double = false;
  let shown = false;
  for (let i = 0; i < line.length; i++) {
    const c = line[i] as string;
    if (c === '\\') {
      out += c + (line[++i] ?? '');
      continue;
    }
    if (c === '"') double = !double;
    if (c === "'" && !double) {
      const end = line.indexOf("'", i + 1);
      const to = end < 0 ? line.length : end + 1;
      out += line.slice(i, to);
      i = to - 1;
      continue;
    }
    const rest = line.slice(i);
    if (c !== '!' || /^!(?:[\s=(]|$)/.test(rest) || (double && rest[1] === '"') || line[i - 1] === '[' || /\$\{?$/.test(out)) {
      out += c;
      continue;
    }
    const found = reference(rest, history, double, out);
    if ('error' in found) return found;
    out += found.text;
    shown ||= found.shown;
    changed = true;
    i += found.length - 1;
  }
  return { text: out, changed, shown };
}

type Reference = { readonly text: string; readonly length: number; readonly shown: boolean } | { readonly error: string };

/** @param sofar the line before the reference: `!#` */
function reference(rest: string, history: readonly string[], double: boolean, sofar: string): Reference {
  const event = /^!(?:!|-?\d+|\?[^?\n]+\??|#|(?=[$^*:])|[^\s:;&|<>()"'$^*]+)/.exec(rest)?.[0] ?? '!';
  let name = event.slice(1);
  if (double) name = name.replace(/".*$/s, '');
  let line: string | undefined;
  if (name === '!' || name === '') line = history.at(-1);
  else if (name === '#') line = sofar;
  else if (/^-?\d+$/.test(name)) line = Number(name) < 0 ? history.at(Number(name)) : history[Number(name) - 1];
  else if (name.startsWith('?')) line = history.findLast((one) => one.includes(name.slice(1).replace(/\?$/, '')));
  else line = history.findLast((one) => one.startsWith(name));
  const length = 1 + name.length;
  if (line === undefined) return { error: `!${name}: event not found` };
  const designator = /^(?::?([$^*])|:(\d+)(?:-(\d+|\$))?)/.exec(rest.slice(length));
  if (!designator) return modified(line, rest, length);
  const words = line.match(/(?:"(?:\\.|[^"])*"|'[^']*'|\\.|[^\s"'])+/g) ?? [];
  const total = length + designator[0].length;
  const last = words.length - 1;
  let from: number;
  let to: number;
  if (designator[1]) [from, to] = designator[1] === '$' ? [last, last] : designator[1] === '^' ? [1, 1] : [1, last];
  else [from, to] = [Number(designator[2]), designator[3] === '$' ? last : Number(designator[3] ?? designator[2])];
  if (to > last || from > last + 1) return { error: `${designator[0]}: bad word specifier` };
  return modified(words.slice(from, to + 1).join(' '), rest, total);
}

/** What the modifiers behind a reference make of its text: `:h`, `:t`, `:r`, `:e`, `:s/old/new/`, `:gs/old/new/`, `:p`. */
function modified(text: string, rest: string, from: number): Reference {
  let [current, length, shown] = [text, from, false];
  for (;;) {
    const modifier = /^:(?:([htrepq])|(g|a)?s(.)((?:\\[^]|[^])*?)\3((?:\\[^]|[^])*?)(?:\3|$))/.exec(rest.slice(length));
    if (!modifier) return { text: current, length, shown };
    const [all, letter, global, separator = '', old = '', replacement = ''] = modifier;
    length += all.length;
    if (letter === 'p') shown = true;
    else if (letter === 'q') current = `'${current.replaceAll("'", "'\\''")}'`;
    else if (letter === 'h') current = current.replace(/\/[^/]*$/, '');
    else if (letter === 't') current = current.replace(/^.*\//s, '');
    else if (letter === 'r') current = current.replace(/\.[^./]*$/, '');
    else if (letter === 'e') current = /\.[^./]*$/.exec(current)?.[0] ?? '';
    else {
      const plain = (part: string): string => part.replaceAll(`\\${separator}`, separator);
      const wanted = plain(old);
      if (wanted === '' || !current.includes(wanted)) return { error: `${all}: substitution failed` };
      // `&` stands for what is replaced.
      const by = plain(replacement).replace(/\\&|&/g, (mark) => (mark === '&' ? wanted : '&'));
      current = global ? current.replaceAll(wanted, () => by) : current.replace(wanted, () => by);
    }
  }
}
