import { n as definitionOf, t as definition } from "./schema-PZ-6OS9M.js";
import { _ as isObject, b as sameJson, x as textOf } from "./live-DW4PX-bo.js";
// src/kubectl/patch/diff.ts
/**
* Patches made on the client: what `apply`, `set`, `rollout` and `edit` send.
* Strategic merge patches follow the schema's merge keys (source of the rules: apimachinery's util/strategicpatch).
*/
var EVERYTHING = {
	deletions: true,
	changes: true
};
/** True when the kind has a schema here, so that strategic merge patches can be made for it. */
function hasSchema(object) {
	return schemaOf(object) !== void 0;
}
function schemaOf(object) {
	return definitionOf(textOf(object["apiVersion"]), textOf(object["kind"]));
}
/** The strategic merge patch that makes `after` of `before`; {} when they are equal. */
function createStrategicPatch(before, after) {
	return diffMaps(before, after, schemaOf(after), EVERYTHING);
}
/** The JSON merge patch (RFC 7386) that makes `after` of `before`. */
function createMergePatch(before, after) {
	return diffMaps(before, after, void 0, EVERYTHING);
}
/**
* apply's patch: what `modified` changes or adds to the live object, and what it no longer has of what was applied last.
* Fields that others set stay as they are.
*/
function createThreeWayPatch(original, modified, current) {
	const schema = schemaOf(modified);
	const changes = diffMaps(current, modified, schema, {
		deletions: false,
		changes: true
	});
	return mergeMaps(diffMaps(original, modified, schema, {
		deletions: true,
		changes: false
	}), changes, schema);
}
/** apply's patch for kinds without a schema: lists are replaced whole. */
function createThreeWayMergePatch(original, modified, current) {
	const changes = diffMaps(current, modified, void 0, {
		deletions: false,
		changes: true
	});
	return mergeMaps(diffMaps(original, modified, void 0, {
		deletions: true,
		changes: false
	}), changes, void 0);
}
function fieldOf(schema, key) {
	if (!schema) return void 0;
	if ("fields" in schema) return schema.fields.get(key);
	return schema.type === "map" ? schema.of : void 0;
}
/** The schema for what is inside a value: its definition, or the type of a map's values. */
function inside(type) {
	return type?.type === "ref" ? definition(type.ref ?? "") : type?.type === "map" ? type : void 0;
}
function diffMaps(before, after, schema, wanted) {
	const patch = {};
	for (const [key, value] of Object.entries(after)) {
		const old = before[key];
		const field = fieldOf(schema, key);
		if (old === void 0 || old === null) {
			if (wanted.changes && value !== void 0 && !(old === null && value === null)) patch[key] = value;
		} else if (isObject(old) && isObject(value)) {
			const inner = diffMaps(old, value, inside(field), wanted);
			if (Object.keys(inner).length === 0) continue;
			patch[key] = field?.retainKeys ? {
				...inner,
				$retainKeys: Object.keys(value).sort()
			} : inner;
		} else if (Array.isArray(old) && Array.isArray(value) && field?.merge) Object.assign(patch, diffLists(key, old, value, field, wanted));
		else if (wanted.changes && !sameJson(old, value)) patch[key] = value;
	}
	if (wanted.deletions) {
		for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) patch[key] = null;
	}
	return patch;
}
function diffLists(key, before, after, { mergeKey, of }, wanted) {
	if (mergeKey === void 0) return diffScalars(key, before, after, wanted);
	const items = [];
	const [olds, news] = [before.filter(isObject), after.filter(isObject)];
	for (const item of news) {
		const old = olds.find((one) => sameJson(one[mergeKey], item[mergeKey]));
		if (!old) {
			if (wanted.changes) items.push(item);
			continue;
		}
		const inner = diffMaps(old, item, inside(of), wanted);
		if (Object.keys(inner).length > 0) items.push({
			...inner,
			[mergeKey]: item[mergeKey]
		});
	}
	const deletes = (wanted.deletions ? olds.filter((old) => !news.some((item) => sameJson(item[mergeKey], old[mergeKey]))) : []).map((old) => ({
		$patch: "delete",
		[mergeKey]: old[mergeKey]
	}));
	const keys = news.map((item) => ({ [mergeKey]: item[mergeKey] }));
	const reordered = wanted.changes && !sameJson(keys, olds.filter((old) => news.some((item) => sameJson(item[mergeKey], old[mergeKey]))).map((old) => ({ [mergeKey]: old[mergeKey] })));
	if (items.length === 0 && deletes.length === 0 && !reordered) return {};
	return {
		...keys.length > 0 && { [`$setElementOrder/${key}`]: keys },
		...(items.length > 0 || deletes.length > 0) && { [key]: [...items, ...deletes] }
	};
}
function diffScalars(key, before, after, wanted) {
	const added = wanted.changes ? after.filter((item) => !before.includes(item)) : [];
	const gone = wanted.deletions ? before.filter((item) => !after.includes(item)) : [];
	if (added.length === 0 && gone.length === 0) return {};
	return {
		...after.length > 0 && { [`$setElementOrder/${key}`]: after },
		...gone.length > 0 && { [`$deleteFromPrimitiveList/${key}`]: gone },
		...added.length > 0 && { [key]: added }
	};
}
/** Two patches as one; the second wins. */
function mergeMaps(first, second, schema) {
	const merged = { ...first };
	for (const [key, value] of Object.entries(second)) {
		const old = merged[key];
		const field = fieldOf(schema, key);
		if (isObject(old) && isObject(value)) merged[key] = mergeMaps(old, value, inside(field));
		else if (Array.isArray(old) && Array.isArray(value) && field?.merge) merged[key] = mergeLists(old, value, field);
		else merged[key] = value;
	}
	return merged;
}
function mergeLists(first, second, { mergeKey, of }) {
	if (mergeKey === void 0) return [.../* @__PURE__ */ new Set([...first, ...second])];
	const merged = first.filter(isObject);
	for (const item of second.filter(isObject)) {
		const index = merged.findIndex((one) => sameJson(one[mergeKey], item[mergeKey]));
		if (index < 0) merged.push(item);
		else merged[index] = mergeMaps(merged[index], item, inside(of));
	}
	return merged;
}
export { hasSchema as a, createThreeWayPatch as i, createStrategicPatch as n, createThreeWayMergePatch as r, createMergePatch as t };
