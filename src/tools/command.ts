/** Tools that run another command: env, printenv, xargs, timeout. */
import { SysError } from '../kernel/error.ts';
import { close, kill, now, open, pipe, read, readAll, readLine, signals, sleep, spawn, wait } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { missingOperand, options, usageError } from './options.ts';
import { signalOf } from './processes.ts';
import { type Call, Failure, type Tool } from './tool.ts';

/**
 * Runs a command as a child to its end and returns its exit code; 127 with a message when there is no such program.
 * `input` is the descriptor that it reads from (default: the caller's own).
 */
export function* runCommand(
  call: Call,
  argv: readonly string[],
  { env, input = 0, quoted = false }: { env?: Readonly<Record<string, string>>; input?: number; quoted?: boolean } = {},
): Sys<number> {
  yield* call.flush();
  const name = argv[0] as string;
  try {
    const pid = yield* spawn({ program: name, argv, fds: { 0: input, 1: 1, 2: 2 }, ...(env && { env }) });
    return (yield* wait(pid))?.code ?? 0;
  } catch (error) {
    if (!(error instanceof SysError) || error.errno !== 'ENOENT') throw error;
    throw new Failure(`${quoted ? call.quote(name) : name}: No such file or directory`, 127);
  }
}

/** Splits a string as `env -S` does: blanks, quotes and backslashes. */
function splitWords(text: string): string[] {
  return [...text.matchAll(/(?:'[^']*'|"[^"]*"|\\.|[^\s'"\\])+/g)].map(([word]) => word.replace(/'([^']*)'|"([^"]*)"|\\(.)/g, '$1$2$3'));
}

export const env: Tool = function* (call) {
  const given = options(call, 'i,ignore-environment u,unset: 0,null C,chdir: S,split-string: v,debug', { stop: true, code: 125 });
  const values: Record<string, string> = given.has('i') || given.operands[0] === '-' ? {} : { ...call.process.env };
  for (const name of given.all('u')) delete values[name];
  const words = [...splitWords(given.get('S') ?? ''), ...given.operands].filter((word, i) => !(i === 0 && word === '-'));
  while (/^[^=]*=/.test(words[0] ?? '')) {
    const word = words.shift() as string;
    values[word.slice(0, word.indexOf('='))] = word.slice(word.indexOf('=') + 1);
  }
  if (words.length > 0) {
    const folder = given.get('C');
    if (folder !== undefined) call.process.cwd = call.process.machine.files.resolve(call.process.cwd, folder);
    return yield* runCommand(call, words, { env: values, quoted: true });
  }
  for (const [name, value] of Object.entries(values)) call.put(`${name}=${value}${given.has('0') ? '\0' : '\n'}`);
  return 0;
};

// biome-ignore lint/correctness/useYield: a tool is a generator
export const printenv: Tool = function* (call) {
  const given = options(call, '0,null', { stop: true, code: 2 });
  const end = given.has('0') ? '\0' : '\n';
  const values = call.process.env;
  if (given.operands.length === 0) for (const [name, value] of Object.entries(values)) call.put(`${name}=${value}${end}`);
  let code = 0;
  for (const name of given.operands) {
    if (Object.hasOwn(values, name)) call.put(`${values[name]}${end}`);
    else code = 1;
  }
  return code;
};

// xargs

/** Takes arguments out of text as they are complete: a word, or with a delimiter what it ends. */
class Words {
  private text = '';
  private readonly delimiter: string | undefined;
  private readonly perLine: boolean;
  /** How many lines were ended so far, for -L. */
  lines = 0;

  constructor(delimiter: string | undefined, perLine: boolean) {
    this.delimiter = delimiter;
    this.perLine = perLine;
  }

  /** The words complete after `more`; at the end (null) all that are left. */
  add(more: string | null): { word: string; line: number }[] {
    this.text += more ?? '';
    const words: { word: string; line: number }[] = [];
    for (;;) {
      const found = this.next(more === null);
      if (!found) return words;
      if (found.word !== undefined) words.push({ word: found.word, line: this.lines });
      if (found.newline) this.lines++;
      this.text = this.text.slice(found.length);
    }
  }

  private next(end: boolean): { word?: string; length: number; newline: boolean } | undefined {
    const text = this.text;
    if (text === '') return undefined;
    if (this.delimiter !== undefined) {
      const at = text.indexOf(this.delimiter);
      if (at < 0) return end ? { word: text, length: text.length, newline: true } : undefined;
      return { word: text.slice(0, at), length: at + this.delimiter.length, newline: true };
    }
    const blanks = this.perLine ? /^(?:[ \t]*\n|[ \t]+)/.exec(text)?.[0] : /^(?:\n|[ \t]+)/.exec(text)?.[0];
    if (blanks) return { length: blanks.length, newline: blanks.endsWith('\n') };
    let word = '';
    for (let i = 0; i < text.length; i++) {
      const c = text[i] as string;
      if (c === '\n' || (!this.perLine && (c === ' ' || c === '\t'))) return { word, length: i, newline: false };
      if (c === '\\') {
        if (i + 1 >= text.length) break;
        word += text[++i];
      } else if (c === '"' || c === "'") {
        const close = text.indexOf(c, i + 1);
        const newline = text.indexOf('\n', i + 1);
        if (close < 0 ? end || newline >= 0 : newline >= 0 && newline < close)
          throw new Failure(
            `unmatched ${c === '"' ? 'double' : 'single'} quote; by default quotes are special to xargs unless you use the -0 option`,
          );
        if (close < 0) return undefined;
        word += text.slice(i + 1, close);
        i = close;
      } else word += c;
    }
    return end ? { word, length: text.length, newline: true } : undefined;
  }
}

export const xargs: Tool = function* (call) {
  const given = options(
    call,
    'n,max-args: I,replace: i:: L,max-lines: 0,null d,delimiter: t,verbose r,no-run-if-empty P,max-procs: s,max-chars: a,arg-file: x,exit p,interactive E:',
    { stop: true },
  );
  const number = (name: string): number | undefined => {
    const text = given.get(name);
    if (text === undefined) return undefined;
    if (!/^\d+$/.test(text)) throw new Failure(usageError(call, `invalid number "${text}" for -${name} option`));
    if (Number(text) < 1) throw new Failure(usageError(call, `value ${text} for -${name} option should be >= 1`));
    return Number(text);
  };
  const escapes: Readonly<Record<string, string>> = { '\\n': '\n', '\\t': '\t', '\\0': '\0', '\\\\': '\\' };
  const d = given.get('d');
  const delimiter = given.has('0') ? '\0' : d === undefined ? undefined : (escapes[d] ?? d);
  const replace = given.get('I') ?? (given.has('i') ? given.get('i') || '{}' : undefined);
  const most = replace === undefined ? (number('n') ?? Number.POSITIVE_INFINITY) : 1;
  const mostLines = number('L') ?? Number.POSITIVE_INFINITY;
  const command = given.operands.length > 0 ? given.operands : ['echo'];
  const source = given.get('a');
  const fd = source === undefined ? 0 : yield* open(source, 'r');
  const nothing = yield* open('/dev/null', 'r');
  let code = 0;
  let runs = 0;
  const execute = function* (words: readonly string[]): Sys<void> {
    const argv = replace === undefined ? [...command, ...words] : command.map((word) => word.replaceAll(replace, () => words[0] ?? ''));
    runs++;
    if (given.has('t') || given.has('p')) {
      yield* call.flush();
      yield* call.note(
        `${argv.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(' ')}${given.has('p') ? '?...' : '\n'}`,
      );
    }
    if (given.has('p')) {
      let answer = '';
      try {
        const terminal = yield* open('/dev/tty', 'r');
        answer = (yield* readLine(terminal)) ?? '';
        yield* close(terminal);
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
        throw new Failure('failed to open /dev/tty for reading: No such device or address');
      }
      if (!/^[yY]/.test(answer)) return;
    }
    const ended = yield* runCommand(call, argv, { input: source === undefined ? nothing : 0 });
    if (ended === 255) throw new Failure(`${argv[0]}: exited with status 255; aborting`, 124);
    if (ended > 128 && ended < 255) throw new Failure(`${argv[0]}: terminated by signal ${ended - 128}`, 125);
    if (ended !== 0) code = 123;
  };
  const reader = new Words(delimiter, replace !== undefined);
  let batch: string[] = [];
  let firstLine = 0;
  for (let ended = false; !ended; ) {
    const text = yield* read(fd);
    ended = text === null;
    for (const { word, line } of reader.add(text)) {
      if (word === given.get('E') && delimiter === undefined) {
        ended = true;
        break;
      }
      if (batch.length > 0 && line - firstLine >= mostLines) yield* execute(batch.splice(0));
      if (batch.length === 0) firstLine = line;
      batch.push(word);
      if (batch.length >= most) yield* execute(batch.splice(0));
    }
  }
  if (fd !== 0) yield* close(fd);
  if (batch.length > 0 || (runs === 0 && !given.has('r') && replace === undefined)) yield* execute(batch);
  batch = [];
  return code;
};

// Time

const UNITS: Readonly<Record<string, number>> = { '': 1000, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of `1.5`, `2m`, `infinity`; undefined when it is no interval. */
export function parseInterval(text: string): number | undefined {
  const found = /^(\d+\.?\d*|\.\d+|inf(?:inity)?)([smhd]?)$/i.exec(text);
  if (!found) return undefined;
  return /^inf/i.test(found[1] as string) ? Number.POSITIVE_INFINITY : Number(found[1]) * (UNITS[found[2] as string] as number);
}

export const sleepTool: Tool = function* (call) {
  const { operands } = options(call, '');
  if (operands.length === 0) throw missingOperand(call);
  let total = 0;
  const wrong: string[] = [];
  for (const operand of operands) {
    const ms = parseInterval(operand);
    if (ms === undefined) wrong.push(`invalid time interval ${call.quote(operand)}`);
    else total += ms;
  }
  if (wrong.length > 0) throw new Failure(usageError(call, wrong.join(`\n${call.name}: `)));
  yield* sleep(total);
  return 0;
};

export const timeout: Tool = function* (call) {
  const given = options(call, 'k,kill-after: s,signal: preserve-status foreground v,verbose', { stop: true, code: 125 });
  const [duration, ...argv] = given.operands;
  if (duration === undefined || argv.length === 0)
    throw new Failure(call.busybox ? usageError(call, '').trimStart() : "Try 'timeout --help' for more information.", 125, true);
  const limit = parseInterval(duration);
  if (limit === undefined)
    throw call.busybox
      ? new Failure(`invalid number '${duration}'`)
      : new Failure(usageError(call, `invalid time interval ${call.quote(duration)}`), 125);
  const wanted = given.get('s') ?? 'TERM';
  const name = signalOf(wanted);
  if (!name) throw new Failure(usageError(call, `${call.quote(wanted)}: invalid signal`), 125);
  const grace = parseInterval(given.get('k') ?? '');
  let pid: number;
  try {
    pid = yield* spawn({ program: argv[0] as string, argv });
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    throw new Failure(`failed to run command ${call.quote(argv[0] as string)}: ${error.message}`, 127);
  }
  yield* signals(['SIGCHLD']);
  let end = (yield* now()) + (limit === 0 ? Number.POSITIVE_INFINITY : limit);
  let timedOut = false;
  for (;;) {
    try {
      const done = yield* wait(pid, { hang: false });
      // Killed like its child, so that who waits for it learns of it.
      if (done && timedOut && done.signal === 'SIGKILL') yield* kill(call.process.pid, 'SIGKILL');
      // busybox's runs as the command itself, and so ends as it does.
      if (done && timedOut && call.busybox && done.signal) yield* kill(call.process.pid, done.signal);
      if (done) return timedOut && !given.has('preserve-status') && done.signal !== 'SIGKILL' ? 124 : done.code;
      const left = end - (yield* now());
      if (left <= 0) {
        if (given.has('v'))
          yield* call.warn(`sending signal ${(timedOut ? 'SIGKILL' : name).slice(3)} to command ${call.quote(argv[0] as string)}`);
        const signal = timedOut ? 'SIGKILL' : name;
        end = timedOut || grace === undefined ? Number.POSITIVE_INFINITY : end + grace;
        timedOut = true;
        yield* kill(pid, signal);
      } else yield* sleep(left);
    } catch (error) {
      // The child ended.
      if (!(error instanceof SysError) || error.errno !== 'EINTR') throw error;
    }
  }
};

/** Runs a command with both its outputs in one string: what watch shows. */
export function* capture(call: Call, argv: readonly string[]): Sys<{ text: string; code: number }> {
  yield* call.flush();
  const [output, input] = yield* pipe();
  const pid = yield* spawn({ program: argv[0] as string, argv, fds: { 0: 0, 1: input, 2: input } });
  yield* close(input);
  const text = yield* readAll(output);
  yield* close(output);
  return { text, code: (yield* wait(pid))?.code ?? 0 };
}
