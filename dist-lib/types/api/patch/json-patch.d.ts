/** The patch cannot be read (`decode`) or does not fit the document (`apply`). */
export declare class PatchError extends Error {
    readonly when: 'decode' | 'apply';
    constructor(when: 'decode' | 'apply', message: string);
}
/** Applies the operations in turn to the document and returns the new document. */
export declare function applyJsonPatch(document: unknown, patch: unknown): unknown;
