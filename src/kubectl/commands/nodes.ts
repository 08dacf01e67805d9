/** cordon, uncordon, drain */
import { formatGoDuration } from '../../api/values/duration.ts';
import { now, sleep } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { CommandBody, Flag } from '../cli/command.ts';
import { CHUNK_SIZE, DRY_RUN, SELECTOR } from '../cli/shared-flags.ts';
import { namesOfKind } from '../completion/live.ts';
import { Aggregate, CommandError, isNotFound, StatusError, throwAll } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { at, itemsOf, type JsonObject, metadataOf } from '../json.ts';
import { phaseOf } from '../pods.ts';
import { type DryRun, dryRunOf, resultPrinter } from '../printer.ts';
import { builderOptions, fetchObjects, namesOfType, parseSelector, type ResourceInfo, select } from '../resource/builder.ts';
import { groupVersionResource, pathOf } from '../resource/mapper.ts';
import { isFailure, writeQuery } from './common.ts';

/** How long to wait after an eviction that a disruption budget refused, ms. */
const EVICT_RETRY_MS = 5000;
const POLL_MS = 1000;

/** The nodes that the arguments or --selector name. */
function* nodesOf(invocation: Invocation): Sys<readonly (ResourceInfo & { object: JsonObject })[]> {
  const { flags, args, path } = invocation;
  if (args.length === 0 && !flags.changed('selector')) throw invocation.usageError(`USAGE: ${path[path.length - 1]?.name} NODE [flags]`);
  if (args.length > 0 && flags.string('selector') !== '')
    throw invocation.usageError('error: cannot specify both a node name and a --selector option');
  const words = namesOfType('nodes', args);
  const selection = yield* select(invocation, yield* builderOptions(invocation, words));
  const { infos, errors } = yield* fetchObjects(invocation, selection);
  // The first that is not there ends the search.
  if (errors.length > 0) throw errors[0];
  const nodes = infos as readonly (ResourceInfo & { object: JsonObject })[];
  const other = nodes.find((one) => one.mapping.kind !== 'Node');
  if (other) throw new CommandError(`error: expected resource of type node, got "${groupVersionResource(other.mapping)}"`);
  return nodes;
}

function* setSchedulable(
  invocation: Invocation,
  nodes: readonly (ResourceInfo & { object: JsonObject })[],
  cordoned: boolean,
  dryRun: DryRun,
): Sys<void> {
  const print = yield* resultPrinter(invocation, dryRun);
  const client = yield* invocation.client();
  for (const { mapping, name, object } of nodes) {
    if ((at(object, 'spec', 'unschedulable') ?? false) === cordoned) {
      yield* print(object, cordoned ? 'already cordoned' : 'already uncordoned');
      continue;
    }
    try {
      if (dryRun !== 'client')
        yield* client.patch(
          pathOf(mapping, '', name),
          'strategic',
          { spec: { unschedulable: cordoned ? true : null } },
          writeQuery(dryRun),
        );
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      yield* invocation.err(`error: unable to ${cordoned ? 'cordon' : 'uncordon'} node ${JSON.stringify(name)}: ${error.message}\n`);
      continue;
    }
    yield* print(object, cordoned ? 'cordoned' : 'uncordoned');
  }
}

const cordonCommand = (name: 'cordon' | 'uncordon', long: string, example: string): CommandBody => ({
  usage: `${name} NODE`,
  long,
  examples: [[example, `kubectl ${name} minikube-m02`]],
  flags: [SELECTOR, DRY_RUN],
  complete: namesOfKind('nodes'),
  *run(invocation) {
    const dryRun = yield* dryRunOf(invocation);
    yield* setSchedulable(invocation, yield* nodesOf(invocation), name === 'cordon', dryRun);
  },
});

export const cordon = cordonCommand(
  'cordon',
  'Let no new pods come to a node; those that run there stay.',
  'Mark node as unschedulable: minikube-m02',
);
export const uncordon = cordonCommand('uncordon', 'Let new pods come to a node again.', 'Mark node as schedulable: minikube-m02');

const DRAIN_FLAGS: readonly Flag[] = [
  { name: 'force', type: 'bool', usage: 'Continue even if there are pods that do not declare a controller.' },
  { name: 'ignore-daemonsets', type: 'bool', usage: 'Ignore DaemonSet-managed pods.' },
  { name: 'delete-emptydir-data', type: 'bool', usage: 'Continue even if there are pods using emptyDir, whose data is then lost.' },
  {
    name: 'grace-period',
    type: 'int',
    default: '-1',
    usage: 'Seconds that each pod gets to end gracefully. If negative, what the pod itself says.',
  },
  { name: 'timeout', type: 'duration', usage: 'How long to wait before giving up; zero means forever.' },
  { name: 'pod-selector', type: 'string', usage: 'Label selector to filter pods on the node' },
  { name: 'disable-eviction', type: 'bool', usage: 'Delete pods instead of evicting them. Disruption budgets are then not asked.' },
  {
    name: 'skip-wait-for-delete-timeout',
    type: 'int',
    usage: 'Do not wait for pods that have been terminating for more than this many seconds; 0 waits for all.',
  },
];

export const drain: CommandBody = {
  usage: 'drain NODE',
  long: 'Empty a node: no new pods come to it, and those that run there are evicted and, where a controller owns them, replaced elsewhere. Disruption budgets are respected. Pods of daemon sets, without a controller, or with local data need a flag.',
  examples: [
    ['Drain a node on which daemon sets run', 'kubectl drain minikube-m02 --ignore-daemonsets'],
    ['Drain a node, also of pods that nothing replaces', 'kubectl drain minikube-m02 --force'],
  ],
  flags: [...DRAIN_FLAGS, CHUNK_SIZE, SELECTOR, DRY_RUN],
  complete: namesOfKind('nodes'),
  *run(invocation) {
    const { flags } = invocation;
    const dryRun = yield* dryRunOf(invocation);
    if (flags.string('pod-selector') !== '') {
      try {
        parseSelector(flags.string('pod-selector'));
      } catch (error) {
        if (error instanceof CommandError) throw new CommandError('--pod-selector=<pod_selector> must be a valid label selector');
        throw error;
      }
    }
    const nodes = yield* nodesOf(invocation);
    yield* setSchedulable(invocation, nodes, true, dryRun);
    const print = yield* resultPrinter(invocation, dryRun);
    const failures: Error[] = [];
    const pending: string[] = [];
    for (const node of nodes) {
      try {
        yield* drainNode(invocation, node.name, dryRun);
        yield* print(node.object, 'drained');
      } catch (error) {
        if (!isFailure(error)) throw error;
        yield* invocation.err(
          `error: unable to drain node ${JSON.stringify(node.name)} due to error: ${error.message}, continuing command...\n`,
        );
        failures.push(error);
        pending.push(node.name);
      }
    }
    if (pending.length > 0)
      yield* invocation.err(`There are pending nodes to be drained:\n${pending.map((name) => ` ${name}\n`).join('')}`);
    throwAll(failures);
  },
};

/** What draining does about a Pod. */
type Verdict = { readonly remove: boolean; readonly warning?: string } | { readonly error: string };

function judge({ flags }: Invocation, pod: JsonObject, time: number): Verdict {
  const { deletionTimestamp, annotations } = metadataOf(pod);
  const limit = flags.int('skip-wait-for-delete-timeout') * 1000;
  if (limit > 0 && deletionTimestamp && time - Date.parse(deletionTimestamp) > limit) return { remove: false };
  if (annotations?.['kubernetes.io/config.mirror'] !== undefined) return { remove: false };
  if (phaseOf(pod) === 'Succeeded' || phaseOf(pod) === 'Failed') return { remove: true };
  const owner = ((metadataOf(pod)['ownerReferences'] ?? []) as JsonObject[]).find((one) => one['controller'] === true);
  if (owner?.['kind'] === 'DaemonSet') {
    if (!flags.bool('ignore-daemonsets')) return { error: 'DaemonSet-managed Pods (use --ignore-daemonsets to ignore)' };
    return { remove: false, warning: 'ignoring DaemonSet-managed Pods' };
  }
  const local = ((at(pod, 'spec', 'volumes') ?? []) as JsonObject[]).some((volume) => volume['emptyDir'] !== undefined);
  if (local && !flags.bool('delete-emptydir-data')) return { error: 'Pods with local storage (use --delete-emptydir-data to override)' };
  if (!owner && !flags.bool('force')) return { error: 'Pods that declare no controller (use --force to override)' };
  if (!owner) return { remove: true, warning: 'deleting Pods that declare no controller' };
  return local ? { remove: true, warning: 'deleting Pods with local storage' } : { remove: true };
}

function* podsToRemove(
  invocation: Invocation,
  node: string,
): Sys<{ pods: readonly JsonObject[]; warnings: string; errors: readonly Error[] }> {
  const query = { fieldSelector: `spec.nodeName=${node}`, labelSelector: invocation.flags.string('pod-selector') };
  const pods = itemsOf(yield* (yield* invocation.client()).get('/api/v1/pods', query)) ?? [];
  const time = yield* now();
  const judged = pods.map((pod) => ({
    pod,
    verdict: judge(invocation, pod, time),
    name: `${metadataOf(pod).namespace}/${metadataOf(pod).name}`,
  }));
  const grouped = (text: (verdict: Verdict) => string | undefined): Map<string, string[]> => {
    const groups = new Map<string, string[]>();
    for (const { verdict, name } of judged) {
      const key = text(verdict);
      if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), name]);
    }
    return groups;
  };
  const warnings = grouped((verdict) => ('warning' in verdict ? verdict.warning : undefined));
  const errors = grouped((verdict) => ('error' in verdict ? verdict.error : undefined));
  return {
    pods: judged.filter(({ verdict }) => 'remove' in verdict && verdict.remove).map(({ pod }) => pod),
    warnings: [...warnings].map(([text, names]) => `${text}: ${names.join(', ')}`).join('; '),
    errors: [...errors].map(([text, names]) => new CommandError(`cannot delete ${text}: ${names.join(', ')}`)),
  };
}

function* drainNode(invocation: Invocation, node: string, dryRun: DryRun): Sys<void> {
  const { pods, warnings, errors } = yield* podsToRemove(invocation, node);
  if (errors.length > 0) throw new Aggregate(errors, true);
  if (warnings !== '') yield* invocation.err(`Warning: ${warnings}\n`);
  if (dryRun === 'client') {
    for (const pod of pods) yield* invocation.out(`evicting pod ${metadataOf(pod).namespace}/${metadataOf(pod).name} (dry run)\n`);
    return;
  }
  const timeout = invocation.flags.duration('timeout');
  const deadline = timeout === 0 ? Number.POSITIVE_INFINITY : (yield* now()) + timeout;
  // All are told to go first, and waited for after that, so that they end side by side.
  let waiting = [...pods];
  const leaving: JsonObject[] = [];
  const failures: Error[] = [];
  while (waiting.length > 0) {
    const refused: JsonObject[] = [];
    for (const pod of waiting) {
      const going = yield* evict(invocation, pod, dryRun, deadline);
      if (going instanceof Error) failures.push(going);
      else if (going) leaving.push(pod);
      else refused.push(pod);
    }
    waiting = refused;
    if (waiting.length > 0) yield* sleep(EVICT_RETRY_MS);
  }
  if (failures.length > 0) throw failures.length === 1 ? failures[0] : new Aggregate(failures);
  if (dryRun === 'server') return;
  const done = invocation.flags.bool('disable-eviction') ? 'deleted' : 'evicted';
  for (const pod of leaving) {
    yield* untilGone(invocation, pod, deadline);
    yield* invocation.out(`pod/${metadataOf(pod).name} ${done}\n`);
  }
}

/** True when the Pod goes (or is gone); false when a disruption budget does not allow it now; an error when it cannot go at all. */
function* evict(invocation: Invocation, pod: JsonObject, dryRun: DryRun, deadline: number): Sys<boolean | Error> {
  const { flags } = invocation;
  const { name = '', namespace = '' } = metadataOf(pod);
  const client = yield* invocation.client();
  const deleting = flags.bool('disable-eviction');
  const grace = flags.int('grace-period') >= 0 ? { gracePeriodSeconds: flags.int('grace-period') } : {};
  yield* invocation.out(
    `${deleting ? 'deleting' : 'evicting'} pod ${namespace}/${name}${dryRun === 'server' ? ' (server dry run)' : ''}\n`,
  );
  const path = `/api/v1/namespaces/${namespace}/pods/${name}`;
  const what = `pods/${JSON.stringify(name)} -n ${JSON.stringify(namespace)}`;
  if ((yield* now()) >= deadline) {
    const action = deleting ? 'deleting' : 'evicting';
    return new CommandError(`error when ${action} ${what}: global timeout reached: ${formatGoDuration(flags.duration('timeout'))}`);
  }
  try {
    if (deleting) yield* client.delete(path, grace, writeQuery(dryRun));
    else {
      const eviction = {
        apiVersion: 'policy/v1',
        kind: 'Eviction',
        metadata: { name, namespace },
        deleteOptions: { ...grace, ...(dryRun === 'server' && { dryRun: ['All'] }) },
      };
      yield* client.create(`${path}/eviction`, eviction);
    }
    return true;
  } catch (error) {
    if (isNotFound(error)) return true;
    if (!(error instanceof StatusError)) throw error;
    if (error.status.code !== 429) return new CommandError(`error when evicting ${what}: ${error.message}`);
    yield* invocation.err(`error when evicting ${what} (will retry after 5s): ${error.message}\n`);
    return false;
  }
}

function* untilGone(invocation: Invocation, pod: JsonObject, deadline: number): Sys<void> {
  const { name = '', namespace = '', uid } = metadataOf(pod);
  const client = yield* invocation.client();
  for (;;) {
    try {
      const found = yield* client.get(`/api/v1/namespaces/${namespace}/pods/${name}`);
      if (metadataOf(found).uid !== uid) return;
    } catch (error) {
      if (isNotFound(error)) return;
      throw error;
    }
    if ((yield* now()) >= deadline) {
      throw new CommandError(
        `error when waiting for pod ${JSON.stringify(name)} in namespace ${JSON.stringify(namespace)} to terminate: global timeout reached: ${invocation.flags.string('timeout')}`,
      );
    }
    yield* sleep(POLL_MS);
  }
}
