import type { Sys } from '../../kernel/types.ts';
import type { Expr } from './parse.ts';
import type { Awk } from './run.ts';
import { type Value } from './values.ts';
export declare function callBuiltin(awk: Awk, name: string, args: readonly Expr[], line: number): Sys<Value>;
