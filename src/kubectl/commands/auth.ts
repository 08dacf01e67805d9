/** auth can-i, whoami, reconcile */
import type { Sys } from '../../kernel/types.ts';
import { compactRules, ruleCells } from '../../kinds/role/compact.ts';
import type { PolicyRule } from '../../kinds/types.gen.ts';
import type { Command, CommandBody } from '../cli/command.ts';
import { ALL_NAMESPACES, DRY_RUN, filenameFlags, printFlags } from '../cli/shared-flags.ts';
import { CommandError, ConnectionError, isNotFound, StatusError } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { at, type JsonObject, metadataOf, sameJson, textOf } from '../json.ts';
import { TabWriter } from '../output/table.ts';
import { dryRunOf, objectPrinter, printWith, resultPrinter } from '../printer.ts';
import { builderOptions, type ResourceInfo, select } from '../resource/builder.ts';
import { type Mapping, pathOf } from '../resource/mapper.ts';
import { visitAll } from './common.ts';

const VERBS = [
  'get',
  'list',
  'watch',
  'create',
  'update',
  'patch',
  'delete',
  'deletecollection',
  'use',
  'bind',
  'impersonate',
  'escalate',
  'approve',
  'sign',
  'proxy',
  'use',
  '*',
];
const URL_VERBS = ['get', 'put', 'post', 'head', 'options', 'delete', 'patch', '*'];

const canI: Command = {
  name: 'can-i',
  usage: 'can-i VERB [TYPE | TYPE/NAME | NONRESOURCEURL]',
  short: 'Check whether an action is allowed',
  long: 'Ask the server whether you may do something. The answer is yes or no, and the exit code 0 or 1.',
  examples: [
    ['May I create pods in any namespace?', 'kubectl auth can-i create pods --all-namespaces'],
    ['May a service account list pods here?', 'kubectl auth can-i list pods --as=system:serviceaccount:default:robot'],
    ['List all that I may do in a namespace', 'kubectl auth can-i --list --namespace=dev'],
  ],
  flags: [
    ALL_NAMESPACES,
    { name: 'quiet', shorthand: 'q', type: 'bool', usage: 'If true, suppress output and just return the exit code.' },
    { name: 'subresource', type: 'string', usage: 'SubResource such as pod/log or deployment/scale' },
    { name: 'list', type: 'bool', usage: 'If true, prints all allowed actions.' },
    { name: 'no-headers', type: 'bool', usage: 'If true, prints allowed actions without headers' },
  ],
  *complete({ invocation, word }) {
    if (invocation.args.length === 0) return VERBS.filter((verb) => verb.startsWith(word)).map((value) => ({ value }));
    if (invocation.args.length > 1) return [];
    return (yield* invocation.mapper()).mappings.map((mapping) => ({ value: mapping.resource, description: mapping.kind }));
  },
  *run(invocation) {
    const { flags, args } = invocation;
    const all = flags.bool('all-namespaces');
    if (flags.bool('list')) {
      if (args.length > 0) throw new CommandError('list option must be specified with no arguments');
      if (flags.bool('quiet') || all || flags.string('subresource') !== '')
        throw new CommandError("list option can't be specified with neither quiet, all-namespaces nor subresource options");
      return yield* listRules(invocation);
    }
    const [verb, what, ...more] = args;
    if (verb === undefined || what === undefined || more.length > 0) {
      throw new CommandError(
        "you must specify two arguments: verb resource or verb resource/resourceName.\nSee 'kubectl auth can-i -h' for help and examples.",
      );
    }
    const spec = what.startsWith('/') ? yield* urlAttributes(invocation, verb, what) : yield* resourceAttributes(invocation, verb, what);
    if (flags.bool('no-headers')) throw new CommandError('--no-headers cannot be set without --list specified');
    const body = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview', metadata: {}, spec };
    const answer = yield* (yield* invocation.client()).create('/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', body);
    const status = (answer['status'] ?? {}) as JsonObject;
    const reasons = ['reason', 'evaluationError'].map((key) => (textOf(status[key]) === '' ? '' : ` - ${textOf(status[key])}`)).join('');
    if (!flags.bool('quiet')) yield* invocation.out(status['allowed'] === true ? 'yes\n' : `no${reasons}\n`);
    return status['allowed'] === true ? 0 : 1;
  },
};

function* urlAttributes(invocation: Invocation, verb: string, path: string): Sys<JsonObject> {
  if (invocation.flags.string('subresource') !== '') throw new CommandError('--subresource can not be used with NonResourceURL');
  if (!URL_VERBS.includes(verb)) yield* invocation.err(`Warning: verb '${verb}' is not a known verb\n\n`);
  return { nonResourceAttributes: { path, verb } };
}

/** Without a server no resource is known; the question goes to it all the same. */
function* resourceOf(invocation: Invocation, type: string): Sys<Mapping | undefined> {
  try {
    return (yield* invocation.mapper()).find(type.toLowerCase());
  } catch (error) {
    if (error instanceof ConnectionError) return undefined;
    throw error;
  }
}

function* resourceAttributes(invocation: Invocation, verb: string, what: string): Sys<JsonObject> {
  const { flags } = invocation;
  const slash = what.indexOf('/');
  const [type, name] = slash < 0 ? [what, ''] : [what.slice(0, slash), what.slice(slash + 1)];
  const mapping = type === '*' ? undefined : yield* resourceOf(invocation, type);
  if (!mapping && type !== '*' && !['users', 'groups'].includes(type)) {
    const [resource, ...group] = type.split('.');
    yield* invocation.err(
      `Warning: the server doesn't have a resource type '${resource}'${group.length > 0 ? ` in group '${group.join('.')}'` : ''}\n\n`,
    );
  }
  if (mapping && !mapping.namespaced && !flags.bool('all-namespaces')) {
    yield* invocation.err(
      `Warning: resource '${mapping.resource}' is not namespace scoped${mapping.group === '' ? '' : ` in group '${mapping.group}'`}\n\n`,
    );
  }
  if (mapping && !VERBS.includes(verb)) yield* invocation.err(`Warning: verb '${verb}' is not a known verb\n\n`);
  return {
    resourceAttributes: {
      group: mapping?.group ?? '',
      name,
      namespace: flags.bool('all-namespaces') ? '' : yield* invocation.namespace(),
      resource: mapping?.resource ?? type,
      subresource: flags.string('subresource'),
      verb,
    },
  };
}

function* listRules(invocation: Invocation): Sys<void> {
  const body = {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectRulesReview',
    metadata: {},
    spec: { namespace: yield* invocation.namespace() },
  };
  const { status } = (yield* (yield* invocation.client()).create('/apis/authorization.k8s.io/v1/selfsubjectrulesreviews', body)) as {
    status?: JsonObject;
  };
  const rules = [...((status?.['resourceRules'] ?? []) as PolicyRule[]), ...((status?.['nonResourceRules'] ?? []) as PolicyRule[])];
  const rows = compactRules(rules).map((rule) => `${ruleCells(rule).join('\t')}\n`);
  const header = invocation.flags.bool('no-headers') ? '' : 'Resources\tNon-Resource URLs\tResource Names\tVerbs\n';
  yield* invocation.out(new TabWriter().write(header + rows.join('')));
}

const whoami: Command = {
  name: 'whoami',
  usage: 'whoami',
  short: 'Experimental: Check self subject attributes',
  long: 'Show who the server takes you for: name, uid and groups.',
  examples: [['Who am I?', 'kubectl auth whoami']],
  flags: printFlags(),
  *run(invocation) {
    const printer = yield* objectPrinter(invocation, { typed: true });
    const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview', metadata: {}, status: { userInfo: {} } };
    let answer: JsonObject;
    try {
      answer = yield* (yield* invocation.client()).create('/apis/authentication.k8s.io/v1/selfsubjectreviews', body);
    } catch (error) {
      if (error instanceof StatusError && error.reason === 'Forbidden')
        throw new CommandError('the selfsubjectreviews API is not enabled in the cluster or you do not have permission to call it');
      throw error;
    }
    if (printer) return yield* printWith(invocation, printer, answer);
    const user = (at(answer, 'status', 'userInfo') ?? {}) as JsonObject;
    const groups = (user['groups'] ?? []) as string[];
    const extra = Object.entries((user['extra'] ?? {}) as Record<string, string[]>).sort(([a], [b]) => (a < b ? -1 : 1));
    const rows = [
      'ATTRIBUTE\tVALUE\n',
      ...(user['username'] ? [`Username\t${textOf(user['username'])}\n`] : []),
      ...(user['uid'] ? [`UID\t${textOf(user['uid'])}\n`] : []),
      ...(groups.length > 0 ? [`Groups\t[${groups.join(' ')}]\n`] : []),
      ...extra.map(([key, values]) => `Extra: ${key}\t[${values.join(' ')}]\n`),
    ];
    yield* invocation.out(new TabWriter().write(rows.join('')));
  },
};

const reconcile: Command = {
  name: 'reconcile',
  usage: 'reconcile -f FILENAME',
  short: 'Reconciles rules for RBAC role, role binding, cluster role, and cluster role binding objects',
  long: 'Create the roles and bindings of a file, or add to those that are there what the file has more: rules and subjects. Nothing is taken away unless --remove-extra-permissions or --remove-extra-subjects is given.',
  examples: [['Reconcile the roles of a file', 'kubectl auth reconcile -f roles.yaml']],
  flags: [
    ...printFlags(),
    ...filenameFlags('identifying the resource to reconcile.'),
    DRY_RUN,
    { name: 'remove-extra-permissions', type: 'bool', usage: 'If true, removes extra permissions added to roles' },
    { name: 'remove-extra-subjects', type: 'bool', usage: 'If true, removes extra subjects added to rolebindings' },
  ],
  *run(invocation) {
    const { flags } = invocation;
    const dryRun = yield* dryRunOf(invocation);
    const print = yield* resultPrinter(invocation, dryRun);
    if (flags.list('filename').length === 0 && flags.string('kustomize') === '') throw new CommandError('must specify one of -f and -k');
    if (dryRun === 'server') throw new CommandError('--dry-run=server for command reconcile is not supported yet');
    const { infos, errors = [] } = yield* select(invocation, yield* builderOptions(invocation, [], { asWritten: true }));
    yield* visitAll(
      infos,
      function* (info) {
        const { mapping, object = {} } = info;
        const field = mapping.kind.endsWith('RoleBinding') ? 'subjects' : mapping.kind.endsWith('Role') ? 'rules' : undefined;
        // Other kinds may stand in the same file.
        if (field === undefined || mapping.group !== 'rbac.authorization.k8s.io') return;
        // kubectl asks for the namespace that the object names.
        if (dryRun !== 'client' && mapping.namespaced && !metadataOf(object).namespace)
          throw new CommandError('resource name may not be empty');
        const exact = flags.bool(field === 'rules' ? 'remove-extra-permissions' : 'remove-extra-subjects');
        const outcome = yield* reconcileOne(invocation, info, field, exact, dryRun === 'client');
        yield* print(outcome.object, 'reconciled');
        if (outcome.operation === '') return;
        const show = field === 'rules' ? ruleText : subjectText;
        const word = field === 'rules' ? 'rules' : 'subjects';
        const list = (title: string, entries: readonly unknown[]): string =>
          entries.length === 0 ? '' : `\t${title}:\n${entries.map((entry) => `\t\t${show(entry as JsonObject)}\n`).join('')}`;
        yield* invocation.err(
          `\treconciliation required ${outcome.operation}\n${list(`missing ${word} added`, outcome.missing)}${exact ? list(`extra ${word} removed`, outcome.extra) : ''}`,
        );
      },
      errors,
    );
  },
};

interface Reconciled {
  readonly object: JsonObject;
  readonly operation: '' | 'create' | 'update' | 'recreate';
  readonly missing: readonly unknown[];
  readonly extra: readonly unknown[];
}

function* reconcileOne(
  invocation: Invocation,
  { mapping, namespace, name, object = {} }: ResourceInfo,
  field: 'rules' | 'subjects',
  exact: boolean,
  dryRun: boolean,
): Sys<Reconciled> {
  const client = yield* invocation.client();
  const [collection, path] = [pathOf(mapping, namespace), pathOf(mapping, namespace, name)];
  const parts = (list: unknown): unknown[] => (field === 'rules' ? brokenDown((list ?? []) as JsonObject[]) : ((list ?? []) as unknown[]));
  const wanted = parts(object[field]);
  let live: JsonObject;
  try {
    live = yield* client.get(path);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    return {
      object: dryRun ? object : yield* client.create(collection, object),
      operation: 'create',
      missing: (object[field] ?? []) as unknown[],
      extra: [],
    };
  }
  if (!sameJson(live['roleRef'], object['roleRef'])) {
    if (!dryRun) yield* client.delete(path, {});
    return { object: dryRun ? object : yield* client.create(collection, object), operation: 'recreate', missing: [], extra: [] };
  }
  const there = parts(live[field]);
  const missing = wanted.filter((one) => !there.some((old) => sameJson(old, one)));
  const extra = there.filter((one) => !wanted.some((other) => sameJson(other, one)));
  const { labels, annotations } = metadataOf(object);
  const before = metadataOf(live);
  const list = exact ? (object[field] ?? []) : [...((live[field] ?? []) as unknown[]), ...missing];
  const changes = missing.length > 0 || (exact && extra.length > 0);
  const after = {
    ...live,
    ...(changes && { [field]: list }),
    metadata: {
      ...before,
      ...(labels && { labels: { ...before.labels, ...labels } }),
      ...(annotations && { annotations: { ...before.annotations, ...annotations } }),
    },
  };
  if (sameJson(live, after)) return { object: live, operation: '', missing, extra };
  return { object: dryRun ? after : yield* client.replace(path, after), operation: 'update', missing, extra };
}

/** Rules with one verb, group, resource and name each. */
function brokenDown(rules: readonly JsonObject[]): JsonObject[] {
  const each = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  return rules.flatMap((rule) =>
    each(rule['verbs']).flatMap((verb) => [
      ...each(rule['apiGroups']).flatMap((group) =>
        each(rule['resources']).flatMap((resource) =>
          (each(rule['resourceNames']).length > 0 ? each(rule['resourceNames']) : [undefined]).map((name) => ({
            apiGroups: [group],
            resources: [resource],
            verbs: [verb],
            ...(name !== undefined && { resourceNames: [name] }),
          })),
        ),
      ),
      ...each(rule['nonResourceURLs']).map((url) => ({ nonResourceURLs: [url], verbs: [verb] })),
    ]),
  );
}

/** As Go prints the structs. */
const listText = (value: unknown): string => `[${((value ?? []) as unknown[]).join(' ')}]`;
const ruleText = (rule: JsonObject): string =>
  `{Verbs:${listText(rule['verbs'])} APIGroups:${listText(rule['apiGroups'])} Resources:${listText(rule['resources'])} ResourceNames:${listText(rule['resourceNames'])} NonResourceURLs:${listText(rule['nonResourceURLs'])}}`;
const subjectText = (subject: JsonObject): string =>
  `{Kind:${textOf(subject['kind'])} APIGroup:${textOf(subject['apiGroup'])} Name:${textOf(subject['name'])} Namespace:${textOf(subject['namespace'])}}`;

export const auth: CommandBody = {
  usage: 'auth [flags]',
  commands: [canI, reconcile, whoami],
};
