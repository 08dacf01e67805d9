import { formatLabels } from '../../api/values/selector.ts';
import { type Describer, orNone, writeEvents, writeHead } from '../describe.ts';
import type { EndpointSlice, Service } from '../objects.ts';
import type { LoadBalancerIngress } from '../types.gen.ts';

export const SERVICE_NAME_LABEL = 'kubernetes.io/service-name';
/** As many endpoints are listed; the rest is counted. */
const MAX_ENDPOINTS = 3;

export const describeService: Describer<Service> = function* (service, w, context) {
  const { metadata, spec, status } = service;
  const slices = yield* context.list<EndpointSlice>(`/apis/discovery.k8s.io/v1/namespaces/${metadata.namespace}/endpointslices`, {
    labelSelector: `${SERVICE_NAME_LABEL}=${metadata.name}`,
  });
  writeHead(w, service);
  w.write(0, `Selector:\t${formatLabels(spec.selector)}\n`);
  w.write(0, `Type:\t${spec.type ?? ''}\n`);
  if (spec.ipFamilyPolicy) w.write(0, `IP Family Policy:\t${spec.ipFamilyPolicy}\n`);
  w.write(0, `IP Families:\t${orNone((spec.ipFamilies ?? []).join(','))}\n`);
  w.write(0, `IP:\t${spec.clusterIP ?? ''}\n`);
  w.write(0, `IPs:\t${orNone((spec.clusterIPs ?? []).join(','))}\n`);
  if (spec.externalIPs?.length) w.write(0, `External IPs:\t${spec.externalIPs.join(',')}\n`);
  if (spec.loadBalancerIP) w.write(0, `Desired LoadBalancer IP:\t${spec.loadBalancerIP}\n`);
  if (spec.externalName) w.write(0, `External Name:\t${spec.externalName}\n`);
  const ingress = status.loadBalancer?.ingress ?? [];
  if (ingress.length > 0) w.write(0, `LoadBalancer Ingress:\t${ingress.map(ingressText).join(', ')}\n`);
  for (const port of spec.ports ?? []) {
    const name = port.name || '<unset>';
    const protocol = port.protocol ?? 'TCP';
    w.write(0, `Port:\t${name}\t${port.port}/${protocol}\n`);
    w.write(0, `TargetPort:\t${port.targetPort ?? port.port}/${protocol}\n`);
    if (port.appProtocol) w.write(0, `AppProtocol:\t${port.appProtocol}\n`);
    if (port.nodePort) w.write(0, `NodePort:\t${name}\t${port.nodePort}/${protocol}\n`);
    w.write(0, `Endpoints:\t${endpointsText(slices ?? [], port.name ?? '')}\n`);
  }
  w.write(0, `Session Affinity:\t${spec.sessionAffinity ?? ''}\n`);
  if (spec.externalTrafficPolicy) w.write(0, `External Traffic Policy:\t${spec.externalTrafficPolicy}\n`);
  if (spec.internalTrafficPolicy) w.write(0, `Internal Traffic Policy:\t${spec.internalTrafficPolicy}\n`);
  if (spec.healthCheckNodePort) w.write(0, `HealthCheck NodePort:\t${spec.healthCheckNodePort}\n`);
  if (spec.loadBalancerSourceRanges?.length) w.write(0, `LoadBalancer Source Ranges:\t${spec.loadBalancerSourceRanges.join(',')}\n`);
  if (spec.trafficDistribution) w.write(0, `Traffic Distribution:\t${spec.trafficDistribution}\n`);
  yield* writeEvents(w, service, context);
};

function ingressText({ ip, ipMode, hostname }: LoadBalancerIngress): string {
  if (!ip) return hostname ?? '';
  return ipMode ? `${ip} (${ipMode})` : ip;
}

/** The ready addresses behind one port of the service, `1.2.3.4:80,...`; `<none>` only when there is no slice at all. */
export function endpointsText(slices: readonly EndpointSlice[], portName: string): string {
  if (slices.length === 0) return '<none>';
  const ready = slices.flatMap((slice) => {
    const endpoints = (slice.endpoints ?? []).filter((endpoint) => endpoint.conditions?.ready ?? true);
    if (!slice.ports?.length) return endpoints.map((endpoint) => endpoint.addresses[0] ?? '');
    return slice.ports
      .filter((port) => (port.name ?? '') === portName)
      .flatMap((port) => endpoints.map((endpoint) => hostPort(endpoint.addresses[0] ?? '', port.port)));
  });
  const shown = ready.slice(0, MAX_ENDPOINTS).join(',');
  return ready.length > MAX_ENDPOINTS ? `${shown} + ${ready.length - MAX_ENDPOINTS} more...` : shown;
}

function hostPort(address: string, port: number | undefined): string {
  return `${address.includes(':') ? `[${address}]` : address}:${port ?? 0}`;
}
