// src/kinds/role/compact.ts
/** One verb on one resource or URL each, then those that differ by nothing but the verb joined again, in the order of kubectl. */
function compactRules(rules) {
	const simple = /* @__PURE__ */ new Map();
	const others = [];
	for (const rule of rules.flatMap(breakDown)) {
		if (!rule.apiGroups) {
			others.push(rule);
			continue;
		}
		const key = JSON.stringify([
			rule.apiGroups,
			rule.resources,
			rule.resourceNames
		]);
		const known = simple.get(key);
		if (!known) simple.set(key, rule);
		else simple.set(key, {
			...known,
			verbs: [.../* @__PURE__ */ new Set([...known.verbs, ...rule.verbs])]
		});
	}
	return [...others, ...simple.values()].sort((a, b) => sortText(a) < sortText(b) ? -1 : 1);
}
/** One rule for each verb on each resource (and name) or URL. */
function breakDown({ apiGroups, resources, resourceNames, nonResourceURLs, verbs }) {
	const each = (list) => list ?? [];
	const of = (verb, group, resource) => each(resourceNames).length > 0 ? each(resourceNames).map((name) => ({
		verbs: [verb],
		apiGroups: [group],
		resources: [resource],
		resourceNames: [name]
	})) : [{
		verbs: [verb],
		apiGroups: [group],
		resources: [resource]
	}];
	return [...each(apiGroups).flatMap((group) => each(resources).flatMap((resource) => each(verbs).flatMap((verb) => of(verb, group, resource)))), ...each(nonResourceURLs).flatMap((url) => each(verbs).map((verb) => ({
		verbs: [verb],
		nonResourceURLs: [url]
	})))];
}
/** What the real one sorts by: the rule as Go prints it. */
function sortText({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }) {
	const list = (values) => `[${(values ?? []).join(" ")}]`;
	return `Verbs:${list(verbs)},APIGroups:${list(apiGroups)},Resources:${list(resources)},ResourceNames:${list(resourceNames)},NonResourceURLs:${list(nonResourceURLs)}`;
}
/** The cells Resources, Non-Resource URLs, Resource Names and Verbs of a compacted rule. */
function ruleCells({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }) {
	const list = (values) => `[${(values ?? []).join(" ")}]`;
	return [
		withGroup(resources?.[0], apiGroups?.[0]),
		list(nonResourceURLs),
		list(resourceNames),
		list(verbs)
	];
}
/** `deployments.apps/scale` */
function withGroup(resource = "", group = "") {
	const [name = "", subresource] = resource.split(/\/(.*)/s);
	return `${name}${group && `.${group}`}${subresource === void 0 ? "" : `/${subresource}`}`;
}
export { compactRules as n, ruleCells as r, breakDown as t };
