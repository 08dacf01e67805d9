/** A request as the handlers see it, and the answers they give. */
import type { KubeObject } from '../world/object.ts';
import { type Query } from './list.ts';
import type { Resource } from './registry.ts';
import { type Representation } from './represent.ts';
import type { ApiRequest, ApiResponse, Status, UserInfo } from './types.ts';
/** One request with what handlers ask of it. */
export declare class Call {
    readonly request: ApiRequest;
    readonly query: Query;
    /** Nobody until the server knows who asks. */
    user: UserInfo;
    readonly warnings: string[];
    private readonly now;
    constructor(request: ApiRequest, now: () => number);
    header(name: string): string;
    parameter(name: string): string | undefined;
    flag(name: string): boolean;
    /** The user agent's first word: who writes, where nothing better is known. */
    get agent(): string;
    get dryRun(): boolean;
    /** The body as a JSON value; undefined for none. */
    get body(): unknown;
    form(resource: Resource): Representation;
    ok(body: unknown, status?: number): ApiResponse;
    text(body: string, status?: number): ApiResponse;
    object(resource: Resource, object: KubeObject, status?: number): ApiResponse;
    failure(status: Status): ApiResponse;
}
