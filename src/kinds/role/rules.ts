/** The rules on the rules of roles (source: pkg/apis/rbac/validation). */
import { type FieldError, invalid, required } from '../../api/field-errors.ts';
import type { PolicyRule } from '../types.gen.ts';

/** `namespaced`: of Roles, which cannot be about URLs. */
export function validateRules(rules: readonly PolicyRule[], namespaced: boolean): FieldError[] {
  return rules.flatMap(({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }, index) => {
    const at = `rules[${index}]`;
    const errors: FieldError[] = [];
    if (!verbs?.length) errors.push(required(`${at}.verbs`, 'verbs must contain at least one value'));
    if (nonResourceURLs?.length) {
      if (namespaced) errors.push(invalid(`${at}.nonResourceURLs`, nonResourceURLs, 'namespaced rules cannot apply to non-resource URLs'));
      if (apiGroups?.length || resources?.length || resourceNames?.length) {
        errors.push(
          invalid(`${at}.nonResourceURLs`, nonResourceURLs, 'rules cannot apply to both regular resources and non-resource URLs'),
        );
      }
      return errors;
    }
    if (!apiGroups?.length) errors.push(required(`${at}.apiGroups`, 'resource rules must supply at least one api group'));
    if (!resources?.length) errors.push(required(`${at}.resources`, 'resource rules must supply at least one resource'));
    return errors;
  });
}
