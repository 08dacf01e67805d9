/** The text of a JSON answer over HTTP, as the real server writes it. */
import type { ApiRequest } from './types.ts';

/** `curl`, `wget` and browsers get it indented, and so does who asks for `?pretty=1` (apiserver, isPrettyPrint); what it says of itself always is. */
export function isPretty({ path, query, headers }: Pick<ApiRequest, 'path' | 'query' | 'headers'>): boolean {
  const asked = [query?.pretty ?? []].flat()[0];
  if (path === '/version' || path === '/') return true;
  if (asked !== undefined && asked !== '') return /^(1|t|true)$/i.test(asked);
  return /^(curl|Wget|Mozilla\/5\.0)/.test(headers?.['user-agent'] ?? '');
}

/** Indented text ends without a new line, that on one line with one: so do Go's encoders. */
export const bodyText = (body: unknown, request: Pick<ApiRequest, 'path' | 'query' | 'headers'>): string =>
  isPretty(request) ? JSON.stringify(body, null, 2) : `${JSON.stringify(body)}\n`;
