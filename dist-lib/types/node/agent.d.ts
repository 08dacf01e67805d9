/** The nodes put together: kubelets, containers, images, logs and what they answer. One for a world. */
import type { ApiServer } from '../api/server.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Program } from '../kernel/types.ts';
import type { Network } from '../network/network.ts';
import type { World } from '../world/world.ts';
import type { Image } from './images/image.ts';
import { ImageCatalog } from './images/reference.ts';
import { Logs } from './logs.ts';
export interface NodeAgentOptions {
    readonly world: World;
    readonly server: ApiServer;
    readonly kernel: Kernel;
    readonly network: Network;
    /** Generic programs that images name (sh, ls, curl, ...). */
    readonly programs: Readonly<Record<string, Program>>;
}
export declare class NodeAgent {
    readonly catalog: ImageCatalog;
    readonly logs: Logs;
    private readonly options;
    private readonly containers;
    private readonly kubelet;
    private proxyDepth;
    constructor(options: NodeAgentOptions);
    /** Adds an image that can be pulled from now on: a lesson's. */
    addImage(image: Image): void;
    /** A node was switched on or off. */
    private powerChanged;
    private booted;
    /** The kubelet noticed that its node was cordoned or uncordoned. */
    private tellSchedulable;
    private tellNode;
    private reportNode;
    /** A program in a container opens a port. */
    private listen;
    /** A program takes CPU and memory, or gives them back. Beyond its limit of memory the container is killed. */
    private use;
    /** A request reached a server in a container. */
    private answer;
    /** After a restore: the machines of all running containers are registered again. */
    private restored;
}
