/** openssl's commands for keys and certificates: genrsa, genpkey, rsa, pkey, req, x509 and verify. */

import { fromHex, fromPem, hexPairs, toPem } from '../../api/values/der.ts';
import { type PrivateKey, privatePem, publicInfo, readPrivate, readPublic, verifies } from '../../api/values/rsa.ts';
import { files, now, random, readAll } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { digests } from '../bytes.ts';
import { type Call, Failure } from '../tool.ts';
import {
  type Certificate,
  certificateText,
  type Extension,
  extensionOf,
  extensionsText,
  makeCertificate,
  makeRequest,
  readCertificate,
  readRequest,
  requestText,
  serialPairs,
  shownSubject,
  shownTime,
} from './certificate.ts';
import { nameOf } from './names.ts';
import { generateKey } from './primes.ts';

export interface Given {
  readonly has: ReadonlySet<string>;
  readonly get: ReadonlyMap<string, string>;
  readonly all: (name: string) => readonly string[];
  readonly rest: readonly string[];
}

const DAY = 86_400_000;
const LARGEST = 8192;

const fail = (message: string): never => {
  throw new Failure(message, 1, true);
};

function* textAt(path: string | undefined): Sys<string> {
  if (path === undefined || path === '-') return yield* readAll(0);
  const text = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, path))?.text);
  return text ?? fail(`Can't open "${path}" for reading, No such file or directory`);
}

function* put(call: Call, path: string | undefined, text: string, mode?: number): Sys<void> {
  if (path === undefined || path === '-') call.put(text);
  else yield* files((fs, cwd) => fs.write(fs.resolve(cwd, path), text, mode === undefined ? {} : { mode }));
}

function* privateAt(path: string | undefined): Sys<PrivateKey> {
  const text = yield* textAt(path);
  if (text.includes('ENCRYPTED')) fail('keys with a passphrase cannot be read here');
  return readPrivate(text) ?? fail(`Could not read private key from ${path ?? '<stdin>'}`);
}

function* certificateAt(path: string | undefined): Sys<Certificate> {
  const der = fromPem(yield* textAt(path), '(?:TRUSTED )?CERTIFICATE');
  return (der && readCertificate(der)) ?? fail(`Could not read certificate from ${path ?? '<stdin>'}\nUnable to load certificate`);
}

function sizeOf(text: string): number {
  const bits = Number(text);
  if (!Number.isInteger(bits)) fail(`Can't parse "${text}" as a number`);
  if (bits < 512) fail(`Error generating RSA key: key size too small`);
  if (bits > LARGEST) fail(`RSA keys of more than ${LARGEST} bits take too long here`);
  return bits;
}

export function* genrsa(call: Call, { has, get, rest }: Given): Sys<number> {
  if (has.has('aes256') || has.has('des3') || get.has('passout')) fail('keys with a passphrase cannot be made here');
  yield* put(call, get.get('out'), privatePem(yield* generateKey(sizeOf(rest[0] ?? '2048')), has.has('traditional')), 0o600);
  return 0;
}

export function* genpkey(call: Call, { get, all }: Given): Sys<number> {
  const kind = get.get('algorithm') ?? fail('genpkey: no algorithm was given: use -algorithm RSA');
  if (kind.toUpperCase() !== 'RSA') fail(`genpkey: keys of the kind ${kind} cannot be made here: only RSA`);
  const bits = all('pkeyopt')
    .map((one) => /^rsa_keygen_bits:(.*)$/.exec(one)?.[1])
    .find((one) => one !== undefined);
  yield* put(call, get.get('out'), privatePem(yield* generateKey(sizeOf(bits ?? '2048'))), 0o600);
  return 0;
}

/** rsa and pkey: a key read and written again, or its public half. */
export function* pkey(call: Call, { has, get }: Given, traditional: boolean): Sys<number> {
  const path = get.get('in');
  const key = has.has('pubin') ? undefined : yield* privateAt(path);
  const info = key ? publicInfo(key) : fromPem(yield* textAt(path), 'PUBLIC KEY');
  const open = info && readPublic(info);
  if (!info || !open) return fail(`Could not read public key from ${path ?? '<stdin>'}`);
  if (has.has('check')) call.put(traditional ? 'RSA key ok\n' : 'Key is valid\n');
  if (has.has('modulus')) call.put(`Modulus=${open.n.toString(16).toUpperCase()}\n`);
  if (has.has('noout')) return 0;
  if (traditional) yield* call.note('writing RSA key\n');
  const text = !key || has.has('pubout') ? toPem(info, 'PUBLIC KEY') : privatePem(key, has.has('traditional'));
  yield* put(call, get.get('out'), text, key && !has.has('pubout') ? 0o600 : undefined);
  return 0;
}

/** The settings of a section of a configuration file, `@other` ones put in. */
function section(text: string, name: string): [string, string][] {
  const sections = new Map<string, [string, string][]>([['', []]]);
  let current = '';
  for (const line of text.split('\n').map((one) => one.replace(/#.*$/, '').trim())) {
    const title = /^\[\s*(.*?)\s*\]$/.exec(line)?.[1];
    if (title !== undefined) sections.set((current = title), sections.get(title) ?? []);
    const setting = /^([^=\s]+)\s*=\s*(.*)$/.exec(line);
    if (title === undefined && setting) sections.get(current)?.push([setting[1] as string, setting[2] as string]);
  }
  return (sections.get(name) ?? []).map(([key, value]) => {
    const other = /^(critical,\s*)?@(.*)$/.exec(value);
    const list = other && (sections.get(other[2] as string) ?? []).map(([kind, one]) => `${kind.replace(/\.\d+$/, '')}:${one}`).join(',');
    return [key, list ? (other[1] ?? '') + list : value];
  });
}

/** The extensions that settings ask for; of two of a kind the later one counts. */
function extensionsOf(settings: readonly (readonly [string, string])[], key: Uint8Array, issuer: Uint8Array): Extension[] {
  const found = new Map<string, Extension>();
  for (const [name, value] of settings) {
    const one = extensionOf(name, value, key, issuer);
    if (typeof one === 'string') return fail(one);
    if (one) found.set(one.id, one);
  }
  return [...found.values()];
}

function* serialNumber(): Sys<Uint8Array> {
  const bytes = new Uint8Array(20);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Math.floor((yield* random()) * 256);
  bytes[0] = ((bytes[0] as number) & 0x7f) | 0x40;
  return bytes;
}

const serialOf = (text: string): Uint8Array => {
  const digits = (/^0x/i.test(text) ? BigInt(text) : BigInt(text.replace(/\D/g, '') || '0')).toString(16);
  return fromHex(digits.length % 2 === 1 ? `0${digits}` : digits);
};

export function* req(call: Call, given: Given): Sys<number> {
  const { has, get, all } = given;
  const making = has.has('new') || has.has('x509') || get.has('newkey');
  if (!making) {
    const path = get.get('in');
    const der = fromPem(yield* textAt(path), '(?:NEW )?CERTIFICATE REQUEST');
    const request = (der && readRequest(der)) ?? fail(`Unable to load X509 request from ${path ?? '<stdin>'}`);
    if (has.has('verify')) {
      const key = readPublic(request.key);
      const good = key !== undefined && verifies(key, request.body, request.signature);
      yield* call.note(`Certificate request self-signature ${good ? 'verify OK' : 'verify failure'}\n`);
    }
    if (has.has('text')) call.put(requestText(request));
    if (has.has('subject')) call.put(`subject=${shownSubject(request.subject)}\n`);
    if (has.has('pubkey')) call.put(toPem(request.key, 'PUBLIC KEY'));
    if (!has.has('noout') && der) yield* put(call, get.get('out'), toPem(der, 'CERTIFICATE REQUEST'));
    return 0;
  }
  const config = get.has('config') ? yield* textAt(get.get('config')) : '';
  const settings = section(config, 'req');
  const setting = (name: string): string | undefined => settings.find(([key]) => key === name)?.[1];
  const wanted = get.get('newkey');
  if (wanted !== undefined && !/^rsa(?::\d+)?$/.test(wanted)) fail(`req: keys of the kind ${wanted} cannot be made here: only rsa:BITS`);
  if (!get.has('key') && !has.has('nodes') && !has.has('noenc') && setting('encrypt_key') !== 'no')
    fail('req: a passphrase for the key cannot be asked for here: use -nodes');
  const subject =
    get.get('subj') ?? (setting('prompt') === 'no' ? fromSection(section(config, setting('distinguished_name') ?? '')) : undefined);
  if (subject === undefined) return fail('req: the subject cannot be asked for here: give it by -subj "/CN=name"');
  const name = nameOf(subject);
  if (typeof name === 'string') return fail(name);
  const key = get.has('key')
    ? yield* privateAt(get.get('key'))
    : yield* generateKey(sizeOf(wanted?.split(':')[1] ?? setting('default_bits') ?? '2048'));
  if (!get.has('key')) {
    yield* put(call, get.get('keyout') ?? setting('default_keyfile') ?? 'privkey.pem', privatePem(key), 0o600);
    yield* call.note('-----\n');
  }
  const info = publicInfo(key);
  const added = all('addext').map((one): [string, string] => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]);
  const listed = section(
    config,
    get.get('extensions') ?? get.get('reqexts') ?? setting(has.has('x509') ? 'x509_extensions' : 'req_extensions') ?? '\0',
  );
  if (!has.has('x509')) {
    const der = makeRequest(name, key, extensionsOf([...listed, ...added], info, info));
    if (has.has('text')) call.put(requestText(readRequest(der) ?? fail('req: not made')));
    if (!has.has('noout')) yield* put(call, get.get('out'), toPem(der, 'CERTIFICATE REQUEST'));
    return 0;
  }
  const standard: [string, string][] =
    config === ''
      ? [
          ['subjectKeyIdentifier', 'hash'],
          ['authorityKeyIdentifier', 'keyid'],
          ['basicConstraints', 'critical,CA:TRUE'],
        ]
      : [];
  const from = yield* now();
  const der = makeCertificate(
    {
      serial: get.has('set_serial') ? serialOf(get.get('set_serial') ?? '') : yield* serialNumber(),
      issuer: name,
      subject: name,
      from,
      to: from + daysOf(get.get('days')) * DAY,
      key: info,
      extensions: extensionsOf([...standard, ...listed, ...added], info, info),
    },
    key,
  );
  if (has.has('text')) call.put(certificateText(readCertificate(der) ?? fail('req: not made')));
  if (!has.has('noout')) yield* put(call, get.get('out'), toPem(der, 'CERTIFICATE'));
  return 0;
}

const fromSection = (settings: readonly (readonly [string, string])[]): string =>
  settings.map(([key, value]) => `/${key.replace(/^\d+\./, '')}=${value.replace(/[/\\]/g, '\\$&')}`).join('');

function daysOf(text = '30'): number {
  if (!/^-?\d+$/.test(text)) fail(`Can't parse "${text}" as a number`);
  return Number(text);
}

export function* x509(call: Call, given: Given): Sys<number> {
  if (given.has.has('req')) return yield* signRequest(call, given);
  const { has, get } = given;
  const one = yield* certificateAt(get.get('in'));
  const sum = (name: string): string => (digests[name]?.(one.whole).match(/../g) ?? []).join(':').toUpperCase();
  const shown: Readonly<Record<string, () => string>> = {
    text: () => certificateText(one),
    serial: () => `serial=${serialPairs(one).join('').toUpperCase()}\n`,
    subject: () => `subject=${shownSubject(one.subject)}\n`,
    issuer: () => `issuer=${shownSubject(one.issuer)}\n`,
    dates: () => `notBefore=${shownTime(one.from)}\nnotAfter=${shownTime(one.to)}\n`,
    startdate: () => `notBefore=${shownTime(one.from)}\n`,
    enddate: () => `notAfter=${shownTime(one.to)}\n`,
    fingerprint: () =>
      has.has('sha256')
        ? `sha256 Fingerprint=${sum('sha256')}\n`
        : has.has('md5')
          ? `MD5 Fingerprint=${sum('md5')}\n`
          : `SHA1 Fingerprint=${sum('sha1')}\n`,
    pubkey: () => toPem(one.key, 'PUBLIC KEY'),
    modulus: () => `Modulus=${readPublic(one.key)?.n.toString(16).toUpperCase() ?? 'Wrong Algorithm type'}\n`,
  };
  // In the order in which they are asked for.
  for (const name of has) call.put(shown[name]?.() ?? '');
  const wanted = get.get('ext')?.split(',');
  if (wanted) {
    const names: Readonly<Record<string, string>> = {
      subjectAltName: '17',
      basicConstraints: '19',
      keyUsage: '15',
      extendedKeyUsage: '37',
      subjectKeyIdentifier: '14',
      authorityKeyIdentifier: '35',
    };
    const chosen = one.extensions.filter(({ id }) => wanted.some((name) => id === `2.5.29.${names[name]}`));
    if (chosen.length === 0) yield* call.note('No extensions in certificate\n');
    else call.put(extensionsText(chosen, ''));
  }
  if (get.has('checkend')) {
    const ends = one.to < (yield* now()) + Number(get.get('checkend')) * 1000;
    call.put(`Certificate will ${ends ? '' : 'not '}expire\n`);
    if (ends) return 1;
  }
  if (!has.has('noout')) yield* put(call, get.get('out'), toPem(one.whole, 'CERTIFICATE'));
  return 0;
}

/** `x509 -req`: the certificate that a request asks for, signed by an authority or by its own key. */
function* signRequest(call: Call, { has, get }: Given): Sys<number> {
  const path = get.get('in');
  const asked = fromPem(yield* textAt(path), '(?:NEW )?CERTIFICATE REQUEST');
  const request = (asked && readRequest(asked)) ?? fail(`Unable to load X509 request from ${path ?? '<stdin>'}`);
  const key = readPublic(request.key);
  if (!key || !verifies(key, request.body, request.signature)) return fail('Certificate request self-signature did not match the contents');
  yield* call.note(`Certificate request self-signature ok\nsubject=${shownSubject(request.subject)}\n`);
  const authority = get.get('CA');
  const own = get.get('signkey') ?? get.get('key');
  if (authority === undefined && own === undefined)
    return fail('x509: We need a private key to sign with, use -key or -CAkey or -CA with private key');
  const issuer = authority === undefined ? undefined : yield* certificateAt(authority);
  const signer = yield* privateAt(authority === undefined ? own : (get.get('CAkey') ?? authority));
  const signerInfo = publicInfo(signer);
  if (issuer && readPublic(issuer.key)?.n !== signer.n) return fail('x509: CA certificate and CA private key do not match');
  const config = get.has('extfile') ? yield* textAt(get.get('extfile')) : '';
  const settings = section(config, get.get('extensions') ?? '');
  const copied = get.get('copy_extensions') === 'copy' || get.get('copy_extensions') === 'copyall' ? request.extensions : [];
  let serial = get.has('set_serial') ? serialOf(get.get('set_serial') ?? '') : yield* serialNumber();
  const book = get.get('CAserial') ?? authority?.replace(/\.[^./]*$/, '').concat('.srl');
  if (authority !== undefined && book !== undefined && !get.has('set_serial')) {
    const last = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, book))?.text.trim());
    if (last) serial = serialOf(`0x${(BigInt(`0x${last}`) + 1n).toString(16)}`);
    if (last || has.has('CAcreateserial')) yield* put(call, book, `${hexPairs(serial).join('').toUpperCase()}\n`);
  }
  const from = yield* now();
  const der = makeCertificate(
    {
      serial,
      issuer: issuer?.subject ?? request.subject,
      subject: request.subject,
      from,
      to: from + daysOf(get.get('days')) * DAY,
      key: request.key,
      extensions: [...copied, ...extensionsOf(settings, request.key, signerInfo)],
    },
    signer,
  );
  if (has.has('text')) call.put(certificateText(readCertificate(der) ?? fail('x509: not made')));
  if (!has.has('noout')) yield* put(call, get.get('out'), toPem(der, 'CERTIFICATE'));
  return 0;
}

export function* verify(call: Call, { get, rest }: Given): Sys<number> {
  const authority = get.has('CAfile') ? yield* certificateAt(get.get('CAfile')) : undefined;
  let code = 0;
  for (const path of rest) {
    const one = yield* certificateAt(path);
    const current = yield* now();
    const key = authority && readPublic(authority.key);
    const same = authority && shownSubject(one.issuer) === shownSubject(authority.subject);
    const self = shownSubject(one.issuer) === shownSubject(one.subject);
    const [number, why] =
      !authority || !same
        ? self
          ? [18, 'self-signed certificate']
          : [20, 'unable to get local issuer certificate']
        : !key || !verifies(key, one.body, one.signature)
          ? [7, 'certificate signature failure']
          : one.to < current
            ? [10, 'certificate has expired']
            : [0, ''];
    if (number === 0) {
      call.put(`${path}: OK\n`);
      continue;
    }
    yield* call.note(`${shownSubject(one.subject)}\nerror ${number} at 0 depth lookup: ${why}\nerror ${path}: verification failed\n`);
    code = 2;
  }
  return code;
}

/** Options by command: flags, and those that take a value. */
export const SPECS: Readonly<Record<string, readonly [flags: string, valued: string]>> = {
  genrsa: ['traditional aes256 aes128 des3 3 F4 verbose quiet', 'out passout rand'],
  genpkey: ['quiet verbose', 'algorithm out pkeyopt pass outform'],
  rsa: ['pubin pubout noout check modulus traditional', 'in out inform outform'],
  pkey: ['pubin pubout noout check traditional', 'in out inform outform'],
  req: [
    'new x509 nodes noenc text noout subject verify pubkey batch sha256 sha384 sha512 utf8 verbose',
    'newkey key keyout out in days subj addext config extensions reqexts set_serial inform outform keyform',
  ],
  x509: [
    'req text noout subject issuer dates startdate enddate serial fingerprint pubkey modulus sha1 sha256 md5 CAcreateserial',
    'in out days CA CAkey CAserial set_serial extfile extensions signkey key checkend ext copy_extensions inform outform nameopt certopt',
  ],
  verify: ['verbose', 'CAfile untrusted'],
};
