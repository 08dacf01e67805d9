/** Objects as the server's own Go structs hold them: what it shows of them in errors is these as JSON, with zero values. */
import { canonicalQuantity } from '../../api/values/quantity.ts';
import { type GoField, type GoType, goFields } from './go-types.ts';

type Bag = Readonly<Record<string, unknown>>;

/** The server's own structs have their fields in another order than the API's, where they differ at all. */
const INTERNAL: Readonly<Record<string, readonly string[]>> = {
  PodSpec: (
    'Volumes InitContainers Containers EphemeralContainers RestartPolicy TerminationGracePeriodSeconds ActiveDeadlineSeconds DNSPolicy ' +
    'NodeSelector ServiceAccountName AutomountServiceAccountToken NodeName SecurityContext ImagePullSecrets Hostname Subdomain ' +
    'SetHostnameAsFQDN Affinity SchedulerName Tolerations HostAliases PriorityClassName Priority PreemptionPolicy DNSConfig ' +
    'ReadinessGates RuntimeClassName Overhead EnableServiceLinks TopologySpreadConstraints OS SchedulingGates ResourceClaims ' +
    'Resources HostnameOverride SchedulingGroup'
  ).split(' '),
};
/** What the API has in the spec itself, the server has in the security context. */
const HOST_FIELDS = ['HostNetwork', 'HostPID', 'HostIPC', 'ShareProcessNamespace', 'HostUsers'];

/** `name`: that of the Go type, which go-types.ts must have. */
export function goStruct(name: string, value: object): Record<string, unknown> {
  return structOf(name, value as Bag);
}

function structOf(name: string, value: Bag | undefined): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const field of fieldsOf(name)) {
    if (name === 'PodSpec' && field.name === 'SecurityContext') shown['SecurityContext'] = securityContext(value ?? {});
    else if (field.json === '') Object.assign(shown, structOf(field.type.struct ?? '', value));
    else shown[field.name] = shownAs(field.type, value?.[field.json]);
  }
  return shown;
}

function fieldsOf(name: string): readonly GoField[] {
  const order = INTERNAL[name];
  const fields = goFields(name);
  return order ? order.flatMap((one) => fields.find((field) => field.name === one) ?? []) : fields;
}

function securityContext(spec: Bag): unknown {
  if (!spec['securityContext']) return null;
  const hosts = goFields('PodSpec').filter(({ name }) => HOST_FIELDS.includes(name));
  const own = Object.fromEntries(hosts.map((field) => [field.name, shownAs(field.type, spec[field.json])]));
  return { ...own, ...structOf('PodSecurityContext', spec['securityContext'] as Bag) };
}

function shownAs(type: GoType, value: unknown): unknown {
  const nil = value === undefined || value === null;
  switch (type.kind) {
    case 'pointer':
      return nil ? null : shownAs(type.of as GoType, value);
    case 'slice':
      return nil ? null : (value as readonly unknown[]).map((one) => shownAs(type.of as GoType, one));
    case 'map': {
      if (nil) return null;
      const bag = value as Bag;
      return Object.fromEntries(
        Object.keys(bag)
          .sort()
          .map((key) => [key, shownAs(type.of as GoType, bag[key])]),
      );
    }
    case 'struct':
      return type.struct?.startsWith('LabelSelector') ? (value ?? {}) : structOf(type.struct ?? '', value as Bag | undefined);
    case 'Quantity':
      return nil ? '0' : canonicalQuantity(value as string);
    case 'bool':
      return value ?? false;
    case 'int':
    case 'IntOrString':
      return value ?? 0;
    default:
      return value ?? '';
  }
}
