/** Certificates and requests for them: made, read, and shown as openssl shows them. */

import {
  BIT_STRING,
  BOOLEAN,
  type Element,
  element,
  elements,
  fromHex,
  hexPairs,
  INTEGER,
  OCTET_STRING,
  oid,
  SEQUENCE,
  SET,
  timeOf,
} from '../../api/values/der.ts';
import {
  bitLength,
  integer,
  type PrivateKey,
  publicInfo,
  RSA,
  readPublic,
  SHA256_RSA,
  sign,
  signatureAlgorithm,
} from '../../api/values/rsa.ts';
import { textOf } from '../../kernel/bytes.ts';
import { digests } from '../bytes.ts';
import { formatDate } from '../datetext.ts';
import { colons, oidText, PURPOSES, shownName, USAGES } from './names.ts';

const TIME = 0x17;
const LONG_TIME = 0x18;
const EXTENSIONS = '1.2.840.113549.1.9.14';
const [SUBJECT_KEY, USAGE, ALTERNATIVE, CONSTRAINTS, AUTHORITY_KEY, PURPOSE] = [
  '2.5.29.14',
  '2.5.29.15',
  '2.5.29.17',
  '2.5.29.19',
  '2.5.29.35',
  '2.5.29.37',
];

export interface Extension {
  readonly id: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

export interface Certificate {
  readonly whole: Uint8Array;
  /** What is signed. */
  readonly body: Uint8Array;
  readonly version: number;
  readonly serial: Uint8Array;
  readonly issuer: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly subject: Uint8Array;
  readonly key: Uint8Array;
  readonly extensions: readonly Extension[];
  readonly algorithm: string;
  readonly signature: Uint8Array;
}

export type Request = Pick<Certificate, 'body' | 'subject' | 'key' | 'extensions' | 'algorithm' | 'signature'>;

const sha1 = (bytes: Uint8Array): Uint8Array => fromHex(digests['sha1']?.(bytes) ?? '');

/** The serial number's digits, without the zero that keeps it positive. */
export const serialPairs = ({ serial }: Certificate): string[] =>
  hexPairs(serial[0] === 0 && serial.length > 1 ? serial.subarray(1) : serial);

const keyId = (info: Uint8Array): Uint8Array => sha1((elements(elements(info)[0]?.content ?? info)[1]?.content ?? info).subarray(1));

/** The extension that a line like `subjectAltName=DNS:web` of a configuration asks for; a message when it cannot be made. */
export function extensionOf(name: string, text: string, key: Uint8Array, issuerKey: Uint8Array): Extension | string | undefined {
  const words = text.split(',').map((word) => word.trim());
  const critical = words[0] === 'critical';
  if (critical) words.shift();
  const made = (id: string, value: Uint8Array): Extension => ({ id, critical, value });
  switch (name) {
    case 'basicConstraints': {
      const authority = words.some((word) => /^CA:true$/i.test(word));
      const length = words.map((word) => /^pathlen:(\d+)$/.exec(word)?.[1]).find((one) => one !== undefined);
      return made(
        CONSTRAINTS,
        element(SEQUENCE, ...(authority ? [element(BOOLEAN, [255])] : []), ...(length === undefined ? [] : [integer(BigInt(length))])),
      );
    }
    case 'keyUsage': {
      let bits = 0;
      for (const word of words) {
        const at = USAGES.findIndex(([one]) => one === word);
        if (at < 0) return `Error adding extension: unknown bit string argument name=${word}`;
        bits |= 0x8000 >> at;
      }
      const bytes = bits & 0xff ? [bits >> 8, bits & 0xff] : [bits >> 8];
      const last = bytes.at(-1) as number;
      return made(USAGE, element(BIT_STRING, [last === 0 ? 0 : Math.log2(last & -last)], bytes));
    }
    case 'extendedKeyUsage': {
      const unknown = words.find((word) => !PURPOSES[word]);
      if (unknown !== undefined) return `Error adding extension: invalid object identifier value=${unknown}`;
      return made(PURPOSE, element(SEQUENCE, ...words.map((word) => oid((PURPOSES[word] as readonly [string, string])[0]))));
    }
    case 'subjectAltName': {
      const parts: Uint8Array[] = [];
      for (const word of words) {
        const [, kind, value = ''] = /^(DNS|IP|email|URI)(?:\.\d+)?:(.*)$/.exec(word) ?? [];
        const address = value.split('.').map(Number);
        if (kind === undefined || (kind === 'IP' && (address.length !== 4 || address.some((one) => !(one >= 0 && one < 256)))))
          return `Error adding extension: ${kind === 'IP' ? `bad ip address value=${value}` : `unsupported option name=${word.split(':')[0]}`}`;
        parts.push(
          kind === 'IP'
            ? element(0x87, address)
            : element({ email: 0x81, DNS: 0x82, URI: 0x86 }[kind] ?? 0x82, new TextEncoder().encode(value)),
        );
      }
      return made(ALTERNATIVE, element(SEQUENCE, ...parts));
    }
    case 'subjectKeyIdentifier':
      return words[0] === 'none' ? undefined : made(SUBJECT_KEY, element(OCTET_STRING, keyId(key)));
    case 'authorityKeyIdentifier':
      return words[0] === 'none' ? undefined : made(AUTHORITY_KEY, element(SEQUENCE, element(0x80, keyId(issuerKey))));
    default:
      return `Error adding extension: ${name} is not supported here`;
  }
}

const extensionList = (list: readonly Extension[]): Uint8Array =>
  element(
    SEQUENCE,
    ...list.map(({ id, critical, value }) =>
      element(SEQUENCE, oid(id), ...(critical ? [element(BOOLEAN, [255])] : []), element(OCTET_STRING, value)),
    ),
  );

const signed = (body: Uint8Array, key: PrivateKey): Uint8Array =>
  element(SEQUENCE, body, signatureAlgorithm, element(BIT_STRING, [0], sign(key, body)));

export function makeRequest(subject: Uint8Array, key: PrivateKey, extensions: readonly Extension[]): Uint8Array {
  const asked = extensions.length === 0 ? [] : [element(SEQUENCE, oid(EXTENSIONS), element(SET, extensionList(extensions)))];
  return signed(element(SEQUENCE, integer(0n), subject, publicInfo(key), element(0xa0, ...asked)), key);
}

const timeElement = (ms: number): Uint8Array => {
  const late = new Date(ms).getUTCFullYear() >= 2050;
  return element(late ? LONG_TIME : TIME, new TextEncoder().encode(formatDate(late ? '%Y%m%d%H%M%SZ' : '%y%m%d%H%M%SZ', ms)));
};

export function makeCertificate(
  what: Pick<Certificate, 'serial' | 'issuer' | 'from' | 'to' | 'subject' | 'key' | 'extensions'>,
  signer: PrivateKey,
): Uint8Array {
  const { serial, issuer, from, to, subject, key, extensions } = what;
  const body = element(
    SEQUENCE,
    ...(extensions.length > 0 ? [element(0xa0, integer(2n))] : []),
    element(INTEGER, (serial[0] ?? 0) > 127 ? [0, ...serial] : serial),
    signatureAlgorithm,
    issuer,
    element(SEQUENCE, timeElement(from), timeElement(to)),
    subject,
    key,
    ...(extensions.length > 0 ? [element(0xa3, extensionList(extensions))] : []),
  );
  return signed(body, signer);
}

const inside = (one: Element | undefined): Element[] => (one ? elements(one.content) : []);

const readExtensions = (list: Element | undefined): Extension[] =>
  inside(list).map((one) => {
    const parts = inside(one);
    return {
      id: oidText(parts[0]?.content ?? new Uint8Array()),
      critical: parts[1]?.tag === BOOLEAN,
      value: parts.at(-1)?.content ?? new Uint8Array(),
    };
  });

const tail = (parts: readonly Element[]): { algorithm: string; signature: Uint8Array } => ({
  algorithm: oidText(inside(parts[1])[0]?.content ?? new Uint8Array()),
  signature: parts[2]?.content.subarray(1) ?? new Uint8Array(),
});

/** Undefined when the bytes are no certificate. */
export function readCertificate(whole: Uint8Array): Certificate | undefined {
  try {
    const parts = inside(elements(whole)[0]);
    const all = inside(parts[0]);
    const version = all[0]?.tag === 0xa0 ? (inside(all[0])[0]?.content[0] ?? 0) + 1 : 1;
    const fields = version > 1 || all[0]?.tag === 0xa0 ? all.slice(1) : all;
    const [serial, , issuer, validity, subject, key] = fields;
    const [from, to] = inside(validity);
    if (!parts[0] || !serial || !issuer || !subject || !key || !from) return undefined;
    const extensions = readExtensions(inside(fields.find(({ tag }) => tag === 0xa3))[0]);
    return {
      whole,
      body: parts[0].whole,
      version,
      serial: serial.content,
      issuer: issuer.whole,
      from: timeOf(from),
      to: timeOf(to),
      subject: subject.whole,
      key: key.whole,
      extensions,
      ...tail(parts),
    };
  } catch {
    return undefined;
  }
}

export function readRequest(whole: Uint8Array): Request | undefined {
  try {
    const parts = inside(elements(whole)[0]);
    const [, subject, key, attributes] = inside(parts[0]);
    if (!parts[0] || !subject || !key) return undefined;
    const wanted = inside(attributes).find((one) => oidText(inside(one)[0]?.content ?? new Uint8Array()) === EXTENSIONS);
    const extensions = readExtensions(inside(inside(wanted)[1])[0]);
    return { body: parts[0].whole, subject: subject.whole, key: key.whole, extensions, ...tail(parts) };
  } catch {
    return undefined;
  }
}

// Shown

export const shownTime = (ms: number): string => formatDate('%b %e %H:%M:%S %Y GMT', ms);

const inner = (name: Uint8Array): Uint8Array => elements(name)[0]?.content ?? name;
export const shownSubject = (name: Uint8Array): string => shownName(inner(name));

/** Pairs of hexadecimal digits, so many on a line. */
function block(pairs: readonly string[], indent: string, perLine: number): string {
  let text = '';
  for (let i = 0; i < pairs.length; i += perLine)
    text += `${indent}${pairs.slice(i, i + perLine).join(':')}${i + perLine < pairs.length ? ':' : ''}\n`;
  return text;
}

function keyText(info: Uint8Array, indent: string): string {
  const kind = oidText(inside(inside(elements(info)[0])[0])[0]?.content ?? new Uint8Array());
  const key = kind === RSA ? readPublic(info) : undefined;
  const lead = `${indent}Public Key Algorithm: `;
  if (!key) return `${lead}${kind === '1.2.840.10045.2.1' ? 'id-ecPublicKey' : kind}\n`;
  const pairs = hexPairs(elements(integer(key.n))[0]?.content ?? new Uint8Array());
  return `${lead}rsaEncryption\n${indent}    Public-Key: (${bitLength(key.n)} bit)\n${indent}    Modulus:\n${block(pairs, `${indent}        `, 15)}${indent}    Exponent: ${key.e} (0x${key.e.toString(16)})\n`;
}

const TITLES: Readonly<Record<string, string>> = {
  [SUBJECT_KEY]: 'X509v3 Subject Key Identifier',
  [USAGE]: 'X509v3 Key Usage',
  [ALTERNATIVE]: 'X509v3 Subject Alternative Name',
  [CONSTRAINTS]: 'X509v3 Basic Constraints',
  [AUTHORITY_KEY]: 'X509v3 Authority Key Identifier',
  [PURPOSE]: 'X509v3 Extended Key Usage',
};

function shownExtension({ id, value }: Extension): string {
  const first = elements(value)[0];
  switch (id) {
    case SUBJECT_KEY:
      return colons(first?.content ?? value);
    case AUTHORITY_KEY:
      return colons(inside(first).find(({ tag }) => tag === 0x80)?.content ?? new Uint8Array());
    case CONSTRAINTS: {
      const parts = inside(first);
      const length = parts.find(({ tag }) => tag === INTEGER);
      return `CA:${parts.some(({ tag }) => tag === BOOLEAN) ? 'TRUE' : 'FALSE'}${length ? `, pathlen:${length.content[0]}` : ''}`;
    }
    case USAGE: {
      const [, high = 0, low = 0] = first?.content ?? [];
      return USAGES.filter((_, i) => ((high << 8) | low) & (0x8000 >> i))
        .map(([, shown]) => shown)
        .join(', ');
    }
    case PURPOSE:
      return inside(first)
        .map(({ content }) => oidText(content))
        .map((one) => Object.values(PURPOSES).find(([known]) => known === one)?.[1] ?? one)
        .join(', ');
    case ALTERNATIVE:
      return inside(first)
        .map(({ tag, content }) =>
          tag === 0x87
            ? `IP Address:${content.length === 4 ? content.join('.') : hexPairs(content).join('')}`
            : `${{ 129: 'email', 134: 'URI' }[tag] ?? 'DNS'}:${textOf(content)}`,
        )
        .join(', ');
    default:
      return hexPairs(value).join(' ');
  }
}

export function extensionsText(list: readonly Extension[], indent: string): string {
  return list
    .map((one) => `${indent}${TITLES[one.id] ?? one.id}: ${one.critical ? 'critical' : ''}\n${indent}    ${shownExtension(one)}\n`)
    .join('');
}

const algorithmName = (id: string): string =>
  id === SHA256_RSA ? 'sha256WithRSAEncryption' : id === '1.2.840.10045.4.3.2' ? 'ecdsa-with-SHA256' : id;

function signatureText({ algorithm, signature }: Pick<Certificate, 'algorithm' | 'signature'>): string {
  return `    Signature Algorithm: ${algorithmName(algorithm)}\n    Signature Value:\n${block(hexPairs(signature), '        ', 18)}`;
}

export function certificateText(one: Certificate): string {
  const serial = serialPairs(one);
  const number =
    one.serial.length <= 8
      ? ` ${BigInt(`0x${serial.join('')}`)} (0x${BigInt(`0x${serial.join('')}`).toString(16)})\n`
      : `\n            ${serial.join(':')}\n`;
  return (
    `Certificate:\n    Data:\n        Version: ${one.version} (0x${one.version - 1})\n        Serial Number:${number}` +
    `        Signature Algorithm: ${algorithmName(one.algorithm)}\n        Issuer: ${shownSubject(one.issuer)}\n` +
    `        Validity\n            Not Before: ${shownTime(one.from)}\n            Not After : ${shownTime(one.to)}\n` +
    `        Subject: ${shownSubject(one.subject)}\n        Subject Public Key Info:\n${keyText(one.key, '            ')}` +
    (one.extensions.length > 0 ? `        X509v3 extensions:\n${extensionsText(one.extensions, '            ')}` : '') +
    signatureText(one)
  );
}

export function requestText(one: Request): string {
  return (
    `Certificate Request:\n    Data:\n        Version: 1 (0x0)\n        Subject: ${shownSubject(one.subject)}\n` +
    `        Subject Public Key Info:\n${keyText(one.key, '            ')}        Attributes:\n` +
    (one.extensions.length > 0
      ? `            Requested Extensions:\n${extensionsText(one.extensions, '                ')}`
      : '            (none)\n            Requested Extensions:\n') +
    signatureText(one)
  );
}
