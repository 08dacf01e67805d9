import { S as printFlags, o as ALL_NAMESPACES } from "./kubectl-Dwlf-DqN.js";
import { d as groupVersion, g as at, u as groupResource, v as itemsOf, w as CommandError, x as textOf, y as metadataOf } from "./live-DW4PX-bo.js";
import { h as printJson, i as printYaml } from "./yaml-B_WFZAc6.js";
import { c as withoutManagedFields, i as objectPrinter, u as TabWriter } from "./printer-DzE4IJcq.js";
import { n as formatGoDuration } from "./duration-BkGN6qFG.js";
import { c as quantityValue, o as parseQuantity, s as quantityMilliValue } from "./quantity-yctvb4CZ.js";
import { l as now } from "./sys-DzG-ihIq.js";
// src/kubectl/commands/top.ts
/** What `kubectl top` prints: the figures of the metrics API, beside what the nodes have. */
var METRICS = "/apis/metrics.k8s.io/v1beta1";
var MIB = 1048576;
/** Younger Pods may well have no figures yet. */
var EXPECTED_AFTER_MS = 12e4;
function figures(usage) {
	return {
		cpu: quantityMilliValue(parseQuantity(String(at(usage, "cpu") ?? "0"))),
		memory: quantityValue(parseQuantity(String(at(usage, "memory") ?? "0")))
	};
}
/** Shows the usage of nodes or of Pods. */
function* printTop(invocation, kind) {
	const { flags, args } = invocation;
	const sortBy = flags.string("sort-by");
	if (sortBy !== "" && sortBy !== "cpu" && sortBy !== "memory") throw new CommandError("--sort-by accepts only cpu or memory");
	if (args.length > 1) throw invocation.usageError(`unexpected arguments: ${args.slice(1).join(" ")}`);
	if (args.length > 0 && flags.string("selector") !== "") throw new CommandError("only one of NAME or selector can be provided");
	if (!((yield* (yield* invocation.client()).get("/apis"))["groups"] ?? []).some((group) => group.name === "metrics.k8s.io")) throw new CommandError("Metrics API not available");
	if (kind === "node") yield* topNodes(invocation);
	else yield* topPods(invocation);
}
function* fetchMetrics(invocation, path) {
	const { flags, args } = invocation;
	const client = yield* invocation.client();
	const [name] = args;
	if (name !== void 0) return [yield* client.get(`${path}/${name}`)];
	const query = {
		...flags.string("selector") !== "" && { labelSelector: flags.string("selector") },
		...flags.changed("field-selector") && { fieldSelector: flags.string("field-selector") }
	};
	return itemsOf(yield* client.get(path, query)) ?? [];
}
function inOrder(lines, sortBy) {
	const byName = (a, b) => a.name < b.name ? -1 : 1;
	return [...lines].sort((a, b) => sortBy === "cpu" ? b.cpu - a.cpu : sortBy === "memory" ? b.memory - a.memory : byName(a, b));
}
var cpuText = ({ cpu }) => `${cpu}m`;
var memoryText = ({ memory }) => `${Math.floor(memory / MIB)}Mi`;
var row = (cells) => `${cells.join("	")}\t\n`;
function* topNodes(invocation) {
	const { flags, args } = invocation;
	const client = yield* invocation.client();
	const metrics = yield* fetchMetrics(invocation, `${METRICS}/nodes`);
	if (metrics.length === 0) throw new CommandError("metrics not available yet");
	const nodes = args[0] === void 0 ? itemsOf(yield* client.get("/api/v1/nodes", { labelSelector: flags.string("selector") || void 0 })) ?? [] : [yield* client.get(`/api/v1/nodes/${args[0]}`)];
	const has = new Map(nodes.map((node) => [metadataOf(node).name ?? "", figures(at(node, "status", flags.bool("show-capacity") ? "capacity" : "allocatable"))]));
	const percent = (part, whole) => whole === void 0 ? "" : `${whole === 0 ? 0 : Math.trunc(part / whole * 100)}%`;
	const rows = inOrder(metrics.map((one) => ({
		name: metadataOf(one).name ?? "",
		...figures(one["usage"])
	})), flags.string("sort-by")).map((line) => {
		const whole = has.get(line.name);
		has.delete(line.name);
		return row([
			line.name,
			cpuText(line),
			percent(line.cpu, whole?.cpu),
			memoryText(line),
			percent(line.memory, whole?.memory)
		]);
	});
	for (const name of has.keys()) rows.push(row([
		name,
		"<unknown>",
		"<unknown>",
		"<unknown>",
		"<unknown>"
	]));
	const header = flags.bool("no-headers") ? "" : row([
		"NAME",
		"CPU(cores)",
		"CPU(%)",
		"MEMORY(bytes)",
		"MEMORY(%)"
	]);
	yield* invocation.out(new TabWriter().write(header + rows.join("")));
}
function* topPods(invocation) {
	const { flags } = invocation;
	const all = flags.bool("all-namespaces");
	const namespace = yield* invocation.namespace();
	const metrics = yield* fetchMetrics(invocation, all ? `${METRICS}/pods` : `${METRICS}/namespaces/${namespace}/pods`);
	if (metrics.length === 0) return yield* tellNone(invocation, all ? void 0 : namespace);
	const sortBy = flags.string("sort-by");
	const lines = inOrder(metrics.map(lineOf), sortBy);
	if (all && sortBy === "") lines.sort((a, b) => a.namespace < b.namespace ? -1 : a.namespace > b.namespace ? 1 : 0);
	const byContainer = flags.bool("containers");
	const rows = lines.flatMap((line) => {
		const place = all ? [line.namespace] : [];
		if (!byContainer) return [row([
			...place,
			line.name,
			cpuText(line),
			memoryText(line)
		])];
		return inOrder(line.containers, sortBy).map((one) => row([
			...place,
			line.name,
			one.name,
			cpuText(one),
			memoryText(one)
		]));
	});
	const columns = [
		...all ? ["NAMESPACE"] : [],
		...byContainer ? ["POD"] : [],
		"NAME",
		"CPU(cores)",
		"MEMORY(bytes)"
	];
	const header = flags.bool("no-headers") ? "" : row(columns);
	const sum = flags.bool("sum") ? sumRows(lines, columns.length) : "";
	yield* invocation.out(new TabWriter().write(header + rows.join("") + sum));
}
function lineOf(metrics) {
	const { name = "", namespace = "" } = metadataOf(metrics);
	const containers = (metrics["containers"] ?? []).map((one) => ({
		name: String(one["name"]),
		...figures(one["usage"])
	}));
	return {
		name,
		namespace,
		containers,
		...total(containers)
	};
}
function total(all) {
	return {
		cpu: all.reduce((sum, one) => sum + one.cpu, 0),
		memory: all.reduce((sum, one) => sum + one.memory, 0)
	};
}
function sumRows(lines, columns) {
	const sum = total(lines);
	const blank = (count) => Array.from({ length: count }, () => "");
	return row([
		...blank(columns - 2),
		"________",
		"________"
	]) + row([
		...blank(columns - 2),
		cpuText(sum),
		memoryText(sum)
	]);
}
/** No figures: of no Pod, or of Pods that are too young or do not run. */
function* tellNone(invocation, namespace) {
	const { flags } = invocation;
	const client = yield* invocation.client();
	const path = namespace === void 0 ? "/api/v1/pods" : `/api/v1/namespaces/${namespace}/pods`;
	const pods = itemsOf(yield* client.get(path, { labelSelector: flags.string("selector") || void 0 })) ?? [];
	if (pods.length === 0) return yield* invocation.err(namespace === void 0 ? "No resources found\n" : `No resources found in ${namespace} namespace.\n`);
	const time = yield* now();
	for (const pod of pods) {
		const { name, namespace: where, creationTimestamp = "" } = metadataOf(pod);
		const age = time - Date.parse(creationTimestamp);
		if (age > EXPECTED_AFTER_MS) throw new CommandError(`Metrics not available for pod ${where}/${name}, age: ${formatGoDuration(age)}`);
	}
	throw new CommandError("metrics not available yet");
}
// src/kubectl/commands/cluster.ts
/** The kubectl that this one stands for. */
var CLIENT_VERSION = {
	buildDate: "1970-01-01T00:00:00Z",
	compiler: "gc",
	gitCommit: "",
	gitTreeState: "",
	gitVersion: "v1.36.4",
	goVersion: "go1.26.10",
	major: "1",
	minor: "36",
	platform: "linux/amd64"
};
var KUSTOMIZE_VERSION = "v5.8.1";
var version = {
	usage: "version [flags]",
	long: "Print the versions of kubectl and of the server of the current context.",
	examples: [["Print the versions", "kubectl version"]],
	flags: [{
		name: "client",
		type: "bool",
		usage: "If true, shows client version only (no server required)."
	}, {
		name: "output",
		shorthand: "o",
		type: "string",
		usage: "One of 'yaml' or 'json'.",
		values: ["yaml", "json"]
	}],
	*run(invocation) {
		const { flags, args } = invocation;
		const output = flags.string("output");
		if (args.length > 0) throw new CommandError(`extra arguments: [${args.join(" ")}]`);
		if (output !== "" && output !== "yaml" && output !== "json") throw new CommandError("--output must be 'yaml' or 'json'");
		const server = flags.bool("client") ? void 0 : yield* (yield* invocation.client()).get("/version");
		if (output === "") {
			yield* invocation.out(`Client Version: ${textOf(CLIENT_VERSION["gitVersion"])}\nKustomize Version: ${KUSTOMIZE_VERSION}\n`);
			if (server) yield* invocation.out(`Server Version: ${textOf(server["gitVersion"])}\n`);
			return;
		}
		const info = {
			clientVersion: CLIENT_VERSION,
			kustomizeVersion: KUSTOMIZE_VERSION,
			...server && { serverVersion: server }
		};
		yield* invocation.out(output === "yaml" ? `${printYaml(info)}\n` : `${printJson(info, "  ")}\n`);
	}
};
var clusterInfo = {
	usage: "cluster-info [flags]",
	long: "Show the address of the control plane and of the services that belong to the cluster itself.",
	examples: [["Show the addresses", "kubectl cluster-info"]],
	commands: [{
		name: "dump",
		usage: "dump [flags]",
		short: "Dump relevant information for debugging and diagnosis",
		long: "Print what is needed to find out what is wrong with a cluster: nodes, and of some namespaces events, workloads, services, pods and their logs.",
		flags: [
			...printFlags().map((flag) => flag.name === "output" ? {
				...flag,
				default: "json"
			} : flag),
			{
				name: "output-directory",
				type: "string",
				usage: "Where to output the files. If empty or - the standard output."
			},
			{
				name: "namespaces",
				type: "slice",
				usage: "A comma separated list of namespaces to dump."
			},
			ALL_NAMESPACES,
			{
				name: "pod-running-timeout",
				type: "duration",
				default: "20s",
				usage: "How long to wait until at least one pod is running."
			}
		],
		*run(invocation) {
			const { flags } = invocation;
			if (!["", "-"].includes(flags.string("output-directory"))) throw new CommandError("cluster-info dump --output-directory is not supported by Drydock: redirect the output to a file");
			const printer = yield* objectPrinter(invocation);
			const client = yield* invocation.client();
			const print = function* (list) {
				yield* invocation.out(printer ? printer(list) : `${printJson(withoutManagedFields(list))}\n`);
			};
			yield* print(yield* client.get("/api/v1/nodes"));
			const all = flags.bool("all-namespaces") ? (itemsOf(yield* client.get("/api/v1/namespaces")) ?? []).map((one) => metadataOf(one).name ?? "") : [];
			const named = flags.list("namespaces").length > 0 ? flags.list("namespaces") : ["kube-system", yield* invocation.namespace()];
			for (const namespace of all.length > 0 ? all : named) {
				for (const resource of [
					"events",
					"replicationcontrollers",
					"services"
				]) yield* print(yield* client.get(`/api/v1/namespaces/${namespace}/${resource}`));
				for (const resource of [
					"daemonsets",
					"deployments",
					"replicasets"
				]) yield* print(yield* client.get(`/apis/apps/v1/namespaces/${namespace}/${resource}`));
				const pods = yield* client.get(`/api/v1/namespaces/${namespace}/pods`);
				yield* print(pods);
				for (const pod of itemsOf(pods) ?? []) {
					const name = metadataOf(pod).name ?? "";
					for (const container of at(pod, "spec", "containers") ?? []) {
						const path = `/api/v1/namespaces/${namespace}/pods/${name}/log`;
						yield* invocation.out(`==== START logs for container ${textOf(container["name"])} of pod ${namespace}/${name} ====\n`);
						try {
							const { body } = yield* client.send({
								method: "GET",
								path,
								query: { container: textOf(container["name"]) }
							});
							yield* invocation.out(typeof body === "string" ? body : "");
						} catch (error) {
							yield* invocation.out(`Create log request error: ${error instanceof Error ? error.message : String(error)}\n`);
						}
						yield* invocation.out(`==== END logs for container ${textOf(container["name"])} of pod ${namespace}/${name} ====\n`);
					}
				}
			}
		}
	}],
	*run(invocation) {
		const { server = "" } = yield* invocation.target();
		const list = yield* (yield* invocation.client()).get(`/api/v1/namespaces/kube-system/services`, { labelSelector: "kubernetes.io/cluster-service=true" });
		yield* invocation.out(`Kubernetes control plane is running at ${server}\n`);
		for (const service of itemsOf(list) ?? []) {
			const { name = "", namespace = "", labels } = metadataOf(service);
			yield* invocation.out(`${labels?.["kubernetes.io/name"] ?? name} is running at ${serviceLink(server, service, name, namespace)}\n`);
		}
		yield* invocation.out("\nTo further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.\n");
	}
};
function serviceLink(server, service, name, namespace) {
	const [ingress] = at(service, "status", "loadBalancer", "ingress") ?? [];
	const ports = at(service, "spec", "ports") ?? [];
	if (ingress) return ports.map((port) => `http://${ingress.ip ?? ingress.hostname}:${port.port} `).join("");
	const [port] = ports;
	const scheme = port && (port.name === "https" || port.port === 443) ? "https:" : "";
	const portName = port?.name ? `:${port.name}` : scheme === "" ? "" : ":";
	return `${server}/api/v1/namespaces/${namespace}/services/${port ? `${scheme}${name}${portName}` : name}/proxy`;
}
var apiVersions = {
	usage: "api-versions",
	examples: [["Print the API versions", "kubectl api-versions"]],
	*run(invocation) {
		if (invocation.args.length > 0) throw invocation.usageError(`unexpected arguments: [${invocation.args.join(" ")}]`);
		const client = yield* invocation.client();
		const core = (yield* client.get("/api"))["versions"] ?? [];
		const groups = (yield* client.get("/apis"))["groups"] ?? [];
		const versions = [...core, ...groups.flatMap((group) => group.versions.map((one) => one.groupVersion))];
		yield* invocation.out(versions.sort().map((one) => `${one}\n`).join(""));
	}
};
var apiResources = {
	usage: "api-resources [flags]",
	examples: [
		["Print all resources", "kubectl api-resources"],
		["Print them with their verbs", "kubectl api-resources -o wide"],
		["Print those that belong to no namespace", "kubectl api-resources --namespaced=false"],
		["Print those of one API group", "kubectl api-resources --api-group=apps"]
	],
	flags: [
		{
			name: "output",
			shorthand: "o",
			type: "string",
			usage: "Output format. One of: (json, yaml, kyaml, name, wide).",
			values: [
				"wide",
				"name",
				"json",
				"yaml",
				"kyaml"
			]
		},
		{
			name: "no-headers",
			type: "bool",
			usage: "When using the default or custom-column output format, don't print headers."
		},
		{
			name: "show-managed-fields",
			type: "bool",
			usage: "If true, keep the managedFields when printing objects in JSON or YAML format."
		},
		{
			name: "api-group",
			type: "string",
			usage: "Limit to resources in the specified API group."
		},
		{
			name: "namespaced",
			type: "bool",
			default: "true",
			usage: "If false, resources that belong to no namespace, otherwise those that do. All when not given."
		},
		{
			name: "verbs",
			type: "slice",
			usage: "Limit to resources that support the specified verbs."
		},
		{
			name: "sort-by",
			type: "string",
			usage: "If non-empty, sort by a field: 'name' or 'kind'.",
			values: ["name", "kind"]
		},
		{
			name: "cached",
			type: "bool",
			usage: "Use the cached list of resources if available."
		},
		{
			name: "categories",
			type: "slice",
			usage: "Limit to resources that belong to the specified categories."
		}
	],
	*run(invocation) {
		const { flags, args } = invocation;
		if (args.length > 0) throw invocation.usageError(`unexpected arguments: [${args.join(" ")}]`);
		const sort = flags.string("sort-by");
		if (![
			"",
			"name",
			"kind"
		].includes(sort)) throw new CommandError("--sort-by accepts only name or kind");
		const has = (list, wanted) => wanted.every((one) => list.includes(one));
		const found = (yield* invocation.mapper()).mappings.filter((one, index, all) => one.verbs.length > 0 && all.findIndex((other) => other.group === one.group && other.resource === one.resource) === index && (!flags.changed("api-group") || one.group === flags.string("api-group")) && (!flags.changed("namespaced") || one.namespaced === flags.bool("namespaced")) && has(one.verbs, flags.list("verbs")) && has(one.categories, flags.list("categories")));
		const key = (one) => sort === "kind" ? one.kind : sort === "name" ? one.resource : `${one.group}\0${one.resource}`;
		const sorted = [...found].sort((a, b) => key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
		if (sorted.length > 0) yield* printResources(invocation, sorted);
	}
};
function* printResources(invocation, mappings) {
	const { flags } = invocation;
	const output = flags.string("output");
	if (output === "name") return yield* invocation.out(mappings.map((one) => `${groupResource(one)}\n`).join(""));
	if (output === "" || output === "wide") {
		const wide = output === "wide";
		const header = `NAME\tSHORTNAMES\tAPIVERSION\tNAMESPACED\tKIND${wide ? "	VERBS	CATEGORIES" : ""}\n`;
		const rows = mappings.map((one) => {
			const more = wide ? `\t${one.verbs.join(",")}\t${one.categories.join(",")}` : "";
			return `${one.resource}\t${one.shortNames.join(",")}\t${groupVersion(one)}\t${one.namespaced}\t${one.kind}${more}\n`;
		});
		return yield* invocation.out(new TabWriter().write((flags.bool("no-headers") ? "" : header) + rows.join("")));
	}
	if (![
		"json",
		"yaml",
		"kyaml"
	].includes(output)) throw new CommandError(`unable to match a printer suitable for the output format ${JSON.stringify(output)}, allowed formats are: json,kyaml,name,wide,yaml`);
	const list = {
		apiVersion: "v1",
		groupVersion: "",
		kind: "APIResourceList",
		resources: mappings.map((one) => ({
			...one.categories.length > 0 && { categories: one.categories },
			group: one.group || void 0,
			kind: one.kind,
			name: one.resource,
			namespaced: one.namespaced,
			...one.shortNames.length > 0 && { shortNames: one.shortNames },
			singularName: one.singular,
			verbs: one.verbs,
			version: one.version
		}))
	};
	yield* invocation.out(output === "json" ? `${printJson(list)}\n` : printYaml(list));
}
var top = {
	usage: "top [flags]",
	long: "Show how much CPU and memory nodes or pods use. The addon metrics-server must run in the cluster.",
	commands: ["node", "pod"].map((kind) => ({
		name: kind,
		aliases: kind === "node" ? ["nodes", "no"] : ["pods", "po"],
		usage: kind === "node" ? "node [NAME | -l label]" : "pod [NAME | -l label]",
		short: `Display resource (CPU/memory) usage of ${kind}s`,
		examples: [[`Show the usage of all ${kind}s`, `kubectl top ${kind}`]],
		flags: [
			{
				name: "selector",
				shorthand: "l",
				type: "string",
				usage: "Selector (label query) to filter on, supports '=', '==', '!=', 'in', 'notin'."
			},
			{
				name: "sort-by",
				type: "string",
				usage: "If non-empty, sort by 'cpu' or 'memory'.",
				values: ["cpu", "memory"]
			},
			{
				name: "no-headers",
				type: "bool",
				usage: "If present, print output without headers"
			},
			{
				name: "use-protocol-buffers",
				type: "bool",
				default: "true",
				usage: "Enables using protocol-buffers to access Metrics API."
			},
			...kind === "node" ? [{
				name: "show-capacity",
				type: "bool",
				usage: "Print node resources based on Capacity instead of Allocatable(default) of the nodes."
			}] : [
				{
					name: "field-selector",
					type: "string",
					usage: "Selector (field query) to filter on, supports '=', '==', and '!='."
				},
				ALL_NAMESPACES,
				{
					name: "containers",
					type: "bool",
					usage: "If present, print usage of containers within a pod."
				},
				{
					name: "sum",
					type: "bool",
					usage: "Print the sum of the resource usage"
				}
			],
			...kind === "node" ? [{
				name: "show-swap",
				type: "bool",
				usage: "Print node resources related to swap memory."
			}] : [{
				name: "show-swap",
				type: "bool",
				usage: "Print pod resources related to swap memory."
			}]
		],
		*run(invocation) {
			yield* printTop(invocation, kind);
		}
	}))
};
export { apiResources, apiVersions, clusterInfo, top, version };
