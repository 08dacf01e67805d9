/** What can go wrong in a command, and the one place that turns it into kubectl's words. */
import type { Status } from '../api/types.ts';
/** Printed as `error: message`; exit code 1. */
export declare class CommandError extends Error {
}
/** Ends the command with an exit code, having said all there was to say. */
export declare class Exit extends Error {
    readonly code: number;
    constructor(code: number, message?: string);
}
/** The API server's answer when a request fails. */
export declare class StatusError extends Error {
    readonly status: Status;
    constructor(status: Status);
    get reason(): string;
    /** The same failure with another message. */
    withMessage(message: string): StatusError;
}
/** No such resource type: printed without `error:`. */
export declare class NoResourceMatchError extends Error {
    constructor(resource: string, group?: string, version?: string);
}
/** The server cannot be reached: printed as it is. */
export declare class ConnectionError extends Error {
}
/** Several failures, each printed on its own line. */
export declare class Aggregate extends Error {
    readonly errors: readonly Error[];
    constructor(errors: readonly Error[]);
}
/** Throws what was collected, if anything. */
export declare function throwAll(errors: readonly Error[]): void;
export declare function isNotFound(error: unknown): error is StatusError;
/** What stderr shows for a failure, and the exit code. Anything that is no failure of a command is thrown again. */
export declare function explainError(error: unknown): {
    text: string;
    code: number;
};
/** One failure as a line, the way several are listed. */
export declare function messageOf(error: Error): string;
