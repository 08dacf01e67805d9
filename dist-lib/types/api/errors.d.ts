/** Errors of the API in the exact words of the real server (source of the rules: apimachinery's api/errors). */
import { type FieldError } from './field-errors.ts';
import type { Status, StatusDetails } from './types.ts';
/** What a request (or an in-process operation) fails with; `status` is the answer's body. */
export declare class ApiError extends Error {
    readonly status: Status;
    constructor(code: number, reason: string, message: string, details?: StatusDetails);
    get code(): number;
    /** `NotFound`, `Conflict`, ... */
    get reason(): string;
}
/** What an error is about: a resource by plural and group. */
export interface About {
    readonly plural: string;
    readonly group: string;
}
export declare const notFoundError: (about: About, name: string) => ApiError;
export declare const alreadyExists: (about: About, name: string) => ApiError;
export declare const conflict: (about: About, name: string, why: string) => ApiError;
export declare const forbiddenError: (about: About, name: string, why: string, causes?: StatusDetails['causes']) => ApiError;
export declare const methodNotSupported: (about: About, action: string) => ApiError;
export declare const methodNotAllowed: () => ApiError;
export declare const noSuchResource: () => ApiError;
export declare const badRequest: (message: string) => ApiError;
export declare const expired: (message: string) => ApiError;
export declare const internalError: (message: string) => ApiError;
export declare const serviceUnavailable: (message: string) => ApiError;
export declare const tooManyRequests: (message: string, causes: StatusDetails['causes'], retryAfterSeconds?: number) => ApiError;
export declare const unsupportedMediaType: (message: string) => ApiError;
export declare const unprocessable: (about: About, name: string, message: string) => ApiError;
/** `Deployment.apps "bad" is invalid: [spec.selector: Required value, ...]`; equal errors are named once. */
export declare function invalidError(kind: {
    readonly kind: string;
    readonly group: string;
}, name: string, errors: readonly FieldError[]): ApiError;
