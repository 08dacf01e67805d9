import { C as write, l as now } from "./sys-DzG-ihIq.js";
import { d as respond, f as splitPath, g as listen, l as httpDate, m as awaitSignal } from "./rest-rTMqmQgb.js";
// src/node/images/agnhost-programs.ts
/** agnhost, the test image of Kubernetes' own docs and tests: netexec, serve-hostname, pause, echo servers. */
/** `--name=value` or `--name value`. */
function option(argv, name) {
	const at = argv.findIndex((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
	if (at < 0) return void 0;
	return argv[at]?.includes("=") ? argv[at]?.replace(/^[^=]*=/, "") : argv[at + 1];
}
function* agnhost(process) {
	const [, command = "pause", ...args] = process.argv;
	const goTime = new Date(yield* now()).toISOString().slice(11, 19);
	switch (command) {
		case "netexec": {
			const port = Number(option(args, "http-port") ?? 8080);
			if (port >= 0 && !(yield* listen(port, "netexec"))) return yield* taken(port);
			yield* write(2, `I1124 ${goTime}.000000       1 log.go:245] Started HTTP server on port ${port}\nI1124 ${goTime}.000000       1 log.go:245] Started UDP server on port  ${option(args, "udp-port") ?? 8081}\n`);
			yield* awaitSignal(["SIGTERM", "SIGINT"]);
			return 0;
		}
		case "serve-hostname": {
			const port = Number(option(args, "port") ?? 9376);
			if (!(yield* listen(port, "serve-hostname"))) return yield* taken(port);
			yield* write(2, `I1124 ${goTime}.000000       1 log.go:245] Serving on port ${port}.\n`);
			yield* awaitSignal(["SIGTERM", "SIGINT"]);
			return 0;
		}
		case "liveness":
			if (!(yield* listen(8080, "liveness"))) return yield* taken(8080);
			yield* awaitSignal([]);
			return 2;
		case "grpc-health-checking": {
			const port = Number(option(args, "port") ?? 5e3);
			if (!(yield* listen(port, "netexec", { grpc: "SERVING" })) || !(yield* listen(Number(option(args, "http-port") ?? 8080), "netexec"))) return yield* taken(port);
			yield* write(2, `I1124 ${goTime}.000000       1 log.go:245] Http server starting to listen on :8080\n`);
			yield* awaitSignal(["SIGTERM", "SIGINT"]);
			return 0;
		}
		case "test-webserver":
			if (!(yield* listen(80, "netexec"))) return yield* taken(80);
			yield* awaitSignal(["SIGTERM", "SIGINT"]);
			return 0;
		case "pause":
			yield* write(1, "Paused\n");
			yield* awaitSignal(["SIGTERM", "SIGINT"]);
			return 0;
		default:
			yield* write(2, `Error: unknown command "${command}" for "app"\nRun 'app --help' for usage.\nunknown command "${command}" for "app"\n`);
			return 1;
	}
}
function* taken(port) {
	yield* write(2, `panic: listen tcp :${port}: bind: address already in use\n`);
	return 2;
}
var netexec = (request, { hostname, podIP, client, env, now: time, port }) => {
	const { path, parameters } = splitPath(request.path);
	const plain = (body, status = 200) => ({ response: respond(status, [["Date", httpDate(time)], ["Content-Type", "text/plain; charset=utf-8"]], body) });
	switch (path) {
		case "/": return plain(`NOW: ${new Date(time).toISOString().replace("T", " ").replace("Z", " +0000 UTC")}`);
		case "/hostname":
		case "/hostName": return plain(hostname);
		case "/clientip": return plain(`${client}:40000`);
		case "/echo": return plain(parameters["msg"] ?? "", Number(parameters["code"] ?? 200));
		case "/header": return plain(request.headers.find(([name]) => name.toLowerCase() === (parameters["key"] ?? "").toLowerCase())?.[1] ?? "");
		case "/healthz": return plain("");
		case "/readyz": return plain("ok");
		case "/redirect": return { response: respond(Number(parameters["code"] ?? 302), [["Location", parameters["location"] ?? "/"], ["Date", httpDate(time)]], "") };
		case "/dial": return plain("netexec: /dial is not supported here\n", 501);
		case "/shell": return plain("netexec: /shell is not supported here: use kubectl exec\n", 501);
		case "/env": return plain(Object.entries(env).map(([name, value]) => `${name}=${value}`).join("\n"));
		case "/ip": return plain(`${podIP}:${port}`);
		default: return plain("404 page not found\n", 404);
	}
};
var programs = {
	"/agnhost": agnhost,
	"/pause": function* () {
		yield* awaitSignal(["SIGTERM", "SIGINT"]);
		return 0;
	}
};
/** Well for ten seconds, then not any more. */
var liveness = (request, { now: time, startedAt }) => {
	const { path } = splitPath(request.path);
	const seconds = (time - startedAt) / 1e3;
	const head = [["Date", httpDate(time)], ["Content-Type", "text/plain; charset=utf-8"]];
	if (path === "/started") return { response: respond(200, head, `${seconds.toFixed(9)}s`) };
	if (path !== "/healthz") return { response: respond(404, head, "404 page not found\n") };
	return seconds > 10 ? { response: respond(500, head, `error: ${seconds}`) } : { response: respond(200, head, "ok") };
};
var servers = {
	netexec,
	liveness,
	"serve-hostname": (_request, { hostname, now: time }) => ({ response: respond(200, [["Date", httpDate(time)], ["Content-Type", "text/plain; charset=utf-8"]], `${hostname}\n`) })
};
export { programs, servers };
