import { l as now } from "./sys-DzG-ihIq.js";
import { S as printFlags, _ as SAVE_CONFIG, b as VALIDATE, c as DRY_RUN, l as FIELD_MANAGER, x as filenameFlags, y as SUBRESOURCE } from "./kubectl-Dwlf-DqN.js";
import { O as StatusError, S as withValue, p as pathOf, w as CommandError, y as metadataOf } from "./live-DW4PX-bo.js";
import { m as marshalJson } from "./yaml-B_WFZAc6.js";
import { n as dryRunOf, o as resultPrinter } from "./printer-DzE4IJcq.js";
import { l as select, n as builderOptions } from "./builder-AkFWgCoJ.js";
import { i as readSources } from "./files-C7owFt9u.js";
import { t as waitDeleted } from "./wait-B4Z4lCip.js";
import { f as visitAll, i as fieldValidation, m as writeQuery, p as withLastApplied } from "./common-r3JoOt2D.js";
import { r as deletionFlags, t as deleteAll } from "./delete-BMX3Fw9x.js";
// src/kubectl/commands/replace.ts
/** replace */
var FORCE_LIMIT_MS = 3e5;
var replace = {
	usage: "replace -f FILENAME",
	long: "Replace resources as a whole by what files describe. With --force they are deleted and made anew.",
	examples: [["Replace a pod by what a file describes", "kubectl replace -f ./pod.yaml"], ["Delete and create it anew", "kubectl replace --force -f ./pod.yaml"]],
	flags: [
		...printFlags(),
		...deletionFlags,
		...filenameFlags("The files that contain the configurations to replace."),
		VALIDATE,
		SAVE_CONFIG,
		DRY_RUN,
		{
			name: "raw",
			type: "string",
			usage: "Raw URI to PUT to the server.  Uses the transport specified by the kubeconfig file."
		},
		FIELD_MANAGER("kubectl-replace"),
		SUBRESOURCE
	],
	*run(invocation) {
		const { flags } = invocation;
		const dryRun = yield* dryRunOf(invocation);
		const print = yield* resultPrinter(invocation, dryRun);
		const validation = fieldValidation(invocation);
		const force = flags.bool("force");
		if (flags.int("grace-period") >= 0 && !force) throw new CommandError("--grace-period must have --force specified");
		if (flags.duration("timeout") !== 0 && !force) throw new CommandError("--timeout must have --force specified");
		if (force && dryRun !== "none") throw new CommandError("--dry-run can not be used when --force is set");
		if (flags.list("filename").length === 0 && flags.string("kustomize") === "") throw new CommandError("must specify --filename to replace");
		const client = yield* invocation.client();
		if (flags.string("raw") !== "") {
			const [source] = (yield* readSources(flags.list("filename"), false)).sources;
			const { body } = yield* client.send({
				method: "PUT",
				path: flags.string("raw"),
				body: source?.text ?? "",
				headers: { "content-type": "application/json" }
			});
			yield* invocation.out(typeof body === "string" ? body : `${marshalJson(body)}\n`);
			return;
		}
		const { infos, errors = [] } = yield* select(invocation, yield* builderOptions(invocation, [], { validate: validation !== "Ignore" }));
		if (force) return yield* forceReplace(invocation, infos, errors, validation, print);
		yield* visitAll(infos, function* (info) {
			const object = wantedObject(invocation, info);
			if (dryRun === "client") return yield* print(object, "replaced");
			try {
				yield* print(yield* replaceOne(invocation, info, object, writeQuery(dryRun, { fieldValidation: validation })), "replaced");
			} catch (error) {
				throw error instanceof StatusError ? error.withMessage(`error when replacing ${JSON.stringify(info.source)}: ${error.message}`) : error;
			}
		}, errors);
	}
};
function wantedObject({ flags }, { object = {} }) {
	return flags.bool("save-config") ? withLastApplied(object) : object;
}
/** An update needs the version that it replaces: where the file names none, the live one is taken. */
function* replaceOne(invocation, { mapping, namespace, name }, object, query) {
	const client = yield* invocation.client();
	const path = pathOf(mapping, namespace, name, invocation.flags.string("subresource"));
	if (metadataOf(object).resourceVersion) return yield* client.replace(path, object, query);
	const live = yield* client.get(pathOf(mapping, namespace, name));
	return yield* client.replace(path, withValue(object, ["metadata", "resourceVersion"], metadataOf(live).resourceVersion), query);
}
function* forceReplace(invocation, infos, errors, validation, print) {
	const { flags } = invocation;
	const limit = flags.duration("timeout") || FORCE_LIMIT_MS;
	yield* deleteAll(invocation, infos, {
		propagationPolicy: "Background",
		gracePeriod: flags.int("grace-period"),
		dryRun: "none",
		ignoreNotFound: true,
		errors,
		print: "line",
		wait: flags.bool("wait"),
		timeoutMs: limit
	});
	const deadline = (yield* now()) + limit;
	for (const info of infos) if (!(yield* waitDeleted(invocation, info, void 0, deadline))) throw new CommandError("timed out waiting for the condition");
	const client = yield* invocation.client();
	yield* visitAll(infos, function* (info) {
		yield* print(yield* client.create(pathOf(info.mapping, info.namespace), wantedObject(invocation, info), { fieldValidation: validation }), "replaced");
	});
	if (infos.length === 0) throw new CommandError("no objects passed to replace");
}
export { replace };
