/**
 * What a node's journal says of its services: what systemd did with them, and what the kubelet did, as it logs that. Made when it is read,
 * of the writes that the cluster's journal still has and of the Events that the kubelet sent (source of the words: kubelet v1.3x).
 */
import type { Pod } from '../kinds/objects.ts';
import type { Event, Node } from '../kinds/types.gen.ts';
import type { Change } from '../world/object.ts';
import type { World } from '../world/world.ts';

export interface Line {
  /** Virtual ms. */
  readonly at: number;
  /** `kubelet.service` */
  readonly unit: string;
  /** Who wrote: `kubelet`, `systemd`. */
  readonly by: string;
  readonly pid: number;
  readonly text: string;
}

/** What the node's own past knows of a service. */
export interface ServiceState {
  /** Started when the machine is. */
  enabled: boolean;
  /** From when to when it ran, and as which process; the last may have no end. Virtual ms. */
  readonly runs: { readonly from: number; to?: number; readonly pid: number }[];
  /** What systemd said of it. */
  readonly log: { readonly at: number; readonly text: string }[];
}

const KUBELET = 'kubelet.service';

/** All lines of the node's kubelet, oldest first. */
export function kubeletLines(world: World, node: string, state: ServiceState): Line[] {
  const lines: Line[] = state.log.map(({ at, text }) => ({ at, unit: KUBELET, by: 'systemd', pid: 1, text }));
  const say: Say = (at, level, source, text) => {
    // What the API server was told while nobody listened is in nobody's log.
    const run = state.runs.find(({ from, to = Number.POSITIVE_INFINITY }) => at >= from && at <= to);
    if (!run) return;
    const { pid } = run;
    lines.push({ at, unit: KUBELET, by: 'kubelet', pid, text: `${level}${stamp(at, text)} ${String(pid).padStart(7)} ${source}] ${text}` });
  };
  const object = world.store.get<Node & Change['object']>('nodes', '', node);
  const version = object?.status?.nodeInfo?.kubeletVersion ?? '';
  for (const { from, to = Number.POSITIVE_INFINITY } of state.runs) {
    const begin: [number, string, string][] = [
      [0, 'server.go:529', `"Kubelet version" kubeletVersion="${version}"`],
      [0, 'server.go:1262', '"Started kubelet"'],
      [20, 'kubelet_node_status.go:75', `"Attempting to register node" node="${node}"`],
      [60, 'kubelet_node_status.go:78', `"Successfully registered node" node="${node}"`],
    ];
    for (const [after, source, text] of begin) if (from + after <= Math.min(to, world.now)) say(from + after, 'I', source, text);
  }
  for (const change of world.store.changesSince(world.store.compacted) ?? []) {
    if (change.resource === 'pods') podLines(change, node, say);
    else if (change.resource === 'events') eventLines(change, node, say);
  }
  return lines
    .map((line, order) => ({ line, order }))
    .sort((a, b) => a.line.at - b.line.at || a.order - b.order)
    .map(({ line }) => line);
}

type Say = (at: number, level: 'I' | 'E' | 'W', source: string, text: string) => void;

const nameOf = ({ metadata: { namespace, name } }: Pod): string => `${namespace}/${name}`;

/** What a write of a Pod shows of the kubelet's loop. */
function podLines({ type, time, object, previous }: Change, node: string, say: Say): void {
  const pod = object as Pod;
  const before = previous as Pod | undefined;
  if (pod.spec.nodeName !== node) return;
  const loop = (what: string): void =>
    say(time, 'I', `kubelet.go:${LOOP[what]}`, `"SyncLoop ${what}" source="api" pods=["${nameOf(pod)}"]`);
  if (type === 'DELETED') {
    loop('DELETE');
    loop('REMOVE');
    return;
  }
  if (before?.spec.nodeName !== node) loop('ADD');
  else if (pod.metadata.deletionTimestamp && !before.metadata.deletionTimestamp) loop('DELETE');
  else if (before.spec !== pod.spec) loop('UPDATE');
  for (const status of pod.status.containerStatuses ?? []) {
    const old = before?.status.containerStatuses?.find(({ name }) => name === status.name);
    const event = (what: string, id: string | undefined): void => {
      const data = `{"ID":"${pod.metadata.uid}","Type":"${what}","Data":"${(id ?? '').replace(/^.*\/\//, '')}"}`;
      say(time, 'I', 'kubelet.go:2562', `"SyncLoop (PLEG): event for pod" pod="${nameOf(pod)}" event=${data}`);
    };
    if (status.state?.running && status.containerID !== old?.containerID) event('ContainerStarted', status.containerID);
    const ended = status.state?.terminated ?? status.lastState?.terminated;
    const known = old?.state?.terminated ?? old?.lastState?.terminated;
    if (ended && ended.containerID !== known?.containerID) event('ContainerDied', ended.containerID);
    if (old && status.ready !== old.ready)
      say(
        time,
        'I',
        'kubelet.go:2658',
        `"SyncLoop (probe)" probe="readiness" status="${status.ready ? 'ready' : 'not ready'}" pod="${nameOf(pod)}"`,
      );
  }
}

const LOOP: Readonly<Record<string, number>> = { ADD: 2537, UPDATE: 2544, DELETE: 2553, REMOVE: 2547 };

/** What an Event that the kubelet sent stands for in its log. */
function eventLines({ type, time, object }: Change, node: string, say: Say): void {
  const { source, reason = '', message = '', involvedObject } = object as unknown as Event;
  if (type === 'DELETED' || source?.component !== 'kubelet' || source.host !== node) return;
  const pod = `pod="${involvedObject.namespace}/${involvedObject.name}" podUID="${involvedObject.uid}"`;
  const container = /\{(.*?)\}/.exec(involvedObject.fieldPath ?? '')?.[1] ?? '';
  const quoted = JSON.stringify(message);
  if (involvedObject.kind === 'Node') {
    if (/^Node|^Starting/.test(reason))
      say(time, 'I', 'kubelet_node_status.go:724', `"Recording event message for node" node="${node}" event="${reason}"`);
    return;
  }
  if (reason === 'Unhealthy') {
    const [, kind = ''] = /^(\w+) probe/.exec(message) ?? [];
    const output = JSON.stringify(message.replace(/^\w+ probe (?:failed|errored)[^:]*: /, ''));
    say(
      time,
      'I',
      'prober.go:120',
      `"Probe failed" probeType="${kind}" ${pod} containerName="${container}" probeResult="failure" output=${output}`,
    );
  } else if (reason === 'Killing')
    say(time, 'I', 'kuberuntime_container.go:837', `"Killing container with a grace period" ${pod} containerName="${container}"`);
  else if (reason === 'BackOff') {
    const why = message.startsWith('Back-off pulling') ? 'ImagePullBackOff' : 'CrashLoopBackOff';
    say(
      time,
      'E',
      'pod_workers.go:1324',
      `"Error syncing pod, skipping" err="failed to \\"StartContainer\\" for \\"${container}\\" with ${why}: ${JSON.stringify(quoted).slice(1, -1)}" ${pod}`,
    );
  } else if (reason === 'Failed') say(time, 'E', 'kuberuntime_manager.go:1449', `"Unhandled Error" err=${quoted} ${pod}`);
  else if (reason === 'FailedMount')
    say(time, 'E', 'nestedpendingoperations.go:348', `Operation for ${pod} failed. No retries permitted until later. Error: ${message}`);
  else if (reason === 'FailedCreatePodSandBox')
    say(time, 'E', 'kuberuntime_manager.go:1237', `"CreatePodSandbox for pod failed" err=${quoted} ${pod}`);
  else if (reason === 'Evicted') say(time, 'I', 'eviction_manager.go:605', `"Eviction manager: pod is evicted successfully" ${pod}`);
}

/** klog's time: `1124 09:00:00.123456`. The microseconds, which the world does not count, are of the text. */
function stamp(at: number, text: string): string {
  const date = new Date(at).toISOString();
  const micro = [...text].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 1000, 7);
  return `${date.slice(5, 7)}${date.slice(8, 10)} ${date.slice(11, 23)}${String(micro).padStart(3, '0')}`;
}
