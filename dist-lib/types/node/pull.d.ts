/**
 * Image pulls. A node pulls one image at a time (the kubelet's default, serializeImagePulls), so a pull's course is known when it
 * is asked for: it begins when those before it are done.
 */
import type { World } from '../world/world.ts';
import type { ResolvedImage } from './images/image.ts';
export interface PresentImage {
    /** `docker.io/library/nginx:latest` */
    readonly ref: string;
    readonly id: string;
    readonly size: number;
    /** When its pull is done. */
    readonly at: number;
}
interface NodeImages {
    busyUntil: number;
    /** By ref. */
    present: Record<string, PresentImage>;
}
export declare function nodeImages(world: World, node: string): NodeImages;
/** Whether the node has the image by now. */
export declare function isPresent(world: World, node: string, ref: string): boolean;
/** Asks the node for a pull; returns when it begins and ends. An error means that it fails at the end. */
export declare function startPull(world: World, node: string, image: ResolvedImage | {
    readonly error: string;
}): {
    readonly from: number;
    readonly until: number;
};
export {};
