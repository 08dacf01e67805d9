// Keeps the engine (src/, but for src/serve and tests) deterministic and its folders in layers. `npm run rules` prints each
// violation as file:line, the rule, and what to do instead; exit 1 when there is one.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';

/** Which folders of src/ (or single modules, `folder/file.ts`) a folder may import, besides itself. Nothing else is allowed. */
export const LAYERS: Readonly<Record<string, readonly string[]>> = {
  world: [],
  kernel: ['world'],
  // the schema and the list of resources are data beside the kinds, and import nothing of them
  api: ['world', 'kernel', 'kinds/schema.ts', 'kinds/wire.ts', 'kinds/resources.ts', 'kinds/objects.ts', 'kinds/types.gen.ts'],
  kinds: ['api', 'world', 'kernel/types.ts', 'kernel/lazy.ts'], // describers are programs
  network: ['api', 'kinds', 'world', 'kernel', 'kubectl/output/yamlprint.ts'], // the examples of the documentation are YAML
  controllers: ['api', 'kinds', 'world'],
  node: ['api', 'kinds', 'world', 'kernel', 'network'],
  tools: [
    'kernel',
    'network',
    'api/values/sha256.ts',
    'api/values/der.ts',
    'api/values/rsa.ts',
    'api/values/time-zone.ts',
    'kubectl/output/yaml.ts',
  ], // yq reads YAML as kubectl does
  shell: ['kernel', 'tools'],
  kubectl: ['kernel', 'kinds', 'api', 'network/types.ts'],
  minikube: ['kernel', 'api', 'kinds', 'world', 'network'],
  // what an editor says of manifests: kubectl reads them, and works out what is sent
  manifests: [
    'api',
    'kinds',
    'world',
    'kubectl/output/yaml.ts',
    'kubectl/json.ts',
    'kubectl/patch/diff.ts',
    'kubectl/commands/apply/client-side.ts',
    'kubectl/cli/suggest.ts',
  ],
  lessons: ['session', 'api', 'kinds', 'world', 'kernel', 'network/types.ts', 'node/images/image.ts'],
  session: ['world', 'kernel', 'api', 'kinds', 'network', 'controllers', 'node', 'tools', 'shell', 'kubectl', 'minikube'],
  serve: ['*'],
  app: ['session', 'lessons', 'manifests', 'world', 'api', 'kinds', 'network/types.ts'],
};

/**
 * The folders of app/, from the ground up: each may import those before it. What is above is reached by import(), as panels, dialogs
 * and lessons are: their code comes when they are opened.
 */
export const PAGE_ORDER: readonly string[] = [
  ...['storage', 'i18n', 'base', 'panels', 'engine', 'frame'],
  ...['story', 'time', 'topology', 'resources', 'inspector', 'editor', 'terminal', 'share', 'lessons'],
  ...['author', 'embed', 'present', 'offline', 'dialogs', 'header'],
];

/** Packages that the engine may use: they need neither the DOM nor Node and hold no clock or random of their own. */
export const PACKAGES: readonly string[] = ['unbash', 'yaml', 'marked', '@marcbachmann/cel-js', 'fflate'];

/** Calls and constructions by which something outside the world would get in, and what to use instead. */
const CLOCK = "virtual time: the world's clock, or the time handed to you";
const TIMER = 'a timer of the world (data: {at, kind, payload})';
const PAGE = "nothing of the page: the engine also runs in a worker and in Node; the page's part belongs to app/";
const LOCAL_TIME = "the UTC form: local time depends on the machine's time zone";
const LOCALE = "an explicit comparison or format: this depends on the machine's language";

export const GLOBALS: Readonly<Record<string, string>> = {
  setTimeout: TIMER,
  setInterval: TIMER,
  setImmediate: TIMER,
  requestAnimationFrame: TIMER,
  requestIdleCallback: TIMER,
  queueMicrotask: TIMER,
  performance: CLOCK,
  crypto: "the world's random",
  document: PAGE,
  window: PAGE,
  self: PAGE,
  navigator: PAGE,
  location: PAGE,
  localStorage: PAGE,
  sessionStorage: PAGE,
  indexedDB: PAGE,
  fetch: "the simulated network (dial), or an argument of the session's creator",
  globalThis: 'a parameter: what is global differs between page, worker and Node',
  process: 'a parameter: there is no Node in a page',
  Buffer: 'Uint8Array, TextEncoder and atob/btoa',
};

const MEMBERS: Readonly<Record<string, string>> = {
  'Date.now': CLOCK,
  'Math.random': "the world's seeded random",
};

const METHODS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'].flatMap((part) => [
      [`get${part}`, LOCAL_TIME],
      ...(part === 'Day' ? [] : [[`set${part}`, LOCAL_TIME]]),
    ]),
  ),
  getTimezoneOffset: LOCAL_TIME,
  toDateString: LOCAL_TIME,
  toTimeString: LOCAL_TIME,
  toLocaleString: LOCALE,
  toLocaleDateString: LOCALE,
  toLocaleTimeString: LOCALE,
  localeCompare: LOCALE,
};

export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly rule: 'determinism' | 'layers' | 'packages' | 'syntax';
  readonly message: string;
}

const isTest = (path: string): boolean => /\.(test|testing)\.tsx?$/.test(path);
const isEngine = (path: string): boolean => path.startsWith('src/') && !path.startsWith('src/serve/') && !isTest(path);

/**
 * What breaks the rules in one file.
 * @param path relative to the project, with slashes: `src/world/clock.ts`, `app/main.tsx`
 * @param source the file's text
 */
export function checkFile(path: string, source: string): Violation[] {
  const violations: Violation[] = [];
  const { program, module, errors } = parseSync(path, source);
  const report = (offset: number, rule: Violation['rule'], message: string): void => {
    violations.push({ file: path, line: source.slice(0, offset).split('\n').length, rule, message });
  };
  for (const error of errors) report(error.labels[0]?.start ?? 0, 'syntax', error.message);
  for (const { specifier, offset, later } of importsOf(program, module, source)) {
    checkImport(path, specifier, (rule, text) => report(offset, rule, text));
    if (!later && specifier.startsWith('.')) checkPageOrder(path, targetOf(path, specifier), (text) => report(offset, 'layers', text));
  }
  if (isEngine(path)) checkGlobals(program, (offset, text) => report(offset, 'determinism', text));
  return violations;
}

// ---- imports

type Parsed = ReturnType<typeof parseSync>;

interface Import {
  readonly specifier: string;
  readonly offset: number;
  /** It is an import(). */
  readonly later?: boolean;
}

function importsOf(program: Parsed['program'], module: Parsed['module'], source: string): Import[] {
  const found: Import[] = [
    ...module.staticImports.map((i) => ({ specifier: i.moduleRequest.value, offset: i.start })),
    ...module.staticExports.flatMap((e) =>
      e.entries.flatMap((x) => (x.moduleRequest ? [{ specifier: x.moduleRequest.value, offset: e.start }] : [])),
    ),
    ...module.dynamicImports.map((i) => ({
      specifier: unquote(source.slice(i.moduleRequest.start, i.moduleRequest.end)),
      offset: i.start,
      later: true,
    })),
  ];
  walk(program, (node) => {
    const source_ = node.type === 'TSImportType' ? (node.source as AnyNode | undefined) : undefined;
    if (typeof source_?.value === 'string') found.push({ specifier: source_.value, offset: node.start });
  });
  return found;
}

const unquote = (text: string): string => text.replace(/^['"`]|['"`]$/g, '');

function checkImport(path: string, specifier: string, report: (rule: Violation['rule'], text: string) => void): void {
  if (specifier.startsWith('.')) {
    checkLayer(path, targetOf(path, specifier), (text) => report('layers', text));
  } else if (isEngine(path)) {
    const name = specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/');
    if (!PACKAGES.includes(name)) {
      const hint = name.startsWith('node:')
        ? 'what needs Node belongs to src/serve'
        : 'what draws belongs to app/; a package fit for the engine is added to PACKAGES';
      report('packages', `the engine imports ${specifier}: only ${PACKAGES.join(', ')} may be imported here (${hint})`);
    }
  }
}

/** The file that a relative import means. */
const targetOf = (path: string, specifier: string): string =>
  posix.normalize(posix.join(posix.dirname(path), specifier)).replace(/\?.*$/, '');

/** `app/time/looking.ts` -> `time`; '' for what stands in app/ itself; undefined for anything else. */
function pageFolderOf(path: string): string | undefined {
  const [top, ...rest] = path.split('/');
  return top === 'app' ? (rest.length > 1 ? rest[0] : '') : undefined;
}

function checkPageOrder(path: string, target: string, report: (text: string) => void): void {
  const [from, to] = [pageFolderOf(path), pageFolderOf(target)];
  if (!from || to === undefined || from === to || isTest(path)) return; // app/ itself puts the page together
  const [own, other] = [PAGE_ORDER.indexOf(from), to === '' ? PAGE_ORDER.length : PAGE_ORDER.indexOf(to)];
  if (own < 0 || other < 0) report(`app/${own < 0 ? from : to} is not in the list: give it a place in PAGE_ORDER`);
  else if (other > own) report(`app/${from} imports ${target}, which is above it: use import(), or move the shared part down`);
}

/** `src/world/clock.ts` -> `world`; `app/main.tsx` -> `app`; undefined for anything else. */
function layerOf(path: string): string | undefined {
  const [top, folder, ...rest] = path.split('/');
  if (top === 'app') return 'app';
  return top === 'src' && rest.length > 0 ? folder : undefined;
}

function checkLayer(path: string, target: string, report: (text: string) => void): void {
  const from = layerOf(path);
  const to = layerOf(target);
  if (from === undefined || isTest(path)) return;
  const allowed = LAYERS[from];
  if (!allowed) {
    report(`src/${from} is not in the table: give it a place in LAYERS`);
    return;
  }
  if (to === undefined) {
    if (!target.startsWith('app/') && !target.endsWith('package.json')) report(`${from} imports ${target}, which is outside src/ and app/`);
    return;
  }
  if (from === to || allowed.includes('*') || allowed.includes(to) || allowed.includes(target.replace(/^src\//, ''))) return;
  const may = allowed.length ? `${from} may import ${allowed.join(', ')}` : `${from} imports nothing`;
  report(`${from} imports ${to} (${target}): ${may}; take what you need as a parameter, or move the shared part down`);
}

// ---- what must not be named

interface AnyNode {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is AnyNode => typeof value === 'object' && value !== null && 'type' in value;

function walk(node: unknown, visit: (node: AnyNode, parent: AnyNode | undefined, key: string) => void, parent?: AnyNode, key = ''): void {
  if (Array.isArray(node)) for (const item of node) walk(item, visit, parent, key);
  else if (isNode(node)) {
    visit(node, parent, key);
    for (const [name, child] of Object.entries(node)) if (typeof child === 'object') walk(child, visit, node, name);
  }
}

const nameOf = (node: unknown): string => (isNode(node) && node.type === 'Identifier' ? String(node.name) : '');

/** An identifier that stands for a value: not a property's name, a key, a label or part of a type. */
function isReference(parent: AnyNode | undefined, key: string): boolean {
  if (!parent || parent.type.startsWith('TS')) return false;
  if (parent.type === 'MemberExpression') return key === 'object' || parent.computed === true;
  if (parent.type === 'Property') return key === 'value' || parent.computed === true;
  return (
    !['MethodDefinition', 'PropertyDefinition', 'LabeledStatement', 'BreakStatement', 'ContinueStatement'].includes(parent.type) ||
    key === 'value'
  );
}

/** Parents and keys under which an identifier is declared, so that the file's own `document` or `window` is not the page's. */
const isDeclared = (parent: AnyNode | undefined, key: string): boolean =>
  parent !== undefined &&
  ((parent.type === 'VariableDeclarator' && key === 'id') ||
    (/Function/.test(parent.type) && (key === 'params' || key === 'id')) ||
    parent.type === 'ImportSpecifier' ||
    (parent.type === 'AssignmentPattern' && key === 'left') ||
    (parent.type === 'CatchClause' && key === 'param') ||
    parent.type === 'ArrayPattern' ||
    parent.type === 'RestElement');

function checkGlobals(program: unknown, report: (offset: number, text: string) => void): void {
  const declared = new Set<string>();
  const patterns = new Set<unknown>();
  walk(program, (node, parent, key) => {
    if (node.type === 'ObjectPattern') for (const property of node.properties as AnyNode[]) patterns.add(property.value);
    if (node.type === 'Identifier' && (isDeclared(parent, key) || patterns.has(node))) declared.add(nameOf(node));
  });
  walk(program, (node, parent, key) => {
    if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date') {
      const count = (node.arguments as unknown[]).length;
      if (count === 0) report(node.start, `new Date() reads the machine's clock: use ${CLOCK}`);
      if (count > 1) report(node.start, `new Date(year, ...) is in local time: use Date.UTC(...)`);
    }
    if (node.type === 'CallExpression' && nameOf(node.callee) === 'Date')
      report(node.start, `Date() reads the machine's clock: use ${CLOCK}`);
    if (node.type === 'MemberExpression') {
      const member = `${nameOf(node.object)}.${nameOf(node.property)}`;
      const instead = MEMBERS[member];
      if (instead) report(node.start, `${member}: use ${instead}`);
    }
    if (node.type === 'CallExpression' && isNode(node.callee) && node.callee.type === 'MemberExpression') {
      const method = nameOf(node.callee.property);
      const instead = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
      if (instead) report(node.start, `.${method}(): use ${instead}`);
    }
    const name = nameOf(node);
    if (name && Object.hasOwn(GLOBALS, name) && !declared.has(name) && isReference(parent, key))
      report(node.start, `${name}: use ${GLOBALS[name]}`);
  });
}

// ---- the command

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function main(): void {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const files = ['src', 'app'].filter((folder) => existsSync(join(root, folder))).flatMap((folder) => sourceFiles(join(root, folder)));
  const violations = files.flatMap((file) => checkFile(relative(root, file), readFileSync(file, 'utf8')));
  for (const { file, line, rule, message } of violations) console.error(`${file}:${line}  ${rule}: ${message}`);
  console.log(`${files.length} files, ${violations.length} violations of the engine rules`);
  if (violations.length) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
