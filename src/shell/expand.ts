/** Word expansion: from a word of the syntax tree to the fields (or the one string, or the pattern) that it stands for. */
import type { ParameterExpansionPart, Word, WordPart } from 'unbash';
import { SysError } from '../kernel/error.ts';
import { close, dup, files, pipe, read } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { evaluate } from './arithmetic.ts';
import { expandBraces } from './brace.ts';
import { globPaths } from './glob.ts';
import { spawnSubshell, waitFor } from './jobs.ts';
import { parameterOperation } from './parameter.ts';
import { parseQuoted, parseWord } from './parse.ts';
import { escapePattern, escapeRegex, hasMagic, matcher } from './pattern.ts';
import { type Shell, ShellError } from './shell.ts';

/**
 * A stretch of an expanded word: `literal` is kept as it is, `glob` are unquoted pattern characters, `split` came out of an
 * unquoted expansion and is split at IFS. A `null` between pieces separates fields (`"$@"`).
 */
export type Piece = { readonly text: string; readonly kind: 'literal' | 'glob' | 'split' } | null;

/** The fields of several words. */
export function* expandWords(shell: Shell, words: readonly Word[]): Sys<string[]> {
  const fields: string[] = [];
  for (const word of joined(words)) {
    if (word.parts === undefined && !word.text.startsWith('~')) {
      // bash expands a tilde in an argument that looks like an assignment, but not in `--option=~`.
      const assigned = shell.dialect === 'bash' ? /^([a-zA-Z_]\w*=)(~.*)$/s.exec(word.text) : null;
      const [, name = '', text = ''] = assigned ?? [];
      fields.push(assigned ? name + untilde(shell, text, text, true) : word.value);
      continue;
    }
    for (const one of braces(shell, word)) {
      if (one.text === '') continue;
      for (const field of split(yield* pieces(shell, one), shell.variables.get('IFS') ?? ' \t\n')) {
        if (!field.magic || shell.options.has('noglob') || !hasMagic(field.pattern)) fields.push(field.text);
        else fields.push(...(yield* glob(shell, field)));
      }
    }
  }
  return fields;
}

/** The parser ends a word before `<(`: in bash it goes on, and behind it too. */
function joined(words: readonly Word[]): readonly Word[] {
  const isPipe = (word: Word | undefined): boolean => /^[<>]\(/.test(word?.text ?? '');
  if (!words.some(isPipe)) return words;
  const out: Word[] = [];
  for (const word of words) {
    const before = out.at(-1);
    if (!before || before.end !== word.pos || !(isPipe(word) || before.parts?.at(-1)?.type === 'ProcessSubstitution')) {
      out.push(word);
      continue;
    }
    const parts = (one: Word): readonly WordPart[] =>
      one.parts ?? [{ type: 'Literal', pos: one.pos, end: one.end, value: one.value, text: one.text }];
    out[out.length - 1] = { ...before, text: before.text + word.text, end: word.end, parts: [...parts(before), ...parts(word)] };
  }
  return out;
}

function braces(shell: Shell, word: Word): readonly Word[] {
  if (shell.dialect !== 'bash' || !shell.options.has('braceexpand') || !word.parts?.some((part) => part.type === 'BraceExpansion'))
    return [word];
  const texts = expandBraces(word.text);
  return texts[0] === word.text ? [word] : texts.map((text) => parseWord(text));
}

function* glob(shell: Shell, field: Field): Sys<string[]> {
  const options = { dots: shell.shopts.has('dotglob'), deep: shell.shopts.has('globstar'), ignoreCase: shell.shopts.has('nocaseglob') };
  const ignored = shell.dialect === 'bash' ? (shell.variables.get('GLOBIGNORE') ?? '') : '';
  const found = yield* files((fs, cwd) => globPaths(fs, cwd, field.pattern, ignored === '' ? options : { ...options, dots: true }));
  const leftOut = ignored === '' ? [] : ['.', '..', ...ignored.split(':')].map((pattern) => matcher(pattern));
  const paths = found.filter((path) => !leftOut.some((matches) => matches(path)));
  if (paths.length > 0) return paths;
  if (shell.shopts.has('failglob')) throw new ShellError(`no match: ${field.text}`, { fatal: 'line' });
  return shell.shopts.has('nullglob') ? [] : [field.text];
}

/** A word where it is not split: assignments, case words, here-strings, redirection targets in scripts. */
export function* expandText(shell: Shell, word: Word, assignment = false): Sys<string> {
  if (word.parts === undefined && !word.text.includes('~')) return word.value;
  let text = '';
  for (const piece of yield* pieces(shell, word, { single: true, assignment })) text += piece === null ? ' ' : piece.text;
  return text;
}

/** A word as a shell pattern: what was quoted in it is escaped. */
export function* expandPattern(shell: Shell, given: Word): Sys<string> {
  // The parser sees extended patterns in words, not in the operands of `${x#...}`.
  const word = shell.shopts.has('extglob') && /[?*+@!]\(/.test(given.text) ? parseWord(given.text) : given;
  if (word.parts === undefined) return escapePattern(word.text.startsWith('~') ? yield* expandText(shell, word) : word.value);
  let pattern = '';
  for (const piece of yield* pieces(shell, word, { single: true }))
    pattern += piece === null ? ' ' : piece.kind === 'literal' ? escapePattern(piece.text) : piece.text;
  return pattern;
}

/** A word as the right side of `=~`: quoted parts match themselves. */
export function* expandRegex(shell: Shell, word: Word): Sys<string> {
  const raw = (text: string): string => text.replace(/\\([^])/g, (_, c: string) => escapeRegex(c));
  if (word.parts === undefined) return raw(word.text);
  let source = '';
  for (const part of word.parts) {
    if (part.type === 'Literal' || part.type === 'Glob' || part.type === 'ExtendedGlob' || part.type === 'BraceExpansion') {
      source += raw(part.text);
      continue;
    }
    const quoted = part.type !== 'SimpleExpansion' && part.type !== 'ParameterExpansion' && part.type !== 'CommandExpansion';
    const text = (yield* partPieces(shell, part, false, { single: true })).map((piece) => piece?.text ?? ' ').join('');
    source += quoted ? escapeRegex(text) : text;
  }
  return source;
}

/** Text with its `$` expansions done and its quotes ordinary: here-document bodies, arithmetic, prompts. */
export function* expandQuoted(shell: Shell, text: string): Sys<string> {
  const word = parseQuoted(text);
  if (word.parts === undefined) return text;
  return (yield* expandParts(shell, word.parts)).slice(0, -1);
}

/** The parts of a here-document's body. */
export function* expandParts(shell: Shell, parts: readonly WordPart[]): Sys<string> {
  let text = '';
  for (const part of parts)
    for (const piece of yield* partPieces(shell, part, true, { single: true })) text += piece === null ? ' ' : piece.text;
  return text;
}

/** Arithmetic on text that may hold expansions. */
export function* arithmetic(shell: Shell, text: string): Sys<bigint> {
  const expanded = /[$`"'\\]/.test(text) ? (yield* expandQuoted(shell, text)).replace(/"/g, '') : text;
  return evaluate(expanded, shell.scope);
}

/** The key that a subscript word stands for in that array. */
export function* subscriptKey(shell: Shell, name: string, index: Word): Sys<string> {
  if (shell.variables.find(name)?.kind === 'map') return yield* expandText(shell, index);
  return String(yield* arithmetic(shell, index.text));
}

export interface PieceOptions {
  /** No fields are made: lists are joined. */
  readonly single?: boolean;
  /** Tildes after colons count too. */
  readonly assignment?: boolean;
}

export function* pieces(shell: Shell, word: Word, options: PieceOptions = {}): Sys<Piece[]> {
  const parts = word.parts;
  const tilde = options.assignment ? /(?:^|:)~/.test(word.text) : word.text.startsWith('~');
  if (parts === undefined)
    return [{ text: tilde ? untilde(shell, word.text, word.value, options.assignment) : word.value, kind: 'literal' }];
  const out: Piece[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as WordPart;
    // A quoted or expanded rest of its name leaves a tilde alone.
    const cut = i === 0 && parts.length > 1 && /^~[^/:]*$/.test(part.text);
    if (tilde && part.type === 'Literal' && !cut && (i === 0 || options.assignment)) {
      out.push({ text: untilde(shell, part.text, part.value, options.assignment, i > 0), kind: 'literal' });
    } else {
      out.push(...(yield* partPieces(shell, part, false, options)));
    }
  }
  return out;
}

function untilde(shell: Shell, text: string, value: string, everywhere = false, inside = false): string {
  const pattern = everywhere ? /(^|:)~([a-zA-Z_][\w-]*|\+|-)?(?=[/:]|$)/g : /(^)~([a-zA-Z_][\w-]*|\+|-)?(?=\/|$)/g;
  if (text !== value && !everywhere)
    return text.startsWith('~') && value.startsWith('~')
      ? value.replace(pattern, (all: string, before: string, user?: string) => before + (home(shell, user) ?? all))
      : value;
  return value.replace(pattern, (all: string, before: string, user: string | undefined, at: number) =>
    inside && at === 0 && before === '' ? all : before + (home(shell, user) ?? all),
  );
}

function home(shell: Shell, user: string | undefined): string | undefined {
  if (user === undefined) return shell.variables.get('HOME') ?? '/';
  if (user === '+') return shell.process.cwd;
  if (user === '-') return shell.variables.get('OLDPWD');
  if (user === 'root') return '/root';
  return user === shell.process.env['USER'] ? shell.process.env['HOME'] : undefined;
}

function* partPieces(shell: Shell, part: WordPart, quoted: boolean, options: PieceOptions): Sys<Piece[]> {
  const result = (text: string): Piece[] => [{ text, kind: quoted ? 'literal' : 'split' }];
  switch (part.type) {
    case 'Literal':
      return [{ text: part.value, kind: 'literal' }];
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return [{ text: quoted && part.type === 'SingleQuoted' ? part.text : part.value, kind: 'literal' }];
    case 'Glob':
      if (part.kind !== 'bracket' || quoted) return [{ text: part.text, kind: quoted ? 'literal' : 'glob' }];
      return yield* bracketPieces(shell, part.text, part.parts);
    case 'ExtendedGlob':
      if (quoted) return [{ text: part.text, kind: 'literal' }];
      return yield* extendedGlob(shell, part.operator, part.pattern);
    case 'BraceExpansion': {
      // Not one after all (`{a}`, `{1..$x}`): its braces are plain text.
      if (!part.parts) return [{ text: part.text, kind: 'literal' }];
      const inner: Piece[] = [{ text: '{', kind: 'literal' }];
      for (const child of part.parts) inner.push(...(yield* partPieces(shell, child, quoted, options)));
      return [...inner, { text: '}', kind: 'literal' }];
    }
    case 'LocaleString':
    case 'DoubleQuoted': {
      const inner: Piece[] = [];
      for (const child of part.parts) inner.push(...(yield* partPieces(shell, child, true, options)));
      if (inner.length === 0 && !(part.parts.length > 0 && part.parts.every((child) => isAllParameters(child))))
        inner.push({ text: '', kind: 'literal' });
      return inner;
    }
    case 'SimpleExpansion':
      return yield* parameterPieces(shell, { name: part.text.slice(1), quoted, ...options });
    case 'ParameterExpansion':
      return yield* parameterPieces(shell, { name: part.parameter, part, quoted, ...options });
    case 'CommandExpansion':
      return result(yield* commandSubstitution(shell, part.text, part.script?.source ?? (part.script ? innerText(part.text) : '')));
    case 'ArithmeticExpansion': {
      const inner = part.text.startsWith('$[') ? part.text.slice(2, -1) : part.text.slice(3, -2);
      return result(String(yield* arithmetic(shell, inner)));
    }
    case 'ProcessSubstitution':
      return [{ text: yield* processSubstitution(shell, part.operator, part.text.slice(2, -1)), kind: 'literal' }];
  }
}

function* extendedGlob(shell: Shell, operator: string, inner: string): Sys<Piece[]> {
  const alternatives: string[] = [];
  for (const text of splitBars(inner)) alternatives.push(yield* expandPattern(shell, parseWord(text)));
  return [{ text: `${operator}(${alternatives.join('|')})`, kind: 'glob' }];
}

function splitBars(text: string): string[] {
  const out: string[] = [];
  let depth = 0;
  let quote = '';
  let current = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (c === '|' && depth === 0 && quote === '') {
      out.push(current);
      current = '';
      continue;
    }
    if (c === '\\') current += text[i++];
    else if (quote !== '' ? c === quote : c === '"' || c === "'") quote = quote === '' ? c : '';
    else if (quote === '' && c === '(') depth++;
    else if (quote === '' && c === ')') depth--;
    current += text[i] ?? '';
  }
  return [...out, current];
}

/** `[...]`: what is quoted in it stands for itself, what is expanded is split as elsewhere. */
function* bracketPieces(shell: Shell, text: string, parts: readonly WordPart[]): Sys<Piece[]> {
  const out: Piece[] = [{ text: '[', kind: 'glob' }];
  const negation = /^\[([!^]?)/.exec(text)?.[1] ?? '';
  if (negation && !(parts[0]?.type === 'Literal' && parts[0].text.startsWith(negation))) out.push({ text: negation, kind: 'glob' });
  for (const part of parts) {
    if (part.type === 'Literal') out.push({ text: part.text, kind: 'glob' });
    else out.push(...(yield* partPieces(shell, part, false, { single: true })));
  }
  return [...out, { text: ']', kind: 'glob' }];
}

function isAllParameters(part: WordPart): boolean {
  if (part.type === 'SimpleExpansion') return part.text === '$@';
  return part.type === 'ParameterExpansion' && (part.parameter === '@' || part.index?.text === '@' || part.operation?.type === 'Names');
}

interface ParameterRequest extends PieceOptions {
  readonly name: string;
  readonly part?: ParameterExpansionPart;
  readonly quoted: boolean;
}

/** The pieces of `$name` or `${...}`. */
function* parameterPieces(shell: Shell, { name, part, quoted, single }: ParameterRequest): Sys<Piece[]> {
  const value = yield* parameterOperation(shell, name, part, quoted);
  if ('pieces' in value) return value.pieces;
  if (!value.list) return [{ text: value.values[0] ?? '', kind: quoted ? 'literal' : 'split' }];
  const ifs = shell.variables.get('IFS') ?? ' \t\n';
  // Where IFS begins with no blank, splitting again keeps the empty ones.
  const marked = value.list === '*' && !quoted && ifs !== '' && !/^[ \t\n]/.test(ifs);
  if (marked || (value.list === '*' && (quoted || single)))
    return [{ text: value.values.join(ifs.slice(0, 1)), kind: quoted ? 'literal' : 'split' }];
  const out: Piece[] = [];
  for (const text of value.values) {
    if (out.length > 0) out.push(null);
    out.push({ text, kind: quoted ? 'literal' : 'split' });
  }
  return out;
}

interface Field {
  text: string;
  pattern: string;
  magic: boolean;
}

/** Field splitting. */
export function split(parts: readonly Piece[], ifs: string): Field[] {
  const fields: Field[] = [];
  let field: Field | undefined;
  let separated: 'no' | 'space' | 'mark' = 'no';
  const flush = (): void => {
    if (field) fields.push(field);
    field = undefined;
  };
  for (const piece of parts) {
    if (piece === null) {
      flush();
      separated = 'no';
      continue;
    }
    if (piece.kind !== 'split') {
      field ??= { text: '', pattern: '', magic: false };
      field.text += piece.text;
      field.pattern += piece.kind === 'literal' ? escapePattern(piece.text) : piece.text;
      if (piece.kind === 'glob') field.magic = true;
      separated = 'no';
      continue;
    }
    for (const c of piece.text) {
      if (!ifs.includes(c)) {
        field ??= { text: '', pattern: '', magic: false };
        field.text += c;
        field.pattern += c;
        if (c === '*' || c === '?' || c === '[') field.magic = true;
        separated = 'no';
      } else if (c === ' ' || c === '\t' || c === '\n') {
        if (field) {
          flush();
          separated = 'space';
        }
      } else {
        if (field) flush();
        else if (separated !== 'space') fields.push({ text: '', pattern: '', magic: false });
        separated = 'mark';
      }
    }
  }
  flush();
  return fields;
}

function innerText(text: string): string {
  return text.startsWith('`') ? text.slice(1, -1) : text.slice(2, -1);
}

/** Output of a command without its trailing newlines. */
export function* commandSubstitution(shell: Shell, text: string, code: string): Sys<string> {
  const file = /^\$\(\s*<\s*((?:[^\s;&|<>()]|\$\([^()]*\))+)\s*\)$/.exec(text)?.[1];
  const [reader, writer] = yield* pipe();
  const pid = yield* spawnSubshell(shell, file === undefined ? code : `cat < ${file}`, { 0: 0, 1: writer, 2: 2 }, undefined, true);
  yield* close(writer);
  let output = '';
  for (;;) {
    const chunk = yield* read(reader);
    if (chunk === null) break;
    output += chunk;
  }
  yield* close(reader);
  shell.status = shell.substitution = yield* waitFor(shell, pid);
  if (shell.dialect === 'bash' && output.includes('\0')) yield* shell.complain('warning: command substitution: ignored null byte in input');
  return output.replace(/\n+$/, '').replaceAll('\0', '');
}

function* isOpen(fd: number): Sys<boolean> {
  try {
    yield* close(yield* dup(fd));
    return true;
  } catch (error) {
    if (error instanceof SysError) return false;
    throw error;
  }
}

function* processSubstitution(shell: Shell, operator: '<' | '>', code: string): Sys<string> {
  const [reader, writer] = yield* pipe();
  const [end, other] = operator === '<' ? [reader, writer] : [writer, reader];
  // Out of the way of descriptors that scripts number themselves: from 63 down, as bash has it.
  let own = 63;
  while (own > 9 && (yield* isOpen(own))) own--;
  yield* dup(end, own);
  yield* close(end);
  const pid = yield* spawnSubshell(shell, code, operator === '<' ? { 0: 0, 1: other, 2: 2 } : { 0: other, 1: 1, 2: 2 });
  yield* close(other);
  shell.lastBackground = pid;
  shell.substitutions.push(own);
  return `/dev/fd/${own}`;
}
