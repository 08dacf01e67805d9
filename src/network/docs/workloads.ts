/** Examples of the documentation that are about workloads, Services and rules for a namespace. */
import {
  autoscaler,
  box,
  budget,
  claim,
  core,
  cronJob,
  deployment,
  env,
  envFrom,
  type Fields,
  job,
  type Labels,
  mounts,
  needs,
  networking,
  pod,
  port,
  service,
  sh,
  storageClass,
  volume,
  volumes,
  workload,
} from './objects.ts';

type Examples = Readonly<Record<string, Fields | readonly Fields[]>>;

const app = (name: string) => ({ app: name });
const NGINX = app('nginx');
const CASSANDRA = app('cassandra');
const QUEUE = { 'app.kubernetes.io/name': 'task-queue', 'app.kubernetes.io/component': 'rabbitmq' };
const ZK = app('zk');
const READY = { exec: { command: ['sh', '-c', 'zookeeper-ready 2181'] }, initialDelaySeconds: 10, timeoutSeconds: 5 };
const ZOOKEEPER =
  'start-zookeeper --servers=3 --data_dir=/var/lib/zookeeper/data --data_log_dir=/var/lib/zookeeper/data/log --conf_dir=/opt/zookeeper/conf --client_port=2181 --election_port=3888 --server_port=2888 --tick_time=2000 --init_limit=10 --sync_limit=5 --heap=512M --max_client_cnxns=60 --snap_retain_count=3 --purge_interval=12 --max_session_timeout=40000 --min_session_timeout=4000 --log_level=INFO';
const nginx = (image = 'nginx:1.14.2', more: Fields = {}): Fields => box('nginx', image, { ...more, ...port(80) });
const nginxDeployment = (name: string, image?: string, spec: Fields = {}, metadata?: Fields): Fields =>
  deployment(name, NGINX, nginx(image), { spec, ...(metadata && { metadata }) });

/** An object of the page about fields to select custom objects by. */
const shirt = (name: string, color: string, size: string): Fields => ({
  apiVersion: 'stable.example.com/v1',
  kind: 'Shirt',
  metadata: { name },
  spec: { color, size },
});

/** A Deployment of the tutorial about ConfigMaps: named like the label of its Pods. */
const reporting = (name: string, containers: Fields | readonly Fields[], sources: Fields, podSpec: Fields = {}): Fields => {
  const labels = { 'app.kubernetes.io/name': name };
  return deployment(name, labels, containers, { spec: { replicas: 3 }, podSpec: { ...podSpec, ...sources }, metadata: { labels } });
};
const report = (what: string, more: Fields = {}): Fields =>
  box('alpine', 'alpine:3', {
    command: ['/bin/sh', '-c', `while true; do echo "$(date) ${what}"; sleep 10; done;`],
    ...port(80),
    ...more,
  });
const fromConfigMap = (name: string): Fields => volumes({ 'config-volume': { configMap: { name } } });
const IN_CONFIG = mounts({ 'config-volume': '/etc/config' });
const colour = (more: Fields = {}): Fields =>
  box('alpine', 'alpine:3', {
    command: [
      '/bin/sh',
      '-c',
      'while true; do echo "$(date) My preferred color is $(cat /etc/config/color)" > /pod-data/index.html; sleep 10; done;',
    ],
    ...mounts({ 'shared-data': '/pod-data', 'config-volume': '/etc/config' }),
    ...more,
  });
const page = box('nginx', 'nginx', mounts({ 'shared-data': '/usr/share/nginx/html' }));
const COLOUR_VOLUMES = volumes({ 'shared-data': { emptyDir: {} }, 'config-volume': { configMap: { name: 'color' } } });
const company = (name: string, company_name: string): Fields => core('ConfigMap', name, { data: { company_name }, immutable: true });

const guestbook = (tier: string, role?: string): Labels => (role ? { app: 'redis', role, tier } : { app: 'guestbook', tier });
const redis = (role: string, image: string, replicas: number): Fields => {
  const labels = guestbook('backend', role);
  const container = box(role, image, { ...needs({ cpu: '100m', memory: '100Mi' }), ...port(6379) });
  return deployment(`redis-${role}`, labels, container, {
    spec: { replicas, selector: { matchLabels: app('redis') } },
    metadata: { labels },
  });
};

const web = (spec: Fields): readonly Fields[] => [
  service('nginx', NGINX, [{ port: 80, name: 'web' }], { clusterIP: 'None' }, { labels: NGINX }),
  workload(
    'StatefulSet',
    'web',
    NGINX,
    box('nginx', 'registry.k8s.io/nginx-slim:0.24', {
      ports: [{ containerPort: 80, name: 'web' }],
      ...mounts({ www: '/usr/share/nginx/html' }),
    }),
    {
      spec: {
        serviceName: 'nginx',
        replicas: 2,
        ...spec,
        volumeClaimTemplates: [
          { metadata: { name: 'www' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } },
        ],
      },
    },
  ),
];

const MYSQL_STORAGE = volumes({ 'mysql-persistent-storage': { persistentVolumeClaim: { claimName: 'mysql-pv-claim' } } });
const mysql = (image: string, more: Fields): Fields =>
  box('mysql', image, {
    ...more,
    ports: [{ containerPort: 3306, name: 'mysql' }],
    ...mounts({ 'mysql-persistent-storage': '/var/lib/mysql' }),
  });
const RECREATE = { strategy: { type: 'Recreate' } };
const wordpress = (tier: string) => ({ app: 'wordpress', tier });
const WORDPRESS = { labels: app('wordpress') };
const fromPassword = (name: string): Fields => ({ name, valueFrom: { secretKeyRef: { name: 'mysql-pass', key: 'password' } } });

const shipping = { data: '/opt' };
const shipper = box('logshipper', 'alpine:latest', { restartPolicy: 'Always', ...sh('tail -F /opt/logs.txt'), ...mounts(shipping) });
const SHIPPED = { initContainers: [shipper], ...volumes({ data: { emptyDir: {} } }) };

const fluentd = (more: Fields): Fields =>
  workload(
    'DaemonSet',
    'fluentd-elasticsearch',
    { name: 'fluentd-elasticsearch' },
    box('fluentd-elasticsearch', 'quay.io/fluentd_elasticsearch/fluentd:v5.0.1', { ...more, ...mounts({ varlog: '/var/log' }) }),
    {
      spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } } },
      podSpec: {
        tolerations: ['control-plane', 'master'].map((role) => ({
          key: `node-role.kubernetes.io/${role}`,
          operator: 'Exists',
          effect: 'NoSchedule',
        })),
        terminationGracePeriodSeconds: 30,
        ...volumes({ varlog: { hostPath: { path: '/var/log' } } }),
      },
      metadata: { namespace: 'kube-system', labels: { 'k8s-app': 'fluentd-logging' } },
    },
  );
const FLUENTD_NEEDS = needs({ cpu: '100m', memory: '200Mi' }, { memory: '200Mi' });

const bash = (script: string): Fields => box('main', 'docker.io/library/bash:5', { command: ['bash'], args: ['-c', script] });
const indexed = { completions: 5, parallelism: 3, completionMode: 'Indexed' };
const reverse = box('worker', 'docker.io/library/busybox', { command: ['rev', '/input/data.txt'], ...mounts({ input: '/input' }) });

export const workloads: Examples = {
  'admin/snowflake-deployment.yaml': deployment(
    'snowflake',
    app('snowflake'),
    box('snowflake', 'registry.k8s.io/serve_hostname', { imagePullPolicy: 'Always' }),
    { spec: { replicas: 2 }, metadata: { labels: app('snowflake') } },
  ),
  'application/deployment.yaml': nginxDeployment('nginx-deployment', undefined, { replicas: 2 }),
  'application/deployment-update.yaml': nginxDeployment('nginx-deployment', 'nginx:1.16.1', { replicas: 2 }),
  'application/deployment-scale.yaml': nginxDeployment('nginx-deployment', 'nginx:1.16.1', { replicas: 4 }),
  'application/simple_deployment.yaml': nginxDeployment('nginx-deployment', undefined, { minReadySeconds: 5 }),
  'application/update_deployment.yaml': nginxDeployment('nginx-deployment', 'nginx:1.16.1'),
  'application/deployment-patch.yaml': deployment('patch-demo', NGINX, box('patch-demo-ctr', 'nginx'), {
    spec: { replicas: 2 },
    podSpec: { tolerations: [{ effect: 'NoSchedule', key: 'dedicated', value: 'test-team' }] },
  }),
  'application/deployment-retainkeys.yaml': deployment('retainkeys-demo', NGINX, box('retainkeys-demo-ctr', 'nginx'), {
    spec: { strategy: { rollingUpdate: { maxSurge: '30%' } } },
  }),
  'application/deployment-sidecar.yaml': deployment(
    'myapp',
    app('myapp'),
    box('myapp', 'alpine:latest', { ...sh('while true; do echo "logging" >> /opt/logs.txt; sleep 1; done'), ...mounts(shipping) }),
    { spec: { replicas: 1 }, podSpec: SHIPPED, metadata: { labels: app('myapp') } },
  ),
  'application/guestbook/frontend-deployment.yaml': deployment(
    'frontend',
    guestbook('frontend'),
    box('php-redis', 'us-docker.pkg.dev/google-samples/containers/gke/gb-frontend:v5', {
      ...env({ GET_HOSTS_FROM: 'dns' }),
      ...needs({ cpu: '100m', memory: '100Mi' }),
      ...port(80),
    }),
    { spec: { replicas: 3 } },
  ),
  'application/guestbook/frontend-service.yaml': service(
    'frontend',
    guestbook('frontend'),
    [{ port: 80 }],
    {},
    { labels: guestbook('frontend') },
  ),
  'application/guestbook/redis-follower-deployment.yaml': redis(
    'follower',
    'us-docker.pkg.dev/google-samples/containers/gke/gb-redis-follower:v2',
    2,
  ),
  'application/guestbook/redis-leader-deployment.yaml': redis('leader', 'docker.io/redis:6.0.5', 1),
  ...Object.fromEntries(
    ['follower', 'leader'].map((role) => {
      const labels = guestbook('backend', role);
      const ports = [{ port: 6379, ...(role === 'leader' && { targetPort: 6379 }) }];
      return [`application/guestbook/redis-${role}-service.yaml`, service(`redis-${role}`, labels, ports, {}, { labels })];
    }),
  ),
  'application/hpa/php-apache.yaml': autoscaler('php-apache', { kind: 'Deployment', name: 'php-apache' }, 1, 10),
  'application/php-apache.yaml': [
    deployment(
      'php-apache',
      { run: 'php-apache' },
      box('php-apache', 'registry.k8s.io/hpa-example', { ...port(80), ...needs({ cpu: '200m' }, { cpu: '500m' }) }),
    ),
    service('php-apache', { run: 'php-apache' }, [{ port: 80 }], {}, { labels: { run: 'php-apache' } }),
  ],
  'application/job/cronjob.yaml': cronJob(
    'hello',
    '* * * * *',
    box('hello', 'busybox:1.28', {
      imagePullPolicy: 'IfNotPresent',
      command: ['/bin/sh', '-c', 'date; echo Hello from the Kubernetes cluster'],
    }),
  ),
  'application/job/indexed-job-vol.yaml': job('indexed-job', reverse, indexed, {
    restartPolicy: 'Never',
    ...volumes({
      input: {
        downwardAPI: {
          items: [{ path: 'data.txt', fieldRef: { fieldPath: "metadata.annotations['batch.kubernetes.io/job-completion-index']" } }],
        },
      },
    }),
  }),
  'application/job/indexed-job.yaml': job('indexed-job', reverse, indexed, {
    restartPolicy: 'Never',
    initContainers: [
      box('input', 'docker.io/library/bash', {
        command: ['bash', '-c', 'items=(foo bar baz qux xyz)\necho ${items[$JOB_COMPLETION_INDEX]} > /input/data.txt\n'],
        ...mounts({ input: '/input' }),
      }),
    ],
    ...volumes({ input: { emptyDir: {} } }),
  }),
  'application/job/job-sidecar.yaml': job(
    'myjob',
    box('myjob', 'alpine:latest', { ...sh('echo "logging" > /opt/logs.txt'), ...mounts(shipping) }),
    {},
    { ...SHIPPED, restartPolicy: 'Never' },
  ),
  'application/job/redis/redis-pod.yaml': pod(
    'redis-master',
    box('master', 'redis', { env: [{ name: 'MASTER', value: 'true' }], ports: [{ containerPort: 6379 }] }),
    {},
    { labels: { app: 'redis' } },
  ),
  'application/job/redis/redis-service.yaml': service('redis', app('redis'), [{ port: 6379, targetPort: 6379 }]),
  'customresourcedefinition/shirt-resource-definition.yaml': {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'shirts.stable.example.com' },
    spec: {
      group: 'stable.example.com',
      scope: 'Namespaced',
      names: { plural: 'shirts', singular: 'shirt', kind: 'Shirt' },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: { spec: { type: 'object', properties: { color: { type: 'string' }, size: { type: 'string' } } } },
            },
          },
          selectableFields: [{ jsonPath: '.spec.color' }, { jsonPath: '.spec.size' }],
          additionalPrinterColumns: [
            { jsonPath: '.spec.color', name: 'Color', type: 'string' },
            { jsonPath: '.spec.size', name: 'Size', type: 'string' },
          ],
        },
      ],
    },
  },
  'customresourcedefinition/shirt-resources.yaml': [
    shirt('example1', 'blue', 'S'),
    shirt('example2', 'blue', 'M'),
    shirt('example3', 'green', 'M'),
  ],
  'application/job/job-tmpl.yaml': {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'process-item-$ITEM', labels: { jobgroup: 'jobexample' } },
    spec: {
      template: {
        metadata: { name: 'jobexample', labels: { jobgroup: 'jobexample' } },
        spec: {
          containers: [box('c', 'busybox:1.28', sh('echo Processing item $ITEM && sleep 5'))],
          restartPolicy: 'Never',
        },
      },
    },
  },
  'application/mongodb/mongo-deployment.yaml': deployment(
    'mongo',
    { 'app.kubernetes.io/name': 'mongo', 'app.kubernetes.io/component': 'backend' },
    box('mongo', 'mongo:4.2', { args: ['--bind_ip', '0.0.0.0'], ...needs({ cpu: '100m', memory: '100Mi' }), ...port(27017) }),
    { spec: { replicas: 1 }, metadata: { labels: { 'app.kubernetes.io/name': 'mongo', 'app.kubernetes.io/component': 'backend' } } },
  ),
  'application/mongodb/mongo-service.yaml': service(
    'mongo',
    { 'app.kubernetes.io/name': 'mongo', 'app.kubernetes.io/component': 'backend' },
    [{ port: 27017, targetPort: 27017 }],
    {},
    { labels: { 'app.kubernetes.io/name': 'mongo', 'app.kubernetes.io/component': 'backend' } },
  ),
  'application/mysql/mysql-deployment.yaml': [
    service('mysql', app('mysql'), [{ port: 3306 }], { clusterIP: 'None' }),
    deployment('mysql', app('mysql'), mysql('mysql:9', env({ MYSQL_ROOT_PASSWORD: 'password' })), {
      spec: RECREATE,
      podSpec: MYSQL_STORAGE,
    }),
  ],
  'application/mysql/mysql-pv.yaml': [
    volume('mysql-pv-volume', '20Gi', '/mnt/data'),
    claim('mysql-pv-claim', '20Gi', { storageClassName: 'manual' }),
  ],
  'application/nginx-app.yaml': [
    service('my-nginx-svc', NGINX, [{ port: 80 }], { type: 'LoadBalancer' }, { labels: NGINX }),
    nginxDeployment('my-nginx', undefined, { replicas: 3 }, { labels: NGINX }),
  ],
  'application/nginx-with-request.yaml': deployment(
    'nginx-deployment',
    NGINX,
    nginx('nginx', { resources: { limits: { memory: '128Mi', cpu: '500m' } } }),
    { spec: { replicas: 2 } },
  ),
  'application/nginx/nginx-deployment.yaml': nginxDeployment('my-nginx', undefined, { replicas: 3 }),
  'application/nginx/nginx-svc.yaml': service('my-nginx-svc', NGINX, [{ port: 80 }], { type: 'LoadBalancer' }, { labels: NGINX }),
  'application/ssa/nginx-deployment.yaml': deployment('nginx-deployment', NGINX, box('nginx', 'nginx:1.14.2'), {
    spec: { replicas: 3 },
    metadata: { labels: NGINX },
  }),
  'application/ssa/nginx-deployment-no-replicas.yaml': deployment('nginx-deployment', NGINX, box('nginx', 'nginx:1.14.2'), {
    metadata: { labels: NGINX },
  }),
  'application/ssa/nginx-deployment-replicas-only.yaml': {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'nginx-deployment' },
    spec: { replicas: 3 },
  },
  'application/web/web.yaml': web({}),
  'application/web/web-parallel.yaml': web({ podManagementPolicy: 'Parallel' }),
  'application/wordpress/mysql-deployment.yaml': [
    service('wordpress-mysql', wordpress('mysql'), [{ port: 3306 }], { clusterIP: 'None' }, WORDPRESS),
    claim('mysql-pv-claim', '20Gi', {}, WORDPRESS),
    deployment(
      'wordpress-mysql',
      wordpress('mysql'),
      mysql('mysql:8.0', {
        env: [
          fromPassword('MYSQL_ROOT_PASSWORD'),
          { name: 'MYSQL_DATABASE', value: 'wordpress' },
          { name: 'MYSQL_USER', value: 'wordpress' },
          fromPassword('MYSQL_PASSWORD'),
        ],
      }),
      { spec: RECREATE, podSpec: MYSQL_STORAGE, metadata: WORDPRESS },
    ),
  ],
  'application/cassandra/cassandra-service.yaml': service(
    'cassandra',
    CASSANDRA,
    [{ port: 9042 }],
    { clusterIP: 'None' },
    { labels: CASSANDRA },
  ),
  'application/cassandra/cassandra-statefulset.yaml': [
    workload(
      'StatefulSet',
      'cassandra',
      CASSANDRA,
      box('cassandra', 'gcr.io/google-samples/cassandra:v13', {
        imagePullPolicy: 'Always',
        ports: Object.entries({ 'intra-node': 7000, 'tls-intra-node': 7001, jmx: 7199, cql: 9042 }).map(([name, containerPort]) => ({
          containerPort,
          name,
        })),
        ...needs({ cpu: '500m', memory: '1Gi' }, { cpu: '500m', memory: '1Gi' }),
        securityContext: { capabilities: { add: ['IPC_LOCK'] } },
        lifecycle: { preStop: { exec: { command: ['/bin/sh', '-c', 'nodetool drain'] } } },
        env: [
          ...env({
            MAX_HEAP_SIZE: '512M',
            HEAP_NEWSIZE: '100M',
            CASSANDRA_SEEDS: 'cassandra-0.cassandra.default.svc.cluster.local',
            CASSANDRA_CLUSTER_NAME: 'K8Demo',
            CASSANDRA_DC: 'DC1-K8Demo',
            CASSANDRA_RACK: 'Rack1-K8Demo',
          }).env,
          { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
        ],
        readinessProbe: { exec: { command: ['/bin/bash', '-c', '/ready-probe.sh'] }, initialDelaySeconds: 15, timeoutSeconds: 5 },
        ...mounts({ 'cassandra-data': '/cassandra_data' }),
      }),
      {
        spec: {
          serviceName: 'cassandra',
          replicas: 3,
          volumeClaimTemplates: [
            {
              metadata: { name: 'cassandra-data' },
              spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast', resources: { requests: { storage: '1Gi' } } },
            },
          ],
        },
        podSpec: { terminationGracePeriodSeconds: 500 },
        metadata: { labels: CASSANDRA },
      },
    ),
    storageClass('fast', 'k8s.io/minikube-hostpath', { type: 'pd-ssd' }),
  ],
  'application/job/rabbitmq/rabbitmq-service.yaml': service(
    'rabbitmq-service',
    QUEUE,
    [{ port: 5672 }],
    {},
    { labels: { component: 'rabbitmq' } },
  ),
  'application/job/rabbitmq/rabbitmq-statefulset.yaml': workload(
    'StatefulSet',
    'rabbitmq',
    QUEUE,
    box('rabbitmq', 'rabbitmq', {
      ...port(5672),
      ...needs({ memory: '16M' }, { cpu: '250m', memory: '512M' }),
      ...mounts({ 'rabbitmq-data': '/var/lib/rabbitmq' }),
    }),
    {
      spec: { serviceName: 'rabbitmq-service', replicas: 1 },
      podSpec: volumes({ 'rabbitmq-data': { emptyDir: {} } }),
      metadata: { labels: { component: 'rabbitmq' } },
    },
  ),
  'application/zookeeper/zookeeper.yaml': [
    service(
      'zk-hs',
      ZK,
      [
        { port: 2888, name: 'server' },
        { port: 3888, name: 'leader-election' },
      ],
      { clusterIP: 'None' },
      { labels: ZK },
    ),
    service('zk-cs', ZK, [{ port: 2181, name: 'client' }], {}, { labels: ZK }),
    budget('zk-pdb', ZK, { maxUnavailable: 1 }),
    workload(
      'StatefulSet',
      'zk',
      ZK,
      box('kubernetes-zookeeper', 'registry.k8s.io/kubernetes-zookeeper:1.0-3.4.10', {
        imagePullPolicy: 'Always',
        ...needs({ memory: '1Gi', cpu: '0.5' }),
        ports: [
          { containerPort: 2181, name: 'client' },
          { containerPort: 2888, name: 'server' },
          { containerPort: 3888, name: 'leader-election' },
        ],
        ...sh(ZOOKEEPER),
        readinessProbe: READY,
        livenessProbe: READY,
        ...mounts({ datadir: '/var/lib/zookeeper' }),
      }),
      {
        spec: {
          serviceName: 'zk-hs',
          replicas: 3,
          updateStrategy: { type: 'RollingUpdate' },
          podManagementPolicy: 'OrderedReady',
          volumeClaimTemplates: [
            { metadata: { name: 'datadir' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } } },
          ],
        },
        podSpec: {
          affinity: {
            podAntiAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: [
                {
                  labelSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['zk'] }] },
                  topologyKey: 'kubernetes.io/hostname',
                },
              ],
            },
          },
          securityContext: { runAsUser: 1000, fsGroup: 1000 },
        },
      },
    ),
  ],
  'application/wordpress/wordpress-deployment.yaml': [
    service('wordpress', wordpress('frontend'), [{ port: 80 }], { type: 'LoadBalancer' }, WORDPRESS),
    claim('wp-pv-claim', '20Gi', {}, WORDPRESS),
    deployment(
      'wordpress',
      wordpress('frontend'),
      box('wordpress', 'wordpress:6.2.1-apache', {
        env: [
          { name: 'WORDPRESS_DB_HOST', value: 'wordpress-mysql' },
          fromPassword('WORDPRESS_DB_PASSWORD'),
          { name: 'WORDPRESS_DB_USER', value: 'wordpress' },
        ],
        ports: [{ containerPort: 80, name: 'wordpress' }],
        ...mounts({ 'wordpress-persistent-storage': '/var/www/html' }),
      }),
      {
        spec: RECREATE,
        podSpec: volumes({ 'wordpress-persistent-storage': { persistentVolumeClaim: { claimName: 'wp-pv-claim' } } }),
        metadata: WORDPRESS,
      },
    ),
  ],
  'configmap/immutable-configmap.yaml': company('company-name-20150801', 'ACME, Inc.'),
  'configmap/new-immutable-configmap.yaml': company('company-name-20240312', 'Fiktivesunternehmen GmbH'),
  'controllers/daemonset.yaml': fluentd(FLUENTD_NEEDS),
  'controllers/fluentd-daemonset.yaml': fluentd({}),
  'controllers/fluentd-daemonset-update.yaml': fluentd(FLUENTD_NEEDS),
  'controllers/daemonset-label-selector.yaml': workload(
    'DaemonSet',
    'ssd-driver',
    app('ssd-driver-pod'),
    box('example-container', 'example-image'),
    { podSpec: { nodeSelector: { ssd: 'true' } }, metadata: { labels: NGINX } },
  ),
  'controllers/frontend.yaml': workload(
    'ReplicaSet',
    'frontend',
    { tier: 'frontend' },
    box('php-redis', 'us-docker.pkg.dev/google-samples/containers/gke/gb-frontend:v5'),
    { spec: { replicas: 3 }, metadata: { labels: guestbook('frontend') } },
  ),
  'controllers/hpa-rs.yaml': autoscaler('frontend-scaler', { kind: 'ReplicaSet', name: 'frontend' }, 3, 10),
  'controllers/job.yaml': job('pi', box('pi', 'perl:5.34.0', { command: ['perl', '-Mbignum=bpi', '-wle', 'print bpi(2000)'] }), {
    backoffLimit: 4,
  }),
  'controllers/job-pod-failure-policy-failjob.yaml': job(
    'job-pod-failure-policy-failjob',
    bash('echo "Hello world! I\'m going to exit with 42 to simulate a software bug." && sleep 30 && exit 42'),
    {
      completions: 8,
      parallelism: 2,
      backoffLimit: 6,
      podFailurePolicy: {
        rules: [{ action: 'FailJob', onExitCodes: { containerName: 'main', operator: 'In', values: [42] } }],
      },
    },
  ),
  'controllers/job-pod-failure-policy-ignore.yaml': job(
    'job-pod-failure-policy-ignore',
    bash('echo "Hello world! I\'m going to exit with 0 (success)." && sleep 90 && exit 0'),
    {
      completions: 4,
      parallelism: 2,
      backoffLimit: 0,
      podFailurePolicy: { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] }] },
    },
  ),
  'controllers/job-pod-failure-policy-config-issue.yaml': job(
    'job-pod-failure-policy-config-issue',
    box('main', 'non-existing-repo/non-existing-image:example'),
    {
      completions: 8,
      parallelism: 2,
      backoffLimit: 6,
      podFailurePolicy: { rules: [{ action: 'FailJob', onPodConditions: [{ type: 'ConfigIssue' }] }] },
    },
  ),
  'controllers/job-pod-failure-policy-example.yaml': job(
    'job-pod-failure-policy-example',
    bash('echo "Hello world!" && sleep 5 && exit 42'),
    {
      completions: 12,
      parallelism: 3,
      backoffLimit: 6,
      podFailurePolicy: {
        rules: [
          { action: 'FailJob', onExitCodes: { containerName: 'main', operator: 'In', values: [42] } },
          { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] },
        ],
      },
    },
  ),
  'controllers/nginx-deployment.yaml': nginxDeployment('nginx-deployment', undefined, { replicas: 3 }, { labels: NGINX }),
  'controllers/replicaset.yaml': workload(
    'ReplicaSet',
    'my-repset',
    { 'pod-is-for': 'garbage-collection-example' },
    box('nginx', 'nginx'),
    { spec: { replicas: 3 } },
  ),
  'controllers/replication.yaml': core('ReplicationController', 'nginx', {
    spec: {
      replicas: 3,
      selector: NGINX,
      template: { metadata: { name: 'nginx', labels: NGINX }, spec: { containers: [nginx('nginx')] } },
    },
  }),
  'deployments/deployment-with-configmap-as-volume.yaml': reporting(
    'configmap-volume',
    report('My preferred sport is $(cat /etc/config/sport)', IN_CONFIG),
    fromConfigMap('sport'),
  ),
  'deployments/deployment-with-configmap-as-envvar.yaml': reporting(
    'configmap-env-var',
    report('The basket is full of $FRUITS', envFrom('configMapKeyRef', { FRUITS: ['fruits', 'fruits'] })),
    {},
  ),
  'deployments/deployment-with-configmap-two-containers.yaml': reporting('configmap-two-containers', [page, colour()], COLOUR_VOLUMES),
  'deployments/deployment-with-configmap-and-sidecar-container.yaml': reporting('configmap-sidecar-container', page, COLOUR_VOLUMES, {
    initContainers: [colour({ restartPolicy: 'Always' })],
  }),
  'deployments/deployment-with-immutable-configmap-as-volume.yaml': reporting(
    'immutable-configmap-volume',
    report('The name of the company is $(cat /etc/config/company_name)', IN_CONFIG),
    fromConfigMap('company-name-20150801'),
  ),
};

const HELLO = (tier: string) => ({ app: 'hello', tier });
const LOAD_BALANCED = { 'app.kubernetes.io/name': 'load-balancer-example' };
const MY_NGINX = { run: 'my-nginx' };
const deny = (name: string, ...policyTypes: readonly string[]): Fields =>
  networking('NetworkPolicy', name, { podSelector: {}, policyTypes });
const backend = (name: string, number: number): Fields => ({ backend: { service: { name, port: { number } } } });
const path = (at: string, name: string, number: number): Fields => ({ path: at, pathType: 'Prefix', ...backend(name, number) });
const rule = (host: string | undefined, ...paths: readonly Fields[]): Fields => ({ ...(host && { host }), http: { paths } });

export const services: Examples = {
  'service/access/backend-deployment.yaml': deployment(
    'backend',
    { ...HELLO('backend'), track: 'stable' },
    box('hello', 'gcr.io/google-samples/hello-go-gke:1.0', { ports: [{ name: 'http', containerPort: 80 }] }),
    { spec: { replicas: 3 } },
  ),
  'service/access/backend-service.yaml': service('hello', HELLO('backend'), [{ protocol: 'TCP', port: 80, targetPort: 'http' }]),
  'service/access/frontend-deployment.yaml': deployment(
    'frontend',
    { ...HELLO('frontend'), track: 'stable' },
    box('nginx', 'gcr.io/google-samples/hello-frontend:1.0', {
      lifecycle: { preStop: { exec: { command: ['/usr/sbin/nginx', '-s', 'quit'] } } },
    }),
    { spec: { replicas: 1 } },
  ),
  'service/access/frontend-service.yaml': service('frontend', HELLO('frontend'), [{ protocol: 'TCP', port: 80, targetPort: 80 }], {
    type: 'LoadBalancer',
  }),
  'service/access/hello-application.yaml': deployment(
    'hello-world',
    { run: 'load-balancer-example' },
    box('hello-world', 'us-docker.pkg.dev/google-samples/containers/gke/hello-app:2.0', {
      ports: [{ containerPort: 8080, protocol: 'TCP' }],
    }),
    { spec: { replicas: 2 } },
  ),
  'service/load-balancer-example.yaml': deployment(
    'hello-world',
    LOAD_BALANCED,
    box('hello-world', 'gcr.io/google-samples/hello-app:2.0', port(8080)),
    { spec: { replicas: 5 }, metadata: { labels: LOAD_BALANCED } },
  ),
  'service/nginx-service.yaml': service('nginx-service', NGINX, [{ port: 8000, targetPort: 80, protocol: 'TCP' }]),
  'service/explore-graceful-termination-nginx.yaml': service('nginx-service', NGINX, [{ protocol: 'TCP', port: 80, targetPort: 80 }]),
  'service/pod-with-graceful-termination.yaml': deployment(
    'nginx-deployment',
    NGINX,
    nginx('nginx:latest', { lifecycle: { preStop: { exec: { command: ['/bin/sh', '-c', 'sleep 180'] } } } }),
    { spec: { replicas: 1 }, podSpec: { terminationGracePeriodSeconds: 120 }, metadata: { labels: NGINX } },
  ),
  'service/networking/run-my-nginx.yaml': deployment('my-nginx', MY_NGINX, box('my-nginx', 'nginx', port(80)), { spec: { replicas: 2 } }),
  'service/networking/nginx-svc.yaml': service('my-nginx', MY_NGINX, [{ port: 80, protocol: 'TCP' }], {}, { labels: MY_NGINX }),
  'service/networking/nginx-secure-app.yaml': [
    service(
      'my-nginx',
      MY_NGINX,
      [
        { port: 8080, targetPort: 80, protocol: 'TCP', name: 'http' },
        { port: 443, protocol: 'TCP', name: 'https' },
      ],
      { type: 'NodePort' },
      { labels: MY_NGINX },
    ),
    deployment(
      'my-nginx',
      MY_NGINX,
      box('nginxhttps', 'bprashanth/nginxhttps:1.0', {
        ...port(443, 80),
        ...mounts({ 'secret-volume': '/etc/nginx/ssl', 'configmap-volume': '/etc/nginx/conf.d' }),
      }),
      {
        spec: { replicas: 1 },
        podSpec: volumes({
          'secret-volume': { secret: { secretName: 'nginxsecret' } },
          'configmap-volume': { configMap: { name: 'nginxconfigmap' } },
        }),
      },
    ),
  ],
  'service/networking/curlpod.yaml': deployment(
    'curl-deployment',
    app('curlpod'),
    box('curlpod', 'radial/busyboxplus:curl', {
      ...sh('while true; do sleep 1; done'),
      ...mounts({ 'secret-volume': '/etc/nginx/ssl' }),
    }),
    { spec: { replicas: 1 }, podSpec: volumes({ 'secret-volume': { secret: { secretName: 'nginxsecret' } } }) },
  ),
  'service/networking/nginx-policy.yaml': networking('NetworkPolicy', 'access-nginx', {
    podSelector: { matchLabels: NGINX },
    ingress: [{ from: [{ podSelector: { matchLabels: { access: 'true' } } }] }],
  }),
  'service/networking/network-policy-default-deny-ingress.yaml': deny('default-deny-ingress', 'Ingress'),
  'service/networking/network-policy-default-deny-egress.yaml': deny('default-deny-egress', 'Egress'),
  'service/networking/network-policy-default-deny-all.yaml': deny('default-deny-all', 'Ingress', 'Egress'),
  'service/networking/network-policy-allow-all-ingress.yaml': networking('NetworkPolicy', 'allow-all-ingress', {
    podSelector: {},
    ingress: [{}],
    policyTypes: ['Ingress'],
  }),
  'service/networking/network-policy-allow-all-egress.yaml': networking('NetworkPolicy', 'allow-all-egress', {
    podSelector: {},
    egress: [{}],
    policyTypes: ['Egress'],
  }),
  'service/networking/networkpolicy.yaml': networking(
    'NetworkPolicy',
    'test-network-policy',
    {
      podSelector: { matchLabels: { role: 'db' } },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        {
          from: [
            { ipBlock: { cidr: '172.17.0.0/16', except: ['172.17.1.0/24'] } },
            { namespaceSelector: { matchLabels: { project: 'myproject' } } },
            { podSelector: { matchLabels: { role: 'frontend' } } },
          ],
          ports: [{ protocol: 'TCP', port: 6379 }],
        },
      ],
      egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/24' } }], ports: [{ protocol: 'TCP', port: 5978 }] }],
    },
    { namespace: 'default' },
  ),
  'service/networking/example-ingress.yaml': networking('Ingress', 'example-ingress', {
    ingressClassName: 'nginx',
    rules: [rule('hello-world.example', path('/', 'web', 8080))],
  }),
  'service/networking/minimal-ingress.yaml': networking(
    'Ingress',
    'minimal-ingress',
    { ingressClassName: 'nginx-example', rules: [rule(undefined, path('/testpath', 'test', 80))] },
    { annotations: { 'nginx.ingress.kubernetes.io/rewrite-target': '/' } },
  ),
  'service/networking/simple-fanout-example.yaml': networking('Ingress', 'simple-fanout-example', {
    rules: [rule('foo.bar.com', path('/foo', 'service1', 4200), path('/bar', 'service2', 8080))],
  }),
  'service/networking/name-virtual-host-ingress.yaml': networking('Ingress', 'name-virtual-host-ingress', {
    rules: [rule('foo.bar.com', path('/', 'service1', 80)), rule('bar.foo.com', path('/', 'service2', 80))],
  }),
  'service/networking/tls-example-ingress.yaml': networking('Ingress', 'tls-example-ingress', {
    tls: [{ hosts: ['https-example.foo.com'], secretName: 'testsecret-tls' }],
    rules: [rule('https-example.foo.com', path('/', 'service1', 80))],
  }),
  'service/networking/test-ingress.yaml': networking('Ingress', 'test-ingress', {
    defaultBackend: { service: { name: 'test', port: { number: 80 } } },
  }),
  'service/networking/ingress-wildcard-host.yaml': networking('Ingress', 'ingress-wildcard-host', {
    rules: [rule('foo.bar.com', path('/bar', 'service1', 80)), rule('*.foo.com', path('/foo', 'service2', 80))],
  }),
};

const limits = (name: string, ...rules: readonly Fields[]): Fields => core('LimitRange', name, { spec: { limits: rules } });
const quota = (name: string, hard: Readonly<Record<string, string>>): Fields => core('ResourceQuota', name, { spec: { hard } });
const demo = (name: string, resources: Fields = {}, image = 'nginx'): Fields => pod(name, box(`${name}-ctr`, image, resources));

export const rules: Examples = {
  'admin/namespace-dev.yaml': core('Namespace', 'development', {}, { labels: { name: 'development' } }),
  'admin/namespace-prod.yaml': core('Namespace', 'production', {}, { labels: { name: 'production' } }),
  'admin/namespace-dev.json': core('Namespace', 'development', {}, { labels: { name: 'development' } }),
  'admin/namespace-prod.json': core('Namespace', 'production', {}, { labels: { name: 'production' } }),
  'admin/resource/cpu-constraints.yaml': limits('cpu-min-max-demo-lr', { max: { cpu: '800m' }, min: { cpu: '200m' }, type: 'Container' }),
  'admin/resource/cpu-constraints-pod.yaml': demo('constraints-cpu-demo', needs({ cpu: '500m' }, { cpu: '800m' })),
  'admin/resource/cpu-constraints-pod-2.yaml': demo('constraints-cpu-demo-2', needs({ cpu: '500m' }, { cpu: '1.5' })),
  'admin/resource/cpu-constraints-pod-3.yaml': demo('constraints-cpu-demo-3', needs({ cpu: '100m' }, { cpu: '800m' })),
  'admin/resource/cpu-constraints-pod-4.yaml': demo('constraints-cpu-demo-4', {}, 'vish/stress'),
  'admin/resource/cpu-defaults.yaml': limits('cpu-limit-range', { default: { cpu: 1 }, defaultRequest: { cpu: 0.5 }, type: 'Container' }),
  'admin/resource/cpu-defaults-pod.yaml': demo('default-cpu-demo'),
  'admin/resource/cpu-defaults-pod-2.yaml': demo('default-cpu-demo-2', needs(undefined, { cpu: '1' })),
  'admin/resource/cpu-defaults-pod-3.yaml': demo('default-cpu-demo-3', needs({ cpu: '0.75' })),
  'admin/resource/memory-constraints.yaml': limits('mem-min-max-demo-lr', {
    max: { memory: '1Gi' },
    min: { memory: '500Mi' },
    type: 'Container',
  }),
  'admin/resource/memory-constraints-pod.yaml': demo('constraints-mem-demo', needs({ memory: '600Mi' }, { memory: '800Mi' })),
  'admin/resource/memory-constraints-pod-2.yaml': demo('constraints-mem-demo-2', needs({ memory: '800Mi' }, { memory: '1.5Gi' })),
  'admin/resource/memory-constraints-pod-3.yaml': demo('constraints-mem-demo-3', needs({ memory: '100Mi' }, { memory: '800Mi' })),
  'admin/resource/memory-constraints-pod-4.yaml': demo('constraints-mem-demo-4'),
  'admin/resource/memory-defaults.yaml': limits('mem-limit-range', {
    default: { memory: '512Mi' },
    defaultRequest: { memory: '256Mi' },
    type: 'Container',
  }),
  'admin/resource/memory-defaults-pod.yaml': demo('default-mem-demo'),
  'admin/resource/memory-defaults-pod-2.yaml': demo('default-mem-demo-2', needs(undefined, { memory: '1Gi' })),
  'admin/resource/memory-defaults-pod-3.yaml': demo('default-mem-demo-3', needs({ memory: '128Mi' })),
  'admin/resource/quota-mem-cpu.yaml': quota('mem-cpu-demo', {
    'requests.cpu': '1',
    'requests.memory': '1Gi',
    'limits.cpu': '2',
    'limits.memory': '2Gi',
  }),
  'admin/resource/quota-mem-cpu-pod.yaml': demo(
    'quota-mem-cpu-demo',
    needs({ memory: '600Mi', cpu: '400m' }, { memory: '800Mi', cpu: '800m' }),
  ),
  'admin/resource/quota-mem-cpu-pod-2.yaml': demo(
    'quota-mem-cpu-demo-2',
    needs({ memory: '700Mi', cpu: '400m' }, { memory: '1Gi', cpu: '800m' }),
    'redis',
  ),
  'admin/resource/quota-objects.yaml': quota('object-quota-demo', {
    persistentvolumeclaims: '1',
    'services.loadbalancers': '2',
    'services.nodeports': '0',
  }),
  'admin/resource/quota-objects-pvc.yaml': claim('pvc-quota-demo', '3Gi', { storageClassName: 'manual' }),
  'admin/resource/quota-objects-pvc-2.yaml': claim('pvc-quota-demo-2', '4Gi', { storageClassName: 'manual' }),
  'admin/resource/quota-pod.yaml': quota('pod-demo', { pods: '2' }),
  'admin/resource/quota-pod-deployment.yaml': deployment('pod-quota-demo', { purpose: 'quota-demo' }, box('pod-quota-demo', 'nginx'), {
    spec: { replicas: 3 },
  }),
  'policy/priority-class-resourcequota.yaml': core('ResourceQuota', 'pods-cluster-services', {
    spec: { scopeSelector: { matchExpressions: [{ operator: 'In', scopeName: 'PriorityClass', values: ['cluster-services'] }] } },
  }),
  'policy/zookeeper-pod-disruption-budget-maxunavailable.yaml': budget('zk-pdb', app('zookeeper'), { maxUnavailable: 1 }),
  'policy/zookeeper-pod-disruption-budget-minavailable.yaml': budget('zk-pdb', app('zookeeper'), { minAvailable: 2 }),
  'secret/serviceaccount/mysecretname.yaml': core(
    'Secret',
    'mysecretname',
    { type: 'kubernetes.io/service-account-token' },
    { annotations: { 'kubernetes.io/service-account.name': 'myserviceaccount' } },
  ),
};
