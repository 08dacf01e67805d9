/** Which generic programs images have. The programs themselves are injected by name (`NodeAgent.setPrograms`). */
import { baseOf, type ResolvedImage } from './image.ts';

/** The applets of busybox, as far as anybody types them. */
const BUSYBOX =
  `[ arch ash awk base32 base64 basename bc cal cat chgrp chmod chown chroot clear cmp comm cp cut date dd df diff dirname dmesg du echo egrep env expand
expr factor false fgrep find fold free getopt grep groups gunzip gzip head hexdump hostname hostid httpd id ifconfig install ip kill killall less ln logname
ls md5sum mkdir mkfifo mktemp more mount mv nc netstat nice nl nohup nproc nslookup od paste patch pgrep pidof ping pkill printenv printf ps pwd readlink realpath
reset rev rm rmdir route sed seq sh sha1sum sha256sum sha512sum shuf sleep sort split stat strings stty sum sync tac tail tar tee telnet test time
timeout top touch tr traceroute true truncate tsort tty uname unexpand uniq unlink unxz uptime users usleep vi watch wc wget which who whoami xargs xxd
yes zcat`.split(/\s+/);

/** What Debian has besides, and what a slim one has not. */
const DEBIANS_OWN = ['apt', 'apt-get', 'bash', 'getent', 'install', 'numfmt'];
const BORROWED =
  `bc cal free hexdump ifconfig ip killall nc netstat nslookup pgrep pidof ping pkill ps route strings telnet top traceroute unxz uptime vi watch
wget xxd`.split(/\s+/);

const BUSYBOX_ONLY = ['ash', 'httpd'];
const NOT_IN_ALPINE = 'bash';

/** What images of languages have besides: those that are built on Debian's `buildpack-deps`. */
export const BUILDPACK: readonly string[] = ['curl', 'free', 'openssl', 'pgrep', 'pkill', 'ps', 'top', 'uptime', 'watch', 'wget'];

/** The tools of BIND, as images have them under `gnu`. */
export const BIND: readonly string[] = ['dig', 'host', 'nslookup'];

/** How applets are named among the images' programs, where another program has that name too. */
export const APPLET = 'busybox:';

/** How the tools with GNU's manners are named among the generic programs. */
export const GNU = 'gnu:';

/** The names of the generic programs in an image, without those that run in it by themselves. All have busybox's applets. */
export function toolsOf(image: ResolvedImage): string[] {
  const { programs = [], gnu = [], base } = image.image;
  const own = base === 'debian' && baseOf(image) === 'alpine' ? programs.filter((name) => name !== NOT_IN_ALPINE) : programs;
  const set = {
    debian: [...DEBIANS_OWN, ...BUSYBOX.filter((name) => !BUSYBOX_ONLY.includes(name))],
    alpine: ['busybox', 'apk', 'getent', ...BUSYBOX],
    busybox: ['busybox', ...BUSYBOX],
  }[baseOf(image)];
  return [...new Set([...own.flatMap((name) => (name === 'busybox' ? set : [name])), ...gnu])];
}

/** Applets that an image would have to install first, were it the real one: for apt they are not there. */
export const isBorrowed = ({ image: { programs = [] } }: ResolvedImage, name: string): boolean =>
  BORROWED.includes(name) && !programs.includes(name);
