/**
 * Validation errors in the words of the real server (source of the rule: apimachinery's util/validation/field).
 * `ApiError.invalid` joins them into one Status.
 */
export type FieldErrorType = 'required' | 'invalid' | 'notSupported' | 'duplicate' | 'forbidden' | 'notFound' | 'tooLong' | 'tooMany' | 'typeInvalid' | 'internal';

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
export const tooLong = (field: string, max: number): FieldError => ({ type: 'tooLong', field, detail: `may not be more than ${max} bytes` });
export const notSupported = (field: string, value: unknown, supported: readonly string[]): FieldError => ({
  type: 'notSupported',
  field,
  value,
  detail: supported.length > 0 ? `supported values: ${[...supported].sort().map((one) => JSON.stringify(one)).join(', ')}` : '',
});
