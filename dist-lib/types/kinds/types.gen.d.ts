/** io.k8s.api.apps.v1.ControllerRevision */
export interface ControllerRevision {
    readonly apiVersion?: string;
    readonly data?: {
        readonly [key: string]: unknown;
    };
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly revision: number;
}
/** io.k8s.api.apps.v1.DaemonSet */
export interface DaemonSet {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec?: DaemonSetSpec;
    readonly status?: DaemonSetStatus;
}
/** io.k8s.api.apps.v1.DaemonSetCondition */
export interface DaemonSetCondition {
    readonly lastTransitionTime?: string;
    readonly message?: string;
    readonly reason?: string;
    readonly status: string;
    readonly type: string;
}
/** io.k8s.api.apps.v1.DaemonSetSpec */
export interface DaemonSetSpec {
    readonly minReadySeconds?: number;
    readonly revisionHistoryLimit?: number;
    readonly selector: LabelSelector;
    readonly template: PodTemplateSpec;
    readonly updateStrategy?: DaemonSetUpdateStrategy;
}
/** io.k8s.api.apps.v1.DaemonSetStatus */
export interface DaemonSetStatus {
    readonly collisionCount?: number;
    readonly conditions?: ReadonlyArray<DaemonSetCondition>;
    readonly currentNumberScheduled: number;
    readonly desiredNumberScheduled: number;
    readonly numberAvailable?: number;
    readonly numberMisscheduled: number;
    readonly numberReady: number;
    readonly numberUnavailable?: number;
    readonly observedGeneration?: number;
    readonly updatedNumberScheduled?: number;
}
/** io.k8s.api.apps.v1.DaemonSetUpdateStrategy */
export interface DaemonSetUpdateStrategy {
    readonly rollingUpdate?: RollingUpdateDaemonSet;
    readonly type?: string;
}
/** io.k8s.api.apps.v1.Deployment */
export interface Deployment {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec?: DeploymentSpec;
    readonly status?: DeploymentStatus;
}
/** io.k8s.api.apps.v1.DeploymentCondition */
export interface DeploymentCondition {
    readonly lastTransitionTime?: string;
    readonly lastUpdateTime?: string;
    readonly message?: string;
    readonly reason?: string;
    readonly status: string;
    readonly type: string;
}
/** io.k8s.api.apps.v1.DeploymentSpec */
export interface DeploymentSpec {
    readonly minReadySeconds?: number;
    readonly paused?: boolean;
    readonly progressDeadlineSeconds?: number;
    readonly replicas?: number;
    readonly revisionHistoryLimit?: number;
    readonly selector: LabelSelector;
    readonly strategy?: DeploymentStrategy;
    readonly template: PodTemplateSpec;
}
/** io.k8s.api.apps.v1.DeploymentStatus */
export interface DeploymentStatus {
    readonly availableReplicas?: number;
    readonly collisionCount?: number;
    readonly conditions?: ReadonlyArray<DeploymentCondition>;
    readonly observedGeneration?: number;
    readonly readyReplicas?: number;
    readonly replicas?: number;
    readonly terminatingReplicas?: number;
    readonly unavailableReplicas?: number;
    readonly updatedReplicas?: number;
}
/** io.k8s.api.apps.v1.DeploymentStrategy */
export interface DeploymentStrategy {
    readonly rollingUpdate?: RollingUpdateDeployment;
    readonly type?: string;
}
/** io.k8s.api.apps.v1.ReplicaSet */
export interface ReplicaSet {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec?: ReplicaSetSpec;
    readonly status?: ReplicaSetStatus;
}
/** io.k8s.api.apps.v1.ReplicaSetCondition */
export interface ReplicaSetCondition {
    readonly lastTransitionTime?: string;
    readonly message?: string;
    readonly reason?: string;
    readonly status: string;
    readonly type: string;
}
/** io.k8s.api.apps.v1.ReplicaSetSpec */
export interface ReplicaSetSpec {
    readonly minReadySeconds?: number;
    readonly replicas?: number;
    readonly selector: LabelSelector;
    readonly template?: PodTemplateSpec;
}
/** io.k8s.api.apps.v1.ReplicaSetStatus */
export interface ReplicaSetStatus {
    readonly availableReplicas?: number;
    readonly conditions?: ReadonlyArray<ReplicaSetCondition>;
    readonly fullyLabeledReplicas?: number;
    readonly observedGeneration?: number;
    readonly readyReplicas?: number;
    readonly replicas: number;
    readonly terminatingReplicas?: number;
}
/** io.k8s.api.apps.v1.RollingUpdateDaemonSet */
export interface RollingUpdateDaemonSet {
    readonly maxSurge?: number | string;
    readonly maxUnavailable?: number | string;
}
/** io.k8s.api.apps.v1.RollingUpdateDeployment */
export interface RollingUpdateDeployment {
    readonly maxSurge?: number | string;
    readonly maxUnavailable?: number | string;
}
/** io.k8s.api.apps.v1.RollingUpdateStatefulSetStrategy */
export interface RollingUpdateStatefulSetStrategy {
    readonly maxUnavailable?: number | string;
    readonly partition?: number;
}
/** io.k8s.api.apps.v1.StatefulSet */
export interface StatefulSet {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec?: StatefulSetSpec;
    readonly status?: StatefulSetStatus;
}
/** io.k8s.api.apps.v1.StatefulSetCondition */
export interface StatefulSetCondition {
    readonly lastTransitionTime?: string;
    readonly message?: string;
    readonly reason?: string;
    readonly status: string;
    readonly type: string;
}
/** io.k8s.api.apps.v1.StatefulSetOrdinals */
export interface StatefulSetOrdinals {
    readonly start?: number;
}
/** io.k8s.api.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy */
export interface StatefulSetPersistentVolumeClaimRetentionPolicy {
    readonly whenDeleted?: string;
    readonly whenScaled?: string;
}
/** io.k8s.api.apps.v1.StatefulSetSpec */
export interface StatefulSetSpec {
    readonly minReadySeconds?: number;
    readonly ordinals?: StatefulSetOrdinals;
    readonly persistentVolumeClaimRetentionPolicy?: StatefulSetPersistentVolumeClaimRetentionPolicy;
    readonly podManagementPolicy?: string;
    readonly replicas?: number;
    readonly revisionHistoryLimit?: number;
    readonly selector: LabelSelector;
    readonly serviceName?: string;
    readonly template: PodTemplateSpec;
    readonly updateStrategy?: StatefulSetUpdateStrategy;
    readonly volumeClaimTemplates?: ReadonlyArray<PersistentVolumeClaim>;
}
/** io.k8s.api.apps.v1.StatefulSetStatus */
export interface StatefulSetStatus {
    readonly availableReplicas?: number;
    readonly collisionCount?: number;
    readonly conditions?: ReadonlyArray<StatefulSetCondition>;
    readonly currentReplicas?: number;
    readonly currentRevision?: string;
    readonly observedGeneration?: number;
    readonly readyReplicas?: number;
    readonly replicas: number;
    readonly updateRevision?: string;
    readonly updatedReplicas?: number;
}
/** io.k8s.api.apps.v1.StatefulSetUpdateStrategy */
export interface StatefulSetUpdateStrategy {
    readonly rollingUpdate?: RollingUpdateStatefulSetStrategy;
    readonly type?: string;
}
/** io.k8s.api.authentication.v1.BoundObjectReference */
export interface BoundObjectReference {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly name?: string;
    readonly uid?: string;
}
/** io.k8s.api.authentication.v1.SelfSubjectReview */
export interface SelfSubjectReview {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly status?: SelfSubjectReviewStatus;
}
/** io.k8s.api.authentication.v1.SelfSubjectReviewStatus */
export interface SelfSubjectReviewStatus {
    readonly userInfo?: UserInfo;
}
/** io.k8s.api.authentication.v1.TokenRequest */
export interface TokenRequest {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec?: TokenRequestSpec;
    readonly status?: TokenRequestStatus;
}
/** io.k8s.api.authentication.v1.TokenRequestSpec */
export interface TokenRequestSpec {
    readonly audiences?: ReadonlyArray<string>;
    readonly boundObjectRef?: BoundObjectReference;
    readonly expirationSeconds?: number;
}
/** io.k8s.api.authentication.v1.TokenRequestStatus */
export interface TokenRequestStatus {
    readonly expirationTimestamp?: string;
    readonly token?: string;
}
/** io.k8s.api.authentication.v1.UserInfo */
export interface UserInfo {
    readonly extra?: {
        readonly [key: string]: ReadonlyArray<string>;
    };
    readonly groups?: ReadonlyArray<string>;
    readonly uid?: string;
    readonly username?: string;
}
/** io.k8s.api.authorization.v1.FieldSelectorAttributes */
export interface FieldSelectorAttributes {
    readonly rawSelector?: string;
    readonly requirements?: ReadonlyArray<FieldSelectorRequirement>;
}
/** io.k8s.api.authorization.v1.LabelSelectorAttributes */
export interface LabelSelectorAttributes {
    readonly rawSelector?: string;
    readonly requirements?: ReadonlyArray<LabelSelectorRequirement>;
}
/** io.k8s.api.authorization.v1.LocalSubjectAccessReview */
export interface LocalSubjectAccessReview {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec: SubjectAccessReviewSpec;
    readonly status?: SubjectAccessReviewStatus;
}
/** io.k8s.api.authorization.v1.NonResourceAttributes */
export interface NonResourceAttributes {
    readonly path?: string;
    readonly verb?: string;
}
/** io.k8s.api.authorization.v1.NonResourceRule */
export interface NonResourceRule {
    readonly nonResourceURLs?: ReadonlyArray<string>;
    readonly verbs: ReadonlyArray<string>;
}
/** io.k8s.api.authorization.v1.ResourceAttributes */
export interface ResourceAttributes {
    readonly fieldSelector?: FieldSelectorAttributes;
    readonly group?: string;
    readonly labelSelector?: LabelSelectorAttributes;
    readonly name?: string;
    readonly namespace?: string;
    readonly resource?: string;
    readonly subresource?: string;
    readonly verb?: string;
    readonly version?: string;
}
/** io.k8s.api.authorization.v1.ResourceRule */
export interface ResourceRule {
    readonly apiGroups?: ReadonlyArray<string>;
    readonly resourceNames?: ReadonlyArray<string>;
    readonly resources?: ReadonlyArray<string>;
    readonly verbs: ReadonlyArray<string>;
}
/** io.k8s.api.authorization.v1.SelfSubjectAccessReview */
export interface SelfSubjectAccessReview {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec: SelfSubjectAccessReviewSpec;
    readonly status?: SubjectAccessReviewStatus;
}
/** io.k8s.api.authorization.v1.SelfSubjectAccessReviewSpec */
export interface SelfSubjectAccessReviewSpec {
    readonly nonResourceAttributes?: NonResourceAttributes;
    readonly resourceAttributes?: ResourceAttributes;
}
/** io.k8s.api.authorization.v1.SelfSubjectRulesReview */
export interface SelfSubjectRulesReview {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec: SelfSubjectRulesReviewSpec;
    readonly status?: SubjectRulesReviewStatus;
}
/** io.k8s.api.authorization.v1.SelfSubjectRulesReviewSpec */
export interface SelfSubjectRulesReviewSpec {
    readonly namespace?: string;
}
/** io.k8s.api.authorization.v1.SubjectAccessReview */
export interface SubjectAccessReview {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec: SubjectAccessReviewSpec;
    readonly status?: SubjectAccessReviewStatus;
}
/** io.k8s.api.authorization.v1.SubjectAccessReviewSpec */
export interface SubjectAccessReviewSpec {
    readonly extra?: {
        readonly [key: string]: ReadonlyArray<string>;
    };
    readonly groups?: ReadonlyArray<string>;
    readonly nonResourceAttributes?: NonResourceAttributes;
    readonly resourceAttributes?: ResourceAttributes;
    readonly uid?: string;
    readonly user?: string;
}
/** io.k8s.api.authorization.v1.SubjectAccessReviewStatus */
export interface SubjectAccessReviewStatus {
    readonly allowed: boolean;
    readonly denied?: boolean;
    readonly evaluationError?: string;
    readonly reason?: string;
}
/** io.k8s.api.authorization.v1.SubjectRulesReviewStatus */
export interface SubjectRulesReviewStatus {
    readonly evaluationError?: string;
    readonly incomplete: boolean;
    readonly nonResourceRules: ReadonlyArray<NonResourceRule>;
    readonly resourceRules: ReadonlyArray<ResourceRule>;
}
/** io.k8s.api.autoscaling.v1.CrossVersionObjectReference */
export interface AutoscalingV1CrossVersionObjectReference {
    readonly apiVersion?: string;
    readonly kind: string;
    readonly name: string;
}
/** io.k8s.api.autoscaling.v1.HorizontalPodAutoscaler */
export interface AutoscalingV1HorizontalPodAutoscaler {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec: AutoscalingV1HorizontalPodAutoscalerSpec;
    readonly status?: AutoscalingV1HorizontalPodAutoscalerStatus;
}
/** io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerSpec */
export interface AutoscalingV1HorizontalPodAutoscalerSpec {
    readonly maxReplicas: number;
    readonly minReplicas?: number;
    readonly scaleTargetRef: AutoscalingV1CrossVersionObjectReference;
    readonly targetCPUUtilizationPercentage?: number;
}
/** io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerStatus */
export interface AutoscalingV1HorizontalPodAutoscalerStatus {
    readonly currentCPUUtilizationPercentage?: number;
    readonly currentReplicas: number;
    readonly desiredReplicas: number;
    readonly lastScaleTime?: string;
    readonly observedGeneration?: number;
}
/** io.k8s.api.autoscaling.v1.Scale */
export interface Scale {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec?: ScaleSpec;
    readonly status?: ScaleStatus;
}
/** io.k8s.api.autoscaling.v1.ScaleSpec */
export interface ScaleSpec {
    readonly replicas?: number;
}
/** io.k8s.api.autoscaling.v1.ScaleStatus */
export interface ScaleStatus {
    readonly replicas: number;
    readonly selector?: string;
}
/** io.k8s.api.autoscaling.v2.ContainerResourceMetricSource */
export interface ContainerResourceMetricSource {
    readonly container: string;
    readonly name: string;
    readonly target: MetricTarget;
}
/** io.k8s.api.autoscaling.v2.ContainerResourceMetricStatus */
export interface ContainerResourceMetricStatus {
    readonly container: string;
    readonly current: MetricValueStatus;
    readonly name: string;
}
/** io.k8s.api.autoscaling.v2.CrossVersionObjectReference */
export interface CrossVersionObjectReference {
    readonly apiVersion?: string;
    readonly kind: string;
    readonly name: string;
}
/** io.k8s.api.autoscaling.v2.ExternalMetricSource */
export interface ExternalMetricSource {
    readonly metric: MetricIdentifier;
    readonly target: MetricTarget;
}
/** io.k8s.api.autoscaling.v2.ExternalMetricStatus */
export interface ExternalMetricStatus {
    readonly current: MetricValueStatus;
    readonly metric: MetricIdentifier;
}
/** io.k8s.api.autoscaling.v2.HPAScalingPolicy */
export interface HPAScalingPolicy {
    readonly periodSeconds: number;
    readonly type: string;
    readonly value: number;
}
/** io.k8s.api.autoscaling.v2.HPAScalingRules */
export interface HPAScalingRules {
    readonly policies?: ReadonlyArray<HPAScalingPolicy>;
    readonly selectPolicy?: string;
    readonly stabilizationWindowSeconds?: number;
    readonly tolerance?: string | number;
}
/** io.k8s.api.autoscaling.v2.HorizontalPodAutoscaler */
export interface HorizontalPodAutoscaler {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec: HorizontalPodAutoscalerSpec;
    readonly status?: HorizontalPodAutoscalerStatus;
}
/** io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerBehavior */
export interface HorizontalPodAutoscalerBehavior {
    readonly scaleDown?: HPAScalingRules;
    readonly scaleUp?: HPAScalingRules;
}
/** io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerCondition */
export interface HorizontalPodAutoscalerCondition {
    readonly lastTransitionTime?: string;
    readonly message?: string;
    readonly reason?: string;
    readonly status: string;
    readonly type: string;
}
/** io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerSpec */
export interface HorizontalPodAutoscalerSpec {
    readonly behavior?: HorizontalPodAutoscalerBehavior;
    readonly maxReplicas: number;
    readonly metrics?: ReadonlyArray<MetricSpec>;
    readonly minReplicas?: number;
    readonly scaleTargetRef: CrossVersionObjectReference;
}
/** io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerStatus */
export interface HorizontalPodAutoscalerStatus {
    readonly conditions?: ReadonlyArray<HorizontalPodAutoscalerCondition>;
    readonly currentMetrics?: ReadonlyArray<MetricStatus>;
    readonly currentReplicas?: number;
    readonly desiredReplicas: number;
    readonly lastScaleTime?: string;
    readonly observedGeneration?: number;
}
/** io.k8s.api.autoscaling.v2.MetricIdentifier */
export interface MetricIdentifier {
    readonly name: string;
    readonly selector?: LabelSelector;
}
/** io.k8s.api.autoscaling.v2.MetricSpec */
export interface MetricSpec {
    readonly containerResource?: ContainerResourceMetricSource;
    readonly external?: ExternalMetricSource;
    readonly object?: ObjectMetricSource;
    readonly pods?: PodsMetricSource;
    readonly resource?: ResourceMetricSource;
    readonly type: string;
}
/** io.k8s.api.autoscaling.v2.MetricStatus */
export interface MetricStatus {
    readonly containerResource?: ContainerResourceMetricStatus;
    readonly external?: ExternalMetricStatus;
    readonly object?: ObjectMetricStatus;
    readonly pods?: PodsMetricStatus;
    readonly resource?: ResourceMetricStatus;
    readonly type: string;
}
/** io.k8s.api.autoscaling.v2.MetricTarget */
export interface MetricTarget {
    readonly averageUtilization?: number;
    readonly averageValue?: string | number;
    readonly type: string;
    readonly value?: string | number;
}
/** io.k8s.api.autoscaling.v2.MetricValueStatus */
export interface MetricValueStatus {
    readonly averageUtilization?: number;
    readonly averageValue?: string | number;
    readonly value?: string | number;
}
/** io.k8s.api.autoscaling.v2.ObjectMetricSource */
export interface ObjectMetricSource {
    readonly describedObject: CrossVersionObjectReference;
    readonly metric: MetricIdentifier;
    readonly target: MetricTarget;
}
/** io.k8s.api.autoscaling.v2.ObjectMetricStatus */
export interface ObjectMetricStatus {
    readonly current: MetricValueStatus;
    readonly describedObject: CrossVersionObjectReference;
    readonly metric: MetricIdentifier;
}
/** io.k8s.api.autoscaling.v2.PodsMetricSource */
export interface PodsMetricSource {
    readonly metric: MetricIdentifier;
    readonly target: MetricTarget;
}
/** io.k8s.api.autoscaling.v2.PodsMetricStatus */
export interface PodsMetricStatus {
    readonly current: MetricValueStatus;
    readonly metric: MetricIdentifier;
}
/** io.k8s.api.autoscaling.v2.ResourceMetricSource */
export interface ResourceMetricSource {
    readonly name: string;
    readonly target: MetricTarget;
}
/** io.k8s.api.autoscaling.v2.ResourceMetricStatus */
export interface ResourceMetricStatus {
    readonly current: MetricValueStatus;
    readonly name: string;
}
/** io.k8s.api.batch.v1.CronJob */
export interface CronJob {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec: CronJobSpec;
    readonly status?: CronJobStatus;
}
/** io.k8s.api.batch.v1.CronJobSpec */
export interface CronJobSpec {
    readonly concurrencyPolicy?: string;
    readonly failedJobsHistoryLimit?: number;
    readonly jobTemplate: JobTemplateSpec;
    readonly schedule: string;
    readonly startingDeadlineSeconds?: number;
    readonly successfulJobsHistoryLimit?: number;
    readonly suspend?: boolean;
    readonly timeZone?: string;
}
/** io.k8s.api.batch.v1.CronJobStatus */
export interface CronJobStatus {
    readonly active?: ReadonlyArray<ObjectReference>;
    readonly lastScheduleTime?: string;
    readonly lastSuccessfulTime?: string;
}
/** io.k8s.api.batch.v1.Job */
export interface Job {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec?: JobSpec;
    readonly status?: JobStatus;
}
/** io.k8s.api.batch.v1.JobCondition */
export interface JobCondition {
    readonly lastProbeTime?: string;
    readonly lastTransitionTime?: string;
    readonly message?: string;
    readonly reason?: string;
    readonly status: string;
    readonly type: string;
}
/** io.k8s.api.batch.v1.JobSpec */
export interface JobSpec {
    readonly activeDeadlineSeconds?: number;
    readonly backoffLimit?: number;
    readonly backoffLimitPerIndex?: number;
    readonly completionMode?: string;
    readonly completions?: number;
    readonly managedBy?: string;
    readonly manualSelector?: boolean;
    readonly maxFailedIndexes?: number;
    readonly parallelism?: number;
    readonly podFailurePolicy?: PodFailurePolicy;
    readonly podReplacementPolicy?: string;
    readonly selector?: LabelSelector;
    readonly successPolicy?: SuccessPolicy;
    readonly suspend?: boolean;
    readonly template: PodTemplateSpec;
    readonly ttlSecondsAfterFinished?: number;
}
/** io.k8s.api.batch.v1.JobStatus */
export interface JobStatus {
    readonly active?: number;
    readonly completedIndexes?: string;
    readonly completionTime?: string;
    readonly conditions?: ReadonlyArray<JobCondition>;
    readonly failed?: number;
    readonly failedIndexes?: string;
    readonly ready?: number;
    readonly startTime?: string;
    readonly succeeded?: number;
    readonly terminating?: number;
    readonly uncountedTerminatedPods?: UncountedTerminatedPods;
}
/** io.k8s.api.batch.v1.JobTemplateSpec */
export interface JobTemplateSpec {
    readonly metadata?: ObjectMeta;
    readonly spec?: JobSpec;
}
/** io.k8s.api.batch.v1.PodFailurePolicy */
export interface PodFailurePolicy {
    readonly rules: ReadonlyArray<PodFailurePolicyRule>;
}
/** io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement */
export interface PodFailurePolicyOnExitCodesRequirement {
    readonly containerName?: string;
    readonly operator: string;
    readonly values: ReadonlyArray<number>;
}
/** io.k8s.api.batch.v1.PodFailurePolicyOnPodConditionsPattern */
export interface PodFailurePolicyOnPodConditionsPattern {
    readonly status?: string;
    readonly type: string;
}
/** io.k8s.api.batch.v1.PodFailurePolicyRule */
export interface PodFailurePolicyRule {
    readonly action: string;
    readonly onExitCodes?: PodFailurePolicyOnExitCodesRequirement;
    readonly onPodConditions?: ReadonlyArray<PodFailurePolicyOnPodConditionsPattern>;
}
/** io.k8s.api.batch.v1.SuccessPolicy */
export interface SuccessPolicy {
    readonly rules: ReadonlyArray<SuccessPolicyRule>;
}
/** io.k8s.api.batch.v1.SuccessPolicyRule */
export interface SuccessPolicyRule {
    readonly succeededCount?: number;
    readonly succeededIndexes?: string;
}
/** io.k8s.api.batch.v1.UncountedTerminatedPods */
export interface UncountedTerminatedPods {
    readonly failed?: ReadonlyArray<string>;
    readonly succeeded?: ReadonlyArray<string>;
}
/** io.k8s.api.coordination.v1.Lease */
export interface Lease {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec?: LeaseSpec;
}
/** io.k8s.api.coordination.v1.LeaseSpec */
export interface LeaseSpec {
    readonly acquireTime?: string;
    readonly holderIdentity?: string;
    readonly leaseDurationSeconds?: number;
    readonly leaseTransitions?: number;
    readonly preferredHolder?: string;
    readonly renewTime?: string;
    readonly strategy?: string;
}
/** io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource */
export interface AWSElasticBlockStoreVolumeSource {
    readonly fsType?: string;
    readonly partition?: number;
    readonly readOnly?: boolean;
    readonly volumeID: string;
}
/** io.k8s.api.core.v1.Affinity */
export interface Affinity {
    readonly nodeAffinity?: NodeAffinity;
    readonly podAffinity?: PodAffinity;
    readonly podAntiAffinity?: PodAntiAffinity;
}
/** io.k8s.api.core.v1.AppArmorProfile */
export interface AppArmorProfile {
    readonly localhostProfile?: string;
    readonly type: string;
}
/** io.k8s.api.core.v1.AttachedVolume */
export interface AttachedVolume {
    readonly devicePath: string;
    readonly name: string;
}
/** io.k8s.api.core.v1.AzureDiskVolumeSource */
export interface AzureDiskVolumeSource {
    readonly cachingMode?: string;
    readonly diskName: string;
    readonly diskURI: string;
    readonly fsType?: string;
    readonly kind?: string;
    readonly readOnly?: boolean;
}
/** io.k8s.api.core.v1.AzureFilePersistentVolumeSource */
export interface AzureFilePersistentVolumeSource {
    readonly readOnly?: boolean;
    readonly secretName: string;
    readonly secretNamespace?: string;
    readonly shareName: string;
}
/** io.k8s.api.core.v1.AzureFileVolumeSource */
export interface AzureFileVolumeSource {
    readonly readOnly?: boolean;
    readonly secretName: string;
    readonly shareName: string;
}
/** io.k8s.api.core.v1.Binding */
export interface Binding {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly target: ObjectReference;
}
/** io.k8s.api.core.v1.CSIPersistentVolumeSource */
export interface CSIPersistentVolumeSource {
    readonly controllerExpandSecretRef?: SecretReference;
    readonly controllerPublishSecretRef?: SecretReference;
    readonly driver: string;
    readonly fsType?: string;
    readonly nodeExpandSecretRef?: SecretReference;
    readonly nodePublishSecretRef?: SecretReference;
    readonly nodeStageSecretRef?: SecretReference;
    readonly readOnly?: boolean;
    readonly volumeAttributes?: {
        readonly [key: string]: string;
    };
    readonly volumeHandle: string;
}
/** io.k8s.api.core.v1.CSIVolumeSource */
export interface CSIVolumeSource {
    readonly driver: string;
    readonly fsType?: string;
    readonly nodePublishSecretRef?: LocalObjectReference;
    readonly readOnly?: boolean;
    readonly volumeAttributes?: {
        readonly [key: string]: string;
    };
}
/** io.k8s.api.core.v1.Capabilities */
export interface Capabilities {
    readonly add?: ReadonlyArray<string>;
    readonly drop?: ReadonlyArray<string>;
}
/** io.k8s.api.core.v1.CephFSPersistentVolumeSource */
export interface CephFSPersistentVolumeSource {
    readonly monitors: ReadonlyArray<string>;
    readonly path?: string;
    readonly readOnly?: boolean;
    readonly secretFile?: string;
    readonly secretRef?: SecretReference;
    readonly user?: string;
}
/** io.k8s.api.core.v1.CephFSVolumeSource */
export interface CephFSVolumeSource {
    readonly monitors: ReadonlyArray<string>;
    readonly path?: string;
    readonly readOnly?: boolean;
    readonly secretFile?: string;
    readonly secretRef?: LocalObjectReference;
    readonly user?: string;
}
/** io.k8s.api.core.v1.CinderPersistentVolumeSource */
export interface CinderPersistentVolumeSource {
    readonly fsType?: string;
    readonly readOnly?: boolean;
    readonly secretRef?: SecretReference;
    readonly volumeID: string;
}
/** io.k8s.api.core.v1.CinderVolumeSource */
export interface CinderVolumeSource {
    readonly fsType?: string;
    readonly readOnly?: boolean;
    readonly secretRef?: LocalObjectReference;
    readonly volumeID: string;
}
/** io.k8s.api.core.v1.ClientIPConfig */
export interface ClientIPConfig {
    readonly timeoutSeconds?: number;
}
/** io.k8s.api.core.v1.ClusterTrustBundleProjection */
export interface ClusterTrustBundleProjection {
    readonly labelSelector?: LabelSelector;
    readonly name?: string;
    readonly optional?: boolean;
    readonly path: string;
    readonly signerName?: string;
}
/** io.k8s.api.core.v1.ConfigMap */
export interface ConfigMap {
    readonly apiVersion?: string;
    readonly binaryData?: {
        readonly [key: string]: string;
    };
    readonly data?: {
        readonly [key: string]: string;
    };
    readonly immutable?: boolean;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
}
/** io.k8s.api.core.v1.ConfigMapEnvSource */
export interface ConfigMapEnvSource {
    readonly name?: string;
    readonly optional?: boolean;
}
/** io.k8s.api.core.v1.ConfigMapKeySelector */
export interface ConfigMapKeySelector {
    readonly key: string;
    readonly name?: string;
    readonly optional?: boolean;
}
/** io.k8s.api.core.v1.ConfigMapNodeConfigSource */
export interface ConfigMapNodeConfigSource {
    readonly kubeletConfigKey: string;
    readonly name: string;
    readonly namespace: string;
    readonly resourceVersion?: string;
    readonly uid?: string;
}
/** io.k8s.api.core.v1.ConfigMapProjection */
export interface ConfigMapProjection {
    readonly items?: ReadonlyArray<KeyToPath>;
    readonly name?: string;
    readonly optional?: boolean;
}
/** io.k8s.api.core.v1.ConfigMapVolumeSource */
export interface ConfigMapVolumeSource {
    readonly defaultMode?: number;
    readonly items?: ReadonlyArray<KeyToPath>;
    readonly name?: string;
    readonly optional?: boolean;
}
/** io.k8s.api.core.v1.Container */
export interface Container {
    readonly args?: ReadonlyArray<string>;
    readonly command?: ReadonlyArray<string>;
    readonly env?: ReadonlyArray<EnvVar>;
    readonly envFrom?: ReadonlyArray<EnvFromSource>;
    readonly image?: string;
    readonly imagePullPolicy?: string;
    readonly lifecycle?: Lifecycle;
    readonly livenessProbe?: Probe;
    readonly name: string;
    readonly ports?: ReadonlyArray<ContainerPort>;
    readonly readinessProbe?: Probe;
    readonly resizePolicy?: ReadonlyArray<ContainerResizePolicy>;
    readonly resources?: ResourceRequirements;
    readonly restartPolicy?: string;
    readonly restartPolicyRules?: ReadonlyArray<ContainerRestartRule>;
    readonly securityContext?: SecurityContext;
    readonly startupProbe?: Probe;
    readonly stdin?: boolean;
    readonly stdinOnce?: boolean;
    readonly terminationMessagePath?: string;
    readonly terminationMessagePolicy?: string;
    readonly tty?: boolean;
    readonly volumeDevices?: ReadonlyArray<VolumeDevice>;
    readonly volumeMounts?: ReadonlyArray<VolumeMount>;
    readonly workingDir?: string;
}
/** io.k8s.api.core.v1.ContainerExtendedResourceRequest */
export interface ContainerExtendedResourceRequest {
    readonly containerName: string;
    readonly requestName: string;
    readonly resourceName: string;
}
/** io.k8s.api.core.v1.ContainerImage */
export interface ContainerImage {
    readonly names?: ReadonlyArray<string>;
    readonly sizeBytes?: number;
}
/** io.k8s.api.core.v1.ContainerPort */
export interface ContainerPort {
    readonly containerPort: number;
    readonly hostIP?: string;
    readonly hostPort?: number;
    readonly name?: string;
    readonly protocol?: string;
}
/** io.k8s.api.core.v1.ContainerResizePolicy */
export interface ContainerResizePolicy {
    readonly resourceName: string;
    readonly restartPolicy: string;
}
/** io.k8s.api.core.v1.ContainerRestartRule */
export interface ContainerRestartRule {
    readonly action: string;
    readonly exitCodes?: ContainerRestartRuleOnExitCodes;
}
/** io.k8s.api.core.v1.ContainerRestartRuleOnExitCodes */
export interface ContainerRestartRuleOnExitCodes {
    readonly operator: string;
    readonly values?: ReadonlyArray<number>;
}
/** io.k8s.api.core.v1.ContainerState */
export interface ContainerState {
    readonly running?: ContainerStateRunning;
    readonly terminated?: ContainerStateTerminated;
    readonly waiting?: ContainerStateWaiting;
}
/** io.k8s.api.core.v1.ContainerStateRunning */
export interface ContainerStateRunning {
    readonly startedAt?: string;
}
/** io.k8s.api.core.v1.ContainerStateTerminated */
export interface ContainerStateTerminated {
    readonly containerID?: string;
    readonly exitCode: number;
    readonly finishedAt?: string;
    readonly message?: string;
    readonly reason?: string;
    readonly signal?: number;
    readonly startedAt?: string;
}
/** io.k8s.api.core.v1.ContainerStateWaiting */
export interface ContainerStateWaiting {
    readonly message?: string;
    readonly reason?: string;
}
/** io.k8s.api.core.v1.ContainerStatus */
export interface ContainerStatus {
    readonly allocatedResources?: {
        readonly [key: string]: string | number;
    };
    readonly allocatedResourcesStatus?: ReadonlyArray<ResourceStatus>;
    readonly containerID?: string;
    readonly image: string;
    readonly imageID: string;
    readonly lastState?: ContainerState;
    readonly name: string;
    readonly ready: boolean;
    readonly resources?: ResourceRequirements;
    readonly restartCount: number;
    readonly started?: boolean;
    readonly state?: ContainerState;
    readonly stopSignal?: string;
    readonly user?: ContainerUser;
    readonly volumeMounts?: ReadonlyArray<VolumeMountStatus>;
}
/** io.k8s.api.core.v1.ContainerUser */
export interface ContainerUser {
    readonly linux?: LinuxContainerUser;
}
/** io.k8s.api.core.v1.DaemonEndpoint */
export interface DaemonEndpoint {
    readonly Port: number;
}
/** io.k8s.api.core.v1.DownwardAPIProjection */
export interface DownwardAPIProjection {
    readonly items?: ReadonlyArray<DownwardAPIVolumeFile>;
}
/** io.k8s.api.core.v1.DownwardAPIVolumeFile */
export interface DownwardAPIVolumeFile {
    readonly fieldRef?: ObjectFieldSelector;
    readonly mode?: number;
    readonly path: string;
    readonly resourceFieldRef?: ResourceFieldSelector;
}
/** io.k8s.api.core.v1.DownwardAPIVolumeSource */
export interface DownwardAPIVolumeSource {
    readonly defaultMode?: number;
    readonly items?: ReadonlyArray<DownwardAPIVolumeFile>;
}
/** io.k8s.api.core.v1.EmptyDirVolumeSource */
export interface EmptyDirVolumeSource {
    readonly medium?: string;
    readonly sizeLimit?: string | number;
}
/** io.k8s.api.core.v1.EndpointAddress */
export interface EndpointAddress {
    readonly hostname?: string;
    readonly ip: string;
    readonly nodeName?: string;
    readonly targetRef?: ObjectReference;
}
/** io.k8s.api.core.v1.EndpointPort */
export interface EndpointPort {
    readonly appProtocol?: string;
    readonly name?: string;
    readonly port: number;
    readonly protocol?: string;
}
/** io.k8s.api.core.v1.EndpointSubset */
export interface EndpointSubset {
    readonly addresses?: ReadonlyArray<EndpointAddress>;
    readonly notReadyAddresses?: ReadonlyArray<EndpointAddress>;
    readonly ports?: ReadonlyArray<EndpointPort>;
}
/** io.k8s.api.core.v1.Endpoints */
export interface Endpoints {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly subsets?: ReadonlyArray<EndpointSubset>;
}
/** io.k8s.api.core.v1.EnvFromSource */
export interface EnvFromSource {
    readonly configMapRef?: ConfigMapEnvSource;
    readonly prefix?: string;
    readonly secretRef?: SecretEnvSource;
}
/** io.k8s.api.core.v1.EnvVar */
export interface EnvVar {
    readonly name: string;
    readonly value?: string;
    readonly valueFrom?: EnvVarSource;
}
/** io.k8s.api.core.v1.EnvVarSource */
export interface EnvVarSource {
    readonly configMapKeyRef?: ConfigMapKeySelector;
    readonly fieldRef?: ObjectFieldSelector;
    readonly fileKeyRef?: FileKeySelector;
    readonly resourceFieldRef?: ResourceFieldSelector;
    readonly secretKeyRef?: SecretKeySelector;
}
/** io.k8s.api.core.v1.EphemeralContainer */
export interface EphemeralContainer {
    readonly args?: ReadonlyArray<string>;
    readonly command?: ReadonlyArray<string>;
    readonly env?: ReadonlyArray<EnvVar>;
    readonly envFrom?: ReadonlyArray<EnvFromSource>;
    readonly image?: string;
    readonly imagePullPolicy?: string;
    readonly lifecycle?: Lifecycle;
    readonly livenessProbe?: Probe;
    readonly name: string;
    readonly ports?: ReadonlyArray<ContainerPort>;
    readonly readinessProbe?: Probe;
    readonly resizePolicy?: ReadonlyArray<ContainerResizePolicy>;
    readonly resources?: ResourceRequirements;
    readonly restartPolicy?: string;
    readonly restartPolicyRules?: ReadonlyArray<ContainerRestartRule>;
    readonly securityContext?: SecurityContext;
    readonly startupProbe?: Probe;
    readonly stdin?: boolean;
    readonly stdinOnce?: boolean;
    readonly targetContainerName?: string;
    readonly terminationMessagePath?: string;
    readonly terminationMessagePolicy?: string;
    readonly tty?: boolean;
    readonly volumeDevices?: ReadonlyArray<VolumeDevice>;
    readonly volumeMounts?: ReadonlyArray<VolumeMount>;
    readonly workingDir?: string;
}
/** io.k8s.api.core.v1.EphemeralVolumeSource */
export interface EphemeralVolumeSource {
    readonly volumeClaimTemplate?: PersistentVolumeClaimTemplate;
}
/** io.k8s.api.core.v1.Event */
export interface Event {
    readonly action?: string;
    readonly apiVersion?: string;
    readonly count?: number;
    readonly eventTime?: string;
    readonly firstTimestamp?: string;
    readonly involvedObject: ObjectReference;
    readonly kind?: string;
    readonly lastTimestamp?: string;
    readonly message?: string;
    readonly metadata: ObjectMeta;
    readonly reason?: string;
    readonly related?: ObjectReference;
    readonly reportingComponent?: string;
    readonly reportingInstance?: string;
    readonly series?: EventSeries;
    readonly source?: EventSource;
    readonly type?: string;
}
/** io.k8s.api.core.v1.EventSeries */
export interface EventSeries {
    readonly count?: number;
    readonly lastObservedTime?: string;
}
/** io.k8s.api.core.v1.EventSource */
export interface EventSource {
    readonly component?: string;
    readonly host?: string;
}
/** io.k8s.api.core.v1.ExecAction */
export interface ExecAction {
    readonly command?: ReadonlyArray<string>;
}
/** io.k8s.api.core.v1.FCVolumeSource */
export interface FCVolumeSource {
    readonly fsType?: string;
    readonly lun?: number;
    readonly readOnly?: boolean;
    readonly targetWWNs?: ReadonlyArray<string>;
    readonly wwids?: ReadonlyArray<string>;
}
/** io.k8s.api.core.v1.FileKeySelector */
export interface FileKeySelector {
    readonly key: string;
    readonly optional?: boolean;
    readonly path: string;
    readonly volumeName: string;
}
/** io.k8s.api.core.v1.FlexPersistentVolumeSource */
export interface FlexPersistentVolumeSource {
    readonly driver: string;
    readonly fsType?: string;
    readonly options?: {
        readonly [key: string]: string;
    };
    readonly readOnly?: boolean;
    readonly secretRef?: SecretReference;
}
/** io.k8s.api.core.v1.FlexVolumeSource */
export interface FlexVolumeSource {
    readonly driver: string;
    readonly fsType?: string;
    readonly options?: {
        readonly [key: string]: string;
    };
    readonly readOnly?: boolean;
    readonly secretRef?: LocalObjectReference;
}
/** io.k8s.api.core.v1.FlockerVolumeSource */
export interface FlockerVolumeSource {
    readonly datasetName?: string;
    readonly datasetUUID?: string;
}
/** io.k8s.api.core.v1.GCEPersistentDiskVolumeSource */
export interface GCEPersistentDiskVolumeSource {
    readonly fsType?: string;
    readonly partition?: number;
    readonly pdName: string;
    readonly readOnly?: boolean;
}
/** io.k8s.api.core.v1.GRPCAction */
export interface GRPCAction {
    readonly port: number;
    readonly service?: string;
}
/** io.k8s.api.core.v1.GitRepoVolumeSource */
export interface GitRepoVolumeSource {
    readonly directory?: string;
    readonly repository: string;
    readonly revision?: string;
}
/** io.k8s.api.core.v1.GlusterfsPersistentVolumeSource */
export interface GlusterfsPersistentVolumeSource {
    readonly endpoints: string;
    readonly endpointsNamespace?: string;
    readonly path: string;
    readonly readOnly?: boolean;
}
/** io.k8s.api.core.v1.GlusterfsVolumeSource */
export interface GlusterfsVolumeSource {
    readonly endpoints: string;
    readonly path: string;
    readonly readOnly?: boolean;
}
/** io.k8s.api.core.v1.HTTPGetAction */
export interface HTTPGetAction {
    readonly host?: string;
    readonly httpHeaders?: ReadonlyArray<HTTPHeader>;
    readonly path?: string;
    readonly port: number | string;
    readonly scheme?: string;
}
/** io.k8s.api.core.v1.HTTPHeader */
export interface HTTPHeader {
    readonly name: string;
    readonly value: string;
}
/** io.k8s.api.core.v1.HostAlias */
export interface HostAlias {
    readonly hostnames?: ReadonlyArray<string>;
    readonly ip: string;
}
/** io.k8s.api.core.v1.HostIP */
export interface HostIP {
    readonly ip: string;
}
/** io.k8s.api.core.v1.HostPathVolumeSource */
export interface HostPathVolumeSource {
    readonly path: string;
    readonly type?: string;
}
/** io.k8s.api.core.v1.ISCSIPersistentVolumeSource */
export interface ISCSIPersistentVolumeSource {
    readonly chapAuthDiscovery?: boolean;
    readonly chapAuthSession?: boolean;
    readonly fsType?: string;
    readonly initiatorName?: string;
    readonly iqn: string;
    readonly iscsiInterface?: string;
    readonly lun: number;
    readonly portals?: ReadonlyArray<string>;
    readonly readOnly?: boolean;
    readonly secretRef?: SecretReference;
    readonly targetPortal: string;
}
/** io.k8s.api.core.v1.ISCSIVolumeSource */
export interface ISCSIVolumeSource {
    readonly chapAuthDiscovery?: boolean;
    readonly chapAuthSession?: boolean;
    readonly fsType?: string;
    readonly initiatorName?: string;
    readonly iqn: string;
    readonly iscsiInterface?: string;
    readonly lun: number;
    readonly portals?: ReadonlyArray<string>;
    readonly readOnly?: boolean;
    readonly secretRef?: LocalObjectReference;
    readonly targetPortal: string;
}
/** io.k8s.api.core.v1.ImageVolumeSource */
export interface ImageVolumeSource {
    readonly pullPolicy?: string;
    readonly reference?: string;
}
/** io.k8s.api.core.v1.ImageVolumeStatus */
export interface ImageVolumeStatus {
    readonly imageRef: string;
}
/** io.k8s.api.core.v1.KeyToPath */
export interface KeyToPath {
    readonly key: string;
    readonly mode?: number;
    readonly path: string;
}
/** io.k8s.api.core.v1.Lifecycle */
export interface Lifecycle {
    readonly postStart?: LifecycleHandler;
    readonly preStop?: LifecycleHandler;
    readonly stopSignal?: string;
}
/** io.k8s.api.core.v1.LifecycleHandler */
export interface LifecycleHandler {
    readonly exec?: ExecAction;
    readonly httpGet?: HTTPGetAction;
    readonly sleep?: SleepAction;
    readonly tcpSocket?: TCPSocketAction;
}
/** io.k8s.api.core.v1.LimitRange */
export interface LimitRange {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec?: LimitRangeSpec;
}
/** io.k8s.api.core.v1.LimitRangeItem */
export interface LimitRangeItem {
    readonly default?: {
        readonly [key: string]: string | number;
    };
    readonly defaultRequest?: {
        readonly [key: string]: string | number;
    };
    readonly max?: {
        readonly [key: string]: string | number;
    };
    readonly maxLimitRequestRatio?: {
        readonly [key: string]: string | number;
    };
    readonly min?: {
        readonly [key: string]: string | number;
    };
    readonly type: string;
}
/** io.k8s.api.core.v1.LimitRangeSpec */
export interface LimitRangeSpec {
    readonly limits: ReadonlyArray<LimitRangeItem>;
}
/** io.k8s.api.core.v1.LinuxContainerUser */
export interface LinuxContainerUser {
    readonly gid: number;
    readonly supplementalGroups?: ReadonlyArray<number>;
    readonly uid: number;
}
/** io.k8s.api.core.v1.LoadBalancerIngress */
export interface LoadBalancerIngress {
    readonly hostname?: string;
    readonly ip?: string;
    readonly ipMode?: string;
    readonly ports?: ReadonlyArray<PortStatus>;
}
/** io.k8s.api.core.v1.LoadBalancerStatus */
export interface LoadBalancerStatus {
    readonly ingress?: ReadonlyArray<LoadBalancerIngress>;
}
/** io.k8s.api.core.v1.LocalObjectReference */
export interface LocalObjectReference {
    readonly name?: string;
}
/** io.k8s.api.core.v1.LocalVolumeSource */
export interface LocalVolumeSource {
    readonly fsType?: string;
    readonly path: string;
}
/** io.k8s.api.core.v1.ModifyVolumeStatus */
export interface ModifyVolumeStatus {
    readonly status: string;
    readonly targetVolumeAttributesClassName?: string;
}
/** io.k8s.api.core.v1.NFSVolumeSource */
export interface NFSVolumeSource {
    readonly path: string;
    readonly readOnly?: boolean;
    readonly server: string;
}
/** io.k8s.api.core.v1.Namespace */
export interface Namespace {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec?: NamespaceSpec;
    readonly status?: NamespaceStatus;
}
/** io.k8s.api.core.v1.NamespaceCondition */
export interface NamespaceCondition {
    readonly lastTransitionTime?: string;
    readonly message?: string;
    readonly reason?: string;
    readonly status: string;
    readonly type: string;
}
/** io.k8s.api.core.v1.NamespaceSpec */
export interface NamespaceSpec {
    readonly finalizers?: ReadonlyArray<string>;
}
/** io.k8s.api.core.v1.NamespaceStatus */
export interface NamespaceStatus {
    readonly conditions?: ReadonlyArray<NamespaceCondition>;
    readonly phase?: string;
}
/** io.k8s.api.core.v1.Node */
export interface Node {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec?: NodeSpec;
    readonly status?: NodeStatus;
}
/** io.k8s.api.core.v1.NodeAddress */
export interface NodeAddress {
    readonly address: string;
    readonly type: string;
}
/** io.k8s.api.core.v1.NodeAffinity */
export interface NodeAffinity {
    readonly preferredDuringSchedulingIgnoredDuringExecution?: ReadonlyArray<PreferredSchedulingTerm>;
    readonly requiredDuringSchedulingIgnoredDuringExecution?: NodeSelector;
}
/** io.k8s.api.core.v1.NodeAllocatableResourceClaimStatus */
export interface NodeAllocatableResourceClaimStatus {
    readonly containers?: ReadonlyArray<string>;
    readonly resourceClaimName: string;
    readonly resources: {
        readonly [key: string]: string | number;
    };
}
/** io.k8s.api.core.v1.NodeCondition */
export interface NodeCondition {
    readonly lastHeartbeatTime?: string;
    readonly lastTransitionTime?: string;
    readonly message?: string;
    readonly reason?: string;
    readonly status: string;
    readonly type: string;
}
/** io.k8s.api.core.v1.NodeConfigSource */
export interface NodeConfigSource {
    readonly configMap?: ConfigMapNodeConfigSource;
}
/** io.k8s.api.core.v1.NodeConfigStatus */
export interface NodeConfigStatus {
    readonly active?: NodeConfigSource;
    readonly assigned?: NodeConfigSource;
    readonly error?: string;
    readonly lastKnownGood?: NodeConfigSource;
}
/** io.k8s.api.core.v1.NodeDaemonEndpoints */
export interface NodeDaemonEndpoints {
    readonly kubeletEndpoint?: DaemonEndpoint;
}
/** io.k8s.api.core.v1.NodeFeatures */
export interface NodeFeatures {
    readonly supplementalGroupsPolicy?: boolean;
}
/** io.k8s.api.core.v1.NodeRuntimeHandler */
export interface NodeRuntimeHandler {
    readonly features?: NodeRuntimeHandlerFeatures;
    readonly name?: string;
}
/** io.k8s.api.core.v1.NodeRuntimeHandlerFeatures */
export interface NodeRuntimeHandlerFeatures {
    readonly recursiveReadOnlyMounts?: boolean;
    readonly userNamespaces?: boolean;
}
/** io.k8s.api.core.v1.NodeSelector */
export interface NodeSelector {
    readonly nodeSelectorTerms: ReadonlyArray<NodeSelectorTerm>;
}
/** io.k8s.api.core.v1.NodeSelectorRequirement */
export interface NodeSelectorRequirement {
    readonly key: string;
    readonly operator: string;
    readonly values?: ReadonlyArray<string>;
}
/** io.k8s.api.core.v1.NodeSelectorTerm */
export interface NodeSelectorTerm {
    readonly matchExpressions?: ReadonlyArray<NodeSelectorRequirement>;
    readonly matchFields?: ReadonlyArray<NodeSelectorRequirement>;
}
/** io.k8s.api.core.v1.NodeSpec */
export interface NodeSpec {
    readonly configSource?: NodeConfigSource;
    readonly externalID?: string;
    readonly podCIDR?: string;
    readonly podCIDRs?: ReadonlyArray<string>;
    readonly providerID?: string;
    readonly taints?: ReadonlyArray<Taint>;
    readonly unschedulable?: boolean;
}
/** io.k8s.api.core.v1.NodeStatus */
export interface NodeStatus {
    readonly addresses?: ReadonlyArray<NodeAddress>;
    readonly allocatable?: {
        readonly [key: string]: string | number;
    };
    readonly capacity?: {
        readonly [key: string]: string | number;
    };
    readonly conditions?: ReadonlyArray<NodeCondition>;
    readonly config?: NodeConfigStatus;
    readonly daemonEndpoints?: NodeDaemonEndpoints;
    readonly declaredFeatures?: ReadonlyArray<string>;
    readonly features?: NodeFeatures;
    readonly images?: ReadonlyArray<ContainerImage>;
    readonly nodeInfo?: NodeSystemInfo;
    readonly phase?: string;
    readonly runtimeHandlers?: ReadonlyArray<NodeRuntimeHandler>;
    readonly volumesAttached?: ReadonlyArray<AttachedVolume>;
    readonly volumesInUse?: ReadonlyArray<string>;
}
/** io.k8s.api.core.v1.NodeSwapStatus */
export interface NodeSwapStatus {
    readonly capacity?: number;
}
/** io.k8s.api.core.v1.NodeSystemInfo */
export interface NodeSystemInfo {
    readonly architecture: string;
    readonly bootID: string;
    readonly containerRuntimeVersion: string;
    readonly kernelVersion: string;
    readonly kubeProxyVersion: string;
    readonly kubeletVersion: string;
    readonly machineID: string;
    readonly operatingSystem: string;
    readonly osImage: string;
    readonly swap?: NodeSwapStatus;
    readonly systemUUID: string;
}
/** io.k8s.api.core.v1.ObjectFieldSelector */
export interface ObjectFieldSelector {
    readonly apiVersion?: string;
    readonly fieldPath: string;
}
/** io.k8s.api.core.v1.ObjectReference */
export interface ObjectReference {
    readonly apiVersion?: string;
    readonly fieldPath?: string;
    readonly kind?: string;
    readonly name?: string;
    readonly namespace?: string;
    readonly resourceVersion?: string;
    readonly uid?: string;
}
/** io.k8s.api.core.v1.PersistentVolume */
export interface PersistentVolume {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec?: PersistentVolumeSpec;
    readonly status?: PersistentVolumeStatus;
}
/** io.k8s.api.core.v1.PersistentVolumeClaim */
export interface PersistentVolumeClaim {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec?: PersistentVolumeClaimSpec;
    readonly status?: PersistentVolumeClaimStatus;
}
/** io.k8s.api.core.v1.PersistentVolumeClaimCondition */
export interface PersistentVolumeClaimCondition {
    readonly lastProbeTime?: string;
    readonly lastTransitionTime?: string;
    readonly message?: string;
    readonly reason?: string;
    readonly status: string;
    readonly type: string;
}
/** io.k8s.api.core.v1.PersistentVolumeClaimSpec */
export interface PersistentVolumeClaimSpec {
    readonly accessModes?: ReadonlyArray<string>;
    readonly dataSource?: TypedLocalObjectReference;
    readonly dataSourceRef?: TypedObjectReference;
    readonly resources?: VolumeResourceRequirements;
    readonly selector?: LabelSelector;
    readonly storageClassName?: string;
    readonly volumeAttributesClassName?: string;
    readonly volumeMode?: string;
    readonly volumeName?: string;
}
/** io.k8s.api.core.v1.PersistentVolumeClaimStatus */
export interface PersistentVolumeClaimStatus {
    readonly accessModes?: ReadonlyArray<string>;
    readonly allocatedResourceStatuses?: {
        readonly [key: string]: string;
    };
    readonly allocatedResources?: {
        readonly [key: string]: string | number;
    };
    readonly capacity?: {
        readonly [key: string]: string | number;
    };
    readonly conditions?: ReadonlyArray<PersistentVolumeClaimCondition>;
    readonly currentVolumeAttributesClassName?: string;
    readonly modifyVolumeStatus?: ModifyVolumeStatus;
    readonly phase?: string;
}
/** io.k8s.api.core.v1.PersistentVolumeClaimTemplate */
export interface PersistentVolumeClaimTemplate {
    readonly metadata?: ObjectMeta;
    readonly spec: PersistentVolumeClaimSpec;
}
/** io.k8s.api.core.v1.PersistentVolumeClaimVolumeSource */
export interface PersistentVolumeClaimVolumeSource {
    readonly claimName: string;
    readonly readOnly?: boolean;
}
/** io.k8s.api.core.v1.PersistentVolumeSpec */
export interface PersistentVolumeSpec {
    readonly accessModes?: ReadonlyArray<string>;
    readonly awsElasticBlockStore?: AWSElasticBlockStoreVolumeSource;
    readonly azureDisk?: AzureDiskVolumeSource;
    readonly azureFile?: AzureFilePersistentVolumeSource;
    readonly capacity?: {
        readonly [key: string]: string | number;
    };
    readonly cephfs?: CephFSPersistentVolumeSource;
    readonly cinder?: CinderPersistentVolumeSource;
    readonly claimRef?: ObjectReference;
    readonly csi?: CSIPersistentVolumeSource;
    readonly fc?: FCVolumeSource;
    readonly flexVolume?: FlexPersistentVolumeSource;
    readonly flocker?: FlockerVolumeSource;
    readonly gcePersistentDisk?: GCEPersistentDiskVolumeSource;
    readonly glusterfs?: GlusterfsPersistentVolumeSource;
    readonly hostPath?: HostPathVolumeSource;
    readonly iscsi?: ISCSIPersistentVolumeSource;
    readonly local?: LocalVolumeSource;
    readonly mountOptions?: ReadonlyArray<string>;
    readonly nfs?: NFSVolumeSource;
    readonly nodeAffinity?: VolumeNodeAffinity;
    readonly persistentVolumeReclaimPolicy?: string;
    readonly photonPersistentDisk?: PhotonPersistentDiskVolumeSource;
    readonly portworxVolume?: PortworxVolumeSource;
    readonly quobyte?: QuobyteVolumeSource;
    readonly rbd?: RBDPersistentVolumeSource;
    readonly scaleIO?: ScaleIOPersistentVolumeSource;
    readonly storageClassName?: string;
    readonly storageos?: StorageOSPersistentVolumeSource;
    readonly volumeAttributesClassName?: string;
    readonly volumeMode?: string;
    readonly vsphereVolume?: VsphereVirtualDiskVolumeSource;
}
/** io.k8s.api.core.v1.PersistentVolumeStatus */
export interface PersistentVolumeStatus {
    readonly lastPhaseTransitionTime?: string;
    readonly message?: string;
    readonly phase?: string;
    readonly reason?: string;
}
/** io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource */
export interface PhotonPersistentDiskVolumeSource {
    readonly fsType?: string;
    readonly pdID: string;
}
/** io.k8s.api.core.v1.Pod */
export interface Pod {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec?: PodSpec;
    readonly status?: PodStatus;
}
/** io.k8s.api.core.v1.PodAffinity */
export interface PodAffinity {
    readonly preferredDuringSchedulingIgnoredDuringExecution?: ReadonlyArray<WeightedPodAffinityTerm>;
    readonly requiredDuringSchedulingIgnoredDuringExecution?: ReadonlyArray<PodAffinityTerm>;
}
/** io.k8s.api.core.v1.PodAffinityTerm */
export interface PodAffinityTerm {
    readonly labelSelector?: LabelSelector;
    readonly matchLabelKeys?: ReadonlyArray<string>;
    readonly mismatchLabelKeys?: ReadonlyArray<string>;
    readonly namespaceSelector?: LabelSelector;
    readonly namespaces?: ReadonlyArray<string>;
    readonly topologyKey: string;
}
/** io.k8s.api.core.v1.PodAntiAffinity */
export interface PodAntiAffinity {
    readonly preferredDuringSchedulingIgnoredDuringExecution?: ReadonlyArray<WeightedPodAffinityTerm>;
    readonly requiredDuringSchedulingIgnoredDuringExecution?: ReadonlyArray<PodAffinityTerm>;
}
/** io.k8s.api.core.v1.PodCertificateProjection */
export interface PodCertificateProjection {
    readonly certificateChainPath?: string;
    readonly credentialBundlePath?: string;
    readonly keyPath?: string;
    readonly keyType: string;
    readonly maxExpirationSeconds?: number;
    readonly signerName: string;
    readonly userAnnotations?: {
        readonly [key: string]: string;
    };
}
/** io.k8s.api.core.v1.PodCondition */
export interface PodCondition {
    readonly lastProbeTime?: string;
    readonly lastTransitionTime?: string;
    readonly message?: string;
    readonly observedGeneration?: number;
    readonly reason?: string;
    readonly status: string;
    readonly type: string;
}
/** io.k8s.api.core.v1.PodDNSConfig */
export interface PodDNSConfig {
    readonly nameservers?: ReadonlyArray<string>;
    readonly options?: ReadonlyArray<PodDNSConfigOption>;
    readonly searches?: ReadonlyArray<string>;
}
/** io.k8s.api.core.v1.PodDNSConfigOption */
export interface PodDNSConfigOption {
    readonly name?: string;
    readonly value?: string;
}
/** io.k8s.api.core.v1.PodExtendedResourceClaimStatus */
export interface PodExtendedResourceClaimStatus {
    readonly requestMappings: ReadonlyArray<ContainerExtendedResourceRequest>;
    readonly resourceClaimName: string;
}
/** io.k8s.api.core.v1.PodIP */
export interface PodIP {
    readonly ip: string;
}
/** io.k8s.api.core.v1.PodOS */
export interface PodOS {
    readonly name: string;
}
/** io.k8s.api.core.v1.PodReadinessGate */
export interface PodReadinessGate {
    readonly conditionType: string;
}
/** io.k8s.api.core.v1.PodResourceClaim */
export interface PodResourceClaim {
    readonly name: string;
    readonly resourceClaimName?: string;
    readonly resourceClaimTemplateName?: string;
}
/** io.k8s.api.core.v1.PodResourceClaimStatus */
export interface PodResourceClaimStatus {
    readonly name: string;
    readonly resourceClaimName?: string;
}
/** io.k8s.api.core.v1.PodSchedulingGate */
export interface PodSchedulingGate {
    readonly name: string;
}
/** io.k8s.api.core.v1.PodSchedulingGroup */
export interface PodSchedulingGroup {
    readonly podGroupName?: string;
}
/** io.k8s.api.core.v1.PodSecurityContext */
export interface PodSecurityContext {
    readonly appArmorProfile?: AppArmorProfile;
    readonly fsGroup?: number;
    readonly fsGroupChangePolicy?: string;
    readonly runAsGroup?: number;
    readonly runAsNonRoot?: boolean;
    readonly runAsUser?: number;
    readonly seLinuxChangePolicy?: string;
    readonly seLinuxOptions?: SELinuxOptions;
    readonly seccompProfile?: SeccompProfile;
    readonly supplementalGroups?: ReadonlyArray<number>;
    readonly supplementalGroupsPolicy?: string;
    readonly sysctls?: ReadonlyArray<Sysctl>;
    readonly windowsOptions?: WindowsSecurityContextOptions;
}
/** io.k8s.api.core.v1.PodSpec */
export interface PodSpec {
    readonly activeDeadlineSeconds?: number;
    readonly affinity?: Affinity;
    readonly automountServiceAccountToken?: boolean;
    readonly containers: ReadonlyArray<Container>;
    readonly dnsConfig?: PodDNSConfig;
    readonly dnsPolicy?: string;
    readonly enableServiceLinks?: boolean;
    readonly ephemeralContainers?: ReadonlyArray<EphemeralContainer>;
    readonly hostAliases?: ReadonlyArray<HostAlias>;
    readonly hostIPC?: boolean;
    readonly hostNetwork?: boolean;
    readonly hostPID?: boolean;
    readonly hostUsers?: boolean;
    readonly hostname?: string;
    readonly hostnameOverride?: string;
    readonly imagePullSecrets?: ReadonlyArray<LocalObjectReference>;
    readonly initContainers?: ReadonlyArray<Container>;
    readonly nodeName?: string;
    readonly nodeSelector?: {
        readonly [key: string]: string;
    };
    readonly os?: PodOS;
    readonly overhead?: {
        readonly [key: string]: string | number;
    };
    readonly preemptionPolicy?: string;
    readonly priority?: number;
    readonly priorityClassName?: string;
    readonly readinessGates?: ReadonlyArray<PodReadinessGate>;
    readonly resourceClaims?: ReadonlyArray<PodResourceClaim>;
    readonly resources?: ResourceRequirements;
    readonly restartPolicy?: string;
    readonly runtimeClassName?: string;
    readonly schedulerName?: string;
    readonly schedulingGates?: ReadonlyArray<PodSchedulingGate>;
    readonly schedulingGroup?: PodSchedulingGroup;
    readonly securityContext?: PodSecurityContext;
    readonly serviceAccount?: string;
    readonly serviceAccountName?: string;
    readonly setHostnameAsFQDN?: boolean;
    readonly shareProcessNamespace?: boolean;
    readonly subdomain?: string;
    readonly terminationGracePeriodSeconds?: number;
    readonly tolerations?: ReadonlyArray<Toleration>;
    readonly topologySpreadConstraints?: ReadonlyArray<TopologySpreadConstraint>;
    readonly volumes?: ReadonlyArray<Volume>;
}
/** io.k8s.api.core.v1.PodStatus */
export interface PodStatus {
    readonly allocatedResources?: {
        readonly [key: string]: string | number;
    };
    readonly conditions?: ReadonlyArray<PodCondition>;
    readonly containerStatuses?: ReadonlyArray<ContainerStatus>;
    readonly ephemeralContainerStatuses?: ReadonlyArray<ContainerStatus>;
    readonly extendedResourceClaimStatus?: PodExtendedResourceClaimStatus;
    readonly hostIP?: string;
    readonly hostIPs?: ReadonlyArray<HostIP>;
    readonly initContainerStatuses?: ReadonlyArray<ContainerStatus>;
    readonly message?: string;
    readonly nodeAllocatableResourceClaimStatuses?: ReadonlyArray<NodeAllocatableResourceClaimStatus>;
    readonly nominatedNodeName?: string;
    readonly observedGeneration?: number;
    readonly phase?: string;
    readonly podIP?: string;
    readonly podIPs?: ReadonlyArray<PodIP>;
    readonly qosClass?: string;
    readonly reason?: string;
    readonly resize?: string;
    readonly resourceClaimStatuses?: ReadonlyArray<PodResourceClaimStatus>;
    readonly resources?: ResourceRequirements;
    readonly startTime?: string;
}
/** io.k8s.api.core.v1.PodTemplate */
export interface PodTemplate {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly template?: PodTemplateSpec;
}
/** io.k8s.api.core.v1.PodTemplateSpec */
export interface PodTemplateSpec {
    readonly metadata?: ObjectMeta;
    readonly spec?: PodSpec;
}
/** io.k8s.api.core.v1.PortStatus */
export interface PortStatus {
    readonly error?: string;
    readonly port: number;
    readonly protocol: string;
}
/** io.k8s.api.core.v1.PortworxVolumeSource */
export interface PortworxVolumeSource {
    readonly fsType?: string;
    readonly readOnly?: boolean;
    readonly volumeID: string;
}
/** io.k8s.api.core.v1.PreferredSchedulingTerm */
export interface PreferredSchedulingTerm {
    readonly preference: NodeSelectorTerm;
    readonly weight: number;
}
/** io.k8s.api.core.v1.Probe */
export interface Probe {
    readonly exec?: ExecAction;
    readonly failureThreshold?: number;
    readonly grpc?: GRPCAction;
    readonly httpGet?: HTTPGetAction;
    readonly initialDelaySeconds?: number;
    readonly periodSeconds?: number;
    readonly successThreshold?: number;
    readonly tcpSocket?: TCPSocketAction;
    readonly terminationGracePeriodSeconds?: number;
    readonly timeoutSeconds?: number;
}
/** io.k8s.api.core.v1.ProjectedVolumeSource */
export interface ProjectedVolumeSource {
    readonly defaultMode?: number;
    readonly sources?: ReadonlyArray<VolumeProjection>;
}
/** io.k8s.api.core.v1.QuobyteVolumeSource */
export interface QuobyteVolumeSource {
    readonly group?: string;
    readonly readOnly?: boolean;
    readonly registry: string;
    readonly tenant?: string;
    readonly user?: string;
    readonly volume: string;
}
/** io.k8s.api.core.v1.RBDPersistentVolumeSource */
export interface RBDPersistentVolumeSource {
    readonly fsType?: string;
    readonly image: string;
    readonly keyring?: string;
    readonly monitors: ReadonlyArray<string>;
    readonly pool?: string;
    readonly readOnly?: boolean;
    readonly secretRef?: SecretReference;
    readonly user?: string;
}
/** io.k8s.api.core.v1.RBDVolumeSource */
export interface RBDVolumeSource {
    readonly fsType?: string;
    readonly image: string;
    readonly keyring?: string;
    readonly monitors: ReadonlyArray<string>;
    readonly pool?: string;
    readonly readOnly?: boolean;
    readonly secretRef?: LocalObjectReference;
    readonly user?: string;
}
/** io.k8s.api.core.v1.ReplicationController */
export interface ReplicationController {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec?: ReplicationControllerSpec;
    readonly status?: ReplicationControllerStatus;
}
/** io.k8s.api.core.v1.ReplicationControllerCondition */
export interface ReplicationControllerCondition {
    readonly lastTransitionTime?: string;
    readonly message?: string;
    readonly reason?: string;
    readonly status: string;
    readonly type: string;
}
/** io.k8s.api.core.v1.ReplicationControllerSpec */
export interface ReplicationControllerSpec {
    readonly minReadySeconds?: number;
    readonly replicas?: number;
    readonly selector?: {
        readonly [key: string]: string;
    };
    readonly template?: PodTemplateSpec;
}
/** io.k8s.api.core.v1.ReplicationControllerStatus */
export interface ReplicationControllerStatus {
    readonly availableReplicas?: number;
    readonly conditions?: ReadonlyArray<ReplicationControllerCondition>;
    readonly fullyLabeledReplicas?: number;
    readonly observedGeneration?: number;
    readonly readyReplicas?: number;
    readonly replicas: number;
}
/** io.k8s.api.core.v1.ResourceClaim */
export interface ResourceClaim {
    readonly name: string;
    readonly request?: string;
}
/** io.k8s.api.core.v1.ResourceFieldSelector */
export interface ResourceFieldSelector {
    readonly containerName?: string;
    readonly divisor?: string | number;
    readonly resource: string;
}
/** io.k8s.api.core.v1.ResourceHealth */
export interface ResourceHealth {
    readonly health?: string;
    readonly message?: string;
    readonly resourceID: string;
}
/** io.k8s.api.core.v1.ResourceQuota */
export interface ResourceQuota {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec?: ResourceQuotaSpec;
    readonly status?: ResourceQuotaStatus;
}
/** io.k8s.api.core.v1.ResourceQuotaSpec */
export interface ResourceQuotaSpec {
    readonly hard?: {
        readonly [key: string]: string | number;
    };
    readonly scopeSelector?: ScopeSelector;
    readonly scopes?: ReadonlyArray<string>;
}
/** io.k8s.api.core.v1.ResourceQuotaStatus */
export interface ResourceQuotaStatus {
    readonly hard?: {
        readonly [key: string]: string | number;
    };
    readonly used?: {
        readonly [key: string]: string | number;
    };
}
/** io.k8s.api.core.v1.ResourceRequirements */
export interface ResourceRequirements {
    readonly claims?: ReadonlyArray<ResourceClaim>;
    readonly limits?: {
        readonly [key: string]: string | number;
    };
    readonly requests?: {
        readonly [key: string]: string | number;
    };
}
/** io.k8s.api.core.v1.ResourceStatus */
export interface ResourceStatus {
    readonly name: string;
    readonly resources?: ReadonlyArray<ResourceHealth>;
}
/** io.k8s.api.core.v1.SELinuxOptions */
export interface SELinuxOptions {
    readonly level?: string;
    readonly role?: string;
    readonly type?: string;
    readonly user?: string;
}
/** io.k8s.api.core.v1.ScaleIOPersistentVolumeSource */
export interface ScaleIOPersistentVolumeSource {
    readonly fsType?: string;
    readonly gateway: string;
    readonly protectionDomain?: string;
    readonly readOnly?: boolean;
    readonly secretRef: SecretReference;
    readonly sslEnabled?: boolean;
    readonly storageMode?: string;
    readonly storagePool?: string;
    readonly system: string;
    readonly volumeName?: string;
}
/** io.k8s.api.core.v1.ScaleIOVolumeSource */
export interface ScaleIOVolumeSource {
    readonly fsType?: string;
    readonly gateway: string;
    readonly protectionDomain?: string;
    readonly readOnly?: boolean;
    readonly secretRef: LocalObjectReference;
    readonly sslEnabled?: boolean;
    readonly storageMode?: string;
    readonly storagePool?: string;
    readonly system: string;
    readonly volumeName?: string;
}
/** io.k8s.api.core.v1.ScopeSelector */
export interface ScopeSelector {
    readonly matchExpressions?: ReadonlyArray<ScopedResourceSelectorRequirement>;
}
/** io.k8s.api.core.v1.ScopedResourceSelectorRequirement */
export interface ScopedResourceSelectorRequirement {
    readonly operator: string;
    readonly scopeName: string;
    readonly values?: ReadonlyArray<string>;
}
/** io.k8s.api.core.v1.SeccompProfile */
export interface SeccompProfile {
    readonly localhostProfile?: string;
    readonly type: string;
}
/** io.k8s.api.core.v1.Secret */
export interface Secret {
    readonly apiVersion?: string;
    readonly data?: {
        readonly [key: string]: string;
    };
    readonly immutable?: boolean;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly stringData?: {
        readonly [key: string]: string;
    };
    readonly type?: string;
}
/** io.k8s.api.core.v1.SecretEnvSource */
export interface SecretEnvSource {
    readonly name?: string;
    readonly optional?: boolean;
}
/** io.k8s.api.core.v1.SecretKeySelector */
export interface SecretKeySelector {
    readonly key: string;
    readonly name?: string;
    readonly optional?: boolean;
}
/** io.k8s.api.core.v1.SecretProjection */
export interface SecretProjection {
    readonly items?: ReadonlyArray<KeyToPath>;
    readonly name?: string;
    readonly optional?: boolean;
}
/** io.k8s.api.core.v1.SecretReference */
export interface SecretReference {
    readonly name?: string;
    readonly namespace?: string;
}
/** io.k8s.api.core.v1.SecretVolumeSource */
export interface SecretVolumeSource {
    readonly defaultMode?: number;
    readonly items?: ReadonlyArray<KeyToPath>;
    readonly optional?: boolean;
    readonly secretName?: string;
}
/** io.k8s.api.core.v1.SecurityContext */
export interface SecurityContext {
    readonly allowPrivilegeEscalation?: boolean;
    readonly appArmorProfile?: AppArmorProfile;
    readonly capabilities?: Capabilities;
    readonly privileged?: boolean;
    readonly procMount?: string;
    readonly readOnlyRootFilesystem?: boolean;
    readonly runAsGroup?: number;
    readonly runAsNonRoot?: boolean;
    readonly runAsUser?: number;
    readonly seLinuxOptions?: SELinuxOptions;
    readonly seccompProfile?: SeccompProfile;
    readonly windowsOptions?: WindowsSecurityContextOptions;
}
/** io.k8s.api.core.v1.Service */
export interface Service {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec?: ServiceSpec;
    readonly status?: ServiceStatus;
}
/** io.k8s.api.core.v1.ServiceAccount */
export interface ServiceAccount {
    readonly apiVersion?: string;
    readonly automountServiceAccountToken?: boolean;
    readonly imagePullSecrets?: ReadonlyArray<LocalObjectReference>;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly secrets?: ReadonlyArray<ObjectReference>;
}
/** io.k8s.api.core.v1.ServiceAccountTokenProjection */
export interface ServiceAccountTokenProjection {
    readonly audience?: string;
    readonly expirationSeconds?: number;
    readonly path: string;
}
/** io.k8s.api.core.v1.ServicePort */
export interface ServicePort {
    readonly appProtocol?: string;
    readonly name?: string;
    readonly nodePort?: number;
    readonly port: number;
    readonly protocol?: string;
    readonly targetPort?: number | string;
}
/** io.k8s.api.core.v1.ServiceSpec */
export interface ServiceSpec {
    readonly allocateLoadBalancerNodePorts?: boolean;
    readonly clusterIP?: string;
    readonly clusterIPs?: ReadonlyArray<string>;
    readonly externalIPs?: ReadonlyArray<string>;
    readonly externalName?: string;
    readonly externalTrafficPolicy?: string;
    readonly healthCheckNodePort?: number;
    readonly internalTrafficPolicy?: string;
    readonly ipFamilies?: ReadonlyArray<string>;
    readonly ipFamilyPolicy?: string;
    readonly loadBalancerClass?: string;
    readonly loadBalancerIP?: string;
    readonly loadBalancerSourceRanges?: ReadonlyArray<string>;
    readonly ports?: ReadonlyArray<ServicePort>;
    readonly publishNotReadyAddresses?: boolean;
    readonly selector?: {
        readonly [key: string]: string;
    };
    readonly sessionAffinity?: string;
    readonly sessionAffinityConfig?: SessionAffinityConfig;
    readonly trafficDistribution?: string;
    readonly type?: string;
}
/** io.k8s.api.core.v1.ServiceStatus */
export interface ServiceStatus {
    readonly conditions?: ReadonlyArray<Condition>;
    readonly loadBalancer?: LoadBalancerStatus;
}
/** io.k8s.api.core.v1.SessionAffinityConfig */
export interface SessionAffinityConfig {
    readonly clientIP?: ClientIPConfig;
}
/** io.k8s.api.core.v1.SleepAction */
export interface SleepAction {
    readonly seconds: number;
}
/** io.k8s.api.core.v1.StorageOSPersistentVolumeSource */
export interface StorageOSPersistentVolumeSource {
    readonly fsType?: string;
    readonly readOnly?: boolean;
    readonly secretRef?: ObjectReference;
    readonly volumeName?: string;
    readonly volumeNamespace?: string;
}
/** io.k8s.api.core.v1.StorageOSVolumeSource */
export interface StorageOSVolumeSource {
    readonly fsType?: string;
    readonly readOnly?: boolean;
    readonly secretRef?: LocalObjectReference;
    readonly volumeName?: string;
    readonly volumeNamespace?: string;
}
/** io.k8s.api.core.v1.Sysctl */
export interface Sysctl {
    readonly name: string;
    readonly value: string;
}
/** io.k8s.api.core.v1.TCPSocketAction */
export interface TCPSocketAction {
    readonly host?: string;
    readonly port: number | string;
}
/** io.k8s.api.core.v1.Taint */
export interface Taint {
    readonly effect: string;
    readonly key: string;
    readonly timeAdded?: string;
    readonly value?: string;
}
/** io.k8s.api.core.v1.Toleration */
export interface Toleration {
    readonly effect?: string;
    readonly key?: string;
    readonly operator?: string;
    readonly tolerationSeconds?: number;
    readonly value?: string;
}
/** io.k8s.api.core.v1.TopologySelectorLabelRequirement */
export interface TopologySelectorLabelRequirement {
    readonly key: string;
    readonly values: ReadonlyArray<string>;
}
/** io.k8s.api.core.v1.TopologySelectorTerm */
export interface TopologySelectorTerm {
    readonly matchLabelExpressions?: ReadonlyArray<TopologySelectorLabelRequirement>;
}
/** io.k8s.api.core.v1.TopologySpreadConstraint */
export interface TopologySpreadConstraint {
    readonly labelSelector?: LabelSelector;
    readonly matchLabelKeys?: ReadonlyArray<string>;
    readonly maxSkew: number;
    readonly minDomains?: number;
    readonly nodeAffinityPolicy?: string;
    readonly nodeTaintsPolicy?: string;
    readonly topologyKey: string;
    readonly whenUnsatisfiable: string;
}
/** io.k8s.api.core.v1.TypedLocalObjectReference */
export interface TypedLocalObjectReference {
    readonly apiGroup?: string;
    readonly kind: string;
    readonly name: string;
}
/** io.k8s.api.core.v1.TypedObjectReference */
export interface TypedObjectReference {
    readonly apiGroup?: string;
    readonly kind: string;
    readonly name: string;
    readonly namespace?: string;
}
/** io.k8s.api.core.v1.Volume */
export interface Volume {
    readonly awsElasticBlockStore?: AWSElasticBlockStoreVolumeSource;
    readonly azureDisk?: AzureDiskVolumeSource;
    readonly azureFile?: AzureFileVolumeSource;
    readonly cephfs?: CephFSVolumeSource;
    readonly cinder?: CinderVolumeSource;
    readonly configMap?: ConfigMapVolumeSource;
    readonly csi?: CSIVolumeSource;
    readonly downwardAPI?: DownwardAPIVolumeSource;
    readonly emptyDir?: EmptyDirVolumeSource;
    readonly ephemeral?: EphemeralVolumeSource;
    readonly fc?: FCVolumeSource;
    readonly flexVolume?: FlexVolumeSource;
    readonly flocker?: FlockerVolumeSource;
    readonly gcePersistentDisk?: GCEPersistentDiskVolumeSource;
    readonly gitRepo?: GitRepoVolumeSource;
    readonly glusterfs?: GlusterfsVolumeSource;
    readonly hostPath?: HostPathVolumeSource;
    readonly image?: ImageVolumeSource;
    readonly iscsi?: ISCSIVolumeSource;
    readonly name: string;
    readonly nfs?: NFSVolumeSource;
    readonly persistentVolumeClaim?: PersistentVolumeClaimVolumeSource;
    readonly photonPersistentDisk?: PhotonPersistentDiskVolumeSource;
    readonly portworxVolume?: PortworxVolumeSource;
    readonly projected?: ProjectedVolumeSource;
    readonly quobyte?: QuobyteVolumeSource;
    readonly rbd?: RBDVolumeSource;
    readonly scaleIO?: ScaleIOVolumeSource;
    readonly secret?: SecretVolumeSource;
    readonly storageos?: StorageOSVolumeSource;
    readonly vsphereVolume?: VsphereVirtualDiskVolumeSource;
}
/** io.k8s.api.core.v1.VolumeDevice */
export interface VolumeDevice {
    readonly devicePath: string;
    readonly name: string;
}
/** io.k8s.api.core.v1.VolumeMount */
export interface VolumeMount {
    readonly mountPath: string;
    readonly mountPropagation?: string;
    readonly name: string;
    readonly readOnly?: boolean;
    readonly recursiveReadOnly?: string;
    readonly subPath?: string;
    readonly subPathExpr?: string;
}
/** io.k8s.api.core.v1.VolumeMountStatus */
export interface VolumeMountStatus {
    readonly mountPath: string;
    readonly name: string;
    readonly readOnly?: boolean;
    readonly recursiveReadOnly?: string;
    readonly volumeStatus?: VolumeStatus;
}
/** io.k8s.api.core.v1.VolumeNodeAffinity */
export interface VolumeNodeAffinity {
    readonly required?: NodeSelector;
}
/** io.k8s.api.core.v1.VolumeProjection */
export interface VolumeProjection {
    readonly clusterTrustBundle?: ClusterTrustBundleProjection;
    readonly configMap?: ConfigMapProjection;
    readonly downwardAPI?: DownwardAPIProjection;
    readonly podCertificate?: PodCertificateProjection;
    readonly secret?: SecretProjection;
    readonly serviceAccountToken?: ServiceAccountTokenProjection;
}
/** io.k8s.api.core.v1.VolumeResourceRequirements */
export interface VolumeResourceRequirements {
    readonly limits?: {
        readonly [key: string]: string | number;
    };
    readonly requests?: {
        readonly [key: string]: string | number;
    };
}
/** io.k8s.api.core.v1.VolumeStatus */
export interface VolumeStatus {
    readonly image?: ImageVolumeStatus;
}
/** io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource */
export interface VsphereVirtualDiskVolumeSource {
    readonly fsType?: string;
    readonly storagePolicyID?: string;
    readonly storagePolicyName?: string;
    readonly volumePath: string;
}
/** io.k8s.api.core.v1.WeightedPodAffinityTerm */
export interface WeightedPodAffinityTerm {
    readonly podAffinityTerm: PodAffinityTerm;
    readonly weight: number;
}
/** io.k8s.api.core.v1.WindowsSecurityContextOptions */
export interface WindowsSecurityContextOptions {
    readonly gmsaCredentialSpec?: string;
    readonly gmsaCredentialSpecName?: string;
    readonly hostProcess?: boolean;
    readonly runAsUserName?: string;
}
/** io.k8s.api.discovery.v1.Endpoint */
export interface Endpoint {
    readonly addresses: ReadonlyArray<string>;
    readonly conditions?: EndpointConditions;
    readonly deprecatedTopology?: {
        readonly [key: string]: string;
    };
    readonly hints?: EndpointHints;
    readonly hostname?: string;
    readonly nodeName?: string;
    readonly targetRef?: ObjectReference;
    readonly zone?: string;
}
/** io.k8s.api.discovery.v1.EndpointConditions */
export interface EndpointConditions {
    readonly ready?: boolean;
    readonly serving?: boolean;
    readonly terminating?: boolean;
}
/** io.k8s.api.discovery.v1.EndpointHints */
export interface EndpointHints {
    readonly forNodes?: ReadonlyArray<ForNode>;
    readonly forZones?: ReadonlyArray<ForZone>;
}
/** io.k8s.api.discovery.v1.EndpointPort */
export interface DiscoveryV1EndpointPort {
    readonly appProtocol?: string;
    readonly name?: string;
    readonly port?: number;
    readonly protocol?: string;
}
/** io.k8s.api.discovery.v1.EndpointSlice */
export interface EndpointSlice {
    readonly addressType: string;
    readonly apiVersion?: string;
    readonly endpoints?: ReadonlyArray<Endpoint>;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly ports?: ReadonlyArray<DiscoveryV1EndpointPort>;
}
/** io.k8s.api.discovery.v1.ForNode */
export interface ForNode {
    readonly name: string;
}
/** io.k8s.api.discovery.v1.ForZone */
export interface ForZone {
    readonly name: string;
}
/** io.k8s.api.events.v1.Event */
export interface EventsV1Event {
    readonly action?: string;
    readonly apiVersion?: string;
    readonly deprecatedCount?: number;
    readonly deprecatedFirstTimestamp?: string;
    readonly deprecatedLastTimestamp?: string;
    readonly deprecatedSource?: EventSource;
    readonly eventTime: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly note?: string;
    readonly reason?: string;
    readonly regarding?: ObjectReference;
    readonly related?: ObjectReference;
    readonly reportingController?: string;
    readonly reportingInstance?: string;
    readonly series?: EventsV1EventSeries;
    readonly type?: string;
}
/** io.k8s.api.events.v1.EventSeries */
export interface EventsV1EventSeries {
    readonly count: number;
    readonly lastObservedTime: string;
}
/** io.k8s.api.networking.v1.HTTPIngressPath */
export interface HTTPIngressPath {
    readonly backend: IngressBackend;
    readonly path?: string;
    readonly pathType: string;
}
/** io.k8s.api.networking.v1.HTTPIngressRuleValue */
export interface HTTPIngressRuleValue {
    readonly paths: ReadonlyArray<HTTPIngressPath>;
}
/** io.k8s.api.networking.v1.IPBlock */
export interface IPBlock {
    readonly cidr: string;
    readonly except?: ReadonlyArray<string>;
}
/** io.k8s.api.networking.v1.Ingress */
export interface Ingress {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec?: IngressSpec;
    readonly status?: IngressStatus;
}
/** io.k8s.api.networking.v1.IngressBackend */
export interface IngressBackend {
    readonly resource?: TypedLocalObjectReference;
    readonly service?: IngressServiceBackend;
}
/** io.k8s.api.networking.v1.IngressClass */
export interface IngressClass {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec?: IngressClassSpec;
}
/** io.k8s.api.networking.v1.IngressClassParametersReference */
export interface IngressClassParametersReference {
    readonly apiGroup?: string;
    readonly kind: string;
    readonly name: string;
    readonly namespace?: string;
    readonly scope?: string;
}
/** io.k8s.api.networking.v1.IngressClassSpec */
export interface IngressClassSpec {
    readonly controller?: string;
    readonly parameters?: IngressClassParametersReference;
}
/** io.k8s.api.networking.v1.IngressLoadBalancerIngress */
export interface IngressLoadBalancerIngress {
    readonly hostname?: string;
    readonly ip?: string;
    readonly ports?: ReadonlyArray<IngressPortStatus>;
}
/** io.k8s.api.networking.v1.IngressLoadBalancerStatus */
export interface IngressLoadBalancerStatus {
    readonly ingress?: ReadonlyArray<IngressLoadBalancerIngress>;
}
/** io.k8s.api.networking.v1.IngressPortStatus */
export interface IngressPortStatus {
    readonly error?: string;
    readonly port: number;
    readonly protocol: string;
}
/** io.k8s.api.networking.v1.IngressRule */
export interface IngressRule {
    readonly host?: string;
    readonly http?: HTTPIngressRuleValue;
}
/** io.k8s.api.networking.v1.IngressServiceBackend */
export interface IngressServiceBackend {
    readonly name: string;
    readonly port?: ServiceBackendPort;
}
/** io.k8s.api.networking.v1.IngressSpec */
export interface IngressSpec {
    readonly defaultBackend?: IngressBackend;
    readonly ingressClassName?: string;
    readonly rules?: ReadonlyArray<IngressRule>;
    readonly tls?: ReadonlyArray<IngressTLS>;
}
/** io.k8s.api.networking.v1.IngressStatus */
export interface IngressStatus {
    readonly loadBalancer?: IngressLoadBalancerStatus;
}
/** io.k8s.api.networking.v1.IngressTLS */
export interface IngressTLS {
    readonly hosts?: ReadonlyArray<string>;
    readonly secretName?: string;
}
/** io.k8s.api.networking.v1.NetworkPolicy */
export interface NetworkPolicy {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec?: NetworkPolicySpec;
}
/** io.k8s.api.networking.v1.NetworkPolicyEgressRule */
export interface NetworkPolicyEgressRule {
    readonly ports?: ReadonlyArray<NetworkPolicyPort>;
    readonly to?: ReadonlyArray<NetworkPolicyPeer>;
}
/** io.k8s.api.networking.v1.NetworkPolicyIngressRule */
export interface NetworkPolicyIngressRule {
    readonly from?: ReadonlyArray<NetworkPolicyPeer>;
    readonly ports?: ReadonlyArray<NetworkPolicyPort>;
}
/** io.k8s.api.networking.v1.NetworkPolicyPeer */
export interface NetworkPolicyPeer {
    readonly ipBlock?: IPBlock;
    readonly namespaceSelector?: LabelSelector;
    readonly podSelector?: LabelSelector;
}
/** io.k8s.api.networking.v1.NetworkPolicyPort */
export interface NetworkPolicyPort {
    readonly endPort?: number;
    readonly port?: number | string;
    readonly protocol?: string;
}
/** io.k8s.api.networking.v1.NetworkPolicySpec */
export interface NetworkPolicySpec {
    readonly egress?: ReadonlyArray<NetworkPolicyEgressRule>;
    readonly ingress?: ReadonlyArray<NetworkPolicyIngressRule>;
    readonly podSelector?: LabelSelector;
    readonly policyTypes?: ReadonlyArray<string>;
}
/** io.k8s.api.networking.v1.ServiceBackendPort */
export interface ServiceBackendPort {
    readonly name?: string;
    readonly number?: number;
}
/** io.k8s.api.policy.v1.Eviction */
export interface Eviction {
    readonly apiVersion?: string;
    readonly deleteOptions?: DeleteOptions;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
}
/** io.k8s.api.policy.v1.PodDisruptionBudget */
export interface PodDisruptionBudget {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec?: PodDisruptionBudgetSpec;
    readonly status?: PodDisruptionBudgetStatus;
}
/** io.k8s.api.policy.v1.PodDisruptionBudgetSpec */
export interface PodDisruptionBudgetSpec {
    readonly maxUnavailable?: number | string;
    readonly minAvailable?: number | string;
    readonly selector?: LabelSelector;
    readonly unhealthyPodEvictionPolicy?: string;
}
/** io.k8s.api.policy.v1.PodDisruptionBudgetStatus */
export interface PodDisruptionBudgetStatus {
    readonly conditions?: ReadonlyArray<Condition>;
    readonly currentHealthy?: number;
    readonly desiredHealthy?: number;
    readonly disruptedPods?: {
        readonly [key: string]: string;
    };
    readonly disruptionsAllowed?: number;
    readonly expectedPods?: number;
    readonly observedGeneration?: number;
}
/** io.k8s.api.rbac.v1.AggregationRule */
export interface AggregationRule {
    readonly clusterRoleSelectors?: ReadonlyArray<LabelSelector>;
}
/** io.k8s.api.rbac.v1.ClusterRole */
export interface ClusterRole {
    readonly aggregationRule?: AggregationRule;
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly rules?: ReadonlyArray<PolicyRule>;
}
/** io.k8s.api.rbac.v1.ClusterRoleBinding */
export interface ClusterRoleBinding {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly roleRef: RoleRef;
    readonly subjects?: ReadonlyArray<Subject>;
}
/** io.k8s.api.rbac.v1.PolicyRule */
export interface PolicyRule {
    readonly apiGroups?: ReadonlyArray<string>;
    readonly nonResourceURLs?: ReadonlyArray<string>;
    readonly resourceNames?: ReadonlyArray<string>;
    readonly resources?: ReadonlyArray<string>;
    readonly verbs: ReadonlyArray<string>;
}
/** io.k8s.api.rbac.v1.Role */
export interface Role {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly rules?: ReadonlyArray<PolicyRule>;
}
/** io.k8s.api.rbac.v1.RoleBinding */
export interface RoleBinding {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly roleRef: RoleRef;
    readonly subjects?: ReadonlyArray<Subject>;
}
/** io.k8s.api.rbac.v1.RoleRef */
export interface RoleRef {
    readonly apiGroup?: string;
    readonly kind: string;
    readonly name: string;
}
/** io.k8s.api.rbac.v1.Subject */
export interface Subject {
    readonly apiGroup?: string;
    readonly kind: string;
    readonly name: string;
    readonly namespace?: string;
}
/** io.k8s.api.scheduling.v1.PriorityClass */
export interface PriorityClass {
    readonly apiVersion?: string;
    readonly description?: string;
    readonly globalDefault?: boolean;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly preemptionPolicy?: string;
    readonly value?: number;
}
/** io.k8s.api.storage.v1.StorageClass */
export interface StorageClass {
    readonly allowVolumeExpansion?: boolean;
    readonly allowedTopologies?: ReadonlyArray<TopologySelectorTerm>;
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly mountOptions?: ReadonlyArray<string>;
    readonly parameters?: {
        readonly [key: string]: string;
    };
    readonly provisioner: string;
    readonly reclaimPolicy?: string;
    readonly volumeBindingMode?: string;
}
/** io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceColumnDefinition */
export interface CustomResourceColumnDefinition {
    readonly description?: string;
    readonly format?: string;
    readonly jsonPath: string;
    readonly name: string;
    readonly priority?: number;
    readonly type: string;
}
/** io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceConversion */
export interface CustomResourceConversion {
    readonly strategy: string;
    readonly webhook?: WebhookConversion;
}
/** io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition */
export interface CustomResourceDefinition {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly spec: CustomResourceDefinitionSpec;
    readonly status?: CustomResourceDefinitionStatus;
}
/** io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionCondition */
export interface CustomResourceDefinitionCondition {
    readonly lastTransitionTime?: string;
    readonly message?: string;
    readonly observedGeneration?: number;
    readonly reason?: string;
    readonly status: string;
    readonly type: string;
}
/** io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionNames */
export interface CustomResourceDefinitionNames {
    readonly categories?: ReadonlyArray<string>;
    readonly kind: string;
    readonly listKind?: string;
    readonly plural: string;
    readonly shortNames?: ReadonlyArray<string>;
    readonly singular?: string;
}
/** io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec */
export interface CustomResourceDefinitionSpec {
    readonly conversion?: CustomResourceConversion;
    readonly group: string;
    readonly names: CustomResourceDefinitionNames;
    readonly preserveUnknownFields?: boolean;
    readonly scope: string;
    readonly versions: ReadonlyArray<CustomResourceDefinitionVersion>;
}
/** io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionStatus */
export interface CustomResourceDefinitionStatus {
    readonly acceptedNames?: CustomResourceDefinitionNames;
    readonly conditions?: ReadonlyArray<CustomResourceDefinitionCondition>;
    readonly observedGeneration?: number;
    readonly storedVersions?: ReadonlyArray<string>;
}
/** io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionVersion */
export interface CustomResourceDefinitionVersion {
    readonly additionalPrinterColumns?: ReadonlyArray<CustomResourceColumnDefinition>;
    readonly deprecated?: boolean;
    readonly deprecationWarning?: string;
    readonly name: string;
    readonly schema?: CustomResourceValidation;
    readonly selectableFields?: ReadonlyArray<SelectableField>;
    readonly served: boolean;
    readonly storage: boolean;
    readonly subresources?: CustomResourceSubresources;
}
/** io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceScale */
export interface CustomResourceSubresourceScale {
    readonly labelSelectorPath?: string;
    readonly specReplicasPath: string;
    readonly statusReplicasPath: string;
}
/** io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresources */
export interface CustomResourceSubresources {
    readonly scale?: CustomResourceSubresourceScale;
    readonly status?: {
        readonly [key: string]: unknown;
    };
}
/** io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceValidation */
export interface CustomResourceValidation {
    readonly openAPIV3Schema?: JSONSchemaProps;
}
/** io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ExternalDocumentation */
export interface ExternalDocumentation {
    readonly description?: string;
    readonly url?: string;
}
/** io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps */
export interface JSONSchemaProps {
    readonly $ref?: string;
    readonly $schema?: string;
    readonly additionalItems?: unknown;
    readonly additionalProperties?: unknown;
    readonly allOf?: ReadonlyArray<JSONSchemaProps>;
    readonly anyOf?: ReadonlyArray<JSONSchemaProps>;
    readonly default?: unknown;
    readonly definitions?: {
        readonly [key: string]: JSONSchemaProps;
    };
    readonly dependencies?: {
        readonly [key: string]: unknown;
    };
    readonly description?: string;
    readonly enum?: ReadonlyArray<unknown>;
    readonly example?: unknown;
    readonly exclusiveMaximum?: boolean;
    readonly exclusiveMinimum?: boolean;
    readonly externalDocs?: ExternalDocumentation;
    readonly format?: string;
    readonly id?: string;
    readonly items?: unknown;
    readonly maxItems?: number;
    readonly maxLength?: number;
    readonly maxProperties?: number;
    readonly maximum?: number;
    readonly minItems?: number;
    readonly minLength?: number;
    readonly minProperties?: number;
    readonly minimum?: number;
    readonly multipleOf?: number;
    readonly not?: JSONSchemaProps;
    readonly nullable?: boolean;
    readonly oneOf?: ReadonlyArray<JSONSchemaProps>;
    readonly pattern?: string;
    readonly patternProperties?: {
        readonly [key: string]: JSONSchemaProps;
    };
    readonly properties?: {
        readonly [key: string]: JSONSchemaProps;
    };
    readonly required?: ReadonlyArray<string>;
    readonly title?: string;
    readonly type?: string;
    readonly uniqueItems?: boolean;
    readonly 'x-kubernetes-embedded-resource'?: boolean;
    readonly 'x-kubernetes-int-or-string'?: boolean;
    readonly 'x-kubernetes-list-map-keys'?: ReadonlyArray<string>;
    readonly 'x-kubernetes-list-type'?: string;
    readonly 'x-kubernetes-map-type'?: string;
    readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
    readonly 'x-kubernetes-validations'?: ReadonlyArray<ValidationRule>;
}
/** io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.SelectableField */
export interface SelectableField {
    readonly jsonPath: string;
}
/** io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ServiceReference */
export interface ServiceReference {
    readonly name: string;
    readonly namespace: string;
    readonly path?: string;
    readonly port?: number;
}
/** io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ValidationRule */
export interface ValidationRule {
    readonly fieldPath?: string;
    readonly message?: string;
    readonly messageExpression?: string;
    readonly optionalOldSelf?: boolean;
    readonly reason?: string;
    readonly rule: string;
}
/** io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookClientConfig */
export interface WebhookClientConfig {
    readonly caBundle?: string;
    readonly service?: ServiceReference;
    readonly url?: string;
}
/** io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookConversion */
export interface WebhookConversion {
    readonly clientConfig?: WebhookClientConfig;
    readonly conversionReviewVersions: ReadonlyArray<string>;
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.APIGroup */
export interface APIGroup {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly name: string;
    readonly preferredVersion?: GroupVersionForDiscovery;
    readonly serverAddressByClientCIDRs?: ReadonlyArray<ServerAddressByClientCIDR>;
    readonly versions: ReadonlyArray<GroupVersionForDiscovery>;
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.APIGroupList */
export interface APIGroupList {
    readonly apiVersion?: string;
    readonly groups: ReadonlyArray<APIGroup>;
    readonly kind?: string;
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.APIResource */
export interface APIResource {
    readonly categories?: ReadonlyArray<string>;
    readonly group?: string;
    readonly kind: string;
    readonly name: string;
    readonly namespaced: boolean;
    readonly shortNames?: ReadonlyArray<string>;
    readonly singularName: string;
    readonly storageVersionHash?: string;
    readonly verbs: ReadonlyArray<string>;
    readonly version?: string;
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.APIResourceList */
export interface APIResourceList {
    readonly apiVersion?: string;
    readonly groupVersion: string;
    readonly kind?: string;
    readonly resources: ReadonlyArray<APIResource>;
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.APIVersions */
export interface APIVersions {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly serverAddressByClientCIDRs: ReadonlyArray<ServerAddressByClientCIDR>;
    readonly versions: ReadonlyArray<string>;
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.Condition */
export interface Condition {
    readonly lastTransitionTime: string;
    readonly message: string;
    readonly observedGeneration?: number;
    readonly reason: string;
    readonly status: string;
    readonly type: string;
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions */
export interface DeleteOptions {
    readonly apiVersion?: string;
    readonly dryRun?: ReadonlyArray<string>;
    readonly gracePeriodSeconds?: number;
    readonly ignoreStoreReadErrorWithClusterBreakingPotential?: boolean;
    readonly kind?: string;
    readonly orphanDependents?: boolean;
    readonly preconditions?: Preconditions;
    readonly propagationPolicy?: string;
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.FieldSelectorRequirement */
export interface FieldSelectorRequirement {
    readonly key: string;
    readonly operator: string;
    readonly values?: ReadonlyArray<string>;
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.GroupVersionForDiscovery */
export interface GroupVersionForDiscovery {
    readonly groupVersion: string;
    readonly version: string;
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector */
export interface LabelSelector {
    readonly matchExpressions?: ReadonlyArray<LabelSelectorRequirement>;
    readonly matchLabels?: {
        readonly [key: string]: string;
    };
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement */
export interface LabelSelectorRequirement {
    readonly key: string;
    readonly operator: string;
    readonly values?: ReadonlyArray<string>;
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta */
export interface ListMeta {
    readonly continue?: string;
    readonly remainingItemCount?: number;
    readonly resourceVersion?: string;
    readonly selfLink?: string;
    readonly shardInfo?: ShardInfo;
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.ManagedFieldsEntry */
export interface ManagedFieldsEntry {
    readonly apiVersion?: string;
    readonly fieldsType?: string;
    readonly fieldsV1?: {
        readonly [key: string]: unknown;
    };
    readonly manager?: string;
    readonly operation?: string;
    readonly subresource?: string;
    readonly time?: string;
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta */
export interface ObjectMeta {
    readonly annotations?: {
        readonly [key: string]: string;
    };
    readonly creationTimestamp?: string;
    readonly deletionGracePeriodSeconds?: number;
    readonly deletionTimestamp?: string;
    readonly finalizers?: ReadonlyArray<string>;
    readonly generateName?: string;
    readonly generation?: number;
    readonly labels?: {
        readonly [key: string]: string;
    };
    readonly managedFields?: ReadonlyArray<ManagedFieldsEntry>;
    readonly name?: string;
    readonly namespace?: string;
    readonly ownerReferences?: ReadonlyArray<OwnerReference>;
    readonly resourceVersion?: string;
    readonly selfLink?: string;
    readonly uid?: string;
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.OwnerReference */
export interface OwnerReference {
    readonly apiVersion: string;
    readonly blockOwnerDeletion?: boolean;
    readonly controller?: boolean;
    readonly kind: string;
    readonly name: string;
    readonly uid: string;
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.Preconditions */
export interface Preconditions {
    readonly resourceVersion?: string;
    readonly uid?: string;
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.ServerAddressByClientCIDR */
export interface ServerAddressByClientCIDR {
    readonly clientCIDR: string;
    readonly serverAddress: string;
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.ShardInfo */
export interface ShardInfo {
    readonly selector: string;
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.Status */
export interface Status {
    readonly apiVersion?: string;
    readonly code?: number;
    readonly details?: StatusDetails;
    readonly kind?: string;
    readonly message?: string;
    readonly metadata?: ListMeta;
    readonly reason?: string;
    readonly status?: string;
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.StatusCause */
export interface StatusCause {
    readonly field?: string;
    readonly message?: string;
    readonly reason?: string;
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.StatusDetails */
export interface StatusDetails {
    readonly causes?: ReadonlyArray<StatusCause>;
    readonly group?: string;
    readonly kind?: string;
    readonly name?: string;
    readonly retryAfterSeconds?: number;
    readonly uid?: string;
}
/** io.k8s.apimachinery.pkg.apis.meta.v1.WatchEvent */
export interface WatchEvent {
    readonly object: {
        readonly [key: string]: unknown;
    };
    readonly type: string;
}
/** The type of each served kind by "apiVersion/Kind". */
export interface KindTypes {
    'v1/Namespace': Namespace;
    'v1/Node': Node;
    'v1/Pod': Pod;
    'v1/PodTemplate': PodTemplate;
    'v1/ReplicationController': ReplicationController;
    'v1/Service': Service;
    'v1/Endpoints': Endpoints;
    'v1/Event': Event;
    'v1/ServiceAccount': ServiceAccount;
    'v1/ConfigMap': ConfigMap;
    'v1/Secret': Secret;
    'v1/Binding': Binding;
    'v1/PersistentVolume': PersistentVolume;
    'v1/PersistentVolumeClaim': PersistentVolumeClaim;
    'v1/ResourceQuota': ResourceQuota;
    'v1/LimitRange': LimitRange;
    'apps/v1/ReplicaSet': ReplicaSet;
    'apps/v1/Deployment': Deployment;
    'apps/v1/StatefulSet': StatefulSet;
    'apps/v1/DaemonSet': DaemonSet;
    'apps/v1/ControllerRevision': ControllerRevision;
    'batch/v1/Job': Job;
    'batch/v1/CronJob': CronJob;
    'discovery.k8s.io/v1/EndpointSlice': EndpointSlice;
    'events.k8s.io/v1/Event': EventsV1Event;
    'networking.k8s.io/v1/Ingress': Ingress;
    'networking.k8s.io/v1/IngressClass': IngressClass;
    'networking.k8s.io/v1/NetworkPolicy': NetworkPolicy;
    'autoscaling/v2/HorizontalPodAutoscaler': HorizontalPodAutoscaler;
    'autoscaling/v1/HorizontalPodAutoscaler': AutoscalingV1HorizontalPodAutoscaler;
    'autoscaling/v1/Scale': Scale;
    'policy/v1/PodDisruptionBudget': PodDisruptionBudget;
    'policy/v1/Eviction': Eviction;
    'rbac.authorization.k8s.io/v1/Role': Role;
    'rbac.authorization.k8s.io/v1/RoleBinding': RoleBinding;
    'rbac.authorization.k8s.io/v1/ClusterRole': ClusterRole;
    'rbac.authorization.k8s.io/v1/ClusterRoleBinding': ClusterRoleBinding;
    'authentication.k8s.io/v1/TokenRequest': TokenRequest;
    'authentication.k8s.io/v1/SelfSubjectReview': SelfSubjectReview;
    'authorization.k8s.io/v1/SelfSubjectAccessReview': SelfSubjectAccessReview;
    'authorization.k8s.io/v1/SelfSubjectRulesReview': SelfSubjectRulesReview;
    'authorization.k8s.io/v1/SubjectAccessReview': SubjectAccessReview;
    'authorization.k8s.io/v1/LocalSubjectAccessReview': LocalSubjectAccessReview;
    'storage.k8s.io/v1/StorageClass': StorageClass;
    'scheduling.k8s.io/v1/PriorityClass': PriorityClass;
    'coordination.k8s.io/v1/Lease': Lease;
    'apiextensions.k8s.io/v1/CustomResourceDefinition': CustomResourceDefinition;
}
