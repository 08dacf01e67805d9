import { n as device, y as sleep } from "./sys-DzG-ihIq.js";
// src/network/client.ts
/** Network calls for programs: they take the virtual time that the connection took. */
/** One HTTP exchange. `timeoutMs` limits connecting. */
function* http(request, timeoutMs) {
	const result = yield* device("network", {
		op: "http",
		request,
		...timeoutMs !== void 0 && { timeoutMs }
	});
	yield* sleep(result.elapsedMs + (result.response?.delayMs ?? 0));
	return result;
}
function* connect(host, port, options = {}) {
	const result = yield* device("network", {
		op: "connect",
		host,
		port,
		...options
	});
	yield* sleep(result.elapsedMs);
	return result;
}
function* resolveName(name, type) {
	return yield* device("network", {
		op: "resolve",
		name,
		...type && { type }
	});
}
export { http as n, resolveName as r, connect as t };
