/** wget: GNU's on the laptop, busybox's in images. */

import { byteLength, encodeBase64 } from '../../kernel/bytes.ts';
import { SysError } from '../../kernel/error.ts';
import { close, files, isatty, now, open, sleep, write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { http } from '../../network/client.ts';
import type { HttpRequest, HttpResponse, HttpResult } from '../../network/types.ts';
import { CurlError, parseUrl, resolveLocation, type Url } from '../curl/request.ts';
import { formatDate } from '../datetext.ts';
import { type Options, options, usageError } from '../options.ts';
import { type Call, Failure, type Tool } from '../tool.ts';

const SPEC =
  'q,quiet O,output-document: P,directory-prefix: T,timeout: t,tries: S,server-response spider header: U,user-agent: post-data: post-file: ' +
  'method: body-data: body-file: user: password: http-user: http-password: no-check-certificate c,continue nv,no-verbose v,verbose ' +
  'content-on-error max-redirect: connect-timeout: read-timeout: dns-timeout: show-progress N,timestamping Y: no-proxy n: i: 4 6';
const MAX_REDIRECTS = 20;
/** busybox gives up at the sixteenth. */
const MOST_BUSYBOX = 15;
const DEFAULT_TIMEOUT_S = 900;
/** GNU wget tries as often as it is told, but a refused connection only once; after each it waits a second longer. */
const TRIES = 20;
const LONGEST_WAIT_S = 10;

interface Job {
  readonly call: Call;
  readonly given: Options;
  /** Nothing but errors is said. */
  readonly quiet: boolean;
}

export const wget: Tool = function* (call) {
  // GNU's -nv, -nc, ... are options of two letters; here -nv is the one that changes anything.
  const args = call.args.flatMap((arg) => (/^-n[vcdHp]$/.test(arg) ? (arg === '-nv' ? ['--no-verbose'] : []) : [arg]));
  const given = options(call, SPEC, {
    args,
    code: call.busybox ? 1 : 2,
    hint: "Usage: wget [OPTION]... [URL]...\n\nTry `wget --help' for more options.",
  });
  if (given.operands.length === 0)
    throw new Failure(
      call.busybox
        ? usageError(call, '').trimStart()
        : "missing URL\nUsage: wget [OPTION]... [URL]...\n\nTry `wget --help' for more options.",
      1,
      call.busybox,
    );
  let code = 0;
  for (const operand of given.operands) {
    const job: Job = { call, given, quiet: given.has('q') || (!call.busybox && (given.has('nv') || given.has('no-verbose'))) };
    code = Math.max(code, yield* fetchOne(job, operand));
  }
  return code;
};

function* fetchOne(job: Job, operand: string): Sys<number> {
  const { call, given, quiet } = job;
  let url: Url;
  try {
    url = parseUrl(operand, false);
  } catch (error) {
    if (!(error instanceof CurlError)) throw error;
    throw new Failure(call.busybox ? `not an http or ftp url: ${operand}` : `${operand}: ${error.message}.`);
  }
  if (given.has('spider') && !call.busybox) yield* note(job, 'Spider mode enabled. Check if remote file exists.\n');
  /** Servers with a connection left open, and the last one connected to. */
  const open = new Set<string>();
  let last = '';
  const most = Number(given.get('max-redirect') ?? (call.busybox ? MOST_BUSYBOX : MAX_REDIRECTS));
  for (let redirects = 0; ; redirects++) {
    const server = `${url.scheme}://${url.host}:${url.port}`;
    const known = call.busybox ? last === server : open.has(server);
    const result = yield* exchange(job, url, yield* requestOf(call, given, url), known);
    open.add(server);
    last = server;
    const response = result.response as HttpResponse;
    if (given.has('S')) yield* note(job, `${headLines(response)}${call.busybox ? '  \n' : ''}`, true);
    const location = response.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
    if (location && response.status >= 300 && response.status < 400) {
      if (redirects >= most)
        throw new Failure(call.busybox ? 'too many redirections' : `${most} redirections exceeded.`, call.busybox ? 1 : 8, !call.busybox);
      url = parseUrl(resolveLocation(url, location), false);
      if (!call.busybox) yield* note(job, `Location: ${location} [following]\n`);
      continue;
    }
    if (response.status >= 400 && !given.has('content-on-error')) {
      if (call.busybox) throw new Failure(`server returned error: HTTP/1.1 ${response.status} ${response.reason}`);
      if (given.has('spider') && response.status === 404) {
        yield* note(job, 'Remote file does not exist -- broken link!!!\n\n');
        return 8;
      }
      if (!given.has('q'))
        yield* call.note(
          `${quiet ? `${url.href}:\n` : ''}${stamp(yield* now())} ERROR ${response.status}: ${response.reason}.\n${quiet ? '' : '\n'}`,
        );
      return 8;
    }
    if (given.has('spider')) {
      yield* note(job, call.busybox ? 'remote file exists\n' : `${lengthLine(response)}Remote file exists.\n\n`);
      return 0;
    }
    yield* deliver(job, url, response);
    return 0;
  }
}

/** Says something that -q silences; `always`: -S asked for it. */
function* note({ call, quiet }: Job, text: string, always = false): Sys<void> {
  if (!quiet || always) yield* call.note(text);
}

const stamp = (ms: number): string => formatDate('%Y-%m-%d %H:%M:%S', ms);

const headLines = ({ status, reason, headers }: HttpResponse): string =>
  [`HTTP/1.1 ${status} ${reason}`, ...headers.map(([name, value]) => `${name}: ${value}`)].map((line) => `  ${line}\n`).join('');

function* requestOf(call: Call, given: Options, url: Url): Sys<HttpRequest> {
  const file = given.get('post-file') ?? given.get('body-file');
  const body =
    file === undefined ? (given.get('post-data') ?? given.get('body-data')) : yield* files((fs, cwd) => fs.read(fs.resolve(cwd, file)));
  const own = given.all('header').flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]] : [];
  });
  const headers: [string, string][] = [];
  const add = (name: string, value: string): void => {
    if (!own.some(([key]) => key.toLowerCase() === name.toLowerCase())) headers.push([name, value]);
  };
  const standard = url.port === (url.scheme === 'https' ? 443 : 80);
  add('Host', standard ? url.host : `${url.host}:${url.port}`);
  add('User-Agent', given.get('U') ?? (call.busybox ? 'Wget' : 'Wget/1.21.4'));
  if (call.busybox) headers.push(['Connection', 'close']);
  else {
    add('Accept', '*/*');
    add('Accept-Encoding', 'identity');
  }
  const user = given.get('user') ?? given.get('http-user') ?? url.user?.replace(/:.*/s, '');
  const password = given.get('password') ?? given.get('http-password') ?? url.user?.replace(/^[^:]*:?/, '') ?? '';
  if (user !== undefined) add('Authorization', `Basic ${encodeBase64(`${user}:${password}`)}`);
  if (!call.busybox) headers.push(['Connection', 'Keep-Alive']);
  if (body !== undefined) {
    add('Content-Type', 'application/x-www-form-urlencoded');
    add('Content-Length', String(byteLength(body)));
  }
  headers.push(...own);
  const method = given.get('method') ?? (body !== undefined ? 'POST' : given.has('spider') ? 'HEAD' : 'GET');
  return { method, scheme: url.scheme, host: url.host, port: url.port, path: url.path, headers, ...(body !== undefined && { body }) };
}

/** One exchange, with what is said while connecting; tried again where GNU's does. Fails with the words and code of the real one. */
function* exchange(job: Job, url: Url, request: HttpRequest, known: boolean): Sys<HttpResult> {
  const tries = job.call.busybox ? 1 : Number(job.given.get('t') ?? TRIES) || Number.POSITIVE_INFINITY;
  for (let count = 1; ; count++) {
    const result = yield* attempt(job, url, request, known && count === 1, count);
    if (result.response) return result;
    if (count >= tries) {
      yield* note(job, 'Giving up.\n\n');
      return yield* leave(4);
    }
    yield* note(job, 'Retrying.\n\n');
    yield* sleep(Math.min(count, LONGEST_WAIT_S) * 1000);
  }
}

/** One try; without a response another may follow. @param known there is a connection to that server */
function* attempt(job: Job, url: Url, request: HttpRequest, known: boolean, count: number): Sys<HttpResult> {
  const { call, given } = job;
  const seconds = Number(given.get('connect-timeout') ?? given.get('T') ?? DEFAULT_TIMEOUT_S);
  if (Number.isNaN(seconds))
    throw new Failure(call.busybox ? `invalid number '${given.get('T')}'` : `--timeout: Invalid time period ‘${given.get('T')}’`);
  if (!call.busybox)
    yield* note(job, `--${stamp(yield* now())}--  ${count > 1 ? `(try:${String(count).padStart(2)})  ` : ''}${url.href}\n`);
  const isAddress = /^\d+(\.\d+){3}$/.test(url.host);
  const resolving = !call.busybox && !isAddress && !known ? `Resolving ${url.host} (${url.host})... ` : '';
  yield* note(job, resolving);
  const reading = Number(given.get('read-timeout') ?? given.get('T') ?? DEFAULT_TIMEOUT_S);
  const result = yield* http(
    { ...request, host: url.host.replace(/^\[|\]$/g, '') },
    seconds > 0 ? seconds * 1000 : undefined,
    reading > 0 ? reading * 1000 : undefined,
  );
  const { address, failure } = result;
  if (failure === 'unresolved') {
    if (call.busybox) throw new Failure(`bad address '${url.host}'`);
    yield* note(job, 'failed: Name or service not known.\n');
    throw new Failure(given.has('q') ? '' : `unable to resolve host address ‘${url.host}’`, 4);
  }
  if (known) yield* note(job, call.busybox ? '' : `Reusing existing connection to ${url.host}:${url.port}.\n`);
  else if (call.busybox)
    yield* note(
      job,
      `Connecting to ${url.host}${url.host.includes(':') || request.port === 80 ? '' : `:${url.port}`} (${address}:${url.port})\n`,
    );
  else {
    const to = isAddress ? `${url.host}:${url.port}` : `${url.host} (${url.host})|${address}|:${url.port}`;
    yield* note(job, `${resolving === '' ? '' : `${address}\n`}Connecting to ${to}... `);
  }
  const reasons = {
    refused: 'Connection refused',
    unreachable: call.busybox ? 'Host is unreachable' : 'No route to host',
    timeout: 'Connection timed out',
  };
  if (failure === 'refused' || failure === 'unreachable' || failure === 'timeout') {
    if (call.busybox)
      throw new Failure(failure === 'timeout' ? 'download timed out' : `can't connect to remote host (${address}): ${reasons[failure]}`);
    yield* note(job, `failed: ${reasons[failure]}.\n`);
    if (failure === 'timeout') return result;
    return yield* leave(4);
  }
  if (!call.busybox && !known) yield* note(job, `connected.\n`);
  // Servers on private addresses have certificates of their own making.
  if (
    url.scheme === 'https' &&
    /^(10\.|127\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address ?? '') &&
    !given.has('no-check-certificate')
  ) {
    if (call.busybox) yield* note(job, 'wget: note: TLS certificate validation not implemented\n');
    else {
      yield* note(
        job,
        `ERROR: cannot verify ${url.host}'s certificate, issued by ‘CN=minikubeCA’:\n  Unable to locally verify the issuer's authority.\n`,
      );
      yield* note(job, `To connect to ${url.host} insecurely, use \`--no-check-certificate'.\n`);
      return yield* leave(5);
    }
  }
  if (!call.busybox) yield* note(job, 'HTTP request sent, awaiting response... ');
  if (!result.response) {
    if (call.busybox)
      throw new Failure(
        result.late ? 'download timed out' : `error getting response${failure === 'reset' ? ': Connection reset by peer' : ''}`,
      );
    const why = result.late ? 'Connection timed out' : 'Connection reset by peer';
    yield* note(job, result.late || failure === 'reset' ? `Read error (${why}) in headers.\n` : 'No data received.\n');
    return result;
  }
  if (!call.busybox) yield* note(job, given.has('S') ? '\n' : `${result.response.status} ${result.response.reason}\n`);
  return result;
}

// biome-ignore lint/correctness/useYield: the other ways to end are generators
function* leave(code: number): Sys<never> {
  throw new Failure('', code);
}

const shortSize = (size: number): string => (size < 1024 ? String(size) : `${(size / 1024).toFixed(1)}K`);

/** `Length: 6 [text/plain]` */
function lengthLine({ body, headers }: HttpResponse): string {
  const find = (name: string): string | undefined => headers.find(([key]) => key.toLowerCase() === name)?.[1];
  const size = Number(find('content-length') ?? byteLength(body));
  const type = find('content-type')?.replace(/;.*/, '');
  return `Length: ${size}${size >= 1024 ? ` (${shortSize(size)})` : ''}${type ? ` [${type}]` : ''}\n`;
}

/** The progress of one that writes to no terminal: a dot for each kilobyte, fifty a line. */
function dots(size: number): string {
  const count = Math.floor(size / 1024);
  const lines = Math.max(1, Math.ceil(count / 50));
  let text = '';
  for (let line = 0; line < lines; line++) {
    const here = Math.min(50, count - line * 50);
    const groups = Array.from({ length: 5 }, (_, i) => '.'.repeat(Math.max(0, Math.min(10, here - i * 10))).padEnd(10));
    const percent = size === 0 || line === lines - 1 ? 100 : Math.floor(((line + 1) * 51_200 * 100) / size);
    text += `${`${line * 50}K`.padStart(7)} ${groups.join(' ')}${`${percent}%`.padStart(4)} ${shortSpeed(size).padStart(5)}${line === lines - 1 ? '=0s' : ' 0s'}\n`;
  }
  return text;
}

/** All that is fetched comes within a millisecond or so. */
function shortSpeed(size: number): string {
  const kilobytes = (Math.max(size, 1) * 1000) / 1024;
  return kilobytes < 999.5 ? `${kilobytes.toPrecision(3)}K` : `${(kilobytes / 1024).toPrecision(3)}M`;
}

/** Writes the body to the file or standard output, with the progress that the real one shows at its end. */
function* deliver(job: Job, url: Url, response: HttpResponse): Sys<void> {
  const { body } = response;
  const { call, given } = job;
  const asked = given.get('O');
  const own = url.path.replace(/\?.*$/s, '').replace(/^.*\//s, '') || 'index.html';
  const size = byteLength(body);
  const folder = given.get('P')?.replace(/(?<=.)\/$/, '');
  if (folder !== undefined && asked === undefined && !call.busybox)
    yield* files((fs, cwd) => fs.mkdir(fs.resolve(cwd, folder), { parents: true }));
  const named = folder === undefined ? own : `${folder}/${own}`;
  const path = asked ?? (call.busybox ? named : yield* unused(named));
  const human = shortSize(size);
  if (!call.busybox) {
    yield* note(job, lengthLine(response));
    yield* note(job, `Saving to: ‘${path === '-' ? 'STDOUT' : path}’\n\n`);
  } else yield* note(job, path === '-' ? 'writing to stdout\n' : `saving to '${path}'\n`);
  if (path === '-') {
    call.put(body);
    yield* call.flush();
  } else {
    try {
      const fd = yield* open(path, 'w');
      yield* write(fd, body);
      yield* close(fd);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      throw new Failure(
        call.busybox ? `can't open '${path}': ${error.message}` : `${path}: ${error.message}`,
        call.busybox ? 1 : 3,
        !call.busybox,
      );
    }
  }
  if (call.busybox) {
    const name = (path === '-' ? '-' : path).slice(0, 20).padEnd(20);
    yield* note(job, `${name} 100% |********************************| ${human.padStart(5)}  0:00:00 ETA\n`);
    yield* note(job, path === '-' ? 'written to stdout\n' : `'${path}' saved\n`);
    return;
  }
  if (job.quiet && !given.has('q')) {
    yield* call.note(`${stamp(yield* now())} URL:${url.href} [${size}/${size}] -> "${path}" [1]\n`);
    return;
  }
  const name = (path === '-' ? '-' : path).slice(0, 19).padEnd(19);
  if (!(yield* isatty(2))) yield* note(job, `${dots(size)}\n`);
  else yield* note(job, `${name} 100%[===================>] ${`${human}`.padStart(7)}  --.-KB/s    in 0s      \n\n`);
  const saved = path === '-' ? 'written to stdout' : `‘${path}’ saved`;
  yield* note(job, `${stamp(yield* now())} (${(Math.max(size, 1) / 1024 / 10).toFixed(1)} MB/s) - ${saved} [${size}/${size}]\n\n`);
}

/** GNU wget does not overwrite: index.html, index.html.1, ... */
function* unused(name: string): Sys<string> {
  return yield* files((fs, cwd) => {
    let path = name;
    for (let i = 1; fs.exists(fs.resolve(cwd, path)); i++) path = `${name}.${i}`;
    return path;
  });
}
