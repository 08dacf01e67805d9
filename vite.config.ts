import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { embedPlugin } from './scripts/vite-embed.ts';
import { lessonsPlugin } from './scripts/vite-lessons.ts';
import { offlinePlugin } from './scripts/vite-offline.ts';

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** The engine's modules: what src/session/index.ts imports, but for what it loads later by import(). */
function engineModules(modules: Modules, entry: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const next of modules.getModuleInfo(id)?.importedIds ?? []) visit(next);
  };
  visit(entry);
  return found;
}

/** Puts the engine into one chunk: what its front door imports, but for what it loads later. */
export function engineGroup(entry = new URL('src/session/index.ts', import.meta.url).pathname) {
  let engine: ReadonlySet<string> | undefined;
  return {
    name: (id: string, context: Modules): string | null => {
      engine ??= engineModules(context, entry);
      return engine.has(id) ? 'engine' : null;
    },
    debugName: 'engine',
    priority: 2,
  };
}

export default defineConfig({
  base: './', // any path: an embedded copy is a folder somewhere
  plugins: [react(), lessonsPlugin(), embedPlugin(), offlinePlugin()],
  build: {
    target: 'es2023',
    manifest: true, // for scripts/sizes.ts
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // no data: URLs in scripts, so that a strict Content-Security-Policy holds
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            engineGroup(),
            { name: 'xterm', test: /node_modules\/@xterm\/(?!addon-unicode)/, priority: 1 },
            { name: 'monaco-words', test: /node_modules\/monaco-editor\/esm\/vs\/nls\/lang\//, priority: 2 },
            {
              name: 'monaco',
              test: /node_modules\/(?:monaco-editor\/(?!esm\/vs\/languages\/definitions\/\w+\/(?!register))|dompurify)/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts', 'app/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    maxWorkers: 2,
    // Only to end what hangs: a loaded machine is slow.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
