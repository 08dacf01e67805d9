/** Completion of a command line: what is being typed, and who knows how it could go on. */
import { files } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { builtins } from './builtins/index.ts';
import { type Candidate, type Completer, completers } from './completers.ts';
import type { Shell } from './shell.ts';

/** What is completed: the text from `start` to the cursor, and what it could become. */
export interface Completion {
  readonly start: number;
  readonly candidates: readonly Candidate[];
  /** Inserted text must be quoted for this context. */
  readonly quote: '' | '"' | "'";
  /** The unquoted word so far. */
  readonly word: string;
}

interface Context {
  readonly words: string[];
  readonly start: number;
  readonly quote: '' | '"' | "'";
  /** A file name is expected: behind `<` or `>`. */
  readonly redirect: boolean;
}

const KEYWORDS = [
  'if',
  'then',
  'else',
  'elif',
  'fi',
  'for',
  'while',
  'until',
  'do',
  'done',
  'case',
  'esac',
  'function',
  'select',
  'in',
  'time',
];
/** Words before a command that leave the next word a command. */
const BEFORE_COMMAND = new Set([
  'then',
  'else',
  'elif',
  'if',
  'while',
  'until',
  'do',
  'time',
  '!',
  '{',
  'exec',
  'command',
  'builtin',
  'nohup',
  'sudo',
  'env',
  'xargs',
  'watch',
  'timeout',
]);

/** The words of the simple command that the cursor is in. */
export function contextOf(text: string): Context {
  let words: string[] = [];
  let word = '';
  let start = 0;
  let quote: '' | '"' | "'" = '';
  let inWord = false;
  let redirect = false;
  const nested: { words: string[]; word: string; start: number; quote: '' | '"' | "'" }[] = [];
  const finish = (): void => {
    if (inWord) {
      if (redirect) redirect = false;
      else words.push(word);
    }
    word = '';
    inWord = false;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (!inWord && !/[\s]/.test(c)) start = i;
    if (quote === "'") {
      if (c === "'") quote = '';
      else word += c;
      continue;
    }
    if (c === '\\' && i + 1 < text.length) {
      inWord = true;
      word += text[++i];
      continue;
    }
    if ((c === '$' && text[i + 1] === '(') || (c === '`' && !nested.some((one) => one.word.endsWith('`')))) {
      nested.push({ words, word: word + c, start, quote });
      [words, word, quote, inWord] = [[], '', '', false];
      if (c === '$') i++;
      continue;
    }
    if (quote === '"') {
      if (c === '"') quote = '';
      else word += c;
      continue;
    }
    if (c === "'" || c === '"') {
      inWord = true;
      quote = c;
    } else if (c === ' ' || c === '\t') {
      finish();
    } else if (c === ')' || c === '`') {
      const outer = nested.pop();
      if (outer) {
        ({ words, word, start, quote } = outer);
        inWord = true;
      } else {
        finish();
        words = [];
      }
    } else if (';&|\n(){}'.includes(c) && !(c === '{' && inWord) && !(c === '}' && inWord)) {
      if (c === '&' && (text[i - 1] === '>' || text[i - 1] === '<')) continue;
      finish();
      words = [];
      redirect = false;
    } else if (c === '<' || c === '>') {
      if (/^\d+$/.test(word)) [word, inWord] = ['', false];
      finish();
      redirect = true;
    } else {
      inWord = true;
      word += c;
    }
  }
  if (!inWord) start = text.length;
  while (words.length > 0 && (/^\w+=/.test(words[0] as string) || (BEFORE_COMMAND.has(words[0] as string) && !completersFor(words)))) {
    words.shift();
    while (words[0]?.startsWith('-') || /^\d/.test(words[0] ?? '')) words.shift();
  }
  return { words: [...words, word], start, quote, redirect };
}

function completersFor(words: readonly string[]): boolean {
  return completers.has(words[0] as string);
}

/** What could stand at the cursor of this text (all before the cursor). */
export function* complete(shell: Shell, text: string): Sys<Completion> {
  const context = contextOf(text);
  const { start, quote } = context;
  let words = context.words;
  const word = words.at(-1) as string;
  const typed = text.slice(start);
  const sameCase = shell.settings.get('completion-ignore-case') !== 'on';
  const done = (candidates: readonly Candidate[]): Completion => ({
    start,
    quote,
    word,
    candidates: candidates.filter(({ value }) => (sameCase ? value.startsWith(word) : value.toLowerCase().startsWith(word.toLowerCase()))),
  });
  const variable = quote === "'" ? null : /\$\{?(\w*)$/.exec(typed);
  if (variable) {
    const brace = variable[0].startsWith('${');
    const before = word.slice(0, word.length - variable[0].length);
    const names = shell.variables.names().filter((name) => name.startsWith(variable[1] as string));
    return done(names.map((name) => ({ value: `${before}$${brace ? '{' : ''}${name}${brace ? '}' : ''}`, open: quote !== '' })));
  }
  if (context.redirect) return done(yield* fileNames(shell, word));
  if (words.length === 1) return done(word.includes('/') ? yield* fileNames(shell, word) : yield* commandNames(shell));
  const alias = shell.aliases.get(words[0] as string);
  if (alias !== undefined) words = [...alias.trim().split(/\s+/), ...words.slice(1)];
  const completer = completers.get(words[0] as string) ?? OWN[words[0] as string]?.(shell);
  const found = completer
    ? yield* completer({ words, cwd: shell.process.cwd, env: shell.variables.environment(), process: shell.process })
    : undefined;
  return done(found ?? (yield* fileNames(shell, word)));
}

function unique(names: Iterable<string>): Candidate[] {
  return [...new Set(names)].sort().map((value) => ({ value }));
}

function* commandNames(shell: Shell): Sys<readonly Candidate[]> {
  const scripts = yield* files((fs, cwd) =>
    (shell.variables.get('PATH') ?? '').split(':').flatMap((folder) => {
      const path = fs.resolve(cwd, folder || '.');
      return fs.isDirectory(path) ? fs.list(path).filter((name) => ((fs.stat(`${path}/${name}`)?.mode ?? 0) & 0o111) !== 0) : [];
    }),
  );
  return unique([
    ...shell.process.machine.programNames(),
    ...Object.keys(builtins),
    ...shell.aliases.keys(),
    ...shell.functions.keys(),
    ...KEYWORDS,
    ...scripts,
  ]);
}

/** Paths that begin with the word; folders stay open for more. */
export function* fileNames(shell: Shell, word: string, foldersOnly = false): Sys<readonly Candidate[]> {
  const slash = word.lastIndexOf('/') + 1;
  const typed = word.slice(0, slash);
  const home = shell.variables.get('HOME') ?? '/';
  const folder = typed.startsWith('~/') ? home + typed.slice(1) : typed;
  return yield* files((fs, cwd) => {
    const path = fs.resolve(cwd, folder || '.');
    if (!fs.isDirectory(path)) return [];
    return fs
      .list(path)
      .filter((name) => !name.startsWith('.') || word.slice(slash).startsWith('.'))
      .map((name) => ({ name, isFolder: fs.isDirectory(fs.resolve(path, name)) }))
      .filter(({ isFolder }) => isFolder || !foldersOnly)
      .map(({ name, isFolder }) => ({ value: `${typed}${name}${isFolder ? '/' : ''}`, open: isFolder }));
  });
}

/** Completers of the shell's own commands. */
const OWN: Readonly<Record<string, (shell: Shell) => Completer>> = {
  cd: folders,
  pushd: folders,
  rmdir: folders,
  export: variables,
  unset: variables,
  declare: variables,
  readonly: variables,
  local: variables,
  read: variables,
  type: commands,
  which: commands,
  command: commands,
  man: commands,
  help: commands,
  fg: jobs,
  bg: jobs,
  kill: jobs,
  disown: jobs,
  alias: aliases,
  unalias: aliases,
};

function folders(shell: Shell): Completer {
  return ({ words }) => fileNames(shell, words.at(-1) as string, true);
}

function variables(shell: Shell): Completer {
  return function* () {
    return shell.variables.names().map((value) => ({ value }));
  };
}

function commands(shell: Shell): Completer {
  return () => commandNames(shell);
}

function jobs(shell: Shell): Completer {
  return function* () {
    return shell.jobs.filter((job) => job.listed).map((job) => ({ value: `%${job.id}`, description: job.text }));
  };
}

function aliases(shell: Shell): Completer {
  return function* () {
    return [...shell.aliases].map(([value, description]) => ({ value, description }));
  };
}
