/** Whether a certificate and a private key, as PEM texts, belong together. The words are those of Go's tls.X509KeyPair. */
import { elements, fromPem } from '../../../api/values/der.ts';
import { CommandError } from '../../errors.ts';

/** Throws CommandError when they do not, or are something else. Of keys that are not RSA's only the form is looked at. */
export function checkKeyPair(certificate: string, key: string): void {
  const [blocks, keyBlocks] = [blockTypes(certificate), blockTypes(key)];
  if (!blocks.includes('CERTIFICATE')) throw new CommandError(`tls: ${withoutCertificate(blocks)}`);
  if (!keyBlocks.some((type) => type.endsWith('PRIVATE KEY'))) throw new CommandError(`tls: ${withoutKey(keyBlocks)}`);
  const [modulus, other] = [certifiedModulus(certificate), keyModulus(key)];
  if (modulus && other && modulus !== other) throw new CommandError('tls: private key does not match public key');
}

function blockTypes(pem: string): string[] {
  return [...pem.matchAll(/^-----BEGIN ([A-Z0-9 ]+)-----\s[^-]*-----END \1-----/gm)].map(([, type = '']) => type);
}

function withoutCertificate(blocks: readonly string[]): string {
  if (blocks.length === 0) return 'failed to find any PEM data in certificate input';
  if (blocks.length === 1 && blocks[0]?.endsWith('PRIVATE KEY'))
    return 'failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched';
  return `failed to find "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the following types: [${blocks.join(' ')}]`;
}

function withoutKey(blocks: readonly string[]): string {
  if (blocks.length === 0) return 'failed to find any PEM data in key input';
  if (blocks.length === 1 && blocks[0] === 'CERTIFICATE') return 'found a certificate rather than a key in the PEM for the private key';
  return `failed to find PEM block with type ending in "PRIVATE KEY" in key input after skipping PEM blocks of the following types: [${blocks.join(' ')}]`;
}

/** The bytes, in text, of what lies at a place in nested DER; undefined where there is nothing. */
function at(der: Uint8Array | undefined, ...path: readonly number[]): string | undefined {
  let inner = der;
  for (const index of path) inner = inner && contentAt(inner, index);
  return inner?.join();
}

function contentAt(der: Uint8Array, index: number): Uint8Array | undefined {
  try {
    return elements(der)[index]?.content;
  } catch {
    return undefined;
  }
}

function certifiedModulus(pem: string): string | undefined {
  const body = [0, 0].reduce<Uint8Array | undefined>((der, index) => der && contentAt(der, index), fromPem(pem, 'CERTIFICATE'));
  // A version comes first where it is not 1.
  const key = body && contentAt(body, elements(body)[0]?.tag === 0xa0 ? 6 : 5);
  const bits = key && contentAt(key, 1);
  return at(bits?.subarray(1), 0, 0);
}

function keyModulus(pem: string): string | undefined {
  return at(fromPem(pem, 'RSA PRIVATE KEY'), 0, 1) ?? at(fromPem(pem, 'PRIVATE KEY'), 0, 2, 0, 1);
}
