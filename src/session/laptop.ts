/** The learner's laptop: where the terminals run, with its files, its programs and its kubeconfig. */
import { FileSystem, type WrittenFiles } from '../kernel/files.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Program } from '../kernel/types.ts';
import type { World } from '../world/world.ts';

export const LAPTOP = 'laptop';
export const HOME = '/home/learner';

/** Folders that a fresh laptop has. */
const FOLDERS = ['/bin', '/etc', '/home', HOME, '/tmp', '/usr', '/usr/bin', '/var', '/var/log'];

/** The environment of a new terminal. */
export function laptopEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    HOME,
    USER: 'learner',
    LOGNAME: 'learner',
    SHELL: '/bin/bash',
    PATH: '/usr/local/bin:/usr/bin:/bin',
    PWD: HOME,
    TERM: 'xterm-256color',
    LANG: 'C.UTF-8',
    EDITOR: 'vi',
    ...extra,
  };
}

/** Registers the laptop with the kernel; its files live in the world, `texts` are there from the start. Call again after a restore. */
export function registerLaptop(
  world: World,
  kernel: Kernel,
  programs: Readonly<Record<string, Program>>,
  texts: Readonly<Record<string, string>>,
): void {
  const written = world.slot<WrittenFiles>('laptop-files', () => ({}));
  const files = new FileSystem(written, () => world.now);
  for (const folder of FOLDERS) files.mkdir(folder, { parents: true });
  for (const [path, text] of Object.entries(texts)) {
    if (files.exists(path)) continue;
    files.mkdir(path.slice(0, path.lastIndexOf('/')), { parents: true });
    files.write(path, text);
  }
  const names = Object.keys(programs).sort();
  kernel.register({
    id: LAPTOP,
    hostname: 'drydock',
    files,
    program: (name) => (Object.hasOwn(programs, name) ? programs[name] : undefined),
    programNames: () => names,
  });
}
