import { expect, test } from 'vitest';
import { session } from '../../session/shell.testing.ts';

const claim = (name: string, more = '', size = '1Gi'): string => `kubectl apply -f - <<'Y'
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: ${name}}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: ${size}}}${more}}
Y`;
const volume = (name: string, size: string, more = ''): string => `kubectl apply -f - <<'Y'
apiVersion: v1
kind: PersistentVolume
metadata: {name: ${name}, labels: {disk: ${name}}}
spec: {accessModes: [ReadWriteOnce], storageClassName: manual, capacity: {storage: ${size}}, hostPath: {path: /mnt/${name}}${more}}
Y`;
const user = (name: string, claimName: string): string =>
  `kubectl run ${name} --image=nginx --overrides='{"spec":{"containers":[{"name":"c","image":"nginx","volumeMounts":[{"name":"d","mountPath":"/d"}]}],"volumes":[{"name":"d","persistentVolumeClaim":{"claimName":"${claimName}"}}]}}'`;
const events = (kind: string, name: string): string =>
  `kubectl get events --field-selector involvedObject.kind=${kind},involvedObject.name=${name} -o custom-columns=R:.reason,M:.message --no-headers | sort -u`;

test('the default class provisions at once, and takes the volume away with the claim', async () => {
  const run = await session();
  await run(claim('data'));
  await run('sleep 1');
  expect(await run('kubectl get pvc data -o jsonpath="{.status.phase} {.spec.storageClassName} {.status.capacity.storage}"')).toBe(
    'Bound standard 1Gi',
  );
  expect(await run(events('PersistentVolumeClaim', 'data'))).toMatch(
    /^ExternalProvisioning +Waiting for a volume to be created either by the external provisioner 'k8s.io\/minikube-hostpath' or manually by the system administrator\. If volume creation is delayed, please verify that the provisioner is running and correctly registered\.\nProvisioning +External provisioner is provisioning volume for claim "default\/data"\nProvisioningSucceeded +Successfully provisioned volume pvc-[-0-9a-f]+\n$/,
  );
  await run(user('p', 'data'));
  await run('kubectl wait --for=condition=Ready pod/p; kubectl delete pvc data --wait=false');
  expect(await run('kubectl get pvc --no-headers')).toMatch(/^data +Terminating/);
  await run('kubectl delete pod p --now; sleep 2');
  expect(await run('kubectl get pvc,pv')).toBe('No resources found\n');
});

test('the default class has no block devices to give', async () => {
  const run = await session();
  await run(claim('raw', ', volumeMode: Block'));
  await run('sleep 1');
  expect(await run('kubectl get pvc raw -o jsonpath={.status.phase}')).toBe('Pending');
  expect(await run(events('PersistentVolumeClaim', 'raw'))).toMatch(
    /ProvisioningFailed +k8s.io\/minikube-hostpath does not support block volume provisioning\n$/,
  );
});

test('a claim waits for its first consumer', async () => {
  const run = await session({ nodes: 2 });
  await run(`kubectl apply -f - <<'Y'
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: late}
provisioner: k8s.io/minikube-hostpath
volumeBindingMode: WaitForFirstConsumer
reclaimPolicy: Retain
Y`);
  await run(claim('data', ', storageClassName: late'));
  await run('sleep 1');
  expect(await run(events('PersistentVolumeClaim', 'data'))).toMatch(
    /^WaitForFirstConsumer +waiting for first consumer to be created before binding\n$/,
  );
  await run(user('p', 'data'));
  expect(await run('kubectl wait --for=condition=Ready pod/p --timeout=30s')).toBe('pod/p condition met\n');
  expect(await run(`kubectl get pvc data -o jsonpath='{.metadata.annotations.volume\\.kubernetes\\.io/selected-node}'`)).toBe(
    await run("kubectl get pod p -o jsonpath='{.spec.nodeName}'"),
  );
  await run('kubectl delete pod p --now; kubectl delete pvc data; sleep 1');
  expect(await run('kubectl get pv --no-headers')).toMatch(/Retain +Released +default\/data/);
});

test('without a class a Pod waits, and says for what', async () => {
  const run = await session({ addons: [] });
  await run(claim('data'));
  await run(user('p', 'data'));
  await run(user('q', 'nope'));
  await run('sleep 2');
  expect(await run(events('Pod', 'p'))).toMatch(
    /FailedScheduling +0\/1 nodes are available: pod has unbound immediate PersistentVolumeClaims\. not found\n$/,
  );
  expect(await run(events('Pod', 'q'))).toContain('0/1 nodes are available: persistentvolumeclaim "nope" not found. not found');
  expect(await run(events('PersistentVolumeClaim', 'data'))).toMatch(
    /^FailedBinding +no persistent volumes available for this claim and no storage class is set\n$/,
  );
  await run(volume('disk', '2Gi').replace('storageClassName: manual, ', ''));
  expect(await run('kubectl wait --for=condition=Ready pod/p --timeout=60s')).toBe('pod/p condition met\n');
});

test('static volumes: the smallest that will do, the one that is named or selected, and none twice', async () => {
  const run = await session();
  await run(volume('big', '10Gi'));
  await run(volume('small', '3Gi'));
  await run(volume('other', '5Gi', ', persistentVolumeReclaimPolicy: Delete'));
  await run('sleep 1');
  const bound = (name: string): Promise<string> => run(`sleep 1; kubectl get pvc ${name} -o jsonpath='{.status.phase} {.spec.volumeName}'`);
  await run(claim('a', ', storageClassName: manual', '2Gi'));
  expect(await bound('a')).toBe('Bound small');
  await run(claim('b', ', storageClassName: manual, selector: {matchLabels: {disk: big}}', '2Gi'));
  expect(await bound('b')).toBe('Bound big');
  await run(claim('c', ', storageClassName: manual, volumeName: small', '2Gi'));
  expect(await bound('c')).toBe('Pending small');
  expect(await run(events('PersistentVolumeClaim', 'c'))).toContain('volume "small" already bound to a different claim.');
  await run(claim('d', ', storageClassName: manual, volumeName: other', '7Gi'));
  expect(await bound('d')).toBe('Pending other');
  expect(await run(events('PersistentVolumeClaim', 'd'))).toContain('Cannot bind to requested volume "other": requested PV is too small');
  await run('kubectl delete pvc a; kubectl delete pvc d; sleep 1');
  expect(await run('kubectl get pv small --no-headers')).toMatch(/Retain +Released +default\/a/);
  await run('kubectl delete pv big --wait=false');
  expect(await run('kubectl get pv big --no-headers')).toMatch(/Terminating/);
  expect(await run(`kubectl patch pvc b -p '{"spec":{"resources":{"requests":{"storage":"20Gi"}}}}'`)).toBe(
    'Error from server (Forbidden): persistentvolumeclaims "b" is forbidden: only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize\n',
  );
});

test('volumes of one node take their Pods there', async () => {
  const run = await session({ nodes: 2 });
  await run(`kubectl apply -f - <<'Y'
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: local}
provisioner: kubernetes.io/no-provisioner
volumeBindingMode: WaitForFirstConsumer
---
apiVersion: v1
kind: PersistentVolume
metadata: {name: ssd}
spec:
  accessModes: [ReadWriteOnce]
  storageClassName: local
  capacity: {storage: 5Gi}
  local: {path: /mnt/ssd}
  nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [minikube-m02]}]}]}}
Y`);
  await run(claim('data', ', storageClassName: local'));
  await run(user('p', 'data'));
  await run('kubectl wait --for=condition=Ready pod/p --timeout=30s');
  expect(await run("kubectl get pod p -o jsonpath='{.spec.nodeName}'; kubectl get pvc data -o jsonpath=' {.spec.volumeName}'")).toBe(
    'minikube-m02 ssd',
  );
  await run(claim('more', ', storageClassName: local'));
  await run(user('q', 'more'));
  await run('sleep 2');
  expect(await run(events('Pod', 'q'))).toContain("0/2 nodes are available: 2 node(s) didn't find available persistent volumes to bind.");
});

test('a claim without a class gets the one that becomes the default, and is told once what it lacks', async () => {
  const run = await session();
  const mark = (is: boolean): string =>
    `kubectl annotate --overwrite storageclass standard storageclass.kubernetes.io/is-default-class=${is}`;
  await run(mark(false));
  await run(claim('data'));
  await run(volume('other', '1Gi'));
  await run('sleep 5');
  expect(await run('kubectl get events -o custom-columns=R:.reason,C:.count --no-headers')).toMatch(/^FailedBinding +1\n$/);
  await run(mark(true));
  await run('sleep 2');
  expect(await run('kubectl get pvc data -o jsonpath="{.status.phase} {.spec.storageClassName}"')).toBe('Bound standard');
});
