import { C as write, l as now } from "./sys-DzG-ihIq.js";
import { c as header, d as respond, f as splitPath, g as listen, i as ROOT, l as httpDate, m as awaitSignal, o as accessLine, p as typeOf, s as byteLength, u as reasonOf } from "./rest-rTMqmQgb.js";
// src/node/images/httpd-programs.ts
/** Apache httpd: the document root of its container. */
/** httpd's error log names the time like this: `Tue Nov 24 09:00:00.123456 2026`. */
function errorTime(ms) {
	const [, day, date, month, year, time] = /^(\w+), (\d+) (\w+) (\d+) ([\d:]+)/.exec(httpDate(ms)) ?? [];
	return `${day} ${month} ${date} ${time}.${String(ms % 1e3).padStart(3, "0")}000 ${year}`;
}
function* httpd(process) {
	const version = process.env["HTTPD_VERSION"] ?? "2.4.66";
	if (process.argv.includes("-v")) {
		yield* write(1, `Server version: Apache/${version} (Unix)\n`);
		return 0;
	}
	const time = errorTime(yield* now());
	if (!(yield* listen(80, "httpd", { version }))) {
		yield* write(2, "(98)Address already in use: AH00072: make_sock: could not bind to address 0.0.0.0:80\nno listening sockets available, shutting down\nAH00015: Unable to open logs\n");
		return 1;
	}
	const name = `AH00558: httpd: Could not reliably determine the server's fully qualified domain name, using ${process.machine.hostname}. Set the 'ServerName' directive globally to suppress this message\n`;
	yield* write(2, `${name}${name}[${time}] [mpm_event:notice] [pid 1:tid 1] AH00489: Apache/${version} (Unix) configured -- resuming normal operations\n[${time}] [core:notice] [pid 1:tid 1] AH00094: Command line: 'httpd -D FOREGROUND'\n`);
	const text = (yield* awaitSignal([
		"SIGTERM",
		"SIGWINCH",
		"SIGINT"
	])) === "SIGWINCH" ? "AH00492: caught SIGWINCH, shutting down gracefully" : "AH00491: caught SIGTERM, shutting down";
	yield* write(2, `[${errorTime(yield* now())}] [mpm_event:notice] [pid 1:tid 1] ${text}\n`);
	return 0;
}
var server = (request, context) => {
	const response = answer(request.method, splitPath(request.path).path, header(request, "host") ?? request.host, context);
	return {
		response,
		stdout: accessLine(request, response, context).replace(/ "[^"]*" "[^"]*"\n$/, "\n")
	};
};
function answer(method, path, host, context) {
	const { files } = context;
	const root = files.resolve("/", `${ROOT}/${path}`);
	if (!root.startsWith("/usr/local/apache2/htdocs")) return page(context, 400, "Your browser sent a request that this server could not understand.<br />");
	if (method !== "GET" && method !== "HEAD") return page(context, 405, `The requested method ${method} is not allowed for this URL.`);
	if (!files.exists(root)) return page(context, 404, "The requested URL was not found on this server.");
	if (!files.isDirectory(root)) return file(context, root);
	if (!path.endsWith("/")) return page(context, 301, `The document has moved <a href="http://${host}${path}/">here</a>.`, [["Location", `http://${host}${path}/`]]);
	const index = `${root}/index.html`;
	if (files.exists(index)) return file(context, index);
	return reply(context, 200, "text/html;charset=ISO-8859-1", `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">\n<html>\n <head>\n  <title>Index of ${path}</title>\n </head>\n <body>\n<h1>Index of ${path}</h1>\n<ul>${files.list(root).map((name) => `<li><a href="${name}"> ${name}</a></li>\n`).join("")}</ul>\n</body></html>\n`);
}
function file(context, path) {
	const entry = context.files.stat(path);
	return reply(context, 200, typeOf(path, "text/plain"), context.files.read(path), [
		["Last-Modified", httpDate(entry?.modified ?? 0)],
		["ETag", `"${(entry?.text.length ?? 0).toString(16)}-${(entry?.modified ?? 0).toString(16)}"`],
		["Accept-Ranges", "bytes"]
	]);
}
function page(context, status, text, headers = []) {
	const title = status === 405 ? "Method Not Allowed" : reasonOf(status);
	return {
		...reply(context, status, "text/html; charset=iso-8859-1", `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>${status} ${title}</title>\n</head><body>\n<h1>${title}</h1>\n<p>${text}</p>\n</body></html>\n`, headers),
		reason: title
	};
}
function reply(context, status, type, body, headers = []) {
	return respond(status, [
		["Date", httpDate(context.now)],
		["Server", `Apache/${String(context.args["version"])} (Unix)`],
		...headers,
		["Content-Length", String(byteLength(body))],
		["Content-Type", type]
	], body);
}
var programs = {
	httpd,
	"httpd-foreground": httpd
};
var servers = { httpd: server };
export { programs, servers };
