import { expect, test } from 'vitest';
import { session } from '../session/shell.testing.ts';

/** `kubectl run` of a busybox that sleeps, with volumes and mounts. */
const pod = (name: string, volumes: string, mounts: string, more = ''): string => `kubectl apply -f - <<'Y'
apiVersion: v1
kind: Pod
metadata: {name: ${name}, labels: {app: ${name}}}
spec:
  containers:
  - name: c
    image: busybox
    command: [sleep, "3600"]
    volumeMounts: ${mounts}
    ${more}
  volumes: ${volumes}
Y
kubectl wait --for=condition=Ready pod/${name} --timeout=30s`;

test('files of a ConfigMap follow it with the kubelet, those by subPath only with the container', async () => {
  const run = await session();
  await run('kubectl create configmap app --from-literal=color=blue --from-literal=size=10');
  await run(
    pod(
      'p',
      '[{name: all, configMap: {name: app}}, {name: one, configMap: {name: app, items: [{key: color, path: sub/colour, mode: 0400}]}}]',
      '[{name: all, mountPath: /all}, {name: one, mountPath: /one}, {name: all, mountPath: /etc/color, subPath: color}]',
    ),
  );
  expect(await run("kubectl exec p -- sh -c 'ls /all; cat /all/color; echo; cat /one/sub/colour; echo; cat /etc/color; ls /one'")).toBe(
    'color\nsize\nblue\nblue\nbluesub\n',
  );
  // Made when the Pod came to the node, in a folder that everybody may read and nobody can write.
  expect(await run("kubectl exec p -- sh -c 'ls -ld /all | cut -c1-10; ls -l /all | grep -c 1970'")).toContain('drwxrwxrwx\n0\n');
  expect(await run("kubectl exec p -- sh -c 'echo x > /all/color'")).toContain('Read-only file system');
  await run(`kubectl patch configmap app -p '{"data":{"color":"red"}}'`);
  expect(await run('kubectl exec p -- cat /all/color /etc/color')).toBe('blueblue');
  await run('sleep 90');
  expect(await run('kubectl exec p -- cat /all/color /one/sub/colour /etc/color')).toBe('redredblue');
  await run('kubectl delete configmap app; sleep 100');
  expect(await run('kubectl exec p -- cat /all/color')).toBe('red');
  expect(await run('kubectl describe pod p')).toContain('MountVolume.SetUp failed for volume "all" : configmap "app" not found');
});

test('secrets, the downward API and projected volumes are files', async () => {
  const run = await session();
  await run('kubectl create secret generic db --from-literal=user=admin; kubectl create configmap app --from-literal=color=blue');
  await run(
    pod(
      'p',
      `[{name: s, secret: {secretName: db, defaultMode: 0400}},
     {name: d, downwardAPI: {items: [{path: labels, fieldRef: {fieldPath: metadata.labels}}, {path: cpu, resourceFieldRef: {containerName: c, resource: limits.cpu, divisor: 1m}}]}},
     {name: a, projected: {sources: [{secret: {name: db}}, {configMap: {name: app}}, {downwardAPI: {items: [{path: name, fieldRef: {fieldPath: metadata.name}}]}}]}}]`,
      '[{name: s, mountPath: /s}, {name: d, mountPath: /d}, {name: a, mountPath: /a}]',
      'resources: {limits: {cpu: 250m}}',
    ),
  );
  expect(await run("kubectl exec p -- sh -c 'cat /s/user /d/labels; echo; cat /d/cpu; echo; ls /a; cat /a/name'")).toBe(
    'adminapp="p"\n250\ncolor\nname\nuser\np',
  );
});

test('what cannot be mounted says so until it can', async () => {
  const run = await session();
  await run(pod('p', '[{name: v, configMap: {name: nope}}]', '[{name: v, mountPath: /v}]').split('\nkubectl wait')[0] as string);
  await run(
    pod('q', '[{name: v, hostPath: {path: /srv/none, type: Directory}}]', '[{name: v, mountPath: /v}]').split(
      '\nkubectl wait',
    )[0] as string,
  );
  // A key that is not there, and all that is wrong with a projected volume.
  await run('kubectl create configmap app --from-literal=color=blue; kubectl create secret generic db --from-literal=user=admin');
  const wrong = `[{name: k, configMap: {name: app, items: [{key: none, path: x}]}}, {name: s, secret: {secretName: db, items: [{key: none, path: x}]}}, {name: a, projected: {sources: [{secret: {name: none}}, {configMap: {name: none}}]}}, {name: c, csi: {driver: secrets-store.csi.k8s.io, readOnly: true}}]`;
  await run(pod('r', wrong, '[{name: k, mountPath: /k}]').split('\nkubectl wait')[0] as string);
  await run('sleep 5');
  expect(
    await run('kubectl get events --field-selector involvedObject.name=r,reason=FailedMount -o custom-columns=M:.message --no-headers'),
  ).toBe(
    `MountVolume.SetUp failed for volume "k" : configmap references non-existent config key: none
MountVolume.SetUp failed for volume "s" : references non-existent secret key: none
MountVolume.SetUp failed for volume "a" : [secret "none" not found, configmap "none" not found]
MountVolume.SetUp failed for volume "c" : kubernetes.io/csi: mounter.SetUpAt failed to get CSI client: driver name secrets-store.csi.k8s.io not found in the list of registered CSI drivers
`,
  );
  await run('kubectl delete pod r');
  expect(await run('kubectl get pod p --no-headers')).toMatch(/^p +0\/1 +ContainerCreating/);
  const messages = await run(
    'kubectl get events --field-selector reason=FailedMount,involvedObject.name!=r -o custom-columns=M:.message --no-headers | sort -u',
  );
  expect(messages).toBe(
    'MountVolume.SetUp failed for volume "v" : configmap "nope" not found\nMountVolume.SetUp failed for volume "v" : hostPath type check failed: /srv/none is not a directory\n',
  );
  await run('kubectl create configmap nope --from-literal=a=b');
  expect(await run('kubectl wait --for=condition=Ready pod/p --timeout=150s')).toBe('pod/p condition met\n');
});

test('storage that is not there cannot be mounted', async () => {
  const run = await session({ nodes: 1 });
  await run(`kubectl apply -f - <<'Y'
apiVersion: v1
kind: PersistentVolume
metadata: {name: shared}
spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteMany], storageClassName: '', mountOptions: [nfsvers=4.1], nfs: {server: 192.168.49.2, path: /data}}
---
apiVersion: v1
kind: PersistentVolume
metadata: {name: disk}
spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], storageClassName: '', csi: {driver: ebs.csi.aws.com, volumeHandle: vol-1}}
---
apiVersion: v1
kind: PersistentVolume
metadata: {name: near}
spec:
  capacity: {storage: 1Gi}
  accessModes: [ReadWriteOnce]
  storageClassName: ''
  local: {path: /mnt/disks/ssd1}
  nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [minikube]}]}]}}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: shared}
spec: {accessModes: [ReadWriteMany], storageClassName: '', volumeName: shared, resources: {requests: {storage: 1Gi}}}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: disk}
spec: {accessModes: [ReadWriteOnce], storageClassName: '', volumeName: disk, resources: {requests: {storage: 1Gi}}}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: near}
spec: {accessModes: [ReadWriteOnce], storageClassName: '', volumeName: near, resources: {requests: {storage: 1Gi}}}
Y`);
  const claim = (name: string): string => `[{name: v, persistentVolumeClaim: {claimName: ${name}}}]`;
  const only = (text: string): string => text.split('\nkubectl wait')[0] as string;
  for (const name of ['shared', 'disk', 'near']) await run(only(pod(name, claim(name), '[{name: v, mountPath: /v}]')));
  await run(only(pod('named', '[{name: v, nfs: {server: nfs.example.com, path: /, readOnly: true}}]', '[{name: v, mountPath: /v}]')));
  await run(only(pod('iscsi', "[{name: v, iscsi: {targetPortal: '10.0.2.15:3260', iqn: iqn.x, lun: 0}}]", '[{name: v, mountPath: /v}]')));
  const told = (name: string): Promise<string> =>
    run(
      `kubectl get events --field-selector involvedObject.name=${name},reason!=Scheduled -o go-template='{{range .items}}{{.reason}} {{.message}}{{"\\n"}}{{end}}' | sed 's/[0-9a-f-]\\{32,36\\}/UID/g' | sort -u`,
    );
  await run('sleep 10');
  expect(await told('near')).toBe(
    'FailedMount MountVolume.NewMounter initialization failed for volume "near" : path "/mnt/disks/ssd1" does not exist\n',
  );
  expect(await told('iscsi')).toBe('FailedMount MountVolume.WaitForAttach failed for volume "v" : executable file not found in $PATH\n');
  expect(await told('named')).toContain('mount.nfs: Failed to resolve server nfs.example.com: Name or service not known\n');
  expect(await told('named')).toContain(' -- mount -t nfs -o ro nfs.example.com:/ /var/lib/kubelet/pods/UID/volumes/kubernetes.io~nfs/v\n');
  expect(await told('shared')).toBe('');
  await run('sleep 125');
  expect(await told('shared')).toContain('-- mount -t nfs -o nfsvers=4.1 192.168.49.2:/data');
  expect(await told('shared')).toContain('mount.nfs: Connection refused\n');
  expect(await told('disk')).toBe(
    'FailedAttachVolume AttachVolume.Attach failed for volume "disk" : timed out waiting for external-attacher of ebs.csi.aws.com CSI driver to attach volume vol-1\n',
  );
  // It is there: the next attempt finds it.
  await run('minikube ssh "sudo mkdir -p /mnt/disks/ssd1"');
  expect(await run('kubectl wait --for=condition=Ready pod/near --timeout=150s')).toBe('pod/near condition met\n');
});

test('emptyDir lives with the Pod, hostPath with the node, a claim with its volume', async () => {
  const run = await session({ nodes: 1 });
  await run(`kubectl apply -f - <<'Y'
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
Y`);
  const volumes =
    '[{name: e, emptyDir: {}}, {name: h, hostPath: {path: /srv/shared, type: DirectoryOrCreate}}, {name: d, persistentVolumeClaim: {claimName: data}}]';
  const mounts =
    '[{name: e, mountPath: /e}, {name: h, mountPath: /h}, {name: d, mountPath: /d}, {name: d, mountPath: /deep, subPathExpr: $(WHO)}]';
  const env = 'env: [{name: WHO, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]';
  await run(pod('p', volumes, mounts, env));
  await run("kubectl exec p -- sh -c 'echo 1 > /e/f; echo 2 > /h/f; echo 3 > /d/f; echo 4 > /deep/f; kill 1'; sleep 5");
  expect(await run("kubectl exec p -- sh -c 'cat /e/f /h/f /d/f /d/p/f'")).toBe('1\n2\n3\n4\n');
  await run('kubectl delete pod p --now');
  await run(pod('q', volumes, mounts, env));
  expect(await run("kubectl exec q -- sh -c 'ls /e; cat /h/f /d/f; ls /d'")).toBe('2\n3\nf\np\nq\n');
  await run('kubectl delete pod q --now; kubectl delete pvc data; sleep 2');
  expect(await run('kubectl get pv')).toBe('No resources found\n');
});

test('files of objects lie behind ..data, as the kubelet writes them', async () => {
  const run = await session();
  await run('kubectl create configmap app --from-literal=color=blue');
  await run(
    pod(
      'p',
      '[{name: v, configMap: {name: app, items: [{key: color, path: sub/colour}, {key: color, path: plain}]}}]',
      '[{name: v, mountPath: /v}, {name: v, mountPath: /one, subPath: plain}]',
    ),
  );
  const listed = await run('kubectl exec p -- ls -la /v');
  const [, folder = ''] = /^drwxr-xr-x +3 root +root +4096 \S+ +\d+ \S+ (\.\.20\d\d(?:_\d\d){5}\.\d+)$/m.exec(listed) ?? [];
  expect(listed).toMatch(new RegExp(`^lrwxrwxrwx +1 root +root +${folder.length} .* \\.\\.data -> ${folder.replaceAll('.', '\\.')}$`, 'm'));
  expect(listed).toMatch(/^lrwxrwxrwx .* plain -> \.\.data\/plain$/m);
  expect(listed).toMatch(/^lrwxrwxrwx .* sub -> \.\.data\/sub$/m);
  expect(await run("kubectl exec p -- sh -c 'cat /v/sub/colour /v/..data/plain /one; ls /v; ls -l /one | cut -c1-10'")).toBe(
    'blueblueblueplain\nsub\n-rw-r--r--\n',
  );
  await run(`kubectl patch configmap app -p '{"data":{"color":"red"}}'; sleep 90`);
  expect(await run('kubectl exec p -- readlink /v/..data')).not.toBe(`${folder}\n`);
});

test('fsGroup owns the files of empty volumes and of those made from objects', async () => {
  const run = await session();
  await run('kubectl create configmap app --from-literal=color=blue');
  await run(
    pod(
      'p',
      '[{name: v, configMap: {name: app, defaultMode: 0400}}, {name: e, emptyDir: {}}]',
      '[{name: v, mountPath: /v}, {name: e, mountPath: /e}]',
    ).replace('spec:\n', 'spec:\n  securityContext: {runAsUser: 1000, runAsGroup: 3000, fsGroup: 2000}\n'),
  );
  expect(
    await run(
      "kubectl exec p -- sh -c 'ls -ld /e /v; ls -lL /v/color; mkdir /e/d; touch /e/x /tmp/y; ls -ln /e /tmp' | awk '{print $1, $3, $4, $9}'",
    ),
  ).toBe(
    'drwxrwsrwx root 2000 /e\ndrwxrwsrwx root 2000 /v\n-r--r----- root 2000 /v/color\n/e:   \ntotal   \ndrwxr-sr-x 1000 2000 d\n-rw-r--r-- 1000 2000 x\n   \n/tmp:   \ntotal   \n-rw-r--r-- 1000 3000 y\n',
  );
});

test("the log takes what is written to process 1's output", async () => {
  const run = await session();
  await run(`kubectl run p --image=busybox -- sh -c 'ln -s /dev/stdout /tmp/access.log; echo own > /tmp/access.log; sleep 1000'; sleep 5`);
  expect(
    await run(
      `kubectl exec p -- sh -c 'echo one > /proc/1/fd/1; echo two >> /proc/1/fd/2; echo mine > /dev/stdout; echo self > /proc/self/fd/1; echo no > /proc/77/fd/1'`,
    ),
  ).toBe("mine\nself\nsh: can't create /proc/77/fd/1: nonexistent directory\ncommand terminated with exit code 2\n");
  expect(await run('kubectl logs p')).toBe('own\none\ntwo\n');
});

test('a host name may be the full one', async () => {
  const run = await session();
  const made = pod('p', '[]', '[]').replace('spec:\n', 'spec:\n  hostname: box\n  subdomain: dom\n  setHostnameAsFQDN: true\n');
  await run(made);
  expect(await run("kubectl exec p -- sh -c 'hostname; tail -n 1 /etc/hosts | cut -f 2-'")).toBe(
    'box.dom.default.svc.cluster.local\nbox.dom.default.svc.cluster.local\tbox\n',
  );
});

test('shows what process 1 was started with, and what the container may use', async () => {
  const run = await session();
  expect(
    await run(
      `kubectl run limited --image=busybox --overrides='{"spec":{"containers":[{"name":"c","image":"busybox","command":["sleep","100"],"resources":{"limits":{"memory":"64Mi","cpu":"500m"}}}]}}'; sleep 5; kubectl exec limited -- sh -c "tr '\\0' ' ' < /proc/1/cmdline; cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/cpu.max"`,
    ),
  ).toBe('pod/limited created\nsleep 100 67108864\n50000 100000\n');
});

test('a seccomp profile of the node must be there', async () => {
  const run = await session();
  await run(`kubectl apply -f - <<'Y'
apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  securityContext: {seccompProfile: {type: Localhost, localhostProfile: profiles/a.json}}
  containers: [{name: c, image: busybox, command: [sleep, "1000"]}]
Y
sleep 5`);
  expect(await run('kubectl get pod p --no-headers')).toMatch(/^p +0\/1 +CreateContainerError/);
  expect(await run('kubectl get events --field-selector reason=Failed -o custom-columns=M:.message --no-headers')).toContain(
    'Error: failed to create containerd container: cannot load seccomp profile "/var/lib/kubelet/seccomp/profiles/a.json": open /var/lib/kubelet/seccomp/profiles/a.json: no such file or directory',
  );
  await run('minikube ssh "sudo mkdir -p /var/lib/kubelet/seccomp/profiles; echo {} | sudo tee /var/lib/kubelet/seccomp/profiles/a.json"');
  expect(await run('kubectl wait --for=condition=Ready pod/p --timeout=60s')).toBe('pod/p condition met\n');
});
