/**
 * Validation errors in the words of the real server (source of the rule: apimachinery's util/validation/field).
 * `ApiError.invalid` joins them into one Status.
 */
import { goQuote, toGoJson } from './go-json.ts';

export type FieldErrorType =
  | 'required'
  | 'invalid'
  | 'notSupported'
  | 'duplicate'
  | 'forbidden'
  | 'notFound'
  | 'tooLong'
  | 'tooMany'
  | 'typeInvalid'
  | 'internal';

export interface FieldError {
  readonly type: FieldErrorType;
  /** `spec.ports[0].nodePort` */
  readonly field: string;
  /** The offending value, for the types that print it. */
  readonly value?: unknown;
  readonly detail: string;
}

export const required = (field: string, detail = ''): FieldError => ({ type: 'required', field, detail });
export const invalid = (field: string, value: unknown, detail: string): FieldError => ({ type: 'invalid', field, value, detail });
export const duplicate = (field: string, value: unknown): FieldError => ({ type: 'duplicate', field, value, detail: '' });
export const forbidden = (field: string, detail: string): FieldError => ({ type: 'forbidden', field, detail });
export const notFound = (field: string, value: unknown): FieldError => ({ type: 'notFound', field, value, detail: '' });
export const tooLong = (field: string, max: number): FieldError => ({
  type: 'tooLong',
  field,
  detail: `may not be more than ${max} bytes`,
});
export const tooMany = (field: string, actual: number, max: number): FieldError => ({
  type: 'tooMany',
  field,
  value: actual,
  detail: `must have at most ${max} items`,
});
/** The supported values are named in the order given: the real server sorts them for some fields only. */
export const notSupported = (field: string, value: unknown, supported: readonly string[]): FieldError => ({
  type: 'notSupported',
  field,
  value,
  detail: supported.length > 0 ? `supported values: ${supported.map(goQuote).join(', ')}` : '',
});

/** What a type says first, and its name in the causes of a Status. */
const WORDS: Readonly<Record<FieldErrorType, readonly [words: string, cause: string, printsValue: boolean]>> = {
  required: ['Required value', 'FieldValueRequired', false],
  forbidden: ['Forbidden', 'FieldValueForbidden', false],
  tooLong: ['Too long', 'FieldValueTooLong', false],
  internal: ['Internal error', 'InternalError', false],
  invalid: ['Invalid value', 'FieldValueInvalid', true],
  typeInvalid: ['Invalid value', 'FieldValueTypeInvalid', true],
  notSupported: ['Unsupported value', 'FieldValueNotSupported', true],
  notFound: ['Not found', 'FieldValueNotFound', true],
  duplicate: ['Duplicate value', 'FieldValueDuplicate', true],
  tooMany: ['Too many', 'FieldValueTooMany', true],
};

/** The value of an error that does not show what is wrong, since it is about several fields. */
export const OMITTED = Symbol('omitted');

/** The error without its field: `Invalid value: 70000: must be between 1 and 65535, inclusive`. */
export function fieldErrorBody({ type, value, detail }: FieldError): string {
  const [words, , printsValue] = WORDS[type];
  const shown =
    printsValue && value !== OMITTED ? `${words}: ${typeof value === 'string' ? goQuote(value) : toGoJson(value ?? null)}` : words;
  return detail === '' ? shown : `${shown}: ${detail}`;
}

/** `spec.ports[0].port: Invalid value: 0: must be ...` */
export function formatFieldError(error: FieldError): string {
  return `${error.field}: ${fieldErrorBody(error)}`;
}

/** `FieldValueInvalid` and its like: the reason of a cause in a Status. */
export function causeOf(error: FieldError): string {
  return WORDS[error.type][1];
}
