import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { embedPlugin } from './scripts/vite-embed.ts';
import { lessonsPlugin } from './scripts/vite-lessons.ts';
import { offlinePlugin } from './scripts/vite-offline.ts';
import { compileHint, startGroups, startPlugin } from './scripts/vite-start.ts';

export default defineConfig({
  base: './', // any path: an embedded copy is a folder somewhere
  plugins: [react(), lessonsPlugin(), embedPlugin(), startPlugin(), offlinePlugin()],
  build: {
    target: 'es2023',
    manifest: true, // for scripts/sizes.ts
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // no data: URLs in scripts, so that a strict Content-Security-Policy holds
    rolldownOptions: {
      output: {
        postBanner: compileHint,
        codeSplitting: {
          groups: [
            ...startGroups,
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
    // Nothing in the engine remembers anything outside its world: test files share its modules, which takes half the time.
    isolate: false,
    // Only to end what hangs: a loaded machine is slow.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
