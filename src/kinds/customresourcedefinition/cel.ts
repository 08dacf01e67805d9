/**
 * The rules of a schema (x-kubernetes-validations), in CEL. The language's code is loaded when the first CustomResourceDefinition with
 * rules is there: nothing moves until it is (Kernel.need).
 */
import type { Environment } from '@marcbachmann/cel-js';
import { equal } from '../../api/equal.ts';
import { type FieldError, type FieldErrorType, invalid } from '../../api/field-errors.ts';
import { lazy } from '../../kernel/lazy.ts';
import type { ValidationRule } from '../types.gen.ts';
import { NEW, oldField, oldItem, type Schema } from './schema.ts';

type Bag = Readonly<Record<string, unknown>>;
type Program = (variables: Record<string, unknown>) => unknown;

const programs = new Map<string, Program | Error>();

/** The language, with what the API server adds to it. */
export const celCode = lazy(async () => {
  const [{ Environment: Made }, { addLibrary }, { addPolicyTypes }] = await Promise.all([
    import('@marcbachmann/cel-js'),
    import('./cel-library.ts'),
    import('../admissionpolicy/authorizer.ts'),
  ]);
  const made: Environment = new Made({ unlistedVariablesAreDyn: true, enableOptionalTypes: true, homogeneousAggregateLiterals: false });
  addLibrary(made);
  // Nothing can be added once an expression was compiled.
  addPolicyTypes(made);
  return made;
});

/** Whether a schema has rules, anywhere. */
export function hasRules(schema: Schema | undefined): boolean {
  if (!schema) return false;
  if (schema['x-kubernetes-validations']?.length) return true;
  const below = [...Object.values(schema.properties ?? {}), schema.items, schema.additionalProperties] as readonly unknown[];
  return below.some((one) => one !== null && typeof one === 'object' && hasRules(one as Schema));
}

interface Found {
  readonly errors: readonly FieldError[];
  /** Of values that an update leaves as they were: only warned of. */
  readonly warnings: readonly FieldError[];
}

/** Errors of all rules for a value; `old` is the value before an update. */
export function ruleErrors(schema: Schema, value: unknown, old: unknown): Found {
  const found = { errors: [] as FieldError[], warnings: [] as FieldError[] };
  collect(found, schema, value, old ?? NEW, '', false);
  return found;
}

/** `kept`: what the value is in was not changed. */
function collect(
  found: { readonly errors: FieldError[]; readonly warnings: FieldError[] },
  schema: Schema,
  value: unknown,
  old: unknown,
  at: string,
  kept: boolean,
): void {
  if (value === undefined || value === null) return;
  const same = old === NEW ? kept : equal(value, old);
  for (const rule of schema['x-kubernetes-validations'] ?? []) {
    const where = same && !isTransition(rule) ? found.warnings : found.errors;
    where.push(...broken(rule, schema, value, old === NEW ? undefined : old, at));
  }
  if (Array.isArray(value)) {
    const items = schema.items as Schema | undefined;
    if (items)
      value.forEach((one, index) => {
        collect(found, items, one, oldItem(schema, one, old), `${at}[${index}]`, same);
      });
  } else if (typeof value === 'object') {
    const bag = value as Bag;
    for (const key of Object.keys(bag).sort()) {
      const property = schema.properties?.[key] ?? (schema.additionalProperties as Schema | undefined);
      if (property && typeof property === 'object')
        collect(found, property, bag[key], oldField(old, key), at === '' ? key : `${at}.${key}`, same);
    }
  }
}

const isTransition = ({ rule }: ValidationRule): boolean => /\boldSelf\b/.test(rule);

const REASONS: Readonly<Record<string, FieldErrorType>> = {
  FieldValueForbidden: 'forbidden',
  FieldValueRequired: 'required',
  FieldValueDuplicate: 'duplicate',
};

function broken(given: ValidationRule, schema: Schema, value: unknown, old: unknown, at: string): FieldError[] {
  const { rule, message, messageExpression, reason, fieldPath, optionalOldSelf } = given;
  const transition = isTransition(given);
  if (transition && old === undefined && !optionalOldSelf) return [];
  const variables = { self: celValue(schema, value), ...(transition && { oldSelf: celValue(schema, old) }) };
  const field = fieldPath ? `${at}${fieldPath}`.replace(/^\./, '') : at;
  const type = schema.type || 'object';
  const fail = (detail: string): FieldError[] => [
    { ...invalid(field || '<nil>', type, detail), ...(reason && REASONS[reason] && { type: REASONS[reason] }) },
  ];
  try {
    if (run(rule, variables) === true) return [];
  } catch (error) {
    return fail(`rule evaluation error: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  }
  if (messageExpression) {
    try {
      const text = run(messageExpression, variables);
      if (typeof text === 'string' && text.trim() !== '') return fail(text);
    } catch {
      // the plain message does
    }
  }
  return fail(message?.trim() || `failed rule: ${rule.trim()}`);
}

/** What an expression gives; throws what is wrong with it. The language must be there. */
export function run(expression: string, variables: Record<string, unknown>): unknown {
  let program = programs.get(expression);
  if (!program) {
    try {
      program = (celCode.value as Environment).parse(expression) as unknown as Program;
    } catch (error) {
      program = error instanceof Error ? error : new Error(String(error));
    }
    programs.set(expression, program);
  }
  if (program instanceof Error) throw program;
  return program(variables);
}

/** A JSON value as CEL's types: whole numbers where the schema says so. */
export function celValue(schema: Schema | undefined, value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) && schema?.type !== 'number' ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map((one) => celValue(schema?.items as Schema | undefined, one));
  if (value === null || typeof value !== 'object') return value;
  const additional = schema?.additionalProperties as Schema | undefined;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      celValue(schema?.properties?.[key] ?? (typeof additional === 'object' ? additional : undefined), one),
    ]),
  );
}
