/** What policies change of a write before it is checked (source: apiserver/pkg/admission/plugin/policy/mutating). */
import { decode } from '../../api/decode.ts';
import { equal } from '../../api/equal.ts';
import { ApiError, internalError } from '../../api/errors.ts';
import { apiVersionOf, type Kind, type KindContext } from '../../api/kind.ts';
import { mergeApplied } from '../../api/patch/apply-merge.ts';
import { applyJsonPatch, PatchError } from '../../api/patch/json-patch.ts';
import { atomicPaths, typedErrors } from '../../api/patch/typed.ts';
import type { KubeObject } from '../../world/object.ts';
import { type Definition, definitionOf } from '../schema.ts';
import { MUTATING } from './index.ts';
import { plainValue, TypeMismatch, withoutLiterals } from './literals.ts';
import { type BindingSpec, type Invocation, invocations, NO_PARAMS, type PolicySpec, refusal, type Write } from './matching.ts';
import { applies, ExpressionError, evaluate, requestVariables, withOwn } from './variables.ts';

interface Mutation {
  readonly patchType?: string;
  readonly applyConfiguration?: { readonly expression?: string };
  readonly jsonPatch?: { readonly expression?: string };
}

export type Mutating = PolicySpec & { readonly mutations?: readonly Mutation[]; readonly reinvocationPolicy?: string };
type Call = { readonly of: Invocation<Mutating, BindingSpec>; readonly params: KubeObject | null };

/** A policy that cannot be applied; the reason is that of the Status. */
class PolicyError extends Error {
  readonly reason: 'Invalid' | 'Forbidden';

  constructor(message: string, reason: 'Invalid' | 'Forbidden' = 'Invalid') {
    super(message);
    this.reason = reason;
  }
}

/**
 * The object with the changes of all policies, one after the other. Those that ask to be called again are, once, when a later one changed
 * what they saw.
 */
export function mutate(kind: Kind, given: KubeObject, old: KubeObject | undefined, context: KindContext): KubeObject {
  if (context.subresource) return given;
  const write: Write = { world: context.world, kind, object: given, old, user: context.user, dryRun: context.dryRun };
  const calls = invocations<Mutating, BindingSpec>(write, MUTATING.policies, MUTATING.bindings).flatMap((of) =>
    (of.params ?? [undefined]).map((params) => ({ of, params })),
  );
  let object = given;
  const eager: Call[] = [];
  const again = new Set<Call>();
  const call = (one: { readonly of: Call['of']; readonly params: KubeObject | null | undefined }): void => {
    const { of, params } = one;
    const before = object;
    try {
      if (params === undefined) throw new PolicyError(NO_PARAMS, 'Forbidden');
      object = mutated(of.policy.spec, { ...write, object }, params);
    } catch (error) {
      object = before;
      refuse(of, write, error);
    }
    if (!equal(before, object)) for (const earlier of eager) again.add(earlier);
    if (params !== undefined && of.policy.spec.reinvocationPolicy === 'IfNeeded') eager.push({ of, params });
  };
  for (const one of calls) call(one);
  for (const one of again) call(one);
  return object;
}

function refuse({ policy, binding }: Call['of'], write: Write, error: unknown): void {
  if (!(error instanceof PolicyError || error instanceof ExpressionError || error instanceof TypeMismatch)) throw error;
  if (policy.spec.failurePolicy === 'Ignore') return;
  const message = `policy '${policy.metadata.name}' with binding '${binding.metadata.name}' denied request: ${error.message}`;
  const reason = error instanceof PolicyError ? error.reason : 'Invalid';
  throw new ApiError(403, reason, message, refusal(write, message).status.details);
}

function mutated(spec: Mutating, write: Write, params: KubeObject | null): KubeObject {
  const { mutations = [] } = spec;
  let object = write.object as KubeObject;
  if (!applies(spec, requestVariables(write, params))) return object;
  for (const { applyConfiguration, jsonPatch } of mutations) {
    const known = requestVariables({ ...write, object }, params);
    const expression = (applyConfiguration ?? jsonPatch)?.expression ?? '';
    const result = plainValue(evaluate(expression, withOwn(spec, known, [expression]), withoutLiterals(expression)));
    object = (applyConfiguration ? applied : patched)(write.kind, object, result);
    object = write.kind.defaults?.(object) ?? object;
  }
  return object;
}

const schemaOf = (kind: Kind): Definition | undefined => definitionOf(apiVersionOf(kind), kind.kind) ?? kind.structure?.();

/** With what the expression says of it merged in, as server-side apply does. */
function applied(kind: Kind, object: KubeObject, config: unknown): KubeObject {
  const fail = (why: string): never => {
    throw new PolicyError(`error applying patch: ${why}`);
  };
  const schema = schemaOf(kind);
  if (!schema) return fail('the kind has no schema');
  const why = typedErrors(schema, config);
  if (why !== '') fail(`failed to convert patch object to typed object: ${why}`);
  const atomic = atomicPaths(schema, config);
  if (atomic.length > 0) fail(`invalid ApplyConfiguration: may not mutate atomic arrays, maps or structs: ${atomic.join(', ')}`);
  return mergeApplied(schema, object, config) as KubeObject;
}

/** With the JSON patch applied; what a test in it is against stays as it is. */
function patched(kind: Kind, object: KubeObject, patch: unknown): KubeObject {
  let result: unknown;
  try {
    result = applyJsonPatch(object, patch);
  } catch (error) {
    if (!(error instanceof PatchError)) throw error;
    if (error.when === 'test') return object;
    throw new PolicyError(`JSON Patch: ${error.message}`);
  }
  const schema = definitionOf(apiVersionOf(kind), kind.kind);
  if (!schema) return result as KubeObject;
  const { value, strict, typeError } = decode(schema, result);
  if (typeError) throw internalError(typeError);
  if (strict.length > 0) throw internalError(`strict decoding error: ${strict.join(', ')}`);
  return { ...object, ...value } as KubeObject;
}
