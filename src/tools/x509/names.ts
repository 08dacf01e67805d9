/** Names of X.509: whom a certificate is for, and what its extensions allow. */

import { element, elements, hexPairs, OID, oid, SEQUENCE, SET, UTF8 } from '../../api/values/der.ts';
import { textOf } from '../../kernel/bytes.ts';

export const ATTRIBUTES: Readonly<Record<string, string>> = {
  CN: '2.5.4.3',
  SN: '2.5.4.4',
  serialNumber: '2.5.4.5',
  C: '2.5.4.6',
  L: '2.5.4.7',
  ST: '2.5.4.8',
  street: '2.5.4.9',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  GN: '2.5.4.42',
  emailAddress: '1.2.840.113549.1.9.1',
  UID: '0.9.2342.19200300.100.1.1',
  DC: '0.9.2342.19200300.100.1.25',
};
export const USAGES = [
  ['digitalSignature', 'Digital Signature'],
  ['nonRepudiation', 'Non Repudiation'],
  ['keyEncipherment', 'Key Encipherment'],
  ['dataEncipherment', 'Data Encipherment'],
  ['keyAgreement', 'Key Agreement'],
  ['keyCertSign', 'Certificate Sign'],
  ['cRLSign', 'CRL Sign'],
  ['encipherOnly', 'Encipher Only'],
  ['decipherOnly', 'Decipher Only'],
] as const;
export const PURPOSES: Readonly<Record<string, readonly [string, string]>> = {
  serverAuth: ['1.3.6.1.5.5.7.3.1', 'TLS Web Server Authentication'],
  clientAuth: ['1.3.6.1.5.5.7.3.2', 'TLS Web Client Authentication'],
  codeSigning: ['1.3.6.1.5.5.7.3.3', 'Code Signing'],
  emailProtection: ['1.3.6.1.5.5.7.3.4', 'E-mail Protection'],
};

const PRINTABLE = 0x13;
const IA5 = 0x16;

/** `1.2.840...` of an OID's content. */
export function oidText(content: Uint8Array): string {
  const first = content[0] ?? 0;
  const parts = [Math.min(2, Math.floor(first / 40)), first - 40 * Math.min(2, Math.floor(first / 40))];
  let value = 0;
  for (const byte of content.subarray(1)) {
    value = value * 128 + (byte & 127);
    if (byte < 128) {
      parts.push(value);
      value = 0;
    }
  }
  return parts.join('.');
}

/** `/CN=web/O=team` as a name; a message when it is none. */
export function nameOf(text: string): Uint8Array | string {
  if (!text.startsWith('/'))
    return `req: subject name is expected to be in the format /type0=value0/type1=value1/type2=... where characters may be escaped by \\. This name is not in that format: '${text}'`;
  const parts: Uint8Array[] = [];
  for (const part of text.slice(1).match(/(?:\\.|[^/\\])+/g) ?? []) {
    const at = part.indexOf('=');
    const type = part.slice(0, at);
    const value = part.slice(at + 1).replace(/\\(.)/g, '$1');
    if (at < 0) return `req: Missing '=' after RDN type string '${part}' in subject name string`;
    const id = ATTRIBUTES[type];
    if (id === undefined) return `req: Skipping unknown subject name attribute "${type}"`;
    if (value === '') continue;
    const tag = type === 'C' ? PRINTABLE : type === 'emailAddress' || type === 'DC' ? IA5 : UTF8;
    parts.push(element(SET, element(SEQUENCE, oid(id), element(tag, new TextEncoder().encode(value)))));
  }
  return element(SEQUENCE, ...parts);
}

/** A name as openssl shows it: `CN = web, O = team`. */
export function shownName(name: Uint8Array): string {
  const shown: string[] = [];
  for (const set of elements(name))
    for (const one of elements(set.content)) {
      const [type, value] = elements(one.content);
      if (type?.tag !== OID || !value) continue;
      const id = oidText(type.content);
      const known = Object.keys(ATTRIBUTES).find((key) => ATTRIBUTES[key] === id) ?? id;
      const text = textOf(value.content);
      shown.push(`${known} = ${/[,+"\\<>;]|^[# ]| $/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : text}`);
    }
  return shown.join(', ');
}

export const colons = (bytes: Uint8Array): string => hexPairs(bytes).join(':').toUpperCase();
