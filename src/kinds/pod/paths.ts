import { type FieldError, invalid } from '../../api/field-errors.ts';

/** A path below where it is mounted: relative, and without steps back. */
export function validateDescending(path: string, field: string): FieldError[] {
  const errors: FieldError[] = [];
  if (path.startsWith('/')) errors.push(invalid(field, path, 'must be a relative path'));
  if (path.split('/').includes('..')) errors.push(invalid(field, path, "must not contain '..'"));
  return errors;
}
