/** The controllers of the cluster, in the order in which they see a change. */
import type { Operations } from '../api/operations.ts';
import type { World } from '../world/world.ts';
import { accountTokenController } from './account-tokens.ts';
import type { Controller } from './controller.ts';
import { deploymentController } from './deployment/index.ts';
import { endpointsController } from './endpoints/endpoints.ts';
import { endpointSliceController } from './endpoints/endpointslice.ts';
import { mirroringController } from './endpoints/mirroring.ts';
import { garbageCollector } from './garbage.ts';
import { kubernetesServiceController } from './kubernetes-service.ts';
import { loadBalancerController } from './load-balancer.ts';
import { namespaceController } from './namespace.ts';
import { rootCertificateController, serviceAccountController } from './namespace-defaults.ts';
import { nodeLifecycleController } from './node-lifecycle.ts';
import { podGarbageCollector } from './pod-garbage.ts';
import { roleAggregationController } from './rbac/aggregation.ts';
import { replicaSetController } from './replicaset/index.ts';
import { resourceQuotaController } from './resource-quota.ts';
import { runControllers } from './run.ts';
import { scheduler } from './scheduler/index.ts';
import { volumeBinder } from './storage/binder.ts';
import { ephemeralVolumeController, expandController } from './storage/claims.ts';
import { claimProtection, volumeProtection } from './storage/protection.ts';
import { hostPathProvisioner } from './storage/provisioner.ts';
import { taintEvictionController } from './taint-eviction.ts';

export const controllers: readonly Controller[] = [
  deploymentController,
  replicaSetController,
  scheduler,
  endpointsController,
  endpointSliceController,
  mirroringController,
  kubernetesServiceController,
  namespaceController,
  serviceAccountController,
  rootCertificateController,
  nodeLifecycleController,
  taintEvictionController,
  podGarbageCollector,
  loadBalancerController,
  roleAggregationController,
  accountTokenController,
  resourceQuotaController,
  volumeBinder,
  hostPathProvisioner,
  claimProtection,
  volumeProtection,
  ephemeralVolumeController,
  expandController,
  garbageCollector,
];

/** Starts all controllers on a world. Call once, before the first write. */
export function startControllers(world: World, api: Operations): void {
  runControllers(world, api, controllers);
}
