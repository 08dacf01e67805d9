import { describe, expect, it } from 'vitest';
import { NodeTest } from '../node.testing.ts';
import { images } from './index.ts';
import { ConfigError, parseConfig } from './nginx-config.ts';
import { ImageCatalog, InvalidReference, parseReference } from './reference.ts';

/** A Pod that runs the image; its address. */
function started(
  image: string,
  more: Parameters<NodeTest['pod']>[1] = {},
  spec: Parameters<NodeTest['pod']>[2] = {},
): { readonly test: NodeTest; readonly ip: string } {
  const test = new NodeTest();
  test.pod('app', { image, ...more }, spec);
  test.run(8000);
  return { test, ip: test.get('app').status.podIP as string };
}

describe('references', () => {
  it.each([
    ['nginx', 'docker.io/library/nginx', 'latest'],
    ['jocatalin/kubernetes-bootcamp:v2', 'docker.io/jocatalin/kubernetes-bootcamp', 'v2'],
    ['localhost:5000/a/b:1', 'localhost:5000/a/b', '1'],
    ['gcr.io/google-samples/kubernetes-bootcamp:v1', 'gcr.io/google-samples/kubernetes-bootcamp', 'v1'],
  ])('%s', (text, repository, tag) => expect(parseReference(text)).toMatchObject({ repository, tag }));

  it.each(['Nginx', 'a b', 'nginx:', ':x', 'x@sha256:1', ''])('%j is none', (text) =>
    expect(() => parseReference(text)).toThrow(InvalidReference),
  );

  it.each(['nginx:1.91', 'nginx:1.161', 'nginx:1.7.x', 'argoproj/rollouts-demo:pink'])('%s is no image', (text) =>
    expect(new ImageCatalog(images).find(text)).toHaveProperty('error'),
  );

  it('finds every image by each of its names', () => {
    const catalog = new ImageCatalog(images);
    for (const image of images) {
      for (const name of image.names) {
        const tag = 'pattern' in image.tags ? (image.version ?? 'latest') : image.tags[0];
        expect(catalog.find(`${name}:${tag}`), `${name}:${tag}`).toMatchObject({ repository: name });
      }
    }
  });

  it('believes a tag that is named beside a digest, as manifests of projects pin their images', () => {
    const digest = `sha256:${'ab'.repeat(32)}`;
    const catalog = new ImageCatalog(images);
    expect(catalog.find(`busybox:1.38.0@${digest}`)).toMatchObject({ tag: '1.38.0', id: `docker.io/library/busybox@${digest}` });
    expect(catalog.find(`busybox@${digest}`)).toHaveProperty('error');
    expect(catalog.find(`busybox:none@${digest}`)).toHaveProperty('error');
  });

  it('finds an image by the digest that its status shows', () => {
    const catalog = new ImageCatalog(images);
    const found = catalog.find('nginx');
    expect('id' in found && catalog.find(found.id)).toMatchObject({ tag: 'latest' });
  });

  it('knows which versions there are', () => {
    const catalog = new ImageCatalog(images);
    for (const known of [
      'nginx:1.7.9',
      'nginx:1.14.2',
      'nginx:1.25-alpine',
      'nginx:stable',
      'busybox:1.28',
      'redis:7',
      'redis:3.2-alpine',
      'httpd:2.4',
      'postgres:16-alpine',
    ])
      expect(catalog.find(known), known).toHaveProperty('tag');
    for (const unknown of ['nginx:doesnotexist', 'nginx:99', 'gcr.io/google-samples/kubernetes-bootcamp:v10', 'redis:nope'])
      expect(catalog.find(unknown), unknown).toHaveProperty('error');
  });
});

describe('bootcamp', () => {
  it('says hello from its Pod, and logs it', () => {
    const { test, ip } = started('gcr.io/google-samples/kubernetes-bootcamp:v1');
    expect(test.curl(ip, 8080, '/', { pod: 'app' }).response?.body).toBe('Hello Kubernetes bootcamp! | Running on: app | v=1\n');
    expect(test.logs('app')).toMatch(
      /^Kubernetes Bootcamp App Started At: \S+ \| Running On: {2}app \n\nRunning On: app \| Total Requests: 1 \| App Uptime: [\d.]+ seconds \| Log Time: \S+\n$/,
    );
  });

  it('v2 says v=2', () => {
    const { test, ip } = started('jocatalin/kubernetes-bootcamp:v2');
    expect(test.curl(ip, 8080, '/', { pod: 'app' }).response?.body).toContain('v=2');
  });
});

describe('nginx', () => {
  it('serves its welcome page and logs the request', () => {
    const { test, ip } = started('nginx:1.25');
    const { response } = test.curl(ip, 80, '/', { pod: 'app' });
    expect(response?.status).toBe(200);
    expect(response?.body).toContain('<h1>Welcome to nginx!</h1>');
    expect(response?.headers).toContainEqual(['Server', 'nginx/1.25.5']);
    expect(test.logs('app', { tailLines: '1' })).toMatch(
      new RegExp(
        `^${ip.replaceAll('.', '\\.')} - - \\[24/Nov/2026:09:00:\\d\\d \\+0000\\] "GET / HTTP/1\\.1" 200 \\d+ "-" "curl/8\\.5\\.0" "-"\\n$`,
      ),
    );
  });

  it('serves what is in its files, 403 for a folder without index, 404 for what is not there', () => {
    const { test, ip } = started(
      'nginx',
      { volumeMounts: [{ name: 'v', mountPath: '/usr/share/nginx/html' }] },
      { volumes: [{ name: 'v', emptyDir: {} }] },
    );
    expect(test.curl(ip, 80, '/', { pod: 'app' }).response?.status).toBe(403);
    test.exec('app', ['sh', '-c', 'touch /usr/share/nginx/html/index.html']);
    expect(test.curl(ip, 80, '/', { pod: 'app' }).response?.status).toBe(200);
    expect(test.curl(ip, 80, '/nope', { pod: 'app' }).response?.body).toContain('404 Not Found');
  });

  it('does what a ConfigMap as its configuration says', () => {
    const test = new NodeTest();
    const conf =
      'server {\n  listen 8080;\n  location /hi { return 200 "hello from $hostname\\n"; default_type text/plain; }\n  location /api/ { proxy_pass http://other/; }\n  location /group/ { proxy_pass http://Both/; }\n}\nupstream Both { server other; server other:80; }\n';
    test.post('/api/v1/namespaces/default/configmaps', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'conf' },
      data: { 'default.conf': conf },
    });
    test.pod(
      'app',
      { volumeMounts: [{ name: 'v', mountPath: '/etc/nginx/conf.d' }] },
      { volumes: [{ name: 'v', configMap: { name: 'conf' } }] },
    );
    test.pod('other', { image: 'gcr.io/google-samples/kubernetes-bootcamp:v1' }, {}, { labels: { app: 'other' } });
    test.post('/api/v1/namespaces/default/services', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'other' },
      spec: { selector: { app: 'other' }, ports: [{ port: 80, targetPort: 8080 }] },
    });
    test.run(9000);
    const ip = test.get('app').status.podIP as string;
    expect(test.curl(ip, 8080, '/hi', { pod: 'app' }).response?.body).toBe('hello from app\n');
    expect(test.curl(ip, 8080, '/api/x', { pod: 'app' }).response?.body).toContain('Running on: other');
    for (const path of ['/group/1', '/group/2'])
      expect(test.curl(ip, 8080, path, { pod: 'app' }).response?.body).toContain('Running on: other');
    expect(test.curl(ip, 80, '/', { pod: 'app' }).failure).toBe('refused');
    test.delete('/api/v1/namespaces/default/pods/other', { gracePeriodSeconds: '0' });
    test.run(1000);
    expect(test.curl(ip, 8080, '/api/x', { pod: 'app' }).response?.status).toBe(502);
  });

  it('ends with an error that names the line', () => {
    expect(() => parseConfig('server {\n  lissten 80;\n}', '/etc/nginx/conf.d/x.conf')).toThrow(
      new ConfigError('unknown directive "lissten" in /etc/nginx/conf.d/x.conf:2'),
    );
    const test = new NodeTest();
    test.post('/api/v1/namespaces/default/configmaps', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'conf' },
      data: { 'x.conf': 'nonsense;' },
    });
    test.pod(
      'app',
      { volumeMounts: [{ name: 'v', mountPath: '/etc/nginx/conf.d' }] },
      { restartPolicy: 'Never', volumes: [{ name: 'v', configMap: { name: 'conf' } }] },
    );
    test.run(8000);
    expect(test.get('app').status.phase).toBe('Failed');
    expect(test.logs('app')).toContain('nginx: [emerg] unknown directive "nonsense" in /etc/nginx/conf.d/x.conf:1\n');
  });
});

describe('others', () => {
  it('httpd works', () => {
    const { test, ip } = started('httpd');
    expect(test.curl(ip, 80, '/', { pod: 'app' }).response?.body).toBe('<html><body><h1>It works!</h1></body></html>\n');
    expect(test.curl(ip, 80, '/nope', { pod: 'app' }).response?.status).toBe(404);
  });

  it('mysql answers its client with a little SQL, keeps data, and wants the password', () => {
    const { test } = started('mysql:9', { env: [{ name: 'MYSQL_ROOT_PASSWORD', value: 'pw' }] });
    const sql = (text: string, ...flags: string[]) => test.exec('app', ['mysql', '-ppw', ...flags, '-e', text]);
    expect(test.exec('app', ['mysqladmin', 'ping']).out).toBe('mysqld is alive\n');
    expect(test.exec('app', ['mysql', '-e', 'select 1']).err).toBe(
      "ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: NO)\n",
    );
    expect(sql('create database test; create table test.m (id int, text varchar(9), primary key (id))').code).toBe(0);
    expect(sql(`insert into test.m values (1, 'a;b'), (2, null); select * from test.m order by id desc`).out).toBe(
      'id\ttext\n2\tNULL\n1\ta;b\n',
    );
    expect(sql('select count(*) from m where id > 1', '-t', 'test').out).toBe(
      '+----------+\n| count(*) |\n+----------+\n|        1 |\n+----------+\n',
    );
    expect(sql('select *\nfrom test.nope').err).toContain("ERROR 1146 (42S02) at line 1: Table 'test.nope' doesn't exist");
    expect(sql('select 1', '-h', 'nosuch').err).toContain("ERROR 2005 (HY000): Unknown MySQL server host 'nosuch' (-2)");
  });

  it('postgres answers its client with a little SQL, keeps data, and trusts who is inside', () => {
    const { test, ip } = started('postgres:16', {
      env: [
        { name: 'POSTGRES_PASSWORD', value: 'pw' },
        { name: 'POSTGRES_DB', value: 'shop' },
      ],
    });
    const sql = (text: string, ...flags: string[]) => test.exec('app', ['psql', '-U', 'postgres', ...flags, '-c', text]);
    expect(test.exec('app', ['pg_isready', '-U', 'postgres'])).toMatchObject({
      out: '/var/run/postgresql:5432 - accepting connections\n',
      code: 0,
    });
    expect(test.exec('app', ['pg_isready', '-h', 'nosuch'])).toMatchObject({ out: 'nosuch:5432 - no response\n', code: 2 });
    expect(sql('create table t (id serial primary key, name text)', '-d', 'shop').out).toBe('CREATE TABLE\n');
    expect(sql("insert into t (name) values ('a'), ('b'); select * from t order by id", '-d', 'shop').out).toBe(
      'INSERT 0 2\n id | name \n----+------\n  1 | a\n  2 | b\n(2 rows)\n\n',
    );
    expect(sql('select count(*) from t', '-d', 'shop', '-tA').out).toBe('2\n');
    expect(sql('select * from nope').err).toBe('ERROR:  relation "nope" does not exist\n');
    expect(sql('\\dt', '-d', 'shop').out).toBe(
      '        List of relations\n Schema | Name | Type  |  Owner   \n--------+------+-------+----------\n public | t    | table | postgres\n(1 row)\n\n',
    );
    expect(test.exec('app', ['psql', '-c', 'select 1']).err).toBe(
      'psql: error: connection to server on socket "/var/run/postgresql/.s.PGSQL.5432" failed: FATAL:  role "root" does not exist\n',
    );
    expect(test.exec('app', ['psql', `postgres://postgres:no@${ip}/shop`, '-c', 'select 1']).err).toContain(
      'FATAL:  password authentication failed for user "postgres"\n',
    );
  });

  it('mongo is pinged as probes do', () => {
    const { test } = started('mongo:7');
    expect(test.exec('app', ['mongosh', '--quiet', '--eval', "db.adminCommand('ping')"]).out).toBe('{ ok: 1 }\n');
    expect(test.exec('app', ['mongosh', 'mongodb://nosuch', '--eval', "db.adminCommand('ping')"]).code).toBe(1);
  });

  it('redis answers redis-cli, keeps data, and is no web server', () => {
    const { test, ip } = started('redis:7');
    expect(test.exec('app', ['redis-cli', 'PING']).out).toBe('PONG\n');
    expect(test.exec('app', ['redis-cli', 'SET', 'a', 'b']).out).toBe('OK\n');
    expect(test.exec('app', ['redis-cli', 'GET', 'a']).out).toBe('b\n');
    expect(test.exec('app', ['redis-cli', '-h', ip, 'INCR', 'n']).out).toBe('1\n');
    expect(test.exec('app', ['redis-cli', 'KEYS', '*']).out).toBe('a\nn\n');
    expect(test.exec('app', ['redis-cli', 'CONFIG', 'GET', 'maxmemory*']).out).toBe(
      'maxmemory\n0\nmaxmemory-policy\nnoeviction\nmaxmemory-samples\n5\n',
    );
    expect(test.curl(ip, 6379, '/', { pod: 'app' }).failure).toBe('empty');
    expect(test.exec('app', ['redis-cli', '-h', 'nosuch', 'PING']).err).toBe(
      'Could not connect to Redis at nosuch:6379: Name or service not known\n',
    );
  });

  it('agnhost serves its host name', () => {
    const { test, ip } = started('registry.k8s.io/e2e-test-images/agnhost:2.53', { args: ['netexec', '--http-port=8090'] });
    expect(test.curl(ip, 8090, '/hostname', { pod: 'app' }).response?.body).toBe('app');
    expect(test.curl(ip, 8090, '/echo?msg=hi%20there', { pod: 'app' }).response?.body).toBe('hi there');
  });

  it('hello-app is data only', () => {
    const { test, ip } = started('gcr.io/google-samples/hello-app:2.0');
    expect(test.curl(ip, 8080, '/', { pod: 'app' }).response?.body).toBe('Hello, world!\nVersion: 2.0.0\nHostname: app\n');
    expect(test.logs('app')).toMatch(/Server listening on port 8080\n.* Serving request: \/\n$/);
  });

  it('a server of texts may answer paths of its own, others with what they share', () => {
    const { test, ip } = started('quay.io/openshiftlabs/simpleservice:0.5.0');
    expect(test.curl(ip, 9876, '/health', { pod: 'app' }).response).toMatchObject({ status: 200, body: '{"healthy": true}' });
    expect(test.curl(ip, 9876, '/nope', { pod: 'app' }).response?.status).toBe(404);
  });

  it('kuard makes keys for a Job', () => {
    const { test } = started(
      'gcr.io/kuar-demo/kuard-amd64:blue',
      { args: ['/kuard', '--keygen-enable', '--keygen-exit-on-complete', '--keygen-num-to-gen=2', '--keygen-exit-code', '1'] },
      { restartPolicy: 'Never' },
    );
    expect(test.logs('app')).toMatch(/\(ID 0 2\/2\) Item done: SHA256:[A-Za-z0-9+/]{43}\n.* \(ID 0\) Workload exiting\n$/);
    expect(test.get('app').status.containerStatuses?.[0]?.state?.terminated?.exitCode).toBe(1);
  });

  it('databases want a password', () => {
    const { test } = started('mysql:8', {}, { restartPolicy: 'Never' });
    expect(test.get('app').status.phase).toBe('Failed');
    expect(test.logs('app')).toContain('Database is uninitialized and password option is not specified');
    expect(started('postgres:16', { env: [{ name: 'POSTGRES_PASSWORD', value: 'x' }] }).test.conditions('app')).toContain('Ready=True');
  });

  it.each([
    ['hashicorp/http-echo', {}, 5678, '/', 'hello-world\n'],
    ['hashicorp/http-echo:1.0', { args: ['-text=hi'] }, 5678, '/health', '{"status":"ok"}\n'],
    ['nginxdemos/hello:plain-text', {}, 80, '/x', /^Server address: 10\.244\.0\.\d+:80\nServer name: app\nDate: .*\nURI: \/x\n/],
    ['nginxdemos/hello', {}, 80, '/', /<title>Hello World</],
    ['luksa/kubia', {}, 8080, '/', "You've hit app\n"],
    ['luksa/kubia:v2', {}, 8080, '/', 'This is v2 running in pod app\n'],
    ['gcr.io/kuar-demo/kuard-amd64:blue', {}, 8080, '/healthy', 'ok'],
    [
      'stefanprodan/podinfo',
      { env: [{ name: 'PODINFO_UI_MESSAGE', value: 'hey' }] },
      9898,
      '/',
      /"version": "6[\d.]+",[^]*"message": "hey"/,
    ],
    ['kodekloud/webapp-color', { env: [{ name: 'APP_COLOR', value: 'green' }] }, 8080, '/', /background: #16a085[^]*Hello from app!/],
    ['ealen/echo-server', { env: [{ name: 'PORT', value: '8080' }] }, 8080, '/?echo_body=hi', '"hi"'],
    ['node:20', { command: ['node', '-e', "require('http').createServer((q, r) => r.end('ok')).listen(3000)"] }, 3000, '/', 'ok'],
    ['mirror.gcr.io/library/httpd', {}, 80, '/', /It works!/],
    ['nginx:1.9.1', {}, 80, '/', /Welcome to nginx!/],
    ['dockersamples/examplevotingapp_vote', {}, 80, '/', /Cats vs Dogs![^]*container ID app/],
    ['stacksimplify/kubenginx:2.0.0', {}, 80, '/', /Application Version: V2/],
    ['stacksimplify/kube-helloworld:1.0.0', {}, 8080, '/hello', 'Hello World  V1 app'],
    ['luksa/kiada:0.5', {}, 8080, '/', /^Kiada version 0\.5\. Request processed by "app"\. Client IP: ::ffff:10\.244\./],
    ['argoproj/rollouts-demo:blue', {}, 8080, '/color', '"blue"'],
    ['registry.istio.io/release/examples-helloworld-v2:1.0', {}, 5000, '/hello', 'Hello version: v2, instance: app\n'],
    ['us-central1-docker.pkg.dev/google-samples/microservices-demo/frontend:v0.10.6', {}, 8080, '/_healthz', 'ok'],
  ] as const)('%s %j answers %i%s', (image, more, port, path, body) => {
    const { test, ip } = started(image, more as never);
    expect(test.curl(ip, port, path, { pod: 'app' }).response?.body).toEqual(typeof body === 'string' ? body : expect.stringMatching(body));
  });

  it('what speaks gRPC answers the probes of its manifest', () => {
    const grpc = { port: 3550 };
    const more = { readinessProbe: { grpc, periodSeconds: 1 }, livenessProbe: { grpc } };
    const { test } = started('gcr.io/google-samples/microservices-demo/productcatalogservice:v0.10.6', more);
    expect(test.get('app').status.containerStatuses?.[0]).toMatchObject({ ready: true, restartCount: 0 });
  });

  it('node ends without a script, and says which it does not find', () => {
    expect(started('node:20', {}, { restartPolicy: 'Never' }).test.get('app').status.phase).toBe('Succeeded');
    const { test } = started('node:20', { args: ['app.js'] }, { restartPolicy: 'Never' });
    expect(test.get('app').status.phase).toBe('Failed');
    expect(test.logs('app')).toContain("Error: Cannot find module '/app.js'");
  });

  it("a lesson's image is plain data", () => {
    const test = new NodeTest();
    test.agent.addImage({
      names: ['example.test/shop'],
      tags: ['v1', 'v2'],
      size: 1_000_000,
      entrypoint: ['app'],
      app: { listen: [{ port: 3000, server: 'text', args: { text: 'shop {tag} on {hostname}\n' } }], logs: ['shop starts'] },
    });
    test.pod('shop', { image: 'example.test/shop:v2' });
    test.run(4000);
    expect(test.curl(test.get('shop').status.podIP as string, 3000, '/', { pod: 'shop' }).response?.body).toBe('shop v2 on shop\n');
  });
});
