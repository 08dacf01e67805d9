import { type Describer, orNone, writeEvents, writeHead } from '../describe.ts';
import type { EndpointSlice } from '../objects.ts';

const UNSET = '<unset>';

export const describeEndpointSlice: Describer<EndpointSlice> = function* (slice, w, context) {
  writeHead(w, slice);
  w.write(0, `AddressType:\t${slice.addressType}\n`);
  if (!slice.ports?.length) w.write(0, 'Ports: <unset>\n');
  else {
    w.write(0, 'Ports:\n');
    w.write(1, 'Name\tPort\tProtocol\n');
    w.write(1, '----\t----\t--------\n');
    for (const port of slice.ports) w.write(1, `${port.name || UNSET}\t${port.port ?? UNSET}\t${port.protocol ?? ''}\n`);
  }
  const endpoints = slice.endpoints ?? [];
  w.write(0, endpoints.length === 0 ? 'Endpoints: <none>\n' : 'Endpoints:\n');
  for (const endpoint of endpoints) {
    w.write(1, `- Addresses:\t${orNone(endpoint.addresses.join(', '))}\n`);
    w.write(2, 'Conditions:\n');
    w.write(3, `Ready:\t${endpoint.conditions?.ready ?? UNSET}\n`);
    w.write(2, `Hostname:\t${endpoint.hostname ?? UNSET}\n`);
    if (endpoint.targetRef) w.write(2, `TargetRef:\t${endpoint.targetRef.kind}/${endpoint.targetRef.name}\n`);
    w.write(2, `NodeName:\t${endpoint.nodeName ?? UNSET}\n`);
    w.write(2, `Zone:\t${endpoint.zone ?? UNSET}\n`);
  }
  yield* writeEvents(w, slice, context);
};
