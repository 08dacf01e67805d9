/**
 * The roles of the control plane's own parts, and who has them, as a server makes them when it starts (source:
 * plugin/pkg/auth/authorizer/rbac/bootstrappolicy). Those that people are given are written for good: `controllers/rbac/policy.ts`.
 */
import type { KubeObject } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
import type { Behaviour } from '../define.ts';
import { implied } from '../implied.ts';
import type { PolicyRule, Subject } from '../types.gen.ts';

const GROUP = 'rbac.authorization.k8s.io';
const CONTROLLER = 'system:controller:';
const LABELS = { 'kubernetes.io/bootstrapping': 'rbac-defaults' };
const ANNOTATIONS = { 'rbac.authorization.kubernetes.io/autoupdate': 'true' };

/** What short words of the lists below stand for. */
const VERBS: Readonly<Record<string, string>> = {
  read: 'get,list,watch',
  readwrite: 'create,delete,deletecollection,get,list,patch,update,watch',
  readupdate: 'get,list,patch,update,watch',
};
const EVENTS = 'create,patch,update -,events.k8s.io events';

/**
 * A role's name, then its rules: verbs, groups (`-` is the core one), resources, names of objects; or `get` and URLs. `events` is the
 * rule by which all of them write events. A name that starts with `:` is that of a controller, whose account has the role.
 */
const CLUSTER_ROLES = `
system:certificates.k8s.io:certificatesigningrequests:nodeclient
  create certificates.k8s.io certificatesigningrequests/nodeclient
system:certificates.k8s.io:certificatesigningrequests:selfnodeclient
  create certificates.k8s.io certificatesigningrequests/selfnodeclient
system:certificates.k8s.io:kube-apiserver-client-approver
  approve certificates.k8s.io signers kubernetes.io/kube-apiserver-client
system:certificates.k8s.io:kube-apiserver-client-kubelet-approver
  approve certificates.k8s.io signers kubernetes.io/kube-apiserver-client-kubelet
system:certificates.k8s.io:kubelet-serving-approver
  approve certificates.k8s.io signers kubernetes.io/kubelet-serving
system:certificates.k8s.io:legacy-unknown-approver
  approve certificates.k8s.io signers kubernetes.io/legacy-unknown
system:heapster
  read - events,namespaces,nodes,pods
  read extensions deployments
system:kube-aggregator
  read - endpoints,services
system:kube-controller-manager
  events
  create coordination.k8s.io leases
  get,update coordination.k8s.io leases kube-controller-manager
  create - secrets,serviceaccounts
  delete - secrets
  get - configmaps,namespaces,secrets,serviceaccounts
  update - secrets,serviceaccounts
  create authentication.k8s.io tokenreviews
  create authorization.k8s.io subjectaccessreviews
  list,watch * *
  create - serviceaccounts/token
system:kube-dns
  list,watch - endpoints,services
system:kube-scheduler
  events
  create coordination.k8s.io leases
  get,update coordination.k8s.io leases kube-scheduler
  read - nodes
  delete,get,list,watch - pods
  create - bindings,pods/binding
  patch,update - pods/status
  read - replicationcontrollers,services
  read apps,extensions replicasets
  read apps statefulsets
  read policy poddisruptionbudgets
  read - persistentvolumeclaims,persistentvolumes
  create authentication.k8s.io tokenreviews
  create authorization.k8s.io subjectaccessreviews
  read storage.k8s.io csinodes
  read - namespaces
  read storage.k8s.io csidrivers
  read storage.k8s.io csistoragecapacities
  read storage.k8s.io volumeattachments
  read resource.k8s.io deviceclasses,resourceclaims
  readupdate resource.k8s.io resourceclaims/status
  readupdate - pods/finalizers
  read resource.k8s.io resourceslices
system:kubelet-api-admin
  read - nodes
  proxy - nodes
  * - nodes/configz,nodes/healthz,nodes/log,nodes/metrics,nodes/pods,nodes/proxy,nodes/stats
system:node
  create authentication.k8s.io tokenreviews
  create authorization.k8s.io localsubjectaccessreviews,subjectaccessreviews
  read - services
  create,get,list,watch - nodes
  patch,update - nodes/status
  patch,update - nodes
  create,patch,update - events
  read - pods
  create,delete - pods
  patch,update - pods/status
  create - pods/eviction
  read - configmaps,secrets
  get - persistentvolumeclaims,persistentvolumes
  get - endpoints
  create,get,list,watch certificates.k8s.io certificatesigningrequests
  create,delete,get,patch,update coordination.k8s.io leases
  get storage.k8s.io volumeattachments
  create - serviceaccounts/token
  get,patch,update - persistentvolumeclaims/status
  read storage.k8s.io csidrivers
  create,delete,get,patch,update storage.k8s.io csinodes
  read node.k8s.io runtimeclasses
  get resource.k8s.io resourceclaims
  deletecollection resource.k8s.io resourceslices
  create,delete,get,list,patch,update,watch resource.k8s.io resourceslices
system:node-bootstrapper
  create,get,list,watch certificates.k8s.io certificatesigningrequests
system:node-problem-detector
  get - nodes
  patch - nodes/status
  events
system:node-proxier
  list,watch - endpoints,services
  read - nodes
  events
  list,watch discovery.k8s.io endpointslices
  list,watch networking.k8s.io servicecidrs
system:persistent-volume-provisioner
  create,delete,get,list,watch - persistentvolumes
  get,list,update,watch - persistentvolumeclaims
  read storage.k8s.io storageclasses
  watch - events
  events
system:service-account-issuer-discovery
  get /.well-known/openid-configuration,/.well-known/openid-configuration/,/openid/v1/jwks,/openid/v1/jwks/
system:volume-scheduler
  readupdate - persistentvolumes
  read storage.k8s.io storageclasses
  readupdate - persistentvolumeclaims
:attachdetach-controller
  list,watch - persistentvolumeclaims,persistentvolumes
  read - nodes
  patch,update - nodes/status
  list,watch - pods
  events
  create,delete,get,list,watch storage.k8s.io volumeattachments
  read storage.k8s.io csidrivers
  read storage.k8s.io csinodes
:certificate-controller
  delete,get,list,watch certificates.k8s.io certificatesigningrequests
  update certificates.k8s.io certificatesigningrequests/approval,certificatesigningrequests/status
  approve certificates.k8s.io signers kubernetes.io/kube-apiserver-client-kubelet
  sign certificates.k8s.io signers kubernetes.io/kube-apiserver-client,kubernetes.io/kube-apiserver-client-kubelet,kubernetes.io/kubelet-serving,kubernetes.io/legacy-unknown
  create authorization.k8s.io subjectaccessreviews
  events
:clusterrole-aggregation-controller
  escalate,get,list,patch,update,watch rbac.authorization.k8s.io clusterroles
:cronjob-controller
  get,list,update,watch batch cronjobs
  create,delete,get,list,patch,update,watch batch jobs
  update batch cronjobs/status
  update batch cronjobs/finalizers
  delete,list - pods
  events
:daemon-set-controller
  read apps,extensions daemonsets
  update apps,extensions daemonsets/status
  update apps,extensions daemonsets/finalizers
  list,watch - nodes
  create,delete,list,patch,watch - pods
  create - pods/binding
  create,delete,get,list,patch,update,watch apps controllerrevisions
  events
:deployment-controller
  get,list,update,watch apps,extensions deployments
  update apps,extensions deployments/status
  update apps,extensions deployments/finalizers
  create,delete,get,list,patch,update,watch apps,extensions replicasets
  get,list,update,watch - pods
  events
:disruption-controller
  read apps,extensions deployments
  read apps,extensions replicasets
  read - replicationcontrollers
  read policy poddisruptionbudgets
  read apps statefulsets
  update policy poddisruptionbudgets/status
  get * */scale
  events
  patch - pods/status
:endpoint-controller
  read - pods,services
  create,delete,get,list,update - endpoints
  create - endpoints/restricted
  events
:endpointslice-controller
  read - nodes,pods,services
  update - services/finalizers
  create,delete,get,list,update discovery.k8s.io endpointslices
  events
:endpointslicemirroring-controller
  read - endpoints,services
  update - services/finalizers
  update - endpoints/finalizers
  create,delete,get,list,update discovery.k8s.io endpointslices
  events
:ephemeral-volume-controller
  read - pods
  update - pods/finalizers
  create,get,list,watch - persistentvolumeclaims
  events
:expand-controller
  readupdate - persistentvolumes
  patch,update - persistentvolumeclaims/status
  read - persistentvolumeclaims
  read storage.k8s.io storageclasses
  get - endpoints,services
  get - secrets
  events
:generic-garbage-collector
  delete,get,list,patch,update,watch * *
  events
:horizontal-pod-autoscaler
  read autoscaling horizontalpodautoscalers
  update autoscaling horizontalpodautoscalers/status
  get,update * */scale
  list - pods
  list metrics.k8s.io pods
  get,list custom.metrics.k8s.io *
  get,list external.metrics.k8s.io *
  events
:job-controller
  get,list,patch,update,watch batch jobs
  update batch jobs/status
  update batch jobs/finalizers
  create,delete,list,patch,watch - pods
  events
:legacy-service-account-token-cleaner
  get - configmaps kube-apiserver-legacy-service-account-token-tracking
  delete,patch - secrets
:namespace-controller
  delete,get,list,watch - namespaces
  update - namespaces/finalize,namespaces/status
  delete,deletecollection,get,list,watch * *
:node-controller
  delete,get,list,patch,update - nodes
  patch,update - nodes/status
  patch,update - pods/status
  delete,list - pods
  events
  get - pods
:persistent-volume-binder
  create,delete,get,list,update,watch - persistentvolumes
  update - persistentvolumes/status
  get,list,update,watch - persistentvolumeclaims
  update - persistentvolumeclaims/status
  create,delete,get,list,watch - pods
  read storage.k8s.io storageclasses
  create,delete,get,update - endpoints
  create,delete,get - services
  get - secrets
  get,list - nodes
  watch - events
  events
:pod-garbage-collector
  delete,list,watch - pods
  get,list - nodes
  patch - pods/status
:pv-protection-controller
  get,list,update,watch - persistentvolumes
  events
:pvc-protection-controller
  get,list,update,watch - persistentvolumeclaims
  read - pods
  events
:replicaset-controller
  get,list,update,watch apps,extensions replicasets
  update apps,extensions replicasets/status
  update apps,extensions replicasets/finalizers
  create,delete,list,patch,watch - pods
  events
:replication-controller
  get,list,update,watch - replicationcontrollers
  update - replicationcontrollers/status
  update - replicationcontrollers/finalizers
  create,delete,list,patch,watch - pods
  events
:resource-claim-controller
  read - pods
  update - pods/finalizers
  create,delete,get,list,watch resource.k8s.io resourceclaims
  patch,update resource.k8s.io resourceclaims,resourceclaims/status
  patch,update - pods/status
  events
:resourcequota-controller
  list,watch * *
  update - resourcequotas/status
  events
:root-ca-cert-publisher
  create,update - configmaps
  events
:route-controller
  list,watch - nodes
  patch - nodes/status
  events
:selinux-warning-controller
  read - persistentvolumeclaims,persistentvolumes,pods
  read storage.k8s.io csidrivers
  events
:service-account-controller
  create - serviceaccounts
  events
:service-cidrs-controller
  get,list,patch,update,watch networking.k8s.io servicecidrs
  patch,update networking.k8s.io servicecidrs/finalizers
  patch,update networking.k8s.io servicecidrs/status
  read networking.k8s.io ipaddresses
  events
:service-controller
  read - services
  patch,update - services/status
  list,watch - nodes
  events
:statefulset-controller
  list,watch - pods
  read apps statefulsets
  update apps statefulsets/status
  update apps statefulsets/finalizers
  create,delete,get,patch,update - pods
  create,delete,get,list,patch,update,watch apps controllerrevisions
  create,get - persistentvolumeclaims
  events
  delete,update - persistentvolumeclaims
:ttl-after-finished-controller
  delete,get,list,watch batch jobs
  events
:ttl-controller
  list,patch,update,watch - nodes
  events
:validatingadmissionpolicy-status-controller
  read admissionregistration.k8s.io validatingadmissionpolicies
  get,patch,update admissionregistration.k8s.io validatingadmissionpolicies/status
  events
:volumeattributesclass-protection-controller
  read - persistentvolumeclaims
  read - persistentvolumes
  get,list,update,watch storage.k8s.io volumeattributesclasses
  events
`;

/** As above, with the namespace before the name. */
const ROLES = `
kube-public :bootstrap-signer
  read - configmaps
  update - configmaps cluster-info
  events
kube-system extension-apiserver-authentication-reader
  read - configmaps extension-apiserver-authentication
kube-system system::leader-locking-kube-controller-manager
  watch - configmaps
  get,update - configmaps kube-controller-manager
kube-system system::leader-locking-kube-scheduler
  watch - configmaps
  get,update - configmaps kube-scheduler
kube-system :bootstrap-signer
  read - secrets
kube-system :cloud-provider
  create,get,list,watch - configmaps
kube-system :token-cleaner
  delete,get,list,watch - secrets
  events
`;

interface Written {
  readonly namespace?: string;
  readonly name: string;
  readonly rules: readonly PolicyRule[];
}

function read(text: string): Written[] {
  return text
    .trim()
    .split(/\n(?! )/)
    .map((one) => {
      const [head = '', ...rules] = one.split('\n');
      const [name = '', namespace] = head.split(' ').reverse();
      return { ...(namespace && { namespace }), name: name.replace(/^:/, CONTROLLER), rules: rules.map((rule) => ruleOf(rule.trim())) };
    });
}

function ruleOf(text: string): PolicyRule {
  const [verbs = '', groups = '', resources, names] = (text === 'events' ? EVENTS : text).split(' ');
  const list = (VERBS[verbs] ?? verbs).split(',');
  if (resources === undefined) return { nonResourceURLs: groups.split(','), verbs: list };
  return {
    apiGroups: groups.split(',').map((one) => (one === '-' ? '' : one)),
    ...(names && { resourceNames: names.split(',') }),
    resources: resources.split(','),
    verbs: list,
  };
}

const user = (name: string): Subject => ({ apiGroup: GROUP, kind: 'User', name });
const account = (name: string): Subject => ({ kind: 'ServiceAccount', name, namespace: 'kube-system' });
const leader = (name: string): Subject[] => [user(`system:${name}`), account(name)];

/** Who has a role that is not a controller's. */
const SUBJECTS: Readonly<Record<string, readonly Subject[]>> = {
  'extension-apiserver-authentication-reader': [user('system:kube-controller-manager'), user('system:kube-scheduler')],
  'system::leader-locking-kube-controller-manager': leader('kube-controller-manager'),
  'system::leader-locking-kube-scheduler': leader('kube-scheduler'),
  'system:kube-controller-manager': [user('system:kube-controller-manager')],
  'system:kube-dns': [account('kube-dns')],
  'system:kube-scheduler': [user('system:kube-scheduler')],
  'system:node': [],
  'system:node-proxier': [user('system:kube-proxy')],
  'system:service-account-issuer-discovery': [{ apiGroup: GROUP, kind: 'Group', name: 'system:serviceaccounts' }],
  'system:volume-scheduler': [user('system:kube-scheduler')],
};

function subjectsOf(name: string): readonly Subject[] | undefined {
  return name.startsWith(CONTROLLER) ? [account(name.slice(CONTROLLER.length))] : SUBJECTS[name];
}

/** A binding has the name of its role, but for the one whose role is not called after the system. */
const bindingName = (role: string): string => (role.startsWith('system:') ? role : `system::${role}`);

const made = (world: World, kind: string, { namespace, name }: Omit<Written, 'rules'>, body: object): KubeObject =>
  implied<KubeObject>(
    world,
    { apiVersion: `${GROUP}/v1`, kind, ...body },
    { name, ...(namespace && { namespace }), annotations: ANNOTATIONS, labels: LABELS },
  );

function rolesOf(text: string, kind: string): Behaviour<KubeObject> {
  return { implied: (world) => read(text).map((one) => made(world, kind, one, { rules: one.rules })) };
}

function bindingsOf(text: string, kind: string): Behaviour<KubeObject> {
  return {
    implied: (world) =>
      read(text).flatMap((one) => {
        const subjects = subjectsOf(one.name);
        if (!subjects) return [];
        const roleRef = { apiGroup: GROUP, kind: kind.replace('Binding', ''), name: one.name };
        const body = subjects.length > 0 ? { roleRef, subjects } : { roleRef };
        return [made(world, kind, { ...one, name: bindingName(one.name) }, body)];
      }),
  };
}

/** By plural: what there is besides what somebody wrote. */
export const BOOTSTRAP: readonly (readonly [plural: string, behaviour: Behaviour<KubeObject>])[] = [
  ['clusterrolebindings', bindingsOf(CLUSTER_ROLES, 'ClusterRoleBinding')],
  ['clusterroles', rolesOf(CLUSTER_ROLES, 'ClusterRole')],
  ['rolebindings', bindingsOf(ROLES, 'RoleBinding')],
  ['roles', rolesOf(ROLES, 'Role')],
];
