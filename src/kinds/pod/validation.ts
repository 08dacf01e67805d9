/** Rules for Pods and Pod templates, in the real words and order (source: pkg/apis/core/validation). */

import { equal } from '../../api/equal.ts';
import { duplicate, type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import { goQuote, goStructText, Verbatim } from '../../api/go-json.ts';
import type { Rules } from '../../api/kind.ts';
import { validateAnnotations, validateLabels } from '../../api/metadata-validation.ts';
import {
  isDNS1123Label,
  isDNS1123Subdomain,
  isDNS1123SubdomainWithUnderscore,
  isIP,
  isLabelValue,
  isQualifiedName,
} from '../../api/values/names.ts';
import type { Pod } from '../objects.ts';
import type { Container, NodeSelectorTerm, PodResourceClaim, PodSpec, PodTemplateSpec, Toleration } from '../types.gen.ts';
import { validateContainers, validateEphemeralContainers, validateInitContainers, validatePadding } from './containers.ts';
import { goStruct } from './go-struct.ts';
import { MIRROR } from './mirror.ts';
import { validatePart } from './part-rules.ts';
import { validateDescending } from './paths.ts';
import { validateAffinity, validateGates, validatePodSecurity, validateSpread } from './placement.ts';
import { validatePodResources, validateResources } from './resources.ts';
import { podSpecDiff } from './spec-diff.ts';
import { validatePodStatus } from './status-validation.ts';
import { validateVolumes } from './volumes.ts';
import { podWarnings } from './warnings.ts';

const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const DNS_POLICIES = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
const PREEMPTION = ['PreemptLowerPriority', 'Never'];
const MAX_SEARCHES = 32;
const MAX_SEARCH_LIST = 2048;
const MAX_INT32 = 2 ** 31 - 1;
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
const APPARMOR = 'container.apparmor.security.beta.kubernetes.io/';
/** What is shared with the node, as the server calls the fields where that cannot be. */
const HOST_NAMESPACES = [
  ['hostNetwork', 'hostNetwork'],
  ['hostPID', 'HostPID'],
  ['hostIPC', 'HostIPC'],
] as const;
/** In the order in which they are looked at; these are the spec's own fields, not those of its security context. */
const OUTSIDE_CONTEXT = ['hostUsers', 'hostPID', 'hostIPC', 'shareProcessNamespace'];
const NOT_ON_WINDOWS = (
  'appArmorProfile seLinuxOptions hostUsers hostPID hostIPC seccompProfile fsGroup fsGroupChangePolicy sysctls shareProcessNamespace ' +
  'runAsUser runAsGroup supplementalGroups supplementalGroupsPolicy seLinuxChangePolicy'
).split(' ');
const NOT_IN_WINDOWS = (
  'appArmorProfile seLinuxOptions seccompProfile capabilities readOnlyRootFilesystem privileged allowPrivilegeEscalation procMount ' +
  'runAsUser runAsGroup'
).split(' ');
const MUTABLE =
  'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)';

/** A new Pod. */
export function validatePod(pod: Pod): FieldError[] {
  const errors = validateWhole(pod);
  if (pod.spec.ephemeralContainers?.length) errors.push(forbidden('spec.ephemeralContainers', 'cannot be set on create'));
  if (pod.spec.nodeName && pod.spec.schedulingGates?.length)
    errors.push(forbidden('spec.nodeName', 'cannot be set until all schedulingGates have been cleared'));
  return errors;
}

/** What is asked of a Pod, new or changed, and in part not of a template. */
function validateWhole({ metadata, spec }: Pod): FieldError[] {
  const errors = [
    ...validatePodAnnotations(metadata.annotations, spec, 'metadata.annotations'),
    ...validatePodSpec(spec, 'spec', { pod: metadata.name }),
  ];
  for (const list of ['containers', 'initContainers'] as const)
    (spec[list] ?? []).forEach(({ image = '' }, index) => {
      errors.push(...validatePadding(image, `spec.${list}[${index}]`));
    });
  return errors;
}

export function validatePodTemplate(template: PodTemplateSpec, at: string): FieldError[] {
  const { metadata, spec = { containers: [] } } = template;
  return [
    ...validateLabels(metadata?.labels, `${at}.labels`),
    ...validateAnnotations(metadata?.annotations, `${at}.annotations`),
    ...validatePodAnnotations(metadata?.annotations, spec, `${at}.annotations`),
    ...validatePodSpec(spec, `${at}.spec`),
    ...((spec.ephemeralContainers?.length ?? 0) > 0
      ? [forbidden(`${at}.spec.ephemeralContainers`, 'ephemeral containers not allowed in pod template')]
      : []),
  ];
}

type Annotations = Readonly<Record<string, string>>;

/** Annotations that say something of Pods. */
export function validatePodAnnotations(annotations: Annotations = {}, spec: PodSpec, at: string): FieldError[] {
  const errors: FieldError[] = [];
  const mirror = annotations[MIRROR];
  if (mirror !== undefined && !spec.nodeName)
    errors.push(invalid(`${at}[${MIRROR}]`, mirror, 'must set spec.nodeName if mirror pod annotation is set'));
  const cost = annotations[DELETION_COST];
  if (cost !== undefined && !isInt32(cost)) errors.push(invalid(`${at}[${DELETION_COST}]`, cost, 'must be a 32bit integer'));
  for (const key of Object.keys(annotations).sort())
    if (key === SECCOMP_POD || key.startsWith(SECCOMP_CONTAINER))
      errors.push(...validateSeccompName(annotations[key] ?? '', `${at}.${key}`));
  const names = [...(spec.initContainers ?? []), ...(spec.containers ?? []), ...(spec.ephemeralContainers ?? [])].map(({ name }) => name);
  for (const key of Object.keys(annotations).sort()) {
    if (!key.startsWith(APPARMOR)) continue;
    const name = key.slice(APPARMOR.length);
    const profile = annotations[key] ?? '';
    if (!names.includes(name)) errors.push(invalid(`${at}[${key}]`, name, 'container not found'));
    if (!/^($|runtime\/default$|unconfined$|localhost\/)/.test(profile))
      errors.push(invalid(`${at}[${key}]`, profile, `invalid AppArmor profile name: ${goQuote(profile)}`));
  }
  return errors;
}

/** As the server's parser takes it: no plus sign, no zeros in front. */
function isInt32(text: string): boolean {
  return /^(0|-?[1-9]\d*)$/.test(text) && Number(text) >= -MAX_INT32 - 1 && Number(text) <= MAX_INT32;
}

function validateSeccompName(profile: string, at: string): FieldError[] {
  if (['runtime/default', 'docker/default', 'unconfined'].includes(profile)) return [];
  if (profile.startsWith('localhost/')) return validateDescending(profile.slice('localhost/'.length), at);
  return [invalid(at, profile, 'must be a valid seccomp profile')];
}

/** In the order of the real ValidatePodSpec. */
export function validatePodSpec(spec: PodSpec, at: string, { pod }: { readonly pod?: string } = {}): FieldError[] {
  const { errors: volumeErrors, valid: volumes } = validateVolumes(spec.volumes ?? [], `${at}.volumes`, pod);
  const errors = [
    ...volumeErrors,
    ...validateClaims(spec.resourceClaims ?? [], `${at}.resourceClaims`),
    ...validateContainers(spec, volumes, `${at}.containers`),
    ...validateInitContainers(spec, volumes, `${at}.initContainers`),
    ...validateEphemeralContainers(spec, volumes, `${at}.ephemeralContainers`),
    ...validatePodResources(spec, `${at}.resources`),
    ...(spec.hostNetwork ? validateHostNetworkPorts(spec, `${at}.containers`, pod !== undefined) : []),
  ];
  if (!RESTART_POLICIES.includes(spec.restartPolicy ?? ''))
    errors.push(notSupported(`${at}.restartPolicy`, spec.restartPolicy, RESTART_POLICIES));
  if (!DNS_POLICIES.includes(spec.dnsPolicy ?? '')) errors.push(notSupported(`${at}.dnsPolicy`, spec.dnsPolicy, DNS_POLICIES));
  errors.push(
    ...validateLabels(spec.nodeSelector, `${at}.nodeSelector`),
    ...validatePodSecurity(spec, `${at}.securityContext`),
    ...(spec.affinity ? validateAffinity(spec.affinity, `${at}.affinity`) : []),
    ...validateDNSConfig(spec, `${at}.dnsConfig`),
    ...validateGates(spec, at),
    ...validateSpread(spec.topologySpreadConstraints ?? [], `${at}.topologySpreadConstraints`),
  );
  if (spec.hostUsers === false)
    for (const [shared, field] of HOST_NAMESPACES)
      if (spec[shared]) errors.push(forbidden(`${at}.${field}`, 'when `pod.Spec.HostUsers` is false'));
  const name = (field: 'serviceAccountName' | 'nodeName' | 'priorityClassName'): void => {
    const value = spec[field];
    if (value) for (const why of isDNS1123Subdomain(value)) errors.push(invalid(`${at}.${field}`, value, why));
  };
  name('serviceAccountName');
  name('nodeName');
  const { activeDeadlineSeconds: deadline, preemptionPolicy } = spec;
  if (deadline !== undefined && (deadline < 1 || deadline > MAX_INT32))
    errors.push(invalid(`${at}.activeDeadlineSeconds`, deadline, `must be between 1 and ${MAX_INT32}, inclusive`));
  for (const field of ['hostname', 'subdomain'] as const) {
    const value = spec[field];
    if (value) for (const why of isDNS1123Label(value)) errors.push(invalid(`${at}.${field}`, value, why));
  }
  errors.push(...(spec.tolerations ?? []).flatMap((toleration, index) => validateToleration(toleration, `${at}.tolerations[${index}]`)));
  (spec.hostAliases ?? []).forEach(({ ip, hostnames }, index) => {
    const one = `${at}.hostAliases[${index}]`;
    errors.push(...isIP(ip).map((why) => invalid(`${one}.ip`, ip, why)));
    (hostnames ?? []).forEach((host, place) => {
      errors.push(...isDNS1123Subdomain(host).map((why) => invalid(`${one}.hostnames[${place}]`, host, why)));
    });
  });
  name('priorityClassName');
  const { runtimeClassName } = spec;
  if (runtimeClassName !== undefined)
    errors.push(...isDNS1123Subdomain(runtimeClassName).map((why) => invalid(`${at}.runtimeClassName`, runtimeClassName, why)));
  if (preemptionPolicy === '') errors.push(required(`${at}.preemptionPolicy`));
  else if (preemptionPolicy !== undefined && !PREEMPTION.includes(preemptionPolicy))
    errors.push(notSupported(`${at}.preemptionPolicy`, preemptionPolicy, PREEMPTION));
  if (spec.overhead) errors.push(...validateResources({ limits: spec.overhead }, `${at}.overhead`));
  return spec.os ? [...errors, ...validateOS(spec, spec.os.name ?? '', at)] : errors;
}

/** Claims for devices: each has a name of its own, and is either there already or made from a template. */
function validateClaims(claims: readonly PodResourceClaim[], at: string): FieldError[] {
  const errors: FieldError[] = [];
  const names = new Set<string>();
  claims.forEach((claim, index) => {
    const { name, resourceClaimName: existing, resourceClaimTemplateName: template } = claim;
    const one = `${at}[${index}]`;
    if (!name) errors.push(required(`${one}.name`));
    else if (names.has(name)) errors.push(duplicate(`${one}.name`, name));
    else errors.push(...isDNS1123Label(name).map((why) => invalid(`${one}.name`, name, why)));
    names.add(name);
    const shown = goStructText({ Name: name, ResourceClaimName: existing, ResourceClaimTemplateName: template });
    if (existing !== undefined && template !== undefined)
      errors.push(invalid(one, shown, 'at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified'));
    if (existing === undefined && template === undefined)
      errors.push(invalid(one, shown, 'must specify one of: `resourceClaimName`, `resourceClaimTemplateName`'));
    for (const [field, value] of Object.entries({ resourceClaimName: existing, resourceClaimTemplateName: template }))
      if (value !== undefined) errors.push(...isDNS1123Subdomain(value).map((why) => invalid(`${one}.${field}`, value, why)));
  });
  return errors;
}

/** What a Pod for one system may not say of another. */
function validateOS(spec: PodSpec, name: string, at: string): FieldError[] {
  if (name === '') return [required(`${at}.os.name`, 'cannot be empty')];
  if (name !== 'linux' && name !== 'windows') return [notSupported(`${at}.os`, name, ['linux', 'windows'])];
  const words = name === 'linux' ? 'windows options cannot be set for a linux pod' : 'cannot be set for a windows pod';
  const errors: FieldError[] = [];
  const refuse = (fields: readonly string[], of: object | undefined, place: string): void => {
    for (const field of fields) {
      const value = (of as Readonly<Record<string, unknown>> | undefined)?.[field];
      const outside = OUTSIDE_CONTEXT.includes(field);
      const set = field === 'hostPID' || field === 'hostIPC' ? value === true : value !== undefined && value !== null;
      if (set) errors.push(forbidden(outside ? `${at}.${field}` : `${place}.${field}`, words));
    }
  };
  refuse(
    name === 'linux' ? ['windowsOptions'] : NOT_ON_WINDOWS,
    { ...spec.securityContext, ...pick(spec, OUTSIDE_CONTEXT) },
    `${at}.securityContext`,
  );
  for (const list of ['initContainers', 'containers', 'ephemeralContainers'] as const)
    ((spec[list] ?? []) as readonly Container[]).forEach(({ securityContext }, index) => {
      refuse(name === 'linux' ? ['windowsOptions'] : NOT_IN_WINDOWS, securityContext, `${at}.${list}[${index}].securityContext`);
    });
  return errors;
}

function pick(spec: PodSpec, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(spec).filter(([name]) => names.includes(name)));
}

/** On the node's own network a container listens on the node's port. A template may leave it out: the Pod gets it by default. */
function validateHostNetworkPorts({ containers }: PodSpec, at: string, isPod: boolean): FieldError[] {
  return (containers ?? []).flatMap(({ ports = [] }, index) =>
    ports.flatMap(({ hostPort = 0, containerPort }, port) =>
      hostPort === containerPort || (hostPort === 0 && !isPod)
        ? []
        : [invalid(`${at}[${index}].ports[${port}].hostPort`, hostPort, 'must match `containerPort` when `hostNetwork` is true')],
    ),
  );
}

function validateDNSConfig({ dnsPolicy, dnsConfig }: PodSpec, at: string): FieldError[] {
  if (dnsPolicy === 'None') {
    if (!dnsConfig) return [required(at, 'must provide `dnsConfig` when `dnsPolicy` is None')];
    if (!dnsConfig.nameservers?.length)
      return [required(`${at}.nameservers`, 'must provide at least one DNS nameserver when `dnsPolicy` is None')];
  }
  const servers = dnsConfig?.nameservers ?? [];
  const errors: FieldError[] = [];
  if (servers.length > 3) errors.push(invalid(`${at}.nameservers`, servers, 'must not have more than 3 nameservers'));
  errors.push(...servers.flatMap((ip, index) => isIP(ip).map((why) => invalid(`${at}.nameservers[${index}]`, ip, why))));
  const searches = dnsConfig?.searches ?? [];
  if (searches.length > MAX_SEARCHES)
    errors.push(invalid(`${at}.searches`, searches, `must not have more than ${MAX_SEARCHES} search paths`));
  if (searches.join(' ').length > MAX_SEARCH_LIST)
    errors.push(
      invalid(`${at}.searches`, searches, `must not have more than ${MAX_SEARCH_LIST} characters (including spaces) in the search list`),
    );
  searches.forEach((search, index) => {
    if (search === '.') return;
    const domain = search.replace(/\.$/, '');
    errors.push(...isDNS1123SubdomainWithUnderscore(domain).map((why) => invalid(`${at}.searches[${index}]`, domain, why)));
  });
  (dnsConfig?.options ?? []).forEach(({ name }, index) => {
    if (!name) errors.push(required(`${at}.options[${index}]`, 'must not be empty'));
  });
  return errors;
}

function validateToleration(toleration: Toleration, at: string): FieldError[] {
  const { key = '', operator = '', value = '', effect = '', tolerationSeconds } = toleration;
  const errors: FieldError[] = [];
  if (key) errors.push(...isQualifiedName(key).map((why) => invalid(`${at}.key`, key, why)));
  if (!key && operator !== 'Exists')
    errors.push(
      invalid(`${at}.operator`, operator, 'operator must be Exists when `key` is empty, which means "match all values and all keys"'),
    );
  if (tolerationSeconds !== undefined && effect !== 'NoExecute')
    errors.push(invalid(`${at}.effect`, effect, "effect must be 'NoExecute' when `tolerationSeconds` is set"));
  if (operator === 'Exists' && value) errors.push(invalid(`${at}.operator`, value, "value must be empty when `operator` is 'Exists'"));
  const wrong = operator === 'Equal' || operator === '' ? isLabelValue(value) : [];
  if (wrong.length > 0) errors.push(invalid(`${at}.operator`, value, wrong.join(';')));
  if (operator && operator !== 'Equal' && operator !== 'Exists') errors.push(notSupported(`${at}.operator`, operator, ['Equal', 'Exists']));
  if (effect && !EFFECTS.includes(effect)) errors.push(notSupported(`${at}.effect`, effect, EFFECTS));
  return errors;
}

/** What may change in a Pod: images, a deadline, further tolerations. Everything else is Forbidden. */
export function validatePodUpdate(pod: Pod, old: Pod, { subresource }: { readonly subresource?: string } = {}): FieldError[] {
  const errors = validateWhole(pod);
  const part = validatePart(pod, old, subresource);
  if (part) return part.some(({ field }) => field === '') ? part : [...errors, ...part];
  errors.push(...validateAnnotationUpdate(pod.metadata.annotations, old.metadata.annotations));
  const { spec } = pod;
  for (const list of ['containers', 'initContainers'] as const) {
    if ((spec[list]?.length ?? 0) !== (old.spec[list]?.length ?? 0))
      return [...errors, forbidden(`spec.${list}`, 'pod updates may not add or remove containers')];
  }
  const deadline = validateDeadline(spec.activeDeadlineSeconds, old.spec.activeDeadlineSeconds);
  errors.push(...deadline);
  if (deadline.length > 0 && spec.activeDeadlineSeconds !== undefined) return errors;
  errors.push(...validateTolerationUpdate(spec.tolerations ?? [], old.spec.tolerations ?? []));
  (spec.schedulingGates ?? []).forEach(({ name }, index) => {
    if (!old.spec.schedulingGates?.some((one) => one.name === name))
      errors.push(forbidden(`spec.schedulingGates[${index}].name`, `only deletion is allowed, but found new scheduling gate '${name}'`));
  });
  if (equal(spec, old.spec)) return errors;
  const gated = (old.spec.schedulingGates?.length ?? 0) > 0;
  if (gated) errors.push(...validateNarrowed(spec, old.spec));
  const frozen = frozenPart(spec, old.spec, gated);
  if (!equal(frozen, old.spec)) errors.push(forbidden('spec', `${MUTABLE}\n${podSpecDiff(old.spec, frozen)}`));
  return errors;
}

/** Annotations that are about a Pod's containers stay as they are. */
function validateAnnotationUpdate(now: Annotations = {}, before: Annotations = {}): FieldError[] {
  const errors: FieldError[] = [];
  for (const key of new Set([...Object.keys(before).sort(), ...Object.keys(now).sort()])) {
    if (now[key] === before[key]) continue;
    const how = key in before ? 'remove or update' : 'add';
    const at = `metadata.annotations[${key}]`;
    if (key.startsWith(APPARMOR)) errors.push(forbidden(at, `may not ${how} AppArmor annotations`));
    if (key === MIRROR) errors.push(forbidden(at, `may not ${how} mirror pod annotation`));
  }
  return errors;
}

/** A deadline may be set, and come nearer. */
function validateDeadline(now: number | undefined, before: number | undefined): FieldError[] {
  const at = 'spec.activeDeadlineSeconds';
  if (now === undefined) return before === undefined ? [] : [invalid(at, null, 'must not update from a positive integer to nil value')];
  if (now < 0 || now > MAX_INT32) return [invalid(at, now, `must be between 0 and ${MAX_INT32}, inclusive`)];
  return before !== undefined && before < now ? [invalid(at, now, 'must be less than or equal to previous value')] : [];
}

/** Further tolerations may be added, and those that are there last longer or shorter. */
function validateTolerationUpdate(now: readonly Toleration[], before: readonly Toleration[]): FieldError[] {
  const timeless = ({ tolerationSeconds: _, ...toleration }: Toleration): Toleration => toleration;
  const kept = before.every((one) => now.some((other) => equal(timeless(one), timeless(other))));
  if (!kept) return [forbidden('spec.tolerations', 'existing toleration can not be modified except its tolerationSeconds')];
  return now.flatMap((toleration, index) => validateToleration(toleration, `spec.tolerations[${index}]`));
}

/** A Pod that is held back may still be told where to go, more narrowly than before. */
function validateNarrowed(spec: PodSpec, old: PodSpec): FieldError[] {
  const errors: FieldError[] = [];
  if (Object.entries(old.nodeSelector ?? {}).some(([key, value]) => spec.nodeSelector?.[key] !== value))
    errors.push(
      invalid(
        'spec.nodeSelector',
        spec.nodeSelector ?? null,
        'only additions to spec.nodeSelector are allowed (no mutations or deletions)',
      ),
    );
  const terms = ({ affinity }: PodSpec): readonly NodeSelectorTerm[] =>
    affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  const [now, before] = [terms(spec), terms(old)];
  if (before.length === 0) return errors;
  const at = 'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms';
  const shown = (term: NodeSelectorTerm): Verbatim => new Verbatim(JSON.stringify(goStruct('NodeSelectorTerm', term)));
  if (now.length !== before.length) {
    const all = now.length === 0 ? null : new Verbatim(`[${now.map((term) => shown(term).text).join(',')}]`);
    return [...errors, invalid(at, all, 'no additions/deletions to non-empty NodeSelectorTerms list are allowed')];
  }
  now.forEach((term, index) => {
    const was = before[index] as NodeSelectorTerm;
    if (!onlyAdds(term, was))
      errors.push(invalid(`${at}[${index}]`, shown(term), 'only additions are allowed (no mutations or deletions)'));
  });
  return errors;
}

function onlyAdds(now: NodeSelectorTerm, before: NodeSelectorTerm): boolean {
  const lists = ['matchExpressions', 'matchFields'] as const;
  if (lists.every((list) => !before[list]?.length)) return lists.every((list) => !now[list]?.length);
  return lists.every((list) => equal((now[list] ?? []).slice(0, before[list]?.length ?? 0), before[list] ?? []));
}

/** The new spec with what may change as it was before. */
function frozenPart(spec: PodSpec, old: PodSpec, gated: boolean): PodSpec {
  const restored = (now: readonly Container[], before: readonly Container[] | undefined): Container[] =>
    now.map((container, index) => ({ ...container, image: before?.[index]?.image ?? '' }));
  const { activeDeadlineSeconds: _d, terminationGracePeriodSeconds: _g, schedulingGates: _s, tolerations: _t, ...others } = spec;
  const { nodeSelector: _n, affinity: _a, ...elsewhere } = others;
  const rest = gated ? elsewhere : others;
  const { nodeAffinity: _na, ...otherAffinity } = spec.affinity ?? {};
  const affinity = { ...otherAffinity, ...(old.affinity?.nodeAffinity && { nodeAffinity: old.affinity.nodeAffinity }) };
  const grace =
    (old.terminationGracePeriodSeconds ?? 0) < 0 && spec.terminationGracePeriodSeconds === 1
      ? old.terminationGracePeriodSeconds
      : spec.terminationGracePeriodSeconds;
  return {
    ...rest,
    ...(old.schedulingGates && { schedulingGates: old.schedulingGates }),
    ...(gated && old.nodeSelector && { nodeSelector: old.nodeSelector }),
    ...(gated && (old.affinity || Object.keys(affinity).length > 0) && { affinity }),
    containers: restored(spec.containers ?? [], old.containers),
    ...(spec.initContainers && { initContainers: restored(spec.initContainers, old.initContainers) }),
    ...(old.activeDeadlineSeconds !== undefined && { activeDeadlineSeconds: old.activeDeadlineSeconds }),
    ...(grace !== undefined && { terminationGracePeriodSeconds: grace }),
    ...(old.tolerations && { tolerations: old.tolerations }),
  };
}

export const podRules: Rules<Pod> = {
  warnings: podWarnings,
  validate: validatePod,
  validateUpdate: validatePodUpdate,
  validateStatus: validatePodStatus,
};
