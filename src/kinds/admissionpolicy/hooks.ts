/**
 * Admission webhooks: somebody's server is asked about a write (source: apiserver/pkg/admission/plugin/webhook). The answer is there at
 * once: what a server takes for it, and a time out that passes, cost no virtual time.
 */
import type { Deletion } from '../../api/admission.ts';
import { decode } from '../../api/decode.ts';
import { equal } from '../../api/equal.ts';
import { ApiError, badRequest, internalError } from '../../api/errors.ts';
import { goQuote } from '../../api/go-json.ts';
import { apiVersionOf, type Kind, type KindContext } from '../../api/kind.ts';
import { applyJsonPatch, PatchError } from '../../api/patch/json-patch.ts';
import type { Status } from '../../api/types.ts';
import type { KubeObject, ResourceName } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
import type { Service } from '../objects.ts';
import { definitionOf } from '../schema.ts';
import type { MutatingWebhook, ValidatingWebhook } from '../types.gen.ts';
import { type HookAnswer, hookDialer } from './dialer.ts';
import { MUTATING_HOOKS, VALIDATING_HOOKS } from './index.ts';
import { about, concerns, operationOf, type Write } from './matching.ts';
import { applies, ExpressionError, requestVariables } from './variables.ts';

type Hook = ValidatingWebhook & Pick<MutatingWebhook, 'reinvocationPolicy'>;

interface Review {
  readonly kind?: string;
  readonly apiVersion?: string;
  readonly response?: {
    readonly uid?: string;
    readonly allowed?: boolean;
    readonly status?: Status;
    readonly patch?: string;
    readonly patchType?: string;
    readonly warnings?: readonly string[];
  };
}
type Response = NonNullable<Review['response']>;

const GROUP = 'admissionregistration.k8s.io';
const REVIEW = 'admission.k8s.io/v1, Kind=AdmissionReview';

/** A webhook that could not be asked, or whose answer makes no sense. */
class CallError extends Error {}

/** The object with the changes of all mutating webhooks, in the order of their names; some are asked again when a later one changed it. */
export function mutate(kind: Kind, given: KubeObject, old: KubeObject | undefined, context: KindContext): KubeObject {
  const write = writeOf(kind, given, old, context);
  let object = given;
  const asked: Hook[] = [];
  const again = new Set<Hook>();
  const ask = (hook: Hook): void => {
    const before = object;
    object = changed(hook, { ...write, object });
    if (!equal(before, object)) for (const earlier of asked) if (earlier !== hook) again.add(earlier);
  };
  for (const hook of hooksFor(MUTATING_HOOKS, write)) {
    ask(hook);
    if (hook.reinvocationPolicy === 'IfNeeded') asked.push(hook);
  }
  for (const hook of again) ask(hook);
  return object;
}

/** Throws what the first validating webhook says that is against it. */
export function admit(kind: Kind, object: KubeObject, old: KubeObject | undefined, context: KindContext): void {
  const write = writeOf(kind, object, old, context);
  for (const hook of hooksFor(VALIDATING_HOOKS, write)) keepWarnings(write, judge(hook, write));
}

function keepWarnings({ world, user }: Write, response: Response | undefined): void {
  if (user && response?.warnings?.length) said.set(world, [...(said.get(world) ?? []), ...response.warnings]);
}

/** Before a deletion: all are asked, and what they would change is not. */
export function remove(kind: Kind, old: KubeObject, context: Deletion): string[] {
  const write: Write = { ...context, kind, object: undefined, old };
  return [MUTATING_HOOKS, VALIDATING_HOOKS].flatMap((resource) =>
    hooksFor(resource, write).flatMap((hook) => judge(hook, write)?.warnings ?? []),
  );
}

/** What webhooks warn of in the write that a client's request makes just now. */
const said = new WeakMap<World, string[]>();

/** What they have warned of since this was asked last. */
export function warnings(world: World): readonly string[] {
  const found = said.get(world) ?? [];
  said.delete(world);
  return found;
}

function writeOf(kind: Kind, object: KubeObject, old: KubeObject | undefined, context: KindContext): Write {
  const { world, user, dryRun, subresource } = context;
  return { world, kind, object, old, user, dryRun, ...(subresource && { subresource }) };
}

/** What is itself about admission no webhook is asked of, so that a wrong one can be taken away. */
function hooksFor(resource: ResourceName, write: Write): Hook[] {
  if (write.kind.group === GROUP) return [];
  return write.world.store
    .list<KubeObject & { readonly webhooks?: readonly Hook[] }>(resource)
    .flatMap(({ webhooks = [] }) =>
      webhooks.filter(({ rules = [], ...hook }) => concerns({ ...hook, resourceRules: rules }, write, false)),
    );
}

/** The answer, if the webhook is about the request and could be asked; throws what its failure policy asks for. */
function judge(hook: Hook, write: Write): Response | undefined {
  const response = answerOf(hook, write);
  if (!response || response.allowed) return response;
  said.delete(write.world);
  const { code = 0, reason = '', message = '', details } = response.status ?? ({} as Partial<Status>);
  const denied = `admission webhook ${goQuote(hook.name)} denied the request`;
  const why = message || reason;
  throw new ApiError(code < 400 ? 400 : code, reason, why ? `${denied}: ${why}` : `${denied} without explanation`, details);
}

function changed(hook: Hook, write: Write): KubeObject {
  const { object } = write as { object: KubeObject };
  const response = judge(hook, write);
  keepWarnings(write, response);
  const { patch = '' } = response ?? {};
  if (patch === '') return object;
  try {
    const result = applyJsonPatch(object, JSON.parse(utf8(patch))) as KubeObject;
    const made = typed(write.kind, result);
    return write.kind.defaults?.(made) ?? made;
  } catch (error) {
    if (error instanceof PatchError || error instanceof SyntaxError) throw internalError(error.message);
    throw error;
  }
}

/** As the kind's schema reads it; what that does not know is left out. */
function typed(kind: Kind, result: KubeObject): KubeObject {
  const schema = definitionOf(apiVersionOf(kind), kind.kind);
  if (!schema) return result;
  const { value, typeError } = decode(schema, result);
  if (typeError) throw internalError(typeError);
  return { ...result, ...value } as KubeObject;
}

/** The text of UTF-8 in base64. */
function utf8(base64: string): string {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64) || base64.length % 4 !== 0) throw new SyntaxError('illegal base64 data');
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
}

function answerOf(hook: Hook, write: Write): Response | undefined {
  try {
    if (!applies({ matchConditions: hook.matchConditions ?? [] }, requestVariables(write, null))) return undefined;
    if (write.dryRun && !['None', 'NoneOnDryRun'].includes(hook.sideEffects))
      throw badRequest(`admission webhook ${goQuote(hook.name)} does not support dry run`);
    return ask(hook, write);
  } catch (error) {
    if (!(error instanceof CallError || error instanceof ExpressionError)) throw error;
    if (hook.failurePolicy === 'Ignore') return undefined;
    throw internalError(`failed calling webhook ${goQuote(hook.name)}: ${error.message}`);
  }
}

function ask(hook: Hook, write: Write): Response {
  const { url, service, caBundle } = hook.clientConfig;
  const uid = write.world.random.uuid();
  const body = JSON.stringify(review(uid, write));
  const { origin, host, port, path } = service ? placeOf(service) : parseUrl(url ?? '');
  const asked = `${path || '/'}?timeout=${hook.timeoutSeconds ?? 10}s`;
  const fail = (why: string): never => {
    throw new CallError(`failed to call webhook: Post ${goQuote(`${origin}${asked}`)}: ${why}`);
  };
  const at = service ? addressOf(write.world, service) : { host, port };
  if ('error' in at) return fail(at.error);
  const dial = hookDialer(write.world);
  const answer: HookAnswer = dial ? dial({ ...at, path: asked, body }) : { error: 'context deadline exceeded' };
  if ('error' in answer) return fail(answer.error);
  if (service && !caBundle) return fail('tls: failed to verify certificate: x509: certificate signed by unknown authority');
  if (answer.status !== 200) throw new CallError(`failed to call webhook: ${statusWords(answer.status)}`);
  return readReview(answer.body, uid);
}

interface Place {
  /** As messages name it. */
  readonly origin: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
}

function placeOf({ name, namespace, port = 443, path = '' }: NonNullable<Hook['clientConfig']['service']>): Place {
  const host = `${name}.${namespace}.svc`;
  return { origin: `https://${host}:${port}`, host, port, path };
}

function parseUrl(url: string): Place {
  const [, host = '', port, path = ''] = /^https:\/\/(\[[^\]]*\]|[^/:?#]*)(?::(\d+))?([^?#]*)/.exec(url) ?? [];
  return {
    origin: `https://${host}${port === undefined ? '' : `:${port}`}`,
    host: host.replace(/[[\]]/g, ''),
    port: Number(port ?? 443),
    path,
  };
}

/** Where a Service is; the API server goes to its address itself. */
function addressOf(
  world: World,
  { name, namespace, port = 443 }: { readonly name: string; readonly namespace: string; readonly port?: number },
): { readonly host: string; readonly port: number } | { readonly error: string } {
  const service = world.store.get<Service>('services', namespace, name);
  if (!service) return { error: `service ${goQuote(name)} not found` };
  const { type, clusterIP = '', externalName = '', ports = [] } = service.spec;
  if (type === 'ExternalName') return { host: externalName, port };
  if (clusterIP === 'None') return { error: 'cannot route to service with ClusterIP "None"' };
  if (!ports.some((one) => one.port === port)) return { error: `no service port ${port} found for service ${goQuote(name)}` };
  return { host: clusterIP, port };
}

function review(uid: string, write: Write): object {
  const { kind, object, old, user, subresource } = write;
  const { group, version, plural } = kind;
  const { name, namespace } = about(write).metadata;
  const operation = operationOf(write);
  const options = { CREATE: 'CreateOptions', UPDATE: 'UpdateOptions', DELETE: 'DeleteOptions' }[operation];
  const ofKind = { group, version, kind: kind.kind };
  const resource = { group, version, resource: plural };
  const request = {
    uid,
    kind: ofKind,
    resource,
    ...(subresource && { subResource: subresource }),
    requestKind: ofKind,
    requestResource: resource,
    ...(name && { name }),
    ...(namespace && { namespace }),
    operation,
    userInfo: { username: user?.username ?? 'system:kube-controller-manager', groups: user?.groups ?? ['system:authenticated'] },
    object: object ?? null,
    oldObject: old ?? null,
    dryRun: write.dryRun ?? false,
    options: { kind: options, apiVersion: 'meta.k8s.io/v1' },
  };
  return { kind: 'AdmissionReview', apiVersion: 'admission.k8s.io/v1', request };
}

/** As a client of the API says of an answer without a Status. */
function statusWords(code: number): string {
  const words: Readonly<Record<number, string>> = {
    400: 'the server rejected our request for an unknown reason',
    401: 'the server has asked for the client to provide credentials',
    403: 'forbidden: unknown',
    404: 'the server could not find the requested resource',
    405: 'the server does not allow this method on the requested resource',
    500: 'an error on the server ("unknown") has prevented the request from succeeding',
    503: 'the server is currently unable to handle the request',
  };
  return words[code] ?? `the server responded with the status code ${code} but did not return more information`;
}

function readReview(text: string, uid: string): Response {
  let read: Review;
  try {
    read = JSON.parse(text) as Review;
  } catch {
    throw new CallError(
      `failed to call webhook: couldn't get version/kind; json parse error: invalid character ${goQuote(text.charAt(0)).replaceAll('"', "'")} looking for beginning of value`,
    );
  }
  const invalid = (why: string): never => {
    throw new CallError(`received invalid webhook response: ${why}`);
  };
  const { kind = '', apiVersion = '', response } = read;
  if (kind !== 'AdmissionReview' || apiVersion !== 'admission.k8s.io/v1')
    return invalid(`expected webhook response of ${REVIEW}, got ${apiVersion || '/'}, Kind=${kind}`);
  if (!response) return invalid('webhook response was absent');
  if (response.uid !== uid) return invalid(`expected response.uid=${goQuote(uid)}, got ${goQuote(response.uid ?? '')}`);
  return response;
}
