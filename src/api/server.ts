/**
 * The API server: the REST API of Kubernetes as a function on plain objects (`handle`), and the same operations in process for
 * the control plane (`Operations`).
 */

import { definitionOf } from '../kinds/schema.ts';
import type { KubeObject, ResourceName } from '../world/object.ts';
import type { World } from '../world/world.ts';
import type { Admission } from './admission.ts';
import { type Aggregated, AggregatedApis } from './aggregated.ts';
import { authenticate } from './authenticate.ts';
import { type Attributes, authorize } from './authorize.ts';
import { clientRules } from './client-rules.ts';
import { decode } from './decode.ts';
import { discovery } from './discovery.ts';
import { ApiError, internalError, noSuchResource } from './errors.ts';
import { expireEvents } from './events.ts';
import { apiVersionOf, type Kind } from './kind.ts';
import type { DeleteOptions, EventSource, NewObject, Operations } from './operations.ts';
import { checkWriteOptions } from './options.ts';
import { type Described, Registry, type Resource } from './registry.ts';
import { Call, type YamlReader } from './request.ts';
import { handleCollection, handleObject } from './resource-handlers.ts';
import { handleReview } from './reviews.ts';
import { type Route, route } from './routes.ts';
import { handleSubresource } from './subresources.ts';
import type { ApiRequest, ApiResponse } from './types.ts';
import { Watches } from './watch.ts';
import { Writes } from './writes.ts';

/** A request to a subresource that lives elsewhere (log, exec, proxy, ...). */
export interface SubresourceRequest {
  readonly request: ApiRequest;
  readonly namespace: string;
  readonly name: string;
  /** The object, which exists. */
  readonly object: KubeObject;
  /** What follows the subresource in the path: `api/v1/x` of `.../proxy/api/v1/x`. */
  readonly rest: string;
  /** A query parameter's first value. */
  parameter(name: string): string | undefined;
}

/** Throws ApiError for a failure. */
export type SubresourceHandler = (request: SubresourceRequest) => ApiResponse;

/** What the handlers work with. */
export interface Context {
  readonly world: World;
  readonly registry: Registry;
  readonly writes: Writes;
  readonly watches: Watches;
  readonly handlers: ReadonlyMap<string, SubresourceHandler>;
  readonly aggregated: AggregatedApis;
}

/** What a server may have beyond its kinds. */
export interface Extensions {
  readonly admissions?: readonly Admission[];
  readonly yaml?: YamlReader;
  /** The kinds that objects of that resource define. */
  readonly custom?: { readonly resource: ResourceName; readonly kinds: (world: World) => readonly Kind[] };
}

export class ApiServer implements Operations {
  readonly registry: Registry;
  private readonly world: World;
  private readonly writes: Writes;
  private readonly handlers = new Map<string, SubresourceHandler>();
  private readonly aggregated: AggregatedApis;
  private readonly readYaml: YamlReader | undefined;
  private readonly context: Context;

  /** @param writes those of the control plane, if it has begun to write already */
  constructor(
    world: World,
    kinds: readonly Kind[],
    { admissions = [], yaml, custom }: Extensions = {},
    writes = new Writes(world, new Registry()),
  ) {
    this.world = world;
    this.registry = writes.registry;
    this.registry.serve(kinds, describe);
    this.writes = writes;
    writes.clientRules = clientRules;
    writes.admissions = admissions;
    this.readYaml = yaml;
    this.aggregated = new AggregatedApis(world);
    this.context = {
      world,
      registry: this.registry,
      writes: this.writes,
      watches: new Watches(world),
      handlers: this.handlers,
      aggregated: this.aggregated,
    };
    expireEvents(world, this.writes);
    if (custom) this.follow(custom);
  }

  /** Serves what is defined by objects of the world, as they come and go. */
  private follow({ resource, kinds }: NonNullable<Extensions['custom']>): void {
    const refresh = (): void => this.registry.setCustom(kinds(this.world));
    this.world.store.subscribe(refresh, [resource]);
    this.world.onSnapshot(() => {}, refresh);
    refresh();
  }

  /** Registers who answers a subresource that is not the API server's own: `subresource('pods', 'log', ...)`. */
  subresource(resource: ResourceName, name: string, handler: SubresourceHandler): void {
    this.handlers.set(`${resource}/${name}`, handler);
  }

  /** Adds resources that another server answers for. */
  aggregate(apis: readonly Aggregated[]): void {
    this.aggregated.add(apis);
  }

  /** Answers a request. Never throws: what fails is a Status. */
  handle(request: ApiRequest): ApiResponse {
    if (request.method !== 'GET' || SESSIONS.test(request.path)) this.world.input();
    return this.respond(request);
  }

  /** Answers as to a dry run, and nothing in the world can tell that somebody asked: not even its random numbers move on. */
  rehearse(request: ApiRequest): ApiResponse {
    const before = this.world.random.state();
    const query = request.method === 'GET' ? request.query : { ...request.query, dryRun: 'All' };
    const answer = this.respond({ ...request, ...(query && { query }) });
    this.world.random.restore(before);
    return answer;
  }

  private respond(request: ApiRequest): ApiResponse {
    const call = new Call(request, () => this.world.now, this.readYaml);
    try {
      return this.world.as(request.actor ?? call.agent, 0, () => this.dispatch(call));
    } catch (error) {
      if (error instanceof ApiError) return { ...call.failure(error.status), ...(error.byNode && { byNode: true }) };
      return call.failure(internalError(error instanceof Error ? error.message : String(error)).status);
    }
  }

  create<T extends KubeObject>(resource: ResourceName, object: NewObject<T>): T {
    return this.writes.create(resource, object);
  }

  update<T extends KubeObject>(resource: ResourceName, object: T, through?: 'status'): T {
    return this.writes.update(resource, object, through);
  }

  updateStatus<T extends KubeObject>(resource: ResourceName, object: T): T {
    return this.writes.updateStatus(resource, object);
  }

  delete(resource: ResourceName, namespace: string, name: string, options?: DeleteOptions): KubeObject | undefined {
    return this.writes.delete(resource, namespace, name, options);
  }

  bind<T extends KubeObject>(pod: T, nodeName: string): T {
    return this.writes.bind(pod, nodeName);
  }

  event(about: KubeObject, type: 'Normal' | 'Warning', reason: string, message: string, source: EventSource): void {
    this.writes.event(about, type, reason, message, source);
  }

  private dispatch(call: Call): ApiResponse {
    call.user = authenticate(this.world, call.request);
    const found = route(this.registry, call.request.path);
    authorize(this.world, call.user, attributesOf(call, found));
    if (found.to === 'other') return this.aggregated.answer(call) ?? discovery(this.context, call);
    if (found.to === 'nothing') throw noSuchResource();
    checkWriteOptions(call.request.method, call.query, call.header('content-type'));
    const { kind } = found.resource;
    if (kind.deprecation) call.warnings.push(kind.deprecation);
    return this.answer(call, found, found.resource);
  }

  private answer(call: Call, asked: Exclude<Route, { to: 'other' | 'nothing' }>, { kind }: Resource): ApiResponse {
    const found = { ...asked, resource: this.storedVersion(call, asked.resource) };
    const { resource } = found;
    const review = handleReview(this.context, call, resource);
    if (review) return review;
    if (found.to === 'collection') return handleCollection(this.context, call, found);
    if (found.subresource === undefined) return handleObject(this.context, call, found);
    if (!kind.subresources.includes(found.subresource)) throw noSuchResource();
    return handleSubresource(this.context, call, { ...found, subresource: found.subresource });
  }

  /** What a request for another version is about; the call translates. */
  private storedVersion(call: Call, asked: Resource): Resource {
    const { conversion, plural } = asked.kind;
    const stored = conversion && this.registry.at(conversion.storedAs, plural);
    if (!stored) return asked;
    call.face = { ...asked, conversion };
    return stored;
  }
}

function describe(kind: Kind): Described {
  const definition = definitionOf(apiVersionOf(kind), kind.kind);
  return {
    definition,
    blankStatus: definition && kind.subresources.includes('status') ? decode(definition, {}).value['status'] : undefined,
  };
}

/** Subresources through which a client does more than it reads, whatever the method. */
const SESSIONS = /\/(?:attach|exec|portforward|proxy)(?:\/|$)/;

const VERBS: Readonly<Record<string, string>> = {
  GET: 'get',
  HEAD: 'get',
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};

/** The request as the authorizer sees it. */
function attributesOf(call: Call, found: Route): Attributes {
  const verb = VERBS[call.request.method] ?? call.request.method.toLowerCase();
  if (found.to === 'other' || found.to === 'nothing') return { verb, group: '', resource: '', path: call.request.path };
  const { kind } = found.resource;
  const about = { group: kind.group, resource: kind.plural, ...(found.namespace !== undefined && { namespace: found.namespace }) };
  if (found.to === 'object') {
    const namespace = kind.plural === 'namespaces' ? found.name : found.namespace;
    return {
      verb,
      ...about,
      name: found.name,
      ...(namespace && { namespace }),
      ...(found.subresource && { subresource: found.subresource }),
    };
  }
  if (verb === 'get') return { verb: call.flag('watch') ? 'watch' : 'list', ...about };
  return { verb: verb === 'delete' ? 'deletecollection' : verb, ...about };
}
