import { l as now, y as sleep } from "./sys-DzG-ihIq.js";
import { n as watchUntil, r as TIMED_OUT, t as waitDeleted } from "./wait-B4Z4lCip.js";
import { S as printFlags, d as FILENAME, g as RECURSIVE, m as LOCAL, o as ALL_NAMESPACES, u as FIELD_SELECTOR, v as SELECTOR } from "./kubectl-Dwlf-DqN.js";
import { A as isNotFound, O as StatusError, a as completeTypeAndName, g as at, w as CommandError, x as textOf, y as metadataOf } from "./live-DW4PX-bo.js";
import { o as formatValue, p as withInts } from "./yaml-B_WFZAc6.js";
import { g as JsonPathError, h as relaxedJSONPathExpression, m as parseJsonPath, o as resultPrinter, p as executeJsonPath } from "./printer-DzE4IJcq.js";
import { i as getObject, l as select, n as builderOptions, r as fetchObjects } from "./builder-AkFWgCoJ.js";
import { f as visitAll } from "./common-r3JoOt2D.js";
// src/kubectl/commands/wait.ts
/** wait */
var WEEK_MS = 6048e5;
var POLL_MS = 500;
var FOR = {
	name: "for",
	type: "array",
	usage: "The condition to wait on: [create|delete|condition=condition-name[=condition-value]|jsonpath='{JSONPath expression}'=[JSONPath value]]. The default condition-value is true. With several conditions they are waited for one after the other, create first.",
	values: [
		"create",
		"delete",
		"condition=",
		"jsonpath="
	]
};
var wait = {
	usage: "wait ([-f FILENAME] | resource.group/resource.name | resource.group [(-l label | --all)]) [--for=create|--for=delete|--for condition=available|--for=jsonpath='{}'[=value]]",
	long: "Wait until resources are in a state: a condition of their status holds, a field has a value, they are there, or they are gone.",
	examples: [
		["Wait until a pod is ready", "kubectl wait --for=condition=Ready pod/web"],
		["Wait until it is not", "kubectl wait --for=condition=Ready=false pod/web"],
		["Wait until a field has a value", "kubectl wait --for=jsonpath='{.status.phase}'=Running pod/web"],
		["Delete a pod and wait a minute for it to be gone", "kubectl delete pod/web --wait=false\nkubectl wait --for=delete pod/web --timeout=60s"]
	],
	flags: [
		...printFlags(),
		FILENAME("identifying the resource."),
		{
			...RECURSIVE,
			default: "true"
		},
		SELECTOR,
		FIELD_SELECTOR,
		{
			name: "all",
			type: "bool",
			usage: "Select all resources in the namespace of the specified resource types"
		},
		ALL_NAMESPACES,
		LOCAL,
		{
			name: "timeout",
			type: "duration",
			default: "30s",
			usage: "How long to wait before giving up. Zero means check once and don't wait, negative means wait for a week."
		},
		FOR
	],
	complete: completeTypeAndName,
	*run(invocation) {
		const { flags, args } = invocation;
		const print = yield* resultPrinter(invocation);
		const conditions = parseConditions(flags.list("for"));
		const timeout = flags.duration("timeout") < 0 ? WEEK_MS : flags.duration("timeout");
		const deadline = (yield* now()) + timeout;
		const selection = yield* select(invocation, yield* builderOptions(invocation, args));
		const deleting = conditions.some((one) => one.kind === "delete");
		if (conditions.some((one) => one.kind === "create")) yield* untilCreated(invocation, selection, deadline);
		const { infos, errors } = yield* fetchObjects(invocation, selection);
		yield* visitAll(infos, function* (info) {
			for (const condition of conditions) yield* waitOne(invocation, info, condition, {
				timeout,
				deadline
			}, print);
		}, deleting ? errors.filter((error) => !isNotFound(error)) : errors);
		if (infos.length === 0 && !deleting) throw new CommandError("no matching resources found");
	}
};
function parseConditions(texts) {
	if (texts.length === 0) throw new CommandError("unrecognized condition: []");
	return texts.map((text) => {
		if (text.toLowerCase() === "delete" || text.toLowerCase() === "create") return { kind: text.toLowerCase() };
		if (text.startsWith("condition=")) {
			const [, name = "", value = "true"] = /^condition=([^=]*)(?:=(.*))?$/.exec(text) ?? [];
			return {
				kind: "condition",
				name,
				value
			};
		}
		if (text.startsWith("jsonpath=")) return jsonPathCondition(text.slice(9));
		throw new CommandError(`unrecognized condition: ${JSON.stringify(text)}`);
	});
}
function jsonPathCondition(text) {
	const [, braced, bracedValue] = /^(\{[\s\S]*\})(?:=([\s\S]*))?$/.exec(text) ?? [];
	const [plain = "", plainValue, ...more] = text.split("=");
	const [expression, value] = braced !== void 0 ? [braced, bracedValue] : [plain, plainValue];
	if (braced === void 0 && more.length > 0) throw new CommandError("jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or --for=jsonpath='{.status.readyReplicas}'");
	try {
		const relaxed = relaxedJSONPathExpression(expression);
		if (relaxed === "") throw new CommandError("jsonpath expression cannot be empty");
		const wanted = value?.replace(/^['"]+|['"]+$/g, "");
		if (wanted === "") throw new CommandError("jsonpath wait has to have a value after equal sign, like --for=jsonpath='{.status.readyReplicas}'=3");
		return {
			kind: "jsonpath",
			path: parseJsonPath(relaxed),
			value: wanted
		};
	} catch (error) {
		if (error instanceof JsonPathError) throw new CommandError(error.message);
		throw error;
	}
}
function* untilCreated(invocation, selection, deadline) {
	for (;;) {
		const { infos, errors } = yield* fetchObjects(invocation, selection);
		const other = errors.find((error) => !isNotFound(error));
		if (other) throw other;
		if (infos.length > 0 && errors.length === 0) return;
		if ((yield* now()) >= deadline) throw new CommandError("timed out waiting for the condition");
		yield* sleep(POLL_MS);
	}
}
function* waitOne(invocation, info, condition, limit, print) {
	if (info.name === "") throw new CommandError("resource name must be provided");
	const timedOut = new CommandError(`timed out waiting for the condition on ${info.mapping.resource}/${info.name}`);
	const notMet = new CommandError(`condition not met for ${info.mapping.resource}${info.mapping.group === "" ? "" : `.${info.mapping.group}`}/${info.name}`);
	if (condition.kind === "create") return yield* print(info.object, "condition met");
	if (condition.kind === "delete") {
		if (limit.timeout === 0) throw notMet;
		if (!(yield* waitDeleted(invocation, info, metadataOf(info.object ?? {}).uid, limit.deadline))) throw timedOut;
		return yield* print(info.object, "condition met");
	}
	if (limit.timeout === 0) {
		const object = yield* getObject(invocation, info);
		if (!isMet(condition, object)) throw notMet;
		return yield* print(object, "condition met");
	}
	const result = yield* watchUntil(invocation, info, limit.deadline, function* (object, event) {
		if (object === void 0) throw missing(info);
		return event !== "DELETED" && isMet(condition, object) ? object : void 0;
	});
	if (result === TIMED_OUT) throw timedOut;
	yield* print({
		...result,
		apiVersion: String(info.object?.["apiVersion"]),
		kind: info.mapping.kind
	}, "condition met");
}
function missing({ mapping, name }) {
	const resource = mapping.group === "" ? mapping.resource : `${mapping.resource}.${mapping.group}`;
	return new StatusError({
		kind: "Status",
		apiVersion: "v1",
		metadata: {},
		status: "Failure",
		reason: "NotFound",
		code: 404,
		message: `${resource} ${JSON.stringify(name)} not found`
	});
}
function isMet(condition, object) {
	if (condition.kind === "condition") {
		const found = (at(object, "status", "conditions") ?? []).find((one) => textOf(one["type"]).toLowerCase() === condition.name.toLowerCase());
		if (!found) return false;
		const observed = found["observedGeneration"] ?? at(object, "status", "observedGeneration");
		const generation = at(object, "metadata", "generation");
		if (generation !== void 0 && observed !== void 0 && Number(observed) < Number(generation)) return false;
		return textOf(found["status"]).toLowerCase() === condition.value.toLowerCase();
	}
	try {
		const results = executeJsonPath(condition.path, object);
		const [first = []] = results;
		if (first.length === 0) return false;
		if (results.length > 1) throw new CommandError("given jsonpath expression matches more than one list");
		if (first.length > 1) throw new CommandError("given jsonpath expression matches more than one value");
		if (condition.value === void 0) return true;
		const [value] = first;
		if (typeof value === "object" && value !== null) throw new CommandError("jsonpath leads to a nested object or list which is not supported");
		return formatValue(withInts(value)).trim() === condition.value.trim();
	} catch (error) {
		if (error instanceof JsonPathError) throw new CommandError(error.message);
		throw error;
	}
}
export { wait };
