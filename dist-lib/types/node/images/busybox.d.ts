/** Small images that hold tools and do nothing by themselves: their shell ends at once without a terminal. */
import type { Family } from './family.ts';
export declare const busyboxFamily: Family;
