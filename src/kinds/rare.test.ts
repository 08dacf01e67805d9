/** Kinds of a control plane that few look at are read, filled in and checked as the others are. */
import { expect, it } from 'vitest';
import type { Status } from '../api/types.ts';
import { createCluster } from '../session/index.ts';
import { rareCode } from './rare.ts';
import { rulesCode } from './rules-code.ts';

const cluster = await createCluster({ addons: [] });
await cluster.load();
for (const code of [rareCode, rulesCode]) await code.load();

type Body = Record<string, unknown>;
function send(method: 'POST' | 'PATCH', path: string, body: Body, type = 'application/json'): Body & { spec?: unknown } {
  const headers = { 'content-type': type };
  return cluster.api.handle({ method, path: `/apis/${path}`, body, headers, query: { fieldValidation: 'Strict' } }).body as Body;
}
const words = (answer: Body): string => (answer as unknown as Status).message ?? 'done';

it('a driver of volumes', () => {
  const path = 'storage.k8s.io/v1/csidrivers';
  const driver = (spec: Body, name = 'a.b'): Body => ({ apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver', metadata: { name }, spec });
  expect(words(send('POST', path, driver({ attach: true })))).toBe(
    'CSIDriver in version "v1" cannot be handled as a CSIDriver: strict decoding error: unknown field "spec.attach"',
  );
  expect(send('POST', path, driver({ podInfoOnMount: true })).spec).toEqual({
    attachRequired: true,
    fsGroupPolicy: 'ReadWriteOnceWithFSType',
    podInfoOnMount: true,
    requiresRepublish: false,
    seLinuxMount: false,
    storageCapacity: false,
    volumeLifecycleModes: ['Persistent'],
  });
  expect(words(send('PATCH', `${path}/a.b`, { spec: { attachRequired: false } }, 'application/merge-patch+json'))).toBe(
    'CSIDriver.storage.k8s.io "a.b" is invalid: spec.attachedRequired: Invalid value: false: field is immutable',
  );
  expect(words(send('POST', path, driver({ fsGroupPolicy: 'Foo' }, 'c.d')))).toBe(
    'CSIDriver.storage.k8s.io "c.d" is invalid: spec.fsGroupPolicy: Unsupported value: "Foo": supported values: "File", "None", "ReadWriteOnceWithFSType"',
  );
});

it('priorities of requests', () => {
  const of = (kind: string, spec: Body): Body =>
    send('POST', `flowcontrol.apiserver.k8s.io/v1/${kind.toLowerCase()}s`, {
      apiVersion: 'flowcontrol.apiserver.k8s.io/v1',
      kind,
      metadata: { name: kind.toLowerCase() },
      spec,
    });
  const about = (kind: string, why: string): string => `${kind}.flowcontrol.apiserver.k8s.io "${kind.toLowerCase()}" is invalid: ${why}`;
  const rule = { subjects: [{ kind: 'User', group: { name: 'g' } }] };
  expect(words(of('FlowSchema', { priorityLevelConfiguration: { name: '' }, matchingPrecedence: 1, rules: [rule] }))).toBe(
    about(
      'FlowSchema',
      `[${[
        `spec.matchingPrecedence: Invalid value: 1: only the schema named 'exempt' may have matchingPrecedence 1`,
        'spec.priorityLevelConfiguration.name: Required value: must reference a priority level',
        `spec.rules[0].subjects[0].user: Required value: user is required when subject kind is 'User'`,
        `spec.rules[0].subjects[0].group: Forbidden: group is forbidden when subject kind is not 'Group'`,
        'spec.rules[0]: Required value: at least one of resourceRules and nonResourceRules has to be non-empty',
      ].join(', ')}]`,
    ),
  );
  expect(of('FlowSchema', { priorityLevelConfiguration: { name: 'system' } }).spec).toMatchObject({ matchingPrecedence: 1000 });
  const level = (limitResponse: Body): Body => of('PriorityLevelConfiguration', { type: 'Limited', limited: { limitResponse } });
  expect(words(level({ type: 'Queue', queuing: { handSize: 20 } }))).toBe(
    about(
      'PriorityLevelConfiguration',
      'spec.limited.limitResponse.queuing.handSize: Invalid value: 20: required entropy bits of deckSize 64 and handSize 20 should not be greater than 60',
    ),
  );
  expect(level({ type: 'Queue', queuing: {} }).spec).toEqual({
    type: 'Limited',
    limited: {
      lendablePercent: 0,
      limitResponse: { type: 'Queue', queuing: { handSize: 8, queueLengthLimit: 50, queues: 64 } },
      nominalConcurrencyShares: 30,
    },
  });
});

it('claims for devices', () => {
  const claim = (name: string, request: Body): Body =>
    send('POST', 'resource.k8s.io/v1/namespaces/default/resourceclaims', {
      apiVersion: 'resource.k8s.io/v1',
      kind: 'ResourceClaim',
      metadata: { name },
      spec: { devices: { requests: [{ name: 'r', ...request }] } },
    });
  const made = claim('c', { exactly: { deviceClassName: 'gpu' } });
  expect(made).toMatchObject({
    spec: { devices: { requests: [{ exactly: { allocationMode: 'ExactCount', count: 1, deviceClassName: 'gpu' } }] } },
    status: {},
  });
  expect(words(claim('d', {}))).toBe(
    'ResourceClaim.resource.k8s.io "d" is invalid: spec.devices.requests[0]: Required value: exactly one of `exactly` or `firstAvailable` is required',
  );
  const path = 'resource.k8s.io/v1/namespaces/default/resourceclaims/c';
  expect(words(send('PATCH', path, { spec: { devices: null } }, 'application/merge-patch+json'))).toMatch(
    /"c" is invalid: spec: Invalid value: .*: field is immutable$/,
  );
});
