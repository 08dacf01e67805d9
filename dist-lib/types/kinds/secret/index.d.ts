import type { Secret } from '../objects.ts';
export declare const TOKEN_TYPE = "kubernetes.io/service-account-token";
/** Whose token the Secret is for. */
export declare const ACCOUNT_ANNOTATION = "kubernetes.io/service-account.name";
/** Data that is not for everybody's eyes. */
export declare const secrets: import("../../api/kind.ts").Kind<Secret>;
