/**
 * Image pulls. A node pulls one image at a time (the kubelet's default, serializeImagePulls), so a pull's course is known when it
 * is asked for: it begins when those before it are done.
 */
import type { World } from '../world/world.ts';
import type { ResolvedImage } from './images/image.ts';
import { draw, PULL_BYTES_PER_MS, PULL_MAX_MS, TIMING } from './timing.ts';

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

export function nodeImages(world: World, node: string): NodeImages {
  const all = world.slot<Record<string, NodeImages>>('images', () => ({}));
  return (all[node] ??= { busyUntil: 0, present: {} });
}

/** Whether the node has the image by now. */
export function isPresent(world: World, node: string, ref: string): boolean {
  const found = nodeImages(world, node).present[ref];
  return found !== undefined && found.at <= world.now;
}

/** Asks the node for a pull; returns when it begins and ends. An error means that it fails at the end. */
export function startPull(
  world: World,
  node: string,
  image: ResolvedImage | { readonly error: string },
): { readonly from: number; readonly until: number } {
  const images = nodeImages(world, node);
  const from = Math.max(world.now, images.busyUntil);
  if ('error' in image) {
    images.busyUntil = from + draw(world.random, TIMING.pullFailure);
    return { from, until: images.busyUntil };
  }
  let ms = draw(world.random, TIMING.resolve);
  const known = images.present[image.ref];
  if (!known) {
    const layersThere = Object.values(images.present).some((one) => one.id === image.id);
    if (!layersThere) ms += draw(world.random, TIMING.unpack) + Math.min(Math.round(image.size / PULL_BYTES_PER_MS), PULL_MAX_MS);
    images.present[image.ref] = { ref: image.ref, id: image.id, size: image.size, at: from + ms };
  }
  images.busyUntil = from + ms;
  return { from, until: images.busyUntil };
}
