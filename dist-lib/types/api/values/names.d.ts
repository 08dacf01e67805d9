/** The sentence for a value that does not fit `format`. */
export declare function regexError(words: string, format: string, ...examples: string[]): string;
/** Bytes of `value` in UTF-8, which is how the API server counts. */
export declare function byteLength(value: string): number;
/** Name of a Namespace, Pod host, container, ...: at most 63 of a-z, 0-9, '-'. */
export declare function isDNS1123Label(value: string): string[];
/** Name of most objects: labels joined by dots, at most 253 characters. */
export declare function isDNS1123Subdomain(value: string): string[];
/** Name that must start with a letter (Services before v1.36, among others). */
export declare function isDNS1035Label(value: string): string[];
/** Label or annotation key: an optional DNS prefix and '/', then a name of at most 63 bytes. */
export declare function isLabelKey(value: string): string[];
export declare const isQualifiedName: typeof isLabelKey;
export declare function isLabelValue(value: string): string[];
/** Port number of a Service or container. */
export declare function isPortNumber(value: number): string[];
export declare function isInRange(value: number, low: number, high: number): string[];
/** Port name: at most 15 of a-z, 0-9, '-', with a letter. */
export declare function isPortName(value: string): string[];
/** Environment variable name as the API server takes it since v1.34 (RelaxedEnvironmentVariableValidation). */
export declare function isEnvVarName(value: string): string[];
/** Environment variable name as a shell knows it; kubectl asks for this one in --env. */
export declare function isStrictEnvVarName(value: string): string[];
/** Key of a ConfigMap or Secret. */
export declare function isConfigMapKey(value: string): string[];
export declare function isCIdentifier(value: string): string[];
export declare function isHTTPHeaderName(value: string): string[];
export declare function isPercent(value: string): string[];
/** Name that can stand in a URL path: the rule for kinds without a stricter one. */
export declare function isPathSegmentName(value: string): string[];
/** IPv4 or IPv6 address. */
export declare function isIP(value: string): string[];
/** True for an IPv6 address without a zone. */
export declare function isIPv6(value: string): boolean;
