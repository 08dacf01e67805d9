/** Containers, volumes, tolerations: the parts of a description that Pods and Pod templates share. */
import { canonicalQuantity, parseQuantity } from '../../api/values/quantity.ts';
import { formatSelector } from '../../api/values/selector.ts';
import { boolText, type DescribeWriter, orNone, timeText, writeAnnotations, writeLabels } from '../describe.ts';
import type {
  Container,
  ContainerPort,
  ContainerState,
  ContainerStatus,
  EnvVar,
  PodTemplateSpec,
  Probe,
  ResourceFieldSelector,
  ResourceRequirements,
  Toleration,
  TopologySpreadConstraint,
  Volume,
} from '../types.gen.ts';
import { type Lines, volumeLines } from './describe-volumes.ts';

/** The value that a fieldRef of an env variable has in a Pod; '' where it is not known. */
export type FieldResolver = (fieldPath: string) => string;

type Quantities = Readonly<Record<string, string | number>> | undefined;

/** `Pod Template:`, two blanks further in. */
export function writePodTemplate(w: DescribeWriter, template: PodTemplateSpec | undefined): void {
  w.write(0, 'Pod Template:\n');
  if (!template?.spec) {
    w.write(1, '<unset>');
    return;
  }
  const { metadata, spec } = template;
  writeLabels(w, '  Labels', metadata?.labels);
  if (Object.keys(metadata?.annotations ?? {}).length > 0) writeAnnotations(w, '  Annotations', metadata?.annotations);
  if (spec.serviceAccountName) w.write(1, `Service Account:\t${spec.serviceAccountName}\n`);
  if (spec.initContainers?.length) writeContainers(w, 'Init Containers', spec.initContainers, [], '  ');
  writeContainers(w, 'Containers', spec.containers, [], '  ');
  writeVolumes(w, spec.volumes, '  ');
  writeTopologySpread(w, spec.topologySpreadConstraints, '  ');
  if (spec.priorityClassName) w.write(1, `Priority Class Name:\t${spec.priorityClassName}\n`);
  writeLabels(w, '  Node-Selectors', spec.nodeSelector);
  writeTolerations(w, '  Tolerations', spec.tolerations);
}

/** A list of containers, with what their statuses say where there are any. `space` is '  ' inside a template. */
export function writeContainers(
  w: DescribeWriter,
  label: string,
  containers: readonly Container[],
  statuses: readonly ContainerStatus[],
  space: string,
  resolve?: FieldResolver,
): void {
  w.write(0, `${space}${label}:${containers.length === 0 ? ' <none>' : ''}\n`);
  for (const container of containers) {
    const status = statuses.find((one) => one.name === container.name);
    w.write(1, `${space === '' ? '' : ' '}${container.name}:\n`);
    if (status) w.write(2, `Container ID:\t${status.containerID ?? ''}\n`);
    w.write(2, `Image:\t${container.image ?? ''}\n`);
    if (status) w.write(2, `Image ID:\t${status.imageID}\n`);
    writePorts(w, container.ports ?? []);
    const seccomp = container.securityContext?.seccompProfile;
    if (seccomp) w.write(2, `SeccompProfile:\t${seccomp.type}\n`);
    if (seccomp?.type === 'Localhost') w.write(3, `LocalhostProfile:\t${seccomp.localhostProfile ?? ''}\n`);
    writeWords(w, 'Command', container.command);
    writeWords(w, 'Args', container.args);
    if (status) writeStatus(w, status);
    writeResources(w, container.resources, 2);
    for (const [name, probe] of [
      ['Liveness', container.livenessProbe],
      ['Readiness', container.readinessProbe],
      ['Startup', container.startupProbe],
    ] as const) {
      if (probe) w.write(2, `${name}:\t${probeText(probe)}\n`);
    }
    writeEnvFrom(w, container);
    w.write(2, `Environment:${container.env?.length ? '' : '\t<none>'}\n`);
    for (const variable of container.env ?? []) writeEnv(w, variable, container, resolve);
    writeMounts(w, container);
  }
}

function writePorts(w: DescribeWriter, ports: readonly ContainerPort[]): void {
  for (const [label, number] of [
    ['Port', 'containerPort'],
    ['Host Port', 'hostPort'],
  ] as const) {
    const text = ports.map((port) => `${port[number] ?? 0}/${port.protocol ?? 'TCP'}${port.name ? ` (${port.name})` : ''}`).join(', ');
    w.write(2, text.includes(',') ? `${label}s:\t${text}\n` : `${label}:\t${orNone(text)}\n`);
  }
}

function writeWords(w: DescribeWriter, label: string, words: readonly string[] | undefined): void {
  if (!words?.length) return;
  w.write(2, `${label}:\n`);
  for (const word of words) for (const line of word.split('\n')) w.write(3, `${line}\n`);
}

function writeStatus(w: DescribeWriter, status: ContainerStatus): void {
  writeState(w, 'State', status.state ?? {});
  if (status.lastState?.terminated) writeState(w, 'Last State', status.lastState);
  w.write(2, `Ready:\t${boolText(status.ready)}\n`);
  w.write(2, `Restart Count:\t${status.restartCount}\n`);
}

function writeState(w: DescribeWriter, label: string, { running, waiting, terminated }: ContainerState): void {
  if (running) {
    w.write(2, `${label}:\tRunning\n`);
    w.write(3, `Started:\t${timeText(running.startedAt)}\n`);
  } else if (terminated && !waiting) {
    w.write(2, `${label}:\tTerminated\n`);
    if (terminated.reason) w.write(3, `Reason:\t${terminated.reason}\n`);
    if (terminated.message) w.write(3, `Message:\t${terminated.message}\n`);
    w.write(3, `Exit Code:\t${terminated.exitCode}\n`);
    if ((terminated.signal ?? 0) > 0) w.write(3, `Signal:\t${terminated.signal}\n`);
    w.write(3, `Started:\t${timeText(terminated.startedAt)}\n`);
    w.write(3, `Finished:\t${timeText(terminated.finishedAt)}\n`);
  } else {
    w.write(2, `${label}:\tWaiting\n`);
    if (waiting?.reason) w.write(3, `Reason:\t${waiting.reason}\n`);
  }
}

export function writeResources(w: DescribeWriter, resources: ResourceRequirements | undefined, level: number): void {
  for (const [label, quantities] of [
    ['Limits', resources?.limits],
    ['Requests', resources?.requests],
  ] as readonly [string, Quantities][]) {
    const entries = Object.entries(quantities ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    if (entries.length > 0) w.write(level, `${label}:\n`);
    for (const [name, quantity] of entries) w.write(level + 1, `${name}:\t${canonicalQuantity(quantity)}\n`);
  }
}

function probeText(probe: Probe): string {
  const { initialDelaySeconds = 0, timeoutSeconds = 0, periodSeconds = 0, successThreshold = 0, failureThreshold = 0 } = probe;
  const attributes = `delay=${initialDelaySeconds}s timeout=${timeoutSeconds}s period=${periodSeconds}s #success=${successThreshold} #failure=${failureThreshold}`;
  if (probe.exec) return `exec [${(probe.exec.command ?? []).join(' ')}] ${attributes}`;
  if (probe.httpGet) {
    const { scheme = '', host = '', port, path = '' } = probe.httpGet;
    return `http-get ${scheme.toLowerCase()}://${host.includes(':') ? `[${host}]` : host}:${port}${path !== '' && !path.startsWith('/') ? '/' : ''}${path} ${attributes}`;
  }
  if (probe.tcpSocket) return `tcp-socket ${probe.tcpSocket.host ?? ''}:${probe.tcpSocket.port} ${attributes}`;
  if (probe.grpc) return `grpc <pod>:${probe.grpc.port} ${probe.grpc.service ?? ''} ${attributes}`;
  return `unknown ${attributes}`;
}

function writeEnvFrom(w: DescribeWriter, { envFrom }: Container): void {
  if (!envFrom?.length) return;
  w.write(2, 'Environment Variables from:\n');
  for (const { configMapRef, secretRef, prefix } of envFrom) {
    const source = configMapRef ?? secretRef;
    const kind = (configMapRef ? 'ConfigMap' : secretRef ? 'Secret' : '') + (prefix ? ` with prefix '${prefix}'` : '');
    w.write(3, `${source?.name ?? ''}\t${kind}\tOptional: ${source?.optional ?? false}\n`);
  }
}

function writeEnv(
  w: DescribeWriter,
  { name, value = '', valueFrom }: EnvVar,
  container: Container,
  resolve: FieldResolver | undefined,
): void {
  if (!valueFrom) {
    value.split('\n').forEach((line, index) => {
      w.write(3, index === 0 ? `${name}:\t${line}\n` : `\t${line}\n`);
    });
    return;
  }
  const { fieldRef, resourceFieldRef, secretKeyRef, configMapKeyRef } = valueFrom;
  if (fieldRef) w.write(3, `${name}:\t${resolve?.(fieldRef.fieldPath) ?? ''} (${fieldRef.apiVersion ?? 'v1'}:${fieldRef.fieldPath})\n`);
  else if (resourceFieldRef) w.write(3, `${name}:\t${containerResource(container, resourceFieldRef)} (${resourceFieldRef.resource})\n`);
  else if (secretKeyRef)
    w.write(
      3,
      `${name}:\t<set to the key '${secretKeyRef.key}' in secret '${secretKeyRef.name}'>\tOptional: ${secretKeyRef.optional ?? false}\n`,
    );
  else if (configMapKeyRef)
    w.write(
      3,
      `${name}:\t<set to the key '${configMapKeyRef.key}' of config map '${configMapKeyRef.name}'>\tOptional: ${configMapKeyRef.optional ?? false}\n`,
    );
}

/** The value of `limits.cpu` and its like in units of the divisor, rounded up; a limit that is not set is the node's. */
function containerResource(container: Container, { resource, divisor = '0' }: ResourceFieldSelector): string {
  const [list = '', name = ''] = resource.split(/\.(.*)/);
  const { nano } = parseQuantity((container.resources?.[list as 'limits' | 'requests'] as Quantities)?.[name] ?? '0');
  if (nano === 0n && list === 'limits' && (name === 'cpu' || name === 'memory')) return 'node allocatable';
  const unit = parseQuantity(divisor).nano || 1_000_000_000n;
  return String((nano + unit - 1n) / unit);
}

function writeMounts(w: DescribeWriter, { volumeMounts = [], volumeDevices = [] }: Container): void {
  w.write(2, `Mounts:${volumeMounts.length === 0 ? '\t<none>' : ''}\n`);
  for (const mount of [...volumeMounts].sort((a, b) => (a.mountPath < b.mountPath ? -1 : 1))) {
    const flags = [mount.readOnly ? 'ro' : 'rw', ...(mount.subPath ? [`path=${JSON.stringify(mount.subPath)}`] : [])];
    w.write(3, `${mount.mountPath} from ${mount.name} (${flags.join(',')})\n`);
  }
  if (volumeDevices.length === 0) return;
  w.write(2, `Devices:${volumeMounts.length === 0 ? '\t<none>' : ''}\n`);
  for (const device of [...volumeDevices].sort((a, b) => (a.devicePath < b.devicePath ? -1 : 1)))
    w.write(3, `${device.devicePath} from ${device.name}\n`);
}

export function writeVolumes(w: DescribeWriter, volumes: readonly Volume[] | undefined, space: string): void {
  if (!volumes?.length) {
    w.write(0, `${space}Volumes:\t<none>\n`);
    return;
  }
  w.write(0, `${space}Volumes:\n`);
  for (const volume of volumes) {
    w.write(1, `${space === '' ? '' : ' '}${volume.name}:\n`);
    writeVolumeLines(w, volumeLines(volume));
  }
}

/** The lines of a volume's source. */
export function writeVolumeLines(w: DescribeWriter, lines: Lines): void {
  if (lines.length === 0) w.write(1, '<unknown>\n');
  for (const line of lines) w.write(2, typeof line === 'string' ? `${line}\n` : `${line[0]}:\t${line[1]}\n`);
}

export function writeTopologySpread(w: DescribeWriter, constraints: readonly TopologySpreadConstraint[] | undefined, space: string): void {
  if (!constraints?.length) return;
  w.write(0, `${space}Topology Spread Constraints:\t`);
  [...constraints]
    .sort((a, b) => (a.topologyKey < b.topologyKey ? -1 : 1))
    .forEach((one, index) => {
      const selector = one.labelSelector ? ` for selector ${formatSelector(one.labelSelector)}` : '';
      w.write(
        0,
        `${index === 0 ? '' : `${space}\t`}${one.topologyKey}:${one.whenUnsatisfiable} when max skew ${one.maxSkew} is exceeded${selector}\n`,
      );
    });
}

export function writeTolerations(w: DescribeWriter, title: string, tolerations: readonly Toleration[] | undefined): void {
  w.write(0, `${title}:\t`);
  if (!tolerations?.length) w.write(0, '<none>\n');
  [...(tolerations ?? [])]
    .sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1))
    .forEach(({ key = '', value, effect, operator, tolerationSeconds }, index) => {
      let text = key + (value ? `=${value}` : '') + (effect ? `:${effect}` : '');
      if (operator === 'Exists' && !value) text += text === '' ? 'op=Exists' : ' op=Exists';
      if (tolerationSeconds !== undefined) text += ` for ${tolerationSeconds}s`;
      w.write(0, `${index === 0 ? '' : '\t'}${text}\n`);
    });
}
