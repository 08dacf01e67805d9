import { S as printFlags, _ as SAVE_CONFIG, b as VALIDATE, c as DRY_RUN, l as FIELD_MANAGER, v as SELECTOR, x as filenameFlags } from "./kubectl-Dwlf-DqN.js";
import { D as NoResourceMatchError, O as StatusError, S as withValue, g as at, p as pathOf, w as CommandError, x as textOf, y as metadataOf } from "./live-DW4PX-bo.js";
import { m as marshalJson } from "./yaml-B_WFZAc6.js";
import { a as printWith, i as objectPrinter, n as dryRunOf, o as resultPrinter, s as structOrder } from "./printer-DzE4IJcq.js";
import { c as requireObjects, l as select, n as builderOptions } from "./builder-AkFWgCoJ.js";
import { i as readSources, r as readFile, t as lookAtFiles } from "./files-C7owFt9u.js";
import { a as intOrString, c as nameArgument, f as visitAll, i as fieldValidation, l as parseLabelList, m as writeQuery, n as builtIn, p as withLastApplied, r as compact, t as LAST_APPLIED } from "./common-r3JoOt2D.js";
import { T as SysError, c as load, p as random } from "./sys-DzG-ihIq.js";
import { C as isPortName, d as isConfigMapKey, l as parseLabelSelector, m as isDNS1123Subdomain, r as formatRequirements, t as SelectorError, w as isPortNumber } from "./selector-DOdAZD_P.js";
import { t as sha256 } from "./sha256-Q5xFXfs-.js";
import { r as canonicalQuantity, t as QuantityError } from "./quantity-yctvb4CZ.js";
import { i as generateNameSuffix } from "./hash-vTuybOug.js";
// src/kubectl/commands/create/generator.ts
/** The create subcommands that make one object from flags: how they are described, and what they all do with the object. */
/** The command of a generator. */
function generatorCommand({ build, failure, failureJoint = ": ", flags, ...command }) {
	return {
		...command,
		flags: [
			...flags,
			...printFlags(),
			SAVE_CONFIG,
			VALIDATE,
			DRY_RUN,
			FIELD_MANAGER("kubectl-create")
		],
		run: function* (invocation) {
			const name = nameArgument(invocation);
			const dryRun = yield* dryRunOf(invocation);
			const print = yield* resultPrinter(invocation, dryRun, { typed: true });
			const validation = fieldValidation(invocation);
			const built = compact(yield* build(invocation, name));
			const { namespace, explicitNamespace } = yield* invocation.target();
			const mapping = builtIn(yield* invocation.mapper(), textOf(built["apiVersion"]), textOf(built["kind"]));
			let object = mapping.namespaced && explicitNamespace ? withValue(built, ["metadata", "namespace"], namespace) : built;
			if (invocation.flags.bool("save-config")) object = withValue(object, [
				"metadata",
				"annotations",
				LAST_APPLIED
			], `${marshalJson(object, (yield* load(structOrder)).structKeys(object))}\n`);
			if (dryRun !== "client") {
				const client = yield* invocation.client();
				try {
					object = yield* client.create(pathOf(mapping, namespace), object, writeQuery(dryRun, { fieldValidation: validation }));
				} catch (error) {
					if (!(error instanceof StatusError) || failure === void 0) throw error;
					throw new CommandError(`${failure}${failureJoint}${error.message}`);
				}
			}
			yield* print(object, "created");
		}
	};
}
// src/kubectl/commands/create/access.ts
var RBAC = "rbac.authorization.k8s.io";
var STANDARD_VERBS = [
	"*",
	"get",
	"delete",
	"list",
	"create",
	"update",
	"patch",
	"watch",
	"proxy",
	"deletecollection",
	"use",
	"bind",
	"escalate",
	"impersonate"
];
var serviceaccount = generatorCommand({
	name: "serviceaccount",
	aliases: ["sa"],
	usage: "serviceaccount NAME [--dry-run=server|client|none]",
	short: "Create a service account with the specified name",
	examples: [["Create a service account named robot", "kubectl create serviceaccount robot"]],
	flags: [],
	failure: "failed to create serviceaccount",
	*build(_invocation, name) {
		return {
			apiVersion: "v1",
			kind: "ServiceAccount",
			metadata: { name }
		};
	}
});
var RULE_FLAGS = [
	{
		name: "verb",
		type: "slice",
		usage: "Verb that applies to the resources contained in the rule",
		values: STANDARD_VERBS
	},
	{
		name: "resource",
		type: "slice",
		usage: "Resource that the rule applies to"
	},
	{
		name: "resource-name",
		type: "array",
		usage: "Only this object of the resource; repeat the flag for more of them"
	}
];
/** One rule an API group, as the flags name the resources. */
function* resourceRules(invocation) {
	const { flags } = invocation;
	const names = [...new Set(flags.list("resource-name"))];
	const groups = /* @__PURE__ */ new Map();
	const mapper = yield* invocation.mapper();
	for (const text of flags.list("resource")) {
		const [whole = "", subresource] = text.split("/");
		if (whole === "" || whole.startsWith(".")) throw new CommandError("resource must be specified if apiGroup/subresource specified");
		const found = whole === "*" ? void 0 : mapper.find(whole);
		if (!found && whole !== "*") throw new NoResourceMatchError(whole.split(".")[0]);
		const resource = (found?.resource ?? whole) + (subresource === void 0 ? "" : `/${subresource}`);
		const list = groups.get(found?.group ?? "") ?? [];
		if (!list.includes(resource)) list.push(resource);
		groups.set(found?.group ?? "", list);
	}
	const verbs = verbsOf(invocation);
	return [...groups].sort(([a], [b]) => a < b ? -1 : 1).map(([group, resources]) => ({
		apiGroups: [group],
		resourceNames: names.length > 0 ? names : void 0,
		resources,
		verbs
	}));
}
function verbsOf({ flags }) {
	const verbs = [...new Set(flags.list("verb"))];
	return verbs.includes("*") ? ["*"] : verbs;
}
function* checkVerbs(invocation) {
	const verbs = verbsOf(invocation);
	if (verbs.length === 0) throw new CommandError("at least one verb must be specified");
	for (const verb of verbs) if (!STANDARD_VERBS.includes(verb)) yield* invocation.err(`Warning: '${verb}' is not a standard resource verb\n`);
}
var role = generatorCommand({
	name: "role",
	usage: "role NAME --verb=verb --resource=resource.group/subresource [--resource-name=resourcename] [--dry-run=server|client|none]",
	short: "Create a role with single rule",
	examples: [["Allow reading pods", "kubectl create role reader --verb=get,list,watch --resource=pods"]],
	flags: RULE_FLAGS,
	*build(invocation, name) {
		yield* checkVerbs(invocation);
		if (invocation.flags.list("resource").length === 0) throw new CommandError("at least one resource must be specified");
		return {
			apiVersion: `${RBAC}/v1`,
			kind: "Role",
			metadata: { name },
			rules: yield* resourceRules(invocation)
		};
	}
});
var clusterrole = generatorCommand({
	name: "clusterrole",
	usage: "clusterrole NAME --verb=verb --resource=resource.group [--resource-name=resourcename] [--dry-run=server|client|none]",
	short: "Create a cluster role",
	examples: [["Allow reading nodes", "kubectl create clusterrole node-reader --verb=get,list,watch --resource=nodes"]],
	flags: [
		...RULE_FLAGS,
		{
			name: "non-resource-url",
			type: "slice",
			usage: "A partial url that user should have access to."
		},
		{
			name: "aggregation-rule",
			type: "string",
			usage: "An aggregation label selector for combining ClusterRoles."
		}
	],
	*build(invocation, name) {
		const { flags } = invocation;
		const kind = {
			apiVersion: `${RBAC}/v1`,
			kind: "ClusterRole",
			metadata: { name }
		};
		if (flags.string("aggregation-rule") !== "") {
			if (flags.list("verb").length + flags.list("resource").length + flags.list("non-resource-url").length > 0) throw new CommandError("aggregation rule must be specified without verbs, non-resource URLs or resources");
			return {
				...kind,
				aggregationRule: { clusterRoleSelectors: [{ matchLabels: parseLabelList(flags.string("aggregation-rule")) }] },
				rules: null
			};
		}
		yield* checkVerbs(invocation);
		const urls = flags.list("non-resource-url");
		if (flags.list("resource").length === 0 && urls.length === 0) throw new CommandError("one of resource or nonResourceURL must be specified");
		if (urls.some((url) => url !== "*" && !url.startsWith("/"))) throw new CommandError("nonResourceURL should start with /");
		const rules = yield* resourceRules(invocation);
		return {
			...kind,
			rules: urls.length > 0 ? [...rules, {
				nonResourceURLs: urls,
				verbs: verbsOf(invocation)
			}] : rules
		};
	}
});
var SUBJECT_FLAGS = [
	{
		name: "user",
		type: "array",
		usage: "Usernames to bind to the role. The flag can be repeated to add multiple users."
	},
	{
		name: "group",
		type: "array",
		usage: "Groups to bind to the role. The flag can be repeated to add multiple groups."
	},
	{
		name: "serviceaccount",
		type: "array",
		usage: "Service accounts to bind to the role, in the format <namespace>:<name>. The flag can be repeated to add multiple service accounts."
	}
];
function subjects({ flags }) {
	return [
		...flags.list("user").map((name) => ({
			apiGroup: RBAC,
			kind: "User",
			name
		})),
		...flags.list("group").map((name) => ({
			apiGroup: RBAC,
			kind: "Group",
			name
		})),
		...flags.list("serviceaccount").map((text) => {
			const [namespace, name, ...more] = text.split(":");
			if (!namespace || !name || more.length > 0) throw new CommandError("serviceaccount must be <namespace>:<name>");
			return {
				kind: "ServiceAccount",
				name,
				namespace
			};
		})
	];
}
var rolebinding = generatorCommand({
	name: "rolebinding",
	usage: "rolebinding NAME --clusterrole=NAME|--role=NAME [--user=username] [--group=groupname] [--serviceaccount=namespace:serviceaccountname] [--dry-run=server|client|none]",
	short: "Create a role binding for a particular role or cluster role",
	examples: [["Give the role reader to a service account", "kubectl create rolebinding reader --role=reader --serviceaccount=default:robot"]],
	flags: [
		{
			name: "clusterrole",
			type: "string",
			usage: "ClusterRole this RoleBinding should reference"
		},
		{
			name: "role",
			type: "string",
			usage: "Role this RoleBinding should reference"
		},
		...SUBJECT_FLAGS
	],
	failure: "failed to create rolebinding",
	*build(invocation, name) {
		const [clusterRole, roleName] = [invocation.flags.string("clusterrole"), invocation.flags.string("role")];
		if (clusterRole === "" === (roleName === "")) throw new CommandError("exactly one of clusterrole or role must be specified");
		return {
			apiVersion: `${RBAC}/v1`,
			kind: "RoleBinding",
			metadata: { name },
			roleRef: {
				apiGroup: RBAC,
				kind: clusterRole === "" ? "Role" : "ClusterRole",
				name: clusterRole || roleName
			},
			subjects: subjects(invocation)
		};
	}
});
var clusterrolebinding = generatorCommand({
	name: "clusterrolebinding",
	usage: "clusterrolebinding NAME --clusterrole=NAME [--user=username] [--group=groupname] [--serviceaccount=namespace:serviceaccountname] [--dry-run=server|client|none]",
	short: "Create a cluster role binding for a particular cluster role",
	examples: [["Give cluster-admin to a user", "kubectl create clusterrolebinding jane-admin --clusterrole=cluster-admin --user=jane"]],
	flags: [{
		name: "clusterrole",
		type: "string",
		required: true,
		usage: "ClusterRole this ClusterRoleBinding should reference"
	}, ...SUBJECT_FLAGS],
	failure: "failed to create clusterrolebinding",
	*build(invocation, name) {
		return {
			apiVersion: `${RBAC}/v1`,
			kind: "ClusterRoleBinding",
			metadata: { name },
			roleRef: {
				apiGroup: RBAC,
				kind: "ClusterRole",
				name: invocation.flags.string("clusterrole")
			},
			subjects: subjects(invocation)
		};
	}
});
var token = {
	name: "token",
	usage: "token SERVICE_ACCOUNT_NAME",
	short: "Request a service account token",
	examples: [["Ask for a token of the service account robot", "kubectl create token robot"]],
	flags: [
		{
			name: "audience",
			type: "array",
			usage: "Audience of the requested token. May be repeated."
		},
		{
			name: "duration",
			type: "duration",
			usage: "Requested lifetime of the issued token. If 0, the server decides."
		},
		{
			name: "bound-object-kind",
			type: "string",
			usage: "Kind of an object to bind the token to: Pod, Secret or Node."
		},
		{
			name: "bound-object-name",
			type: "string",
			usage: "Name of an object to bind the token to."
		},
		{
			name: "bound-object-uid",
			type: "string",
			usage: "UID of an object to bind the token to."
		},
		...printFlags()
	],
	run: function* (invocation) {
		const name = nameArgument(invocation);
		const { flags } = invocation;
		const printer = yield* objectPrinter(invocation);
		const mapping = builtIn(yield* invocation.mapper(), "v1", "ServiceAccount");
		const audiences = flags.list("audience");
		const kind = flags.string("bound-object-kind");
		const body = compact({
			apiVersion: "authentication.k8s.io/v1",
			kind: "TokenRequest",
			metadata: {},
			spec: {
				audiences: audiences.length > 0 ? audiences : null,
				expirationSeconds: flags.changed("duration") ? Math.floor(flags.duration("duration") / 1e3) : void 0,
				boundObjectRef: kind === "" ? void 0 : {
					kind,
					apiVersion: "v1",
					name: flags.string("bound-object-name"),
					uid: flags.string("bound-object-uid") || void 0
				}
			}
		});
		try {
			const answer = yield* (yield* invocation.client()).create(pathOf(mapping, yield* invocation.namespace(), name, "token"), body);
			if (printer) yield* printWith(invocation, printer, answer);
			else yield* invocation.out(`${textOf(at(answer, "status", "token"))}\n`);
		} catch (error) {
			throw error instanceof StatusError ? new CommandError(`failed to create token: ${error.message}`) : error;
		}
	}
};
// src/kubectl/name-hash.ts
/** The hash behind the name of a ConfigMap or Secret that kustomize generates or `create --append-hash` makes: it changes with the content. */
/** Digits and vowels that could make words are replaced. */
var SAFE = {
	0: "g",
	1: "h",
	3: "k",
	a: "m",
	e: "t"
};
/**
* Ten characters that depend on kind, type and data, and on the name that is given: kubectl hashes the object's name too, kustomize none.
* `none` stands for data that is absent.
*/
function nameHash({ kind, type, data, binaryData, immutable }, name, none) {
	const content = {
		kind,
		name,
		...kind === "Secret" && { type: type ?? "" },
		data: data ?? none,
		...binaryData !== void 0 && { binaryData },
		...immutable !== void 0 && { immutable }
	};
	return sha256(new TextEncoder().encode(marshalJson(content))).slice(0, 10).replace(/[013ae]/g, (char) => SAFE[char]);
}
// src/kubectl/commands/create/data.ts
/** create configmap, secret generic / docker-registry / tls */
var sourceFlags = (what) => [
	{
		name: "from-file",
		type: "slice",
		usage: `Path of a file (its name becomes the key), KEY=PATH, or a folder whose files all go into the ${what}.`
	},
	{
		name: "from-literal",
		type: "array",
		usage: `Specify a key and literal value to insert in ${what} (i.e. mykey=somevalue)`
	},
	{
		name: "from-env-file",
		type: "slice",
		usage: `Specify the path to a file to read lines of key=val pairs to create a ${what}.`
	}
];
var APPEND_HASH = {
	name: "append-hash",
	type: "bool",
	usage: "Append a hash of the object to its name."
};
/** The keys and values that --from-file, --from-literal and --from-env-file give, checked one by one. */
function* readData(invocation, check, order) {
	const { flags, process } = invocation;
	const [fromFiles, literals, envFiles] = [
		flags.list("from-file"),
		flags.list("from-literal"),
		flags.list("from-env-file")
	];
	if (envFiles.length > 0 && (fromFiles.length > 0 || literals.length > 0)) throw new CommandError("from-env-file cannot be combined with from-file or from-literal");
	const data = {};
	const add = (key, value) => {
		check(key, Object.hasOwn(data, key));
		data[key] = value;
	};
	for (const kind of order) if (kind === "literal") for (const source of literals) add(...parseLiteral(source));
	else for (const source of fromFiles) for (const [key, text] of yield* fileEntries(source)) add(key, text);
	for (const path of envFiles) {
		const text = yield* readFile(path, (reason) => new CommandError(`error reading ${path}: ${reason.replace(/^\w+ .*?: /, "")}`));
		for (const line of text.split("\n")) for (const [key, value] of envLine(line, process.env)) add(key, value);
	}
	return data;
}
function parseLiteral(source) {
	const equals = source.indexOf("=");
	if (equals <= 0) throw new CommandError(`invalid literal source ${source}, expected key=value`);
	return [source.slice(0, equals), source.slice(equals + 1)];
}
function* fileEntries(source) {
	const parts = source.split("=");
	if (parts.length > 2) throw new CommandError("key names or file paths cannot contain '='");
	if (parts.length === 2 && parts[0] === "") throw new CommandError(`key name for file path ${parts[1]} missing`);
	if (parts.length === 2 && parts[1] === "") throw new CommandError(`file path for key name ${parts[0]} missing`);
	const path = parts[parts.length - 1];
	try {
		return yield* lookAtFiles((tree, cwd) => {
			const full = tree.resolve(cwd, path);
			if (!tree.isDirectory(full)) return [[parts.length === 2 ? parts[0] : path.slice(path.lastIndexOf("/") + 1), tree.read(full)]];
			if (parts.length === 2) throw new CommandError("cannot give a key name for a directory path");
			return tree.list(full).filter((name) => !tree.isDirectory(`${full}/${name}`)).map((name) => [name, tree.read(`${full}/${name}`)]);
		});
	} catch (error) {
		if (error instanceof SysError) throw new CommandError(`error reading ${path}: ${error.message.toLowerCase()}`);
		throw error;
	}
}
/** A line of an env file: KEY=VALUE, or KEY alone for the value it has in the shell; # starts a comment. */
function envLine(line, env) {
	const text = line.trimStart();
	if (text === "" || text.startsWith("#")) return [];
	const equals = text.indexOf("=");
	if (equals > 0) return [[text.slice(0, equals), text.slice(equals + 1)]];
	if (equals === 0) throw new CommandError(`invalid literal source ${text}, expected key=value`);
	const value = env[text];
	return value === void 0 ? [] : [[text, value]];
}
var configmap = generatorCommand({
	name: "configmap",
	aliases: ["cm"],
	usage: "configmap NAME [--from-file=[key=]source] [--from-literal=key1=value1] [--dry-run=server|client|none]",
	short: "Create a config map from a local file, directory or literal value",
	examples: [["Create a config map with two keys", "kubectl create configmap app --from-literal=color=blue --from-literal=size=10"], ["Create a config map from a file", "kubectl create configmap page --from-file=index.html"]],
	flags: [...sourceFlags("configmap"), APPEND_HASH],
	failure: "failed to create configmap",
	*build(invocation, name) {
		const check = (key, exists) => {
			const errors = isConfigMapKey(key);
			if (errors.length > 0) throw new CommandError(`${JSON.stringify(key)} is not a valid key name for a ConfigMap: ${errors.join(",")}`);
			if (exists) throw new CommandError(`cannot add key ${JSON.stringify(key)}, another key by that name already exists in Data for ConfigMap ${JSON.stringify(name)}`);
		};
		const data = yield* readData(invocation, check, ["file", "literal"]);
		return named(invocation, {
			apiVersion: "v1",
			data: Object.keys(data).length > 0 ? data : void 0,
			kind: "ConfigMap",
			metadata: { name }
		});
	}
});
/** The object, with the hash of its content behind its name when --append-hash asks for it. */
function named({ flags }, object) {
	if (!flags.bool("append-hash")) return object;
	const { name = "" } = metadataOf(object);
	return withValue(object, ["metadata", "name"], `${name}-${nameHash(object, name, {})}`);
}
/** Base64 of the text's UTF-8 bytes. */
function encode(text) {
	return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}
var secretObject = (invocation, name, type, data) => named(invocation, {
	apiVersion: "v1",
	data: Object.keys(data).length > 0 ? Object.fromEntries(Object.entries(data).map(([key, value]) => [key, encode(value)])) : void 0,
	kind: "Secret",
	metadata: { name },
	type
});
function checkSecretKey(key, exists) {
	const errors = isConfigMapKey(key);
	if (errors.length > 0) throw new CommandError(`${JSON.stringify(key)} is not valid key name for a Secret ${errors.join(";")}`);
	if (exists) throw new CommandError(`cannot add key ${key}, another key by that name already exists`);
}
var generic = generatorCommand({
	name: "generic",
	usage: "generic NAME [--type=string] [--from-file=[key=]source] [--from-literal=key1=value1] [--dry-run=server|client|none]",
	short: "Create a secret from a local file, directory, or literal value",
	examples: [["Create a secret with two keys", "kubectl create secret generic db --from-literal=user=admin --from-literal=password='s3cr3t'"]],
	flags: [
		...sourceFlags("secret"),
		{
			name: "type",
			type: "string",
			usage: "The type of secret to create"
		},
		APPEND_HASH
	],
	failure: "failed to create secret",
	failureJoint: " ",
	*build(invocation, name) {
		return secretObject(invocation, name, invocation.flags.string("type") || void 0, yield* readData(invocation, checkSecretKey, ["literal", "file"]));
	}
});
var createSecret = {
	name: "secret",
	usage: "secret (docker-registry | generic | tls)",
	short: "Create a secret using a specified subcommand",
	commands: [
		generatorCommand({
			name: "docker-registry",
			usage: "docker-registry NAME --docker-username=user --docker-password=password --docker-email=email [--docker-server=string] [--from-file=[key=]source] [--dry-run=server|client|none]",
			short: "Create a secret for use with a Docker registry",
			examples: [["Create the credentials for a private registry", "kubectl create secret docker-registry reg --docker-server=registry.example.com --docker-username=me --docker-password=secret"]],
			flags: [
				{
					name: "docker-username",
					type: "string",
					usage: "Username for Docker registry authentication"
				},
				{
					name: "docker-password",
					type: "string",
					usage: "Password for Docker registry authentication"
				},
				{
					name: "docker-email",
					type: "string",
					usage: "Email for Docker registry"
				},
				{
					name: "docker-server",
					type: "string",
					default: "https://index.docker.io/v1/",
					usage: "Server location for Docker registry"
				},
				{
					name: "from-file",
					type: "slice",
					usage: "Path of a Docker configuration file, or KEY=PATH with the key .dockerconfigjson."
				},
				APPEND_HASH
			],
			failure: "failed to create secret",
			failureJoint: " ",
			*build(invocation, name) {
				const { flags } = invocation;
				const [username, password, email, server] = [
					"username",
					"password",
					"email",
					"server"
				].map((part) => flags.string(`docker-${part}`));
				if (flags.list("from-file").length > 0) {
					const data = {};
					for (const source of flags.list("from-file")) for (const [key, text] of yield* fileEntries(source)) {
						checkSecretKey(key, Object.hasOwn(data, key));
						data[key] = text;
					}
					return secretObject(invocation, name, "kubernetes.io/dockerconfigjson", data);
				}
				if (username === "" || password === "" || server === "") throw new CommandError("either --from-file or the combination of --docker-username, --docker-password and --docker-server is required");
				const entry = {
					username,
					password,
					...email !== "" && { email },
					auth: encode(`${username}:${password}`)
				};
				return secretObject(invocation, name, "kubernetes.io/dockerconfigjson", { ".dockerconfigjson": JSON.stringify({ auths: { [server]: entry } }) });
			}
		}),
		generic,
		generatorCommand({
			name: "tls",
			usage: "tls NAME --cert=path/to/cert/file --key=path/to/key/file [--dry-run=server|client|none]",
			short: "Create a TLS secret",
			examples: [["Create a TLS secret from a certificate and its key", "kubectl create secret tls web --cert=web.crt --key=web.key"]],
			flags: [
				{
					name: "cert",
					type: "string",
					usage: "Path to PEM encoded public key certificate."
				},
				{
					name: "key",
					type: "string",
					usage: "Path to private key associated with given certificate."
				},
				APPEND_HASH
			],
			failure: "failed to create secret",
			*build(invocation, name) {
				const { flags } = invocation;
				const [cert, key] = [flags.string("cert"), flags.string("key")];
				if (cert === "" || key === "") throw new CommandError("key and cert must be specified");
				const read = (path) => readFile(path, (reason) => new CommandError(`Cannot read file ${path}, ${reason}`));
				const [certText, keyText] = [yield* read(cert), yield* read(key)];
				for (const [text, what] of [[certText, "certificate"], [keyText, "key"]]) if (!/-----BEGIN [A-Z ]+-----/.test(text)) throw new CommandError(`tls: failed to find any PEM data in ${what} input`);
				return secretObject(invocation, name, "kubernetes.io/tls", {
					"tls.crt": certText,
					"tls.key": keyText
				});
			}
		})
	]
};
// src/kubectl/commands/create/others.ts
/** create namespace, quota, poddisruptionbudget, priorityclass, ingress */
var namespace = generatorCommand({
	name: "namespace",
	aliases: ["ns"],
	usage: "namespace NAME [--dry-run=server|client|none]",
	short: "Create a namespace with the specified name",
	examples: [["Create a namespace named dev", "kubectl create namespace dev"]],
	flags: [],
	*build(_invocation, name) {
		return {
			apiVersion: "v1",
			kind: "Namespace",
			metadata: { name },
			spec: {},
			status: {}
		};
	}
});
/** The canonical form of a quantity. */
function quantity(text) {
	try {
		return canonicalQuantity(text);
	} catch (error) {
		if (error instanceof QuantityError) throw new CommandError(error.message);
		throw error;
	}
}
var quota = generatorCommand({
	name: "quota",
	aliases: ["resourcequota"],
	usage: "quota NAME [--hard=key1=value1,key2=value2] [--scopes=Scope1,Scope2] [--dry-run=server|client|none]",
	short: "Create a quota with the specified name",
	examples: [["Allow at most two pods and one CPU", "kubectl create quota small --hard=pods=2,cpu=1"]],
	flags: [{
		name: "hard",
		type: "string",
		usage: "A comma-delimited set of resource=quantity pairs that define a hard limit."
	}, {
		name: "scopes",
		type: "string",
		usage: "A comma-delimited set of quota scopes that must all match each object tracked by the quota."
	}],
	failure: "failed to create quota",
	*build({ flags }, name) {
		const hard = flags.string("hard").split(",").filter((pair) => pair !== "").map((pair) => {
			const [key = "", value, ...more] = pair.split("=");
			if (value === void 0 || more.length > 0) throw new CommandError(`Invalid argument syntax ${pair}, expected <resource>=<value>`);
			return [key, quantity(value)];
		});
		const scopes = flags.string("scopes").split(",").filter((scope) => scope !== "");
		return {
			apiVersion: "v1",
			kind: "ResourceQuota",
			metadata: { name },
			spec: {
				hard: hard.length > 0 ? Object.fromEntries(hard) : void 0,
				scopes: scopes.length > 0 ? scopes : void 0
			},
			status: {}
		};
	}
});
var poddisruptionbudget = generatorCommand({
	name: "poddisruptionbudget",
	aliases: ["pdb"],
	usage: "poddisruptionbudget NAME --selector=SELECTOR --min-available=N [--dry-run=server|client|none]",
	short: "Create a pod disruption budget with the specified name",
	examples: [["Keep at least one pod of app=web available", "kubectl create pdb web --selector=app=web --min-available=1"]],
	flags: [
		{
			name: "min-available",
			type: "string",
			usage: "The minimum number or percentage of available pods this budget requires."
		},
		{
			name: "max-unavailable",
			type: "string",
			usage: "The maximum number or percentage of unavailable pods this budget requires."
		},
		{
			name: "selector",
			type: "string",
			usage: "A label selector to use for this budget. Only equality-based selector requirements are supported."
		}
	],
	failure: "failed to create poddisruptionbudgets",
	*build({ flags }, name) {
		const [min, max, selector] = [
			flags.string("min-available"),
			flags.string("max-unavailable"),
			flags.string("selector")
		];
		if (selector === "") throw new CommandError("a selector must be specified");
		if (min === "" && max === "") throw new CommandError("one of min-available or max-unavailable must be specified");
		if (min !== "" && max !== "") throw new CommandError("min-available and max-unavailable cannot be both specified");
		if (min !== "" && !/^\d+%?$/.test(min)) throw new CommandError("invalid format specified for min-available");
		if (max !== "" && !/^\d+%?$/.test(max)) throw new CommandError("invalid format specified for max-unavailable");
		return {
			apiVersion: "policy/v1",
			kind: "PodDisruptionBudget",
			metadata: { name },
			spec: {
				maxUnavailable: max === "" ? void 0 : intOrString(max),
				minAvailable: min === "" ? void 0 : intOrString(min),
				selector: labelSelector(selector)
			},
			status: {
				currentHealthy: 0,
				desiredHealthy: 0,
				disruptionsAllowed: 0,
				expectedPods: 0
			}
		};
	}
});
/** A selector in text as a LabelSelector object. */
function labelSelector(text) {
	try {
		const requirements = parseLabelSelector(text);
		const equal = requirements.filter(({ operator }) => operator === "=" || operator === "==");
		if (equal.length !== requirements.length) throw new CommandError(`only equality-based selectors are supported here: ${formatRequirements(requirements)}`);
		return { matchLabels: Object.fromEntries(equal.map(({ key, values }) => [key, values[0]])) };
	} catch (error) {
		if (error instanceof SelectorError) throw new CommandError(`couldn't parse the selector string ${JSON.stringify(text)}: ${error.message}`);
		throw error;
	}
}
var priorityclass = generatorCommand({
	name: "priorityclass",
	aliases: ["pc"],
	usage: "priorityclass NAME --value=VALUE --global-default=BOOL [--dry-run=server|client|none]",
	short: "Create a priority class with the specified name",
	examples: [["Create a priority class named high", "kubectl create priorityclass high --value=1000 --description=\"goes first\""]],
	flags: [
		{
			name: "value",
			type: "int",
			usage: "the value of this priority class."
		},
		{
			name: "global-default",
			type: "bool",
			usage: "whether pods that name no priority class get this one."
		},
		{
			name: "description",
			type: "string",
			usage: "when this priority class should be used, for people to read."
		},
		{
			name: "preemption-policy",
			type: "string",
			default: "PreemptLowerPriority",
			usage: "the policy for preempting pods with lower priority."
		}
	],
	failure: "failed to create priorityclass",
	*build({ flags }, name) {
		return {
			apiVersion: "scheduling.k8s.io/v1",
			description: flags.string("description") || void 0,
			globalDefault: flags.bool("global-default") || void 0,
			kind: "PriorityClass",
			metadata: { name },
			preemptionPolicy: flags.string("preemption-policy"),
			value: flags.int("value")
		};
	}
});
/** host/path=service:port[,tls[=secret]] */
var RULE = /^(?<host>[\w*\-.]*)(?<path>\/[^=]*)=(?<service>[a-z0-9-]+):(?<port>[a-z0-9-]+)(?:,tls(?:=(?<secret>[a-z0-9-.]+))?)?$/;
var ingress = generatorCommand({
	name: "ingress",
	aliases: ["ing"],
	usage: "ingress NAME --rule=host/path=service:port[,tls[=secret]] ",
	short: "Create an ingress with the specified name",
	examples: [["Route everything of a host to one service", "kubectl create ingress web --rule=\"example.com/*=web:80\""], ["Use an ingress class and a default backend", "kubectl create ingress web --class=nginx --default-backend=web:80"]],
	flags: [
		{
			name: "class",
			type: "string",
			usage: "Ingress Class to be used"
		},
		{
			name: "rule",
			type: "array",
			usage: "Rule in format host/path=service:port[,tls=secretname]. A path that ends in '*' matches everything below it."
		},
		{
			name: "default-backend",
			type: "string",
			usage: "Default service for backend, in format of svcname:port"
		},
		{
			name: "annotation",
			type: "array",
			usage: "Annotation to insert in the ingress object, in the format annotation=value"
		}
	],
	failure: "failed to create ingress",
	*build({ flags }, name) {
		const [rules, backend, annotations] = [
			flags.list("rule"),
			flags.string("default-backend"),
			flags.list("annotation")
		];
		if (backend === "" && rules.length === 0) throw new CommandError("not enough information provided: every ingress has to either specify a default-backend (which catches all traffic) or a list of rules (which catch specific paths)");
		const parsed = rules.map((rule) => {
			const groups = RULE.exec(rule)?.groups;
			if (!groups) throw new CommandError(`rule ${rule} is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]`);
			return {
				...groups,
				tls: rule.includes(",tls")
			};
		});
		for (const annotation of annotations) if (!annotation.includes("=")) throw new CommandError(`annotation ${annotation} is invalid and should be in format key=[value]`);
		if (backend !== "" && backend.split(":").length !== 2) throw new CommandError("default-backend should be in format servicename:serviceport");
		const hosts = [...new Set(parsed.map((rule) => rule.host))];
		return {
			apiVersion: "networking.k8s.io/v1",
			kind: "Ingress",
			metadata: {
				annotations: annotations.length > 0 ? Object.fromEntries(annotations.map((one) => [one.slice(0, one.indexOf("=")), one.slice(one.indexOf("=") + 1)])) : void 0,
				name
			},
			spec: {
				defaultBackend: backend === "" ? void 0 : backendOf(...backend.split(":")),
				ingressClassName: flags.string("class") || void 0,
				rules: hosts.length === 0 ? void 0 : hosts.map((host) => ({
					host: host || void 0,
					http: { paths: parsed.filter((rule) => rule.host === host).map(pathRule) }
				})),
				tls: tlsOf(parsed)
			},
			status: { loadBalancer: {} }
		};
	}
});
function backendOf(service, port) {
	const number = intOrString(port);
	return { service: {
		name: service,
		port: typeof number === "number" ? { number } : { name: port }
	} };
}
function pathRule({ path, service, port }) {
	const prefix = path.endsWith("*");
	return {
		backend: backendOf(service, port),
		path: prefix ? path.slice(0, -1) : path,
		pathType: prefix ? "Prefix" : "Exact"
	};
}
function tlsOf(rules) {
	const entries = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Set();
	for (const { host, secret = "", tls } of rules) {
		if (!tls || seen.has(host)) continue;
		seen.add(host);
		entries.set(secret, (entries.get(secret) ?? /* @__PURE__ */ new Set()).add(host));
	}
	if (entries.size === 0) return void 0;
	return [...entries].map(([secretName, hosts]) => ({
		hosts: [...hosts].filter((host) => host !== ""),
		secretName: secretName || void 0
	}));
}
// src/kubectl/commands/create/service.ts
/** create service clusterip, nodeport, loadbalancer, externalname */
var TCP = {
	name: "tcp",
	type: "slice",
	usage: "Port pairs can be specified as '<port>:<targetPort>'."
};
var service = ({ type, flags, ...parts }) => generatorCommand({
	...parts,
	...parts.examples && { examples: parts.examples },
	flags: [...flags, TCP],
	failure: `failed to create ${type} service`,
	*build(invocation, name) {
		return buildService(invocation.flags, type, name);
	}
});
function buildService(flags, type, name) {
	const text = (flag) => flags.has(flag) && flags.string(flag) !== "" ? flags.string(flag) : void 0;
	const [tcp, clusterIP, externalName] = [
		flags.list("tcp"),
		text("clusterip"),
		text("external-name")
	];
	if (clusterIP !== "None" && tcp.length === 0 && type !== "ExternalName") throw new CommandError("at least one tcp port specifier must be provided");
	if (type === "ExternalName" && isDNS1123Subdomain(externalName ?? "").length > 0) throw new CommandError(`invalid service external name ${externalName ?? ""}`);
	const nodePort = flags.has("node-port") && flags.int("node-port") !== 0 ? flags.int("node-port") : void 0;
	const ports = tcp.map((pair) => ({
		name: pair.replaceAll(":", "-"),
		nodePort,
		protocol: "TCP",
		...parsePorts(pair)
	}));
	const labels = { app: name };
	return {
		apiVersion: "v1",
		kind: "Service",
		metadata: {
			labels,
			name
		},
		spec: {
			clusterIP,
			externalName,
			ports: ports.length > 0 ? ports : void 0,
			selector: labels,
			type
		},
		status: { loadBalancer: {} }
	};
}
function parsePorts(pair) {
	const [first = "", second] = pair.split(":");
	if (!/^\d+$/.test(first)) throw new CommandError(`strconv.ParseUint: parsing ${JSON.stringify(first)}: invalid syntax`);
	const port = Number(first);
	if (port > 65535) throw new CommandError(`strconv.ParseUint: parsing ${JSON.stringify(first)}: value out of range`);
	if (second === void 0) return {
		port,
		targetPort: port
	};
	const errors = /^[+-]?\d+$/.test(second) ? isPortNumber(Number(second)) : isPortName(second);
	if (errors.length > 0) throw new CommandError(errors.join(","));
	return {
		port,
		targetPort: /^[+-]?\d+$/.test(second) ? Number(second) : second
	};
}
var createService = {
	name: "service",
	aliases: ["svc"],
	usage: "service [flags]",
	short: "Create a service using a specified subcommand",
	commands: [
		service({
			name: "clusterip",
			type: "ClusterIP",
			usage: "clusterip NAME [--tcp=<port>:<targetPort>] [--dry-run=server|client|none]",
			short: "Create a ClusterIP service",
			examples: [["Create a ClusterIP service named web", "kubectl create service clusterip web --tcp=80:8080"], ["Create a headless service named db", "kubectl create service clusterip db --clusterip=\"None\""]],
			flags: [{
				name: "clusterip",
				type: "string",
				usage: "Assign your own ClusterIP or set to 'None' for a 'headless' service (no loadbalancing)."
			}]
		}),
		service({
			name: "nodeport",
			type: "NodePort",
			usage: "nodeport NAME [--tcp=port:targetPort] [--dry-run=server|client|none]",
			short: "Create a NodePort service",
			examples: [["Create a NodePort service named web", "kubectl create service nodeport web --tcp=80:8080"]],
			flags: [{
				name: "node-port",
				type: "int",
				usage: "Port used to expose the service on each node in a cluster."
			}]
		}),
		service({
			name: "loadbalancer",
			type: "LoadBalancer",
			usage: "loadbalancer NAME [--tcp=port:targetPort] [--dry-run=server|client|none]",
			short: "Create a LoadBalancer service",
			examples: [["Create a LoadBalancer service named web", "kubectl create service loadbalancer web --tcp=80:8080"]],
			flags: []
		}),
		service({
			name: "externalname",
			type: "ExternalName",
			usage: "externalname NAME --external-name external.name [--dry-run=server|client|none]",
			short: "Create an ExternalName service",
			examples: [["Create a service that stands for a host outside the cluster", "kubectl create service externalname db --external-name db.example.com"]],
			flags: [{
				name: "external-name",
				type: "string",
				required: true,
				usage: "External name of service"
			}]
		})
	]
};
var deployment = generatorCommand({
	name: "deployment",
	aliases: ["deploy"],
	usage: "deployment NAME --image=image -- [COMMAND] [args...]",
	short: "Create a deployment with the specified name",
	examples: [
		["Create a deployment named web that runs the nginx image", "kubectl create deployment web --image=nginx"],
		["Create a deployment with a command", "kubectl create deployment beat --image=busybox -- sh -c \"while true; do date; sleep 5; done\""],
		["Create a deployment of three replicas that expose port 8080", "kubectl create deployment web --image=nginx --replicas=3 --port=8080"]
	],
	flags: [
		{
			name: "image",
			type: "slice",
			required: true,
			usage: "Image names to run. A deployment can have multiple images set for multi-container pod."
		},
		{
			name: "port",
			type: "int",
			default: String(-1),
			usage: "The containerPort that this deployment exposes."
		},
		{
			name: "replicas",
			shorthand: "r",
			type: "int",
			default: "1",
			usage: "Number of replicas to create. Default is 1."
		}
	],
	failure: "failed to create deployment",
	*build({ flags, args }, name) {
		const images = flags.list("image");
		const command = args.slice(1);
		if (images.length > 1 && command.length > 0) throw new CommandError("cannot specify multiple --image options and command");
		const containers = [];
		for (const image of images) containers.push({
			image,
			name: yield* containerName(image),
			command: command.length > 0 ? command : void 0,
			resources: {}
		});
		if (flags.int("port") >= 0 && containers[0]) containers[0] = {
			...containers[0],
			ports: [{ containerPort: flags.int("port") }]
		};
		const labels = { app: name };
		return {
			apiVersion: "apps/v1",
			kind: "Deployment",
			metadata: {
				labels,
				name
			},
			spec: {
				replicas: flags.int("replicas"),
				selector: { matchLabels: labels },
				strategy: {},
				template: {
					metadata: { labels },
					spec: { containers }
				}
			},
			status: {}
		};
	}
});
/** The last part of an image's path; dots and underscores become dashes, and a random end keeps it unique. */
function* containerName(image) {
	const name = image.slice(image.lastIndexOf("/") + 1).split(":")[0].split("@")[0];
	if (!/[_.]/.test(name)) return name;
	const digits = [];
	for (let index = 0; index < 5; index++) digits.push(yield* random());
	return `${name.replace(/[_.]/g, "-")}-${generateNameSuffix((n) => Math.floor((digits.pop() ?? 0) * n))}`;
}
var job = generatorCommand({
	name: "job",
	usage: "job NAME --image=image [--from=cronjob/name] -- [COMMAND] [args...]",
	short: "Create a job with the specified name",
	examples: [["Create a job that prints the date", "kubectl create job now --image=busybox -- date"], ["Run the job of a cron job now", "kubectl create job now --from=cronjob/nightly"]],
	flags: [{
		name: "image",
		type: "string",
		usage: "Image name to run."
	}, {
		name: "from",
		type: "string",
		usage: "The name of the resource to create a Job from (only CronJob is supported)."
	}],
	failure: "failed to create job",
	*build(invocation, name) {
		const { flags, args } = invocation;
		const [image, from] = [flags.string("image"), flags.string("from")];
		if (image === "" === (from === "")) throw new CommandError("either --image or --from must be specified");
		const command = args.slice(1);
		if (command.length > 0 && from !== "") throw new CommandError("cannot specify --from and command");
		if (from !== "") return yield* jobFromCronJob(invocation, name, from);
		const container = {
			name,
			image,
			command: command.length > 0 ? command : void 0,
			resources: {}
		};
		return {
			apiVersion: "batch/v1",
			kind: "Job",
			metadata: { name },
			spec: { template: {
				metadata: {},
				spec: {
					containers: [container],
					restartPolicy: "Never"
				}
			} },
			status: {}
		};
	}
});
function* jobFromCronJob(invocation, name, from) {
	const options = yield* builderOptions(invocation, [from], {
		filenames: [],
		labelSelector: ""
	});
	const [found] = yield* requireObjects(invocation, yield* select(invocation, options));
	if (!found) throw new CommandError("from must be an existing cronjob");
	if (found.mapping.kind !== "CronJob") throw new CommandError(`unknown object type *v1.${found.mapping.kind}`);
	const template = at(found.object, "spec", "jobTemplate");
	const { labels, annotations } = metadataOf(template);
	const owner = metadataOf(found.object);
	return {
		apiVersion: "batch/v1",
		kind: "Job",
		metadata: {
			annotations: {
				"cronjob.kubernetes.io/instantiate": "manual",
				...annotations
			},
			labels,
			name,
			ownerReferences: [{
				apiVersion: "batch/v1",
				controller: true,
				kind: "CronJob",
				name: owner.name,
				uid: owner.uid
			}]
		},
		spec: template["spec"],
		status: {}
	};
}
var cronjob = generatorCommand({
	name: "cronjob",
	aliases: ["cj"],
	usage: "cronjob NAME --image=image --schedule='0/5 * * * ?' -- [COMMAND] [args...] [flags]",
	short: "Create a cron job with the specified name",
	examples: [["Create a cron job that prints the date every minute", "kubectl create cronjob tick --image=busybox --schedule=\"*/1 * * * *\" -- date"]],
	flags: [
		{
			name: "image",
			type: "string",
			required: true,
			usage: "Image name to run."
		},
		{
			name: "schedule",
			type: "string",
			required: true,
			usage: "A schedule in the Cron format the job should be run with."
		},
		{
			name: "restart",
			type: "string",
			usage: "job's restart policy. supported values: OnFailure, Never",
			values: ["OnFailure", "Never"]
		}
	],
	failure: "failed to create cronjob",
	*build({ flags, args }, name) {
		const command = args.slice(1);
		const podSpec = {
			containers: [{
				name,
				image: flags.string("image"),
				command: command.length > 0 ? command : void 0,
				resources: {}
			}],
			restartPolicy: flags.string("restart") || "OnFailure"
		};
		return {
			apiVersion: "batch/v1",
			kind: "CronJob",
			metadata: { name },
			spec: {
				jobTemplate: {
					metadata: { name },
					spec: { template: {
						metadata: {},
						spec: podSpec
					} }
				},
				schedule: flags.string("schedule")
			},
			status: {}
		};
	}
});
// src/kubectl/commands/create/index.ts
var create = {
	usage: "create -f FILENAME",
	long: "Create a resource from a file or from stdin.\n\n JSON and YAML formats are accepted.",
	examples: [["Create what a file describes", "kubectl create -f ./pod.json"], ["Create what standard input describes", "cat pod.json | kubectl create -f -"]],
	flags: [
		...filenameFlags("Filename, directory, or URL to files to use to create the resource"),
		VALIDATE,
		{
			name: "edit",
			type: "bool",
			usage: "Edit the API resource before creating"
		},
		{
			name: "windows-line-endings",
			type: "bool",
			usage: "Only relevant if --edit=true. Defaults to the line ending native to your platform."
		},
		SAVE_CONFIG,
		DRY_RUN,
		SELECTOR,
		{
			name: "raw",
			type: "string",
			usage: "Raw URI to POST to the server.  Uses the transport specified by the kubeconfig file."
		},
		FIELD_MANAGER("kubectl-create"),
		...printFlags()
	],
	commands: [
		namespace,
		quota,
		createSecret,
		configmap,
		serviceaccount,
		createService,
		deployment,
		clusterrole,
		clusterrolebinding,
		role,
		rolebinding,
		poddisruptionbudget,
		priorityclass,
		job,
		cronjob,
		ingress,
		token
	],
	run: function* (invocation) {
		const { flags, args } = invocation;
		if (args.length > 0) throw invocation.usageError(`Unexpected args: [${args.join(" ")}]`);
		const dryRun = yield* dryRunOf(invocation);
		const print = yield* resultPrinter(invocation, dryRun);
		const validation = fieldValidation(invocation);
		const filenames = flags.list("filename");
		if (filenames.length === 0 && flags.string("kustomize") === "") throw new CommandError("must specify one of -f and -k");
		if (flags.bool("edit")) throw new CommandError("create --edit is not supported by Drydock: write the file with the editor, then create it");
		const client = yield* invocation.client();
		if (flags.string("raw") !== "") {
			const [source] = (yield* readSources(filenames, false)).sources;
			const { body } = yield* client.send({
				method: "POST",
				path: flags.string("raw"),
				body: source?.text ?? "",
				headers: { "content-type": "application/json" }
			});
			yield* invocation.out(typeof body === "string" ? body : `${marshalJson(body)}\n`);
			return;
		}
		const { infos, errors = [] } = yield* select(invocation, yield* builderOptions(invocation, [], { validate: validation !== "Ignore" }));
		yield* visitAll(infos, function* ({ mapping, namespace: ns, object = {}, source }) {
			let made = flags.bool("save-config") ? withLastApplied(object) : object;
			if (dryRun !== "client") try {
				made = yield* client.create(pathOf(mapping, ns), made, writeQuery(dryRun, { fieldValidation: validation }));
			} catch (error) {
				throw error instanceof StatusError ? error.withMessage(`error when creating ${JSON.stringify(source)}: ${error.message}`) : error;
			}
			yield* print(made, "created");
		}, errors);
		if (infos.length === 0) throw new CommandError("no objects passed to create");
	}
};
export { create };
