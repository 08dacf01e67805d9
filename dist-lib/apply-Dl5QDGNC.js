import { l as now } from "./sys-DzG-ihIq.js";
import { S as printFlags, b as VALIDATE, c as DRY_RUN, d as FILENAME, f as FORCE_CONFLICTS, l as FIELD_MANAGER, v as SELECTOR, x as filenameFlags, y as SUBRESOURCE } from "./kubectl-Dwlf-DqN.js";
import { A as isNotFound, O as StatusError, S as withValue, _ as isObject, a as completeTypeAndName, d as groupVersion, j as throwAll, p as pathOf, u as groupResource, v as itemsOf, w as CommandError, y as metadataOf } from "./live-DW4PX-bo.js";
import { r as applyMergePatch, t as applyStrategicPatch } from "./strategic-k9f6H8pW.js";
import { a as printWith, i as objectPrinter, n as dryRunOf, o as resultPrinter, r as objectName, t as DRY_RUN_SUFFIX } from "./printer-DzE4IJcq.js";
import { c as requireObjects, l as select, n as builderOptions } from "./builder-AkFWgCoJ.js";
import { t as waitDeleted } from "./wait-B4Z4lCip.js";
import { f as visitAll, i as fieldValidation, m as writeQuery, o as isFailure, p as withLastApplied, s as lastAppliedText, t as LAST_APPLIED } from "./common-r3JoOt2D.js";
import { r as deletionFlags } from "./delete-BMX3Fw9x.js";
import { a as hasSchema, i as createThreeWayPatch, r as createThreeWayMergePatch } from "./diff-DFF0giND.js";
import { t as editObjects } from "./editor-CHSNgo31.js";
import { h as printJson, i as printYaml } from "./yaml-B_WFZAc6.js";
// src/kubectl/commands/apply/client-side.ts
/** The live object, or undefined when it is not there. */
function* liveObject(client, { mapping, namespace, name }) {
	if (name === "") return void 0;
	try {
		return yield* client.get(pathOf(mapping, namespace, name));
	} catch (error) {
		if (isNotFound(error)) return void 0;
		throw error;
	}
}
/** The configuration that was applied last, from the object's annotation; undefined when there is none. */
function lastApplied(object) {
	const text = metadataOf(object).annotations?.[LAST_APPLIED];
	if (text === void 0) return void 0;
	try {
		const value = JSON.parse(text);
		return isObject(value) ? value : {};
	} catch {
		throw new CommandError(`the ${LAST_APPLIED} annotation is not valid JSON`);
	}
}
/** The three-way merge of the last applied, the wanted and the live configuration; an empty patch when nothing is to change. */
function applyPatch(wanted, live) {
	const modified = withLastApplied(wanted);
	const original = lastApplied(live) ?? {};
	if (hasSchema(wanted)) return {
		type: "strategic",
		patch: createThreeWayPatch(original, modified, live)
	};
	return {
		type: "merge",
		patch: createThreeWayMergePatch(original, modified, live)
	};
}
/** What apply creates where nothing is yet: with the annotation, without nulls. */
function firstApplied(wanted) {
	return pruneNulls(withLastApplied(wanted));
}
function pruneNulls(value) {
	if (Array.isArray(value)) return value.map(pruneNulls);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => one === null ? [] : [[key, pruneNulls(one)]]));
}
/** Sends an object by server-side apply. */
function* serverSideApply(client, { mapping, namespace, name }, object, query, subresource = "") {
	return yield* client.patch(pathOf(mapping, namespace, name, subresource), "apply", withValue(object, ["metadata", "managedFields"], void 0), query);
}
// src/kubectl/commands/apply/last-applied.ts
var viewLastApplied = {
	name: "view-last-applied",
	usage: "view-last-applied (TYPE [NAME | -l label] | TYPE/NAME | -f FILENAME)",
	short: "View the latest last-applied-configuration annotations of a resource/object",
	examples: [["Show what was last applied to a service", "kubectl apply view-last-applied service/web"]],
	flags: [
		{
			name: "output",
			shorthand: "o",
			type: "string",
			default: "yaml",
			usage: "Output format. Must be one of (yaml, json)",
			values: ["yaml", "json"]
		},
		SELECTOR,
		{
			name: "all",
			type: "bool",
			usage: "Select all resources in the namespace of the specified resource types"
		},
		...filenameFlags("Filename, directory, or URL to files that contains the last-applied-configuration annotations")
	],
	complete: completeTypeAndName,
	*run(invocation) {
		const { flags, args } = invocation;
		const objects = yield* requireObjects(invocation, yield* select(invocation, yield* builderOptions(invocation, args)));
		for (const { object, name } of objects) {
			const config = lastApplied(object);
			if (!config) throw new CommandError(`no last-applied-configuration annotation found on resource: ${name}\n`);
			const output = flags.string("output");
			if (output === "json") yield* invocation.out(`${printJson(config, "  ")}\n`);
			else if (output === "yaml") yield* invocation.out(printYaml(config));
			else throw invocation.usageError(`Unexpected -o output mode: ${output}, the flag 'output' must be one of yaml|json`);
		}
	}
};
var setLastApplied = {
	name: "set-last-applied",
	usage: "set-last-applied -f FILENAME",
	short: "Set the last-applied-configuration annotation on a live object to match the contents of a file",
	examples: [["Note the content of a file as what was last applied", "kubectl apply set-last-applied -f web.yaml"]],
	flags: [
		...printFlags(),
		DRY_RUN,
		{
			name: "create-annotation",
			type: "bool",
			usage: "Will create 'last-applied-configuration' annotations if current objects doesn't have one"
		},
		FILENAME("Filename, directory, or URL to files that contains the last-applied-configuration annotations")
	],
	*run(invocation) {
		const dryRun = yield* dryRunOf(invocation);
		const print = yield* resultPrinter(invocation, dryRun);
		const { infos } = yield* select(invocation, yield* builderOptions(invocation, []));
		const client = yield* invocation.client();
		yield* visitAll(infos, function* ({ mapping, namespace, name, object = {} }) {
			const path = pathOf(mapping, namespace, name);
			const live = yield* client.get(path);
			const text = lastAppliedText(object);
			const before = metadataOf(live).annotations?.[LAST_APPLIED];
			if (before === void 0 && !invocation.flags.bool("create-annotation")) throw new CommandError(`no last-applied-configuration annotation found on resource: ${name}, to create the annotation, run the command with --create-annotation`);
			if (before === text) return yield* invocation.out(`set-last-applied ${name}: no changes required.\n`);
			const patch = { metadata: { annotations: { [LAST_APPLIED]: text } } };
			yield* print(dryRun === "client" ? live : yield* client.patch(path, "merge", patch, writeQuery(dryRun)), "configured");
		});
	}
};
var editLastApplied = {
	name: "edit-last-applied",
	usage: "edit-last-applied (RESOURCE/NAME | -f FILENAME)",
	short: "Edit latest last-applied-configuration annotations of a resource/object",
	examples: [["Edit what was last applied to a deployment", "kubectl apply edit-last-applied deploy/web"]],
	flags: [
		...printFlags(),
		...filenameFlags("Filename, directory, or URL to files to use to edit the resource"),
		FIELD_MANAGER("kubectl-client-side-apply"),
		VALIDATE,
		{
			name: "windows-line-endings",
			type: "bool",
			usage: "Defaults to the line ending native to your platform."
		}
	],
	complete: completeTypeAndName,
	*run(invocation) {
		const configs = (yield* requireObjects(invocation, yield* select(invocation, yield* builderOptions(invocation, invocation.args)))).flatMap((info) => {
			const config = lastApplied(info.object);
			return config ? [{
				...info,
				object: config
			}] : [];
		});
		if (configs.length === 0) throw new CommandError("no last-applied-configuration annotation found on resources, to create the annotation, use command `kubectl apply set-last-applied --create-annotation`");
		const client = yield* invocation.client();
		yield* editObjects(invocation, configs, "last-applied", (info, _before, after) => client.patch(pathOf(info.mapping, info.namespace, info.name), "merge", { metadata: { annotations: { [LAST_APPLIED]: lastAppliedText(after) } } }));
	}
};
// src/kubectl/commands/apply/prune.ts
/** The kinds looked through, in this order, when --prune-allowlist names none: [group, version, kind]. */
var DEFAULT_KINDS = [
	[
		"",
		"v1",
		"ConfigMap"
	],
	[
		"",
		"v1",
		"Endpoints"
	],
	[
		"",
		"v1",
		"PersistentVolumeClaim"
	],
	[
		"",
		"v1",
		"Pod"
	],
	[
		"",
		"v1",
		"ReplicationController"
	],
	[
		"",
		"v1",
		"Secret"
	],
	[
		"",
		"v1",
		"Service"
	],
	[
		"batch",
		"v1",
		"Job"
	],
	[
		"batch",
		"v1",
		"CronJob"
	],
	[
		"networking.k8s.io",
		"v1",
		"Ingress"
	],
	[
		"apps",
		"v1",
		"DaemonSet"
	],
	[
		"apps",
		"v1",
		"Deployment"
	],
	[
		"apps",
		"v1",
		"ReplicaSet"
	],
	[
		"apps",
		"v1",
		"StatefulSet"
	],
	[
		"",
		"v1",
		"Namespace"
	],
	[
		"",
		"v1",
		"PersistentVolume"
	]
];
/** Deletes and tells. Only objects with the last-applied annotation are touched. */
function* prune(invocation, visited, dryRun, tell) {
	const { flags } = invocation;
	const mapper = yield* invocation.mapper();
	const wanted = flags.list("prune-allowlist").map((text) => {
		const [group = "", version, kind] = text.split("/");
		if (version === void 0 || kind === void 0) throw new CommandError(`invalid GroupVersionKind format: ${text}, please follow <group/version/kind>`);
		return [
			group === "core" ? "" : group,
			version,
			kind
		];
	});
	const mappings = (wanted.length > 0 ? wanted : DEFAULT_KINDS).flatMap(([group, version, kind]) => {
		const found = mapper.mappings.find((one) => one.group === group && one.version === version && one.kind === kind);
		if (!found && wanted.length > 0) throw new CommandError(`no matches for kind ${JSON.stringify(kind)} in version ${JSON.stringify(group === "" ? version : `${group}/${version}`)}`);
		return found ? [found] : [];
	});
	const { explicitNamespace } = yield* invocation.target();
	for (const namespace of visited.namespaces) for (const mapping of mappings.filter((one) => one.namespaced)) yield* pruneKind(invocation, mapping, namespace, visited, dryRun, tell);
	for (const mapping of mappings.filter((one) => !one.namespaced && !(explicitNamespace && wanted.length === 0))) yield* pruneKind(invocation, mapping, "", visited, dryRun, tell);
}
function* pruneKind(invocation, mapping, namespace, { uids }, dryRun, tell) {
	const client = yield* invocation.client();
	const list = yield* client.get(pathOf(mapping, namespace), { labelSelector: invocation.flags.string("selector") });
	for (const item of itemsOf(list) ?? []) {
		const { name = "", uid = "", annotations } = metadataOf(item);
		if (annotations?.["kubectl.kubernetes.io/last-applied-configuration"] === void 0 || uids.has(uid)) continue;
		if (dryRun !== "client") yield* client.delete(pathOf(mapping, namespace, name), { propagationPolicy: "Background" }, writeQuery(dryRun));
		yield* tell({
			apiVersion: groupVersion(mapping),
			kind: mapping.kind,
			...item
		});
	}
}
// src/kubectl/commands/apply/index.ts
/** apply: client-side (three-way merge with the last applied configuration) and server-side */
var SERVER_SIDE_FLAGS = [{
	name: "server-side",
	type: "bool",
	usage: "If true, apply runs in the server instead of the client."
}, FORCE_CONFLICTS];
var CLIENT_SIDE_MANAGER = "kubectl-client-side-apply";
var SERVER_SIDE_MANAGER = "kubectl";
/** How often a patch that lost against another writer is made again. */
var RETRIES = 5;
var apply = {
	usage: "apply (-f FILENAME | -k DIRECTORY)",
	long: "Bring resources into the state that files describe: what is missing is created, what is there is changed. Fields that the files never named stay as they are. JSON and YAML formats are accepted.",
	examples: [
		["Apply what a file describes", "kubectl apply -f ./web.yaml"],
		["Apply all files of a folder", "kubectl apply -f ./web/"],
		["Apply what standard input describes", "cat web.yaml | kubectl apply -f -"],
		["Let the server merge, and track who owns which field", "kubectl apply --server-side -f ./web.yaml"]
	],
	flags: [
		...deletionFlags,
		...filenameFlags("The files that contain the configurations to apply."),
		...printFlags(),
		VALIDATE,
		DRY_RUN,
		...SERVER_SIDE_FLAGS,
		FIELD_MANAGER(CLIENT_SIDE_MANAGER),
		SELECTOR,
		{
			name: "prune",
			type: "bool",
			usage: "Delete what was applied before and is no longer in the files. Needs -l or --all."
		},
		{
			name: "prune-allowlist",
			type: "array",
			usage: "Overwrite the default allowlist with <group/version/kind> for --prune"
		},
		{
			name: "all",
			type: "bool",
			usage: "Select all resources in the namespace of the specified resource types."
		},
		{
			name: "overwrite",
			type: "bool",
			default: "true",
			usage: "Resolve conflicts between the files and the live configuration in favour of the files"
		},
		{
			name: "openapi-patch",
			type: "bool",
			default: "true",
			usage: "If true, merge by the schema that the server publishes."
		},
		{
			...SUBRESOURCE,
			usage: "If specified, apply works on this subresource of the object. Only allowed with --server-side."
		}
	],
	commands: [
		viewLastApplied,
		setLastApplied,
		editLastApplied
	],
	*run(invocation) {
		const { flags, args } = invocation;
		if (args.length > 0) throw invocation.usageError(`Unexpected args: [${args.join(" ")}]`);
		const dryRun = yield* dryRunOf(invocation);
		const printer = yield* objectPrinter(invocation);
		if (flags.list("filename").length === 0 && flags.string("kustomize") === "") throw new CommandError("must specify one of -f and -k");
		checkFlags(invocation, dryRun);
		const validation = fieldValidation(invocation);
		const selection = yield* selectOrErrors(invocation, validation !== "Ignore");
		if (selection.infos.length === 0 && selection.errors.length === 0) throw new CommandError("no objects passed to apply");
		const done = [];
		const errors = [...selection.errors];
		const visited = {
			uids: /* @__PURE__ */ new Set(),
			namespaces: /* @__PURE__ */ new Set()
		};
		const target = yield* invocation.target();
		if (target.explicitNamespace) visited.namespaces.add(target.namespace);
		for (const info of selection.infos) {
			if (info.namespace !== "") visited.namespaces.add(info.namespace);
			try {
				const { object, operation } = yield* applyOne(invocation, info, dryRun, validation);
				visited.uids.add(metadataOf(object).uid ?? "");
				done.push(object);
				if (metadataOf(object).deletionTimestamp) yield* invocation.err(`Warning: Detected changes to resource ${info.name} which is currently being deleted.\n`);
				if (!printer) yield* invocation.out(`${objectName({
					...object,
					kind: info.mapping.kind
				})} ${operation}${DRY_RUN_SUFFIX[dryRun]}\n`);
				else if (printsNames(invocation)) yield* printWith(invocation, printer, object);
			} catch (error) {
				if (!isFailure(error)) throw error;
				errors.push(error);
			}
		}
		throwAll(errors);
		if (printer && !printsNames(invocation)) {
			const [first] = done;
			yield* printWith(invocation, printer, done.length === 1 && first ? first : {
				apiVersion: "v1",
				items: done,
				kind: "List",
				metadata: {}
			});
		}
		if (flags.bool("prune")) yield* prune(invocation, visited, dryRun, function* (object) {
			yield* invocation.out(`${objectName(object)} pruned${DRY_RUN_SUFFIX[dryRun]}\n`);
		});
	}
};
/** -o name prints object by object; the other formats print all in one. */
function printsNames({ flags }) {
	return flags.string("output") === "name";
}
function checkFlags({ flags }, dryRun) {
	const serverSide = flags.bool("server-side");
	if (flags.bool("force-conflicts") && !serverSide) throw new CommandError("--force-conflicts only works with --server-side");
	if (dryRun === "client" && serverSide) throw new CommandError("--dry-run=client doesn't work with --server-side (did you mean --dry-run=server instead?)");
	if (serverSide && flags.bool("force")) throw new CommandError("--force cannot be used with --server-side");
	if (dryRun === "server" && flags.bool("force")) throw new CommandError("--dry-run=server cannot be used with --force");
	if (flags.bool("all") && flags.string("selector") !== "") throw new CommandError("cannot set --all and --selector at the same time");
	if (flags.bool("prune")) {
		if (flags.bool("force")) throw new CommandError("--force cannot be used with --prune");
		if (!flags.bool("all") && flags.string("selector") === "") throw new CommandError("all resources selected for prune without explicitly passing --all. To prune all resources, pass the --all flag. If you did not mean to prune all resources, specify a label selector");
		if (serverSide) throw new CommandError("--prune is in alpha and doesn't currently work on objects created by server-side apply");
	}
	if (flags.string("subresource") !== "" && !serverSide) throw new CommandError("--subresource can only be specified for --server-side");
}
/** The objects of the files; what cannot be used does not keep the others from being applied. */
function* selectOrErrors(invocation, validate) {
	const selection = yield* select(invocation, yield* builderOptions(invocation, [], {
		validate,
		all: false
	}));
	return {
		infos: selection.infos,
		errors: selection.errors ?? []
	};
}
function* applyOne(invocation, info, dryRun, validation) {
	const { flags } = invocation;
	const client = yield* invocation.client();
	const wanted = info.object;
	const { generateName } = metadataOf(wanted);
	if (info.name === "" && generateName) throw new CommandError(`from ${generateName}: cannot use generate name with apply`);
	const query = writeQuery(dryRun, { fieldValidation: validation });
	if (flags.bool("server-side")) return {
		object: yield* applyOnServer(invocation, client, info, query),
		operation: "serverside-applied"
	};
	const live = yield* liveObject(client, info);
	if (!live) {
		if (dryRun === "client") return {
			object: firstApplied(wanted),
			operation: "created"
		};
		return {
			object: yield* withSource("creating", info, client.create(pathOf(info.mapping, info.namespace), firstApplied(wanted), query)),
			operation: "created"
		};
	}
	if (metadataOf(live).annotations?.["kubectl.kubernetes.io/last-applied-configuration"] === void 0) yield* invocation.err(`Warning: resource ${groupResource(info.mapping).split(".")[0]}/${info.name} is missing the ${LAST_APPLIED} annotation which is required by kubectl apply. kubectl apply should only be used on resources created declaratively by either kubectl create --save-config or kubectl apply. The missing annotation will be patched automatically.\n`);
	return yield* patchLive(invocation, client, info, live, dryRun, query);
}
function* patchLive(invocation, client, info, found, dryRun, query) {
	let live = found;
	for (let attempt = 0;; attempt++) {
		const { type, patch } = applyPatch(info.object, live);
		if (Object.keys(patch).length === 0) return {
			object: live,
			operation: "unchanged"
		};
		if (dryRun === "client") return {
			object: type === "strategic" ? applyStrategicPatch(live, patch) : applyMergePatch(live, patch),
			operation: "configured"
		};
		try {
			return {
				object: yield* client.patch(pathOf(info.mapping, info.namespace, info.name), type, patch, query),
				operation: "configured"
			};
		} catch (error) {
			if (!(error instanceof StatusError)) throw error;
			if (error.reason === "Conflict" && attempt < RETRIES) {
				live = (yield* liveObject(client, info)) ?? live;
				continue;
			}
			if (invocation.flags.bool("force") && (error.reason === "Conflict" || error.reason === "Invalid")) return yield* recreate(invocation, client, info, live);
			const where = `Resource: "${info.mapping.group === "" ? "" : `${info.mapping.group}/`}${info.mapping.version}, Resource=${info.mapping.resource}"`;
			if (error.reason === "Invalid") throw error;
			throw error.withMessage(`error when applying patch:\n${JSON.stringify(patch)}\nto:\n${where}, GroupVersionKind: "${info.mapping.group === "" ? "" : `${info.mapping.group}/`}${info.mapping.version}, Kind=${info.mapping.kind}"\nName: "${info.name}", Namespace: "${info.namespace}"\nfor: ${JSON.stringify(info.source)}: error when patching ${JSON.stringify(info.source)}: ${error.message}`);
		}
	}
}
/** --force: deletes the object and makes it anew; puts the old one back when that fails. */
function* recreate(invocation, client, info, live) {
	const { flags } = invocation;
	const path = pathOf(info.mapping, info.namespace, info.name);
	const grace = flags.int("grace-period");
	yield* client.delete(path, {
		...grace >= 0 && { gracePeriodSeconds: grace },
		propagationPolicy: "Background"
	});
	const limit = flags.duration("timeout") || 6e4;
	if (!(yield* waitDeleted(invocation, info, metadataOf(live).uid, (yield* now()) + limit))) throw new CommandError("timed out waiting for the condition");
	return {
		object: yield* client.create(pathOf(info.mapping, info.namespace), firstApplied(info.object)),
		operation: "configured"
	};
}
function* applyOnServer(invocation, client, info, query) {
	const { flags } = invocation;
	const fieldManager = flags.changed("field-manager") ? flags.string("field-manager") : SERVER_SIDE_MANAGER;
	try {
		return yield* serverSideApply(client, info, info.object, {
			...query,
			fieldManager,
			force: String(flags.bool("force-conflicts"))
		}, flags.string("subresource"));
	} catch (error) {
		if (!(error instanceof StatusError) || error.reason !== "Conflict") throw error;
		throw new CommandError(`${error.message}
Please review the fields above--they currently have other managers. Here
are the ways you can resolve this warning:
* If you intend to manage all of these fields, please re-run the apply
  command with the \`--force-conflicts\` flag.
* If you do not intend to manage all of the fields, please edit your
  manifest to remove references to the fields that should keep their
  current managers.
* You may co-own fields by updating your manifest to match the existing
  value; in this case, you'll become the manager if the other manager(s)
  stop managing the field (remove it from their configuration).
See https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts`);
	}
}
/** Adds the file to a failure: `error when creating "web.yaml": ...`. */
function* withSource(verb, { source }, request) {
	try {
		return yield* request;
	} catch (error) {
		throw error instanceof StatusError ? error.withMessage(`error when ${verb} ${JSON.stringify(source)}: ${error.message}`) : error;
	}
}
export { CLIENT_SIDE_MANAGER, SERVER_SIDE_FLAGS, apply, serverSideApply as i, firstApplied as n, liveObject as r, applyPatch as t };
