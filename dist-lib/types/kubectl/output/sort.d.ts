export declare class SortError extends Error {
}
/**
 * `items` in the order of the field that `field` (a relaxed JSONPath) names in each one's object; items without it come first.
 * Throws SortError when the path is wrong or no object has the field.
 */
export declare function sortBy<T>(items: readonly T[], field: string, objectOf: (item: T) => unknown): T[];
