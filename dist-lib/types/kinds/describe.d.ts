import type { Sys } from '../kernel/types.ts';
import type { KubeObject } from '../world/object.ts';
import type { Event } from './objects.ts';
/** Lines with a level of indentation; tabs separate the columns that the reader sees aligned. */
export interface DescribeWriter {
    write(level: number, text: string): void;
    /** What follows is aligned on its own. */
    flush(): void;
}
export interface DescribeContext {
    /** Virtual time, ms. */
    readonly now: number;
    readonly showEvents: boolean;
    /** One object by its path; undefined when it is not there or may not be seen. */
    get<T>(path: string): Sys<T | undefined>;
    /** The items of a list; undefined when it is not there or may not be seen. */
    list<T>(path: string, query?: Readonly<Record<string, string>>): Sys<readonly T[] | undefined>;
}
export type Describer<T extends KubeObject = KubeObject> = (object: T, writer: DescribeWriter, context: DescribeContext) => Sys<void>;
type Labels = Readonly<Record<string, string>> | undefined;
/** `Labels:` and the like: one pair a line, in key order. */
export declare function writeLabels(w: DescribeWriter, title: string, labels: Labels, initialIndent?: string, innerIndent?: string, skip?: ReadonlySet<string>): void;
/** `Annotations:`; long values go on lines of their own, cut off where they are too long. */
export declare function writeAnnotations(w: DescribeWriter, title: string, annotations: Labels): void;
/** Name, Namespace, Labels, Annotations: how most descriptions start. */
export declare function writeHead(w: DescribeWriter, { metadata }: KubeObject): void;
/** Name, Namespace, Selector, Labels, Annotations. */
export declare function writeHeadWithSelector(w: DescribeWriter, { metadata }: KubeObject, selector: string): void;
/** `ReplicaSet/web-1` of the owner that controls the object, or ''. */
export declare function controllerOf({ metadata }: KubeObject): string;
/** `Tue, 24 Nov 2026 02:22:57 +0000` */
export declare function timeText(time: string | undefined): string;
/** Age of a time, or `<unknown>`. */
export declare function since(time: string | null | undefined, now: number): string;
/** Type, Status, Reason of workloads' conditions. */
export declare function writeConditions(w: DescribeWriter, conditions: readonly {
    readonly type: string;
    readonly status: string;
    readonly reason?: string;
}[] | undefined): void;
/** Finds the events about an object. `kind: false`: whatever kind they name (Pods). */
export declare function eventsOf({ metadata, kind }: KubeObject, context: DescribeContext, options?: {
    kind?: boolean;
    uid?: string;
}): Sys<readonly Event[]>;
/** The closing `Events:` section. */
export declare function writeEvents(w: DescribeWriter, object: KubeObject, context: DescribeContext, options?: {
    kind?: boolean;
}): Sys<void>;
export declare function writeEventList(w: DescribeWriter, events: readonly Event[], now: number): void;
/** `5s`, or `5s (x3 over 2m)` for one that happened more than once. */
export declare function eventAge(event: Event, now: number): string;
export declare const orNone: (text: string) => string;
export declare const boolText: (value: boolean | undefined) => string;
export {};
