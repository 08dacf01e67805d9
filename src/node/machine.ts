/** A container as the kernel sees it: a machine with its image's programs and its files. */
import { BUILT, EXECUTABLE, type FileEntry, type FileLayer, FileSystem } from '../kernel/files.ts';
import type { ExitStatus, HostProcesses, Machine, Program } from '../kernel/types.ts';
import type { Pod } from '../kinds/objects.ts';
import type { Container, EphemeralContainer, Volume } from '../kinds/types.gen.ts';
import { closePortsOf } from '../network/listeners.ts';
import { resolverConfig } from '../network/resolv-conf.ts';
import type { World } from '../world/world.ts';
import { hostNames, hostnameOf } from './env.ts';
import { hostProcesses } from './host-processes.ts';
import { appProgram } from './images/app.ts';
import { ACCOUNTS, baseOf, behaviourOf, fill, groupsOf, type Image, type ResolvedImage } from './images/image.ts';
import { imagePrograms, serverCode } from './images/index.ts';
import { APPLET, GNU, isBorrowed, toolsOf } from './images/programs.ts';
import { releaseFiles } from './images/release.ts';
import { nodeHosts } from './node-files.ts';
import { nodeMachineId } from './node-machine.ts';
import { type Confined, PROC_FILES, PROC_LINKS } from './proc.ts';
import { type ContainerState, containerState, machineId, type PodState } from './state.ts';
import { limitOf } from './usage.ts';
import { MountedVolumes } from './volumes.ts';

/** Directories that every container has, and those that depend on what its image is built on. */
const DIRECTORIES = `/dev /etc /home /proc /root /sys /tmp /usr /usr/bin /usr/local /usr/local/bin /usr/sbin /usr/share /var /var/log
/var/run`.split(/\s+/);
const MORE_DIRECTORIES: Readonly<Record<ReturnType<typeof baseOf>, readonly string[]>> = {
  alpine: ['/bin', '/lib', '/media', '/mnt', '/opt', '/run', '/sbin', '/srv'],
  debian: ['/boot', '/media', '/mnt', '/opt', '/run', '/srv', '/usr/lib', '/usr/lib64'],
  busybox: ['/bin', '/lib', '/lib64'],
};
/** Debian's `/bin` is a link to `/usr/bin`, and so on. */
const MERGED = ['bin', 'lib', 'lib64', 'sbin'];
const PROGRAM_FOLDERS = ['/bin', '/sbin', '/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin'];
const MAY_EXECUTE = 0o111;

export interface MachineOptions {
  readonly world: World;
  readonly pod: Pod;
  readonly state: PodState;
  readonly container: ContainerState;
  readonly spec: Container & Pick<EphemeralContainer, 'targetContainerName'>;
  readonly image: ResolvedImage;
  /** What process 1 is started with. */
  readonly argv: () => readonly string[];
  /** Generic programs by name. */
  readonly programs: Readonly<Record<string, Program>>;
  readonly onExit: (status: ExitStatus) => void;
}

export class ContainerMachine implements Machine {
  readonly id: string;
  readonly hostname: string;
  readonly version: string;
  readonly user: NonNullable<Machine['user']>;
  readonly files: FileSystem;
  readonly pids?: string;
  readonly keeper?: string;
  readonly host?: HostProcesses;
  private readonly options: MachineOptions;
  private readonly contained: ReadonlySet<string>;

  constructor(options: MachineOptions) {
    const { world, pod, state, container, spec, image } = options;
    this.options = options;
    this.id = machineId(state, container);
    this.hostname = hostnameOf(pod);
    this.version = image.version;
    const user = userOf(pod, spec, image.image);
    this.user = user;
    this.contained = containedPrograms(image);
    if (pod.spec.shareProcessNamespace || pod.spec.hostPID || spec.targetContainerName !== undefined)
      Object.assign(this, sharing(world, pod, state, spec));
    const system = new SystemLayer({ world, pod, state, spec, argv: options.argv, user }, imageLayer(image));
    const mounted = spec.volumeMounts?.length ? new MountedVolumes(world, pod, state, spec, system) : undefined;
    const below = mounted ?? system;
    const guard = guardLayer(spec.securityContext?.readOnlyRootFilesystem ?? false, user, image.image, mounted);
    const layers = guard ? [guard, below] : [below];
    this.files = new FileSystem(
      mounted ? mounted.written(container.files) : container.files,
      () => world.now,
      () => layers,
      user.uid === 0 && user.gid === 0 ? undefined : user,
    );
  }

  program(name: string): Program | undefined {
    if (!name.includes('/')) return this.find(name);
    const named = this.find(name);
    if (named) return named;
    const path = this.files.resolve('/', name);
    const at = path.lastIndexOf('/');
    const program = PROGRAM_FOLDERS.includes(path.slice(0, at)) ? this.find(path.slice(at + 1)) : undefined;
    return program ?? script(this.files, name, (interpreter) => this.find(interpreter));
  }

  programNames(): readonly string[] {
    return [...this.contained].filter((name) => !name.includes('/') && this.find(name) !== undefined).sort();
  }

  onExit(pid: number, status: ExitStatus, first: boolean): void {
    const { world, state, container, onExit } = this.options;
    // Of the first one the kubelet takes care.
    if (first) onExit(status);
    else closePortsOf(world, state.uid, container.name, pid);
  }

  /** The program of that name among the image's. */
  private find(name: string): Program | undefined {
    const { container, image, programs } = this.options;
    if (container.files[`/usr/bin/${name}`]?.text === EXECUTABLE) return programs[`${GNU}${name}`] ?? imagePrograms[name];
    if (!this.contained.has(name)) return undefined;
    const behaviour = name === 'app' ? behaviourOf(image) : undefined;
    if (behaviour) return appProgram(behaviour, (server) => serverCode[server]);
    // Debian's sh is dash.
    if (name === 'sh' && programs[`${GNU}sh`] && baseOf(image) === 'debian') return programs[`${GNU}sh`];
    if (image.image.gnu?.includes(name)) return programs[`${GNU}${name}`];
    const applet = declares(image.image, name) ? name : `${APPLET}${name}`;
    return Object.hasOwn(imagePrograms, applet) ? imagePrograms[applet] : Object.hasOwn(programs, name) ? programs[name] : undefined;
  }
}

/** Whose processes a container sees besides its own: all of its node's or Pod's, or those of the container that it was made to look at. */
function sharing(
  world: World,
  { spec: { shareProcessNamespace, hostPID } }: Pod,
  state: PodState,
  spec: Container,
): Pick<Machine, 'pids' | 'keeper' | 'host'> {
  if (hostPID) return { pids: nodeMachineId(state.node), host: hostProcesses(world, state.node) };
  if (shareProcessNamespace) return { pids: `pod:${state.uid}`, keeper: '/pause' };
  const { targetContainerName: name } = spec as EphemeralContainer;
  const target = name === undefined ? undefined : containerState(state, name);
  return target ? { pids: machineId(state, target) } : {};
}

/** Who runs a container's programs: as its security context says, or the Pod's, or the image, which may have him in more groups. */
function userOf(pod: Pod, { securityContext: own }: Container, image: Image): NonNullable<Machine['user']> {
  const context = pod.spec.securityContext;
  const { user: ofImage } = image;
  const uid = own?.runAsUser ?? context?.runAsUser ?? ofImage?.uid ?? 0;
  const told = own?.runAsUser ?? context?.runAsUser;
  // Who is told to be another user than the image's has no group from there.
  const gid = own?.runAsGroup ?? context?.runAsGroup ?? (told === undefined ? (ofImage?.gid ?? 0) : 0);
  const more = [
    ...(context?.fsGroup === undefined ? [] : [context.fsGroup]),
    ...(context?.supplementalGroups ?? []),
    ...(context?.supplementalGroupsPolicy === 'Strict' ? [] : groupsOf(image, uid)),
  ];
  if (more.length === 0) return { uid, gid, groups: [gid] };
  return { uid, gid, groups: [...new Set([gid, ...more])].sort((a, b) => a - b) };
}

/** Where everybody may write, whoever owns the rest. */
const OPEN = ['/tmp', '/var/tmp', '/dev'];
/** Files that the kubelet mounts stay writable under a read-only root. */
const KUBELETS_OWN = ['/etc/hosts', '/dev'];

/**
 * Holds no files, and refuses writes: all to the container's own files where its root file system is read-only, and to what belongs to
 * root where another user runs. A user that the image is made for owns its files. Undefined where all may be written.
 */
function guardLayer(
  readOnlyRoot: boolean,
  { uid }: NonNullable<Machine['user']>,
  image: Image,
  mounted: MountedVolumes | undefined,
): FileLayer | undefined {
  const foreign = uid !== 0 && uid !== image.user?.uid;
  if (!readOnlyRoot && !foreign) return undefined;
  const within = (path: string, folders: readonly string[]): boolean =>
    folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
  return {
    entry: () => undefined,
    names: () => [],
    readOnly: (path) => readOnlyRoot && !mounted?.volumeAt(path) && !within(path, KUBELETS_OWN),
    forbidden: (path) => {
      if (!foreign) return false;
      const volume = mounted?.volumeAt(path);
      return volume ? volume.hostPath !== undefined && !within(volume.hostPath.path, OPEN) : !within(path, OPEN);
    },
  };
}

/** Whether an image brings the program itself, and not as one of busybox's applets. */
const declares = ({ entrypoint, cmd, programs }: Image, name: string): boolean =>
  entrypoint?.[0] === name || cmd?.[0] === name || programs?.includes(name) === true;

const contents = new WeakMap<Image, Map<string, ReadonlySet<string>>>();

/** Names of the programs in an image. */
function containedPrograms(image: ResolvedImage): ReadonlySet<string> {
  let byTag = contents.get(image.image);
  if (!byTag) contents.set(image.image, (byTag = new Map()));
  let names = byTag.get(image.tag);
  if (!names) byTag.set(image.tag, (names = new Set([...toolsOf(image), image.image.entrypoint?.[0] ?? '', image.image.cmd?.[0] ?? ''])));
  return names;
}

/** An executable text file runs by the interpreter that its first line names. */
function script(files: FileSystem, path: string, find: (name: string) => Program | undefined): Program | undefined {
  const entry = files.stat(files.resolve('/', path));
  if (entry?.kind !== 'file' || (entry.mode & MAY_EXECUTE) === 0) return undefined;
  const line = /^#!\s*(\S+)(?:\s+(\S+))?/.exec(entry.text);
  const named = line?.[1]?.replace(/^.*\//, '');
  const interpreter = named === 'env' ? (line?.[2] ?? 'sh') : (named ?? 'sh');
  const program = find(interpreter);
  return program && ((process) => program({ ...process, argv: [interpreter, path, ...process.argv.slice(1)], env: process.env }));
}

/** Why a command could not be run beside a container's own, in the words of the runtime. */
export function execError(world: World, problem: string): string {
  const text = `failed to exec in container: failed to start exec "${world.random.hex(64)}": OCI runtime exec failed: exec failed: unable to start container process: ${problem}`;
  return `rpc error: code = Unknown desc = ${text}`;
}

/** Why a command cannot be started, in the runtime's words; undefined when it can. */
export function startError(machine: Machine, command: string): string | undefined {
  if (machine.program(command)) return undefined;
  const quoted = JSON.stringify(command);
  if (!command.includes('/')) return `exec: ${quoted}: executable file not found in $PATH`;
  if (!machine.files.exists(machine.files.resolve('/', command))) return `exec: ${quoted}: stat ${command}: no such file or directory`;
  return machine.files.isDirectory(machine.files.resolve('/', command))
    ? `exec: ${quoted}: is a directory`
    : `exec: ${quoted}: permission denied`;
}

type About = Pick<MachineOptions, 'world' | 'pod' | 'state' | 'spec' | 'argv'> & Pick<Confined, 'user'>;

/** How long a quota of CPU time is, microseconds. */
const CPU_PERIOD = 100_000;

/** Files that the kubelet makes for every container, each made when it is read. */
const SYSTEM_FILES: Readonly<Record<string, (about: About) => string>> = {
  '/etc/hostname': ({ pod }) => `${hostnameOf(pod)}\n`,
  '/etc/hosts': hostsFile,
  '/etc/resolv.conf': ({ world, pod }) => resolvConf(world, pod),
  '/dev/termination-log': () => '',
  '/proc/mounts': mountsFile,
  '/proc/1/mounts': mountsFile,
  '/proc/self/mounts': mountsFile,
  ...PROC_FILES,
  '/sys/fs/cgroup/cpu.max': ({ spec }) => {
    const cores = limitOf(spec, 'cpu');
    return `${cores === undefined ? 'max' : Math.round(cores * CPU_PERIOD)} ${CPU_PERIOD}\n`;
  },
  '/sys/fs/cgroup/memory.max': ({ spec }) => `${limitOf(spec, 'memory') ?? 'max'}\n`,
};

/** Their names, and their folders', by folder. */
const SYSTEM_NAMES = new Map<string, Set<string>>();
for (let path of [...Object.keys(SYSTEM_FILES), ...Object.keys(PROC_LINKS)]) {
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/')) {
    const folder = path.slice(0, at);
    SYSTEM_NAMES.set(folder, (SYSTEM_NAMES.get(folder) ?? new Set()).add(path.slice(at + 1)));
    path = folder;
  }
}

/** Those files, above the image's. */
class SystemLayer implements FileLayer {
  private readonly about: About;
  private readonly image: FileLayer;

  constructor(about: About, image: FileLayer) {
    this.about = about;
    this.image = image;
  }

  entry(path: string): FileEntry | undefined {
    const text = Object.hasOwn(SYSTEM_FILES, path) ? SYSTEM_FILES[path] : undefined;
    if (text) return { kind: 'file', text: text(this.about), mode: 0o644, modified: BUILT };
    const link = Object.hasOwn(PROC_LINKS, path) ? PROC_LINKS[path] : undefined;
    if (link) return { kind: 'link', text: link(this.about), mode: 0o777, modified: BUILT };
    return SYSTEM_NAMES.has(path) ? DIRECTORY : this.image.entry(path);
  }

  names(path: string): readonly string[] {
    return [...(SYSTEM_NAMES.get(path) ?? []), ...this.image.names(path)];
  }
}

/** What is mounted in every container, but for what the kubelet makes of its node's disk. */
const MOUNTS = `overlay / overlay rw,relatime
proc /proc proc rw,nosuid,nodev,noexec,relatime
tmpfs /dev tmpfs rw,nosuid,size=65536k,mode=755,inode64
devpts /dev/pts devpts rw,nosuid,noexec,relatime,gid=5,mode=620,ptmxmode=666
mqueue /dev/mqueue mqueue rw,nosuid,nodev,noexec,relatime
sysfs /sys sysfs ro,nosuid,nodev,noexec,relatime
cgroup /sys/fs/cgroup cgroup2 ro,nosuid,nodev,noexec,relatime`;
const KUBELETS = ['/etc/hosts', '/dev/termination-log', '/etc/hostname', '/etc/resolv.conf'];

function mountsFile({ pod, spec }: About): string {
  const volumes = (spec.volumeMounts ?? []).map(({ name, mountPath, readOnly }) => {
    const volume = pod.spec.volumes?.find((one) => one.name === name);
    const mode = readOnly || (volume && isWritten(volume)) ? 'ro' : 'rw';
    return volume && inMemory(volume)
      ? `tmpfs ${mountPath} tmpfs ${mode},relatime,inode64`
      : `/dev/vda1 ${mountPath} ext4 ${mode},relatime`;
  });
  const own = KUBELETS.map((path) => `/dev/vda1 ${path} ext4 rw,relatime`);
  const all = [...MOUNTS.split('\n'), ...own, 'shm /dev/shm tmpfs rw,relatime,size=65536k,inode64', ...volumes];
  return all.map((line) => `${line} 0 0\n`).join('');
}

const inMemory = ({ secret, projected, emptyDir }: Volume): boolean =>
  secret !== undefined || projected !== undefined || emptyDir?.medium === 'Memory';
/** By the kubelet, so that nobody else may write there. */
const isWritten = ({ secret, configMap, projected, downwardAPI }: Volume): boolean =>
  [secret, configMap, projected, downwardAPI].some((one) => one !== undefined);

function hostsFile({ world, pod, state }: About): string {
  const { name, domain } = hostNames(pod);
  const aliases = pod.spec.hostAliases ?? [];
  const added =
    aliases.length === 0
      ? ''
      : `\n# Entries added by HostAliases.\n${aliases.map(({ ip: address, hostnames = [] }) => `${address}\t${hostnames.join('\t')}\n`).join('')}`;
  if (pod.spec.hostNetwork) return `# Kubernetes-managed hosts file (host network).\n${nodeHosts(world, state.node)}${added}`;
  return `# Kubernetes-managed hosts file.
127.0.0.1\tlocalhost
::1\tlocalhost ip6-localhost ip6-loopback
fe00::0\tip6-localnet
fe00::0\tip6-mcastprefix
fe00::1\tip6-allnodes
fe00::2\tip6-allrouters
${state.ip}\t${domain ? `${name}.${domain}\t` : ''}${name}
${added}`;
}

function resolvConf(world: World, pod: Pod): string {
  const { servers, search, options } = resolverConfig(world, pod);
  return [
    ...(search.length > 0 ? [`search ${search.join(' ')}`] : []),
    ...servers.map((server) => `nameserver ${server}`),
    ...(options.length > 0 ? [`options ${options.join(' ')}`] : []),
    '',
  ].join('\n');
}

const DIRECTORY: FileEntry = { kind: 'directory', text: '', mode: 0o755, modified: BUILT };

const imageLayers = new WeakMap<object, Map<string, FileLayer>>();

/** An image's files; made once for each tag. */
function imageLayer(image: ResolvedImage): FileLayer {
  let layers = imageLayers.get(image.image);
  if (!layers) imageLayers.set(image.image, (layers = new Map()));
  let layer = layers.get(image.tag);
  if (!layer) layers.set(image.tag, (layer = buildLayer(image)));
  return layer;
}

function buildLayer(image: ResolvedImage): FileLayer {
  const entries = new Map<string, FileEntry>();
  const names = new Map<string, Set<string>>();
  const add = (path: string, entry: FileEntry): void => {
    if (path === '' || entries.has(path)) return;
    entries.set(path, entry);
    const parent = path.slice(0, path.lastIndexOf('/'));
    const siblings = names.get(parent || '/') ?? new Set();
    names.set(parent || '/', siblings.add(path.slice(parent.length + 1)));
    add(parent, DIRECTORY);
  };
  const base = baseOf(image);
  if (base === 'debian') for (const name of MERGED) add(`/${name}`, { kind: 'link', text: `usr/${name}`, mode: 0o777, modified: BUILT });
  for (const path of [...DIRECTORIES, ...MORE_DIRECTORIES[base]]) add(path, DIRECTORY);
  if (image.image.workdir) add(image.image.workdir, DIRECTORY);
  for (const name of toolsOf(image)) {
    const text = isBorrowed(image, name) ? '' : EXECUTABLE;
    add(name.startsWith('/') ? name : `${base === 'debian' ? '/usr/bin' : '/bin'}/${name}`, {
      kind: 'file',
      text,
      mode: 0o755,
      modified: BUILT,
    });
  }
  for (const [path, text] of Object.entries(image.image.files ?? {})) {
    if (path.endsWith('/')) add(path.slice(0, -1), DIRECTORY);
    else add(path, { kind: 'file', text: fill(text, image), mode: path.endsWith('.sh') ? 0o755 : 0o644, modified: BUILT });
  }
  for (const [path, text] of Object.entries({ ...ACCOUNTS, ...releaseFiles(image) }))
    add(path, { kind: 'file', text, mode: 0o644, modified: BUILT });
  return { entry: (path) => entries.get(path), names: (path) => [...(names.get(path) ?? [])] };
}
