/** The describer of each kind that has its own; kubectl describes all others generically. */
import type { KubeObject, ResourceName } from '../world/object.ts';
import { describeConfigMap } from './configmap/describe.ts';
import { describeDeployment } from './deployment/describe.ts';
import type { Describer } from './describe.ts';
import { describeEndpoints } from './endpoints/describe.ts';
import { describeEndpointSlice } from './endpointslice/describe.ts';
import { describeLimitRange } from './limitrange/describe.ts';
import { describeNamespace } from './namespace/describe.ts';
import { describeNode } from './node/describe.ts';
import { describePod } from './pod/describe.ts';
import { describeReplicaSet } from './replicaset/describe.ts';
import { describeResourceQuota } from './resourcequota/describe.ts';
import { describeService } from './service/describe.ts';
import { describeServiceAccount } from './serviceaccount/describe.ts';

/** A describer only ever gets objects of its own kind. */
function own<T extends KubeObject>(describer: Describer<T>): Describer {
  return describer as unknown as Describer;
}

export const DESCRIBERS: ReadonlyMap<ResourceName, Describer> = new Map([
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
]);
