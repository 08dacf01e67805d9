/** Conditions: `[[ ... ]]` from the syntax tree, and `test`/`[` from words. */
import type { TestExpression, Word } from 'unbash';
import { files, isatty, load } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { arithmetic, expandPattern, expandRegex, expandText } from './expand.ts';
import { lateCode } from './late.ts';
import { matcher } from './pattern.ts';
import { type Shell, ShellError } from './shell.ts';

const UNARY = 'abcdefghknoprstuvwxzGLNORS';
const BINARY = new Set(['=', '==', '!=', '<', '>', '-eq', '-ne', '-lt', '-le', '-gt', '-ge', '-nt', '-ot', '-ef', '=~']);

type Trace = (text: string) => Sys<void>;

/** The truth of `[[ ... ]]`. `trace` is told each condition that is looked at, as `set -x` shows it. */
export function* testCommand(shell: Shell, node: TestExpression, trace?: Trace): Sys<boolean> {
  switch (node.type) {
    case 'TestGroup':
      return yield* testCommand(shell, node.expression, trace);
    case 'TestNot':
      return (yield* testCommand(shell, node.operand, trace)) !== (node.negations.length % 2 === 1);
    case 'TestLogical': {
      for (const operand of node.operands)
        if ((yield* testCommand(shell, operand, trace)) === (node.operator === '||')) return node.operator === '||';
      return node.operator === '&&';
    }
    case 'TestUnary': {
      const text = yield* expandText(shell, node.operand);
      if (trace) yield* trace(`[[ ${node.operator} ${text === '' ? "''" : text} ]]`);
      if (node.operator === '-v') return isSet(shell, text);
      return yield* unary(shell, node.operator, text);
    }
    case 'TestBinary':
      return yield* binaryNode(shell, node.operator, node.left, node.right, trace);
  }
}

function* binaryNode(shell: Shell, operator: string, left: Word, right: Word, trace: Trace | undefined): Sys<boolean> {
  const text = yield* expandText(shell, left);
  if (trace) {
    const shown = (side: string): string => (side === '' ? "''" : side);
    const pattern = operator === '==' || operator === '=' || operator === '!=';
    const other = pattern
      ? yield* expandPattern(shell, right)
      : operator === '=~'
        ? yield* expandRegex(shell, right)
        : yield* expandText(shell, right);
    yield* trace(`[[ ${shown(text)} ${operator} ${shown(other)} ]]`);
  }
  if (operator === '=~') return yield* matchRegex(shell, text, yield* expandRegex(shell, right));
  if (operator === '==' || operator === '=' || operator === '!=') {
    const matches = matcher(yield* expandPattern(shell, right), { ignoreCase: shell.shopts.has('nocasematch') });
    return matches(text) === (operator !== '!=');
  }
  const other = yield* expandText(shell, right);
  if (/^-(?:eq|ne|lt|le|gt|ge)$/.test(operator)) return compare(operator, yield* arithmetic(shell, text), yield* arithmetic(shell, other));
  return yield* binary(shell, operator, text, other);
}

function* matchRegex(shell: Shell, text: string, source: string): Sys<boolean> {
  const { compile, RegexError } = yield* load(lateCode.regex);
  try {
    const match = compile(source, 'extended', { ignoreCase: shell.shopts.has('nocasematch') }).exec(text);
    shell.variables.setItems(
      'BASH_REMATCH',
      (match?.groups ?? []).map((group) => [undefined, group ?? '']),
    );
    return match !== null;
  } catch (error) {
    if (error instanceof RegexError) throw new ShellError('', { code: 2 });
    throw error;
  }
}

function isSet(shell: Shell, name: string): boolean {
  const item = /^(\w+)\[(.*)\]$/.exec(name);
  if (!item) return shell.variables.get(name) !== undefined;
  if (item[2] === '@' || item[2] === '*') return shell.variables.keys(item[1] as string).length > 0;
  return shell.variables.item(item[1] as string, shell.subscript(item[1] as string, item[2] as string)) !== undefined;
}

function* unary(shell: Shell, operator: string, operand: string): Sys<boolean> {
  switch (operator) {
    case '-z':
      return operand === '';
    case '-n':
      return operand !== '';
    case '-v':
      return isSet(shell, operand);
    case '-R':
      return shell.variables.raw(operand)?.flags.includes('n') ?? false;
    case '-o':
      return shell.options.has(operand);
    case '-t':
      return /^\d+$/.test(operand) && (yield* isatty(Number(operand)));
  }
  const device = /^\/dev\/(?:null|zero|u?random|tty|fd\/\d+|stdin|stdout|stderr)$/.test(operand);
  if (device) return ['-e', '-a', '-r', '-w', '-c'].includes(operator) || (operator === '-p' && operand.startsWith('/dev/fd/'));
  const entry = yield* files((fs, cwd) => (operand === '' ? undefined : fs.stat(fs.resolve(cwd, operand))));
  if (operator === '-L' || operator === '-h')
    return (yield* files((fs, cwd) => (operand === '' ? undefined : fs.linkStat(fs.resolve(cwd, operand)))))?.kind === 'link';
  if (!entry) return false;
  switch (operator) {
    case '-e':
    case '-a':
    case '-N':
    case '-O':
    case '-G':
      return true;
    case '-f':
      return entry.kind === 'file';
    case '-d':
      return entry.kind === 'directory';
    case '-s':
      return entry.kind === 'directory' || entry.text !== '';
    case '-r':
      return (entry.mode & 0o444) !== 0;
    case '-w':
      return (entry.mode & 0o222) !== 0;
    case '-x':
      return entry.kind === 'directory' || (entry.mode & 0o111) !== 0;
    default:
      return false;
  }
}

function compare(operator: string, a: bigint, b: bigint): boolean {
  switch (operator) {
    case '-eq':
      return a === b;
    case '-ne':
      return a !== b;
    case '-lt':
      return a < b;
    case '-le':
      return a <= b;
    case '-gt':
      return a > b;
    default:
      return a >= b;
  }
}

function* binary(shell: Shell, operator: string, left: string, right: string): Sys<boolean> {
  switch (operator) {
    case '=':
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '>':
      return left > right;
    case '-nt':
    case '-ot':
    case '-ef': {
      const [a, b] = yield* files((fs, cwd) =>
        [left, right].map((path) => ({
          path: fs.namesOf(fs.realPath(fs.resolve(cwd, path)) ?? '').sort()[0] ?? '',
          modified: fs.stat(fs.resolve(cwd, path))?.modified,
        })),
      );
      if (operator === '-ef') return a?.modified !== undefined && a.path === b?.path;
      const [x, y] = operator === '-nt' ? [a, b] : [b, a];
      return x?.modified !== undefined && (y?.modified === undefined || x.modified > y.modified);
    }
  }
  const number = (text: string): bigint => {
    if (!/^\s*[-+]?\d+\s*$/.test(text))
      throw new ShellError(shell.dialect === 'bash' ? `${text}: integer expression expected` : `Illegal number: ${text}`, { code: 2 });
    return BigInt(text.trim().replace(/^\+/, ''));
  };
  return compare(operator, number(left), number(right));
}

/** The code of `test` on its words (without `[` and `]`): 0 true, 1 false. A ShellError of code 2 tells of a wrong expression. */
export function* testWords(shell: Shell, words: readonly string[]): Sys<boolean> {
  const [a, b, c] = words as [string, string, string];
  // POSIX fixes the meaning by the number of words, so that operands may look like operators.
  switch (words.length) {
    case 0:
      return false;
    case 1:
      return a !== '';
    case 2:
      if (a === '!') return b === '';
      if (isUnary(a)) return yield* unary(shell, a, b);
      throw new ShellError(shell.dialect === 'bash' ? `${a}: unary operator expected` : `odd: ${a}\0${b}`, { code: 2 });
    case 3:
      if (BINARY.has(b) && b !== '=~') return yield* binary(shell, b, a, c);
      if (b === '-a') return a !== '' && c !== '';
      if (b === '-o') return a !== '' || c !== '';
      if (a === '!') return !(yield* testWords(shell, [b, c]));
      if (a === '(' && c === ')') return b !== '';
      throw new ShellError(shell.dialect === 'bash' ? `${b}: binary operator expected` : `odd: ${a}\0${b}`, { code: 2 });
    case 4:
      if (a === '!') return !(yield* testWords(shell, words.slice(1)));
      if (a === '(' && words[3] === ')') return yield* testWords(shell, [b, c]);
  }
  const state = { words, at: 0 };
  const value = yield* either(shell, state);
  if (state.at < words.length)
    throw new ShellError(
      shell.dialect !== 'bash'
        ? `odd: ${words[0]}\0${words[state.at]}`
        : state.at === words.length - 1 || !words[state.at]?.startsWith('-')
          ? 'too many arguments'
          : `syntax error: \`${words[state.at]}' unexpected`,
      { code: 2 },
    );
  return value;
}

interface WordState {
  readonly words: readonly string[];
  at: number;
}

function isUnary(word: string | undefined): boolean {
  return word?.length === 2 && word.startsWith('-') && UNARY.includes(word[1] as string);
}

function* either(shell: Shell, state: WordState): Sys<boolean> {
  let value = yield* both(shell, state);
  while (state.words[state.at] === '-o') {
    state.at++;
    const right = yield* both(shell, state);
    value = value || right;
  }
  return value;
}

function* both(shell: Shell, state: WordState): Sys<boolean> {
  let value = yield* single(shell, state);
  while (state.words[state.at] === '-a') {
    state.at++;
    const right = yield* single(shell, state);
    value = value && right;
  }
  return value;
}

function* single(shell: Shell, state: WordState): Sys<boolean> {
  const { words } = state;
  const word = words[state.at];
  if (word === undefined) throw new ShellError('argument expected', { code: 2 });
  if (word === '!') {
    state.at++;
    return !(yield* single(shell, state));
  }
  if (BINARY.has(words[state.at + 1] ?? '') && words[state.at + 2] !== undefined) {
    state.at += 3;
    return yield* binary(shell, words[state.at - 2] as string, word, words[state.at - 1] as string);
  }
  if (word === '(') {
    state.at++;
    const value = yield* either(shell, state);
    if (words[state.at++] !== ')') throw new ShellError("`)' expected", { code: 2 });
    return value;
  }
  if (isUnary(word) && words[state.at + 1] !== undefined) {
    state.at += 2;
    return yield* unary(shell, word, words[state.at - 1] as string);
  }
  state.at++;
  return word !== '';
}
