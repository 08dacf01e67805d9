export interface Wire {
    readonly pointer: boolean;
    readonly struct: boolean;
    readonly keep: boolean;
    readonly omit: boolean;
}
/** The exceptions of one field of a definition (`PodSpec`, `priority`). */
export declare function wireOf(definition: string, field: string): Wire;
