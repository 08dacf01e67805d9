/** Builtins that few scripts use: loaded when first called. */
import { files, load, readLine, write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { findInPath } from '../external.ts';
import { lateCode } from '../late.ts';
import { quoted } from '../quote.ts';
import { textWidth } from '../readline/width.ts';
import { runText } from '../script.ts';
import type { Shell } from '../shell.ts';
import { ReadonlyError } from '../variables.ts';
import { KEYWORDS } from './control.ts';
import { getopts } from './getopts.ts';
import { type Builtin, builtins } from './index.ts';
import { readUpTo } from './read.ts';
import { dirs, popd, pushd } from './stack.ts';
import { type } from './type.ts';

export { kinds } from './type.ts';

/** Of `exec` the executor itself takes care. */
const names = (): string[] => [...Object.keys(builtins), 'exec'].sort();

/** POSIX calls these special: functions do not hide them there. */
const SPECIAL = new Set('. : break continue eval exec exit export readonly return set shift source times trap unset'.split(' '));

const USAGE: Readonly<Record<string, string>> = {
  bind: 'bind [-lpsvPSVX] [-m keymap] [-f filename] [-q name] [-u name] [-r keyseq] [-x keyseq:shell-command] [keyseq:readline-function or readline-command]',
  caller: 'caller [expr]',
  compgen:
    'compgen [-abcdefgjksuv] [-o option] [-A action] [-G globpat] [-W wordlist] [-F function] [-C command] [-X filterpat] [-P prefix] [-S suffix] [word]',
  enable: 'enable [-a] [-dnps] [-f filename] [name ...]',
  fc: 'fc [-e ename] [-lnr] [first] [last] or fc -s [pat=rep] [command]',
  mapfile: 'mapfile [-d delim] [-n count] [-O origin] [-s count] [-t] [-u fd] [-C callback] [-c quantum] [array]',
  readarray: 'readarray [-d delim] [-n count] [-O origin] [-s count] [-t] [-u fd] [-C callback] [-c quantum] [array]',
  ulimit: 'ulimit [-SHabcdefiklmnpqrstuvxPRT] [limit]',
  umask: 'umask [-p] [-S] [mode]',
};

/** Options as bash's own getopt reads them: `spec` has their letters, those with `:` take a value. */
interface Options {
  readonly flags: ReadonlyMap<string, string>;
  readonly rest: readonly string[];
}

function* options(shell: Shell, argv: readonly string[], spec: string): Sys<Options | undefined> {
  const flags = new Map<string, string>();
  let i = 1;
  for (; i < argv.length && /^-./.test(argv[i] as string); i++) {
    const word = argv[i] as string;
    if (word === '--') {
      i++;
      break;
    }
    for (let j = 1; j < word.length; j++) {
      const letter = word[j] as string;
      const place = letter === ':' ? -1 : spec.indexOf(letter);
      if (place >= 0 && spec[place + 1] !== ':') {
        flags.set(letter, '');
        continue;
      }
      const value = place < 0 ? undefined : word.slice(j + 1) || argv[++i];
      if (value === undefined) {
        yield* shell.complain(`${argv[0]}: -${letter}: ${place < 0 ? 'invalid option' : 'option requires an argument'}`);
        yield* write(2, `${argv[0]}: usage: ${USAGE[argv[0] as string] ?? argv[0]}\n`);
        return undefined;
      }
      flags.set(letter, value);
      break;
    }
  }
  return { flags, rest: argv.slice(i) };
}

function* mapfile(shell: Shell, argv: string[]): Sys<number> {
  const given = yield* options(shell, argv, 'd:n:O:s:tu:C:c:');
  if (!given) return 2;
  const { flags, rest } = given;
  for (const [letter, what] of Object.entries({
    n: 'line count',
    O: 'array origin',
    s: 'line count',
    u: 'file descriptor specification',
    c: 'callback quantum',
  })) {
    const text = flags.get(letter);
    if (text === undefined || (/^\d+$/.test(text) && (letter !== 'c' || Number(text) > 0))) continue;
    yield* shell.complain(`${argv[0]}: ${text}: invalid ${what}`);
    return 1;
  }
  const number = (letter: string, missing = 0): number => Number(flags.get(letter) ?? missing);
  const name = rest[0] ?? 'MAPFILE';
  if (!/^[a-zA-Z_]\w*$/.test(name)) {
    yield* shell.complain(`${argv[0]}: ${name === '' ? 'empty array variable name' : `\`${name}': not a valid identifier`}`);
    return 1;
  }
  if (shell.variables.find(name)?.kind === 'map') {
    yield* shell.complain(`${argv[0]}: ${name}: not an indexed array`);
    return 1;
  }
  const delimiter = flags.has('d') ? (flags.get('d')?.[0] ?? '\0') : '\n';
  const [origin, skip, count, quantum] = [number('O'), number('s'), number('n'), number('c', 5000)];
  const fd = number('u');
  const callback = flags.get('C');
  try {
    if (!flags.has('O')) shell.variables.setItems(name, []);
    else if (shell.variables.find(name)?.kind !== 'list') shell.variables.declare(name, { kind: 'list' });
    if (shell.variables.keys(name).length === 0) shell.variables.setItems(name, []);
    for (let at = 0, kept = 0; count === 0 || kept < count; at++) {
      const line = delimiter === '\n' ? yield* readLine(fd) : yield* readUpTo(fd, delimiter);
      if (line === null) break;
      if (at < skip) continue;
      // As in C, a line in memory ends at its first zero byte.
      const text = (flags.has('t') && line.endsWith(delimiter) ? line.slice(0, -1) : line).split('\0', 1)[0] as string;
      kept++;
      const index = origin + kept - 1;
      if (callback !== undefined && kept % quantum === 0)
        yield* runText(shell, `${callback} ${index} ${quoted(text)}`, shell.line - 1, 'eval');
      shell.variables.setItem(name, String(index), text);
    }
  } catch (error) {
    if (!(error instanceof ReadonlyError)) throw error;
    yield* shell.complain(error.message);
    return 1;
  }
  return 0;
}

function* enable(shell: Shell, argv: string[]): Sys<number> {
  const given = yield* options(shell, argv, 'adnpsf:');
  if (!given) return 2;
  const { flags, rest } = given;
  if (flags.has('f') || flags.has('d')) {
    yield* shell.complain('enable: builtins cannot be loaded from files here');
    return 1;
  }
  if (rest.length === 0 || flags.has('p')) {
    for (const name of names()) {
      const off = shell.disabled.has(name);
      if (flags.has('s') && !SPECIAL.has(name)) continue;
      if (!flags.has('a') && off !== flags.has('n')) continue;
      yield* write(1, `enable ${off ? '-n ' : ''}${name}\n`);
    }
    return 0;
  }
  let code = 0;
  for (const name of rest) {
    if (!names().includes(name)) {
      yield* shell.complain(`enable: ${name}: not a shell builtin`);
      code = 1;
    } else if (flags.has('n')) shell.disabled.add(name);
    else shell.disabled.delete(name);
  }
  return code;
}

/** Where the function that runs was called: line, name of the caller, file. */
function* caller(shell: Shell, argv: string[]): Sys<number> {
  const given = yield* options(shell, argv, '');
  if (!given) return 2;
  const level = given.rest[0];
  if (level !== undefined && !/^\d+$/.test(level)) {
    yield* shell.complain(`caller: ${level}: invalid number`);
    yield* write(2, `caller: usage: ${USAGE['caller']}\n`);
    return 2;
  }
  if (shell.variables.frames.length === 0 && shell.calls.length === 0) return 1;
  const at = Number(level ?? 0);
  const [lines, callers, sources] = ['BASH_LINENO', 'FUNCNAME', 'BASH_SOURCE'].map((name) => shell.dynamicItems(name) ?? []);
  const [line, name, source] = [lines?.[at], callers?.[at + 1], sources?.[at + 1]];
  if (line === undefined || (level !== undefined && (name === undefined || source === undefined))) return 1;
  yield* write(1, level === undefined ? `${line} ${source ?? 'NULL'}\n` : `${line} ${name} ${source}\n`);
  return 0;
}

const CLASSES: Readonly<Record<string, number>> = { u: 0o700, g: 0o070, o: 0o007, a: 0o777 };
const BITS: Readonly<Record<string, number>> = { r: 0o444, w: 0o222, x: 0o111 };

/** What a symbolic mode makes of permissions, or the character that it cannot have. */
function symbolic(text: string, allowed: number): number | string {
  let mode = allowed;
  for (const clause of text.split(',')) {
    const who = /^[ugoa]*/.exec(clause)?.[0] as string;
    const mask = [...(who || 'a')].reduce((sum, c) => sum | (CLASSES[c] ?? 0), 0);
    let rest = clause.slice(who.length);
    if (!/^[-+=]/.test(rest)) return `\`${rest[0] ?? ''}': invalid symbolic mode operator`;
    while (rest !== '') {
      const [all, operator, letters] = /^([-+=])([rwx]*)/.exec(rest) as RegExpExecArray;
      const bits = [...(letters as string)].reduce((sum, c) => sum | (BITS[c] ?? 0), 0) & mask;
      mode = operator === '+' ? mode | bits : operator === '-' ? mode & ~bits : (mode & ~mask) | bits;
      rest = rest.slice((all as string).length);
      if (rest !== '' && !/^[-+=]/.test(rest)) return `\`${rest[0]}': invalid symbolic mode character`;
    }
  }
  return mode;
}

function* umask(shell: Shell, argv: string[]): Sys<number> {
  const given = yield* options(shell, argv, 'pS');
  if (!given) return 2;
  const { flags, rest } = given;
  const current = shell.process.umask ?? 0o022;
  const wanted = rest[0];
  if (wanted === undefined) {
    const letters = (bits: number): string => ['r', 'w', 'x'].filter((_, i) => (bits & (4 >> i)) !== 0).join('');
    const allowed = 0o777 & ~current;
    const shown = flags.has('S')
      ? `u=${letters(allowed >> 6)},g=${letters(allowed >> 3)},o=${letters(allowed)}`
      : current.toString(8).padStart(4, '0');
    yield* write(1, `${flags.has('p') ? `umask ${flags.has('S') ? '-S ' : ''}` : ''}${shown}\n`);
    return 0;
  }
  if (/^\d/.test(wanted)) {
    if (!/^[0-7]+$/.test(wanted) || Number.parseInt(wanted, 8) > 0o777) {
      yield* shell.complain(`umask: ${wanted}: octal number out of range`);
      return 1;
    }
    shell.process.umask = Number.parseInt(wanted, 8);
    return 0;
  }
  const mode = symbolic(wanted, 0o777 & ~current);
  if (typeof mode === 'string') {
    yield* shell.complain(`umask: ${mode}`);
    return 1;
  }
  shell.process.umask = 0o777 & ~mode;
  return flags.has('S') ? yield* umask(shell, ['umask', '-S']) : 0;
}

/** What a machine without limits says of them; the few that it has are the kernel's own sizes. */
const LIMITS: readonly [letter: string, name: string, unit: string, value: string][] = [
  ['R', 'real-time non-blocking time', 'microseconds, -R', 'unlimited'],
  ['c', 'core file size', 'blocks, -c', '0'],
  ['d', 'data seg size', 'kbytes, -d', 'unlimited'],
  ['e', 'scheduling priority', '-e', '0'],
  ['f', 'file size', 'blocks, -f', 'unlimited'],
  ['i', 'pending signals', '-i', '31234'],
  ['l', 'max locked memory', 'kbytes, -l', '8192'],
  ['m', 'max memory size', 'kbytes, -m', 'unlimited'],
  ['n', 'open files', '-n', '1048576'],
  ['p', 'pipe size', '512 bytes, -p', '8'],
  ['q', 'POSIX message queues', 'bytes, -q', '819200'],
  ['r', 'real-time priority', '-r', '0'],
  ['s', 'stack size', 'kbytes, -s', '8192'],
  ['t', 'cpu time', 'seconds, -t', 'unlimited'],
  ['u', 'max user processes', '-u', 'unlimited'],
  ['v', 'virtual memory', 'kbytes, -v', 'unlimited'],
  ['x', 'file locks', '-x', 'unlimited'],
];

function* ulimit(shell: Shell, argv: string[]): Sys<number> {
  const given = yield* options(shell, argv, 'SHacdefilmnpqrstuvxR');
  if (!given) return 2;
  const { flags, rest } = given;
  if (rest[0] !== undefined) {
    if (!/^(?:\d+|soft|hard|unlimited)$/.test(rest[0])) {
      yield* shell.complain(`ulimit: ${rest[0]}: invalid number`);
      return 1;
    }
    if (/^\d+$/.test(rest[0])) {
      yield* shell.complain('ulimit: this machine has no limits to set');
      return 1;
    }
    return 0;
  }
  const wanted = flags.has('a') ? LIMITS : LIMITS.filter(([letter]) => flags.has(letter));
  if (wanted.length === 0) yield* write(1, 'unlimited\n');
  else if (wanted.length === 1) yield* write(1, `${wanted[0]?.[3]}\n`);
  else for (const [, name, unit, value] of wanted) yield* write(1, `${name.padEnd(20)} ${`(${unit}) `.padStart(20)}${value}\n`);
  return 0;
}

function* times(): Sys<number> {
  yield* write(1, '0m0.000s 0m0.000s\n0m0.000s 0m0.000s\n');
  return 0;
}

/** Programmable completion is built in here: scripts that set it up (`source <(kubectl completion bash)`) are taken as done. */
// biome-ignore lint/correctness/useYield: all builtins are generators
function* complete(): Sys<number> {
  return 0;
}

/** What `-A ACTION` and its short forms list. */
function* listed(shell: Shell, action: string, word: string): Sys<readonly string[] | undefined> {
  switch (action) {
    case 'alias':
      return [...shell.aliases.keys()].sort();
    case 'builtin':
      return names();
    case 'command':
      return [...shell.aliases.keys(), ...KEYWORDS, ...shell.functions.keys(), ...names(), ...shell.process.machine.programNames()];
    case 'export':
      return shell.variables.names().filter((name) => shell.variables.raw(name)?.flags.includes('x'));
    case 'function':
      return [...shell.functions.keys()].sort();
    case 'job':
      return shell.jobs.filter((job) => job.listed).map((job) => job.text.split(' ')[0] as string);
    case 'keyword':
      return [...KEYWORDS];
    case 'variable':
      return shell.variables.names();
    case 'arrayvar':
      return shell.variables.names().filter((name) => shell.variables.raw(name)?.items);
    case 'file':
    case 'directory': {
      const folder = word.includes('/') ? word.slice(0, word.lastIndexOf('/') + 1) : '';
      return yield* files((fs, cwd) => {
        const at = fs.resolve(cwd, folder || '.');
        if (!fs.isDirectory(at)) return [];
        return fs
          .list(at)
          .filter(
            (name) =>
              (!name.startsWith('.') || word.slice(folder.length).startsWith('.')) &&
              (action === 'file' || fs.isDirectory(fs.resolve(at, name))),
          )
          .map((name) => folder + name);
      });
    }
    default:
      return undefined;
  }
}

const ACTIONS: Readonly<Record<string, string>> = {
  a: 'alias',
  b: 'builtin',
  c: 'command',
  d: 'directory',
  e: 'export',
  f: 'file',
  j: 'job',
  k: 'keyword',
  v: 'variable',
};

function* compgen(shell: Shell, argv: string[]): Sys<number> {
  const given = yield* options(shell, argv, 'abcdefgjksuvo:A:G:W:F:C:X:P:S:');
  if (!given) return 2;
  const { flags, rest } = given;
  const word = rest[0] ?? '';
  const found: string[] = [];
  for (const [letter, value] of flags) {
    if (letter === 'W') found.push(...value.split(/[ \t\n]+/).filter(Boolean));
    else if (letter === 'P' || letter === 'S' || letter === 'o') continue;
    else {
      const action = letter === 'A' ? value : (ACTIONS[letter] ?? `-${letter}`);
      const more = yield* listed(shell, action, word);
      if (!more) {
        yield* shell.complain(`compgen: ${action}: ${letter === 'A' ? 'invalid action name' : 'not supported here'}`);
        return letter === 'A' ? 2 : 1;
      }
      found.push(...more);
    }
  }
  const matching = found.filter((one) => one.startsWith(word));
  for (const one of matching) yield* write(1, `${flags.get('P') ?? ''}${one}${flags.get('S') ?? ''}\n`);
  return matching.length > 0 ? 0 : 1;
}

function* compopt(shell: Shell): Sys<number> {
  yield* shell.complain('compopt: not currently executing completion function');
  return 1;
}

/** What keys of the line editor do, and giving them another meaning. */
function* bind(shell: Shell, argv: string[]): Sys<number> {
  const given = yield* options(shell, argv, 'lpsvPSVXm:f:q:u:r:x:');
  if (!given) return 2;
  if (!shell.interactive) {
    yield* shell.complain('bind: warning: line editing not enabled');
    return 1;
  }
  const { functionNames, keysOf, readLines } = yield* load(lateCode.bindings);
  const { flags } = given;
  let code = 0;
  const lines = [...given.rest];
  for (const [letter, value] of flags) {
    if (letter === 'l')
      yield* write(
        1,
        functionNames()
          .map((name) => `${name}\n`)
          .join(''),
      );
    else if (letter === 'p' || letter === 'P') {
      for (const name of functionNames()) {
        const keys = keysOf(name, shell.bindings);
        if (letter === 'p') yield* write(1, keys.map((key) => `${key}: ${name}\n`).join('') || `# ${name} (not bound)\n`);
        else yield* write(1, `${name} ${keys.length > 0 ? `can be found on ${keys.join(', ')}.` : 'is not bound to any keys'}\n`);
      }
    } else if (letter === 'v' || letter === 'V') {
      for (const [name, setting] of shell.settings)
        yield* write(1, letter === 'v' ? `set ${name} ${setting}\n` : `${name} is set to \`${setting}'\n`);
    } else if (letter === 'q') {
      const keys = functionNames().includes(value) ? keysOf(value, shell.bindings) : undefined;
      if (keys && keys.length > 0) yield* write(1, `${value} can be invoked via ${keys.join(', ')}.\n`);
      else yield* write(1, keys ? `${value} is not bound to any keys.\n` : '');
      if (!keys) yield* shell.complain(`bind: \`${value}': unknown function name`);
      if (!keys || keys.length === 0) code = 1;
    } else if (letter === 'f') {
      lines.push(...(yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, value))?.text ?? '')).split('\n'));
    } else if (letter !== 'm') {
      yield* shell.complain(`bind: -${letter} is not supported here`);
      code = 1;
    }
  }
  for (const problem of readLines(lines, shell)) {
    yield* shell.complain(`bind: ${problem}`);
    code = 1;
  }
  return code;
}

/** The history position that `first` or `last` of fc names, counted from 0. */
function position(lines: readonly string[], text: string): number {
  if (/^-?\d+$/.test(text)) {
    const number = Number(text);
    const at = number <= 0 ? lines.length + (number === 0 ? -1 : number) : number - 1;
    return Math.min(Math.max(at, 0), lines.length - 1);
  }
  return lines.findLastIndex((line) => line.startsWith(text));
}

function* fc(shell: Shell, argv: string[]): Sys<number> {
  // A number with a minus is no option.
  const cut = argv.findIndex((word, i) => i > 0 && /^-\d+$/.test(word));
  const given = yield* options(shell, cut < 0 ? argv : [...argv.slice(0, cut), '--', ...argv.slice(cut)], 'e:lnrs');
  if (!given) return 2;
  const { flags, rest } = given;
  // The command itself is the newest line, and not meant.
  const lines = shell.history.slice(0, shell.interactive ? -1 : undefined);
  if (lines.length === 0) {
    if (flags.has('l')) return 0;
    yield* shell.complain('fc: no command found');
    return 1;
  }
  if (flags.has('s') || flags.get('e') === '-') {
    const change = rest[0]?.includes('=') ? rest[0] : undefined;
    const named = rest[change === undefined ? 0 : 1];
    const line = named === undefined ? lines.at(-1) : lines[position(lines, named)];
    if (line === undefined) {
      yield* shell.complain('fc: no command found');
      return 1;
    }
    const [from = '', to = ''] = change?.split(/=([^]*)/) ?? [];
    const text = change === undefined ? line : line.replaceAll(from, () => to);
    yield* write(2, `${text}\n`);
    shell.history[shell.history.length - 1] = text;
    return yield* runText(shell, text, 0, 'eval');
  }
  if (!flags.has('l')) {
    yield* shell.complain('fc: commands cannot be edited here: fc -s repeats one, fc -l lists them');
    return 1;
  }
  const first = position(lines, rest[0] ?? '-16');
  const last = rest[1] === undefined ? lines.length - 1 : position(lines, rest[1]);
  if (first < 0 || last < 0) {
    yield* shell.complain('fc: history specification out of range');
    return 1;
  }
  const [low, high] = first <= last ? [first, last] : [last, first];
  const shown = lines.slice(low, high + 1).map((line, i) => `${flags.has('n') ? '' : low + i + 1}\t ${line}\n`);
  if (first > last !== flags.has('r')) shown.reverse();
  for (const line of shown) yield* write(1, line);
  return 0;
}

function* suspend(shell: Shell): Sys<number> {
  yield* shell.complain(shell.jobControl ? 'suspend: cannot suspend a login shell' : 'suspend: cannot suspend: no job control');
  return 1;
}

/** The table of where programs were found: it is filled as they are run. */
function* hash(shell: Shell, argv: string[]): Sys<number> {
  const { hashed } = shell;
  let i = 1;
  let flags = '';
  let path: string | undefined;
  for (; /^-[lrdtp]+$/.test(argv[i] ?? ''); i++) {
    flags += (argv[i] as string).slice(1);
    if (flags.endsWith('p')) path = argv[++i];
  }
  const names = argv.slice(i);
  if (flags.includes('r')) hashed.clear();
  else if (names.length === 0) {
    if (hashed.size === 0) yield* write(1, shell.dialect === 'bash' && flags === '' ? 'hash: hash table empty\n' : '');
    else if (flags.includes('l')) for (const [name, one] of hashed) yield* write(1, `builtin hash -p ${one.path} ${name}\n`);
    else {
      yield* write(1, 'hits\tcommand\n');
      for (const one of hashed.values()) yield* write(1, `${String(one.hits).padStart(4)}\t${one.path}\n`);
    }
  }
  let code = 0;
  for (const name of names) {
    const known = hashed.get(name);
    if (flags.includes('t') && known) {
      yield* write(1, names.length > 1 ? `${name}\t${known.path}\n` : `${known.path}\n`);
      continue;
    }
    if (flags.includes('d') && hashed.delete(name)) continue;
    const found = path ?? (/[td]/.test(flags) ? undefined : yield* findInPath(shell, name));
    if (found !== undefined) hashed.set(name, { path: found, hits: 0 });
    else if (/[td]/.test(flags) || !Object.hasOwn(builtins, name)) {
      yield* shell.complain(`hash: ${name}: not found`);
      code = 1;
    }
  }
  return code;
}

/** What `exec` says of an option that it does not have. */
function* badExec(shell: Shell, [, option = '']: string[]): Sys<number> {
  yield* shell.complain(
    `exec: ${option.slice(0, 2)}: invalid option\nexec: usage: exec [-cl] [-a name] [command [argument ...]] [redirection ...]`,
  );
  return 2;
}

export const rare: Readonly<Record<string, Builtin>> = {
  badExec,
  bind,
  caller,
  compgen,
  complete,
  compopt,
  dirs,
  enable,
  fc,
  getopts,
  hash,
  mapfile,
  popd,
  pushd,
  readarray: mapfile,
  suspend,
  times,
  type,
  ulimit,
  umask,
};

/** The numbered choices of `select`, in as many columns as fit, filled downwards. */
export function selectMenu(words: readonly string[], width: number): string {
  if (words.length === 0) return '';
  const digits = String(words.length).length;
  const cell = Math.max(...words.map((word) => textWidth(word))) + digits + 4;
  const fit = Math.max(1, Math.floor(width / cell));
  let rows = Math.ceil(words.length / fit);
  let columns = Math.ceil(words.length / rows);
  if (rows === 1) [rows, columns] = [columns, 1];
  const first = String(rows).length;
  let out = '';
  for (let row = 0; row < rows; row++) {
    let at = 0;
    for (let i = row; ; ) {
      const numbers = at === 0 ? first : digits;
      out += `${String(i + 1).padStart(numbers)}) ${words[i]}`;
      const end = at + textWidth(words[i] as string) + numbers + 2;
      i += rows;
      if (i >= words.length) break;
      out += blanks(end, at + cell);
      at += cell;
    }
    out += '\n';
  }
  return out;
}

/** From one column to another, with tabs where they help. */
function blanks(from: number, to: number): string {
  let out = '';
  for (let at = from; at < to; ) {
    const tab = Math.floor(to / 8) > Math.floor(at / 8);
    out += tab ? '\t' : ' ';
    at = tab ? (Math.floor(at / 8) + 1) * 8 : at + 1;
  }
  return out;
}
