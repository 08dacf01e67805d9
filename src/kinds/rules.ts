/** What each kind demands of clients' writes, by resource. It is loaded with the first of these (`rules-code.ts`). */
import type { Rules } from '../api/kind.ts';
import type { KubeObject, ResourceName } from '../world/object.ts';
import { clusterRoleRules } from './clusterrole/validation.ts';
import { clusterRoleBindingRules } from './clusterrolebinding/validation.ts';
import { configMapRules } from './configmap/validation.ts';
import { controllerRevisionRules } from './controllerrevision/validation.ts';
import { cronJobRules } from './cronjob/validation.ts';
import { customResourceDefinitionRules } from './customresourcedefinition/validation.ts';
import { daemonSetRules } from './daemonset/validation.ts';
import { deploymentRules } from './deployment/validation.ts';
import { endpointsRules } from './endpoints/validation.ts';
import { endpointSliceRules } from './endpointslice/validation.ts';
import { eventRules } from './event/validation.ts';
import { horizontalPodAutoscalerRules } from './horizontalpodautoscaler/validation.ts';
import { ingressRules } from './ingress/validation.ts';
import { ingressClassRules } from './ingressclass/validation.ts';
import { jobRules } from './job/validation.ts';
import { leaseRules } from './lease/validation.ts';
import { limitRangeRules } from './limitrange/validation.ts';
import { namespaceRules } from './namespace/validation.ts';
import { networkPolicyRules } from './networkpolicy/validation.ts';
import { nodeRules } from './node/validation.ts';
import { persistentVolumeRules } from './persistentvolume/validation.ts';
import { persistentVolumeClaimRules } from './persistentvolumeclaim/validation.ts';
import { podRules } from './pod/validation.ts';
import { podDisruptionBudgetRules } from './poddisruptionbudget/validation.ts';
import { priorityClassRules } from './priorityclass/validation.ts';
import { replicaSetRules } from './replicaset/validation.ts';
import { replicationControllerRules } from './replicationcontroller/validation.ts';
import { resourceQuotaRules } from './resourcequota/validation.ts';
import { roleRules } from './role/validation.ts';
import { roleBindingRules } from './rolebinding/validation.ts';
import { runtimeClassRules } from './runtimeclass/validation.ts';
import { secretRules } from './secret/validation.ts';
import { serviceRules } from './service/validation.ts';
import { serviceAccountRules } from './serviceaccount/validation.ts';
import { statefulSetRules } from './statefulset/validation.ts';
import { storageClassRules } from './storageclass/validation.ts';

export const RULES = new Map([
  ['clusterrolebindings.rbac.authorization.k8s.io', clusterRoleBindingRules],
  ['clusterroles.rbac.authorization.k8s.io', clusterRoleRules],
  ['configmaps', configMapRules],
  ['controllerrevisions.apps', controllerRevisionRules],
  ['cronjobs.batch', cronJobRules],
  ['customresourcedefinitions.apiextensions.k8s.io', customResourceDefinitionRules],
  ['daemonsets.apps', daemonSetRules],
  ['deployments.apps', deploymentRules],
  ['endpointslices.discovery.k8s.io', endpointSliceRules],
  ['endpoints', endpointsRules],
  ['events', eventRules],
  ['horizontalpodautoscalers.autoscaling', horizontalPodAutoscalerRules],
  ['ingressclasses.networking.k8s.io', ingressClassRules],
  ['ingresses.networking.k8s.io', ingressRules],
  ['jobs.batch', jobRules],
  ['leases.coordination.k8s.io', leaseRules],
  ['limitranges', limitRangeRules],
  ['namespaces', namespaceRules],
  ['networkpolicies.networking.k8s.io', networkPolicyRules],
  ['nodes', nodeRules],
  ['persistentvolumeclaims', persistentVolumeClaimRules],
  ['persistentvolumes', persistentVolumeRules],
  ['poddisruptionbudgets.policy', podDisruptionBudgetRules],
  ['pods', podRules],
  ['priorityclasses.scheduling.k8s.io', priorityClassRules],
  ['replicasets.apps', replicaSetRules],
  ['replicationcontrollers', replicationControllerRules],
  ['resourcequotas', resourceQuotaRules],
  ['rolebindings.rbac.authorization.k8s.io', roleBindingRules],
  ['roles.rbac.authorization.k8s.io', roleRules],
  ['runtimeclasses.node.k8s.io', runtimeClassRules],
  ['secrets', secretRules],
  ['serviceaccounts', serviceAccountRules],
  ['services', serviceRules],
  ['statefulsets.apps', statefulSetRules],
  ['storageclasses.storage.k8s.io', storageClassRules],
] as unknown as readonly (readonly [ResourceName, Rules<KubeObject>])[]);
