/** Whom a client's certificate stands for: the common name is the user, the organizations are the groups. */
import { CA_CERTIFICATE, CLIENT_CERTIFICATE } from './authority.ts';
import type { UserInfo } from './types.ts';
import { type Element, elements, fromPem, timeOf } from './values/der.ts';
import { readPublic, verifies } from './values/rsa.ts';
import { sha256 } from './values/sha256.ts';

/** The last number of the attribute's OID below 2.5.4. */
const [COMMON_NAME, ORGANIZATION] = [3, 10];
const EXPLICIT_VERSION = 0xa0;

interface Certificate {
  readonly whole: Uint8Array;
  readonly body: Element;
  readonly subject: Element;
  readonly key: Element;
  readonly from: number;
  readonly to: number;
  readonly signature: Uint8Array;
}

/**
 * The user that a certificate (PEM) names; undefined when the cluster's authority did not sign it or it is not valid at that time (ms).
 * A certificate that names nobody is of no use either.
 */
export function userOfCertificate(pem: string, now: number): UserInfo | undefined {
  const [one, authority] = [readCertificate(pem), readCertificate(CA_CERTIFICATE)];
  const key = authority && readPublic(authority.key.whole);
  if (!one || !key || now < one.from || now > one.to || !verifies(key, one.body.whole, one.signature)) return undefined;
  const names = namesOf(one.subject);
  const [username] = names(COMMON_NAME);
  if (!username) return undefined;
  return {
    username,
    groups: [...names(ORGANIZATION), 'system:authenticated'],
    extra: { 'authentication.kubernetes.io/credential-id': [`X509SHA256=${sha256(one.whole)}`] },
  };
}

/** Whether it is the one that `minikube start` made. */
export const isAdministrators = (pem: string): boolean => pem.trim() === CLIENT_CERTIFICATE.trim();

/** What a certificate (PEM) says; undefined when it is none. */
export function readCertificate(pem: string): Certificate | undefined {
  try {
    const whole = fromPem(pem, 'CERTIFICATE');
    const [body, , signature] = inside(whole && elements(whole)[0]);
    const parts = inside(body);
    if (parts[0]?.tag === EXPLICIT_VERSION) parts.shift();
    const [, , , validity, subject, key] = parts;
    const [from, to] = inside(validity);
    if (!whole || !body || !signature || !subject || !key) return undefined;
    return { whole, body, subject, key, from: timeOf(from), to: timeOf(to), signature: signature.content.subarray(1) };
  } catch {
    return undefined;
  }
}

function inside(one: Element | undefined): Element[] {
  return one ? elements(one.content) : [];
}

function namesOf(subject: Element): (attribute: number) => string[] {
  const pairs = inside(subject).flatMap(inside).map(inside);
  return (attribute) =>
    pairs.flatMap(([type, value]) => (type?.content.at(-1) === attribute && value ? [new TextDecoder().decode(value.content)] : []));
}
