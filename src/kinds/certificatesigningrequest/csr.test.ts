import { X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { ApiServer } from '../../api/server.ts';
import { bootstrap } from '../../controllers/bootstrap.ts';
import { certificateController } from '../../controllers/certificates.ts';
import { decodeBase64 } from '../../kernel/bytes.ts';
import { World } from '../../world/world.ts';
import { extensions, kinds } from '../index.ts';
import { rareCode } from '../rare.ts';
import { rulesCode } from '../rules-code.ts';
import { certificateSigningRequests } from './index.ts';
import { COMMON_NAME, readRequest } from './request.ts';
import type { CertificateSigningRequest } from './state.ts';

await rulesCode.load();

/** CN=jane, O=dev, O=ops; DNS:a.example.com, IP:10.0.0.1; made by openssl req. */
const REQUEST =
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlJQkZ6Q0J2Z0lCQURBck1RMHdDd1lEVlFRRERBUnFZVzVsTVF3d0NnWURWUVFLREFOa1pYWXhEREFLQmdOVgpCQW9NQTI5d2N6QlpNQk1HQnlxR1NNNDlBZ0VHQ0NxR1NNNDlBd0VIQTBJQUJKV3FuNU9IclJEU1JVYnZFV09CCjdyK1FzbjZ6a0FiS1ZjV0lxSWhIWmZPc3pWTFNoYkoyWUk5eWdyNDE3Zm02Q1lZbTU4d3VEYWEybDQwRGVqQXMKNHUrZ01UQXZCZ2txaGtpRzl3MEJDUTR4SWpBZ01CNEdBMVVkRVFRWE1CV0NEV0V1WlhoaGJYQnNaUzVqYjIySApCQW9BQUFFd0NnWUlLb1pJemowRUF3SURTQUF3UlFJaEFKZFZGbStSU1piWHNvM2g0Z2FUN0xSREc1cERXTmRrCjdteU1VblhUZWswWkFpQVBidmhkVS9qdnprSUJka1ZXT2RHWjVzOGdiLzlvZ1g2SU94bTUrVXh4MWc9PQotLS0tLUVORCBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0K';

await rareCode.load();
const world = new World({ seed: 1 });
const api = new ApiServer(world, kinds, extensions);
bootstrap(world, api, 1);

const PATH = '/apis/certificates.k8s.io/v1/certificatesigningrequests';
function send(method: 'GET' | 'POST' | 'PUT', below: string, body?: object) {
  const answer = api.handle({ method, path: PATH + below, body, headers: { 'content-type': 'application/json' } });
  return answer.body as CertificateSigningRequest & { message?: string };
}
function ask(name: string, spec: object = {}) {
  const asked = { request: REQUEST, signerName: 'kubernetes.io/kube-apiserver-client', usages: ['client auth'], ...spec };
  return send('POST', '', { apiVersion: 'certificates.k8s.io/v1', kind: 'CertificateSigningRequest', metadata: { name }, spec: asked });
}
const condition = (type: string) => ({ type, status: 'True', reason: 'Test' });
const decide = (one: CertificateSigningRequest, ...types: string[]) =>
  send('PUT', `/${one.metadata.name}/approval`, { ...one, status: { conditions: types.map(condition) } });
const row = (one: CertificateSigningRequest) => certificateSigningRequests.columns.map(({ cell }) => cell(one, world.now));

it('reads what a request asks for', () => {
  const { names, alternative } = readRequest(REQUEST) ?? {};
  expect(names?.get(COMMON_NAME)).toEqual(['jane']);
  expect(names?.get(10)).toEqual(['dev', 'ops']);
  expect(alternative).toEqual({ dns: ['a.example.com'], email: [], ip: ['10.0.0.1'] });
  expect(readRequest('bm9wZQ==')).toBeUndefined();
});

it('is approved, then issued', () => {
  const asked = ask('jane', { username: 'mallory', expirationSeconds: 86_400 });
  expect(row(asked)).toEqual(['jane', '0s', 'kubernetes.io/kube-apiserver-client', 'kubernetes-admin', '24h', 'Pending']);
  const approved = decide(asked, 'Approved');
  expect(row(approved).at(-1)).toBe('Approved');
  expect(approved.status?.conditions?.[0]).toHaveProperty('lastTransitionTime');
  certificateController.reconcile({ world, api, requeueAfter: () => undefined }, 'jane');
  const issued = send('GET', '/jane');
  expect(row(issued).at(-1)).toBe('Approved,Issued');
  const certificate = new X509Certificate(decodeBase64(issued.status?.certificate ?? '') ?? '');
  expect([certificate.subject, certificate.issuer]).toEqual(['CN=jane\nO=dev\nO=ops', 'CN=minikubeCA']);
  expect(Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)).toBe(86_400_000);
  expect(decide(issued, 'Approved', 'Denied').message).toBe(
    'CertificateSigningRequest.certificates.k8s.io "jane" is invalid: status.conditions[1].type: Invalid value: "Denied": Approved and Denied conditions are mutually exclusive',
  );
});

it('is denied', () => expect(row(decide(ask('john'), 'Denied')).at(-1)).toBe('Denied'));

it('takes nothing but PEM of a request, for usages that there are', () =>
  expect(ask('none', { request: 'aGVsbG8=', usages: ['foo', 'foo'] }).message).toMatch(
    /spec.request: Invalid value: "aGVsbG8=": PEM block type must be CERTIFICATE REQUEST, spec.usages\[0\]: Unsupported value: "foo": .*spec.usages\[1\]: Duplicate value: "foo"/,
  ));

it('says what is wrong with it', () =>
  expect(ask('bad', { signerName: 'x', expirationSeconds: 3 }).message).toMatch(
    /signerName: Invalid value: "x": must be a fully .*expirationSeconds: Invalid value: 3: may not specify a duration less than 600/,
  ));
