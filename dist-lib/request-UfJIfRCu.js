import { T as SysError, h as readAll, t as close, u as open } from "./sys-DzG-ihIq.js";
import { i as encodeBase64 } from "./bytes-BAG_fBvA.js";
import { r as byteLength } from "./lines-C_9WBvXS.js";
// src/tools/curl/request.ts
/** From curl's settings and a URL to an HTTP request. */
var VERSION = "8.14.1";
/** A transfer that failed: curl's number and words. */
var CurlError = class extends Error {
	code;
	constructor(code, message) {
		super(message);
		this.code = code;
	}
};
/** Parses a URL as curl does: the scheme may be missing. */
function parseUrl(text, compat) {
	const bad = (why) => {
		throw new CurlError(3, compat ? "URL using bad/illegal format or missing URL" : `URL rejected: ${why}`);
	};
	if (/[\x00-\x20\x7f]/.test(text)) bad("Malformed input to a URL function");
	const [, scheme = "http", rest = ""] = /^(?:([a-zA-Z][\w+.-]*):\/\/)?(.*)$/s.exec(text);
	const lower = scheme.toLowerCase();
	if (lower !== "http" && lower !== "https") throw new CurlError(1, `Protocol "${scheme}" ${compat ? "not supported or disabled in libcurl" : "not supported"}`);
	const [, user, authority = "", path = ""] = /^(?:([^@/?#]*)@)?([^/?#]*)([^#]*)/.exec(rest);
	const [, bracketed, plain = "", port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(.*))?$/s.exec(authority) ?? [];
	const host = bracketed ?? plain;
	if (host === "") bad(authority.startsWith("[") ? "Bad IPv6 address" : "No host part in the URL");
	if (/["<>\\^`{}|*$;'()]/.test(host)) bad("Bad hostname");
	if (port && (!/^\d+$/.test(port) || Number(port) > 65535)) bad("Port number was not a decimal number between 0 and 65535");
	const standard = lower === "https" ? 443 : 80;
	const full = path.startsWith("/") ? path : `/${path}`;
	return {
		scheme: lower,
		host,
		port: port ? Number(port) : standard,
		path: full.replace(/[^\x21-\x7e]/g, (c) => encodeURIComponent(c)),
		user: user === void 0 ? void 0 : decodeURIComponent(user.replace(/%(?![\da-fA-F]{2})/g, "%25")),
		href: `${lower}://${authority}${full}`
	};
}
/** The text of `@file` (or `@-`); for plain `-d` its newlines are taken out. */
function* fileText(path, strip) {
	let fd = 0;
	if (path !== "-") try {
		fd = yield* open(path, "r");
	} catch (error) {
		if (!(error instanceof SysError)) throw error;
		throw new CurlError(26, "Failed to open/read local data from file/application");
	}
	const text = yield* readAll(fd);
	if (fd !== 0) yield* close(fd);
	return strip ? text.replace(/[\r\n\0]/g, "") : text;
}
/** The body made by all -d options, joined by `&`; undefined when there is none. */
function* bodyOf(settings) {
	const parts = [];
	let json = false;
	for (const [name, value] of settings.given) if (name === "data" || name === "data-ascii" || name === "data-binary" || name === "json") {
		const text = value.startsWith("@") ? yield* fileText(value.slice(1), name === "data" || name === "data-ascii") : value;
		if (name === "json") {
			json = true;
			parts[Math.max(0, parts.length - 1)] = (parts.at(-1) ?? "") + text;
		} else parts.push(text);
	} else if (name === "data-raw") parts.push(value);
	else if (name === "data-urlencode") {
		const [, key, sign, rest = ""] = /^([^=@]*)([=@])?(.*)$/s.exec(value);
		const content = sign === "@" ? yield* fileText(rest, false) : sign === "=" ? rest : value;
		parts.push(`${sign !== void 0 && key ? `${key}=` : ""}${encodeURIComponent(content).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`);
	}
	if (parts.length === 0) return void 0;
	return {
		text: parts.join("&"),
		json
	};
}
/** The request for one URL. `upload` is the text of -T. */
function requestFor(settings, url, body, upload) {
	const asQuery = settings.has("get") && body !== void 0;
	const content = upload ?? (asQuery ? void 0 : body?.text);
	const own = [];
	for (const line of settings.all("header")) {
		const colon = line.indexOf(":");
		if (colon > 0) own.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim() || void 0]);
		else if (/^[^:]+;$/.test(line)) own.push([line.slice(0, -1), ""]);
	}
	const named = (name) => own.some(([key]) => key.toLowerCase() === name.toLowerCase());
	const headers = [];
	const add = (name, value) => {
		if (value !== void 0 && !named(name)) headers.push([name, value]);
	};
	const standard = url.port === (url.scheme === "https" ? 443 : 80);
	const host = url.host.includes(":") ? `[${url.host}]` : url.host;
	const ownHost = own.find(([key]) => key.toLowerCase() === "host");
	headers.push(["Host", ownHost ? ownHost[1] ?? "" : standard ? host : `${host}:${url.port}`]);
	const user = settings.get("user") ?? url.user;
	if (settings.has("oauth2-bearer")) add("Authorization", `Bearer ${settings.get("oauth2-bearer")}`);
	else if (user !== void 0) add("Authorization", `Basic ${encodeBase64(user.includes(":") ? user : `${user}:`)}`);
	const agent = settings.get("user-agent");
	if (agent !== "") add("User-Agent", agent ?? `curl/8.14.1`);
	add("Accept", body?.json ? "application/json" : "*/*");
	if (settings.has("compressed")) add("Accept-Encoding", "deflate, gzip, br, zstd");
	add("Referer", settings.get("referer"));
	const cookies = settings.all("cookie").filter((text) => text.includes("="));
	if (cookies.length > 0) add("Cookie", cookies.join("; "));
	for (const [name, value] of own) if (name.toLowerCase() !== "host" && value !== void 0) headers.push([name, value]);
	if (content !== void 0) {
		add("Content-Length", String(byteLength(content)));
		if (upload === void 0) add("Content-Type", body?.json ? "application/json" : "application/x-www-form-urlencoded");
	}
	const method = settings.get("request") ?? (settings.has("head") ? "HEAD" : upload !== void 0 ? "PUT" : content !== void 0 ? "POST" : "GET");
	const path = asQuery ? `${url.path}${url.path.includes("?") ? "&" : "?"}${body.text}` : url.path;
	return {
		method,
		scheme: url.scheme,
		host: url.host,
		port: url.port,
		path: settings.get("request-target") ?? path,
		headers,
		...content !== void 0 && { body: content }
	};
}
/** Where a Location header leads. */
function resolveLocation({ scheme, host, port, path }, location) {
	if (/^[a-z]+:\/\//i.test(location)) return location;
	const authority = `${host.includes(":") ? `[${host}]` : host}${port === (scheme === "https" ? 443 : 80) ? "" : `:${port}`}`;
	if (location.startsWith("//")) return `${scheme}:${location}`;
	if (location.startsWith("/")) return `${scheme}://${authority}${location}`;
	return `${scheme}://${authority}${path.replace(/\?.*$/s, "").replace(/[^/]*$/, "")}${location}`;
}
export { requestFor as a, parseUrl as i, VERSION as n, resolveLocation as o, bodyOf as r, CurlError as t };
