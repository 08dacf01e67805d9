import { t as lazy } from "./lazy-BECgEt8c.js";
import { c as load } from "./sys-DzG-ihIq.js";
import { n as definitionOf, t as definition } from "./schema-PZ-6OS9M.js";
import { d as groupVersion, o as completeTypes, w as CommandError } from "./live-DW4PX-bo.js";
import { SUGGEST_API_RESOURCES } from "./get-D26HBMH0.js";
// src/kubectl/commands/explain.ts
/** explain: fields of a resource, from the schema and the descriptions that are loaded when first asked for */
var DESCRIPTIONS = lazy(() => import("./descriptions.gen-BWDWLXNF.js"));
/** Values of an enum shown in a list of fields. */
var MAX_ENUM = 4;
var explain = {
	usage: "explain TYPE [--recursive=FALSE|TRUE] [--api-version=api-version-group] [-o|--output=plaintext|plaintext-openapiv2]",
	long: `Describe the fields of a resource. Fields are named by their path: <type>.<fieldName>[.<fieldName>]\n\n${SUGGEST_API_RESOURCES}`,
	examples: [
		["Describe pods and their fields", "kubectl explain pods"],
		["Show all fields of pods", "kubectl explain pods --recursive"],
		["Describe one field", "kubectl explain pods.spec.containers"]
	],
	flags: [
		{
			name: "recursive",
			shorthand: "R",
			type: "bool",
			usage: "When true, print the name of all the fields recursively. Otherwise, print the available fields with their description."
		},
		{
			name: "api-version",
			type: "string",
			usage: "Use given api-version (group/version) of the resource."
		},
		{
			name: "output",
			shorthand: "o",
			type: "string",
			default: "plaintext",
			usage: "Format in which to render the schema. Valid values are: (plaintext, plaintext-openapiv2).",
			values: ["plaintext", "plaintext-openapiv2"]
		}
	],
	complete: completeTypes,
	*run(invocation) {
		const { flags, args } = invocation;
		if (args.length === 0) throw new CommandError(`You must specify the type of resource to explain. ${SUGGEST_API_RESOURCES}\n`);
		if (args.length > 1) throw new CommandError("We accept only this format: explain RESOURCE\n");
		const output = flags.string("output");
		if (output !== "plaintext" && output !== "plaintext-openapiv2") throw new CommandError(`unrecognized format: ${output}`);
		const mapper = yield* invocation.mapper();
		const [type = "", ...parts] = args[0].split(".");
		const groupLength = parts.findIndex((_part, index) => mapper.find([type, ...parts.slice(0, index + 1)].join(".")) !== void 0) + 1;
		const grouped = groupLength > 0 && !isField(mapper.find(type), parts[0]);
		const mapping = mapper.requireResource(grouped ? [type, ...parts.slice(0, groupLength)].join(".") : type);
		const path = (grouped ? parts.slice(groupLength) : parts).filter((part) => part !== "");
		const version = flags.string("api-version") || groupVersion(mapping);
		const root = definitionOf(version, mapping.kind);
		if (!root) {
			const [group, name] = version.includes("/") ? version.split("/") : ["", version];
			throw new CommandError(`couldn't find resource for "${group}/${name}, Resource=${mapping.resource}"`);
		}
		const { default: texts } = yield* load(DESCRIPTIONS);
		const [group, name] = version.includes("/") ? version.split("/") : ["", version];
		yield* invocation.out(`${group === "" ? "" : `GROUP:      ${group}\n`}KIND:       ${mapping.kind}\nVERSION:    ${name}\n\n`);
		yield* invocation.out(`${explainPath(root, path, texts, flags.bool("recursive"))}\n`);
	}
};
function isField(mapping, name) {
	return mapping !== void 0 && name !== void 0 && definitionOf(groupVersion(mapping), mapping.kind)?.fields.has(name) === true;
}
/** What follows the heading. Throws CommandError for a field that is not there. */
function explainPath(root, path, texts, recursive) {
	let here = root;
	let field;
	let owner = root;
	for (const name of path) {
		field = here?.fields.get(name);
		if (!here || !field) throw new CommandError(`field ${JSON.stringify(path[path.length - 1])} does not exist`);
		owner = here;
		here = inner(field);
	}
	let text = "";
	if (field) {
		text += `FIELD: ${field.name} <${typeText(field)}>\n`;
		const values = enumOf(field);
		text += values ? `ENUM:${values.map((value) => `\n    ${value === "" ? "\"\"" : value}`).join("")}\n\n` : "\n\n";
	}
	const own = field ? [texts[owner.name]?.[field.name], here && texts[here.name]?.[""]].filter((one) => one !== void 0 && one !== "") : [texts[root.name]?.[""] ?? ""];
	const description = own.length === 0 ? "<empty>" : own.map((one) => `${one}\n`).join("");
	text += `DESCRIPTION:\n${indent(wrap(description, 76), 4)}\n`;
	if (here && here.fields.size > 0) text += `FIELDS:\n${fieldList(here, texts, recursive, 1, /* @__PURE__ */ new Set([here.name]))}`;
	return text;
}
/** The definition of the objects that a field holds, itself or in a list or map. */
function inner(type) {
	if (type.type === "list" || type.type === "map") return type.of && inner(type.of);
	return type.type === "ref" ? definition(type.ref ?? "") : void 0;
}
function enumOf(type) {
	return type.enum;
}
function typeText(type) {
	if (type.type === "list") return `[]${type.of ? typeText(type.of) : "Object"}`;
	if (type.type === "map") return `map[string]${type.of ? typeText(type.of) : "Object"}`;
	if (type.type === "ref") {
		const found = definition(type.ref ?? "");
		return found ? found.id.split(".").pop() ?? "Object" : "Object";
	}
	return {
		int32: "integer",
		int64: "integer",
		double: "number",
		bytes: "string",
		Time: "string",
		MicroTime: "string",
		Quantity: "Quantity",
		IntOrString: "IntOrString",
		object: "Object",
		any: "Object"
	}[type.type] ?? type.type;
}
function fieldList(owner, texts, recursive, level, seen) {
	return [...owner.fields.values()].map((field) => {
		const margin = " ".repeat(level * 2);
		const values = enumOf(field);
		const shown = values?.slice(0, MAX_ENUM).map((value) => value === "" ? "\"\"" : value).join(", ");
		const list = values ? `\n${margin}enum: ${shown}${values.length > MAX_ENUM ? ", ...." : ""}` : "";
		const head = `${margin}${field.name}\t<${typeText(field)}>${field.required ? " -required-" : ""}${list}\n`;
		const below = inner(field);
		if (recursive) return head + (below && !seen.has(below.name) ? fieldList(below, texts, recursive, level + 1, /* @__PURE__ */ new Set([...seen, below.name])) : "");
		return `${head}${indent(wrap(texts[owner.name]?.[field.name] || "<no description>", 78 - level * 2), level * 2 + 2)}\n\n`;
	}).join("");
}
function indent(text, amount) {
	const margin = " ".repeat(amount);
	return margin + text.replaceAll("\n", `\n${margin}`);
}
/** Breaks lines at blanks before they get longer than `limit`; longer words stay whole. */
function wrap(text, limit) {
	return text.split("\n").map((line) => {
		const lines = [];
		let current = "";
		for (const [piece] of line.matchAll(/\s*\S+|\s+$/g)) {
			const word = piece.trimStart();
			if (current !== "" && current.length + piece.length > limit) {
				lines.push(current);
				current = word;
			} else current += piece;
		}
		return [...lines, current.trimEnd()].join("\n");
	}).join("\n");
}
export { explain };
