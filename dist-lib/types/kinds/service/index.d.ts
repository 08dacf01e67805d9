import type { Service } from '../objects.ts';
/** One name and address for the Pods that it selects. */
export declare const services: import("../../api/kind.ts").Kind<Service>;
