// src/kinds/schema.gen.ts
var SCHEMA = [
	[
		"io.k8s.api.apps.v1",
		"apps/v1",
		`ControllerRevision apiVersion:s data:o kind:s metadata:ObjectMeta revision*:l
DaemonSet apiVersion:s kind:s metadata:ObjectMeta spec:DaemonSetSpec status:DaemonSetStatus
DaemonSetCondition lastTransitionTime:t message:s reason:s status*:s type*:s
DaemonSetSpec minReadySeconds:i revisionHistoryLimit:i selector*:LabelSelector template*:PodTemplateSpec updateStrategy:DaemonSetUpdateStrategy
DaemonSetStatus collisionCount:i conditions:[DaemonSetCondition]#type@type currentNumberScheduled*:i desiredNumberScheduled*:i numberAvailable:i numberMisscheduled*:i numberReady*:i numberUnavailable:i observedGeneration:l updatedNumberScheduled:i
DaemonSetUpdateStrategy rollingUpdate:RollingUpdateDaemonSet type:(OnDelete|RollingUpdate)
Deployment apiVersion:s kind:s metadata:ObjectMeta spec:DeploymentSpec status:DeploymentStatus
DeploymentCondition lastTransitionTime:t lastUpdateTime:t message:s reason:s status*:s type*:s
DeploymentSpec minReadySeconds:i paused:b progressDeadlineSeconds:i replicas:i revisionHistoryLimit:i selector*:LabelSelector strategy:DeploymentStrategy^ template*:PodTemplateSpec
DeploymentStatus availableReplicas:i collisionCount:i conditions:[DeploymentCondition]#type@type observedGeneration:l readyReplicas:i replicas:i terminatingReplicas:i unavailableReplicas:i updatedReplicas:i
DeploymentStrategy rollingUpdate:RollingUpdateDeployment type:(Recreate|RollingUpdate)
ReplicaSet apiVersion:s kind:s metadata:ObjectMeta spec:ReplicaSetSpec status:ReplicaSetStatus
ReplicaSetCondition lastTransitionTime:t message:s reason:s status*:s type*:s
ReplicaSetSpec minReadySeconds:i replicas:i selector*:LabelSelector template:PodTemplateSpec
ReplicaSetStatus availableReplicas:i conditions:[ReplicaSetCondition]#type@type fullyLabeledReplicas:i observedGeneration:l readyReplicas:i replicas*:i terminatingReplicas:i
RollingUpdateDaemonSet maxSurge:x maxUnavailable:x
RollingUpdateDeployment maxSurge:x maxUnavailable:x
RollingUpdateStatefulSetStrategy maxUnavailable:x partition:i
StatefulSet apiVersion:s kind:s metadata:ObjectMeta spec:StatefulSetSpec status:StatefulSetStatus
StatefulSetCondition lastTransitionTime:t message:s reason:s status*:s type*:s
StatefulSetOrdinals start:i
StatefulSetPersistentVolumeClaimRetentionPolicy whenDeleted:s whenScaled:s
StatefulSetSpec minReadySeconds:i ordinals:StatefulSetOrdinals persistentVolumeClaimRetentionPolicy:StatefulSetPersistentVolumeClaimRetentionPolicy podManagementPolicy:(OrderedReady|Parallel) replicas:i revisionHistoryLimit:i selector*:LabelSelector serviceName:s template*:PodTemplateSpec updateStrategy:StatefulSetUpdateStrategy volumeClaimTemplates:[PersistentVolumeClaim]!
StatefulSetStatus availableReplicas:i collisionCount:i conditions:[StatefulSetCondition]#type@type currentReplicas:i currentRevision:s observedGeneration:l readyReplicas:i replicas*:i updateRevision:s updatedReplicas:i
StatefulSetUpdateStrategy rollingUpdate:RollingUpdateStatefulSetStrategy type:(OnDelete|RollingUpdate)`
	],
	[
		"io.k8s.api.authentication.v1",
		"authentication.k8s.io/v1",
		`BoundObjectReference apiVersion:s kind:s name:s uid:s
SelfSubjectReview apiVersion:s kind:s metadata:ObjectMeta status:SelfSubjectReviewStatus
SelfSubjectReviewStatus userInfo:UserInfo
TokenRequest apiVersion:s kind:s metadata:ObjectMeta spec:TokenRequestSpec status:TokenRequestStatus
TokenRequestSpec audiences:[s]! boundObjectRef:BoundObjectReference expirationSeconds:l
TokenRequestStatus expirationTimestamp:t token:s
UserInfo extra:{[s]} groups:[s]! uid:s username:s`
	],
	[
		"io.k8s.api.authorization.v1",
		"authorization.k8s.io/v1",
		`FieldSelectorAttributes rawSelector:s requirements:[FieldSelectorRequirement]!
LabelSelectorAttributes rawSelector:s requirements:[LabelSelectorRequirement]!
LocalSubjectAccessReview apiVersion:s kind:s metadata:ObjectMeta spec*:SubjectAccessReviewSpec status:SubjectAccessReviewStatus
NonResourceAttributes path:s verb:s
NonResourceRule nonResourceURLs:[s]! verbs*:[s]!
ResourceAttributes fieldSelector:FieldSelectorAttributes group:s labelSelector:LabelSelectorAttributes name:s namespace:s resource:s subresource:s verb:s version:s
ResourceRule apiGroups:[s]! resourceNames:[s]! resources:[s]! verbs*:[s]!
SelfSubjectAccessReview apiVersion:s kind:s metadata:ObjectMeta spec*:SelfSubjectAccessReviewSpec status:SubjectAccessReviewStatus
SelfSubjectAccessReviewSpec nonResourceAttributes:NonResourceAttributes resourceAttributes:ResourceAttributes
SelfSubjectRulesReview apiVersion:s kind:s metadata:ObjectMeta spec*:SelfSubjectRulesReviewSpec status:SubjectRulesReviewStatus
SelfSubjectRulesReviewSpec namespace:s
SubjectAccessReview apiVersion:s kind:s metadata:ObjectMeta spec*:SubjectAccessReviewSpec status:SubjectAccessReviewStatus
SubjectAccessReviewSpec extra:{[s]} groups:[s]! nonResourceAttributes:NonResourceAttributes resourceAttributes:ResourceAttributes uid:s user:s
SubjectAccessReviewStatus allowed*:b denied:b evaluationError:s reason:s
SubjectRulesReviewStatus evaluationError:s incomplete*:b nonResourceRules*:[NonResourceRule]! resourceRules*:[ResourceRule]!`
	],
	[
		"io.k8s.api.autoscaling.v1",
		"autoscaling/v1",
		`AutoscalingV1CrossVersionObjectReference=CrossVersionObjectReference! apiVersion:s kind*:s name*:s
AutoscalingV1HorizontalPodAutoscaler=HorizontalPodAutoscaler apiVersion:s kind:s metadata:ObjectMeta spec*:AutoscalingV1HorizontalPodAutoscalerSpec status:AutoscalingV1HorizontalPodAutoscalerStatus
AutoscalingV1HorizontalPodAutoscalerSpec=HorizontalPodAutoscalerSpec maxReplicas*:i minReplicas:i scaleTargetRef*:AutoscalingV1CrossVersionObjectReference targetCPUUtilizationPercentage:i
AutoscalingV1HorizontalPodAutoscalerStatus=HorizontalPodAutoscalerStatus currentCPUUtilizationPercentage:i currentReplicas*:i desiredReplicas*:i lastScaleTime:t observedGeneration:l
Scale apiVersion:s kind:s metadata:ObjectMeta spec:ScaleSpec status:ScaleStatus
ScaleSpec replicas:i
ScaleStatus replicas*:i selector:s`
	],
	[
		"io.k8s.api.autoscaling.v2",
		"autoscaling/v2",
		`ContainerResourceMetricSource container*:s name*:s target*:MetricTarget
ContainerResourceMetricStatus container*:s current*:MetricValueStatus name*:s
CrossVersionObjectReference apiVersion:s kind*:s name*:s
ExternalMetricSource metric*:MetricIdentifier target*:MetricTarget
ExternalMetricStatus current*:MetricValueStatus metric*:MetricIdentifier
HPAScalingPolicy periodSeconds*:i type*:s value*:i
HPAScalingRules policies:[HPAScalingPolicy]! selectPolicy:s stabilizationWindowSeconds:i tolerance:q
HorizontalPodAutoscaler apiVersion:s kind:s metadata:ObjectMeta spec*:HorizontalPodAutoscalerSpec status:HorizontalPodAutoscalerStatus
HorizontalPodAutoscalerBehavior scaleDown:HPAScalingRules scaleUp:HPAScalingRules
HorizontalPodAutoscalerCondition lastTransitionTime:t message:s reason:s status*:s type*:s
HorizontalPodAutoscalerSpec behavior:HorizontalPodAutoscalerBehavior maxReplicas*:i metrics:[MetricSpec]! minReplicas:i scaleTargetRef*:CrossVersionObjectReference
HorizontalPodAutoscalerStatus conditions:[HorizontalPodAutoscalerCondition]#type@type currentMetrics:[MetricStatus]! currentReplicas:i desiredReplicas*:i lastScaleTime:t observedGeneration:l
MetricIdentifier name*:s selector:LabelSelector
MetricSpec containerResource:ContainerResourceMetricSource external:ExternalMetricSource object:ObjectMetricSource pods:PodsMetricSource resource:ResourceMetricSource type*:s
MetricStatus containerResource:ContainerResourceMetricStatus external:ExternalMetricStatus object:ObjectMetricStatus pods:PodsMetricStatus resource:ResourceMetricStatus type*:s
MetricTarget averageUtilization:i averageValue:q type*:s value:q
MetricValueStatus averageUtilization:i averageValue:q value:q
ObjectMetricSource describedObject*:CrossVersionObjectReference metric*:MetricIdentifier target*:MetricTarget
ObjectMetricStatus current*:MetricValueStatus describedObject*:CrossVersionObjectReference metric*:MetricIdentifier
PodsMetricSource metric*:MetricIdentifier target*:MetricTarget
PodsMetricStatus current*:MetricValueStatus metric*:MetricIdentifier
ResourceMetricSource name*:s target*:MetricTarget
ResourceMetricStatus current*:MetricValueStatus name*:s`
	],
	[
		"io.k8s.api.batch.v1",
		"batch/v1",
		`CronJob apiVersion:s kind:s metadata:ObjectMeta spec*:CronJobSpec status:CronJobStatus
CronJobSpec concurrencyPolicy:(Allow|Forbid|Replace) failedJobsHistoryLimit:i jobTemplate*:JobTemplateSpec schedule*:s startingDeadlineSeconds:l successfulJobsHistoryLimit:i suspend:b timeZone:s
CronJobStatus active:[ObjectReference]! lastScheduleTime:t lastSuccessfulTime:t
Job apiVersion:s kind:s metadata:ObjectMeta spec:JobSpec status:JobStatus
JobCondition lastProbeTime:t lastTransitionTime:t message:s reason:s status*:s type*:s
JobSpec activeDeadlineSeconds:l backoffLimit:i backoffLimitPerIndex:i completionMode:(Indexed|NonIndexed) completions:i managedBy:s manualSelector:b maxFailedIndexes:i parallelism:i podFailurePolicy:PodFailurePolicy podReplacementPolicy:(Failed|TerminatingOrFailed) selector:LabelSelector successPolicy:SuccessPolicy suspend:b template*:PodTemplateSpec ttlSecondsAfterFinished:i
JobStatus active:i completedIndexes:s completionTime:t conditions:[JobCondition]!@type failed:i failedIndexes:s ready:i startTime:t succeeded:i terminating:i uncountedTerminatedPods:UncountedTerminatedPods
JobTemplateSpec metadata:ObjectMeta spec:JobSpec
PodFailurePolicy rules*:[PodFailurePolicyRule]!
PodFailurePolicyOnExitCodesRequirement containerName:s operator*:(In|NotIn) values*:[i]=
PodFailurePolicyOnPodConditionsPattern status:s type*:s
PodFailurePolicyRule action*:(Count|FailIndex|FailJob|Ignore) onExitCodes:PodFailurePolicyOnExitCodesRequirement onPodConditions:[PodFailurePolicyOnPodConditionsPattern]!
SuccessPolicy rules*:[SuccessPolicyRule]!
SuccessPolicyRule succeededCount:i succeededIndexes:s
UncountedTerminatedPods failed:[s]= succeeded:[s]=`
	],
	[
		"io.k8s.api.coordination.v1",
		"coordination.k8s.io/v1",
		`Lease apiVersion:s kind:s metadata:ObjectMeta spec:LeaseSpec
LeaseSpec acquireTime:u holderIdentity:s leaseDurationSeconds:i leaseTransitions:i preferredHolder:s renewTime:u strategy:s`
	],
	[
		"io.k8s.api.core.v1",
		"v1",
		`AWSElasticBlockStoreVolumeSource fsType:s partition:i readOnly:b volumeID*:s
Affinity nodeAffinity:NodeAffinity podAffinity:PodAffinity podAntiAffinity:PodAntiAffinity
AppArmorProfile localhostProfile:s type*:(Localhost|RuntimeDefault|Unconfined)
AttachedVolume devicePath*:s name*:s
AzureDiskVolumeSource cachingMode:(None|ReadOnly|ReadWrite) diskName*:s diskURI*:s fsType:s kind:(Dedicated|Managed|Shared) readOnly:b
AzureFilePersistentVolumeSource readOnly:b secretName*:s secretNamespace:s shareName*:s
AzureFileVolumeSource readOnly:b secretName*:s shareName*:s
Binding apiVersion:s kind:s metadata:ObjectMeta target*:ObjectReference
CSIPersistentVolumeSource controllerExpandSecretRef:SecretReference controllerPublishSecretRef:SecretReference driver*:s fsType:s nodeExpandSecretRef:SecretReference nodePublishSecretRef:SecretReference nodeStageSecretRef:SecretReference readOnly:b volumeAttributes:{s} volumeHandle*:s
CSIVolumeSource driver*:s fsType:s nodePublishSecretRef:LocalObjectReference readOnly:b volumeAttributes:{s}
Capabilities add:[s]! drop:[s]!
CephFSPersistentVolumeSource monitors*:[s]! path:s readOnly:b secretFile:s secretRef:SecretReference user:s
CephFSVolumeSource monitors*:[s]! path:s readOnly:b secretFile:s secretRef:LocalObjectReference user:s
CinderPersistentVolumeSource fsType:s readOnly:b secretRef:SecretReference volumeID*:s
CinderVolumeSource fsType:s readOnly:b secretRef:LocalObjectReference volumeID*:s
ClientIPConfig timeoutSeconds:i
ClusterTrustBundleProjection labelSelector:LabelSelector name:s optional:b path*:s signerName:s
ConfigMap apiVersion:s binaryData:{y} data:{s} immutable:b kind:s metadata:ObjectMeta
ConfigMapEnvSource name:s optional:b
ConfigMapKeySelector! key*:s name:s optional:b
ConfigMapNodeConfigSource kubeletConfigKey*:s name*:s namespace*:s resourceVersion:s uid:s
ConfigMapProjection items:[KeyToPath]! name:s optional:b
ConfigMapVolumeSource defaultMode:i items:[KeyToPath]! name:s optional:b
Container args:[s]! command:[s]! env:[EnvVar]#name@name envFrom:[EnvFromSource]! image:s imagePullPolicy:(Always|IfNotPresent|Never) lifecycle:Lifecycle livenessProbe:Probe name*:s ports:[ContainerPort]#containerPort,protocol@containerPort readinessProbe:Probe resizePolicy:[ContainerResizePolicy]! resources:ResourceRequirements restartPolicy:s restartPolicyRules:[ContainerRestartRule]! securityContext:SecurityContext startupProbe:Probe stdin:b stdinOnce:b terminationMessagePath:s terminationMessagePolicy:(FallbackToLogsOnError|File) tty:b volumeDevices:[VolumeDevice]#devicePath@devicePath volumeMounts:[VolumeMount]#mountPath@mountPath workingDir:s
ContainerExtendedResourceRequest containerName*:s requestName*:s resourceName*:s
ContainerImage names:[s]! sizeBytes:l
ContainerPort containerPort*:i hostIP:s hostPort:i name:s protocol:(SCTP|TCP|UDP)
ContainerResizePolicy resourceName*:s restartPolicy*:s
ContainerRestartRule action*:s exitCodes:ContainerRestartRuleOnExitCodes
ContainerRestartRuleOnExitCodes operator*:s values:[i]=
ContainerState running:ContainerStateRunning terminated:ContainerStateTerminated waiting:ContainerStateWaiting
ContainerStateRunning startedAt:t
ContainerStateTerminated containerID:s exitCode*:i finishedAt:t message:s reason:s signal:i startedAt:t
ContainerStateWaiting message:s reason:s
ContainerStatus allocatedResources:{q} allocatedResourcesStatus:[ResourceStatus]#name@name containerID:s image*:s imageID*:s lastState:ContainerState name*:s ready*:b resources:ResourceRequirements restartCount*:i started:b state:ContainerState stopSignal:(SIGABRT|SIGALRM|SIGBUS|SIGCHLD|SIGCLD|SIGCONT|SIGFPE|SIGHUP|SIGILL|SIGINT|SIGIO|SIGIOT|SIGKILL|SIGPIPE|SIGPOLL|SIGPROF|SIGPWR|SIGQUIT|SIGRTMAX|SIGRTMAX-1|SIGRTMAX-10|SIGRTMAX-11|SIGRTMAX-12|SIGRTMAX-13|SIGRTMAX-14|SIGRTMAX-2|SIGRTMAX-3|SIGRTMAX-4|SIGRTMAX-5|SIGRTMAX-6|SIGRTMAX-7|SIGRTMAX-8|SIGRTMAX-9|SIGRTMIN|SIGRTMIN+1|SIGRTMIN+10|SIGRTMIN+11|SIGRTMIN+12|SIGRTMIN+13|SIGRTMIN+14|SIGRTMIN+15|SIGRTMIN+2|SIGRTMIN+3|SIGRTMIN+4|SIGRTMIN+5|SIGRTMIN+6|SIGRTMIN+7|SIGRTMIN+8|SIGRTMIN+9|SIGSEGV|SIGSTKFLT|SIGSTOP|SIGSYS|SIGTERM|SIGTRAP|SIGTSTP|SIGTTIN|SIGTTOU|SIGURG|SIGUSR1|SIGUSR2|SIGVTALRM|SIGWINCH|SIGXCPU|SIGXFSZ) user:ContainerUser volumeMounts:[VolumeMountStatus]#mountPath@mountPath
ContainerUser linux:LinuxContainerUser
DaemonEndpoint Port*:i
DownwardAPIProjection items:[DownwardAPIVolumeFile]!
DownwardAPIVolumeFile fieldRef:ObjectFieldSelector mode:i path*:s resourceFieldRef:ResourceFieldSelector
DownwardAPIVolumeSource defaultMode:i items:[DownwardAPIVolumeFile]!
EmptyDirVolumeSource medium:s sizeLimit:q
EndpointAddress! hostname:s ip*:s nodeName:s targetRef:ObjectReference
EndpointPort! appProtocol:s name:s port*:i protocol:(SCTP|TCP|UDP)
EndpointSubset addresses:[EndpointAddress]! notReadyAddresses:[EndpointAddress]! ports:[EndpointPort]!
Endpoints apiVersion:s kind:s metadata:ObjectMeta subsets:[EndpointSubset]!
EnvFromSource configMapRef:ConfigMapEnvSource prefix:s secretRef:SecretEnvSource
EnvVar name*:s value:s valueFrom:EnvVarSource
EnvVarSource configMapKeyRef:ConfigMapKeySelector fieldRef:ObjectFieldSelector fileKeyRef:FileKeySelector resourceFieldRef:ResourceFieldSelector secretKeyRef:SecretKeySelector
EphemeralContainer args:[s]! command:[s]! env:[EnvVar]#name@name envFrom:[EnvFromSource]! image:s imagePullPolicy:(Always|IfNotPresent|Never) lifecycle:Lifecycle livenessProbe:Probe name*:s ports:[ContainerPort]#containerPort,protocol@containerPort readinessProbe:Probe resizePolicy:[ContainerResizePolicy]! resources:ResourceRequirements restartPolicy:s restartPolicyRules:[ContainerRestartRule]! securityContext:SecurityContext startupProbe:Probe stdin:b stdinOnce:b targetContainerName:s terminationMessagePath:s terminationMessagePolicy:(FallbackToLogsOnError|File) tty:b volumeDevices:[VolumeDevice]#devicePath@devicePath volumeMounts:[VolumeMount]#mountPath@mountPath workingDir:s
EphemeralVolumeSource volumeClaimTemplate:PersistentVolumeClaimTemplate
Event action:s apiVersion:s count:i eventTime:u firstTimestamp:t involvedObject*:ObjectReference kind:s lastTimestamp:t message:s metadata*:ObjectMeta reason:s related:ObjectReference reportingComponent:s reportingInstance:s series:EventSeries source:EventSource type:s
EventSeries count:i lastObservedTime:u
EventSource component:s host:s
ExecAction command:[s]!
FCVolumeSource fsType:s lun:i readOnly:b targetWWNs:[s]! wwids:[s]!
FileKeySelector! key*:s optional:b path*:s volumeName*:s
FlexPersistentVolumeSource driver*:s fsType:s options:{s} readOnly:b secretRef:SecretReference
FlexVolumeSource driver*:s fsType:s options:{s} readOnly:b secretRef:LocalObjectReference
FlockerVolumeSource datasetName:s datasetUUID:s
GCEPersistentDiskVolumeSource fsType:s partition:i pdName*:s readOnly:b
GRPCAction port*:i service:s
GitRepoVolumeSource directory:s repository*:s revision:s
GlusterfsPersistentVolumeSource endpoints*:s endpointsNamespace:s path*:s readOnly:b
GlusterfsVolumeSource endpoints*:s path*:s readOnly:b
HTTPGetAction host:s httpHeaders:[HTTPHeader]! path:s port*:x scheme:(HTTP|HTTPS)
HTTPHeader name*:s value*:s
HostAlias hostnames:[s]! ip*:s
HostIP ip*:s
HostPathVolumeSource path*:s type:(|BlockDevice|CharDevice|Directory|DirectoryOrCreate|File|FileOrCreate|Socket)
ISCSIPersistentVolumeSource chapAuthDiscovery:b chapAuthSession:b fsType:s initiatorName:s iqn*:s iscsiInterface:s lun*:i portals:[s]! readOnly:b secretRef:SecretReference targetPortal*:s
ISCSIVolumeSource chapAuthDiscovery:b chapAuthSession:b fsType:s initiatorName:s iqn*:s iscsiInterface:s lun*:i portals:[s]! readOnly:b secretRef:LocalObjectReference targetPortal*:s
ImageVolumeSource pullPolicy:(Always|IfNotPresent|Never) reference:s
ImageVolumeStatus imageRef*:s
KeyToPath key*:s mode:i path*:s
Lifecycle postStart:LifecycleHandler preStop:LifecycleHandler stopSignal:(SIGABRT|SIGALRM|SIGBUS|SIGCHLD|SIGCLD|SIGCONT|SIGFPE|SIGHUP|SIGILL|SIGINT|SIGIO|SIGIOT|SIGKILL|SIGPIPE|SIGPOLL|SIGPROF|SIGPWR|SIGQUIT|SIGRTMAX|SIGRTMAX-1|SIGRTMAX-10|SIGRTMAX-11|SIGRTMAX-12|SIGRTMAX-13|SIGRTMAX-14|SIGRTMAX-2|SIGRTMAX-3|SIGRTMAX-4|SIGRTMAX-5|SIGRTMAX-6|SIGRTMAX-7|SIGRTMAX-8|SIGRTMAX-9|SIGRTMIN|SIGRTMIN+1|SIGRTMIN+10|SIGRTMIN+11|SIGRTMIN+12|SIGRTMIN+13|SIGRTMIN+14|SIGRTMIN+15|SIGRTMIN+2|SIGRTMIN+3|SIGRTMIN+4|SIGRTMIN+5|SIGRTMIN+6|SIGRTMIN+7|SIGRTMIN+8|SIGRTMIN+9|SIGSEGV|SIGSTKFLT|SIGSTOP|SIGSYS|SIGTERM|SIGTRAP|SIGTSTP|SIGTTIN|SIGTTOU|SIGURG|SIGUSR1|SIGUSR2|SIGVTALRM|SIGWINCH|SIGXCPU|SIGXFSZ)
LifecycleHandler exec:ExecAction httpGet:HTTPGetAction sleep:SleepAction tcpSocket:TCPSocketAction
LimitRange apiVersion:s kind:s metadata:ObjectMeta spec:LimitRangeSpec
LimitRangeItem default:{q} defaultRequest:{q} max:{q} maxLimitRequestRatio:{q} min:{q} type*:s
LimitRangeSpec limits*:[LimitRangeItem]!
LinuxContainerUser gid*:l supplementalGroups:[l]! uid*:l
LoadBalancerIngress hostname:s ip:s ipMode:s ports:[PortStatus]!
LoadBalancerStatus ingress:[LoadBalancerIngress]!
LocalObjectReference! name:s
LocalVolumeSource fsType:s path*:s
ModifyVolumeStatus status*:(InProgress|Infeasible|Pending) targetVolumeAttributesClassName:s
NFSVolumeSource path*:s readOnly:b server*:s
Namespace apiVersion:s kind:s metadata:ObjectMeta spec:NamespaceSpec status:NamespaceStatus
NamespaceCondition lastTransitionTime:t message:s reason:s status*:s type*:s
NamespaceSpec finalizers:[s]!
NamespaceStatus conditions:[NamespaceCondition]#type@type phase:(Active|Terminating)
Node apiVersion:s kind:s metadata:ObjectMeta spec:NodeSpec status:NodeStatus
NodeAddress address*:s type*:s
NodeAffinity preferredDuringSchedulingIgnoredDuringExecution:[PreferredSchedulingTerm]! requiredDuringSchedulingIgnoredDuringExecution:NodeSelector
NodeAllocatableResourceClaimStatus containers:[s]= resourceClaimName*:s resources*:{q}
NodeCondition lastHeartbeatTime:t lastTransitionTime:t message:s reason:s status*:s type*:s
NodeConfigSource configMap:ConfigMapNodeConfigSource
NodeConfigStatus active:NodeConfigSource assigned:NodeConfigSource error:s lastKnownGood:NodeConfigSource
NodeDaemonEndpoints kubeletEndpoint:DaemonEndpoint
NodeFeatures supplementalGroupsPolicy:b
NodeRuntimeHandler features:NodeRuntimeHandlerFeatures name:s
NodeRuntimeHandlerFeatures recursiveReadOnlyMounts:b userNamespaces:b
NodeSelector! nodeSelectorTerms*:[NodeSelectorTerm]!
NodeSelectorRequirement key*:s operator*:(DoesNotExist|Exists|Gt|In|Lt|NotIn) values:[s]!
NodeSelectorTerm! matchExpressions:[NodeSelectorRequirement]! matchFields:[NodeSelectorRequirement]!
NodeSpec configSource:NodeConfigSource externalID:s podCIDR:s podCIDRs:[s]=@ providerID:s taints:[Taint]! unschedulable:b
NodeStatus addresses:[NodeAddress]#type@type allocatable:{q} capacity:{q} conditions:[NodeCondition]#type@type config:NodeConfigStatus daemonEndpoints:NodeDaemonEndpoints declaredFeatures:[s]! features:NodeFeatures images:[ContainerImage]! nodeInfo:NodeSystemInfo phase:(Pending|Running|Terminated) runtimeHandlers:[NodeRuntimeHandler]! volumesAttached:[AttachedVolume]! volumesInUse:[s]!
NodeSwapStatus capacity:l
NodeSystemInfo architecture*:s bootID*:s containerRuntimeVersion*:s kernelVersion*:s kubeProxyVersion*:s kubeletVersion*:s machineID*:s operatingSystem*:s osImage*:s swap:NodeSwapStatus systemUUID*:s
ObjectFieldSelector! apiVersion:s fieldPath*:s
ObjectReference! apiVersion:s fieldPath:s kind:s name:s namespace:s resourceVersion:s uid:s
PersistentVolume apiVersion:s kind:s metadata:ObjectMeta spec:PersistentVolumeSpec status:PersistentVolumeStatus
PersistentVolumeClaim apiVersion:s kind:s metadata:ObjectMeta spec:PersistentVolumeClaimSpec status:PersistentVolumeClaimStatus
PersistentVolumeClaimCondition lastProbeTime:t lastTransitionTime:t message:s reason:s status*:s type*:s
PersistentVolumeClaimSpec accessModes:[(ReadOnlyMany|ReadWriteMany|ReadWriteOnce|ReadWriteOncePod)]! dataSource:TypedLocalObjectReference dataSourceRef:TypedObjectReference resources:VolumeResourceRequirements selector:LabelSelector storageClassName:s volumeAttributesClassName:s volumeMode:(Block|Filesystem) volumeName:s
PersistentVolumeClaimStatus accessModes:[(ReadOnlyMany|ReadWriteMany|ReadWriteOnce|ReadWriteOncePod)]! allocatedResourceStatuses:{(ControllerResizeInProgress|ControllerResizeInfeasible|NodeResizeInProgress|NodeResizeInfeasible|NodeResizePending)} allocatedResources:{q} capacity:{q} conditions:[PersistentVolumeClaimCondition]#type@type currentVolumeAttributesClassName:s modifyVolumeStatus:ModifyVolumeStatus phase:(Bound|Lost|Pending)
PersistentVolumeClaimTemplate metadata:ObjectMeta spec*:PersistentVolumeClaimSpec
PersistentVolumeClaimVolumeSource claimName*:s readOnly:b
PersistentVolumeSpec accessModes:[(ReadOnlyMany|ReadWriteMany|ReadWriteOnce|ReadWriteOncePod)]! awsElasticBlockStore:AWSElasticBlockStoreVolumeSource azureDisk:AzureDiskVolumeSource azureFile:AzureFilePersistentVolumeSource capacity:{q} cephfs:CephFSPersistentVolumeSource cinder:CinderPersistentVolumeSource claimRef:ObjectReference csi:CSIPersistentVolumeSource fc:FCVolumeSource flexVolume:FlexPersistentVolumeSource flocker:FlockerVolumeSource gcePersistentDisk:GCEPersistentDiskVolumeSource glusterfs:GlusterfsPersistentVolumeSource hostPath:HostPathVolumeSource iscsi:ISCSIPersistentVolumeSource local:LocalVolumeSource mountOptions:[s]! nfs:NFSVolumeSource nodeAffinity:VolumeNodeAffinity persistentVolumeReclaimPolicy:(Delete|Recycle|Retain) photonPersistentDisk:PhotonPersistentDiskVolumeSource portworxVolume:PortworxVolumeSource quobyte:QuobyteVolumeSource rbd:RBDPersistentVolumeSource scaleIO:ScaleIOPersistentVolumeSource storageClassName:s storageos:StorageOSPersistentVolumeSource volumeAttributesClassName:s volumeMode:(Block|Filesystem) vsphereVolume:VsphereVirtualDiskVolumeSource
PersistentVolumeStatus lastPhaseTransitionTime:t message:s phase:(Available|Bound|Failed|Pending|Released) reason:s
PhotonPersistentDiskVolumeSource fsType:s pdID*:s
Pod apiVersion:s kind:s metadata:ObjectMeta spec:PodSpec status:PodStatus
PodAffinity preferredDuringSchedulingIgnoredDuringExecution:[WeightedPodAffinityTerm]! requiredDuringSchedulingIgnoredDuringExecution:[PodAffinityTerm]!
PodAffinityTerm labelSelector:LabelSelector matchLabelKeys:[s]! mismatchLabelKeys:[s]! namespaceSelector:LabelSelector namespaces:[s]! topologyKey*:s
PodAntiAffinity preferredDuringSchedulingIgnoredDuringExecution:[WeightedPodAffinityTerm]! requiredDuringSchedulingIgnoredDuringExecution:[PodAffinityTerm]!
PodCertificateProjection certificateChainPath:s credentialBundlePath:s keyPath:s keyType*:s maxExpirationSeconds:i signerName*:s userAnnotations:{s}
PodCondition lastProbeTime:t lastTransitionTime:t message:s observedGeneration:l reason:s status*:s type*:s
PodDNSConfig nameservers:[s]! options:[PodDNSConfigOption]! searches:[s]!
PodDNSConfigOption name:s value:s
PodExtendedResourceClaimStatus requestMappings*:[ContainerExtendedResourceRequest]! resourceClaimName*:s
PodIP ip*:s
PodOS name*:s
PodReadinessGate conditionType*:s
PodResourceClaim name*:s resourceClaimName:s resourceClaimTemplateName:s
PodResourceClaimStatus name*:s resourceClaimName:s
PodSchedulingGate name*:s
PodSchedulingGroup podGroupName:s
PodSecurityContext appArmorProfile:AppArmorProfile fsGroup:l fsGroupChangePolicy:(Always|OnRootMismatch) runAsGroup:l runAsNonRoot:b runAsUser:l seLinuxChangePolicy:s seLinuxOptions:SELinuxOptions seccompProfile:SeccompProfile supplementalGroups:[l]! supplementalGroupsPolicy:(Merge|Strict) sysctls:[Sysctl]! windowsOptions:WindowsSecurityContextOptions
PodSpec activeDeadlineSeconds:l affinity:Affinity automountServiceAccountToken:b containers*:[Container]#name@name dnsConfig:PodDNSConfig dnsPolicy:(ClusterFirst|ClusterFirstWithHostNet|Default|None) enableServiceLinks:b ephemeralContainers:[EphemeralContainer]#name@name hostAliases:[HostAlias]#ip@ip hostIPC:b hostNetwork:b hostPID:b hostUsers:b hostname:s hostnameOverride:s imagePullSecrets:[LocalObjectReference]#name@name initContainers:[Container]#name@name nodeName:s nodeSelector:{s}! os:PodOS overhead:{q} preemptionPolicy:(Never|PreemptLowerPriority) priority:i priorityClassName:s readinessGates:[PodReadinessGate]! resourceClaims:[PodResourceClaim]#name@name^ resources:ResourceRequirements restartPolicy:(Always|Never|OnFailure) runtimeClassName:s schedulerName:s schedulingGates:[PodSchedulingGate]#name@name schedulingGroup:PodSchedulingGroup securityContext:PodSecurityContext serviceAccount:s serviceAccountName:s setHostnameAsFQDN:b shareProcessNamespace:b subdomain:s terminationGracePeriodSeconds:l tolerations:[Toleration]! topologySpreadConstraints:[TopologySpreadConstraint]#topologyKey,whenUnsatisfiable@topologyKey volumes:[Volume]#name@name^
PodStatus allocatedResources:{q} conditions:[PodCondition]#type@type containerStatuses:[ContainerStatus]! ephemeralContainerStatuses:[ContainerStatus]! extendedResourceClaimStatus:PodExtendedResourceClaimStatus hostIP:s hostIPs:[HostIP]!@ip initContainerStatuses:[ContainerStatus]! message:s nodeAllocatableResourceClaimStatuses:[NodeAllocatableResourceClaimStatus]! nominatedNodeName:s observedGeneration:l phase:(Failed|Pending|Running|Succeeded|Unknown) podIP:s podIPs:[PodIP]#ip@ip qosClass:(BestEffort|Burstable|Guaranteed) reason:s resize:s resourceClaimStatuses:[PodResourceClaimStatus]#name@name^ resources:ResourceRequirements startTime:t
PodTemplate apiVersion:s kind:s metadata:ObjectMeta template:PodTemplateSpec
PodTemplateSpec metadata:ObjectMeta spec:PodSpec
PortStatus error:s port*:i protocol*:(SCTP|TCP|UDP)
PortworxVolumeSource fsType:s readOnly:b volumeID*:s
PreferredSchedulingTerm preference*:NodeSelectorTerm weight*:i
Probe exec:ExecAction failureThreshold:i grpc:GRPCAction httpGet:HTTPGetAction initialDelaySeconds:i periodSeconds:i successThreshold:i tcpSocket:TCPSocketAction terminationGracePeriodSeconds:l timeoutSeconds:i
ProjectedVolumeSource defaultMode:i sources:[VolumeProjection]!
QuobyteVolumeSource group:s readOnly:b registry*:s tenant:s user:s volume*:s
RBDPersistentVolumeSource fsType:s image*:s keyring:s monitors*:[s]! pool:s readOnly:b secretRef:SecretReference user:s
RBDVolumeSource fsType:s image*:s keyring:s monitors*:[s]! pool:s readOnly:b secretRef:LocalObjectReference user:s
ReplicationController apiVersion:s kind:s metadata:ObjectMeta spec:ReplicationControllerSpec status:ReplicationControllerStatus
ReplicationControllerCondition lastTransitionTime:t message:s reason:s status*:s type*:s
ReplicationControllerSpec minReadySeconds:i replicas:i selector:{s}! template:PodTemplateSpec
ReplicationControllerStatus availableReplicas:i conditions:[ReplicationControllerCondition]#type@type fullyLabeledReplicas:i observedGeneration:l readyReplicas:i replicas*:i
ResourceClaim name*:s request:s
ResourceFieldSelector! containerName:s divisor:q resource*:s
ResourceHealth health:s message:s resourceID*:s
ResourceQuota apiVersion:s kind:s metadata:ObjectMeta spec:ResourceQuotaSpec status:ResourceQuotaStatus
ResourceQuotaSpec hard:{q} scopeSelector:ScopeSelector scopes:[(BestEffort|CrossNamespacePodAffinity|NotBestEffort|NotTerminating|PriorityClass|Terminating|VolumeAttributesClass)]!
ResourceQuotaStatus hard:{q} used:{q}
ResourceRequirements claims:[ResourceClaim]#name limits:{q} requests:{q}
ResourceStatus name*:s resources:[ResourceHealth]#resourceID
SELinuxOptions level:s role:s type:s user:s
ScaleIOPersistentVolumeSource fsType:s gateway*:s protectionDomain:s readOnly:b secretRef*:SecretReference sslEnabled:b storageMode:s storagePool:s system*:s volumeName:s
ScaleIOVolumeSource fsType:s gateway*:s protectionDomain:s readOnly:b secretRef*:LocalObjectReference sslEnabled:b storageMode:s storagePool:s system*:s volumeName:s
ScopeSelector! matchExpressions:[ScopedResourceSelectorRequirement]!
ScopedResourceSelectorRequirement operator*:(DoesNotExist|Exists|In|NotIn) scopeName*:(BestEffort|CrossNamespacePodAffinity|NotBestEffort|NotTerminating|PriorityClass|Terminating|VolumeAttributesClass) values:[s]!
SeccompProfile localhostProfile:s type*:(Localhost|RuntimeDefault|Unconfined)
Secret apiVersion:s data:{y} immutable:b kind:s metadata:ObjectMeta stringData:{s} type:s
SecretEnvSource name:s optional:b
SecretKeySelector! key*:s name:s optional:b
SecretProjection items:[KeyToPath]! name:s optional:b
SecretReference! name:s namespace:s
SecretVolumeSource defaultMode:i items:[KeyToPath]! optional:b secretName:s
SecurityContext allowPrivilegeEscalation:b appArmorProfile:AppArmorProfile capabilities:Capabilities privileged:b procMount:(Default|Unmasked) readOnlyRootFilesystem:b runAsGroup:l runAsNonRoot:b runAsUser:l seLinuxOptions:SELinuxOptions seccompProfile:SeccompProfile windowsOptions:WindowsSecurityContextOptions
Service apiVersion:s kind:s metadata:ObjectMeta spec:ServiceSpec status:ServiceStatus
ServiceAccount apiVersion:s automountServiceAccountToken:b imagePullSecrets:[LocalObjectReference]! kind:s metadata:ObjectMeta secrets:[ObjectReference]#name@name
ServiceAccountTokenProjection audience:s expirationSeconds:l path*:s
ServicePort appProtocol:s name:s nodePort:i port*:i protocol:(SCTP|TCP|UDP) targetPort:x
ServiceSpec allocateLoadBalancerNodePorts:b clusterIP:s clusterIPs:[s]! externalIPs:[s]! externalName:s externalTrafficPolicy:(Cluster|Local) healthCheckNodePort:i internalTrafficPolicy:(Cluster|Local) ipFamilies:[(|IPv4|IPv6)]! ipFamilyPolicy:(PreferDualStack|RequireDualStack|SingleStack) loadBalancerClass:s loadBalancerIP:s loadBalancerSourceRanges:[s]! ports:[ServicePort]#port,protocol@port publishNotReadyAddresses:b selector:{s}! sessionAffinity:(ClientIP|None) sessionAffinityConfig:SessionAffinityConfig trafficDistribution:s type:(ClusterIP|ExternalName|LoadBalancer|NodePort)
ServiceStatus conditions:[Condition]#type@type loadBalancer:LoadBalancerStatus
SessionAffinityConfig clientIP:ClientIPConfig
SleepAction seconds*:l
StorageOSPersistentVolumeSource fsType:s readOnly:b secretRef:ObjectReference volumeName:s volumeNamespace:s
StorageOSVolumeSource fsType:s readOnly:b secretRef:LocalObjectReference volumeName:s volumeNamespace:s
Sysctl name*:s value*:s
TCPSocketAction host:s port*:x
Taint effect*:(NoExecute|NoSchedule|PreferNoSchedule) key*:s timeAdded:t value:s
Toleration effect:(NoExecute|NoSchedule|PreferNoSchedule) key:s operator:(Equal|Exists|Gt|Lt) tolerationSeconds:l value:s
TopologySelectorLabelRequirement key*:s values*:[s]!
TopologySelectorTerm! matchLabelExpressions:[TopologySelectorLabelRequirement]!
TopologySpreadConstraint labelSelector:LabelSelector matchLabelKeys:[s]! maxSkew*:i minDomains:i nodeAffinityPolicy:(Honor|Ignore) nodeTaintsPolicy:(Honor|Ignore) topologyKey*:s whenUnsatisfiable*:(DoNotSchedule|ScheduleAnyway)
TypedLocalObjectReference! apiGroup:s kind*:s name*:s
TypedObjectReference apiGroup:s kind*:s name*:s namespace:s
Volume awsElasticBlockStore:AWSElasticBlockStoreVolumeSource azureDisk:AzureDiskVolumeSource azureFile:AzureFileVolumeSource cephfs:CephFSVolumeSource cinder:CinderVolumeSource configMap:ConfigMapVolumeSource csi:CSIVolumeSource downwardAPI:DownwardAPIVolumeSource emptyDir:EmptyDirVolumeSource ephemeral:EphemeralVolumeSource fc:FCVolumeSource flexVolume:FlexVolumeSource flocker:FlockerVolumeSource gcePersistentDisk:GCEPersistentDiskVolumeSource gitRepo:GitRepoVolumeSource glusterfs:GlusterfsVolumeSource hostPath:HostPathVolumeSource image:ImageVolumeSource iscsi:ISCSIVolumeSource name*:s nfs:NFSVolumeSource persistentVolumeClaim:PersistentVolumeClaimVolumeSource photonPersistentDisk:PhotonPersistentDiskVolumeSource portworxVolume:PortworxVolumeSource projected:ProjectedVolumeSource quobyte:QuobyteVolumeSource rbd:RBDVolumeSource scaleIO:ScaleIOVolumeSource secret:SecretVolumeSource storageos:StorageOSVolumeSource vsphereVolume:VsphereVirtualDiskVolumeSource
VolumeDevice devicePath*:s name*:s
VolumeMount mountPath*:s mountPropagation:(Bidirectional|HostToContainer|None) name*:s readOnly:b recursiveReadOnly:s subPath:s subPathExpr:s
VolumeMountStatus mountPath*:s name*:s readOnly:b recursiveReadOnly:s volumeStatus:VolumeStatus
VolumeNodeAffinity required:NodeSelector
VolumeProjection clusterTrustBundle:ClusterTrustBundleProjection configMap:ConfigMapProjection downwardAPI:DownwardAPIProjection podCertificate:PodCertificateProjection secret:SecretProjection serviceAccountToken:ServiceAccountTokenProjection
VolumeResourceRequirements limits:{q} requests:{q}
VolumeStatus image:ImageVolumeStatus
VsphereVirtualDiskVolumeSource fsType:s storagePolicyID:s storagePolicyName:s volumePath*:s
WeightedPodAffinityTerm podAffinityTerm*:PodAffinityTerm weight*:i
WindowsSecurityContextOptions gmsaCredentialSpec:s gmsaCredentialSpecName:s hostProcess:b runAsUserName:s`
	],
	[
		"io.k8s.api.discovery.v1",
		"discovery.k8s.io/v1",
		`Endpoint addresses*:[s]= conditions:EndpointConditions deprecatedTopology:{s} hints:EndpointHints hostname:s nodeName:s targetRef:ObjectReference zone:s
EndpointConditions ready:b serving:b terminating:b
EndpointHints forNodes:[ForNode]! forZones:[ForZone]!
DiscoveryV1EndpointPort=EndpointPort! appProtocol:s name:s port:i protocol:(SCTP|TCP|UDP)
EndpointSlice addressType*:(FQDN|IPv4|IPv6) apiVersion:s endpoints:[Endpoint]! kind:s metadata:ObjectMeta ports:[DiscoveryV1EndpointPort]!
ForNode name*:s
ForZone name*:s`
	],
	[
		"io.k8s.api.events.v1",
		"events.k8s.io/v1",
		`EventsV1Event=Event action:s apiVersion:s deprecatedCount:i deprecatedFirstTimestamp:t deprecatedLastTimestamp:t deprecatedSource:EventSource eventTime*:u kind:s metadata:ObjectMeta note:s reason:s regarding:ObjectReference related:ObjectReference reportingController:s reportingInstance:s series:EventsV1EventSeries type:s
EventsV1EventSeries=EventSeries count*:i lastObservedTime*:u`
	],
	[
		"io.k8s.api.networking.v1",
		"networking.k8s.io/v1",
		`HTTPIngressPath backend*:IngressBackend path:s pathType*:(Exact|ImplementationSpecific|Prefix)
HTTPIngressRuleValue paths*:[HTTPIngressPath]!
IPBlock cidr*:s except:[s]!
Ingress apiVersion:s kind:s metadata:ObjectMeta spec:IngressSpec status:IngressStatus
IngressBackend resource:TypedLocalObjectReference service:IngressServiceBackend
IngressClass apiVersion:s kind:s metadata:ObjectMeta spec:IngressClassSpec
IngressClassParametersReference apiGroup:s kind*:s name*:s namespace:s scope:s
IngressClassSpec controller:s parameters:IngressClassParametersReference
IngressLoadBalancerIngress hostname:s ip:s ports:[IngressPortStatus]!
IngressLoadBalancerStatus ingress:[IngressLoadBalancerIngress]!
IngressPortStatus error:s port*:i protocol*:(SCTP|TCP|UDP)
IngressRule host:s http:HTTPIngressRuleValue
IngressServiceBackend name*:s port:ServiceBackendPort
IngressSpec defaultBackend:IngressBackend ingressClassName:s rules:[IngressRule]! tls:[IngressTLS]!
IngressStatus loadBalancer:IngressLoadBalancerStatus
IngressTLS hosts:[s]! secretName:s
NetworkPolicy apiVersion:s kind:s metadata:ObjectMeta spec:NetworkPolicySpec
NetworkPolicyEgressRule ports:[NetworkPolicyPort]! to:[NetworkPolicyPeer]!
NetworkPolicyIngressRule from:[NetworkPolicyPeer]! ports:[NetworkPolicyPort]!
NetworkPolicyPeer ipBlock:IPBlock namespaceSelector:LabelSelector podSelector:LabelSelector
NetworkPolicyPort endPort:i port:x protocol:(SCTP|TCP|UDP)
NetworkPolicySpec egress:[NetworkPolicyEgressRule]! ingress:[NetworkPolicyIngressRule]! podSelector:LabelSelector policyTypes:[(Egress|Ingress)]!
ServiceBackendPort! name:s number:i`
	],
	[
		"io.k8s.api.policy.v1",
		"policy/v1",
		`Eviction apiVersion:s deleteOptions:DeleteOptions kind:s metadata:ObjectMeta
PodDisruptionBudget apiVersion:s kind:s metadata:ObjectMeta spec:PodDisruptionBudgetSpec status:PodDisruptionBudgetStatus
PodDisruptionBudgetSpec maxUnavailable:x minAvailable:x selector:LabelSelector unhealthyPodEvictionPolicy:(AlwaysAllow|IfHealthyBudget)
PodDisruptionBudgetStatus conditions:[Condition]#type@type currentHealthy:i desiredHealthy:i disruptedPods:{t} disruptionsAllowed:i expectedPods:i observedGeneration:l`
	],
	[
		"io.k8s.api.rbac.v1",
		"rbac.authorization.k8s.io/v1",
		`AggregationRule clusterRoleSelectors:[LabelSelector]!
ClusterRole aggregationRule:AggregationRule apiVersion:s kind:s metadata:ObjectMeta rules:[PolicyRule]!
ClusterRoleBinding apiVersion:s kind:s metadata:ObjectMeta roleRef*:RoleRef subjects:[Subject]!
PolicyRule apiGroups:[s]! nonResourceURLs:[s]! resourceNames:[s]! resources:[s]! verbs*:[s]!
Role apiVersion:s kind:s metadata:ObjectMeta rules:[PolicyRule]!
RoleBinding apiVersion:s kind:s metadata:ObjectMeta roleRef*:RoleRef subjects:[Subject]!
RoleRef! apiGroup:s kind*:s name*:s
Subject! apiGroup:s kind*:s name*:s namespace:s`
	],
	[
		"io.k8s.api.scheduling.v1",
		"scheduling.k8s.io/v1",
		`PriorityClass apiVersion:s description:s globalDefault:b kind:s metadata:ObjectMeta preemptionPolicy:(Never|PreemptLowerPriority) value:i`
	],
	[
		"io.k8s.api.storage.v1",
		"storage.k8s.io/v1",
		`StorageClass allowVolumeExpansion:b allowedTopologies:[TopologySelectorTerm]! apiVersion:s kind:s metadata:ObjectMeta mountOptions:[s]! parameters:{s} provisioner*:s reclaimPolicy:(Delete|Recycle|Retain) volumeBindingMode:(Immediate|WaitForFirstConsumer)`
	],
	[
		"io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1",
		"apiextensions.k8s.io/v1",
		`CustomResourceColumnDefinition description:s format:s jsonPath*:s name*:s priority:i type*:s
CustomResourceConversion strategy*:s webhook:WebhookConversion
CustomResourceDefinition apiVersion:s kind:s metadata:ObjectMeta spec*:CustomResourceDefinitionSpec status:CustomResourceDefinitionStatus
CustomResourceDefinitionCondition lastTransitionTime:t message:s observedGeneration:l reason:s status*:s type*:s
CustomResourceDefinitionNames categories:[s]! kind*:s listKind:s plural*:s shortNames:[s]! singular:s
CustomResourceDefinitionSpec conversion:CustomResourceConversion group*:s names*:CustomResourceDefinitionNames preserveUnknownFields:b scope*:s versions*:[CustomResourceDefinitionVersion]!
CustomResourceDefinitionStatus acceptedNames:CustomResourceDefinitionNames conditions:[CustomResourceDefinitionCondition]#type observedGeneration:l storedVersions:[s]!
CustomResourceDefinitionVersion additionalPrinterColumns:[CustomResourceColumnDefinition]! deprecated:b deprecationWarning:s name*:s schema:CustomResourceValidation selectableFields:[SelectableField]! served*:b storage*:b subresources:CustomResourceSubresources
CustomResourceSubresourceScale labelSelectorPath:s specReplicasPath*:s statusReplicasPath*:s
CustomResourceSubresources scale:CustomResourceSubresourceScale status:o
CustomResourceValidation openAPIV3Schema:JSONSchemaProps
ExternalDocumentation description:s url:s
JSONSchemaProps $ref:s $schema:s additionalItems:a additionalProperties:a allOf:[JSONSchemaProps]! anyOf:[JSONSchemaProps]! default:a definitions:{JSONSchemaProps} dependencies:{a} description:s enum:[a]! example:a exclusiveMaximum:b exclusiveMinimum:b externalDocs:ExternalDocumentation format:s id:s items:a maxItems:l maxLength:l maxProperties:l maximum:d minItems:l minLength:l minProperties:l minimum:d multipleOf:d not:JSONSchemaProps nullable:b oneOf:[JSONSchemaProps]! pattern:s patternProperties:{JSONSchemaProps} properties:{JSONSchemaProps} required:[s]! title:s type:s uniqueItems:b x-kubernetes-embedded-resource:b x-kubernetes-int-or-string:b x-kubernetes-list-map-keys:[s]! x-kubernetes-list-type:s x-kubernetes-map-type:s x-kubernetes-preserve-unknown-fields:b x-kubernetes-validations:[ValidationRule]#rule@rule
SelectableField jsonPath*:s
ServiceReference name*:s namespace*:s path:s port:i
ValidationRule fieldPath:s message:s messageExpression:s optionalOldSelf:b reason:(FieldValueDuplicate|FieldValueForbidden|FieldValueInvalid|FieldValueRequired) rule*:s
WebhookClientConfig caBundle:y service:ServiceReference url:s
WebhookConversion clientConfig:WebhookClientConfig conversionReviewVersions*:[s]!`
	],
	[
		"io.k8s.apimachinery.pkg.apis.meta.v1",
		"v1",
		`APIGroup apiVersion:s kind:s name*:s preferredVersion:GroupVersionForDiscovery serverAddressByClientCIDRs:[ServerAddressByClientCIDR]! versions*:[GroupVersionForDiscovery]!
APIGroupList apiVersion:s groups*:[APIGroup]! kind:s
APIResource categories:[s]! group:s kind*:s name*:s namespaced*:b shortNames:[s]! singularName*:s storageVersionHash:s verbs*:[s] version:s
APIResourceList apiVersion:s groupVersion*:s kind:s resources*:[APIResource]!
APIVersions apiVersion:s kind:s serverAddressByClientCIDRs*:[ServerAddressByClientCIDR]! versions*:[s]!
Condition lastTransitionTime*:t message*:s observedGeneration:l reason*:s status*:s type*:s
DeleteOptions apiVersion:s dryRun:[s]! gracePeriodSeconds:l ignoreStoreReadErrorWithClusterBreakingPotential:b kind:s orphanDependents:b preconditions:Preconditions propagationPolicy:s
FieldSelectorRequirement key*:s operator*:s values:[s]!
GroupVersionForDiscovery groupVersion*:s version*:s
LabelSelector! matchExpressions:[LabelSelectorRequirement]! matchLabels:{s}
LabelSelectorRequirement key*:s operator*:s values:[s]!
ListMeta continue:s remainingItemCount:l resourceVersion:s selfLink:s shardInfo:ShardInfo
ManagedFieldsEntry apiVersion:s fieldsType:s fieldsV1:o manager:s operation:s subresource:s time:t
ObjectMeta annotations:{s} creationTimestamp:t deletionGracePeriodSeconds:l deletionTimestamp:t finalizers:[s]=@ generateName:s generation:l labels:{s} managedFields:[ManagedFieldsEntry]! name:s namespace:s ownerReferences:[OwnerReference]#uid@uid resourceVersion:s selfLink:s uid:s
OwnerReference! apiVersion*:s blockOwnerDeletion:b controller:b kind*:s name*:s uid*:s
Preconditions resourceVersion:s uid:s
ServerAddressByClientCIDR clientCIDR*:s serverAddress*:s
ShardInfo selector*:s
Status apiVersion:s code:i details:StatusDetails kind:s message:s metadata:ListMeta reason:s status:s
StatusCause field:s message:s reason:s
StatusDetails causes:[StatusCause]! group:s kind:s name:s retryAfterSeconds:i uid:s
WatchEvent object*:o type*:s`
	]
];
// src/kinds/schema.ts
var SCALARS = {
	s: "string",
	b: "boolean",
	i: "int32",
	l: "int64",
	d: "double",
	y: "bytes",
	t: "Time",
	u: "MicroTime",
	q: "Quantity",
	x: "IntOrString",
	o: "object",
	a: "any"
};
var lines = /* @__PURE__ */ new Map();
var byKind = /* @__PURE__ */ new Map();
for (const [pkg, groupVersion, text] of SCHEMA) for (const line of text.split("\n")) {
	const [, short = "", kind = short] = /^(\w+)(?:=(\w+))?/.exec(line) ?? [];
	lines.set(short, {
		pkg,
		groupVersion,
		text: line
	});
	if (/ apiVersion:s .*\bkind:s/.test(line)) byKind.set(`${groupVersion}/${kind}`, short);
}
var parsed = /* @__PURE__ */ new Map();
/** The definition with a short name (`PodSpec`), or undefined. */
function definition(name) {
	const known = parsed.get(name);
	const line = lines.get(name);
	if (known || !line) return known;
	const made = parseLine(line);
	parsed.set(name, made);
	return made;
}
/** The definition of an object by its `apiVersion` and `kind` (`apps/v1`, `Deployment`), or undefined for a kind not in the schema. */
function definitionOf(apiVersion, kind) {
	const name = byKind.get(`${apiVersion}/${kind}`);
	return name === void 0 ? void 0 : definition(name);
}
function parseLine({ pkg, text }) {
	const [head = "", ...fields] = text.split(" ");
	const [, name = "", last = name, atomic] = /^(\w+)(?:=(\w+))?(!)?$/.exec(head) ?? [];
	return {
		name,
		id: `${pkg}.${last}`,
		atomic: atomic === "!",
		fields: new Map(fields.map((f) => parseField(f)).map((f) => [f.name, f]))
	};
}
function parseField(text) {
	const colon = text.indexOf(":");
	const required = text[colon - 1] === "*";
	return {
		name: text.slice(0, required ? colon - 1 : colon),
		required,
		...parseType(text.slice(colon + 1))
	};
}
var BRACKETS = {
	"[": "]",
	"{": "}",
	"(": ")"
};
function parseType(text) {
	const close = BRACKETS[text[0] ?? ""];
	const end = close === void 0 ? /^\w+/.exec(text)?.[0].length ?? 0 : text.lastIndexOf(close) + 1;
	return {
		...parseBase(text.slice(0, end)),
		...parseSuffix(text.slice(end), text[0] === "[")
	};
}
function parseBase(text) {
	const inner = text.slice(1, -1);
	if (text[0] === "[") return {
		type: "list",
		of: parseType(inner)
	};
	if (text[0] === "{") return {
		type: "map",
		of: parseType(inner)
	};
	if (text[0] === "(") return {
		type: "string",
		enum: inner.split("|")
	};
	const scalar = SCALARS[text];
	return scalar ? { type: scalar } : {
		type: "ref",
		ref: text
	};
}
function parseSuffix(text, list) {
	const [, atomic, set, keys, merge, mergeKey, retainKeys] = /^(!)?(=)?(?:#([\w,]+))?(@(\w*))?(\^)?$/.exec(text) ?? [];
	return {
		...list && atomic && { listType: "atomic" },
		...!list && atomic && { atomic: true },
		...set && { listType: "set" },
		...keys && {
			listType: "map",
			listMapKeys: keys.split(",")
		},
		...merge && { merge: true },
		...mergeKey && { mergeKey },
		...retainKeys && { retainKeys: true }
	};
}
export { definitionOf as n, definition as t };
