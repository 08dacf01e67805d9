/** Whether what a client applies has the shape that the schema says (source: structured-merge-diff's typed/validate.go). */
import { type Definition, definition as definitionByName, type Type } from '../../kinds/schema.ts';
import { elementKey } from '../field-set.ts';
import { goQuote, goValue } from '../go-json.ts';
import { isAtomic, partType, pathElement } from './apply-merge.ts';

type Bag = Readonly<Record<string, unknown>>;

const NUMBERS: readonly string[] = ['int32', 'int64', 'double'];
const STRINGS: readonly string[] = ['string', 'bytes'];

/** What does not fit, as `.spec.replicas: expected numeric (int or float), got string`; several in lines below `errors:`. */
export function typedErrors(definition: Definition, value: unknown): string {
  const errors = check({ type: 'ref', ref: definition.name }, value, '');
  return errors.length > 1 ? ['errors:', ...errors.map((one) => `  ${one}`)].join('\n') : (errors[0] ?? '');
}

function check(type: Type, value: unknown, path: string): string[] {
  const wrong = (words: string): string[] => [path === '' ? words : `${path}: ${words}`];
  if (value === null || value === undefined || isOpen(type)) return [];
  if (type.type === 'list') return Array.isArray(value) ? checkElements(type, value, path) : wrong(`expected list, got ${shown(value)}`);
  if (type.type === 'map' || type.type === 'ref') {
    if (typeof value !== 'object' || Array.isArray(value)) return wrong(`expected map, got ${shown(value)}`);
    return checkFields(type, value as Bag, path);
  }
  if (NUMBERS.includes(type.type)) return typeof value === 'number' ? [] : wrong(`expected numeric (int or float), got ${goType(value)}`);
  if (STRINGS.includes(type.type)) return typeof value === 'string' ? [] : wrong(`expected string, got ${goSyntax(value)}`);
  if (type.type === 'boolean') return typeof value === 'boolean' ? [] : wrong(`expected boolean, got ${shown(value)}`);
  return typeof value === 'object' ? wrong(`expected any scalar, got ${shown(value)}`) : [];
}

/** What nobody described. */
function isOpen(type: Type): boolean {
  return type.type === 'any' || type.type === 'object' || (type.type === 'map' && type.of === type);
}

function checkFields(type: Type, value: Bag, path: string): string[] {
  const struct = type.ref === undefined ? undefined : definitionByName(type.ref);
  // Free-form objects have no fields that anybody declared.
  if (type.type === 'ref' && (!struct || struct.fields.size === 0)) return [];
  const errors: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const of = struct ? struct.fields.get(key) : (type.of ?? { type: 'string' });
    if (!of && struct?.open) continue;
    if (!of) return [...errors, `${path}.${key}: field not declared in schema`];
    errors.push(...check(of, value[key], `${path}.${key}`));
  }
  return errors;
}

function checkElements(type: Type, list: readonly unknown[], path: string): string[] {
  const errors: string[] = [];
  const seen = new Set<string>();
  const of = type.of ?? { type: 'any' };
  for (const [index, element] of list.entries()) {
    let place = `[${index}]`;
    if (type.listType === 'map') {
      const why = keyless(type, element);
      if (why) return [...errors, `${path}: element ${index}: ${why}`];
      place = pathElement(`k:${elementKey(type, element)}`);
    } else if (type.listType === 'set') place = `[=${JSON.stringify(element)}]`;
    if (type.listType === 'map' || type.listType === 'set') {
      if (seen.has(place)) errors.push(`${path}: duplicate entries for key ${place}`);
      seen.add(place);
    }
    errors.push(...check(of, element, `${path}${place}`));
  }
  return errors;
}

/** Why an element of a keyed list cannot be told from others. */
function keyless({ listMapKeys: keys = [] }: Type, element: unknown): string | undefined {
  if (element === null) return 'associative list with keys may not have a null element';
  if (typeof element !== 'object' || Array.isArray(element)) return 'associative list with keys may not have non-map elements';
  if (keys.some((key) => key in (element as object) || key === 'protocol')) return undefined;
  const names = keys.map(goQuote).join(' ');
  return `associative list with keys has an element that omits all key fields [${names}] (and doesn't have default values for any key fields)`;
}

/** As Go prints the value that the library wraps it in. */
function shown(value: unknown): string {
  return `&{${goValue(value)}}`;
}

function goSyntax(value: unknown): string {
  return typeof value === 'object' ? shown(value) : `&value.valueUnstructured{Value:${String(value)}}`;
}

function goType(value: unknown): string {
  if (Array.isArray(value)) return '[]interface {}';
  return typeof value === 'string' ? 'string' : typeof value === 'boolean' ? 'bool' : 'map[string]interface {}';
}

/** What in a value would be replaced whole if it were merged in: `.spec.containers[0].args`. */
export function atomicPaths(definition: Definition, value: unknown): string[] {
  return atomics({ type: 'ref', ref: definition.name }, value, '');
}

function atomics(type: Type, value: unknown, path: string): string[] {
  if (value === null || typeof value !== 'object') return [];
  const own = isAtomic(type) ? [path] : [];
  const parts = Array.isArray(value)
    ? value.flatMap((one, index) => atomics(type.of ?? { type: 'any' }, one, `${path}[${index}]`))
    : Object.entries(value).flatMap(([key, one]) => atomics(partType(type, key), one, `${path}.${key}`));
  return [...own, ...parts];
}
