import type { Sys } from '../kernel/types.ts';
import type { Invocation } from './invocation.ts';
import { type JsonObject } from './json.ts';
import type { ResourceInfo } from './resource/builder.ts';
type EditInfo = ResourceInfo & {
    readonly object: JsonObject;
};
/** Sends an object's change; gives the object as the server then has it. */
export type SendChange = (info: EditInfo, before: JsonObject, after: JsonObject) => Sys<JsonObject>;
declare const HEADERS: {
    object: string;
    'last-applied': string;
};
/** Opens the editor until what it saves is valid, unchanged or empty. */
export declare function editObjects(invocation: Invocation, infos: readonly EditInfo[], mode: keyof typeof HEADERS, send: SendChange): Sys<void>;
export {};
