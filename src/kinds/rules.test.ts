/** Rules of the kinds, one at a time: words, fields and order are those of the real server's validation packages. */
import { expect, it } from 'vitest';
import { formatFieldError } from '../api/field-errors.ts';
import type { KubeObject } from '../world/object.ts';
import { RULES } from './rules.ts';

type Bag = Record<string, unknown>;
const rules = new Map(RULES);

function object(given: Bag): KubeObject {
  return { apiVersion: 'v1', kind: 'K', spec: {}, status: {}, ...given, metadata: { name: 'x', ...(given['metadata'] as Bag) } } as never;
}
const errors = (resource: string, given: Bag): string[] =>
  (rules.get(resource as never)?.validate?.(object(given), {} as never) ?? []).map(formatFieldError);
const updated = (resource: string, given: Bag, old: Bag): string[] =>
  (rules.get(resource as never)?.validateUpdate?.(object(given), object(old), {} as never) ?? []).map(
    (error) => formatFieldError(error).split('\n')[0] ?? '',
  );

const container = { name: 'c', image: 'i', imagePullPolicy: 'Always', terminationMessagePolicy: 'File' };
const template = {
  metadata: { labels: { a: 'b' } },
  spec: { containers: [container], restartPolicy: 'Always', dnsPolicy: 'ClusterFirst' },
};
const never = { ...template, spec: { ...template.spec, restartPolicy: 'Never' } };
const selector = { matchLabels: { a: 'b' } };

it('quotas', () => {
  const quota = (spec: Bag): string[] => errors('resourcequotas', { spec });
  expect(quota({ hard: { foo: '1', storage: '1', 'count/pods': '1500m', pods: '-1' } })).toEqual([
    'spec.hard[count/pods]: Invalid value: "1500m": must be an integer',
    'spec.hard[foo]: Invalid value: "foo": must be a standard resource type or fully qualified',
    'spec.hard[foo]: Invalid value: "foo": must be a standard resource for quota',
    'spec.hard[pods]: Invalid value: "-1": must be greater than or equal to 0',
    'spec.hard[storage]: Invalid value: "storage": must be a standard resource for quota',
  ]);
  expect(quota({ hard: { cpu: '1' }, scopes: ['NotBestEffort', 'BestEffort', 'X'] })).toEqual([
    'spec.scopes: Invalid value: ["NotBestEffort","BestEffort","X"]: unsupported scope applied to resource',
    'spec.scopes: Invalid value: ["NotBestEffort","BestEffort","X"]: unsupported scope',
    'spec.scopes: Invalid value: ["NotBestEffort","BestEffort","X"]: conflicting scopes',
  ]);
  const selected = (scopeName: string, operator: string, values?: string[]): string[] =>
    quota({ hard: { secrets: '1' }, scopeSelector: { matchExpressions: [{ scopeName, operator, ...(values && { values }) }] } });
  expect(selected('PriorityClass', 'In')).toEqual([
    'spec.scopeSelector.matchExpressions: Invalid value: {"MatchExpressions":[{"ScopeName":"PriorityClass","Operator":"In","Values":null}]}: unsupported scope applied to resource',
    "spec.scopeSelector.matchExpressions.values: Required value: must be at least one value when `operator` is 'In' or 'NotIn' for scope selector",
  ]);
  expect(selected('Terminating', 'Foo').slice(1)).toEqual([
    `spec.scopeSelector.matchExpressions.operator: Invalid value: "Foo": must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity`,
    'spec.scopeSelector.matchExpressions.operator: Invalid value: "Foo": not a valid selector operator',
  ]);
});

it('limit ranges', () => {
  const range = (item: Bag): string[] => errors('limitranges', { spec: { limits: [{ type: 'Container', ...item }] } });
  const at = 'spec.limits[0]';
  expect(range({ max: { cpu: '2' }, min: { cpu: '1' }, maxLimitRequestRatio: { cpu: '4' } })).toEqual([
    `${at}.maxLimitRequestRatio[cpu]: Invalid value: "4": ratio 4 is greater than max/min = 2.000000`,
  ]);
  expect(range({ default: { 'a.b/gpu': '2' }, defaultRequest: { 'a.b/gpu': '1' } })).toEqual([
    `${at}.defaultRequest[a.b/gpu]: Invalid value: "1": default value 2 must equal to defaultRequest value 1 in a.b/gpu`,
  ]);
  expect(range({ max: { pods: '2' } })).toEqual([`${at}.max[pods]: Invalid value: "pods": must be a standard resource for containers`]);
});

it('data', () => {
  expect(errors('configmaps', { data: { a: 'x' }, binaryData: { a: 'eA==' } })).toEqual([
    'data[a]: Invalid value: "a": duplicate of key present in binaryData',
  ]);
  const secret = (type: string, data: Bag): string[] => errors('secrets', { type: `kubernetes.io/${type}`, data });
  expect(secret('ssh-auth', { 'ssh-privatekey': '' })).toEqual(['data[ssh-privatekey]: Required value']);
  expect(secret('dockerconfigjson', { '.dockerconfigjson': btoa('[]') })).toEqual([
    'data[.dockerconfigjson]: Invalid value: "<secret contents redacted>": json: cannot unmarshal array into Go value of type map[string]interface {}',
  ]);
});

it('priorities, leases and taints', () => {
  expect(errors('priorityclasses.scheduling.k8s.io', { metadata: { name: 'system-x' }, value: 1, preemptionPolicy: 'Never' })).toEqual([
    "metadata.name: Forbidden: priority class names with 'system-' prefix are reserved for system use only. error: system-x is not a known system priority class",
  ]);
  expect(
    updated(
      'priorityclasses.scheduling.k8s.io',
      { value: 2, preemptionPolicy: 'Never' },
      { value: 1, preemptionPolicy: 'PreemptLowerPriority' },
    ),
  ).toEqual(['value: Forbidden: may not be changed in an update.', 'preemptionPolicy: Invalid value: "Never": field is immutable']);
  expect(errors('leases.coordination.k8s.io', { spec: { leaseDurationSeconds: 0, leaseTransitions: -1 } })).toEqual([
    'spec.leaseDurationSeconds: Invalid value: 0: must be greater than 0',
    'spec.leaseTransitions: Invalid value: -1: must be greater than or equal to 0',
  ]);
  const taint = { key: 'a', effect: 'NoExecute' };
  expect(errors('nodes', { spec: { taints: [taint, { ...taint, value: 'b' }] } })).toEqual([
    'metadata.taints[1]: Duplicate value: {"Key":"a","Value":"b","Effect":"NoExecute","TimeAdded":null}: taints must be unique by key and effect pair',
  ]);
});

it('addresses of Services', () => {
  const subsets = [{ addresses: [{ ip: '127.0.0.1', hostname: 'A' }], ports: [{ port: 1, protocol: 'X' }] }];
  expect(errors('endpoints', { subsets })).toEqual([
    expect.stringMatching(/^subsets\[0\]\.addresses\[0\]\.hostname: Invalid value: "A": a lowercase RFC 1123 label/),
    'subsets[0].addresses[0].ip: Invalid value: "127.0.0.1": may not be in the loopback range (127.0.0.0/8, ::1/128)',
    'subsets[0].ports[0].protocol: Unsupported value: "X": supported values: "SCTP", "TCP", "UDP"',
  ]);
  const ports = [
    { name: 'a', port: 1 },
    { name: 'a', port: 2 },
  ];
  expect(errors('endpointslices.discovery.k8s.io', { addressType: 'IPv4', endpoints: [{ addresses: [] }], ports })).toEqual([
    'endpoints[0].addresses: Required value: must contain at least 1 address',
    'ports[1][name]: Duplicate value: "a"',
  ]);
});

it('claims', () => {
  const spec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '2Gi' } }, volumeMode: 'Filesystem' };
  const claim = (more: Bag): string[] => errors('persistentvolumeclaims', { spec: { ...spec, ...more } });
  expect(claim({ dataSource: { kind: 'Pod', name: '' } })).toEqual([
    'spec.dataSource.name: Required value',
    `spec.dataSource: Invalid value: "Pod": must be 'PersistentVolumeClaim' when referencing the default apiGroup`,
  ]);
  expect(claim({ accessModes: [], selector: { matchExpressions: [{ key: 'a', operator: 'In' }] } })).toEqual([
    'spec.accessModes: Required value: at least 1 access mode is required',
    "spec.selector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'",
  ]);
  expect(claim({ accessModes: ['RWX', 'ReadWriteOncePod'] })).toHaveLength(1);
  const status = { phase: 'Bound', capacity: { storage: '2Gi' } };
  const now = (more: Bag, metadata: Bag = {}): string[] =>
    updated('persistentvolumeclaims', { spec: { ...spec, ...more }, status, metadata }, { spec, status });
  expect(now({ storageClassName: 'fast' })).toEqual([]);
  expect(now({ resources: { requests: { storage: '1Gi' } } })).toEqual([
    'spec.resources.requests.storage: Forbidden: field can not be less than status.capacity',
  ]);
  expect(now({ volumeMode: 'Block' })).toEqual([
    'spec: Forbidden: spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims',
    'volumeMode: Invalid value: "Block": field is immutable',
  ]);
  expect(now({}, { annotations: { 'volume.beta.kubernetes.io/storage-class': 'x' } })).toEqual([
    'metadata.annotations.volume.beta.kubernetes.io/storage-class: Invalid value: "x": field is immutable',
  ]);
});

it('volumes', () => {
  const base = { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, volumeMode: 'Filesystem' };
  const volume = (more: Bag): string[] => errors('persistentvolumes', { spec: { ...base, ...more } });
  expect(volume({ capacity: { storage: '-1' }, local: { path: '/a/../b' }, nfs: { server: 's', path: '/' } })).toEqual([
    'spec.capacity[storage]: Invalid value: -1: must be a valid resource quantity',
    'spec.capacity[storage]: Invalid value: "-1": must be greater than zero',
    'spec.local: Forbidden: may not specify more than 1 volume type',
  ]);
  expect(volume({ local: { path: '/a/../b' } })).toEqual([
    `spec.local.path: Invalid value: "/a/../b": must not contain '..'`,
    'spec.nodeAffinity: Required value: Local volume requires node affinity',
  ]);
  expect(volume({ csi: { driver: 'x', volumeHandle: '', nodePublishSecretRef: { name: 'a' } }, nodeAffinity: {} })).toEqual([
    'spec.nodeAffinity.required: Required value: must specify required node constraints',
    'spec.csi.volumeHandle: Required value',
    'spec.csi.nodePublishSecretRef.namespace: Required value',
  ]);
  const nodeAffinity = (value: string): Bag => ({
    required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'In', values: [value] }] }] },
  });
  const source = { ...base, hostPath: { path: '/a' } };
  expect(
    updated(
      'persistentvolumes',
      { spec: { ...source, nodeAffinity: nodeAffinity('b') } },
      { spec: { ...source, nodeAffinity: nodeAffinity('c') } },
    ),
  ).toEqual([
    'nodeAffinity: Invalid value: {"Required":{"NodeSelectorTerms":[{"MatchExpressions":[{"Key":"a","Operator":"In","Values":["b"]}],"MatchFields":null}]}}: field is immutable, except for updating from beta label to GA',
  ]);
});

it('what makes Pods', () => {
  const spec = { selector, template };
  expect(errors('deployments.apps', { spec: { ...spec, selector: {}, strategy: { type: 'Recreate' } } })).toEqual([
    'spec.selector: Invalid value: {}: empty selector is invalid for deployment',
  ]);
  const odd = { selector: { matchExpressions: [{ key: 'a', operator: 'X' }] }, template };
  expect(errors('deployments.apps', { spec: { ...odd, strategy: { type: 'X', rollingUpdate: { maxSurge: 1 } } } })).toEqual([
    'spec.selector.matchExpressions[0].operator: Invalid value: "X": not a valid selector operator',
    'spec.selector: Invalid value: {"matchExpressions":[{"key":"a","operator":"X"}]}: invalid label selector',
    'spec.strategy: Unsupported value: {"Type":"X","RollingUpdate":{"MaxUnavailable":0,"MaxSurge":1}}: supported values: "Recreate", "RollingUpdate"',
  ]);
  expect(errors('daemonsets.apps', { spec: { ...spec, selector: {}, updateStrategy: { type: 'OnDelete' } } })).toEqual([
    'spec.selector: Invalid value: {}: empty selector is invalid for daemonset',
  ]);
  const updateStrategy = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0 } };
  expect(errors('statefulsets.apps', { spec: { selector, template: never, podManagementPolicy: '', updateStrategy } })).toEqual([
    'spec.podManagementPolicy: Required value',
    'spec.updateStrategy.rollingUpdate.maxUnavailable: Invalid value: 0: cannot be 0',
    'spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"',
  ]);
  expect(errors('controllerrevisions.apps', { revision: -1 })).toEqual([
    'data: Required value: data is mandatory',
    'revision: Invalid value: -1: must be greater than or equal to 0',
  ]);
});

it('what runs to its end', () => {
  const job = {
    completionMode: 'Indexed',
    parallelism: 1,
    completions: 2,
    backoffLimit: 6,
    template: never,
    manualSelector: true,
    selector,
  };
  const successPolicy = { rules: [{ succeededIndexes: '3-1' }, { succeededIndexes: '0,5' }, {}] };
  const rules = [
    { action: 'FailIndex', onExitCodes: { operator: 'In', values: [0, 2, 1] } },
    { action: 'X', onPodConditions: [{ type: 'A', status: 'Maybe' }] },
  ];
  expect(errors('jobs.batch', { spec: { ...job, podFailurePolicy: { rules }, successPolicy } })).toEqual([
    'spec.podFailurePolicy.rules[0].action: Invalid value: "FailIndex": requires the backoffLimitPerIndex to be set',
    'spec.podFailurePolicy.rules[0].onExitCodes.values[0]: Invalid value: 0: must not be 0 for the In operator',
    'spec.podFailurePolicy.rules[0].onExitCodes.values: Invalid value: [0,2,1]: must be ordered',
    'spec.podFailurePolicy.rules[1].action: Unsupported value: "X": supported values: "Count", "FailIndex", "FailJob", "Ignore"',
    'spec.podFailurePolicy.rules[1].onPodConditions[0].status: Unsupported value: "Maybe": supported values: "False", "True", "Unknown"',
    'spec.successPolicy.rules[0].succeededIndexes: Invalid value: "3-1": error parsing succeededIndexes: too large index: "3"',
    'spec.successPolicy.rules[1].succeededIndexes: Invalid value: "0,5": error parsing succeededIndexes: too large index: "5"',
    'spec.successPolicy.rules[2]: Required value: at least one of succeededCount or succeededIndexes must be specified',
  ]);
  const schedule = { schedule: 'TZ=UTC 1 * * * *', timeZone: 'Nowhere', concurrencyPolicy: 'X', startingDeadlineSeconds: -1 };
  expect(errors('cronjobs.batch', { metadata: { name: 'x'.repeat(53) }, spec: { ...schedule, jobTemplate: { spec: job } } })).toEqual([
    'spec.schedule: Invalid value: "TZ=UTC 1 * * * *": cannot use TZ or CRON_TZ in schedule, use timeZone field instead',
    'spec.startingDeadlineSeconds: Invalid value: -1: must be greater than or equal to 0',
    'spec.timeZone: Invalid value: "Nowhere": unknown time zone Nowhere',
    'spec.concurrencyPolicy: Unsupported value: "X": supported values: "Allow", "Forbid", "Replace"',
    'spec.jobTemplate.spec.selector: Invalid value: {"matchLabels":{"a":"b"}}: `selector` will be auto-generated',
    'spec.jobTemplate.spec.manualSelector: Unsupported value: true: supported values: "nil", "false"',
    `metadata.name: Invalid value: "${'x'.repeat(53)}": must be no more than 52 characters`,
  ]);
});

it('what scales', () => {
  const metrics = [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization' } } }, { type: 'Pods' }];
  const policies = [{ type: 'X', value: 0, periodSeconds: 9999 }];
  const spec = { minReplicas: 0, maxReplicas: 0, scaleTargetRef: { kind: 'a/b', name: '' }, metrics, behavior: { scaleUp: { policies } } };
  expect(errors('horizontalpodautoscalers.autoscaling', { spec })).toEqual([
    'spec.minReplicas: Invalid value: 0: must be greater than or equal to 1',
    'spec.maxReplicas: Invalid value: 0: must be greater than 0',
    `spec.scaleTargetRef.kind: Invalid value: "a/b": may not contain '/'`,
    'spec.scaleTargetRef.name: Required value',
    'spec.metrics[0].resource.target.averageUtilization: Required value: must set either a target raw value or a target utilization',
    'spec.metrics[1].pods: Required value: must populate information for the given metric source',
    'spec.behavior.scaleUp.policies[0].type: Unsupported value: "X": supported values: "Percent", "Pods"',
    'spec.behavior.scaleUp.policies[0].value: Invalid value: 0: must be greater than zero',
    'spec.behavior.scaleUp.policies[0].periodSeconds: Invalid value: 9999: must be less than or equal to 1800',
  ]);
});

it("kinds of one's own", () => {
  const names = { plural: 'boats', singular: 'boat', kind: 'Boat', listKind: 'BoatList' };
  const version = (name: string, properties: Bag, more: Bag = {}): Bag => ({
    name,
    served: true,
    storage: name === 'v1',
    schema: { openAPIV3Schema: { type: 'object', properties } },
    ...more,
  });
  const crd = (versions: Bag[], spec: Bag = {}, metadata: Bag = { name: 'boats.a.b' }): string[] =>
    errors('customresourcedefinitions.apiextensions.k8s.io', {
      metadata,
      spec: { group: 'a.b', scope: 'Namespaced', names, versions, conversion: { strategy: 'None' }, ...spec },
      status: { storedVersions: ['v1'] },
    });
  const at = 'spec.validation.openAPIV3Schema';
  expect(crd([version('v1', { spec: { type: 'object' } })])).toEqual([]);
  expect(
    crd([version('v1', { spec: {}, metadata: { type: 'object', properties: { labels: { type: 'object' } } }, list: { type: 'array' } })]),
  ).toEqual([
    `${at}.properties[list].items: Required value: must be specified`,
    `${at}.properties[metadata]: Forbidden: must not specify anything other than name and generateName, but metadata is implicitly specified`,
    `${at}.properties[spec].type: Required value: must not be empty for specified object fields`,
  ]);
  expect(crd([version('v1', { a: { type: 'foo' } }), version('v2', { a: { type: 'string' } })])).toEqual([
    'spec.versions[0].schema.openAPIV3Schema.properties[a].type: Unsupported value: "foo": supported values: "array", "boolean", "integer", "number", "object", "string"',
  ]);
  expect(crd([version('v1', { a: { type: 'string' } }, { storage: false }), version('v2', {}, { storage: true })])).toEqual([
    expect.stringMatching(/^status\.storedVersions: Invalid value: \{"Name":"v2",.*\}: must have the storage version v2$/),
  ]);
  const list = { type: 'array', items: { type: 'object', properties: { a: { type: 'string' } } } };
  expect(crd([version('v1', { l: { ...list, 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['a', 'b'] } })])).toEqual([
    `${at}.properties[l].x-kubernetes-list-map-keys: Invalid value: ["a","b"]: entries must all be names of item properties`,
    `${at}.properties[l].items.properties[a].default: Required value: this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property`,
  ]);
  expect(crd([version('v1', { a: { type: 'integer', default: '1' } })])).toEqual([
    `${at}.properties[a].default: Invalid value: "string":  in body must be of type integer: "string"`,
  ]);
  expect(crd([version('v1', { a: { type: 'string', anyOf: [{ type: 'integer' }, { properties: { b: {} } }] } })])).toEqual([
    `${at}.properties[a].anyOf[0].type: Forbidden: must be empty to be structural`,
  ]);
  expect(
    crd([
      version(
        'v1',
        {},
        {
          additionalPrinterColumns: [{ name: 'A', type: 'text', jsonPath: 'spec.a' }],
          subresources: { scale: { specReplicasPath: '.a' } },
        },
      ),
    ]),
  ).toEqual([
    'spec.subresources.scale.specReplicasPath: Invalid value: ".a": should be a json path under .spec',
    'spec.subresources.scale.statusReplicasPath: Required value',
    'spec.additionalPrinterColumns[0].type: Invalid value: "text": must be one of boolean,date,integer,number,string',
    'spec.additionalPrinterColumns[0].JSONPath: Invalid value: "spec.a": must be a simple json path starting with .',
  ]);
  expect(
    crd([version('v1', {})], { group: 'x.k8s.io', scope: 'Global', conversion: { strategy: 'Webhook' } }, { name: 'boats.x.k8s.io' }),
  ).toEqual([
    'spec.scope: Unsupported value: "Global": supported values: "Cluster", "Namespaced"',
    'spec.conversion.webhookClientConfig: Required value: required when strategy is set to Webhook',
    'spec.conversion.conversionReviewVersions: Required value',
    'metadata.annotations[api-approved.kubernetes.io]: Required value: protected groups must have approval annotation "api-approved.kubernetes.io", see https://github.com/kubernetes/enhancements/pull/1111',
  ]);
});

it('endpoint slices', () => {
  const slice = (addressType: string, endpoint: Bag): string[] =>
    errors('endpointslices.discovery.k8s.io', { addressType, endpoints: [endpoint], ports: [] });
  expect(slice('IPv4', { addresses: ['fd00::1'] })).toEqual([
    'endpoints[0].addresses[0]: Invalid value: "fd00::1": must be an IPv4 address',
  ]);
  expect(slice('IPv6', { addresses: ['10.0.0.1'] })).toEqual([
    'endpoints[0].addresses[0]: Invalid value: "10.0.0.1": must be an IPv6 address',
  ]);
  expect(slice('IPv4', { addresses: ['10.0.0.1'], hints: { forZones: [{ name: 'a' }, { name: 'a' }] } })).toEqual([
    'endpoints[0].hints.forZones[1].name: Duplicate value: "a"',
  ]);
});
