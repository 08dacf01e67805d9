/** The services of a node, through `minikube ssh`: what stopping the kubelet does, and what its journal tells. */
import { expect, it } from 'vitest';
import { createCluster } from '../session/index.ts';

async function twoNodes() {
  const shell = (await createCluster({ nodes: 2 })).openShell();
  const run = async (line: string): Promise<string> => {
    const { out, err } = await shell.run(line);
    return out + err;
  };
  return { run, on: (line: string) => run(`minikube ssh -n minikube-m02 '${line}'`) };
}

const POD = `kubectl apply -f - <<'EOF' > /dev/null
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  nodeName: minikube-m02
  containers: [{name: web, image: nginx}]
EOF
kubectl wait --for=condition=Ready pod/web > /dev/null`;
const READY = `kubectl get node minikube-m02 -o jsonpath='{.status.conditions[?(@.type=="Ready")].status}'`;

it('a stopped kubelet: its node is not ready after the grace period, its containers run on and are not looked after', async () => {
  const { run, on } = await twoNodes();
  await run(POD);
  expect(await on('systemctl is-active kubelet; systemctl stop kubelet; systemctl is-active kubelet')).toBe(
    "active\nactive\nFailed to stop kubelet.service: Interactive authentication required.\nSee system logs and 'systemctl status kubelet.service' for details.\n",
  );
  expect(await on('sudo systemctl stop kubelet; systemctl is-active kubelet; echo $?; systemctl status kubelet | head -5')).toMatch(
    /^inactive\n3\n○ kubelet.service - kubelet: The Kubernetes Node Agent\n[^]* Active: inactive \(dead\) since /,
  );
  expect(await run('kubectl logs web')).toMatch(/dial tcp 192\.168\.49\.3:10250: connect: connection refused\n$/);
  expect(await run('minikube status -n minikube-m02; echo $?')).toContain('host: Running\nkubelet: Stopped\n\n2\n');
  expect(await run(`sleep 30; ${READY}`)).toBe('True');
  expect(await run(`sleep 30; ${READY}`)).toBe('Unknown');
  // The Pod answers; its container, killed, is not started again.
  const ip = await run("kubectl get pod web -o jsonpath='{.status.podIP}'");
  expect(await on(`curl -s -o /dev/null -w %{http_code} http://${ip}`)).toBe('200');
  await on('sudo crictl stop $(sudo crictl ps -q)');
  expect(await on('sleep 20; sudo crictl ps -q')).toBe('');
  expect(await run("kubectl get pod web -o jsonpath='{.status.containerStatuses[0].restartCount}'")).toBe('0');

  await on('sudo systemctl start kubelet');
  expect(await run(`sleep 10; ${READY}; kubectl get pod web --no-headers`)).toMatch(/^Trueweb +1\/1 +Running +1 /);
  const events = "kubectl get events --field-selector involvedObject.kind=Node -o jsonpath='{.items[*].reason}'";
  expect(await run(events)).toMatch(/NodeNotReady .*Starting .*NodeReady/);
});

it('restart is over before anybody notices, and the journal tells of it', async () => {
  const { run, on } = await twoNodes();
  await run(POD);
  expect(await on('sudo systemctl restart kubelet; systemctl is-active kubelet; sleep 70')).toBe('active\n');
  expect(await run(READY)).toBe('True');
  await run('kubectl delete pod web');
  const journal = await on('sudo journalctl -u kubelet --no-pager -o cat');
  expect(journal).toMatch(
    /"SyncLoop ADD" source="api" pods=\["default\/web"\]\n[^]*"Type":"ContainerStarted"[^]*Stopped kubelet.service[^]*Started kubelet.service[^]*"SyncLoop DELETE"[^]*"SyncLoop REMOVE"/,
  );
  const pids = (await on('sudo journalctl -u kubelet')).match(/kubelet\[\d+\]/g);
  expect(new Set(pids).size).toBe(2);
  expect(await on('sudo journalctl -u kubelet -n 1 --since "1 hour ago"')).toMatch(/^Nov 24 \d\d:\d\d:\d\d minikube-m02 kubelet\[/);
  expect(await on('journalctl -u kubelet')).toContain('No journal files were opened due to insufficient permissions.\n');
  expect(await on('sudo journalctl -u nosuch; systemctl status nosuch; echo $?; sudo systemctl start nosuch; echo $?')).toBe(
    '-- No entries --\n4\n5\nUnit nosuch.service could not be found.\nFailed to start nosuch.service: Unit nosuch.service not found.\n',
  );
});
