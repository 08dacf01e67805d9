/** What clients may write to /status, in the words of the real server's Validate...StatusUpdate functions. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatFieldError } from '../api/field-errors.ts';
import { indexesOf } from './job/indexes.ts';
import { RULES } from './rules.ts';

type Bag = Record<string, unknown>;
const rules = new Map(RULES);

function errors(resource: string, status: Bag, before: Bag = {}, spec: Bag = {}, metadata: Bag = {}): string[] {
  const object = (of: Bag) => ({ apiVersion: 'v1', kind: 'K', metadata: { name: 'x', ...metadata }, spec, status: of }) as never;
  return (rules.get(resource as never)?.validateStatus?.(object(status), object(before), {} as never) ?? []).map(formatFieldError);
}

it('counts replicas', () => {
  expect(errors('deployments.apps', { replicas: 1, readyReplicas: 3, availableReplicas: 4, observedGeneration: -1 })).toEqual([
    'status.observedGeneration: Invalid value: -1: must be greater than or equal to 0',
    'status.readyReplicas: Invalid value: 3: cannot be greater than status.replicas',
    'status.availableReplicas: Invalid value: 4: cannot be greater than status.replicas',
    'status.availableReplicas: Invalid value: 4: cannot be greater than readyReplicas',
  ]);
  expect(errors('deployments.apps', { collisionCount: 1 }, { collisionCount: 2 })).toEqual([
    'status.collisionCount: Invalid value: 1: cannot be decremented',
  ]);
  expect(errors('statefulsets.apps', { replicas: 2, readyReplicas: 1, availableReplicas: 2 })).toEqual([
    'status.availableReplicas: Invalid value: 2: cannot be greater than status.readyReplicas',
  ]);
  expect(errors('replicasets.apps', { replicas: 1, fullyLabeledReplicas: 2 })).toEqual([
    'status.fullyLabeledReplicas: Invalid value: 2: cannot be greater than status.replicas',
  ]);
  expect(errors('daemonsets.apps', { numberReady: -2 })).toEqual([
    'status.numberReady: Invalid value: -2: must be greater than or equal to 0',
  ]);
});

it('a Pod that has ended does not go on', () => {
  const container = (state: Bag): Bag => ({ containerStatuses: [{ name: 'c', state }] });
  const ended = container({ terminated: { exitCode: 0 } });
  const goesOn = (policy: string, before: Bag): string[] =>
    errors('pods', container({ running: {} }), before, { restartPolicy: policy, containers: [] });
  const refused = ['status.containerStatuses[0].state: Forbidden: may not be transitioned to non-terminated state'];
  expect(goesOn('Never', ended)).toEqual(refused);
  expect(goesOn('OnFailure', ended)).toEqual(refused);
  expect(goesOn('OnFailure', container({ terminated: { exitCode: 1 } }))).toEqual([]);
  expect(goesOn('Always', ended)).toEqual([]);
});

it('Pods', () => {
  expect(errors('pods', { qosClass: 'Guaranteed' }, { qosClass: 'BestEffort' })).toEqual([
    'status.qosClass: Invalid value: "Guaranteed": field is immutable',
  ]);
  expect(errors('pods', { conditions: [{ type: 'Ready' }, { type: 'a b' }] })[0]).toMatch(
    /^metadata.conditions\[1\].Type: Invalid value: "a b": name part must consist of/,
  );
  expect(errors('pods', { podIPs: [{ ip: '10.0.0.1' }, { ip: '10.0.0.1' }] })).toEqual([
    'status.podIPs: Invalid value: [{"IP":"10.0.0.1"},{"IP":"10.0.0.1"}]: may specify no more than one IP for each IP family',
    'status.podIPs[1]: Duplicate value: {"IP":"10.0.0.1"}',
  ]);
  expect(errors('pods', { hostIP: '10.0.0.2', hostIPs: [{ ip: '10.0.0.1' }] })).toEqual([
    'status.hostIPs[0].ip: Invalid value: "10.0.0.1": must be equal to `hostIP`',
  ]);
});

it('nodes', () => {
  expect(errors('nodes', { capacity: { pods: '1500m', cpu: '-1' } })).toEqual([
    'status.capacity.pods: Invalid value: "1500m": must be an integer',
    'status.capacity.cpu: Invalid value: "-1": must be greater than or equal to 0',
  ]);
  const address = { type: 'InternalIP', address: '10.0.0.1' };
  expect(errors('nodes', { addresses: [address, address] })).toEqual([
    'status.addresses[1]: Duplicate value: {"Type":"InternalIP","Address":"10.0.0.1"}',
  ]);
});

it('a Job that ends says when, and stays ended', () => {
  const condition = (type: string): Bag => ({ type, status: 'True' });
  const job = (status: Bag, before: Bag = {}, spec: Bag = {}): string[] => errors('jobs.batch', status, before, spec);
  // The words of a real server: https://github.com/kubernetes-sigs/kueue/issues of the time when these rules came.
  expect(job({ conditions: [condition('Complete')] })).toEqual([
    'status.completionTime: Required value: completionTime is required for Complete jobs',
    'status.conditions: Invalid value: cannot set Complete=True condition without the SuccessCriteriaMet=true condition',
    'status.startTime: Required value: startTime is required for finished job',
  ]);
  expect(job({ conditions: [condition('Failed')], startTime: '2026-01-01T00:00:00Z', active: 1 })).toEqual([
    'status.conditions: Invalid value: cannot set Failed=True condition without the FailureTarget=true condition',
    'status.active: Invalid value: 1: active>0 is invalid for finished job',
  ]);
  expect(job({ failed: 1 }, { failed: 2, conditions: [condition('FailureTarget')] })).toEqual([
    'status.conditions: Invalid value: cannot disable the terminal FailureTarget=True condition',
    'status.failed: Invalid value: 1: cannot decrease the failed counter',
  ]);
  expect(job({ ready: 2, active: 1 })).toEqual(['status.ready: Invalid value: 2: cannot set more ready pods than active']);
  const indexed = { completionMode: 'Indexed', completions: 5, backoffLimitPerIndex: 1 };
  expect(job({ completedIndexes: '0-2', failedIndexes: '2,9' }, {}, indexed)).toEqual([
    'status.failedIndexes: Invalid value: "2,9": error parsing failedIndexes: too large index: "9"',
  ]);
  expect(job({ completedIndexes: '0-2', failedIndexes: '2-3' }, {}, indexed)).toEqual([
    'status.failedIndexes: Invalid value: "2-3": failedIndexes and completedIndexes overlap at index: 2',
  ]);
});

it('indexes are read as they were written', () => {
  const some = fc.uniqueArray(fc.nat(60), { maxLength: 20 }).map((list) => list.sort((a, b) => a - b));
  fc.assert(
    fc.property(some, (list) => {
      const parts: string[] = [];
      for (let at = 0; at < list.length; at++) {
        const from = list[at] as number;
        while (list[at + 1] === (list[at] as number) + 1) at++;
        parts.push(from === list[at] ? `${from}` : `${from}-${list[at]}`);
      }
      const read = indexesOf(parts.join(), 61).flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, n) => first + n));
      expect(read).toEqual(list);
    }),
  );
});

it('namespaces, budgets, quotas and claims', () => {
  expect(errors('namespaces', { phase: 'Terminating' })).toEqual([
    'status.Phase: Invalid value: "Terminating": may only be \'Active\' if `deletionTimestamp` is empty',
  ]);
  const conditions = [
    { type: 'A', status: 'Yes', reason: 'not so', observedGeneration: -1 },
    { type: 'A', status: 'True', reason: 'So', lastTransitionTime: '2026-01-01T00:00:00Z' },
  ];
  expect(errors('poddisruptionbudgets.policy', { conditions, expectedPods: -1 })).toEqual([
    'status.conditions[0].status: Unsupported value: "Yes": supported values: "False", "True", "Unknown"',
    'status.conditions[0].observedGeneration: Invalid value: -1: must be greater than or equal to zero',
    'status.conditions[0].lastTransitionTime: Required value',
    expect.stringMatching(/^status.conditions\[0\].reason: Invalid value: "not so": a condition reason must start with alphabetic/),
    'status.conditions[1]: Duplicate value: "A"',
    'status.expectedPods: Invalid value: -1: must be greater than or equal to 0',
  ]);
  expect(errors('resourcequotas', { used: { foo: '1', pods: '1500m' } })).toEqual([
    'status.used[foo]: Invalid value: "foo": must be a standard resource type or fully qualified',
    'status.used[foo]: Invalid value: "foo": must be a standard resource for quota',
    'status.used[pods]: Invalid value: "1500m": must be an integer',
  ]);
  expect(errors('persistentvolumeclaims', { capacity: { storage: '-2' } }, {}, { accessModes: ['ReadWriteOnce'] })).toEqual([
    'status.capacity[storage]: Invalid value: -2: must be a valid resource quantity',
  ]);
});
