export type FieldErrorType = 'required' | 'invalid' | 'notSupported' | 'duplicate' | 'forbidden' | 'notFound' | 'tooLong' | 'tooMany' | 'typeInvalid' | 'internal';
export interface FieldError {
    readonly type: FieldErrorType;
    /** `spec.ports[0].nodePort` */
    readonly field: string;
    /** The offending value, for the types that print it. */
    readonly value?: unknown;
    readonly detail: string;
}
export declare const required: (field: string, detail?: string) => FieldError;
export declare const invalid: (field: string, value: unknown, detail: string) => FieldError;
export declare const duplicate: (field: string, value: unknown) => FieldError;
export declare const forbidden: (field: string, detail: string) => FieldError;
export declare const notFound: (field: string, value: unknown) => FieldError;
export declare const tooLong: (field: string, max: number) => FieldError;
export declare const tooMany: (field: string, actual: number, max: number) => FieldError;
/** The supported values are named in the order given: the real server sorts them for some fields only. */
export declare const notSupported: (field: string, value: unknown, supported: readonly string[]) => FieldError;
/** The error without its field: `Invalid value: 70000: must be between 1 and 65535, inclusive`. */
export declare function fieldErrorBody({ type, value, detail }: FieldError): string;
/** `spec.ports[0].port: Invalid value: 0: must be ...` */
export declare function formatFieldError(error: FieldError): string;
/** `FieldValueInvalid` and its like: the reason of a cause in a Status. */
export declare function causeOf(error: FieldError): string;
