import { n as compactRules, r as ruleCells } from "./compact-CA2gv8ZU.js";
import { S as printFlags, c as DRY_RUN, o as ALL_NAMESPACES, x as filenameFlags } from "./kubectl-Dwlf-DqN.js";
import { A as isNotFound, O as StatusError, b as sameJson, g as at, p as pathOf, w as CommandError, x as textOf, y as metadataOf } from "./live-DW4PX-bo.js";
import { a as printWith, i as objectPrinter, n as dryRunOf, o as resultPrinter, u as TabWriter } from "./printer-DzE4IJcq.js";
import { l as select, n as builderOptions } from "./builder-AkFWgCoJ.js";
import { f as visitAll, m as writeQuery } from "./common-r3JoOt2D.js";
// src/kubectl/commands/auth.ts
var VERBS = [
	"get",
	"list",
	"watch",
	"create",
	"update",
	"patch",
	"delete",
	"deletecollection",
	"use",
	"bind",
	"impersonate",
	"escalate",
	"approve",
	"sign",
	"proxy",
	"use",
	"*"
];
var URL_VERBS = [
	"get",
	"put",
	"post",
	"head",
	"options",
	"delete",
	"patch",
	"*"
];
var canI = {
	name: "can-i",
	usage: "can-i VERB [TYPE | TYPE/NAME | NONRESOURCEURL]",
	short: "Check whether an action is allowed",
	long: "Ask the server whether you may do something. The answer is yes or no, and the exit code 0 or 1.",
	examples: [
		["May I create pods in any namespace?", "kubectl auth can-i create pods --all-namespaces"],
		["May a service account list pods here?", "kubectl auth can-i list pods --as=system:serviceaccount:default:robot"],
		["List all that I may do in a namespace", "kubectl auth can-i --list --namespace=dev"]
	],
	flags: [
		ALL_NAMESPACES,
		{
			name: "quiet",
			shorthand: "q",
			type: "bool",
			usage: "If true, suppress output and just return the exit code."
		},
		{
			name: "subresource",
			type: "string",
			usage: "SubResource such as pod/log or deployment/scale"
		},
		{
			name: "list",
			type: "bool",
			usage: "If true, prints all allowed actions."
		},
		{
			name: "no-headers",
			type: "bool",
			usage: "If true, prints allowed actions without headers"
		}
	],
	*complete({ invocation, word }) {
		if (invocation.args.length === 0) return VERBS.filter((verb) => verb.startsWith(word)).map((value) => ({ value }));
		if (invocation.args.length > 1) return [];
		return (yield* invocation.mapper()).mappings.map((mapping) => ({
			value: mapping.resource,
			description: mapping.kind
		}));
	},
	*run(invocation) {
		const { flags, args } = invocation;
		const all = flags.bool("all-namespaces");
		if (flags.bool("list")) {
			if (args.length > 0) throw new CommandError("list option must be specified with no arguments");
			if (flags.bool("quiet") || all || flags.string("subresource") !== "") throw new CommandError("list option can't be specified with neither quiet, all-namespaces nor subresource options");
			return yield* listRules(invocation);
		}
		const [verb, what, ...more] = args;
		if (verb === void 0 || what === void 0 || more.length > 0) throw new CommandError("you must specify two arguments: verb resource or verb resource/resourceName.\nSee 'kubectl auth can-i -h' for help and examples.");
		const spec = what.startsWith("/") ? yield* urlAttributes(invocation, verb, what) : yield* resourceAttributes(invocation, verb, what);
		if (flags.bool("no-headers")) throw new CommandError("--no-headers cannot be set without --list specified");
		const body = {
			apiVersion: "authorization.k8s.io/v1",
			kind: "SelfSubjectAccessReview",
			metadata: {},
			spec
		};
		const status = (yield* (yield* invocation.client()).create("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", body))["status"] ?? {};
		const reasons = ["reason", "evaluationError"].map((key) => textOf(status[key]) === "" ? "" : ` - ${textOf(status[key])}`).join("");
		if (!flags.bool("quiet")) yield* invocation.out(status["allowed"] === true ? "yes\n" : `no${reasons}\n`);
		return status["allowed"] === true ? 0 : 1;
	}
};
function* urlAttributes(invocation, verb, path) {
	if (invocation.flags.string("subresource") !== "") throw new CommandError("--subresource can not be used with NonResourceURL");
	if (!URL_VERBS.includes(verb)) yield* invocation.err(`Warning: verb '${verb}' is not a known verb\n\n`);
	return { nonResourceAttributes: {
		path,
		verb
	} };
}
function* resourceAttributes(invocation, verb, what) {
	const { flags } = invocation;
	const slash = what.indexOf("/");
	const [type, name] = slash < 0 ? [what, ""] : [what.slice(0, slash), what.slice(slash + 1)];
	const mapping = type === "*" ? void 0 : (yield* invocation.mapper()).find(type.toLowerCase());
	if (!mapping && type !== "*" && !["users", "groups"].includes(type)) {
		const [resource, ...group] = type.split(".");
		yield* invocation.err(`Warning: the server doesn't have a resource type '${resource}'${group.length > 0 ? ` in group '${group.join(".")}'` : ""}\n\n`);
	}
	if (mapping && !mapping.namespaced && !flags.bool("all-namespaces")) yield* invocation.err(`Warning: resource '${mapping.resource}' is not namespace scoped${mapping.group === "" ? "" : ` in group '${mapping.group}'`}\n\n`);
	if (mapping && !VERBS.includes(verb)) yield* invocation.err(`Warning: verb '${verb}' is not a known verb\n\n`);
	return { resourceAttributes: {
		group: mapping?.group ?? "",
		name,
		namespace: flags.bool("all-namespaces") ? "" : yield* invocation.namespace(),
		resource: mapping?.resource ?? type,
		subresource: flags.string("subresource"),
		verb
	} };
}
function* listRules(invocation) {
	const body = {
		apiVersion: "authorization.k8s.io/v1",
		kind: "SelfSubjectRulesReview",
		metadata: {},
		spec: { namespace: yield* invocation.namespace() }
	};
	const { status } = yield* (yield* invocation.client()).create("/apis/authorization.k8s.io/v1/selfsubjectrulesreviews", body);
	const rules = [...status?.["resourceRules"] ?? [], ...status?.["nonResourceRules"] ?? []];
	const rows = compactRules(rules).map((rule) => `${ruleCells(rule).join("	")}\n`);
	const header = invocation.flags.bool("no-headers") ? "" : "Resources	Non-Resource URLs	Resource Names	Verbs\n";
	yield* invocation.out(new TabWriter().write(header + rows.join("")));
}
var whoami = {
	name: "whoami",
	usage: "whoami",
	short: "Experimental: Check self subject attributes",
	long: "Show who the server takes you for: name, uid and groups.",
	examples: [["Who am I?", "kubectl auth whoami"]],
	flags: printFlags(),
	*run(invocation) {
		const printer = yield* objectPrinter(invocation);
		const body = {
			apiVersion: "authentication.k8s.io/v1",
			kind: "SelfSubjectReview",
			metadata: {},
			status: { userInfo: {} }
		};
		let answer;
		try {
			answer = yield* (yield* invocation.client()).create("/apis/authentication.k8s.io/v1/selfsubjectreviews", body);
		} catch (error) {
			if (error instanceof StatusError && error.reason === "Forbidden") throw new CommandError("the selfsubjectreviews API is not enabled in the cluster or you do not have permission to call it");
			throw error;
		}
		if (printer) return yield* printWith(invocation, printer, answer);
		const user = at(answer, "status", "userInfo") ?? {};
		const groups = user["groups"] ?? [];
		const extra = Object.entries(user["extra"] ?? {}).sort(([a], [b]) => a < b ? -1 : 1);
		const rows = [
			"ATTRIBUTE	VALUE\n",
			...user["username"] ? [`Username\t${textOf(user["username"])}\n`] : [],
			...user["uid"] ? [`UID\t${textOf(user["uid"])}\n`] : [],
			...groups.length > 0 ? [`Groups\t[${groups.join(" ")}]\n`] : [],
			...extra.map(([key, values]) => `Extra: ${key}\t[${values.join(" ")}]\n`)
		];
		yield* invocation.out(new TabWriter().write(rows.join("")));
	}
};
var auth = {
	usage: "auth [flags]",
	commands: [
		canI,
		{
			name: "reconcile",
			usage: "reconcile -f FILENAME",
			short: "Reconciles rules for RBAC role, role binding, cluster role, and cluster role binding objects",
			long: "Create the roles and bindings of a file, or add to those that are there what the file has more: rules and subjects. Nothing is taken away unless --remove-extra-permissions or --remove-extra-subjects is given.",
			examples: [["Reconcile the roles of a file", "kubectl auth reconcile -f roles.yaml"]],
			flags: [
				...printFlags(),
				...filenameFlags("identifying the resource to reconcile."),
				DRY_RUN,
				{
					name: "remove-extra-permissions",
					type: "bool",
					usage: "If true, removes extra permissions added to roles"
				},
				{
					name: "remove-extra-subjects",
					type: "bool",
					usage: "If true, removes extra subjects added to rolebindings"
				}
			],
			*run(invocation) {
				const { flags } = invocation;
				const dryRun = yield* dryRunOf(invocation);
				const print = yield* resultPrinter(invocation, dryRun);
				const { infos, errors = [] } = yield* select(invocation, yield* builderOptions(invocation, []));
				const client = yield* invocation.client();
				yield* visitAll(infos, function* ({ mapping, namespace, name, object = {} }) {
					const field = mapping.kind.endsWith("RoleBinding") ? "subjects" : mapping.kind.endsWith("Role") ? "rules" : void 0;
					if (field === void 0 || mapping.group !== "rbac.authorization.k8s.io") throw new CommandError(`only rbac.authorization.k8s.io/v1 is supported: not *v1.${mapping.kind}`);
					const path = pathOf(mapping, namespace, name);
					let live;
					try {
						live = yield* client.get(path);
					} catch (error) {
						if (!isNotFound(error)) throw error;
						const made = dryRun === "client" ? object : yield* client.create(pathOf(mapping, namespace), object, writeQuery(dryRun));
						return yield* print(made, "reconciled");
					}
					const [wanted, there] = [object[field], live[field]].map((list) => list ?? []);
					const list = flags.bool(field === "rules" ? "remove-extra-permissions" : "remove-extra-subjects") ? wanted : [...there, ...wanted.filter((one) => !there.some((old) => sameJson(old, one)))];
					const after = {
						...live,
						[field]: list,
						metadata: {
							...metadataOf(live),
							labels: {
								...metadataOf(live).labels,
								...metadataOf(object).labels
							}
						}
					};
					yield* print(dryRun === "client" || sameJson(live, after) ? after : yield* client.replace(path, after, writeQuery(dryRun)), "reconciled");
				}, errors);
			}
		},
		whoami
	]
};
export { auth };
