/** PATCH requests: the patch of the content type is applied to the object as it is, and the result written like an update. */

import type { Definition } from '../../kinds/schema.ts';
import type { KubeObject } from '../../world/object.ts';
import { warningsOf } from '../admission.ts';
import { storedOf } from '../body.ts';
import { DecodeError, decode } from '../decode.ts';
import { ApiError, badRequest, invalidError, notFoundError, unsupportedMediaType } from '../errors.ts';
import { invalid } from '../field-errors.ts';
import { replacedManagers, shown } from '../field-owners.ts';
import { goValue, toGoJson } from '../go-json.ts';
import type { Resource } from '../registry.ts';
import { viewed } from '../represent.ts';
import type { Call } from '../request.ts';
import { clientHow } from '../resource-handlers.ts';
import type { Context } from '../server.ts';
import type { ApiResponse } from '../types.ts';
import { handleApply } from './apply.ts';
import { applyJsonPatch, cannotUnmarshal, PatchError } from './json-patch.ts';
import { applyMergePatch } from './merge-patch.ts';
import { applyStrategicMergePatch, StrategicPatchError } from './strategic.ts';

type Bag = Readonly<Record<string, unknown>>;

const TYPES = [
  'application/json-patch+json',
  'application/merge-patch+json',
  'application/strategic-merge-patch+json',
  'application/apply-patch+yaml',
];
/** A decoding problem inside a patch is not said of any kind. */
const NO_KIND = { kind: '', group: '' };

export interface PatchTarget {
  readonly resource: Resource;
  readonly namespace: string | undefined;
  readonly name: string;
}

export function handlePatch(context: Context, call: Call, at: PatchTarget, subresource = ''): ApiResponse {
  const type = contentType(call);
  if (type === 'application/apply-patch+yaml') return handleApply(context, call, at, subresource);
  const { resource, namespace = '', name } = at;
  const old = context.world.store.get(resource.name, namespace, name);
  if (!old) throw notFoundError(resource.kind, name);
  const { face } = call;
  const stored = namesManagers(call.body) ? shown(resource, old) : old;
  const document = face ? viewed(face, stored) : stored;
  const { object, metadata } = patched(call, (face ?? resource).definition, document as unknown as Bag);
  checkIdentity(resource, object as unknown as KubeObject, old);
  const given = {
    ...object,
    apiVersion: resource.apiVersion,
    kind: resource.kind.kind,
    metadata: { ...(object['metadata'] as object), ...metadata },
  } as unknown as KubeObject;
  const next = face ? storedOf(resource, face, given) : given;
  const write = subresource === 'status' ? context.writes.updateStatusOf : context.writes.updateObject;
  const managedFields = replacedManagers(resource, (object['metadata'] as Bag)['managedFields'], old);
  const made = write.call(context.writes, resource, next, old, {
    ...clientHow(call, subresource),
    ...(managedFields && { managedFields }),
  });
  call.warnings.push(...warningsOf(context, resource.kind, made, old));
  return call.object(resource, made);
}

/** The object with the request's patch applied, decoded again. A resourceVersion counts only where the patch names one. */
export function patched(call: Call, definition: Definition | undefined, current: Bag): { readonly object: Bag; readonly metadata: Bag } {
  const { body } = call;
  const result = applied(contentType(call), definition, namesManagers(body) ? current : withoutManagers(current), body);
  if (!isObject(result)) throw badRequest('the patched object is not an object');
  const named = (result['metadata'] as Bag | undefined)?.['resourceVersion'];
  const before = (current['metadata'] as Bag)['resourceVersion'];
  return { object: decodePatched(call, definition, result, body), metadata: { resourceVersion: named === before ? '' : (named ?? '') } };
}

function applied(type: string, definition: Definition | undefined, document: Bag, patch: unknown): unknown {
  try {
    if (type === 'application/json-patch+json') return applyJsonPatch(document, patch);
    if (!isObject(patch)) {
      const why = cannotUnmarshal(patch, 'map[string]interface {}');
      throw badRequest(type.includes('strategic') && definition ? why : `error decoding patch: ${why}`);
    }
    if (type === 'application/merge-patch+json') return applyMergePatch(document, patch);
    if (!definition)
      throw unsupportedMediaType(
        `the body of the request was in an unknown format - accepted media types include: ${TYPES.filter((one) => !one.includes('strategic')).join(', ')}`,
      );
    return applyStrategicMergePatch(definition, document, patch);
  } catch (error) {
    if (error instanceof PatchError) {
      throw error.when === 'decode'
        ? badRequest(`error decoding patch: ${error.message}`)
        : new ApiError(422, 'Invalid', 'the server rejected our request due to an error in our request', {});
    }
    if (error instanceof StrategicPatchError) throw error.bad ? badRequest(error.message) : new ApiError(500, '', error.message);
    throw error;
  }
}

function decodePatched(call: Call, definition: Definition | undefined, result: Bag, patch: unknown): Bag {
  if (!definition) return { ...result, metadata: isObject(result['metadata']) ? result['metadata'] : {} };
  const strategic = contentType(call).includes('strategic');
  const refuse = (why: string): ApiError =>
    invalidError(NO_KIND, '', [invalid('patch', strategic ? goValue(patch) : toGoJson(result), why)]);
  try {
    const { value, strict, typeError } = decode(definition, result);
    if (typeError) throw refuse(strategic ? typeError.replace(/^.* of type (\S+)$/, 'unrecognized type: $1') : typeError);
    if (strict.length > 0) {
      const validation = call.parameter('fieldValidation') ?? 'Warn';
      if (validation === 'Strict') throw refuse(`strict decoding error: ${strict.join(', ')}`);
      if (validation === 'Warn') call.warnings.push(...strict);
    }
    return { ...value, metadata: value['metadata'] ?? {} };
  } catch (error) {
    if (error instanceof DecodeError) throw refuse(error.message);
    throw error;
  }
}

/** A patch does not make another object of the one that it is sent to; what it leaves out is filled in. */
function checkIdentity({ kind }: Resource, object: KubeObject, old: KubeObject): void {
  const { name = '', namespace = '', uid = '' } = object.metadata;
  if (namespace !== '' && namespace !== (old.metadata.namespace ?? ''))
    throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
  if (name === '') throw badRequest(`the name of the object (${old.metadata.name} based on URL) was undeterminable: name must be provided`);
  if (name !== old.metadata.name)
    throw badRequest(`the name of the object (${name}) does not match the name on the URL (${old.metadata.name})`);
  if (uid !== '' && uid !== old.metadata.uid) throw invalidError(kind, name, [invalid('metadata.uid', uid, 'field is immutable')]);
}

function contentType(call: Call): string {
  const type = call.header('content-type').split(';')[0]?.trim() ?? '';
  if (TYPES.includes(type)) return type;
  throw unsupportedMediaType(`the body of the request was in an unknown format - accepted media types include: ${TYPES.join(', ')}`);
}

/** Whether a patch is about managedFields. */
function namesManagers(patch: unknown): boolean {
  if (Array.isArray(patch)) return patch.some((step) => String(step?.path).startsWith('/metadata/managedFields'));
  return isObject(patch) && isObject(patch['metadata']) && 'managedFields' in patch['metadata'];
}

/** Other patches do not look at who manages what. */
function withoutManagers(document: Bag): Bag {
  const { managedFields: _, ...metadata } = document['metadata'] as Record<string, unknown>;
  return { ...document, metadata };
}

function isObject(value: unknown): value is Bag {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
