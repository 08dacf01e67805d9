/**
 * Reading a body: types checked and values brought into the form in which the real server gives them back (quantities and
 * times canonical, zero values left out or written as Go does), unknown fields named.
 */
import { type Definition, definition as definitionByName, type Field, type Type } from '../kinds/schema.ts';
import { type Wire, wireOf } from '../kinds/wire.ts';
import { goQuote } from './go-json.ts';
import { DurationError, formatMicroTime, formatTime, parseTime } from './values/duration.ts';
import { canonicalQuantity, QuantityError } from './values/quantity.ts';

/** The body does not fit the type; the message is what Go's decoder says. */
export class DecodeError extends Error {
  /** Where: `spec.containers[0].resources.limits.cpu`; '' for the body as a whole. */
  readonly path: string;

  constructor(message: string, path = '') {
    super(message);
    this.path = path;
  }
}

export interface Decoded {
  readonly value: Record<string, unknown>;
  /** `unknown field "spec.replcas"`, in order of the paths met. */
  readonly strict: readonly string[];
  /** The first value of a wrong type, if any: `json: cannot unmarshal string into Go struct field ...`. */
  readonly typeError: string | undefined;
  /** All of them, with their paths. */
  readonly typeErrors: readonly TypeProblem[];
}

export interface TypeProblem {
  readonly message: string;
  readonly path: string;
}

interface State {
  readonly strict: string[];
  readonly typeErrors: TypeProblem[];
}

/** Where a value stands: the Go struct it is a field of, the dotted names down to it, and its path with indexes. */
interface Place {
  readonly struct: string;
  readonly names: string;
  readonly path: string;
}

type Raw = Readonly<Record<string, unknown>>;

/** Decodes a body as an object of that definition. Throws DecodeError where Go's decoder would stop at once (quantities, times). */
export function decode(definition: Definition, body: unknown): Decoded {
  const state: State = { strict: [], typeErrors: [] };
  const place: Place = { struct: '', names: '', path: '' };
  if (!isObject(body)) throw new DecodeError(`json: cannot unmarshal ${jsonType(body)} into Go value of type ${goName(definition)}`);
  const value = decodeStruct(definition, body, place, state);
  return { value, strict: state.strict, typeError: state.typeErrors[0]?.message, typeErrors: state.typeErrors };
}

interface PlannedField {
  readonly field: Field;
  readonly wire: Wire;
}

const plans = new WeakMap<Definition, readonly PlannedField[]>();

function planOf(definition: Definition): readonly PlannedField[] {
  let plan = plans.get(definition);
  if (!plan) {
    plan = [...definition.fields.values()].map((field) => ({ field, wire: wireOf(definition.name, field.name) }));
    plans.set(definition, plan);
  }
  return plan;
}

function decodeStruct(definition: Definition, raw: Raw, at: Place, state: State): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const { field, wire } of planOf(definition)) {
    const { name } = field;
    const given = Object.hasOwn(raw, name) ? raw[name] : undefined;
    const place: Place = { struct: lastWord(definition.id), names: at.names ? `${at.names}.${name}` : name, path: join(at.path, name) };
    const read = given === undefined || given === null ? undefined : decodeValue(field, given, place, state);
    const written = isZero(read, wire) ? zeroOf(field, wire, place, state, definition) : read;
    if (written !== undefined) value[name] = written;
  }
  for (const name of Object.keys(raw).sort()) {
    if (!definition.fields.has(name)) state.strict.push(`unknown field ${goQuote(join(at.path, name))}`);
  }
  return value;
}

/** Whether Go's `omitempty` would leave the value out. */
function isZero(value: unknown, wire: Wire): boolean {
  if (value === undefined) return true;
  if (wire.pointer) return false;
  if (value === '' || value === 0 || value === false) return true;
  return Array.isArray(value) && value.length === 0;
}

/** What is written for an absent or zero value: undefined for most optional fields. */
function zeroOf(field: Field, wire: Wire, place: Place, state: State, definition: Definition): unknown {
  if (wire.struct) return field.type === 'ref' ? decodeStruct(refOf(field), {}, place, state) : null;
  if (wire.omit || !(field.required || wire.keep) || field.name === 'metadata' || definition.name === 'ObjectMeta') return undefined;
  if (wire.pointer && wire.keep) return null;
  switch (field.type) {
    case 'string':
      return '';
    case 'int32':
    case 'int64':
    case 'double':
    case 'IntOrString':
      return 0;
    case 'Quantity':
      return '0';
    case 'boolean':
      return false;
    case 'ref':
      return wire.keep || wire.pointer ? undefined : decodeStruct(refOf(field), {}, place, state);
    case 'list':
    case 'map':
    case 'Time':
    case 'MicroTime':
      return null;
    default:
      return undefined;
  }
}

function decodeValue(type: Type, raw: unknown, at: Place, state: State): unknown {
  switch (type.type) {
    case 'ref':
      return isObject(raw) ? decodeStruct(refOf(type), raw, at, state) : mismatch(type, raw, at, state);
    case 'list': {
      if (!Array.isArray(raw)) return mismatch(type, raw, at, state);
      const of = type.of as Type;
      return raw.map((one, index) =>
        one === null || one === undefined
          ? nullElement(of, at, state)
          : decodeValue(of, one, { ...at, path: `${at.path}[${index}]` }, state),
      );
    }
    case 'map': {
      if (!isObject(raw)) return mismatch(type, raw, at, state);
      const keys = Object.keys(raw);
      if (keys.length === 0) return undefined;
      const value: Record<string, unknown> = {};
      for (const key of keys) {
        const one = raw[key];
        const read =
          one === null || one === undefined
            ? nullElement(type.of as Type, at, state)
            : decodeValue(type.of as Type, one, { ...at, path: join(at.path, key) }, state);
        if (read !== undefined) setOwn(value, key, read);
      }
      return value;
    }
    case 'string':
      return typeof raw === 'string' ? raw : mismatch(type, raw, at, state);
    case 'boolean':
      return typeof raw === 'boolean' ? raw : mismatch(type, raw, at, state);
    case 'int32':
    case 'int64':
      return decodeInteger(type, raw, at, state);
    case 'double':
      return typeof raw === 'number' ? raw : mismatch(type, raw, at, state);
    case 'Quantity':
      return decodeQuantity(raw, at);
    case 'IntOrString':
      return decodeIntOrString(raw, at);
    case 'Time':
      return decodeTime(raw, formatTime, at);
    case 'MicroTime':
      return decodeTime(raw, formatMicroTime, at);
    case 'bytes':
      return decodeBytes(type, raw, at, state);
    case 'object':
      return isObject(raw) ? raw : mismatch(type, raw, at, state);
    default:
      return raw;
  }
}

/** A null inside a list or map stands for the element's zero value. */
function nullElement(type: Type, at: Place, state: State): unknown {
  if (type.type === 'ref') return decodeStruct(refOf(type), {}, at, state);
  if (type.type === 'string' || type.type === 'bytes') return '';
  if (type.type === 'Quantity') return '0';
  return type.type === 'boolean' ? false : type.type === 'int32' || type.type === 'int64' ? 0 : null;
}

function decodeInteger(type: Type, raw: unknown, at: Place, state: State): unknown {
  if (typeof raw !== 'number') return mismatch(type, raw, at, state);
  const fits = Number.isInteger(raw) && (type.type === 'int64' ? Math.abs(raw) < 2 ** 63 : raw >= -(2 ** 31) && raw < 2 ** 31);
  return fits ? raw : mismatch(type, raw, at, state, `number ${raw}`);
}

function decodeQuantity(raw: unknown, at: Place): string {
  if (typeof raw !== 'string' && typeof raw !== 'number') {
    throw new DecodeError("quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'", at.path);
  }
  try {
    return canonicalQuantity(typeof raw === 'string' ? raw.trim() : raw);
  } catch (error) {
    if (error instanceof QuantityError) throw new DecodeError(error.message, at.path);
    throw error;
  }
}

function decodeIntOrString(raw: unknown, at: Place): number | string {
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'number' && Number.isInteger(raw) && Math.abs(raw) < 2 ** 31) return raw;
  const given = typeof raw === 'number' ? `number ${raw}` : jsonType(raw);
  throw new DecodeError(`json: cannot unmarshal ${given} into Go value of type int32`, at.path);
}

function decodeTime(raw: unknown, format: (ms: number) => string, at: Place): string {
  if (typeof raw !== 'string') throw new DecodeError(`json: cannot unmarshal ${jsonType(raw)} into Go value of type string`, at.path);
  try {
    return format(parseTime(raw));
  } catch (error) {
    if (error instanceof DurationError) throw new DecodeError(error.message, at.path);
    throw error;
  }
}

function decodeBytes(type: Type, raw: unknown, at: Place, state: State): unknown {
  if (typeof raw !== 'string') return mismatch(type, raw, at, state);
  const text = raw.replace(/[\r\n]/g, '');
  const wrong =
    /[^A-Za-z0-9+/=]/.exec(text)?.index ??
    /=(?!=?$)|^=/.exec(text)?.index ??
    (text.length % 4 === 0 ? -1 : text.length - (text.length % 4));
  if (wrong >= 0) throw new DecodeError(`illegal base64 data at input byte ${wrong}`, at.path);
  return text;
}

/** Records a value of a wrong type, and goes on without it. */
function mismatch(type: Type, raw: unknown, at: Place, state: State, given = jsonType(raw)): undefined {
  const message = `json: cannot unmarshal ${given} into Go struct field ${at.struct}.${at.names} of type ${goType(type)}`;
  state.typeErrors.push({ message, path: at.path });
  return undefined;
}

function goType(type: Type): string {
  switch (type.type) {
    case 'ref':
      return goName(refOf(type));
    case 'list':
      return `[]${goType(type.of as Type)}`;
    case 'map':
      return `map[string]${goType(type.of as Type)}`;
    case 'boolean':
      return 'bool';
    case 'double':
      return 'float64';
    case 'bytes':
      return '[]uint8';
    case 'object':
      return 'map[string]interface {}';
    case 'Quantity':
      return 'resource.Quantity';
    case 'IntOrString':
      return 'intstr.IntOrString';
    case 'Time':
    case 'MicroTime':
      return `v1.${type.type}`;
    default:
      return type.type;
  }
}

/** `v1.PodSpec`: the last two words of the id. */
function goName(definition: Definition): string {
  return definition.id.split('.').slice(-2).join('.');
}

function refOf(type: Type): Definition {
  const found = definitionByName(type.ref ?? '');
  if (!found) throw new Error(`no definition ${type.ref}`);
  return found;
}

function lastWord(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

function join(path: string, name: string): string {
  return path ? `${path}.${name}` : name;
}

function jsonType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'boolean') return 'bool';
  return value === null || value === undefined ? 'null' : typeof value;
}

/** Sets a key that may be `__proto__`. */
function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
}

function isObject(value: unknown): value is Raw {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
