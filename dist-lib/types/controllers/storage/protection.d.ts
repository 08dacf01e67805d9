/** Claims that Pods use, and volumes that are bound, stay until that ends (source: pkg/controller/volume/pvcprotection, pvprotection). */
import type { Pod } from '../../kinds/objects.ts';
import type { Controller } from '../controller.ts';
export declare const claimProtection: Controller;
export declare const volumeProtection: Controller;
/** The claims that a Pod mounts, those of its ephemeral volumes too. */
export declare function claimNames({ metadata, spec }: Pod): string[];
