import { request } from 'node:http';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCluster } from '../session/index.ts';
import { MAX_BODY } from './http.ts';
import { decodeProtobuf, encodeProtobuf, PROTOBUF } from './protobuf.ts';
import { ClusterServer } from './server.ts';

let server: ClusterServer;
let port: number;

beforeAll(async () => {
  server = new ClusterServer(await createCluster());
  port = await server.listen(0);
});
afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

function ask(method: string, path: string, headers: Record<string, string> = {}, body?: string | Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const json = ({ body }: Answer): Record<string, unknown> => JSON.parse(body.toString());
const CONFIG_MAPS = '/api/v1/namespaces/default/configmaps';
const JSON_TYPE = { 'content-type': 'application/json' };

it('takes JSON, YAML and protobuf, and answers in what was asked for', async () => {
  const object = (name: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { a: '1' } });
  expect((await ask('POST', CONFIG_MAPS, JSON_TYPE, JSON.stringify(object('j')))).status).toBe(201);
  const yaml = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: in-yaml}\ndata: {a: "1"}\n';
  const made = await ask('POST', CONFIG_MAPS, { 'content-type': 'application/yaml', accept: 'application/yaml' }, yaml);
  expect([made.status, made.body.toString()]).toEqual([201, expect.stringContaining('kind: ConfigMap\n')]);
  const binary = await ask('POST', CONFIG_MAPS, { 'content-type': PROTOBUF, accept: PROTOBUF }, encodeProtobuf(object('p')));
  expect(binary.headers['content-type']).toBe(PROTOBUF);
  expect(decodeProtobuf(binary.body)).toMatchObject({ kind: 'ConfigMap', metadata: { name: 'p' }, data: { a: '1' } });
  const list = await ask('GET', CONFIG_MAPS, { accept: `${PROTOBUF},application/json` });
  expect(decodeProtobuf(list.body)).toMatchObject({ kind: 'ConfigMapList' });
  const table = `${PROTOBUF};as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1;g=meta.k8s.io,application/json`;
  expect(json(await ask('GET', CONFIG_MAPS, { accept: table }))['kind']).toBe('Table');
  expect((await ask('GET', CONFIG_MAPS, { accept: 'text/csv' })).status).toBe(406);
});

it('carries warnings in headers, whatever is in them', async () => {
  const body = JSON.stringify({ metadata: { name: 'w' }, 'ünknown"\\': 1 });
  const { status, headers } = await ask('POST', CONFIG_MAPS, JSON_TYPE, body);
  expect(status).toBe(201);
  expect(Buffer.from(String(headers['warning']), 'latin1').toString()).toBe('299 - "unknown field \\"ünknown\\\\\\"\\\\\\\\\\""');
});

it('refuses bodies that are too large and pages of the web', async () => {
  const large = await ask('POST', CONFIG_MAPS, JSON_TYPE, Buffer.alloc(MAX_BODY + 1, 32));
  expect([large.status, json(large)['message']]).toEqual([413, `Request entity too large: limit is ${MAX_BODY}`]);
  for (const [name, value] of [
    ['host', 'evil.example:80'],
    ['origin', 'https://evil.example'],
  ] as const) {
    const refused = await ask('GET', '/api/v1/secrets', { [name]: value });
    expect([refused.status, json(refused)['reason']]).toEqual([403, 'Forbidden']);
  }
  expect((await ask('GET', '/healthz', { host: `localhost:${port}`, origin: `http://localhost:${port}` })).body.toString()).toBe('ok');
});

it('knows who a token belongs to', async () => {
  const { status } = json(await ask('POST', '/api/v1/namespaces/default/serviceaccounts/default/token', JSON_TYPE, '{}'));
  const headers = { authorization: `Bearer ${(status as { token: string }).token}` };
  const refused = await ask('GET', '/api/v1/namespaces/default/pods', headers);
  expect([refused.status, String(json(refused)['message'])]).toEqual([
    403,
    expect.stringContaining('system:serviceaccount:default:default'),
  ]);
  expect((await ask('GET', '/api/v1/pods', { authorization: 'Bearer nonsense' })).status).toBe(401);
});

it('sends the events of a watch as they come, and ends it in time', async () => {
  const { metadata } = json(await ask('GET', CONFIG_MAPS)) as { metadata: { resourceVersion: string } };
  const watching = ask('GET', `${CONFIG_MAPS}?watch=1&timeoutSeconds=1&resourceVersion=${metadata.resourceVersion}`);
  await ask('POST', CONFIG_MAPS, JSON_TYPE, JSON.stringify({ metadata: { name: 'seen' } }));
  const events = (await watching).body
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(events).toMatchObject([{ type: 'ADDED', object: { metadata: { name: 'seen' } } }]);
});

it('publishes OpenAPI of both versions', async () => {
  const { paths } = json(await ask('GET', '/openapi/v3')) as { paths: Record<string, { serverRelativeURL: string }> };
  const apps = json(await ask('GET', paths['apis/apps/v1']?.serverRelativeURL ?? ''));
  expect(apps).toMatchObject({ openapi: '3.0.0', components: { schemas: { 'io.k8s.api.apps.v1.Deployment': { type: 'object' } } } });
  expect(json(await ask('GET', '/openapi/v2'))).toMatchObject({ swagger: '2.0' });
  expect((await ask('GET', '/openapi/v3/apis/nosuch/v1')).status).toBe(404);
});

it('says that a port is taken', async () => {
  const second = new ClusterServer(await createCluster());
  await expect(second.listen(port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await second.close();
});

/** Sends bytes as they are; resolves with what came back when the server closes the connection. */
function raw(bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
}

it('survives what is no request', async () => {
  const line = fc.constantFrom(
    'GET /api HTTP/1.1',
    'PUT //%zz?%=& HTTP/1.1',
    'GET /api/v1/pods?watch=1&timeoutSeconds=1 HTTP/1.0',
    'NONSENSE',
    '',
  );
  const header = fc.constantFrom(
    'Host: localhost',
    'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13',
    'Upgrade: SPDY/3.1\r\nConnection: Upgrade',
    'Content-Length: 5',
    'Content-Length: x',
    'Transfer-Encoding: chunked',
    'Content-Type: application/vnd.kubernetes.protobuf',
  );
  const bytes = fc.tuple(line, fc.array(header, { maxLength: 3 }), fc.uint8Array({ maxLength: 40 }));
  await fc.assert(
    fc.asyncProperty(bytes, async ([first, headers, rest]) => {
      await raw(Buffer.concat([Buffer.from(`${[first, ...headers].join('\r\n')}\r\n\r\n`), rest]));
      expect((await ask('GET', '/healthz')).body.toString()).toBe('ok');
    }),
    { numRuns: 60 },
  );
});

it('answers any path, method and body with a response', async () => {
  const path = fc.tuple(
    fc.constantFrom('/api/v1/namespaces/default/', '/apis/apps/v1/', '/openapi/', '/'),
    fc.constantFrom('pods', 'pods/x/exec?command=a', 'configmaps', 'deployments/x/scale', 'v3/%2e%2e', '%00'),
  );
  const type = fc.constantFrom('application/json', 'application/yaml', PROTOBUF, 'application/apply-patch+yaml', 'text/plain', 'x');
  await fc.assert(
    fc.asyncProperty(
      path,
      fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'),
      type,
      fc.oneof(
        fc.uint8Array({ maxLength: 30 }),
        fc.json().map((text) => Buffer.from(text)),
      ),
      async ([base, rest], method, contentType, body) => {
        const { status } = await ask(method, base + rest, { 'content-type': contentType }, Buffer.from(body));
        expect(status).toBeGreaterThanOrEqual(200);
        expect(status).not.toBe(500);
      },
    ),
    { numRuns: 150 },
  );
});
