/** apply --prune: deletes what was applied before and is no longer among what is applied now. */
import type { Sys } from '../../../kernel/types.ts';
import { CommandError } from '../../errors.ts';
import type { Invocation } from '../../invocation.ts';
import { itemsOf, type JsonObject, metadataOf } from '../../json.ts';
import { klog } from '../../klog.ts';
import type { DryRun } from '../../printer.ts';
import { groupVersion, type Mapping, pathOf } from '../../resource/mapper.ts';
import { LAST_APPLIED, writeQuery } from '../common.ts';

/** The kinds looked through, in this order, when --prune-allowlist names none: [group, version, kind]. */
const DEFAULT_KINDS: readonly (readonly [string, string, string])[] = [
  ['', 'v1', 'ConfigMap'],
  ['', 'v1', 'Endpoints'],
  ['', 'v1', 'PersistentVolumeClaim'],
  ['', 'v1', 'Pod'],
  ['', 'v1', 'ReplicationController'],
  ['', 'v1', 'Secret'],
  ['', 'v1', 'Service'],
  ['batch', 'v1', 'Job'],
  ['batch', 'v1', 'CronJob'],
  ['networking.k8s.io', 'v1', 'Ingress'],
  ['apps', 'v1', 'DaemonSet'],
  ['apps', 'v1', 'Deployment'],
  ['apps', 'v1', 'ReplicaSet'],
  ['apps', 'v1', 'StatefulSet'],
  ['', 'v1', 'Namespace'],
  ['', 'v1', 'PersistentVolume'],
];

export interface Visited {
  readonly uids: ReadonlySet<string>;
  readonly namespaces: ReadonlySet<string>;
}

/** The kinds that pruning looks through. */
export function* prunedMappings(invocation: Invocation): Sys<readonly Mapping[]> {
  const mapper = yield* invocation.mapper();
  const wanted = invocation.flags.list('prune-allowlist').map((text) => {
    const [group = '', version, kind] = text.split('/');
    if (version === undefined || kind === undefined)
      throw new CommandError(`invalid GroupVersionKind format: ${text}, please follow <group/version/kind>`);
    return [group === 'core' ? '' : group, version, kind] as const;
  });
  return (wanted.length > 0 ? wanted : DEFAULT_KINDS).flatMap(([group, version, kind]): Mapping[] => {
    const found = mapper.mappings.find((one) => one.group === group && one.version === version && one.kind === kind);
    if (!found && wanted.length > 0)
      throw new CommandError(
        `no matches for kind ${JSON.stringify(kind)} in version ${JSON.stringify(group === '' ? version : `${group}/${version}`)}`,
      );
    return found ? [found] : [];
  });
}

/** An object that would be pruned. */
interface Pruned {
  readonly mapping: Mapping;
  readonly object: JsonObject;
}

/** Deletes and tells. */
export function* prune(
  invocation: Invocation,
  mappings: readonly Mapping[],
  visited: Visited,
  dryRun: DryRun,
  tell: (object: JsonObject) => Sys<void>,
): Sys<void> {
  const client = yield* invocation.client();
  yield* eachPruned(invocation, mappings, visited, function* ({ mapping, object }) {
    const { namespace = '', name = '' } = metadataOf(object);
    if (dryRun !== 'client')
      yield* client.delete(pathOf(mapping, namespace, name), { propagationPolicy: 'Background' }, writeQuery(dryRun));
    yield* tell(object);
  });
}

/** What was applied before and was not visited now. Only objects with the last-applied annotation count. */
export function* eachPruned(
  invocation: Invocation,
  mappings: readonly Mapping[],
  { uids, namespaces }: Visited,
  visit: (pruned: Pruned) => Sys<void>,
): Sys<void> {
  if (invocation.flags.list('prune-allowlist').length === 0)
    yield* klog(
      'W',
      invocation.process.pid,
      'prune.go:71',
      'Deprecated: kubectl apply will no longer prune non-namespaced resources by default when used with the --namespace flag in a future release. To preserve the current behaviour, list the resources you want to target explicitly in the --prune-allowlist flag.',
    );
  const client = yield* invocation.client();
  const visitKind = function* (mapping: Mapping, namespace: string): Sys<void> {
    const list = yield* client.get(pathOf(mapping, namespace), { labelSelector: invocation.flags.string('selector') });
    for (const item of itemsOf(list) ?? []) {
      const { uid = '', annotations } = metadataOf(item);
      if (annotations?.[LAST_APPLIED] === undefined || uids.has(uid)) continue;
      yield* visit({ mapping, object: { apiVersion: groupVersion(mapping), kind: mapping.kind, ...item } });
    }
  };
  for (const namespace of namespaces) for (const mapping of mappings.filter((one) => one.namespaced)) yield* visitKind(mapping, namespace);
  for (const mapping of mappings.filter((one) => !one.namespaced)) yield* visitKind(mapping, '');
}
