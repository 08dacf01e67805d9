/** nginx's configuration language: a tree of directives, and from it the servers and locations that nginx.ts answers for. */

export interface Directive {
  readonly name: string;
  readonly args: readonly string[];
  readonly block: readonly Directive[] | undefined;
  readonly line: number;
}

export interface Location {
  readonly match: '' | '=' | '~' | '~*' | '^~';
  readonly path: string;
  readonly directives: readonly Directive[];
}

export interface VirtualServer {
  readonly ports: readonly number[];
  /** Those of them that want TLS. */
  readonly secure: readonly number[];
  readonly names: readonly string[];
  readonly directives: readonly Directive[];
  readonly locations: readonly Location[];
  /** Addresses of the groups that `proxy_pass` may name, `HOST[:PORT]` each. */
  readonly upstreams?: Readonly<Record<string, readonly string[]>>;
}

/** A fault in the text; the message ends as nginx prints it: `... in /etc/nginx/conf.d/x.conf:3`. */
export class ConfigError extends Error {}

/** Directives that are known; those that the model does not act on only tune the real server. */
const KNOWN = new Set(
  `absolute_redirect access_log add_header alias allow auth_basic auth_basic_user_file autoindex charset client_body_buffer_size client_body_timeout
  client_header_timeout client_max_body_size default_type deny error_log error_page etag expires gzip gzip_comp_level gzip_min_length gzip_proxied
  gzip_types gzip_vary if include index internal keepalive_requests keepalive_timeout large_client_header_buffers limit_req limit_req_zone listen
  location log_format log_not_found map proxy_buffering proxy_buffers proxy_cache proxy_connect_timeout proxy_http_version proxy_pass
  proxy_read_timeout proxy_redirect proxy_send_timeout proxy_set_header real_ip_header resolver return rewrite root sendfile send_timeout server
  server_name server_name_in_redirect server_tokens set set_real_ip_from ssl_certificate ssl_certificate_key ssl_ciphers ssl_protocols
  stub_status tcp_nodelay tcp_nopush try_files types types_hash_max_size underscores_in_headers upstream worker_connections worker_processes
  user pid events http zone least_conn ip_hash keepalive`.split(/\s+/),
);

/** Reads the text of a configuration file. Throws ConfigError. */
export function parseConfig(text: string, file: string): Directive[] {
  const tokens = tokenize(text, file);
  let at = 0;
  const fail = (what: string, line: number): never => {
    throw new ConfigError(`${what} in ${file}:${line}`);
  };

  function block(nested: boolean): Directive[] {
    const found: Directive[] = [];
    for (;;) {
      const token = tokens[at];
      if (!token) {
        if (nested) fail('unexpected end of file, expecting "}"', tokens.at(-1)?.line ?? 1);
        return found;
      }
      at++;
      if (token.text === '}' && !token.quoted) {
        if (!nested) fail('unexpected "}"', token.line);
        return found;
      }
      const args: string[] = [];
      for (;;) {
        const next = tokens[at];
        if (!next) return fail('unexpected end of file, expecting ";" or "}"', token.line);
        at++;
        if (!next.quoted && next.text === ';') {
          if (!KNOWN.has(token.text)) fail(`unknown directive "${token.text}"`, token.line);
          found.push({ name: token.text, args, block: undefined, line: token.line });
          break;
        }
        if (!next.quoted && next.text === '{') {
          if (!KNOWN.has(token.text)) fail(`unknown directive "${token.text}"`, token.line);
          found.push({
            name: token.text,
            args,
            block: token.text === 'types' || token.text === 'map' ? skip() : block(true),
            line: token.line,
          });
          break;
        }
        if (!next.quoted && next.text === '}') fail('unexpected "}"', next.line);
        args.push(next.text);
      }
    }
  }

  /** Blocks whose lines are no directives. */
  function skip(): Directive[] {
    while (tokens[at] && tokens[at]?.text !== '}') at++;
    at++;
    return [];
  }

  return block(false);
}

function tokenize(text: string, file: string): { readonly text: string; readonly quoted: boolean; readonly line: number }[] {
  const tokens: { text: string; quoted: boolean; line: number }[] = [];
  const pattern =
    /(\s+)|(#[^\n]*)|([;{}])|"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|((?:\$\{\w+\}|\\[\s\S]|[^\s;{}"'#\\])(?:\$\{\w+\}|\\[\s\S]|[^\s;{}\\])*)/y;
  let line = 1;
  while (pattern.lastIndex < text.length) {
    const start = pattern.lastIndex;
    const found = pattern.exec(text);
    if (!found) throw new ConfigError(`unexpected end of file, expecting ";" or "}" in ${file}:${text.slice(0, start).split('\n').length}`);
    const [all, space, comment, sign, double, single, word] = found;
    if (space === undefined && comment === undefined) {
      const quoted = double ?? single;
      if (quoted !== undefined)
        tokens.push({
          text: quoted
            .replace(/\\(["'\\])/g, '$1')
            .replace(/\\n/g, '\n')
            .replace(/\\t/g, '\t'),
          quoted: true,
          line,
        });
      else tokens.push({ text: sign ?? word ?? '', quoted: false, line });
    }
    line += all.split('\n').length - 1;
  }
  return tokens;
}

const read = new WeakMap<Directive, VirtualServer>();

/** The virtual servers of the files' directives, in order. */
export function serversOf(directives: readonly Directive[]): VirtualServer[] {
  const groups = directives.filter(({ name }) => name === 'upstream');
  const upstreams = Object.fromEntries(
    groups.map(({ args, block = [] }) => [
      (args[0] ?? '').toLowerCase(),
      block.filter(({ name }) => name === 'server').map((one) => one.args[0] ?? ''),
    ]),
  );
  return directives
    .filter(({ name }) => name === 'server')
    .map((directive) => {
      let server = read.get(directive);
      if (!server) read.set(directive, (server = serverOf(directive)));
      return groups.length > 0 ? { ...server, upstreams } : server;
    });
}

function serverOf({ block = [] }: Directive): VirtualServer {
  const listens = block
    .filter(({ name }) => name === 'listen')
    .map(({ args }) => ({ port: Number(/(?:^|:)(\d+)$/.exec(args[0] ?? '')?.[1] ?? 80), secure: args.includes('ssl') }));
  return {
    ports: listens.length > 0 ? [...new Set(listens.map(({ port }) => port))] : [80],
    secure: listens.flatMap(({ port, secure }) => (secure ? [port] : [])),
    names: block.filter(({ name }) => name === 'server_name').flatMap(({ args }) => args),
    directives: block.filter(({ name }) => name !== 'location'),
    locations: block
      .filter(({ name }) => name === 'location')
      .map(({ args, block: inner = [] }) => ({
        match: (args.length > 1 ? args[0] : '') as Location['match'],
        path: args.at(-1) ?? '/',
        directives: inner,
      })),
  };
}

/** The location that answers for a path: exact, then `^~` and the longest prefix, regular expressions in between as nginx has it. */
export function locationFor(server: VirtualServer, path: string): Location | undefined {
  const exact = server.locations.find(({ match, path: at }) => match === '=' && at === path);
  if (exact) return exact;
  const prefix = server.locations
    .filter(({ match, path: at }) => (match === '' || match === '^~') && path.startsWith(at))
    .sort((a, b) => b.path.length - a.path.length)[0];
  if (prefix?.match === '^~') return prefix;
  const pattern = server.locations.find(({ match, path: at }) => (match === '~' || match === '~*') && matches(at, match, path));
  return pattern ?? prefix;
}

function matches(pattern: string, match: string, path: string): boolean {
  try {
    return new RegExp(pattern, match === '~*' ? 'i' : '').test(path);
  } catch {
    return false;
  }
}
