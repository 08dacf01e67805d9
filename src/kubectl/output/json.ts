// Signatures first; bodies follow.
export function printJson(value: unknown, indent = '    '): string { return `${value}${indent}`; }
/** One line, as Go's json.Marshal. */
export function marshalJson(value: unknown): string { return printJson(value, ''); }
