// Signatures first; bodies follow.
export type QuantityFormat = 'DecimalSI' | 'BinarySI' | 'DecimalExponent';
/** value = amount * 10^-9 (nano units, as Kubernetes keeps at most 9 decimals). */
export interface Quantity { readonly nano: bigint; readonly format: QuantityFormat }
export class QuantityError extends Error {}
export function parseQuantity(text: string): Quantity { throw new QuantityError(text); }
export function formatQuantity(quantity: Quantity): string { throw new QuantityError(`${quantity}`); }
export function canonicalQuantity(text: string): string { return formatQuantity(parseQuantity(text)); }
export function compareQuantity(a: Quantity, b: Quantity): number { throw new QuantityError(`${a}${b}`); }
export function addQuantity(a: Quantity, b: Quantity): Quantity { throw new QuantityError(`${a}${b}`); }
export function subQuantity(a: Quantity, b: Quantity): Quantity { throw new QuantityError(`${a}${b}`); }
export function quantityValue(quantity: Quantity): number { throw new QuantityError(`${quantity}`); }
export function quantityMilliValue(quantity: Quantity): number { throw new QuantityError(`${quantity}`); }
