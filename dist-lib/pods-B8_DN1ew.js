import { a as fromLabelSelector, o as fromLabels, r as formatRequirements } from "./selector-DOdAZD_P.js";
import { l as now, y as sleep } from "./sys-DzG-ihIq.js";
import { g as at, v as itemsOf, w as CommandError, x as textOf, y as metadataOf } from "./live-DW4PX-bo.js";
import { n as containersOf } from "./podspec-BUW0czeh.js";
// src/kubectl/pods.ts
/** The Pod behind a name or a workload, and its containers: what logs, exec, attach and port-forward start from. */
var DEFAULT_CONTAINER = "kubectl.kubernetes.io/default-container";
var PHASES = [
	"Running",
	"Unknown",
	"Pending"
];
/** How often to look for a Pod that is not there yet, ms. */
var LOOK_MS = 500;
function phaseOf(pod) {
	return textOf(at(pod, "status", "phase"));
}
/** `main, debugger (ephem), setup (init)` */
function allContainerNames(pod) {
	const spec = pod["spec"];
	return [
		...containersOf(spec).map((one) => one.name),
		...containersOf(spec, "ephemeralContainers").map((one) => `${one.name} (ephem)`),
		...containersOf(spec, "initContainers").map((one) => `${one.name} (init)`)
	].join(", ");
}
function findContainer(pod, name) {
	const spec = pod["spec"];
	return [
		...containersOf(spec),
		...containersOf(spec, "initContainers"),
		...containersOf(spec, "ephemeralContainers")
	].find((one) => one.name === name);
}
/** The container that `name` means; without a name the default one, which is told when there are others. */
function* chooseContainer(invocation, pod, wanted, quiet = false) {
	const spec = pod["spec"];
	const name = wanted || (metadataOf(pod).annotations?.[DEFAULT_CONTAINER] ?? "");
	if (name !== "") {
		const found = findContainer(pod, name);
		if (!found) throw new CommandError(`container ${name} is not valid for pod ${metadataOf(pod).name} out of: ${allContainerNames(pod)}`);
		return found;
	}
	const [first] = containersOf(spec);
	if (!first) throw new CommandError(`pod ${metadataOf(pod).namespace}/${metadataOf(pod).name} does not have any containers`);
	if ((containersOf(spec).length > 1 || containersOf(spec, "initContainers").length > 0 || containersOf(spec, "ephemeralContainers").length > 0) && !quiet) yield* invocation.err(`Defaulted container ${JSON.stringify(first.name)} out of: ${allContainerNames(pod)}\n`);
	return first;
}
/** The label selector by which an object finds its Pods. Throws CommandError for kinds that have none. */
function podSelectorOf(object, what) {
	const kind = textOf(object["kind"]);
	const selector = at(object, "spec", "selector");
	if ([
		"Deployment",
		"ReplicaSet",
		"DaemonSet",
		"StatefulSet",
		"Job"
	].includes(kind)) return formatRequirements(fromLabelSelector(selector));
	if (kind === "ReplicationController" || kind === "Service") {
		if (kind === "Service" && Object.keys(selector ?? {}).length === 0) throw new CommandError(`${what} *v1.Service: invalid service '${metadataOf(object).name}': Service is defined without a selector`);
		return formatRequirements(fromLabels(selector));
	}
	throw new CommandError(`${what} *v1.${kind}: selector for *v1.${kind} not implemented`);
}
/** The Pods of an object, the one to talk to first. Waits until there is one; throws CommandError after `timeoutMs`. */
function* podsOf(invocation, object, what, timeoutMs) {
	const labelSelector = podSelectorOf(object, what);
	const deadline = (yield* now()) + timeoutMs;
	const path = `/api/v1/namespaces/${metadataOf(object).namespace}/pods`;
	for (;;) {
		const pods = itemsOf(yield* (yield* invocation.client()).get(path, { labelSelector })) ?? [];
		if (pods.length > 0) return [...pods].map(withKind).sort(byUsefulness);
		if ((yield* now()) >= deadline) throw new CommandError("timed out waiting for the condition");
		yield* sleep(LOOK_MS);
	}
}
function withKind(pod) {
	return {
		apiVersion: "v1",
		kind: "Pod",
		...pod
	};
}
/** Assigned, running, ready, ready for longest, restarted most, oldest (podutils.ByLogging). */
function byUsefulness(a, b) {
	const rank = (pod) => {
		const ready = (at(pod, "status", "conditions") ?? []).find((one) => one["type"] === "Ready");
		const isReady = ready?.["status"] === "True";
		const restarts = (at(pod, "status", "containerStatuses") ?? []).map((one) => Number(one["restartCount"] ?? 0));
		return [
			textOf(at(pod, "spec", "nodeName")) === "" ? 1 : 0,
			PHASES.indexOf(phaseOf(pod)) < 0 ? PHASES.length : PHASES.indexOf(phaseOf(pod)),
			isReady ? 0 : 1,
			isReady ? Date.parse(textOf(ready?.["lastTransitionTime"])) : 0,
			-Math.max(0, ...restarts),
			Date.parse(textOf(metadataOf(pod)["creationTimestamp"]))
		];
	};
	const [left, right] = [rank(a), rank(b)];
	const differs = left.findIndex((value, index) => value !== right[index]);
	return differs < 0 ? 0 : left[differs] - right[differs];
}
export { withKind as a, podsOf as i, findContainer as n, phaseOf as r, chooseContainer as t };
