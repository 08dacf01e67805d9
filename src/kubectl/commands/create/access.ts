/** create serviceaccount, role, clusterrole, rolebinding, clusterrolebinding, token */
import { isatty } from '../../../kernel/sys.ts';
import type { Sys } from '../../../kernel/types.ts';
import type { Command, Flag } from '../../cli/command.ts';
import type { FlagValues } from '../../cli/parse.ts';
import { printFlags } from '../../cli/shared-flags.ts';
import { CommandError, ConnectionError, isRefusal, NoResourceMatchError } from '../../errors.ts';
import type { Invocation } from '../../invocation.ts';
import { at, type JsonObject, textOf } from '../../json.ts';
import { objectPrinter, printWith } from '../../printer.ts';
import { pathOf, type RestMapper } from '../../resource/mapper.ts';
import { compact, nameArgument } from '../common.ts';
import { generated, generatorCommand, notPosted } from './generator.ts';

const RBAC = 'rbac.authorization.k8s.io';
const STANDARD_VERBS = [
  '*',
  'get',
  'delete',
  'list',
  'create',
  'update',
  'patch',
  'watch',
  'proxy',
  'deletecollection',
  'use',
  'bind',
  'escalate',
  'impersonate',
];
/** Verbs that only some resources have, each resource as `NAME.GROUP`. */
const SPECIAL_VERBS: Readonly<Record<string, readonly string[]>> = {
  use: ['podsecuritypolicies.policy', 'podsecuritypolicies.extensions'],
  bind: ['roles.rbac.authorization.k8s.io', 'clusterroles.rbac.authorization.k8s.io'],
  escalate: ['roles.rbac.authorization.k8s.io', 'clusterroles.rbac.authorization.k8s.io'],
  impersonate: ['users.', 'serviceaccounts.', 'groups.', 'userextras.authentication.k8s.io'],
};

export const serviceaccount = generatorCommand({
  name: 'serviceaccount',
  named: true,
  aliases: ['sa'],
  usage: 'serviceaccount NAME [--dry-run=server|client|none]',
  short: 'Create a service account with the specified name',
  examples: [['Create a service account named robot', 'kubectl create serviceaccount robot']],
  flags: [],
  failure: 'failed to create serviceaccount',
  // biome-ignore lint/correctness/useYield: one of several that are generators
  *build(_invocation, name) {
    return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name } };
  },
});

const RULE_FLAGS: readonly Flag[] = [
  { name: 'verb', type: 'slice', usage: 'Verb that applies to the resources contained in the rule', values: STANDARD_VERBS },
  { name: 'resource', type: 'slice', usage: 'Resource that the rule applies to' },
  { name: 'resource-name', type: 'array', usage: 'Only this object of the resource; repeat the flag for more of them' },
];

/** One rule an API group, as the flags name the resources. */
function* resourceRules(invocation: Invocation): Sys<JsonObject[]> {
  const { flags } = invocation;
  const names = [...new Set(flags.list('resource-name'))];
  const groups = new Map<string, string[]>();
  const mapper = yield* invocation.mapper();
  const verbs = verbsOf(invocation);
  const texts = flags.list('resource');
  for (const text of texts.includes('*') ? ['*'] : texts) {
    const [whole = '', subresource] = text.split(/\/(.*)/);
    const { resource: name, group } = ruled(mapper, whole, verbs);
    const resource = name + (subresource ? `/${subresource}` : '');
    const list = groups.get(group) ?? [];
    if (!list.includes(resource)) list.push(resource);
    groups.set(group, list);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, resources]) => ({ apiGroups: [group], resourceNames: names.length > 0 ? names : undefined, resources, verbs }));
}

/** The resource that a rule means. One that only special verbs are about need not be the server's (users). */
function ruled(mapper: RestMapper, text: string, verbs: readonly string[]): { resource: string; group: string } {
  const [resource = '', group = ''] = text.split(/\.(.*)/);
  if (resource === '') throw new CommandError('resource must be specified if apiGroup/subresource specified');
  if (resource === '*') return { resource, group };
  const match = mapper.find(text);
  const known = match?.group.startsWith(group) ? match : undefined;
  const found = known ?? { resource, group };
  const special = verbs.filter((verb) => Object.hasOwn(SPECIAL_VERBS, verb));
  const other = special.find((verb) => !SPECIAL_VERBS[verb]?.includes(`${found.resource}.${found.group}`));
  if (other) throw new CommandError(`can not perform '${other}' on '${found.resource}' in group '${found.group}'`);
  if (!known && special.length === 0) throw new NoResourceMatchError(resource, group);
  return found;
}

function verbsOf({ flags }: Invocation): readonly string[] {
  const verbs = [...new Set(flags.list('verb'))];
  return verbs.includes('*') ? ['*'] : verbs;
}

function* checkVerbs(invocation: Invocation): Sys<void> {
  const verbs = verbsOf(invocation);
  if (verbs.length === 0) throw new CommandError('at least one verb must be specified');
  for (const verb of verbs)
    if (!STANDARD_VERBS.includes(verb)) yield* invocation.err(`Warning: '${verb}' is not a standard resource verb\n`);
}

export const role = generatorCommand({
  name: 'role',
  named: true,
  usage: 'role NAME --verb=verb --resource=resource.group/subresource [--resource-name=resourcename] [--dry-run=server|client|none]',
  short: 'Create a role with single rule',
  examples: [['Allow reading pods', 'kubectl create role reader --verb=get,list,watch --resource=pods']],
  flags: RULE_FLAGS,
  *build(invocation, name) {
    yield* checkVerbs(invocation);
    if (invocation.flags.list('resource').length === 0) throw new CommandError('at least one resource must be specified');
    return { apiVersion: `${RBAC}/v1`, kind: 'Role', metadata: { name }, rules: yield* resourceRules(invocation) };
  },
});

/** `key=value`, as `--aggregation-rule` takes it: the value may hold further `=`. */
function labelOf(pair: string): [string, string] {
  const equals = pair.indexOf('=');
  return [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()];
}

/** What may be done to paths that are no resources. */
const URL_VERBS = ['*', 'get', 'put', 'post', 'delete', 'options', 'head', 'patch'];

export const clusterrole = generatorCommand({
  name: 'clusterrole',
  named: true,
  usage: 'clusterrole NAME --verb=verb --resource=resource.group [--resource-name=resourcename] [--dry-run=server|client|none]',
  short: 'Create a cluster role',
  examples: [['Allow reading nodes', 'kubectl create clusterrole node-reader --verb=get,list,watch --resource=nodes']],
  flags: [
    ...RULE_FLAGS,
    { name: 'non-resource-url', type: 'slice', usage: 'A partial url that user should have access to.' },
    {
      name: 'aggregation-rule',
      type: 'array',
      default: '',
      check: (text) =>
        text === '' || text.split(',').every((pair) => pair.includes('=')) ? undefined : 'malformed pair, expect string=string',
      usage: 'An aggregation label selector for combining ClusterRoles.',
    },
  ],
  *build(invocation, name) {
    const { flags } = invocation;
    const kind = { apiVersion: `${RBAC}/v1`, kind: 'ClusterRole', metadata: { name } };
    const pairs = flags.list('aggregation-rule').flatMap((text) => (text === '' ? [] : text.split(',')));
    if (pairs.length > 0) {
      if (flags.list('verb').length + flags.list('resource').length + flags.list('non-resource-url').length > 0)
        throw new CommandError('aggregation rule must be specified without nonResourceURLs, verbs, resources or resourceNames');
      return {
        ...kind,
        aggregationRule: { clusterRoleSelectors: [{ matchLabels: Object.fromEntries(pairs.map(labelOf)) }] },
        rules: null,
      };
    }
    yield* checkVerbs(invocation);
    const urls = flags.list('non-resource-url');
    if (flags.list('resource').length === 0 && urls.length === 0)
      throw new CommandError('one of resource or nonResourceURL must be specified');
    for (const url of urls) {
      if (url === '*') continue;
      if (!url.startsWith('/')) throw new CommandError('nonResourceURL should start with /');
      if (url.slice(0, -1).includes('*')) throw new CommandError("nonResourceURL only supports wildcard matches when '*' is at the end");
    }
    const odd = urls.length > 0 && verbsOf(invocation).find((verb) => !URL_VERBS.includes(verb));
    if (odd) throw new CommandError(`invalid verb: '${odd}' for nonResourceURL`);
    const rules = yield* resourceRules(invocation);
    return { ...kind, rules: urls.length > 0 ? [...rules, { nonResourceURLs: urls, verbs: verbsOf(invocation) }] : rules };
  },
});

const SUBJECT_FLAGS: readonly Flag[] = [
  { name: 'user', type: 'array', usage: 'Usernames to bind to the role. The flag can be repeated to add multiple users.' },
  { name: 'group', type: 'array', usage: 'Groups to bind to the role. The flag can be repeated to add multiple groups.' },
  {
    name: 'serviceaccount',
    type: 'array',
    usage:
      'Service accounts to bind to the role, in the format <namespace>:<name>. The flag can be repeated to add multiple service accounts.',
  },
];

function subjects({ flags }: Invocation): JsonObject[] | undefined {
  const all = [
    ...flags.list('user').map((name) => ({ apiGroup: RBAC, kind: 'User', name })),
    ...flags.list('group').map((name) => ({ apiGroup: RBAC, kind: 'Group', name })),
    ...flags.list('serviceaccount').map((text) => {
      const [namespace, name, ...more] = text.split(':');
      if (!namespace || !name || more.length > 0) throw new CommandError('serviceaccount must be <namespace>:<name>');
      return { kind: 'ServiceAccount', name, namespace };
    }),
  ];
  return all.length > 0 ? all : undefined;
}

export const rolebinding = generatorCommand({
  name: 'rolebinding',
  named: true,
  usage:
    'rolebinding NAME --clusterrole=NAME|--role=NAME [--user=username] [--group=groupname] [--serviceaccount=namespace:serviceaccountname] [--dry-run=server|client|none]',
  short: 'Create a role binding for a particular role or cluster role',
  examples: [
    ['Give the role reader to a service account', 'kubectl create rolebinding reader --role=reader --serviceaccount=default:robot'],
  ],
  flags: [
    { name: 'clusterrole', type: 'string', usage: 'ClusterRole this RoleBinding should reference' },
    { name: 'role', type: 'string', usage: 'Role this RoleBinding should reference' },
    ...SUBJECT_FLAGS,
  ],
  failure: 'failed to create rolebinding',
  // biome-ignore lint/correctness/useYield: one of several that are generators
  *build(invocation, name) {
    const [clusterRole, roleName] = [invocation.flags.string('clusterrole'), invocation.flags.string('role')];
    if ((clusterRole === '') === (roleName === '')) throw new CommandError('exactly one of clusterrole or role must be specified');
    return {
      apiVersion: `${RBAC}/v1`,
      kind: 'RoleBinding',
      metadata: { name },
      roleRef: { apiGroup: RBAC, kind: clusterRole === '' ? 'Role' : 'ClusterRole', name: clusterRole || roleName },
      subjects: subjects(invocation),
    };
  },
});

export const clusterrolebinding = generatorCommand({
  name: 'clusterrolebinding',
  usage:
    'clusterrolebinding NAME --clusterrole=NAME [--user=username] [--group=groupname] [--serviceaccount=namespace:serviceaccountname] [--dry-run=server|client|none]',
  short: 'Create a cluster role binding for a particular cluster role',
  examples: [['Give cluster-admin to a user', 'kubectl create clusterrolebinding jane-admin --clusterrole=cluster-admin --user=jane']],
  flags: [
    { name: 'clusterrole', type: 'string', required: true, usage: 'ClusterRole this ClusterRoleBinding should reference' },
    ...SUBJECT_FLAGS,
  ],
  failure: 'failed to create clusterrolebinding',
  // biome-ignore lint/correctness/useYield: one of several that are generators
  *build(invocation, name) {
    return {
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: invocation.flags.string('clusterrole') },
      subjects: subjects(invocation),
    };
  },
});

const BOUND_KINDS = ['Node', 'Pod', 'Secret'];

function checkTokenFlags(flags: FlagValues): void {
  if (flags.duration('duration') < 0) throw new CommandError('--duration must be greater than or equal to 0');
  if (flags.list('audience').includes('')) throw new CommandError('--audience must not be an empty string');
  const [kind, name, uid] = ['kind', 'name', 'uid'].map((part) => flags.string(`bound-object-${part}`));
  if (kind === '') {
    for (const [part, value] of [
      ['name', name],
      ['uid', uid],
    ])
      if (value !== '') throw new CommandError(`--bound-object-${part} can only be set if --bound-object-kind is provided`);
    return;
  }
  if (!BOUND_KINDS.includes(kind as string)) throw new CommandError(`supported --bound-object-kind values are ${BOUND_KINDS.join(', ')}`);
  if (name === '') throw new CommandError('--bound-object-name is required if --bound-object-kind is provided');
}

export const token: Command = {
  name: 'token',
  usage: 'token SERVICE_ACCOUNT_NAME',
  short: 'Request a service account token',
  examples: [['Ask for a token of the service account robot', 'kubectl create token robot']],
  flags: [
    { name: 'audience', type: 'array', usage: 'Audience of the requested token. May be repeated.' },
    { name: 'duration', type: 'duration', usage: 'Requested lifetime of the issued token. If 0, the server decides.' },
    { name: 'bound-object-kind', type: 'string', usage: 'Kind of an object to bind the token to: Pod, Secret or Node.' },
    { name: 'bound-object-name', type: 'string', usage: 'Name of an object to bind the token to.' },
    { name: 'bound-object-uid', type: 'string', usage: 'UID of an object to bind the token to.' },
    ...printFlags(),
  ],
  run: function* (invocation) {
    const name = nameArgument(invocation);
    const { flags } = invocation;
    if (name === '') throw new CommandError('service account name is required');
    checkTokenFlags(flags);
    const printer = yield* objectPrinter(invocation, { typed: true });
    const namespace = yield* invocation.namespace();
    const path = (): string => pathOf(generated('v1', 'ServiceAccount'), namespace, name, 'token');
    const audiences = flags.list('audience');
    const kind = flags.string('bound-object-kind');
    const body = compact({
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      metadata: {},
      spec: {
        audiences: audiences.length > 0 ? audiences : null,
        expirationSeconds: flags.changed('duration') ? Math.floor(flags.duration('duration') / 1000) : undefined,
        boundObjectRef:
          kind === ''
            ? undefined
            : { kind, apiVersion: 'v1', name: flags.string('bound-object-name'), uid: flags.string('bound-object-uid') || undefined },
      },
    });
    try {
      const answer = yield* (yield* invocation.client()).create(path(), body);
      if (printer) yield* printWith(invocation, printer, answer);
      // A line end only for those who look at it.
      else yield* invocation.out(`${textOf(at(answer, 'status', 'token'))}${(yield* isatty(1)) ? '\n' : ''}`);
    } catch (error) {
      if (error instanceof ConnectionError) throw new CommandError(`failed to create token: ${notPosted(error, path())}`);
      throw isRefusal(error) ? new CommandError(`failed to create token: ${error.message}`) : error;
    }
  },
};
