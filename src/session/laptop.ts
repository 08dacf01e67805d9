/** The learner's laptop: where the terminals run, with its files, its programs and its kubeconfig. */
import { FileSystem, type WrittenFiles } from '../kernel/files.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { lazy } from '../kernel/lazy.ts';
import { load } from '../kernel/sys.ts';
import type { Program } from '../kernel/types.ts';
import type { World } from '../world/world.ts';

export const LAPTOP = 'laptop';
export const HOME = '/home/learner';
/** Where kubectl looks for its kubeconfig. */
export const KUBECONFIG = `${HOME}/.kube/config`;

/** Folders that a fresh laptop has. */
const FOLDERS = ['/bin', '/etc', '/home', HOME, '/mnt', '/tmp', '/usr', '/usr/bin', '/usr/local/bin', '/var', '/var/log'];

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

/** Files of the system that people look at. */
const SYSTEM: Readonly<Record<string, string>> = {
  '/etc/hostname': 'drydock\n',
  '/etc/hosts': '127.0.0.1\tlocalhost\n127.0.1.1\tdrydock\n',
  '/etc/resolv.conf': 'nameserver 192.168.65.7\n',
  '/etc/passwd': 'root:x:0:0:root:/root:/bin/bash\nlearner:x:1000:1000:learner:/home/learner:/bin/bash\n',
  '/etc/group': 'root:x:0:\nlearner:x:1000:\n',
  '/etc/os-release': 'PRETTY_NAME="Drydock"\nNAME="Drydock"\nID=drydock\n',
};

const minikubeFiles = lazy(() => import('./minikube-files.ts'));

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
  for (const [path, text] of Object.entries({ ...SYSTEM, ...texts })) {
    if (files.exists(path)) continue;
    files.mkdir(path.slice(0, path.lastIndexOf('/')), { parents: true });
    files.write(path, text);
  }
  // What minikube left behind is there before any program but the terminal's shell looks: it is no part of the page's start.
  const minikube = world.slot('minikube-files', () => ({ there: false }));
  const after = (program: Program): Program =>
    function* (process) {
      if (!minikube.there) {
        minikube.there = true;
        yield* (yield* load(minikubeFiles)).writeMinikubeFiles();
      }
      return yield* program(process);
    };
  const names = Object.keys(programs).sort();
  kernel.register({
    id: LAPTOP,
    hostname: 'drydock',
    files,
    program(name) {
      const program = Object.hasOwn(programs, name) ? programs[name] : undefined;
      return program && name !== 'bash' ? after(program) : program;
    },
    programNames: () => names,
  });
}
