import { C as write, T as SysError, i as files, l as now, t as close, u as open } from "./sys-DzG-ihIq.js";
import { n as http } from "./client-B_noXVAs.js";
import { i as encodeBase64 } from "./bytes-BAG_fBvA.js";
import { i as parseUrl, o as resolveLocation, t as CurlError } from "./request-UfJIfRCu.js";
import { t as formatDate } from "./datetext-QImhSZTU.js";
import { r as byteLength } from "./lines-C_9WBvXS.js";
import { a as usageError, r as options } from "./options-DE9P4iOL.js";
import { t as Failure } from "./tool-C9Ng63UA.js";
// src/tools/net/wget.ts
/** wget: GNU's on the laptop, busybox's in images. */
var SPEC = "q,quiet O,output-document: P,directory-prefix: T,timeout: t,tries: S,server-response spider header: U,user-agent: post-data: post-file: method: body-data: body-file: user: password: http-user: http-password: no-check-certificate c,continue nv,no-verbose v,verbose content-on-error max-redirect: connect-timeout: read-timeout: dns-timeout: show-progress N,timestamping Y: no-proxy n: i: 4 6";
var MAX_REDIRECTS = 20;
/** GNU wget tries as often as it is told, but a refused connection only once. */
var DEFAULT_TIMEOUT_S = 900;
var wget = function* (call) {
	const args = call.args.flatMap((arg) => /^-n[vcdHp]$/.test(arg) ? arg === "-nv" ? ["--no-verbose"] : [] : [arg]);
	const given = options(call, SPEC, {
		args,
		code: call.busybox ? 1 : 2
	});
	if (given.operands.length === 0) throw new Failure(call.busybox ? usageError(call, "").trimStart() : "missing URL\nUsage: wget [OPTION]... [URL]...\n\nTry `wget --help' for more options.", 1, call.busybox);
	let code = 0;
	for (const operand of given.operands) {
		const job = {
			call,
			given,
			quiet: given.has("q")
		};
		code = Math.max(code, yield* fetchOne(job, operand));
	}
	return code;
};
function* fetchOne(job, operand) {
	const { call, given, quiet } = job;
	let url;
	try {
		url = parseUrl(operand, false);
	} catch (error) {
		if (!(error instanceof CurlError)) throw error;
		throw new Failure(call.busybox ? `not an http or ftp url: ${operand}` : `${operand}: ${error.message}.`);
	}
	const most = Number(given.get("max-redirect") ?? MAX_REDIRECTS);
	for (let redirects = 0;; redirects++) {
		const response = (yield* exchange(job, url, yield* requestOf(given, url))).response;
		if (given.has("S")) yield* note(job, headLines(response), true);
		const location = response.headers.find(([name]) => name.toLowerCase() === "location")?.[1];
		if (location && response.status >= 300 && response.status < 400) {
			if (redirects >= most) throw new Failure(call.busybox ? "too many redirections" : `${most} redirections exceeded.`, call.busybox ? 1 : 8, !call.busybox);
			url = parseUrl(resolveLocation(url, location), false);
			if (!call.busybox) yield* note(job, `Location: ${location} [following]\n--${stamp(yield* now())}--  ${url.href}\n`);
			continue;
		}
		if (response.status >= 400 && !given.has("content-on-error")) {
			if (call.busybox) throw new Failure(`server returned error: HTTP/1.1 ${response.status} ${response.reason}`);
			if (given.has("spider") && response.status === 404) {
				yield* note(job, "Remote file does not exist -- broken link!!!\n\n");
				return 8;
			}
			if (!quiet) yield* note(job, `${stamp(yield* now())} ERROR ${response.status}: ${response.reason}.\n\n`);
			return 8;
		}
		if (given.has("spider")) {
			yield* note(job, call.busybox ? "remote file exists\n" : "Remote file exists.\n\n");
			return 0;
		}
		yield* deliver(job, url, response);
		return 0;
	}
}
/** Says something that -q silences; `always`: -S asked for it. */
function* note({ call, quiet }, text, always = false) {
	if (!quiet || always) yield* call.note(text);
}
var stamp = (ms) => formatDate("%Y-%m-%d %H:%M:%S", ms);
var headLines = ({ status, reason, headers }) => [`HTTP/1.1 ${status} ${reason}`, ...headers.map(([name, value]) => `${name}: ${value}`)].map((line) => `  ${line}\n`).join("");
function* requestOf(given, url) {
	const file = given.get("post-file") ?? given.get("body-file");
	const body = file === void 0 ? given.get("post-data") ?? given.get("body-data") : yield* files((fs, cwd) => fs.read(fs.resolve(cwd, file)));
	const own = given.all("header").flatMap((line) => {
		const colon = line.indexOf(":");
		return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]] : [];
	});
	const headers = [];
	const add = (name, value) => {
		if (!own.some(([key]) => key.toLowerCase() === name.toLowerCase())) headers.push([name, value]);
	};
	add("Host", url.port === (url.scheme === "https" ? 443 : 80) ? url.host : `${url.host}:${url.port}`);
	add("User-Agent", given.get("U") ?? "Wget");
	const user = given.get("user") ?? given.get("http-user") ?? url.user?.replace(/:.*/s, "");
	const password = given.get("password") ?? given.get("http-password") ?? url.user?.replace(/^[^:]*:?/, "") ?? "";
	if (user !== void 0) add("Authorization", `Basic ${encodeBase64(`${user}:${password}`)}`);
	if (body !== void 0) {
		add("Content-Type", "application/x-www-form-urlencoded");
		add("Content-Length", String(byteLength(body)));
	}
	headers.push(...own, ["Connection", "close"]);
	return {
		method: given.get("method") ?? (body !== void 0 ? "POST" : given.has("spider") ? "HEAD" : "GET"),
		scheme: url.scheme,
		host: url.host,
		port: url.port,
		path: url.path,
		headers,
		...body !== void 0 && { body }
	};
}
/** One exchange, with what is said while connecting. Fails with the words and code of the real one. */
function* exchange(job, url, request) {
	const { call, given } = job;
	const seconds = Number(given.get("connect-timeout") ?? given.get("T") ?? DEFAULT_TIMEOUT_S);
	if (Number.isNaN(seconds)) throw new Failure(call.busybox ? `invalid number '${given.get("T")}'` : `--timeout: Invalid time period ‘${given.get("T")}’`);
	if (!call.busybox) yield* note(job, `--${stamp(yield* now())}--  ${url.href}\n`);
	const isAddress = /^\d+(\.\d+){3}$/.test(url.host);
	const resolving = !call.busybox && !isAddress ? `Resolving ${url.host} (${url.host})... ` : "";
	yield* note(job, resolving);
	const result = yield* http({
		...request,
		host: url.host.replace(/^\[|\]$/g, "")
	}, seconds > 0 ? seconds * 1e3 : void 0);
	const { address, failure } = result;
	if (failure === "unresolved") {
		if (call.busybox) throw new Failure(`bad address '${url.host}'`);
		yield* note(job, "failed: Name or service not known.\n");
		throw new Failure(`unable to resolve host address ‘${url.host}’`, 4);
	}
	if (call.busybox) yield* note(job, `Connecting to ${url.host}${url.host.includes(":") || request.port === 80 ? "" : `:${url.port}`} (${address}:${url.port})\n`);
	else {
		const to = isAddress ? `${url.host}:${url.port}` : `${url.host} (${url.host})|${address}|:${url.port}`;
		yield* note(job, `${resolving === "" ? "" : `${address}\n`}Connecting to ${to}... `);
	}
	const reasons = {
		refused: "Connection refused",
		unreachable: call.busybox ? "Host is unreachable" : "No route to host",
		timeout: "Connection timed out"
	};
	if (failure === "refused" || failure === "unreachable" || failure === "timeout") {
		if (call.busybox) throw new Failure(failure === "timeout" ? "download timed out" : `can't connect to remote host (${address}): ${reasons[failure]}`);
		yield* note(job, `failed: ${reasons[failure]}.\n`);
		return yield* leave(4);
	}
	if (!call.busybox) yield* note(job, `connected.\n`);
	if (url.scheme === "https" && /^(10\.|127\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address ?? "") && !given.has("no-check-certificate")) {
		if (call.busybox) yield* note(job, "wget: note: TLS certificate validation not implemented\n");
		else {
			yield* note(job, `ERROR: cannot verify ${url.host}'s certificate, issued by ‘CN=minikubeCA’:\n  Unable to locally verify the issuer's authority.\n`);
			yield* note(job, `To connect to ${url.host} insecurely, use \`--no-check-certificate'.\n`);
			return yield* leave(5);
		}
	}
	if (!call.busybox) yield* note(job, "HTTP request sent, awaiting response... ");
	if (!result.response) {
		if (call.busybox) throw new Failure("error getting response");
		yield* note(job, failure === "reset" ? "Read error (Connection reset by peer) in headers.\nGiving up.\n\n" : "No data received.\nGiving up.\n\n");
		return yield* leave(4);
	}
	if (!call.busybox) yield* note(job, `${result.response.status} ${result.response.reason}\n`);
	return result;
}
function* leave(code) {
	throw new Failure("", code);
}
/** Writes the body to the file or standard output, with the progress that the real one shows at its end. */
function* deliver(job, url, { body, headers }) {
	const { call, given } = job;
	const asked = given.get("O");
	const own = url.path.replace(/\?.*$/s, "").replace(/^.*\//s, "") || "index.html";
	const size = byteLength(body);
	const type = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1]?.replace(/;.*/, "");
	const path = asked ?? (given.has("P") ? `${given.get("P")?.replace(/\/$/, "")}/${own}` : call.busybox ? own : yield* unused(own));
	const human = size < 1024 ? String(size) : `${(size / 1024).toFixed(1)}K`;
	if (!call.busybox) {
		yield* note(job, `Length: ${size}${size >= 1024 ? ` (${human})` : ""}${type ? ` [${type}]` : ""}\n`);
		yield* note(job, `Saving to: ‘${path === "-" ? "STDOUT" : path}’\n\n`);
	} else yield* note(job, path === "-" ? "writing to stdout\n" : `saving to '${path}'\n`);
	if (path === "-") {
		call.put(body);
		yield* call.flush();
	} else try {
		const fd = yield* open(path, "w");
		yield* write(fd, body);
		yield* close(fd);
	} catch (error) {
		if (!(error instanceof SysError)) throw error;
		throw new Failure(call.busybox ? `can't open '${path}': ${error.message}` : `${path}: ${error.message}`, call.busybox ? 1 : 3, !call.busybox);
	}
	if (call.busybox) {
		yield* note(job, `${(path === "-" ? "-" : path).slice(0, 20).padEnd(20)} 100% |********************************| ${human.padStart(5)}  0:00:00 ETA\n`);
		yield* note(job, path === "-" ? "written to stdout\n" : `'${path}' saved\n`);
		return;
	}
	yield* note(job, `${(path === "-" ? "-" : path).slice(0, 19).padEnd(19)} 100%[===================>] ${`${human}`.padStart(7)}  --.-KB/s    in 0s      \n\n`);
	const saved = path === "-" ? "written to stdout" : `‘${path}’ saved`;
	yield* note(job, `${stamp(yield* now())} (${(Math.max(size, 1) / 1024 / 10).toFixed(1)} MB/s) - ${saved} [${size}/${size}]\n\n`);
}
/** GNU wget does not overwrite: index.html, index.html.1, ... */
function* unused(name) {
	return yield* files((fs, cwd) => {
		let path = name;
		for (let i = 1; fs.exists(fs.resolve(cwd, path)); i++) path = `${name}.${i}`;
		return path;
	});
}
export { wget };
