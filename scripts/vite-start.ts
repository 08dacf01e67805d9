// What a page needs until there is a prompt to type at: in few chunks, all fetched at once, and compiled while they come.
import type { ChunkMetadata, HtmlTagDescriptor, Plugin } from 'vite';

const at = (path: string): string => new URL(`../${path}`, import.meta.url).pathname;

const MAIN = at('app/main.tsx');

const TERMINAL = at('app/terminal/TerminalPanel.tsx');

/** The modules by import() that the first prompt waits for: the HTML names their chunks, else they would be found one after the other. */
const PROMPT = [TERMINAL, at('src/shell/programs.ts'), at('src/shell/sh.ts')];

/** What is drawn when there is a prompt; till then it may come at its ease. */
const THEN = at('app/topology/PicturePanel.tsx');

/** Chunks of which most is run at once: Chromium compiles them as a whole and off the page's thread, not function by function on it. */
const RUN_AT_ONCE = /^(?:engine|page|react|index|terminal|xterm|shell)$/;

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** A module and what it imports, but for what it loads later by import(). */
function reached(modules: Modules, entry: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const next of modules.getModuleInfo(id)?.importedIds ?? []) visit(next);
  };
  visit(entry);
  return found;
}

/** A chunk of what some modules import. `only` keeps it to a part of that. */
function group(name: string, priority: number, entries: readonly string[], only: (id: string) => boolean = () => true) {
  let modules: ReadonlySet<string> | undefined;
  return {
    name: (id: string, context: Modules): string | null => {
      modules ??= new Set(entries.flatMap((entry) => [...reached(context, entry)]));
      return modules.has(id) && only(id) ? name : null;
    },
    debugName: name,
    priority,
  };
}

/** The engine in one chunk: what its front door imports. */
export const engineGroup = (entry = at('src/session/index.ts')) => group('engine', 9, [entry]);

/**
 * That chunk as the page has it: with whatever else of src/ is there from the start. In a chunk of the page's it would be there for what
 * the engine loads later, too, which then waited for the page.
 */
const pageEngineGroup = () => {
  const engine = engineGroup();
  const ofPage = group('engine', 9, [MAIN, TERMINAL, THEN], (id) => id.startsWith(at('src/')));
  return { ...engine, name: (id: string, context: Modules): string | null => engine.name(id, context) ?? ofPage.name(id, context) };
};

/**
 * The chunks of the page. That of app/main.tsx must be its own: others import the rest, and it waits for them (top-level await). For the
 * same reason what the engine loads later must not be with the page's.
 */
export const startGroups = [
  pageEngineGroup(),
  { name: 'xterm', test: /node_modules\/@xterm\/(?:xterm|addon-fit)\//, priority: 8 },
  { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\//, priority: 8 },
  group('page', 7, [MAIN], (id) => id !== MAIN && !id.includes('/src/')),
  group('terminal', 6, [TERMINAL], (id) => !id.includes('/src/')),
  group('picture', 5, [THEN], (id) => !id.includes('/src/')),
  group('shell', 4, [at('src/shell/programs.ts')]),
  // Then for the first kubectl command.
  group('rest', 3, [at('src/session/rest.ts')]),
  group('kubectl', 2, [at('src/kubectl/index.ts'), at('src/kubectl/commands/get.ts')]),
];

/** The hint for such a chunk; other browsers see a comment. */
export const compileHint = ({ name }: { readonly name: string }): string => (RUN_AT_ONCE.test(name) ? '//# allFunctionsCalledOnLoad' : '');

/** Names in the HTML what the prompt needs besides what the page's script imports. */
export function startPlugin(): Plugin {
  return {
    name: 'drydock-start',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !isEngine(chunk)) continue;
        for (const name of chunk.imports) {
          const imported = bundle[name];
          const page = imported?.type === 'chunk' && Object.keys(imported.modules).find((id) => id.startsWith(at('app/')));
          if (page) this.error(`${chunk.fileName} is the engine's and would wait for the page: it imports ${name}, which holds ${page}`);
        }
      }
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const named = new Set(chunks.map(({ fileName }) => fileName).filter((name) => html.includes(name)));
        const tags: HtmlTagDescriptor[] = [];
        const add = (name: string, more: Record<string, string>): void => {
          const chunk = chunks.find(({ fileName }) => fileName === name);
          if (!chunk || named.has(name)) return;
          named.add(name);
          tags.push(link({ rel: 'modulepreload', crossorigin: true, href: `./${name}`, ...more }));
          for (const style of stylesOf(chunk)) tags.unshift(link({ rel: 'stylesheet', crossorigin: true, href: `./${style}` }));
          for (const next of chunk.imports) add(next, more);
        };
        const chunkOf = (module: string): string => chunks.find(({ facadeModuleId }) => facadeModuleId === module)?.fileName ?? '';
        for (const module of PROMPT) add(chunkOf(module), {});
        add(chunkOf(THEN), { fetchpriority: 'low' });
        return tags;
      },
    },
  };
}

/** A chunk with modules of src/ and none of app/. */
function isEngine({ modules }: { readonly modules: Readonly<Record<string, unknown>> }): boolean {
  const ids = Object.keys(modules);
  return ids.some((id) => id.startsWith(at('src/'))) && !ids.some((id) => id.startsWith(at('app/')));
}

const link = (attrs: Record<string, string | true>): HtmlTagDescriptor => ({ tag: 'link', attrs, injectTo: 'head' });

const stylesOf = ({ viteMetadata }: { readonly viteMetadata?: ChunkMetadata }): ReadonlySet<string> =>
  viteMetadata?.importedCss ?? new Set();
