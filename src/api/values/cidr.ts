// Blocks of addresses (k8s.io/apimachinery/pkg/util/validation/ip.go): 10.9.8.0/24.
import { toNumber } from './ipv4.ts';
import { isIP, isIPv6 } from './names.ts';

const NOT_CIDR = 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)';

/** The reasons why `value` is refused; none means it is valid. */
export function isCIDR(value: string): string[] {
  const [address = '', bits = '', ...more] = value.split('/');
  const wrong = isIP(address);
  const zeros = wrong.includes('must not have leading 0s');
  if (more.length > 0 || (wrong.length > 0 && !zeros) || !/^\d{1,3}$/.test(bits) || Number(bits) > widthOf(address)) return [NOT_CIDR];
  if (zeros || (bits.length > 1 && bits.startsWith('0'))) return ['must not have leading 0s in IP or prefix length'];
  return numberOf(address) % sizeOf(value) === 0n ? [] : ['must not have bits set beyond the prefix length'];
}

/** Whether a block is a strict part of another; both are valid. */
export function isWithin(inner: string, outer: string): boolean {
  const [a = '', b = ''] = [inner.split('/')[0], outer.split('/')[0]];
  const [small, large] = [sizeOf(inner), sizeOf(outer)];
  return widthOf(a) === widthOf(b) && small < large && numberOf(a) / large === numberOf(b) / large;
}

/** Whether an address, of either version, is in a block; both are valid. */
export function contains(cidr: string, address: string): boolean {
  const [base = ''] = cidr.split('/');
  return widthOf(base) === widthOf(address) && numberOf(base) / sizeOf(cidr) === numberOf(address) / sizeOf(cidr);
}

const widthOf = (address: string): number => (isIPv6(address) ? 128 : 32);

function sizeOf(cidr: string): bigint {
  const [address = '', bits = ''] = cidr.split('/');
  return 2n ** BigInt(widthOf(address) - Number(bits));
}

function numberOf(address: string): bigint {
  if (!isIPv6(address)) return BigInt(toNumber(address));
  const [head = '', tail] = address.split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [first, last] = [groups(head), groups(tail ?? '')];
  const zeros = tail === undefined ? [] : Array<string>(8 - first.length - last.length).fill('0');
  return [...first, ...zeros, ...last].reduce((sum, part) => sum * 65_536n + BigInt(`0x${part}`), 0n);
}
