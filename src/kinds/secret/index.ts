import { ageColumn, integer, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { fill } from '../fill.ts';
import type { Secret } from '../objects.ts';

export const TOKEN_TYPE = 'kubernetes.io/service-account-token';
/** Whose token the Secret is for. */
export const ACCOUNT_ANNOTATION = 'kubernetes.io/service-account.name';

/** Data that is not for everybody's eyes. */
export const secrets = define<Secret>('v1', 'secrets', {
  defaults: (secret) => fill(withStringData(secret), { type: 'Opaque' }),
  selectableFields: { type: ({ type }) => type ?? '' },
  columns: [nameColumn, text('Type', ({ type }) => type ?? ''), integer('Data', ({ data }) => Object.keys(data ?? {}).length), ageColumn],
});

/** stringData is written only: it goes into data. */
function withStringData(secret: Secret): Secret {
  const { stringData, ...rest } = secret;
  if (!stringData) return secret;
  const data: Record<string, string> = { ...secret.data };
  for (const [key, value] of Object.entries(stringData)) data[key] = toBase64(value);
  return { ...rest, data };
}

function toBase64(value: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(value)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}
