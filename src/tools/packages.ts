/** What the package managers of images install: programs by the names of the packages that bring them. */
import { SysError } from '../kernel/error.ts';
import { EXECUTABLE } from '../kernel/files.ts';
import { files } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import type { Call } from './tool.ts';

type Packages = Readonly<Record<string, readonly string[]>>;

/** The host outside that has them all. */
export const ARCHIVE = 'example.org';

const PROCPS = ['free', 'pgrep', 'pkill', 'ps', 'top', 'uptime', 'watch'];

/** Those that both distributions call the same. */
const SAME: Packages = {
  bash: ['bash'],
  bc: ['bc'],
  curl: ['curl'],
  diffutils: ['cmp', 'diff'],
  file: ['file'],
  findutils: ['find', 'xargs'],
  gawk: ['awk', 'gawk'],
  iproute2: ['ip', 'ss'],
  jq: ['jq'],
  less: ['less'],
  nano: ['nano'],
  'net-tools': ['ifconfig', 'netstat'],
  openssl: ['openssl'],
  patch: ['patch'],
  procps: PROCPS,
  psmisc: ['killall'],
  python3: ['python3'],
  sed: ['sed'],
  tar: ['tar'],
  tree: ['tree'],
  vim: ['vi', 'vim'],
  wget: ['wget'],
  xxd: ['xxd'],
};

export const DEBIAN_PACKAGES: Packages = {
  ...SAME,
  'bind9-dnsutils': ['dig', 'nslookup'],
  'bind9-host': ['host'],
  bsdextrautils: ['column', 'hd', 'hexdump'],
  bsdmainutils: ['column', 'hd', 'hexdump'],
  'default-mysql-client': ['mysql', 'mysqladmin'],
  dnsutils: ['dig', 'nslookup'],
  'gettext-base': ['envsubst'],
  'inetutils-telnet': ['telnet'],
  'iputils-ping': ['ping'],
  'mariadb-client': ['mariadb', 'mysql'],
  netcat: ['nc'],
  'netcat-openbsd': ['nc'],
  'netcat-traditional': ['nc'],
  'postgresql-client': ['pg_isready', 'psql'],
  'redis-tools': ['redis-cli'],
  telnet: ['telnet'],
  traceroute: ['traceroute'],
  'vim-tiny': ['vi'],
};

export const ALPINE_PACKAGES: Packages = {
  ...SAME,
  'bind-tools': ['dig', 'host', 'nslookup'],
  'busybox-extras': ['telnet'],
  coreutils:
    'base64 basename cat chmod chown cp cut date dd df dirname du echo env expr factor head id install ln ls md5sum mkdir mktemp mv nl nproc numfmt od paste printenv printf pwd readlink realpath rm rmdir seq sha1sum sha256sum sha512sum shuf sleep sort split stat tac tail tee test timeout touch tr true truncate tsort tty uname uniq wc whoami yes'.split(
      ' ',
    ),
  gettext: ['envsubst'],
  grep: ['egrep', 'fgrep', 'grep'],
  'iputils-ping': ['ping'],
  iputils: ['ping'],
  'mariadb-client': ['mariadb', 'mysql'],
  'mysql-client': ['mysql'],
  'netcat-openbsd': ['nc'],
  'postgresql-client': ['pg_isready', 'psql'],
  'procps-ng': PROCPS,
  redis: ['redis-cli', 'redis-server'],
  yq: ['yq'],
  'yq-go': ['yq'],
};

/** Which of the names are installed. The laptop has all its programs from the start. */
export function* presence(call: Call, packages: Packages, names: readonly string[]): Sys<(name: string) => boolean> {
  const { machine } = call.process;
  const there = yield* files((tree) =>
    names.filter(
      (name) =>
        Object.hasOwn(packages, name) &&
        packages[name]?.every((program) =>
          machine.id === 'laptop' ? machine.program(program) !== undefined : tree.stat(`/usr/bin/${program}`)?.text === EXECUTABLE,
        ),
    ),
  );
  return (name) => there.includes(name);
}

/** What is installed is a file in /usr/bin. */
export function* put(programs: readonly string[]): Sys<void> {
  yield* files((tree) => {
    for (const program of programs) tree.write(`/usr/bin/${program}`, EXECUTABLE, { mode: 0o755 });
  });
}

/** Removes what was installed; how many programs that were. */
export function* take(programs: readonly string[]): Sys<number> {
  return yield* files((tree) => {
    const own = programs.map((program) => `/usr/bin/${program}`).filter((path) => tree.stat(path)?.text === EXECUTABLE);
    for (const path of own) tree.remove(path);
    return own.length;
  });
}

/** Only who may write the database of packages gets further: why one may not, in the words of the C library. */
export function* lockProblem(folder: string): Sys<'Read-only file system' | 'Permission denied' | undefined> {
  return yield* files((tree) => {
    try {
      tree.mkdir(folder, { parents: true });
      tree.write(`${folder}/lock`, '');
      return undefined;
    } catch (error) {
      if (error instanceof SysError) return error.errno === 'EROFS' ? 'Read-only file system' : 'Permission denied';
      throw error;
    }
  });
}
