import { t as definition } from "./schema-PZ-6OS9M.js";
import { n as goQuote } from "./go-json-BRfuc-_A.js";
import { a as formatTime, c as parseTime, r as formatMicroTime, t as DurationError } from "./duration-BkGN6qFG.js";
import { r as canonicalQuantity, t as QuantityError } from "./quantity-yctvb4CZ.js";
// src/kinds/wire.ts
/**
* How absent and zero values travel, as far as the schema does not say it: read off the public Go types of v1.36
* (pointers, omitempty). Most fields follow the rule "an optional zero value is left out, a required one is written":
* only the others are listed, after the definition's short name in schema.gen.ts.
*
*   name*  optional, and a zero value is kept: `replicas: 0` differs from no replicas
*   name&  a struct that is always written, if only as {} (a time: as null)
*   name!  written even when absent, though the schema calls it optional
*   name~  left out when zero, though the schema calls it required
*/
var MARKS = `
ControllerRevision data!
DaemonSet spec& status&
DaemonSetCondition lastTransitionTime&
DaemonSetSpec revisionHistoryLimit* updateStrategy&
DaemonSetStatus collisionCount*
Deployment spec& status&
DeploymentCondition lastTransitionTime& lastUpdateTime&
DeploymentSpec progressDeadlineSeconds* replicas* revisionHistoryLimit* strategy&
DeploymentStatus collisionCount* terminatingReplicas*
ReplicaSet spec& status&
ReplicaSetCondition lastTransitionTime&
ReplicaSetSpec replicas* template&
ReplicaSetStatus terminatingReplicas*
RollingUpdateDaemonSet maxSurge* maxUnavailable*
RollingUpdateDeployment maxSurge* maxUnavailable*
RollingUpdateStatefulSetStrategy maxUnavailable* partition*
StatefulSet spec& status&
StatefulSetCondition lastTransitionTime&
StatefulSetOrdinals start!
StatefulSetSpec replicas* revisionHistoryLimit* serviceName! updateStrategy&
StatefulSetStatus availableReplicas! collisionCount*
SelfSubjectReview status&
SelfSubjectReviewStatus userInfo&
TokenRequest spec! status&
TokenRequestSpec audiences! boundObjectRef! expirationSeconds*!
TokenRequestStatus expirationTimestamp! token!
LocalSubjectAccessReview status&
SelfSubjectAccessReview status&
SelfSubjectRulesReview status&
SubjectAccessReview status&
AutoscalingV1HorizontalPodAutoscaler spec&~ status&
AutoscalingV1HorizontalPodAutoscalerSpec minReplicas* targetCPUUtilizationPercentage*
AutoscalingV1HorizontalPodAutoscalerStatus currentCPUUtilizationPercentage* lastScaleTime* observedGeneration*
Scale spec& status&
HPAScalingRules selectPolicy* stabilizationWindowSeconds* tolerance*
HorizontalPodAutoscaler spec&~ status&
HorizontalPodAutoscalerCondition lastTransitionTime&
HorizontalPodAutoscalerSpec minReplicas*
HorizontalPodAutoscalerStatus currentMetrics! lastScaleTime* observedGeneration*
MetricTarget averageUtilization* averageValue* value*
MetricValueStatus averageUtilization* averageValue* value*
CronJob spec&~ status&
CronJobSpec failedJobsHistoryLimit* startingDeadlineSeconds* successfulJobsHistoryLimit* suspend* timeZone*
CronJobStatus lastScheduleTime* lastSuccessfulTime*
Job spec& status&
JobCondition lastProbeTime& lastTransitionTime&
JobSpec activeDeadlineSeconds* backoffLimit* backoffLimitPerIndex* completionMode* completions* managedBy* manualSelector* maxFailedIndexes* parallelism* podReplacementPolicy* suspend* ttlSecondsAfterFinished*
JobStatus completionTime* failedIndexes* ready* startTime* terminating*
JobTemplateSpec spec&
PodFailurePolicyOnExitCodesRequirement containerName*
PodFailurePolicyOnPodConditionsPattern status!
SuccessPolicyRule succeededCount* succeededIndexes*
Lease spec&
LeaseSpec acquireTime* holderIdentity* leaseDurationSeconds* leaseTransitions* preferredHolder* renewTime* strategy*
AppArmorProfile localhostProfile*
AzureDiskVolumeSource cachingMode* fsType* kind* readOnly*
AzureFilePersistentVolumeSource secretNamespace*!
CSIVolumeSource fsType* readOnly*
ClientIPConfig timeoutSeconds*
ClusterTrustBundleProjection name* optional* signerName*
ConfigMap immutable*
ConfigMapEnvSource optional*
ConfigMapKeySelector optional*
ConfigMapProjection optional*
ConfigMapVolumeSource defaultMode* optional*
Container resources& restartPolicy*
ContainerImage names!
ContainerRestartRule action~
ContainerRestartRuleOnExitCodes operator~
ContainerStateRunning startedAt&
ContainerStateTerminated finishedAt& startedAt&
ContainerStatus lastState& started* state& stopSignal*
DownwardAPIVolumeFile mode*
DownwardAPIVolumeSource defaultMode*
EmptyDirVolumeSource sizeLimit*
EndpointAddress nodeName*
EndpointPort appProtocol*
EphemeralContainer resources& restartPolicy*
Event eventTime& firstTimestamp& lastTimestamp& reportingComponent! reportingInstance! source&
EventSeries lastObservedTime&
FCVolumeSource lun*
FileKeySelector optional*
GRPCAction service*!
GlusterfsPersistentVolumeSource endpointsNamespace*
HostPathVolumeSource type*
ISCSIPersistentVolumeSource initiatorName*
ISCSIVolumeSource initiatorName*
ImageVolumeStatus imageRef~
KeyToPath mode*
Lifecycle stopSignal*
LimitRange spec&
LoadBalancerIngress ipMode*
LocalVolumeSource fsType*
Namespace spec& status&
NamespaceCondition lastTransitionTime&
Node spec& status&
NodeCondition lastHeartbeatTime& lastTransitionTime&
NodeDaemonEndpoints kubeletEndpoint&
NodeFeatures supplementalGroupsPolicy*
NodeRuntimeHandler name!
NodeRuntimeHandlerFeatures recursiveReadOnlyMounts* userNamespaces*
NodeStatus daemonEndpoints& nodeInfo&
NodeSwapStatus capacity*
PersistentVolume spec& status&
PersistentVolumeClaim spec& status&
PersistentVolumeClaimCondition lastProbeTime& lastTransitionTime&
PersistentVolumeClaimSpec resources& storageClassName* volumeAttributesClassName* volumeMode*
PersistentVolumeClaimStatus currentVolumeAttributesClassName*
PersistentVolumeSpec volumeAttributesClassName* volumeMode*
PersistentVolumeStatus lastPhaseTransitionTime*
Pod spec& status&
PodCertificateProjection keyType~ maxExpirationSeconds* signerName~
PodCondition lastProbeTime& lastTransitionTime&
PodDNSConfigOption value*
PodResourceClaim resourceClaimName* resourceClaimTemplateName*
PodResourceClaimStatus resourceClaimName*
PodSchedulingGroup podGroupName*
PodSecurityContext fsGroup* fsGroupChangePolicy* runAsGroup* runAsNonRoot* runAsUser* seLinuxChangePolicy* supplementalGroupsPolicy*
PodSpec activeDeadlineSeconds* automountServiceAccountToken* enableServiceLinks* hostUsers* hostnameOverride* preemptionPolicy* priority* runtimeClassName* setHostnameAsFQDN* shareProcessNamespace* terminationGracePeriodSeconds*
PodStatus startTime*
PodTemplate template&
PodTemplateSpec spec&
PortStatus error*
Probe terminationGracePeriodSeconds*
ProjectedVolumeSource defaultMode* sources!
ReplicationController spec& status&
ReplicationControllerCondition lastTransitionTime&
ReplicationControllerSpec replicas*
ResourceHealth message*
ResourceQuota spec& status&
SeccompProfile localhostProfile*
Secret immutable*
SecretEnvSource optional*
SecretKeySelector optional*
SecretProjection optional*
SecretVolumeSource defaultMode* optional*
SecurityContext allowPrivilegeEscalation* privileged* procMount* readOnlyRootFilesystem* runAsGroup* runAsNonRoot* runAsUser*
Service spec& status&
ServiceAccount automountServiceAccountToken*
ServiceAccountTokenProjection expirationSeconds*
ServicePort appProtocol*
ServiceSpec allocateLoadBalancerNodePorts* internalTrafficPolicy* ipFamilyPolicy* loadBalancerClass* trafficDistribution*
ServiceStatus loadBalancer&
Taint timeAdded*
Toleration tolerationSeconds*
TopologySpreadConstraint minDomains* nodeAffinityPolicy* nodeTaintsPolicy*
TypedLocalObjectReference apiGroup*!
TypedObjectReference apiGroup*! namespace*
VolumeMount mountPropagation* recursiveReadOnly*
VolumeMountStatus recursiveReadOnly*
WindowsSecurityContextOptions gmsaCredentialSpec* gmsaCredentialSpecName* hostProcess* runAsUserName*
Endpoint conditions& hostname* nodeName* zone*
EndpointConditions ready* serving* terminating*
DiscoveryV1EndpointPort appProtocol* name* port* protocol*
EndpointSlice endpoints! ports!
EventsV1Event deprecatedFirstTimestamp& deprecatedLastTimestamp& deprecatedSource& regarding&
HTTPIngressPath pathType*
Ingress spec& status&
IngressClass spec&
IngressClassParametersReference apiGroup* namespace* scope*!
IngressPortStatus error*
IngressServiceBackend port&
IngressSpec ingressClassName*
IngressStatus loadBalancer&
NetworkPolicy spec&
NetworkPolicyPort endPort* port* protocol*
NetworkPolicySpec podSelector!
PodDisruptionBudget spec& status&
PodDisruptionBudgetSpec maxUnavailable* minAvailable* unhealthyPodEvictionPolicy*
PodDisruptionBudgetStatus currentHealthy! desiredHealthy! disruptionsAllowed! expectedPods!
ClusterRole rules!
Role rules!
RoleRef apiGroup!
PriorityClass preemptionPolicy* value!
StorageClass allowVolumeExpansion* reclaimPolicy* volumeBindingMode*
APIGroup preferredVersion&
DeleteOptions gracePeriodSeconds* ignoreStoreReadErrorWithClusterBreakingPotential* orphanDependents* propagationPolicy*
ListMeta remainingItemCount*
ManagedFieldsEntry fieldsV1* time*
ObjectMeta deletionGracePeriodSeconds* deletionTimestamp*
OwnerReference blockOwnerDeletion* controller*
Preconditions resourceVersion* uid*`;
var PLAIN = {
	pointer: false,
	struct: false,
	keep: false,
	omit: false
};
var marks = /* @__PURE__ */ new Map();
for (const line of MARKS.trim().split("\n")) {
	const [definition = "", ...fields] = line.split(" ");
	marks.set(definition, new Map(fields.map((field) => [field.replace(/[*&!~]+$/, ""), parse(field)])));
}
function parse(field) {
	return {
		pointer: field.includes("*"),
		struct: field.includes("&"),
		keep: field.includes("!"),
		omit: field.includes("~")
	};
}
/** The exceptions of one field of a definition (`PodSpec`, `priority`). */
function wireOf(definition, field) {
	return marks.get(definition)?.get(field) ?? PLAIN;
}
// src/api/decode.ts
/**
* Reading a body: types checked and values brought into the form in which the real server gives them back (quantities and
* times canonical, zero values left out or written as Go does), unknown fields named.
*/
/** The body does not fit the type; the message is what Go's decoder says. */
var DecodeError = class extends Error {};
/** Decodes a body as an object of that definition. Throws DecodeError where Go's decoder would stop at once (quantities, times). */
function decode(definition, body) {
	const state = {
		strict: [],
		typeError: void 0
	};
	const place = {
		struct: "",
		names: "",
		path: ""
	};
	if (!isObject(body)) throw new DecodeError(`json: cannot unmarshal ${jsonType(body)} into Go value of type ${goName(definition)}`);
	return {
		value: decodeStruct(definition, body, place, state),
		strict: state.strict,
		typeError: state.typeError
	};
}
var plans = /* @__PURE__ */ new WeakMap();
function planOf(definition) {
	let plan = plans.get(definition);
	if (!plan) {
		plan = [...definition.fields.values()].map((field) => ({
			field,
			wire: wireOf(definition.name, field.name)
		}));
		plans.set(definition, plan);
	}
	return plan;
}
function decodeStruct(definition, raw, at, state) {
	const value = {};
	for (const { field, wire } of planOf(definition)) {
		const { name } = field;
		const given = Object.hasOwn(raw, name) ? raw[name] : void 0;
		const place = {
			struct: lastWord(definition.id),
			names: at.names ? `${at.names}.${name}` : name,
			path: join(at.path, name)
		};
		const read = given === void 0 || given === null ? void 0 : decodeValue(field, given, place, state);
		const written = isZero(read, wire) ? zeroOf(field, wire, place, state, definition) : read;
		if (written !== void 0) value[name] = written;
	}
	for (const name of Object.keys(raw).sort()) if (!definition.fields.has(name)) state.strict.push(`unknown field ${goQuote(join(at.path, name))}`);
	return value;
}
/** Whether Go's `omitempty` would leave the value out. */
function isZero(value, wire) {
	if (value === void 0) return true;
	if (wire.pointer) return false;
	if (value === "" || value === 0 || value === false) return true;
	return Array.isArray(value) && value.length === 0;
}
/** What is written for an absent or zero value: undefined for most optional fields. */
function zeroOf(field, wire, place, state, definition) {
	if (wire.struct) return field.type === "ref" ? decodeStruct(refOf(field), {}, place, state) : null;
	if (wire.omit || !(field.required || wire.keep) || field.name === "metadata" || definition.name === "ObjectMeta") return void 0;
	switch (field.type) {
		case "string": return "";
		case "int32":
		case "int64":
		case "double":
		case "IntOrString": return 0;
		case "Quantity": return "0";
		case "boolean": return false;
		case "ref": return wire.keep ? void 0 : decodeStruct(refOf(field), {}, place, state);
		case "list":
		case "map":
		case "Time":
		case "MicroTime": return null;
		default: return;
	}
}
function decodeValue(type, raw, at, state) {
	switch (type.type) {
		case "ref": return isObject(raw) ? decodeStruct(refOf(type), raw, at, state) : mismatch(type, raw, at, state);
		case "list": {
			if (!Array.isArray(raw)) return mismatch(type, raw, at, state);
			const of = type.of;
			return raw.map((one, index) => one === null || one === void 0 ? nullElement(of, at, state) : decodeValue(of, one, {
				...at,
				path: `${at.path}[${index}]`
			}, state));
		}
		case "map": {
			if (!isObject(raw)) return mismatch(type, raw, at, state);
			const keys = Object.keys(raw);
			if (keys.length === 0) return void 0;
			const value = {};
			for (const key of keys) {
				const one = raw[key];
				const read = one === null || one === void 0 ? nullElement(type.of, at, state) : decodeValue(type.of, one, {
					...at,
					path: join(at.path, key)
				}, state);
				if (read !== void 0) setOwn(value, key, read);
			}
			return value;
		}
		case "string": return typeof raw === "string" ? raw : mismatch(type, raw, at, state);
		case "boolean": return typeof raw === "boolean" ? raw : mismatch(type, raw, at, state);
		case "int32":
		case "int64": return decodeInteger(type, raw, at, state);
		case "double": return typeof raw === "number" ? raw : mismatch(type, raw, at, state);
		case "Quantity": return decodeQuantity(raw);
		case "IntOrString": return decodeIntOrString(raw);
		case "Time": return decodeTime(raw, formatTime);
		case "MicroTime": return decodeTime(raw, formatMicroTime);
		case "bytes": return decodeBytes(type, raw, at, state);
		case "object": return isObject(raw) ? raw : mismatch(type, raw, at, state);
		default: return raw;
	}
}
/** A null inside a list or map stands for the element's zero value. */
function nullElement(type, at, state) {
	if (type.type === "ref") return decodeStruct(refOf(type), {}, at, state);
	if (type.type === "string" || type.type === "bytes") return "";
	if (type.type === "Quantity") return "0";
	return type.type === "boolean" ? false : type.type === "int32" || type.type === "int64" ? 0 : null;
}
function decodeInteger(type, raw, at, state) {
	if (typeof raw !== "number") return mismatch(type, raw, at, state);
	return Number.isInteger(raw) && (type.type === "int64" ? Math.abs(raw) < 2 ** 63 : raw >= -(2 ** 31) && raw < 2 ** 31) ? raw : mismatch(type, raw, at, state, `number ${raw}`);
}
function decodeQuantity(raw) {
	if (typeof raw !== "string" && typeof raw !== "number") throw new DecodeError("quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
	try {
		return canonicalQuantity(typeof raw === "string" ? raw.trim() : raw);
	} catch (error) {
		if (error instanceof QuantityError) throw new DecodeError(error.message);
		throw error;
	}
}
function decodeIntOrString(raw) {
	if (typeof raw === "string") return raw;
	if (typeof raw === "number" && Number.isInteger(raw) && Math.abs(raw) < 2 ** 31) return raw;
	throw new DecodeError(`json: cannot unmarshal ${typeof raw === "number" ? `number ${raw}` : jsonType(raw)} into Go value of type int32`);
}
function decodeTime(raw, format) {
	if (typeof raw !== "string") throw new DecodeError(`json: cannot unmarshal ${jsonType(raw)} into Go value of type string`);
	try {
		return format(parseTime(raw));
	} catch (error) {
		if (error instanceof DurationError) throw new DecodeError(error.message);
		throw error;
	}
}
function decodeBytes(type, raw, at, state) {
	if (typeof raw !== "string") return mismatch(type, raw, at, state);
	const text = raw.replace(/[\r\n]/g, "");
	const wrong = /[^A-Za-z0-9+/=]/.exec(text)?.index ?? /=(?!=?$)|^=/.exec(text)?.index ?? (text.length % 4 === 0 ? -1 : text.length - text.length % 4);
	if (wrong >= 0) throw new DecodeError(`illegal base64 data at input byte ${wrong}`);
	return text;
}
/** Records the first value of a wrong type, and goes on without it. */
function mismatch(type, raw, at, state, given = jsonType(raw)) {
	state.typeError ??= `json: cannot unmarshal ${given} into Go struct field ${at.struct}.${at.names} of type ${goType(type)}`;
}
function goType(type) {
	switch (type.type) {
		case "ref": return goName(refOf(type));
		case "list": return `[]${goType(type.of)}`;
		case "map": return `map[string]${goType(type.of)}`;
		case "boolean": return "bool";
		case "double": return "float64";
		case "bytes": return "[]uint8";
		case "object": return "map[string]interface {}";
		case "Quantity": return "resource.Quantity";
		case "IntOrString": return "intstr.IntOrString";
		case "Time":
		case "MicroTime": return `v1.${type.type}`;
		default: return type.type;
	}
}
/** `v1.PodSpec`: the last two words of the id. */
function goName(definition) {
	return definition.id.split(".").slice(-2).join(".");
}
function refOf(type) {
	const found = definition(type.ref ?? "");
	if (!found) throw new Error(`no definition ${type.ref}`);
	return found;
}
function lastWord(id) {
	return id.slice(id.lastIndexOf(".") + 1);
}
function join(path, name) {
	return path ? `${path}.${name}` : name;
}
function jsonType(value) {
	if (Array.isArray(value)) return "array";
	if (typeof value === "boolean") return "bool";
	return value === null || value === void 0 ? "null" : typeof value;
}
/** Sets a key that may be `__proto__`. */
function setOwn(target, key, value) {
	if (key === "__proto__") Object.defineProperty(target, key, {
		value,
		enumerable: true,
		configurable: true,
		writable: true
	});
	else target[key] = value;
}
function isObject(value) {
	return value !== null && typeof value === "object" && !Array.isArray(value);
}
export { decode as n, wireOf as r, DecodeError as t };
