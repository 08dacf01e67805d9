/** `$name` and `${name...}`: values and their operations. */
import type { ParameterExpansionPart, ParameterOperation, Word } from 'unbash';
import type { Sys } from '../kernel/types.ts';
import { declarationOf } from './builtins/declare.ts';
import { arithmetic, expandPattern, expandQuoted, expandText, type Piece, pieces, subscriptKey } from './expand.ts';
import { parseWord } from './parse.ts';
import { matcher, patternSource, regexOf } from './pattern.ts';
import { printable, quoted as shellQuoted } from './quote.ts';
import { type Shell, ShellError } from './shell.ts';

interface Value {
  readonly values: readonly string[];
  /** It is `$@`, `$*`, `${a[@]}` or `${a[*]}`. */
  readonly list: '@' | '*' | undefined;
  readonly set: boolean;
  /** Of lists: the array's keys. */
  readonly keys?: readonly string[];
}

/** The values of a parameter after its operation; `pieces` where a word stands in for it (`${x:-word}`). */
export function* parameterOperation(
  shell: Shell,
  name: string,
  part: ParameterExpansionPart | undefined,
  quoted: boolean,
): Sys<Value | { readonly pieces: Piece[] }> {
  if (!part) return required(shell, name, yield* valueOf(shell, name, undefined));
  const unknown = part.operation?.type === 'Unknown' && !part.operation.operator.startsWith('~');
  if (unknown || (part.parameter === '' && !part.operation)) throw new ShellError(`${part.text}: bad substitution`, { fatal: 'line' });
  if (part.operation?.type === 'Names') {
    const names = shell.variables.names().filter((known) => known.startsWith(name));
    return { values: names, list: part.operation.operator, set: true };
  }
  const every = part.index?.text === '@' || part.index?.text === '*' ? part.index.text : undefined;
  if (part.prefix === '!' && every && !part.operation)
    return { values: shell.dynamicItems(name)?.map((_, i) => String(i)) ?? shell.variables.keys(name), list: every, set: true };
  let value = yield* valueOf(shell, name, part.index);
  let shown = part.index ? `${name}[${part.index.text}]` : name;
  if (part.prefix === '!') {
    const to = value.values.join(' ');
    if (shell.variables.raw(name)?.flags.includes('n'))
      return { values: [shell.variables.raw(name)?.text ?? ''], list: undefined, set: true };
    if (!value.set || !/^(?:[a-zA-Z_]\w*(?:\[.*\])?|\d+|[@*#?!$-])$/s.test(to))
      throw new ShellError(value.set ? `${to}: invalid variable name` : `${shown}: invalid indirect expansion`, { fatal: 'line' });
    const indexed = /^(\w+)\[(.*)\]$/s.exec(to);
    shown = to;
    value = yield* valueOf(shell, indexed ? (indexed[1] as string) : to, indexed ? plainWord(indexed[2] as string) : undefined);
  }
  if (part.prefix === '#') {
    if (value.list && part.index && !value.set && shell.variables.find(name) === undefined && shell.options.has('nounset'))
      throw new ShellError(`${name}: unbound variable`, { fatal: 'line' });
    if (value.list) return one(String(value.values.length));
    return one(String([...(required(shell, shown, value).values[0] ?? '')].length));
  }
  if (!part.operation) return value.list ? value : required(shell, shown, value);
  return yield* operate(shell, name, shown, part, part.operation, value, quoted);
}

function one(text: string): Value {
  return { values: [text], list: undefined, set: true };
}

function plainWord(text: string): Word {
  return { type: 'Word', text, value: text, pos: 0, end: text.length };
}

/** Complains of an unset parameter under `set -u`. */
function required(shell: Shell, name: string, value: Value): Value {
  if (!value.set && !value.list && shell.options.has('nounset'))
    throw new ShellError(`${name.replace(/^(?=\d)/, '$')}: unbound variable`, { fatal: true, code: 127 });
  return value;
}

function* valueOf(shell: Shell, name: string, index: Word | undefined): Sys<Value> {
  if (name === '@' || name === '*') return { values: shell.positional, list: name, set: shell.positional.length > 0 };
  if (index) {
    const items = shell.dynamicItems(name);
    if (index.text === '@' || index.text === '*') {
      const keys = items?.map((_, i) => String(i)) ?? shell.variables.keys(name);
      return { values: items ?? shell.variables.values(name), list: index.text, set: keys.length > 0, keys };
    }
    const key = yield* subscriptKey(shell, name, index);
    if (!items && shell.variables.isBefore(name, key)) yield* shell.complain(`${name}: bad array subscript`);
    const text = items ? items.at(Number(key)) : shell.variables.item(name, key);
    return { values: [text ?? ''], list: undefined, set: text !== undefined };
  }
  const text = special(shell, name) ?? shell.variables.get(name) ?? shell.dynamicItems(name)?.[0];
  return { values: [text ?? ''], list: undefined, set: text !== undefined };
}

function special(shell: Shell, name: string): string | undefined {
  if (/^\d+$/.test(name)) return name === '0' ? shell.name : shell.positional[Number(name) - 1];
  switch (name) {
    case '#':
      return String(shell.positional.length);
    case '?':
      return String(shell.status);
    case '$':
      return String(shell.shellPid);
    case '!':
      return shell.lastBackground ? String(shell.lastBackground) : undefined;
    case '-':
      return shell.optionLetters;
    case '_':
      return shell.dialect === 'bash' ? shell.lastArgument : undefined;
    default:
      return undefined;
  }
}

function* operate(
  shell: Shell,
  name: string,
  shown: string,
  part: ParameterExpansionPart,
  operation: ParameterOperation,
  value: Value,
  quoted: boolean,
): Sys<Value | { readonly pieces: Piece[] }> {
  switch (operation.type) {
    case 'Default': {
      const missing = !value.set || (operation.operator.startsWith(':') && value.values.join('') === '');
      switch (operation.operator.at(-1)) {
        case '+':
          return missing ? one('') : { pieces: yield* operand(shell, operation.operand, quoted) };
        case '-':
          return missing ? { pieces: yield* operand(shell, operation.operand, quoted) } : value;
        case '?': {
          if (!missing) return value;
          const text = yield* expandText(shell, operation.operand);
          throw new ShellError(`${shown}: ${text || (operation.operator === '?' ? 'parameter not set' : 'parameter null or not set')}`, {
            fatal: true,
            code: 127,
          });
        }
        default: {
          if (!missing) return value;
          if (!/^[a-zA-Z_]/.test(name)) throw new ShellError(`$${shown}: cannot assign in this way`);
          const text = (yield* operand(shell, operation.operand, quoted)).map((piece) => piece?.text ?? ' ').join('');
          if (part.index) shell.variables.setItem(name, yield* subscriptKey(shell, name, part.index), text);
          else shell.variables.set(name, text);
          return one(text);
        }
      }
    }
    case 'Slice':
      return yield* slice(shell, name, value, operation.offset, operation.length);
    case 'Remove': {
      const pattern = yield* expandPattern(shell, operation.operand);
      return each(required(shell, shown, value), (text) => remove(text, operation.operator, pattern));
    }
    case 'Replace': {
      const pattern = yield* expandPattern(shell, operation.pattern);
      const replacement = yield* replacementOf(shell, operation.replacement);
      return each(required(shell, shown, value), (text) => replace(text, operation.operator, pattern, replacement));
    }
    case 'CaseModification': {
      const pattern = operation.operand ? yield* expandPattern(shell, operation.operand) : '';
      return each(required(shell, shown, value), (text) => changeCase(text, operation.operator, pattern));
    }
    case 'Unknown': {
      // The grammar does not know `~` and `~~`, which turn the case around.
      const [, operator = '', word = ''] = /^(~~?)([^]*)$/.exec(operation.operator) ?? [];
      const pattern = word === '' ? '' : yield* expandPattern(shell, parseWord(word));
      return each(required(shell, shown, value), (text) => changeCase(text, operator as '~' | '~~', pattern));
    }
    case 'Transform':
      return yield* transform(shell, name, value, operation.operand.text, part);
    default:
      throw new ShellError(`${part.text}: bad substitution`, { fatal: 'line' });
  }
}

/** The word of `${x:-word}`: in double quotes it is quoted, its own single quotes being ordinary there. */
function* operand(shell: Shell, word: Word, quoted: boolean): Sys<Piece[]> {
  if (!quoted) {
    if (word.parts === undefined) return [{ text: yield* expandText(shell, word), kind: word.text === word.value ? 'split' : 'literal' }];
    const out = yield* pieces(shell, word);
    return out.map((piece, i) =>
      piece?.kind === 'literal' &&
      word.parts?.[i]?.type === 'Literal' &&
      out.length === word.parts?.length &&
      word.parts[i]?.text === piece.text
        ? { text: piece.text, kind: 'split' }
        : piece,
    );
  }
  if (word.text.includes('"'))
    return (yield* pieces(shell, word, { single: true })).map((piece) => (piece === null ? null : { text: piece.text, kind: 'literal' }));
  const parts = yield* listInQuotes(shell, word);
  return parts ?? [{ text: yield* expandQuoted(shell, word.text.replace(/\\([}"])/g, '$1')), kind: 'literal' }];
}

/** `"${x:-$@}"` stays a list. */
function* listInQuotes(shell: Shell, word: Word): Sys<Piece[] | undefined> {
  if (word.text !== '$@') return undefined;
  return shell.positional.flatMap((text, i): Piece[] => [...(i > 0 ? [null] : []), { text, kind: 'literal' }]);
}

function each(value: Value, change: (text: string) => string): Value {
  return { ...value, values: value.values.map(change) };
}

function* slice(shell: Shell, name: string, value: Value, offset: Word, length: Word | undefined): Sys<Value> {
  const from = Number(yield* arithmetic(shell, offset.text));
  const count = length === undefined ? undefined : Number(yield* arithmetic(shell, length.text));
  if (!value.list) {
    if (!value.set) return one('');
    const characters = [...(value.values[0] ?? '')];
    const start = from < 0 ? characters.length + from : from;
    if (start < 0 || start > characters.length) return one('');
    const end = count === undefined ? characters.length : count < 0 ? characters.length + count : start + count;
    if (count !== undefined && end < start) throw new ShellError(`${length?.text}: substring expression < 0`, { fatal: 'line' });
    return one(characters.slice(start, end).join(''));
  }
  if (count !== undefined && count < 0) throw new ShellError(`${length?.text}: substring expression < 0`, { fatal: 'line' });
  const positional = name === '@' || name === '*';
  const all = positional ? [shell.name, ...value.values] : [...value.values];
  if (value.keys && shell.variables.find(name)?.kind === 'list') {
    // In arrays with holes the offset is an index, not a count.
    const last = Number(value.keys.at(-1) ?? -1);
    const start = from < 0 ? last + 1 + from : from;
    const kept = start < 0 ? [] : all.filter((_, i) => Number(value.keys?.[i]) >= start);
    return { ...value, values: count === undefined ? kept : kept.slice(0, count) };
  }
  const start = from < 0 ? all.length + from : positional ? from : from;
  if (start < 0) return { ...value, values: [] };
  return { ...value, values: all.slice(start, count === undefined ? undefined : start + count) };
}

function remove(text: string, operator: '#' | '##' | '%' | '%%', pattern: string): string {
  if (operator.startsWith('#')) {
    const regex = regexOf(`^(?:${patternSource(pattern, { lazy: operator === '#' }, '')})`);
    return text.replace(regex, '');
  }
  const body = patternSource(pattern, {}, '$');
  const match = regexOf(`^(.*${operator === '%%' ? '?' : ''})(?:${body})$`).exec(text);
  return match ? (match[1] as string) : text;
}

function* replacementOf(shell: Shell, word: Word): Sys<string> {
  // `&` stands for the match unless it was quoted.
  let out = '';
  if (word.parts === undefined)
    return word.text.replace(/\\([^])|[^\\]+/g, (all, c?: string) => (c === undefined ? all : c === '&' ? '\\&' : c === '\\' ? '\\\\' : c));
  for (const piece of yield* pieces(shell, word, { single: true }))
    out += piece === null ? ' ' : piece.kind === 'literal' ? piece.text.replace(/[\\&]/g, '\\$&') : piece.text;
  return out;
}

function replace(text: string, operator: '/' | '//' | '/#' | '/%', pattern: string, replacement: string): string {
  if (pattern === '') return operator === '/#' ? replacement + text : operator === '/%' ? text + replacement : text;
  const body = `(?:${patternSource(pattern, {}, '')})`;
  const source = operator === '/#' ? `^${body}` : operator === '/%' ? `${body}$` : body;
  const regex = regexOf(source, {}, operator === '//' ? 'g' : '');
  const insert = (match: string): string =>
    replacement.includes('&') || replacement.includes('\\')
      ? replacement.replace(/\\([\\&])|&/g, (_, c?: string) => c ?? match)
      : replacement;
  let done = false;
  return text.replace(regex, (match: string) => {
    // An empty match after a longer one would replace twice at the end of the text.
    if (match === '' && done) return '';
    done = true;
    return insert(match);
  });
}

function changeCase(text: string, operator: '^' | '^^' | ',' | ',,' | '~' | '~~', pattern: string): string {
  const upper = (c: string): boolean => operator.startsWith('^') || (operator.startsWith('~') && c !== c.toUpperCase());
  const matches = pattern === '' ? () => true : matcher(pattern);
  const change = (c: string): string => (!matches(c) ? c : upper(c) ? c.toUpperCase() : c.toLowerCase());
  const characters = [...text];
  return operator.length === 2 ? characters.map(change).join('') : change(characters[0] ?? '') + characters.slice(1).join('');
}

/** The letters of `declare` for what a variable is. */
function attributes(shell: Shell, name: string): string {
  const variable = shell.variables.find(name);
  return (variable?.kind === 'list' ? 'a' : variable?.kind === 'map' ? 'A' : '') + [...(variable?.flags ?? '')].sort().join('');
}

function* transform(shell: Shell, name: string, value: Value, operator: string, part: ParameterExpansionPart): Sys<Value> {
  if (!value.set && operator !== 'a') return { ...value, values: value.list ? value.values : [''] };
  switch (operator) {
    case 'Q':
      return each(value, shellQuoted);
    case 'U':
      return each(value, (text) => text.toUpperCase());
    case 'L':
      return each(value, (text) => text.toLowerCase());
    case 'u':
      return each(value, (text) => changeCase(text, '^', ''));
    case 'E':
      return each(value, (text) => printable(text));
    case 'P':
      return each(value, (text) => text);
    case 'a': {
      const letters = attributes(shell, name);
      return value.list ? each(value, () => letters) : one(letters);
    }
    case 'A':
      return one(
        part.index
          ? declarationOf(shell, name)
          : `${attributes(shell, name)
              .replace(/^(?=.)/, 'declare -')
              .replace(/(?<=.)$/, ' ')}${name}=${shellQuoted(value.values[0] ?? '')}`,
      );
    case 'k':
      if (value.keys) return { ...value, values: value.keys.flatMap((key, i) => [key, value.values[i] ?? '']) };
      return each(value, shellQuoted);
    case 'K':
      return value.keys
        ? one(value.keys.map((key, i) => `${key} "${(value.values[i] ?? '').replace(/["\\$`]/g, '\\$&')}"`).join(' '))
        : each(value, shellQuoted);
    default:
      throw new ShellError(`${part.text}: bad substitution`, { fatal: 'line' });
  }
}
