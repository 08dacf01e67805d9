/** What programs on the laptop read from the API server: a short memory in the world, for lessons that ask somebody to look at something. */
import type { ApiRequest } from '../api/types.ts';
import type { Process } from '../kernel/types.ts';
import type { World } from '../world/world.ts';
import { LAPTOP } from './laptop.ts';

export interface Read {
  readonly id: number;
  /** `/api/v1/namespaces/default/pods` */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/** Variable of a process that looks on the page's behalf: nobody asked for what it reads. */
export const LOOK = 'DRYDOCK_LOOK';

const KEPT = 100;

interface ReadSlot {
  next: number;
  reads: Read[];
}

const slotOf = (world: World): ReadSlot => world.slot<ReadSlot>('api-reads', () => ({ next: 1, reads: [] }));

/** The shell, which completes names, and minikube, which reads for itself before it does what it is told: nobody looks there. */
const NO_LOOK = /^(?:ba)?sh$|^minikube$/;

/** Remembers a request that read objects; discovery and writes are not looking. */
export function noteRead(world: World, { method, path, query = {} }: ApiRequest, { machine, env, argv }: Process): void {
  if (method !== 'GET' || machine.id !== LAPTOP || env[LOOK] !== undefined || NO_LOOK.test(argv[0] ?? '')) return;
  if (!/^\/api\/v1\/.|^\/apis\/[^/]+\/[^/]+\/./.test(path)) return;
  const slot = slotOf(world);
  slot.reads.push({
    id: slot.next++,
    path,
    query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
  });
  if (slot.reads.length > KEPT) slot.reads.shift();
}

export function readsOf(world: World): readonly Read[] {
  return slotOf(world).reads;
}

export function countOf(world: World): number {
  return slotOf(world).next - 1;
}
