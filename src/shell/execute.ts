/** Runs syntax trees. Every function gives the exit code; control flow out of commands is thrown as `Leave`. */
import type { AndOr, CommandNode, CompoundList, Coproc, Pipeline, PipelineNode, Redirection, Statement } from 'unbash';
import { close, dup, now, pipe, tty, write } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { caseCommand, forArithmetic, forWords, holds, loop, select } from './compound.ts';
import { arithmetic } from './expand.ts';
import { addJob, foreground, spawnSubshell } from './jobs.ts';
import { textOf } from './parse.ts';
import { applyRedirects, type Saved, undoRedirects } from './redirect.ts';
import { guarded } from './report.ts';
import type { Shell } from './shell.ts';
import { runTraps } from './signals.ts';
import { simple } from './simple.ts';
import { testCommand } from './test.ts';
import { before, failed, trace } from './trace.ts';

export function* executeList(shell: Shell, list: CompoundList): Sys<number> {
  for (const statement of list.commands) yield* executeStatement(shell, statement);
  return shell.status;
}

export function* executeStatement(shell: Shell, statement: Statement): Sys<number> {
  shell.position = statement.pos;
  if (shell.pending.length > 0) yield* runTraps(shell);
  if (shell.options.has('noexec') && !shell.interactive) return shell.status;
  if (statement.background) yield* background(shell, statement);
  else yield* execute(shell, statement.command);
  if (shell.pending.length > 0) yield* runTraps(shell);
  return shell.status;
}

function* background(shell: Shell, statement: Statement): Sys<void> {
  if (statement.command.type === 'Command') yield* before(shell, statement.command);
  const text = textOf(shell.source, statement.command);
  const fds: Record<number, number> = shell.jobControl ? { 0: 0, 1: 1, 2: 2 } : { 1: 1, 2: 2 };
  const pid = yield* spawnSubshell(shell, text, fds, shell.jobControl ? 0 : undefined);
  const job = addJob(shell, { group: shell.jobControl ? pid : 0, pids: [pid], text: text.replace(/\n[^]*$/, ''), listed: true });
  shell.lastBackground = pid;
  if (shell.interactive) yield* write(2, `[${job.id}] ${pid}\n`);
  job.notified = true;
  shell.status = 0;
}

export function* execute(shell: Shell, node: PipelineNode | AndOr): Sys<number> {
  switch (node.type) {
    case 'AndOr':
      return yield* andOr(shell, node);
    case 'Pipeline':
      return yield* pipeline(shell, node);
    default:
      return yield* command(shell, node);
  }
}

function* andOr(shell: Shell, node: AndOr): Sys<number> {
  const last = node.commands.length - 1;
  for (const [i, one] of node.commands.entries()) {
    const operator = node.operators[i - 1];
    if (operator && (operator === '&&') !== (shell.status === 0)) continue;
    if (i < last) shell.tested++;
    try {
      yield* execute(shell, one);
    } finally {
      if (i < last) shell.tested--;
    }
  }
  return shell.status;
}

function* pipeline(shell: Shell, node: Pipeline): Sys<number> {
  const negated = node.prefixes.filter((prefix) => prefix.type === 'Negation').length % 2 === 1;
  const timed = node.prefixes.find((prefix) => prefix.type === 'Time');
  const started = timed ? yield* now() : 0;
  if (negated) shell.tested++;
  try {
    const [only] = node.commands;
    if (only && node.commands.length === 1) yield* command(shell, only);
    else if (only) yield* stages(shell, node);
    else shell.status = 0;
  } finally {
    if (negated) shell.tested--;
    if (timed)
      yield* write(2, timing((yield* now()) - started, timed.posix !== undefined ? POSIX_TIME : shell.variables.get('TIMEFORMAT')));
  }
  if (negated) shell.status = shell.status === 0 ? 1 : 0;
  else if (node.commands.length > 1) yield* failed(shell);
  return shell.status;
}

/** What `time -p` prints, whatever TIMEFORMAT says. */
const POSIX_TIME = 'real %2R\nuser %2U\nsys %2S';

/** What `time` prints, by TIMEFORMAT where it is set; a virtual machine's processor costs nothing worth telling. */
function timing(ms: number, wanted = '\nreal\t%3lR\nuser\t%3lU\nsys\t%3lS'): string {
  if (wanted === '') return '';
  const shown = (value: number, digits: number, long: boolean): string =>
    long ? `${Math.floor(value / 60_000)}m${((value % 60_000) / 1000).toFixed(digits)}s` : (value / 1000).toFixed(digits);
  const text = wanted.replace(
    /%(?:(%)|([0-3])?(l)?([RUS])|P)/g,
    (_all, percent?: string, digits?: string, long?: string, what?: string) =>
      percent ?? (what === undefined ? '0.00' : shown(what === 'R' ? ms : 0, Number(digits ?? 3), long !== undefined)),
  );
  return `${text}\n`;
}

function* stages(shell: Shell, node: Pipeline): Sys<void> {
  const pids: number[] = [];
  let input: number | undefined;
  const last = node.commands.length - 1;
  const lastHere = shell.shopts.has('lastpipe') && !shell.jobControl;
  for (const [i, one] of node.commands.entries()) {
    if (i === last && lastHere) break;
    const [reader, writer] = i < last ? yield* pipe() : [undefined, 1];
    const fds: Record<number, number> = { 0: input ?? 0, 1: writer, 2: node.operators[i] === '|&' ? writer : 2 };
    const group = shell.jobControl ? (pids[0] ?? 0) : undefined;
    if (one.type === 'Command') yield* before(shell, one);
    const pid = yield* spawnSubshell(shell, textOf(shell.source, one), fds, group);
    if (shell.jobControl && shell.process.terminal && i === 0) yield* tty({ foreground: pid });
    pids.push(pid);
    if (input !== undefined) yield* close(input);
    if (reader !== undefined) yield* close(writer);
    input = reader;
  }
  const job = addJob(shell, {
    group: shell.jobControl ? (pids[0] as number) : 0,
    pids,
    text: shell.source.slice(node.pos, node.end),
    listed: false,
  });
  if (lastHere && input !== undefined) {
    const saved: Saved = { inherited: shell.descriptors, entries: [[0, yield* dup(0)]] };
    yield* dup(input, 0);
    yield* close(input);
    try {
      yield* command(shell, node.commands[last] as CommandNode);
    } finally {
      yield* undoRedirects(saved);
    }
    const code = shell.status;
    yield* foreground(shell, job);
    shell.pipeStatus.push(code);
    shell.status = code;
    return;
  }
  shell.status = yield* foreground(shell, job);
}

export function* command(shell: Shell, node: CommandNode): Sys<number> {
  switch (node.type) {
    case 'Command':
      yield* guarded(shell, () => simple(shell, node));
      shell.pipeStatus = [shell.status];
      yield* failed(shell);
      break;
    case 'Redirected':
      yield* guarded(shell, () => redirected(shell, node.redirects, () => command(shell, node.command)));
      break;
    case 'Function':
      if (shell.readonlyFunctions.has(node.name.value)) {
        yield* shell.complain(`${node.name.value}: readonly function`);
        shell.status = 1;
        break;
      }
      shell.functions.set(node.name.value, { text: textOf(shell.source, node), line: lineAt(shell, node.pos), file: shell.sourceFile });
      shell.status = 0;
      break;
    case 'Subshell': {
      if (!shell.trapping) shell.command = `( ${textOf(shell.source, node.body).trim()} )`;
      const fds = { 0: 0, 1: 1, 2: 2 };
      const pid = yield* spawnSubshell(shell, textOf(shell.source, node.body), fds, shell.jobControl ? 0 : undefined);
      shell.status = yield* foreground(
        shell,
        addJob(shell, { group: shell.jobControl ? pid : 0, pids: [pid], text: shell.source.slice(node.pos, node.end), listed: false }),
      );
      yield* failed(shell);
      break;
    }
    case 'BraceGroup':
      yield* executeList(shell, node.body);
      break;
    case 'If': {
      for (const branch of [{ clause: node.clause, then: node.then }, ...node.elif]) {
        if (yield* holds(shell, branch.clause)) return yield* executeList(shell, branch.then);
      }
      shell.status = 0;
      if (node.else) yield* executeList(shell, node.else);
      break;
    }
    case 'While':
      yield* loop(
        shell,
        function* () {
          return (yield* holds(shell, node.clause)) === (node.kind === 'while');
        },
        node.body,
      );
      break;
    case 'For':
      yield* guarded(shell, () => forWords(shell, node), '', true);
      break;
    case 'ArithmeticFor':
      yield* guarded(shell, () => forArithmetic(shell, node));
      break;
    case 'Select':
      yield* guarded(shell, () => select(shell, node));
      break;
    case 'Case':
      yield* guarded(shell, () => caseCommand(shell, node));
      break;
    case 'TestCommand':
      yield* before(shell, node);
      if (shell.dialect === 'dash') {
        yield* shell.complain('[[: not found');
        shell.status = 127;
        yield* failed(shell);
        break;
      }
      yield* guarded(
        shell,
        function* () {
          const traced = shell.options.has('xtrace') ? (text: string): Sys<void> => trace(shell, text) : undefined;
          return (yield* testCommand(shell, node.expression, traced)) ? 0 : 1;
        },
        '[[: ',
      );
      shell.pipeStatus = [shell.status];
      yield* failed(shell);
      break;
    case 'ArithmeticCommand':
      yield* before(shell, node);
      yield* guarded(
        shell,
        function* () {
          if (shell.options.has('xtrace')) yield* trace(shell, `(( ${node.body} ))`);
          return (yield* arithmetic(shell, node.body)) === 0n ? 1 : 0;
        },
        '((: ',
        true,
      );
      shell.pipeStatus = [shell.status];
      yield* failed(shell);
      break;
    case 'Coproc':
      yield* coprocess(shell, node);
      break;
  }
  return shell.status;
}

/** Runs beside the shell, with a pipe each way: what to read from and what to write to are elements of an array. */
function* coprocess(shell: Shell, node: Coproc): Sys<void> {
  const name = node.name?.text ?? 'COPROC';
  const [input, toInput] = yield* pipe();
  const [fromOutput, output] = yield* pipe();
  const text = textOf(shell.source, node.body);
  const pid = yield* spawnSubshell(shell, text, { 0: input, 1: output, 2: 2 }, shell.jobControl ? 0 : undefined);
  addJob(shell, { group: shell.jobControl ? pid : 0, pids: [pid], text: `coproc ${name} ${text}`, listed: true }).notified = true;
  const ends = [yield* dup(fromOutput), yield* dup(toInput)];
  for (const fd of [input, output, fromOutput, toInput]) yield* close(fd);
  shell.variables.setItems(
    name,
    ends.map((fd) => [undefined, String(fd)]),
  );
  shell.variables.set(`${name}_PID`, String(pid));
  shell.lastBackground = pid;
  shell.status = 0;
}

export function lineAt(shell: Shell, position: number): number {
  shell.position = position;
  return shell.line - 1;
}

function* redirected(shell: Shell, redirects: readonly Redirection[], run: () => Sys<number>): Sys<number> {
  const outer = shell.substitutions.length;
  const saved = yield* applyRedirects(shell, redirects);
  try {
    return yield* run();
  } finally {
    yield* undoRedirects(saved);
    yield* closeSubstitutions(shell, outer);
  }
}

/** Closes the process substitutions that came after the first `outer` ones: those are their callers'. */
export function* closeSubstitutions(shell: Shell, outer: number): Sys<void> {
  for (const fd of shell.substitutions.splice(outer)) yield* close(fd);
}
