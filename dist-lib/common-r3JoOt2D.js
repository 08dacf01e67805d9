import { a as parseBool } from "./kubectl-Dwlf-DqN.js";
import { C as Aggregate, O as StatusError, S as withValue, j as throwAll, w as CommandError, y as metadataOf } from "./live-DW4PX-bo.js";
import { m as marshalJson } from "./yaml-B_WFZAc6.js";
// src/kubectl/commands/common.ts
var LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
/** Does the work for each item; goes on after failures and throws them all at the end. */
function* visitAll(items, work, before = []) {
	const errors = [...before];
	for (const item of items) try {
		yield* work(item);
	} catch (error) {
		if (!isFailure(error)) throw error;
		errors.push(error);
	}
	throwAll(errors);
}
/** A failure that belongs to one object: others may still succeed. */
function isFailure(error) {
	return error instanceof CommandError || error instanceof StatusError || error instanceof Aggregate;
}
/** The one NAME that create subcommands take (words after `--` are a command). */
function nameArgument(invocation) {
	const count = invocation.dashAt === -1 ? invocation.args.length : invocation.dashAt;
	if (count !== 1) throw invocation.usageError(`exactly one NAME is required, got ${count}`);
	return invocation.args[0];
}
/** The field validation that --validate asks the server for. */
function fieldValidation({ flags }) {
	const value = flags.string("validate");
	const bool = parseBool(value);
	if (bool !== void 0) return bool ? "Strict" : "Ignore";
	const directive = {
		strict: "Strict",
		warn: "Warn",
		ignore: "Ignore"
	}[value];
	if (directive === void 0) throw new CommandError(`invalid - validate option ${JSON.stringify(value)}; must be one of: strict (or true), warn, ignore (or false)`);
	return directive;
}
/** Query parameters of a write. */
function writeQuery(dryRun, more = {}) {
	return {
		...more,
		...dryRun === "server" && { dryRun: "All" }
	};
}
/** `KEY=VALUE` and `KEY-` arguments, and the resources before them. */
function resourcesAndPairs(args, pairType) {
	const resources = [];
	const pairs = [];
	for (const arg of args) if (arg.includes("=") && !arg.startsWith("=") || arg.endsWith("-") && arg !== "-") pairs.push(arg);
	else if (pairs.length === 0) resources.push(arg);
	else throw new CommandError(`all resources must be specified before ${pairType} changes: ${arg}`);
	return {
		resources,
		pairs
	};
}
/** `KEY=VALUE` into a map, `KEY-` into a list of keys to remove. */
function parsePairs(args, pairType, supportRemove) {
	const values = /* @__PURE__ */ new Map();
	const remove = [];
	const wrong = [];
	for (const arg of args) {
		const equals = arg.indexOf("=");
		if (equals > 0) values.set(arg.slice(0, equals), arg.slice(equals + 1));
		else if (supportRemove && arg.endsWith("-") && arg !== "-") remove.push(arg.slice(0, -1));
		else wrong.push(arg);
	}
	if (wrong.length > 0) throw new CommandError(`invalid ${pairType} format: ${wrong.join(", ")}`);
	return {
		values,
		remove
	};
}
/** The object with its own text in the annotation that `apply` reads; the annotation itself is not part of that text. */
function withLastApplied(object) {
	return withValue(object, [
		"metadata",
		"annotations",
		LAST_APPLIED
	], lastAppliedText(object));
}
/** An object as that annotation holds it: without the annotation, with `annotations: {}` where there were none, one line. */
function lastAppliedText(object) {
	const { [LAST_APPLIED]: _itself, ...annotations } = metadataOf(object).annotations ?? {};
	return `${marshalJson(withValue(object, ["metadata", "annotations"], annotations))}\n`;
}
/** The mapping of a kind that every server has. */
function builtIn(mapper, apiVersion, kind) {
	const mapping = mapper.forKind(apiVersion, kind);
	if (!mapping) throw new CommandError(`no matches for kind ${JSON.stringify(kind)} in version ${JSON.stringify(apiVersion)}`);
	return mapping;
}
/** `a=1,b=2` of --labels and the like. */
function parseLabelList(text) {
	const labels = {};
	for (const part of text.split(",")) {
		const [key = "", value, ...more] = part.split("=");
		if (value === void 0 || more.length > 0) throw new CommandError(`unexpected label spec: ${part}`);
		if (key === "") throw new CommandError("unexpected empty label key");
		labels[key] = value;
	}
	return labels;
}
/** The object without the keys whose value is undefined, at any depth. */
function compact(value) {
	if (Array.isArray(value)) return value.map(compact);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => one === void 0 ? [] : [[key, compact(one)]]));
}
/** `int-or-string` of a flag: digits are a number. */
function intOrString(text) {
	return /^\d+$/.test(text) ? Number(text) : text;
}
export { intOrString as a, nameArgument as c, resourcesAndPairs as d, visitAll as f, fieldValidation as i, parseLabelList as l, writeQuery as m, builtIn as n, isFailure as o, withLastApplied as p, compact as r, lastAppliedText as s, LAST_APPLIED as t, parsePairs as u };
