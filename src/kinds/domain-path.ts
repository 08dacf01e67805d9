import { type FieldError, invalid, required } from '../api/field-errors.ts';
import { isDNS1123Subdomain, regexError } from '../api/values/names.ts';

const PATH = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";

/** Rules of `acme.io/foo` (source: apimachinery's util/validation): an error shows the part that is wrong. */
export function validateDomainPath(value: string, at: string): FieldError[] {
  if (value === '') return [required(at)];
  const slash = value.indexOf('/');
  const [host, path] = [value.slice(0, Math.max(slash, 0)), value.slice(slash + 1)];
  if (slash < 1 || path === '') return [invalid(at, value, 'must be a domain-prefixed path (such as "acme.io/foo")')];
  const errors = isDNS1123Subdomain(host).map((why) => invalid(at, host, why));
  if (!/^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(path)) errors.push(invalid(at, path, regexError('Invalid path', PATH)));
  return errors;
}
