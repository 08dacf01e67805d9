/** rollout: history, pause, restart, resume, status, undo */
import { formatTime } from '../../api/values/duration.ts';
import { formatRequirements, fromLabelSelector } from '../../api/values/selector.ts';
import { now } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { ownReplicaSets, sameTemplate } from '../../kinds/deployment/revisions.ts';
import type { Deployment, ReplicaSet } from '../../kinds/objects.ts';
import { writePodTemplate } from '../../kinds/pod/describe-template.ts';
import type { PodTemplateSpec } from '../../kinds/types.gen.ts';
import { TIMED_OUT } from '../alarm.ts';
import type { Command, CommandBody } from '../cli/command.ts';
import { DRY_RUN, FIELD_MANAGER, filenameFlags, printFlags, SELECTOR } from '../cli/shared-flags.ts';
import { typesAndNames } from '../completion/live.ts';
import { Aggregate, CommandError } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { at, itemsOf, type JsonObject, metadataOf, withValue } from '../json.ts';
import { DESCRIBE_COLUMNS, TabWriter } from '../output/table.ts';
import { createStrategicPatch } from '../patch/diff.ts';
import { dryRunOf, objectName, objectPrinter, printWith, resultPrinter } from '../printer.ts';
import { CHANGE_CAUSE } from '../record.ts';
import { builderOptions, fetchObjects, type ResourceInfo, select } from '../resource/builder.ts';
import { groupResource, pathOf } from '../resource/mapper.ts';
import { watchUntil } from '../wait.ts';
import { isFailure, LAST_APPLIED, visitAll, writeQuery } from './common.ts';

const REVISION = 'deployment.kubernetes.io/revision';
const HASH_LABEL = 'pod-template-hash';
const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';
/** Annotations of a ReplicaSet that an undo does not bring back. */
const KEPT_ANNOTATIONS = [
  LAST_APPLIED,
  REVISION,
  'deployment.kubernetes.io/revision-history',
  'deployment.kubernetes.io/desired-replicas',
  'deployment.kubernetes.io/max-replicas',
  'deprecated.deployment.rollback.to',
];

const files = filenameFlags('Filename, directory, or URL to files identifying the resource to get from a server.');
const complete = typesAndNames('deployments', 'daemonsets', 'statefulsets');

/** What a rollout subcommand works on. Throws as `required resource not specified`. */
function* targets(
  invocation: Invocation,
  listedErrors = false,
): Sys<{ infos: readonly (ResourceInfo & { object: JsonObject })[]; errors: readonly Error[] }> {
  const { flags, args } = invocation;
  if (args.length === 0 && flags.list('filename').length === 0 && flags.string('kustomize') === '')
    throw new CommandError('required resource not specified');
  const selection = yield* select(invocation, yield* builderOptions(invocation, args, { allowEmptySelector: true, listedErrors }));
  const { infos, errors } = yield* fetchObjects(invocation, selection, { typed: true });
  return { infos: infos as readonly (ResourceInfo & { object: JsonObject })[], errors };
}

const history: Command = {
  name: 'history',
  usage: 'history (TYPE NAME | TYPE/NAME) [flags]',
  short: 'View rollout history',
  long: 'Show the earlier revisions of a rollout and what caused them.',
  examples: [
    ['List the revisions of a deployment', 'kubectl rollout history deployment/web'],
    ['Show one of them', 'kubectl rollout history deployment/web --revision=2'],
  ],
  flags: [
    { name: 'revision', type: 'int', usage: 'See the details, including podTemplate of the revision specified' },
    SELECTOR,
    ...files,
    ...printFlags(),
  ],
  complete,
  *run(invocation) {
    const revision = invocation.flags.int('revision');
    if (revision < 0) throw new CommandError(`revision must be a positive integer: ${revision}`);
    const printer = yield* objectPrinter(invocation, { typed: true });
    const { infos, errors } = yield* targets(invocation);
    yield* visitAll(
      infos,
      function* ({ mapping, object, namespace, name }) {
        const revisions = yield* revisionsOf(invocation, { mapping, object, namespace, name, source: '' });
        if (printer) {
          if (revision > 0 && !revisions.has(revision)) throw new CommandError('unable to find the specified revision');
          for (const [number, one] of revisions)
            if (revision === 0 || number === revision) yield* printWith(invocation, printer, one.object);
          return;
        }
        const text = historyText(revisions, revision);
        yield* invocation.out(`${objectName(object)} ${revision > 0 ? `with revision #${revision}` : ''}\n${text}\n`);
      },
      errors,
    );
  },
};

interface Revision {
  /** The ReplicaSet or ControllerRevision. */
  readonly object: JsonObject;
  readonly template: PodTemplateSpec;
  readonly cause: string;
}

/** The revisions that are kept, by number, oldest first. */
function* revisionsOf(invocation: Invocation, { mapping, object, namespace }: ResourceInfo): Sys<Map<number, Revision>> {
  const client = yield* invocation.client();
  const kind = mapping.kind;
  if (kind === 'Deployment') {
    const sets = yield* replicaSetsOf(invocation, object as JsonObject, namespace);
    const entries = sets.flatMap((set): [number, Revision][] => {
      const number = Number(set.metadata.annotations?.[REVISION]);
      return Number.isInteger(number)
        ? [
            [
              number,
              {
                object: set as unknown as JsonObject,
                template: set.spec.template as PodTemplateSpec,
                cause: set.metadata.annotations?.[CHANGE_CAUSE] ?? '',
              },
            ],
          ]
        : [];
    });
    return new Map(entries.sort(([a], [b]) => a - b));
  }
  if (kind !== 'DaemonSet' && kind !== 'StatefulSet') throw new CommandError(noVisitor('history', mapping));
  const labelSelector = formatRequirements(fromLabelSelector(at(object, 'spec', 'selector') as never));
  const list = yield* client.get(`/apis/apps/v1/namespaces/${namespace}/controllerrevisions`, { labelSelector });
  const uid = metadataOf(object as JsonObject).uid;
  const entries = (itemsOf(list) ?? [])
    .filter((one) =>
      ((metadataOf(one)['ownerReferences'] ?? []) as { uid?: string; controller?: boolean }[]).some(
        (owner) => owner.controller && owner.uid === uid,
      ),
    )
    .map((one): [number, Revision] => [
      Number(one['revision'] ?? 0),
      {
        object: one,
        template: (at(one, 'data', 'spec', 'template') ?? {}) as PodTemplateSpec,
        cause: metadataOf(one).annotations?.[CHANGE_CAUSE] ?? '',
      },
    ]);
  return new Map(entries.sort(([a], [b]) => a - b));
}

/** History shows a revision's template with the cause of the change among its annotations. */
function withCause(template: PodTemplateSpec, cause = ''): PodTemplateSpec {
  if (cause === '') return template;
  const { metadata } = template;
  return { ...template, metadata: { ...metadata, annotations: { ...metadata?.annotations, [CHANGE_CAUSE]: cause } } };
}

/** Kinds of workloads that kubectl knows and that have no revisions (pkg/apps/kind_visitor.go). */
const WITHOUT_REVISIONS: ReadonlySet<string> = new Set(['/Pod', '/ReplicationController', 'apps/ReplicaSet', 'batch/Job', 'batch/CronJob']);

/** What kubectl says of a kind without rollouts; the braces hold Go's form of group and kind. */
function noVisitor(what: 'history' | 'rollbacker', mapping: ResourceInfo['mapping']): string {
  if (WITHOUT_REVISIONS.has(`${mapping.group}/${mapping.kind}`))
    return `no ${what === 'history' ? 'history viewer' : what} has been implemented for ${JSON.stringify(groupKindText(mapping))}`;
  return `error retrieving ${what} for ${JSON.stringify(groupKindText(mapping))}, no visitor method exists for {${mapping.group} ${mapping.kind}}`;
}

function groupKindText(mapping: ResourceInfo['mapping']): string {
  return mapping.group === '' ? mapping.kind : `${mapping.kind}.${mapping.group}`;
}

function* replicaSetsOf(invocation: Invocation, deployment: JsonObject, namespace: string): Sys<ReplicaSet[]> {
  const typed = deployment as unknown as Deployment;
  const labelSelector = formatRequirements(fromLabelSelector(typed.spec.selector));
  const list = yield* (yield* invocation.client()).get(`/apis/apps/v1/namespaces/${namespace}/replicasets`, { labelSelector });
  const sets = (itemsOf(list) ?? []).map((item) => ({ apiVersion: 'apps/v1', kind: 'ReplicaSet', ...item }));
  return ownReplicaSets(typed, sets as unknown as ReplicaSet[]);
}

function historyText(revisions: ReadonlyMap<number, Revision>, revision: number): string {
  if (revisions.size === 0) return 'No rollout history found.';
  if (revision > 0) {
    const found = revisions.get(revision);
    if (!found) throw new CommandError('unable to find the specified revision');
    return templateText(withCause(found.template, found.cause));
  }
  const lines = [...revisions].map(([number, { cause }]) => `${number}\t${cause || '<none>'}\n`);
  return new TabWriter(DESCRIBE_COLUMNS).write(`REVISION\tCHANGE-CAUSE\n${lines.join('')}`);
}

/** A Pod template as history shows it: not aligned, with its tabs. */
function templateText(template: PodTemplateSpec): string {
  let text = '';
  writePodTemplate({ write: (level, line) => (text += '  '.repeat(level) + line), flush: () => undefined }, template);
  return text;
}

const pauseOrResume = (name: 'pause' | 'resume', paused: boolean, short: string, long: string): Command => ({
  name,
  usage: `${name} RESOURCE`,
  short,
  long,
  examples: [[`${name === 'pause' ? 'Pause' : 'Resume'} the rollout of a deployment`, `kubectl rollout ${name} deployment/web`]],
  flags: [SELECTOR, FIELD_MANAGER('kubectl-rollout'), ...files, ...printFlags()],
  complete: typesAndNames('deployments'),
  *run(invocation) {
    yield* patchEach(invocation, paused ? 'paused' : 'resumed', (object) => {
      if (object['kind'] !== 'Deployment') throw new CommandError(paused ? 'pausing is not supported' : 'resuming is not supported');
      if ((at(object, 'spec', 'paused') ?? false) === paused) throw new CommandError(paused ? 'is already paused' : 'is not paused');
      return withValue(object, ['spec', 'paused'], paused ? true : undefined);
    });
  },
});

/** Patches every target into its changed form. */
function* patchEach(invocation: Invocation, operation: string, change: (object: JsonObject) => JsonObject): Sys<void> {
  const print = yield* resultPrinter(invocation, 'none', { typed: true });
  const { infos, errors } = yield* targets(invocation, true);
  const client = yield* invocation.client();
  const failures: Error[] = [...errors];
  for (const { mapping, namespace, name, object } of infos) {
    let patch: JsonObject;
    try {
      patch = createStrategicPatch(object, change(object));
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      failures.push(new CommandError(`error: ${groupResource(mapping)} ${JSON.stringify(name)} ${error.message}`));
      continue;
    }
    if (Object.keys(patch).length === 0) {
      failures.push(
        new CommandError(
          `failed to create patch for ${name}: if restart has already been triggered within the past second, please wait before attempting to trigger another`,
        ),
      );
      continue;
    }
    try {
      yield* print(yield* client.patch(pathOf(mapping, namespace, name), 'strategic', patch), operation);
    } catch (error) {
      if (!isFailure(error)) throw error;
      failures.push(new CommandError(`failed to patch: ${error.message}`));
    }
  }
  if (infos.length === 0 && failures.length === 0)
    yield* invocation.err(`No resources found in ${yield* invocation.namespace()} namespace.\n`);
  if (failures.length > 0) throw failures.length === 1 ? failures[0] : new Aggregate(failures);
}

const restart: Command = {
  name: 'restart',
  usage: 'restart RESOURCE',
  short: 'Restart a resource',
  long: 'Restart the pods of a deployment, daemon set or stateful set, a few at a time, by rolling out the same template again.',
  examples: [
    ['Restart all deployments of a namespace', 'kubectl rollout restart deployment -n dev'],
    ['Restart a deployment', 'kubectl rollout restart deployment/web'],
  ],
  flags: [SELECTOR, FIELD_MANAGER('kubectl-rollout'), ...files, ...printFlags()],
  complete,
  *run(invocation) {
    const time = formatTime(yield* now());
    yield* patchEach(invocation, 'restarted', (object) => {
      if (!['Deployment', 'DaemonSet', 'StatefulSet'].includes(String(object['kind'])))
        throw new CommandError('restarting is not supported');
      if (at(object, 'spec', 'paused') === true) throw new CommandError("can't restart paused deployment (run rollout resume first)");
      return withValue(object, ['spec', 'template', 'metadata', 'annotations', RESTARTED_AT], time);
    });
  },
};

const status: Command = {
  name: 'status',
  usage: 'status (TYPE NAME | TYPE/NAME) [flags]',
  short: 'Show the status of the rollout',
  long: 'Show how far a rollout has come, and by default wait until it is done. With --watch=false the state is shown once.',
  examples: [['Wait for the rollout of a deployment', 'kubectl rollout status deployment/web']],
  flags: [
    { name: 'watch', shorthand: 'w', type: 'bool', default: 'true', usage: "Watch the status of the rollout until it's done." },
    { name: 'revision', type: 'int', usage: 'Pin to a specific revision for showing its status. Defaults to 0 (last revision).' },
    { name: 'timeout', type: 'duration', usage: 'How long to wait before ending the watch; zero means never.' },
    SELECTOR,
    ...files,
  ],
  complete,
  *run(invocation) {
    const { flags } = invocation;
    const revision = flags.int('revision');
    if (revision < 0) throw new CommandError(`revision must be a positive integer: ${revision}`);
    const { infos, errors } = yield* targets(invocation);
    const timeout = flags.duration('timeout');
    yield* visitAll(
      infos,
      function* (info) {
        const viewer = statusViewer(info.mapping);
        const deadline = timeout === 0 ? Number.POSITIVE_INFINITY : (yield* now()) + timeout;
        const result = yield* watchUntil<true>(invocation, info, deadline, function* (object, event) {
          if (object === undefined || event === 'DELETED') throw new CommandError('object has been deleted');
          const { text, done } = viewer(object, revision);
          yield* invocation.out(text);
          return done || !flags.bool('watch') ? true : undefined;
        });
        if (result === TIMED_OUT) throw new CommandError('timed out waiting for the condition');
      },
      errors,
    );
    if (infos.length === 0 && errors.length === 0)
      yield* invocation.err(`No resources found in ${yield* invocation.namespace()} namespace.\n`);
  },
};

type Viewer = (object: JsonObject, revision: number) => { readonly text: string; readonly done: boolean };

function statusViewer(mapping: ResourceInfo['mapping']): Viewer {
  if (mapping.group === 'apps' && mapping.kind === 'Deployment') return deploymentStatus;
  if (mapping.group === 'apps' && mapping.kind === 'DaemonSet') return daemonSetStatus;
  if (mapping.group === 'apps' && mapping.kind === 'StatefulSet') return statefulSetStatus;
  throw new CommandError(`no status viewer has been implemented for ${groupKindText(mapping)}`);
}

const number = (object: JsonObject, ...path: string[]): number => Number(at(object, ...path) ?? 0);
const observed = (object: JsonObject): boolean =>
  number(object, 'metadata', 'generation') <= number(object, 'status', 'observedGeneration');

const deploymentStatus: Viewer = (object, revision) => {
  const name = JSON.stringify(metadataOf(object).name ?? '');
  const running = Number(metadataOf(object).annotations?.[REVISION] ?? 0);
  if (revision > 0 && revision !== running)
    throw new CommandError(`desired revision (${revision}) is different from the running revision (${running})`);
  if (!observed(object)) return { text: 'Waiting for deployment spec update to be observed...\n', done: false };
  const progressing = ((at(object, 'status', 'conditions') ?? []) as JsonObject[]).find((one) => one['type'] === 'Progressing');
  if (progressing?.['reason'] === 'ProgressDeadlineExceeded') throw new CommandError(`deployment ${name} exceeded its progress deadline`);
  const [wanted, updated, all, available] = [
    number(object, 'spec', 'replicas'),
    number(object, 'status', 'updatedReplicas'),
    number(object, 'status', 'replicas'),
    number(object, 'status', 'availableReplicas'),
  ];
  const waiting = (what: string) => ({ text: `Waiting for deployment ${name} rollout to finish: ${what}...\n`, done: false });
  if (updated < wanted) return waiting(`${updated} out of ${wanted} new replicas have been updated`);
  if (all > updated) return waiting(`${all - updated} old replicas are pending termination`);
  if (available < updated) return waiting(`${available} of ${updated} updated replicas are available`);
  return { text: `deployment ${name} successfully rolled out\n`, done: true };
};

const daemonSetStatus: Viewer = (object) => {
  const name = JSON.stringify(metadataOf(object).name ?? '');
  if (at(object, 'spec', 'updateStrategy', 'type') !== 'RollingUpdate')
    throw new CommandError('rollout status is only available for RollingUpdate strategy type');
  if (!observed(object)) return { text: 'Waiting for daemon set spec update to be observed...\n', done: false };
  const [wanted, updated, available] = [
    number(object, 'status', 'desiredNumberScheduled'),
    number(object, 'status', 'updatedNumberScheduled'),
    number(object, 'status', 'numberAvailable'),
  ];
  const waiting = (what: string) => ({ text: `Waiting for daemon set ${name} rollout to finish: ${what}...\n`, done: false });
  if (updated < wanted) return waiting(`${updated} out of ${wanted} new pods have been updated`);
  if (available < wanted) return waiting(`${available} of ${wanted} updated pods are available`);
  return { text: `daemon set ${name} successfully rolled out\n`, done: true };
};

const statefulSetStatus: Viewer = (object) => {
  if (at(object, 'spec', 'updateStrategy', 'type') !== 'RollingUpdate')
    throw new CommandError('rollout status is only available for RollingUpdate strategy type');
  if (number(object, 'status', 'observedGeneration') === 0 || !observed(object))
    return { text: 'Waiting for statefulset spec update to be observed...\n', done: false };
  const [wanted, ready, updated] = [
    number(object, 'spec', 'replicas'),
    number(object, 'status', 'readyReplicas'),
    number(object, 'status', 'updatedReplicas'),
  ];
  if (ready < wanted) return { text: `Waiting for ${wanted - ready} pods to be ready...\n`, done: false };
  const rolling = at(object, 'spec', 'updateStrategy', 'rollingUpdate');
  if (rolling !== undefined && rolling !== null) {
    const partition = Number(at(rolling, 'partition') ?? 0);
    if (updated < wanted - partition)
      return {
        text: `Waiting for partitioned roll out to finish: ${updated} out of ${wanted - partition} new pods have been updated...\n`,
        done: false,
      };
    return { text: `partitioned roll out complete: ${updated} new pods have been updated...\n`, done: true };
  }
  const [target, current] = [at(object, 'status', 'updateRevision'), at(object, 'status', 'currentRevision')];
  if (target !== current)
    return { text: `waiting for statefulset rolling update to complete ${updated} pods at revision ${String(target)}...\n`, done: false };
  return {
    text: `statefulset rolling update complete ${number(object, 'status', 'currentReplicas')} pods at revision ${String(current)}...\n`,
    done: true,
  };
};

const undo: Command = {
  name: 'undo',
  usage: 'undo (TYPE NAME | TYPE/NAME) [flags]',
  short: 'Undo a previous rollout',
  long: 'Roll back to an earlier revision: the one before, or the one that --to-revision names.',
  examples: [
    ['Roll back to the revision before', 'kubectl rollout undo deployment/web'],
    ['Roll back to revision 3', 'kubectl rollout undo deployment/web --to-revision=3'],
  ],
  flags: [
    { name: 'to-revision', type: 'int', usage: 'The revision to rollback to. Default to 0 (last revision).' },
    SELECTOR,
    DRY_RUN,
    ...files,
    ...printFlags(),
  ],
  complete,
  *run(invocation) {
    const dryRun = yield* dryRunOf(invocation);
    const print = yield* resultPrinter(invocation, dryRun, { typed: true });
    const to = invocation.flags.int('to-revision');
    const { infos, errors } = yield* targets(invocation);
    yield* visitAll(
      infos,
      function* (info) {
        const { mapping, object, namespace, name } = info;
        if (metadataOf(object).annotations?.[LAST_APPLIED] !== undefined) {
          const what = `${groupResource(mapping).split('.')[0]}/${name}`;
          yield* invocation.err(
            `Warning: resource ${what} was previously managed with 'kubectl apply'. Rolling back will not update the ${LAST_APPLIED} annotation, which may cause unexpected behavior on future 'kubectl apply' operations. Consider using 'kubectl apply' with your previous configuration file instead.\n`,
          );
        }
        if (!['Deployment', 'DaemonSet', 'StatefulSet'].includes(mapping.kind)) throw new CommandError(noVisitor('rollbacker', mapping));
        const target = pickRevision(yield* revisionsOf(invocation, info), to, mapping.kind, name);
        if (dryRun === 'client') {
          const text = templateText(target.template);
          return yield* print(object, mapping.kind === 'Deployment' ? text : `will roll back to ${text}`);
        }
        if (at(object, 'spec', 'paused') === true)
          throw new CommandError("you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again");
        const typed = object as unknown as Deployment;
        if (sameTemplate(target.template, typed.spec.template))
          return yield* print(object, `skipped rollback (current template already matches revision ${to})`);
        const client = yield* invocation.client();
        if (mapping.kind === 'Deployment') {
          const patch = [
            { op: 'replace', path: '/spec/template', value: withoutHash(target.template) },
            { op: 'replace', path: '/metadata/annotations', value: restoredAnnotations(object, target.object) },
          ];
          yield* client.patch(pathOf(mapping, namespace, name), 'json', patch, writeQuery(dryRun));
        } else yield* client.patch(pathOf(mapping, namespace, name), 'strategic', target.object['data'], writeQuery(dryRun));
        yield* print(object, 'rolled back');
      },
      errors,
    );
  },
};

function pickRevision(revisions: ReadonlyMap<number, Revision>, to: number, kind: string, name: string): Revision {
  const numbers = [...revisions.keys()];
  const wanted = to === 0 ? numbers[numbers.length - 2] : to;
  const found = wanted === undefined ? undefined : revisions.get(wanted);
  if (found) return found;
  if (to !== 0) throw new CommandError(`unable to find specified revision ${to} in history`);
  throw new CommandError(
    kind === 'Deployment' ? `no rollout history found for deployment ${JSON.stringify(name)}` : 'no last revision to roll back to',
  );
}

function withoutHash(template: PodTemplateSpec): PodTemplateSpec {
  const { [HASH_LABEL]: _hash, ...labels } = template.metadata?.labels ?? {};
  return { ...template, metadata: { ...template.metadata, labels } };
}

function restoredAnnotations(deployment: JsonObject, replicaSet: JsonObject): Record<string, string> {
  const own = Object.entries(metadataOf(deployment).annotations ?? {}).filter(([key]) => KEPT_ANNOTATIONS.includes(key));
  const earlier = Object.entries(metadataOf(replicaSet).annotations ?? {}).filter(([key]) => !KEPT_ANNOTATIONS.includes(key));
  return Object.fromEntries([...own, ...earlier]);
}

export const rollout: CommandBody = {
  usage: 'rollout SUBCOMMAND',
  long: 'Manage the rollout of one or many resources.\n        \n Valid resource types include:\n\n  *  deployments\n  *  daemonsets\n  *  statefulsets',
  helpTo: 'stdout',
  examples: [
    ['Roll back to the deployment before', 'kubectl rollout undo deployment/web'],
    ['Wait for the rollout of a daemon set', 'kubectl rollout status daemonset/agent'],
    ['Restart a deployment', 'kubectl rollout restart deployment/web'],
    ["Restart the deployments with the label 'app=web'", 'kubectl rollout restart deployment --selector=app=web'],
  ],
  commands: [
    history,
    pauseOrResume(
      'pause',
      true,
      'Mark the provided resource as paused',
      'Pause a rollout: changes of the template are not rolled out until it is resumed. Only deployments can be paused.',
    ),
    restart,
    pauseOrResume('resume', false, 'Resume a paused resource', 'Resume a rollout that was paused. Only deployments can be resumed.'),
    status,
    undo,
  ],
};
