import { _ as isObject, b as sameJson, w as CommandError, x as textOf } from "./live-DW4PX-bo.js";
import { n as definitionOf, t as definition } from "./schema-PZ-6OS9M.js";
// src/kubectl/patch/apply.ts
/** JSON patches and merge patches applied on the client, for --local, --dry-run=client and --overrides. */
/** RFC 7386. */
function applyMergePatch(target, patch) {
	if (!isObject(patch)) return patch;
	const result = isObject(target) ? { ...target } : {};
	for (const [key, value] of Object.entries(patch)) if (value === null) delete result[key];
	else result[key] = applyMergePatch(result[key], value);
	return result;
}
/** RFC 6902. Throws CommandError when an operation does not fit the object. */
function applyJsonPatch(target, operations) {
	let document = structuredClone(target);
	for (const operation of operations) {
		if (!isObject(operation)) throw new CommandError("invalid JSON patch operation");
		const { op, path, from, value } = operation;
		const read = (pointer) => find(document, steps(pointer));
		if (op === "test") {
			if (!sameJson(read(path), value)) throw new CommandError(`testing value ${path} failed`);
			continue;
		}
		const moved = op === "move" || op === "copy" ? structuredClone(read(from)) : value;
		if (op === "move" || op === "remove") document = change(document, steps(op === "move" ? from : path), REMOVE);
		if (op === "move" || op === "copy" || op === "add") document = change(document, steps(path), { add: moved });
		else if (op === "replace") document = change(document, steps(path), { replace: value });
		else if (op !== "remove") throw new CommandError(`Unexpected kind: ${op}`);
	}
	return document;
}
var REMOVE = { remove: true };
function steps(pointer) {
	if (pointer === void 0 || pointer !== "" && !pointer.startsWith("/")) throw new CommandError(`invalid JSON pointer ${JSON.stringify(pointer ?? "")}`);
	return pointer.split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}
function find(value, path) {
	let here = value;
	for (const key of path) {
		if (typeof here !== "object" || here === null || !Object.hasOwn(here, key)) throw missing(path);
		here = here[key];
	}
	return here;
}
function missing(path) {
	return new CommandError(`the server rejected our request due to an error in our request: missing path /${path.join("/")}`);
}
function change(root, path, what) {
	if (path.length === 0) return "add" in what ? what.add : "replace" in what ? what.replace : null;
	const parent = find(root, path.slice(0, -1));
	const key = path[path.length - 1];
	if (Array.isArray(parent)) {
		const index = key === "-" ? parent.length : Number(key);
		if (!Number.isInteger(index) || index < 0 || index > parent.length || !("add" in what) && index >= parent.length) throw missing(path);
		if ("add" in what) parent.splice(index, 0, what.add);
		else if ("replace" in what) parent[index] = what.replace;
		else parent.splice(index, 1);
	} else if (isObject(parent)) {
		const fields = parent;
		if (!("add" in what) && !Object.hasOwn(fields, key)) throw missing(path);
		if ("remove" in what) delete fields[key];
		else fields[key] = "add" in what ? what.add : what.replace;
	} else throw missing(path);
	return root;
}
// src/kubectl/patch/strategic.ts
/** Strategic merge patches applied on the client. */
/** The object with a strategic merge patch applied; a kind without a schema merges as plain JSON. */
function applyStrategicPatch(object, patch) {
	return mergeMap(object, patch, definitionOf(textOf(object["apiVersion"]), textOf(object["kind"])));
}
function inside(type) {
	return type?.type === "ref" ? definition(type.ref ?? "") : type?.type === "map" ? type : void 0;
}
function fieldOf(schema, key) {
	if (!schema) return void 0;
	if ("fields" in schema) return schema.fields.get(key);
	return schema.type === "map" ? schema.of : void 0;
}
function mergeMap(object, patch, schema) {
	if (patch["$patch"] === "replace") {
		const { $patch: _directive, ...rest } = patch;
		return rest;
	}
	if (patch["$patch"] === "delete") return {};
	const keep = patch["$retainKeys"];
	const result = keep ? Object.fromEntries(Object.entries(object).filter(([key]) => keep.includes(key))) : { ...object };
	for (const [key, value] of Object.entries(patch)) {
		if (key.startsWith("$")) {
			const [directive, name = ""] = key.split("/");
			if (directive === "$deleteFromPrimitiveList") result[name] = (result[name] ?? []).filter((item) => !value.includes(item));
			continue;
		}
		const field = fieldOf(schema, key);
		const old = result[key];
		if (value === null) delete result[key];
		else if (isObject(value)) result[key] = mergeMap(isObject(old) ? old : {}, value, inside(field));
		else if (Array.isArray(value) && field?.merge) result[key] = mergeList(Array.isArray(old) ? old : [], value, field);
		else result[key] = value;
	}
	for (const [key, order] of Object.entries(patch)) {
		if (!key.startsWith("$setElementOrder/")) continue;
		const name = key.slice(17);
		if (Array.isArray(result[name])) result[name] = ordered(result[name], order, fieldOf(schema, name)?.mergeKey);
	}
	return result;
}
function mergeList(list, patch, { mergeKey, of }) {
	if (mergeKey === void 0) return [...list, ...patch.filter((item) => !list.includes(item))];
	if (patch.some((item) => isObject(item) && item["$patch"] === "replace")) return patch.filter((item) => !(isObject(item) && item["$patch"] === "replace"));
	let result = [...list];
	for (const item of patch.filter(isObject)) {
		const index = result.findIndex((one) => isObject(one) && sameJson(one[mergeKey], item[mergeKey]));
		if (item["$patch"] === "delete") result = result.filter((_one, at) => at !== index);
		else if (index < 0) result.push(mergeMap({}, item, inside(of)));
		else result[index] = mergeMap(result[index], item, inside(of));
	}
	return result;
}
/** The list in the wanted order; items that are not in it keep their place after the one before them. */
function ordered(list, order, mergeKey) {
	const rank = (item) => mergeKey === void 0 ? order.indexOf(item) : order.findIndex((one) => isObject(one) && isObject(item) && sameJson(one[mergeKey], item[mergeKey]));
	let last = -1;
	return list.map((item, index) => {
		const own = rank(item);
		if (own >= 0) last = own;
		return {
			item,
			rank: own >= 0 ? own : last + .5,
			index
		};
	}).sort((a, b) => a.rank - b.rank || a.index - b.index).map(({ item }) => item);
}
export { applyJsonPatch as n, applyMergePatch as r, applyStrategicPatch as t };
