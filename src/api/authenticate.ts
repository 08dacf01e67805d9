/** Who asks: the bearer of a token, the user that came with the request, or one whom that user may impersonate. */
import { lazy } from '../kernel/lazy.ts';
import type { World } from '../world/world.ts';
import { authorize } from './authorize.ts';
import { ApiError } from './errors.ts';
import { readToken } from './tokens.ts';
import type { ApiRequest, UserInfo } from './types.ts';

const ADMIN: UserInfo = { username: 'kubernetes-admin', uid: 'admin', groups: ['system:masters', 'system:authenticated'] };

/** Throws Unauthorized for a token that is not valid, Forbidden for an impersonation that is not allowed. */
export function authenticate(world: World, { user = ADMIN, certificate, headers = {} }: ApiRequest): UserInfo {
  const { authorization } = headers;
  const named = certificate === undefined ? undefined : holder(world, certificate);
  const nobody = authorization === undefined && certificate === undefined;
  const asking = named ?? (nobody ? user : authorization === undefined ? undefined : bearer(world, authorization));
  if (!asking) throw new ApiError(401, 'Unauthorized', 'Unauthorized');
  const as = headers['impersonate-user'];
  if (!as) return asking;
  const groups = headers['impersonate-group']?.split(',').filter((one) => one !== '') ?? [];
  if (!asking.groups.includes('system:masters')) mayImpersonate(world, asking, as, groups);
  return impersonated(as, groups, headers['impersonate-uid']);
}

/** What certificates need; it is there before a request that shows one is handled. */
export const certificateCode = lazy(() => import('./client-certificate.ts'));

function holder(world: World, certificate: string): UserInfo | undefined {
  const code = certificateCode.value;
  return code?.isAdministrators(certificate) ? ADMIN : code?.userOfCertificate(certificate, world.now);
}

function bearer(world: World, authorization: string): UserInfo | undefined {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
  return token === undefined ? undefined : readToken(world, token);
}

const ACCOUNT = /^system:serviceaccount:([^:]+):([^:]+)$/;

function mayImpersonate(world: World, asking: UserInfo, as: string, groups: readonly string[]): void {
  const [, namespace, account] = ACCOUNT.exec(as) ?? [];
  const common = { verb: 'impersonate', group: '' };
  if (namespace && account) authorize(world, asking, { ...common, resource: 'serviceaccounts', namespace, name: account });
  else authorize(world, asking, { ...common, resource: 'users', name: as });
  for (const name of groups) authorize(world, asking, { ...common, resource: 'groups', name });
}

function impersonated(username: string, given: readonly string[], uid: string | undefined): UserInfo {
  const namespace = ACCOUNT.exec(username)?.[1];
  const groups = namespace && given.length === 0 ? ['system:serviceaccounts', `system:serviceaccounts:${namespace}`] : given;
  const standard = username === 'system:anonymous' ? 'system:unauthenticated' : 'system:authenticated';
  return { username, ...(uid && { uid }), groups: groups.includes(standard) ? groups : [...groups, standard] };
}
