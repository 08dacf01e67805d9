/** What policies say of a write (source: apiserver/pkg/admission/plugin/policy/validating). Of deletions only clients' are asked about. */
import type { Deletion } from '../../api/admission.ts';
import { ApiError } from '../../api/errors.ts';
import type { Kind, KindContext } from '../../api/kind.ts';
import type { KubeObject } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
import { VALIDATING } from './index.ts';
import { type BindingSpec, invocations, NO_PARAMS, type PolicySpec, refusal, type Write } from './matching.ts';
import { applies, ExpressionError, evaluate, requestVariables, type Variables, withOwn } from './variables.ts';

interface Validation {
  readonly expression: string;
  readonly message?: string;
  readonly messageExpression?: string;
  readonly reason?: string;
}

export type Validating = PolicySpec & {
  readonly validations?: readonly Validation[];
  readonly auditAnnotations?: readonly unknown[];
};
export type ValidatingBinding = BindingSpec & { readonly validationActions?: readonly string[] };

interface Violation {
  readonly policy: string;
  readonly binding: string;
  readonly message: string;
  readonly reason: string;
}

const CODES: Readonly<Record<string, number>> = { Unauthorized: 401, Forbidden: 403, RequestEntityTooLarge: 413, Invalid: 422 };

export function admit(kind: Kind, object: KubeObject, old: KubeObject | undefined, context: KindContext): void {
  if (context.subresource) return;
  refuse({ world: context.world, kind, object, old, user: context.user, dryRun: context.dryRun });
}

/** Before a deletion: refused, or warned of. */
export function remove(kind: Kind, old: KubeObject, context: Deletion): string[] {
  refuse({ ...context, kind, object: undefined, old });
  return warned({ ...context, kind, object: undefined, old });
}

function refuse(write: Write): void {
  const [first] = violations(write, 'Deny');
  if (!first) return;
  const message = `ValidatingAdmissionPolicy '${first.policy}' with binding '${first.binding}' denied request: ${first.message}`;
  const { status } = refusal(write, message);
  throw new ApiError(CODES[first.reason] ?? 422, first.reason, status.message ?? '', status.details);
}

export function warnings(kind: Kind, object: KubeObject, old: KubeObject | undefined, world: World): string[] {
  return warned({ world, kind, object, old });
}

function warned(write: Write): string[] {
  return violations(write, 'Warn').map(
    ({ policy, binding, message }) => `Validation failed for ValidatingAdmissionPolicy '${policy}' with binding '${binding}': ${message}`,
  );
}

/** What the policies whose bindings say `action` have against a write. Without the parameters that it needs a policy denies it. */
function violations(write: Write, action: string): Violation[] {
  return invocations<Validating, ValidatingBinding>(write, VALIDATING.policies, VALIDATING.bindings).flatMap((one) => {
    const { policy, binding, params } = one;
    const found = params
      ? binding.spec.validationActions?.includes(action)
        ? params.flatMap((param) => broken(policy.spec, write, param))
        : []
      : action === 'Deny' && policy.spec.failurePolicy !== 'Ignore'
        ? [{ message: NO_PARAMS, reason: 'Invalid' }]
        : [];
    return found.map((violation) => ({ policy: policy.metadata.name, binding: binding.metadata.name, ...violation }));
  });
}

function broken(spec: Validating, write: Write, params: KubeObject | null): { message: string; reason: string }[] {
  const { validations = [], failurePolicy } = spec;
  const failed = (error: unknown) => {
    if (!(error instanceof ExpressionError)) throw error;
    return failurePolicy === 'Ignore' ? [] : [{ message: error.message, reason: 'Invalid' }];
  };
  let variables: Variables;
  try {
    const request = requestVariables(write, params);
    if (!applies(spec, request)) return [];
    const expressions = validations.map(({ expression }) => expression);
    variables = withOwn(spec, request, expressions);
  } catch (error) {
    return failed(error);
  }
  return validations.flatMap((validation) => {
    const { expression, message, reason = 'Invalid' } = validation;
    try {
      if (evaluate(expression, variables) === true) return [];
    } catch (error) {
      return failed(error);
    }
    return [{ message: told(validation, variables) ?? (message?.trim() || `failed expression: ${expression.trim()}`), reason }];
  });
}

function told({ messageExpression }: Validation, known: Variables): string | undefined {
  if (!messageExpression) return undefined;
  try {
    const text = evaluate(messageExpression, known);
    return typeof text === 'string' && text.trim() !== '' && !text.includes('\n') ? text.trim() : undefined;
  } catch {
    return undefined;
  }
}
