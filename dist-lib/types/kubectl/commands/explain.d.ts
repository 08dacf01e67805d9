import { type Definition } from '../../kinds/schema.ts';
import type { CommandBody } from '../cli/command.ts';
type Descriptions = Readonly<Record<string, Readonly<Record<string, string>>>>;
export declare const explain: CommandBody;
/** What follows the heading. Throws CommandError for a field that is not there. */
export declare function explainPath(root: Definition, path: readonly string[], texts: Descriptions, recursive: boolean): string;
/** Breaks lines at blanks before they get longer than `limit`; longer words stay whole. */
export declare function wrap(text: string, limit: number): string;
export {};
