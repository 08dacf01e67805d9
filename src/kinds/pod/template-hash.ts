/**
 * The pod-template-hash of a Deployment's ReplicaSets: the same as the real one, which is a hash of the template as Go prints it
 * (source: controller.ComputeHash; the form of spew's %#v without methods and addresses).
 */
import { fnv32aBytes, safeEncodeString } from '../../api/values/hash.ts';
import type { PodTemplateSpec } from '../types.gen.ts';
import { type GoType, goFields, goType } from './go-types.ts';

type Bag = Readonly<Record<string, unknown>>;

const TEMPLATE = goType('PodTemplateSpec');
const ZERO_TIME = '{Time:(time.Time){wall:(uint64)0 ext:(int64)0 loc:(*time.Location)<nil>}}';

/** `collisionCount` gives another hash when the first is taken. */
export function podTemplateHash(template: PodTemplateSpec, collisionCount?: number): string {
  const dump = new TextEncoder().encode(goDump(TEMPLATE, template));
  if (collisionCount === undefined) return safeEncodeString(String(fnv32aBytes(dump)));
  const bytes = new Uint8Array(dump.length + 8);
  bytes.set(dump);
  for (let index = 0; index < 4; index++) bytes[dump.length + index] = (collisionCount >>> (8 * index)) & 255;
  return safeEncodeString(String(fnv32aBytes(bytes)));
}

/** A value as Go's spew prints it; elements of lists and maps come without their type. */
export function goDump(type: GoType, value: unknown, typed = true): string {
  const head = typed ? `(${type.text})` : '';
  const nil = value === undefined || value === null;
  switch (type.kind) {
    case 'pointer':
      return nil ? `${head}<nil>` : `${head || '<*>'}${goDump(type.of as GoType, value, false)}`;
    case 'slice':
      return nil
        ? `${head}<nil>`
        : `${head}[${(value as readonly unknown[]).map((one) => goDump(type.of as GoType, one, false)).join(' ')}]`;
    case 'map':
      return nil ? `${head}<nil>` : `${head}map[${dumpEntries(type.of as GoType, value as Bag)}]`;
    case 'struct':
      return `${head}{${goFields(type.struct ?? '')
        .map((field) => `${field.name}:${goDump(field.type, field.json === '' ? value : (value as Bag | undefined)?.[field.json])}`)
        .join(' ')}}`;
    case 'Time':
      return `${head}${ZERO_TIME}`;
    case 'IntOrString':
      return `${head}${dumpIntOrString(value)}`;
    case 'Quantity':
      return `${head}${dumpQuantity(String(value ?? ''))}`;
    case 'bool':
      return `${head}${value === true}`;
    case 'int':
      return `${head}${(value as number | undefined) ?? 0}`;
    default:
      return `${head}${(value as string | undefined) ?? ''}`;
  }
}

function dumpEntries(of: GoType, value: Bag): string {
  return Object.keys(value)
    .sort()
    .map((key) => `${key}:${goDump(of, value[key], false)}`)
    .join(' ');
}

function dumpIntOrString(value: unknown): string {
  const text = typeof value === 'string';
  return `{Type:(intstr.Type)${text ? 1 : 0} IntVal:(int32)${typeof value === 'number' ? value : 0} StrVal:(string)${text ? value : ''}}`;
}

const DECIMAL: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const BINARY: Readonly<Record<string, number>> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 };

/** A canonical quantity as Go keeps it in memory: its digits, its power of ten, and the text where it need not be made again. */
function dumpQuantity(text: string): string {
  const [, digits = '0', suffix = ''] = /^(-?\d+)(.*)$/.exec(text) ?? [];
  const binary = BINARY[suffix];
  const [value, scale] = binary === undefined ? [BigInt(digits), DECIMAL[suffix] ?? 0] : [BigInt(digits) << BigInt(binary), 0];
  const keepsText = binary === undefined ? !digits.endsWith('000') : (BigInt(digits) & 7n) !== 0n;
  const format = binary === undefined ? (text === '' ? '' : 'DecimalSI') : 'BinarySI';
  const amount = `{value:(int64)${value} scale:(resource.Scale)${scale}}`;
  return `{i:(resource.int64Amount)${amount} d:(resource.infDecAmount){Dec:(*inf.Dec)<nil>} s:(string)${keepsText ? text : ''} Format:(resource.Format)${format}}`;
}
