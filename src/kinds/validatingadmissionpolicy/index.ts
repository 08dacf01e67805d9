/**
 * ValidatingAdmissionPolicies: rules in CEL that whoever writes objects must keep. Their code, with the language's, is loaded when the
 * first policy is there: nothing moves until it is (Kernel.need).
 */
import type { Admission } from '../../api/admission.ts';
import type { World } from '../../world/world.ts';
import { celCode } from '../customresourcedefinition/cel.ts';
import type * as Evaluate from './evaluate.ts';

export const POLICIES = 'validatingadmissionpolicies.admissionregistration.k8s.io';

let code: typeof Evaluate | undefined;

export const policyCode = {
  get value() {
    return code;
  },
  async load() {
    const language = await celCode.load();
    if (code) return code;
    const [evaluate, { addAuthorizer }] = await Promise.all([import('./evaluate.ts'), import('./authorizer.ts')]);
    // Somebody else may have fetched it meanwhile.
    if (!code) addAuthorizer(language);
    code = evaluate;
    return code;
  },
};

export const hasPolicies = ({ store }: World): boolean => store.count(POLICIES) > 0;

export const policyAdmission: Admission = {
  admit: (kind, object, old, context) => {
    if (code && hasPolicies(context.world)) code.admit(kind, object, old, context);
  },
  remove: (kind, old, context) => (code && hasPolicies(context.world) ? code.remove(kind, old, context) : []),
  warnings: (kind, object, old, world) => (code && hasPolicies(world) ? code.warnings(kind, object, old, world) : []),
};
