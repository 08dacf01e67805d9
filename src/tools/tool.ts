/** What every tool is made of: its call (arguments, buffered output, messages), and how it ends. */
import { SysError } from '../kernel/error.ts';
import type { FileSystem } from '../kernel/files.ts';
import { lazy } from '../kernel/lazy.ts';
import { close, files, load, open, write } from '../kernel/sys.ts';
import type { Process, Program, Sys } from '../kernel/types.ts';

/** Stands in output and messages for the tool's help, which is loaded when it is wanted. */
export const HELP = '\0help\0';

/** The texts of `--help` and man. */
export const manual = lazy(() => import('./manual.ts'));

/** A tool of this folder: gets its call, ends with its exit code. May throw `Failure`. */
export type Tool = (call: Call) => Sys<number>;

/** Ends a tool: `name: message` on standard error (nothing when the message is empty) and the exit code. */
export class Failure extends Error {
  readonly code: number;
  /** The message goes out without the tool's name before it. */
  readonly bare: boolean;

  constructor(message: string, code = 1, bare = false) {
    super(message);
    this.code = code;
    this.bare = bare;
  }
}

/** How a file that cannot be read is reported; `%` is its name, `#` the reason. GNU tools differ, busybox mostly does not. */
const UNREADABLE: Readonly<Record<'gnu' | 'busybox', Readonly<Record<string, string>>>> = {
  gnu: {
    head: "cannot open '%' for reading: #",
    tail: "cannot open '%' for reading: #",
    sort: 'cannot read: %: #',
    csplit: "cannot open '%' for reading: #",
    split: "cannot open '%' for reading: #",
    tac: "failed to open '%' for reading: #",
    sed: "can't read %: #",
    awk: 'cannot open % (#)',
    jq: 'error: Could not open %: #',
  },
  busybox: {
    ...Object.fromEntries('awk comm cut expand fold head nl paste rev shuf sort tac unexpand wc'.split(' ').map((name) => [name, '%: #'])),
    grep: '%: #',
    egrep: '%: #',
    fgrep: '%: #',
    sed: '%: #',
    jq: 'error: Could not open %: #',
    '': "can't open '%': #",
  },
};

const DIRECTORY: Readonly<Record<string, string>> = {
  head: "error reading '%': #",
  tail: "error reading '%': #",
  sort: 'read failed: %: #',
  sed: "couldn't read %: #",
};

/** `files` for what may end in a Failure: a system call answers data, so that goes through it as such. */
export function* filesOrFailure(act: (fs: FileSystem, cwd: string) => void): Sys<void> {
  const failed = yield* files((fs, cwd): { message: string; code: number; bare: boolean } | undefined => {
    try {
      act(fs, cwd);
      return undefined;
    } catch (error) {
      if (error instanceof Failure) return { message: error.message, code: error.code, bare: error.bare };
      throw error;
    }
  });
  if (failed) throw new Failure(failed.message, failed.code, failed.bare);
}

export class Call {
  readonly process: Process;
  readonly name: string;
  readonly args: readonly string[];
  /** Words its messages as busybox does. */
  readonly busybox: boolean;
  private text = '';

  constructor(process: Process, busybox = false) {
    this.process = process;
    this.name = (process.argv[0] ?? '').replace(/^.*\//, '');
    this.args = process.argv.slice(1);
    this.busybox = busybox;
  }

  /** Output that goes out with the next `flush`; tools flush before they wait for anything. */
  put(text: string): void {
    this.text += text;
  }

  get buffered(): number {
    return this.text.length;
  }

  *flush(): Sys<void> {
    const text = this.text;
    this.text = '';
    if (text !== '') yield* write(1, text.includes(HELP) ? yield* this.explain(text) : text);
  }

  /** The text with the tool's help where it belongs. */
  *explain(text: string): Sys<string> {
    if (!text.includes(HELP)) return text;
    const { helpOf } = yield* load(manual);
    return text.replaceAll(HELP, helpOf(this.name));
  }

  /** `name: message` on standard error. */
  *warn(message: string): Sys<void> {
    yield* this.flush();
    yield* write(2, `${this.name}: ${message}\n`);
  }

  /** Text on standard error as it is. */
  *note(text: string): Sys<void> {
    yield* this.flush();
    yield* write(2, text);
  }

  /** Quotes as GNU messages do: curly ones in a UTF-8 locale. */
  quote(text: string): string {
    const { LC_ALL, LC_CTYPE, LANG } = this.process.env;
    if (this.busybox) return `'${text}'`;
    return /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '') ? `‘${text}’` : `'${text}'`;
  }

  /** The message for a file that cannot be read. */
  unreadable(path: string, error: SysError): string {
    const words = UNREADABLE[this.busybox ? 'busybox' : 'gnu'];
    const pattern = (error.errno === 'EISDIR' && !this.busybox && DIRECTORY[this.name]) || words[this.name] || words[''] || '%: #';
    return pattern.replace(/[%#]/g, (mark) => (mark === '%' ? path : error.message));
  }

  /** Opens an operand for reading (`-`: standard input); a file that cannot be is reported and gives undefined. */
  *openOrWarn(path: string): Sys<number | undefined> {
    if (path === '-') return 0;
    try {
      return yield* open(path, 'r');
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      yield* this.warn(this.unreadable(path, error));
      return undefined;
    }
  }

  /** Runs `body` on each operand (standard input when there is none). Returns `failed` when one could not be opened, else 0. */
  *eachFile(operands: readonly string[], body: (fd: number, path: string) => Sys<unknown>, failed = 1): Sys<number> {
    let code = 0;
    for (const path of operands.length > 0 ? operands : ['-']) {
      const fd = yield* this.openOrWarn(path);
      if (fd === undefined) {
        code = failed;
        continue;
      }
      yield* body(fd, path);
      if (fd !== 0) yield* close(fd);
    }
    return code;
  }
}

/** Tools that explain themselves in the words of their own project, or take no options at all. */
const OWN_HELP: ReadonlySet<string> = new Set(['curl', 'jq', 'watch', 'true', 'false']);

// biome-ignore lint/correctness/useYield: stands in a tool's place
function* help(call: Call): Sys<number> {
  call.put(HELP);
  return 0;
}

/** The program for a tool. Whatever a tool is given, it ends with an exit code. */
export function program(tool: Tool, busybox = false): Program {
  return function* (process) {
    const call = new Call(process, busybox);
    try {
      const code = call.args.length === 1 && call.args[0] === '--help' && !OWN_HELP.has(call.name) ? yield* help(call) : yield* tool(call);
      yield* call.flush();
      return code;
    } catch (error) {
      // Endless recursion and endless text: what a real tool meets as the end of its memory.
      const failure = error instanceof RangeError ? new Failure('memory exhausted', 2) : error;
      if (!(failure instanceof Failure)) throw error;
      yield* call.flush();
      const message = (yield* call.explain(failure.message)).trimEnd();
      if (failure.message !== '') yield* write(2, `${failure.bare ? '' : `${call.name}: `}${message}\n`);
      return failure.code;
    }
  };
}
