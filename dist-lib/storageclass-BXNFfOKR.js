import { t as equal } from "./equal-CYVE0_N_.js";
import { _ as required, a as define, f as forbidden, g as notSupported, h as notFound, m as invalid, r as fill, t as freshStorageClass, u as duplicate, v as tooLong } from "./fresh-CQJjBiK3.js";
import { c as parseTime, o as humanDuration } from "./duration-BkGN6qFG.js";
import { C as isPortName, T as isQualifiedName, _ as isIP, a as fromLabelSelector, b as isLabelValue, d as isConfigMapKey, f as isDNS1035Label, g as isHTTPHeaderName, h as isEnvVarName, i as formatSelector, m as isDNS1123Subdomain, p as isDNS1123Label, s as matches, u as byteLength, w as isPortNumber, x as isPathSegmentName, y as isLabelKey } from "./selector-DOdAZD_P.js";
import { i as compareQuantity, o as parseQuantity, r as canonicalQuantity } from "./quantity-yctvb4CZ.js";
import { t as unifiedDiff } from "./unified-diff-7e5qV-3J.js";
// src/kinds/persistentvolume/access-modes.ts
/** How volumes may be mounted, as tables abbreviate it, and the rules. */
var SHORT = {
	ReadWriteOnce: "RWO",
	ReadOnlyMany: "ROX",
	ReadWriteMany: "RWX",
	ReadWriteOncePod: "RWOP"
};
var MODES = Object.keys(SHORT);
/** `RWO,ROX`: in a fixed order, each once. */
function accessModesText(modes) {
	return MODES.filter((mode) => modes?.includes(mode)).map((mode) => SHORT[mode]).join(",");
}
function validateAccessModes(modes, at) {
	if (modes.length === 0) return [required(at, "at least 1 access mode is required")];
	const errors = modes.filter((mode) => !(mode in SHORT)).map((mode) => notSupported(at, mode, [...MODES].sort()));
	if (modes.includes("ReadWriteOncePod") && modes.length > 1) errors.push(forbidden(at, "may not use ReadWriteOncePod with other access modes"));
	return errors;
}
// src/kinds/columns.ts
var nameColumn = {
	name: "Name",
	type: "string",
	format: "name",
	cell: (object) => object.metadata.name
};
var ageColumn = {
	name: "Age",
	type: "string",
	cell: (object, now) => age(object.metadata.creationTimestamp, now)
};
/** When the object was made, as a time and not an age. */
var createdAtColumn = {
	name: "Created At",
	type: "date",
	cell: ({ metadata }) => metadata.creationTimestamp
};
/** A column of text. `wide`: only with -o wide. */
function text(name, cell, wide = false) {
	return {
		name,
		type: "string",
		...wide && { priority: 1 },
		cell
	};
}
function integer(name, cell, wide = false) {
	return {
		name,
		type: "integer",
		...wide && { priority: 1 },
		cell
	};
}
/** How long ago a time was: `5m`; `<unknown>` without one. */
function age(time, now) {
	if (!time) return "<unknown>";
	if (time !== last.time || now !== last.now) last = {
		time,
		now,
		text: humanDuration(now - parseTime(time))
	};
	return last.text;
}
/** The last answer: neighbours in a table are often of one age. */
var last = {
	time: "",
	now: 0,
	text: ""
};
/** The names of containers and their images, joined as tables print them. */
function containerColumns(containers) {
	return [text("Containers", (object) => containers(object).map(({ name }) => name).join(","), true), text("Images", (object) => containers(object).map(({ image }) => image ?? "").join(","), true)];
}
// src/kinds/configmap/index.ts
/** The limit of ConfigMaps and Secrets, bytes. */
var MAX_DATA_BYTES = 1048576;
var configMaps = define("v1", "configmaps", {
	validate: validate$2,
	validateUpdate: (configMap, old) => {
		const errors = [];
		if (old.immutable) {
			if (!configMap.immutable) errors.push(forbidden("immutable", "field is immutable when `immutable` is set"));
			if (!equal(configMap.data, old.data)) errors.push(forbidden("data", "field is immutable when `immutable` is set"));
			if (!equal(configMap.binaryData, old.binaryData)) errors.push(forbidden("binaryData", "field is immutable when `immutable` is set"));
		}
		return [...errors, ...validate$2(configMap)];
	},
	columns: [
		nameColumn,
		integer("Data", ({ data, binaryData }) => Object.keys(data ?? {}).length + Object.keys(binaryData ?? {}).length),
		ageColumn
	]
});
function validate$2({ data = {}, binaryData = {} }) {
	const errors = [];
	let size = 0;
	for (const key of Object.keys(data).sort()) {
		for (const why of isConfigMapKey(key)) errors.push(invalid(`data[${key}]`, key, why));
		if (key in binaryData) errors.push(duplicate(`data[${key}]`, key));
		size += byteLength(data[key]);
	}
	for (const key of Object.keys(binaryData).sort()) {
		for (const why of isConfigMapKey(key)) errors.push(invalid(`binaryData[${key}]`, key, why));
		size += binaryData[key].length * 3 / 4;
	}
	if (size > 1048576) errors.push(tooLong("", MAX_DATA_BYTES));
	return errors;
}
// src/api/metadata-validation.ts
var NAME_CHECKS = {
	dns1123subdomain: isDNS1123Subdomain,
	dns1123label: isDNS1123Label,
	dns1035label: isDNS1035Label,
	path: isPathSegmentName
};
var MAX_ANNOTATIONS_BYTES = 262144;
/** Errors in the metadata of an object, in the real order. */
function validateMetadata(kind, meta) {
	const errors = [];
	const check = NAME_CHECKS[kind.nameCheck ?? "dns1123subdomain"];
	if (meta.generateName) {
		const masked = meta.generateName.endsWith("-") && meta.generateName.length > 1 ? `${meta.generateName.slice(0, -1)}a` : meta.generateName;
		for (const why of check(masked)) errors.push(invalid("metadata.generateName", meta.generateName, why));
	}
	if (!meta.name) errors.push(required("metadata.name", "name or generateName is required"));
	else for (const why of check(meta.name)) errors.push(invalid("metadata.name", meta.name, why));
	return [
		...errors,
		...validateMaps(meta),
		...validateOwners(meta.ownerReferences ?? []),
		...validateFinalizers(meta.finalizers ?? [])
	];
}
function validateMaps(meta) {
	return [...validateLabels(meta.labels, "metadata.labels"), ...validateAnnotations(meta.annotations, "metadata.annotations")];
}
/** Errors of a map of labels. */
function validateLabels(labels, field) {
	const errors = [];
	for (const key of Object.keys(labels ?? {}).sort()) {
		const value = labels?.[key];
		for (const why of isLabelKey(key)) errors.push(invalid(field, key, why));
		for (const why of isLabelValue(value)) errors.push(invalid(field, value, why));
	}
	return errors;
}
/** Errors of a map of annotations. */
function validateAnnotations(annotations, field) {
	const errors = [];
	let size = 0;
	for (const key of Object.keys(annotations ?? {}).sort()) {
		for (const why of isLabelKey(key.toLowerCase())) errors.push(invalid(field, key, why));
		size += byteLength(key) + byteLength(annotations?.[key]);
	}
	if (size > MAX_ANNOTATIONS_BYTES) errors.push({
		type: "tooLong",
		field,
		detail: `may not be more than ${MAX_ANNOTATIONS_BYTES} bytes`
	});
	return errors;
}
function validateOwners(owners) {
	const errors = [];
	owners.forEach((owner, index) => {
		const field = `metadata.ownerReferences[${index}]`;
		if (!owner.apiVersion) errors.push(invalid(`${field}.apiVersion`, owner.apiVersion ?? "", "version must not be empty"));
		if (!owner.kind) errors.push(invalid(`${field}.kind`, owner.kind ?? "", "must not be empty"));
		if (!owner.name) errors.push(invalid(`${field}.name`, owner.name ?? "", "must not be empty"));
		if (!owner.uid) errors.push(invalid(`${field}.uid`, owner.uid ?? "", "must not be empty"));
	});
	const controllers = owners.filter((owner) => owner.controller);
	if (controllers.length > 1) {
		const detail = `Only one reference can have Controller set to true. Found "true" in references for ${controllers[0]?.kind}/${controllers[0]?.name} and ${controllers[1]?.kind}/${controllers[1]?.name}`;
		errors.push(invalid("metadata.ownerReferences", owners, detail));
	}
	return errors;
}
var STANDARD_FINALIZERS = [
	"kubernetes",
	"orphan",
	"foregroundDeletion"
];
function validateFinalizers(finalizers) {
	const errors = [];
	for (const finalizer of finalizers) {
		for (const why of isLabelKey(finalizer)) errors.push(invalid("metadata.finalizers", finalizer, why));
		if (!finalizer.includes("/") && !STANDARD_FINALIZERS.includes(finalizer)) errors.push(invalid("metadata.finalizers", finalizer, "name is neither a standard finalizer name nor is it fully qualified"));
	}
	if (finalizers.includes("orphan") && finalizers.includes("foregroundDeletion")) errors.push(invalid("metadata.finalizers", finalizers, "finalizer \"orphan\" and \"foregroundDeletion\" cannot be both set".replaceAll("\"", "")));
	return errors;
}
/** Errors of changes that metadata does not allow. */
function validateMetadataUpdate(kind, meta, old) {
	const errors = [];
	if (old.deletionTimestamp) {
		const added = (meta.finalizers ?? []).filter((one) => !old.finalizers?.includes(one));
		if (added.length > 0) {
			const list = `[${added.map((one) => `"${one}"`).join(", ")}]`.replaceAll(", ", " ");
			errors.push(forbidden("metadata.finalizers", `no new finalizers can be added if the object is being deleted, found new finalizers []string{${list.slice(1, -1)}}`));
		}
	}
	if (meta.labels === old.labels && meta.annotations === old.annotations && meta.ownerReferences === old.ownerReferences) return errors;
	return [
		...errors,
		...validateMaps(meta),
		...validateOwners(meta.ownerReferences ?? [])
	];
}
// src/kinds/pod/resources.ts
/** Rules for requests and limits (source: pkg/apis/core/validation, ValidateContainerResourceRequirements). */
var STANDARD = [
	"cpu",
	"memory",
	"ephemeral-storage"
];
function validateResources({ limits = {}, requests = {} }, at) {
	const errors = [];
	for (const name of Object.keys(limits).sort()) errors.push(...validateResourceName(name, `${at}.limits`), ...validateAmount(name, limits[name] ?? 0, `${at}.limits[${name}]`));
	for (const name of Object.keys(requests).sort()) {
		const request = requests[name] ?? 0;
		errors.push(...validateResourceName(name, `${at}.requests`), ...validateAmount(name, request, `${at}.requests[${name}]`));
		const limit = limits[name];
		if (limit === void 0) {
			if (isHugePages(name)) errors.push(required(`${at}.limits`, "Limit must be set for non overcommitable resources"));
			continue;
		}
		const order = compareQuantity(parseQuantity(request), parseQuantity(limit));
		if (order > 0) errors.push(invalid(`${at}.requests`, canonicalQuantity(request), `must be less than or equal to ${name} limit of ${canonicalQuantity(limit)}`));
		else if (order !== 0 && !isOvercommitAllowed(name)) errors.push(invalid(`${at}.requests`, canonicalQuantity(request), `must be equal to ${name} limit of ${canonicalQuantity(limit)}`));
	}
	return errors;
}
function isHugePages(name) {
	return name.startsWith("hugepages-");
}
/** Native resources but huge pages may be overcommitted; extended ones (nvidia.com/gpu) may not. */
function isOvercommitAllowed(name) {
	return (!name.includes("/") || name.includes("kubernetes.io/")) && !isHugePages(name);
}
function validateResourceName(name, at) {
	const errors = isQualifiedName(name).map((why) => invalid(at, name, why));
	if (errors.length > 0 || name.includes("/")) return errors;
	return STANDARD.includes(name) || isHugePages(name) ? [] : [invalid(at, name, "must be a standard resource for containers")];
}
function validateAmount(name, amount, at) {
	const { nano } = parseQuantity(amount);
	if (nano < 0n) return [invalid(at, canonicalQuantity(amount), "must be greater than or equal to 0")];
	if (name.includes("/") && nano % 1000000000n !== 0n) return [invalid(at, canonicalQuantity(amount), "must be an integer")];
	return [];
}
// src/kinds/pod/containers.ts
/** Rules for containers, in the real order (source: pkg/apis/core/validation). */
var PROTOCOLS = [
	"SCTP",
	"TCP",
	"UDP"
];
var PULL_POLICIES = [
	"Always",
	"IfNotPresent",
	"Never"
];
var MESSAGE_POLICIES = ["File", "FallbackToLogsOnError"];
var ENV_FIELDS = [
	"metadata.name",
	"metadata.namespace",
	"metadata.uid",
	"spec.nodeName",
	"spec.serviceAccountName",
	"status.hostIP",
	"status.hostIPs",
	"status.podIP",
	"status.podIPs"
];
var RESOURCE_FIELDS = [
	"limits.cpu",
	"limits.ephemeral-storage",
	"limits.memory",
	"requests.cpu",
	"requests.ephemeral-storage",
	"requests.memory"
];
var NOT_FOR_INIT = [
	"lifecycle",
	"livenessProbe",
	"readinessProbe",
	"startupProbe"
];
function validateContainers(spec, field) {
	const containers = spec.containers ?? [];
	if (containers.length === 0) return [required(field)];
	const errors = [];
	const names = /* @__PURE__ */ new Set();
	containers.forEach((container, index) => {
		const at = `${field}[${index}]`;
		errors.push(...validateCommon(container, spec, at));
		if (names.has(container.name)) errors.push(duplicate(`${at}.name`, container.name));
		names.add(container.name);
		errors.push(...validateLifeAndProbes(container, spec, at));
		if (container.restartPolicy !== void 0) errors.push(forbidden(`${at}.restartPolicy`, "may not be set for non-init containers"));
	});
	return [...errors, ...hostPortClashes(containers, (index) => `${field}[${index}]`)];
}
function validateInitContainers(spec, field) {
	const errors = [];
	const names = new Set((spec.containers ?? []).map(({ name }) => name));
	(spec.initContainers ?? []).forEach((container, index) => {
		const at = `${field}[${index}]`;
		errors.push(...validateCommon(container, spec, at));
		const { restartPolicy } = container;
		if (restartPolicy !== void 0 && restartPolicy !== "Always") errors.push(notSupported(`${at}.restartPolicy`, restartPolicy, ["Always"]));
		if (names.has(container.name)) errors.push(duplicate(`${at}.name`, container.name));
		else if (container.name) names.add(container.name);
		errors.push(...hostPortClashes([container], () => at));
		if (restartPolicy === "Always") errors.push(...validateLifeAndProbes(container, spec, at));
		else for (const name of NOT_FOR_INIT) if (container[name]) errors.push(forbidden(`${at}.${name}`, "may not be set for init containers without restartPolicy=Always"));
	});
	return errors;
}
function validateCommon(container, spec, at) {
	const errors = [];
	if (!container.name) errors.push(required(`${at}.name`));
	else for (const why of isDNS1123Label(container.name)) errors.push(invalid(`${at}.name`, container.name, why));
	if (!container.image) errors.push(required(`${at}.image`));
	const { terminationMessagePolicy: policy = "File", imagePullPolicy = "Always" } = container;
	if (!MESSAGE_POLICIES.includes(policy)) errors.push(notSupported(`${at}.terminationMessagePolicy`, policy, MESSAGE_POLICIES));
	errors.push(...validatePorts(container.ports ?? [], `${at}.ports`));
	errors.push(...(container.env ?? []).flatMap((variable, index) => validateEnv(variable, `${at}.env[${index}]`)));
	errors.push(...(container.envFrom ?? []).flatMap((source, index) => validateEnvFrom(source, `${at}.envFrom`, index)));
	errors.push(...validateMounts(container.volumeMounts ?? [], spec, `${at}.volumeMounts`));
	if (!PULL_POLICIES.includes(imagePullPolicy)) errors.push(notSupported(`${at}.imagePullPolicy`, imagePullPolicy, PULL_POLICIES));
	return [...errors, ...validateResources(container.resources ?? {}, `${at}.resources`)];
}
function validatePorts(ports, field) {
	const errors = [];
	const names = /* @__PURE__ */ new Set();
	ports.forEach(({ name, containerPort, hostPort, protocol }, index) => {
		const at = `${field}[${index}]`;
		if (name) {
			const wrong = isPortName(name);
			for (const why of wrong) errors.push(invalid(`${at}.name`, name, why));
			if (wrong.length === 0 && names.has(name)) errors.push(duplicate(`${at}.name`, name));
			names.add(name);
		}
		if (!containerPort) errors.push(required(`${at}.containerPort`));
		else for (const why of isPortNumber(containerPort)) errors.push(invalid(`${at}.containerPort`, containerPort, why));
		if (hostPort) for (const why of isPortNumber(hostPort)) errors.push(invalid(`${at}.hostPort`, hostPort, why));
		if (protocol && !PROTOCOLS.includes(protocol)) errors.push(notSupported(`${at}.protocol`, protocol, PROTOCOLS));
	});
	return errors;
}
function hostPortClashes(containers, at) {
	const errors = [];
	const taken = /* @__PURE__ */ new Set();
	for (const [index, container] of containers.entries()) for (const [port, { hostPort, hostIP = "", protocol = "" }] of (container.ports ?? []).entries()) {
		if (!hostPort) continue;
		const key = `${protocol}/${hostIP}/${hostPort}`;
		if (taken.has(key)) errors.push(duplicate(`${at(index)}.ports[${port}].hostPort`, key));
		taken.add(key);
	}
	return errors;
}
function validateEnv({ name, value, valueFrom }, at) {
	const errors = [];
	if (!name) errors.push(required(`${at}.name`));
	else for (const why of isEnvVarName(name)) errors.push(invalid(`${at}.name`, name, why));
	return valueFrom ? [...errors, ...validateValueFrom(valueFrom, value ?? "", `${at}.valueFrom`)] : errors;
}
function validateValueFrom(from, value, at) {
	const errors = [];
	const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef } = from;
	if (fieldRef) errors.push(...validateFieldRef(fieldRef.fieldPath, `${at}.fieldRef`));
	if (resourceFieldRef) {
		const { resource } = resourceFieldRef;
		const huge = /^(requests|limits)\.hugepages-/.test(resource);
		if (!resource) errors.push(required(`${at}.resourceFieldRef.resource`));
		else if (!RESOURCE_FIELDS.includes(resource) && !huge) errors.push(notSupported(`${at}.resourceFieldRef.resource`, resource, RESOURCE_FIELDS));
	}
	if (configMapKeyRef) errors.push(...validateKeyRef(configMapKeyRef, `${at}.configMapKeyRef`));
	if (secretKeyRef) errors.push(...validateKeyRef(secretKeyRef, `${at}.secretKeyRef`));
	const sources = [
		fieldRef,
		resourceFieldRef,
		configMapKeyRef,
		secretKeyRef
	].filter((one) => one !== void 0).length;
	if (sources === 0) errors.push(invalid(at, "", "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`"));
	else if (value !== "") errors.push(invalid(at, "", "may not be specified when `value` is not empty"));
	else if (sources > 1) errors.push(invalid(at, "", "may not have more than one field specified at a time"));
	return errors;
}
function validateFieldRef(path, at) {
	if (!path) return [required(`${at}.fieldPath`)];
	if (/^metadata\.(labels|annotations)\['[^']*'\]$/.test(path) || ENV_FIELDS.includes(path)) return [];
	if (path === "metadata.labels" || path === "metadata.annotations" || path === "status.phase" || path === "spec.restartPolicy") return [notSupported(`${at}.fieldPath`, path, ENV_FIELDS)];
	return [invalid(`${at}.fieldPath`, path, `error converting fieldPath: field label not supported: ${path}`)];
}
function validateKeyRef({ name = "", key }, at) {
	const errors = isDNS1123Subdomain(name).map((why) => invalid(`${at}.name`, name, why));
	if (!key) return [...errors, required(`${at}.key`)];
	return [...errors, ...isConfigMapKey(key).map((why) => invalid(`${at}.key`, key, why))];
}
function validateEnvFrom({ prefix, configMapRef, secretRef }, field, index) {
	const at = `${field}[${index}]`;
	const errors = prefix ? isEnvVarName(prefix).map((why) => invalid(`${at}.prefix`, prefix, why)) : [];
	for (const [source, name] of [[configMapRef, "configMapRef"], [secretRef, "secretRef"]]) {
		if (!source) continue;
		if (!source.name) errors.push(required(`${at}.${name}.name`));
		else for (const why of isDNS1123Subdomain(source.name)) errors.push(invalid(`${at}.${name}.name`, source.name, why));
	}
	if (!configMapRef && !secretRef) errors.push(invalid(field, "", "must specify one of: `configMapRef` or `secretRef`"));
	else if (configMapRef && secretRef) errors.push(invalid(field, "", "may not have more than one field specified at a time"));
	return errors;
}
function validateMounts(mounts, spec, field) {
	const errors = [];
	const paths = /* @__PURE__ */ new Set();
	mounts.forEach(({ name, mountPath, subPath, subPathExpr }, index) => {
		const at = `${field}[${index}]`;
		if (!name) errors.push(required(`${at}.name`));
		if (!spec.volumes?.some((volume) => volume.name === name)) errors.push(notFound(`${at}.name`, name ?? ""));
		if (!mountPath) errors.push(required(`${at}.mountPath`));
		if (paths.has(mountPath)) errors.push(invalid(`${at}.mountPath`, mountPath, "must be unique"));
		paths.add(mountPath);
		if (subPath) errors.push(...validateDescending(subPath, `${field}.subPath`));
		if (subPathExpr && subPath) errors.push(invalid(`${at}.subPathExpr`, subPathExpr, "subPathExpr and subPath are mutually exclusive"));
		if (subPathExpr) errors.push(...validateDescending(subPathExpr, `${field}.subPathExpr`));
	});
	return errors;
}
/** A path below where it is mounted: relative, and without steps back. */
function validateDescending(path, field) {
	const errors = [];
	if (path.startsWith("/")) errors.push(invalid(field, path, "must be a relative path"));
	if (path.split("/").includes("..")) errors.push(invalid(field, path, "must not contain '..'"));
	return errors;
}
function validateLifeAndProbes(container, spec, at) {
	const errors = [];
	const grace = spec.terminationGracePeriodSeconds ?? 30;
	const { lifecycle, livenessProbe, readinessProbe, startupProbe } = container;
	if (lifecycle?.postStart) errors.push(...validateHandler(lifecycle.postStart, grace, `${at}.lifecycle.postStart`));
	if (lifecycle?.preStop) errors.push(...validateHandler(lifecycle.preStop, grace, `${at}.lifecycle.preStop`));
	for (const [probe, name] of [
		[livenessProbe, "livenessProbe"],
		[readinessProbe, "readinessProbe"],
		[startupProbe, "startupProbe"]
	]) {
		if (!probe) continue;
		errors.push(...validateProbe(probe, grace, `${at}.${name}`));
		if (name !== "readinessProbe" && probe.successThreshold !== 1) errors.push(invalid(`${at}.${name}.successThreshold`, probe.successThreshold ?? 0, "must be 1"));
		if (name === "readinessProbe" && probe.terminationGracePeriodSeconds !== void 0) errors.push(invalid(`${at}.${name}.terminationGracePeriodSeconds`, probe.terminationGracePeriodSeconds, "must not be set for readinessProbes"));
	}
	return errors;
}
function validateProbe(probe, grace, at) {
	const errors = validateHandler(probe, grace, at);
	for (const name of [
		"initialDelaySeconds",
		"timeoutSeconds",
		"periodSeconds",
		"successThreshold",
		"failureThreshold"
	]) errors.push(...nonNegative(probe[name] ?? 0, `${at}.${name}`));
	const { terminationGracePeriodSeconds: own } = probe;
	if (own !== void 0 && own <= 0) errors.push(invalid(`${at}.terminationGracePeriodSeconds`, own, "must be greater than 0"));
	return errors;
}
function validateHandler(handler, grace, at) {
	const { exec, httpGet, tcpSocket, grpc, sleep } = handler;
	const found = [];
	if (exec) found.push(["exec", () => exec.command?.length ? [] : [required(`${at}.exec.command`)]]);
	if (httpGet) found.push(["httpGet", () => [
		...httpGet.path ? [] : [required(`${at}.httpGet.path`)],
		...portErrors(httpGet.port, `${at}.httpGet.port`),
		...["HTTP", "HTTPS"].includes(httpGet.scheme ?? "") ? [] : [notSupported(`${at}.httpGet.scheme`, httpGet.scheme ?? "", ["HTTP", "HTTPS"])],
		...(httpGet.httpHeaders ?? []).flatMap(({ name }) => isHTTPHeaderName(name).map((why) => invalid(`${at}.httpGet.httpHeaders`, name, why)))
	]]);
	if (tcpSocket) found.push(["tcpSocket", () => portErrors(tcpSocket.port, `${at}.tcpSocket.port`)]);
	if (grpc) found.push(["grpc", () => portErrors(grpc.port, `${at}.grpc.port`)]);
	if (sleep) found.push(["sleep", () => sleep.seconds < 0 || sleep.seconds > grace ? [invalid(`${at}.sleep`, sleep.seconds, `must be non-negative and less than terminationGracePeriodSeconds (${grace})`)] : []]);
	const [first, ...others] = found;
	if (!first) return [required(at, "must specify a handler type")];
	return [...first[1](), ...others.map(([name]) => forbidden(`${at}.${name}`, "may not specify more than 1 handler type"))];
}
/** Errors of a port given by number or name. */
function portErrors(port, at) {
	return (typeof port === "number" ? isPortNumber(port) : isPortName(port)).map((why) => invalid(at, port, why));
}
function nonNegative(value, at) {
	return value < 0 ? [invalid(at, value, "must be greater than or equal to 0")] : [];
}
// src/kinds/pod/go-types.ts
/**
* The Go types of a Pod template, as k8s.io/api v0.36 declares them: names, order, pointers. The schema does not have these, but two
* things of the real server depend on them: the pod-template-hash, and the difference shown when a Pod may not be changed.
*
* A line is a struct: its name, then its fields `Name=json:type` (no json name: the Go name with a small first letter; no Go name:
* embedded). `Name~type` is a named type of that kind.
*/
var STRUCTS = `
PodTemplateSpec =metadata:ObjectMeta Spec:PodSpec
ObjectMeta Name:string GenerateName:string Namespace:string SelfLink:string UID=uid:types.UID ResourceVersion:string Generation:int64 CreationTimestamp:Time DeletionTimestamp:*Time DeletionGracePeriodSeconds:*int64 Labels:map[string]string Annotations:map[string]string OwnerReferences:[]OwnerReference Finalizers:[]string ManagedFields:[]ManagedFieldsEntry
PodSpec Volumes:[]Volume InitContainers:[]Container Containers:[]Container EphemeralContainers:[]EphemeralContainer RestartPolicy:RestartPolicy~string TerminationGracePeriodSeconds:*int64 ActiveDeadlineSeconds:*int64 DNSPolicy=dnsPolicy:DNSPolicy~string NodeSelector:map[string]string ServiceAccountName:string DeprecatedServiceAccount=serviceAccount:string AutomountServiceAccountToken:*bool NodeName:string HostNetwork:bool HostPID:bool HostIPC:bool ShareProcessNamespace:*bool SecurityContext:*PodSecurityContext ImagePullSecrets:[]LocalObjectReference Hostname:string Subdomain:string Affinity:*Affinity SchedulerName:string Tolerations:[]Toleration HostAliases:[]HostAlias PriorityClassName:string Priority:*int32 DNSConfig=dnsConfig:*PodDNSConfig ReadinessGates:[]PodReadinessGate RuntimeClassName:*string EnableServiceLinks:*bool PreemptionPolicy:*PreemptionPolicy~string Overhead:ResourceList~map[string]resource.Quantity TopologySpreadConstraints:[]TopologySpreadConstraint SetHostnameAsFQDN:*bool OS=os:*PodOS HostUsers:*bool SchedulingGates:[]PodSchedulingGate ResourceClaims:[]PodResourceClaim Resources:*ResourceRequirements HostnameOverride:*string SchedulingGroup:*PodSchedulingGroup
OwnerReference APIVersion=apiVersion:string Kind:string Name:string UID=uid:types.UID Controller:*bool BlockOwnerDeletion:*bool
ManagedFieldsEntry
Volume Name:string :VolumeSource
Container Name:string Image:string Command:[]string Args:[]string WorkingDir:string Ports:[]ContainerPort EnvFrom:[]EnvFromSource Env:[]EnvVar Resources:ResourceRequirements ResizePolicy:[]ContainerResizePolicy RestartPolicy:*ContainerRestartPolicy~string RestartPolicyRules:[]ContainerRestartRule VolumeMounts:[]VolumeMount VolumeDevices:[]VolumeDevice LivenessProbe:*Probe ReadinessProbe:*Probe StartupProbe:*Probe Lifecycle:*Lifecycle TerminationMessagePath:string TerminationMessagePolicy:TerminationMessagePolicy~string ImagePullPolicy:PullPolicy~string SecurityContext:*SecurityContext Stdin:bool StdinOnce:bool TTY=tty:bool
EphemeralContainer :EphemeralContainerCommon TargetContainerName:string
PodSecurityContext SELinuxOptions=seLinuxOptions:*SELinuxOptions WindowsOptions:*WindowsSecurityContextOptions RunAsUser:*int64 RunAsGroup:*int64 RunAsNonRoot:*bool SupplementalGroups:[]int64 SupplementalGroupsPolicy:*SupplementalGroupsPolicy~string FSGroup=fsGroup:*int64 Sysctls:[]Sysctl FSGroupChangePolicy=fsGroupChangePolicy:*PodFSGroupChangePolicy~string SeccompProfile:*SeccompProfile AppArmorProfile:*AppArmorProfile SELinuxChangePolicy=seLinuxChangePolicy:*PodSELinuxChangePolicy~string
LocalObjectReference Name:string
Affinity NodeAffinity:*NodeAffinity PodAffinity:*PodAffinity PodAntiAffinity:*PodAntiAffinity
Toleration Key:string Operator:TolerationOperator~string Value:string Effect:TaintEffect~string TolerationSeconds:*int64
HostAlias IP=ip:string Hostnames:[]string
PodDNSConfig Nameservers:[]string Searches:[]string Options:[]PodDNSConfigOption
PodReadinessGate ConditionType:PodConditionType~string
TopologySpreadConstraint MaxSkew:int32 TopologyKey:string WhenUnsatisfiable:UnsatisfiableConstraintAction~string LabelSelector:*LabelSelector MinDomains:*int32 NodeAffinityPolicy:*NodeInclusionPolicy~string NodeTaintsPolicy:*NodeInclusionPolicy~string MatchLabelKeys:[]string
PodOS Name:OSName~string
PodSchedulingGate Name:string
PodResourceClaim Name:string ResourceClaimName:*string ResourceClaimTemplateName:*string
ResourceRequirements Limits:ResourceList~map[string]resource.Quantity Requests:ResourceList~map[string]resource.Quantity Claims:[]ResourceClaim
PodSchedulingGroup PodGroupName:*string
VolumeSource HostPath:*HostPathVolumeSource EmptyDir:*EmptyDirVolumeSource GCEPersistentDisk=gcePersistentDisk:*GCEPersistentDiskVolumeSource AWSElasticBlockStore=awsElasticBlockStore:*AWSElasticBlockStoreVolumeSource GitRepo:*GitRepoVolumeSource Secret:*SecretVolumeSource NFS=nfs:*NFSVolumeSource ISCSI=iscsi:*ISCSIVolumeSource Glusterfs:*GlusterfsVolumeSource PersistentVolumeClaim:*PersistentVolumeClaimVolumeSource RBD=rbd:*RBDVolumeSource FlexVolume:*FlexVolumeSource Cinder:*CinderVolumeSource CephFS=cephfs:*CephFSVolumeSource Flocker:*FlockerVolumeSource DownwardAPI:*DownwardAPIVolumeSource FC=fc:*FCVolumeSource AzureFile:*AzureFileVolumeSource ConfigMap:*ConfigMapVolumeSource VsphereVolume:*VsphereVirtualDiskVolumeSource Quobyte:*QuobyteVolumeSource AzureDisk:*AzureDiskVolumeSource PhotonPersistentDisk:*PhotonPersistentDiskVolumeSource Projected:*ProjectedVolumeSource PortworxVolume:*PortworxVolumeSource ScaleIO:*ScaleIOVolumeSource StorageOS=storageos:*StorageOSVolumeSource CSI=csi:*CSIVolumeSource Ephemeral:*EphemeralVolumeSource Image:*ImageVolumeSource
ContainerPort Name:string HostPort:int32 ContainerPort:int32 Protocol:Protocol~string HostIP:string
EnvFromSource Prefix:string ConfigMapRef:*ConfigMapEnvSource SecretRef:*SecretEnvSource
EnvVar Name:string Value:string ValueFrom:*EnvVarSource
ContainerResizePolicy ResourceName:ResourceName~string RestartPolicy:ResourceResizeRestartPolicy~string
ContainerRestartRule Action:ContainerRestartRuleAction~string ExitCodes:*ContainerRestartRuleOnExitCodes
VolumeMount Name:string ReadOnly:bool RecursiveReadOnly:*RecursiveReadOnlyMode~string MountPath:string SubPath:string MountPropagation:*MountPropagationMode~string SubPathExpr:string
VolumeDevice Name:string DevicePath:string
Probe :ProbeHandler InitialDelaySeconds:int32 TimeoutSeconds:int32 PeriodSeconds:int32 SuccessThreshold:int32 FailureThreshold:int32 TerminationGracePeriodSeconds:*int64
Lifecycle PostStart:*LifecycleHandler PreStop:*LifecycleHandler StopSignal:*Signal~string
SecurityContext Capabilities:*Capabilities Privileged:*bool SELinuxOptions=seLinuxOptions:*SELinuxOptions WindowsOptions:*WindowsSecurityContextOptions RunAsUser:*int64 RunAsGroup:*int64 RunAsNonRoot:*bool ReadOnlyRootFilesystem:*bool AllowPrivilegeEscalation:*bool ProcMount:*ProcMountType~string SeccompProfile:*SeccompProfile AppArmorProfile:*AppArmorProfile
EphemeralContainerCommon Name:string Image:string Command:[]string Args:[]string WorkingDir:string Ports:[]ContainerPort EnvFrom:[]EnvFromSource Env:[]EnvVar Resources:ResourceRequirements ResizePolicy:[]ContainerResizePolicy RestartPolicy:*ContainerRestartPolicy~string RestartPolicyRules:[]ContainerRestartRule VolumeMounts:[]VolumeMount VolumeDevices:[]VolumeDevice LivenessProbe:*Probe ReadinessProbe:*Probe StartupProbe:*Probe Lifecycle:*Lifecycle TerminationMessagePath:string TerminationMessagePolicy:TerminationMessagePolicy~string ImagePullPolicy:PullPolicy~string SecurityContext:*SecurityContext Stdin:bool StdinOnce:bool TTY=tty:bool
SELinuxOptions User:string Role:string Type:string Level:string
WindowsSecurityContextOptions GMSACredentialSpecName=gmsaCredentialSpecName:*string GMSACredentialSpec=gmsaCredentialSpec:*string RunAsUserName:*string HostProcess:*bool
Sysctl Name:string Value:string
SeccompProfile Type:SeccompProfileType~string LocalhostProfile:*string
AppArmorProfile Type:AppArmorProfileType~string LocalhostProfile:*string
NodeAffinity RequiredDuringSchedulingIgnoredDuringExecution:*NodeSelector PreferredDuringSchedulingIgnoredDuringExecution:[]PreferredSchedulingTerm
PodAffinity RequiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm PreferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm
PodAntiAffinity RequiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm PreferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm
PodDNSConfigOption Name:string Value:*string
LabelSelector MatchLabels:map[string]string MatchExpressions:[]LabelSelectorRequirement
ResourceClaim Name:string Request:string
HostPathVolumeSource Path:string Type:*HostPathType~string
EmptyDirVolumeSource Medium:StorageMedium~string SizeLimit:*resource.Quantity
GCEPersistentDiskVolumeSource PDName=pdName:string FSType=fsType:string Partition:int32 ReadOnly:bool
AWSElasticBlockStoreVolumeSource VolumeID:string FSType=fsType:string Partition:int32 ReadOnly:bool
GitRepoVolumeSource Repository:string Revision:string Directory:string
SecretVolumeSource SecretName:string Items:[]KeyToPath DefaultMode:*int32 Optional:*bool
NFSVolumeSource Server:string Path:string ReadOnly:bool
ISCSIVolumeSource TargetPortal:string IQN=iqn:string Lun:int32 ISCSIInterface=iscsiInterface:string FSType=fsType:string ReadOnly:bool Portals:[]string DiscoveryCHAPAuth=chapAuthDiscovery:bool SessionCHAPAuth=chapAuthSession:bool SecretRef:*LocalObjectReference InitiatorName:*string
GlusterfsVolumeSource EndpointsName=endpoints:string Path:string ReadOnly:bool
PersistentVolumeClaimVolumeSource ClaimName:string ReadOnly:bool
RBDVolumeSource CephMonitors=monitors:[]string RBDImage=image:string FSType=fsType:string RBDPool=pool:string RadosUser=user:string Keyring:string SecretRef:*LocalObjectReference ReadOnly:bool
FlexVolumeSource Driver:string FSType=fsType:string SecretRef:*LocalObjectReference ReadOnly:bool Options:map[string]string
CinderVolumeSource VolumeID:string FSType=fsType:string ReadOnly:bool SecretRef:*LocalObjectReference
CephFSVolumeSource Monitors:[]string Path:string User:string SecretFile:string SecretRef:*LocalObjectReference ReadOnly:bool
FlockerVolumeSource DatasetName:string DatasetUUID:string
DownwardAPIVolumeSource Items:[]DownwardAPIVolumeFile DefaultMode:*int32
FCVolumeSource TargetWWNs:[]string Lun:*int32 FSType=fsType:string ReadOnly:bool WWIDs=wwids:[]string
AzureFileVolumeSource SecretName:string ShareName:string ReadOnly:bool
ConfigMapVolumeSource :LocalObjectReference Items:[]KeyToPath DefaultMode:*int32 Optional:*bool
VsphereVirtualDiskVolumeSource VolumePath:string FSType=fsType:string StoragePolicyName:string StoragePolicyID:string
QuobyteVolumeSource Registry:string Volume:string ReadOnly:bool User:string Group:string Tenant:string
AzureDiskVolumeSource DiskName:string DataDiskURI=diskURI:string CachingMode:*AzureDataDiskCachingMode~string FSType=fsType:*string ReadOnly:*bool Kind:*AzureDataDiskKind~string
PhotonPersistentDiskVolumeSource PdID:string FSType=fsType:string
ProjectedVolumeSource Sources:[]VolumeProjection DefaultMode:*int32
PortworxVolumeSource VolumeID:string FSType=fsType:string ReadOnly:bool
ScaleIOVolumeSource Gateway:string System:string SecretRef:*LocalObjectReference SSLEnabled=sslEnabled:bool ProtectionDomain:string StoragePool:string StorageMode:string VolumeName:string FSType=fsType:string ReadOnly:bool
StorageOSVolumeSource VolumeName:string VolumeNamespace:string FSType=fsType:string ReadOnly:bool SecretRef:*LocalObjectReference
CSIVolumeSource Driver:string ReadOnly:*bool FSType=fsType:*string VolumeAttributes:map[string]string NodePublishSecretRef:*LocalObjectReference
EphemeralVolumeSource VolumeClaimTemplate:*PersistentVolumeClaimTemplate
ImageVolumeSource Reference:string PullPolicy:PullPolicy~string
ConfigMapEnvSource :LocalObjectReference Optional:*bool
SecretEnvSource :LocalObjectReference Optional:*bool
EnvVarSource FieldRef:*ObjectFieldSelector ResourceFieldRef:*ResourceFieldSelector ConfigMapKeyRef:*ConfigMapKeySelector SecretKeyRef:*SecretKeySelector FileKeyRef:*FileKeySelector
ContainerRestartRuleOnExitCodes Operator:ContainerRestartRuleOnExitCodesOperator~string Values:[]int32
ProbeHandler Exec:*ExecAction HTTPGet=httpGet:*HTTPGetAction TCPSocket=tcpSocket:*TCPSocketAction GRPC=grpc:*GRPCAction
LifecycleHandler Exec:*ExecAction HTTPGet=httpGet:*HTTPGetAction TCPSocket=tcpSocket:*TCPSocketAction Sleep:*SleepAction
Capabilities Add:[]Capability~string Drop:[]Capability~string
NodeSelector NodeSelectorTerms:[]NodeSelectorTerm
PreferredSchedulingTerm Weight:int32 Preference:NodeSelectorTerm
PodAffinityTerm LabelSelector:*LabelSelector Namespaces:[]string TopologyKey:string NamespaceSelector:*LabelSelector MatchLabelKeys:[]string MismatchLabelKeys:[]string
WeightedPodAffinityTerm Weight:int32 PodAffinityTerm:PodAffinityTerm
LabelSelectorRequirement Key:string Operator:LabelSelectorOperator~string Values:[]string
KeyToPath Key:string Path:string Mode:*int32
DownwardAPIVolumeFile Path:string FieldRef:*ObjectFieldSelector ResourceFieldRef:*ResourceFieldSelector Mode:*int32
VolumeProjection Secret:*SecretProjection DownwardAPI:*DownwardAPIProjection ConfigMap:*ConfigMapProjection ServiceAccountToken:*ServiceAccountTokenProjection ClusterTrustBundle:*ClusterTrustBundleProjection PodCertificate:*PodCertificateProjection
PersistentVolumeClaimTemplate =metadata:ObjectMeta Spec:PersistentVolumeClaimSpec
ObjectFieldSelector APIVersion=apiVersion:string FieldPath:string
ResourceFieldSelector ContainerName:string Resource:string Divisor:resource.Quantity
ConfigMapKeySelector :LocalObjectReference Key:string Optional:*bool
SecretKeySelector :LocalObjectReference Key:string Optional:*bool
FileKeySelector VolumeName:string Path:string Key:string Optional:*bool
ExecAction Command:[]string
HTTPGetAction Path:string Port:intstr.IntOrString Host:string Scheme:URIScheme~string HTTPHeaders=httpHeaders:[]HTTPHeader
TCPSocketAction Port:intstr.IntOrString Host:string
GRPCAction Port:int32 Service:*string
SleepAction Seconds:int64
NodeSelectorTerm MatchExpressions:[]NodeSelectorRequirement MatchFields:[]NodeSelectorRequirement
SecretProjection :LocalObjectReference Items:[]KeyToPath Optional:*bool
DownwardAPIProjection Items:[]DownwardAPIVolumeFile
ConfigMapProjection :LocalObjectReference Items:[]KeyToPath Optional:*bool
ServiceAccountTokenProjection Audience:string ExpirationSeconds:*int64 Path:string
ClusterTrustBundleProjection Name:*string SignerName:*string LabelSelector:*LabelSelector Optional:*bool Path:string
PodCertificateProjection SignerName:string KeyType:string MaxExpirationSeconds:*int32 CredentialBundlePath:string KeyPath:string CertificateChainPath:string UserAnnotations:map[string]string
PersistentVolumeClaimSpec AccessModes:[]PersistentVolumeAccessMode~string Selector:*LabelSelector Resources:VolumeResourceRequirements VolumeName:string StorageClassName:*string VolumeMode:*PersistentVolumeMode~string DataSource:*TypedLocalObjectReference DataSourceRef:*TypedObjectReference VolumeAttributesClassName:*string
HTTPHeader Name:string Value:string
NodeSelectorRequirement Key:string Operator:NodeSelectorOperator~string Values:[]string
VolumeResourceRequirements Limits:ResourceList~map[string]resource.Quantity Requests:ResourceList~map[string]resource.Quantity
TypedLocalObjectReference APIGroup=apiGroup:*string Kind:string Name:string
TypedObjectReference APIGroup=apiGroup:*string Kind:string Name:string Namespace:*string
`;
var SCALARS = {
	string: {
		text: "string",
		kind: "string"
	},
	bool: {
		text: "bool",
		kind: "bool"
	},
	int32: {
		text: "int32",
		kind: "int"
	},
	int64: {
		text: "int64",
		kind: "int"
	},
	Time: {
		text: "v1.Time",
		kind: "Time"
	},
	"types.UID": {
		text: "types.UID",
		kind: "string"
	},
	"intstr.IntOrString": {
		text: "intstr.IntOrString",
		kind: "IntOrString"
	},
	"resource.Quantity": {
		text: "resource.Quantity",
		kind: "Quantity"
	}
};
var lines = new Map(STRUCTS.trim().split("\n").map((line) => [/^\w+/.exec(line)?.[0] ?? "", line]));
var structs = /* @__PURE__ */ new Map();
/** The fields of a struct, in Go's order. */
function goFields(name) {
	let fields = structs.get(name);
	if (!fields) structs.set(name, fields = (lines.get(name) ?? "").split(" ").slice(1).map(parseField));
	return fields;
}
function parseField(text) {
	const colon = text.indexOf(":");
	const [go = "", given] = text.slice(0, colon).split("=");
	const type = goType(text.slice(colon + 1));
	if (go === "") return {
		name: type.struct ?? "",
		json: given ?? "",
		type
	};
	return {
		name: go,
		json: given ?? go.charAt(0).toLowerCase() + go.slice(1),
		type
	};
}
/** A type by its text, such as `[]Container`. */
function goType(text) {
	const scalar = SCALARS[text];
	if (scalar) return scalar;
	if (text.startsWith("*")) return around("*", "pointer", text.slice(1));
	if (text.startsWith("[]")) return around("[]", "slice", text.slice(2));
	const [name = "", base] = text.split("~");
	if (base !== void 0) return {
		...goType(base),
		text: `v1.${name}`
	};
	if (text.startsWith("map[string]")) return around("map[string]", "map", text.slice(11));
	return {
		text: `v1.${name}`,
		kind: "struct",
		struct: name
	};
}
function around(prefix, kind, rest) {
	const of = goType(rest);
	return {
		text: `${prefix}${of.text}`,
		kind,
		of
	};
}
// src/kinds/pod/spec-diff.ts
/** How two Pod specs differ, as the server tells it: its own Go structs as indented JSON, compared line by line. */
/** The server's own structs have their fields in another order than the API's, where they differ at all. */
var INTERNAL = { PodSpec: "Volumes InitContainers Containers EphemeralContainers RestartPolicy TerminationGracePeriodSeconds ActiveDeadlineSeconds DNSPolicy NodeSelector ServiceAccountName AutomountServiceAccountToken NodeName SecurityContext ImagePullSecrets Hostname Subdomain SetHostnameAsFQDN Affinity SchedulerName Tolerations HostAliases PriorityClassName Priority PreemptionPolicy DNSConfig ReadinessGates RuntimeClassName Overhead EnableServiceLinks TopologySpreadConstraints OS SchedulingGates ResourceClaims Resources HostnameOverride SchedulingGroup".split(" ") };
/** What the API has in the spec itself, the server has in the security context. */
var HOST_FIELDS = [
	"HostNetwork",
	"HostPID",
	"HostIPC",
	"ShareProcessNamespace",
	"HostUsers"
];
/** The unified diff of two specs. */
function podSpecDiff(before, after) {
	return unifiedDiff(pretty(before), pretty(after));
}
function pretty(spec) {
	return JSON.stringify(structOf("PodSpec", spec), void 0, 1);
}
function structOf(name, value) {
	const shown = {};
	for (const field of fieldsOf(name)) if (name === "PodSpec" && field.name === "SecurityContext") shown["SecurityContext"] = securityContext(value ?? {});
	else if (field.json === "") Object.assign(shown, structOf(field.type.struct ?? "", value));
	else shown[field.name] = shownAs(field.type, value?.[field.json]);
	return shown;
}
function fieldsOf(name) {
	const order = INTERNAL[name];
	const fields = goFields(name);
	return order ? order.flatMap((one) => fields.find((field) => field.name === one) ?? []) : fields;
}
function securityContext(spec) {
	if (!spec["securityContext"]) return null;
	const hosts = goFields("PodSpec").filter(({ name }) => HOST_FIELDS.includes(name));
	return {
		...Object.fromEntries(hosts.map((field) => [field.name, shownAs(field.type, spec[field.json])])),
		...structOf("PodSecurityContext", spec["securityContext"])
	};
}
function shownAs(type, value) {
	const nil = value === void 0 || value === null;
	switch (type.kind) {
		case "pointer": return nil ? null : shownAs(type.of, value);
		case "slice": return nil ? null : value.map((one) => shownAs(type.of, one));
		case "map": {
			if (nil) return null;
			const bag = value;
			return Object.fromEntries(Object.keys(bag).sort().map((key) => [key, shownAs(type.of, bag[key])]));
		}
		case "struct": return type.struct?.startsWith("LabelSelector") ? value ?? {} : structOf(type.struct ?? "", value);
		case "Quantity": return nil ? "0" : canonicalQuantity(value);
		case "bool": return value ?? false;
		case "int":
		case "IntOrString": return value ?? 0;
		default: return value ?? "";
	}
}
// src/kinds/pod/qos.ts
/** The quality of service class of a Pod (pkg/apis/core/v1/helper/qos). */
var COUNTED = ["cpu", "memory"];
/** Guaranteed: all limits set and equal to the requests; BestEffort: none set; else Burstable. */
function qosClassOf(spec) {
	const containers = [...spec.containers ?? [], ...spec.initContainers ?? []];
	if (containers.every((one) => !asksFor(one))) return "BestEffort";
	return containers.every(isGuaranteed) ? "Guaranteed" : "Burstable";
}
function asksFor({ resources }) {
	return COUNTED.some((name) => isPositive(resources?.requests?.[name]) || isPositive(resources?.limits?.[name]));
}
function isPositive(quantity) {
	return quantity !== void 0 && parseQuantity(quantity).nano > 0n;
}
function isGuaranteed({ resources }) {
	return COUNTED.every((name) => {
		const [limit, request] = [resources?.limits?.[name], resources?.requests?.[name] ?? resources?.limits?.[name]];
		return isPositive(limit) && compareQuantity(parseQuantity(limit ?? 0), parseQuantity(request ?? 0)) === 0;
	});
}
// src/kinds/pod/subresources.ts
/** Writes to the parts of a Pod that have a subresource of their own: only these parts are taken from what is sent (source: pkg/registry/core/pod/strategy.go). */
var NOT_EPHEMERAL = [
	"ports",
	"livenessProbe",
	"readinessProbe",
	"startupProbe",
	"lifecycle"
];
var RESIZABLE = ["cpu", "memory"];
var PARTS = {
	ephemeralcontainers: {
		take: (pod, old) => ({
			...old,
			metadata: pod.metadata,
			spec: {
				...old.spec,
				...pod.spec.ephemeralContainers && { ephemeralContainers: pod.spec.ephemeralContainers }
			}
		}),
		validate: validateEphemeral
	},
	resize: {
		take: (pod, old) => ({
			...old,
			metadata: pod.metadata,
			spec: {
				...old.spec,
				containers: resized(pod.spec.containers, old.spec.containers),
				...old.spec.initContainers && { initContainers: resized(pod.spec.initContainers ?? [], old.spec.initContainers) }
			}
		}),
		validate: validateResize
	}
};
function preparePodUpdate(pod, old, { subresource = "" }) {
	return PARTS[subresource]?.take(pod, old) ?? pod;
}
/** Errors of a write to a subresource; undefined where it is none of these. */
function validatePart(pod, old, subresource = "") {
	return PARTS[subresource]?.validate(pod, old);
}
function resized(now, before) {
	return before.map((container) => {
		const { resources, resizePolicy } = now.find(({ name }) => name === container.name) ?? container;
		return {
			...container,
			...resources && { resources },
			...resizePolicy && { resizePolicy }
		};
	});
}
function validateEphemeral({ spec }, old) {
	const at = "spec.ephemeralContainers";
	const [now, before] = [spec.ephemeralContainers ?? [], old.spec.ephemeralContainers ?? []];
	const errors = [];
	const others = new Set([...spec.containers, ...spec.initContainers ?? []].map(({ name }) => name));
	const seen = /* @__PURE__ */ new Set();
	now.forEach((container, index) => {
		const { name, image = "", targetContainerName: target } = container;
		if (!name) errors.push(required(`${at}[${index}].name`));
		else errors.push(...isDNS1123Label(name).map((why) => invalid(`${at}[${index}].name`, name, why)));
		if (others.has(name) || seen.has(name)) errors.push(duplicate(`${at}[${index}].name`, name));
		seen.add(name);
		if (image === "") errors.push(required(`${at}[${index}].image`));
		for (const field of NOT_EPHEMERAL) if (container[field] !== void 0) errors.push(forbidden(`${at}[${index}].${field}`, "cannot be set for an Ephemeral Container"));
		if (container.resources && Object.keys(container.resources).length > 0) errors.push(forbidden(`${at}[${index}].resources`, "cannot be set for an Ephemeral Container"));
		if (target && !spec.containers.some((one) => one.name === target)) errors.push(notFound(`${at}[${index}].targetContainerName`, target));
	});
	for (const one of before) {
		const found = now.find(({ name }) => name === one.name);
		if (!found) errors.push(forbidden(at, `existing ephemeral containers ${JSON.stringify(one.name)} may not be removed\n`));
		else if (!equal(found, one)) errors.push(forbidden(at, `existing ephemeral containers ${JSON.stringify(one.name)} may not be changed\n`));
	}
	return errors;
}
function validateResize(pod, old) {
	const errors = [];
	if (qosClassOf(pod.spec) !== qosClassOf(old.spec)) errors.push(invalid("spec", old.status.qosClass ?? "", "Pod QOS Class may not change as a result of resizing"));
	if (!equal(fixed(pod.spec.containers), fixed(old.spec.containers))) errors.push(forbidden("spec", "only cpu and memory resources are mutable"));
	return errors;
}
/** What a resize must leave as it is. */
function fixed(containers) {
	const others = (map) => Object.fromEntries(Object.entries(map ?? {}).filter(([name]) => !RESIZABLE.includes(name)));
	return containers.map(({ resources }) => [others(resources?.limits), others(resources?.requests)]);
}
// src/kinds/pod/volumes.ts
/** Rules for volumes (source: pkg/apis/core/validation, ValidateVolumes). */
function validateVolumes(volumes, field) {
	const errors = [];
	const names = /* @__PURE__ */ new Set();
	volumes.forEach((volume, index) => {
		const at = `${field}[${index}]`;
		const found = validateSource(volume, at);
		if (!volume.name) found.push(required(`${at}.name`));
		else found.push(...isDNS1123Label(volume.name).map((why) => invalid(`${at}.name`, volume.name, why)));
		if (names.has(volume.name)) found.push(duplicate(`${at}.name`, volume.name));
		if (found.length === 0) names.add(volume.name);
		errors.push(...found);
	});
	return errors;
}
function validateSource(volume, at) {
	const sources = Object.keys(volume).filter((key) => key !== "name");
	if (sources.length === 0) return [required(at, "must specify a volume type")];
	const [first = "", ...others] = sources;
	return [...validateOne(volume, first, `${at}.${first}`), ...others.map((name) => forbidden(`${at}.${name}`, "may not specify more than 1 volume type"))];
}
function validateOne(volume, source, at) {
	const { configMap, secret, persistentVolumeClaim, hostPath } = volume;
	if (source === "configMap" && configMap) return [...configMap.name ? [] : [required(`${at}.name`)], ...validateItems(configMap.items ?? [], at)];
	if (source === "secret" && secret) return [...secret.secretName ? [] : [required(`${at}.secretName`)], ...validateItems(secret.items ?? [], at)];
	if (source === "persistentVolumeClaim" && persistentVolumeClaim) return persistentVolumeClaim.claimName ? [] : [required(`${at}.claimName`)];
	if (source === "hostPath" && hostPath) {
		if (!hostPath.path) return [required(`${at}.path`)];
		return hostPath.path.split("/").includes("..") ? [invalid(`${at}.path`, hostPath.path, "must not contain '..'")] : [];
	}
	return [];
}
function validateItems(items, at) {
	return items.flatMap(({ key, path }, index) => [...key ? [] : [required(`${at}.items[${index}].key`)], ...path ? validateDescending(path, `${at}.items[${index}].path`) : [required(`${at}.items[${index}].path`)]]);
}
// src/kinds/pod/validation.ts
/** Rules for Pods and Pod templates, in the real words and order (source: pkg/apis/core/validation). */
var RESTART_POLICIES = [
	"Always",
	"OnFailure",
	"Never"
];
var DNS_POLICIES = [
	"ClusterFirstWithHostNet",
	"ClusterFirst",
	"Default",
	"None"
];
var EFFECTS = [
	"NoSchedule",
	"PreferNoSchedule",
	"NoExecute"
];
var MAX_INT32 = 2 ** 31 - 1;
var MUTABLE = "pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)";
function validatePod(pod) {
	return validatePodSpec(pod.spec, "spec");
}
function validatePodTemplate(template, at) {
	const { metadata, spec } = template;
	return [
		...validateLabels(metadata?.labels, `${at}.labels`),
		...validateAnnotations(metadata?.annotations, `${at}.annotations`),
		...validatePodSpec(spec ?? { containers: [] }, `${at}.spec`),
		...(spec?.ephemeralContainers?.length ?? 0) > 0 ? [forbidden(`${at}.spec.ephemeralContainers`, "ephemeral containers not allowed in pod template")] : []
	];
}
function validatePodSpec(spec, at) {
	const errors = [
		...validateVolumes(spec.volumes ?? [], `${at}.volumes`),
		...validateContainers(spec, `${at}.containers`),
		...validateInitContainers(spec, `${at}.initContainers`)
	];
	if (!RESTART_POLICIES.includes(spec.restartPolicy ?? "")) errors.push(notSupported(`${at}.restartPolicy`, spec.restartPolicy, RESTART_POLICIES));
	if (!DNS_POLICIES.includes(spec.dnsPolicy ?? "")) errors.push(notSupported(`${at}.dnsPolicy`, spec.dnsPolicy, DNS_POLICIES));
	errors.push(...validateLabels(spec.nodeSelector, `${at}.nodeSelector`), ...validateDNSConfig(spec, `${at}.dnsConfig`));
	if (spec.serviceAccountName) for (const why of isDNS1123Subdomain(spec.serviceAccountName)) errors.push(invalid(`${at}.serviceAccountName`, spec.serviceAccountName, why));
	if (spec.nodeName) for (const why of isDNS1123Subdomain(spec.nodeName)) errors.push(invalid(`${at}.nodeName`, spec.nodeName, why));
	const { activeDeadlineSeconds: deadline, terminationGracePeriodSeconds: grace } = spec;
	if (deadline !== void 0 && (deadline < 1 || deadline > MAX_INT32)) errors.push(invalid(`${at}.activeDeadlineSeconds`, deadline, `must be between 1 and ${MAX_INT32}, inclusive`));
	for (const name of ["hostname", "subdomain"]) {
		const value = spec[name];
		if (value) for (const why of isDNS1123Label(value)) errors.push(invalid(`${at}.${name}`, value, why));
	}
	errors.push(...(spec.tolerations ?? []).flatMap((toleration, index) => validateToleration(toleration, `${at}.tolerations[${index}]`)));
	errors.push(...(spec.hostAliases ?? []).flatMap(({ ip }, index) => isIP(ip).map((why) => invalid(`${at}.hostAliases[${index}].ip`, ip, why))));
	if (spec.priorityClassName) for (const why of isDNS1123Subdomain(spec.priorityClassName)) errors.push(invalid(`${at}.priorityClassName`, spec.priorityClassName, why));
	if (grace !== void 0) errors.push(...nonNegative(grace, `${at}.terminationGracePeriodSeconds`));
	return errors;
}
function validateDNSConfig({ dnsPolicy, dnsConfig }, at) {
	if (dnsPolicy === "None") {
		if (!dnsConfig) return [required(at, "must provide `dnsConfig` when `dnsPolicy` is None")];
		if (!dnsConfig.nameservers?.length) return [required(`${at}.nameservers`, "must provide at least one DNS nameserver when `dnsPolicy` is None")];
	}
	const servers = dnsConfig?.nameservers ?? [];
	const errors = [];
	if (servers.length > 3) errors.push(invalid(`${at}.nameservers`, servers, "must not have more than 3 nameservers"));
	errors.push(...servers.flatMap((ip, index) => isIP(ip).map((why) => invalid(`${at}.nameservers[${index}]`, ip, why))));
	return errors;
}
function validateToleration(toleration, at) {
	const { key = "", operator = "Equal", value = "", effect = "", tolerationSeconds } = toleration;
	const errors = [];
	if (key) errors.push(...isLabelKey(key).map((why) => invalid(`${at}.key`, key, why)));
	if (!key && operator !== "Exists") errors.push(invalid(`${at}.operator`, operator, "operator must be Exists when `key` is empty, which means \"match all values and all keys\""));
	if (tolerationSeconds !== void 0 && effect !== "NoExecute") errors.push(invalid(`${at}.effect`, effect, "effect must be 'NoExecute' when `tolerationSeconds` is set"));
	if (operator === "Exists" && value) errors.push(invalid(`${at}.operator`, toleration, "value must be empty when `operator` is 'Exists'"));
	if (operator !== "Equal" && operator !== "Exists") errors.push(notSupported(`${at}.operator`, operator, ["Equal", "Exists"]));
	if (effect && !EFFECTS.includes(effect)) errors.push(notSupported(`${at}.effect`, effect, EFFECTS));
	return errors;
}
/** What may change in a Pod: images, a deadline, further tolerations. Everything else is Forbidden. */
function validatePodUpdate(pod, old, { subresource } = {}) {
	const part = validatePart(pod, old, subresource);
	if (part) return part;
	const errors = [];
	const { spec } = pod;
	for (const list of ["containers", "initContainers"]) {
		const [now, before] = [spec[list] ?? [], old.spec[list] ?? []];
		if (now.length !== before.length) {
			errors.push(forbidden(`spec.${list}`, "pod updates may not add or remove containers"));
			return errors;
		}
		now.forEach(({ image = "" }, index) => {
			if (image === "") errors.push(required(`spec.${list}[${index}].image`));
			else if (image.trim() !== image) errors.push(invalid(`spec.${list}[${index}].image`, image, "must not have leading or trailing whitespace"));
		});
	}
	const { activeDeadlineSeconds: deadline } = spec;
	if (deadline !== void 0 && (deadline < 0 || deadline > MAX_INT32)) errors.push(invalid("spec.activeDeadlineSeconds", deadline, `must be between 0 and ${MAX_INT32}, inclusive`));
	else if (deadline !== void 0 && old.spec.activeDeadlineSeconds !== void 0 && deadline > old.spec.activeDeadlineSeconds) errors.push(invalid("spec.activeDeadlineSeconds", deadline, "must be less than or equal to previous value"));
	const gates = old.spec.schedulingGates ?? [];
	const added = (spec.schedulingGates ?? []).find(({ name }) => !gates.some((one) => one.name === name));
	if (added) errors.push(forbidden("spec.schedulingGates", `only deletion is allowed, but found new scheduling gate '${added.name}'`));
	const kept = (old.spec.tolerations ?? []).every((one) => spec.tolerations?.some((other) => equal(one, other)));
	const frozen = frozenPart(spec, old.spec, kept);
	if (!equal(frozen, old.spec)) errors.push(forbidden("spec", `${MUTABLE}\n${podSpecDiff(old.spec, frozen)}`));
	return errors;
}
/** The new spec with what may change as it was before. */
function frozenPart(spec, old, tolerationsKept) {
	const restored = (now, before) => now.map((container, index) => ({
		...container,
		image: before?.[index]?.image ?? ""
	}));
	const { activeDeadlineSeconds: _d, terminationGracePeriodSeconds: _g, schedulingGates: _s, nodeSelector: _n, ...rest } = spec;
	const nodeSelector = (old.schedulingGates?.length ?? 0) > 0 && Object.entries(old.nodeSelector ?? {}).every(([key, value]) => spec.nodeSelector?.[key] === value) ? old.nodeSelector : spec.nodeSelector;
	const grace = (old.terminationGracePeriodSeconds ?? 0) < 0 && spec.terminationGracePeriodSeconds === 1 ? old.terminationGracePeriodSeconds : spec.terminationGracePeriodSeconds;
	return {
		...rest,
		...old.schedulingGates && { schedulingGates: old.schedulingGates },
		...nodeSelector && { nodeSelector },
		containers: restored(spec.containers ?? [], old.containers),
		...spec.initContainers && { initContainers: restored(spec.initContainers, old.initContainers) },
		...old.activeDeadlineSeconds !== void 0 && { activeDeadlineSeconds: old.activeDeadlineSeconds },
		...grace !== void 0 && { terminationGracePeriodSeconds: grace },
		...tolerationsKept && old.tolerations && { tolerations: old.tolerations }
	};
}
// src/kinds/workload.ts
/** What the kinds that run Pods from a template have in common. */
var OPERATORS = [
	"In",
	"NotIn",
	"Exists",
	"DoesNotExist"
];
/** Rules of a label selector (source: apimachinery's meta/v1/validation). */
function validateLabelSelector(selector, at) {
	const errors = [];
	for (const key of Object.keys(selector?.matchLabels ?? {}).sort()) {
		const value = selector?.matchLabels?.[key];
		for (const why of isLabelKey(key)) errors.push(invalid(`${at}.matchLabels`, key, why));
		for (const why of isLabelValue(value)) errors.push(invalid(`${at}.matchLabels[${key}]`, value, why));
	}
	(selector?.matchExpressions ?? []).forEach(({ key, operator, values = [] }, index) => {
		const one = `${at}.matchExpressions[${index}]`;
		if (operator === "In" || operator === "NotIn") {
			if (values.length === 0) errors.push(required(`${one}.values`, "must be specified when `operator` is 'In' or 'NotIn'"));
		} else if (operator === "Exists" || operator === "DoesNotExist") {
			if (values.length > 0) errors.push(forbidden(`${one}.values`, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"));
		} else if (!OPERATORS.includes(operator)) errors.push(invalid(`${one}.operator`, operator, "not a valid selector operator"));
		for (const why of isLabelKey(key)) errors.push(invalid(`${one}.key`, key, why));
		values.forEach((value, at2) => {
			for (const why of isLabelValue(value)) errors.push(invalid(`${one}.values[${at2}]`, value, why));
		});
	});
	return errors;
}
function isEmptySelector(selector) {
	return Object.keys(selector?.matchLabels ?? {}).length + (selector?.matchExpressions?.length ?? 0) === 0;
}
/** The rule on spec.selector: there, well formed and not empty (`detail` says of what). */
function validateSpecSelector(selector, detail) {
	if (!selector || Object.keys(selector).length === 0) return [required("spec.selector")];
	const errors = validateLabelSelector(selector, "spec.selector");
	if (isEmptySelector(selector)) errors.push(invalid("spec.selector", selector, detail));
	return errors;
}
/** The rules on spec.template: its labels are selected, and the Pods it makes are valid. */
function validateTemplate(selector, template, kind = "ReplicaSet", restarts = ["Always"]) {
	const errors = [];
	const labels = template.metadata?.labels;
	if (!fits(selector, labels)) errors.push(invalid("spec.template.metadata.labels", labels ?? null, "`selector` does not match template `labels`"));
	errors.push(...validatePodTemplate(template, "spec.template"));
	const { restartPolicy, activeDeadlineSeconds } = template.spec ?? {};
	if (restartPolicy !== void 0 && !restarts.includes(restartPolicy)) errors.push(notSupported("spec.template.spec.restartPolicy", restartPolicy, restarts));
	if (activeDeadlineSeconds !== void 0) errors.push(forbidden("spec.template.spec.activeDeadlineSeconds", `activeDeadlineSeconds in ${kind} is not Supported`));
	return errors;
}
function fits(selector, labels) {
	try {
		return !isEmptySelector(selector) && matches(fromLabelSelector(selector), labels ?? {});
	} catch {
		return true;
	}
}
/** `spec.selector: Invalid value: {...}: field is immutable` */
function validateImmutable(now, before, at) {
	return equal(now, before) ? [] : [invalid(at, now ?? null, "field is immutable")];
}
/** The columns that -o wide adds: containers, images, selector. */
function wideColumns() {
	const containers = ({ spec }) => spec.template?.spec?.containers ?? [];
	return [...containerColumns(containers), text("Selector", ({ spec }) => formatSelector(spec.selector), true)];
}
// src/kinds/secret/index.ts
var TOKEN_TYPE = "kubernetes.io/service-account-token";
/** Whose token the Secret is for. */
var ACCOUNT_ANNOTATION = "kubernetes.io/service-account.name";
/** What a type of Secret must have. */
var REQUIRED_KEYS = {
	"kubernetes.io/dockercfg": [".dockercfg"],
	"kubernetes.io/dockerconfigjson": [".dockerconfigjson"],
	"kubernetes.io/ssh-auth": ["ssh-privatekey"],
	"kubernetes.io/tls": ["tls.crt", "tls.key"]
};
/** Data that is not for everybody's eyes. */
var secrets = define("v1", "secrets", {
	defaults: (secret) => fill(withStringData(secret), { type: "Opaque" }),
	validate: validate$1,
	validateUpdate: (secret, old) => {
		const errors = validateImmutable(secret.type, old.type, "type");
		if (old.immutable) {
			if (!secret.immutable) errors.push(forbidden("immutable", "field is immutable when `immutable` is set"));
			if (!equal(secret.data, old.data)) errors.push(forbidden("data", "field is immutable when `immutable` is set"));
		}
		return [...errors, ...validate$1(secret)];
	},
	selectableFields: { type: ({ type }) => type ?? "" },
	columns: [
		nameColumn,
		text("Type", ({ type }) => type ?? ""),
		integer("Data", ({ data }) => Object.keys(data ?? {}).length),
		ageColumn
	]
});
/** stringData is written only: it goes into data. */
function withStringData(secret) {
	const { stringData, ...rest } = secret;
	if (!stringData) return secret;
	const data = { ...secret.data };
	for (const [key, value] of Object.entries(stringData)) data[key] = toBase64(value);
	return {
		...rest,
		data
	};
}
function toBase64(value) {
	let bytes = "";
	for (const byte of new TextEncoder().encode(value)) bytes += String.fromCharCode(byte);
	return btoa(bytes);
}
function validate$1({ metadata, data = {}, type = "" }) {
	const errors = [];
	let size = 0;
	for (const key of Object.keys(data).sort()) {
		errors.push(...isConfigMapKey(key).map((why) => invalid(`data[${key}]`, key, why)));
		size += data[key].length * 3 / 4;
	}
	if (size > 1048576) errors.push(tooLong("data", MAX_DATA_BYTES));
	if (type === "kubernetes.io/service-account-token" && !metadata.annotations?.["kubernetes.io/service-account.name"]) errors.push(required(`metadata.annotations[${ACCOUNT_ANNOTATION}]`));
	for (const key of REQUIRED_KEYS[type] ?? []) if (!(key in data)) errors.push(required(`data[${key}]`));
	if (type === "kubernetes.io/basic-auth" && !("username" in data) && !("password" in data)) errors.push(required("data[username]"), required("data[password]"));
	return errors;
}
// src/kinds/storageclass/index.ts
var DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class";
var BETA_DEFAULT_CLASS = "storageclass.beta.kubernetes.io/is-default-class";
/** Whether claims that name no class get this one. */
function isDefaultClass({ metadata: { annotations } }) {
	return annotations?.[DEFAULT_CLASS] === "true" || annotations?.[BETA_DEFAULT_CLASS] === "true";
}
/** How volumes are made for claims. */
var storageClasses = define("storage.k8s.io/v1", "storageclasses", {
	...freshStorageClass,
	validate,
	validateUpdate: (now, old) => [
		...validate(now),
		...validateImmutable(now.parameters, old.parameters, "parameters"),
		...validateImmutable(now.provisioner, old.provisioner, "provisioner"),
		...validateImmutable(now.reclaimPolicy, old.reclaimPolicy, "reclaimPolicy"),
		...validateImmutable(now.volumeBindingMode, old.volumeBindingMode, "volumeBindingMode")
	],
	columns: [
		{
			...nameColumn,
			cell: (one) => isDefaultClass(one) ? `${one.metadata.name} (default)` : one.metadata.name
		},
		text("Provisioner", ({ provisioner }) => provisioner),
		text("ReclaimPolicy", ({ reclaimPolicy }) => reclaimPolicy ?? "Delete"),
		text("VolumeBindingMode", ({ volumeBindingMode }) => volumeBindingMode ?? "<unset>"),
		{
			name: "AllowVolumeExpansion",
			type: "string",
			cell: ({ allowVolumeExpansion }) => String(allowVolumeExpansion ?? false)
		},
		ageColumn
	]
});
function validate({ provisioner }) {
	return provisioner ? [] : [required("provisioner")];
}
export { text as A, configMaps as C, createdAtColumn as D, containerColumns as E, validateAccessModes as M, integer as O, validateMetadataUpdate as S, ageColumn as T, goType as _, secrets as a, validateLabels as b, validateSpecSelector as c, validatePod as d, validatePodTemplate as f, goFields as g, qosClassOf as h, TOKEN_TYPE as i, accessModesText as j, nameColumn as k, validateTemplate as l, preparePodUpdate as m, storageClasses as n, validateImmutable as o, validatePodUpdate as p, ACCOUNT_ANNOTATION as r, validateLabelSelector as s, isDefaultClass as t, wideColumns as u, nonNegative as v, age as w, validateMetadata as x, portErrors as y };
