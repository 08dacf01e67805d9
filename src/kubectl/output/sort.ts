// --sort-by.
import { goSort } from '../../api/values/go-sort.ts';
import { compareQuantity, parseQuantity, QuantityError } from '../../api/values/quantity.ts';
import { typeName } from './gofmt.ts';
import { executeJsonPath, JsonPathError, parseJsonPath, relaxedJSONPathExpression } from './jsonpath/index.ts';

export class SortError extends Error {}

/** The field holds what has no order: kubectl ends there, with a line in its log that calls what it sorts by its Go type. */
export class UnsortableError extends Error {
  readonly field: string;
  constructor(field: string, type: string) {
    super(`is an unsortable type: interface, err: unsortable type: ${type}`);
    this.field = field;
  }
}

/**
 * `items` in the order of the field that `field` (a relaxed JSONPath) names in each one's object; items without it come first.
 * Throws SortError when the path is wrong or no object has the field, UnsortableError for a field without order.
 */
export function sortBy<T>(items: readonly T[], field: string, objectOf: (item: T) => unknown): T[] {
  const keyed = items.map((item) => ({ item, value: undefined as unknown }));
  let path = field;
  try {
    path = relaxedJSONPathExpression(field);
    const parsed = parseJsonPath(path);
    for (const entry of keyed) entry.value = executeJsonPath(parsed, objectOf(entry.item))[0]?.[0];
  } catch (error) {
    throw error instanceof JsonPathError ? new SortError(error.message) : error;
  }
  if (items.length > 0 && keyed.every(({ value }) => value === undefined)) {
    throw new SortError(`couldn't find any field with path ${JSON.stringify(path)} in the list of objects`);
  }
  const less = (a: { value: unknown }, b: { value: unknown }) =>
    a.value === undefined || (b.value !== undefined && isLess(a.value, b.value, path));
  return goSort(keyed, less).map(({ item }) => item);
}

/** Numbers by value, strings as quantities when both are such, else by their text. */
function isLess(a: unknown, b: unknown, path: string): boolean {
  if (a === null || b === null) return a === null && b !== null;
  if (typeof a !== typeof b || typeof a === 'object' || typeof a === 'boolean') throw new UnsortableError(path, typeName(a));
  if (typeof a !== 'string') return (a as number) < (b as number);
  const [left, right] = [toQuantity(a), toQuantity(b as string)];
  return left && right ? compareQuantity(left, right) < 0 : a < (b as string);
}

function toQuantity(text: string) {
  if (!/^[-+.\d]/.test(text)) return undefined;
  try {
    return parseQuantity(text);
  } catch (error) {
    if (error instanceof QuantityError) return undefined;
    throw error;
  }
}
