import { describe, expect, test } from 'vitest';
import type { Recording } from '../src/serve/replay.ts';
import { compare, difference, normalise } from './compare.ts';

describe('what changes from run to run counts as equal', () => {
  test.each([
    ['pod/kubernetes-bootcamp-5d7f96b74-x2k9l deleted', 'pod/kubernetes-bootcamp-7cb8d6f95c-9q4wz deleted'],
    [
      'kubernetes-bootcamp   NodePort   10.96.12.7   <none>   8080:30512/TCP   4s',
      'kubernetes-bootcamp   NodePort   10.107.3.44   <none>   8080:31999/TCP   61m',
    ],
    ['creationTimestamp: "2026-11-24T04:00:00Z"', 'creationTimestamp: "2027-01-02T03:04:05Z"'],
    ['  uid: 0f8fad5b-d9cb-469f-a165-70867728950e', '  uid: 7c9e6679-7425-40de-944b-e07fc1f90ae7'],
    ['resourceVersion: "812"', 'resourceVersion: "40711"'],
    ['a   b', 'a      b'],
  ])('%s', (one, other) => {
    expect(normalise(one)).toBe(normalise(other));
  });

  test.each([
    ['NAME   READY', 'NAME   STATUS'],
    ['web   1/1   Running   0   4s', 'web   0/1   Running   0   4s'],
    ['10.96.0.1', '10.96.0.2'],
    ['a b', 'a  b'],
    ['port 8080', 'port 8081'],
  ])('but not %s and %s', (one, other) => {
    expect(normalise(one)).not.toBe(normalise(other));
  });
});

test('steps are compared by output, errors and exit code; prepared and unstable ones are not', () => {
  const step = { run: 'x', out: 'a\n', err: '', code: 0, ms: 1 };
  const expected: Recording = { name: 'r', steps: [step, step, step, { ...step, prepare: true }, { ...step, unstable: true }, step] };
  const actual: Recording = {
    name: 'r',
    steps: [step, { ...step, code: 1 }, { ...step, err: 'no' }, { ...step, out: 'b' }, { ...step, out: 'b' }],
  };
  const results = compare(expected, actual);
  expect(results.map((r) => [r.index, r.ok])).toEqual([
    [0, true],
    [1, false],
    [2, false],
    [5, false],
  ]);
  expect(difference(results[1]!)).toBe('- --- exit 0\n+ --- exit 1');
});
