import { _ as receive, l as now } from "./sys-DzG-ihIq.js";
import { S as printFlags, h as OBJECT_FORMATS, o as ALL_NAMESPACES, s as CHUNK_SIZE, u as FIELD_SELECTOR, v as SELECTOR, x as filenameFlags, y as SUBRESOURCE } from "./kubectl-Dwlf-DqN.js";
import { A as isNotFound, C as Aggregate, O as StatusError, _ as isObject, a as completeTypeAndName, h as TABLE_ACCEPT, j as throwAll, l as groupKind, p as pathOf, u as groupResource, v as itemsOf, w as CommandError, x as textOf, y as metadataOf } from "./live-DW4PX-bo.js";
import { i as compareQuantity, o as parseQuantity, t as QuantityError } from "./quantity-yctvb4CZ.js";
import { a as goSort, f as typeName, p as withInts } from "./yaml-B_WFZAc6.js";
import { a as printWith, f as printTable, g as JsonPathError, h as relaxedJSONPathExpression, i as objectPrinter, m as parseJsonPath, p as executeJsonPath, u as TabWriter } from "./printer-DzE4IJcq.js";
import { i as getObject, l as select, n as builderOptions, o as listObjects, r as fetchObjects } from "./builder-AkFWgCoJ.js";
import { o as humanDuration } from "./duration-BkGN6qFG.js";
import { n as formatLabels } from "./selector-DOdAZD_P.js";
import { o as isFailure } from "./common-r3JoOt2D.js";
// src/kubectl/output/sort.ts
var SortError = class extends Error {};
/**
* `items` in the order of the field that `field` (a relaxed JSONPath) names in each one's object; items without it come first.
* Throws SortError when the path is wrong or no object has the field.
*/
function sortBy(items, field, objectOf) {
	const keyed = items.map((item) => ({
		item,
		value: void 0
	}));
	let path = field;
	try {
		path = relaxedJSONPathExpression(field);
		const parsed = parseJsonPath(path);
		for (const entry of keyed) entry.value = executeJsonPath(parsed, objectOf(entry.item))[0]?.[0];
	} catch (error) {
		throw error instanceof JsonPathError ? new SortError(error.message) : error;
	}
	if (items.length > 0 && keyed.every(({ value }) => value === void 0)) throw new SortError(`couldn't find any field with path ${JSON.stringify(path)} in the list of objects`);
	const less = (a, b) => a.value === void 0 || b.value !== void 0 && isLess(a.value, b.value, path);
	return goSort(keyed, less).map(({ item }) => item);
}
/** Numbers by value, strings as quantities when both are such, else by their text; lists element by element. */
function isLess(a, b, path) {
	if (a === null || b === null) return a === null && b !== null;
	if (Array.isArray(a) && Array.isArray(b)) return a.slice(0, b.length).every((part, index) => isLess(part, b[index], path));
	if (typeof a !== typeof b || typeof a === "object" || typeof a === "boolean") throw new SortError(`Field ${path} in ${typeName(withInts(a), "int64")} is an unsortable type: interface, err: unsortable type: ${typeName(withInts(a), "int64")}`);
	if (typeof a !== "string") return a < b;
	const [left, right] = [toQuantity(a), toQuantity(b)];
	return left && right ? compareQuantity(left, right) < 0 : a < b;
}
function toQuantity(text) {
	if (!/^[-+.\d]/.test(text)) return void 0;
	try {
		return parseQuantity(text);
	} catch (error) {
		if (error instanceof QuantityError) return void 0;
		throw error;
	}
}
// src/kubectl/table.ts
/** Tables as the server answers them, and how `kubectl get` decorates and prints them. */
/** The server's answer as a Table; undefined when it is none (then it is printed by name and age). */
function asTable(answer) {
	if (!isObject(answer) || answer["kind"] !== "Table") return void 0;
	return {
		columnDefinitions: answer["columnDefinitions"] ?? [],
		rows: answer["rows"] ?? []
	};
}
/** A Table for objects that the server did not make one of. */
function plainTable(objects, now) {
	return {
		columnDefinitions: [{
			name: "Name",
			type: "string",
			format: "name"
		}, {
			name: "Age",
			type: "string"
		}],
		rows: objects.map((object) => {
			const created = Date.parse(textOf(metadataOf(object)["creationTimestamp"]));
			return {
				cells: [metadataOf(object).name ?? "", Number.isNaN(created) ? "<unknown>" : humanDuration(now - created)],
				object
			};
		})
	};
}
var EVENT_TYPES = {
	ADDED: "ADDED   ",
	MODIFIED: "MODIFIED",
	DELETED: "DELETED ",
	ERROR: "ERROR   "
};
/** Prints tables one after the other (a watch sends many): headers once, columns as wide as they ever were. */
var TablePrinter = class {
	options;
	writer = new TabWriter();
	columns = [];
	headersPrinted = false;
	constructor(options) {
		this.options = options;
	}
	/** The lines for a table; '' when it has no rows. `eventType` adds the EVENT column of --output-watch-events. */
	print(table, eventType) {
		if (table.rows.length === 0) return "";
		const { options } = this;
		const same = table.columnDefinitions.length === 0 || sameColumns(table.columnDefinitions, this.columns);
		const noHeaders = options.noHeaders || this.headersPrinted && same;
		if (table.columnDefinitions.length > 0) this.columns = table.columnDefinitions;
		this.headersPrinted = true;
		const shown = this.columns.flatMap((column, index) => options.wide || !column.priority ? [{
			column,
			index
		}] : []);
		const nameIndex = options.kindPrefix === "" ? -1 : this.columns.findIndex((column) => column.format === "name" && column.type === "string");
		const header = [
			...eventType === void 0 ? [] : ["EVENT"],
			...options.withNamespace ? ["NAMESPACE"] : [],
			...shown.map(({ column }) => column.name.toUpperCase()),
			...options.columnLabels.map((label) => label.slice(label.lastIndexOf("/") + 1).toUpperCase()),
			...options.showLabels ? ["LABELS"] : []
		];
		const rows = table.rows.map((row) => {
			const { namespace = "", labels } = metadataOf(row.object ?? {});
			return [
				...eventType === void 0 ? [] : [EVENT_TYPES[eventType] ?? eventType],
				...options.withNamespace ? [namespace] : [],
				...shown.map(({ index }) => index === nameIndex ? `${options.kindPrefix}/${cell(row.cells[index])}` : cell(row.cells[index])),
				...options.columnLabels.map((label) => labels?.[label] ?? ""),
				...options.showLabels ? [formatLabels(labels)] : []
			];
		});
		return printTable(noHeaders ? rows : [header, ...rows], this.writer);
	}
};
function sameColumns(a, b) {
	return a.length === b.length && a.every((column, index) => column.name === b[index]?.name && (column.priority ?? 0) === (b[index]?.priority ?? 0));
}
function cell(value) {
	return value === null || value === void 0 ? "" : String(value);
}
// src/kubectl/commands/get.ts
var MORE_FORMATS = [
	"custom-columns",
	"custom-columns-file",
	"wide"
];
var SUGGEST_API_RESOURCES = "Use \"kubectl api-resources\" for a complete list of supported resources.";
var OUTPUT = {
	name: "output",
	shorthand: "o",
	type: "string",
	usage: `Output format. One of: (${[...OBJECT_FORMATS, ...MORE_FORMATS].sort().join(", ")}).`,
	values: [...OBJECT_FORMATS, ...MORE_FORMATS].sort()
};
var get = {
	usage: `get [(-o|--output=)${[
		"json",
		"yaml",
		"kyaml",
		"name",
		"go-template",
		"go-template-file",
		"template",
		"templatefile",
		"jsonpath",
		"jsonpath-as-json",
		"jsonpath-file",
		"custom-columns",
		"custom-columns-file",
		"wide"
	].join("|")}] (TYPE[.VERSION][.GROUP] [NAME | -l label] | TYPE[.VERSION][.GROUP]/NAME ...) [flags]`,
	long: `Show resources, one line each, or whole in the format that -o names. Without a name every resource of the type in the namespace is listed; labels (-l) and fields (--field-selector) narrow the list.\n\n${SUGGEST_API_RESOURCES}`,
	examples: [
		["List all pods", "kubectl get pods"],
		["List all pods with more columns, such as the node", "kubectl get pods -o wide"],
		["Show one deployment as YAML", "kubectl get deployment web -o yaml"],
		["List services and deployments together", "kubectl get services,deployments"],
		["List the pods that carry a label", "kubectl get pods -l app=web"],
		["Print the node port of a service", "kubectl get service web -o go-template='{{(index .spec.ports 0).nodePort}}'"],
		["Follow the pods of all namespaces as they change", "kubectl get pods -A --watch"]
	],
	flags: [
		OUTPUT,
		...printFlags().filter((flag) => flag.name !== "output"),
		{
			name: "no-headers",
			type: "bool",
			usage: "When using the default or custom-column output format, leave out the headers."
		},
		{
			name: "show-labels",
			type: "bool",
			usage: "When printing, show all labels as the last column."
		},
		{
			name: "show-kind",
			type: "bool",
			usage: "If present, list the resource type for the requested object(s)."
		},
		{
			name: "sort-by",
			type: "string",
			usage: "Sort the list by a field, written as a JSONPath expression (e.g. '{.metadata.name}')."
		},
		{
			name: "label-columns",
			shorthand: "L",
			type: "slice",
			usage: "Comma separated label keys, each shown as a column. May be given several times."
		},
		{
			name: "raw",
			type: "string",
			usage: "Raw URI to request from the server.  Uses the transport specified by the kubeconfig file."
		},
		{
			name: "watch",
			shorthand: "w",
			type: "bool",
			usage: "After listing/getting the requested object, watch for changes."
		},
		{
			name: "watch-only",
			type: "bool",
			usage: "Watch for changes to the requested object(s), without listing/getting first."
		},
		{
			name: "output-watch-events",
			type: "bool",
			usage: "Show what happened to each object (ADDED, MODIFIED, DELETED) when --watch or --watch-only is used."
		},
		{
			name: "ignore-not-found",
			type: "bool",
			usage: "If set to true, objects that do not exist are no error."
		},
		FIELD_SELECTOR,
		ALL_NAMESPACES,
		{
			name: "server-print",
			type: "bool",
			default: "true",
			usage: "If true, have the server return the appropriate table output. Supports extension APIs and CRDs."
		},
		...filenameFlags("Filename, directory, or URL to files identifying the resource to get from a server."),
		CHUNK_SIZE,
		SELECTOR,
		SUBRESOURCE
	],
	complete: completeTypeAndName,
	*run(invocation) {
		const { flags, args } = invocation;
		if (flags.string("raw") !== "") return yield* getRaw(invocation);
		const watching = flags.bool("watch") || flags.bool("watch-only");
		if (watching && flags.string("sort-by") !== "") yield* invocation.err(flags.bool("watch") ? "warning: --watch requested, --sort-by will be ignored for watch events received\n" : "warning: --watch-only requested, --sort-by will be ignored\n");
		if (!watching && args.length === 0 && flags.list("filename").length === 0 && flags.string("kustomize") === "") {
			yield* invocation.err(`You must specify the type of resource to get. ${SUGGEST_API_RESOURCES}\n\n`);
			throw invocation.usageError("Required resource not specified.\nUse \"kubectl explain <resource>\" for a detailed description of that resource (e.g. kubectl explain pods).");
		}
		const output = flags.string("output");
		if (flags.bool("show-labels") && output !== "" && output !== "wide") throw new CommandError(`--show-labels option cannot be used with ${output} printer`);
		if (flags.list("label-columns").length > 0 && output.startsWith("custom-columns")) throw new CommandError(`--label-columns option cannot be used with ${output} printer`);
		if (flags.bool("output-watch-events") && !watching) throw new CommandError("--output-watch-events option can only be used with --watch or --watch-only");
		const options = yield* builderOptions(invocation, args, {
			allowEmptySelector: true,
			subresource: flags.string("subresource"),
			singleResourceType: watching
		});
		const selection = yield* select(invocation, options);
		if (watching) return yield* watch(invocation, selection);
		if ((output === "" || output === "wide") && flags.string("template") === "") return yield* printTables(invocation, selection);
		return yield* printObjects(invocation, selection);
	}
};
function* getRaw(invocation) {
	const { flags, args } = invocation;
	if (args.length > 0) throw new CommandError("arguments may not be passed when --raw is specified");
	if (flags.bool("watch") || flags.bool("watch-only") || flags.string("selector") !== "") throw new CommandError("--raw may not be specified with other flags that filter the server request or alter the output");
	if (flags.string("output") !== "") throw new CommandError("--raw and --output are mutually exclusive");
	const raw = flags.string("raw");
	if (!raw.startsWith("/") && !/^https?:\/\//.test(raw)) throw new CommandError(`--raw must be a valid URL path: parse ${JSON.stringify(raw)}: invalid URI for request`);
	const [path = "", search = ""] = raw.split("?");
	const query = {};
	for (const pair of search.split("&").filter((one) => one !== "")) {
		const [key = "", value = ""] = pair.split("=");
		query[decodeURIComponent(key)] = decodeURIComponent(value);
	}
	const { body } = yield* (yield* invocation.client()).send({
		method: "GET",
		path,
		query
	});
	yield* invocation.out(typeof body === "string" ? body : path === "/version" ? printVersion(body) : `${JSON.stringify(body)}\n`);
}
function printVersion(body) {
	return JSON.stringify(body, null, 2);
}
function tableOptions({ flags }, withNamespace, kindPrefix) {
	return {
		wide: flags.string("output") === "wide",
		noHeaders: flags.bool("no-headers"),
		withNamespace,
		kindPrefix,
		columnLabels: flags.list("label-columns"),
		showLabels: flags.bool("show-labels")
	};
}
function* fetchTables(invocation, selection) {
	const { flags } = invocation;
	const includeObject = flags.string("sort-by") === "" ? void 0 : "Object";
	const serverPrint = flags.bool("server-print");
	const fetched = [];
	const errors = [];
	for (const info of selection.infos) try {
		const answer = selection.kind === "selector" ? yield* listObjects(invocation, info, selection, serverPrint ? { ...includeObject && { includeObject } } : void 0) : yield* getObject(invocation, info, selection.subresource, { includeObject }, serverPrint ? { accept: TABLE_ACCEPT } : void 0);
		fetched.push({
			info,
			answer
		});
	} catch (error) {
		if (!(error instanceof StatusError)) throw error;
		if (!(flags.bool("ignore-not-found") && isNotFound(error))) errors.push(error);
	}
	return {
		fetched,
		errors
	};
}
function* printTables(invocation, selection) {
	const { flags } = invocation;
	const { errors, ...found } = yield* fetchTables(invocation, selection);
	const fetched = sortedTables(found.fetched, flags.string("sort-by"));
	const time = yield* now();
	const severalKinds = new Set(fetched.map(({ info }) => groupResource(info.mapping))).size > 1;
	const allNamespaces = flags.bool("all-namespaces");
	let text = "";
	let printer;
	let last = "";
	let pending = "";
	for (let index = 0; index < fetched.length;) {
		const { mapping } = fetched[index].info;
		const resource = groupResource(mapping);
		const tables = [];
		for (; index < fetched.length && groupResource(fetched[index].info.mapping) === resource; index++) {
			const { answer } = fetched[index];
			tables.push(asTable(answer) ?? plainTable(itemsOf(answer) ?? [answer], time));
		}
		if (resource !== last) {
			pending = last !== "" && !flags.bool("no-headers") && text !== "" ? "\n" : "";
			const kind = severalKinds || flags.bool("show-kind") ? groupKind(mapping) : "";
			printer = new TablePrinter(tableOptions(invocation, allNamespaces && mapping.namespaced, kind));
			last = resource;
		}
		const lines = printer?.print(sorted(mergeTables(tables), flags.string("sort-by"))) ?? "";
		if (lines !== "") text += pending + lines;
	}
	yield* invocation.out(text);
	if (text === "" && errors.length === 0 && !flags.bool("ignore-not-found")) {
		const inNamespace = !allNamespaces && fetched.every(({ info }) => info.mapping.namespaced);
		yield* invocation.err(inNamespace ? `No resources found in ${yield* invocation.namespace()} namespace.\n` : "No resources found\n");
	}
	throwAll(errors);
}
/** kubectl sorts several answers by the field in the answers themselves, which are Tables: most fields are not there. */
function sortedTables(fetched, field) {
	if (field === "" || fetched.length < 2) return fetched;
	try {
		return sortBy(fetched, field, ({ answer }) => answer);
	} catch (error) {
		if (error instanceof SortError) throw new CommandError(error.message);
		throw error;
	}
}
function mergeTables(tables) {
	const [first] = tables;
	if (tables.length === 1 && first) return first;
	return {
		columnDefinitions: first?.columnDefinitions ?? [],
		rows: tables.flatMap((table) => table.rows)
	};
}
/** The table by --sort-by. kubectl ignores why a table cannot be sorted, and then prints none of it; one row is never sorted. */
function sorted(table, field) {
	if (field === "" || table.rows.length < 2) return table;
	try {
		return {
			...table,
			rows: sortBy(table.rows, field, (row) => row.object)
		};
	} catch (error) {
		if (error instanceof SortError) return {
			...table,
			rows: []
		};
		throw error;
	}
}
function* printObjects(invocation, selection) {
	const { flags } = invocation;
	let { infos, errors } = yield* fetchObjects(invocation, selection);
	if (flags.bool("ignore-not-found")) errors = errors.filter((error) => !isNotFound(error));
	if (selection.single && errors.length > 0) throw errors[0];
	if (infos.length === 0 && flags.bool("ignore-not-found")) return throwAll(errors);
	const printer = yield* objectPrinter(invocation, {
		moreFormats: MORE_FORMATS,
		noHeaders: flags.bool("no-headers")
	});
	if (!printer) throw new Error("an output format was given");
	const failures = [...errors];
	try {
		if (selection.single && infos.length === 1) yield* printWith(invocation, printer, infos[0].object);
		else {
			if (flags.string("sort-by") !== "") infos = sortInfos(infos, flags.string("sort-by"));
			const items = infos.map((info) => info.object);
			yield* printWith(invocation, printer, {
				apiVersion: "v1",
				items,
				kind: "List",
				metadata: { resourceVersion: "" }
			});
		}
	} catch (error) {
		if (!isFailure(error)) throw error;
		failures.push(error);
	}
	throwAll(failures);
}
function sortInfos(infos, field) {
	try {
		return sortBy(infos, field, (info) => info.object);
	} catch (error) {
		if (error instanceof SortError) throw new CommandError(error.message);
		throw error;
	}
}
function* watch(invocation, selection) {
	const { flags } = invocation;
	const output = flags.string("output");
	const human = output === "" || output === "wide";
	const [info] = selection.infos;
	if (!info) throw new CommandError("no resources to watch");
	if (selection.infos.length > 1) throw new CommandError("watch is only supported on individual resources and resource collections - more than 1 resource was found");
	const client = yield* invocation.client();
	const headers = human ? { accept: TABLE_ACCEPT } : void 0;
	const isList = selection.kind === "selector";
	const print = yield* watchPrinter(invocation, info);
	let first;
	try {
		first = isList ? yield* listObjects(invocation, info, selection, human ? {} : void 0) : yield* client.get(pathOf(info.mapping, info.namespace, info.name), void 0, headers);
	} catch (error) {
		if (flags.bool("ignore-not-found") && isNotFound(error)) return;
		throw error;
	}
	if (!flags.bool("watch-only")) yield* print(first, "ADDED");
	const fieldSelector = isList ? selection.fieldSelector : `metadata.name=${info.name}`;
	const query = {
		labelSelector: selection.labelSelector,
		fieldSelector,
		resourceVersion: textOf(versionOf(first))
	};
	const events = yield* client.watch(pathOf(info.mapping, info.namespace), query, headers);
	for (;;) {
		const event = yield* receive(events);
		if (event === null) return;
		if (event.type === "BOOKMARK") continue;
		yield* print(event.object, event.type);
	}
}
/** The version from which to watch: a list's own, or that of the one object (a Table of it carries it too). */
function versionOf(answer) {
	const own = metadataOf(answer).resourceVersion;
	if (own) return own;
	const [row] = answer["rows"] ?? [];
	return row?.object ? metadataOf(row.object).resourceVersion : "";
}
function* watchPrinter(invocation, info) {
	const { flags } = invocation;
	const withEvents = flags.bool("output-watch-events");
	const generic = ["", "wide"].includes(flags.string("output")) ? void 0 : yield* objectPrinter(invocation, {
		moreFormats: MORE_FORMATS,
		noHeaders: flags.bool("no-headers")
	});
	if (generic) return function* (object, type) {
		for (const one of itemsOf(object) ?? [object]) yield* printWith(invocation, generic, withEvents ? {
			type,
			object: one
		} : one);
	};
	const kind = flags.bool("show-kind") ? groupKind(info.mapping) : "";
	const tables = new TablePrinter(tableOptions(invocation, flags.bool("all-namespaces") && info.mapping.namespaced, kind));
	return function* (object, type) {
		if (isObject(object) && object["kind"] === "Status") throw new Aggregate([new CommandError(textOf(object["message"]))]);
		const table = asTable(object) ?? plainTable(itemsOf(object) ?? [object], yield* now());
		yield* invocation.out(tables.print(table, withEvents ? type : void 0));
	};
}
export { SUGGEST_API_RESOURCES, get };
