/** Subresources: status, scale, binding, eviction, token and finalize are answered here, others by who registered for them. */
import type { Pod } from '../kinds/objects.ts';
import { definition } from '../kinds/schema.ts';
import type { KubeObject } from '../world/object.ts';
import { decodeAs, objectOf } from './body.ts';
import { badRequest, conflict, internalError, invalidError, methodNotAllowed, notFoundError } from './errors.ts';
import { evict } from './eviction.ts';
import { invalid } from './field-errors.ts';
import { toGoJson } from './go-json.ts';
import type { Column } from './kind.ts';
import { handlePatch, patched } from './patch/index.ts';
import type { Resource } from './registry.ts';
import type { Call } from './request.ts';
import { clientHow } from './resource-handlers.ts';
import type { Context } from './server.ts';
import { ISSUER, makeToken } from './tokens.ts';
import type { ApiResponse } from './types.ts';
import { formatTime, humanDuration, parseTime } from './values/duration.ts';

export interface SubresourceTarget {
  readonly resource: Resource;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly subresource: string;
  readonly rest: string;
}

type Handler = (context: Context, call: Call, at: SubresourceTarget, object: KubeObject) => ApiResponse;
type Bag = Readonly<Record<string, unknown>>;

const OWN: Readonly<Record<string, Handler>> = {
  status,
  approval,
  scale,
  binding,
  eviction: (context, call, at, pod) => evict(context, call, at, pod as Pod),
  token,
  finalize,
  ephemeralcontainers: mainField,
  resize: mainField,
};

export function handleSubresource(context: Context, call: Call, at: SubresourceTarget): ApiResponse {
  const { resource, namespace = '', name, subresource, rest } = at;
  const object = context.world.store.get(resource.name, namespace, subresource === 'proxy' ? proxiedName(name) : name);
  if (!object) throw notFoundError(resource.kind, name);
  const handler = context.handlers.get(`${resource.name}/${subresource}`);
  if (handler) return handler({ request: call.request, namespace, name, object, rest, parameter: (one) => call.parameter(one) });
  const own = OWN[subresource];
  if (!own) throw internalError(`no handler for ${resource.name}/${subresource}`);
  return own(context, call, at, object);
}

/** A proxied object is named with its port, and perhaps a scheme: `web:80`, `https:web:443`. */
function proxiedName(text: string): string {
  const parts = text.split(':');
  return (parts.length === 3 ? parts[1] : parts[0]) ?? '';
}

function status(context: Context, call: Call, at: SubresourceTarget, old: KubeObject): ApiResponse {
  const { resource } = at;
  switch (call.request.method) {
    case 'GET':
      return call.object(resource, old);
    case 'PUT':
      return call.object(resource, context.writes.updateStatusOf(resource, objectOf(resource, call), old, clientHow(call, 'status')));
    case 'PATCH':
      return handlePatch(context, call, at, 'status');
    default:
      throw methodNotAllowed();
  }
}

/** Whether a CertificateSigningRequest is approved: the conditions of its status alone. */
function approval(context: Context, call: Call, { resource }: SubresourceTarget, old: KubeObject): ApiResponse {
  if (call.request.method === 'GET') return call.object(resource, old);
  if (call.request.method !== 'PUT') throw methodNotAllowed();
  const given = objectOf(resource, call) as KubeObject & { readonly status?: { readonly conditions?: readonly Bag[] } };
  const time = formatTime(context.world.now);
  const conditions = given.status?.conditions?.map((one) => ({ lastUpdateTime: time, lastTransitionTime: time, ...one }));
  const status = { ...(old as KubeObject & { readonly status?: Bag }).status, ...(conditions && { conditions }) };
  const next = { ...given, status } as KubeObject;
  return call.object(resource, context.writes.updateStatusOf(resource, next, old, clientHow(call, 'approval')));
}

/** Parts of the spec that have their own subresource but are written like the object. */
function mainField(context: Context, call: Call, at: SubresourceTarget, old: KubeObject): ApiResponse {
  const { resource, subresource } = at;
  if (call.request.method === 'GET') return call.object(resource, old);
  if (call.request.method === 'PATCH') return handlePatch(context, call, at, subresource);
  if (call.request.method !== 'PUT') throw methodNotAllowed();
  return call.object(resource, context.writes.updateObject(resource, objectOf(resource, call), old, clientHow(call, subresource)));
}

/** How a Scale stands in a table. */
const SCALE_COLUMNS = [
  { name: 'Name', type: 'string', format: 'name', cell: ({ metadata }) => metadata.name },
  { name: 'Desired', type: 'integer', cell: ({ spec }) => spec.replicas ?? 0 },
  { name: 'Available', type: 'integer', cell: ({ status }) => status.replicas },
  { name: 'Age', type: 'string', cell: ({ metadata }, now) => humanDuration(now - parseTime(metadata.creationTimestamp)) },
] satisfies readonly Column<ScaleObject>[] as readonly Column<KubeObject>[];

type ScaleObject = KubeObject & { readonly spec: { readonly replicas?: number }; readonly status: { readonly replicas: number } };

function scale(context: Context, call: Call, at: SubresourceTarget, old: KubeObject): ApiResponse {
  const { kind } = at.resource;
  if (!kind.scale) throw methodNotAllowed();
  const current = scaleOf(at.resource, old);
  if (call.request.method === 'GET')
    return call.object({ ...at.resource, kind: { ...kind, columns: SCALE_COLUMNS } }, current as Bag & KubeObject);
  const wanted = call.request.method === 'PATCH' ? patchedScale(call, current) : decodedScale(call);
  const metadata = {
    ...old.metadata,
    resourceVersion: (wanted['metadata'] as { resourceVersion?: string } | undefined)?.resourceVersion ?? '',
  };
  const replicas = (wanted['spec'] as { replicas?: number } | undefined)?.replicas ?? 0;
  if (replicas < 0) {
    const error = invalid('spec.replicas', replicas, 'must be greater than or equal to 0');
    throw invalidError({ kind: 'Scale', group: 'autoscaling' }, at.name, [error]);
  }
  const next = { ...kind.scale.set(old, replicas), metadata };
  return call.ok(scaleOf(at.resource, context.writes.updateObject(at.resource, next, old, clientHow(call, 'scale'))));
}

function decodedScale(call: Call): Bag {
  const schema = definition('Scale');
  return schema ? decodeAs(schema, 'Scale', 'v1', call.body, call) : (call.body as Bag);
}

function patchedScale(call: Call, current: Bag): Bag {
  const { object, metadata } = patched(call, definition('Scale'), current);
  return { ...object, metadata: { ...(object['metadata'] as object), ...metadata } };
}

function scaleOf({ kind }: Resource, object: KubeObject): Bag {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata;
  const selector = kind.scale?.selector(object);
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, ...(namespace && { namespace }), uid, resourceVersion, creationTimestamp },
    spec: { ...(kind.scale?.replicas(object) && { replicas: kind.scale.replicas(object) }) },
    status: { replicas: kind.scale?.current(object) ?? 0, ...(selector && { selector }) },
  };
}

function success(code = 201): Bag {
  return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', code };
}

/** The scheduler's (or a client's) choice of a node for a Pod. */
function binding(context: Context, call: Call, { resource, name }: SubresourceTarget, old: KubeObject): ApiResponse {
  if (call.request.method !== 'POST') throw methodNotAllowed();
  const schema = definition('Binding');
  const body = schema ? decodeAs(schema, 'Binding', 'v1', call.body, call) : (call.body as Bag);
  const node = (body['target'] as { name?: string } | undefined)?.name ?? '';
  const pod = old as KubeObject & { readonly spec: Bag };
  if (!node) throw badRequest('target.name: Required value');
  if (pod.metadata.deletionTimestamp) throw conflict(resource.kind, name, `pod ${name} is being deleted, cannot be assigned to a host`);
  if (pod.spec['nodeName'])
    throw conflict(resource.kind, name, `pod ${name} is already assigned to node ${toGoJson(pod.spec['nodeName'])}`);
  if (!call.dryRun) context.writes.bind(pod, node);
  return call.ok(success(), 201);
}

const MIN_TOKEN_SECONDS = 600;

/** A token for a ServiceAccount. */
function token(context: Context, call: Call, { name, namespace = '' }: SubresourceTarget, account: KubeObject): ApiResponse {
  if (call.request.method !== 'POST') throw methodNotAllowed();
  const schema = definition('TokenRequest');
  const body = schema ? decodeAs(schema, 'TokenRequest', 'v1', call.body ?? {}, call) : {};
  const spec = (body['spec'] ?? {}) as {
    audiences?: readonly string[] | null;
    expirationSeconds?: number;
    boundObjectRef?: { kind?: string; name?: string; uid?: string };
  };
  const seconds = spec.expirationSeconds || 3600;
  if (seconds < MIN_TOKEN_SECONDS) {
    const error = invalid('spec.expirationSeconds', seconds, 'may not specify a duration less than 10 minutes');
    throw invalidError({ kind: 'TokenRequest', group: 'authentication.k8s.io' }, name, [error]);
  }
  const { now } = context.world;
  const audiences = spec.audiences?.length ? spec.audiences : [ISSUER];
  const { boundObjectRef: bound } = spec;
  if (bound && bound.kind === 'Pod' && !context.world.store.get('pods', namespace, bound.name ?? ''))
    throw notFoundError({ plural: 'pods', group: '' }, bound.name ?? '');
  const text = makeToken({
    audiences,
    from: now,
    seconds,
    namespace,
    account: account.metadata,
    ...(bound?.kind === 'Pod' && { pod: { name: bound.name ?? '', uid: bound.uid ?? '' } }),
  });
  return call.ok(
    {
      kind: 'TokenRequest',
      apiVersion: 'authentication.k8s.io/v1',
      metadata: { name, namespace, creationTimestamp: formatTime(now) },
      spec: { audiences, expirationSeconds: seconds, boundObjectRef: spec.boundObjectRef ?? null },
      status: { token: text, expirationTimestamp: formatTime(now + seconds * 1000) },
    },
    201,
  );
}

/** The end of a namespace: writes spec.finalizers. */
function finalize(context: Context, call: Call, { resource }: SubresourceTarget, old: KubeObject): ApiResponse {
  if (call.request.method !== 'PUT') throw methodNotAllowed();
  const given = objectOf(resource, call) as KubeObject & { readonly spec?: unknown };
  return call.object(
    resource,
    context.writes.replace(resource, { ...old, spec: given.spec } as KubeObject, old, clientHow(call, 'finalize')),
  );
}
