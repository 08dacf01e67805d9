/** Assignments: their values evaluated once, then stored here or by a declaring builtin. */
import type { Assignment, Word } from 'unbash';
import type { Sys } from '../kernel/types.ts';
import type { Shell } from './shell.ts';
export interface AssignedValue {
    readonly name: string;
    readonly append: boolean;
    /** The subscript word of `name[...]=`; evaluated when stored, for it depends on the kind of array. */
    readonly index?: Word;
    readonly text?: string;
    /** Elements of `name=(...)`: words stay unexpanded when they have a subscript. */
    readonly elements?: readonly {
        readonly key?: Word;
        readonly text: string;
        readonly append?: boolean;
    }[];
}
export declare function evaluateAssignment(shell: Shell, node: Assignment): Sys<AssignedValue>;
export declare function assign(shell: Shell, value: AssignedValue): Sys<void>;
