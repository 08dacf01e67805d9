// Serves dist/ on 127.0.0.1: `node scripts/serve.mjs [PORT]`. Plain Node without packages.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** The page loads nothing from elsewhere and runs no text as a script; styles may be inline, as the terminal sets them. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ');

function answer(request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://local').pathname));
  const asked = join(dist, path);
  const file = existsSync(asked) && statSync(asked).isDirectory() ? join(asked, 'index.html') : asked;
  if (!file.startsWith(dist) || !existsSync(file)) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
    return;
  }
  const hashed = path.startsWith('/assets/');
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*', // frames without an origin of their own fetch the scripts as strangers
  });
  createReadStream(file).pipe(response);
}

/**
 * Serves dist/ on 127.0.0.1.
 * @param port the port; where it is taken and `search` is set, the next free one
 * @returns the port in use
 */
export function serve(port, search = false) {
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      try {
        answer(request, response);
      } catch {
        response.writeHead(400).end();
      }
    });
    server.once('error', (error) => {
      if (search && error.code === 'EADDRINUSE' && port < 65535) resolve(serve(port + 1, search));
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve(port));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = await serve(Number(process.argv[2] ?? 4173));
  console.log(`http://127.0.0.1:${port}/`);
}
