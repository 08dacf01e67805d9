/** The signer: an approved request for a certificate of one of Kubernetes' own signers gets it. */

import { CA_KEY } from '../api/authority.ts';
import { BIT_STRING, BOOLEAN, element, INTEGER, NULL, OCTET_STRING, oid, SEQUENCE, SET, toPem, UTC_TIME, UTF8 } from '../api/values/der.ts';
import { type PrivateKey, readPrivate, sign } from '../api/values/rsa.ts';
import { type CertificateRequest, readRequest } from '../kinds/certificatesigningrequest/request.ts';
import { type CertificateSigningRequest, stateOf } from '../kinds/certificatesigningrequest/state.ts';
import type { World } from '../world/world.ts';
import type { Controller } from './controller.ts';

const RESOURCE = 'certificatesigningrequests.certificates.k8s.io';
const SIGNERS = ['kube-apiserver-client', 'kube-apiserver-client-kubelet', 'kubelet-serving', 'legacy-unknown'];
const YEAR_SECONDS = 31_536_000;
const BACKDATE_MS = 300_000;

export const certificateController: Controller = {
  name: 'certificates',
  latencyMs: 50,
  watches: { [RESOURCE]: ({ type, object }) => (type === 'DELETED' ? [] : [object.metadata.name]) },
  reconcile({ world, api }, name) {
    const one = world.store.get<CertificateSigningRequest>(RESOURCE, '', name);
    if (!one || stateOf(one) !== 'Approved' || !SIGNERS.some((signer) => one.spec.signerName === `kubernetes.io/${signer}`)) return;
    const request = readRequest(one.spec.request);
    if (!request) return;
    const certificate = btoa(toPem(issue(world, request, one.spec.expirationSeconds ?? YEAR_SECONDS), 'CERTIFICATE'));
    api.updateStatus<CertificateSigningRequest>(RESOURCE, { ...one, status: { ...one.status, certificate } });
  },
};

/** A certificate as minikube's authority makes it. */
function issue(world: World, { subject, key }: CertificateRequest, seconds: number): Uint8Array {
  const random = (length: number) => Array.from({ length }, () => Math.floor(world.random.next() * 256));
  const algorithm = element(SEQUENCE, oid('1.2.840.113549.1.1.11'), element(NULL));
  const issuer = element(SEQUENCE, element(SET, element(SEQUENCE, oid('2.5.4.3'), element(UTF8, new TextEncoder().encode('minikubeCA')))));
  const extension = (id: string, critical: boolean, value: Uint8Array) =>
    element(SEQUENCE, oid(id), critical ? element(BOOLEAN, [0xff]) : [], element(OCTET_STRING, value));
  const extensions = element(
    SEQUENCE,
    extension('2.5.29.15', true, element(BIT_STRING, [5, 0xa0])),
    extension('2.5.29.37', false, element(SEQUENCE, oid('1.3.6.1.5.5.7.3.2'))),
    extension('2.5.29.19', true, element(SEQUENCE)),
  );
  const [from, to] = [world.now - BACKDATE_MS, world.now - BACKDATE_MS + seconds * 1000];
  const body = element(
    SEQUENCE,
    element(0xa0, element(INTEGER, [2])),
    element(INTEGER, [0x40, ...random(15)]),
    algorithm,
    issuer,
    element(SEQUENCE, time(from), time(to)),
    subject,
    key,
    element(0xa3, extensions),
  );
  return element(SEQUENCE, body, algorithm, element(BIT_STRING, [0], sign(readPrivate(CA_KEY) as PrivateKey, body)));
}

/** `261124090000Z` */
function time(ms: number): Uint8Array {
  const text = new Date(ms).toISOString().replace(/[-:T]|\.\d+/g, '');
  return element(UTC_TIME, new TextEncoder().encode(text.slice(2)));
}
