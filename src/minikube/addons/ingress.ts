/** What the addon ingress applies: the manifest of ingress-nginx, as minikube ships it (its webhook is left out: nothing would call it). */
import type { Manifest } from './addon.ts';

const NAMESPACE = 'ingress-nginx';
const CONTROLLER =
  'registry.k8s.io/ingress-nginx/controller:v1.15.1@sha256:594ceea76b01c592858f803f9ff4d2cb40542cae2060410b2c95f75907d659e1';
const CERTGEN =
  'registry.k8s.io/ingress-nginx/kube-webhook-certgen:v1.6.9@sha256:01038e7de14b78d702d2849c3aad72fd25903c4765af63cf16aa3398f5d5f2dd';

const labels = (component?: string): Record<string, string> => ({
  ...(component && { 'app.kubernetes.io/component': component }),
  'app.kubernetes.io/instance': NAMESPACE,
  'app.kubernetes.io/name': NAMESPACE,
});
const named = (name: string, component = 'controller') => ({ name, namespace: NAMESPACE, labels: labels(component) });
const RBAC = 'rbac.authorization.k8s.io';
const READ = ['get', 'list', 'watch'];
const NODE_SELECTOR = { 'minikube.k8s.io/primary': 'true', 'kubernetes.io/os': 'linux' };
const field = (name: string, fieldPath: string) => ({ name, valueFrom: { fieldRef: { fieldPath } } });
const probe = (failureThreshold: number) => ({
  failureThreshold,
  httpGet: { path: '/healthz', port: 10254, scheme: 'HTTP' },
  initialDelaySeconds: 10,
  periodSeconds: 10,
  successThreshold: 1,
  timeoutSeconds: 1,
});

const job = (verb: 'create' | 'patch', args: readonly string[]): Manifest => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: named(`ingress-nginx-admission-${verb}`, 'admission-webhook'),
  spec: {
    template: {
      metadata: { name: `ingress-nginx-admission-${verb}`, labels: labels('admission-webhook') },
      spec: {
        containers: [
          {
            args: [verb, ...args],
            env: [field('POD_NAMESPACE', 'metadata.namespace')],
            image: CERTGEN,
            imagePullPolicy: 'IfNotPresent',
            name: verb,
            securityContext: { allowPrivilegeEscalation: false },
          },
        ],
        nodeSelector: NODE_SELECTOR,
        restartPolicy: 'OnFailure',
        securityContext: { runAsNonRoot: true, runAsUser: 2000 },
        serviceAccountName: 'ingress-nginx-admission',
      },
    },
  },
});

export const images: readonly string[] = [CERTGEN, CERTGEN, CONTROLLER].map((image) => image.replace(/@.*/, ''));

export const manifests: readonly Manifest[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE, labels: labels() } },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: named('ingress-nginx'), automountServiceAccountToken: true },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: named('ingress-nginx-admission', 'admission-webhook') },
  {
    apiVersion: `${RBAC}/v1`,
    kind: 'Role',
    metadata: named('ingress-nginx'),
    rules: [
      { apiGroups: [''], resources: ['namespaces'], verbs: ['get'] },
      { apiGroups: [''], resources: ['configmaps', 'pods', 'secrets', 'endpoints', 'services'], verbs: READ },
      { apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'ingressclasses'], verbs: READ },
      { apiGroups: ['networking.k8s.io'], resources: ['ingresses/status'], verbs: ['update'] },
      { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['get', 'update', 'create'] },
      { apiGroups: [''], resources: ['events'], verbs: ['create', 'patch'] },
      { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['list', 'watch', 'get'] },
    ],
  },
  {
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRole',
    metadata: { name: 'ingress-nginx', labels: labels() },
    rules: [
      { apiGroups: [''], resources: ['configmaps', 'endpoints', 'nodes', 'pods', 'secrets', 'namespaces'], verbs: ['list', 'watch'] },
      { apiGroups: [''], resources: ['nodes'], verbs: ['get'] },
      { apiGroups: [''], resources: ['services'], verbs: READ },
      { apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'ingressclasses'], verbs: READ },
      { apiGroups: [''], resources: ['events'], verbs: ['create', 'patch'] },
      { apiGroups: ['networking.k8s.io'], resources: ['ingresses/status'], verbs: ['update'] },
      { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['list', 'watch', 'get'] },
    ],
  },
  {
    apiVersion: `${RBAC}/v1`,
    kind: 'RoleBinding',
    metadata: named('ingress-nginx'),
    roleRef: { apiGroup: RBAC, kind: 'Role', name: 'ingress-nginx' },
    subjects: [{ kind: 'ServiceAccount', name: 'ingress-nginx', namespace: NAMESPACE }],
  },
  {
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name: 'ingress-nginx', labels: labels() },
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: 'ingress-nginx' },
    subjects: [{ kind: 'ServiceAccount', name: 'ingress-nginx', namespace: NAMESPACE }],
  },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: named('ingress-nginx-controller'), data: { hsts: 'false' } },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: named('tcp-services') },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: named('udp-services') },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'ingress-nginx-admission', namespace: NAMESPACE },
    stringData: { ca: '', cert: '', key: '' },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: named('ingress-nginx-controller'),
    spec: {
      type: 'NodePort',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      ports: [
        { name: 'http', port: 80, protocol: 'TCP', targetPort: 'http', appProtocol: 'http' },
        { name: 'https', port: 443, protocol: 'TCP', targetPort: 'https', appProtocol: 'https' },
      ],
      selector: labels('controller'),
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: named('ingress-nginx-controller-admission'),
    spec: {
      type: 'ClusterIP',
      ports: [{ name: 'https-webhook', port: 443, targetPort: 'webhook', appProtocol: 'https' }],
      selector: labels('controller'),
    },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: named('ingress-nginx-controller'),
    spec: {
      minReadySeconds: 0,
      revisionHistoryLimit: 10,
      selector: { matchLabels: labels('controller') },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
      template: {
        metadata: { labels: { ...labels('controller'), 'gcp-auth-skip-secret': 'true' } },
        spec: {
          containers: [
            {
              args: [
                '/nginx-ingress-controller',
                '--election-id=ingress-nginx-leader',
                '--controller-class=k8s.io/ingress-nginx',
                '--watch-ingress-without-class=true',
                '--configmap=$(POD_NAMESPACE)/ingress-nginx-controller',
                '--tcp-services-configmap=$(POD_NAMESPACE)/tcp-services',
                '--udp-services-configmap=$(POD_NAMESPACE)/udp-services',
                '--validating-webhook=:8443',
                '--validating-webhook-certificate=/usr/local/certificates/cert',
                '--validating-webhook-key=/usr/local/certificates/key',
              ],
              env: [
                field('POD_NAME', 'metadata.name'),
                field('POD_NAMESPACE', 'metadata.namespace'),
                { name: 'LD_PRELOAD', value: '/usr/local/lib/libmimalloc.so' },
              ],
              image: CONTROLLER,
              imagePullPolicy: 'IfNotPresent',
              lifecycle: { preStop: { exec: { command: ['/wait-shutdown'] } } },
              livenessProbe: probe(5),
              name: 'controller',
              ports: [
                { containerPort: 80, hostPort: 80, name: 'http', protocol: 'TCP' },
                { containerPort: 443, hostPort: 443, name: 'https', protocol: 'TCP' },
                { containerPort: 8443, name: 'webhook', protocol: 'TCP' },
              ],
              readinessProbe: probe(3),
              resources: { requests: { cpu: '100m', memory: '90Mi' } },
              securityContext: {
                allowPrivilegeEscalation: true,
                capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] },
                runAsUser: 101,
              },
              volumeMounts: [{ mountPath: '/usr/local/certificates/', name: 'webhook-cert', readOnly: true }],
            },
          ],
          dnsPolicy: 'ClusterFirst',
          nodeSelector: NODE_SELECTOR,
          serviceAccountName: 'ingress-nginx',
          terminationGracePeriodSeconds: 0,
          tolerations: [{ effect: 'NoSchedule', key: 'node-role.kubernetes.io/master', operator: 'Equal' }],
          volumes: [{ name: 'webhook-cert', secret: { secretName: 'ingress-nginx-admission' } }],
        },
      },
    },
  },
  job('create', [
    '--host=ingress-nginx-controller-admission,ingress-nginx-controller-admission.$(POD_NAMESPACE).svc',
    '--namespace=$(POD_NAMESPACE)',
    '--secret-name=ingress-nginx-admission',
  ]),
  job('patch', [
    '--webhook-name=ingress-nginx-admission',
    '--namespace=$(POD_NAMESPACE)',
    '--patch-mutating=false',
    '--secret-name=ingress-nginx-admission',
    '--patch-failure-policy=Fail',
  ]),
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name: 'nginx', labels: labels('controller'), annotations: { 'ingressclass.kubernetes.io/is-default-class': 'true' } },
    spec: { controller: 'k8s.io/ingress-nginx' },
  },
];
