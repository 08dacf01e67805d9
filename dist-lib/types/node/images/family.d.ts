/**
 * An image family: images that belong together, with the code that only they need. `index.ts` lists them. The images are data; their
 * code is in a file beside them (`x-programs.ts`), loaded when one of its programs first runs.
 */
import type { FileSystem } from '../../kernel/files.ts';
import type { Lazy } from '../../kernel/lazy.ts';
import type { Program } from '../../kernel/types.ts';
import type { HttpRequest, HttpResponse } from '../../network/types.ts';
import type { Image } from './image.ts';
export interface Family {
    readonly images: readonly Image[];
    /** Names of the programs in `code`, found in these images only through `Image.entrypoint`, `cmd` and `programs`. */
    readonly programs?: readonly string[];
    /** Names of the servers in `code`. */
    readonly servers?: readonly string[];
    readonly code?: Lazy<FamilyCode>;
}
export interface FamilyCode {
    readonly programs: Readonly<Record<string, Program>>;
    /** What answers on a port, by the name under which a program listens. */
    readonly servers?: Readonly<Record<string, Server>>;
}
/** The container in which a server answers. */
export interface ServerContext {
    /** What its program gave when it began to listen: plain data. */
    readonly args: Readonly<Record<string, unknown>>;
    readonly hostname: string;
    readonly podIP: string;
    readonly port: number;
    readonly env: Readonly<Record<string, string>>;
    readonly files: FileSystem;
    /** The address from which the request seems to come. */
    readonly client: string;
    /** Virtual ms. */
    readonly now: number;
    readonly startedAt: number;
    /** Requests answered by this listener, this one included. */
    readonly requests: number;
}
export interface ServerAnswer {
    /** `empty`: the connection is closed without an answer, as servers of other protocols do. */
    readonly response: HttpResponse | 'empty';
    /** Sent on to another server, whose answer is relayed; `response` is used when that fails. */
    readonly proxy?: HttpRequest;
    /** Written to the container's log. */
    readonly stdout?: string;
    readonly stderr?: string;
}
/** Answers one request: a pure function of both arguments. */
export type Server = (request: HttpRequest, context: ServerContext) => ServerAnswer;
