/** The moments of a cluster's past that somebody may want to see: each change that a reader would miss, each line typed. */

import type { History, Mark } from '../../src/world/history.ts';
import type { Change } from '../../src/world/object.ts';
import { type Sentence, storyOf } from '../story/story.ts';

export interface Moment {
  /** The store's revision then. */
  readonly revision: number;
  /** Virtual time, ms since the epoch. */
  readonly time: number;
  /** What was just written, or the line that is about to run. */
  readonly sentence?: Sentence;
  readonly mark?: Mark;
}

/** Follows one history: what it has told already is not told anew. */
export class Moments {
  private readonly history: History;
  private changes: Moment[] = [];
  /** The last change that was looked at. */
  private last: Change | undefined;

  constructor(history: History) {
    this.history = history;
  }

  /** All moments from the oldest that can be seen until now, in order; of one revision, the change comes first, then what was typed. */
  until(revision: number): readonly Moment[] {
    const { history } = this;
    const all = history.changes();
    const end = revision - history.oldest;
    const at = this.last ? this.last.revision - history.oldest - 1 : -1;
    const known = at >= 0 && at < end && all[at] === this.last;
    if (!known) this.changes = [];
    const fresh = all.slice(known ? at + 1 : 0, end);
    this.last = fresh.at(-1) ?? (known ? this.last : undefined);
    for (const sentence of storyOf(fresh)) this.changes.push({ revision: sentence.revision, time: sentence.time, sentence });
    const { first } = history;
    if (this.changes[0] && this.changes[0].revision <= first) this.changes = this.changes.filter((one) => one.revision > first);
    const marks = history.marks().filter((mark) => mark.revision >= first && mark.revision <= revision);
    return merge(this.changes, marks);
  }
}

function merge(changes: readonly Moment[], marks: readonly Mark[]): Moment[] {
  const moments: Moment[] = [];
  let next = 0;
  for (const mark of marks) {
    for (let change = changes[next]; change && change.revision <= mark.revision; change = changes[++next]) moments.push(change);
    moments.push({ revision: mark.revision, time: mark.time, mark });
  }
  return moments.concat(changes.slice(next));
}

/** Where a moment stands among others: the index of the last one that is not after it; -1: before all. */
export function indexAt(moments: readonly Moment[], { revision, time }: { readonly revision: number; readonly time: number }): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = moments[middle] as Moment;
    if (one.revision < revision || (one.revision === revision && one.time <= time)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What one steps to: changes, or lines typed that changed something. */
export type Stop = 'change' | 'line';

const isStop = ({ sentence, mark }: Moment, stop: Stop): boolean => (stop === 'change' ? sentence !== undefined : mark?.changed === true);

/** The nearest stop in that direction; undefined: there is none. */
export function neighbour(moments: readonly Moment[], index: number, by: 1 | -1, stop: Stop): number | undefined {
  for (let at = index + by; at >= 0 && at < moments.length; at += by) if (isStop(moments[at] as Moment, stop)) return at;
  return undefined;
}

/** The last line before a moment that changed something. The moment of a line itself is before it runs. */
export function lineBefore(moments: readonly Moment[], index: number): Mark | undefined {
  return moments.slice(0, Math.max(0, index)).findLast((one) => isStop(one, 'line'))?.mark;
}

/** A pause in which nothing happens takes as much room as this, ms, and what goes beyond only by its logarithm. */
const FULL_MS = 1500;

/** Room for the time between two moments: what happens is to be seen, not what is waited for. */
export const squeezed = (ms: number): number => (ms <= FULL_MS ? ms : FULL_MS * (1 + Math.log(ms / FULL_MS)));

/** Moments on a line from 0 to 1. */
export interface Axis {
  readonly positions: Float64Array;
  /** Virtual time at its two ends. */
  readonly from: number;
  readonly to: number;
}

/** @param now the line's right end, ms since the epoch */
export function axisOf(moments: readonly Moment[], now: number): Axis {
  const first = moments[0]?.time ?? now;
  const positions = new Float64Array(moments.length);
  let [length, before] = [FULL_MS / 2, first]; // some room at the left, for the moment before all
  let index = 0;
  for (const { time } of moments) {
    length += squeezed(Math.max(0, time - before));
    before = time;
    positions[index++] = length;
  }
  const whole = length + Math.max(FULL_MS / 2, squeezed(Math.max(0, now - before)));
  for (let at = 0; at < positions.length; at++) positions[at] = (positions[at] as number) / whole;
  return { positions, from: first, to: now };
}

/** The moment at a place of the line: the last one left of it; -1: before all. */
export function indexOfPlace({ positions }: Axis, place: number): number {
  let [low, high] = [0, positions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] as number) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** How many changes fall into each of so many equal parts of the line. */
export function densityOf(moments: readonly Moment[], { positions }: Axis, parts: number): number[] {
  const counts = new Array<number>(parts).fill(0);
  for (let index = 0; index < positions.length; index++) {
    if (!moments[index]?.sentence) continue;
    const part = Math.min(parts - 1, Math.floor((positions[index] as number) * parts));
    counts[part] = (counts[part] as number) + 1;
  }
  return counts;
}
