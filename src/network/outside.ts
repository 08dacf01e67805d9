/** The world outside the cluster, as far as it answers: a few well-known names, so that tutorials' calls to them work. */
import { lazy } from '../kernel/lazy.ts';
import type { HttpRequest, HttpResponse } from './types.ts';

export interface OutsideHost {
  readonly names: readonly string[];
  readonly address: string;
  readonly title: string;
  /** Where all its pages have moved to. */
  readonly movedTo?: string;
  /** Paths of the examples of Kubernetes' documentation: what the first group says is one's name. */
  readonly examples?: RegExp;
}

/** Addresses are from the documentation ranges (RFC 5737): nothing real is named. */
export const OUTSIDE: readonly OutsideHost[] = [
  { names: ['example.com', 'www.example.com'], address: '203.0.113.10', title: 'Example Domain' },
  { names: ['example.org', 'www.example.org'], address: '203.0.113.11', title: 'Example Domain' },
  { names: ['example.net', 'www.example.net'], address: '203.0.113.12', title: 'Example Domain' },
  {
    names: ['kubernetes.io', 'www.kubernetes.io'],
    address: '203.0.113.20',
    title: 'Kubernetes',
    examples: /^\/(?:docs\/.*\/)?examples\/(.+)/,
  },
  { names: ['google.com', 'www.google.com'], address: '203.0.113.21', title: 'Google' },
  { names: ['github.com', 'www.github.com'], address: '203.0.113.22', title: 'GitHub' },
  { names: ['k8s.io', 'www.k8s.io'], address: '203.0.113.23', title: 'Kubernetes', movedTo: 'https://kubernetes.io' },
  {
    names: ['raw.githubusercontent.com'],
    address: '203.0.113.24',
    title: 'GitHub',
    examples: /^\/kubernetes\/website\/.*?content\/en\/examples\/(.+)/,
  },
  { names: ['info.cern.ch'], address: '203.0.113.25', title: 'http://info.cern.ch' },
];

export const exampleCode = lazy(() => import('./docs/index.ts'));

export function outsideByName(name: string): OutsideHost | undefined {
  const plain = name.replace(/\.$/, '').toLowerCase();
  return OUTSIDE.find((host) => host.names.includes(plain));
}

export function outsideByAddress(address: string): OutsideHost | undefined {
  return OUTSIDE.find((host) => host.address === address);
}

/** The name of the example that is asked for. */
export function exampleAsked({ host, path }: Pick<HttpRequest, 'host' | 'path'>): string | undefined {
  return outsideByName(host)?.examples?.exec(path.replace(/[?#].*/, ''))?.[1];
}

/** What a host outside answers. The code of the examples is there before one is asked for. */
export function answerOutside(request: HttpRequest, address: string): HttpResponse {
  const host = outsideByAddress(address);
  if (host?.movedTo) return answer(request, 301, 'Moved Permanently', '', [['Location', `${host.movedTo}${request.path}`]]);
  const name = exampleAsked(request);
  if (name !== undefined) {
    const text = exampleCode.value?.example(name);
    return text === undefined ? missing(request) : answer(request, 200, 'OK', text, [['Content-Type', 'text/plain; charset=utf-8']]);
  }
  if (request.host === 'raw.githubusercontent.com') return missing(request);
  const title = host?.title ?? request.host;
  const body = `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>This page stands for a host outside the cluster.</p></body></html>\n`;
  return answer(request, 200, 'OK', body, [['Content-Type', 'text/html']]);
}

/** The reason is what kubectl prints: it says that the file may well exist, but not here. */
function missing(request: HttpRequest): HttpResponse {
  return answer(
    request,
    404,
    'Not Found (Drydock is offline and has only the most used examples: paste the manifest into a file)',
    'Not Found\n',
    [['Content-Type', 'text/plain; charset=utf-8']],
  );
}

function answer(
  { method }: HttpRequest,
  status: number,
  reason: string,
  body: string,
  headers: readonly (readonly [string, string])[],
): HttpResponse {
  return {
    status,
    reason,
    headers: [...headers, ['Content-Length', String(body.length)]],
    body: method === 'HEAD' ? '' : body,
    delayMs: 20,
  };
}
