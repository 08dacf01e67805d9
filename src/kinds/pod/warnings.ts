/** Warnings about Pods and their templates: what is accepted and will surprise (source: pkg/api/pod/warnings.go and the kinds' strategies). */
import { isDNS1123Label } from '../../api/values/names.ts';
import { formatQuantity, parseQuantity } from '../../api/values/quantity.ts';
import type { KubeObject } from '../../world/object.ts';
import type { Pod } from '../objects.ts';
import type {
  Container,
  ContainerPort,
  NodeSelectorTerm,
  PersistentVolumeClaimSpec,
  PodAffinityTerm,
  PodSpec,
  PodTemplateSpec,
} from '../types.gen.ts';

const since = (version: string, label: string): string => `deprecated since ${version}; use "${label}" instead`;

/** Labels of nodes that have other names now. */
const OLD_LABELS: Readonly<Record<string, string>> = {
  'beta.kubernetes.io/arch': since('v1.14', 'kubernetes.io/arch'),
  'beta.kubernetes.io/os': since('v1.14', 'kubernetes.io/os'),
  'failure-domain.beta.kubernetes.io/region': since('v1.17', 'topology.kubernetes.io/region'),
  'failure-domain.beta.kubernetes.io/zone': since('v1.17', 'topology.kubernetes.io/zone'),
  'beta.kubernetes.io/instance-type': since('v1.17', 'node.kubernetes.io/instance-type'),
};

const OLD_ANNOTATIONS: Readonly<Record<string, string>> = {
  'scheduler.alpha.kubernetes.io/critical-pod': 'non-functional in v1.16+; use the "priorityClassName" field instead',
  'security.alpha.kubernetes.io/sysctls': 'non-functional in v1.11+; use the "sysctls" field instead',
  'security.alpha.kubernetes.io/unsafe-sysctls': 'non-functional in v1.11+; use the "sysctls" field instead',
};

const OLD_VOLUMES: Readonly<Record<string, string>> = {
  photonPersistentDisk: 'deprecated in v1.11, non-functional in v1.16+',
  gitRepo: 'deprecated in v1.11, and disabled by default in v1.33+',
  scaleIO: 'deprecated in v1.16, non-functional in v1.22+',
  flocker: 'deprecated in v1.22, non-functional in v1.25+',
  storageos: 'deprecated in v1.22, non-functional in v1.25+',
  quobyte: 'deprecated in v1.22, non-functional in v1.25+',
  glusterfs: 'deprecated in v1.25, non-functional in v1.26+',
  cephfs: 'deprecated in v1.28, non-functional in v1.31+',
  rbd: 'deprecated in v1.28, non-functional in v1.31+',
};

/** A Pod's own warnings come with its creation only. */
export function podWarnings({ metadata, spec }: Pod, old: Pod | undefined): string[] {
  if (old) return [];
  return [...hostnameWarnings(metadata.name, "the Pod's hostname"), ...specWarnings(spec, metadata.annotations, '')];
}

/** Warnings of a kind that makes Pods: with its creation, and when its spec changes. `named`: its Pods' names come from its own. */
export function templateWarnings<T extends KubeObject>(
  templateOf: (object: T) => PodTemplateSpec | undefined,
  { at = 'spec.template', named = true }: { readonly at?: string; readonly named?: boolean } = {},
): (object: T, old: T | undefined) => string[] {
  return (object, old) => {
    if (old && old.metadata.generation === object.metadata.generation) return [];
    const template = templateOf(object);
    return [
      ...(old || !named ? [] : hostnameWarnings(object.metadata.name, 'Pod names and hostnames')),
      ...(template?.spec ? specWarnings(template.spec, template.metadata?.annotations, `${at}.`) : []),
    ];
  };
}

function hostnameWarnings(name: string, used: string): string[] {
  const problems = isDNS1123Label(name);
  const text = `metadata.name: this is used in ${used}, which can result in surprising behavior; a DNS label is recommended`;
  return problems.length === 0 ? [] : [`${text}: [${problems.join(' ')}]`];
}

/** Old labels in the terms of a node selector. */
export function termWarnings(terms: readonly NodeSelectorTerm[], at: string): string[] {
  return terms.flatMap(({ matchExpressions = [] }, index) =>
    matchExpressions.flatMap(({ key }, place) =>
      OLD_LABELS[key] ? [`${at}[${index}].matchExpressions[${place}].key: ${key} is ${OLD_LABELS[key]}`] : [],
    ),
  );
}

/** What a claim asks for comes in whole bytes. */
export function claimWarnings({ resources }: PersistentVolumeClaimSpec, at: string): string[] {
  return (['requests', 'limits'] as const).flatMap((list) =>
    fractional(resources?.[list]?.['storage'], `${at}.resources.${list}[storage]`),
  );
}

function fractional(amount: string | number | undefined, at: string): string[] {
  if (amount === undefined) return [];
  const quantity = parseQuantity(amount);
  return quantity.nano % 1_000_000_000n === 0n
    ? []
    : [`${at}: fractional byte value "${formatQuantity(quantity)}" is invalid, must be an integer`];
}

function specWarnings(spec: PodSpec, annotations: Readonly<Record<string, string>> = {}, before: string): string[] {
  const at = `${before}spec`;
  const { nodeAffinity, podAffinity, podAntiAffinity } = spec.affinity ?? {};
  const required = 'requiredDuringSchedulingIgnoredDuringExecution';
  const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';
  const containers = namedContainers(spec, at);
  const warnings = Object.keys(spec.nodeSelector ?? {}).flatMap((key) =>
    OLD_LABELS[key] ? [`${at}.nodeSelector[${key}]: ${OLD_LABELS[key]}`] : [],
  );
  warnings.push(
    ...termWarnings(nodeAffinity?.[required]?.nodeSelectorTerms ?? [], `${at}.affinity.nodeAffinity.${required}.nodeSelectorTerms`),
  );
  (nodeAffinity?.[preferred] ?? []).forEach(({ preference }, index) => {
    const own = `${at}.affinity.nodeAffinity.${preferred}[${index}].preference`;
    warnings.push(...termWarnings([preference], own).map((text) => text.replace(`${own}[0]`, own)));
  });
  (spec.topologySpreadConstraints ?? []).forEach(({ topologyKey, labelSelector }, index) => {
    const own = `${at}.topologySpreadConstraints[${index}]`;
    if (OLD_LABELS[topologyKey]) warnings.push(`${own}.topologyKey: ${topologyKey} is ${OLD_LABELS[topologyKey]}`);
    if (!labelSelector) warnings.push(`${own}.labelSelector: a null labelSelector results in matching no pod`);
  });
  for (const [key, text] of Object.entries(OLD_ANNOTATIONS))
    if (key in annotations) warnings.push(`${before}metadata.annotations[${key}]: ${text}`);
  (spec.volumes ?? []).forEach((volume, index) => {
    for (const [type, text] of Object.entries(OLD_VOLUMES))
      if (type in volume) warnings.push(`${at}.volumes[${index}].${type === 'storageos' ? 'storageOS' : type}: ${text}`);
    const claim = volume.ephemeral?.volumeClaimTemplate?.spec;
    if (claim) warnings.push(...claimWarnings(claim, `${at}.volumes[${index}].ephemeral.volumeClaimTemplate.spec`));
  });
  warnings.push(...repeated(spec.hostAliases ?? [], ({ ip }) => ip, `${at}.hostAliases`, 'ip'));
  warnings.push(...repeated(spec.imagePullSecrets ?? [], ({ name = '' }) => name, `${at}.imagePullSecrets`, 'name'));
  (spec.imagePullSecrets ?? []).forEach(({ name }, index) => {
    if (!name) warnings.push(`${at}.imagePullSecrets[${index}].name: invalid empty name ""`);
  });
  for (const name of ['memory', 'ephemeral-storage']) warnings.push(...fractional(spec.overhead?.[name], `${at}.overhead[${name}]`));
  const seccomp = 'seccomp.security.alpha.kubernetes.io/pod';
  if (seccomp in annotations && !spec.securityContext?.seccompProfile)
    warnings.push(`${before}metadata.annotations[${seccomp}]: non-functional in v1.27+; use the "seccompProfile" field instead`);
  const armoured = spec.securityContext?.appArmorProfile !== undefined;
  for (const [container, path] of containers)
    warnings.push(
      ...annotationWarnings(container, annotations, before, armoured).map(([key, why]) => `${before}metadata.annotations[${key}]: ${why}`),
      ...containerWarnings(container, path),
    );
  warnings.push(...portWarnings(containers));
  if ((spec.terminationGracePeriodSeconds ?? 0) < 0)
    warnings.push(`${at}.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated as 1`);
  for (const [name, affinity] of Object.entries({ podAffinity, podAntiAffinity })) {
    warnings.push(...nullSelectors(affinity?.[required] ?? [], (index) => `${at}.affinity.${name}.${required}[${index}]`));
    const terms = (affinity?.[preferred] ?? []).map(({ podAffinityTerm }) => podAffinityTerm);
    warnings.push(...nullSelectors(terms, (index) => `${at}.affinity.${name}.${preferred}[${index}].podAffinityTerm`));
  }
  return warnings;
}

function namedContainers({ initContainers, containers, ephemeralContainers }: PodSpec, at: string): (readonly [Container, string])[] {
  return Object.entries({ initContainers, containers, ephemeralContainers }).flatMap(([list, of]) =>
    ((of ?? []) as readonly Container[]).map((container, index) => [container, `${at}.${list}[${index}]`] as const),
  );
}

function nullSelectors(terms: readonly PodAffinityTerm[], at: (index: number) => string): string[] {
  return terms.flatMap(({ labelSelector }, index) =>
    labelSelector ? [] : [`${at(index)}.labelSelector: a null labelSelector results in matching no pod`],
  );
}

function repeated<T>(items: readonly T[], of: (item: T) => string, at: string, field: string): string[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const value = of(item);
    const warning = seen.has(value) ? [`${at}[${index}].${field}: duplicate ${field} ${JSON.stringify(value)}`] : [];
    seen.add(value);
    return warning;
  });
}

/** Annotations of the Pod about a container that fields say now. Those of Pods themselves for AppArmor still count. */
function annotationWarnings(
  { name, securityContext }: Container,
  annotations: Readonly<Record<string, string>>,
  template: string,
  armoured: boolean,
): (readonly [key: string, why: string])[] {
  const seccomp = `container.seccomp.security.alpha.kubernetes.io/${name}`;
  const armour = `container.apparmor.security.beta.kubernetes.io/${name}`;
  const old: (readonly [string, string])[] = [];
  if (seccomp in annotations && !securityContext?.seccompProfile)
    old.push([seccomp, 'non-functional in v1.27+; use the "seccompProfile" field instead']);
  if (armour in annotations && template !== '' && !armoured && !securityContext?.appArmorProfile)
    old.push([armour, 'deprecated since v1.30; use the "appArmorProfile" field instead']);
  return old;
}

function containerWarnings({ env = [], resources }: Container, at: string): string[] {
  const warnings: string[] = [];
  for (const name of ['memory', 'ephemeral-storage'])
    for (const list of ['limits', 'requests'] as const)
      warnings.push(...fractional(resources?.[list]?.[name], `${at}.resources.${list}[${name}]`));
  const seen = new Set<string>();
  env.forEach(({ name, value = '', valueFrom }, index) => {
    const reference = `$(${name})`;
    // X="$(X)123" builds on what X was before.
    const hides = valueFrom !== undefined || value === reference || !value.includes(reference);
    if (seen.has(name) && hides)
      warnings.push(`${at}.env[${index}]: hides previous definition of "${name}", which may be dropped when using apply`);
    seen.add(name);
  });
  return warnings;
}

function portWarnings(containers: readonly (readonly [Container, string])[]): string[] {
  const warnings: string[] = [];
  const known = new Map<string, { readonly at: string; readonly port: ContainerPort }[]>();
  for (const [{ ports = [] }, path] of containers) {
    ports.forEach((port, index) => {
      const at = `${path}.ports[${index}]`;
      const { name = '', hostPort = 0, containerPort, protocol = 'TCP', hostIP = '' } = port;
      if (hostIP !== '' && hostPort === 0)
        warnings.push(
          `${at}: hostIP set without hostPort: {Name:${name} HostPort:0 ContainerPort:${containerPort} Protocol:${protocol} HostIP:${hostIP}}`,
        );
      const key = `${containerPort}/${protocol}`;
      const others = known.get(key) ?? [];
      for (const other of others) {
        const how = clash(port, other.port);
        if (how) warnings.push(`${at}: ${how} port definition with ${other.at}`);
      }
      known.set(key, [...others, { at, port }]);
    });
  }
  return warnings;
}

function clash(a: ContainerPort, b: ContainerPort): string | undefined {
  const [ipA, ipB, hostA, hostB] = [a.hostIP ?? '', b.hostIP ?? '', a.hostPort ?? 0, b.hostPort ?? 0];
  if (ipA === ipB && hostA === hostB) return 'duplicate';
  if (hostA === 0 || hostB === 0) return 'overlapping';
  return hostA === hostB && (ipA === '') !== (ipB === '') ? 'dangerously ambiguous' : undefined;
}
