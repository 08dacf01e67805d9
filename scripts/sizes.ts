// The size budgets of JavaScript, gzipped: `npm run sizes`, after a build. What a page loads until there is a prompt to type at counts as
// one: the scripts of its HTML and the shell. What the first kubectl command then loads has its own line, and so has what the first file
// that is opened in the editor loads: Monaco.
// `npm run sizes -- --modules [CHUNK] [--depth N]` lists what fills the chunks, module by module or folder by folder.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'oxc-parser';
import { build } from 'vite';
import { moduleSizes, treeOf } from './modules.ts';
import { engineGroup } from './vite-start.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const kB = 1000;

/** The first load may be 350 kB at most; what it is below that, the first `kubectl get` may take: 580 kB for both. */
const [FIRST_LOAD, FIRST_GET] = [346 * kB, 240 * kB];

interface Size {
  readonly name: string;
  /** Bytes after gzip. */
  readonly bytes: number;
  /** The most it may be, in bytes; none for what only informs. */
  readonly budget?: number;
}

/** The scripts that a page runs before anything happens in it: those its HTML names and what they import, not what they may import(). */
export function firstLoad(dist: string): string[] {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  return withImports([...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.js)"/g)].map(([, path = '']) => join(dist, path)));
}

/** The chunks of modules that are loaded by import(), with what they import. */
function loadedLater(dist: string, modules: readonly string[]): string[] {
  const manifest: Readonly<Record<string, { readonly file: string }>> = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  return withImports(
    modules.map((module) => {
      const chunk = manifest[module];
      if (!chunk) throw new Error(`the build has no chunk for ${module}`);
      return join(dist, chunk.file);
    }),
  );
}

/** The files and all that they import, directly or not. */
function withImports(named: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const { staticImports, staticExports } = parseSync(path, readFileSync(path, 'utf8')).module;
    const from = [
      ...staticImports.map((i) => i.moduleRequest.value),
      ...staticExports.flatMap((e) => e.entries.flatMap((x) => x.moduleRequest?.value ?? [])),
    ];
    for (const specifier of from) visit(join(path, '..', specifier));
  };
  for (const path of named) visit(path);
  return [...found];
}

const gzipped = (text: string | Uint8Array): number => gzipSync(text, { level: 9 }).length;

/** The engine by itself, minified: bytes of what each of some modules imports, alone and then with those before it. */
async function engineSizes(modules: readonly string[]): Promise<number[]> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        input: modules.map((module) => join(root, module)),
        preserveEntrySignatures: 'strict',
        output: { codeSplitting: { groups: [engineGroup()] } },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((r) => ('output' in r ? r.output : []));
  const chunks = new Map(outputs.flatMap((o) => (o.type === 'chunk' ? [[o.fileName, o] as const] : [])));
  const counted = new Set<string>();
  const visit = (name: string): void => {
    if (counted.has(name)) return;
    counted.add(name);
    for (const next of chunks.get(name)?.imports ?? []) visit(next);
  };
  return modules.map((module) => {
    for (const { isEntry, facadeModuleId, fileName } of chunks.values())
      if (isEntry && facadeModuleId === join(root, module)) visit(fileName);
    if (counted.size === 0) throw new Error(`the build has no chunk for ${module}`);
    return [...counted].reduce((sum, name) => sum + gzipped(chunks.get(name)?.code ?? ''), 0);
  });
}

/** The panels that are open when the page begins: fetched at once, so part of the first load. */
const OPEN_PANELS = ['app/terminal/TerminalPanel.tsx', 'app/topology/PicturePanel.tsx'];
/** The modules behind the first prompt and the first kubectl command. */
const SHELL = ['src/shell/programs.ts', 'src/shell/sh.ts'];
const REST = 'src/session/rest.ts';
const EDITOR = ['app/editor/EditorPanel.tsx', 'app/editor/monaco.ts'];
const KUBECTL = [REST, 'src/kubectl/index.ts', 'src/kubectl/commands/get.ts'];

/** What the page loads first, a line for each chunk, the whole, what it loads next, and the engine alone. */
async function measure(dist = join(root, 'dist')): Promise<Size[]> {
  const size = (path: string): number => gzipped(readFileSync(path));
  const sum = (paths: readonly string[]): number => paths.reduce((total, path) => total + size(path), 0);
  const first = [...new Set([...firstLoad(dist), ...loadedLater(dist, OPEN_PANELS)])];
  const prompt = loadedLater(dist, SHELL).filter((path) => !first.includes(path));
  const kubectl = loadedLater(dist, KUBECTL).filter((path) => !first.includes(path) && !prompt.includes(path));
  const before = [...first, ...prompt, ...kubectl];
  const editor = loadedLater(dist, EDITOR).filter((path) => !before.includes(path));
  const [alone = 0, withRest = 0] = await engineSizes(['src/session/index.ts', REST]);
  return [
    ...first.map((path) => ({ name: path.slice(dist.length + 1), bytes: size(path) })).sort((a, b) => b.bytes - a.bytes),
    { name: 'a page that embeds it, before it is opened', bytes: size(join(dist, 'embed.js')), budget: 5 * kB },
    { name: 'the scripts of the page', bytes: sum(first) },
    { name: 'then for the first prompt', bytes: sum(prompt) },
    { name: 'first load, interactive terminal included', bytes: sum(first) + sum(prompt), budget: FIRST_LOAD },
    { name: 'then for the first `kubectl get`', bytes: sum(kubectl), budget: FIRST_GET },
    { name: 'then for the first file in the editor', bytes: sum(editor), budget: 950 * kB },
    { name: 'the engine alone', bytes: alone, budget: 120 * kB },
    { name: 'the engine with all that a request needs', bytes: withRest },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { modules: { type: 'boolean' }, depth: { type: 'string', default: '99' } },
  });
  if (values.modules) {
    console.log(treeOf(await moduleSizes(), Number(values.depth), positionals[0]).join('\n'));
    process.exit();
  }
  const sizes = await measure();
  for (const { name, bytes, budget } of sizes) {
    const limit = budget === undefined ? '' : ` of ${budget / kB} kB${bytes > budget ? '  OVER' : ''}`;
    console.log(`${name.padEnd(44)} ${(bytes / kB).toFixed(1).padStart(7)} kB${limit}`);
  }
  if (sizes.some(({ bytes, budget }) => budget !== undefined && bytes > budget)) process.exitCode = 1;
}
