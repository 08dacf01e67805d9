/** Short ways to say the objects of examples. */
export type Fields = Readonly<Record<string, unknown>>;
export type Labels = Readonly<Record<string, string>>;

function object(apiVersion: string, kind: string, name: string, rest: Fields, metadata: Fields = {}): Fields {
  return { apiVersion, kind, metadata: { name, ...metadata }, ...rest };
}

export const core = (kind: string, name: string, rest: Fields, metadata?: Fields): Fields => object('v1', kind, name, rest, metadata);

export const box = (name: string, image: string, more: Fields = {}): Fields => ({ name, image, ...more });

export const pod = (name: string, containers: Fields | readonly Fields[], spec: Fields = {}, metadata?: Fields): Fields =>
  core('Pod', name, { spec: { containers: [containers].flat(), ...spec } }, metadata);

const template = (labels: Labels, containers: Fields | readonly Fields[], spec: Fields = {}): Fields => ({
  metadata: { labels },
  spec: { containers: [containers].flat(), ...spec },
});

/** A workload of apps/v1 that owns the Pods with these labels. `spec` is of the workload, `podSpec` of its Pods. */
export const workload = (
  kind: string,
  name: string,
  labels: Labels,
  containers: Fields | readonly Fields[],
  { spec = {}, podSpec, metadata }: { readonly spec?: Fields; readonly podSpec?: Fields; readonly metadata?: Fields } = {},
): Fields =>
  object(
    'apps/v1',
    kind,
    name,
    { spec: { selector: { matchLabels: labels }, template: template(labels, containers, podSpec), ...spec } },
    metadata,
  );

export const deployment = (
  name: string,
  labels: Labels,
  containers: Fields | readonly Fields[],
  options?: Parameters<typeof workload>[4],
): Fields => workload('Deployment', name, labels, containers, options);

export const job = (name: string, containers: Fields, spec: Fields = {}, podSpec: Fields = { restartPolicy: 'Never' }): Fields =>
  object('batch/v1', 'Job', name, { spec: { template: { spec: { containers: [containers], ...podSpec } }, ...spec } });

export const cronJob = (name: string, schedule: string, containers: Fields): Fields =>
  object('batch/v1', 'CronJob', name, {
    spec: { schedule, jobTemplate: { spec: { template: { spec: { containers: [containers], restartPolicy: 'OnFailure' } } } } },
  });

export const service = (name: string, selector: Labels, ports: readonly Fields[], spec: Fields = {}, metadata?: Fields): Fields =>
  core('Service', name, { spec: { selector, ports, ...spec } }, metadata);

export const configMap = (name: string, data: Labels, metadata?: Fields): Fields => core('ConfigMap', name, { data }, metadata);

export const claim = (name: string, storage: string, spec: Fields = {}, metadata?: Fields): Fields =>
  core(
    'PersistentVolumeClaim',
    name,
    { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } }, ...spec } },
    metadata,
  );

export const volume = (name: string, storage: string, path: string): Fields =>
  core(
    'PersistentVolume',
    name,
    { spec: { storageClassName: 'manual', capacity: { storage }, accessModes: ['ReadWriteOnce'], hostPath: { path } } },
    { labels: { type: 'local' } },
  );

export const networking = (kind: string, name: string, spec: Fields, metadata?: Fields): Fields =>
  object('networking.k8s.io/v1', kind, name, { spec }, metadata);

export const storageClass = (name: string, provisioner: string, parameters: Labels): Fields =>
  object('storage.k8s.io/v1', 'StorageClass', name, { provisioner, parameters });

export const autoscaler = (name: string, target: Fields, minReplicas: number, maxReplicas: number): Fields =>
  object('autoscaling/v1', 'HorizontalPodAutoscaler', name, {
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', ...target }, minReplicas, maxReplicas, targetCPUUtilizationPercentage: 50 },
  });

export const budget = (name: string, labels: Labels, spec: Fields): Fields =>
  object('policy/v1', 'PodDisruptionBudget', name, { spec: { selector: { matchLabels: labels }, ...spec } });

/** What a container asks for and may use at most. */
export const needs = (requests?: Labels, limits?: Labels): Fields => ({
  resources: { ...(requests && { requests }), ...(limits && { limits }) },
});

export const env = (values: Labels): { readonly env: readonly Fields[] } => ({
  env: Object.entries(values).map(([name, value]) => ({ name, value })),
});

/** Variables from keys of a ConfigMap or Secret (`configMapKeyRef`, `secretKeyRef`): `{ VARIABLE: [object, key] }`. */
export const envFrom = (source: string, values: Readonly<Record<string, readonly [string, string]>>): Fields => ({
  env: Object.entries(values).map(([name, [from, key]]) => ({ name, valueFrom: { [source]: { name: from, key } } })),
});

export const sh = (script: string): Fields => ({ command: ['sh', '-c', script] });

export const port = (...ports: readonly number[]): Fields => ({ ports: ports.map((containerPort) => ({ containerPort })) });

/** Mounts: `{ volume: path }`. */
export const mounts = (paths: Labels, more: Fields = {}): Fields => ({
  volumeMounts: Object.entries(paths).map(([name, mountPath]) => ({ name, mountPath, ...more })),
});

/** Volumes: `{ name: source }`. */
export const volumes = (sources: Readonly<Record<string, Fields>>): Fields => ({
  volumes: Object.entries(sources).map(([name, source]) => ({ name, ...source })),
});
