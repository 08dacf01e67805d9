/** The endpointslice controller: the Pods of each Service with a selector, ready or not, as EndpointSlices. */
import type { EndpointSlice } from '../../kinds/objects.ts';
import type { World } from '../../world/world.ts';
import { type Controller } from '../controller.ts';
export declare const MANAGED_BY = "endpointslice.kubernetes.io/managed-by";
export declare const HEADLESS = "service.kubernetes.io/headless";
export declare const TRIGGER_TIME = "endpoints.kubernetes.io/last-change-trigger-time";
export declare const endpointSliceController: Controller;
/** The slices that a controller keeps for a Service. */
export declare function slicesOf(world: World, namespace: string, service: string, manager: string): EndpointSlice[];
