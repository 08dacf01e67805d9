/** `value` with the whole numbers in it as Go ints: how kubectl decodes an object for jsonpath and columns. */
export declare function withInts(value: unknown): unknown;
/** The name of the Go type of `value`; `int` names the type that whole numbers have. */
export declare function typeName(value: unknown, int?: string): string;
/** fmt.Sprint: a blank between two operands when neither is a string. */
export declare function sprint(...args: readonly unknown[]): string;
/** fmt.Sprintln: a blank between all operands, and a newline. */
export declare function sprintln(...args: readonly unknown[]): string;
/** `value` as %v prints it. */
export declare function formatValue(value: unknown): string;
/** A string as Go quotes it (%q). */
export declare function quote(text: string): string;
/** unicode.IsPrint: letters, marks, numbers, punctuation, symbols and the plain blank. */
export declare function isPrint(char: string): boolean;
/** fmt.Sprintf, its complaints inside the text included. */
export declare function sprintf(format: string, args: readonly unknown[]): string;
/** A float64 as strconv prints it in %g, the form of numbers in YAML. */
export declare function formatGoFloat(value: number): string;
