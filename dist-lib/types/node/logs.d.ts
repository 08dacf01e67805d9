/** What containers wrote: kept per container and restart, with times, as the runtime's log files are. */
import { Channel } from '../kernel/channel.ts';
import type { World } from '../world/world.ts';
/** What `kubectl logs` asks for. */
export interface LogOptions {
    readonly tailLines?: number;
    readonly sinceMs?: number;
    readonly limitBytes?: number;
    readonly timestamps?: boolean;
}
export declare class Logs {
    private readonly world;
    /** Live readers by log; not part of the world's state. */
    private readonly followers;
    constructor(world: World);
    private all;
    append(id: string, stream: 'stdout' | 'stderr', text: string): void;
    has(id: string): boolean;
    /** The container ended: followers are told. */
    end(id: string): void;
    remove(id: string): void;
    /** The log's text as asked for. */
    read(id: string, options?: LogOptions): string;
    /** What `read` gives now, then what is written until the container ends or the reader hangs up. */
    follow(id: string, options?: LogOptions): Channel<string>;
}
