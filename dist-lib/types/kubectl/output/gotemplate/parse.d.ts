import { type Node } from './nodes.ts';
/** The templates that `text` defines, the main one under `name`. `functions` are the names that can be called. */
export declare function parse(text: string, name: string, functions: ReadonlySet<string>): Map<string, readonly Node[]>;
