/** read. */
import { SysError } from '../../kernel/error.ts';
import { isatty, now, read as readChunk, readLine, tty, write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { Interrupted, type Shell } from '../shell.ts';

interface ReadOptions {
  raw: boolean;
  array: string | undefined;
  delimiter: string;
  count: number | undefined;
  exact: boolean;
  prompt: string;
  fd: number;
  /** Seconds. */
  timeout: number | undefined;
  /** Virtual ms. */
  deadline: number;
  silent: boolean;
  names: string[];
}

export function* read(shell: Shell, argv: string[]): Sys<number> {
  const options = parseOptions(argv);
  if (typeof options === 'string') {
    yield* shell.complain(`read: ${options}`);
    return 2;
  }
  const bad = options.names.find((name) => !/^[a-zA-Z_]\w*(?:\[.*\])?$/.test(name));
  if (bad !== undefined) {
    yield* shell.complain(`read: \`${bad}': not a valid identifier`);
    return 1;
  }
  if (options.timeout !== undefined && !(options.timeout >= 0)) {
    yield* shell.complain(
      `read: ${argv.find((word) => Number(word.replace(/^-t/, '')) !== options.timeout && /^-t./.test(word))?.slice(2) ?? argv[argv.indexOf('-t') + 1]}: invalid timeout specification`,
    );
    return 1;
  }
  const terminal = yield* isatty(options.fd);
  if (options.prompt && terminal) yield* write(2, options.prompt);
  let input: { text: string; ended: boolean };
  try {
    // Without time it only asks whether there is anything to read: the end counts.
    if (options.timeout === 0) {
      yield* readChunk(options.fd, 0, 0);
      return 0;
    }
    if (options.timeout !== undefined) options.deadline = (yield* now()) + options.timeout * 1000;
    input = terminal && (options.silent || options.count !== undefined) ? yield* readKeys(options) : yield* readInput(options);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    // Nothing came in time: what was read so far is lost, as far as it did not end a line.
    if (error.errno === 'EAGAIN') {
      if (options.timeout !== 0) store(shell, options, '');
      return options.timeout === 0 ? 1 : 142;
    }
    if (error.errno === 'EINTR') throw error;
    yield* shell.complain(`read: ${options.fd}: invalid file descriptor: ${error.message}`);
    return 1;
  }
  store(shell, options, input.text);
  return input.ended ? 1 : 0;
}

function parseOptions(argv: readonly string[]): ReadOptions | string {
  const options: ReadOptions = {
    raw: false,
    array: undefined,
    delimiter: '\n',
    count: undefined,
    exact: false,
    prompt: '',
    fd: 0,
    timeout: undefined,
    deadline: Number.POSITIVE_INFINITY,
    silent: false,
    names: [],
  };
  let i = 1;
  for (; i < argv.length && /^-./.test(argv[i] as string) && argv[i] !== '--'; i++) {
    const word = argv[i] as string;
    for (let j = 1; j < word.length; j++) {
      const flag = word[j] as string;
      if (flag === 'r') options.raw = true;
      else if (flag === 's') options.silent = true;
      else if (flag === 'e') continue;
      else if ('adnNptui'.includes(flag)) {
        const value = word.slice(j + 1) || argv[++i];
        if (value === undefined)
          return `-${flag}: option requires an argument\nread: usage: read [-ers] [-a array] [-d delim] [-i text] [-n nchars] [-N nchars] [-p prompt] [-t timeout] [-u fd] [name ...]`;
        if (flag === 'a') options.array = value;
        else if (flag === 'd') options.delimiter = value === '' ? '\0' : (value[0] as string);
        else if (flag === 'p') options.prompt = value;
        else if (flag === 'u') options.fd = Number(value);
        else if (flag === 't') options.timeout = Number(value);
        else if (flag !== 'i') {
          options.count = Number(value);
          options.exact = flag === 'N';
        }
        break;
      } else {
        return `-${flag}: invalid option\nread: usage: read [-ers] [-a array] [-d delim] [-i text] [-n nchars] [-N nchars] [-p prompt] [-t timeout] [-u fd] [name ...]`;
      }
    }
  }
  if (argv[i] === '--') i++;
  options.names = argv.slice(i);
  return options;
}

/** Milliseconds that a read may still wait; undefined: without end. */
function* left({ deadline }: ReadOptions): Sys<number | undefined> {
  return deadline === Number.POSITIVE_INFINITY ? undefined : Math.max(0, deadline - (yield* now()));
}

/** Reads single keys from a terminal, and shows them unless `-s` was given. */
function* readKeys(options: ReadOptions): Sys<{ text: string; ended: boolean }> {
  const { count = Number.POSITIVE_INFINITY, fd, silent, exact, delimiter } = options;
  let text = '';
  yield* tty({ set: 'raw' });
  try {
    while ([...text].length < count) {
      const key = yield* readChunk(fd, 1, yield* left(options));
      if (key === null || key === '\x04') return { text, ended: true };
      if (key === '\x03') {
        yield* write(2, '^C\n');
        throw new Interrupted();
      }
      const typed = key === '\r' ? '\n' : key;
      if (typed === delimiter && !exact) break;
      if (key === '\x7f') {
        if (text !== '' && !silent) yield* write(2, '\b \b');
        text = [...text].slice(0, -1).join('');
        continue;
      }
      text += typed;
      if (!silent) yield* write(2, typed);
    }
    return { text, ended: false };
  } finally {
    yield* tty({ set: 'cooked' });
  }
}

/** Text up to the delimiter, which is taken off; backslash-newline joins lines unless raw. */
function* readInput(options: ReadOptions): Sys<{ text: string; ended: boolean }> {
  if (options.count !== undefined) return yield* readCharacters(options, options.count);
  let text = '';
  for (;;) {
    const chunk =
      options.delimiter === '\n'
        ? yield* readLine(options.fd, yield* left(options))
        : yield* readUpTo(options.fd, options.delimiter, options);
    if (chunk === null) return { text, ended: true };
    text += chunk;
    if (!text.endsWith(options.delimiter)) return { text: text.replaceAll('\0', ''), ended: true };
    // A variable holds no zero byte.
    text = text.slice(0, -1).replaceAll('\0', '');
    const backslashes = /\\*$/.exec(text)?.[0].length ?? 0;
    if (options.raw || backslashes % 2 === 0) return { text, ended: false };
    text = options.delimiter === '\n' ? text.slice(0, -1) : `${text}${options.delimiter}`;
  }
}

export function* readUpTo(fd: number, delimiter: string, options?: ReadOptions): Sys<string | null> {
  let text = '';
  for (;;) {
    const c = yield* readChunk(fd, 1, options && (yield* left(options)));
    if (c === null) return text === '' ? null : text;
    text += c;
    if (c === delimiter) return text;
  }
}

function* readCharacters(options: ReadOptions, count: number): Sys<{ text: string; ended: boolean }> {
  let text = '';
  for (let kept = 0; kept < count; ) {
    const c = yield* readChunk(options.fd, 1, yield* left(options));
    if (c === null) return { text, ended: true };
    if (c === options.delimiter && !options.exact) break;
    if (c === '\0') continue;
    // A backslash and what it quotes are one; before a line's end it joins the lines.
    const next = c === '\\' && !options.raw ? yield* readChunk(options.fd, 1, yield* left(options)) : '';
    if (next === null) return { text, ended: true };
    if (next === '\n') continue;
    text += c + next;
    // A character outside of the first plane comes in two halves.
    if (!/[\ud800-\udbff]/.test(c)) kept++;
  }
  return { text, ended: false };
}

function store(shell: Shell, options: ReadOptions, text: string): void {
  const { variables } = shell;
  const ifs = variables.get('IFS') ?? ' \t\n';
  if (options.array !== undefined) {
    if (variables.find(options.array)?.kind !== 'list') variables.declare(options.array, { kind: 'list' });
    variables.setItems(
      options.array,
      words(text, ifs, options.raw).map((word) => [undefined, word]),
    );
    return;
  }
  if (options.names.length === 0) {
    variables.set('REPLY', options.raw ? text : text.replace(/\\([^])/g, '$1'));
    return;
  }
  const values = options.exact
    ? [options.raw ? text : text.replace(/\\([^])/g, '$1')]
    : words(text, ifs, options.raw, options.names.length);
  for (const [i, name] of options.names.entries()) {
    const item = /^(\w+)\[(.*)\]$/.exec(name);
    if (item) variables.setItem(item[1] as string, shell.subscript(item[1] as string, item[2] as string), values[i] ?? '');
    else variables.set(name, values[i] ?? '');
  }
}

/** Splits a line as `read` does: the last of `limit` words keeps the rest of the line. */
export function words(line: string, ifs: string, raw: boolean, limit = Number.POSITIVE_INFINITY): string[] {
  const blank = (c: string | undefined): boolean => c !== undefined && ifs.includes(c) && /[ \t\n]/.test(c);
  const out: string[] = [];
  let i = 0;
  while (blank(line[i])) i++;
  while (i < line.length) {
    if (out.length === limit - 1) {
      out.push(rest(line.slice(i), ifs, raw));
      return out;
    }
    let word = '';
    while (i < line.length && !ifs.includes(line[i] as string)) {
      if (line[i] === '\\' && !raw) i++;
      word += line[i++] ?? '';
    }
    out.push(word);
    while (blank(line[i])) i++;
    if (i < line.length && ifs.includes(line[i] as string) && !blank(line[i])) {
      i++;
      while (blank(line[i])) i++;
    }
  }
  return out;
}

function rest(text: string, ifs: string, raw: boolean): string {
  let end = text.length;
  while (end > 0 && ifs.includes(text[end - 1] as string) && /[ \t\n]/.test(text[end - 1] as string) && (raw || text[end - 2] !== '\\'))
    end--;
  let kept = text.slice(0, end);
  // One delimiter behind a last word that holds no other goes too.
  if (kept.length > 0 && ifs.includes(kept.at(-1) as string) && ![...kept.slice(0, -1)].some((c) => ifs.includes(c)))
    kept = kept.slice(0, -1);
  return raw ? kept : kept.replace(/\\([^])/g, '$1');
}
