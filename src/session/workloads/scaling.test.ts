import { describe, it } from 'vitest';
import { session } from '../sessions.testing.ts';

const APACHE = `kubectl apply -f - <<'Y'
apiVersion: apps/v1
kind: Deployment
metadata: {name: php-apache}
spec:
  selector: {matchLabels: {run: php-apache}}
  template:
    metadata: {labels: {run: php-apache}}
    spec:
      containers:
      - {name: php-apache, image: registry.k8s.io/hpa-example, ports: [{containerPort: 80}], resources: {limits: {cpu: 500m}, requests: {cpu: 200m}}}
---
apiVersion: v1
kind: Service
metadata: {name: php-apache}
spec: {ports: [{port: 80}], selector: {run: php-apache}}
Y
kubectl autoscale deployment php-apache --cpu=50% --min=1 --max=10`;
const LOAD = `kubectl run load-generator --image=busybox:1.28 --restart=Never -- /bin/sh -c "while sleep 0.02; do wget -q -O- http://php-apache; done"`;

const METERED = { addons: ['metrics-server'] };

describe('HorizontalPodAutoscalers', () => {
  it('know nothing without a metrics server, and say so', () =>
    session([
      [APACHE, 'horizontalpodautoscaler.autoscaling/php-apache autoscaled'],
      ['kubectl get hpa', /^php-apache Deployment\/php-apache cpu: <unknown>\/50% 1 10 0 0s$/m],
      ['sleep 20; kubectl get hpa', /^php-apache Deployment\/php-apache cpu: <unknown>\/50% 1 10 1 20s$/m],
      [
        'kubectl describe hpa php-apache',
        [
          'Metrics: ( current / target )\n resource cpu on pods (as a percentage of request): <unknown> / 50%',
          'Deployment pods: 1 current / 0 desired',
          "AbleToScale True SucceededGetScale the HPA controller was able to get the target's current scale",
          'ScalingActive False FailedGetResourceMetric the HPA was unable to compute the replica count: failed to get cpu utilization: unable to get metrics for resource cpu: unable to fetch metrics from resource metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)',
          'Warning FailedGetResourceMetric 5s horizontal-pod-autoscaler failed to get cpu utilization',
          'Warning FailedComputeMetricsReplicas 5s horizontal-pod-autoscaler invalid metrics (1 invalid out of 1), first error is: failed to get cpu resource metric value: failed to get cpu utilization',
        ],
      ],
      ['kubectl top pods', 'error: Metrics API not available'],
    ]));

  it('scale with the load, up at once and down when it has been calm for five minutes', () =>
    session(
      [
        [APACHE],
        ['sleep 60; kubectl get hpa', /cpu: 0%\/50% 1 10 1 6\ds$/m],
        [LOAD],
        ['sleep 75; kubectl get hpa', /cpu: \d+%\/50% 1 10 [3-6] 2m/m],
        ['kubectl top pods', /^php-apache-\w+-\w{5} \d+m \d+Mi$/m],
        ['kubectl top nodes', /^NAME CPU\(cores\) CPU\(%\) MEMORY\(bytes\) MEMORY\(%\)\nminikube \d+m \d+% \d+Mi \d+%$/m],
        ['kubectl delete pod load-generator --now; sleep 420; kubectl get hpa', /cpu: 0%\/50% 1 10 1 /m],
        [
          'kubectl describe hpa',
          [
            /Normal SuccessfulRescale \S+ horizontal-pod-autoscaler New size: \d; reason: cpu resource utilization \(percentage of request\) above target/,
            'New size: 1; reason: All metrics below target',
            'ScalingActive True ValidMetricFound the HPA was able to successfully calculate a replica count from cpu resource utilization (percentage of request)',
          ],
        ],
      ],
      METERED,
    ));

  it('need requests, and a target', () =>
    session(
      [
        ['kubectl create deployment web --image=nginx; kubectl autoscale deployment web --max=3; sleep 50'],
        ['kubectl describe hpa web', /failed to get cpu utilization: missing request for cpu in container nginx of Pod web-\w+-\w{5}/],
        [
          'kubectl delete deployment web; sleep 16; kubectl describe hpa web',
          ['AbleToScale False FailedGetScale', 'deployments.apps "web" not found'],
        ],
      ],
      METERED,
    ));
});

describe('PodDisruptionBudgets', () => {
  it('let so many Pods go, and no more', () =>
    session(
      [
        [
          'kubectl create deployment web --image=nginx --replicas=3; kubectl rollout status deploy/web; kubectl create pdb web --selector=app=web --min-available=2',
        ],
        ['sleep 1; kubectl get pdb', /^web 2 N\/A 1 1s$/m],
        ['kubectl describe pdb web', ['Min available: 2', 'Allowed disruptions: 1\n Current: 3\n Desired: 2\n Total: 3']],
        ['kubectl drain minikube-m02; kubectl get pods -o wide', [/pod\/web-\S+ evicted/, 'node/minikube-m02 drained']],
        [
          'kubectl drain minikube --timeout=12s',
          [
            /error when evicting pods\/"web-\S+" -n "default" \(will retry after 5s\): Cannot evict pod as it would violate the pod's disruption budget\./,
            /error: unable to drain node "minikube" due to error: \[error when evicting pods\/"web-\S+" -n "default": global timeout reached: 12s, error when/,
            'There are pending nodes to be drained:\n minikube\n',
          ],
        ],
        ['kubectl uncordon minikube minikube-m02; sleep 12; kubectl get pdb', /^web 2 N\/A 1 /m],
        [
          'kubectl create pdb share --selector=app=none --max-unavailable=50%; sleep 1; kubectl describe pdb share',
          ['Max unavailable: 50%', 'Normal NoPods', 'controllermanager No matching pods found'],
        ],
      ],
      { nodes: 2 },
    ));
});
