import { a as formatTime } from "./duration-BkGN6qFG.js";
import { C as write, i as files, l as now } from "./sys-DzG-ihIq.js";
import { c as header, d as respond, f as splitPath, g as listen, h as exec, l as httpDate, m as awaitSignal, o as accessLine, p as typeOf, u as reasonOf } from "./rest-rTMqmQgb.js";
// src/node/images/nginx-config.ts
/** A fault in the text; the message ends as nginx prints it: `... in /etc/nginx/conf.d/x.conf:3`. */
var ConfigError = class extends Error {};
/** Directives that are known; those that the model does not act on only tune the real server. */
var KNOWN = new Set(`absolute_redirect access_log add_header alias allow auth_basic auth_basic_user_file autoindex charset client_body_buffer_size client_body_timeout
  client_header_timeout client_max_body_size default_type deny error_log error_page etag expires gzip gzip_comp_level gzip_min_length gzip_proxied
  gzip_types gzip_vary if include index internal keepalive_requests keepalive_timeout large_client_header_buffers limit_req limit_req_zone listen
  location log_format log_not_found map proxy_buffering proxy_buffers proxy_cache proxy_connect_timeout proxy_http_version proxy_pass
  proxy_read_timeout proxy_redirect proxy_send_timeout proxy_set_header real_ip_header resolver return rewrite root sendfile send_timeout server
  server_name server_name_in_redirect server_tokens set set_real_ip_from ssl_certificate ssl_certificate_key ssl_ciphers ssl_protocols
  stub_status tcp_nodelay tcp_nopush try_files types types_hash_max_size underscores_in_headers upstream worker_connections worker_processes
  user pid events http zone least_conn ip_hash keepalive`.split(/\s+/));
/** Reads the text of a configuration file. Throws ConfigError. */
function parseConfig(text, file) {
	const tokens = tokenize(text, file);
	let at = 0;
	const fail = (what, line) => {
		throw new ConfigError(`${what} in ${file}:${line}`);
	};
	function block(nested) {
		const found = [];
		for (;;) {
			const token = tokens[at];
			if (!token) {
				if (nested) fail("unexpected end of file, expecting \"}\"", tokens.at(-1)?.line ?? 1);
				return found;
			}
			at++;
			if (token.text === "}" && !token.quoted) {
				if (!nested) fail("unexpected \"}\"", token.line);
				return found;
			}
			const args = [];
			for (;;) {
				const next = tokens[at];
				if (!next) return fail("unexpected end of file, expecting \";\" or \"}\"", token.line);
				at++;
				if (!next.quoted && next.text === ";") {
					if (!KNOWN.has(token.text)) fail(`unknown directive "${token.text}"`, token.line);
					found.push({
						name: token.text,
						args,
						block: void 0,
						line: token.line
					});
					break;
				}
				if (!next.quoted && next.text === "{") {
					if (!KNOWN.has(token.text)) fail(`unknown directive "${token.text}"`, token.line);
					found.push({
						name: token.text,
						args,
						block: token.text === "types" || token.text === "map" ? skip() : block(true),
						line: token.line
					});
					break;
				}
				if (!next.quoted && next.text === "}") fail("unexpected \"}\"", next.line);
				args.push(next.text);
			}
		}
	}
	/** Blocks whose lines are no directives. */
	function skip() {
		while (tokens[at] && tokens[at]?.text !== "}") at++;
		at++;
		return [];
	}
	return block(false);
}
function tokenize(text, file) {
	const tokens = [];
	const pattern = /(\s+)|(#[^\n]*)|([;{}])|"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|((?:\$\{\w+\}|\\[\s\S]|[^\s;{}"'#\\])(?:\$\{\w+\}|\\[\s\S]|[^\s;{}\\])*)/y;
	let line = 1;
	while (pattern.lastIndex < text.length) {
		const start = pattern.lastIndex;
		const found = pattern.exec(text);
		if (!found) throw new ConfigError(`unexpected end of file, expecting ";" or "}" in ${file}:${text.slice(0, start).split("\n").length}`);
		const [all, space, comment, sign, double, single, word] = found;
		if (space === void 0 && comment === void 0) {
			const quoted = double ?? single;
			if (quoted !== void 0) tokens.push({
				text: quoted.replace(/\\(["'\\])/g, "$1").replace(/\\n/g, "\n").replace(/\\t/g, "	"),
				quoted: true,
				line
			});
			else tokens.push({
				text: sign ?? word ?? "",
				quoted: false,
				line
			});
		}
		line += all.split("\n").length - 1;
	}
	return tokens;
}
var read = /* @__PURE__ */ new WeakMap();
/** The virtual servers of the files' directives, in order. */
function serversOf(directives) {
	return directives.filter(({ name }) => name === "server").map((directive) => {
		let server = read.get(directive);
		if (!server) read.set(directive, server = serverOf(directive));
		return server;
	});
}
function serverOf({ block = [] }) {
	const listens = block.filter(({ name }) => name === "listen").map(({ args }) => Number(/(?:^|:)(\d+)$/.exec(args[0] ?? "")?.[1] ?? 80));
	return {
		ports: listens.length > 0 ? [...new Set(listens)] : [80],
		names: block.filter(({ name }) => name === "server_name").flatMap(({ args }) => args),
		directives: block.filter(({ name }) => name !== "location"),
		locations: block.filter(({ name }) => name === "location").map(({ args, block: inner = [] }) => ({
			match: args.length > 1 ? args[0] : "",
			path: args.at(-1) ?? "/",
			directives: inner
		}))
	};
}
/** The location that answers for a path: exact, then `^~` and the longest prefix, regular expressions in between as nginx has it. */
function locationFor(server, path) {
	const exact = server.locations.find(({ match, path: at }) => match === "=" && at === path);
	if (exact) return exact;
	const prefix = server.locations.filter(({ match, path: at }) => (match === "" || match === "^~") && path.startsWith(at)).sort((a, b) => b.path.length - a.path.length)[0];
	if (prefix?.match === "^~") return prefix;
	return server.locations.find(({ match, path: at }) => (match === "~" || match === "~*") && matches(at, match, path)) ?? prefix;
}
function matches(pattern, match, path) {
	try {
		return new RegExp(pattern, match === "~*" ? "i" : "").test(path);
	} catch {
		return false;
	}
}
// src/node/images/nginx-programs.ts
/** nginx: serves the container's files as its configuration says, logs as the official image does. */
var CONFIG = "/etc/nginx/nginx.conf";
/** What the image's entrypoint prints before nginx starts. */
var ENTRYPOINT_LOG = [
	"/docker-entrypoint.sh: /docker-entrypoint.d/ is not empty, will attempt to perform configuration",
	"/docker-entrypoint.sh: Looking for shell scripts in /docker-entrypoint.d/",
	"/docker-entrypoint.sh: Launching /docker-entrypoint.d/10-listen-on-ipv6-by-default.sh",
	"10-listen-on-ipv6-by-default.sh: info: Getting the checksum of /etc/nginx/conf.d/default.conf",
	"10-listen-on-ipv6-by-default.sh: info: Enabled listen on IPv6 in /etc/nginx/conf.d/default.conf",
	"/docker-entrypoint.sh: Sourcing /docker-entrypoint.d/15-local-resolvers.envsh",
	"/docker-entrypoint.sh: Launching /docker-entrypoint.d/20-envsubst-on-templates.sh",
	"/docker-entrypoint.sh: Launching /docker-entrypoint.d/30-tune-worker-processes.sh",
	"/docker-entrypoint.sh: Configuration complete; ready for start up",
	""
].join("\n");
function* entrypoint(process) {
	const command = process.argv.slice(1);
	if (command[0] === "nginx" || command[0] === "nginx-debug") yield* write(1, ENTRYPOINT_LOG);
	return yield* exec(process, command);
}
function* nginx(process) {
	const version = process.env["NGINX_VERSION"] ?? "1.29.3";
	const flag = process.argv[1];
	if (flag === "-v") {
		yield* write(2, `nginx version: nginx/${version}\n`);
		return 0;
	}
	let servers = yield* load(process, flag === "-t");
	if (!servers) return 1;
	if (flag === "-t") {
		yield* write(2, `nginx: the configuration file ${CONFIG} syntax is ok\nnginx: configuration file ${CONFIG} test is successful\n`);
		return 0;
	}
	if (flag === "-s") return yield* signalMaster(process);
	for (;;) {
		for (const port of new Set(servers.flatMap(({ ports }) => ports))) {
			if (yield* listen(port, "nginx", {
				servers,
				version
			})) continue;
			yield* write(2, `nginx: [emerg] bind() to 0.0.0.0:${port} failed (98: Address already in use)\n`);
			return 1;
		}
		yield* write(2, yield* notices([
			"using the \"epoll\" event method",
			`nginx/${version}`,
			"start worker processes",
			"start worker process 29"
		]));
		const signal = yield* awaitSignal([
			"SIGQUIT",
			"SIGTERM",
			"SIGINT",
			"SIGHUP"
		]);
		if (signal !== "SIGHUP") {
			const number = {
				SIGQUIT: 3,
				SIGTERM: 15,
				SIGINT: 2
			}[signal];
			const how = signal === "SIGQUIT" ? "gracefully shutting down" : "exiting";
			yield* write(2, yield* notices([
				`signal ${number} (${signal}) received, ${how === "exiting" ? "exiting" : "shutting down"}`,
				how,
				"exit"
			]));
			return 0;
		}
		yield* write(2, yield* notices(["signal 1 (SIGHUP) received, reconfiguring", "reconfiguring"]));
		servers = (yield* load(process, false)) ?? servers;
	}
}
/** `nginx -s reload` and its like: a signal to process 1. */
function* signalMaster(process) {
	const signal = {
		reload: "SIGHUP",
		quit: "SIGQUIT",
		stop: "SIGTERM"
	}[process.argv[2]];
	if (!signal) {
		yield* write(2, `nginx: invalid option: "-s ${process.argv[2] ?? ""}"\n`);
		return 1;
	}
	yield {
		op: "kill",
		target: 1,
		signal
	};
	return 0;
}
function* notices(texts) {
	const time = errorTime(yield* now());
	return texts.map((text) => `${time} [notice] 1#1: ${text}\n`).join("");
}
/** `2026/11/24 09:00:00` */
function errorTime(ms) {
	return formatTime(ms).slice(0, 19).replaceAll("-", "/").replace("T", " ");
}
/** The servers of the configuration files; undefined after an error was written. */
function* load(process, test) {
	const read = yield* files(readServers);
	if (!(read instanceof ConfigError)) return read;
	const line = `nginx: [emerg] ${read.message}\n`;
	yield* write(2, process.pid === 1 ? `${errorTime(yield* now())} [emerg] 1#1: ${read.message}\n${line}` : line);
	if (test) yield* write(2, `nginx: configuration file ${CONFIG} test failed\n`);
}
function readServers(tree) {
	try {
		return serversIn(tree);
	} catch (error) {
		if (error instanceof ConfigError) return error;
		throw error;
	}
}
/** Most containers have the same configuration: what was read is kept by text, with the file that it was in. */
var parsed = /* @__PURE__ */ new Map();
var PARSED_LIMIT = 100;
function parse(tree, file) {
	const text = tree.read(file);
	const known = parsed.get(text);
	if (known?.file === file) return known.directives;
	const directives = parseConfig(text, file);
	if (parsed.size >= PARSED_LIMIT) parsed.clear();
	parsed.set(text, {
		file,
		directives
	});
	return directives;
}
function serversIn(tree) {
	if (!tree.exists(CONFIG)) throw new ConfigError(`open() "${CONFIG}" failed (2: No such file or directory)`);
	const http = parse(tree, CONFIG).find(({ name }) => name === "http")?.block ?? [];
	const directives = [];
	for (const directive of http) {
		if (directive.name !== "include") {
			directives.push(directive);
			continue;
		}
		for (const file of expand(tree, directive.args[0] ?? "")) directives.push(...parse(tree, file));
	}
	return serversOf(directives);
}
/** The files of an include with one star in its last part. */
function expand(tree, pattern) {
	if (!pattern.includes("*")) return tree.exists(pattern) && !pattern.endsWith("mime.types") ? [pattern] : [];
	const folder = pattern.slice(0, pattern.lastIndexOf("/"));
	const [before = "", after = ""] = pattern.slice(folder.length + 1).split("*");
	if (!tree.isDirectory(folder)) return [];
	return tree.list(folder).filter((name) => !name.startsWith(".") && name.startsWith(before) && name.endsWith(after)).map((name) => `${folder}/${name}`).filter((path) => !tree.isDirectory(path));
}
var nginxServer = (request, context) => {
	const servers = context.args["servers"];
	const host = (header(request, "host") ?? request.host).replace(/:\d+$/, "");
	const here = servers.filter(({ ports }) => ports.includes(context.port));
	const answer = answerFor(here.find(({ names }) => names.includes(host)) ?? here[0], request, context);
	const response = answer.response;
	return {
		...answer,
		stdout: accessLine(request, response, context, ` "${header(request, "x-forwarded-for") ?? "-"}"`)
	};
};
function answerFor(server, request, context) {
	const { path } = splitPath(request.path);
	const location = locationFor(server, path);
	const directives = [...location?.directives ?? [], ...server.directives];
	const find = (name) => directives.find((one) => one.name === name)?.args;
	const variables = (text) => expandVariables(text, request, context);
	const returned = find("return");
	if (returned) {
		const [first = "", second = ""] = returned;
		const status = /^\d+$/.test(first) ? Number(first) : 302;
		const text = variables(/^\d+$/.test(first) ? second : first);
		if (status >= 301 && status <= 308) return { response: page(context, status, [["Location", text]]) };
		if (text === "") return { response: page(context, status) };
		return { response: reply(context, status, find("default_type")?.[0] ?? "application/octet-stream", text, extra(directives, variables)) };
	}
	const target = find("proxy_pass")?.[0];
	if (target) return proxy(variables(target), location?.path ?? "/", request, context);
	if (request.method !== "GET" && request.method !== "HEAD") return { response: page(context, 405) };
	return serveFile(path, location?.path ?? "/", directives, variables, request, context);
}
function serveFile(path, at, directives, variables, request, context) {
	const { files: tree } = context;
	const find = (name) => directives.find((one) => one.name === name)?.args;
	const alias = find("alias")?.[0];
	const root = find("root")?.[0] ?? "/etc/nginx/html";
	const place = (url) => tree.resolve("/", alias ? `${alias}/${url.slice(at.length)}` : `${root}/${url}`);
	const candidates = find("try_files")?.map(variables);
	if (candidates) {
		const found = candidates.slice(0, -1).find((url) => tree.exists(place(url)) && tree.isDirectory(place(url)) === url.endsWith("/"));
		const last = candidates.at(-1) ?? "";
		if (!found && /^=\d+$/.test(last)) return { response: page(context, Number(last.slice(1))) };
		path = found ?? last;
	}
	let file = place(path);
	if (tree.isDirectory(file)) {
		if (!path.endsWith("/")) return { response: page(context, 301, [["Location", `http://${header(request, "host") ?? request.host}${path}/`]]) };
		const index = (find("index") ?? ["index.html"]).find((name) => tree.exists(`${file === "/" ? "" : file}/${name}`));
		if (!index) {
			if (find("autoindex")?.[0] === "on") return { response: reply(context, 200, "text/html", listing(path, tree.list(file))) };
			return {
				response: page(context, 403),
				stderr: errorLine(context, `directory index of "${file}/" is forbidden`, request)
			};
		}
		file = `${file === "/" ? "" : file}/${index}`;
	}
	if (!tree.exists(file)) return {
		response: page(context, 404),
		stderr: errorLine(context, `open() "${file}" failed (2: No such file or directory)`, request)
	};
	const entry = tree.stat(file);
	const headers = [
		["Last-Modified", httpDate(entry?.modified ?? 0)],
		["ETag", `"${Math.floor((entry?.modified ?? 0) / 1e3).toString(16)}-${(entry?.text.length ?? 0).toString(16)}"`],
		["Accept-Ranges", "bytes"]
	];
	return { response: reply(context, 200, typeOf(file, find("default_type")?.[0]), tree.read(file), [...headers, ...extra(directives, variables)]) };
}
function listing(path, names) {
	return `<html>\n<head><title>Index of ${path}</title></head>\n<body>\n<h1>Index of ${path}</h1><hr><pre><a href="../">../</a>\n${names.map((name) => `<a href="${name}">${name}</a>\n`).join("")}</pre><hr></body>\n</html>\n`;
}
function proxy(target, at, request, context) {
	const found = /^(https?):\/\/([^/:]+)(?::(\d+))?(\/.*)?$/.exec(target);
	const failure = page(context, 502);
	if (!found) return { response: failure };
	const [, scheme, host = "", port, prefix] = found;
	const kept = request.headers.filter(([name]) => !["host", "connection"].includes(name.toLowerCase()));
	return {
		response: failure,
		proxy: {
			...request,
			scheme,
			host,
			port: Number(port ?? (scheme === "https" ? 443 : 80)),
			path: prefix === void 0 ? request.path : prefix + request.path.slice(at.length),
			headers: [["Host", port ? `${host}:${port}` : host], ...kept]
		}
	};
}
function expandVariables(text, request, context) {
	const { path, query, parameters } = splitPath(request.path);
	return text.replace(/\$\{?(\w+)\}?/g, (all, name) => {
		if (name.startsWith("arg_")) return parameters[name.slice(4)] ?? "";
		if (name.startsWith("http_")) return header(request, name.slice(5).replaceAll("_", "-")) ?? "";
		const values = {
			uri: path,
			request_uri: request.path,
			args: query,
			query_string: query,
			is_args: query ? "?" : "",
			host: (header(request, "host") ?? request.host).replace(/:\d+$/, ""),
			hostname: context.hostname,
			remote_addr: context.client,
			scheme: request.scheme,
			request_method: request.method,
			server_addr: context.podIP,
			server_port: String(context.port),
			server_protocol: "HTTP/1.1",
			document_uri: path,
			time_iso8601: new Date(context.now).toISOString(),
			request: `${request.method} ${request.path} HTTP/1.1`,
			nginx_version: String(context.args["version"])
		};
		return Object.hasOwn(values, name) ? values[name] : all;
	});
}
function extra(directives, variables) {
	return directives.filter(({ name }) => name === "add_header").map(({ args }) => [args[0] ?? "", variables(args[1] ?? "")]);
}
function reply(context, status, type, body, headers = []) {
	const common = [
		["Server", `nginx/${String(context.args["version"])}`],
		["Date", httpDate(context.now)],
		["Content-Type", type]
	];
	const plain = respond(status, common, body);
	return {
		...plain,
		headers: [
			...plain.headers,
			...headers.slice(0, 1),
			["Connection", "keep-alive"],
			...headers.slice(1)
		]
	};
}
/** The page that nginx makes for a status. */
function page(context, status, headers = []) {
	const title = `${status} ${reasonOf(status)}`;
	return reply(context, status, "text/html", `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx/${String(context.args["version"])}</center>\r\n</body>\r\n</html>\r\n`, headers);
}
function errorLine(context, what, request) {
	const names = context.args["servers"][0]?.names[0] ?? "";
	return `${errorTime(context.now)} [error] 29#29: *${context.requests} ${what}, client: ${context.client}, server: ${names}, request: "${request.method} ${request.path} HTTP/1.1", host: "${header(request, "host") ?? request.host}"\n`;
}
var programs = {
	nginx,
	"/docker-entrypoint.sh": entrypoint
};
var servers = { nginx: nginxServer };
export { programs, servers };
