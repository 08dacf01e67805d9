import { i as toGoJson, n as goQuote } from "./go-json-BRfuc-_A.js";
// src/api/field-errors.ts
/**
* Validation errors in the words of the real server (source of the rule: apimachinery's util/validation/field).
* `ApiError.invalid` joins them into one Status.
*/
var required = (field, detail = "") => ({
	type: "required",
	field,
	detail
});
var invalid = (field, value, detail) => ({
	type: "invalid",
	field,
	value,
	detail
});
var duplicate = (field, value) => ({
	type: "duplicate",
	field,
	value,
	detail: ""
});
var forbidden = (field, detail) => ({
	type: "forbidden",
	field,
	detail
});
var notFound = (field, value) => ({
	type: "notFound",
	field,
	value,
	detail: ""
});
var tooLong = (field, max) => ({
	type: "tooLong",
	field,
	detail: `may not be more than ${max} bytes`
});
var tooMany = (field, actual, max) => ({
	type: "tooMany",
	field,
	value: actual,
	detail: `must have at most ${max} items`
});
/** The supported values are named in the order given: the real server sorts them for some fields only. */
var notSupported = (field, value, supported) => ({
	type: "notSupported",
	field,
	value,
	detail: supported.length > 0 ? `supported values: ${supported.map(goQuote).join(", ")}` : ""
});
/** What a type says first, and its name in the causes of a Status. */
var WORDS = {
	required: [
		"Required value",
		"FieldValueRequired",
		false
	],
	forbidden: [
		"Forbidden",
		"FieldValueForbidden",
		false
	],
	tooLong: [
		"Too long",
		"FieldValueTooLong",
		false
	],
	internal: [
		"Internal error",
		"InternalError",
		false
	],
	invalid: [
		"Invalid value",
		"FieldValueInvalid",
		true
	],
	typeInvalid: [
		"Invalid value",
		"FieldValueTypeInvalid",
		true
	],
	notSupported: [
		"Unsupported value",
		"FieldValueNotSupported",
		true
	],
	notFound: [
		"Not found",
		"FieldValueNotFound",
		true
	],
	duplicate: [
		"Duplicate value",
		"FieldValueDuplicate",
		true
	],
	tooMany: [
		"Too many",
		"FieldValueTooMany",
		true
	]
};
/** The error without its field: `Invalid value: 70000: must be between 1 and 65535, inclusive`. */
function fieldErrorBody({ type, value, detail }) {
	const [words, , printsValue] = WORDS[type];
	const shown = printsValue ? `${words}: ${typeof value === "string" ? goQuote(value) : toGoJson(value ?? null)}` : words;
	return detail === "" ? shown : `${shown}: ${detail}`;
}
/** `spec.ports[0].port: Invalid value: 0: must be ...` */
function formatFieldError(error) {
	return `${error.field}: ${fieldErrorBody(error)}`;
}
/** `FieldValueInvalid` and its like: the reason of a cause in a Status. */
function causeOf(error) {
	return WORDS[error.type][1];
}
// src/kinds/resources.ts
/**
* The resources that a v1.36 server serves, in its order of discovery: plural, singular, kind, then what differs from a namespaced
* resource with all verbs. Facts read off reference/discovery-v1.36.json; the kinds that do something are in the folders here.
*/
var RESOURCES = `
# v1
bindings binding Binding verbs=create
componentstatuses componentstatus ComponentStatus cluster short=cs verbs=get,list
configmaps configmap ConfigMap short=cm
endpoints endpoints Endpoints short=ep
events event Event short=ev
limitranges limitrange LimitRange short=limits
namespaces namespace Namespace cluster short=ns verbs=create,delete,get,list,patch,update,watch sub=finalize,status
nodes node Node cluster short=no sub=proxy,status
persistentvolumeclaims persistentvolumeclaim PersistentVolumeClaim short=pvc sub=status
persistentvolumes persistentvolume PersistentVolume cluster short=pv sub=status
pods pod Pod short=po in=all sub=attach,binding,ephemeralcontainers,eviction,exec,log,portforward,proxy,resize,status
podtemplates podtemplate PodTemplate
replicationcontrollers replicationcontroller ReplicationController short=rc in=all sub=scale,status
resourcequotas resourcequota ResourceQuota short=quota sub=status
secrets secret Secret
serviceaccounts serviceaccount ServiceAccount short=sa sub=token
services service Service short=svc in=all sub=proxy,status
# apiregistration.k8s.io/v1
apiservices apiservice APIService cluster in=api-extensions sub=status
# apps/v1
controllerrevisions controllerrevision ControllerRevision
daemonsets daemonset DaemonSet short=ds in=all sub=status
deployments deployment Deployment short=deploy in=all sub=scale,status
replicasets replicaset ReplicaSet short=rs in=all sub=scale,status
statefulsets statefulset StatefulSet short=sts in=all sub=scale,status
# events.k8s.io/v1
events event Event short=ev
# authentication.k8s.io/v1
selfsubjectreviews selfsubjectreview SelfSubjectReview cluster verbs=create
tokenreviews tokenreview TokenReview cluster verbs=create
# authorization.k8s.io/v1
localsubjectaccessreviews localsubjectaccessreview LocalSubjectAccessReview verbs=create
selfsubjectaccessreviews selfsubjectaccessreview SelfSubjectAccessReview cluster verbs=create
selfsubjectrulesreviews selfsubjectrulesreview SelfSubjectRulesReview cluster verbs=create
subjectaccessreviews subjectaccessreview SubjectAccessReview cluster verbs=create
# autoscaling/v2
horizontalpodautoscalers horizontalpodautoscaler HorizontalPodAutoscaler short=hpa in=all sub=status
# autoscaling/v1
horizontalpodautoscalers horizontalpodautoscaler HorizontalPodAutoscaler short=hpa in=all sub=status
# batch/v1
cronjobs cronjob CronJob short=cj in=all sub=status
jobs job Job in=all sub=status
# certificates.k8s.io/v1
certificatesigningrequests certificatesigningrequest CertificateSigningRequest cluster short=csr sub=approval,status
# networking.k8s.io/v1
ingressclasses ingressclass IngressClass cluster
ingresses ingress Ingress short=ing sub=status
ipaddresses ipaddress IPAddress cluster short=ip
networkpolicies networkpolicy NetworkPolicy short=netpol
servicecidrs servicecidr ServiceCIDR cluster sub=status
# policy/v1
poddisruptionbudgets poddisruptionbudget PodDisruptionBudget short=pdb sub=status
# rbac.authorization.k8s.io/v1
clusterrolebindings clusterrolebinding ClusterRoleBinding cluster
clusterroles clusterrole ClusterRole cluster
rolebindings rolebinding RoleBinding
roles role Role
# storage.k8s.io/v1
csidrivers csidriver CSIDriver cluster
csinodes csinode CSINode cluster
csistoragecapacities csistoragecapacity CSIStorageCapacity
storageclasses storageclass StorageClass cluster short=sc
volumeattachments volumeattachment VolumeAttachment cluster sub=status
volumeattributesclasses volumeattributesclass VolumeAttributesClass cluster short=vac
# admissionregistration.k8s.io/v1
mutatingadmissionpolicies mutatingadmissionpolicy MutatingAdmissionPolicy cluster in=api-extensions
mutatingadmissionpolicybindings mutatingadmissionpolicybinding MutatingAdmissionPolicyBinding cluster in=api-extensions
mutatingwebhookconfigurations mutatingwebhookconfiguration MutatingWebhookConfiguration cluster in=api-extensions
validatingadmissionpolicies validatingadmissionpolicy ValidatingAdmissionPolicy cluster in=api-extensions sub=status
validatingadmissionpolicybindings validatingadmissionpolicybinding ValidatingAdmissionPolicyBinding cluster in=api-extensions
validatingwebhookconfigurations validatingwebhookconfiguration ValidatingWebhookConfiguration cluster in=api-extensions
# apiextensions.k8s.io/v1
customresourcedefinitions customresourcedefinition CustomResourceDefinition cluster short=crd,crds in=api-extensions sub=status
# scheduling.k8s.io/v1
priorityclasses priorityclass PriorityClass cluster short=pc
# coordination.k8s.io/v1
leases lease Lease
# node.k8s.io/v1
runtimeclasses runtimeclass RuntimeClass cluster
# discovery.k8s.io/v1
endpointslices endpointslice EndpointSlice
# resource.k8s.io/v1
deviceclasses deviceclass DeviceClass cluster
resourceclaims resourceclaim ResourceClaim sub=status
resourceclaimtemplates resourceclaimtemplate ResourceClaimTemplate
resourceslices resourceslice ResourceSlice cluster
# flowcontrol.apiserver.k8s.io/v1
flowschemas flowschema FlowSchema cluster sub=status
prioritylevelconfigurations prioritylevelconfiguration PriorityLevelConfiguration cluster sub=status
`;
var SERVER_VERSION = "v1.36.2";
var ALL_VERBS = [
	"create",
	"delete",
	"deletecollection",
	"get",
	"list",
	"patch",
	"update",
	"watch"
];
/** All resources, in the order of discovery. */
var API_RESOURCES = parse();
function parse() {
	const found = [];
	let [group, version] = ["", ""];
	for (const line of RESOURCES.trim().split("\n")) {
		if (line.startsWith("# ")) {
			const groupVersion = line.slice(2).split("/");
			version = groupVersion.pop();
			group = groupVersion[0] ?? "";
			continue;
		}
		const [plural = "", singular = "", kind = "", ...rest] = line.split(" ");
		const list = (name) => rest.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1).split(",");
		found.push({
			group,
			version,
			plural,
			singular,
			kind,
			namespaced: !rest.includes("cluster"),
			shortNames: list("short") ?? [],
			categories: list("in") ?? [],
			verbs: list("verbs") ?? ALL_VERBS,
			subresources: list("sub") ?? []
		});
	}
	return found;
}
// src/kinds/define.ts
/** The kind of a resource (`apps/v1`, `deployments`). */
function define(groupVersion, plural, behaviour = {}) {
	const resource = API_RESOURCES.find((one) => one.plural === plural && groupVersionOf(one) === groupVersion);
	if (!resource) throw new Error(`no resource ${plural} in ${groupVersion}`);
	return kindOf(resource, behaviour);
}
/** The kind of a resource: what discovery says of it and how it behaves. */
function kindOf(resource, behaviour = {}) {
	return {
		columns: [],
		...behaviour,
		...resource
	};
}
function groupVersionOf({ group, version }) {
	return group === "" ? version : `${group}/${version}`;
}
// src/kinds/fill.ts
/** Filling in defaults without copying what is complete already: objects come back the same when nothing was missing. */
/** The object with the values for those keys that it lacks. */
function fill(object, defaults) {
	for (const key in defaults) if (object[key] === void 0) return {
		...defaults,
		...withoutUndefined(object)
	};
	return object;
}
function withoutUndefined(object) {
	for (const key in object) if (object[key] === void 0) return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== void 0));
	return object;
}
/** The list with each element replaced by what `each` makes of it. */
function mapSame(list, each) {
	if (!list) return list ?? void 0;
	let changed;
	for (let index = 0; index < list.length; index++) {
		const before = list[index];
		const after = each(before);
		if (after !== before) (changed ??= [...list])[index] = after;
	}
	return changed ?? list;
}
/** The object with one field, if it is there, replaced by what `make` makes of it. */
function within(object, key, make) {
	const before = object[key];
	if (before === void 0 || before === null) return object;
	const after = make(before);
	return after === before ? object : {
		...object,
		[key]: after
	};
}
/** The object with each element of the list in a field replaced by what `each` makes of it. */
function eachOf(object, key, each) {
	return within(object, key, (list) => mapSame(list, each));
}
// src/kinds/storageclass/fresh.ts
var freshStorageClass = { defaults: (one) => fill(one, {
	reclaimPolicy: "Delete",
	volumeBindingMode: "Immediate"
}) };
export { required as _, define as a, SERVER_VERSION as c, fieldErrorBody as d, forbidden as f, notSupported as g, notFound as h, within as i, causeOf as l, invalid as m, eachOf as n, kindOf as o, formatFieldError as p, fill as r, API_RESOURCES as s, freshStorageClass as t, duplicate as u, tooLong as v, tooMany as y };
