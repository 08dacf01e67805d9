/** Manifests to begin with: what kubectl itself would write, and a text where it has no command for the kind. */
import type { Cluster } from '../../src/session/index.ts';

export interface Template {
  /** The kind, which names it. */
  readonly kind: string;
  /** The file it goes to, if none is open. */
  readonly file: string;
  /** Words of the kubectl command that writes it, or the text. */
  readonly from: readonly string[] | string;
}

export const TEMPLATES: readonly Template[] = [
  { kind: 'Deployment', file: 'deployment.yaml', from: ['create', 'deployment', 'web', '--image=nginx', '--replicas=2', '--port=80'] },
  { kind: 'Service', file: 'service.yaml', from: ['create', 'service', 'clusterip', 'web', '--tcp=80:80'] },
  { kind: 'Service (NodePort)', file: 'service.yaml', from: ['create', 'service', 'nodeport', 'web', '--tcp=80:80'] },
  { kind: 'Ingress', file: 'ingress.yaml', from: ['create', 'ingress', 'web', '--rule=web.example.com/*=web:80'] },
  { kind: 'ConfigMap', file: 'configmap.yaml', from: ['create', 'configmap', 'settings', '--from-literal=greeting=hello'] },
  { kind: 'Secret', file: 'secret.yaml', from: ['create', 'secret', 'generic', 'credentials', '--from-literal=password=change-me'] },
  { kind: 'Pod', file: 'pod.yaml', from: ['run', 'web', '--image=nginx', '--port=80'] },
  { kind: 'Job', file: 'job.yaml', from: ['create', 'job', 'once', '--image=busybox', '--', 'date'] },
  {
    kind: 'CronJob',
    file: 'cronjob.yaml',
    from: ['create', 'cronjob', 'every-minute', '--image=busybox', '--schedule=* * * * *', '--', 'date'],
  },
  { kind: 'Namespace', file: 'namespace.yaml', from: ['create', 'namespace', 'team'] },
  { kind: 'ServiceAccount', file: 'serviceaccount.yaml', from: ['create', 'serviceaccount', 'robot'] },
  { kind: 'Role', file: 'role.yaml', from: ['create', 'role', 'pod-reader', '--verb=get,list,watch', '--resource=pods'] },
  {
    kind: 'RoleBinding',
    file: 'rolebinding.yaml',
    from: ['create', 'rolebinding', 'read-pods', '--role=pod-reader', '--serviceaccount=default:robot'],
  },
  { kind: 'ResourceQuota', file: 'quota.yaml', from: ['create', 'quota', 'limits', '--hard=pods=10,requests.cpu=2'] },
  {
    kind: 'PodDisruptionBudget',
    file: 'pdb.yaml',
    from: ['create', 'poddisruptionbudget', 'web', '--selector=app=web', '--min-available=1'],
  },
  {
    kind: 'StatefulSet',
    file: 'statefulset.yaml',
    from: `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
  replicas: 1
  selector:
    matchLabels:
      app: db
  serviceName: db
  template:
    metadata:
      labels:
        app: db
    spec:
      containers:
      - image: redis
        name: redis
        ports:
        - containerPort: 6379
        volumeMounts:
        - mountPath: /data
          name: data
  volumeClaimTemplates:
  - metadata:
      name: data
    spec:
      accessModes:
      - ReadWriteOnce
      resources:
        requests:
          storage: 1Gi
`,
  },
  {
    kind: 'DaemonSet',
    file: 'daemonset.yaml',
    from: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
spec:
  selector:
    matchLabels:
      app: agent
  template:
    metadata:
      labels:
        app: agent
    spec:
      containers:
      - command:
        - sleep
        - infinity
        image: busybox
        name: agent
`,
  },
  {
    kind: 'PersistentVolumeClaim',
    file: 'claim.yaml',
    from: `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  accessModes:
  - ReadWriteOnce
  resources:
    requests:
      storage: 1Gi
`,
  },
  {
    kind: 'HorizontalPodAutoscaler',
    file: 'autoscaler.yaml',
    from: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  maxReplicas: 5
  metrics:
  - resource:
      name: cpu
      target:
        averageUtilization: 80
        type: Utilization
    type: Resource
  minReplicas: 1
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
`,
  },
  {
    kind: 'NetworkPolicy',
    file: 'networkpolicy.yaml',
    from: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web-from-clients
spec:
  ingress:
  - from:
    - podSelector:
        matchLabels:
          role: client
    ports:
    - port: 80
      protocol: TCP
  podSelector:
    matchLabels:
      app: web
  policyTypes:
  - Ingress
`,
  },
];

const quoted = (word: string): string => (/[\s*$&;|<>()'"]/.test(word) ? `'${word}'` : word);

/** The text of a template. One that a kubectl command writes begins with that command. Throws with kubectl's words. */
export async function textOf({ from }: Template, cluster: Pick<Cluster, 'look'>): Promise<string> {
  if (typeof from === 'string') return from;
  const end = from.indexOf('--');
  const dry = ['--dry-run=client', '-o', 'yaml'];
  const words = ['kubectl', ...(end < 0 ? [...from, ...dry] : [...from.slice(0, end), ...dry, ...from.slice(end)])];
  const { code, out, err } = await cluster.look(words);
  if (code !== 0) throw new Error(err.trim());
  return `# ${words.map(quoted).join(' ')}\n${withoutEmpty(out)}`;
}

let all: Promise<readonly (Template & { readonly text: string })[]> | undefined;

/** All of them with their texts, which are worked out once; those that cannot be had are left out. */
export function templateTexts(cluster: Pick<Cluster, 'look'>): NonNullable<typeof all> {
  all ??= Promise.allSettled(TEMPLATES.map(async (template) => ({ ...template, text: await textOf(template, cluster) }))).then((done) =>
    done.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
  );
  return all;
}

/** Without what only the server fills in: `status`, and fields that hold nothing. */
function withoutEmpty(text: string): string {
  return text.replace(/^status:.*\n(?: .*\n)*/m, '').replace(/^ *(?:metadata|strategy|resources|spec): \{\}\n/gm, '');
}
