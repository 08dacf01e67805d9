/** curl: HTTP exchanges over the simulated network, with curl 8's options and words (curl 7's where the scenario says 2019). */

import { byteLength } from '../../kernel/bytes.ts';
import { SysError } from '../../kernel/error.ts';
import { close, device, files, isatty, now, open, readAll, readPath, sleep, write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { HttpRequest, HttpResult } from '../../network/types.ts';
import { type Call, Failure, type Tool } from '../tool.ts';
import { type Globbed, globUrl } from './glob.ts';
import { connectLines, headText, meterEnd, meterStart, requestLines, responseLines, type Transfer, writeOut } from './report.ts';
import { bodyOf, CurlError, fileText, parseUrl, proxyFor, requestFor, resolveLocation, type Url, VERSION } from './request.ts';
import { configWords, HELP, HINT, parseSettings, type Settings } from './settings.ts';

const RETRIED = [408, 429, 500, 502, 503, 504];

const CERTIFICATE = `SSL certificate problem: unable to get local issuer certificate
More details here: https://curl.se/docs/sslcerts.html

curl failed to verify the legitimacy of the server and therefore could not
establish a secure connection to it. To learn more about this situation and
how to fix it, please visit the webpage mentioned above.`;

/** The length that the server said; 0 when it said none. */
const lengthOf = (result: HttpResult | undefined): number =>
  Number(result?.response?.headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1] ?? 0);

/** Runs curl with these settings and this output, one URL after the other. */
class Client {
  private readonly call: Call;
  private readonly settings: Settings;
  private readonly terminal: boolean;
  /** Says what curl 7 said. */
  private readonly compat: boolean;
  /** Of -w, the file read. */
  private format: string | undefined;
  /** Servers with a connection left open, as `scheme://host:port`. */
  private readonly open = new Set<string>();

  constructor(call: Call, settings: Settings, terminal: boolean) {
    this.call = call;
    this.settings = settings;
    this.terminal = terminal;
    this.compat = call.process.env['DRYDOCK_CURL_COMPAT'] === '2019';
  }

  /** Reads what -w says, once. Throws Failure when its file cannot be read. */
  *readFormat(): Sys<void> {
    const { settings } = this;
    const [, value, option] = settings.given.findLast(([name]) => name === 'write-out') ?? [];
    this.format = value?.startsWith('@') ? yield* fileText(value.slice(1), option ?? '-w', settings) : value;
  }

  /** One URL with its retries; the exit code. */
  *fetch(text: string, index: number, taken: readonly string[]): Sys<number> {
    const { settings } = this;
    const tries = Number(settings.get('retry') ?? 0);
    let wait = Number(settings.get('retry-delay') ?? 0) * 1000;
    for (let left = tries; ; left--) {
      const transfer = yield* this.attempt(text, index, taken);
      yield* this.finish(transfer);
      const why = left > 0 ? this.retryReason(transfer) : undefined;
      if (why === undefined) return transfer.code;
      const pause = wait || 1000;
      yield* this.remark(
        'Warning',
        `Problem ${why}. Will retry in ${Math.floor(pause / 1000)} second${pause === 1000 ? '' : 's'}. ${left} retr${left === 1 ? 'y' : 'ies'} left.`,
      );
      yield* sleep(pause);
      if (!settings.get('retry-delay')) wait = Math.min(pause * 2, 600_000);
    }
  }

  /** Errors are said. */
  get talks(): boolean {
    return !this.settings.has('silent') || this.settings.has('show-error');
  }

  private retryReason({ code, result }: Transfer): string | undefined {
    const status = result?.response?.status ?? 0;
    if (code === 28 || code === 6) return ': timeout';
    if (code === 7 && result?.failure === 'refused' && this.settings.has('retry-connrefused')) return ': connection refused';
    if ((code === 0 || code === 22) && RETRIED.includes(status)) return ': HTTP error';
    return code !== 0 && this.settings.has('retry-all-errors') ? '(retrying all errors)' : undefined;
  }

  /** A note or warning, broken as curl does at 79 columns; not even --show-error makes a silent curl say it. */
  private *remark(kind: 'Note' | 'Warning', text: string): Sys<void> {
    if (this.settings.has('silent')) return;
    const width = 79 - kind.length - 2;
    for (let rest = text; rest !== ''; ) {
      const blank = rest.length > width ? rest.lastIndexOf(' ', width - 1) : -1;
      const line = rest.length <= width ? rest : rest.slice(0, blank > 0 ? blank + 1 : width);
      yield* this.call.note(`${kind}: ${line}\n`);
      rest = rest.slice(line.length);
    }
  }

  /** Methods that contradict or repeat what the other options ask for; false when curl gives up. */
  *methods(): Sys<boolean> {
    const { settings } = this;
    const data = settings.given.some(([name]) => name === 'json' || /^(?:data|form)/.test(name)) && !settings.has('get');
    if (data && settings.has('head')) {
      yield* this.remark(
        'Warning',
        'You can only select one HTTP request method! You asked for both POST (-d, --data) and HEAD (-I, --head).',
      );
      return false;
    }
    const inferred = settings.has('head') ? 'HEAD' : settings.has('upload-file') ? 'PUT' : data ? 'POST' : 'GET';
    const asked = settings.get('request')?.toUpperCase();
    if (asked === inferred) {
      if (settings.has('verbose')) yield* this.remark('Note', `Unnecessary use of -X or --request, ${inferred} is already inferred.`);
    } else if (asked === 'HEAD')
      yield* this.remark(
        'Warning',
        'Setting custom HTTP method to HEAD with -X/--request may not work the way you want. Consider using -I/--head instead.',
      );
    return true;
  }

  /** The name that -O gives: the last part of the path, be it a folder. */
  private *remoteName(url: Url): Sys<string> {
    const name = url.path.replace(/\?.*$/s, '').replace(/\/$/, '').replace(/^.*\//s, '');
    if (name === '') yield* this.remark('Warning', 'No remote file name, uses "curl_response"');
    return name || 'curl_response';
  }

  private *verbose(text: string): Sys<void> {
    if (this.settings.has('verbose') && text !== '') yield* this.call.note(text);
  }

  /** One try, redirects followed. What went wrong is in the transfer's code and message. */
  private *attempt(text: string, index: number, taken: readonly string[]): Sys<Transfer> {
    const { settings } = this;
    const started = yield* now();
    const facts = { redirects: 0, redirectUrl: '', filename: '' };
    let url: Url = { scheme: 'http', host: text, port: 80, path: '/', user: undefined, href: text };
    let request: HttpRequest | undefined;
    let result: HttpResult | undefined;
    let metered = false;
    const done = function* (code: number, message: string): Sys<Transfer> {
      const base = { ...facts, url, given: text, code, message, totalMs: (yield* now()) - started };
      return { ...base, ...(request && { request }), ...(result && { result }) };
    };
    try {
      url = parseUrl(text, this.compat);
      const upload = settings.get('upload-file');
      if (upload !== undefined && upload !== '-' && url.path.endsWith('/'))
        url = parseUrl(`${text.replace(/\/?$/, '/')}${upload.replace(/^.*\//s, '')}`, this.compat);
      const uploaded = upload === undefined ? undefined : yield* this.uploadText(upload);
      let body = yield* bodyOf(settings);
      const headers: string[] = [];
      for (const [name, value, option] of settings.given)
        if (name === 'header' && value.startsWith('@')) headers.push(...(yield* fileText(value.slice(1), option, settings)).split(/\r?\n/));
      const output =
        settings.all('output')[index]?.replace(/#(\d+)/g, (whole, n) => taken[Number(n) - 1] ?? whole) ??
        (settings.has('remote-name') || settings.has('remote-name-all') ? yield* this.remoteName(url) : undefined);
      facts.filename = output === '-' ? '' : (output ?? '');
      metered =
        !settings.has('silent') &&
        !settings.has('no-progress-meter') &&
        !settings.has('progress-bar') &&
        (facts.filename !== '' || !this.terminal);
      if (metered) yield* meterStart();
      for (;;) {
        const proxy = proxyFor(settings, url, this.call.process.env, this.compat);
        request = requestFor(settings, url, body, uploaded, headers, proxy);
        result = yield* this.exchange(url, request, proxy);
        const { response } = result;
        const location = response?.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
        if (!response || !location || response.status < 300 || response.status >= 400) break;
        const next = parseUrl(resolveLocation(url, location), this.compat);
        facts.redirectUrl = next.href;
        if (!settings.has('location') && !settings.has('location-trusted')) break;
        const most = Number(settings.get('max-redirs') ?? 50);
        if (facts.redirects >= most) throw new CurlError(47, `Maximum (${most}) redirects followed`);
        facts.redirects++;
        if (settings.has('include')) this.call.put(headText(result));
        const ignored = response.body === '' || this.compat ? '' : '* Ignoring the response-body\n';
        yield* this.verbose(
          `${ignored}* Connection #0 to host ${url.host} left intact\n* Issue another request to this URL: '${next.href}'\n`,
        );
        if (response.status < 304 && response.status !== 300) {
          if (body && !settings.has('get') && !this.compat) yield* this.verbose(`* Switch to GET because of ${response.status} response\n`);
          body = undefined;
        }
        url = next;
        facts.redirectUrl = '';
      }
      yield* this.deliver(request, result, facts.filename);
      const status = result.response?.status ?? 0;
      const message = `The requested URL returned error: ${status}`;
      if (status >= 400 && settings.has('fail')) {
        yield* this.verbose(`* ${message}\n* ${this.compat ? 'Closing connection 0' : 'closing connection #0'}\n`);
        throw new CurlError(22, message);
      }
      if (metered) yield* this.meterDone(request, result, (yield* now()) - started);
      else if (settings.has('progress-bar') && !settings.has('silent') && (facts.filename !== '' || !this.terminal))
        yield* this.call.note(`\r${'#'.repeat(72)} 100.0%\n`);
      yield* this.verbose(`* Connection #0 to host ${url.host} left intact\n`);
      if (status >= 400 && settings.has('fail-with-body')) return yield* done(22, message);
      return yield* done(0, '');
    } catch (error) {
      if (!(error instanceof CurlError)) throw error;
      result ??= error.result;
      if (metered) yield* meterEnd(0, error.code === 22 ? lengthOf(result) : 0, (yield* now()) - started);
      return yield* done(error.code, error.message);
    }
  }

  private *uploadText(path: string): Sys<string> {
    if (path === '-' || path === '.') return yield* readAll(0);
    try {
      return yield* readPath(path);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      yield* this.call.note(`curl: cannot open '${path}'\n${HINT}\n`);
      throw new CurlError(26, 'Failed to open/read local data from file/application');
    }
  }

  /** The certificate of --cert; its key, and the authorities of --cacert, have to be there as well. */
  private *certificate(): Sys<string | undefined> {
    const [authority, name, key] = ['cacert', 'cert', 'key'].map((setting) => this.settings.get(setting));
    const pem = function* (path: string | undefined): Sys<string> {
      try {
        return path === undefined ? '' : yield* readPath(path);
      } catch (error) {
        if (error instanceof SysError) return '';
        throw error;
      }
    };
    if (authority !== undefined && !(yield* pem(authority)).includes('-----BEGIN CERTIFICATE-----'))
      throw new CurlError(77, `error setting certificate file: ${authority}`);
    if (name === undefined) return undefined;
    const path = name.replace(/:[^:/]*$/, '');
    const text = yield* pem(path);
    if (!text.includes('-----BEGIN CERTIFICATE-----'))
      throw new CurlError(
        58,
        `could not load PEM client certificate from ${path}, OpenSSL error error:80000002:system library::No such file or directory, (no key found, wrong pass phrase, or wrong file format?)`,
      );
    if (!(yield* pem(key ?? path)).includes('PRIVATE KEY-----'))
      throw new CurlError(58, `unable to set private key file: '${key ?? path}' type PEM`);
    return text;
  }

  /** Connects, sends and receives within the time limits. Throws CurlError. */
  private *exchange(url: Url, request: HttpRequest, proxy?: Url): Sys<HttpResult> {
    const { settings } = this;
    if (proxy && url.scheme === 'https') throw new CurlError(56, 'HTTPS through a proxy (CONNECT) is not supported here');
    const limitOf = (name: string): number => Number(settings.get(name) ?? 0) * 1000 || Number.POSITIVE_INFINITY;
    const most = limitOf('max-time');
    const connectLimit = Math.min(limitOf('connect-timeout'), most);
    if (settings.has('ipv6') && !url.host.includes(':')) {
      yield* this.verbose(`* Could not resolve host: ${url.host}\n* shutting down connection #0\n`);
      throw new CurlError(6, `Could not resolve host: ${url.host}`);
    }
    const entry = /^(-.+:\d+|\+?[^:]+:\d+:(\[?[\da-fA-F.:]+\]?,?)+)$/;
    const wrong = settings.all('resolve').find((text) => !entry.test(text));
    if (wrong !== undefined) throw new CurlError(49, `Couldn't parse CURLOPT_RESOLVE entry '${wrong}'`);
    const pinned = settings.all('resolve').map((text) => /^\+?([^:]+):(\d+):(.+)$/.exec(text));
    const address = pinned
      .find((match) => (match?.[1] === url.host || match?.[1] === '*') && Number(match?.[2]) === url.port)?.[3]
      ?.split(',')[0];
    const instead = settings
      .all('connect-to')
      .map((text) => /^([^:]*):(\d*):(\[[^\]]*\]|[^:]*):(\d*)$/.exec(text))
      .find((match) => match && (match[1] === '' || match[1] === url.host) && (match[2] === '' || Number(match[2]) === url.port));
    const host = (address ?? (instead?.[3] || request.host)).replace(/^\[|\]$/g, '');
    // The client calls of network/ sleep as long as the server takes; curl may give up before.
    const direct = { ...request, host, port: Number(instead?.[4] || request.port) };
    const certificate = url.scheme === 'https' ? yield* this.certificate() : undefined;
    const shown = certificate === undefined ? direct : { ...direct, certificate };
    const asked: HttpRequest = proxy ? { ...request, host: proxy.host, port: proxy.port } : shown;
    const result = yield* device<HttpResult>('network', {
      op: 'http',
      request: asked,
      ...(Number.isFinite(connectLimit) && { timeoutMs: connectLimit }),
    });
    yield* sleep(Math.min(result.elapsedMs, connectLimit));
    const to = proxy ?? url;
    const server = `${to.scheme}://${to.host}:${to.port}`;
    const again = this.open.has(server) && !result.failure;
    if (again) yield* this.verbose(`* Re-using existing ${to.scheme}: connection with ${proxy ? 'proxy' : 'host'} ${to.host}\n`);
    else yield* this.verbose(connectLines(to, result, this.compat, address !== undefined));
    const failed = this.connectError(url, result, connectLimit, proxy);
    if (failed) {
      yield* this.verbose(
        `* ${failed.message.split('\n')[0]}\n* ${this.compat ? 'Closing connection 0' : failed.code === 6 ? 'shutting down connection #0' : 'closing connection #0'}\n`,
      );
      throw new CurlError(failed.code, failed.message, result);
    }
    if (settings.has('user') && !settings.has('oauth2-bearer'))
      yield* this.verbose(`* Server auth using Basic with user '${settings.get('user')?.replace(/:.*/s, '')}'\n`);
    yield* this.verbose(requestLines(request));
    if (request.body) yield* this.verbose(`* upload completely sent off: ${byteLength(request.body)} bytes\n`);
    else if (!this.compat) yield* this.verbose('* Request completely sent off\n');
    const delay = result.response?.delayMs ?? 0;
    if (result.elapsedMs + delay > most) {
      yield* sleep(most - result.elapsedMs);
      const message = `Operation timed out after ${Math.round(most) + 1} milliseconds with 0 bytes received`;
      yield* this.verbose(`* ${message}\n* closing connection #0\n`);
      throw new CurlError(28, message);
    }
    yield* sleep(delay);
    if (result.failure || !result.response) {
      const empty = result.failure !== 'reset';
      const message = empty ? 'Empty reply from server' : 'Recv failure: Connection reset by peer';
      yield* this.verbose(`* ${message}\n* ${empty ? 'shutting down' : 'closing'} connection #0\n`);
      throw new CurlError(empty ? 52 : 56, message);
    }
    yield* this.verbose(responseLines(result));
    const closes = result.response.headers.some(([name, value]) => /^connection$/i.test(name) && /^close$/i.test(value));
    if (!this.compat && !closes) this.open.add(server);
    return result;
  }

  /** The error of a connection that was not made. */
  private connectError(
    { host, port, scheme }: Url,
    { failure, elapsedMs, address }: HttpResult,
    limit: number,
    proxy?: Url,
  ): CurlError | undefined {
    const after = Math.round(elapsedMs);
    const failed = (reason: string): string =>
      this.compat
        ? `Failed to connect to ${host} port ${port}: ${reason}`
        : `Failed to connect to ${host} port ${port}${proxy ? ` via ${proxy.host}` : ''} after ${after} ms: Could not connect to server`;
    if (failure === 'unresolved') {
      if (elapsedMs >= limit) return new CurlError(28, `Resolving timed out after ${after + 1} milliseconds`);
      return proxy ? new CurlError(5, `Could not resolve proxy: ${proxy.host}`) : new CurlError(6, `Could not resolve host: ${host}`);
    }
    if (failure === 'refused') return new CurlError(7, failed('Connection refused'));
    if (failure === 'unreachable') return new CurlError(7, failed('No route to host'));
    if (failure === 'timeout') {
      if (elapsedMs >= limit) return new CurlError(28, `Connection timed out after ${after + 1} milliseconds`);
      return new CurlError(this.compat ? 7 : 28, failed('Connection timed out'));
    }
    if (scheme !== 'https') return undefined;
    if (failure === 'reset') return new CurlError(35, 'TLS connect error: error:0A00010B:SSL routines::wrong version number');
    // Servers on private addresses have certificates of their own making.
    const own = /^(10\.|127\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address ?? '');
    return own && !failure && !this.settings.has('insecure') && !this.settings.has('cacert') ? new CurlError(60, CERTIFICATE) : undefined;
  }

  /** Writes headers (where asked) and body to where they belong. */
  private *deliver(request: HttpRequest, result: HttpResult, filename: string): Sys<void> {
    const { settings, call } = this;
    const { response } = result;
    if (!response) return;
    const head = headText(result);
    const dump = settings.get('dump-header');
    const withHead = settings.has('head') || settings.has('include');
    const failing = response.status >= 400 && settings.has('fail');
    const body = request.method === 'HEAD' || settings.has('head') || failing ? '' : response.body;
    if (dump === '-' && !(withHead && filename === '')) call.put(head);
    else if (dump !== undefined && dump !== '-') yield* files((fs, cwd) => fs.write(fs.resolve(cwd, dump), head));
    if (!this.terminal && body !== '') yield* this.verbose(`{ [${byteLength(body)} bytes data]\n`);
    const text = (withHead ? head : '') + body;
    if (filename === '') {
      call.put(text);
      yield* call.flush();
      return;
    }
    const path = settings.has('output-dir') ? `${settings.get('output-dir')}/${filename}` : filename;
    try {
      if (settings.has('create-dirs')) yield* files((fs, cwd) => fs.mkdir(fs.resolve(cwd, path.replace(/[^/]*$/, '.')), { parents: true }));
      const fd = yield* open(path, 'w');
      yield* write(fd, text);
      yield* close(fd);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      yield* this.remark('Warning', `Failed to open the file ${path}: ${error.message}`);
      throw new CurlError(23, `Failure writing output to destination, passed ${byteLength(text)} returned 0`);
    }
  }

  private *meterDone(request: HttpRequest, result: HttpResult, ms: number): Sys<void> {
    const { response } = result;
    const received = response && request.method !== 'HEAD' ? byteLength(response.body) : 0;
    yield* meterEnd(received, lengthOf(result), ms);
  }

  /** -w and the error line. */
  private *finish(transfer: Transfer): Sys<void> {
    const { call, format } = this;
    if (transfer.code !== 0 && this.talks) yield* call.note(`curl: (${transfer.code}) ${transfer.message}\n`);
    if (format === undefined) return;
    const { text, error } = writeOut(format, transfer);
    call.put(text);
    if (error !== '') yield* call.note(error);
    yield* call.flush();
  }
}

/** The settings of the command line and of the files that -K names; without -q those of ~/.curlrc come first. */
function* settingsOf(call: Call): Sys<Settings> {
  const configs = new Map<string, readonly string[]>();
  const home = call.process.env['HOME'];
  const own = home && !/^(?:-[a-zA-Z]*q|--disable)/.test(call.args[0] ?? '') ? `${home}/.curlrc` : undefined;
  const there = own !== undefined && (yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, own))?.kind === 'file'));
  const args = there ? ['--config', own, ...call.args] : call.args;
  for (;;) {
    const settings = parseSettings(args, configs);
    const missing = settings.given.find(([name, value]) => name === 'config' && !configs.has(value));
    if (!missing) return settings;
    const [, path, option] = missing;
    let text: string;
    try {
      text = path === '-' ? yield* readAll(0) : yield* readPath(path);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      throw new Failure(`cannot read config from '${path}'\ncurl: option ${option}: error encountered when reading a file\n${HINT}`, 26);
    }
    const { words, warnings } = configWords(path, text);
    if (!settings.has('silent')) for (const warning of warnings) yield* call.note(`Warning: ${warning}\n`);
    configs.set(path, words);
  }
}

export const curl: Tool = function* (call) {
  if (call.args.length === 0) throw new Failure(HINT, 2, true);
  const settings = yield* settingsOf(call);
  if (settings.has('help')) {
    call.put(HELP);
    return 0;
  }
  if (settings.has('version')) {
    call.put(
      `curl ${VERSION} (x86_64-pc-linux-gnu) libcurl/${VERSION} OpenSSL/3.5.1\nRelease-Date: 2025-06-04\nProtocols: http https\nFeatures: alt-svc HSTS HTTPS-proxy IPv6 SSL\n`,
    );
    return 0;
  }
  if (settings.urls.length === 0)
    throw new Failure(`${call.process.env['DRYDOCK_CURL_COMPAT'] === '2019' ? 'no URL specified!' : '(2) no URL specified'}\n${HINT}`, 2);
  const client = new Client(call, settings, yield* isatty(1));
  yield* client.readFormat();
  if (!(yield* client.methods())) return 2;
  let code = 0;
  for (const [index, text] of settings.urls.entries()) {
    let urls: Iterable<Globbed>;
    try {
      urls = settings.has('globoff') ? [{ url: text, taken: [] }] : globUrl(text);
    } catch (error) {
      if (!(error instanceof CurlError)) throw error;
      if (client.talks) yield* call.note(`curl: (${error.code}) ${error.message}\n`);
      return error.code;
    }
    for (const { url, taken } of urls) {
      code = yield* client.fetch(url, index, taken);
      if (code !== 0 && settings.has('fail-early')) return code;
    }
  }
  return code;
};
