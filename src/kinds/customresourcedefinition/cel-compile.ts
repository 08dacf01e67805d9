/** What is wrong with an expression before it is ever evaluated, in the words of cel-go's compiler where they are known. */
import { celCode } from './cel.ts';

/** What an expression may begin with, as the real parser lists it where there is nothing more. */
const BEGINNINGS = "{'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}";

interface Wrong {
  readonly message: string;
  readonly code: string;
  readonly range?: { readonly start: number };
}

/**
 * What an expression comes to (`dyn` where nobody can say), or what is wrong with it. The language must be there.
 * @param names the variables that it may name
 * @param read as the language reads it, where that differs
 */
export function compile(
  expression: string,
  names: readonly string[],
  read = expression,
): { readonly type: string; readonly problem?: string } {
  const language = celCode.value;
  if (!language) throw new Error('the language of rules is not there');
  const declared = language.clone({ unlistedVariablesAreDyn: false });
  for (const name of names) declared.registerVariable(name, 'dyn');
  const { type = 'dyn', error } = declared.check(read) as { type?: string; error?: unknown };
  const wrong = error as Wrong | undefined;
  // A function that the language lacks here is told when it is called.
  if (!wrong || wrong.code === 'no_matching_overload') return { type };
  return { type, problem: compilerText(expression, wordsOf(wrong), wrong.range?.start ?? 0) };
}

function wordsOf({ message, code }: Wrong): string {
  const [first = ''] = message.split('\n');
  const [, name = ''] = /^Unknown variable: (.*)$/.exec(first) ?? [];
  if (code === 'unknown_variable') return `undeclared reference to '${name}' (in container '')`;
  return `Syntax error: ${/EOF/.test(first) ? `mismatched input '<EOF>' expecting ${BEGINNINGS}` : first}`;
}

/** With the line that it is about, and a mark below. */
export function compilerText(expression: string, words: string, at: number): string {
  const before = expression.slice(0, at);
  const line = before.split('\n').length;
  const column = before.length - (before.lastIndexOf('\n') + 1);
  return `compilation failed: ERROR: <input>:${line}:${column + 1}: ${words}\n | ${expression.split('\n')[line - 1]}\n | ${'.'.repeat(column)}^`;
}
