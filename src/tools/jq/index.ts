/** jq, as version 1.7.1. */
import { SysError } from '../../kernel/error.ts';
import { close, isatty, now, open, read, readPath } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { type Call, Failure, type Tool } from '../tool.ts';
import { Compiler } from './compile.ts';
import { type Format, isTrue, JsonError, JsonReader, parseJson, print, type Value } from './json.ts';
import { type Host, Machine, type Scope } from './machine.ts';
import { streamEvents } from './natives.ts';
import { type Problem, parseProgram, SyntaxProblem } from './parse.ts';
import { JqError } from './paths.ts';

const VERSION = '1.7.1';
const HINT = 'Use jq --help for help with command-line options,\nor see the jq manpage, or online docs  at https://jqlang.github.io/jq';
const USAGE = `Usage:\tjq [options] <jq filter> [file...]
\tjq [options] --args <jq filter> [strings...]
\tjq [options] --jsonargs <jq filter> [JSON_TEXTS...]

jq is a tool for processing JSON inputs, applying the given filter to
its JSON text inputs and producing the filter's results as JSON on
standard output.

The simplest filter is ., which copies jq's input to its output
unmodified except for formatting.
`;
const OPTIONS = `
  -n  no input: null        -R  lines as strings          -s  all inputs as one array
  -c  one line a value      -r  strings as they are       -j  like -r, without newlines
  -a  ASCII only            -S  sorted keys               -C, -M  with and without colors
  -e  exit code by output   -f FILE  program of a file    --tab, --indent N
  --arg NAME VALUE          --argjson NAME JSON           --slurpfile, --rawfile NAME FILE
  --args, --jsonargs        --stream                      --seq, --raw-output0
`;

const COLORS = ['0;90', '0;39', '0;39', '0;39', '0;32', '1;39', '1;39', '1;34'].map((color) => `\x1b[${color}m`);

const LETTERS = 'nRscrjaSCMefhV';
const WORDS: Readonly<Record<string, string>> = {
  'null-input': 'n',
  'raw-input': 'R',
  slurp: 's',
  'compact-output': 'c',
  'raw-output': 'r',
  'join-output': 'j',
  'ascii-output': 'a',
  'sort-keys': 'S',
  'color-output': 'C',
  'monochrome-output': 'M',
  'exit-status': 'e',
  'from-file': 'f',
  help: 'h',
  version: 'V',
};

interface Settings {
  readonly flags: Set<string>;
  indent: string;
  program: string | undefined;
  readonly files: string[];
  readonly named: Map<string, Value>;
  readonly positional: Value[];
}

function wrong(message: string): Failure {
  return new Failure(`jq: ${message}\n${HINT}`, 2, true);
}

function jsonArgument(option: string, text: string): Value {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonError) throw wrong(`invalid JSON text passed to --${option}`);
    throw error;
  }
}

function* readArguments(call: Call): Sys<Settings> {
  const settings: Settings = { flags: new Set(), indent: '  ', program: undefined, files: [], named: new Map(), positional: [] };
  const { flags, named } = settings;
  const { args } = call;
  let rest: 'files' | 'args' | 'jsonargs' = 'files';
  let ended = false;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (ended || !/^-[-a-zA-Z]/.test(arg)) {
      if (settings.program === undefined) settings.program = arg;
      else if (rest === 'files') settings.files.push(arg);
      else settings.positional.push(rest === 'args' ? arg : jsonArgument('jsonargs', arg));
      continue;
    }
    if (arg === '--') {
      ended = true;
      continue;
    }
    if (arg.startsWith('-L')) throw wrong('modules (-L) are not supported here');
    if (!arg.startsWith('--')) {
      for (const letter of arg.slice(1)) {
        if (!LETTERS.includes(letter)) throw wrong(`Unknown option ${arg}`);
        flags.add(letter);
        if (letter === 'c') settings.indent = '';
      }
      continue;
    }
    const word = arg.slice(2);
    const short = WORDS[word];
    const needs = (count: number, words: string): readonly string[] => {
      if (i + count >= args.length) throw wrong(`--${word} takes ${words}`);
      i += count;
      return args.slice(i - count + 1, i + 1);
    };
    if (short) {
      flags.add(short);
      if (short === 'c') settings.indent = '';
    } else if (word === 'tab') settings.indent = '\t';
    else if (word === 'indent') {
      const [text = ''] = needs(1, 'one parameter');
      const count = Number.parseInt(text, 10) || 0;
      if (count < -1 || count > 7) throw wrong('--indent takes a number between -1 and 7');
      settings.indent = ' '.repeat(Math.max(0, count));
    } else if (word === 'arg' || word === 'argjson') {
      const [name = '', text = ''] = needs(2, `two parameters (e.g. --${word} varname ${word === 'arg' ? 'value' : 'text'})`);
      if (!named.has(name)) named.set(name, word === 'arg' ? text : jsonArgument(word, text));
    } else if (word === 'slurpfile' || word === 'rawfile') {
      const [name = '', path = ''] = needs(2, `two parameters (e.g. --${word} varname filename)`);
      const value = yield* loadFile(path, word === 'rawfile', (reason) => `jq: Bad JSON in --${word} ${name} ${path}: ${reason}`);
      if (!named.has(name)) named.set(name, value);
    } else if (word === 'args' || word === 'jsonargs') rest = word;
    else if (['stream', 'seq', 'raw-output0', 'unbuffered'].includes(word)) flags.add(word);
    else throw wrong(`Unknown option ${arg}`);
  }
  return settings;
}

function* loadFile(path: string, raw: boolean, problem: (reason: string) => string): Sys<Value> {
  try {
    const text = yield* readPath(path);
    if (raw) return text;
    const values: Value[] = [];
    const reader = new JsonReader();
    reader.add(text, (value) => values.push(value));
    reader.end((value) => values.push(value));
    return values;
  } catch (error) {
    if (error instanceof SysError) throw new Failure(problem(`Could not open ${path}: ${error.message}`), 2, true);
    if (error instanceof JsonError) throw new Failure(problem(error.message), 2, true);
    throw error;
  }
}

/** The inputs, one value after the other, as they come. */
class Inputs {
  private readonly call: Call;
  private readonly settings: Settings;
  private readonly waiting: Value[] = [];
  private readonly files: string[];
  private readonly reader = new JsonReader();
  private broken: JsonError | undefined;
  private line = '';
  private rest = '';
  private fd: number | undefined;
  private ended = false;
  name: Value = null;
  /** Lines read of the current file. */
  lines = 0;
  unreadable = false;

  constructor(call: Call, settings: Settings) {
    this.call = call;
    this.settings = settings;
    this.files = settings.files.length > 0 ? [...settings.files] : ['-'];
  }

  /** The next input, or undefined at the end. Throws JsonError. */
  *next(): Sys<Value | undefined> {
    const { flags } = this.settings;
    if (!flags.has('s')) return yield* this.one();
    if (this.ended) return undefined;
    const all: Value[] = [];
    if (flags.has('R')) {
      let text = '';
      for (let piece = yield* this.piece(); piece !== null; piece = yield* this.piece()) text += piece;
      return text;
    }
    for (let value = yield* this.one(); value !== undefined; value = yield* this.one()) all.push(value);
    return all;
  }

  private *one(): Sys<Value | undefined> {
    while (this.waiting.length === 0 && !this.ended) {
      const piece = yield* this.piece();
      if (this.settings.flags.has('R')) this.rawLines(piece);
      else this.parse(piece);
    }
    if (this.waiting.length === 0 && this.broken) {
      const { broken } = this;
      this.broken = undefined;
      throw broken;
    }
    return this.waiting.shift();
  }

  /** What comes before a mistake counts; nothing after it does. */
  private parse(piece: string | null): void {
    try {
      if (piece === null) this.reader.end(this.keep);
      else this.reader.add(this.settings.flags.has('seq') ? piece.replaceAll('\x1e', ' ') : piece, this.keep);
    } catch (error) {
      if (!(error instanceof JsonError)) throw error;
      this.broken = error;
      this.ended = true;
    }
  }

  private readonly keep = (value: Value): void => {
    if (this.settings.flags.has('stream')) this.waiting.push(...streamEvents(value));
    else this.waiting.push(value);
  };

  private rawLines(piece: string | null): void {
    const lines = (this.line + (piece ?? '')).split('\n');
    this.line = lines.pop() ?? '';
    this.waiting.push(...lines);
    if (piece === null && this.line !== '') this.waiting.push(this.line);
  }

  /** The next text of the files, a line at most, so that line numbers in messages are right; null at the end of all. */
  private *piece(): Sys<string | null> {
    for (;;) {
      if (this.rest !== '') {
        const end = this.rest.indexOf('\n') + 1 || this.rest.length;
        const text = this.rest.slice(0, end);
        this.rest = this.rest.slice(end);
        if (text.endsWith('\n')) this.lines++;
        return text;
      }
      if (this.fd === undefined) {
        const path = this.files.shift();
        if (path === undefined) {
          this.ended = true;
          return null;
        }
        this.fd = yield* this.opened(path);
        continue;
      }
      yield* this.call.flush();
      const text = yield* read(this.fd);
      if (text !== null) this.rest = text;
      else {
        if (this.fd !== 0) yield* close(this.fd);
        this.fd = undefined;
        if (this.files.length > 0) this.lines = 0;
      }
    }
  }

  private *opened(path: string): Sys<number | undefined> {
    this.name = path === '-' ? '<stdin>' : path;
    if (path === '-') return 0;
    try {
      return yield* open(path, 'r');
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      this.unreadable = true;
      yield* this.call.note(`jq: error: Could not open file ${path}: ${error.message}\n`);
      return undefined;
    }
  }

  get position(): string {
    return this.name === null ? '<unknown>' : `${this.name}:${this.lines}`;
  }
}

function compileProblems(source: string, problems: readonly Problem[]): Failure {
  const texts = problems.map(({ message, at }) => {
    const before = source.slice(0, at);
    const start = before.lastIndexOf('\n') + 1;
    const line = source.slice(start).split('\n')[0] as string;
    return `jq: error: ${message} at <top-level>, line ${before.split('\n').length}:\n${line}${' '.repeat(at - start)}`;
  });
  const count = `jq: ${problems.length} compile ${problems.length > 1 ? 'errors' : 'error'}`;
  return new Failure([...texts, count].join('\n'), 3, true);
}

export const jq: Tool = function* (call) {
  const settings = yield* readArguments(call);
  const { flags } = settings;
  if (flags.has('h')) {
    call.put(`jq - commandline JSON processor [version ${VERSION}]\n\n${USAGE}${OPTIONS}`);
    return 0;
  }
  if (flags.has('V')) {
    call.put(`jq-${VERSION}\n`);
    return 0;
  }
  const terminal = yield* isatty(1);
  if (settings.program === undefined && !(terminal && (yield* isatty(0)))) settings.program = '.';
  if (settings.program === undefined)
    throw new Failure(
      `jq - commandline JSON processor [version ${VERSION}]\n\n${USAGE}\nFor listing the command options, use jq --help.`,
      2,
      true,
    );
  let source = settings.program;
  if (flags.has('f')) source = (yield* loadFile(source, true, (reason) => `jq: error: ${reason}`)) as string;

  const { named, positional } = settings;
  const variables = new Map<string, Value>([
    ...named,
    [
      'ARGS',
      new Map<string, Value>([
        ['positional', positional],
        ['named', named],
      ]),
    ],
  ]);
  const compiler = new Compiler();
  let filter: ReturnType<Compiler['program']>;
  try {
    const { definitions, main } = parseProgram(source);
    filter = compiler.program(main, definitions, [...variables.keys()]);
  } catch (error) {
    if (error instanceof SyntaxProblem) throw compileProblems(source, error.problems);
    throw error;
  }
  if (compiler.problems.length > 0) throw compileProblems(source, compiler.problems);

  const noColor = (call.process.env['NO_COLOR'] ?? '') !== '';
  const colored = !flags.has('M') && (flags.has('C') || (terminal && !noColor));
  const format: Format = {
    indent: settings.indent,
    sorted: flags.has('S'),
    ascii: flags.has('a'),
    ...(colored && { colors: COLORS }),
  };
  const raw = flags.has('r') || flags.has('j') || flags.has('raw-output0');
  const end = flags.has('raw-output0') ? '\0' : flags.has('j') ? '' : '\n';
  const inputs = new Inputs(call, settings);
  let scope: Scope | undefined;
  for (const value of variables.values()) scope = { value, next: scope };

  /** Exit code by the last output: 0, 1 for null and false, 4 for none. */
  let last: 0 | 1 | 4 = 4;
  let halted: { code: number; message?: Value } | undefined;
  let notes = '';
  const host: Host = {
    *input() {
      const value = yield* guarded(inputs.next());
      if (value === undefined) throw new JqError('break');
      return value;
    },
    *now() {
      return (yield* now()) / 1000;
    },
    note: (text) => {
      notes += text;
    },
    halt: (code, message) => {
      halted = { code, ...(message !== undefined && { message }) };
    },
    env: call.process.env,
    filename: () => inputs.name,
    line: () => inputs.lines,
  };
  const flush = function* (): Sys<boolean> {
    if (notes !== '') {
      const text = notes;
      notes = '';
      yield* call.note(text);
    }
    if (call.buffered > 8192) yield* call.flush();
    return halted !== undefined;
  };
  /** Runs the program on one input; false when it failed. */
  const process = function* (input: Value): Sys<boolean> {
    let failure: { error: Value } | undefined;
    const run = new Machine(host);
    const output = (value: Value): null => {
      last = isTrue(value) ? 0 : 1;
      if (flags.has('seq')) call.put('\x1e');
      call.put((raw && typeof value === 'string' && !flags.has('a') ? value : print(value, format)) + end);
      return null;
    };
    const failed = (error: Value): null => {
      run.cut(0);
      failure = { error };
      return null;
    };
    yield* run.run(() => filter(run, scope, input, undefined, output, failed), flush);
    if (!failure) return true;
    const { error } = failure;
    const text = typeof error === 'string' ? `: ${error}` : ` (not a string): ${print(error)}`;
    yield* call.note(`jq: error (at ${inputs.position})${text}\n`);
    return false;
  };

  let code = 0;
  try {
    if (flags.has('n')) code = (yield* process(null)) ? 0 : 5;
    else
      for (let value = yield* inputs.next(); value !== undefined && !halted; value = yield* inputs.next()) {
        code = (yield* process(value)) ? 0 : 5;
        if (halted) break;
      }
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    yield* call.note(`jq: parse error: ${error.message}\n`);
    code = 5;
  }
  yield* call.flush();
  if (halted) {
    const { code: chosen, message } = halted;
    if (message !== undefined && message !== null) yield* call.note(typeof message === 'string' ? message : `${print(message)}\n`);
    return chosen;
  }
  if (inputs.unreadable) return 2;
  return code === 0 && flags.has('e') ? last : code;
};

/** A broken input inside a program is an error that the program can catch. */
function* guarded<T>(reading: Sys<T>): Sys<T> {
  try {
    return yield* reading;
  } catch (error) {
    if (error instanceof JsonError) throw new JqError(error.message);
    throw error;
  }
}
