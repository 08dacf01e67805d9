/** The kinds that the server serves, in the order of discovery. Adding one is adding its folder and its line here. */

import { type Kind, resourceOf } from '../api/kind.ts';
import type { Extensions } from '../api/server.ts';
import { hookAdmission, policyAdmission } from './admissionpolicy/index.ts';
import { clusterRoles } from './clusterrole/index.ts';
import { clusterRoleBindings } from './clusterrolebinding/index.ts';
import { ageColumn, nameColumn } from './columns.ts';
import { configMaps } from './configmap/index.ts';
import { controllerRevisions } from './controllerrevision/index.ts';
import { cronJobs } from './cronjob/index.ts';
import { CRDS, customKinds } from './customresourcedefinition/custom.ts';
import { customResourceDefinitions } from './customresourcedefinition/index.ts';
import { daemonSets } from './daemonset/index.ts';
import { kindOf } from './define.ts';
import { deployments } from './deployment/index.ts';
import { endpoints } from './endpoints/index.ts';
import { endpointSlices } from './endpointslice/index.ts';
import { eventsV1 } from './event/events-v1.ts';
import { events } from './event/index.ts';
import { horizontalPodAutoscalersV1 } from './horizontalpodautoscaler/autoscaling-v1.ts';
import { horizontalPodAutoscalers } from './horizontalpodautoscaler/index.ts';
import { ingresses } from './ingress/index.ts';
import { ingressClasses } from './ingressclass/index.ts';
import { jobs } from './job/index.ts';
import { leases } from './lease/index.ts';
import { limitAdmission } from './limitrange/admission.ts';
import { limitRanges } from './limitrange/index.ts';
import { namespaces } from './namespace/index.ts';
import { podSecurity } from './namespace/pod-security.ts';
import { networkPolicies } from './networkpolicy/index.ts';
import { nodes } from './node/index.ts';
import { persistentVolumes } from './persistentvolume/index.ts';
import { persistentVolumeClaims } from './persistentvolumeclaim/index.ts';
import { pods } from './pod/index.ts';
import { podDisruptionBudgets } from './poddisruptionbudget/index.ts';
import { priorityClasses } from './priorityclass/index.ts';
import { isRare, rareKind } from './rare.ts';
import { replicaSets } from './replicaset/index.ts';
import { replicationControllers } from './replicationcontroller/index.ts';
import { quotaAdmission } from './resourcequota/admission.ts';
import { resourceQuotas } from './resourcequota/index.ts';
import { API_RESOURCES } from './resources.ts';
import { roles } from './role/index.ts';
import { roleBindings } from './rolebinding/index.ts';
import { rulesOf } from './rules-code.ts';
import { runtimeClasses } from './runtimeclass/index.ts';
import { secrets } from './secret/index.ts';
import { services } from './service/index.ts';
import { serviceAccounts } from './serviceaccount/index.ts';
import { statefulSets } from './statefulset/index.ts';
import { storageClasses } from './storageclass/index.ts';

const OWN = [
  clusterRoleBindings,
  clusterRoles,
  configMaps,
  controllerRevisions,
  cronJobs,
  customResourceDefinitions,
  daemonSets,
  deployments,
  endpointSlices,
  endpoints,
  events,
  eventsV1,
  horizontalPodAutoscalers,
  horizontalPodAutoscalersV1,
  ingressClasses,
  ingresses,
  jobs,
  leases,
  limitRanges,
  namespaces,
  networkPolicies,
  nodes,
  persistentVolumeClaims,
  persistentVolumes,
  podDisruptionBudgets,
  pods,
  priorityClasses,
  replicaSets,
  replicationControllers,
  resourceQuotas,
  roleBindings,
  roles,
  runtimeClasses,
  secrets,
  serviceAccounts,
  services,
  statefulSets,
  storageClasses,
] as unknown as readonly Kind[];

/** What may refuse a valid write, in the order in which they are asked; and kinds that objects define. */
export const extensions: Extensions = {
  admissions: [limitAdmission, podSecurity, policyAdmission, hookAdmission, quotaAdmission],
  custom: { resource: CRDS, kinds: customKinds },
};

const DEFAULT_COLUMNS = [nameColumn, ageColumn];

/** A kind whose rules come later. */
function ruled(kind: Kind): Kind {
  const resource = resourceOf(kind);
  return Object.defineProperties(kind, {
    validate: { get: () => rulesOf(resource)?.validate },
    validateUpdate: { get: () => rulesOf(resource)?.validateUpdate },
    validateStatus: { get: () => rulesOf(resource)?.validateStatus },
    warnings: { get: () => rulesOf(resource)?.warnings },
  });
}

/** All kinds: those with a folder, and for every other resource of a real server one that is only stored. Columns default to NAME and AGE. */
export const kinds: readonly Kind[] = API_RESOURCES.map((resource) => {
  const own = OWN.find((kind) => kind.plural === resource.plural && kind.group === resource.group && kind.version === resource.version);
  if (!own && isRare(resource.plural)) return rareKind(resource, DEFAULT_COLUMNS);
  const kind = own ?? kindOf(resource);
  return ruled(kind.columns.length > 0 ? kind : { ...kind, columns: DEFAULT_COLUMNS });
});
