/**
 * Tokens of ServiceAccounts: made for TokenRequests and for Pods, and read again when a request shows one. They have the shape of
 * the real ones (JWT); the signature is a checksum, since nobody outside this world may rely on it.
 */
import type { ObjectMeta } from '../world/object.ts';
import type { World } from '../world/world.ts';
import type { UserInfo } from './types.ts';
export declare const ISSUER = "https://kubernetes.default.svc.cluster.local";
export interface TokenClaims {
    readonly audiences: readonly string[];
    /** Virtual time, ms. */
    readonly from: number;
    /** How long it is valid; without end where this is missing. */
    readonly seconds?: number;
    readonly namespace: string;
    readonly account: Pick<ObjectMeta, 'name' | 'uid'>;
    /** The Pod that it is bound to, which it does not outlive. */
    readonly pod?: Pick<ObjectMeta, 'name' | 'uid'>;
    readonly node?: string;
}
export declare function makeToken({ audiences, from, seconds, namespace, account, pod, node }: TokenClaims): string;
/** Whose token it is; undefined when it is none, or no longer valid: expired, or its account or Pod is gone. */
export declare function readToken(world: World, token: string): UserInfo | undefined;
