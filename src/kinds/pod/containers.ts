/** Rules for containers, in the real order (source: pkg/apis/core/validation). */
import { duplicate, type FieldError, forbidden, invalid, notFound, notSupported, required, tooMany } from '../../api/field-errors.ts';
import {
  isConfigMapKey,
  isDNS1123Label,
  isDNS1123Subdomain,
  isEnvVarName,
  isHTTPHeaderName,
  isPortName,
  isPortNumber,
} from '../../api/values/names.ts';
import type {
  Container,
  ContainerPort,
  ContainerResizePolicy,
  EnvFromSource,
  EnvVar,
  EnvVarSource,
  LifecycleHandler,
  PodSpec,
  Probe,
  Volume,
  VolumeMount,
} from '../types.gen.ts';
import { validateFieldRef, validateResourceRef } from './downward.ts';
import { validateDescending } from './paths.ts';
import { validateSecurity } from './placement.ts';
import { validateResources } from './resources.ts';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];
const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];
const MESSAGE_POLICIES = ['File', 'FallbackToLogsOnError'];
const ENV_FIELDS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];
const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const RULE_ACTIONS = ['Restart', 'RestartAllContainers'];
const SET_OPERATORS = ['In', 'NotIn'];
const MAX_RULES = 20;
const RESIZABLE = ['cpu', 'memory'];
const RESIZE_POLICIES = ['NotRequired', 'RestartContainer'];
const PROPAGATIONS = ['Bidirectional', 'HostToContainer', 'None'];
const RECURSIONS = ['Disabled', 'Enabled', 'IfPossible'];
const NOT_FOR_INIT = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const;
/** In the order of the server's struct. */
const NOT_FOR_EPHEMERAL = [
  'ports',
  'resources',
  'resizePolicy',
  'restartPolicy',
  'restartPolicyRules',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'lifecycle',
] as const;
const FOR_CONTAINERS_ONLY = 'cannot be set for an Ephemeral Container';
export const PADDED = 'must not have leading or trailing whitespace';

export type Volumes = ReadonlyMap<string, Volume>;

/** `volumes`: those that are well formed, by name; a container can mount no other. */
export function validateContainers(spec: PodSpec, volumes: Volumes, field: string): FieldError[] {
  const containers = spec.containers ?? [];
  if (containers.length === 0) return [required(field)];
  const errors: FieldError[] = [];
  const names = new Set<string>();
  containers.forEach((container, index) => {
    const at = `${field}[${index}]`;
    errors.push(...validateCommon(container, spec, volumes, at));
    if (names.has(container.name)) errors.push(duplicate(`${at}.name`, container.name));
    names.add(container.name);
    errors.push(...validateLifeAndProbes(container, spec, at));
    errors.push(...validateRestart(container, at));
  });
  return [...errors, ...hostPortClashes(containers, field)];
}

export function validateInitContainers(spec: PodSpec, volumes: Volumes, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const names = new Set((spec.containers ?? []).map(({ name }) => name));
  (spec.initContainers ?? []).forEach((container, index) => {
    const at = `${field}[${index}]`;
    errors.push(...validateCommon(container, spec, volumes, at));
    const { restartPolicy } = container;
    errors.push(...validateRestart(container, at));
    if (names.has(container.name)) errors.push(duplicate(`${at}.name`, container.name));
    else if (container.name) names.add(container.name);
    // Each by itself, since they run one after another; so the real server always names the first.
    errors.push(...hostPortClashes([container], field));
    if (restartPolicy === 'Always') errors.push(...validateLifeAndProbes(container, spec, at));
    else
      for (const name of NOT_FOR_INIT)
        if (container[name]) errors.push(forbidden(`${at}.${name}`, 'may not be set for init containers without restartPolicy=Always'));
  });
  return errors;
}

/** Those that a Pod got later, for debugging. */
export function validateEphemeralContainers(spec: PodSpec, volumes: Volumes, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const others = new Set([...(spec.containers ?? []), ...(spec.initContainers ?? [])].map(({ name }) => name));
  const names = new Set(others);
  (spec.ephemeralContainers ?? []).forEach((container, index) => {
    const at = `${field}[${index}]`;
    const { name, image = '', targetContainerName: target } = container;
    errors.push(...validateCommon(container as Container, spec, volumes, at), ...validatePadding(image, at));
    if (names.has(name)) errors.push(duplicate(`${at}.name`, name));
    names.add(name);
    if (target && !others.has(target)) errors.push(notFound(`${at}.targetContainerName`, target));
    for (const part of NOT_FOR_EPHEMERAL) {
      const set = container[part];
      if (set !== undefined && (part !== 'resources' || Object.keys(set).length > 0))
        errors.push(forbidden(`${at}.${part}`, FOR_CONTAINERS_ONLY));
    }
    (container.volumeMounts ?? []).forEach(({ subPath, subPathExpr }, one) => {
      if (subPath) errors.push(forbidden(`${at}.volumeMounts[${one}].subPath`, FOR_CONTAINERS_ONLY));
      if (subPathExpr) errors.push(forbidden(`${at}.volumeMounts[${one}].subPathExpr`, FOR_CONTAINERS_ONLY));
    });
  });
  return errors;
}

/** What is asked of a Pod's containers and not of a template's. */
export function validatePadding(image: string, at: string): FieldError[] {
  return image.trim() === image ? [] : [invalid(`${at}.image`, image, PADDED)];
}

function validateCommon(container: Container, spec: PodSpec, volumes: Volumes, at: string): FieldError[] {
  const errors: FieldError[] = [];
  if (!container.name) errors.push(required(`${at}.name`));
  else for (const why of isDNS1123Label(container.name)) errors.push(invalid(`${at}.name`, container.name, why));
  if (!container.image) errors.push(required(`${at}.image`));
  const { terminationMessagePolicy: policy = 'File', imagePullPolicy = 'Always' } = container;
  if (!MESSAGE_POLICIES.includes(policy)) errors.push(notSupported(`${at}.terminationMessagePolicy`, policy, MESSAGE_POLICIES));
  errors.push(...validatePorts(container.ports ?? [], `${at}.ports`));
  errors.push(...(container.env ?? []).flatMap((variable, index) => validateEnv(variable, `${at}.env[${index}]`)));
  errors.push(...(container.envFrom ?? []).flatMap((source, index) => validateEnvFrom(source, `${at}.envFrom`, index)));
  errors.push(...validateMounts(container, volumes, `${at}.volumeMounts`));
  errors.push(...validateDevices(container, volumes, `${at}.volumeDevices`));
  if (!PULL_POLICIES.includes(imagePullPolicy)) errors.push(notSupported(`${at}.imagePullPolicy`, imagePullPolicy, PULL_POLICIES));
  return [
    ...errors,
    ...validateResources(container.resources ?? {}, `${at}.resources`, spec.resourceClaims),
    ...validateResize(container.resizePolicy ?? [], spec.restartPolicy, `${at}.resizePolicy`),
    ...validateSecurity(container.securityContext, `${at}.securityContext`, spec.hostUsers ?? true),
  ];
}

/** A container's own restart policy and its rules. */
function validateRestart({ restartPolicy, restartPolicyRules: rules = [] }: Container, at: string): FieldError[] {
  const errors: FieldError[] = [];
  if (restartPolicy === undefined && rules.length > 0)
    errors.push(required(`${at}.restartPolicy`, 'must specify restartPolicy when restart rules are used'));
  if (restartPolicy !== undefined && !RESTART_POLICIES.includes(restartPolicy))
    errors.push(notSupported(`${at}.restartPolicy`, restartPolicy, RESTART_POLICIES));
  if (rules.length > MAX_RULES) errors.push(tooMany(`${at}.restartPolicyRules`, rules.length, MAX_RULES));
  rules.forEach(({ action, exitCodes }, index) => {
    const one = `${at}.restartPolicyRules[${index}]`;
    if (!RULE_ACTIONS.includes(action)) errors.push(notSupported(`${one}.action`, action, RULE_ACTIONS));
    if (!exitCodes) errors.push(required(`${one}.exitCodes`, 'must be specified'));
    else if (!SET_OPERATORS.includes(exitCodes.operator))
      errors.push(notSupported(`${one}.exitCodes.operator`, exitCodes.operator, SET_OPERATORS));
  });
  return errors;
}

function validateResize(policies: readonly ContainerResizePolicy[], podRestart: string | undefined, at: string): FieldError[] {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  policies.forEach(({ resourceName, restartPolicy }, index) => {
    if (seen.has(resourceName)) errors.push(duplicate(`${at}[${index}]`, resourceName));
    seen.add(resourceName);
    if (!resourceName) errors.push(required(at));
    else if (!RESIZABLE.includes(resourceName)) errors.push(notSupported(at, resourceName, RESIZABLE));
    if (!restartPolicy) errors.push(required(at));
    else if (!RESIZE_POLICIES.includes(restartPolicy)) errors.push(notSupported(at, restartPolicy, RESIZE_POLICIES));
    if (podRestart === 'Never' && restartPolicy !== 'NotRequired')
      errors.push(invalid(at, restartPolicy, "must be 'NotRequired' when `restartPolicy` is 'Never'"));
  });
  return errors;
}

function validatePorts(ports: readonly ContainerPort[], field: string): FieldError[] {
  const errors: FieldError[] = [];
  const names = new Set<string>();
  ports.forEach(({ name, containerPort, hostPort, protocol }, index) => {
    const at = `${field}[${index}]`;
    if (name) {
      const wrong = isPortName(name);
      for (const why of wrong) errors.push(invalid(`${at}.name`, name, why));
      if (wrong.length === 0 && names.has(name)) errors.push(duplicate(`${at}.name`, name));
      names.add(name);
    }
    if (!containerPort) errors.push(required(`${at}.containerPort`));
    else for (const why of isPortNumber(containerPort)) errors.push(invalid(`${at}.containerPort`, containerPort, why));
    if (hostPort) for (const why of isPortNumber(hostPort)) errors.push(invalid(`${at}.hostPort`, hostPort, why));
    if (protocol && !PROTOCOLS.includes(protocol)) errors.push(notSupported(`${at}.protocol`, protocol, PROTOCOLS));
  });
  return errors;
}

function hostPortClashes(containers: readonly Container[], field: string): FieldError[] {
  const errors: FieldError[] = [];
  const taken = new Set<string>();
  for (const [index, container] of containers.entries()) {
    for (const [port, { hostPort, hostIP = '', protocol = '' }] of (container.ports ?? []).entries()) {
      if (!hostPort) continue;
      const key = `${protocol}/${hostIP}/${hostPort}`;
      if (taken.has(key)) errors.push(duplicate(`${field}[${index}].ports[${port}].hostPort`, key));
      taken.add(key);
    }
  }
  return errors;
}

function validateEnv({ name, value, valueFrom }: EnvVar, at: string): FieldError[] {
  const errors: FieldError[] = [];
  if (!name) errors.push(required(`${at}.name`));
  else for (const why of isEnvVarName(name)) errors.push(invalid(`${at}.name`, name, why));
  return valueFrom ? [...errors, ...validateValueFrom(valueFrom, value ?? '', `${at}.valueFrom`)] : errors;
}

function validateValueFrom(from: EnvVarSource, value: string, at: string): FieldError[] {
  const errors: FieldError[] = [];
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef } = from;
  if (fieldRef) errors.push(...validateFieldRef(fieldRef, ENV_FIELDS, `${at}.fieldRef`));
  if (resourceFieldRef) errors.push(...validateResourceRef(resourceFieldRef, `${at}.resourceFieldRef`, false));
  if (configMapKeyRef) errors.push(...validateKeyRef(configMapKeyRef, `${at}.configMapKeyRef`));
  if (secretKeyRef) errors.push(...validateKeyRef(secretKeyRef, `${at}.secretKeyRef`));
  const sources = [fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef].filter((one) => one !== undefined).length;
  if (sources === 0)
    errors.push(invalid(at, '', 'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`'));
  else if (value !== '') errors.push(invalid(at, '', 'may not be specified when `value` is not empty'));
  else if (sources > 1) errors.push(invalid(at, '', 'may not have more than one field specified at a time'));
  return errors;
}

function validateKeyRef({ name = '', key }: { readonly name?: string; readonly key: string }, at: string): FieldError[] {
  const errors = isDNS1123Subdomain(name).map((why) => invalid(`${at}.name`, name, why));
  if (!key) return [...errors, required(`${at}.key`)];
  return [...errors, ...isConfigMapKey(key).map((why) => invalid(`${at}.key`, key, why))];
}

function validateEnvFrom({ prefix, configMapRef, secretRef }: EnvFromSource, field: string, index: number): FieldError[] {
  const at = `${field}[${index}]`;
  const errors: FieldError[] = prefix ? isEnvVarName(prefix).map((why) => invalid(`${at}.prefix`, prefix, why)) : [];
  for (const [source, name] of [
    [configMapRef, 'configMapRef'],
    [secretRef, 'secretRef'],
  ] as const) {
    if (!source) continue;
    if (!source.name) errors.push(required(`${at}.${name}.name`));
    else for (const why of isDNS1123Subdomain(source.name)) errors.push(invalid(`${at}.${name}.name`, source.name, why));
  }
  if (!configMapRef && !secretRef) errors.push(invalid(field, '', 'must specify one of: `configMapRef` or `secretRef`'));
  else if (configMapRef && secretRef) errors.push(invalid(field, '', 'may not have more than one field specified at a time'));
  return errors;
}

function validateMounts(container: Container, volumes: Volumes, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const paths = new Set<string>();
  const devices = container.volumeDevices ?? [];
  (container.volumeMounts ?? []).forEach((mount, index) => {
    const { name, mountPath, subPath, subPathExpr } = mount;
    const at = `${field}[${index}]`;
    if (!name) errors.push(required(`${at}.name`));
    if (!volumes.has(name)) errors.push(notFound(`${at}.name`, name ?? ''));
    if (!mountPath) errors.push(required(`${at}.mountPath`));
    if (paths.has(mountPath)) errors.push(invalid(`${at}.mountPath`, mountPath, 'must be unique'));
    paths.add(mountPath);
    if (devices.some((one) => one.name === name)) errors.push(invalid(`${at}.name`, name, 'must not already exist in volumeDevices'));
    if (devices.some(({ devicePath }) => devicePath === mountPath))
      errors.push(invalid(`${at}.mountPath`, mountPath, 'must not already exist as a path in volumeDevices'));
    if (subPath) errors.push(...validateDescending(subPath, `${field}.subPath`));
    if (subPathExpr && subPath) errors.push(invalid(`${at}.subPathExpr`, subPathExpr, 'subPathExpr and subPath are mutually exclusive'));
    if (subPathExpr) errors.push(...validateDescending(subPathExpr, `${field}.subPathExpr`));
    errors.push(...validatePropagation(mount, container, field));
  });
  return errors;
}

function validatePropagation(
  { mountPropagation: way, recursiveReadOnly: recursive, readOnly }: VolumeMount,
  container: Container,
  field: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const at = `${field}.mountPropagation`;
  if (way !== undefined && !PROPAGATIONS.includes(way)) errors.push(notSupported(at, way, PROPAGATIONS));
  if (way === 'Bidirectional' && !container.securityContext?.privileged)
    errors.push(forbidden(at, 'Bidirectional mount propagation is available only to privileged containers'));
  if (recursive === undefined || recursive === 'Disabled') return errors;
  const place = `${field}.recursiveReadOnly`;
  if (!RECURSIONS.includes(recursive)) return [...errors, notSupported(place, recursive, RECURSIONS)];
  if (!readOnly) errors.push(forbidden(place, 'may only be specified when readOnly is true'));
  if (way !== undefined && way !== 'None')
    errors.push(forbidden(place, 'may only be specified when mountPropagation is None or not specified'));
  return errors;
}

/** Volumes that a container has as block devices. */
function validateDevices({ volumeDevices = [], volumeMounts = [] }: Container, volumes: Volumes, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const names = new Set<string>();
  const paths = new Set<string>();
  volumeDevices.forEach(({ name = '', devicePath = '' }, index) => {
    const at = `${field}[${index}]`;
    const wrong = (part: 'name' | 'devicePath', why: string): void => {
      errors.push(invalid(`${at}.${part}`, part === 'name' ? name : devicePath, why));
    };
    const volume = volumes.get(name);
    if (name === '') errors.push(required(`${at}.name`));
    if (names.has(name)) wrong('name', 'must be unique');
    if (volume && !volume.persistentVolumeClaim && !volume.ephemeral)
      wrong('name', 'can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode');
    if (!volume) errors.push(notFound(`${at}.name`, name));
    if (devicePath === '') errors.push(required(`${at}.devicePath`));
    if (paths.has(devicePath)) wrong('devicePath', 'must be unique');
    if (devicePath.split('/').includes('..')) wrong('devicePath', "can not contain backsteps ('..')");
    else paths.add(devicePath);
    if (volumeMounts.some((one) => one.name === name)) wrong('name', 'must not already exist in volumeMounts');
    if (volumeMounts.some(({ mountPath }) => mountPath === devicePath))
      wrong('devicePath', 'must not already exist as a path in volumeMounts');
    if (name !== '') names.add(name);
  });
  return errors;
}

function validateLifeAndProbes(container: Container, spec: PodSpec, at: string): FieldError[] {
  const errors: FieldError[] = [];
  const grace = spec.terminationGracePeriodSeconds ?? 30;
  const { lifecycle, livenessProbe, readinessProbe, startupProbe } = container;
  if (lifecycle?.postStart) errors.push(...validateHandler(lifecycle.postStart, grace, `${at}.lifecycle.postStart`));
  if (lifecycle?.preStop) errors.push(...validateHandler(lifecycle.preStop, grace, `${at}.lifecycle.preStop`));
  for (const [probe, name] of [
    [livenessProbe, 'livenessProbe'],
    [readinessProbe, 'readinessProbe'],
    [startupProbe, 'startupProbe'],
  ] as const) {
    if (!probe) continue;
    errors.push(...validateProbe(probe, grace, `${at}.${name}`));
    if (name !== 'readinessProbe' && probe.successThreshold !== 1) {
      errors.push(invalid(`${at}.${name}.successThreshold`, probe.successThreshold ?? 0, 'must be 1'));
    }
    if (name === 'readinessProbe' && probe.terminationGracePeriodSeconds !== undefined) {
      errors.push(
        invalid(`${at}.${name}.terminationGracePeriodSeconds`, probe.terminationGracePeriodSeconds, 'must not be set for readinessProbes'),
      );
    }
  }
  return errors;
}

function validateProbe(probe: Probe, grace: number, at: string): FieldError[] {
  const errors = validateHandler(probe, grace, at);
  for (const name of ['initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold'] as const) {
    errors.push(...nonNegative(probe[name] ?? 0, `${at}.${name}`));
  }
  const { terminationGracePeriodSeconds: own } = probe;
  if (own !== undefined && own <= 0) errors.push(invalid(`${at}.terminationGracePeriodSeconds`, own, 'must be greater than 0'));
  return errors;
}

type Handler = Pick<Probe, 'exec' | 'httpGet' | 'tcpSocket' | 'grpc'> & Pick<LifecycleHandler, 'sleep'>;

function validateHandler(handler: Handler, grace: number, at: string): FieldError[] {
  const { exec, httpGet, tcpSocket, grpc, sleep } = handler;
  const found: [string, () => FieldError[]][] = [];
  if (exec) found.push(['exec', () => (exec.command?.length ? [] : [required(`${at}.exec.command`)])]);
  if (httpGet)
    found.push([
      'httpGet',
      () => [
        ...(httpGet.path ? [] : [required(`${at}.httpGet.path`)]),
        ...portErrors(httpGet.port, `${at}.httpGet.port`),
        ...(['HTTP', 'HTTPS'].includes(httpGet.scheme ?? '')
          ? []
          : [notSupported(`${at}.httpGet.scheme`, httpGet.scheme ?? '', ['HTTP', 'HTTPS'])]),
        ...(httpGet.httpHeaders ?? []).flatMap(({ name }) =>
          isHTTPHeaderName(name).map((why) => invalid(`${at}.httpGet.httpHeaders`, name, why)),
        ),
      ],
    ]);
  if (tcpSocket) found.push(['tcpSocket', () => portErrors(tcpSocket.port, `${at}.tcpSocket.port`)]);
  if (grpc) found.push(['grpc', () => portErrors(grpc.port, `${at}.grpc.port`)]);
  if (sleep)
    found.push([
      'sleep',
      () =>
        sleep.seconds < 0 || sleep.seconds > grace
          ? [invalid(`${at}.sleep`, sleep.seconds, `must be non-negative and less than terminationGracePeriodSeconds (${grace})`)]
          : [],
    ]);
  const [first, ...others] = found;
  if (!first) return [required(at, 'must specify a handler type')];
  return [...first[1](), ...others.map(([name]) => forbidden(`${at}.${name}`, 'may not specify more than 1 handler type'))];
}

/** Errors of a port given by number or name. */
export function portErrors(port: number | string, at: string): FieldError[] {
  return (typeof port === 'number' ? isPortNumber(port) : isPortName(port)).map((why) => invalid(at, port, why));
}

export function nonNegative(value: number, at: string): FieldError[] {
  return value < 0 ? [invalid(at, value, 'must be greater than or equal to 0')] : [];
}
