/** Rules as kubectl shows them: one line a resource with all its verbs (source: k8s.io/kubectl, pkg/util/rbac). */
import type { PolicyRule } from '../types.gen.ts';

type List = readonly string[];

/** One verb on one resource or URL each, then those that differ by nothing but the verb joined again, in the order of kubectl. */
export function compactRules(rules: readonly PolicyRule[]): PolicyRule[] {
  const simple = new Map<string, PolicyRule>();
  const others: PolicyRule[] = [];
  for (const rule of rules.flatMap(breakDown)) {
    if (!rule.apiGroups) {
      others.push(rule);
      continue;
    }
    const key = JSON.stringify([rule.apiGroups, rule.resources, rule.resourceNames]);
    const known = simple.get(key);
    if (!known) simple.set(key, rule);
    else simple.set(key, { ...known, verbs: [...new Set([...known.verbs, ...rule.verbs])] });
  }
  return [...others, ...simple.values()].sort((a, b) => (sortText(a) < sortText(b) ? -1 : 1));
}

/** One rule for each verb on each resource (and name) or URL. */
export function breakDown({ apiGroups, resources, resourceNames, nonResourceURLs, verbs }: PolicyRule): PolicyRule[] {
  const each = (list: List | null | undefined): List => list ?? [];
  const of = (verb: string, group: string, resource: string): PolicyRule[] =>
    each(resourceNames).length > 0
      ? each(resourceNames).map((name) => ({ verbs: [verb], apiGroups: [group], resources: [resource], resourceNames: [name] }))
      : [{ verbs: [verb], apiGroups: [group], resources: [resource] }];
  return [
    ...each(apiGroups).flatMap((group) => each(resources).flatMap((resource) => each(verbs).flatMap((verb) => of(verb, group, resource)))),
    ...each(nonResourceURLs).flatMap((url) => each(verbs).map((verb) => ({ verbs: [verb], nonResourceURLs: [url] }))),
  ];
}

/** What the real one sorts by: the rule as Go prints it. */
function sortText({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }: PolicyRule): string {
  const list = (values: List | null | undefined): string => `[${(values ?? []).join(' ')}]`;
  return `Verbs:${list(verbs)},APIGroups:${list(apiGroups)},Resources:${list(resources)},ResourceNames:${list(resourceNames)},NonResourceURLs:${list(nonResourceURLs)}`;
}

/** The cells Resources, Non-Resource URLs, Resource Names and Verbs of a compacted rule. */
export function ruleCells({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }: PolicyRule): string[] {
  const list = (values: List | null | undefined): string => `[${(values ?? []).join(' ')}]`;
  return [withGroup(resources?.[0], apiGroups?.[0]), list(nonResourceURLs), list(resourceNames), list(verbs)];
}

/** `deployments.apps/scale` */
function withGroup(resource = '', group = ''): string {
  const [name = '', subresource] = resource.split(/\/(.*)/s);
  return `${name}${group && `.${group}`}${subresource === undefined ? '' : `/${subresource}`}`;
}
