/** Texts that the shell runs: scripts, lines of a terminal, what is given to `eval` or sourced. */
import type { Statement, SyntaxNode } from 'unbash';
import { load, write } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { expandAliases } from './builtins/alias.ts';
import { executeStatement, lineAt } from './execute.ts';
import { lateCode } from './late.ts';
import { type Problem, parse, visit } from './parse.ts';
import { Leave, type Shell, ShellError } from './shell.ts';

/** Nested functions, sources and evals before the shell gives up. JavaScript's own stack carries them. */
export const MAX_DEPTH = 200;

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
