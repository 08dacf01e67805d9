import { expect, test } from 'vitest';
import { session } from '../../session/shell.testing.ts';

test('a quota books what is made, refuses what is too much, and gives back what goes', async () => {
  const run = await session();
  await run('kubectl create quota q --hard=pods=2,requests.cpu=1,limits.memory=1Gi,services=1,count/deployments.apps=1');
  expect(await run('kubectl run a --image=nginx')).toBe(
    'Error from server (Forbidden): pods "a" is forbidden: failed quota: q: must specify limits.memory for: a; requests.cpu for: a\n',
  );
  await run(`kubectl create deployment d --image=nginx --replicas=3
kubectl set resources deployment d --requests=cpu=300m --limits=memory=256Mi
sleep 3`);
  expect(await run('kubectl describe quota q')).toBe(`Name:                   q
Namespace:              default
Resource                Used   Hard
--------                ----   ----
count/deployments.apps  1      1
limits.memory           512Mi  1Gi
pods                    2      2
requests.cpu            600m   1
services                1      1
`);
  expect(await run('kubectl create deployment e --image=nginx')).toContain(
    'deployments.apps "e" is forbidden: exceeded quota: q, requested: count/deployments.apps=1, used: count/deployments.apps=1, limited: count/deployments.apps=1\n',
  );
  expect(await run('kubectl get events --field-selector reason=FailedCreate -o custom-columns=M:.message')).toContain(
    'is forbidden: exceeded quota: q, requested: pods=1, used: pods=2, limited: pods=2',
  );
  await run('kubectl delete deployment d; sleep 5');
  expect(await run(`kubectl get quota q -o jsonpath='{.status.used.pods} {.status.used.requests\\.cpu}'`)).toBe('0 0');
  expect(await run('kubectl create service nodeport s --tcp=80 --dry-run=server')).toContain('exceeded quota: q, requested: services=1');
});

test('scopes say which Pods count', async () => {
  const run = await session();
  await run(`kubectl create quota best --hard=pods=1 --scopes=BestEffort
kubectl run a --image=nginx`);
  expect(await run('kubectl run b --image=nginx')).toContain('exceeded quota: best, requested: pods=1, used: pods=1, limited: pods=1');
  const named = `--overrides='{"spec":{"containers":[{"name":"c","image":"nginx","resources":{"requests":{"cpu":"1m"}}}]}}'`;
  expect(await run(`kubectl run c --image=nginx ${named}`)).toBe('pod/c created\n');
  expect(await run('kubectl create quota x --hard=cpu=1 --scopes=BestEffort')).toContain(
    'spec.scopes: Invalid value: ["BestEffort"]: unsupported scope applied to resource',
  );
});

test('a LimitRange gives defaults and sets bounds', async () => {
  const run = await session();
  await run(`kubectl apply -f - <<'Y'
apiVersion: v1
kind: LimitRange
metadata: {name: l}
spec:
  limits:
  - {type: Container, max: {cpu: "1"}, min: {cpu: 100m}, default: {cpu: 500m}}
  - {type: PersistentVolumeClaim, max: {storage: 2Gi}}
Y
kubectl run a --image=nginx`);
  expect(await run(`kubectl get pod a -o jsonpath='{.spec.containers[0].resources}{.metadata.annotations}'`)).toBe(
    '{"limits":{"cpu":"500m"},"requests":{"cpu":"500m"}}{"kubernetes.io/limit-ranger":"LimitRanger plugin set: cpu request for container a; cpu limit for container a"}',
  );
  const with2 = `--overrides='{"spec":{"containers":[{"name":"b","image":"nginx","resources":{"limits":{"cpu":"2"},"requests":{"cpu":"50m"}}}]}}'`;
  expect(await run(`kubectl run b --image=nginx ${with2}`)).toBe(
    'Error from server (Forbidden): pods "b" is forbidden: [minimum cpu usage per Container is 100m, but request is 50m, maximum cpu usage per Container is 1, but limit is 2]\n',
  );
  expect(
    await run(`kubectl apply -f - <<'Y'
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: c}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 3Gi}}}
Y`),
  ).toContain('persistentvolumeclaims "c" is forbidden: maximum storage usage per PersistentVolumeClaim is 2Gi, but request is 3Gi');
});
