/** curl's command line: its own rules, not getopt's. */
import { Failure } from '../tool.ts';

export const HINT = "curl: try 'curl --help' or 'curl --manual' for more information";

/** Long options: `:` takes an argument; the letter is the short form. Those of no effect here (a progress style, ...) are only taken. */
const LONG =
  'abstract-unix-socket: alt-svc: anyauth append/a basic cacert: capath: cert/E: cert-status ciphers: compressed compressed-ssh config/K: connect-timeout: connect-to: continue-at/C: cookie/b: cookie-jar/c: create-dirs crlf curves: data/d: data-ascii: data-binary: data-raw: data-urlencode: digest disable/q dns-servers: doh-url: dump-header/D: expect100-timeout: fail/f fail-early fail-with-body false-start form/F: form-string: get/G globoff/g haproxy-protocol head/I header/H: help/h:: http0.9 http1.0/0 http1.1 http2 http2-prior-knowledge http3 include/i insecure/k interface: ipv4/4 ipv6/6 json: junk-session-cookies/j keepalive-time: key: limit-rate: list-only/l local-port: location/L location-trusted max-filesize: max-redirs: max-time/m: negotiate netrc/n no-alpn no-buffer/N no-clobber no-keepalive no-progress-meter noproxy: ntlm oauth2-bearer: output/o: output-dir: parallel/Z pass: path-as-is pinnedpubkey: post301 post302 post303 progress-bar/# proto: proto-default: proxy/x: proxy-header: proxy-user/U: range/r: rate: raw referer/e: remote-header-name/J remote-name/O remote-name-all remote-time/R request/X: request-target: resolve: retry: retry-all-errors retry-connrefused retry-delay: retry-max-time: show-error/S silent/s socks5: socks5-hostname: speed-limit/Y: speed-time/y: ssl-no-revoke stderr: styled-output tcp-fastopen tcp-nodelay tls-max: tlsv1/1 tlsv1.2 tlsv1.3 tr-encoding trace: trace-ascii: trace-time unix-socket: upload-file/T: url: use-ascii/B user/u: user-agent/A: verbose/v version/V write-out/w: xattr';

/** Taken as valid, but what they ask for does not exist here. */
const UNSUPPORTED = new Set([
  'socks5',
  'socks5-hostname',
  'unix-socket',
  'abstract-unix-socket',
  'trace',
  'trace-ascii',
  'http3',
  'digest',
  'ntlm',
  'negotiate',
]);
const NUMBERS = new Set(['connect-timeout', 'max-time', 'max-redirs', 'retry', 'retry-delay', 'retry-max-time']);

const options = new Map<string, { name: string; argument: boolean }>();
const letters = new Map<string, string>();
for (const item of LONG.split(' ')) {
  const [, name = '', letter, colons = ''] = /^(.*?)(?:\/(.))?(:{0,2})$/.exec(item) as RegExpExecArray;
  options.set(name, { name, argument: colons === ':' });
  if (letter) letters.set(letter, name);
}

export interface Settings {
  readonly urls: readonly string[];
  has(name: string): boolean;
  get(name: string): string | undefined;
  all(name: string): readonly string[];
  /** Everything given, in order. */
  readonly given: readonly (readonly [name: string, argument: string, asTyped: string])[];
}

function usage(message: string): Failure {
  return new Failure(`${message}\n${HINT}`, 2);
}

/** An option whose argument makes no sense. */
export function badlyUsed(option: string): Failure {
  return usage(`option ${option}: is badly used here`);
}

/** The file of `-d @path`, `-w @path` and the like cannot be read. `option` is as typed. */
export function unreadable(option: string, path: string, silent: boolean): Failure {
  const said = `option ${option}: error encountered when reading a file\n${HINT}`;
  return new Failure(silent ? said : `Failed to open ${path}\ncurl: ${said}`, 26);
}

/** The words that a file of -K stands for: `name = value`, `name value` or `-x value` a line, in quotes where there are blanks; and its warnings. */
export function configWords(path: string, text: string): { readonly words: readonly string[]; readonly warnings: readonly string[] } {
  const words: string[] = [];
  const warnings: string[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    const match = /^\s*([^\s=:#][^\s=:]*)(?:\s*[=:]\s*|\s+|$)(?:"((?:\\.|[^"\\])*)"|(\S+))?/.exec(line);
    if (!match) continue;
    const [, name = '', quoted, plain] = match;
    const value = quoted?.replace(/\\(.)/g, (_all, c: string) => ({ t: '\t', n: '\n', r: '\r', v: '\v' })[c] ?? c) ?? plain;
    const dashed = name.startsWith('-') ? name : `--${name}`;
    const option =
      options.get(dashed.startsWith('--') ? dashed.slice(2) : (letters.get(dashed.slice(1, 2)) ?? '')) ??
      options.get(/^--no-(.*)$/.exec(dashed)?.[1] ?? '');
    if (!option) warnings.push(`${path}:${at + 1}: warning: '${name}' is unknown`);
    else if (option.argument && value === undefined && dashed.length > 2 && !/^-[^-]./.test(dashed))
      warnings.push(`${path}:${at + 1}: warning: '${name}' requires parameter`);
    else words.push(dashed, ...(option.argument && value !== undefined ? [value] : []));
  }
  return { words, warnings };
}

/** Reads curl's arguments. @param configs the words of the files of -K, by their names. Throws Failure with curl's words. */
export function parseSettings(args: readonly string[], configs: ReadonlyMap<string, readonly string[]> = new Map()): Settings {
  const given: [string, string, string][] = [];
  const urls: string[] = [];
  const add = (name: string, shown: string, value: string): void => {
    if (UNSUPPORTED.has(name)) throw usage(`option ${shown}: the installed libcurl version does not support this`);
    if (NUMBERS.has(name) && /^-\d/.test(value)) throw usage(`option ${shown}: expected a positive numerical parameter`);
    if (NUMBERS.has(name) && !/^\d+(\.\d*)?$|^\.\d+$/.test(value)) throw usage(`option ${shown}: expected a proper numerical parameter`);
    const other = name === 'fail' ? 'fail-with-body' : name === 'fail-with-body' ? 'fail' : undefined;
    if (given.some(([key]) => key === other))
      throw usage(`You must select either --fail or --fail-with-body, not both.\ncurl: option ${shown}: is badly used here`);
    // There is nothing of an earlier transfer to go on from, except where somebody says how much.
    if (name === 'continue-at' && value !== '-') throw usage(`option ${shown}: only "-" is supported here`);
    if (name === 'url') urls.push(value);
    given.push([name, value, shown]);
    if (name === 'config') readWords(configs.get(value) ?? []);
  };
  const readWords = (words: readonly string[]): void => {
    let literal = false;
    for (let i = 0; i < words.length; i++) {
      const arg = words[i] as string;
      if (literal || !arg.startsWith('-') || arg === '-') {
        urls.push(arg);
        continue;
      }
      if (arg === '--') {
        literal = true;
        continue;
      }
      if (arg.startsWith('--')) {
        const wanted = arg.slice(2);
        const off = /^no-(.*)$/.exec(wanted)?.[1];
        const matching = [...options.keys()].filter((name) => name.startsWith(wanted));
        const option = options.get(wanted) ?? (matching.length === 1 ? options.get(matching[0] as string) : undefined);
        if (!option && off !== undefined && options.get(off)) {
          for (let at = given.length - 1; at >= 0; at--) if (given[at]?.[0] === off) given.splice(at, 1);
          continue;
        }
        if (!option) throw usage(`option ${arg}: is ${matching.length > 1 ? 'ambiguous' : 'unknown'}`);
        if (option.argument && i + 1 >= words.length) throw usage(`option ${arg}: requires parameter`);
        add(option.name, arg, option.argument ? (words[++i] as string) : '');
        continue;
      }
      for (let at = 1; at < arg.length; at++) {
        const letter = arg[at] as string;
        if (letter === ':') {
          given.push(['next', '', '-:']);
          continue;
        }
        const option = options.get(letters.get(letter) ?? '');
        if (!option) throw usage(`option ${at > 1 ? arg : `-${letter}`}: is unknown`);
        if (!option.argument) {
          add(option.name, `-${letter}`, '');
          continue;
        }
        const attached = arg.slice(at + 1);
        if (attached === '' && i + 1 >= words.length) throw usage(`option ${at > 1 ? arg : `-${letter}`}: requires parameter`);
        add(option.name, `-${letter}`, attached !== '' ? attached : (words[++i] as string));
        break;
      }
    }
  };
  readWords(args);
  return {
    urls,
    given,
    has: (name) => given.some(([key]) => key === name),
    get: (name) => given.findLast(([key]) => key === name)?.[1],
    all: (name) => given.filter(([key]) => key === name).map(([, value]) => value),
  };
}

/** `--help`: the options that people use. */
export const HELP = `Usage: curl [options...] <url>
 -d, --data <data>           HTTP POST data
 -f, --fail                  Fail fast with no output on HTTP errors
 -h, --help <subject>        Get help for commands
 -o, --output <file>         Write to file instead of stdout
 -O, --remote-name           Write output to file named as remote file
 -i, --show-headers          Show response headers in output
 -s, --silent                Silent mode
 -T, --upload-file <file>    Transfer local FILE to destination
 -u, --user <user:password>  Server user and password
 -A, --user-agent <name>     Send User-Agent <name> to server
 -v, --verbose               Make the operation more talkative
 -V, --version               Show version number and quit

This is not the full help; this menu is split into categories.
Use "--help category" to get an overview of all categories, which are:
auth, connection, curl, deprecated, dns, file, ftp, global, http, imap, ldap, 
output, pop3, post, proxy, scp, sftp, smtp, ssh, ssl, telnet, tftp, timeout, 
tls, upload, verbose.
Use "--help all" to list all options
Use "--help [option]" to view documentation for a given option
`;
