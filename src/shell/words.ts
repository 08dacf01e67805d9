/**
 * How ash (busybox) and dash say what bash says in other words, and which of bash's grammar they lack. Loaded when one of them complains
 * or reads a text. Learnt from what busybox 1.35 and dash 0.5.12 answer.
 */
import type { Word } from 'unbash';
import { type Parsed, type Problem, visit } from './parse.ts';
import type { Shell } from './shell.ts';

type Dialect = 'ash' | 'dash';

/** bash's builtins that the others do not have. */
export const MISSING: Readonly<Record<Dialect, readonly string[]>> = {
  ash: 'bind builtin caller compgen complete compopt declare dirs disown enable logout mapfile popd pushd readarray shopt suspend typeset'.split(
    ' ',
  ),
  dash: 'bind builtin caller compgen complete compopt declare dirs disown enable help history let logout mapfile popd pushd readarray shopt source suspend typeset'.split(
    ' ',
  ),
};

/** From bash's message to theirs: what it looks like, ash's words, dash's. */
const WORDS: readonly (readonly [RegExp, string, string])[] = [
  [/^(\[): missing `\]'$/, 'missing ]', '[: missing ]'],
  [/^(\[|test): Illegal number: (.*)$/, '$2: bad number', '$1: Illegal number: $2'],
  [/^(\[|test): odd: (.*)\0(.*)$/, '$3: unknown operand', '$1: $2: unexpected operator'],
  [/^unset: (\S+): cannot unset: readonly variable$/, 'unset: $1: is read only', 'unset: $1: is read only'],
  [/^((?:\w+: )?\S+): readonly variable$/, '$1: is read only', '$1: is read only'],
  [/^(\S+): unbound variable$/, '$1: parameter not set', '$1: parameter not set'],
  [/^(\w+): (.*): numeric argument required$/, '$1: Illegal number: $2', '$1: Illegal number: $2'],
  [/^(\w+): `(.*?)(?:=.*)?': not a valid identifier$/, '$1: $2: bad variable name', '$1: $2: bad variable name'],
  [/^local: can only be used in a function$/, 'local: not in a function', 'local: not in a function'],
  [/^(?:.*: )?division by 0 .*$/, 'divide by zero', 'arithmetic expression: division by zero: "?"'],
  [
    /^(.*?): (?:syntax error|value too great|attempted assignment)[^]*$/,
    'arithmetic syntax error',
    'arithmetic expression: expecting primary: "$1"',
  ],
  [/^\$\{.*: bad substitution$/, 'syntax error: bad substitution', 'Bad substitution'],
  [/^(\.|source): (.*): No such file or directory$/, "$1: can't open '$2': No such file or directory", '$1: cannot open $2: No such file'],
  [/^kill: \((\d+)\) - (.*)$/, "can't kill pid $1: $2", 'kill: $2\n'],
  [/^kill: (.*): invalid signal specification$/, "bad signal name '$1'", 'kill: Illegal option -$1'],
  [/^kill: (.*): arguments must be process or job IDs$/, "invalid number '$1'", 'kill: Illegal number: $1'],
  [/^trap: (.*): invalid signal specification$/, 'trap: $1: invalid signal specification', 'trap: $1: bad trap'],
  [/^(\w+): (%?\S+): no such job$/, '$1: $2: no such job', '$1: No such job: $2'],
  [/^(\w+): current: no such job$/, '$1: No current job', '$1: No current job'],
  [/^printf: (.*): invalid number$/, "invalid number '$1'", 'printf: $1: expected numeric value'],
  [/^printf: `(.*)': invalid format character$/, '%$1: invalid format', 'printf: %$1: invalid directive'],
  [/^set: (.*): invalid option name$/, 'set: illegal option -o $1', 'set: Illegal option -o $1'],
  [/^(\w+): (-.): invalid option$/, '$1: illegal option $2', '$1: Illegal option $2'],
  [/^getopts: illegal option -- (.*)$/, 'Illegal option -$1', 'Illegal option -$1'],
];

/** The line for standard error. */
export function complaint(shell: Shell, message: string): string {
  const dialect = shell.dialect as Dialect;
  let said = message;
  for (const [pattern, ash, dash] of WORDS) {
    if (!pattern.test(message)) continue;
    said = message.replace(pattern, dialect === 'ash' ? ash : dash);
    break;
  }
  const alias = /^(?:un)?alias: (.*): not found$/.exec(message);
  if (alias) return `${message.split(':')[0]}: ${alias[1]} not found\n`;
  if (dialect === 'dash') return `${shell.prefix}${said}\n`;
  const builtin = /^(\.|cd|export|readonly|unset|read|local|exit|return|shift|set|source|trap|umask|wait|fg|bg|getopts|eval|exec): /.exec(
    said,
  );
  if (!builtin || shell.interactive) return `${shell.prefix}${said}\n`;
  // The lines of -c are counted from 0.
  return `${shell.name}: ${builtin[0]}line ${shell.line - (shell.isCommand ? 1 : 0)}: ${said.slice(builtin[0].length)}\n`;
}

/** What a syntax error is called. */
export function syntaxMessage(dialect: Dialect, { message, kind, wanted, expecting }: Problem): string {
  const token = /^syntax error near unexpected token `([^]*)'$/.exec(message)?.[1];
  const [what, expected] = ((): readonly [string, string?] => {
    if (token !== undefined) {
      if (/^[<>]|^&>/.test(token)) return ['redirection'];
      if (token === 'newline') return ['newline'];
      return [/^[;&|()]+$|^(?:then|else|elif|fi|do|done|esac|in|\}|\{)$/.test(token) ? `"${token}"` : 'word'];
    }
    return ['end of file', wanted === ')' ? '")"' : expecting === undefined ? undefined : `"${expecting}"`];
  })();
  if (token === undefined && kind === 'syntax') return dialect === 'ash' ? message : capitalized(message);
  const own =
    wanted === '"' || wanted === "'"
      ? 'unterminated quoted string'
      : wanted === '`'
        ? 'EOF in backquote substitution'
        : wanted === '}' || wanted === '))'
          ? `missing '${wanted}'`
          : undefined;
  const expectation = expected === undefined ? '' : ` (expecting ${expected})`;
  if (dialect === 'ash') return `syntax error: ${own ?? `unexpected ${what}${expectation}`}`;
  return `Syntax error: ${own === undefined ? `${what} unexpected${expectation}` : capitalized(own)}`;
}

const capitalized = (text: string): string => text.replace(/^EOF|^./, (letter) => letter.toUpperCase());

/** The first of bash's own grammar that the dialect does not have. */
export function foreign(dialect: Dialect, { script, source }: Parsed): Problem | undefined {
  let first: Problem | undefined;
  const found = (pos: number, message: string): void => {
    if (!first || pos < first.pos) first = { kind: 'syntax', pos, message };
  };
  const near = (pos: number, token: string): void => found(pos, `syntax error near unexpected token \`${token}'`);
  const inWord = (word: Word): void => {
    for (const part of word.parts ?? []) {
      const inner = part.type === 'DoubleQuoted' || part.type === 'LocaleString' ? part.parts : [part];
      for (const one of inner) {
        if (one.type !== 'ParameterExpansion') continue;
        const operation = one.operation?.type;
        const known = operation === undefined || operation === 'Default' || operation === 'Remove';
        const ashHas = operation === 'Slice' || operation === 'Replace';
        if (!(known || (ashHas && dialect === 'ash')) || one.prefix === '!' || one.index)
          found(one.pos, dialect === 'ash' ? 'syntax error: bad substitution' : 'Bad substitution');
      }
    }
  };
  visit(script, (node) => {
    if (node.type === 'Word') inWord(node);
    else if (node.type === 'Assignment' && node.value.type !== 'Word') near(node.value.pos, '(');
    else if (node.type === 'ArithmeticFor')
      found(node.pos, dialect === 'ash' ? 'syntax error: bad for loop variable' : 'Syntax error: Bad for loop variable');
    else if (node.type === 'HereString') near(node.pos, '<<<');
    else if (node.type === 'Select') near(node.pos, 'do');
    else if (node.type === 'Function' && dialect === 'dash' && source.startsWith('function', node.pos)) near(node.pos, '}');
    else if (node.type === 'Pipeline' && node.operators.includes('|&')) near(node.pos, '&');
  });
  return first;
}
