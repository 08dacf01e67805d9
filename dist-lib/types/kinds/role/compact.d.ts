/** Rules as kubectl shows them: one line a resource with all its verbs (source: k8s.io/kubectl, pkg/util/rbac). */
import type { PolicyRule } from '../types.gen.ts';
/** One verb on one resource or URL each, then those that differ by nothing but the verb joined again, in the order of kubectl. */
export declare function compactRules(rules: readonly PolicyRule[]): PolicyRule[];
/** One rule for each verb on each resource (and name) or URL. */
export declare function breakDown({ apiGroups, resources, resourceNames, nonResourceURLs, verbs }: PolicyRule): PolicyRule[];
/** The cells Resources, Non-Resource URLs, Resource Names and Verbs of a compacted rule. */
export declare function ruleCells({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }: PolicyRule): string[];
