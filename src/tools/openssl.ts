/** openssl: base64, rand, dgst, passwd and version; keys and certificates are in x509/. */

import { bytesOf, decodeBase64, encodeBase64, textOf } from '../kernel/bytes.ts';
import { files, random, readAll } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { digests } from './bytes.ts';
import { options } from './options.ts';
import { type Call, Failure, type Tool } from './tool.ts';
import { type Given, genpkey, genrsa, pkey, req, SPECS, verify, x509 } from './x509/commands.ts';
import { passwd } from './x509/passwd.ts';

const VERSION = 'OpenSSL 3.0.17 1 Jul 2025 (Library: OpenSSL 3.0.17 1 Jul 2025)';
const ELSEWHERE = ['ec', 'ecparam', 's_client', 's_server', 'ca', 'pkcs12', 'enc', 'crl', 'asn1parse'];

export const openssl: Tool = function* (call) {
  const [command = '', ...args] = call.args;
  if (command === 'version' || command === '--version' || command === '-v') {
    call.put(`${VERSION}\n`);
    return 0;
  }
  if (command === 'base64' || (command === 'enc' && args.includes('-base64')))
    return yield* base64(
      call,
      args.filter((arg) => arg !== '-base64'),
    );
  if (command === 'rand') return yield* rand(call, args);
  if (command === 'dgst' || Object.hasOwn(digests, command)) return yield* dgst(call, command, args);
  if (command === 'passwd') {
    const { has, get, rest } = parse(args, ['1', '5', '6', 'apr1', 'stdin', 'noverify', 'quiet'], ['salt', 'in']);
    return yield* passwd(call, has, get, rest);
  }
  const spec = SPECS[command];
  if (spec) {
    const { has, get, rest, list } = parse(args, spec[0].split(' '), spec[1].split(' '));
    const given: Given = { has, get, rest, all: (name) => list.filter(([key]) => key === name).map(([, value]) => value) };
    if (get.get('inform')?.toUpperCase() === 'DER' || get.get('outform')?.toUpperCase() === 'DER')
      throw new Failure(`openssl ${command}: the form DER is not supported here`, 1, true);
    if (command === 'genrsa') return yield* genrsa(call, given);
    if (command === 'genpkey') return yield* genpkey(call, given);
    if (command === 'req') return yield* req(call, given);
    if (command === 'x509') return yield* x509(call, given);
    if (command === 'verify') return yield* verify(call, given);
    return yield* pkey(call, given, command === 'rsa');
  }
  if (command === '' || command === 'help' || command === '--help') options(call, '', { args: ['--help'] });
  if (ELSEWHERE.includes(command)) throw new Failure(`openssl ${command}: this command is not supported here`, 1, true);
  throw new Failure(`Invalid command '${command}'; type "help" for a list.`, 1, true);
};

/** The single-dash options of openssl's commands; the first operand is the rest. */
function parse(
  args: readonly string[],
  flags: readonly string[],
  valued: readonly string[],
): { has: Set<string>; get: Map<string, string>; rest: string[]; list: [string, string][] } {
  const [has, get, rest, list] = [new Set<string>(), new Map<string, string>(), [] as string[], [] as [string, string][]];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    const name = arg.replace(/^--?/, '');
    if (arg.startsWith('-') && valued.includes(name)) {
      const value = args[++i];
      if (value === undefined) throw new Failure(`Option ${arg} needs a value`, 1, true);
      get.set(name, value);
      list.push([name, value]);
    } else if (arg.startsWith('-') && flags.includes(name)) has.add(name);
    else if (arg.startsWith('-') && arg !== '-')
      throw new Failure(`Unknown option: ${arg}\nopenssl: use 'man openssl' for what is supported here.`, 1, true);
    else rest.push(arg);
  }
  return { has, get, rest, list };
}

function* source(path: string | undefined): Sys<string> {
  if (path === undefined || path === '-') return yield* readAll(0);
  const text = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, path))?.text);
  if (text === undefined) throw new Failure(`Can't open "${path}" for reading, No such file or directory`, 1, true);
  return text;
}

function* target(call: Call, path: string | undefined, text: string): Sys<number> {
  if (path === undefined || path === '-') call.put(text);
  else yield* files((fs, cwd) => fs.write(fs.resolve(cwd, path), text));
  return 0;
}

function* base64(call: Call, args: readonly string[]): Sys<number> {
  const { has, get, rest } = parse(args, ['d', 'e', 'A', 'a'], ['in', 'out']);
  const text = yield* source(get.get('in') ?? rest[0]);
  if (has.has('d')) return yield* target(call, get.get('out'), decodeBase64(text.replace(/\s/g, '')) ?? '');
  const encoded = encodeBase64(text);
  return yield* target(call, get.get('out'), has.has('A') ? encoded : encoded.replace(/.{1,64}/g, '$&\n'));
}

function* rand(call: Call, args: readonly string[]): Sys<number> {
  const { has, get, rest } = parse(args, ['hex', 'base64'], ['out', 'rand', 'writerand']);
  const count = Number(rest[0] ?? Number.NaN);
  if (!Number.isInteger(count) || count < 0 || count > 1_000_000)
    throw new Failure(rest[0] === undefined ? 'rand: give the number of bytes' : `Can't parse "${rest[0]}" as a number`, 1, true);
  const bytes = new Uint8Array(count);
  for (let i = 0; i < count; i++) bytes[i] = Math.floor((yield* random()) * 256);
  const text = has.has('hex')
    ? `${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}\n`
    : has.has('base64')
      ? encodeBase64(textOf(bytes)).replace(/.{1,64}/g, '$&\n')
      : textOf(bytes);
  return yield* target(call, get.get('out'), text);
}

function* dgst(call: Call, command: string, args: readonly string[]): Sys<number> {
  const names = Object.keys(digests);
  const { has, rest } = parse(args, [...names, 'r', 'hex'], []);
  const name = names.find((one) => has.has(one)) ?? (command === 'dgst' ? 'sha256' : command);
  const sum = digests[name];
  if (!sum) throw new Failure(`dgst: unknown digest`, 1, true);
  const shown = name.startsWith('sha') ? `SHA${name === 'sha1' ? '1' : `2-${name.slice(3)}`}` : name.toUpperCase();
  for (const path of rest.length > 0 ? rest : [undefined]) {
    const value = sum(bytesOf(yield* source(path)));
    call.put(has.has('r') ? `${value} *${path ?? 'stdin'}\n` : `${shown}(${path ?? 'stdin'})= ${value}\n`);
  }
  return 0;
}
