/** Rules for what decides on a Pod's node, and for who it runs as (source: pkg/apis/core/validation). */
import { duplicate, type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import { Verbatim } from '../../api/go-json.ts';
import { isDNS1123Label, isDNS1123Subdomain, isLabelValue, isQualifiedName } from '../../api/values/names.ts';
import { validateLabelSelector } from '../selector.ts';
import type {
  Affinity,
  LabelSelector,
  NodeSelector,
  NodeSelectorTerm,
  PodAffinityTerm,
  PodSpec,
  SeccompProfile,
  SecurityContext,
  TopologySpreadConstraint,
} from '../types.gen.ts';
import { goStruct } from './go-struct.ts';
import { validateDescending } from './paths.ts';

const NODE_OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'];
const SCHEDULE = ['DoNotSchedule', 'ScheduleAnyway'];
const PROC_MOUNTS = ['Default', 'Unmasked'];
const PROFILES = ['Localhost', 'RuntimeDefault', 'Unconfined'];
const SYSCTL = /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/;
const MAX_SYSCTL = 253;
const MAX_ID = 2 ** 31 - 1;
const ID_RANGE = `must be between 0 and ${MAX_ID}, inclusive`;

export function validateAffinity({ nodeAffinity, podAffinity, podAntiAffinity }: Affinity, at: string): FieldError[] {
  const errors: FieldError[] = [];
  if (nodeAffinity) {
    const hard = nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution;
    const field = `${at}.nodeAffinity`;
    if (hard) errors.push(...validateNodeSelector(hard, `${field}.requiredDuringSchedulingIgnoredDuringExecution`));
    (nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution ?? []).forEach(({ weight, preference }, index) => {
      const place = `${field}.preferredDuringSchedulingIgnoredDuringExecution[${index}]`;
      errors.push(...validateWeight(weight, `${place}.weight`), ...validateNodeTerm(preference, `${place}.preference`, true));
    });
  }
  for (const [affinity, name] of [
    [podAffinity, 'podAffinity'],
    [podAntiAffinity, 'podAntiAffinity'],
  ] as const) {
    (affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []).forEach((term, index) => {
      errors.push(...validatePodTerm(term, `${at}.${name}.requiredDuringSchedulingIgnoredDuringExecution[${index}]`));
    });
    (affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).forEach(({ weight, podAffinityTerm }, index) => {
      const place = `${at}.${name}.preferredDuringSchedulingIgnoredDuringExecution[${index}]`;
      errors.push(...validateWeight(weight, `${place}.weight`), ...validatePodTerm(podAffinityTerm, `${place}.podAffinityTerm`));
    });
  }
  return errors;
}

/** Also of the nodes that a PersistentVolume can be reached from. */
export function validateNodeSelector({ nodeSelectorTerms: terms }: NodeSelector, at: string): FieldError[] {
  const place = `${at}.nodeSelectorTerms`;
  if (!terms?.length) return [required(place, 'must have at least one node selector term')];
  return terms.flatMap((term, index) => validateNodeTerm(term, `${place}[${index}]`));
}

function validateWeight(weight: number, at: string): FieldError[] {
  return weight >= 1 && weight <= 100 ? [] : [invalid(at, weight, 'must be in the range 1-100')];
}

function validateNodeTerm({ matchExpressions, matchFields }: NodeSelectorTerm, at: string, anyValue = false): FieldError[] {
  const expressions = (matchExpressions ?? []).flatMap(({ key, operator, values = [] }, index) => {
    const one = `${at}.matchExpressions[${index}]`;
    const errors: FieldError[] = [];
    if (!NODE_OPERATORS.includes(operator)) errors.push(invalid(`${one}.operator`, operator, 'not a valid selector operator'));
    else if ((operator === 'In' || operator === 'NotIn') && values.length === 0)
      errors.push(required(`${one}.values`, "must be specified when `operator` is 'In' or 'NotIn'"));
    else if ((operator === 'Exists' || operator === 'DoesNotExist') && values.length > 0)
      errors.push(forbidden(`${one}.values`, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"));
    else if ((operator === 'Gt' || operator === 'Lt') && values.length !== 1)
      errors.push(required(`${one}.values`, "must be specified single value when `operator` is 'Lt' or 'Gt'"));
    errors.push(...isQualifiedName(key).map((why) => invalid(`${one}.key`, key, why)));
    if (!anyValue)
      values.forEach((value, place) => {
        errors.push(...isLabelValue(value).map((why) => invalid(`${one}.values[${place}]`, value, why)));
      });
    return errors;
  });
  const fields = (matchFields ?? []).flatMap(({ key, operator, values = [] }, index) => {
    const one = `${at}.matchFields[${index}]`;
    const errors: FieldError[] = [];
    if (operator !== 'In' && operator !== 'NotIn') errors.push(invalid(`${one}.operator`, operator, 'not a valid selector operator'));
    else if (values.length !== 1)
      errors.push(required(`${one}.values`, "must be only one value when `operator` is 'In' or 'NotIn' for node field selector"));
    if (key !== 'metadata.name') return [...errors, invalid(`${one}.key`, key, 'not a valid field selector key')];
    values.forEach((value, place) => {
      errors.push(...isDNS1123Subdomain(value).map((why) => invalid(`${one}.values[${place}]`, value, why)));
    });
    return errors;
  });
  return [...expressions, ...fields];
}

const NO_SELECTOR = 'must not be specified when labelSelector is not set';

function keysOf(selector: LabelSelector | undefined): ReadonlySet<string> {
  return new Set([...Object.keys(selector?.matchLabels ?? {}), ...(selector?.matchExpressions ?? []).map(({ key }) => key)]);
}

/** Keys whose values of the Pod itself are looked for, or are not. */
function validateMatchKeys({ labelSelector, matchLabelKeys = [], mismatchLabelKeys = [] }: PodAffinityTerm, at: string): FieldError[] {
  const errors: FieldError[] = [];
  for (const [name, keys] of Object.entries({ matchLabelKeys, mismatchLabelKeys })) {
    if (keys.length > 0 && !labelSelector) errors.push(forbidden(`${at}.${name}`, NO_SELECTOR));
    else keys.forEach((key, index) => errors.push(...isQualifiedName(key).map((why) => invalid(`${at}.${name}[${index}]`, key, why))));
  }
  const selected = new Set(Object.keys(labelSelector?.matchLabels ?? {}));
  for (const { key } of labelSelector?.matchExpressions ?? []) {
    const index = matchLabelKeys.lastIndexOf(key);
    if (index >= 0 && selected.has(key)) errors.push(invalid(`${at}[${index}]`, key, 'exists in both matchLabelKeys and labelSelector'));
    selected.add(key);
  }
  matchLabelKeys.forEach((key, index) => {
    if (mismatchLabelKeys.includes(key))
      errors.push(invalid(`${at}.matchLabelKeys[${index}]`, key, 'exists in both matchLabelKeys and mismatchLabelKeys'));
  });
  return errors;
}

function validatePodTerm(term: PodAffinityTerm, at: string): FieldError[] {
  const { labelSelector, namespaces, namespaceSelector, topologyKey } = term;
  const errors = [
    ...(labelSelector ? validateLabelSelector(labelSelector, `${at}.labelSelector`) : []),
    ...(namespaceSelector ? validateLabelSelector(namespaceSelector, `${at}.namespaceSelector`) : []),
    ...(namespaces ?? []).flatMap((name) => isDNS1123Label(name).map((why) => invalid(`${at}.namespace`, name, why))),
    ...validateMatchKeys(term, at),
  ];
  if (!topologyKey) errors.push(required(`${at}.topologyKey`, 'can not be empty'));
  return [...errors, ...isQualifiedName(topologyKey ?? '').map((why) => invalid(`${at}.topologyKey`, topologyKey ?? '', why))];
}

const INCLUSION = ['Honor', 'Ignore'];

export function validateSpread(constraints: readonly TopologySpreadConstraint[], at: string): FieldError[] {
  const errors: FieldError[] = [];
  const pairs = constraints.map(({ topologyKey, whenUnsatisfiable }) => `{${topologyKey}, ${whenUnsatisfiable}}`);
  constraints.forEach((constraint, index) => {
    const { maxSkew, topologyKey, whenUnsatisfiable, minDomains, labelSelector, matchLabelKeys = [] } = constraint;
    const one = `${at}[${index}]`;
    if (maxSkew <= 0) errors.push(invalid(`${one}.maxSkew`, maxSkew, 'must be greater than zero'));
    if (!topologyKey) errors.push(required(`${one}.topologyKey`, 'can not be empty'));
    if (!SCHEDULE.includes(whenUnsatisfiable)) errors.push(notSupported(`${one}.whenUnsatisfiable`, whenUnsatisfiable, SCHEDULE));
    if (pairs.includes(pairs[index] as string, index + 1)) errors.push(duplicate(`${one}.{topologyKey, whenUnsatisfiable}`, pairs[index]));
    if (minDomains !== undefined && minDomains <= 0) errors.push(invalid(`${one}.minDomains`, minDomains, 'must be greater than zero'));
    if (minDomains !== undefined && whenUnsatisfiable !== 'DoNotSchedule')
      errors.push(
        invalid(`${one}.minDomains`, minDomains, `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${whenUnsatisfiable}`),
      );
    for (const name of ['nodeAffinityPolicy', 'nodeTaintsPolicy'] as const) {
      const policy = constraint[name] ?? 'Honor';
      if (!INCLUSION.includes(policy)) errors.push(notSupported(`${one}.${name}`, policy, INCLUSION));
    }
    if (matchLabelKeys.length > 0 && !labelSelector) errors.push(forbidden(`${one}.matchLabelKeys`, NO_SELECTOR));
    const selected = keysOf(labelSelector);
    matchLabelKeys.forEach((key, place) => {
      const field = `${one}.matchLabelKeys[${place}]`;
      errors.push(...isQualifiedName(key).map((why) => invalid(field, key, why)));
      if (selected.has(key)) errors.push(invalid(field, key, 'exists in both matchLabelKeys and labelSelector'));
    });
    errors.push(...validateLabelSelector(labelSelector, `${one}.labelSelector`));
  });
  return errors;
}

function validateId(id: number | undefined, at: string): FieldError[] {
  return id !== undefined && (id < 0 || id > MAX_ID) ? [invalid(at, id, ID_RANGE)] : [];
}

/** A Pod's security context, and what it shares with the node. */
export function validatePodSecurity(
  { securityContext: context, hostNetwork, hostIPC, hostPID, shareProcessNamespace }: PodSpec,
  at: string,
): FieldError[] {
  const errors: FieldError[] = [];
  if (context)
    errors.push(
      ...validateId(context.fsGroup, `${at}.fsGroup`),
      ...validateId(context.runAsUser, `${at}.runAsUser`),
      ...validateId(context.runAsGroup, `${at}.runAsGroup`),
      ...(context.supplementalGroups ?? []).flatMap((group, index) => validateId(group, `${at}.supplementalGroups[${index}]`)),
    );
  if (shareProcessNamespace && hostPID)
    errors.push(invalid(`${at}.shareProcessNamespace`, true, 'ShareProcessNamespace and HostPID cannot both be enabled'));
  if (!context) return errors;
  const names = new Set<string>();
  (context.sysctls ?? []).forEach(({ name }, index) => {
    const one = `${at}.sysctls[${index}].name`;
    if (!name) errors.push(required(one));
    else if (name.length > MAX_SYSCTL || !SYSCTL.test(name))
      errors.push(invalid(one, name, `must have at most ${MAX_SYSCTL} characters and match regex ${SYSCTL.source.replace('\\/', '/')}`));
    else if (names.has(name)) errors.push(duplicate(one, name));
    names.add(name);
    if (hostNetwork && name.startsWith('net.')) errors.push(invalid(one, name, "may not be specified when 'hostNetwork' is true"));
    else if (hostIPC && /^(kernel\.(shm|msg|sem)|fs\.mqueue\.)/.test(name))
      errors.push(invalid(one, name, "may not be specified when 'hostIPC' is true"));
  });
  const choice = (value: string | undefined, values: readonly string[], field: string): void => {
    if (value !== undefined && !values.includes(value)) errors.push(notSupported(`${at}.${field}`, value, values));
  };
  choice(context.fsGroupChangePolicy, ['Always', 'OnRootMismatch'], 'fsGroupChangePolicy');
  errors.push(...validateProfile(context.seccompProfile, 'seccomp', `${at}.seccompProfile`));
  errors.push(...validateProfile(context.appArmorProfile, 'AppArmor', `${at}.appArmorProfile`));
  choice(context.supplementalGroupsPolicy, ['Merge', 'Strict'], 'supplementalGroupsPolicy');
  choice(context.seLinuxChangePolicy, ['MountOption', 'Recursive'], 'seLinuxChangePolicy');
  return errors;
}

/** A seccomp or AppArmor profile. */
function validateProfile(profile: SeccompProfile | undefined, what: 'seccomp' | 'AppArmor', at: string): FieldError[] {
  if (!profile) return [];
  const { type, localhostProfile: path } = profile;
  const errors: FieldError[] = [];
  if (!type) errors.push(required(`${at}.type`, `type is required when ${what === 'seccomp' ? 'seccomp' : 'appArmor'}Profile is set`));
  else if (!PROFILES.includes(type)) errors.push(notSupported(`${at}.type`, type, PROFILES));
  if (type === 'Localhost') {
    if (path === undefined || (path === '' && what === 'AppArmor'))
      errors.push(required(`${at}.localhostProfile`, `must be set when ${what} type is Localhost`));
    else if (what === 'seccomp') errors.push(...validateDescending(path, `${at}.localhostProfile`));
    else if (path.trim() !== path) errors.push(invalid(`${at}.localhostProfile`, path, 'must not be padded with whitespace'));
  } else if (path !== undefined && (what === 'seccomp' || PROFILES.includes(type))) {
    errors.push(invalid(`${at}.localhostProfile`, what === 'seccomp' ? profile : path, `can only be set when ${what} type is Localhost`));
  }
  return errors;
}

/** `hostUsers`: its users are those of the node. */
export function validateSecurity(context: SecurityContext | undefined, at: string, hostUsers = true): FieldError[] {
  if (!context) return [];
  const errors = [...validateId(context.runAsUser, `${at}.runAsUser`), ...validateId(context.runAsGroup, `${at}.runAsGroup`)];
  if (context.procMount !== undefined && !PROC_MOUNTS.includes(context.procMount))
    errors.push(notSupported(`${at}.procMount`, context.procMount, PROC_MOUNTS));
  if (context.procMount === 'Unmasked' && hostUsers)
    errors.push(invalid(`${at}.procMount`, context.procMount, '`hostUsers` must be false to use `Unmasked`'));
  errors.push(...validateProfile(context.seccompProfile, 'seccomp', `${at}.seccompProfile`));
  const clash = (other: string): FieldError =>
    invalid(
      at,
      new Verbatim(JSON.stringify(goStruct('SecurityContext', context))),
      `cannot set \`allowPrivilegeEscalation\` to false and ${other}`,
    );
  if (context.allowPrivilegeEscalation === false) {
    if (context.privileged) errors.push(clash('`privileged` to true'));
    if (context.capabilities?.add?.includes('CAP_SYS_ADMIN')) errors.push(clash('`capabilities.Add` CAP_SYS_ADMIN'));
  }
  return [...errors, ...validateProfile(context.appArmorProfile, 'AppArmor', `${at}.appArmorProfile`)];
}

/** readinessGates and schedulingGates. */
export function validateGates({ readinessGates, schedulingGates }: PodSpec, at: string): FieldError[] {
  const errors: FieldError[] = [];
  (readinessGates ?? []).forEach(({ conditionType }, index) => {
    errors.push(
      ...isQualifiedName(conditionType).map((why) => invalid(`${at}.readinessGates[${index}].conditionType`, conditionType, why)),
    );
  });
  const gates = new Set<string>();
  (schedulingGates ?? []).forEach(({ name }, index) => {
    errors.push(...isQualifiedName(name).map((why) => invalid(`${at}.schedulingGates[${index}]`, name, why)));
    if (gates.has(name)) errors.push(duplicate(`${at}.schedulingGates[${index}]`, name));
    gates.add(name);
  });
  return errors;
}
