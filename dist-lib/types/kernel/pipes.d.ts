/** Pipes between processes: text buffers with counted ends. A reader blocks on empty, a writer on full. */
export interface SavedPipe {
    readonly id: number;
    readonly buffer: string;
    readonly readers: number;
    readonly writers: number;
}
export declare class Pipes {
    private readonly pipes;
    private readonly wake;
    private next;
    constructor(wake: (process: number) => void);
    create(onData?: (text: string | null) => void): number;
    retain(id: number, end: 'read' | 'write'): void;
    release(id: number, end: 'read' | 'write'): void;
    /** Text, null at the end, undefined when the caller must wait (it is woken). */
    read(id: number, process: number, line: boolean, max: number | undefined): string | null | undefined;
    write(id: number, process: number, text: string): 'done' | 'full' | 'broken';
    /** Feeds readers from code, without a limit. */
    push(id: number, text: string): void;
    save(): SavedPipe[];
    load(saved: readonly SavedPipe[]): void;
    private wakeAll;
}
