/**
 * How absent and zero values travel, as far as the schema does not say it: read off the public Go types of v1.36
 * (pointers, omitempty). Most fields follow the rule "an optional zero value is left out, a required one is written":
 * only the others are listed, after the definition's short name in schema.gen.ts.
 *
 *   name*  a pointer: a zero value is kept (`replicas: 0` differs from no replicas), and no struct is made up
 *   name&  a struct that is always written, if only as {} (a time: as null)
 *   name!  written even when absent, though the schema calls it optional
 *   name~  left out when zero, though the schema calls it required
 */
const MARKS = `
ControllerRevision data!
DaemonSet spec& status&
DaemonSetCondition lastTransitionTime&
DaemonSetSpec revisionHistoryLimit* selector* updateStrategy&
DaemonSetStatus collisionCount*
Deployment spec& status&
DeploymentCondition lastTransitionTime& lastUpdateTime&
DeploymentSpec progressDeadlineSeconds* replicas* revisionHistoryLimit* selector* strategy&
DeploymentStatus collisionCount* terminatingReplicas*
ReplicaSet spec& status&
ReplicaSetCondition lastTransitionTime&
ReplicaSetSpec replicas* selector* template&
ReplicaSetStatus terminatingReplicas*
RollingUpdateDaemonSet maxSurge* maxUnavailable*
RollingUpdateDeployment maxSurge* maxUnavailable*
RollingUpdateStatefulSetStrategy maxUnavailable* partition*
StatefulSet spec& status&
StatefulSetCondition lastTransitionTime&
StatefulSetOrdinals start!
StatefulSetSpec replicas* revisionHistoryLimit* selector* serviceName! updateStrategy&
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
ServicePort appProtocol* targetPort!
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
Preconditions resourceVersion* uid*
CertificateSigningRequestSpec expirationSeconds*
CustomResourceDefinitionVersion deprecationWarning*
CustomResourceSubresourceScale labelSelectorPath*
JSONSchemaProps $ref* additionalItems* additionalProperties* default* example* items* maxItems* maxLength* maxProperties* maximum* minItems* minLength* minProperties* minimum* multipleOf* x-kubernetes-list-type* x-kubernetes-map-type* x-kubernetes-preserve-unknown-fields*
ServiceReference path* port*
ValidationRule optionalOldSelf* reason*
WebhookClientConfig url*
AdmissionregistrationV1ServiceReference path* port*
AdmissionregistrationV1WebhookClientConfig url*
MatchResources matchPolicy*
MutatingAdmissionPolicy spec&
MutatingAdmissionPolicyBinding spec&
MutatingAdmissionPolicySpec failurePolicy*
MutatingWebhook failurePolicy* matchPolicy* reinvocationPolicy* sideEffects* timeoutSeconds*
NamedRuleWithOperations scope*
ParamRef parameterNotFoundAction*
RuleWithOperations scope*
ValidatingAdmissionPolicy spec& status&
ValidatingAdmissionPolicyBinding spec&~
ValidatingAdmissionPolicyBindingSpec policyName~ validationActions~
ValidatingAdmissionPolicySpec failurePolicy*
ValidatingWebhook failurePolicy* matchPolicy* sideEffects* timeoutSeconds*
Validation reason*
APIService spec& status&
APIServiceCondition lastTransitionTime&
ApiregistrationV1ServiceReference port*
TokenReview status&
TokenReviewStatus user&
FlowSchema spec& status&
FlowSchemaCondition lastTransitionTime&
FlowSchemaSpec matchingPrecedence!
ExemptPriorityLevelConfiguration lendablePercent* nominalConcurrencyShares*
LimitedPriorityLevelConfiguration borrowingLimitPercent* lendablePercent* limitResponse& nominalConcurrencyShares*
PriorityLevelConfiguration spec& status&
PriorityLevelConfigurationCondition lastTransitionTime&
QueuingConfiguration handSize! queueLengthLimit! queues!
ResourcePolicyRule namespaces!
IPAddress spec&
ServiceCIDR spec& status&
AllocationResult allocationTimestamp* devices&
Device allNodes* allowMultipleAllocations* bindsToNode* nodeName*
DeviceAttribute bool* int* string* version*
DeviceClassSpec extendedResourceName*
DeviceConstraint distinctAttribute* matchAttribute*
DeviceRequestAllocationResult adminAccess* shareID*
DeviceTaint timeAdded*
DeviceToleration tolerationSeconds*
ExactDeviceRequest adminAccess*
ResourceV1ResourceClaim status&
ResourceClaimSpec devices&
ResourceClaimTemplateSpec metadata&
ResourceSliceSpec allNodes* nodeName* perDeviceNodeSelection*
CSIDriverSpec attachRequired* fsGroupPolicy* nodeAllocatableUpdatePeriodSeconds* podInfoOnMount* preventPodSchedulingIfMissing* requiresRepublish* seLinuxMount* serviceAccountTokenInSecrets* storageCapacity*
CSIStorageCapacity capacity* maximumVolumeSize*
StorageV1TokenRequest expirationSeconds*
VolumeAttachment status&
VolumeAttachmentSource persistentVolumeName*
VolumeError errorCode* time&
VolumeNodeResources count*`;

export interface Wire {
  readonly pointer: boolean;
  readonly struct: boolean;
  readonly keep: boolean;
  readonly omit: boolean;
}

const PLAIN: Wire = { pointer: false, struct: false, keep: false, omit: false };
const marks = new Map<string, ReadonlyMap<string, Wire>>();

for (const line of MARKS.trim().split('\n')) {
  const [definition = '', ...fields] = line.split(' ');
  marks.set(definition, new Map(fields.map((field) => [field.replace(/[*&!~]+$/, ''), parse(field)])));
}

function parse(field: string): Wire {
  return { pointer: field.includes('*'), struct: field.includes('&'), keep: field.includes('!'), omit: field.includes('~') };
}

/** The exceptions of one field of a definition (`PodSpec`, `priority`). */
export function wireOf(definition: string, field: string): Wire {
  return marks.get(definition)?.get(field) ?? PLAIN;
}
