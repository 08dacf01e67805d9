/**
 * Applets of busybox that only containers have: httpd, which serves the files of a folder (source of its words: busybox 1.35, asked with
 * curl), and chroot, whose new root can be that of the container's node.
 */
import { SysError } from '../../kernel/error.ts';
import { device, files, open, spawn, wait, write } from '../../kernel/sys.ts';
import type { Process, Program, Sys } from '../../kernel/types.ts';
import type { HttpResponse } from '../../network/types.ts';
import { awaitSignal, type ContainerRequest, listen } from './daemon.ts';
import type { Server, ServerContext } from './family.ts';
import { byteLength, httpDate, splitPath } from './http.ts';

const USAGE = `BusyBox v1.37.0 multi-call binary.

Usage: httpd [-ifv[v]] [-p [IP:]PORT] [-h HOME]

Listen for incoming HTTP requests

\t-i\t\tInetd mode
\t-f\t\tRun in foreground
\t-v[v]\t\tVerbose
\t-p [IP:]PORT\tBind to IP:PORT (default *:80)
\t-u USER[:GRP]\tSet uid/gid after binding to port
\t-r REALM\tAuthentication Realm for Basic Authentication
\t-h HOME\t\tHome directory (default .)
\t-c FILE\t\tConfiguration file (default {/etc,HOME}/httpd.conf)
`;

interface Options {
  readonly foreground: boolean;
  /** How many -v. */
  readonly verbose: number;
  /** As given: `80`, `0.0.0.0:80`. */
  readonly address: string;
  readonly home: string;
}

/** Undefined: they make no sense. */
function read(args: readonly string[]): Options | undefined {
  let [foreground, verbose, address, home] = [false, 0, '80', '.'];
  for (let i = 0; i < args.length; i++) {
    const word = args[i] as string;
    if (!word.startsWith('-') || word === '-') return undefined;
    for (let at = 1; at < word.length; at++) {
      const letter = word[at] as string;
      if (letter === 'f') foreground = true;
      else if (letter === 'v') verbose++;
      else if ('phurc'.includes(letter)) {
        const value = word.slice(at + 1) || args[++i];
        if (value === undefined) return undefined;
        if (letter === 'p') address = value;
        if (letter === 'h') home = value;
        break;
      } else return undefined;
    }
  }
  return { foreground, verbose, address, home };
}

function* httpd(process: Process): Sys<number> {
  const options = read(process.argv.slice(1));
  if (!options) {
    yield* write(2, USAGE);
    return 1;
  }
  const { address, home, foreground, verbose } = options;
  const port = Number(/^(?:.*:)?(\d+)$/.exec(address)?.[1] ?? Number.NaN);
  const root = yield* files((tree, cwd) => {
    const path = tree.resolve(cwd, home);
    return tree.isDirectory(path) ? path : undefined;
  });
  const complain = (text: string): Sys<void> => write(2, `httpd: ${text}\n`);
  if (root === undefined) {
    yield* complain(`can't change directory to '${home}': No such file or directory`);
    return 1;
  }
  if (!(port > 0 && port < 65536)) {
    yield* complain(`bad address '${address}'`);
    return 1;
  }
  const args = { root, verbose };
  const background = process.init === BACKGROUND;
  if (!(yield* listen(port, 'busybox-httpd', args, background ? { again: true } : {}))) {
    yield* complain('bind: Address already in use');
    return 1;
  }
  if (foreground || background) {
    yield* awaitSignal(process.pid === 1 ? ['SIGINT'] : []);
    return 130;
  }
  // Goes on in the background, as a process that has nothing to do with who started it.
  const nowhere = yield* open('/dev/null', 'rw');
  yield* spawn({
    program: 'httpd',
    argv: process.argv,
    fds: { 0: nowhere, 1: nowhere, 2: nowhere },
    group: 0,
    init: BACKGROUND,
  });
  return 0;
}

/** Tells the process in the background that it is that. */
const BACKGROUND = 'background';

const TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  h: 'text/plain',
  c: 'text/plain',
  cc: 'text/plain',
  cpp: 'text/plain',
  htm: 'text/html',
  html: 'text/html',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  png: 'image/png',
  svg: 'image/svg+xml',
  css: 'text/css',
  js: 'application/javascript',
};

const server: Server = (request, context) => {
  const response = answer(request.method, splitPath(request.path).path, context);
  const verbose = Number(context.args['verbose']);
  const url = verbose > 1 ? `${context.client}: url:${request.path}\n` : '';
  return { response, ...(verbose > 0 && { stderr: `${url}${context.client}: response:${response.status}\n` }) };
};

function answer(method: string, path: string, context: ServerContext): HttpResponse {
  if (method !== 'GET' && method !== 'HEAD') return refusal(context, 501, 'Not Implemented', 'The requested method is not recognized');
  const { files: tree } = context;
  const root = String(context.args['root']);
  const full = tree.resolve(root, `.${path}`);
  if (full !== root && !full.startsWith(root === '/' ? '/' : `${root}/`)) return refusal(context, 400, 'Bad Request', 'Unsupported method');
  if (/^\/cgi-bin\/./.test(path) && tree.exists(full)) return refusal(context, 501, 'Not Implemented', 'Drydock runs no CGI programs');
  if (tree.isDirectory(full) && !path.endsWith('/'))
    return { status: 302, reason: 'Found', headers: [...head(context), ['Content-type', 'text/html'], ['Location', `${path}/`]], body: '' };
  const file = path.endsWith('/') ? `${full === '/' ? '' : full}/index.html` : full;
  const entry = tree.stat(file);
  if (entry?.kind !== 'file') return refusal(context, 404, 'Not Found', 'The requested URL was not found');
  const body = tree.read(file);
  const size = byteLength(body);
  const type = TYPES[/\.(\w+)$/.exec(file)?.[1] ?? ''];
  return {
    status: 200,
    reason: 'OK',
    headers: [
      ...head(context),
      ...(type === undefined ? [] : [['Content-type', type] as const]),
      ['Accept-Ranges', 'bytes'],
      ['Last-Modified', httpDate(entry.modified)],
      ['ETag', `"${Math.floor(entry.modified / 1000).toString(16)}-${size.toString(16)}"`],
      ['Content-Length', String(size)],
    ],
    body,
  };
}

const head = ({ now }: ServerContext): (readonly [string, string])[] => [
  ['Date', httpDate(now)],
  ['Connection', 'close'],
];

function refusal(context: ServerContext, status: number, reason: string, text: string): HttpResponse {
  const body = `<HTML><HEAD><TITLE>${status} ${reason}</TITLE></HEAD>\n<BODY><H1>${status} ${reason}</H1>\n${text}\n</BODY></HTML>\n`;
  return { status, reason, headers: [...head(context), ['Content-type', 'text/html']], body };
}

const CHROOT_USAGE = `BusyBox v1.37.0 multi-call binary.

Usage: chroot NEWROOT [PROG ARGS]

Run PROG with root directory set to NEWROOT
`;

/** What a program finds on a node. */
const ROOTS_ENVIRONMENT = { HOME: '/root', USER: 'root', LOGNAME: 'root', SHELL: '/bin/bash' };

/** Runs a program on the machine that the folder is the root of; other folders hold no system that anything could run in. */
function* chroot(process: Process): Sys<number> {
  const [folder, ...command] = process.argv.slice(1);
  const complain = (text: string): Sys<void> => write(2, `chroot: ${text}\n`);
  if (folder === undefined) {
    yield* write(2, CHROOT_USAGE);
    return 1;
  }
  const refuse = function* (why: string): Sys<number> {
    yield* complain(`can't change root directory to '${folder}': ${why}`);
    return 1;
  };
  const [path, kind] = yield* files((tree, cwd) => {
    const at = tree.resolve(cwd, folder);
    return [at, tree.stat(at)?.kind] as const;
  });
  if (kind !== 'directory') return yield* refuse(kind ? 'Not a directory' : 'No such file or directory');
  if (process.machine.user && process.machine.user.uid !== 0) return yield* refuse('Operation not permitted');
  const [name = '/bin/sh', ...args] = command.length > 0 ? command : [process.env['SHELL'] ?? '/bin/sh', '-i'];
  const machine = yield* device<string>('container', { op: 'root', path } satisfies ContainerRequest);
  const own = machine === process.machine.id;
  const env = own ? process.env : { ...process.env, ...ROOTS_ENVIRONMENT };
  try {
    if (machine === '') throw new SysError('ENOENT');
    const pid = yield* spawn({ program: name, argv: [name, ...args], env, cwd: '/', ...(!own && { machine }) });
    return (yield* wait(pid))?.code ?? 1;
  } catch (error) {
    if (!(error instanceof SysError) || error.errno !== 'ENOENT') throw error;
    yield* complain(`can't execute '${name}': No such file or directory`);
    return 127;
  }
}

export const programs: Readonly<Record<string, Program>> = { 'busybox:httpd': httpd, 'busybox:chroot': chroot };

export const servers: Readonly<Record<string, Server>> = { 'busybox-httpd': server };
