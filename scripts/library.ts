// The engine as a library: `npm run build:lib` writes dist-lib/, an ES module package with types, `import { createCluster } from 'drydock'`.
// With --check it also runs examples/library against it and checks the example's types.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import project from '../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'dist-lib');
const bin = (name: string): string => join(root, 'node_modules/.bin', name);

async function buildLibrary(): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: out,
      target: 'es2023',
      minify: false,
      lib: { entry: { drydock: join(root, 'src/session/index.ts') }, formats: ['es'] },
    },
  });
  execFileSync(bin('tsc'), ['-p', 'tsconfig.lib.json', '--singleThreaded'], { cwd: root, stdio: 'inherit' });
  const { name, version, description, license, engines } = project;
  const manifest = {
    name,
    version,
    description,
    license,
    engines,
    type: 'module',
    sideEffects: false,
    exports: { '.': { types: './types/session/index.d.ts', default: './drydock.js' } },
  };
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  cpSync(join(root, 'docs/library.md'), join(out, 'README.md'));
  cpSync(join(root, 'LICENSE'), join(out, 'LICENSE'));
}

/** Somebody else's project, with the package in its node_modules. */
function check(): void {
  const project_ = join(root, '.cache/library-check');
  rmSync(project_, { recursive: true, force: true });
  mkdirSync(join(project_, 'node_modules'), { recursive: true });
  cpSync(join(root, 'examples/library'), project_, { recursive: true });
  symlinkSync(out, join(project_, 'node_modules/drydock'), 'dir');
  execFileSync(bin('tsc'), ['-p', 'tsconfig.json', '--singleThreaded'], { cwd: project_, stdio: 'inherit' });
  const printed = execFileSync(process.execPath, ['out/example.js'], { cwd: project_, encoding: 'utf8' });
  const expected = [/deployment\.apps\/web created/, /web +2\/2/, /2 Pods/, /a minute later: web +2\/2/];
  for (const one of expected) if (!one.test(printed)) throw new Error(`the example printed no ${one}:\n${printed}`);
  console.log(`the library's example runs:\n${printed}`);
}

await buildLibrary();
if (process.argv.includes('--check')) check();
