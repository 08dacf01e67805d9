/** Terminal input as keys: printable text, named keys (`C-a`, `M-b`, `up`), pastes. */
export type Key = {
    readonly kind: 'text';
    readonly text: string;
} | {
    readonly kind: 'key';
    readonly name: string;
} | {
    readonly kind: 'paste';
    readonly text: string;
};
/** Splits chunks of input into keys; a paste may span chunks. */
export declare class KeyReader {
    private pasting;
    push(chunk: string): Key[];
}
