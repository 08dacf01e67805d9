/** Conditions: `[[ ... ]]` from the syntax tree, and `test`/`[` from words. */
import type { TestExpression } from 'unbash';
import type { Sys } from '../kernel/types.ts';
import { type Shell } from './shell.ts';
type Trace = (text: string) => Sys<void>;
/** The truth of `[[ ... ]]`. `trace` is told each condition that is looked at, as `set -x` shows it. */
export declare function testCommand(shell: Shell, node: TestExpression, trace?: Trace): Sys<boolean>;
/** The code of `test` on its words (without `[` and `]`): 0 true, 1 false. A ShellError of code 2 tells of a wrong expression. */
export declare function testWords(shell: Shell, words: readonly string[]): Sys<boolean>;
export {};
