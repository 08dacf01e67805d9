import type { Sys } from '../kernel/types.ts';
import { CommandError } from './errors.ts';
import type { Invocation } from './invocation.ts';
import { type JsonObject } from './json.ts';
/** The text for one object (or List). Called once an object; may remember what it printed before. */
export type ObjectPrinter = (object: JsonObject) => string;
export interface PrinterOptions {
    /** Formats beyond those that every command has: `custom-columns`, `wide`. */
    readonly moreFormats?: readonly string[];
    readonly noHeaders?: boolean;
    /** kubectl holds the objects as Go structs here, so their fields are written in the order of the struct. */
    readonly typed?: boolean;
}
export declare const structOrder: import("../kernel/lazy.ts").Lazy<typeof import("./output/structorder.ts")>;
/**
 * The printer that -o, --template and their like ask for; undefined when they ask for none.
 * Throws CommandError for an unknown format or a broken template.
 */
export declare function objectPrinter(invocation: Invocation, options?: PrinterOptions): Sys<ObjectPrinter | undefined>;
/** A template that failed on an object: what goes to stdout all the same, and the error. */
export declare class TemplateFailure extends CommandError {
    readonly output: string;
    constructor(output: string, message: string);
}
/** `deployment.apps/web` */
export declare function objectName(object: JsonObject): string;
export declare function withoutManagedFields(object: JsonObject): JsonObject;
export type DryRun = 'none' | 'client' | 'server';
/** The value of --dry-run; a word on stderr for its old forms. */
export declare function dryRunOf(invocation: Invocation): Sys<DryRun>;
export declare const DRY_RUN_SUFFIX: Readonly<Record<DryRun, string>>;
/** Says what was done to an object: `service/web created`, or the object itself in the form -o asks for. */
export type ResultPrinter = (object: JsonObject, operation: string) => Sys<void>;
/** The printer of a command's results. Made before the work, so that a wrong -o fails before anything changes. */
export declare function resultPrinter(invocation: Invocation, dryRun?: DryRun, options?: PrinterOptions): Sys<ResultPrinter>;
/** Prints an object; a template's failure still shows what kubectl shows of it. */
export declare function printWith(invocation: Invocation, printer: ObjectPrinter, object: JsonObject): Sys<void>;
