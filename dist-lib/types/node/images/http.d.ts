/** Small parts that several servers share. */
import type { HttpRequest, HttpResponse } from '../../network/types.ts';
import type { ServerContext } from './family.ts';
type Headers = readonly (readonly [string, string])[];
export declare function reasonOf(status: number): string;
/** A response with its length counted in UTF-8 bytes as the last header, unless it says its length otherwise. */
export declare function respond(status: number, headers: Headers, body: string, reason?: string): HttpResponse;
export declare function byteLength(text: string): number;
/** `Tue, 24 Nov 2026 09:00:00 GMT` */
export declare function httpDate(ms: number): string;
/** Path without query, decoded; and the query's parameters. */
export declare function splitPath(path: string): {
    readonly path: string;
    readonly query: string;
    readonly parameters: Readonly<Record<string, string>>;
};
export declare function decode(text: string): string;
export declare function header(request: HttpRequest, name: string): string | undefined;
export declare function typeOf(path: string, otherwise?: string): string;
/** `24/Nov/2026:09:00:00 +0000`, as access logs of nginx and httpd have it. */
export declare function logTime(ms: number): string;
/** A line of the combined log format; nginx adds the forwarded address. */
export declare function accessLine(request: HttpRequest, response: HttpResponse, { client, now }: ServerContext, extra?: string): string;
export {};
