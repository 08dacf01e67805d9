// What fills the bundles: the gzipped bytes of each module and folder. `npm run sizes -- --modules [FOLDER]`
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

export interface ModuleSize {
  /** Path in the repository, `node_modules/NAME` for a library, '' for the bundler's own. */
  readonly module: string;
  /** The name of the chunk it is in, without its hash. */
  readonly chunk: string;
  /** Bytes after gzip: the module's share of its chunk. */
  readonly bytes: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds the page in memory, and follows each character of its scripts back to its module. */
export async function moduleSizes(): Promise<ModuleSize[]> {
  const built = await build({ root, logLevel: 'error', build: { write: false, sourcemap: 'hidden' } });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  return outputs.flatMap((output) => {
    if (output.type !== 'chunk' || !output.map) return [];
    const chunk = output.fileName.replace(/^assets\/|-[\w-]{8}\.js$/g, '');
    const pieces = byModule(output.code, new SourceMap(JSON.parse(JSON.stringify(output.map))));
    const alone = [...pieces].map(([module, code]) => ({ module, bytes: gzipSync(code, { level: 9 }).length }));
    const share = gzipSync(output.code, { level: 9 }).length / alone.reduce((sum, { bytes }) => sum + bytes, 0);
    return alone.map(({ module, bytes }) => ({ module, chunk, bytes: bytes * share }));
  });
}

function byModule(code: string, map: SourceMap): Map<string, string> {
  const pieces = new Map<string, string>();
  code.split('\n').forEach((line, lineNumber) => {
    let [from, source] = [0, ''];
    const add = (to: number): void => void pieces.set(source, (pieces.get(source) ?? '') + line.slice(from, to));
    for (let column = 0; column < line.length; column++) {
      const entry = map.findEntry(lineNumber, column);
      const found = 'originalSource' in entry ? moduleOf(entry.originalSource ?? '') : '';
      if (found === source) continue;
      add(column);
      [from, source] = [column, found];
    }
    add(line.length);
  });
  pieces.delete('');
  return pieces;
}

function moduleOf(source: string): string {
  const path = source.replace(/^(\.\.?\/)+/, '');
  return /.*(node_modules\/(?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path;
}

/** Lines for people: chunk by chunk, folder by folder (to `depth` names), the largest first. */
export function treeOf(sizes: readonly ModuleSize[], depth: number, only = ''): string[] {
  const sums = (of: readonly ModuleSize[], name: (size: ModuleSize) => string): [string, number][] => {
    const found = new Map<string, number>();
    for (const size of of) found.set(name(size), (found.get(name(size)) ?? 0) + size.bytes);
    return [...found].sort(([, a], [, b]) => b - a);
  };
  const kB = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(8);
  return sums(sizes, ({ chunk }) => chunk)
    .filter(([chunk]) => chunk.includes(only))
    .flatMap(([chunk, bytes]) => [
      `${kB(bytes)} kB ${chunk}`,
      ...sums(
        sizes.filter((one) => one.chunk === chunk),
        ({ module }) => module.split('/').slice(0, depth).join('/'),
      ).map(([folder, part]) => `${kB(part)}      ${folder}`),
    ]);
}
