import { type Describer, orNone, writeEvents, writeHead } from '../describe.ts';
import type { Endpoints } from '../objects.ts';

export const describeEndpoints: Describer<Endpoints> = function* (endpoints, w, context) {
  writeHead(w, endpoints);
  w.write(0, 'Subsets:\n');
  for (const { addresses = [], notReadyAddresses = [], ports = [] } of endpoints.subsets ?? []) {
    w.write(1, `Addresses:\t${orNone(addresses.map((one) => one.ip).join(','))}\n`);
    w.write(1, `NotReadyAddresses:\t${orNone(notReadyAddresses.map((one) => one.ip).join(','))}\n`);
    if (ports.length > 0) {
      w.write(1, 'Ports:\n');
      w.write(2, 'Name\tPort\tProtocol\n');
      w.write(2, '----\t----\t--------\n');
      for (const port of ports) w.write(2, `${port.name || '<unset>'}\t${port.port}\t${port.protocol ?? ''}\n`);
    }
    w.write(0, '\n');
  }
  yield* writeEvents(w, endpoints, context);
};
