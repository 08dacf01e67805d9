import type { ApiServer } from '../api/server.ts';
import { Kernel } from '../kernel/kernel.ts';
import type { Network } from '../network/network.ts';
import type { Trace } from '../network/types.ts';
import type { NodeAgent } from '../node/agent.ts';
import type { EditorRequest } from '../tools/edit.ts';
import { World, type WorldSnapshot } from '../world/world.ts';
import { type HeadlessShell, type Listeners, type Output } from './headless.ts';
import { type SavedFiles } from './home.ts';
import { type Read } from './reads.ts';
import { type Scenario } from './scenarios.ts';
export interface ClusterOptions {
    /** Same seed, same history. Default 1. */
    readonly seed?: number;
    /** Default 1: minikube, then minikube-m02, minikube-m03, ... */
    readonly nodes?: number;
    /** minikube's addons that are on from the start; default those of a fresh minikube. */
    readonly addons?: readonly string[];
    /** One of `scenarios`, or one of your own; default `empty`. */
    readonly scenario?: string | Scenario;
    /** Virtual time at the start, ms since the epoch. */
    readonly startTime?: number;
    /** What only clients' requests need is loaded with the first of them, as in a page, and not at once. The history is the same. */
    readonly onDemand?: boolean;
}
/** A terminal with a shell in it. */
export interface Terminal {
    /** Keys as a terminal emulator sends them. */
    input(text: string): void;
    /** Where the screen's text goes (one listener; undefined: it is kept until there is one). */
    onOutput(listener: ((text: string) => void) | undefined): void;
    /** Somebody else who hears what is shown from now on: recordings, a second window. Answers how to stop. */
    tap(listener: (text: string) => void): () => void;
    /** Whether a shell waits for a line. */
    readonly atPrompt: boolean;
    /** What its shell is made of, as of its last prompt: shell text that brings it back (`Begun.state`). */
    readonly state: string;
    resize(columns: number, rows: number): void;
    /** Hangs up: what runs in it is ended. */
    close(): void;
}
/** What a terminal goes on from: an earlier one's text and state. */
export interface Begun {
    /** Shown before the first prompt. */
    readonly shown: string;
    readonly state: string;
}
export declare class Cluster {
    readonly world: World;
    readonly kernel: Kernel;
    private readonly rest;
    private readonly environment;
    private readonly runner;
    private filesChanged;
    /** By terminal: what its shell said of itself at its last prompt. Ends with the page, as terminals do. */
    private readonly shellStates;
    /** See `createCluster`. */
    constructor(options: ClusterOptions, scenario: Scenario);
    /** The scenario's own images. */
    private images;
    /** Writes files of the laptop, by absolute path or from the home folder, with their folders. */
    writeFiles(texts: Readonly<Record<string, string>>): void;
    /** Loads what is otherwise loaded with the first request of a client. Nothing in the world can tell whether it is there. */
    load(): Promise<void>;
    /** Loads that and kubectl: what somebody who types will need in a moment. */
    preload(): Promise<void>;
    /** The API server. Like `network` and `nodes`, it is there after `load`, or after a client's first request. */
    get api(): ApiServer;
    get network(): Network;
    get nodes(): NodeAgent;
    private get loaded();
    /** A new terminal with an interactive shell; when the shell is left, another one starts. */
    openTerminal(columns?: number, rows?: number, begun?: Begun): Terminal;
    /** A shell without a screen that keeps its state between calls; each call runs in virtual time as fast as it can. */
    openShell(listeners?: Listeners): HeadlessShell;
    /**
     * Says who edits files for `vi`, `nano`, `code` and `kubectl edit`. `open` gets the file and must call `done` once, with the text as it
     * was saved or without one; it answers how to close the editor when the program that waits for it is ended meanwhile.
     */
    onEdit(open: (file: EditorRequest, done: (saved?: string) => void) => () => void): void;
    /** The learner's files as they are now; see `SavedFiles`. */
    saveFiles(): SavedFiles;
    /** Puts saved files back and tells of later changes. */
    keepFiles(saved: unknown, changed: () => void): void;
    private get laptopFiles();
    /** What a command prints, found out at once: it takes no virtual time of its own. For the page's look-ups. */
    look(argv: readonly string[]): Promise<Output>;
    /** Gives the cluster real time that passed (the clock decides what it is worth). `until` stops early when it answers true. */
    tick(realMs: number, until?: () => boolean): void;
    /** Goes to the next thing that happens, also while paused. */
    step(): void;
    /** Number of requests over the network so far. */
    requestCount(): number;
    /** The last requests over the network, oldest first. */
    traces(): readonly Trace[];
    /** What programs on the laptop read from the API: the last of them, oldest first. */
    reads(): readonly Read[];
    /** Number of such reads so far. */
    readCount(): number;
    /** All state as plain JSON data. Programs in terminals are not part of it. */
    snapshot(): WorldSnapshot;
    /** Goes back to a snapshot's state; terminals stay open at what they show. The cluster must have been loaded (`load`). */
    restore(snapshot: WorldSnapshot): void;
    private registerMachines;
    private startShell;
    /** Lets a fresh cluster come up. */
    private settle;
    /** Runs the lines of a scenario's set-up; they must succeed. */
    prepare(lines: readonly string[]): Promise<void>;
}
/** A cluster that has come up, with its scenario's set-up done. */
export declare function createCluster(options?: ClusterOptions): Promise<Cluster>;
