/** The Pod behind a name or a workload, and its containers: what logs, exec, attach and port-forward start from. */
import { formatRequirements, fromLabelSelector, fromLabels } from '../api/values/selector.ts';
import { now, sleep } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { CommandError } from './errors.ts';
import type { Invocation } from './invocation.ts';
import { at, itemsOf, type JsonObject, metadataOf, textOf } from './json.ts';
import { type Container, containersOf } from './podspec.ts';

const DEFAULT_CONTAINER = 'kubectl.kubernetes.io/default-container';
const PHASES = ['Running', 'Unknown', 'Pending'];
/** How often to look for a Pod that is not there yet, ms. */
const LOOK_MS = 500;

export function phaseOf(pod: JsonObject): string {
  return textOf(at(pod, 'status', 'phase'));
}

/** `main, debugger (ephem), setup (init)` */
export function allContainerNames(pod: JsonObject): string {
  const spec = pod['spec'] as JsonObject;
  return [
    ...containersOf(spec).map((one) => one.name),
    ...containersOf(spec, 'ephemeralContainers').map((one) => `${one.name} (ephem)`),
    ...containersOf(spec, 'initContainers').map((one) => `${one.name} (init)`),
  ].join(', ');
}

export function findContainer(pod: JsonObject, name: string): Container | undefined {
  const spec = pod['spec'] as JsonObject;
  return [...containersOf(spec), ...containersOf(spec, 'initContainers'), ...containersOf(spec, 'ephemeralContainers')].find(
    (one) => one.name === name,
  );
}

/** The container that `name` means; without a name the default one, of which `tell` is told when there are others. */
export function* chooseContainer(pod: JsonObject, wanted: string, tell?: (text: string) => Sys<void>): Sys<Container> {
  const spec = pod['spec'] as JsonObject;
  const name = wanted || (metadataOf(pod).annotations?.[DEFAULT_CONTAINER] ?? '');
  if (name !== '') {
    const found = findContainer(pod, name);
    if (!found) throw new CommandError(`container ${name} is not valid for pod ${metadataOf(pod).name} out of: ${allContainerNames(pod)}`);
    return found;
  }
  const [first] = containersOf(spec);
  if (!first) throw new CommandError(`pod ${metadataOf(pod).namespace}/${metadataOf(pod).name} does not have any containers`);
  const others =
    containersOf(spec).length > 1 ||
    containersOf(spec, 'initContainers').length > 0 ||
    containersOf(spec, 'ephemeralContainers').length > 0;
  if (others && tell) yield* tell(`Defaulted container ${JSON.stringify(first.name)} out of: ${allContainerNames(pod)}\n`);
  return first;
}

/** The label selector by which an object finds its Pods. Throws CommandError for kinds that have none. */
export function podSelectorOf(object: JsonObject, what: string): string {
  const kind = textOf(object['kind']);
  const selector = at(object, 'spec', 'selector');
  if (['Deployment', 'ReplicaSet', 'DaemonSet', 'StatefulSet', 'Job'].includes(kind))
    return formatRequirements(fromLabelSelector(selector as never));
  if (kind === 'ReplicationController' || kind === 'Service') {
    if (kind === 'Service' && Object.keys((selector ?? {}) as object).length === 0) {
      throw new CommandError(`${what} *v1.Service: invalid service '${metadataOf(object).name}': Service is defined without a selector`);
    }
    return formatRequirements(fromLabels(selector as Record<string, string>));
  }
  throw new CommandError(`${what} *v1.${kind}: selector for *v1.${kind} not implemented`);
}

/** The Pods of an object, the one to talk to first. Waits until there is one; throws CommandError after `timeoutMs`. */
export function* podsOf(invocation: Invocation, object: JsonObject, what: string, timeoutMs: number): Sys<readonly JsonObject[]> {
  const labelSelector = podSelectorOf(object, what);
  const deadline = (yield* now()) + timeoutMs;
  const path = `/api/v1/namespaces/${metadataOf(object).namespace}/pods`;
  for (;;) {
    const pods = itemsOf(yield* (yield* invocation.client()).get(path, { labelSelector })) ?? [];
    if (pods.length > 0) return [...pods].map(withKind).sort(byUsefulness);
    if ((yield* now()) >= deadline) throw new CommandError('timed out waiting for the condition');
    yield* sleep(LOOK_MS);
  }
}

export function withKind(pod: JsonObject): JsonObject {
  return { apiVersion: 'v1', kind: 'Pod', ...pod };
}

/** Assigned, running, ready, ready for longest, restarted most, oldest (podutils.ByLogging). */
function byUsefulness(a: JsonObject, b: JsonObject): number {
  const rank = (pod: JsonObject): readonly number[] => {
    const ready = ((at(pod, 'status', 'conditions') ?? []) as JsonObject[]).find((one) => one['type'] === 'Ready');
    const isReady = ready?.['status'] === 'True';
    const restarts = ((at(pod, 'status', 'containerStatuses') ?? []) as JsonObject[]).map((one) => Number(one['restartCount'] ?? 0));
    return [
      textOf(at(pod, 'spec', 'nodeName')) === '' ? 1 : 0,
      PHASES.indexOf(phaseOf(pod)) < 0 ? PHASES.length : PHASES.indexOf(phaseOf(pod)),
      isReady ? 0 : 1,
      isReady ? Date.parse(textOf(ready?.['lastTransitionTime'])) : 0,
      -Math.max(0, ...restarts),
      Date.parse(textOf(metadataOf(pod)['creationTimestamp'])),
    ];
  };
  const [left, right] = [rank(a), rank(b)];
  const differs = left.findIndex((value, index) => value !== right[index]);
  return differs < 0 ? 0 : (left[differs] as number) - (right[differs] as number);
}
