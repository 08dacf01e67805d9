/** Images that are all data: services that answer with texts. */
import type { AppBehaviour, Image } from './image.ts';

/** Tags as most projects write them. */
export const ANY_VERSION = { pattern: '(?:latest|stable|edge|main|lts|alpine|management|plain-text|v?\\d+(?:\\.\\d+)*)(?:-[\\w.-]+)?' };

/** An image whose program only behaves as `app` says. */
export const service = (names: readonly string[], version: string, size: number, app: AppBehaviour, more: Partial<Image> = {}): Image => ({
  names,
  tags: ANY_VERSION,
  version,
  size,
  entrypoint: ['app'],
  ports: (app.listen ?? []).map(({ port }) => port),
  programs: ['busybox'],
  app,
  ...more,
});

/** One text for every path, or for some of them another. */
export const text = (port: number, said: string, args: Readonly<Record<string, unknown>> = {}) => ({
  port,
  server: 'text',
  args: { text: said, ...args },
});

/** A web page with nothing but its title. */
export const page = (title: string): string =>
  `<!DOCTYPE html>\n<html>\n<head>\n<title>${title}</title>\n</head>\n<body>\n</body>\n</html>\n`;
export const html = (port: number, title: string, args: Readonly<Record<string, unknown>> = {}) =>
  text(port, page(title), { type: 'text/html; charset=utf-8', ...args });

/** Every path leads to another one. */
export const away = (port: number, to: string) =>
  text(port, `<a href="${to}">Found</a>.\n\n`, { status: 302, type: 'text/html; charset=utf-8', headers: { Location: to } });
