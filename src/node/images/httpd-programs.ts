/** Apache httpd: the document root of its container. */
import { now, write } from '../../kernel/sys.ts';
import type { Process, Program, Sys } from '../../kernel/types.ts';
import type { HttpResponse } from '../../network/types.ts';
import { awaitSignal, listen } from './daemon.ts';
import type { Server, ServerContext } from './family.ts';
import { accessLine, byteLength, header, httpDate, reasonOf, respond, splitPath, typeOf } from './http.ts';
import { ROOT, VERSION } from './httpd.ts';

/** httpd's error log names the time like this: `Tue Nov 24 09:00:00.123456 2026`. */
function errorTime(ms: number): string {
  const [, day, date, month, year, time] = /^(\w+), (\d+) (\w+) (\d+) ([\d:]+)/.exec(httpDate(ms)) ?? [];
  return `${day} ${month} ${date} ${time}.${String(ms % 1000).padStart(3, '0')}000 ${year}`;
}

function* httpd(process: Process): Sys<number> {
  const version = process.env['HTTPD_VERSION'] ?? VERSION;
  if (process.argv.includes('-v')) {
    yield* write(1, `Server version: Apache/${version} (Unix)\n`);
    return 0;
  }
  const time = errorTime(yield* now());
  if (!(yield* listen(80, 'httpd', { version }))) {
    yield* write(
      2,
      '(98)Address already in use: AH00072: make_sock: could not bind to address 0.0.0.0:80\nno listening sockets available, shutting down\nAH00015: Unable to open logs\n',
    );
    return 1;
  }
  const name = `AH00558: httpd: Could not reliably determine the server's fully qualified domain name, using ${process.machine.hostname}. Set the 'ServerName' directive globally to suppress this message\n`;
  yield* write(
    2,
    `${name}${name}[${time}] [mpm_event:notice] [pid 1:tid 1] AH00489: Apache/${version} (Unix) configured -- resuming normal operations\n[${time}] [core:notice] [pid 1:tid 1] AH00094: Command line: 'httpd -D FOREGROUND'\n`,
  );
  const signal = yield* awaitSignal(['SIGTERM', 'SIGWINCH', 'SIGINT']);
  const text = signal === 'SIGWINCH' ? 'AH00492: caught SIGWINCH, shutting down gracefully' : 'AH00491: caught SIGTERM, shutting down';
  yield* write(2, `[${errorTime(yield* now())}] [mpm_event:notice] [pid 1:tid 1] ${text}\n`);
  return 0;
}

const server: Server = (request, context) => {
  const response = answer(request.method, splitPath(request.path).path, header(request, 'host') ?? request.host, context);
  // httpd's common log format: no referer, no agent.
  return { response, stdout: accessLine(request, response, context).replace(/ "[^"]*" "[^"]*"\n$/, '\n') };
};

function answer(method: string, path: string, host: string, context: ServerContext): HttpResponse {
  const { files } = context;
  const root = files.resolve('/', `${ROOT}/${path}`);
  if (!root.startsWith(ROOT)) return page(context, 400, 'Your browser sent a request that this server could not understand.<br />');
  if (method !== 'GET' && method !== 'HEAD') return page(context, 405, `The requested method ${method} is not allowed for this URL.`);
  if (!files.exists(root)) return page(context, 404, 'The requested URL was not found on this server.');
  if (!files.isDirectory(root)) return file(context, root);
  if (!path.endsWith('/'))
    return page(context, 301, `The document has moved <a href="http://${host}${path}/">here</a>.`, [
      ['Location', `http://${host}${path}/`],
    ]);
  const index = `${root}/index.html`;
  if (files.exists(index)) return file(context, index);
  const rows = files
    .list(root)
    .map((name) => `<li><a href="${name}"> ${name}</a></li>\n`)
    .join('');
  return reply(
    context,
    200,
    'text/html;charset=ISO-8859-1',
    `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">\n<html>\n <head>\n  <title>Index of ${path}</title>\n </head>\n <body>\n<h1>Index of ${path}</h1>\n<ul>${rows}</ul>\n</body></html>\n`,
  );
}

function file(context: ServerContext, path: string): HttpResponse {
  const entry = context.files.stat(path);
  return reply(context, 200, typeOf(path, 'text/plain'), context.files.read(path), [
    ['Last-Modified', httpDate(entry?.modified ?? 0)],
    ['ETag', `"${(entry?.text.length ?? 0).toString(16)}-${(entry?.modified ?? 0).toString(16)}"`],
    ['Accept-Ranges', 'bytes'],
  ]);
}

function page(context: ServerContext, status: number, text: string, headers: readonly (readonly [string, string])[] = []): HttpResponse {
  const title = status === 405 ? 'Method Not Allowed' : reasonOf(status);
  const body = `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>${status} ${title}</title>\n</head><body>\n<h1>${title}</h1>\n<p>${text}</p>\n</body></html>\n`;
  const response = reply(context, status, 'text/html; charset=iso-8859-1', body, headers);
  return { ...response, reason: title };
}

function reply(
  context: ServerContext,
  status: number,
  type: string,
  body: string,
  headers: readonly (readonly [string, string])[] = [],
): HttpResponse {
  return respond(
    status,
    [
      ['Date', httpDate(context.now)],
      ['Server', `Apache/${String(context.args['version'])} (Unix)`],
      ...headers,
      ['Content-Length', String(byteLength(body))],
      ['Content-Type', type],
    ],
    body,
  );
}

export const programs: Readonly<Record<string, Program>> = { httpd, 'httpd-foreground': httpd };

export const servers: Readonly<Record<string, Server>> = { httpd: server };
