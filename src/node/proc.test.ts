import { expect, it } from 'vitest';
import { session } from '../session/shell.testing.ts';

it('says in /proc how a container is confined', async () => {
  const run = await session();
  await run(`kubectl apply -f - <<'Y'
apiVersion: v1
kind: Pod
metadata: {name: plain}
spec: {containers: [{name: c, image: busybox, command: [sleep, '1000']}]}
---
apiVersion: v1
kind: Pod
metadata: {name: held}
spec:
  hostUsers: false
  securityContext: {runAsUser: 1000, runAsGroup: 3000, fsGroup: 2000, seccompProfile: {type: RuntimeDefault}}
  containers:
  - name: c
    image: busybox
    command: [sleep, '1000']
    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}}
---
apiVersion: v1
kind: Pod
metadata: {name: net}
spec: {containers: [{name: c, image: busybox, command: [sleep, '1000'], securityContext: {capabilities: {add: [NET_ADMIN, SYS_TIME]}}}]}
---
apiVersion: v1
kind: Pod
metadata: {name: all}
spec: {hostNetwork: true, containers: [{name: c, image: busybox, command: [sleep, '1000'], securityContext: {privileged: true}}]}
Y
kubectl wait --for=condition=Ready pod --all --timeout=60s`);
  const said = async (pod: string, what: string): Promise<string> =>
    (await run(`kubectl exec ${pod} -- sh -c 'cd /proc/1; grep -E "${what}" status' | tr '\\t\\n' ' ;'`)).trim();
  // The capabilities are those that the docs' page about security contexts prints.
  expect(await said('plain', '^(Name|Uid|CapPrm|CapBnd|NoNewPrivs|Seccomp):')).toBe(
    'Name: sleep;Uid: 0 0 0 0;CapPrm: 00000000a80425fb;CapBnd: 00000000a80425fb;NoNewPrivs: 0;Seccomp: 0;',
  );
  expect(await said('net', '^CapEff:')).toBe('CapEff: 00000000aa0435fb;');
  expect(await said('all', '^CapEff:')).toBe('CapEff: 000001ffffffffff;');
  expect(await said('held', '^(Uid|Gid|Groups|CapEff|CapBnd|NoNewPrivs|Seccomp):')).toBe(
    'Uid: 1000 1000 1000 1000;Gid: 3000 3000 3000 3000;Groups: 2000 3000;CapEff: 0000000000000000;CapBnd: 0000000000000400;NoNewPrivs: 1;Seccomp: 2;',
  );
  const namespaces = 'readlink /proc/self/ns/user /proc/1/ns/net; cat /proc/self/uid_map';
  const [user, net, map] = (await run(`kubectl exec all -- sh -c '${namespaces}'`)).split('\n');
  expect([user, net, map]).toEqual(['user:[4026531837]', 'net:[4026531840]', '         0          0 4294967295']);
  const [ownUser, ownNet, ownMap] = (await run(`kubectl exec held -- sh -c '${namespaces}'`)).split('\n');
  expect(ownUser).toMatch(/^user:\[40265\d{5}\]$/);
  expect(ownUser).not.toBe(user);
  expect(ownNet).not.toBe(net);
  expect(ownMap).toMatch(/^ {9}0 +[1-9]\d+ {6}65536$/);
  expect(await run("kubectl exec plain -- sh -c 'head -1 /proc/meminfo; grep -c processor /proc/cpuinfo; head -1 /proc/1/mounts'")).toMatch(
    /^MemTotal: +\d+ kB\n\d+\noverlay \/ overlay/,
  );
});
