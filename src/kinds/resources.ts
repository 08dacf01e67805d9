/**
 * The resources that a v1.36 server serves, in its order of discovery: plural, singular, kind, then what differs from a namespaced
 * resource with all verbs. Facts read off reference/discovery-v1.36.json; the kinds that do something are in the folders here.
 * `put=` is how a PUT differs (source: AllowCreateOnUpdate and AllowUnconditionalUpdate of pkg/registry's strategies): `creates` what is
 * not there, or is only taken `versioned`.
 */
const RESOURCES = `
# v1
bindings binding Binding verbs=create
componentstatuses componentstatus ComponentStatus cluster short=cs verbs=get,list
configmaps configmap ConfigMap short=cm
endpoints endpoints Endpoints short=ep put=creates
events event Event short=ev put=creates
limitranges limitrange LimitRange short=limits put=creates
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
services service Service short=svc in=all sub=proxy,status put=creates
# apiregistration.k8s.io/v1
apiservices apiservice APIService cluster in=api-extensions sub=status put=versioned
# apps/v1
controllerrevisions controllerrevision ControllerRevision
daemonsets daemonset DaemonSet short=ds in=all sub=status
deployments deployment Deployment short=deploy in=all sub=scale,status
replicasets replicaset ReplicaSet short=rs in=all sub=scale,status
statefulsets statefulset StatefulSet short=sts in=all sub=scale,status
# events.k8s.io/v1
events event Event short=ev put=creates
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
poddisruptionbudgets poddisruptionbudget PodDisruptionBudget short=pdb sub=status put=versioned
# rbac.authorization.k8s.io/v1
clusterrolebindings clusterrolebinding ClusterRoleBinding cluster put=creates
clusterroles clusterrole ClusterRole cluster put=creates
rolebindings rolebinding RoleBinding put=creates
roles role Role put=creates
# storage.k8s.io/v1
csidrivers csidriver CSIDriver cluster put=versioned
csinodes csinode CSINode cluster put=versioned
csistoragecapacities csistoragecapacity CSIStorageCapacity put=versioned
storageclasses storageclass StorageClass cluster short=sc
volumeattachments volumeattachment VolumeAttachment cluster sub=status put=versioned
volumeattributesclasses volumeattributesclass VolumeAttributesClass cluster short=vac
# admissionregistration.k8s.io/v1
mutatingadmissionpolicies mutatingadmissionpolicy MutatingAdmissionPolicy cluster in=api-extensions put=versioned
mutatingadmissionpolicybindings mutatingadmissionpolicybinding MutatingAdmissionPolicyBinding cluster in=api-extensions put=versioned
mutatingwebhookconfigurations mutatingwebhookconfiguration MutatingWebhookConfiguration cluster in=api-extensions put=versioned
validatingadmissionpolicies validatingadmissionpolicy ValidatingAdmissionPolicy cluster in=api-extensions sub=status put=versioned
validatingadmissionpolicybindings validatingadmissionpolicybinding ValidatingAdmissionPolicyBinding cluster in=api-extensions put=versioned
validatingwebhookconfigurations validatingwebhookconfiguration ValidatingWebhookConfiguration cluster in=api-extensions put=versioned
# apiextensions.k8s.io/v1
customresourcedefinitions customresourcedefinition CustomResourceDefinition cluster short=crd,crds in=api-extensions sub=status put=versioned
# scheduling.k8s.io/v1
priorityclasses priorityclass PriorityClass cluster short=pc
# coordination.k8s.io/v1
leases lease Lease put=creates,versioned
# node.k8s.io/v1
runtimeclasses runtimeclass RuntimeClass cluster put=versioned
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

export const SERVER_VERSION = 'v1.36.2';

export interface ApiResource {
  readonly group: string;
  readonly version: string;
  readonly plural: string;
  readonly singular: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly shortNames: readonly string[];
  readonly categories: readonly string[];
  readonly verbs: readonly string[];
  /** 'status', 'scale', 'log', ... */
  readonly subresources: readonly string[];
  readonly put: readonly ('creates' | 'versioned')[];
}

export const ALL_VERBS: readonly string[] = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];

/** All resources, in the order of discovery. */
export const API_RESOURCES: readonly ApiResource[] = parse();

function parse(): ApiResource[] {
  const found: ApiResource[] = [];
  let [group, version] = ['', ''];
  for (const line of RESOURCES.trim().split('\n')) {
    if (line.startsWith('# ')) {
      const groupVersion = line.slice(2).split('/');
      version = groupVersion.pop() as string;
      group = groupVersion[0] ?? '';
      continue;
    }
    const [plural = '', singular = '', kind = '', ...rest] = line.split(' ');
    const list = (name: string): string[] | undefined =>
      rest
        .find((one) => one.startsWith(`${name}=`))
        ?.slice(name.length + 1)
        .split(',');
    found.push({
      group,
      version,
      plural,
      singular,
      kind,
      namespaced: !rest.includes('cluster'),
      shortNames: list('short') ?? [],
      categories: list('in') ?? [],
      verbs: list('verbs') ?? ALL_VERBS,
      subresources: list('sub') ?? [],
      put: (list('put') ?? []) as ApiResource['put'],
    });
  }
  return found;
}
