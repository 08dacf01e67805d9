/** The requests that went over the network, as state of the world. */
import type { World } from '../world/world.ts';
import type { Trace } from './types.ts';

interface TraceSlot {
  next: number;
  readonly traces: Trace[];
}

const KEPT = 200;

const slotOf = (world: World): TraceSlot => world.slot<TraceSlot>('traces', () => ({ next: 1, traces: [] }));

/** The last requests, oldest first. */
export function tracesOf(world: World): readonly Trace[] {
  return slotOf(world).traces;
}

/** How many requests there were. */
export function countTraces(world: World): number {
  return slotOf(world).next - 1;
}

/** Remembers a request; it gets the next id. */
export function keepTrace(world: World, made: Omit<Trace, 'id'>): Trace {
  const slot = slotOf(world);
  const trace = { id: slot.next++, ...made };
  slot.traces.push(trace);
  if (slot.traces.length > KEPT) slot.traces.shift();
  return trace;
}
