/** Images that courses and blogs run, and that answer or idle: web front ends, monitoring, a broker, network tools, other distributions. */
import { lazy } from '../../kernel/lazy.ts';
import type { Family } from './family.ts';
import type { AppBehaviour, Image } from './image.ts';
import { BIND, BUILDPACK } from './programs.ts';

const ANY_VERSION = { pattern: '(?:latest|stable|edge|main|lts|alpine|management|plain-text|v?\\d+(?:\\.\\d+)*)(?:-[\\w.-]+)?' };

/** A service that is all data. */
const service = (names: readonly string[], version: string, size: number, app: AppBehaviour, more: Partial<Image> = {}): Image => ({
  names,
  tags: ANY_VERSION,
  version,
  size,
  entrypoint: ['app'],
  ports: (app.listen ?? []).map(({ port }) => port),
  programs: ['busybox'],
  app,
  ...more,
});

/** One text for every path, or for some of them another. */
const text = (port: number, said: string, args: Readonly<Record<string, unknown>> = {}) => ({
  port,
  server: 'text',
  args: { text: said, ...args },
});
const page = (title: string): string => `<!DOCTYPE html>\n<html>\n<head>\n<title>${title}</title>\n</head>\n<body>\n</body>\n</html>\n`;
const html = (port: number, title: string, args: Readonly<Record<string, unknown>> = {}) =>
  text(port, page(title), { type: 'text/html; charset=utf-8', ...args });
const away = (port: number, to: string) =>
  text(port, `<a href="${to}">Found</a>.\n\n`, { status: 302, type: 'text/html; charset=utf-8', headers: { Location: to } });

/** A distribution with nothing but a shell. */
const system = (names: readonly string[], version: string, size: number, name: string): Image => ({
  names,
  tags: { pattern: '(?:latest|stream|centos|stream\\d+|\\d+(?:\\.\\d+)*)(?:-minimal|-slim)?' },
  version,
  size,
  cmd: ['/bin/bash'],
  base: 'busybox',
  programs: ['busybox', 'bash', 'curl'],
  files: { '/etc/os-release': `NAME="${name}"\nVERSION="{version}"\nVERSION_ID="{version}"\nPRETTY_NAME="${name} {version}"\n` },
});

/** Tools that wait for nobody: without a command they end at once. */
const tools = (names: readonly string[], size: number, more: Partial<Image> = {}): Image => ({
  names,
  tags: { pattern: '[\\w.-]+' },
  version: '1.0',
  size,
  cmd: ['/bin/sh'],
  programs: ['busybox', 'bash', 'curl', 'jq'],
  gnu: BIND,
  ...more,
});

export const popularFamily: Family = {
  images: [
    {
      names: ['docker.io/library/node'],
      tags: { pattern: '(?:latest|lts|current|slim|alpine|\\d+(?:\\.\\d+){0,2})(?:-(?:slim|alpine[\\d.]*|bookworm|bullseye|trixie))*' },
      version: '25.2.1',
      size: 400_300_000,
      entrypoint: ['docker-entrypoint.sh'],
      cmd: ['node'],
      env: { NODE_VERSION: '{version}' },
      base: 'debian',
      programs: ['busybox', 'bash', 'node', 'docker-entrypoint.sh', ...BUILDPACK],
      usage: { memory: 30 },
    },
    tools(['docker.io/library/golang'], 318_000_000, { cmd: ['bash'], base: 'debian', gnu: [] }),
    service(
      ['docker.io/library/rabbitmq'],
      '4.2.1',
      108_000_000,
      {
        logs: [
          ' Starting RabbitMQ {version} on Erlang 27.3',
          '  ##  ##      RabbitMQ {version}',
          '  Starting broker... completed with 3 plugins.',
        ],
        listen: [
          { port: 5672, server: 'closed' },
          { ...html(15672, 'RabbitMQ Management'), tags: '.*management.*' },
        ],
      },
      { base: 'debian', programs: ['busybox', 'bash', 'rabbitmqctl', 'rabbitmq-diagnostics'], usage: { cpu: 4, memory: 120 } },
    ),
    service(['docker.io/library/adminer'], '5.4.1', 47_000_000, {
      logs: ['PHP 8.4 Development Server (http://[::]:8080) started'],
      listen: [html(8080, 'Login - Adminer')],
    }),
    service(['docker.io/library/phpmyadmin', 'docker.io/phpmyadmin/phpmyadmin'], '5.2.3', 206_000_000, {
      listen: [html(80, 'phpMyAdmin')],
    }),
    service(['docker.io/library/mongo-express'], '1.0.2', 69_000_000, {
      logs: [
        'Welcome to mongo-express {version}',
        '------------------------',
        '',
        '',
        'Mongo Express server listening at http://0.0.0.0:8081',
      ],
      listen: [text(8081, 'Unauthorized', { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="Authorization Required"' } })],
    }),
    service(
      ['docker.io/library/tomcat'],
      '11.0.14',
      168_000_000,
      {
        logs: [
          'INFO [main] org.apache.coyote.AbstractProtocol.start Starting ProtocolHandler ["http-nio-8080"]',
          'INFO [main] org.apache.catalina.startup.Catalina.start Server startup in [412] milliseconds',
        ],
        listen: [html(8080, 'HTTP Status 404 - Not Found', { status: 404 })],
      },
      { base: 'debian', programs: ['busybox', 'bash', 'curl'], usage: { cpu: 2, memory: 120 } },
    ),
    service(['docker.io/jenkins/jenkins'], '2.528.2', 275_000_000, {
      logs: ['Running from: /usr/share/jenkins/jenkins.war', 'INFO\thudson.lifecycle.Lifecycle#onReady: Jenkins is fully up and running'],
      listen: [html(8080, 'Authentication required', { status: 403, paths: { '/login': page('Sign in [Jenkins]') } })],
    }),
    service(['docker.io/grafana/grafana'], '12.3.0', 202_000_000, {
      logs: ['logger=http.server t={time} level=info msg="HTTP Server Listen" address=[::]:3000 protocol=http'],
      listen: [away(3000, '/login')],
    }),
    service(['docker.io/prom/prometheus', 'quay.io/prometheus/prometheus'], '3.7.3', 132_000_000, {
      logs: ['time={time} level=INFO msg="Server is ready to receive web requests."'],
      listen: [away(9090, '/query')],
    }),
    service(['docker.io/prom/node-exporter', 'quay.io/prometheus/node-exporter'], '1.10.2', 12_600_000, {
      logs: ['time={time} level=INFO source=tls_config.go:354 msg="Listening on" address=[::]:9100'],
      listen: [html(9100, 'Node Exporter', { paths: { '/metrics': '# TYPE node_load1 gauge\nnode_load1 0.42\n' } })],
    }),
    service(['docker.io/library/registry'], '3.0.0', 18_000_000, {
      logs: ['time="{time}" level=info msg="listening on [::]:5000"'],
      listen: [text(5000, '', { paths: { '/v2/': '{}', '/v2/_catalog': '{"repositories":[]}\n' } })],
    }),
    service(['docker.io/library/traefik'], '3.6.2', 50_000_000, {
      logs: ['{time} INF Traefik version {version}'],
      listen: [text(80, '404 page not found\n', { status: 404 })],
    }),
    service(['docker.io/library/caddy'], '2.10.2', 24_000_000, {
      logs: ['{"level":"info","msg":"serving initial configuration"}'],
      listen: [html(80, 'Caddy works!', { headers: { Server: 'Caddy' } })],
    }),
    service(['docker.io/nginxdemos/hello', 'docker.io/nginxdemos/nginx-hello'], '0.4', 19_000_000, {
      listen: [
        {
          ...text(80, 'Server address: {podIP}:{port}\nServer name: {hostname}\nDate: {date}\nURI: {path}\nRequest ID: {id}\n'),
          tags: '.*plain-text.*',
        },
        { ...html(80, 'Hello World'), tags: '(?!.*plain-text).*' },
      ],
    }),
    service(['docker.io/paulbouwer/hello-kubernetes'], '1.10', 40_000_000, {
      logs: ['{"level":30,"msg":"Listening on: http://{hostname}:8080"}'],
      listen: [
        text(8080, '<!DOCTYPE html>\n<title>Hello Kubernetes!</title>\n<p>{env.MESSAGE|Hello world!}</p>\n<p>pod: {hostname}</p>\n', {
          type: 'text/html',
        }),
      ],
    }),
    service(['docker.io/stefanprodan/podinfo', 'ghcr.io/stefanprodan/podinfo'], '6.9.2', 26_000_000, {
      logs: ['{"level":"info","msg":"Starting HTTP Server.","addr":":9898"}'],
      listen: [
        text(
          9898,
          `{\n  "hostname": "{hostname}",\n  "version": "{version}",\n  "color": "{env.PODINFO_UI_COLOR|#34577c}",\n  "message": "{env.PODINFO_UI_MESSAGE|greetings from podinfo v{version}}",\n  "goos": "linux",\n  "goarch": "amd64"\n}`,
          {
            type: 'application/json; charset=utf-8',
            paths: {
              '/healthz': '{\n  "status": "OK"\n}',
              '/readyz': '{\n  "status": "OK"\n}',
              '/version': '{\n  "version": "{version}"\n}',
            },
          },
        ),
      ],
    }),
    {
      names: ['gcr.io/kuar-demo/kuard-amd64', 'gcr.io/kuar-demo/kuard'],
      tags: { pattern: 'blue|green|purple|[123]|v0\\.\\d+\\S*|latest' },
      version: 'v0.10.0',
      size: 11_500_000,
      cmd: ['/kuard'],
      env: { KUARD_VERSION: 'v0.10.0-{tag}' },
      user: { uid: 65_534, gid: 65_534 },
      ports: [8080],
      programs: ['busybox', '/kuard'],
    },
    {
      ...service(['docker.io/luksa/kubia'], 'latest', 260_000_000, {
        logs: ['Kubia server starting...'],
        listen: [
          { ...text(8080, "You've hit {hostname}\n", { log: 'Received request from ::ffff:{client}' }), tags: 'latest' },
          { ...text(8080, 'This is {tag} running in pod {hostname}\n', { log: 'Received request from ::ffff:{client}' }), tags: 'v\\d' },
        ],
      }),
      tags: ['latest', 'v1', 'v2', 'v4'],
    },
    {
      names: ['docker.io/kodekloud/webapp-color', 'docker.io/mmumshad/simple-webapp-color', 'docker.io/kodekloud/simple-webapp'],
      tags: { pattern: 'latest|v\\d|blue|green|red|pink' },
      version: 'latest',
      size: 32_000_000,
      entrypoint: ['webapp-color'],
      ports: [8080],
      programs: ['busybox', 'webapp-color'],
      usage: { memory: 28 },
    },
    {
      names: ['docker.io/kodekloud/event-simulator'],
      tags: ['latest'],
      size: 31_000_000,
      cmd: ['event-simulator'],
      programs: ['busybox', 'event-simulator'],
      usage: { memory: 12 },
    },
    {
      names: ['docker.io/ealen/echo-server'],
      tags: ANY_VERSION,
      version: '0.9.2',
      size: 40_000_000,
      entrypoint: ['ealen-echo'],
      ports: [80],
      programs: ['busybox', 'ealen-echo'],
      usage: { memory: 24 },
    },
    service(
      ['docker.io/wbitt/network-multitool', 'docker.io/praqma/network-multitool'],
      'latest',
      36_000_000,
      {
        listen: [text(80, 'WBITT Network MultiTool (with NGINX) - {hostname} - {podIP} - HTTP: 80 , HTTPS: 443\n', { type: 'text/html' })],
      },
      { tags: { pattern: '[\\w.-]+' }, programs: ['busybox', 'bash', 'curl', 'jq', 'openssl'], gnu: BIND },
    ),
    tools(['docker.io/infoblox/dnstools'], 9_700_000),
    tools(['docker.io/yauritux/busybox-curl', 'docker.io/odise/busybox-curl', 'docker.io/giantswarm/tiny-tools'], 10_400_000),
    tools(['docker.io/alpine/curl', 'docker.io/byrnedo/alpine-curl'], 6_200_000, {
      entrypoint: ['curl'],
      cmd: [],
      programs: ['busybox', 'curl'],
      gnu: [],
    }),
    system(['docker.io/library/centos', 'quay.io/centos/centos'], '8', 83_500_000, 'CentOS Linux'),
    system(['docker.io/library/fedora'], '43', 60_000_000, 'Fedora Linux'),
    system(['docker.io/library/rockylinux', 'docker.io/rockylinux/rockylinux'], '9.3', 68_000_000, 'Rocky Linux'),
    system(['docker.io/library/almalinux'], '10', 68_000_000, 'AlmaLinux'),
    system(['docker.io/library/amazonlinux', 'public.ecr.aws/amazonlinux/amazonlinux'], '2023', 53_000_000, 'Amazon Linux'),
  ],
  programs: ['docker-entrypoint.sh', '/kuard', 'webapp-color', 'event-simulator', 'ealen-echo', 'rabbitmqctl', 'rabbitmq-diagnostics'],
  servers: ['closed', 'coloured-page', 'kuard', 'ealen-echo'],
  code: lazy(() => import('./popular-programs.ts')),
};
