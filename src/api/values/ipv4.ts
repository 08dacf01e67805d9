/** IPv4 addresses as numbers, to count with. */

/** `10.96.0.1` as the number of its 32 bits. */
export function toNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

export function fromNumber(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}
