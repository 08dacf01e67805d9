/** A request as the handlers see it, and the answers they give. */
import type { KubeObject } from '../world/object.ts';
import { badRequest, unsupportedMediaType } from './errors.ts';
import { jsonSyntaxError } from './json-syntax.ts';
import { parameter, type Query, type Selection, selectionOf } from './list.ts';
import type { Face, Resource } from './registry.ts';
import { type Representation, representation } from './represent.ts';
import type { ApiRequest, ApiResponse, Status, UserInfo } from './types.ts';

const JSON_HEADERS = { 'content-type': 'application/json' };

const YAML: readonly string[] = ['application/yaml', 'application/apply-patch+yaml'];

/** Reads a body that is YAML as a JSON value. Throws ApiError. */
export type YamlReader = (text: string) => unknown;

/** One request with what handlers ask of it. */
export class Call {
  readonly request: ApiRequest;
  readonly query: Query;
  /** Nobody until the server knows who asks. */
  user: UserInfo = { username: '', groups: [] };
  readonly warnings: string[] = [];
  /** The version in which the client speaks of the objects, where it is not the stored one. */
  face: Face | undefined;
  private readonly now: () => number;
  private readonly readYaml: YamlReader | undefined;

  constructor(request: ApiRequest, now: () => number, readYaml?: YamlReader) {
    this.request = request;
    this.query = request.query ?? {};
    this.now = now;
    this.readYaml = readYaml;
  }

  header(name: string): string {
    return this.request.headers?.[name] ?? '';
  }

  parameter(name: string): string | undefined {
    return parameter(this.query, name);
  }

  flag(name: string): boolean {
    const value = this.parameter(name);
    return value === 'true' || value === '1';
  }

  /** The user agent's first word: who writes, where nothing better is known. */
  get agent(): string {
    return this.header('user-agent').split('/')[0] || 'unknown';
  }

  /** Checked by options.ts before any handler asks. */
  get dryRun(): boolean {
    return (this.query['dryRun']?.length ?? 0) > 0;
  }

  /** The body as a JSON value; undefined for none. */
  get body(): unknown {
    const { body } = this.request;
    if (typeof body !== 'string') return body;
    if (body.trim() === '') return undefined;
    const type = this.header('content-type').split(';')[0]?.trim();
    if (type && YAML.includes(type) && this.readYaml) return this.readYaml(body);
    if (type && !/json$/.test(type) && type !== '*/*') {
      throw unsupportedMediaType(
        `the body of the request was in an unknown format - accepted media types include: application/json, application/yaml, application/vnd.kubernetes.protobuf, application/cbor`,
      );
    }
    try {
      return JSON.parse(body);
    } catch {
      const message = jsonSyntaxError(body) ?? '';
      throw badRequest(this.request.method === 'PATCH' ? message : `couldn't get version/kind; json parse error: ${message}`);
    }
  }

  form(resource: Resource): Representation {
    return representation(resource, this.header('accept'), this.query, this.now, this.face);
  }

  /** The objects that the request's selectors name. */
  selection(resource: Resource, namespace: string | undefined, query: Query = this.query): Selection {
    return selectionOf(resource, namespace, query, this.face?.conversion.fields);
  }

  ok(body: unknown, status = 200): ApiResponse {
    return { status, headers: JSON_HEADERS, body, warnings: this.warnings };
  }

  text(body: string, status = 200): ApiResponse {
    return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body, warnings: this.warnings };
  }

  object(resource: Resource, object: KubeObject, status = 200): ApiResponse {
    return this.ok(this.form(resource).one(object), status);
  }

  failure(status: Status): ApiResponse {
    return { status: status.code ?? 500, headers: JSON_HEADERS, body: status, warnings: this.warnings };
  }
}
