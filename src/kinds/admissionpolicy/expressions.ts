/** What is wrong with an expression of a policy before it is ever evaluated, in the words of cel-go's compiler where they are known. */
import { type FieldError, invalid, required } from '../../api/field-errors.ts';
import { celCode } from '../customresourcedefinition/cel.ts';

/** What an expression may begin with, as the real parser lists it where there is nothing more. */
const BEGINNINGS = "{'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}";

interface Wrong {
  readonly message: string;
  readonly code: string;
  readonly range?: { readonly start: number };
}

/**
 * Errors of an expression at a field.
 * @param names the variables that it may name
 * @param read as the language reads it, where that differs
 * @param type what it must come to; what nobody can say beforehand is let pass
 */
export function expressionErrors(
  expression: string,
  at: string,
  names: readonly string[],
  { type = 'bool', read = expression, missing = '' }: { readonly type?: string; readonly read?: string; readonly missing?: string } = {},
): FieldError[] {
  if (expression.trim() === '') return [required(at, missing)];
  const { type: found = 'dyn', error } = check(read, names);
  if (error) return [invalid(at, expression, `compilation failed: ${compilerText(expression, error)}`)];
  return found === 'dyn' || found === type || type === '' ? [] : [invalid(at, expression, `must evaluate to ${type}`)];
}

/** A function that the language lacks here is told when it is called. */
function check(expression: string, names: readonly string[]): { type?: string; error?: Wrong } {
  const language = celCode.value;
  if (!language) throw new Error('the language of policies is not there');
  const declared = language.clone({ unlistedVariablesAreDyn: false });
  for (const name of names) declared.registerVariable(name, 'dyn');
  const { type, error } = declared.check(expression) as { type?: string; error?: unknown };
  const wrong = error as Wrong | undefined;
  if (wrong?.code === 'no_matching_overload') return {};
  return { ...(type !== undefined && { type }), ...(wrong && { error: wrong }) };
}

/** With the line that it is about, and a mark below. */
function compilerText(expression: string, { message, code, range }: Wrong): string {
  const [first = ''] = message.split('\n');
  const [, name = ''] = /^Unknown variable: (.*)$/.exec(first) ?? [];
  const words =
    code === 'unknown_variable'
      ? `undeclared reference to '${name}' (in container '')`
      : `Syntax error: ${/EOF/.test(first) ? `mismatched input '<EOF>' expecting ${BEGINNINGS}` : first}`;
  const before = expression.slice(0, range?.start ?? 0);
  const line = before.split('\n').length;
  const column = before.length - (before.lastIndexOf('\n') + 1);
  return `ERROR: <input>:${line}:${column + 1}: ${words}\n | ${expression.split('\n')[line - 1]}\n | ${'.'.repeat(column)}^`;
}
