/**
 * Sorts `list` in place as Go's sort.Sort would, which can be seen when `less` is no strict order:
 * equal or missing values, keys that mix digits and letters.
 */
export declare function goSort<T>(list: T[], less: (a: T, b: T) => boolean): T[];
