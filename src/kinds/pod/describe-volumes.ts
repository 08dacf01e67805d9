/** What a description says of where a volume's data come from: the sources of Pods' volumes and of PersistentVolumes. */
import { canonicalQuantity } from '../../api/values/quantity.ts';
import type {
  CephFSPersistentVolumeSource,
  CephFSVolumeSource,
  CinderPersistentVolumeSource,
  CinderVolumeSource,
  FlexPersistentVolumeSource,
  FlexVolumeSource,
  ISCSIPersistentVolumeSource,
  ISCSIVolumeSource,
  PersistentVolumeSpec,
  ProjectedVolumeSource,
  RBDPersistentVolumeSource,
  RBDVolumeSource,
  ScaleIOPersistentVolumeSource,
  ScaleIOVolumeSource,
  Volume,
} from '../types.gen.ts';

type Line = readonly [label: string, value: string | number | boolean];
/** What follows `Type:`, in order; a text alone is a line without a label. */
export type Lines = readonly (Line | string)[];

type Sources = Omit<Volume, 'name'>;
type PersistentSources = Pick<PersistentVolumeSpec, Extract<keyof PersistentVolumeSpec, keyof Sources> | 'local'>;
/** What it is, in kubectl's words, and the lines after that. */
type Table<T> = { readonly [K in keyof T]-?: readonly [type: string, lines: (source: NonNullable<T[K]>) => Lines] };

type Entries = Readonly<Record<string, string>> | undefined;

interface Mounted {
  readonly fsType?: string;
  readonly readOnly?: boolean;
}

const fsType = (source: Mounted): Line => ['FSType', source.fsType ?? ''];
const readOnly = (source: Mounted): Line => ['ReadOnly', source.readOnly ?? false];
const partition = (source: { readonly partition?: number }): Line => ['Partition', source.partition ?? 0];
const optional = (source: { readonly optional?: boolean }): Line => ['Optional', source.optional ?? false];
const attributes = (entries: Entries): Line => ['VolumeAttributes', nested(entries, '=') || '<none>'];

/** kubectl writes label and value one by one, and the writer inside a writer indents each. */
function nested(entries: Entries, sign: string): string {
  const lines = Object.entries(entries ?? {}).map(([key, value]) => `    ${key}${sign}${value}`);
  return lines.sort().join('\n        \t');
}

/** Go's `%v` of a list, of a map, and of a reference to a Secret, which has a namespace where it may be in any. */
const goList = (items: readonly string[] = []): string => `[${items.join(' ')}]`;
function goMap(entries: Entries): string {
  const pairs = Object.entries(entries ?? {}).map(([key, value]) => `${key}:${value}`);
  return `map[${pairs.sort().join(' ')}]`;
}
type Ref = { readonly name?: string; readonly namespace?: string } | undefined;
const localRef = (ref: Ref): string => (ref ? `&LocalObjectReference{Name:${ref.name ?? ''},}` : 'nil');
const anyRef = (ref: Ref): string => (ref ? `&SecretReference{Name:${ref.name ?? ''},Namespace:${ref.namespace ?? ''},}` : 'nil');

function projected(source: NonNullable<ProjectedVolumeSource['sources']>[number]): Lines {
  const { secret, downwardAPI, configMap, serviceAccountToken } = source;
  if (secret) return [['SecretName', secret.name ?? ''], optional(secret)];
  if (downwardAPI) return [['DownwardAPI', true]];
  if (configMap) return [['ConfigMapName', configMap.name ?? ''], optional(configMap)];
  return serviceAccountToken ? [['TokenExpirationSeconds', serviceAccountToken.expirationSeconds ?? 3600]] : [];
}

function iscsi(source: ISCSIVolumeSource | ISCSIPersistentVolumeSource, secret: string): Lines {
  return [
    ['TargetPortal', source.targetPortal],
    ['IQN', source.iqn],
    ['Lun', source.lun],
    `ISCSIInterface\t${source.iscsiInterface ?? ''}`,
    fsType(source),
    readOnly(source),
    ['Portals', goList(source.portals)],
    ['DiscoveryCHAPAuth', source.chapAuthDiscovery ?? false],
    ['SessionCHAPAuth', source.chapAuthSession ?? false],
    ['SecretRef', secret],
    ['InitiatorName', source.initiatorName ?? '<none>'],
  ];
}

function rbd(source: RBDVolumeSource | RBDPersistentVolumeSource, secret: string): Lines {
  return [
    ['CephMonitors', goList(source.monitors)],
    ['RBDImage', source.image],
    fsType(source),
    ['RBDPool', source.pool ?? ''],
    ['RadosUser', source.user ?? ''],
    ['Keyring', source.keyring ?? ''],
    ['SecretRef', secret],
    readOnly(source),
  ];
}

function cephfs(source: CephFSVolumeSource | CephFSPersistentVolumeSource, secret: string): Lines {
  return [
    ['Monitors', goList(source.monitors)],
    ['Path', source.path ?? ''],
    ['User', source.user ?? ''],
    ['SecretFile', source.secretFile ?? ''],
    ['SecretRef', secret],
    readOnly(source),
  ];
}

function cinder(source: CinderVolumeSource | CinderPersistentVolumeSource, secret: string): Lines {
  return [['VolumeID', source.volumeID], fsType(source), readOnly(source), ['SecretRef', secret]];
}

function flex(source: FlexVolumeSource | FlexPersistentVolumeSource, secret: string): Lines {
  return [['Driver', source.driver], fsType(source), ['SecretRef', secret], readOnly(source), ['Options', goMap(source.options)]];
}

function scaleIO(source: ScaleIOVolumeSource | ScaleIOPersistentVolumeSource, secret: Lines): Lines {
  return [
    ['Gateway', source.gateway],
    ['System', source.system],
    ['Protection Domain', source.protectionDomain ?? ''],
    ['Storage Pool', source.storagePool ?? ''],
    ['Storage Mode', source.storageMode ?? ''],
    ['VolumeName', source.volumeName ?? ''],
    ...secret,
    fsType(source),
    readOnly(source),
  ];
}

/** The sources of a Pod's volumes. */
const SOURCES: Table<Sources> = {
  hostPath: [
    'HostPath (bare host directory volume)',
    (source) => [
      ['Path', source.path],
      ['HostPathType', source.type ?? '<none>'],
    ],
  ],
  emptyDir: [
    "EmptyDir (a temporary directory that shares a pod's lifetime)",
    ({ medium = '', sizeLimit }) => [
      ['Medium', medium],
      ['SizeLimit', sizeLimit === undefined ? '<unset>' : canonicalQuantity(sizeLimit)],
    ],
  ],
  gcePersistentDisk: [
    'GCEPersistentDisk (a Persistent Disk resource in Google Compute Engine)',
    (source) => [['PDName', source.pdName], fsType(source), partition(source), readOnly(source)],
  ],
  awsElasticBlockStore: [
    'AWSElasticBlockStore (a Persistent Disk resource in AWS)',
    (source) => [['VolumeID', source.volumeID], fsType(source), partition(source), readOnly(source)],
  ],
  gitRepo: [
    'GitRepo (a volume that is pulled from git when the pod is created)',
    (source) => [
      ['Repository', source.repository],
      ['Revision', source.revision ?? ''],
    ],
  ],
  secret: ['Secret (a volume populated by a Secret)', (source) => [['SecretName', source.secretName ?? ''], optional(source)]],
  configMap: ['ConfigMap (a volume populated by a ConfigMap)', (source) => [['Name', source.name ?? ''], optional(source)]],
  nfs: [
    'NFS (an NFS mount that lasts the lifetime of a pod)',
    (source) => [['Server', source.server], ['Path', source.path], readOnly(source)],
  ],
  iscsi: [
    "ISCSI (an ISCSI Disk resource that is attached to a kubelet's host machine and then exposed to the pod)",
    (source) => iscsi(source, localRef(source.secretRef)),
  ],
  glusterfs: [
    "Glusterfs (a Glusterfs mount on the host that shares a pod's lifetime)",
    (source) => [['EndpointsName', source.endpoints], ['Path', source.path], readOnly(source)],
  ],
  persistentVolumeClaim: [
    'PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)',
    (source) => [['ClaimName', source.claimName], readOnly(source)],
  ],
  ephemeral: [
    'EphemeralVolume (an inline specification for a volume that gets created and deleted with the pod)',
    ({ volumeClaimTemplate: { metadata, spec } = { spec: {} } }) => [
      ['StorageClass', spec.storageClassName ?? ''],
      ['Volume', spec.volumeName ?? ''],
      ['Labels', nested(metadata?.labels, '=') || '    <none>'],
      ['Annotations', nested(metadata?.annotations, ': ') || '    <none>'],
      ['Capacity', ''],
      ['Access Modes', ''],
      ...(spec.volumeMode ? [['VolumeMode', spec.volumeMode] as const] : []),
    ],
  ],
  rbd: ["RBD (a Rados Block Device mount on the host that shares a pod's lifetime)", (source) => rbd(source, localRef(source.secretRef))],
  quobyte: [
    "Quobyte (a Quobyte mount on the host that shares a pod's lifetime)",
    (source) => [['Registry', source.registry], ['Volume', source.volume], readOnly(source)],
  ],
  downwardAPI: [
    'DownwardAPI (a volume populated by information about the pod)',
    ({ items = [] }) => [
      'Items:',
      ...items.map((item) => `  ${item.fieldRef?.fieldPath ?? item.resourceFieldRef?.resource ?? ''} -> ${item.path}`),
    ],
  ],
  azureDisk: [
    'AzureDisk (an Azure Data Disk mount on the host and bind mount to the pod)',
    (source) => [
      ['DiskName', source.diskName],
      ['DiskURI', source.diskURI],
      ['Kind', ` ${source.kind ?? ''}`],
      fsType(source),
      ['CachingMode', source.cachingMode ?? ''],
      readOnly(source),
    ],
  ],
  vsphereVolume: [
    'vSphereVolume (a Persistent Disk resource in vSphere)',
    (source) => [['VolumePath', source.volumePath], fsType(source), ['StoragePolicyName', source.storagePolicyName ?? '']],
  ],
  cinder: ['Cinder (a Persistent Disk resource in OpenStack)', (source) => cinder(source, localRef(source.secretRef))],
  photonPersistentDisk: [
    'PhotonPersistentDisk (a Persistent Disk resource in photon platform)',
    (source) => [['PdID', source.pdID], fsType(source)],
  ],
  portworxVolume: ['PortworxVolume (a Portworx Volume resource)', (source) => [['VolumeID', source.volumeID]]],
  scaleIO: ['ScaleIO (a persistent volume backed by a block device in ScaleIO)', (source) => scaleIO(source, [])],
  cephfs: ["CephFS (a CephFS mount on the host that shares a pod's lifetime)", (source) => cephfs(source, localRef(source.secretRef))],
  storageos: [
    'StorageOS (a StorageOS Persistent Disk resource)',
    (source) => [
      ['VolumeName', source.volumeName ?? ''],
      ['VolumeNamespace', source.volumeNamespace ?? ''],
      fsType(source),
      readOnly(source),
    ],
  ],
  fc: [
    'FC (a Fibre Channel disk)',
    (source) => [['TargetWWNs', (source.targetWWNs ?? []).join(', ')], ['LUN', source.lun ?? '<none>'], fsType(source), readOnly(source)],
  ],
  azureFile: [
    'AzureFile (an Azure File Service mount on the host and bind mount to the pod)',
    (source) => [['SecretName', source.secretName], ['ShareName', source.shareName], readOnly(source)],
  ],
  flexVolume: [
    'FlexVolume (a generic volume resource that is provisioned/attached using an exec based plugin)',
    (source) => flex(source, localRef(source.secretRef)),
  ],
  flocker: [
    'Flocker (a Flocker volume mounted by the Flocker agent)',
    (source) => [
      ['DatasetName', source.datasetName ?? ''],
      ['DatasetUUID', source.datasetUUID ?? ''],
    ],
  ],
  projected: ['Projected (a volume that contains injected data from multiple sources)', ({ sources = [] }) => sources.flatMap(projected)],
  csi: [
    'CSI (a Container Storage Interface (CSI) volume source)',
    (source) => [['Driver', source.driver], fsType(source), readOnly(source), attributes(source.volumeAttributes)],
  ],
  image: [
    'Image (a container image or OCI artifact)',
    (source) => [
      ['Reference', source.reference ?? ''],
      ['PullPolicy', source.pullPolicy ?? ''],
    ],
  ],
};

/** The sources of a PersistentVolume, whose references may lead to any namespace. */
const PERSISTENT_SOURCES: Table<PersistentSources> = {
  ...SOURCES,
  iscsi: [SOURCES.iscsi[0], (source) => iscsi(source, anyRef(source.secretRef))],
  rbd: [SOURCES.rbd[0], (source) => rbd(source, anyRef(source.secretRef))],
  cephfs: [SOURCES.cephfs[0], (source) => cephfs(source, anyRef(source.secretRef))],
  cinder: [SOURCES.cinder[0], (source) => cinder(source, anyRef(source.secretRef))],
  flexVolume: [SOURCES.flexVolume[0], (source) => flex(source, anyRef(source.secretRef))],
  glusterfs: [
    SOURCES.glusterfs[0],
    (source) => [
      ['EndpointsName', source.endpoints],
      ['EndpointsNamespace', source.endpointsNamespace ?? '<unset>'],
      ['Path', source.path],
      readOnly(source),
    ],
  ],
  scaleIO: [
    SOURCES.scaleIO[0],
    (source) =>
      scaleIO(source, [
        ['SecretName', source.secretRef?.name ?? ''],
        ['SecretNamespace', source.secretRef?.namespace ?? ''],
      ]),
  ],
  azureFile: [
    SOURCES.azureFile[0],
    (source) => [
      ['SecretName', source.secretName],
      ['SecretNamespace', source.secretNamespace ?? ''],
      ['ShareName', source.shareName],
      readOnly(source),
    ],
  ],
  csi: [
    SOURCES.csi[0],
    (source) => [
      ['Driver', source.driver],
      fsType(source),
      ['VolumeHandle', source.volumeHandle],
      readOnly(source),
      attributes(source.volumeAttributes),
    ],
  ],
  local: ['LocalVolume (a persistent volume backed by local storage on a node)', (source) => [['Path', source.path]]],
};

/** The lines of a Pod's volume; none where its source is not known. */
export const volumeLines = (volume: Volume): Lines => linesOf(SOURCES, volume);

/** The lines of a PersistentVolume's source; none where it is not known. */
export const persistentVolumeLines = (spec: PersistentVolumeSpec): Lines => linesOf(PERSISTENT_SOURCES, spec);

function linesOf<T extends object>(table: Table<T>, sources: T): Lines {
  const known = Object.keys(table) as (keyof T)[];
  const name = known.find((one) => sources[one] !== undefined);
  if (name === undefined) return [];
  const [type, lines] = table[name];
  return [['Type', type], ...lines(sources[name] as NonNullable<T[keyof T]>)];
}
