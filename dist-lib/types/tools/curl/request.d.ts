import type { Sys } from '../../kernel/types.ts';
import type { HttpRequest } from '../../network/types.ts';
import type { Settings } from './settings.ts';
export declare const VERSION = "8.14.1";
/** A transfer that failed: curl's number and words. */
export declare class CurlError extends Error {
    readonly code: number;
    constructor(code: number, message: string);
}
export interface Url {
    readonly scheme: 'http' | 'https';
    /** Without brackets. */
    readonly host: string;
    readonly port: number;
    /** Path and query. */
    readonly path: string;
    readonly user: string | undefined;
    /** In full, with the scheme and without user and fragment. */
    readonly href: string;
}
/** Parses a URL as curl does: the scheme may be missing. */
export declare function parseUrl(text: string, compat: boolean): Url;
/** The body made by all -d options, joined by `&`; undefined when there is none. */
export declare function bodyOf(settings: Settings): Sys<{
    text: string;
    json: boolean;
} | undefined>;
/** The request for one URL. `upload` is the text of -T. */
export declare function requestFor(settings: Settings, url: Url, body: {
    text: string;
    json: boolean;
} | undefined, upload: string | undefined): HttpRequest;
/** Where a Location header leads. */
export declare function resolveLocation({ scheme, host, port, path }: Url, location: string): string;
