import { formatLabels } from '../../api/values/selector.ts';
import type { KubeObject } from '../../world/object.ts';
import { type Describer, writeEvents } from '../describe.ts';

type VolumeAttributesClass = KubeObject & { readonly driverName: string; readonly parameters?: Readonly<Record<string, string>> };

export const describeVolumeAttributesClass: Describer<VolumeAttributesClass> = function* (one, w, context) {
  w.write(0, `Name:\t${one.metadata.name}\n`);
  w.write(0, `Annotations:\t${formatLabels(one.metadata.annotations)}\n`);
  w.write(0, `DriverName:\t${one.driverName}\n`);
  w.write(0, `Parameters:\t${formatLabels(one.parameters)}\n`);
  yield* writeEvents(w, one, context);
};
