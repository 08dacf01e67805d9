import { expect, it } from 'vitest';
import { createCluster } from '../session/index.ts';

const MANIFEST = `apiVersion: v1
kind: ReplicationController
metadata: {name: rc}
spec: {replicas: 2, template: {metadata: {labels: {app: rc}}, spec: {containers: [{name: c, image: nginx}]}}}
`;

it('keeps as many Pods as wanted, by the labels of its template', async () => {
  const shell = (await createCluster()).openShell();
  const out = async (line: string) => (await shell.run(line)).out;
  const count = async (label: string) => (await out(`kubectl get pods -l app=${label} --no-headers`)).split('\n').length - 1;
  await shell.run(`cat > rc.yaml <<'Y'\n${MANIFEST}Y\nkubectl apply -f rc.yaml; sleep 4`);
  expect(await out('kubectl get rc -o wide')).toBe(
    'NAME   DESIRED   CURRENT   READY   AGE   CONTAINERS   IMAGES   SELECTOR\nrc     2         2         2       4s    c            nginx    app=rc\n',
  );
  await shell.run('kubectl scale rc rc --replicas=3; sleep 3');
  expect(await count('rc')).toBe(3);
  // What matches no more is let go and replaced.
  await shell.run('kubectl label pods -l app=rc app=free --overwrite; sleep 3');
  expect([await count('rc'), await count('free')]).toEqual([3, 3]);
  expect(await out("kubectl get pods -l app=free -o jsonpath='{.items[*].metadata.ownerReferences}'")).toBe('');
  // What is left behind is adopted by the next, which has one too many.
  await shell.run('kubectl delete rc rc --cascade=orphan; kubectl apply -f rc.yaml; sleep 3');
  expect(await count('rc')).toBe(2);
  await shell.run('kubectl delete rc rc; sleep 40');
  expect([await count('rc'), await count('free')]).toEqual([0, 3]);
});

it('tells why Pods cannot be made', async () => {
  const shell = (await createCluster()).openShell();
  await shell.run(`kubectl create quota none --hard=pods=1; kubectl apply -f - <<'Y'\n${MANIFEST}Y\nsleep 3`);
  const { out } = await shell.run('kubectl describe rc rc');
  expect(out).toMatch(/Conditions:\n {2}Type +Status +Reason\n[- ]+\n {2}ReplicaFailure +True +FailedCreate/);
  expect(out).toMatch(
    /Warning {2}FailedCreate .* replication-controller +Error creating: pods "rc-\w+" is forbidden: exceeded quota: none/,
  );
});
