/** Reviews: questions that are asked by creating an object (who am I, may I). kubernetes-admin may do everything. */

import { objectOf } from './body.ts';
import { ApiError, methodNotAllowed } from './errors.ts';
import type { Resource } from './registry.ts';
import type { Call } from './request.ts';
import type { Context } from './server.ts';
import type { ApiResponse, UserInfo } from './types.ts';

type Review = (user: UserInfo, spec: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

const ALL = [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }];
const ALL_URLS = [{ verbs: ['*'], nonResourceURLs: ['*'] }];

/** What each kind of review answers in its status. */
const REVIEWS: Readonly<Record<string, Review>> = {
  selfsubjectreviews: (user) => ({
    userInfo: { username: user.username, ...(user.username === 'kubernetes-admin' && { uid: 'admin' }), groups: user.groups },
  }),
  selfsubjectaccessreviews: (user) => ({ allowed: mayAll(user) }),
  subjectaccessreviews: (_user, spec) => ({
    allowed: mayAll({ username: String(spec['user'] ?? ''), groups: (spec['groups'] ?? []) as string[] }),
  }),
  localsubjectaccessreviews: (_user, spec) => ({
    allowed: mayAll({ username: String(spec['user'] ?? ''), groups: (spec['groups'] ?? []) as string[] }),
  }),
  selfsubjectrulesreviews: (user) =>
    mayAll(user)
      ? { resourceRules: ALL, nonResourceRules: ALL_URLS, incomplete: false }
      : { resourceRules: [], nonResourceRules: [], incomplete: false },
};

/** Answers the request if it is a review. */
export function handleReview(_context: Context, call: Call, resource: Resource): ApiResponse | undefined {
  const { kind } = resource;
  const review = kind.group.startsWith('auth') ? REVIEWS[kind.plural] : undefined;
  if (!review) return undefined;
  if (call.request.method !== 'POST') throw methodNotAllowed();
  if (call.user.username === 'system:anonymous') {
    const where = kind.namespaced ? 'in the namespace' : 'at the cluster scope';
    const about = `${kind.plural}.${kind.group}`;
    throw new ApiError(
      403,
      'Forbidden',
      `${about} is forbidden: User ${JSON.stringify(call.user.username)} cannot create resource ${JSON.stringify(kind.plural)} in API group ${JSON.stringify(kind.group)} ${where}`,
      { group: kind.group, kind: kind.plural },
    );
  }
  const object = objectOf(resource, call) as unknown as Readonly<Record<string, unknown>>;
  const { spec } = object as { spec?: Readonly<Record<string, unknown>> };
  return call.ok({ ...object, status: review(call.user, spec ?? {}) }, 201);
}

function mayAll({ groups }: UserInfo): boolean {
  return groups.includes('system:masters');
}
