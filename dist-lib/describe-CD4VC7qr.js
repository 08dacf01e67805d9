import { i as formatRFC1123Z, o as humanDuration } from "./duration-BkGN6qFG.js";
// src/kinds/describe.ts
/**
* What the describers of the kinds share. A describer writes one object as `kubectl describe` shows it; kubectl gives it
* the writer and a way to ask the API for related objects.
*/
/** Annotations that describe does not show. */
var SKIPPED_ANNOTATIONS = /* @__PURE__ */ new Set(["kubectl.kubernetes.io/last-applied-configuration"]);
var MAX_ANNOTATION = 140;
/** `Labels:` and the like: one pair a line, in key order. */
function writeLabels(w, title, labels, initialIndent = "", innerIndent = "	", skip = /* @__PURE__ */ new Set()) {
	const keys = Object.keys(labels ?? {}).filter((key) => !skip.has(key)).sort();
	w.write(0, `${initialIndent}${title}:${innerIndent}`);
	if (keys.length === 0) w.write(0, "<none>\n");
	keys.forEach((key, index) => {
		w.write(0, `${index === 0 ? "" : initialIndent + innerIndent}${key}=${labels?.[key]}\n`);
	});
}
/** `Annotations:`; long values go on lines of their own, cut off where they are too long. */
function writeAnnotations(w, title, annotations) {
	const keys = Object.keys(annotations ?? {}).filter((key) => !SKIPPED_ANNOTATIONS.has(key)).sort();
	w.write(0, `${title}:\t`);
	if (keys.length === 0) w.write(0, "<none>\n");
	keys.forEach((key, index) => {
		const value = (annotations?.[key] ?? "").replace(/\n$/, "");
		if (index > 0) w.write(0, "	");
		if (value.length + key.length + 2 <= MAX_ANNOTATION && !value.includes("\n")) w.write(0, `${key}: ${value}\n`);
		else w.write(0, `${key}:\n${value.split("\n").map((line) => `\t  ${shorten(line, 138)}\n`).join("")}`);
	});
}
function shorten(text, max) {
	return text.length > max ? `${text.slice(0, max)}...` : text;
}
/** Name, Namespace, Labels, Annotations: how most descriptions start. */
function writeHead(w, { metadata }) {
	w.write(0, `Name:\t${metadata.name}\n`);
	if (metadata.namespace !== void 0) w.write(0, `Namespace:\t${metadata.namespace}\n`);
	writeLabels(w, "Labels", metadata.labels);
	writeAnnotations(w, "Annotations", metadata.annotations);
}
/** Name, Namespace, Selector, Labels, Annotations. */
function writeHeadWithSelector(w, { metadata }, selector) {
	w.write(0, `Name:\t${metadata.name}\n`);
	w.write(0, `Namespace:\t${metadata.namespace ?? ""}\n`);
	w.write(0, `Selector:\t${selector}\n`);
	writeLabels(w, "Labels", metadata.labels);
	writeAnnotations(w, "Annotations", metadata.annotations);
}
/** `ReplicaSet/web-1` of the owner that controls the object, or ''. */
function controllerOf({ metadata }) {
	const owner = metadata.ownerReferences?.find((one) => one.controller);
	return owner ? `${owner.kind}/${owner.name}` : "";
}
/** `Tue, 24 Nov 2026 02:22:57 +0000` */
function timeText(time) {
	return time === void 0 ? "Mon, 01 Jan 0001 00:00:00 +0000" : formatRFC1123Z(Date.parse(time));
}
/** Age of a time, or `<unknown>`. */
function since(time, now) {
	return time ? humanDuration(now - Date.parse(time)) : "<unknown>";
}
/** Type, Status, Reason of workloads' conditions. */
function writeConditions(w, conditions) {
	if (!conditions?.length) return;
	w.write(0, "Conditions:\n  Type	Status	Reason\n");
	w.write(1, "----	------	------\n");
	for (const condition of conditions) w.write(1, `${condition.type} \t${condition.status}\t${condition.reason ?? ""}\n`);
}
/** Finds the events about an object. `kind: false`: whatever kind they name (Pods). */
function* eventsOf({ metadata, kind }, context, options = {}) {
	const { name, namespace } = metadata;
	const selector = [
		`involvedObject.name=${name}`,
		...namespace === void 0 ? [] : [`involvedObject.namespace=${namespace}`],
		...options.kind === false ? [] : [`involvedObject.kind=${kind}`],
		`involvedObject.uid=${options.uid ?? metadata.uid}`
	].join(",");
	const path = namespace === void 0 ? "/api/v1/events" : `/api/v1/namespaces/${namespace}/events`;
	return (yield* context.list(path, { fieldSelector: selector })) ?? [];
}
/** The closing `Events:` section. */
function* writeEvents(w, object, context, options = {}) {
	if (context.showEvents) writeEventList(w, yield* eventsOf(object, context, options), context.now);
}
function writeEventList(w, events, now) {
	if (events.length === 0) {
		w.write(0, "Events:	<none>\n");
		return;
	}
	w.flush();
	w.write(0, "Events:\n  Type	Reason	Age	From	Message\n");
	w.write(1, "----	------	----	----	-------\n");
	for (const event of [...events].sort((a, b) => lastTimestamp(a) - lastTimestamp(b))) {
		const source = event.source?.component || event.reportingComponent || "";
		const fieldPath = event.involvedObject.fieldPath;
		const message = (event.message ?? "").trim();
		w.write(1, `${event.type ?? ""}\t${event.reason ?? ""}\t${eventAge(event, now)}\t${source}\t${fieldPath ? `${fieldPath}: ` : ""}${message}\n`);
	}
}
/** Events of the newer API have none, and so come first. */
function lastTimestamp(event) {
	return event.lastTimestamp ? Date.parse(event.lastTimestamp) : 0;
}
/** `5s`, or `5s (x3 over 2m)` for one that happened more than once. */
function eventAge(event, now) {
	const first = event.eventTime ? since(event.eventTime, now) : since(event.firstTimestamp, now);
	if (event.series) return `${since(event.series.lastObservedTime, now)} (x${event.series.count ?? 0} over ${first})`;
	return (event.count ?? 0) > 1 ? `${since(event.lastTimestamp, now)} (x${event.count} over ${first})` : first;
}
var orNone = (text) => text === "" ? "<none>" : text;
var boolText = (value) => value ? "True" : "False";
export { orNone as a, writeAnnotations as c, writeEvents as d, writeHead as f, eventsOf as i, writeConditions as l, writeLabels as m, controllerOf as n, since as o, writeHeadWithSelector as p, eventAge as r, timeText as s, boolText as t, writeEventList as u };
