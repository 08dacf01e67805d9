// Who keeps Pods alive: Deployments with their ReplicaSets, and sets that stand alone.
import { completionsText, statusText } from '../../src/kinds/job/shown.ts';
import type { CronJob, DaemonSet, Deployment, Job, ObjectMeta, ReplicaSet, StatefulSet } from '../../src/kinds/types.gen.ts';
import type { ClusterObjects, OwnerView, PodView, SetView } from './model.ts';
import { inOrder } from './order.ts';
import { imageHint } from './pods.ts';

const REVISION = 'deployment.kubernetes.io/revision';
const RESOURCES: Readonly<Record<string, string>> = {
  Deployment: 'deployments.apps',
  ReplicaSet: 'replicasets.apps',
  StatefulSet: 'statefulsets.apps',
  DaemonSet: 'daemonsets.apps',
  Job: 'jobs.batch',
  CronJob: 'cronjobs.batch',
};

interface Counts {
  pods: number;
  ready: number;
}

/** Roots in order of creation. A controller that only a Pod's reference tells of (its object is gone) is listed last. */
export function buildOwners(objects: ClusterObjects, pods: readonly PodView[]): OwnerView[] {
  const counts = new Map<string, Counts>();
  const unknown = new Map<string, PodView>();
  for (const pod of pods) {
    if (!pod.controller) continue;
    const count = counts.get(pod.controller.uid) ?? { pods: 0, ready: 0 };
    count.pods++;
    if (pod.status.isReady) count.ready++;
    counts.set(pod.controller.uid, count);
    unknown.set(pod.controller.uid, pod);
  }

  const sets = new Map<string | undefined, SetView[]>();
  const roots: (OwnerView & { readonly created: string })[] = [];
  const add = (
    kind: string,
    metadata: ObjectMeta | undefined,
    desired: number | undefined,
    rest: Partial<SetView>,
    parent: string | undefined,
  ) => {
    const uid = metadata?.uid ?? '';
    unknown.delete(uid);
    const count = counts.get(uid) ?? { pods: 0, ready: 0 };
    const set = setView(kind, metadata ?? {}, desired, count, rest);
    if (!parent) roots.push({ ...root(kind, metadata ?? {}, desired, count.ready, [set]), created: metadata?.creationTimestamp ?? '' });
    else if (count.pods > 0 || desired) sets.set(parent, [...(sets.get(parent) ?? []), set]);
  };

  const cronjobs = objects.cronjobs as readonly CronJob[];
  const cronJobUids = new Set(cronjobs.map((cronjob) => cronjob.metadata?.uid));
  const deployments = objects.deployments as readonly Deployment[];
  const deploymentUids = new Set(deployments.map((deployment) => deployment.metadata?.uid));
  for (const object of objects.replicasets as readonly ReplicaSet[]) {
    const parent = object.metadata?.ownerReferences?.find((owner) => owner.controller)?.uid;
    const labels = object.spec?.selector?.matchLabels ?? {};
    const image = object.spec?.template?.spec?.containers?.[0]?.image;
    add(
      'ReplicaSet',
      object.metadata,
      object.spec?.replicas,
      {
        short: labels['pod-template-hash'],
        revision: object.metadata?.annotations?.[REVISION],
        image: image ? imageHint(image) : undefined,
        selector: labels,
      },
      parent && deploymentUids.has(parent) ? parent : undefined,
    );
  }
  for (const object of objects.statefulsets as readonly StatefulSet[]) {
    add('StatefulSet', object.metadata, object.spec?.replicas, { selector: object.spec?.selector?.matchLabels }, undefined);
  }
  for (const object of objects.daemonsets as readonly DaemonSet[]) {
    add('DaemonSet', object.metadata, object.status?.desiredNumberScheduled, { selector: object.spec?.selector?.matchLabels }, undefined);
  }
  for (const object of objects.jobs as readonly Job[]) {
    const parent = object.metadata?.ownerReferences?.find((owner) => owner.controller)?.uid;
    const desired = object.status?.completionTime ? 0 : (object.spec?.parallelism ?? 1);
    add(
      'Job',
      object.metadata,
      desired,
      { selector: object.spec?.selector?.matchLabels, job: { word: statusText(object), done: completionsText(object) } },
      parent && cronJobUids.has(parent) ? parent : undefined,
    );
  }
  for (const object of deployments) {
    const own = (sets.get(object.metadata?.uid) ?? []).sort((a, b) => Number(b.revision ?? 0) - Number(a.revision ?? 0));
    const ready = own.reduce((sum, set) => sum + set.ready, 0);
    const view = root('Deployment', object.metadata ?? {}, object.spec?.replicas, ready, own, object.spec?.paused);
    roots.push({ ...view, created: object.metadata?.creationTimestamp ?? '' });
  }
  for (const object of cronjobs) {
    const own = (sets.get(object.metadata?.uid) ?? []).sort((a, b) => (a.name < b.name ? 1 : -1));
    const view = root(
      'CronJob',
      object.metadata ?? {},
      undefined,
      own.reduce((sum, set) => sum + set.ready, 0),
      own,
      object.spec?.suspend,
    );
    roots.push({ ...view, schedule: object.spec?.schedule, created: object.metadata?.creationTimestamp ?? '' });
  }
  const lost = [...unknown.values()].flatMap(({ controller, namespace }) => {
    if (!controller || controller.kind === 'Node') return [];
    const metadata = { name: controller.name, namespace, uid: controller.uid };
    const count = counts.get(controller.uid)!;
    return root(controller.kind, metadata, undefined, count.ready, [setView(controller.kind, metadata, undefined, count, {})]);
  });
  return [...inOrder(roots), ...lost];
}

function root(
  kind: string,
  meta: ObjectMeta,
  desired: number | undefined,
  ready: number,
  sets: readonly SetView[],
  paused = false,
): OwnerView {
  const [name, namespace, uid] = [meta.name ?? '', meta.namespace ?? 'default', meta.uid ?? ''];
  return {
    key: `owner:${uid}`,
    ref: { resource: RESOURCES[kind] ?? kind.toLowerCase(), namespace, name },
    uid,
    kind,
    name,
    namespace,
    desired,
    ready,
    paused,
    job: sets.length === 1 && sets[0]!.uid === uid ? sets[0]!.job : undefined,
    sets,
  };
}

function setView(kind: string, meta: ObjectMeta, desired: number | undefined, count: Counts, rest: Partial<SetView>): SetView {
  const [name, namespace, uid] = [meta.name ?? '', meta.namespace ?? 'default', meta.uid ?? ''];
  return {
    key: `set:${uid}`,
    ref: { resource: RESOURCES[kind] ?? kind.toLowerCase(), namespace, name },
    uid,
    kind,
    name,
    short: rest.short ?? name,
    desired,
    pods: count.pods,
    ready: count.ready,
    job: rest.job,
    revision: rest.revision,
    image: rest.image,
    selector: rest.selector ?? {},
  };
}
