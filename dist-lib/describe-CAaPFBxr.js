import { o as ALL_NAMESPACES, s as CHUNK_SIZE, v as SELECTOR, x as filenameFlags } from "./kubectl-Dwlf-DqN.js";
import { A as isNotFound, O as StatusError, _ as isObject, a as completeTypeAndName, d as groupVersion, u as groupResource, v as itemsOf, w as CommandError, y as metadataOf } from "./live-DW4PX-bo.js";
import { l as now } from "./sys-DzG-ihIq.js";
import { a as orNone, c as writeAnnotations, d as writeEvents, f as writeHead, i as eventsOf, l as writeConditions, m as writeLabels, n as controllerOf, o as since, p as writeHeadWithSelector, s as timeText, u as writeEventList } from "./describe-CD4VC7qr.js";
import { a as fromLabelSelector, i as formatSelector, n as formatLabels, r as formatRequirements } from "./selector-DOdAZD_P.js";
import { a as writePodTemplate, c as writeTopologySpread, i as writeContainers, l as writeVolumes, n as sameTemplate, o as writeResources, r as volumeLines, s as writeTolerations, t as ownReplicaSets } from "./revisions-BebZoPUc.js";
import { a as formatQuantity, n as addQuantity, o as parseQuantity, r as canonicalQuantity } from "./quantity-yctvb4CZ.js";
import { j as accessModesText, t as isDefaultClass } from "./storageclass-BXNFfOKR.js";
import { n as compactRules, r as ruleCells } from "./compact-CA2gv8ZU.js";
import { d as escapeTerminal, l as DESCRIBE_COLUMNS, u as TabWriter } from "./printer-DzE4IJcq.js";
import { o as formatValue, p as withInts } from "./yaml-B_WFZAc6.js";
import { i as getObject, l as select, n as builderOptions, o as listObjects, r as fetchObjects } from "./builder-AkFWgCoJ.js";
import { f as visitAll } from "./common-r3JoOt2D.js";
import { SUGGEST_API_RESOURCES } from "./get-D26HBMH0.js";
// src/kinds/configmap/describe.ts
var describeConfigMap = function* (map, w, context) {
	writeHead(w, map);
	w.write(0, "\nData\n====\n");
	for (const [key, value] of sorted(map.data)) {
		w.write(0, `${key}:\n----\n`);
		w.write(0, `${value}\n`);
		w.write(0, "\n");
	}
	w.write(0, "\nBinaryData\n====\n");
	for (const [key, value] of sorted(map.binaryData)) w.write(0, `${key}: ${atob(value).length} bytes\n`);
	w.write(0, "\n");
	yield* writeEvents(w, map, context);
};
function sorted(data) {
	return Object.entries(data ?? {}).sort(([a], [b]) => a < b ? -1 : 1);
}
// src/kinds/job/describe.ts
/** Longer lists of indexes are cut at a comma before this length. */
var MAX_INDEXES = 50;
var describeJob = function* (job, w, context) {
	const { spec, status } = job;
	writeHeadWithSelector(w, job, formatRequirements(fromLabelSelector(spec.selector)));
	const controller = controllerOf(job);
	if (controller !== "") w.write(0, `Controlled By:\t${controller}\n`);
	if (spec.parallelism !== void 0) w.write(0, `Parallelism:\t${spec.parallelism}\n`);
	w.write(0, `Completions:\t${spec.completions ?? "<unset>"}\n`);
	if (spec.completionMode) w.write(0, `Completion Mode:\t${spec.completionMode}\n`);
	if (spec.suspend !== void 0) w.write(0, `Suspend:\t${spec.suspend}\n`);
	if (spec.backoffLimit !== void 0) w.write(0, `Backoff Limit:\t${spec.backoffLimit}\n`);
	if (spec.ttlSecondsAfterFinished !== void 0) w.write(0, `TTL Seconds After Finished:\t${spec.ttlSecondsAfterFinished}\n`);
	const { startTime, completionTime } = status;
	if (startTime) w.write(0, `Start Time:\t${timeText(startTime)}\n`);
	if (completionTime) w.write(0, `Completed At:\t${timeText(completionTime)}\n`);
	if (startTime && completionTime) w.write(0, `Duration:\t${since(startTime, Date.parse(completionTime))}\n`);
	if (spec.activeDeadlineSeconds !== void 0) w.write(0, `Active Deadline Seconds:\t${spec.activeDeadlineSeconds}s\n`);
	const ready = status.ready === void 0 ? "" : ` (${status.ready} Ready)`;
	w.write(0, `Pods Statuses:\t${status.active ?? 0} Active${ready} / ${status.succeeded ?? 0} Succeeded / ${status.failed ?? 0} Failed\n`);
	if (spec.completionMode === "Indexed") w.write(0, `Completed Indexes:\t${cut(status.completedIndexes ?? "")}\n`);
	writePodTemplate(w, spec.template);
	yield* writeEvents(w, job, context);
};
function cut(indexes) {
	if (indexes === "") return "<none>";
	if (indexes.length <= MAX_INDEXES) return indexes;
	return `${indexes.slice(0, indexes.lastIndexOf(",", 49) + 1)}...`;
}
/** What a CronJob says of the Jobs that it will make. */
function writeJobTemplate(w, spec) {
	w.write(0, `Selector:\t${spec?.selector ? formatRequirements(fromLabelSelector(spec.selector)) : "<unset>"}\n`);
	w.write(0, `Parallelism:\t${spec?.parallelism ?? "<unset>"}\n`);
	w.write(0, `Completions:\t${spec?.completions ?? "<unset>"}\n`);
	if (spec?.activeDeadlineSeconds !== void 0) w.write(0, `Active Deadline Seconds:\t${spec.activeDeadlineSeconds}s\n`);
	writePodTemplate(w, spec?.template);
}
// src/kinds/cronjob/describe.ts
var UNSET$1 = "<unset>";
var describeCronJob = function* (cronJob, w, context) {
	const { spec, status } = cronJob;
	writeHead(w, cronJob);
	w.write(0, `Schedule:\t${spec.schedule}\n`);
	w.write(0, `Concurrency Policy:\t${spec.concurrencyPolicy ?? ""}\n`);
	w.write(0, `Suspend:\t${spec.suspend === void 0 ? UNSET$1 : spec.suspend ? "True" : "False"}\n`);
	w.write(0, `Time Zone:\t${spec.timeZone ?? UNSET$1}\n`);
	w.write(0, `Successful Job History Limit:\t${spec.successfulJobsHistoryLimit ?? UNSET$1}\n`);
	w.write(0, `Failed Job History Limit:\t${spec.failedJobsHistoryLimit ?? UNSET$1}\n`);
	const deadline = spec.startingDeadlineSeconds;
	w.write(0, `Starting Deadline Seconds:\t${deadline === void 0 ? UNSET$1 : `${deadline}s`}\n`);
	writeJobTemplate(w, spec.jobTemplate.spec);
	w.write(0, `Last Schedule Time:\t${status.lastScheduleTime ? timeText(status.lastScheduleTime) : UNSET$1}\n`);
	w.write(0, `Active Jobs:\t${(status.active ?? []).map(({ name }) => name).join(", ") || "<none>"}\n`);
	yield* writeEvents(w, cronJob, context);
};
// src/kinds/replicaset/describe.ts
var describeReplicaSet = function* (set, w, context) {
	const { spec, status } = set;
	writeHeadWithSelector(w, set, formatSelector(spec.selector));
	const controller = controllerOf(set);
	if (controller !== "") w.write(0, `Controlled By:\t${controller}\n`);
	w.write(0, `Replicas:\t${status.replicas} current / ${spec.replicas ?? 1} desired\n`);
	w.write(0, `Pods Status:\t${yield* podsStatus(context, set, spec.selector)}\n`);
	writePodTemplate(w, spec.template);
	writeConditions(w, status.conditions);
	yield* writeEvents(w, set, context);
};
/** How the Pods of a controller are doing: `1 Running / 0 Waiting / 0 Succeeded / 0 Failed`. */
function* podsStatus(context, { metadata }, selector) {
	const labelSelector = formatRequirements(fromLabelSelector(selector));
	const own = ((yield* context.list(`/api/v1/namespaces/${metadata.namespace}/pods`, { labelSelector })) ?? []).filter((pod) => pod.metadata.ownerReferences?.some((owner) => owner.controller && owner.uid === metadata.uid));
	const count = (phase) => own.filter((pod) => pod.status.phase === phase).length;
	return `${count("Running")} Running / ${count("Pending")} Waiting / ${count("Succeeded")} Succeeded / ${count("Failed")} Failed`;
}
// src/kinds/daemonset/describe.ts
var describeDaemonSet = function* (set, w, context) {
	const { metadata, spec, status } = set;
	w.write(0, `Name:\t${metadata.name}\n`);
	w.write(0, `Namespace:\t${metadata.namespace ?? ""}\n`);
	w.write(0, `Selector:\t${formatRequirements(fromLabelSelector(spec.selector))}\n`);
	w.write(0, `Node-Selector:\t${formatLabels(spec.template.spec?.nodeSelector)}\n`);
	writeLabels(w, "Labels", metadata.labels);
	writeAnnotations(w, "Annotations", metadata.annotations);
	w.write(0, `Desired Number of Nodes Scheduled: ${status.desiredNumberScheduled}\n`);
	w.write(0, `Current Number of Nodes Scheduled: ${status.currentNumberScheduled}\n`);
	w.write(0, `Number of Nodes Scheduled with Up-to-date Pods: ${status.updatedNumberScheduled ?? 0}\n`);
	w.write(0, `Number of Nodes Scheduled with Available Pods: ${status.numberAvailable ?? 0}\n`);
	w.write(0, `Number of Nodes Misscheduled: ${status.numberMisscheduled}\n`);
	w.write(0, `Pods Status:\t${yield* podsStatus(context, set, spec.selector)}\n`);
	writePodTemplate(w, spec.template);
	yield* writeEvents(w, set, context);
};
// src/kinds/deployment/describe.ts
var describeDeployment = function* (deployment, w, context) {
	const { metadata, spec, status } = deployment;
	w.write(0, `Name:\t${metadata.name}\n`);
	w.write(0, `Namespace:\t${metadata.namespace ?? ""}\n`);
	w.write(0, `CreationTimestamp:\t${timeText(metadata.creationTimestamp)}\n`);
	writeLabels(w, "Labels", metadata.labels);
	writeAnnotations(w, "Annotations", metadata.annotations);
	w.write(0, `Selector:\t${formatSelector(spec.selector)}\n`);
	const { updatedReplicas = 0, replicas = 0, availableReplicas = 0, unavailableReplicas = 0 } = status;
	w.write(0, `Replicas:\t${spec.replicas ?? 1} desired | ${updatedReplicas} updated | ${replicas} total | ${availableReplicas} available | ${unavailableReplicas} unavailable\n`);
	w.write(0, `StrategyType:\t${spec.strategy?.type ?? ""}\n`);
	w.write(0, `MinReadySeconds:\t${spec.minReadySeconds ?? 0}\n`);
	const rolling = spec.strategy?.rollingUpdate;
	if (rolling) w.write(0, `RollingUpdateStrategy:\t${rolling.maxUnavailable} max unavailable, ${rolling.maxSurge} max surge\n`);
	writePodTemplate(w, spec.template);
	writeConditions(w, status.conditions);
	const labelSelector = formatRequirements(fromLabelSelector(spec.selector));
	const all = (yield* context.list(`/apis/apps/v1/namespaces/${metadata.namespace}/replicasets`, { labelSelector })) ?? [];
	const own = ownReplicaSets(deployment, all);
	const current = own.find((set) => sameTemplate(set.spec.template, spec.template));
	if (own.length > 0) {
		w.write(0, `OldReplicaSets:\t${listSets(own.filter((set) => set !== current))}\n`);
		w.write(0, `NewReplicaSet:\t${listSets(current ? [current] : [])}\n`);
	}
	yield* writeEvents(w, deployment, context);
};
function listSets(sets) {
	return sets.map((set) => `${set.metadata.name} (${set.status.replicas}/${set.spec.replicas ?? 1} replicas created)`).join(", ") || "<none>";
}
// src/kinds/endpoints/describe.ts
var describeEndpoints = function* (endpoints, w, context) {
	writeHead(w, endpoints);
	w.write(0, "Subsets:\n");
	for (const { addresses = [], notReadyAddresses = [], ports = [] } of endpoints.subsets ?? []) {
		w.write(1, `Addresses:\t${orNone(addresses.map((one) => one.ip).join(","))}\n`);
		w.write(1, `NotReadyAddresses:\t${orNone(notReadyAddresses.map((one) => one.ip).join(","))}\n`);
		if (ports.length > 0) {
			w.write(1, "Ports:\n");
			w.write(2, "Name	Port	Protocol\n");
			w.write(2, "----	----	--------\n");
			for (const port of ports) w.write(2, `${port.name || "<unset>"}\t${port.port}\t${port.protocol ?? ""}\n`);
		}
		w.write(0, "\n");
	}
	yield* writeEvents(w, endpoints, context);
};
// src/kinds/endpointslice/describe.ts
var UNSET = "<unset>";
var describeEndpointSlice = function* (slice, w, context) {
	writeHead(w, slice);
	w.write(0, `AddressType:\t${slice.addressType}\n`);
	if (!slice.ports?.length) w.write(0, "Ports: <unset>\n");
	else {
		w.write(0, "Ports:\n");
		w.write(1, "Name	Port	Protocol\n");
		w.write(1, "----	----	--------\n");
		for (const port of slice.ports) w.write(1, `${port.name || UNSET}\t${port.port ?? UNSET}\t${port.protocol ?? ""}\n`);
	}
	const endpoints = slice.endpoints ?? [];
	w.write(0, endpoints.length === 0 ? "Endpoints: <none>\n" : "Endpoints:\n");
	for (const endpoint of endpoints) {
		w.write(1, `- Addresses:\t${orNone(endpoint.addresses.join(", "))}\n`);
		w.write(2, "Conditions:\n");
		w.write(3, `Ready:\t${endpoint.conditions?.ready ?? UNSET}\n`);
		w.write(2, `Hostname:\t${endpoint.hostname ?? UNSET}\n`);
		if (endpoint.targetRef) w.write(2, `TargetRef:\t${endpoint.targetRef.kind}/${endpoint.targetRef.name}\n`);
		w.write(2, `NodeName:\t${endpoint.nodeName ?? UNSET}\n`);
		w.write(2, `Zone:\t${endpoint.zone ?? UNSET}\n`);
	}
	yield* writeEvents(w, slice, context);
};
// src/kinds/horizontalpodautoscaler/describe.ts
var UNKNOWN = "<unknown>";
var describeHorizontalPodAutoscaler = function* (autoscaler, w, context) {
	const { metadata, spec, status } = autoscaler;
	writeHead(w, autoscaler);
	w.write(0, `CreationTimestamp:\t${timeText(metadata.creationTimestamp)}\n`);
	w.write(0, `Reference:\t${spec.scaleTargetRef.kind}/${spec.scaleTargetRef.name}\n`);
	w.write(0, "Metrics:	( current / target )\n");
	(spec.metrics ?? []).forEach((metric, index) => {
		w.write(1, metricLine(metric, status.currentMetrics?.[index]));
	});
	w.write(0, `Min replicas:\t${spec.minReplicas ?? "<unset>"}\n`);
	w.write(0, `Max replicas:\t${spec.maxReplicas}\n`);
	if (spec.behavior) {
		w.write(0, "Behavior:\n");
		writeRules$1(w, "Scale Up", spec.behavior.scaleUp);
		writeRules$1(w, "Scale Down", spec.behavior.scaleDown);
	}
	w.write(0, `${spec.scaleTargetRef.kind} pods:\t${status.currentReplicas ?? 0} current / ${status.desiredReplicas} desired\n`);
	if (status.conditions?.length) {
		w.write(0, "Conditions:\n");
		w.write(1, "Type	Status	Reason	Message\n");
		w.write(1, "----	------	------	-------\n");
		for (const { type, status: is, reason = "", message = "" } of status.conditions) w.write(1, `${type}\t${is}\t${reason}\t${message}\n`);
	}
	yield* writeEvents(w, autoscaler, context);
};
var quantity = (value) => value === void 0 ? UNKNOWN : canonicalQuantity(value);
function metricLine(metric, current) {
	const { resource, containerResource, pods, object, external } = metric;
	if (resource) return `resource ${resource.name} on pods${ofRequest(resource.target, current?.resource?.current)}`;
	if (containerResource) {
		const { name, container, target } = containerResource;
		return `resource ${name} of container "${container}" on pods${ofRequest(target, current?.containerResource?.current)}`;
	}
	if (pods) return `"${pods.metric.name}" on pods:\t${quantity(current?.pods?.current.averageValue)} / ${quantity(pods.target.averageValue)}\n`;
	if (object) {
		const { kind, name } = object.describedObject;
		return `"${object.metric.name}" on ${kind}/${name} ${ofValue(object.target, current?.object?.current)}`;
	}
	if (external) return `"${external.metric.name}" ${ofValue(external.target, current?.external?.current)}`;
	return `<unknown metric type "${metric.type}">\n`;
}
function ofRequest(target, current) {
	if (target.averageValue !== void 0) return `:\t${quantity(current?.averageValue)} / ${quantity(target.averageValue)}\n`;
	return `  (as a percentage of request):\t${current?.averageUtilization === void 0 ? UNKNOWN : `${current.averageUtilization}% (${quantity(current.averageValue)})`} / ${target.averageUtilization === void 0 ? "<auto>" : `${target.averageUtilization}%`}\n`;
}
function ofValue(target, current) {
	return target.averageValue === void 0 ? `(target value):\t${quantity(current?.value)} / ${quantity(target.value)}\n` : `(target average value):\t${quantity(current?.averageValue)} / ${quantity(target.averageValue)}\n`;
}
function writeRules$1(w, direction, rules) {
	if (!rules) return;
	w.write(1, `${direction}:\n`);
	if (rules.stabilizationWindowSeconds !== void 0) w.write(2, `Stabilization Window: ${rules.stabilizationWindowSeconds} seconds\n`);
	if (!rules.policies?.length) return;
	w.write(2, `Select Policy: ${rules.selectPolicy ?? "Max"}\n`);
	w.write(2, "Policies:\n");
	for (const { type, value, periodSeconds } of rules.policies) w.write(3, `- Type: ${type}\tValue: ${value}\tPeriod: ${periodSeconds} seconds\n`);
}
// src/kinds/service/describe.ts
var SERVICE_NAME_LABEL = "kubernetes.io/service-name";
/** As many endpoints are listed; the rest is counted. */
var MAX_ENDPOINTS = 3;
var describeService = function* (service, w, context) {
	const { metadata, spec, status } = service;
	const slices = yield* context.list(`/apis/discovery.k8s.io/v1/namespaces/${metadata.namespace}/endpointslices`, { labelSelector: `${SERVICE_NAME_LABEL}=${metadata.name}` });
	writeHead(w, service);
	w.write(0, `Selector:\t${formatLabels(spec.selector)}\n`);
	w.write(0, `Type:\t${spec.type ?? ""}\n`);
	if (spec.ipFamilyPolicy) w.write(0, `IP Family Policy:\t${spec.ipFamilyPolicy}\n`);
	w.write(0, `IP Families:\t${orNone((spec.ipFamilies ?? []).join(","))}\n`);
	w.write(0, `IP:\t${spec.clusterIP ?? ""}\n`);
	w.write(0, `IPs:\t${orNone((spec.clusterIPs ?? []).join(","))}\n`);
	if (spec.externalIPs?.length) w.write(0, `External IPs:\t${spec.externalIPs.join(",")}\n`);
	if (spec.loadBalancerIP) w.write(0, `Desired LoadBalancer IP:\t${spec.loadBalancerIP}\n`);
	if (spec.externalName) w.write(0, `External Name:\t${spec.externalName}\n`);
	const ingress = status.loadBalancer?.ingress ?? [];
	if (ingress.length > 0) w.write(0, `LoadBalancer Ingress:\t${ingress.map(ingressText).join(", ")}\n`);
	for (const port of spec.ports ?? []) {
		const name = port.name || "<unset>";
		const protocol = port.protocol ?? "TCP";
		w.write(0, `Port:\t${name}\t${port.port}/${protocol}\n`);
		w.write(0, `TargetPort:\t${port.targetPort ?? port.port}/${protocol}\n`);
		if (port.appProtocol) w.write(0, `AppProtocol:\t${port.appProtocol}\n`);
		if (port.nodePort) w.write(0, `NodePort:\t${name}\t${port.nodePort}/${protocol}\n`);
		w.write(0, `Endpoints:\t${endpointsText(slices ?? [], port.name ?? "")}\n`);
	}
	w.write(0, `Session Affinity:\t${spec.sessionAffinity ?? ""}\n`);
	if (spec.externalTrafficPolicy) w.write(0, `External Traffic Policy:\t${spec.externalTrafficPolicy}\n`);
	if (spec.internalTrafficPolicy) w.write(0, `Internal Traffic Policy:\t${spec.internalTrafficPolicy}\n`);
	if (spec.healthCheckNodePort) w.write(0, `HealthCheck NodePort:\t${spec.healthCheckNodePort}\n`);
	if (spec.loadBalancerSourceRanges?.length) w.write(0, `LoadBalancer Source Ranges:\t${spec.loadBalancerSourceRanges.join(",")}\n`);
	if (spec.trafficDistribution) w.write(0, `Traffic Distribution:\t${spec.trafficDistribution}\n`);
	yield* writeEvents(w, service, context);
};
function ingressText({ ip, ipMode, hostname }) {
	if (!ip) return hostname ?? "";
	return ipMode ? `${ip} (${ipMode})` : ip;
}
/** The ready addresses behind one port of the service, `1.2.3.4:80,...`; `<none>` only when there is no slice at all. */
function endpointsText(slices, portName) {
	if (slices.length === 0) return "<none>";
	const ready = slices.flatMap((slice) => {
		const endpoints = (slice.endpoints ?? []).filter((endpoint) => endpoint.conditions?.ready ?? true);
		if (!slice.ports?.length) return endpoints.map((endpoint) => endpoint.addresses[0] ?? "");
		return slice.ports.filter((port) => (port.name ?? "") === portName).flatMap((port) => endpoints.map((endpoint) => hostPort(endpoint.addresses[0] ?? "", port.port)));
	});
	const shown = ready.slice(0, MAX_ENDPOINTS).join(",");
	return ready.length > MAX_ENDPOINTS ? `${shown} + ${ready.length - MAX_ENDPOINTS} more...` : shown;
}
function hostPort(address, port) {
	return `${address.includes(":") ? `[${address}]` : address}:${port ?? 0}`;
}
// src/kinds/ingress/describe.ts
var describeIngress = function* (ingress, w, context) {
	const { metadata, spec, status } = ingress;
	const addresses = (status.loadBalancer?.ingress ?? []).map(({ ip, hostname }) => ip || hostname || "").filter((one) => one !== "");
	w.write(0, `Name:\t${metadata.name}\n`);
	writeLabels(w, "Labels", metadata.labels);
	w.write(0, `Namespace:\t${metadata.namespace ?? ""}\n`);
	w.write(0, `Address:\t${[...new Set(addresses)].sort().join(",")}\n`);
	w.write(0, `Ingress Class:\t${spec.ingressClassName ?? "<none>"}\n`);
	const fallback = spec.defaultBackend ? yield* backendText(ingress, spec.defaultBackend, context) : "<default>";
	w.write(0, `Default backend:\t${fallback}\n`);
	if (spec.tls?.length) {
		w.write(0, "TLS:\n");
		for (const { secretName, hosts } of spec.tls) w.write(1, `${secretName ? `${secretName} terminates` : "SNI routes"} ${(hosts ?? []).join(",")}\n`);
	}
	w.write(0, "Rules:\n  Host	Path	Backends\n");
	w.write(1, "----	----	--------\n");
	const rules = (spec.rules ?? []).filter(({ http }) => http);
	for (const { host, http } of rules) {
		w.write(1, `${host || "*"}\t\n`);
		for (const { path = "", backend } of http?.paths ?? []) w.write(2, `\t${path} \t${yield* backendText(ingress, backend, context)}\n`);
	}
	if (rules.length === 0) w.write(1, `*\t*\t${fallback}\n`);
	writeAnnotations(w, "Annotations", metadata.annotations);
	yield* writeEvents(w, ingress, context);
};
/** `web:80 (10.244.0.5:8080)`: where a backend's requests go now. */
function* backendText({ metadata }, { service, resource }, context) {
	if (resource) return `APIGroup: ${resource.apiGroup ?? "<none>"}, Kind: ${resource.kind}, Name: ${resource.name}`;
	if (!service) return "";
	const { name, port } = service;
	const shown = `${name}:${port?.number || (port?.name ?? "")}`;
	const slices = yield* context.list(`/apis/discovery.k8s.io/v1/namespaces/${metadata.namespace}/endpointslices`, { labelSelector: `${SERVICE_NAME_LABEL}=${name}` });
	const found = yield* context.get(`/api/v1/namespaces/${metadata.namespace}/services/${name}`);
	if (!found) return `${shown} (<error: services "${name}" not found>)`;
	const target = found.spec.ports?.find((one) => port?.number ? one.port === port.number : one.name === port?.name);
	return `${shown} (${endpointsText(slices ?? [], target?.name ?? "")})`;
}
// src/kinds/ingressclass/describe.ts
var describeIngressClass = function* (one, w, context) {
	const { controller = "", parameters } = one.spec;
	writeHead(w, one);
	w.write(0, `Controller:\t${controller}\n`);
	if (parameters) {
		w.write(0, "Parameters:\n");
		if (parameters.apiGroup !== void 0) w.write(1, `APIGroup:\t${parameters.apiGroup}\n`);
		w.write(1, `Kind:\t${parameters.kind}\n`);
		w.write(1, `Name:\t${parameters.name}\n`);
	}
	yield* writeEvents(w, one, context);
};
// src/kinds/limitrange/describe.ts
var TITLES = "Type	Resource	Min	Max	Default Request	Default Limit	Max Limit/Request Ratio\n";
var RULE = "----	--------	---	---	---------------	-------------	-----------------------\n";
var describeLimitRange = function* (range, w) {
	w.write(0, `Name:\t${range.metadata.name}\n`);
	w.write(0, `Namespace:\t${range.metadata.namespace ?? ""}\n`);
	w.write(0, TITLES);
	w.write(0, RULE);
	writeLimits(w, range, "");
};
/** The section of a Namespace's description. */
function writeLimitRanges(w, ranges) {
	if (ranges.length === 0) {
		w.write(0, "No LimitRange resource.\n");
		return;
	}
	w.write(0, `Resource Limits\n ${TITLES}`);
	w.write(0, ` ${RULE}`);
	for (const range of ranges) writeLimits(w, range, " ");
}
function writeLimits(w, { spec }, prefix) {
	for (const limit of spec.limits) {
		const columns = [
			limit.min,
			limit.max,
			limit.defaultRequest,
			limit.default,
			limit.maxLimitRequestRatio
		];
		const names = [...new Set(columns.flatMap((column) => Object.keys(column ?? {})))].sort();
		for (const name of names) {
			const cells = columns.map((column) => column?.[name] === void 0 ? "-" : canonicalQuantity(column[name]));
			w.write(0, `${prefix}${limit.type}\t${name}\t${cells.join("	")}\n`);
		}
	}
}
// src/kinds/resourcequota/describe.ts
/** What each scope selects, in one line. */
var SCOPE_HELP = {
	Terminating: "Matches all pods that have an active deadline. These pods have a limited lifespan on a node before being actively terminated by the system.",
	NotTerminating: "Matches all pods that do not have an active deadline. These pods usually include long running pods whose container command is not expected to terminate.",
	BestEffort: "Matches all pods that do not have resource requirements set. These pods have a best effort quality of service.",
	NotBestEffort: "Matches all pods that have at least one resource requirement set. These pods have a burstable or guaranteed quality of service."
};
var describeResourceQuota = function* (quota, w) {
	w.write(0, `Name:\t${quota.metadata.name}\n`);
	w.write(0, `Namespace:\t${quota.metadata.namespace ?? ""}\n`);
	writeQuota(w, quota, 0, " * ", "----");
};
/** The section of a Namespace's description. */
function writeQuotas(w, quotas) {
	if (quotas.length === 0) {
		w.write(0, "No resource quota.\n");
		return;
	}
	w.write(0, "Resource Quotas\n");
	for (const quota of [...quotas].sort((a, b) => a.metadata.name < b.metadata.name ? -1 : 1)) {
		w.write(1, `Name:\t${quota.metadata.name}\n`);
		writeQuota(w, quota, 1, "* ", "---");
	}
}
function writeQuota(w, { spec, status }, level, bullet, rule) {
	const scopes = [...spec.scopes ?? []].sort();
	if (scopes.length > 0) w.write(level, `Scopes:\t${scopes.join(", ")}\n`);
	for (const scope of scopes) if (SCOPE_HELP[scope]) w.write(level, `${bullet}${SCOPE_HELP[scope]}\n`);
	w.write(level, "Resource	Used	Hard\n");
	w.write(level, `--------\t${rule}\t${rule}\n`);
	const hard = status.hard ?? {};
	const used = status.used ?? {};
	for (const name of Object.keys(hard).sort()) w.write(level, `${name}\t${canonicalQuantity(used[name] ?? 0)}\t${canonicalQuantity(hard[name] ?? 0)}\n`);
}
// src/kinds/namespace/describe.ts
var describeNamespace = function* (namespace, w, context) {
	const { metadata, status } = namespace;
	w.write(0, `Name:\t${metadata.name}\n`);
	writeLabels(w, "Labels", metadata.labels);
	writeAnnotations(w, "Annotations", metadata.annotations);
	w.write(0, `Status:\t${status.phase ?? ""}\n`);
	if (status.conditions?.length) {
		w.write(0, "Conditions:\n");
		w.write(1, "Type	Status	LastTransitionTime	Reason	Message\n");
		w.write(1, "----	------	------------------	------	-------\n");
		for (const one of status.conditions) w.write(1, `${one.type}\t${one.status}\t${timeText(one.lastTransitionTime)}\t${one.reason ?? ""}\t${one.message ?? ""}\n`);
	}
	const path = `/api/v1/namespaces/${metadata.name}`;
	w.write(0, "\n");
	writeQuotas(w, (yield* context.list(`${path}/resourcequotas`)) ?? []);
	w.write(0, "\n");
	writeLimitRanges(w, (yield* context.list(`${path}/limitranges`)) ?? []);
};
// src/kinds/networkpolicy/describe.ts
var describeNetworkPolicy = function* ({ metadata, spec }, w) {
	w.write(0, `Name:\t${metadata.name}\n`);
	w.write(0, `Namespace:\t${metadata.namespace ?? ""}\n`);
	w.write(0, `Created on:\t${metadata.creationTimestamp.replace("T", " ").replace("Z", " +0000 UTC")}\n`);
	writeLabels(w, "Labels", metadata.labels);
	writeAnnotations(w, "Annotations", metadata.annotations);
	w.write(0, "Spec:\n");
	const selector = formatSelector(spec.podSelector);
	w.write(1, `PodSelector:     ${selector === "<none>" ? "<none> (Allowing the specific traffic to all pods in this namespace)" : selector}\n`);
	const types = spec.policyTypes ?? [];
	if (types.includes("Ingress")) {
		w.write(1, "Allowing ingress traffic:\n");
		writeRules(w, (spec.ingress ?? []).map(({ ports, from }) => ({
			ports,
			peers: from
		})), "ingress", "From", "source");
	} else w.write(1, "Not affecting ingress traffic\n");
	if (types.includes("Egress")) {
		w.write(1, "Allowing egress traffic:\n");
		writeRules(w, (spec.egress ?? []).map(({ ports, to }) => ({
			ports,
			peers: to
		})), "egress", "To", "destination");
	} else w.write(1, "Not affecting egress traffic\n");
	w.write(1, `Policy Types: ${orNone(types.join(", "))}\n`);
};
function writeRules(w, rules, direction, word, what) {
	if (rules.length === 0) w.write(2, `<none> (Selected pods are isolated for ${direction} connectivity)\n`);
	rules.forEach(({ ports, peers }, index) => {
		if (!ports?.length) w.write(2, "To Port: <any> (traffic allowed to all ports)\n");
		for (const { port = "<nil>", endPort, protocol = "TCP" } of ports ?? []) w.write(2, endPort === void 0 ? `To Port: ${port}/${protocol}\n` : `To Port Range: ${port}-${endPort}/${protocol}\n`);
		if (!peers?.length) w.write(2, `${word}: <any> (traffic not restricted by ${what})\n`);
		for (const { namespaceSelector, podSelector, ipBlock } of peers ?? []) {
			w.write(2, `${word}:\n`);
			if (namespaceSelector) w.write(3, `NamespaceSelector: ${formatSelector(namespaceSelector)}\n`);
			if (podSelector) w.write(3, `PodSelector: ${formatSelector(podSelector)}\n`);
			if (!ipBlock || namespaceSelector || podSelector) continue;
			w.write(3, "IPBlock:\n");
			w.write(4, `CIDR: ${ipBlock.cidr}\n`);
			w.write(4, `Except: ${(ipBlock.except ?? []).join(", ")}\n`);
		}
		if (index < rules.length - 1) w.write(2, "----------\n");
	});
}
// src/kinds/node/describe.ts
var ROLE_PREFIX = "node-role.kubernetes.io/";
var ZERO = {
	nano: 0n,
	format: "DecimalSI"
};
var MAIN_RESOURCES = [
	"cpu",
	"memory",
	"ephemeral-storage"
];
var describeNode = function* (node, w, context) {
	const { metadata, spec, status } = node;
	w.write(0, `Name:\t${metadata.name}\n`);
	w.write(0, `Roles:\t${rolesOf(node).join(",") || "<none>"}\n`);
	writeLabels(w, "Labels", metadata.labels);
	writeAnnotations(w, "Annotations", metadata.annotations);
	w.write(0, `CreationTimestamp:\t${timeText(metadata.creationTimestamp)}\n`);
	writeTaints(w, spec.taints ?? []);
	w.write(0, `Unschedulable:\t${spec.unschedulable ?? false}\n`);
	writeLease(w, metadata.name, yield* context.get(`/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/${metadata.name}`));
	if (status.conditions?.length) {
		w.write(0, "Conditions:\n  Type	Status	LastHeartbeatTime	LastTransitionTime	Reason	Message\n");
		w.write(1, "----	------	-----------------	------------------	------	-------\n");
		for (const one of status.conditions) w.write(1, `${one.type} \t${one.status} \t${timeText(one.lastHeartbeatTime)} \t${timeText(one.lastTransitionTime)} \t${one.reason ?? ""} \t${one.message ?? ""}\n`);
	}
	w.write(0, "Addresses:\n");
	for (const { type, address } of status.addresses ?? []) w.write(1, `${type}:\t${address}\n`);
	for (const [label, quantities] of [["Capacity", status.capacity], ["Allocatable", status.allocatable]]) {
		const entries = Object.entries(quantities ?? {}).sort(([a], [b]) => a < b ? -1 : 1);
		if (entries.length > 0) w.write(0, `${label}:\n`);
		for (const [name, quantity] of entries) w.write(0, `  ${name}:\t${canonicalQuantity(quantity)}\n`);
	}
	writeSystemInfo(w, node);
	if (spec.podCIDR) w.write(0, `PodCIDR:\t${spec.podCIDR}\n`);
	if (spec.podCIDRs?.length) w.write(0, `PodCIDRs:\t${spec.podCIDRs.join(",")}\n`);
	if (spec.providerID) w.write(0, `ProviderID:\t${spec.providerID}\n`);
	const fieldSelector = `spec.nodeName=${metadata.name},status.phase!=Succeeded,status.phase!=Failed`;
	const pods = yield* context.list("/api/v1/pods", { fieldSelector });
	if (pods) writePods(w, node, pods, context.now);
	else w.write(0, "Pods:	not authorized\n");
	if (!context.showEvents) return;
	const events = [...yield* eventsOf(node, context), ...yield* eventsOf(node, context, { uid: metadata.name })];
	writeEventList(w, events, context.now);
};
/** `control-plane` and the like, from the labels that stand for roles. */
function rolesOf({ metadata }) {
	const labels = metadata.labels ?? {};
	const roles = Object.keys(labels).flatMap((key) => {
		if (key.startsWith(ROLE_PREFIX) && key.length > 24) return [key.slice(24)];
		return key === "kubernetes.io/role" && labels[key] ? [labels[key]] : [];
	});
	return [...new Set(roles)].sort();
}
function writeTaints(w, taints) {
	w.write(0, "Taints:	");
	if (taints.length === 0) w.write(0, "<none>\n");
	const order = ({ effect, key }) => `${effect},${key}`;
	[...taints].sort((a, b) => order(a) < order(b) ? -1 : 1).forEach(({ key, value, effect }, index) => {
		w.write(0, `${index === 0 ? "" : "	"}${key}${value ? `=${value}` : ""}:${effect}\n`);
	});
}
function writeLease(w, name, lease) {
	if (!lease) {
		w.write(0, `Lease:\tFailed to get lease: leases.coordination.k8s.io ${JSON.stringify(name)} not found\n`);
		return;
	}
	w.write(0, "Lease:\n");
	w.write(1, `HolderIdentity:\t${lease.spec.holderIdentity ?? "<unset>"}\n`);
	w.write(1, `AcquireTime:\t${lease.spec.acquireTime ? timeText(lease.spec.acquireTime) : "<unset>"}\n`);
	w.write(1, `RenewTime:\t${lease.spec.renewTime ? timeText(lease.spec.renewTime) : "<unset>"}\n`);
}
function writeSystemInfo(w, { status }) {
	const info = status.nodeInfo;
	w.write(0, "System Info:\n");
	w.write(0, `  Machine ID:\t${info?.machineID ?? ""}\n`);
	w.write(0, `  System UUID:\t${info?.systemUUID ?? ""}\n`);
	w.write(0, `  Boot ID:\t${info?.bootID ?? ""}\n`);
	w.write(0, `  Kernel Version:\t${info?.kernelVersion ?? ""}\n`);
	w.write(0, `  OS Image:\t${info?.osImage ?? ""}\n`);
	w.write(0, `  Operating System:\t${info?.operatingSystem ?? ""}\n`);
	w.write(0, `  Architecture:\t${info?.architecture ?? ""}\n`);
	w.write(0, `  Container Runtime Version:\t${info?.containerRuntimeVersion ?? ""}\n`);
	w.write(0, `  Kubelet Version:\t${info?.kubeletVersion ?? ""}\n`);
}
function writePods(w, { status }, pods, now) {
	const allocatable = Object.keys(status.allocatable ?? {}).length > 0 ? status.allocatable : status.capacity;
	const share = (amount, resource) => {
		const total = allocatable?.[resource] === void 0 ? 0n : parseQuantity(allocatable[resource]).nano;
		return `${formatQuantity(amount)} (${total === 0n ? 0 : Number(amount.nano * 100n / total)}%)`;
	};
	w.write(0, `Non-terminated Pods:\t(${pods.length} in total)\n`);
	w.write(1, "Namespace	Name		CPU Requests	CPU Limits	Memory Requests	Memory Limits	Age\n");
	w.write(1, "---------	----		------------	----------	---------------	-------------	---\n");
	for (const pod of pods) {
		const cells = ["cpu", "memory"].flatMap((resource) => ["requests", "limits"].map((list) => share(podTotal(pod, list, resource), resource)));
		w.write(1, `${pod.metadata.namespace}\t${pod.metadata.name}\t\t${cells.join("	")}\t${since(pod.metadata.creationTimestamp, now)}\n`);
	}
	w.write(0, "Allocated resources:\n  (Total limits may be over 100 percent, i.e., overcommitted.)\n");
	w.write(1, "Resource	Requests	Limits\n");
	w.write(1, "--------	--------	------\n");
	const total = (list, resource) => pods.map((pod) => podTotal(pod, list, resource)).reduce(addQuantity, ZERO);
	const others = Object.keys(allocatable ?? {}).filter((name) => !MAIN_RESOURCES.includes(name) && name !== "pods").sort();
	const huge = others.filter((name) => name.startsWith("hugepages-"));
	for (const name of [...MAIN_RESOURCES, ...huge]) w.write(1, `${name}\t${share(total("requests", name), name)}\t${share(total("limits", name), name)}\n`);
	for (const name of others.filter((one) => !huge.includes(one))) w.write(1, `${name}\t${formatQuantity(total("requests", name))}\t${formatQuantity(total("limits", name))}\n`);
}
/** What a Pod asks for: the sum of its containers and sidecars, or the largest init container where that is more. */
function podTotal({ spec }, list, resource) {
	const of = (container) => {
		const value = (container.resources?.[list])?.[resource];
		return value === void 0 ? ZERO : parseQuantity(value);
	};
	const sidecars = (spec.initContainers ?? []).filter((one) => one.restartPolicy === "Always");
	const sum = [...spec.containers, ...sidecars].map(of).reduce(addQuantity, ZERO);
	const most = (spec.initContainers ?? []).filter((one) => one.restartPolicy !== "Always").map(of).reduce((a, b) => b.nano > a.nano ? b : a, ZERO);
	const total = most.nano > sum.nano ? most : sum;
	const overhead = spec.overhead?.[resource];
	return overhead === void 0 || total.nano === 0n ? total : addQuantity(total, parseQuantity(overhead));
}
// src/kinds/persistentvolume/describe.ts
var describePersistentVolume = function* (volume, w, context) {
	const { metadata, spec, status } = volume;
	w.write(0, `Name:\t${metadata.name}\n`);
	writeLabels(w, "Labels", metadata.labels);
	writeAnnotations(w, "Annotations", metadata.annotations);
	w.write(0, `Finalizers:\t[${(metadata.finalizers ?? []).join(" ")}]\n`);
	w.write(0, `StorageClass:\t${spec.storageClassName ?? ""}\n`);
	const { deletionTimestamp } = metadata;
	w.write(0, `Status:\t${deletionTimestamp ? `Terminating (lasts ${since(deletionTimestamp, context.now)})` : status.phase ?? ""}\n`);
	w.write(0, `Claim:\t${spec.claimRef ? `${spec.claimRef.namespace}/${spec.claimRef.name}` : ""}\n`);
	w.write(0, `Reclaim Policy:\t${spec.persistentVolumeReclaimPolicy ?? ""}\n`);
	w.write(0, `Access Modes:\t${accessModesText(spec.accessModes)}\n`);
	if (spec.volumeMode) w.write(0, `VolumeMode:\t${spec.volumeMode}\n`);
	w.write(0, `Capacity:\t${canonicalQuantity(spec.capacity?.["storage"] ?? 0)}\n`);
	writeNodeAffinity(w, spec.nodeAffinity);
	w.write(0, `Message:\t${status.message ?? ""}\n`);
	w.write(0, "Source:\n");
	const lines = sourceLines(spec);
	if (lines.length === 0) w.write(1, "<unknown>\n");
	for (const [label, value] of lines) w.write(2, `${label}:\t${value}\n`);
	yield* writeEvents(w, volume, context);
};
function sourceLines(spec) {
	const { hostPath, nfs, local, csi } = spec;
	if (local) return [["Type", "LocalVolume (a persistent volume backed by local storage on a node)"], ["Path", local.path]];
	if (csi) {
		const attributes = Object.entries(csi.volumeAttributes ?? {}).sort(([a], [b]) => a < b ? -1 : 1);
		return [
			["Type", "CSI (a Container Storage Interface (CSI) volume source)"],
			["Driver", csi.driver],
			["FSType", csi.fsType ?? ""],
			["VolumeHandle", csi.volumeHandle],
			["ReadOnly", csi.readOnly ?? false],
			["VolumeAttributes", attributes.length === 0 ? "<none>" : attributes.map(([key, value]) => `${key}=${value}`).join("\n    	")]
		];
	}
	return volumeLines({
		name: "",
		...hostPath && { hostPath },
		...nfs && { nfs }
	});
}
function writeNodeAffinity(w, affinity) {
	const terms = affinity?.required?.nodeSelectorTerms;
	w.write(0, `Node Affinity:\t${terms ? "" : "<none>"}\n`);
	if (!terms) return;
	w.write(1, `Required Terms:\t${terms.length === 0 ? "<none>" : ""}\n`);
	terms.forEach(({ matchExpressions = [] }, index) => {
		w.write(2, `Term ${index}:\t${matchExpressions.length === 0 ? "<none>\n" : ""}`);
		matchExpressions.forEach(({ key, operator, values = [] }, at) => {
			const list = values.length > 0 ? ` [${values.join(", ")}]` : "";
			w.write(at === 0 ? 0 : 2, `${at === 0 ? "" : "	"}${key} ${operator.toLowerCase()}${list}\n`);
		});
	});
}
// src/kinds/persistentvolumeclaim/describe.ts
var describePersistentVolumeClaim = function* (claim, w, context) {
	const { metadata, spec, status } = claim;
	const { deletionTimestamp } = metadata;
	const pods = (yield* context.list(`/api/v1/namespaces/${metadata.namespace}/pods`)) ?? [];
	w.write(0, `Name:\t${metadata.name}\n`);
	w.write(0, `Namespace:\t${metadata.namespace ?? ""}\n`);
	w.write(0, `StorageClass:\t${spec.storageClassName ?? ""}\n`);
	w.write(0, `Status:\t${deletionTimestamp ? `Terminating (lasts ${since(deletionTimestamp, context.now)})` : status.phase ?? ""}\n`);
	w.write(0, `Volume:\t${spec.volumeName ?? ""}\n`);
	writeLabels(w, "Labels", metadata.labels);
	writeAnnotations(w, "Annotations", metadata.annotations);
	w.write(0, `Finalizers:\t[${(metadata.finalizers ?? []).join(" ")}]\n`);
	w.write(0, `Capacity:\t${spec.volumeName ? canonicalQuantity(status.capacity?.["storage"] ?? 0) : ""}\n`);
	w.write(0, `Access Modes:\t${spec.volumeName ? accessModesText(status.accessModes) : ""}\n`);
	if (spec.volumeMode) w.write(0, `VolumeMode:\t${spec.volumeMode}\n`);
	if (spec.dataSource) {
		w.write(0, "DataSource:\n");
		if (spec.dataSource.apiGroup !== void 0) w.write(1, `APIGroup:\t${spec.dataSource.apiGroup}\n`);
		w.write(1, `Kind:\t${spec.dataSource.kind}\n`);
		w.write(1, `Name:\t${spec.dataSource.name}\n`);
	}
	const users = pods.filter((pod) => usesClaim(pod, claim)).map((pod) => pod.metadata.name);
	w.write(0, `Used By:\t${users.length === 0 ? "<none>" : users.sort().join("\n	")}\n`);
	if (status.conditions?.length) {
		w.write(0, "Conditions:\n");
		w.write(1, "Type	Status	LastProbeTime	LastTransitionTime	Reason	Message\n");
		w.write(1, "----	------	-----------------	------------------	------	-------\n");
		for (const { type, status: state, lastProbeTime, lastTransitionTime, reason = "", message = "" } of status.conditions) {
			const times = `${timeText(lastProbeTime ?? void 0)} \t${timeText(lastTransitionTime ?? void 0)}`;
			w.write(1, `${type} \t${state} \t${times} \t${reason} \t${message}\n`);
		}
	}
	yield* writeEvents(w, claim, context);
};
function usesClaim(pod, { metadata }) {
	return pod.spec.volumes?.some(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName === metadata.name) || (metadata.ownerReferences ?? []).some(({ uid }) => uid === pod.metadata.uid);
}
// src/kinds/pod/describe.ts
/** `kubectl describe pod` (order of the lines: kubectl's describe.go). */
var describePod = function* (pod, w, context) {
	const { metadata, spec, status } = pod;
	w.write(0, `Name:\t${metadata.name}\n`);
	w.write(0, `Namespace:\t${metadata.namespace ?? ""}\n`);
	if (spec.priority !== void 0) w.write(0, `Priority:\t${spec.priority}\n`);
	if (spec.priorityClassName) w.write(0, `Priority Class Name:\t${spec.priorityClassName}\n`);
	if (spec.runtimeClassName) w.write(0, `Runtime Class Name:\t${spec.runtimeClassName}\n`);
	if (spec.serviceAccountName) w.write(0, `Service Account:\t${spec.serviceAccountName}\n`);
	w.write(0, `Node:\t${spec.nodeName ? `${spec.nodeName}/${status.hostIP ?? ""}` : "<none>"}\n`);
	if (status.startTime) w.write(0, `Start Time:\t${timeText(status.startTime)}\n`);
	writeLabels(w, "Labels", metadata.labels);
	writeAnnotations(w, "Annotations", metadata.annotations);
	if (metadata.deletionTimestamp && status.phase !== "Failed" && status.phase !== "Succeeded") {
		w.write(0, `Status:\tTerminating (lasts ${since(metadata.deletionTimestamp, context.now)})\n`);
		w.write(0, `Termination Grace Period:\t${metadata.deletionGracePeriodSeconds ?? 0}s\n`);
	} else w.write(0, `Status:\t${status.phase ?? ""}\n`);
	if (status.reason) w.write(0, `Reason:\t${status.reason}\n`);
	if (status.message) w.write(0, `Message:\t${status.message}\n`);
	const seccomp = spec.securityContext?.seccompProfile;
	if (seccomp) w.write(0, `SeccompProfile:\t${seccomp.type}\n`);
	if (seccomp?.type === "Localhost") w.write(0, `LocalhostProfile:\t${seccomp.localhostProfile ?? ""}\n`);
	w.write(0, `IP:\t${status.podIP ?? ""}\n`);
	w.write(0, status.podIPs?.length ? "IPs:\n" : "IPs:	<none>\n");
	for (const { ip } of status.podIPs ?? []) w.write(1, `IP:\t${ip}\n`);
	const controller = controllerOf(pod);
	if (controller !== "") w.write(0, `Controlled By:\t${controller}\n`);
	if (status.nominatedNodeName) w.write(0, `NominatedNodeName:\t${status.nominatedNodeName}\n`);
	if (spec.resources) {
		w.write(0, "Resources:\n");
		writeResources(w, spec.resources, 1);
	}
	const resolve = (path) => fieldValue(pod, path);
	if (spec.initContainers?.length) writeContainers(w, "Init Containers", spec.initContainers, status.initContainerStatuses ?? [], "", resolve);
	writeContainers(w, "Containers", spec.containers, status.containerStatuses ?? [], "", resolve);
	if (spec.ephemeralContainers?.length) writeContainers(w, "Ephemeral Containers", spec.ephemeralContainers, status.ephemeralContainerStatuses ?? [], "", resolve);
	if (spec.readinessGates?.length) {
		w.write(0, "Readiness Gates:\n  Type	Status\n");
		for (const { conditionType } of spec.readinessGates) w.write(1, `${conditionType} \t${status.conditions?.find((one) => one.type === conditionType)?.status ?? "<none>"} \n`);
	}
	if (status.conditions?.length) {
		w.write(0, "Conditions:\n  Type	Status\n");
		for (const condition of status.conditions) w.write(1, `${condition.type} \t${condition.status} \n`);
	}
	writeVolumes(w, spec.volumes, "");
	w.write(0, `QoS Class:\t${status.qosClass ?? "BestEffort"}\n`);
	writeLabels(w, "Node-Selectors", spec.nodeSelector);
	writeTolerations(w, "Tolerations", spec.tolerations);
	writeTopologySpread(w, spec.topologySpreadConstraints, "");
	yield* writeEvents(w, pod, context, { kind: false });
};
/** The fields that an env variable may take from its Pod. */
function fieldValue({ metadata }, path) {
	const [, map, key] = /^metadata\.(labels|annotations)\['(.*)'\]$/.exec(path) ?? [];
	if (map && key !== void 0) return metadata[map]?.[key] ?? "";
	return {
		"metadata.name": metadata.name,
		"metadata.namespace": metadata.namespace,
		"metadata.uid": metadata.uid
	}[path] ?? "";
}
// src/kinds/poddisruptionbudget/describe.ts
var describePodDisruptionBudget = function* (budget, w, context) {
	const { metadata, spec, status } = budget;
	w.write(0, `Name:\t${metadata.name}\n`);
	w.write(0, `Namespace:\t${metadata.namespace ?? ""}\n`);
	if (spec.minAvailable !== void 0) w.write(0, `Min available:\t${spec.minAvailable}\n`);
	else if (spec.maxUnavailable !== void 0) w.write(0, `Max unavailable:\t${spec.maxUnavailable}\n`);
	w.write(0, `Selector:\t${spec.selector ? formatSelector(spec.selector) : "<unset>"}\n`);
	w.write(0, "Status:\n");
	w.write(2, `Allowed disruptions:\t${status.disruptionsAllowed ?? 0}\n`);
	w.write(2, `Current:\t${status.currentHealthy ?? 0}\n`);
	w.write(2, `Desired:\t${status.desiredHealthy ?? 0}\n`);
	w.write(2, `Total:\t${status.expectedPods ?? 0}\n`);
	yield* writeEvents(w, budget, context);
};
// src/kinds/priorityclass/describe.ts
var describePriorityClass = function* (one, w, context) {
	w.write(0, `Name:\t${one.metadata.name}\n`);
	w.write(0, `Value:\t${one.value}\n`);
	w.write(0, `GlobalDefault:\t${one.globalDefault ?? false}\n`);
	w.write(0, `PreemptionPolicy:\t${one.preemptionPolicy ?? ""}\n`);
	w.write(0, `Description:\t${one.description ?? ""}\n`);
	w.write(0, `Annotations:\t${formatLabels(one.metadata.annotations)}\n`);
	yield* writeEvents(w, one, context);
};
// src/kinds/role/describe.ts
/** Of Roles and ClusterRoles. */
var describeRole = function* ({ metadata, rules }, w) {
	w.write(0, `Name:\t${metadata.name}\n`);
	writeLabels(w, "Labels", metadata.labels);
	writeAnnotations(w, "Annotations", metadata.annotations);
	w.write(0, "PolicyRule:\n");
	w.write(1, "Resources	Non-Resource URLs	Resource Names	Verbs\n");
	w.write(1, "---------	-----------------	--------------	-----\n");
	for (const rule of compactRules(rules ?? [])) w.write(1, `${ruleCells(rule).join("	")}\n`);
};
// src/kinds/rolebinding/describe.ts
/** Of RoleBindings and ClusterRoleBindings. */
var describeBinding = function* ({ metadata, roleRef, subjects }, w) {
	w.write(0, `Name:\t${metadata.name}\n`);
	writeLabels(w, "Labels", metadata.labels);
	writeAnnotations(w, "Annotations", metadata.annotations);
	w.write(0, "Role:\n");
	w.write(1, `Kind:\t${roleRef.kind}\n`);
	w.write(1, `Name:\t${roleRef.name}\n`);
	w.write(0, "Subjects:\n");
	w.write(1, "Kind	Name	Namespace\n");
	w.write(1, "----	----	---------\n");
	for (const { kind, name, namespace = "" } of subjects ?? []) w.write(1, `${kind}\t${name}\t${namespace}\n`);
};
// src/kinds/secret/describe.ts
var describeSecret = function* (secret, w) {
	writeHead(w, secret);
	w.write(0, `\nType:\t${secret.type ?? ""}\n`);
	w.write(0, "\nData\n====\n");
	for (const key of Object.keys(secret.data ?? {}).sort()) {
		const value = atob(secret.data?.[key] ?? "");
		w.write(0, `${key}:\t${key === "token" && secret.type === "kubernetes.io/service-account-token" ? value : `${value.length} bytes`}\n`);
	}
};
// src/kinds/serviceaccount/describe.ts
var describeServiceAccount = function* (account, w, context) {
	writeHead(w, account);
	const label = "Image pull secrets:";
	const names = (account.imagePullSecrets ?? []).map((secret) => secret.name);
	if (names.length === 0) w.write(0, `${label}\t<none>\n`);
	names.forEach((name, index) => {
		w.write(0, `${index === 0 ? label : " ".repeat(19)}\t${name}\n`);
	});
	yield* writeEvents(w, account, context);
};
// src/kinds/statefulset/describe.ts
var describeStatefulSet = function* (set, w, context) {
	const { metadata, spec, status } = set;
	w.write(0, `Name:\t${metadata.name}\n`);
	w.write(0, `Namespace:\t${metadata.namespace ?? ""}\n`);
	w.write(0, `CreationTimestamp:\t${timeText(metadata.creationTimestamp)}\n`);
	w.write(0, `Selector:\t${formatRequirements(fromLabelSelector(spec.selector))}\n`);
	writeLabels(w, "Labels", metadata.labels);
	writeAnnotations(w, "Annotations", metadata.annotations);
	w.write(0, `Replicas:\t${spec.replicas ?? 1} desired | ${status.replicas} total\n`);
	w.write(0, `Update Strategy:\t${spec.updateStrategy?.type ?? ""}\n`);
	const rolling = spec.updateStrategy?.rollingUpdate;
	if (rolling?.partition !== void 0) {
		w.write(1, `Partition:\t${rolling.partition}\n`);
		if (rolling.maxUnavailable !== void 0) w.write(1, `MaxUnavailable:\t${rolling.maxUnavailable}\n`);
	}
	w.write(0, `Pods Status:\t${yield* podsStatus(context, set, spec.selector)}\n`);
	writePodTemplate(w, spec.template);
	writeClaims(w, spec.volumeClaimTemplates ?? []);
	yield* writeEvents(w, set, context);
};
function writeClaims(w, templates) {
	if (templates.length === 0) {
		w.write(0, "Volume Claims:	<none>\n");
		return;
	}
	w.write(0, "Volume Claims:\n");
	for (const { metadata, spec } of templates) {
		w.write(1, `Name:\t${metadata?.name ?? ""}\n`);
		w.write(1, `StorageClass:\t${spec?.storageClassName ?? ""}\n`);
		writeLabels(w, "Labels", metadata?.labels, "  ", "	");
		writeLabels(w, "Annotations", metadata?.annotations, "  ", "	");
		const storage = spec?.resources?.requests?.["storage"];
		w.write(1, `Capacity:\t${storage === void 0 ? "<default>" : canonicalQuantity(storage)}\n`);
		w.write(1, `Access Modes:\t[${(spec?.accessModes ?? []).join(" ")}]\n`);
	}
}
// src/kinds/storageclass/describe.ts
var describeStorageClass = function* (one, w, context) {
	const { metadata, allowVolumeExpansion, mountOptions = [], allowedTopologies } = one;
	w.write(0, `Name:\t${metadata.name}\n`);
	w.write(0, `IsDefaultClass:\t${isDefaultClass(one) ? "Yes" : "No"}\n`);
	w.write(0, `Annotations:\t${formatLabels(metadata.annotations)}\n`);
	w.write(0, `Provisioner:\t${one.provisioner}\n`);
	w.write(0, `Parameters:\t${formatLabels(one.parameters)}\n`);
	w.write(0, `AllowVolumeExpansion:\t${allowVolumeExpansion === void 0 ? "<unset>" : allowVolumeExpansion ? "True" : "False"}\n`);
	w.write(0, mountOptions.length === 0 ? "MountOptions:	<none>\n" : "MountOptions:\n");
	for (const option of mountOptions) w.write(1, `${option}\n`);
	if (one.reclaimPolicy) w.write(0, `ReclaimPolicy:\t${one.reclaimPolicy}\n`);
	if (one.volumeBindingMode) w.write(0, `VolumeBindingMode:\t${one.volumeBindingMode}\n`);
	if (allowedTopologies) {
		w.write(0, `AllowedTopologies:\t${allowedTopologies.length === 0 ? "<none>" : ""}\n`);
		allowedTopologies.forEach(({ matchLabelExpressions = [] }, index) => {
			w.write(1, `Term ${index}:\t${matchLabelExpressions.length === 0 ? "<none>\n" : ""}`);
			matchLabelExpressions.forEach(({ key, values }, at) => {
				w.write(at === 0 ? 0 : 1, `${at === 0 ? "" : "	"}${key} in [${values.join(", ")}]\n`);
			});
		});
	}
	yield* writeEvents(w, one, context);
};
// src/kinds/describers.ts
/** A describer only ever gets objects of its own kind. */
function own(describer) {
	return describer;
}
var DESCRIBERS = /* @__PURE__ */ new Map([
	["configmaps", own(describeConfigMap)],
	["deployments.apps", own(describeDeployment)],
	["endpoints", own(describeEndpoints)],
	["endpointslices.discovery.k8s.io", own(describeEndpointSlice)],
	["limitranges", own(describeLimitRange)],
	["namespaces", own(describeNamespace)],
	["nodes", own(describeNode)],
	["pods", own(describePod)],
	["replicasets.apps", own(describeReplicaSet)],
	["resourcequotas", own(describeResourceQuota)],
	["services", own(describeService)],
	["serviceaccounts", own(describeServiceAccount)],
	["clusterrolebindings.rbac.authorization.k8s.io", own(describeBinding)],
	["clusterroles.rbac.authorization.k8s.io", own(describeRole)],
	["ingressclasses.networking.k8s.io", own(describeIngressClass)],
	["ingresses.networking.k8s.io", own(describeIngress)],
	["networkpolicies.networking.k8s.io", own(describeNetworkPolicy)],
	["persistentvolumeclaims", own(describePersistentVolumeClaim)],
	["persistentvolumes", own(describePersistentVolume)],
	["priorityclasses.scheduling.k8s.io", own(describePriorityClass)],
	["rolebindings.rbac.authorization.k8s.io", own(describeBinding)],
	["roles.rbac.authorization.k8s.io", own(describeRole)],
	["secrets", own(describeSecret)],
	["storageclasses.storage.k8s.io", own(describeStorageClass)],
	["jobs.batch", own(describeJob)],
	["cronjobs.batch", own(describeCronJob)],
	["statefulsets.apps", own(describeStatefulSet)],
	["daemonsets.apps", own(describeDaemonSet)],
	["horizontalpodautoscalers.autoscaling", own(describeHorizontalPodAutoscaler)],
	["poddisruptionbudgets.policy", own(describePodDisruptionBudget)]
]);
// src/kubectl/output/describewriter.ts
/** Collects the text of a description; `toString` gives it with its columns aligned. */
var DescribeWriter = class DescribeWriter {
	parts;
	indent;
	constructor(parts = [""], indent = 0) {
		this.parts = parts;
		this.indent = indent;
	}
	/** Adds `text` (with its own tabs and newlines), two blanks further in for each level. */
	write(level, text) {
		this.parts[this.parts.length - 1] += escapeTerminal("  ".repeat(level + this.indent) + text);
	}
	/** Adds `cells` with a blank between them and ends the line. */
	writeLine(...cells) {
		this.write(0, `${cells.join(" ")}\n`);
	}
	/** What follows is aligned on its own. */
	flush() {
		this.parts.push("");
	}
	/** A writer on the same text whose every level lies `indent` levels further in. */
	nested(indent) {
		return new DescribeWriter(this.parts, this.indent + indent);
	}
	toString() {
		return this.parts.map((part) => new TabWriter(DESCRIBE_COLUMNS).write(part)).join("");
	}
};
// src/kubectl/describe.ts
/** Describes an object: by its kind's describer, or field by field. */
/** The text that `kubectl describe` shows for an object. */
function* describeObject(invocation, mapping, object, showEvents) {
	const writer = new DescribeWriter();
	const context = yield* describeContext(invocation, showEvents);
	yield* (DESCRIBERS.get(groupResource(mapping)) ?? describeGeneric)({
		apiVersion: groupVersion(mapping),
		kind: mapping.kind,
		...object
	}, writer, context);
	return writer.toString();
}
function* describeContext(invocation, showEvents) {
	const client = yield* invocation.client();
	const quietly = function* (look) {
		try {
			return yield* look();
		} catch (error) {
			if (error instanceof StatusError) return void 0;
			throw error;
		}
	};
	return {
		now: yield* now(),
		showEvents,
		get: (path) => quietly(() => client.get(path)),
		list: (path, query) => quietly(function* () {
			return itemsOf(yield* client.get(path, query)) ?? [];
		})
	};
}
var HIDDEN = /* @__PURE__ */ new Set([
	".metadata.managedFields",
	".metadata.name",
	".metadata.namespace",
	".metadata.labels",
	".metadata.annotations"
]);
/** Every field of an object whose kind has no describer. */
var describeGeneric = function* (object, w, context) {
	const { name, namespace = "", labels, annotations } = metadataOf(object);
	w.write(0, `Name:\t${name ?? ""}\n`);
	w.write(0, `Namespace:\t${namespace}\n`);
	writeLabels(w, "Labels", labels);
	writeAnnotations(w, "Annotations", annotations);
	writeFields(w, 0, object, "");
	yield* writeEvents(w, object, context);
};
function writeFields(w, level, fields, path) {
	for (const key of Object.keys(fields).sort()) {
		const here = `${path}.${key}`;
		const value = fields[key];
		if (HIDDEN.has(here)) continue;
		if (isObject(value)) {
			w.write(level, `${labelFor(key)}:\n`);
			writeFields(w, level + 1, value, here);
		} else if (Array.isArray(value)) {
			w.write(level, `${labelFor(key)}:\n`);
			for (const item of value) if (isObject(item)) writeFields(w, level + 1, item, here);
			else w.write(level + 1, `${formatValue(withInts(item))}\n`);
		} else w.write(level, `${labelFor(key)}:\t${formatValue(withInts(value))}\n`);
	}
}
var ACRONYMS = [
	"API",
	"URL",
	"UID",
	"GUID"
];
/** `resourceVersion` -> `Resource Version`; names with other characters stay as they are. */
function labelFor(field) {
	if (!/^[\p{L}-]*$/u.test(field)) return field;
	return (field.match(/[A-Z]+(?![a-z])|[A-Z][a-z]*|[a-z]+|-|[^A-Za-z-]+/gu) ?? [field]).map((part) => {
		if (ACRONYMS.includes(part.toUpperCase())) return part.toUpperCase();
		return part === part.toLowerCase() ? part.charAt(0).toUpperCase() + part.slice(1) : part;
	}).join(" ");
}
// src/kubectl/commands/describe.ts
var describe = {
	usage: "describe (-f FILENAME | TYPE [NAME_PREFIX | -l label] | TYPE/NAME)",
	long: `Show a resource in detail, together with what belongs to it, such as events. Where no resource has the name, all whose name starts with it are shown.\n\n${SUGGEST_API_RESOURCES}`,
	examples: [
		["Describe a node", "kubectl describe nodes minikube"],
		["Describe a pod", "kubectl describe pods/web"],
		["Describe all services with a label", "kubectl describe services -l app=web"],
		["Describe all pods of the deployment web: their names start with its name", "kubectl describe pods web"]
	],
	flags: [
		...filenameFlags("Filename, directory, or URL to files containing the resource to describe"),
		SELECTOR,
		ALL_NAMESPACES,
		{
			name: "show-events",
			type: "bool",
			default: "true",
			usage: "If true, display events related to the described object."
		},
		CHUNK_SIZE
	],
	complete: completeTypeAndName,
	*run(invocation) {
		const { flags, args } = invocation;
		if (args.length === 0 && flags.list("filename").length === 0 && flags.string("kustomize") === "") throw new CommandError(`You must specify the type of resource to describe. ${SUGGEST_API_RESOURCES}`);
		const selection = yield* select(invocation, yield* builderOptions(invocation, args, { allowEmptySelector: true }));
		const { infos, errors } = yield* fetchObjects(invocation, selection);
		const byName = selection.kind === "names" && errors.length > 0 && errors.every(isNotFound) && selection.infos.length === 1 && !args[0]?.includes("/") && args.length === 2;
		const found = byName ? yield* matchingPrefix(invocation, selection) : infos;
		if (byName && found.length === 0) throw errors[0];
		const showEvents = flags.bool("show-events") && (flags.changed("show-events") || infos.length <= 1 && errors.length === 0);
		let first = true;
		yield* visitAll(found, function* ({ mapping, object = {} }) {
			const text = yield* describeObject(invocation, mapping, object, showEvents);
			yield* invocation.out(byName ? `${text}\n` : first ? text : `\n\n${text}`);
			first = false;
		}, byName ? [] : errors);
		if (first && found.length === 0 && errors.length === 0) {
			const everywhere = flags.bool("all-namespaces");
			yield* invocation.err(everywhere ? "No resources found\n" : `No resources found in ${yield* invocation.namespace()} namespace.\n`);
		}
	}
};
/** The objects whose name starts with what was asked for. */
function* matchingPrefix(invocation, selection) {
	const [wanted] = selection.infos;
	const list = yield* listObjects(invocation, wanted, {
		labelSelector: "",
		fieldSelector: ""
	});
	const names = (itemsOf(list) ?? []).map((item) => metadataOf(item).name ?? "").filter((name) => name.startsWith(wanted.name));
	const infos = [];
	for (const name of names) infos.push({
		...wanted,
		name,
		object: yield* getObject(invocation, {
			...wanted,
			name
		})
	});
	return infos;
}
export { describe };
