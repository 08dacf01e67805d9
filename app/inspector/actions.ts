/**
 * What can be done with an object, as the kubectl command that does it: the picture teaches the terminal. Offered is what makes sense in the
 * state that the object is in: a cordoned Node can be uncordoned, and how many replicas an autoscaler keeps is not for people to say.
 */

import { isRunning } from '../../src/kinds/node/power.ts';
import type { CronJob, Deployment, Job, Namespace, Node, Pod, Service } from '../../src/kinds/objects.ts';
import type { Cluster } from '../../src/session/index.ts';
import type { KubeObject } from '../../src/world/object.ts';
import type { ObjectReference } from '../panels/selection.ts';
import { objectOf } from '../resources/table.ts';
import { scalersOf } from './related.ts';

export interface Action {
  /** Key of its words. */
  readonly id: string;
  readonly command: string;
  /** The command lacks a value, or cannot be undone: it is put on the prompt for a person to complete and run. */
  readonly ask: boolean;
}

/** An object as a command line names it, and as it is. */
interface Target<T extends KubeObject = KubeObject> {
  /** `deployments/web`, with `there` behind it. */
  readonly it: string;
  readonly name: string;
  /** ` -n NAMESPACE`, where that must be said. */
  readonly there: string;
  readonly object: T;
  readonly cluster: Cluster;
  /** The namespace into which kubectl looks by itself. */
  readonly current: string;
}

interface Offer<T extends KubeObject> extends Pick<Action, 'ask'> {
  readonly command: (target: Target<T>) => string;
  /** Whether it makes sense now. */
  readonly when: (target: Target<T>) => boolean;
}
type Offers<T extends KubeObject = KubeObject> = Readonly<Record<string, Offer<T>>>;

const always = (): boolean => true;
const run = <T extends KubeObject = KubeObject>(command: Offer<T>['command'], when: Offer<T>['when'] = always): Offer<T> => ({
  command,
  when,
  ask: false,
});
const ask = <T extends KubeObject = KubeObject>(command: Offer<T>['command'], when: Offer<T>['when'] = always): Offer<T> => ({
  command,
  when,
  ask: true,
});

const EDIT: Offers = { edit: run(({ it }) => `kubectl edit ${it}`) };
const LABEL: Offers = { label: ask(({ it }) => `kubectl label ${it} `) };
const isGoing = ({ object }: Target): boolean => object.metadata.deletionTimestamp !== undefined;
const DELETE: Offers = {
  delete: ask(
    ({ it }) => `kubectl delete ${it}`,
    (target) => !isGoing(target),
  ),
};
/** Not where somebody else sets the number again: an autoscaler, or the Deployment of a ReplicaSet. */
const SCALE: Offers = {
  scale: ask(
    ({ it }) => `kubectl scale ${it} --replicas=`,
    ({ object, cluster }) => scalersOf(cluster, object).length === 0 && !object.metadata.ownerReferences?.some((owner) => owner.controller),
  ),
};
const isPaused = ({ object }: Target): boolean => (object as Partial<Deployment>).spec?.paused === true;
const hasRevisions = (revisions: 'replicasets.apps' | 'controllerrevisions.apps', { object, cluster }: Target): boolean =>
  cluster.world.store.countIndex(revisions, 'owner', object.metadata.uid) > 1;
const roll = (revisions: Parameters<typeof hasRevisions>[0]): Offers => ({
  restart: run(
    ({ it }) => `kubectl rollout restart ${it}`,
    (target) => !isPaused(target),
  ),
  history: run(({ it }) => `kubectl rollout history ${it}`),
  undo: run(
    ({ it }) => `kubectl rollout undo ${it}`,
    (target) => !isPaused(target) && hasRevisions(revisions, target),
  ),
});

/** A switch in the spec, and the two commands that turn it. */
const suspension = <T extends CronJob | Job>(mayChange: (object: T) => boolean): Offers<T> => {
  const patch = ({ it }: Target<T>, on: boolean): string => `kubectl patch ${it} -p '{"spec":{"suspend":${on}}}'`;
  const isSuspended = ({ object }: Target<T>): boolean => object.spec.suspend === true;
  return {
    suspend: run(
      (target) => patch(target, true),
      (target) => mayChange(target.object) && !isSuspended(target),
    ),
    resumeIt: run(
      (target) => patch(target, false),
      (target) => mayChange(target.object) && isSuspended(target),
    ),
  };
};
const hasEnded = ({ status }: Job): boolean =>
  status.conditions?.some(({ type, status: is }) => (type === 'Complete' || type === 'Failed') && is === 'True') ?? false;

const containers = ({ object: { status } }: Target<Pod>) => status.containerStatuses ?? [];
const PODS: Offers<Pod> = {
  shell: run(
    ({ name, there }) => `kubectl exec -it ${name}${there} -- sh`,
    (pod) => containers(pod).some(({ state }) => state?.running),
  ),
  follow: run(
    ({ name, there }) => `kubectl logs -f ${name}${there}`,
    (pod) => containers(pod).some(({ state, lastState }) => state?.running ?? state?.terminated ?? lastState?.terminated),
  ),
  previous: run(
    ({ name, there }) => `kubectl logs --previous ${name}${there}`,
    (pod) => containers(pod)[0]?.lastState?.terminated !== undefined,
  ),
  ...LABEL,
  ...DELETE,
  deleteNow: ask(({ it }) => `kubectl delete ${it} --grace-period=0 --force`, isGoing),
};

const isOn = ({ name, cluster }: Target): boolean => isRunning(cluster.world, name);
const isWorker = ({ object }: Target<Node>): boolean => object.metadata.labels?.['node-role.kubernetes.io/control-plane'] === undefined;
const NODES: Offers<Node> = {
  cordon: run(
    ({ name }) => `kubectl cordon ${name}`,
    ({ object }) => object.spec.unschedulable !== true,
  ),
  uncordon: run(
    ({ name }) => `kubectl uncordon ${name}`,
    ({ object }) => object.spec.unschedulable === true,
  ),
  drain: ask(({ name }) => `kubectl drain ${name} --ignore-daemonsets`, isOn),
  taint: ask(({ name }) => `kubectl taint nodes ${name} `),
  stop: ask(
    ({ name }) => `minikube node stop ${name}`,
    (node) => isWorker(node) && isOn(node),
  ),
  startNode: run(
    ({ name }) => `minikube node start ${name}`,
    (node) => !isOn(node),
  ),
  ...LABEL,
};

const SERVICES: Offers<Service> = {
  endpoints: run(
    ({ name, there }) => `kubectl get endpointslices${there} -l kubernetes.io/service-name=${name}`,
    ({ object }) => object.spec.type !== 'ExternalName',
  ),
  url: run(
    ({ name, there }) => `minikube service ${name}${there} --url`,
    ({ object }) => object.spec.type === 'NodePort' || object.spec.type === 'LoadBalancer',
  ),
  ...EDIT,
  ...LABEL,
  ...DELETE,
};

const NAMESPACES: Offers<Namespace> = {
  use: run(
    ({ name }) => `kubectl config set-context --current --namespace=${name}`,
    (namespace) => namespace.name !== namespace.current && !isGoing(namespace),
  ),
  ...EDIT,
  ...LABEL,
  ...DELETE,
};

const hasService = ({ object: { metadata }, cluster }: Target): boolean =>
  cluster.world.store.get('services', metadata.namespace ?? '', metadata.name) !== undefined;

/** By resource, in the order in which they are offered; kinds that are not here have what all have. */
const OFFERS: Readonly<Record<string, Offers<never>>> = {
  pods: PODS,
  'deployments.apps': {
    ...SCALE,
    ...roll('replicasets.apps'),
    pause: run(
      ({ it }) => `kubectl rollout pause ${it}`,
      (target) => !isPaused(target),
    ),
    resume: run(({ it }) => `kubectl rollout resume ${it}`, isPaused),
    expose: ask(
      ({ it }) => `kubectl expose ${it} --type=NodePort --port=`,
      (target) => !hasService(target),
    ),
    ...EDIT,
    ...DELETE,
  },
  'replicasets.apps': { ...SCALE, ...EDIT, ...DELETE },
  'statefulsets.apps': { ...SCALE, ...roll('controllerrevisions.apps'), ...EDIT, ...DELETE },
  'daemonsets.apps': { ...roll('controllerrevisions.apps'), ...EDIT, ...DELETE },
  'cronjobs.batch': {
    runNow: ask(({ name, there }) => `kubectl create job${there} --from=cronjob/${name} `),
    ...suspension<CronJob>(always),
    ...EDIT,
    ...DELETE,
  },
  'jobs.batch': { ...suspension<Job>((job) => !hasEnded(job)), ...EDIT, ...LABEL, ...DELETE },
  services: SERVICES,
  namespaces: NAMESPACES,
  nodes: NODES,
};
const COMMON: Offers = { ...EDIT, ...LABEL, ...DELETE };

/** The verbs that the API server must serve for an object's kind, where a command could not work without. */
const NEEDS: Readonly<Record<string, string>> = { edit: 'update', label: 'patch', delete: 'delete' };

/** @param current the namespace into which kubectl looks by itself: any other must be said */
function nameOf({ resource, namespace, name }: ObjectReference, current: string): Pick<Target, 'it' | 'name' | 'there'> {
  const [plural = '', group = ''] = [resource.split('.')[0], resource.slice(resource.indexOf('.') + 1)];
  const builtIn =
    resource === plural ||
    group === 'apps' ||
    group === 'batch' ||
    group.endsWith('.k8s.io') ||
    group === 'autoscaling' ||
    group === 'policy';
  const there = namespace === '' || namespace === current ? '' : ` -n ${namespace}`;
  return { it: `${builtIn ? plural : resource}/${name}${there}`, name, there };
}

/**
 * What is offered for an object of a cluster that was loaded; nothing when it is not there (any more). Values in commands are names as the
 * API server allows them: nothing in them means anything to a shell.
 */
export function actionsOf(cluster: Cluster, reference: ObjectReference, current: string): Action[] {
  const object = objectOf(cluster, reference);
  if (!object) return [];
  const { kind } = cluster.api.registry.named(reference.resource);
  const target = { ...nameOf(reference, current), object, cluster, current } as Target<never>;
  return Object.entries(OFFERS[reference.resource] ?? (COMMON as Offers<never>)).flatMap(([id, { command, when, ask }]) => {
    const served = NEEDS[id] === undefined || kind.verbs.includes(NEEDS[id]);
    const refused = id === 'delete' && kind.refuseDelete?.(object) !== undefined;
    return served && !refused && when(target) ? [{ id, command: command(target), ask }] : [];
  });
}
