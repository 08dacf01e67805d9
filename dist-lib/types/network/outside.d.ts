/** The world outside the cluster, as far as it answers: a few well-known names, so that tutorials' calls to them work. Data only. */
export interface OutsideHost {
    readonly names: readonly string[];
    readonly address: string;
    readonly title: string;
}
/** Addresses are from the documentation ranges (RFC 5737): nothing real is named. */
export declare const OUTSIDE: readonly OutsideHost[];
export declare function outsideByName(name: string): OutsideHost | undefined;
export declare function outsideByAddress(address: string): OutsideHost | undefined;
