import { l as parseLabelSelector, s as matches, t as SelectorError } from "./selector-DOdAZD_P.js";
import { i as files } from "./sys-DzG-ihIq.js";
import { A as isNotFound, C as Aggregate, O as StatusError, S as withValue, d as groupVersion, p as pathOf, u as groupResource, v as itemsOf, w as CommandError, x as textOf, y as metadataOf } from "./live-DW4PX-bo.js";
import { i as readSources, n as parseManifests } from "./files-C7owFt9u.js";
// src/kubectl/resource/builder.ts
/** The resource builder: from `po,svc`, `deploy/web`, `-l app=web` or `-f file` to the objects that are meant. */
var MISSING_RESOURCE = `You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'`;
/** The options that flags of the usual names give. */
function* builderOptions(invocation, args, more = {}) {
	const { flags } = invocation;
	const { namespace, explicitNamespace } = yield* invocation.target();
	const list = (name) => flags.has(name) ? flags.list(name) : [];
	const text = (name) => flags.has(name) ? flags.string(name) : "";
	const on = (name) => flags.has(name) && flags.bool(name);
	return {
		args,
		namespace,
		explicitNamespace,
		allNamespaces: on("all-namespaces"),
		filenames: list("filename"),
		kustomize: text("kustomize"),
		recursive: on("recursive"),
		labelSelector: text("selector"),
		fieldSelector: text("field-selector"),
		all: on("all"),
		local: on("local"),
		...more
	};
}
/** Reads the arguments. Throws CommandError in the builder's words. */
function* select(invocation, options) {
	const filenames = options.filenames ?? [];
	const base = {
		labelSelector: (options.labelSelector ?? "").trim(),
		fieldSelector: (options.fieldSelector ?? "").trim(),
		subresource: options.subresource ?? ""
	};
	const namespace = options.allNamespaces ? "" : options.namespace;
	if (options.kustomize && filenames.length > 0) throw new CommandError("only one of -f or -k can be specified");
	if (options.kustomize) throw yield* kustomizeError(options.kustomize);
	if (options.all && base.labelSelector !== "") throw new CommandError("setting 'all' parameter but found a non empty selector. ");
	const named = readNames(options);
	if (filenames.length > 0) {
		if (named.types.length > 0) throw new CommandError("when paths, URLs, or stdin is provided as input, you may not specify resource arguments as well");
		if (named.tuples.length > 0) throw new CommandError("resource/name arguments cannot be provided when a path is specified");
		return {
			...base,
			kind: "files",
			...yield* fromFiles(invocation, options, base.labelSelector)
		};
	}
	const mapper = yield* invocation.mapper();
	const types = named.types.length > 0 && named.expand ? expandCategories(named.types, mapper) : named.types;
	const everything = options.all || options.allowEmptySelector && types.length > 0 && named.names.length === 0;
	if (base.labelSelector !== "" || base.fieldSelector !== "" || everything) {
		if (named.names.length > 0) throw new CommandError("name cannot be provided when a selector is specified");
		if (named.tuples.length > 0 && (base.labelSelector !== "" || base.fieldSelector !== "" || options.all)) throw new CommandError("selectors and the all flag cannot be used when passing resource/name arguments");
		if (named.tuples.length === 0) {
			if (types.length === 0) throw new CommandError("at least one resource must be specified to use a selector");
			if (base.subresource !== "") throw new CommandError("subresource cannot be used when bulk resources are specified");
			const infos = mappingsOf(types, mapper, options).map((mapping) => ({
				mapping,
				namespace: mapping.namespaced ? namespace : "",
				name: "",
				source: ""
			}));
			return {
				...base,
				kind: "selector",
				infos,
				single: false
			};
		}
	}
	if (named.tuples.length > 0) {
		const infos = named.tuples.map(({ type, name }) => info(mapper.require(type), name, namespace, options));
		if (options.singleResourceType && new Set(infos.map((one) => groupResource(one.mapping))).size > 1) throw MULTIPLE_TYPES();
		return {
			...base,
			kind: "names",
			infos,
			single: infos.length === 1
		};
	}
	if (named.names.length > 0) {
		if (types.length > 1) throw new CommandError("you must specify only one resource");
		const [mapping = mapper.require("")] = mappingsOf(types, mapper, options);
		return {
			...base,
			kind: "names",
			infos: named.names.map((name) => info(mapping, name, namespace, options)),
			single: named.names.length === 1
		};
	}
	if (types.length > 0) {
		for (const type of types) mapper.require(type);
		throw new CommandError("resource(s) were provided, but no name was specified");
	}
	throw new CommandError(MISSING_RESOURCE);
}
var MULTIPLE_TYPES = () => new CommandError("you may only specify a single resource type");
/** Why -k and `kustomize` do nothing here. */
function* kustomizeError(path) {
	if (yield* files((tree, cwd) => tree.isDirectory(tree.resolve(cwd, path)))) return new CommandError("kustomizations are not supported by Drydock yet: apply the files one by one");
	return new CommandError(`must build at directory: not a valid directory: evalsymlink failure on '${path}' : lstat ${path}: no such file or directory`);
}
/** `pods a b`, `po,svc`, `po,svc a`, `po/a svc/b`. */
function readNames({ args }) {
	let words = args;
	const first = splitComma(words[0] ?? "");
	if (words.length >= 2 && first.length > 1) words = first.flatMap((type) => words.slice(1).map((name) => `${type}/${name}`));
	const slashes = words.filter((word) => word.includes("/")).length;
	if (slashes > 0 && slashes !== words.length) throw new CommandError("there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'");
	if (slashes > 0) return {
		types: [],
		names: [],
		tuples: words.map((word) => {
			const [type = "", name = "", ...more] = word.split("/");
			if (more.length > 0) throw new CommandError("arguments in resource/name form may not have more than one slash");
			if (type === "" || name === "" || splitComma(type).length !== 1) throw new CommandError("arguments in resource/name form must have a single resource and name");
			return {
				type,
				name
			};
		}),
		expand: false
	};
	return {
		types: splitComma(words[0] ?? ""),
		names: words.slice(1),
		tuples: [],
		expand: true
	};
}
/** The types of a comma list, without repeats. */
function splitComma(text) {
	return [...new Set(text.split(",").filter((type) => type !== ""))];
}
function expandCategories(types, mapper) {
	return types.flatMap((type) => mapper.category(type)?.map(groupResource) ?? [type]);
}
function mappingsOf(types, mapper, options) {
	if (types.length > 1 && options.singleResourceType) throw MULTIPLE_TYPES();
	return [...new Set(types.map((type) => mapper.require(type)))];
}
function info(mapping, name, namespace, options) {
	if (name === "") throw new CommandError("resource name may not be empty");
	if (mapping.namespaced && namespace === "") throw new CommandError(options.allNamespaces ? "a resource cannot be retrieved by name across all namespaces" : "namespace may not be empty when retrieving a resource by name");
	return {
		mapping,
		namespace: mapping.namespaced ? namespace : "",
		name,
		source: ""
	};
}
function* fromFiles(invocation, options, labelSelector) {
	const { sources, single } = yield* readSources(options.filenames ?? [], options.recursive ?? false);
	const mapper = options.local ? void 0 : yield* invocation.mapper();
	const wanted = labelSelector === "" ? void 0 : parseSelector(labelSelector);
	const infos = [];
	const errors = [];
	const keep = (work) => {
		try {
			return work();
		} catch (error) {
			if (!(error instanceof CommandError)) throw error;
			errors.push(error);
			return;
		}
	};
	for (const source of sources) for (const manifest of keep(() => parseManifests(source, options.validate ?? false).flatMap(flatten)) ?? []) {
		const one = keep(() => infoOf(manifest, mapper, options));
		if (one && (!wanted || matches(wanted, metadataOf(one.object).labels))) infos.push(one);
	}
	return {
		infos,
		single,
		errors
	};
}
function parseSelector(text) {
	try {
		return parseLabelSelector(text);
	} catch (error) {
		if (error instanceof SelectorError) throw new CommandError(`the provided selector ${JSON.stringify(text)} is not valid: ${error.message}`);
		throw error;
	}
}
/** A List is taken as its items. */
function flatten(manifest) {
	const items = itemsOf(manifest.object);
	return items ? items.flatMap((object) => flatten({
		object,
		source: manifest.source
	})) : [manifest];
}
/** What --local knows of a kind: its name. */
function localMapping(apiVersion, kind) {
	const [version = "", group = ""] = apiVersion.split("/").reverse();
	const resource = kind.toLowerCase();
	return {
		group,
		version,
		kind,
		resource,
		singular: resource,
		namespaced: false,
		shortNames: [],
		categories: [],
		verbs: [],
		subresources: []
	};
}
function infoOf({ object, source }, mapper, options) {
	const [apiVersion, kind] = [textOf(object["apiVersion"]), textOf(object["kind"])];
	const { name = "", namespace = "" } = metadataOf(object);
	if (!mapper) return {
		mapping: localMapping(apiVersion, kind),
		namespace,
		name,
		object,
		source
	};
	const mapping = mapper.forKind(apiVersion, kind);
	if (!mapping) throw new CommandError(`resource mapping not found for name: ${JSON.stringify(name)} namespace: ${JSON.stringify(namespace)} from ${JSON.stringify(source)}: no matches for kind ${JSON.stringify(kind)} in version ${JSON.stringify(apiVersion)}\nensure CRDs are installed first`);
	if (!mapping.namespaced) return {
		mapping,
		namespace: "",
		name,
		object: namespace === "" ? object : withValue(object, ["metadata", "namespace"], void 0),
		source
	};
	if (namespace !== "" && options.explicitNamespace && namespace !== options.namespace) throw new CommandError(`the namespace from the provided object ${JSON.stringify(namespace)} does not match the namespace ${JSON.stringify(options.namespace)}. You must pass '--namespace=${namespace}' to perform this operation.`);
	if (namespace !== "") return {
		mapping,
		namespace,
		name,
		object,
		source
	};
	return {
		mapping,
		namespace: options.namespace,
		name,
		object: withValue(object, ["metadata", "namespace"], options.namespace),
		source
	};
}
/** Fetches the selected objects, lists item by item. */
function* fetchObjects(invocation, selection) {
	const infos = [];
	const errors = [...selection.errors ?? []];
	for (const one of selection.infos) try {
		if (selection.kind !== "selector") {
			if (one.name === "" && selection.kind === "files") infos.push(one);
			else infos.push({
				...one,
				object: yield* getObject(invocation, one, selection.subresource)
			});
			continue;
		}
		const list = yield* listObjects(invocation, one, selection);
		for (const item of itemsOf(list) ?? []) {
			const object = {
				apiVersion: groupVersion(one.mapping),
				kind: one.mapping.kind,
				...item
			};
			const { name = "", namespace = "" } = metadataOf(object);
			infos.push({
				mapping: one.mapping,
				namespace,
				name,
				object,
				source: ""
			});
		}
	} catch (error) {
		if (!(error instanceof StatusError)) throw error;
		errors.push(error);
	}
	return {
		infos,
		errors
	};
}
/** As fetchObjects, but a failure ends the command. */
function* requireObjects(invocation, selection) {
	const { infos, errors } = yield* fetchObjects(invocation, selection);
	if (errors.length > 0) throw errors.length === 1 ? errors[0] : new Aggregate(errors);
	return infos;
}
/** Fetches one object. */
function* getObject(invocation, { mapping, namespace, name }, subresource = "", ...how) {
	const client = yield* invocation.client();
	try {
		return yield* client.get(pathOf(mapping, namespace, name, subresource), ...how);
	} catch (error) {
		if (isNotFound(error) && namespace !== "" && namespace !== "default") yield* requireNamespace(client, namespace);
		throw error;
	}
}
function* requireNamespace(client, namespace) {
	try {
		yield* client.get(`/api/v1/namespaces/${encodeURIComponent(namespace)}`);
	} catch (error) {
		if (isNotFound(error) || !(error instanceof StatusError)) throw error;
	}
}
/** Fetches a list, or a Table of it. Failures read as kubectl words them. */
function* listObjects(invocation, { mapping, namespace }, selection, table) {
	const { labelSelector, fieldSelector } = selection;
	try {
		const client = yield* invocation.client();
		const query = {
			labelSelector,
			fieldSelector,
			includeObject: table?.includeObject
		};
		return yield* client.get(pathOf(mapping, namespace), query, table && { accept: "application/json;as=Table;v=v1;g=meta.k8s.io,application/json" });
	} catch (error) {
		if (!(error instanceof StatusError) || error.reason !== "BadRequest" && error.reason !== "NotFound") throw error;
		const resource = JSON.stringify(`${mapping.group}/${mapping.version}, Resource=${mapping.resource}`);
		if (labelSelector === "" && fieldSelector === "") throw error.withMessage(`Unable to list ${resource}: ${error.message}`);
		throw error.withMessage(`Unable to find ${resource} that match label selector ${JSON.stringify(labelSelector)}, field selector ${JSON.stringify(fieldSelector)}: ${error.message}`);
	}
}
export { kustomizeError as a, requireObjects as c, getObject as i, select as l, builderOptions as n, listObjects as o, fetchObjects as r, parseSelector as s, MISSING_RESOURCE as t };
