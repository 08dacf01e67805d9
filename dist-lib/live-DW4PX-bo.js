import { C as write, n as device, s as latency } from "./sys-DzG-ihIq.js";
// src/kubectl/errors.ts
/** Printed as `error: message`; exit code 1. */
var CommandError = class extends Error {};
/** Ends the command with an exit code, having said all there was to say. */
var Exit = class extends Error {
	code;
	constructor(code, message = "") {
		super(message);
		this.code = code;
	}
};
/** The API server's answer when a request fails. */
var StatusError = class StatusError extends Error {
	status;
	constructor(status) {
		super(status.message ?? "unknown");
		this.status = status;
	}
	get reason() {
		return this.status.reason ?? "";
	}
	/** The same failure with another message. */
	withMessage(message) {
		return new StatusError({
			...this.status,
			message
		});
	}
};
/** No such resource type: printed without `error:`. */
var NoResourceMatchError = class extends Error {
	constructor(resource, group = "", version = "") {
		const quoted = JSON.stringify;
		const what = `the server doesn't have a resource type ${quoted(resource)}`;
		if (group && version) super(`${what} in group ${quoted(group)} and version ${quoted(version)}`);
		else if (group) super(`${what} in group ${quoted(group)}`);
		else super(version ? `${what} in version ${quoted(version)}` : what);
	}
};
/** The server cannot be reached: printed as it is. */
var ConnectionError = class extends Error {};
/** Several failures, each printed on its own line. */
var Aggregate = class Aggregate extends Error {
	errors;
	constructor(errors) {
		super(errors.length === 1 ? errors[0].message : `[${[...new Set(errors.map((one) => one.message))].join(", ")}]`);
		this.errors = errors.flatMap((one) => one instanceof Aggregate ? one.errors : [one]);
	}
};
/** Throws what was collected, if anything. */
function throwAll(errors) {
	if (errors.length === 1) throw errors[0];
	if (errors.length > 1) throw new Aggregate(errors);
}
function isNotFound(error) {
	return error instanceof StatusError && error.reason === "NotFound";
}
/** What stderr shows for a failure, and the exit code. Anything that is no failure of a command is thrown again. */
function explainError(error) {
	if (error instanceof Exit) return {
		text: line(error.message),
		code: error.code
	};
	if (error instanceof Aggregate && error.errors.length > 1) return {
		text: error.errors.map((one) => `${messageOf(one)}\n`).join(""),
		code: 1
	};
	const one = error instanceof Aggregate ? error.errors[0] : error;
	if (one instanceof StatusError && one.reason === "Invalid") return {
		text: line(invalidText(one.status)),
		code: 1
	};
	if (one instanceof StatusError || one instanceof NoResourceMatchError || one instanceof ConnectionError) return {
		text: line(messageOf(one)),
		code: 1
	};
	if (one instanceof CommandError) return {
		text: line(one.message.startsWith("error: ") ? one.message : `error: ${one.message}`),
		code: 1
	};
	throw error;
}
/** One failure as a line, the way several are listed. */
function messageOf(error) {
	if (error instanceof StatusError) {
		if (error.reason === "Unauthorized") return `error: You must be logged in to the server (${error.message})`;
		return error.reason === "" ? `Error from server: ${error.message}` : `Error from server (${error.reason}): ${error.message}`;
	}
	if (error instanceof NoResourceMatchError || error instanceof ConnectionError) return error.message;
	return error.message.startsWith("error: ") ? error.message : `error: ${error.message}`;
}
/** `The Pod "x" is invalid: ...`, one line a cause. */
function invalidText({ details, message }) {
	if (!details) return message ? `The request is invalid: ${message}` : "The request is invalid";
	const causes = [...new Set((details.causes ?? []).map((cause) => `${cause.field}: ${cause.message}`))];
	let start = "The request is invalid";
	if (details.kind || details.name) start = `The ${details.kind ?? ""} ${JSON.stringify(details.name ?? "")} is invalid`;
	else if (message && causes.length === 0) start += `: ${message}`;
	if (causes.length === 0) return start;
	return causes.length === 1 ? `${start}: ${causes[0]}` : `${start}: \n${causes.map((cause) => `* ${cause}\n`).join("")}`;
}
function line(text) {
	return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
// src/kubectl/json.ts
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function metadataOf(object) {
	return isObject(object["metadata"]) ? object["metadata"] : {};
}
function textOf(value) {
	return typeof value === "string" ? value : "";
}
/** The items of a list object; undefined when it is no list. */
function itemsOf(object) {
	if (!isObject(object) || !textOf(object["kind"]).endsWith("List")) return void 0;
	if (object["items"] === void 0 || object["items"] === null) return [];
	return Array.isArray(object["items"]) ? object["items"] : void 0;
}
/** The value at a path of keys and indexes; undefined where the path ends early. */
function at(value, ...path) {
	let here = value;
	for (const key of path) here = typeof here === "object" && here !== null ? here[key] : void 0;
	return here;
}
/** A copy with the value at a path replaced (objects are made on the way); undefined removes the key. */
function withValue(object, path, value) {
	const [key, ...rest] = path;
	if (rest.length > 0) return {
		...object,
		[key]: withValue(isObject(object[key]) ? object[key] : {}, rest, value)
	};
	if (value !== void 0) return {
		...object,
		[key]: value
	};
	const { [key]: _removed, ...others } = object;
	return others;
}
function sameJson(a, b) {
	if (a === b) return true;
	if (typeof a !== "object" || typeof b !== "object" || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
	const left = Object.keys(a);
	return left.length === Object.keys(b).length && left.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]));
}
// src/kubectl/client.ts
/** Virtual time that a request takes on the way, ms. */
var ROUND_TRIP_MS = 5;
var JSON_TYPE = "application/json";
var TABLE_ACCEPT = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";
/** Discovery of all groups in two answers instead of one a group. */
var DISCOVERY_ACCEPT = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";
var PATCH_TYPES = {
	strategic: "application/strategic-merge-patch+json",
	merge: "application/merge-patch+json",
	json: "application/json-patch+json",
	apply: "application/apply-patch+yaml"
};
var Client = class {
	options;
	/** Warnings printed so far: each is printed once. */
	warnings = /* @__PURE__ */ new Set();
	constructor(options) {
		this.options = options;
	}
	/** One request. Prints warnings. Throws StatusError when the answer is a failure. */
	*send(request) {
		const headers = {
			accept: JSON_TYPE,
			"user-agent": "kubectl/v1.36.4",
			...request.headers
		};
		const { impersonate, token } = this.options;
		if (impersonate?.user) headers["impersonate-user"] = impersonate.user;
		if (impersonate?.groups.length) headers["impersonate-group"] = impersonate.groups.join(",");
		if (impersonate?.uid) headers["impersonate-uid"] = impersonate.uid;
		if (token) headers["authorization"] = `Bearer ${token}`;
		yield* latency(ROUND_TRIP_MS);
		const response = yield* device("apiserver", {
			actor: this.options.fieldManager,
			...request,
			headers
		});
		for (const warning of response.warnings) {
			if (this.warnings.has(warning)) continue;
			this.warnings.add(warning);
			yield* write(2, `Warning: ${warning}\n`);
		}
		if (response.status >= 400) throw new StatusError(statusOf(response));
		return response;
	}
	*get(path, query, headers) {
		return (yield* this.send({
			method: "GET",
			path,
			...withQuery(query),
			...headers && { headers }
		})).body;
	}
	*create(path, object, query) {
		return this.body(yield* this.send({
			method: "POST",
			path,
			body: object,
			...withQuery({
				fieldManager: this.options.fieldManager,
				...query
			}),
			headers: { "content-type": JSON_TYPE }
		}));
	}
	*replace(path, object, query) {
		return this.body(yield* this.send({
			method: "PUT",
			path,
			body: object,
			...withQuery({
				fieldManager: this.options.fieldManager,
				...query
			}),
			headers: { "content-type": JSON_TYPE }
		}));
	}
	*patch(path, type, patch, query) {
		return this.body(yield* this.send({
			method: "PATCH",
			path,
			body: patch,
			...withQuery({
				fieldManager: this.options.fieldManager,
				...query
			}),
			headers: { "content-type": PATCH_TYPES[type] }
		}));
	}
	*delete(path, options, query) {
		const body = {
			kind: "DeleteOptions",
			apiVersion: "v1",
			...options
		};
		return this.body(yield* this.send({
			method: "DELETE",
			path,
			body,
			...withQuery(query),
			headers: { "content-type": JSON_TYPE }
		}));
	}
	/** A watch; cancel the channel when done with it. */
	*watch(path, query, headers) {
		const response = yield* this.send({
			method: "GET",
			path,
			...withQuery({
				...query,
				watch: "true"
			}),
			...headers && { headers }
		});
		if (!response.watch) throw new Error(`the server did not start a watch of ${path}`);
		return response.watch;
	}
	body(response) {
		return response.body;
	}
};
function withQuery(query) {
	const entries = Object.entries(query ?? {}).filter((entry) => entry[1] !== void 0 && entry[1] !== "");
	return entries.length === 0 ? {} : { query: Object.fromEntries(entries) };
}
function statusOf({ status, body }) {
	if (typeof body === "object" && body !== null && body.kind === "Status") return body;
	return {
		kind: "Status",
		apiVersion: "v1",
		metadata: {},
		status: "Failure",
		code: status,
		message: typeof body === "string" ? body.trimEnd() : "unknown"
	};
}
// src/kubectl/resource/mapper.ts
/** `pods`, `deployments.apps` */
function groupResource(mapping) {
	return mapping.group === "" ? mapping.resource : `${mapping.resource}.${mapping.group}`;
}
/** `pod`, `deployment.apps`: how printers name a kind. */
function groupKind(mapping) {
	const kind = mapping.kind.toLowerCase();
	return mapping.group === "" ? kind : `${kind}.${mapping.group}`;
}
/** `v1`, `apps/v1` */
function groupVersion(mapping) {
	return mapping.group === "" ? mapping.version : `${mapping.group}/${mapping.version}`;
}
/** The path of a resource's collection, or of one object. Namespace '' for all namespaces and for cluster-scoped kinds. */
function pathOf(mapping, namespace, name = "", subresource = "") {
	const parts = [mapping.group === "" ? `/api/${mapping.version}` : `/apis/${mapping.group}/${mapping.version}`];
	if (mapping.namespaced && namespace !== "") parts.push("namespaces", encodeURIComponent(namespace));
	parts.push(mapping.resource);
	if (name !== "") parts.push(encodeURIComponent(name));
	if (subresource !== "") parts.push(subresource);
	return parts.join("/");
}
/** The resources in the server's order: the core group first, preferred versions first. */
var RestMapper = class {
	mappings;
	constructor(mappings) {
		this.mappings = mappings;
	}
	/** The resource meant by `po`, `pods`, `pod`, `Pod`, `deployments.apps`, `deployments.v1.apps`; undefined when there is none. */
	find(name) {
		const [first = "", ...rest] = name.split(".");
		const tail = rest.join(".");
		const [version = "", ...groupParts] = rest;
		return (groupParts.length > 0 ? this.match(first, groupParts.join("."), version) : void 0) ?? (rest.length > 0 ? this.match(first, tail, void 0) : this.match(first, void 0, void 0)) ?? (rest.length === 1 ? this.match(first, void 0, version) : void 0);
	}
	/** As `find`; throws what kubectl prints for an unknown resource. */
	require(name) {
		const found = this.find(name);
		if (!found) throw new CommandError(`the server doesn't have a resource type ${JSON.stringify(name.split(".")[0])}`);
		return found;
	}
	/** As `require`, with the other wording (no `error:`) of explain and rollout. */
	requireResource(name) {
		const found = this.find(name);
		if (found) return found;
		const [resource = "", ...group] = name.split(".");
		throw new NoResourceMatchError(resource, group.join("."));
	}
	/** The mapping of an object's own apiVersion and kind. */
	forKind(apiVersion, kind) {
		return this.mappings.find((one) => one.kind === kind && groupVersion(one) === apiVersion);
	}
	/** The members of a category such as `all`; undefined when the name is none. */
	category(name) {
		const members = this.mappings.filter((one) => one.categories.includes(name));
		return members.length > 0 ? members : void 0;
	}
	match(name, group, version) {
		const lower = name.toLowerCase();
		const inGroup = this.mappings.filter((one) => (group === void 0 || one.group === group || group !== "" && one.group.startsWith(`${group}.`)) && (version === void 0 || one.version === version));
		return inGroup.find((one) => one.resource === lower || one.singular === lower) ?? inGroup.find((one) => one.shortNames.includes(lower)) ?? inGroup.find((one) => one.kind.toLowerCase() === lower);
	}
};
/** Asks the server for all its resources (aggregated discovery). */
function* loadMapper(client) {
	const mappings = [];
	for (const path of ["/api", "/apis"]) {
		const list = yield* client.get(path, void 0, { accept: DISCOVERY_ACCEPT });
		for (const { metadata, versions } of list.items ?? []) for (const { version, resources } of versions) for (const one of resources ?? []) mappings.push(mappingOf(metadata?.name ?? "", version, one));
	}
	return new RestMapper(mappings);
}
function mappingOf(group, version, one) {
	return {
		group,
		version,
		kind: one.responseKind?.kind ?? "",
		resource: one.resource,
		singular: one.singularResource ?? "",
		shortNames: one.shortNames ?? [],
		categories: one.categories ?? [],
		namespaced: one.scope === "Namespaced",
		verbs: one.verbs ?? [],
		subresources: (one.subresources ?? []).map(({ subresource }) => subresource)
	};
}
// src/kubectl/completion/live.ts
/** Nothing to offer when the request fails: completion never complains. */
function* quietly(look) {
	try {
		return yield* look();
	} catch (error) {
		if (error instanceof StatusError || error instanceof CommandError || error instanceof ConnectionError) return [];
		throw error;
	}
}
function* namesOf(invocation, mapping, prefix = "") {
	const namespace = mapping.namespaced ? yield* invocation.namespace() : "";
	return (itemsOf(yield* (yield* invocation.client()).get(pathOf(mapping, namespace))) ?? []).map((item) => ({ value: `${prefix}${metadataOf(item).name ?? ""}` }));
}
/** Names of one kind: `namesOfKind('pods')`. */
var namesOfKind = (resource) => function* ({ invocation }) {
	return yield* quietly(function* () {
		const mapping = (yield* invocation.mapper()).find(resource);
		return mapping ? yield* namesOf(invocation, mapping) : [];
	});
};
var completeNamespaces = namesOfKind("namespaces");
/** Pod names; and with `TYPE/`, names of that type. */
var completePods = function* (context) {
	if (context.invocation.args.length > 0) return [];
	return context.word.includes("/") ? yield* completeTypeAndName(context) : yield* namesOfKind("pods")(context);
};
/** `TYPE`, `TYPE NAME...`, `TYPE/NAME...`, and the next of a comma list of types. */
var completeTypeAndName = function* (context) {
	return yield* typeAndName(context, () => true);
};
/** As completeTypeAndName, for these types only. */
var typesAndNames = (...resources) => function* (context) {
	return yield* typeAndName(context, (mapping) => resources.includes(mapping.resource));
};
function* typeAndName({ invocation, word }, fits) {
	return yield* quietly(function* () {
		const mapper = yield* invocation.mapper();
		const slash = word.indexOf("/");
		if (slash > 0) {
			const mapping = mapper.find(word.slice(0, slash));
			return mapping ? yield* namesOf(invocation, mapping, word.slice(0, slash + 1)) : [];
		}
		const [first] = invocation.args;
		if (first !== void 0 && !first.includes("/")) {
			const mapping = first.includes(",") ? void 0 : mapper.find(first);
			if (!mapping) return [];
			return (yield* namesOf(invocation, mapping)).filter(({ value }) => !invocation.args.includes(value, 1));
		}
		const before = word.slice(0, word.lastIndexOf(",") + 1);
		const types = mapper.mappings.filter((mapping) => mapping.verbs.includes("get") && fits(mapping));
		const open = first !== void 0;
		const names = types.map((mapping) => {
			const plain = mapper.find(mapping.resource) === mapping ? mapping.resource : groupResource(mapping);
			return {
				value: before + plain + (open ? "/" : ""),
				description: mapping.kind,
				...open && { open }
			};
		});
		const short = types.flatMap((mapping) => mapping.shortNames.filter((name) => name.startsWith(word.slice(before.length)) && word.length > before.length).map((name) => ({
			value: before + name,
			description: mapping.kind
		})));
		return [...names, ...open ? [] : short].sort((a, b) => a.value < b.value ? -1 : 1);
	});
}
/** Names of resource types alone, for explain and api-resources. */
var completeTypes = function* ({ invocation }) {
	return yield* quietly(function* () {
		return (yield* invocation.mapper()).mappings.map((mapping) => ({
			value: groupResource(mapping),
			description: mapping.kind
		}));
	});
};
/** Containers of the pod that the first argument names. */
var completeContainers = function* ({ invocation }) {
	return yield* quietly(function* () {
		const [pod] = invocation.args;
		const mapping = (yield* invocation.mapper()).find("pods");
		if (pod === void 0 || !mapping) return [];
		const object = yield* (yield* invocation.client()).get(pathOf(mapping, yield* invocation.namespace(), pod.replace(/^(pods?|po)\//, "")));
		return [
			"containers",
			"initContainers",
			"ephemeralContainers"
		].flatMap((field) => (at(object, "spec", field) ?? []).map((one) => ({
			value: textOf(one.name),
			description: textOf(one.image)
		})));
	});
};
/** `key=value` of the labels that objects of the named type carry. */
var completeLabelKeys = function* ({ invocation, word }) {
	return yield* quietly(function* () {
		const mapping = (yield* invocation.mapper()).find((invocation.args[0] ?? "pods").split(/[/,]/)[0]);
		if (!mapping) return [];
		const namespace = mapping.namespaced ? yield* invocation.namespace() : "";
		const list = yield* (yield* invocation.client()).get(pathOf(mapping, namespace));
		const pairs = new Set((itemsOf(list) ?? []).flatMap((item) => Object.entries(metadataOf(item).labels ?? {}).map(([key, value]) => `${key}=${value}`)));
		const before = word.slice(0, word.lastIndexOf(",") + 1);
		return [...pairs].sort().map((pair) => ({ value: before + pair }));
	});
};
export { isNotFound as A, Aggregate as C, NoResourceMatchError as D, Exit as E, StatusError as O, withValue as S, ConnectionError as T, isObject as _, completeTypeAndName as a, sameJson as b, typesAndNames as c, groupVersion as d, loadMapper as f, at as g, TABLE_ACCEPT as h, completePods as i, throwAll as j, explainError as k, groupKind as l, Client as m, completeLabelKeys as n, completeTypes as o, pathOf as p, completeNamespaces as r, namesOfKind as s, completeContainers as t, groupResource as u, itemsOf as v, CommandError as w, textOf as x, metadataOf as y };
