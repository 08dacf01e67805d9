// What `npm start` and `npm test` do first on any machine. Plain Node without packages: nothing may be installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = [20, 19];
const CACHE = join(root, '.cache');

/** Runs a command in the project with its output on the terminal; exits with its code when it fails. */
function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) console.error(`${command}: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantMajor = 0, wantMinor = 0] = OLDEST_NODE;
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return;
  console.error(`Drydock needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Whether node_modules holds what package-lock.json says; packages for other platforms may be missing. */
function dependenciesInstalled() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(
    ([path, { version, optional }]) => path === '' || (have[path] ? have[path].version === version : optional),
  );
}

/** Node is new enough and the dependencies are those of package-lock.json. */
export function ensureDependencies() {
  requireNode();
  if (dependenciesInstalled()) return;
  console.log('Installing dependencies (npm ci) ...');
  run('npm', ['ci', '--loglevel=error']);
}

/** A digest of every file that the built page is made from. */
function sourcesDigest() {
  const hash = createHash('sha256');
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
    } else if (!/\.test\.tsx?$|\.gen\.json$/.test(path)) hash.update(`${path}\0`).update(readFileSync(full));
  };
  for (const path of ['index.html', 'app', 'src', 'public', 'vite.config.ts', 'package-lock.json', 'scripts/generate-explain.ts'])
    add(path);
  return hash.digest('hex');
}

/** dist/ is built from the sources as they are now. */
export function ensureBuild() {
  const mark = join(CACHE, 'built');
  const digest = sourcesDigest();
  if (existsSync(join(root, 'dist/index.html')) && existsSync(mark) && readFileSync(mark, 'utf8') === digest) return;
  console.log('Building the page ...');
  run('npm', ['run', '--silent', 'build']);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(mark, digest);
}

/**
 * A Chromium for the browser tests, installed if there is none.
 * @returns the program's path, or '' for the one that Playwright installs for itself
 */
export function ensureChromium() {
  const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (path && existsSync(path)) return path;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log('Installing Chromium (apt-get) ...');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']]) {
      spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env });
    }
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  }
  console.log("Installing Playwright's Chromium ...");
  spawnSync('npx', ['playwright', 'install', 'chromium'], { cwd: root, stdio: 'inherit' });
  return '';
}
