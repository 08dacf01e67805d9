/** The describer of each kind that has its own; kubectl describes all others generically. */

import type { KubeObject, ResourceName } from '../world/object.ts';
import { describeCertificateSigningRequest } from './certificatesigningrequest/describe.ts';
import { describeConfigMap } from './configmap/describe.ts';
import { describeCronJob } from './cronjob/describe.ts';
import { describeCSINode } from './csinode/describe.ts';
import { describeDaemonSet } from './daemonset/describe.ts';
import { describeDeployment } from './deployment/describe.ts';
import type { Describer } from './describe.ts';
import { describeEndpoints } from './endpoints/describe.ts';
import { describeEndpointSlice } from './endpointslice/describe.ts';
import { describeHorizontalPodAutoscaler } from './horizontalpodautoscaler/describe.ts';
import { describeIngress } from './ingress/describe.ts';
import { describeIngressClass } from './ingressclass/describe.ts';
import { describeIPAddress } from './ipaddress/describe.ts';
import { describeJob } from './job/describe.ts';
import { describeLimitRange } from './limitrange/describe.ts';
import { describeNamespace } from './namespace/describe.ts';
import { describeNetworkPolicy } from './networkpolicy/describe.ts';
import { describeNode } from './node/describe.ts';
import { describePersistentVolume } from './persistentvolume/describe.ts';
import { describePersistentVolumeClaim } from './persistentvolumeclaim/describe.ts';
import { describePod } from './pod/describe.ts';
import { describePodDisruptionBudget } from './poddisruptionbudget/describe.ts';
import { describePriorityClass } from './priorityclass/describe.ts';
import { describeReplicaSet } from './replicaset/describe.ts';
import { describeReplicationController } from './replicationcontroller/describe.ts';
import { describeResourceQuota } from './resourcequota/describe.ts';
import { describeRole } from './role/describe.ts';
import { describeBinding } from './rolebinding/describe.ts';
import { describeSecret } from './secret/describe.ts';
import { describeService } from './service/describe.ts';
import { describeServiceAccount } from './serviceaccount/describe.ts';
import { describeServiceCIDR } from './servicecidr/describe.ts';
import { describeStatefulSet } from './statefulset/describe.ts';
import { describeStorageClass } from './storageclass/describe.ts';
import { describeVolumeAttributesClass } from './volumeattributesclass/describe.ts';

/** A describer only ever gets objects of its own kind. */
function own<T extends KubeObject>(describer: Describer<T>): Describer {
  return describer as unknown as Describer;
}

export const DESCRIBERS: ReadonlyMap<ResourceName, Describer> = new Map([
  ['certificatesigningrequests.certificates.k8s.io', own(describeCertificateSigningRequest)],
  ['configmaps', own(describeConfigMap)],
  ['deployments.apps', own(describeDeployment)],
  ['endpoints', own(describeEndpoints)],
  ['endpointslices.discovery.k8s.io', own(describeEndpointSlice)],
  ['limitranges', own(describeLimitRange)],
  ['namespaces', own(describeNamespace)],
  ['nodes', own(describeNode)],
  ['pods', own(describePod)],
  ['replicasets.apps', own(describeReplicaSet)],
  ['resourcequotas', own(describeResourceQuota)],
  ['services', own(describeService)],
  ['serviceaccounts', own(describeServiceAccount)],
  ['clusterrolebindings.rbac.authorization.k8s.io', own(describeBinding)],
  ['clusterroles.rbac.authorization.k8s.io', own(describeRole)],
  ['ingressclasses.networking.k8s.io', own(describeIngressClass)],
  ['ingresses.networking.k8s.io', own(describeIngress)],
  ['networkpolicies.networking.k8s.io', own(describeNetworkPolicy)],
  ['persistentvolumeclaims', own(describePersistentVolumeClaim)],
  ['persistentvolumes', own(describePersistentVolume)],
  ['priorityclasses.scheduling.k8s.io', own(describePriorityClass)],
  ['rolebindings.rbac.authorization.k8s.io', own(describeBinding)],
  ['roles.rbac.authorization.k8s.io', own(describeRole)],
  ['secrets', own(describeSecret)],
  ['replicationcontrollers', own(describeReplicationController)],
  ['storageclasses.storage.k8s.io', own(describeStorageClass)],
  ['volumeattributesclasses.storage.k8s.io', own(describeVolumeAttributesClass)],
  ['jobs.batch', own(describeJob)],
  ['cronjobs.batch', own(describeCronJob)],
  ['statefulsets.apps', own(describeStatefulSet)],
  ['daemonsets.apps', own(describeDaemonSet)],
  ['horizontalpodautoscalers.autoscaling', own(describeHorizontalPodAutoscaler)],
  ['csinodes.storage.k8s.io', own(describeCSINode)],
  ['ipaddresses.networking.k8s.io', own(describeIPAddress)],
  ['servicecidrs.networking.k8s.io', own(describeServiceCIDR)],
  ['poddisruptionbudgets.policy', own(describePodDisruptionBudget)],
]);
