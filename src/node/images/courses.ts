/**
 * Images of courses and books that are all data: the voting app, Stack Simplify's, KodeKloud's shop, Kubernetes in Action, Online Boutique
 * and a few more. Small servers that say who they are.
 */
import type { Family } from './family.ts';
import type { AppBehaviour, Image } from './image.ts';
import { service, page as titled } from './service.ts';

const HTML = 'text/html; charset=utf-8';
const page = (title: string, body = ''): string => titled(title).replace('<body>\n', `<body>\n${body}`);

/** A service that answers on one port. `tags`: those that exist, or the newest and a pattern of all. */
const one = (
  names: readonly string[],
  tags: readonly string[] | { readonly newest: string; readonly pattern: string },
  port: number,
  args: Readonly<Record<string, unknown>>,
  { logs = [], ...more }: Partial<Image> & Pick<AppBehaviour, 'logs'> = {},
): Image =>
  service(
    names,
    'newest' in tags ? tags.newest : (tags[0] ?? ''),
    62_000_000,
    { listen: [{ port, server: args['grpc'] ? 'grpc' : 'text', args }], logs },
    { tags, ...more },
  );

const VOTING = ['latest', 'v1', 'v2', 'before', 'after'];
const voting = (part: string): readonly string[] => [
  `docker.io/dockersamples/examplevotingapp_${part}`,
  `docker.io/kodekloud/examplevotingapp_${part}`,
];

/** An nginx with a page of its own. */
const KUBENGINX: Image = {
  names: ['docker.io/stacksimplify/kubenginx'],
  tags: { pattern: '[1-4]\\.0\\.0' },
  version: '1.0.0',
  size: 50_000_000,
  cmd: ['nginx', '-g', 'daemon off;'],
  ports: [80],
  stopSignal: 'SIGQUIT',
  base: 'debian',
  programs: ['busybox', 'bash', 'nginx'],
  files: {
    '/usr/share/nginx/html/index.html': page(
      'Stack Simplify',
      '<h1>Welcome to Stack Simplify</h1>\n<p>Application Version: V{major}</p>\n',
    ),
    '/etc/nginx/nginx.conf': 'events {\n}\n\nhttp {\n    include /etc/nginx/conf.d/*.conf;\n}\n',
    '/etc/nginx/conf.d/default.conf':
      'server {\n    listen 80;\n    location / {\n        root /usr/share/nginx/html;\n        index index.html;\n    }\n}\n',
    '/var/log/nginx/': '',
    '/var/cache/nginx/': '',
  },
};

/** A part of Online Boutique: all but its front end speak gRPC. */
const boutique = (part: string, port: number, args: Readonly<Record<string, unknown>> = { grpc: 'SERVING' }): Image =>
  one(
    [
      `us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo/${part}`,
      `us-central1-docker.pkg.dev/google-samples/microservices-demo/${part}`,
      `gcr.io/google-samples/microservices-demo/${part}`,
    ],
    { newest: 'v0.10.6', pattern: 'v\\d+\\.\\d+\\.\\d+' },
    port,
    args,
    { logs: [`{"message":"starting to listen on tcp: \\"[::]:${port}\\"","severity":"info"}`], usage: { cpu: 2, memory: 30 } },
  );

const images: readonly Image[] = [
  one(voting('vote'), VOTING, 80, {
    type: HTML,
    text: page('Cats vs Dogs!', '<h3>Cats vs Dogs!</h3>\nProcessed by container ID {hostname}\n'),
  }),
  one(voting('result'), VOTING, 80, { type: HTML, text: page('Cats vs Dogs -- Result') }, { logs: ['App running on port 80'] }),
  {
    names: voting('worker'),
    tags: VOTING,
    size: 82_000_000,
    entrypoint: ['app'],
    programs: ['busybox'],
    app: { logs: ['Connected to db', 'Found redis at redis', 'Connecting to redis'] },
  },
  KUBENGINX,
  one(['docker.io/stacksimplify/kube-helloworld'], ['1.0.0', '2.0.0'], 8080, {
    text: '',
    status: 404,
    paths: { '/hello': 'Hello World  V{major} {hostname}' },
  }),
  {
    ...KUBENGINX,
    names: ['docker.io/stacksimplify/kube-frontend-nginx'],
    files: {
      ...KUBENGINX.files,
      '/etc/nginx/conf.d/default.conf':
        'server {\n    listen 80;\n    location / {\n        proxy_pass http://my-backend-service:8080;\n    }\n}\n',
    },
  },
  one(
    ['docker.io/luksa/kiada'],
    { newest: '0.9', pattern: '0\\.\\d(?:\\.\\d)?' },
    8080,
    {
      text: 'Kiada version {version}. Request processed by "{hostname}". Client IP: ::ffff:{client}\n',
      log: 'Received request for {path} from ::ffff:{client}',
    },
    {
      logs: [
        'Kiada - Kubernetes in Action Demo Application',
        '---------------------------------------------',
        'Kiada {version} starting...',
        'Local hostname is {hostname}',
        'Listening on port 8080',
      ],
    },
  ),
  one(
    ['docker.io/wardviaene/k8s-demo'],
    ['latest', '1', '2'],
    3000,
    { text: 'Hello World!', type: HTML },
    {
      logs: ['Example app listening at http://:::3000'],
    },
  ),
  one(
    ['docker.io/nigelpoulton/k8sbook', 'docker.io/nigelpoulton/getting-started-k8s'],
    { newest: '1.0', pattern: 'latest|(?:web-)?\\d\\.\\d|edge' },
    8080,
    {
      type: HTML,
      text: page('K8s rocks!', '<h1>Kubernetes Rocks!</h1>\n'),
    },
  ),
  one(['docker.io/kodekloud/ecommerce'], ['apparels', 'video', '404', 'food', 'pay'], 8080, {
    type: HTML,
    text: page('KodeKloud e-commerce', '<h1>{tag}</h1>\n'),
  }),
  one(['docker.io/argoproj/rollouts-demo'], ['red', 'orange', 'yellow', 'green', 'blue', 'purple'], 8080, {
    type: HTML,
    text: page('Argo Rollouts Demo'),
    paths: { '/color': '"{tag}"' },
  }),
  one(
    ['gcr.io/google_containers/defaultbackend', 'k8s.gcr.io/defaultbackend', 'registry.k8s.io/defaultbackend-amd64'],
    { newest: '1.5', pattern: '1\\.\\d' },
    8080,
    {
      text: 'default backend - 404',
      status: 404,
      paths: { '/healthz': 'ok' },
    },
  ),
  ...['v1', 'v2'].map((version) =>
    one(
      [`docker.io/istio/examples-helloworld-${version}`, `registry.istio.io/release/examples-helloworld-${version}`],
      { newest: '1.0', pattern: 'latest|1\\.\\d+(?:\\.\\d+)?' },
      5000,
      {
        text: 'Not Found',
        status: 404,
        paths: { '/hello': `Hello version: ${version}, instance: {hostname}\n`, '/health': `Helloworld is healthy\n` },
      },
    ),
  ),
  boutique('frontend', 8080, {
    type: HTML,
    text: page('Online Boutique', '<h1>Hot Products</h1>\n'),
    paths: { '/_healthz': 'ok' },
  }),
  boutique('adservice', 9555),
  boutique('cartservice', 7070),
  boutique('checkoutservice', 5050),
  boutique('currencyservice', 7000),
  boutique('emailservice', 8080),
  boutique('paymentservice', 50051),
  boutique('productcatalogservice', 3550),
  boutique('recommendationservice', 8080),
  boutique('shippingservice', 50051),
  {
    ...boutique('loadgenerator', 8089),
    app: { logs: ['Starting web interface at http://0.0.0.0:8089', 'Starting Locust 2.42.2'] },
  },
];

export const courseFamily: Family = { images };
