/** What completion offers, and what it knows while it looks for candidates. */
import type { Invocation } from '../invocation.ts';
export interface Candidate {
    readonly value: string;
    readonly description?: string;
    /** More is typed right after it (`deployment/`): no blank follows. */
    readonly open?: boolean;
}
export interface CompletionContext {
    /** The command line so far: its flags and the arguments before the one being typed. */
    readonly invocation: Invocation;
    /** The word being typed, up to the cursor. */
    readonly word: string;
}
