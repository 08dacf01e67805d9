/** What `kubectl debug --profile` makes of a Pod and its debugging container. Source: kubectl's pkg/cmd/debug/profiles.go. */
import { at, isObject, type JsonObject } from '../json.ts';
import type { Container } from '../podspec.ts';

export const PROFILES = ['legacy', 'general', 'baseline', 'restricted', 'netadmin', 'sysadmin'];

/** How a Pod is looked into: by a container in it, by a copy, or, for a node, by a Pod there. */
type Style = 'ephemeral' | 'copy' | 'node';

const CONTAINERS = ['initContainers', 'containers', 'ephemeralContainers'];

/** The Pod's spec with the first container of that name changed. */
function withContainer(spec: JsonObject, name: string, change: (container: Container) => Container): JsonObject {
  for (const field of CONTAINERS) {
    const list = (spec[field] ?? []) as readonly Container[];
    const index = list.findIndex((one) => one.name === name);
    if (index >= 0) return { ...spec, [field]: list.map((one, at) => (at === index ? change(one) : one)) };
  }
  return spec;
}

type SecurityContext = { readonly [field: string]: unknown };

const securityOf = (container: Container): SecurityContext => (isObject(container['securityContext']) ? container['securityContext'] : {});

function withCapabilities(container: Container, more: readonly string[]): Container {
  const context = securityOf(container);
  const capabilities = isObject(context['capabilities']) ? context['capabilities'] : {};
  const add = [...((at(capabilities, 'add') ?? []) as readonly string[]), ...more];
  return { ...container, securityContext: { ...context, capabilities: { ...capabilities, add } } };
}

function withoutSecurity(container: Container): Container {
  const { securityContext: _, ...rest } = container;
  return rest as Container;
}

const RESTRICTED: SecurityContext = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  runAsNonRoot: true,
  seccompProfile: { type: 'RuntimeDefault' },
};

/** What each profile changes in the container. */
const CHANGES: Readonly<Record<string, (container: Container, style: Style) => Container>> = {
  legacy: (container) => container,
  general: (container, style) => (style === 'node' ? withoutSecurity(container) : withCapabilities(container, ['SYS_PTRACE'])),
  baseline: withoutSecurity,
  restricted: (container) => ({ ...container, securityContext: RESTRICTED }),
  netadmin: (container) => withCapabilities(container, ['NET_ADMIN', 'NET_RAW']),
  sysadmin: (container) => ({ ...container, securityContext: { ...securityOf(container), privileged: true } }),
};

const HOST = { hostIPC: true, hostNetwork: true, hostPID: true };
const HOST_ROOT = 'host-root';

function withRootMounted(spec: JsonObject, name: string): JsonObject {
  const volumes = [...((spec['volumes'] ?? []) as readonly JsonObject[]), { hostPath: { path: '/' }, name: HOST_ROOT }];
  return withContainer({ ...spec, volumes }, name, (container) => ({
    ...container,
    volumeMounts: [...((container['volumeMounts'] ?? []) as readonly JsonObject[]), { mountPath: '/host', name: HOST_ROOT }],
  }));
}

export function applyProfile(profile: string, style: Style, spec: JsonObject, name: string): JsonObject {
  const change = CHANGES[profile] as (container: Container, style: Style) => Container;
  const changed = withContainer(spec, name, (container) => change(container, style));
  if (style === 'copy' && profile !== 'legacy' && spec['shareProcessNamespace'] === undefined)
    return { ...changed, shareProcessNamespace: true };
  if (style !== 'node' || profile === 'baseline' || profile === 'restricted') return changed;
  return { ...(profile === 'netadmin' ? changed : withRootMounted(changed, name)), ...HOST };
}
