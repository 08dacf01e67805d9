/**
 * Pod security: what the labels pod-security.kubernetes.io/* of a namespace allow its Pods (admission plugin PodSecurity, with the checks
 * of k8s.io/pod-security-admission that a Linux cluster can meet). A namespace without labels allows everything.
 */
import type { Admission } from '../../api/admission.ts';
import { forbiddenError, invalidError } from '../../api/errors.ts';
import { invalid } from '../../api/field-errors.ts';
import type { KubeObject } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
import type { Namespace, Pod } from '../objects.ts';
import type { Container, LifecycleHandler, PodSpec, PodTemplateSpec, SecurityContext, Volume } from '../types.gen.ts';

const LEVELS = ['privileged', 'baseline', 'restricted'] as const;
type Level = (typeof LEVELS)[number];

interface Standard {
  readonly level: Level;
  readonly version: string;
}

const PREFIX = 'pod-security.kubernetes.io/';
const MODES = ['enforce', 'audit', 'warn'] as const;

/** What a check says of a Pod that it forbids. */
interface Violation {
  readonly reason: string;
  readonly detail: string;
}

interface Check {
  readonly of: 'baseline' | 'restricted';
  /** The check of the baseline that this one makes needless. */
  readonly instead?: string;
  readonly find: (spec: PodSpec) => Violation | undefined;
}

const containersOf = (spec: PodSpec): readonly Container[] => [
  ...(spec.initContainers ?? []),
  ...(spec.containers ?? []),
  ...((spec.ephemeralContainers ?? []) as readonly Container[]),
];
const quoted = (names: readonly string[]): string => names.map((name) => JSON.stringify(name)).join(', ');
const plural = (word: string, of: readonly unknown[]): string => (of.length === 1 ? word : `${word}s`);

/** `container "a"`, `containers "a", "b"` */
const named = (containers: readonly Container[]): string =>
  `${plural('container', containers)} ${quoted(containers.map(({ name }) => name))}`;

/** A check that each container's security context must pass. */
function each(reason: string, isBad: (context: SecurityContext) => boolean, what: string): Check['find'] {
  return (spec) => {
    const bad = containersOf(spec).filter(({ securityContext = {} }) => isBad(securityContext));
    return bad.length === 0 ? undefined : { reason, detail: `${named(bad)} ${what}` };
  };
}

const ADDABLE = new Set(
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(' '),
);
const SYSCTLS = new Set(
  (
    'kernel.shm_rmid_forced net.ipv4.ip_local_port_range net.ipv4.ip_unprivileged_port_start net.ipv4.tcp_syncookies ' +
    'net.ipv4.ping_group_range net.ipv4.ip_local_reserved_ports net.ipv4.tcp_keepalive_time net.ipv4.tcp_fin_timeout ' +
    'net.ipv4.tcp_keepalive_intvl net.ipv4.tcp_keepalive_probes net.ipv4.tcp_rmem net.ipv4.tcp_wmem'
  ).split(' '),
);
const SELINUX_TYPES = ['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];
const PLAIN_VOLUMES = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret', 'image'];
const SECCOMP = 'securityContext.seccompProfile.type to';

/** In the order in which a refusal lists them. */
const CHECKS: Readonly<Record<string, Check>> = {
  allowPrivilegeEscalation: {
    of: 'restricted',
    find: each(
      'allowPrivilegeEscalation != false',
      ({ allowPrivilegeEscalation }) => allowPrivilegeEscalation !== false,
      'must set securityContext.allowPrivilegeEscalation=false',
    ),
  },
  capabilities_baseline: {
    of: 'baseline',
    find: (spec) => {
      const added = (container: Container): string[] => foreign(container, ADDABLE);
      const bad = containersOf(spec).filter((container) => added(container).length > 0);
      const names = [...new Set(bad.flatMap(added))].sort();
      return bad.length === 0
        ? undefined
        : {
            reason: 'non-default capabilities',
            detail: `${named(bad)} must not include ${quoted(names)} in securityContext.capabilities.add`,
          };
    },
  },
  capabilities_restricted: {
    of: 'restricted',
    instead: 'capabilities_baseline',
    find: (spec) => {
      const containers = containersOf(spec);
      const keep = containers.filter(({ securityContext }) => !securityContext?.capabilities?.drop?.includes('ALL'));
      const added = (container: Container): string[] => foreign(container, new Set(['NET_BIND_SERVICE']));
      const add = containers.filter((container) => added(container).length > 0);
      const names = [...new Set(add.flatMap(added))].sort();
      const details = [
        ...(keep.length > 0 ? [`${named(keep)} must set securityContext.capabilities.drop=["ALL"]`] : []),
        ...(add.length > 0 ? [`${named(add)} must not include ${quoted(names)} in securityContext.capabilities.add`] : []),
      ];
      return details.length === 0 ? undefined : { reason: 'unrestricted capabilities', detail: details.join('; ') };
    },
  },
  hostNamespaces: {
    of: 'baseline',
    find: (spec) => {
      const shared = (['hostNetwork', 'hostPID', 'hostIPC'] as const).filter((field) => spec[field]);
      return shared.length === 0 ? undefined : { reason: 'host namespaces', detail: shared.map((field) => `${field}=true`).join(', ') };
    },
  },
  hostPathVolumes: {
    of: 'baseline',
    find: ({ volumes = [] }) => {
      const bad = volumes.filter(({ hostPath }) => hostPath).map(({ name }) => name);
      return bad.length === 0 ? undefined : { reason: 'hostPath volumes', detail: `${plural('volume', bad)} ${quoted(bad)}` };
    },
  },
  hostPorts: {
    of: 'baseline',
    find: (spec) => {
      const portsOf = ({ ports = [] }: Container): number[] => ports.flatMap(({ hostPort }) => (hostPort ? [hostPort] : []));
      const bad = containersOf(spec).filter((container) => portsOf(container).length > 0);
      const ports = [...new Set(bad.flatMap(portsOf))].map(String).sort();
      const word = plural('hostPort', ports);
      return bad.length === 0
        ? undefined
        : { reason: word, detail: `${named(bad)} ${bad.length === 1 ? 'uses' : 'use'} ${word} ${ports.join(', ')}` };
    },
  },
  hostProbesAndHostLifecycle: {
    of: 'baseline',
    find: (spec) => {
      const bad = containersOf(spec).filter((container) => hostsOf(container).length > 0);
      const hosts = [...new Set(bad.flatMap(hostsOf))].sort();
      const verb = bad.length === 1 ? 'uses' : 'use';
      return bad.length === 0
        ? undefined
        : {
            reason: 'probe or lifecycle host',
            detail: `${named(bad)} ${verb} probe or lifecycle ${plural('host', hosts)} ${quoted(hosts)}`,
          };
    },
  },
  privileged: {
    of: 'baseline',
    find: each('privileged', ({ privileged }) => privileged === true, 'must not set securityContext.privileged=true'),
  },
  procMount: {
    of: 'baseline',
    find: (spec) =>
      spec.hostUsers === false
        ? undefined
        : each('procMount', ({ procMount }) => procMount === 'Unmasked', 'must not set securityContext.procMount to "Unmasked"')(spec),
  },
  restrictedVolumes: {
    of: 'restricted',
    instead: 'hostPathVolumes',
    find: ({ volumes = [] }) => {
      const typeOf = (volume: Volume): string => Object.keys(volume).find((key) => key !== 'name') ?? 'emptyDir';
      const bad = volumes.filter((volume) => !PLAIN_VOLUMES.includes(typeOf(volume)));
      const types = [...new Set(bad.map(typeOf))].sort();
      const names = bad.map(({ name }) => name);
      const verb = bad.length === 1 ? 'uses' : 'use';
      return bad.length === 0
        ? undefined
        : {
            reason: 'restricted volume types',
            detail: `${plural('volume', bad)} ${quoted(names)} ${verb} restricted volume ${plural('type', types)} ${quoted(types)}`,
          };
    },
  },
  runAsNonRoot: {
    of: 'restricted',
    find: (spec) => {
      if (spec.hostUsers === false) return undefined;
      const ofPod = spec.securityContext?.runAsNonRoot;
      const said = ({ securityContext }: Container): boolean | undefined => securityContext?.runAsNonRoot;
      const bad = containersOf(spec).filter((container) => said(container) === false);
      const silent = containersOf(spec).filter((container) => said(container) === undefined);
      const details = [
        ...(ofPod === false && silent.length > 0 ? ['pod must not set securityContext.runAsNonRoot=false'] : []),
        ...(bad.length > 0 ? [`${named(bad)} must not set securityContext.runAsNonRoot=false`] : []),
        ...(ofPod === undefined && silent.length > 0 ? [`pod or ${named(silent)} must set securityContext.runAsNonRoot=true`] : []),
      ];
      return details.length === 0 ? undefined : { reason: 'runAsNonRoot != true', detail: details.join('; ') };
    },
  },
  runAsUser: {
    of: 'restricted',
    find: (spec) => {
      if (spec.hostUsers === false) return undefined;
      const bad = containersOf(spec).filter(({ securityContext }) => securityContext?.runAsUser === 0);
      const who = [...(spec.securityContext?.runAsUser === 0 ? ['pod'] : []), ...(bad.length > 0 ? [named(bad)] : [])];
      return who.length === 0 ? undefined : { reason: 'runAsUser=0', detail: `${who.join(' and ')} must not set runAsUser=0` };
    },
  },
  seLinuxOptions: {
    of: 'baseline',
    find: (spec) => {
      const isBad = (context: Pick<SecurityContext, 'seLinuxOptions'> | undefined): boolean => {
        const { type = '', user, role } = context?.seLinuxOptions ?? {};
        return !SELINUX_TYPES.includes(type) || Boolean(user) || Boolean(role);
      };
      const bad = containersOf(spec).filter(({ securityContext }) => isBad(securityContext));
      const who = [...(isBad(spec.securityContext) ? ['pod'] : []), ...(bad.length > 0 ? [named(bad)] : [])];
      return who.length === 0
        ? undefined
        : { reason: 'seLinuxOptions', detail: `${who.join(' and ')} set forbidden securityContext.seLinuxOptions` };
    },
  },
  seccompProfile_baseline: { of: 'baseline', find: (spec) => seccomp(spec, false) },
  seccompProfile_restricted: { of: 'restricted', instead: 'seccompProfile_baseline', find: (spec) => seccomp(spec, true) },
  sysctls: {
    of: 'baseline',
    find: ({ securityContext }) => {
      const bad = (securityContext?.sysctls ?? []).map(({ name }) => name).filter((name) => !SYSCTLS.has(name));
      return bad.length === 0 ? undefined : { reason: 'forbidden sysctls', detail: bad.join(', ') };
    },
  },
};

function foreign({ securityContext }: Container, allowed: ReadonlySet<string>): string[] {
  return (securityContext?.capabilities?.add ?? []).filter((name) => !allowed.has(name));
}

function hostsOf({ livenessProbe, readinessProbe, startupProbe, lifecycle }: Container): string[] {
  const handlers: readonly (LifecycleHandler | undefined)[] = [
    livenessProbe,
    readinessProbe,
    startupProbe,
    lifecycle?.postStart,
    lifecycle?.preStop,
  ];
  return handlers.flatMap((handler) => [handler?.httpGet?.host, handler?.tcpSocket?.host]).filter((host): host is string => Boolean(host));
}

/** Restricted wants a profile, by the Pod or by each container; both levels refuse to do without one. */
function seccomp(spec: PodSpec, wanted: boolean): Violation | undefined {
  const ofPod = spec.securityContext?.seccompProfile?.type;
  const said = ({ securityContext }: Container): string | undefined => securityContext?.seccompProfile?.type;
  const isFine = (type: string | undefined): boolean => type === 'RuntimeDefault' || type === 'Localhost';
  const bad = containersOf(spec).filter((container) => said(container) !== undefined && !isFine(said(container)));
  const silent = containersOf(spec).filter((container) => said(container) === undefined);
  const badPod = ofPod !== undefined && !isFine(ofPod) && (!wanted || silent.length > 0);
  const who = [...(badPod ? ['pod'] : []), ...(bad.length > 0 ? [named(bad)] : [])];
  const details = [
    ...(who.length > 0 ? [`${who.join(' and ')} must not set ${SECCOMP} "${badPod ? ofPod : said(bad[0] as Container)}"`] : []),
    ...(wanted && ofPod === undefined && silent.length > 0
      ? [`pod or ${named(silent)} must set ${SECCOMP} "RuntimeDefault" or "Localhost"`]
      : []),
  ];
  return details.length === 0 ? undefined : { reason: 'seccompProfile', detail: details.join('; ') };
}

function violations(spec: PodSpec, level: Level): Violation[] {
  if (level === 'privileged') return [];
  const asked = Object.entries(CHECKS).filter(([, { of }]) => level === 'restricted' || of === 'baseline');
  const needless = new Set(asked.map(([, { instead }]) => instead));
  return asked.filter(([id]) => !needless.has(id)).flatMap(([, { find }]) => find(spec) ?? []);
}

/** `"restricted:latest": privileged (container "c" must not set securityContext.privileged=true), ...`; undefined when all is allowed. */
function complaint(spec: PodSpec, { level, version }: Standard): string | undefined {
  const found = violations(spec, level);
  return found.length === 0 ? undefined : `"${level}:${version}": ${found.map(({ reason, detail }) => `${reason} (${detail})`).join(', ')}`;
}

/** The standard that a namespace's labels name for a mode. Warnings follow what is enforced where nothing else is said. */
function standardOf(labels: Readonly<Record<string, string>> | undefined, mode: 'enforce' | 'warn'): Standard {
  const level = labels?.[PREFIX + mode];
  if (level === undefined && mode === 'warn' && labels?.[`${PREFIX}warn-version`] === undefined) return standardOf(labels, 'enforce');
  // A level that nobody knows is taken for the strictest.
  const known = level === undefined ? 'privileged' : (LEVELS.find((one) => one === level) ?? 'restricted');
  return { level: known, version: labels?.[`${PREFIX}${mode}-version`] ?? 'latest' };
}

/** The Pod that an object is, or that it makes. */
function podSpecOf({ kind, spec }: KubeObject & { readonly spec?: unknown }): PodSpec | undefined {
  if (kind === 'Pod') return spec as PodSpec;
  const inner = kind === 'CronJob' ? (spec as { jobTemplate?: { spec?: object } }).jobTemplate?.spec : spec;
  return (inner as { readonly template?: PodTemplateSpec } | undefined)?.template?.spec;
}

const MAKERS = ['CronJob', 'DaemonSet', 'Deployment', 'Job', 'Pod', 'PodTemplate', 'ReplicaSet', 'ReplicationController', 'StatefulSet'];

function labelsOf(world: World, namespace = ''): Readonly<Record<string, string>> | undefined {
  return world.store.get<Namespace>('namespaces', '', namespace)?.metadata.labels;
}

export const podSecurity: Admission = {
  admit(kind, object, old, { world }) {
    if (kind.kind === 'Namespace') {
      const errors = labelErrors(object);
      if (errors.length > 0) throw invalidError(kind, object.metadata.name, errors);
    }
    if (kind.kind !== 'Pod' || old) return;
    const refused = complaint((object as Pod).spec, standardOf(labelsOf(world, object.metadata.namespace), 'enforce'));
    if (refused) throw forbiddenError(kind, object.metadata.name, `violates PodSecurity ${refused}`);
  },

  warnings(kind, object, old, world) {
    if (kind.kind === 'Namespace') return old ? enforcementWarnings(object, old, world) : [];
    if (!MAKERS.includes(kind.kind) || (old && (kind.kind === 'Pod' || old.metadata.generation === object.metadata.generation))) return [];
    const spec = podSpecOf(object);
    const told = spec && complaint(spec, standardOf(labelsOf(world, object.metadata.namespace), 'warn'));
    return told ? [`would violate PodSecurity ${told}`] : [];
  },
};

function labelErrors({ metadata }: KubeObject) {
  return MODES.flatMap((mode) => {
    const [level, version] = [metadata.labels?.[PREFIX + mode], metadata.labels?.[`${PREFIX}${mode}-version`]];
    const at = (label: string): string => `metadata.labels[${PREFIX}${label}]`;
    return [
      ...(level === undefined || (LEVELS as readonly string[]).includes(level)
        ? []
        : [invalid(at(mode), level, 'must be one of privileged, baseline, restricted')]),
      ...(version === undefined || /^(?:latest|v1\.(?:0|[1-9]\d*))$/.test(version)
        ? []
        : [invalid(at(`${mode}-version`), version, 'must be "latest" or "v1.x"')]),
    ];
  });
}

/** When a namespace gets stricter, its Pods that would no longer be let in. */
function enforcementWarnings(object: KubeObject, old: KubeObject, world: World): string[] {
  const [now, before] = [standardOf(object.metadata.labels, 'enforce'), standardOf(old.metadata.labels, 'enforce')];
  const looser = LEVELS.indexOf(now.level) <= LEVELS.indexOf(before.level) && now.version === before.version;
  if (now.level === 'privileged' || looser) return [];
  const groups = new Map<string, string[]>();
  for (const { metadata, spec } of world.store.list<Pod>('pods', object.metadata.name)) {
    const reasons = violations(spec, now.level).map(({ reason }) => reason);
    if (reasons.length > 0) groups.set(reasons.join(', '), [...(groups.get(reasons.join(', ')) ?? []), metadata.name]);
  }
  if (groups.size === 0) return [];
  const lines = [...groups].map(([reasons, [first, ...others]]) => {
    const more = others.length === 0 ? '' : ` (and ${others.length} other ${plural('pod', others)})`;
    return `${first}${more}: ${reasons}`;
  });
  const standard = `"${now.level}:${now.version}"`;
  return [`existing pods in namespace "${object.metadata.name}" violate the new PodSecurity enforce level ${standard}`, ...lines.sort()];
}
