import { t as __exportAll } from "./rolldown-runtime-D8jQpDG7.js";
import { C as write, T as SysError, a as isatty, c as load, i as files, n as device, s as latency } from "./sys-DzG-ihIq.js";
import { i as valueWithout, n as flagsOf, r as pathText, t as defaultText } from "./command-DdvWwoYX.js";
import { s as parseGoDuration, t as DurationError } from "./duration-BkGN6qFG.js";
import { E as Exit, T as ConnectionError, _ as isObject, f as loadMapper, k as explainError, m as Client, n as completeLabelKeys, r as completeNamespaces, w as CommandError } from "./live-DW4PX-bo.js";
import { t as lazy } from "./lazy-BECgEt8c.js";
import { i as printYaml, n as YamlError, t as readYaml } from "./yaml-B_WFZAc6.js";
// src/kubectl/cli/shared-flags.ts
/** Flags that many commands share, word for word the same names and defaults as kubectl's. */
var DRY_RUN = {
	name: "dry-run",
	type: "string",
	default: "none",
	noValue: "unchanged",
	usage: "Must be \"none\", \"server\", or \"client\". With client, only show what would be sent; with server, let the API server check it without keeping it.",
	values: [
		"none",
		"client",
		"server"
	]
};
var FORCE_CONFLICTS = {
	name: "force-conflicts",
	type: "bool",
	usage: "If true, server-side apply takes over fields that others own."
};
var FIELD_MANAGER = (name) => ({
	name: "field-manager",
	type: "string",
	default: name,
	usage: "Name of the manager used to track field ownership."
});
var VALIDATE = {
	name: "validate",
	type: "string",
	default: "strict",
	noValue: "strict",
	usage: "Must be one of: strict (or true), warn, ignore (or false). What to do about fields that the kind does not have: refuse, warn, or drop them silently.",
	values: [
		"strict",
		"warn",
		"ignore"
	]
};
var SELECTOR = {
	name: "selector",
	shorthand: "l",
	type: "string",
	usage: "Selector (label query) to filter on, supports '=', '==', '!=', 'in', 'notin'.(e.g. -l key1=value1,key2=value2,key3 in (value3)). Matching objects must satisfy all of the specified label constraints.",
	values: completeLabelKeys
};
var FIELD_SELECTOR = {
	name: "field-selector",
	type: "string",
	usage: "Selector (field query) to filter on, supports '=', '==', and '!='.(e.g. --field-selector key1=value1,key2=value2). Each type has only a few fields that can be asked for."
};
var ALL_NAMESPACES = {
	name: "all-namespaces",
	shorthand: "A",
	type: "bool",
	usage: "If present, look in every namespace, whatever the current context or --namespace says."
};
var LOCAL = {
	name: "local",
	type: "bool",
	usage: "If true, work on the given files alone, without asking the API server."
};
var SAVE_CONFIG = {
	name: "save-config",
	type: "bool",
	usage: "If true, store the configuration in the annotation that a later `kubectl apply` reads."
};
var CHUNK_SIZE = {
	name: "chunk-size",
	type: "int",
	default: "500",
	usage: "Return large lists in chunks rather than all at once. Pass 0 to disable."
};
var SUBRESOURCE = {
	name: "subresource",
	type: "string",
	usage: "If specified, work on this subresource of the object.",
	values: [
		"status",
		"scale",
		"resize"
	]
};
var FILENAME = (usage) => ({
	name: "filename",
	shorthand: "f",
	type: "slice",
	usage
});
var RECURSIVE = {
	name: "recursive",
	shorthand: "R",
	type: "bool",
	usage: "Process the directory used in -f, --filename recursively."
};
var filenameFlags = (usage) => [
	FILENAME(usage),
	{
		name: "kustomize",
		shorthand: "k",
		type: "string",
		usage: "Process the kustomization directory. This flag can't be used together with -f or -R."
	},
	RECURSIVE
];
/** -o and what belongs to it, for commands that print the objects they made or changed. */
var printFlags = () => [
	{
		name: "output",
		shorthand: "o",
		type: "string",
		usage: "Output format. One of: (json, yaml, kyaml, name, go-template, go-template-file, template, templatefile, jsonpath, jsonpath-as-json, jsonpath-file).",
		values: OBJECT_FORMATS
	},
	{
		name: "template",
		type: "string",
		usage: "Template string or path to template file to use when -o=go-template, -o=go-template-file."
	},
	{
		name: "allow-missing-template-keys",
		type: "bool",
		default: "true",
		usage: "If true, ignore any errors in templates when a field or map key is missing in the template."
	},
	{
		name: "show-managed-fields",
		type: "bool",
		usage: "If true, keep the managedFields when printing objects in JSON or YAML format."
	}
];
var OBJECT_FORMATS = [
	"go-template",
	"go-template-file",
	"json",
	"jsonpath",
	"jsonpath-as-json",
	"jsonpath-file",
	"kyaml",
	"name",
	"template",
	"templatefile",
	"yaml"
];
/** The flags that every command has. */
var GLOBAL_FLAGS = [
	{
		name: "as",
		type: "string",
		usage: "Username to impersonate for the operation: a regular user or a service account."
	},
	{
		name: "as-group",
		type: "array",
		usage: "Group to impersonate for the operation, this flag can be repeated to specify multiple groups."
	},
	{
		name: "as-uid",
		type: "string",
		usage: "UID to impersonate for the operation."
	},
	{
		name: "as-user-extra",
		type: "array",
		usage: "User extras to impersonate for the operation, this flag can be repeated to specify multiple values for the same key."
	},
	{
		name: "cache-dir",
		type: "string",
		default: "/home/learner/.kube/cache",
		usage: "Default cache directory"
	},
	{
		name: "certificate-authority",
		type: "string",
		usage: "Path to a cert file for the certificate authority"
	},
	{
		name: "client-certificate",
		type: "string",
		usage: "Path to a client certificate file for TLS"
	},
	{
		name: "client-key",
		type: "string",
		usage: "Path to a client key file for TLS"
	},
	{
		name: "cluster",
		type: "string",
		usage: "The name of the kubeconfig cluster to use"
	},
	{
		name: "context",
		type: "string",
		usage: "The name of the kubeconfig context to use"
	},
	{
		name: "disable-compression",
		type: "bool",
		usage: "If true, opt-out of response compression for all requests to the server"
	},
	{
		name: "insecure-skip-tls-verify",
		type: "bool",
		usage: "If true, the server's certificate will not be checked for validity. This will make your HTTPS connections insecure"
	},
	{
		name: "kubeconfig",
		type: "string",
		usage: "Path to the kubeconfig file to use for CLI requests."
	},
	{
		name: "kuberc",
		type: "string",
		usage: "Path to the kuberc file to use for preferences."
	},
	{
		name: "log-flush-frequency",
		type: "duration",
		default: "5s",
		usage: "Maximum number of seconds between log flushes"
	},
	{
		name: "match-server-version",
		type: "bool",
		usage: "Require server version to match client version"
	},
	{
		name: "namespace",
		shorthand: "n",
		type: "string",
		usage: "If present, the namespace scope for this CLI request",
		values: completeNamespaces
	},
	{
		name: "password",
		type: "string",
		usage: "Password for basic authentication to the API server"
	},
	{
		name: "profile",
		type: "string",
		default: "none",
		usage: "Name of profile to capture. One of (none|cpu|heap|goroutine|threadcreate|block|mutex|trace)"
	},
	{
		name: "profile-output",
		type: "string",
		default: "profile.pprof",
		usage: "Name of the file to write the profile to"
	},
	{
		name: "request-timeout",
		type: "string",
		default: "0",
		usage: "How long to wait for a single server request; non-zero values have a time unit (e.g. 1s, 2m, 3h). Zero means no timeout."
	},
	{
		name: "server",
		shorthand: "s",
		type: "string",
		usage: "The address and port of the Kubernetes API server"
	},
	{
		name: "tls-server-name",
		type: "string",
		usage: "Server name to use for server certificate validation."
	},
	{
		name: "token",
		type: "string",
		usage: "Bearer token for authentication to the API server"
	},
	{
		name: "user",
		type: "string",
		usage: "The name of the kubeconfig user to use"
	},
	{
		name: "username",
		type: "string",
		usage: "Username for basic authentication to the API server"
	},
	{
		name: "v",
		shorthand: "v",
		type: "string",
		default: "0",
		usage: "number for the log level verbosity"
	},
	{
		name: "vmodule",
		type: "string",
		usage: "comma-separated list of pattern=N settings for file-filtered logging (only works for the default text log format)"
	},
	{
		name: "warnings-as-errors",
		type: "bool",
		usage: "Treat warnings received from the server as errors and exit with a non-zero exit code"
	}
];
// src/kubectl/cli/suggest.ts
/** The suggestion for a mistyped subcommand, or ''. */
function suggestions(command, typed) {
	const found = (command.commands ?? []).filter((one) => !one.hidden).filter((one) => distance(typed.toLowerCase(), one.name.toLowerCase()) <= 2 || one.name.toLowerCase().startsWith(typed.toLowerCase()) || one.suggestFor?.some((word) => word.toLowerCase() === typed.toLowerCase())).map((one) => `\t${one.name}\n`);
	return found.length === 0 ? "" : `\n\nDid you mean this?\n${found.join("")}`;
}
/** Levenshtein distance. */
function distance(a, b) {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same));
		}
		row = next;
	}
	return row[b.length];
}
// src/kubectl/cli/parse.ts
/** The command line as cobra and pflag read it: which command, its flags, its arguments; errors in their words. */
/** The flags of one invocation. Asking for a flag that the command does not have is a mistake in the program. */
var FlagValues = class {
	flags;
	own;
	given = /* @__PURE__ */ new Map();
	/** @param own the command's flags, which hide inherited ones of the same name (`create rolebinding --user`) */
	constructor(own, inherited) {
		this.flags = new Map([...inherited, ...own].map((flag) => [flag.name, flag]));
		this.own = new Set(own.map((flag) => flag.name));
	}
	set(flag, text) {
		const before = this.given.get(flag.name) ?? [];
		if (flag.type === "array") this.given.set(flag.name, [...before, text]);
		else if (flag.type === "slice") this.given.set(flag.name, [...before, ...readCsv(text)]);
		else if (flag.type === "count") this.given.set(flag.name, [String(Number(before[0] ?? 0) + (text === "+1" ? 1 : Number(text)))]);
		else this.given.set(flag.name, [text]);
	}
	has(name) {
		return this.flags.has(name);
	}
	/** True when the flag stands on the command line. */
	changed(name) {
		return this.given.has(name);
	}
	string(name) {
		return this.given.get(name)?.[0] ?? defaultText(this.flag(name));
	}
	/** The text of an inherited flag; '' where a flag of the command itself hides it. */
	global(name) {
		return this.has(name) && !this.own.has(name) ? this.string(name) : "";
	}
	bool(name) {
		return parseBool(this.string(name)) ?? false;
	}
	int(name) {
		return Number(this.string(name));
	}
	/** Milliseconds. */
	duration(name) {
		return parseGoDuration(this.string(name));
	}
	list(name) {
		const flag = this.flag(name);
		return this.given.get(name) ?? (flag.default === void 0 || flag.default === "[]" ? [] : readCsv(flag.default.slice(1, -1)));
	}
	/** The text of a flag of any type, as pflag prints a value. */
	text(name) {
		const { type } = this.flag(name);
		return type === "array" || type === "slice" ? `[${this.list(name).join(",")}]` : this.string(name);
	}
	flag(name) {
		const flag = this.flags.get(name);
		if (!flag) throw new Error(`no flag --${name}`);
		return flag;
	}
};
/** Comma-separated values with CSV's double quotes, as pflag's StringSlice splits them. */
function readCsv(text) {
	if (text === "") return [];
	return [...text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => match[1]?.replaceAll("\"\"", "\"") ?? match[2] ?? "");
}
var HELP = {
	name: "help",
	shorthand: "h",
	type: "bool",
	usage: ""
};
/** Finds the command and reads its flags. Throws CommandError in cobra's words. */
function parseCommandLine(root, words) {
	const { path, rest } = findCommand(root, words);
	const command = path[path.length - 1];
	if (path.length === 1) {
		const [first] = withoutFlags(rest, path);
		if (first !== void 0 && words[0]?.startsWith("-")) throw new Exit(1, `Error: flags cannot be placed before plugin name: ${words[0]}`);
		if (first !== void 0) throw new CommandError(`unknown command ${JSON.stringify(first)} for "${root.name}"${suggestions(root, first)}`);
	}
	const { own, inherited } = flagsOf(path);
	try {
		return {
			path,
			...parseFlags(own, [...inherited, HELP], rest, command.noInterspersed ?? false)
		};
	} catch (error) {
		if (error instanceof FlagError) throw new CommandError(`${error.message}\nSee '${pathText(path)} --help' for usage.`);
		throw error;
	}
}
/** Follows subcommand names as far as they lead. `rest` is what remains, flags included. */
function findCommand(root, words) {
	let path = [root];
	let rest = words;
	for (;;) {
		const [name] = withoutFlags(rest, path);
		const next = name === void 0 ? void 0 : subcommand(path[path.length - 1], name);
		if (!next) return {
			path,
			rest
		};
		rest = dropFirst(rest, name, path);
		path = [...path, next];
	}
}
/** The word that names a command of the root: the first that is no flag or value of one; undefined when there is none. */
function commandWord(root, words) {
	return withoutFlags(words, [root])[0];
}
function subcommand(command, name) {
	return command.commands?.find((one) => one.name === name || one.aliases?.includes(name));
}
/** The words that are not flags or values of flags, up to `--`. */
function withoutFlags(words, path) {
	const plain = [];
	for (let index = 0; index < words.length; index++) {
		const word = words[index];
		if (word === "--") break;
		if (takesNext(word, path)) index++;
		else if (word !== "" && !word.startsWith("-")) plain.push(word);
	}
	return plain;
}
function takesNext(word, path) {
	if (word.includes("=")) return false;
	const { own, inherited } = flagsOf(path);
	const flags = [
		...own,
		...inherited,
		HELP
	];
	const flag = word.startsWith("--") ? flags.find((one) => one.name === word.slice(2)) : flags.find((one) => one.shorthand === word.slice(1));
	if (word.startsWith("--")) return !(flag && valueWithout(flag) !== void 0);
	return word.startsWith("-") && word.length === 2 && !(flag && valueWithout(flag) !== void 0);
}
/** The words without the first plain `name`, which was a command. */
function dropFirst(words, name, path) {
	for (let index = 0; index < words.length; index++) {
		const word = words[index];
		if (word === "--") break;
		if (takesNext(word, path)) index++;
		else if (word === name) return [...words.slice(0, index), ...words.slice(index + 1)];
	}
	return [...words];
}
var FlagError = class extends Error {};
function parseFlags(own, inherited, words, stopAtArgument) {
	const values = new FlagValues(own, inherited);
	const flags = [...inherited, ...own];
	const byName = new Map(flags.map((flag) => [flag.name, flag]));
	const byShorthand = new Map(flags.flatMap((flag) => flag.shorthand ? [[flag.shorthand, flag]] : []));
	const args = [];
	const notices = [];
	let dashAt = -1;
	const set = (flag, text) => {
		checkValue(flag, text);
		values.set(flag, text);
		if (flag.deprecated) notices.push(`Flag --${flag.name} has been deprecated, ${flag.deprecated}`);
	};
	for (let index = 0; index < words.length; index++) {
		const word = words[index];
		if (word === "--") {
			dashAt = args.length;
			args.push(...words.slice(index + 1));
			break;
		}
		if (word.startsWith("--")) {
			const [, name = "", text] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
			if (name === "" || name.startsWith("-")) throw new FlagError(`bad flag syntax: ${word}`);
			const flag = byName.get(name);
			if (name === "help") return {
				args,
				dashAt,
				flags: values,
				help: true,
				notices
			};
			if (!flag) throw new FlagError(`unknown flag: --${name}`);
			const value = text ?? valueWithout(flag) ?? words[++index];
			if (value === void 0) throw new FlagError(`flag needs an argument: --${name}`);
			set(flag, value);
		} else if (word.startsWith("-") && word.length > 1) {
			let letters = word.slice(1);
			while (letters !== "") {
				const letter = [...letters][0];
				const flag = byShorthand.get(letter);
				if (letter === "h" && flag?.name === "help") return {
					args,
					dashAt,
					flags: values,
					help: true,
					notices
				};
				if (!flag) throw new FlagError(`unknown shorthand flag: '${letter}' in -${letters}`);
				const rest = letters.slice(letter.length);
				if (rest.length > 0 && rest[0] === "=") {
					set(flag, rest.slice(1));
					break;
				}
				const without = valueWithout(flag);
				if (without !== void 0) {
					set(flag, without);
					letters = rest;
					continue;
				}
				const value = rest !== "" ? rest : words[++index];
				if (value === void 0) throw new FlagError(`flag needs an argument: '${letter}' in -${letters}`);
				set(flag, value);
				break;
			}
		} else {
			args.push(word);
			if (stopAtArgument) {
				args.push(...words.slice(index + 1));
				break;
			}
		}
	}
	return {
		args,
		dashAt,
		flags: values,
		help: false,
		notices
	};
}
/** Go's strconv.ParseBool. */
function parseBool(text) {
	if ([
		"1",
		"t",
		"T",
		"TRUE",
		"true",
		"True"
	].includes(text)) return true;
	return [
		"0",
		"f",
		"F",
		"FALSE",
		"false",
		"False"
	].includes(text) ? false : void 0;
}
function checkValue(flag, text) {
	const reason = wrong(flag, text);
	if (reason === void 0) return;
	const name = flag.shorthand ? `-${flag.shorthand}, --${flag.name}` : `--${flag.name}`;
	throw new FlagError(`invalid argument ${JSON.stringify(text)} for ${JSON.stringify(name)} flag: ${reason}`);
}
function wrong(flag, text) {
	if (flag.type === "bool" && parseBool(text) === void 0) return `strconv.ParseBool: parsing ${JSON.stringify(text)}: invalid syntax`;
	if (flag.type === "int" && !/^[+-]?\d+$/.test(text)) return `strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`;
	if (flag.type === "int" && Math.abs(Number(text)) > 2 ** 31) return `strconv.ParseInt: parsing ${JSON.stringify(text)}: value out of range`;
	if (flag.type === "duration") try {
		parseGoDuration(text);
	} catch (error) {
		if (error instanceof DurationError) return error.message;
		throw error;
	}
}
/** Fails when a required flag is missing, in cobra's words. */
function checkRequired({ path, flags }) {
	const { own, inherited } = flagsOf(path);
	const missing = [...own, ...inherited].filter((flag) => flag.required && !flags.changed(flag.name)).map((flag) => flag.name);
	if (missing.length > 0) throw new CommandError(`required flag(s) ${missing.sort().map((name) => JSON.stringify(name)).join(", ")} not set`);
}
// src/kubectl/config.ts
/** The kubeconfig: YAML in ~/.kube/config, in $KUBECONFIG or named by --kubeconfig. */
var EMPTY = {
	apiVersion: "v1",
	kind: "Config",
	clusters: [],
	contexts: [],
	"current-context": "",
	users: []
};
function printConfig(config) {
	return printYaml(config);
}
/** Where the kubeconfig is, absolute or relative to the working directory. */
function configPath(process, flags) {
	if (flags.has("kubeconfig") && flags.string("kubeconfig") !== "") return flags.string("kubeconfig");
	const [first] = (process.env["KUBECONFIG"] ?? "").split(":").filter((path) => path !== "");
	return first ?? `${process.env["HOME"] ?? "/root"}/.kube/config`;
}
/** The kubeconfig; an absent file is an empty one. Throws CommandError when it cannot be read. */
function* loadConfig(process, flags) {
	const path = configPath(process, flags);
	const text = yield* files((tree, cwd) => {
		const full = tree.resolve(cwd, path);
		return tree.exists(full) ? tree.read(full) : void 0;
	});
	if (text === void 0) {
		if (flags.has("kubeconfig") && flags.changed("kubeconfig")) throw new CommandError(`stat ${path}: no such file or directory`);
		return EMPTY;
	}
	return parseConfig(text, path);
}
function parseConfig(text, path) {
	try {
		const [value] = readYaml(text);
		if (value === void 0) return EMPTY;
		if (!isObject(value)) throw new CommandError(`error loading config file "${path}": couldn't get version/kind; json parse error: json: cannot unmarshal value into Go value of type struct`);
		const config = {
			...EMPTY,
			...value
		};
		return {
			...config,
			clusters: config.clusters ?? [],
			contexts: config.contexts ?? [],
			users: config.users ?? [],
			"current-context": config["current-context"] ?? ""
		};
	} catch (error) {
		if (error instanceof YamlError) throw new CommandError(`error loading config file "${path}": ${error.message}`);
		throw error;
	}
}
function* saveConfig(process, flags, config) {
	const path = configPath(process, flags);
	try {
		yield* files((tree, cwd) => {
			const full = tree.resolve(cwd, path);
			tree.mkdir(full.slice(0, full.lastIndexOf("/")) || "/", { parents: true });
			tree.write(full, printConfig(config), { mode: 384 });
		});
	} catch (error) {
		if (error instanceof SysError) throw new CommandError(`open ${path}: ${error.message.toLowerCase()}`);
		throw error;
	}
}
/** Throws CommandError when --context, --cluster or --user name what is not there. */
function targetOf(config, flags) {
	const wanted = flags.global("context") || config["current-context"];
	const context = config.contexts.find((one) => one.name === wanted)?.context;
	if (flags.global("context") !== "" && wanted !== "" && !context) throw new CommandError(`context "${wanted}" does not exist`);
	const clusterName = flags.global("cluster") || context?.cluster || "";
	const cluster = config.clusters.find((one) => one.name === clusterName)?.cluster;
	if (flags.global("cluster") !== "" && !cluster) throw new CommandError(`cluster "${clusterName}" does not exist`);
	const userName = flags.global("user") || context?.user || "";
	const user = config.users.find((one) => one.name === userName)?.user;
	if (flags.global("user") !== "" && !user) throw new CommandError(`auth info "${userName}" does not exist`);
	const server = flags.global("server") || (typeof cluster?.["server"] === "string" ? cluster["server"] : void 0);
	const explicit = flags.global("namespace");
	return {
		server,
		namespace: explicit || context?.namespace || "default",
		explicitNamespace: explicit !== "",
		user
	};
}
// src/kubectl/cli/help.ts
/** Help in kubectl's layout: description, examples, subcommands, options, usage, hints. */
/** The text of `kubectl ... --help`. */
function helpText(path) {
	const command = path[path.length - 1];
	return `${(command.long ?? command.short).trim()}\n\n${usageText(path)}`;
}
function usageText(path) {
	const root = path.length === 1;
	const command = path[path.length - 1];
	const visible = (command.commands ?? []).filter((one) => !one.hidden);
	const sections = [];
	if (command.aliases?.length) sections.push(`Aliases:\n${[command.name, ...command.aliases].join(", ")}`);
	if (command.examples?.length) sections.push(`Examples:\n${examplesText(command.examples)}`);
	if (visible.length > 0) sections.push(root ? groupsText(visible) : `Available Commands:\n${commandList([...visible].sort((a, b) => a.name < b.name ? -1 : 1))}`);
	const own = flagsOf(path).own.filter((flag) => !flag.hidden && !flag.deprecated);
	if (own.length > 0 && !root) sections.push(`Options:\n${flagsText(own).trimEnd()}`);
	sections.push(`Usage:\n  ${usageLine(path)}`);
	const hints = [];
	const name = pathText(path);
	if (visible.length > 0) hints.push(`Use "${name} <command> --help" for more information about a given command.`);
	hints.push(`Use "${path[0].name} options" for a list of global command-line options (applies to all commands).`);
	return `${sections.join("\n\n")}\n\n${hints.join("\n")}\n`;
}
function usageLine(path) {
	const command = path[path.length - 1];
	const usage = path.length === 1 ? "kubectl [flags]" : `${pathText(path.slice(0, -1))} ${command.usage}`;
	return usage.includes("[options]") ? usage : `${usage} [options]`;
}
function examplesText(examples) {
	return examples.map(([comment, line]) => `  # ${comment}\n  ${line.replaceAll("\n", "\n  ")}`).join("\n  \n");
}
function groupsText(commands) {
	const groups = /* @__PURE__ */ new Map();
	for (const command of commands) {
		if (command.name === "options") continue;
		const group = command.group ?? "Other Commands:";
		groups.set(group, [...groups.get(group) ?? [], command]);
	}
	const other = groups.get("Other Commands:");
	if (other) {
		groups.delete("Other Commands:");
		groups.set("Other Commands:", other.sort((a, b) => a.name < b.name ? -1 : 1));
	}
	const width = padding(commands);
	return [...groups].map(([title, list]) => `${title}\n${commandList(list, width)}`).join("\n\n");
}
function commandList(commands, width = padding(commands)) {
	return commands.map((command) => `  ${command.name.padEnd(width)}   ${command.short}`).join("\n");
}
function padding(commands) {
	return Math.max(11, ...commands.map((command) => command.name.length));
}
/** Each flag as `    -o, --output='':` with its usage on the next line. */
function flagsText(flags) {
	return [...flags].filter((flag) => !flag.hidden && !flag.deprecated).sort((a, b) => a.name < b.name ? -1 : 1).map((flag) => {
		const start = flag.shorthand ? `    -${flag.shorthand}, ` : "    ";
		const value = flag.type === "string" ? `'${defaultText(flag)}'` : defaultText(flag);
		return `${start}--${flag.name}=${value}:\n\t${flag.usage}\n\n`;
	}).join("");
}
// src/kubectl/commands/index.ts
/** The tree of commands, in the order that help lists them. What a command does and which flags it has is loaded when it is first used. */
var later = (head, code) => ({
	...head,
	code: lazy(code)
});
var COMMANDS = [
	later({
		name: "create",
		short: "Create a resource from a file or from stdin",
		group: "Basic Commands (Beginner):"
	}, () => import("./create-boPBBeii.js").then(({ create }) => create)),
	later({
		name: "expose",
		short: "Take a replication controller, service, deployment or pod and expose it as a new Kubernetes service",
		group: "Basic Commands (Beginner):"
	}, () => import("./expose-iZcbW5tB.js").then(({ expose }) => expose)),
	later({
		name: "run",
		short: "Run a particular image on the cluster",
		group: "Basic Commands (Beginner):"
	}, () => import("./run-DeFmd7Mm.js").then(({ run }) => run)),
	later({
		name: "set",
		short: "Set specific features on objects",
		group: "Basic Commands (Beginner):"
	}, () => import("./set-RxBvX5q0.js").then(({ set }) => set)),
	later({
		name: "explain",
		short: "Get documentation for a resource",
		group: "Basic Commands (Intermediate):"
	}, () => import("./explain-CmN8geaf.js").then(({ explain }) => explain)),
	later({
		name: "get",
		short: "Display one or many resources",
		suggestFor: ["list", "ls"],
		group: "Basic Commands (Intermediate):"
	}, () => import("./get-D26HBMH0.js").then(({ get }) => get)),
	later({
		name: "edit",
		short: "Edit a resource on the server",
		group: "Basic Commands (Intermediate):"
	}, () => import("./edit-DXDDwlMp.js").then(({ edit }) => edit)),
	later({
		name: "delete",
		short: "Delete resources by file names, stdin, resources and names, or by resources and label selector",
		suggestFor: ["rm", "remove"],
		group: "Basic Commands (Intermediate):"
	}, () => import("./delete-BMX3Fw9x.js").then((n) => n.n).then(({ deleteCommand }) => deleteCommand)),
	later({
		name: "rollout",
		short: "Manage the rollout of a resource",
		group: "Deploy Commands:"
	}, () => import("./rollout-BGVbdbYE.js").then(({ rollout }) => rollout)),
	later({
		name: "scale",
		short: "Set a new size for a deployment, replica set, or replication controller",
		group: "Deploy Commands:"
	}, () => import("./scale-BmRKTDBN.js").then(({ scale }) => scale)),
	later({
		name: "autoscale",
		short: "Auto-scale a deployment, replica set, stateful set, or replication controller",
		group: "Deploy Commands:"
	}, () => import("./autoscale-BSuAs21o.js").then(({ autoscale }) => autoscale)),
	later({
		name: "certificate",
		short: "Modify certificate resources",
		group: "Cluster Management Commands:"
	}, () => import("./others-BUHtwgS4.js").then(({ certificate }) => certificate)),
	later({
		name: "cluster-info",
		short: "Display cluster information",
		group: "Cluster Management Commands:"
	}, () => import("./cluster-BFPWQRgF.js").then(({ clusterInfo }) => clusterInfo)),
	later({
		name: "top",
		short: "Display resource (CPU/memory) usage",
		group: "Cluster Management Commands:"
	}, () => import("./cluster-BFPWQRgF.js").then(({ top }) => top)),
	later({
		name: "cordon",
		short: "Mark node as unschedulable",
		group: "Cluster Management Commands:"
	}, () => import("./nodes-CG5u0Yxg.js").then(({ cordon }) => cordon)),
	later({
		name: "uncordon",
		short: "Mark node as schedulable",
		group: "Cluster Management Commands:"
	}, () => import("./nodes-CG5u0Yxg.js").then(({ uncordon }) => uncordon)),
	later({
		name: "drain",
		short: "Drain node in preparation for maintenance",
		group: "Cluster Management Commands:"
	}, () => import("./nodes-CG5u0Yxg.js").then(({ drain }) => drain)),
	later({
		name: "taint",
		short: "Update the taints on one or more nodes",
		group: "Cluster Management Commands:"
	}, () => import("./taint-DfaKOE3X.js").then(({ taint }) => taint)),
	later({
		name: "describe",
		short: "Show details of a specific resource or group of resources",
		group: "Troubleshooting and Debugging Commands:"
	}, () => import("./describe-CAaPFBxr.js").then(({ describe }) => describe)),
	later({
		name: "logs",
		short: "Print the logs for a container in a pod",
		group: "Troubleshooting and Debugging Commands:"
	}, () => import("./logs-DkMCOJ09.js").then(({ logs }) => logs)),
	later({
		name: "attach",
		short: "Attach to a running container",
		group: "Troubleshooting and Debugging Commands:"
	}, () => import("./exec-fIO6siXb.js").then(({ attach }) => attach)),
	later({
		name: "exec",
		short: "Execute a command in a container",
		group: "Troubleshooting and Debugging Commands:"
	}, () => import("./exec-fIO6siXb.js").then(({ exec }) => exec)),
	later({
		name: "port-forward",
		short: "Forward one or more local ports to a pod",
		group: "Troubleshooting and Debugging Commands:"
	}, () => import("./forward-Bb-bn4X6.js").then(({ portForward }) => portForward)),
	later({
		name: "proxy",
		short: "Run a proxy to the Kubernetes API server",
		group: "Troubleshooting and Debugging Commands:"
	}, () => import("./forward-Bb-bn4X6.js").then(({ proxy }) => proxy)),
	later({
		name: "cp",
		short: "Copy files and directories to and from containers",
		group: "Troubleshooting and Debugging Commands:"
	}, () => import("./cp-Djuofk7c.js").then(({ cp }) => cp)),
	later({
		name: "auth",
		short: "Inspect authorization",
		group: "Troubleshooting and Debugging Commands:"
	}, () => import("./auth-DaNY4hm0.js").then(({ auth }) => auth)),
	later({
		name: "debug",
		short: "Create debugging sessions for troubleshooting workloads and nodes",
		group: "Troubleshooting and Debugging Commands:"
	}, () => import("./debug-BhLjhR-V.js").then(({ debug }) => debug)),
	later({
		name: "events",
		short: "List events",
		group: "Troubleshooting and Debugging Commands:"
	}, () => import("./events-apFAFVJP.js").then(({ events }) => events)),
	later({
		name: "diff",
		short: "Diff the live version against a would-be applied version",
		group: "Advanced Commands:"
	}, () => import("./diff-CliM0O09.js").then(({ diff }) => diff)),
	later({
		name: "apply",
		short: "Apply a configuration to a resource by file name or stdin",
		group: "Advanced Commands:"
	}, () => import("./apply-Dl5QDGNC.js").then(({ apply }) => apply)),
	later({
		name: "patch",
		short: "Update fields of a resource",
		group: "Advanced Commands:"
	}, () => import("./patch-BZpcnlkx.js").then(({ patch }) => patch)),
	later({
		name: "replace",
		short: "Replace a resource by file name or stdin",
		group: "Advanced Commands:"
	}, () => import("./replace-bBURham0.js").then(({ replace }) => replace)),
	later({
		name: "wait",
		short: "Wait for a specific condition on one or many resources",
		group: "Advanced Commands:"
	}, () => import("./wait-BVM8fZ2U.js").then(({ wait }) => wait)),
	later({
		name: "kustomize",
		short: "Build a kustomization target from a directory or URL",
		group: "Advanced Commands:"
	}, () => import("./others-BUHtwgS4.js").then(({ kustomize }) => kustomize)),
	later({
		name: "label",
		short: "Update the labels on a resource",
		group: "Settings Commands:"
	}, () => import("./label-Zb22ozxw.js").then(({ label }) => label)),
	later({
		name: "annotate",
		short: "Update the annotations on a resource",
		group: "Settings Commands:"
	}, () => import("./label-Zb22ozxw.js").then(({ annotate }) => annotate)),
	later({
		name: "completion",
		short: "Output shell completion code for the specified shell (bash, zsh, fish, or powershell)",
		group: "Settings Commands:"
	}, () => import("./others-BUHtwgS4.js").then(({ completion }) => completion)),
	later({
		name: "alpha",
		short: "Commands for features in alpha",
		hidden: true
	}, () => import("./others-BUHtwgS4.js").then(({ alpha }) => alpha)),
	later({
		name: "config",
		short: "Modify kubeconfig files"
	}, () => import("./config-BpIPMwcU.js").then(({ config }) => config)),
	later({
		name: "plugin",
		short: "Provides utilities for interacting with plugins"
	}, () => import("./others-BUHtwgS4.js").then(({ plugin }) => plugin)),
	later({
		name: "version",
		short: "Print the client and server version information"
	}, () => import("./cluster-BFPWQRgF.js").then(({ version }) => version)),
	later({
		name: "api-versions",
		short: "Print the supported API versions on the server, in the form of \"group/version\""
	}, () => import("./cluster-BFPWQRgF.js").then(({ apiVersions }) => apiVersions)),
	later({
		name: "api-resources",
		short: "Print the supported API resources on the server"
	}, () => import("./cluster-BFPWQRgF.js").then(({ apiResources }) => apiResources)),
	later({
		name: "options",
		short: "Print the list of flags inherited by all commands",
		hidden: true
	}, () => import("./others-BUHtwgS4.js").then(({ options }) => options)),
	later({
		name: "kuberc",
		short: "Manage user preferences (kuberc)"
	}, () => import("./others-BUHtwgS4.js").then(({ kuberc }) => kuberc))
];
var ROOT = {
	name: "kubectl",
	usage: "kubectl",
	short: "kubectl controls the Kubernetes cluster manager",
	long: "kubectl controls the Kubernetes cluster manager.\n\n Find more information at: https://kubernetes.io/docs/reference/kubectl/",
	persistentFlags: GLOBAL_FLAGS
};
/** kubectl with its commands: in full the one that a command line names, of the others what lists and suggestions show. */
function* commandTree(words) {
	const tree = {
		...ROOT,
		commands: COMMANDS.map(({ code: _, ...head }) => ({
			...head,
			usage: head.name
		}))
	};
	const word = commandWord(tree, words);
	const named = word === void 0 ? void 0 : subcommand(tree, word);
	const code = COMMANDS.find(({ name }) => name === named?.name)?.code;
	if (!named || !code) return tree;
	const whole = {
		...named,
		...yield* load(code)
	};
	return {
		...tree,
		commands: tree.commands.map((one) => one === named ? whole : one)
	};
}
// src/kubectl/invocation.ts
/** One run of a kubectl command: its words, and what it reaches the cluster with, made when first asked for. */
var colours = lazy(() => import("./colour-D8x2FyEA.js"));
/** Commands whose output is coloured on a terminal. */
var COLOURED = /* @__PURE__ */ new Set([
	"get",
	"describe",
	"top",
	"events",
	"api-resources",
	"explain",
	"rollout",
	"config"
]);
var Invocation = class {
	process;
	path;
	args;
	/** How many arguments stand before `--`; -1 without `--`. */
	dashAt;
	flags;
	coloured;
	kubeConfig;
	apiClient;
	restMapper;
	constructor(process, parsed) {
		this.process = process;
		this.path = parsed.path;
		this.args = parsed.args;
		this.dashAt = parsed.dashAt;
		this.flags = parsed.flags;
	}
	*out(text) {
		this.coloured ??= yield* this.wantsColour();
		yield* write(1, this.coloured ? (yield* load(colours)).paint(text) : text);
	}
	/** On a terminal, unless NO_COLOR (no-color.org) or a dumb terminal says otherwise. */
	*wantsColour() {
		const { env } = this.process;
		return COLOURED.has(this.path[1]?.name ?? "") && !env["NO_COLOR"] && env["TERM"] !== "dumb" && (yield* isatty(1));
	}
	*err(text) {
		yield* write(2, text);
	}
	/** The failure `message`, with the hint where to find help. */
	usageError(message) {
		return new CommandError(`${message}\nSee '${pathText(this.path)} -h' for help and examples`);
	}
	/** The kubectl of the 2019 tutorial, which took forms that v1.36 refuses. */
	get compat2019() {
		return this.process.env["DRYDOCK_KUBECTL_COMPAT"] === "2019";
	}
	*config() {
		this.kubeConfig ??= yield* loadConfig(this.process, this.flags);
		return this.kubeConfig;
	}
	*target() {
		return targetOf(yield* this.config(), this.flags);
	}
	*namespace() {
		return (yield* this.target()).namespace;
	}
	/** Throws ConnectionError when the kubeconfig names no server, as kubectl then tries localhost. */
	*client() {
		if (this.apiClient) return this.apiClient;
		const { server, user } = yield* this.target();
		if (server === void 0) throw new ConnectionError("The connection to the server localhost:8080 was refused - did you specify the right host or port?");
		const as = this.flags.string("as");
		const groups = this.flags.list("as-group");
		if (as === "" && groups.length > 0) throw new CommandError("requesting uid, groups or user-extra without impersonating a user");
		const token = this.flags.global("token") || (typeof user?.["token"] === "string" ? user["token"] : "");
		this.apiClient = new Client({
			fieldManager: this.flags.has("field-manager") ? this.flags.string("field-manager") : "kubectl",
			...as !== "" && { impersonate: {
				user: as,
				groups,
				uid: this.flags.string("as-uid")
			} },
			...token !== "" && { token }
		});
		return this.apiClient;
	}
	*mapper() {
		this.restMapper ??= yield* loadMapper(yield* this.client());
		return this.restMapper;
	}
	/** How many different warnings the server sent. */
	get warningCount() {
		return this.apiClient?.warnings.size ?? 0;
	}
	/** Tells the terminal what line would work instead; it offers that by one key. Nothing happens where there is no such device. */
	*suggest(line) {
		try {
			yield* device("suggestion", { line });
		} catch (error) {
			if (!(error instanceof SysError)) throw error;
		}
	}
};
// src/kubectl/index.ts
/** kubectl as a program: reads its words, runs the command, says what went wrong. */
var kubectl_exports = /* @__PURE__ */ __exportAll({ kubectl: () => kubectl });
/** Virtual time until a real kubectl has started, ms. */
var START_MS = 45;
/** The program `kubectl`. Ends with the exit code of the real one. */
function* kubectl(process) {
	yield* latency(START_MS);
	try {
		return yield* run(process);
	} catch (error) {
		if (error instanceof SysError) {
			if (error.errno === "EPIPE") return 141;
			yield* write(2, `error: ${error.path === void 0 ? "" : `${error.path}: `}${error.message}\n`);
			return 1;
		}
		const { text, code } = explainError(error);
		yield* write(2, text);
		yield* suggestMeant(process, text);
		return code;
	}
}
/** Where one other command was meant, the terminal offers the line with it. */
function* suggestMeant(process, text) {
	const [, wrong, meant] = /unknown command "([^"]+)"[^]*Did you mean this\?\n\t(\S+)\n*$/.exec(text) ?? [];
	if (wrong === void 0 || meant === void 0) return;
	const words = process.argv.map((word) => word === wrong ? meant : word);
	try {
		yield* device("suggestion", { line: words.map((word) => /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`).join(" ") });
	} catch (again) {
		if (!(again instanceof SysError)) throw again;
	}
}
function* run(process) {
	const typed = process.argv.slice(1);
	const words = typed[0] === "help" ? [...typed.slice(1), "--help"] : typed;
	const parsed = parseCommandLine(yield* commandTree(words), words);
	const command = parsed.path[parsed.path.length - 1];
	for (const notice of parsed.notices) yield* write(2, `${notice}\n`);
	if (parsed.help) {
		yield* write(1, helpText(parsed.path));
		return 0;
	}
	if (!command.run) return yield* needsSubcommand(parsed.path, parsed.args);
	checkRequired(parsed);
	const invocation = new Invocation(process, parsed);
	const code = (yield* command.run(invocation)) ?? 0;
	const { warningCount } = invocation;
	if (code === 0 && warningCount > 0 && parsed.flags.bool("warnings-as-errors")) throw new CommandError(`${warningCount} warning${warningCount === 1 ? "" : "s"} received`);
	return code;
}
/** kubectl alone shows help; a group of commands without its subcommand shows help on stderr and fails. */
function* needsSubcommand(path, args) {
	if (path.length === 1) {
		yield* write(1, helpText(path));
		return 0;
	}
	if (args.length > 0) {
		const name = path.map((command) => command.name).join(" ");
		throw new CommandError(`unknown command ${JSON.stringify(args.join(" "))}\nSee '${name} -h' for help and examples`);
	}
	yield* write(path[path.length - 1].helpTo === "stdout" ? 1 : 2, helpText(path));
	return 1;
}
export { printFlags as S, SAVE_CONFIG as _, parseBool as a, VALIDATE as b, DRY_RUN as c, FILENAME as d, FORCE_CONFLICTS as f, RECURSIVE as g, OBJECT_FORMATS as h, saveConfig as i, kubectl, FIELD_MANAGER as l, LOCAL as m, flagsText as n, ALL_NAMESPACES as o, GLOBAL_FLAGS as p, configPath as r, CHUNK_SIZE as s, kubectl_exports as t, FIELD_SELECTOR as u, SELECTOR as v, filenameFlags as x, SUBRESOURCE as y };
