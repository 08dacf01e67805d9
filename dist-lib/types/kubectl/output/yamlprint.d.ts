/** `value` as a YAML document, ended with a newline; fields that are undefined are left out. */
export declare function printYaml(value: unknown): string;
/** A character as it stands in double quotes. */
export declare function escapeChar(char: string): string;
