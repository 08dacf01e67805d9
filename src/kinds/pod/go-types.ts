/**
 * The Go types of a Pod template, as k8s.io/api v0.36 declares them: names, order, pointers. The schema does not have these, but two
 * things of the real server depend on them: the pod-template-hash, and the difference shown when a Pod may not be changed.
 *
 * A line is a struct: its name, then its fields `Name=json:type` (no json name: the Go name with a small first letter; no Go name:
 * embedded). `Name~type` is a named type of that kind.
 */
const STRUCTS = `
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
PersistentVolumeSource GCEPersistentDisk=gcePersistentDisk:*GCEPersistentDiskVolumeSource AWSElasticBlockStore=awsElasticBlockStore:*AWSElasticBlockStoreVolumeSource HostPath:*HostPathVolumeSource Glusterfs:*Unknown NFS=nfs:*NFSVolumeSource RBD=rbd:*Unknown Quobyte:*Unknown ISCSI=iscsi:*ISCSIVolumeSource FlexVolume:*Unknown Cinder:*Unknown CephFS=cephfs:*Unknown FC=fc:*Unknown Flocker:*Unknown AzureFile:*Unknown VsphereVolume:*Unknown AzureDisk:*Unknown PhotonPersistentDisk:*Unknown PortworxVolume:*Unknown ScaleIO:*Unknown Local:*LocalVolumeSource StorageOS=storageos:*Unknown CSI=csi:*CSIPersistentVolumeSource
LocalVolumeSource Path:string FSType=fsType:*string
CSIPersistentVolumeSource Driver:string VolumeHandle:string ReadOnly:bool FSType=fsType:string VolumeAttributes:map[string]string ControllerPublishSecretRef:*Unknown NodeStageSecretRef:*Unknown NodePublishSecretRef:*Unknown ControllerExpandSecretRef:*Unknown NodeExpandSecretRef:*Unknown
PersistentVolumeClaimSpec AccessModes:[]PersistentVolumeAccessMode~string Selector:*LabelSelector Resources:VolumeResourceRequirements VolumeName:string StorageClassName:*string VolumeMode:*PersistentVolumeMode~string DataSource:*TypedLocalObjectReference DataSourceRef:*TypedObjectReference VolumeAttributesClassName:*string
HTTPHeader Name:string Value:string
NodeSelectorRequirement Key:string Operator:NodeSelectorOperator~string Values:[]string
VolumeResourceRequirements Limits:ResourceList~map[string]resource.Quantity Requests:ResourceList~map[string]resource.Quantity
TypedLocalObjectReference APIGroup=apiGroup:*string Kind:string Name:string
TypedObjectReference APIGroup=apiGroup:*string Kind:string Name:string Namespace:*string
`;

export interface GoType {
  /** As Go prints it: `[]v1.Container`. */
  readonly text: string;
  readonly kind: 'string' | 'int' | 'bool' | 'pointer' | 'slice' | 'map' | 'struct' | 'Time' | 'IntOrString' | 'Quantity';
  /** What a pointer points to; the elements of a slice or map. */
  readonly of?: GoType;
  /** The struct's name. */
  readonly struct?: string;
}

export interface GoField {
  readonly name: string;
  /** '' when the field's own fields stand in its place. */
  readonly json: string;
  readonly type: GoType;
}

const SCALARS: Readonly<Record<string, GoType>> = {
  string: { text: 'string', kind: 'string' },
  bool: { text: 'bool', kind: 'bool' },
  int32: { text: 'int32', kind: 'int' },
  int64: { text: 'int64', kind: 'int' },
  Time: { text: 'v1.Time', kind: 'Time' },
  'types.UID': { text: 'types.UID', kind: 'string' },
  'intstr.IntOrString': { text: 'intstr.IntOrString', kind: 'IntOrString' },
  'resource.Quantity': { text: 'resource.Quantity', kind: 'Quantity' },
};

const lines = new Map(
  STRUCTS.trim()
    .split('\n')
    .map((line) => [/^\w+/.exec(line)?.[0] ?? '', line]),
);
const structs = new Map<string, readonly GoField[]>();

/** The fields of a struct, in Go's order. */
export function goFields(name: string): readonly GoField[] {
  let fields = structs.get(name);
  if (!fields) structs.set(name, (fields = (lines.get(name) ?? '').split(' ').slice(1).map(parseField)));
  return fields;
}

function parseField(text: string): GoField {
  const colon = text.indexOf(':');
  const [go = '', given] = text.slice(0, colon).split('=');
  const type = goType(text.slice(colon + 1));
  if (go === '') return { name: type.struct ?? '', json: given ?? '', type };
  return { name: go, json: given ?? go.charAt(0).toLowerCase() + go.slice(1), type };
}

/** A type by its text, such as `[]Container`. */
export function goType(text: string): GoType {
  const scalar = SCALARS[text];
  if (scalar) return scalar;
  if (text.startsWith('*')) return around('*', 'pointer', text.slice(1));
  if (text.startsWith('[]')) return around('[]', 'slice', text.slice(2));
  const [name = '', base] = text.split('~');
  if (base !== undefined) return { ...goType(base), text: `v1.${name}` };
  if (text.startsWith('map[string]')) return around('map[string]', 'map', text.slice(11));
  return { text: `v1.${name}`, kind: 'struct', struct: name };
}

function around(prefix: string, kind: 'pointer' | 'slice' | 'map', rest: string): GoType {
  const of = goType(rest);
  return { text: `${prefix}${of.text}`, kind, of };
}
