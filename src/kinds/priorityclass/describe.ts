import { formatLabels } from '../../api/values/selector.ts';
import { type Describer, writeEvents } from '../describe.ts';
import type { PriorityClass } from '../objects.ts';

export const describePriorityClass: Describer<PriorityClass> = function* (one, w, context) {
  w.write(0, `Name:\t${one.metadata.name}\n`);
  w.write(0, `Value:\t${one.value}\n`);
  w.write(0, `GlobalDefault:\t${one.globalDefault ?? false}\n`);
  w.write(0, `PreemptionPolicy:\t${one.preemptionPolicy ?? ''}\n`);
  w.write(0, `Description:\t${one.description ?? ''}\n`);
  w.write(0, `Annotations:\t${formatLabels(one.metadata.annotations)}\n`);
  yield* writeEvents(w, one, context);
};
