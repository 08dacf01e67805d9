import { _ as isObject, w as CommandError } from "./live-DW4PX-bo.js";
import { n as applyJsonPatch, r as applyMergePatch, t as applyStrategicPatch } from "./strategic-k9f6H8pW.js";
// src/kubectl/commands/overrides.ts
var OVERRIDE_FLAGS = [{
	name: "overrides",
	type: "string",
	usage: "JSON that is merged into the generated object, which must have an apiVersion when it is given."
}, {
	name: "override-type",
	type: "string",
	default: "merge",
	usage: "How to merge --overrides: json, merge, or strategic.",
	values: [
		"json",
		"merge",
		"strategic"
	]
}];
/** The object with --overrides merged in. */
function applyOverrides(flags, object) {
	const text = flags.string("overrides");
	const type = flags.string("override-type");
	if (text === "") return object;
	let patch;
	try {
		patch = JSON.parse(text);
	} catch {
		throw new CommandError("Invalid JSON Patch");
	}
	if (type === "json" && Array.isArray(patch)) return applyJsonPatch(object, patch);
	if (!isObject(patch)) throw new CommandError("json: cannot unmarshal value into Go value of type map[string]interface {}");
	if (type === "merge") return applyMergePatch(object, patch);
	if (type === "strategic") return applyStrategicPatch(object, patch);
	throw new CommandError(`invalid override type: ${type}`);
}
export { applyOverrides as n, OVERRIDE_FLAGS as t };
