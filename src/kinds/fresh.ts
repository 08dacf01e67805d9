/**
 * The kinds that a fresh cluster writes before any client asked for anything, with no more than these writes of the control plane
 * need (`fresh.ts` in the kind's folder; nothing, where there is none). The page begins with them; `index.ts` has the whole of all.
 */
import type { Kind } from '../api/kind.ts';
import { define } from './define.ts';
import { freshEndpoints } from './endpoints/fresh.ts';
import { freshEndpointSlice } from './endpointslice/fresh.ts';
import { freshNamespace } from './namespace/fresh.ts';
import { freshNode } from './node/fresh.ts';
import { freshPriorityClass } from './priorityclass/fresh.ts';
import { freshService } from './service/fresh.ts';
import { freshStorageClass } from './storageclass/fresh.ts';

export const freshKinds = [
  define('v1', 'configmaps'),
  define('v1', 'endpoints', freshEndpoints),
  define('v1', 'namespaces', freshNamespace),
  define('v1', 'nodes', freshNode),
  define('v1', 'serviceaccounts'),
  define('v1', 'services', freshService),
  define('discovery.k8s.io/v1', 'endpointslices', freshEndpointSlice),
  define('rbac.authorization.k8s.io/v1', 'clusterroles'),
  define('rbac.authorization.k8s.io/v1', 'clusterrolebindings'),
  define('scheduling.k8s.io/v1', 'priorityclasses', freshPriorityClass),
  define('storage.k8s.io/v1', 'storageclasses', freshStorageClass),
] as unknown as readonly Kind[];
