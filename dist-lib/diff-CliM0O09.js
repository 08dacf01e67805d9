import { t as unifiedDiff } from "./unified-diff-7e5qV-3J.js";
import { l as now, p as random } from "./sys-DzG-ihIq.js";
import { l as FIELD_MANAGER, v as SELECTOR, x as filenameFlags } from "./kubectl-Dwlf-DqN.js";
import { _ as isObject, k as explainError, p as pathOf, w as CommandError } from "./live-DW4PX-bo.js";
import { i as printYaml } from "./yaml-B_WFZAc6.js";
import { c as withoutManagedFields } from "./printer-DzE4IJcq.js";
import { l as select, n as builderOptions } from "./builder-AkFWgCoJ.js";
import { CLIENT_SIDE_MANAGER, SERVER_SIDE_FLAGS, i as serverSideApply, n as firstApplied, r as liveObject, t as applyPatch } from "./apply-Dl5QDGNC.js";
import { o as isFailure } from "./common-r3JoOt2D.js";
// src/kubectl/commands/diff.ts
/** diff: the live objects beside what apply would make of them */
var MASK = "***";
var diff = {
	usage: "diff -f FILENAME",
	long: "Show what `kubectl apply` would change. The exit code is 0 when nothing would change, 1 when something would, and more than 1 when something went wrong.",
	examples: [["Show what applying a file would change", "kubectl diff -f web.yaml"], ["Compare with what standard input describes", "cat web.yaml | kubectl diff -f -"]],
	flags: [
		{
			name: "prune",
			type: "bool",
			usage: "Include resources that would be deleted by pruning."
		},
		{
			name: "prune-allowlist",
			type: "array",
			usage: "Overwrite the default allowlist with <group/version/kind> for --prune"
		},
		{
			name: "show-managed-fields",
			type: "bool",
			usage: "If true, include managed fields in the diff."
		},
		{
			name: "show-secrets",
			type: "bool",
			usage: "If true, do not mask secret values in the diff."
		},
		{
			name: "concurrency",
			type: "int",
			default: "1",
			usage: "Number of objects to process in parallel."
		},
		...filenameFlags("Filename, directory, or URL to files contains the configuration to diff"),
		...SERVER_SIDE_FLAGS,
		FIELD_MANAGER(CLIENT_SIDE_MANAGER),
		SELECTOR
	],
	*run(invocation) {
		try {
			return yield* compare(invocation);
		} catch (error) {
			if (!isFailure(error)) throw error;
			const { text, code } = explainError(error);
			yield* invocation.err(text);
			return code + 1;
		}
	}
};
function* compare(invocation) {
	const { flags, args } = invocation;
	if (args.length > 0) throw invocation.usageError(`Unexpected args: [${args.join(" ")}]`);
	if (flags.list("filename").length === 0 && flags.string("kustomize") === "") throw new CommandError("must specify one of -f and -k");
	const { infos, errors = [] } = yield* select(invocation, yield* builderOptions(invocation, []));
	if (errors.length > 0) throw errors[0];
	const folders = ["LIVE", "MERGED"];
	const ids = [yield* random(), yield* random()].map((one) => Math.floor(one * 4e9));
	const time = new Date(yield* now()).toISOString().replace("T", " ").replace("Z", "000000 +0000");
	let changed = false;
	for (const info of infos) {
		const { live, merged } = yield* bothStates(invocation, info);
		const [before, after] = [shown(invocation, info, live, merged, "before"), shown(invocation, info, merged, live, "after")];
		const text = unifiedDiff(before, after);
		if (text === "") continue;
		changed = true;
		const { group, version, kind } = info.mapping;
		const file = [
			...group === "" ? [] : [group],
			version,
			kind,
			info.namespace,
			info.name
		].join(".");
		const [left, right] = folders.map((folder, index) => `/tmp/${folder}-${ids[index]}/${file}`);
		yield* invocation.out(`diff -u -N ${left} ${right}\n--- ${left}\t${time}\n+++ ${right}\t${time}\n${text}`);
	}
	return changed ? 1 : 0;
}
/** The object as it is, and as it would be: the server works that out in a dry run. */
function* bothStates(invocation, info) {
	const { flags } = invocation;
	const client = yield* invocation.client();
	const wanted = info.object;
	const live = yield* liveObject(client, info);
	if (flags.bool("server-side")) {
		const fieldManager = flags.changed("field-manager") ? flags.string("field-manager") : "kubectl";
		return {
			live,
			merged: yield* serverSideApply(client, info, wanted, {
				dryRun: "All",
				force: String(flags.bool("force-conflicts")),
				fieldManager
			})
		};
	}
	if (!live) return {
		live,
		merged: yield* client.create(pathOf(info.mapping, info.namespace), firstApplied(wanted), { dryRun: "All" })
	};
	const { type, patch } = applyPatch(wanted, live);
	if (Object.keys(patch).length === 0) return {
		live,
		merged: live
	};
	return {
		live,
		merged: yield* client.patch(pathOf(info.mapping, info.namespace, info.name), type, patch, { dryRun: "All" })
	};
}
function shown({ flags }, { mapping }, object, other, side) {
	if (!object) return "";
	const tidy = flags.bool("show-managed-fields") ? object : withoutManagedFields(object);
	if (mapping.kind !== "Secret" || mapping.group !== "" || flags.bool("show-secrets")) return printYaml(tidy);
	const data = isObject(tidy["data"]) ? tidy["data"] : {};
	const otherData = other && isObject(other["data"]) ? other["data"] : {};
	const mask = (key, value) => Object.hasOwn(otherData, key) && otherData[key] !== value ? `${MASK} (${side})` : MASK;
	return printYaml({
		...tidy,
		data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, mask(key, value)]))
	});
}
export { diff };
