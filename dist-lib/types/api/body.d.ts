/** Bodies of writes: decoded as the resource's kind, with the checks of the real server around it. */
import type { Definition } from '../kinds/schema.ts';
import type { KubeObject } from '../world/object.ts';
import type { Resource } from './registry.ts';
import type { Call } from './request.ts';
/** The request's body as an object of the resource's kind. Unknown fields are refused, told or dropped as fieldValidation says. */
export declare function objectOf(resource: Resource, call: Call, body?: unknown): KubeObject;
/** Decodes a body of any definition (Scale, Binding, DeleteOptions, ...) with the request's fieldValidation. */
export declare function decodeAs(definition: Definition, kind: string, version: string, body: unknown, call: Call): Record<string, unknown>;
