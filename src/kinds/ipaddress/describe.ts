import { type Describer, writeEvents, writeHead } from '../describe.ts';
import type { IPAddress } from './index.ts';

export const describeIPAddress: Describer<IPAddress> = function* (one, w, context) {
  writeHead(w, one);
  const { parentRef } = one.spec;
  if (parentRef) {
    w.write(0, 'Parent Reference:\n');
    w.write(1, `Group:\t${parentRef.group ?? ''}\n`);
    w.write(1, `Resource:\t${parentRef.resource ?? ''}\n`);
    w.write(1, `Namespace:\t${parentRef.namespace ?? ''}\n`);
    w.write(1, `Name:\t${parentRef.name ?? ''}\n`);
  }
  yield* writeEvents(w, one, context);
};
