import type { Sys } from '../../kernel/types.ts';
import type { HttpRequest, HttpResult } from '../../network/types.ts';
import type { Url } from './request.ts';
/** Facts of a finished (or failed) transfer. Times are virtual milliseconds. */
export interface Transfer {
    readonly url: Url;
    readonly request?: HttpRequest;
    readonly result?: HttpResult;
    readonly redirects: number;
    readonly redirectUrl: string;
    /** From the first connection to the end. */
    readonly totalMs: number;
    readonly code: number;
    readonly message: string;
    readonly filename: string;
}
/** The head of the meter and its first row. */
export declare function meterStart(): Sys<void>;
/** The last row. `known`: the length was announced. */
export declare function meterEnd(received: number, known: boolean, ms: number): Sys<void>;
/** -v up to the request; for a failed connection up to its error. */
export declare function connectLines(url: Url, result: HttpResult, compat: boolean): string;
export declare function requestLines(request: HttpRequest): string;
/** Status line and headers as they came, with the empty line. */
export declare function headText(result: HttpResult): string;
/** The text of -w, with curl's variables. Unknown ones are named in `unknown`. */
export declare function writeOut(format: string, transfer: Transfer): {
    text: string;
    error: string;
};
