import type { Service } from '../objects.ts';
import type { ServiceSpec } from '../types.gen.ts';
export declare function defaultService(service: Service): Service;
export declare function hasNodePorts({ type }: Pick<ServiceSpec, 'type'>): boolean;
export declare function hasClusterIP({ type }: Pick<ServiceSpec, 'type'>): boolean;
/** What the client's update left out is kept from the old Service; what only the old type had, and the client did not change, goes. */
export declare function carryOver(service: Service, old: Service): Service;
/** Drops what belongs to the old type, where the client sent it back unchanged. */
export declare function dropForType(service: Service, old: Service): Service;
/** The object with a field set, or without it. */
export declare function withField<T extends object, K extends keyof T>(object: T, field: K, value: T[K] | undefined): T;
