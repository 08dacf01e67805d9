/** Rules for Pods and Pod templates, in the real words and order (source: pkg/apis/core/validation). */

import { equal } from '../../api/equal.ts';
import { type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { validateAnnotations, validateLabels } from '../../api/metadata-validation.ts';
import {
  isDNS1123Label,
  isDNS1123Subdomain,
  isDNS1123SubdomainWithUnderscore,
  isIP,
  isLabelKey,
  isLabelValue,
} from '../../api/values/names.ts';
import type { Pod } from '../objects.ts';
import type { Container, PodSpec, PodTemplateSpec, Toleration } from '../types.gen.ts';
import { validateContainers, validateInitContainers } from './containers.ts';
import { validateAffinity, validateGates, validatePodSecurity, validateSpread } from './placement.ts';
import { podSpecDiff } from './spec-diff.ts';
import { validatePart } from './subresources.ts';
import { validateVolumes } from './volumes.ts';
import { podWarnings } from './warnings.ts';

const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const DNS_POLICIES = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
const PREEMPTION = ['PreemptLowerPriority', 'Never'];
const MAX_SEARCHES = 32;
const MAX_SEARCH_LIST = 2048;
const PADDED = 'must not have leading or trailing whitespace';
const MAX_INT32 = 2 ** 31 - 1;
const MUTABLE =
  'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)';

/** What is asked of a Pod and not of a template: a new one, or one that is changed. */
export function validatePod(pod: Pod): FieldError[] {
  const errors = validatePodSpec(pod.spec, 'spec', { isPod: true });
  for (const list of ['containers', 'initContainers'] as const)
    (pod.spec[list] ?? []).forEach(({ image = '' }, index) => {
      if (image.trim() !== image) errors.push(invalid(`spec.${list}[${index}].image`, image, PADDED));
    });
  if (pod.spec.ephemeralContainers?.length) errors.push(forbidden('spec.ephemeralContainers', 'cannot be set on create'));
  if (pod.spec.nodeName && pod.spec.schedulingGates?.length)
    errors.push(forbidden('spec.nodeName', 'cannot be set until all schedulingGates have been cleared'));
  return errors;
}

export function validatePodTemplate(template: PodTemplateSpec, at: string): FieldError[] {
  const { metadata, spec } = template;
  return [
    ...validateLabels(metadata?.labels, `${at}.labels`),
    ...validateAnnotations(metadata?.annotations, `${at}.annotations`),
    ...validatePodSpec(spec ?? { containers: [] }, `${at}.spec`),
    ...((spec?.ephemeralContainers?.length ?? 0) > 0
      ? [forbidden(`${at}.spec.ephemeralContainers`, 'ephemeral containers not allowed in pod template')]
      : []),
  ];
}

/** In the order of the real ValidatePodSpec. */
export function validatePodSpec(spec: PodSpec, at: string, { isPod = false } = {}): FieldError[] {
  const { errors: volumeErrors, valid: volumes } = validateVolumes(spec.volumes ?? [], `${at}.volumes`);
  const errors = [
    ...volumeErrors,
    ...validateContainers(spec, volumes, `${at}.containers`),
    ...validateInitContainers(spec, volumes, `${at}.initContainers`),
    ...(spec.hostNetwork ? validateHostNetworkPorts(spec, `${at}.containers`, isPod) : []),
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
  const name = (field: 'serviceAccountName' | 'nodeName' | 'priorityClassName' | 'runtimeClassName'): void => {
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
  name('runtimeClassName');
  if (preemptionPolicy !== undefined && !PREEMPTION.includes(preemptionPolicy))
    errors.push(notSupported(`${at}.preemptionPolicy`, preemptionPolicy, PREEMPTION));
  return errors;
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
  if (key) errors.push(...isLabelKey(key).map((why) => invalid(`${at}.key`, key, why)));
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
  const part = validatePart(pod, old, subresource);
  if (part) return part;
  const errors: FieldError[] = [];
  const { spec } = pod;
  for (const list of ['containers', 'initContainers'] as const) {
    const [now, before] = [spec[list] ?? [], old.spec[list] ?? []];
    if (now.length !== before.length) {
      errors.push(forbidden(`spec.${list}`, 'pod updates may not add or remove containers'));
      return errors;
    }
    now.forEach(({ image = '' }, index) => {
      if (image === '') errors.push(required(`spec.${list}[${index}].image`));
      else if (image.trim() !== image) errors.push(invalid(`spec.${list}[${index}].image`, image, PADDED));
    });
  }
  const { activeDeadlineSeconds: deadline } = spec;
  if (deadline !== undefined && (deadline < 0 || deadline > MAX_INT32))
    errors.push(invalid('spec.activeDeadlineSeconds', deadline, `must be between 0 and ${MAX_INT32}, inclusive`));
  else if (deadline !== undefined && old.spec.activeDeadlineSeconds !== undefined && deadline > old.spec.activeDeadlineSeconds) {
    errors.push(invalid('spec.activeDeadlineSeconds', deadline, 'must be less than or equal to previous value'));
  }
  const gates = old.spec.schedulingGates ?? [];
  const added = (spec.schedulingGates ?? []).find(({ name }) => !gates.some((one) => one.name === name));
  if (added) errors.push(forbidden('spec.schedulingGates', `only deletion is allowed, but found new scheduling gate '${added.name}'`));
  const kept = (old.spec.tolerations ?? []).every((one) => spec.tolerations?.some((other) => equal(one, other)));
  const frozen = frozenPart(spec, old.spec, kept);
  if (!equal(frozen, old.spec)) errors.push(forbidden('spec', `${MUTABLE}\n${podSpecDiff(old.spec, frozen)}`));
  return errors;
}

/** The new spec with what may change as it was before. */
function frozenPart(spec: PodSpec, old: PodSpec, tolerationsKept: boolean): PodSpec {
  const restored = (now: readonly Container[], before: readonly Container[] | undefined): Container[] =>
    now.map((container, index) => ({ ...container, image: before?.[index]?.image ?? '' }));
  const { activeDeadlineSeconds: _d, terminationGracePeriodSeconds: _g, schedulingGates: _s, nodeSelector: _n, ...rest } = spec;
  // A Pod that is held back may still be told where to go, more narrowly than before.
  const gated = (old.schedulingGates?.length ?? 0) > 0;
  const narrowed = gated && Object.entries(old.nodeSelector ?? {}).every(([key, value]) => spec.nodeSelector?.[key] === value);
  const nodeSelector = narrowed ? old.nodeSelector : spec.nodeSelector;
  const grace =
    (old.terminationGracePeriodSeconds ?? 0) < 0 && spec.terminationGracePeriodSeconds === 1
      ? old.terminationGracePeriodSeconds
      : spec.terminationGracePeriodSeconds;
  return {
    ...rest,
    ...(old.schedulingGates && { schedulingGates: old.schedulingGates }),
    ...(nodeSelector && { nodeSelector }),
    containers: restored(spec.containers ?? [], old.containers),
    ...(spec.initContainers && { initContainers: restored(spec.initContainers, old.initContainers) }),
    ...(old.activeDeadlineSeconds !== undefined && { activeDeadlineSeconds: old.activeDeadlineSeconds }),
    ...(grace !== undefined && { terminationGracePeriodSeconds: grace }),
    ...(tolerationsKept && old.tolerations && { tolerations: old.tolerations }),
  };
}

export const podRules: Rules<Pod> = {
  warnings: podWarnings,
  validate: validatePod,
  validateUpdate: validatePodUpdate,
};
