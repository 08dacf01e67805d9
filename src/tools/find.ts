/** find: files below a directory that pass its tests. */

import { byteLength } from '../kernel/bytes.ts';
import type { FileEntry, FileSystem } from '../kernel/files.ts';
import { files, now, readLine } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { runCommand } from './command.ts';
import { parseDate } from './date.ts';
import { formatDate } from './datetext.ts';
import { changedMode } from './files.ts';
import { globMatcher } from './glob.ts';
import { inodeOf, linkCount, modeText } from './ls.ts';
import { compile } from './regex/match.ts';
import { RegexError } from './regex/parse.ts';
import { type Call, Failure, type Tool } from './tool.ts';

interface Found {
  readonly shown: string;
  readonly path: string;
  readonly entry: FileEntry;
  readonly depth: number;
  /** The operand that it is below. */
  readonly start: string;
}

/** A test or action; false ends the `and` it stands in. */
type Step = (found: Found) => Sys<boolean>;

const TAKES_ARGUMENT = new Set(
  'name iname path ipath wholename iwholename lname ilname type xtype maxdepth mindepth size mtime mmin atime amin ctime cmin newer anewer cnewer newermt perm regex iregex regextype printf fprint user group uid gid links inum samefile'.split(
    ' ',
  ),
);

class Expression {
  private readonly words: readonly string[];
  private at = 0;
  private readonly call: Call;
  private readonly current: number;
  maxDepth = Number.POSITIVE_INFINITY;
  minDepth = 0;
  depthFirst = false;
  pruned = false;
  code = 0;
  private acts = false;
  private syntax: 'basic' | 'extended' = 'basic';
  quits = false;
  /** Commands of `-exec ... +`, run at the end with all that was found. */
  private readonly batches: { argv: string[]; paths: string[] }[] = [];

  constructor(call: Call, words: readonly string[], current: number) {
    this.call = call;
    this.words = words;
    this.current = current;
  }

  parse(): Step {
    if (this.words.length === 0) return this.print('\n');
    const step = this.or();
    if (this.at < this.words.length)
      throw new Failure(this.words[this.at] === ')' ? "you have too many ')'" : `paths must precede expression: \`${this.words[this.at]}'`);
    if (this.acts) return step;
    const print = this.print('\n');
    return function* (found) {
      return (yield* step(found)) && (yield* print(found));
    };
  }

  *finish(): Sys<void> {
    for (const { argv, paths } of this.batches)
      if (paths.length > 0 && (yield* runCommand(this.call, [...argv, ...paths])) !== 0) this.code = 1;
  }

  private or(): Step {
    let left = this.and();
    while (this.words[this.at] === '-o' || this.words[this.at] === '-or') {
      this.at++;
      const [first, second] = [left, this.and()];
      left = function* (found) {
        return (yield* first(found)) || (yield* second(found));
      };
    }
    return left;
  }

  private and(): Step {
    const start = this.words[this.at];
    if (start !== undefined && /^-(?:a|and|o|or)$/.test(start))
      throw new Failure(`invalid expression; you have used a binary operator '${start}' with nothing before it.`);
    let left = this.not();
    for (
      let word = this.words[this.at];
      word !== undefined && word !== ')' && word !== '-o' && word !== '-or';
      word = this.words[this.at]
    ) {
      if (word === '-a' || word === '-and') this.at++;
      const [first, second] = [left, this.not()];
      left = function* (found) {
        return (yield* first(found)) && (yield* second(found));
      };
    }
    return left;
  }

  private not(): Step {
    const word = this.words[this.at];
    if (word === '!' || word === '-not') {
      this.at++;
      const step = this.not();
      return function* (found) {
        return !(yield* step(found));
      };
    }
    if (word === '(') {
      this.at++;
      const step = this.or();
      if (this.words[this.at++] !== ')')
        throw new Failure("invalid expression; I was expecting to find a ')' somewhere but did not see one.");
      return step;
    }
    return this.primary();
  }

  private test(check: (found: Found) => boolean): Step {
    // biome-ignore lint/correctness/useYield: steps are generators, as some wait
    return function* (found) {
      return check(found);
    };
  }

  private print(end: string): Step {
    const { call } = this;
    return this.test(({ shown }) => {
      call.put(shown + end);
      return true;
    });
  }

  private primary(): Step {
    const word = this.words[this.at++];
    if (word === undefined) throw new Failure(`expected an expression after \`${this.words[this.at - 2] ?? ''}'`);
    if (!word.startsWith('-')) throw new Failure(`paths must precede expression: \`${word}'`);
    const name = word.slice(1);
    let argument = '';
    if (TAKES_ARGUMENT.has(name)) {
      const next = this.words[this.at++];
      if (next === undefined) throw new Failure(`missing argument to \`${word}'`);
      argument = next;
    }
    /** `+n`, `-n`, `n` against a value. */
    const compare = (value: (found: Found) => number, unit = 1): Step => {
      const match = /^([-+]?)(\d+)$/.exec(argument);
      if (!match) throw new Failure(`invalid argument \`${argument}' to \`${word}'`);
      const wanted = Number(match[2]);
      return this.test((found) => {
        const actual = Math.floor(value(found) / unit);
        return match[1] === '+' ? actual > wanted : match[1] === '-' ? actual < wanted : actual === wanted;
      });
    };
    const depth = (): number => {
      if (!/^\d+$/.test(argument))
        throw new Failure(`Expected a positive decimal integer argument to ${word}, but got ${this.call.quote(argument)}`);
      return Number(argument);
    };
    const always = this.test(() => true);
    switch (name) {
      case 'name':
      case 'iname': {
        const matches = globMatcher(argument, name === 'iname');
        return this.test(({ shown }) => matches(shown.replace(/(?<=.)\/+$/, '').replace(/^.*\/(?=.)/s, '')));
      }
      case 'path':
      case 'wholename':
      case 'iwholename':
      case 'ipath': {
        const matches = globMatcher(argument, name.startsWith('i'));
        return this.test(({ shown }) => matches(shown));
      }
      case 'lname':
      case 'ilname': {
        const matches = globMatcher(argument, name === 'ilname');
        return this.test(({ entry }) => entry.kind === 'link' && matches(entry.text));
      }
      case 'regextype':
        if (!/^(?:posix-|gnu-)?(?:extended|egrep|awk|basic|grep|ed|sed|minimal-basic)$|^emacs$|^findutils-default$/.test(argument))
          throw new Failure(`Unknown regular expression type ${this.call.quote(argument)}`);
        this.syntax = /extended|egrep|awk/.test(argument) ? 'extended' : 'basic';
        return always;
      case 'iregex':
      case 'regex': {
        const source = this.syntax === 'extended' ? `^(${argument})$` : `^\\(${argument}\\)$`;
        const pattern = compile(source, this.syntax, { ignoreCase: name === 'iregex' });
        return this.test(({ shown }) => pattern.test(shown));
      }
      case 'xtype':
      case 'type': {
        const types = argument.split(',');
        if (!types.every((type) => /^[bcdpflsD]$/.test(type))) throw new Failure(`Unknown argument to -type: ${argument}`);
        const { files: tree } = this.call.process.machine;
        return this.test(({ entry, path }) => {
          const { kind } = (name === 'xtype' ? tree.stat(path) : undefined) ?? entry;
          return types.includes({ directory: 'd', link: 'l', file: 'f' }[kind]);
        });
      }
      case 'maxdepth':
        this.maxDepth = depth();
        return always;
      case 'mindepth':
        this.minDepth = depth();
        return always;
      case 'depth':
        this.depthFirst = true;
        return always;
      case 'size': {
        const match = /^([-+]?)(\d+)([cwbkMG]?)$/.exec(argument);
        if (!match) throw new Failure(`invalid argument \`${argument}' to \`-size'`);
        const unit = { c: 1, w: 2, b: 512, k: 1024, M: 1024 ** 2, G: 1024 ** 3 }[match[3] || 'b'] as number;
        const wanted = Number(match[2]);
        return this.test(({ entry }) => {
          const actual = Math.ceil((entry.kind === 'directory' ? 4096 : byteLength(entry.text)) / unit);
          return match[1] === '+' ? actual > wanted : match[1] === '-' ? actual < wanted : actual === wanted;
        });
      }
      case 'atime':
      case 'ctime':
      case 'mtime':
        return compare(({ entry }) => this.current - entry.modified, 86_400_000);
      case 'amin':
      case 'cmin':
      case 'mmin':
        return compare(({ entry }) => this.current - entry.modified, 60_000);
      case 'newermt': {
        const moment = parseDate(argument, this.current);
        if (moment === undefined) throw new Failure(`I cannot figure out how to interpret ${this.call.quote(argument)} as a date or time`);
        return this.test(({ entry }) => entry.modified > moment);
      }
      case 'links':
        return compare(({ path, entry }) => linkCount(this.call.process.machine.files, path, entry));
      case 'inum':
        return compare(({ path, entry }) => inodeOf(path, entry));
      case 'samefile': {
        const { process } = this.call;
        const tree = process.machine.files;
        const other = tree.resolve(process.cwd, argument);
        if (!tree.linkStat(other)) throw new Failure(`${this.call.quote(argument)}: No such file or directory`);
        const same = tree.namesOf(other);
        return this.test(({ path }) => same.includes(path));
      }
      case 'anewer':
      case 'cnewer':
      case 'newer': {
        const { process } = this.call;
        const other = process.machine.files.stat(process.machine.files.resolve(process.cwd, argument));
        if (!other) throw new Failure(`'${argument}': No such file or directory`);
        return this.test(({ entry }) => entry.modified > other.modified);
      }
      case 'perm': {
        const bits = changedMode(argument.replace(/^[-/]/, ''), 0, false);
        if (bits === undefined) throw new Failure(`invalid mode ${this.call.quote(argument)}`);
        return this.test(({ entry }) =>
          argument.startsWith('-')
            ? (entry.mode & bits) === bits
            : argument.startsWith('/')
              ? (entry.mode & bits) !== 0
              : entry.mode === bits,
        );
      }
      case 'user':
      case 'group': {
        const user = this.call.process.env['USER'] ?? 'root';
        if (argument !== user && argument !== 'root' && !/^\d+$/.test(argument))
          throw new Failure(`${this.call.quote(argument)} is not the name of a known ${name}`);
        return this.test(() => argument === user || argument === (user === 'root' ? '0' : '1000'));
      }
      case 'uid':
      case 'gid':
        return compare(() => ((this.call.process.env['USER'] ?? 'root') === 'root' ? 0 : 1000));
      case 'nouser':
      case 'nogroup':
        return this.test(() => false);
      case 'mount':
      case 'xdev':
      case 'daystart':
      case 'follow':
      case 'noleaf':
      case 'ignore_readdir_race':
      case 'warn':
      case 'nowarn':
        return always;
      case 'quit':
        this.acts = true;
        return this.test(() => {
          this.quits = true;
          return true;
        });
      case 'empty':
        return this.test(({ entry, path }) =>
          entry.kind === 'directory' ? this.call.process.machine.files.list(path).length === 0 : entry.kind === 'file' && entry.text === '',
        );
      case 'executable':
        return this.test(({ entry }) => (entry.mode & 0o111) !== 0);
      case 'true':
      case 'readable':
      case 'writable':
        return always;
      case 'false':
        return this.test(() => false);
      case 'prune':
        return this.test(() => {
          this.pruned = true;
          return true;
        });
      case 'print':
      case 'print0':
        this.acts = true;
        return this.print(name === 'print' ? '\n' : '\0');
      case 'printf':
        this.acts = true;
        return this.test((found) => {
          this.call.put(this.formatted(argument, found));
          return true;
        });
      case 'ls':
        this.acts = true;
        return this.test((found) => {
          const { entry, path } = found;
          const size = entry.kind === 'link' ? 0 : Math.ceil((entry.kind === 'directory' ? 4096 : byteLength(entry.text)) / 4096) * 4;
          const user = (this.call.process.env['USER'] ?? 'root').padEnd(8);
          const links = linkCount(this.call.process.machine.files, path, entry);
          const leads = entry.kind === 'link' ? ` -> ${entry.text}` : '';
          this.call.put(
            `${String(inodeOf(path, entry)).padStart(9)} ${String(size).padStart(6)} ${modeText(entry)} ${String(links).padStart(3)} ${user} ${user} ${String(entry.kind === 'directory' ? 4096 : byteLength(entry.text)).padStart(8)} ${formatDate('%b %e %H:%M', entry.modified)} ${found.shown}${leads}\n`,
          );
          return true;
        });
      case 'delete':
        this.acts = true;
        this.depthFirst = true;
        return (found) => this.remove(found);
      case 'exec':
      case 'execdir':
      case 'ok':
      case 'okdir':
        this.acts = true;
        return this.exec(word);
      default:
        throw new Failure(this.call.busybox ? `unrecognized: ${word}` : `unknown predicate \`${word}'`);
    }
  }

  private exec(word: string): Step {
    const end = this.words.findIndex((one, i) => i >= this.at && (one === ';' || (one === '+' && this.words[i - 1] === '{}')));
    if (end < 0) throw new Failure(`missing argument to \`${word}'`);
    const argv = this.words.slice(this.at, end);
    const batch = this.words[end] === '+';
    this.at = end + 1;
    if (argv.length === 0) throw new Failure(`invalid argument \`;' to \`${word}'`);
    const [asks, inside] = [word.startsWith('-ok'), word.endsWith('dir')];
    if (batch) {
      const entry = { argv: argv.slice(0, -1), paths: [] as string[] };
      this.batches.push(entry);
      return this.test(({ shown }) => entry.paths.push(shown) > 0);
    }
    const { call } = this;
    return function* (found) {
      const shown = inside ? `./${found.path.slice(found.path.lastIndexOf('/') + 1)}` : found.shown;
      if (asks) {
        yield* call.note(`< ${argv[0]} ... ${found.shown} > ? `);
        if (!/^[yY]/.test((yield* readLine(0)) ?? '')) return false;
      }
      const { process } = call;
      const before = process.cwd;
      if (inside) process.cwd = found.path.slice(0, found.path.lastIndexOf('/')) || '/';
      try {
        const words = argv.map((one) => one.replaceAll('{}', () => shown));
        return (yield* runCommand(call, words, { quoted: true })) === 0;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        yield* call.warn(error.message);
        return false;
      } finally {
        process.cwd = before;
      }
    };
  }

  private *remove({ path, shown }: Found): Sys<boolean> {
    try {
      yield* files((fs) => fs.remove(path));
      return true;
    } catch (error) {
      yield* this.call.warn(`cannot delete '${shown}': ${(error as Error).message}`);
      this.code = 1;
      return false;
    }
  }

  private formatted(format: string, { shown, path, entry, depth, start }: Found): string {
    const slash = shown.lastIndexOf('/');
    const values: Readonly<Record<string, string | number>> = {
      p: shown,
      f: shown.slice(slash + 1),
      h: slash < 0 ? '.' : shown.slice(0, slash) || '/',
      s: entry.kind === 'directory' ? 4096 : byteLength(entry.text),
      d: depth,
      P: shown.slice(start.length).replace(/^\//, ''),
      H: start,
      b: entry.kind === 'link' ? 0 : Math.ceil((entry.kind === 'directory' ? 4096 : byteLength(entry.text)) / 4096) * 8,
      k: entry.kind === 'link' ? 0 : Math.ceil((entry.kind === 'directory' ? 4096 : byteLength(entry.text)) / 4096) * 4,
      i: inodeOf(path, entry),
      n: linkCount(this.call.process.machine.files, path, entry),
      u: this.call.process.env['USER'] ?? 'root',
      g: this.call.process.env['USER'] ?? 'root',
      U: (this.call.process.env['USER'] ?? 'root') === 'root' ? 0 : 1000,
      G: (this.call.process.env['USER'] ?? 'root') === 'root' ? 0 : 1000,
      t: formatDate('%a %b %e %H:%M:%S.%N0 %Y', entry.modified),
      y: { directory: 'd', link: 'l', file: 'f' }[entry.kind],
      l: entry.kind === 'link' ? entry.text : '',
      m: entry.mode.toString(8),
      M: modeText(entry),
      '%': '%',
    };
    const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0', '\\': '\\' };
    return format.replace(
      /%[ACTB]([@+a-zA-Z])|%(-?)(\d*)(?:\.\d+)?([a-zA-Z%])|\\([ntr0\\])/g,
      (whole, stamp?: string, left?: string, width?: string, letter?: string, escape?: string) => {
        if (stamp === '@') return `${Math.floor(entry.modified / 1000)}.${String(entry.modified % 1000).padStart(3, '0')}0000000`;
        if (stamp === '+') return formatDate('%Y-%m-%d+%H:%M:%S.%N0', entry.modified);
        if (stamp !== undefined) return formatDate(`%${stamp}`, entry.modified) + (stamp === 'S' || stamp === 'T' ? '.0000000000' : '');
        if (letter === undefined) return escapes[escape as string] as string;
        const value = String(values[letter] ?? whole);
        return left ? value.padEnd(Number(width)) : value.padStart(Number(width));
      },
    );
  }
}

export const find: Tool = function* (call) {
  const follow = call.args.slice(0, 3).findLast((arg) => /^-[HLP]$/.test(arg));
  const look = (fs: FileSystem, path: string, named: boolean): FileEntry | undefined =>
    (follow === '-L' || (named && follow === '-H') ? fs.stat(path) : undefined) ?? fs.linkStat(path);
  const args = call.args.filter((arg, i) => !(i < 3 && /^-[HLP]$/.test(arg)));
  const split = args.findIndex((arg) => arg.startsWith('-') || arg === '(' || arg === '!');
  const starts = split < 0 ? args : args.slice(0, split);
  const expression = new Expression(call, split < 0 ? [] : args.slice(split), yield* now());
  let step: Step;
  try {
    step = expression.parse();
  } catch (error) {
    throw error instanceof RegexError ? new Failure(error.message) : error;
  }
  const visit = function* (found: Found): Sys<void> {
    if (expression.quits) return;
    const { entry, depth, path, shown } = found;
    const act = function* (): Sys<void> {
      if (depth >= expression.minDepth) yield* step(found);
      if (call.buffered > 4096) yield* call.flush();
    };
    expression.pruned = false;
    if (!expression.depthFirst) yield* act();
    if (entry.kind === 'directory' && depth < expression.maxDepth && !expression.pruned) {
      const below = yield* files((fs) =>
        (fs.isDirectory(path) ? fs.list(path) : []).map((name) => ({
          name,
          path: fs.resolve(path, name),
          entry: look(fs, fs.resolve(path, name), false),
        })),
      );
      for (const one of below)
        if (one.entry)
          yield* visit({
            shown: `${shown.replace(/\/$/, '')}/${one.name}`,
            path: one.path,
            entry: one.entry,
            depth: depth + 1,
            start: found.start,
          });
    }
    if (expression.depthFirst) yield* act();
  };
  for (const start of starts.length > 0 ? starts : ['.']) {
    const path = yield* files((fs, cwd) => fs.resolve(cwd, start));
    const entry = yield* files((fs) => (start.endsWith('/') ? fs.stat(path) : look(fs, path, true)));
    if (entry) yield* visit({ shown: start, path, entry, depth: 0, start });
    else {
      yield* call.warn(`${call.busybox ? start : call.quote(start)}: No such file or directory`);
      expression.code = 1;
    }
  }
  yield* expression.finish();
  return expression.code;
};
