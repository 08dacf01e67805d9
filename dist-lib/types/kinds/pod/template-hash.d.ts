import type { PodTemplateSpec } from '../types.gen.ts';
import { type GoType } from './go-types.ts';
/** `collisionCount` gives another hash when the first is taken. */
export declare function podTemplateHash(template: PodTemplateSpec, collisionCount?: number): string;
/** A value as Go's spew prints it; elements of lists and maps come without their type. */
export declare function goDump(type: GoType, value: unknown, typed?: boolean): string;
