/** Whether a Pod's volumes can be set up on its node, and what the events say of those that cannot (source: pkg/volume of v1.36). */
import type { FileEntry } from '../kernel/files.ts';
import type { PersistentVolume, PersistentVolumeClaim, Pod } from '../kinds/objects.ts';
import type { KeyToPath, PersistentVolumeSpec, Volume } from '../kinds/types.gen.ts';
import type { NetworkFailure } from '../network/types.ts';
import { ConfigError, configData, secretData } from './env.ts';
import type { FieldSource } from './fields.ts';
import { NODE_FOLDERS, nodeFiles } from './node-files.ts';

/** Why a volume cannot be set up. */
export interface VolumeProblem {
  readonly reason: 'FailedMount' | 'FailedAttachVolume';
  readonly message: string;
  /** How long it takes until that is known, ms. */
  readonly afterMs: number;
}

/** Why a connection from the Pod's node fails; undefined: it does not. */
export type Reach = (host: string, port: number) => NetworkFailure | undefined;

/** A volume's source: the Pod's own, or that of the persistent volume which its claim is bound to. */
interface Source {
  /** By which events name it. */
  readonly name: string;
  readonly spec: Volume | PersistentVolumeSpec;
  readonly mountOptions: readonly string[];
  readonly persistent: boolean;
}

const NFS_PORT = 2049;
/** So long mount.nfs goes on trying a server that does not answer. */
const NFS_RETRY_MS = 120_000;
const TIMED_OUT = 'Connection timed out';
const NFS_FAILURES: Readonly<Record<string, string>> = { refused: 'Connection refused', unreachable: 'No route to host' };
/** So long the control plane waits for somebody to attach a volume. */
const ATTACH_WAIT_MS = 120_000;

/** Storage of clouds, whose plugins have become these CSI drivers; the field that names the volume. */
const MIGRATED: readonly (readonly [kind: string, driver: string, field: string])[] = [
  ['awsElasticBlockStore', 'ebs.csi.aws.com', 'volumeID'],
  ['azureDisk', 'disk.csi.azure.com', 'diskURI'],
  ['cinder', 'cinder.csi.openstack.org', 'volumeID'],
  ['gcePersistentDisk', 'pd.csi.storage.gke.io', 'pdName'],
  ['vsphereVolume', 'csi.vsphere.vmware.com', 'volumePath'],
];
/** Kinds of volume that the API still has and no kubelet knows any more. */
const REMOVED = ['cephfs', 'flocker', 'glusterfs', 'photonPersistentDisk', 'quobyte', 'rbd', 'scaleIO', 'storageos'];

/** Why volumes of the Pod cannot be set up yet; none when all can. */
export function volumeProblems(source: FieldSource, reach: Reach): VolumeProblem[] {
  return (source.pod.spec.volumes ?? []).flatMap((volume) => {
    const found = sourceOf(source, volume);
    const { name, spec } = found;
    const made = problemsOfObjects(source, volume);
    if (made.length > 0) return [setUp(name, made.length > 1 ? `[${made.join(', ')}]` : (made[0] as string))];
    if (spec.nfs) return nfsProblem(found, spec.nfs, source.pod, reach);
    if (spec.iscsi) return [mount('WaitForAttach', name, 'executable file not found in $PATH')];
    if (spec.fc) return [mount('WaitForAttach', name, 'no fc disk found')];
    const removed = REMOVED.find((kind) => kind in spec);
    if (removed)
      return [
        problem(
          `Unable to attach or mount volumes: unmounted volumes=[${volume.name}], unattached volumes=[], failed to process volumes=[${volume.name}]: failed to get Plugin from volumeSpec for volume ${JSON.stringify(name)} err=no volume plugin matched`,
        ),
      ];
    const [driver, handle] = attachedBy(found) ?? [];
    if (driver !== undefined)
      return [
        {
          reason: 'FailedAttachVolume',
          message: `AttachVolume.Attach failed for volume ${JSON.stringify(name)} : timed out waiting for external-attacher of ${driver} CSI driver to attach volume ${handle}`,
          afterMs: ATTACH_WAIT_MS,
        },
      ];
    const local = 'local' in spec ? spec.local : undefined;
    if (local && !isOnNode(source, local.path))
      return [mount('NewMounter initialization', name, `path ${JSON.stringify(local.path)} does not exist`)];
    return [];
  });
}

const problem = (message: string, afterMs = 0): VolumeProblem => ({ reason: 'FailedMount', message, afterMs });
const mount = (step: string, name: string, why: string): VolumeProblem =>
  problem(`MountVolume.${step} failed for volume "${name}" : ${why}`);
const setUp = (name: string, why: string): VolumeProblem => mount('SetUp', name, why);

function sourceOf({ world, pod }: FieldSource, volume: Volume): Source {
  const own = { name: volume.name, spec: volume, mountOptions: [], persistent: false };
  const claim = volume.persistentVolumeClaim?.claimName ?? (volume.ephemeral ? `${pod.metadata.name}-${volume.name}` : undefined);
  if (claim === undefined) return own;
  const name = world.store.get<PersistentVolumeClaim>('persistentvolumeclaims', pod.metadata.namespace ?? '', claim)?.spec.volumeName ?? '';
  const bound = world.store.get<PersistentVolume>('persistentvolumes', '', name);
  return bound ? { name, spec: bound.spec, mountOptions: bound.spec.mountOptions ?? [], persistent: true } : own;
}

/** The CSI driver that has to attach a volume, and what it calls the volume; none runs here. */
function attachedBy({ spec, persistent }: Source): readonly [driver: string, handle: string] | undefined {
  if (persistent && spec.csi) return [spec.csi.driver, (spec.csi as { readonly volumeHandle?: string }).volumeHandle ?? ''];
  for (const [kind, driver, field] of MIGRATED) {
    const found = (spec as Readonly<Record<string, unknown>>)[kind] as Readonly<Record<string, string>> | undefined;
    if (found) return [driver, found[field] ?? ''];
  }
  return undefined;
}

/** Nobody here serves NFS, so it only depends on the server how mount.nfs fails. */
function nfsProblem(
  { name, mountOptions }: Source,
  { server, path, readOnly }: { readonly server: string; readonly path: string; readonly readOnly?: boolean },
  pod: Pod,
  reach: Reach,
): VolumeProblem[] {
  const failure = reach(server, NFS_PORT);
  const why =
    failure === 'unresolved' ? `Failed to resolve server ${server}: Name or service not known` : (NFS_FAILURES[failure ?? ''] ?? TIMED_OUT);
  const options = [...mountOptions, ...(readOnly ? ['ro'] : [])];
  const at = target(pod, name);
  const args = `--description=Kubernetes transient mount for ${at} --scope -- mount -t nfs${options.length > 0 ? ` -o ${options.join(',')}` : ''} ${server}:${path} ${at}`;
  const output = `Running scope as unit: run-${pod.metadata.uid.replaceAll('-', '')}.scope\nmount.nfs: ${why}\n`;
  const message = `mount failed: exit status 32\nMounting command: systemd-run\nMounting arguments: ${args}\nOutput: ${output}`;
  return [{ ...setUp(name, message), afterMs: failure === 'unresolved' ? 0 : NFS_RETRY_MS }];
}

const target = (pod: Pod, name: string): string => `/var/lib/kubelet/pods/${pod.metadata.uid}/volumes/kubernetes.io~nfs/${name}`;

/** What is wrong with a volume that is made from objects or the node's files. */
function problemsOfObjects(source: FieldSource, volume: Volume): string[] {
  const { configMap, secret, projected, csi, gitRepo } = volume;
  const { spec } = sourceOf(source, volume);
  const found = [
    problemOf(() => {
      if (configMap) checkKeys('config', configData(source, configMap.name ?? '', configMap.optional), configMap.items, configMap.optional);
      if (secret) checkKeys('secret', secretData(source, secret.secretName ?? '', secret.optional), secret.items, secret.optional);
      if (spec.hostPath) checkHostPath(source, spec.hostPath);
      if (csi) throw new ConfigError(noDriver(csi.driver));
      if (gitRepo) throw new ConfigError(GIT_DISABLED);
    }),
    // A projected volume says what is wrong with each of its sources.
    ...(projected?.sources ?? []).map(({ configMap: map, secret: hidden }) =>
      problemOf(() => {
        // The root certificate's ConfigMap comes a moment after its namespace; nobody should see that as a failure.
        if (map && map.name !== 'kube-root-ca.crt')
          checkKeys('config', configData(source, map.name ?? '', map.optional), map.items, map.optional);
        if (hidden) checkKeys('secret', secretData(source, hidden.name ?? '', hidden.optional), hidden.items, hidden.optional);
      }),
    ),
  ].filter((one) => one !== undefined);
  return found.length < 2 ? found : [...new Set(found)];
}

/** No CSI driver runs on these nodes. */
const noDriver = (driver: string): string =>
  `kubernetes.io/csi: mounter.SetUpAt failed to get CSI client: driver name ${driver} not found in the list of registered CSI drivers`;

const GIT_DISABLED =
  'git-repo volume plugin has been disabled; if necessary, it may be re-enabled by enabling the feature-gate `GitRepoVolumeDriver`';

function problemOf(check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message;
  }
}

function checkKeys(
  what: 'config' | 'secret',
  data: Readonly<Record<string, string>>,
  items: readonly KeyToPath[] | undefined,
  optional: boolean | undefined,
): void {
  for (const { key } of items ?? [])
    if (!optional && !Object.hasOwn(data, key))
      throw new ConfigError(`${what === 'config' ? 'configmap ' : ''}references non-existent ${what} key: ${key}`);
}

const rootOf = (path: string): string => path.replace(/\/+$/, '') || '/';

function isFolderOf(files: ReturnType<typeof nodeFiles>, root: string): boolean {
  return NODE_FOLDERS.includes(root) || files[root]?.kind === 'directory' || Object.keys(files).some((one) => one.startsWith(`${root}/`));
}

function isOnNode({ world, pod }: FieldSource, path: string): boolean {
  const files = nodeFiles(world, pod.spec.nodeName ?? '');
  return isFolderOf(files, rootOf(path)) || Boolean(files[rootOf(path)]);
}

/** The type of a hostPath says what must be there, or is made. */
function checkHostPath(source: FieldSource, { path, type = '' }: NonNullable<Volume['hostPath']>): void {
  const { world, pod } = source;
  const files = nodeFiles(world, pod.spec.nodeName ?? '');
  const root = rootOf(path);
  const isFolder = isFolderOf(files, root);
  const isFile = files[root]?.kind === 'file';
  const make = (kind: FileEntry['kind'], mode: number): void => {
    files[root] = { kind, text: '', mode, modified: world.now };
  };
  const refuse = (what: string): never => {
    throw new ConfigError(`hostPath type check failed: ${path} is not a ${what}`);
  };
  if (type === 'Directory' && !isFolder) refuse('directory');
  if (type === 'File' && !isFile) refuse('file');
  if (type === 'Socket' || type === 'CharDevice' || type === 'BlockDevice')
    refuse({ Socket: 'socket file', CharDevice: 'character device', BlockDevice: 'block device' }[type]);
  if (type === 'DirectoryOrCreate' && isFile) refuse('directory');
  if (type === 'DirectoryOrCreate' && !isFolder) make('directory', 0o755);
  if (type === 'FileOrCreate' && isFolder) refuse('file');
  if (type === 'FileOrCreate' && !isFile) make('file', 0o644);
}
