/** JSON merge patch (RFC 7386): null removes a key, objects are merged, everything else is replaced. */
export declare function applyMergePatch(document: unknown, patch: unknown): unknown;
