/** Simple commands: assignments, functions, builtins, programs and `exec`. */
import type { Assignment, Command, Function as FunctionNode, Word } from 'unbash';
import { SysError } from '../kernel/error.ts';
import { now, yieldNow } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { type AssignedValue, assign, evaluateAssignment } from './assign.ts';
import { type Builtin, builtins, DECLARATIONS } from './builtins/index.ts';
import { closeSubstitutions, command, executeList } from './execute.ts';
import { expandWords } from './expand.ts';
import { startProgram } from './external.ts';
import { parse, parseWord } from './parse.ts';
import { traced } from './quote.ts';
import { applyRedirects, keepRedirects, type Saved, undoRedirects } from './redirect.ts';
import { report } from './report.ts';
import { MAX_DEPTH } from './script.ts';
import { type FunctionText, Leave, type Shell, ShellError } from './shell.ts';
import { runTrap } from './signals.ts';
import { before, trace, traceCommand } from './trace.ts';
import { ReadonlyError } from './variables.ts';

export function* simple(shell: Shell, node: Command): Sys<number> {
  yield* before(shell, node);
  shell.position = node.pos;
  shell.substitution = 0;
  if (/SECONDS|EPOCH/.test(shell.source)) shell.time = yield* now();
  const declaration = node.name && DECLARATIONS.has(node.name.value);
  const words: Word[] = [];
  const args: (string | AssignedValue)[] = [];
  const outer = shell.substitutions.length;
  const saved: Saved = { inherited: shell.descriptors, entries: [] };
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
      // Values come first: redirections are not theirs.
      for (const one of assignments) {
        const value = yield* evaluateAssignment(shell, one);
        if (shell.options.has('xtrace'))
          yield* trace(
            shell,
            `${one.name}${one.append ? '+' : ''}=${'text' in value ? traced(value.text ?? '') : one.text.slice(one.text.indexOf('=') + 1)}`,
          );
        yield* assign(shell, value);
      }
      yield* undoRedirects(yield* applyRedirects(shell, node.redirects));
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

function* exec(shell: Shell, args: string[], values: readonly AssignedValue[], saved: Saved): Sys<number> {
  let rest = args.slice(1);
  let as: string | undefined;
  let flags = '';
  for (; /^-[acl]+$/.test(rest[0] ?? ''); flags += rest.shift()) if (rest[0]?.endsWith('a')) [as] = rest.splice(1, 1);
  if (rest[0] === '--') rest = rest.slice(1);
  // Any builtin of the rare ones leads to their code.
  else if (rest[0]?.startsWith('-')) return yield* (builtins['fc'] as Builtin)(shell, ['badExec', rest[0]]);
  if (flags.includes('l')) as = `-${as ?? rest[0]}`;
  if (rest.length === 0) {
    yield* keepRedirects(saved);
    for (const value of values) yield* assign(shell, value);
    return 0;
  }
  const env: Record<string, string> = {};
  for (const value of values) env[value.name] = value.text ?? '';
  const code = yield* startProgram(shell, rest, { env, replace: true, as, clean: flags.includes('c'), text: '' });
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
    if (error instanceof SysError && error.errno === 'EBADF') {
      yield* shell.complain(`${name}: write error: ${error.message}`);
      return 1;
    }
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
    const kept = shell.variables.frames.at(-1)?.options;
    shell.variables.pop();
    if (kept) {
      shell.options.clear();
      for (const option of kept) shell.options.add(option);
    }
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
