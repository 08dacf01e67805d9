/** Errors of the expressions of policies when they are written. */
import { type FieldError, invalid, required } from '../../api/field-errors.ts';
import { compile } from '../customresourcedefinition/cel-compile.ts';

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
  const { type: found, problem } = compile(expression, names, read);
  if (problem) return [invalid(at, expression, problem)];
  return found === 'dyn' || found === type || type === '' ? [] : [invalid(at, expression, `must evaluate to ${type}`)];
}
