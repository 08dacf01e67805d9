// Builds app/embed/element.ts to embed.js in the root of the site: a classic script of its own, so that other pages need neither modules
// nor cross-origin headers for it.
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const ENTRY = fileURLToPath(new URL('../app/embed/element.ts', import.meta.url));

export function embedPlugin(): Plugin {
  return {
    name: 'drydock-embed',
    apply: 'build',
    async generateBundle() {
      const result = await build({
        configFile: false,
        logLevel: 'error',
        build: { write: false, target: 'es2022', rolldownOptions: { input: ENTRY, output: { format: 'iife' } } },
      });
      const [output] = Array.isArray(result) ? result : [result];
      const chunk = output && 'output' in output ? output.output.find((one) => one.type === 'chunk') : undefined;
      if (chunk?.type !== 'chunk') throw new Error('embed.js was not built');
      this.emitFile({ type: 'asset', fileName: 'embed.js', source: chunk.code });
    },
  };
}
