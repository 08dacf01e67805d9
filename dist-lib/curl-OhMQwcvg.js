import { C as write, T as SysError, a as isatty, h as readAll, i as files, l as now, n as device, t as close, u as open, y as sleep } from "./sys-DzG-ihIq.js";
import { r as byteLength } from "./lines-C_9WBvXS.js";
import { t as Failure } from "./tool-C9Ng63UA.js";
import { a as requestFor, i as parseUrl, n as VERSION, o as resolveLocation, r as bodyOf, t as CurlError } from "./request-UfJIfRCu.js";
// src/tools/curl/report.ts
/** What curl prints beside the body: the progress meter, -v and -w. */
var METER = "  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n                                 Dload  Upload   Total   Spent    Left  Speed\n";
/** A count in five columns, as the meter has it. */
function five(bytes) {
	if (bytes < 1e5) return String(bytes).padStart(5);
	if (bytes < 1024e4) return `${Math.floor(bytes / 1024)}k`.padStart(5);
	return `${(bytes / 1024 / 1024).toFixed(1)}M`.padStart(5);
}
function clock(ms) {
	const seconds = Math.floor(ms / 1e3);
	if (seconds === 0) return "--:--:--";
	const two = (n) => String(n).padStart(2, "0");
	return `${String(Math.floor(seconds / 3600)).padStart(2)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
function row(received, total, ms) {
	const speed = received === 0 ? 0 : Math.floor(received * 1e3 / Math.max(1, ms));
	const percent = (part) => String(part).padStart(3);
	const all = received > 0 ? 100 : 0;
	return `\r${percent(all)} ${five(received)}  ${percent(total > 0 ? all : 0)} ${five(received)}    0     0  ${five(speed)}     0 --:--:-- ${clock(ms)} --:--:-- ${five(speed)}`;
}
/** The head of the meter and its first row. */
function* meterStart() {
	yield* write(2, METER + row(0, 0, 0));
}
/** The last row. `known`: the length was announced. */
function* meterEnd(received, known, ms) {
	yield* write(2, `${row(received, known ? received : 0, ms)}\n`);
}
var isAddress = (host) => /^[\d.]+$/.test(host) || host.includes(":");
/** -v up to the request; for a failed connection up to its error. */
function connectLines(url, result, compat) {
	const { host, port } = url;
	const { address, failure } = result;
	if (address === void 0) return "";
	const shown = address.includes(":") ? `[${address}]` : address;
	const trying = `${isAddress(host) || compat ? "" : `* Host ${host}:${port} was resolved.\n* IPv6: (none)\n* IPv4: ${address}\n`}*   Trying ${shown}:${port}...\n`;
	const why = failure === "refused" ? "Connection refused" : failure === "unreachable" ? "No route to host" : failure === "timeout" ? "Connection timed out" : void 0;
	if (why) return `${trying}* connect to ${address} port ${port} failed: ${why}\n`;
	const connected = `${trying}* Connected to ${host} (${address}) port ${port}${compat ? " (#0)" : ""}\n`;
	if (url.scheme !== "https") return connected + (compat ? "" : "* using HTTP/1.x\n");
	return `${connected}* ALPN: curl offers h2,http/1.1\n* TLSv1.3 (OUT), TLS handshake, Client hello (1):\n`;
}
function requestLines(request) {
	return `${[
		`${request.method} ${request.path} HTTP/1.1`,
		...request.headers.map(([name, value]) => `${name}: ${value}`),
		""
	].map((line) => `> ${line}\r\n`).join("")}`;
}
/** Status line and headers as they came, with the empty line. */
function headText(result) {
	const { status, reason, headers } = result.response ?? {
		status: 0,
		reason: "",
		headers: []
	};
	return `${[
		`HTTP/1.1 ${status} ${reason}`,
		...headers.map(([name, value]) => `${name}: ${value}`),
		""
	].map((line) => `${line}\r\n`).join("")}`;
}
var seconds = (ms) => (ms / 1e3).toFixed(6);
/** The text of -w, with curl's variables. Unknown ones are named in `unknown`. */
function writeOut(format, transfer) {
	const { url, request, result } = transfer;
	const response = result?.response;
	const header = (name) => response?.headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? "";
	const status = String(response?.status ?? 0).padStart(3, "0");
	const size = response && request?.method !== "HEAD" ? byteLength(response.body) : 0;
	const connected = result?.address !== void 0 && (response !== void 0 || result.failure === "empty" || result.failure === "reset");
	const connectMs = connected ? result?.elapsedMs ?? 0 : 0;
	const startMs = response ? connectMs + (response.delayMs ?? 0) : 0;
	const values = {
		content_type: header("content-type"),
		errormsg: transfer.message,
		exitcode: String(transfer.code),
		filename_effective: transfer.filename,
		http_code: status,
		http_connect: "000",
		http_version: response ? "1.1" : "0",
		local_ip: "",
		local_port: "0",
		method: request?.method ?? "GET",
		num_certs: "0",
		num_connects: connected ? "1" : "0",
		num_headers: String(response?.headers.length ?? 0),
		num_redirects: String(transfer.redirects),
		redirect_url: transfer.redirectUrl,
		referer: "",
		remote_ip: result?.address ?? "",
		remote_port: connected ? String(url.port) : "0",
		response_code: status,
		scheme: connected ? url.scheme : "",
		size_download: String(size),
		size_header: String(response ? byteLength(headText(result)) : 0),
		size_request: String(request && connected ? byteLength(requestLines(request)) - 2 * (request.headers.length + 2) : 0),
		size_upload: String(byteLength(request?.body ?? "")),
		speed_download: String(Math.floor(size * 1e3 / Math.max(1, transfer.totalMs))),
		speed_upload: "0",
		ssl_verify_result: "0",
		time_appconnect: seconds(url.scheme === "https" ? connectMs : 0),
		time_connect: seconds(connectMs),
		time_namelookup: seconds(0),
		time_pretransfer: seconds(connectMs),
		time_redirect: seconds(0),
		time_starttransfer: seconds(startMs),
		time_total: seconds(transfer.totalMs),
		url: url.href,
		url_effective: url.href,
		urlnum: "0"
	};
	let error = "";
	let target = "out";
	let [text, other] = ["", ""];
	const put = (piece) => {
		if (target === "out") text += piece;
		else other += piece;
	};
	for (const [piece, name, headerName] of format.matchAll(/%\{([^}]*)\}|%header\{([^}]*)\}|%%|\\[nrt\\]|[^%\\]+|[^]/g)) if (name === "stdout") target = "out";
	else if (name === "stderr") target = "err";
	else if (name === "onerror") {
		if (transfer.code === 0) break;
	} else if (name === "json") put(`${JSON.stringify(values)}`);
	else if (name === "header_json") put(JSON.stringify(Object.fromEntries((response?.headers ?? []).map(([key, value]) => [key.toLowerCase(), [value]]))));
	else if (name !== void 0) {
		if (Object.hasOwn(values, name)) put(values[name]);
		else error += `curl: unknown --write-out variable: '${name}'\n`;
	} else if (headerName !== void 0) put(header(headerName));
	else put(piece === "%%" ? "%" : {
		"\\n": "\n",
		"\\r": "\r",
		"\\t": "	",
		"\\\\": "\\"
	}[piece] ?? piece);
	return {
		text,
		error: error + other
	};
}
// src/tools/curl/settings.ts
/** curl's command line: its own rules, not getopt's. */
var HINT = "curl: try 'curl --help' or 'curl --manual' for more information";
/** Long options: `:` takes an argument; the letter is the short form. Those of no effect here (a progress style, ...) are only taken. */
var LONG = "abstract-unix-socket: alt-svc: anyauth append/a basic cacert: capath: cert/E: cert-status ciphers: compressed compressed-ssh config/K: connect-timeout: connect-to: continue-at/C: cookie/b: cookie-jar/c: create-dirs crlf curves: data/d: data-ascii: data-binary: data-raw: data-urlencode: digest disable/q dns-servers: doh-url: dump-header/D: expect100-timeout: fail/f fail-early fail-with-body false-start form/F: get/G globoff/g haproxy-protocol head/I header/H: help/h:: http0.9 http1.0/0 http1.1 http2 http2-prior-knowledge http3 include/i insecure/k interface: ipv4/4 ipv6/6 json: junk-session-cookies/j keepalive-time: key: limit-rate: list-only/l local-port: location/L location-trusted max-filesize: max-redirs: max-time/m: negotiate netrc/n no-alpn no-buffer/N no-clobber no-keepalive no-progress-meter noproxy: ntlm oauth2-bearer: output/o: output-dir: parallel/Z pass: path-as-is pinnedpubkey: post301 post302 post303 progress-bar/# proto: proto-default: proxy/x: proxy-header: proxy-user/U: range/r: rate: raw referer/e: remote-header-name/J remote-name/O remote-name-all remote-time/R request/X: request-target: resolve: retry: retry-all-errors retry-connrefused retry-delay: retry-max-time: show-error/S silent/s socks5: socks5-hostname: speed-limit/Y: speed-time/y: ssl-no-revoke stderr: styled-output tcp-fastopen tcp-nodelay tls-max: tlsv1/1 tlsv1.2 tlsv1.3 tr-encoding trace: trace-ascii: trace-time unix-socket: upload-file/T: url: use-ascii/B user/u: user-agent/A: verbose/v version/V write-out/w: xattr";
/** Taken as valid, but what they ask for does not exist here. */
var UNSUPPORTED = /* @__PURE__ */ new Set([
	"config",
	"form",
	"continue-at",
	"proxy",
	"socks5",
	"socks5-hostname",
	"unix-socket",
	"abstract-unix-socket",
	"trace",
	"trace-ascii",
	"http3",
	"digest",
	"ntlm",
	"negotiate",
	"range"
]);
var NUMBERS = /* @__PURE__ */ new Set([
	"connect-timeout",
	"max-time",
	"max-redirs",
	"retry",
	"retry-delay",
	"retry-max-time"
]);
var options = /* @__PURE__ */ new Map();
var letters = /* @__PURE__ */ new Map();
for (const item of LONG.split(" ")) {
	const [, name = "", letter, colons = ""] = /^(.*?)(?:\/(.))?(:{0,2})$/.exec(item);
	options.set(name, {
		name,
		argument: colons === ":"
	});
	if (letter) letters.set(letter, name);
}
function usage(message) {
	return new Failure(`${message}\n${HINT}`, 2);
}
/** Reads curl's arguments. Throws Failure with curl's words. */
function parseSettings(args) {
	const given = [];
	const urls = [];
	const add = (name, shown, value) => {
		if (UNSUPPORTED.has(name)) throw usage(`option ${shown}: the installed libcurl version does not support this`);
		if (NUMBERS.has(name) && !/^\d+(\.\d*)?$|^\.\d+$/.test(value)) throw usage(`option ${shown}: expected a proper numerical parameter`);
		if (name === "url") urls.push(value);
		given.push([name, value]);
	};
	let literal = false;
	for (let i = 0; i < args.length; i++) {
		const arg = args[i];
		if (literal || !arg.startsWith("-") || arg === "-") {
			urls.push(arg);
			continue;
		}
		if (arg === "--") {
			literal = true;
			continue;
		}
		if (arg.startsWith("--")) {
			const wanted = arg.slice(2);
			const off = /^no-(.*)$/.exec(wanted)?.[1];
			const matching = [...options.keys()].filter((name) => name.startsWith(wanted));
			const option = options.get(wanted) ?? (matching.length === 1 ? options.get(matching[0]) : void 0);
			if (!option && off !== void 0 && options.get(off)) {
				for (let at = given.length - 1; at >= 0; at--) if (given[at]?.[0] === off) given.splice(at, 1);
				continue;
			}
			if (!option) throw usage(`option ${arg}: is ${matching.length > 1 ? "ambiguous" : "unknown"}`);
			if (option.argument && i + 1 >= args.length) throw usage(`option ${arg}: requires parameter`);
			add(option.name, arg, option.argument ? args[++i] : "");
			continue;
		}
		for (let at = 1; at < arg.length; at++) {
			const letter = arg[at];
			if (letter === ":") {
				given.push(["next", ""]);
				continue;
			}
			const option = options.get(letters.get(letter) ?? "");
			if (!option) throw usage(`option ${at > 1 ? arg : `-${letter}`}: is unknown`);
			if (!option.argument) {
				add(option.name, `-${letter}`, "");
				continue;
			}
			const attached = arg.slice(at + 1);
			if (attached === "" && i + 1 >= args.length) throw usage(`option ${at > 1 ? arg : `-${letter}`}: requires parameter`);
			add(option.name, `-${letter}`, attached !== "" ? attached : args[++i]);
			break;
		}
	}
	return {
		urls,
		given,
		has: (name) => given.some(([key]) => key === name),
		get: (name) => given.findLast(([key]) => key === name)?.[1],
		all: (name) => given.filter(([key]) => key === name).map(([, value]) => value)
	};
}
/** `--help`: the options that people use. */
var HELP = `Usage: curl [options...] <url>
 -d, --data <data>           HTTP POST data
 -f, --fail                  Fail fast with no output on HTTP errors
 -h, --help <subject>        Get help for commands
 -o, --output <file>         Write to file instead of stdout
 -O, --remote-name           Write output to file named as remote file
 -i, --show-headers          Show response headers in output
 -s, --silent                Silent mode
 -T, --upload-file <file>    Transfer local FILE to destination
 -u, --user <user:password>  Server user and password
 -A, --user-agent <name>     Send User-Agent <name> to server
 -v, --verbose               Make the operation more talkative
 -V, --version               Show version number and quit

This is not the full help; this menu is split into categories.
Use "--help category" to get an overview of all categories, which are:
auth, connection, curl, deprecated, dns, file, ftp, global, http, imap, ldap, 
output, pop3, post, proxy, scp, sftp, smtp, ssh, ssl, telnet, tftp, timeout, 
tls, upload, verbose.
Use "--help all" to list all options
Use "--help [option]" to view documentation for a given option
`;
// src/tools/curl/index.ts
/** curl: HTTP exchanges over the simulated network, with curl 8's options and words (curl 7's where the scenario says 2019). */
var RETRIED = [
	408,
	429,
	500,
	502,
	503,
	504
];
var CERTIFICATE = `SSL certificate problem: unable to get local issuer certificate
More details here: https://curl.se/docs/sslcerts.html

curl failed to verify the legitimacy of the server and therefore could not
establish a secure connection to it. To learn more about this situation and
how to fix it, please visit the webpage mentioned above.`;
/** Runs curl with these settings and this output, one URL after the other. */
var Client = class {
	call;
	settings;
	terminal;
	/** Says what curl 7 said. */
	compat;
	constructor(call, settings, terminal) {
		this.call = call;
		this.settings = settings;
		this.terminal = terminal;
		this.compat = call.process.env["DRYDOCK_CURL_COMPAT"] === "2019";
	}
	/** One URL with its retries; the exit code. */
	*fetch(text, index) {
		const { settings } = this;
		const tries = Number(settings.get("retry") ?? 0);
		let wait = Number(settings.get("retry-delay") ?? 0) * 1e3;
		for (let left = tries;; left--) {
			const transfer = yield* this.attempt(text, index);
			yield* this.finish(transfer);
			const why = left > 0 ? this.retryReason(transfer) : void 0;
			if (why === void 0) return transfer.code;
			const pause = wait || 1e3;
			if (this.talks) yield* this.call.note(`Warning: Problem: ${why}. Will retry in ${pause / 1e3} second${pause === 1e3 ? "" : "s"}. ${left} ${left === 1 ? "retry" : "retries"} left.\n`);
			yield* sleep(pause);
			if (!settings.get("retry-delay")) wait = Math.min(pause * 2, 6e5);
		}
	}
	get talks() {
		return !this.settings.has("silent") || this.settings.has("show-error");
	}
	retryReason({ code, result }) {
		const status = result?.response?.status ?? 0;
		if (code === 28 || code === 6) return "timeout";
		if (code === 7 && result?.failure === "refused" && this.settings.has("retry-connrefused")) return "connection refused";
		if ((code === 0 || code === 22) && RETRIED.includes(status)) return "HTTP error";
		return code !== 0 && this.settings.has("retry-all-errors") ? "(retrying all errors)" : void 0;
	}
	*verbose(text) {
		if (this.settings.has("verbose") && text !== "") yield* this.call.note(text);
	}
	/** One try, redirects followed. What went wrong is in the transfer's code and message. */
	*attempt(text, index) {
		const { settings } = this;
		const started = yield* now();
		const facts = {
			redirects: 0,
			redirectUrl: "",
			filename: ""
		};
		let url = {
			scheme: "http",
			host: text,
			port: 80,
			path: "/",
			user: void 0,
			href: text
		};
		let request;
		let result;
		let metered = false;
		const done = function* (code, message) {
			return {
				...facts,
				url,
				code,
				message,
				totalMs: (yield* now()) - started,
				...request && { request },
				...result && { result }
			};
		};
		try {
			url = parseUrl(text, this.compat);
			const upload = settings.get("upload-file");
			const uploaded = upload === void 0 ? void 0 : yield* this.uploadText(upload);
			let body = yield* bodyOf(settings);
			const output = settings.all("output")[index] ?? (settings.has("remote-name") || settings.has("remote-name-all") ? url.path.replace(/\?.*$/s, "").replace(/^.*\//s, "") || "curl_response" : void 0);
			facts.filename = output === "-" ? "" : output ?? "";
			metered = !settings.has("silent") && !settings.has("no-progress-meter") && !settings.has("progress-bar") && (facts.filename !== "" || !this.terminal);
			if (metered) yield* meterStart();
			for (;;) {
				request = requestFor(settings, url, body, uploaded);
				result = yield* this.exchange(url, request);
				const { response } = result;
				const location = response?.headers.find(([name]) => name.toLowerCase() === "location")?.[1];
				if (!response || !location || response.status < 300 || response.status >= 400) break;
				const next = parseUrl(resolveLocation(url, location), this.compat);
				facts.redirectUrl = next.href;
				if (!settings.has("location") && !settings.has("location-trusted")) break;
				const most = Number(settings.get("max-redirs") ?? 50);
				if (facts.redirects >= most) throw new CurlError(47, `Maximum (${most}) redirects followed`);
				facts.redirects++;
				if (settings.has("include")) this.call.put(headText(result));
				yield* this.verbose(`* Connection #0 to host ${url.host} left intact\n* Issue another request to this URL: '${next.href}'\n`);
				if (response.status < 304 && response.status !== 300) body = void 0;
				url = next;
				facts.redirectUrl = "";
			}
			yield* this.deliver(request, result, facts.filename);
			if (metered) yield* this.meterDone(request, result, (yield* now()) - started);
			yield* this.verbose(`* Connection #0 to host ${url.host} left intact\n`);
			const status = result.response?.status ?? 0;
			if (status >= 400 && (settings.has("fail") || settings.has("fail-with-body"))) return yield* done(22, `The requested URL returned error: ${status}`);
			return yield* done(0, "");
		} catch (error) {
			if (!(error instanceof CurlError)) throw error;
			if (metered) yield* meterEnd(0, false, (yield* now()) - started);
			return yield* done(error.code, error.message);
		}
	}
	*uploadText(path) {
		if (path === "-" || path === ".") return yield* readAll(0);
		try {
			const fd = yield* open(path, "r");
			const text = yield* readAll(fd);
			yield* close(fd);
			return text;
		} catch (error) {
			if (!(error instanceof SysError)) throw error;
			throw new CurlError(26, `Failed to open '${path}'`);
		}
	}
	/** Connects, sends and receives within the time limits. Throws CurlError. */
	*exchange(url, request) {
		const { settings } = this;
		const limitOf = (name) => Number(settings.get(name) ?? 0) * 1e3 || Number.POSITIVE_INFINITY;
		const most = limitOf("max-time");
		const connectLimit = Math.min(limitOf("connect-timeout"), most);
		if (settings.has("ipv6") && !url.host.includes(":")) {
			yield* this.verbose(`* Could not resolve host: ${url.host}\n* shutting down connection #0\n`);
			throw new CurlError(6, `Could not resolve host: ${url.host}`);
		}
		const host = (settings.all("resolve").map((text) => /^\+?([^:]+):(\d+):(.+)$/.exec(text)).find((match) => (match?.[1] === url.host || match?.[1] === "*") && Number(match?.[2]) === url.port)?.[3]?.split(",")[0] ?? request.host).replace(/^\[|\]$/g, "");
		const asked = {
			...request,
			host
		};
		const result = yield* device("network", {
			op: "http",
			request: asked,
			...Number.isFinite(connectLimit) && { timeoutMs: connectLimit }
		});
		yield* sleep(Math.min(result.elapsedMs, connectLimit));
		yield* this.verbose(connectLines(url, result, this.compat));
		const failed = this.connectError(url, result, connectLimit);
		if (failed) {
			yield* this.verbose(`* ${failed.message.split("\n")[0]}\n* ${this.compat ? "Closing connection 0" : failed.code === 6 ? "shutting down connection #0" : "closing connection #0"}\n`);
			throw failed;
		}
		yield* this.verbose(requestLines(request));
		if (request.body) yield* this.verbose(`* upload completely sent off: ${byteLength(request.body)} bytes\n`);
		else if (!this.compat) yield* this.verbose("* Request completely sent off\n");
		const delay = result.response?.delayMs ?? 0;
		if (result.elapsedMs + delay > most) {
			yield* sleep(most - result.elapsedMs);
			const message = `Operation timed out after ${Math.round(most) + 1} milliseconds with 0 bytes received`;
			yield* this.verbose(`* ${message}\n* closing connection #0\n`);
			throw new CurlError(28, message);
		}
		yield* sleep(delay);
		if (result.failure || !result.response) {
			const empty = result.failure !== "reset";
			const message = empty ? "Empty reply from server" : "Recv failure: Connection reset by peer";
			yield* this.verbose(`* ${message}\n* ${empty ? "shutting down" : "closing"} connection #0\n`);
			throw new CurlError(empty ? 52 : 56, message);
		}
		yield* this.verbose(headText(result).replace(/^/gm, "< ").replace(/< $/, ""));
		return result;
	}
	/** The error of a connection that was not made. */
	connectError({ host, port, scheme }, { failure, elapsedMs, address }, limit) {
		const after = Math.round(elapsedMs);
		const failed = (reason) => this.compat ? `Failed to connect to ${host} port ${port}: ${reason}` : `Failed to connect to ${host} port ${port} after ${after} ms: Could not connect to server`;
		if (failure === "unresolved") {
			if (elapsedMs >= limit) return new CurlError(28, `Resolving timed out after ${after + 1} milliseconds`);
			return new CurlError(6, `Could not resolve host: ${host}`);
		}
		if (failure === "refused") return new CurlError(7, failed("Connection refused"));
		if (failure === "unreachable") return new CurlError(7, failed("No route to host"));
		if (failure === "timeout") {
			if (elapsedMs >= limit) return new CurlError(28, `Connection timed out after ${after + 1} milliseconds`);
			return new CurlError(this.compat ? 7 : 28, failed("Connection timed out"));
		}
		if (scheme !== "https") return void 0;
		if (failure === "reset") return new CurlError(35, "TLS connect error: error:0A00010B:SSL routines::wrong version number");
		return /^(10\.|127\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address ?? "") && !failure && !this.settings.has("insecure") && !this.settings.has("cacert") ? new CurlError(60, CERTIFICATE) : void 0;
	}
	/** Writes headers (where asked) and body to where they belong. */
	*deliver(request, result, filename) {
		const { settings, call } = this;
		const { response } = result;
		if (!response) return;
		const head = headText(result);
		const dump = settings.get("dump-header");
		const withHead = settings.has("head") || settings.has("include") || dump === "-";
		const failing = response.status >= 400 && settings.has("fail") && !settings.has("fail-with-body");
		const body = request.method === "HEAD" || failing ? "" : response.body;
		if (dump !== void 0 && dump !== "-") yield* files((fs, cwd) => fs.write(fs.resolve(cwd, dump), head));
		if (!this.terminal && body !== "") yield* this.verbose(`{ [${byteLength(body)} bytes data]\n`);
		const text = (withHead && !(failing && !settings.has("head")) ? head : "") + body;
		if (filename === "") {
			call.put(text);
			yield* call.flush();
			return;
		}
		const path = settings.has("output-dir") ? `${settings.get("output-dir")}/${filename}` : filename;
		try {
			if (settings.has("create-dirs")) yield* files((fs, cwd) => fs.mkdir(fs.resolve(cwd, path.replace(/[^/]*$/, ".")), { parents: true }));
			const fd = yield* open(path, "w");
			yield* write(fd, text);
			yield* close(fd);
		} catch (error) {
			if (!(error instanceof SysError)) throw error;
			if (this.talks) yield* call.note(`Warning: Failed to open the file ${path}: ${error.message}\n`);
			throw new CurlError(23, `Failure writing output to destination, passed ${byteLength(text)} returned 0`);
		}
	}
	*meterDone(request, result, ms) {
		const { response } = result;
		yield* meterEnd(response && request.method !== "HEAD" ? byteLength(response.body) : 0, response?.headers.some(([name]) => name.toLowerCase() === "content-length") ?? false, ms);
	}
	/** -w and the error line. */
	*finish(transfer) {
		const { call, settings } = this;
		const format = settings.get("write-out");
		if (transfer.code !== 0 && this.talks) yield* call.note(`curl: (${transfer.code}) ${transfer.message}\n`);
		if (format === void 0) return;
		const { text, error } = writeOut(format.startsWith("@") ? yield* this.uploadText(format.slice(1)) : format, transfer);
		call.put(text);
		if (error !== "") yield* call.note(error);
		yield* call.flush();
	}
};
var curl = function* (call) {
	if (call.args.length === 0) throw new Failure(HINT, 2, true);
	const settings = parseSettings(call.args);
	if (settings.has("help")) {
		call.put(HELP);
		return 0;
	}
	if (settings.has("version")) {
		call.put(`curl ${VERSION} (x86_64-pc-linux-gnu) libcurl/${VERSION} OpenSSL/3.5.1\nRelease-Date: 2025-06-04\nProtocols: http https\nFeatures: alt-svc HSTS HTTPS-proxy IPv6 SSL\n`);
		return 0;
	}
	if (settings.urls.length === 0) throw new Failure(`${call.process.env["DRYDOCK_CURL_COMPAT"] === "2019" ? "no URL specified!" : "(2) no URL specified"}\n${HINT}`, 2);
	const client = new Client(call, settings, yield* isatty(1));
	let code = 0;
	for (const [index, url] of settings.urls.entries()) {
		code = yield* client.fetch(url, index);
		if (code !== 0 && settings.has("fail-early")) break;
	}
	return code;
};
export { curl };
