/** The controllers that a fresh cluster needs before any client asked for anything, in the order in which they see a change. */
import type { Controller } from './controller.ts';
import { kubernetesServiceController } from './kubernetes-service.ts';
import { rootCertificateController, serviceAccountController } from './namespace-defaults.ts';
import { roleAggregationController } from './rbac/aggregation.ts';

export const freshControllers: readonly Controller[] = [
  kubernetesServiceController,
  serviceAccountController,
  rootCertificateController,
  roleAggregationController,
];
