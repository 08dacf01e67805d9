/** The cluster's network and the laptop's: the device `network` of the kernel. Every connection leaves a trace. */
import { Channel } from '../kernel/channel.ts';
import type { Process } from '../kernel/types.ts';
import type { World } from '../world/world.ts';
import { type HttpServer } from './listeners.ts';
import { type Policy } from './routing.ts';
import type { ConnectResult, HttpRequest, HttpResult, ListenResult, NetworkRequest, Origin, ResolveResult, Trace } from './types.ts';
export interface DialOptions {
    readonly protocol?: 'TCP' | 'UDP';
    /** Limits connecting, ms. */
    readonly timeoutMs?: number;
    /** Leaves no trace: the kubelet's probes. */
    readonly quiet?: boolean;
}
export declare class Network {
    private readonly world;
    private readonly servers;
    /** Programs of the laptop that listen, by port. They end with their page, so they are no state of the world. */
    private readonly programs;
    private readonly traceListeners;
    /** What decides whether a connection to a Pod is allowed. */
    policy: Policy | undefined;
    constructor(world: World);
    /** Registers the code of a server by the name that listeners use. */
    server(name: string, handler: HttpServer): void;
    /** Told of every request, when it is made. */
    onTrace(listener: (trace: Trace) => void): () => void;
    /** Answers a program's request to the device. */
    readonly device: (request: NetworkRequest, process: Process) => ResolveResult | ConnectResult | HttpResult | ListenResult | Channel<HttpResult>;
    /** Opens a connection; no server is asked. */
    connect(from: Origin, host: string, port: number, options?: DialOptions): ConnectResult;
    /** One HTTP exchange with a server of the cluster: answered at once. A program of the laptop is not reached this way. */
    http(from: Origin, request: HttpRequest, options?: DialOptions): HttpResult;
    /** The answer of a program that listens comes later, in a channel. */
    private exchange;
    private askProgram;
    /** A program of the laptop opens a port. */
    private listen;
    private dial;
    private result;
    private record;
}
