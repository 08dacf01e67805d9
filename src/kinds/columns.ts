/** Table columns that many kinds share. */

import type { Column } from '../api/kind.ts';
import { humanDuration, parseTime } from '../api/values/duration.ts';
import type { KubeObject } from '../world/object.ts';

export const nameColumn: Column<KubeObject> = { name: 'Name', type: 'string', format: 'name', cell: (object) => object.metadata.name };

export const ageColumn: Column<KubeObject> = {
  name: 'Age',
  type: 'string',
  cell: (object, now) => age(object.metadata.creationTimestamp, now),
};

/** When the object was made, as a time and not an age. */
export const createdAtColumn: Column<KubeObject> = { name: 'Created At', type: 'date', cell: ({ metadata }) => metadata.creationTimestamp };

/** A column of text. `wide`: only with -o wide. */
export function text<T>(name: string, cell: (object: T, now: number) => string, wide = false): Column<T> {
  return { name, type: 'string', ...(wide && { priority: 1 }), cell };
}

export function integer<T>(name: string, cell: (object: T) => number, wide = false): Column<T> {
  return { name, type: 'integer', ...(wide && { priority: 1 }), cell };
}

/** How long ago a time was: `5m`; `<unknown>` without one. */
export function age(time: string | null | undefined, now: number): string {
  if (!time) return '<unknown>';
  if (time !== last.time || now !== last.now) last = { time, now, text: humanDuration(now - parseTime(time)) };
  return last.text;
}

/** The last answer: neighbours in a table are often of one age. */
let last = { time: '', now: 0, text: '' };

interface Balanced {
  readonly loadBalancer?: { readonly ingress?: readonly { readonly ip?: string; readonly hostname?: string }[] };
}

/** Where a load balancer listens, each place once and in order. */
export function balancedAt({ loadBalancer }: Balanced): string[] {
  const all = (loadBalancer?.ingress ?? []).map(({ ip, hostname }) => ip || hostname || '');
  return [...new Set(all)].filter((one) => one !== '').sort();
}

/** The names of containers and their images, joined as tables print them. */
export function containerColumns<T>(containers: (object: T) => readonly { readonly name: string; readonly image?: string }[]): Column<T>[] {
  return [
    text(
      'Containers',
      (object) =>
        containers(object)
          .map(({ name }) => name)
          .join(','),
      true,
    ),
    text(
      'Images',
      (object) =>
        containers(object)
          .map(({ image }) => image ?? '')
          .join(','),
      true,
    ),
  ];
}
