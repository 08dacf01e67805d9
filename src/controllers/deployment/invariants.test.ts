import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deployment, Pod, ReplicaSet } from '../../kinds/objects.ts';
import { TestCluster } from '../cluster.testing.ts';
import { controllers } from '../index.ts';
import { isActive, isReady } from '../pods.ts';

const step = fc.oneof(
  fc.record({ image: fc.constantFrom('a', 'b', 'c', 'broken') }),
  fc.record({ replicas: fc.nat(8) }),
  fc.record({ kill: fc.nat(8) }),
  fc.record({ relabel: fc.nat(8) }),
  fc.record({ wait: fc.integer({ min: 1, max: 2000 }) }),
);

describe('deployments under random changes', () => {
  it('keep their limits on the way and converge', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.nat(3), fc.nat(3), fc.nat(1000), (steps, surge, unavailable, seed) => {
        const rollingUpdate = { maxSurge: surge, maxUnavailable: surge === 0 ? Math.max(1, unavailable) : unavailable };
        const test = new TestCluster(controllers, seed);
        test.node('minikube');
        test.readyAfter = (pod) => (pod.spec.containers[0]?.image === 'broken' ? undefined : 30);
        test.deployment('web', 4, { strategy: { type: 'RollingUpdate', rollingUpdate } });
        test.run(3000);
        const edit = (change: (spec: Deployment['spec']) => Deployment['spec']) =>
          test.edit<Deployment>('deployments.apps', 'web', (one) => ({ ...one, spec: change(one.spec) }));
        for (const one of steps) {
          const pods = test.list<Pod>('pods');
          if ('image' in one) {
            edit((spec) => ({ ...spec, template: { ...spec.template, spec: { containers: [{ name: 'c', image: one.image }] } } }));
          } else if ('replicas' in one) {
            edit((spec) => ({ ...spec, replicas: one.replicas }));
          } else if ('wait' in one) {
            test.run(one.wait);
          } else if ('kill' in one) {
            const pod = pods[one.kill];
            if (pod) test.api.delete('pods', 'default', pod.metadata.name);
          } else {
            const pod = pods[one.relabel];
            if (pod) test.edit<Pod>('pods', pod.metadata.name, (it) => ({ ...it, metadata: { ...it.metadata, labels: { other: 'x' } } }));
          }
        }
        edit((spec) => ({ ...spec, template: { ...spec.template, spec: { containers: [{ name: 'c', image: 'good' }] } } }));
        test.run(60_000);
        const desired = test.get<Deployment>('deployments.apps', 'web').spec.replicas ?? 0;
        const owned = test.list<Pod>('pods').filter((pod) => pod.metadata.ownerReferences && isActive(pod));
        expect(owned).toHaveLength(desired);
        expect(owned.every((pod) => pod.spec.containers[0]?.image === 'good' && isReady(pod))).toBe(true);
        const sizes = test.list<ReplicaSet>('replicasets.apps').map((one) => one.spec.replicas ?? 0);
        expect(sizes.filter((one) => one > 0)).toEqual(desired > 0 ? [desired] : []);

        // One more rollout, watched at every moment.
        edit((spec) => ({ ...spec, template: { ...spec.template, spec: { containers: [{ name: 'c', image: 'better' }] } } }));
        for (let i = 0; i < 400; i++) {
          test.run(7);
          const active = test.list<Pod>('pods').filter((pod) => pod.metadata.ownerReferences && isActive(pod));
          expect(active.length).toBeLessThanOrEqual(desired + surge);
          expect(active.filter(isReady).length).toBeGreaterThanOrEqual(desired - Math.min(desired, rollingUpdate.maxUnavailable));
        }
      }),
      { numRuns: 25 },
    );
  });
});
