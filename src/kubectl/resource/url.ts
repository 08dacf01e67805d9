/** Manifests that -f names by their address. */
import { device } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { HttpResponse, HttpResult, NetworkRequest } from '../../network/types.ts';
import { CommandError } from '../errors.ts';
import { connectionError, requestTo } from '../reach.ts';

/** How often Go's client follows a redirect. */
const MOST_REDIRECTS = 10;

/**
 * The text at an address.
 * @throws CommandError when it is no address or the server does not have it, ConnectionError when none answers
 */
export function* download(url: string): Sys<string> {
  let at = url;
  for (let redirects = 0; ; redirects++) {
    const { status, reason, headers, body } = yield* httpGet(at);
    const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
    if (status >= 300 && status < 400 && location !== undefined) {
      if (redirects >= MOST_REDIRECTS) throw new CommandError(`Get ${JSON.stringify(location)}: stopped after ${MOST_REDIRECTS} redirects`);
      at = location.startsWith('/') ? `${/^\w+:\/\/[^/]+/.exec(at)?.[0]}${location}` : location;
      continue;
    }
    if (status !== 200)
      throw new CommandError(`unable to read URL ${JSON.stringify(url)}, server reported ${status} ${reason}, status code=${status}`);
    return body;
  }
}

function* httpGet(url: string): Sys<HttpResponse> {
  const request = requestTo(url);
  if (!request) throw new CommandError(`Get ${JSON.stringify(url)}: http: no Host in request URL`);
  const result = yield* device<HttpResult>('network', { op: 'http', from: { kind: 'laptop' }, request } satisfies NetworkRequest);
  if (!result.response) throw connectionError(url, request, result);
  return result.response;
}
