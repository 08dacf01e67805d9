/**
 * The controllers that have nothing to do until a client asked for something, in the order in which they see a change. They see it
 * after those of `fresh.ts`, which run from the start.
 */
import { accountTokenController } from './account-tokens.ts';
import { autoscaler } from './autoscaler/index.ts';
import { certificateController } from './certificates.ts';
import type { Controller } from './controller.ts';
import { cronJobController } from './cronjob/index.ts';
import { customResourceController } from './custom-resources.ts';
import { daemonSetController } from './daemonset/index.ts';
import { deploymentController } from './deployment/index.ts';
import { disruptionController } from './disruption.ts';
import { endpointsController } from './endpoints/endpoints.ts';
import { endpointSliceController } from './endpoints/endpointslice.ts';
import { mirroringController } from './endpoints/mirroring.ts';
import { garbageCollector } from './garbage.ts';
import { ingressController } from './ingress.ts';
import { jobController } from './job/index.ts';
import { ttlAfterFinishedController } from './job/ttl.ts';
import { loadBalancerController } from './load-balancer.ts';
import { namespaceController } from './namespace.ts';
import { nodeLifecycleController } from './node-lifecycle.ts';
import { podGarbageCollector } from './pod-garbage.ts';
import { replicaSetController } from './replicaset/index.ts';
import { replicationController } from './replicationcontroller.ts';
import { resourceQuotaController } from './resource-quota.ts';
import { scheduler } from './scheduler/index.ts';
import { statefulSetController } from './statefulset/index.ts';
import { volumeBinder } from './storage/binder.ts';
import { ephemeralVolumeController, expandController } from './storage/claims.ts';
import { claimProtection, volumeProtection } from './storage/protection.ts';
import { hostPathProvisioner } from './storage/provisioner.ts';
import { taintEvictionController } from './taint-eviction.ts';

export const controllers: readonly Controller[] = [
  deploymentController,
  replicaSetController,
  replicationController,
  statefulSetController,
  daemonSetController,
  jobController,
  cronJobController,
  ttlAfterFinishedController,
  autoscaler,
  disruptionController,
  scheduler,
  endpointsController,
  endpointSliceController,
  mirroringController,
  namespaceController,
  nodeLifecycleController,
  taintEvictionController,
  podGarbageCollector,
  certificateController,
  loadBalancerController,
  accountTokenController,
  resourceQuotaController,
  volumeBinder,
  hostPathProvisioner,
  claimProtection,
  volumeProtection,
  ephemeralVolumeController,
  expandController,
  ingressController,
  customResourceController,
  garbageCollector,
];
