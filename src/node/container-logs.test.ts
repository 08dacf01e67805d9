import { expect, test } from 'vitest';
import { session } from '../session/shell.testing.ts';

test('the runtime’s log files are on the node, of this run and the one before, and a Pod that mounts them collects them', async () => {
  const run = await session({ nodes: 1 });
  await run('kubectl run talk --image=busybox -- sh -c "echo out; echo err >&2; printf part; sleep 4; exit 1"; sleep 9');
  const uid = (await run("kubectl get pod talk -o jsonpath='{.metadata.uid}'")).trim();
  const on = (command: string): Promise<string> => run(`minikube ssh '${command}'`);
  expect(await on(`ls /var/log/pods /var/log/pods/default_talk_${uid}/talk`)).toBe(
    `/var/log/pods:\ndefault_talk_${uid}\n\n/var/log/pods/default_talk_${uid}/talk:\n0.log\n1.log\n`,
  );
  const stamp = String.raw`2026-\d\d-\d\dT[\d:]{8}\.\d{9}Z`;
  const log = new RegExp(`^${stamp} stdout F out\n${stamp} stderr F err\n${stamp} stdout P part\n$`);
  expect(await on(`sudo cat /var/log/pods/default_talk_${uid}/talk/0.log`)).toMatch(log);
  const id = (await run("kubectl get pod talk -o jsonpath='{.status.containerStatuses[0].containerID}'")).replace('containerd://', '');
  expect(await on(`readlink /var/log/containers/talk_default_talk-${id}.log`)).toBe(`/var/log/pods/default_talk_${uid}/talk/1.log\n`);
  expect(await on('ls -l /var/log/pods')).toMatch(/^total \d+\ndrwxr-xr-x \d+ root root /);
  await run(`kubectl apply -f - <<'EOF'
apiVersion: v1
kind: Pod
metadata: {name: collector}
spec:
  containers:
  - {name: c, image: busybox, command: [sh, -c, 'tail -qn+1 -F /var/log/containers/talk*.log'], volumeMounts: [{name: v, mountPath: /var/log}]}
  volumes: [{name: v, hostPath: {path: /var/log}}]
EOF
kubectl wait --for=condition=Ready pod/collector; sleep 2`);
  expect(await run('kubectl logs collector')).toMatch(new RegExp(`${stamp} stdout F out\n${stamp} stderr F err\n`));
});
