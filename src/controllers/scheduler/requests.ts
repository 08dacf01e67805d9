/** What Pods ask of a node, and what nodes have, as plain numbers. */
import { parseQuantity, quantityMilliValue, quantityValue } from '../../api/values/quantity.ts';
import type { Pod } from '../../kinds/objects.ts';
import type { Container, PodSpec } from '../../kinds/types.gen.ts';

/** Amounts by resource name: cpu in millicores, the others in whole units. */
export type Amounts = Readonly<Record<string, number>>;

export interface PodRequests {
  readonly amounts: Amounts;
  /** With the amounts that scoring takes for containers that ask for nothing. */
  readonly scored: { readonly cpu: number; readonly memory: number };
  /** `protocol/port` of each host port, with the address it is bound to. */
  readonly ports: readonly HostPort[];
}

export interface HostPort {
  readonly ip: string;
  readonly id: string;
}

const DEFAULT_CPU = 100;
const DEFAULT_MEMORY = 200 * 1024 * 1024;
const ANY_IP = '0.0.0.0';

type Quantities = Readonly<Record<string, string | number>>;

export function amountsOf(quantities: Quantities | undefined): Record<string, number> {
  const amounts: Record<string, number> = {};
  for (const name in quantities) {
    const quantity = parseQuantity(quantities[name] as string);
    amounts[name] = name === 'cpu' ? quantityMilliValue(quantity) : quantityValue(quantity);
  }
  return amounts;
}

interface Known {
  readonly resources: PodSpec['resources'] | undefined;
  readonly initContainers: PodSpec['initContainers'] | undefined;
  readonly overhead: PodSpec['overhead'] | undefined;
  readonly requests: PodRequests;
}

/** By the containers: binding a Pod makes a new spec with the same ones. */
const known = new WeakMap<PodSpec['containers'], Known>();

/** Containers and sidecars run together; init containers one after the other, beside the sidecars started before them. */
export function requestsOf({ spec }: Pod): PodRequests {
  const { containers, initContainers, overhead, resources } = spec;
  const found = known.get(containers);
  if (found && found.initContainers === initContainers && found.overhead === overhead && found.resources === resources)
    return found.requests;
  const requests = compute(spec);
  known.set(containers, { initContainers, overhead, resources, requests });
  return requests;
}

function compute(spec: PodSpec): PodRequests {
  const sidecars = (spec.initContainers ?? []).filter((one) => one.restartPolicy === 'Always');
  const amounts = peak(spec, (container) => amountsOf(container.resources?.requests));
  const scored = peak(spec, (container) => {
    const asked = amountsOf(container.resources?.requests);
    return { cpu: asked['cpu'] ?? DEFAULT_CPU, memory: asked['memory'] ?? DEFAULT_MEMORY };
  });
  const ports: HostPort[] = [];
  for (const container of [...spec.containers, ...sidecars]) {
    for (const port of container.ports ?? []) {
      if (port.hostPort) ports.push({ ip: port.hostIP || ANY_IP, id: `${port.protocol ?? 'TCP'}/${port.hostPort}` });
    }
  }
  return { amounts, scored: { cpu: scored['cpu'] ?? 0, memory: scored['memory'] ?? 0 }, ports };
}

function peak(spec: PodSpec, of: (container: Container) => Record<string, number>): Record<string, number> {
  const running: Record<string, number> = {};
  const highest: Record<string, number> = {};
  for (const container of spec.initContainers ?? []) {
    const asked = of(container);
    if (container.restartPolicy === 'Always') add(running, asked);
    const now = { ...running };
    if (container.restartPolicy !== 'Always') add(now, asked);
    for (const name in now) highest[name] = Math.max(highest[name] ?? 0, now[name] as number);
  }
  for (const container of spec.containers) add(running, of(container));
  for (const name in running) highest[name] = Math.max(highest[name] ?? 0, running[name] as number);
  // What a Pod says as a whole holds for all its containers together.
  Object.assign(highest, amountsOf(spec.resources?.requests));
  add(highest, amountsOf(spec.overhead));
  return highest;
}

/** Adds (or with way -1 takes away) amounts in place. */
export function add(to: Record<string, number>, amounts: Amounts, way: 1 | -1 = 1): void {
  for (const name in amounts) to[name] = (to[name] ?? 0) + way * (amounts[name] as number);
}

/** Whether two host ports cannot be had on one node. */
export function portsClash(a: HostPort, b: HostPort): boolean {
  return a.id === b.id && (a.ip === b.ip || a.ip === ANY_IP || b.ip === ANY_IP);
}
