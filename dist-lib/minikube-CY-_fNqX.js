import { C as write, S as wait, T as SysError, a as isatty, b as spawn, n as device, s as latency, v as signals, y as sleep } from "./sys-DzG-ihIq.js";
// src/minikube/cli.ts
var UsageError = class extends Error {};
/** Flags that every command takes. */
var GLOBAL_FLAGS = [
	{
		name: "alsologtostderr",
		type: "bool",
		usage: "log to standard error as well as files"
	},
	{
		name: "bootstrapper",
		short: "b",
		type: "string",
		default: "kubeadm",
		usage: "The name of the cluster bootstrapper"
	},
	{
		name: "help",
		short: "h",
		type: "bool",
		usage: "help for the command"
	},
	{
		name: "logtostderr",
		type: "bool",
		usage: "log to standard error instead of files"
	},
	{
		name: "profile",
		short: "p",
		type: "string",
		default: "minikube",
		usage: "The name of the cluster"
	},
	{
		name: "rootless",
		type: "bool",
		usage: "Force to use rootless driver"
	},
	{
		name: "skip-audit",
		type: "bool",
		usage: "Skip recording the command"
	},
	{
		name: "user",
		type: "string",
		usage: "Who executes the operation"
	},
	{
		name: "v",
		short: "v",
		type: "int",
		default: "0",
		usage: "number for the log level verbosity"
	}
];
/** Finds the command and its flags. Throws UsageError with the text that goes to stderr. */
function parse(root, words) {
	const path = [root];
	const args = [];
	const given = {};
	const current = () => path[path.length - 1];
	const rest = [...words];
	for (let word = rest.shift(); word !== void 0; word = rest.shift()) if (current().passThrough) args.push(...word === "--" ? [] : [word], ...rest.splice(0));
	else if (word === "--") args.push(...rest.splice(0));
	else if (word.startsWith("-") && word !== "-") readFlag(path, word, rest, given);
	else {
		const command = args.length === 0 ? current().commands?.find((one) => one.name === word) : void 0;
		if (command) path.push(command);
		else if (path.length === 1) throw unknownCommand(root, word);
		else args.push(word);
	}
	const flags = {};
	for (const flag of flagsOf(path)) flags[flag.name] = given[flag.name] ?? flag.default ?? (flag.type === "bool" ? "false" : "");
	return {
		path,
		args,
		flags
	};
}
var flagsOf = (path) => [...path.flatMap((command) => command.flags ?? []), ...GLOBAL_FLAGS];
var pathText = (path) => path.map((command) => command.name).join(" ");
function readFlag(path, word, rest, given) {
	const fail = (message) => {
		throw new UsageError(`Error: ${message}\nSee '${pathText(path)} --help' for usage.\n`);
	};
	const flags = flagsOf(path);
	const set = (flag, value, shown) => {
		if (flag.type === "int" && !/^[-+]?\d+$/.test(value) || flag.type === "bool" && !/^(1|0|t|f|T|F|true|false|TRUE|FALSE|True|False)$/.test(value)) fail(`invalid argument ${JSON.stringify(value)} for "${shown}" flag: strconv.Parse${flag.type === "int" ? "Int" : "Bool"}: parsing ${JSON.stringify(value)}: invalid syntax`);
		given[flag.name] = flag.type === "bool" ? String(/^(1|t|T|true|TRUE|True)$/.test(value)) : value;
	};
	if (word.startsWith("--")) {
		const [name = "", value] = splitOnce(word.slice(2));
		const flag = flags.find((one) => one.name === name) ?? fail(`unknown flag: --${name}`);
		const shown = flag.short ? `-${flag.short}, --${flag.name}` : `--${flag.name}`;
		if (value !== void 0) set(flag, value, shown);
		else if (flag.type === "bool") set(flag, "true", shown);
		else set(flag, rest.shift() ?? fail(`flag needs an argument: --${name}`), shown);
		return;
	}
	for (let letters = word.slice(1); letters !== ""; letters = letters.slice(1)) {
		const letter = letters.charAt(0);
		const flag = flags.find((one) => one.short === letter) ?? fail(`unknown shorthand flag: '${letter}' in -${letters}`);
		const shown = `-${letter}, --${flag.name}`;
		if (flag.type === "bool") {
			set(flag, "true", shown);
			continue;
		}
		const value = letters.slice(1).replace(/^=/, "");
		set(flag, value !== "" ? value : rest.shift() ?? fail(`flag needs an argument: '${letter}' in -${letters}`), shown);
		return;
	}
}
function splitOnce(text) {
	const at = text.indexOf("=");
	return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
function unknownCommand(root, word) {
	const near = (root.commands ?? []).map((one) => one.name).filter((name) => distance(name, word) <= 2 || name.startsWith(word.toLowerCase()));
	const suggestions = near.length > 0 ? `\n\nDid you mean this?\n${near.map((name) => `\t${name}\n`).join("")}` : "";
	return new UsageError(`Error: unknown command ${JSON.stringify(word)} for "${root.name}"${suggestions}\nRun '${root.name} --help' for usage.\n`);
}
/** Levenshtein's distance, small and large letters being the same. */
function distance(a, b) {
	const [x, y] = [a.toLowerCase(), b.toLowerCase()];
	let row = Array.from({ length: y.length + 1 }, (_, i) => i);
	for (let i = 1; i <= x.length; i++) {
		const next = [i];
		for (let j = 1; j <= y.length; j++) {
			const change = row[j - 1] + (x[i - 1] === y[j - 1] ? 0 : 1);
			next.push(Math.min(change, row[j] + 1, next[j - 1] + 1));
		}
		row = next;
	}
	return row[y.length];
}
/** What `--help` prints. */
function help(path) {
	const command = path[path.length - 1];
	const subcommands = command.commands ?? [];
	const longest = Math.max(0, ...subcommands.map((one) => one.name.length));
	const list = (some) => some.map((one) => `  ${one.name.padEnd(longest)}   ${one.short}\n`).join("");
	let text = `${command.short}\n`;
	const groups = [...new Set(subcommands.map((one) => one.group ?? "Available Commands:"))];
	for (const group of groups) text += `\n${group}\n${list(subcommands.filter((one) => (one.group ?? "Available Commands:") === group))}`;
	const flags = path.flatMap((one) => one.flags ?? []);
	if (flags.length > 0) text += `\nFlags:\n${flags.map(flagText).join("")}`;
	text += `\nUsage:\n  ${pathText(path)} ${command.usage ?? (subcommands.length > 0 ? "[flags] [options]" : "[flags] [options]")}\n`;
	return text;
}
function flagText({ name, short, type, default: value, usage }) {
	const shown = value ?? (type === "bool" ? "false" : type === "int" ? "0" : "''");
	return `    ${short ? `-${short}, ` : ""}--${name}=${type === "string" && value !== void 0 ? `'${value}'` : shown}:\n\t${usage}\n`;
}
// src/minikube/output.ts
/** How minikube prints: lines with a picture in front (on a terminal), errors with an id, tables in boxes. */
/** The picture on a terminal, and what stands in its place elsewhere. */
var STYLES = {
	happy: ["😄  ", "* "],
	sparkle: ["✨  ", "* "],
	thumbsUp: ["👍  ", "* "],
	pulling: ["🚜  ", "* "],
	creating: ["🔥  ", "* "],
	updating: ["🏃  ", "* "],
	restarting: ["🔄  ", "* "],
	containerd: ["📦  ", "* "],
	verifying: ["🔎  ", "* "],
	option: ["    ▪ ", "  - "],
	addonEnable: ["🌟  ", "* "],
	addonDisable: ["🌑  ", "* "],
	ready: ["🏄  ", "* "],
	check: ["✅  ", "* "],
	stopping: ["✋  ", "* "],
	stopped: ["🛑  ", "* "],
	deleting: ["🔥  ", "* "],
	deleted: ["💀  ", "* "],
	sad: ["😿  ", "* "],
	shrug: ["🤷  ", "* "],
	url: ["👉  ", "  "],
	tip: ["💡  ", "* "],
	failure: ["❌  ", "X "],
	warning: ["❗  ", "! "]
};
/** The end of a command with an error: `Exiting due to ID: message`. */
var ExitError = class extends Error {
	id;
	code;
	constructor(id, code, message) {
		super(message);
		this.id = id;
		this.code = code;
	}
};
var usageError = (message) => new ExitError("MK_USAGE", 14, message);
/** The real one decides by the terminal, unless MINIKUBE_IN_STYLE says otherwise. */
function* styled(process, fd, style) {
	const wish = process.env["MINIKUBE_IN_STYLE"] ?? "";
	const [picture, plain] = STYLES[style];
	if (/^(1|t|T|TRUE|true|True)$/.test(wish)) return picture;
	if (/^(0|f|F|FALSE|false|False)$/.test(wish)) return plain;
	return (yield* isatty(fd)) ? picture : plain;
}
/** A line about what is being done. */
function* step(process, style, text) {
	yield* write(1, `${yield* styled(process, 1, style)}${text}\n`);
}
/** A line on stderr. */
function* complain(process, style, text) {
	yield* write(2, `${yield* styled(process, 2, style)}${text}\n`);
}
function* printError(process, { id, message }) {
	yield* write(1, "\n");
	yield* complain(process, "failure", `Exiting due to ${id}: ${message}`);
	yield* write(1, "\n");
}
/** Rows under centred headings in a box; a cell may have several lines. */
function table(headings, rows) {
	const lines = rows.map((row) => headings.map((_, i) => (row[i] ?? "").split("\n")));
	const widths = headings.map((heading, i) => Math.max(width(heading), ...lines.flatMap((row) => (row[i] ?? []).map(width))));
	const rule = (left, middle, right) => `${left}${widths.map((one) => "─".repeat(one + 2)).join(middle)}${right}\n`;
	const line = (cells) => `│ ${cells.join(" │ ")} │\n`;
	const centred = headings.map((heading, i) => {
		const room = widths[i] - width(heading);
		return " ".repeat(Math.floor(room / 2)) + heading + " ".repeat(Math.ceil(room / 2));
	});
	const body = lines.flatMap((row) => {
		const height = Math.max(...row.map((cell) => cell.length));
		return Array.from({ length: height }, (_, n) => line(row.map((cell, i) => pad(cell[n] ?? "", widths[i]))));
	});
	return rule("┌", "┬", "┐") + line(centred) + rule("├", "┼", "┤") + body.join("") + rule("└", "┴", "┘");
}
function pad(text, to) {
	return text + " ".repeat(Math.max(0, to - width(text)));
}
/** Cells on a terminal: the pictures of addons are two wide. */
function width(text) {
	return Array.from(text).reduce((sum, char) => sum + (char === "✅" ? 2 : 1), 0);
}
// src/minikube/nodes.ts
/** Nodes by the names that minikube knows them by. */
var CLUSTER = "minikube";
/** Asks the device. */
function* ask(request) {
	return yield* device("minikube", request);
}
function* machines() {
	return yield* ask({ op: "nodes" });
}
/** The node of that name, with or without the cluster's before it: `m02`, `minikube-m02`; '' is the control plane's. */
function* retrieve(name) {
	const found = (yield* machines()).find((one) => one.name === name || one.name === `${CLUSTER}-${name}` || name === "" && one.primary);
	if (!found) throw new ExitError("GUEST_NODE_RETRIEVE", 85, `retrieving node: Could not find node ${name}`);
	return found;
}
// src/minikube/versions.ts
/** What the simulated minikube says of itself. */
var MINIKUBE = "v1.38.1";
var KUBERNETES = "v1.36.2";
var CONTAINERD = "2.2.1";
var BASE_IMAGE = "v0.0.50";
// src/minikube/commands/cluster.ts
/** minikube start, profile, addons, version, kubectl, and the commands that make no sense in a page. */
var start$1 = {
	name: "start",
	short: "Starts a local Kubernetes cluster",
	group: "Basic Commands:",
	flags: [
		{
			name: "addons",
			type: "string",
			default: "",
			usage: "Enable addons. see `minikube addons list` for a list of valid addon names."
		},
		{
			name: "cni",
			type: "string",
			default: "",
			usage: "CNI plug-in to use."
		},
		{
			name: "container-runtime",
			type: "string",
			default: "",
			usage: "The container runtime to be used."
		},
		{
			name: "cpus",
			type: "string",
			default: "2",
			usage: "Number of CPUs allocated to Kubernetes."
		},
		{
			name: "driver",
			type: "string",
			default: "",
			usage: "Used to specify the driver to run Kubernetes in."
		},
		{
			name: "kubernetes-version",
			type: "string",
			default: "",
			usage: "The Kubernetes version that the minikube VM will use"
		},
		{
			name: "memory",
			type: "string",
			default: "",
			usage: "Amount of RAM to allocate to Kubernetes"
		},
		{
			name: "nodes",
			short: "n",
			type: "int",
			default: "1",
			usage: "The total number of nodes to spin up. Defaults to 1."
		},
		{
			name: "wait",
			type: "string",
			default: "apiserver,system_pods",
			usage: "Kubernetes components to verify and wait for."
		}
	],
	*run({ process }) {
		yield* step(process, "happy", `minikube ${MINIKUBE} on Debian 12`);
		yield* step(process, "sparkle", "Using the docker driver based on existing profile");
		const all = yield* machines();
		for (const machine of all) {
			const role = machine.primary ? "primary control-plane" : "worker";
			yield* step(process, "thumbsUp", `Starting "${machine.name}" ${role} node in "minikube" cluster`);
			yield* step(process, "pulling", `Pulling base image ${BASE_IMAGE} ...`);
			if (machine.running) yield* step(process, "updating", `Updating the running docker "${machine.name}" container ...`);
			else {
				yield* step(process, "restarting", `Restarting existing docker container for "${machine.name}" ...`);
				yield* ask({
					op: "power",
					node: machine.name,
					on: true
				});
			}
			yield* sleep(800);
			yield* step(process, "containerd", `Preparing Kubernetes ${KUBERNETES} on containerd ${CONTAINERD} ...`);
			yield* step(process, "verifying", "Verifying Kubernetes components...");
		}
		yield* step(process, "ready", "Done! kubectl is now configured to use \"minikube\" cluster and \"default\" namespace by default");
		return 0;
	}
};
var version = {
	name: "version",
	short: "Print the version of minikube",
	group: "Troubleshooting Commands:",
	flags: [
		{
			name: "components",
			type: "bool",
			usage: "list versions of all components included with minikube. (the cluster must be running)"
		},
		{
			name: "output",
			short: "o",
			type: "string",
			default: "",
			usage: "One of 'yaml' or 'json'."
		},
		{
			name: "short",
			type: "bool",
			usage: "Print just the version number."
		}
	],
	*run({ flags }) {
		switch (flags["output"]) {
			case "":
				yield* write(1, flags["short"] === "true" ? `${MINIKUBE}\n` : `minikube version: ${MINIKUBE}\n`);
				return 0;
			case "json":
				yield* write(1, `${JSON.stringify({
					commit: "",
					minikubeVersion: MINIKUBE
				})}\n`);
				return 0;
			case "yaml":
				yield* write(1, `commit: ""\nminikubeVersion: ${MINIKUBE}\n\n`);
				return 0;
			default: throw new ExitError("MK_USAGE", 14, `error: --output must be 'yaml' or 'json'`);
		}
	}
};
var profile = {
	name: "profile",
	usage: "[MINIKUBE_PROFILE_NAME] [flags] [options]",
	short: "Get or list the current profiles (clusters)",
	group: "Configuration and Management Commands:",
	commands: [{
		name: "list",
		short: "Lists all minikube profiles.",
		*run() {
			const all = yield* machines();
			const headings = [
				"PROFILE",
				"DRIVER",
				"RUNTIME",
				"IP",
				"VERSION",
				"STATUS",
				"NODES",
				"ACTIVE PROFILE",
				"ACTIVE KUBECONTEXT"
			];
			const row = [
				"minikube",
				"docker",
				"containerd",
				all.find((one) => one.primary)?.ip ?? "",
				KUBERNETES,
				"OK",
				String(all.length),
				"*",
				"*"
			];
			yield* write(1, table(headings, [row]));
			return 0;
		}
	}],
	*run({ process, args }) {
		const [name] = args;
		if (name === void 0) yield* write(1, "minikube\n");
		else if (name !== "minikube") throw usageError(`there is one cluster here, "minikube": profile "${name}" cannot be made`);
		else yield* step(process, "check", "minikube profile was successfully set to minikube");
		return 0;
	}
};
/** Name and maintainer. None of them runs here yet, but for those that are part of the cluster. */
var ADDONS = [
	["ambassador", "3rd party (Ambassador)"],
	["auto-pause", "minikube"],
	["csi-hostpath-driver", "Kubernetes"],
	["dashboard", "Kubernetes"],
	["default-storageclass", "Kubernetes"],
	["gvisor", "minikube"],
	["headlamp", "3rd party (kinvolk.io)"],
	["ingress", "Kubernetes"],
	["ingress-dns", "minikube"],
	["istio", "3rd party (Istio)"],
	["kong", "3rd party (Kong HQ)"],
	["metallb", "3rd party (MetalLB)"],
	["metrics-server", "Kubernetes"],
	["registry", "minikube"],
	["storage-provisioner", "minikube"],
	["volumesnapshots", "Kubernetes"]
];
function addonNamed(args, verb) {
	const [name] = args;
	if (name === void 0 || args.length > 1) throw usageError(`usage: minikube addons ${verb} ADDON_NAME`);
	const id = `MK_ADDON_${verb.toUpperCase()}`;
	if (!ADDONS.some(([known]) => known === name)) throw new ExitError(id, 10, `${verb} failed: run callbacks: running callbacks: [${name} is not a valid addon]`);
	return name;
}
var addons = {
	name: "addons",
	usage: "SUBCOMMAND [flags] [options]",
	short: "Enable or disable a minikube addon",
	group: "Configuration and Management Commands:",
	commands: [
		{
			name: "disable",
			usage: "ADDON_NAME [flags] [options]",
			short: "Disables the addon w/ADDON_NAME within minikube.",
			*run({ process, args }) {
				yield* step(process, "addonDisable", `"The '${addonNamed(args, "disable")}' addon is disabled`);
				return 0;
			}
		},
		{
			name: "enable",
			usage: "ADDON_NAME [flags] [options]",
			short: "Enables the addon w/ADDON_NAME within minikube.",
			*run({ args }) {
				throw unavailable(`the addon '${addonNamed(args, "enable")}'`);
			}
		},
		{
			name: "list",
			short: "Lists all available minikube addons as well as their current statuses (enabled/disabled)",
			flags: [{
				name: "output",
				short: "o",
				type: "string",
				default: "list",
				usage: "minikube addons list --output OUTPUT. json, list"
			}],
			*run({ flags }) {
				if (flags["output"] === "json") {
					yield* write(1, JSON.stringify(Object.fromEntries(ADDONS.map(([name]) => [name, {
						Profile: "minikube",
						Status: "disabled"
					}]))));
					return 0;
				}
				const rows = ADDONS.map(([name, maintainer]) => [
					name,
					"minikube",
					"disabled    ",
					maintainer
				]);
				yield* write(1, table([
					"ADDON NAME",
					"PROFILE",
					"STATUS",
					"MAINTAINER"
				], rows));
				return 0;
			}
		}
	],
	*run() {
		throw usageError("Usage: minikube addons [enable|disable|list]");
	}
};
var kubectl = {
	name: "kubectl",
	short: "Run a kubectl binary matching the cluster version",
	group: "Advanced Commands:",
	passThrough: true,
	*run({ args }) {
		const pid = yield* spawn({
			program: "kubectl",
			argv: ["kubectl", ...args]
		});
		return (yield* wait(pid))?.code ?? 1;
	}
};
var unavailable = (what) => new ExitError("MK_UNIMPLEMENTED", 16, `${what} is not available in this simulated cluster`);
/** Commands of the real one that there is nothing for to do here. */
var unsupported = [
	[
		"stop",
		"Basic Commands:",
		"Stops a running local Kubernetes cluster"
	],
	[
		"delete",
		"Basic Commands:",
		"Deletes a local Kubernetes cluster"
	],
	[
		"dashboard",
		"Basic Commands:",
		"Access the Kubernetes dashboard running within the minikube cluster"
	],
	[
		"pause",
		"Basic Commands:",
		"pause Kubernetes"
	],
	[
		"unpause",
		"Basic Commands:",
		"unpause Kubernetes"
	],
	[
		"docker-env",
		"Images Commands:",
		"Provides instructions to point your terminal's docker-cli to the Docker Engine inside minikube"
	],
	[
		"podman-env",
		"Images Commands:",
		"Configure environment to use minikube's Podman service"
	],
	[
		"cache",
		"Images Commands:",
		"Manage cache for images"
	],
	[
		"image",
		"Images Commands:",
		"Manage images"
	],
	[
		"config",
		"Configuration and Management Commands:",
		"Modify persistent configuration values"
	],
	[
		"update-context",
		"Configuration and Management Commands:",
		"Update kubeconfig in case of an IP or port change"
	],
	[
		"mount",
		"Advanced Commands:",
		"Mounts the specified directory into minikube"
	],
	[
		"ssh",
		"Advanced Commands:",
		"Log into the minikube environment (for debugging)"
	],
	[
		"cp",
		"Advanced Commands:",
		"Copy the specified file into minikube"
	],
	[
		"ssh-key",
		"Troubleshooting Commands:",
		"Retrieve the ssh identity key path of the specified node"
	],
	[
		"ssh-host",
		"Troubleshooting Commands:",
		"Retrieve the ssh host key of the specified node"
	],
	[
		"logs",
		"Troubleshooting Commands:",
		"Returns logs to debug a local Kubernetes cluster"
	],
	[
		"update-check",
		"Troubleshooting Commands:",
		"Print current and latest version number"
	]
].map(([name, group, short]) => ({
	name,
	group,
	short,
	passThrough: true,
	*run() {
		throw unavailable(`minikube ${name}`);
	}
}));
// src/minikube/commands/node.ts
/** minikube node, ip and status. */
/** How long things take, ms. */
var [STOP_MS, POWER_OFF_MS, PULL_MS, CREATE_MS, PREPARE_MS] = [
	300,
	900,
	500,
	4e3,
	2500
];
/** Longest wait for the Pods of a node that is drained. */
var DRAIN_SECONDS = 60;
/** The arguments' only one. */
function nameOf(args, verb) {
	const [name] = args;
	if (name === void 0) throw usageError(`Usage: minikube node ${verb} NODE_NAME`);
	return name;
}
function* stop(process, machine) {
	yield* step(process, "stopping", `Stopping node "${machine.name}"  ...`);
	yield* sleep(STOP_MS);
	if (!machine.running) return;
	yield* step(process, "stopped", `Powering off "${machine.name}" via SSH ...`);
	yield* ask({
		op: "power",
		node: machine.name,
		on: false
	});
	yield* sleep(POWER_OFF_MS);
}
var node = {
	name: "node",
	short: "Add, remove, or list additional nodes",
	group: "Advanced Commands:",
	commands: [
		{
			name: "add",
			short: "Adds a node to the given cluster.",
			flags: [
				{
					name: "control-plane",
					type: "bool",
					usage: "If set, added node will become a control-plane."
				},
				{
					name: "delete-on-failure",
					type: "bool",
					usage: "If set, delete the current cluster if start fails and try again."
				},
				{
					name: "worker",
					type: "bool",
					default: "true",
					usage: "If set, added node will be available as worker."
				}
			],
			*run({ process, flags }) {
				if (flags["control-plane"] === "true") throw usageError("Adding a control-plane node to a non-HA (non-multi-control plane) cluster is not currently supported. Please first delete the cluster and use 'minikube start --ha' to create new one.");
				const all = yield* machines();
				const last = Math.max(1, ...all.map((one) => Number(/-m(\d+)$/.exec(one.name)?.[1] ?? 1)));
				const name = `m${String(last + 1).padStart(2, "0")}`;
				yield* step(process, "happy", `Adding node ${name} to cluster minikube as [worker]`);
				yield* step(process, "thumbsUp", `Starting "minikube-${name}" worker node in "minikube" cluster`);
				yield* step(process, "pulling", `Pulling base image ${BASE_IMAGE} ...`);
				yield* sleep(PULL_MS);
				yield* step(process, "creating", "Creating docker container (CPUs=8, Memory=16384MB) ...");
				yield* sleep(CREATE_MS);
				yield* step(process, "containerd", `Preparing Kubernetes ${KUBERNETES} on containerd ${CONTAINERD} ...`);
				yield* sleep(PREPARE_MS);
				yield* ask({ op: "add" });
				yield* step(process, "verifying", "Verifying Kubernetes components...");
				yield* step(process, "ready", `Successfully added ${name} to minikube!`);
				return 0;
			}
		},
		{
			name: "delete",
			usage: "NODE_NAME [flags] [options]",
			short: "Deletes a node from a cluster.",
			*run({ process, args }) {
				const name = nameOf(args, "delete");
				const machine = yield* retrieve(name);
				if (machine.primary) throw usageError("the control plane of this cluster cannot be deleted: start over with a fresh cluster instead");
				yield* step(process, "deleting", `Deleting node ${name} from cluster minikube`);
				for (let i = 0; i < DRAIN_SECONDS && machine.running; i++) {
					if ((yield* ask({
						op: "drain",
						node: machine.name
					})) === 0) break;
					yield* sleep(1e3);
				}
				yield* stop(process, machine);
				yield* step(process, "deleting", `Deleting "${machine.name}" in docker ...`);
				yield* ask({
					op: "delete",
					node: machine.name
				});
				yield* step(process, "deleted", `Node ${name} was successfully deleted.`);
				return 0;
			}
		},
		{
			name: "list",
			short: "List nodes.",
			*run({ args }) {
				if (args.length > 0) throw usageError("Usage: minikube node list");
				for (const { name, ip } of yield* machines()) yield* write(1, `${name}\t${ip}\n`);
				return 0;
			}
		},
		{
			name: "start",
			usage: "NODE_NAME [flags] [options]",
			short: "Starts a node.",
			flags: [{
				name: "delete-on-failure",
				type: "bool",
				usage: "If set, delete the current cluster if start fails and try again."
			}],
			*run({ process, args }) {
				const name = nameOf(args, "start");
				const machine = yield* retrieve(name);
				if (machine.running) {
					yield* step(process, "check", `${name} is already running`);
					return 0;
				}
				const role = machine.primary ? "primary control-plane" : "worker";
				yield* step(process, "thumbsUp", `Starting "${machine.name}" ${role} node in "minikube" cluster`);
				yield* step(process, "pulling", `Pulling base image ${BASE_IMAGE} ...`);
				yield* step(process, "restarting", `Restarting existing docker container for "${machine.name}" ...`);
				yield* ask({
					op: "power",
					node: machine.name,
					on: true
				});
				yield* sleep(PULL_MS);
				yield* step(process, "containerd", `Preparing Kubernetes ${KUBERNETES} on containerd ${CONTAINERD} ...`);
				yield* step(process, "verifying", "Verifying Kubernetes components...");
				yield* step(process, "happy", `Successfully started node ${machine.name}!`);
				return 0;
			}
		},
		{
			name: "stop",
			usage: "NODE_NAME [flags] [options]",
			short: "Stops a node in a cluster.",
			*run({ process, args }) {
				const machine = yield* retrieve(nameOf(args, "stop"));
				yield* stop(process, machine);
				yield* step(process, "stopped", `Successfully stopped node ${machine.name}`);
				return 0;
			}
		}
	],
	*run() {
		throw usageError("Usage: minikube node [add|start|stop|delete|list]");
	}
};
var ip = {
	name: "ip",
	short: "Retrieves the IP address of the specified node",
	group: "Troubleshooting Commands:",
	flags: [{
		name: "node",
		short: "n",
		type: "string",
		default: "",
		usage: "The node to get IP. Defaults to the primary control plane."
	}],
	*run({ flags }) {
		yield* write(1, `${(yield* retrieve(flags["node"] ?? "")).ip}\n`);
		return 0;
	}
};
/** Bits of the exit code: host, cluster, Kubernetes not running. */
var ALL_STOPPED = 7;
var status = {
	name: "status",
	short: "Gets the status of a local Kubernetes cluster",
	group: "Basic Commands:",
	flags: [{
		name: "node",
		short: "n",
		type: "string",
		default: "",
		usage: "The node to check status for. Leave blank to check all nodes."
	}, {
		name: "output",
		short: "o",
		type: "string",
		default: "text",
		usage: "minikube status --output OUTPUT. json, text"
	}],
	*run({ flags }) {
		const some = flags["node"] ? [yield* retrieve(flags["node"])] : yield* machines();
		const output = (flags["output"] ?? "").toLowerCase();
		if (output !== "text" && output !== "json") throw usageError(`invalid output format: ${flags["output"]}. Valid values: 'text', 'json'`);
		if (output === "text") for (const machine of some) yield* write(1, statusText(machine));
		else yield* write(1, JSON.stringify(some.length === 1 ? statusFields(some[0]) : some.map(statusFields)) + (some.length === 1 ? "" : "\n"));
		return some.some((one) => !one.running) ? ALL_STOPPED : 0;
	}
};
function statusFields(machine) {
	const state = machine.running ? "Running" : "Stopped";
	return {
		Name: machine.name,
		Host: state,
		Kubelet: state,
		APIServer: machine.primary ? state : "Irrelevant",
		Kubeconfig: machine.primary ? "Configured" : "Irrelevant",
		Worker: !machine.primary
	};
}
function statusText(machine) {
	const { Name, Host, Kubelet, APIServer, Kubeconfig } = statusFields(machine);
	const head = `${Name}\ntype: ${machine.primary ? "Control Plane" : "Worker"}\nhost: ${Host}\nkubelet: ${Kubelet}\n`;
	return machine.primary ? `${head}apiserver: ${APIServer}\nkubeconfig: ${Kubeconfig}\n\n` : `${head}\n`;
}
// src/minikube/requests.ts
var ROUND_TRIP_MS = 5;
function* get(path, query = {}) {
	yield* latency(ROUND_TRIP_MS);
	return yield* device("apiserver", {
		method: "GET",
		path,
		query,
		headers: {
			accept: "application/json",
			"user-agent": "minikube"
		},
		actor: "minikube"
	});
}
/** The objects of a list; none when the request fails. */
function* list(path, query = {}) {
	const response = yield* get(path, query);
	return response.status === 200 ? response.body.items ?? [] : [];
}
// src/minikube/commands/service.ts
/** minikube service and tunnel: the ways from the laptop to a Service. */
var HEADINGS = [
	"NAMESPACE",
	"NAME",
	"TARGET PORT",
	"URL"
];
var DEFAULT_FORMAT = "http://{{.IP}}:{{.Port}}";
var FORMAT = {
	name: "format",
	type: "string",
	default: DEFAULT_FORMAT,
	usage: "Format to output service URL in."
};
function reachable(service, ip, format) {
	const open = (service.spec.ports ?? []).filter((port) => port.nodePort);
	const label = (port) => port.name ? `${port.name}/${port.port}` : String(port.port);
	const url = (port) => format.replace(/\{\{\s*\.IP\s*\}\}/g, ip).replace(/\{\{\s*\.Port\s*\}\}/g, String(port.nodePort)).replace(/\{\{\s*\.Name\s*\}\}/g, label(port));
	return {
		service,
		ports: open.map(label),
		urls: open.map(url)
	};
}
function* services(namespace, format) {
	const { ip } = yield* retrieve("");
	return (yield* list(namespace === "" ? "/api/v1/services" : `/api/v1/namespaces/${encodeURIComponent(namespace)}/services`)).map((one) => reachable(one, ip, format));
}
var service = {
	name: "service",
	usage: "[flags] SERVICE [options]",
	short: "Returns a URL to connect to a service",
	group: "Networking and Connectivity Commands:",
	commands: [{
		name: "list",
		short: "Lists the URLs for the services in your local cluster",
		flags: [{
			name: "namespace",
			short: "n",
			type: "string",
			default: "",
			usage: "The services namespace"
		}, {
			name: "output",
			short: "o",
			type: "string",
			default: "table",
			usage: "The output format. One of 'json', 'table'"
		}],
		*run({ flags }) {
			const rows = (yield* services(flags["namespace"] ?? "", flags["format"] ?? DEFAULT_FORMAT)).map(({ service, ports, urls }) => ({
				Namespace: service.metadata.namespace ?? "",
				Name: service.metadata.name,
				URLs: urls,
				PortNames: urls.length > 0 ? ports : ["No node port"]
			}));
			const output = (flags["output"] ?? "").toLowerCase();
			if (output === "json") yield* write(1, JSON.stringify(rows));
			else if (output !== "table") throw usageError(`invalid output format: ${flags["output"]}. Valid values: 'table', 'json'`);
			else yield* write(1, table(HEADINGS, rows.map((one) => [
				one.Namespace,
				one.Name,
				one.PortNames.join("\n"),
				one.URLs.join("\n")
			])));
			return 0;
		}
	}],
	flags: [
		{
			name: "all",
			type: "bool",
			usage: "Forwards all services in a namespace (defaults to \"false\")"
		},
		FORMAT,
		{
			name: "https",
			type: "bool",
			usage: "Open the service URL with https instead of http (defaults to \"false\")"
		},
		{
			name: "interval",
			type: "int",
			default: "1",
			usage: "The initial time interval for each check that wait performs in seconds"
		},
		{
			name: "namespace",
			short: "n",
			type: "string",
			default: "default",
			usage: "The service namespace"
		},
		{
			name: "url",
			type: "bool",
			usage: "Display the Kubernetes service URL in the CLI instead of opening it in the default browser"
		},
		{
			name: "wait",
			type: "int",
			default: "2",
			usage: "Amount of time to wait for a service in seconds"
		}
	],
	*run({ process, args, flags }) {
		const all = flags["all"] === "true";
		if (args.length === 0 !== all) throw usageError("You must specify service name(s) or --all");
		const namespace = flags["namespace"] ?? "default";
		const found = (yield* services(namespace, flags["format"] ?? DEFAULT_FORMAT)).filter((one) => all || args.includes(one.service.metadata.name));
		if (found.length === 0) throw notFound(namespace, all ? void 0 : args[0]);
		const closed = [];
		const urls = [];
		for (const one of found) {
			const { name } = one.service.metadata;
			if (!one.service.spec.ports?.length) throw notFound(namespace, name);
			const shown = flags["https"] === "true" ? one.urls.map((url) => url.replace(/^http:/, "https:")) : one.urls;
			if (flags["url"] !== "true") {
				const row = shown.length > 0 ? [
					namespace,
					name,
					one.ports.join("\n"),
					one.urls.join("\n")
				] : [
					namespace,
					name,
					"",
					"No node port"
				];
				yield* write(1, table(HEADINGS, [row]));
			}
			if (shown.length === 0) {
				yield* step(process, "sad", `service ${namespace}/${name} has no node port`);
				closed.push(`${namespace}/${name}`);
			} else if (flags["url"] === "true") yield* write(1, `${shown.join("\n")}\n`);
			yield* checkPods(one.service);
			for (const url of shown) urls.push([name, url]);
		}
		if (closed.length > 0) yield* complain(process, "warning", `Services [${closed.join(" ")}] have type "ClusterIP" not meant to be exposed, however for local development minikube allows you to access this !`);
		if (flags["url"] !== "true") yield* open(process, urls);
		return 0;
	}
};
/** There is no browser to open here: the URL is for curl. */
function* open(process, urls) {
	for (const [, url] of urls) yield* step(process, "url", `No browser can be opened from here. Try: curl ${url}`);
}
function notFound(namespace, name) {
	return new ExitError("SVC_NOT_FOUND", 115, name === void 0 ? `No services were found in the '${namespace}' namespace.\nYou may select another namespace by using 'minikube service --all -n <namespace>'` : `Service '${name}' was not found in '${namespace}' namespace.\nYou may select another namespace by using 'minikube service ${name} -n <namespace>'. Or list out all the services using 'minikube service list'`);
}
function* checkPods({ metadata, spec }) {
	if (spec.type !== "NodePort" && spec.type !== "LoadBalancer") return;
	const labelSelector = Object.entries(spec.selector ?? {}).map(([key, value]) => `${key}=${value}`);
	if ((yield* list(`/api/v1/namespaces/${metadata.namespace}/pods`, { labelSelector: labelSelector.join(",") })).some((pod) => pod.status.phase === "Running")) return;
	throw new ExitError("SVC_UNREACHABLE", 115, `service not available: no running pod for service ${metadata.name} found`);
}
/** How often the tunnel looks for Services, ms. */
var TUNNEL_MS = 5e3;
var tunnel = {
	name: "tunnel",
	short: "Connect to LoadBalancer services",
	group: "Networking and Connectivity Commands:",
	flags: [{
		name: "bind-address",
		type: "string",
		default: "",
		usage: "set tunnel bind address"
	}, {
		name: "cleanup",
		short: "c",
		type: "bool",
		default: "true",
		usage: "call with cleanup=true to remove old tunnels"
	}],
	*run({ process }) {
		const { name, ip: gateway } = yield* retrieve("");
		yield* signals([
			"SIGINT",
			"SIGTERM",
			"SIGHUP"
		]);
		if (!(yield* ask({
			op: "tunnel",
			open: true
		}))) throw new ExitError("SVC_TUNNEL_ALREADY_RUNNING", 111, "Another tunnel process is already running, terminate the existing instance to start a new one");
		try {
			let shown = "";
			for (;;) {
				const balanced = (yield* list("/api/v1/services")).filter((one) => one.spec.type === "LoadBalancer").map((one) => one.metadata.name);
				const report = tunnelReport(name, process.pid, gateway, balanced);
				if (report !== shown) yield* write(1, report);
				shown = report;
				yield* sleep(TUNNEL_MS);
			}
		} catch (error) {
			if (!(error instanceof SysError) || error.errno !== "EINTR") throw error;
			return 0;
		} finally {
			yield* ask({
				op: "tunnel",
				open: false
			});
		}
	}
};
function tunnelReport(machine, pid, gateway, balanced) {
	return `Status:\t\n\tmachine: ${machine}\n\tpid: ${pid}\n\troute: 10.96.0.0/12 -> ${gateway}\n\tminikube: Running\n\tservices: [${balanced.join(", ")}]\n    errors: 
		minikube: no errors
		router: no errors
		loadbalancer emulator: no errors
`;
}
// src/minikube/index.ts
/** minikube as a program: the cluster's machines, its addresses, and the tunnel. */
/** Virtual time until the real one has started, ms. */
var START_MS = 80;
var USAGE_EXIT = 14;
var GROUPS = [
	"Basic Commands:",
	"Images Commands:",
	"Configuration and Management Commands:",
	"Networking and Connectivity Commands:",
	"Advanced Commands:",
	"Troubleshooting Commands:"
];
/** The whole command tree, for completion too. */
var MINIKUBE_COMMAND = {
	name: "minikube",
	short: "minikube provisions and manages local Kubernetes clusters optimized for development workflows.",
	commands: [
		start$1,
		status,
		...unsupported,
		addons,
		profile,
		service,
		tunnel,
		kubectl,
		node,
		ip,
		version
	].sort((a, b) => GROUPS.indexOf(a.group ?? "") - GROUPS.indexOf(b.group ?? ""))
};
/** The program `minikube`. Ends with the exit code of the real one. */
function* minikube(process) {
	yield* latency(START_MS);
	const words = process.argv.slice(1);
	try {
		const { path, args, flags } = parse(MINIKUBE_COMMAND, words[0] === "help" ? [...words.slice(1), "--help"] : words);
		const command = path[path.length - 1];
		if (flags["help"] === "true" || !command.run) {
			yield* write(1, help(path));
			return 0;
		}
		return yield* command.run({
			process,
			args,
			flags
		});
	} catch (error) {
		if (error instanceof UsageError) {
			yield* write(2, error.message);
			return USAGE_EXIT;
		}
		if (error instanceof ExitError) {
			yield* printError(process, error);
			return error.code;
		}
		if (error instanceof SysError && error.errno === "EPIPE") return 141;
		throw error;
	}
}
export { MINIKUBE_COMMAND, minikube };
