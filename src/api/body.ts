/** Bodies of writes: decoded as the resource's kind, with the checks of the real server around it. */
import type { Definition } from '../kinds/schema.ts';
import type { KubeObject } from '../world/object.ts';
import { type Decoded, DecodeError, decode } from './decode.ts';
import { badRequest } from './errors.ts';
import { goQuote } from './go-json.ts';
import type { Face, Resource } from './registry.ts';
import type { Call } from './request.ts';

type Bag = Readonly<Record<string, unknown>>;

/** The request's body as an object of the resource's kind. Unknown fields are refused, told or dropped as fieldValidation says. */
export function objectOf(resource: Resource, call: Call, body: unknown = call.body): KubeObject {
  const { face } = call;
  return face ? storedOf(resource, face, read(face, call, body)) : read(resource, call, body);
}

/** An object of another version as it is stored. */
export function storedOf({ apiVersion, kind }: Resource, { conversion }: Face, object: KubeObject): KubeObject {
  return { ...conversion.store(object), apiVersion, kind: kind.kind };
}

function read(resource: Resource, call: Call, body: unknown): KubeObject {
  const { kind, apiVersion } = resource;
  if (body === undefined) throw badRequest(`Request body is empty`);
  if (body === null || typeof body !== 'object' || Array.isArray(body)) throw unreadable(resource, body);
  const given = body as Bag;
  const [givenVersion, givenKind] = [text(given['apiVersion']), text(given['kind'])];
  if (givenVersion !== '' && givenVersion !== apiVersion) {
    throw badRequest(`the API version in the data (${givenVersion}) does not match the expected API version (${apiVersion})`);
  }
  if (givenKind !== '' && givenKind !== kind.kind) {
    const why = `converting (${kind.version}.${givenKind}) to (${kind.group.split('.')[0] || 'core'}.${kind.kind}): unknown conversion`;
    throw badRequest(`${givenKind} in version ${goQuote(kind.version)} cannot be handled as a ${kind.kind}: ${why}`);
  }
  if (!resource.definition) {
    const strict = (resource.kind.unknownFields?.(given as unknown as KubeObject) ?? []).map((path) => `unknown field ${goQuote(path)}`);
    reportUnknown(strict, `${kind.kind} in version ${goQuote(kind.version)} cannot be handled as a ${kind.kind}: `, call);
    return { ...given, apiVersion, kind: kind.kind, metadata: given['metadata'] ?? {} } as unknown as KubeObject;
  }
  const value = decodeAs(resource.definition, kind.kind, kind.version, body, call);
  return { ...value, apiVersion, kind: kind.kind, metadata: value['metadata'] ?? {} } as unknown as KubeObject;
}

/** Decodes a body of any definition (Scale, Binding, DeleteOptions, ...) with the request's fieldValidation. */
export function decodeAs(definition: Definition, kind: string, version: string, body: unknown, call: Call): Record<string, unknown> {
  const prefix = `${kind} in version ${goQuote(version)} cannot be handled as a ${kind}: `;
  let decoded: Decoded;
  try {
    decoded = decode(definition, body);
  } catch (error) {
    if (error instanceof DecodeError) throw badRequest(`${prefix}${error.message}`);
    throw error;
  }
  if (decoded.typeError) throw badRequest(`${prefix}${decoded.typeError}`);
  reportUnknown(decoded.strict, prefix, call);
  return decoded.value;
}

/** Unknown fields are refused, told or passed over, as fieldValidation says. */
function reportUnknown(strict: readonly string[], prefix: string, call: Call): void {
  if (strict.length === 0) return;
  const validation = call.parameter('fieldValidation') ?? 'Warn';
  if (validation === 'Strict') throw badRequest(`${prefix}strict decoding error: ${strict.join(', ')}`);
  if (validation === 'Warn') call.warnings.push(...strict);
}

function unreadable({ kind }: Resource, body: unknown): Error {
  const type = Array.isArray(body) ? 'array' : typeof body === 'boolean' ? 'bool' : typeof body;
  const why = `couldn't get version/kind; json parse error: json: cannot unmarshal ${type} into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }`;
  const shown = JSON.stringify(body).slice(0, 30);
  return badRequest(`the object provided is unrecognized (must be of type ${kind.kind}): ${why} (${shown})`);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
