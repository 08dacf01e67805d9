import type { Grouping } from './layout.ts';
import { NO_ORDER, type ServiceOrder } from './order.ts';
import { NO_SLOTS, type SlotState } from './slots.ts';

/** What of a picture stays from one drawing to the next, by the frames that Pods stood in then. */
export interface PictureMemory {
  slots: { readonly grouping: Grouping; readonly state: SlotState; readonly time: number };
  services: { readonly grouping: Grouping; readonly order: ServiceOrder };
}

export const newMemory = (): PictureMemory => ({
  slots: { grouping: 'node', state: NO_SLOTS, time: 0 },
  services: { grouping: 'node', order: NO_ORDER },
});
