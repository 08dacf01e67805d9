/** How volumes may be mounted, as tables abbreviate it, and the rules. */
import { type FieldError, forbidden, notSupported, required } from '../../api/field-errors.ts';

const SHORT = { ReadWriteOnce: 'RWO', ReadOnlyMany: 'ROX', ReadWriteMany: 'RWX', ReadWriteOncePod: 'RWOP' } as const;
const MODES = Object.keys(SHORT) as (keyof typeof SHORT)[];

/** `RWO,ROX`: in a fixed order, each once. */
export function accessModesText(modes: readonly string[] | null | undefined): string {
  return MODES.filter((mode) => modes?.includes(mode))
    .map((mode) => SHORT[mode])
    .join(',');
}

export function validateAccessModes(modes: readonly string[], at: string, detail = ''): FieldError[] {
  if (modes.length === 0) return [required(at, detail)];
  const errors = modes.filter((mode) => !Object.hasOwn(SHORT, mode)).map((mode) => notSupported(at, mode, [...MODES].sort()));
  if (modes.includes('ReadWriteOncePod') && modes.some((mode) => mode !== 'ReadWriteOncePod' && Object.hasOwn(SHORT, mode)))
    errors.push(forbidden(at, 'may not use ReadWriteOncePod with other access modes'));
  return errors;
}
