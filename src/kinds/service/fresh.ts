import type { Behaviour } from '../define.ts';
import type { Service } from '../objects.ts';
import { allocate, release } from './allocation.ts';
import { carryOver, defaultService, dropForType } from './defaults.ts';

export const freshService: Behaviour<Service> = {
  defaults: defaultService,
  prepareCreate: (service) => ({ ...service, status: { loadBalancer: {} } }),
  prepareUpdate: (service, old) => {
    const next = dropForType(carryOver(service, old), old);
    const left = old.spec.type === 'LoadBalancer' && next.spec.type !== 'LoadBalancer';
    return left ? { ...next, status: { loadBalancer: {} } } : next;
  },
  allocate,
  release,
};
