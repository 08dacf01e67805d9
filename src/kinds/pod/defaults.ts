/** Defaults of Pods and Pod templates (source of the rules: pkg/apis/core/v1/defaults.go). */

import { eachOf, fill, within } from '../fill.ts';
import type { Pod } from '../objects.ts';
import type {
  Container,
  ContainerPort,
  DownwardAPIVolumeFile,
  EnvVar,
  Lifecycle,
  LifecycleHandler,
  PodSpec,
  PodTemplateSpec,
  Probe,
  ProjectedVolumeSource,
  ResourceRequirements,
  Volume,
} from '../types.gen.ts';
import { defaultSource } from './source-defaults.ts';

const FILE_MODE = 0o644;

/** What is complete already: a template that makes a thousand Pods is looked through once. */
const complete = new WeakSet<object>();

/** Fills the defaults of a Pod; a Pod alone also gets requests from limits, and links to services. */
export function defaultPod(pod: Pod): Pod {
  const spec = defaultPodSpec(fill(pod.spec, { enableServiceLinks: true }));
  const ports = spec.hostNetwork ? withHostPorts(spec) : spec;
  const requests = eachOf(eachOf(ports, 'containers', defaultRequests), 'initContainers', defaultRequests);
  return requests === pod.spec ? pod : { ...pod, spec: requests };
}

export function defaultPodTemplate(template: PodTemplateSpec): PodTemplateSpec {
  if (complete.has(template)) return template;
  const filled = within({ ...template, spec: template.spec ?? { containers: [] } }, 'spec', (spec) =>
    defaultPodSpec(spec.hostNetwork ? withHostPorts(spec) : spec),
  );
  const done = filled.spec === template.spec ? template : filled;
  complete.add(done);
  return done;
}

function defaultPodSpec(spec: PodSpec): PodSpec {
  let filled = fill(spec, {
    dnsPolicy: 'ClusterFirst',
    restartPolicy: 'Always',
    securityContext: {},
    terminationGracePeriodSeconds: 30,
    schedulerName: 'default-scheduler',
  });
  const account = filled.serviceAccountName ?? filled.serviceAccount;
  if (account && (filled.serviceAccount !== account || filled.serviceAccountName !== account)) {
    filled = { ...filled, serviceAccountName: account, serviceAccount: account };
  }
  if (complete.has(filled.containers ?? filled)) return filled;
  filled = eachOf(filled, 'containers', defaultContainer);
  filled = eachOf(filled, 'initContainers', defaultContainer);
  filled = eachOf(filled, 'ephemeralContainers', defaultContainer);
  filled = eachOf(filled, 'volumes', defaultVolume);
  if (filled.containers && !filled.initContainers && !filled.ephemeralContainers && !filled.volumes) complete.add(filled.containers);
  return filled;
}

function withHostPorts(spec: PodSpec): PodSpec {
  const withPort = (port: ContainerPort): ContainerPort => (port.hostPort === undefined ? { ...port, hostPort: port.containerPort } : port);
  const withPorts = (container: Container): Container => eachOf(container, 'ports', withPort);
  return eachOf(eachOf(spec, 'containers', withPorts), 'initContainers', withPorts);
}

function defaultContainer(container: Container): Container {
  let filled = fill(container, {
    imagePullPolicy: pullPolicyOf(container.image ?? ''),
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
  });
  filled = eachOf(filled, 'ports', defaultPort);
  filled = eachOf(filled, 'env', defaultEnv);
  for (const name of ['livenessProbe', 'readinessProbe', 'startupProbe'] as const) filled = within(filled, name, defaultProbe);
  return within(filled, 'lifecycle', defaultLifecycle);
}

/** `latest`, by name or by want of a tag, is pulled always. */
function pullPolicyOf(image: string): 'Always' | 'IfNotPresent' {
  if (image.includes('@')) return 'IfNotPresent';
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  return tag === undefined || tag === 'latest' ? 'Always' : 'IfNotPresent';
}

const defaultPort = (port: ContainerPort): ContainerPort => fill(port, { protocol: 'TCP' });

function defaultEnv(variable: EnvVar): EnvVar {
  return within(variable, 'valueFrom', (from) => within(from, 'fieldRef', (ref) => fill(ref, { apiVersion: 'v1' })));
}

function defaultProbe(probe: Probe): Probe {
  return defaultHandler(fill(probe, { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 }));
}

function defaultLifecycle(lifecycle: Lifecycle): Lifecycle {
  return within(within(lifecycle, 'postStart', defaultHandler<LifecycleHandler>), 'preStop', defaultHandler<LifecycleHandler>);
}

function defaultHandler<T extends Pick<Probe, 'httpGet' | 'grpc'>>(handler: T): T {
  const filled = within(handler as Pick<Probe, 'httpGet' | 'grpc'>, 'httpGet', (get) => fill(get, { path: '/', scheme: 'HTTP' }));
  return within(filled, 'grpc', (grpc) => fill(grpc, { service: '' })) as T;
}

function defaultRequests(container: Container): Container {
  return within(container, 'resources', (resources: ResourceRequirements) => {
    const { limits, requests } = resources;
    if (!limits) return resources;
    const filled = fill(requests ?? {}, limits);
    return filled === requests ? resources : { ...resources, requests: filled };
  });
}

function defaultVolume(volume: Volume): Volume {
  if (Object.keys(volume).every((key) => key === 'name')) return { ...volume, emptyDir: {} };
  let filled = within(defaultSource(volume), 'secret', (source) => fill(source, { defaultMode: FILE_MODE }));
  filled = within(filled, 'configMap', (source) => fill(source, { defaultMode: FILE_MODE }));
  filled = within(filled, 'downwardAPI', (source) => eachOf(fill(source, { defaultMode: FILE_MODE }), 'items', withFieldRef));
  filled = within(filled, 'image', (source) => fill(source, { pullPolicy: pullPolicyOf(source.reference ?? '') }));
  filled = within(filled, 'ephemeral', (source) =>
    within(source, 'volumeClaimTemplate', (claim) => within(claim, 'spec', (spec) => fill(spec, { volumeMode: 'Filesystem' }))),
  );
  return within(filled, 'projected', defaultProjected);
}

function defaultProjected(projected: ProjectedVolumeSource): ProjectedVolumeSource {
  return eachOf(fill(projected, { defaultMode: FILE_MODE }), 'sources', (source: NonNullable<ProjectedVolumeSource['sources']>[number]) => {
    const token = within(source, 'serviceAccountToken', (one) => fill(one, { expirationSeconds: 3600 }));
    return within(token, 'downwardAPI', (one) => eachOf(one, 'items', withFieldRef));
  });
}

function withFieldRef(item: DownwardAPIVolumeFile): DownwardAPIVolumeFile {
  return within(item, 'fieldRef', (ref) => fill(ref, { apiVersion: 'v1' }));
}
