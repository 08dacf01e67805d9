import type { Sys } from '../../kernel/types.ts';
import { type Pattern } from '../regex/match.ts';
import { type Call } from '../tool.ts';
import type { AwkProgram, Expr, Lvalue } from './parse.ts';
import { type Value } from './values.ts';
export type AwkArray = Map<string, Value>;
export declare class Awk {
    readonly call: Call;
    private readonly program;
    private readonly globals;
    private locals;
    private record;
    private fields;
    /** The fields are those of the record; the record is that of the fields. */
    private split;
    private joined;
    private readonly patterns;
    private readonly streams;
    private main;
    private argument;
    private sawFile;
    private readonly inRange;
    private rounds;
    private calls;
    private exiting;
    private code;
    seed: number | undefined;
    previousSeed: number;
    constructor(call: Call, program: AwkProgram, operands: readonly string[]);
    /** Sets a variable from the command line: `name=value`. */
    assign(text: string): void;
    run(): Sys<number>;
    private phase;
    private mainLoop;
    private applies;
    private cell;
    array(name: string): AwkArray;
    getVariable(name: string): Value;
    setVariable(name: string, value: Value): void;
    text(name: string): string;
    get convfmt(): string;
    toText(value: Value): string;
    setRecord(text: string): void;
    private recordText;
    private splitRecord;
    /** The parts of a text as FS (or split's third argument) parts it. */
    splitText(text: string, separator: string | Pattern, paragraph?: boolean): string[];
    private getField;
    private setField;
    private fieldIndex;
    regex(source: string): Pattern;
    /** The pattern that an expression stands for: a regex literal, or its value's text. */
    pattern(expr: Expr): Sys<Pattern>;
    private separator;
    /** The next record of the main input; counts it. */
    nextRecord(): Sys<string | undefined>;
    private endFile;
    private openNext;
    private openMain;
    private getline;
    private reader;
    private print;
    private writer;
    /** Closes what was opened by that name; the exit code of a command, -1 when nothing was. */
    closeStream(name: string): Sys<number>;
    private closeAll;
    system(command: string): Sys<number>;
    random(): Sys<number>;
    /** What printf makes of its arguments. */
    format(format: string, values: readonly Value[]): string;
    private tick;
    private execute;
    private key;
    store(target: Lvalue, value: Value): Sys<void>;
    eval(expr: Expr): Sys<Value>;
    private callFunction;
}
