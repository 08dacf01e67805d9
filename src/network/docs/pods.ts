/** Examples of the documentation that are about Pods. */
import { box, claim, configMap, core, env, envFrom, type Fields, mounts, needs, pod, port, sh, volume, volumes } from './objects.ts';

const NGINX = 'nginx';
const BUSYBOX = 'busybox:1.28';
const OLD_BUSYBOX = 'registry.k8s.io/busybox';
const NEVER = { restartPolicy: 'Never' };
const EMPTY = { emptyDir: {} };

const field = (fieldPath: string): Fields => ({ fieldRef: { fieldPath } });
const resource = (containerName: string, name: string, divisor?: string): Fields => ({
  resourceFieldRef: { containerName, resource: name, ...(divisor && { divisor }) },
});

/** The Pod that most of the page about ConfigMaps is about. */
const configured = (container: Fields, spec: Fields = {}): Fields =>
  pod('dapi-test-pod', box('test-container', OLD_BUSYBOX, container), { ...spec, ...NEVER });

const stress = (name: string, bytes: string, request: string, limit: string): Fields =>
  pod(
    name,
    box(`${name}-ctr`, 'polinux/stress', {
      ...needs({ memory: request }, { memory: limit }),
      command: ['stress'],
      args: ['--vm', '1', '--vm-bytes', bytes, '--vm-hang', '1'],
    }),
    {},
    { namespace: 'mem-example' },
  );

const cpuStress = (name: string, container: string, request: string, limit: string): Fields =>
  pod(
    name,
    box(container, 'vish/stress', { ...needs({ cpu: request }, { cpu: limit }), args: ['-cpus', '2'] }),
    {},
    { namespace: 'cpu-example' },
  );

const qos = (name: string, resources: Fields): Fields => pod(name, box(`${name}-ctr`, NGINX, resources), {}, { namespace: 'qos-example' });

const extended = (name: string, amount: string): Fields =>
  pod(name, box(`${name}-ctr`, NGINX, needs({ 'example.com/dongle': amount }, { 'example.com/dongle': amount })));

const onSsd = { matchExpressions: [{ key: 'disktype', operator: 'In', values: ['ssd'] }] };
const oneNginx = (spec: Fields, metadata?: Fields): Fields =>
  pod('nginx', box('nginx', NGINX, { imagePullPolicy: 'IfNotPresent' }), spec, metadata);
const placed = (nodeAffinity: Fields): Fields => oneNginx({ affinity: { nodeAffinity } });

const is = (key: string, ...values: readonly string[]): Fields => ({ matchExpressions: [{ key, operator: 'In', values }] });
const pause = (name: string, affinity: Fields, container = name): Fields =>
  pod(name, box(container, 'registry.k8s.io/pause:3.8'), { affinity });

const hello = (name: string, container: string, securityContext?: Fields, spec?: Fields): Fields =>
  pod(name, box(container, 'gcr.io/google-samples/node-hello:1.0', securityContext && { securityContext }), spec);

/** A Pod of the supplementary groups that its page is about. */
const groups = (policy: Fields): Fields =>
  pod(
    'security-context-demo',
    box('sec-ctx-demo', 'registry.k8s.io/e2e-test-images/agnhost:2.45', {
      ...sh('sleep 1h'),
      securityContext: { allowPrivilegeEscalation: false },
    }),
    { securityContext: { runAsUser: 1000, runAsGroup: 3000, supplementalGroups: [4000], ...policy } },
  );

const projected = (name: string, container: Fields, sources: readonly Fields[]): Fields =>
  pod(
    name,
    { ...container, ...mounts({ 'all-in-one': '/projected-volume' }, { readOnly: true }) },
    volumes({ 'all-in-one': { projected: { sources } } }),
  );

const sleeper = box('container-test', BUSYBOX, { command: ['sleep', '3600'] });

export const pods: Readonly<Record<string, Fields | readonly Fields[]>> = {
  'admin/dns/busybox.yaml': pod(
    'busybox',
    box('busybox', BUSYBOX, { command: ['sleep', '3600'], imagePullPolicy: 'IfNotPresent' }),
    { restartPolicy: 'Always' },
    { namespace: 'default' },
  ),
  'admin/dns/dnsutils.yaml': pod(
    'dnsutils',
    box('dnsutils', 'registry.k8s.io/e2e-test-images/agnhost:2.39', { imagePullPolicy: 'IfNotPresent' }),
    { restartPolicy: 'Always' },
    { namespace: 'default' },
  ),
  'application/shell-demo.yaml': pod('shell-demo', box('nginx', NGINX, mounts({ 'shared-data': '/usr/share/nginx/html' })), {
    ...volumes({ 'shared-data': EMPTY }),
    hostNetwork: true,
    dnsPolicy: 'Default',
  }),
  'configmap/configure-pod.yaml': pod(
    'configmap-demo-pod',
    box('demo', 'alpine', {
      command: ['sleep', '3600'],
      ...envFrom('configMapKeyRef', {
        PLAYER_INITIAL_LIVES: ['game-demo', 'player_initial_lives'],
        UI_PROPERTIES_FILE_NAME: ['game-demo', 'ui_properties_file_name'],
      }),
      ...mounts({ config: '/config' }, { readOnly: true }),
    }),
    volumes({
      config: {
        configMap: { name: 'game-demo', items: ['game.properties', 'user-interface.properties'].map((key) => ({ key, path: key })) },
      },
    }),
  ),
  'debug/counter-pod.yaml': pod(
    'counter',
    box('count', BUSYBOX, { args: ['/bin/sh', '-c', 'i=0; while true; do echo "$i: $(date)"; i=$((i+1)); sleep 1; done'] }),
  ),
  'debug/termination.yaml': pod(
    'termination-demo',
    box('termination-demo-container', 'debian', {
      command: ['/bin/sh'],
      args: ['-c', 'sleep 10 && echo Sleep expired > /dev/termination-log'],
    }),
  ),
  'pods/commands.yaml': pod(
    'command-demo',
    box('command-demo-container', 'debian', { command: ['printenv'], args: ['HOSTNAME', 'KUBERNETES_PORT'] }),
    { restartPolicy: 'OnFailure' },
    { labels: { purpose: 'demonstrate-command' } },
  ),
  'pods/config/redis-pod.yaml': pod(
    'redis',
    box('redis', 'redis:8.0.2', {
      command: ['redis-server', '/redis-master/redis.conf'],
      ...env({ MASTER: 'true' }),
      ...port(6379),
      resources: { limits: { cpu: '0.1' } },
      ...mounts({ data: '/redis-master-data', config: '/redis-master' }),
    }),
    volumes({
      data: EMPTY,
      config: { configMap: { name: 'example-redis-config', items: [{ key: 'redis-config', path: 'redis.conf' }] } },
    }),
  ),
  'pods/init-containers.yaml': pod('init-demo', box('nginx', NGINX, { ...port(80), ...mounts({ workdir: '/usr/share/nginx/html' }) }), {
    initContainers: [
      box('install', BUSYBOX, {
        command: ['wget', '-O', '/work-dir/index.html', 'http://info.cern.ch'],
        ...mounts({ workdir: '/work-dir' }),
      }),
    ],
    dnsPolicy: 'Default',
    ...volumes({ workdir: EMPTY }),
  }),
  'pods/image-volumes.yaml': pod(
    'image-volume',
    box('shell', 'debian', { command: ['sleep', 'infinity'], ...mounts({ volume: '/volume' }) }),
    volumes({ volume: { image: { reference: 'quay.io/crio/artifact:v1', pullPolicy: 'IfNotPresent' } } }),
  ),
  'pods/user-namespaces-stateless.yaml': pod('userns', box('shell', 'debian', { command: ['sleep', 'infinity'] }), { hostUsers: false }),
  'pods/inject/dapi-envars-container.yaml': pod(
    'dapi-envars-resourcefieldref',
    box('test-container', 'registry.k8s.io/busybox:1.27.2', {
      command: ['sh', '-c'],
      args: ["while true; do echo -en '\\n'; printenv MY_CPU_REQUEST MY_CPU_LIMIT; printenv MY_MEM_REQUEST MY_MEM_LIMIT; sleep 10; done;"],
      ...needs({ memory: '32Mi', cpu: '125m' }, { memory: '64Mi', cpu: '250m' }),
      env: Object.entries({
        MY_CPU_REQUEST: 'requests.cpu',
        MY_CPU_LIMIT: 'limits.cpu',
        MY_MEM_REQUEST: 'requests.memory',
        MY_MEM_LIMIT: 'limits.memory',
      }).map(([name, of]) => ({ name, valueFrom: resource('test-container', of) })),
    }),
    NEVER,
  ),
  'pods/inject/dapi-envars-pod.yaml': pod(
    'dapi-envars-fieldref',
    box('test-container', 'registry.k8s.io/busybox:1.27.2', {
      command: ['sh', '-c'],
      args: [
        "while true; do echo -en '\\n'; printenv MY_NODE_NAME MY_POD_NAME MY_POD_NAMESPACE; printenv MY_POD_IP MY_POD_SERVICE_ACCOUNT; sleep 10; done;",
      ],
      env: Object.entries({
        MY_NODE_NAME: 'spec.nodeName',
        MY_POD_NAME: 'metadata.name',
        MY_POD_NAMESPACE: 'metadata.namespace',
        MY_POD_IP: 'status.podIP',
        MY_POD_SERVICE_ACCOUNT: 'spec.serviceAccountName',
      }).map(([name, path]) => ({ name, valueFrom: field(path) })),
    }),
    NEVER,
  ),
  'pods/inject/dapi-volume.yaml': pod(
    'kubernetes-downwardapi-volume-example',
    box('client-container', 'registry.k8s.io/busybox:1.27.2', {
      command: ['sh', '-c'],
      args: [
        "while true; do for f in labels annotations; do if [[ -e /etc/podinfo/$f ]]; then echo -en '\\n\\n'; cat /etc/podinfo/$f; fi; done; sleep 5; done;",
      ],
      ...mounts({ podinfo: '/etc/podinfo' }),
    }),
    volumes({
      podinfo: { downwardAPI: { items: ['labels', 'annotations'].map((path) => ({ path, ...field(`metadata.${path}`) })) } },
    }),
    { labels: { zone: 'us-est-coast', cluster: 'test-cluster1', rack: 'rack-22' }, annotations: { build: 'two', builder: 'john-doe' } },
  ),
  'pods/inject/dapi-volume-resources.yaml': pod(
    'kubernetes-downwardapi-volume-example-2',
    box('client-container', 'registry.k8s.io/busybox:1.27.2', {
      command: ['sh', '-c'],
      args: [
        "while true; do echo -en '\\n'; for f in cpu_limit cpu_request mem_limit mem_request; do if [[ -e /etc/podinfo/$f ]]; then echo -en '\\n'; cat /etc/podinfo/$f; fi; done; sleep 5; done;",
      ],
      ...needs({ memory: '32Mi', cpu: '125m' }, { memory: '64Mi', cpu: '250m' }),
      ...mounts({ podinfo: '/etc/podinfo' }),
    }),
    volumes({
      podinfo: {
        downwardAPI: {
          items: [
            { path: 'cpu_limit', ...resource('client-container', 'limits.cpu', '1m') },
            { path: 'cpu_request', ...resource('client-container', 'requests.cpu', '1m') },
            { path: 'mem_limit', ...resource('client-container', 'limits.memory', '1Mi') },
            { path: 'mem_request', ...resource('client-container', 'requests.memory', '1Mi') },
          ],
        },
      },
    }),
  ),
  'pods/inject/dependent-envars.yaml': pod(
    'dependent-envars-demo',
    box('dependent-envars-demo', BUSYBOX, {
      command: ['sh', '-c'],
      args: [
        "while true; do echo -en '\\n'; printf UNCHANGED_REFERENCE=$UNCHANGED_REFERENCE'\\n'; printf SERVICE_ADDRESS=$SERVICE_ADDRESS'\\n'; printf ESCAPED_REFERENCE=$ESCAPED_REFERENCE'\\n'; sleep 30; done;",
      ],
      ...env({
        SERVICE_PORT: '80',
        SERVICE_IP: '172.17.0.1',
        UNCHANGED_REFERENCE: '$(PROTOCOL)://$(SERVICE_IP):$(SERVICE_PORT)',
        PROTOCOL: 'https',
        SERVICE_ADDRESS: '$(PROTOCOL)://$(SERVICE_IP):$(SERVICE_PORT)',
        ESCAPED_REFERENCE: '$$(PROTOCOL)://$(SERVICE_IP):$(SERVICE_PORT)',
      }),
    }),
  ),
  'pods/inject/envars.yaml': pod(
    'envar-demo',
    box('envar-demo-container', 'gcr.io/google-samples/hello-app:2.0', {
      ...env({ DEMO_GREETING: 'Hello from the environment', DEMO_FAREWELL: 'Such a sweet sorrow' }),
    }),
    {},
    { labels: { purpose: 'demonstrate-envars' } },
  ),
  'pods/inject/pod-multiple-secret-env-variable.yaml': pod(
    'envvars-multiple-secrets',
    box(
      'envars-test-container',
      NGINX,
      envFrom('secretKeyRef', { BACKEND_USERNAME: ['backend-user', 'backend-username'], DB_USERNAME: ['db-user', 'db-username'] }),
    ),
  ),
  'pods/inject/pod-secret-envFrom.yaml': pod(
    'envfrom-secret',
    box('envars-test-container', NGINX, { envFrom: [{ secretRef: { name: 'test-secret' } }] }),
  ),
  'pods/inject/pod-single-secret-env-variable.yaml': pod(
    'env-single-secret',
    box('envars-test-container', NGINX, envFrom('secretKeyRef', { SECRET_USERNAME: ['backend-user', 'backend-username'] })),
  ),
  'pods/inject/secret-envars-pod.yaml': pod(
    'secret-envars-test-pod',
    box(
      'envars-test-container',
      NGINX,
      envFrom('secretKeyRef', { SECRET_USERNAME: ['test-secret', 'username'], SECRET_PASSWORD: ['test-secret', 'password'] }),
    ),
  ),
  'pods/inject/secret-pod.yaml': pod(
    'secret-test-pod',
    box('test-container', NGINX, mounts({ 'secret-volume': '/etc/secret-volume' }, { readOnly: true })),
    volumes({ 'secret-volume': { secret: { secretName: 'test-secret' } } }),
  ),
  'pods/inject/secret.yaml': core('Secret', 'test-secret', { data: { username: 'bXktYXBw', password: 'Mzk1MjgkdmRnN0pi' } }),
  'pods/lifecycle-events.yaml': pod(
    'lifecycle-demo',
    box('lifecycle-demo-container', NGINX, {
      lifecycle: {
        postStart: { exec: { command: ['/bin/sh', '-c', 'echo Hello from the postStart handler > /usr/share/message'] } },
        preStop: { exec: { command: ['/bin/sh', '-c', 'nginx -s quit; while killall -0 nginx; do sleep 1; done'] } },
      },
    }),
  ),
  'pods/pod-configmap-env-var-valueFrom.yaml': configured({
    command: ['/bin/echo', '$(SPECIAL_LEVEL_KEY) $(SPECIAL_TYPE_KEY)'],
    ...envFrom('configMapKeyRef', {
      SPECIAL_LEVEL_KEY: ['special-config', 'SPECIAL_LEVEL'],
      SPECIAL_TYPE_KEY: ['special-config', 'SPECIAL_TYPE'],
    }),
  }),
  'pods/pod-configmap-envFrom.yaml': configured({
    command: ['/bin/sh', '-c', 'env'],
    envFrom: [{ configMapRef: { name: 'special-config' } }],
  }),
  'pods/pod-configmap-volume-specific-key.yaml': configured(
    { command: ['/bin/sh', '-c', 'cat /etc/config/keys'], ...mounts({ 'config-volume': '/etc/config' }) },
    volumes({ 'config-volume': { configMap: { name: 'special-config', items: [{ key: 'SPECIAL_LEVEL', path: 'keys' }] } } }),
  ),
  'pods/pod-configmap-volume.yaml': configured(
    { command: ['/bin/sh', '-c', 'ls /etc/config/'], ...mounts({ 'config-volume': '/etc/config' }) },
    volumes({ 'config-volume': { configMap: { name: 'special-config' } } }),
  ),
  'pods/pod-multiple-configmap-env-variable.yaml': configured({
    command: ['/bin/sh', '-c', 'env'],
    ...envFrom('configMapKeyRef', { SPECIAL_LEVEL_KEY: ['special-config', 'special.how'], LOG_LEVEL: ['env-config', 'log_level'] }),
  }),
  'pods/pod-single-configmap-env-variable.yaml': configured({
    command: ['/bin/sh', '-c', 'env'],
    ...envFrom('configMapKeyRef', { SPECIAL_LEVEL_KEY: ['special-config', 'special.how'] }),
  }),
  'pods/pod-nginx-preferred-affinity.yaml': placed({
    preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: onSsd }],
  }),
  'pods/pod-nginx-required-affinity.yaml': placed({ requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [onSsd] } }),
  'pods/pod-nginx-specific-node.yaml': oneNginx({ nodeName: 'foo-node' }),
  'pods/pod-nginx.yaml': oneNginx({ nodeSelector: { disktype: 'ssd' } }, { labels: { env: 'test' } }),
  'pods/pod-with-toleration.yaml': oneNginx(
    { tolerations: [{ key: 'example-key', operator: 'Exists', effect: 'NoSchedule' }] },
    { labels: { env: 'test' } },
  ),
  'pods/pod-projected-svc-token.yaml': pod('nginx', box('nginx', NGINX, mounts({ 'vault-token': '/var/run/secrets/tokens' })), {
    serviceAccountName: 'build-robot',
    ...volumes({
      'vault-token': {
        projected: { sources: [{ serviceAccountToken: { path: 'vault-token', expirationSeconds: 7200, audience: 'vault' } }] },
      },
    }),
  }),
  'pods/pod-rs.yaml': [1, 2].map((n) =>
    pod(`pod${n}`, box(`hello${n}`, `gcr.io/google-samples/hello-app:${3 - n}.0`), {}, { labels: { tier: 'frontend' } }),
  ),
  'pods/pod-with-affinity-preferred-weight.yaml': pause(
    'with-affinity-preferred-weight',
    {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [is('kubernetes.io/os', 'linux')] },
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 1, preference: is('label-1', 'key-1') },
          { weight: 50, preference: is('label-2', 'key-2') },
        ],
      },
    },
    'with-node-affinity',
  ),
  'pods/pod-with-node-affinity.yaml': pause('with-node-affinity', {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [is('topology.kubernetes.io/zone', 'antarctica-east1', 'antarctica-west1')],
      },
      preferredDuringSchedulingIgnoredDuringExecution: [
        { weight: 1, preference: is('another-node-label-key', 'another-node-label-value') },
      ],
    },
  }),
  'pods/pod-with-pod-affinity.yaml': pause('with-pod-affinity', {
    podAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector: is('security', 'S1'), topologyKey: 'topology.kubernetes.io/zone' }],
    },
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        { weight: 100, podAffinityTerm: { labelSelector: is('security', 'S2'), topologyKey: 'topology.kubernetes.io/zone' } },
      ],
    },
  }),
  'pods/pod-with-scheduling-gates.yaml': pod('test-pod', box('pause', 'registry.k8s.io/pause:3.6'), {
    schedulingGates: [{ name: 'example.com/foo' }, { name: 'example.com/bar' }],
  }),
  'pods/pod-without-scheduling-gates.yaml': pod('test-pod', box('pause', 'registry.k8s.io/pause:3.6')),
  'pods/probe/exec-liveness.yaml': pod(
    'liveness-exec',
    box('liveness', 'registry.k8s.io/busybox:1.27.2', {
      args: ['/bin/sh', '-c', 'touch /tmp/healthy; sleep 30; rm -f /tmp/healthy; sleep 600'],
      livenessProbe: { exec: { command: ['cat', '/tmp/healthy'] }, initialDelaySeconds: 5, periodSeconds: 5 },
    }),
    {},
    { labels: { test: 'liveness' } },
  ),
  'pods/probe/grpc-liveness.yaml': pod(
    'etcd-with-grpc',
    box('etcd', 'registry.k8s.io/etcd:3.5.1-0', {
      command: [
        '/usr/local/bin/etcd',
        '--data-dir',
        '/var/lib/etcd',
        '--listen-client-urls',
        'http://0.0.0.0:2379',
        '--advertise-client-urls',
        'http://127.0.0.1:2379',
        '--log-level',
        'debug',
      ],
      ...port(2379),
      livenessProbe: { grpc: { port: 2379 }, initialDelaySeconds: 10 },
    }),
  ),
  'pods/probe/http-liveness.yaml': pod(
    'liveness-http',
    box('liveness', 'registry.k8s.io/e2e-test-images/agnhost:2.40', {
      args: ['liveness'],
      livenessProbe: {
        httpGet: { path: '/healthz', port: 8080, httpHeaders: [{ name: 'Custom-Header', value: 'Awesome' }] },
        initialDelaySeconds: 3,
        periodSeconds: 3,
      },
    }),
    {},
    { labels: { test: 'liveness' } },
  ),
  'pods/probe/tcp-liveness-readiness.yaml': pod(
    'goproxy',
    box('goproxy', 'registry.k8s.io/goproxy:0.1', {
      ...port(8080),
      readinessProbe: { tcpSocket: { port: 8080 }, initialDelaySeconds: 15, periodSeconds: 10 },
      livenessProbe: { tcpSocket: { port: 8080 }, initialDelaySeconds: 15, periodSeconds: 10 },
    }),
    {},
    { labels: { app: 'goproxy' } },
  ),
  'pods/qos/qos-pod.yaml': qos('qos-demo', needs({ memory: '200Mi', cpu: '700m' }, { memory: '200Mi', cpu: '700m' })),
  'pods/qos/qos-pod-2.yaml': qos('qos-demo-2', needs({ memory: '100Mi' }, { memory: '200Mi' })),
  'pods/qos/qos-pod-3.yaml': qos('qos-demo-3', {}),
  'pods/qos/qos-pod-4.yaml': pod(
    'qos-demo-4',
    [box('qos-demo-4-ctr-1', NGINX, needs({ memory: '200Mi' })), box('qos-demo-4-ctr-2', 'redis')],
    {},
    { namespace: 'qos-example' },
  ),
  'pods/qos/qos-pod-5.yaml': pod(
    'qos-demo-5',
    box('qos-demo-ctr-5', NGINX, needs({ memory: '200Mi', cpu: '700m' }, { memory: '200Mi', cpu: '700m' })),
    {},
    { namespace: 'qos-example' },
  ),
  'pods/resource/cpu-request-limit.yaml': cpuStress('cpu-demo', 'cpu-demo-ctr', '0.5', '1'),
  'pods/resource/cpu-request-limit-2.yaml': cpuStress('cpu-demo-2', 'cpu-demo-ctr-2', '100', '100'),
  'pods/resource/memory-request-limit.yaml': stress('memory-demo', '150M', '100Mi', '200Mi'),
  'pods/resource/memory-request-limit-2.yaml': stress('memory-demo-2', '250M', '50Mi', '100Mi'),
  'pods/resource/memory-request-limit-3.yaml': stress('memory-demo-3', '150M', '1000Gi', '1000Gi'),
  'pods/resource/extended-resource-pod.yaml': extended('extended-resource-demo', '3'),
  'pods/resource/extended-resource-pod-2.yaml': extended('extended-resource-demo-2', '2'),
  'pods/resource/pod-resize.yaml': pod(
    'resize-demo',
    box('pause', 'registry.k8s.io/pause:3.8', {
      resizePolicy: [
        { resourceName: 'cpu', restartPolicy: 'NotRequired' },
        { resourceName: 'memory', restartPolicy: 'RestartContainer' },
      ],
      ...needs({ memory: '200Mi', cpu: '700m' }, { memory: '200Mi', cpu: '700m' }),
    }),
  ),
  'pods/security/hello-apparmor.yaml': pod('hello-apparmor', box('hello', BUSYBOX, sh("echo 'Hello AppArmor!' && sleep 1h")), {
    securityContext: { appArmorProfile: { type: 'Localhost', localhostProfile: 'k8s-apparmor-example-deny-write' } },
  }),
  'pods/security/security-context.yaml': pod(
    'security-context-demo',
    box('sec-ctx-demo', BUSYBOX, {
      ...sh('sleep 1h'),
      ...mounts({ 'sec-ctx-vol': '/data/demo' }),
      securityContext: { allowPrivilegeEscalation: false },
    }),
    {
      securityContext: { runAsUser: 1000, runAsGroup: 3000, fsGroup: 2000, supplementalGroups: [4000] },
      ...volumes({ 'sec-ctx-vol': EMPTY }),
    },
  ),
  'pods/security/security-context-2.yaml': hello(
    'security-context-demo-2',
    'sec-ctx-demo-2',
    { runAsUser: 2000, allowPrivilegeEscalation: false },
    { securityContext: { runAsUser: 1000 } },
  ),
  'pods/security/security-context-3.yaml': hello('security-context-demo-3', 'sec-ctx-3'),
  'pods/security/security-context-4.yaml': hello('security-context-demo-4', 'sec-ctx-4', {
    capabilities: { add: ['NET_ADMIN', 'SYS_TIME'] },
  }),
  'pods/security/security-context-5.yaml': groups({}),
  'pods/security/security-context-6.yaml': groups({ supplementalGroupsPolicy: 'Strict' }),
  'pods/security/seccomp/ga/default-pod.yaml': pod(
    'default-pod',
    box('test-container', 'hashicorp/http-echo:1.0', {
      args: ['-text=just made some more syscalls!'],
      securityContext: { allowPrivilegeEscalation: false },
    }),
    { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } },
    { labels: { app: 'default-pod' } },
  ),
  'pods/share-process-namespace.yaml': pod(
    'nginx',
    [
      box('nginx', NGINX),
      box('shell', BUSYBOX, {
        command: ['sleep', '3600'],
        securityContext: { capabilities: { add: ['SYS_PTRACE'] } },
        stdin: true,
        tty: true,
      }),
    ],
    { shareProcessNamespace: true },
  ),
  'pods/simple-pod.yaml': pod('nginx', box('nginx', 'nginx:1.14.2', port(80))),
  'pods/storage/projected-secret-downwardapi-configmap.yaml': projected('volume-test', sleeper, [
    { secret: { name: 'mysecret', items: [{ key: 'username', path: 'my-group/my-username' }] } },
    {
      downwardAPI: {
        items: [
          { path: 'labels', ...field('metadata.labels') },
          { path: 'cpu_limit', ...resource('container-test', 'limits.cpu') },
        ],
      },
    },
    { configMap: { name: 'myconfigmap', items: [{ key: 'config', path: 'my-group/my-config' }] } },
  ]),
  'pods/storage/projected-secrets-nondefault-permission-mode.yaml': projected('volume-test', sleeper, [
    { secret: { name: 'mysecret', items: [{ key: 'username', path: 'my-group/my-username' }] } },
    { secret: { name: 'mysecret2', items: [{ key: 'password', path: 'my-group/my-password', mode: 0o777 }] } },
  ]),
  'pods/storage/projected-service-account-token.yaml': pod(
    'sa-token-test',
    { ...sleeper, ...mounts({ 'token-vol': '/service-account' }, { readOnly: true }) },
    {
      serviceAccountName: 'default',
      ...volumes({
        'token-vol': { projected: { sources: [{ serviceAccountToken: { audience: 'api', expirationSeconds: 3600, path: 'token' } }] } },
      }),
    },
  ),
  'pods/storage/projected.yaml': projected('test-projected-volume', box('test-projected-volume', BUSYBOX, { args: ['sleep', '86400'] }), [
    { secret: { name: 'user' } },
    { secret: { name: 'pass' } },
  ]),
  'pods/storage/pv-volume.yaml': volume('task-pv-volume', '10Gi', '/mnt/data'),
  'pods/storage/pv-claim.yaml': claim('task-pv-claim', '3Gi', { storageClassName: 'manual' }),
  'pods/storage/pv-pod.yaml': pod(
    'task-pv-pod',
    box('task-pv-container', NGINX, {
      ports: [{ containerPort: 80, name: 'http-server' }],
      ...mounts({ 'task-pv-storage': '/usr/share/nginx/html' }),
    }),
    volumes({ 'task-pv-storage': { persistentVolumeClaim: { claimName: 'task-pv-claim' } } }),
  ),
  'pods/storage/redis.yaml': pod(
    'redis',
    box('redis', 'redis', mounts({ 'redis-storage': '/data/redis' })),
    volumes({ 'redis-storage': EMPTY }),
  ),
  'pods/two-container-pod.yaml': pod(
    'two-containers',
    [
      box('nginx-container', NGINX, mounts({ 'shared-data': '/usr/share/nginx/html' })),
      box('debian-container', 'debian', {
        ...mounts({ 'shared-data': '/pod-data' }),
        command: ['/bin/sh'],
        args: ['-c', 'echo Hello from the debian container > /pod-data/index.html'],
      }),
    ],
    { ...NEVER, ...volumes({ 'shared-data': EMPTY }) },
  ),
  'security/example-baseline-pod.yaml': pod('nginx', box('nginx', NGINX, port(80))),
  'service/networking/custom-dns.yaml': pod(
    'dns-example',
    box('test', NGINX),
    {
      dnsPolicy: 'None',
      dnsConfig: {
        nameservers: ['192.0.2.1'],
        searches: ['ns1.svc.cluster-domain.example', 'my.dns.search.suffix'],
        options: [{ name: 'ndots', value: '2' }, { name: 'edns0' }],
      },
    },
    { namespace: 'default' },
  ),
  ...Object.fromEntries(
    Object.entries({ audit: 'audit', violation: 'violation', fine: 'fine-grained' }).map(([name, profile]) => [
      `pods/security/seccomp/ga/${name}-pod.yaml`,
      pod(
        `${name}-pod`,
        box('test-container', 'hashicorp/http-echo:1.0', {
          args: ['-text=just made some syscalls!'],
          securityContext: { allowPrivilegeEscalation: false },
        }),
        { securityContext: { seccompProfile: { type: 'Localhost', localhostProfile: `profiles/${profile}.json` } } },
        { labels: { app: `${name}-pod` } },
      ),
    ]),
  ),
  'pods/security/seccomp/profiles/audit.json': { defaultAction: 'SCMP_ACT_LOG' },
  'pods/security/seccomp/profiles/violation.json': { defaultAction: 'SCMP_ACT_ERRNO' },
  'pods/private-reg-pod.yaml': pod('private-reg', box('private-reg-container', '<your-private-image>'), {
    imagePullSecrets: [{ name: 'regcred' }],
  }),
  'service/networking/hostaliases-pod.yaml': pod('hostaliases-pod', box('cat-hosts', BUSYBOX, { command: ['cat'], args: ['/etc/hosts'] }), {
    ...NEVER,
    hostAliases: [
      { ip: '127.0.0.1', hostnames: ['foo.local', 'bar.local'] },
      { ip: '10.1.2.3', hostnames: ['foo.remote', 'bar.remote'] },
    ],
  }),
  'configmap/configmaps.yaml': [
    configMap('special-config', { 'special.how': 'very' }, { namespace: 'default' }),
    configMap('env-config', { log_level: 'INFO' }, { namespace: 'default' }),
  ],
  'configmap/configmap-multikeys.yaml': configMap(
    'special-config',
    { SPECIAL_LEVEL: 'very', SPECIAL_TYPE: 'charm' },
    { namespace: 'default' },
  ),
  'pods/config/example-redis-config.yaml': configMap('example-redis-config', {
    'redis-config': 'maxmemory 2mb\nmaxmemory-policy allkeys-lru\n',
  }),
};
