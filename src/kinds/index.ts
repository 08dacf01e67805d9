/** The kinds that the server serves, in the order of discovery. Adding one is adding its folder and its line here. */
import type { Kind } from '../api/kind.ts';
import { configMaps } from './configmap/index.ts';
import { daemonSets } from './daemonset/index.ts';
import { kindOf } from './define.ts';
import { deployments } from './deployment/index.ts';
import { namespaces } from './namespace/index.ts';
import { pods } from './pod/index.ts';
import { replicaSets } from './replicaset/index.ts';
import { API_RESOURCES } from './resources.ts';
import { serviceAccounts } from './serviceaccount/index.ts';
import { statefulSets } from './statefulset/index.ts';

const OWN = [
  configMaps,
  daemonSets,
  deployments,
  namespaces,
  pods,
  replicaSets,
  serviceAccounts,
  statefulSets,
] as unknown as readonly Kind[];

/** All kinds: those with a folder, and for every other resource of a real server one that is only stored. */
export const kinds: readonly Kind[] = API_RESOURCES.map(
  (resource) =>
    OWN.find((kind) => kind.plural === resource.plural && kind.group === resource.group && kind.version === resource.version) ??
    kindOf(resource),
);
