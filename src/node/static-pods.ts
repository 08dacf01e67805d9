/**
 * Static Pods: a node's kubelet runs what the files of its manifests' folder say, and shows each of them to the API server as a mirror Pod.
 * Deleting that only deletes the picture: it is made again, and the containers run on. Source: Kubernetes docs "Create static Pods", and
 * pkg/kubelet/config (applyDefaults) and pkg/kubelet/pod/mirror_client.go of v1.36.
 */
import { parse } from 'yaml';
import type { ApiServer } from '../api/server.ts';
import { formatTime } from '../api/values/duration.ts';
import { sha256 } from '../api/values/sha256.ts';
import type { Node, Pod } from '../kinds/objects.ts';
import { MIRROR } from '../kinds/pod/mirror.ts';
import type { ObjectMeta } from '../world/object.ts';
import type { World } from '../world/world.ts';
import { manifestsOf } from './manifests.ts';

const HASH = 'kubernetes.io/config.hash';
const NODES_OWN = { operator: 'Exists', effect: 'NoExecute' };

interface Wanted {
  readonly hash: string;
  readonly pod: Record<string, unknown> & { readonly metadata: Partial<ObjectMeta> };
}

const keyOf = ({ namespace = '', name = '' }: Partial<ObjectMeta>): string => `${namespace}/${name}`;

/** Makes the mirror Pods of a node be what its manifests say. */
export function syncStaticPods(world: World, server: ApiServer, node: string): void {
  const owner = world.store.get<Node>('nodes', '', node);
  if (!owner) return;
  const wanted = new Map<string, Wanted>();
  for (const [file, text] of manifestsOf(world, node)) {
    const found = read(world, owner, file, text);
    if (found) wanted.set(keyOf(found.pod.metadata), found);
  }
  for (const pod of [...world.store.byIndex<Pod>('pods', 'node', node)]) {
    const { annotations, namespace = '', name, deletionTimestamp } = pod.metadata;
    const hash = annotations?.[MIRROR];
    if (hash === undefined) continue;
    const key = keyOf(pod.metadata);
    const isKept = wanted.get(key)?.hash === hash;
    if (isKept && !deletionTimestamp) wanted.delete(key);
    else if (isKept) server.delete('pods', namespace, name, { gracePeriodSeconds: 0 });
    else {
      // It ends as any Pod does; what takes its place waits for that.
      if (!deletionTimestamp) server.delete('pods', namespace, name);
      wanted.delete(key);
    }
  }
  for (const { pod } of wanted.values()) mirror(server, pod);
}

/** The Pod of a manifest as the kubelet completes it; undefined where the file holds none. */
function read(world: World, owner: Node, file: string, text: string): Wanted | undefined {
  let given: unknown;
  try {
    given = parse(text);
  } catch {
    return undefined; // the real kubelet only logs that
  }
  if (typeof given !== 'object' || given === null || (given as { kind?: unknown }).kind !== 'Pod') return undefined;
  const {
    metadata = {},
    spec = {},
    apiVersion,
  } = given as { metadata?: Partial<ObjectMeta>; spec?: Record<string, unknown>; apiVersion?: unknown };
  if (typeof metadata.name !== 'string' || typeof spec !== 'object') return undefined;
  const node = owner.metadata.name;
  const hash = sha256(new TextEncoder().encode(`${node}\n${file}\n${text}`)).slice(0, 32);
  const tolerations = Array.isArray(spec['tolerations']) ? spec['tolerations'] : [];
  return {
    hash,
    pod: {
      apiVersion,
      kind: 'Pod',
      metadata: {
        name: `${metadata.name}-${node.toLowerCase()}`,
        namespace: metadata.namespace ?? 'default',
        ...(metadata.labels && { labels: metadata.labels }),
        annotations: {
          ...metadata.annotations,
          [HASH]: hash,
          [MIRROR]: hash,
          'kubernetes.io/config.seen': formatTime(world.now).replace('Z', `.${String(world.now % 1000).padStart(3, '0')}000000Z`),
          'kubernetes.io/config.source': 'file',
        },
        ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name: node, uid: owner.metadata.uid, controller: true }],
      },
      spec: { ...spec, nodeName: node, tolerations: [...tolerations, NODES_OWN] },
    },
  };
}

/** The server checks what a client sends; the kubelet keeps what it would have become. What it refuses does not run. */
function mirror(server: ApiServer, pod: Wanted['pod']): void {
  const path = `/api/v1/namespaces/${pod.metadata.namespace}/pods`;
  const checked = server.handle({ method: 'POST', path, query: { dryRun: 'All' }, body: pod, actor: 'kubelet' });
  if (checked.status === 201) server.create<Pod>('pods', checked.body as Pod);
}
