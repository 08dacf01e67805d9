import { describe, it } from 'vitest';
import { session } from '../sessions.testing.ts';

const pod = (name: string, spec: string, metadata = ''): string => `kubectl apply -f - <<'Y'
apiVersion: v1
kind: Pod
metadata: {name: ${name}${metadata}}
spec:
${spec.replace(/^/gm, '  ')}
Y`;

describe('Pods', () => {
  it('start their init containers one by one', () =>
    session([
      [
        pod(
          'demo',
          `initContainers:
- {name: first, image: busybox, command: [sh, -c, "echo one; sleep 3"]}
- {name: second, image: busybox, command: [sh, -c, "until test -e /work/go; do echo waiting; sleep 2; done"], volumeMounts: [{name: w, mountPath: /work}]}
containers: [{name: app, image: busybox, command: [sh, -c, "echo running; sleep 3600"]}]
volumes: [{name: w, emptyDir: {}}]`,
        ),
      ],
      ['sleep 1; kubectl get pod demo', /^demo 0\/1 Init:0\/2 0 1s$/m],
      ['sleep 6; kubectl get pod demo', /^demo 0\/1 Init:1\/2 0 7s$/m],
      ['kubectl logs demo', 'Error from server (BadRequest): container "app" in pod "demo" is waiting to start: PodInitializing'],
      ['kubectl logs demo -c first', /^one$/m],
      [
        'kubectl describe pod demo',
        [/first:[\s\S]*State: Terminated\n Reason: Completed\n Exit Code: 0/, /second:[\s\S]*State: Running/, 'Reason: PodInitializing'],
      ],
      ['kubectl exec demo -c second -- touch /work/go; sleep 4; kubectl get pod demo', /^demo 1\/1 Running 0 1\ds$/m],
    ]));

  it('fail with an init container, once or again and again', () =>
    session([
      [
        pod(
          'never',
          'restartPolicy: Never\ninitContainers: [{name: i, image: busybox, command: ["false"]}]\ncontainers: [{name: c, image: busybox}]',
        ),
      ],
      [pod('again', 'initContainers: [{name: i, image: busybox, command: ["false"]}]\ncontainers: [{name: c, image: busybox}]')],
      ['sleep 8; kubectl get pods', [/^never 0\/1 Init:Error 0 8s$/m, /^again 0\/1 Init:CrashLoopBackOff 1 \(\ds ago\) 8s$/m]],
    ]));

  it('have sidecars that start before them and end after them', () =>
    session([
      [
        pod(
          'both',
          `restartPolicy: Never
initContainers: [{name: side, image: busybox, restartPolicy: Always, command: [sh, -c, "trap 'exit 0' TERM; while true; do sleep 1; done"]}]
containers: [{name: app, image: busybox, command: [sleep, "5"]}]`,
        ),
      ],
      ['sleep 3; kubectl get pod both', /^both 2\/2 Running 0 3s$/m],
      ['sleep 8; kubectl get pod both', /^both 0\/2 Completed 0 11s$/m],
      ['kubectl describe pod both', ['Status: Succeeded', 'spec.initContainers{side}: Stopping container side']],
    ]));

  it('are killed when they take more memory than they may', () =>
    session([
      [
        pod(
          'hog',
          `containers:
- name: c
  image: polinux/stress
  resources: {requests: {memory: 50Mi}, limits: {memory: 100Mi}}
  command: [stress]
  args: ["--vm", "1", "--vm-bytes", "250M", "--vm-hang", "1"]`,
        ),
      ],
      ['sleep 4; kubectl get pod hog', /^hog 0\/1 (OOMKilled|CrashLoopBackOff) 1 \(\ds ago\) 4s$/m],
      [
        'kubectl describe pod hog',
        [/Last State: Terminated\n Reason: OOMKilled\n Exit Code: 137/, 'Restart Count: 1', 'QoS Class: Burstable'],
      ],
    ]));

  it('have a quality of service by what they ask for', () =>
    session([
      [pod('g', 'containers: [{name: c, image: nginx, resources: {limits: {cpu: 100m, memory: 64Mi}}}]')],
      [pod('u', 'containers: [{name: c, image: nginx, resources: {requests: {cpu: 100m}}}]')],
      [pod('b', 'containers: [{name: c, image: nginx}]')],
      ['kubectl get pods -o custom-columns=N:.metadata.name,Q:.status.qosClass', /b BestEffort\ng Guaranteed\nu Burstable/],
      [
        'kubectl get pod g -o jsonpath={.spec.containers[0].resources}',
        '{"limits":{"cpu":"100m","memory":"64Mi"},"requests":{"cpu":"100m","memory":"64Mi"}}',
      ],
      [
        pod('x', 'containers: [{name: c, image: nginx, resources: {requests: {memory: 200Mi}, limits: {memory: 100Mi}}}]'),
        'spec.containers[0].resources.requests: Invalid value: "200Mi": must be less than or equal to memory limit of 100Mi',
      ],
    ]));

  it('are probed, restarted and taken out of service', () =>
    session([
      [
        pod(
          'live',
          `containers:
- name: c
  image: registry.k8s.io/busybox
  args: [/bin/sh, -c, "touch /tmp/healthy; sleep 30; rm -f /tmp/healthy; sleep 600"]
  livenessProbe: {exec: {command: [cat, /tmp/healthy]}, initialDelaySeconds: 5, periodSeconds: 5}`,
        ),
      ],
      [
        'sleep 36; kubectl describe pod live',
        /Warning Unhealthy .* kubelet spec.containers\{c\}: Liveness probe failed: cat: can't open '\/tmp\/healthy': No such file or directory/,
      ],
      ['sleep 50; kubectl get pod live', /^live 1\/1 Running 1 \(\d+s ago\) 86s$/m],
      ['kubectl describe pod live', 'Normal Killing 4'],
      [
        pod(
          'web',
          `containers:
- name: c
  image: registry.k8s.io/e2e-test-images/agnhost:2.40
  args: [liveness]
  livenessProbe: {httpGet: {path: /healthz, port: 8080}, initialDelaySeconds: 3, periodSeconds: 3}`,
        ),
      ],
      [
        'sleep 30; kubectl describe pod web',
        [/Liveness probe failed: HTTP probe failed with statuscode: 500/, 'Container c failed liveness probe, will be restarted'],
      ],
      [
        pod(
          'tcp',
          'containers: [{name: c, image: "registry.k8s.io/goproxy:0.1", readinessProbe: {tcpSocket: {port: 8081}, periodSeconds: 2}}]',
        ),
      ],
      [
        'sleep 6; kubectl get pod tcp; kubectl describe pod tcp',
        [/^tcp 0\/1 Running 0 6s$/m, /Readiness probe failed: dial tcp 10\.244\.0\.\d+:8081: connect: connection refused/],
      ],
      [
        pod(
          'etcd',
          `containers:
- name: c
  image: registry.k8s.io/etcd:3.5.1-0
  command: [/usr/local/bin/etcd, --listen-client-urls, "http://0.0.0.0:2379"]
  livenessProbe: {grpc: {port: 2379}, initialDelaySeconds: 2, periodSeconds: 2}`,
        ),
      ],
      ['sleep 20; kubectl get pod etcd', /^etcd 1\/1 Running 0 20s$/m],
    ]));

  it('run hooks after their start and before their end', () =>
    session([
      [
        pod(
          'hooked',
          `containers:
- name: c
  image: nginx
  lifecycle:
    postStart: {exec: {command: [/bin/sh, -c, "echo Hello from the postStart handler > /usr/share/message"]}}
    preStop: {exec: {command: [/bin/sh, -c, "sleep 5"]}}`,
        ),
      ],
      ['sleep 3; kubectl exec hooked -- cat /usr/share/message', 'Hello from the postStart handler'],
      ['s=$(date +%s); kubectl delete pod hooked; echo $(( $(date +%s) - s ))', /^[678]$/m],
      [pod('bad', 'containers: [{name: c, image: nginx, lifecycle: {postStart: {exec: {command: ["false"]}}}}]')],
      ['sleep 6; kubectl get pod bad; kubectl describe pod bad', [/^bad 0\/1 CrashLoopBackOff/m, 'Warning FailedPostStartHook']],
    ]));

  it('are refused by a node that they name and that has no room for them, or that they do not select', () =>
    session([
      [pod('big', 'nodeName: minikube\ncontainers: [{name: c, image: nginx, resources: {requests: {cpu: "100"}}}]')],
      [pod('picky', 'nodeName: minikube\nnodeSelector: {disk: ssd}\ncontainers: [{name: c, image: nginx}]')],
      [pod('fine', 'nodeName: minikube\ncontainers: [{name: c, image: nginx, ports: [{containerPort: 80, hostPort: 80}]}]')],
      ['sleep 4; kubectl get pods', [/^big 0\/1 OutOfcpu 0 /m, /^picky 0\/1 NodeAffinity 0 /m, /^fine 1\/1 Running 0 /m]],
      [
        'kubectl describe pod big',
        [
          /^Status: Failed\nReason: OutOfcpu\nMessage: Pod was rejected: Node didn't have enough resource: cpu, requested: 100000, used: 0, capacity: 8000$/m,
          /^ Warning OutOfcpu \d+s kubelet Node didn't have enough resource: cpu, requested: 100000, used: 0, capacity: 8000$/m,
        ],
      ],
      [
        "kubectl get pod picky -o jsonpath='{.status.message}'",
        "Predicate NodeAffinity failed: node(s) didn't match Pod's node affinity/selector",
      ],
      [pod('foreign', 'os: {name: windows}\ncontainers: [{name: c, image: nginx}]')],
      [
        'sleep 2; kubectl get pod foreign; kubectl describe pod foreign',
        [
          /^foreign 0\/1 PodOSNotSupported 0 /m,
          /^ Warning PodOSNotSupported \d+s kubelet Failed to admit pod as the OS field doesn't match node OS$/m,
        ],
      ],
      ['kubectl delete pod big picky', 'pod "picky" deleted'],
    ]));

  it('share their processes, where they say so or somebody looks at one of their containers', () =>
    session([
      [
        pod(
          'shared',
          `shareProcessNamespace: true
containers:
- {name: nginx, image: nginx}
- {name: shell, image: busybox, command: [sleep, "3600"], stdin: true, tty: true}`,
        ),
      ],
      [
        'sleep 4; kubectl exec shared -c shell -- ps',
        [/^ *1 root 0:00 \/pause$/m, /^ *7 root 0:00 nginx: master process/m, /^ *13 root 0:00 sleep 3600$/m],
      ],
      ['kubectl exec shared -c shell -- sh -c "head -2 /proc/7/root/etc/nginx/nginx.conf"', /user +nginx/],
      ['kubectl exec shared -c shell -- kill -HUP 7; sleep 1; kubectl get pod shared', /^shared 2\/2 Running 0 /m],
      ['kubectl exec shared -c nginx -- sh -c "kill 13"; sleep 3; kubectl get pod shared', /^shared [12]\/2 \w+ 1 /m],
      [pod('app', 'containers: [{name: c, image: nginx}]')],
      [
        'kubectl wait --for=condition=Ready pod/app; kubectl debug app --image=busybox --target=c -c look -- sleep 1000; sleep 3; kubectl exec app -c look -- ps',
        [/^ *1 root 0:00 nginx: master process/m, /^ *\d+ root 0:00 sleep 1000$/m],
      ],
      [
        'kubectl exec app -c c -- sh -c "sed -i s/80/8080/ /etc/nginx/conf.d/default.conf; nginx -s reload"; sleep 1; kubectl exec app -c c -- curl -s localhost:8080',
        'Welcome to nginx!',
      ],
      ['kubectl get pod app', /^app 1\/1 Running 0 /m],
      [
        'kubectl exec app -c c -- cat /proc/mounts',
        [/^overlay \/ overlay rw,relatime 0 0$/m, /^tmpfs \/var\/run\/secrets\/kubernetes.io\/serviceaccount tmpfs ro,relatime/m],
      ],
      ['kubectl exec app -c c -- mount', /^sysfs on \/sys type sysfs \(ro,nosuid,nodev,noexec,relatime\)$/m],
    ]));

  it('learn of themselves by variables and files', () =>
    session([
      [
        pod(
          'self',
          `containers:
- name: c
  image: busybox
  command: [sh, -c, "env | grep MY_ | sort; sleep 1000"]
  resources: {requests: {memory: 32Mi, cpu: 125m}, limits: {memory: 64Mi, cpu: 250m}}
  env:
  - {name: MY_NODE, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}
  - {name: MY_CPU, valueFrom: {resourceFieldRef: {resource: requests.cpu}}}
  - {name: MY_MEM, valueFrom: {resourceFieldRef: {resource: limits.memory}}}
  volumeMounts: [{name: p, mountPath: /etc/podinfo}]
volumes: [{name: p, downwardAPI: {items: [{path: labels, fieldRef: {fieldPath: metadata.labels}}]}}]`,
          ', labels: {zone: us}',
        ),
      ],
      ['sleep 3; kubectl logs self', 'MY_CPU=1\nMY_MEM=67108864\nMY_NODE=minikube\n'],
      ['kubectl exec self -- cat /etc/podinfo/labels', 'zone="us"'],
    ]));

  it('wait for what they need, and say what that is', () =>
    session([
      [
        pod(
          'cm',
          'containers: [{name: c, image: busybox, command: [sleep, "100"], env: [{name: A, valueFrom: {configMapKeyRef: {name: nope, key: a}}}]}]',
        ),
      ],
      [
        'sleep 2; kubectl get pod cm; kubectl describe pod cm',
        [/^cm 0\/1 CreateContainerConfigError 0 2s$/m, 'Error: configmap "nope" not found'],
      ],
      ['kubectl create configmap nope --from-literal=a=b; sleep 16; kubectl get pod cm', /^cm 1\/1 Running 0 1\ds$/m],
      [pod('root', 'securityContext: {runAsNonRoot: true}\ncontainers: [{name: c, image: nginx}]')],
      [
        'sleep 3; kubectl get pod root; kubectl describe pod root',
        [
          /^root 0\/1 CreateContainerConfigError/m,
          /container has runAsNonRoot and image will run as root \(pod: "root_default\(\S+\)", container: c\)/,
        ],
      ],
      [
        'kubectl run never --image=nginx:1.25 --image-pull-policy=Never; sleep 2; kubectl get pod never',
        /^never 0\/1 ErrImageNeverPull 0 2s$/m,
      ],
    ]));

  it('run as who they are told to be', () =>
    session([
      [
        pod(
          'sec',
          'securityContext: {runAsUser: 1000, runAsGroup: 3000, fsGroup: 2000}\ncontainers: [{name: c, image: busybox, command: [sleep, 1h]}]',
        ),
      ],
      ['sleep 3; kubectl exec sec -- id; kubectl exec sec -- ps', ['uid=1000 gid=3000 groups=2000,3000', '1 1000 0:00 sleep 1h']],
    ]));

  it('write only where they may', () =>
    session([
      [
        pod(
          'user',
          `securityContext: {runAsUser: 1000}
volumes: [{name: v, emptyDir: {}}]
containers: [{name: c, image: busybox, command: [sleep, 1h], volumeMounts: [{name: v, mountPath: /data}]}]`,
        ),
      ],
      [
        pod(
          'frozen',
          `volumes: [{name: v, emptyDir: {}}]
containers:
- {name: c, image: busybox, command: [sleep, 1h], securityContext: {readOnlyRootFilesystem: true}, volumeMounts: [{name: v, mountPath: /data}]}`,
        ),
      ],
      [pod('web', 'containers: [{name: c, image: nginx, securityContext: {readOnlyRootFilesystem: true}}]')],
      ['sleep 4; kubectl exec user -- sh -c "echo a >/tmp/x; echo b >/data/x; cat /tmp/x /data/x"', 'a\nb\n'],
      ['kubectl exec user -- touch /x', 'touch: /x: Permission denied\ncommand terminated with exit code 1'],
      ['kubectl exec frozen -- touch /tmp/x', 'touch: /tmp/x: Read-only file system\ncommand terminated with exit code 1'],
      ['kubectl exec frozen -- sh -c "echo b >/data/x; cat /data/x"', 'b\n'],
      ['kubectl logs web', 'nginx: [emerg] mkdir() "/var/cache/nginx/client_temp" failed (30: Read-only file system)'],
    ]));

  it('run out of memory in the ways that people try', () =>
    session([
      ...['tail /dev/zero', 'dd if=/dev/zero of=/dev/null bs=200M count=1', 'x=a; while true; do x=$x$x; done'].map(
        (command, index) =>
          [
            pod(
              `oom${index}`,
              `restartPolicy: Never\ncontainers: [{name: c, image: busybox, command: [sh, -c, "${command}"], resources: {limits: {memory: 64Mi}}}]`,
            ),
          ] as const,
      ),
      ['sleep 8; kubectl get pods --no-headers', /^(oom\d 0\/1 OOMKilled 0 8s\n){3}$/],
    ]));

  it('end at their deadline', () =>
    session([
      [
        pod(
          'late',
          'activeDeadlineSeconds: 5\nrestartPolicy: Never\nterminationGracePeriodSeconds: 2\ncontainers: [{name: c, image: busybox, command: [sleep, "100"]}]',
        ),
      ],
      [
        'sleep 12; kubectl get pod late; kubectl describe pod late',
        [
          /^late 0\/1 Error 0 12s$/m,
          'Status: Failed\nReason: DeadlineExceeded\nMessage: Pod was active on the node longer than the specified deadline',
          'Normal DeadlineExceeded',
        ],
      ],
    ]));

  it('compute pi in a Job', () =>
    session([
      [
        'kubectl create job pi --image=perl:5.34.0 -- perl -Mbignum=bpi -wle "print bpi(50)"; kubectl wait --for=condition=complete job/pi --timeout=60s; kubectl logs job/pi',
        '3.1415926535897932384626433832795028841971693993751',
      ],
    ]));
});

describe('The scheduler', () => {
  it('tells why there is no place, and finds one when there is', () =>
    session(
      [
        [pod('big', 'containers: [{name: c, image: nginx, resources: {requests: {cpu: "100"}}}]')],
        [
          'sleep 1; kubectl describe pod big',
          '0/2 nodes are available: 2 Insufficient cpu. no new claims to deallocate, preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.',
        ],
        [pod('ssd', 'nodeSelector: {disk: ssd}\ncontainers: [{name: c, image: nginx}]')],
        ['sleep 1; kubectl describe pod ssd', "2 node(s) didn't match Pod's node affinity/selector."],
        [
          'kubectl label node minikube-m02 disk=ssd; sleep 4; kubectl get pod ssd -o wide',
          /^ssd 1\/1 Running 0 \ds 10\.244\.1\.\d+ minikube-m02/m,
        ],
        ['kubectl taint node minikube-m02 a=b:NoExecute; sleep 4; kubectl get pod ssd', 'pods "ssd" not found'],
      ],
      { nodes: 2 },
    ));

  it('makes room for Pods that matter more', () =>
    session([
      [
        'kubectl create priorityclass high --value=1000 --description=important; kubectl describe priorityclass high',
        ['Value: 1000', 'Description: important'],
      ],
      [pod('low', 'terminationGracePeriodSeconds: 1\ncontainers: [{name: c, image: nginx, resources: {requests: {cpu: "6"}}}]')],
      ['sleep 3', ''],
      [pod('vip', 'priorityClassName: high\ncontainers: [{name: c, image: nginx, resources: {requests: {cpu: "5"}}}]')],
      ['sleep 8; kubectl get pods', /^vip 1\/1 Running 0 8s$/m],
      ['kubectl get pod low', 'pods "low" not found'],
      ['kubectl get events --field-selector reason=Preempted', /Normal Preempted pod\/low Preempted by pod \S+ on node minikube/],
      ['kubectl describe pod vip', ['Priority: 1000\nPriority Class Name: high', '0/1 nodes are available: 1 Insufficient cpu.']],
    ]));

  it('waits for gates to be lifted', () =>
    session([
      [pod('gated', 'schedulingGates: [{name: example.com/foo}]\ncontainers: [{name: c, image: nginx}]')],
      ['kubectl get pod gated', /^gated 0\/1 SchedulingGated 0 0s$/m],
      [
        'kubectl patch pod gated --type=json -p=\'[{"op":"remove","path":"/spec/schedulingGates"}]\'; sleep 3; kubectl get pod gated',
        /^gated 1\/1 Running 0 3s$/m,
      ],
    ]));
});
