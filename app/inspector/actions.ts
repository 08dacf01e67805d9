/** What can be done with an object, as the kubectl command that does it: the picture teaches the terminal. */
import type { ObjectReference } from '../state.ts';

export interface Action {
  /** Key of its words. */
  readonly id: string;
  readonly command: string;
  /** The command lacks a value, or cannot be undone: it is put on the prompt for a person to complete and run. */
  readonly ask: boolean;
}

type Of = (reference: string, object: ObjectReference) => Omit<Action, 'id'>;

const run =
  (command: (reference: string, object: ObjectReference) => string): Of =>
  (reference, object) => ({ command: command(reference, object), ask: false });
const ask =
  (command: (reference: string, object: ObjectReference) => string): Of =>
  (reference, object) => ({ command: command(reference, object), ask: true });

const EDIT = { edit: run((_it, object) => editCommand(object)) };
const LABEL = { label: ask((it) => `kubectl label ${it} `) };
const DELETE = { delete: ask((it) => `kubectl delete ${it}`) };
const SCALE = { scale: ask((it) => `kubectl scale ${it} --replicas=`) };
const ROLL = { restart: run((it) => `kubectl rollout restart ${it}`), history: run((it) => `kubectl rollout history ${it}`) };
const UNDO = { undo: run((it) => `kubectl rollout undo ${it}`) };

/** By resource, in the order in which they are offered; kinds that are not here have what all have. */
const ACTIONS: Readonly<Record<string, Readonly<Record<string, Of>>>> = {
  pods: {
    shell: run((_it, { name, namespace }) => `kubectl exec -it ${name}${inNamespace(namespace)} -- sh`),
    follow: run((_it, { name, namespace }) => `kubectl logs -f ${name}${inNamespace(namespace)}`),
    ...LABEL,
    ...DELETE,
  },
  'deployments.apps': {
    ...SCALE,
    ...ROLL,
    ...UNDO,
    expose: ask((it) => `kubectl expose ${it} --type=NodePort --port=`),
    ...EDIT,
    ...DELETE,
  },
  'replicasets.apps': { ...SCALE, ...EDIT, ...DELETE },
  'statefulsets.apps': { ...SCALE, ...ROLL, ...UNDO, ...EDIT, ...DELETE },
  'daemonsets.apps': { ...ROLL, ...UNDO, ...EDIT, ...DELETE },
  'cronjobs.batch': {
    runNow: ask((_it, { name, namespace }) => `kubectl create job${inNamespace(namespace)} --from=cronjob/${name} `),
    ...EDIT,
    ...DELETE,
  },
  services: {
    endpoints: run(
      (_it, { name, namespace }) => `kubectl get endpointslices${inNamespace(namespace)} -l kubernetes.io/service-name=${name}`,
    ),
    url: run((_it, { name, namespace }) => `minikube service ${name}${inNamespace(namespace)} --url`),
    ...EDIT,
    ...LABEL,
    ...DELETE,
  },
  nodes: {
    cordon: run((_it, { name }) => `kubectl cordon ${name}`),
    uncordon: run((_it, { name }) => `kubectl uncordon ${name}`),
    drain: ask((_it, { name }) => `kubectl drain ${name} --ignore-daemonsets`),
    stop: ask((_it, { name }) => `minikube node stop ${name}`),
    startNode: run((_it, { name }) => `minikube node start ${name}`),
    ...LABEL,
  },
};
const COMMON = { ...EDIT, ...LABEL, ...DELETE };

const inNamespace = (namespace: string): string => (namespace === '' || namespace === 'default' ? '' : ` -n ${namespace}`);

/** `deployment/web`, with the namespace where it is not the default one. */
function referenceOf({ resource, namespace, name }: ObjectReference): string {
  const [plural = '', group = ''] = [resource.split('.')[0], resource.slice(resource.indexOf('.') + 1)];
  const builtIn =
    resource === plural ||
    group === 'apps' ||
    group === 'batch' ||
    group.endsWith('.k8s.io') ||
    group === 'autoscaling' ||
    group === 'policy';
  return `${builtIn ? plural : resource}/${name}${inNamespace(namespace)}`;
}

export const editCommand = (object: ObjectReference): string => `kubectl edit ${referenceOf(object)}`;

/** What is offered for an object. Values in commands are names as the API server allows them: nothing in them means anything to a shell. */
export function actionsOf(object: ObjectReference): Action[] {
  const reference = referenceOf(object);
  return Object.entries(ACTIONS[object.resource] ?? COMMON).map(([id, of]) => ({ id, ...of(reference, object) }));
}
