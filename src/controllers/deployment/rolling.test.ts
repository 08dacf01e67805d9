import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Limits, newSize, oldSizes, proportionalSizes, type Size, total } from './rolling.ts';

const limits = fc
  .record({ desired: fc.nat(40), maxSurge: fc.nat(20), maxUnavailable: fc.nat(20) })
  .map((one): Limits => ({ ...one, maxUnavailable: Math.min(one.desired, Math.max(one.maxUnavailable, one.maxSurge === 0 ? 1 : 0)) }));
const size = (name: string) =>
  fc.tuple(fc.nat(20), fc.nat(20)).map(([replicas, available]): Size => ({ name, replicas, available: Math.min(replicas, available) }));
const olds = fc.nat(4).chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => size(`old-${i}`))));

describe('rolling update arithmetic', () => {
  it('never grows the new ReplicaSet beyond what is desired, nor all beyond the surge', () => {
    fc.assert(
      fc.property(limits, size('new'), olds, (limit, fresh, old) => {
        const all = [fresh, ...old];
        const wanted = newSize(limit, fresh.replicas, all);
        expect(wanted).toBeLessThanOrEqual(Math.max(limit.desired, 0));
        if (wanted > fresh.replicas) expect(total(all) - fresh.replicas + wanted).toBeLessThanOrEqual(limit.desired + limit.maxSurge);
      }),
    );
  });

  it('never takes more available Pods than may be missing', () => {
    fc.assert(
      fc.property(limits, size('new'), olds, (limit, fresh, old) => {
        const { cleaned, scaled } = oldSizes(limit, fresh, old);
        // The worst case: a ReplicaSet that shrinks loses unavailable Pods first.
        const after = old.map((one) => Math.min(one.available, scaled.get(one.name) ?? cleaned.get(one.name) ?? one.replicas));
        const available = fresh.available + after.reduce((sum, one) => sum + one, 0);
        const before = fresh.available + old.reduce((sum, one) => sum + one.available, 0);
        expect(available).toBeGreaterThanOrEqual(Math.min(before, limit.desired - limit.maxUnavailable));
      }),
    );
  });

  it('spreads a new size over all ReplicaSets without losing or inventing Pods', () => {
    fc.assert(
      fc.property(limits, fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 4 }), (limit, replicas) => {
        const sum = replicas.reduce((a, b) => a + b, 0);
        const shares = replicas.sort((a, b) => b - a).map((count, i) => ({ name: `rs-${i}`, replicas: count, maxBefore: sum }));
        const sizes = [...proportionalSizes(limit, shares).values()];
        const allowed = limit.desired > 0 ? limit.desired + limit.maxSurge : 0;
        expect(sizes.every((one) => one >= 0)).toBe(true);
        expect(sizes.reduce((a, b) => a + b, 0)).toBe(allowed);
      }),
    );
  });

  it('scales in proportion, the rest to the largest', () => {
    // The example of the Kubernetes documentation: 10 replicas (maxSurge 3, maxUnavailable 2) at 8 old and 5 new, scaled to 15.
    const sizes = proportionalSizes({ desired: 15, maxSurge: 3, maxUnavailable: 2 }, [
      { name: 'old', replicas: 8, maxBefore: 13 },
      { name: 'new', replicas: 5, maxBefore: 13 },
    ]);
    expect(Object.fromEntries(sizes)).toEqual({ old: 11, new: 7 });
  });
});
