/** Small servers that say hello, who they are or what they were asked, as courses and tutorials show them. */
import { lazy } from '../../kernel/lazy.ts';
import type { Family } from './family.ts';
import { ANY_VERSION, html, service, text } from './service.ts';

export const demoFamily: Family = {
  images: [
    {
      names: ['docker.io/library/hello-world'],
      tags: ['latest', 'linux'],
      size: 4_120,
      cmd: ['/hello'],
      programs: ['/hello'],
    },
    {
      names: ['gcr.io/google-samples/hello-app', 'us-docker.pkg.dev/google-samples/containers/gke/hello-app', 'gke.gcr.io/hello-app'],
      tags: ['1.0', '2.0'],
      size: 11_555_221,
      entrypoint: ['app'],
      ports: [8080],
      app: {
        logs: ['{time} Server listening on port 8080'],
        listen: [
          {
            port: 8080,
            server: 'text',
            args: { text: 'Hello, world!\nVersion: {version}.0\nHostname: {hostname}\n', log: '{time} Serving request: {path}' },
          },
        ],
      },
    },
    {
      names: [
        'registry.k8s.io/echoserver',
        'k8s.gcr.io/echoserver',
        'gcr.io/google_containers/echoserver',
        'gcr.io/google-containers/echoserver',
        'docker.io/kicbase/echo-server',
      ],
      tags: { pattern: 'latest|1\\.\\d+' },
      version: '1.10',
      size: 36_655_159,
      entrypoint: ['app'],
      ports: [8080],
      programs: ['busybox', 'bash', 'curl'],
      app: { listen: [{ port: 8080, server: 'echoserver' }], logs: ['Generating self-signed cert', 'Starting nginx'] },
    },
    {
      names: ['docker.io/traefik/whoami', 'docker.io/containous/whoami'],
      tags: { pattern: 'latest|v?1(?:\\.\\d+(?:\\.\\d+)?)?' },
      version: '1.11.0',
      size: 2_870_611,
      entrypoint: ['app'],
      ports: [80],
      app: { listen: [{ port: 80, server: 'whoami' }], logs: ['Starting up on port 80'] },
    },
    {
      names: ['docker.io/hashicorp/http-echo'],
      tags: { pattern: 'latest|\\d+\\.\\d+(?:\\.\\d+)?|alpine' },
      version: '1.0.0',
      size: 3_012_876,
      entrypoint: ['/http-echo'],
      env: { ECHO_TEXT: 'hello-world' },
      ports: [5678],
      programs: ['/http-echo'],
    },
    {
      names: ['gcr.io/google-samples/hello-go-gke', 'us-docker.pkg.dev/google-samples/containers/gke/hello-go-gke'],
      tags: ['1.0'],
      size: 5_711_000,
      entrypoint: ['app'],
      ports: [80],
      programs: ['busybox'],
      app: { listen: [{ port: 80, server: 'text', args: { text: '{"message":"Hello"}\n' } }] },
    },
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
    {
      names: ['quay.io/openshiftlabs/simpleservice', 'docker.io/mhausenblas/simpleservice'],
      tags: ['0.4.0', '0.5.0'],
      size: 215_000_000,
      entrypoint: ['app'],
      env: { SIMPLE_SERVICE_VERSION: '{tag}' },
      ports: [9876],
      base: 'debian',
      programs: ['busybox', 'bash', 'curl'],
      app: {
        listen: [
          text(9876, '404: Not Found', {
            type: 'application/json; charset=utf-8',
            status: 404,
            paths: {
              '/info': '{"host": "{host}:{port}", "version": "{env.SIMPLE_SERVICE_VERSION}", "from": "{client}"}',
              '/health': '{"healthy": true}',
              '/endpoint0': '{"host": "{host}:{port}", "version": "{env.SIMPLE_SERVICE_VERSION}", "result": "all is well"}',
            },
            log: '{time} INFO 200 {method} {path} ({client}) 1.04ms [at line 1946]',
          }),
        ],
        logs: ['{time} INFO This is simple service in version v{tag} listening on port 9876 [at line 142]'],
      },
    },
    {
      names: ['docker.io/dgkanatsios/simpleapp'],
      tags: ['latest'],
      size: 25_300_000,
      entrypoint: ['app'],
      ports: [8080],
      app: { listen: [text(8080, 'Hello world from {hostname} and version 2.0\n')], logs: ['Server running on port 8080'] },
    },
    {
      names: ['docker.io/bmuschko/nodejs-hello-world'],
      tags: ['latest', '1.0.0'],
      size: 28_400_000,
      entrypoint: ['app'],
      ports: [3000],
      app: { listen: [text(3000, 'Hello World', { type: 'text/html; charset=utf-8' })], logs: ['Magic happens on port 3000'] },
    },
  ],
  programs: ['/hello', '/http-echo', '/kuard', 'webapp-color', 'event-simulator', 'ealen-echo'],
  servers: ['text', 'echoserver', 'whoami', 'coloured-page', 'kuard', 'ealen-echo'],
  code: lazy(() => import('./demos-programs.ts')),
};
