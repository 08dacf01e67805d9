import type { Kernel } from '../kernel/kernel.ts';
import type { World } from '../world/world.ts';
/** What a command printed and how it ended. */
export interface Output {
    readonly out: string;
    readonly err: string;
    readonly code: number;
}
export interface Listeners {
    onOut?(text: string): void;
    onErr?(text: string): void;
}
/** Runs one program on the laptop until it ends, moving virtual time as far as it needs. */
export declare class Runner {
    private readonly world;
    private readonly kernel;
    constructor(world: World, kernel: Kernel);
    /**
     * Starts the program and collects what it prints. The promise resolves when it ends, which needs somebody to move time:
     * the page's frames, or `finish`.
     */
    start(argv: readonly string[], env: Readonly<Record<string, string>>, listeners?: Listeners, instant?: boolean): Promise<Output>;
    private spawn;
    /** Runs a program to its end, moving virtual time. */
    run(argv: readonly string[], env: Readonly<Record<string, string>>): Promise<Output>;
    /** A shell that is fed texts; see HeadlessShell. */
    openShell(env: Readonly<Record<string, string>>, listeners: Listeners): HeadlessShell;
    /** Goes to the next thing that happens; waits for what is being loaded. */
    private move;
}
/** A shell that keeps its state between `run` calls: variables, directory, functions, background jobs. */
export interface HeadlessShell {
    /** Runs shell text (one or many lines) to its end. */
    run(text: string): Promise<Output>;
}
