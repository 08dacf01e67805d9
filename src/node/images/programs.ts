/** Which generic programs come as a set. The programs themselves are injected by name (`NodeAgent.setPrograms`). */

/** The applets of busybox, as far as anybody types them. */
const BUSYBOX =
  `[ arch ash awk base64 basename cal cat chmod chown clear cmp comm cp cut date dd df diff dirname dmesg du echo egrep env expr
factor false fgrep find fold free getopt grep groups gunzip gzip head hexdump hostname hostid id ifconfig install ip kill killall ln logname
ls md5sum mkdir mkfifo mktemp more mount mv nc netstat nice nl nohup nproc nslookup od paste ping printenv printf ps pwd readlink realpath
reset rev rm rmdir route sed seq sh sha1sum sha256sum sha512sum shuf sleep sort split stat strings sync tac tail tar tee telnet test time
timeout top touch tr traceroute true truncate tsort tty uname uniq unlink unxz uptime users usleep vi wc wget which who whoami xargs xxd
yes`.split(/\s+/);

export const PROGRAM_SETS: Readonly<Record<string, readonly string[]>> = { busybox: BUSYBOX };

/** The tools of BIND, as images have them under `gnu`. */
export const BIND: readonly string[] = ['dig', 'host', 'nslookup'];

/** How the tools with GNU's manners are named among the generic programs. */
export const GNU = 'gnu:';

/** The names behind a list of names and sets. */
export function expandPrograms(names: readonly string[]): string[] {
  return names.flatMap((name) => PROGRAM_SETS[name] ?? [name]);
}
