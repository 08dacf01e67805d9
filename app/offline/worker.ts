/**
 * The service worker (sw.js): keeps the whole site, so that it works without a network after the first visit. One cache a build: a new
 * build is fetched beside the old one, and takes over when the page says so, so no page ever mixes two. Large files that not everybody needs
 * are kept when they are first used.
 */
interface Event_ {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent_ extends Event_ {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Worker_ {
  readonly registration: { readonly scope: string };
  addEventListener(type: 'install' | 'activate', listener: (event: Event_) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent_) => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}
/** Filled in by scripts/vite-offline.ts: every file of the build, those that are kept later, and what names the build. */
declare const FILES: readonly string[];
declare const LATER: readonly string[];
declare const BUILD: string;

const worker = self as unknown as Worker_;
const PREFIX = 'drydock-';
const CACHE = `${PREFIX}${BUILD}`;
const home = new URL('./', worker.registration.scope);

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll(FILES.map((file) => new Request(new URL(file, home), { cache: 'reload' })))),
  );
});

worker.addEventListener('activate', (event) => {
  const tidy = async (): Promise<void> => {
    for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
    await worker.clients.claim();
  };
  event.waitUntil(tidy());
});

worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(home.href)) return;
  const answer = async (): Promise<Response> => {
    const cache = await caches.open(CACHE);
    // The page is the same whatever the address asks of it.
    const page = request.mode === 'navigate' ? await cache.match(home.href) : undefined;
    const kept = page ?? (await cache.match(request, { ignoreSearch: true }));
    if (kept) return kept;
    const answer = await fetch(request);
    if (answer.ok && LATER.some((file) => new URL(file, home).href === request.url)) await cache.put(request, answer.clone());
    return answer;
  };
  event.respondWith(answer());
});
