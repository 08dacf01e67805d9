import { type Describer, writeEvents, writeHead } from '../describe.ts';
import type { IngressClass } from '../objects.ts';

export const describeIngressClass: Describer<IngressClass> = function* (one, w, context) {
  const { controller = '', parameters } = one.spec;
  writeHead(w, one);
  w.write(0, `Controller:\t${controller}\n`);
  if (parameters) {
    w.write(0, 'Parameters:\n');
    if (parameters.apiGroup !== undefined) w.write(1, `APIGroup:\t${parameters.apiGroup}\n`);
    w.write(1, `Kind:\t${parameters.kind}\n`);
    w.write(1, `Name:\t${parameters.name}\n`);
  }
  yield* writeEvents(w, one, context);
};
