/** What can be done with an object, as the kubectl command that does it: the picture teaches the terminal. */
import type { ObjectReference } from '../state.ts';

export interface Action {
  /** Key of its words. */
  readonly id: string;
  readonly command: string;
  /** The command lacks a value, or cannot be undone: it is put on the prompt for a person to complete and run. */
  readonly ask: boolean;
}

/** An object as a command line names it. */
interface Named {
  /** `deployments/web`, with `there` behind it. */
  readonly it: string;
  readonly name: string;
  /** ` -n NAMESPACE`, where that must be said. */
  readonly there: string;
}

type Of = (object: Named) => Omit<Action, 'id'>;

const run =
  (command: (object: Named) => string): Of =>
  (object) => ({ command: command(object), ask: false });
const ask =
  (command: (object: Named) => string): Of =>
  (object) => ({ command: command(object), ask: true });

const EDIT = { edit: run(({ it }) => `kubectl edit ${it}`) };
const LABEL = { label: ask(({ it }) => `kubectl label ${it} `) };
const DELETE = { delete: ask(({ it }) => `kubectl delete ${it}`) };
const SCALE = { scale: ask(({ it }) => `kubectl scale ${it} --replicas=`) };
const ROLL = { restart: run(({ it }) => `kubectl rollout restart ${it}`), history: run(({ it }) => `kubectl rollout history ${it}`) };
const UNDO = { undo: run(({ it }) => `kubectl rollout undo ${it}`) };

/** By resource, in the order in which they are offered; kinds that are not here have what all have. */
const ACTIONS: Readonly<Record<string, Readonly<Record<string, Of>>>> = {
  pods: {
    shell: run(({ name, there }) => `kubectl exec -it ${name}${there} -- sh`),
    follow: run(({ name, there }) => `kubectl logs -f ${name}${there}`),
    ...LABEL,
    ...DELETE,
  },
  'deployments.apps': {
    ...SCALE,
    ...ROLL,
    ...UNDO,
    expose: ask(({ it }) => `kubectl expose ${it} --type=NodePort --port=`),
    ...EDIT,
    ...DELETE,
  },
  'replicasets.apps': { ...SCALE, ...EDIT, ...DELETE },
  'statefulsets.apps': { ...SCALE, ...ROLL, ...UNDO, ...EDIT, ...DELETE },
  'daemonsets.apps': { ...ROLL, ...UNDO, ...EDIT, ...DELETE },
  'cronjobs.batch': {
    runNow: ask(({ name, there }) => `kubectl create job${there} --from=cronjob/${name} `),
    ...EDIT,
    ...DELETE,
  },
  services: {
    endpoints: run(({ name, there }) => `kubectl get endpointslices${there} -l kubernetes.io/service-name=${name}`),
    url: run(({ name, there }) => `minikube service ${name}${there} --url`),
    ...EDIT,
    ...LABEL,
    ...DELETE,
  },
  namespaces: {
    use: run(({ name }) => `kubectl config set-context --current --namespace=${name}`),
    ...EDIT,
    ...LABEL,
    ...DELETE,
  },
  nodes: {
    cordon: run(({ name }) => `kubectl cordon ${name}`),
    uncordon: run(({ name }) => `kubectl uncordon ${name}`),
    drain: ask(({ name }) => `kubectl drain ${name} --ignore-daemonsets`),
    stop: ask(({ name }) => `minikube node stop ${name}`),
    startNode: run(({ name }) => `minikube node start ${name}`),
    ...LABEL,
  },
};
const COMMON = { ...EDIT, ...LABEL, ...DELETE };

/** @param current the namespace into which kubectl looks by itself: any other must be said */
function nameOf({ resource, namespace, name }: ObjectReference, current: string): Named {
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

/** What is offered for an object. Values in commands are names as the API server allows them: nothing in them means anything to a shell. */
export function actionsOf(object: ObjectReference, current: string): Action[] {
  const named = nameOf(object, current);
  return Object.entries(ACTIONS[object.resource] ?? COMMON).map(([id, of]) => ({ id, ...of(named) }));
}
