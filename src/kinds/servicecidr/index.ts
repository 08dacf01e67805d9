import type { KubeObject } from '../../world/object.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { implied } from '../implied.ts';
import { NETWORK } from '../service/allocation.ts';
import type { Condition } from '../types.gen.ts';

export interface ServiceCIDR extends KubeObject {
  readonly spec: { readonly cidrs?: readonly string[] };
  readonly status?: { readonly conditions?: readonly Condition[] };
}

/** Where the addresses of Services come from; the server makes the one that it was started with. */
export const serviceCIDRs = define<ServiceCIDR>('networking.k8s.io/v1', 'servicecidrs', {
  implied: (world) => {
    const one = implied<ServiceCIDR>(
      world,
      { apiVersion: 'networking.k8s.io/v1', kind: 'ServiceCIDR', spec: { cidrs: [NETWORK] } },
      { finalizers: ['networking.k8s.io/service-cidr-finalizer'], name: 'kubernetes' },
    );
    const lastTransitionTime = one.metadata.creationTimestamp ?? '';
    const message = 'Kubernetes Service CIDR is ready';
    return [{ ...one, status: { conditions: [{ lastTransitionTime, message, reason: '', status: 'True', type: 'Ready' }] } }];
  },
  columns: [nameColumn, text('CIDRs', ({ spec }) => (spec.cidrs ?? []).join(',')), ageColumn],
});
