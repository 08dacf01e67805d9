import { m as writeQuery, o as isFailure } from "./common-r3JoOt2D.js";
import { S as withValue, _ as isObject, g as at, p as pathOf, u as groupResource, w as CommandError, x as textOf } from "./live-DW4PX-bo.js";
import { n as createStrategicPatch } from "./diff-DFF0giND.js";
// src/kubectl/podspec.ts
var TEMPLATED = [
	"Deployment",
	"ReplicaSet",
	"DaemonSet",
	"StatefulSet",
	"Job",
	"ReplicationController"
];
/** Where the Pod spec lies; undefined for kinds that have none. */
function podSpecPath(object) {
	const kind = textOf(object["kind"]);
	if (kind === "Pod") return ["spec"];
	if (kind === "CronJob") return [
		"spec",
		"jobTemplate",
		"spec",
		"template",
		"spec"
	];
	return TEMPLATED.includes(kind) ? [
		"spec",
		"template",
		"spec"
	] : void 0;
}
function podSpecOf(object) {
	const path = podSpecPath(object);
	const spec = path && at(object, ...path);
	return isObject(spec) ? spec : void 0;
}
function containersOf(spec, field = "containers") {
	return spec?.[field] ?? [];
}
/** The object with its Pod spec changed. Throws CommandError for kinds without one. */
function withPodSpec(object, change) {
	const path = podSpecPath(object);
	const spec = podSpecOf(object);
	if (!path || !spec) throw new ChangeError(`the object is not a pod or does not have a pod template: *v1.${textOf(object["kind"])}`);
	return withValue(object, path, change(spec));
}
/** Changes the containers and init containers that `fits` picks. */
function mapContainers(spec, fits, change) {
	const map = (list) => list.map((one) => fits(one.name ?? "") ? change(one) : one);
	const init = containersOf(spec, "initContainers");
	return {
		...spec,
		containers: map(containersOf(spec)),
		...init.length > 0 && { initContainers: map(init) }
	};
}
/** `*` wildcards in --containers. */
function containerPattern(pattern) {
	const source = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&")).join(".*");
	const regexp = new RegExp(`^${source}$`);
	return (name) => regexp.test(name);
}
/** Patches each object into its changed form, as the `set` commands do. Returns what went wrong. */
function* patchObjects(invocation, infos, options) {
	const errors = [];
	for (const { mapping, namespace, name, object = {} } of infos) try {
		const after = options.change(object);
		const patch = createStrategicPatch(object, after);
		if (Object.keys(patch).length === 0 && !options.printUnchanged) continue;
		if (options.local || options.dryRun === "client") yield* options.print(after, options.operation);
		else {
			const client = yield* invocation.client();
			yield* options.print(yield* patchOne(client.patch(pathOf(mapping, namespace, name), "strategic", patch, writeQuery(options.dryRun)), options.failure), options.operation);
		}
	} catch (error) {
		if (!isFailure(error)) throw error;
		errors.push(error instanceof ChangeError ? new CommandError(`error: ${groupResource(mapping)}/${name} ${error.message}\n`) : error);
	}
	return errors;
}
/** A change that does not fit an object: told with the object's name. */
var ChangeError = class extends CommandError {};
function* patchOne(request, failure) {
	try {
		return yield* request;
	} catch (error) {
		if (isFailure(error)) throw new CommandError(`${failure}: ${error.message}`);
		throw error;
	}
}
export { podSpecOf as a, patchObjects as i, containersOf as n, withPodSpec as o, mapContainers as r, containerPattern as t };
