/** Rules for the rules of a schema, x-kubernetes-validations (source: apiextensions-apiserver's validation). */
import { type FieldError, invalid, notSupported, required } from '../../api/field-errors.ts';
import { goStructText, type Verbatim } from '../../api/go-json.ts';
import type { ValidationRule } from '../types.gen.ts';
import { celCode } from './cel.ts';
import { compile, compilerText } from './cel-compile.ts';
import type { Schema } from './schema.ts';

const REASONS = ['FieldValueDuplicate', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueRequired'];
/** What every object has that is one of its own. */
const OBJECT: Schema = { type: 'object', properties: { name: { type: 'string' }, generateName: { type: 'string' } } };

/** Errors in what is said of each rule. */
export function ruleTextErrors(schema: Schema, at: string): FieldError[] {
  return (schema['x-kubernetes-validations'] ?? []).flatMap(({ rule = '', message, messageExpression, reason, fieldPath }, index) => {
    const one = `${at}.x-kubernetes-validations[${index}]`;
    const errors: FieldError[] = [];
    const lines = (text: string): boolean => /[\n\r]/.test(text.trim());
    if (rule.trim() === '') errors.push(required(`${one}.rule`, 'rule is not specified'));
    else if (message && message.trim() === '') errors.push(invalid(`${one}.message`, message, 'message must be non-empty if specified'));
    else if (message && lines(message)) errors.push(invalid(`${one}.message`, message, 'message must not contain line breaks'));
    else if (lines(rule) && !message) errors.push(required(`${one}.message`, 'message must be specified if rule contains line breaks'));
    if (messageExpression && messageExpression.trim() === '')
      errors.push(required(`${one}.messageExpression`, 'messageExpression must be non-empty if specified'));
    if (reason && !REASONS.includes(reason)) errors.push(notSupported(`${one}.reason`, reason, REASONS));
    if (fieldPath && lines(fieldPath)) errors.push(invalid(`${one}.fieldPath`, fieldPath, 'fieldPath must not contain line breaks'));
    return errors;
  });
}

/** Errors of the expressions. `root`: of the whole object, which has metadata besides. */
export function ruleExpressionErrors(schema: Schema, at: string, root: boolean): FieldError[] {
  if (!celCode.value) return [];
  const seen = root
    ? { ...schema, properties: { ...schema.properties, metadata: OBJECT, apiVersion: { type: 'string' }, kind: { type: 'string' } } }
    : schema;
  return (schema['x-kubernetes-validations'] ?? []).flatMap((rule, index) => {
    const { type, problem } = compile(rule.rule, ['self', 'oldSelf']);
    const why =
      problem ?? undefinedField(rule.rule, seen) ?? (['bool', 'dyn'].includes(type) ? undefined : 'cel expression must evaluate to a bool');
    return why ? [invalid(`${at}.x-kubernetes-validations[${index}].rule`, shown(rule), why)] : [];
  });
}

/** The rule as the server's own struct. */
function shown({ rule, message, messageExpression, reason, fieldPath, optionalOldSelf }: ValidationRule): Verbatim {
  return goStructText({
    Rule: rule,
    Message: message ?? '',
    MessageExpression: messageExpression ?? '',
    Reason: reason,
    FieldPath: fieldPath ?? '',
    OptionalOldSelf: optionalOldSelf,
  });
}

/** The first field below self that the schema does not know. */
function undefinedField(rule: string, schema: Schema): string | undefined {
  const bare = rule.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, (text) => ' '.repeat(text.length));
  for (const found of bare.matchAll(/(?<![\w.])(?:self|oldSelf)((?:\.[A-Za-z_]\w*(?!\w|\s*\())+)/g)) {
    let [at, of] = [found.index + found[0].length - (found[1] as string).length, schema as Schema | undefined];
    for (const name of (found[1] as string).split('.').slice(1)) {
      const known: Readonly<Record<string, Schema>> | undefined = of?.properties as never;
      if (!known || of?.['x-kubernetes-preserve-unknown-fields'] || of?.additionalProperties || name.startsWith('__')) break;
      if (!Object.hasOwn(known, name)) return compilerText(rule, `undefined field '${name}'`, at);
      of = known[name];
      at += name.length + 1;
    }
  }
  return undefined;
}
