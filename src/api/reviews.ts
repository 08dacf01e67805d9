/** Reviews: questions that are asked by creating an object (who am I, may I, may another). */
import { type Attributes, allowance, rulesFor } from './authorize.ts';
import { objectOf } from './body.ts';
import { badRequest, methodNotAllowed } from './errors.ts';
import type { Resource } from './registry.ts';
import type { Call } from './request.ts';
import type { Context } from './server.ts';
import { audiencesOf, ISSUER, readToken } from './tokens.ts';
import type { ApiResponse, UserInfo } from './types.ts';

interface ReviewSpec {
  readonly user?: string;
  readonly token?: string;
  readonly audiences?: readonly string[];
  readonly groups?: readonly string[];
  readonly namespace?: string;
  readonly resourceAttributes?: Partial<Attributes>;
  readonly nonResourceAttributes?: { readonly verb?: string; readonly path?: string };
}

type Review = (context: Context, user: UserInfo, spec: ReviewSpec) => Readonly<Record<string, unknown>>;

/** What each kind of review answers in its status. */
const REVIEWS: Readonly<Record<string, Review>> = {
  selfsubjectreviews: (_context, { username, groups, uid, extra }) => ({
    userInfo: { username, ...(uid && { uid }), groups, ...(extra && Object.keys(extra).length > 0 && { extra }) },
  }),
  tokenreviews: whoseToken,
  selfsubjectaccessreviews: mayI,
  subjectaccessreviews: mayAnother,
  localsubjectaccessreviews: mayAnother,
  selfsubjectrulesreviews: whatMayI,
};

/** Answers the request if it is a review. */
export function handleReview(context: Context, call: Call, resource: Resource): ApiResponse | undefined {
  const { kind } = resource;
  const review = kind.group.startsWith('auth') ? REVIEWS[kind.plural] : undefined;
  if (!review) return undefined;
  if (call.request.method !== 'POST') throw methodNotAllowed();
  const object = objectOf(resource, call) as unknown as Readonly<Record<string, unknown>>;
  return call.ok({ ...object, status: review(context, call.user, (object['spec'] ?? {}) as ReviewSpec) }, 201);
}

/** Whose token it is, for whom it is valid of those that were asked for (the API server, if nobody is named). */
function whoseToken({ world }: Context, _user: UserInfo, { token, audiences = [ISSUER] }: ReviewSpec): Readonly<Record<string, unknown>> {
  if (!token) throw badRequest('token is required for TokenReview in authentication');
  const user = readToken(world, token);
  const meant = user ? audiencesOf(token).filter((one) => audiences.includes(one)) : [];
  if (!user || meant.length === 0) return { error: 'invalid bearer token', user: {} };
  return { audiences: meant, authenticated: true, user };
}

function mayI({ world }: Context, user: UserInfo, spec: ReviewSpec): Readonly<Record<string, unknown>> {
  const { resourceAttributes: asked, nonResourceAttributes: path } = spec;
  const why = allowance(world, user, {
    verb: asked?.verb ?? path?.verb ?? '',
    group: asked?.group ?? '',
    resource: asked?.resource ?? '',
    ...(asked?.subresource && { subresource: asked.subresource }),
    ...(asked?.namespace && { namespace: asked.namespace }),
    ...(asked?.name && { name: asked.name }),
    ...(path?.path && { path: path.path }),
  });
  return { allowed: why !== undefined, ...(why && { reason: why }) };
}

function mayAnother(context: Context, _user: UserInfo, spec: ReviewSpec): Readonly<Record<string, unknown>> {
  return mayI(context, { username: spec.user ?? '', groups: spec.groups ?? [] }, spec);
}

function whatMayI({ world }: Context, user: UserInfo, { namespace = '' }: ReviewSpec): Readonly<Record<string, unknown>> {
  const rules = [...rulesFor(world, user, namespace)].map(({ rule }) => rule);
  return {
    resourceRules: rules.filter(({ resources }) => resources?.length),
    nonResourceRules: rules.filter(({ nonResourceURLs }) => nonResourceURLs?.length),
    incomplete: false,
  };
}
