import { S as wait, T as SysError, _ as receive, b as spawn, l as now, o as kill, v as signals, y as sleep } from "./sys-DzG-ihIq.js";
import { A as isNotFound, p as pathOf, w as CommandError, x as textOf, y as metadataOf } from "./live-DW4PX-bo.js";
// src/kubectl/alarm.ts
/** A limit on how long a program blocks. */
var TIMED_OUT = Symbol("timed out");
/** Runs `body`; gives TIMED_OUT when it is still blocked after `ms` of virtual time. Infinity: no limit. */
function* withTimeout(process, ms, body) {
	if (ms === Number.POSITIVE_INFINITY) return yield* body();
	yield* signals(["SIGALRM"]);
	const timer = yield* spawn({
		program: () => ring(process.pid, ms),
		argv: process.argv
	});
	try {
		const result = yield* body();
		yield* stop(timer);
		return result;
	} catch (error) {
		yield* stop(timer);
		if (error instanceof SysError && error.errno === "EINTR") return TIMED_OUT;
		throw error;
	}
}
function* ring(target, ms) {
	yield* sleep(ms);
	try {
		yield* kill(target, "SIGALRM");
	} catch (error) {
		if (!(error instanceof SysError)) throw error;
	}
	return 0;
}
function* stop(timer) {
	yield* signals([]);
	try {
		yield* kill(timer, "SIGKILL");
	} catch (error) {
		if (!(error instanceof SysError)) throw error;
	}
	yield* wait(timer);
}
// src/kubectl/wait.ts
/**
* Looks at the object now and at every change until `judge` is content.
* `deadline`: virtual ms since the epoch; Infinity for none. Gives TIMED_OUT when it passes.
*/
function* watchUntil(invocation, info, deadline, judge) {
	const client = yield* invocation.client();
	const collection = pathOf(info.mapping, info.namespace);
	const list = yield* client.get(collection, { fieldSelector: `metadata.name=${info.name}` });
	const [found] = list["items"] ?? [];
	const atOnce = yield* judge(found && {
		apiVersion: "",
		kind: info.mapping.kind,
		...found
	}, "START");
	if (atOnce !== void 0) return atOnce;
	const remaining = deadline - (yield* now());
	if (remaining <= 0) return TIMED_OUT;
	const query = {
		fieldSelector: `metadata.name=${info.name}`,
		resourceVersion: textOf(metadataOf(list).resourceVersion)
	};
	const events = yield* client.watch(collection, query);
	try {
		return yield* withTimeout(invocation.process, remaining, function* () {
			for (;;) {
				const event = yield* receive(events);
				if (event === null) throw new CommandError("watch closed before UntilWithoutRetry timeout");
				if (event.type === "BOOKMARK") continue;
				if (event.type === "ERROR") throw new CommandError(textOf(event.object["message"]));
				const result = yield* judge(event.object, event.type);
				if (result !== void 0) return result;
			}
		});
	} finally {
		events.cancel();
	}
}
/** Waits until the object is gone, or another of its name has taken its place. False when the deadline passes. */
function* waitDeleted(invocation, info, uid, deadline) {
	try {
		return (yield* watchUntil(invocation, info, deadline, function* (object, event) {
			if (object === void 0 || event === "DELETED") return true;
			return uid !== void 0 && metadataOf(object).uid !== uid ? true : void 0;
		})) !== TIMED_OUT;
	} catch (error) {
		if (isNotFound(error)) return true;
		throw error;
	}
}
export { watchUntil as n, TIMED_OUT as r, waitDeleted as t };
