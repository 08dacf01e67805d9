// What a command set off, in causal order: who wrote what, told as rings on the boxes it happened to.
import type { Change, KubeObject } from '../../src/world/object.ts';
import { configKey } from './config.ts';
import type { Layout } from './layout.ts';
import type { Scene } from './scene.ts';

/** Beyond this many writes at once it would be noise. */
const MAX_STEPS = 40;
/** Between the beginnings of two rings, ms. */
const STEP_MS = 170;
/** So far behind that it would no longer be seen as what just happened, ms. */
const MAX_BEHIND_MS = 3500;

/** Who acts, by the actor's name in the journal: the id of its words (`actor.ID`). */
const ACTORS: Readonly<Record<string, string>> = {
  'deployment-controller': 'deployment',
  'replicaset-controller': 'replicaset',
  'statefulset-controller': 'statefulset',
  'daemon-set-controller': 'daemonset',
  'daemonset-controller': 'daemonset',
  'job-controller': 'job',
  'cronjob-controller': 'cronjob',
  'default-scheduler': 'scheduler',
  kubelet: 'kubelet',
  'endpointslice-controller': 'endpointslice',
  'endpoint-controller': 'endpoints',
  'generic-garbage-collector': 'garbage',
  'node-lifecycle-controller': 'nodeLifecycle',
  kubectl: 'api',
};

export interface CauseStep {
  /** Key of a box. */
  readonly key: string;
  readonly actor: string;
  readonly tone: 'ok' | 'live' | 'bad';
}

/** The writes that show in the picture, oldest first; a box that the same actor wrote to several times in a row is one step. */
export function stepsOf(changes: readonly Change[], layout: Layout): CauseStep[] {
  const steps: CauseStep[] = [];
  for (const change of changes) {
    const actor = ACTORS[change.actor];
    const key = actor && boxOf(change, layout);
    if (!actor || !key) continue;
    const last = steps.at(-1);
    if (last?.key === key && last.actor === actor) continue;
    steps.push({ key, actor, tone: change.type === 'DELETED' || isLeaving(change) ? 'bad' : actor === 'kubelet' ? 'ok' : 'live' });
  }
  return steps;
}

const isLeaving = ({ object, previous }: Change): boolean =>
  object.metadata.deletionTimestamp !== undefined && previous?.metadata.deletionTimestamp === undefined;

function boxOf({ resource, object, previous, type }: Change, layout: Layout): string | undefined {
  const { uid, name, namespace = '' } = object.metadata;
  const has = (key: string | undefined) => (key !== undefined && layout.boxes.has(key) ? key : undefined);
  switch (resource) {
    case 'pods':
      return type === 'DELETED' || only('status', object, previous) === 'same' ? undefined : has(layout.placeOf.get(`pod:${uid}`));
    case 'services':
      return has(`svc:${uid}`);
    case 'endpointslices.discovery.k8s.io': {
      const service = object.metadata.labels?.['kubernetes.io/service-name'];
      const placed = layout.services.find(({ view }) => view.name === service && view.namespace === namespace);
      return has(placed?.key);
    }
    case 'deployments.apps':
    case 'replicasets.apps':
    case 'statefulsets.apps':
    case 'daemonsets.apps':
    case 'jobs.batch':
    case 'cronjobs.batch': {
      if (previous && only('status', object, previous) !== 'more') return undefined; // its own bookkeeping
      const owner = layout.owners.find(({ view }) => view.uid === uid || view.sets.some((set) => set.uid === uid));
      return has(owner?.key) ?? has(`group:owner:${uid}`);
    }
    case 'nodes':
      return previous && only('status', object, previous) !== 'more' ? undefined : has(`node:${name}`);
    case 'configmaps':
      return has(configKey('ConfigMap', namespace, name));
    case 'secrets':
      return has(configKey('Secret', namespace, name));
    default:
      return undefined;
  }
}

/** What a write changed: nothing but that part, more than it, or nothing. */
function only(part: string, object: KubeObject, previous: KubeObject | undefined): 'same' | 'only' | 'more' {
  if (!previous) return 'more';
  const [a, b] = [object as unknown as Record<string, unknown>, previous as unknown as Record<string, unknown>];
  const differs = (key: string) => a[key] !== b[key] && JSON.stringify(a[key]) !== JSON.stringify(b[key]);
  const meta = (of: KubeObject) =>
    JSON.stringify([of.metadata.labels, of.metadata.annotations, of.metadata.deletionTimestamp, of.metadata.ownerReferences]);
  if (differs('spec') || meta(object) !== meta(previous)) return 'more';
  return differs(part) ? 'only' : 'same';
}

/** Plays steps one after the other; keep one for each picture. */
export class CausePlayer {
  private nextAt = 0;

  /** @param words the name of an actor */
  play(scene: Scene, changes: readonly Change[], layout: Layout, words: (actor: string) => string, now: number): void {
    if (changes.length > MAX_STEPS * 4) return;
    const steps = stepsOf(changes, layout);
    if (steps.length === 0 || steps.length > MAX_STEPS) return;
    if (this.nextAt - now > MAX_BEHIND_MS) return;
    this.nextAt = Math.max(this.nextAt, now);
    scene.ripple(
      steps.map(({ key, actor, tone }) => {
        const wait = this.nextAt - now;
        this.nextAt += STEP_MS;
        return { key, text: words(actor), tone, wait };
      }),
    );
  }
}
