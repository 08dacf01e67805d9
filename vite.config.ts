import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

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

const ENGINE = new URL('src/session/index.ts', import.meta.url).pathname;
let engine: ReadonlySet<string> | undefined;

export default defineConfig({
  base: './', // any path: an embedded copy is a folder somewhere
  plugins: [react()],
  build: {
    target: 'es2023',
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // no data: URLs in scripts, so that a strict Content-Security-Policy holds
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: (id, context) => {
                engine ??= engineModules(context, ENGINE);
                return engine.has(id) ? 'engine' : null;
              },
              debugName: 'engine',
              priority: 2,
            },
            { name: 'xterm', test: /node_modules\/@xterm\//, priority: 1 },
          ],
        },
      },
    },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts', 'app/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    maxWorkers: 2,
  },
});
