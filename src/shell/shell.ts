/** The state of one shell: what its commands read and change, and what a subshell starts with. */
import { SysError } from '../kernel/error.ts';
import { load, write } from '../kernel/sys.ts';
import type { Process, Signal, Sys } from '../kernel/types.ts';
import { type ArithmeticScope, evaluate } from './arithmetic.ts';
import type { Job } from './jobs.ts';
import { lateCode } from './late.ts';
import type { Binding } from './readline/bindings.ts';
import { type SavedVariable, Variables } from './variables.ts';

/** Which program's manners: GNU bash, Debian's dash, or busybox ash. They differ in the words of messages. */
export type Dialect = 'bash' | 'dash' | 'ash';

export const BASH_VERSION = '5.2.37(1)-release';

/** A function as it was written. */
export interface FunctionText {
  readonly text: string;
  /** Line of the script on which it starts, less one. */
  readonly line: number;
  /** The sourced file that it is from; '' for none. */
  readonly file: string;
}

/** A function or sourced file under way: what BASH_LINENO, BASH_SOURCE and `caller` tell of. */
export interface Call {
  readonly name: string;
  /** Where it was called. */
  readonly line: number;
  /** What it is from. */
  readonly file: string;
}

/** What a subshell is started with: JSON data. */
export interface SubshellInit {
  readonly subshell: true;
  readonly dialect: Dialect;
  readonly code: string;
  readonly line: number;
  readonly level: number;
  readonly shellPid: number;
  readonly name: string;
  readonly isCommand: boolean;
  /** Somebody typed it: complaints name no line. */
  readonly typed: boolean;
  readonly sourceFile: string;
  readonly variables: readonly SavedVariable[];
  readonly functions: readonly (readonly [string, FunctionText])[];
  readonly aliases: readonly (readonly [string, string])[];
  readonly positional: readonly string[];
  readonly frames: readonly string[];
  readonly calls: readonly Call[];
  readonly options: readonly string[];
  readonly shopts: readonly string[];
  readonly ignoredTraps: readonly Signal[];
  /** DEBUG, RETURN and ERR traps that `set -T` and `set -E` hand down. */
  readonly inheritedTraps: readonly (readonly [string, string])[];
  readonly command: string;
  readonly lastArgument: string;
  readonly disabled: readonly string[];
  readonly exportedFunctions: readonly string[];
  readonly status: number;
  readonly lastBackground: number;
  readonly descriptors: readonly number[];
  readonly directories: readonly string[];
  readonly random: number;
  readonly indirection: number;
  /** A failing command does not end it under `set -e`: its own outcome is tested. */
  readonly tested: boolean;
  /** The parent's jobs as `jobs` shows them. */
  readonly jobLines: readonly string[];
  /** For `history | grep ...`; left out where nothing asks for it. */
  readonly history: readonly string[];
}

/** Control flow out of nested commands. */
export class Leave extends Error {
  /** `discard`: the rest of the line at the top is not run. */
  readonly how: 'break' | 'continue' | 'return' | 'exit' | 'discard';
  /** Loop levels, or the exit code. */
  count: number;
  /** Of a loop that is left. */
  readonly status: number;
  constructor(how: Leave['how'], count: number, status = 0) {
    super(how);
    this.how = how;
    this.count = count;
    this.status = status;
  }
}

/** Ctrl-C at an interactive shell: back to the prompt. */
export class Interrupted extends Error {}

/** A command that failed while its words were expanded: printed, and the status is `code`. `fatal` ends a script, or its `line`. */
export class ShellError extends Error {
  readonly code: number;
  readonly fatal: boolean | 'line';
  constructor(message: string, options: { code?: number; fatal?: boolean | 'line' } = {}) {
    super(message);
    this.code = options.code ?? 1;
    this.fatal = options.fatal ?? false;
  }
}

const LETTERS: Readonly<Record<string, string>> = {
  allexport: 'a',
  braceexpand: 'B',
  errexit: 'e',
  errtrace: 'E',
  functrace: 'T',
  hashall: 'h',
  histexpand: 'H',
  keyword: 'k',
  monitor: 'm',
  noclobber: 'C',
  noexec: 'n',
  noglob: 'f',
  notify: 'b',
  nounset: 'u',
  onecmd: 't',
  physical: 'P',
  privileged: 'p',
  verbose: 'v',
  xtrace: 'x',
};
/** Long names of `set -o`, with their letter where they have one. */
export const SET_OPTIONS: readonly string[] = [
  'allexport',
  'braceexpand',
  'emacs',
  'errexit',
  'errtrace',
  'functrace',
  'hashall',
  'histexpand',
  'history',
  'ignoreeof',
  'interactive-comments',
  'keyword',
  'monitor',
  'noclobber',
  'noexec',
  'noglob',
  'nolog',
  'notify',
  'nounset',
  'onecmd',
  'physical',
  'pipefail',
  'posix',
  'privileged',
  'verbose',
  'vi',
  'xtrace',
];

export function optionName(letter: string): string | undefined {
  return Object.keys(LETTERS).find((name) => LETTERS[name] === letter);
}

export class Shell {
  readonly process: Process;
  readonly dialect: Dialect;
  readonly variables = new Variables();
  readonly functions = new Map<string, FunctionText>();
  readonly aliases = new Map<string, string>();
  readonly options = new Set<string>(['braceexpand', 'hashall', 'interactive-comments']);
  readonly shopts = new Set<string>([
    'checkwinsize',
    'cmdhist',
    'complete_fullquote',
    'extquote',
    'force_fignore',
    'globasciiranges',
    'globskipdots',
    'interactive_comments',
    'patsub_replacement',
    'progcomp',
    'promptvars',
    'sourcepath',
  ]);
  readonly traps = new Map<string, string>();
  readonly jobs: Job[] = [];
  /** In a subshell: the jobs of its parent, for `jobs | grep ...`. */
  jobLines: readonly string[] = [];
  /** Codes of children that ended before `wait` asked for them. */
  readonly ended = new Map<number, number>();
  readonly history: string[] = [];
  /** Directories below the current one in the stack, nearest first. */
  directories: string[] = [];
  /** Where getopts is: OPTIND and the place in that word. */
  getopts = { index: 1, at: 1 };
  /** Descriptors above 2 that the user opened; children inherit them. */
  readonly descriptors = new Set<number>();
  positional: string[] = [];
  /** $0 */
  name: string;
  /** Runs what -c gave it: functions then come from no file, and bash calls where they are from `environment`. */
  isCommand = false;
  /** The sourced file that runs, or that the running function is from. */
  sourceFile = '';
  /** $$ */
  shellPid: number;
  level = 0;
  status = 0;
  pipeStatus: number[] = [0];
  /** Where programs were found, and how often since. */
  readonly hashed = new Map<string, { readonly path: string; hits: number }>();
  lastBackground = 0;
  interactive = false;
  /** A subshell of what was typed at a prompt: it is not interactive, but it complains as the shell at the prompt does. */
  private ofPrompt = false;
  /** The user was told of stopped jobs by the last command, so the next wish to leave is obeyed. */
  warned = false;
  /** Has a terminal and moves process groups in and out of its foreground. */
  jobControl = false;
  /** Above 0 where a failing command does not end the shell under `set -e`. */
  tested = 0;
  loops = 0;
  /** The command that runs or ran last, as written: BASH_COMMAND. Traps leave it alone. */
  command = '';
  /** A trap runs: none of DEBUG and ERR comes of what it does. */
  trapping = false;
  /** Keys that `bind` gave another meaning, by the line editor's names for them. */
  readonly bindings = new Map<string, Binding>();
  /** The line editor's settings that `bind 'set NAME VALUE'` changed. */
  readonly settings = new Map<string, string>();
  /** `$_` */
  lastArgument = '';
  readonly calls: Call[] = [];
  /** Functions that may not be defined anew. */
  readonly readonlyFunctions = new Set<string>();
  /** Functions that children inherit. */
  readonly exportedFunctions = new Set<string>();
  /** Builtins that `enable -n` turned off. */
  readonly disabled = new Set<string>();
  /** How often `set -x` repeats the first character of PS4. */
  indirection = 0;
  /** Inside a sourced file, where return works. */
  sourcing = false;
  /** Nested source files, functions and evals. */
  depth = 0;
  /** The last command substitution's code, for assignments. */
  substitution = 0;
  /** Code that commands come from, for line numbers. */
  source = '';
  sourceLine = 0;
  position = 0;
  /** Caught and not yet handled signals. */
  readonly pending: Signal[] = [];
  /** Told of caught signals first (the line editor); true: the interrupted call fails with EINTR. */
  onSignal: ((signal: Signal) => boolean) | undefined;
  /** `wait` is under way: a caught signal ends it. */
  waiting = false;
  /** Virtual time as last asked for; only kept while a script uses SECONDS and its like. */
  time = 0;
  startTime = 0;
  random = 1;
  /** Another program has taken this process over (`exec`, or the last command of `-c`). */
  replaced = false;
  /** The command at hand is the whole of this process: a program may take its place. */
  tail = false;
  /** Process substitutions of the commands that run, the innermost last: descriptors to close after each. */
  readonly substitutions: number[] = [];

  constructor(process: Process, dialect: Dialect, init?: SubshellInit) {
    this.process = process;
    this.dialect = dialect;
    this.name = process.argv[0] ?? 'bash';
    this.shellPid = process.pid;
    this.variables.dynamic = (name) => this.dynamic(name);
    this.variables.onSet = (name, text) => this.assigned(name, text);
    this.variables.integer = (text) => String(evaluate(text, this.scope));
    if (init) this.load(init);
    else this.initialise();
  }

  /** What its children find in their environment. */
  environment(): Record<string, string> {
    const env = this.variables.environment();
    for (const name of this.exportedFunctions) {
      const text = this.functions.get(name)?.text.replace(/^(?:function\s+)?[^\s()]+\s*(?:\(\s*\))?\s*/, '() ');
      if (text !== undefined) env[`BASH_FUNC_${name}%%`] = text;
    }
    return env;
  }

  private initialise(): void {
    const { variables, process } = this;
    variables.importEnvironment(process);
    for (const [key, text] of Object.entries(process.env)) {
      const name = /^BASH_FUNC_(.+)%%$/.exec(key)?.[1];
      if (name === undefined || this.dialect !== 'bash' || !text.startsWith('() ')) continue;
      this.functions.set(name, { text: `${name} ${text}`, line: 0, file: 'environment' });
      this.exportedFunctions.add(name);
    }
    const preset: Record<string, string> = { IFS: ' \t\n', OPTIND: '1', PS4: '+ ' };
    if (this.dialect === 'bash') preset['OPTERR'] = '1';
    if (this.dialect === 'bash')
      Object.assign(preset, {
        BASH: '/usr/bin/bash',
        BASH_VERSION,
        HOSTNAME: process.machine.hostname,
        HOSTTYPE: 'x86_64',
        OSTYPE: 'linux-gnu',
        MACHTYPE: 'x86_64-pc-linux-gnu',
      });
    for (const [name, text] of Object.entries(preset)) variables.set(name, text);
    if (this.dialect === 'bash')
      variables.setItems(
        'BASH_VERSINFO',
        ['5', '2', '37', '1', 'release', 'x86_64-pc-linux-gnu'].map((v) => [undefined, v]),
      );
    if (variables.get('PATH') === undefined) variables.set('PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin');
    variables.set('PWD', process.cwd);
    variables.declare('PWD', { add: 'x' });
    if (this.dialect === 'dash') return;
    variables.set('SHLVL', String(Number(variables.get('SHLVL') ?? 0) + 1 || 1));
    variables.declare('SHLVL', { add: 'x' });
  }

  /** What a subshell that runs `code` starts with. */
  fork(code: string, line: number, substituted = false): SubshellInit {
    // A command substitution goes on after failing commands, unless told to inherit `set -e`.
    const forgets = substituted && !this.shopts.has('inherit_errexit') && !this.options.has('posix') && this.dialect === 'bash';
    return {
      subshell: true,
      dialect: this.dialect,
      code,
      line,
      level: this.level + 1,
      shellPid: this.shellPid,
      name: this.name,
      isCommand: this.isCommand,
      typed: this.typed,
      sourceFile: this.sourceFile,
      variables: this.variables.save(),
      functions: [...this.functions],
      aliases: [...this.aliases],
      positional: this.positional,
      frames: this.variables.frames.map((frame) => frame.name),
      calls: this.calls,
      lastArgument: this.lastArgument,
      options: [...this.options].filter((option) => option !== 'monitor' && !(forgets && option === 'errexit')),
      shopts: [...this.shopts],
      ignoredTraps: [...this.traps].filter(([, action]) => action === '').map(([name]) => name as Signal),
      inheritedTraps: [...this.traps].filter(
        ([name]) => this.options.has(name === 'ERR' ? 'errtrace' : 'functrace') && /^(?:ERR|DEBUG|RETURN)$/.test(name),
      ),
      command: this.command,
      disabled: [...this.disabled],
      exportedFunctions: [...this.exportedFunctions],
      indirection: substituted ? this.indirection : Math.max(0, this.indirection - 1),
      status: this.status,
      lastBackground: this.lastBackground,
      descriptors: [...this.descriptors],
      directories: this.directories,
      random: this.nextRandom(),
      tested: this.tested > 0,
      jobLines: [],
      history: /\bhistory\b/.test(code) ? this.history : [],
    };
  }

  private load(init: SubshellInit): void {
    this.variables.load(init.variables);
    for (const [name, text] of init.functions) this.functions.set(name, text);
    for (const [name, text] of init.aliases) this.aliases.set(name, text);
    this.options.clear();
    for (const option of init.options) this.options.add(option);
    this.shopts.clear();
    for (const option of init.shopts) this.shopts.add(option);
    for (const signal of init.ignoredTraps) this.traps.set(signal, '');
    for (const [name, action] of init.inheritedTraps) this.traps.set(name, action);
    for (const name of init.disabled) this.disabled.add(name);
    for (const name of init.exportedFunctions) this.exportedFunctions.add(name);
    for (const fd of init.descriptors) this.descriptors.add(fd);
    for (const name of init.frames) this.variables.push({ name, hidden: new Map(), positional: [] });
    this.calls.push(...init.calls);
    Object.assign(this, {
      positional: [...init.positional],
      name: init.name,
      isCommand: init.isCommand,
      ofPrompt: init.typed,
      sourceFile: init.sourceFile,
      shellPid: init.shellPid,
      level: init.level,
      command: init.command,
      lastArgument: init.lastArgument,
      indirection: init.indirection,
      status: init.status,
    });
    this.tested = init.tested ? 1 : 0;
    this.jobLines = init.jobLines;
    this.history.push(...init.history);
    Object.assign(this, { lastBackground: init.lastBackground, directories: [...init.directories], random: init.random });
  }

  /** Names of arithmetic: variables and array items. */
  readonly scope: ArithmeticScope = {
    get: (name, subscript) => {
      const value = subscript === undefined ? this.variables.get(name) : this.variables.item(name, this.subscript(name, subscript));
      if (value === undefined && this.options.has('nounset')) throw new ShellError(`${name}: unbound variable`, { fatal: true });
      return value;
    },
    set: (name, subscript, value) => {
      if (subscript === undefined) this.variables.set(name, value);
      else this.variables.setItem(name, this.subscript(name, subscript), value);
    },
  };

  /** The key of an array item from its expanded subscript text: a number for lists. */
  subscript(name: string, text: string): string {
    return this.variables.find(name)?.kind === 'map' ? text : String(evaluate(text, this.scope));
  }

  get line(): number {
    let line = this.sourceLine + 1;
    for (let i = this.source.indexOf('\n'); i >= 0 && i < this.position; i = this.source.indexOf('\n', i + 1)) line++;
    return line;
  }

  private nextRandom(): number {
    // bash's generator (Park and Miller's minimal standard), so that RANDOM=42 gives the same numbers there.
    const last = this.random === 0 ? 123459876 : this.random;
    const high = Math.floor(last / 127773);
    const next = 16807 * (last - 127773 * high) - 2836 * high;
    this.random = next < 0 ? next + 0x7fffffff : next;
    return this.random;
  }

  private dynamic(name: string): string | undefined {
    if (this.dialect === 'dash' && name !== 'LINENO' && name !== 'PPID') return undefined;
    switch (name) {
      case 'RANDOM': {
        const seed = this.nextRandom();
        return String(((seed >>> 16) ^ (seed & 65535)) & 32767);
      }
      case 'LINENO':
        return String(this.line);
      case 'SECONDS':
        return String(Math.floor((this.time - this.startTime) / 1000));
      case 'EPOCHSECONDS':
        return String(Math.floor(this.time / 1000));
      case 'EPOCHREALTIME':
        return (this.time / 1000).toFixed(6);
      case 'BASHPID':
        return String(this.process.pid);
      case 'PPID':
        return String(this.process.ppid);
      case 'UID':
      case 'EUID':
        return this.dialect === 'bash' ? this.userId : undefined;
      case 'BASH_SUBSHELL':
        return String(this.level);
      case 'FUNCNAME':
        return this.variables.frames.at(-1)?.name;
      case 'BASH_COMMAND':
        return this.command;
      case 'BASHOPTS':
        return [...this.shopts].sort().join(':');
      case 'SRANDOM':
        return String((this.nextRandom() * 2 + (this.nextRandom() & 1)) >>> 0);
      case 'SHELLOPTS':
        return [...this.options].sort().join(':');
      case 'DIRSTACK':
        return this.process.cwd;
      case 'PIPESTATUS':
        return String(this.pipeStatus[0] ?? 0);
      default:
        return undefined;
    }
  }

  get userId(): string {
    const user = this.process.env['USER'] ?? 'root';
    return user === 'root' ? '0' : '1000';
  }

  /** Items of the arrays that the shell itself keeps. */
  dynamicItems(name: string): string[] | undefined {
    if (name === 'PIPESTATUS') return this.pipeStatus.map(String);
    const main = this.isCommand || this.interactive ? [] : [{ name: 'main', line: 0, file: this.name }];
    if (name === 'FUNCNAME' && this.variables.frames.length > 0) return [...this.calls.toReversed(), ...main].map((call) => call.name);
    if (name === 'BASH_LINENO') return [...this.calls.toReversed(), ...main].map((call) => String(call.line));
    if (name === 'BASH_SOURCE') return [...this.calls.toReversed(), ...main].map((call) => call.file);
    if (name === 'GROUPS') return [this.userId];
    if (name === 'DIRSTACK') return [this.process.cwd, ...this.directories];
    return undefined;
  }

  private assigned(name: string, text: string): void {
    if (name === 'RANDOM') this.random = Number(text) || 0;
    if (name === 'PATH') this.hashed.clear();
    if (name === 'SECONDS') this.startTime = this.time - (Number(text) || 0) * 1000;
    if (this.options.has('allexport')) this.variables.declare(name, { add: 'x' });
  }

  /** `$-` */
  get optionLetters(): string {
    const letters = [...this.options]
      .map((name) => LETTERS[name] ?? '')
      .sort()
      .join('');
    return letters.replace(/[A-Z]/g, '') + (this.interactive ? 'i' : '') + letters.replace(/[^A-Z]/g, '') + (this.interactive ? '' : 'c');
  }

  /** What runs was typed at a prompt: here, or before a subshell was made of it. */
  get typed(): boolean {
    return this.interactive || this.ofPrompt;
  }

  /** What stands before a message: `bash: ` at a prompt, `bash: line 3: ` in a script. */
  get prefix(): string {
    const name = this.typed ? this.name.replace(/^-|.*\//g, '') : this.name;
    if (this.dialect === 'dash') return `${name}: ${this.line}: `;
    if (this.typed) return `${name}: `;
    if (this.dialect === 'ash') return `${name}: ${this.isCommand || name === this.process.argv[0] ? '' : `line ${this.line}: `}`;
    const own = this.isCommand && this.variables.frames.length > 0 ? 'environment' : name;
    return `${this.sourceFile || own}: line ${this.line}: `;
  }

  *complain(message: string): Sys<void> {
    const line = this.dialect === 'bash' ? `${this.prefix}${message}\n` : (yield* load(lateCode.words)).complaint(this, message);
    yield* this.tell(line);
  }

  /** To standard error. With that closed nobody hears it, and the script goes on. */
  *tell(text: string): Sys<void> {
    try {
      yield* write(2, text);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
    }
  }

  /** After a special builtin failed: where POSIX is obeyed a script ends. */
  endScript(): void {
    if (this.dialect !== 'bash' && !this.interactive) throw new Leave('exit', 2);
  }
}
