// Builds app/offline/worker.ts to sw.js in the root of the site, with the list of all files of the build in it.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const ENTRY = fileURLToPath(new URL('../app/offline/worker.ts', import.meta.url));
const PUBLIC = fileURLToPath(new URL('../public', import.meta.url));

/** Monaco: three times as large as all the rest, and not everybody edits files. It is kept when it is first used. */
const LATER = /^assets\/(?:monaco|editor\.worker|codicon)\b/;

export function offlinePlugin(): Plugin {
  return {
    name: 'drydock-offline',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const hash = createHash('sha256');
        const built = Object.values(bundle).map((file) => {
          hash.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source);
          return file.fileName;
        });
        const fixed = readdirSync(PUBLIC, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name));
        for (const path of fixed) hash.update(readFileSync(path));
        const files = [...built, ...fixed.map((path) => path.slice(PUBLIC.length + 1))]
          .filter((name) => name !== 'index.html' && name !== 'embed.js' && !name.startsWith('.') && !name.endsWith('.map'))
          .sort();
        const later = files.filter((name) => LATER.test(name));
        const first = files.filter((name) => !LATER.test(name));
        const code = await workerCode(['./', ...first], later, hash.digest('hex').slice(0, 16));
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: code });
      },
    },
  };
}

async function workerCode(files: readonly string[], later: readonly string[], id: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { FILES: JSON.stringify(files), LATER: JSON.stringify(later), BUILD: JSON.stringify(id) },
    build: { write: false, target: 'es2022', rolldownOptions: { input: ENTRY, output: { format: 'iife' } } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output.find((one) => one.type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error('sw.js was not built');
  return chunk.code;
}
