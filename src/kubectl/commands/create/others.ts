/** create namespace, quota, poddisruptionbudget, priorityclass, ingress */
import { canonicalQuantity, QuantityError } from '../../../api/values/quantity.ts';
import { CommandError } from '../../errors.ts';
import type { JsonObject } from '../../json.ts';
import { parseToLabelSelector } from '../../label-selector.ts';
import { intOrString } from '../common.ts';
import { generatorCommand } from './generator.ts';

export const namespace = generatorCommand({
  name: 'namespace',
  named: true,
  aliases: ['ns'],
  usage: 'namespace NAME [--dry-run=server|client|none]',
  short: 'Create a namespace with the specified name',
  examples: [['Create a namespace named dev', 'kubectl create namespace dev']],
  flags: [],
  // biome-ignore lint/correctness/useYield: one of several that are generators
  *build(_invocation, name) {
    return { apiVersion: 'v1', kind: 'Namespace', metadata: { name }, spec: {}, status: {} };
  },
});

/** The canonical form of a quantity. */
function quantity(text: string): string {
  try {
    return canonicalQuantity(text);
  } catch (error) {
    if (error instanceof QuantityError) throw new CommandError(error.message);
    throw error;
  }
}

export const quota = generatorCommand({
  name: 'quota',
  named: true,
  aliases: ['resourcequota'],
  usage: 'quota NAME [--hard=key1=value1,key2=value2] [--scopes=Scope1,Scope2] [--dry-run=server|client|none]',
  short: 'Create a quota with the specified name',
  examples: [['Allow at most two pods and one CPU', 'kubectl create quota small --hard=pods=2,cpu=1']],
  flags: [
    { name: 'hard', type: 'string', usage: 'A comma-delimited set of resource=quantity pairs that define a hard limit.' },
    {
      name: 'scopes',
      type: 'string',
      usage: 'A comma-delimited set of quota scopes that must all match each object tracked by the quota.',
    },
  ],
  failure: 'failed to create quota',
  *build({ flags }, name) {
    const hard = flags
      .string('hard')
      .split(',')
      .filter((pair) => pair !== '')
      .map((pair): [string, string] => {
        const [key = '', value, ...more] = pair.split('=');
        if (value === undefined || more.length > 0) throw new CommandError(`Invalid argument syntax ${pair}, expected <resource>=<value>`);
        return [key, quantity(value)];
      });
    const scopes = flags
      .string('scopes')
      .split(',')
      .filter((scope) => scope !== '');
    return {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name },
      spec: { hard: hard.length > 0 ? Object.fromEntries(hard) : undefined, scopes: scopes.length > 0 ? scopes : undefined },
      status: {},
    };
  },
});

export const poddisruptionbudget = generatorCommand({
  name: 'poddisruptionbudget',
  named: true,
  aliases: ['pdb'],
  usage: 'poddisruptionbudget NAME --selector=SELECTOR --min-available=N [--dry-run=server|client|none]',
  short: 'Create a pod disruption budget with the specified name',
  examples: [['Keep at least one pod of app=web available', 'kubectl create pdb web --selector=app=web --min-available=1']],
  flags: [
    { name: 'min-available', type: 'string', usage: 'The minimum number or percentage of available pods this budget requires.' },
    { name: 'max-unavailable', type: 'string', usage: 'The maximum number or percentage of unavailable pods this budget requires.' },
    {
      name: 'selector',
      type: 'string',
      usage: 'A label selector to use for this budget. Only equality-based selector requirements are supported.',
    },
  ],
  failure: 'failed to create poddisruptionbudgets',
  // biome-ignore lint/correctness/useYield: one of several that are generators
  *build({ flags }, name) {
    const [min, max, selector] = [flags.string('min-available'), flags.string('max-unavailable'), flags.string('selector')];
    if (selector === '') throw new CommandError('a selector must be specified');
    if (min === '' && max === '') throw new CommandError('one of min-available or max-unavailable must be specified');
    if (min !== '' && max !== '') throw new CommandError('min-available and max-unavailable cannot be both specified');
    if (min !== '' && !/^\d+%?$/.test(min)) throw new CommandError('invalid format specified for min-available');
    if (max !== '' && !/^\d+%?$/.test(max)) throw new CommandError('invalid format specified for max-unavailable');
    return {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name },
      spec: {
        maxUnavailable: max === '' ? undefined : intOrString(max),
        minAvailable: min === '' ? undefined : intOrString(min),
        selector: parseToLabelSelector(selector),
      },
      status: { currentHealthy: 0, desiredHealthy: 0, disruptionsAllowed: 0, expectedPods: 0 },
    };
  },
});

export const priorityclass = generatorCommand({
  name: 'priorityclass',
  aliases: ['pc'],
  usage: 'priorityclass NAME --value=VALUE --global-default=BOOL [--dry-run=server|client|none]',
  short: 'Create a priority class with the specified name',
  examples: [['Create a priority class named high', 'kubectl create priorityclass high --value=1000 --description="goes first"']],
  flags: [
    { name: 'value', type: 'int', usage: 'the value of this priority class.' },
    { name: 'global-default', type: 'bool', usage: 'whether pods that name no priority class get this one.' },
    { name: 'description', type: 'string', usage: 'when this priority class should be used, for people to read.' },
    {
      name: 'preemption-policy',
      type: 'string',
      default: 'PreemptLowerPriority',
      usage: 'the policy for preempting pods with lower priority.',
    },
  ],
  failure: 'failed to create priorityclass',
  // biome-ignore lint/correctness/useYield: one of several that are generators
  *build({ flags }, name) {
    return {
      apiVersion: 'scheduling.k8s.io/v1',
      description: flags.string('description') || undefined,
      globalDefault: flags.bool('global-default') || undefined,
      kind: 'PriorityClass',
      metadata: { name },
      preemptionPolicy: flags.string('preemption-policy'),
      value: flags.int('value'),
    };
  },
});

/** host/path=service:port[,tls[=secret]]; what follows the port may be anything. */
const RULE = /^[\w*\-.]*\/.*=[\w-]+:[\w-]+/;

export const ingress = generatorCommand({
  name: 'ingress',
  aliases: ['ing'],
  usage: 'ingress NAME --rule=host/path=service:port[,tls[=secret]] ',
  short: 'Create an ingress with the specified name',
  examples: [
    ['Route everything of a host to one service', 'kubectl create ingress web --rule="example.com/*=web:80"'],
    ['Use an ingress class and a default backend', 'kubectl create ingress web --class=nginx --default-backend=web:80'],
  ],
  flags: [
    { name: 'class', type: 'string', usage: 'Ingress Class to be used' },
    {
      name: 'rule',
      type: 'array',
      usage: "Rule in format host/path=service:port[,tls=secretname]. A path that ends in '*' matches everything below it.",
    },
    { name: 'default-backend', type: 'string', usage: 'Default service for backend, in format of svcname:port' },
    { name: 'annotation', type: 'array', usage: 'Annotation to insert in the ingress object, in the format annotation=value' },
  ],
  failure: 'failed to create ingress',
  *build({ flags }, name) {
    const [rules, backend, annotations] = [flags.list('rule'), flags.string('default-backend'), flags.list('annotation')];
    if (backend === '' && rules.length === 0) {
      throw new CommandError(
        'not enough information provided: every ingress has to either specify a default-backend (which catches all traffic) or a list of rules (which catch specific paths)',
      );
    }
    const parsed = rules.map(parseRule);
    for (const annotation of annotations) {
      if (!annotation.includes('=')) throw new CommandError(`annotation ${annotation} is invalid and should be in format key=[value]`);
    }
    if (backend !== '' && backend.split(':').length !== 2)
      throw new CommandError('default-backend should be in format servicename:serviceport');
    const hosts = [...new Set(parsed.map((rule) => rule.host))];
    return {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: {
        annotations:
          annotations.length > 0
            ? Object.fromEntries(annotations.map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]))
            : undefined,
        name,
      },
      spec: {
        defaultBackend: backend === '' ? undefined : backendOf(...(backend.split(':') as [string, string])),
        ingressClassName: flags.string('class') || undefined,
        rules:
          hosts.length === 0
            ? undefined
            : hosts.map((host) => ({
                host: host || undefined,
                http: { paths: parsed.filter((rule) => rule.host === host).map(pathRule) },
              })),
        tls: tlsOf(parsed),
      },
      status: { loadBalancer: {} },
    };
  },
});

interface Rule {
  readonly host: string;
  readonly path: string;
  readonly service: string;
  readonly port: string;
  readonly tls: boolean;
  readonly secret: string;
}

/** As kubectl takes a rule apart: by its signs, from the left. */
function parseRule(rule: string): Rule {
  if (!RULE.test(rule)) throw new CommandError(`rule ${rule} is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]`);
  const [target = '', ...tls] = rule.split(',');
  const [host = ''] = target.split('/', 1);
  const [path = '', backend = ''] = target.slice(host.length).split('=');
  const [service = '', port = ''] = backend.split(':');
  return { host, path, service, port, tls: tls.length === 1, secret: tls[0]?.split('=')[1] ?? '' };
}

function backendOf(service: string, port: string): JsonObject {
  const number = intOrString(port);
  return { service: { name: service, port: typeof number === 'number' ? { number } : { name: port } } };
}

function pathRule({ path, service, port }: Rule): JsonObject {
  const prefix = path.endsWith('*');
  return { backend: backendOf(service, port), path: prefix ? path.slice(0, -1) : path, pathType: prefix ? 'Prefix' : 'Exact' };
}

function tlsOf(rules: readonly Rule[]): JsonObject[] | undefined {
  const entries = new Map<string, Set<string>>();
  const seen = new Set<string>();
  for (const { host, secret, tls } of rules) {
    if (!tls || seen.has(host)) continue;
    seen.add(host);
    entries.set(secret, (entries.get(secret) ?? new Set()).add(host));
  }
  const all = [...entries]
    .map(([secretName, hosts]) => ({ secretName, hosts: [...hosts].filter((host) => host !== '') }))
    .filter(({ secretName, hosts }) => secretName !== '' || hosts.length > 0);
  if (all.length === 0) return undefined;
  return all.map(({ secretName, hosts }) => ({ hosts: hosts.length > 0 ? hosts : undefined, secretName: secretName || undefined }));
}
