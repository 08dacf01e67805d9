/** Errors of the API in the exact words of the real server (source of the rules: apimachinery's api/errors). */
import { causeOf, type FieldError, fieldErrorBody, formatFieldError } from './field-errors.ts';
import { goQuote } from './go-json.ts';
import type { Status, StatusDetails } from './types.ts';

/** What a request (or an in-process operation) fails with; `status` is the answer's body. */
export class ApiError extends Error {
  readonly status: Status;
  /** It was not the API server that refused, but the node to which it passed the request on. */
  readonly byNode: boolean = false;

  constructor(code: number, reason: string, message: string, details?: StatusDetails) {
    super(message);
    this.status = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, ...(details && { details }), code };
  }

  get code(): number {
    return this.status.code ?? 500;
  }

  /** `NotFound`, `Conflict`, ... */
  get reason(): string {
    return this.status.reason ?? '';
  }
}

export class NodeError extends ApiError {
  override readonly byNode = true;

  constructor(message: string) {
    super(500, 'InternalError', `Internal error occurred: ${message}`, { causes: [{ message }] });
  }
}

/** What an error is about: a resource by plural and group. */
export interface About {
  readonly plural: string;
  readonly group: string;
}

const qualified = ({ plural, group }: About): string => (group === '' ? plural : `${plural}.${group}`);

function details({ plural, group }: About, name: string): StatusDetails {
  return { ...(name && { name }), ...(group && { group }), kind: plural };
}

export const notFoundError = (about: About, name: string): ApiError =>
  new ApiError(404, 'NotFound', `${qualified(about)} ${goQuote(name)} not found`, details(about, name));

/** @param going it is being deleted */
export const alreadyExists = (about: About, name: string, going = false): ApiError =>
  new ApiError(
    409,
    'AlreadyExists',
    `${going ? 'object is being deleted: ' : ''}${qualified(about)} ${goQuote(name)} already exists`,
    details(about, name),
  );

export const conflict = (about: About, name: string, why: string): ApiError =>
  new ApiError(409, 'Conflict', `Operation cannot be fulfilled on ${qualified(about)} ${goQuote(name)}: ${why}`, details(about, name));

export const forbiddenError = (about: About, name: string, why: string, causes?: StatusDetails['causes']): ApiError =>
  new ApiError(403, 'Forbidden', `${qualified(about)} ${name ? `${goQuote(name)} ` : ''}is forbidden: ${why}`, {
    ...details(about, name),
    ...(causes && { causes }),
  });

export const methodNotAllowed = (): ApiError =>
  new ApiError(405, 'MethodNotAllowed', 'the server does not allow this method on the requested resource', {});

export const noSuchResource = (): ApiError => new ApiError(404, 'NotFound', 'the server could not find the requested resource', {});

export const badRequest = (message: string): ApiError => new ApiError(400, 'BadRequest', message);

export const expired = (message: string): ApiError => new ApiError(410, 'Expired', message);

export const internalError = (message: string): ApiError =>
  new ApiError(500, 'InternalError', `Internal error occurred: ${message}`, { causes: [{ message }] });

export const tooManyRequests = (message: string, causes: StatusDetails['causes'], retryAfterSeconds?: number): ApiError =>
  new ApiError(429, 'TooManyRequests', message, { ...(causes && { causes }), ...(retryAfterSeconds && { retryAfterSeconds }) });

export const unsupportedMediaType = (message: string): ApiError => new ApiError(415, 'UnsupportedMediaType', message);

/** `Deployment.apps "bad" is invalid: [spec.selector: Required value, ...]`; equal errors are named once. */
export function invalidError(
  kind: { readonly kind: string; readonly group: string },
  name: string,
  errors: readonly FieldError[],
): ApiError {
  const texts = [...new Set(errors.map(formatFieldError))];
  const about = kind.group === '' ? kind.kind : `${kind.kind}.${kind.group}`;
  const all = texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`;
  return new ApiError(422, 'Invalid', `${about} ${goQuote(name)} is invalid${texts.length === 0 ? '' : `: ${all}`}`, {
    ...(name && { name }),
    ...(kind.group && { group: kind.group }),
    kind: kind.kind,
    causes: errors.map((error) => ({ reason: causeOf(error), message: fieldErrorBody(error), field: error.field })),
  });
}
