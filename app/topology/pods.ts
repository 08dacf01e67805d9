// What one Pod says of itself: the STATUS word that kubectl prints, and the tone, counts and names that the picture shows.
import type { ContainerStatus, Pod } from '../../src/kinds/types.gen.ts';
import { usesOf } from './config.ts';
import type { ObjectRef, PodStatus, PodView, Tone } from './model.ts';

const views = new WeakMap<object, PodView>();

/** The view of a Pod; the same object in gives the same view out. */
export function podView(pod: Pod): PodView {
  const known = views.get(pod);
  if (known) return known;
  const meta = pod.metadata ?? {};
  const name = meta.name ?? '';
  const namespace = meta.namespace ?? 'default';
  const controller = meta.ownerReferences?.find((owner) => owner.controller);
  const containers = pod.spec?.containers ?? [];
  const view: PodView = {
    key: `pod:${meta.uid ?? `${namespace}/${name}`}`,
    ref: { resource: 'pods', namespace, name } satisfies ObjectRef,
    uid: meta.uid ?? '',
    name,
    prefix: sharedPart(name, meta.generateName),
    namespace,
    labels: meta.labels ?? {},
    node: pod.spec?.nodeName || undefined,
    ip: pod.status?.podIP || undefined,
    status: podStatus(pod),
    image: imageHint(containers[0]?.image ?? ''),
    images: containers.map((container) => container.image ?? ''),
    ports: containers.flatMap((container) => (container.ports ?? []).map((port) => ({ name: port.name, port: port.containerPort }))),
    containers: containers.map((container) => containerView(container.name, container.image ?? '', pod)),
    uses: usesOf(pod),
    controller: controller && { kind: controller.kind, name: controller.name, uid: controller.uid },
    created: Date.parse(meta.creationTimestamp ?? '') || 0,
    hostNetwork: pod.spec?.hostNetwork === true,
    message: statusMessage(pod),
  };
  views.set(pod, view);
  return view;
}

/** What a Pod's name shares with its siblings'. The server cuts it to 58 letters, so that a name has room for five more. */
function sharedPart(name: string, generateName = ''): string {
  const shared = generateName.slice(0, 58);
  return name.startsWith(shared) ? shared : '';
}

function containerView(name: string, image: string, pod: Pod): PodView['containers'][number] {
  const status = pod.status?.containerStatuses?.find((each) => each.name === name);
  const { waiting, terminated, running } = status?.state ?? {};
  return {
    name,
    image,
    word: running ? 'Running' : (waiting?.reason ?? (terminated && (terminated.reason || ended(terminated))) ?? 'Waiting'),
    ready: status?.ready ?? false,
  };
}

/** The STATUS column of `kubectl get pods`, with the order of rules of the server's printer, and how the picture paints it. */
export function podStatus(pod: Pod): PodStatus {
  const status = pod.status ?? {};
  const containers = status.containerStatuses ?? [];
  const conditions = status.conditions ?? [];
  const isTrue = (type: string) => conditions.some((condition) => condition.type === type && condition.status === 'True');
  let word = status.reason || status.phase || 'Unknown';
  for (const condition of conditions) {
    if (condition.type === 'PodScheduled' && condition.reason === 'SchedulingGated') word = 'SchedulingGated';
  }

  const inits = status.initContainerStatuses ?? [];
  const sidecar = (name: string) =>
    pod.spec?.initContainers?.some((init) => init.name === name && init.restartPolicy === 'Always') ?? false;
  let initializing = false;
  for (const [index, init] of inits.entries()) {
    const { waiting, terminated } = init.state ?? {};
    if (terminated?.exitCode === 0 || (sidecar(init.name) && init.started)) continue;
    initializing = true;
    if (terminated) word = `Init:${terminated.reason || ended(terminated)}`;
    else if (waiting?.reason && waiting.reason !== 'PodInitializing') word = `Init:${waiting.reason}`;
    else word = `Init:${index}/${inits.length}`;
    break;
  }

  const sidecars = inits.filter((init) => sidecar(init.name));
  const ready =
    containers.filter((container) => container.ready && container.state?.running).length +
    sidecars.filter((container) => container.ready).length;
  if (!initializing || isTrue('Initialized')) {
    let running = false;
    for (const container of [...containers].reverse()) {
      const { waiting, terminated } = container.state ?? {};
      if (waiting?.reason) word = waiting.reason;
      else if (terminated) word = terminated.reason || ended(terminated);
      else if (container.ready && container.state?.running) running = true;
    }
    if (word === 'Completed' && running) word = isTrue('Ready') ? 'Running' : 'NotReady';
  }
  const finished = status.phase === 'Succeeded' || status.phase === 'Failed';
  const deleting = pod.metadata?.deletionTimestamp !== undefined;
  if (deleting && status.reason === 'NodeLost') word = 'Unknown';
  else if (deleting && !finished) word = 'Terminating';

  const total = (pod.spec?.containers?.length ?? containers.length) + sidecars.length;
  const unschedulable = conditions.some((condition) => condition.type === 'PodScheduled' && condition.reason === 'Unschedulable');
  return {
    word,
    ready,
    total,
    restarts: [...sidecars, ...containers].reduce((sum, container) => sum + (container.restartCount ?? 0), 0),
    tone: tone(word, isTrue('Ready'), unschedulable, containers),
    isReady: isTrue('Ready'),
    deleting,
    finished,
    unschedulable,
  };
}

const ended = (state: { readonly signal?: number; readonly exitCode: number }) =>
  state.signal ? `Signal:${state.signal}` : `ExitCode:${state.exitCode}`;

/** Words of a Pod that is on its way; all other words but Running, Terminating and Completed mean trouble. */
const STARTING = new Set(['Pending', 'ContainerCreating', 'PodInitializing', 'SchedulingGated']);

function tone(word: string, ready: boolean, unschedulable: boolean, containers: readonly ContainerStatus[]): Tone {
  if (word === 'Terminating') return 'gone';
  if (word === 'Running') return ready ? 'ok' : 'warn';
  if (word === 'NotReady') return 'warn';
  if (word === 'Completed' || word === 'Succeeded') return containers.some((container) => container.restartCount > 0) ? 'warn' : 'done';
  if (unschedulable) return 'warn';
  if (STARTING.has(word) || /^Init:\d+\//.test(word)) return 'busy';
  return word === 'Unknown' ? 'warn' : 'bad';
}

/** The sentence behind the status word, where the Pod carries one: why it waits, crashed or cannot be placed. */
function statusMessage(pod: Pod): string | undefined {
  for (const container of [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])]) {
    const message = container.state?.waiting?.message ?? container.state?.terminated?.message;
    if (message) return message;
  }
  const scheduled = pod.status?.conditions?.find((condition) => condition.type === 'PodScheduled');
  return scheduled?.status === 'False' ? scheduled.message : pod.status?.message;
}

/** `gcr.io/google-samples/kubernetes-bootcamp:v1` -> name and tag; a digest keeps its first letters. */
export function imageHint(image: string): { readonly name: string; readonly tag: string } {
  const [path = '', digest] = image.split('@');
  const last = path.slice(path.lastIndexOf('/') + 1);
  const colon = last.indexOf(':');
  const name = colon < 0 ? last : last.slice(0, colon);
  return { name, tag: colon < 0 ? (digest ? digest.replace(/^sha256:/, '').slice(0, 7) : '') : last.slice(colon + 1) };
}
