import { describe, it } from 'vitest';
import { session } from '../sessions.testing.ts';

const statefulSet = (more = '', image = 'registry.k8s.io/nginx-slim:0.21'): string => `kubectl apply -f - <<'Y'
apiVersion: v1
kind: Service
metadata: {name: nginx}
spec: {ports: [{port: 80, name: web}], clusterIP: None, selector: {app: nginx}}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web}
spec:
  serviceName: nginx
  replicas: 2
  selector: {matchLabels: {app: nginx}}
${more.replace(/^/gm, '  ')}
  template:
    metadata: {labels: {app: nginx}}
    spec:
      containers: [{name: nginx, image: "${image}", ports: [{containerPort: 80, name: web}]}]
Y`;

const CLAIMS = `volumeClaimTemplates:
- metadata: {name: www}
  spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}`;

describe('StatefulSets', () => {
  it('start and stop their Pods in order, under names that last', () =>
    session([
      [statefulSet(), 'statefulset.apps/web created'],
      ['kubectl get sts web', /^web 0\/2 0s$/m],
      ['timeout 6 kubectl get pods -w -l app=nginx', /web-0 1\/1 Running 0 \ds\nweb-1 0\/1 Pending 0 0s\n[\s\S]*web-1 1\/1 Running/],
      ['kubectl get sts web -o wide', /^web 2\/2 \ds nginx registry.k8s.io\/nginx-slim:0.21$/m],
      ['kubectl exec web-1 -- hostname', /^web-1\n$/],
      ['kubectl get pod web-0 -o jsonpath={.spec.hostname}.{.spec.subdomain}', 'web-0.nginx'],
      [
        'kubectl get pod web-0 --show-labels',
        /app=nginx,apps.kubernetes.io\/pod-index=0,controller-revision-hash=web-\w+,statefulset.kubernetes.io\/pod-name=web-0$/m,
      ],
      ['kubectl scale sts web --replicas=4; sleep 8; kubectl get sts web', /^web 4\/4/m],
      ['kubectl scale sts web --replicas=1; sleep 1; kubectl get pods', /web-0 1\/1 Running[\s\S]*web-\d \d\/1 (Terminating|Completed)/],
      ['sleep 8; kubectl get pods --no-headers', /^web-0 1\/1 Running 0 \d+s\n$/],
      [
        'kubectl describe sts web',
        [
          'Replicas: 1 desired | 1 total\nUpdate Strategy: RollingUpdate\n Partition: 0\nPods Status: 1 Running / 0 Waiting / 0 Succeeded / 0 Failed',
          /Normal SuccessfulCreate \d+s statefulset-controller create Pod web-0 in StatefulSet web successful/,
          /Normal SuccessfulDelete \d+s statefulset-controller delete Pod web-3 in StatefulSet web successful/,
          'Volume Claims: <none>',
        ],
      ],
      ['kubectl delete pod web-0; sleep 3; kubectl get pods --no-headers', /^web-0 1\/1 Running 0 [2-4]s$/m],
      ['kubectl delete sts web --cascade=orphan; kubectl get pods --no-headers', /web-0 1\/1 Running/],
      [statefulSet(), 'statefulset.apps/web created'],
      ['sleep 5; kubectl get pods -o jsonpath={.items[*].metadata.ownerReferences[*].name}', /^web web$/],
    ]));

  it('stop where a Pod is not ready', () =>
    session([
      [statefulSet('', 'registry.k8s.io/nginx-slim:9.none')],
      ['sleep 15; kubectl get pods --no-headers', /^web-0 0\/1 (ErrImagePull|ImagePullBackOff) 0 15s\n$/],
      ['kubectl get sts', /^web 0\/2 15s$/m],
    ]));

  it('keep a claim for each Pod, whatever becomes of it', () =>
    session([
      [statefulSet(CLAIMS)],
      ['sleep 8; kubectl get pvc', [/^www-web-0 Bound pvc-\S+ 1Gi RWO standard <unset> 8s$/m, /^www-web-1 Bound/m]],
      [
        'kubectl exec web-1 -- sh -c "mkdir -p /data; echo hello > /usr/share/nginx/html/x"; kubectl delete pod --all; sleep 5; kubectl get pods',
        /web-1 1\/1/,
      ],
      [
        'kubectl describe sts web',
        [
          'Volume Claims:\n Name: www',
          'Capacity: 1Gi\n Access Modes: [ReadWriteOnce]',
          'create Claim www-web-0 Pod web-0 in StatefulSet web success',
        ],
      ],
      ['kubectl scale sts web --replicas=1; sleep 5; kubectl get pvc --no-headers | wc -l', /^2$/m],
      ['kubectl delete sts web; sleep 3; kubectl get pvc --no-headers | wc -l', /^2$/m],
    ]));

  it('give up claims where the retention policy says so', () =>
    session([
      [statefulSet(`persistentVolumeClaimRetentionPolicy: {whenScaled: Delete, whenDeleted: Delete}\n${CLAIMS}`)],
      [
        'sleep 8; kubectl get pvc -o custom-columns=N:.metadata.name,O:.metadata.ownerReferences[0].kind',
        /www-web-0 StatefulSet\nwww-web-1 StatefulSet/,
      ],
      ['kubectl scale sts web --replicas=1; sleep 8; kubectl get pvc --no-headers | wc -l', /^1$/m],
      ['kubectl delete sts web; sleep 8; kubectl get pvc', 'No resources found'],
    ]));

  it('roll a template out from the last to the first, as far as the partition says, and back', () =>
    session([
      [statefulSet('updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 1}}')],
      [
        'sleep 5; kubectl set image sts/web nginx=registry.k8s.io/nginx-slim:0.24; kubectl rollout status sts/web',
        /partitioned roll out complete: 1 new pods have been updated\.\.\./,
      ],
      [
        'kubectl get pods -o jsonpath={.items[*].spec.containers[0].image}',
        'registry.k8s.io/nginx-slim:0.21 registry.k8s.io/nginx-slim:0.24',
      ],
      ['kubectl delete pod web-0; sleep 3; kubectl get pod web-0 -o jsonpath={.spec.containers[0].image}', /:0\.21$/],
      [
        'kubectl patch sts web -p \'{"spec":{"updateStrategy":{"rollingUpdate":{"partition":0}}}}\'; kubectl rollout status sts/web',
        'partitioned roll out complete: 2 new pods',
      ],
      ['kubectl rollout history sts/web', /REVISION CHANGE-CAUSE\n1 <none>\n2 <none>\n/],
      ['kubectl get controllerrevisions', /^web-\w+ statefulset.apps\/web 2 \d+s$/m],
      ['kubectl rollout undo sts/web; kubectl rollout status sts/web; kubectl rollout history sts/web', /\n2 <none>\n3 <none>\n/],
      [
        'kubectl get pods -o jsonpath={.items[*].spec.containers[0].image}',
        /^registry.k8s.io\/nginx-slim:0.21 registry.k8s.io\/nginx-slim:0.21$/,
      ],
      ['kubectl get sts web -o jsonpath="{.status.currentRevision} {.status.updateRevision}"', /^(web-\w+) \1$/],
    ]));

  it('take over the history that one of their selector left behind', () =>
    session([
      [`${statefulSet()}\nsleep 4; kubectl set image sts/web nginx=registry.k8s.io/nginx-slim:0.24; sleep 8`, 'image updated'],
      [
        'kubectl delete sts web --cascade=orphan; sleep 1; kubectl get controllerrevisions --no-headers',
        /web-\w+ <none> 1 .*\nweb-\w+ <none> 2 /,
      ],
      [`${statefulSet()}\nsleep 8; kubectl rollout history sts/web`, /\n2 +<none>\n3 +<none>\n/],
      [
        'kubectl get pods -o jsonpath={.items[*].spec.containers[*].image}',
        'registry.k8s.io/nginx-slim:0.21 registry.k8s.io/nginx-slim:0.21',
      ],
    ]));

  it('wait for a hand with OnDelete, and for nobody with Parallel', () =>
    session([
      [statefulSet('updateStrategy: {type: OnDelete}\npodManagementPolicy: Parallel')],
      ['sleep 4; kubectl get pods --no-headers', /web-0 1\/1 Running 0 4s\nweb-1 1\/1 Running 0 4s/],
      [
        'kubectl set image sts/web nginx=registry.k8s.io/nginx-slim:0.24; sleep 5; kubectl get pods -o jsonpath={.items[*].spec.containers[0].image}',
        '0.21 registry.k8s.io/nginx-slim:0.21',
      ],
      ['kubectl rollout status sts/web', 'error: rollout status is only available for RollingUpdate strategy type'],
      [
        'kubectl delete pod web-1; sleep 4; kubectl get pods -o jsonpath={.items[*].spec.containers[0].image}',
        '0.21 registry.k8s.io/nginx-slim:0.24',
      ],
    ]));

  it('refuse what may not change', () =>
    session([
      [statefulSet()],
      [
        'kubectl patch sts web -p \'{"spec":{"serviceName":"other"}}\'',
        "The StatefulSet \"web\" is invalid: spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
      ],
    ]));
});

const daemonSet = (more = ''): string => `kubectl apply -f - <<'Y'
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  selector: {matchLabels: {name: agent}}
${more.replace(/^/gm, '  ')}
  template:
    metadata: {labels: {name: agent}}
    spec:
      containers: [{name: c, image: "busybox:1.36", command: [sh, -c, "trap exit TERM; while true; do sleep 1; done"]}]
Y`;

describe('DaemonSets', () => {
  it('run on every node, also on new ones, and replace node by node', () =>
    session(
      [
        [daemonSet(), 'daemonset.apps/agent created'],
        ['kubectl rollout status ds/agent; kubectl get ds', /^agent 2 2 2 2 2 <none> \ds$/m],
        ['kubectl get pods -o custom-columns=N:.spec.nodeName --no-headers | sort', /^minikube\nminikube-m02\n$/],
        ['minikube node add; sleep 12; kubectl get ds', /^agent 3 3 3 3 3 <none>/m],
        [
          'kubectl describe node minikube-m03',
          [
            'Normal NodeReady 12s kubelet Node minikube-m03 status is now: NodeReady',
            / Normal RegisteredNode \d+s node-controller Node minikube-m03 event: Registered Node minikube-m03 in Controller/,
          ],
        ],
        [
          'kubectl set image ds/agent c=busybox:1.37; kubectl rollout status ds/agent',
          ['0 out of 3 new pods have been updated', '2 out of 3 new pods have been updated', 'daemon set "agent" successfully rolled out'],
        ],
        [
          'kubectl rollout history ds/agent; kubectl rollout undo ds/agent; kubectl rollout status ds/agent; kubectl rollout history ds/agent',
          [/1 <none>\n2 <none>/, /2 <none>\n3 <none>/],
        ],
        [
          'kubectl describe ds agent',
          [
            'Annotations: deprecated.daemonset.template.generation: 3',
            'Desired Number of Nodes Scheduled: 3',
            'Pods Status: 3 Running / 0 Waiting',
            'Normal SuccessfulCreate',
          ],
        ],
        ['kubectl get pods -l name=agent --show-labels', /controller-revision-hash=\w+,name=agent,pod-template-generation=3/],
      ],
      { nodes: 2 },
    ));

  it('follow labels and taints of nodes', () =>
    session(
      [
        [daemonSet('revisionHistoryLimit: 3')],
        [
          'kubectl patch ds agent -p \'{"spec":{"template":{"spec":{"nodeSelector":{"disk":"ssd"}}}}}\'; sleep 5; kubectl get ds',
          /^agent 0 0 0 0 0 disk=ssd/m,
        ],
        ['kubectl label node minikube-m02 disk=ssd; sleep 5; kubectl get ds', /^agent 1 1 1 1 1 disk=ssd/m],
        [
          'kubectl taint node minikube-m02 a=b:NoExecute; sleep 5; kubectl get ds; kubectl get pods',
          [/^agent 0 0 0 0 0/m, 'No resources found'],
        ],
        ['kubectl taint node minikube-m02 a-; sleep 5; kubectl cordon minikube-m02; kubectl get ds', /^agent 1 1 1 1 1/m],
      ],
      { nodes: 2 },
    ));

  it('are left alone when a node is drained, and surge where they may', () =>
    session(
      [
        [daemonSet('updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}')],
        [
          'kubectl rollout status ds/agent; kubectl set image ds/agent c=busybox:1.37; sleep 1; kubectl get pods --no-headers | wc -l',
          /^[34]$/m,
        ],
        ['kubectl rollout status ds/agent; kubectl get ds', /^agent 2 2 2 2 2/m],
        [
          'kubectl drain minikube-m02',
          /error: cannot delete DaemonSet-managed Pods \(use --ignore-daemonsets to ignore\): default\/agent-\w{5}/,
        ],
        [
          'kubectl drain minikube-m02 --ignore-daemonsets',
          [/Warning: ignoring DaemonSet-managed Pods: default\/agent-\w{5}/, 'node/minikube-m02 drained'],
        ],
        ['kubectl get ds', /^agent 2 2 2 2 2/m],
        [
          'sleep 12; kubectl describe node minikube-m02',
          /Normal NodeNotSchedulable \d+s kubelet Node minikube-m02 status is now: NodeNotSchedulable/,
        ],
      ],
      { nodes: 2 },
    ));
});
