import { a as formatTime } from "./duration-BkGN6qFG.js";
import { l as now } from "./sys-DzG-ihIq.js";
import { S as printFlags, n as flagsText, p as GLOBAL_FLAGS, x as filenameFlags } from "./kubectl-Dwlf-DqN.js";
import { S as withValue, g as at, p as pathOf, s as namesOfKind, w as CommandError } from "./live-DW4PX-bo.js";
import { o as resultPrinter } from "./printer-DzE4IJcq.js";
import { a as kustomizeError, c as requireObjects, l as select, n as builderOptions } from "./builder-AkFWgCoJ.js";
// src/kubectl/commands/others.ts
/** completion, plugin, options, kustomize, certificate, alpha, kuberc: small commands, and those that make no sense here and say so */
var SHELLS = [
	"bash",
	"fish",
	"powershell",
	"zsh"
];
var completion = {
	usage: "completion SHELL",
	long: "Output what a shell needs to complete kubectl commands. The terminal here completes them by itself.",
	examples: [["Load completion into the current bash", "source <(kubectl completion bash)"]],
	*complete({ invocation, word }) {
		return invocation.args.length > 0 ? [] : SHELLS.filter((shell) => shell.startsWith(word)).map((value) => ({ value }));
	},
	*run(invocation) {
		const [shell, ...more] = invocation.args;
		if (shell === void 0) throw invocation.usageError("Shell not specified.");
		if (more.length > 0) throw invocation.usageError("Too many arguments. Expected only the shell type.");
		if (!SHELLS.includes(shell)) throw invocation.usageError(`Unsupported shell type ${JSON.stringify(shell)}.`);
		yield* invocation.out(`# kubectl completion for ${shell}: the terminal of Drydock completes kubectl without it.\n`);
	}
};
var plugin = {
	usage: "plugin [flags]",
	long: "Plugins are programs whose name starts with kubectl- : they add commands to kubectl.",
	commands: [{
		name: "list",
		usage: "list [flags]",
		short: "List all visible plugin executables on a user's PATH",
		examples: [["List all plugins", "kubectl plugin list"]],
		flags: [{
			name: "name-only",
			type: "bool",
			usage: "If true, display only the binary name of each plugin, rather than its full path"
		}],
		*run(invocation) {
			const { process, flags } = invocation;
			const found = process.machine.programNames().filter((name) => name.startsWith("kubectl-"));
			if (found.length === 0) throw new CommandError("unable to find any kubectl plugins in your PATH");
			yield* invocation.out(`The following compatible plugins are available:\n\n${found.map((name) => `${flags.bool("name-only") ? "" : "/usr/bin/"}${name}\n`).join("")}`);
		}
	}]
};
var options = {
	usage: "options",
	examples: [["Print flags inherited by all commands", "kubectl options"]],
	*run(invocation) {
		yield* invocation.out(`The following options can be passed to any command:\n\n${flagsText(GLOBAL_FLAGS)}`);
	}
};
var kustomize = {
	usage: "kustomize DIR [flags]",
	examples: [["Build the current working directory", "kubectl kustomize"]],
	flags: [
		{
			name: "output",
			shorthand: "o",
			type: "string",
			usage: "If specified, write output to this path."
		},
		{
			name: "as-current-user",
			type: "bool",
			usage: "use the uid and gid of the command executor to run the function in the container"
		},
		{
			name: "enable-alpha-plugins",
			type: "bool",
			usage: "enable kustomize plugins"
		},
		{
			name: "enable-helm",
			type: "bool",
			usage: "Enable use of the Helm chart inflator generator."
		},
		{
			name: "env",
			shorthand: "e",
			type: "array",
			usage: "a list of environment variables to be used by functions"
		},
		{
			name: "helm-api-versions",
			type: "array",
			usage: "Kubernetes api versions used by Helm for Capabilities.APIVersions"
		},
		{
			name: "helm-command",
			type: "string",
			default: "helm",
			usage: "helm command (path to executable)"
		},
		{
			name: "helm-debug",
			type: "bool",
			usage: "Enable debug output from the Helm chart inflator generator."
		},
		{
			name: "helm-kube-version",
			type: "string",
			usage: "Kubernetes version used by Helm for Capabilities.KubeVersion"
		},
		{
			name: "load-restrictor",
			type: "string",
			default: "LoadRestrictionsRootOnly",
			usage: "if set to 'LoadRestrictionsNone', local kustomizations may load files from outside their root."
		},
		{
			name: "mount",
			type: "array",
			usage: "a list of storage options read from the filesystem"
		},
		{
			name: "network",
			type: "bool",
			usage: "enable network access for functions that declare it"
		},
		{
			name: "network-name",
			type: "string",
			default: "bridge",
			usage: "the docker network to run the container in"
		}
	],
	*run(invocation) {
		throw yield* kustomizeError(invocation.args[0] ?? ".");
	}
};
var decide = (name, type, word) => ({
	name,
	usage: `${name} (-f FILENAME | NAME)`,
	short: `${name === "approve" ? "Approve" : "Deny"} a certificate signing request`,
	examples: [[`${name === "approve" ? "Approve" : "Deny"} the request of jane`, `kubectl certificate ${name} jane`]],
	flags: [
		...printFlags(),
		...filenameFlags("Filename, directory, or URL to files identifying the resource to update"),
		{
			name: "force",
			type: "bool",
			usage: "Update the CSR even if it is already approved."
		}
	],
	complete: namesOfKind("certificatesigningrequests"),
	*run(invocation) {
		const { flags, args } = invocation;
		if (args.length === 0 && flags.list("filename").length === 0) throw new CommandError("one or more CSRs must be specified as <name> or -f <filename>");
		const print = yield* resultPrinter(invocation);
		const words = args.map((one) => one.includes("/") ? one : `certificatesigningrequests/${one}`);
		const requests = yield* requireObjects(invocation, yield* select(invocation, yield* builderOptions(invocation, words)));
		const client = yield* invocation.client();
		const time = formatTime(yield* now());
		for (const { mapping, object, name: request } of requests) {
			const before = at(object, "status", "conditions") ?? [];
			const condition = {
				type,
				status: "True",
				reason: `Kubectl${name === "approve" ? "Approve" : "Deny"}`,
				message: `This CSR was ${word} by kubectl certificate ${name}.`,
				lastUpdateTime: time
			};
			yield* print(before.some((one) => one["type"] === type) && !flags.bool("force") ? object : yield* client.replace(pathOf(mapping, "", request, "approval"), withValue(object, ["status", "conditions"], [...before, condition])), word);
		}
	}
});
var certificate = {
	usage: "certificate SUBCOMMAND",
	long: "Approve or deny certificate signing requests.",
	commands: [decide("approve", "Approved", "approved"), decide("deny", "Denied", "denied")]
};
var notHere = (command, why) => ({
	...command,
	*run() {
		throw new CommandError(`${command.name} is not supported by Drydock: ${why}`);
	}
});
var kuberc = {
	usage: "kuberc SUBCOMMAND",
	commands: [notHere({
		name: "set",
		usage: "set",
		short: "Set values in the kuberc configuration"
	}, "use shell aliases instead"), notHere({
		name: "view",
		usage: "view",
		short: "Display the current kuberc configuration"
	}, "there are no kuberc preferences")]
};
var alpha = { usage: "alpha" };
export { alpha, certificate, completion, kuberc, kustomize, options, plugin };
