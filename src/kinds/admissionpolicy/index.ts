/**
 * Admission policies: rules in CEL that whoever writes objects must keep, and changes that are made to what he writes. Their code, with the
 * language's, is loaded when the first policy is there: nothing moves until it is (Kernel.need).
 */
import type { Admission } from '../../api/admission.ts';
import type { World } from '../../world/world.ts';
import { celCode } from '../customresourcedefinition/cel.ts';
import type * as Mutating from './mutating.ts';
import type * as Validating from './validating.ts';

const GROUP = 'admissionregistration.k8s.io';
const resources = (kind: string) => ({ policies: `${kind}policies.${GROUP}`, bindings: `${kind}policybindings.${GROUP}` });
export const VALIDATING = resources('validatingadmission');
export const MUTATING = resources('mutatingadmission');
export const POLICIES = [VALIDATING.policies, MUTATING.policies];

let code: { readonly validating: typeof Validating; readonly mutating: typeof Mutating } | undefined;

export const policyCode = {
  get value() {
    return code;
  },
  async load() {
    const language = await celCode.load();
    if (code) return code;
    const [validating, mutating, { addPolicyTypes }] = await Promise.all([
      import('./validating.ts'),
      import('./mutating.ts'),
      import('./authorizer.ts'),
    ]);
    // Somebody else may have fetched it meanwhile.
    if (!code) addPolicyTypes(language);
    code = { validating, mutating };
    return code;
  },
};

export const hasPolicies = (world: World): boolean => POLICIES.some((resource) => has(world, resource));

const has = ({ store }: World, resource: string): boolean => store.count(resource) > 0;

export const policyAdmission: Admission = {
  mutate: (kind, object, old, context) =>
    code && has(context.world, MUTATING.policies) ? code.mutating.mutate(kind, object, old, context) : object,
  admit: (kind, object, old, context) => {
    if (code && has(context.world, VALIDATING.policies)) code.validating.admit(kind, object, old, context);
  },
  remove: (kind, old, context) => (code && has(context.world, VALIDATING.policies) ? code.validating.remove(kind, old, context) : []),
  warnings: (kind, object, old, world) =>
    code && has(world, VALIDATING.policies) ? code.validating.warnings(kind, object, old, world) : [],
};
