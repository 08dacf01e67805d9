/** Cells of tables (source: pkg/printers/internalversion/printers.go), where they need more than one look. */
import { beforeAll, describe, expect, it } from 'vitest';
import { kinds } from './index.ts';
import { rareCode } from './rare.ts';

const metadata = { name: 'one', namespace: 'default', creationTimestamp: '2026-01-01T00:00:00Z' };
const NOW = Date.parse('2026-01-01T00:05:00Z');

function cells(plural: string, object: object): Record<string, unknown> {
  const kind = kinds.find((one) => one.plural === plural);
  if (!kind) throw new Error(plural);
  return Object.fromEntries(kind.columns.map((column) => [column.name, column.cell({ metadata, status: {}, ...object } as never, NOW)]));
}

const CASES: readonly (readonly [plural: string, object: object, expected: object])[] = [
  [
    'ingresses',
    { metadata: { ...metadata, annotations: { 'kubernetes.io/ingress.class': 'nginx' } }, spec: { rules: [{ host: 'a' }, {}] } },
    { Class: '<none>', Hosts: 'a' },
  ],
  ['ingresses', { spec: { rules: [{ host: 'a' }, { host: 'b' }, {}, { host: 'c' }, { host: 'd' }] } }, { Hosts: 'a,b,c + 2 more...' }],
  ['ingresses', { spec: { rules: [{ host: 'a' }, { host: 'b' }, { host: 'c' }, {}] } }, { Hosts: 'a,b,c + 1 more...' }],
  [
    'ingresses',
    { spec: {}, status: { loadBalancer: { ingress: [{ ip: '2.2.2.2' }, { ip: '1.1.1.1' }, { ip: '2.2.2.2' }] } } },
    { Address: '1.1.1.1,2.2.2.2', Hosts: '*' },
  ],
  ['persistentvolumeclaims', { spec: { volumeName: 'v' }, status: { phase: 'Pending' } }, { Capacity: '0', 'Access Modes': '' }],
  [
    'persistentvolumeclaims',
    { metadata: { ...metadata, annotations: { 'volume.beta.kubernetes.io/storage-class': 'old' } }, spec: { storageClassName: 'new' } },
    { StorageClass: 'old', Capacity: '' },
  ],
  ['persistentvolumes', { spec: {} }, { Capacity: '0' }],
  [
    'events',
    { involvedObject: {}, source: { component: 'kubelet' }, reportingInstance: 'minikube' },
    { Source: 'kubelet, minikube', Count: 1 },
  ],
  [
    'horizontalpodautoscalers',
    {
      spec: {
        scaleTargetRef: { kind: 'Deployment', name: 'web' },
        maxReplicas: 3,
        metrics: [
          { type: 'External', external: { metric: { name: 'q' }, target: { type: 'AverageValue', averageValue: '30' } } },
          { type: 'Object', object: { metric: { name: 'r' }, target: { type: 'Value', value: '2k' } } },
          { type: 'Pods', pods: { metric: { name: 's' }, target: { type: 'AverageValue', averageValue: '1' } } },
        ],
      },
      status: { currentMetrics: [{ type: 'External', external: { metric: { name: 'q' }, current: { averageValue: '1500m' } } }] },
    },
    { Targets: '1500m/30 (avg), <unknown>/2k + 1 more...', MinPods: '<unset>' },
  ],
  [
    'jobs',
    { spec: { parallelism: 3 }, status: { conditions: [{ type: 'SuccessCriteriaMet', status: 'True' }] } },
    { Status: 'Running', Completions: '0/1 of 3' },
  ],
  ['csidrivers', { spec: {} }, { AttachRequired: true, PodInfoOnMount: false, TokenRequests: '<unset>', Modes: '<none>' }],
  [
    'volumeattachments',
    { spec: { attacher: 'csi', nodeName: 'n', source: { persistentVolumeName: 'pv' } } },
    { Attacher: 'csi', PV: 'pv', Node: 'n', Attached: false },
  ],
  ['resourceclaims', {}, { State: 'pending' }],
  ['resourceclaims', { status: { allocation: {}, reservedFor: [{}] } }, { State: 'allocated,reserved' }],
  ['validatingadmissionpolicybindings', { spec: { policyName: 'p', paramRef: { name: 'q' } } }, { ParamRef: '*/q' }],
  [
    'validatingadmissionpolicybindings',
    { spec: { policyName: 'p', paramRef: { selector: { matchLabels: { a: 'b' } } } } },
    { ParamRef: '&LabelSelector{MatchLabels:map[string]string{a: b,},MatchExpressions:[]LabelSelectorRequirement{},}' },
  ],
];

describe('cells of tables', () => {
  beforeAll(() => rareCode.load());
  it.each(CASES)('%s %j', (plural, object, expected) => {
    expect(cells(plural, object)).toMatchObject(expected);
  });
});
