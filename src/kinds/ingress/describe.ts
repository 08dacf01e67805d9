import type { Sys } from '../../kernel/types.ts';
import { balancedAt } from '../columns.ts';
import { type DescribeContext, type Describer, writeAnnotations, writeEvents, writeLabels } from '../describe.ts';
import type { EndpointSlice, Ingress, Service } from '../objects.ts';
import { endpointsText, SERVICE_NAME_LABEL } from '../service/describe.ts';
import type { IngressBackend } from '../types.gen.ts';

export const describeIngress: Describer<Ingress> = function* (ingress, w, context) {
  const { metadata, spec, status } = ingress;
  w.write(0, `Name:\t${metadata.name}\n`);
  writeLabels(w, 'Labels', metadata.labels);
  w.write(0, `Namespace:\t${metadata.namespace ?? ''}\n`);
  w.write(0, `Address:\t${balancedAt(status).join(',')}\n`);
  w.write(0, `Ingress Class:\t${spec.ingressClassName ?? '<none>'}\n`);
  const fallback = spec.defaultBackend ? yield* backendText(ingress, spec.defaultBackend, context) : '<default>';
  w.write(0, `Default backend:\t${fallback}\n`);
  if (spec.tls?.length) {
    w.write(0, 'TLS:\n');
    for (const { secretName, hosts } of spec.tls)
      w.write(1, `${secretName ? `${secretName} terminates` : 'SNI routes'} ${(hosts ?? []).join(',')}\n`);
  }
  w.write(0, 'Rules:\n  Host\tPath\tBackends\n');
  w.write(1, '----\t----\t--------\n');
  const rules = (spec.rules ?? []).filter(({ http }) => http);
  for (const { host, http } of rules) {
    w.write(1, `${host || '*'}\t\n`);
    for (const { path = '', backend } of http?.paths ?? []) w.write(2, `\t${path} \t${yield* backendText(ingress, backend, context)}\n`);
  }
  if (rules.length === 0) w.write(1, `*\t*\t${fallback}\n`);
  writeAnnotations(w, 'Annotations', metadata.annotations);
  yield* writeEvents(w, ingress, context);
};

/** `web:80 (10.244.0.5:8080)`: where a backend's requests go now. */
function* backendText({ metadata }: Ingress, { service, resource }: IngressBackend, context: DescribeContext): Sys<string> {
  if (resource) return `APIGroup: ${resource.apiGroup ?? '<none>'}, Kind: ${resource.kind}, Name: ${resource.name}`;
  if (!service) return '';
  const { name, port } = service;
  const shown = `${name}:${port?.number || (port?.name ?? '')}`;
  const slices = yield* context.list<EndpointSlice>(`/apis/discovery.k8s.io/v1/namespaces/${metadata.namespace}/endpointslices`, {
    labelSelector: `${SERVICE_NAME_LABEL}=${name}`,
  });
  const found = yield* context.get<Service>(`/api/v1/namespaces/${metadata.namespace}/services/${name}`);
  if (!found) return `${shown} (<error: services "${name}" not found>)`;
  const target = found.spec.ports?.find((one) => (port?.number ? one.port === port.number : one.name === port?.name));
  return `${shown} (${endpointsText(slices ?? [], target?.name ?? '')})`;
}
