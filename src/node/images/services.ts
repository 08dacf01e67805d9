/** What teams run beside their own: brokers, proxies, registries, monitoring, and applications with a web page. They answer, and little else. */
import { lazy } from '../../kernel/lazy.ts';
import type { Family } from './family.ts';
import { away, html, page, service, text } from './service.ts';

export const serviceFamily: Family = {
  images: [
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
    {
      names: [
        'quay.io/fluentd_elasticsearch/fluentd',
        'docker.io/fluent/fluentd',
        'docker.io/library/fluentd',
        'docker.io/fluent/fluentd-kubernetes-daemonset',
        'gcr.io/google-containers/fluentd-elasticsearch',
      ],
      tags: { pattern: 'latest|edge|v?\\d+\\.\\d+(?:\\.\\d+)?(?:-[\\w.-]+)?' },
      version: '5.0.1',
      size: 69_000_000,
      entrypoint: ['app'],
      base: 'debian',
      programs: ['busybox', 'bash'],
      app: { logs: ['{time} +0000 [info]: starting fluentd-{version}', '{time} +0000 [info]: #0 fluentd worker is now running worker=0'] },
      usage: { cpu: 3, memory: 58 },
    },
    {
      names: ['registry.k8s.io/goproxy', 'k8s.gcr.io/goproxy'],
      tags: ['0.1'],
      size: 1_698_862,
      entrypoint: ['/goproxy'],
      ports: [8080],
      programs: ['/goproxy'],
      usage: { memory: 3 },
    },
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
    {
      names: ['docker.io/library/wordpress'],
      tags: { pattern: '(?:latest|[4-6](?:\\.\\d+(?:\\.\\d+)?)?)?-?(?:php[78]\\.\\d)?-?(?:apache)?' },
      version: '6.8.3',
      size: 247_000_000,
      usage: { cpu: 1, memory: 42 },
      entrypoint: ['wordpress-entrypoint'],
      cmd: ['apache2-foreground'],
      ports: [80],
      workdir: '/var/www/html',
      base: 'debian',
      programs: ['busybox', 'bash', 'curl'],
    },
  ],
  programs: ['rabbitmqctl', 'rabbitmq-diagnostics', '/goproxy', 'wordpress-entrypoint'],
  servers: ['closed', 'goproxy', 'wordpress'],
  code: lazy(() => import('./services-programs.ts')),
};
