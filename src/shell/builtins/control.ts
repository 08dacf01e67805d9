/** Builtins that steer the shell: exit, return, break, eval, source, command, type, test, let. */
import { SysError } from '../../kernel/error.ts';
import { files, load, readPath, write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { ArithmeticError, evaluate } from '../arithmetic.ts';
import { findInPath } from '../external.ts';
import { warnedOfStopped } from '../jobs.ts';
import { lateCode } from '../late.ts';
import { runText } from '../script.ts';
import { Leave, type Shell, ShellError } from '../shell.ts';
import { invoke } from '../simple.ts';
import { testWords } from '../test.ts';
import { builtins } from './index.ts';

export const KEYWORDS = new Set([
  'if',
  'then',
  'else',
  'elif',
  'fi',
  'case',
  'esac',
  'for',
  'select',
  'while',
  'until',
  'do',
  'done',
  'in',
  'function',
  'time',
  '{',
  '}',
  '!',
  '[[',
  ']]',
  'coproc',
]);

// biome-ignore lint/correctness/useYield: all builtins are generators
export function* colon(): Sys<number> {
  return 0;
}

// biome-ignore lint/correctness/useYield: all builtins are generators
export function* falseBuiltin(): Sys<number> {
  return 1;
}

export function* exit(shell: Shell, argv: string[]): Sys<number> {
  if (argv[0] === 'logout' && !(shell.process.argv[0]?.startsWith('-') ?? false) && !shell.interactive) {
    yield* shell.complain("logout: not login shell: use `exit'");
    return 1;
  }
  if (shell.interactive && shell.level === 0) {
    if (shell.dialect === 'bash') yield* write(2, shell.process.argv[0]?.startsWith('-') ? 'logout\n' : 'exit\n');
    if (yield* warnedOfStopped(shell)) return 1;
  }
  throw new Leave('exit', yield* codeArgument(shell, argv));
}

export function* returnBuiltin(shell: Shell, argv: string[]): Sys<number> {
  if (shell.variables.frames.length === 0 && !shell.sourcing) {
    if (shell.dialect !== 'bash') throw new Leave('exit', yield* codeArgument(shell, argv));
    yield* shell.complain("return: can only `return' from a function or sourced script");
    return 2;
  }
  throw new Leave('return', yield* codeArgument(shell, argv));
}

function* codeArgument(shell: Shell, argv: string[]): Sys<number> {
  const text = argv[1];
  if (text === undefined) return shell.status;
  if (argv.length > 2 && shell.dialect === 'bash' && /^\s*[-+]?\d+\s*$/.test(text)) {
    yield* shell.complain(`${argv[0]}: too many arguments`);
    throw new Leave('discard', 1);
  }
  if (!/^\s*[-+]?\d+\s*$/.test(text)) {
    yield* shell.complain(
      shell.dialect === 'bash' ? `${argv[0]}: ${text}: numeric argument required` : `${argv[0]}: Illegal number: ${text}`,
    );
    return 2;
  }
  return Number(BigInt.asUintN(8, BigInt(text.trim().replace(/^\+/, ''))));
}

export function* breakLoop(shell: Shell, argv: string[]): Sys<number> {
  const name = argv[0] as 'break' | 'continue';
  const count = argv[1] === undefined ? 1 : Number(argv[1]);
  if (shell.loops === 0) {
    if (shell.dialect !== 'bash') return 0;
    yield* shell.complain(`${name}: only meaningful in a \`for', \`while', or \`until' loop`);
    return 0;
  }
  if (!Number.isInteger(count)) {
    yield* shell.complain(`${name}: ${argv[1]}: numeric argument required`);
    throw new Leave('exit', 128);
  }
  if (count < 1) {
    yield* shell.complain(`${name}: ${argv[1]}: loop count out of range`);
    throw new Leave('break', shell.loops, 1);
  }
  throw new Leave(name, count);
}

export function* evalBuiltin(shell: Shell, argv: string[]): Sys<number> {
  const text = argv.slice(argv[1] === '--' ? 2 : 1).join(' ');
  if (text.trim() === '') return 0;
  return yield* runText(shell, text, shell.line - 1, 'eval');
}

export function* source(shell: Shell, argv: string[]): Sys<number> {
  const args = argv.slice(argv[1] === '--' ? 2 : 1);
  const path = args[0];
  if (path === undefined) {
    yield* shell.complain(`${argv[0]}: filename argument required`);
    yield* write(2, `${argv[0]}: usage: ${argv[0]} filename [arguments]\n`);
    return 2;
  }
  let text: string;
  if (/^\/dev\/(?:fd\/\d+|stdin)$/.test(path)) {
    text = yield* readDescriptor(path);
  } else {
    const found = path.includes('/') ? path : ((yield* findInPath(shell, path)) ?? path);
    try {
      text = yield* files((fs, cwd) => fs.read(fs.resolve(cwd, found)));
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      yield* shell.complain(
        error.errno === 'EISDIR'
          ? `${argv[0]}: ${path}: is a directory`
          : `${shell.dialect === 'bash' ? '' : `${argv[0]}: `}${path}: ${error.message}`,
      );
      shell.endScript();
      return 1;
    }
  }
  const before = { positional: shell.positional, sourcing: shell.sourcing, sourceFile: shell.sourceFile };
  if (args.length > 1) shell.positional = args.slice(1);
  shell.calls.push({ name: 'source', line: shell.line, file: path });
  shell.sourcing = true;
  shell.sourceFile = path;
  try {
    return yield* runText(shell, text, 0, 'eval');
  } catch (error) {
    if (error instanceof Leave && error.how === 'return') return error.count;
    throw error;
  } finally {
    shell.calls.pop();
    if (args.length > 1) shell.positional = before.positional;
    shell.sourcing = before.sourcing;
    shell.sourceFile = before.sourceFile;
  }
}

function* readDescriptor(path: string): Sys<string> {
  return yield* readPath(path);
}

export function* test(shell: Shell, argv: string[]): Sys<number> {
  let words = argv.slice(1);
  if (argv[0] === '[') {
    if (words.at(-1) !== ']') {
      yield* shell.complain("[: missing `]'");
      return 2;
    }
    words = words.slice(0, -1);
  }
  try {
    return (yield* testWords(shell, words)) ? 0 : 1;
  } catch (error) {
    if (error instanceof ShellError) throw new ShellError(`${argv[0]}: ${error.message}`, { code: error.code });
    throw error;
  }
}

export function* letBuiltin(shell: Shell, argv: string[]): Sys<number> {
  if (argv.length === 1) {
    yield* shell.complain('let: expression expected');
    return 1;
  }
  let value = 0n;
  for (const text of argv.slice(1)) {
    try {
      value = evaluate(text, shell.scope);
    } catch (error) {
      if (!(error instanceof ArithmeticError)) throw error;
      yield* shell.complain(`let: ${error.message}`);
      return 1;
    }
  }
  return value === 0n ? 1 : 0;
}

export function* builtinBuiltin(shell: Shell, argv: string[]): Sys<number> {
  const args = argv.slice(1);
  if (args[0] === undefined) return 0;
  if (!Object.hasOwn(builtins, args[0]) || shell.disabled.has(args[0])) {
    yield* shell.complain(`builtin: ${args[0]}: not a shell builtin`);
    return 1;
  }
  return yield* invoke(shell, args[0], args, [], '', 'builtin');
}

export function* command(shell: Shell, argv: string[]): Sys<number> {
  let i = 1;
  let flags = '';
  for (; /^-[pvV]+$/.test(argv[i] ?? ''); i++) flags += (argv[i] as string).slice(1);
  if (argv[i] === '--') i++;
  const args = argv.slice(i);
  if (args[0] === undefined) return 0;
  if (!/[vV]/.test(flags)) return yield* invoke(shell, args[0], args, [], args.join(' '), 'unshadowed');
  let code = 1;
  const { kinds } = yield* load(lateCode.rare);
  for (const name of args) {
    const found = yield* kinds(shell, name);
    if (found[0] === undefined) {
      if (flags.includes('V')) yield* shell.complain(`command: ${name}: not found`);
      continue;
    }
    code = 0;
    yield* write(1, `${flags.includes('V') ? found[0].long : found[0].short}\n`);
  }
  return code;
}
