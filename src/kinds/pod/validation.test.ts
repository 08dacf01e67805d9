/** Rules of Pods, one at a time: words, fields and order are those of pkg/apis/core/validation. */
import { expect, it } from 'vitest';
import { formatFieldError } from '../../api/field-errors.ts';
import type { Pod } from '../objects.ts';
import { defaultPod } from './defaults.ts';
import { podRules } from './validation.ts';

type Bag = Record<string, unknown>;
const context = {} as never;

function pod(spec: Bag, annotations?: Record<string, string>): Pod {
  const given = { containers: [{ name: 'c', image: 'nginx' }], ...spec };
  return defaultPod({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', ...(annotations && { annotations }) },
    spec: given,
    status: {},
  } as never);
}
const errors = (spec: Bag, annotations?: Record<string, string>): string[] =>
  (podRules.validate?.(pod(spec, annotations), context) ?? []).map(formatFieldError);
const container = (more: Bag, spec: Bag = {}): string[] => errors({ ...spec, containers: [{ name: 'c', image: 'nginx', ...more }] });
const volume = (source: Bag): string[] => errors({ volumes: [{ name: 'v', ...source }] });
const updated = (spec: Bag, old: Bag, annotations?: Record<string, string>): string[] =>
  (podRules.validateUpdate?.(pod(spec, annotations), pod(old), context) ?? []).map((error) => formatFieldError(error).split('\n')[0] ?? '');

it('what a container is told of its Pod', () => {
  const ref = (fieldPath: string): string[] => container({ env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath } } }] });
  const at = 'spec.containers[0].env[0].valueFrom.fieldRef';
  expect(ref("metadata.labels['a']")).toEqual([]);
  expect(ref("metadata.labels['a b']")[0]).toMatch(
    /^spec\.containers\[0\]\.env\[0\]\.valueFrom\.fieldRef: Invalid value: "a b": name part must/,
  );
  expect(ref("spec.nodeName['a']")).toEqual([
    `${at}.fieldPath: Invalid value: "spec.nodeName['a']": error converting fieldPath: field label does not support subscript: spec.nodeName['a']`,
  ]);
  expect(ref('status.phase')[0]).toMatch(
    /fieldPath: Unsupported value: "status\.phase": supported values: "metadata\.name", "metadata\.namespace"/,
  );
  expect(ref('spec.foo')).toEqual([
    `${at}.fieldPath: Invalid value: "spec.foo": error converting fieldPath: field label not supported: spec.foo`,
  ]);
  const amount = (resource: string, divisor: string): string[] =>
    container({ env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource, divisor } } }] });
  expect(amount('limits.cpu', '1m')).toEqual([]);
  expect(amount('limits.cpu', '2')).toEqual([
    'spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor: Invalid value: "limits.cpu": only divisor\'s values 1m and 1 are supported with the cpu resource',
  ]);
});

it('volumes', () => {
  expect(volume({ nfs: { server: 's' } })).toEqual([
    'spec.volumes[0].nfs.path: Required value',
    'spec.volumes[0].nfs.path: Invalid value: "": must be an absolute path',
  ]);
  expect(volume({ configMap: { name: 'x', items: [{ key: 'a b', path: '..' }] } })).toEqual([
    `spec.volumes[0].configMap.items[0].path: Invalid value: "..": must not contain '..'`,
    `spec.volumes[0].configMap.items[0].path: Invalid value: "..": must not start with '..'`,
  ]);
  expect(volume({ emptyDir: {}, awsElasticBlockStore: { volumeID: 'x' }, cephfs: { monitors: ['a'] } })).toEqual([
    'spec.volumes[0].awsElasticBlockStore: Forbidden: may not specify more than 1 volume type',
    'spec.volumes[0].cephFS: Forbidden: may not specify more than 1 volume type',
  ]);
  expect(volume({ iscsi: {} })).toEqual([
    'spec.volumes[0].iscsi.targetPortal: Required value',
    'spec.volumes[0].iscsi.iqn: Required value',
  ]);
  expect(volume({ csi: { driver: 'a_b' } })[0]).toMatch(
    /^spec\.volumes\[0\]\.csi\.driver: Invalid value: "a_b": a lowercase RFC 1123 subdomain/,
  );
  expect(volume({ downwardAPI: { items: [{ path: 'a', resourceFieldRef: { resource: 'limits.cpu' } }] } })).toEqual([
    'spec.volumes[0].downwardAPI.resourceFieldRef.containerName: Required value',
  ]);
  expect(volume({ downwardAPI: { items: [{ path: 'a', fieldRef: { fieldPath: 'spec.nodeName' } }] } })).toEqual([
    'spec.volumes[0].downwardAPI.fieldRef.fieldPath: Unsupported value: "spec.nodeName": supported values: "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid"',
  ]);
  const sources = [
    { configMap: { name: 'x', items: [{ key: 'k', path: 'a' }] } },
    { secret: { name: 'y', items: [{ key: 'k', path: 'a' }] }, serviceAccountToken: { path: '', expirationSeconds: 10 } },
  ];
  expect(volume({ projected: { sources } })).toEqual([
    'spec.volumes[0].projected: Invalid value: "y": conflicting duplicate paths',
    'spec.volumes[0].projected.sources[1].serviceAccountToken.expirationSeconds: Invalid value: 10: may not specify a duration less than 10 minutes',
    'spec.volumes[0].projected.path: Required value',
    'spec.volumes[0].projected.sources[1]: Forbidden: may not specify more than 1 volume type per source',
  ]);
  expect(
    errors({
      volumes: [
        { name: 'v', persistentVolumeClaim: { claimName: 'p-w' } },
        { name: 'w', ephemeral: {} },
      ],
    }),
  ).toEqual([
    'spec.volumes[0].persistentVolumeClaim.claimName: Invalid value: "p-w": must not reference a PVC that gets created for an ephemeral volume',
    'spec.volumes[1].ephemeral.volumeClaimTemplate: Required value',
  ]);
});

it('what containers mount', () => {
  const volumes = [
    { name: 'v', emptyDir: {} },
    { name: 'c', persistentVolumeClaim: { claimName: 'c' } },
  ];
  expect(
    container(
      { volumeMounts: [{ name: 'v', mountPath: '/v', mountPropagation: 'Bidirectional', recursiveReadOnly: 'Enabled' }] },
      { volumes },
    ),
  ).toEqual([
    'spec.containers[0].volumeMounts.mountPropagation: Forbidden: Bidirectional mount propagation is available only to privileged containers',
    'spec.containers[0].volumeMounts.recursiveReadOnly: Forbidden: may only be specified when readOnly is true',
    'spec.containers[0].volumeMounts.recursiveReadOnly: Forbidden: may only be specified when mountPropagation is None or not specified',
  ]);
  expect(
    container(
      {
        volumeDevices: [
          { name: 'v', devicePath: '/d' },
          { name: 'c', devicePath: '/../x' },
          { name: 'x', devicePath: '/d' },
        ],
      },
      { volumes },
    ),
  ).toEqual([
    'spec.containers[0].volumeDevices[0].name: Invalid value: "v": can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode',
    `spec.containers[0].volumeDevices[1].devicePath: Invalid value: "/../x": can not contain backsteps ('..')`,
    'spec.containers[0].volumeDevices[2].name: Not found: "x"',
    'spec.containers[0].volumeDevices[2].devicePath: Invalid value: "/d": must be unique',
  ]);
});

it('resources', () => {
  expect(container({ resources: { limits: { 'hugepages-2Mi': '3Mi' } } })).toEqual([
    'spec.containers[0].resources.limits[hugepages-2Mi]: Invalid value: "3Mi": 3Mi is not positive integer multiple of hugepages-2Mi',
    'spec.containers[0].resources.requests[hugepages-2Mi]: Invalid value: "3Mi": 3Mi is not positive integer multiple of hugepages-2Mi',
    'spec.containers[0].resources: Forbidden: HugePages require cpu or memory',
  ]);
  expect(container({ resources: { limits: { cpu: 1 }, requests: { cpu: 2 }, claims: [{ name: 'x' }] } })).toEqual([
    'spec.containers[0].resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 1',
    'spec.containers[0].resources.claims[0]: Not found: "x": must be one of the names in pod.spec.resourceClaims which is empty',
  ]);
  expect(container({ resources: { requests: { cpu: '500m' } } }, { resources: { requests: { cpu: '100m', storage: 1 } } })).toEqual([
    'spec.resources.requests[storage]: Unsupported value: "storage": supported values: "cpu", "memory"',
    'spec.resources.requests[cpu]: Invalid value: "100m": must be greater than or equal to aggregate container requests of 500m',
  ]);
  expect(errors({ resourceClaims: [{ name: 'a' }] })).toEqual([
    'spec.resourceClaims[0]: Invalid value: {"Name":"a","ResourceClaimName":null,"ResourceClaimTemplateName":null}: must specify one of: `resourceClaimName`, `resourceClaimTemplateName`',
  ]);
});

it('what is shared with the node, and the operating system', () => {
  expect(errors({ hostUsers: false, hostPID: true, hostNetwork: true })).toEqual([
    'spec.hostNetwork: Forbidden: when `pod.Spec.HostUsers` is false',
    'spec.HostPID: Forbidden: when `pod.Spec.HostUsers` is false',
  ]);
  expect(errors({ os: { name: 'plan9' } })).toEqual(['spec.os: Unsupported value: "plan9": supported values: "linux", "windows"']);
  expect(
    container({ securityContext: { privileged: true } }, { os: { name: 'windows' }, hostPID: true, securityContext: { fsGroup: 1 } }),
  ).toEqual([
    'spec.hostPID: Forbidden: cannot be set for a windows pod',
    'spec.securityContext.fsGroup: Forbidden: cannot be set for a windows pod',
    'spec.containers[0].securityContext.privileged: Forbidden: cannot be set for a windows pod',
  ]);
  expect(container({ securityContext: { procMount: 'Unmasked' } })).toEqual([
    'spec.containers[0].securityContext.procMount: Invalid value: "Unmasked": `hostUsers` must be false to use `Unmasked`',
  ]);
});

it('annotations', () => {
  expect(
    errors({}, { 'controller.kubernetes.io/pod-deletion-cost': '+1', 'container.apparmor.security.beta.kubernetes.io/x': 'y' }),
  ).toEqual([
    'metadata.annotations[controller.kubernetes.io/pod-deletion-cost]: Invalid value: "+1": must be a 32bit integer',
    'metadata.annotations[container.apparmor.security.beta.kubernetes.io/x]: Invalid value: "x": container not found',
    'metadata.annotations[container.apparmor.security.beta.kubernetes.io/x]: Invalid value: "y": invalid AppArmor profile name: "y"',
  ]);
});

it('what may change', () => {
  const toleration = { key: 'a', operator: 'Exists', effect: 'NoExecute' };
  expect(updated({ tolerations: [{ ...toleration, tolerationSeconds: 5 }] }, { tolerations: [toleration] })).toEqual([]);
  expect(updated({ tolerations: [] }, { tolerations: [toleration] })).toEqual([
    'spec.tolerations: Forbidden: existing toleration can not be modified except its tolerationSeconds',
  ]);
  expect(updated({}, { activeDeadlineSeconds: 5 })).toEqual([
    'spec.activeDeadlineSeconds: Invalid value: null: must not update from a positive integer to nil value',
  ]);
  expect(updated({ schedulingGates: [{ name: 'a' }, { name: 'b' }] }, { schedulingGates: [{ name: 'a' }] })).toEqual([
    "spec.schedulingGates[1].name: Forbidden: only deletion is allowed, but found new scheduling gate 'b'",
  ]);
  const gated = { schedulingGates: [{ name: 'a' }] };
  expect(updated({ ...gated, nodeSelector: { a: 'c' } }, { ...gated, nodeSelector: { a: 'b' } })).toEqual([
    'spec.nodeSelector: Invalid value: {"a":"c"}: only additions to spec.nodeSelector are allowed (no mutations or deletions)',
  ]);
  expect(updated({ ...gated, nodeSelector: { a: 'c', d: 'e' } }, { ...gated, nodeSelector: { a: 'c' } })).toEqual([]);
  const affinity = (...keys: string[]): Bag => ({
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: keys.map((key) => ({ key, operator: 'Exists' })) }],
      },
    },
  });
  expect(updated({ ...gated, affinity: affinity('a', 'b') }, { ...gated, affinity: affinity('a') })).toEqual([]);
  expect(updated({ ...gated, affinity: affinity('b') }, { ...gated, affinity: affinity('a') })).toEqual([
    'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0]: Invalid value: {"MatchExpressions":[{"Key":"b","Operator":"Exists","Values":null}],"MatchFields":null}: only additions are allowed (no mutations or deletions)',
  ]);
  expect(updated({ restartPolicy: 'Sometimes' }, {})[0]).toBe(
    'spec.restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "OnFailure", "Never"',
  );
  expect(updated({}, {}, { 'kubernetes.io/config.mirror': 'x' })).toEqual([
    'metadata.annotations[kubernetes.io/config.mirror]: Invalid value: "x": must set spec.nodeName if mirror pod annotation is set',
    'metadata.annotations[kubernetes.io/config.mirror]: Forbidden: may not add mirror pod annotation',
  ]);
});

it('where Pods go', () => {
  const term = { topologyKey: 'zone', matchLabelKeys: ['a', 'a b'], mismatchLabelKeys: ['a'], labelSelector: {} };
  const podAffinity = { requiredDuringSchedulingIgnoredDuringExecution: [term, { topologyKey: 'zone', matchLabelKeys: ['a'] }] };
  const at = 'spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution';
  expect(errors({ affinity: { podAffinity } }).map((error) => error.slice(0, at.length + 100))).toEqual([
    expect.stringContaining(`${at}[0].matchLabelKeys[1]: Invalid value: "a b": name part must consist`),
    `${at}[0].matchLabelKeys[0]: Invalid value: "a": exists in both matchLabelKeys and mismatchLabelKeys`,
    `${at}[1].matchLabelKeys: Forbidden: must not be specified when labelSelector is not set`,
  ]);
  expect(errors({ topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'a b', whenUnsatisfiable: 'X', minDomains: 1 }] })).toEqual([
    'spec.topologySpreadConstraints[0].whenUnsatisfiable: Unsupported value: "X": supported values: "DoNotSchedule", "ScheduleAnyway"',
    'spec.topologySpreadConstraints[0].minDomains: Invalid value: 1: can only use minDomains if whenUnsatisfiable=DoNotSchedule, not X',
  ]);
});

it('warns of what is said in an old way, or says nothing', () => {
  const said = pod(
    { containers: [{ name: 'c', image: 'i', ports: [{ containerPort: 80, hostIP: '10.0.0.1' }] }] },
    { 'container.seccomp.security.alpha.kubernetes.io/c': 'x', 'container.apparmor.security.beta.kubernetes.io/c': 'y' },
  );
  expect(podRules.warnings?.(said, undefined)).toEqual([
    'metadata.annotations[container.seccomp.security.alpha.kubernetes.io/c]: non-functional in v1.27+; use the "seccompProfile" field instead',
    'spec.containers[0].ports[0]: hostIP set without hostPort: {Name: HostPort:0 ContainerPort:80 Protocol:TCP HostIP:10.0.0.1}',
  ]);
});
