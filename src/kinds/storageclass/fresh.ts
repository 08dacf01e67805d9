import type { Behaviour } from '../define.ts';
import { fill } from '../fill.ts';
import type { StorageClass } from '../objects.ts';

export const freshStorageClass: Behaviour<StorageClass> = {
  defaults: (one) => fill(one, { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' }),
};
