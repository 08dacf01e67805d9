import { n as definitionOf$1, t as definition } from "./schema-PZ-6OS9M.js";
import { $ as notFoundError, A as SERVICE_NAME, B as managedFieldsOf, C as ROOT_CERTIFICATE, D as addNode, E as Random, F as lastHeartbeat, G as badRequest, H as withManagedFields, I as setRunning, J as forbiddenError, K as conflict, L as Writes, N as isAddonOn, P as isRunning, Q as noSuchResource, R as entryOf, S as runControllers, U as expireEvents, V as noted, W as ApiError, X as invalidError, Y as internalError, Z as methodNotAllowed, _ as freshEndpoints, a as FileSystem, b as Channel, d as freshService, et as tooManyRequests, f as hasNodePorts, g as freshEndpointSlice, h as freshNamespace, it as resourceOf, j as SLICES, l as keepTrace, m as freshNode, nt as Registry, p as freshPriorityClass, q as expired, rt as apiVersionOf, s as labelIndexValue, t as imageTools, tt as unsupportedMediaType, x as isApiError, y as signalNumber, z as isBy } from "./programs-dxTyg7Up.js";
import { i as toGoJson, n as goQuote, r as goValue, t as Verbatim } from "./go-json-BRfuc-_A.js";
import { S as isPercent, T as isQualifiedName, _ as isIP, a as fromLabelSelector, b as isLabelValue, c as parseFieldSelector, i as formatSelector, l as parseLabelSelector, m as isDNS1123Subdomain, n as formatLabels, o as fromLabels, p as isDNS1123Label, s as matches, t as SelectorError, v as isIPv6, w as isPortNumber, y as isLabelKey } from "./selector-DOdAZD_P.js";
import { a as safeEncodeString, n as fnv32a, r as fnv32aBytes, t as fnv32Bytes } from "./hash-vTuybOug.js";
import { t as equal } from "./equal-CYVE0_N_.js";
import { n as decode$3, r as wireOf, t as DecodeError } from "./decode-ickiFzPV.js";
import { a as formatTime, c as parseTime, i as formatRFC1123Z, o as humanDuration, s as parseGoDuration, t as DurationError } from "./duration-BkGN6qFG.js";
import { A as text$1, C as configMaps, D as createdAtColumn, E as containerColumns, M as validateAccessModes, O as integer, S as validateMetadataUpdate, T as ageColumn, _ as goType, a as secrets, b as validateLabels, c as validateSpecSelector, d as validatePod, f as validatePodTemplate, g as goFields, h as qosClassOf, i as TOKEN_TYPE, j as accessModesText, k as nameColumn, l as validateTemplate, m as preparePodUpdate, n as storageClasses, o as validateImmutable, p as validatePodUpdate, s as validateLabelSelector, t as isDefaultClass, u as wideColumns, v as nonNegative, w as age, x as validateMetadata, y as portErrors } from "./storageclass-BXNFfOKR.js";
import { _ as required, a as define, c as SERVER_VERSION, f as forbidden, g as notSupported, i as within, m as invalid, n as eachOf, o as kindOf$2, r as fill$1, s as API_RESOURCES, u as duplicate, y as tooMany } from "./fresh-CQJjBiK3.js";
import { a as formatQuantity, c as quantityValue, i as compareQuantity, l as subQuantity, n as addQuantity, o as parseQuantity, r as canonicalQuantity, s as quantityMilliValue } from "./quantity-yctvb4CZ.js";
import { n as compactRules, t as breakDown } from "./compact-CA2gv8ZU.js";
import { t as unifiedDiff } from "./unified-diff-7e5qV-3J.js";
import { C as write$1, T as SysError, c as load, l as now, n as device, v as signals, y as sleep } from "./sys-DzG-ihIq.js";
import { n as lazyProgram, t as lazy } from "./lazy-BECgEt8c.js";
// src/node/images/daemon.ts
/** Parts of the programs that images bring: waiting for a signal, listening, starting another program in one's place. */
/** Says how much the container uses from now on. */
function* use(load) {
	return yield* device("container", {
		op: "use",
		...load
	});
}
/** Opens a port for a server of `servers.ts`. False when another program of the Pod has it. */
function* listen$1(port, server, args = {}) {
	return yield* device("container", {
		op: "listen",
		port,
		server,
		args
	});
}
/** Sleeps until one of the signals comes; returns it. */
function* awaitSignal(caught, ms = Number.POSITIVE_INFINITY) {
	yield* signals(caught);
	try {
		yield* sleep(ms);
		return;
	} catch (error) {
		if (error instanceof SysError && error.errno === "EINTR") return error.signal;
		throw error;
	}
}
/** Goes on as another program, with this process. */
function* exec$1(process, argv) {
	const program = process.machine.program(argv[0] ?? "");
	if (!program) {
		yield* write$1(2, `${process.argv[0]}: exec: ${argv[0]}: not found\n`);
		return 127;
	}
	return yield* program({
		...process,
		argv,
		env: process.env
	});
}
// src/node/images/http.ts
var REASONS$1 = {
	200: "OK",
	201: "Created",
	204: "No Content",
	301: "Moved Permanently",
	302: "Found",
	304: "Not Modified",
	307: "Temporary Redirect",
	308: "Permanent Redirect",
	400: "Bad Request",
	401: "Unauthorized",
	403: "Forbidden",
	404: "Not Found",
	405: "Not Allowed",
	418: "I'm a teapot",
	429: "Too Many Requests",
	500: "Internal Server Error",
	501: "Not Implemented",
	502: "Bad Gateway",
	503: "Service Unavailable",
	504: "Gateway Timeout"
};
var TYPES$5 = {
	html: "text/html",
	htm: "text/html",
	css: "text/css",
	js: "application/javascript",
	json: "application/json",
	txt: "text/plain",
	xml: "text/xml",
	svg: "image/svg+xml",
	md: "text/markdown"
};
function reasonOf(status) {
	return REASONS$1[status] ?? "";
}
/** A response with its length counted in UTF-8 bytes as the last header, unless it says its length otherwise. */
function respond$1(status, headers, body, reason = reasonOf(status)) {
	return {
		status,
		reason,
		headers: headers.some(([name]) => /^(?:content-length|transfer-encoding)$/i.test(name)) ? headers : [...headers, ["Content-Length", String(byteLength(body))]],
		body
	};
}
function byteLength(text) {
	return new TextEncoder().encode(text).length;
}
/** `Tue, 24 Nov 2026 09:00:00 GMT` */
function httpDate(ms) {
	return new Date(ms).toUTCString();
}
/** Path without query, decoded; and the query's parameters. */
function splitPath(path) {
	const at = path.indexOf("?");
	const query = at < 0 ? "" : path.slice(at + 1);
	const parameters = {};
	for (const part of query.split("&")) {
		if (part === "") continue;
		const equals = part.indexOf("=");
		parameters[decode$2(equals < 0 ? part : part.slice(0, equals))] = equals < 0 ? "" : decode$2(part.slice(equals + 1));
	}
	return {
		path: decode$2(at < 0 ? path : path.slice(0, at)),
		query,
		parameters
	};
}
function decode$2(text) {
	try {
		return decodeURIComponent(text.replaceAll("+", " "));
	} catch {
		return text;
	}
}
function header(request, name) {
	return request.headers.find(([key]) => key.toLowerCase() === name)?.[1];
}
function typeOf(path, otherwise = "application/octet-stream") {
	return TYPES$5[/\.(\w+)$/.exec(path)?.[1] ?? ""] ?? otherwise;
}
/** `24/Nov/2026:09:00:00 +0000`, as access logs of nginx and httpd have it. */
function logTime(ms) {
	const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(httpDate(ms)) ?? [];
	return `${day}/${month}/${year}:${time} +0000`;
}
/** A line of the combined log format; nginx adds the forwarded address. */
function accessLine(request, response, { client, now }, extra = "") {
	const size = request.method === "HEAD" ? 0 : byteLength(response.body);
	const quoted = (name) => `"${header(request, name) ?? "-"}"`;
	return `${client} - - [${logTime(now)}] "${request.method} ${request.path} HTTP/1.1" ${response.status} ${size} ${quoted("referer")} ${quoted("user-agent")}${extra}\n`;
}
// src/node/images/httpd.ts
/** The image of Apache httpd. */
var VERSION$3 = "2.4.66";
var ROOT$1 = "/usr/local/apache2/htdocs";
var httpdFamily = {
	images: [{
		names: ["docker.io/library/httpd"],
		tags: { pattern: "(?:latest|alpine|2(?:\\.\\d+(?:\\.\\d+)?)?)(?:-(?:alpine|bookworm|trixie))?" },
		version: VERSION$3,
		size: 45200114,
		cmd: ["httpd-foreground"],
		env: {
			HTTPD_PREFIX: "/usr/local/apache2",
			HTTPD_VERSION: "{version}"
		},
		workdir: "/usr/local/apache2",
		ports: [80],
		stopSignal: "SIGTERM",
		programs: [
			"busybox",
			"bash",
			"httpd",
			"httpd-foreground"
		],
		files: {
			[`${ROOT$1}/index.html`]: "<html><body><h1>It works!</h1></body></html>\n",
			"/usr/local/apache2/logs/": ""
		}
	}],
	programs: ["httpd", "httpd-foreground"],
	servers: ["httpd"],
	code: lazy(() => import("./httpd-programs-u9qot69D.js"))
};
// src/node/images/nginx.ts
/** The image of nginx. */
var VERSION$2 = "1.29.3";
var WELCOME = `<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
<style>
html { color-scheme: light dark; }
body { width: 35em; margin: 0 auto;
font-family: Tahoma, Verdana, Arial, sans-serif; }
</style>
</head>
<body>
<h1>Welcome to nginx!</h1>
<p>If you see this page, the nginx web server is successfully installed and
working. Further configuration is required.</p>

<p>For online documentation and support please refer to
<a href="http://nginx.org/">nginx.org</a>.<br/>
Commercial support is available at
<a href="http://nginx.com/">nginx.com</a>.</p>

<p><em>Thank you for using nginx.</em></p>
</body>
</html>
`;
var ERROR_PAGE = `<!DOCTYPE html>
<html>
<head>
<title>Error</title>
<style>
html { color-scheme: light dark; }
body { width: 35em; margin: 0 auto;
font-family: Tahoma, Verdana, Arial, sans-serif; }
</style>
</head>
<body>
<h1>An error occurred.</h1>
<p>Sorry, the page you are looking for is currently unavailable.<br/>
Please try again later.</p>
</body>
</html>
`;
var DEFAULT_CONF = `server {
    listen       80;
    listen  [::]:80;
    server_name  localhost;

    location / {
        root   /usr/share/nginx/html;
        index  index.html index.htm;
    }

    error_page   500 502 503 504  /50x.html;
    location = /50x.html {
        root   /usr/share/nginx/html;
    }
}
`;
var NGINX_CONF = `user  nginx;
worker_processes  auto;

error_log  /var/log/nginx/error.log notice;
pid        /run/nginx.pid;

events {
    worker_connections  1024;
}

http {
    include       /etc/nginx/mime.types;
    default_type  application/octet-stream;

    access_log  /var/log/nginx/access.log;

    sendfile        on;
    keepalive_timeout  65;

    include /etc/nginx/conf.d/*.conf;
}
`;
var nginxFamily = {
	images: [{
		names: [
			"docker.io/library/nginx",
			"docker.io/nginxinc/nginx-unprivileged",
			"registry.k8s.io/nginx"
		],
		tags: { pattern: "(?:latest|stable|mainline|alpine|(?:stable|mainline)-alpine|perl|1(?:\\.(?:7\\.9|1[0-9](?:\\.\\d+)?|2[0-9](?:\\.\\d+)?))?)(?:-(?:alpine|slim|perl|otel|bookworm|trixie|alpine-slim))*" },
		version: VERSION$2,
		size: 72324501,
		usage: { memory: 8 },
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: [
			"nginx",
			"-g",
			"daemon off;"
		],
		env: {
			NGINX_VERSION: "{version}",
			PKG_RELEASE: "1~bookworm"
		},
		ports: [80],
		stopSignal: "SIGQUIT",
		programs: [
			"busybox",
			"bash",
			"curl",
			"nginx"
		],
		files: {
			"/usr/share/nginx/html/index.html": WELCOME,
			"/usr/share/nginx/html/50x.html": ERROR_PAGE,
			"/etc/nginx/nginx.conf": NGINX_CONF,
			"/etc/nginx/conf.d/default.conf": DEFAULT_CONF,
			"/etc/nginx/mime.types": "types {\n    text/html html htm;\n    text/css css;\n    application/javascript js;\n    application/json json;\n}\n",
			"/docker-entrypoint.d/": "",
			"/var/log/nginx/": "",
			"/var/cache/nginx/": ""
		}
	}, {
		names: [
			"registry.k8s.io/nginx-slim",
			"k8s.gcr.io/nginx-slim",
			"gcr.io/google_containers/nginx-slim"
		],
		tags: { pattern: "0\\.\\d+" },
		version: "0.27",
		size: 40127836,
		usage: { memory: 4 },
		cmd: [
			"nginx",
			"-g",
			"daemon off;"
		],
		ports: [80],
		stopSignal: "SIGQUIT",
		programs: [
			"busybox",
			"bash",
			"curl",
			"nginx"
		],
		files: {
			"/usr/share/nginx/html/index.html": WELCOME,
			"/usr/share/nginx/html/50x.html": ERROR_PAGE,
			"/etc/nginx/nginx.conf": NGINX_CONF,
			"/etc/nginx/conf.d/default.conf": DEFAULT_CONF,
			"/var/log/nginx/": ""
		}
	}],
	programs: ["nginx", "/docker-entrypoint.sh"],
	servers: ["nginx"],
	code: lazy(() => import("./nginx-programs-By2FlB3J.js"))
};
// src/node/images/redis.ts
/** The images of redis and valkey. */
var VERSION$1 = "8.4.0";
var PORT = 6379;
var redisFamily = {
	images: [{
		names: [
			"docker.io/library/redis",
			"registry.k8s.io/redis",
			"docker.io/library/valkey",
			"docker.io/valkey/valkey"
		],
		tags: { pattern: "(?:latest|alpine|e2e|[5-9](?:\\.\\d+(?:\\.\\d+)?)?)(?:-(?:alpine|bookworm|trixie))?" },
		version: VERSION$1,
		size: 52618340,
		cmd: ["redis-server"],
		env: { REDIS_VERSION: "{version}" },
		workdir: "/data",
		ports: [PORT],
		programs: [
			"busybox",
			"bash",
			"redis-server",
			"redis-cli"
		]
	}],
	programs: ["redis-server", "redis-cli"],
	servers: ["redis"],
	code: lazy(() => import("./redis-programs-cH8EUap0.js"))
};
// src/api/list.ts
/** The (first) value of a query parameter. */
function parameter(query, name) {
	const value = query[name];
	return typeof value === "string" ? value : value?.[0];
}
/** Reads the selectors of a query; throws BadRequest in the words of the real parser. */
function selectionOf(resource, namespace, query) {
	try {
		const labels = parseLabelSelector(parameter(query, "labelSelector") ?? "");
		const fields = parseFieldSelector(parameter(query, "fieldSelector") ?? "");
		for (const { field } of fields) checkField(resource.kind, field);
		return {
			resource,
			namespace,
			labels,
			fields
		};
	} catch (error) {
		if (error instanceof SelectorError) throw badRequest(error.message);
		throw error;
	}
}
function checkField(kind, field) {
	if (field === "metadata.name" || field === "metadata.namespace" && kind.namespaced || kind.selectableFields?.[field]) return;
	if (kind.selectableFields) throw badRequest(`field label not supported: ${field}`);
	throw badRequest(`${goQuote(field)} is not a known field selector: only "metadata.name", "metadata.namespace"`);
}
/** Whether an object is in the selection (its namespace included). */
function selects$1({ resource, namespace, labels, fields }, object) {
	if (namespace !== void 0 && (object.metadata.namespace ?? "") !== namespace) return false;
	if (labels.length > 0 && !matches(labels, object.metadata.labels)) return false;
	return fields.every(({ field, operator, value }) => fieldValue$1(resource.kind, object, field) === value === (operator === "="));
}
function fieldValue$1(kind, object, field) {
	if (field === "metadata.name") return object.metadata.name;
	if (field === "metadata.namespace") return object.metadata.namespace ?? "";
	return kind.selectableFields?.[field]?.(object) ?? "";
}
/** The selected objects, in order of namespace and name. */
function select(world, selection) {
	const filtered = selection.labels.length > 0 || selection.fields.length > 0;
	const all = candidates$1(world, selection);
	return filtered ? all.filter((object) => selects$1(selection, object)) : all;
}
/** As few objects as an index can name that hold all selected ones. */
function candidates$1({ store }, { resource, namespace, labels, fields }) {
	const exact = (name) => fields.find(({ field, operator }) => field === name && operator === "=")?.value;
	const [name, node] = [exact("metadata.name"), exact("spec.nodeName")];
	if (name !== void 0 && (namespace !== void 0 || !resource.kind.namespaced)) {
		const found = store.get(resource.name, namespace ?? "", name);
		return found ? [found] : [];
	}
	const label = labels.find(({ operator }) => operator === "=" || operator === "==");
	if (label && (namespace !== void 0 || !resource.kind.namespaced)) return store.byIndex(resource.name, "label", labelIndexValue(namespace ?? "", label.key, label.values[0] ?? ""));
	if (node) return store.byIndex(resource.name, "node", node);
	return store.list(resource.name, namespace);
}
/** One page of the selected objects; pages that follow show the same revision as the first. */
function page(world, selection, query) {
	const token = readToken$1(parameter(query, "continue"));
	const limit = Number(parameter(query, "limit") ?? "0") || 0;
	const revision = token?.rv ?? wantedRevision(world, query);
	const all = revision !== void 0 && revision < world.store.revision ? selectAt(world, selection, revision) : select(world, selection);
	const rest = token ? all.filter((object) => keyOf$4(object) > token.start) : all;
	const resourceVersion = String(revision ?? world.store.revision);
	if (limit <= 0 || rest.length <= limit) return {
		items: rest,
		metadata: { resourceVersion }
	};
	const items = rest.slice(0, limit);
	const next = {
		v: "meta.k8s.io/v1",
		rv: Number(resourceVersion),
		start: keyOf$4(items[limit - 1])
	};
	const counted = selection.labels.length === 0 && selection.fields.length === 0;
	return {
		items,
		metadata: {
			resourceVersion,
			continue: btoa(JSON.stringify(next)),
			...counted && { remainingItemCount: rest.length - limit }
		}
	};
}
/** The revision that the query insists on; undefined: the newest will do. */
function wantedRevision(world, query) {
	const text = parameter(query, "resourceVersion");
	const match = parameter(query, "resourceVersionMatch");
	if (text === void 0 || text === "" || text === "0") {
		if (match === "Exact") throw badRequest("resourceVersionMatch is forbidden unless resourceVersion is provided");
		return;
	}
	const revision = readRevision(text);
	if (revision > world.store.revision) throw tooLarge(revision, world.store.revision);
	return match === "Exact" ? revision : void 0;
}
/** A resourceVersion as a number; throws as the real server does. */
function readRevision(text) {
	if (!/^\d+$/.test(text)) throw badRequest(`Invalid value: ${goQuote(text)}: strconv.ParseUint: parsing ${goQuote(text)}: invalid syntax`);
	return Number(text);
}
function tooLarge(wanted, current) {
	return new ApiError(504, "Timeout", `Timeout: Too large resource version: ${wanted}, current: ${current}`, {
		causes: [{
			reason: "ResourceVersionTooLarge",
			message: "Too large resource version"
		}],
		retryAfterSeconds: 1
	});
}
/** The selected objects as they were at a revision: what happened since is undone. */
function selectAt(world, selection, revision) {
	const changes = world.store.changesSince(revision);
	if (!changes) throw expired("The provided continue parameter is too old to display a consistent list result. You must start a new list without the continue parameter.");
	const objects = new Map(world.store.list(selection.resource.name).map((object) => [keyOf$4(object), object]));
	for (const { resource, object, previous } of changes.toReversed()) {
		if (resource !== selection.resource.name) continue;
		if (previous) objects.set(keyOf$4(previous), previous);
		else objects.delete(keyOf$4(object));
	}
	return [...objects.keys()].sort((a, b) => a < b ? -1 : 1).map((key) => objects.get(key)).filter((object) => selects$1(selection, object));
}
function keyOf$4({ metadata }) {
	return `${metadata.namespace ?? ""}/${metadata.name}`;
}
function readToken$1(text) {
	if (!text) return void 0;
	try {
		const token = JSON.parse(atob(text));
		if (token.v === "meta.k8s.io/v1" && typeof token.rv === "number" && typeof token.start === "string") return token;
	} catch {}
	throw badRequest("continue key is not valid: continue key is not valid");
}
// src/api/aggregated.ts
var AggregatedApis = class {
	all = [];
	world;
	constructor(world) {
		this.world = world;
	}
	add(apis) {
		for (const api of apis) {
			const { kind } = api;
			const resource = {
				kind,
				name: resourceOf(kind),
				apiVersion: apiVersionOf(kind),
				definition: void 0,
				blankStatus: void 0
			};
			this.all.push({
				...api,
				resource
			});
		}
	}
	/** Those served now, for discovery. */
	resources() {
		return this.all.filter((one) => one.served(this.world)).map(({ resource }) => resource);
	}
	/** The answer to a request for one of them; undefined when the path is none. */
	answer(call) {
		const found = /^\/apis\/([^/]+\/[^/]+)\/(?:namespaces\/([^/]+)\/)?([^/]+)(?:\/([^/]+))?$/.exec(call.request.path);
		if (!found) return void 0;
		const [, apiVersion, namespace, plural, name] = found;
		const api = this.all.find(({ resource, kind }) => resource.apiVersion === apiVersion && kind.plural === plural);
		if (!api?.served(this.world)) return void 0;
		if (call.request.method !== "GET") throw methodNotAllowed();
		const { resource } = api;
		const objects = api.objects(this.world, namespace);
		const form = call.form(resource);
		if (name !== void 0) {
			const object = objects.find(({ metadata }) => metadata.name === name);
			if (!object) throw notFoundError({
				...api.kind,
				plural: api.kind.kind.toLowerCase()
			}, namespace === void 0 ? name : `${namespace}/${name}`);
			return call.ok(form.one(object));
		}
		const selection = selectionOf(resource, namespace, call.query);
		return call.ok(form.list(objects.filter((object) => selects$1(selection, object)), {}));
	}
};
// src/api/authorize.ts
var RBAC = "rbac.authorization.k8s.io";
/** Why the user may do it, in the words of the real authorizer; undefined when not. */
function allowance(world, user, asked) {
	if (user.groups.includes("system:masters")) return "";
	for (const { rule, why } of rulesFor(world, user, asked.namespace ?? "")) if (allows(rule, asked)) return why;
}
/** Throws Forbidden when the user may not do it. */
function authorize(world, user, asked) {
	if (allowance(world, user, asked) !== void 0) return;
	const who = `User ${goQuote(user.username)} cannot ${asked.verb}`;
	if (asked.resource === "") throw new ApiError(403, "Forbidden", `forbidden: ${who} path ${goQuote(asked.path ?? "")}`, {});
	const resource = asked.subresource ? `${asked.resource}/${asked.subresource}` : asked.resource;
	const where = asked.namespace ? `in the namespace ${goQuote(asked.namespace)}` : "at the cluster scope";
	const why = `${who} resource ${goQuote(resource)} in API group ${goQuote(asked.group)} ${where}`;
	throw forbiddenError({
		plural: asked.resource,
		group: asked.group
	}, asked.name ?? "", why);
}
/** The rules that hold for a user in a namespace ('' for none), with why they do. */
function* rulesFor(world, user, namespace) {
	for (const binding of world.store.list(`clusterrolebindings.${RBAC}`)) yield* bound(world, user, binding, "", `ClusterRoleBinding ${goQuote(binding.metadata.name)}`);
	if (namespace === "") return;
	for (const binding of world.store.list(`rolebindings.${RBAC}`, namespace)) yield* bound(world, user, binding, namespace, `RoleBinding ${goQuote(`${binding.metadata.name}/${namespace}`)}`);
}
function* bound(world, user, binding, namespace, what) {
	const subject = (binding.subjects ?? []).find((one) => isSubject(one, user, namespace));
	if (!subject) return;
	const { kind, name } = binding.roleRef;
	const role = kind === "ClusterRole" ? world.store.get(`clusterroles.${RBAC}`, "", name) : world.store.get(`roles.${RBAC}`, namespace, name);
	const to = subject.kind === "ServiceAccount" ? `${subject.name}/${subject.namespace ?? namespace}` : subject.name;
	const why = `RBAC: allowed by ${what} of ${kind} ${goQuote(name)} to ${subject.kind} ${goQuote(to)}`;
	for (const rule of role?.rules ?? []) yield {
		rule,
		why
	};
}
function isSubject({ kind, name, namespace }, user, where) {
	if (kind === "User") return user.username === name;
	if (kind === "Group") return user.groups.includes(name);
	return kind === "ServiceAccount" && user.username === `system:serviceaccount:${namespace ?? where}:${name}`;
}
function allows(rule, { verb, group, resource, subresource, name = "", path = "" }) {
	if (!has$2(rule.verbs, verb)) return false;
	if (resource === "") return (rule.nonResourceURLs ?? []).some((url) => url === "*" || url === path || url.endsWith("*") && path.startsWith(url.slice(0, -1)));
	if (!has$2(rule.apiGroups, group)) return false;
	const names = rule.resourceNames ?? [];
	if (names.length > 0 && !names.includes(name)) return false;
	const full = subresource ? `${resource}/${subresource}` : resource;
	return (rule.resources ?? []).some((one) => one === "*" || one === full || subresource !== void 0 && one === `*/${subresource}`);
}
function has$2(list, wanted) {
	return list?.some((one) => one === "*" || one === wanted) ?? false;
}
// src/api/tokens.ts
var ISSUER = "https://kubernetes.default.svc.cluster.local";
var HEADER = encode("{\"alg\":\"RS256\",\"kid\":\"ZHJ5ZG9jayBzaWduaW5nIGtleQ\"}");
/** Bytes of an RS256 signature, in hexadecimal digits. */
var SIGNATURE_DIGITS = 512;
function makeToken({ audiences, from, seconds, namespace, account, pod, node }) {
	const start = Math.floor(from / 1e3);
	const only = ({ name, uid }) => ({
		name,
		uid
	});
	const payload = encode(JSON.stringify({
		aud: audiences,
		...seconds !== void 0 && { exp: start + seconds },
		iat: start,
		iss: ISSUER,
		"kubernetes.io": {
			namespace,
			...node && { node: { name: node } },
			...pod && { pod: only(pod) },
			serviceaccount: only(account)
		},
		nbf: start,
		sub: `system:serviceaccount:${namespace}:${account.name}`
	}));
	return `${HEADER}.${payload}.${signature(payload)}`;
}
/** Whose token it is; undefined when it is none, or no longer valid: expired, or its account or Pod is gone. */
function readToken(world, token) {
	const [header, payload = "", signed] = token.split(".");
	if (header !== HEADER || signed !== signature(payload)) return void 0;
	const { exp, sub, "kubernetes.io": bound } = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
	if (exp !== void 0 && exp * 1e3 <= world.now) return void 0;
	const is = (resource, { name, uid }) => world.store.get(resource, bound.namespace, name)?.metadata.uid === uid;
	if (!is("serviceaccounts", bound.serviceaccount) || bound.pod && !is("pods", bound.pod)) return void 0;
	return {
		username: sub,
		uid: bound.serviceaccount.uid,
		groups: [
			"system:serviceaccounts",
			`system:serviceaccounts:${bound.namespace}`,
			"system:authenticated"
		],
		extra: {
			...bound.node && { "authentication.kubernetes.io/node-name": [bound.node.name] },
			...bound.pod && {
				"authentication.kubernetes.io/pod-name": [bound.pod.name],
				"authentication.kubernetes.io/pod-uid": [bound.pod.uid]
			}
		}
	};
}
function encode(text) {
	return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
function signature(payload) {
	const digits = new Random(fnv32a(`${HEADER}.${payload}`)).hex(SIGNATURE_DIGITS);
	return encode(String.fromCharCode(...(digits.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))));
}
// src/api/authenticate.ts
var ADMIN = {
	username: "kubernetes-admin",
	uid: "admin",
	groups: ["system:masters", "system:authenticated"]
};
/** Throws Unauthorized for a token that is not valid, Forbidden for an impersonation that is not allowed. */
function authenticate(world, { user = ADMIN, headers = {} }) {
	const { authorization } = headers;
	const asking = authorization === void 0 ? user : bearer(world, authorization);
	if (!asking) throw new ApiError(401, "Unauthorized", "Unauthorized");
	const as = headers["impersonate-user"];
	if (!as) return asking;
	const groups = headers["impersonate-group"]?.split(",").filter((one) => one !== "") ?? [];
	if (!asking.groups.includes("system:masters")) mayImpersonate(world, asking, as, groups);
	return impersonated(as, groups, headers["impersonate-uid"]);
}
function bearer(world, authorization) {
	const token = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
	return token === void 0 ? void 0 : readToken(world, token);
}
var ACCOUNT = /^system:serviceaccount:([^:]+):([^:]+)$/;
function mayImpersonate(world, asking, as, groups) {
	const [, namespace, account] = ACCOUNT.exec(as) ?? [];
	const common = {
		verb: "impersonate",
		group: ""
	};
	if (namespace && account) authorize(world, asking, {
		...common,
		resource: "serviceaccounts",
		namespace,
		name: account
	});
	else authorize(world, asking, {
		...common,
		resource: "users",
		name: as
	});
	for (const name of groups) authorize(world, asking, {
		...common,
		resource: "groups",
		name
	});
}
function impersonated(username, given, uid) {
	const namespace = ACCOUNT.exec(username)?.[1];
	const groups = namespace && given.length === 0 ? ["system:serviceaccounts", `system:serviceaccounts:${namespace}`] : given;
	const standard = username === "system:anonymous" ? "system:unauthenticated" : "system:authenticated";
	return {
		username,
		...uid && { uid },
		groups: groups.includes(standard) ? groups : [...groups, standard]
	};
}
// src/api/field-set.ts
/**
* Sets of fields in the form of FieldsV1: a tree whose keys are `f:name`, `k:{"name":"web"}` (an element of a keyed list),
* `v:"a"` (an element of a set), and `.` for the node itself. {} at a leaf means the field. Source: structured-merge-diff.
*/
var LEAF = {};
/** Where a value's parts are: the type of a field or element. */
var ROOT = (definition) => ({
	type: "ref",
	ref: definition.name
});
function isEmpty(set) {
	for (const _ in set) return false;
	return true;
}
/** A node with nothing below but perhaps itself. */
function isLeaf(set) {
	for (const key in set) if (key !== ".") return false;
	return true;
}
function union(a, b) {
	if (isEmpty(a)) return b;
	if (isEmpty(b)) return a;
	const all = { ...a };
	for (const key of Object.keys(b)) {
		const [left, right] = [a[key], b[key]];
		all[key] = left === void 0 ? right : merged(left, right);
	}
	return all;
}
/** Two nodes: a leaf beside an inner node becomes the inner node's `.`. */
function merged(left, right) {
	if (isEmpty(left)) return isEmpty(right) ? LEAF : {
		".": LEAF,
		...right
	};
	if (isEmpty(right)) return {
		".": LEAF,
		...left
	};
	return union(left, right);
}
/** The fields of `a` that are not in `b`. */
function subtract(a, b) {
	const left = {};
	for (const key of Object.keys(a)) {
		const [mine, theirs] = [a[key], b[key]];
		if (theirs === void 0) left[key] = mine;
		else if (isEmpty(mine)) {
			if (!hasSelf(theirs)) left[key] = mine;
		} else {
			const rest = subtract(mine, isEmpty(theirs) ? { ".": LEAF } : theirs);
			if (!isEmpty(rest)) left[key] = isOnlySelf(rest) ? LEAF : rest;
		}
	}
	return left;
}
function hasSelf(set) {
	return isEmpty(set) || set["."] !== void 0;
}
function isOnlySelf(set) {
	return set["."] !== void 0 && isLeaf(set);
}
/** The fields in both. */
function intersect(a, b) {
	return subtract(a, subtract(a, b));
}
/** The fields of a value, as a client that applies it claims them. */
function fieldsOf(definition, value) {
	return claimed(ROOT(definition), value);
}
function claimed(type, value) {
	const parts = partsOf(type, value);
	if (!parts) return LEAF;
	const set = {};
	for (const [key, part] of parts) {
		if (part.value === void 0) continue;
		const below = claimed(part.type, part.value);
		set[key] = part.named || isEmpty(below) ? below : {
			".": LEAF,
			...below
		};
	}
	return set;
}
/**
* What an update changed: `set` are the fields added or given another value, `gone` those that were and are no more.
* With `before` undefined the object is new.
*/
function changedFields(definition, before, after) {
	const type = ROOT(definition);
	return {
		set: added(type, before ?? emptyOf(type), after, true) ?? LEAF,
		gone: before === void 0 ? LEAF : removed(type, before, after) ?? LEAF
	};
}
/** Fields of `after` that `before` lacks or has otherwise; undefined for none. */
function added(type, before, after, existed) {
	if (before === after || existed && equal(before, after)) return void 0;
	const parts = partsOf(type, after);
	if (!parts || parts.size === 0) return LEAF;
	const old = partsOf(type, before);
	const set = {};
	if (!existed) set["."] = LEAF;
	for (const [key, part] of parts) {
		if (part.value === void 0) continue;
		const known = old?.get(key);
		const below = added(part.type, known?.value, part.value, known !== void 0 && known.value !== void 0);
		if (below) set[key] = below;
	}
	return isEmpty(set) ? void 0 : isOnlySelf(set) && !existed ? LEAF : set;
}
/** Fields of `before` that `after` no longer has; undefined for none. */
function removed(type, before, after) {
	if (before === after) return void 0;
	const parts = partsOf(type, before);
	if (!parts) return after === void 0 ? LEAF : void 0;
	const now = partsOf(type, after);
	const set = {};
	if (after === void 0) set["."] = LEAF;
	for (const [key, part] of parts) {
		const below = removed(part.type, part.value, now?.get(key)?.value);
		if (below) set[key] = below;
	}
	return isEmpty(set) ? void 0 : isOnlySelf(set) ? LEAF : set;
}
var STRING = { type: "string" };
/** The parts of a value that have managers of their own, by their key; undefined when it is one whole. */
function partsOf(type, value) {
	if (value === null || typeof value !== "object") return void 0;
	if (Array.isArray(value)) return type.type === "list" ? elementsOf(type, value) : void 0;
	if (type.atomic || type.type === "object" || type.type === "any") return void 0;
	const parts = /* @__PURE__ */ new Map();
	const bag = value;
	if (type.type === "map") {
		for (const key of Object.keys(bag)) parts.set(`f:${key}`, {
			type: type.of ?? STRING,
			value: bag[key],
			named: false
		});
		return parts;
	}
	const struct = type.ref === void 0 ? void 0 : definition(type.ref);
	if (!struct || struct.atomic) return void 0;
	for (const key of Object.keys(bag)) parts.set(`f:${key}`, {
		type: struct.fields.get(key) ?? STRING,
		value: bag[key],
		named: true
	});
	return parts;
}
function elementsOf(type, list) {
	const of = type.of ?? STRING;
	if (type.listType === "set") return new Map(list.map((value) => [`v:${toGoJson(value)}`, {
		type: STRING,
		value,
		named: false
	}]));
	if (type.listType !== "map") return void 0;
	return new Map(list.map((value) => [`k:${elementKey(type, value)}`, {
		type: of,
		value,
		named: false
	}]));
}
/** `{"containerPort":80,"protocol":"TCP"}` */
function elementKey(type, element) {
	const bag = element;
	const key = {};
	for (const name of type.listMapKeys ?? []) key[name] = bag[name] ?? (name === "protocol" ? "TCP" : void 0);
	return toGoJson(key);
}
/** What an object is before anything is set: only structs that are always written. */
function emptyOf(type) {
	const struct = type.ref === void 0 ? void 0 : definition(type.ref);
	if (!struct) return void 0;
	const value = {};
	for (const field of struct.fields.values()) {
		const wire = wireOf(struct.name, field.name);
		if (field.name === "metadata") value["metadata"] = {};
		else if (wire.struct || field.required && !wire.omit) value[field.name] = field.type === "ref" ? emptyOf(field) : field.type === "list" || field.type === "map" ? [] : void 0;
	}
	return value;
}
// src/api/field-owners.ts
/** Fields that the server keeps and nobody manages. */
var UNMANAGED_METADATA = [
	"name",
	"namespace",
	"uid",
	"resourceVersion",
	"generation",
	"creationTimestamp",
	"deletionTimestamp",
	"deletionGracePeriodSeconds",
	"managedFields",
	"selfLink"
];
/** A client's new object with the fields that it set, defaults included. */
function createdBy(resource, object, manager, now) {
	const fields = resource.definition && changedFields(resource.definition, void 0, managedPart(object)).set;
	return withManagedFields(object, [entryOf(resource, manager, formatTime(now), fields)]);
}
/** The entries of `old` brought up to date for its new version `object`. */
function updatedBy(resource, object, old, manager, now) {
	const before = managedFieldsOf(old);
	if (!resource.definition) return before;
	const { set, gone } = changedFields(resource.definition, managedPart(old), managedPart(object));
	if (isEmpty(set) && isEmpty(gone)) return before;
	const lost = union(set, gone);
	const own = before.find((one) => isBy(one, manager));
	const others = [];
	for (const entry of before) {
		if (entry === own) continue;
		const fieldsV1 = entry.fieldsV1 && subtract(entry.fieldsV1, lost);
		if (!fieldsV1) others.push(entry);
		else if (!isEmpty(fieldsV1)) others.push({
			...entry,
			fieldsV1
		});
	}
	if (!manager.explicit) return noted(others, resource, manager, now);
	const fields = union(own?.fieldsV1 ? subtract(own.fieldsV1, gone) : {}, set);
	return isEmpty(fields) ? others : [...others, entryOf(resource, manager, formatTime(now), fields)];
}
/**
* The entries with which a client replaces those of the object, if it does: none or the ones it read leave them as they are, a single
* empty one clears them.
*/
function replacedManagers(resource, given, old) {
	if (!Array.isArray(given) || given.length === 0) return void 0;
	if (given.length === 1 && Object.keys(given[0]).length === 0) return [];
	return equal(given, managedFieldsOf(shown$2(resource, old))) ? void 0 : given;
}
/** The part of an object whose fields have managers. */
function managedPart(object) {
	const { apiVersion: _v, kind: _k, metadata, ...rest } = object;
	const kept = {};
	for (const key of Object.keys(metadata)) if (!UNMANAGED_METADATA.includes(key)) kept[key] = metadata[key];
	return {
		metadata: kept,
		...rest
	};
}
/** The object as clients see it: entries of the control plane say which fields they stand for, worked out when they are looked at. */
function shown$2(resource, object) {
	const entries = managedFieldsOf(object);
	if (!resource.definition || entries.every((one) => one.fieldsV1)) return object;
	let filled;
	const metadata = {
		...object.metadata,
		get managedFields() {
			filled ??= entries.map((entry) => entry.fieldsV1 ? entry : lazily(resource, object, entry));
			return filled;
		}
	};
	return {
		...object,
		metadata
	};
}
function lazily(resource, object, entry) {
	let fields;
	return {
		...entry,
		get fieldsV1() {
			fields ??= unclaimed(resource, object, entry);
			return fields;
		}
	};
}
/** Fields of the entry's part (status, or all but status) that no client owns; the first such entry of a part shows them. */
function unclaimed({ definition }, object, entry) {
	const entries = managedFieldsOf(object);
	const part = entry.subresource ?? "";
	if (!definition || entries.find((one) => !one.fieldsV1 && (one.subresource ?? "") === part) !== entry) return {};
	const { status, ...main } = managedPart(object);
	let fields = fieldsOf(definition, part === "status" ? { status } : main);
	for (const { fieldsV1 } of entries) if (fieldsV1) fields = subtract(fields, fieldsV1);
	return fields;
}
// src/api/client-rules.ts
/** What only clients' writes need: they are checked, and each field that they set has an owner from then on. */
var clientRules = {
	createdBy,
	updatedBy,
	validateMetadata,
	validateMetadataUpdate
};
// src/api/discovery.ts
/** What a client can learn of the server without touching an object: groups, versions, resources, health. */
/** Kinds and verbs of subresources; what is not listed is of the object's own kind, with get, patch and update. */
var SUBRESOURCES = {
	attach: {
		kind: "PodAttachOptions",
		verbs: ["create", "get"]
	},
	binding: {
		kind: "Binding",
		verbs: ["create"]
	},
	eviction: {
		kind: "Eviction",
		group: "policy",
		version: "v1",
		verbs: ["create"]
	},
	exec: {
		kind: "PodExecOptions",
		verbs: ["create", "get"]
	},
	finalize: { verbs: ["update"] },
	log: { verbs: ["get"] },
	portforward: {
		kind: "PodPortForwardOptions",
		verbs: ["create", "get"]
	},
	proxy: {
		kind: "ProxyOptions",
		verbs: [
			"create",
			"delete",
			"get",
			"patch",
			"update"
		]
	},
	scale: {
		kind: "Scale",
		group: "autoscaling",
		version: "v1",
		verbs: [
			"get",
			"patch",
			"update"
		]
	},
	token: {
		kind: "TokenRequest",
		group: "authentication.k8s.io",
		version: "v1",
		verbs: ["create"]
	}
};
var DEFAULT_SUBRESOURCE = { verbs: [
	"get",
	"patch",
	"update"
] };
var HEALTH = [
	"/healthz",
	"/livez",
	"/readyz"
];
var CHECKS = [
	"ping",
	"log",
	"etcd",
	"poststarthook/start-apiserver-admission-initializer",
	"poststarthook/bootstrap-controller"
];
/** Answers paths that are no resource. */
function discovery(context, call) {
	const path = call.request.path.replace(/(.)\/+$/, "$1");
	const handler = context.handlers.get(path);
	if (handler) return handler({
		request: call.request,
		namespace: "",
		name: "",
		object: NO_OBJECT,
		rest: "",
		parameter: (one) => call.parameter(one)
	});
	if (call.request.method !== "GET" && call.request.method !== "HEAD") throw methodNotAllowed();
	const all = [...context.registry.all, ...context.aggregated.resources()];
	if (path === "/api" || path === "/apis") return groups(call, all, path === "/api");
	if (path === "/version") return call.ok(version());
	if (path === "/" || path === "") return call.ok({ paths: paths(all) });
	if (HEALTH.includes(path)) return call.text(call.parameter("verbose") === void 0 ? "ok" : `${CHECKS.map((one) => `[+]${one} ok\n`).join("")}${path.slice(1)} check passed\n`);
	const groupVersion = /^\/(?:api|apis\/([^/]+))\/([^/]+)$/.exec(path);
	if (groupVersion) {
		const found = resourcesOf(all, groupVersion[1] ?? "", groupVersion[2] ?? "");
		if (found.length > 0) return call.ok(resourceList(found));
	}
	const group = /^\/apis\/([^/]+)$/.exec(path)?.[1];
	const found = group === void 0 ? void 0 : groupList(all).find((one) => one.name === group);
	if (found) return call.ok({
		kind: "APIGroup",
		apiVersion: "v1",
		...found
	});
	return call.text("404 page not found\n", 404);
}
var NO_OBJECT = {
	apiVersion: "",
	kind: "",
	metadata: {
		name: "",
		uid: "",
		resourceVersion: "",
		creationTimestamp: ""
	}
};
function version() {
	const [, major = "", minor = ""] = /^v(\d+)\.(\d+)/.exec("v1.36.2") ?? [];
	return {
		major,
		minor,
		emulationMajor: major,
		emulationMinor: minor,
		minCompatibilityMajor: major,
		minCompatibilityMinor: String(Number(minor) - 1),
		gitVersion: SERVER_VERSION,
		gitCommit: "$Format:%H$",
		gitTreeState: "",
		buildDate: "1970-01-01T00:00:00Z",
		goVersion: "go1.26.10",
		compiler: "gc",
		platform: "linux/amd64"
	};
}
/** Versions newer than others of their group come first in the list of resources: the first is the preferred one. */
function versionsOf(all, group) {
	return [...new Set(all.filter(({ kind }) => kind.group === group).map(({ kind }) => kind.version))];
}
function groupList(all) {
	return [...new Set(all.map(({ kind }) => kind.group))].filter((name) => name !== "").map((name) => {
		const versions = versionsOf(all, name).map((one) => ({
			groupVersion: `${name}/${one}`,
			version: one
		}));
		return {
			name,
			versions,
			preferredVersion: versions[0]
		};
	});
}
function groups(call, all, core) {
	const accept = call.header("accept");
	if (/g=apidiscovery\.k8s\.io/.test(accept)) {
		const wanted = /v=(v2\w*)/.exec(accept)?.[1] ?? "v2";
		const names = core ? [""] : groupList(all).map(({ name }) => name);
		return {
			...call.ok({
				kind: "APIGroupDiscoveryList",
				apiVersion: `apidiscovery.k8s.io/${wanted}`,
				metadata: {},
				items: names.map((name) => aggregated(all, name))
			}),
			headers: { "content-type": `application/json;g=apidiscovery.k8s.io;v=${wanted};as=APIGroupDiscoveryList` }
		};
	}
	if (core) return call.ok({
		kind: "APIVersions",
		versions: ["v1"],
		serverAddressByClientCIDRs: [{
			clientCIDR: "0.0.0.0/0",
			serverAddress: "192.168.49.2:8443"
		}]
	});
	return call.ok({
		kind: "APIGroupList",
		apiVersion: "v1",
		groups: groupList(all)
	});
}
function aggregated(all, group) {
	return {
		metadata: {
			...group && { name: group },
			creationTimestamp: null
		},
		versions: versionsOf(all, group).map((one) => ({
			version: one,
			freshness: "Current",
			resources: resourcesOf(all, group, one).map(({ kind }) => ({
				resource: kind.plural,
				responseKind: {
					group: kind.group,
					version: kind.version,
					kind: kind.kind
				},
				scope: kind.namespaced ? "Namespaced" : "Cluster",
				singularResource: kind.singular,
				verbs: kind.verbs,
				...kind.shortNames.length > 0 && { shortNames: kind.shortNames },
				...kind.categories.length > 0 && { categories: kind.categories },
				...kind.subresources.length > 0 && { subresources: kind.subresources.map((name) => aggregatedSubresource(kind, name)) }
			}))
		}))
	};
}
function aggregatedSubresource(kind, name) {
	const { verbs, ...response } = subresourceOf(kind, name);
	return {
		subresource: name,
		responseKind: response,
		verbs
	};
}
function subresourceOf(kind, name) {
	const known = SUBRESOURCES[name] ?? DEFAULT_SUBRESOURCE;
	const own = name === "proxy" ? `${kind.kind}ProxyOptions` : known.kind ?? kind.kind;
	return {
		group: known.group ?? kind.group,
		version: known.version ?? kind.version,
		kind: own,
		verbs: known.verbs
	};
}
function resourcesOf(all, group, wanted) {
	return all.filter(({ kind }) => kind.group === group && kind.version === wanted);
}
function resourceList(found) {
	const resources = found.flatMap(({ kind }) => {
		return [{
			name: kind.plural,
			singularName: kind.singular,
			namespaced: kind.namespaced,
			kind: kind.kind,
			verbs: kind.verbs,
			...kind.shortNames.length > 0 && { shortNames: kind.shortNames },
			...kind.categories.length > 0 && { categories: kind.categories }
		}, ...kind.subresources.map((name) => {
			const { group, version: of, kind: responseKind, verbs } = subresourceOf(kind, name);
			const foreign = group !== kind.group && {
				group,
				version: of
			};
			return {
				name: `${kind.plural}/${name}`,
				singularName: "",
				namespaced: kind.namespaced,
				...foreign,
				kind: responseKind,
				verbs
			};
		})];
	});
	return {
		kind: "APIResourceList",
		...found[0]?.kind.group && { apiVersion: "v1" },
		groupVersion: found[0]?.apiVersion,
		resources
	};
}
function paths(all) {
	const found = [
		"/.well-known/openid-configuration",
		"/api",
		"/api/v1",
		"/apis",
		...HEALTH,
		"/openapi/v2",
		"/openapi/v3",
		"/version"
	];
	for (const { name, versions } of groupList(all)) found.push(`/apis/${name}`, ...versions.map(({ groupVersion }) => `/apis/${groupVersion}`));
	return found.sort();
}
// src/api/table.ts
/** The objects as a Table; `now` is virtual time, to which ages are relative. */
function tableOf(resource, items, metadata, include, now) {
	const { columns } = resource.kind;
	return {
		kind: "Table",
		apiVersion: "meta.k8s.io/v1",
		metadata,
		columnDefinitions: columns.map(definitionOf),
		rows: items.map((object) => ({
			cells: columns.map((column) => column.cell(object, now)),
			...include !== "None" && { object: include === "Object" ? shown$2(resource, object) : metadataOf(resource, object) }
		}))
	};
}
function definitionOf({ name, type, format = "", description = "", priority = 0 }) {
	return {
		name,
		type,
		format,
		description,
		priority
	};
}
/** An object reduced to its metadata. */
function metadataOf(resource, object) {
	return {
		kind: "PartialObjectMetadata",
		apiVersion: "meta.k8s.io/v1",
		metadata: shown$2(resource, object).metadata
	};
}
// src/api/represent.ts
/** What the Accept header asks for; the first form that the server knows. */
function representation(resource, accept, query, now) {
	const { kind, apiVersion } = resource;
	for (const range of accept.split(",")) {
		const as = /;\s*as=(\w+)/.exec(range)?.[1];
		if (as === "Table") {
			const include = parameter(query, "includeObject") ?? "Metadata";
			return {
				one: (object) => tableOf(resource, [object], { resourceVersion: object.metadata.resourceVersion }, include, now()),
				list: (items, metadata) => tableOf(resource, items, metadata, include, now())
			};
		}
		if (as === "PartialObjectMetadata" || as === "PartialObjectMetadataList") return {
			one: (object) => metadataOf(resource, object),
			list: (items, metadata) => ({
				kind: "PartialObjectMetadataList",
				apiVersion: "meta.k8s.io/v1",
				metadata,
				items: items.map((object) => metadataOf(resource, object))
			})
		};
		if (as === void 0) break;
	}
	return {
		one: (object) => shown$2(resource, object),
		list: (items, metadata) => ({
			kind: `${kind.kind}List`,
			apiVersion,
			metadata,
			items: items.map((object) => shown$2(resource, object))
		})
	};
}
// src/api/request.ts
var JSON_HEADERS = { "content-type": "application/json" };
/** One request with what handlers ask of it. */
var Call = class {
	request;
	query;
	/** Nobody until the server knows who asks. */
	user = {
		username: "",
		groups: []
	};
	warnings = [];
	now;
	constructor(request, now) {
		this.request = request;
		this.query = request.query ?? {};
		this.now = now;
	}
	header(name) {
		return this.request.headers?.[name] ?? "";
	}
	parameter(name) {
		return parameter(this.query, name);
	}
	flag(name) {
		const value = this.parameter(name);
		return value === "true" || value === "1";
	}
	/** The user agent's first word: who writes, where nothing better is known. */
	get agent() {
		return this.header("user-agent").split("/")[0] || "unknown";
	}
	get dryRun() {
		const value = this.query["dryRun"];
		if (value === void 0 || value.length === 0) return false;
		const wrong = (typeof value === "string" ? [value] : value).filter((one) => one !== "All");
		if (wrong.length > 0) throw badRequest(`invalid dry-run option: ${wrong.map(goQuote).join(", ")}`);
		return true;
	}
	/** The body as a JSON value; undefined for none. */
	get body() {
		const { body } = this.request;
		if (typeof body !== "string") return body;
		if (body.trim() === "") return void 0;
		const type = this.header("content-type").split(";")[0]?.trim();
		if (type && !/json$/.test(type) && type !== "*/*") throw unsupportedMediaType(`the body of the request was in an unknown format - accepted media types include: application/json, application/yaml, application/vnd.kubernetes.protobuf, application/cbor`);
		try {
			return JSON.parse(body);
		} catch {
			throw badRequest(`couldn't get version/kind; json parse error: ${jsonError(body)}`);
		}
	}
	form(resource) {
		return representation(resource, this.header("accept"), this.query, this.now);
	}
	ok(body, status = 200) {
		return {
			status,
			headers: JSON_HEADERS,
			body,
			warnings: this.warnings
		};
	}
	text(body, status = 200) {
		return {
			status,
			headers: { "content-type": "text/plain; charset=utf-8" },
			body,
			warnings: this.warnings
		};
	}
	object(resource, object, status = 200) {
		return this.ok(this.form(resource).one(object), status);
	}
	failure(status) {
		return {
			status: status.code ?? 500,
			headers: JSON_HEADERS,
			body: status,
			warnings: this.warnings
		};
	}
};
/** Go's message for the first character that makes text no JSON. */
function jsonError(text) {
	const trimmed = text.trimStart();
	if (!/^[[{"\-\dtfn]/.test(trimmed)) return `invalid character ${quoteChar(trimmed.charAt(0))} looking for beginning of value`;
	return "unexpected end of JSON input";
}
function quoteChar(char) {
	return char === "'" ? `'\\''` : `'${char}'`;
}
// src/api/body.ts
/** The request's body as an object of the resource's kind. Unknown fields are refused, told or dropped as fieldValidation says. */
function objectOf$2(resource, call, body = call.body) {
	const { kind, apiVersion } = resource;
	if (body === void 0) throw badRequest(`Request body is empty`);
	if (body === null || typeof body !== "object" || Array.isArray(body)) throw unreadable(resource, body);
	const given = body;
	const [givenVersion, givenKind] = [text(given["apiVersion"]), text(given["kind"])];
	if (givenVersion !== "" && givenVersion !== apiVersion) throw badRequest(`the API version in the data (${givenVersion}) does not match the expected API version (${apiVersion})`);
	if (givenKind !== "" && givenKind !== kind.kind) {
		const why = `converting (${kind.version}.${givenKind}) to (${kind.group.split(".")[0] || "core"}.${kind.kind}): unknown conversion`;
		throw badRequest(`${givenKind} in version ${goQuote(kind.version)} cannot be handled as a ${kind.kind}: ${why}`);
	}
	if (!resource.definition) return {
		...given,
		apiVersion,
		kind: kind.kind,
		metadata: given["metadata"] ?? {}
	};
	const value = decodeAs(resource.definition, kind.kind, kind.version, body, call);
	return {
		...value,
		apiVersion,
		kind: kind.kind,
		metadata: value["metadata"] ?? {}
	};
}
/** Decodes a body of any definition (Scale, Binding, DeleteOptions, ...) with the request's fieldValidation. */
function decodeAs(definition, kind, version, body, call) {
	const prefix = `${kind} in version ${goQuote(version)} cannot be handled as a ${kind}: `;
	let decoded;
	try {
		decoded = decode$3(definition, body);
	} catch (error) {
		if (error instanceof DecodeError) throw badRequest(`${prefix}${error.message}`);
		throw error;
	}
	if (decoded.typeError) throw badRequest(`${prefix}${decoded.typeError}`);
	if (decoded.strict.length > 0) {
		const validation = call.parameter("fieldValidation") ?? "Warn";
		if (validation === "Strict") throw badRequest(`${prefix}strict decoding error: ${decoded.strict.join(", ")}`);
		if (validation === "Warn") call.warnings.push(...decoded.strict);
	}
	return decoded.value;
}
function unreadable({ kind }, body) {
	const why = `couldn't get version/kind; json parse error: json: cannot unmarshal ${Array.isArray(body) ? "array" : typeof body === "boolean" ? "bool" : typeof body} into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }`;
	const shown = JSON.stringify(body).slice(0, 30);
	return badRequest(`the object provided is unrecognized (must be of type ${kind.kind}): ${why} (${shown})`);
}
function text(value) {
	return typeof value === "string" ? value : "";
}
// src/api/patch/apply-merge.ts
/** Server-side apply on values: merging what a client applies, taking away what it no longer applies, naming fields. */
var ANY = { type: "any" };
/** The live value with the applied one merged in. */
function mergeApplied(definition, live, applied) {
	return merge$1({
		type: "ref",
		ref: definition.name
	}, live, applied);
}
function merge$1(type, live, applied) {
	if (live === void 0 || live === null || applied === null || isAtomic(type)) return applied;
	if (Array.isArray(applied)) return Array.isArray(live) ? mergeLists$1(type, live, applied) : applied;
	if (typeof applied !== "object" || typeof live !== "object") return applied;
	const merged = { ...live };
	for (const [key, value] of Object.entries(applied)) merged[key] = merge$1(partType(type, key), live[key], value);
	return merged;
}
function mergeLists$1(type, live, applied) {
	if (type.listType === "set") return [...live, ...applied.filter((one) => !live.some((other) => equal(one, other)))];
	const keys = applied.map((one) => elementKey(type, one));
	const [liveByKey, appliedByKey] = [new Map(live.map((one) => [elementKey(type, one), one])), new Map(applied.map((one, at) => [keys[at], one]))];
	return ([...liveByKey.keys()].every((key) => appliedByKey.has(key)) ? keys : [.../* @__PURE__ */ new Set([...liveByKey.keys(), ...keys])]).map((key) => appliedByKey.has(key) ? merge$1(type.of ?? ANY, liveByKey.get(key), appliedByKey.get(key)) : liveByKey.get(key));
}
/** Whether a value is replaced whole. */
function isAtomic(type) {
	if (type.type === "list") return type.listType !== "map" && type.listType !== "set";
	if (type.atomic || type.type === "object" || type.type === "any") return true;
	return type.type === "ref" && (definition(type.ref ?? "")?.atomic ?? true);
}
function partType(type, key) {
	if (type.type === "map") return type.of ?? ANY;
	return (type.ref === void 0 ? void 0 : definition(type.ref)?.fields.get(key)) ?? ANY;
}
/** The value without the fields in `remove`, except where `kept` names something below. */
function removeFields(definition, value, remove, kept) {
	return without$2({
		type: "ref",
		ref: definition.name
	}, value, remove, kept);
}
function without$2(type, value, remove, kept) {
	if (value === null || typeof value !== "object") return value;
	if (Array.isArray(value)) return value.flatMap((one) => withoutPart(type.of ?? ANY, listKey(type, one), one, remove, kept) ?? []);
	const left = {};
	for (const [key, part] of Object.entries(value)) {
		const rest = withoutPart(partType(type, key), `f:${key}`, part, remove, kept);
		if (rest) left[key] = rest[0];
	}
	return left;
}
/** The part after removal in a list of one; undefined when it goes altogether. */
function withoutPart(type, key, part, remove, kept) {
	const node = remove[key];
	if (!node) return [part];
	return (isEmpty(node) || node["."] !== void 0) && !kept[key] ? void 0 : [without$2(type, part, node, kept[key] ?? {})];
}
function listKey(type, element) {
	return type.listType === "set" ? `v:${toGoJson(element)}` : `k:${elementKey(type, element)}`;
}
/** The set's fields as paths: `.spec.template.spec.containers[name="web"].image`. */
function pathsOf(set) {
	return Object.keys(set).sort().flatMap((key) => {
		const below = set[key];
		if (key === ".") return [""];
		return (isEmpty(below) ? [""] : pathsOf(below)).map((rest) => `${pathElement(key)}${rest}`);
	});
}
function pathElement(key) {
	const text = key.slice(2);
	if (key.startsWith("f:")) return `.${text}`;
	if (key.startsWith("v:")) return `[=${text}]`;
	return `[${Object.entries(JSON.parse(text)).map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(",")}]`;
}
// src/api/patch/apply.ts
function handleApply(context, call, at, subresource) {
	const { resource, namespace, name } = at;
	const { definition } = resource;
	const manager = call.parameter("fieldManager");
	if (!manager) throw invalidError({
		kind: "PatchOptions",
		group: "meta.k8s.io"
	}, "", [required("fieldManager", "is required for apply patch")]);
	if (!definition) throw badRequest("server-side apply needs a schema for the kind");
	const config = withoutNulls(configOf(call, at));
	decodeAs(definition, resource.kind.kind, resource.kind.version, config, call);
	const live = context.world.store.get(resource.name, namespace ?? "", name);
	const time = formatTime(context.world.now);
	const how = {
		...clientHow(call, subresource),
		manager: void 0
	};
	if (!live) {
		const made = applyTo(resource, definition, void 0, objectFrom(resource, decodeAs(definition, resource.kind.kind, resource.kind.version, config, call)), config, {
			manager,
			subresource,
			time,
			force: true
		});
		return call.object(resource, context.writes.createObject(resource, made, namespace, how), 201);
	}
	const merged = merge(resource, definition, live, config, manager, subresource);
	const next = objectFrom(resource, decodeAs(definition, resource.kind.kind, resource.kind.version, merged, call));
	const wanted = config["metadata"]["resourceVersion"];
	const owned = applyTo(resource, definition, live, {
		...next,
		metadata: {
			...next.metadata,
			resourceVersion: typeof wanted === "string" ? wanted : ""
		}
	}, config, {
		manager,
		subresource,
		time,
		force: call.flag("force")
	});
	const write = subresource === "status" ? context.writes.updateStatusOf : context.writes.updateObject;
	return call.object(resource, write.call(context.writes, resource, owned, live, how));
}
/** The applied configuration: what the client named, and no more. */
function configOf(call, { resource, name }) {
	const { body } = call;
	if (body === null || typeof body !== "object" || Array.isArray(body)) throw badRequest("error decoding patch: the body is not an object");
	const { status: _, ...main } = body;
	const given = call.request.path.endsWith("/status") ? body : main;
	const metadata = isObject$3(given["metadata"]) ? given["metadata"] : {};
	const { kind, apiVersion } = resource;
	if (given["apiVersion"] === void 0 || given["kind"] === void 0) throw badRequest("invalid object type: /, Kind=");
	if (given["apiVersion"] !== apiVersion || given["kind"] !== kind.kind) throw badRequest(`the patch is of ${String(given["apiVersion"])}, Kind=${String(given["kind"])}, not of ${apiVersion}, Kind=${kind.kind}`);
	if (metadata["managedFields"] !== void 0 && metadata["managedFields"] !== null) throw badRequest("metadata.managedFields must be nil");
	if (metadata["name"] !== void 0 && metadata["name"] !== name) throw badRequest(`name in URL does not match name in JSON: ${goQuote(name)} != ${goQuote(String(metadata["name"]))}`);
	const { apiVersion: _v, kind: _k, ...rest } = given;
	return {
		...rest,
		metadata: {
			...metadata,
			name
		}
	};
}
function isObject$3(value) {
	return value !== null && typeof value === "object" && !Array.isArray(value);
}
/** A null says no more than that there is nothing. */
function withoutNulls(value) {
	if (Array.isArray(value)) return value.filter((one) => one !== null).map(withoutNulls);
	if (!isObject$3(value)) return value;
	return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null && part !== void 0).map(([key, part]) => [key, withoutNulls(part)]));
}
function objectFrom({ kind, apiVersion }, value) {
	return {
		...value,
		apiVersion,
		kind: kind.kind
	};
}
function isMine$2(entry, { manager, subresource }) {
	return entry.manager === manager && entry.operation === "Apply" && (entry.subresource ?? "") === subresource;
}
/** The live object with the configuration merged in, less what this manager alone named before and names no longer. */
function merge(resource, definition, live, config, manager, subresource) {
	const { managedFields: _, ...metadata } = live.metadata;
	const { apiVersion: _v, kind: _k, ...rest } = live;
	const merged = mergeApplied(definition, {
		...rest,
		metadata
	}, config);
	const entries = managedFieldsOf(shown$2(resource, live));
	const mine = entries.find((one) => isMine$2(one, {
		manager,
		subresource
	}));
	if (!mine?.fieldsV1) return merged;
	const kept = union(entries.filter((one) => one !== mine).reduce((all, one) => union(all, one.fieldsV1 ?? {}), {}), fieldsOf(definition, managedPart(objectFrom(resource, config))));
	return removeFields(definition, merged, subtract(mine.fieldsV1, kept), kept);
}
/** The object with managedFields as they are after this apply; throws a Conflict where other managers want something else. */
function applyTo(resource, definition, live, next, config, applier) {
	const mine = fieldsOf(definition, managedPart(objectFrom(resource, config)));
	const before = live ? managedFieldsOf(live) : [];
	const changes = live ? changedFields(definition, managedPart(live), managedPart(next)) : {
		set: {},
		gone: {}
	};
	const seen = live ? managedFieldsOf(shown$2(resource, live)) : [];
	const conflicts = [];
	const others = [];
	before.forEach((entry, index) => {
		if (isMine$2(entry, applier)) return;
		const disputed = intersect(seen[index]?.fieldsV1 ?? {}, intersect(changes.set, mine));
		if (!isEmpty(disputed)) conflicts.push(...pathsOf(disputed).map((path) => ({
			entry,
			path
		})));
		if (!entry.fieldsV1) others.push(entry);
		else {
			const fieldsV1 = subtract(entry.fieldsV1, union(disputed, changes.gone));
			if (!isEmpty(fieldsV1)) others.push(equal(fieldsV1, entry.fieldsV1) ? entry : {
				...entry,
				fieldsV1
			});
		}
	});
	if (conflicts.length > 0 && !applier.force) throw conflictError(conflicts);
	const known = before.find((one) => isMine$2(one, applier));
	const unchanged = known && equal(known.fieldsV1, mine) && isEmpty(changes.set) && isEmpty(changes.gone);
	const entry = {
		manager: applier.manager,
		operation: "Apply",
		apiVersion: resource.apiVersion,
		time: unchanged ? known.time ?? applier.time : applier.time,
		fieldsType: "FieldsV1",
		fieldsV1: mine,
		...applier.subresource && { subresource: applier.subresource }
	};
	return withManagedFields(next, [entry, ...others]);
}
function conflictError(conflicts) {
	const causes = conflicts.map(({ entry, path }) => ({
		reason: "FieldManagerConflict",
		message: `conflict with ${managerText(entry)}`,
		field: path
	}));
	const [first] = conflicts;
	if (conflicts.length === 1 && first) return new ApiError(409, "Conflict", `Apply failed with 1 conflict: conflict with ${managerText(first.entry)}: ${first.path}`, { causes });
	const lines = [...new Set(conflicts.map(({ entry }) => managerText(entry)))].sort().flatMap((name) => [`conflicts with ${name}:`, ...conflicts.filter(({ entry }) => managerText(entry) === name).map(({ path }) => `- ${path}`)]);
	return new ApiError(409, "Conflict", `Apply failed with ${conflicts.length} conflicts: ${lines.join("\n")}`, { causes });
}
/** `"kubectl" with subresource "scale" using apps/v1` */
function managerText({ manager, subresource, operation, apiVersion }) {
	const who = `${goQuote(manager)}${subresource ? ` with subresource ${goQuote(subresource)}` : ""}`;
	return operation === "Update" ? `${who} using ${apiVersion}` : who;
}
// src/api/patch/json-patch.ts
/** JSON patch (RFC 6902). Values are not changed in place. */
/** The patch cannot be read (`decode`) or does not fit the document (`apply`). */
var PatchError = class extends Error {
	when;
	constructor(when, message) {
		super(message);
		this.when = when;
	}
};
/** Applies the operations in turn to the document and returns the new document. */
function applyJsonPatch(document, patch) {
	let result = document;
	for (const operation of readOperations(patch)) result = applyOperation(result, operation);
	return result;
}
function readOperations(patch) {
	if (!Array.isArray(patch)) throw new PatchError("decode", "json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp");
	for (const one of patch) if (one === null || typeof one !== "object" || Array.isArray(one)) throw new PatchError("decode", "json: cannot unmarshal value into Go value of type handlers.jsonPatchOp");
	return patch;
}
function applyOperation(document, { op, path, from, value }) {
	const at = pointer$1(path, op);
	switch (op) {
		case "add": return add$2(document, at, value);
		case "remove": return change(document, at, remove$2);
		case "replace": return at.length === 0 ? value : change(document, at, (parent, key) => {
			lookUp$1(parent, key);
			return assign(parent, key, value);
		});
		case "move": {
			const source = pointer$1(from, op);
			const moved = valueAt(document, source);
			return add$2(change(document, source, remove$2), at, moved);
		}
		case "copy": return add$2(document, at, valueAt(document, pointer$1(from, op)));
		case "test":
			if (!equal(at.length === 0 ? document : optional(document, at), value ?? void 0)) throw new PatchError("apply", `testing value ${path} failed`);
			return document;
		default: throw new PatchError("apply", `Unexpected kind: ${op}`);
	}
}
function optional(document, at) {
	try {
		return valueAt(document, at) ?? void 0;
	} catch (error) {
		if (error instanceof PatchError) return void 0;
		throw error;
	}
}
function add$2(document, at, value) {
	if (at.length === 0) return value;
	return change(document, at, (parent, key) => {
		if (!Array.isArray(parent)) return assign(parent, key, value);
		const index = key === "-" ? parent.length : position(key, parent.length + 1);
		return parent.toSpliced(index, 0, value);
	});
}
function remove$2(parent, key) {
	lookUp$1(parent, key);
	if (Array.isArray(parent)) return parent.toSpliced(position(key, parent.length), 1);
	const { [key]: _, ...rest } = parent;
	return rest;
}
function assign(parent, key, value) {
	return Array.isArray(parent) ? parent.with(position(key, parent.length), value) : Object.fromEntries([...Object.entries(parent).filter(([one]) => one !== key), [key, value]]);
}
/** The document with the container at the path's end changed by `edit`. */
function change(document, at, edit) {
	const [key, ...rest] = at;
	if (key === void 0) throw new PatchError("apply", "the whole document cannot be removed");
	if (document === null || typeof document !== "object") throw new PatchError("apply", `doc is missing path: "/${at.join("/")}"`);
	const parent = document;
	if (rest.length === 0) return edit(parent, key);
	return assign(parent, key, change(lookUp$1(parent, key), rest, edit));
}
function valueAt(document, at) {
	return at.reduce((value, key) => lookUp$1(value, key), document);
}
function lookUp$1(parent, key) {
	if (Array.isArray(parent)) return parent[position(key, parent.length)];
	if (parent === null || typeof parent !== "object" || !Object.hasOwn(parent, key)) throw new PatchError("apply", `doc is missing key: ${key}`);
	return parent[key];
}
function position(key, length) {
	const index = /^-?\d+$/.test(key) ? Number(key) : NaN;
	const found = index < 0 ? length + index : index;
	if (!(found >= 0 && found < length)) throw new PatchError("apply", `Unable to access invalid index: ${key}`);
	return found;
}
/** The keys of a JSON pointer. */
function pointer$1(path, op) {
	if (typeof path !== "string") throw new PatchError("apply", `${op} operation does not apply: missing path`);
	if (path === "") return [];
	if (!path.startsWith("/")) throw new PatchError("apply", `${op} operation does not apply: doc is missing path: ${JSON.stringify(path)}`);
	return path.slice(1).split("/").map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}
// src/api/patch/merge-patch.ts
/** JSON merge patch (RFC 7386): null removes a key, objects are merged, everything else is replaced. */
function applyMergePatch(document, patch) {
	if (!isObject$2(patch)) return patch;
	const merged = new Map(isObject$2(document) ? Object.entries(document) : []);
	for (const [key, value] of Object.entries(patch)) if (value === null) merged.delete(key);
	else merged.set(key, applyMergePatch(merged.get(key), value));
	return Object.fromEntries(merged);
}
function isObject$2(value) {
	return value !== null && typeof value === "object" && !Array.isArray(value);
}
// src/api/patch/strategic.ts
/**
* Strategic merge patch: lists are merged by the schema's merge keys; directives ($patch, $retainKeys, $setElementOrder/...,
* $deleteFromPrimitiveList/...) say the rest. Source of the rules: apimachinery's util/strategicpatch.
*/
/** The patch does not fit the schema. */
var StrategicPatchError = class extends Error {
	/** A bad request rather than an error of the server. */
	bad;
	constructor(message, bad = false) {
		super(message);
		this.bad = bad;
	}
};
var DIRECTIVE = "$patch";
var RETAIN_KEYS = "$retainKeys";
var DELETE_FROM = "$deleteFromPrimitiveList/";
var ELEMENT_ORDER = "$setElementOrder/";
/** The document with the patch applied, as an object of that definition. */
function applyStrategicMergePatch(definition, document, patch) {
	return mergeObjects({
		type: "ref",
		ref: definition.name
	}, document, patch);
}
function mergeObjects(type, original, patch) {
	const directive = patch[DIRECTIVE];
	if (directive === "replace") return stripped(without$1(patch, DIRECTIVE));
	if (directive === "delete") return {};
	if (directive !== void 0 && directive !== "merge") throw new StrategicPatchError(`Unknown patch type found: ${goValue(directive)} in value: ${goValue(patch)}`, true);
	const merged = new Map(Object.entries(retained(original, patch)));
	for (const [key, value] of Object.entries(patch)) {
		if (key === DIRECTIVE || key === RETAIN_KEYS) continue;
		if (key.startsWith(DELETE_FROM)) deleteFromList(merged, key.slice(25), value, patch);
		else if (!key.startsWith(ELEMENT_ORDER)) mergeField(merged, key, value, fieldType(type, key), patch[`${ELEMENT_ORDER}${key}`]);
	}
	for (const [key, order] of Object.entries(patch)) {
		const name = key.slice(17);
		if (key.startsWith(ELEMENT_ORDER) && !(name in patch)) reorder(merged, name, fieldType(type, name), order);
	}
	return Object.fromEntries(merged);
}
function mergeField(merged, key, value, type, order) {
	if (value === null) {
		merged.delete(key);
		return;
	}
	const current = merged.get(key);
	if (isObject$1(value) && isObject$1(current)) merged.set(key, mergeObjects(type ?? FREE, current, value));
	else if (Array.isArray(value) && Array.isArray(current) && type?.merge) merged.set(key, mergeLists(type, current, value, order));
	else if (isObject$1(value) && current === void 0 && value[DIRECTIVE] === "delete") merged.delete(key);
	else if (Array.isArray(value) && type?.merge) merged.set(key, mergeLists(type, [], value, order));
	else merged.set(key, stripped(value));
}
var FREE = { type: "any" };
/** The original without the keys that $retainKeys does not name. */
function retained(original, patch) {
	const keep = patch[RETAIN_KEYS];
	if (keep === void 0) return original;
	if (!Array.isArray(keep)) throw new StrategicPatchError("invalid patch format of retainKeys", true);
	for (const key of Object.keys(patch)) if (key !== RETAIN_KEYS && key !== DIRECTIVE && !key.startsWith("$") && patch[key] !== null && !keep.includes(key)) throw new StrategicPatchError("invalid patch format of retainKeys", true);
	return Object.fromEntries(Object.entries(original).filter(([key]) => keep.includes(key)));
}
function deleteFromList(merged, key, values, patch) {
	if (!Array.isArray(values)) throw new StrategicPatchError(`invalid patch format of primitive list: ${goValue(patch)}`, true);
	const current = merged.get(key);
	if (Array.isArray(current)) merged.set(key, current.filter((one) => !values.includes(one)));
}
function mergeLists(type, original, patch, order) {
	if (!type.mergeKey) return mergePrimitives(original, patch, order);
	const { mergeKey } = type;
	const elements = patch.map((one) => element(one));
	if (elements.some((one) => one[DIRECTIVE] === "replace")) return elements.filter((one) => one[DIRECTIVE] !== "replace").map(stripped);
	const removed = new Set(elements.filter((one) => one[DIRECTIVE] === "delete").map((one) => keyOf$3(one, mergeKey)));
	const merged = [...original.filter((one) => !removed.has(one[mergeKey]))];
	for (const one of elements) {
		if (one[DIRECTIVE] === "delete") continue;
		const key = keyOf$3(one, mergeKey);
		const index = merged.findIndex((other) => other[mergeKey] === key);
		if (index < 0) merged.push(mergeObjects(type.of ?? FREE, {}, one));
		else merged[index] = mergeObjects(type.of ?? FREE, merged[index], one);
	}
	return ordered(merged, original, order, (one) => isObject$1(one) ? one[mergeKey] : one);
}
function mergePrimitives(original, patch, order) {
	return ordered([.../* @__PURE__ */ new Set([...original, ...patch])], original, order, (one) => one);
}
function reorder(merged, key, type, order) {
	const current = merged.get(key);
	if (!Array.isArray(current) || !type?.merge) return;
	const { mergeKey } = type;
	merged.set(key, ordered(current, current, order, (one) => mergeKey && isObject$1(one) ? one[mergeKey] : one));
}
/**
* The list in the order that the patch gives for its elements; those that only the server has are merged in where they stood
* among the others.
*/
function ordered(list, server, order, keyOfOne) {
	if (!Array.isArray(order)) return [...list];
	const wanted = order.map(keyOfOne);
	const serverOrder = server.map(keyOfOne);
	const named = list.filter((one) => wanted.includes(keyOfOne(one))).sort((a, b) => wanted.indexOf(keyOfOne(a)) - wanted.indexOf(keyOfOne(b)));
	const others = list.filter((one) => !wanted.includes(keyOfOne(one)));
	const result = [];
	let [i, j] = [0, 0];
	while (i < others.length || j < named.length) {
		const [left, right] = [serverOrder.indexOf(keyOfOne(others[i])), serverOrder.indexOf(keyOfOne(named[j]))];
		if (j >= named.length || i < others.length && left >= 0 && right >= 0 && left < right) result.push(others[i++]);
		else result.push(named[j++]);
	}
	return result;
}
function keyOf$3(one, mergeKey) {
	if (one[mergeKey] === void 0) throw new StrategicPatchError(`map: ${goValue(one)} does not contain declared merge key: ${mergeKey}`);
	return one[mergeKey];
}
function element(one) {
	if (!isObject$1(one)) throw new StrategicPatchError("expected a list of objects", true);
	return one;
}
/** A value without directives, and without what they delete. */
function stripped(value) {
	if (Array.isArray(value)) return value.filter((one) => !(isObject$1(one) && one[DIRECTIVE] === "delete")).map(stripped);
	if (!isObject$1(value)) return value;
	return Object.fromEntries(Object.entries(value).filter(([key, part]) => !key.startsWith(ELEMENT_ORDER) && !key.startsWith(DELETE_FROM) && key !== DIRECTIVE && key !== RETAIN_KEYS && part !== null).map(([key, part]) => [key, stripped(part)]));
}
function fieldType(type, key) {
	if (type.type === "map") return type.of;
	return type.ref === void 0 ? void 0 : definition(type.ref)?.fields.get(key);
}
function without$1(bag, key) {
	const { [key]: _, ...rest } = bag;
	return rest;
}
function isObject$1(value) {
	return value !== null && typeof value === "object" && !Array.isArray(value);
}
// src/api/patch/index.ts
var TYPES$4 = [
	"application/json-patch+json",
	"application/merge-patch+json",
	"application/strategic-merge-patch+json",
	"application/apply-patch+yaml",
	"application/apply-patch+cbor"
];
/** A decoding problem inside a patch is not said of any kind. */
var NO_KIND = {
	kind: "",
	group: ""
};
function handlePatch(context, call, at, subresource = "") {
	if (contentType(call) === "application/apply-patch+yaml") return handleApply(context, call, at, subresource);
	const { resource, namespace = "", name } = at;
	const old = context.world.store.get(resource.name, namespace, name);
	if (!old) throw notFoundError(resource.kind, name);
	const document = namesManagers(call.body) ? shown$2(resource, old) : old;
	const { object, metadata } = patched(call, resource.definition, document);
	checkIdentity(resource, object, old);
	const next = {
		...object,
		apiVersion: resource.apiVersion,
		kind: resource.kind.kind,
		metadata: {
			...object["metadata"],
			...metadata
		}
	};
	const write = subresource === "status" ? context.writes.updateStatusOf : context.writes.updateObject;
	const managedFields = replacedManagers(resource, object["metadata"]["managedFields"], old);
	const made = write.call(context.writes, resource, next, old, {
		...clientHow(call, subresource),
		...managedFields && { managedFields }
	});
	call.warnings.push(...resource.kind.warnings?.(made, old) ?? []);
	return call.object(resource, made);
}
/** The object with the request's patch applied, decoded again. A resourceVersion counts only where the patch names one. */
function patched(call, definition, current) {
	const { body } = call;
	const result = applied(contentType(call), definition, namesManagers(body) ? current : withoutManagers(current), body);
	if (!isObject(result)) throw badRequest("the patched object is not an object");
	const named = result["metadata"]?.["resourceVersion"];
	const before = current["metadata"]["resourceVersion"];
	return {
		object: decodePatched(call, definition, result, body),
		metadata: { resourceVersion: named === before ? "" : named ?? "" }
	};
}
function applied(type, definition, document, patch) {
	try {
		if (type === "application/json-patch+json") return applyJsonPatch(document, patch);
		if (!isObject(patch)) throw badRequest(`error decoding patch: json: cannot unmarshal ${Array.isArray(patch) ? "array" : typeof patch} into Go value of type map[string]interface {}`);
		if (type === "application/merge-patch+json") return applyMergePatch(document, patch);
		if (!definition) throw unsupportedMediaType(`the body of the request was in an unknown format - accepted media types include: ${TYPES$4.filter((one) => !one.includes("strategic")).join(", ")}`);
		return applyStrategicMergePatch(definition, document, patch);
	} catch (error) {
		if (error instanceof PatchError) throw error.when === "decode" ? badRequest(`error decoding patch: ${error.message}`) : new ApiError(422, "Invalid", "the server rejected our request due to an error in our request", {});
		if (error instanceof StrategicPatchError) throw error.bad ? badRequest(error.message) : new ApiError(500, "", error.message);
		throw error;
	}
}
function decodePatched(call, definition, result, patch) {
	if (!definition) return {
		...result,
		metadata: isObject(result["metadata"]) ? result["metadata"] : {}
	};
	const strategic = contentType(call).includes("strategic");
	const refuse = (why) => invalidError(NO_KIND, "", [invalid("patch", strategic ? goValue(patch) : toGoJson(result), why)]);
	try {
		const { value, strict, typeError } = decode$3(definition, result);
		if (typeError) throw refuse(strategic ? typeError.replace(/^.* of type (\S+)$/, "unrecognized type: $1") : typeError);
		if (strict.length > 0) {
			const validation = call.parameter("fieldValidation") ?? "Warn";
			if (validation === "Strict") throw refuse(`strict decoding error: ${strict.join(", ")}`);
			if (validation === "Warn") call.warnings.push(...strict);
		}
		return {
			...value,
			metadata: value["metadata"] ?? {}
		};
	} catch (error) {
		if (error instanceof DecodeError) throw refuse(error.message);
		throw error;
	}
}
function checkIdentity({ kind }, object, old) {
	const errors = [
		"name",
		"namespace",
		"uid"
	].filter((field) => (object.metadata[field] ?? "") !== (old.metadata[field] ?? "")).map((field) => invalid(`metadata.${field}`, object.metadata[field] ?? "", "field is immutable"));
	if (errors.length > 0) throw invalidError(kind, old.metadata.name, errors);
}
function contentType(call) {
	const type = call.header("content-type").split(";")[0]?.trim() ?? "";
	if (TYPES$4.includes(type)) return type;
	throw unsupportedMediaType(`the body of the request was in an unknown format - accepted media types include: ${TYPES$4.join(", ")}`);
}
/** Whether a patch is about managedFields. */
function namesManagers(patch) {
	if (Array.isArray(patch)) return patch.some((step) => String(step?.path).startsWith("/metadata/managedFields"));
	return isObject(patch) && isObject(patch["metadata"]) && "managedFields" in patch["metadata"];
}
/** Other patches do not look at who manages what. */
function withoutManagers(document) {
	const { managedFields: _, ...metadata } = document["metadata"];
	return {
		...document,
		metadata
	};
}
function isObject(value) {
	return value !== null && typeof value === "object" && !Array.isArray(value);
}
// src/api/resource-handlers.ts
/** Requests for objects and collections: get, list, watch, create, update, patch, delete, deletecollection. */
/** How a client's write is done. */
function clientHow(call, subresource = "") {
	const manager = {
		name: call.parameter("fieldManager") || call.agent,
		subresource,
		explicit: true
	};
	return {
		trusted: false,
		dryRun: call.dryRun,
		manager,
		user: call.user,
		...subresource && { subresource }
	};
}
function handleCollection(context, call, at) {
	const { kind } = at.resource;
	const verb = {
		GET: "list",
		HEAD: "list",
		POST: "create",
		DELETE: "deletecollection"
	}[call.request.method];
	if (!verb || !kind.verbs.includes(verb)) throw methodNotAllowed();
	if (verb === "create") return create(context, call, at);
	return verb === "list" ? list$1(context, call, at) : deleteCollection(context, call, at);
}
function handleObject(context, call, at) {
	const { kind } = at.resource;
	const verb = {
		GET: "get",
		HEAD: "get",
		PUT: "update",
		PATCH: "patch",
		DELETE: "delete"
	}[call.request.method];
	if (!verb || !kind.verbs.includes(verb)) throw methodNotAllowed();
	switch (verb) {
		case "get": return get(context, call, at);
		case "update": return update(context, call, at);
		case "patch": return handlePatch(context, call, at);
		default: return remove$1(context, call, at);
	}
}
function get(context, call, { resource, namespace = "", name }) {
	if (call.flag("watch")) return watch(context, call, {
		resource,
		namespace
	}, { fieldSelector: `metadata.name=${name}` });
	const found = context.world.store.get(resource.name, namespace, name);
	if (!found) throw notFoundError(resource.kind, name);
	return call.object(resource, found);
}
function list$1(context, call, at) {
	if (call.flag("watch")) return watch(context, call, at, {});
	const { items, metadata } = page(context.world, selectionOf(at.resource, at.namespace, call.query), call.query);
	return call.ok(call.form(at.resource).list(items, metadata));
}
function watch(context, call, { resource, namespace }, more) {
	const query = {
		...call.query,
		...more
	};
	const channel = context.watches.start(selectionOf(resource, namespace, query), call.form(resource), query);
	return {
		...call.ok(void 0),
		watch: channel
	};
}
function create(context, call, { resource, namespace }) {
	const object = objectOf$2(resource, call);
	checkPlace(resource, object, namespace);
	if (object.metadata.resourceVersion) throw badRequest("resourceVersion should not be set on objects to be created");
	const made = context.writes.createObject(resource, object, namespace ?? object.metadata.namespace, clientHow(call));
	call.warnings.push(...resource.kind.warnings?.(made, void 0) ?? []);
	return call.object(resource, made, 201);
}
function update(context, call, { resource, namespace, name }) {
	const object = objectOf$2(resource, call);
	checkPlace(resource, object, namespace);
	if (object.metadata.name !== name) {
		if (!object.metadata.name) throw badRequest("name must be provided");
		throw badRequest(`the name of the object (${object.metadata.name}) does not match the name on the URL (${name})`);
	}
	const old = context.writes.existing(resource, {
		...namespace !== void 0 && { namespace },
		name
	});
	const managedFields = replacedManagers(resource, object.metadata.managedFields, old);
	const made = context.writes.updateObject(resource, object, old, {
		...clientHow(call),
		...managedFields && { managedFields }
	});
	call.warnings.push(...resource.kind.warnings?.(made, old) ?? []);
	return call.object(resource, made);
}
function remove$1(context, call, { resource, namespace, name }) {
	const options = deleteOptionsOf(call);
	const old = context.writes.existing(resource, {
		...namespace !== void 0 && { namespace },
		name
	});
	const refused = resource.kind.refuseDelete?.(old);
	if (refused) throw forbiddenError(resource.kind, name, refused);
	const { left, last } = context.writes.deleteObject(resource, old, options, options.dryRun);
	if (left) return call.object(resource, left);
	if (resource.kind.graceSeconds) return call.object(resource, last);
	const { group, plural } = resource.kind;
	return call.ok({
		kind: "Status",
		apiVersion: "v1",
		metadata: {},
		status: "Success",
		details: {
			name,
			...group && { group },
			kind: plural,
			uid: old.metadata.uid
		}
	});
}
function deleteCollection(context, call, at) {
	const options = deleteOptionsOf(call);
	const { items, metadata } = page(context.world, selectionOf(at.resource, at.namespace, call.query), call.query);
	for (const object of items) {
		const { namespace = "", name } = object.metadata;
		const now = context.world.store.get(at.resource.name, namespace, name);
		if (now) context.writes.deleteObject(at.resource, now, options, options.dryRun);
	}
	return call.ok(call.form(at.resource).list(items, metadata));
}
/** DeleteOptions come in the body or in the query. */
function deleteOptionsOf(call) {
	const { body } = call;
	const schema = definition("DeleteOptions");
	const given = body === void 0 || body === null || !schema ? {} : decodeAs(schema, "DeleteOptions", "v1", body, call);
	const policy = call.parameter("propagationPolicy") ?? given.propagationPolicy;
	const orphan = call.parameter("orphanDependents") ?? given.orphanDependents;
	const grace = call.parameter("gracePeriodSeconds") ?? given.gracePeriodSeconds;
	if (policy !== void 0 && ![
		"Orphan",
		"Background",
		"Foreground"
	].includes(policy)) throw badRequest(`DeleteOptions.meta.k8s.io "" is invalid: propagationPolicy: Unsupported value: "${policy}": supported values: "Background", "Foreground", "Orphan", "nil"`);
	const propagationPolicy = policy ?? (orphan === void 0 ? void 0 : String(orphan) === "true" ? "Orphan" : "Background");
	return {
		...grace !== void 0 && { gracePeriodSeconds: Math.max(0, Number(grace)) },
		...propagationPolicy && { propagationPolicy },
		...given.preconditions && { preconditions: given.preconditions },
		dryRun: call.dryRun || (given.dryRun ?? []).includes("All")
	};
}
/** The namespace in the object, if any, must be the one of the path. */
function checkPlace({ kind }, object, namespace) {
	const given = object.metadata.namespace;
	if (given && kind.namespaced && namespace !== void 0 && given !== namespace) throw badRequest("the namespace of the provided object does not match the namespace sent on the request");
}
// src/api/reviews.ts
/** Reviews: questions that are asked by creating an object (who am I, may I, may another). */
/** What each kind of review answers in its status. */
var REVIEWS = {
	selfsubjectreviews: (_context, { username, groups, uid, extra }) => ({ userInfo: {
		username,
		...uid && { uid },
		groups,
		...extra && Object.keys(extra).length > 0 && { extra }
	} }),
	selfsubjectaccessreviews: mayI,
	subjectaccessreviews: mayAnother,
	localsubjectaccessreviews: mayAnother,
	selfsubjectrulesreviews: whatMayI
};
/** Answers the request if it is a review. */
function handleReview(context, call, resource) {
	const { kind } = resource;
	const review = kind.group.startsWith("auth") ? REVIEWS[kind.plural] : void 0;
	if (!review) return void 0;
	if (call.request.method !== "POST") throw methodNotAllowed();
	const object = objectOf$2(resource, call);
	return call.ok({
		...object,
		status: review(context, call.user, object["spec"] ?? {})
	}, 201);
}
function mayI({ world }, user, spec) {
	const { resourceAttributes: asked, nonResourceAttributes: path } = spec;
	const why = allowance(world, user, {
		verb: asked?.verb ?? path?.verb ?? "",
		group: asked?.group ?? "",
		resource: asked?.resource ?? "",
		...asked?.subresource && { subresource: asked.subresource },
		...asked?.namespace && { namespace: asked.namespace },
		...asked?.name && { name: asked.name },
		...path?.path && { path: path.path }
	});
	return {
		allowed: why !== void 0,
		...why && { reason: why }
	};
}
function mayAnother(context, _user, spec) {
	return mayI(context, {
		username: spec.user ?? "",
		groups: spec.groups ?? []
	}, spec);
}
function whatMayI({ world }, user, { namespace = "" }) {
	const rules = [...rulesFor(world, user, namespace)].map(({ rule }) => rule);
	return {
		resourceRules: rules.filter(({ resources }) => resources?.length),
		nonResourceRules: rules.filter(({ nonResourceURLs }) => nonResourceURLs?.length),
		incomplete: false
	};
}
// src/api/routes.ts
/** Finds the route of a path such as `/apis/apps/v1/namespaces/default/deployments/web/status`. */
function route(registry, path) {
	const parts = path.split("/").filter((part) => part !== "");
	const start = parts[0] === "api" ? 2 : parts[0] === "apis" ? 3 : 0;
	if (start === 0 || parts.length <= start) return { to: "other" };
	const apiVersion = parts.slice(1, start).join("/");
	if (!registry.serves(apiVersion)) return { to: "other" };
	const words = parts.slice(start).map(decode$1);
	const [first = "", second, third] = words;
	if (first === "namespaces" && second !== void 0 && third !== void 0) {
		const resource = registry.at(apiVersion, third);
		if (resource?.kind.namespaced) return locate(resource, second, words.slice(3));
	}
	const resource = registry.at(apiVersion, first);
	if (!resource) return { to: "nothing" };
	if (resource.kind.namespaced && second !== void 0) return { to: "nothing" };
	return locate(resource, void 0, words.slice(1));
}
function locate(resource, namespace, [name, subresource, ...rest]) {
	if (name === void 0) return {
		to: "collection",
		resource,
		namespace
	};
	return {
		to: "object",
		resource,
		namespace,
		name,
		subresource,
		rest: rest.join("/")
	};
}
function decode$1(part) {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
// src/api/eviction.ts
var BUDGETS$1 = "poddisruptionbudgets.policy";
var REFUSED = "Cannot evict pod as it would violate the pod's disruption budget.";
function evict$1(context, call, { resource, name }, pod) {
	if (call.request.method !== "POST") throw methodNotAllowed();
	const body = call.body ?? {};
	if (body.metadata?.name !== void 0 && body.metadata.name !== name) throw badRequest("name in URL does not match name in Eviction object");
	const { dryRun: dryRunOf = [], ...options } = body.deleteOptions ?? {};
	const dryRun = call.dryRun || dryRunOf.includes("All");
	if (!isFree(pod)) {
		const budget = budgetOf(context, pod);
		if (budget && !isSpare(pod, budget)) spend(context, budget, name, dryRun);
		if (!dryRun) mark(context, pod);
	}
	const current = context.writes.existing(resource, {
		namespace: pod.metadata.namespace ?? "",
		name
	});
	context.writes.deleteObject(resource, current, options, dryRun);
	return call.ok({
		kind: "Status",
		apiVersion: "v1",
		metadata: {},
		status: "Success",
		code: 201
	}, 201);
}
/** Ended, not begun or on its way out: its going disrupts nothing. */
function isFree({ metadata, status }) {
	return metadata.deletionTimestamp !== void 0 || [
		"Succeeded",
		"Failed",
		"Pending"
	].includes(status.phase ?? "");
}
function budgetOf({ world }, { metadata }) {
	const all = world.store.list(BUDGETS$1, metadata.namespace ?? "").filter(({ spec }) => {
		const requirements = fromLabelSelector(spec.selector);
		return requirements.length > 0 && matches(requirements, metadata.labels);
	});
	if (all.length > 1) throw new ApiError(500, "", "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.");
	return all[0];
}
/** A Pod that is not ready may go while enough others are. */
function isSpare({ status }, budget) {
	if (status.conditions?.find(({ type }) => type === "Ready")?.status === "True") return false;
	if (budget.spec.unhealthyPodEvictionPolicy === "AlwaysAllow") return true;
	const { currentHealthy = 0, desiredHealthy = 0 } = budget.status;
	return currentHealthy >= desiredHealthy && desiredHealthy > 0;
}
/** Takes one disruption from the budget, or refuses. */
function spend({ world, writes }, budget, pod, dryRun) {
	const { metadata, status } = budget;
	const refuse = (message, retryAfterSeconds) => {
		throw tooManyRequests(REFUSED, [{
			reason: "DisruptionBudget",
			message
		}], retryAfterSeconds);
	};
	if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0)) refuse(`The disruption budget ${metadata.name} is still being processed by the server.`, 10);
	const { disruptionsAllowed = 0, desiredHealthy = 0, currentHealthy = 0 } = status;
	if (disruptionsAllowed <= 0) refuse(`The disruption budget ${metadata.name} needs ${desiredHealthy} healthy pods and has ${currentHealthy} currently`);
	if (dryRun) return;
	writes.updateStatus(BUDGETS$1, {
		...budget,
		status: {
			...status,
			disruptionsAllowed: disruptionsAllowed - 1,
			disruptedPods: {
				...status.disruptedPods,
				[pod]: formatTime(world.now)
			}
		}
	});
}
/** Notes in the Pod why it ends. */
function mark({ world, writes }, pod) {
	const condition = {
		lastProbeTime: null,
		lastTransitionTime: formatTime(world.now),
		message: "Eviction API: evicting",
		...pod.metadata.generation !== void 0 && { observedGeneration: pod.metadata.generation },
		reason: "EvictionByEvictionAPI",
		status: "True",
		type: "DisruptionTarget"
	};
	const others = (pod.status.conditions ?? []).filter(({ type }) => type !== condition.type);
	writes.updateStatus("pods", {
		...pod,
		status: {
			...pod.status,
			conditions: [...others, condition]
		}
	});
}
// src/api/subresources.ts
var OWN$1 = {
	status,
	scale,
	binding,
	eviction: (context, call, at, pod) => evict$1(context, call, at, pod),
	token,
	finalize,
	ephemeralcontainers: mainField,
	resize: mainField
};
function handleSubresource(context, call, at) {
	const { resource, namespace = "", name, subresource, rest } = at;
	const object = context.world.store.get(resource.name, namespace, subresource === "proxy" ? proxiedName(name) : name);
	if (!object) throw notFoundError(resource.kind, name);
	const handler = context.handlers.get(`${resource.name}/${subresource}`);
	if (handler) return handler({
		request: call.request,
		namespace,
		name,
		object,
		rest,
		parameter: (one) => call.parameter(one)
	});
	const own = OWN$1[subresource];
	if (!own) throw internalError(`no handler for ${resource.name}/${subresource}`);
	return own(context, call, at, object);
}
/** A proxied object is named with its port, and perhaps a scheme: `web:80`, `https:web:443`. */
function proxiedName(text) {
	const parts = text.split(":");
	return (parts.length === 3 ? parts[1] : parts[0]) ?? "";
}
function status(context, call, at, old) {
	const { resource } = at;
	switch (call.request.method) {
		case "GET": return call.object(resource, old);
		case "PUT": return call.object(resource, context.writes.updateStatusOf(resource, objectOf$2(resource, call), old, clientHow(call, "status")));
		case "PATCH": return handlePatch(context, call, at, "status");
		default: throw methodNotAllowed();
	}
}
/** Parts of the spec that have their own subresource but are written like the object. */
function mainField(context, call, at, old) {
	const { resource, subresource } = at;
	if (call.request.method === "GET") return call.object(resource, old);
	if (call.request.method === "PATCH") return handlePatch(context, call, at, subresource);
	if (call.request.method !== "PUT") throw methodNotAllowed();
	return call.object(resource, context.writes.updateObject(resource, objectOf$2(resource, call), old, clientHow(call, subresource)));
}
function scale(context, call, at, old) {
	const { kind } = at.resource;
	if (!kind.scale) throw methodNotAllowed();
	const current = scaleOf$1(at.resource, old);
	if (call.request.method === "GET") return call.ok(current);
	const wanted = call.request.method === "PATCH" ? patchedScale(call, current) : decodedScale(call);
	const metadata = {
		...old.metadata,
		resourceVersion: wanted["metadata"]?.resourceVersion ?? ""
	};
	const replicas = wanted["spec"]?.replicas ?? 0;
	const next = {
		...kind.scale.set(old, replicas),
		metadata
	};
	return call.ok(scaleOf$1(at.resource, context.writes.updateObject(at.resource, next, old, clientHow(call, "scale"))));
}
function decodedScale(call) {
	const schema = definition("Scale");
	return schema ? decodeAs(schema, "Scale", "v1", call.body, call) : call.body;
}
function patchedScale(call, current) {
	const { object, metadata } = patched(call, definition("Scale"), current);
	return {
		...object,
		metadata: {
			...object["metadata"],
			...metadata
		}
	};
}
function scaleOf$1({ kind }, object) {
	const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata;
	const selector = kind.scale?.selector(object);
	return {
		kind: "Scale",
		apiVersion: "autoscaling/v1",
		metadata: {
			name,
			...namespace && { namespace },
			uid,
			resourceVersion,
			creationTimestamp
		},
		spec: { ...kind.scale?.replicas(object) && { replicas: kind.scale.replicas(object) } },
		status: {
			replicas: kind.scale?.current(object) ?? 0,
			...selector && { selector }
		}
	};
}
function success(code = 201) {
	return {
		kind: "Status",
		apiVersion: "v1",
		metadata: {},
		status: "Success",
		code
	};
}
/** The scheduler's (or a client's) choice of a node for a Pod. */
function binding(context, call, { resource, name }, old) {
	if (call.request.method !== "POST") throw methodNotAllowed();
	const schema = definition("Binding");
	const node = (schema ? decodeAs(schema, "Binding", "v1", call.body, call) : call.body)["target"]?.name ?? "";
	const pod = old;
	if (!node) throw badRequest("target.name: Required value");
	if (pod.metadata.deletionTimestamp) throw conflict(resource.kind, name, `pod ${name} is being deleted, cannot be assigned to a host`);
	if (pod.spec["nodeName"]) throw conflict(resource.kind, name, `pod ${name} is already assigned to node ${toGoJson(pod.spec["nodeName"])}`);
	if (!call.dryRun) context.writes.bind(pod, node);
	return call.ok(success(), 201);
}
var MIN_TOKEN_SECONDS = 600;
/** A token for a ServiceAccount. */
function token(context, call, { name, namespace = "" }, account) {
	if (call.request.method !== "POST") throw methodNotAllowed();
	const schema = definition("TokenRequest");
	const spec = (schema ? decodeAs(schema, "TokenRequest", "v1", call.body ?? {}, call) : {})["spec"] ?? {};
	const seconds = spec.expirationSeconds || 3600;
	if (seconds < MIN_TOKEN_SECONDS) {
		const error = invalid("spec.expirationSeconds", seconds, "may not specify a duration less than 10 minutes");
		throw invalidError({
			kind: "TokenRequest",
			group: "authentication.k8s.io"
		}, name, [error]);
	}
	const { now } = context.world;
	const audiences = spec.audiences?.length ? spec.audiences : [ISSUER];
	const { boundObjectRef: bound } = spec;
	if (bound && bound.kind === "Pod" && !context.world.store.get("pods", namespace, bound.name ?? "")) throw notFoundError({
		plural: "pods",
		group: ""
	}, bound.name ?? "");
	const text = makeToken({
		audiences,
		from: now,
		seconds,
		namespace,
		account: account.metadata,
		...bound?.kind === "Pod" && { pod: {
			name: bound.name ?? "",
			uid: bound.uid ?? ""
		} }
	});
	return call.ok({
		kind: "TokenRequest",
		apiVersion: "authentication.k8s.io/v1",
		metadata: {
			name,
			namespace,
			creationTimestamp: formatTime(now)
		},
		spec: {
			audiences,
			expirationSeconds: seconds,
			boundObjectRef: spec.boundObjectRef ?? null
		},
		status: {
			token: text,
			expirationTimestamp: formatTime(now + seconds * 1e3)
		}
	}, 201);
}
/** The end of a namespace: writes spec.finalizers. */
function finalize(context, call, { resource }, old) {
	if (call.request.method !== "PUT") throw methodNotAllowed();
	const given = objectOf$2(resource, call);
	return call.object(resource, context.writes.replace(resource, {
		...old,
		spec: given.spec
	}, old, clientHow(call, "finalize")));
}
// src/api/watch.ts
/** Watches: the changes of a selection as they happen, from a revision on. */
var BOOKMARK_MS = 6e4;
var Watches = class {
	world;
	watchers = /* @__PURE__ */ new Map();
	byId = /* @__PURE__ */ new Map();
	serial = 0;
	constructor(world) {
		this.world = world;
		world.store.subscribe((change) => this.changed(change));
		world.timers.on("watch-timeout", (_payload, id) => this.byId.get(id)?.stop());
		world.timers.on("watch-bookmark", (_payload, id) => this.bookmark(id));
	}
	/** Starts a watch of the selection as the query says; the answer's channel delivers the events. */
	start(selection, form, query) {
		const channel = new Channel();
		const watcher = {
			selection,
			form,
			channel,
			bookmarks: parameter(query, "allowWatchBookmarks") === "true"
		};
		const since = parameter(query, "resourceVersion") ?? "";
		const initial = parameter(query, "sendInitialEvents");
		try {
			if (initial === "true" || since === "" || since === "0") this.sendState(watcher, initial === "true");
			else this.sendChanges(watcher, readRevision(since));
		} catch (error) {
			if (!(error instanceof ApiError) || error.code !== 410) throw error;
			channel.push({
				type: "ERROR",
				object: error.status
			});
			channel.close();
			return channel;
		}
		this.register(watcher, Number(parameter(query, "timeoutSeconds") ?? "0") || 0);
		return channel;
	}
	register(watcher, timeoutSeconds) {
		const { timers, now } = this.world;
		const { name } = watcher.selection.resource;
		const id = String(++this.serial);
		let all = this.watchers.get(name);
		if (!all) this.watchers.set(name, all = /* @__PURE__ */ new Set());
		all.add(watcher);
		if (timeoutSeconds > 0) timers.set("watch-timeout", id, now + timeoutSeconds * 1e3);
		if (watcher.bookmarks) timers.set("watch-bookmark", id, now + BOOKMARK_MS);
		const stop = () => {
			all.delete(watcher);
			this.byId.delete(id);
			timers.cancel("watch-timeout", id);
			timers.cancel("watch-bookmark", id);
			watcher.channel.close();
		};
		this.byId.set(id, {
			watcher,
			stop
		});
		watcher.channel.onCancel = stop;
	}
	sendState(watcher, marked) {
		const { channel, form, selection } = watcher;
		for (const object of select(this.world, selection)) channel.push({
			type: "ADDED",
			object: form.one(object)
		});
		if (marked && watcher.bookmarks) channel.push(bookmarkEvent(selection, this.world.store.revision, { "k8s.io/initial-events-end": "true" }));
	}
	sendChanges(watcher, since) {
		const { store } = this.world;
		if (since > store.revision) throw tooLarge(since, store.revision);
		const changes = store.changesSince(since);
		if (!changes) throw expired(`too old resource version: ${since} (${store.compacted})`);
		for (const change of changes) if (change.resource === watcher.selection.resource.name) this.send(watcher, change);
	}
	changed(change) {
		for (const watcher of this.watchers.get(change.resource) ?? []) this.send(watcher, change);
	}
	/** An object that enters the selection is ADDED for the watcher, one that leaves it DELETED. */
	send({ channel, form, selection }, { type, object, previous }) {
		const now = type !== "DELETED" && selects$1(selection, object);
		const before = type === "DELETED" ? selects$1(selection, previous ?? object) : previous !== void 0 && selects$1(selection, previous);
		if (now) channel.push({
			type: before ? "MODIFIED" : "ADDED",
			object: form.one(object)
		});
		else if (before) channel.push({
			type: "DELETED",
			object: form.one(type === "DELETED" ? object : withVersion(previous, object))
		});
	}
	bookmark(id) {
		const watcher = this.byId.get(id)?.watcher;
		if (!watcher) return;
		watcher.channel.push(bookmarkEvent(watcher.selection, this.world.store.revision));
		this.world.timers.set("watch-bookmark", id, this.world.now + BOOKMARK_MS);
	}
};
/** The last state that the watcher knew, at the version of the change that took the object out of the selection. */
function withVersion(previous, { metadata }) {
	return {
		...previous,
		metadata: {
			...previous.metadata,
			resourceVersion: metadata.resourceVersion
		}
	};
}
function bookmarkEvent({ resource }, revision, annotations) {
	const metadata = {
		resourceVersion: String(revision),
		creationTimestamp: null,
		...annotations && { annotations }
	};
	return {
		type: "BOOKMARK",
		object: {
			kind: resource.kind.kind,
			apiVersion: resource.apiVersion,
			metadata
		}
	};
}
// src/api/server.ts
/**
* The API server: the REST API of Kubernetes as a function on plain objects (`handle`), and the same operations in process for
* the control plane (`Operations`).
*/
var ApiServer = class {
	registry;
	world;
	writes;
	handlers = /* @__PURE__ */ new Map();
	aggregated;
	context;
	/** @param writes those of the control plane, if it has begun to write already */
	constructor(world, kinds, admissions = [], writes = new Writes(world, new Registry())) {
		this.world = world;
		this.registry = writes.registry;
		this.registry.serve(kinds, describe);
		this.writes = writes;
		writes.clientRules = clientRules;
		writes.admissions = admissions;
		this.aggregated = new AggregatedApis(world);
		this.context = {
			world,
			registry: this.registry,
			writes: this.writes,
			watches: new Watches(world),
			handlers: this.handlers,
			aggregated: this.aggregated
		};
		expireEvents(world, this.writes);
	}
	/** Registers who answers a subresource that is not the API server's own: `subresource('pods', 'log', ...)`. */
	subresource(resource, name, handler) {
		this.handlers.set(`${resource}/${name}`, handler);
	}
	/** Adds resources that another server answers for. */
	aggregate(apis) {
		this.aggregated.add(apis);
	}
	/** Answers a request. Never throws: what fails is a Status. */
	handle(request) {
		const call = new Call(request, () => this.world.now);
		try {
			return this.world.as(request.actor ?? call.agent, 0, () => this.dispatch(call));
		} catch (error) {
			if (error instanceof ApiError) return call.failure(error.status);
			return call.failure(internalError(error instanceof Error ? error.message : String(error)).status);
		}
	}
	create(resource, object) {
		return this.writes.create(resource, object);
	}
	update(resource, object) {
		return this.writes.update(resource, object);
	}
	updateStatus(resource, object) {
		return this.writes.updateStatus(resource, object);
	}
	delete(resource, namespace, name, options) {
		return this.writes.delete(resource, namespace, name, options);
	}
	bind(pod, nodeName) {
		return this.writes.bind(pod, nodeName);
	}
	event(about, type, reason, message, source) {
		this.writes.event(about, type, reason, message, source);
	}
	dispatch(call) {
		call.user = authenticate(this.world, call.request);
		const found = route(this.registry, call.request.path);
		authorize(this.world, call.user, attributesOf(call, found));
		if (found.to === "other") return this.aggregated.answer(call) ?? discovery(this.context, call);
		if (found.to === "nothing") throw noSuchResource();
		const { kind } = found.resource;
		if (kind.deprecation) call.warnings.push(kind.deprecation);
		return this.answer(call, found, found.resource);
	}
	answer(call, found, resource) {
		const review = handleReview(this.context, call, resource);
		if (review) return review;
		if (found.to === "collection") return handleCollection(this.context, call, found);
		if (found.subresource === void 0) return handleObject(this.context, call, found);
		if (!resource.kind.subresources.includes(found.subresource)) throw call.request.method === "GET" ? noSuchResource() : methodNotAllowed();
		return handleSubresource(this.context, call, {
			...found,
			subresource: found.subresource
		});
	}
};
function describe(kind) {
	const definition = definitionOf$1(apiVersionOf(kind), kind.kind);
	return {
		definition,
		blankStatus: definition && kind.subresources.includes("status") ? decode$3(definition, {}).value["status"] : void 0
	};
}
var VERBS = {
	GET: "get",
	HEAD: "get",
	POST: "create",
	PUT: "update",
	PATCH: "patch",
	DELETE: "delete"
};
/** The request as the authorizer sees it. */
function attributesOf(call, found) {
	const verb = VERBS[call.request.method] ?? call.request.method.toLowerCase();
	if (found.to === "other" || found.to === "nothing") return {
		verb,
		group: "",
		resource: "",
		path: call.request.path
	};
	const { kind } = found.resource;
	const about = {
		group: kind.group,
		resource: kind.plural,
		...found.namespace !== void 0 && { namespace: found.namespace }
	};
	if (found.to === "object") {
		const namespace = kind.plural === "namespaces" ? found.name : found.namespace;
		return {
			verb,
			...about,
			name: found.name,
			...namespace && { namespace },
			...found.subresource && { subresource: found.subresource }
		};
	}
	if (verb === "get") return {
		verb: call.flag("watch") ? "watch" : "list",
		...about
	};
	return {
		verb: verb === "delete" ? "deletecollection" : verb,
		...about
	};
}
// src/controllers/owners.ts
/** The one owner that manages the object, if any. */
function controllerOf$1(object) {
	return object.metadata.ownerReferences?.find((owner) => owner.controller);
}
function controllerRef(owner) {
	const { name, uid } = owner.metadata;
	return {
		apiVersion: owner.apiVersion,
		kind: owner.kind,
		name,
		uid,
		controller: true,
		blockOwnerDeletion: true
	};
}
/** `namespace/name`. */
function keyOf$2(object) {
	return `${object.metadata.namespace ?? ""}/${object.metadata.name}`;
}
function splitKey(key) {
	const at = key.indexOf("/");
	return [key.slice(0, at), key.slice(at + 1)];
}
/** Oldest first; of the same second, by name. */
function byCreation(a, b) {
	const [x, y] = [a.metadata.creationTimestamp, b.metadata.creationTimestamp];
	return x < y ? -1 : x > y ? 1 : a.metadata.name < b.metadata.name ? -1 : 1;
}
/** The object with other owner references. */
function withOwners(object, ownerReferences) {
	const { ownerReferences: _, ...metadata } = object.metadata;
	return {
		...object,
		metadata: ownerReferences.length > 0 ? {
			...metadata,
			ownerReferences
		} : metadata
	};
}
function adopt(object, owner) {
	return withOwners(object, [...object.metadata.ownerReferences ?? [], controllerRef(owner)]);
}
function release(object, owner) {
	return withOwners(object, (object.metadata.ownerReferences ?? []).filter((reference) => reference.uid !== owner.metadata.uid));
}
// src/controllers/account-tokens.ts
/** Secrets of type kubernetes.io/service-account-token: filled with a token that does not expire, and deleted when the account is gone. */
var ACCOUNT_UID = "kubernetes.io/service-account.uid";
var accountTokenController = {
	name: "tokens-controller",
	watches: {
		secrets: ({ object }) => isToken(object) ? [keyOf$2(object)] : [],
		serviceaccounts: ({ type, object }, world) => type === "DELETED" ? tokensOf(world, object) : []
	},
	reconcile({ world, api }, key) {
		const [namespace, name] = splitKey(key);
		const secret = world.store.get("secrets", namespace, name);
		if (!secret || !isToken(secret) || secret.metadata.deletionTimestamp) return;
		const { annotations = {} } = secret.metadata;
		const account = world.store.get("serviceaccounts", namespace, annotations["kubernetes.io/service-account.name"] ?? "");
		const uid = annotations[ACCOUNT_UID];
		if (!account || uid !== void 0 && uid !== account.metadata.uid) {
			api.delete("secrets", namespace, name);
			return;
		}
		if (secret.data?.["token"]) return;
		const token = makeToken({
			audiences: ["https://kubernetes.default.svc.cluster.local"],
			from: world.now,
			namespace,
			account: account.metadata
		});
		api.update("secrets", {
			...secret,
			metadata: {
				...secret.metadata,
				annotations: {
					...annotations,
					[ACCOUNT_UID]: account.metadata.uid
				}
			},
			data: {
				...secret.data,
				"ca.crt": btoa(ROOT_CERTIFICATE),
				namespace: btoa(namespace),
				token: btoa(token)
			}
		});
	}
};
function isToken({ type }) {
	return type === TOKEN_TYPE;
}
function tokensOf(world, { metadata: { namespace = "", name } }) {
	return world.store.list("secrets", namespace).filter((secret) => isToken(secret) && secret.metadata.annotations?.["kubernetes.io/service-account.name"] === name).map(keyOf$2);
}
// src/controllers/autoscaler/limits.ts
/** The controller manager's --horizontal-pod-autoscaler-downscale-stabilization. */
var DOWNSCALE_WINDOW_S = 300;
var READY$1 = ["ReadyForNewScale", "recommended size matches current size"];
var DOWN_STABLE = ["ScaleDownStabilized", "recent recommendations were higher than current one, applying the highest recent recommendation"];
var UP_STABLE = ["ScaleUpStabilized", "recent recommendations were lower than current one, applying the lowest recent recommendation"];
var TOO_FEW = ["TooFewReplicas", "the desired replica count is less than the minimum replica count"];
var TOO_MANY = ["TooManyReplicas", "the desired replica count is more than the maximum replica count"];
var UP_LIMIT = ["ScaleUpLimit", "the desired replica count is increasing faster than the maximum scale rate"];
var DOWN_LIMIT = ["ScaleDownLimit", "the desired replica count is decreasing faster than the maximum scale rate"];
var WITHIN = ["DesiredWithinRange", "the desired count is within the acceptable range"];
/** The size to go to when `proposed` is what the metrics ask for. Notes the proposal. */
function limit({ spec }, memory, current, proposed, now) {
	const { minReplicas = 1, maxReplicas, behavior } = spec;
	const up = behavior?.scaleUp;
	const down = behavior?.scaleDown;
	const stable = stabilize(memory, current, proposed, now, (up?.stabilizationWindowSeconds ?? 0) * 1e3, (down?.stabilizationWindowSeconds ?? DOWNSCALE_WINDOW_S) * 1e3);
	const able = stable === proposed ? READY$1 : stable > proposed ? DOWN_STABLE : UP_STABLE;
	const cut = (replicas, why) => ({
		replicas,
		able,
		limit: why,
		limited: true
	});
	if (behavior) {
		if (stable > current) {
			const rate = highestAfter(up, memory, current, now);
			const most = Math.min(rate, maxReplicas);
			if (stable > most) return cut(most, maxReplicas > rate ? UP_LIMIT : TOO_MANY);
		} else if (stable < current) {
			const rate = lowestAfter(down, memory, current, now);
			const least = Math.max(rate, minReplicas);
			if (stable < least) return cut(least, rate > minReplicas ? DOWN_LIMIT : TOO_FEW);
		}
	} else {
		const rate = Math.max(2 * current, 4);
		if (stable < minReplicas) return cut(minReplicas, TOO_FEW);
		if (stable > Math.min(rate, maxReplicas)) return cut(Math.min(rate, maxReplicas), maxReplicas > rate ? UP_LIMIT : TOO_MANY);
	}
	return {
		replicas: stable,
		able,
		limit: WITHIN,
		limited: false
	};
}
/** The proposal, held back by what was proposed within the windows. */
function stabilize(memory, current, proposed, now, upWindow, downWindow) {
	const within = (ms) => memory.recommendations.filter(({ at }) => at > now - ms).map(({ replicas }) => replicas);
	const lowest = Math.min(proposed, ...within(upWindow));
	const highest = Math.max(proposed, ...within(downWindow));
	memory.recommendations = [...memory.recommendations.filter(({ at }) => at > now - Math.max(upWindow, downWindow)), {
		at: now,
		replicas: proposed
	}];
	return Math.min(Math.max(current, lowest), highest);
}
function changed({ rescales }, up, since) {
	return rescales.filter((one) => one.up === up && one.at > since).reduce((sum, one) => sum + one.change, 0);
}
function highestAfter(rules, memory, current, now) {
	if (rules?.selectPolicy === "Disabled") return current;
	const all = (rules?.policies ?? []).map(({ type, value, periodSeconds }) => {
		const since = now - periodSeconds * 1e3;
		const start = current - changed(memory, true, since) + changed(memory, false, since);
		return type === "Pods" ? start + value : Math.ceil(start * (1 + value / 100));
	});
	return rules?.selectPolicy === "Min" ? Math.min(...all) : Math.max(...all);
}
function lowestAfter(rules, memory, current, now) {
	if (rules?.selectPolicy === "Disabled") return current;
	const all = (rules?.policies ?? []).map(({ type, value, periodSeconds }) => {
		const since = now - periodSeconds * 1e3;
		const start = current + changed(memory, false, since) - changed(memory, true, since);
		return type === "Pods" ? start - value : Math.floor(start * (1 - value / 100));
	});
	return rules?.selectPolicy === "Min" ? Math.max(...all) : Math.min(...all);
}
// src/kinds/metrics/source.ts
var sources = /* @__PURE__ */ new WeakMap();
function setMetricsSource(world, source) {
	sources.set(world, source);
}
/** The figures; undefined while the metrics server is not there. */
function metricsOf(world) {
	return isAddonOn(world, "metrics-server") ? sources.get(world) : void 0;
}
// src/controllers/pods.ts
var READY = "Ready";
function condition$1(pod, type) {
	return pod.status.conditions?.find((one) => one.type === type);
}
function isReady$1(pod) {
	return condition$1(pod, READY)?.status === "True";
}
/** Ready for at least `minReadySeconds` at `now` (ms). */
function isAvailable(pod, minReadySeconds, now) {
	const ready = condition$1(pod, READY);
	if (ready?.status !== "True") return false;
	return minReadySeconds === 0 || now >= Date.parse(ready.lastTransitionTime ?? "") + minReadySeconds * 1e3;
}
/** Succeeded or failed: its containers will never run again. */
function isTerminal(pod) {
	return pod.status.phase === "Succeeded" || pod.status.phase === "Failed";
}
/** Counts as a replica: neither finished nor on its way out. */
function isActive$1(pod) {
	return pod.metadata.deletionTimestamp === void 0 && !isTerminal(pod);
}
/** On its way out, its containers perhaps still running. */
function isTerminating$1(pod) {
	return pod.metadata.deletionTimestamp !== void 0 && !isTerminal(pod);
}
// src/controllers/autoscaler/metrics.ts
/** What an autoscaler's metrics say: the number of replicas each asks for (rules: pkg/controller/podautoscaler, replica_calculator). */
var TOLERANCE = .1;
/** A Pod's CPU figures do not count before it was ready once, for so long after its start. */
var CPU_INITIALIZATION_MS = 3e5;
var INITIAL_READINESS_MS = 3e4;
/** A metric that could not be had, with the reason of the event that tells of it. */
var MetricError = class extends Error {
	reason;
	/** What it was about, for the summary of all metrics. */
	what;
	constructor(reason, what, message) {
		super(message);
		this.reason = reason;
		this.what = what;
	}
};
/** What one metric asks for. Throws MetricError. */
function propose(world, target, metric) {
	const { resource, containerResource } = metric;
	if (resource) return proposeResource(world, target, resource.name, resource.target, void 0);
	if (containerResource) return proposeResource(world, target, containerResource.name, containerResource.target, containerResource.container);
	if (metric.pods) throw new MetricError("FailedGetPodsMetric", "pods metric value", noApi(`unable to get metric ${metric.pods.metric.name}: no metrics returned from custom metrics API`, "custom"));
	if (metric.object) throw new MetricError("FailedGetObjectMetric", "object metric value", noApi(`unable to get metric ${metric.object.metric.name}: ${metric.object.describedObject.kind} on ${target.namespace} ${metric.object.describedObject.name}/unable to fetch metrics from custom metrics API`, "custom"));
	const name = metric.external?.metric.name ?? "";
	throw new MetricError("FailedGetExternalMetric", "external metric value", noApi(`unable to get external metric ${target.namespace}/${name}/nil: unable to fetch metrics from external metrics API`, "external"));
}
var noApi = (text, api) => `${text}: the server could not find the requested resource (get ${api}.metrics.k8s.io)`;
function proposeResource(world, target, name, { averageUtilization, averageValue }, container) {
	const fail = (text) => {
		const percent = averageUtilization !== void 0;
		const what = container === void 0 ? `${name} resource metric value` : `${name} container metric value`;
		throw new MetricError(container === void 0 ? "FailedGetResourceMetric" : "FailedGetContainerResourceMetric", what, `failed to get ${name} ${percent ? "utilization" : container === void 0 ? "resource metric value" : "usage"}: ${text}`);
	};
	const pods = world.store.list("pods", target.namespace).filter((pod) => matches(fromLabelSelector(target.selector), pod.metadata.labels));
	const { ready, unready, missing } = group(world, pods, samplesOf(world, pods, name, container, fail), name);
	if (ready.length === 0) fail("did not receive metrics for targeted pods (pods might be unready)");
	const of = (pod) => averageUtilization === void 0 ? 0 : requestOf(pod, name, container, fail);
	const total = sum$1(ready.map(({ value }) => value));
	const requests = sum$1(ready.map(({ pod }) => of(pod)));
	const per = total / ready.length;
	const wanted = averageUtilization === void 0 ? Number(parseQuantity(averageValue ?? "0").nano) / 1e9 : averageUtilization;
	const is = averageUtilization === void 0 ? per : 100 * total / requests;
	const measured = averageUtilization === void 0 ? is : Math.floor(is);
	const replicas = count();
	function count() {
		const ratio = measured / wanted;
		const rebalance = unready.length > 0 && ratio > 1;
		if (!rebalance && missing.length === 0) return Math.abs(ratio - 1) <= TOLERANCE ? target.specReplicas : Math.ceil(ratio * ready.length);
		const assumed = [...ready];
		if (missing.length > 0 && ratio < 1) {
			const full = (pod) => averageUtilization === void 0 ? wanted : of(pod) * Math.max(100, wanted) / 100;
			assumed.push(...missing.map((pod) => ({
				pod,
				value: full(pod)
			})));
		} else if (missing.length > 0 && ratio > 1) assumed.push(...missing.map((pod) => ({
			pod,
			value: 0
		})));
		if (rebalance) assumed.push(...unready.map((pod) => ({
			pod,
			value: 0
		})));
		const all = sum$1(assumed.map(({ value }) => value));
		const newRatio = (averageUtilization === void 0 ? all / assumed.length : 100 * all / sum$1(assumed.map(({ pod }) => of(pod)))) / wanted;
		if (Math.abs(newRatio - 1) <= TOLERANCE || ratio < 1 !== newRatio < 1) return target.specReplicas;
		const next = Math.ceil(newRatio * assumed.length);
		return newRatio < 1 && next > target.specReplicas || newRatio > 1 && next < target.specReplicas ? target.specReplicas : next;
	}
	const current = {
		...averageUtilization !== void 0 && { averageUtilization: measured },
		averageValue: name === "cpu" ? `${Math.floor(per * 1e3)}m` : String(Math.floor(per))
	};
	const about = container === void 0 ? `${name} resource` : `${name} container resource`;
	return {
		replicas,
		name: averageUtilization === void 0 ? about : `${about} utilization (percentage of request)`,
		status: container === void 0 ? {
			type: "Resource",
			resource: {
				name,
				current
			}
		} : {
			type: "ContainerResource",
			containerResource: {
				name,
				container,
				current
			}
		}
	};
}
var sum$1 = (values) => values.reduce((total, value) => total + value, 0);
/** The Pods' figures. */
function samplesOf(world, pods, name, container, fail) {
	const source = metricsOf(world);
	if (!source) fail(`unable to get metrics for resource ${name}: unable to fetch metrics from resource metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)`);
	const found = /* @__PURE__ */ new Map();
	for (const pod of pods) {
		const containers = (source?.pod(pod.metadata.namespace ?? "", pod.metadata.name))?.containers.filter((one) => container === void 0 || one.name === container) ?? [];
		if (containers.length > 0) found.set(pod, sum$1(containers.map((one) => name === "cpu" ? Math.ceil(one.cpu * 1e3) / 1e3 : one.memory)));
	}
	if (found.size === 0) fail(`unable to get metrics for resource ${name}: no metrics returned from resource metrics API`);
	return found;
}
/** Pods whose figures count, those that are not ready, those without figures; what is ending or failed is left out. */
function group(world, pods, samples, name) {
	const ready = [];
	const unready = [];
	const missing = [];
	for (const pod of pods) {
		if (pod.metadata.deletionTimestamp || pod.status.phase === "Failed") continue;
		const value = samples.get(pod);
		if (pod.status.phase === "Pending") unready.push(pod);
		else if (value === void 0) missing.push(pod);
		else if (name === "cpu" && isFresh(world, pod)) unready.push(pod);
		else ready.push({
			pod,
			value
		});
	}
	return {
		ready,
		unready,
		missing
	};
}
/** Not ready, or never ready since its start: what it uses says nothing about load. */
function isFresh(world, pod) {
	const is = condition$1(pod, READY);
	if (!is || !pod.status.startTime) return true;
	const started = Date.parse(pod.status.startTime);
	if (world.now < started + CPU_INITIALIZATION_MS) return is.status !== "True";
	return is.status !== "True" && Date.parse(is.lastTransitionTime ?? "") < started + INITIAL_READINESS_MS;
}
function requestOf(pod, name, container, fail) {
	const specs = [...pod.spec.containers, ...(pod.spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === "Always")];
	let total = 0;
	for (const spec of specs) {
		if (container !== void 0 && spec.name !== container) continue;
		const request = spec.resources?.requests?.[name];
		if (request === void 0) return fail(`missing request for ${name} in container ${spec.name} of Pod ${pod.metadata.name}`);
		total += Number(parseQuantity(request).nano) / 1e9;
	}
	return total;
}
/** The metrics that an autoscaler looks at. */
function metricsIn({ spec }) {
	return spec.metrics ?? [];
}
// src/controllers/autoscaler/index.ts
/** The horizontal pod autoscaler: every fifteen seconds, as many replicas as the metrics ask for (rules: podautoscaler of v1.36). */
var NAME$14 = "horizontal-pod-autoscaler";
var SOURCE$12 = { component: NAME$14 };
var AUTOSCALERS = "horizontalpodautoscalers.autoscaling";
var SYNC_MS = 15e3;
var REMEMBERED_RESCALES_MS = 18e5;
/** What can be scaled, by apiVersion and kind. */
var TARGETS = {
	"apps/v1 Deployment": "deployments.apps",
	"apps/v1 ReplicaSet": "replicasets.apps",
	"apps/v1 StatefulSet": "statefulsets.apps",
	"v1 ReplicationController": "replicationcontrollers"
};
var autoscaler = {
	name: NAME$14,
	watches: { [AUTOSCALERS]: ({ type, object, previous }) => {
		const [before, after] = [previous, object];
		if (type === "DELETED") return [`forget ${after.metadata.uid}`];
		return before?.spec === after.spec ? [] : [`begin ${keyOf$2(after)}`];
	} },
	reconcile(context, key) {
		const [step, name] = key.split(" ");
		if (step === "forget") delete memories(context.world)[name];
		else if (step === "begin") context.requeueAfter(`sync ${name}`, SYNC_MS);
		else {
			const found = context.world.store.get(AUTOSCALERS, ...splitKey(name));
			if (!found) return;
			context.requeueAfter(key, SYNC_MS);
			new Sync$4(context, found).run();
		}
	}
};
var memories = (world) => world.slot("autoscalers", () => ({}));
/** One look of an autoscaler. */
var Sync$4 = class {
	context;
	world;
	own;
	conditions;
	constructor(context, own) {
		this.context = context;
		this.world = context.world;
		this.own = own;
		this.conditions = own.status.conditions ?? [];
	}
	get memory() {
		return memories(this.world)[this.own.metadata.uid] ??= {
			recommendations: [],
			rescales: []
		};
	}
	event(type, reason, message) {
		this.context.api.event(this.own, type, reason, message, SOURCE$12);
	}
	set(type, status, reason, message) {
		const before = this.conditions.find((one) => one.type === type);
		const made = {
			lastTransitionTime: before?.status === status ? before.lastTransitionTime : formatTime(this.world.now),
			message,
			reason,
			status,
			type
		};
		this.conditions = before ? this.conditions.map((one) => one === before ? made : one) : [...this.conditions, made];
	}
	run() {
		const target = this.target();
		if (!target) return;
		const current = target.spec.replicas ?? 1;
		const { minReplicas = 1, maxReplicas } = this.own.spec;
		this.set("AbleToScale", "True", "SucceededGetScale", "the HPA controller was able to get the target's current scale");
		const { memory } = this;
		if (memory.recommendations.length === 0) memory.recommendations.push({
			at: this.world.now,
			replicas: current
		});
		if (current === 0 && minReplicas !== 0) {
			this.set("ScalingActive", "False", "ScalingDisabled", "scaling is disabled since the replica count of the target is zero");
			return this.write(current, 0, this.own.status.currentMetrics);
		}
		if (current > maxReplicas) return this.rescale(target, current, maxReplicas, "Current number of replicas above Spec.MaxReplicas", void 0);
		if (current < minReplicas) return this.rescale(target, current, minReplicas, "Current number of replicas below Spec.MinReplicas", void 0);
		const found = this.propose(target, current);
		if (!found) return;
		const { best, statuses } = found;
		const reason = best.replicas > current ? `${best.name} above target` : best.replicas < current ? "All metrics below target" : "";
		const limited = limit(this.own, memory, current, best.replicas, this.world.now);
		this.set("AbleToScale", "True", ...limited.able);
		this.set("ScalingLimited", limited.limited ? "True" : "False", ...limited.limit);
		this.rescale(target, current, limited.replicas, reason, statuses);
	}
	target() {
		const { apiVersion = "", kind, name } = this.own.spec.scaleTargetRef;
		const { namespace = "" } = this.own.metadata;
		const resource = TARGETS[`${apiVersion} ${kind}`];
		const found = resource && this.world.store.get(resource, namespace, name);
		if (found) return found;
		const group = apiVersion.includes("/") ? apiVersion.split("/")[0] : "";
		const message = resource ? `${resource} "${name}" not found` : `no matches for kind "${kind}" in group "${group}"`;
		this.event("Warning", "FailedGetScale", message);
		this.set("AbleToScale", "False", "FailedGetScale", `the HPA controller was unable to get the target's current scale: ${message}`);
		this.write(this.own.status.currentReplicas ?? 0, this.own.status.desiredReplicas, this.own.status.currentMetrics);
	}
	/** The largest proposal of all metrics; undefined when there is none, which is told. */
	propose(target, current) {
		const about = {
			namespace: target.metadata.namespace ?? "",
			selector: target.spec.selector,
			specReplicas: current,
			statusReplicas: target.status.replicas ?? 0
		};
		const proposals = [];
		const failures = [];
		const metrics = metricsIn(this.own);
		const statuses = metrics.map((metric) => {
			try {
				const proposal = propose(this.world, about, metric);
				proposals.push(proposal);
				return proposal.status;
			} catch (error) {
				if (!(error instanceof MetricError)) throw error;
				this.event("Warning", error.reason, error.message);
				failures.push(error);
				return { type: "" };
			}
		});
		const best = proposals.reduce((a, b) => a && a.replicas >= b.replicas ? a : b, void 0);
		const [failure] = failures;
		if (failure && (!best || best.replicas < current)) {
			this.set("ScalingActive", "False", failure.reason, `the HPA was unable to compute the replica count: ${failure.message}`);
			const message = `invalid metrics (${failures.length} invalid out of ${metrics.length}), first error is: failed to get ${failure.what}: ${failure.message}`;
			this.event("Warning", "FailedComputeMetricsReplicas", message);
			this.write(current, this.own.status.desiredReplicas, statuses);
			return;
		}
		if (!best) return void 0;
		this.set("ScalingActive", "True", "ValidMetricFound", `the HPA was able to successfully calculate a replica count from ${best.name}`);
		return {
			best,
			statuses
		};
	}
	rescale(target, current, wanted, reason, statuses) {
		const metrics = statuses ?? this.own.status.currentMetrics;
		if (wanted === current) return this.write(current, current, metrics);
		const { apiVersion = "", kind } = this.own.spec.scaleTargetRef;
		try {
			this.context.api.update(TARGETS[`${apiVersion} ${kind}`] ?? "", {
				...target,
				spec: {
					...target.spec,
					replicas: wanted
				}
			});
		} catch (error) {
			if (!isApiError(error)) throw error;
			this.event("Warning", "FailedRescale", `New size: ${wanted}; reason: ${reason}; error: ${error.message}`);
			this.set("AbleToScale", "False", "FailedUpdateScale", `the HPA controller was unable to update the target scale: ${error.message}`);
			return this.write(current, this.own.status.desiredReplicas, metrics);
		}
		this.set("AbleToScale", "True", "SucceededRescale", `the HPA controller was able to update the target scale to ${wanted}`);
		this.event("Normal", "SuccessfulRescale", `New size: ${wanted}; reason: ${reason}`);
		const { memory, world } = this;
		memory.rescales = [...memory.rescales.filter(({ at }) => at > world.now - REMEMBERED_RESCALES_MS), {
			at: world.now,
			change: Math.abs(wanted - current),
			up: wanted > current
		}];
		this.write(current, wanted, metrics, true);
	}
	write(current, desired, metrics, scaled = false) {
		const { status } = this.own;
		const lastScaleTime = scaled ? formatTime(this.world.now) : status.lastScaleTime;
		this.context.api.updateStatus(AUTOSCALERS, {
			...this.own,
			status: {
				conditions: this.conditions,
				currentMetrics: metrics ?? null,
				currentReplicas: current,
				desiredReplicas: desired,
				...lastScaleTime && { lastScaleTime }
			}
		});
	}
};
// src/kinds/cronjob/schedule.ts
/** Schedules in cron's five fields, as robfig/cron reads them, with its error texts. Times are UTC, ms since the epoch. */
var ScheduleError = class extends Error {};
var MONTHS = [
	"jan",
	"feb",
	"mar",
	"apr",
	"may",
	"jun",
	"jul",
	"aug",
	"sep",
	"oct",
	"nov",
	"dec"
];
var BOUNDS = [
	{
		min: 0,
		max: 59,
		names: []
	},
	{
		min: 0,
		max: 23,
		names: []
	},
	{
		min: 1,
		max: 31,
		names: []
	},
	{
		min: 1,
		max: 12,
		names: MONTHS
	},
	{
		min: 0,
		max: 6,
		names: [
			"sun",
			"mon",
			"tue",
			"wed",
			"thu",
			"fri",
			"sat"
		]
	}
];
var DESCRIPTORS = {
	"@yearly": "0 0 1 1 *",
	"@annually": "0 0 1 1 *",
	"@monthly": "0 0 1 * *",
	"@weekly": "0 0 * * 0",
	"@daily": "0 0 * * *",
	"@midnight": "0 0 * * *",
	"@hourly": "0 * * * *"
};
var MINUTE = 6e4;
var DAY = 1440 * MINUTE;
/** Nothing matches longer than this: 30 February never comes. */
var YEARS = 5;
/** Reads a schedule; throws ScheduleError. */
function parseSchedule(text) {
	if (text === "") fail$1("empty spec string");
	if (text.startsWith("@")) return parseDescriptor(text);
	const words = text.split(/\s+/).filter((word) => word !== "");
	if (words.length !== BOUNDS.length) fail$1(`expected exactly 5 fields, found ${words.length}: [${words.join(" ")}]`);
	return { fields: words.map((word, index) => parseField(word, BOUNDS[index])) };
}
function parseDescriptor(text) {
	const known = DESCRIPTORS[text];
	if (known) return parseSchedule(known);
	if (!text.startsWith("@every ")) fail$1(`unrecognized descriptor: ${text}`);
	try {
		return { every: Math.max(1e3, Math.floor(parseGoDuration(text.slice(7)) / 1e3) * 1e3) };
	} catch (error) {
		if (error instanceof DurationError) fail$1(`failed to parse duration ${text}: ${error.message}`);
		throw error;
	}
}
function parseField(text, bounds) {
	const values = /* @__PURE__ */ new Set();
	let any = false;
	for (const part of text.split(",").filter((one) => one !== "")) any = addRange(part, bounds, values) || any;
	return {
		values,
		any
	};
}
/** Adds the values of a part such as `5`, `1-5`, `0-59/10`; true when it stands for all. */
function addRange(text, { min, max, names }, values) {
	const [range = "", step, ...more] = text.split("/");
	const [low = "", high, ...others] = range.split("-");
	const star = low === "*" || low === "?";
	if (others.length > 0) fail$1(`too many hyphens: ${text}`);
	const start = star ? min : readValue(low, names);
	let end = star ? max : high === void 0 ? start : readValue(high, names);
	if (more.length > 0) fail$1(`too many slashes: ${text}`);
	const by = step === void 0 ? 1 : readNumber(step);
	if (step !== void 0 && high === void 0) end = max;
	if (start < min) fail$1(`beginning of range (${start}) below minimum (${min}): ${text}`);
	if (end > max) fail$1(`end of range (${end}) above maximum (${max}): ${text}`);
	if (start > end) fail$1(`beginning of range (${start}) beyond end of range (${end}): ${text}`);
	if (by === 0) fail$1(`step of range should be a positive number: ${text}`);
	for (let value = start; value <= end; value += by) values.add(value);
	return star && by === 1;
}
function readValue(text, names) {
	const index = names.indexOf(text.toLowerCase());
	if (index < 0) return readNumber(text);
	return names === MONTHS ? index + 1 : index;
}
function readNumber(text) {
	if (!/^[+-]?\d+$/.test(text)) fail$1(`failed to parse int from ${text}: strconv.Atoi: parsing ${goQuote(text)}: invalid syntax`);
	if (Number(text) < 0) fail$1(`negative number (${Number(text)}) not allowed: ${text}`);
	return Number(text);
}
/**
* The first time after `after` at which the schedule is due; undefined if there is none for years.
* @param zone an IANA time zone (default UTC) whose clocks the schedule is about
*/
function nextTime(schedule, after, zone) {
	if ("every" in schedule) return Math.floor(after / 1e3) * 1e3 + schedule.every;
	if (!zone || zone === "UTC") return nextOnClock(schedule, after);
	for (let from = after + offsetOf(zone, after), tries = 0; tries < 3; tries++) {
		const wall = nextOnClock(schedule, from);
		if (wall === void 0) return void 0;
		const time = wall - offsetOf(zone, wall - offsetOf(zone, wall));
		if (time > after && time + offsetOf(zone, time) === wall) return time;
		from = wall;
	}
}
/** ms by which clocks of a time zone are ahead of UTC at a time. */
function offsetOf(zone, time) {
	const parts = new Intl.DateTimeFormat("en-US", {
		timeZone: zone,
		hourCycle: "h23",
		year: "numeric",
		month: "numeric",
		day: "numeric",
		hour: "numeric",
		minute: "numeric",
		second: "numeric"
	}).formatToParts(time);
	const number = (type) => Number(parts.find((part) => part.type === type)?.value);
	return Date.UTC(number("year"), number("month") - 1, number("day"), number("hour"), number("minute"), number("second")) - Math.floor(time / 1e3) * 1e3;
}
/** Whether the host knows a time zone of that name. */
function isTimeZone(zone) {
	try {
		new Intl.DateTimeFormat("en-US", { timeZone: zone });
		return true;
	} catch {
		return false;
	}
}
/** RFC 3339 in a time zone: `2026-11-24T10:00:00+01:00`. */
function formatInZone(time, zone) {
	const offset = zone && zone !== "UTC" ? offsetOf(zone, time) / MINUTE : 0;
	const wall = new Date(time + offset * MINUTE).toISOString().slice(0, 19);
	if (offset === 0) return `${wall}Z`;
	const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) => String(part).padStart(2, "0"));
	return `${wall}${offset < 0 ? "-" : "+"}${hours}:${minutes}`;
}
function nextOnClock(schedule, after) {
	const [minutes, hours, days, months, weekdays] = schedule.fields;
	let time = (Math.floor(after / MINUTE) + 1) * MINUTE;
	const end = after + YEARS * 366 * DAY;
	while (time < end) {
		const date = new Date(time);
		const [day, weekday] = [days.values.has(date.getUTCDate()), weekdays.values.has(date.getUTCDay())];
		const dayFits = days.any || weekdays.any ? day && weekday : day || weekday;
		if (!months.values.has(date.getUTCMonth() + 1)) time = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
		else if (!dayFits) time = (Math.floor(time / DAY) + 1) * DAY;
		else if (!hours.values.has(date.getUTCHours())) time = (Math.floor(time / (60 * MINUTE)) + 1) * 60 * MINUTE;
		else if (!minutes.values.has(date.getUTCMinutes())) time += MINUTE;
		else return time;
	}
}
function fail$1(message) {
	throw new ScheduleError(message);
}
// src/controllers/cronjob/due.ts
/** Which of a CronJob's scheduled times is due (source: mostRecentScheduleTime). */
/** So many missed times are looked through, at most: an old CronJob that was suspended may have thousands. */
var MAX_LOOKED_AT = 1e4;
/** The newest scheduled time after `from` that has come, and how many came before it unseen. */
function nextDue(schedule, from, now, zone) {
	let due;
	let missed = -1;
	for (let time = nextTime(schedule, from, zone); time !== void 0 && time <= now; time = nextTime(schedule, time, zone)) {
		due = time;
		missed++;
		if (missed === MAX_LOOKED_AT) time = Math.max(time, now - 2 * (nextAfter(schedule, time, zone) - time));
	}
	return {
		due,
		missed: Math.max(0, missed)
	};
}
function nextAfter(schedule, time, zone) {
	return nextTime(schedule, time, zone) ?? time;
}
/** The first scheduled time after now, counted from the last one that has come. */
function afterMissed(schedule, earliest, now, zone) {
	return nextTime(schedule, nextDue(schedule, earliest, now, zone).due ?? Math.max(earliest, now), zone);
}
// src/controllers/cronjob/index.ts
/** The cronjob controller: makes a Job at each scheduled time, removes old ones (rules: pkg/controller/cronjob of v1.36). */
var NAME$13 = "cronjob-controller";
var SOURCE$11 = { component: NAME$13 };
var CRONJOBS = "cronjobs.batch";
var JOBS$1 = "jobs.batch";
var SCHEDULED_AT = "batch.kubernetes.io/cronjob-scheduled-timestamp";
/** The real one looks a moment after the time, so that it has surely come. */
var DELTA_MS = 100;
var cronJobController = {
	name: NAME$13,
	watches: {
		[CRONJOBS]: ({ type, object }) => type === "DELETED" ? [] : [keyOf$2(object)],
		[JOBS$1]: ({ object, previous }) => [object, previous].flatMap((job) => {
			const owner = job && controllerOf$1(job);
			return owner?.kind === "CronJob" ? [`${object.metadata.namespace}/${owner.name}`] : [];
		})
	},
	reconcile(context, key) {
		const cronJob = context.world.store.get(CRONJOBS, ...splitKey(key));
		if (cronJob) new Sync$3(context, cronJob).run();
	}
};
function finishOf({ status }) {
	return (status.conditions?.find(({ type, status: is }) => (type === "Complete" || type === "Failed") && is === "True"))?.type;
}
/** One look at a CronJob. */
var Sync$3 = class {
	context;
	cronJob;
	status;
	constructor(context, cronJob) {
		this.context = context;
		this.cronJob = cronJob;
		this.status = cronJob.status;
	}
	run() {
		this.followJobs();
		const again = this.cronJob.metadata.deletionTimestamp || this.cronJob.spec.suspend ? void 0 : this.schedule();
		this.cleanUp();
		this.context.api.updateStatus(CRONJOBS, {
			...this.cronJob,
			status: this.status
		});
		if (again !== void 0) this.context.requeueAfter(keyOf$2(this.cronJob), Math.max(0, again + DELTA_MS - this.context.world.now));
	}
	event(type, reason, message) {
		this.context.api.event(this.cronJob, type, reason, message, SOURCE$11);
	}
	/** The Jobs that it controls. */
	jobs() {
		const { uid } = this.cronJob.metadata;
		return this.context.world.store.byIndex(JOBS$1, "owner", uid).filter((job) => controllerOf$1(job)?.uid === uid);
	}
	get active() {
		return this.status.active ?? [];
	}
	setActive(active) {
		const { active: _, ...rest } = this.status;
		this.status = active.length > 0 ? {
			...rest,
			active
		} : rest;
	}
	/** Takes Jobs that ended, or are gone, off the list of active ones. */
	followJobs() {
		const jobs = this.jobs();
		for (const job of jobs) {
			const { name, uid } = job.metadata;
			const listed = this.active.some((one) => one.uid === uid);
			const finish = finishOf(job);
			if (!listed && !finish) this.event("Warning", "UnexpectedJob", `Saw a job that the controller did not create or forgot: ${name}`);
			else if (listed && finish) {
				this.setActive(this.active.filter((one) => one.uid !== uid));
				this.event("Normal", "SawCompletedJob", `Saw completed job: ${name}, condition: ${finish}`);
			}
			const done = finish === "Complete" ? job.status.completionTime : void 0;
			const before = this.status.lastSuccessfulTime;
			if (done && (!before || parseTime(done) > parseTime(before))) this.status = {
				...this.status,
				lastSuccessfulTime: done
			};
		}
		for (const one of this.active) {
			if (jobs.some((job) => job.metadata.uid === one.uid)) continue;
			this.event("Normal", "MissingJob", `Active job went missing: ${one.name ?? ""}`);
			this.setActive(this.active.filter((other) => other !== one));
		}
	}
	/** Makes the Job that is due; returns when the next one is, ms. */
	schedule() {
		const { spec, metadata } = this.cronJob;
		const { now } = this.context.world;
		let schedule;
		try {
			schedule = parseSchedule(spec.schedule);
		} catch (error) {
			if (!(error instanceof ScheduleError)) throw error;
			this.event("Warning", "UnparseableSchedule", `unparseable schedule: ${JSON.stringify(spec.schedule)} : ${error.message}`);
			return;
		}
		const earliest = parseTime(this.status.lastScheduleTime ?? metadata.creationTimestamp);
		const next = () => afterMissed(schedule, earliest, now, spec.timeZone);
		const deadline = spec.startingDeadlineSeconds;
		const from = deadline === void 0 ? earliest : Math.max(earliest, now - deadline * 1e3);
		const { due, missed } = nextDue(schedule, from, now, spec.timeZone);
		if (missed > 100) this.event("Warning", "TooManyMissedTimes", `too many missed start times: ${missed}. Set or decrease .spec.startingDeadlineSeconds or check clock skew`);
		if (due === void 0) return next();
		if (deadline !== void 0 && due + deadline * 1e3 < now) {
			this.event("Warning", "MissSchedule", `Missed scheduled time to start a job: ${formatRFC1123Z(due)}`);
			return next();
		}
		const name = `${metadata.name}-${Math.floor(due / 6e4)}`;
		if (this.active.some((one) => one.name === name) || this.status.lastScheduleTime === formatTime(due)) return next();
		if (spec.concurrencyPolicy === "Forbid" && this.active.length > 0) {
			this.event("Normal", "JobAlreadyActive", "Not starting job because prior execution is running and concurrency policy is Forbid");
			return next();
		}
		if (spec.concurrencyPolicy === "Replace") for (const one of this.active) this.remove(one.name ?? "");
		this.start(name, due);
		return afterMissed(schedule, due, now, spec.timeZone);
	}
	start(name, due) {
		const { api } = this.context;
		const { metadata, spec } = this.cronJob;
		const template = spec.jobTemplate;
		const labels = template.metadata?.labels;
		let job;
		try {
			job = api.create(JOBS$1, {
				apiVersion: "batch/v1",
				kind: "Job",
				metadata: {
					name,
					namespace: metadata.namespace,
					...labels && { labels },
					annotations: {
						...template.metadata?.annotations,
						[SCHEDULED_AT]: formatInZone(due, spec.timeZone)
					},
					ownerReferences: [controllerRef(this.cronJob)]
				},
				spec: template.spec,
				status: {}
			});
		} catch (error) {
			if (!isApiError(error)) throw error;
			if (error.reason === "AlreadyExists" || error.status.details?.causes?.some(({ reason }) => reason === "NamespaceTerminating")) return;
			this.event("Warning", "FailedCreate", `Error creating job: ${error.message}`);
			throw error;
		}
		this.event("Normal", "SuccessfulCreate", `Created job ${name}`);
		const { uid, resourceVersion, namespace } = job.metadata;
		const reference = {
			apiVersion: "batch/v1",
			kind: "Job",
			name,
			namespace,
			resourceVersion,
			uid
		};
		this.setActive([...this.active, reference]);
		this.status = {
			...this.status,
			lastScheduleTime: formatTime(due)
		};
	}
	remove(name) {
		const { api } = this.context;
		try {
			api.delete(JOBS$1, this.cronJob.metadata.namespace ?? "", name, { propagationPolicy: "Background" });
		} catch (error) {
			if (!isApiError(error)) throw error;
			this.event("Warning", "FailedDelete", `Deleted job: ${error.message}`);
			throw error;
		}
		this.setActive(this.active.filter((one) => one.name !== name));
		this.event("Normal", "SuccessfulDelete", `Deleted job ${name}`);
	}
	/** Keeps as many finished Jobs as the history limits say: the newest. */
	cleanUp() {
		const { successfulJobsHistoryLimit, failedJobsHistoryLimit } = this.cronJob.spec;
		for (const [finish, limit] of [["Complete", successfulJobsHistoryLimit], ["Failed", failedJobsHistoryLimit]]) {
			if (limit === void 0) continue;
			const started = (job) => job.status.startTime ?? "";
			const jobs = this.jobs().filter((job) => finishOf(job) === finish && !job.metadata.deletionTimestamp).sort((a, b) => started(a) < started(b) ? -1 : started(a) > started(b) ? 1 : a.metadata.name < b.metadata.name ? -1 : 1);
			for (const job of jobs.slice(0, Math.max(0, jobs.length - limit))) this.remove(job.metadata.name);
		}
	}
};
// src/api/values/intstr.ts
var IntOrStringError = class extends Error {};
/** The whole number meant by `value`; a percentage is taken of `total` and rounded up or down. */
function scaledValue(value, total, roundUp) {
	if (typeof value === "number") return value;
	if (!value.endsWith("%")) throw new IntOrStringError("invalid value for IntOrString: invalid type: string is not a percentage");
	const digits = value.slice(0, -1);
	if (!/^[+-]?\d+$/.test(digits)) {
		const reason = `strconv.Atoi: parsing ${JSON.stringify(digits)}: invalid syntax`;
		throw new IntOrStringError(`invalid value for IntOrString: invalid value ${JSON.stringify(value)}: ${reason}`);
	}
	const share = Number(digits) * total / 100;
	return roundUp ? Math.ceil(share) : Math.floor(share);
}
/**
* How far a rolling update may go beyond and below `desired` Pods: [maxSurge, maxUnavailable].
* Surge is rounded up and unavailability down; when both are 0, one Pod may be unavailable, or nothing could move.
*/
function resolveFenceposts(maxSurge, maxUnavailable, desired) {
	const surge = scaledValue(maxSurge ?? 0, desired, true);
	const unavailable = scaledValue(maxUnavailable ?? 0, desired, false);
	return [surge, surge === 0 && unavailable === 0 ? 1 : unavailable];
}
// src/kinds/deployment/validation.ts
/** Rules for Deployments, in the real words and order (source: pkg/apis/apps/validation). */
var TYPES$3 = ["Recreate", "RollingUpdate"];
function validateDeployment({ spec }) {
	const errors = [
		...nonNegative(spec.replicas ?? 0, "spec.replicas"),
		...validateSpecSelector(spec.selector, "empty selector is invalid for deployment"),
		...validateTemplate(spec.selector, spec.template),
		...validateStrategy(spec.strategy ?? {}, "spec.strategy"),
		...nonNegative(spec.minReadySeconds ?? 0, "spec.minReadySeconds")
	];
	if (spec.revisionHistoryLimit !== void 0) errors.push(...nonNegative(spec.revisionHistoryLimit, "spec.revisionHistoryLimit"));
	const { progressDeadlineSeconds: deadline, minReadySeconds = 0 } = spec;
	if (deadline !== void 0) {
		errors.push(...nonNegative(deadline, "spec.progressDeadlineSeconds"));
		if (deadline <= minReadySeconds) errors.push(invalid("spec.progressDeadlineSeconds", deadline, "must be greater than minReadySeconds"));
	}
	return errors;
}
function validateDeploymentUpdate(deployment, old) {
	return [...validateDeployment(deployment), ...validateImmutable(deployment.spec.selector, old.spec.selector, "spec.selector")];
}
function validateStrategy({ type = "", rollingUpdate }, at) {
	if (!TYPES$3.includes(type)) return [notSupported(`${at}.type`, type, TYPES$3)];
	if (type === "Recreate") return rollingUpdate ? [forbidden(`${at}.rollingUpdate`, "may not be specified when strategy `type` is 'Recreate'")] : [];
	return validateRolling(rollingUpdate?.maxUnavailable ?? 0, rollingUpdate?.maxSurge ?? 0, `${at}.rollingUpdate`);
}
/** The rules on how far a rolling update may go. */
function validateRolling(maxUnavailable, maxSurge, at) {
	const errors = [...validateAmount$1(maxUnavailable, `${at}.maxUnavailable`), ...validateAmount$1(maxSurge, `${at}.maxSurge`)];
	if (isNothing(maxUnavailable) && isNothing(maxSurge)) errors.push(invalid(`${at}.maxUnavailable`, maxUnavailable, "may not be 0 when `maxSurge` is 0"));
	if (typeof maxUnavailable === "string" && /^\d+%$/.test(maxUnavailable) && Number.parseInt(maxUnavailable, 10) > 100) errors.push(invalid(`${at}.maxUnavailable`, maxUnavailable, "must not be greater than 100%"));
	return errors;
}
function isNothing(value) {
	return value === 0 || typeof value === "string" && /^0+%$/.test(value);
}
function validateAmount$1(value, at) {
	if (typeof value === "number") return nonNegative(value, at);
	return isPercent(value).map((why) => invalid(at, value, why));
}
// src/kinds/pod/defaults.ts
/** Defaults of Pods and Pod templates (source of the rules: pkg/apis/core/v1/defaults.go). */
var FILE_MODE = 420;
/** What is complete already: a template that makes a thousand Pods is looked through once. */
var complete = /* @__PURE__ */ new WeakSet();
/** Fills the defaults of a Pod; a Pod alone also gets requests from limits, and links to services. */
function defaultPod(pod) {
	const spec = defaultPodSpec(fill$1(pod.spec, { enableServiceLinks: true }));
	const ports = spec.hostNetwork ? withHostPorts(spec) : spec;
	const requests = eachOf(eachOf(ports, "containers", defaultRequests), "initContainers", defaultRequests);
	return requests === pod.spec ? pod : {
		...pod,
		spec: requests
	};
}
function defaultPodTemplate(template) {
	if (complete.has(template)) return template;
	const filled = within({
		...template,
		spec: template.spec ?? { containers: [] }
	}, "spec", (spec) => defaultPodSpec(spec.hostNetwork ? withHostPorts(spec) : spec));
	const done = filled.spec === template.spec ? template : filled;
	complete.add(done);
	return done;
}
function defaultPodSpec(spec) {
	let filled = fill$1(spec, {
		dnsPolicy: "ClusterFirst",
		restartPolicy: "Always",
		securityContext: {},
		terminationGracePeriodSeconds: 30,
		schedulerName: "default-scheduler"
	});
	const account = filled.serviceAccountName ?? filled.serviceAccount;
	if (account && (filled.serviceAccount !== account || filled.serviceAccountName !== account)) filled = {
		...filled,
		serviceAccountName: account,
		serviceAccount: account
	};
	if (complete.has(filled.containers ?? filled)) return filled;
	filled = eachOf(filled, "containers", defaultContainer);
	filled = eachOf(filled, "initContainers", defaultContainer);
	filled = eachOf(filled, "ephemeralContainers", defaultContainer);
	filled = eachOf(filled, "volumes", defaultVolume);
	if (filled.containers && !filled.initContainers && !filled.ephemeralContainers && !filled.volumes) complete.add(filled.containers);
	return filled;
}
function withHostPorts(spec) {
	const withPort = (port) => port.hostPort === void 0 ? {
		...port,
		hostPort: port.containerPort
	} : port;
	const withPorts = (container) => eachOf(container, "ports", withPort);
	return eachOf(eachOf(spec, "containers", withPorts), "initContainers", withPorts);
}
function defaultContainer(container) {
	let filled = fill$1(container, {
		imagePullPolicy: pullPolicyOf(container.image ?? ""),
		resources: {},
		terminationMessagePath: "/dev/termination-log",
		terminationMessagePolicy: "File"
	});
	filled = eachOf(filled, "ports", defaultPort);
	filled = eachOf(filled, "env", defaultEnv);
	for (const name of [
		"livenessProbe",
		"readinessProbe",
		"startupProbe"
	]) filled = within(filled, name, defaultProbe);
	return within(filled, "lifecycle", defaultLifecycle);
}
/** `latest`, by name or by want of a tag, is pulled always. */
function pullPolicyOf(image) {
	if (image.includes("@")) return "IfNotPresent";
	const tag = /:([^/:]+)$/.exec(image)?.[1];
	return tag === void 0 || tag === "latest" ? "Always" : "IfNotPresent";
}
var defaultPort = (port) => fill$1(port, { protocol: "TCP" });
function defaultEnv(variable) {
	return within(variable, "valueFrom", (from) => within(from, "fieldRef", (ref) => fill$1(ref, { apiVersion: "v1" })));
}
function defaultProbe(probe) {
	return defaultHandler(fill$1(probe, {
		timeoutSeconds: 1,
		periodSeconds: 10,
		successThreshold: 1,
		failureThreshold: 3
	}));
}
function defaultLifecycle(lifecycle) {
	return within(within(lifecycle, "postStart", defaultHandler), "preStop", defaultHandler);
}
function defaultHandler(handler) {
	const filled = within(handler, "httpGet", (get) => fill$1(get, {
		path: "/",
		scheme: "HTTP"
	}));
	return within(filled, "grpc", (grpc) => fill$1(grpc, { service: "" }));
}
function defaultRequests(container) {
	return within(container, "resources", (resources) => {
		const { limits, requests } = resources;
		if (!limits) return resources;
		const filled = fill$1(requests ?? {}, limits);
		return filled === requests ? resources : {
			...resources,
			requests: filled
		};
	});
}
function defaultVolume(volume) {
	if (Object.keys(volume).every((key) => key === "name")) return {
		...volume,
		emptyDir: {}
	};
	let filled = within(volume, "secret", (source) => fill$1(source, { defaultMode: FILE_MODE }));
	filled = within(filled, "configMap", (source) => fill$1(source, { defaultMode: FILE_MODE }));
	filled = within(filled, "downwardAPI", (source) => eachOf(fill$1(source, { defaultMode: FILE_MODE }), "items", withFieldRef));
	filled = within(filled, "hostPath", (source) => fill$1(source, { type: "" }));
	return within(filled, "projected", defaultProjected);
}
function defaultProjected(projected) {
	return eachOf(fill$1(projected, { defaultMode: FILE_MODE }), "sources", (source) => {
		const token = within(source, "serviceAccountToken", (one) => fill$1(one, { expirationSeconds: 3600 }));
		return within(token, "downwardAPI", (one) => eachOf(one, "items", withFieldRef));
	});
}
function withFieldRef(item) {
	return within(item, "fieldRef", (ref) => fill$1(ref, { apiVersion: "v1" }));
}
// src/kinds/daemonset/index.ts
/** The annotation with the number of the template. */
var TEMPLATE_GENERATION = "deprecated.daemonset.template.generation";
var STRATEGIES$1 = ["RollingUpdate", "OnDelete"];
/** One Pod on every fitting node. */
var daemonSets = define("apps/v1", "daemonsets", {
	generation: ["spec"],
	defaults: (daemonSet) => within(daemonSet, "spec", defaultSpec$6),
	prepareCreate: (daemonSet) => withTemplateGeneration(daemonSet, 1),
	prepareUpdate: (daemonSet, old) => withTemplateGeneration(daemonSet, Number(old.metadata.annotations?.["deprecated.daemonset.template.generation"] ?? 0) + (equal(daemonSet.spec.template, old.spec.template) ? 0 : 1)),
	validate: validate$13,
	validateUpdate: (daemonSet, old) => [...validate$13(daemonSet), ...validateImmutable(daemonSet.spec.selector, old.spec.selector, "spec.selector")],
	columns: [
		nameColumn,
		integer("Desired", ({ status }) => status.desiredNumberScheduled),
		integer("Current", ({ status }) => status.currentNumberScheduled),
		integer("Ready", ({ status }) => status.numberReady),
		integer("Up-to-date", ({ status }) => status.updatedNumberScheduled ?? 0),
		integer("Available", ({ status }) => status.numberAvailable ?? 0),
		text$1("Node Selector", ({ spec }) => formatLabels(spec.template.spec?.nodeSelector)),
		ageColumn,
		...wideColumns()
	]
});
/** The server counts the templates there were, and shows the number as an annotation. */
function withTemplateGeneration(daemonSet, generation) {
	const { metadata } = daemonSet;
	if (metadata.annotations?.["deprecated.daemonset.template.generation"] === String(generation)) return daemonSet;
	return {
		...daemonSet,
		metadata: {
			...metadata,
			annotations: {
				...metadata.annotations,
				[TEMPLATE_GENERATION]: String(generation)
			}
		}
	};
}
function defaultSpec$6(spec) {
	const filled = fill$1(spec, {
		revisionHistoryLimit: 10,
		updateStrategy: {}
	});
	return within(within(filled, "updateStrategy", defaultStrategy$2), "template", defaultPodTemplate);
}
function defaultStrategy$2(strategy) {
	const filled = fill$1(strategy, { type: "RollingUpdate" });
	if (filled.type !== "RollingUpdate") return filled;
	return within(fill$1(filled, { rollingUpdate: {} }), "rollingUpdate", (update) => fill$1(update, {
		maxSurge: 0,
		maxUnavailable: 1
	}));
}
function validate$13({ spec }) {
	const errors = [
		...validateSpecSelector(spec.selector, "empty selector is invalid for daemonset"),
		...validateTemplate(spec.selector, spec.template, "DaemonSet"),
		...nonNegative(spec.minReadySeconds ?? 0, "spec.minReadySeconds")
	];
	const { type = "", rollingUpdate } = spec.updateStrategy ?? {};
	if (!STRATEGIES$1.includes(type)) errors.push(notSupported("spec.updateStrategy.type", type, STRATEGIES$1));
	else if (type === "OnDelete" && rollingUpdate) errors.push(forbidden("spec.updateStrategy.rollingUpdate", "may not be specified when strategy `type` is 'OnDelete'"));
	else if (type === "RollingUpdate") errors.push(...validateRolling(rollingUpdate?.maxUnavailable ?? 0, rollingUpdate?.maxSurge ?? 0, "spec.updateStrategy.rollingUpdate"));
	if (spec.revisionHistoryLimit !== void 0) errors.push(...nonNegative(spec.revisionHistoryLimit, "spec.revisionHistoryLimit"));
	return errors;
}
// src/kinds/pod/template-hash.ts
/**
* The pod-template-hash of a Deployment's ReplicaSets: the same as the real one, which is a hash of the template as Go prints it
* (source: controller.ComputeHash; the form of spew's %#v without methods and addresses).
*/
var TEMPLATE = goType("PodTemplateSpec");
var ZERO_TIME = "{Time:(time.Time){wall:(uint64)0 ext:(int64)0 loc:(*time.Location)<nil>}}";
/** `collisionCount` gives another hash when the first is taken. */
function podTemplateHash(template, collisionCount) {
	const dump = new TextEncoder().encode(goDump(TEMPLATE, template));
	if (collisionCount === void 0) return safeEncodeString(String(fnv32aBytes(dump)));
	const bytes = new Uint8Array(dump.length + 8);
	bytes.set(dump);
	for (let index = 0; index < 4; index++) bytes[dump.length + index] = collisionCount >>> 8 * index & 255;
	return safeEncodeString(String(fnv32aBytes(bytes)));
}
/** A value as Go's spew prints it; elements of lists and maps come without their type. */
function goDump(type, value, typed = true) {
	const head = typed ? `(${type.text})` : "";
	const nil = value === void 0 || value === null;
	switch (type.kind) {
		case "pointer": return nil ? `${head}<nil>` : `${head || "<*>"}${goDump(type.of, value, false)}`;
		case "slice": return nil ? `${head}<nil>` : `${head}[${value.map((one) => goDump(type.of, one, false)).join(" ")}]`;
		case "map": return nil ? `${head}<nil>` : `${head}map[${dumpEntries(type.of, value)}]`;
		case "struct": return `${head}{${goFields(type.struct ?? "").map((field) => `${field.name}:${goDump(field.type, field.json === "" ? value : value?.[field.json])}`).join(" ")}}`;
		case "Time": return `${head}${ZERO_TIME}`;
		case "IntOrString": return `${head}${dumpIntOrString(value)}`;
		case "Quantity": return `${head}${dumpQuantity(String(value ?? ""))}`;
		case "bool": return `${head}${value === true}`;
		case "int": return `${head}${value ?? 0}`;
		default: return `${head}${value ?? ""}`;
	}
}
function dumpEntries(of, value) {
	return Object.keys(value).sort().map((key) => `${key}:${goDump(of, value[key], false)}`).join(" ");
}
function dumpIntOrString(value) {
	const text = typeof value === "string";
	return `{Type:(intstr.Type)${text ? 1 : 0} IntVal:(int32)${typeof value === "number" ? value : 0} StrVal:(string)${text ? value : ""}}`;
}
var DECIMAL = {
	n: -9,
	u: -6,
	m: -3,
	"": 0,
	k: 3,
	M: 6,
	G: 9,
	T: 12,
	P: 15,
	E: 18
};
var BINARY = {
	Ki: 10,
	Mi: 20,
	Gi: 30,
	Ti: 40,
	Pi: 50,
	Ei: 60
};
/** A canonical quantity as Go keeps it in memory: its digits, its power of ten, and the text where it need not be made again. */
function dumpQuantity(text) {
	const [, digits = "0", suffix = ""] = /^(-?\d+)(.*)$/.exec(text) ?? [];
	const binary = BINARY[suffix];
	const [value, scale] = binary === void 0 ? [BigInt(digits), DECIMAL[suffix] ?? 0] : [BigInt(digits) << BigInt(binary), 0];
	const keepsText = binary === void 0 ? !digits.endsWith("000") : (BigInt(digits) & 7n) !== 0n;
	const format = binary === void 0 ? text === "" ? "" : "DecimalSI" : "BinarySI";
	return `{i:(resource.int64Amount)${`{value:(int64)${value} scale:(resource.Scale)${scale}}`} d:(resource.infDecAmount){Dec:(*inf.Dec)<nil>} s:(string)${keepsText ? text : ""} Format:(resource.Format)${format}}`;
}
// src/controllers/pod-control.ts
/**
* Makes a Pod of the template, owned by `owner`. Its name is `prefix` and five random characters (default: the owner's name and `-`).
* A refusal is told by an event and returned, but for that of a namespace that is on its way out, which is nobody's fault.
*/
function createPod({ api, owner, component }, template, prefix = `${owner.metadata.name}-`) {
	const { labels, annotations, finalizers } = template?.metadata ?? {};
	try {
		const pod = api.create("pods", {
			apiVersion: "v1",
			kind: "Pod",
			metadata: {
				generateName: prefix,
				namespace: owner.metadata.namespace,
				...labels && { labels },
				...annotations && { annotations },
				...finalizers && { finalizers },
				ownerReferences: [controllerRef(owner)]
			},
			spec: template?.spec ?? { containers: [] },
			status: {}
		});
		api.event(owner, "Normal", "SuccessfulCreate", `Created pod: ${pod.metadata.name}`, { component });
		return;
	} catch (error) {
		if (!isApiError(error)) throw error;
		if (error.status.details?.causes?.some((cause) => cause.reason === "NamespaceTerminating")) return void 0;
		api.event(owner, "Warning", "FailedCreate", `Error creating: ${error.message}`, { component });
		return error;
	}
}
/** Deletes a Pod of the owner. A refusal is told by an event and returned; a Pod that is gone already is none. */
function deletePod({ api, owner, component }, { metadata }) {
	try {
		api.delete("pods", metadata.namespace ?? "", metadata.name, { preconditions: { uid: metadata.uid } });
		api.event(owner, "Normal", "SuccessfulDelete", `Deleted pod: ${metadata.name}`, { component });
		return;
	} catch (error) {
		if (!isApiError(error)) throw error;
		if (error.reason === "NotFound") return void 0;
		api.event(owner, "Warning", "FailedDelete", `Error deleting: ${error.message}`, { component });
		return error;
	}
}
/** Makes up to `wanted` Pods in batches of 1, 2, 4, ...: where one fails the next batch would too, so it is not tried. */
function inBatches(wanted, make) {
	let failure;
	for (let made = 0, batch = 1; made < wanted && !failure; batch *= 2) {
		const end = Math.min(wanted, made + batch);
		for (; made < end; made++) failure = make(made) ?? failure;
	}
	return failure;
}
// src/controllers/revisions.ts
/** The past templates of a StatefulSet or DaemonSet, kept as ControllerRevisions (source: pkg/controller/history). */
var RESOURCE = "controllerrevisions.apps";
/** The label by which Pods and revisions know each other. */
var REVISION_HASH = "controller-revision-hash";
/** What a revision keeps: a patch that puts the template back. */
function templatePatch(template) {
	return { spec: { template: {
		...template,
		$patch: "replace"
	} } };
}
/** The template that a revision keeps. */
function templateOf(revision) {
	const { $patch: _, ...template } = revision.data.spec.template;
	return template;
}
/** The revisions of an owner, oldest number first. */
function revisionsOf(world, owner) {
	const { uid } = owner.metadata;
	return world.store.byIndex(RESOURCE, "owner", uid).filter((one) => controllerOf$1(one)?.uid === uid).sort((a, b) => a.revision - b.revision || (a.metadata.name < b.metadata.name ? -1 : 1));
}
/**
* The revision that keeps this template, with the highest number of all: the one that is there (counted up when it was an older one,
* as after an undo), or a new one, named by `make`.
*/
function currentRevision({ world, api }, owner, template, make) {
	const all = revisionsOf(world, owner);
	const data = templatePatch(template);
	const last = all.at(-1);
	const found = all.findLast((one) => equal(one.data, data));
	if (found && found === last) return found;
	const revision = (last?.revision ?? 0) + 1;
	if (found) return api.update(RESOURCE, {
		...found,
		revision
	});
	const { name, labels } = make(data);
	const { annotations, namespace } = owner.metadata;
	const there = world.store.get(RESOURCE, namespace ?? "", name);
	if (there && !controllerOf$1(there) && equal(there.data, data)) return api.update(RESOURCE, adopt(there, owner));
	return api.create(RESOURCE, {
		apiVersion: "apps/v1",
		kind: "ControllerRevision",
		metadata: {
			name,
			namespace,
			labels,
			...annotations && { annotations },
			ownerReferences: [controllerRef(owner)]
		},
		data,
		revision
	});
}
/** Deletes the oldest revisions that are not `live`, until so many of them are left. */
function truncateHistory({ world, api }, owner, live, limit) {
	const dead = revisionsOf(world, owner).filter(({ metadata }) => !live.has(metadata.name));
	for (const { metadata } of dead.slice(0, Math.max(0, dead.length - limit))) try {
		api.delete(RESOURCE, metadata.namespace ?? "", metadata.name);
	} catch (error) {
		if (!isApiError(error, "NotFound")) throw error;
	}
}
// src/controllers/scheduler/nodes.ts
/** Node selectors, taints and tolerations. */
var OPERATORS$1 = {
	In: "in",
	NotIn: "notin",
	Exists: "exists",
	DoesNotExist: "!",
	Gt: "gt",
	Lt: "lt"
};
var compiled$1 = /* @__PURE__ */ new WeakMap();
function requirementsOf(expressions) {
	return (expressions ?? []).map(({ key, operator, values }) => ({
		key,
		operator: OPERATORS$1[operator] ?? "in",
		values: values ?? []
	}));
}
/** One term of a node selector; an empty one matches nothing. */
function termMatches(term, node) {
	if (!term.matchExpressions?.length && !term.matchFields?.length) return false;
	let requirements = compiled$1.get(term);
	if (!requirements) compiled$1.set(term, requirements = requirementsOf(term.matchExpressions));
	if (!matches(requirements, node.metadata.labels)) return false;
	return !term.matchFields || matches(requirementsOf(term.matchFields), { "metadata.name": node.metadata.name });
}
/** spec.nodeSelector and the required node affinity. */
function selectsNode(pod, node) {
	const { nodeSelector, affinity } = pod.spec;
	const labels = node.metadata.labels ?? {};
	for (const key in nodeSelector) if (labels[key] !== nodeSelector[key]) return false;
	const required = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
	return !required || required.nodeSelectorTerms.some((term) => termMatches(term, node));
}
function tolerates$1(toleration, taint) {
	if (toleration.effect && toleration.effect !== taint.effect) return false;
	if (toleration.key && toleration.key !== taint.key) return false;
	switch (toleration.operator) {
		case "Exists": return true;
		case "Gt":
		case "Lt": {
			const [limit, value] = [toleration.value ?? "", taint.value ?? ""].map((text) => /^-?\d+$/.test(text) ? Number(text) : NaN);
			return toleration.operator === "Gt" ? value > limit : value < limit;
		}
		default: return (toleration.value ?? "") === (taint.value ?? "") && (toleration.key ?? "") !== "";
	}
}
/** The first taint with one of the effects that the Pod does not tolerate. */
function untolerated(pod, taints, effects) {
	if (!taints) return void 0;
	return taints.find((taint) => effects.includes(taint.effect) && !pod.spec.tolerations?.some((one) => tolerates$1(one, taint)));
}
// src/controllers/daemonset/nodes.ts
var NAME_FIELD = "metadata.name";
var tolerate = (condition, effect) => ({
	key: `node.kubernetes.io/${condition}`,
	operator: "Exists",
	effect
});
/** What no daemon minds. */
var TOLERATIONS = [
	tolerate("not-ready", "NoExecute"),
	tolerate("unreachable", "NoExecute"),
	tolerate("disk-pressure", "NoSchedule"),
	tolerate("memory-pressure", "NoSchedule"),
	tolerate("pid-pressure", "NoSchedule"),
	tolerate("unschedulable", "NoSchedule")
];
function withTolerations(spec) {
	const added = [...TOLERATIONS, ...spec.hostNetwork ? [tolerate("network-unavailable", "NoSchedule")] : []];
	const same = (a, b) => a.key === b.key && a.effect === b.effect;
	return [...(spec.tolerations ?? []).filter((one) => !added.some((other) => same(one, other))), ...added];
}
function fitOf(set, node) {
	const spec = set.spec.template.spec ?? { containers: [] };
	const pod = { spec: {
		...spec,
		tolerations: withTolerations(spec)
	} };
	if (spec.nodeName && spec.nodeName !== node.metadata.name || !selectsNode(pod, node)) return {
		run: false,
		stay: false
	};
	if (untolerated(pod, node.spec.taints, ["NoSchedule", "NoExecute"])) return {
		run: false,
		stay: !untolerated(pod, node.spec.taints, ["NoExecute"])
	};
	return {
		run: true,
		stay: true
	};
}
/** The template for one node: an affinity to it by name, and tolerations for what may be wrong with it. */
function templateFor(set, node, labels) {
	const { metadata, spec = { containers: [] } } = set.spec.template;
	const term = { matchFields: [{
		key: NAME_FIELD,
		operator: "In",
		values: [node]
	}] };
	const required = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
	const terms = required?.nodeSelectorTerms.length ? required.nodeSelectorTerms.map((one) => ({
		...one,
		matchFields: term.matchFields
	})) : [term];
	return {
		metadata: {
			...metadata,
			labels: {
				...metadata?.labels,
				...labels
			}
		},
		spec: {
			...spec,
			affinity: {
				...spec.affinity,
				nodeAffinity: {
					...spec.affinity?.nodeAffinity,
					requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms }
				}
			},
			tolerations: withTolerations(spec)
		}
	};
}
/** The node a Pod runs on, or is meant for. */
function targetOf(pod) {
	const terms = pod.spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
	return pod.spec.nodeName || (terms?.[0]?.matchFields?.find(({ key }) => key === NAME_FIELD)?.values?.[0] ?? "");
}
// src/controllers/daemonset/index.ts
/** The daemonset controller: one Pod on every fitting node, replaced node by node (rules: pkg/controller/daemon of v1.36). */
var NAME$12 = "daemonset-controller";
var SOURCE$10 = { component: NAME$12 };
var SETS$1 = "daemonsets.apps";
var GENERATION_LABEL = "pod-template-generation";
/** A failed Pod's node gets its next one after so long; doubled up to 15 minutes. */
var FAILED_MS = 1e3;
var daemonSetController = {
	name: NAME$12,
	watches: {
		[SETS$1]: ({ type, object }) => type === "DELETED" ? [] : [keyOf$2(object)],
		pods: setsOfPod$1,
		nodes: setsOfNode
	},
	reconcile(context, key) {
		const set = context.world.store.get(SETS$1, ...splitKey(key));
		if (set) new Sync$2(context, set).run();
	}
};
function setsOfPod$1({ object, previous }) {
	return [object, previous].flatMap((pod) => {
		const owner = pod && controllerOf$1(pod);
		return owner?.kind === "DaemonSet" ? [`${object.metadata.namespace}/${owner.name}`] : [];
	});
}
/** Nodes that come, go, or are labelled or tainted otherwise. */
function setsOfNode({ type, object, previous }, world) {
	const [before, after] = [previous, object];
	if (type === "MODIFIED" && before?.spec === after.spec && before.metadata.labels === after.metadata.labels) return [];
	return world.store.list(SETS$1).map(keyOf$2);
}
/** One look at a DaemonSet. */
var Sync$2 = class {
	context;
	world;
	set;
	nodes;
	revision;
	constructor(context, set) {
		this.context = context;
		this.world = context.world;
		this.set = set;
		this.nodes = this.world.store.list("nodes");
		this.revision = currentRevision(context, set, set.spec.template, () => {
			const hash = podTemplateHash(set.spec.template, set.status.collisionCount);
			return {
				name: `${set.metadata.name}-${hash}`,
				labels: {
					...set.spec.template.metadata?.labels,
					[REVISION_HASH]: hash
				}
			};
		});
	}
	run() {
		let refusal;
		if (!this.set.metadata.deletionTimestamp) {
			this.letGo();
			refusal = this.manage();
			if (this.set.spec.updateStrategy?.type !== "OnDelete") this.rollOut();
		}
		this.writeStatus();
		const hashes = new Set(this.pods().map((pod) => `${this.set.metadata.name}-${pod.metadata.labels?.[REVISION_HASH]}`));
		truncateHistory(this.context, this.set, hashes.add(this.revision.metadata.name), this.set.spec.revisionHistoryLimit ?? 10);
		if (refusal) throw refusal;
	}
	get hash() {
		return this.revision.metadata.labels?.["controller-revision-hash"] ?? "";
	}
	pods() {
		const { uid } = this.set.metadata;
		return this.world.store.byIndex("pods", "owner", uid).filter((pod) => controllerOf$1(pod)?.uid === uid);
	}
	/** Pods that match the selector no more are not the set's any longer. */
	letGo() {
		const selector = fromLabelSelector(this.set.spec.selector);
		for (const pod of this.pods()) if (!matches(selector, pod.metadata.labels)) this.context.api.update("pods", release(pod, this.set));
	}
	byNode() {
		const all = new Map(this.nodes.map(({ metadata }) => [metadata.name, []]));
		for (const pod of this.pods().sort(byCreation)) {
			const node = targetOf(pod);
			const found = all.get(node);
			if (found) found.push(pod);
			else all.set(node, [pod]);
		}
		return all;
	}
	isUpdated(pod) {
		return pod.metadata.labels?.[REVISION_HASH] === this.hash;
	}
	isAvailable(pod) {
		return isAvailable(pod, this.set.spec.minReadySeconds ?? 0, this.world.now);
	}
	get control() {
		return {
			api: this.context.api,
			owner: this.set,
			...SOURCE$10
		};
	}
	event(type, reason, message) {
		this.context.api.event(this.set, type, reason, message, SOURCE$10);
	}
	create(nodes) {
		const generation = this.set.metadata.annotations?.[TEMPLATE_GENERATION];
		const labels = {
			[REVISION_HASH]: this.hash,
			...generation !== void 0 && { [GENERATION_LABEL]: generation }
		};
		return inBatches(nodes.length, (index) => createPod(this.control, templateFor(this.set, nodes[index], labels)));
	}
	/** A Pod where one should be and is not; none where none should be, nor a second one. */
	manage() {
		const missing = [];
		const surplus = [];
		const pods = this.byNode();
		for (const node of this.nodes) {
			const here = pods.get(node.metadata.name) ?? [];
			const { run, stay } = fitOf(this.set, node);
			if (run && here.length === 0) missing.push(node.metadata.name);
			else if (!stay) surplus.push(...here.filter((pod) => !pod.metadata.deletionTimestamp));
			else surplus.push(...this.tooMany(here));
		}
		for (const pod of surplus) deletePod(this.control, pod);
		return this.create(missing);
	}
	/** Ended Pods, and all but the oldest, with a second one while it takes over from the first. */
	tooMany(here) {
		const gone = [];
		const living = [];
		for (const pod of here) {
			if (pod.metadata.deletionTimestamp) continue;
			const { namespace, name } = pod.metadata;
			if (pod.status.phase === "Failed") {
				if (this.backsOff(pod)) continue;
				this.event("Warning", "FailedDaemonPod", `Found failed daemon pod ${namespace}/${name} on node ${targetOf(pod)}, will try to kill it`);
				gone.push(pod);
			} else if (pod.status.phase === "Succeeded") {
				this.event("Normal", "SucceededDaemonPod", `Found succeeded daemon pod ${namespace}/${name} on node ${targetOf(pod)}, will try to delete it`);
				gone.push(pod);
			} else living.push(pod);
		}
		if (living.length <= 1) return gone;
		if (this.maxSurge === 0) return [...gone, ...living.slice(1)];
		const [old, fresh] = [living.find((pod) => !this.isUpdated(pod)), living.find((pod) => this.isUpdated(pod))];
		return [...gone, ...living.filter((pod) => pod !== old && pod !== fresh)];
	}
	backsOff(pod) {
		const slot = this.world.slot("failed-daemons", () => ({}));
		const id = `${this.set.metadata.uid} ${targetOf(pod)}`;
		const known = slot[id];
		if (!known || this.world.now - known.at > 18e5) {
			slot[id] = {
				at: this.world.now,
				ms: FAILED_MS
			};
			return false;
		}
		const wait = known.at + known.ms - this.world.now;
		if (wait <= 0) {
			slot[id] = {
				at: this.world.now,
				ms: Math.min(known.ms * 2, 9e5)
			};
			return false;
		}
		this.context.requeueAfter(keyOf$2(this.set), wait);
		return true;
	}
	get desired() {
		return this.nodes.filter((node) => fitOf(this.set, node).run).length;
	}
	get maxSurge() {
		return scaledValue(this.set.spec.updateStrategy?.rollingUpdate?.maxSurge ?? 0, this.desired, true);
	}
	get maxUnavailable() {
		const value = scaledValue(this.set.spec.updateStrategy?.rollingUpdate?.maxUnavailable ?? 1, this.desired, true);
		return value === 0 && this.maxSurge === 0 ? 1 : value;
	}
	rollOut() {
		const pairs = [...this.byNode()].filter(([name]) => this.nodes.some(({ metadata }) => metadata.name === name)).map(([node, pods]) => {
			const living = pods.filter((pod) => !pod.metadata.deletionTimestamp);
			return {
				node,
				fits: fitOf(this.set, this.nodes.find(({ metadata }) => metadata.name === node)).run,
				old: living.find((pod) => !this.isUpdated(pod)),
				fresh: living.find((pod) => this.isUpdated(pod))
			};
		});
		if (this.maxSurge > 0) this.surge(pairs);
		else this.replace(pairs);
	}
	/** Old Pods go first; their nodes get new ones once they are gone. */
	replace(pairs) {
		const first = [];
		const then = [];
		let unavailable = 0;
		for (const { fits, old, fresh } of pairs) if (!old && !fresh) unavailable += fits ? 1 : 0;
		else if (!old) unavailable += fresh && this.isAvailable(fresh) ? 0 : 1;
		else if (fresh) unavailable++;
		else if (!this.isAvailable(old)) first.push(old);
		else then.push(old);
		for (const pod of [...first, ...then.slice(0, Math.max(0, this.maxUnavailable - unavailable))]) deletePod(this.control, pod);
	}
	/** New Pods come first; old ones go once the new ones are available. */
	surge(pairs) {
		const replaced = [];
		const first = [];
		const then = [];
		let surging = 0;
		for (const { node, old, fresh } of pairs) {
			if (!old) continue;
			if (!fresh) (this.isAvailable(old) ? then : first).push(node);
			else if (this.isAvailable(fresh)) replaced.push(old);
			else surging++;
		}
		for (const pod of replaced) deletePod(this.control, pod);
		this.create([...first, ...then.slice(0, Math.max(0, this.maxSurge - surging))]);
	}
	writeStatus() {
		const pods = this.byNode();
		const counts = {
			desired: 0,
			current: 0,
			ready: 0,
			updated: 0,
			available: 0,
			misscheduled: 0
		};
		let wait = Number.POSITIVE_INFINITY;
		for (const node of this.nodes) {
			const here = pods.get(node.metadata.name) ?? [];
			if (!fitOf(this.set, node).run) {
				if (here.length > 0) counts.misscheduled++;
				continue;
			}
			counts.desired++;
			const pod = here.find((one) => isReady$1(one)) ?? here[0];
			if (!pod) continue;
			counts.current++;
			if (here.some((one) => this.isUpdated(one))) counts.updated++;
			if (!isReady$1(pod)) continue;
			counts.ready++;
			if (this.isAvailable(pod)) counts.available++;
			else {
				const since = Date.parse(pod.status.conditions?.find(({ type }) => type === "Ready")?.lastTransitionTime ?? "");
				wait = Math.min(wait, since + (this.set.spec.minReadySeconds ?? 0) * 1e3 - this.world.now);
			}
		}
		const unavailable = counts.desired - counts.available;
		const status = {
			...this.set.status.collisionCount !== void 0 && { collisionCount: this.set.status.collisionCount },
			currentNumberScheduled: counts.current,
			desiredNumberScheduled: counts.desired,
			...counts.available > 0 && { numberAvailable: counts.available },
			numberMisscheduled: counts.misscheduled,
			numberReady: counts.ready,
			...unavailable > 0 && { numberUnavailable: unavailable },
			observedGeneration: this.set.metadata.generation ?? 0,
			...counts.updated > 0 && { updatedNumberScheduled: counts.updated }
		};
		this.context.api.updateStatus(SETS$1, {
			...this.set,
			status
		});
		if (Number.isFinite(wait)) this.context.requeueAfter(keyOf$2(this.set), Math.max(1, wait));
	}
};
// src/controllers/deployment/annotations.ts
var REVISION = "deployment.kubernetes.io/revision";
var DESIRED_REPLICAS = "deployment.kubernetes.io/desired-replicas";
var MAX_REPLICAS = "deployment.kubernetes.io/max-replicas";
var REVISION_HISTORY = "deployment.kubernetes.io/revision-history";
var LAST_APPLIED$1 = "kubectl.kubernetes.io/last-applied-configuration";
var DEPRECATED_ROLLBACK = "deprecated.deployment.rollback.to";
var MAX_HISTORY_LENGTH = 2e3;
var NOT_COPIED = /* @__PURE__ */ new Set([
	LAST_APPLIED$1,
	REVISION,
	REVISION_HISTORY,
	DESIRED_REPLICAS,
	MAX_REPLICAS,
	DEPRECATED_ROLLBACK
]);
function revisionOf$1(object) {
	return Number(object.metadata.annotations?.["deployment.kubernetes.io/revision"] ?? 0) || 0;
}
/** A number kept as an annotation, or undefined. */
function numberOf(object, key) {
	const text = object.metadata.annotations?.[key];
	return text !== void 0 && /^-?\d+$/.test(text) ? Number(text) : void 0;
}
/**
* The new ReplicaSet's annotations: the Deployment's own ones and the revision, with the history of revisions it had before
* (it had some when the Deployment was rolled back to it). Returns the same object when nothing changes.
*/
function newAnnotations(deployment, replicaSet, revision) {
	const before = replicaSet?.metadata.annotations ?? {};
	const after = { ...before };
	let changed = false;
	for (const [key, value] of Object.entries(deployment.metadata.annotations ?? {})) {
		if (NOT_COPIED.has(key) || before[key] === value) continue;
		after[key] = value;
		changed = true;
	}
	const old = before[REVISION];
	if ((Number(old ?? 0) || 0) < revision) {
		after[REVISION] = String(revision);
		changed = true;
		if (old !== void 0) {
			const history = before[REVISION_HISTORY];
			const longer = history ? `${history},${old}` : old;
			if (longer.length <= MAX_HISTORY_LENGTH) after[REVISION_HISTORY] = longer;
		}
	}
	return changed ? after : before;
}
/** The ReplicaSet with the sizes it should remember, or the same object when it does already. */
function withSizes(replicaSet, desired, max) {
	const annotations = replicaSet.metadata.annotations;
	if (annotations?.["deployment.kubernetes.io/desired-replicas"] === String(desired) && annotations["deployment.kubernetes.io/max-replicas"] === String(max)) return replicaSet;
	return {
		...replicaSet,
		metadata: {
			...replicaSet.metadata,
			annotations: {
				...annotations,
				[DESIRED_REPLICAS]: String(desired),
				[MAX_REPLICAS]: String(max)
			}
		}
	};
}
// src/controllers/deployment/rolling.ts
var total$1 = (sizes) => sizes.reduce((sum, size) => sum + size.replicas, 0);
/** What the new ReplicaSet should want: as much as the surge leaves room for. */
function newSize(limits, current, all) {
	if (current >= limits.desired) return limits.desired;
	const room = limits.desired + limits.maxSurge - total$1(all);
	return room <= 0 ? current : current + Math.min(room, limits.desired - current);
}
/**
* What the old ReplicaSets should want, by name: first their unhealthy Pods go, then as many healthy ones as availability allows.
* `old` is oldest first; the result has only those that change.
*/
function oldSizes(limits, fresh, old) {
	const cleaned = /* @__PURE__ */ new Map();
	const scaled = /* @__PURE__ */ new Map();
	const minAvailable = limits.desired - limits.maxUnavailable;
	const freshUnavailable = fresh.replicas - fresh.available;
	const maxCleaned = total$1(old) + fresh.replicas - minAvailable - freshUnavailable;
	if (total$1(old) === 0 || maxCleaned <= 0) return {
		cleaned,
		scaled
	};
	let left = maxCleaned;
	for (const { name, replicas, available } of old) {
		const unhealthy = Math.min(left, replicas - available);
		if (left <= 0) break;
		if (replicas === 0 || unhealthy <= 0) continue;
		cleaned.set(name, replicas - unhealthy);
		left -= unhealthy;
	}
	let spare = old.reduce((sum, size) => sum + size.available, fresh.available) - minAvailable;
	for (const { name, replicas } of old) {
		const now = cleaned.get(name) ?? replicas;
		if (spare <= 0) break;
		if (now === 0) continue;
		const less = Math.min(now, spare);
		scaled.set(name, now - less);
		spare -= less;
	}
	return {
		cleaned,
		scaled
	};
}
/** Spreads a change of `toAdd` Pods (negative: removes) over active ReplicaSets in proportion to their sizes; `shares` largest first. */
function proportionalSizes(limits, shares) {
	const toAdd = (limits.desired > 0 ? limits.desired + limits.maxSurge : 0) - shares.reduce((sum, share) => sum + share.replicas, 0);
	const sizes = /* @__PURE__ */ new Map();
	let added = 0;
	for (const share of shares) {
		const part = proportion(limits, share, toAdd, added);
		sizes.set(share.name, share.replicas + part);
		added += part;
	}
	const first = shares[0];
	if (first && toAdd !== 0) sizes.set(first.name, Math.max(0, sizes.get(first.name) + toAdd - added));
	return sizes;
}
function proportion(limits, share, toAdd, added) {
	if (share.replicas === 0 || toAdd === 0 || toAdd === added) return 0;
	const part = fraction(limits, share);
	return toAdd > 0 ? Math.min(part, toAdd - added) : Math.max(part, toAdd - added);
}
function fraction(limits, { replicas, maxBefore }) {
	if (limits.desired === 0) return -replicas;
	if (maxBefore === 0) return 0;
	return Math.round(replicas * (limits.desired + limits.maxSurge) / maxBefore) - replicas;
}
// src/controllers/deployment/status.ts
/** A Deployment's status and conditions. */
var PROGRESSING = "Progressing";
var AVAILABLE = "Available";
var REPLICA_FAILURE = "ReplicaFailure";
var NEW_AVAILABLE = "NewReplicaSetAvailable";
var TIMED_OUT = "ProgressDeadlineExceeded";
/** A deadline that means none (kubectl and old clients set it). */
var NO_DEADLINE = 2147483647;
/** Whole numbers for maxSurge and maxUnavailable; both 0 unless the strategy is RollingUpdate. */
function limitsOf(deployment) {
	const desired = deployment.spec.replicas ?? 1;
	const strategy = deployment.spec.strategy;
	if (strategy?.type !== "RollingUpdate") return {
		desired,
		maxSurge: 0,
		maxUnavailable: 0
	};
	const [maxSurge, maxUnavailable] = resolveFenceposts(strategy.rollingUpdate?.maxSurge, strategy.rollingUpdate?.maxUnavailable, desired);
	return {
		desired,
		maxSurge,
		maxUnavailable: Math.min(maxUnavailable, desired)
	};
}
function deadlineOf(deployment) {
	const seconds = deployment.spec.progressDeadlineSeconds;
	return seconds === void 0 || seconds === NO_DEADLINE ? void 0 : seconds;
}
function conditionOf$3(status, type) {
	return status.conditions?.find((one) => one.type === type);
}
function withoutCondition(status, type) {
	return conditionOf$3(status, type) ? {
		...status,
		conditions: (status.conditions ?? []).filter((one) => one.type !== type)
	} : status;
}
/** Sets a condition: it moves to the end when its status or reason changes, and is left alone otherwise. `now` is RFC 3339. */
function withCondition$1(status, now, type, value, reason, message) {
	const before = conditionOf$3(status, type);
	if (before?.status === value && before.reason === reason) return status;
	const condition = {
		type,
		status: value,
		lastUpdateTime: now,
		lastTransitionTime: before?.status === value ? before.lastTransitionTime : now,
		reason,
		message
	};
	return {
		...status,
		conditions: [...(status.conditions ?? []).filter((one) => one.type !== type), condition]
	};
}
/** Counts of all ReplicaSets and the Available condition. */
function countStatus$1(deployment, fresh, all, now) {
	const sum = (of) => all.reduce((total, one) => total + (of(one) ?? 0), 0);
	const limits = limitsOf(deployment);
	const available = sum((one) => one.status.availableReplicas);
	const terminating = all.some((one) => one.status.terminatingReplicas === void 0) ? void 0 : sum((one) => one.status.terminatingReplicas);
	const counts = {
		observedGeneration: deployment.metadata.generation,
		...nonZero("replicas", sum((one) => one.status.replicas)),
		...nonZero("updatedReplicas", fresh?.status.replicas ?? 0),
		...nonZero("readyReplicas", sum((one) => one.status.readyReplicas)),
		...nonZero("availableReplicas", available),
		...nonZero("unavailableReplicas", Math.max(0, sum((one) => one.spec.replicas) - available)),
		...terminating === void 0 ? {} : { terminatingReplicas: terminating },
		...deployment.status.collisionCount === void 0 ? {} : { collisionCount: deployment.status.collisionCount },
		...deployment.status.conditions === void 0 ? {} : { conditions: deployment.status.conditions }
	};
	return available >= limits.desired - limits.maxUnavailable ? withCondition$1(counts, now, AVAILABLE, "True", "MinimumReplicasAvailable", "Deployment has minimum availability.") : withCondition$1(counts, now, AVAILABLE, "False", "MinimumReplicasUnavailable", "Deployment does not have minimum availability.");
}
function nonZero(key, count) {
	return count === 0 ? {} : { [key]: count };
}
/** The rollout is over: every wanted Pod is of the new template and available. */
function isComplete(deployment, status) {
	const desired = deployment.spec.replicas ?? 1;
	return (status.updatedReplicas ?? 0) === desired && (status.replicas ?? 0) === desired && (status.availableReplicas ?? 0) === desired && (status.observedGeneration ?? 0) >= (deployment.metadata.generation ?? 0);
}
function isProgressing(before, after) {
	const old = (status) => (status.replicas ?? 0) - (status.updatedReplicas ?? 0);
	return (after.updatedReplicas ?? 0) > (before.updatedReplicas ?? 0) || old(after) < old(before) || (after.readyReplicas ?? 0) > (before.readyReplicas ?? 0) || (after.availableReplicas ?? 0) > (before.availableReplicas ?? 0);
}
function isTimedOut(deployment, status, nowMs) {
	const condition = conditionOf$3(status, PROGRESSING);
	const deadline = deadlineOf(deployment);
	if (!condition || deadline === void 0 || condition.reason === "NewReplicaSetAvailable") return false;
	if (condition.reason === "ProgressDeadlineExceeded") return true;
	return Date.parse(condition.lastUpdateTime ?? "") + deadline * 1e3 < nowMs;
}
/** The status during a rollout: counts, plus the Progressing and ReplicaFailure conditions. */
function rolloutStatus(deployment, fresh, all, now, nowMs) {
	let status = countStatus$1(deployment, fresh, all, now);
	const current = conditionOf$3(deployment.status, PROGRESSING);
	const complete = status.replicas === status.updatedReplicas && current?.reason === "NewReplicaSetAvailable";
	const what = fresh ? `ReplicaSet "${fresh.metadata.name}"` : `Deployment "${deployment.metadata.name}"`;
	if (deadlineOf(deployment) === void 0) status = withoutCondition(status, PROGRESSING);
	else if (!complete) {
		if (isComplete(deployment, status)) status = withCondition$1(status, now, PROGRESSING, "True", NEW_AVAILABLE, `${what} has successfully progressed.`);
		else if (isProgressing(deployment.status, status)) {
			const lastTransitionTime = current?.status === "True" ? current.lastTransitionTime : now;
			status = withCondition$1(withoutCondition(status, PROGRESSING), now, PROGRESSING, "True", "ReplicaSetUpdated", `${what} is progressing.`);
			status = {
				...status,
				conditions: status.conditions?.map((one) => one.type === "Progressing" ? {
					...one,
					lastTransitionTime
				} : one)
			};
		} else if (isTimedOut(deployment, status, nowMs)) status = withCondition$1(status, now, PROGRESSING, "False", TIMED_OUT, `${what} has timed out progressing.`);
	}
	return withFailure(status, fresh, all);
}
/** Shows the new ReplicaSet's failure to create Pods, or else an old one's. */
function withFailure(status, fresh, all) {
	for (const replicaSet of fresh ? [fresh, ...all] : all) {
		const failure = replicaSet.status.conditions?.find((one) => one.type === REPLICA_FAILURE);
		if (!failure) continue;
		return withCondition$1(status, failure.lastTransitionTime ?? "", REPLICA_FAILURE, failure.status, failure.reason ?? "", failure.message ?? "");
	}
	return withoutCondition(status, REPLICA_FAILURE);
}
/** ms from now after which lack of progress must be looked at, or undefined when there is nothing to wait for. */
function progressCheckAfter(deployment, status, nowMs) {
	const condition = conditionOf$3(deployment.status, PROGRESSING);
	const deadline = deadlineOf(deployment);
	if (!condition || deadline === void 0 || isComplete(deployment, status) || condition.reason === "ProgressDeadlineExceeded") return void 0;
	return Math.max(0, Date.parse(condition.lastUpdateTime ?? "") + deadline * 1e3 - nowMs) + 1e3;
}
// src/controllers/deployment/replicasets.ts
var HASH_LABEL$1 = "pod-template-hash";
var SOURCE$9 = { component: "deployment-controller" };
/** The ReplicaSets of a Deployment, oldest first. Adopts matching orphans, releases its own that match no more. */
function claimReplicaSets({ world, api, deployment }) {
	const selector = fromLabelSelector(deployment.spec.selector);
	const claimed = [];
	for (const replicaSet of world.store.list("replicasets.apps", deployment.metadata.namespace)) {
		const owner = controllerOf$1(replicaSet);
		const fits = matches(selector, replicaSet.metadata.labels);
		if (owner) {
			if (owner.uid !== deployment.metadata.uid) continue;
			if (fits) claimed.push(replicaSet);
			else if (!deployment.metadata.deletionTimestamp) api.update("replicasets.apps", release(replicaSet, deployment));
		} else if (fits && !deployment.metadata.deletionTimestamp && !replicaSet.metadata.deletionTimestamp) claimed.push(api.update("replicasets.apps", adopt(replicaSet, deployment)));
	}
	return claimed.sort(byCreation);
}
function sizeOf$1(replicaSet) {
	return {
		name: replicaSet.metadata.name,
		replicas: replicaSet.spec.replicas ?? 0,
		available: replicaSet.status.availableReplicas ?? 0
	};
}
var templateTexts = /* @__PURE__ */ new WeakMap();
/** A text that is equal for equal Pod templates, whatever their key order and pod-template-hash. */
function templateText(template) {
	let text = templateTexts.get(template);
	if (text === void 0) {
		const { [HASH_LABEL$1]: _, ...labels } = template.metadata?.labels ?? {};
		text = stable({
			...template,
			metadata: {
				...template.metadata,
				labels
			}
		});
		templateTexts.set(template, text);
	}
	return text;
}
function stable(value) {
	if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
	if (Array.isArray(value)) return `[${value.map(stable).join(",")}]`;
	const entries = Object.entries(value).filter(([, part]) => part !== void 0 && part !== null);
	entries.sort(([a], [b]) => a < b ? -1 : 1);
	return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${stable(part)}`).join(",")}}`;
}
/** The ReplicaSet (the oldest, should there be several) that has the Deployment's template. */
function findNew(deployment, all) {
	const text = templateText(deployment.spec.template);
	return all.find((one) => one.spec.template !== void 0 && templateText(one.spec.template) === text);
}
/**
* The new ReplicaSet with revision and annotations in order, and the Deployment told of it; made when missing and `create` is set.
* `old` are the Deployment's other ReplicaSets.
*/
function syncNew(sync, found, old, create) {
	const { api, deployment, world } = sync;
	const revision = old.reduce((max, one) => Math.max(max, revisionOf$1(one)), 0) + 1;
	if (!found) return create ? createNew(sync, old, revision) : void 0;
	const annotations = newAnnotations(deployment, found, revision);
	const minReadySeconds = deployment.spec.minReadySeconds;
	let fresh = found;
	if (annotations !== (found.metadata.annotations ?? annotations) || (found.spec.minReadySeconds ?? 0) !== (minReadySeconds ?? 0)) fresh = api.update("replicasets.apps", {
		...found,
		metadata: {
			...found.metadata,
			annotations
		},
		spec: {
			...found.spec,
			minReadySeconds
		}
	});
	setRevision(sync, String(revisionOf$1(fresh)));
	if (deadlineOf(deployment) !== void 0 && !conditionOf$3(sync.deployment.status, "Progressing")) setCondition$1(sync, formatTime(world.now), "True", "FoundNewReplicaSet", `Found new replica set "${fresh.metadata.name}"`);
	return fresh;
}
function createNew(sync, old, revision) {
	const { api, world, deployment } = sync;
	const { template } = deployment.spec;
	const hash = podTemplateHash(template, deployment.status.collisionCount);
	const labels = {
		...template.metadata?.labels,
		[HASH_LABEL$1]: hash
	};
	const limits = limitsOf(deployment);
	const replicas = deployment.spec.strategy?.type === "RollingUpdate" ? newSize(limits, 0, old.map(sizeOf$1)) : limits.desired;
	const { namespace } = deployment.metadata;
	const name = `${deployment.metadata.name}-${hash}`;
	const now = formatTime(world.now);
	let fresh;
	let existed = false;
	try {
		fresh = api.create("replicasets.apps", {
			apiVersion: "apps/v1",
			kind: "ReplicaSet",
			metadata: {
				name,
				namespace,
				labels,
				annotations: {
					...newAnnotations(deployment, void 0, revision),
					[DESIRED_REPLICAS]: String(limits.desired),
					[MAX_REPLICAS]: String(limits.desired + limits.maxSurge)
				},
				ownerReferences: [controllerRef(deployment)]
			},
			spec: {
				replicas,
				...deployment.spec.minReadySeconds ? { minReadySeconds: deployment.spec.minReadySeconds } : {},
				selector: {
					...deployment.spec.selector,
					matchLabels: {
						...deployment.spec.selector.matchLabels,
						[HASH_LABEL$1]: hash
					}
				},
				template: {
					...template,
					metadata: {
						...template.metadata,
						labels
					}
				}
			},
			status: { replicas: 0 }
		});
	} catch (error) {
		if (isApiError(error, "AlreadyExists")) {
			const there = world.store.get("replicasets.apps", namespace ?? "", name);
			if (!there) throw error;
			if (controllerOf$1(there)?.uid !== deployment.metadata.uid || findNew(deployment, [there]) !== there) {
				const collisionCount = (deployment.status.collisionCount ?? 0) + 1;
				sync.deployment = api.updateStatus("deployments.apps", {
					...deployment,
					status: {
						...deployment.status,
						collisionCount
					}
				});
				throw error;
			}
			fresh = there;
			existed = true;
		} else {
			if (isApiError(error) && deadlineOf(deployment) !== void 0) {
				const message = `Failed to create new replica set "${name}": ${error.message}`;
				setCondition$1(sync, now, "False", "ReplicaSetCreateError", message);
				api.event(deployment, "Warning", "ReplicaSetCreateError", message, SOURCE$9);
			}
			throw error;
		}
	}
	if (!existed && replicas > 0) api.event(deployment, "Normal", "ScalingReplicaSet", `Scaled up replica set ${name} from 0 to ${replicas}`, SOURCE$9);
	setRevision(sync, String(revision));
	if (!existed && deadlineOf(deployment) !== void 0) setCondition$1(sync, now, "True", "NewReplicaSetCreated", `Created new replica set "${name}"`);
	return fresh;
}
function setRevision(sync, revision) {
	const { deployment, api } = sync;
	if (deployment.metadata.annotations?.["deployment.kubernetes.io/revision"] === revision) return;
	const annotations = {
		...deployment.metadata.annotations,
		[REVISION]: revision
	};
	sync.deployment = api.update("deployments.apps", {
		...deployment,
		metadata: {
			...deployment.metadata,
			annotations
		}
	});
}
function setCondition$1(sync, now, value, reason, message) {
	const status = withCondition$1(sync.deployment.status, now, PROGRESSING, value, reason, message);
	sync.deployment = sync.api.updateStatus("deployments.apps", {
		...sync.deployment,
		status
	});
}
/** With progressDeadlineSeconds, a pause and its end are conditions, so that paused time is not taken for lack of progress. */
function syncPausedCondition(sync) {
	const { deployment, world } = sync;
	if (deadlineOf(deployment) === void 0) return;
	const reason = conditionOf$3(deployment.status, PROGRESSING)?.reason;
	if (reason === "ProgressDeadlineExceeded") return;
	const now = formatTime(world.now);
	if (deployment.spec.paused && reason !== "DeploymentPaused") setCondition$1(sync, now, "Unknown", "DeploymentPaused", "Deployment is paused");
	else if (!deployment.spec.paused && reason === "DeploymentPaused") setCondition$1(sync, now, "Unknown", "DeploymentResumed", "Deployment is resumed");
}
// src/controllers/deployment/index.ts
/**
* The deployment controller: one ReplicaSet for each template a Deployment ever had, the newest of which takes over.
* Each reconcile does one step; the ReplicaSets' changes bring it back for the next.
*/
var deploymentController = {
	name: "deployment-controller",
	spacingMs: 50,
	watches: {
		"deployments.apps": (change) => [keyOf$2(change.object)],
		"replicasets.apps": deploymentsOfReplicaSet,
		pods: deploymentsOfDeletedPod
	},
	reconcile: reconcile$12
};
/** The owner's key, before and after; of an orphan, the keys of all Deployments that might adopt it. */
function deploymentsOfReplicaSet(change, world) {
	const { namespace = "" } = change.object.metadata;
	const keys = /* @__PURE__ */ new Set();
	for (const object of [change.previous, change.object]) {
		const owner = object && controllerOf$1(object);
		if (owner?.kind === "Deployment") keys.add(`${namespace}/${owner.name}`);
	}
	if (!controllerOf$1(change.object) && change.type !== "DELETED") for (const deployment of world.store.list("deployments.apps", namespace)) keys.add(keyOf$2(deployment));
	return [...keys];
}
/** Recreate waits until the last old Pod is gone. */
function deploymentsOfDeletedPod(change, world) {
	if (change.type !== "DELETED") return [];
	const { namespace = "" } = change.object.metadata;
	const replicaSet = world.store.get("replicasets.apps", namespace, controllerOf$1(change.object)?.name ?? "");
	const owner = replicaSet && controllerOf$1(replicaSet);
	const deployment = world.store.get("deployments.apps", namespace, owner?.name ?? "");
	return deployment?.spec.strategy?.type === "Recreate" ? [keyOf$2(deployment)] : [];
}
function reconcile$12(context, key) {
	const { world, api } = context;
	const deployment = world.store.get("deployments.apps", ...splitKey(key));
	if (!deployment) return;
	const sync = {
		world,
		api,
		deployment
	};
	if (fromLabelSelector(deployment.spec.selector).length === 0) {
		api.event(deployment, "Warning", "SelectingAll", "This deployment is selecting all pods. A non-empty selector is required.", SOURCE$9);
		return;
	}
	writeStatus$1(context, sync, step(sync, claimReplicaSets(sync)));
}
/** Does what is next, and returns the status as of now. */
function step(sync, all) {
	const { deployment, world } = sync;
	const found = findNew(deployment, all);
	if (deployment.metadata.deletionTimestamp) return countStatus$1(deployment, found, all, timeOf(world));
	syncPausedCondition(sync);
	const old = all.filter((one) => one !== found);
	if (deployment.spec.paused || isScaling(deployment, all)) return scaleOnly(sync, found, old);
	if (deployment.spec.strategy?.type === "Recreate") return recreate(sync, found, old);
	return roll$1(sync, found, old);
}
var timeOf = (world) => formatTime(world.now);
var isActive = (replicaSet) => (replicaSet.spec.replicas ?? 0) > 0;
var together = (fresh, old) => fresh ? [...old, fresh] : [...old];
/** Somebody changed spec.replicas since the ReplicaSets were last sized. */
function isScaling(deployment, all) {
	return all.some((one) => {
		const desired = isActive(one) ? numberOf(one, DESIRED_REPLICAS) : void 0;
		return desired !== void 0 && desired !== deployment.spec.replicas;
	});
}
/** Sizes the ReplicaSets as they stand: while paused, and when only the number of replicas changed. */
function scaleOnly(sync, found, before) {
	let fresh = syncNew(sync, found, before, false);
	let old = [...before];
	const sizes = scaledSizes(sync.deployment, fresh, old);
	const apply = (one) => sizes.has(one.metadata.name) ? resize(sync, one, sizes.get(one.metadata.name)) : one;
	for (const name of sizes.keys()) if (fresh?.metadata.name === name) fresh = apply(fresh);
	else old = old.map((one) => one.metadata.name === name ? apply(one) : one);
	if (sync.deployment.spec.paused) cleanUp(sync, old);
	return countStatus$1(sync.deployment, fresh, together(fresh, old), timeOf(sync.world));
}
/** New sizes by ReplicaSet name, when the Deployment's replicas changed. */
function scaledSizes(deployment, fresh, old) {
	const limits = limitsOf(deployment);
	const active = together(fresh, old).filter(isActive);
	const only = active.length === 0 ? fresh ?? old[old.length - 1] : active.length === 1 ? active[0] : void 0;
	if (only) return only.spec.replicas === limits.desired ? /* @__PURE__ */ new Map() : /* @__PURE__ */ new Map([[only.metadata.name, limits.desired]]);
	if (active.length === 0) return /* @__PURE__ */ new Map();
	if (fresh && numberOf(fresh, "deployment.kubernetes.io/desired-replicas") === limits.desired && fresh.spec.replicas === limits.desired && (fresh.status.availableReplicas ?? 0) === limits.desired) return new Map(old.filter(isActive).map((one) => [one.metadata.name, 0]));
	if (deployment.spec.strategy?.type !== "RollingUpdate") return /* @__PURE__ */ new Map();
	const growing = limits.desired + (limits.desired > 0 ? limits.maxSurge : 0) >= active.reduce((sum, one) => sum + (one.spec.replicas ?? 0), 0);
	return proportionalSizes(limits, active.sort((a, b) => {
		const larger = (b.spec.replicas ?? 0) - (a.spec.replicas ?? 0);
		return larger !== 0 ? larger : growing ? byCreation(b, a) : byCreation(a, b);
	}).map((one) => {
		const maxBefore = numberOf(one, "deployment.kubernetes.io/max-replicas") || (deployment.status.replicas ?? 0);
		return {
			name: one.metadata.name,
			replicas: one.spec.replicas ?? 0,
			maxBefore
		};
	}));
}
/** Writes a ReplicaSet's size and the sizes it should remember; an event tells of a new size. */
function resize(sync, replicaSet, replicas) {
	const { api, deployment } = sync;
	const limits = limitsOf(deployment);
	const before = replicaSet.spec.replicas ?? 0;
	const sized = withSizes(replicaSet, limits.desired, limits.desired + limits.maxSurge);
	if (sized === replicaSet && before === replicas) return replicaSet;
	const after = api.update("replicasets.apps", {
		...sized,
		spec: {
			...sized.spec,
			replicas
		}
	});
	if (before !== replicas) {
		const message = `Scaled ${replicas > before ? "up" : "down"} replica set ${replicaSet.metadata.name} from ${before} to ${replicas}`;
		api.event(deployment, "Normal", "ScalingReplicaSet", message, SOURCE$9);
	}
	return after;
}
function roll$1(sync, found, old) {
	const fresh = syncNew(sync, found, old, true);
	const limits = limitsOf(sync.deployment);
	const wanted = newSize(limits, fresh.spec.replicas ?? 0, together(fresh, old).map(sizeOf$1));
	if (wanted !== fresh.spec.replicas) return progress(sync, resize(sync, fresh, wanted), old);
	const { cleaned, scaled } = oldSizes(limits, sizeOf$1(fresh), old.map(sizeOf$1));
	if (cleaned.size > 0 || scaled.size > 0) {
		let after = [...old];
		for (const sizes of [cleaned, scaled]) after = after.map((one) => sizes.has(one.metadata.name) ? resize(sync, one, sizes.get(one.metadata.name)) : one);
		return progress(sync, fresh, after);
	}
	if (isComplete(sync.deployment, sync.deployment.status)) cleanUp(sync, old);
	return progress(sync, fresh, old);
}
function recreate(sync, found, old) {
	let fresh = syncNew(sync, found, old, false);
	if (old.some(isActive)) return progress(sync, fresh, old.map((one) => isActive(one) ? resize(sync, one, 0) : one));
	if (old.some((one) => sync.world.store.byIndex("pods", "owner", one.metadata.uid).some((pod) => !isTerminal(pod)))) return progress(sync, fresh, old);
	fresh ??= syncNew(sync, void 0, old, true);
	fresh = resize(sync, fresh, sync.deployment.spec.replicas ?? 1);
	if (isComplete(sync.deployment, sync.deployment.status)) cleanUp(sync, old);
	return progress(sync, fresh, old);
}
function progress(sync, fresh, old) {
	return rolloutStatus(sync.deployment, fresh, together(fresh, old), timeOf(sync.world), sync.world.now);
}
function writeStatus$1(context, { api, world, deployment }, status) {
	if (api.updateStatus("deployments.apps", {
		...deployment,
		status
	}).metadata.resourceVersion !== deployment.metadata.resourceVersion) return;
	const wait = conditionOf$3(status, "Progressing") && progressCheckAfter(deployment, status, world.now);
	if (wait !== void 0) context.requeueAfter(keyOf$2(deployment), wait);
}
/** Deletes old ReplicaSets, lowest revision first, until revisionHistoryLimit of them are left. */
function cleanUp({ api, deployment }, old) {
	const limit = deployment.spec.revisionHistoryLimit;
	if (limit === void 0) return;
	const cleanable = old.filter((one) => !one.metadata.deletionTimestamp).sort((a, b) => revisionOf$1(a) - revisionOf$1(b) || byCreation(a, b));
	for (const one of cleanable.slice(0, Math.max(0, cleanable.length - limit))) {
		const observed = (one.metadata.generation ?? 0) <= (one.status.observedGeneration ?? 0);
		if (isActive(one) || one.status.replicas !== 0 || !observed) continue;
		api.delete("replicasets.apps", one.metadata.namespace ?? "", one.metadata.name);
	}
}
// src/controllers/disruption.ts
/** The disruption controller: keeps the status of PodDisruptionBudgets (rules: pkg/controller/disruption of v1.36). */
var BUDGETS = "poddisruptionbudgets.policy";
var NAME$11 = "disruption-controller";
/** By this name the real controller records its events. */
var SOURCE$8 = { component: "controllermanager" };
/** A Pod whose eviction was granted and that is still there after so long is counted again. */
var DELETION_MS = 12e4;
/** Whose spec.replicas tells how many Pods there should be. */
var SCALED = {
	ReplicaSet: "replicasets.apps",
	Deployment: "deployments.apps",
	StatefulSet: "statefulsets.apps",
	ReplicationController: "replicationcontrollers"
};
var PLURALS = {
	Job: "jobs.batch",
	DaemonSet: "daemonsets.apps"
};
var disruptionController = {
	name: NAME$11,
	watches: {
		[BUDGETS]: ({ type, object }) => type === "DELETED" ? [] : [keyOf$2(object)],
		pods: budgetsOfPod,
		"deployments.apps": budgetsOfWorkload,
		"statefulsets.apps": budgetsOfWorkload,
		"replicasets.apps": budgetsOfWorkload
	},
	reconcile: reconcile$11
};
function budgetsOfPod({ object, previous, type }, world) {
	if (world.store.count(BUDGETS) === 0) return [];
	const [before, after] = [previous, object];
	if (type === "MODIFIED" && before && before.metadata.labels === after.metadata.labels && before.metadata.deletionTimestamp === after.metadata.deletionTimestamp && isReady$1(before) === isReady$1(after)) return [];
	return world.store.list(BUDGETS, after.metadata.namespace).filter((budget) => isSelected(budget, after) || before && isSelected(budget, before)).map(keyOf$2);
}
/** A new size changes what percentages mean. */
function budgetsOfWorkload({ object, previous }, world) {
	const replicas = (one) => one?.spec.replicas;
	if (world.store.count(BUDGETS) === 0 || replicas(object) === replicas(previous)) return [];
	return world.store.list(BUDGETS, object.metadata.namespace).map(keyOf$2);
}
function isSelected({ spec }, { metadata }) {
	return spec.selector !== void 0 && matches(fromLabelSelector(spec.selector), metadata.labels);
}
/** Why the number of expected Pods is not known. */
var Unknown = class extends Error {};
function reconcile$11(context, key) {
	const { world, api } = context;
	const budget = world.store.get(BUDGETS, ...splitKey(key));
	if (!budget) return;
	const pods = world.store.list("pods", budget.metadata.namespace).filter((pod) => isSelected(budget, pod) && pod.status.phase !== "Succeeded" && pod.status.phase !== "Failed");
	const event = (type, reason, message) => api.event(budget, type, reason, message, SOURCE$8);
	if (pods.length === 0) event("Normal", "NoPods", "No matching pods found");
	try {
		const { expected, desired, unmanaged } = expectation(world, budget, pods);
		if (unmanaged > 0) event("Warning", "UnmanagedPods", `Pods selected by this PodDisruptionBudget (selector: ${formatSelector(budget.spec.selector)}) were found to be unmanaged. As a result, the status of the PDB cannot be calculated correctly, which may result in undefined behavior. To account for these pods please set ".spec.minAvailable" field of the PDB to an integer value.`);
		writeStatus(context, budget, pods, expected, desired);
	} catch (error) {
		if (!(error instanceof Unknown)) throw error;
		event("Warning", "CalculateExpectedPodCountFailed", `Failed to calculate the number of expected pods: ${error.message}`);
		const conditions = withCondition(budget, "False", "SyncFailed", error.message, formatTime(world.now));
		api.updateStatus(BUDGETS, {
			...budget,
			status: {
				...budget.status,
				disruptionsAllowed: 0,
				conditions
			}
		});
	}
}
function expectation(world, { spec }, pods) {
	const { minAvailable, maxUnavailable } = spec;
	if (maxUnavailable !== void 0) {
		const { expected, unmanaged } = scaleOf(world, pods);
		return {
			expected,
			unmanaged,
			desired: Math.max(0, expected - scaledValue(maxUnavailable, expected, true))
		};
	}
	if (typeof minAvailable === "string") {
		const { expected, unmanaged } = scaleOf(world, pods);
		return {
			expected,
			unmanaged,
			desired: scaledValue(minAvailable, expected, true)
		};
	}
	return {
		expected: minAvailable === void 0 ? 0 : pods.length,
		desired: minAvailable ?? 0,
		unmanaged: 0
	};
}
/** How many Pods the workloads of these Pods want together. */
function scaleOf(world, pods) {
	const scales = /* @__PURE__ */ new Map();
	let unmanaged = 0;
	for (const pod of pods) {
		const owner = topOwner(world, pod);
		if (!owner) {
			unmanaged++;
			continue;
		}
		const object = world.store.get(SCALED[owner.kind] ?? "", pod.metadata.namespace ?? "", owner.name);
		if (!SCALED[owner.kind]) throw new Unknown(`${PLURALS[owner.kind] ?? owner.kind.toLowerCase()} does not implement the scale subresource`);
		if (!object) throw new Unknown(`found no controllers for pod "${pod.metadata.name}"`);
		scales.set(owner.uid, object.spec.replicas ?? 1);
	}
	return {
		expected: [...scales.values()].reduce((sum, one) => sum + one, 0),
		unmanaged
	};
}
/** A Pod's controller; a ReplicaSet's own controller speaks for it. */
function topOwner(world, pod) {
	const owner = controllerOf$1(pod);
	if (owner?.kind !== "ReplicaSet") return owner;
	const set = world.store.get("replicasets.apps", pod.metadata.namespace ?? "", owner.name);
	return (set && controllerOf$1(set)) ?? owner;
}
function writeStatus(context, budget, pods, expected, desired) {
	const { world, api } = context;
	const { status, metadata } = budget;
	const disrupted = {};
	let again = Number.POSITIVE_INFINITY;
	for (const pod of pods) {
		const granted = status.disruptedPods?.[pod.metadata.name];
		if (granted === void 0 || pod.metadata.deletionTimestamp) continue;
		const left = Date.parse(granted) + DELETION_MS - world.now;
		if (left > 0) {
			disrupted[pod.metadata.name] = granted;
			again = Math.min(again, left);
		} else {
			const { namespace = "" } = metadata;
			api.event(pod, "Warning", "NotDeleted", `Pod was expected by PDB ${namespace}/${namespace} to be deleted but it wasn't`, SOURCE$8);
		}
	}
	const healthy = pods.filter((pod) => !pod.metadata.deletionTimestamp && !(pod.metadata.name in disrupted) && isReady$1(pod)).length;
	const allowed = expected > 0 ? Math.max(0, healthy - desired) : 0;
	const [is, reason] = allowed > 0 ? ["True", "SufficientPods"] : ["False", "InsufficientPods"];
	api.updateStatus(BUDGETS, {
		...budget,
		status: {
			conditions: withCondition(budget, is, reason, "", formatTime(world.now)),
			currentHealthy: healthy,
			desiredHealthy: desired,
			...Object.keys(disrupted).length > 0 && { disruptedPods: disrupted },
			disruptionsAllowed: allowed,
			expectedPods: expected,
			observedGeneration: metadata.generation ?? 0
		}
	});
	if (Number.isFinite(again)) context.requeueAfter(keyOf$2(budget), again);
}
function withCondition({ metadata, status }, is, reason, message, now) {
	const before = status.conditions?.find(({ type }) => type === "DisruptionAllowed");
	const condition = {
		lastTransitionTime: before?.status === is ? before.lastTransitionTime : now,
		message,
		observedGeneration: metadata.generation ?? 0,
		reason,
		status: is,
		type: "DisruptionAllowed"
	};
	return [...(status.conditions ?? []).filter(({ type }) => type !== "DisruptionAllowed"), condition];
}
// src/controllers/endpoints/services.ts
/** A Service's selector as a controller of endpoints takes it: undefined when it selects nothing by itself. */
function selectorOf$1(service) {
	return service.spec.type === "ExternalName" ? void 0 : service.spec.selector;
}
function selects(selector, labels) {
	for (const key in selector) if (labels?.[key] !== selector[key]) return false;
	return true;
}
/** The Pods of a Service, in order of name. An empty selector selects all of the namespace. */
function podsOf(world, service, selector) {
	const namespace = service.metadata.namespace ?? "";
	let fewest;
	let count = Number.POSITIVE_INFINITY;
	for (const key in selector) {
		const value = labelIndexValue(namespace, key, selector[key]);
		const size = world.store.countIndex("pods", "label", value);
		if (size < count) [fewest, count] = [value, size];
	}
	if (fewest === void 0) return world.store.list("pods", namespace);
	const found = world.store.byIndex("pods", "label", fewest);
	return Object.keys(selector).length === 1 ? found : found.filter((pod) => selects(selector, pod.metadata.labels));
}
var PodChanges = class {
	slot;
	constructor(slot) {
		this.slot = slot;
	}
	/** The Pods that changed since the last `done`, with the addresses they had then ('' for none); undefined: look at all. */
	of(world, key) {
		const names = this.all(world)[key];
		return names ? new Map(Object.entries(names)) : void 0;
	}
	done(world, key) {
		delete this.all(world)[key];
	}
	/** A Service changed, or something that only a full look can judge. */
	noteAll(world, key) {
		this.all(world)[key] = null;
		return key;
	}
	/** Notes a Pod's change for the Services that select it now or did before; returns their keys. */
	notePod(world, change) {
		const [before, after] = [change.previous, change.object];
		if (!concernsEndpoints(change.type, before, after)) return [];
		const all = this.all(world);
		const keys = [];
		for (const service of world.store.list("services", after.metadata.namespace)) {
			const selector = selectorOf$1(service);
			if (!selector || !(selects(selector, after.metadata.labels) || before && selects(selector, before.metadata.labels))) continue;
			const key = keyOf$2(service);
			const names = key in all ? all[key] : all[key] = {};
			if (names) names[after.metadata.name] ??= before?.status.podIP ?? "";
			keys.push(key);
		}
		return keys;
	}
	all(world) {
		return world.slot(this.slot, () => ({}));
	}
};
function concernsEndpoints(type, before, after) {
	if (type === "DELETED") return after.status.podIP !== void 0;
	if (!before) return after.status.podIP !== void 0;
	return before.metadata.labels !== after.metadata.labels || before.metadata.deletionTimestamp !== after.metadata.deletionTimestamp || before.status !== after.status && (before.status.podIP !== after.status.podIP || isReady$1(before) !== isReady$1(after) || isTerminal(before) !== isTerminal(after)) || before.spec !== after.spec && (before.spec.hostname !== after.spec.hostname || before.spec.nodeName !== after.spec.nodeName);
}
/** The port that a Service's traffic goes to in a Pod; undefined when the Pod has no port of that name. */
function targetPort(pod, port) {
	const target = port.targetPort ?? port.port;
	if (typeof target === "number") return target;
	const sidecars = (pod.spec.initContainers ?? []).filter((one) => one.restartPolicy === "Always");
	for (const container of [...pod.spec.containers, ...sidecars]) for (const one of container.ports ?? []) if (one.name === target && (one.protocol ?? "TCP") === (port.protocol ?? "TCP")) return one.containerPort;
}
/** The Pod's own name below a headless Service: set when its subdomain is the Service. */
function hostnameOf$1(pod, service) {
	return pod.spec.hostname && pod.spec.subdomain === service.metadata.name ? pod.spec.hostname : void 0;
}
function zoneOf(world, pod) {
	return world.store.get("nodes", "", pod.spec.nodeName ?? "")?.metadata.labels?.["topology.kubernetes.io/zone"];
}
function isHeadless(service) {
	return service.spec.clusterIP === "None";
}
/** Sorts addresses as text, as the real controller does. */
function byText(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
/** What tells a slice's ports from another's. */
function portsId$1(ports) {
	return (ports ?? []).map((port) => `${port.name ?? ""}/${port.protocol ?? "TCP"}/${port.port}/${port.appProtocol ?? ""}`).join(",");
}
/** An endpoint's id: its Pod's name, or its address. */
function idOf(endpoint) {
	return endpoint.targetRef?.name ?? endpoint.addresses[0];
}
/**
* The writes that bring `slices` to what is wanted. `groups` (by ports id) has the wanted endpoints among `looked`, the ids to
* look at with the addresses that they had ('': they are in no slice); undefined looks at all, and also removes slices whose ports
* nobody wants. `groups` is consumed.
*/
function packSlices(slices, groups, looked) {
	const changes = {
		create: [],
		update: [],
		remove: []
	};
	const unchanged = /* @__PURE__ */ new Map();
	const changed = /* @__PURE__ */ new Map();
	const left = looked && new Set([...looked.keys()].filter((id) => looked.get(id) !== ""));
	for (const slice of slices) {
		const id = portsId$1(slice.ports);
		const endpoints = slice.endpoints ?? [];
		const group = groups.get(id);
		const kept = keep(endpoints, group, left);
		if (!group && (looked === void 0 || endpoints.length === 0) || kept !== endpoints && kept.length === 0) changes.remove.push(slice);
		else if (kept !== endpoints) push(changed, id, {
			slice,
			ports: slice.ports ?? [],
			endpoints: kept
		});
		else push(unchanged, id, slice);
	}
	for (const [id, group] of groups) {
		const left = [...group.endpoints.values()];
		for (const one of changed.get(id) ?? []) one.endpoints.push(...left.splice(0, Math.max(0, 100 - one.endpoints.length)));
		while (left.length > 0) {
			const candidates = unchanged.get(id) ?? [];
			const slice = left.length < 100 ? fullestWithRoom(candidates, left.length) : void 0;
			if (slice) {
				candidates.splice(candidates.indexOf(slice), 1);
				push(changed, id, {
					slice,
					ports: group.ports,
					endpoints: [...slice.endpoints ?? [], ...left.splice(0)]
				});
			} else changes.create.push({
				ports: group.ports,
				endpoints: left.splice(0, 100)
			});
		}
	}
	for (const some of changed.values()) changes.update.push(...some);
	while (changes.create.length > 0 && changes.remove.length > 0) {
		const [made, slice] = [changes.create.shift(), changes.remove.shift()];
		if (made && slice) changes.update.push({
			slice,
			...made
		});
	}
	return changes;
}
/** The endpoints that stay, newly made where they changed; taken out of the group and of `looked`. The same array when nothing changes. */
function keep(endpoints, group, looked) {
	let kept;
	for (let i = 0; i < endpoints.length && looked?.size !== 0; i++) {
		const endpoint = endpoints[i];
		const id = idOf(endpoint);
		if (looked && !looked.delete(id)) continue;
		const wanted = group?.endpoints.get(id);
		group?.endpoints.delete(id);
		if (wanted && sameEndpoint(wanted, endpoint)) continue;
		kept ??= [...endpoints];
		kept[i] = wanted;
	}
	return kept ? kept.filter((one) => one !== void 0) : endpoints;
}
function sameEndpoint(a, b) {
	return a === b || a.addresses[0] === b.addresses[0] && a.conditions?.ready === b.conditions?.ready && a.conditions?.serving === b.conditions?.serving && a.conditions?.terminating === b.conditions?.terminating && a.targetRef?.uid === b.targetRef?.uid && a.nodeName === b.nodeName && a.hostname === b.hostname && a.zone === b.zone;
}
function fullestWithRoom(slices, count) {
	let best;
	for (const slice of slices) {
		const size = slice.endpoints?.length ?? 0;
		if (size + count <= 100 && (!best || size > (best.endpoints?.length ?? 0))) best = slice;
	}
	return best;
}
function push(to, key, value) {
	const found = to.get(key);
	if (found) found.push(value);
	else to.set(key, [value]);
}
// src/controllers/endpoints/endpointslice.ts
var NAME$10 = "endpointslice-controller";
var MANAGED_BY$1 = "endpointslice.kubernetes.io/managed-by";
var HEADLESS = "service.kubernetes.io/headless";
var TRIGGER_TIME = "endpoints.kubernetes.io/last-change-trigger-time";
var MANAGER$1 = "endpointslice-controller.k8s.io";
var changes$1 = new PodChanges("endpointslice-changes");
var endpointSliceController = {
	name: NAME$10,
	spacingMs: 50,
	watches: {
		services: (change, world) => [changes$1.noteAll(world, keyOf$2(change.object))],
		pods: (change, world) => changes$1.notePod(world, change),
		[SLICES]: (change, world) => {
			const labels = (change.previous ?? change.object).metadata.labels;
			if (change.actor === NAME$10 || labels?.["endpointslice.kubernetes.io/managed-by"] !== MANAGER$1) return [];
			return [changes$1.noteAll(world, `${change.object.metadata.namespace}/${labels[SERVICE_NAME]}`)];
		}
	},
	reconcile: reconcile$10
};
/** The slices that a controller keeps for a Service. */
function slicesOf$1(world, namespace, service, manager) {
	return world.store.byIndex(SLICES, "label", labelIndexValue(namespace, SERVICE_NAME, service)).filter((slice) => slice.metadata.labels?.["endpointslice.kubernetes.io/managed-by"] === manager && !slice.metadata.deletionTimestamp);
}
function reconcile$10({ world, api }, key) {
	const [namespace, name] = splitKey(key);
	const service = world.store.get("services", namespace, name);
	const selector = service && selectorOf$1(service);
	if (!service || !selector || service.metadata.deletionTimestamp) {
		changes$1.done(world, key);
		return;
	}
	const looked = changes$1.of(world, key);
	const slices = slicesOf$1(world, namespace, name, MANAGER$1);
	const pods = looked ? [...looked.keys()].map((one) => world.store.get("pods", namespace, one)).filter((pod) => pod !== void 0 && selects(selector, pod.metadata.labels)) : podsOf(world, service, selector);
	const groups = /* @__PURE__ */ new Map();
	const triggers = [];
	for (const pod of pods) {
		if (isTerminal(pod) || !pod.status.podIP) continue;
		const ports = portsOf(service, pod);
		const id = portsId$1(ports);
		const group = groups.get(id);
		const endpoint = endpointOf(world, service, pod);
		if (group) group.endpoints.set(pod.metadata.name, endpoint);
		else groups.set(id, {
			ports,
			endpoints: /* @__PURE__ */ new Map([[pod.metadata.name, endpoint]])
		});
		const trigger = condition$1(pod, READY)?.lastTransitionTime;
		if (trigger !== void 0) triggers.push(trigger);
	}
	const todo = packSlices(slices, groups, looked);
	if (slices.length - todo.remove.length + todo.create.length === 0) {
		const last = todo.remove.pop();
		if (last) todo.update.push({
			slice: last,
			ports: [],
			endpoints: []
		});
		else todo.create.push({
			ports: [],
			endpoints: []
		});
	}
	const first = slices.length === 0;
	write({
		world,
		api
	}, service, todo, looked === void 0 ? slices : [], first ? service.metadata.creationTimestamp : earliest(triggers));
	changes$1.done(world, key);
}
function earliest(times) {
	return times.reduce((min, time) => min === void 0 || time < min ? time : min, void 0);
}
function write({ api }, service, todo, relabel, trigger) {
	const { name, namespace = "" } = service.metadata;
	const labels = labelsOf$1(service);
	const annotations = trigger === void 0 ? void 0 : { [TRIGGER_TIME]: trigger };
	const changed = /* @__PURE__ */ new Set();
	for (const { ports, endpoints } of todo.create) api.create(SLICES, {
		apiVersion: "discovery.k8s.io/v1",
		kind: "EndpointSlice",
		metadata: {
			generateName: `${name}-`,
			namespace,
			labels,
			...annotations && { annotations },
			ownerReferences: [controllerRef(service)]
		},
		addressType: "IPv4",
		endpoints,
		ports
	});
	for (const { slice, ports, endpoints } of todo.update) {
		changed.add(slice.metadata.name);
		const { annotations: _, ...metadata } = slice.metadata;
		api.update(SLICES, {
			...slice,
			metadata: {
				...metadata,
				labels,
				...annotations && { annotations }
			},
			endpoints,
			ports
		});
	}
	for (const slice of todo.remove) {
		changed.add(slice.metadata.name);
		api.delete(SLICES, namespace, slice.metadata.name);
	}
	for (const slice of relabel) if (!changed.has(slice.metadata.name)) api.update(SLICES, {
		...slice,
		metadata: {
			...slice.metadata,
			labels
		}
	});
}
/** The Service's own labels, and those by which slices are found. */
function labelsOf$1(service) {
	const { [HEADLESS]: _, ...own } = service.metadata.labels ?? {};
	return {
		...own,
		[SERVICE_NAME]: service.metadata.name,
		[MANAGED_BY$1]: MANAGER$1,
		...isHeadless(service) && { ["service.kubernetes.io/headless"]: "" }
	};
}
function portsOf(service, pod) {
	const ports = [];
	for (const port of service.spec.ports ?? []) {
		const number = targetPort(pod, port);
		if (number === void 0) continue;
		ports.push({
			name: port.name ?? "",
			port: number,
			protocol: port.protocol ?? "TCP",
			...port.appProtocol && { appProtocol: port.appProtocol }
		});
	}
	return ports;
}
function endpointOf(world, service, pod) {
	const serving = isReady$1(pod);
	const terminating = pod.metadata.deletionTimestamp !== void 0;
	const ready = service.spec.publishNotReadyAddresses === true || serving && !terminating;
	const hostname = hostnameOf$1(pod, service);
	const zone = zoneOf(world, pod);
	const { name, namespace, uid } = pod.metadata;
	return {
		addresses: [pod.status.podIP],
		conditions: {
			ready,
			serving,
			terminating
		},
		...hostname && { hostname },
		nodeName: pod.spec.nodeName,
		targetRef: {
			kind: "Pod",
			namespace,
			name,
			uid
		},
		...zone && { zone }
	};
}
// src/controllers/endpoints/endpoints.ts
var NAME$9 = "endpoints-controller";
var MANAGED_BY = "endpoints.kubernetes.io/managed-by";
var OVER_CAPACITY = "endpoints.kubernetes.io/over-capacity";
/** More addresses than this are left out. */
var MAX_ADDRESSES$1 = 1e3;
var changes = new PodChanges("endpoints-changes");
var endpointsController = {
	name: NAME$9,
	spacingMs: 50,
	watches: {
		services: (change, world) => [changes.noteAll(world, keyOf$2(change.object))],
		pods: (change, world) => changes.notePod(world, change),
		endpoints: (change, world) => change.actor === NAME$9 ? [] : [changes.noteAll(world, keyOf$2(change.object))]
	},
	reconcile: reconcile$9
};
function reconcile$9({ world, api }, key) {
	const [namespace, name] = splitKey(key);
	const service = world.store.get("services", namespace, name);
	const current = world.store.get("endpoints", namespace, name);
	const selector = service && selectorOf$1(service);
	if (!service || !selector) {
		if (!service && current?.metadata.labels?.[MANAGED_BY]) api.delete("endpoints", namespace, name);
		changes.done(world, key);
		return;
	}
	const looked = current && changes.of(world, key);
	const { subsets, truncated, trigger } = (looked && changedSubsets(world, service, selector, current, looked)) ?? allSubsets(service, podsOf(world, service, selector));
	const labels = labelsOf(service);
	const annotations = annotationsOf(current, truncated, current ? trigger : service.metadata.creationTimestamp, subsets);
	if (!current) api.create("endpoints", {
		apiVersion: "v1",
		kind: "Endpoints",
		metadata: {
			name,
			namespace,
			labels,
			annotations
		},
		...subsets.length > 0 && { subsets }
	});
	else if (subsets !== current.subsets || !sameRecord(labels, current.metadata.labels)) {
		const { subsets: _, ...rest } = current;
		api.update("endpoints", {
			...rest,
			metadata: {
				...current.metadata,
				labels,
				annotations
			},
			...subsets.length > 0 && { subsets }
		});
	}
	changes.done(world, key);
}
/** The Service's own labels, who manages the object, and whether the Service is headless. */
function labelsOf(service) {
	const { [HEADLESS]: _, ...own } = service.metadata.labels ?? {};
	return {
		...own,
		[MANAGED_BY]: "endpoint-controller",
		...isHeadless(service) && { ["service.kubernetes.io/headless"]: "" }
	};
}
function annotationsOf(current, truncated, trigger, subsets) {
	const { [TRIGGER_TIME]: before, [OVER_CAPACITY]: _, ...others } = current?.metadata.annotations ?? {};
	const time = subsets === current?.subsets ? before : trigger;
	return {
		...others,
		...time !== void 0 && { ["endpoints.kubernetes.io/last-change-trigger-time"]: time },
		...truncated && { [OVER_CAPACITY]: "truncated" }
	};
}
function placeOf$1(service, pod) {
	const tolerant = service.spec.publishNotReadyAddresses === true;
	const { name, namespace, uid, deletionTimestamp } = pod.metadata;
	if (isTerminal(pod) || !pod.status.podIP || deletionTimestamp && !tolerant) return void 0;
	const ports = [];
	for (const port of service.spec.ports ?? []) {
		const number = targetPort(pod, port);
		if (number === void 0) continue;
		ports.push({
			...port.name && { name: port.name },
			port: number,
			protocol: port.protocol ?? "TCP",
			...port.appProtocol && { appProtocol: port.appProtocol }
		});
	}
	if (ports.length === 0 && !(isHeadless(service) && !service.spec.ports?.length)) return void 0;
	const hostname = hostnameOf$1(pod, service);
	const address = {
		...hostname && { hostname },
		ip: pod.status.podIP,
		nodeName: pod.spec.nodeName,
		targetRef: {
			kind: "Pod",
			name,
			namespace,
			uid
		}
	};
	return {
		ready: tolerant || isReady$1(pod),
		address,
		ports
	};
}
var portsId = (ports) => (ports ?? []).map((port) => `${port.name ?? ""}/${port.protocol}/${port.port}/${port.appProtocol ?? ""}`).join(",");
/** All subsets from all Pods: one for each set of ports, addresses in order of their text. */
function allSubsets(service, pods) {
	const byPorts = /* @__PURE__ */ new Map();
	let trigger;
	for (const pod of pods) {
		const place = placeOf$1(service, pod);
		if (!place) continue;
		const id = portsId(place.ports);
		let subset = byPorts.get(id);
		if (!subset) byPorts.set(id, subset = {
			ports: place.ports,
			ready: [],
			notReady: []
		});
		(place.ready ? subset.ready : subset.notReady).push(place.address);
		const time = condition$1(pod, READY)?.lastTransitionTime;
		if (time !== void 0 && (trigger === void 0 || time < trigger)) trigger = time;
	}
	let room = MAX_ADDRESSES$1;
	let truncated = false;
	const take = (addresses) => {
		const sorted = addresses.sort((a, b) => byText(a.ip, b.ip));
		if (sorted.length > room) truncated = true;
		const taken = sorted.slice(0, room);
		room -= taken.length;
		return taken;
	};
	const all = [...byPorts.values()];
	const ready = all.map((subset) => take(subset.ready));
	const notReady = all.map((subset) => take(subset.notReady));
	return {
		subsets: all.map((subset, i) => makeSubset(ready[i] ?? [], notReady[i] ?? [], subset.ports)).filter((subset) => subset.addresses || subset.notReadyAddresses),
		truncated,
		trigger
	};
}
function makeSubset(addresses, notReadyAddresses, ports) {
	return {
		...addresses.length > 0 && { addresses },
		...notReadyAddresses.length > 0 && { notReadyAddresses },
		...ports && ports.length > 0 && { ports }
	};
}
/**
* The subsets with some Pods looked at again; undefined when all Pods must be looked at: several sets of ports, or addresses
* left out for lack of room, some of which would now move up.
*/
function changedSubsets(world, service, selector, current, changed) {
	const subset = current.subsets?.[0];
	if (!subset || current.subsets?.length !== 1) return void 0;
	const truncated = current.metadata.annotations?.[OVER_CAPACITY] !== void 0;
	const [oldReady, oldNotReady] = [subset.addresses ?? NONE$1, subset.notReadyAddresses ?? NONE$1];
	const looked = [];
	for (const [name, before] of changed) {
		const pod = world.store.get("pods", service.metadata.namespace ?? "", name);
		const place = pod && selects(selector, pod.metadata.labels) ? placeOf$1(service, pod) : void 0;
		if (place && portsId(place.ports) !== portsId(subset.ports)) return void 0;
		looked.push({
			name,
			before,
			place,
			since: pod && condition$1(pod, "Ready")?.lastTransitionTime
		});
	}
	const ready = replaced(oldReady, looked, true, truncated && oldReady.length === MAX_ADDRESSES$1, MAX_ADDRESSES$1);
	if (!ready) return void 0;
	const notReady = replaced(oldNotReady, looked, false, truncated, MAX_ADDRESSES$1 - ready.addresses.length);
	if (!notReady || ready.addresses.length + notReady.addresses.length > MAX_ADDRESSES$1) return void 0;
	if (ready.addresses === oldReady && notReady.addresses === oldNotReady) return {
		subsets: current.subsets,
		truncated,
		trigger: void 0
	};
	const subsets = [makeSubset(ready.addresses, notReady.addresses, subset.ports)];
	return {
		subsets: ready.addresses.length + notReady.addresses.length > 0 ? subsets : [],
		truncated,
		trigger: earlier(ready.trigger, notReady.trigger)
	};
}
var NONE$1 = [];
/**
* One of the lists with the looked-at Pods in their places, and the trigger of what changes; the same array when nothing does. A list
* that was `cut` to its first addresses is cut again to `room`; undefined when some of those left out, unknown here, would move up.
*/
function replaced(addresses, looked, ready, cut, room) {
	const last = addresses.at(-1)?.ip;
	let trigger;
	let made;
	for (const { name, before, place, since } of looked) {
		let wanted = place?.ready === ready ? place.address : void 0;
		if (wanted && cut && (last === void 0 || byText(wanted.ip, last) > 0)) wanted = void 0;
		const at = before === "" ? -1 : indexOf$1(made ?? addresses, before, name);
		const old = (made ?? addresses)[at];
		if (old ? wanted && sameAddress(old, wanted) : !wanted) continue;
		made ??= [...addresses];
		if (old) made.splice(at, 1);
		if (wanted) made.splice(placeIn(made, wanted.ip, true), 0, wanted);
		trigger = earlier(trigger, since);
	}
	const result = made ?? addresses;
	if (!cut || result.length === room) return {
		addresses: result,
		trigger
	};
	return result.length < room ? void 0 : {
		addresses: result.slice(0, room),
		trigger
	};
}
/** Index in the sorted list of the first address that is not before `ip` or, with `after`, of the first one after it. */
function placeIn(addresses, ip, after) {
	let [low, high] = [0, addresses.length];
	while (low < high) {
		const middle = low + high >> 1;
		const order = byText(addresses[middle].ip, ip);
		if (order < 0 || after && order === 0) low = middle + 1;
		else high = middle;
	}
	return low;
}
/** Index of a Pod's address in the sorted list, or -1. Pods on their node's network share its address. */
function indexOf$1(addresses, ip, pod) {
	for (let at = placeIn(addresses, ip, false); addresses[at]?.ip === ip; at++) if (addresses[at]?.targetRef?.name === pod) return at;
	return -1;
}
function earlier(a, b) {
	return a === void 0 || b !== void 0 && b < a ? b : a;
}
function sameAddress(a, b) {
	return a.ip === b.ip && a.targetRef?.uid === b.targetRef?.uid && a.hostname === b.hostname;
}
function sameRecord(a, b) {
	const keys = Object.keys(a);
	return keys.length === Object.keys(b ?? {}).length && keys.every((key) => a[key] === b?.[key]);
}
// src/controllers/endpoints/mirroring.ts
var NAME$8 = "endpointslicemirroring-controller";
var MANAGER = "endpointslicemirroring-controller.k8s.io";
var SKIP_MIRROR = "endpointslice.kubernetes.io/skip-mirror";
var LEADER = "control-plane.alpha.kubernetes.io/leader";
var LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
/** More addresses than this of a subset are not mirrored. */
var MAX_ADDRESSES = 1e3;
var mirroringController = {
	name: NAME$8,
	watches: {
		endpoints: (change) => [keyOf$2(change.object)],
		services: (change) => [keyOf$2(change.object)],
		[SLICES]: (change) => {
			const labels = (change.previous ?? change.object).metadata.labels;
			if (change.actor === NAME$8 || labels?.["endpointslice.kubernetes.io/managed-by"] !== MANAGER) return [];
			return [`${change.object.metadata.namespace}/${labels[SERVICE_NAME]}`];
		}
	},
	reconcile: reconcile$8
};
function reconcile$8({ world, api }, key) {
	const [namespace, name] = splitKey(key);
	const endpoints = world.store.get("endpoints", namespace, name);
	const service = world.store.get("services", namespace, name);
	const slices = slicesOf$1(world, namespace, name, MANAGER);
	if (!endpoints || !service || service.spec.selector || !isMirrored(endpoints)) {
		for (const slice of slices) api.delete(SLICES, namespace, slice.metadata.name);
		return;
	}
	const todo = packSlices(slices, groupsOf(endpoints), void 0);
	const { [TRIGGER_TIME]: _, [LAST_APPLIED]: __, ...annotations } = endpoints.metadata.annotations ?? {};
	const labels = {
		...endpoints.metadata.labels,
		[SERVICE_NAME]: name,
		[MANAGED_BY$1]: MANAGER
	};
	for (const { ports, endpoints: list } of todo.create) api.create(SLICES, {
		apiVersion: "discovery.k8s.io/v1",
		kind: "EndpointSlice",
		metadata: {
			generateName: `${name}-`,
			namespace,
			labels,
			...Object.keys(annotations).length > 0 && { annotations },
			ownerReferences: [controllerRef(endpoints)]
		},
		addressType: "IPv4",
		endpoints: list,
		ports
	});
	for (const { slice, ports, endpoints: list } of todo.update) api.update(SLICES, {
		...slice,
		metadata: {
			...slice.metadata,
			labels
		},
		endpoints: list,
		ports
	});
	for (const slice of todo.remove) api.delete(SLICES, namespace, slice.metadata.name);
}
function isMirrored({ metadata }) {
	return metadata.labels?.[SKIP_MIRROR] !== "true" && metadata.annotations?.[LEADER] === void 0;
}
function groupsOf(endpoints) {
	const groups = /* @__PURE__ */ new Map();
	for (const subset of endpoints.subsets ?? []) {
		const ports = (subset.ports ?? []).map((port) => ({
			...port,
			name: port.name ?? "",
			protocol: port.protocol ?? "TCP"
		}));
		const id = portsId$1(ports);
		let group = groups.get(id);
		if (!group) groups.set(id, group = {
			ports,
			endpoints: /* @__PURE__ */ new Map()
		});
		const all = [...(subset.addresses ?? []).map((address) => mirror(address, true)), ...(subset.notReadyAddresses ?? []).map((address) => mirror(address, false))];
		for (const endpoint of all.slice(0, MAX_ADDRESSES)) group.endpoints.set(idOf(endpoint), endpoint);
	}
	return groups;
}
function mirror({ ip, hostname, nodeName, targetRef }, ready) {
	return {
		addresses: [ip],
		conditions: { ready },
		...hostname && { hostname },
		...nodeName && { nodeName },
		...targetRef && { targetRef }
	};
}
// src/controllers/garbage.ts
/**
* The garbage collector: what a deleted object owned goes too. Keys are `owner <uid>` (an object is gone: look at what it owned)
* and `object <resource> <namespace>/<name>` (a terminating owner, or an object whose owners must be checked).
*/
var FOREGROUND = "foregroundDeletion";
var ORPHAN = "orphan";
/** What an owner reference names, by apiVersion and kind. */
var RESOURCES = new Map(API_RESOURCES.map(({ group, version, kind, plural, namespaced }) => [`${group === "" ? version : `${group}/${version}`} ${kind}`, {
	resource: group === "" ? plural : `${plural}.${group}`,
	namespaced
}]));
var garbageCollector = {
	name: "generic-garbage-collector",
	latencyMs: 20,
	watches: { ["*"]: keysOf },
	reconcile: reconcile$7
};
function keysOf(change, world) {
	const { type, resource, object, previous } = change;
	if (resource === "events") return [];
	const keys = [];
	if (type === "DELETED") {
		if (owns(world, object.metadata.uid)) keys.push(`owner ${object.metadata.uid}`);
	} else {
		const { deletionTimestamp, finalizers, ownerReferences } = object.metadata;
		const held = deletionTimestamp && finalizers?.some((one) => one === FOREGROUND || one === ORPHAN);
		const news = ownerReferences && ownerReferences !== previous?.metadata.ownerReferences && ownerReferences.some((one) => !exists(world, object, one));
		if (held || news) keys.push(objectKey(resource, object));
	}
	const before = previous?.metadata.ownerReferences;
	if (before && (type === "DELETED" || before !== object.metadata.ownerReferences)) for (const reference of before) {
		const owner = find(world, object, reference);
		if (owner?.object.metadata.deletionTimestamp && owner.object.metadata.finalizers?.includes(FOREGROUND)) keys.push(objectKey(owner.resource, owner.object));
	}
	return keys;
}
var objectKey = (resource, { metadata }) => `object ${resource} ${metadata.namespace ?? ""}/${metadata.name}`;
function owns(world, uid) {
	return world.store.resources().some((resource) => world.store.countIndex(resource, "owner", uid) > 0);
}
/** The object that a reference names, if it is there and is that one. */
function find(world, dependent, reference) {
	const known = RESOURCES.get(`${reference.apiVersion} ${reference.kind}`);
	const object = known && world.store.get(known.resource, known.namespaced ? dependent.metadata.namespace ?? "" : "", reference.name);
	return known && object?.metadata.uid === reference.uid ? {
		resource: known.resource,
		object
	} : void 0;
}
/** An owner of an unknown kind may be somewhere: its dependents are left alone. */
function exists(world, dependent, reference) {
	return !RESOURCES.has(`${reference.apiVersion} ${reference.kind}`) || find(world, dependent, reference) !== void 0;
}
function dependentsOf(world, uid) {
	return world.store.resources().flatMap((resource) => world.store.byIndex(resource, "owner", uid).map((object) => ({
		resource,
		object
	})));
}
function reconcile$7(context, key) {
	const { world } = context;
	const [kind, ...rest] = key.split(" ");
	if (kind === "owner") {
		for (const dependent of dependentsOf(world, rest[0])) collect$1(context, dependent);
		return;
	}
	const [resource, name] = rest;
	const object = world.store.get(resource, ...splitKey(name));
	if (!object) return;
	const { deletionTimestamp, finalizers } = object.metadata;
	if (deletionTimestamp && finalizers?.includes(ORPHAN)) orphan(context, {
		resource,
		object
	});
	else if (deletionTimestamp && finalizers?.includes(FOREGROUND)) waitForDependents(context, {
		resource,
		object
	});
	else collect$1(context, {
		resource,
		object
	});
}
/** Deletes an object none of whose owners is left; otherwise drops the references to those that are gone. */
function collect$1({ world, api }, { resource, object }) {
	const { ownerReferences = [], namespace = "", name, uid, finalizers, deletionTimestamp } = object.metadata;
	const solid = ownerReferences.filter((one) => exists(world, object, one));
	if (solid.length === ownerReferences.length) return;
	const waiting = solid.filter((one) => find(world, object, one)?.object.metadata.finalizers?.includes(FOREGROUND));
	if (solid.length > waiting.length || solid.length > 0 && deletionTimestamp) {
		api.update(resource, withOwners(object, solid));
		return;
	}
	if (deletionTimestamp) return;
	const propagationPolicy = finalizers?.includes(ORPHAN) ? "Orphan" : finalizers?.includes(FOREGROUND) || waiting.length > 0 && owns(world, uid) ? "Foreground" : "Background";
	api.delete(resource, namespace, name, {
		propagationPolicy,
		preconditions: { uid }
	});
}
/** Cuts the dependents loose, then lets the owner go. */
function orphan({ world, api }, { resource, object }) {
	for (const dependent of dependentsOf(world, object.metadata.uid)) {
		const left = (dependent.object.metadata.ownerReferences ?? []).filter((one) => one.uid !== object.metadata.uid);
		api.update(dependent.resource, withOwners(dependent.object, left));
	}
	dropFinalizer$1({ api }, {
		resource,
		object
	}, ORPHAN);
}
/** Deletes the dependents; the owner goes when none is left that blocks it. */
function waitForDependents(context, owner) {
	const { world, api } = context;
	const { uid } = owner.object.metadata;
	const dependents = dependentsOf(world, uid);
	for (const { resource, object } of dependents) {
		const { metadata } = object;
		const others = (metadata.ownerReferences ?? []).filter((one) => one.uid !== uid && exists(world, object, one));
		if (metadata.deletionTimestamp || others.length > 0) continue;
		const propagationPolicy = owns(world, metadata.uid) ? "Foreground" : "Background";
		api.delete(resource, metadata.namespace ?? "", metadata.name, {
			propagationPolicy,
			preconditions: { uid: metadata.uid }
		});
	}
	if (!dependentsOf(world, uid).some(({ object }) => object.metadata.ownerReferences?.some((one) => one.uid === uid && one.blockOwnerDeletion))) dropFinalizer$1(context, owner, FOREGROUND);
}
function dropFinalizer$1({ api }, { resource, object }, finalizer) {
	const { finalizers, ...metadata } = object.metadata;
	const left = (finalizers ?? []).filter((one) => one !== finalizer);
	api.update(resource, {
		...object,
		metadata: left.length > 0 ? {
			...metadata,
			finalizers: left
		} : metadata
	});
}
// src/controllers/replicaset/ranking.ts
var DELETION_COST = "controller.kubernetes.io/pod-deletion-cost";
var PHASES = {
	Pending: 0,
	Unknown: 1,
	Running: 2
};
var NANOS_PER_MS = 1e6;
/**
* The Pods in the order in which they should be deleted. `perNode` counts the Pods of the same Deployment (or ReplicaSet) by node;
* `now` is virtual time in ms.
*/
function deletionOrder(pods, perNode, now) {
	return pods.map((pod) => ranked(pod, perNode, now)).sort(compare).map(({ pod }) => pod);
}
function ranked(pod, perNode, now) {
	const ready = isReady$1(pod);
	const readyAt = ready ? Date.parse(condition$1(pod, "Ready")?.lastTransitionTime ?? "") : NaN;
	const createdAt = Date.parse(pod.metadata.creationTimestamp);
	const node = pod.spec.nodeName ?? "";
	return {
		pod,
		ranks: [
			node === "" ? 0 : 1,
			PHASES[pod.status.phase ?? "Pending"] ?? 0,
			ready ? 1 : 0,
			deletionCost(pod),
			node === "" ? 0 : -(perNode.get(node) ?? 0)
		],
		readyAt,
		readyBucket: bucket(now - readyAt),
		restarts: (pod.status.containerStatuses ?? []).reduce((max, one) => Math.max(max, one.restartCount), 0),
		createdAt,
		createdBucket: bucket(now - createdAt)
	};
}
/** The annotation's whole number; 0 when missing or not one. */
function deletionCost(pod) {
	const text = pod.metadata.annotations?.[DELETION_COST];
	return text !== void 0 && /^(0|-?[1-9]\d*)$/.test(text) ? Number(text) : 0;
}
/** Ages count on a logarithmic scale, so that Pods of about one age die in no special order. */
function bucket(ageMs) {
	return ageMs > 0 ? Math.floor(Math.log2(ageMs * NANOS_PER_MS)) : -1;
}
function compare(a, b) {
	for (let i = 0; i < a.ranks.length; i++) {
		const difference = a.ranks[i] - b.ranks[i];
		if (difference !== 0) return difference;
	}
	if (!Number.isNaN(a.readyAt) && !Number.isNaN(b.readyAt) && a.readyAt !== b.readyAt) return a.readyBucket - b.readyBucket || byUid(a, b);
	if (a.restarts !== b.restarts) return b.restarts - a.restarts;
	if (a.createdAt !== b.createdAt) return a.createdBucket - b.createdBucket || byUid(a, b);
	return 0;
}
function byUid(a, b) {
	return a.pod.metadata.uid < b.pod.metadata.uid ? -1 : 1;
}
// src/controllers/job/backoff.ts
var FIRST_MS = 1e4;
var MAX_MS = 6e5;
/** When the Pod ended, in ms; its deletion or `now` when no container tells. */
function finishedAt(pod, now) {
	const times = (pod.status.containerStatuses ?? []).map(({ state }) => state?.terminated?.finishedAt).filter((one) => one !== void 0).map((one) => Date.parse(one));
	if (times.length > 0) return Math.max(...times);
	const ready = pod.status.conditions?.find(({ type }) => type === "Ready")?.lastTransitionTime;
	return pod.metadata.deletionTimestamp ? Math.min(now, Date.parse(pod.metadata.deletionTimestamp)) : ready ? Date.parse(ready) : now;
}
/** ms still to wait after so many failures in a row, the last one at `last`. */
function remaining(failures, last, now) {
	if (failures === 0) return 0;
	return Math.max(0, last + Math.min(MAX_MS, FIRST_MS * 2 ** (failures - 1)) - now);
}
// src/controllers/job/indexes.ts
var INDEX = "batch.kubernetes.io/job-completion-index";
var FAILURE_COUNT = "batch.kubernetes.io/job-index-failure-count";
var VARIABLE = "JOB_COMPLETION_INDEX";
function isIndexed(job) {
	return job.spec.completionMode === "Indexed";
}
/** The Pod's index; undefined when it has none below the Job's completions. */
function indexOf(pod, completions) {
	const text = pod.metadata.annotations?.[INDEX];
	const index = text !== void 0 && /^\d+$/.test(text) ? Number(text) : void 0;
	return index !== void 0 && index < completions ? index : void 0;
}
/** `0-2,5` for 0, 1, 2, 5. */
function formatIndexes(indexes) {
	const sorted = [...indexes].sort((a, b) => a - b);
	const parts = [];
	for (let start = 0; start < sorted.length;) {
		let end = start;
		while (sorted[end + 1] === sorted[end] + 1) end++;
		if (end === start + 1) parts.push(`${sorted[start]},${sorted[end]}`);
		else parts.push(end === start ? `${sorted[start]}` : `${sorted[start]}-${sorted[end]}`);
		start = end + 1;
	}
	return parts.join(",");
}
function parseIndexes(text) {
	const indexes = /* @__PURE__ */ new Set();
	for (const part of (text ?? "").split(",").filter((one) => one !== "")) {
		const [first, last = first] = part.split("-").map(Number);
		for (let index = first; index <= last; index++) indexes.add(index);
	}
	return indexes;
}
/** The lowest indexes that neither are done nor have a Pod at work, at most `count`. */
function firstPending(taken, count, completions) {
	const pending = [];
	for (let index = 0; index < completions && pending.length < count; index++) if (!taken.has(index)) pending.push(index);
	return pending;
}
/** The template of an index's Pod: hostname, label, annotation and environment name the index. */
function templateOfIndex(job, template, index, more = {}) {
	const { metadata, spec } = template;
	const value = String(index);
	const fromAnnotation = {
		name: VARIABLE,
		valueFrom: { fieldRef: {
			apiVersion: "v1",
			fieldPath: `metadata.labels['${INDEX}']`
		} }
	};
	const withVariable = (containers) => containers.map((one) => one.env?.some(({ name }) => name === VARIABLE) ? one : {
		...one,
		env: [...one.env ?? [], fromAnnotation]
	});
	return {
		metadata: {
			...metadata,
			labels: {
				...metadata?.labels,
				[INDEX]: value
			},
			annotations: {
				...metadata?.annotations,
				...more,
				[INDEX]: value
			}
		},
		...spec && { spec: {
			...spec,
			hostname: `${job.metadata.name}-${index}`,
			containers: withVariable(spec.containers),
			...spec.initContainers && { initContainers: withVariable(spec.initContainers) }
		} }
	};
}
// src/controllers/job/policies.ts
var COUNTED$1 = { action: "Count" };
/** The first rule that matches decides; without one the failure counts towards backoffLimit. */
function judgeFailure(job, pod) {
	const { namespace, name } = pod.metadata;
	for (const [index, rule] of (job.spec.podFailurePolicy?.rules ?? []).entries()) {
		const action = rule.action;
		const container = rule.onExitCodes && endedAs(pod, rule.onExitCodes);
		const condition = pod.status.conditions?.find((one) => (rule.onPodConditions ?? []).some(({ type, status = "True" }) => one.type === type && one.status === status));
		if (container) {
			const message = `Container ${container.name} for pod ${namespace}/${name} failed with exit code ${container.state?.terminated?.exitCode} matching ${action} rule at index ${index}`;
			return action === "FailJob" ? {
				action,
				message
			} : { action };
		}
		if (condition) {
			const message = `Pod ${namespace}/${name} has condition ${condition.type} matching ${action} rule at index ${index}`;
			return action === "FailJob" ? {
				action,
				message
			} : { action };
		}
	}
	return COUNTED$1;
}
/** The container whose exit code the rule is about; success never is. */
function endedAs(pod, { containerName, operator, values }) {
	return [...pod.status.containerStatuses ?? [], ...pod.status.initContainerStatuses ?? []].find(({ name, state }) => {
		const code = state?.terminated?.exitCode;
		if (code === void 0 || code === 0 || containerName && containerName !== name) return false;
		return operator === "In" ? values.includes(code) : operator === "NotIn" && !values.includes(code);
	});
}
/** `Matched rules at index 0` when one of the rules is met. */
function successMessage(policy, completions, succeeded) {
	const met = (policy?.rules ?? []).findIndex(({ succeededIndexes, succeededCount }) => {
		const wanted = succeededIndexes === void 0 ? void 0 : [...parseIndexes(succeededIndexes)].filter((index) => index < completions);
		const done = wanted ? wanted.filter((index) => succeeded.has(index)).length : succeeded.size;
		return succeededCount === void 0 ? wanted !== void 0 && done >= wanted.length : done >= succeededCount;
	});
	return met < 0 ? void 0 : `Matched rules at index ${met}`;
}
// src/controllers/job/index.ts
var NAME$7 = "job-controller";
var SOURCE$7 = { component: NAME$7 };
var JOBS = "jobs.batch";
var FINALIZER$2 = "batch.kubernetes.io/job-tracking";
/** Changes of Pods are looked at together, once in this time. */
var BATCH_MS = 1e3;
/** The most Pods made or deleted in one reconcile. */
var BURST$1 = 500;
var jobController = {
	name: NAME$7,
	watches: {
		[JOBS]: jobChanged,
		pods: podChanged$2
	},
	reconcile: reconcile$6
};
function jobChanged({ type, object }, world) {
	if (type !== "DELETED") return [keyOf$2(object)];
	return world.store.byIndex("pods", "owner", object.metadata.uid).map((pod) => `orphan ${keyOf$2(pod)}`);
}
function podChanged$2({ type, object, previous }, world) {
	const owner = controllerOf$1(object) ?? (previous && controllerOf$1(previous));
	if (owner?.kind !== "Job") return [];
	const { namespace = "" } = object.metadata;
	if (world.store.get(JOBS, namespace, owner.name)?.metadata.uid === owner.uid) return type === "ADDED" ? [] : [`pod ${namespace}/${owner.name}`];
	return type !== "DELETED" && object.metadata.finalizers?.includes(FINALIZER$2) ? [`orphan ${keyOf$2(object)}`] : [];
}
function reconcile$6(context, key) {
	const { world } = context;
	const [kind, name] = key.includes(" ") ? key.split(" ") : ["job", key];
	if (kind === "orphan") return releaseOrphan(context, name);
	if (kind === "pod") {
		const due = world.timers.at("requeue", `${NAME$7} ${name}`);
		if (due === void 0 || due > world.now + BATCH_MS) context.requeueAfter(name, BATCH_MS);
		return;
	}
	const job = world.store.get(JOBS, ...splitKey(name));
	if (job && !isFinished(job) && job.spec.managedBy === void 0) new Sync$1(context, job).run();
	else if (job) releaseCounted(context, job);
}
/** A Pod whose Job is gone is not held back any more. */
function releaseOrphan(context, key) {
	const pod = context.world.store.get("pods", ...splitKey(key));
	if (pod) dropFinalizer(context, pod);
}
/** Pods that end after their Job did. */
function releaseCounted(context, job) {
	for (const pod of context.world.store.byIndex("pods", "owner", job.metadata.uid)) if (!isActive$1(pod)) dropFinalizer(context, pod);
}
function dropFinalizer({ api }, pod) {
	if (!pod.metadata.finalizers?.includes(FINALIZER$2)) return;
	const finalizers = pod.metadata.finalizers.filter((one) => one !== FINALIZER$2);
	api.update("pods", {
		...pod,
		metadata: {
			...pod.metadata,
			finalizers
		}
	});
}
function conditionOf$2(job, type) {
	return ("metadata" in job ? job.status : job).conditions?.find((one) => one.type === type && one.status === "True");
}
function isFinished(job) {
	return (conditionOf$2(job, "Complete") ?? conditionOf$2(job, "Failed")) !== void 0;
}
var failure = (reason, message) => ({
	type: "FailureTarget",
	reason,
	message
});
var BACKOFF_EXCEEDED = failure("BackoffLimitExceeded", "Job has reached the specified backoff limit");
var DEADLINE_EXCEEDED = failure("DeadlineExceeded", "Job was active longer than specified deadline");
var TOO_MANY_INDEXES = failure("MaxFailedIndexesExceeded", "Job has exceeded the specified maximal number of failed indexes");
var FAILED_INDEXES = failure("FailedIndexes", "Job has failed indexes");
var COMPLETED = {
	type: "SuccessCriteriaMet",
	reason: "CompletionsReached",
	message: "Reached expected number of succeeded pods"
};
/** One look at a Job that is not over. */
var Sync$1 = class {
	context;
	world;
	job;
	pods;
	active;
	/** Pods that ended and were not counted yet. */
	ended;
	succeededIndexes;
	failedIndexes;
	startTime;
	conditions;
	/** Why Pods could not be made: tried again after what is known is written. */
	refusal;
	constructor(context, job) {
		this.context = context;
		this.world = context.world;
		this.job = job;
		this.pods = this.world.store.byIndex("pods", "owner", job.metadata.uid).filter((pod) => controllerOf$1(pod)?.uid === job.metadata.uid);
		this.active = this.pods.filter(isActive$1);
		this.ended = this.pods.filter((pod) => pod.metadata.finalizers?.includes(FINALIZER$2) && this.isOver(pod)).map((pod) => {
			const succeeded = pod.status.phase === "Succeeded";
			return {
				pod,
				succeeded,
				verdict: succeeded ? { action: "Count" } : judgeFailure(job, pod)
			};
		});
		this.succeededIndexes = parseIndexes(job.status.completedIndexes);
		this.failedIndexes = parseIndexes(job.status.failedIndexes);
		this.startTime = job.status.startTime ?? (this.suspended ? void 0 : this.now);
		this.conditions = job.status.conditions ?? [];
	}
	get now() {
		return formatTime(this.world.now);
	}
	get suspended() {
		return this.job.spec.suspend === true;
	}
	/** A deleted Pod counts as failed at once, unless only failed ones are replaced. */
	isOver({ metadata, status }) {
		if (status.phase === "Succeeded" || status.phase === "Failed") return true;
		return metadata.deletionTimestamp !== void 0 && this.job.spec.podReplacementPolicy !== "Failed";
	}
	get perIndex() {
		return this.job.spec.backoffLimitPerIndex !== void 0;
	}
	run() {
		const { spec, status } = this.job;
		const failed = (status.failed ?? 0) + this.ended.filter(({ succeeded, verdict }) => !succeeded && verdict.action !== "Ignore").length;
		if (isIndexed(this.job)) this.countIndexes();
		const succeeded = isIndexed(this.job) ? this.succeededIndexes.size : (status.succeeded ?? 0) + this.ended.filter((one) => one.succeeded).length;
		let end = this.endSoFar(failed);
		const news = [];
		if (end) this.remove(this.active.length);
		else {
			if (!this.job.metadata.deletionTimestamp) this.manage(succeeded);
			if (this.isComplete(succeeded)) end = COMPLETED;
			else news.push(...this.followSuspension());
		}
		const released = this.ended.map(({ pod }) => pod);
		this.write(failed, succeeded, end);
		for (const reason of news) this.event("Normal", reason, reason === "Suspended" ? "Job suspended" : "Job resumed");
		for (const pod of released) {
			const current = this.world.store.get("pods", pod.metadata.namespace ?? "", pod.metadata.name);
			if (current?.metadata.uid === pod.metadata.uid) dropFinalizer(this.context, current);
		}
		if (!end && spec.activeDeadlineSeconds !== void 0 && !this.suspended && this.startTime) this.lookAgainIn(parseTime(this.startTime) + spec.activeDeadlineSeconds * 1e3 - this.world.now);
		if (this.refusal) throw this.refusal;
	}
	/** Reconciles in a while, unless that happens earlier anyway. */
	lookAgainIn(ms) {
		const key = keyOf$2(this.job);
		const due = this.world.timers.at("requeue", `${NAME$7} ${key}`);
		if (due === void 0 || due > this.world.now + ms) this.context.requeueAfter(key, Math.max(0, ms));
	}
	event(type, reason, message) {
		this.context.api.event(this.job, type, reason, message, SOURCE$7);
	}
	/** Notes the indexes of the Pods that ended. */
	countIndexes() {
		const { completions = 0, backoffLimitPerIndex } = this.job.spec;
		for (const { pod, succeeded, verdict } of this.ended) {
			const index = indexOf(pod, completions);
			if (index === void 0) continue;
			if (succeeded) this.succeededIndexes.add(index);
			else if (backoffLimitPerIndex !== void 0) {
				const failures = Number(pod.metadata.annotations?.["batch.kubernetes.io/job-index-failure-count"] ?? 0) + (verdict.action === "Ignore" ? 0 : 1);
				if (verdict.action === "FailIndex" || failures > backoffLimitPerIndex) this.failedIndexes.add(index);
			}
		}
		for (const index of this.succeededIndexes) this.failedIndexes.delete(index);
	}
	/** The end that was decided before, or that what is now decides. */
	endSoFar(failed) {
		const { spec, status } = this.job;
		for (const type of ["SuccessCriteriaMet", "FailureTarget"]) {
			const decided = conditionOf$2(status, type);
			if (decided) return {
				type,
				reason: decided.reason ?? "",
				message: decided.message ?? ""
			};
		}
		const fatal = this.ended.find(({ verdict }) => verdict.action === "FailJob")?.verdict.message;
		if (fatal !== void 0) return failure("PodFailurePolicy", fatal);
		if (failed > (spec.backoffLimit ?? 6) || this.restartedTooOften()) return BACKOFF_EXCEEDED;
		if (this.pastDeadline()) return DEADLINE_EXCEEDED;
		if (!isIndexed(this.job)) return void 0;
		const { completions = 0, maxFailedIndexes } = spec;
		if (this.perIndex) {
			if (maxFailedIndexes !== void 0 && this.failedIndexes.size > maxFailedIndexes) return TOO_MANY_INDEXES;
			if (this.failedIndexes.size > 0 && this.failedIndexes.size + this.succeededIndexes.size >= completions) return FAILED_INDEXES;
		}
		const message = successMessage(spec.successPolicy, completions, this.succeededIndexes);
		return message === void 0 ? void 0 : {
			type: "SuccessCriteriaMet",
			reason: "SuccessPolicy",
			message
		};
	}
	/** With restartPolicy OnFailure the restarts of running Pods count. */
	restartedTooOften() {
		const { template, backoffLimit = 6 } = this.job.spec;
		if (template.spec?.restartPolicy !== "OnFailure") return false;
		let restarts = 0;
		for (const { status } of this.pods) {
			if (status.phase !== "Running" && status.phase !== "Pending") continue;
			for (const one of [...status.initContainerStatuses ?? [], ...status.containerStatuses ?? []]) restarts += one.restartCount;
		}
		return backoffLimit === 0 ? restarts > 0 : restarts >= backoffLimit;
	}
	pastDeadline() {
		const { activeDeadlineSeconds } = this.job.spec;
		if (activeDeadlineSeconds === void 0 || !this.job.status.startTime || this.suspended) return false;
		return this.world.now - parseTime(this.job.status.startTime) >= activeDeadlineSeconds * 1e3;
	}
	/** Deletes so many active Pods: those that are least far first. */
	remove(count) {
		const control = {
			api: this.context.api,
			owner: this.job,
			...SOURCE$7
		};
		for (const pod of deletionOrder(this.active, /* @__PURE__ */ new Map(), this.world.now).slice(0, Math.min(count, BURST$1))) if (!deletePod(control, pod)) this.active = this.active.filter((one) => one !== pod);
	}
	/** Brings the number of active Pods to what is wanted. */
	manage(succeeded) {
		const { spec } = this.job;
		if (this.suspended) return this.remove(this.active.length);
		const { parallelism = 1, completions } = spec;
		const wanted = completions === void 0 ? succeeded > 0 ? this.active.length : parallelism : Math.max(0, Math.min(completions - succeeded, parallelism));
		if (this.active.length > wanted) return this.remove(this.active.length - wanted);
		const leaving = spec.podReplacementPolicy === "Failed" ? this.pods.filter(isTerminating$1).length : 0;
		const missing = Math.min(wanted - leaving - this.active.length, BURST$1);
		if (missing <= 0) return;
		if (!this.perIndex) {
			const wait = this.backoff(this.pods);
			if (wait > 0) return this.lookAgainIn(wait);
		}
		this.refusal = isIndexed(this.job) ? this.createIndexes(missing) : this.create(missing);
	}
	/** ms to wait after the failures since the last success among these Pods. */
	backoff(pods) {
		const ends = pods.filter((pod) => this.isOver(pod)).map((pod) => ({
			failed: pod.status.phase !== "Succeeded",
			at: finishedAt(pod, this.world.now)
		})).sort((a, b) => b.at - a.at);
		const sinceSuccess = ends.findIndex(({ failed }) => !failed);
		return remaining(sinceSuccess < 0 ? ends.length : sinceSuccess, ends[0]?.at ?? 0, this.world.now);
	}
	get template() {
		const { template } = this.job.spec;
		const finalizers = template.metadata?.finalizers ?? [];
		return {
			...template,
			metadata: {
				...template.metadata,
				finalizers: finalizers.includes(FINALIZER$2) ? finalizers : [...finalizers, FINALIZER$2]
			}
		};
	}
	create(missing) {
		const { template } = this;
		return inBatches(missing, () => createPod({
			api: this.context.api,
			owner: this.job,
			...SOURCE$7
		}, template));
	}
	createIndexes(missing) {
		const { completions = 0 } = this.job.spec;
		const taken = /* @__PURE__ */ new Set([...this.succeededIndexes, ...this.failedIndexes]);
		for (const pod of this.pods) {
			if (this.isOver(pod) && !isTerminating$1(pod)) continue;
			const index = indexOf(pod, completions);
			if (index !== void 0) taken.add(index);
		}
		const pending = firstPending(taken, this.perIndex ? completions : missing, completions);
		const ready = this.perIndex ? pending.filter((index) => this.indexReady(index)).slice(0, missing) : pending;
		const { template } = this;
		return inBatches(ready.length, (at) => {
			const index = ready[at];
			const made = templateOfIndex(this.job, template, index, this.perIndex ? this.failureCounts(index) : {});
			return createPod({
				api: this.context.api,
				owner: this.job,
				...SOURCE$7
			}, made, `${this.job.metadata.name}-${index}-`);
		});
	}
	podsOf(index) {
		return this.pods.filter((pod) => indexOf(pod, this.job.spec.completions ?? 0) === index);
	}
	/** With a limit for each index, each has a back-off of its own. */
	indexReady(index) {
		const wait = this.backoff(this.podsOf(index));
		if (wait > 0) this.lookAgainIn(wait);
		return wait === 0;
	}
	/** How often the index failed already, for its next Pod. */
	failureCounts(index) {
		const failed = this.podsOf(index).filter((pod) => this.isOver(pod) && pod.status.phase !== "Succeeded");
		const ignored = failed.filter((pod) => judgeFailure(this.job, pod).action === "Ignore").length;
		return {
			[FAILURE_COUNT]: String(failed.length - ignored),
			...ignored > 0 && { ["batch.kubernetes.io/job-index-ignored-failure-count"]: String(ignored) }
		};
	}
	isComplete(succeeded) {
		const { completions } = this.job.spec;
		if (this.currentlyActive() > 0) return false;
		return completions === void 0 ? succeeded > 0 : succeeded >= completions;
	}
	/** Active Pods now, those just made included. */
	currentlyActive() {
		return this.livePods().filter(isActive$1).length;
	}
	livePods() {
		const { uid } = this.job.metadata;
		return this.world.store.byIndex("pods", "owner", uid).filter((pod) => controllerOf$1(pod)?.uid === uid);
	}
	/** The condition Suspended; returns the reasons of events to come. */
	followSuspension() {
		const before = this.conditions.find(({ type }) => type === "Suspended");
		if (this.suspended ? before?.status === "True" : before?.status !== "True") return [];
		const [status, reason, message] = this.suspended ? [
			"True",
			"JobSuspended",
			"Job suspended"
		] : [
			"False",
			"JobResumed",
			"Job resumed"
		];
		this.setCondition({
			type: "Suspended",
			status,
			reason,
			message
		});
		if (!this.suspended) this.startTime = this.now;
		return [this.suspended ? "Suspended" : "Resumed"];
	}
	setCondition(condition) {
		const made = {
			...condition,
			lastProbeTime: this.now,
			lastTransitionTime: this.now
		};
		const index = this.conditions.findIndex(({ type }) => type === condition.type);
		this.conditions = index < 0 ? [...this.conditions, made] : this.conditions.map((one, at) => at === index ? made : one);
	}
	write(failed, succeeded, end) {
		const live = this.livePods();
		const active = live.filter(isActive$1);
		const terminating = live.filter(isTerminating$1).length;
		if (end && !conditionOf$2({ conditions: this.conditions }, end.type)) this.setCondition({
			...end,
			status: "True"
		});
		const over = end !== void 0 && active.length === 0 && terminating === 0;
		const type = end?.type === "SuccessCriteriaMet" ? "Complete" : "Failed";
		if (end && over) this.setCondition({
			type,
			status: "True",
			reason: end.reason,
			message: end.message
		});
		const status = {
			...active.length > 0 && { active: active.length },
			...isIndexed(this.job) && this.succeededIndexes.size > 0 && { completedIndexes: formatIndexes(this.succeededIndexes) },
			...over && type === "Complete" && { completionTime: this.now },
			...this.conditions.length > 0 && { conditions: this.conditions },
			...failed > 0 && { failed },
			...this.perIndex && { failedIndexes: formatIndexes(this.failedIndexes) },
			ready: active.filter(isReady$1).length,
			...this.startTime && { startTime: this.startTime },
			...succeeded > 0 && { succeeded },
			terminating,
			uncountedTerminatedPods: {}
		};
		this.context.api.updateStatus(JOBS, {
			...this.job,
			status
		});
		if (end && over) this.tellEnd(end, succeeded);
	}
	tellEnd(end, succeeded) {
		if (end.type === "FailureTarget") return this.event("Warning", end.reason, end.message);
		const { completions } = this.job.spec;
		if (completions !== void 0 && succeeded > completions) this.event("Warning", "TooManySucceededPods", "Too many succeeded pods running after completion count reached");
		this.event("Normal", "Completed", "Job completed");
	}
};
// src/controllers/job/ttl.ts
var ttlAfterFinishedController = {
	name: "ttl-after-finished-controller",
	watches: { "jobs.batch": ({ type, object }) => type === "DELETED" || endOf$1(object) === void 0 ? [] : [keyOf$2(object)] },
	reconcile(context, key) {
		const { world, api } = context;
		const [namespace, name] = splitKey(key);
		const job = world.store.get("jobs.batch", namespace, name);
		const end = job && endOf$1(job);
		if (!job || end === void 0 || job.metadata.deletionTimestamp) return;
		const wait = end + job.spec.ttlSecondsAfterFinished * 1e3 - world.now;
		if (wait > 0) context.requeueAfter(key, wait);
		else api.delete("jobs.batch", namespace, name, {
			propagationPolicy: "Foreground",
			preconditions: { uid: job.metadata.uid }
		});
	}
};
/** When a Job with a time to live ended, ms. */
function endOf$1({ spec, status }) {
	if (spec.ttlSecondsAfterFinished === void 0) return void 0;
	const condition = status.conditions?.find(({ type, status: is }) => (type === "Complete" || type === "Failed") && is === "True");
	return condition?.lastTransitionTime ? Date.parse(condition.lastTransitionTime) : void 0;
}
// src/controllers/load-balancer.ts
var NAME$6 = "minikube-tunnel";
/** The world's slot `tunnel`. */
function tunnelState(world) {
	return world.slot("tunnel", () => ({
		clients: 0,
		running: false
	}));
}
/** Opens (1) or closes (-1) a tunnel. */
function changeTunnel(world, by) {
	const state = tunnelState(world);
	state.clients = Math.max(0, state.clients + by);
	state.running = state.clients > 0;
	for (const service of world.store.list("services")) if (isBalanced(service)) world.queues.add(NAME$6, keyOf$2(service), 0);
}
/** The Services that a tunnel serves. */
function isBalanced(service) {
	return service.spec.type === "LoadBalancer" && (service.spec.loadBalancerClass ?? "") === "";
}
var loadBalancerController = {
	name: NAME$6,
	latencyMs: 100,
	watches: { services: ({ type, object }) => type === "DELETED" ? [] : [keyOf$2(object)] },
	reconcile: reconcile$5
};
function reconcile$5({ world, api }, key) {
	const service = world.store.get("services", ...splitKey(key));
	if (!service) return;
	const ip = isBalanced(service) && tunnelState(world).running ? service.spec.clusterIP : void 0;
	const before = service.status.loadBalancer?.ingress;
	if (before?.[0]?.ip === ip && (before?.length ?? 0) === (ip ? 1 : 0)) return;
	const loadBalancer = ip ? { ingress: [{
		ip,
		ipMode: "VIP"
	}] } : {};
	api.updateStatus("services", {
		...service,
		status: {
			...service.status,
			loadBalancer
		}
	});
}
var namespaceController = {
	name: "namespace-controller",
	latencyMs: 5e3,
	watches: { namespaces: ({ type, object }) => type !== "DELETED" && object.metadata.deletionTimestamp ? [object.metadata.name] : [] },
	reconcile: reconcile$4
};
function reconcile$4(context, name) {
	const { world, api } = context;
	const namespace = world.store.get("namespaces", "", name);
	if (!namespace?.metadata.deletionTimestamp) return;
	empty(context, name);
	const left = contents$1(world, name);
	if (left.size === 0) {
		const finalizers = (namespace.spec.finalizers ?? []).filter((one) => one !== "kubernetes");
		api.update("namespaces", {
			...namespace,
			spec: {
				...namespace.spec,
				finalizers
			}
		});
		return;
	}
	const conditions = conditionsOf$1(namespace, left, formatTime(world.now));
	api.updateStatus("namespaces", {
		...namespace,
		status: {
			...namespace.status,
			phase: "Terminating",
			conditions
		}
	});
	context.requeueAfter(name, patience(left.get("pods")));
}
/** What a namespace still holds, by resource. */
function contents$1(world, namespace) {
	const all = /* @__PURE__ */ new Map();
	for (const resource of world.store.resources()) {
		if (!NAMESPACED.has(resource)) continue;
		const objects = world.store.list(resource, namespace);
		if (objects.length > 0) all.set(resource, objects);
	}
	return all;
}
var NAMESPACED = new Set(API_RESOURCES.filter((one) => one.namespaced).map((one) => one.group === "" ? one.plural : `${one.plural}.${one.group}`));
/** Deletes the Pods, and when none is left all the rest. */
function empty({ world, api }, namespace) {
	const remove = (resource) => {
		for (const { metadata } of world.store.list(resource, namespace)) if (!metadata.deletionTimestamp) api.delete(resource, namespace, metadata.name, { propagationPolicy: "Background" });
	};
	remove("pods");
	if (world.store.list("pods", namespace).length > 0) return;
	for (const resource of contents$1(world, namespace).keys()) remove(resource);
}
function conditionsOf$1(namespace, left, now) {
	const remaining = [...left].map(([resource, objects]) => `${resource.includes(".") ? resource : `${resource}.`} has ${objects.length} resource instances`);
	const finalizers = /* @__PURE__ */ new Map();
	for (const objects of left.values()) for (const { metadata } of objects) for (const one of metadata.finalizers ?? []) finalizers.set(one, (finalizers.get(one) ?? 0) + 1);
	const held = [...finalizers].sort().map(([one, count]) => `${one} in ${count} resource instances`);
	return [
		condition("NamespaceDeletionDiscoveryFailure", "False", "ResourcesDiscovered", "All resources successfully discovered"),
		condition("NamespaceDeletionGroupVersionParsingFailure", "False", "ParsedGroupVersions", "All legacy kube types successfully parsed"),
		condition("NamespaceDeletionContentFailure", "False", "ContentDeleted", "All content successfully deleted, may be waiting on finalization"),
		condition("NamespaceContentRemaining", "True", "SomeResourcesRemain", `Some resources are remaining: ${remaining.join(", ")}`),
		held.length > 0 ? condition("NamespaceFinalizersRemaining", "True", "SomeFinalizersRemain", `Some content in the namespace has finalizers remaining: ${held.join(", ")}`) : condition("NamespaceFinalizersRemaining", "False", "ContentHasNoFinalizers", "All content-preserving finalizers finished")
	].map((one) => {
		const before = namespace.status.conditions?.find(({ type }) => type === one.type);
		return {
			...one,
			lastTransitionTime: before?.status === one.status ? before.lastTransitionTime : now
		};
	});
}
var condition = (type, status, reason, message) => ({
	type,
	status,
	reason,
	message
});
/** ms until the next look: half of the longest grace of its Pods, and a second. */
function patience(pods) {
	const longest = (pods ?? []).reduce((max, pod) => Math.max(max, pod.spec.terminationGracePeriodSeconds ?? 30), 0);
	return (Math.floor(longest / 2) + 1) * 1e3;
}
// src/controllers/node-lifecycle.ts
/**
* The node lifecycle controller: a node whose kubelet is silent becomes Unknown, its Pods not ready; conditions become taints.
* Heartbeats are not written: a node that is on has beaten, one that is off beat last before it went off.
*/
var NAME$5 = "node-lifecycle-controller";
var SOURCE$6 = { component: "node-controller" };
/** kube-controller-manager's node-monitor-grace-period and node-monitor-period. */
var GRACE_MS = 5e4;
var MONITOR_MS = 5e3;
/** What the kubelet reports; the order in which they are shown. */
var CONDITIONS$1 = [
	"MemoryPressure",
	"DiskPressure",
	"PIDPressure",
	READY
];
var UNREACHABLE$1 = "node.kubernetes.io/unreachable";
var NOT_READY$1 = "node.kubernetes.io/not-ready";
/** Taints that conditions other than Ready stand for, by condition and status. */
var CONDITION_TAINTS = [
	[
		"MemoryPressure",
		"True",
		"node.kubernetes.io/memory-pressure"
	],
	[
		"DiskPressure",
		"True",
		"node.kubernetes.io/disk-pressure"
	],
	[
		"NetworkUnavailable",
		"True",
		"node.kubernetes.io/network-unavailable"
	],
	[
		"PIDPressure",
		"True",
		"node.kubernetes.io/pid-pressure"
	],
	[
		READY,
		"False",
		NOT_READY$1
	],
	[
		READY,
		"Unknown",
		UNREACHABLE$1
	]
];
var UNSCHEDULABLE = "node.kubernetes.io/unschedulable";
var OWN_NO_SCHEDULE = /* @__PURE__ */ new Set([...CONDITION_TAINTS.map(([, , key]) => key), UNSCHEDULABLE]);
var nodeLifecycleController = {
	name: NAME$5,
	latencyMs: 50,
	watches: { nodes: ({ type, object }) => type === "DELETED" ? [] : [object.metadata.name] },
	reconcile: reconcile$3
};
function reconcile$3(context, name) {
	const { world } = context;
	const node = world.store.get("nodes", "", name);
	if (node && !isRunning(world, name)) watchSilence(context, node);
	const after = world.store.get("nodes", "", name);
	if (after) syncTaints(context, after);
}
function watchSilence(context, node) {
	const { world } = context;
	const { name } = node.metadata;
	const beat = lastHeartbeat(world, name);
	const noticedAt = Math.ceil((beat + GRACE_MS) / MONITOR_MS) * MONITOR_MS;
	if (world.now < noticedAt) context.requeueAfter(name, noticedAt - world.now);
	else if (conditionOf$1(node, "Ready")?.status !== "Unknown") markUnknown(context, node, formatTime(beat));
}
var conditionOf$1 = (node, type) => node.status.conditions?.find((one) => one.type === type);
function markUnknown({ world, api }, node, beat) {
	const now = formatTime(world.now);
	const known = node.status.conditions ?? [];
	const unknown = (type) => ({
		type,
		status: "Unknown",
		reason: "NodeStatusUnknown",
		message: "Kubelet stopped posting node status.",
		lastHeartbeatTime: beat,
		lastTransitionTime: now
	});
	const conditions = [...known.filter((one) => !CONDITIONS$1.includes(one.type)), ...CONDITIONS$1.map(unknown)];
	api.updateStatus("nodes", {
		...node,
		status: {
			...node.status,
			conditions
		}
	});
	api.event(node, "Normal", "NodeNotReady", `Node ${node.metadata.name} status is now: NodeNotReady`, SOURCE$6);
	for (const pod of world.store.byIndex("pods", "node", node.metadata.name)) {
		if (!isReady$1(pod)) continue;
		const after = pod.status.conditions?.map((one) => one.type === "Ready" ? {
			...one,
			status: "False",
			lastTransitionTime: now
		} : one);
		api.updateStatus("pods", {
			...pod,
			status: {
				...pod.status,
				conditions: after
			}
		});
		api.event(pod, "Warning", "NodeNotReady", "Node is not ready", SOURCE$6);
	}
}
/** NoSchedule taints for what is wrong with the node, and NoExecute ones when it is not ready or cannot be reached. */
function syncTaints({ world, api }, node) {
	const keys = CONDITION_TAINTS.filter(([type, status]) => conditionOf$1(node, type)?.status === status).map(([, , key]) => key);
	const wanted = [...keys, ...node.spec.unschedulable ? [UNSCHEDULABLE] : []].map((key) => ({
		key,
		effect: "NoSchedule"
	}));
	for (const key of [NOT_READY$1, UNREACHABLE$1]) if (keys.includes(key)) wanted.push({
		key,
		effect: "NoExecute"
	});
	const before = node.spec.taints ?? [];
	const isOwn = ({ key, effect }) => effect === "NoSchedule" ? OWN_NO_SCHEDULE.has(key) : effect === "NoExecute" && (key === NOT_READY$1 || key === UNREACHABLE$1);
	const same = (a, b) => a.key === b.key && a.effect === b.effect;
	const kept = before.filter((taint) => !isOwn(taint) || wanted.some((one) => same(one, taint)));
	const added = wanted.filter((taint) => !before.some((one) => same(one, taint))).map((taint) => ({
		...taint,
		timeAdded: formatTime(world.now)
	}));
	if (kept.length === before.length && added.length === 0) return;
	const { taints: _, ...spec } = node.spec;
	const taints = [...kept, ...added];
	api.update("nodes", {
		...node,
		spec: taints.length > 0 ? {
			...spec,
			taints
		} : spec
	});
}
// src/controllers/taint-eviction.ts
/** The taint eviction controller: deletes Pods from nodes with NoExecute taints, at once or when their toleration ends. */
var NAME$4 = "taint-eviction-controller";
var SOURCE$5 = { component: NAME$4 };
var taintEvictionController = {
	name: NAME$4,
	watches: {
		nodes: ({ type, object, previous }, world) => {
			if (type === "DELETED" || previous?.spec.taints === object.spec.taints) return [];
			return world.store.byIndex("pods", "node", object.metadata.name).map(keyOf$2);
		},
		pods: ({ type, object, previous }, world) => {
			const [before, after] = [previous, object];
			if (type === "DELETED") {
				delete tainted(world)[after.metadata.uid];
				return [];
			}
			if (!after.spec.nodeName || before?.spec === after.spec) return [];
			return taintsOf(world, after).length > 0 ? [keyOf$2(after)] : [];
		}
	},
	reconcile: reconcile$2
};
/** Since when Pods that tolerate their node's taints for a time have had to, by uid; virtual ms. */
var tainted = (world) => world.slot("tainted-pods", () => ({}));
function taintsOf(world, pod) {
	return (world.store.get("nodes", "", pod.spec.nodeName ?? "")?.spec.taints ?? []).filter((one) => one.effect === "NoExecute");
}
function reconcile$2(context, key) {
	const { world, api } = context;
	const since = tainted(world);
	const pod = world.store.get("pods", ...splitKey(key));
	if (!pod || pod.metadata.deletionTimestamp) {
		if (pod) delete since[pod.metadata.uid];
		return;
	}
	const { uid } = pod.metadata;
	const patience = toleratedFor(pod, taintsOf(world, pod));
	if (patience === Number.POSITIVE_INFINITY) {
		if (uid in since) api.event(pod, "Normal", "TaintManagerEviction", `Cancelling deletion of Pod ${key}`, SOURCE$5);
		delete since[uid];
		return;
	}
	const left = (since[uid] ??= world.now) + patience - world.now;
	if (left > 0) {
		context.requeueAfter(key, left);
		return;
	}
	delete since[uid];
	evict(context, pod);
}
/** ms for which the Pod tolerates all the taints; 0 when it does not tolerate one of them. */
function toleratedFor(pod, taints) {
	let least = Number.POSITIVE_INFINITY;
	for (const taint of taints) {
		const used = (pod.spec.tolerations ?? []).filter((one) => tolerates$1(one, taint));
		if (used.length === 0) return 0;
		for (const { tolerationSeconds } of used) if (tolerationSeconds !== void 0) least = Math.min(least, Math.max(0, tolerationSeconds) * 1e3);
	}
	return least;
}
function evict({ world, api }, pod) {
	const { namespace = "", name } = pod.metadata;
	api.event(pod, "Normal", "TaintManagerEviction", `Marking for deletion Pod ${namespace}/${name}`, SOURCE$5);
	const target = disruption(world, "DeletionByTaintManager", "Taint manager: deleting due to NoExecute taint", pod);
	api.updateStatus("pods", {
		...pod,
		status: {
			...pod.status,
			conditions: target
		}
	});
	api.delete("pods", namespace, name);
}
/** A Pod's conditions with the one that says why it is about to be deleted. */
function disruption(world, reason, message, pod) {
	const condition = {
		type: "DisruptionTarget",
		status: "True",
		observedGeneration: pod.metadata.generation,
		reason,
		message,
		lastTransitionTime: formatTime(world.now)
	};
	return [...(pod.status.conditions ?? []).filter((one) => one.type !== condition.type), condition];
}
// src/controllers/pod-garbage.ts
/** A node must be gone for so long. */
var QUARANTINE_MS = 4e4;
var podGarbageCollector = {
	name: "pod-garbage-collector",
	watches: {
		nodes: ({ type, object }) => type === "DELETED" ? [`gone ${object.metadata.name}`] : [],
		pods: ({ type, object, previous }, world) => {
			const node = object.spec.nodeName;
			if (type === "DELETED" || !node || previous?.spec.nodeName === node) return [];
			return world.store.get("nodes", "", node) ? [] : [`gone ${node}`];
		}
	},
	reconcile: (context, key) => {
		const [step, node] = key.split(" ");
		if (context.world.store.get("nodes", "", node)) return;
		if (step === "gone") context.requeueAfter(`collect ${node}`, QUARANTINE_MS);
		else for (const pod of podsOn(context.world, node)) collect(context, pod);
	}
};
var podsOn = (world, node) => world.store.byIndex("pods", "node", node);
function collect({ world, api }, pod) {
	const { namespace = "", name, uid } = pod.metadata;
	if (!isTerminal(pod)) {
		const conditions = disruption(world, "DeletionByPodGC", "PodGC: node no longer exists", pod);
		api.updateStatus("pods", {
			...pod,
			status: {
				...pod.status,
				phase: "Failed",
				conditions
			}
		});
	}
	api.delete("pods", namespace, name, {
		gracePeriodSeconds: 0,
		preconditions: { uid }
	});
}
// src/controllers/derived.ts
var Derived = class {
	worlds = /* @__PURE__ */ new WeakMap();
	build;
	apply;
	/** `build` makes the data from all that the store holds; `apply` brings it up to date with one change. */
	constructor(build, apply) {
		this.build = build;
		this.apply = apply;
	}
	/** The data as of now. */
	of(world) {
		let held = this.worlds.get(world);
		if (!held) {
			const made = { value: void 0 };
			held = made;
			this.worlds.set(world, made);
			world.store.subscribe((change) => {
				if (made.value !== void 0) this.apply(made.value, change, world);
			});
			world.onSnapshot(() => {}, () => {
				made.value = void 0;
			});
		}
		held.value ??= this.build(world);
		return held.value;
	}
};
// src/controllers/replicaset/tally.ts
/** Counts of each ReplicaSet's Pods, kept up to date by changes: looking at a ReplicaSet costs nothing per Pod it has. */
var tallies = new Derived((world) => {
	const made = {
		byOwner: /* @__PURE__ */ new Map(),
		orphans: /* @__PURE__ */ new Map()
	};
	for (const pod of world.store.list("pods")) countOrphan(made.orphans, pod, true);
	return made;
}, (value, change) => {
	if (change.resource === "pods") podChanged$1(value, change);
	else if (change.resource === "replicasets.apps") replicaSetChanged(value, change);
});
/** The tally of a ReplicaSet. It changes with every write: read it when needed. */
function tallyOf(world, replicaSet) {
	const { byOwner } = tallies.of(world);
	const { uid } = replicaSet.metadata;
	let tally = byOwner.get(uid);
	if (!tally) {
		tally = {
			active: 0,
			ready: 0,
			labelled: 0,
			terminating: 0,
			misfits: /* @__PURE__ */ new Set(),
			selector: fromLabelSelector(replicaSet.spec.selector),
			template: fromLabelSelector({ matchLabels: replicaSet.spec.template?.metadata?.labels ?? {} })
		};
		byOwner.set(uid, tally);
		for (const pod of world.store.byIndex("pods", "owner", uid)) if (controllerOf$1(pod)?.uid === uid) count$2(tally, pod, 1);
	}
	return tally;
}
/** Active Pods of a namespace that no controller owns. */
function orphansOf(world, namespace) {
	return tallies.of(world).orphans.get(namespace) ?? [];
}
function podChanged$1({ byOwner, orphans }, { type, object, previous }) {
	const [before, after] = [previous, type === "DELETED" ? void 0 : object];
	for (const [pod, way] of [[before, -1], [after, 1]]) {
		if (!pod) continue;
		countOrphan(orphans, pod, way === 1);
		const tally = byOwner.get(controllerOf$1(pod)?.uid ?? "");
		if (tally) count$2(tally, pod, way);
	}
}
function replicaSetChanged({ byOwner }, { type, object, previous }) {
	const [before, after] = [previous, object];
	if (type === "DELETED" || before && before.spec.template !== after.spec.template) byOwner.delete(after.metadata.uid);
}
function countOrphan(orphans, pod, there) {
	const { namespace = "", name } = pod.metadata;
	if (!there || controllerOf$1(pod) || !isActive$1(pod)) {
		orphans.get(namespace)?.delete(name);
		return;
	}
	const names = orphans.get(namespace);
	if (names) names.add(name);
	else orphans.set(namespace, /* @__PURE__ */ new Set([name]));
}
function count$2(tally, pod, way) {
	if (isTerminating$1(pod)) tally.terminating += way;
	if (!isActive$1(pod)) return;
	const { name, labels } = pod.metadata;
	if (!matches(tally.selector, labels)) {
		if (way === 1) tally.misfits.add(name);
		else tally.misfits.delete(name);
		return;
	}
	tally.active += way;
	if (isReady$1(pod)) tally.ready += way;
	if (matches(tally.template, labels)) tally.labelled += way;
}
// src/controllers/replicaset/index.ts
/** The replicaset controller: as many active Pods as wanted; adopts matching Pods, lets go of those that match no more. */
var SOURCE$4 = { component: "replicaset-controller" };
/** The most Pods made or deleted in one pass. The real controller's 500 take it seconds, at its 20 writes a second. */
var BURST = 50;
var replicaSetController = {
	name: "replicaset-controller",
	spacingMs: 50,
	watches: {
		"replicasets.apps": (change) => [keyOf$2(change.object)],
		pods: replicaSetsOfPod
	},
	reconcile: reconcile$1
};
/** The owner's key, before and after; of an orphan, the keys of all ReplicaSets whose selector it matches. */
function replicaSetsOfPod(change, world) {
	const { namespace = "" } = change.object.metadata;
	const [before, after] = [change.previous && controllerOf$1(change.previous), controllerOf$1(change.object)];
	const keys = [];
	if (before?.kind === "ReplicaSet") keys.push(`${namespace}/${before.name}`);
	if (after?.kind === "ReplicaSet" && after.name !== before?.name) keys.push(`${namespace}/${after.name}`);
	if (after || change.type === "DELETED") return keys;
	if (change.previous && before === after && change.previous.metadata.labels === change.object.metadata.labels) return keys;
	for (const replicaSet of world.store.list("replicasets.apps", namespace)) if (matches(fromLabelSelector(replicaSet.spec.selector), change.object.metadata.labels)) keys.push(keyOf$2(replicaSet));
	return keys;
}
function reconcile$1(context, key) {
	const { world } = context;
	const replicaSet = world.store.get("replicasets.apps", ...splitKey(key));
	if (!replicaSet) return;
	const deleting = replicaSet.metadata.deletionTimestamp !== void 0;
	if (!deleting) claimPods(context, replicaSet);
	const status = countStatus(world, replicaSet);
	let failure;
	if (!deleting) failure = manageReplicas(context, replicaSet);
	const conditions = conditionsOf(replicaSet, failure, formatTime(world.now));
	const after = context.api.updateStatus("replicasets.apps", {
		...replicaSet,
		status: {
			...status,
			...conditions && { conditions }
		}
	});
	if (failure) throw failure.error;
	const minReadySeconds = replicaSet.spec.minReadySeconds ?? 0;
	if (minReadySeconds > 0 && (status.availableReplicas ?? 0) < (status.readyReplicas ?? 0)) context.requeueAfter(key, untilNextAvailable(world, after, minReadySeconds));
}
/** The active Pods it owns and that match its selector. */
function ownPods(world, replicaSet) {
	const { uid } = replicaSet.metadata;
	const { selector } = tallyOf(world, replicaSet);
	return world.store.byIndex("pods", "owner", uid).filter((pod) => isActive$1(pod) && controllerOf$1(pod)?.uid === uid && matches(selector, pod.metadata.labels));
}
function claimPods({ world, api }, replicaSet) {
	const { namespace = "" } = replicaSet.metadata;
	const { misfits, selector } = tallyOf(world, replicaSet);
	for (const name of [...misfits]) {
		const pod = world.store.get("pods", namespace, name);
		if (pod) api.update("pods", release(pod, replicaSet));
	}
	for (const name of [...orphansOf(world, namespace)]) {
		const pod = world.store.get("pods", namespace, name);
		if (pod && matches(selector, pod.metadata.labels)) api.update("pods", adopt(pod, replicaSet));
	}
}
function countStatus(world, replicaSet) {
	const { active, ready, labelled, terminating } = tallyOf(world, replicaSet);
	const minReadySeconds = replicaSet.spec.minReadySeconds ?? 0;
	const available = minReadySeconds === 0 ? ready : ownPods(world, replicaSet).filter((pod) => isAvailable(pod, minReadySeconds, world.now)).length;
	return {
		replicas: active,
		...labelled > 0 && { fullyLabeledReplicas: labelled },
		...ready > 0 && { readyReplicas: ready },
		...available > 0 && { availableReplicas: available },
		terminatingReplicas: terminating,
		observedGeneration: replicaSet.metadata.generation
	};
}
function manageReplicas(context, replicaSet) {
	const missing = (replicaSet.spec.replicas ?? 1) - tallyOf(context.world, replicaSet).active;
	if (missing > 0) return createPods(context, replicaSet, Math.min(missing, BURST));
	return missing < 0 ? deletePods(context, replicaSet, Math.min(-missing, BURST)) : void 0;
}
function createPods({ api }, replicaSet, wanted) {
	const control = {
		api,
		owner: replicaSet,
		...SOURCE$4
	};
	const error = inBatches(wanted, () => createPod(control, replicaSet.spec.template));
	return error && {
		reason: "FailedCreate",
		error
	};
}
function deletePods({ api, world }, replicaSet, surplus) {
	const pods = ownPods(world, replicaSet);
	const order = surplus < pods.length ? deletionOrder(pods, relatedPerNode(world, replicaSet), world.now) : pods;
	const control = {
		api,
		owner: replicaSet,
		...SOURCE$4
	};
	let failure;
	for (const pod of order.slice(0, surplus)) {
		const error = deletePod(control, pod);
		if (error) failure = {
			reason: "FailedDelete",
			error
		};
	}
	return failure;
}
/** Active Pods by node of all ReplicaSets with the same owner: a node with many of them gives first. */
function relatedPerNode(world, replicaSet) {
	const owner = controllerOf$1(replicaSet);
	const related = owner ? world.store.byIndex("replicasets.apps", "owner", owner.uid) : [replicaSet];
	const counts = /* @__PURE__ */ new Map();
	for (const one of related) for (const pod of world.store.byIndex("pods", "owner", one.metadata.uid)) {
		const node = pod.spec.nodeName;
		if (node && isActive$1(pod)) counts.set(node, (counts.get(node) ?? 0) + 1);
	}
	return counts;
}
function conditionsOf(replicaSet, failure, now) {
	const before = replicaSet.status.conditions;
	const others = (before ?? []).filter((one) => one.type !== "ReplicaFailure");
	if (!failure) return others.length > 0 ? others : void 0;
	if (before && before.length > others.length) return before;
	return [...others, {
		type: "ReplicaFailure",
		status: "True",
		reason: failure.reason,
		message: failure.error.message,
		lastTransitionTime: now
	}];
}
function untilNextAvailable(world, replicaSet, minReadySeconds) {
	const waiting = ownPods(world, replicaSet).map((pod) => pod.status.conditions?.find((one) => one.type === "Ready")).filter((ready) => ready?.status === "True").map((ready) => Date.parse(ready?.lastTransitionTime ?? "") + minReadySeconds * 1e3 - world.now).filter((ms) => ms > 0);
	return Math.min(minReadySeconds * 1e3, ...waiting);
}
// src/kinds/resourcequota/usage.ts
var ONE = {
	nano: 1000000000n,
	format: "DecimalSI"
};
var NONE = {
	nano: 0n,
	format: "DecimalSI"
};
var CLASS_SUFFIX = ".storageclass.storage.k8s.io";
/** Kinds that have a name of their own in quotas beside `count/...`. */
var COUNTED = [
	"configmaps",
	"persistentvolumeclaims",
	"replicationcontrollers",
	"resourcequotas",
	"secrets",
	"services"
];
var COMPUTE = [
	"cpu",
	"memory",
	"ephemeral-storage"
];
/** Everything that an object uses. */
function usageOf$2({ plural, group }, object) {
	const usage = { [`count/${plural}${group && `.${group}`}`]: ONE };
	if (group !== "") return usage;
	if (COUNTED.includes(plural)) usage[plural] = ONE;
	if (plural === "pods") addPod(usage, object);
	if (plural === "services") addService(usage, object);
	if (plural === "persistentvolumeclaims") addClaim(usage, object);
	return usage;
}
/** A Pod that ended uses nothing but a place in the store. */
function addPod(usage, pod) {
	if (isOver(pod)) return;
	usage["pods"] = ONE;
	const requests = podAmounts(pod, ({ resources }) => resources?.requests);
	const limits = podAmounts(pod, ({ resources }) => resources?.limits);
	for (const [name, amount] of Object.entries(requests)) {
		usage[`requests.${name}`] = amount;
		if (COMPUTE.includes(name)) usage[name] = amount;
		if (name.startsWith("hugepages-")) usage[name] = amount;
	}
	for (const [name, amount] of Object.entries(limits)) if (COMPUTE.includes(name)) usage[`limits.${name}`] = amount;
}
function isOver({ status }) {
	return status.phase === "Succeeded" || status.phase === "Failed";
}
/** Containers and sidecars together; init containers one after the other. */
function podAmounts({ spec }, of) {
	const running = {};
	const highest = {};
	const add = (to, list) => {
		for (const name in list) to[name] = addQuantity(to[name] ?? NONE, parseQuantity(list[name]));
	};
	const raise = (now) => {
		for (const name in now) if (!highest[name] || compareQuantity(now[name], highest[name]) > 0) highest[name] = now[name];
	};
	for (const container of spec.initContainers ?? []) {
		const now = { ...running };
		add(container.restartPolicy === "Always" ? running : now, of(container));
		raise(container.restartPolicy === "Always" ? running : now);
	}
	for (const container of spec.containers) add(running, of(container));
	raise(running);
	add(highest, spec.overhead);
	return highest;
}
function addService(usage, { spec }) {
	const ports = BigInt((spec.ports ?? []).length) * ONE.nano;
	if (spec.type === "NodePort") usage["services.nodeports"] = {
		...ONE,
		nano: ports
	};
	if (spec.type !== "LoadBalancer") return;
	usage["services.loadbalancers"] = ONE;
	if (spec.allocateLoadBalancerNodePorts !== false) usage["services.nodeports"] = {
		...ONE,
		nano: ports
	};
}
function addClaim(usage, { spec }) {
	const storage = parseQuantity(spec.resources?.requests?.["storage"] ?? 0);
	usage["requests.storage"] = storage;
	if (!spec.storageClassName) return;
	usage[`${spec.storageClassName}${CLASS_SUFFIX}/persistentvolumeclaims`] = ONE;
	usage[`${spec.storageClassName}${CLASS_SUFFIX}/requests.storage`] = storage;
}
/** Compute resources that a quota has and that each container of a Pod must therefore name: `limits.cpu for: web`. */
function unnamed(quota, { spec }) {
	const missing = [];
	for (const resource of Object.keys(hardOf(quota)).sort()) {
		const [, part = "requests.", name] = /^(requests\.|limits\.)?(cpu|memory)$/.exec(resource) ?? [];
		if (name === void 0) continue;
		const without = [...spec.containers, ...spec.initContainers ?? []].filter(({ resources }) => !(part === "limits." ? resources?.limits : resources?.requests)?.[name]);
		if (without.length > 0) missing.push(`${resource} for: ${without.map((one) => one.name).sort().join(",")}`);
	}
	return missing.join("; ");
}
function hardOf({ spec }) {
	return spec.hard ?? {};
}
/** Whether the scopes of a quota take in an object; they are about Pods only. */
function inScope({ spec }, { plural, group }, object) {
	const wanted = [...(spec.scopes ?? []).map((scopeName) => ({
		scopeName,
		operator: "Exists"
	})), ...spec.scopeSelector?.matchExpressions ?? []];
	if (wanted.length === 0) return true;
	return plural === "pods" && group === "" && wanted.every((one) => podMatches(one, object));
}
function podMatches({ scopeName, operator, values = [] }, { spec }) {
	switch (scopeName) {
		case "Terminating": return spec.activeDeadlineSeconds !== void 0;
		case "NotTerminating": return spec.activeDeadlineSeconds === void 0;
		case "BestEffort": return qosClassOf(spec) === "BestEffort";
		case "NotBestEffort": return qosClassOf(spec) !== "BestEffort";
		case "CrossNamespacePodAffinity": return [spec.affinity?.podAffinity, spec.affinity?.podAntiAffinity].some((affinity) => [...affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [], ...(affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map((one) => one.podAffinityTerm)].some((term) => term.namespaces?.length || term.namespaceSelector));
		case "PriorityClass": {
			const name = spec.priorityClassName ?? "";
			if (operator === "Exists") return name !== "";
			if (operator === "DoesNotExist") return name === "";
			return values.includes(name) === (operator === "In");
		}
		default: return false;
	}
}
/** The part of a usage that a quota limits. */
function limited(quota, usage) {
	return Object.fromEntries(Object.entries(usage).filter(([name]) => Object.hasOwn(hardOf(quota), name)));
}
function addUsage(a, b) {
	const sum = { ...a };
	for (const [name, amount] of Object.entries(b)) sum[name] = sum[name] ? addQuantity(sum[name], amount) : amount;
	return sum;
}
/** What `now` has more than `before`. */
function growth(now, before) {
	const more = {};
	for (const [name, amount] of Object.entries(now)) {
		const difference = before[name] ? subQuantity(amount, before[name]) : amount;
		if (difference.nano > 0n) more[name] = difference;
	}
	return more;
}
function parseUsage(list) {
	return Object.fromEntries(Object.entries(list ?? {}).map(([name, amount]) => [name, parseQuantity(amount)]));
}
function formatUsage(usage) {
	return Object.fromEntries(Object.entries(usage).map(([name, amount]) => [name, formatQuantity(amount)]));
}
// src/controllers/resource-quota.ts
/** Keeps the status of quotas: what may be used, and what is. The admission plugin books what is added; here what goes is given back. */
var QUOTAS = "resourcequotas";
var resourceQuotaController = {
	name: "resourcequota-controller",
	watches: {
		[QUOTAS]: ({ object }) => [keyOf$2(object)],
		["*"]: (change, world) => frees(change) ? quotasOf(world, change.object.metadata.namespace ?? "") : []
	},
	reconcile({ world, api }, key) {
		const quota = world.store.get(QUOTAS, ...splitKey(key));
		if (!quota || quota.metadata.deletionTimestamp) return;
		const hard = hardOf(quota);
		const used = formatUsage(addUsage(Object.fromEntries(Object.keys(hard).map((name) => [name, parseQuantity(0)])), usedIn(world, quota)));
		if (!equal(quota.status, {
			hard,
			used
		})) api.updateStatus(QUOTAS, {
			...quota,
			status: {
				hard,
				used
			}
		});
	}
};
/** Whether a change may give something back: objects that go, Pods that end, claims and Services that change. */
function frees({ type, resource, object, previous }) {
	if (type === "DELETED") return true;
	if (type !== "MODIFIED") return false;
	if (resource === "pods") return isOver(object) && !(previous && isOver(previous));
	return resource === "services" || resource === "persistentvolumeclaims";
}
function quotasOf(world, namespace) {
	return namespace === "" || world.store.count(QUOTAS) === 0 ? [] : world.store.list(QUOTAS, namespace).map(keyOf$2);
}
function usedIn(world, quota) {
	let used = {};
	for (const kind of API_RESOURCES) {
		if (!kind.namespaced) continue;
		for (const object of world.store.list(resourceOf(kind), quota.metadata.namespace ?? "")) if (inScope(quota, kind, object)) used = addUsage(used, limited(quota, usageOf$2(kind, object)));
	}
	return used;
}
// src/controllers/scheduler/requests.ts
/** What Pods ask of a node, and what nodes have, as plain numbers. */
var DEFAULT_CPU = 100;
var DEFAULT_MEMORY = 209715200;
var ANY_IP = "0.0.0.0";
function amountsOf(quantities) {
	const amounts = {};
	for (const name in quantities) {
		const quantity = parseQuantity(quantities[name]);
		amounts[name] = name === "cpu" ? quantityMilliValue(quantity) : quantityValue(quantity);
	}
	return amounts;
}
var known = /* @__PURE__ */ new WeakMap();
/** Containers and sidecars run together; init containers one after the other, beside the sidecars started before them. */
function requestsOf(pod) {
	let requests = known.get(pod.spec);
	if (!requests) {
		requests = compute(pod.spec);
		known.set(pod.spec, requests);
	}
	return requests;
}
function compute(spec) {
	const sidecars = (spec.initContainers ?? []).filter((one) => one.restartPolicy === "Always");
	const amounts = peak(spec, (container) => amountsOf(container.resources?.requests));
	const scored = peak(spec, (container) => {
		const asked = amountsOf(container.resources?.requests);
		return {
			cpu: asked["cpu"] ?? DEFAULT_CPU,
			memory: asked["memory"] ?? DEFAULT_MEMORY
		};
	});
	const ports = [];
	for (const container of [...spec.containers, ...sidecars]) for (const port of container.ports ?? []) if (port.hostPort) ports.push({
		ip: port.hostIP || ANY_IP,
		id: `${port.protocol ?? "TCP"}/${port.hostPort}`
	});
	return {
		amounts,
		scored: {
			cpu: scored["cpu"] ?? 0,
			memory: scored["memory"] ?? 0
		},
		ports
	};
}
function peak(spec, of) {
	const running = {};
	const highest = {};
	for (const container of spec.initContainers ?? []) {
		const asked = of(container);
		if (container.restartPolicy === "Always") add$1(running, asked);
		const now = { ...running };
		if (container.restartPolicy !== "Always") add$1(now, asked);
		for (const name in now) highest[name] = Math.max(highest[name] ?? 0, now[name]);
	}
	for (const container of spec.containers) add$1(running, of(container));
	for (const name in running) highest[name] = Math.max(highest[name] ?? 0, running[name]);
	add$1(highest, amountsOf(spec.overhead));
	return highest;
}
/** Adds (or with way -1 takes away) amounts in place. */
function add$1(to, amounts, way = 1) {
	for (const name in amounts) to[name] = (to[name] ?? 0) + way * amounts[name];
}
/** Whether two host ports cannot be had on one node. */
function portsClash(a, b) {
	return a.id === b.id && (a.ip === b.ip || a.ip === ANY_IP || b.ip === ANY_IP);
}
// src/controllers/scheduler/cluster.ts
/**
* The cluster as the scheduler sees it: what each node has left, how many Pods match a selector on each node.
* Derived from the store and kept up to date by its changes, so that placing a Pod costs per node and not per Pod.
*/
var ZONE = "topology.kubernetes.io/zone";
/** More selectors than this at once: forget all and count again those that are needed. */
var MATCHING_LIMIT = 200;
var derived = new Derived((world) => {
	const cluster = {
		nodes: [],
		zoned: false,
		images: /* @__PURE__ */ new Map(),
		usage: /* @__PURE__ */ new Map(),
		matching: /* @__PURE__ */ new Map(),
		terms: /* @__PURE__ */ new Map()
	};
	for (const pod of world.store.list("pods")) countPod(cluster, pod, 1);
	listNodes(cluster, world);
	return cluster;
}, (cluster, change, world) => {
	if (change.resource === "pods") podChanged(cluster, change);
	else if (change.resource === "nodes") listNodes(cluster, world);
});
function clusterOf(world) {
	return derived.of(world);
}
function listNodes(cluster, world) {
	cluster.nodes = world.store.list("nodes").map((node) => ({
		node,
		allocatable: allocatableOf(node),
		used: usageOf$1(cluster, node.metadata.name)
	}));
	cluster.zoned = cluster.nodes.some(({ node }) => node.metadata.labels?.[ZONE] !== void 0);
	cluster.images = imagesOf(cluster.nodes);
}
var allocatables = /* @__PURE__ */ new WeakMap();
function allocatableOf(node) {
	const quantities = node.status.allocatable;
	if (!quantities) return {};
	let amounts = allocatables.get(quantities);
	if (!amounts) allocatables.set(quantities, amounts = amountsOf(quantities));
	return amounts;
}
function imagesOf(nodes) {
	const images = /* @__PURE__ */ new Map();
	for (const { node } of nodes) for (const { names, sizeBytes } of node.status.images ?? []) for (const name of names ?? []) {
		let image = images.get(name);
		if (!image) images.set(name, image = { byNode: /* @__PURE__ */ new Map() });
		image.byNode.set(node.metadata.name, sizeBytes ?? 0);
	}
	return images;
}
function usageOf$1(cluster, node) {
	let usage = cluster.usage.get(node);
	if (!usage) cluster.usage.set(node, usage = {
		amounts: {},
		scored: {
			cpu: 0,
			memory: 0
		},
		pods: 0,
		ports: []
	});
	return usage;
}
function podChanged(cluster, { type, object, previous }) {
	const [before, after] = [previous, type === "DELETED" ? void 0 : object];
	if (before && after && before.spec === after.spec && before.metadata.labels === after.metadata.labels && before.metadata.deletionTimestamp === after.metadata.deletionTimestamp && isTerminal(before) === isTerminal(after)) return;
	if (before) countPod(cluster, before, -1);
	if (after) countPod(cluster, after, 1);
}
function countPod(cluster, pod, way) {
	if (isTerminal(pod)) return;
	const node = pod.spec.nodeName;
	if (!node) return;
	const usage = usageOf$1(cluster, node);
	const { amounts, scored, ports } = requestsOf(pod);
	add$1(usage.amounts, amounts, way);
	usage.scored.cpu += way * scored.cpu;
	usage.scored.memory += way * scored.memory;
	usage.pods += way;
	for (const port of ports) if (way === 1) usage.ports.push(port);
	else usage.ports.splice(usage.ports.findIndex((one) => one.id === port.id && one.ip === port.ip), 1);
	for (const matching of cluster.matching.values()) countMatching(matching, pod, way);
	if (pod.spec.affinity) countTerms$1(cluster, pod, way);
}
var texts = /* @__PURE__ */ new WeakMap();
function textOf(requirements) {
	let text = texts.get(requirements);
	if (text === void 0) {
		text = requirements.map((one) => `${one.key} ${one.operator} ${one.values.join(",")}`).join(";");
		texts.set(requirements, text);
	}
	return text;
}
/** How many placed Pods match, by node. `namespaces` undefined: all of them. */
function matchingOf(world, namespaces, requirements, living) {
	const { matching } = clusterOf(world);
	const where = namespaces === void 0 ? "*" : namespaces.size === 1 ? namespaces.values().next().value : [...namespaces].sort().join(",");
	const id = `${living ? "living" : "all"}|${where}|${textOf(requirements)}`;
	let found = matching.get(id);
	if (!found) {
		if (matching.size >= MATCHING_LIMIT) matching.clear();
		matching.set(id, found = {
			namespaces,
			requirements,
			living,
			byNode: /* @__PURE__ */ new Map()
		});
		const only = namespaces?.size === 1 ? [...namespaces][0] : void 0;
		for (const pod of world.store.list("pods", only)) if (!isTerminal(pod)) countMatching(found, pod, 1);
	}
	return found.byNode;
}
function countMatching(matching, pod, way) {
	const { nodeName } = pod.spec;
	const { namespace = "", labels, deletionTimestamp } = pod.metadata;
	if (!nodeName || matching.living && deletionTimestamp !== void 0) return;
	if (matching.namespaces && !matching.namespaces.has(namespace)) return;
	if (matches(matching.requirements, labels)) bump(matching.byNode, nodeName, way);
}
function countTerms$1(cluster, pod, way) {
	const { podAffinity, podAntiAffinity } = pod.spec.affinity ?? {};
	const count = (kind, term, weight) => {
		const { namespace = "" } = pod.metadata;
		const id = `${kind}|${weight}|${namespace}|${JSON.stringify(term)}`;
		let group = cluster.terms.get(id);
		if (!group) cluster.terms.set(id, group = {
			kind,
			term,
			weight,
			namespace,
			byNode: /* @__PURE__ */ new Map()
		});
		bump(group.byNode, pod.spec.nodeName, way);
		if (group.byNode.size === 0) cluster.terms.delete(id);
	};
	for (const term of podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []) count("anti", term, 0);
	for (const term of podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []) count("required", term, 0);
	for (const { podAffinityTerm, weight } of podAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []) count("preferred", podAffinityTerm, weight);
	for (const { podAffinityTerm, weight } of podAntiAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []) count("preferredAnti", podAffinityTerm, weight);
}
function bump(counts, key, way) {
	const count = (counts.get(key) ?? 0) + way;
	if (count === 0) counts.delete(key);
	else counts.set(key, count);
}
// src/controllers/scheduler/terms.ts
/** Pod affinity and anti-affinity: terms of the Pod and of those already placed, counted by the nodes' topology values. */
/** Node counts summed by the nodes' value of a label. */
function byTopology(world, key, byNode) {
	const counts = /* @__PURE__ */ new Map();
	if (byNode.size === 0) return counts;
	for (const { node } of clusterOf(world).nodes) {
		const count = byNode.get(node.metadata.name);
		const value = node.metadata.labels?.[key];
		if (count && value !== void 0) counts.set(value, (counts.get(value) ?? 0) + count);
	}
	return counts;
}
/** The namespaces a term looks at: named ones and those a selector picks; by default the Pod's own. Undefined: all. */
function namespacesOf(world, term, own) {
	if (!term.namespaces?.length && !term.namespaceSelector) return /* @__PURE__ */ new Set([own]);
	const names = new Set(term.namespaces ?? []);
	if (term.namespaceSelector) {
		const requirements = fromLabelSelector(term.namespaceSelector);
		if (requirements.length === 0) return void 0;
		for (const one of world.store.list("namespaces")) if (matches(requirements, one.metadata.labels)) names.add(one.metadata.name);
	}
	return names;
}
/** The label selector of a term, with the Pod's own values of matchLabelKeys and mismatchLabelKeys. */
function selectorOf(pod, term) {
	const requirements = fromLabelSelector(term.labelSelector);
	const own = (keys, operator) => {
		for (const key of keys ?? []) {
			const value = pod.metadata.labels?.[key];
			if (value !== void 0 && !requirements.some((one) => one.key === key && one.values.includes(value))) requirements.push({
				key,
				operator,
				values: [value]
			});
		}
	};
	own(term.matchLabelKeys, "in");
	own(term.mismatchLabelKeys, "notin");
	return requirements;
}
/** Whether a term of some Pod in `namespace` selects this other Pod. */
function termSelects(world, term, namespace, pod) {
	const namespaces = namespacesOf(world, term, namespace);
	if (namespaces && !namespaces.has(pod.metadata.namespace ?? "")) return false;
	return matches(fromLabelSelector(term.labelSelector), pod.metadata.labels);
}
/** A Pod's terms with the Pods they find. */
function countTerms(world, pod, terms, weight = 1) {
	return (terms ?? []).map((term) => {
		const own = pod.metadata.namespace ?? "";
		const byNode = matchingOf(world, namespacesOf(world, term, own), selectorOf(pod, term), false);
		return {
			key: term.topologyKey,
			counts: byTopology(world, term.topologyKey, byNode),
			weight,
			self: termSelects(world, term, own, pod)
		};
	});
}
/** The terms of placed Pods that look for this Pod. */
function termsAbout(world, pod, kinds) {
	const found = [];
	for (const { kind, term, weight, namespace, byNode } of clusterOf(world).terms.values()) {
		if (!kinds.includes(kind) || !termSelects(world, term, namespace, pod)) continue;
		found.push({
			kind,
			key: term.topologyKey,
			counts: byTopology(world, term.topologyKey, byNode),
			weight,
			self: false
		});
	}
	return found;
}
/** How many of a term's Pods are in the node's topology domain. */
function countAt(term, node) {
	const value = node.metadata.labels?.[term.key];
	return value === void 0 ? 0 : term.counts.get(value) ?? 0;
}
// src/controllers/scheduler/spread.ts
/** Topology spread constraints: the Pod's own, or the defaults for Pods of a Service or a workload. */
var HOSTNAME = "kubernetes.io/hostname";
var WORKLOADS = {
	ReplicaSet: "replicasets.apps",
	StatefulSet: "statefulsets.apps",
	ReplicationController: "replicationcontrollers"
};
/** Constraints that forbid (DoNotSchedule) or only prefer (ScheduleAnyway). */
function constraintsOf(world, pod, action) {
	const own = pod.spec.topologySpreadConstraints;
	const namespace = /* @__PURE__ */ new Set([pod.metadata.namespace ?? ""]);
	if (own && own.length > 0) return {
		list: own.filter((one) => one.whenUnsatisfiable === action).map((one) => {
			const requirements = selectorOf(pod, one);
			return {
				key: one.topologyKey,
				maxSkew: one.maxSkew,
				minDomains: one.minDomains ?? 1,
				self: matches(requirements, pod.metadata.labels),
				byNode: matchingOf(world, namespace, requirements, true),
				honorAffinity: one.nodeAffinityPolicy !== "Ignore",
				honorTaints: one.nodeTaintsPolicy === "Honor"
			};
		}),
		byDefault: false
	};
	const requirements = action === "ScheduleAnyway" ? defaultSelector(world, pod) : [];
	if (requirements.length === 0) return {
		list: [],
		byDefault: true
	};
	const common = {
		minDomains: 1,
		self: true,
		byNode: matchingOf(world, namespace, requirements, true),
		honorAffinity: true,
		honorTaints: false
	};
	const list = [{
		key: HOSTNAME,
		maxSkew: 3,
		...common
	}];
	if (clusterOf(world).zoned) list.push({
		key: ZONE,
		maxSkew: 5,
		...common
	});
	return {
		list,
		byDefault: true
	};
}
var compiled = /* @__PURE__ */ new WeakMap();
function compile(selector) {
	let requirements = compiled.get(selector);
	if (!requirements) compiled.set(selector, requirements = fromLabelSelector(selector));
	return requirements;
}
/** What Services and the workload that own the Pod select it by; empty when nothing does. */
function defaultSelector(world, pod) {
	const { namespace = "", labels } = pod.metadata;
	const union = {};
	for (const service of world.store.list("services", namespace)) {
		const selector = service.spec.selector;
		if (selector && isSubset(selector, labels)) Object.assign(union, selector);
	}
	const owner = controllerOf$1(pod);
	const workload = owner && world.store.get(WORKLOADS[owner.kind] ?? "", namespace, owner.name);
	const own = workload?.spec?.selector ? compile(workload.spec.selector) : [];
	for (const _ in union) return [...fromLabels(union), ...own];
	return own;
}
function isSubset(some, labels) {
	for (const key in some) if (labels?.[key] !== some[key]) return false;
	return true;
}
/** Whether a node's Pods count for a constraint. */
function counts(constraint, pod, node) {
	if (constraint.honorAffinity && !selectsNode(pod, node)) return false;
	return !constraint.honorTaints || !untolerated(pod, node.spec.taints, ["NoSchedule", "NoExecute"]);
}
/** The topology domains of each constraint, over nodes that have the labels of all. */
function domainsOf(constraints, pod, nodes) {
	const eligible = nodes.filter(({ node }) => constraints.every(({ key }) => node.metadata.labels?.[key] !== void 0));
	return constraints.map((constraint) => {
		const byValue = /* @__PURE__ */ new Map();
		for (const { node } of eligible) {
			if (!counts(constraint, pod, node)) continue;
			const value = node.metadata.labels?.[constraint.key];
			byValue.set(value, (byValue.get(value) ?? 0) + (constraint.byNode.get(node.metadata.name) ?? 0));
		}
		const min = byValue.size < constraint.minDomains ? 0 : Math.min(...byValue.values());
		return {
			constraint,
			byValue,
			min: Number.isFinite(min) ? min : 0
		};
	});
}
// src/kinds/persistentvolumeclaim/binding.ts
/** What claims and volumes say of each other (source: the docs "Persistent Volumes"; k8s.io/component-helpers, storage/volume). */
var BIND_COMPLETED = "pv.kubernetes.io/bind-completed";
var BOUND_BY_CONTROLLER = "pv.kubernetes.io/bound-by-controller";
var PROVISIONED_BY = "pv.kubernetes.io/provisioned-by";
var SELECTED_NODE = "volume.kubernetes.io/selected-node";
var PROVISIONER = "volume.kubernetes.io/storage-provisioner";
var BETA_PROVISIONER = "volume.beta.kubernetes.io/storage-provisioner";
function classOf(world, name) {
	return name ? world.store.get("storageclasses.storage.k8s.io", "", name) : void 0;
}
/** Whether the claim is bound only when a Pod that uses it is placed. */
function waitsForConsumer(world, { spec }) {
	return classOf(world, spec.storageClassName)?.volumeBindingMode === "WaitForFirstConsumer";
}
function isBound({ metadata, spec }) {
	return Boolean(spec.volumeName) && metadata.annotations?.["pv.kubernetes.io/bind-completed"] !== void 0;
}
/** A reference to the claim, as a volume keeps it. */
function claimReference({ metadata }) {
	const { name, namespace = "", uid, resourceVersion } = metadata;
	return {
		apiVersion: "v1",
		kind: "PersistentVolumeClaim",
		name,
		namespace,
		uid,
		resourceVersion
	};
}
/** Whether a volume is kept for (or bound to) the claim. */
function isFor({ spec: { claimRef } }, { metadata }) {
	if (!claimRef || claimRef.name !== metadata.name || claimRef.namespace !== metadata.namespace) return false;
	return !claimRef.uid || claimRef.uid === metadata.uid;
}
/** Why a volume that the claim names cannot be its; undefined when it can. */
function mismatch(volume, { spec }) {
	const [size, wanted] = [volume.spec.capacity?.["storage"] ?? 0, spec.resources?.requests?.["storage"] ?? 0];
	if (compareQuantity(parseQuantity(size), parseQuantity(wanted)) < 0) return "requested PV is too small";
	if ((volume.spec.storageClassName ?? "") !== (spec.storageClassName ?? "")) return "storageClassName does not match";
	if ((volume.spec.volumeMode ?? "Filesystem") !== (spec.volumeMode ?? "Filesystem")) return "incompatible volumeMode";
	if (!(spec.accessModes ?? []).every((mode) => volume.spec.accessModes?.includes(mode))) return "incompatible accessMode";
}
/** The smallest free volume that will do, or the one that is kept for the claim. `only` leaves out others, such as those of other nodes. */
function matchingVolume(world, claim, only = () => true) {
	const selector = claim.spec.selector ? fromLabelSelector(claim.spec.selector) : void 0;
	let best;
	for (const volume of world.store.list("persistentvolumes")) {
		if (volume.metadata.deletionTimestamp || mismatch(volume, claim)) continue;
		if (volume.spec.claimRef) {
			if (isFor(volume, claim)) return volume;
			continue;
		}
		if (selector && !matches(selector, volume.metadata.labels)) continue;
		if (volume.status.phase !== "Available" || !only(volume)) continue;
		if (!best || compareQuantity(size(volume), size(best)) < 0) best = volume;
	}
	return best;
}
function size({ spec }) {
	return parseQuantity(spec.capacity?.["storage"] ?? 0);
}
// src/controllers/storage/protection.ts
var CLAIMS$5 = "persistentvolumeclaims";
var VOLUMES$3 = "persistentvolumes";
var CLAIM_FINALIZER = "kubernetes.io/pvc-protection";
var VOLUME_FINALIZER = "kubernetes.io/pv-protection";
var claimProtection = {
	name: "pvc-protection-controller",
	watches: {
		[CLAIMS$5]: ({ type, object }) => type !== "DELETED" && object.metadata.deletionTimestamp ? [keyOf$2(object)] : [],
		pods: ({ type, object, previous }, world) => {
			const pod = object;
			if (!(type === "DELETED" || isTerminal(pod) && !(previous && isTerminal(previous))) || world.store.count(CLAIMS$5) === 0) return [];
			return claimNames(pod).map((name) => `${pod.metadata.namespace}/${name}`);
		}
	},
	reconcile({ world, api }, key) {
		const claim = world.store.get(CLAIMS$5, ...splitKey(key));
		if (!claim?.metadata.deletionTimestamp || isUsed(world, claim)) return;
		const freed = without(claim, CLAIM_FINALIZER);
		if (freed) api.update(CLAIMS$5, freed);
	}
};
var volumeProtection = {
	name: "pv-protection-controller",
	watches: { [VOLUMES$3]: ({ type, object }) => type !== "DELETED" && object.metadata.deletionTimestamp ? [keyOf$2(object)] : [] },
	reconcile({ world, api }, key) {
		const volume = world.store.get(VOLUMES$3, ...splitKey(key));
		if (!volume?.metadata.deletionTimestamp || volume.status.phase === "Bound") return;
		const freed = without(volume, VOLUME_FINALIZER);
		if (freed) api.update(VOLUMES$3, freed);
	}
};
/** The claims that a Pod mounts, those of its ephemeral volumes too. */
function claimNames({ metadata, spec }) {
	return (spec.volumes ?? []).flatMap(({ name, persistentVolumeClaim, ephemeral }) => {
		if (persistentVolumeClaim) return [persistentVolumeClaim.claimName];
		return ephemeral ? [`${metadata.name}-${name}`] : [];
	});
}
/** By a Pod that has not ended and was placed. */
function isUsed(world, { metadata }) {
	return world.store.list("pods", metadata.namespace).some((pod) => pod.spec.nodeName && !isTerminal(pod) && claimNames(pod).includes(metadata.name));
}
function without(object, finalizer) {
	const { finalizers = [], ...metadata } = object.metadata;
	if (!finalizers.includes(finalizer)) return void 0;
	return {
		...object,
		metadata: {
			...metadata,
			finalizers: finalizers.filter((one) => one !== finalizer)
		}
	};
}
// src/controllers/scheduler/volumes.ts
var CLAIMS$4 = "persistentvolumeclaims";
var VOLUMES$2 = "persistentvolumes";
var PLUGIN = "VolumeBinding";
var NO_PROVISIONER = "kubernetes.io/no-provisioner";
var refuse$1 = (plugin, reason) => ({
	plugin,
	reasons: [reason],
	final: true
});
/** What makes the Pod's claims unusable on any node, in the scheduler's words; undefined when nothing does. */
function claimProblem(world, pod) {
	const { namespace = "" } = pod.metadata;
	for (const name of claimNames(pod)) {
		const claim = world.store.get(CLAIMS$4, namespace, name);
		if (!claim) return `persistentvolumeclaim ${JSON.stringify(name)} not found`;
		if (claim.status.phase === "Lost") return `persistentvolumeclaim ${JSON.stringify(name)} bound to non-existent persistentvolume ${JSON.stringify(claim.spec.volumeName)}`;
		if (claim.metadata.deletionTimestamp) return `persistentvolumeclaim ${JSON.stringify(name)} is being deleted`;
		if (!isBound(claim) && !waitsForConsumer(world, claim)) return "pod has unbound immediate PersistentVolumeClaims";
	}
}
/** The filters for a Pod with claims. */
function volumeFilters(world, pod) {
	const claims = claimsOf$2(world, pod);
	if (claims.length === 0) return [];
	const alone = claims.filter(({ spec }) => spec.accessModes?.includes("ReadWriteOncePod"));
	return [() => alone.some((claim) => usedByOther(world, claim, pod)) ? refuse$1("VolumeRestrictions", "node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode") : void 0, ({ node }) => {
		for (const claim of claims) {
			const problem = isBound(claim) ? boundProblem(world, claim, node) : unboundProblem(world, claim, node);
			if (problem) return refuse$1(PLUGIN, problem);
		}
	}];
}
function claimsOf$2(world, pod) {
	return claimNames(pod).flatMap((name) => world.store.get(CLAIMS$4, pod.metadata.namespace ?? "", name) ?? []);
}
function usedByOther(world, claim, pod) {
	return world.store.list("pods", claim.metadata.namespace).some((other) => other.metadata.uid !== pod.metadata.uid && other.spec.nodeName && other.status.phase !== "Succeeded" && other.status.phase !== "Failed" && claimNames(other).includes(claim.metadata.name));
}
function boundProblem(world, { spec }, node) {
	const volume = world.store.get(VOLUMES$2, "", spec.volumeName ?? "");
	return volume && reaches(volume, node) ? void 0 : "node(s) didn't match PersistentVolume's node affinity";
}
function unboundProblem(world, claim, node) {
	const selected = claim.metadata.annotations?.[SELECTED_NODE];
	if (selected !== void 0) return selected === node.metadata.name ? void 0 : "node(s) didn't find available persistent volumes to bind";
	if (matchingVolume(world, claim, (volume) => reaches(volume, node))) return void 0;
	return classOf(world, claim.spec.storageClassName)?.provisioner === NO_PROVISIONER ? "node(s) didn't find available persistent volumes to bind" : void 0;
}
/** Whether a volume can be had on a node. */
function reaches({ spec }, node) {
	const terms = spec.nodeAffinity?.required?.nodeSelectorTerms;
	return !terms || terms.some((term) => termMatches(term, node));
}
/** Binds what waits for the Pod, or orders it. True when all volumes are there and the Pod can be bound. */
function bindVolumes({ world, api }, pod, node) {
	let ready = true;
	for (const claim of claimsOf$2(world, pod)) {
		if (isBound(claim)) continue;
		ready = false;
		const volume = matchingVolume(world, claim, (one) => reaches(one, node));
		if (volume) {
			if (volume.spec.claimRef?.uid === claim.metadata.uid) continue;
			const annotations = {
				...volume.metadata.annotations,
				[BOUND_BY_CONTROLLER]: "yes"
			};
			const metadata = {
				...volume.metadata,
				annotations
			};
			api.update(VOLUMES$2, {
				...volume,
				metadata,
				spec: {
					...volume.spec,
					claimRef: claimReference(claim)
				}
			});
		} else if (claim.metadata.annotations?.["volume.kubernetes.io/selected-node"] === void 0) {
			const annotations = {
				...claim.metadata.annotations,
				[SELECTED_NODE]: node.metadata.name
			};
			api.update(CLAIMS$4, {
				...claim,
				metadata: {
					...claim.metadata,
					annotations
				}
			});
		}
	}
	return ready;
}
/** Pods that a change of a claim, a volume or a class may concern: those without a node that have claims. */
function podsWithClaims({ resource, object }, world) {
	return (resource === CLAIMS$4 ? world.store.list("pods", object.metadata.namespace) : world.store.list("pods")).filter((pod) => {
		if (pod.spec.nodeName) return false;
		const names = claimNames(pod);
		return resource === CLAIMS$4 ? names.includes(object.metadata.name) : names.length > 0;
	}).map(keyOf$2);
}
// src/controllers/scheduler/filters.ts
var UNSCHEDULABLE_TAINT = {
	key: "node.kubernetes.io/unschedulable",
	effect: "NoSchedule"
};
var refuse = (plugin, reason, final) => ({
	plugin,
	reasons: [reason],
	final
});
/** The filters for a Pod, with all that is the same for every node worked out once. */
function filtersFor(world, pod) {
	return [
		unschedulable(pod),
		taints(pod),
		nodeAffinity(pod),
		...hostPorts(pod),
		resources(pod),
		...volumeFilters(world, pod),
		...spread(world, pod),
		...podAffinity(world, pod)
	];
}
function unschedulable(pod) {
	return ({ node }) => node.spec.unschedulable && untolerated(pod, [UNSCHEDULABLE_TAINT], ["NoSchedule"]) ? refuse("NodeUnschedulable", "node(s) were unschedulable", true) : void 0;
}
function taints(pod) {
	return ({ node }) => untolerated(pod, node.spec.taints, ["NoSchedule", "NoExecute"]) ? refuse("TaintToleration", "node(s) had untolerated taint(s)", true) : void 0;
}
function nodeAffinity(pod) {
	return ({ node }) => selectsNode(pod, node) ? void 0 : refuse("NodeAffinity", "node(s) didn't match Pod's node affinity/selector", true);
}
function hostPorts(pod) {
	const { ports } = requestsOf(pod);
	if (ports.length === 0) return [];
	return [({ used: all }, used = all) => ports.some((port) => used.ports.some((other) => portsClash(port, other))) ? refuse("NodePorts", "node(s) didn't have free ports for the requested pod ports", false) : void 0];
}
function resources(pod) {
	const { amounts } = requestsOf(pod);
	const names = Object.keys(amounts).filter((name) => amounts[name] > 0);
	return ({ allocatable, used: all }, used = all) => {
		const reasons = [];
		let final = false;
		if (used.pods + 1 > (allocatable["pods"] ?? 0)) reasons.push("Too many pods");
		for (const name of names) {
			const wanted = amounts[name];
			const has = allocatable[name] ?? 0;
			if (wanted <= has - (used.amounts[name] ?? 0)) continue;
			reasons.push(`Insufficient ${name}`);
			if (wanted > has) final = true;
		}
		return reasons.length > 0 ? {
			plugin: "NodeResourcesFit",
			reasons,
			final
		} : void 0;
	};
}
function spread(world, pod) {
	const { list } = constraintsOf(world, pod, "DoNotSchedule");
	if (list.length === 0) return [];
	const domains = domainsOf(list, pod, clusterOf(world).nodes);
	const text = "node(s) didn't match pod topology spread constraints";
	return [({ node }) => {
		for (const { constraint, byValue, min } of domains) {
			const value = node.metadata.labels?.[constraint.key];
			if (value === void 0) return refuse("PodTopologySpread", `${text} (missing required label)`, true);
			if ((byValue.get(value) ?? 0) + (constraint.self ? 1 : 0) - min > constraint.maxSkew) return refuse("PodTopologySpread", text, false);
		}
	}];
}
function podAffinity(world, pod) {
	const { podAffinity: towards, podAntiAffinity: away } = pod.spec.affinity ?? {};
	const wanted = countTerms(world, pod, towards?.requiredDuringSchedulingIgnoredDuringExecution);
	const unwanted = countTerms(world, pod, away?.requiredDuringSchedulingIgnoredDuringExecution);
	const objections = clusterOf(world).terms.size > 0 ? termsAbout(world, pod, ["anti"]) : [];
	if (wanted.length + unwanted.length + objections.length === 0) return [];
	const first = wanted.every((term) => term.counts.size === 0 && term.self);
	const meets = (node) => wanted.every((term) => node.metadata.labels?.[term.key] !== void 0 && (first || countAt(term, node) > 0));
	return [({ node }) => {
		if (!meets(node)) return refuse("InterPodAffinity", "node(s) didn't match pod affinity rules", true);
		if (unwanted.some((term) => countAt(term, node) > 0)) return refuse("InterPodAffinity", "node(s) didn't match pod anti-affinity rules", false);
		if (objections.some((term) => countAt(term, node) > 0)) return refuse("InterPodAffinity", "node(s) didn't satisfy existing pods anti-affinity rules", false);
	}];
}
// src/controllers/scheduler/preemption.ts
/** Plugins whose refusal depends on what the node's Pods take, which is all that is tried here. */
var BY_USAGE = /* @__PURE__ */ new Set(["NodeResourcesFit", "NodePorts"]);
var UNHELPFUL = "Preemption is not helpful for scheduling";
var NO_VICTIMS = "No preemption victims found for incoming pod";
function priorityOf$1(pod) {
	return pod.spec.priority ?? 0;
}
/** `refusals` are the nodes' answers so far. The node whose victims matter least is chosen. */
function preempt(world, pod, filters, refusals) {
	if (pod.spec.preemptionPolicy === "Never") return {
		victims: [],
		message: "preemption: not eligible due to preemptionPolicy=Never."
	};
	let best;
	const reasons = /* @__PURE__ */ new Map();
	for (const [info, refusal] of refusals) {
		const victims = refusal.final || !BY_USAGE.has(refusal.plugin) ? void 0 : victimsOn(world, pod, info, filters);
		if (victims) {
			if (!best || isBetter(victims, best.victims)) best = {
				node: info.node.metadata.name,
				victims
			};
		} else {
			const reason = refusal.final ? UNHELPFUL : NO_VICTIMS;
			reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
		}
	}
	if (best) return {
		...best,
		message: ""
	};
	return {
		victims: [],
		message: `preemption: ${unavailable(refusals.size, reasons)}`
	};
}
/** `0/2 nodes are available: 1 Insufficient cpu, 1 Too many pods.` */
function unavailable(nodes, reasons) {
	return `0/${nodes} nodes are available: ${[...reasons].map(([reason, count]) => `${count} ${reason}`).sort().join(", ")}.`;
}
/** The fewest and least important Pods that must go, most important first; undefined when even all would not be enough. */
function victimsOn(world, pod, info, filters) {
	const lower = world.store.byIndex("pods", "node", info.node.metadata.name).filter((one) => !isTerminal(one) && priorityOf$1(one) < priorityOf$1(pod)).sort((a, b) => priorityOf$1(b) - priorityOf$1(a) || (startOf(a) < startOf(b) ? -1 : 1));
	if (lower.length === 0) return void 0;
	const used = {
		amounts: { ...info.used.amounts },
		scored: { ...info.used.scored },
		pods: info.used.pods,
		ports: [...info.used.ports]
	};
	const fits = () => filters.every((filter) => !filter(info, used));
	for (const one of lower) take(used, one, -1);
	if (!fits()) return void 0;
	return lower.filter((one) => {
		take(used, one, 1);
		if (fits()) return false;
		take(used, one, -1);
		return true;
	});
}
var startOf = (pod) => pod.status.startTime ?? pod.metadata.creationTimestamp;
function take(used, pod, way) {
	const { amounts, ports } = requestsOf(pod);
	add$1(used.amounts, amounts, way);
	used.pods += way;
	for (const port of ports) if (way === 1) used.ports.push(port);
	else used.ports.splice(used.ports.findIndex((one) => one.id === port.id && one.ip === port.ip), 1);
}
/** Lower highest priority, then lower sum, then fewer. */
function isBetter(a, b) {
	const highest = (pods) => Math.max(...pods.map(priorityOf$1));
	const sum = (pods) => pods.reduce((total, pod) => total + priorityOf$1(pod) + 2 ** 31, 0);
	return (highest(a) - highest(b) || sum(a) - sum(b) || a.length - b.length) < 0;
}
// src/controllers/scheduler/scores.ts
var MAX = 100;
/** A required affinity of a placed Pod draws others as a preference of this weight. */
var HARD_AFFINITY_WEIGHT = 1;
var MB = 1048576;
var IMAGE_MIN = 23 * MB;
var IMAGE_MAX_PER_CONTAINER = 1e3 * MB;
/** The total score of each node, in the order of `nodes`. */
function scoresFor(world, pod, nodes) {
	const totals = nodes.map((info) => leastAllocated(pod, info) + balancedAllocation(pod, info));
	add(totals, 3, taintScores(pod, nodes));
	add(totals, 2, nodeAffinityScores(pod, nodes));
	add(totals, 2, spreadScores(world, pod, nodes));
	add(totals, 2, podAffinityScores(world, pod, nodes));
	add(totals, 1, imageScores(world, pod, nodes));
	return totals;
}
function add(totals, weight, scores) {
	scores?.forEach((score, i) => {
		totals[i] = totals[i] + weight * score;
	});
}
function leastAllocated(pod, { allocatable, used }) {
	const { scored } = requestsOf(pod);
	const cpu = freeShare(allocatable["cpu"] ?? 0, used.scored.cpu + scored.cpu);
	const memory = freeShare(allocatable["memory"] ?? 0, used.scored.memory + scored.memory);
	return Math.floor((cpu + memory) / 2);
}
function freeShare(capacity, taken) {
	return capacity === 0 || taken > capacity ? 0 : Math.floor((capacity - taken) * MAX / capacity);
}
/** Nodes whose CPU and memory would be used to the same degree; says nothing of Pods that ask for neither. */
function balancedAllocation(pod, { allocatable, used }) {
	const { cpu = 0, memory = 0 } = requestsOf(pod).amounts;
	if (cpu === 0 && memory === 0) return 0;
	const cpuShare = Math.min(1, ((used.amounts["cpu"] ?? 0) + cpu) / (allocatable["cpu"] || 1));
	const memoryShare = Math.min(1, ((used.amounts["memory"] ?? 0) + memory) / (allocatable["memory"] || 1));
	return Math.floor((1 - Math.abs(cpuShare - memoryShare) / 2) * MAX);
}
/** Scales to 0..100 by the largest; `reverse`: the smallest is best. */
function normalise(scores, reverse = false) {
	const max = Math.max(...scores);
	if (max === 0) return scores.map(() => reverse ? MAX : 0);
	return scores.map((score) => reverse ? MAX - Math.floor(MAX * score / max) : Math.floor(MAX * score / max));
}
function taintScores(pod, nodes) {
	if (nodes.every(({ node }) => !node.spec.taints)) return void 0;
	const count = (node) => (node.spec.taints ?? []).filter((taint) => untolerated(pod, [taint], ["PreferNoSchedule"])).length;
	return normalise(nodes.map(({ node }) => count(node)), true);
}
function nodeAffinityScores(pod, nodes) {
	const preferred = pod.spec.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution;
	if (!preferred?.length) return void 0;
	const score = (node) => preferred.reduce((sum, { weight, preference }) => sum + (termMatches(preference, node) ? weight : 0), 0);
	return normalise(nodes.map(({ node }) => score(node)));
}
var has$1 = (node, key) => node.metadata.labels?.[key] !== void 0;
function spreadScores(world, pod, nodes) {
	const { list, byDefault } = constraintsOf(world, pod, "ScheduleAnyway");
	if (list.length === 0) return void 0;
	const ignored = nodes.map(({ node }) => !byDefault && !list.every(({ key }) => has$1(node, key)));
	const parts = list.map(({ key, byNode, maxSkew }) => {
		const byValue = /* @__PURE__ */ new Map();
		nodes.forEach(({ node }, i) => {
			const value = node.metadata.labels?.[key];
			if (value !== void 0 && !ignored[i]) byValue.set(value, 0);
		});
		if (byNode.size > 0) for (const { node } of clusterOf(world).nodes) {
			const count = byNode.get(node.metadata.name);
			const value = node.metadata.labels?.[key];
			const before = count && value !== void 0 ? byValue.get(value) : void 0;
			if (before !== void 0) byValue.set(value, before + count);
		}
		const size = key === "kubernetes.io/hostname" ? ignored.filter((one) => !one).length : byValue.size;
		return {
			key,
			byValue,
			maxSkew,
			weight: Math.log(size + 2)
		};
	});
	const raw = nodes.map(({ node }, i) => {
		if (ignored[i]) return -1;
		let sum = 0;
		for (const { key, byValue, maxSkew, weight } of parts) if (has$1(node, key)) sum += (byValue.get(node.metadata.labels?.[key]) ?? 0) * weight + (maxSkew - 1);
		return Math.round(sum);
	});
	const counted = raw.filter((score) => score >= 0);
	const [max, min] = [Math.max(...counted), Math.min(...counted)];
	return raw.map((score) => score < 0 ? 0 : max === 0 ? MAX : Math.floor(MAX * (max + min - score) / max));
}
function podAffinityScores(world, pod, nodes) {
	const { podAffinity, podAntiAffinity } = pod.spec.affinity ?? {};
	const terms = [...(podAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).flatMap((one) => countTerms(world, pod, [one.podAffinityTerm], one.weight)), ...(podAntiAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).flatMap((one) => countTerms(world, pod, [one.podAffinityTerm], -one.weight))];
	if (clusterOf(world).terms.size > 0) for (const term of termsAbout(world, pod, [
		"required",
		"preferred",
		"preferredAnti"
	])) {
		const weight = term.kind === "required" ? HARD_AFFINITY_WEIGHT : term.kind === "preferred" ? term.weight : -term.weight;
		terms.push({
			...term,
			weight
		});
	}
	if (terms.length === 0) return void 0;
	const raw = nodes.map(({ node }) => terms.reduce((sum, term) => sum + term.weight * countAt(term, node), 0));
	const [max, min] = [Math.max(...raw), Math.min(...raw)];
	return raw.map((score) => max === min ? 0 : Math.floor(MAX * (score - min) / (max - min)));
}
/** Nodes that have large images already; an image that few nodes have counts less, so that Pods do not pile up there. */
function imageScores(world, pod, nodes) {
	const cluster = clusterOf(world);
	if (cluster.images.size === 0) return void 0;
	const names = [...pod.spec.initContainers ?? [], ...pod.spec.containers].map(({ image = "" }) => /[:@][^/]*$/.test(image) ? image : `${image}:latest`);
	const have = names.map((name) => cluster.images.get(name));
	if (have.every((one) => one === void 0)) return void 0;
	const max = IMAGE_MAX_PER_CONTAINER * names.length;
	return nodes.map(({ node }) => {
		let sum = 0;
		for (const image of have) {
			const size = image?.byNode.get(node.metadata.name);
			if (image && size !== void 0) sum += Math.floor(size * image.byNode.size / cluster.nodes.length);
		}
		return Math.floor(MAX * (Math.min(Math.max(sum, IMAGE_MIN), max) - IMAGE_MIN) / (max - IMAGE_MIN));
	});
}
// src/controllers/scheduler/index.ts
/** The default scheduler: gives each Pod without a node the best node it fits on, or says why there is none. */
var NAME$3 = "default-scheduler";
var SOURCE$3 = { component: NAME$3 };
/** A Pod that could not be placed waits this long at least before it is tried again; doubled each time up to the maximum. */
var BACKOFF_MS = 1e3;
var BACKOFF_MAX_MS = 1e4;
/** Tried again after this long even when nothing happened. */
var FLUSH_MS = 3e5;
/** A refusal by one of these may end when Pods are placed or relabelled. */
var ABOUT_OTHER_PODS = /* @__PURE__ */ new Set(["InterPodAffinity", "PodTopologySpread"]);
/** And by these when Pods go. */
var ABOUT_ROOM = /* @__PURE__ */ new Set([
	"NodeResourcesFit",
	"NodePorts",
	"InterPodAffinity",
	"PodTopologySpread"
]);
var failedOf = (world) => world.slot("scheduler", () => ({}));
var scheduler = {
	name: NAME$3,
	latencyMs: 5,
	watches: {
		pods: podsOfPod,
		nodes: podsOfNode,
		persistentvolumeclaims: podsWithClaims,
		persistentvolumes: podsWithClaims,
		"storageclasses.storage.k8s.io": podsWithClaims
	},
	reconcile
};
function podsOfPod({ type, object, previous }, world) {
	const [before, after] = [previous, object];
	if (type !== "DELETED" && !after.spec.nodeName) return (!before || before.spec !== after.spec || before.metadata.labels !== after.metadata.labels) && isMine$1(after) ? [keyOf$2(after)] : [];
	const failed = failedOf(world);
	if (type === "DELETED" && !after.spec.nodeName) delete failed[keyOf$2(after)];
	if (type === "DELETED" || isTerminal(after) && before && !isTerminal(before)) return refusedBy(failed, ABOUT_ROOM);
	const moved = before && (before.spec.nodeName !== after.spec.nodeName || before.metadata.labels !== after.metadata.labels);
	const dying = before && before.metadata.deletionTimestamp !== after.metadata.deletionTimestamp;
	return !before || moved || dying ? refusedBy(failed, ABOUT_OTHER_PODS) : [];
}
function podsOfNode({ type, object, previous }, world) {
	if (type === "DELETED") return [];
	const [before, after] = [previous, object];
	return !before || before.spec !== after.spec || previous?.metadata.labels !== after.metadata.labels || before.status?.allocatable !== after.status.allocatable ? Object.keys(failedOf(world)) : [];
}
function refusedBy(failed, plugins) {
	const keys = [];
	for (const key in failed) if (failed[key]?.plugins.some((plugin) => plugins.has(plugin))) keys.push(key);
	return keys;
}
function isMine$1(pod) {
	return !pod.spec.nodeName && !isTerminal(pod) && !pod.metadata.deletionTimestamp && (pod.spec.schedulerName ?? NAME$3) === NAME$3;
}
function reconcile(context, key) {
	const { world, api } = context;
	const failed = failedOf(world);
	const pod = world.store.get("pods", ...splitKey(key));
	if (!pod || !isMine$1(pod)) {
		delete failed[key];
		return;
	}
	if (pod.spec.schedulingGates?.length) {
		setCondition(context, pod, "SchedulingGated", "Scheduling is blocked due to non-empty scheduling gates");
		return;
	}
	const last = failed[key];
	if (last) {
		const wait = last.at + Math.min(BACKOFF_MAX_MS, BACKOFF_MS * 2 ** (last.attempts - 1)) - world.now;
		if (wait > 0) {
			context.requeueAfter(key, wait);
			return;
		}
	}
	const { nodes } = clusterOf(world);
	const problem = claimProblem(world, pod);
	if (problem) {
		failed[key] = {
			attempts: (last?.attempts ?? 0) + 1,
			at: world.now,
			plugins: ["VolumeBinding"]
		};
		context.requeueAfter(key, FLUSH_MS);
		fail(context, pod, `0/${nodes.length} nodes are available: ${problem}. not found`);
		return;
	}
	const filters = filtersFor(world, pod);
	const feasible = [];
	const refusals = /* @__PURE__ */ new Map();
	for (const info of nodes) {
		const refusal = firstRefusal(filters, info);
		if (refusal) refusals.set(info, refusal);
		else feasible.push(info);
	}
	if (feasible.length > 0) {
		const { node } = best(world, pod, feasible);
		if (bindVolumes(context, pod, node)) bind$1(context, pod, node.metadata.name);
		delete failed[key];
		return;
	}
	const plugins = [...new Set([...refusals.values()].map((one) => one.plugin))];
	failed[key] = {
		attempts: (last?.attempts ?? 0) + 1,
		at: world.now,
		plugins
	};
	context.requeueAfter(key, FLUSH_MS);
	if (nodes.length === 0) {
		fail(context, pod, "no nodes available to schedule pods");
		return;
	}
	const preemption = preempt(world, pod, filters, refusals);
	const reasons = /* @__PURE__ */ new Map();
	for (const refusal of refusals.values()) for (const reason of refusal.reasons) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
	const text = unavailable(nodes.length, reasons);
	for (const victim of preemption.victims) {
		const { namespace = "", name } = victim.metadata;
		api.event(victim, "Normal", "Preempted", `Preempted by pod ${pod.metadata.uid} on node ${preemption.node}`, SOURCE$3);
		api.delete("pods", namespace, name);
	}
	fail(context, pod, preemption.message ? `${text} no new claims to deallocate, ${preemption.message}` : text, preemption.node);
}
function firstRefusal(filters, info) {
	for (const filter of filters) {
		const refusal = filter(info);
		if (refusal) return refusal;
	}
}
/** The node with the highest score; one of them at random when there are several. */
function best(world, pod, feasible) {
	if (feasible.length === 1) return feasible[0];
	const scores = scoresFor(world, pod, feasible);
	const max = Math.max(...scores);
	return world.random.pick(feasible.filter((_, i) => scores[i] === max));
}
function bind$1({ api }, pod, nodeName) {
	const { namespace, name } = pod.metadata;
	api.bind(pod, nodeName);
	api.event(pod, "Normal", "Scheduled", `Successfully assigned ${namespace}/${name} to ${nodeName}`, SOURCE$3);
}
function fail(context, pod, message, nominatedNodeName) {
	context.api.event(pod, "Warning", "FailedScheduling", message, SOURCE$3);
	setCondition(context, pod, "Unschedulable", message, nominatedNodeName);
}
function setCondition({ world, api }, pod, reason, message, nominatedNodeName) {
	const before = pod.status.conditions?.find((one) => one.type === "PodScheduled");
	const condition = {
		type: "PodScheduled",
		status: "False",
		observedGeneration: pod.metadata.generation,
		reason,
		message,
		lastTransitionTime: before?.status === "False" ? before.lastTransitionTime : formatTime(world.now)
	};
	const others = (pod.status.conditions ?? []).filter((one) => one.type !== "PodScheduled");
	const status = {
		...pod.status,
		conditions: [...others, condition],
		...nominatedNodeName && { nominatedNodeName }
	};
	api.updateStatus("pods", {
		...pod,
		status
	});
}
// src/controllers/statefulset/identity.ts
var POD_NAME = "statefulset.kubernetes.io/pod-name";
var POD_INDEX = "apps.kubernetes.io/pod-index";
/** The Pod's ordinal; -1 when its name is not one of the set's. */
function ordinalOf(set, pod) {
	const { name } = pod.metadata;
	const found = /^(.*)-(\d+)$/.exec(name);
	return found && found[1] === set.metadata.name ? Number(found[2]) : -1;
}
/** First ordinal, and the one after the last. */
function ordinals({ spec }) {
	const start = spec.ordinals?.start ?? 0;
	return [start, start + (spec.replicas ?? 1)];
}
function claimName(set, template, ordinal) {
	return `${template.metadata?.name ?? ""}-${set.metadata.name}-${ordinal}`;
}
/** The Pod of an ordinal, as a template of a revision says. */
function podOf$1(set, template, revision, ordinal) {
	const name = `${set.metadata.name}-${ordinal}`;
	const { labels, annotations, finalizers } = template.metadata ?? {};
	const claims = set.spec.volumeClaimTemplates ?? [];
	const volumes = [...claims.map((claim) => ({
		name: claim.metadata?.name ?? "",
		persistentVolumeClaim: { claimName: claimName(set, claim, ordinal) }
	})), ...(template.spec?.volumes ?? []).filter((volume) => !claims.some(({ metadata }) => metadata?.name === volume.name))];
	return {
		apiVersion: "v1",
		kind: "Pod",
		metadata: {
			name,
			namespace: set.metadata.namespace,
			generateName: `${set.metadata.name}-`,
			labels: {
				...labels,
				[POD_INDEX]: String(ordinal),
				[REVISION_HASH]: revision,
				[POD_NAME]: name
			},
			...annotations && { annotations },
			...finalizers && { finalizers },
			ownerReferences: [controllerRef(set)]
		},
		spec: {
			...template.spec ?? { containers: [] },
			hostname: name,
			...set.spec.serviceName && { subdomain: set.spec.serviceName },
			...volumes.length > 0 && { volumes }
		},
		status: {}
	};
}
/** The claims of an ordinal. */
function claimsOf$1(set, ordinal) {
	return (set.spec.volumeClaimTemplates ?? []).map((template) => {
		const { status: _, ...claim } = template;
		return {
			...claim,
			metadata: {
				...template.metadata,
				name: claimName(set, template, ordinal),
				namespace: set.metadata.namespace,
				labels: {
					...template.metadata?.labels,
					...set.spec.selector.matchLabels
				}
			}
		};
	});
}
/** Whom a claim goes with, by the retention policy: the set, the Pod that is scaled away, or nobody. */
function claimOwners(set, pod, condemned) {
	const { whenDeleted = "Retain", whenScaled = "Retain" } = set.spec.persistentVolumeClaimRetentionPolicy ?? {};
	if (condemned && whenScaled === "Delete" && pod) {
		const { name, uid } = pod.metadata;
		return [{
			apiVersion: "v1",
			kind: "Pod",
			name,
			uid
		}];
	}
	const { blockOwnerDeletion: _, ...reference } = controllerRef(set);
	return whenDeleted === "Delete" ? [reference] : [];
}
// src/controllers/statefulset/index.ts
/**
* The statefulset controller: Pods with names, made and removed in order, each with claims of its own; a new template is rolled out from
* the highest ordinal down (rules: pkg/controller/statefulset of v1.36). Each reconcile does the next step.
*/
var NAME$2 = "statefulset-controller";
var SOURCE$2 = { component: NAME$2 };
var SETS = "statefulsets.apps";
var CLAIMS$3 = "persistentvolumeclaims";
var HASH_LABEL = "controller.kubernetes.io/hash";
var statefulSetController = {
	name: NAME$2,
	watches: {
		[SETS]: ({ type, object }) => type === "DELETED" ? [] : [keyOf$2(object)],
		pods: setsOfPod
	},
	reconcile(context, key) {
		const set = context.world.store.get(SETS, ...splitKey(key));
		if (set) new Sync(context, set).run();
	}
};
function setsOfPod({ type, object, previous }, world) {
	const { namespace = "", labels } = object.metadata;
	const owner = controllerOf$1(object) ?? (previous && controllerOf$1(previous));
	if (owner) return owner.kind === "StatefulSet" ? [`${namespace}/${owner.name}`] : [];
	if (type === "DELETED" || world.store.count(SETS) === 0) return [];
	return world.store.list(SETS, namespace).filter(({ spec }) => matches(fromLabelSelector(spec.selector), labels)).map(keyOf$2);
}
var isTerminating = (pod) => pod.metadata.deletionTimestamp !== void 0;
var isRunningAndReady = (pod) => pod.status.phase === "Running" && isReady$1(pod);
var revisionOf = (pod) => pod.metadata.labels?.["controller-revision-hash"] ?? "";
/** One look at a StatefulSet. */
var Sync = class {
	context;
	world;
	set;
	constructor(context, set) {
		this.context = context;
		this.world = context.world;
		this.set = set;
	}
	run() {
		const pods = this.claim();
		const update = this.updateRevision();
		const current = revisionsOf(this.world, this.set).find(({ metadata }) => metadata.name === this.set.status.currentRevision) ?? update;
		let failure;
		if (!this.set.metadata.deletionTimestamp) try {
			this.step(pods, current, update);
		} catch (error) {
			if (!isApiError(error)) throw error;
			failure = error;
		}
		this.writeStatus(current, update);
		const live = /* @__PURE__ */ new Set([
			current.metadata.name,
			update.metadata.name,
			...this.pods().map(revisionOf)
		]);
		truncateHistory(this.context, this.set, live, this.set.spec.revisionHistoryLimit ?? 10);
		if (failure) throw failure;
	}
	event(type, reason, message) {
		this.context.api.event(this.set, type, reason, message, SOURCE$2);
	}
	pods() {
		const { uid } = this.set.metadata;
		return this.world.store.byIndex("pods", "owner", uid).filter((pod) => controllerOf$1(pod)?.uid === uid);
	}
	/** The set's Pods by ordinal: matching orphans with a fitting name are adopted, those that match no more let go. */
	claim() {
		const selector = fromLabelSelector(this.set.spec.selector);
		if (!this.set.metadata.deletionTimestamp) {
			for (const pod of this.pods()) if (!matches(selector, pod.metadata.labels)) this.context.api.update("pods", release(pod, this.set));
			for (const pod of this.world.store.list("pods", this.set.metadata.namespace)) {
				if (controllerOf$1(pod) || isTerminating(pod) || ordinalOf(this.set, pod) < 0 || !matches(selector, pod.metadata.labels)) continue;
				this.context.api.update("pods", adopt(pod, this.set));
			}
		}
		return new Map(this.pods().map((pod) => [ordinalOf(this.set, pod), pod]));
	}
	updateRevision() {
		const { set } = this;
		return currentRevision(this.context, set, set.spec.template, (data) => {
			const text = new TextEncoder().encode(toGoJson(data) + String(set.status.collisionCount ?? 0));
			const hash = safeEncodeString(String(fnv32Bytes(text)));
			return {
				name: `${set.metadata.name}-${hash}`,
				labels: {
					...set.spec.template.metadata?.labels,
					[HASH_LABEL]: hash
				}
			};
		});
	}
	get ordered() {
		return this.set.spec.podManagementPolicy !== "Parallel";
	}
	isAvailable(pod) {
		return isRunningAndReady(pod) && isAvailable(pod, this.set.spec.minReadySeconds ?? 0, this.world.now);
	}
	isHealthy(pod) {
		return pod !== void 0 && this.isAvailable(pod) && !isTerminating(pod);
	}
	/** Makes what is missing, removes what is too much, replaces what is old; in order, stops at the first that is not done. */
	step(pods, current, update) {
		const [start, end] = ordinals(this.set);
		const replicas = [];
		for (let ordinal = start; ordinal < end; ordinal++) replicas.push({
			ordinal,
			pod: pods.get(ordinal)
		});
		const condemned = [...pods].filter(([ordinal]) => ordinal >= 0 && (ordinal < start || ordinal >= end)).sort(([a], [b]) => b - a).map(([ordinal, pod]) => ({
			ordinal,
			pod
		}));
		const unhealthy = [...replicas, ...condemned].filter(({ pod }) => !this.isHealthy(pod)).sort((a, b) => a.ordinal - b.ordinal)[0];
		for (const replica of replicas) if (this.keep(replica, current, update) && this.ordered) return;
		this.syncClaims(replicas, false);
		this.syncClaims(condemned, true);
		for (const replica of condemned) if (this.dismiss(replica, unhealthy) && this.ordered) return;
		this.rollOut(replicas, update);
	}
	/** One wanted Pod. True when those after it have to wait. */
	keep({ ordinal, pod }, current, update) {
		if (pod?.status.phase === "Failed" || pod?.status.phase === "Succeeded") {
			if (isTerminating(pod)) return true;
			const { namespace, name } = this.set.metadata;
			const [reason, word] = pod.status.phase === "Failed" ? ["RecreatingFailedPod", "failed"] : ["RecreatingTerminatedPod", "terminated"];
			this.event(pod.status.phase === "Failed" ? "Warning" : "Normal", reason, `StatefulSet ${namespace}/${name} is recreating ${word} Pod ${pod.metadata.name}`);
			this.deletePod(pod);
			return true;
		}
		if (!pod) {
			const revision = this.revisionFor(ordinal, current, update);
			this.create(ordinal, revision === update ? this.set.spec.template : templateOf(revision), revision.metadata.name);
			return true;
		}
		if (pod.status.phase === "Pending") this.createClaims(ordinal, pod);
		return isTerminating(pod) || !this.isAvailable(pod);
	}
	/** Below the partition a Pod is made anew as it was. */
	revisionFor(ordinal, current, update) {
		const { updateStrategy, ordinals: range } = this.set.spec;
		if (updateStrategy?.type === "OnDelete") return update;
		return ordinal < (range?.start ?? 0) + (updateStrategy?.rollingUpdate?.partition ?? 0) ? current : update;
	}
	create(ordinal, template, revision) {
		const { api } = this.context;
		const pod = podOf$1(this.set, template, revision, ordinal);
		const about = `Pod ${pod.metadata.name} in StatefulSet ${this.set.metadata.name}`;
		this.createClaims(ordinal, void 0);
		try {
			api.create("pods", pod);
			this.event("Normal", "SuccessfulCreate", `create ${about} successful`);
		} catch (error) {
			if (!isApiError(error)) throw error;
			if (error.reason !== "AlreadyExists") this.event("Warning", "FailedCreate", `create ${about} failed error: ${error.message}`);
			throw error;
		}
	}
	createClaims(ordinal, pod) {
		const { api } = this.context;
		for (const claim of claimsOf$1(this.set, ordinal)) {
			if (this.world.store.get(CLAIMS$3, this.set.metadata.namespace ?? "", claim.metadata.name)) continue;
			const ownerReferences = claimOwners(this.set, pod, false);
			const about = `Claim ${claim.metadata.name} Pod ${this.set.metadata.name}-${ordinal} in StatefulSet ${this.set.metadata.name}`;
			try {
				const metadata = {
					...claim.metadata,
					...ownerReferences.length > 0 && { ownerReferences }
				};
				api.create(CLAIMS$3, {
					...claim,
					metadata
				});
				this.event("Normal", "SuccessfulCreate", `create ${about} success`);
			} catch (error) {
				if (!isApiError(error)) throw error;
				this.event("Warning", "FailedCreate", `create ${about.replace(" Pod ", " for Pod ")} failed error: ${error.message}`);
				throw error;
			}
		}
	}
	/** Claims go with the set, or with a Pod that is scaled away, as the retention policy says. */
	syncClaims(replicas, condemned) {
		for (const { ordinal, pod } of replicas) for (const { metadata } of claimsOf$1(this.set, ordinal)) {
			const claim = this.world.store.get(CLAIMS$3, this.set.metadata.namespace ?? "", metadata.name);
			if (!claim) continue;
			const owners = [...(claim.metadata.ownerReferences ?? []).filter((one) => one.uid !== this.set.metadata.uid && !(one.kind === "Pod" && one.name === `${this.set.metadata.name}-${ordinal}`)), ...claimOwners(this.set, pod, condemned)];
			if (!equal(owners, claim.metadata.ownerReferences ?? [])) this.context.api.update(CLAIMS$3, withOwners(claim, owners));
		}
	}
	/** One Pod that is too much. True when those below it have to wait. */
	dismiss({ pod }, unhealthy) {
		if (!pod) return false;
		if (isTerminating(pod)) return true;
		if (this.ordered && !this.isAvailable(pod) && unhealthy?.pod !== pod) return true;
		this.deletePod(pod);
		return true;
	}
	deletePod({ metadata }) {
		const about = `Pod ${metadata.name} in StatefulSet ${this.set.metadata.name}`;
		try {
			this.context.api.delete("pods", metadata.namespace ?? "", metadata.name, { preconditions: { uid: metadata.uid } });
			this.event("Normal", "SuccessfulDelete", `delete ${about} successful`);
		} catch (error) {
			if (!isApiError(error)) throw error;
			if (error.reason === "NotFound") return;
			this.event("Warning", "FailedDelete", `delete ${about} failed error: ${error.message}`);
			throw error;
		}
	}
	/** Deletes the highest Pod of an old template, unless one above it is not healthy yet. */
	rollOut(replicas, update) {
		const { updateStrategy, replicas: wanted = 1 } = this.set.spec;
		if (updateStrategy?.type === "OnDelete") return;
		const { partition = 0, maxUnavailable } = updateStrategy?.rollingUpdate ?? {};
		let spare = maxUnavailable === void 0 ? 1 : Math.max(1, scaledValue(maxUnavailable, wanted, false));
		for (let target = replicas.length - 1; target >= partition; target--) {
			const pod = replicas[target]?.pod;
			if (pod && revisionOf(pod) !== update.metadata.name && !isTerminating(pod)) {
				this.deletePod(pod);
				spare--;
			} else if (!this.isHealthy(pod)) spare--;
			if (spare <= 0) return;
		}
	}
	writeStatus(current, update) {
		const { metadata, spec, status: before } = this.set;
		const pods = this.pods().filter((pod) => ordinalOf(this.set, pod) >= 0);
		const of = (revision) => pods.filter((pod) => !isTerminating(pod) && revisionOf(pod) === revision.metadata.name).length;
		const ready = pods.filter(isRunningAndReady);
		const available = ready.filter((pod) => this.isAvailable(pod));
		const updated = of(update);
		const now = spec.updateStrategy?.type === "RollingUpdate" && updated === (spec.replicas ?? 1) && pods.length === updated && ready.length === pods.length ? update : current;
		const status = {
			availableReplicas: available.length,
			collisionCount: before.collisionCount ?? 0,
			...count$1("currentReplicas", of(now)),
			currentRevision: now.metadata.name,
			observedGeneration: metadata.generation ?? 0,
			...count$1("readyReplicas", ready.length),
			replicas: pods.length,
			updateRevision: update.metadata.name,
			...count$1("updatedReplicas", updated)
		};
		this.context.api.updateStatus(SETS, {
			...this.set,
			status
		});
		const wait = ready.map((pod) => pod.status.conditions?.find(({ type }) => type === READY)?.lastTransitionTime).map((since) => Date.parse(since ?? "") + (spec.minReadySeconds ?? 0) * 1e3 - this.world.now).filter((ms) => ms > 0);
		if (wait.length > 0) this.context.requeueAfter(keyOf$2(this.set), Math.min(...wait));
	}
};
function count$1(name, value) {
	return value === 0 ? {} : { [name]: value };
}
// src/kinds/persistentvolume/files.ts
/** The place of a volume for a Pod on a node. */
function placeOf({ metadata, spec }, node) {
	const path = spec.hostPath?.path ?? spec.local?.path;
	if (path !== void 0) return {
		slot: "node-files",
		key: node,
		root: path.replace(/\/+$/, "")
	};
	return {
		slot: "volume-files",
		key: metadata.uid,
		root: ""
	};
}
/** Forgets all that was written into a volume, on whichever node. */
function removeFiles(world, volume) {
	const { slot, root, key } = placeOf(volume, "");
	const all = world.slot(slot, () => ({}));
	for (const [record, files] of Object.entries(all)) {
		if (slot === "volume-files" && record !== key) continue;
		for (const path of Object.keys(files)) if (path.startsWith(`${root}/`)) delete files[path];
	}
}
// src/controllers/storage/binder.ts
/**
* Binds claims to volumes and keeps the phases of both (source: pkg/controller/volume/persistentvolume). A claim and its volume point
* at each other: first the volume at the claim, then the claim at the volume.
*/
var NAME$1 = "persistentvolume-controller";
var SOURCE$1 = { component: NAME$1 };
var CLAIMS$2 = "persistentvolumeclaims";
var VOLUMES$1 = "persistentvolumes";
/** How often an unbound claim is looked at again when nothing happened. */
var RESYNC_MS = 15e3;
/** Keys of volumes have no namespace: `/pv-1`. */
var volumeKey = (name) => `/${name}`;
var volumeBinder = {
	name: NAME$1,
	watches: {
		[CLAIMS$2]: ({ object }, world) => {
			const claim = object;
			const volume = claim.spec.volumeName || volumesFor(world, claim)[0]?.metadata.name;
			return [keyOf$2(claim), ...volume ? [volumeKey(volume)] : []];
		},
		[VOLUMES$1]: ({ object }, world) => [
			keyOf$2(object),
			...waitingClaims(world),
			...claimOf(object)
		],
		"storageclasses.storage.k8s.io": (_change, world) => waitingClaims(world),
		pods: ({ type, object }, world) => type === "ADDED" ? claimsOf(object, world) : []
	},
	reconcile(context, key) {
		const [namespace, name] = splitKey(key);
		if (namespace === "") syncVolume(context, name);
		else syncClaim(context, namespace, name);
	}
};
function waitingClaims(world) {
	if (world.store.count(CLAIMS$2) === 0) return [];
	return world.store.list(CLAIMS$2).filter((claim) => !isBound(claim)).map(keyOf$2);
}
function claimOf({ spec: { claimRef } }) {
	return claimRef ? [`${claimRef.namespace}/${claimRef.name}`] : [];
}
function volumesFor(world, claim) {
	return world.store.list(VOLUMES$1).filter((volume) => isFor(volume, claim));
}
/** The claims of a Pod that wait for one. */
function claimsOf({ metadata, spec }, world) {
	if (world.store.count(CLAIMS$2) === 0) return [];
	return (spec.volumes ?? []).flatMap(({ persistentVolumeClaim }) => persistentVolumeClaim ? [`${metadata.namespace}/${persistentVolumeClaim.claimName}`] : []);
}
function syncClaim(context, namespace, name) {
	const { world, api } = context;
	const claim = world.store.get(CLAIMS$2, namespace, name);
	if (!claim) return;
	if (claim.metadata.annotations?.["pv.kubernetes.io/bind-completed"] !== void 0) return syncBound(context, claim);
	const event = (type, reason, message) => api.event(claim, type, reason, message, SOURCE$1);
	if (claim.metadata.deletionTimestamp) return;
	if (claim.spec.volumeName) {
		const volume = world.store.get(VOLUMES$1, "", claim.spec.volumeName);
		if (!volume) return setPhase(context, claim, "Pending");
		if (volume.spec.claimRef && !isFor(volume, claim)) {
			event("Warning", "FailedBinding", `volume ${JSON.stringify(volume.metadata.name)} already bound to a different claim.`);
			return wait(context, claim);
		}
		const why = volume.spec.claimRef ? void 0 : mismatch(volume, claim);
		if (!why) return bind(context, volume, claim);
		event("Warning", "VolumeMismatch", `Cannot bind to requested volume ${JSON.stringify(volume.metadata.name)}: ${why}`);
		return wait(context, claim);
	}
	const delayed = waitsForConsumer(world, claim) && claim.metadata.annotations?.["volume.kubernetes.io/selected-node"] === void 0;
	const volume = matchingVolume(world, claim, () => !delayed);
	if (volume) return bind(context, volume, claim);
	if (delayed) {
		const pod = podUsing(world, claim);
		if (pod) event("Normal", "WaitForPodScheduled", `waiting for pod ${pod.metadata.name} to be scheduled`);
		else event("Normal", "WaitForFirstConsumer", "waiting for first consumer to be created before binding");
	} else if (claim.spec.storageClassName) provision$1(context, claim, event);
	else event("Normal", "FailedBinding", "no persistent volumes available for this claim and no storage class is set");
	wait(context, claim);
}
/** Asks the provisioner of the claim's class for a volume. */
function provision$1({ world, api }, claim, event) {
	const storageClass = classOf(world, claim.spec.storageClassName);
	if (!storageClass) {
		event("Warning", "ProvisioningFailed", `storageclass.storage.k8s.io ${JSON.stringify(claim.spec.storageClassName)} not found`);
		return;
	}
	const { provisioner } = storageClass;
	event("Normal", "ExternalProvisioning", `Waiting for a volume to be created either by the external provisioner '${provisioner}' or manually by the system administrator. If volume creation is delayed, please verify that the provisioner is running and correctly registered.`);
	if (claim.metadata.annotations?.["volume.kubernetes.io/storage-provisioner"] === provisioner) return;
	api.update(CLAIMS$2, annotated(claim, {
		[BETA_PROVISIONER]: provisioner,
		[PROVISIONER]: provisioner
	}));
}
function podUsing(world, { metadata }) {
	return world.store.list("pods", metadata.namespace).find(({ spec }) => !spec.nodeName && spec.volumes?.some((volume) => volume.persistentVolumeClaim?.claimName === metadata.name));
}
function wait(context, claim) {
	setPhase(context, claim, "Pending");
	context.requeueAfter(keyOf$2(claim), RESYNC_MS);
}
function syncBound(context, claim) {
	const { world, api } = context;
	const volume = world.store.get(VOLUMES$1, "", claim.spec.volumeName ?? "");
	if (volume && isFor(volume, claim)) return bind(context, volume, claim);
	if (claim.status.phase === "Lost") return;
	const [reason, message] = volume ? ["ClaimMisbound", "Two claims are bound to the same volume, this one is bound incorrectly"] : ["ClaimLost", "Bound claim has lost its PersistentVolume. Data on the volume is lost!"];
	setPhase(context, claim, "Lost");
	api.event(claim, "Warning", reason, message, SOURCE$1);
}
function bind(context, volume, claim) {
	const { world, api } = context;
	let bound = volume;
	if (volume.spec.claimRef?.uid !== claim.metadata.uid) {
		const mine = volume.spec.claimRef === void 0;
		const spec = {
			...volume.spec,
			claimRef: {
				...volume.spec.claimRef,
				...claimReference(claim)
			}
		};
		bound = api.update(VOLUMES$1, {
			...mine ? annotated(volume, { [BOUND_BY_CONTROLLER]: "yes" }) : volume,
			spec
		});
	}
	if (bound.status.phase !== "Bound") setVolumePhase(context, bound, "Bound");
	const chosen = claim.spec.volumeName === volume.metadata.name;
	let next = annotated(claim, {
		[BIND_COMPLETED]: "yes",
		...!chosen && { ["pv.kubernetes.io/bound-by-controller"]: "yes" }
	});
	if (!chosen) next = {
		...next,
		spec: {
			...next.spec,
			volumeName: volume.metadata.name
		}
	};
	if (!equal(next, claim)) next = api.update(CLAIMS$2, next);
	const status = {
		...next.status,
		phase: "Bound",
		accessModes: volume.spec.accessModes ?? [],
		capacity: next.status.phase === "Bound" ? next.status.capacity ?? {} : volume.spec.capacity ?? {}
	};
	const fresh = world.store.get(CLAIMS$2, claim.metadata.namespace ?? "", claim.metadata.name);
	if (fresh && !equal(fresh.status, status)) api.updateStatus(CLAIMS$2, {
		...fresh,
		status
	});
}
function setPhase({ api }, claim, phase) {
	if (claim.status.phase === phase) return;
	const { accessModes: _a, capacity: _c, ...status } = claim.status;
	api.updateStatus(CLAIMS$2, {
		...claim,
		status: {
			...status,
			phase
		}
	});
}
function setVolumePhase({ world, api }, volume, phase, message = "") {
	const { message: _, ...status } = volume.status;
	const lastPhaseTransitionTime = formatTime(world.now);
	api.updateStatus(VOLUMES$1, {
		...volume,
		status: {
			...status,
			phase,
			lastPhaseTransitionTime,
			...message && { message }
		}
	});
}
function syncVolume(context, name) {
	const { world } = context;
	const volume = world.store.get(VOLUMES$1, "", name);
	if (!volume) return;
	const { claimRef } = volume.spec;
	const phase = (wanted) => {
		if (volume.status.phase !== wanted) setVolumePhase(context, volume, wanted);
	};
	if (!claimRef?.uid) return phase("Available");
	const claim = world.store.get(CLAIMS$2, claimRef.namespace ?? "", claimRef.name ?? "");
	if (claim?.metadata.uid === claimRef.uid) return claim.spec.volumeName === name ? phase("Bound") : void 0;
	if (volume.status.phase === "Failed") return;
	if (volume.status.phase !== "Released") return setVolumePhase(context, volume, "Released");
	reclaim(context, volume);
}
/** What becomes of a volume whose claim is gone. Those of an external provisioner are its business. */
function reclaim(context, volume) {
	const { world, api } = context;
	const { persistentVolumeReclaimPolicy: policy, hostPath } = volume.spec;
	if (volume.metadata.annotations?.["pv.kubernetes.io/provisioned-by"] || volume.metadata.deletionTimestamp) return;
	const fail = (reason, message) => {
		setVolumePhase(context, volume, "Failed", message);
		api.event(volume, "Warning", reason, message, SOURCE$1);
	};
	if (policy === "Delete") {
		if (!hostPath) return fail("VolumeFailedDelete", `error getting deleter volume plugin for volume ${JSON.stringify(volume.metadata.name)}: no deletable volume plugin matched`);
		if (!/^\/tmp\/.+/.test(hostPath.path)) return fail("VolumeFailedDelete", `host_path deleter only supports /tmp/.+ but received provided ${hostPath.path}`);
		removeFiles(world, volume);
		api.delete(VOLUMES$1, "", volume.metadata.name);
	}
	if (policy === "Recycle") {
		if (!hostPath && !volume.spec.nfs) return fail("VolumeFailedRecycle", `error getting recycler volume plugin for volume ${JSON.stringify(volume.metadata.name)}: no recyclable volume plugin matched`);
		removeFiles(world, volume);
		api.event(volume, "Normal", "VolumeRecycled", "Volume recycled", SOURCE$1);
		const { claimRef: _, ...spec } = volume.spec;
		const { [BOUND_BY_CONTROLLER]: _by, ...annotations } = volume.metadata.annotations ?? {};
		setVolumePhase(context, api.update(VOLUMES$1, {
			...volume,
			metadata: {
				...volume.metadata,
				annotations
			},
			spec
		}), "Available");
	}
}
function annotated(object, annotations) {
	return {
		...object,
		metadata: {
			...object.metadata,
			annotations: {
				...object.metadata.annotations,
				...annotations
			}
		}
	};
}
// src/controllers/storage/claims.ts
/** Claims of ephemeral volumes are made with their Pod; claims that should grow are told who has to do it. */
var CLAIMS$1 = "persistentvolumeclaims";
var ephemeralVolumeController = {
	name: "ephemeral_volume",
	watches: { pods: ({ type, object }) => type === "ADDED" && object.spec.volumes?.some((one) => one.ephemeral) ? [keyOf$2(object)] : [] },
	reconcile({ world, api }, key) {
		const [namespace, name] = splitKey(key);
		const pod = world.store.get("pods", namespace, name);
		if (!pod || pod.metadata.deletionTimestamp) return;
		for (const volume of pod.spec.volumes ?? []) {
			const template = volume.ephemeral?.volumeClaimTemplate;
			const claim = `${name}-${volume.name}`;
			if (!template || world.store.get(CLAIMS$1, namespace, claim)) continue;
			const { labels, annotations } = template.metadata ?? {};
			api.create(CLAIMS$1, {
				apiVersion: "v1",
				kind: "PersistentVolumeClaim",
				metadata: {
					name: claim,
					namespace,
					...labels && { labels },
					...annotations && { annotations },
					ownerReferences: [controllerRef(pod)]
				},
				spec: template.spec,
				status: {}
			});
		}
	}
};
var expandController = {
	name: "volume_expand",
	watches: { [CLAIMS$1]: ({ type, object }) => type === "MODIFIED" && wantsMore(object) ? [keyOf$2(object)] : [] },
	reconcile({ world, api }, key) {
		const claim = world.store.get(CLAIMS$1, ...splitKey(key));
		if (!claim || !wantsMore(claim)) return;
		api.event(claim, "Normal", "ExternalExpanding", "waiting for an external controller to expand this PVC", { component: "volume_expand" });
	}
};
function wantsMore({ spec, status }) {
	const [wanted, has] = [spec.resources?.requests?.["storage"], status.capacity?.["storage"]];
	return status.phase === "Bound" && wanted !== void 0 && has !== void 0 && compareQuantity(parseQuantity(wanted), parseQuantity(has)) > 0;
}
// src/controllers/storage/provisioner.ts
/** minikube's storage provisioner: makes a hostPath volume for each claim of its class, and removes it when the claim is gone. */
var CLAIMS = "persistentvolumeclaims";
var VOLUMES = "persistentvolumes";
var NAME = "k8s.io/minikube-hostpath";
var ADDON = "storage-provisioner";
var IDENTITY = "hostPathProvisionerIdentity";
var FOLDER = "/tmp/hostpath-provisioner";
/** Keys of volumes have no namespace. */
var hostPathProvisioner = {
	name: NAME,
	latencyMs: 200,
	watches: {
		[CLAIMS]: ({ type, object }) => type !== "DELETED" && isMine(object) ? [keyOf$2(object)] : [],
		[VOLUMES]: ({ type, object }) => type !== "DELETED" && object.metadata.annotations?.["pv.kubernetes.io/provisioned-by"] === NAME ? [keyOf$2(object)] : []
	},
	reconcile(context, key) {
		if (!isAddonOn(context.world, ADDON)) return;
		const [namespace, name] = splitKey(key);
		if (namespace === "") remove(context, name);
		else provision(context, namespace, name);
	}
};
function isMine({ metadata, spec }) {
	return !spec.volumeName && metadata.annotations?.["volume.kubernetes.io/storage-provisioner"] === NAME;
}
/** One identity for the life of the provisioner's Pod. */
function identity(world) {
	return world.slot("hostpath-provisioner", () => ({ id: new Random(fnv32a(NAME)).uuid() })).id;
}
function provision({ world, api }, namespace, name) {
	const claim = world.store.get(CLAIMS, namespace, name);
	if (!claim || !isMine(claim) || claim.metadata.deletionTimestamp) return;
	if (waitsForConsumer(world, claim) && claim.metadata.annotations?.["volume.kubernetes.io/selected-node"] === void 0) return;
	const storageClass = classOf(world, claim.spec.storageClassName);
	const volumeName = `pvc-${claim.metadata.uid}`;
	if (!storageClass || world.store.get(VOLUMES, "", volumeName)) return;
	const source = { component: `${NAME}_minikube_${identity(world)}` };
	api.event(claim, "Normal", "Provisioning", `External provisioner is provisioning volume for claim "${namespace}/${name}"`, source);
	const made = api.create(VOLUMES, {
		apiVersion: "v1",
		kind: "PersistentVolume",
		metadata: {
			name: volumeName,
			annotations: {
				[IDENTITY]: identity(world),
				[PROVISIONED_BY]: NAME
			}
		},
		spec: {
			accessModes: claim.spec.accessModes ?? [],
			capacity: { storage: claim.spec.resources?.requests?.["storage"] ?? "0" },
			claimRef: claimReference(claim),
			hostPath: { path: `${FOLDER}/${namespace}/${name}` },
			persistentVolumeReclaimPolicy: storageClass.reclaimPolicy ?? "Delete",
			storageClassName: storageClass.metadata.name
		},
		status: {}
	});
	api.event(claim, "Normal", "ProvisioningSucceeded", `Successfully provisioned volume ${made.metadata.name}`, source);
}
function remove({ world, api }, name) {
	const volume = world.store.get(VOLUMES, "", name);
	if (volume?.status.phase !== "Released" || volume.spec.persistentVolumeReclaimPolicy !== "Delete") return;
	removeFiles(world, volume);
	if (!volume.metadata.deletionTimestamp) api.delete(VOLUMES, "", name);
}
// src/controllers/index.ts
/**
* The controllers that have nothing to do until a client asked for something, in the order in which they see a change. They see it
* after those of `fresh.ts`, which run from the start.
*/
var controllers = [
	deploymentController,
	replicaSetController,
	statefulSetController,
	daemonSetController,
	jobController,
	cronJobController,
	ttlAfterFinishedController,
	autoscaler,
	disruptionController,
	scheduler,
	endpointsController,
	endpointSliceController,
	mirroringController,
	namespaceController,
	nodeLifecycleController,
	taintEvictionController,
	podGarbageCollector,
	loadBalancerController,
	accountTokenController,
	resourceQuotaController,
	volumeBinder,
	hostPathProvisioner,
	claimProtection,
	volumeProtection,
	ephemeralVolumeController,
	expandController,
	garbageCollector
];
// src/kinds/role/escalation.ts
/** Nobody gives away more than they have: roles and bindings are refused that grant what their author may not do (source: pkg/registry/rbac). */
var GROUP$2 = "rbac.authorization.k8s.io";
/**
* Throws Forbidden when the context's user may grant neither because of the verb (`escalate` on the role, `bind` on the role that is
* bound) nor because he has the rules himself.
*/
function refuseEscalation({ world, user, trusted }, about, verb, rules) {
	if (trusted || !user || user.groups.includes("system:masters")) return;
	if (allowance(world, user, {
		verb: verb.name,
		group: GROUP$2,
		resource: verb.resource,
		name: verb.role,
		namespace: about.namespace
	}) !== void 0) return;
	const held = [...rulesFor(world, user, about.namespace)].map(({ rule }) => rule);
	const missing = rules.flatMap(breakDown).filter((rule) => !held.some((one) => covers(one, rule)));
	if (missing.length === 0) return;
	const list = compactRules(missing).map(goText).join("\n");
	throw forbiddenError({
		plural: about.plural,
		group: GROUP$2
	}, about.name, `user ${who(user)} is attempting to grant RBAC permissions not currently held:\n${list}`);
}
function who({ username, groups }) {
	return `${goQuote(username)} (groups=[${groups.map(goQuote).join(" ")}])`;
}
var has = (list, wanted) => list?.some((one) => one === "*" || one === wanted) ?? false;
/** Whether one rule allows what another does, which names one verb on one thing. */
function covers(owner, { verbs, apiGroups, resources, resourceNames, nonResourceURLs }) {
	if (!has(owner.verbs, verbs[0] ?? "")) return false;
	const url = nonResourceURLs?.[0];
	if (url !== void 0) return (owner.nonResourceURLs ?? []).some((one) => one === url || one.endsWith("*") && url.startsWith(one.slice(0, -1)));
	const [resource = "", name] = [resources?.[0], resourceNames?.[0]];
	const below = resource.includes("/") && (owner.resources?.includes(`*/${resource.split("/")[1]}`) ?? false);
	const names = owner.resourceNames ?? [];
	return has(owner.apiGroups, apiGroups?.[0] ?? "") && (has(owner.resources, resource) || below) && (names.length === 0 || name !== void 0 && names.includes(name));
}
/** `{APIGroups:[""], Resources:["pods"], Verbs:["get" "list"]}` */
function goText({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }) {
	return `{${[
		["APIGroups", apiGroups],
		["Resources", resources],
		["ResourceNames", resourceNames],
		["NonResourceURLs", nonResourceURLs],
		["Verbs", verbs]
	].flatMap(([label, list]) => list?.length ? [`${label}:[${list.map(goQuote).join(" ")}]`] : []).join(", ")}}`;
}
// src/kinds/role/rules.ts
/** The rules on the rules of roles (source: pkg/apis/rbac/validation). */
function validateRules(rules) {
	return rules.flatMap(({ verbs, apiGroups, resources, nonResourceURLs }, index) => {
		const at = `rules[${index}]`;
		const errors = [];
		if (!verbs?.length) errors.push(required(`${at}.verbs`, "verbs must contain at least one value"));
		if (nonResourceURLs?.length) {
			if (apiGroups?.length || resources?.length) errors.push(invalid(`${at}.nonResourceURLs`, nonResourceURLs, "rules cannot apply to both regular resources and non-resource URLs"));
			return errors;
		}
		if (!apiGroups?.length) errors.push(required(`${at}.apiGroups`, "resource rules must supply at least one api group"));
		if (!resources?.length) errors.push(required(`${at}.resources`, "resource rules must supply at least one resource"));
		return errors;
	});
}
// src/kinds/clusterrole/index.ts
/** What may be done anywhere. */
var clusterRoles = define("rbac.authorization.k8s.io/v1", "clusterroles", {
	nameCheck: "path",
	prepareCreate: checked$1,
	prepareUpdate: (role, _old, context) => checked$1(role, context),
	validate: ({ rules }) => validateRules(rules ?? []),
	columns: [nameColumn, createdAtColumn]
});
function checked$1(role, context) {
	const { name } = role.metadata;
	refuseEscalation(context, {
		plural: "clusterroles",
		name,
		namespace: ""
	}, {
		name: "escalate",
		resource: "clusterroles",
		role: name
	}, role.rules ?? []);
	return role;
}
// src/kinds/rolebinding/binding.ts
/** What RoleBindings and ClusterRoleBindings have in common (source: pkg/apis/rbac). */
var GROUP$1 = "rbac.authorization.k8s.io";
var SUBJECT_KINDS = [
	"ServiceAccount",
	"User",
	"Group"
];
function defaultBinding(binding) {
	const filled = within(binding, "roleRef", (ref) => ref.apiGroup ? ref : {
		...ref,
		apiGroup: GROUP$1
	});
	return eachOf(filled, "subjects", (subject) => subject.kind === "ServiceAccount" ? subject : fill$1(subject, { apiGroup: GROUP$1 }));
}
/** Refuses a binding to a role that has more rights than its author. */
function checkedBinding(plural, binding, context) {
	const { name, namespace = "" } = binding.metadata;
	const { kind, name: role } = binding.roleRef;
	const store = context.world.store;
	const bound = kind === "ClusterRole" ? store.get(`clusterroles.${GROUP$1}`, "", role) : store.get(`roles.${GROUP$1}`, namespace, role);
	refuseEscalation(context, {
		plural,
		name,
		namespace
	}, {
		name: "bind",
		resource: kind === "ClusterRole" ? "clusterroles" : "roles",
		role
	}, bound?.rules ?? []);
	return binding;
}
function validateBinding({ roleRef, subjects }, roles, old) {
	const errors = [];
	if (old && !equal(roleRef, old.roleRef)) errors.push(invalid("roleRef", roleRef, "cannot change roleRef"));
	if (roleRef.apiGroup !== GROUP$1) errors.push(notSupported("roleRef.apiGroup", roleRef.apiGroup, [GROUP$1]));
	if (!roles.includes(roleRef.kind)) errors.push(notSupported("roleRef.kind", roleRef.kind, roles));
	if (!roleRef.name) errors.push(required("roleRef.name"));
	(subjects ?? []).forEach(({ kind, name, namespace }, index) => {
		const at = `subjects[${index}]`;
		if (!name) errors.push(required(`${at}.name`));
		if (!SUBJECT_KINDS.includes(kind)) errors.push(notSupported(`${at}.kind`, kind, SUBJECT_KINDS));
		if (kind === "ServiceAccount" && !namespace) errors.push(required(`${at}.namespace`));
	});
	return errors;
}
var named = ({ subjects }, kind) => (subjects ?? []).filter((one) => one.kind === kind).map(({ name, namespace }) => kind === "ServiceAccount" ? `${namespace}/${name}` : name).join(", ");
var bindingColumns = [
	nameColumn,
	text$1("Role", ({ roleRef }) => `${roleRef.kind}/${roleRef.name}`),
	ageColumn,
	text$1("Users", (binding) => named(binding, "User"), true),
	text$1("Groups", (binding) => named(binding, "Group"), true),
	text$1("ServiceAccounts", (binding) => named(binding, "ServiceAccount"), true)
];
// src/kinds/clusterrolebinding/index.ts
/** Who has a role everywhere. */
var clusterRoleBindings = define("rbac.authorization.k8s.io/v1", "clusterrolebindings", {
	nameCheck: "path",
	defaults: defaultBinding,
	prepareCreate: (binding, context) => checkedBinding("clusterrolebindings", binding, context),
	prepareUpdate: (binding, _old, context) => checkedBinding("clusterrolebindings", binding, context),
	validate: (binding) => validateBinding(binding, ["ClusterRole"]),
	validateUpdate: (binding, old) => validateBinding(binding, ["ClusterRole"], old),
	columns: bindingColumns
});
// src/kinds/controllerrevision/index.ts
/** A past template of a StatefulSet or DaemonSet. */
var controllerRevisions = define("apps/v1", "controllerrevisions", {
	validate: ({ data, revision }) => [...data ? [] : [invalid("data", data ?? null, "must be specified")], ...nonNegative(revision, "revision")],
	validateUpdate: (now, old) => validateImmutable(now.data, old.data, "data"),
	columns: [
		nameColumn,
		text$1("Controller", controllerOf),
		integer("Revision", ({ revision }) => revision),
		ageColumn
	]
});
function controllerOf({ metadata }) {
	const owner = metadata.ownerReferences?.find(({ controller }) => controller);
	if (!owner) return "<none>";
	const [group, version] = owner.apiVersion.split("/");
	return version ? `${owner.kind.toLowerCase()}.${group}/${owner.name}` : `${owner.kind.toLowerCase()}/${owner.name}`;
}
// src/kinds/job/validation.ts
/** Rules for Jobs (source: pkg/apis/batch/validation). */
var MODES = ["NonIndexed", "Indexed"];
var COUNTS = [
	"parallelism",
	"completions",
	"activeDeadlineSeconds",
	"backoffLimit",
	"ttlSecondsAfterFinished"
];
/** `selector`: a Job has one; the template of a CronJob has not yet. */
function validateJobSpec(spec, at, selector) {
	const errors = [];
	if (selector) {
		if (!spec.selector) errors.push(required(`${at}.selector`));
		else errors.push(...validateLabelSelector(spec.selector, `${at}.selector`));
	}
	for (const name of COUNTS) if (spec[name] !== void 0) errors.push(...nonNegative(spec[name], `${at}.${name}`));
	const mode = spec.completionMode;
	if (mode !== void 0 && !MODES.includes(mode)) errors.push(notSupported(`${at}.completionMode`, mode, MODES));
	if (mode === "Indexed" && spec.completions === void 0) errors.push(required(`${at}.completions`, "when completion mode is Indexed"));
	errors.push(...validatePodTemplate(spec.template, `${at}.template`));
	const policy = spec.template.spec?.restartPolicy;
	const where = `${at}.template.spec.restartPolicy`;
	if (policy === "Always") errors.push(required(where, "valid values: \"OnFailure\", \"Never\""));
	else if (policy !== void 0 && policy !== "OnFailure" && policy !== "Never") errors.push(notSupported(where, policy, ["OnFailure", "Never"]));
	if (spec.podFailurePolicy && policy !== "Never") errors.push(invalid(where, policy ?? "", "only \"Never\" is supported when podFailurePolicy is specified"));
	return errors;
}
// src/kinds/cronjob/index.ts
var POLICIES$3 = [
	"Allow",
	"Forbid",
	"Replace"
];
/** A Job's name is the CronJob's and eleven characters. */
var MAX_NAME = 52;
/** Jobs on a schedule. */
var cronJobs = define("batch/v1", "cronjobs", {
	generation: ["spec"],
	defaults: (cronJob) => within(cronJob, "spec", defaultSpec$5),
	validate: validate$12,
	columns: [
		nameColumn,
		text$1("Schedule", ({ spec }) => spec.schedule),
		text$1("Timezone", ({ spec }) => spec.timeZone ?? "<none>"),
		text$1("Suspend", ({ spec }) => spec.suspend === void 0 ? "<unset>" : spec.suspend ? "True" : "False"),
		integer("Active", ({ status }) => status.active?.length ?? 0),
		text$1("Last Schedule", ({ status }, now) => status.lastScheduleTime ? age(status.lastScheduleTime, now) : "<none>"),
		ageColumn,
		...containerColumns(({ spec }) => spec.jobTemplate.spec?.template.spec?.containers ?? []),
		text$1("Selector", ({ spec }) => formatSelector(spec.jobTemplate.spec?.selector), true)
	]
});
function defaultSpec$5(spec) {
	const filled = fill$1(spec, {
		concurrencyPolicy: "Allow",
		suspend: false,
		successfulJobsHistoryLimit: 3,
		failedJobsHistoryLimit: 1
	});
	return within(filled, "jobTemplate", (template) => within(template, "spec", (job) => within(job, "template", defaultPodTemplate)));
}
function validate$12({ metadata, spec }) {
	const errors = [];
	if (!spec.schedule) errors.push(required("spec.schedule"));
	else errors.push(...validateSchedule(spec.schedule));
	if (spec.startingDeadlineSeconds !== void 0) errors.push(...nonNegative(spec.startingDeadlineSeconds, "spec.startingDeadlineSeconds"));
	errors.push(...validateTimeZone(spec.timeZone));
	const { concurrencyPolicy = "" } = spec;
	if (!POLICIES$3.includes(concurrencyPolicy)) errors.push(notSupported("spec.concurrencyPolicy", concurrencyPolicy, POLICIES$3));
	const job = spec.jobTemplate.spec;
	if (job) errors.push(...validateJobSpec(job, "spec.jobTemplate.spec", false));
	for (const name of ["successfulJobsHistoryLimit", "failedJobsHistoryLimit"]) if (spec[name] !== void 0) errors.push(...nonNegative(spec[name], `spec.${name}`));
	if (metadata.name.length > MAX_NAME) errors.push(invalid("metadata.name", metadata.name, `must be no more than ${MAX_NAME} characters`));
	return errors;
}
function validateTimeZone(zone) {
	if (zone === void 0) return [];
	if (zone === "") return [invalid("spec.timeZone", zone, "timeZone must be nil or non-empty string")];
	if (zone.toLowerCase() === "local") return [invalid("spec.timeZone", zone, "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones")];
	return /^[A-Za-z0-9/_+-]+$/.test(zone) && isTimeZone(zone) ? [] : [invalid("spec.timeZone", zone, `unknown time zone ${zone}`)];
}
function validateSchedule(schedule) {
	if (schedule.includes("TZ")) return [invalid("spec.schedule", schedule, "cannot use TZ or CRON_TZ in schedule, use timeZone field instead")];
	try {
		parseSchedule(schedule);
		return [];
	} catch (error) {
		if (error instanceof ScheduleError) return [invalid("spec.schedule", schedule, error.message)];
		throw error;
	}
}
// src/kinds/deployment/index.ts
/** Rolls a template out over ReplicaSets. */
var deployments = define("apps/v1", "deployments", {
	generation: ["spec"],
	scale: {
		selector: ({ spec }) => formatSelector(spec.selector),
		replicas: ({ spec }) => spec.replicas ?? 0,
		current: ({ status }) => status.replicas ?? 0,
		set: (deployment, replicas) => ({
			...deployment,
			spec: {
				...deployment.spec,
				replicas
			}
		})
	},
	defaults: (deployment) => within(deployment, "spec", defaultSpec$4),
	validate: validateDeployment,
	validateUpdate: validateDeploymentUpdate,
	columns: [
		nameColumn,
		text$1("Ready", ({ spec, status }) => `${status.readyReplicas ?? 0}/${spec.replicas ?? 0}`),
		integer("Up-to-date", ({ status }) => status.updatedReplicas ?? 0),
		integer("Available", ({ status }) => status.availableReplicas ?? 0),
		ageColumn,
		...wideColumns()
	]
});
function defaultSpec$4(spec) {
	const filled = fill$1(spec, {
		replicas: 1,
		revisionHistoryLimit: 10,
		progressDeadlineSeconds: 600,
		strategy: {}
	});
	return within(within(filled, "strategy", defaultStrategy$1), "template", defaultPodTemplate);
}
function defaultStrategy$1(strategy) {
	const filled = fill$1(strategy, { type: "RollingUpdate" });
	if (filled.type !== "RollingUpdate") return filled;
	return within(fill$1(filled, { rollingUpdate: {} }), "rollingUpdate", (update) => fill$1(update, {
		maxSurge: "25%",
		maxUnavailable: "25%"
	}));
}
// src/kinds/endpoints/index.ts
var SHOWN$2 = 3;
/** Where a Service leads, in the form before EndpointSlices. */
var endpoints = define("v1", "endpoints", {
	...freshEndpoints,
	deprecation: "v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice",
	validate: validate$11,
	columns: [
		nameColumn,
		text$1("Endpoints", ({ subsets }) => addressesText(subsets ?? [])),
		ageColumn
	]
});
/** `10.244.0.5:80,10.244.0.6:80,10.244.0.7:80 + 1 more...` */
function addressesText(subsets) {
	if (subsets.length === 0) return "<none>";
	return shortened(subsets.flatMap(({ addresses, ports }) => {
		const ips = (addresses ?? []).map(({ ip }) => ip);
		if (!ports?.length) return ips;
		return ports.flatMap(({ port }) => ips.map((ip) => `${isIPv6(ip) ? `[${ip}]` : ip}:${port}`));
	}));
}
/** The first few of a list, and how many more there are. */
function shortened(all) {
	const shown = all.slice(0, SHOWN$2).join(",");
	return all.length > SHOWN$2 ? `${shown} + ${all.length - SHOWN$2} more...` : shown;
}
function validate$11({ subsets }) {
	return (subsets ?? []).flatMap(({ addresses, notReadyAddresses, ports }, index) => {
		const at = `subsets[${index}]`;
		const errors = [];
		if (!addresses?.length && !notReadyAddresses?.length) errors.push(required(at, "must specify `addresses` or `notReadyAddresses`"));
		for (const [list, name] of [[addresses, "addresses"], [notReadyAddresses, "notReadyAddresses"]]) (list ?? []).forEach(({ ip }, one) => {
			errors.push(...validateAddress(ip, `${at}.${name}[${one}].ip`));
		});
		(ports ?? []).forEach((port, one) => {
			errors.push(...validatePort$1(port, (ports?.length ?? 0) > 1, `${at}.ports[${one}]`));
		});
		return errors;
	});
}
function validateAddress(ip, at) {
	const wrong = isIP(ip).map((why) => invalid(at, ip, why));
	if (wrong.length > 0) return wrong;
	if (ip.startsWith("127.")) return [invalid(at, ip, "may not be in the loopback range (127.0.0.0/8, ::1/128)")];
	if (ip === "0.0.0.0" || ip === "::") return [invalid(at, ip, `may not be unspecified (${ip})`)];
	return ip.startsWith("169.254.") ? [invalid(at, ip, "may not be in the link-local range (169.254.0.0/16, fe80::/10)")] : [];
}
function validatePort$1({ name = "", port }, named, at) {
	return [...named && name === "" ? [required(`${at}.name`)] : name === "" ? [] : isDNS1123Label(name).map((why) => invalid(`${at}.name`, name, why)), ...isPortNumber(port).map((why) => invalid(`${at}.port`, port, why))];
}
// src/kinds/endpointslice/index.ts
var ADDRESS_TYPES = [
	"FQDN",
	"IPv4",
	"IPv6"
];
var MAX_ENDPOINTS = 1e3;
/** Where a Service leads, up to a hundred endpoints a slice. */
var endpointSlices = define("discovery.k8s.io/v1", "endpointslices", {
	...freshEndpointSlice,
	validate: validate$10,
	validateUpdate: (slice, old) => [...validate$10(slice), ...validateImmutable(slice.addressType, old.addressType, "addressType")],
	columns: [
		nameColumn,
		text$1("AddressType", ({ addressType }) => addressType),
		text$1("Ports", ({ ports }) => shortened((ports ?? []).map(({ port, name }) => port === void 0 ? name || "*" : String(port))) || "<unset>"),
		text$1("Endpoints", ({ endpoints }) => shortened((endpoints ?? []).flatMap(({ addresses }) => addresses ?? [])) || "<unset>"),
		ageColumn
	]
});
function validate$10({ addressType, endpoints, ports }) {
	const errors = [];
	if (!addressType) errors.push(required("addressType"));
	else if (!ADDRESS_TYPES.includes(addressType)) errors.push(notSupported("addressType", addressType, ADDRESS_TYPES));
	if ((endpoints?.length ?? 0) > MAX_ENDPOINTS) return [...errors, tooMany("endpoints", endpoints?.length ?? 0, MAX_ENDPOINTS)];
	(endpoints ?? []).forEach(({ addresses }, index) => {
		const at = `endpoints[${index}].addresses`;
		if (!addresses?.length) errors.push(required(at, "must contain at least 1 address"));
		if (addressType === "FQDN") return;
		(addresses ?? []).forEach((ip, one) => {
			errors.push(...isIP(ip).map((why) => invalid(`${at}[${one}]`, ip, why)));
		});
	});
	(ports ?? []).forEach(({ port }, index) => {
		if (port !== void 0) errors.push(...isPortNumber(port).map((why) => invalid(`ports[${index}].port`, port, why)));
	});
	return errors;
}
// src/kinds/event/index.ts
/** Something that happened to an object. */
var events = define("v1", "events", {
	validate: validate$9,
	validateUpdate: validate$9,
	selectableFields: {
		"involvedObject.kind": ({ involvedObject }) => involvedObject.kind ?? "",
		"involvedObject.namespace": ({ involvedObject }) => involvedObject.namespace ?? "",
		"involvedObject.name": ({ involvedObject }) => involvedObject.name ?? "",
		"involvedObject.uid": ({ involvedObject }) => involvedObject.uid ?? "",
		"involvedObject.apiVersion": ({ involvedObject }) => involvedObject.apiVersion ?? "",
		"involvedObject.resourceVersion": ({ involvedObject }) => involvedObject.resourceVersion ?? "",
		"involvedObject.fieldPath": ({ involvedObject }) => involvedObject.fieldPath ?? "",
		reason: ({ reason }) => reason ?? "",
		reportingComponent: ({ reportingComponent }) => reportingComponent ?? "",
		source: ({ source, reportingComponent }) => source?.component || (reportingComponent ?? ""),
		type: ({ type }) => type ?? ""
	},
	columns: [
		text$1("Last Seen", lastSeen),
		text$1("Type", ({ type }) => type ?? ""),
		text$1("Reason", ({ reason }) => reason ?? ""),
		text$1("Object", ({ involvedObject: { kind = "", name } }) => name ? `${kind.toLowerCase()}/${name}` : kind.toLowerCase()),
		text$1("Subobject", ({ involvedObject }) => involvedObject.fieldPath ?? "", true),
		text$1("Source", sourceText, true),
		text$1("Message", ({ message }) => (message ?? "").trim()),
		text$1("First Seen", firstSeen, true),
		integer("Count", ({ series, count }) => series?.count ?? (count || 1), true),
		{
			...nameColumn,
			priority: 1
		}
	]
});
function firstSeen({ firstTimestamp, eventTime }, now) {
	return age(firstTimestamp ?? eventTime, now);
}
function lastSeen(event, now) {
	if (event.series) return age(event.series.lastObservedTime, now);
	return event.lastTimestamp ? age(event.lastTimestamp, now) : firstSeen(event, now);
}
function sourceText({ source, reportingComponent, reportingInstance }) {
	const [component, host] = source?.component ? [source.component, source.host] : [reportingComponent ?? "", reportingInstance];
	return host ? `${component}, ${host}` : component;
}
function validate$9({ metadata, involvedObject }) {
	const about = involvedObject.namespace ?? "";
	const wanted = about === "" ? "default" : about;
	return metadata.namespace === wanted ? [] : [invalid("involvedObject.namespace", about, "does not match event.namespace")];
}
// src/kinds/horizontalpodautoscaler/index.ts
var SHOWN$1 = 2;
var DEFAULT_METRICS = [{
	type: "Resource",
	resource: {
		name: "cpu",
		target: {
			type: "Utilization",
			averageUtilization: 80
		}
	}
}];
/** Replicas by load. */
var horizontalPodAutoscalers = define("autoscaling/v2", "horizontalpodautoscalers", {
	defaults: (one) => within(one, "spec", defaultSpec$3),
	prepareCreate: (one) => ({
		...one,
		status: {
			currentMetrics: null,
			desiredReplicas: 0
		}
	}),
	validate: validate$8,
	columns: [
		nameColumn,
		text$1("Reference", ({ spec }) => `${spec.scaleTargetRef.kind}/${spec.scaleTargetRef.name}`),
		text$1("Targets", targetsText),
		text$1("MinPods", ({ spec }) => String(spec.minReplicas ?? "<unset>")),
		text$1("MaxPods", ({ spec }) => String(spec.maxReplicas)),
		text$1("Replicas", ({ status }) => String(status.currentReplicas ?? 0)),
		ageColumn
	]
});
function defaultSpec$3(spec) {
	const filled = fill$1(spec.metrics?.length ? spec : {
		...spec,
		metrics: DEFAULT_METRICS
	}, { minReplicas: 1 });
	return within(filled, "behavior", (behavior) => ({
		...behavior,
		scaleUp: fill$1(behavior.scaleUp ?? {}, {
			stabilizationWindowSeconds: 0,
			selectPolicy: "Max",
			policies: [{
				type: "Pods",
				value: 4,
				periodSeconds: 15
			}, {
				type: "Percent",
				value: 100,
				periodSeconds: 15
			}]
		}),
		scaleDown: fill$1(behavior.scaleDown ?? {}, {
			selectPolicy: "Max",
			policies: [{
				type: "Percent",
				value: 100,
				periodSeconds: 15
			}]
		})
	}));
}
function targetsText({ spec, status }) {
	const metrics = spec.metrics ?? [];
	if (metrics.length === 0) return "<none>";
	const all = metrics.map((metric, index) => metricText(metric, status.currentMetrics?.[index]));
	const shown = all.slice(0, SHOWN$1).join(", ");
	return all.length > SHOWN$1 ? `${shown} + ${all.length - SHOWN$1} more...` : shown;
}
/** `cpu: 12%/80%` */
function metricText(metric, current) {
	if (metric.resource) return `${metric.resource.name}: ${amount(current?.resource?.current, metric.resource.target)}`;
	if (metric.containerResource) return `${metric.containerResource.name}: ${amount(current?.containerResource?.current, metric.containerResource.target)}`;
	if (metric.pods) return amount(current?.pods?.current, metric.pods.target);
	if (metric.object) return amount(current?.object?.current, metric.object.target);
	return metric.external ? amount(current?.external?.current, metric.external.target) : "<unknown type>";
}
function amount(current, target) {
	if (target.averageUtilization !== void 0) return `${current?.averageUtilization === void 0 ? "<unknown>" : `${current.averageUtilization}%`}/${target.averageUtilization}%`;
	const [is, wanted] = target.averageValue !== void 0 ? [current?.averageValue, target.averageValue] : [current?.value, target.value];
	return `${is === void 0 ? "<unknown>" : canonicalQuantity(is)}/${wanted === void 0 ? "<auto>" : canonicalQuantity(wanted)}`;
}
function validate$8({ spec }) {
	return validateSpec(spec);
}
function validateSpec({ minReplicas = 1, maxReplicas, scaleTargetRef }) {
	const errors = [];
	if (minReplicas < 1) errors.push(invalid("spec.minReplicas", minReplicas, "must be greater than or equal to 1"));
	if (maxReplicas < 1) errors.push(invalid("spec.maxReplicas", maxReplicas, "must be greater than 0"));
	if (maxReplicas < minReplicas) errors.push(invalid("spec.maxReplicas", maxReplicas, "must be greater than or equal to `minReplicas`"));
	if (!scaleTargetRef.kind) errors.push(required("spec.scaleTargetRef.kind"));
	if (!scaleTargetRef.name) errors.push(required("spec.scaleTargetRef.name"));
	return errors;
}
// src/kinds/ingress/index.ts
var CLASS_ANNOTATION = "kubernetes.io/ingress.class";
var PATH_TYPES = [
	"Exact",
	"ImplementationSpecific",
	"Prefix"
];
/** Which Service answers for a host and path. */
var ingresses = define("networking.k8s.io/v1", "ingresses", {
	generation: ["spec"],
	prepareCreate: (ingress) => ({
		...ingress,
		status: { loadBalancer: {} }
	}),
	validate: validate$7,
	columns: [
		nameColumn,
		text$1("Class", ({ spec, metadata }) => spec.ingressClassName ?? metadata.annotations?.[CLASS_ANNOTATION] ?? "<none>"),
		text$1("Hosts", ({ spec }) => shortened((spec.rules ?? []).flatMap(({ host }) => host || [])) || "*"),
		text$1("Address", ({ status }) => (status.loadBalancer?.ingress ?? []).map(({ ip, hostname }) => ip || hostname || "").join(",")),
		text$1("Ports", ({ spec }) => spec.tls?.length ? "80, 443" : "80"),
		ageColumn
	]
});
function validate$7({ spec }) {
	const errors = [];
	if (!spec.rules?.length && !spec.defaultBackend) errors.push(invalid("spec", spec.rules ?? [], "either `defaultBackend` or `rules` must be specified"));
	if (spec.defaultBackend) errors.push(...validateBackend(spec.defaultBackend, "spec.defaultBackend"));
	(spec.rules ?? []).forEach(({ host = "", http }, index) => {
		const at = `spec.rules[${index}]`;
		if (host) errors.push(...validateHost(host, `${at}.host`));
		if (http && !http.paths?.length) errors.push(required(`${at}.http.paths`));
		(http?.paths ?? []).forEach((path, one) => {
			errors.push(...validatePath(path, `${at}.http.paths[${one}]`));
		});
	});
	if (spec.ingressClassName) errors.push(...isDNS1123Subdomain(spec.ingressClassName).map((why) => invalid("spec.ingressClassName", spec.ingressClassName, why)));
	return errors;
}
function validateHost(host, at) {
	if (isIP(host).length === 0) return [invalid(at, host, "must be a DNS name, not an IP address")];
	return isDNS1123Subdomain(host.replace(/^\*\./, "")).map((why) => invalid(at, host, why));
}
function validatePath({ path = "", pathType, backend }, at) {
	const errors = [];
	if (!pathType) errors.push(required(`${at}.pathType`, "pathType must be specified"));
	else if (!PATH_TYPES.includes(pathType)) errors.push(notSupported(`${at}.pathType`, pathType, [
		"Exact",
		"ImplementationSpecific",
		"Prefix"
	]));
	else if (pathType !== "ImplementationSpecific" || path) {
		if (!path.startsWith("/")) errors.push(invalid(`${at}.path`, path, "must be an absolute path"));
	}
	return [...errors, ...validateBackend(backend, `${at}.backend`)];
}
function validateBackend({ service, resource }, at) {
	if (service && resource) return [invalid(at, "", "cannot set both resource and service backends")];
	if (resource) return [];
	if (!service) return [required(at, "resource or service backend is required")];
	const { name, port } = service;
	if (!name) return [required(`${at}.service.name`)];
	if (!port?.name && !port?.number) return [required(`${at}`, "port name or number is required")];
	return port.number ? isPortNumber(port.number).map((why) => invalid(`${at}.service.port.number`, port.number, why)) : [];
}
// src/kinds/ingressclass/index.ts
/** Which controller serves an Ingress. */
var ingressClasses = define("networking.k8s.io/v1", "ingressclasses", {
	generation: ["spec"],
	validate: ({ spec }) => spec.controller ? [] : [required("spec.controller")],
	columns: [
		nameColumn,
		text$1("Controller", ({ spec }) => spec.controller ?? ""),
		text$1("Parameters", parametersText),
		ageColumn
	]
});
function parametersText({ spec: { parameters } }) {
	if (!parameters) return "<none>";
	return `${parameters.kind}${parameters.apiGroup ? `.${parameters.apiGroup}` : ""}/${parameters.name}`;
}
// src/kinds/job/index.ts
var UID_LABEL = "batch.kubernetes.io/controller-uid";
var NAME_LABEL = "batch.kubernetes.io/job-name";
var MAX_INT32 = 2 ** 31 - 1;
/** The condition that the column STATUS shows: the first that is true. */
var SHOWN = ["Complete", "Failed"];
var SHOWN_LATER = [
	"Suspended",
	"FailureTarget",
	"SuccessCriteriaMet"
];
/** Pods that run to their end. */
var jobs = define("batch/v1", "jobs", {
	generation: ["spec"],
	defaults: (job) => within(job, "spec", defaultSpec$2),
	prepareCreate: (job) => withOwnLabels(job.spec.manualSelector ? job : withSelector(job)),
	validate: (job) => validate$6(job),
	validateUpdate: (job, old) => [
		...validate$6(job),
		...job.spec.completionMode === "Indexed" ? [] : validateImmutable(job.spec.completions, old.spec.completions, "spec.completions"),
		...validateImmutable(job.spec.selector, old.spec.selector, "spec.selector"),
		...old.spec.suspend && job.status.startTime === void 0 ? [] : validateImmutable(job.spec.template, old.spec.template, "spec.template"),
		...validateImmutable(job.spec.completionMode, old.spec.completionMode, "spec.completionMode")
	],
	selectableFields: { "status.successful": ({ status }) => String(status.succeeded ?? 0) },
	columns: [
		nameColumn,
		text$1("Status", statusText$1),
		text$1("Completions", completionsText),
		text$1("Duration", durationText),
		ageColumn,
		...wideColumns()
	]
});
function defaultSpec$2(spec) {
	const filled = fill$1(spec, {
		...spec.parallelism === void 0 && { completions: 1 },
		parallelism: 1,
		backoffLimit: spec.backoffLimitPerIndex === void 0 ? 6 : MAX_INT32,
		completionMode: "NonIndexed",
		manualSelector: false,
		suspend: false,
		podReplacementPolicy: spec.podFailurePolicy ? "Failed" : "TerminatingOrFailed"
	});
	return within(filled, "template", defaultPodTemplate);
}
/** A Job selects its Pods by its own uid. */
function withSelector(job) {
	const { uid, name } = job.metadata;
	const { template } = job.spec;
	const labels = {
		...template.metadata?.labels,
		[UID_LABEL]: uid,
		[NAME_LABEL]: name,
		"controller-uid": uid,
		"job-name": name
	};
	return {
		...job,
		spec: {
			...job.spec,
			selector: {
				...job.spec.selector,
				matchLabels: {
					...job.spec.selector?.matchLabels,
					[UID_LABEL]: uid
				}
			},
			template: {
				...template,
				metadata: {
					...template.metadata,
					labels
				}
			}
		}
	};
}
/** A Job without labels has those of its template. */
function withOwnLabels(job) {
	const labels = job.spec.template.metadata?.labels;
	return job.metadata.labels || !labels ? job : {
		...job,
		metadata: {
			...job.metadata,
			labels
		}
	};
}
function validate$6({ spec }) {
	return validateJobSpec(spec, "spec", true);
}
function statusText$1({ metadata, status }) {
	const holds = (wanted) => status.conditions?.some(({ type, status: is }) => type === wanted && is === "True") ?? false;
	const first = SHOWN.find(holds);
	if (first) return first;
	return metadata.deletionTimestamp ? "Terminating" : SHOWN_LATER.find(holds) ?? "Running";
}
function completionsText({ spec, status }) {
	const succeeded = status.succeeded ?? 0;
	if (spec.completions !== void 0) return `${succeeded}/${spec.completions}`;
	return (spec.parallelism ?? 1) > 1 ? `${succeeded}/1 of ${spec.parallelism}` : `${succeeded}/1`;
}
function durationText({ status: { startTime, completionTime } }, now) {
	if (!startTime) return "";
	return humanDuration((completionTime ? parseTime(completionTime) : now) - parseTime(startTime));
}
// src/kinds/lease/index.ts
/** Who holds something, and until when: heartbeats of nodes, leaders of controllers. */
var leases = define("coordination.k8s.io/v1", "leases", { columns: [
	nameColumn,
	text$1("Holder", ({ spec }) => spec.holderIdentity ?? ""),
	ageColumn
] });
// src/kinds/limitrange/admission.ts
var ANNOTATION = "kubernetes.io/limit-ranger";
function rangesOf(world, namespace) {
	return world.store.count("limitranges") === 0 ? [] : world.store.list("limitranges", namespace);
}
/** The Pod with the requests and limits that its containers lack and a LimitRange gives them. */
function limitDefaults(pod, world) {
	let filled = pod;
	for (const range of rangesOf(world, pod.metadata.namespace ?? "")) filled = withDefaults(filled, range);
	return filled;
}
function withDefaults(pod, { spec }) {
	const items = spec.limits.filter(({ type }) => type === "Container");
	const requests = Object.assign({}, ...items.map((item) => item.defaultRequest));
	const limits = Object.assign({}, ...items.map((item) => item.default));
	const notes = [];
	const fill = (container, what) => {
		const { resources = {} } = container;
		const lacks = (wanted, given = {}) => Object.keys(wanted).filter((name) => !Object.hasOwn(given, name));
		const [newRequests, newLimits] = [lacks(requests, resources.requests), lacks(limits, resources.limits)];
		if (newRequests.length > 0) notes.push(`${newRequests.sort().join(", ")} request for ${what} ${container.name}`);
		if (newLimits.length > 0) notes.push(`${newLimits.sort().join(", ")} limit for ${what} ${container.name}`);
		if (newRequests.length + newLimits.length === 0) return container;
		const full = {
			...resources,
			limits: {
				...limits,
				...resources.limits
			},
			requests: {
				...requests,
				...resources.requests
			}
		};
		return {
			...container,
			resources: full
		};
	};
	const containers = pod.spec.containers.map((container) => fill(container, "container"));
	const initContainers = pod.spec.initContainers?.map((container) => fill(container, "init container"));
	if (notes.length === 0) return pod;
	return {
		...pod,
		metadata: {
			...pod.metadata,
			annotations: {
				...pod.metadata.annotations,
				[ANNOTATION]: `LimitRanger plugin set: ${notes.join("; ")}`
			}
		},
		spec: {
			...pod.spec,
			containers,
			...initContainers && { initContainers }
		}
	};
}
/** Refuses Pods and claims out of bounds. */
var limitAdmission = { admit(kind, object, old, { world }) {
	const isPod = kind.plural === "pods" && kind.group === "" && !old;
	const isClaim = kind.plural === "persistentvolumeclaims" && kind.group === "";
	if (!isPod && !isClaim) return;
	const errors = rangesOf(world, object.metadata.namespace ?? "").flatMap(({ spec }) => spec.limits.flatMap((item) => isPod ? podErrors(item, object) : claimErrors(item, object)));
	const unique = [...new Set(errors)];
	if (unique.length === 0) return;
	throw forbiddenError(kind, object.metadata.name, unique.length === 1 ? unique[0] : `[${unique.join(", ")}]`);
} };
function podErrors(item, { spec }) {
	if (item.type === "Container") return [...spec.containers, ...spec.initContainers ?? []].flatMap(({ resources }) => boundErrors(item, resources?.requests ?? {}, resources?.limits ?? {}));
	if (item.type !== "Pod") return [];
	return boundErrors(item, total(spec, "requests"), total(spec, "limits"));
}
/** The sum over all containers of what each of them names; init containers count where one asks for more. */
function total({ containers, initContainers = [] }, part) {
	const all = containers.map(({ resources }) => resources?.[part] ?? {});
	const sums = {};
	for (const name of Object.keys(all[0] ?? {})) {
		if (!all.every((list) => Object.hasOwn(list, name))) continue;
		sums[name] = all.map((list) => parseQuantity(list[name])).reduce(addQuantity);
	}
	for (const { resources } of initContainers) for (const [name, amount] of Object.entries(resources?.[part] ?? {})) {
		const quantity = parseQuantity(amount);
		if (!sums[name] || compareQuantity(quantity, sums[name]) > 0) sums[name] = quantity;
	}
	return Object.fromEntries(Object.entries(sums).map(([name, quantity]) => [name, formatQuantity(quantity)]));
}
function claimErrors(item, { spec }) {
	if (item.type !== "PersistentVolumeClaim") return [];
	const requests = spec.resources?.requests ?? {};
	return [...entries(item.min).flatMap(([name, bound]) => minimum(item.type, name, bound, requests, {})), ...entries(item.max).flatMap(([name, bound]) => {
		if (requests[name] === void 0) return [`maximum ${name} usage per ${item.type} is ${bound}.  No request is specified`];
		return above(requests[name], bound) ? [`maximum ${name} usage per ${item.type} is ${bound}, but request is ${shown$1(requests[name])}`] : [];
	})];
}
function boundErrors(item, requests, limits) {
	return [
		...entries(item.min).flatMap(([name, bound]) => minimum(item.type, name, bound, requests, limits)),
		...entries(item.max).flatMap(([name, bound]) => maximum(item.type, name, bound, requests, limits)),
		...entries(item.maxLimitRequestRatio).flatMap(([name, bound]) => ratio(item.type, name, bound, requests, limits))
	];
}
function entries(list) {
	return Object.entries(list ?? {}).map(([name, amount]) => [name, shown$1(amount)]).sort(([a], [b]) => a < b ? -1 : 1);
}
var shown$1 = (amount) => canonicalQuantity(amount);
var above = (amount, bound) => compareQuantity(parseQuantity(amount), parseQuantity(bound)) > 0;
var below = (amount, bound) => compareQuantity(parseQuantity(amount), parseQuantity(bound)) < 0;
function minimum(type, name, bound, requests, limits) {
	const what = `minimum ${name} usage per ${type} is ${bound}`;
	const [request, limit] = [requests[name], limits[name]];
	if (request === void 0) return [`${what}.  No request is specified`];
	if (below(request, bound)) return [`${what}, but request is ${shown$1(request)}`];
	return limit !== void 0 && below(limit, bound) ? [`${what}, but limit is ${shown$1(limit)}`] : [];
}
function maximum(type, name, bound, requests, limits) {
	const what = `maximum ${name} usage per ${type} is ${bound}`;
	const [request, limit] = [requests[name], limits[name]];
	if (limit === void 0) return [`${what}.  No limit is specified`];
	if (above(limit, bound)) return [`${what}, but limit is ${shown$1(limit)}`];
	return request !== void 0 && above(request, bound) ? [`${what}, but request is ${shown$1(request)}`] : [];
}
function ratio(type, name, bound, requests, limits) {
	const what = `${name} max limit to request ratio per ${type} is ${bound}`;
	const milli = (amount) => amount === void 0 ? 0 : quantityMilliValue(parseQuantity(amount));
	const [request, limit] = [milli(requests[name]), milli(limits[name])];
	if (request === 0) return [`${what}, but no request is specified or request is 0`];
	if (limit === 0) return [`${what}, but no limit is specified or limit is 0`];
	const found = limit / request;
	return found * 1e3 > milli(bound) ? [`${what}, but provided ratio is ${found.toFixed(6)}`] : [];
}
// src/kinds/limitrange/validation.ts
/** Rules for LimitRanges (source: pkg/apis/core/validation, ValidateLimitRange). */
var TYPES$2 = [
	"Pod",
	"Container",
	"PersistentVolumeClaim"
];
var CONTAINER_RESOURCES = /^(cpu|memory|ephemeral-storage|hugepages-.*)$/;
function validateLimitRange({ spec }) {
	const errors = [];
	const types = /* @__PURE__ */ new Set();
	(spec?.limits ?? []).forEach((item, index) => {
		const at = `spec.limits[${index}]`;
		errors.push(...validateType(item.type, `${at}.type`));
		if (types.has(item.type)) errors.push(duplicate(`${at}.type`, item.type));
		types.add(item.type);
		errors.push(...validateItem(item, at));
	});
	return errors;
}
function validateType(type, at) {
	const errors = isQualifiedName(type).map((why) => invalid(at, type, why));
	if (errors.length > 0 || type.includes("/") || TYPES$2.includes(type)) return errors;
	return [invalid(at, type, "must be a standard limit type or fully qualified")];
}
function validateItem(item, at) {
	const lists = {
		max: item.max ?? {},
		min: item.min ?? {},
		default: item.default ?? {},
		defaultRequest: item.defaultRequest ?? {},
		maxLimitRequestRatio: item.maxLimitRequestRatio ?? {}
	};
	const errors = [];
	const names = /* @__PURE__ */ new Set();
	for (const part of ["max", "min"]) for (const name of Object.keys(lists[part]).sort()) {
		errors.push(...validateName(item.type, name, `${at}.${part}[${name}]`));
		names.add(name);
	}
	for (const part of ["default", "defaultRequest"]) {
		if (item.type === "Pod") {
			if (Object.keys(lists[part]).length > 0) errors.push(forbidden(`${at}.${part}`, "may not be specified when `type` is 'Pod'"));
			continue;
		}
		for (const name of Object.keys(lists[part]).sort()) {
			errors.push(...validateName(item.type, name, `${at}.${part}[${name}]`));
			names.add(name);
		}
	}
	if (item.type === "PersistentVolumeClaim" && lists.min["storage"] === void 0 && lists.max["storage"] === void 0) errors.push(required(`${at}.limits`, "either minimum or maximum storage value is required, but neither was provided"));
	for (const name of Object.keys(lists.maxLimitRequestRatio).sort()) {
		errors.push(...validateName(item.type, name, `${at}.maxLimitRequestRatio[${name}]`));
		names.add(name);
	}
	for (const name of [...names].sort()) errors.push(...validateOrder(lists, name, at));
	return errors;
}
function validateOrder(lists, name, at) {
	const errors = [];
	const text = (list) => canonicalQuantity(lists[list]?.[name]);
	/** `low` may not be more than `high`; the error is about `field`, and shows the value of `value`. */
	const ordered = (low, high, field, value, words) => {
		const [a, b] = [lists[low]?.[name], lists[high]?.[name]];
		if (a === void 0 || b === void 0 || compareQuantity(parseQuantity(a), parseQuantity(b)) <= 0) return;
		const [first, second] = words.split(" > ");
		errors.push(invalid(`${at}.${field}[${name}]`, text(value), `${first} value ${text(low)} is greater than ${second} value ${text(high)}`));
	};
	ordered("min", "max", "min", "min", "min > max");
	ordered("min", "defaultRequest", "defaultRequest", "defaultRequest", "min > default request");
	ordered("defaultRequest", "max", "defaultRequest", "defaultRequest", "default request > max");
	ordered("defaultRequest", "default", "defaultRequest", "defaultRequest", "default request > default limit");
	ordered("min", "default", "default", "min", "min > default");
	ordered("default", "max", "default", "max", "default > max");
	const ratio = lists["maxLimitRequestRatio"]?.[name];
	if (ratio !== void 0 && parseQuantity(ratio).nano < 1000000000n) errors.push(invalid(`${at}.maxLimitRequestRatio[${name}]`, text("maxLimitRequestRatio"), `ratio ${text("maxLimitRequestRatio")} is less than 1`));
	return errors;
}
function validateName(type, name, at) {
	const errors = isQualifiedName(name).map((why) => invalid(at, name, why));
	if (errors.length > 0 || name.includes("/")) return errors;
	if ((type === "Pod" || type === "Container") && !CONTAINER_RESOURCES.test(name)) return [invalid(at, name, "must be a standard resource for containers")];
	return [];
}
// src/kinds/limitrange/index.ts
/** What containers of a namespace get by default, and may ask for. */
var limitRanges = define("v1", "limitranges", {
	defaults: (range) => within(range, "spec", (spec) => eachOf(spec, "limits", defaultItem)),
	validate: validateLimitRange,
	columns: [nameColumn, createdAtColumn]
});
/** For containers: limits default to the maximum, requests to the limit or else to the minimum. */
function defaultItem(item) {
	if (item.type !== "Container") return item;
	const limits = fill$1(item.default ?? {}, item.max ?? {});
	const requests = fill$1(fill$1(item.defaultRequest ?? {}, limits), item.min ?? {});
	const some = (list) => Object.keys(list).length > 0;
	return fill$1({
		...item,
		...limits !== item.default && some(limits) && { default: limits },
		...requests !== item.defaultRequest && some(requests) && { defaultRequest: requests }
	}, {});
}
// src/kinds/namespace/index.ts
/** Namespaces that the cluster itself needs (admission plugin NamespaceLifecycle). */
var IMMORTAL = [
	"default",
	"kube-system",
	"kube-public"
];
/** A group of objects; deletion waits until its `kubernetes` finalizer is taken off, when nothing is left in it. */
var namespaces = define("v1", "namespaces", {
	...freshNamespace,
	nameCheck: "dns1123label",
	refuseDelete: ({ metadata }) => IMMORTAL.includes(metadata.name) ? "this namespace may not be deleted" : void 0,
	holdsDeletion: ({ spec }) => (spec.finalizers?.length ?? 0) > 0,
	markDeleted: (namespace) => ({
		...namespace,
		status: {
			...namespace.status,
			phase: "Terminating"
		}
	}),
	selectableFields: { "status.phase": ({ status }) => status.phase ?? "" },
	columns: [
		nameColumn,
		text$1("Status", ({ status }) => status.phase ?? ""),
		ageColumn
	]
});
// src/kinds/networkpolicy/index.ts
/** Who may talk to the selected Pods, and to whom they may. */
var networkPolicies = define("networking.k8s.io/v1", "networkpolicies", {
	generation: ["spec"],
	defaults: (policy) => within(policy, "spec", defaultSpec$1),
	columns: [
		nameColumn,
		text$1("Pod-Selector", ({ spec }) => formatSelector(spec.podSelector)),
		ageColumn
	]
});
function defaultSpec$1(spec) {
	const types = spec.egress?.length ? ["Ingress", "Egress"] : ["Ingress"];
	const filled = fill$1(spec, {
		podSelector: {},
		policyTypes: types
	});
	return eachOf(eachOf(filled, "ingress", defaultPorts), "egress", defaultPorts);
}
function defaultPorts(rule) {
	return eachOf(rule, "ports", (port) => fill$1(port, { protocol: "TCP" }));
}
// src/kinds/node/index.ts
var ROLE = "node-role.kubernetes.io/";
var EFFECTS = [
	"NoSchedule",
	"PreferNoSchedule",
	"NoExecute"
];
/** A machine that runs Pods. */
var nodes = define("v1", "nodes", {
	...freshNode,
	validate: validate$5,
	validateUpdate: (node, old) => {
		const { podCIDR: now = "" } = node.spec;
		const { podCIDR: before = "" } = old.spec;
		return [...validate$5(node), ...before && now !== before ? [forbidden("spec.podCIDRs", "node updates may not change podCIDR except from \"\" to valid")] : []];
	},
	selectableFields: { "spec.unschedulable": ({ spec }) => String(spec.unschedulable ?? false) },
	columns: [
		nameColumn,
		text$1("Status", statusText),
		text$1("Roles", ({ metadata }) => rolesOf(metadata.labels ?? {}).join(",") || "<none>"),
		ageColumn,
		text$1("Version", ({ status }) => status.nodeInfo?.kubeletVersion ?? ""),
		text$1("Internal-IP", (node) => addressOf(node, "InternalIP"), true),
		text$1("External-IP", (node) => addressOf(node, "ExternalIP"), true),
		text$1("OS-Image", ({ status }) => status.nodeInfo?.osImage || "<unknown>", true),
		text$1("Kernel-Version", ({ status }) => status.nodeInfo?.kernelVersion || "<unknown>", true),
		text$1("Container-Runtime", ({ status }) => status.nodeInfo?.containerRuntimeVersion || "<unknown>", true)
	]
});
/** `Ready`, `NotReady,SchedulingDisabled`, ... */
function statusText({ spec, status }) {
	const ready = status.conditions?.find(({ type }) => type === "Ready");
	const words = [ready === void 0 ? "Unknown" : ready.status === "True" ? "Ready" : "NotReady"];
	return (spec.unschedulable ? [...words, "SchedulingDisabled"] : words).join(",");
}
function rolesOf(labels) {
	const roles = Object.keys(labels).flatMap((key) => {
		if (key.startsWith(ROLE)) return key.length > 24 ? [key.slice(24)] : [];
		return key === "kubernetes.io/role" && labels[key] ? [labels[key]] : [];
	});
	return [...new Set(roles)].sort();
}
function addressOf({ status }, wanted) {
	return status.addresses?.find(({ type }) => type === wanted)?.address ?? "<none>";
}
function validate$5({ spec }) {
	const errors = [];
	const seen = /* @__PURE__ */ new Set();
	(spec.taints ?? []).forEach(({ key, value, effect }, index) => {
		const at = `metadata.taints[${index}]`;
		errors.push(...isLabelKey(key).map((why) => invalid(`${at}.key`, key, why)));
		errors.push(...isLabelValue(value ?? "").map((why) => invalid(`${at}.value`, value ?? "", why)));
		if (!effect) errors.push(required(`${at}.effect`));
		else if (!EFFECTS.includes(effect)) errors.push(notSupported(`${at}.effect`, effect, EFFECTS));
		if (seen.has(`${key} ${effect}`)) errors.push({
			type: "duplicate",
			field: at,
			value: {
				effect,
				key,
				...value && { value }
			},
			detail: "taints must be unique by key and effect pair"
		});
		seen.add(`${key} ${effect}`);
	});
	return errors;
}
// src/kinds/persistentvolume/index.ts
/** A claim that is bound to the volume keeps it. */
var FINALIZER$1 = "kubernetes.io/pv-protection";
var RECLAIM_POLICIES = [
	"Delete",
	"Recycle",
	"Retain"
];
/** Fields of the spec that are not the source of the volume. */
var NOT_SOURCES = [
	"accessModes",
	"capacity",
	"claimRef",
	"mountOptions",
	"nodeAffinity",
	"persistentVolumeReclaimPolicy",
	"storageClassName",
	"volumeAttributesClassName",
	"volumeMode"
];
/** A piece of storage. */
var persistentVolumes = define("v1", "persistentvolumes", {
	defaults: (volume) => within(volume, "spec", (spec) => within(fill$1(spec, {
		persistentVolumeReclaimPolicy: "Retain",
		volumeMode: "Filesystem"
	}), "hostPath", (path) => fill$1(path, { type: "" }))),
	prepareCreate: (volume) => ({
		...volume,
		metadata: withFinalizer(volume.metadata, FINALIZER$1),
		status: { phase: "Pending" }
	}),
	validate: validate$4,
	validateUpdate: (volume, old) => [
		...validate$4(volume),
		...sourcesOf(old).flatMap((name) => validateImmutable(sourceOf(volume, name), sourceOf(old, name), `spec.${name}`)),
		...validateImmutable(volume.spec.volumeMode, old.spec.volumeMode, "spec.volumeMode")
	],
	columns: [
		nameColumn,
		text$1("Capacity", ({ spec }) => spec.capacity?.["storage"] === void 0 ? "" : canonicalQuantity(spec.capacity["storage"])),
		text$1("Access Modes", ({ spec }) => accessModesText(spec.accessModes)),
		text$1("Reclaim Policy", ({ spec }) => spec.persistentVolumeReclaimPolicy ?? ""),
		text$1("Status", ({ status, metadata }) => metadata.deletionTimestamp ? "Terminating" : status.phase ?? ""),
		text$1("Claim", ({ spec }) => spec.claimRef ? `${spec.claimRef.namespace}/${spec.claimRef.name}` : ""),
		text$1("StorageClass", ({ spec }) => spec.storageClassName ?? ""),
		text$1("VolumeAttributesClass", ({ spec }) => spec.volumeAttributesClassName ?? "<unset>"),
		text$1("Reason", ({ status }) => status.reason ?? ""),
		ageColumn,
		text$1("VolumeMode", ({ spec }) => spec.volumeMode ?? "<unset>", true)
	]
});
/** Admission plugin StorageObjectInUseProtection. */
function withFinalizer(metadata, finalizer) {
	const { finalizers = [] } = metadata;
	return finalizers.includes(finalizer) ? metadata : {
		...metadata,
		finalizers: [...finalizers, finalizer]
	};
}
function sourcesOf({ spec }) {
	return Object.keys(spec).filter((key) => !NOT_SOURCES.includes(key));
}
function sourceOf({ spec }, name) {
	return spec[name];
}
function validate$4(volume) {
	const { spec } = volume;
	const errors = validateAccessModes(spec.accessModes ?? [], "spec.accessModes");
	if (Object.keys(spec.capacity ?? {}).length === 0) errors.push(required("spec.capacity"));
	if (!spec.capacity?.["storage"] || Object.keys(spec.capacity).length > 1) errors.push(notSupported("spec.capacity", spec.capacity ?? null, ["storage"]));
	const sources = sourcesOf(volume);
	if (sources.length === 0) errors.push(required("spec", "must specify a volume type"));
	errors.push(...sources.slice(1).map((name) => forbidden(`spec.${name}`, "may not specify more than 1 volume type")));
	const policy = spec.persistentVolumeReclaimPolicy;
	if (policy && !RECLAIM_POLICIES.includes(policy)) errors.push(notSupported("spec.persistentVolumeReclaimPolicy", policy, RECLAIM_POLICIES));
	return errors;
}
// src/kinds/persistentvolumeclaim/validation.ts
/** Rules for claims (source: pkg/apis/core/validation, ValidatePersistentVolumeClaim). */
var VOLUME_MODES = ["Block", "Filesystem"];
var IMMUTABLE$1 = "spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims";
/** Also for the templates of StatefulSets and ephemeral volumes. */
function validateClaimSpec(spec, at) {
	const errors = validateAccessModes(spec.accessModes ?? [], `${at}.accessModes`);
	const storage = spec.resources?.requests?.["storage"];
	if (storage === void 0) errors.push(required(`${at}.resources[storage]`));
	else if (parseQuantity(storage).nano <= 0n) errors.push(invalid(`${at}.resources[storage]`, canonicalQuantity(storage), "must be greater than zero"));
	const { storageClassName: name, volumeMode: mode } = spec;
	if (name) errors.push(...isDNS1123Subdomain(name).map((why) => invalid(`${at}.storageClassName`, name, why)));
	if (mode !== void 0 && !VOLUME_MODES.includes(mode)) errors.push(notSupported(`${at}.volumeMode`, mode, VOLUME_MODES));
	return errors;
}
function validateClaimUpdate(claim, old) {
	const errors = validateClaimSpec(claim.spec, "spec");
	const bound = old.status.phase === "Bound";
	const compared = {
		...claim.spec,
		...bound && old.spec.resources && { resources: old.spec.resources },
		...bound && { volumeAttributesClassName: old.spec.volumeAttributesClassName }
	};
	const before = {
		...old.spec,
		...!old.spec.volumeName && claim.spec.volumeName && { volumeName: claim.spec.volumeName }
	};
	if (!equal(goSpec(compared), goSpec(before))) {
		const diff = unifiedDiff(JSON.stringify(goSpec(before), void 0, 1), JSON.stringify(goSpec(compared), void 0, 1));
		errors.push(forbidden("spec", `${IMMUTABLE$1}\n${diff}`));
	}
	const [now, then] = [claim.spec.resources?.requests?.["storage"] ?? 0, old.spec.resources?.requests?.["storage"] ?? 0];
	const has = old.status.capacity?.["storage"] ?? then;
	const shrinks = compareQuantity(parseQuantity(now), parseQuantity(then)) < 0;
	if (bound && shrinks && compareQuantity(parseQuantity(now), parseQuantity(has)) <= 0) errors.push(forbidden("spec.resources.requests.storage", "field can not be less than status.capacity"));
	return errors;
}
/** The spec as the server's own struct. */
function goSpec(spec) {
	const list = (amounts) => amounts === void 0 ? null : Object.fromEntries(Object.entries(amounts).map(([key, value]) => [key, canonicalQuantity(value)]));
	return {
		AccessModes: spec.accessModes ?? null,
		Selector: spec.selector ?? null,
		Resources: {
			Limits: list(spec.resources?.limits),
			Requests: list(spec.resources?.requests)
		},
		VolumeName: spec.volumeName ?? "",
		StorageClassName: spec.storageClassName ?? null,
		VolumeMode: spec.volumeMode ?? null,
		DataSource: spec.dataSource ?? null,
		DataSourceRef: spec.dataSourceRef ?? null,
		VolumeAttributesClassName: spec.volumeAttributesClassName ?? null
	};
}
// src/kinds/persistentvolumeclaim/index.ts
/** A Pod that uses the claim keeps it. */
var FINALIZER = "kubernetes.io/pvc-protection";
/** A wish for storage. */
var persistentVolumeClaims = define("v1", "persistentvolumeclaims", {
	defaults: (claim) => within(claim, "spec", (spec) => fill$1(spec, { volumeMode: "Filesystem" })),
	prepareCreate: (claim, { world }) => {
		const name = claim.spec.storageClassName ?? defaultClass(world);
		return {
			...claim,
			metadata: withFinalizer(claim.metadata, FINALIZER),
			spec: {
				...claim.spec,
				...name !== void 0 && { storageClassName: name }
			},
			status: { phase: "Pending" }
		};
	},
	prepareUpdate: resizable,
	validate: ({ spec }) => validateClaimSpec(spec, "spec"),
	validateUpdate: validateClaimUpdate,
	columns: [
		nameColumn,
		text$1("Status", ({ status, metadata }) => metadata.deletionTimestamp ? "Terminating" : status.phase ?? ""),
		text$1("Volume", ({ spec }) => spec.volumeName ?? ""),
		text$1("Capacity", ({ spec, status }) => spec.volumeName && status.capacity?.["storage"] !== void 0 ? canonicalQuantity(status.capacity["storage"]) : ""),
		text$1("Access Modes", ({ spec, status }) => spec.volumeName ? accessModesText(status.accessModes) : ""),
		text$1("StorageClass", ({ spec }) => spec.storageClassName ?? ""),
		text$1("VolumeAttributesClass", ({ spec }) => spec.volumeAttributesClassName ?? "<unset>"),
		ageColumn,
		text$1("VolumeMode", ({ spec }) => spec.volumeMode ?? "<unset>", true)
	]
});
/** The class of claims that name none (admission plugin DefaultStorageClass): the newest that is marked. */
function defaultClass(world) {
	const marked = world.store.list("storageclasses.storage.k8s.io").filter(isDefaultClass);
	const newest = (a, b) => a.metadata.creationTimestamp < b.metadata.creationTimestamp ? 1 : -1;
	return marked.sort(newest)[0]?.metadata.name;
}
/** Admission plugin PersistentVolumeClaimResize: claims grow only where their class allows it. */
function resizable(claim, old, { world, trusted }) {
	const [now, before] = [claim.spec.resources?.requests?.["storage"] ?? 0, old.spec.resources?.requests?.["storage"] ?? 0];
	if (trusted || compareQuantity(parseQuantity(now), parseQuantity(before)) <= 0) return claim;
	const refuse = (why) => {
		throw forbiddenError({
			plural: "persistentvolumeclaims",
			group: ""
		}, claim.metadata.name, why);
	};
	if (old.status.phase !== "Bound") refuse("Only bound persistent volume claims can be expanded");
	if (!classOf(world, old.spec.storageClassName)?.allowVolumeExpansion) refuse("only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize");
	return claim;
}
// src/kinds/pod/admission.ts
/**
* What the server adds to a new Pod beyond defaults: the admission plugins ServiceAccount, Priority and DefaultTolerationSeconds,
* and the first status.
*/
var PODS = {
	plural: "pods",
	group: ""
};
var TOKEN_PATH = "/var/run/secrets/kubernetes.io/serviceaccount";
var NOT_READY = "node.kubernetes.io/not-ready";
var UNREACHABLE = "node.kubernetes.io/unreachable";
var TOLERATION_SECONDS = 300;
/** The token, certificate and namespace that every Pod finds at TOKEN_PATH. */
var API_ACCESS = {
	defaultMode: 420,
	sources: [
		{ serviceAccountToken: {
			expirationSeconds: 3607,
			path: "token"
		} },
		{ configMap: {
			items: [{
				key: "ca.crt",
				path: "ca.crt"
			}],
			name: "kube-root-ca.crt"
		} },
		{ downwardAPI: { items: [{
			fieldRef: {
				apiVersion: "v1",
				fieldPath: "metadata.namespace"
			},
			path: "namespace"
		}] } }
	]
};
function admitPod(given, context) {
	const pod = limitDefaults(given, context.world);
	const spec = Object.assign({}, pod.spec, accountOf(pod, context), priorityOf(pod, context), tolerationsOf(pod));
	const gated = (spec.schedulingGates?.length ?? 0) > 0;
	return {
		...pod,
		spec,
		status: {
			phase: "Pending",
			qosClass: qosClassOf(spec),
			...gated && { conditions: [{
				lastProbeTime: null,
				lastTransitionTime: pod.metadata.creationTimestamp,
				message: "Scheduling is blocked due to non-empty scheduling gates",
				observedGeneration: 1,
				reason: "SchedulingGated",
				status: "False",
				type: "PodScheduled"
			}] }
		}
	};
}
/** The service account, with its token in all containers unless that is declined. */
function accountOf({ metadata, spec }, { world }) {
	const { namespace = "", name } = metadata;
	const accountName = spec.serviceAccountName ?? "default";
	const account = world.store.get("serviceaccounts", namespace, accountName);
	if (!account && accountName !== "default") throw forbiddenError(PODS, name, `error looking up service account ${namespace}/${accountName}: serviceaccount "${accountName}" not found`);
	const secrets = spec.imagePullSecrets ?? (account?.imagePullSecrets?.length ? account.imagePullSecrets : void 0);
	const mounts = spec.automountServiceAccountToken ?? account?.automountServiceAccountToken ?? true;
	return {
		serviceAccountName: accountName,
		serviceAccount: accountName,
		...secrets && { imagePullSecrets: secrets },
		...mounts && tokenOf(spec, world.random.suffix())
	};
}
/** Containers with the token mounted, and its volume. */
function tokenOf(spec, suffix) {
	const known = spec.volumes?.find((volume) => volume.name.startsWith("kube-api-access-"))?.name;
	const name = known ?? `kube-api-access-${suffix}`;
	const mount = {
		mountPath: TOKEN_PATH,
		name,
		readOnly: true
	};
	const lacks = (container) => !container.volumeMounts?.some(({ mountPath }) => mountPath === TOKEN_PATH);
	const mounted = (container) => lacks(container) ? Object.assign({}, container, { volumeMounts: [...container.volumeMounts ?? [], mount] }) : container;
	const containers = spec.containers ?? [];
	const { initContainers } = spec;
	if (!containers.some(lacks) && !initContainers?.some(lacks)) return {};
	return {
		containers: containers.map(mounted),
		...initContainers && { initContainers: initContainers.map(mounted) },
		...!known && { volumes: [...spec.volumes ?? [], {
			name,
			projected: API_ACCESS
		}] }
	};
}
/** The number that a class stands for; the class that is the default where the Pod names none. */
function priorityOf({ metadata, spec }, { world }) {
	const classes = world.store.list("priorityclasses.scheduling.k8s.io");
	const wanted = spec.priorityClassName;
	const found = classes.find((one) => wanted ? one.metadata.name === wanted : one.globalDefault);
	if (wanted && !found) throw forbiddenError(PODS, metadata.name, `no PriorityClass with name ${wanted} was found`);
	const priority = found?.value ?? 0;
	if (spec.priority !== void 0 && spec.priority !== priority) {
		const why = `the integer value of priority (${spec.priority}) must not be provided in pod spec; priority admission controller computed ${priority} from the given PriorityClass name`;
		throw forbiddenError(PODS, metadata.name, why);
	}
	const preemptionPolicy = found?.preemptionPolicy ?? "PreemptLowerPriority";
	if (spec.preemptionPolicy !== void 0 && spec.preemptionPolicy !== preemptionPolicy) {
		const why = `the string value of PreemptionPolicy (${spec.preemptionPolicy}) must not be provided in pod spec; priority admission controller computed ${preemptionPolicy} from the given PriorityClass name`;
		throw forbiddenError(PODS, metadata.name, why);
	}
	return {
		...found && { priorityClassName: found.metadata.name },
		priority,
		preemptionPolicy
	};
}
function tolerationsOf({ spec }) {
	const own = spec.tolerations ?? [];
	const added = [NOT_READY, UNREACHABLE].filter((key) => !own.some((one) => tolerates(one, key))).map((key) => DEFAULT_TOLERATIONS[key]);
	return added.length === 0 ? {} : { tolerations: [...own, ...added] };
}
function tolerates({ key, effect }, taint) {
	return (key === taint || !key) && (effect === "NoExecute" || !effect);
}
var DEFAULT_TOLERATIONS = Object.fromEntries([NOT_READY, UNREACHABLE].map((key) => [key, {
	effect: "NoExecute",
	key,
	operator: "Exists",
	tolerationSeconds: TOLERATION_SECONDS
}]));
// src/kinds/pod/columns.ts
var summaries = /* @__PURE__ */ new WeakMap();
/** The summary of a Pod: what the columns READY, STATUS and RESTARTS are made of. */
function podSummary(pod) {
	let summary = summaries.get(pod);
	if (!summary) summaries.set(pod, summary = summarise(pod));
	return summary;
}
function summarise(pod) {
	const { spec, status, metadata } = pod;
	const sidecars = new Set(spec.initContainers?.filter(({ restartPolicy }) => restartPolicy === "Always").map(({ name }) => name));
	const total = (spec.containers?.length ?? 0) + sidecars.size;
	let reason = status.conditions?.some(({ type, reason }) => type === "PodScheduled" && reason === "SchedulingGated") ? "SchedulingGated" : status.reason ?? status.phase ?? "";
	let ready = 0;
	const all = {
		restarts: 0,
		last: 0
	};
	const ofSidecars = {
		restarts: 0,
		last: 0
	};
	let initializing = false;
	for (const [index, container] of (status.initContainerStatuses ?? []).entries()) {
		count(all, container);
		const isSidecar = sidecars.has(container.name);
		if (isSidecar) count(ofSidecars, container);
		if (container.state?.terminated?.exitCode === 0) continue;
		if (isSidecar && container.started) {
			if (container.ready) ready++;
			continue;
		}
		reason = `Init:${initReason(container) ?? `${index}/${spec.initContainers?.length ?? 0}`}`;
		initializing = true;
		break;
	}
	const initialized = status.conditions?.some(({ type, status: is }) => type === "Initialized" && is === "True");
	let counted = all;
	if (!initializing || initialized) {
		counted = ofSidecars;
		let running = false;
		for (const container of (status.containerStatuses ?? []).toReversed()) {
			count(counted, container);
			const { waiting, terminated } = container.state ?? {};
			if (waiting?.reason) reason = waiting.reason;
			else if (terminated) reason = terminated.reason || endOf(terminated);
			else if (container.ready && container.state?.running) {
				running = true;
				ready++;
			}
		}
		if (reason === "Completed" && running) reason = status.conditions?.some(({ type, status: is }) => type === "Ready" && is === "True") ? "Running" : "NotReady";
	}
	if (metadata.deletionTimestamp) {
		if (status.reason === "NodeLost") reason = "Unknown";
		else if (status.phase !== "Succeeded" && status.phase !== "Failed") reason = "Terminating";
	}
	return {
		ready,
		total,
		status: reason,
		restarts: counted.restarts,
		lastRestart: counted.last
	};
}
function count(counted, { restartCount, lastState }) {
	counted.restarts += restartCount;
	const ended = lastState?.terminated?.finishedAt;
	if (ended) counted.last = Math.max(counted.last, parseTime(ended));
}
function initReason({ state }) {
	const { waiting, terminated } = state ?? {};
	if (terminated) return terminated.reason || endOf(terminated);
	return waiting?.reason && waiting.reason !== "PodInitializing" ? waiting.reason : void 0;
}
function endOf({ signal, exitCode }) {
	return signal ? `Signal:${signal}` : `ExitCode:${exitCode}`;
}
function restartsText(pod, now) {
	const { restarts, lastRestart } = podSummary(pod);
	return restarts > 0 && lastRestart > 0 ? `${restarts} (${humanDuration(now - lastRestart)} ago)` : String(restarts);
}
function readinessGates({ spec, status }) {
	const gates = spec.readinessGates ?? [];
	if (gates.length === 0) return "<none>";
	return `${gates.filter(({ conditionType }) => status.conditions?.some(({ type, status: is }) => type === conditionType && is === "True")).length}/${gates.length}`;
}
var podColumns = [
	nameColumn,
	text$1("Ready", (pod) => `${podSummary(pod).ready}/${podSummary(pod).total}`),
	text$1("Status", (pod) => podSummary(pod).status),
	text$1("Restarts", restartsText),
	ageColumn,
	text$1("IP", ({ status }) => status.podIPs?.[0]?.ip || status.podIP || "<none>", true),
	text$1("Node", ({ spec }) => spec.nodeName || "<none>", true),
	text$1("Nominated Node", ({ status }) => status.nominatedNodeName || "<none>", true),
	text$1("Readiness Gates", readinessGates, true)
];
// src/kinds/pod/index.ts
/** Containers that run together on one node. */
var pods = define("v1", "pods", {
	generation: ["spec"],
	defaults: defaultPod,
	prepareCreate: admitPod,
	prepareUpdate: preparePodUpdate,
	validate: validatePod,
	validateUpdate: validatePodUpdate,
	graceSeconds,
	selectableFields: {
		"spec.nodeName": ({ spec }) => spec.nodeName ?? "",
		"spec.restartPolicy": ({ spec }) => spec.restartPolicy ?? "",
		"spec.schedulerName": ({ spec }) => spec.schedulerName ?? "",
		"spec.serviceAccountName": ({ spec }) => spec.serviceAccountName ?? "",
		"spec.hostNetwork": ({ spec }) => String(spec.hostNetwork ?? false),
		"status.phase": ({ status }) => status.phase ?? "",
		"status.podIP": ({ status }) => status.podIP ?? "",
		"status.podIPs": ({ status }) => status.podIPs?.map(({ ip }) => ip).join(",") ?? "",
		"status.nominatedNodeName": ({ status }) => status.nominatedNodeName ?? ""
	},
	columns: podColumns
});
/** Pods that no kubelet runs (unscheduled, or finished) go at once. */
function graceSeconds({ spec, status }, requested) {
	if (!spec.nodeName || status.phase === "Succeeded" || status.phase === "Failed") return 0;
	return requested ?? spec.terminationGracePeriodSeconds ?? 30;
}
// src/kinds/poddisruptionbudget/index.ts
/** How many Pods must stay when nodes are drained. */
var podDisruptionBudgets = define("policy/v1", "poddisruptionbudgets", {
	generation: ["spec"],
	validate: validate$3,
	columns: [
		nameColumn,
		text$1("Min Available", ({ spec }) => String(spec.minAvailable ?? "N/A")),
		text$1("Max Unavailable", ({ spec }) => String(spec.maxUnavailable ?? "N/A")),
		integer("Allowed Disruptions", ({ status }) => status.disruptionsAllowed ?? 0),
		ageColumn
	]
});
function validate$3({ spec }) {
	const { minAvailable, maxUnavailable } = spec;
	const errors = [];
	if (minAvailable !== void 0 && maxUnavailable !== void 0) errors.push(invalid("spec", spec, "minAvailable and maxUnavailable cannot be both set"));
	if (minAvailable !== void 0) errors.push(...validateAmount(minAvailable, "spec.minAvailable"));
	if (maxUnavailable !== void 0) errors.push(...validateAmount(maxUnavailable, "spec.maxUnavailable"));
	return [...errors, ...validateLabelSelector(spec.selector, "spec.selector")];
}
function validateAmount(value, at) {
	if (typeof value === "number") return nonNegative(value, at);
	const wrong = isPercent(value).map((why) => invalid(at, value, why));
	if (wrong.length > 0) return wrong;
	return Number.parseInt(value, 10) > 100 ? [invalid(at, value, "must not be greater than 100%")] : [];
}
// src/kinds/priorityclass/index.ts
var HIGHEST = 1e9;
var POLICIES$2 = ["PreemptLowerPriority", "Never"];
/** How important Pods are. */
var priorityClasses = define("scheduling.k8s.io/v1", "priorityclasses", {
	...freshPriorityClass,
	prepareCreate: oneDefault,
	validate: validate$2,
	validateUpdate: (now, old) => [...now.value === old.value ? [] : [forbidden("value", "may not be changed in an update.")], ...now.preemptionPolicy === old.preemptionPolicy ? [] : [forbidden("preemptionPolicy", "may not be changed in an update.")]],
	columns: [
		nameColumn,
		text$1("Value", ({ value }) => String(value)),
		{
			name: "Global-Default",
			type: "boolean",
			cell: ({ globalDefault }) => globalDefault ?? false
		},
		ageColumn,
		text$1("PreemptionPolicy", ({ preemptionPolicy }) => preemptionPolicy ?? "PreemptLowerPriority")
	]
});
/** Admission plugin Priority: there is one default at most. */
function oneDefault(one, { world, trusted }) {
	const other = one.globalDefault && !trusted ? world.store.list("priorityclasses.scheduling.k8s.io").find(({ globalDefault }) => globalDefault) : void 0;
	if (!other) return one;
	const why = `PriorityClass ${other.metadata.name} is already marked as default. Only one default can exist`;
	throw forbiddenError({
		plural: "priorityclasses",
		group: "scheduling.k8s.io"
	}, one.metadata.name, why);
}
function validate$2({ metadata, value = 0, preemptionPolicy = "" }) {
	const errors = [];
	if (metadata.name.startsWith("system-")) errors.push(forbidden("metadata.name", "priority class names with 'system-' prefix are reserved for system use only"));
	else if (value > HIGHEST) errors.push(forbidden("value", `maximum allowed value of a user defined priority is ${HIGHEST}`));
	if (!POLICIES$2.includes(preemptionPolicy)) errors.push(notSupported("preemptionPolicy", preemptionPolicy, POLICIES$2));
	return errors;
}
// src/kinds/replicaset/index.ts
/** So many Pods of one template. */
var replicaSets = define("apps/v1", "replicasets", {
	generation: ["spec"],
	scale: {
		selector: ({ spec }) => formatSelector(spec.selector),
		replicas: ({ spec }) => spec.replicas ?? 0,
		current: ({ status }) => status.replicas,
		set: (replicaSet, replicas) => ({
			...replicaSet,
			spec: {
				...replicaSet.spec,
				replicas
			}
		})
	},
	defaults: (replicaSet) => within(replicaSet, "spec", (spec) => within(fill$1(spec, { replicas: 1 }), "template", defaultPodTemplate)),
	validate: validate$1,
	validateUpdate: (replicaSet, old) => [...validate$1(replicaSet), ...validateImmutable(replicaSet.spec.selector, old.spec.selector, "spec.selector")],
	selectableFields: { "status.replicas": ({ status }) => String(status.replicas) },
	columns: [
		nameColumn,
		integer("Desired", ({ spec }) => spec.replicas ?? 0),
		integer("Current", ({ status }) => status.replicas),
		integer("Ready", ({ status }) => status.readyReplicas ?? 0),
		ageColumn,
		...wideColumns()
	]
});
function validate$1({ spec }) {
	return [
		...nonNegative(spec.replicas ?? 0, "spec.replicas"),
		...nonNegative(spec.minReadySeconds ?? 0, "spec.minReadySeconds"),
		...validateSpecSelector(spec.selector, "empty selector is invalid for deployment"),
		...validateTemplate(spec.selector, spec.template ?? {})
	];
}
// src/kinds/resourcequota/admission.ts
/** Kinds whose updates may use more. */
var GROWING = ["persistentvolumeclaims", "services"];
var quotaAdmission = { admit(kind, object, old, { world, dryRun }, api) {
	if (!kind.namespaced || world.store.count("resourcequotas") === 0) return;
	if (old && !(kind.group === "" && GROWING.includes(kind.plural))) return;
	const { namespace = "", name } = object.metadata;
	const quotas = world.store.list("resourcequotas", namespace).filter((quota) => inScope(quota, kind, object));
	if (quotas.length === 0) return;
	const wanted = growth(usageOf$2(kind, object), old ? usageOf$2(kind, old) : {});
	const refuse = (why) => {
		throw forbiddenError(kind, name, why);
	};
	const booked = [];
	for (const quota of quotas) {
		const requested = limited(quota, wanted);
		if (kind.plural === "pods" && kind.group === "") {
			const missing = unnamed(quota, object);
			if (missing !== "") refuse(`failed quota: ${quota.metadata.name}: must specify ${missing}`);
		}
		if (Object.keys(requested).length === 0) continue;
		const { hard, used } = quota.status;
		if (!hard) refuse(`status unknown for quota: ${quota.metadata.name}, resources: ${Object.keys(requested).sort().join(",")}`);
		const now = addUsage(parseUsage(used), requested);
		const over = Object.keys(requested).filter((one) => hard?.[one] !== void 0 && compareQuantity(now[one] ?? parseQuantity(0), parseQuantity(hard[one])) > 0);
		if (over.length > 0) {
			const part = (usage) => list(usage, over);
			const texts = `requested: ${part(requested)}, used: ${part(parseUsage(used))}, limited: ${part(parseUsage(hard))}`;
			refuse(`exceeded quota: ${quota.metadata.name}, ${texts}`);
		}
		booked.push({
			...quota,
			status: {
				...quota.status,
				used: formatUsage(now)
			}
		});
	}
	if (!dryRun) for (const quota of booked) world.as("kube-apiserver", 0, () => api.updateStatus("resourcequotas", quota));
} };
/** `cpu=1,pods=2` of the names that matter. */
function list(usage, names) {
	const texts = formatUsage(usage);
	return [...names].sort().map((name) => `${name}=${texts[name] ?? "0"}`).join(",");
}
// src/kinds/resourcequota/validation.ts
/** Rules for quotas (source: pkg/apis/core/validation, ValidateResourceQuota). */
var STANDARD = new Set("cpu memory ephemeral-storage requests.cpu requests.memory requests.storage requests.ephemeral-storage limits.cpu limits.memory limits.ephemeral-storage pods resourcequotas services replicationcontrollers secrets persistentvolumeclaims configmaps services.nodeports services.loadbalancers".split(" "));
var INTEGERS = new Set("pods resourcequotas services replicationcontrollers secrets persistentvolumeclaims configmaps services.nodeports services.loadbalancers".split(" "));
var SCOPES = [
	"BestEffort",
	"CrossNamespacePodAffinity",
	"NotBestEffort",
	"NotTerminating",
	"PriorityClass",
	"Terminating",
	"VolumeAttributesClass"
];
/** What quotas of a scope may limit; with BestEffort nothing but the number of Pods. */
var FOR_PODS = /^(pods|(requests\.|limits\.)?(cpu|memory|ephemeral-storage))$/;
var OPERATORS = [
	"DoesNotExist",
	"Exists",
	"In",
	"NotIn"
];
function validateQuota({ spec }) {
	const errors = [];
	const hard = spec.hard ?? {};
	for (const name of Object.keys(hard).sort()) {
		const at = `spec.hard[${name}]`;
		const wrong = isQualifiedName(name).map((why) => invalid(at, name, why));
		errors.push(...wrong);
		if (wrong.length === 0 && !name.includes("/") && !STANDARD.has(name) && !/^(requests\.)?hugepages-/.test(name)) errors.push(invalid(at, name, "must be a standard resource for quotas"));
		const amount = hard[name];
		const { nano } = parseQuantity(amount);
		if (nano < 0n) errors.push(invalid(at, canonicalQuantity(amount), "must be greater than or equal to 0"));
		if ((INTEGERS.has(name) || name.startsWith("count/")) && nano % 1000000000n !== 0n) errors.push(invalid(at, canonicalQuantity(amount), "must be an integer"));
	}
	return [
		...errors,
		...validateScopes(spec.scopes ?? [], Object.keys(hard).sort()),
		...validateSelector(spec)
	];
}
function validateScopes(scopes, resources) {
	const errors = [];
	const unique = [...new Set(scopes)].sort();
	for (const scope of scopes) {
		if (!SCOPES.includes(scope)) {
			errors.push(invalid("spec.scopes", unique, "unsupported scope"));
			continue;
		}
		for (const name of resources) if (!(scope === "BestEffort" ? name === "pods" : FOR_PODS.test(name)) && STANDARD.has(name)) errors.push(invalid("spec.scopes", unique, "unsupported scope applied to resource"));
	}
	for (const pair of [["BestEffort", "NotBestEffort"], ["Terminating", "NotTerminating"]]) if (pair.every((one) => scopes.includes(one))) errors.push(invalid("spec.scopes", unique, "conflicting scopes"));
	return errors;
}
function validateSelector({ scopeSelector }) {
	return (scopeSelector?.matchExpressions ?? []).flatMap(({ scopeName, operator, values = [] }) => {
		const at = "spec.scopeSelector.matchExpressions";
		if (!SCOPES.includes(scopeName)) return [invalid(`${at}.scopeName`, scopeName, "unsupported scope")];
		if (!OPERATORS.includes(operator)) return [notSupported(`${at}.operator`, operator, OPERATORS)];
		if (scopeName !== "PriorityClass" && scopeName !== "VolumeAttributesClass" && operator !== "Exists") return [invalid(`${at}.operator`, operator, "must be 'Exist' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity")];
		const listed = operator === "In" || operator === "NotIn";
		if (listed && values.length === 0) return [required(`${at}.values`, "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector")];
		if (!listed && values.length > 0) return [invalid(`${at}.values`, values, "must be no value when `operator` is 'Exists' or 'DoesNotExist' for scope selector")];
		return [];
	});
}
function validateQuotaUpdate(quota, old) {
	const scopes = (one) => [...one.spec.scopes ?? []].sort();
	const same = equal(scopes(quota), scopes(old));
	return [
		...validateQuota(quota),
		...same ? [] : [invalid("spec.scopes", quota.spec.scopes ?? null, "field is immutable")],
		...validateImmutable(quota.spec.scopeSelector, old.spec.scopeSelector, "spec.scopeSelector")
	];
}
// src/kinds/resourcequota/index.ts
/** What a namespace may use at most. */
var resourceQuotas = define("v1", "resourcequotas", {
	validate: validateQuota,
	validateUpdate: validateQuotaUpdate,
	columns: [
		nameColumn,
		text$1("Request", (quota) => amounts(quota, (name) => !name.startsWith("limits"))),
		text$1("Limit", (quota) => amounts(quota, (name) => name.startsWith("limits"))),
		ageColumn
	]
});
/** `pods: 2/10, requests.cpu: 500m/1` */
function amounts({ status }, wanted) {
	return Object.keys(status.hard ?? {}).filter(wanted).sort().map((name) => `${name}: ${canonicalQuantity(status.used?.[name] ?? 0)}/${canonicalQuantity(status.hard?.[name] ?? 0)}`).join(", ");
}
// src/kinds/role/index.ts
/** What may be done in a namespace. */
var roles = define("rbac.authorization.k8s.io/v1", "roles", {
	nameCheck: "path",
	prepareCreate: checked,
	prepareUpdate: (role, _old, context) => checked(role, context),
	validate: ({ rules }) => validateRules(rules ?? []),
	columns: [nameColumn, createdAtColumn]
});
function checked(role, context) {
	const { name, namespace = "" } = role.metadata;
	refuseEscalation(context, {
		plural: "roles",
		name,
		namespace
	}, {
		name: "escalate",
		resource: "roles",
		role: name
	}, role.rules ?? []);
	return role;
}
// src/kinds/rolebinding/index.ts
/** Who has a role in a namespace. */
var roleBindings = define("rbac.authorization.k8s.io/v1", "rolebindings", {
	nameCheck: "path",
	defaults: defaultBinding,
	prepareCreate: (binding, context) => checkedBinding("rolebindings", binding, context),
	prepareUpdate: (binding, _old, context) => checkedBinding("rolebindings", binding, context),
	validate: (binding) => validateBinding(binding, ["ClusterRole", "Role"]),
	validateUpdate: (binding, old) => validateBinding(binding, ["ClusterRole", "Role"], old),
	columns: bindingColumns
});
// src/kinds/service/validation.ts
/** Rules for Services, in the real words and order (source: pkg/apis/core/validation, ValidateService). */
var TYPES$1 = [
	"ClusterIP",
	"ExternalName",
	"LoadBalancer",
	"NodePort"
];
var PROTOCOLS = [
	"SCTP",
	"TCP",
	"UDP"
];
var AFFINITIES = ["ClientIP", "None"];
var POLICIES$1 = ["Cluster", "Local"];
var MAX_AFFINITY_SECONDS = 86400;
function validateService({ spec }) {
	const ports = spec.ports ?? [];
	const { type = "", sessionAffinity = "" } = spec;
	const headless = spec.clusterIP === "None";
	const errors = [];
	if (ports.length === 0 && !headless && type !== "ExternalName") errors.push(required("spec.ports"));
	if (type === "ExternalName") errors.push(...validateExternalName(spec));
	else if (headless && hasNodePorts(spec)) errors.push(invalid("spec.clusterIPs[0]", "None", `may not be set to 'None' for ${type} services`));
	const names = /* @__PURE__ */ new Set();
	ports.forEach((port, index) => {
		errors.push(...validatePort(port, ports.length > 1, names, `spec.ports[${index}]`));
	});
	errors.push(...validateLabels(spec.selector, "spec.selector"));
	if (!AFFINITIES.includes(sessionAffinity)) errors.push(notSupported("spec.sessionAffinity", sessionAffinity, AFFINITIES));
	const seconds = spec.sessionAffinityConfig?.clientIP?.timeoutSeconds;
	if (sessionAffinity === "ClientIP" && seconds !== void 0 && (seconds <= 0 || seconds > MAX_AFFINITY_SECONDS)) errors.push(invalid("spec.sessionAffinityConfig.clientIP.timeoutSeconds", seconds, `must be greater than 0 and less than ${MAX_AFFINITY_SECONDS}`));
	errors.push(...(spec.externalIPs ?? []).flatMap((ip, index) => isIP(ip).map((why) => invalid(`spec.externalIPs[${index}]`, ip, why))));
	if (!TYPES$1.includes(type)) errors.push(notSupported("spec.type", type, TYPES$1));
	if (type === "ClusterIP") ports.forEach(({ nodePort }, index) => {
		if (nodePort) errors.push(forbidden(`spec.ports[${index}].nodePort`, "may not be used when `type` is 'ClusterIP'"));
	});
	return [
		...errors,
		...validateTwice(ports),
		...validateClusterIP(spec),
		...validatePolicies(spec)
	];
}
function validateExternalName({ externalName = "", clusterIPs, ipFamilies, ipFamilyPolicy }) {
	const only = "may not be set when `type` is 'ExternalName'";
	return [
		...clusterIPs?.length ? [forbidden("spec.clusterIPs", only)] : [],
		...ipFamilies?.length ? [forbidden("spec.ipFamilies", only)] : [],
		...ipFamilyPolicy ? [forbidden("spec.ipFamilyPolicy", only)] : [],
		...externalName ? isDNS1123Subdomain(externalName).map((why) => invalid("spec.externalName", externalName, why)) : [required("spec.externalName")]
	];
}
function validatePort({ name = "", port, protocol = "", targetPort }, named, names, at) {
	const errors = [];
	if (named && name === "") errors.push(required(`${at}.name`));
	else if (name !== "") {
		errors.push(...isDNS1123Label(name).map((why) => invalid(`${at}.name`, name, why)));
		if (names.has(name)) errors.push(duplicate(`${at}.name`, name));
		names.add(name);
	}
	errors.push(...isPortNumber(port).map((why) => invalid(`${at}.port`, port, why)));
	if (protocol === "") errors.push(required(`${at}.protocol`));
	else if (!PROTOCOLS.includes(protocol)) errors.push(notSupported(`${at}.protocol`, protocol, PROTOCOLS));
	return targetPort === void 0 ? errors : [...errors, ...portErrors(targetPort, `${at}.targetPort`)];
}
/** Two ports of one number and protocol, or with one node port. */
function validateTwice(ports) {
	const errors = [];
	const nodePorts = /* @__PURE__ */ new Set();
	ports.forEach(({ nodePort, protocol = "" }, index) => {
		if (!nodePort) return;
		const key = `${protocol} ${nodePort}`;
		if (nodePorts.has(key)) {
			const shown = `{"Name":"","Protocol":${JSON.stringify(protocol)},"AppProtocol":null,"Port":0,"TargetPort":0,"NodePort":${nodePort}}`;
			errors.push(duplicate(`spec.ports[${index}].nodePort`, new Verbatim(shown)));
		}
		nodePorts.add(key);
	});
	const numbers = /* @__PURE__ */ new Set();
	ports.forEach(({ port, protocol = "" }, index) => {
		const key = `${protocol} ${port}`;
		if (numbers.has(key)) {
			const shown = `{"Name":"","Protocol":${JSON.stringify(protocol)},"AppProtocol":null,"Port":${port},"TargetPort":0,"NodePort":0}`;
			errors.push(duplicate(`spec.ports[${index}]`, new Verbatim(shown)));
		}
		numbers.add(key);
	});
	return errors;
}
function validateClusterIP({ clusterIP, type }) {
	if (!clusterIP || clusterIP === "None" || type === "ExternalName") return [];
	return isIP(clusterIP).map((why) => invalid("spec.clusterIPs[0]", clusterIP, why));
}
function validatePolicies(spec) {
	const errors = [];
	const { externalTrafficPolicy: external, internalTrafficPolicy: internal } = spec;
	const outside = hasNodePorts(spec) || spec.type === "ClusterIP" && (spec.externalIPs?.length ?? 0) > 0;
	if (external !== void 0 && !outside) errors.push(invalid("spec.externalTrafficPolicy", external, "may only be set for externally-accessible services"));
	else if (external !== void 0 && !POLICIES$1.includes(external)) errors.push(notSupported("spec.externalTrafficPolicy", external, POLICIES$1));
	if (internal !== void 0 && !POLICIES$1.includes(internal)) errors.push(notSupported("spec.internalTrafficPolicy", internal, POLICIES$1));
	return errors;
}
/** A cluster IP, once given, stays: only a change from or to ExternalName moves it. */
function validateServiceUpdate(service, old) {
	const errors = [];
	const [now, before] = [service.spec.clusterIPs ?? [], old.spec.clusterIPs ?? []];
	if (service.spec.type !== "ExternalName" && old.spec.type !== "ExternalName" && before.length > 0 && !equal(now, before)) errors.push(invalid("spec.clusterIPs[0]", now, "may not change once set"));
	return [...errors, ...validateService(service)];
}
// src/kinds/service/index.ts
/** One name and address for the Pods that it selects. */
var services = define("v1", "services", {
	...freshService,
	nameCheck: "dns1123label",
	validate: validateService,
	validateUpdate: validateServiceUpdate,
	selectableFields: {
		"spec.clusterIP": ({ spec }) => spec.clusterIP ?? "",
		"spec.type": ({ spec }) => spec.type ?? ""
	},
	columns: [
		nameColumn,
		text$1("Type", ({ spec }) => spec.type ?? ""),
		text$1("Cluster-IP", ({ spec }) => spec.clusterIPs?.[0] ?? "<none>"),
		text$1("External-IP", externalAddress),
		text$1("Port(s)", portsText),
		ageColumn,
		text$1("Selector", ({ spec }) => formatLabels(spec.selector), true)
	]
});
function externalAddress({ spec, status }) {
	const own = spec.externalIPs ?? [];
	if (spec.type === "ExternalName") return spec.externalName ?? "";
	if (spec.type !== "LoadBalancer") return own.join(",") || "<none>";
	const balanced = (status.loadBalancer?.ingress ?? []).map(({ ip, hostname }) => ip || hostname || "").filter((one) => one !== "");
	return [...[...new Set(balanced)].sort(), ...own].join(",") || "<pending>";
}
/** `80:31234/TCP,443/TCP` */
function portsText({ spec }) {
	return (spec.ports ?? []).map(({ port, nodePort, protocol }) => `${port}${nodePort ? `:${nodePort}` : ""}/${protocol}`).join(",") || "<none>";
}
// src/kinds/serviceaccount/index.ts
/** Who a Pod is for the API server. */
var serviceAccounts = define("v1", "serviceaccounts", { columns: [nameColumn, ageColumn] });
// src/kinds/statefulset/index.ts
var POLICIES = ["OrderedReady", "Parallel"];
var STRATEGIES = ["RollingUpdate", "OnDelete"];
/** What an update may change. */
var MUTABLE = [
	"minReadySeconds",
	"ordinals",
	"persistentVolumeClaimRetentionPolicy",
	"replicas",
	"revisionHistoryLimit",
	"template",
	"updateStrategy"
];
var IMMUTABLE = "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden";
/** Pods with a name, a place in the order and volumes of their own. */
var statefulSets = define("apps/v1", "statefulsets", {
	generation: ["spec"],
	scale: {
		selector: ({ spec }) => formatSelector(spec.selector),
		replicas: ({ spec }) => spec.replicas ?? 0,
		current: ({ status }) => status.replicas,
		set: (statefulSet, replicas) => ({
			...statefulSet,
			spec: {
				...statefulSet.spec,
				replicas
			}
		})
	},
	defaults: (statefulSet) => within(statefulSet, "spec", defaultSpec),
	prepareCreate: (statefulSet) => ({
		...statefulSet,
		status: {
			availableReplicas: 0,
			replicas: 0
		}
	}),
	validate,
	validateUpdate: (statefulSet, old) => {
		const restored = { ...statefulSet.spec };
		for (const name of MUTABLE) restored[name] = old.spec[name];
		return [...validate(statefulSet), ...equal(restored, old.spec) ? [] : [forbidden("spec", IMMUTABLE)]];
	},
	columns: [
		nameColumn,
		text$1("Ready", ({ spec, status }) => `${status.readyReplicas ?? 0}/${spec.replicas ?? 0}`),
		ageColumn,
		...containerColumns(({ spec }) => spec.template.spec?.containers ?? [])
	]
});
function defaultSpec(spec) {
	let filled = fill$1(spec, {
		replicas: 1,
		revisionHistoryLimit: 10,
		podManagementPolicy: "OrderedReady",
		updateStrategy: {},
		persistentVolumeClaimRetentionPolicy: {}
	});
	filled = within(filled, "persistentVolumeClaimRetentionPolicy", (policy) => fill$1(policy, {
		whenDeleted: "Retain",
		whenScaled: "Retain"
	}));
	filled = within(filled, "updateStrategy", defaultStrategy);
	filled = eachOf(filled, "volumeClaimTemplates", (claim) => ({
		...fill$1(claim, {
			apiVersion: "v1",
			kind: "PersistentVolumeClaim"
		}),
		spec: fill$1(claim.spec ?? {}, { volumeMode: "Filesystem" }),
		status: { phase: "Pending" }
	}));
	return within(filled, "template", defaultPodTemplate);
}
function defaultStrategy(strategy) {
	const filled = fill$1(strategy, { type: "RollingUpdate" });
	if (filled.type !== "RollingUpdate") return filled;
	return within(fill$1(filled, { rollingUpdate: {} }), "rollingUpdate", (update) => fill$1(update, { partition: 0 }));
}
function validate({ spec }) {
	const errors = [];
	const { podManagementPolicy = "", updateStrategy, template } = spec;
	if (podManagementPolicy === "") errors.push(required("spec.podManagementPolicy"));
	else if (!POLICIES.includes(podManagementPolicy)) errors.push(invalid("spec.podManagementPolicy", podManagementPolicy, "must be 'OrderedReady' or 'Parallel'"));
	const type = updateStrategy?.type ?? "";
	if (!STRATEGIES.includes(type)) errors.push(invalid("spec.updateStrategy", updateStrategy ?? {}, "must be 'RollingUpdate' or 'OnDelete'"));
	errors.push(...nonNegative(updateStrategy?.rollingUpdate?.partition ?? 0, "spec.updateStrategy.rollingUpdate.partition"));
	errors.push(...nonNegative(spec.replicas ?? 0, "spec.replicas"), ...nonNegative(spec.minReadySeconds ?? 0, "spec.minReadySeconds"));
	errors.push(...validateSpecSelector(spec.selector, "empty selector is invalid for statefulset"));
	const claims = withClaims(spec);
	errors.push(...validateTemplate(spec.selector, claims, "StatefulSet"));
	return template.spec?.restartPolicy === void 0 ? [...errors, notSupported("spec.template.spec.restartPolicy", "", ["Always"])] : errors;
}
/** The template with the volumes that the claims will add, which containers may mount. */
function withClaims({ template, volumeClaimTemplates = [] }) {
	if (volumeClaimTemplates.length === 0 || !template.spec) return template;
	const volumes = volumeClaimTemplates.map(({ metadata }) => ({
		name: metadata?.name ?? "",
		persistentVolumeClaim: { claimName: metadata?.name ?? "" }
	}));
	const own = (template.spec.volumes ?? []).filter(({ name }) => !volumes.some((one) => one.name === name));
	return {
		...template,
		spec: {
			...template.spec,
			volumes: [...own, ...volumes]
		}
	};
}
// src/kinds/index.ts
var OWN = [
	clusterRoleBindings,
	clusterRoles,
	configMaps,
	controllerRevisions,
	cronJobs,
	daemonSets,
	deployments,
	endpointSlices,
	endpoints,
	events,
	horizontalPodAutoscalers,
	ingressClasses,
	ingresses,
	jobs,
	leases,
	limitRanges,
	namespaces,
	networkPolicies,
	nodes,
	persistentVolumeClaims,
	persistentVolumes,
	podDisruptionBudgets,
	pods,
	priorityClasses,
	replicaSets,
	resourceQuotas,
	roleBindings,
	roles,
	secrets,
	serviceAccounts,
	services,
	statefulSets,
	storageClasses
];
/** What may refuse a valid write, in the order in which they are asked. */
var admissions = [limitAdmission, quotaAdmission];
var DEFAULT_COLUMNS = [nameColumn, ageColumn];
/** All kinds: those with a folder, and for every other resource of a real server one that is only stored. Columns default to NAME and AGE. */
var kinds = API_RESOURCES.map((resource) => {
	const kind = OWN.find((kind) => kind.plural === resource.plural && kind.group === resource.group && kind.version === resource.version) ?? kindOf$2(resource);
	return kind.columns.length > 0 ? kind : {
		...kind,
		columns: DEFAULT_COLUMNS
	};
});
// src/kinds/metrics/index.ts
var GROUP = "metrics.k8s.io";
var VERSION = "v1beta1";
/** Nanocores and kibibytes, as the kubelet gives them. */
function quantities({ cpu, memory }) {
	return {
		cpu: `${Math.round(cpu * 1e9)}n`,
		memory: `${Math.round(memory / 1024)}Ki`
	};
}
function base(kind, { metadata }, world, { at, windowMs }) {
	const { name, namespace, labels } = metadata;
	return {
		apiVersion: `${GROUP}/${VERSION}`,
		kind,
		metadata: {
			name,
			...namespace !== void 0 && { namespace },
			creationTimestamp: formatTime(world.now),
			...labels && { labels }
		},
		timestamp: formatTime(at),
		window: `${windowMs / 1e3}s`
	};
}
function sum(one, name) {
	const amounts = (one.containers ?? [{ usage: one.usage }]).map(({ usage }) => usage[name]);
	const unit = name === "cpu" ? "n" : "Ki";
	const total = amounts.reduce((all, amount) => all + Number.parseInt(amount, 10), 0);
	return formatQuantity({
		nano: BigInt(total) * (unit === "n" ? 1n : 1024n * 1000000000n),
		format: unit === "n" ? "DecimalSI" : "BinarySI"
	});
}
var columns = [
	nameColumn,
	text$1("cpu", (one) => sum(one, "cpu")),
	text$1("memory", (one) => sum(one, "memory")),
	text$1("window", (one) => one.window)
];
function kindOf$1(plural, kind, namespaced) {
	return {
		group: GROUP,
		version: VERSION,
		kind,
		plural,
		singular: "",
		shortNames: [],
		categories: [],
		namespaced,
		verbs: ["get", "list"],
		subresources: [],
		columns
	};
}
var metricsApi = [{
	kind: kindOf$1("nodes", "NodeMetrics", false),
	served: (world) => metricsOf(world) !== void 0,
	objects: (world) => world.store.list("nodes").flatMap((node) => {
		const usage = metricsOf(world)?.node(node.metadata.name);
		return usage ? [{
			...base("NodeMetrics", node, world, usage),
			usage: quantities(usage)
		}] : [];
	})
}, {
	kind: kindOf$1("pods", "PodMetrics", true),
	served: (world) => metricsOf(world) !== void 0,
	objects: (world, namespace) => world.store.list("pods", namespace).flatMap((pod) => {
		const usage = metricsOf(world)?.pod(pod.metadata.namespace ?? "", pod.metadata.name);
		if (!usage) return [];
		const containers = usage.containers.map((one) => ({
			name: one.name,
			usage: quantities(one)
		}));
		return [{
			...base("PodMetrics", pod, world, usage),
			containers
		}];
	})
}];
// src/minikube/device.ts
/** The handler of the device; it answers at once. */
function minikubeDevice(world, api, machines) {
	const nodes = () => world.store.list("nodes").sort(controlPlaneFirst);
	const node = (name) => world.store.get("nodes", "", name);
	const machine = (one) => ({
		name: one.metadata.name,
		ip: one.status.addresses?.find(({ type }) => type === "InternalIP")?.address ?? "",
		running: machines.isOn(one.metadata.name),
		primary: one.metadata.labels?.["node-role.kubernetes.io/control-plane"] !== void 0
	});
	const handle = (request) => {
		switch (request.op) {
			case "nodes": return nodes().map(machine);
			case "add": return machine(node(machines.add()));
			case "power":
				machines.power(request.node, request.on);
				return true;
			case "drain": return drain$1(world, api, request.node);
			case "delete":
				machines.power(request.node, false);
				if (node(request.node)) api.delete("nodes", "", request.node);
				return true;
			case "tunnel":
				if (request.open && machines.isTunnelOpen()) return false;
				machines.tunnel(request.open);
				return true;
		}
	};
	return (request) => world.as("minikube", 0, () => handle(request));
}
function drain$1(world, api, name) {
	const node = world.store.get("nodes", "", name);
	if (node && !node.spec.unschedulable) api.update("nodes", {
		...node,
		spec: {
			...node.spec,
			unschedulable: true
		}
	});
	const pods = world.store.byIndex("pods", "node", name);
	for (const { metadata } of pods) if (!metadata.deletionTimestamp) api.delete("pods", metadata.namespace ?? "", metadata.name);
	return world.store.countIndex("pods", "node", name);
}
/** Sorts the control plane before the workers, those by name. */
function controlPlaneFirst(a, b) {
	const [x, y] = [a.metadata.name, b.metadata.name];
	return x.length - y.length || (x < y ? -1 : 1);
}
// src/network/objects.ts
/** Cluster objects by address, and who a request comes from. */
/** A Pod that has the address and still runs: its network is there until its containers ended. */
function podByAddress(world, address) {
	return world.store.list("pods").find((pod) => pod.status.podIP === address && !pod.spec.hostNetwork && hasNetwork(pod));
}
function hasNetwork(pod) {
	return pod.status.phase !== "Succeeded" && pod.status.phase !== "Failed";
}
function podByUid(world, namespace, name, uid) {
	const pod = world.store.get("pods", namespace, name);
	return pod?.metadata.uid === uid ? pod : void 0;
}
function nodeByAddress(world, address) {
	return world.store.list("nodes").find((node) => nodeAddressOf$1(node) === address);
}
function nodeAddressOf$1(node) {
	return node.status.addresses?.find(({ type }) => type === "InternalIP")?.address;
}
/** A Node object exists for it and it is switched on. */
function nodeAnswers(world, name) {
	return world.store.get("nodes", "", name) !== void 0 && isRunning(world, name);
}
/** A Service by one of its virtual addresses, and which of them it is. */
function serviceByAddress(world, address) {
	for (const service of world.store.list("services")) {
		if (service.spec.clusterIP === address || service.spec.clusterIPs?.includes(address)) return {
			service,
			by: "cluster"
		};
		if (service.spec.externalIPs?.includes(address)) return {
			service,
			by: "external"
		};
		if (service.status.loadBalancer?.ingress?.some(({ ip }) => ip === address)) return {
			service,
			by: "loadBalancer"
		};
	}
}
function slicesOf(world, service) {
	const namespace = service.metadata.namespace ?? "";
	return world.store.byIndex("endpointslices.discovery.k8s.io", "label", labelIndexValue(namespace, "kubernetes.io/service-name", service.metadata.name));
}
/** Where a process runs, by its machine's id. */
function originOf(world, machine) {
	const [, uid] = /^container:([^/]+)\//.exec(machine) ?? [];
	if (uid) {
		const found = world.store.list("pods").find((pod) => pod.metadata.uid === uid);
		if (found) return {
			kind: "pod",
			namespace: found.metadata.namespace ?? "",
			name: found.metadata.name,
			uid
		};
	}
	return machine.startsWith("node:") ? {
		kind: "node",
		name: machine.slice(5)
	} : { kind: "laptop" };
}
/** The node that a request starts on; undefined from the laptop. */
function nodeOfOrigin(world, from) {
	if (from.kind === "node") return from.name;
	return from.kind === "pod" ? podByUid(world, from.namespace, from.name, from.uid)?.spec.nodeName : void 0;
}
// src/network/outside.ts
/** Addresses are from the documentation ranges (RFC 5737): nothing real is named. */
var OUTSIDE = [
	{
		names: ["example.com", "www.example.com"],
		address: "203.0.113.10",
		title: "Example Domain"
	},
	{
		names: ["example.org", "www.example.org"],
		address: "203.0.113.11",
		title: "Example Domain"
	},
	{
		names: ["example.net", "www.example.net"],
		address: "203.0.113.12",
		title: "Example Domain"
	},
	{
		names: ["kubernetes.io", "www.kubernetes.io"],
		address: "203.0.113.20",
		title: "Kubernetes"
	},
	{
		names: ["google.com", "www.google.com"],
		address: "203.0.113.21",
		title: "Google"
	},
	{
		names: ["github.com", "www.github.com"],
		address: "203.0.113.22",
		title: "GitHub"
	}
];
function outsideByName(name) {
	const plain = name.replace(/\.$/, "").toLowerCase();
	return OUTSIDE.find((host) => host.names.includes(plain));
}
function outsideByAddress(address) {
	return OUTSIDE.find((host) => host.address === address);
}
// src/network/dns.ts
var DNS_ADDRESS = "10.96.0.10";
var DOMAIN$1 = "cluster.local";
var NDOTS = 5;
var LAPTOP_DNS = "192.168.65.7";
var ADDRESS = /^\d{1,3}(\.\d{1,3}){3}$/;
function resolve(world, from, name, type = "A") {
	if (ADDRESS.test(name) && type === "A") return host(name, [name], "");
	const local = localName(world, from, name);
	if (local) return host(name, [local], "");
	const cluster = dnsOf(world, from);
	if (!cluster) return outside(name, LAPTOP_DNS);
	if (cluster === "down") return {
		...nothing(name, "timeout"),
		reason: {
			id: "dns_down",
			values: { name }
		}
	};
	for (const full of candidates(cluster.search, name)) {
		const found = lookUp(world, full, type);
		if (found) return found;
	}
	return outside(name, DNS_ADDRESS);
}
function host(name, addresses, server) {
	return {
		addresses,
		canonicalName: name,
		cnames: [],
		server,
		reason: {
			id: "dns_host",
			values: {
				name,
				address: addresses[0] ?? ""
			}
		}
	};
}
function nothing(name, failure, server = DNS_ADDRESS) {
	return {
		addresses: [],
		cnames: [],
		server,
		failure,
		reason: {
			id: "dns_nxdomain",
			values: { name }
		}
	};
}
function outside(name, server) {
	const found = outsideByName(name);
	return found ? { ...host(name.replace(/\.$/, ""), [found.address], server) } : nothing(name, "nxdomain", server);
}
/** What /etc/hosts says. */
function localName(world, from, name) {
	if (name === "localhost" || name.endsWith(".localhost")) return "127.0.0.1";
	if (from.kind === "laptop") return name === "drydock" ? "127.0.1.1" : void 0;
	if (from.kind === "node") return name === from.name ? "127.0.1.1" : void 0;
	const pod = podByUid(world, from.namespace, from.name, from.uid);
	if (!pod) return void 0;
	if (name === (pod.spec.hostname ?? pod.metadata.name)) return pod.status.podIP;
	return pod.spec.hostAliases?.find(({ hostnames }) => hostnames?.includes(name))?.ip;
}
/** The DNS that an origin asks: the cluster's with a search list, undefined for one that knows no cluster names, or none answers. */
function dnsOf(world, from) {
	if (from.kind !== "pod") return void 0;
	const pod = podByUid(world, from.namespace, from.name, from.uid);
	const policy = pod?.spec.dnsPolicy ?? "ClusterFirst";
	if (policy === "Default" || policy === "None" || pod?.spec.hostNetwork && policy !== "ClusterFirstWithHostNet") return void 0;
	if (!dnsAnswers(world)) return "down";
	return { search: [
		`${from.namespace}.svc.${DOMAIN$1}`,
		`svc.${DOMAIN$1}`,
		DOMAIN$1
	] };
}
/** Cluster DNS runs beside the control plane; where a Service kube-dns stands for it, that must have a ready endpoint. */
function dnsAnswers(world) {
	const service = world.store.get("services", "kube-system", "kube-dns");
	return service === void 0 || slicesOf(world, service).some((slice) => slice.endpoints?.some(isReady));
}
/** Names tried in turn, by resolv.conf's rule: few dots mean the search list first. */
function candidates(search, name) {
	if (name.endsWith(".")) return [name.slice(0, -1)];
	const searched = search.map((domain) => `${name}.${domain}`);
	return name.split(".").length - 1 >= NDOTS ? [name, ...searched] : [...searched, name];
}
/** The answer of cluster DNS for a full name; undefined for one it does not have. */
function lookUp(world, full, type) {
	const name = full.toLowerCase();
	if (type === "PTR") return pointer(world, name);
	if (!name.endsWith(`.${DOMAIN$1}`)) return void 0;
	const parts = name.slice(0, -14).split(".");
	const kind = parts.pop();
	const namespace = parts.pop();
	if (namespace === void 0 || !world.store.get("namespaces", "", namespace)) return void 0;
	if (kind === "pod") return podName(full, parts);
	if (kind !== "svc") return void 0;
	const service = world.store.get("services", namespace, parts.pop() ?? "");
	if (!service) return void 0;
	const values = {
		name: full,
		service: `${namespace}/${service.metadata.name}`
	};
	if (service.spec.type === "ExternalName") {
		const target = service.spec.externalName ?? "";
		const found = outsideByName(target) ?? void 0;
		const inside = found ? void 0 : lookUp(world, target.replace(/\.$/, ""), type);
		return {
			addresses: inside?.addresses ?? (found ? [found.address] : []),
			canonicalName: target,
			cnames: [full, ...inside?.cnames ?? []],
			server: DNS_ADDRESS,
			...found || inside ? {} : { failure: "nxdomain" },
			reason: {
				id: "dns_external_name",
				values: {
					...values,
					target
				}
			},
			service
		};
	}
	const common = {
		canonicalName: full,
		cnames: [],
		server: DNS_ADDRESS,
		service
	};
	if (service.spec.clusterIP && service.spec.clusterIP !== "None") {
		if (!serviceWords(service, parts)) return void 0;
		return {
			...common,
			addresses: [service.spec.clusterIP],
			reason: {
				id: "dns_service",
				values: {
					...values,
					address: service.spec.clusterIP
				}
			}
		};
	}
	const addresses = headless(world, service, parts);
	if (addresses.length === 0 && parts.length > 0) return void 0;
	return {
		...common,
		addresses,
		...addresses.length === 0 ? { failure: "nxdomain" } : {},
		reason: {
			id: "dns_headless",
			values: {
				...values,
				count: addresses.length
			}
		}
	};
}
/** What may stand before the Service's name: nothing, or `_port._protocol`. */
function serviceWords(service, words) {
	if (words.length === 0) return true;
	const [port, protocol] = words;
	return words.length === 2 && (service.spec.ports ?? []).some((one) => `_${one.name}` === port && `_${(one.protocol ?? "TCP").toLowerCase()}` === protocol);
}
function isReady(endpoint) {
	return endpoint.conditions?.ready !== false;
}
function headless(world, service, words) {
	const addresses = /* @__PURE__ */ new Set();
	for (const slice of slicesOf(world, service)) for (const endpoint of slice.endpoints ?? []) {
		if (!isReady(endpoint) && !service.spec.publishNotReadyAddresses) continue;
		if (words.length > 0 && words.join(".") !== endpoint.hostname) continue;
		for (const address of endpoint.addresses) addresses.add(address);
	}
	return [...addresses];
}
/** `10-244-0-5.default.pod.cluster.local` */
function podName(full, words) {
	const address = words.length === 1 ? words[0].replaceAll("-", ".") : "";
	return ADDRESS.test(address) ? host(full, [address], DNS_ADDRESS) : void 0;
}
/** `5.0.244.10.in-addr.arpa`, or the plain address. */
function pointer(world, name) {
	const address = name.endsWith(".in-addr.arpa") ? name.slice(0, -13).split(".").reverse().join(".") : name;
	const service = world.store.list("services").find(({ spec }) => spec.clusterIP === address);
	const pod = service ? void 0 : world.store.list("pods").find(({ status }) => status.podIP === address);
	const canonical = service ? `${service.metadata.name}.${service.metadata.namespace}.svc.${DOMAIN$1}` : pod && !nodeByAddress(world, address) ? `${address.replaceAll(".", "-")}.${pod.metadata.namespace}.pod.${DOMAIN$1}` : void 0;
	return canonical ? {
		...host(address, [address], DNS_ADDRESS),
		canonicalName: canonical
	} : void 0;
}
// src/network/listeners.ts
function slot(world) {
	return world.slot("listeners", () => ({}));
}
/** Opens a port. False when it is taken there already (EADDRINUSE). */
function listen(world, place, listener) {
	const all = slot(world);
	const there = all[place] ?? [];
	if (findListener(world, place, listener.port, listener.protocol)) return false;
	all[place] = [...there, listener];
	return true;
}
/** Closes the ports of a place, or those of one container or port there. */
function unlisten(world, place, which = {}) {
	const all = slot(world);
	const rest = (all[place] ?? []).filter((listener) => which.container !== void 0 && listener.container !== which.container || which.port !== void 0 && listener.port !== which.port);
	if (rest.length > 0) all[place] = rest;
	else delete all[place];
}
function findListener(world, place, port, protocol = "TCP") {
	return slot(world)[place]?.find((listener) => listener.port === port && listener.protocol === protocol);
}
/** What listens at a place: for `ss`, and for the page's "wrong port" hints. */
function listenersOf(world, place) {
	return slot(world)[place] ?? [];
}
// src/network/routing.ts
var DEFAULT_AFFINITY_SECONDS = 10800;
var LOOPBACK = /^127\./;
/** What one hop within the cluster takes, ms. */
var HOP_MS = 1;
/** What the node that carries the control plane listens with. */
var API_SERVER = {
	port: 8443,
	protocol: "TCP",
	server: "kube-apiserver",
	args: {},
	container: "",
	tls: true
};
var CONTROL_PLANE$1 = "node-role.kubernetes.io/control-plane";
var Router = class {
	world;
	hops = [];
	from;
	protocol;
	policy;
	constructor(world, from, protocol, policy) {
		this.world = world;
		this.from = from;
		this.protocol = protocol;
		this.policy = policy;
	}
	/** Appends a hop to the trace. */
	hop(kind, id, values, more = {}) {
		this.hops.push({
			kind,
			reason: {
				id,
				values
			},
			ms: HOP_MS,
			...more
		});
	}
	route(address, port) {
		if (LOOPBACK.test(address) || address === "0.0.0.0") return this.local(port);
		const virtual = serviceByAddress(this.world, address);
		if (virtual) return this.toService(virtual.service, virtual.by, address, port);
		if (nodeByAddress(this.world, address)) return this.toNode(address, port);
		if (/^10\.244\./.test(address)) return this.toPod(address, port);
		return this.toOutside(address, port);
	}
	local(port) {
		const place = this.from.kind === "pod" ? this.from.uid : this.from.kind === "laptop" ? "laptop" : `node:${this.from.name}`;
		const listener = (this.from.kind === "node" ? this.controlPlane(this.from.name, port) : void 0) ?? findListener(this.world, place, port, this.protocol);
		const address = `127.0.0.1:${port}`;
		if (!listener) {
			this.hop(this.from.kind === "pod" ? "pod" : "origin", "local_closed", { port }, { address });
			return { failure: "refused" };
		}
		this.hop(this.from.kind === "pod" ? "pod" : "origin", "local_answers", { port }, {
			address,
			...objectOf$1(this.from)
		});
		return {
			place,
			listener,
			clientAddress: "127.0.0.1",
			address
		};
	}
	toNode(address, port) {
		const name = nodeByAddress(this.world, address)?.metadata.name ?? "";
		const object = {
			resource: "nodes",
			namespace: "",
			name
		};
		if (!nodeAnswers(this.world, name)) {
			this.hop("node", "node_down", { node: name }, {
				object,
				address
			});
			return { failure: "unreachable" };
		}
		for (const service of this.world.store.list("services")) {
			const found = service.spec.type === "ClusterIP" ? void 0 : service.spec.ports?.find((one) => one.nodePort === port && (one.protocol ?? "TCP") === this.protocol);
			if (!found) continue;
			this.hop("nodePort", "node_port", {
				port,
				service: labelOf(service)
			}, {
				object,
				address: `${address}:${port}`
			});
			return this.toEndpoint(service, found, service.spec.externalTrafficPolicy === "Local" ? name : void 0, name);
		}
		const listener = this.controlPlane(name, port) ?? this.hostPort(name, port);
		if (!listener) {
			this.hop("node", "node_port_closed", { port }, {
				object,
				address: `${address}:${port}`
			});
			return { failure: "refused" };
		}
		const place = "place" in listener ? listener.place : `node:${name}`;
		this.hop("node", "local_answers", { port }, {
			object,
			address: `${address}:${port}`
		});
		return {
			place,
			listener: "place" in listener ? listener.listener : listener,
			clientAddress: this.clientAddress(),
			address: `${address}:${port}`
		};
	}
	controlPlane(node, port) {
		return CONTROL_PLANE$1 in (this.world.store.get("nodes", "", node)?.metadata.labels ?? {}) && port === API_SERVER.port && this.protocol === API_SERVER.protocol ? API_SERVER : void 0;
	}
	/** A Pod on the node that took the port: by hostPort, or because it uses the node's network. */
	hostPort(node, port) {
		for (const pod of this.world.store.byIndex("pods", "node", node)) {
			if (!hasNetwork(pod)) continue;
			const mapped = pod.spec.containers.flatMap((container) => container.ports ?? []).find((one) => one.hostPort === port);
			const listener = pod.spec.hostNetwork || mapped ? findListener(this.world, pod.metadata.uid, mapped?.containerPort ?? port, this.protocol) : void 0;
			if (listener) return {
				place: pod.metadata.uid,
				listener
			};
		}
	}
	toService(service, by, address, port) {
		const label = labelOf(service);
		const shown = {
			object: {
				resource: "services",
				namespace: service.metadata.namespace ?? "",
				name: service.metadata.name
			},
			address: `${address}:${port}`
		};
		const inside = this.from.kind !== "laptop";
		if (!inside && !this.world.slot("tunnel", () => ({ running: false })).running) {
			this.hop("service", "cluster_ip_outside", { service: label }, shown);
			return { failure: "timeout" };
		}
		const found = service.spec.ports?.find((one) => one.port === port && (one.protocol ?? "TCP") === this.protocol);
		if (!found) {
			this.hop("service", "service_no_port", {
				service: label,
				port
			}, shown);
			return { failure: "timeout" };
		}
		if (by === "cluster") this.hop("service", "cluster_ip", {
			address,
			service: label,
			port
		}, shown);
		else this.hop(by === "external" ? "service" : "loadBalancer", by === "external" ? "external_ip" : "load_balancer", {
			address,
			service: label
		}, shown);
		const node = nodeOfOrigin(this.world, this.from) ?? "minikube";
		const policy = inside && by === "cluster" ? service.spec.internalTrafficPolicy : service.spec.externalTrafficPolicy;
		return this.toEndpoint(service, found, policy === "Local" ? node : void 0, node);
	}
	/** Chooses an endpoint as kube-proxy on a node does; `only` limits the choice to that node's. */
	toEndpoint(service, port, only, proxyNode) {
		const label = labelOf(service);
		const object = {
			resource: "services",
			namespace: service.metadata.namespace ?? "",
			name: service.metadata.name
		};
		if (this.hops.at(-1)?.kind === "nodePort") this.hop("service", "cluster_ip", {
			address: service.spec.clusterIP ?? "",
			service: label,
			port: port.port
		}, {
			object,
			address: `${service.spec.clusterIP}:${port.port}`
		});
		const usable = usableEndpoints(this.world, service, port);
		const choices = only === void 0 ? usable : usable.filter(({ endpoint }) => endpoint.nodeName === only);
		if (choices.length === 0) {
			if (usable.length > 0 && only !== void 0) {
				this.hop("endpoint", "no_local_endpoints", {
					service: label,
					node: only
				}, { object });
				return { failure: "timeout" };
			}
			this.hop("endpoint", "no_endpoints", { service: label }, { object });
			return { failure: "refused" };
		}
		const { address, targetPort, reason } = this.choose(service, port, choices);
		this.hop("endpoint", reason, { count: choices.length }, {
			object,
			address: `${address}:${targetPort}`
		});
		if (address.startsWith("192.168.49.")) return this.toNode(address, targetPort);
		if (!/^10\.244\./.test(address)) return this.toOutside(address, targetPort);
		return this.toPod(address, targetPort, only === void 0 && this.from.kind === "laptop" ? proxyNode : void 0);
	}
	choose(service, port, choices) {
		const pick = (choice, reason) => ({
			address: choice.address,
			targetPort: choice.port,
			reason
		});
		if (service.spec.sessionAffinity !== "ClientIP") return choices.length === 1 ? pick(choices[0], "chosen_only") : pick(this.world.random.pick(choices), "chosen");
		const { chosen } = this.world.slot("session-affinity", () => ({ chosen: {} }));
		const key = `${service.metadata.uid} ${port.port} ${this.clientAddress()}`;
		const before = chosen[key];
		const kept = before && before.until > this.world.now ? choices.find(({ address }) => address === before.address) : void 0;
		const choice = kept ?? this.world.random.pick(choices);
		const seconds = service.spec.sessionAffinityConfig?.clientIP?.timeoutSeconds ?? DEFAULT_AFFINITY_SECONDS;
		chosen[key] = {
			address: choice.address,
			until: this.world.now + seconds * 1e3
		};
		return pick(choice, kept ? "chosen_affinity" : "chosen");
	}
	toPod(address, port, masqueradedBy) {
		if (this.from.kind === "laptop" && this.hops.every(({ kind }) => kind === "origin" || kind === "dns")) {
			this.hop("pod", "pod_ip_outside", { address }, { address: `${address}:${port}` });
			return { failure: "timeout" };
		}
		const pod = podByAddress(this.world, address);
		if (!pod) {
			this.hop("pod", "pod_gone", { address }, { address: `${address}:${port}` });
			return { failure: "unreachable" };
		}
		const shown = {
			object: {
				resource: "pods",
				namespace: pod.metadata.namespace ?? "",
				name: pod.metadata.name
			},
			address: `${address}:${port}`
		};
		if (!nodeAnswers(this.world, pod.spec.nodeName ?? "")) {
			this.hop("pod", "node_down", { node: pod.spec.nodeName ?? "" }, shown);
			return { failure: "timeout" };
		}
		if (this.policy?.(this.world, this.from, pod, port, this.protocol) === "denied") {
			this.hop("policy", "policy_denied", { pod: pod.metadata.name }, shown);
			return { failure: "timeout" };
		}
		const listener = findListener(this.world, pod.metadata.uid, port, this.protocol);
		if (!listener) {
			this.hop("pod", "pod_port_closed", {
				port,
				open: listenersOf(this.world, pod.metadata.uid).map((one) => one.port).join(", ")
			}, shown);
			return { failure: "refused" };
		}
		this.hop("pod", "pod_answers", {
			container: listener.container,
			port
		}, shown);
		return {
			place: pod.metadata.uid,
			listener,
			clientAddress: this.clientAddress(masqueradedBy),
			address: shown.address
		};
	}
	toOutside(address, port) {
		const host = outsideByAddress(address);
		if (!host || port !== 80 && port !== 443) {
			this.hop("external", "outside_silent", { address }, { address: `${address}:${port}` });
			return { failure: "timeout" };
		}
		this.hop("external", "outside_answers", { name: host.names[0] }, { address: `${address}:${port}` });
		return {
			place: "outside",
			listener: {
				port,
				protocol: this.protocol,
				server: "outside",
				args: { title: host.title },
				container: "",
				tls: port === 443
			},
			clientAddress: "",
			address: `${address}:${port}`
		};
	}
	/** The source address that the far end sees; `node`: the one that masquerades. */
	clientAddress(node) {
		const address = (name) => {
			const found = this.world.store.get("nodes", "", name);
			return found && nodeAddressOf$1(found);
		};
		if (node !== void 0) return address(node)?.replace(/^192\.168\.49\.\d+$/, `10.244.${nodeNumber(node)}.1`) ?? "10.244.0.1";
		if (this.from.kind === "laptop") return "192.168.49.1";
		if (this.from.kind === "node") return address(this.from.name) ?? "";
		return podByUid(this.world, this.from.namespace, this.from.name, this.from.uid)?.status.podIP ?? "";
	}
};
/** Endpoints that kube-proxy sends to: the ready ones, or, when there is none, those that still serve while they terminate. */
function usableEndpoints(world, service, port) {
	const ready = [];
	const serving = [];
	for (const slice of slicesOf(world, service)) {
		const target = slice.ports?.find((one) => (one.name ?? "") === (port.name ?? "") && (one.protocol ?? "TCP") === (port.protocol ?? "TCP"));
		if (target?.port === void 0) continue;
		for (const endpoint of slice.endpoints ?? []) {
			const { ready: isReady = true, serving: isServing = isReady, terminating = false } = endpoint.conditions ?? {};
			for (const address of endpoint.addresses.slice(0, 1)) {
				const choice = {
					endpoint,
					address,
					port: target.port
				};
				if (isReady) ready.push(choice);
				else if (isServing && terminating) serving.push(choice);
			}
		}
	}
	return ready.length > 0 ? ready : serving;
}
function labelOf(service) {
	return service.metadata.namespace === "default" ? service.metadata.name : `${service.metadata.namespace}/${service.metadata.name}`;
}
function nodeNumber(name) {
	const found = /-m(\d+)$/.exec(name);
	return found ? Number(found[1]) - 1 : 0;
}
function objectOf$1(from) {
	return from.kind === "pod" ? { object: {
		resource: "pods",
		namespace: from.namespace,
		name: from.name
	} } : {};
}
// src/network/network.ts
/** The cluster's network and the laptop's: the device `network` of the kernel. Every connection leaves a trace. */
/** How long a client waits for an answer that never comes, ms: Linux gives up after so many SYNs, and after ARP failed. */
var CONNECT_TIMEOUT_MS = 134e3;
var UNREACHABLE_MS = 3070;
var Network = class {
	world;
	servers = /* @__PURE__ */ new Map();
	/** Programs of the laptop that listen, by port. They end with their page, so they are no state of the world. */
	programs = /* @__PURE__ */ new Map();
	traceListeners = [];
	/** What decides whether a connection to a Pod is allowed. */
	policy;
	constructor(world) {
		this.world = world;
		this.server("outside", (request, { listener }) => outsidePage(request, String(listener.args["title"])));
		world.onSnapshot(() => {}, () => unlisten(world, "laptop"));
	}
	/** Registers the code of a server by the name that listeners use. */
	server(name, handler) {
		this.servers.set(name, handler);
	}
	/** Told of every request, when it is made. */
	onTrace(listener) {
		this.traceListeners.push(listener);
		return () => this.traceListeners.splice(this.traceListeners.indexOf(listener), 1);
	}
	/** Answers a program's request to the device. */
	device = (request, process) => {
		const from = originOf(this.world, process.machine.id);
		switch (request.op) {
			case "resolve": return resolve(this.world, from, request.name, request.type);
			case "connect": return this.connect(from, request.host, request.port, request);
			case "http": return this.exchange(from, request.request, request);
			case "listen": return this.listen(request.port, request.tls ?? false);
		}
	};
	/** Opens a connection; no server is asked. */
	connect(from, host, port, options = {}) {
		const protocol = options.protocol ?? "TCP";
		const dialled = this.dial(from, host, port, protocol);
		const failure = "failure" in dialled.destination ? dialled.destination.failure : void 0;
		const trace = this.record(dialled, `${protocol} ${host}:${port}`, failure ? {
			ok: false,
			failure
		} : { ok: true }, options);
		return this.result(dialled, port, failure, trace, options);
	}
	/** One HTTP exchange with a server of the cluster: answered at once. A program of the laptop is not reached this way. */
	http(from, request, options = {}) {
		const result = this.exchange(from, request, options);
		if (result instanceof Channel) throw new Error("a program of the laptop answers later: use the device");
		return result;
	}
	/** The answer of a program that listens comes later, in a channel. */
	exchange(from, request, options) {
		const dialled = this.dial(from, request.host, request.port, "TCP");
		const what = `${request.method} ${request.scheme}://${request.host}${isDefaultPort(request) ? "" : `:${request.port}`}${request.path}`;
		const { destination } = dialled;
		if ("failure" in destination) {
			const trace = this.record(dialled, what, {
				ok: false,
				failure: destination.failure
			}, options);
			return this.result(dialled, request.port, destination.failure, trace, options);
		}
		const finish = (response) => {
			const failure = response ? void 0 : "empty";
			const trace = this.record(dialled, what, response ? {
				ok: true,
				status: response.status,
				body: response.body.slice(0, 500)
			} : {
				ok: false,
				failure: "empty"
			}, options);
			return {
				...this.result(dialled, request.port, failure, trace, options),
				...response && { response }
			};
		};
		if (request.scheme === "https" !== (destination.listener.tls ?? false)) {
			const trace = this.record(dialled, what, {
				ok: false,
				failure: "reset"
			}, options);
			return this.result(dialled, request.port, "reset", trace, options);
		}
		const program = destination.place === "laptop" ? this.programs.get(destination.listener.port) : void 0;
		if (program) return this.askProgram(program, request, destination.clientAddress, finish);
		const server = this.servers.get(destination.listener.server);
		if (!server) throw new Error(`no server ${destination.listener.server}`);
		return finish(server(request, {
			world: this.world,
			listener: destination.listener,
			place: destination.place,
			clientAddress: destination.clientAddress
		}));
	}
	askProgram(program, request, clientAddress, finish) {
		const answer = new Channel();
		program.push({
			request,
			clientAddress,
			respond: (response) => answer.push(finish(response))
		});
		return answer;
	}
	/** A program of the laptop opens a port. */
	listen(port, tls) {
		const listener = {
			port,
			protocol: "TCP",
			server: "program",
			args: {},
			container: "",
			tls
		};
		if (!listen(this.world, "laptop", listener)) return { failure: "in use" };
		const incoming = new Channel();
		this.programs.set(port, incoming);
		incoming.onCancel = () => {
			this.programs.delete(port);
			unlisten(this.world, "laptop", { port });
		};
		return { incoming };
	}
	dial(from, host, port, protocol) {
		const router = new Router(this.world, from, protocol, this.policy);
		router.hop("origin", ORIGIN_REASONS[from.kind], from.kind === "pod" ? { pod: from.name } : from.kind === "node" ? { node: from.name } : {}, {
			...from.kind === "pod" ? { object: {
				resource: "pods",
				namespace: from.namespace,
				name: from.name
			} } : {},
			ms: 0
		});
		const resolved = resolve(this.world, from, host);
		const address = resolved.addresses.length > 1 ? this.world.random.pick(resolved.addresses) : resolved.addresses[0];
		if (resolved.failure || address === void 0) {
			router.hop("dns", resolved.failure === "timeout" ? "dns_down" : "dns_nxdomain", { name: host });
			return {
				address: void 0,
				destination: { failure: "unresolved" },
				hops: router.hops,
				from
			};
		}
		if (resolved.server !== "") router.hop("dns", resolved.reason.id, resolved.reason.values, { address });
		return {
			address,
			destination: router.route(address, port),
			hops: router.hops,
			from
		};
	}
	result(dialled, port, failure, trace, { timeoutMs }) {
		const travelled = dialled.hops.reduce((sum, { ms }) => sum + ms, 0);
		const wanted = failure === "timeout" ? CONNECT_TIMEOUT_MS : failure === "unreachable" ? UNREACHABLE_MS : travelled;
		const cut = timeoutMs !== void 0 && wanted > timeoutMs;
		const final = cut ? "timeout" : failure;
		return {
			port,
			elapsedMs: cut ? timeoutMs : wanted,
			trace,
			...dialled.address !== void 0 && { address: dialled.address },
			...final && { failure: final }
		};
	}
	record({ from, hops }, what, outcome, { quiet }) {
		if (quiet) return {
			id: 0,
			time: this.world.now,
			from,
			what,
			hops,
			outcome
		};
		const trace = keepTrace(this.world, {
			time: this.world.now,
			from,
			what,
			hops,
			outcome
		});
		for (const listener of this.traceListeners) listener(trace);
		return trace;
	}
};
var ORIGIN_REASONS = {
	laptop: "from_laptop",
	pod: "from_pod",
	node: "from_node"
};
function isDefaultPort({ scheme, port }) {
	return port === (scheme === "https" ? 443 : 80);
}
function outsidePage(request, title) {
	const body = `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>This page stands for a host outside the cluster.</p></body></html>\n`;
	return {
		status: 200,
		reason: "OK",
		headers: [["Content-Type", "text/html"], ["Content-Length", String(body.length)]],
		body: request.method === "HEAD" ? "" : body,
		delayMs: 20
	};
}
// src/network/apiserver.ts
/** Without a token. */
var ANONYMOUS = {
	username: "system:anonymous",
	groups: ["system:unauthenticated"]
};
var REASONS = {
	200: "OK",
	201: "Created",
	202: "Accepted",
	400: "Bad Request",
	401: "Unauthorized",
	403: "Forbidden",
	404: "Not Found",
	405: "Method Not Allowed",
	409: "Conflict",
	422: "Unprocessable Entity",
	500: "Internal Server Error",
	501: "Not Implemented",
	503: "Service Unavailable"
};
/** Lets requests over the network reach the API server. `handle` is ApiServer.handle. */
function serveApi(network, handle) {
	network.server(API_SERVER.server, (request) => answer(request, handle));
}
function answer(request, handle) {
	const at = request.path.indexOf("?");
	const headers = Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value]));
	const response = handle({
		method: request.method,
		path: at < 0 ? request.path : request.path.slice(0, at),
		query: queryOf(at < 0 ? "" : request.path.slice(at + 1)),
		headers,
		user: ANONYMOUS,
		...request.body !== void 0 && { body: request.body }
	});
	if (response.watch || response.session) return respond(501, {
		kind: "Status",
		apiVersion: "v1",
		metadata: {},
		status: "Failure",
		message: "watch, exec, attach and port-forward are not supported over this connection",
		code: 501
	});
	return respond(response.status, response.body, response.headers["content-type"]);
}
function respond(status, body, type = "application/json") {
	const text = typeof body === "string" ? body : `${JSON.stringify(body, null, 2)}\n`;
	return {
		status,
		reason: REASONS[status] ?? "",
		headers: [["Content-Type", type], ["Content-Length", String(new TextEncoder().encode(text).length)]],
		body: text
	};
}
function queryOf(text) {
	const query = {};
	for (const part of text.split("&")) {
		if (part === "") continue;
		const [key = "", value = ""] = part.split(/=(.*)/s).map((one) => decode(one));
		const before = query[key];
		query[key] = before === void 0 ? value : [...typeof before === "string" ? [before] : before, value];
	}
	return query;
}
function decode(text) {
	try {
		return decodeURIComponent(text.replaceAll("+", " "));
	} catch {
		return text;
	}
}
// src/node/timing.ts
var TIMING = {
	/** From the binding of a Pod, or a change of it, to the kubelet's first step. */
	notice: [10, 30],
	/** Sandbox and network of a Pod. */
	sandbox: [60, 120],
	/** Asking the registry what a tag means; all that is left of a pull when the layers are there. */
	resolve: [15, 50],
	/** What a first pull costs beyond its bytes: layers are verified and unpacked. */
	unpack: [350, 650],
	/** Trying mirrors and retrying until a pull is given up. */
	pullFailure: [9700, 9950],
	create: [30, 60],
	start: [40, 80],
	/** From a change of a ConfigMap or Secret to the files made of it: the kubelet's next look at the Pod. */
	refresh: [25e3, 75e3],
	/** From a container's end to the kubelet seeing it. */
	noticeExit: [300, 700],
	/** From the last container's end to the Pod's removal from the API. */
	teardown: [900, 1400],
	/** How long a container's end, or a failed pull, is shown before the kubelet looks at it again. */
	look: [700, 1300],
	/** Until a kubelet looks at its node object again. */
	nodeStatus: [1e3, 1e4],
	/** Until a returning node's kubelet is up and ready. */
	boot: [8e3, 1e4]
};
/** Bytes a virtual millisecond: a fast line, and a cap so that nobody waits long for a large image. */
var PULL_BYTES_PER_MS = 6e4;
var PULL_MAX_MS = 2e3;
/** Restart and pull back-off: first wait, factor 2, cap; forgotten after ten minutes of running (kubelet defaults). */
var BACKOFF = {
	firstMs: 1e4,
	maxMs: 3e5,
	resetMs: 6e5
};
/** Retry of containers that could not be created (configuration errors): the kubelet's next look at the Pod. */
var RESYNC = [1e4, 15e3];
/** Until a node reports the images that it pulled. */
var REPORT_IMAGES_MS = 3e4;
function draw(random, [from, to]) {
	return from + random.integer(to - from + 1);
}
// src/node/backoff.ts
/** When an ended container may start again; a time in the past (or now) means at once. */
function restartAt(container, finishedAt) {
	const { backoffMs, backoffAt } = container;
	if (backoffMs === 0 || finishedAt - backoffAt > BACKOFF.resetMs) return 0;
	return finishedAt + backoffMs;
}
/** Counts a restart: the next one waits longer. */
function countRestart(container, now) {
	container.backoffMs = container.backoffMs === 0 || now - container.backoffAt > BACKOFF.resetMs ? BACKOFF.firstMs : doubled(container.backoffMs);
	container.backoffAt = now;
}
function doubled(ms) {
	return ms === 0 ? BACKOFF.firstMs : Math.min(ms * 2, BACKOFF.maxMs);
}
// src/node/pull.ts
function nodeImages(world, node) {
	const all = world.slot("images", () => ({}));
	return all[node] ??= {
		busyUntil: 0,
		present: {}
	};
}
/** Whether the node has the image by now. */
function isPresent(world, node, ref) {
	const found = nodeImages(world, node).present[ref];
	return found !== void 0 && found.at <= world.now;
}
/** Asks the node for a pull; returns when it begins and ends. An error means that it fails at the end. */
function startPull(world, node, image) {
	const images = nodeImages(world, node);
	const from = Math.max(world.now, images.busyUntil);
	if ("error" in image) {
		images.busyUntil = from + draw(world.random, TIMING.pullFailure);
		return {
			from,
			until: images.busyUntil
		};
	}
	let ms = draw(world.random, TIMING.resolve);
	if (!images.present[image.ref]) {
		if (!Object.values(images.present).some((one) => one.id === image.id)) ms += draw(world.random, TIMING.unpack) + Math.min(Math.round(image.size / PULL_BYTES_PER_MS), PULL_MAX_MS);
		images.present[image.ref] = {
			ref: image.ref,
			id: image.id,
			size: image.size,
			at: from + ms
		};
	}
	images.busyUntil = from + ms;
	return {
		from,
		until: images.busyUntil
	};
}
// src/node/nodes.ts
/** What the kubelets report about their nodes. */
var CONDITIONS = [
	[
		"MemoryPressure",
		"False",
		"KubeletHasSufficientMemory",
		"kubelet has sufficient memory available"
	],
	[
		"DiskPressure",
		"False",
		"KubeletHasNoDiskPressure",
		"kubelet has no disk pressure"
	],
	[
		"PIDPressure",
		"False",
		"KubeletHasSufficientPID",
		"kubelet has sufficient PID available"
	],
	[
		"Ready",
		"True",
		"KubeletReady",
		"kubelet is posting ready status"
	]
];
/** The node's status as its kubelet reports it now: conditions and images; what never changes is kept. */
function nodeStatus(world, node) {
	const now = formatTime(world.now);
	const old = node.status;
	const images = Object.values(nodeImages(world, node.metadata.name).present).filter((image) => image.at <= world.now);
	return {
		...old,
		conditions: CONDITIONS.map(([type, status, reason, message]) => {
			const before = old.conditions?.find((condition) => condition.type === type);
			const lastTransitionTime = before?.status === status && before.lastTransitionTime ? before.lastTransitionTime : now;
			return {
				lastHeartbeatTime: now,
				lastTransitionTime,
				message,
				reason,
				status,
				type
			};
		}),
		...images.length > 0 && { images: images.sort((a, b) => b.size - a.size).map(({ id, ref, size }) => ({
			names: [id, ref],
			sizeBytes: size
		})) }
	};
}
/** The node's InternalIP, or ''. */
function nodeAddressOf(world, name) {
	return world.store.get("nodes", "", name)?.status.addresses?.find(({ type }) => type === "InternalIP")?.address ?? "";
}
// src/node/fields.ts
/** Values that a Pod may ask about itself (the downward API): for environment variables and for files. */
/** The value of a fieldRef. Throws Error for a path that does not exist. */
function fieldValue({ world, pod, ip }, { fieldPath }) {
	const { metadata, spec } = pod;
	const hostIP = nodeAddressOf(world, spec.nodeName ?? "");
	const podIP = spec.hostNetwork ? hostIP : ip;
	const one = /^metadata\.(labels|annotations)\['(.*)'\]$/.exec(fieldPath);
	if (one) return metadata[one[1]]?.[one[2]] ?? "";
	switch (fieldPath) {
		case "metadata.name": return metadata.name;
		case "metadata.namespace": return metadata.namespace ?? "";
		case "metadata.uid": return metadata.uid;
		case "metadata.labels":
		case "metadata.annotations": return Object.entries((fieldPath === "metadata.labels" ? metadata.labels : metadata.annotations) ?? {}).sort(([a], [b]) => a < b ? -1 : 1).map(([key, value]) => `${key}=${JSON.stringify(value)}`).join("\n");
		case "spec.nodeName": return spec.nodeName ?? "";
		case "spec.serviceAccountName": return spec.serviceAccountName ?? "default";
		case "status.hostIP":
		case "status.hostIPs": return hostIP;
		case "status.podIP":
		case "status.podIPs": return podIP;
		default: throw new Error(`unsupported fieldPath: ${fieldPath}`);
	}
}
/** The value of a resourceFieldRef: in units of the divisor, rounded up. A limit that is not set is the node's allocatable amount. */
function resourceValue({ world, pod }, container, ref) {
	const [kind = "", ...rest] = ref.resource.split(".");
	const name = rest.join(".");
	const { limits, requests } = container.resources ?? {};
	const node = world.store.get("nodes", "", pod.spec.nodeName ?? "");
	const amount = (kind === "limits" ? limits?.[name] ?? node?.status.allocatable?.[name] : requests?.[name] ?? limits?.[name]) ?? "0";
	const given = parseQuantity(ref.divisor ?? "0").nano;
	const divisor = given === 0n ? 1000000000n : given;
	const { nano } = parseQuantity(amount);
	return String((nano + divisor - 1n) / divisor);
}
// src/node/env.ts
var PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
/** A container that cannot be created as it is described; `message` in the kubelet's words (CreateContainerConfigError). */
var ConfigError = class extends Error {};
/** All variables, in the order in which `env` shows them. Throws ConfigError. */
function environment(source, container, image) {
	const { pod } = source;
	const services = serviceVariables(source);
	const own = declared(source, container, services);
	const home = (image.image.user?.uid ?? 0) === 0 ? "/root" : "/";
	const hasHome = Object.hasOwn(own, "HOME") || Object.hasOwn(image.env, "HOME");
	return {
		PATH,
		HOSTNAME: hostnameOf(pod),
		...image.env,
		...own,
		...services,
		...own,
		...!hasHome && { HOME: home }
	};
}
function hostnameOf(pod) {
	if (pod.spec.hostNetwork) return pod.spec.nodeName ?? "";
	return (pod.spec.hostname ?? pod.metadata.name).slice(0, 63);
}
function declared(source, container, services) {
	const env = {};
	for (const { prefix = "", configMapRef, secretRef } of container.envFrom ?? []) {
		const data = configMapRef ? configData(source, configMapRef.name ?? "", configMapRef.optional) : secretData(source, secretRef?.name ?? "", secretRef?.optional);
		for (const key of Object.keys(data).sort()) env[prefix + key] = data[key];
	}
	for (const variable of container.env ?? []) {
		const value = valueOf(source, container, variable, (name) => env[name] ?? services[name]);
		if (value !== void 0) env[variable.name] = value;
	}
	return env;
}
function valueOf(source, container, variable, known) {
	const from = variable.valueFrom;
	if (!from) return expand(variable.value ?? "", known);
	if (from.fieldRef) return fieldValue(source, from.fieldRef);
	if (from.resourceFieldRef) return resourceValue(source, container, from.resourceFieldRef);
	if (from.configMapKeyRef) {
		const { name = "", key, optional } = from.configMapKeyRef;
		return keyOf$1(configData(source, name, optional), key, optional, `couldn't find key ${key} in ConfigMap ${source.pod.metadata.namespace}/${name}`);
	}
	if (from.secretKeyRef) {
		const { name = "", key, optional } = from.secretKeyRef;
		return keyOf$1(secretData(source, name, optional), key, optional, `couldn't find key ${key} in Secret ${source.pod.metadata.namespace}/${name}`);
	}
}
function keyOf$1(data, key, optional, missing) {
	if (Object.hasOwn(data, key)) return data[key];
	if (optional) return void 0;
	throw new ConfigError(missing);
}
/** The data of a ConfigMap in the Pod's namespace. Throws ConfigError when it is missing and not optional. */
function configData(source, name, optional) {
	const found = objectOf(source, "configmaps", name);
	if (found) return {
		...found.data,
		...decoded(found.binaryData)
	};
	if (optional) return {};
	throw new ConfigError(`configmap "${name}" not found`);
}
/** The decoded data of a Secret, likewise. */
function secretData(source, name, optional) {
	const found = objectOf(source, "secrets", name);
	if (found) return decoded(found.data);
	if (optional) return {};
	throw new ConfigError(`secret "${name}" not found`);
}
function objectOf({ world, pod, held }, resource, name) {
	return held?.[`${resource}/${name}`] ?? world.store.get(resource, pod.metadata.namespace ?? "", name);
}
function decoded(data) {
	const decoder = new TextDecoder();
	return Object.fromEntries(Object.entries(data ?? {}).map(([key, base64]) => [key, decoder.decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)))]));
}
/** `$(NAME)` becomes the variable's value, `$$` a dollar sign; what is not known stays (third_party/forked/golang/expansion). */
function expand(text, known) {
	if (!text.includes("$")) return text;
	return text.replace(/\$(?:\$|\(([^)]*)\))/g, (all, name) => name === void 0 ? "$" : known(name) ?? all);
}
/** Service links: host and port variables of the Services that existed when the container started. */
function serviceVariables({ world, pod }) {
	const namespace = pod.metadata.namespace ?? "";
	const variables = {};
	const master = world.store.get("services", "default", "kubernetes");
	if (pod.spec.enableServiceLinks !== false) {
		for (const service of world.store.list("services", namespace)) if (service !== master) Object.assign(variables, variablesOf(service));
	}
	return master ? Object.assign(variables, variablesOf(master)) : variables;
}
var variablesByService = /* @__PURE__ */ new WeakMap();
/** One Service's variables; worked out once for each of its versions, since every container of the namespace gets them. */
function variablesOf(service) {
	let found = variablesByService.get(service);
	if (!found) variablesByService.set(service, found = makeVariables(service));
	return found;
}
function makeVariables({ metadata, spec }) {
	const variables = {};
	const ip = spec.clusterIP;
	const first = spec.ports?.[0];
	if (!ip || ip === "None" || !first) return variables;
	const prefix = metadata.name.replaceAll("-", "_").toUpperCase();
	variables[`${prefix}_SERVICE_HOST`] = ip;
	variables[`${prefix}_SERVICE_PORT`] = String(first.port);
	for (const { name, port } of spec.ports ?? []) if (name) variables[`${prefix}_SERVICE_PORT_${name.replaceAll("-", "_").toUpperCase()}`] = String(port);
	spec.ports?.forEach(({ port, protocol = "TCP" }, index) => {
		const scheme = protocol.toLowerCase();
		const link = `${prefix}_PORT_${port}_${protocol}`;
		if (index === 0) variables[`${prefix}_PORT`] = `${scheme}://${ip}:${port}`;
		variables[link] = `${scheme}://${ip}:${port}`;
		variables[`${link}_PROTO`] = scheme;
		variables[`${link}_PORT`] = String(port);
		variables[`${link}_ADDR`] = ip;
	});
	return variables;
}
// src/node/events.ts
var Recorder = class {
	api;
	constructor(api) {
		this.api = api;
	}
	/** An event about a container of a Pod. */
	container(pod, container, type, reason, message) {
		const list = {
			init: "initContainers",
			sidecar: "initContainers",
			app: "containers",
			ephemeral: "ephemeralContainers"
		}[container.kind];
		this.api.event(pod, type, reason, message, this.source(pod, `spec.${list}{${container.name}}`));
	}
	/** An event about a Pod as a whole. */
	pod(pod, type, reason, message) {
		this.api.event(pod, type, reason, message, this.source(pod));
	}
	source(pod, fieldPath) {
		return {
			component: "kubelet",
			host: pod.spec.nodeName ?? "",
			...fieldPath && { fieldPath }
		};
	}
};
/** Bytes and durations in event texts. */
function formatPulled(image, ownMs, totalMs, size) {
	return `Successfully pulled image "${image}" in ${goDuration(ownMs)} (${goDuration(totalMs)} including waiting). Image size: ${size} bytes.`;
}
/** Milliseconds as Go prints a duration: `16ms`, `1.432s`, `1m2.5s`. */
function goDuration(ms) {
	if (ms < 1e3) return `${ms}ms`;
	const seconds = ms / 1e3;
	if (seconds < 60) return `${seconds}s`;
	return `${Math.floor(seconds / 60)}m${Number((seconds % 60).toFixed(3))}s`;
}
// src/node/images/image.ts
/** The behaviour of an `app` image with version and tag filled in. */
function behaviourOf(image) {
	const { app } = image.image;
	return app && JSON.parse(JSON.stringify(app), (_key, value) => typeof value === "string" ? fill(value, image) : value);
}
/** Fills `{version}` and `{tag}`. */
function fill(text, { version, tag }) {
	return text.replaceAll("{version}", version).replaceAll("{tag}", tag);
}
// src/node/images/reference.ts
/** Image references as the container runtime reads them (the grammar of distribution/reference), and finding the image they mean. */
/** A reference that no registry would be asked for; `message` in the runtime's words. */
var InvalidReference = class extends Error {};
var DOMAIN = /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*(?::\d+)?$/;
var COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
var TAG = /^\w[\w.-]{0,127}$/;
var DIGEST = /^sha256:[0-9a-f]{64}$/;
/** Reads `nginx`, `nginx:1.25`, `gcr.io/a/b:v1`, `x@sha256:...`. Throws InvalidReference. */
function parseReference(text) {
	const [named = "", digest] = splitOnce(text, "@");
	const slash = named.lastIndexOf("/");
	const colon = named.indexOf(":", slash + 1);
	const path = colon < 0 ? named : named.slice(0, colon);
	const tag = colon < 0 ? void 0 : named.slice(colon + 1);
	const [first = "", ...rest] = path.split("/");
	const hasDomain = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
	const domain = hasDomain ? first === "index.docker.io" ? "docker.io" : first : "docker.io";
	const components = hasDomain ? rest : [first, ...rest];
	const remote = domain === "docker.io" && components.length === 1 ? `library/${components[0]}` : components.join("/");
	if (remote !== remote.toLowerCase()) throw new InvalidReference(`invalid reference format: repository name (${remote}) must be lowercase`);
	if (!(DOMAIN.test(domain) && components.every((component) => COMPONENT.test(component)) && (tag === void 0 || TAG.test(tag)) && (digest === void 0 || DIGEST.test(digest)))) throw new InvalidReference("invalid reference format");
	return {
		repository: `${domain}/${remote}`,
		tag: tag ?? (digest ? "" : "latest"),
		digest
	};
}
function splitOnce(text, separator) {
	const at = text.indexOf(separator);
	return at < 0 ? [text, void 0] : [text.slice(0, at), text.slice(at + 1)];
}
/** All images that can be pulled, found by repository. */
var ImageCatalog = class {
	byName = /* @__PURE__ */ new Map();
	found = /* @__PURE__ */ new Map();
	constructor(images) {
		for (const image of images) this.add(image);
	}
	/** Adds an image (a lesson's), or replaces those of its names. */
	add(image) {
		this.found.clear();
		for (const name of image.names) this.byName.set(parseReference(name).repository, image);
	}
	/** The image, or why the registry does not give it: the text of the runtime's error. Throws InvalidReference. */
	find(given) {
		let found = this.found.get(given);
		if (!found) this.found.set(given, found = this.search(given));
		return found;
	}
	search(given) {
		const { repository, tag, digest } = parseReference(given);
		const image = this.byName.get(repository);
		const ref = digest ? `${repository}@${digest}` : `${repository}:${tag}`;
		if (!image) return { error: pullError("Unknown", ref, "pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed") };
		if (digest ? digest !== digestOf(repository, knownTag(image, digest, repository)) : !hasTag(image, tag)) return { error: pullError("NotFound", ref, `${ref}: not found`) };
		const real = digest ? knownTag(image, digest, repository) : tag;
		const version = versionOf(image, real);
		const env = Object.entries(image.env ?? {}).map(([name, value]) => [name, fill(value, {
			version,
			tag: real
		})]);
		return {
			image,
			given,
			ref,
			id: `${repository}@${digestOf(repository, real)}`,
			repository,
			tag: real,
			version,
			size: sizeOf(image, real),
			env: Object.fromEntries(env)
		};
	}
};
function pullError(code, ref, why) {
	return `rpc error: code = ${code} desc = failed to pull and unpack image "${ref}": failed to resolve image: ${why}`;
}
function hasTag(image, tag) {
	if ("pattern" in image.tags) return new RegExp(`^(?:${image.tags.pattern})$`).test(tag);
	return image.tags.includes(tag);
}
/** The tag whose image has that digest; of a rule, only the newest is known. */
function knownTag(image, digest, repository) {
	return ("pattern" in image.tags ? ["latest", image.version ?? "latest"] : image.tags).find((tag) => digestOf(repository, tag) === digest) ?? "latest";
}
function versionOf(image, tag) {
	return /^v?(\d[\d.]*)/.exec(tag)?.[1] ?? image.version ?? tag;
}
/** Versions differ a little in size. */
function sizeOf(image, tag) {
	return image.size + fnv32a(tag) % 1e3;
}
/** A made-up but stable digest. */
function digestOf(repository, tag) {
	let hex = "";
	for (let i = 0; i < 8; i++) hex += fnv32a(`${repository}:${tag}#${i}`).toString(16).padStart(8, "0");
	return `sha256:${hex}`;
}
// src/node/images/app.ts
/**
* A program that behaves as described. In its logs `{hostname}` and `{time}` are filled in.
* @param codeOf the code of a server, loaded before it listens
*/
function appProgram(behaviour, codeOf) {
	return function* (process) {
		const time = new Date(yield* now()).toISOString().slice(0, 19).replaceAll("-", "/").replace("T", " ");
		const fill = (text) => text.replaceAll("{hostname}", process.machine.hostname).replaceAll("{time}", time);
		for (const line of behaviour.logs ?? []) yield* write$1(1, `${fill(line)}\n`);
		for (const { port, server, args } of behaviour.listen ?? []) {
			const code = codeOf(server);
			if (code) yield* load(code);
			if (yield* listen$1(port, server, args)) continue;
			yield* write$1(2, `listen tcp :${port}: bind: address already in use\n`);
			return 1;
		}
		const { exits, stopMs = 0 } = behaviour;
		if ((yield* awaitSignal(stopMs === null ? [] : ["SIGTERM", "SIGINT"], exits?.afterMs)) === void 0) return exits?.code ?? 0;
		if (stopMs !== null && stopMs > 0) yield {
			op: "sleep",
			ms: stopMs
		};
		return 0;
	};
}
// src/node/images/agnhost.ts
/** The images of Kubernetes' own docs and tests: agnhost, serve_hostname, pause. */
var agnhostFamily = {
	images: [
		{
			names: ["registry.k8s.io/e2e-test-images/agnhost", "k8s.gcr.io/e2e-test-images/agnhost"],
			tags: { pattern: "2\\.\\d+" },
			version: "2.57",
			size: 51105200,
			usage: {
				cpu: 1,
				memory: 9
			},
			entrypoint: ["/agnhost"],
			cmd: ["pause"],
			ports: [
				80,
				8080,
				8081,
				9376
			],
			programs: [
				"busybox",
				"curl",
				"/agnhost"
			]
		},
		{
			names: ["registry.k8s.io/serve_hostname", "k8s.gcr.io/serve_hostname"],
			tags: { pattern: "latest|v?\\d+\\.\\d+" },
			version: "1.4",
			size: 6224e3,
			entrypoint: ["/agnhost"],
			cmd: ["serve-hostname"],
			programs: ["/agnhost"]
		},
		{
			names: [
				"registry.k8s.io/pause",
				"k8s.gcr.io/pause",
				"gcr.io/google_containers/pause",
				"gcr.io/google-containers/pause"
			],
			tags: { pattern: "latest|[23](?:\\.\\d+(?:\\.\\d+)?)?" },
			version: "3.10.1",
			size: 320448,
			entrypoint: ["/pause"],
			programs: ["/pause"]
		}
	],
	programs: ["/agnhost", "/pause"],
	servers: [
		"netexec",
		"liveness",
		"serve-hostname"
	],
	code: lazy(() => import("./agnhost-programs-CnyKU57m.js"))
};
var bootcampFamily = {
	images: [{
		names: ["gcr.io/google-samples/kubernetes-bootcamp", "docker.io/jocatalin/kubernetes-bootcamp"],
		tags: ["v1", "v2"],
		size: 83338514,
		usage: { memory: 13 },
		cmd: ["node", "server.js"],
		env: {
			NPM_CONFIG_LOGLEVEL: "info",
			NODE_VERSION: "6.3.1"
		},
		ports: [8080],
		programs: [
			"busybox",
			"bash",
			"curl",
			"node"
		],
		files: { "/server.js": `// Says hello on port 8080, and which Pod answered.
const http = require('http');

const host = process.env.HOSTNAME;
let requests = 0;
let startTime;

const server = http.createServer((request, response) => {
  response.setHeader('Content-Type', 'text/plain');
  response.end('Hello Kubernetes bootcamp! | Running on: ' + host + ' | v={version}\\n');
  requests += 1;
  const uptime = (Date.now() - startTime) / 1000;
  console.log('Running On:', host, '| Total Requests:', requests, '| App Uptime:', uptime, 'seconds', '| Log Time:', new Date());
});

server.listen(8080, () => {
  startTime = new Date();
  console.log('Kubernetes Bootcamp App Started At:', startTime, '| Running On: ', host, '\\n');
});
` }
	}],
	programs: ["node"],
	servers: ["bootcamp"],
	code: lazy(() => import("./bootcamp-programs-CT9U9_rd.js"))
};
// src/node/images/busybox.ts
var busyboxFamily = { images: [{
	names: [
		"docker.io/library/busybox",
		"gcr.io/google-containers/busybox",
		"registry.k8s.io/busybox"
	],
	tags: { pattern: "(?:latest|stable|unstable|musl|glibc|uclibc|1(?:\\.\\d+(?:\\.\\d+)?)?)(?:-(?:musl|glibc|uclibc))?" },
	version: "1.37.0",
	size: 2224229,
	cmd: ["sh"],
	programs: ["busybox"]
}, {
	names: ["docker.io/library/alpine"],
	tags: { pattern: "latest|edge|3(?:\\.\\d+(?:\\.\\d+)?)?" },
	version: "3.22.2",
	size: 3802452,
	cmd: ["/bin/sh"],
	programs: ["busybox"],
	files: {
		"/etc/alpine-release": "{version}\n",
		"/etc/os-release": "NAME=\"Alpine Linux\"\nID=alpine\nVERSION_ID={version}\nPRETTY_NAME=\"Alpine Linux v{version}\"\nHOME_URL=\"https://alpinelinux.org/\"\n"
	}
}] };
// src/node/images/curl.ts
/** The images of curl and hello-world. */
var curlFamily = {
	images: [{
		names: [
			"docker.io/curlimages/curl",
			"quay.io/curl/curl",
			"docker.io/appropriate/curl",
			"docker.io/radial/busyboxplus"
		],
		tags: { pattern: "latest|curl|\\d+\\.\\d+(?:\\.\\d+)?" },
		version: "8.17.0",
		size: 9911450,
		entrypoint: ["/entrypoint.sh"],
		cmd: ["curl"],
		env: { CURL_CA_BUNDLE: "/cacert.pem" },
		user: {
			uid: 100,
			gid: 101
		},
		programs: [
			"busybox",
			"curl",
			"/entrypoint.sh"
		]
	}, {
		names: ["docker.io/library/hello-world"],
		tags: ["latest", "linux"],
		size: 4120,
		cmd: ["/hello"],
		programs: ["/hello"]
	}],
	programs: ["/entrypoint.sh", "/hello"],
	code: lazy(() => import("./curl-programs-Bk3fR-fW.js"))
};
// src/node/images/databases.ts
/** The images of MySQL, MariaDB and PostgreSQL. */
var databaseFamily = {
	images: [
		{
			names: ["docker.io/library/mysql"],
			tags: { pattern: "(?:latest|lts|innovation|[589](?:\\.\\d+(?:\\.\\d+)?)?)(?:-(?:oracle|debian|oraclelinux\\d))?" },
			version: "9.5.0",
			size: 254e6,
			usage: {
				cpu: 5,
				memory: 410
			},
			entrypoint: ["mysql-entrypoint"],
			cmd: ["mysqld"],
			env: { MYSQL_VERSION: "{version}" },
			ports: [3306],
			programs: [
				"busybox",
				"bash",
				"mysql-entrypoint"
			]
		},
		{
			names: ["docker.io/library/mariadb"],
			tags: { pattern: "(?:latest|lts|1[0-2](?:\\.\\d+(?:\\.\\d+)?)?)(?:-(?:jammy|noble|ubi))?" },
			version: "12.1.2",
			size: 104e6,
			usage: {
				cpu: 1,
				memory: 95
			},
			entrypoint: ["mariadb-entrypoint"],
			cmd: ["mariadbd"],
			env: { MARIADB_VERSION: "{version}" },
			ports: [3306],
			programs: [
				"busybox",
				"bash",
				"mariadb-entrypoint"
			]
		},
		{
			names: ["docker.io/library/postgres"],
			tags: { pattern: "(?:latest|alpine|9(?:\\.\\d+)*|1[0-8](?:\\.\\d+)?)(?:-(?:alpine|bookworm|trixie|bullseye))?" },
			version: "18.1",
			size: 16e7,
			usage: {
				cpu: 2,
				memory: 28
			},
			entrypoint: ["postgres-entrypoint"],
			cmd: ["postgres"],
			env: {
				PG_VERSION: "{version}",
				PGDATA: "/var/lib/postgresql/data"
			},
			ports: [5432],
			stopSignal: "SIGINT",
			programs: [
				"busybox",
				"bash",
				"postgres-entrypoint"
			]
		}
	],
	programs: [
		"mysql-entrypoint",
		"mariadb-entrypoint",
		"postgres-entrypoint"
	],
	servers: ["silent"],
	code: lazy(() => import("./databases-programs-CI5_hbTP.js"))
};
// src/node/images/demos.ts
/** Images of small demo servers that tutorials use. */
var demoFamily = {
	images: [
		{
			names: ["gcr.io/google-samples/hello-app", "us-docker.pkg.dev/google-samples/containers/gke/hello-app"],
			tags: ["1.0", "2.0"],
			size: 11555221,
			entrypoint: ["app"],
			ports: [8080],
			app: {
				logs: ["{time} Server listening on port 8080"],
				listen: [{
					port: 8080,
					server: "text",
					args: {
						text: "Hello, world!\nVersion: {version}.0\nHostname: {hostname}\n",
						log: "{time} Serving request: {path}"
					}
				}]
			}
		},
		{
			names: [
				"registry.k8s.io/echoserver",
				"k8s.gcr.io/echoserver",
				"gcr.io/google_containers/echoserver",
				"gcr.io/google-containers/echoserver",
				"docker.io/kicbase/echo-server"
			],
			tags: { pattern: "latest|1\\.\\d+" },
			version: "1.10",
			size: 36655159,
			entrypoint: ["app"],
			ports: [8080],
			programs: [
				"busybox",
				"bash",
				"curl"
			],
			app: {
				listen: [{
					port: 8080,
					server: "echoserver"
				}],
				logs: ["Generating self-signed cert", "Starting nginx"]
			}
		},
		{
			names: ["docker.io/traefik/whoami", "docker.io/containous/whoami"],
			tags: { pattern: "latest|v?1(?:\\.\\d+(?:\\.\\d+)?)?" },
			version: "1.11.0",
			size: 2870611,
			entrypoint: ["app"],
			ports: [80],
			app: {
				listen: [{
					port: 80,
					server: "whoami"
				}],
				logs: ["Starting up on port 80"]
			}
		},
		{
			names: ["docker.io/hashicorp/http-echo"],
			tags: { pattern: "latest|\\d+\\.\\d+(?:\\.\\d+)?|alpine" },
			version: "1.0.0",
			size: 3012876,
			entrypoint: ["/http-echo"],
			ports: [5678],
			programs: ["/http-echo"]
		}
	],
	programs: ["/http-echo"],
	servers: [
		"text",
		"echoserver",
		"whoami"
	],
	code: lazy(() => import("./demos-programs-Dr9Td1LH.js"))
};
// src/node/images/samples.ts
/** Images that tutorials run now and then: etcd, goproxy, fluentd, Perl, Python, MongoDB, memcached, and bare distributions. */
var OS_RELEASE = (name, id, version) => ({ "/etc/os-release": `PRETTY_NAME="${name} ${version}"\nNAME="${name}"\nVERSION_ID="${version}"\nID=${id}\n` });
var sampleFamily = {
	images: [
		{
			names: ["docker.io/library/ubuntu"],
			tags: { pattern: "latest|rolling|noble|jammy|focal|bionic|\\d\\d\\.\\d\\d" },
			version: "24.04",
			size: 2972e4,
			cmd: ["/bin/bash"],
			programs: ["busybox", "bash"],
			files: OS_RELEASE("Ubuntu", "ubuntu", "{version}")
		},
		{
			names: ["docker.io/library/debian", "registry.k8s.io/build-image/debian-base"],
			tags: { pattern: "(?:latest|stable|trixie|bookworm|bullseye|buster|1[0-3](?:\\.\\d+)?)(?:-slim)?|(?:bookworm|bullseye)-v\\d+\\.\\d+\\.\\d+" },
			version: "13",
			size: 4928e4,
			cmd: ["bash"],
			programs: ["busybox", "bash"],
			files: OS_RELEASE("Debian GNU/Linux", "debian", "{version}")
		},
		{
			names: ["docker.io/library/perl"],
			tags: { pattern: "(?:latest|stable|5(?:\\.\\d+(?:\\.\\d+)?)?)(?:-(?:slim|threaded|bookworm|buster|bullseye))*" },
			version: "5.42.0",
			size: 336374e3,
			cmd: ["perl", "-de0"],
			programs: [
				"busybox",
				"bash",
				"perl"
			],
			usage: { memory: 4 }
		},
		{
			names: ["docker.io/library/python"],
			tags: { pattern: "(?:latest|slim|alpine|3(?:\\.\\d+(?:\\.\\d+)?)?)(?:-(?:slim|alpine|bookworm|trixie))*" },
			version: "3.14.0",
			size: 4586e4,
			cmd: ["python3"],
			env: { PYTHON_VERSION: "{version}" },
			programs: [
				"busybox",
				"bash",
				"python",
				"python3"
			],
			usage: { memory: 14 }
		},
		{
			names: [
				"registry.k8s.io/etcd",
				"k8s.gcr.io/etcd",
				"quay.io/coreos/etcd"
			],
			tags: { pattern: "v?3\\.\\d+\\.\\d+(?:-\\d+)?|latest" },
			version: "3.6.5",
			size: 98888614,
			cmd: ["etcd"],
			ports: [2379, 2380],
			programs: ["etcd", "/usr/local/bin/etcd"],
			usage: {
				cpu: 8,
				memory: 24
			}
		},
		{
			names: ["registry.k8s.io/goproxy", "k8s.gcr.io/goproxy"],
			tags: ["0.1"],
			size: 1698862,
			entrypoint: ["/goproxy"],
			ports: [8080],
			programs: ["/goproxy"],
			usage: { memory: 3 }
		},
		{
			names: [
				"quay.io/fluentd_elasticsearch/fluentd",
				"docker.io/fluent/fluentd",
				"gcr.io/google-containers/fluentd-elasticsearch"
			],
			tags: { pattern: "latest|edge|v?\\d+\\.\\d+(?:\\.\\d+)?(?:-[\\w.-]+)?" },
			version: "5.0.1",
			size: 69e6,
			entrypoint: ["app"],
			programs: ["busybox", "bash"],
			app: { logs: ["{time} +0000 [info]: starting fluentd-{version}", "{time} +0000 [info]: #0 fluentd worker is now running worker=0"] },
			usage: {
				cpu: 3,
				memory: 58
			}
		},
		{
			names: ["docker.io/library/mongo"],
			tags: { pattern: "(?:latest|[4-8](?:\\.\\d+(?:\\.\\d+)?)?)(?:-(?:jammy|focal|noble))?" },
			version: "8.2.1",
			size: 285e6,
			entrypoint: ["/docker-entrypoint.sh mongod"],
			cmd: ["mongod"],
			ports: [27017],
			programs: [
				"busybox",
				"bash",
				"mongod",
				"/docker-entrypoint.sh mongod"
			],
			usage: {
				cpu: 6,
				memory: 165
			}
		},
		{
			names: ["docker.io/library/memcached"],
			tags: { pattern: "(?:latest|alpine|1(?:\\.\\d+(?:\\.\\d+)?)?)(?:-(?:alpine|bookworm|trixie))?" },
			version: "1.6.39",
			size: 31e6,
			cmd: ["memcached"],
			ports: [11211],
			programs: ["busybox", "memcached"],
			usage: { memory: 2 }
		}
	],
	programs: [
		"perl",
		"python",
		"python3",
		"etcd",
		"/usr/local/bin/etcd",
		"/goproxy",
		"mongod",
		"/docker-entrypoint.sh mongod",
		"memcached"
	],
	servers: [
		"grpc",
		"python-files",
		"goproxy"
	],
	code: lazy(() => import("./samples-programs-CEZd9TsM.js"))
};
// src/node/images/index.ts
/** All built-in images. Adding one means a file here and a line in this list. */
var families = [
	bootcampFamily,
	nginxFamily,
	httpdFamily,
	redisFamily,
	busyboxFamily,
	curlFamily,
	agnhostFamily,
	demoFamily,
	databaseFamily,
	{
		images: [
			{
				names: ["docker.io/polinux/stress", "docker.io/progrium/stress"],
				tags: { pattern: "latest|1\\.0\\.\\d" },
				version: "1.0.4",
				size: 4041495,
				cmd: ["stress"],
				programs: ["busybox", "stress"]
			},
			{
				names: ["docker.io/vish/stress"],
				tags: ["latest"],
				size: 1558791,
				entrypoint: ["/stress"],
				programs: ["/stress"]
			},
			{
				names: ["docker.io/alexeiled/stress-ng", "docker.io/polinux/stress-ng"],
				tags: { pattern: "latest|0\\.\\d+(?:\\.\\d+)?(?:-\\w+)?" },
				version: "0.12.05",
				size: 225e4,
				entrypoint: ["stress-ng"],
				programs: ["busybox", "stress-ng"]
			},
			{
				names: [
					"registry.k8s.io/hpa-example",
					"k8s.gcr.io/hpa-example",
					"gcr.io/google_containers/hpa-example"
				],
				tags: ["latest"],
				size: 180705e3,
				cmd: ["apache2-foreground"],
				ports: [80],
				programs: [
					"busybox",
					"bash",
					"apache2-foreground"
				],
				usage: {
					cpu: 1,
					memory: 11,
					perRequest: 12
				}
			}
		],
		programs: [
			"stress",
			"/stress",
			"stress-ng",
			"apache2-foreground"
		],
		servers: ["hpa-example"],
		code: lazy(() => import("./stress-programs-Df5Ur379.js"))
	},
	sampleFamily
];
var images = families.flatMap((family) => family.images);
/** The programs that only these images have. */
var imagePrograms = Object.fromEntries(families.flatMap(({ programs = [], code }) => programs.map((name) => [name, lazyProgram(code, (found) => found.programs[name])])));
/** The code of each server: to be loaded before a program listens for it. */
var serverCode = Object.fromEntries(families.flatMap(({ servers = [], code }) => servers.map((name) => [name, code])));
/** The server of that name; its code is there, for a program of the same file listens or listened. */
function serverOf(name) {
	const server = serverCode[name]?.value?.servers?.[name];
	if (!server) throw new Error(`nothing has loaded the server ${name}`);
	return server;
}
var PROGRAM_SETS = { busybox: `[ arch ash awk base64 basename cal cat chmod chown clear cmp comm cp cut date dd df diff dirname dmesg du echo egrep env expr
factor false fgrep find fold free getopt grep groups gunzip gzip head hexdump hostname hostid id ifconfig install ip kill killall ln logname
ls md5sum mkdir mkfifo mktemp more mount mv nc netstat nice nl nohup nproc nslookup od paste ping printenv printf ps pwd readlink realpath
reset rev rm rmdir route sed seq sh sha1sum sha256sum sha512sum shuf sleep sort split stat strings sync tac tail tar tee telnet test time
timeout top touch tr traceroute true truncate tsort tty uname uniq unlink unxz uptime users usleep vi wc wget which who whoami xargs xxd
yes`.split(/\s+/) };
/** The names behind a list of names and sets. */
function expandPrograms(names) {
	return names.flatMap((name) => PROGRAM_SETS[name] ?? [name]);
}
// src/node/state.ts
function kubelets(world) {
	return world.slot("kubelet", () => ({
		pods: {},
		addresses: {}
	}));
}
function podState(world, uid) {
	return kubelets(world).pods[uid];
}
/** The Pod object of a state, if it is still that Pod. */
function podOf(world, state) {
	const pod = world.store.get("pods", state.namespace, state.name);
	return pod?.metadata.uid === state.uid ? pod : void 0;
}
function containerState(state, name) {
	return state.containers.find((container) => container.name === name);
}
/** `container:<pod uid>/<container name>/<restart>`: the machine on which a container's programs run. */
function machineId(state, container) {
	return `container:${state.uid}/${container.name}/${container.restarts}`;
}
/** The parts of a container's machine id; undefined for other machines. */
function parseMachineId(id) {
	const found = /^container:([^/]+)\/([^/]+)\/(\d+)$/.exec(id);
	return found ? {
		uid: found[1],
		container: found[2],
		restart: Number(found[3])
	} : void 0;
}
// src/node/volumes.ts
/** A Pod's volumes as files that follow the API objects, and where what is written into them is kept. */
/** The volumes of a container, as a layer above the image's files. */
function mountedFiles(world, pod, state, container) {
	const source = (bySubPath) => ({
		world,
		pod: world.store.get("pods", state.namespace, state.name) ?? pod,
		ip: state.ip,
		held: bySubPath ? {
			...state.held,
			...containerState(state, container.name)?.pinned
		} : state.held
	});
	const mounts = [];
	for (const { name, mountPath, readOnly = false, subPath: plain, subPathExpr } of container.volumeMounts ?? []) {
		const subPath = subPathExpr ? expandPath(source(false), container, subPathExpr) : plain;
		const volume = pod.spec.volumes?.find((one) => one.name === name);
		if (!volume) continue;
		const files = filesOf(volume, () => source(Boolean(subPath)));
		const store = files ? void 0 : storeOf(world, volume, state);
		if (store && subPath) makeFolders(store, subPath, world.now);
		mounts.push({
			at: mountPath.replace(/\/+$/, ""),
			readOnly: readOnly || files !== void 0,
			subPath: subPath ? `/${subPath}` : "",
			files,
			store
		});
	}
	mounts.sort((a, b) => b.at.length - a.at.length);
	const find = (path) => mounts.find(({ at }) => path === at || path.startsWith(`${at}/`));
	return {
		over: (below) => mounts.length === 0 ? below : layerOf(mounts, find, below),
		written: (own) => mounts.some(({ store }) => store) ? sharedWrites(own, mounts, find) : own
	};
}
/** A subPath that is not there is made: a folder. */
function makeFolders({ written, root }, subPath, now) {
	const files = written();
	let path = root;
	for (const part of subPath.split("/")) {
		path += `/${part}`;
		files[path] ??= {
			kind: "directory",
			text: "",
			mode: 488,
			modified: now
		};
	}
}
/** `$(NAME)` in a subPathExpr: variables of the container that are given as they are or come from the Pod. */
function expandPath(source, container, text) {
	return expand(text, (name) => {
		const variable = container.env?.find((one) => one.name === name);
		return variable?.valueFrom?.fieldRef ? fieldValue(source, variable.valueFrom.fieldRef) : variable?.value;
	});
}
/** Volumes made from objects are read-only files; undefined for the others. */
function filesOf(volume, source) {
	const { configMap, secret, downwardAPI, projected } = volume;
	if (configMap) return () => keyed(configData(source(), configMap.name ?? "", true), configMap.items, configMap.defaultMode);
	if (secret) return () => keyed(secretData(source(), secret.secretName ?? "", true), secret.items, secret.defaultMode);
	if (downwardAPI) return () => downward(source(), downwardAPI.items ?? [], downwardAPI.defaultMode);
	if (!projected) return void 0;
	return () => {
		const found = {};
		for (const part of projected.sources ?? []) {
			const from = source();
			const mode = projected.defaultMode;
			if (part.configMap) Object.assign(found, keyed(configData(from, part.configMap.name ?? "", true), part.configMap.items, mode));
			if (part.secret) Object.assign(found, keyed(secretData(from, part.secret.name ?? "", true), part.secret.items, mode));
			if (part.downwardAPI) Object.assign(found, downward(from, part.downwardAPI.items ?? [], mode));
			if (part.serviceAccountToken) found[`/${part.serviceAccountToken.path}`] = {
				text: serviceAccountToken(from, part.serviceAccountToken.audience),
				mode: 384
			};
		}
		return found;
	};
}
function keyed(data, items, mode = 420) {
	const wanted = items ?? Object.keys(data).map((key) => ({
		key,
		path: key
	}));
	return Object.fromEntries(wanted.filter(({ key }) => Object.hasOwn(data, key)).map(({ key, path, mode: own }) => [`/${path}`, {
		text: data[key],
		mode: own ?? mode
	}]));
}
function downward(source, items, mode = 420) {
	const found = {};
	for (const { path, fieldRef, resourceFieldRef, mode: own } of items) {
		const container = source.pod.spec.containers.find(({ name }) => name === resourceFieldRef?.containerName);
		const text = fieldRef ? fieldValue(source, fieldRef) : resourceFieldRef && container ? resourceValue(source, container, resourceFieldRef) : "";
		found[`/${path}`] = {
			text,
			mode: own ?? mode
		};
	}
	return found;
}
/** Tokens of Pods live for a year, though the kubelet asks for an hour: clients that never read them again go on working. */
var TOKEN_SECONDS = 31536e3;
function serviceAccountToken({ pod, world }, audience) {
	const { namespace = "", creationTimestamp } = pod.metadata;
	const name = pod.spec.serviceAccountName ?? "default";
	return makeToken({
		audiences: [audience || "https://kubernetes.default.svc.cluster.local"],
		from: Date.parse(creationTimestamp),
		seconds: TOKEN_SECONDS,
		namespace,
		account: {
			name,
			uid: world.store.get("serviceaccounts", namespace, name)?.metadata.uid ?? ""
		},
		pod: pod.metadata,
		...pod.spec.nodeName && { node: pod.spec.nodeName }
	});
}
/** Where a writable volume's files are: with the Pod (emptyDir), the node (hostPath) or the claim. */
function storeOf(world, volume, state) {
	if (volume.hostPath) {
		const written = () => world.slot("node-files", () => ({}))[state.node] ??= {};
		return {
			written,
			root: volume.hostPath.path.replace(/\/+$/, "")
		};
	}
	const claim = volume.persistentVolumeClaim?.claimName ?? (volume.ephemeral ? `${state.name}-${volume.name}` : void 0);
	if (claim !== void 0) {
		const volumeName = world.store.get("persistentvolumeclaims", state.namespace, claim)?.spec.volumeName ?? "";
		const bound = world.store.get("persistentvolumes", "", volumeName);
		if (!bound) return void 0;
		const { slot, key, root } = placeOf(bound, state.node);
		return {
			written: () => world.slot(slot, () => ({}))[key] ??= {},
			root
		};
	}
	return {
		written: () => state.volumes[volume.name] ??= {},
		root: ""
	};
}
function layerOf(mounts, find, below) {
	const directory = {
		kind: "directory",
		text: "",
		mode: 493,
		modified: 0
	};
	const leadsToMount = (path) => mounts.some(({ at }) => at.startsWith(`${path}/`));
	return {
		readOnly: (path) => find(path)?.readOnly ?? false,
		entry(path) {
			const mount = find(path);
			if (!mount) return below.entry(path) ?? (leadsToMount(path) ? directory : void 0);
			const inside = mount.subPath + path.slice(mount.at.length);
			if (!mount.files) return path === mount.at ? fileAt(mount) ?? {
				...directory,
				mode: 511
			} : void 0;
			const files = mount.files();
			const file = files[inside];
			if (file) return {
				kind: "file",
				text: file.text,
				mode: file.mode,
				modified: 0
			};
			return inside === "" || Object.keys(files).some((one) => one.startsWith(`${inside}/`)) ? directory : void 0;
		},
		names(path) {
			const names = /* @__PURE__ */ new Set();
			const prefix = path === "/" ? "/" : `${path}/`;
			for (const { at } of mounts) if (at.startsWith(prefix)) names.add(at.slice(prefix.length).split("/")[0]);
			const mount = find(path);
			if (mount?.files) {
				const inside = `${mount.subPath}${path.slice(mount.at.length)}/`;
				for (const file of Object.keys(mount.files())) if (file.startsWith(inside)) names.add(file.slice(inside.length).split("/")[0]);
			}
			if (!mount) for (const name of below.names(path)) names.add(name);
			return [...names];
		}
	};
}
/** The file that a mount is, where it is no directory (a hostPath of type File, a subPath that names one). */
function fileAt({ store, subPath }) {
	const entry = store?.written()[store.root + subPath];
	return entry?.kind === "file" ? entry : void 0;
}
/** One record of written files over several: paths below a writable mount are kept with the volume, all others with the container. */
function sharedWrites(own, mounts, find) {
	const place = (path) => {
		const mount = find(path);
		if (!mount?.store || path === mount.at && !fileAt(mount)) return {
			record: own,
			key: path
		};
		return {
			record: mount.store.written(),
			key: mount.store.root + mount.subPath + path.slice(mount.at.length)
		};
	};
	const keys = () => {
		const all = Object.keys(own);
		for (const mount of mounts) {
			if (!mount.store) continue;
			const root = `${mount.store.root}${mount.subPath}/`;
			for (const key of Object.keys(mount.store.written())) if (key.startsWith(root)) all.push(`${mount.at}/${key.slice(root.length)}`);
		}
		return [...new Set(all)];
	};
	return new Proxy({}, {
		get: (_, path) => {
			const { record, key } = place(String(path));
			return record[key];
		},
		set: (_, path, entry) => {
			const { record, key } = place(String(path));
			record[key] = entry;
			return true;
		},
		deleteProperty: (_, path) => {
			const { record, key } = place(String(path));
			return delete record[key];
		},
		has: (_, path) => {
			const { record, key } = place(String(path));
			return Object.hasOwn(record, key);
		},
		ownKeys: keys,
		getOwnPropertyDescriptor: (_, path) => {
			const { record, key } = place(String(path));
			if (!Object.hasOwn(record, key)) return void 0;
			return {
				value: record[key],
				enumerable: true,
				configurable: true,
				writable: true
			};
		}
	});
}
/** Why a volume of the Pod cannot be set up yet, in the words of the FailedMount event; undefined when all can. */
function mountError(source) {
	for (const { name, configMap, secret, projected, hostPath } of source.pod.spec.volumes ?? []) try {
		if (configMap) checkKeys("config", configData(source, configMap.name ?? "", configMap.optional), configMap.items, configMap.optional);
		if (secret) checkKeys("secret", secretData(source, secret.secretName ?? "", secret.optional), secret.items, secret.optional);
		if (hostPath) checkHostPath(source, hostPath);
		for (const part of projected?.sources ?? []) {
			const { configMap: map, secret: hidden } = part;
			if (map && map.name !== "kube-root-ca.crt") checkKeys("config", configData(source, map.name ?? "", map.optional), map.items, map.optional);
			if (hidden) checkKeys("secret", secretData(source, hidden.name ?? "", hidden.optional), hidden.items, hidden.optional);
		}
	} catch (error) {
		if (error instanceof ConfigError) return `MountVolume.SetUp failed for volume "${name}" : ${error.message}`;
		throw error;
	}
}
function checkKeys(what, data, items, optional) {
	for (const { key } of items ?? []) if (!optional && !Object.hasOwn(data, key)) throw new ConfigError(`references non-existent ${what} key: ${key}`);
}
/** Folders that every node has. */
var NODE_FOLDERS = "/ /bin /boot /data /dev /etc /home /kind /lib /mnt /opt /proc /root /run /srv /sys /tmp /usr /usr/bin /usr/lib /var /var/lib /var/lib/kubelet /var/lib/minikube /var/log /var/log/pods /var/log/containers /var/run".split(" ");
/** The type of a hostPath says what must be there, or is made. */
function checkHostPath({ world, pod }, { path, type = "" }) {
	const files = world.slot("node-files", () => ({}))[pod.spec.nodeName ?? ""] ??= {};
	const root = path.replace(/\/+$/, "") || "/";
	const isFolder = NODE_FOLDERS.includes(root) || files[root]?.kind === "directory" || Object.keys(files).some((one) => one.startsWith(`${root}/`));
	const isFile = files[root]?.kind === "file";
	const make = (kind, mode) => {
		files[root] = {
			kind,
			text: "",
			mode,
			modified: world.now
		};
	};
	const refuse = (what) => {
		throw new ConfigError(`hostPath type check failed: ${path} is not a ${what}`);
	};
	if (type === "Directory" && !isFolder) refuse("directory");
	if (type === "File" && !isFile) refuse("file");
	if (type === "Socket" || type === "CharDevice" || type === "BlockDevice") refuse({
		Socket: "socket file",
		CharDevice: "character device",
		BlockDevice: "block device"
	}[type]);
	if (type === "DirectoryOrCreate" && isFile) refuse("directory");
	if (type === "DirectoryOrCreate" && !isFolder) make("directory", 493);
	if (type === "FileOrCreate" && isFolder) refuse("file");
	if (type === "FileOrCreate" && !isFile) make("file", 420);
}
// src/node/machine.ts
/** A container as the kernel sees it: a machine with its image's programs and its files. */
/** Directories that every container has. */
var DIRECTORIES = [
	"/bin",
	"/dev",
	"/etc",
	"/home",
	"/opt",
	"/proc",
	"/root",
	"/run",
	"/sbin",
	"/srv",
	"/sys",
	"/tmp",
	"/usr",
	"/usr/bin",
	"/usr/local",
	"/usr/local/bin",
	"/usr/sbin",
	"/usr/share",
	"/var",
	"/var/log",
	"/var/run"
];
var PROGRAM_FOLDERS = [
	"/bin",
	"/sbin",
	"/usr/bin",
	"/usr/sbin",
	"/usr/local/bin",
	"/usr/local/sbin"
];
var EXECUTABLE = 73;
function containerMachine({ world, pod, state, container, spec, image, programs, onExit }) {
	const mounted = mountedFiles(world, pod, state, spec);
	const layers = [mounted.over(stacked(systemLayer({
		world,
		pod,
		state
	}), imageLayer(image)))];
	const contained = containedPrograms(image);
	const find = (name) => {
		if (!contained.has(name)) return void 0;
		const behaviour = name === "app" ? behaviourOf(image) : void 0;
		if (behaviour) return appProgram(behaviour, (server) => serverCode[server]);
		return Object.hasOwn(imagePrograms, name) ? imagePrograms[name] : Object.hasOwn(programs, name) ? programs[name] : void 0;
	};
	const files = new FileSystem(mounted.written(container.files), () => world.now, () => layers);
	return {
		id: machineId(state, container),
		hostname: hostnameOf(pod),
		files,
		program(name) {
			if (!name.includes("/")) return find(name);
			const at = name.lastIndexOf("/");
			if (contained.has(name)) return find(name);
			if (PROGRAM_FOLDERS.includes(name.slice(0, at)) && find(name.slice(at + 1))) return find(name.slice(at + 1));
			return script(files, name, find);
		},
		programNames: () => [...contained].filter((name) => !name.includes("/") && find(name) !== void 0).sort(),
		onExit: (_pid, status) => onExit(status)
	};
}
var contents = /* @__PURE__ */ new WeakMap();
/** Names of the programs in an image. */
function containedPrograms({ image }) {
	let names = contents.get(image);
	if (!names) contents.set(image, names = new Set(expandPrograms([
		...image.programs ?? [],
		image.entrypoint?.[0] ?? "",
		image.cmd?.[0] ?? ""
	])));
	return names;
}
/** An executable text file runs by the interpreter that its first line names. */
function script(files, path, find) {
	const entry = files.stat(files.resolve("/", path));
	if (entry?.kind !== "file" || (entry.mode & EXECUTABLE) === 0) return void 0;
	const line = /^#!\s*(\S+)(?:\s+(\S+))?/.exec(entry.text);
	const named = line?.[1]?.replace(/^.*\//, "");
	const interpreter = named === "env" ? line?.[2] ?? "sh" : named ?? "sh";
	const program = find(interpreter);
	return program && ((process) => program({
		...process,
		argv: [
			interpreter,
			path,
			...process.argv.slice(1)
		],
		env: process.env
	}));
}
/** Why a command cannot be started, in the runtime's words; undefined when it can. */
function startError(machine, command) {
	if (machine.program(command)) return void 0;
	const quoted = JSON.stringify(command);
	if (!command.includes("/")) return `exec: ${quoted}: executable file not found in $PATH`;
	if (!machine.files.exists(machine.files.resolve("/", command))) return `exec: ${quoted}: stat ${command}: no such file or directory`;
	return machine.files.isDirectory(machine.files.resolve("/", command)) ? `exec: ${quoted}: is a directory` : `exec: ${quoted}: permission denied`;
}
/** Files that the kubelet makes for every container, each made when it is read. */
var SYSTEM_FILES = {
	"/etc/hostname": ({ pod }) => `${hostnameOf(pod)}\n`,
	"/etc/hosts": ({ pod, state }) => hostsFile(pod, state.ip),
	"/etc/resolv.conf": ({ world, pod }) => resolvConf(world, pod),
	"/etc/passwd": () => "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/bin/false\n",
	"/etc/group": () => "root:x:0:\nnogroup:x:65534:\n",
	"/dev/termination-log": () => ""
};
function systemLayer(about) {
	return {
		entry: (path) => {
			const text = Object.hasOwn(SYSTEM_FILES, path) ? SYSTEM_FILES[path] : void 0;
			return text && {
				kind: "file",
				text: text(about),
				mode: 420,
				modified: 0
			};
		},
		names: (path) => Object.keys(SYSTEM_FILES).filter((file) => file.slice(0, file.lastIndexOf("/")) === path).map((file) => file.slice(path.length + 1))
	};
}
function hostsFile(pod, ip) {
	const name = hostnameOf(pod);
	const domain = pod.spec.subdomain ? `${name}.${pod.spec.subdomain}.${pod.metadata.namespace}.svc.cluster.local\t` : "";
	const aliases = pod.spec.hostAliases ?? [];
	const added = aliases.length === 0 ? "" : `\n# Entries added by HostAliases.\n${aliases.map(({ ip: address, hostnames = [] }) => `${address}\t${hostnames.join("	")}\n`).join("")}`;
	return `# Kubernetes-managed hosts file.
127.0.0.1\tlocalhost
::1\tlocalhost ip6-localhost ip6-loopback
fe00::0\tip6-localnet
fe00::0\tip6-mcastprefix
fe00::1\tip6-allnodes
fe00::2\tip6-allrouters
${pod.spec.hostNetwork ? "" : `${ip}\t${domain}${name}\n`}${added}`;
}
var CLUSTER_DNS = "10.96.0.10";
/** The names and servers that a Pod's resolver uses. */
function dnsConfig(world, pod) {
	const policy = pod.spec.hostNetwork && pod.spec.dnsPolicy === "ClusterFirst" ? "Default" : pod.spec.dnsPolicy;
	const extra = pod.spec.dnsConfig;
	const options = (extra?.options ?? []).map(({ name, value }) => value === void 0 ? name ?? "" : `${name}:${value}`);
	const node = world.store.get("nodes", "", pod.spec.nodeName ?? "");
	const base = policy === "None" ? {
		servers: [],
		search: [],
		options: []
	} : policy === "Default" ? {
		servers: [node ? "192.168.49.1" : ""],
		search: [],
		options: ["ndots:0"]
	} : {
		servers: [CLUSTER_DNS],
		search: [
			`${pod.metadata.namespace}.svc.cluster.local`,
			"svc.cluster.local",
			"cluster.local"
		],
		options: ["ndots:5"]
	};
	const replaced = new Set(options.map((option) => option.split(":")[0]));
	return {
		servers: [...base.servers, ...extra?.nameservers ?? []],
		search: [...base.search, ...extra?.searches ?? []],
		options: [...base.options.filter((option) => !replaced.has(option.split(":")[0])), ...options]
	};
}
function resolvConf(world, pod) {
	const { servers, search, options } = dnsConfig(world, pod);
	return [
		...search.length > 0 ? [`search ${search.join(" ")}`] : [],
		...servers.map((server) => `nameserver ${server}`),
		...options.length > 0 ? [`options ${options.join(" ")}`] : [],
		""
	].join("\n");
}
var DIRECTORY = {
	kind: "directory",
	text: "",
	mode: 493,
	modified: 0
};
/** Files of the first layer, then of the second. */
function stacked(upper, lower) {
	return {
		entry: (path) => upper.entry(path) ?? lower.entry(path),
		names: (path) => [...upper.names(path), ...lower.names(path)]
	};
}
var imageLayers = /* @__PURE__ */ new WeakMap();
/** An image's files; made once for each tag. */
function imageLayer(image) {
	let layers = imageLayers.get(image.image);
	if (!layers) imageLayers.set(image.image, layers = /* @__PURE__ */ new Map());
	let layer = layers.get(image.tag);
	if (!layer) layers.set(image.tag, layer = buildLayer(image));
	return layer;
}
function buildLayer(image) {
	const entries = /* @__PURE__ */ new Map();
	const names = /* @__PURE__ */ new Map();
	const add = (path, entry) => {
		if (path === "" || entries.has(path)) return;
		entries.set(path, entry);
		const parent = path.slice(0, path.lastIndexOf("/"));
		const siblings = names.get(parent || "/") ?? /* @__PURE__ */ new Set();
		names.set(parent || "/", siblings.add(path.slice(parent.length + 1)));
		add(parent, DIRECTORY);
	};
	for (const path of DIRECTORIES) add(path, DIRECTORY);
	if (image.image.workdir) add(image.image.workdir, DIRECTORY);
	for (const name of expandPrograms(image.image.programs ?? [])) add(`/bin/${name}`, {
		kind: "file",
		text: "",
		mode: 493,
		modified: 0
	});
	for (const [path, text] of Object.entries(image.image.files ?? {})) if (path.endsWith("/")) add(path.slice(0, -1), DIRECTORY);
	else add(path, {
		kind: "file",
		text: fill(text, image),
		mode: path.endsWith(".sh") ? 493 : 420,
		modified: 0
	});
	return {
		entry: (path) => entries.get(path),
		names: (path) => [...names.get(path) ?? []]
	};
}
// src/node/status.ts
/** A Pod's status as its kubelet reports it: phase, conditions and container statuses from what the kubelet remembers. */
/** The whole status; what others put there (qosClass, their conditions) stays. */
function podStatus(world, pod, state) {
	const phase = phaseOf(pod, state);
	const old = pod.status;
	const hostIP = nodeAddressOf(world, state.node);
	const podIP = pod.spec.hostNetwork && state.sandbox ? hostIP : state.ip;
	const init = [];
	const apps = [];
	const ephemeral = [];
	for (const spec of specsOf(pod)) {
		const container = containerState(state, spec.name);
		if (!container) continue;
		(container.kind === "app" ? apps : container.kind === "ephemeral" ? ephemeral : init).push(containerStatus(spec, container, pod));
	}
	const [limits, requests] = [podResources(pod, "limits"), podResources(pod, "requests")];
	return {
		...requests && { allocatedResources: requests },
		conditions: conditions(world, pod, state, phase),
		containerStatuses: apps.sort((a, b) => a.name < b.name ? -1 : 1),
		...ephemeral.length > 0 && { ephemeralContainerStatuses: ephemeral },
		...hostIP && {
			hostIP,
			hostIPs: [{ ip: hostIP }]
		},
		...init.length > 0 && { initContainerStatuses: init },
		...state.ending?.message && { message: state.ending.message },
		...pod.metadata.generation !== void 0 && { observedGeneration: pod.metadata.generation },
		phase,
		...podIP && {
			podIP,
			podIPs: [{ ip: podIP }]
		},
		...old.qosClass && { qosClass: old.qosClass },
		...state.ending?.reason && { reason: state.ending.reason },
		...(requests || limits) && { resources: {
			...limits && { limits },
			...requests && { requests }
		} },
		startTime: formatTime(state.startTime)
	};
}
/** All container specs of a Pod: init containers first. */
function specsOf({ spec: { initContainers, containers, ephemeralContainers } }) {
	if (!initContainers && !ephemeralContainers) return containers;
	return [
		...initContainers ?? [],
		...containers,
		...ephemeralContainers ?? []
	];
}
/** The kubelet's rule (getPhase): Succeeded and Failed only when no container will run again. */
function phaseOf(pod, state) {
	if (state.final && (pod.status.phase === "Succeeded" || pod.status.phase === "Failed")) return pod.status.phase;
	const init = state.containers.filter(({ kind }) => kind === "init");
	const apps = state.containers.filter(({ kind }) => kind === "app");
	const over = (container) => container.phase === "ended" && !willRestart(pod, container);
	if (state.ending?.reason && state.containers.every(({ phase }) => !isAlive(phase))) return "Failed";
	if (init.some((container) => over(container) && container.ended?.exitCode !== 0)) return "Failed";
	if (init.some((container) => container.phase !== "ended" || container.ended?.exitCode !== 0)) return "Pending";
	if (state.containers.some(({ kind, phase }) => (kind === "app" || kind === "sidecar") && isAlive(phase)) && apps.every(begun)) return "Running";
	if (apps.some((container) => isAlive(container.phase))) return "Running";
	if (apps.length > 0 && apps.every(over)) return apps.every(({ ended }) => ended?.exitCode === 0) ? "Succeeded" : "Failed";
	return apps.every(({ ended, last }) => ended || last) ? "Running" : "Pending";
}
/** Ran, or was given up. */
function begun({ id, ended }) {
	return id !== "" || ended !== void 0;
}
function isAlive(phase) {
	return phase === "running" || phase === "stopping" || phase === "exited";
}
/** Whether an ended container is started again. */
function willRestart(pod, container) {
	if (pod.metadata.deletionTimestamp) return false;
	if (container.restarting) return true;
	const spec = specsOf(pod).find(({ name }) => name === container.name);
	if (container.kind === "ephemeral") return false;
	const policy = spec?.restartPolicy ?? pod.spec.restartPolicy ?? "Always";
	const code = container.ended?.exitCode ?? 0;
	if ((spec?.restartPolicyRules?.find(({ exitCodes }) => exitCodes && exitCodes.operator === "In" === (exitCodes.values ?? []).includes(code)))?.action === "Restart") return true;
	if (container.kind === "sidecar") return policy === "Always" || code !== 0;
	if (container.kind === "init") return code !== 0 && policy !== "Never";
	return policy === "Always" || policy === "OnFailure" && code !== 0;
}
function containerStatus(spec, container, pod) {
	const { requests, limits } = spec.resources ?? {};
	const running = isAlive(container.phase);
	return {
		...requests && container.id && { allocatedResources: requests },
		...container.id && { containerID: `containerd://${container.id}` },
		image: container.imageRef && container.id ? container.imageRef : spec.image ?? "",
		imageID: container.id ? container.imageID : "",
		lastState: lastOf(container),
		name: container.name,
		ready: container.ready,
		...container.id && { resources: {
			...limits && { limits },
			...requests && { requests }
		} },
		restartCount: container.restarts,
		started: running && container.started,
		state: stateOf(container),
		...container.id && running && { user: { linux: linuxUser(pod, spec) } },
		...spec.volumeMounts?.length && { volumeMounts: spec.volumeMounts.map(({ name, mountPath, readOnly }) => ({
			mountPath,
			name,
			...readOnly && {
				readOnly: true,
				recursiveReadOnly: "Disabled"
			}
		})) }
	};
}
function linuxUser(pod, spec) {
	const uid = spec.securityContext?.runAsUser ?? pod.spec.securityContext?.runAsUser ?? 0;
	const gid = spec.securityContext?.runAsGroup ?? pod.spec.securityContext?.runAsGroup ?? 0;
	const groups = [
		gid,
		...pod.spec.securityContext?.fsGroup === void 0 ? [] : [pod.spec.securityContext.fsGroup],
		...pod.spec.securityContext?.supplementalGroups ?? []
	];
	return {
		gid,
		supplementalGroups: [...new Set(groups)],
		uid
	};
}
function stateOf(container) {
	if (isAlive(container.phase)) return { running: { startedAt: formatTime(container.startedAt) } };
	if (container.ended && container.reason === "") return { terminated: terminated(container.ended) };
	return { waiting: {
		...container.message && { message: container.message },
		reason: container.reason || "ContainerCreating"
	} };
}
function lastOf(container) {
	const last = (!isAlive(container.phase) && container.reason !== "" ? container.ended : void 0) ?? container.last;
	return last ? { terminated: terminated(last) } : {};
}
function terminated(end) {
	return {
		...end.containerID && { containerID: `containerd://${end.containerID}` },
		exitCode: end.exitCode,
		finishedAt: formatTime(end.finishedAt),
		...end.message && { message: end.message },
		reason: end.reason,
		...end.signal && { signal: end.signal },
		startedAt: formatTime(end.startedAt)
	};
}
var TRUE = { status: "True" };
var FALSE = { status: "False" };
function conditions(world, pod, state, phase) {
	const initialized = initializedVerdict(state, phase);
	const containers = containersVerdict(state, phase, initialized);
	const ready = readyVerdict(pod, containers);
	const sandbox = state.sandbox && phase !== "Succeeded" && phase !== "Failed" ? TRUE : FALSE;
	const now = formatTime(world.now);
	const made = [
		conditionOf(pod, "PodReadyToStartContainers", sandbox, now),
		conditionOf(pod, "Initialized", initialized, now),
		conditionOf(pod, "Ready", ready, now),
		conditionOf(pod, "ContainersReady", containers, now),
		conditionOf(pod, "PodScheduled", TRUE, now)
	];
	for (const other of pod.status.conditions ?? []) if (!OWN_CONDITIONS.has(other.type)) made.push(other);
	return made;
}
var OWN_CONDITIONS = /* @__PURE__ */ new Set([
	"PodReadyToStartContainers",
	"Initialized",
	"Ready",
	"ContainersReady",
	"PodScheduled"
]);
/** A condition as of now, the old object when it says the same; since when it is so is kept. */
function conditionOf(pod, type, { status, reason, message }, now) {
	const observedGeneration = pod.metadata.generation;
	const before = pod.status.conditions?.find((condition) => condition.type === type);
	const since = before?.status === status ? before.lastTransitionTime : void 0;
	if (since && before?.reason === reason && before?.message === message && before?.observedGeneration === observedGeneration && before?.lastProbeTime === null) return before;
	return {
		lastProbeTime: null,
		lastTransitionTime: since || now,
		...message && { message },
		...observedGeneration !== void 0 && { observedGeneration },
		...reason && { reason },
		status,
		type
	};
}
function initializedVerdict(state, phase) {
	if (phase === "Succeeded") return {
		status: "True",
		reason: "PodCompleted"
	};
	const unfinished = state.containers.filter((container) => container.kind === "init" ? container.ended?.exitCode !== 0 || container.phase !== "ended" : container.kind === "sidecar" && !(isAlive(container.phase) && container.started));
	if (unfinished.length === 0) return TRUE;
	return {
		status: "False",
		reason: "ContainersNotInitialized",
		message: `containers with incomplete status: [${names(unfinished)}]`
	};
}
function containersVerdict(state, phase, initialized) {
	if (phase === "Succeeded") return {
		status: "False",
		reason: "PodCompleted"
	};
	if (phase === "Failed") return {
		status: "False",
		reason: "PodFailed"
	};
	const unready = state.containers.filter(({ kind, ready }) => (kind === "app" || kind === "sidecar" && initialized.status === "True") && !ready);
	if (unready.length === 0) return TRUE;
	return {
		status: "False",
		reason: "ContainersNotReady",
		message: `containers with unready status: [${names(unready)}]`
	};
}
function readyVerdict(pod, containers) {
	if (containers.status !== "True") return containers;
	const missing = (pod.spec.readinessGates ?? []).filter(({ conditionType }) => pod.status.conditions?.find(({ type }) => type === conditionType)?.status !== "True");
	if (missing.length === 0) return TRUE;
	return {
		status: "False",
		reason: "ReadinessGatesNotReady",
		message: missing.map(({ conditionType }) => pod.status.conditions?.some(({ type }) => type === conditionType) ? `the status of pod readiness gate "${conditionType}" is not "True", but False` : `corresponding condition of pod readiness gate "${conditionType}" does not exist.`).join(", ")
	};
}
function names(containers) {
	return containers.map(({ name }) => name).join(" ");
}
/** What the Pod's containers ask for together, as status.resources shows it; undefined when they ask for nothing. */
function podResources(pod, kind) {
	let total;
	for (const { resources } of pod.spec.containers) for (const [name, amount] of Object.entries(resources?.[kind] ?? NOTHING)) {
		total ??= {};
		total[name] = name in total ? formatQuantity(addQuantity(parseQuantity(total[name]), parseQuantity(amount))) : amount;
	}
	return total;
}
var NOTHING = {};
var Containers = class {
	deps;
	/** Inputs of running containers by machine id. A restored container has none: its reader is at the end. */
	inputs = /* @__PURE__ */ new Map();
	constructor(deps) {
		this.deps = deps;
	}
	/** Does what is due, and goes on until something has to be waited for (its time is in `at`). */
	step(pod, state, container) {
		const spec = specsOf(pod).find(({ name }) => name === container.name);
		if (!spec) return;
		const { now } = this.deps.world;
		if (container.phase === "running") return this.followSpec(pod, state, container, spec);
		if (container.at !== void 0 && container.at > now) return;
		container.at = void 0;
		switch (container.phase) {
			case "waiting":
				if (!state.ending) this.begin(pod, state, container, spec);
				break;
			case "pulling":
				this.pulled(pod, state, container, spec);
				break;
			case "creating":
				this.create(pod, state, container, spec);
				break;
			case "starting":
				this.start(pod, state, container, spec);
				break;
			case "stopping":
				this.deps.kernel.signal(machineId(state, container), container.pid, "SIGKILL");
				break;
			case "exited":
				this.noticeExit(pod, state, container);
				break;
			case "ended": if (!state.ending && container.ended && willRestart(pod, container)) this.restart(pod, state, container);
		}
	}
	begin(pod, state, container, spec) {
		const { world, recorder } = this.deps;
		if (container.reason === "CrashLoopBackOff" || container.reason === "RunContainerError") return this.restart(pod, state, container);
		const given = spec.image ?? "";
		if (container.reason === "ErrImagePull" || container.reason === "ImagePullBackOff" && world.now < container.pull.since + container.pull.backoffMs) return this.backOffPull(pod, container, given);
		const found = this.find(pod, container, given);
		if (!found) return;
		const policy = spec.imagePullPolicy ?? (/:latest$|^[^:]*$/.test(given.replace(/^[^/]*:\d+\//, "")) ? "Always" : "IfNotPresent");
		if (!("error" in found) && isPresent(world, state.node, found.ref) && policy !== "Always") {
			recorder.container(pod, container, "Normal", "Pulled", `Container image "${given}" already present on machine`);
			return this.have(container, found, spec);
		}
		if (policy === "Never") {
			const message = `Container image "${given}" is not present with pull policy of Never`;
			recorder.container(pod, container, "Warning", "ErrImageNeverPull", message);
			recorder.container(pod, container, "Warning", "Failed", "Error: ErrImageNeverPull");
			return this.wait(container, "ErrImageNeverPull", message, draw(world.random, RESYNC));
		}
		recorder.container(pod, container, "Normal", "Pulling", `Pulling image "${given}"`);
		const { from, until } = startPull(world, state.node, found);
		container.pull = {
			since: world.now,
			from,
			backoffMs: container.pull.backoffMs,
			..."error" in found && { error: found.error }
		};
		container.image = given;
		container.phase = "pulling";
		container.at = until;
	}
	/** The image of that name; undefined (and waiting) when the name is no name. */
	find(pod, container, given) {
		try {
			return this.deps.catalog.find(given);
		} catch (error) {
			if (!(error instanceof InvalidReference)) throw error;
			const message = `Failed to apply default image tag "${given}": couldn't parse image name "${given}": ${error.message}`;
			this.deps.recorder.container(pod, container, "Warning", "InspectFailed", message);
			this.deps.recorder.container(pod, container, "Warning", "Failed", "Error: InvalidImageName");
			this.wait(container, "InvalidImageName", message, draw(this.deps.world.random, RESYNC));
			return;
		}
	}
	pulled(pod, state, container, spec) {
		const { world, recorder } = this.deps;
		const { pull } = container;
		if (state.ending) {
			container.phase = "waiting";
			return;
		}
		if (pull.error !== void 0) {
			recorder.container(pod, container, "Warning", "Failed", `Failed to pull image "${container.image}": ${pull.error}`);
			recorder.container(pod, container, "Warning", "Failed", "Error: ErrImagePull");
			container.pull = {
				...pull,
				since: world.now,
				backoffMs: doubled(pull.backoffMs)
			};
			return this.wait(container, "ErrImagePull", pull.error, draw(world.random, TIMING.look));
		}
		const found = this.find(pod, container, container.image);
		if (!found || "error" in found) return;
		recorder.container(pod, container, "Normal", "Pulled", formatPulled(container.image, world.now - pull.from, world.now - pull.since, found.size));
		container.pull = {
			since: 0,
			from: 0,
			backoffMs: 0
		};
		this.have(container, found, spec);
	}
	backOffPull(pod, container, given) {
		const { world, recorder } = this.deps;
		const { pull } = container;
		recorder.container(pod, container, "Normal", "BackOff", `Back-off pulling image "${given}"`);
		recorder.container(pod, container, "Warning", "Failed", "Error: ImagePullBackOff");
		const until = pull.since + pull.backoffMs;
		this.wait(container, "ImagePullBackOff", `Back-off pulling image "${given}": ErrImagePull: ${pull.error ?? ""}`, 0);
		container.at = Math.max(world.now, Math.min(until, world.now + draw(world.random, RESYNC)));
	}
	have(container, image, spec) {
		container.image = spec.image ?? "";
		container.imageRef = image.ref;
		container.imageID = image.id;
		container.phase = "creating";
		container.at = this.deps.world.now + draw(this.deps.world.random, TIMING.create);
	}
	wait(container, reason, message, ms) {
		container.phase = "waiting";
		container.reason = reason;
		container.message = message;
		container.at = this.deps.world.now + ms;
	}
	create(pod, state, container, spec) {
		const { world, recorder } = this.deps;
		if (state.ending) {
			container.phase = "waiting";
			return;
		}
		try {
			this.checkUser(pod, spec);
			if (spec.env || spec.envFrom) environment({
				world,
				pod,
				ip: state.ip
			}, spec, this.image(spec));
		} catch (error) {
			if (!(error instanceof ConfigError)) throw error;
			recorder.container(pod, container, "Warning", "Failed", `Error: ${error.message}`);
			return this.wait(container, "CreateContainerConfigError", error.message, draw(world.random, RESYNC));
		}
		recorder.container(pod, container, "Normal", "Created", "Container created");
		container.phase = "starting";
		container.at = world.now + draw(world.random, TIMING.start);
	}
	checkUser(pod, spec) {
		const nonRoot = spec.securityContext?.runAsNonRoot ?? pod.spec.securityContext?.runAsNonRoot;
		const uid = spec.securityContext?.runAsUser ?? pod.spec.securityContext?.runAsUser;
		if (!nonRoot) return;
		const about = `(pod: "${pod.metadata.name}_${pod.metadata.namespace}(${pod.metadata.uid})", container: ${spec.name})`;
		if (uid === 0) throw new ConfigError(`container's runAsUser breaks non-root policy ${about}`);
		if (uid === void 0 && (this.image(spec).image.user?.uid ?? 0) === 0) throw new ConfigError(`container has runAsNonRoot and image will run as root ${about}`);
	}
	image(spec) {
		const found = this.deps.catalog.find(spec.image ?? "");
		if ("error" in found) throw new ConfigError(found.error);
		return found;
	}
	start(pod, state, container, spec) {
		const { world, kernel, recorder, probes, logs } = this.deps;
		if (state.ending) {
			container.phase = "waiting";
			return;
		}
		if (container.ended || container.last) {
			logs.remove(`${state.uid}/${container.name}/${container.restarts - 1}`);
			if (container.ended) container.restarts++;
			container.last = container.ended ?? container.last;
			container.ended = void 0;
		}
		container.restarting = void 0;
		container.files = {};
		container.requests = 0;
		container.work = void 0;
		container.load = void 0;
		container.oom = void 0;
		container.id = world.random.hex(64);
		container.message = void 0;
		const image = this.image(spec);
		const machine = this.register(pod, state, container, spec, image);
		const env = environment({
			world,
			pod,
			ip: state.ip
		}, spec, image);
		const argv = commandOf(spec, image, env);
		const problem = argv[0] === void 0 ? "no command specified" : startError(machine, argv[0]);
		if (problem !== void 0) return this.startFailed(pod, state, container, problem);
		recorder.container(pod, container, "Normal", "Started", "Container started");
		container.phase = "running";
		container.reason = "";
		container.startedAt = world.now;
		container.pinned = void 0;
		container.started = spec.startupProbe === void 0;
		container.ready = container.kind !== "init" && container.started && spec.readinessProbe === void 0;
		container.probes = {};
		const input = this.openInput(state, container, spec);
		const tty = input && "tty" in input ? input.tty : void 0;
		const terminal = tty && {
			kind: "tty",
			tty: tty.id
		};
		const stdin = spec.stdin ? terminal ?? (input && "pipe" in input ? input.pipe.read : void 0) : void 0;
		const sink = (stream) => ({
			kind: "sink",
			name: "log",
			id: `${state.uid}/${container.name}/${container.restarts}/${stream}`
		});
		container.pid = kernel.spawnOn(machine.id, {
			program: argv[0],
			argv,
			env,
			cwd: spec.workingDir ?? image.image.workdir ?? "/",
			stdio: [
				stdin ?? { kind: "null" },
				terminal ?? sink("stdout"),
				terminal ?? sink("stderr")
			],
			first: true,
			...tty && { tty }
		});
		probes.start(state, container, spec);
		if (spec.lifecycle?.postStart) this.hook(pod, state, container, spec.lifecycle.postStart, "PostStart");
	}
	/** The terminal or the input pipe of a container that asks for one. */
	openInput(state, container, spec) {
		const { kernel, logs } = this.deps;
		const id = `${state.uid}/${container.name}/${container.restarts}`;
		if (!spec.tty && !spec.stdin) return void 0;
		const input = spec.tty ? { tty: kernel.openTty() } : { pipe: kernel.hostPipe() };
		if ("tty" in input) input.tty.onOutput((text) => logs.append(id, "stdout", text));
		this.inputs.set(machineId(state, container), input);
		return input;
	}
	/** Where attach sends what is typed; undefined when the container takes no input. */
	inputOf(state, container) {
		return this.inputs.get(machineId(state, container));
	}
	closeInput(id) {
		const input = this.inputs.get(id);
		this.inputs.delete(id);
		if (input && "tty" in input) this.deps.kernel.closeTty(input.tty);
		else input?.pipe.end();
	}
	/** Makes the container's machine known to the kernel; again after a restore. */
	register(pod, state, container, spec, image = this.image(spec)) {
		const { uid } = state;
		const { name } = container;
		const restart = container.restarts;
		const machine = containerMachine({
			world: this.deps.world,
			pod,
			state,
			container,
			spec,
			image,
			programs: this.deps.programs(),
			onExit: (status) => this.exited(uid, name, restart, status)
		});
		this.deps.kernel.register(machine);
		return machine;
	}
	startFailed(pod, state, container, problem) {
		const { world, kernel, recorder } = this.deps;
		const message = `failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: ${problem}`;
		recorder.container(pod, container, "Warning", "Failed", `Error: ${message}`);
		kernel.unregister(machineId(state, container));
		container.ended = {
			exitCode: 128,
			reason: "StartError",
			message,
			startedAt: 0,
			finishedAt: world.now,
			containerID: container.id
		};
		container.ready = false;
		if (willRestart(pod, container)) return this.wait(container, "RunContainerError", message, draw(world.random, TIMING.look));
		container.phase = "ended";
		container.reason = "";
	}
	/** The container's process 1 ended. */
	exited(uid, name, restart, status) {
		const { world } = this.deps;
		const state = podState(world, uid);
		const container = state && containerState(state, name);
		if (!state || !container || container.restarts !== restart || container.phase !== "running" && container.phase !== "stopping") return;
		const stopped = container.phase === "stopping";
		container.phase = "exited";
		container.ended = terminatedBy(status, container, world.now);
		container.at = world.now + (stopped ? 0 : draw(world.random, TIMING.noticeExit));
		this.deps.closePorts(uid, name);
		this.deps.wake(state, container.at);
	}
	noticeExit(pod, state, container) {
		const { world, kernel, logs, probes } = this.deps;
		container.phase = "ended";
		container.reason = "";
		container.started = false;
		container.ready = container.kind === "init" && container.ended?.exitCode === 0;
		container.ended = this.withMessage(pod, state, container);
		probes.stopContainer(state, container);
		this.closeInput(machineId(state, container));
		kernel.unregister(machineId(state, container));
		logs.end(`${state.uid}/${container.name}/${container.restarts}`);
		if (!state.ending && willRestart(pod, container)) container.at = world.now + (container.restarting ? 0 : draw(world.random, TIMING.look));
	}
	/** What the container left in its termination log. */
	withMessage(pod, state, container) {
		const spec = specsOf(pod).find(({ name }) => name === container.name);
		const machine = this.deps.kernel.machine(machineId(state, container));
		const path = spec?.terminationMessagePath ?? "/dev/termination-log";
		let message = machine?.files.exists(path) && !machine.files.isDirectory(path) ? machine.files.read(path) : "";
		if (message === "" && spec?.terminationMessagePolicy === "FallbackToLogsOnError" && container.ended?.exitCode !== 0) message = this.deps.logs.read(`${state.uid}/${container.name}/${container.restarts}`, { tailLines: 80 }).slice(-2048);
		return container.ended && {
			...container.ended,
			...message && { message: message.slice(0, 4096) }
		};
	}
	/** Starts an ended container again, or waits for its back-off. */
	restart(pod, state, container) {
		const { world, recorder } = this.deps;
		const at = restartAt(container, container.ended?.finishedAt ?? 0);
		if (at > world.now) {
			recorder.container(pod, container, "Warning", "BackOff", `Back-off restarting failed container ${container.name} in pod ${state.name}_${state.namespace}(${state.uid})`);
			const wait = container.backoffMs < 6e4 ? `${container.backoffMs / 1e3}s` : `${Math.floor(container.backoffMs / 6e4)}m${container.backoffMs % 6e4 / 1e3}s`;
			this.wait(container, "CrashLoopBackOff", `back-off ${wait} restarting failed container=${container.name} pod=${state.name}_${state.namespace}(${state.uid})`, 0);
			container.at = Math.min(at, world.now + draw(world.random, RESYNC));
			return;
		}
		countRestart(container, world.now);
		const reason = container.reason;
		container.phase = "waiting";
		container.reason = "";
		const spec = specsOf(pod).find(({ name }) => name === container.name);
		if (spec) this.begin(pod, state, container, spec);
		if (container.reason === "") container.reason = reason;
	}
	/** Asks a running container to stop; after the grace it is killed. `why` is the text of the Killing event. */
	stop(pod, state, container, graceMs, why) {
		const { world, kernel, recorder } = this.deps;
		if (container.phase !== "running") {
			if (container.phase === "waiting" || container.phase === "pulling" || container.phase === "creating" || container.phase === "starting") {
				container.phase = "waiting";
				container.at = void 0;
			}
			return;
		}
		recorder.container(pod, container, "Normal", "Killing", why);
		container.phase = "stopping";
		container.at = world.now + graceMs;
		const spec = specsOf(pod).find(({ name }) => name === container.name);
		const machine = machineId(state, container);
		const signal = () => {
			const stop = spec?.lifecycle?.stopSignal ?? (spec && this.image(spec).image.stopSignal) ?? "SIGTERM";
			kernel.signal(machine, container.pid, stop);
		};
		if (graceMs === 0) kernel.signal(machine, container.pid, "SIGKILL");
		else if (spec?.lifecycle?.preStop) this.hook(pod, state, container, spec.lifecycle.preStop, "PreStop", signal);
		else signal();
	}
	/** Runs a lifecycle hook; `then` follows it. */
	hook(pod, state, container, handler, kind, then) {
		const { kernel, world, recorder, httpHook } = this.deps;
		const machine = machineId(state, container);
		const failed = (what) => {
			recorder.container(pod, container, "Warning", `Failed${kind}Hook`, `${kind}Hook failed${what}`);
			if (kind === "PostStart") {
				const current = podOf(world, state) ?? pod;
				this.stop(current, state, container, (pod.spec.terminationGracePeriodSeconds ?? 30) * 1e3, "FailedPostStartHook");
				this.deps.wake(state, container.at ?? world.now);
			}
			then?.();
		};
		if (handler.httpGet) {
			httpHook(state, pod, handler);
			return then?.();
		}
		const argv = handler.sleep ? void 0 : handler.exec?.command ?? [];
		const problem = argv && startError(kernel.machine(machine), argv[0] ?? "");
		if (problem) return failed(`: ${problem}`);
		const seconds = handler.sleep?.seconds ?? 0;
		kernel.spawnOn(machine, {
			program: argv?.[0] ?? pause(seconds * 1e3),
			argv: argv ?? ["sleep", String(seconds)],
			env: { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" },
			onExit: ({ code }) => {
				if (code !== 0 && argv) failed(`: command '${argv.join(" ")}' exited with ${code}: `);
				else then?.();
			}
		});
	}
	/** The spec of a running container changed: only its image can. */
	followSpec(pod, state, container, spec) {
		if (state.ending || container.image === (spec.image ?? "") || container.image === "") return;
		this.stop(pod, state, container, (pod.spec.terminationGracePeriodSeconds ?? 30) * 1e3, `Container ${container.name} definition changed, will be restarted`);
		container.restarting = true;
	}
	/** All machines of a Pod are gone; its logs stay until the Pod does. */
	close(state) {
		for (const container of state.containers) {
			const id = machineId(state, container);
			if (this.deps.kernel.machine(id)) this.deps.kernel.unregister(id);
			this.closeInput(id);
			this.deps.logs.end(`${state.uid}/${container.name}/${container.restarts}`);
		}
		this.deps.closePorts(state.uid);
	}
	remove(state) {
		for (const { name, restarts } of state.containers) for (const restart of [restarts, restarts - 1]) this.deps.logs.remove(`${state.uid}/${name}/${restart}`);
	}
	/** The node lost power: what ran ended without a word; it is noticed when the node is back. */
	crash(state) {
		const { world, kernel } = this.deps;
		for (const container of state.containers) {
			const alive = isAlive(container.phase);
			container.at = void 0;
			if (alive) {
				container.phase = "exited";
				container.ended = {
					exitCode: 255,
					reason: "Unknown",
					startedAt: container.startedAt,
					finishedAt: world.now,
					containerID: container.id
				};
				container.at = 0;
				container.backoffMs = 0;
			} else if (container.phase !== "ended") container.phase = "waiting";
			kernel.unregister(machineId(state, container));
		}
		this.deps.closePorts(state.uid);
	}
};
/** argv of the container: command and args replace the image's, with references to its variables filled in. */
function commandOf(spec, image, env) {
	const filled = (words) => words.map((word) => expand(word, (name) => env[name]));
	const { entrypoint = [], cmd = [] } = image.image;
	if (spec.command?.length) return filled([...spec.command, ...spec.args ?? []]);
	return [...entrypoint, ...spec.args?.length ? filled(spec.args) : cmd];
}
function terminatedBy(status, container, now) {
	const signal = status.signal && status.code > 128 ? signalNumber(status.signal) : void 0;
	return {
		exitCode: status.code,
		reason: container.oom ? "OOMKilled" : status.code === 0 ? "Completed" : "Error",
		...signal && status.signal !== "SIGKILL" && status.signal !== "SIGTERM" && { signal },
		startedAt: container.startedAt,
		finishedAt: now,
		containerID: container.id
	};
}
/** The sleep hook needs no program in the container. */
function pause(ms) {
	return function* () {
		yield {
			op: "sleep",
			ms
		};
		return 0;
	};
}
// src/node/addresses.ts
/** The first address is the bridge's (10.244.0.1), the last the broadcast. */
var FIRST = 2;
/** Takes an address for a Pod; undefined when the node has none left. */
function takeAddress(world, node, uid) {
	const [base = "", bits = "24"] = (world.store.get("nodes", "", node)?.spec.podCIDR ?? "10.244.0.0/24").split("/");
	const last = 2 ** (32 - Number(bits)) - 2;
	const pool = kubelets(world).addresses[node] ??= {
		next: FIRST,
		used: {}
	};
	for (let tried = FIRST; tried <= last; tried++) {
		const address = plus(base, pool.next);
		pool.next = pool.next >= last ? FIRST : pool.next + 1;
		if (pool.used[address]) continue;
		pool.used[address] = uid;
		return address;
	}
}
function giveAddress(world, node, address) {
	const pool = kubelets(world).addresses[node];
	if (pool) delete pool.used[address];
}
function plus(address, offset) {
	const value = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0) + offset;
	return [
		24,
		16,
		8,
		0
	].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
}
// src/node/kubelet.ts
/**
* The kubelets of all nodes: one worker a Pod, woken by changes of the Pod and by its own next step (timer `kubelet`).
* What a worker remembers is in the world's slots (state.ts); this file decides which of the other files acts next.
*/
var TIMER$2 = "kubelet";
var MOUNT_RETRY_MS = 500;
var MOUNT_RETRY_MAX_MS = 122e3;
var Kubelet = class {
	world;
	api;
	containers;
	probes;
	recorder;
	constructor(world, api, containers, probes, recorder) {
		this.world = world;
		this.api = api;
		this.containers = containers;
		this.probes = probes;
		this.recorder = recorder;
		world.timers.on(TIMER$2, (payload, uid) => world.as("kubelet", world.store.revision, () => this.sync(uid, payload)));
		world.store.subscribe((change) => this.noticed(change));
	}
	/** A write of a Pod: the worker of its node looks at it a moment later. Its own status writes are no news. */
	noticed(change) {
		if (change.resource !== "pods") return;
		const pod = change.object;
		const before = change.previous;
		if (!pod.spec.nodeName || !isRunning(this.world, pod.spec.nodeName)) return;
		if (change.type === "DELETED" || !before || before.spec !== pod.spec || before.metadata.deletionTimestamp !== pod.metadata.deletionTimestamp || before.metadata.deletionGracePeriodSeconds !== pod.metadata.deletionGracePeriodSeconds || pod.spec.readinessGates?.length && before.status.conditions !== pod.status.conditions && change.actor !== "kubelet") this.wake(pod.metadata.uid, `${pod.metadata.namespace}/${pod.metadata.name}`, this.world.now + draw(this.world.random, TIMING.notice));
	}
	/** Sets the worker's next look, unless it looks earlier anyway. */
	wake(uid, key, at) {
		const set = this.world.timers.at(TIMER$2, uid);
		if (set === void 0 || at < set) this.world.timers.set(TIMER$2, uid, at, key);
	}
	/** Sync now-ish: something happened to a Pod's container. */
	wakeState(state, at = this.world.now) {
		this.wake(state.uid, `${state.namespace}/${state.name}`, at);
	}
	sync(uid, key) {
		const [namespace = "", name = ""] = key.split("/");
		let state = podState(this.world, uid);
		const stored = this.world.store.get("pods", namespace, name);
		const pod = stored?.metadata.uid === uid ? stored : void 0;
		if (!pod) {
			if (state) this.forget(state);
			return;
		}
		if (!pod.spec.nodeName || !isRunning(this.world, pod.spec.nodeName)) return;
		state ??= this.admit(pod);
		this.adoptEphemeral(pod, state);
		const before = shown(state);
		if (this.work(pod, state)) return;
		if (shown(state) !== before || pod.status.observedGeneration !== pod.metadata.generation || pod.spec.readinessGates) this.report(state);
		const next = nextStep(pod, state);
		if (next !== void 0) this.wake(uid, key, Math.max(next, this.world.now));
	}
	/** Writes the Pod's status, if there is anything new in it. */
	report(state) {
		const pod = podOf(this.world, state);
		if (!pod) return;
		const status = podStatus(this.world, pod, state);
		if (status.phase === "Succeeded" || status.phase === "Failed") state.final = true;
		this.api.updateStatus("pods", {
			...pod,
			status
		});
	}
	admit(pod) {
		const { uid, namespace = "", name } = pod.metadata;
		const over = pod.status.phase === "Succeeded" || pod.status.phase === "Failed";
		const state = {
			uid,
			namespace,
			name,
			node: pod.spec.nodeName,
			startTime: this.world.now,
			ip: "",
			sandboxAt: 0,
			sandbox: false,
			containers: over ? [] : specsOf(pod).map((spec) => newContainer(spec.name, kindOf(pod, spec.name), pod)),
			final: over,
			volumes: {}
		};
		kubelets(this.world).pods[uid] = state;
		return state;
	}
	/** Ephemeral containers come to a running Pod. */
	adoptEphemeral(pod, state) {
		for (const { name } of pod.spec.ephemeralContainers ?? []) if (!state.final && !state.containers.some((container) => container.name === name)) state.containers.push(newContainer(name, "ephemeral", pod));
	}
	/** The next steps that are due. True when the Pod is gone. */
	work(pod, state) {
		if (pod.metadata.deletionTimestamp) this.beginDeletion(pod, state);
		else if (!state.final) this.checkDeadline(pod, state);
		if (state.ending) return this.workEnding(pod, state);
		if (!state.final) this.workRunning(pod, state);
		return false;
	}
	workRunning(pod, state) {
		if (!this.prepare(pod, state)) return;
		for (const container of state.containers) {
			if (container.kind === "app" || container.kind === "ephemeral") continue;
			this.containers.step(pod, state, container);
			if (!(container.kind === "init" ? container.phase === "ended" && container.ended?.exitCode === 0 : isAlive(container.phase) && container.started) && !appsBegan(state)) return;
		}
		for (const container of state.containers) if (container.kind === "app" || container.kind === "ephemeral") this.containers.step(pod, state, container);
		this.stopSidecarsAtEnd(pod, state);
	}
	/** Volumes, sandbox and address. True when containers can start. */
	prepare(pod, state) {
		const { world } = this;
		if (state.sandbox) return true;
		if (state.sandboxAt === 0) {
			if (state.mountRetry && world.now < state.mountRetry.at) return false;
			const problem = mountError({
				world,
				pod,
				ip: ""
			});
			if (problem) {
				this.recorder.pod(pod, "Warning", "FailedMount", problem);
				const waitMs = Math.min((state.mountRetry?.waitMs ?? MOUNT_RETRY_MS / 2) * 2, MOUNT_RETRY_MAX_MS);
				state.mountRetry = {
					at: world.now + waitMs,
					waitMs
				};
				return false;
			}
			state.mountRetry = void 0;
			state.sandboxAt = world.now + draw(world.random, TIMING.sandbox);
			return false;
		}
		if (world.now < state.sandboxAt) return false;
		const ip = pod.spec.hostNetwork ? "" : takeAddress(world, state.node, state.uid);
		if (ip === void 0) {
			this.recorder.pod(pod, "Warning", "FailedCreatePodSandBox", `Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "${world.random.hex(64)}": plugin type="bridge" failed (add): failed to allocate for range 0: no IP addresses available in range set`);
			state.sandboxAt = world.now + MOUNT_RETRY_MAX_MS / 10;
			return false;
		}
		state.ip = ip;
		state.sandbox = true;
		return true;
	}
	checkDeadline(pod, state) {
		const seconds = pod.spec.activeDeadlineSeconds;
		if (seconds === void 0 || state.ending || this.world.now < state.startTime + seconds * 1e3) return;
		const message = "Pod was active on the node longer than the specified deadline";
		this.recorder.pod(pod, "Normal", "DeadlineExceeded", message);
		this.beginEnding(pod, state, (pod.spec.terminationGracePeriodSeconds ?? 30) * 1e3, "DeadlineExceeded", message);
	}
	beginDeletion(pod, state) {
		const graceMs = (pod.metadata.deletionGracePeriodSeconds ?? pod.spec.terminationGracePeriodSeconds ?? 30) * 1e3;
		if (!state.ending) return this.beginEnding(pod, state, graceMs);
		if (state.ending.graceMs <= graceMs) return;
		const deadline = Math.min(state.ending.deadline, this.world.now + graceMs);
		state.ending = {
			...state.ending,
			graceMs,
			deadline
		};
		for (const container of state.containers) if (container.phase === "stopping") container.at = Math.min(container.at ?? deadline, deadline);
	}
	beginEnding(pod, state, graceMs, reason, message) {
		state.ending = {
			graceMs,
			deadline: this.world.now + graceMs,
			...reason && { reason },
			...message && { message }
		};
		this.probes.stop(state, ["liveness", "startup"]);
		for (const container of state.containers) if (container.kind !== "sidecar") this.containers.stop(pod, state, container, graceMs, `Stopping container ${container.name}`);
	}
	/** Sidecars end after the containers that they serve, in reverse order. True when the Pod is gone. */
	workEnding(pod, state) {
		const { world } = this;
		for (const container of state.containers) this.containers.step(pod, state, container);
		if (state.containers.some(({ kind, phase }) => kind !== "sidecar" && isAlive(phase))) return false;
		const sidecar = state.containers.findLast(({ kind, phase }) => kind === "sidecar" && isAlive(phase));
		if (sidecar) {
			if (sidecar.phase === "running") this.containers.stop(pod, state, sidecar, Math.max(0, (state.ending?.deadline ?? 0) - world.now), `Stopping container ${sidecar.name}`);
			return false;
		}
		state.teardownAt ??= world.now + draw(world.random, TIMING.teardown);
		if (world.now < state.teardownAt) return false;
		this.tearDown(state);
		if (!pod.metadata.deletionTimestamp) {
			giveUp(state, world.now);
			return false;
		}
		if (state.containers.some(({ ended }) => ended)) this.report(state);
		this.forget(state);
		try {
			this.api.delete("pods", state.namespace, state.name, {
				gracePeriodSeconds: 0,
				preconditions: { uid: state.uid }
			});
		} catch (error) {
			if (!(error instanceof ApiError)) throw error;
		}
		return true;
	}
	/** Sidecars of a Pod whose containers are done are stopped. */
	stopSidecarsAtEnd(pod, state) {
		if (!state.containers.filter(({ kind }) => kind === "app").every((container) => container.phase === "ended" && !willRestart(pod, container))) return;
		const sidecar = state.containers.findLast(({ kind, phase }) => kind === "sidecar" && isAlive(phase));
		if (!sidecar) return this.tearDown(state);
		if (sidecar.phase === "running") this.containers.stop(pod, state, sidecar, (pod.spec.terminationGracePeriodSeconds ?? 30) * 1e3, `Stopping container ${sidecar.name}`);
	}
	/** The sandbox is gone, its address is free. */
	tearDown(state) {
		this.probes.stop(state);
		if (state.sandbox && state.ip) giveAddress(this.world, state.node, state.ip);
		state.sandbox = false;
		this.containers.close(state);
	}
	/** The Pod object is gone: whatever still runs is killed. */
	forget(state) {
		this.tearDown(state);
		this.world.timers.cancel(TIMER$2, state.uid);
		this.containers.remove(state);
		delete kubelets(this.world).pods[state.uid];
	}
	/** The node was switched off: its containers are dead, and nobody notices. */
	nodeStopped(node) {
		for (const state of this.onNode(node)) {
			this.world.timers.cancel(TIMER$2, state.uid);
			this.probes.stop(state);
			this.containers.crash(state);
		}
	}
	/** The node is back: every Pod that should run there gets a new sandbox. */
	nodeStarted(node) {
		for (const state of this.onNode(node)) {
			const pod = podOf(this.world, state);
			if (pod && !state.final && state.sandbox && !pod.metadata.deletionTimestamp) {
				this.recorder.pod(pod, "Normal", "SandboxChanged", "Pod sandbox changed, it will be killed and re-created.");
				if (state.ip) giveAddress(this.world, state.node, state.ip);
				state.sandbox = false;
				state.sandboxAt = this.world.now + draw(this.world.random, TIMING.sandbox);
				state.ip = "";
			}
			this.wakeState(state, this.world.now + draw(this.world.random, TIMING.notice));
		}
		for (const pod of this.world.store.byIndex("pods", "node", node)) if (!podState(this.world, pod.metadata.uid)) this.wake(pod.metadata.uid, `${pod.metadata.namespace}/${pod.metadata.name}`, this.world.now);
	}
	onNode(node) {
		return Object.values(kubelets(this.world).pods).filter((state) => state.node === node);
	}
};
/** Containers of an ended Pod that never ran count as failed. */
function giveUp(state, now) {
	for (const container of state.containers) {
		if (container.ended || isAlive(container.phase)) continue;
		container.phase = "ended";
		container.reason = "";
		container.ended = {
			exitCode: 137,
			reason: "ContainerStatusUnknown",
			message: "The container could not be located when the pod was terminated",
			startedAt: 0,
			finishedAt: 0,
			containerID: ""
		};
		container.at = now;
	}
}
function kindOf(pod, name) {
	const init = pod.spec.initContainers?.find((container) => container.name === name);
	if (init) return init.restartPolicy === "Always" ? "sidecar" : "init";
	return pod.spec.ephemeralContainers?.some((container) => container.name === name) ? "ephemeral" : "app";
}
function newContainer(name, kind, pod) {
	return {
		name,
		kind,
		phase: "waiting",
		reason: (kind === "ephemeral" ? false : (pod.spec.initContainers?.length ?? 0) > 0) ? "PodInitializing" : "ContainerCreating",
		id: "",
		restarts: 0,
		startedAt: 0,
		pid: 0,
		image: "",
		imageRef: "",
		imageID: "",
		backoffMs: 0,
		backoffAt: 0,
		pull: {
			since: 0,
			from: 0,
			backoffMs: 0
		},
		ready: false,
		started: false,
		probes: {},
		files: {},
		requests: 0
	};
}
function isBeingMade({ phase }) {
	return phase === "waiting" || phase === "creating" || phase === "starting";
}
/** Once the app containers began, init containers are not waited for again. */
function appsBegan(state) {
	return state.containers.some(({ kind, id }) => kind === "app" && id !== "");
}
/** When the worker has something to do next. */
function nextStep(pod, state) {
	if (state.final && !pod.metadata.deletionTimestamp) return void 0;
	let next;
	const consider = (time) => {
		if (time !== void 0 && time > 0 && (next === void 0 || time < next)) next = time;
	};
	for (const { at, phase } of state.containers) if (phase !== "running") consider(at);
	if (state.ending) consider(state.teardownAt);
	else {
		if (!state.sandbox) consider(state.mountRetry?.at ?? state.sandboxAt);
		if (pod.spec.activeDeadlineSeconds !== void 0) consider(state.startTime + pod.spec.activeDeadlineSeconds * 1e3);
	}
	return next;
}
/**
* The parts of a state that its status shows, as text to compare. A sandbox whose containers are just being made is no news: the
* kubelet sees both with its next look at the runtime.
*/
function shown(state) {
	let text = state.containers.every(isBeingMade) ? "" : `${state.ip} ${state.sandbox}`;
	if (state.ending) text += ` ${state.ending.reason}`;
	for (const { phase, reason, message, id, restarts, ready, started, ended } of state.containers) text += `|${isAlive(phase)} ${reason} ${message} ${id} ${restarts} ${ready} ${started} ${ended?.finishedAt}`;
	return text;
}
// src/node/logs.ts
/** What containers wrote: kept per container and restart, with times, as the runtime's log files are. */
/** A container's log is cut at its old end beyond this size (the kubelet's containerLogMaxSize is 10 MiB; memory is dearer here). */
var MAX_SIZE = 1e6;
var Logs = class {
	world;
	/** Live readers by log; not part of the world's state. */
	followers = /* @__PURE__ */ new Map();
	constructor(world) {
		this.world = world;
	}
	all() {
		return this.world.slot("logs", () => ({}));
	}
	append(id, stream, text) {
		if (text === "") return;
		const log = this.all()[id] ??= {
			chunks: [],
			size: 0
		};
		const last = log.chunks.at(-1);
		if (last && last.s === stream && !last.x.endsWith("\n")) log.chunks[log.chunks.length - 1] = {
			...last,
			x: last.x + text
		};
		else log.chunks.push({
			t: this.world.now,
			s: stream,
			x: text
		});
		log.size += text.length;
		while (log.size > MAX_SIZE && log.chunks.length > 1) log.size -= log.chunks.shift().x.length;
		for (const follower of this.followers.get(id) ?? []) follower(text, this.world.now);
	}
	has(id) {
		return this.all()[id] !== void 0;
	}
	/** The container ended: followers are told. */
	end(id) {
		for (const follower of this.followers.get(id) ?? []) follower(null, this.world.now);
		this.followers.delete(id);
	}
	remove(id) {
		this.end(id);
		delete this.all()[id];
	}
	/** The log's text as asked for. */
	read(id, options = {}) {
		const since = options.sinceMs ?? Number.NEGATIVE_INFINITY;
		let lines = [];
		for (const { t, x } of this.all()[id]?.chunks ?? []) {
			if (t < since) continue;
			for (const line of linesOf(x)) lines.push(options.timestamps ? `${timestamp(t)} ${line}` : line);
		}
		if (options.tailLines !== void 0) lines = options.tailLines === 0 ? [] : lines.slice(-options.tailLines);
		const text = lines.join("");
		return options.limitBytes === void 0 ? text : text.slice(0, options.limitBytes);
	}
	/** What `read` gives now, then what is written until the container ends or the reader hangs up. */
	follow(id, options = {}) {
		const channel = new Channel();
		const first = this.read(id, options);
		if (first !== "") channel.push(first);
		let left = options.limitBytes === void 0 ? Number.POSITIVE_INFINITY : options.limitBytes - first.length;
		const followers = this.followers.get(id) ?? /* @__PURE__ */ new Set();
		this.followers.set(id, followers);
		const follower = (text, time) => {
			if (text === null) return channel.close();
			const shown = options.timestamps ? linesOf(text).map((line) => `${timestamp(time)} ${line}`).join("") : text;
			channel.push(shown.slice(0, left));
			left -= shown.length;
			if (left > 0) return;
			followers.delete(follower);
			channel.close();
		};
		followers.add(follower);
		channel.onCancel = () => followers.delete(follower);
		return channel;
	}
};
/** Lines with their newlines. */
function linesOf(text) {
	return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
/** RFC 3339 with nanoseconds, as the runtime writes it. */
function timestamp(ms) {
	return `${new Date(ms).toISOString().slice(0, -1)}000000Z`;
}
// src/node/probes.ts
/** Startup, liveness and readiness probes: a timer each, from the container's start to its end. */
var TIMER$1 = "probe";
var TYPES = [
	"startup",
	"liveness",
	"readiness"
];
var DEFAULT_HTTP_PORT = 80;
/** Output of an exec probe is cut there (maxRespBodyLength and its like). */
var MAX_OUTPUT = 10240;
var Probes = class {
	deps;
	constructor(deps) {
		this.deps = deps;
		deps.world.timers.on(TIMER$1, (_payload, key) => deps.world.as("kubelet", 0, () => this.run(key)));
	}
	/** The container started: its probes begin; those after a startup probe wait for it. */
	start(state, container, spec) {
		for (const type of TYPES) {
			const probe = probeOf(spec, type);
			if (!probe || type !== "startup" && spec.startupProbe) continue;
			this.schedule(state, container, type, container.startedAt + firstDelay(probe, this.deps.world));
		}
	}
	/** Stops a Pod's probes (of some types). */
	stop(state, types = TYPES) {
		for (const container of state.containers) this.stopContainer(state, container, types);
	}
	stopContainer(state, container, types = TYPES) {
		for (const type of types) this.deps.world.timers.cancel(TIMER$1, keyOf(state, container, type));
	}
	schedule(state, container, type, at) {
		this.deps.world.timers.set(TIMER$1, keyOf(state, container, type), at);
	}
	run(key) {
		const [uid = "", name = "", type = ""] = key.split(" ");
		const found = this.find(uid, name);
		if (!found) return;
		const { pod, state, container, spec } = found;
		const probe = probeOf(spec, type);
		if (!probe || container.phase !== "running") return;
		this.schedule(state, container, type, this.deps.world.now + (probe.periodSeconds ?? 10) * 1e3);
		const { restarts } = container;
		this.probe(pod, state, container, probe, (outcome) => {
			const now = this.find(uid, name);
			if (now && now.container.restarts === restarts && now.container.phase === "running") this.judge(now.pod, now.state, now.container, type, probe, outcome);
		});
	}
	find(uid, name) {
		const state = podState(this.deps.world, uid);
		const pod = state && podOf(this.deps.world, state);
		const container = state && containerState(state, name);
		const spec = pod && specsOf(pod).find((one) => one.name === name);
		return state && pod && container && spec ? {
			pod,
			state,
			container,
			spec
		} : void 0;
	}
	/** Counts an outcome; acts when a threshold is reached. */
	judge(pod, state, container, type, probe, outcome) {
		const { world, recorder, changed } = this.deps;
		const counts = container.probes[type] ??= {
			successes: 0,
			failures: 0
		};
		if (outcome.ok) {
			counts.successes++;
			counts.failures = 0;
		} else {
			counts.failures++;
			counts.successes = 0;
			const kind = type.charAt(0).toUpperCase() + type.slice(1);
			recorder.container(pod, container, "Warning", "Unhealthy", `${kind} probe failed: ${outcome.message}`);
		}
		const passes = counts.successes >= (probe.successThreshold ?? 1);
		const fails = counts.failures >= (probe.failureThreshold ?? 3);
		if (!passes && !fails) return;
		const before = counts.passing;
		counts.passing = passes;
		if (type === "readiness") {
			if (container.ready === passes) return;
			container.ready = passes;
			return changed(state);
		}
		if (fails) {
			const seconds = probe.terminationGracePeriodSeconds ?? pod.spec.terminationGracePeriodSeconds ?? 30;
			this.stopContainer(state, container);
			container.ready = false;
			return this.deps.restart(pod, state, container, seconds * 1e3, `Container ${container.name} failed ${type} probe, will be restarted`);
		}
		if (type === "startup" && before !== true) this.startedUp(pod, state, container, world.now);
	}
	startedUp(pod, state, container, now) {
		const spec = specsOf(pod).find(({ name }) => name === container.name);
		if (!spec) return;
		container.started = true;
		container.ready = container.kind !== "init" && spec.readinessProbe === void 0;
		this.stopContainer(state, container, ["startup"]);
		for (const type of ["liveness", "readiness"]) {
			const probe = probeOf(spec, type);
			if (probe) this.schedule(state, container, type, Math.max(now + 100, container.startedAt + (probe.initialDelaySeconds ?? 0) * 1e3));
		}
		this.deps.changed(state);
	}
	probe(pod, state, container, probe, done) {
		const spec = specsOf(pod).find(({ name }) => name === container.name);
		if (probe.exec) return this.exec(state, container, probe.exec.command ?? [], (probe.timeoutSeconds ?? 1) * 1e3, done);
		const host = pod.spec.hostNetwork ? nodeAddressOf(this.deps.world, state.node) : state.ip;
		const timeoutMs = (probe.timeoutSeconds ?? 1) * 1e3;
		if (probe.httpGet) return done(this.http(state, host, portOf(spec, probe.httpGet.port ?? DEFAULT_HTTP_PORT), probe.httpGet, timeoutMs));
		if (probe.tcpSocket) return done(this.tcp(state, probe.tcpSocket.host || host, portOf(spec, probe.tcpSocket.port), timeoutMs));
		if (probe.grpc) {
			if (!this.tcp(state, host, probe.grpc.port, timeoutMs).ok) return done({
				ok: false,
				message: `timeout: ${`failed to connect service "${host}:${probe.grpc.port}" within ${timeoutMs / 1e3}s: context deadline exceeded`}`
			});
			const health = findListener(this.deps.world, state.uid, probe.grpc.port)?.args["grpc"];
			if (health === "SERVING") return done({ ok: true });
			return done({
				ok: false,
				message: health === void 0 ? "error: this server does not implement the grpc health protocol (grpc.health.v1.Health): rpc error: code = Unimplemented" : `service unhealthy (responded with "${String(health)}")`
			});
		}
	}
	http(state, podHost, port, action, timeoutMs) {
		const host = action.host || podHost;
		const scheme = (action.scheme ?? "HTTP").toLowerCase();
		const path = action.path?.startsWith("/") ? action.path : `/${action.path ?? ""}`;
		const url = `${scheme}://${host}:${port}${path}`;
		const own = action.httpHeaders ?? [];
		const result = this.deps.network.http({
			kind: "node",
			name: state.node
		}, {
			method: "GET",
			scheme,
			host,
			port,
			path,
			headers: [
				["Host", own.find(({ name }) => name.toLowerCase() === "host")?.value ?? `${host}:${port}`],
				["User-Agent", "kube-probe/1.36"],
				["Accept", "*/*"],
				...own.filter(({ name }) => name.toLowerCase() !== "host").map(({ name, value }) => [name, value])
			]
		}, {
			timeoutMs,
			quiet: true
		});
		if (result instanceof Channel) return {
			ok: false,
			message: `Get "${url}": EOF`
		};
		const { response, failure } = result;
		if (failure === "timeout" || (response?.delayMs ?? 0) > timeoutMs) return {
			ok: false,
			message: `Get "${url}": context deadline exceeded (Client.Timeout exceeded while awaiting headers)`
		};
		if (failure === "refused") return {
			ok: false,
			message: `Get "${url}": dial tcp ${host}:${port}: connect: connection refused`
		};
		if (failure === "unresolved") return {
			ok: false,
			message: `Get "${url}": dial tcp: lookup ${host}: no such host`
		};
		if (!response) return {
			ok: false,
			message: `Get "${url}": EOF`
		};
		if (response.status >= 200 && response.status < 400) return { ok: true };
		return {
			ok: false,
			message: `HTTP probe failed with statuscode: ${response.status}`
		};
	}
	tcp(state, host, port, timeoutMs) {
		const { failure } = this.deps.network.connect({
			kind: "node",
			name: state.node
		}, host, port, {
			timeoutMs,
			quiet: true
		});
		if (!failure) return { ok: true };
		return {
			ok: false,
			message: `dial tcp ${host}:${port}: ${failure === "refused" ? "connect: connection refused" : "i/o timeout"}`
		};
	}
	exec(state, container, command, timeoutMs, done) {
		const { kernel, world } = this.deps;
		const id = machineId(state, container);
		const machine = kernel.machine(id);
		if (!machine) return;
		const problem = startError(machine, command[0] ?? "");
		if (problem) return done({
			ok: false,
			message: `rpc error: code = Unknown desc = ${`failed to exec in container: failed to start exec "${world.random.hex(64)}": OCI runtime exec failed: exec failed: unable to start container process: ${problem}`}`
		});
		let output = "";
		const collect = (text) => {
			if (text !== null && output.length < MAX_OUTPUT) output += text;
		};
		const [stdout, stderr] = [kernel.hostPipe(collect), kernel.hostPipe(collect)];
		const startedAt = world.now;
		kernel.spawnOn(id, {
			program: command[0],
			argv: command,
			env: this.envOf(state, container),
			instant: true,
			stdio: [
				{ kind: "null" },
				stdout.write,
				stderr.write
			],
			onExit: ({ code }) => {
				if (world.now - startedAt > timeoutMs) return done({
					ok: false,
					message: `command timed out: "${command.join(" ")}" timed out after ${timeoutMs / 1e3}s`
				});
				done(code === 0 ? { ok: true } : {
					ok: false,
					message: output
				});
			}
		});
	}
	/** An exec probe's environment is the container's: that of its first process. */
	envOf(state, container) {
		return this.deps.kernel.environment(machineId(state, container), container.pid) ?? {};
	}
};
function keyOf(state, container, type) {
	return `${state.uid} ${container.name} ${type}`;
}
function probeOf(spec, type) {
	return {
		startup: spec.startupProbe,
		liveness: spec.livenessProbe,
		readiness: spec.readinessProbe
	}[type];
}
/** The first look comes with the delay asked for, a little after the start. */
function firstDelay({ initialDelaySeconds = 0 }, world) {
	return initialDelaySeconds * 1e3 + 50 + world.random.integer(100);
}
function portOf(spec, port) {
	return (spec.ports?.find(({ name }) => name === port))?.containerPort ?? Number(port);
}
// src/node/exec.ts
function newSession(more) {
	return {
		stdin: new Channel(),
		stdout: new Channel(),
		stderr: new Channel(),
		exit: new Channel(),
		...more
	};
}
function end(session, result) {
	session.stdout.close();
	session.stderr.close();
	session.exit.push(result);
	session.exit.close();
}
/** Runs a command in a running container. What cannot be started ends the session with a message. */
function execSession(kernel, random, state, container, options) {
	const id = machineId(state, container);
	const machine = kernel.machine(id);
	const [program = ""] = options.command;
	const problem = machine ? startError(machine, program) : "container not running";
	if (problem) {
		const session = newSession({
			resize: () => {},
			close: () => {}
		});
		end(session, {
			code: 1,
			message: `Internal error occurred: Internal error occurred: error executing command in container: ${`failed to exec in container: failed to start exec "${random.hex(64)}": OCI runtime exec failed: exec failed: unable to start container process: ${problem}`}`
		});
		return session;
	}
	const env = {
		...kernel.environment(id, container.pid),
		...options.tty && { TERM: "xterm" }
	};
	return options.tty ? withTty(kernel, id, env, options) : withPipes(kernel, id, env, options);
}
function withTty(kernel, id, env, { command, stdin }) {
	const tty = kernel.openTty();
	const session = newSession({
		resize: (columns, rows) => tty.resize(columns, rows),
		close: () => kernel.closeTty(tty)
	});
	tty.onOutput((text) => session.stdout.push(text));
	const target = {
		kind: "tty",
		tty: tty.id
	};
	const onExit = ({ code }) => {
		end(session, { code });
		kernel.closeTty(tty);
	};
	kernel.spawnOn(id, {
		program: command[0],
		argv: command,
		env,
		stdio: [
			stdin ? target : { kind: "null" },
			target,
			target
		],
		tty,
		onExit
	});
	if (stdin) drain(session.stdin, (text) => {
		if (text === null) tty.input("");
		else tty.input(text);
	});
	return session;
}
function withPipes(kernel, id, env, { command, stdin }) {
	let pid = 0;
	const session = newSession({
		resize: () => {},
		close: () => void (pid > 0 && kernel.signal(id, pid, "SIGHUP"))
	});
	const stdout = kernel.hostPipe((text) => text !== null && session.stdout.push(text));
	const stderr = kernel.hostPipe((text) => text !== null && session.stderr.push(text));
	const input = stdin ? kernel.hostPipe() : void 0;
	pid = kernel.spawnOn(id, {
		program: command[0],
		argv: command,
		env,
		stdio: [
			input?.read ?? { kind: "null" },
			stdout.write,
			stderr.write
		],
		onExit: ({ code }) => end(session, { code })
	});
	if (input) drain(session.stdin, (text) => text === null ? input.end() : input.push(text));
	return session;
}
/** Joins the output of a running container, and its input where it has one. `once`: its input ends with this session (stdinOnce). */
function attachSession(logs, logId, input, once) {
	const output = logs.follow(logId, { tailLines: 0 });
	const tty = input && "tty" in input ? input.tty : void 0;
	const session = newSession({
		resize: (columns, rows) => tty?.resize(columns, rows),
		close: () => output.cancel()
	});
	if (input) drain(session.stdin, (text) => {
		if (text !== null) tty ? tty.input(text) : "pipe" in input && input.pipe.push(text);
		else if (once && "pipe" in input) input.pipe.end();
	});
	drain(output, (text) => {
		if (text === null) end(session, { code: 0 });
		else session.stdout.push(text);
	});
	return session;
}
/** Hands on what comes through a channel, now and later; null at its end. */
function drain(channel, use) {
	let ended = false;
	const take = () => {
		for (let value = channel.poll(); value !== void 0 && !ended; value = channel.poll()) {
			ended = value === null;
			use(value);
		}
	};
	channel.onReady = take;
	take();
}
// src/node/subresources.ts
/** What the kubelet answers for the API server: logs, exec, attach, and the proxy and port-forward ways into a Pod. */
/** Registers the handlers with the API server. */
function registerSubresources(server, deps) {
	server.subresource("pods", "log", (request) => log(deps, request));
	server.subresource("pods", "exec", (request) => exec(deps, request));
	server.subresource("pods", "attach", (request) => attach(deps, request));
	server.subresource("pods", "portforward", (request) => portForward(deps, request));
	server.subresource("pods", "proxy", (request) => proxyPod(deps, request));
	server.subresource("services", "proxy", (request) => proxyService(deps, request));
}
function log(deps, request) {
	const pod = request.object;
	const name = chosenContainer(pod, request.parameter("container"), "a container name must be specified for pod");
	requireNode(deps.world, pod);
	const state = podState(deps.world, pod.metadata.uid);
	const container = state && containerState(state, name);
	const previous = request.parameter("previous") === "true";
	const about = `container ${JSON.stringify(name)} in pod ${JSON.stringify(pod.metadata.name)}`;
	if (previous && (!container || container.restarts === 0)) throw badRequest(`previous terminated ${about.replace(/^container "(.*)" in pod "(.*)"$/, "container \"$1\" in pod \"$2\"")} not found`);
	if (!state || !container || container.id === "" && !previous) throw badRequest(`${about} is waiting to start: ${waitingText(container)}`);
	const id = `${state.uid}/${container.name}/${previous ? container.restarts - 1 : container.restarts}`;
	const options = logOptions(deps.world, request);
	const headers = { "content-type": "text/plain; charset=utf-8" };
	const running = container.phase === "running" || container.phase === "stopping";
	if (request.parameter("follow") === "true" && running && !previous) return {
		status: 200,
		headers,
		body: "",
		warnings: [],
		stream: deps.logs.follow(id, options)
	};
	return {
		status: 200,
		headers,
		body: deps.logs.read(id, options),
		warnings: []
	};
}
/** As the kubelet words it: the waiting reason, or how the image pull fails. */
function waitingText(container) {
	const reason = container?.reason ?? "ContainerCreating";
	if (reason === "ErrImagePull" || reason === "ImagePullBackOff" || reason === "InvalidImageName") return "trying and failing to pull image";
	return reason;
}
function logOptions(world, request) {
	const number = (name) => {
		const text = request.parameter(name);
		return text === void 0 ? void 0 : Number(text);
	};
	const tailLines = number("tailLines");
	const limitBytes = number("limitBytes");
	const seconds = number("sinceSeconds");
	const time = request.parameter("sinceTime");
	const sinceMs = seconds !== void 0 ? world.now - seconds * 1e3 : time === void 0 ? void 0 : Date.parse(time);
	return {
		...tailLines !== void 0 && { tailLines },
		...limitBytes !== void 0 && { limitBytes },
		...sinceMs !== void 0 && { sinceMs },
		timestamps: request.parameter("timestamps") === "true"
	};
}
/** The container asked for; without a name the only one (or the one that the annotation names). */
function chosenContainer(pod, name, missing) {
	const specs = specsOf(pod);
	if (name) {
		if (!specs.some((spec) => spec.name === name)) throw badRequest(`container ${name} is not valid for pod ${pod.metadata.name}`);
		return name;
	}
	if (pod.spec.containers.length === 1) return pod.spec.containers[0].name;
	const preferred = pod.metadata.annotations?.["kubectl.kubernetes.io/default-container"];
	if (preferred && specs.some((spec) => spec.name === preferred)) return preferred;
	const init = pod.spec.initContainers ?? [];
	const list = `[${pod.spec.containers.map((one) => one.name).join(" ")}]`;
	const others = init.length > 0 ? ` or one of the init containers: [${init.map((one) => one.name).join(" ")}]` : "";
	throw badRequest(`${missing} ${pod.metadata.name}, choose one of: ${list}${others}`);
}
/** A Pod whose node cannot be asked. */
function requireNode(world, pod) {
	const node = pod.spec.nodeName;
	if (!node) return;
	if (isRunning(world, node) && world.store.get("nodes", "", node)) return;
	throw internalError(`Get "https://${nodeAddressOf(world, node)}:10250/containerLogs/${pod.metadata.namespace}/${pod.metadata.name}": dial tcp ${nodeAddressOf(world, node)}:10250: connect: no route to host`);
}
function runningContainer(deps, request) {
	const pod = request.object;
	const name = chosenContainer(pod, request.parameter("container"), "a container name must be specified for pod");
	if (pod.status.phase === "Succeeded" || pod.status.phase === "Failed") throw badRequest(`cannot exec into a container in a completed pod; current phase is ${pod.status.phase}`);
	if (!pod.spec.nodeName) throw badRequest(`pod ${pod.metadata.name} does not have a host assigned`);
	requireNode(deps.world, pod);
	const state = podState(deps.world, pod.metadata.uid);
	const container = state && containerState(state, name);
	if (!state || !container || container.phase !== "running" && container.phase !== "stopping") throw internalError(`unable to upgrade connection: container not found ("${name}")`);
	return {
		state,
		container
	};
}
function exec(deps, request) {
	const given = request.request.query?.["command"];
	const command = given === void 0 ? [] : typeof given === "string" ? [given] : [...given];
	if (command.length === 0) throw badRequest("you must specify at least 1 command for the container");
	const { state, container } = runningContainer(deps, request);
	const flag = (name) => ["true", "1"].includes(request.parameter(name) ?? "");
	return {
		status: 101,
		headers: {},
		body: "",
		warnings: [],
		session: execSession(deps.kernel, deps.world.random, state, container, {
			command,
			stdin: flag("stdin"),
			tty: flag("tty")
		})
	};
}
function attach(deps, request) {
	const { state, container } = runningContainer(deps, request);
	const spec = specsOf(request.object).find(({ name }) => name === container.name);
	const input = request.parameter("stdin") === "true" ? deps.containers.inputOf(state, container) : void 0;
	return {
		status: 101,
		headers: {},
		body: "",
		warnings: [],
		session: attachSession(deps.logs, `${state.uid}/${container.name}/${container.restarts}`, input, spec?.stdinOnce ?? false)
	};
}
/** Connections start inside the Pod, as those of the kubelet do: it joins the Pod's network namespace and dials localhost. */
function portForward({ world, network }, { object }) {
	const pod = object;
	const { name, namespace = "", uid } = pod.metadata;
	if (!pod.spec.nodeName) throw badRequest(`pod ${name} does not have a host assigned`);
	requireNode(world, pod);
	if (pod.status.phase !== "Running") throw badRequest(`unable to forward port because pod is not running. Current status=${pod.status.phase}`);
	const from = {
		kind: "pod",
		namespace,
		name,
		uid
	};
	const host = "127.0.0.1";
	return {
		status: 101,
		headers: {},
		body: "",
		warnings: [],
		forward: {
			refusal: (port) => network.connect(from, host, port, { quiet: true }).failure && `error forwarding port ${port} to pod ${uid}, uid : failed to connect to localhost:${port} inside namespace "${name}", IPv4: dial tcp4 ${host}:${port}: connect: connection refused IPv6 dial tcp6: address localhost: no suitable address found `,
			request: (port, request) => network.http(from, {
				scheme: "http",
				host,
				port,
				...request
			}).response
		}
	};
}
/** `/api/v1/namespaces/NS/pods/[SCHEME:]NAME[:PORT]/proxy/PATH` */
function proxyPod(deps, request) {
	const pod = request.object;
	const [, , portText] = proxyTarget(request);
	const port = portText ? namedPort(pod, portText) ?? Number(portText) : pod.spec.containers[0]?.ports?.[0]?.containerPort ?? 80;
	if (!pod.status.podIP) throw badRequest("no host found");
	return proxied(deps, request, pod.status.podIP, port);
}
function proxyService(deps, request) {
	const service = request.object;
	const [, , portText] = proxyTarget(request);
	const ports = service.spec.ports ?? [];
	const port = portText ? ports.find(({ name, port: number }) => name === portText || String(number) === portText) : ports[0];
	if (!port || !service.spec.clusterIP) throw badRequest(`no service port ${JSON.stringify(portText)} found for service ${JSON.stringify(service.metadata.name)}`);
	return proxied(deps, request, service.spec.clusterIP, port.port);
}
function namedPort(pod, name) {
	return pod.spec.containers.flatMap(({ ports = [] }) => ports).find((port) => port.name === name)?.containerPort;
}
/** Scheme, name and port of the object in the path. */
function proxyTarget({ request }) {
	const parts = decodeURIComponent(/\/(?:pods|services)\/([^/]+)\/proxy/.exec(request.path)?.[1] ?? "").split(":");
	if (parts.length === 3) return parts;
	return [
		"",
		parts[0] ?? "",
		parts[1] ?? ""
	];
}
function proxied({ network, world }, { request, rest }, host, port) {
	const query = Object.entries(request.query ?? {}).flatMap(([key, value]) => (typeof value === "string" ? [value] : value).map((one) => `${encodeURIComponent(key)}=${encodeURIComponent(one)}`));
	const onward = {
		method: request.method,
		scheme: "http",
		host,
		port,
		path: `/${rest}${query.length > 0 ? `?${query.join("&")}` : ""}`,
		headers: [["Host", `${host}:${port}`], ...Object.entries(request.headers ?? {}).filter(([name]) => name !== "host" && name !== "authorization")],
		...typeof request.body === "string" && { body: request.body }
	};
	const result = network.http({
		kind: "node",
		name: firstNode(world)
	}, onward);
	if (result instanceof Channel || !result.response) return {
		status: 503,
		headers: { "content-type": "application/json" },
		warnings: [],
		body: {
			kind: "Status",
			apiVersion: "v1",
			metadata: {},
			status: "Failure",
			message: `error trying to reach service: ${result instanceof Channel ? "EOF" : result.failure === "refused" ? `dial tcp ${host}:${port}: connect: connection refused` : `dial tcp ${host}:${port}: i/o timeout`}`,
			reason: "ServiceUnavailable",
			code: 503
		}
	};
	const { response } = result;
	return {
		status: response.status,
		headers: Object.fromEntries(response.headers.map(([name, value]) => [name.toLowerCase(), value])),
		body: response.body,
		warnings: []
	};
}
/** The control plane's node: the API server's own place in the network. */
function firstNode(world) {
	return world.store.list("nodes")[0]?.metadata.name ?? "minikube";
}
// src/node/usage.ts
/**
* What containers use: a model of load. An image idles at its own figures; each request that it answers costs CPU time, a program that
* spins costs a core, and a program may say what it takes (stress). CPU is measured over whole windows, as the metrics server does.
* Nothing is drawn at random: the same session shows the same figures.
*/
var WINDOW_MS = 15e3;
var MIB = 1048576;
/** What an image uses that does not say. */
var IDLE = {
	cpu: 0,
	memory: 1,
	perRequest: 1
};
/** What a node needs by itself, cores and MiB: more with the control plane on it. */
var SYSTEM = {
	cpu: .045,
	memory: 260
};
var CONTROL_PLANE = {
	cpu: .13,
	memory: 610
};
var windowOf = (time) => Math.floor(time / WINDOW_MS);
/** Notes that a container worked for so many ms of CPU time. */
function addWork(container, now, ms) {
	const work = container.work ??= {
		window: windowOf(now),
		ms: 0,
		before: 0
	};
	roll(work, windowOf(now));
	work.ms += ms;
}
function roll(work, window) {
	if (work.window === window) return;
	work.before = work.window === window - 1 ? work.ms : 0;
	work.ms = 0;
	work.window = window;
}
/** A number of cores or bytes that a container's limit allows; undefined: no limit. */
function limitOf({ resources }, name) {
	const limit = resources?.limits?.[name];
	return limit === void 0 ? void 0 : Number(parseQuantity(limit).nano) / 1e9;
}
/** CPU ms that a request costs. */
function requestCost(catalog, spec) {
	const found = catalog.find(spec.image ?? "");
	return "error" in found ? IDLE.perRequest : found.image.usage?.perRequest ?? IDLE.perRequest;
}
function usageOf(catalog, spec, container, now) {
	const found = catalog.find(spec.image ?? "");
	const idle = {
		...IDLE,
		..."error" in found ? {} : found.image.usage
	};
	const window = windowOf(now);
	const { work, load } = container;
	const spent = work?.window === window ? work.before : work?.window === window - 1 ? work.ms : 0;
	const wobble = fnv32a(`${container.id} ${window}`) % 1e3 / 1e3;
	const cpu = spent / WINDOW_MS + (load?.cpu ?? 0) + idle.cpu / 1e3 * (.9 + .2 * wobble);
	const memory = idle.memory * MIB * (.97 + .06 * wobble) + (load?.memory ?? 0);
	return {
		cpu: Math.min(cpu, limitOf(spec, "cpu") ?? cpu),
		memory: Math.min(memory, limitOf(spec, "memory") ?? memory)
	};
}
/** The measuring end of metrics. */
var UsageMeter = class {
	world;
	catalog;
	constructor(world, catalog) {
		this.world = world;
		this.catalog = catalog;
	}
	pod(namespace, name) {
		const pod = this.world.store.get("pods", namespace, name);
		const state = pod && podState(this.world, pod.metadata.uid);
		return pod && state && this.ofState(pod, state);
	}
	/** Undefined until every running container was there for a whole window. */
	ofState(pod, state) {
		const { now } = this.world;
		const end = windowOf(now) * WINDOW_MS;
		const containers = specsOf(pod).flatMap((spec) => {
			const container = state.containers.find((one) => one.name === spec.name);
			if (!container || !isAlive(container.phase) || container.kind === "init") return [];
			return [{
				name: spec.name,
				startedAt: container.startedAt,
				...usageOf(this.catalog, spec, container, now)
			}];
		});
		if (containers.length === 0 || containers.some(({ startedAt }) => startedAt > end - 15e3)) return void 0;
		return {
			at: end,
			windowMs: WINDOW_MS,
			containers: containers.map(({ name, cpu, memory }) => ({
				name,
				cpu,
				memory
			}))
		};
	}
	node(name) {
		const { world } = this;
		const node = world.store.get("nodes", "", name);
		if (!node || node.status.conditions?.find(({ type }) => type === "Ready")?.status !== "True") return void 0;
		const window = windowOf(world.now);
		const primary = node.metadata.labels?.["node-role.kubernetes.io/control-plane"] !== void 0;
		const wobble = fnv32a(`${node.metadata.uid} ${window}`) % 1e3 / 1e3;
		let cpu = (SYSTEM.cpu + (primary ? CONTROL_PLANE.cpu : 0)) * (.9 + .2 * wobble);
		let memory = (SYSTEM.memory + (primary ? CONTROL_PLANE.memory : 0)) * MIB * (.99 + .02 * wobble);
		for (const state of Object.values(kubelets(world).pods)) {
			const pod = state.node === name ? podOf(world, state) : void 0;
			for (const one of (pod && this.ofState(pod, state))?.containers ?? []) {
				cpu += one.cpu;
				memory += one.memory;
			}
		}
		const cores = Number(parseQuantity(node.status.capacity?.["cpu"] ?? "1").nano) / 1e9;
		return {
			at: window * WINDOW_MS,
			windowMs: WINDOW_MS,
			cpu: Math.min(cpu, cores),
			memory
		};
	}
};
// src/node/volume-refresh.ts
var TIMER = "volume-refresh";
/** Longest wait between two attempts to mount what is gone. */
var RETRY_MS = 122e3;
/** `configmaps/app`: an object of the Pod's namespace that volumes are made of. */
function sourceKey(resource, name) {
	return `${resource}/${name}`;
}
/** Lets mounted files follow their objects with the kubelet's delay. */
function followVolumes(world, recorder) {
	world.timers.on(TIMER, (payload, id) => world.as("kubelet", world.store.revision, () => refresh(world, recorder, id, payload)));
	world.store.subscribe((change) => {
		if ((change.resource === "configmaps" || change.resource === "secrets") && change.type !== "ADDED") hold(world, change);
	});
}
function hold(world, { resource, type, object, previous }) {
	const { namespace, name } = object.metadata;
	const key = sourceKey(resource, name);
	const seen = type === "DELETED" ? object : previous;
	for (const state of Object.values(kubelets(world).pods)) {
		if (state.namespace !== namespace || state.final || !state.sandbox) continue;
		const pod = podOf(world, state);
		const volumes = pod?.spec.volumes?.filter((volume) => isMadeOf(volume, key)) ?? [];
		if (!pod || volumes.length === 0 || !seen) continue;
		pinSubPaths(pod, state, volumes, key, seen);
		if (state.held?.[key]) continue;
		state.held = {
			...state.held,
			[key]: seen
		};
		world.timers.set(TIMER, `${state.uid} ${key}`, world.now + draw(world.random, TIMING.refresh), volumes[0]?.name ?? "");
	}
}
/** Containers that run keep what they mounted by subPath. */
function pinSubPaths(pod, state, volumes, key, seen) {
	for (const container of state.containers) if ((specsOf(pod).find(({ name }) => name === container.name)?.volumeMounts)?.some(({ name, subPath, subPathExpr }) => (subPath || subPathExpr) && volumes.some((one) => one.name === name)) && container.id !== "" && !container.pinned?.[key]) container.pinned = {
		...container.pinned,
		[key]: seen
	};
}
function isMadeOf({ configMap, secret, projected }, key) {
	if (configMap) return sourceKey("configmaps", configMap.name ?? "") === key;
	if (secret) return sourceKey("secrets", secret.secretName ?? "") === key;
	return (projected?.sources ?? []).some((part) => part.configMap && sourceKey("configmaps", part.configMap.name ?? "") === key || part.secret && sourceKey("secrets", part.secret.name ?? "") === key);
}
/** The kubelet looks again: the files become what the object is now; if it is gone they stay, and that is an event. */
function refresh(world, recorder, id, volume) {
	const [uid = "", key = ""] = id.split(" ");
	const state = kubelets(world).pods[uid];
	const pod = state && podOf(world, state);
	if (!state?.held || !pod || state.final) return;
	const [resource = "", name = ""] = key.split("/");
	if (world.store.get(resource, state.namespace, name)) {
		const { [key]: _, ...held } = state.held;
		state.held = held;
		return;
	}
	const what = resource === "secrets" ? "secret" : "configmap";
	recorder.pod(pod, "Warning", "FailedMount", `MountVolume.SetUp failed for volume "${volume}" : ${what} "${name}" not found`);
	world.timers.set(TIMER, id, world.now + RETRY_MS, volume);
}
// src/node/agent.ts
/** A proxying server's answer passes through at most so many others. */
var MAX_PROXY_DEPTH = 10;
var isCordoned = (node) => node.spec.unschedulable ?? false;
var NodeAgent = class {
	catalog = new ImageCatalog(images);
	logs;
	options;
	containers;
	kubelet;
	proxyDepth = 0;
	constructor(options) {
		this.options = options;
		const { world, server, kernel, network } = options;
		const recorder = new Recorder(server);
		this.logs = new Logs(world);
		const probes = new Probes({
			world,
			kernel,
			network,
			recorder,
			changed: (state) => this.kubelet.report(state),
			restart: (pod, state, container, graceMs, why) => {
				this.containers.stop(pod, state, container, graceMs, why);
				this.kubelet.report(state);
				this.kubelet.wakeState(state, container.at ?? world.now);
			}
		});
		this.containers = new Containers({
			world,
			kernel,
			recorder,
			probes,
			logs: this.logs,
			catalog: this.catalog,
			programs: () => options.programs,
			wake: (state, at) => this.kubelet.wakeState(state, at),
			closePorts: (uid, container) => unlisten(world, uid, container === void 0 ? {} : { container }),
			httpHook: (state, pod, { httpGet }) => {
				const host = httpGet?.host || state.ip;
				const port = Number(specsOf(pod).flatMap(({ ports = [] }) => ports).find(({ name }) => name === httpGet?.port)?.containerPort ?? httpGet?.port);
				network.http({
					kind: "node",
					name: state.node
				}, {
					method: "GET",
					scheme: "http",
					host,
					port,
					path: httpGet?.path ?? "/",
					headers: [["Host", `${host}:${port}`]]
				}, { quiet: true });
			}
		});
		followVolumes(world, recorder);
		this.kubelet = new Kubelet(world, server, this.containers, probes, recorder);
		kernel.sink("log", (id, text) => {
			const at = id.lastIndexOf("/");
			this.logs.append(id.slice(0, at), id.slice(at + 1), text);
		});
		kernel.device("container", ((request, process) => request.op === "listen" ? this.listen(request, process) : this.use(request, process)));
		kernel.onBusy((id) => {
			const machine = parseMachineId(id);
			const state = machine && podState(world, machine.uid);
			const container = machine && state && containerState(state, machine.container);
			if (container) addWork(container, world.now, 1);
		});
		setMetricsSource(world, new UsageMeter(world, this.catalog));
		for (const name of Object.keys(serverCode)) network.server(name, (request, context) => this.answer(serverOf(name), request, context));
		serveApi(network, (request) => server.handle(request));
		registerSubresources(server, {
			world,
			kernel,
			network,
			logs: this.logs,
			containers: this.containers
		});
		world.timers.on("node-power", (_payload, node) => world.as("kubelet", 0, () => this.powerChanged(node)));
		world.timers.on("node-boot", (_payload, node) => world.as("kubelet", 0, () => this.booted(node)));
		world.timers.on("node-schedulable", (_payload, node) => world.as("kubelet", 0, () => this.tellSchedulable(node)));
		world.timers.on("node-images", (_payload, node) => world.as("kubelet", 0, () => this.reportNode(node)));
		world.store.subscribe(({ resource, object, previous }) => {
			if (resource === "nodes" && previous && isCordoned(object) !== isCordoned(previous)) world.timers.set("node-schedulable", object.metadata.name, world.now + draw(world.random, TIMING.nodeStatus));
			if (resource !== "pods" || object === previous) return;
			const node = object.spec.nodeName;
			const pulled = object.status.containerStatuses?.some(({ imageID }) => imageID) && !previous?.status.containerStatuses?.some(({ imageID }) => imageID);
			if (node && pulled && world.timers.at("node-images", node) === void 0) world.timers.set("node-images", node, world.now + REPORT_IMAGES_MS);
		});
		world.onSnapshot(() => {}, () => this.restored());
	}
	/** Adds an image that can be pulled from now on: a lesson's. */
	addImage(image) {
		this.catalog.add(image);
	}
	/** A node was switched on or off. */
	powerChanged(node) {
		const { world } = this.options;
		if (isRunning(world, node)) world.timers.set("node-boot", node, world.now + draw(world.random, TIMING.boot));
		else {
			world.timers.cancel("node-boot", node);
			this.kubelet.nodeStopped(node);
		}
	}
	booted(node) {
		if (!isRunning(this.options.world, node)) return;
		const before = this.options.world.store.get("nodes", "", node);
		this.reportNode(node);
		this.kubelet.nodeStarted(node);
		if (!before) return;
		this.tellNode(before, "Starting", "Starting kubelet.");
		for (const reason of [
			"NodeHasSufficientMemory",
			"NodeHasNoDiskPressure",
			"NodeHasSufficientPID"
		]) this.tellNode(before, reason);
		this.tellNode(before, "NodeAllocatableEnforced", "Updated Node Allocatable limit across pods");
		if (before.status.conditions?.find(({ type }) => type === "Ready")?.status !== "True") this.tellNode(before, "NodeReady");
	}
	/** The kubelet noticed that its node was cordoned or uncordoned. */
	tellSchedulable(name) {
		const node = this.options.world.store.get("nodes", "", name);
		if (node && isRunning(this.options.world, name)) this.tellNode(node, isCordoned(node) ? "NodeNotSchedulable" : "NodeSchedulable");
	}
	tellNode(node, reason, message = `Node ${node.metadata.name} status is now: ${reason}`) {
		this.options.server.event(node, "Normal", reason, message, {
			component: "kubelet",
			host: node.metadata.name
		});
	}
	reportNode(name) {
		const { world, server } = this.options;
		const node = world.store.get("nodes", "", name);
		if (node && isRunning(world, name)) server.updateStatus("nodes", {
			...node,
			status: nodeStatus(world, node)
		});
	}
	/** A program in a container opens a port. */
	listen({ port, server, args, protocol = "TCP", tls }, process) {
		const machine = parseMachineId(process.machine.id);
		if (!machine) return false;
		return listen(this.options.world, machine.uid, {
			port,
			protocol,
			server,
			args,
			container: machine.container,
			...tls && { tls }
		});
	}
	/** A program takes CPU and memory, or gives them back. Beyond its limit of memory the container is killed. */
	use({ cpu, memory }, process) {
		const { world, kernel } = this.options;
		const machine = parseMachineId(process.machine.id);
		const state = machine && podState(world, machine.uid);
		const container = machine && state && containerState(state, machine.container);
		const pod = state && podOf(world, state);
		const spec = pod && specsOf(pod).find(({ name }) => name === machine?.container);
		if (!state || !container || !spec) return false;
		container.load = {
			cpu,
			memory
		};
		if (memory <= (limitOf(spec, "memory") ?? Number.POSITIVE_INFINITY)) return true;
		container.oom = true;
		kernel.signal(process.machine.id, container.pid, "SIGKILL");
		return false;
	}
	/** A request reached a server in a container. */
	answer(server, request, { listener, place, clientAddress }) {
		const { world, kernel, network } = this.options;
		const state = podState(world, place);
		const container = state && containerState(state, listener.container);
		const machine = state && container && kernel.machine(machineId(state, container));
		if (!state || !container || !machine) return void 0;
		container.requests++;
		const pod = podOf(world, state);
		const spec = pod && specsOf(pod).find(({ name }) => name === container.name);
		if (spec) addWork(container, world.now, requestCost(this.catalog, spec));
		const answer = server(request, {
			args: listener.args,
			hostname: machine.hostname,
			podIP: state.ip || nodeAddressOf(world, state.node),
			port: listener.port,
			env: kernel.environment(machine.id, container.pid) ?? {},
			files: machine.files,
			client: clientAddress,
			now: world.now,
			startedAt: container.startedAt,
			requests: container.requests
		});
		const id = `${state.uid}/${container.name}/${container.restarts}`;
		if (answer.stderr) this.logs.append(id, "stderr", answer.stderr);
		if (answer.stdout) this.logs.append(id, "stdout", answer.stdout);
		if (answer.response === "empty") return void 0;
		if (!answer.proxy || this.proxyDepth >= MAX_PROXY_DEPTH) return answer.response;
		this.proxyDepth++;
		try {
			const result = network.http({
				kind: "pod",
				namespace: state.namespace,
				name: state.name,
				uid: state.uid
			}, answer.proxy);
			if (result instanceof Channel || !result.response) return answer.response;
			return {
				...result.response,
				reason: result.response.reason || reasonOf(result.response.status),
				delayMs: result.elapsedMs + (result.response.delayMs ?? 0)
			};
		} finally {
			this.proxyDepth--;
		}
	}
	/** After a restore: the machines of all running containers are registered again. */
	restored() {
		const { world } = this.options;
		for (const state of Object.values(kubelets(world).pods)) {
			const pod = podOf(world, state);
			for (const container of state.containers) {
				const spec = pod && specsOf(pod).find(({ name }) => name === container.name);
				if (pod && spec && isAlive(container.phase)) this.containers.register(pod, state, container, spec);
			}
		}
	}
};
// src/session/machines.ts
function machinesOf(world, api) {
	return {
		add: () => addNode(world, api).metadata.name,
		isOn: (node) => isRunning(world, node),
		power: (node, on) => setRunning(world, node, on),
		isTunnelOpen: () => tunnelState(world).running,
		tunnel: (open) => changeTunnel(world, open ? 1 : -1)
	};
}
// src/session/rest.ts
/**
* The rest of the cluster: all that has nothing to do until a client asks for something. Loaded with the first request of a client
* (`Cluster`), so that a page begins with little; being there or not makes no difference to the world (see ARCHITECTURE.md).
*/
/** Adds it to a fresh cluster whose control plane writes through `writes`. It only registers code: no state changes. */
function addRest(world, kernel, writes) {
	const server = new ApiServer(world, kinds, admissions, writes);
	const network = new Network(world);
	server.aggregate(metricsApi);
	runControllers(world, server, controllers);
	return {
		server,
		network,
		nodes: new NodeAgent({
			world,
			server,
			kernel,
			network,
			programs: imageTools
		}),
		minikube: minikubeDevice(world, server, machinesOf(world, server))
	};
}
export { use as _, VERSION$3 as a, addRest, header as c, respond$1 as d, splitPath as f, listen$1 as g, exec$1 as h, ROOT$1 as i, httpDate as l, awaitSignal as m, VERSION$1 as n, accessLine as o, typeOf as p, VERSION$2 as r, byteLength as s, PORT as t, reasonOf as u };
