/**
 * What a container finds below /proc of the kernel and of its first process: how it is confined, to whom it belongs, what is mounted. Made
 * when it is read, of the Pod's spec.
 */

import { parseQuantity, quantityValue } from '../api/values/quantity.ts';
import type { Node, Pod } from '../kinds/objects.ts';
import type { Container } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';

/** What these files are made of. */
export interface Confined {
  readonly world: World;
  readonly pod: Pod;
  readonly spec: Container;
  /** What process 1 is started with. */
  readonly argv: () => readonly string[];
  readonly user: { readonly uid: number; readonly gid: number; readonly groups?: readonly number[] };
}

/** Linux's capabilities in the order of their bits. */
const CAPABILITIES = `CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP LINUX_IMMUTABLE NET_BIND_SERVICE
NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO SYS_CHROOT SYS_PTRACE SYS_PACCT SYS_ADMIN SYS_BOOT SYS_NICE
SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE MAC_ADMIN SYSLOG WAKE_ALARM BLOCK_SUSPEND
AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE`.split(/\s+/);
/** Those that containerd gives a container of which nothing is said. */
const USUAL =
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE NET_RAW SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(' ');

/** Of which the container may have any: 16 hexadecimal digits, a bit each. */
function bounds({ securityContext }: Container): string {
  const { capabilities: { add = [], drop = [] } = {}, privileged = false } = securityContext ?? {};
  const names = (list: readonly string[]): readonly string[] =>
    list.flatMap((name) => (name === 'ALL' ? CAPABILITIES : [name.replace(/^CAP_/, '')]));
  const kept = privileged ? CAPABILITIES : [...USUAL.filter((name) => !names(drop).includes(name)), ...names(add)];
  const bits = CAPABILITIES.reduce((sum, name, bit) => (kept.includes(name) ? sum | (1n << BigInt(bit)) : sum), 0n);
  return bits.toString(16).padStart(16, '0');
}

const NONE = '0'.repeat(16);

function status({ pod, spec, argv, user: { uid, gid, groups = [] } }: Confined): string {
  const own = spec.securityContext;
  const bound = bounds(spec);
  const held = uid === 0 ? bound : NONE; // another user than root begins with none
  const seccomp = own?.privileged ? undefined : (own?.seccompProfile ?? pod.spec.securityContext?.seccompProfile)?.type;
  const filters = seccomp === undefined || seccomp === 'Unconfined' ? 0 : 1;
  const rows: Readonly<Record<string, string | number>> = {
    Name: (argv()[0] ?? '').replace(/^.*\//, '').slice(0, 15),
    Umask: '0022',
    State: 'S (sleeping)',
    Tgid: 1,
    Pid: 1,
    PPid: 0,
    TracerPid: 0,
    Uid: Array(4).fill(uid).join('\t'),
    Gid: Array(4).fill(gid).join('\t'),
    Groups: groups.join(' '),
    Threads: 1,
    CapInh: NONE,
    CapPrm: held,
    CapEff: held,
    CapBnd: bound,
    CapAmb: NONE,
    NoNewPrivs: own?.allowPrivilegeEscalation === false ? 1 : 0,
    Seccomp: filters * 2, // 2: a filter
    Seccomp_filters: filters,
  };
  return Object.entries(rows)
    .map(([name, value]) => `${name}:\t${value}\n`)
    .join('');
}

/** The kubelet gives each Pod of its own users so many ids. */
const IDS = 65536;
const EVERY_ID = 4294967295;

/** Which ids of the node those of the container are. */
function idMap({ pod }: Confined): string {
  const [first, count] = pod.spec.hostUsers === false ? [IDS * (1 + (hashOf(pod) % 32767)), IDS] : [0, EVERY_ID];
  return `${[0, first, count].map((number) => String(number).padStart(10)).join(' ')}\n`;
}

/** A number that a Pod keeps. */
const hashOf = ({ metadata: { uid = '' } }: Pod): number => Number.parseInt(uid.slice(0, 7), 16) || 0;

/** Namespaces of the kernel with the number that the node's own has, and whether the container has one of its own. */
const NAMESPACES: Readonly<Record<string, readonly [number: number, own: (pod: Pod) => boolean]>> = {
  cgroup: [4026531835, () => true],
  ipc: [4026531839, ({ spec }) => !spec.hostIPC],
  mnt: [4026531841, () => true],
  net: [4026531840, ({ spec }) => !spec.hostNetwork],
  pid: [4026531836, ({ spec }) => !spec.hostPID],
  user: [4026531837, ({ spec }) => spec.hostUsers === false],
  uts: [4026531838, () => true],
};
/** Those that are made later have numbers from here on. */
const MADE_LATER = 4026532000;

const namespaceLinks = (folder: string): Record<string, (about: Confined) => string> =>
  Object.fromEntries(
    Object.entries(NAMESPACES).map(([name, [number, own]], at) => [
      `${folder}/ns/${name}`,
      ({ pod }: Confined) => `${name}:[${own(pod) ? MADE_LATER + (hashOf(pod) % 4000) * 8 + at : number}]`,
    ]),
  );

const nodeOf = ({ world, pod }: Confined): Node | undefined => world.store.get<Node>('nodes', '', pod.spec.nodeName ?? '');
const MEMORY = '4194304Ki';

function memory(about: Confined): string {
  const total = quantityValue(parseQuantity(nodeOf(about)?.status.capacity?.['memory'] ?? MEMORY)) / 1024;
  const rows = {
    MemTotal: total,
    MemFree: total / 4,
    MemAvailable: total / 2,
    Buffers: total / 32,
    Cached: total / 4,
    SwapTotal: 0,
    SwapFree: 0,
  };
  return Object.entries(rows)
    .map(([name, kib]) => `${`${name}:`.padEnd(16)}${String(Math.floor(kib)).padStart(8)} kB\n`)
    .join('');
}

function processors(about: Confined): string {
  const count = Number(nodeOf(about)?.status.capacity?.['cpu'] ?? 2);
  return Array.from({ length: count }, (_, at) => `processor\t: ${at}\nmodel name\t: Virtual CPU\ncpu cores\t: ${count}\n\n`).join('');
}

/** Files by path. */
export const PROC_FILES: Readonly<Record<string, (about: Confined) => string>> = {
  '/proc/1/cmdline': ({ argv }) =>
    argv()
      .map((word) => `${word}\0`)
      .join(''),
  '/proc/1/status': status,
  '/proc/self/status': (about) => status(about).replace(/^(?:Name|Tgid|Pid|PPid):.*\n/gm, ''),
  ...Object.fromEntries(
    ['1', 'self'].flatMap((who) => [
      [`/proc/${who}/uid_map`, idMap],
      [`/proc/${who}/gid_map`, idMap],
      [`/proc/${who}/cgroup`, () => '0::/\n'],
    ]),
  ),
  '/proc/cpuinfo': processors,
  '/proc/meminfo': memory,
};

/** Symbolic links by path. */
export const PROC_LINKS: Readonly<Record<string, (about: Confined) => string>> = {
  ...namespaceLinks('/proc/1'),
  ...namespaceLinks('/proc/self'),
};
