import { C as write, i as files, l as now } from "./sys-DzG-ihIq.js";
import { d as respond, g as listen, l as httpDate, m as awaitSignal } from "./rest-rTMqmQgb.js";
// src/node/images/bootcamp-programs.ts
/** The app of the Kubernetes Basics tutorial: it says hello, and from which Pod. */
function* node(process) {
	const script = process.argv[1];
	if (script === "-v" || script === "--version") {
		yield* write(1, `v${process.env["NODE_VERSION"] ?? "6.3.1"}\n`);
		return 0;
	}
	if (script?.replace(/^.*\//, "") !== "server.js") {
		yield* write(2, script === void 0 ? "node: this image runs only server.js here\n" : `node: ${script}: this image runs only server.js here\n`);
		return 1;
	}
	const startedAt = yield* now();
	const source = yield* files((tree, cwd) => tree.read(tree.resolve(cwd, script)));
	if (!(yield* listen(8080, "bootcamp", { version: /v=(\w+)/.exec(source)?.[1] ?? "1" }))) {
		yield* write(2, "events.js:160\n      throw er; // Unhandled 'error' event\n      ^\n\nError: listen EADDRINUSE :::8080\n");
		return 1;
	}
	yield* write(1, `Kubernetes Bootcamp App Started At: ${new Date(startedAt).toISOString()} | Running On:  ${process.env["HOSTNAME"] ?? ""} \n\n`);
	yield* awaitSignal(["SIGTERM", "SIGINT"]);
	return 0;
}
var bootcamp = (_request, { hostname, args, now: time, startedAt, requests }) => ({
	response: respond(200, [
		["Content-Type", "text/plain"],
		["Date", httpDate(time)],
		["Connection", "keep-alive"],
		["Transfer-Encoding", "chunked"]
	], `Hello Kubernetes bootcamp! | Running on: ${hostname} | v=${String(args["version"])}\n`),
	stdout: `Running On: ${hostname} | Total Requests: ${requests} | App Uptime: ${(time - startedAt) / 1e3} seconds | Log Time: ${new Date(time).toISOString()}\n`
});
var programs = { node };
var servers = { bootcamp };
export { programs, servers };
