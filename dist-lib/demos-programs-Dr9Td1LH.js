import { C as write } from "./sys-DzG-ihIq.js";
import { d as respond, f as splitPath, g as listen, l as httpDate, m as awaitSignal, s as byteLength } from "./rest-rTMqmQgb.js";
// src/node/images/demos-programs.ts
/** Small demo servers that tutorials use: hello-app, echoserver, whoami, http-echo; all data but for their answers. */
/** Answers with a text in which `{hostname}` and the like are filled in: custom images use it too. */
var text = (request, context) => {
	const body = fillIn(String(context.args["text"] ?? ""), request, context);
	const status = Number(context.args["status"] ?? 200);
	const type = String(context.args["type"] ?? "text/plain; charset=utf-8");
	const log = context.args["log"];
	return {
		response: respond(status, [
			["Date", httpDate(context.now)],
			["Content-Length", String(byteLength(body))],
			["Content-Type", type]
		], body),
		...typeof log === "string" && { stdout: `${fillIn(log, request, context)}\n` }
	};
};
function fillIn(template, request, context) {
	const values = {
		hostname: context.hostname,
		podIP: context.podIP,
		client: context.client,
		path: request.path,
		method: request.method,
		requests: String(context.requests),
		host: request.host,
		time: logDate(context.now),
		port: String(context.port)
	};
	return template.replace(/\{(?:env\.(\w+)|(\w+))\}/g, (all, variable, name) => {
		if (variable !== void 0) return context.env[variable] ?? "";
		return Object.hasOwn(values, name) ? values[name] : all;
	});
}
/** `2026/11/24 09:00:00`, as Go's log package writes it. */
function logDate(ms) {
	return new Date(ms).toISOString().slice(0, 19).replaceAll("-", "/").replace("T", " ");
}
var echo = (request, { hostname, client, port, now }) => {
	const { path, query } = splitPath(request.path);
	const headers = [...request.headers].map(([name, value]) => `\t${name.toLowerCase()}=${value}`).sort();
	const lines = [
		"",
		"",
		`Hostname: ${hostname}`,
		"",
		"Pod Information:",
		"	-no pod information available-",
		"",
		"Server values:",
		"	server_version=nginx: 1.14.2 - lua: 10015",
		"",
		"Request Information:",
		`\tclient_address=${client}`,
		`\tmethod=${request.method}`,
		`\treal path=${request.path}`,
		`\tquery=${query}`,
		"	request_version=1.1",
		`\trequest_scheme=${request.scheme}`,
		`\trequest_uri=${request.scheme}://${request.host}:${port}${path}`,
		"",
		"Request Headers:",
		...headers,
		"",
		"Request Body:",
		request.body ?? "	-no body in request-",
		"",
		""
	];
	return { response: respond(200, [
		["Date", httpDate(now)],
		["Content-Type", "text/plain"],
		["Server", "echoserver"]
	], lines.join("\n")) };
};
var whoami = (request, { hostname, podIP, client, now }) => {
	const headers = request.headers.filter(([name]) => name.toLowerCase() !== "host").map(([name, value]) => `${name}: ${value}\n`).join("");
	const body = `Hostname: ${hostname}\nIP: 127.0.0.1\nIP: ${podIP}\nRemoteAddr: ${client}:40000\n${request.method} ${request.path} HTTP/1.1\nHost: ${request.host}\n${headers}\n`;
	return { response: respond(200, [["Date", httpDate(now)], ["Content-Type", "text/plain; charset=utf-8"]], body) };
};
/** hashicorp/http-echo: `-text=hello -listen=:5678`. */
function* httpEcho(process) {
	const option = (name) => {
		const at = process.argv.findIndex((arg) => new RegExp(`^--?${name}(?:=|$)`).test(arg));
		return at < 0 ? void 0 : process.argv[at]?.includes("=") ? process.argv[at]?.replace(/^[^=]*=/, "") : process.argv[at + 1];
	};
	const said = option("text") ?? process.env["ECHO_TEXT"];
	if (said === void 0) {
		yield* write(2, "Missing -text option!\n");
		return 127;
	}
	const port = Number((option("listen") ?? ":5678").replace(/^.*:/, ""));
	if (!(yield* listen(port, "text", {
		text: `${said}\n`,
		log: "{time} {host} {client}:40000 \"{method} {path} HTTP/1.1\" 200"
	}))) return 1;
	yield* write(2, `server is listening on :${port}\n`);
	yield* awaitSignal(["SIGTERM", "SIGINT"]);
	return 0;
}
var programs = { "/http-echo": httpEcho };
var servers = {
	text,
	echoserver: echo,
	whoami
};
export { programs, servers };
