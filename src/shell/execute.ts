/** Runs syntax trees. Every function gives the exit code; control flow out of commands is thrown as `Leave`. */
import type {
  AndOr,
  ArithmeticExpression,
  ArithmeticFor,
  Assignment,
  Case,
  Command,
  CommandNode,
  CompoundList,
  Coproc,
  For,
  Function as FunctionNode,
  Pipeline,
  PipelineNode,
  Redirection,
  Select,
  Statement,
  SyntaxNode,
  Word,
} from 'unbash';
import { close, dup, load, needMemory, now, pipe, readLine, tty, write, yieldNow } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { ArithmeticError } from './arithmetic.ts';
import { type AssignedValue, assign, evaluateAssignment } from './assign.ts';
import { TooManyWords } from './brace.ts';
import { expandAliases } from './builtins/alias.ts';
import { type Builtin, builtins, DECLARATIONS } from './builtins/index.ts';
import { arithmetic, expandPattern, expandQuoted, expandText, expandWords } from './expand.ts';
import { startProgram } from './external.ts';
import { addJob, foreground, spawnSubshell } from './jobs.ts';
import { lateCode } from './late.ts';
import { type Problem, parse, parseWord, textOf, visit } from './parse.ts';
import { matcher } from './pattern.ts';
import { quoted, traced } from './quote.ts';
import { applyRedirects, keepRedirects, type Saved, undoRedirects } from './redirect.ts';
import { type FunctionText, Leave, type Shell, ShellError } from './shell.ts';
import { runTrap, runTraps } from './signals.ts';
import { testCommand } from './test.ts';
import { ReadonlyError } from './variables.ts';

/** Nested functions, sources and evals before the shell gives up. JavaScript's own stack carries them. */
const MAX_DEPTH = 200;

/** About what a text takes that is longer than JavaScript's can be, bytes. */
const JAVASCRIPT_STRING = 2 ** 30;

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
    if (timed) yield* write(2, timing((yield* now()) - started, timed.posix !== undefined, shell.variables.get('TIMEFORMAT')));
  }
  if (negated) shell.status = shell.status === 0 ? 1 : 0;
  else if (node.commands.length > 1) yield* failed(shell);
  return shell.status;
}

/** What `time` prints, by TIMEFORMAT where it is set; a virtual machine's processor costs nothing worth telling. */
function timing(
  ms: number,
  posix: boolean,
  wanted = posix ? 'real %2R\nuser %2U\nsys %2S' : '\nreal\t%3lR\nuser\t%3lU\nsys\t%3lS',
): string {
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
    const saved: Saved = { entries: [[0, yield* dup(0)]] };
    yield* dup(input, 0);
    yield* close(input);
    try {
      yield* command(shell, node.commands[last] as CommandNode);
    } finally {
      yield* undoRedirects(saved);
    }
    const code = shell.status;
    yield* foreground(shell, job);
    shell.status = code;
    return;
  }
  shell.status = yield* foreground(shell, job);
}

/** After a command that may end the shell: `set -e` and the ERR trap. */
function* failed(shell: Shell): Sys<void> {
  if (shell.status === 0 || shell.tested > 0) return;
  const trap = shell.traps.get('ERR');
  if (trap && !shell.trapping && (shell.variables.frames.length === 0 || shell.options.has('errtrace'))) yield* runTrap(shell, trap);
  if (shell.options.has('errexit')) throw new Leave('exit', shell.status);
}

/** What comes before a command: BASH_COMMAND says what it is, and the DEBUG trap runs. */
function* before(shell: Shell, node: SyntaxNode, text = shell.source.slice(node.pos, node.end)): Sys<void> {
  if (shell.trapping) return;
  shell.position = node.pos;
  shell.command = text;
  const trap = shell.traps.get('DEBUG');
  if (trap && (shell.variables.frames.length === 0 || shell.options.has('functrace'))) yield* runTrap(shell, trap);
}

function* command(shell: Shell, node: CommandNode): Sys<number> {
  switch (node.type) {
    case 'Command':
      yield* guarded(shell, () => simple(shell, node));
      yield* failed(shell);
      break;
    case 'Redirected':
      yield* guarded(shell, () => redirected(shell, node.redirects, () => command(shell, node.command)));
      break;
    case 'Function':
      shell.functions.set(node.name.value, { text: textOf(shell.source, node), line: lineAt(shell, node.pos), file: shell.sourceFile });
      shell.status = 0;
      break;
    case 'Subshell': {
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

function lineAt(shell: Shell, position: number): number {
  shell.position = position;
  return shell.line - 1;
}

/** Runs something that may fail in expansion: the failure is printed and becomes the status. */
function* guarded(shell: Shell, run: () => Sys<number>, prefix = '', goesOn = false): Sys<void> {
  try {
    shell.status = yield* run();
  } catch (error) {
    if (goesOn && error instanceof ReadonlyError) {
      yield* shell.complain(error.message);
      shell.status = 1;
      return;
    }
    yield* report(shell, error, prefix);
  }
}

/** Prints a failed command's reason; the status is set, or the shell left where bash would. Anything else is thrown on. */
export function* report(shell: Shell, error: unknown, prefix = ''): Sys<void> {
  if (error instanceof ShellError) {
    if (error.message !== '') yield* shell.complain(error.message);
    if (error.fatal) shell.endScript();
    // Only `bash -c` ends with 127 for it.
    shell.status =
      error.code === 127 && error.fatal === true && (shell.interactive || !shell.isCommand) && shell.dialect === 'bash' ? 1 : error.code;
    if (error.fatal === 'line') throw new Leave('discard', 1);
    if (error.fatal && !shell.interactive)
      throw new Leave('exit', shell.level > 0 || shell.dialect !== 'bash' ? (shell.dialect === 'bash' ? 1 : 2) : shell.status);
    if (error.fatal) throw new Leave('return', 1);
  } else if (error instanceof ArithmeticError) {
    yield* shell.complain(prefix + error.message);
    shell.endScript();
    shell.status = 1;
    if (prefix === '') throw new Leave('discard', 1);
  } else if (error instanceof ReadonlyError) {
    yield* shell.complain(error.message);
    shell.endScript();
    shell.status = 1;
    throw new Leave('discard', 1);
  } else if (error instanceof TooManyWords) {
    yield* shell.complain(error.message);
    shell.status = 1;
  } else if (error instanceof RangeError) {
    // JavaScript's limits: the longest string, the deepest stack.
    if (!/stack/i.test(error.message)) yield* needMemory(JAVASCRIPT_STRING);
    yield* shell.complain(/stack/i.test(error.message) ? 'maximum nesting level exceeded' : 'cannot allocate memory');
    shell.status = 2;
    throw new Leave(shell.interactive ? 'return' : 'exit', 2);
  } else {
    throw error;
  }
}

function* redirected(shell: Shell, redirects: readonly Redirection[], run: () => Sys<number>): Sys<number> {
  const kept = shell.substitutions;
  shell.substitutions = [];
  const saved = yield* applyRedirects(shell, redirects);
  try {
    return yield* run();
  } finally {
    yield* undoRedirects(saved);
    yield* closeSubstitutions(shell, kept);
  }
}

function* closeSubstitutions(shell: Shell, outer: number[]): Sys<void> {
  for (const fd of shell.substitutions) yield* close(fd);
  shell.substitutions = outer;
}

/** Runs a condition; failing commands in it end nothing. */
function* holds(shell: Shell, list: CompoundList): Sys<boolean> {
  shell.tested++;
  try {
    return (yield* executeList(shell, list)) === 0;
  } finally {
    shell.tested--;
  }
}

/** Repeats the body while `next` says so; break and continue count levels. */
function* loop(shell: Shell, next: () => Sys<boolean>, body: CompoundList): Sys<void> {
  shell.loops++;
  let status = 0;
  try {
    for (;;) {
      yield* yieldNow();
      try {
        if (!(yield* next())) break;
        status = yield* executeList(shell, body);
      } catch (error) {
        if (!(error instanceof Leave) || (error.how !== 'break' && error.how !== 'continue')) throw error;
        if (error.count > 1 && shell.loops > 1) {
          error.count--;
          throw error;
        }
        status = error.status;
        if (error.how === 'break') break;
      }
    }
    shell.status = status;
  } finally {
    shell.loops--;
  }
}

function* forWords(shell: Shell, node: For): Sys<number> {
  const words = node.wordlist ? yield* expandWords(shell, node.wordlist) : [...shell.positional];
  const header = shell.options.has('xtrace')
    ? `for ${node.name.value} in ${node.wordlist ? node.wordlist.map((word) => word.text).join(' ') : '"$@"'}`
    : '';
  let i = 0;
  shell.status = 0;
  yield* loop(
    shell,
    function* () {
      if (i >= words.length) return false;
      yield* before(shell, node, `for ${node.name.value} in ${node.wordlist?.map((word) => word.text).join(' ') ?? '"$@"'}`);
      shell.variables.set(node.name.value, words[i++] as string);
      if (header !== '') yield* trace(shell, header);
      return true;
    },
    node.body,
  );
  return shell.status;
}

function* forArithmetic(shell: Shell, node: ArithmeticFor): Sys<number> {
  const text = (expression: ArithmeticExpression | undefined): string =>
    expression ? shell.source.slice(expression.pos, expression.end) : '';
  const [initialize, test, update] = [text(node.initialize), text(node.test), text(node.update)];
  const step = function* (expression: string): Sys<bigint> {
    yield* before(shell, node, `((${expression.trim()}))`);
    if (shell.options.has('xtrace')) yield* trace(shell, `(( ${expression.trim()} ))`);
    return yield* arithmetic(shell, expression);
  };
  yield* step(initialize);
  let first = true;
  shell.status = 0;
  yield* loop(
    shell,
    function* () {
      if (!first) yield* step(update);
      first = false;
      return test.trim() === '' || (yield* step(test)) !== 0n;
    },
    node.body,
  );
  return shell.status;
}

function* select(shell: Shell, node: Select): Sys<number> {
  const words = node.wordlist ? yield* expandWords(shell, node.wordlist) : [...shell.positional];
  const menu = (yield* load(lateCode.rare)).selectMenu(words, Number(shell.variables.get('COLUMNS')) || 80);
  let [shown, ended] = [false, false];
  yield* loop(
    shell,
    function* () {
      for (;;) {
        if (!shown) yield* write(2, menu);
        shown = true;
        yield* write(2, shell.variables.get('PS3') ?? '#? ');
        const line = yield* readLine(0);
        if (line === null) {
          yield* write(1, '\n');
          ended = true;
          return false;
        }
        const reply = line.replace(/\n$/, '');
        shell.variables.set('REPLY', reply);
        shown = reply !== '';
        if (reply === '') continue;
        shell.variables.set(node.name.value, words[Number(reply) - 1] ?? '');
        return true;
      }
    },
    node.body,
  );
  return ended ? 1 : shell.status;
}

function* caseCommand(shell: Shell, node: Case): Sys<number> {
  yield* before(shell, node, `case ${node.word.text} in `);
  const text = yield* expandText(shell, node.word);
  if (shell.options.has('xtrace')) yield* trace(shell, `case ${node.word.text} in`);
  let fall = false;
  shell.status = 0;
  for (const item of node.items) {
    let hit = fall;
    for (const pattern of hit ? [] : item.pattern) {
      if (matcher(yield* expandPattern(shell, pattern), { ignoreCase: shell.shopts.has('nocasematch') })(text)) {
        hit = true;
        break;
      }
    }
    if (!hit) continue;
    shell.status = 0;
    yield* executeList(shell, item.body);
    if (item.terminator !== ';&' && item.terminator !== ';;&') break;
    fall = item.terminator === ';&';
  }
  return shell.status;
}

function* simple(shell: Shell, node: Command): Sys<number> {
  yield* before(shell, node);
  shell.position = node.pos;
  shell.substitution = 0;
  if (/SECONDS|EPOCH/.test(shell.source)) shell.time = yield* now();
  const declaration = node.name && DECLARATIONS.has(node.name.value);
  const words: Word[] = [];
  const args: (string | AssignedValue)[] = [];
  const outer = shell.substitutions;
  shell.substitutions = [];
  const saved: Saved = { entries: [] };
  try {
    if (declaration) {
      for (const argument of [node.name as Word, ...node.args]) {
        if (argument.type === 'Assignment') args.push(yield* evaluateAssignment(shell, argument));
        else args.push(...(yield* expandWords(shell, [argument])));
      }
    } else {
      if (node.name) words.push(node.name);
      for (const argument of node.args) words.push(argument.type === 'Assignment' ? parseWord(argument.text) : argument);
      args.push(...(yield* expandWords(shell, words)));
    }
    const assignments = node.prefix.filter((one): one is Assignment => one.type === 'Assignment');
    const name = args[0];
    if (typeof name !== 'string') {
      const undo = yield* applyRedirects(shell, node.redirects);
      try {
        for (const one of assignments) {
          const value = yield* evaluateAssignment(shell, one);
          if (shell.options.has('xtrace'))
            yield* trace(
              shell,
              `${one.name}${one.append ? '+' : ''}=${'text' in value ? traced(value.text ?? '') : one.text.slice(one.text.indexOf('=') + 1)}`,
            );
          yield* assign(shell, value);
        }
      } finally {
        yield* undoRedirects(undo);
      }
      shell.lastArgument = '';
      return shell.substitution;
    }
    const values: AssignedValue[] = [];
    for (const one of assignments) values.push(yield* evaluateAssignment(shell, one));
    if (shell.options.has('xtrace')) yield* traceCommand(shell, values, args);
    if (name === 'exec' && !shell.functions.has(name)) {
      Object.assign(saved, yield* applyRedirects(shell, node.redirects));
      return yield* exec(shell, args as string[], values, saved);
    }
    const undo = yield* applyRedirects(shell, node.redirects);
    try {
      const last = args.at(-1);
      shell.lastArgument = typeof last === 'string' ? last : (last?.name ?? '');
      return yield* invoke(shell, name, args, values, shell.source.slice(node.pos, node.end));
    } catch (error) {
      // Reported while the command's own redirections hold.
      yield* report(shell, error);
      return shell.status;
    } finally {
      yield* undoRedirects(undo);
    }
  } finally {
    yield* closeSubstitutions(shell, outer);
  }
}

function* trace(shell: Shell, text: string): Sys<void> {
  const prompt = shell.variables.get('PS4') ?? '+ ';
  const before = /[$`\\]/.test(prompt) ? yield* expandQuoted(shell, prompt) : prompt;
  const deep = shell.dialect === 'bash' ? before.slice(0, 1).repeat(Math.max(0, shell.indirection - 1)) : '';
  yield* write(2, `${deep}${before}${text}\n`);
}

function* traceCommand(shell: Shell, values: readonly AssignedValue[], args: readonly (string | AssignedValue)[]): Sys<void> {
  const shown = ({ name, text, append }: AssignedValue): string => `${name}${append ? '+' : ''}=${traced(text ?? '')}`;
  // A list that is declared is shown on a line of its own.
  for (const arg of args)
    if (typeof arg !== 'string' && arg.elements)
      yield* trace(shell, `${arg.name}=(${arg.elements.map(({ text }) => quoted(text)).join(' ')})`);
  const words = args.map((arg) => (typeof arg === 'string' ? traced(arg) : arg.elements ? arg.name : shown(arg)));
  if (shell.dialect === 'bash') for (const value of values) yield* trace(shell, shown(value));
  else words.unshift(...values.map(shown));
  yield* trace(shell, words.join(' '));
  // These two assign as if the words stood alone.
  if (words[0] === 'export' || words[0] === 'readonly')
    for (const arg of args)
      if (typeof arg !== 'string' && arg.text !== undefined && shell.dialect === 'bash') yield* trace(shell, shown(arg));
}

function* exec(shell: Shell, args: string[], values: readonly AssignedValue[], saved: Saved): Sys<number> {
  let rest = args.slice(1);
  if (rest[0] === '--') rest = rest.slice(1);
  if (rest[0] === '-a') rest = rest.slice(2);
  if (rest.length === 0) {
    yield* keepRedirects(shell, saved);
    for (const value of values) yield* assign(shell, value);
    return 0;
  }
  const env: Record<string, string> = {};
  for (const value of values) env[value.name] = value.text ?? '';
  const code = yield* startProgram(shell, rest, { env, replace: true, text: '' });
  throw new Leave('exit', code);
}

/** Runs a command by its name: function, builtin or program. */
export function* invoke(
  shell: Shell,
  name: string,
  args: readonly (string | AssignedValue)[],
  values: readonly AssignedValue[] = [],
  text = '',
  only: 'any' | 'builtin' | 'program' | 'unshadowed' = 'any',
): Sys<number> {
  const known = only === 'any' ? shell.functions.get(name) : undefined;
  const missing = only === 'program' || !Object.hasOwn(builtins, name) || (shell.disabled.has(name) && only !== 'builtin');
  const builtin: Builtin | undefined = missing ? undefined : builtins[name];
  if (known || builtin) {
    shell.tail = false;
    const before = values.map((value) => ({ name: value.name, variable: shell.variables.raw(value.name) }));
    for (const value of values) {
      try {
        yield* assign(shell, value);
      } catch (error) {
        if (!(error instanceof ReadonlyError)) throw error;
        yield* shell.complain(error.message);
        continue;
      }
      shell.variables.declare(value.name, { add: 'x' });
    }
    try {
      if (known) return yield* callFunction(shell, name, known, args.slice(1) as string[]);
      if (builtin) return yield* withReadonly(shell, name, builtin(shell, args as string[]));
    } finally {
      for (const { name: variable, variable: old } of before.reverse()) shell.variables.restore(variable, old);
    }
  }
  const env: Record<string, string> = {};
  for (const value of values) {
    if (shell.variables.find(value.name)?.flags.includes('r')) yield* shell.complain(`${value.name}: readonly variable`);
    else env[value.name] = value.text ?? '';
  }
  return yield* startProgram(shell, args as string[], { env, text });
}

/** A builtin that may not assign fails; what it runs is another matter. */
function* withReadonly(shell: Shell, name: string, run: Sys<number>): Sys<number> {
  try {
    return yield* run;
  } catch (error) {
    if (!(error instanceof ReadonlyError) || shell.dialect !== 'bash' || /^(?:eval|source|\.|command|builtin|let)$/.test(name)) throw error;
    yield* shell.complain(`${/^(?:local|declare|typeset)$/.test(name) ? `${name}: ` : ''}${error.message}`);
    return 1;
  }
}

function* callFunction(shell: Shell, name: string, known: FunctionText, args: string[]): Sys<number> {
  if (shell.depth >= MAX_DEPTH) throw new ShellError(`${name}: maximum function nesting level exceeded (${MAX_DEPTH})`);
  const definition = parse(known.text).script.commands[0]?.command;
  if (definition?.type !== 'Function') return 0;
  const body = definition.body;
  const before = {
    positional: shell.positional,
    source: shell.source,
    sourceLine: shell.sourceLine,
    position: shell.position,
    sourceFile: shell.sourceFile,
    loops: shell.loops,
  };
  shell.variables.push({ name, hidden: new Map(), positional: shell.positional });
  shell.calls.push({ name, line: shell.line, file: known.file || (shell.isCommand ? 'environment' : shell.name) });
  shell.depth++;
  Object.assign(shell, { positional: args, source: known.text, sourceLine: known.line, sourceFile: known.file, loops: 0 });
  try {
    yield* yieldNow();
    const outer = shell.traps.get('RETURN');
    const code = yield* bodyOf(shell, body);
    const trap = shell.traps.get('RETURN');
    // A trap that the caller has is its own, unless it is handed down.
    if (trap && (trap !== outer || shell.options.has('functrace'))) yield* runTrap(shell, trap);
    return code;
  } finally {
    shell.depth--;
    shell.calls.pop();
    shell.variables.pop();
    Object.assign(shell, before);
  }
}

function* bodyOf(shell: Shell, body: FunctionNode['body']): Sys<number> {
  try {
    return body.type === 'CompoundList' ? yield* executeList(shell, body) : yield* command(shell, body);
  } catch (error) {
    if (!(error instanceof Leave) || error.how !== 'return') throw error;
    return error.count;
  }
}

/**
 * Parses and runs a text in this shell: commands up to a syntax error run first, as bash reads line by line. `line` is the
 * number of lines before it in its script.
 */
export function* runText(shell: Shell, text: string, line = 0, label = ''): Sys<number> {
  if (shell.depth >= MAX_DEPTH) throw new ShellError(`maximum nesting level exceeded (${MAX_DEPTH})`);
  if (/\balias\b[^]*\n[^]*\S/.test(text)) {
    const lines = commandLines(text);
    if (lines.length > 1) {
      for (const one of lines) yield* runText(shell, one.text, line + one.before, label);
      return shell.status;
    }
  }
  const parsed = parse(shell.shopts.has('expand_aliases') ? expandAliases(text, shell.aliases) : text);
  const before = { source: shell.source, sourceLine: shell.sourceLine, position: shell.position };
  Object.assign(shell, { source: parsed.source, sourceLine: line });
  shell.depth++;
  shell.indirection++;
  try {
    let problem = parsed.problem;
    if (shell.dialect !== 'bash') {
      const { MISSING, foreign } = yield* load(lateCode.words);
      for (const name of MISSING[shell.dialect]) shell.disabled.add(name);
      const other = foreign(shell.dialect, parsed);
      if (other && !(problem && problem.pos < other.pos)) problem = other;
    }
    const mayGlob = shell.dialect === 'bash' && !shell.interactive && /[?*+@!]\(/.test(parsed.source);
    // A failed expansion or assignment ends its whole line, and what contains it; a script goes on with the next one.
    const isTop = label === 'eval' || (shell.depth === 1 && shell.level === 0 && !shell.interactive);
    let discarded = 0;
    const bad = problem ? lineStart(parsed.source, parsed.script.commands, problem) : Number.POSITIVE_INFINITY;
    for (const [i, statement] of parsed.script.commands.entries()) {
      if (problem && statement.pos >= bad) {
        if (problem.kind !== 'unfinished' || !problem.message.startsWith('here-document')) break;
        const at = `here-document at line ${lineAt(shell, problem.pos) + 1}`;
        shell.position = parsed.source.replace(/\n$/, '').length;
        yield* write(2, `${shell.prefix}warning: ${problem.message.replace('here-document', at)}\n`);
        problem = undefined;
      }
      if (statement.pos < discarded) continue;
      const pattern = mayGlob && !shell.shopts.has('extglob') ? extendedGlobIn(parsed.source, parsed.script.commands, i) : undefined;
      if (pattern !== undefined) {
        problem = { kind: 'syntax', pos: pattern + 1, message: "syntax error near unexpected token `('" };
        break;
      }
      try {
        yield* executeStatement(shell, statement);
      } catch (error) {
        if (!(error instanceof Leave) || error.how !== 'discard' || !isTop) throw error;
        shell.status = error.count;
        const end = parsed.source.indexOf('\n', statement.end);
        discarded = end < 0 ? Number.POSITIVE_INFINITY : end;
      }
    }
    if (problem) yield* (yield* load(lateCode.syntaxError)).reportProblem(shell, problem, text, line, label);
    return shell.status;
  } finally {
    shell.depth--;
    shell.indirection--;
    Object.assign(shell, before);
  }
}

/** The text in pieces that bash reads one after the other, so that aliases made in one count in the next; whole where it cannot be parsed. */
function commandLines(text: string): { text: string; before: number }[] {
  const { problem, script } = parse(text);
  const starts = [0];
  if (!problem)
    for (const [i, statement] of script.commands.entries())
      if (i > 0 && text.slice(script.commands[i - 1]?.end, statement.pos).includes('\n')) starts.push(statement.pos);
  return starts.map((from, i) => ({ text: text.slice(from, starts[i + 1]), before: text.slice(0, from).split('\n').length - 1 }));
}

/** Where a pattern begins that is none without `shopt -s extglob`; in `[[ ]]` it always is one. */
function extendedGlobIn(source: string, statements: readonly Statement[], first: number): number | undefined {
  let found: number | undefined;
  const look = (node: SyntaxNode): boolean => {
    if (node.type === 'TestCommand') return false;
    if (node.type === 'ExtendedGlob') found ??= node.pos;
    return true;
  };
  // bash parses a whole line before it runs the first command on it.
  for (let i = first; i < statements.length; i++) {
    const statement = statements[i] as Statement;
    if (i > first && source.slice(statements[i - 1]?.end, statement.pos).includes('\n')) break;
    visit(statement, look);
  }
  return found;
}

/** Where the line that holds the problem begins: the statements before it run. */
function lineStart(text: string, statements: readonly Statement[], problem: Problem): number {
  const before = statements.findLast((statement) => statement.pos <= problem.pos);
  const within =
    before && (problem.kind === 'unfinished' || before.end > problem.pos || !text.slice(before.end, problem.pos).includes('\n'));
  const from = within ? before.pos : problem.pos;
  return text.lastIndexOf('\n', from - 1) + 1;
}
