import { t as equal } from "./equal-CYVE0_N_.js";
import { n as goQuote } from "./go-json-BRfuc-_A.js";
import { d as fieldErrorBody, i as within, l as causeOf, m as invalid, n as eachOf, p as formatFieldError, r as fill } from "./fresh-CQJjBiK3.js";
import { a as formatTime, c as parseTime } from "./duration-BkGN6qFG.js";
import { T as SysError } from "./sys-DzG-ihIq.js";
import { n as lazyProgram, t as lazy } from "./lazy-BECgEt8c.js";
import { n as SHELLS, t as BUILTIN_PROGRAMS } from "./names-CovyiiHs.js";
// src/api/kind.ts
/** `pods`, `deployments.apps`, ... */
function resourceOf(kind) {
	return kind.group === "" ? kind.plural : `${kind.plural}.${kind.group}`;
}
/** `v1`, `apps/v1`, ... */
function apiVersionOf(kind) {
	return kind.group === "" ? kind.version : `${kind.group}/${kind.version}`;
}
// src/api/registry.ts
var NOT_DESCRIBED = {
	definition: void 0,
	blankStatus: void 0
};
var Registry = class {
	resources = [];
	byName = /* @__PURE__ */ new Map();
	byPath = /* @__PURE__ */ new Map();
	byKind = /* @__PURE__ */ new Map();
	/** @param kinds those that are served until `serve` brings others */
	constructor(kinds = []) {
		this.serve(kinds);
	}
	/** All resources, in the order of discovery. */
	get all() {
		return this.resources;
	}
	/** Serves these kinds from now on, instead of those before. */
	serve(kinds, describe = () => NOT_DESCRIBED) {
		for (const map of [
			this.byName,
			this.byPath,
			this.byKind
		]) map.clear();
		this.resources = kinds.map((kind) => ({
			kind,
			name: resourceOf(kind),
			apiVersion: apiVersionOf(kind),
			...describe(kind)
		}));
		for (const resource of this.resources) {
			if (!this.byName.has(resource.name)) this.byName.set(resource.name, resource);
			this.byPath.set(`${resource.apiVersion} ${resource.kind.plural}`, resource);
			this.byKind.set(`${resource.apiVersion} ${resource.kind.kind}`, resource);
		}
	}
	/** The resource with a name; a name that is not served (yet: see kinds/fresh.ts) is a programming error. */
	named(name) {
		const found = this.byName.get(name);
		if (!found) throw new Error(`no kind for the resource ${name}`);
		return found;
	}
	/** Whether there are resources of a group and version (`apps/v1`). */
	serves(apiVersion) {
		return this.all.some((resource) => resource.apiVersion === apiVersion);
	}
	/** `apps/v1` and `deployments`. */
	at(apiVersion, plural) {
		return this.byPath.get(`${apiVersion} ${plural}`);
	}
	/** `apps/v1` and `Deployment`. */
	ofKind(apiVersion, kind) {
		return this.byKind.get(`${apiVersion} ${kind}`);
	}
};
// src/api/errors.ts
/** Errors of the API in the exact words of the real server (source of the rules: apimachinery's api/errors). */
/** What a request (or an in-process operation) fails with; `status` is the answer's body. */
var ApiError = class extends Error {
	status;
	constructor(code, reason, message, details) {
		super(message);
		this.status = {
			kind: "Status",
			apiVersion: "v1",
			metadata: {},
			status: "Failure",
			message,
			reason,
			...details && { details },
			code
		};
	}
	get code() {
		return this.status.code ?? 500;
	}
	/** `NotFound`, `Conflict`, ... */
	get reason() {
		return this.status.reason ?? "";
	}
};
var qualified = ({ plural, group }) => group === "" ? plural : `${plural}.${group}`;
function details({ plural, group }, name) {
	return {
		...name && { name },
		...group && { group },
		kind: plural
	};
}
var notFoundError = (about, name) => new ApiError(404, "NotFound", `${qualified(about)} ${goQuote(name)} not found`, details(about, name));
var alreadyExists = (about, name) => new ApiError(409, "AlreadyExists", `${qualified(about)} ${goQuote(name)} already exists`, details(about, name));
var conflict = (about, name, why) => new ApiError(409, "Conflict", `Operation cannot be fulfilled on ${qualified(about)} ${goQuote(name)}: ${why}`, details(about, name));
var forbiddenError = (about, name, why, causes) => new ApiError(403, "Forbidden", `${qualified(about)} ${name ? `${goQuote(name)} ` : ""}is forbidden: ${why}`, {
	...details(about, name),
	...causes && { causes }
});
var methodNotAllowed = () => new ApiError(405, "MethodNotAllowed", "the server does not allow this method on the requested resource", {});
var noSuchResource = () => new ApiError(404, "NotFound", "the server could not find the requested resource", {});
var badRequest = (message) => new ApiError(400, "BadRequest", message);
var expired = (message) => new ApiError(410, "Expired", message);
var internalError = (message) => new ApiError(500, "InternalError", `Internal error occurred: ${message}`, { causes: [{ message }] });
var tooManyRequests = (message, causes, retryAfterSeconds) => new ApiError(429, "TooManyRequests", message, {
	...causes && { causes },
	...retryAfterSeconds && { retryAfterSeconds }
});
var unsupportedMediaType = (message) => new ApiError(415, "UnsupportedMediaType", message);
/** `Deployment.apps "bad" is invalid: [spec.selector: Required value, ...]`; equal errors are named once. */
function invalidError(kind, name, errors) {
	const texts = [...new Set(errors.map(formatFieldError))];
	const about = kind.group === "" ? kind.kind : `${kind.kind}.${kind.group}`;
	const all = texts.length === 1 ? texts[0] : `[${texts.join(", ")}]`;
	return new ApiError(422, "Invalid", `${about} ${goQuote(name)} is invalid${texts.length === 0 ? "" : `: ${all}`}`, {
		...name && { name },
		...kind.group && { group: kind.group },
		kind: kind.kind,
		causes: errors.map((error) => ({
			reason: causeOf(error),
			message: fieldErrorBody(error),
			field: error.field
		}))
	});
}
// src/api/events.ts
/** From so many different messages of one kind on, within the interval, they are combined into one Event. */
var MAX_SIMILAR = 10;
var SIMILAR_INTERVAL_MS = 6e5;
/** Events of one source about one object: a burst, then one every five minutes. */
var BURST = 25;
var REFILL_MS = 3e5;
/** Events live an hour after their last change. */
var EVENT_TTL_MS = 36e5;
/** Records an event about an object; the Event is kept in the object's namespace (`default` for cluster-scoped ones). */
function recordEvent(world, api, about, type, reason, message, given) {
	const recorder = recorderOf(world);
	const { metadata } = about;
	const { host = "", fieldPath = "" } = given;
	const ofObject = recorder.sources[metadata.uid] ??= {};
	const source = ofObject[`${given.component}|${host}|${type}`] ??= {
		left: BURST,
		at: world.now,
		reasons: {}
	};
	const seen = source.reasons[reason] ??= {
		messages: [],
		last: world.now,
		known: [],
		combined: void 0
	};
	const combined = isCombined(seen, message, world.now);
	if (!takeToken(source, world.now)) return;
	const namespace = metadata.namespace ?? "default";
	const time = formatTime(world.now);
	const text = combined ? `(combined from similar events): ${message}` : message;
	const same = combined ? seen.combined : seen.known.find((one) => one.message === message && one.fieldPath === fieldPath)?.name;
	const stored = same === void 0 ? void 0 : world.store.get("events", namespace, same);
	if (stored) {
		api.update("events", {
			...stored,
			message: text,
			count: (stored.count ?? 1) + 1,
			lastTimestamp: time
		});
		return;
	}
	const name = `${metadata.name}.${(BigInt(world.now) * 1000000n + BigInt(recorder.serial++ % 1e6)).toString(16)}`;
	if (combined) seen.combined = name;
	else {
		if (same !== void 0) seen.known = seen.known.filter((one) => one.name !== same);
		seen.known.push({
			fieldPath,
			message,
			name
		});
	}
	try {
		api.create("events", {
			apiVersion: "v1",
			kind: "Event",
			metadata: {
				name,
				namespace
			},
			involvedObject: {
				kind: about.kind,
				...metadata.namespace && { namespace: metadata.namespace },
				name: metadata.name,
				uid: metadata.uid,
				apiVersion: about.apiVersion,
				resourceVersion: metadata.resourceVersion,
				...fieldPath && { fieldPath }
			},
			reason,
			message: text,
			source: {
				component: given.component,
				...host && { host }
			},
			firstTimestamp: time,
			lastTimestamp: time,
			count: 1,
			type,
			eventTime: null,
			reportingComponent: given.component,
			reportingInstance: host
		});
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		return;
	}
	if (world.timers.at("event-expiry", "") === void 0) world.timers.set("event-expiry", "", world.now + EVENT_TTL_MS);
}
/** Registers the timer that removes old Events. */
function expireEvents(world, api) {
	world.timers.on("event-expiry", () => {
		let next = Number.POSITIVE_INFINITY;
		for (const event of world.store.list("events")) {
			const end = parseTime(event.lastTimestamp ?? event.metadata.creationTimestamp) + EVENT_TTL_MS;
			if (end <= world.now) api.delete("events", event.metadata.namespace ?? "", event.metadata.name);
			else next = Math.min(next, end);
		}
		forget(world);
		if (Number.isFinite(next)) world.timers.set("event-expiry", "", Math.max(next, world.now + 6e4));
	});
}
/** Forgets what makes no difference any more: Events that are gone, messages of long ago, full buckets. */
function forget(world) {
	const { sources } = recorderOf(world);
	const living = new Set(world.store.list("events").map((event) => event.metadata.name));
	for (const [uid, ofObject] of Object.entries(sources)) {
		for (const [origin, source] of Object.entries(ofObject)) {
			for (const [name, reason] of Object.entries(source.reasons)) {
				reason.known = reason.known.filter((one) => living.has(one.name));
				if (reason.combined !== void 0 && !living.has(reason.combined)) reason.combined = void 0;
				if (world.now - reason.last > SIMILAR_INTERVAL_MS && reason.known.length === 0 && reason.combined === void 0) delete source.reasons[name];
			}
			if (isEmpty(source.reasons) && world.now - source.at > BURST * REFILL_MS) delete ofObject[origin];
		}
		if (isEmpty(ofObject)) delete sources[uid];
	}
}
function isEmpty(record) {
	return Object.keys(record).length === 0;
}
function recorderOf(world) {
	return world.slot("event-recorder", () => ({
		sources: {},
		serial: 0
	}));
}
/** Whether the message is one too many of its kind. Notes it. */
function isCombined(reason, message, now) {
	if (now - reason.last > SIMILAR_INTERVAL_MS) reason.messages = [];
	reason.last = now;
	if (!reason.messages.includes(message)) reason.messages.push(message);
	if (reason.messages.length < MAX_SIMILAR) return false;
	reason.messages.shift();
	return true;
}
function takeToken(source, now) {
	source.left = Math.min(BURST, source.left + (now - source.at) / REFILL_MS);
	source.at = now;
	if (source.left < 1) return false;
	source.left -= 1;
	return true;
}
// src/api/managed-fields.ts
/** The stored entries. */
function managedFieldsOf(object) {
	return object.metadata.managedFields ?? NONE$1;
}
var NONE$1 = [];
/** The entry of an object's creation; a client's is filled in by field-owners.ts. Objects made by one part in one second share it. */
function firstEntry(resource, manager, now) {
	const time = formatTime(now);
	const key = `${manager.name}/${manager.subresource}/${resource.apiVersion}`;
	const known = firsts.get(key);
	if (known?.[0]?.time === time) return known;
	const made = [entryOf(resource, manager, time, void 0)];
	firsts.set(key, made);
	return made;
}
var firsts = /* @__PURE__ */ new Map();
/** Whether a write of the manager is only noted: the control plane's, unless it may have taken a field from a client. */
function isOnlyNoted(before, manager) {
	return !manager.explicit && (manager.subresource === "status" || !before.some((one) => one.fieldsV1));
}
/** The entries with the control plane's noted as having written now. Objects whose entries were shared before share them after. */
function noted(before, resource, manager, now) {
	const time = formatTime(now);
	const known = followers.get(before);
	if (known?.manager === manager && known.time === time) return known.entries;
	const entries = withTime(before, resource, manager, time);
	followers.set(before, {
		manager,
		time,
		entries
	});
	return entries;
}
var followers = /* @__PURE__ */ new WeakMap();
function withTime(before, resource, manager, time) {
	const index = before.findIndex((one) => isBy(one, manager));
	if (index < 0) return [...before, entryOf(resource, manager, time, void 0)];
	const own = before[index];
	return own.time === time ? before : before.with(index, {
		...own,
		time
	});
}
/** Whether the entry is the manager's own for updates. */
function isBy(entry, { name, subresource }) {
	return entry.manager === name && (entry.subresource ?? "") === subresource && entry.operation === "Update";
}
/** An entry as a write now makes it. */
function entryOf({ apiVersion }, { name, subresource }, time, fieldsV1) {
	return {
		manager: name,
		operation: "Update",
		apiVersion,
		time,
		fieldsType: "FieldsV1",
		...fieldsV1 && { fieldsV1 },
		...subresource && { subresource }
	};
}
/** The object with those entries. */
function withManagedFields(object, managedFields) {
	if (object.metadata.managedFields === managedFields) return object;
	return {
		...object,
		metadata: {
			...object.metadata,
			managedFields
		}
	};
}
// src/api/metadata.ts
/** generateName is cut so that prefix and suffix fit a label. */
var MAX_GENERATED_BASE = 58;
/** The metadata of a new object; a missing name is made of generateName, or stays empty. */
function newMetadata(world, kind, given, namespace, managedFields) {
	const made = {
		name: given.name || (given.generateName ? given.generateName.slice(0, MAX_GENERATED_BASE) + world.random.suffix() : ""),
		uid: world.random.uuid(),
		resourceVersion: "",
		creationTimestamp: formatTime(world.now)
	};
	if (given.generateName) made.generateName = given.generateName;
	if (kind.namespaced && namespace) made.namespace = namespace;
	if (kind.generation) made.generation = 1;
	if (given.labels) made.labels = given.labels;
	if (given.annotations) made.annotations = given.annotations;
	if (given.ownerReferences?.length) made.ownerReferences = given.ownerReferences;
	if (given.finalizers?.length) made.finalizers = given.finalizers;
	if (managedFields) made.managedFields = managedFields;
	return made;
}
/** The metadata of an update: what clients may change from `given`, the rest from `old`. */
function updatedMetadata(given, old) {
	const { labels, annotations, ownerReferences, finalizers } = given;
	if (labels === old.labels && annotations === old.annotations && ownerReferences === old.ownerReferences && finalizers === old.finalizers) return old;
	const { labels: _l, annotations: _a, ownerReferences: _o, finalizers: _f, ...kept } = old;
	return {
		...kept,
		...labels && { labels },
		...annotations && { annotations },
		...ownerReferences && ownerReferences.length > 0 && { ownerReferences },
		...finalizers && finalizers.length > 0 && { finalizers }
	};
}
/** Whether the object is being deleted and nothing holds it any more. */
function isReleased(kind, object) {
	const { deletionTimestamp, deletionGracePeriodSeconds, finalizers } = object.metadata;
	if (!deletionTimestamp || finalizers && finalizers.length > 0 || kind.holdsDeletion?.(object)) return false;
	return (deletionGracePeriodSeconds ?? 0) === 0;
}
// src/api/writes.ts
var MODIFIED = "the object has been modified; please apply your changes to the latest version and try again";
var GENERATE_TRIES = 8;
/** The control plane's parts by the names under which the real ones write; all others are the controller manager. */
var MANAGERS = {
	kubelet: "kubelet",
	"default-scheduler": "kube-scheduler"
};
var Writes = class {
	/** What a client's write needs besides: it comes with the API server, which takes requests. */
	clientRules;
	/** What may refuse a write; they come with the API server too. */
	admissions = [];
	registry;
	world;
	trustedHows = /* @__PURE__ */ new Map();
	constructor(world, registry) {
		this.world = world;
		this.registry = registry;
	}
	create(resource, object) {
		const found = this.registry.named(resource);
		return this.createObject(found, object, object.metadata.namespace, this.trusted(found, ""));
	}
	update(resource, object) {
		const found = this.registry.named(resource);
		return this.updateObject(found, object, this.existing(found, object.metadata), this.trusted(found, ""));
	}
	updateStatus(resource, object) {
		const found = this.registry.named(resource);
		return this.updateStatusOf(found, object, this.existing(found, object.metadata), this.trusted(found, "status"));
	}
	delete(resource, namespace, name, options = {}) {
		const found = this.registry.named(resource);
		const old = this.existing(found, {
			namespace,
			name
		});
		return this.deleteObject(found, old, options, false).left;
	}
	bind(pod, nodeName) {
		const resource = this.registry.named("pods");
		const old = this.existing(resource, pod.metadata);
		this.checkVersion(resource, pod.metadata, old);
		const { generation } = old.metadata;
		const scheduled = {
			type: "PodScheduled",
			status: "True",
			...generation !== void 0 && { observedGeneration: generation },
			lastTransitionTime: formatTime(this.world.now)
		};
		const conditions = [...(old.status?.conditions ?? []).filter((one) => one.type !== scheduled.type), scheduled];
		const bound = {
			...old,
			spec: Object.assign({}, old.spec, { nodeName }),
			status: Object.assign({}, old.status, { conditions })
		};
		return this.replace(resource, bound, old, this.trusted(resource, ""));
	}
	event(about, type, reason, message, source) {
		recordEvent(this.world, this, about, type, reason, message, source);
	}
	/** The stored object; throws NotFound. */
	existing(resource, at) {
		const found = this.world.store.get(resource.name, resource.kind.namespaced ? at.namespace ?? "" : "", at.name);
		if (!found) throw notFoundError(resource.kind, at.name);
		return found;
	}
	/** Creates an object (decoded, if it came from outside) in that namespace. */
	createObject(resource, given, namespace, how) {
		const { kind } = resource;
		const context = this.context(how);
		if (kind.namespaced) this.checkNamespace(resource, namespace ?? "", given.metadata.name ?? "");
		for (let attempt = 1;; attempt++) {
			const managedFields = how.manager ? firstEntry(resource, how.manager, this.world.now) : given.metadata.managedFields;
			const metadata = newMetadata(this.world, kind, given.metadata, namespace, managedFields);
			const taken = metadata.name !== "" && this.world.store.get(resource.name, metadata.namespace ?? "", metadata.name) !== void 0;
			if (taken && !given.metadata.name && attempt < GENERATE_TRIES) continue;
			const fresh = {
				...given,
				metadata
			};
			fresh.apiVersion = resource.apiVersion;
			fresh.kind = kind.kind;
			if (resource.blankStatus && (fresh.status === void 0 || !(how.trusted || kind.keepsStatusOnCreate))) fresh.status = resource.blankStatus;
			let object = fresh;
			if (kind.defaults) object = kind.defaults(object);
			if (kind.prepareCreate) object = kind.prepareCreate(object, context);
			if (!how.trusted) {
				const errors = [...this.rules.validateMetadata(kind, metadata), ...kind.validate?.(object, context) ?? []];
				this.refuse(resource, metadata.name, errors);
			}
			if (taken) throw alreadyExists(kind, metadata.name);
			for (const admission of this.admissions) admission.admit(kind, object, void 0, context, this);
			if (kind.allocate) object = kind.allocate(object, void 0, context);
			if (how.manager?.explicit) object = this.rules.createdBy(resource, object, how.manager, this.world.now);
			return how.dryRun ? unversioned(object) : this.world.store.put(resource.name, object);
		}
	}
	/** Replaces an object. A client that names a version which is no longer the stored one gets a Conflict. */
	updateObject(resource, given, old, how) {
		const { kind } = resource;
		const context = this.context(how);
		this.checkVersion(resource, given.metadata, old);
		const metadata = applied(updatedMetadata(given.metadata, old.metadata), given.metadata, how);
		let object = {
			...given,
			apiVersion: old.apiVersion,
			kind: old.kind,
			metadata
		};
		if (kind.subresources.includes("status") && given.status !== old.status) object = {
			...object,
			status: old.status
		};
		if (kind.defaults && (!how.trusted || given.spec !== old.spec)) object = kind.defaults(object);
		if (kind.prepareUpdate) object = kind.prepareUpdate(object, old, context);
		if (equal(object, old) && how.manager && !how.managedFields) return old;
		if (!how.trusted) {
			const errors = [...this.rules.validateMetadataUpdate(kind, object.metadata, old.metadata), ...kind.validateUpdate?.(object, old, context) ?? kind.validate?.(object, context) ?? []];
			this.refuse(resource, old.metadata.name, errors);
		}
		for (const admission of this.admissions) admission.admit(kind, object, old, context, this);
		if (kind.allocate) object = kind.allocate(object, old, context);
		object = bumpGeneration(resource, object, old);
		return this.replace(resource, object, old, how);
	}
	/** Replaces only the status (and labels and annotations, as far as the client sent others). */
	updateStatusOf(resource, given, old, how) {
		this.checkVersion(resource, given.metadata, old);
		const status = given.status;
		const metadata = how.trusted ? old.metadata : labelled(given, old, how);
		if (metadata === old.metadata && equal(status, old.status)) return old;
		const object = {
			...old,
			metadata,
			status
		};
		if (!how.trusted && resource.kind.validateStatus) this.refuse(resource, old.metadata.name, resource.kind.validateStatus(object, old, this.context(how)));
		return this.replace(resource, object, old, how);
	}
	/** Writes the new version of an object as it is, or removes it when it was being deleted and nothing holds it any more. */
	replace(resource, object, old, how) {
		const { store } = this.world;
		const resourceVersion = how.dryRun ? old.metadata.resourceVersion : store.nextVersion;
		if (!how.manager && equal(object, old)) return old;
		const before = how.managedFields ? withManagedFields(old, how.managedFields) : old;
		const managedFields = how.manager ? this.updatedBy(resource, object, before, how.manager) : object.metadata.managedFields;
		const metadata = {
			...object.metadata,
			resourceVersion,
			...managedFields && { managedFields }
		};
		const next = {
			...object,
			metadata
		};
		if (how.dryRun) return next;
		if (isReleased(resource.kind, next) && !isReleased(resource.kind, old)) {
			this.remove(resource, next);
			return next;
		}
		return this.world.store.put(resource.name, next);
	}
	/** Starts or completes a deletion. `left` is the object if it stays for now; `last` its last state in any case. */
	deleteObject(resource, old, options, dryRun) {
		const { kind } = resource;
		this.checkPreconditions(resource, old, options);
		const grace = kind.graceSeconds?.(old, options.gracePeriodSeconds);
		const finalizers = deletionFinalizers(old.metadata.finalizers, options);
		const pending = old.metadata.deletionTimestamp !== void 0;
		if (pending && !this.shortens(old, grace, options) && equal(finalizers, old.metadata.finalizers)) return {
			left: old,
			last: old
		};
		const marked = this.mark(resource, old, finalizers, pending && !this.shortens(old, grace, options) ? void 0 : grace ?? 0);
		const stays = (marked.metadata.finalizers?.length ?? 0) > 0 || (kind.holdsDeletion?.(marked) ?? false) || (marked.metadata.deletionGracePeriodSeconds ?? 0) > 0;
		if (dryRun) return {
			left: stays ? marked : void 0,
			last: marked
		};
		if (stays) {
			const left = this.world.store.put(resource.name, marked);
			return {
				left,
				last: left
			};
		}
		return {
			left: void 0,
			last: this.remove(resource, marked)
		};
	}
	/** Whether a further delete request of a terminating object asks for an earlier end. */
	shortens(old, grace, options) {
		const { deletionGracePeriodSeconds = 0 } = old.metadata;
		return grace !== void 0 && options.gracePeriodSeconds !== void 0 && (grace < deletionGracePeriodSeconds || grace === 0);
	}
	/** The object with its deletion marks; `grace` undefined keeps those it has. */
	mark(resource, old, finalizers, grace) {
		const { finalizers: _, ...kept } = old.metadata;
		const metadata = {
			...kept,
			...finalizers && { finalizers },
			...grace !== void 0 && {
				deletionTimestamp: formatTime(this.world.now + grace * 1e3),
				deletionGracePeriodSeconds: grace
			},
			...!old.metadata.deletionTimestamp && kept.generation !== void 0 && { generation: kept.generation + 1 }
		};
		const marked = {
			...old,
			metadata
		};
		return resource.kind.markDeleted?.(marked) ?? marked;
	}
	remove(resource, object) {
		const last = this.world.store.remove(resource.name, object.metadata.namespace ?? "", object.metadata.name) ?? object;
		resource.kind.release?.(last, this.context({
			trusted: true,
			dryRun: false,
			manager: void 0
		}));
		return last;
	}
	checkPreconditions(resource, old, { preconditions }) {
		const { uid, resourceVersion, name } = old.metadata;
		if (preconditions?.uid !== void 0 && preconditions.uid !== uid) throw conflict(resource.kind, name, `Precondition failed: UID in precondition: ${preconditions.uid}, UID in object meta: ${uid}`);
		if (preconditions?.resourceVersion !== void 0 && preconditions.resourceVersion !== resourceVersion) {
			const why = `Precondition failed: ResourceVersion in precondition: ${preconditions.resourceVersion}, ResourceVersion in object meta: ${resourceVersion}`;
			throw conflict(resource.kind, name, why);
		}
	}
	checkVersion(resource, given, old) {
		const { uid, resourceVersion, name } = old.metadata;
		if (given.uid && given.uid !== uid) throw conflict(resource.kind, name, `Precondition failed: UID in precondition: ${given.uid}, UID in object meta: ${uid}`);
		if (given.resourceVersion && given.resourceVersion !== resourceVersion) {
			if (!/^\d+$/.test(given.resourceVersion)) throw invalidError(resource.kind, name, [invalid("metadata.resourceVersion", given.resourceVersion, "must be specified for an update")]);
			throw conflict(resource.kind, name, MODIFIED);
		}
	}
	/** Admission NamespaceLifecycle: nothing is created in a namespace that is missing or going away. */
	checkNamespace({ kind }, namespace, name) {
		if (namespace === "") throw badRequest("namespace is required");
		const found = this.world.store.get("namespaces", "", namespace);
		if (!found) throw notFoundError({
			plural: "namespaces",
			group: ""
		}, namespace);
		if (!found.metadata.deletionTimestamp && found.status?.phase !== "Terminating") return;
		throw forbiddenError(kind, name, `unable to create new content in namespace ${namespace} because it is being terminated`, [{
			reason: "NamespaceTerminating",
			message: `namespace ${namespace} is being terminated`,
			field: "metadata.namespace"
		}]);
	}
	updatedBy(resource, object, old, manager) {
		const before = managedFieldsOf(old);
		if (isOnlyNoted(before, manager)) return noted(before, resource, manager, this.world.now);
		return this.rules.updatedBy(resource, object, old, manager, this.world.now);
	}
	get rules() {
		if (!this.clientRules) throw new Error("a client's write before there was an API server");
		return this.clientRules;
	}
	refuse({ kind }, name, errors) {
		if (errors.length > 0) throw invalidError(kind, name, errors);
	}
	context(how) {
		const { dryRun, trusted, user, subresource } = how;
		return {
			world: this.world,
			actor: this.world.actor,
			dryRun,
			trusted,
			...user && { user },
			...subresource && { subresource }
		};
	}
	/** How the control plane writes; made once for each of its parts. */
	trusted(resource, subresource) {
		const name = MANAGERS[this.world.actor] ?? "kube-controller-manager";
		const part = subresource && resource.kind.subresources.includes(subresource) ? "status" : "main";
		let hows = this.trustedHows.get(name);
		if (!hows) {
			const how = (of) => ({
				trusted: true,
				dryRun: false,
				manager: {
					name,
					subresource: of,
					explicit: false
				}
			});
			this.trustedHows.set(name, hows = {
				main: how(""),
				status: how("status")
			});
		}
		return hows[part];
	}
};
/** What was not stored has no version. */
function unversioned(object) {
	const { resourceVersion: _, ...metadata } = object.metadata;
	return {
		...object,
		metadata
	};
}
/** Of the metadata, a write of the status changes labels and annotations only. */
function labelled(given, old, how) {
	const { ownerReferences, finalizers } = old.metadata;
	return applied(updatedMetadata({
		...given.metadata,
		ownerReferences,
		finalizers
	}, old.metadata), given.metadata, how);
}
/** After an apply, managedFields come with the object. */
function applied(metadata, given, how) {
	return how.manager || !given.managedFields ? metadata : {
		...metadata,
		managedFields: given.managedFields
	};
}
/** Generation grows by one when what it counts has changed. */
function bumpGeneration({ kind }, object, old) {
	const [after, before] = [object, old];
	if (!kind.generation?.some((field) => !equal(after[field], before[field]))) return object;
	return {
		...object,
		metadata: {
			...object.metadata,
			generation: (old.metadata.generation ?? 0) + 1
		}
	};
}
/** The finalizers that the policy asks for; undefined for none. */
function deletionFinalizers(old = [], { propagationPolicy }) {
	if (propagationPolicy === void 0) return old.length > 0 ? old : void 0;
	const kept = old.filter((one) => one !== "orphan" && one !== "foregroundDeletion");
	if (propagationPolicy === "Orphan") kept.push("orphan");
	if (propagationPolicy === "Foreground") kept.push("foregroundDeletion");
	return kept.length > 0 ? kept : void 0;
}
// src/kinds/node/power.ts
/** Running kubelets renew their lease so often, ms; it is not written, for it would say nothing new. */
var LEASE_MS = 1e4;
/** The world's slot `nodes`. */
function nodePower(world) {
	return world.slot("nodes", () => ({
		running: {},
		stoppedAt: {}
	}));
}
/** Whether the node's machine is on. */
function isRunning(world, node) {
	return nodePower(world).running[node] !== false;
}
/**
* Switches a node's machine on or off (`minikube node stop`). Its kubelet learns of it at once, by the timer `node-power`; the API
* only by its silence, which the node lifecycle controller waits for.
*/
function setRunning(world, node, running) {
	if (isRunning(world, node) === running) return;
	const { running: on, stoppedAt } = nodePower(world);
	on[node] = running;
	if (running) delete stoppedAt[node];
	else stoppedAt[node] = world.now - world.now % LEASE_MS;
	world.timers.set("node-power", node, world.now);
	world.queues.add("node-lifecycle-controller", node, world.store.revision);
}
/** Forgets a deleted node's machine. */
function forgetNode(world, node) {
	delete nodePower(world).running[node];
	delete nodePower(world).stoppedAt[node];
}
/** Virtual ms of the node's newest heartbeat: running nodes beat all the time, without cost. */
function lastHeartbeat(world, node) {
	return nodePower(world).stoppedAt[node] ?? world.now;
}
// src/kinds/addons.ts
/** On in a fresh minikube cluster. */
var DEFAULT_ADDONS = ["default-storageclass", "storage-provisioner"];
var addons = (world) => world.slot("addons", () => ({}));
function isAddonOn(world, name) {
	return addons(world)[name] ?? false;
}
/** Only notes it: what an addon brings with it is the business of who switches it. */
function noteAddon(world, name, on) {
	addons(world)[name] = on;
}
// src/controllers/addons.ts
var CLASSES = "storageclasses.storage.k8s.io";
var STANDARD = "standard";
var NOTHING = {
	enable: () => {},
	disable: () => {}
};
/** Addons that can be enabled here. */
var ADDONS = {
	"default-storageclass": {
		enable(world, api) {
			if (world.store.get(CLASSES, "", STANDARD)) return;
			api.create(CLASSES, {
				apiVersion: "storage.k8s.io/v1",
				kind: "StorageClass",
				metadata: {
					name: STANDARD,
					labels: { "addonmanager.kubernetes.io/mode": "EnsureExists" },
					annotations: { "storageclass.kubernetes.io/is-default-class": "true" }
				},
				provisioner: "k8s.io/minikube-hostpath"
			});
		},
		disable(world, api) {
			if (world.store.get(CLASSES, "", STANDARD)) api.delete(CLASSES, "", STANDARD);
		}
	},
	"storage-provisioner": NOTHING,
	"metrics-server": NOTHING
};
function enableAddon(world, api, name) {
	noteAddon(world, name, true);
	world.as("minikube", 0, () => ADDONS[name]?.enable(world, api));
}
// src/controllers/endpoints/names.ts
/** What all that write or read EndpointSlices call them. */
var SLICES = "endpointslices.discovery.k8s.io";
/** The label that names a slice's Service. */
var SERVICE_NAME = "kubernetes.io/service-name";
// src/controllers/kubernetes-service.ts
var [NAMESPACE, NAME] = ["default", "kubernetes"];
var KEY = `${NAMESPACE}/${NAME}`;
/** How often the real server looks, ms. */
var INTERVAL_MS = 1e4;
var API_SERVER_PORT = 8443;
/** The API server's address: the first node's. */
var API_SERVER_IP = "192.168.49.2";
var kubernetesServiceController = {
	name: "kube-apiserver",
	latencyMs: INTERVAL_MS,
	watches: {
		services: ({ type, object }) => type === "DELETED" && object.metadata.name === NAME && object.metadata.namespace === NAMESPACE ? [KEY] : [],
		endpoints: ({ type, object }) => type === "DELETED" && object.metadata.name === NAME && object.metadata.namespace === NAMESPACE ? [KEY] : []
	},
	reconcile: ensureKubernetesService
};
/** Makes what is missing. */
function ensureKubernetesService({ world, api }) {
	const metadata = {
		name: NAME,
		namespace: NAMESPACE
	};
	if (!world.store.get("services", NAMESPACE, NAME)) api.create("services", {
		apiVersion: "v1",
		kind: "Service",
		metadata: {
			...metadata,
			labels: {
				component: "apiserver",
				provider: "kubernetes"
			}
		},
		spec: {
			clusterIP: "10.96.0.1",
			clusterIPs: ["10.96.0.1"],
			internalTrafficPolicy: "Cluster",
			ipFamilies: ["IPv4"],
			ipFamilyPolicy: "SingleStack",
			ports: [{
				name: "https",
				port: 443,
				protocol: "TCP",
				targetPort: API_SERVER_PORT
			}],
			sessionAffinity: "None",
			type: "ClusterIP"
		},
		status: { loadBalancer: {} }
	});
	if (!world.store.get("endpoints", NAMESPACE, NAME)) api.create("endpoints", {
		apiVersion: "v1",
		kind: "Endpoints",
		metadata: {
			...metadata,
			labels: { "endpointslice.kubernetes.io/skip-mirror": "true" }
		},
		subsets: [{
			addresses: [{ ip: API_SERVER_IP }],
			ports: [{
				name: "https",
				port: API_SERVER_PORT,
				protocol: "TCP"
			}]
		}]
	});
	if (!world.store.get("endpointslices.discovery.k8s.io", NAMESPACE, NAME)) api.create(SLICES, {
		apiVersion: "discovery.k8s.io/v1",
		kind: "EndpointSlice",
		metadata: {
			...metadata,
			labels: { [SERVICE_NAME]: NAME }
		},
		addressType: "IPv4",
		endpoints: [{
			addresses: [API_SERVER_IP],
			conditions: { ready: true }
		}],
		ports: [{
			name: "https",
			port: API_SERVER_PORT,
			protocol: "TCP"
		}]
	});
}
// src/controllers/rbac/policy.ts
var GROUP = "rbac.authorization.k8s.io";
var META = {
	labels: { "kubernetes.io/bootstrapping": "rbac-defaults" },
	annotations: { "rbac.authorization.kubernetes.io/autoupdate": "true" }
};
var READ = [
	"get",
	"list",
	"watch"
];
var WRITE = [
	"create",
	"delete",
	"deletecollection",
	"patch",
	"update"
];
var ALL = [
	"create",
	"delete",
	"deletecollection",
	"get",
	"list",
	"patch",
	"update",
	"watch"
];
/** `may(['get'], 'apps', 'deployments deployments/scale')` */
var may = (verbs, group, resources) => ({
	verbs: [...verbs],
	apiGroups: [group],
	resources: resources.split(" ")
});
var urls = (paths) => ({
	verbs: ["get"],
	nonResourceURLs: paths.split(" ")
});
var OLD_WORKLOADS = "daemonsets deployments deployments/scale ingresses networkpolicies replicasets replicasets/scale replicationcontrollers/scale";
var CLAIMS = "resourceclaims resourceclaimtemplates";
var VIEW = [
	may(READ, "", "configmaps endpoints persistentvolumeclaims persistentvolumeclaims/status pods replicationcontrollers replicationcontrollers/scale serviceaccounts services services/status"),
	may(READ, "", "bindings events limitranges namespaces/status pods/log pods/status replicationcontrollers/status resourcequotas resourcequotas/status"),
	may(READ, "", "namespaces"),
	may(READ, "discovery.k8s.io", "endpointslices"),
	may(READ, "apps", "controllerrevisions daemonsets daemonsets/status deployments deployments/scale deployments/status replicasets replicasets/scale replicasets/status statefulsets statefulsets/scale statefulsets/status"),
	may(READ, "autoscaling", "horizontalpodautoscalers horizontalpodautoscalers/status"),
	may(READ, "batch", "cronjobs cronjobs/status jobs jobs/status"),
	may(READ, "extensions", "daemonsets daemonsets/status deployments deployments/scale deployments/status ingresses ingresses/status networkpolicies replicasets replicasets/scale replicasets/status replicationcontrollers/scale"),
	may(READ, "policy", "poddisruptionbudgets poddisruptionbudgets/status"),
	may(READ, "networking.k8s.io", "ingresses ingresses/status networkpolicies"),
	may(READ, "resource.k8s.io", "resourceclaims resourceclaims/status resourceclaimtemplates")
];
var EDIT = [
	may(READ, "", "pods/attach pods/exec pods/portforward pods/proxy secrets services/proxy"),
	may(["impersonate"], "", "serviceaccounts"),
	may(WRITE, "", "pods pods/attach pods/exec pods/portforward pods/proxy"),
	may(["create"], "", "pods/eviction"),
	may(WRITE, "", "configmaps events persistentvolumeclaims replicationcontrollers replicationcontrollers/scale secrets serviceaccounts services services/proxy"),
	may(["create"], "", "serviceaccounts/token"),
	may(WRITE, "apps", "daemonsets deployments deployments/rollback deployments/scale replicasets replicasets/scale statefulsets statefulsets/scale"),
	may(WRITE, "autoscaling", "horizontalpodautoscalers"),
	may(WRITE, "batch", "cronjobs jobs"),
	may(WRITE, "extensions", OLD_WORKLOADS.replace("deployments/scale", "deployments/rollback deployments/scale")),
	may(WRITE, "policy", "poddisruptionbudgets"),
	may(WRITE, "networking.k8s.io", "ingresses networkpolicies"),
	may(ALL, "coordination.k8s.io", "leases"),
	may(WRITE, "resource.k8s.io", CLAIMS)
];
var ADMIN = [may(["create"], "authorization.k8s.io", "localsubjectaccessreviews"), may(ALL, GROUP, "rolebindings roles")];
var EVENTS = ["", "events.k8s.io"].map((group) => may([
	"create",
	"patch",
	"update"
], group, "events"));
var MONITORED = "/healthz /healthz/* /livez /livez/* /metrics /metrics/slis /readyz /readyz/* /statusz /flagz".split(" ").sort().join(" ");
var ROLES = {
	"cluster-admin": [may(["*"], "*", "*"), {
		verbs: ["*"],
		nonResourceURLs: ["*"]
	}],
	"system:aggregate-to-admin": ADMIN,
	"system:aggregate-to-edit": EDIT,
	"system:aggregate-to-view": VIEW,
	"system:auth-delegator": [may(["create"], "authentication.k8s.io", "tokenreviews"), may(["create"], "authorization.k8s.io", "subjectaccessreviews")],
	"system:basic-user": [may(["create"], "authorization.k8s.io", "selfsubjectaccessreviews selfsubjectrulesreviews"), may(["create"], "authentication.k8s.io", "selfsubjectreviews")],
	"system:discovery": [urls("/api /api/* /apis /apis/* /healthz /livez /openapi /openapi/* /readyz /version /version/")],
	"system:kube-controller-manager": [
		...EVENTS,
		may([
			"create",
			"get",
			"list",
			"update",
			"watch"
		], "coordination.k8s.io", "leases"),
		may(["*"], "", "secrets serviceaccounts serviceaccounts/token"),
		may(["list", "watch"], "*", "*")
	],
	"system:kube-dns": [may(["list", "watch"], "", "endpoints services")],
	"system:kube-scheduler": [
		...EVENTS,
		may([
			"create",
			"get",
			"list",
			"update",
			"watch"
		], "coordination.k8s.io", "leases"),
		may(READ, "", "nodes"),
		may(["delete", ...READ], "", "pods"),
		may(["create"], "", "bindings pods/binding"),
		may(["patch", "update"], "", "pods/status"),
		may(READ, "", "replicationcontrollers services namespaces persistentvolumeclaims persistentvolumes"),
		may(READ, "apps", "replicasets statefulsets"),
		may(READ, "policy", "poddisruptionbudgets"),
		may(READ, "storage.k8s.io", "csinodes csidrivers csistoragecapacities storageclasses")
	],
	"system:monitoring": [urls(MONITORED)],
	"system:node": [
		may(["create"], "authentication.k8s.io", "tokenreviews"),
		may(["create"], "authorization.k8s.io", "localsubjectaccessreviews subjectaccessreviews"),
		may(READ, "", "services"),
		may([
			"create",
			"get",
			"list",
			"patch",
			"update",
			"watch"
		], "", "nodes"),
		may(["patch", "update"], "", "nodes/status"),
		may([
			"create",
			"patch",
			"update"
		], "", "events"),
		may([
			"create",
			"delete",
			...READ
		], "", "pods"),
		may(["patch", "update"], "", "pods/status"),
		may(["create"], "", "pods/eviction"),
		may(READ, "", "configmaps secrets persistentvolumeclaims persistentvolumes endpoints"),
		may(["create"], "", "serviceaccounts/token"),
		may([
			"create",
			"delete",
			"get",
			"patch",
			"update"
		], "coordination.k8s.io", "leases")
	],
	"system:node-proxier": [
		may(["list", "watch"], "", "endpoints services"),
		may(READ, "", "nodes"),
		...EVENTS
	],
	"system:persistent-volume-provisioner": [
		may([
			"create",
			"delete",
			...READ
		], "", "persistentvolumes"),
		may([...READ, "update"], "", "persistentvolumeclaims"),
		may(READ, "storage.k8s.io", "storageclasses"),
		may(["watch"], "", "events"),
		...EVENTS
	],
	"system:public-info-viewer": [urls("/healthz /livez /readyz /version /version/")]
};
/** Roles whose rules are those of all roles with a label: name, the role that they are aggregated to in turn. */
var AGGREGATED = [
	["admin"],
	["edit", "admin"],
	["view", "edit"]
];
var group = (name) => ({
	kind: "Group",
	name,
	apiGroup: GROUP
});
var user = (name) => ({
	kind: "User",
	name,
	apiGroup: GROUP
});
var account = (namespace, name) => ({
	kind: "ServiceAccount",
	namespace,
	name
});
var BINDINGS = {
	"cluster-admin": [group("system:masters")],
	"system:basic-user": [group("system:authenticated")],
	"system:discovery": [group("system:authenticated")],
	"system:kube-controller-manager": [user("system:kube-controller-manager")],
	"system:kube-dns": [account("kube-system", "kube-dns")],
	"system:kube-scheduler": [user("system:kube-scheduler")],
	"system:monitoring": [group("system:monitoring")],
	"system:node": [],
	"system:node-proxier": [user("system:kube-proxy")],
	"system:public-info-viewer": [group("system:authenticated"), group("system:unauthenticated")]
};
/** Writes the default roles and bindings. */
function bootstrapRoles(api) {
	const role = (name, rules, labels = {}, to) => {
		api.create(`clusterroles.${GROUP}`, {
			apiVersion: `${GROUP}/v1`,
			kind: "ClusterRole",
			metadata: {
				name,
				...META,
				labels: {
					...META.labels,
					...labels
				}
			},
			...to && { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { [aggregateTo(to)]: "true" } }] } },
			rules: [...rules]
		});
	};
	for (const [name, to] of AGGREGATED) role(name, [], to ? { [aggregateTo(to)]: "true" } : {}, name);
	for (const [name, rules] of Object.entries(ROLES)) {
		const to = /^system:aggregate-to-(.*)$/.exec(name)?.[1];
		role(name, rules, to ? { [aggregateTo(to)]: "true" } : {});
	}
	for (const [name, subjects] of Object.entries(BINDINGS)) api.create(`clusterrolebindings.${GROUP}`, {
		apiVersion: `${GROUP}/v1`,
		kind: "ClusterRoleBinding",
		metadata: {
			name,
			...META
		},
		roleRef: {
			apiGroup: GROUP,
			kind: "ClusterRole",
			name
		},
		...subjects.length > 0 && { subjects: [...subjects] }
	});
}
function aggregateTo(role) {
	return `rbac.authorization.k8s.io/aggregate-to-${role}`;
}
// src/controllers/bootstrap.ts
var KUBERNETES_VERSION = "v1.36.2";
var MINIKUBE_VERSION = "v1.38.1";
var MINIKUBE_COMMIT = "65318f4cfff9c12cc87ec9eb8f4cdd57b25047f3";
var NAMESPACES = [
	"default",
	"kube-node-lease",
	"kube-public",
	"kube-system"
];
var SYSTEM_PRIORITIES = [[
	"system-node-critical",
	2000001e3,
	"that must not be moved from their current node."
], [
	"system-cluster-critical",
	2e9,
	"that must run in the cluster, but can be moved to another node if necessary."
]].map(([name, value, which]) => ({
	apiVersion: "scheduling.k8s.io/v1",
	kind: "PriorityClass",
	metadata: { name },
	value,
	preemptionPolicy: "PreemptLowerPriority",
	description: `Used for system critical pods ${which}`
}));
/** First and last part of the nodes' addresses: 192.168.49.2 is the first node. */
var NETWORK$1 = "192.168.49";
var FIRST_HOST = 2;
var CAPACITY$1 = {
	cpu: "8",
	"ephemeral-storage": "61202244Ki",
	"hugepages-1Gi": "0",
	"hugepages-2Mi": "0",
	memory: "16373952Ki",
	pods: "110"
};
/** Fills an empty world: namespaces, the Service `kubernetes`, so many nodes (minikube, minikube-m02, ...), and minikube's addons. */
function bootstrap(world, api, nodes = 1, addons = []) {
	world.as("kube-apiserver", 0, () => {
		for (const name of NAMESPACES) api.create("namespaces", {
			apiVersion: "v1",
			kind: "Namespace",
			metadata: {
				name,
				labels: { "kubernetes.io/metadata.name": name }
			},
			spec: { finalizers: ["kubernetes"] },
			status: { phase: "Active" }
		});
		ensureKubernetesService({
			world,
			api
		});
		bootstrapRoles(api);
		for (const one of SYSTEM_PRIORITIES) api.create("priorityclasses.scheduling.k8s.io", one);
	});
	for (let i = 0; i < nodes; i++) addNode(world, api);
	for (const name of addons) enableAddon(world, api, name);
}
/** `minikube`, `minikube-m02`, `minikube-m03`, ... for 0, 1, 2, ... */
function nodeName(index) {
	return index === 0 ? "minikube" : `minikube-m${String(index + 1).padStart(2, "0")}`;
}
/** The node's number in its name, from 0. */
function nodeIndex(name) {
	const found = /-m(\d+)$/.exec(name);
	return found ? Number(found[1]) - 1 : 0;
}
/** Adds the next node, Ready and switched on (whatever an earlier one of its name was); returns it. */
function addNode(world, api) {
	const taken = world.store.list("nodes").map((node) => nodeIndex(node.metadata.name));
	const index = taken.length === 0 ? 0 : Math.max(...taken) + 1;
	const name = nodeName(index);
	forgetNode(world, name);
	return world.as("kubelet", 0, () => api.create("nodes", freshNode$1(world, name, index)));
}
function freshNode$1(world, name, index) {
	const primary = index === 0;
	const now = formatTime(world.now);
	const subnet = `10.244.${index}.0/24`;
	return {
		apiVersion: "v1",
		kind: "Node",
		metadata: {
			name,
			labels: {
				"beta.kubernetes.io/arch": "amd64",
				"beta.kubernetes.io/os": "linux",
				"kubernetes.io/arch": "amd64",
				"kubernetes.io/hostname": name,
				"kubernetes.io/os": "linux",
				"minikube.k8s.io/commit": MINIKUBE_COMMIT,
				"minikube.k8s.io/name": "minikube",
				"minikube.k8s.io/primary": String(primary),
				"minikube.k8s.io/updated_at": `${now.slice(0, 19).replace(/:/g, "_")}_0700`,
				"minikube.k8s.io/version": MINIKUBE_VERSION,
				...primary && {
					"node-role.kubernetes.io/control-plane": "",
					"node.kubernetes.io/exclude-from-external-load-balancers": ""
				}
			},
			annotations: {
				"node.alpha.kubernetes.io/ttl": "0",
				"volumes.kubernetes.io/controller-managed-attach-detach": "true"
			}
		},
		spec: {
			podCIDR: subnet,
			podCIDRs: [subnet]
		},
		status: {
			addresses: [{
				type: "InternalIP",
				address: `${NETWORK$1}.${FIRST_HOST + index}`
			}, {
				type: "Hostname",
				address: name
			}],
			allocatable: CAPACITY$1,
			capacity: CAPACITY$1,
			conditions: healthyConditions(now, void 0),
			daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
			nodeInfo: {
				architecture: "amd64",
				bootID: world.random.uuid(),
				containerRuntimeVersion: "containerd://2.2.1",
				kernelVersion: "6.8.0-90-generic",
				kubeProxyVersion: "",
				kubeletVersion: KUBERNETES_VERSION,
				machineID: world.random.hex(32),
				operatingSystem: "linux",
				osImage: "Debian GNU/Linux 12 (bookworm)",
				systemUUID: world.random.uuid()
			}
		}
	};
}
/** What a healthy kubelet reports. `before` keeps the times of conditions that stay as they are. */
function healthyConditions(now, before) {
	return [
		[
			"MemoryPressure",
			"False",
			"KubeletHasSufficientMemory",
			"kubelet has sufficient memory available"
		],
		[
			"DiskPressure",
			"False",
			"KubeletHasNoDiskPressure",
			"kubelet has no disk pressure"
		],
		[
			"PIDPressure",
			"False",
			"KubeletHasSufficientPID",
			"kubelet has sufficient PID available"
		],
		[
			"Ready",
			"True",
			"KubeletReady",
			"kubelet is posting ready status"
		]
	].map(([type = "", status = "", reason, message]) => {
		const old = before?.find((one) => one.type === type);
		return {
			type,
			status,
			reason,
			message,
			lastHeartbeatTime: now,
			lastTransitionTime: old?.status === status ? old.lastTransitionTime : now
		};
	});
}
// src/world/random.ts
/** Four hexadecimal digits each, for all numbers of sixteen bits: every object has an id made of them. */
var DIGITS = Array.from({ length: 65536 }, (_, number) => number.toString(16).padStart(4, "0"));
/** Seeded random numbers (sfc32): the same seed gives the same sequence in every engine. Its state is four integers. */
var Random = class {
	a = 0;
	b = 0;
	c = 0;
	d = 1;
	constructor(seed) {
		let x = seed >>> 0;
		const split = () => {
			x = x + 2654435769 >>> 0;
			let z = x;
			z = Math.imul(z ^ z >>> 16, 2246822507);
			z = Math.imul(z ^ z >>> 13, 3266489909);
			return (z ^ z >>> 16) >>> 0;
		};
		this.restore([
			split(),
			split(),
			split(),
			1
		]);
		for (let i = 0; i < 12; i++) this.next();
	}
	/** A number in [0, 1). */
	next() {
		return this.bits() / 4294967296;
	}
	/** 32 random bits as an unsigned number. */
	bits() {
		const { a, b, c, d } = this;
		const t = (a + b | 0) + d | 0;
		this.a = b ^ b >>> 9;
		this.b = c + (c << 3) | 0;
		this.c = (c << 21 | c >>> 11) + t | 0;
		this.d = d + 1 | 0;
		return t >>> 0;
	}
	/** An integer in [0, below). */
	integer(below) {
		return Math.floor(this.next() * below);
	}
	pick(from) {
		return from[this.integer(from.length)];
	}
	/** Lower-case hexadecimal digits. */
	hex(length) {
		let text = "";
		while (text.length < length) {
			const bits = this.bits();
			text += DIGITS[bits >>> 16] + DIGITS[bits & 65535];
		}
		return text.length === length ? text : text.slice(0, length);
	}
	/** A version 4 UUID. */
	uuid() {
		const h = this.hex(32);
		return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-${"89ab"[Number.parseInt(h.charAt(16), 16) & 3]}${h.slice(17, 20)}-${h.slice(20)}`;
	}
	/** The suffix of generated names, from the real alphabet without vowels and look-alikes (apimachinery util/rand). */
	suffix(length = 5) {
		const alphabet = "bcdfghjklmnpqrstvwxz2456789";
		let text = "";
		for (let i = 0; i < length; i++) text += alphabet[this.integer(27)];
		return text;
	}
	state() {
		return [
			this.a,
			this.b,
			this.c,
			this.d
		];
	}
	restore(state) {
		[this.a = 0, this.b = 0, this.c = 0, this.d = 1] = state;
	}
};
// src/controllers/namespace-defaults.ts
var ACCOUNT = "default";
var CERTIFICATE = "kube-root-ca.crt";
var DESCRIPTION = "Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.";
var serviceAccountController = {
	name: "service-account-controller",
	watches: {
		namespaces: (change) => [change.object.metadata.name],
		serviceaccounts: (change) => change.type === "DELETED" ? [change.object.metadata.namespace ?? ""] : []
	},
	reconcile: (context, namespace) => ensure(context, "serviceaccounts", {
		apiVersion: "v1",
		kind: "ServiceAccount",
		metadata: {
			name: ACCOUNT,
			namespace
		}
	})
};
var rootCertificateController = {
	name: "root-ca-certificate-publisher-controller",
	watches: {
		namespaces: (change) => [change.object.metadata.name],
		configmaps: (change) => change.object.metadata.name === CERTIFICATE && change.type === "DELETED" ? [change.object.metadata.namespace ?? ""] : []
	},
	reconcile: (context, namespace) => ensure(context, "configmaps", {
		apiVersion: "v1",
		kind: "ConfigMap",
		metadata: {
			name: CERTIFICATE,
			namespace,
			annotations: { "kubernetes.io/description": DESCRIPTION }
		},
		data: { "ca.crt": ROOT_CERTIFICATE }
	})
};
function ensure({ world, api }, resource, object) {
	const { namespace, name } = object.metadata;
	const there = world.store.get("namespaces", "", namespace);
	if (!there || there.metadata.deletionTimestamp || world.store.get(resource, namespace, name)) return;
	api.create(resource, object);
}
/** Looks like a certificate; the simulated network does not look into it. */
var ROOT_CERTIFICATE = certificate();
function certificate() {
	const random = new Random(24301);
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	return [
		"-----BEGIN CERTIFICATE-----",
		...`MIID${Array.from({ length: 1404 }, () => alphabet[random.integer(64)]).join("")}`.match(/.{1,64}/g) ?? [],
		"-----END CERTIFICATE-----",
		""
	].join("\n");
}
// src/controllers/run.ts
/** Connects controllers to the world: changes make keys dirty, queues reconcile them, failures of the API are tried again later. */
var DEFAULT_LATENCY_MS = 10;
/** Exponential back-off of a failing key, as the workqueue's default limiter has it. */
var RETRY_BASE_MS = 5;
var RETRY_MAX_MS = 1e6;
/** Registers the controllers' queues on the world and feeds them with its changes. Call once per world, before the first write. */
function runControllers(world, api, controllers) {
	const watchers = /* @__PURE__ */ new Map();
	for (const controller of controllers) {
		const context = {
			world,
			api,
			requeueAfter: (key, ms) => world.queues.addAfter(controller.name, key, ms)
		};
		const { name, latencyMs = DEFAULT_LATENCY_MS, spacingMs } = controller;
		world.queues.register(name, latencyMs, (key) => reconcile(controller, context, key), spacingMs);
		for (const [resource, keysOf] of Object.entries(controller.watches)) {
			const found = watchers.get(resource);
			if (found) found.push({
				queue: controller.name,
				keysOf
			});
			else watchers.set(resource, [{
				queue: controller.name,
				keysOf
			}]);
		}
	}
	const tell = (change, resource) => {
		const watching = watchers.get(resource);
		if (!watching) return;
		for (const { queue, keysOf } of watching) for (const key of keysOf(change, world)) world.queues.add(queue, key, change.revision);
	};
	world.store.subscribe((change) => {
		tell(change, change.resource);
		tell(change, "*");
	});
}
/** How often a key failed in a row, by controller. */
var retriesOf = (world) => world.slot("controller-retries", () => ({}));
/** An error of the API is a reason to try again; any other is a bug and goes up. */
function reconcile(controller, context, key) {
	const { world } = context;
	try {
		controller.reconcile(context, key);
		const failed = retriesOf(world)[controller.name];
		if (failed?.[key] !== void 0) delete failed[key];
	} catch (error) {
		if (!isApiError(error)) throw error;
		const failed = retriesOf(world)[controller.name] ??= {};
		const count = failed[key] ?? 0;
		failed[key] = count + 1;
		context.requeueAfter(key, Math.min(RETRY_BASE_MS * 2 ** count, RETRY_MAX_MS));
	}
}
/** Whether a thrown value is the API's refusal (for that reason, if one is given), and not a programming error. */
function isApiError(error, reason) {
	return error instanceof ApiError && (reason === void 0 || error.reason === reason);
}
// src/kernel/channel.ts
/**
* A queue between the kernel and whatever produces or consumes (watch events, log lines, exec streams).
* Values are plain data. One reader at a time blocks on it by `receive`; a producer pushes and never blocks.
*/
var Channel = class {
	queue = [];
	head = 0;
	ended = false;
	/** Called after every push and close: the kernel wakes the blocked reader, or an adapter (HTTP) drains it. */
	onReady;
	/** Called once when the reader hangs up, so that the producer can stop. */
	onCancel;
	/** Appends a value; a value pushed after close or cancel is dropped. */
	push(value) {
		if (this.ended) return;
		this.queue.push(value);
		this.onReady?.();
	}
	/** No more values will come; what is queued can still be read. */
	close() {
		if (this.ended) return;
		this.ended = true;
		this.onReady?.();
	}
	/** The reader is gone: drops what is queued and tells the producer. */
	cancel() {
		if (!this.ended) {
			this.ended = true;
			this.onCancel?.();
		}
		this.queue.length = 0;
		this.head = 0;
	}
	/** The next value; `undefined` when none is there yet; `null` at the end. */
	poll() {
		if (this.head < this.queue.length) {
			const value = this.queue[this.head++];
			if (this.head > 64 && this.head * 2 > this.queue.length) {
				this.queue.splice(0, this.head);
				this.head = 0;
			}
			return value;
		}
		return this.ended ? null : void 0;
	}
	get closed() {
		return this.ended;
	}
};
// src/kernel/pipes.ts
/** Pipes between processes: text buffers with counted ends. A reader blocks on empty, a writer on full. */
var CAPACITY = 65536;
var Pipes = class {
	pipes = /* @__PURE__ */ new Map();
	wake;
	next = 1;
	constructor(wake) {
		this.wake = wake;
	}
	create(onData) {
		const id = this.next++;
		this.pipes.set(id, {
			buffer: "",
			readers: 0,
			writers: 0,
			opened: false,
			waiting: /* @__PURE__ */ new Set(),
			onData
		});
		return id;
	}
	retain(id, end) {
		const pipe = this.pipes.get(id);
		if (!pipe) return;
		if (end === "read") pipe.readers++;
		else {
			pipe.writers++;
			pipe.opened = true;
		}
	}
	release(id, end) {
		const pipe = this.pipes.get(id);
		if (!pipe) return;
		if (end === "read") pipe.readers--;
		else if (--pipe.writers === 0) pipe.onData?.(null);
		this.wakeAll(pipe);
		if (pipe.readers <= 0 && pipe.writers <= 0) this.pipes.delete(id);
	}
	/** Text, null at the end, undefined when the caller must wait (it is woken). */
	read(id, process, line, max) {
		const pipe = this.pipes.get(id);
		if (!pipe) return null;
		const newline = line ? pipe.buffer.indexOf("\n") + 1 : 0;
		const incomplete = line && newline === 0 && pipe.writers > 0 && (max === void 0 || pipe.buffer.length < max);
		if (pipe.buffer === "" || incomplete) {
			if (pipe.writers === 0 && pipe.opened) return null;
			pipe.waiting.add(process);
			return;
		}
		const length = Math.min(newline > 0 ? newline : pipe.buffer.length, max ?? Number.POSITIVE_INFINITY);
		const text = pipe.buffer.slice(0, length);
		pipe.buffer = pipe.buffer.slice(length);
		this.wakeAll(pipe);
		return text;
	}
	write(id, process, text) {
		const pipe = this.pipes.get(id);
		if (!pipe) return "broken";
		if (pipe.onData) {
			pipe.onData(text);
			return "done";
		}
		if (pipe.readers === 0) return "broken";
		if (pipe.buffer.length >= CAPACITY) {
			pipe.waiting.add(process);
			return "full";
		}
		pipe.buffer += text;
		this.wakeAll(pipe);
		return "done";
	}
	/** Feeds readers from code, without a limit. */
	push(id, text) {
		const pipe = this.pipes.get(id);
		if (!pipe) return;
		pipe.buffer += text;
		this.wakeAll(pipe);
	}
	save() {
		return [...this.pipes].filter(([, pipe]) => !pipe.onData).map(([id, pipe]) => ({
			id,
			buffer: pipe.buffer,
			readers: pipe.readers,
			writers: pipe.writers
		}));
	}
	load(saved) {
		this.pipes.clear();
		for (const { id, ...pipe } of saved) {
			this.pipes.set(id, {
				...pipe,
				opened: true,
				waiting: /* @__PURE__ */ new Set(),
				onData: void 0
			});
			this.next = Math.max(this.next, id + 1);
		}
	}
	wakeAll(pipe) {
		const waiting = [...pipe.waiting];
		pipe.waiting.clear();
		for (const process of waiting) this.wake(process);
	}
};
// src/kernel/tty.ts
var Tty = class {
	id;
	columns;
	rows;
	/** The process group that gets the keyboard's signals and may read. */
	foreground = 0;
	rawMode = false;
	line = "";
	ready = [];
	endOfFile = false;
	hungUp = false;
	backlog = "";
	sink;
	/** Set by the kernel: something to read came in, or the terminal was hung up. */
	onReadable;
	/** Set by the kernel: sends a signal to the foreground group. */
	onSignal;
	constructor(id, columns, rows) {
		this.id = id;
		this.columns = columns;
		this.rows = rows;
	}
	/** Where output goes; what was written before comes at once. Output uses \r\n for a new line. */
	onOutput(sink) {
		this.sink = sink;
		if (sink && this.backlog !== "") {
			const text = this.backlog;
			this.backlog = "";
			sink(text);
		}
	}
	output(text) {
		const cooked = text.replace(/\r?\n/g, "\r\n");
		if (this.sink) this.sink(cooked);
		else this.backlog += cooked;
	}
	/** Keys as the terminal emulator sends them (a key, an escape sequence or pasted text). */
	input(text) {
		if (this.hungUp) return;
		if (this.rawMode) {
			this.ready.push(text);
			this.onReadable?.();
			return;
		}
		for (const key of text.replace(/\x1b\[20[01]~/g, "")) this.cookedKey(key);
	}
	resize(columns, rows) {
		if (columns === this.columns && rows === this.rows) return;
		this.columns = columns;
		this.rows = rows;
		this.onSignal?.("SIGWINCH");
	}
	set raw(on) {
		this.rawMode = on;
		if (on && this.line !== "") {
			this.ready.push(this.line);
			this.line = "";
		}
	}
	get raw() {
		return this.rawMode;
	}
	/** The far end is gone: readers get end of file. */
	hangUp() {
		this.hungUp = true;
		this.onReadable?.();
	}
	/** What a read gets: text, null at end of file, undefined when nothing is there yet. */
	take(line, max) {
		const first = this.ready[0];
		if (first === void 0) {
			if (this.hungUp) return null;
			if (!this.endOfFile) return void 0;
			this.endOfFile = false;
			return null;
		}
		const newline = line ? first.indexOf("\n") + 1 : 0;
		const length = Math.min(newline > 0 ? newline : first.length, max ?? Number.POSITIVE_INFINITY);
		if (length < first.length) this.ready[0] = first.slice(length);
		else this.ready.shift();
		return first.slice(0, length);
	}
	cookedKey(key) {
		if (key === "") return this.signal("SIGINT", "^C");
		if (key === "") return this.signal("SIGTSTP", "^Z");
		if (key === "") return this.signal("SIGQUIT", "^\\");
		if (key === "") {
			if (this.line === "") this.endOfFile = true;
			else this.deliver();
			this.onReadable?.();
		} else if (key === "\r" || key === "\n") {
			this.output("\n");
			this.line += "\n";
			this.deliver();
			this.onReadable?.();
		} else if (key === "" || key === "\b") this.erase(1);
		else if (key === "") this.erase(this.line.length);
		else if (key === "") this.erase(this.line.length - this.line.replace(/\S*\s*$/, "").length);
		else if (key >= " " || key === "	") {
			this.line += key;
			this.output(key);
		}
	}
	deliver() {
		this.ready.push(this.line);
		this.line = "";
	}
	erase(count) {
		for (let i = 0; i < count && this.line !== ""; i++) {
			const last = [...this.line].pop();
			this.line = this.line.slice(0, -last.length);
			this.output(last.codePointAt(0) >= 4352 ? "\b\b  \b\b" : "\b \b");
		}
	}
	signal(signal, shown) {
		this.line = "";
		this.output(`${shown}${signal === "SIGTSTP" ? "" : "\n"}`);
		this.onSignal?.(signal);
	}
};
// src/kernel/kernel.ts
var SIGNAL_NUMBERS = {
	SIGHUP: 1,
	SIGINT: 2,
	SIGQUIT: 3,
	SIGKILL: 9,
	SIGUSR1: 10,
	SIGUSR2: 12,
	SIGPIPE: 13,
	SIGALRM: 14,
	SIGTERM: 15,
	SIGCHLD: 17,
	SIGCONT: 18,
	SIGSTOP: 19,
	SIGTSTP: 20,
	SIGWINCH: 28
};
var HARMLESS = [
	"SIGCHLD",
	"SIGCONT",
	"SIGWINCH"
];
var STOPPING = ["SIGSTOP", "SIGTSTP"];
/** What a process may do in one virtual millisecond: system calls; a yield counts as twenty. */
var BUDGET_PER_MS = 1e3;
var YIELD_COST = 20;
var BLOCKED = Symbol("blocked");
/** The signal's number, as in `kill -l` and in exit code 128 + number. */
function signalNumber(signal) {
	return SIGNAL_NUMBERS[signal];
}
var Kernel = class {
	world;
	machines = /* @__PURE__ */ new Map();
	busy;
	devices = /* @__PURE__ */ new Map();
	sinks = /* @__PURE__ */ new Map();
	processes = /* @__PURE__ */ new Map();
	ttys = /* @__PURE__ */ new Map();
	pipes;
	byMachine = /* @__PURE__ */ new Map();
	runnable = /* @__PURE__ */ new Set();
	settlers = [];
	/** Told of exceptions that are no SysErrors: bugs in programs. The program ends with code 70. */
	onCrash;
	constructor(world) {
		this.world = world;
		this.pipes = new Pipes((id) => this.wakeById(id));
		world.timers.on("kernel", () => this.run());
		world.timers.on("process", (_payload, key) => this.wakeById(Number(key)));
		world.onSnapshot(() => this.save(), () => this.load());
	}
	/** Adds a machine (or replaces the one of that id: after a restore its owner registers it again). */
	register(machine) {
		this.machines.set(machine.id, machine);
	}
	/** Removes a machine; what runs there is killed. */
	unregister(id) {
		for (const process of this.of(id)) this.end(process, {
			code: 137,
			signal: "SIGKILL"
		});
		this.machines.delete(id);
	}
	machine(id) {
		return this.machines.get(id);
	}
	/** Told the machine each time one of its processes has used a whole millisecond of CPU time. */
	onBusy(listener) {
		this.busy = listener;
	}
	/** Registers what answers `sys.device(name, ...)`. `code` is loaded before the first request reaches it. */
	device(name, handler, code) {
		this.devices.set(name, {
			handler,
			code
		});
	}
	hasDevice(name) {
		return this.devices.has(name);
	}
	/** Registers what gets the text written to descriptors of kind `sink` with that name (container logs). */
	sink(name, handler) {
		this.sinks.set(name, handler);
	}
	/** A new terminal device. */
	openTty(columns = 80, rows = 24) {
		const tty = new Tty(this.state().nextId++, columns, rows);
		tty.onReadable = () => this.wakeReaders(tty);
		tty.onSignal = (signal) => {
			for (const process of this.processes.values()) if (process.tty === tty.id && process.group === tty.foreground) this.send(process, signal);
		};
		this.ttys.set(tty.id, tty);
		return tty;
	}
	/** Closes a terminal: its programs get SIGHUP. */
	closeTty(tty) {
		tty.hangUp();
		for (const process of [...this.processes.values()]) if (process.tty === tty.id) this.send(process, "SIGHUP");
		this.ttys.delete(tty.id);
	}
	/** A pipe whose other end is code: `push`/`end` feed its readers, `onData` (null at the end) drains its writers. */
	hostPipe(onData) {
		const id = this.pipes.create(onData);
		if (!onData) this.pipes.retain(id, "write");
		return {
			read: {
				kind: "pipe",
				pipe: id,
				end: "read"
			},
			write: {
				kind: "pipe",
				pipe: id,
				end: "write"
			},
			push: (text) => this.pipes.push(id, text),
			end: () => this.pipes.release(id, "write")
		};
	}
	/** Starts a program on a machine with no parent. Returns its pid there. Throws SysError ENOENT when the machine has no such program. */
	spawnOn(machineId, options) {
		const machine = this.machines.get(machineId);
		if (!machine) throw new SysError("ENODEV", machineId);
		const nothing = { kind: "null" };
		const [stdin, stdout, stderr] = options.stdio ?? [
			nothing,
			nothing,
			nothing
		];
		const process = this.create(machine, {
			program: options.program,
			argv: options.argv,
			env: options.env ?? {},
			cwd: options.cwd ?? "/",
			init: options.init,
			parent: 0,
			group: 0,
			tty: options.tty?.id ?? 0,
			first: options.first ?? false,
			instant: options.instant ?? false,
			fds: {
				0: stdin,
				1: stdout,
				2: stderr
			}
		});
		process.onExit = options.onExit;
		if (options.tty) options.tty.foreground = process.group;
		return process.pid;
	}
	/** Signals a process of a machine (negative: a group). False when there is none. */
	signal(machineId, target, signal) {
		const targets = this.of(machineId).filter((process) => (target < 0 ? process.group === -target : process.pid === target) && !process.status);
		for (const process of targets) this.send(process, signal);
		return targets.length > 0;
	}
	/** The environment that a process was started with; undefined when there is no such process. */
	environment(machineId, pid) {
		return this.of(machineId).find((process) => process.pid === pid)?.env;
	}
	/** The processes of a machine. */
	list(machineId) {
		return this.of(machineId).map((process) => ({
			pid: process.pid,
			ppid: this.processes.get(process.parent)?.pid ?? 0,
			group: process.group,
			argv: process.argv,
			state: process.status ? "zombie" : process.stopped ? "stopped" : process.call?.op === "yield" ? "running" : "sleeping",
			startedAt: process.startedAt
		}));
	}
	/** True while code is being loaded: the world stands still until `settled`. */
	get awaiting() {
		return this.world.held;
	}
	/** Resolves when no code is being loaded any more. */
	settled() {
		if (!this.world.held) return Promise.resolve();
		return new Promise((resolve) => this.settlers.push(resolve));
	}
	state() {
		return this.world.slot("kernel", () => ({
			nextId: 1,
			nextPid: {},
			processes: []
		}));
	}
	of(machineId) {
		return [...this.byMachine.get(machineId) ?? []];
	}
	add(process) {
		this.processes.set(process.id, process);
		const there = this.byMachine.get(process.machine);
		if (there) there.add(process);
		else this.byMachine.set(process.machine, /* @__PURE__ */ new Set([process]));
	}
	forget(process) {
		this.processes.delete(process.id);
		const there = this.byMachine.get(process.machine);
		there?.delete(process);
		if (there?.size === 0) this.byMachine.delete(process.machine);
	}
	create(machine, options) {
		const name = typeof options.program === "string" ? options.program : options.argv[0] ?? "";
		const program = typeof options.program === "string" ? machine.program(options.program) : options.program;
		if (!program) throw new SysError("ENOENT", name);
		const state = this.state();
		const pid = (state.nextPid[machine.id] ?? 0) + 1;
		state.nextPid[machine.id] = pid;
		const process = {
			id: state.nextId++,
			pid,
			machine: machine.id,
			parent: options.parent,
			group: options.group || pid,
			tty: options.tty,
			first: options.first,
			instant: options.instant,
			startedAt: this.world.now,
			program: name,
			argv: options.argv,
			env: options.env,
			cwd: options.cwd,
			init: options.init,
			fds: options.fds,
			log: [],
			caught: [],
			ignored: [],
			pending: [],
			stopped: false,
			stopReported: false,
			status: void 0,
			own: void 0,
			generator: void 0,
			call: void 0,
			answer: void 0,
			sleeping: false,
			moment: 0,
			spent: 0,
			stepping: false,
			doomed: void 0,
			loadFailure: void 0,
			onExit: void 0
		};
		for (const target of Object.values(process.fds)) this.retain(target);
		process.own = this.view(process, machine);
		process.generator = program(process.own);
		this.add(process);
		this.wake(process);
		return process;
	}
	/** What the program sees of its process. */
	view(process, machine) {
		return {
			pid: process.pid,
			ppid: this.processes.get(process.parent)?.pid ?? 0,
			argv: process.argv,
			env: { ...process.env },
			cwd: process.cwd,
			machine,
			init: process.init
		};
	}
	end(process, status) {
		if (process.status) return;
		if (process.stepping) {
			process.doomed = status;
			return;
		}
		process.status = status;
		if (process.call?.op === "receive") process.call.channel.cancel();
		process.call = void 0;
		process.answer?.cancel();
		this.world.timers.cancel("process", String(process.id));
		try {
			process.generator.return(status.code);
		} catch {}
		for (const target of Object.values(process.fds)) this.release(target);
		process.fds = {};
		for (const child of this.of(process.machine)) {
			if (child.parent !== process.id) continue;
			child.parent = 0;
			if (child.status) this.forget(child);
		}
		if (process.first) {
			for (const other of this.of(process.machine)) if (other !== process) this.end(other, {
				code: 137,
				signal: "SIGKILL"
			});
		}
		const parent = this.processes.get(process.parent);
		if (parent) {
			this.send(parent, "SIGCHLD");
			this.wake(parent);
		} else {
			this.forget(process);
			process.onExit?.(status);
			if (process.first) this.machines.get(process.machine)?.onExit?.(process.pid, status);
		}
	}
	send(process, signal) {
		if (process.status) return;
		if (signal === "SIGCONT" && process.stopped) {
			process.stopped = false;
			process.stopReported = false;
			this.wake(process);
		}
		if (signal === "SIGKILL") return this.end(process, {
			code: 137,
			signal
		});
		if (process.caught.includes(signal)) {
			process.pending.push(signal);
			this.wake(process);
			return;
		}
		if (process.ignored.includes(signal) || HARMLESS.includes(signal)) return;
		if (process.first && signal !== "SIGSTOP") return;
		if (STOPPING.includes(signal)) {
			process.stopped = true;
			process.stopReported = false;
			const parent = this.processes.get(process.parent);
			if (parent) this.wake(parent);
			return;
		}
		this.end(process, {
			code: 128 + SIGNAL_NUMBERS[signal],
			signal
		});
	}
	wakeById(id) {
		const process = this.processes.get(id);
		if (process) this.wake(process);
	}
	wakeReaders(tty) {
		for (const process of this.processes.values()) if (process.tty === tty.id && process.call?.op === "read") this.wake(process);
	}
	wake(process) {
		this.runnable.add(process);
		if (this.world.timers.at("kernel", "") === void 0) this.world.timers.set("kernel", "", this.world.now);
	}
	run() {
		for (const process of this.runnable) {
			if (this.world.held) return;
			this.runnable.delete(process);
			if (process.status || process.stopped || process.stepping) continue;
			this.step(process);
		}
	}
	/** Lets a process go on until it blocks, has used up its share of this moment, or ends. */
	step(process) {
		process.stepping = true;
		try {
			if (!process.call && !this.resume(process, () => process.generator.next())) return;
			while (process.call && !process.doomed && !process.stopped) {
				if (this.preempt(process)) return;
				let outcome;
				try {
					const signal = process.pending.shift();
					if (signal) throw new SysError("EINTR", void 0, signal);
					outcome = this.execute(process, process.call);
				} catch (error) {
					this.interrupt(process);
					if (!(error instanceof SysError)) {
						process.doomed = { code: this.crashed(process, error) };
						return;
					}
					this.note(process, {
						errno: error.errno,
						...error.path === void 0 ? {} : { path: error.path },
						...error.signal ? { signal: error.signal } : {}
					});
					if (!this.resume(process, () => process.generator.throw(error))) return;
					continue;
				}
				if (outcome === BLOCKED) return;
				if (process.call.op !== "load") this.note(process, { v: outcome });
				if (!this.resume(process, () => process.generator.next(outcome))) return;
			}
		} finally {
			process.stepping = false;
			if (process.doomed) this.end(process, process.doomed);
		}
	}
	/** Forgets what a failed or interrupted call was waiting for. */
	interrupt(process) {
		process.answer?.cancel();
		process.answer = void 0;
		if (process.sleeping) {
			process.sleeping = false;
			this.world.timers.cancel("process", String(process.id));
		}
	}
	/** Runs the program to its next system call. False when it ended. */
	resume(process, go) {
		process.call = void 0;
		let code;
		try {
			const next = go();
			if (!next.done) {
				process.call = next.value;
				return true;
			}
			code = next.value & 255;
		} catch (error) {
			code = this.crashed(process, error);
		}
		process.doomed ??= { code };
		return false;
	}
	crashed(process, error) {
		const machine = this.machines.get(process.machine);
		const text = error instanceof SysError ? `${error.path === void 0 ? "" : `${error.path}: `}${error.message}` : `internal error: ${error instanceof Error ? error.message : String(error)}`;
		const stderr = process.fds[2];
		if (stderr) this.writeTo(process, stderr, `${process.argv[0] ?? process.program}: ${text}\n`);
		if (error instanceof SysError) return 1;
		if (machine) this.onCrash?.(error, process.own);
		return 70;
	}
	preempt(process) {
		if (process.sleeping || process.call?.op === "load") return false;
		if (process.moment !== this.world.now) {
			process.moment = this.world.now;
			process.spent = 0;
		}
		if (process.spent > BUDGET_PER_MS) {
			this.world.timers.set("process", String(process.id), this.world.now + 1);
			this.busy?.(process.machine);
			return true;
		}
		process.spent += process.call?.op === "yield" ? YIELD_COST : 1;
		return false;
	}
	note(process, entry) {
		if (process.machine !== "laptop") process.log.push(entry);
	}
	/** The result, or BLOCKED: then the call is made again when the process is woken. */
	execute(process, call) {
		const machine = this.machines.get(process.machine);
		if (!machine) throw new SysError("ENODEV", process.machine);
		switch (call.op) {
			case "read": return this.within(process, call.ms, this.read(process, this.fd(process, call.fd), call.line, call.max));
			case "write": return this.writeTo(process, this.fd(process, call.fd), call.text);
			case "open": return this.open(process, machine, call.path, call.mode);
			case "close":
				this.release(this.fd(process, call.fd));
				delete process.fds[call.fd];
				return;
			case "dup": return this.dup(process, call.fd, call.to);
			case "pipe": {
				const id = this.pipes.create();
				return [this.assign(process, {
					kind: "pipe",
					pipe: id,
					end: "read"
				}), this.assign(process, {
					kind: "pipe",
					pipe: id,
					end: "write"
				})];
			}
			case "isatty": return process.fds[call.fd]?.kind === "tty";
			case "files": return call.call(machine.files, process.own.cwd);
			case "sleep":
				if (call.latency && !process.sleeping && (process.instant || this.world.clock.paused)) return void 0;
				return this.sleep(process, call.ms);
			case "now": return this.world.now;
			case "random": return this.world.random.next();
			case "spawn": return this.spawn(process, machine, call.options);
			case "wait": return this.wait(process, call);
			case "kill":
				if (!this.signal(process.machine, call.target, call.signal)) throw new SysError("ESRCH");
				return;
			case "signals":
				process.caught = call.caught;
				process.ignored = call.ignored;
				return;
			case "tty": return this.tty(process, call.request);
			case "receive": return this.receive(process, call.channel);
			case "device": {
				if (process.answer) return this.takeAnswer(process);
				const code = this.devices.get(call.device)?.code;
				if (code && this.loaded(process, code) === BLOCKED) return BLOCKED;
				const answer = this.ask(process, call.device, call.request);
				if (!(answer instanceof Channel)) return answer;
				process.answer = answer;
				return this.takeAnswer(process);
			}
			case "load": return this.loaded(process, call.code);
			case "processes": return this.list(process.machine);
			case "yield": return;
		}
	}
	fd(process, fd) {
		const target = process.fds[fd];
		if (!target) throw new SysError("EBADF");
		return target;
	}
	retain(target) {
		if (target.kind === "pipe") this.pipes.retain(target.pipe, target.end);
	}
	release(target) {
		if (target.kind === "pipe") this.pipes.release(target.pipe, target.end);
	}
	assign(process, target, from = 3) {
		let fd = from;
		while (process.fds[fd]) fd++;
		process.fds[fd] = target;
		this.retain(target);
		return fd;
	}
	read(process, target, line, max) {
		switch (target.kind) {
			case "null": return null;
			case "sink": throw new SysError("EBADF");
			case "file": {
				const text = (this.machines.get(process.machine)?.files)?.read(target.path) ?? "";
				if (target.offset >= text.length) return null;
				const newline = line ? text.indexOf("\n", target.offset) + 1 : 0;
				const end = Math.min(newline > 0 ? newline : text.length, max === void 0 ? text.length : target.offset + max);
				const chunk = text.slice(target.offset, end);
				target.offset = end;
				return chunk;
			}
			case "pipe": {
				const text = this.pipes.read(target.pipe, process.id, line, max);
				return text === void 0 ? BLOCKED : text;
			}
			case "tty": {
				const tty = this.ttys.get(target.tty);
				if (!tty) return null;
				if (process.tty === tty.id && process.group !== tty.foreground) {
					this.send(process, "SIGSTOP");
					return BLOCKED;
				}
				const text = tty.take(line, max);
				return text === void 0 ? BLOCKED : text;
			}
		}
	}
	/** The outcome of a call that may block for `ms` at most. */
	within(process, ms, outcome) {
		if (ms === void 0) return outcome;
		const key = String(process.id);
		if (outcome === BLOCKED) {
			if (process.sleeping && this.world.timers.at("process", key) === void 0) throw new SysError("EAGAIN");
			if (!process.sleeping) this.world.timers.set("process", key, this.world.now + Math.max(0, ms));
			process.sleeping = true;
			return BLOCKED;
		}
		if (process.sleeping) this.world.timers.cancel("process", key);
		process.sleeping = false;
		return outcome;
	}
	writeTo(process, target, text) {
		switch (target.kind) {
			case "null": return;
			case "sink":
				this.sinks.get(target.name)?.(target.id, text);
				return;
			case "tty":
				this.ttys.get(target.tty)?.output(text);
				return;
			case "pipe": {
				const outcome = this.pipes.write(target.pipe, process.id, text);
				if (outcome === "full") return BLOCKED;
				if (outcome === "broken") {
					if (process.ignored.includes("SIGPIPE") || process.caught.includes("SIGPIPE")) throw new SysError("EPIPE");
					this.end(process, {
						code: 141,
						signal: "SIGPIPE"
					});
					return BLOCKED;
				}
				return;
			}
			case "file": {
				const files = this.machines.get(process.machine)?.files;
				if (!files) throw new SysError("EIO");
				const before = files.exists(target.path) ? files.read(target.path) : "";
				if (target.append || target.offset >= before.length) {
					files.write(target.path, text, { append: true });
					target.offset = before.length + text.length;
				} else {
					files.write(target.path, before.slice(0, target.offset) + text + before.slice(target.offset + text.length));
					target.offset += text.length;
				}
				return;
			}
		}
	}
	open(process, machine, path, mode) {
		const absolute = machine.files.resolve(process.own.cwd, path);
		const device = /^\/dev\/(?:fd\/(\d+)|std(in|out|err)|(null)|(tty))$/.exec(absolute);
		if (device) {
			if (device[3]) return this.assign(process, { kind: "null" });
			if (device[4]) {
				if (!process.tty) throw new SysError("ENODEV", path);
				return this.assign(process, {
					kind: "tty",
					tty: process.tty
				});
			}
			return this.assign(process, this.fd(process, device[1] ? Number(device[1]) : {
				in: 0,
				out: 1,
				err: 2
			}[device[2]]));
		}
		if (machine.files.isDirectory(absolute)) throw new SysError("EISDIR", path);
		if (mode === "r") machine.files.read(absolute);
		else if (mode === "w" || !machine.files.exists(absolute)) machine.files.write(absolute, "");
		return this.assign(process, {
			kind: "file",
			path: absolute,
			offset: 0,
			append: mode === "a",
			mode: mode === "a" ? "w" : mode
		});
	}
	dup(process, fd, to) {
		const target = this.fd(process, fd);
		if (to === void 0) return this.assign(process, target, 10);
		if (to === fd) return to;
		this.retain(target);
		const before = process.fds[to];
		if (before) this.release(before);
		process.fds[to] = target;
		return to;
	}
	sleep(process, ms) {
		const key = String(process.id);
		const timers = this.world.timers;
		if (!process.sleeping) {
			process.sleeping = true;
			if (Number.isFinite(ms)) timers.set("process", key, this.world.now + Math.max(0, ms));
			return BLOCKED;
		}
		if (!Number.isFinite(ms) || timers.at("process", key) !== void 0) return BLOCKED;
		process.sleeping = false;
	}
	spawn(process, machine, options) {
		const fds = {};
		for (const [child, own] of Object.entries(options.fds ?? {
			0: 0,
			1: 1,
			2: 2
		})) {
			const target = process.fds[own];
			if (target) fds[Number(child)] = target;
		}
		return this.create(machine, {
			program: options.program,
			argv: options.argv,
			env: { ...options.env ?? process.own.env },
			cwd: options.cwd ?? process.own.cwd,
			init: options.init,
			parent: process.id,
			group: options.group ?? process.group,
			tty: process.tty,
			first: false,
			instant: process.instant,
			fds
		}).pid;
	}
	wait(process, call) {
		let any = false;
		for (const child of this.of(process.machine)) {
			if (child.parent !== process.id || call.pid !== void 0 && child.pid !== call.pid) continue;
			any = true;
			if (child.status) {
				this.forget(child);
				return {
					pid: child.pid,
					...child.status
				};
			}
			if (call.untraced && child.stopped && !child.stopReported) {
				child.stopReported = true;
				return {
					pid: child.pid,
					code: 148,
					signal: "SIGTSTP",
					stopped: true
				};
			}
		}
		if (!any) throw new SysError("ECHILD");
		return call.hang ? BLOCKED : null;
	}
	tty(process, request) {
		const tty = this.ttys.get(process.tty);
		if (!tty) throw new SysError("ENODEV");
		if ("set" in request) tty.raw = request.set === "raw";
		else if ("foreground" in request) tty.foreground = request.foreground;
		return {
			columns: tty.columns,
			rows: tty.rows
		};
	}
	receive(process, channel) {
		const value = channel.poll();
		if (value !== void 0) return value;
		channel.onReady = () => this.wake(process);
		return BLOCKED;
	}
	/** What the device answers; a channel when the answer is still to come. */
	ask(process, name, request) {
		const device = this.devices.get(name);
		if (!device) throw new SysError("ENODEV", name);
		const answer = device.handler(request, process.own);
		if (answer instanceof SysError) throw answer;
		return answer;
	}
	takeAnswer(process) {
		const value = this.receive(process, process.answer);
		if (value === BLOCKED) return BLOCKED;
		process.answer = void 0;
		if (value instanceof SysError) throw value;
		return value;
	}
	loaded(process, code) {
		const failure = process.loadFailure;
		process.loadFailure = void 0;
		if (failure) throw failure;
		if (code.value !== void 0) return code.value;
		this.hold(code, (error) => {
			process.loadFailure = error;
			const others = [...this.runnable];
			this.runnable.clear();
			for (const next of [process, ...others]) if (this.processes.get(next.id) === next) this.runnable.add(next);
		});
		return BLOCKED;
	}
	/** The world stands still until the code is there, then `go` is called and everything goes on from where it stopped. */
	hold(code, go) {
		const release = this.world.hold();
		const done = (failure) => {
			release();
			go(failure);
			if (this.world.held) return;
			this.run();
			this.world.advance(0);
			if (!this.world.held) for (const settle of this.settlers.splice(0)) settle();
		};
		code.load().then(() => done(), (error) => done(new SysError("EIO", error instanceof Error ? error.message : String(error))));
	}
	save() {
		const state = this.state();
		state.processes = [...this.processes.values()].filter((process) => process.machine !== "laptop").map(({ own: _o, generator: _g, call: _c, answer: _a, stepping: _s, doomed: _d, onExit: _e, sleeping: _l, moment: _m, spent: _p, ...data }) => data);
		state.pipes = this.pipes.save();
	}
	load() {
		for (const process of this.processes.values()) {
			if (process.machine === "laptop") continue;
			this.forget(process);
			this.runnable.delete(process);
		}
		const state = this.state();
		this.pipes.load(state.pipes ?? []);
		this.saved = state.processes;
		state.processes = [];
	}
	saved = [];
	/**
	* After a restore, when all machines are registered again: rebuilds the processes by replaying what they were told. Where their
	* code has to be loaded first, the world stands still meanwhile.
	*/
	resumeRestored() {
		const resumed = [];
		for (const data of this.saved) {
			const machine = this.machines.get(data.machine);
			const program = machine?.program(data.program);
			if (!machine || !program) continue;
			const own = this.view(data, machine);
			const process = {
				...data,
				own,
				log: [...data.log],
				pending: [...data.pending],
				generator: program(own),
				call: void 0,
				answer: void 0,
				sleeping: this.world.timers.at("process", String(data.id)) !== void 0,
				moment: 0,
				spent: 0,
				stepping: false,
				doomed: void 0,
				loadFailure: void 0,
				onExit: void 0
			};
			this.add(process);
			if (!data.status) resumed.push(process);
		}
		this.saved = [];
		let left = resumed.length;
		const replayed = () => {
			if (--left > 0) return;
			for (const process of resumed) {
				if (this.processes.get(process.id) !== process) continue;
				if (process.doomed) this.end(process, process.doomed);
				else this.runnable.add(process);
			}
		};
		for (const process of resumed) {
			this.resume(process, () => process.generator.next());
			this.replay(process, 0, replayed);
		}
		this.run();
	}
	/** Feeds a restored process what it was told, from an entry of its log on; `replayed` is called at the end of the log. */
	replay(process, from, replayed) {
		for (let at = from; process.call && at < process.log.length;) {
			const { call } = process;
			if (call.op === "load") {
				const code = call.code.value;
				if (code === void 0) {
					this.hold(call.code, (failure) => {
						if (failure) process.doomed = { code: this.crashed(process, failure) };
						this.replay(process, failure ? process.log.length : at, replayed);
					});
					return;
				}
				this.resume(process, () => process.generator.next(code));
				continue;
			}
			const entry = process.log[at++];
			this.resume(process, () => "errno" in entry ? process.generator.throw(new SysError(entry.errno, entry.path, entry.signal)) : process.generator.next(entry.v));
		}
		replayed();
	}
};
// src/kinds/endpoints/fresh.ts
var freshEndpoints = { defaults: (one) => eachOf(one, "subsets", (subset) => eachOf(subset, "ports", (port) => fill(port, { protocol: "TCP" }))) };
// src/kinds/endpointslice/fresh.ts
var freshEndpointSlice = {
	generation: [
		"addressType",
		"endpoints",
		"ports"
	],
	defaults: (slice) => eachOf(slice, "ports", (port) => fill(port, {
		name: "",
		protocol: "TCP"
	}))
};
// src/kinds/namespace/fresh.ts
var NAME_LABEL = "kubernetes.io/metadata.name";
var freshNamespace = {
	prepareCreate: (namespace) => ({
		...namespace,
		metadata: {
			...namespace.metadata,
			labels: {
				...namespace.metadata.labels,
				[NAME_LABEL]: namespace.metadata.name
			}
		},
		spec: { finalizers: ["kubernetes"] },
		status: { phase: "Active" }
	}),
	prepareUpdate: (namespace, old, { trusted }) => ({
		...namespace,
		metadata: {
			...namespace.metadata,
			labels: {
				...namespace.metadata.labels,
				[NAME_LABEL]: namespace.metadata.name
			}
		},
		spec: {
			...namespace.spec,
			finalizers: (trusted ? namespace : old).spec.finalizers ?? []
		}
	})
};
// src/kinds/node/fresh.ts
var freshNode = {
	keepsStatusOnCreate: true,
	defaults: (node) => node.status.allocatable || !node.status.capacity ? node : {
		...node,
		status: {
			...node.status,
			allocatable: node.status.capacity
		}
	}
};
// src/kinds/priorityclass/fresh.ts
var freshPriorityClass = {
	generation: [],
	defaults: (one) => fill(one, { preemptionPolicy: "PreemptLowerPriority" })
};
// src/kinds/service/defaults.ts
/** Defaults of Services, and what changes with their type (source of the rules: pkg/apis/core/v1/defaults.go, registry/core/service). */
/** How long a client stays with its Pod, seconds. */
var AFFINITY_SECONDS = 10800;
function defaultService(service) {
	return within(service, "spec", defaultSpec);
}
function defaultSpec(spec) {
	let filled = fill(spec, {
		sessionAffinity: "None",
		type: "ClusterIP"
	});
	if (filled.sessionAffinity === "ClientIP" && filled.sessionAffinityConfig?.clientIP?.timeoutSeconds === void 0) filled = {
		...filled,
		sessionAffinityConfig: { clientIP: { timeoutSeconds: AFFINITY_SECONDS } }
	};
	if (filled.sessionAffinity === "None" && filled.sessionAffinityConfig) {
		const { sessionAffinityConfig: _, ...rest } = filled;
		filled = rest;
	}
	if (hasNodePorts(filled)) filled = fill(filled, { externalTrafficPolicy: "Cluster" });
	if (hasClusterIP(filled)) filled = fill(filled, { internalTrafficPolicy: "Cluster" });
	if (filled.type === "LoadBalancer") filled = fill(filled, { allocateLoadBalancerNodePorts: true });
	return eachOf(filled, "ports", defaultPort);
}
function defaultPort(port) {
	const filled = fill(port, { protocol: "TCP" });
	return filled.targetPort === void 0 || filled.targetPort === 0 || filled.targetPort === "" ? {
		...filled,
		targetPort: filled.port
	} : filled;
}
function hasNodePorts({ type }) {
	return type === "NodePort" || type === "LoadBalancer";
}
function hasClusterIP({ type }) {
	return type !== "ExternalName";
}
/** What the client's update left out is kept from the old Service; what only the old type had, and the client did not change, goes. */
function carryOver(service, old) {
	const before = old.spec;
	let spec = service.spec;
	if (hasClusterIP(spec) && hasClusterIP(before)) {
		if (!spec.clusterIP) spec = withField(spec, "clusterIP", before.clusterIP);
		if (!spec.clusterIPs?.length) spec = withField(spec, "clusterIPs", spec.clusterIP === before.clusterIP ? before.clusterIPs : spec.clusterIP ? [spec.clusterIP] : void 0);
		if (!spec.ipFamilies?.length) spec = withField(spec, "ipFamilies", before.ipFamilies);
		if (!spec.ipFamilyPolicy) spec = withField(spec, "ipFamilyPolicy", before.ipFamilyPolicy);
		if (spec.clusterIP !== before.clusterIP && equal(spec.clusterIPs, before.clusterIPs) && spec.clusterIP) spec = {
			...spec,
			clusterIPs: [spec.clusterIP]
		};
	}
	if (hasNodePorts(spec) && hasNodePorts(before)) spec = eachOf(spec, "ports", (port) => port.nodePort ? port : withField(port, "nodePort", before.ports?.find((one) => one.port === port.port && one.protocol === port.protocol)?.nodePort));
	return spec === service.spec ? service : {
		...service,
		spec
	};
}
/** Drops what belongs to the old type, where the client sent it back unchanged. */
function dropForType(service, old) {
	const before = old.spec;
	let spec = service.spec;
	if (hasClusterIP(before) && !hasClusterIP(spec)) for (const field of [
		"clusterIP",
		"clusterIPs",
		"ipFamilies",
		"ipFamilyPolicy",
		"internalTrafficPolicy"
	]) spec = dropUnchanged(spec, before, field);
	if (hasNodePorts(before) && !hasNodePorts(spec)) {
		spec = dropUnchanged(spec, before, "externalTrafficPolicy");
		const ports = before.ports ?? [];
		spec = eachOf(spec, "ports", (port) => ports.some(({ nodePort }) => nodePort === port.nodePort) ? withField(port, "nodePort", void 0) : port);
	}
	if (before.type === "LoadBalancer" && spec.type !== "LoadBalancer") for (const field of [
		"allocateLoadBalancerNodePorts",
		"loadBalancerClass",
		"healthCheckNodePort"
	]) spec = dropUnchanged(spec, before, field);
	if (before.type === "ExternalName" && spec.type !== "ExternalName") spec = dropUnchanged(spec, before, "externalName");
	return spec === service.spec ? service : {
		...service,
		spec
	};
}
function dropUnchanged(spec, before, field) {
	return spec[field] !== void 0 && equal(spec[field], before[field]) ? withField(spec, field, void 0) : spec;
}
/** The object with a field set, or without it. */
function withField(object, field, value) {
	if (object[field] === value) return object;
	const { [field]: _, ...rest } = object;
	return value === void 0 ? rest : {
		...rest,
		[field]: value
	};
}
// src/kinds/service/allocation.ts
/** Cluster IPs and node ports: given out by chance or as wished, each once (source: registry/core/service/storage/alloc.go). */
/** 10.96.0.0/12. The first 256 addresses and the first 86 ports are left to those who wish for one. */
var NETWORK = "10.96.0.0/12";
var FIRST_IP = toNumber("10.96.0.0");
var IPS = 2 ** 20;
var STATIC_IPS = 256;
var FIRST_PORT = 3e4;
var PORTS = 2768;
var KIND = {
	kind: "Service",
	group: ""
};
function takenOf(world) {
	return world.slot("service-allocations", () => ({
		ips: {},
		ports: {}
	}));
}
/** The Service with its cluster IP and node ports, which are its own from now on; what the old version no longer uses is free again. */
function allocate(service, old, context) {
	const taken = takenOf(context.world);
	const owner = ownerOf(service);
	const spec = withNodePorts(withClusterIP(service, taken, owner, context), taken, owner, old?.spec.ports ?? [], service.metadata.name, context);
	const allocated = spec === service.spec ? service : {
		...service,
		spec
	};
	if (!context.dryRun) {
		if (old) free(taken, old);
		if (isAddress(spec.clusterIP)) taken.ips[spec.clusterIP] = owner;
		for (const port of nodePortsOf(spec)) taken.ports[port] = owner;
	}
	return allocated;
}
/** Gives back what the Service had. */
function release(service, { world }) {
	free(takenOf(world), service);
}
function free({ ips, ports }, service) {
	const owner = ownerOf(service);
	const { clusterIP } = service.spec;
	if (clusterIP && ips[clusterIP] === owner) delete ips[clusterIP];
	for (const port of nodePortsOf(service.spec)) if (ports[port] === owner) delete ports[port];
}
function ownerOf({ metadata }) {
	return `${metadata.namespace ?? ""}/${metadata.name}`;
}
function isAddress(clusterIP) {
	return clusterIP !== void 0 && clusterIP !== "" && clusterIP !== "None";
}
function nodePortsOf({ ports }) {
	return (ports ?? []).flatMap(({ nodePort }) => nodePort ? [nodePort] : []);
}
function withClusterIP({ spec, metadata }, { ips }, owner, { world }) {
	if (!hasClusterIP(spec)) return spec;
	const headlessWithoutSelector = spec.clusterIP === "None" && Object.keys(spec.selector ?? {}).length === 0;
	const policy = spec.ipFamilyPolicy ?? (headlessWithoutSelector ? "RequireDualStack" : "SingleStack");
	const families = spec.ipFamilies?.length ? spec.ipFamilies : headlessWithoutSelector && policy !== "SingleStack" ? ["IPv4", "IPv6"] : ["IPv4"];
	const wanted = spec.clusterIP || spec.clusterIPs?.[0] || "";
	if (isAddress(wanted)) {
		const why = ips[wanted] !== void 0 && ips[wanted] !== owner ? "provided IP is already allocated" : outside(wanted);
		if (why) throw invalidError(KIND, metadata.name, [invalid("spec.clusterIPs", [wanted], `failed to allocate IP ${wanted}: ${why}`)]);
	}
	const clusterIP = wanted || freeIP(ips, world);
	if (spec.clusterIP === clusterIP && spec.clusterIPs?.length && spec.ipFamilyPolicy === policy && spec.ipFamilies === families) return spec;
	return {
		...spec,
		clusterIP,
		clusterIPs: [clusterIP],
		ipFamilyPolicy: policy,
		ipFamilies: families
	};
}
function outside(ip) {
	const offset = toNumber(ip) - FIRST_IP;
	return offset > 0 && offset < IPS - 1 ? void 0 : `the provided IP (${ip}) is not in the valid range. The range of valid IPs is ${NETWORK}`;
}
function freeIP(ips, { random }) {
	for (;;) {
		const ip = fromNumber(FIRST_IP + STATIC_IPS + random.integer(IPS - STATIC_IPS - 1));
		if (ips[ip] === void 0) return ip;
	}
}
function withNodePorts(spec, { ports: taken }, owner, old, name, { world }) {
	if (!hasNodePorts(spec) || spec.type === "LoadBalancer" && spec.allocateLoadBalancerNodePorts === false) return spec;
	const chosen = /* @__PURE__ */ new Set();
	const ports = (spec.ports ?? []).map((port, index) => {
		const wanted = port.nodePort;
		if (wanted) {
			const mine = taken[wanted] === owner && old.some(({ nodePort }) => nodePort === wanted);
			const why = isPort(wanted) ? taken[wanted] !== void 0 && !mine ? "provided port is already allocated" : void 0 : "provided port is not in the valid range. The range of valid ports is 30000-32767";
			if (why) throw invalidError(KIND, name, [invalid(`spec.ports[${index}].nodePort`, wanted, why)]);
			chosen.add(wanted);
			return port;
		}
		const nodePort = freePort(taken, chosen, world);
		chosen.add(nodePort);
		return withField(port, "nodePort", nodePort);
	});
	return ports.every((port, index) => port === spec.ports?.[index]) ? spec : {
		...spec,
		ports
	};
}
function isPort(port) {
	return port >= FIRST_PORT && port < 32768;
}
function freePort(taken, chosen, { random }) {
	const isFree = (port) => taken[port] === void 0 && !chosen.has(port);
	for (let attempt = 0; attempt < PORTS; attempt++) {
		const port = 30086 + random.integer(2682);
		if (isFree(port)) return port;
	}
	for (let port = FIRST_PORT; port < 32768; port++) if (isFree(port)) return port;
	throw invalidError(KIND, "", [invalid("spec.ports[0].nodePort", 0, "failed to allocate a nodePort: range is full")]);
}
function toNumber(ip) {
	return ip.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}
function fromNumber(number) {
	return [
		24,
		16,
		8,
		0
	].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");
}
// src/kinds/service/fresh.ts
var freshService = {
	defaults: defaultService,
	prepareCreate: (service) => ({
		...service,
		status: { loadBalancer: {} }
	}),
	prepareUpdate: (service, old) => {
		const next = dropForType(carryOver(service, old), old);
		return old.spec.type === "LoadBalancer" && next.spec.type !== "LoadBalancer" ? {
			...next,
			status: { loadBalancer: {} }
		} : next;
	},
	allocate,
	release
};
// src/network/traces.ts
var KEPT = 200;
var slotOf = (world) => world.slot("traces", () => ({
	next: 1,
	traces: []
}));
/** The last requests, oldest first. */
function tracesOf(world) {
	return slotOf(world).traces;
}
/** How many requests there were. */
function countTraces(world) {
	return slotOf(world).next - 1;
}
/** Remembers a request; it gets the next id. */
function keepTrace(world, made) {
	const slot = slotOf(world);
	const trace = {
		id: slot.next++,
		...made
	};
	slot.traces.push(trace);
	if (slot.traces.length > KEPT) slot.traces.shift();
	return trace;
}
// src/world/sorted.ts
/** Things kept in order of their keys: cheap to add and remove at any place, cheap to walk. The order makes histories repeatable. */
var Sorted = class {
	/** Sorted runs of at most LIMIT things, all before those of the next run: a change moves the things of one run only. */
	runs = [[]];
	count = 0;
	/** All in one list, made when asked for. */
	flat;
	/** Puts a thing in its place, unless there is one of that key. */
	add(thing) {
		const { key } = thing;
		const index = this.runOf(key);
		const run = this.runs[index];
		const at = position(run, key);
		if (run[at]?.key === key) return;
		if (at === run.length) run.push(thing);
		else run.splice(at, 0, thing);
		this.count++;
		this.flat = void 0;
		if (run.length > LIMIT) this.runs.splice(index + 1, 0, run.splice(LIMIT >> 1));
	}
	remove(key) {
		const index = this.runOf(key);
		const run = this.runs[index];
		const at = position(run, key);
		if (run[at]?.key !== key) return;
		run.splice(at, 1);
		this.count--;
		this.flat = void 0;
		if (run.length === 0 && this.runs.length > 1) this.runs.splice(index, 1);
	}
	get size() {
		return this.count;
	}
	/** In order. Do not change the set while walking. */
	all() {
		if (!this.flat) this.flat = this.runs.length === 1 ? [...this.runs[0]] : this.runs.flat();
		return this.flat;
	}
	/** Index in `all()` of the thing with the key, or of the first one after it. */
	find(key) {
		return position(this.all(), key);
	}
	/** Index of the run that has the key, or would have it. */
	runOf(key) {
		const { runs } = this;
		let [low, high] = [0, runs.length - 1];
		while (low < high) {
			const middle = low + high >> 1;
			const run = runs[middle];
			if (run[run.length - 1].key < key) low = middle + 1;
			else high = middle;
		}
		return low;
	}
};
var LIMIT = 256;
/** Index of the key in a sorted list, or of the first one after it. */
function position(things, key) {
	let [low, high] = [0, things.length];
	if (high > 0 && things[high - 1].key < key) return high;
	while (low < high) {
		const middle = low + high >> 1;
		if (things[middle].key < key) low = middle + 1;
		else high = middle;
	}
	return low;
}
// src/world/store.ts
/** How many writes the journal keeps; older ones are compacted away and a watch from before them gets 410 Gone. */
var JOURNAL_LIMIT = 5e4;
/** Index values: `<namespace>/<key>=<value>` for labels, the owner's uid, the node's name. */
var INDEX_VALUES = {
	owner: (object) => object.metadata.ownerReferences?.map((owner) => owner.uid) ?? NONE,
	label: (object) => {
		const labels = object.metadata.labels;
		if (!labels) return NONE;
		const namespace = object.metadata.namespace ?? "";
		return Object.keys(labels).map((key) => labelIndexValue(namespace, key, labels[key]));
	},
	node: (object) => {
		const node = nodeOf(object);
		return node ? [node] : NONE;
	}
};
/** When these parts are the same object, so are the index values: most writes change none of them. */
var INDEX_SOURCE = {
	owner: (object) => object.metadata.ownerReferences,
	label: (object) => object.metadata.labels,
	node: nodeOf
};
var INDEX_NAMES = [
	"owner",
	"label",
	"node"
];
var NONE = [];
function labelIndexValue(namespace, key, value) {
	return `${namespace}/${key}=${value}`;
}
function nodeOf(object) {
	return object.spec?.nodeName;
}
var Store = class {
	/** Grows by one with each write; an object's resourceVersion is the revision of its last write. */
	revision = 1;
	/** The newest revision that the journal no longer has. */
	compacted = 1;
	journal = [];
	tables = /* @__PURE__ */ new Map();
	listeners = [];
	now;
	writer;
	constructor(now, writer) {
		this.now = now;
		this.writer = writer;
	}
	/** The newest version, or undefined. `namespace` is '' for cluster-scoped objects. */
	get(resource, namespace, name) {
		return this.tables.get(resource)?.namespaces.get(namespace)?.get(name)?.object;
	}
	/** All objects, or those of one namespace, in order of namespace and name (as etcd lists them). */
	list(resource, namespace) {
		const table = this.tables.get(resource);
		if (!table) return [];
		const entries = table.entries.all();
		if (namespace === void 0) return entries.map((entry) => entry.object);
		const start = table.entries.find(`${namespace}/`);
		return entries.slice(start, start + (table.namespaces.get(namespace)?.size ?? 0)).map((entry) => entry.object);
	}
	/** How many objects of a resource there are. */
	count(resource) {
		return this.tables.get(resource)?.entries.size ?? 0;
	}
	/** Resources that have or had objects. */
	resources() {
		return [...this.tables.keys()].sort();
	}
	/**
	* Objects by an index, in order of namespace and name: by owner uid, by node name (Pods), or by
	* `labelIndexValue(namespace, key, value)`.
	*/
	byIndex(resource, index, value) {
		const entries = this.tables.get(resource)?.indexes[index].get(value);
		return entries ? entries.all().map((entry) => entry.object) : [];
	}
	/** How many objects an index value has. */
	countIndex(resource, index, value) {
		return this.tables.get(resource)?.indexes[index].get(value)?.size ?? 0;
	}
	/** The resourceVersion that the next write will give. */
	get nextVersion() {
		return String(this.revision + 1);
	}
	/**
	* Writes an object (which must have its namespace, name and uid) and returns it as stored, with its new resourceVersion. One that
	* already says `nextVersion` is stored as it is, not copied: its maker must have no other use for it.
	* Whether the write is allowed is the caller's business.
	*/
	put(resource, object) {
		const table = this.table(resource);
		const { namespace = "", name, resourceVersion } = object.metadata;
		const version = this.nextVersion;
		const stored = resourceVersion === version ? object : {
			...object,
			metadata: {
				...object.metadata,
				resourceVersion: version
			}
		};
		const entry = table.namespaces.get(namespace)?.get(name);
		const previous = entry?.object;
		if (entry) {
			entry.object = stored;
			this.reindex(table, entry, previous, stored);
		} else this.insert(table, stored);
		this.record(previous ? "MODIFIED" : "ADDED", resource, stored, previous);
		return stored;
	}
	/** Removes an object and returns its last state (with the deletion's resourceVersion), or undefined when there is none. */
	remove(resource, namespace, name) {
		const table = this.tables.get(resource);
		const ofNamespace = table?.namespaces.get(namespace);
		const entry = ofNamespace?.get(name);
		if (!table || !ofNamespace || !entry) return void 0;
		const previous = entry.object;
		ofNamespace.delete(name);
		if (ofNamespace.size === 0) table.namespaces.delete(namespace);
		table.entries.remove(entry.key);
		this.reindex(table, entry, previous, void 0);
		const last = {
			...previous,
			metadata: {
				...previous.metadata,
				resourceVersion: this.nextVersion
			}
		};
		this.record("DELETED", resource, last, previous);
		return last;
	}
	/** Called after every write, in order of registration. A listener must not write; it marks work to be done. */
	subscribe(listener) {
		this.listeners.push(listener);
		return () => {
			const at = this.listeners.indexOf(listener);
			if (at >= 0) this.listeners.splice(at, 1);
		};
	}
	/** The writes after a revision, oldest first; undefined when they were compacted. */
	changesSince(revision) {
		if (revision < this.compacted) return void 0;
		return this.journal.slice(this.indexAfter(revision));
	}
	/** The write with that revision, if the journal has it. */
	change(revision) {
		const change = this.journal[this.indexAfter(revision - 1)];
		return change?.revision === revision ? change : void 0;
	}
	snapshot() {
		const objects = {};
		for (const resource of this.resources()) objects[resource] = this.list(resource);
		return {
			revision: this.revision,
			compacted: this.compacted,
			objects,
			journal: [...this.journal]
		};
	}
	restore(snapshot) {
		this.revision = snapshot.revision;
		this.compacted = snapshot.compacted;
		this.journal = [...snapshot.journal];
		this.tables = /* @__PURE__ */ new Map();
		for (const [resource, objects] of Object.entries(snapshot.objects)) {
			const table = this.table(resource);
			for (const object of objects) this.insert(table, object);
		}
	}
	table(resource) {
		let table = this.tables.get(resource);
		if (!table) {
			table = {
				namespaces: /* @__PURE__ */ new Map(),
				entries: new Sorted(),
				indexes: {
					owner: /* @__PURE__ */ new Map(),
					label: /* @__PURE__ */ new Map(),
					node: /* @__PURE__ */ new Map()
				}
			};
			this.tables.set(resource, table);
		}
		return table;
	}
	insert(table, object) {
		const { namespace = "", name } = object.metadata;
		const entry = {
			key: `${namespace}/${name}`,
			object
		};
		let ofNamespace = table.namespaces.get(namespace);
		if (!ofNamespace) table.namespaces.set(namespace, ofNamespace = /* @__PURE__ */ new Map());
		ofNamespace.set(name, entry);
		table.entries.add(entry);
		this.reindex(table, entry, void 0, object);
	}
	reindex(table, entry, previous, next) {
		for (const name of INDEX_NAMES) {
			const source = INDEX_SOURCE[name];
			if (previous && next && source(previous) === source(next)) continue;
			const values = INDEX_VALUES[name];
			const index = table.indexes[name];
			const before = previous ? values(previous) : NONE;
			const after = next ? values(next) : NONE;
			for (const value of before) {
				if (after.includes(value)) continue;
				const entries = index.get(value);
				entries?.remove(entry.key);
				if (entries?.size === 0) index.delete(value);
			}
			for (const value of after) {
				if (before.includes(value)) continue;
				let entries = index.get(value);
				if (!entries) index.set(value, entries = new Sorted());
				entries.add(entry);
			}
		}
	}
	record(type, resource, object, previous) {
		const { actor, cause } = this.writer();
		this.revision++;
		const change = {
			revision: this.revision,
			time: this.now(),
			type,
			resource,
			object,
			previous,
			actor,
			cause
		};
		this.journal.push(change);
		if (this.journal.length > JOURNAL_LIMIT * 1.25) {
			this.journal = this.journal.slice(-5e4);
			this.compacted = this.journal[0].revision - 1;
		}
		for (const listener of this.listeners) listener(change);
	}
	/** Index of the first journal entry with a greater revision. Revisions are consecutive, so it is a subtraction. */
	indexAfter(revision) {
		const first = this.journal[0]?.revision ?? this.revision + 1;
		return Math.max(0, revision + 1 - first);
	}
};
// src/kernel/files.ts
/** A small POSIX-like tree of text files: what the shell's tools, the editor and containers see. */
/** Paths given to methods are absolute and normal (`resolve` makes them so). Failures are SysErrors: ENOENT, EISDIR, ... */
var FileSystem = class {
	written;
	layers;
	clock;
	/** Called after each change with the changed path. */
	onChange;
	/** `written` is kept and changed in place, so it can live in the world's state. Layers: upper ones first. */
	constructor(written, clock, layers = () => []) {
		this.written = written;
		this.clock = clock;
		this.layers = layers;
	}
	/** The absolute, normal form of a path as seen from a directory: `.`, `..` and double slashes are gone. */
	resolve(cwd, path) {
		const parts = [];
		for (const part of (path.startsWith("/") ? path : `${cwd}/${path}`).split("/")) {
			if (part === "" || part === ".") continue;
			if (part === "..") parts.pop();
			else parts.push(part);
		}
		return `/${parts.join("/")}`;
	}
	/** The entry, or undefined. */
	stat(path) {
		if (path === "/") return {
			kind: "directory",
			text: "",
			mode: 493,
			modified: 0
		};
		if (Object.hasOwn(this.written, path)) return this.written[path] ?? void 0;
		for (const layer of this.layers()) {
			const entry = layer.entry(path);
			if (entry) return entry;
		}
	}
	exists(path) {
		return this.stat(path) !== void 0;
	}
	isDirectory(path) {
		return this.stat(path)?.kind === "directory";
	}
	read(path) {
		const entry = this.stat(path);
		if (!entry) throw this.missing(path);
		if (entry.kind === "directory") throw new SysError("EISDIR", path);
		return entry.text;
	}
	/** Writes a whole file, made if missing; its folder must exist. */
	write(path, text, options = {}) {
		const before = this.stat(path);
		if (before?.kind === "directory") throw new SysError("EISDIR", path);
		this.requireParent(path);
		this.requireWritable(path);
		const start = options.append && before ? before.text : "";
		this.put(path, {
			kind: "file",
			text: start + text,
			mode: options.mode ?? before?.mode ?? 420,
			modified: this.clock()
		});
	}
	/** Makes a directory; with `parents`, all that are missing, and an existing one is fine. */
	mkdir(path, options = {}) {
		const before = this.stat(path);
		if (before) {
			if (options.parents && before.kind === "directory") return;
			throw new SysError("EEXIST", path);
		}
		if (options.parents) this.mkdir(parentOf(path), options);
		else this.requireParent(path);
		this.requireWritable(path);
		this.put(path, {
			kind: "directory",
			text: "",
			mode: 493,
			modified: this.clock()
		});
	}
	/** Names in a directory, sorted. */
	list(path) {
		const entry = this.stat(path);
		if (!entry) throw this.missing(path);
		if (entry.kind !== "directory") throw new SysError("ENOTDIR", path);
		const prefix = path === "/" ? "/" : `${path}/`;
		const names = /* @__PURE__ */ new Set();
		for (const layer of this.layers()) for (const name of layer.names(path)) if (this.exists(prefix + name)) names.add(name);
		for (const key of Object.keys(this.written)) {
			if (!key.startsWith(prefix) || key === path || this.written[key] === null) continue;
			const rest = key.slice(prefix.length);
			if (!rest.includes("/")) names.add(rest);
		}
		return [...names].sort();
	}
	/** Removes a file or an empty directory; with `recursive`, all below too. */
	remove(path, options = {}) {
		const entry = this.stat(path);
		if (!entry) throw this.missing(path);
		this.requireWritable(path);
		if (entry.kind === "directory") {
			const names = this.list(path);
			if (names.length > 0 && !options.recursive) throw new SysError("ENOTEMPTY", path);
			for (const name of names) this.remove(path === "/" ? `/${name}` : `${path}/${name}`, options);
		}
		if (this.layers().some((layer) => layer.entry(path))) this.written[path] = null;
		else delete this.written[path];
		this.onChange?.(path);
	}
	/** Moves a file or directory; an existing file at the target is replaced. */
	rename(from, to) {
		const entry = this.stat(from);
		if (!entry) throw this.missing(from);
		if (from === to) return;
		if (to.startsWith(`${from}/`)) throw new SysError("EINVAL", to);
		if (entry.kind === "file") this.write(to, entry.text, { mode: entry.mode });
		else {
			this.mkdir(to);
			for (const name of this.list(from)) this.rename(`${from}/${name}`, `${to}/${name}`);
		}
		this.remove(from);
	}
	chmod(path, mode) {
		const entry = this.stat(path);
		if (!entry) throw this.missing(path);
		this.requireWritable(path);
		this.put(path, {
			...entry,
			mode
		});
	}
	put(path, entry) {
		this.written[path] = entry;
		this.onChange?.(path);
	}
	missing(path) {
		for (let parent = parentOf(path); parent !== "/"; parent = parentOf(parent)) {
			const entry = this.stat(parent);
			if (entry) return new SysError(entry.kind === "file" ? "ENOTDIR" : "ENOENT", path);
		}
		return new SysError("ENOENT", path);
	}
	requireParent(path) {
		const parent = this.stat(parentOf(path));
		if (!parent) throw new SysError("ENOENT", path);
		if (parent.kind !== "directory") throw new SysError("ENOTDIR", path);
	}
	requireWritable(path) {
		for (const layer of this.layers()) {
			const { readOnly } = layer;
			if (typeof readOnly === "function" ? readOnly(path) : readOnly && (layer.entry(path) || layer.entry(parentOf(path)))) throw new SysError("EROFS", path);
		}
	}
};
function parentOf(path) {
	return path.slice(0, path.lastIndexOf("/")) || "/";
}
// src/tools/index.ts
/** The tools by name: GNU's manners for the laptop and most images, busybox's for those built on it. Each file is loaded when first used. */
/** The tools of one file: those named as the file exports them, and others as `name: export`. */
function from(fetch, same, others = {}) {
	const code = lazy(() => Promise.all([import("./tool-C9Ng63UA.js").then((n) => n.i), fetch()]));
	return [...same.map((name) => [name, name]), ...Object.entries(others)].map(([name, key]) => ({
		name,
		key,
		code
	}));
}
var TOOLS = [
	...from(() => import("./archive-CydGiZxS.js"), [
		"gunzip",
		"gzip",
		"tar",
		"zcat"
	]),
	...from(() => import("./awk-BguJbG3N.js"), ["awk"], {
		gawk: "awk",
		mawk: "awk"
	}),
	...from(() => import("./bc-j4baQN-J.js"), ["bc"]),
	...from(() => import("./bytes-BAG_fBvA.js").then((n) => n.t), [
		"base64",
		"md5sum",
		"sha1sum",
		"sha256sum"
	]),
	...from(() => import("./cat-CWQPhhzz.js"), [
		"cat",
		"nl",
		"rev",
		"tac",
		"tee",
		"yes"
	]),
	...from(() => import("./command-bWHl0ORP.js").then((n) => n.n), [
		"env",
		"printenv",
		"timeout",
		"xargs"
	], { sleep: "sleepTool" }),
	...from(() => import("./compare-DKiW9HHO.js"), ["comm", "join"]),
	...from(() => import("./curl-OhMQwcvg.js"), ["curl"]),
	...from(() => import("./cut-CvNlMfEs.js"), [
		"column",
		"cut",
		"fold",
		"paste"
	]),
	...from(() => import("./date-CvFV49mC.js"), ["date"]),
	...from(() => import("./diff-CJLFAqiy.js"), ["cmp", "diff"]),
	...from(() => import("./disk-C9REDN4t.js"), [
		"df",
		"du",
		"file",
		"mount",
		"tree"
	]),
	...from(() => import("./dump-D-L2gmJK.js"), [
		"hexdump",
		"od",
		"strings",
		"xxd"
	], { hd: "hexdump" }),
	...from(() => import("./edit-9_qxHNkc.js"), [], {
		vi: "edit",
		vim: "edit",
		nano: "edit",
		pico: "edit",
		emacs: "edit",
		code: "edit"
	}),
	...from(() => import("./envsubst-CW8tPwmn.js"), ["envsubst"]),
	...from(() => import("./files-BJPo1Y0n.js"), [
		"chmod",
		"cp",
		"ln",
		"mkdir",
		"mktemp",
		"mv",
		"readlink",
		"realpath",
		"rm",
		"rmdir",
		"touch",
		"truncate"
	]),
	...from(() => import("./find-S-g3OaC9.js"), ["find"]),
	...from(() => import("./grep-xtA5k9Cl.js"), ["grep"], {
		egrep: "grep",
		fgrep: "grep"
	}),
	...from(() => import("./head-CBcBGIXo.js"), ["head", "tail"]),
	...from(() => import("./identity-juY4rIlN.js"), [
		"basename",
		"clear",
		"dirname",
		"hostname",
		"id",
		"nproc",
		"reset",
		"tput",
		"uname",
		"which",
		"whoami"
	], {
		false: "falseTool",
		true: "trueTool"
	}),
	...from(() => import("./jq-B4hcC3-L.js"), ["jq"]),
	...from(() => import("./ls-CJo5aQxZ.js"), ["ls", "stat"]),
	...from(() => import("./man-DClFPDtK.js"), ["apropos", "man"]),
	...from(() => import("./dns-BSk7qPAA.js"), [
		"dig",
		"getent",
		"host",
		"nslookup"
	]),
	...from(() => import("./ip-n8_EMrTs.js"), ["ifconfig", "ip"]),
	...from(() => import("./probe-BP6tVOEB.js"), [
		"nc",
		"ping",
		"telnet",
		"traceroute"
	]),
	...from(() => import("./wget-CuagRM9-.js"), ["wget"]),
	...from(() => import("./numbers-HaSgmYRE.js"), ["expr", "seq"]),
	...from(() => import("./openssl-ZhcWUSXb.js"), ["openssl"]),
	...from(() => import("./pager-Bzfsgz7s.js"), ["less", "more"]),
	...from(() => import("./pieces-DsUxGT34.js"), [
		"expand",
		"factor",
		"shuf",
		"split",
		"unexpand"
	]),
	...from(() => import("./processes-CprHK7ba.js"), [
		"free",
		"killall",
		"pgrep",
		"pidof",
		"pkill",
		"ps",
		"top",
		"uptime"
	]),
	...from(() => import("./sed-Bm5kBvyg.js"), ["sed"]),
	...from(() => import("./sort-CytHPTju.js").then((n) => n.n), ["sort", "uniq"]),
	...from(() => import("./tr-kPfZNngG.js"), ["tr"]),
	...from(() => import("./user-BR6ZUfu3.js"), [
		"arch",
		"chown",
		"groups",
		"logname",
		"nice",
		"nohup",
		"sudo",
		"sync",
		"tty",
		"unlink",
		"users",
		"who"
	]),
	...from(() => import("./watch-c2-5cwxK.js"), ["watch"]),
	...from(() => import("./wc-CEkYU2Pv.js"), ["wc"]),
	...from(() => import("./yq-BVaHmIdf.js"), ["yq"])
];
var table = (busybox) => Object.fromEntries(TOOLS.map(({ name, key, code }) => [name, lazyProgram(code, ([{ program }, tools]) => program(tools[key], busybox))]));
var tools = table(false);
var busyboxTools = table(true);
// src/session/programs.ts
/** The programs of the laptop, and those that images name: there tools have busybox's manners. Their code is loaded when first run. */
/** The shells: in a chunk of their own, which every terminal needs. */
var shellCode = lazy(async () => {
	const [{ shellPrograms }, sh] = await Promise.all([import("./programs-B5la4dkq.js"), import("./sh-BUin0l1t.js")]);
	return {
		bash: sh.bash,
		ash: sh.ash,
		fedShell: sh.fedShell,
		dashPrograms: shellPrograms("dash"),
		ashPrograms: shellPrograms("ash")
	};
});
var kubectlCode = lazy(() => import("./kubectl-Dwlf-DqN.js").then((n) => n.t));
var minikubeCode = lazy(() => import("./minikube-CY-_fNqX.js"));
var ash = lazyProgram(shellCode, (code) => code.ash);
var bash = lazyProgram(shellCode, (code) => code.bash);
function shells(dialect) {
	const names = [...SHELLS[dialect], ...BUILTIN_PROGRAMS];
	return Object.fromEntries(names.map((name) => [name, lazyProgram(shellCode, (code) => code[`${dialect}Programs`][name])]));
}
var programs = {
	...tools,
	...shells("dash"),
	ash,
	kubectl: lazyProgram(kubectlCode, ({ kubectl }) => kubectl),
	minikube: lazyProgram(minikubeCode, ({ minikube }) => minikube)
};
/** For images. */
var imageTools = {
	...busyboxTools,
	...shells("ash"),
	bash
};
export { notFoundError as $, SERVICE_NAME as A, managedFieldsOf as B, ROOT_CERTIFICATE as C, addNode as D, Random as E, lastHeartbeat as F, badRequest as G, withManagedFields as H, setRunning as I, forbiddenError as J, conflict as K, Writes as L, DEFAULT_ADDONS as M, isAddonOn as N, bootstrap as O, isRunning as P, noSuchResource as Q, entryOf as R, runControllers as S, serviceAccountController as T, expireEvents as U, noted as V, ApiError as W, invalidError as X, internalError as Y, methodNotAllowed as Z, freshEndpoints as _, FileSystem as a, Channel as b, countTraces as c, freshService as d, tooManyRequests as et, hasNodePorts as f, freshEndpointSlice as g, freshNamespace as h, shellCode as i, resourceOf as it, SLICES as j, kubernetesServiceController as k, keepTrace as l, freshNode as m, kubectlCode as n, Registry as nt, Store as o, freshPriorityClass as p, expired as q, programs as r, apiVersionOf as rt, labelIndexValue as s, imageTools as t, unsupportedMediaType as tt, tracesOf as u, Kernel as v, rootCertificateController as w, isApiError as x, signalNumber as y, isBy as z };
