/** Bodies and headers between Node's HTTP and the API server's requests and responses. */
import type { IncomingMessage } from 'node:http';
import { mediaType } from '../api/accepted.ts';
import type { ApiRequest, Status } from '../api/types.ts';
import { decodeProtobuf, PROTOBUF } from './protobuf.ts';

/** The real server's limit of a request's body. */
export const MAX_BODY = 3 * 1024 * 1024;

/** A request that does not reach the API server. */
export class BadRequest extends Error {
  readonly status: Status;

  constructor(code: number, reason: string, message: string) {
    super(message);
    this.status = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, code };
  }
}

/** The whole body; undefined where it is larger than `limit`, or the client went away. */
export function readBody(request: IncomingMessage, limit = MAX_BODY): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
    });
    request.on('end', () => resolve(size <= limit ? Buffer.concat(chunks) : undefined));
    request.on('error', () => resolve(undefined));
  });
}

/** The request for the API server. Throws BadRequest where the body cannot be read. */
export function toApiRequest(request: IncomingMessage, body: Buffer): ApiRequest {
  const { pathname, searchParams } = new URL(`http://localhost${request.url?.startsWith('/') ? '' : '/'}${request.url ?? ''}`);
  const query: Record<string, string[]> = {};
  for (const [name, value] of searchParams) (Object.hasOwn(query, name) ? (query[name] as string[]) : (query[name] = [])).push(value);
  const headers = Object.fromEntries(Object.entries(request.headersDistinct).map(([name, values]) => [name, (values ?? []).join(',')]));
  const type = mediaType(headers['content-type'] ?? '');
  const decoded = body.length === 0 ? undefined : decodeBody(type, body);
  return {
    method: (request.method ?? 'GET') as ApiRequest['method'],
    path: pathname,
    query,
    headers: type === PROTOBUF ? { ...headers, 'content-type': 'application/json' } : headers,
    ...(decoded !== undefined && { body: decoded }),
  };
}

/** The body as a JSON value, or as text, which the API server reads. */
function decodeBody(type: string, body: Buffer): unknown {
  if (type === PROTOBUF) {
    try {
      return decodeProtobuf(body);
    } catch (error) {
      throw new BadRequest(400, 'BadRequest', error instanceof Error ? error.message : String(error));
    }
  }
  return body.toString('utf8');
}

/** A Warning header's value. Header values are bytes: text beyond ASCII goes as UTF-8, without line breaks. */
export function warningHeader(text: string): string {
  const quoted = text.replace(/[\\"]/g, '\\$&').replace(/[\0-\x1f\x7f]+/g, ' ');
  return Buffer.from(`299 - "${quoted}"`, 'utf8').toString('latin1');
}
