/** What the expressions of policies can name (source: apiserver/pkg/admission/plugin/cel). */
import { apiVersionOf } from '../../api/kind.ts';
import type { KubeObject } from '../../world/object.ts';
import { celValue, run } from '../customresourcedefinition/cel.ts';
import { Authorizer, JsonPatchLibrary } from './authorizer.ts';
import { about, operationOf, type PolicySpec, type Write } from './matching.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** An expression that could not be evaluated. */
export class ExpressionError extends Error {
  constructor(expression: string, error: unknown) {
    super(`expression '${expression}' resulted in error: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
}

/** The value of an expression; throws ExpressionError. */
export function evaluate(expression: string, variables: Variables, read = expression): unknown {
  try {
    return run(read, variables);
  } catch (error) {
    throw new ExpressionError(expression, error);
  }
}

/** Whether a policy is about the request, by its own conditions. */
export function applies({ matchConditions = [] }: PolicySpec, known: Variables): boolean {
  return matchConditions.every(({ expression }) => evaluate(expression, known) === true);
}

/** With the policy's own variables, which are worked out when they are first used: one that fails and that nobody uses is no error. */
export function withOwn({ variables = [] }: PolicySpec, known: Variables, expressions: readonly string[]): Variables {
  const own: Record<string, unknown> = {};
  const all = { ...known, variables: own };
  for (const { name, expression } of variables) {
    try {
      own[name] = evaluate(expression, all);
    } catch (error) {
      if (expressions.some((one) => one.includes(`variables.${name}`))) throw error;
    }
  }
  return all;
}

/** What every policy can name of a request. */
export function requestVariables(write: Write, params: KubeObject | null): Variables {
  const { kind, object, old, world, user, dryRun = false } = write;
  const { name, namespace = '' } = about(write).metadata;
  const { group, version, plural } = kind;
  const request = {
    kind: { group, version, kind: kind.kind },
    resource: { group, version, resource: plural },
    name,
    namespace,
    operation: operationOf(write),
    userInfo: { username: user?.username ?? '', groups: user?.groups ?? [] },
    dryRun,
  };
  const whole = (one: KubeObject | null | undefined) =>
    one ? celValue(undefined, { ...one, apiVersion: one.apiVersion ?? apiVersionOf(kind) }) : null;
  const asker = user ?? { username: '', groups: ['system:masters'] };
  return {
    object: whole(object),
    oldObject: whole(old),
    params: whole(params),
    request: celValue(undefined, request),
    namespaceObject: whole(namespace === '' ? null : world.store.get('namespaces', '', namespace)),
    authorizer: new Authorizer(world, asker, { group, resource: plural, namespace, name }),
    jsonpatch: new JsonPatchLibrary(),
  };
}
