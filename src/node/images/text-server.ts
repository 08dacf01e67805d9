/** The server `text`. */
import { fnv32a } from '../../api/values/hash.ts';
import type { HttpRequest } from '../../network/types.ts';
import type { Server, ServerContext } from './family.ts';
import { byteLength, header, httpDate, logTime, respond, splitPath } from './http.ts';

/**
 * Answers with a text in which `{hostname}` and the like are filled in, `{env.NAME|otherwise}` too: custom images use it. `paths` has
 * the texts of some paths, which are always found; the others share `text`, `status` and `headers`.
 */
export const text: Server = (request, context) => {
  const { args } = context;
  const special = (args['paths'] as Readonly<Record<string, string>> | undefined)?.[splitPath(request.path).path];
  const body = fillIn(special ?? String(args['text'] ?? ''), request, context);
  const status = special === undefined ? Number(args['status'] ?? 200) : 200;
  const type = String(args['type'] ?? 'text/plain; charset=utf-8');
  const { log } = args;
  const more = special === undefined ? Object.entries((args['headers'] ?? {}) as Readonly<Record<string, string>>) : [];
  return {
    response: respond(
      status,
      [['Date', httpDate(context.now)], ['Content-Length', String(byteLength(body))], ['Content-Type', type], ...more],
      body,
    ),
    ...(typeof log === 'string' && { stdout: `${fillIn(log, request, context)}\n` }),
  };
};

function fillIn(template: string, request: HttpRequest, context: ServerContext): string {
  const values: Readonly<Record<string, string>> = {
    hostname: context.hostname,
    podIP: context.podIP,
    client: context.client,
    path: request.path,
    method: request.method,
    requests: String(context.requests),
    host: request.host,
    agent: header(request, 'user-agent') ?? '',
    time: logDate(context.now),
    date: logTime(context.now),
    port: String(context.port),
    id: fnv32a(`${context.hostname}/${context.requests}`).toString(16).padStart(8, '0').repeat(4),
  };
  return template.replace(
    /\{(?:env\.(\w+)(?:\|([^{}]*))?|(\w+))\}/g,
    (all, variable: string | undefined, otherwise: string | undefined, name: string) => {
      if (variable !== undefined) return context.env[variable] ?? otherwise ?? '';
      return Object.hasOwn(values, name) ? (values[name] as string) : all;
    },
  );
}

/** `2026/11/24 09:00:00`, as Go's log package writes it. */
export function logDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
}
