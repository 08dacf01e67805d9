/**
 * Tokens of ServiceAccounts: made for TokenRequests and for Pods, and read again when a request shows one. They have the shape of
 * the real ones (JWT); the signature is a checksum, since nobody outside this world may rely on it.
 */
import type { KubeObject, ObjectMeta } from '../world/object.ts';
import { Random } from '../world/random.ts';
import type { World } from '../world/world.ts';
import type { UserInfo } from './types.ts';
import { fnv32a } from './values/hash.ts';

export const ISSUER = 'https://kubernetes.default.svc.cluster.local';
const HEADER = encode('{"alg":"RS256","kid":"ZHJ5ZG9jayBzaWduaW5nIGtleQ"}');
/** Bytes of an RS256 signature, in hexadecimal digits. */
const SIGNATURE_DIGITS = 512;

export interface TokenClaims {
  readonly audiences: readonly string[];
  /** Virtual time, ms. */
  readonly from: number;
  /** How long it is valid; without end where this is missing. */
  readonly seconds?: number;
  readonly namespace: string;
  readonly account: Pick<ObjectMeta, 'name' | 'uid'>;
  /** The Pod that it is bound to, which it does not outlive. */
  readonly pod?: Pick<ObjectMeta, 'name' | 'uid'>;
  readonly node?: string;
}

interface Payload {
  readonly aud: readonly string[];
  readonly exp?: number;
  readonly sub: string;
  readonly 'kubernetes.io': {
    readonly namespace: string;
    readonly serviceaccount: { readonly name: string; readonly uid: string };
    readonly pod?: { readonly name: string; readonly uid: string };
    readonly node?: { readonly name: string };
  };
}

export function makeToken({ audiences, from, seconds, namespace, account, pod, node }: TokenClaims): string {
  const start = Math.floor(from / 1000);
  const only = ({ name, uid }: Pick<ObjectMeta, 'name' | 'uid'>) => ({ name, uid });
  const payload = encode(
    JSON.stringify({
      aud: audiences,
      ...(seconds !== undefined && { exp: start + seconds }),
      iat: start,
      iss: ISSUER,
      'kubernetes.io': {
        namespace,
        ...(node && { node: { name: node } }),
        ...(pod && { pod: only(pod) }),
        serviceaccount: only(account),
      },
      nbf: start,
      sub: `system:serviceaccount:${namespace}:${account.name}`,
    }),
  );
  return `${HEADER}.${payload}.${signature(payload)}`;
}

/** Whose token it is; undefined when it is none, or no longer valid: expired, or its account or Pod is gone. */
export function readToken(world: World, token: string): UserInfo | undefined {
  const [header, payload = '', signed] = token.split('.');
  if (header !== HEADER || signed !== signature(payload)) return undefined;
  const { exp, sub, 'kubernetes.io': bound } = decoded(payload);
  if (exp !== undefined && exp * 1000 <= world.now) return undefined;
  const is = (resource: string, { name, uid }: { readonly name: string; readonly uid: string }): boolean =>
    world.store.get<KubeObject>(resource, bound.namespace, name)?.metadata.uid === uid;
  if (!is('serviceaccounts', bound.serviceaccount) || (bound.pod && !is('pods', bound.pod))) return undefined;
  return {
    username: sub,
    uid: bound.serviceaccount.uid,
    groups: ['system:serviceaccounts', `system:serviceaccounts:${bound.namespace}`, 'system:authenticated'],
    extra: {
      ...(bound.node && { 'authentication.kubernetes.io/node-name': [bound.node.name] }),
      ...(bound.pod && {
        'authentication.kubernetes.io/pod-name': [bound.pod.name],
        'authentication.kubernetes.io/pod-uid': [bound.pod.uid],
      }),
    },
  };
}

/** Whom a token that `readToken` accepts is meant for. */
export function audiencesOf(token: string): readonly string[] {
  return decoded(token.split('.')[1] ?? '').aud;
}

const decoded = (payload: string): Payload => JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as Payload;

function encode(text: string): string {
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function signature(payload: string): string {
  const digits = new Random(fnv32a(`${HEADER}.${payload}`)).hex(SIGNATURE_DIGITS);
  return encode(String.fromCharCode(...(digits.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))));
}
