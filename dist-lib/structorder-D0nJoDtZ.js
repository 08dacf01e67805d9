import { n as definitionOf, t as definition } from "./schema-PZ-6OS9M.js";
import { g as sortedKeys } from "./yaml-B_WFZAc6.js";
// src/kubectl/output/structorder.ts
/** The order of Go's struct fields: kubectl prints in it what it holds as a typed object, such as what `create` makes. */
var ORDERS = new Map(`
ControllerRevision kind apiVersion metadata data revision
DaemonSet kind apiVersion metadata spec status
DaemonSetCondition type status lastTransitionTime reason message
DaemonSetSpec selector template updateStrategy minReadySeconds revisionHistoryLimit
DaemonSetStatus currentNumberScheduled numberMisscheduled desiredNumberScheduled numberReady observedGeneration updatedNumberScheduled numberAvailable numberUnavailable collisionCount conditions
DaemonSetUpdateStrategy type rollingUpdate
Deployment kind apiVersion metadata spec status
DeploymentCondition type status lastUpdateTime lastTransitionTime reason message
DeploymentSpec replicas selector template strategy minReadySeconds revisionHistoryLimit paused progressDeadlineSeconds
DeploymentStatus observedGeneration replicas updatedReplicas readyReplicas availableReplicas unavailableReplicas terminatingReplicas conditions collisionCount
DeploymentStrategy type rollingUpdate
ReplicaSet kind apiVersion metadata spec status
ReplicaSetCondition type status lastTransitionTime reason message
ReplicaSetSpec replicas minReadySeconds selector template
ReplicaSetStatus replicas fullyLabeledReplicas readyReplicas availableReplicas terminatingReplicas observedGeneration conditions
RollingUpdateDaemonSet maxUnavailable maxSurge
RollingUpdateDeployment maxUnavailable maxSurge
RollingUpdateStatefulSetStrategy partition maxUnavailable
StatefulSet kind apiVersion metadata spec status
StatefulSetCondition type status lastTransitionTime reason message
StatefulSetSpec replicas selector template volumeClaimTemplates serviceName podManagementPolicy updateStrategy revisionHistoryLimit minReadySeconds persistentVolumeClaimRetentionPolicy ordinals
StatefulSetStatus observedGeneration replicas readyReplicas currentReplicas updatedReplicas currentRevision updateRevision collisionCount conditions availableReplicas
StatefulSetUpdateStrategy type rollingUpdate
BoundObjectReference kind apiVersion name
SelfSubjectReview kind apiVersion metadata status
TokenRequest kind apiVersion metadata spec status
TokenRequestSpec audiences expirationSeconds boundObjectRef
TokenRequestStatus token expirationTimestamp
UserInfo username uid groups extra
LocalSubjectAccessReview kind apiVersion metadata spec status
NonResourceRule verbs nonResourceURLs
ResourceAttributes namespace verb group version resource subresource name fieldSelector labelSelector
ResourceRule verbs apiGroups resources resourceNames
SelfSubjectAccessReview kind apiVersion metadata spec status
SelfSubjectAccessReviewSpec resourceAttributes nonResourceAttributes
SelfSubjectRulesReview kind apiVersion metadata spec status
SubjectAccessReview kind apiVersion metadata spec status
SubjectAccessReviewSpec resourceAttributes nonResourceAttributes user groups extra uid
SubjectAccessReviewStatus allowed denied reason evaluationError
SubjectRulesReviewStatus resourceRules nonResourceRules incomplete evaluationError
AutoscalingV1CrossVersionObjectReference kind name apiVersion
AutoscalingV1HorizontalPodAutoscaler kind apiVersion metadata spec status
AutoscalingV1HorizontalPodAutoscalerSpec scaleTargetRef minReplicas maxReplicas targetCPUUtilizationPercentage
AutoscalingV1HorizontalPodAutoscalerStatus observedGeneration lastScaleTime currentReplicas desiredReplicas currentCPUUtilizationPercentage
Scale kind apiVersion metadata spec status
ContainerResourceMetricSource name target container
ContainerResourceMetricStatus name current container
CrossVersionObjectReference kind name apiVersion
ExternalMetricStatus metric current
HPAScalingPolicy type value periodSeconds
HPAScalingRules stabilizationWindowSeconds selectPolicy policies tolerance
HorizontalPodAutoscaler kind apiVersion metadata spec status
HorizontalPodAutoscalerBehavior scaleUp scaleDown
HorizontalPodAutoscalerCondition type status lastTransitionTime reason message
HorizontalPodAutoscalerSpec scaleTargetRef minReplicas maxReplicas metrics behavior
HorizontalPodAutoscalerStatus observedGeneration lastScaleTime currentReplicas desiredReplicas currentMetrics conditions
MetricSpec type object pods resource containerResource external
MetricStatus type object pods resource containerResource external
MetricTarget type value averageValue averageUtilization
MetricValueStatus value averageValue averageUtilization
ObjectMetricSource describedObject target metric
ObjectMetricStatus metric current describedObject
PodsMetricStatus metric current
ResourceMetricStatus name current
CronJob kind apiVersion metadata spec status
CronJobSpec schedule timeZone startingDeadlineSeconds concurrencyPolicy suspend jobTemplate successfulJobsHistoryLimit failedJobsHistoryLimit
Job kind apiVersion metadata spec status
JobCondition type status lastProbeTime lastTransitionTime reason message
JobSpec parallelism completions activeDeadlineSeconds podFailurePolicy successPolicy backoffLimit backoffLimitPerIndex maxFailedIndexes selector manualSelector template ttlSecondsAfterFinished completionMode suspend podReplacementPolicy managedBy
JobStatus conditions startTime completionTime active succeeded failed terminating completedIndexes failedIndexes uncountedTerminatedPods ready
PodFailurePolicyOnPodConditionsPattern type status
SuccessPolicyRule succeededIndexes succeededCount
UncountedTerminatedPods succeeded failed
Lease kind apiVersion metadata spec
LeaseSpec holderIdentity leaseDurationSeconds acquireTime renewTime leaseTransitions strategy preferredHolder
AWSElasticBlockStoreVolumeSource volumeID fsType partition readOnly
AppArmorProfile type localhostProfile
AttachedVolume name devicePath
AzureDiskVolumeSource diskName diskURI cachingMode fsType readOnly kind
AzureFilePersistentVolumeSource secretName shareName readOnly secretNamespace
AzureFileVolumeSource secretName shareName readOnly
Binding kind apiVersion metadata target
CSIPersistentVolumeSource driver volumeHandle readOnly fsType volumeAttributes controllerPublishSecretRef nodeStageSecretRef nodePublishSecretRef controllerExpandSecretRef nodeExpandSecretRef
CSIVolumeSource driver readOnly fsType volumeAttributes nodePublishSecretRef
CephFSPersistentVolumeSource monitors path user secretFile secretRef readOnly
CephFSVolumeSource monitors path user secretFile secretRef readOnly
CinderPersistentVolumeSource volumeID fsType readOnly secretRef
CinderVolumeSource volumeID fsType readOnly secretRef
ClusterTrustBundleProjection name signerName labelSelector optional path
ConfigMap kind apiVersion metadata immutable data binaryData
ConfigMapKeySelector name key optional
ConfigMapNodeConfigSource namespace name uid resourceVersion kubeletConfigKey
ConfigMapProjection name items optional
ConfigMapVolumeSource name items defaultMode optional
Container name image command args workingDir ports envFrom env resources resizePolicy restartPolicy restartPolicyRules volumeMounts volumeDevices livenessProbe readinessProbe startupProbe lifecycle terminationMessagePath terminationMessagePolicy imagePullPolicy securityContext stdin stdinOnce tty
ContainerExtendedResourceRequest containerName resourceName requestName
ContainerPort name hostPort containerPort protocol hostIP
ContainerState waiting running terminated
ContainerStateTerminated exitCode signal reason message startedAt finishedAt containerID
ContainerStateWaiting reason message
ContainerStatus name state lastState ready restartCount image imageID containerID started allocatedResources resources volumeMounts user allocatedResourcesStatus stopSignal
DownwardAPIVolumeFile path fieldRef resourceFieldRef mode
DownwardAPIVolumeSource items defaultMode
EndpointAddress ip hostname nodeName targetRef
EndpointPort name port protocol appProtocol
Endpoints kind apiVersion metadata subsets
EnvFromSource prefix configMapRef secretRef
EnvVarSource fieldRef resourceFieldRef configMapKeyRef secretKeyRef fileKeyRef
EphemeralContainer name image command args workingDir ports envFrom env resources resizePolicy restartPolicy restartPolicyRules volumeMounts volumeDevices livenessProbe readinessProbe startupProbe lifecycle terminationMessagePath terminationMessagePolicy imagePullPolicy securityContext stdin stdinOnce tty targetContainerName
Event kind apiVersion metadata involvedObject reason message source firstTimestamp lastTimestamp count type eventTime series action related reportingComponent reportingInstance
FCVolumeSource targetWWNs lun fsType readOnly wwids
FileKeySelector volumeName path key optional
FlexPersistentVolumeSource driver fsType secretRef readOnly options
FlexVolumeSource driver fsType secretRef readOnly options
GCEPersistentDiskVolumeSource pdName fsType partition readOnly
GitRepoVolumeSource repository revision directory
GlusterfsPersistentVolumeSource endpoints path readOnly endpointsNamespace
HTTPGetAction path port host scheme httpHeaders
HostAlias ip hostnames
ISCSIPersistentVolumeSource targetPortal iqn lun iscsiInterface fsType readOnly portals chapAuthDiscovery chapAuthSession secretRef initiatorName
ISCSIVolumeSource targetPortal iqn lun iscsiInterface fsType readOnly portals chapAuthDiscovery chapAuthSession secretRef initiatorName
ImageVolumeSource reference pullPolicy
KeyToPath key path mode
LifecycleHandler exec httpGet tcpSocket sleep
LimitRange kind apiVersion metadata spec
LimitRangeItem type max min default defaultRequest maxLimitRequestRatio
LinuxContainerUser uid gid supplementalGroups
LoadBalancerIngress ip hostname ipMode ports
LocalVolumeSource path fsType
ModifyVolumeStatus targetVolumeAttributesClassName status
NFSVolumeSource server path readOnly
Namespace kind apiVersion metadata spec status
NamespaceCondition type status lastTransitionTime reason message
NamespaceStatus phase conditions
Node kind apiVersion metadata spec status
NodeAddress type address
NodeAffinity requiredDuringSchedulingIgnoredDuringExecution preferredDuringSchedulingIgnoredDuringExecution
NodeAllocatableResourceClaimStatus resourceClaimName containers resources
NodeCondition type status lastHeartbeatTime lastTransitionTime reason message
NodeConfigStatus assigned active lastKnownGood error
NodeRuntimeHandler name features
NodeSpec podCIDR podCIDRs providerID unschedulable taints configSource externalID
NodeStatus capacity allocatable phase conditions addresses daemonEndpoints nodeInfo images volumesInUse volumesAttached config runtimeHandlers features declaredFeatures
NodeSystemInfo machineID systemUUID bootID kernelVersion osImage containerRuntimeVersion kubeletVersion kubeProxyVersion operatingSystem architecture swap
ObjectReference kind namespace name uid apiVersion resourceVersion fieldPath
PersistentVolume kind apiVersion metadata spec status
PersistentVolumeClaim kind apiVersion metadata spec status
PersistentVolumeClaimCondition type status lastProbeTime lastTransitionTime reason message
PersistentVolumeClaimSpec accessModes selector resources volumeName storageClassName volumeMode dataSource dataSourceRef volumeAttributesClassName
PersistentVolumeClaimStatus phase accessModes capacity conditions allocatedResources allocatedResourceStatuses currentVolumeAttributesClassName modifyVolumeStatus
PersistentVolumeSpec capacity gcePersistentDisk awsElasticBlockStore hostPath glusterfs nfs rbd iscsi cinder cephfs fc flocker flexVolume azureFile vsphereVolume quobyte azureDisk photonPersistentDisk portworxVolume scaleIO local storageos csi accessModes claimRef persistentVolumeReclaimPolicy storageClassName mountOptions volumeMode nodeAffinity volumeAttributesClassName
PersistentVolumeStatus phase message reason lastPhaseTransitionTime
PhotonPersistentDiskVolumeSource pdID fsType
Pod kind apiVersion metadata spec status
PodAffinity requiredDuringSchedulingIgnoredDuringExecution preferredDuringSchedulingIgnoredDuringExecution
PodAffinityTerm labelSelector namespaces topologyKey namespaceSelector matchLabelKeys mismatchLabelKeys
PodAntiAffinity requiredDuringSchedulingIgnoredDuringExecution preferredDuringSchedulingIgnoredDuringExecution
PodCertificateProjection signerName keyType maxExpirationSeconds credentialBundlePath keyPath certificateChainPath userAnnotations
PodCondition type observedGeneration status lastProbeTime lastTransitionTime reason message
PodDNSConfig nameservers searches options
PodSecurityContext seLinuxOptions windowsOptions runAsUser runAsGroup runAsNonRoot supplementalGroups supplementalGroupsPolicy fsGroup sysctls fsGroupChangePolicy seccompProfile appArmorProfile seLinuxChangePolicy
PodSpec volumes initContainers containers ephemeralContainers restartPolicy terminationGracePeriodSeconds activeDeadlineSeconds dnsPolicy nodeSelector serviceAccountName serviceAccount automountServiceAccountToken nodeName hostNetwork hostPID hostIPC shareProcessNamespace securityContext imagePullSecrets hostname subdomain affinity schedulerName tolerations hostAliases priorityClassName priority dnsConfig readinessGates runtimeClassName enableServiceLinks preemptionPolicy overhead topologySpreadConstraints setHostnameAsFQDN os hostUsers schedulingGates resourceClaims resources hostnameOverride schedulingGroup
PodStatus observedGeneration phase conditions message reason nominatedNodeName hostIP hostIPs podIP podIPs startTime initContainerStatuses containerStatuses qosClass ephemeralContainerStatuses resize resourceClaimStatuses extendedResourceClaimStatus allocatedResources resources nodeAllocatableResourceClaimStatuses
PodTemplate kind apiVersion metadata template
PortStatus port protocol error
PortworxVolumeSource volumeID fsType readOnly
PreferredSchedulingTerm weight preference
Probe exec httpGet tcpSocket grpc initialDelaySeconds timeoutSeconds periodSeconds successThreshold failureThreshold terminationGracePeriodSeconds
ProjectedVolumeSource sources defaultMode
QuobyteVolumeSource registry volume readOnly user group tenant
RBDPersistentVolumeSource monitors image fsType pool user keyring secretRef readOnly
RBDVolumeSource monitors image fsType pool user keyring secretRef readOnly
ReplicationController kind apiVersion metadata spec status
ReplicationControllerCondition type status lastTransitionTime reason message
ReplicationControllerSpec replicas minReadySeconds selector template
ReplicationControllerStatus replicas fullyLabeledReplicas readyReplicas availableReplicas observedGeneration conditions
ResourceFieldSelector containerName resource divisor
ResourceHealth resourceID health message
ResourceQuota kind apiVersion metadata spec status
ResourceQuotaSpec hard scopes scopeSelector
ResourceRequirements limits requests claims
SELinuxOptions user role type level
ScaleIOPersistentVolumeSource gateway system secretRef sslEnabled protectionDomain storagePool storageMode volumeName fsType readOnly
ScaleIOVolumeSource gateway system secretRef sslEnabled protectionDomain storagePool storageMode volumeName fsType readOnly
ScopedResourceSelectorRequirement scopeName operator values
SeccompProfile type localhostProfile
Secret kind apiVersion metadata immutable data stringData type
SecretKeySelector name key optional
SecretProjection name items optional
SecretVolumeSource secretName items defaultMode optional
SecurityContext capabilities privileged seLinuxOptions windowsOptions runAsUser runAsGroup runAsNonRoot readOnlyRootFilesystem allowPrivilegeEscalation procMount seccompProfile appArmorProfile
Service kind apiVersion metadata spec status
ServiceAccount kind apiVersion metadata secrets imagePullSecrets automountServiceAccountToken
ServicePort name protocol appProtocol port targetPort nodePort
ServiceSpec ports selector clusterIP clusterIPs type externalIPs sessionAffinity loadBalancerIP loadBalancerSourceRanges externalName externalTrafficPolicy healthCheckNodePort publishNotReadyAddresses sessionAffinityConfig ipFamilies ipFamilyPolicy allocateLoadBalancerNodePorts loadBalancerClass internalTrafficPolicy trafficDistribution
ServiceStatus loadBalancer conditions
StorageOSPersistentVolumeSource volumeName volumeNamespace fsType readOnly secretRef
StorageOSVolumeSource volumeName volumeNamespace fsType readOnly secretRef
TCPSocketAction port host
Taint key value effect timeAdded
Toleration key operator value effect tolerationSeconds
TopologySpreadConstraint maxSkew topologyKey whenUnsatisfiable labelSelector minDomains nodeAffinityPolicy nodeTaintsPolicy matchLabelKeys
Volume name hostPath emptyDir gcePersistentDisk awsElasticBlockStore gitRepo secret nfs iscsi glusterfs persistentVolumeClaim rbd flexVolume cinder cephfs flocker downwardAPI fc azureFile configMap vsphereVolume quobyte azureDisk photonPersistentDisk projected portworxVolume scaleIO storageos csi ephemeral image
VolumeDevice name devicePath
VolumeMount name readOnly recursiveReadOnly mountPath subPath mountPropagation subPathExpr
VolumeMountStatus name mountPath readOnly recursiveReadOnly volumeStatus
VolumeProjection secret downwardAPI configMap serviceAccountToken clusterTrustBundle podCertificate
VsphereVirtualDiskVolumeSource volumePath fsType storagePolicyName storagePolicyID
WeightedPodAffinityTerm weight podAffinityTerm
WindowsSecurityContextOptions gmsaCredentialSpecName gmsaCredentialSpec runAsUserName hostProcess
Endpoint addresses conditions hostname targetRef deprecatedTopology nodeName zone hints
EndpointHints forZones forNodes
DiscoveryV1EndpointPort name protocol port appProtocol
EndpointSlice kind apiVersion metadata addressType endpoints ports
EventsV1Event kind apiVersion metadata eventTime series reportingController reportingInstance action reason regarding related note type deprecatedSource deprecatedFirstTimestamp deprecatedLastTimestamp deprecatedCount
HTTPIngressPath path pathType backend
Ingress kind apiVersion metadata spec status
IngressBackend service resource
IngressClass kind apiVersion metadata spec
IngressClassParametersReference kind name scope namespace
IngressLoadBalancerIngress ip hostname ports
IngressPortStatus port protocol error
IngressSpec ingressClassName defaultBackend tls rules
NetworkPolicy kind apiVersion metadata spec
NetworkPolicyIngressRule ports from
NetworkPolicyPeer podSelector namespaceSelector ipBlock
NetworkPolicyPort protocol port endPort
NetworkPolicySpec podSelector ingress egress policyTypes
Eviction kind apiVersion metadata deleteOptions
PodDisruptionBudget kind apiVersion metadata spec status
PodDisruptionBudgetSpec minAvailable selector maxUnavailable unhealthyPodEvictionPolicy
PodDisruptionBudgetStatus observedGeneration disruptedPods disruptionsAllowed currentHealthy desiredHealthy expectedPods conditions
ClusterRole kind apiVersion metadata rules aggregationRule
ClusterRoleBinding kind apiVersion metadata subjects roleRef
PolicyRule verbs apiGroups resources resourceNames nonResourceURLs
Role kind apiVersion metadata rules
RoleBinding kind apiVersion metadata subjects roleRef
Subject kind apiGroup name namespace
PriorityClass kind apiVersion metadata value globalDefault description preemptionPolicy
StorageClass kind apiVersion metadata provisioner parameters reclaimPolicy mountOptions allowVolumeExpansion volumeBindingMode allowedTopologies
CustomResourceDefinition kind apiVersion
APIGroup kind apiVersion name versions preferredVersion serverAddressByClientCIDRs
APIGroupList kind apiVersion groups
APIResource name singularName namespaced group version kind verbs shortNames categories storageVersionHash
APIResourceList kind apiVersion groupVersion resources
APIVersions kind apiVersion versions serverAddressByClientCIDRs
Condition type status observedGeneration lastTransitionTime reason message
DeleteOptions kind apiVersion gracePeriodSeconds preconditions orphanDependents propagationPolicy dryRun ignoreStoreReadErrorWithClusterBreakingPotential
LabelSelector matchLabels matchExpressions
ListMeta selfLink resourceVersion continue remainingItemCount shardInfo
ManagedFieldsEntry manager operation apiVersion time fieldsType fieldsV1 subresource
ObjectMeta name generateName namespace selfLink uid resourceVersion generation creationTimestamp deletionTimestamp deletionGracePeriodSeconds labels annotations ownerReferences finalizers managedFields
OwnerReference apiVersion kind name uid controller blockOwnerDeletion
Preconditions uid resourceVersion
Status kind apiVersion metadata status message reason details code
StatusCause reason message field
StatusDetails name group kind uid causes retryAfterSeconds
WatchEvent type object
`.trim().split("\n").map((line) => line.split(" ")).map(([name = "", ...fields]) => [name, fields]));
/** For each object inside `object` its keys in the order in which Go writes them. */
function structKeys(object) {
	const known = /* @__PURE__ */ new Map();
	const root = definitionOf(String(object.apiVersion), String(object.kind));
	if (root) note(object, {
		type: "ref",
		ref: root.name
	}, known);
	return (fields) => known.get(fields) ?? sortedKeys(fields);
}
function note(value, type, known) {
	if (typeof value !== "object" || value === null) return;
	if (type.type === "list" && type.of && Array.isArray(value)) for (const item of value) note(item, type.of, known);
	if (type.type === "map" && type.of) for (const item of Object.values(value)) note(item, type.of, known);
	const found = type.type === "ref" && type.ref ? definition(type.ref) : void 0;
	if (!found || Array.isArray(value)) return;
	const fields = value;
	const order = ORDERS.get(found.name);
	if (order) known.set(value, [...order.filter((name) => Object.hasOwn(fields, name)), ...sortedKeys(fields).filter((name) => !order.includes(name))]);
	for (const field of found.fields.values()) if (Object.hasOwn(fields, field.name)) note(fields[field.name], field, known);
}
export { structKeys };
