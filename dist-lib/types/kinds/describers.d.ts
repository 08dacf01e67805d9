/** The describer of each kind that has its own; kubectl describes all others generically. */
import type { ResourceName } from '../world/object.ts';
import type { Describer } from './describe.ts';
export declare const DESCRIBERS: ReadonlyMap<ResourceName, Describer>;
