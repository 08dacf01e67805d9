/**
 * Admission policies: rules in CEL that whoever writes objects must keep, and changes that are made to what he writes. Their code, with the
 * language's, is loaded when the first policy is there: nothing moves until it is (Kernel.need). So is that of webhooks, which ask servers.
 */
import type { Admission } from '../../api/admission.ts';
import { lazy } from '../../kernel/lazy.ts';
import type { World } from '../../world/world.ts';
import { celCode } from '../customresourcedefinition/cel.ts';

const GROUP = 'admissionregistration.k8s.io';
const resources = (kind: string) => ({ policies: `${kind}policies.${GROUP}`, bindings: `${kind}policybindings.${GROUP}` });
export const VALIDATING = resources('validatingadmission');
export const MUTATING = resources('mutatingadmission');
export const POLICIES = [VALIDATING.policies, MUTATING.policies];
export const MUTATING_HOOKS = `mutatingwebhookconfigurations.${GROUP}`;
export const VALIDATING_HOOKS = `validatingwebhookconfigurations.${GROUP}`;
export const HOOKS = [MUTATING_HOOKS, VALIDATING_HOOKS];

export const policyCode = lazy(async () => {
  const [validating, mutating] = await Promise.all([
    // By name: what is exported there and not used here is unused.
    import('./validating.ts').then(({ admit, remove, warnings }) => ({ admit, remove, warnings })),
    import('./mutating.ts').then(({ mutate }) => ({ mutate })),
    celCode.load(),
  ]);
  return { validating, mutating };
});

export const hookCode = lazy(async () => {
  const [{ admit, mutate, remove, warnings }] = await Promise.all([import('./hooks.ts'), celCode.load()]);
  return { admit, mutate, remove, warnings };
});

export const hasHooks = (world: World): boolean => HOOKS.some((resource) => has(world, resource));

export const hasPolicies = (world: World): boolean => POLICIES.some((resource) => has(world, resource));

const has = ({ store }: World, resource: string): boolean => store.count(resource) > 0;

export const policyAdmission: Admission = {
  mutate: (kind, object, old, context) =>
    has(context.world, MUTATING.policies) ? (policyCode.value?.mutating.mutate(kind, object, old, context) ?? object) : object,
  admit: (kind, object, old, context) => {
    if (has(context.world, VALIDATING.policies)) policyCode.value?.validating.admit(kind, object, old, context);
  },
  remove: (kind, old, context) =>
    has(context.world, VALIDATING.policies) ? (policyCode.value?.validating.remove(kind, old, context) ?? []) : [],
  warnings: (kind, object, old, world) =>
    has(world, VALIDATING.policies) ? (policyCode.value?.validating.warnings(kind, object, old, world) ?? []) : [],
};

export const hookAdmission: Admission = {
  mutate: (kind, object, old, context) =>
    has(context.world, MUTATING_HOOKS) ? (hookCode.value?.mutate(kind, object, old, context) ?? object) : object,
  admit: (kind, object, old, context) => {
    if (has(context.world, VALIDATING_HOOKS)) hookCode.value?.admit(kind, object, old, context);
  },
  remove: (kind, old, context) => (hasHooks(context.world) ? (hookCode.value?.remove(kind, old, context) ?? []) : []),
  warnings: (_kind, _object, _old, world) => (hasHooks(world) ? (hookCode.value?.warnings(world) ?? []) : []),
};
