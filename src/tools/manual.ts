/** What every program here is for: the text of `--help` and `man`. A page is `name | arguments | meaning | options | example`. */

const PAGES = String.raw`
apk | update|add|del|info PACKAGE... | Install programs in an Alpine image. | --no-cache ask the archive and keep no list; -q say less | apk add --no-cache curl
apt | update|install|remove PACKAGE... | Install programs: update first, then install. | -y ask nothing; -q say less | apt update && apt install -y curl
apt-get | update|install|remove PACKAGE... | Install programs: update first, then install. | -y ask nothing; -q say less | apt-get update && apt-get install -y procps
arch | | Print the machine's architecture.
awk | [-F SEP] [-v NAME=VALUE] 'PROGRAM' [FILE]... | Run a program on each line, split into fields $1, $2, ... | -F SEP fields are apart by SEP; -v N=V sets a variable; -f FILE reads the program from a file | kubectl get pods | awk 'NR > 1 {print $1}'
b2sum | [-c] [FILE]... | Print BLAKE2 sums. | -c check the sums of a list
base64 | [-d] [-w COLS] [FILE] | Turn bytes into base64, or back. | -d decode; -w COLS wrap lines (0: never); -i ignore what is no base64 | echo -n secret | base64
basename | NAME [SUFFIX] | Print a path without its folders, and without a suffix. | -a many names; -s SUFFIX take off a suffix | basename /etc/hosts
basenc | --base64|--base64url|--base32|--base16 [-d] [FILE] | Write bytes as letters in one of several ways. | -d back; -w N break lines after N
bc | [-lq] [FILE]... | Calculate with any precision. | -l load sine, cosine, arctangent, logarithm and exponential, with 20 digits; -q without a greeting | echo 'scale=2; 10/3' | bc
busybox | [FUNCTION [ARG]...] | Run one of the small tools of an image. | --list their names
cat | [-nbEsT] [FILE]... | Print files one after the other. | -n number lines; -b number lines that are not empty; -s squeeze empty lines; -E $ at each end; -T tabs as ^I; -A all of it | cat deployment.yaml
chgrp | [-R] GROUP FILE... | Change the group of files (files have none here). | -R folders with all below
chmod | [-R] MODE FILE... | Change permissions. | -R folders with all below; -v say what is done | chmod +x script.sh
chown | [-R] OWNER[:GROUP] FILE... | Change a file's owner. | -R folders with all below
clear | | Clear the screen.
cmp | [-ls] FILE1 [FILE2] | Tell where two files first differ. | -l all bytes that differ; -s only the exit code; -n N compare N bytes; -i N skip N bytes
column | [-t] [-s SEP] [FILE]... | Arrange lines in columns. | -t make a table; -s SEP what fields are apart by; -o SEP what to print between them | column -t -s, data.csv
comm | [-123] FILE1 FILE2 | Compare two sorted files: lines of the first, of the second, of both. | -1 -2 -3 leave that column out; --total count them
cp | [-rfnv] SOURCE... TARGET | Copy files. | -r folders with all below; -n keep what exists; -v say what is done; -t DIR the target folder
csplit | FILE PATTERN... | Write the pieces of a file, parted by line numbers and patterns, to xx00, xx01, ... | -f PREFIX other names; -z no empty pieces; -s print no sizes; -k keep them after a mistake | csplit -z all.yaml '/^---$/' '{*}'
curl | [options...] URL | Ask a server and print its answer. | -s silent; -v tell what happens; -i with headers; -I headers only; -o FILE into a file; -X METHOD; -H HEADER; -d DATA; -m SECONDS at most; -L follow redirects; -w FORMAT print facts | curl -s http://localhost:8080
cut | -f LIST [-d CHAR] [FILE]... | Print parts of each line. | -f LIST fields; -d CHAR what fields are apart by; -c LIST characters; -b LIST bytes; -s only lines with a delimiter | cut -d: -f1 /etc/passwd
date | [-u] [-d TEXT] [+FORMAT] | Print the cluster's time. | -d TEXT another time (-d '+1 hour'); -u UTC; -I ISO 8601; -R as in mail | date +%H:%M:%S
dd | [if=FILE] [of=FILE] [bs=SIZE] [count=N] | Copy blocks of bytes. | if=/dev/zero zeros without end; bs=1M blocks of so many bytes; count=N so many blocks; status=none no report | dd if=/dev/zero of=file bs=1k count=4
df | [-hT] [FILE]... | Show how full disks are. | -h readable sizes; -T with types; -i inodes
diff | [-u|-c] [-rqwbiNB] FILE1 FILE2 | Show how two files or folders differ. | -u with lines around (-U N: that many); -r folders with all below; -q only whether; -w -b ignore blanks; -i ignore case; -N missing files are empty; --color; -s say when they are the same | diff -u before.yaml after.yaml
dig | [@SERVER] NAME [TYPE] | Ask DNS for a name. | +short only the answers; +search use the search list; -x ADDRESS the other way round | dig +short web.default.svc.cluster.local
dirname | NAME... | Print a path without its last part.
du | [-shac] [FILE]... | Show how much room files take. | -s only the sum; -h readable sizes; -a files too; -d N so deep; -c a total
echo | [-neE] [ARG]... | Print the arguments. | -n without a newline; -e with escapes such as \n
edit | [+LINE] FILE... | Edit files in the page's editor; the shell goes on when it is closed, after code at once. | +N begin at line N; -w code waits too | nano deployment.yaml
env | [-i] [-u NAME] [NAME=VALUE]... [COMMAND] | Print the environment, or run a command in another one. | -i begin with an empty one; -u NAME without a variable
envsubst | [-v] ['$A $B'] | Replace $NAME and \${NAME} in standard input by the environment's values. | -v list the names | envsubst < template.yaml | kubectl apply -f -
expand | [-t N] [FILE]... | Turn tabs into blanks. | -t N tabs are N wide; -i only at the start of lines
expr | EXPRESSION | Calculate, compare and match. | | expr 2 + 3
factor | [NUMBER]... | Print the prime factors of numbers.
false | | Do nothing, and fail.
file | [-bi] FILE... | Tell what is in a file. | -b without the name; -i as a media type
find | [PATH]... [TEST]... [ACTION] | Walk a tree of files. | -name PATTERN; -type f|d; -size N; -mtime N; -maxdepth N; -exec COMMAND {} \; ; -delete; -print0 | find . -name '*.yaml'
fold | [-s] [-w N] [FILE]... | Break long lines. | -w N that wide; -s at blanks
free | [-hmg] | Show memory. | -h readable; -m MiB; -g GiB
getent | DATABASE KEY... | Look something up as programs do: hosts, passwd, group. | | getent hosts web
getopt | OPTSTRING WORD... | Put a script's options in order, for eval set --. | -o LETTERS short options (a: takes a value, b:: may take one); -l NAMES long ones, apart by commas; -n NAME who complains | opts=$(getopt -o ab: -l all,name: -- "$@") && eval set -- "$opts"
grep | [-ivncoqlrwxEF] PATTERN [FILE]... | Print lines that match. | -i ignore case; -v lines that do not; -n with numbers; -c count; -o only the match; -q only the exit code; -l names of files; -r folders; -w whole words; -E extended patterns; -F plain text; -A -B -C N lines around | kubectl get pods | grep Running
groups | | Print your groups.
getconf | NAME | Print a limit of the system. | -a all of them | getconf PAGE_SIZE
gunzip | [-ck] [FILE]... | Unpack gzip files. | -c to standard output; -k keep the packed file; -t test
gzip | [-cdk] [-1..-9] [FILE]... | Pack files. | -c to standard output; -d unpack; -k keep the file; -l list
head | [-n LINES] [-c BYTES] [FILE]... | Print the first lines. | -n N so many (-N: all but the last N); -c N bytes; -q without names | head -5 file
hexdump | [-C] [-n N] [FILE]... | Print bytes as numbers. | -C with text beside; -n N so many; -s N skip
host | [-t TYPE] NAME [SERVER] | Ask DNS for a name.
hostname | [-i] | Print the machine's name. | -i its address; -s short; -f full
id | [-ugGn] | Print who you are. | -u number of the user; -g of the group; -n the name
ifconfig | [INTERFACE] | Show network interfaces.
ip | [-br] addr|link|route | Show network interfaces, addresses and routes. | -br brief | ip addr
join | [-t CHAR] [-1 N] [-2 N] FILE1 FILE2 | Join the lines of two sorted files that share a field. | -t CHAR fields are apart by; -1 -2 N the field to join on; -a N lines without a partner too; -o LIST what to print
jq | [options] FILTER [FILE]... | Pick from JSON. | -r strings as they are; -c one line a value; -n no input; -s all inputs as one; -e exit code by output; --arg NAME VALUE | kubectl get pods -o json | jq -r '.items[].metadata.name'
killall | [-SIGNAL] NAME... | Signal programs by name. | -q say nothing
less | [-NSRFi] [FILE]... | Read a text by the screenful; q leaves, h helps. | -N line numbers; -S cut long lines; -F print a short text and leave; -i ignore case in searches; +N from line N; +/TEXT from a match | kubectl describe pods | less
ln | [-s] TARGET NAME | Make a link (this file system has none).
locale | [-a] | Print what language programs use. | -a all there are
logname | | Print your login name.
ls | [-la1RhtSrd] [FILE]... | List files. | -l with details; -a hidden ones too; -h readable sizes; -t by time; -S by size; -r the other way round; -R folders with all below; -d the folder itself; -1 one a line | ls -la
man | [-k] NAME | Show how a program is used. | -k WORD list the pages that mention a word | man grep
md5sum | [-c] [FILE]... | Print MD5 sums. | -c check the sums of a list
mkdir | [-pv] DIR... | Make folders. | -p with those above; -m MODE permissions
mktemp | [-d] [TEMPLATE] | Make a file with a new name. | -d a folder; -p DIR in that folder; -u only the name
mount | | Show what is mounted.
mv | [-fnv] SOURCE... TARGET | Move or rename files. | -n keep what exists; -v say what is done
nc | [-zvu] [-w SECONDS] HOST PORT | Open a connection: is something there? | -z only try; -v say it; -w N wait at most; -u UDP | nc -zv web 80
netstat | [-tulnp] | Show which ports are open. | -t TCP; -u UDP; -l only those that listen; -n numbers, no names; -p the programs | netstat -tlnp
nice | [-n N] COMMAND | Run a command with another priority.
nl | [-ba] [-w N] [-s SEP] [FILE]... | Number lines. | -b a all lines; -w N that wide; -s SEP between number and line
nohup | COMMAND | Run a command that goes on when the terminal is closed.
nproc | | Print the number of processors.
nslookup | [-type=TYPE] NAME [SERVER] | Ask DNS for a name. | -type=TYPE A, AAAA, CNAME, SRV, PTR | nslookup web.default.svc.cluster.local
od | [-A RADIX] [-t TYPE] [-N N] [FILE]... | Print bytes as numbers. | -c characters; -t x1 hexadecimal; -A n without places; -N N so many; -j N skip
openssl | COMMAND [options] | RSA keys and certificates, base64, rand, dgst, version. | genrsa -out KEY 2048; req -new -key KEY -subj /CN=NAME -out CSR; req -x509 -newkey rsa:2048 -nodes -keyout KEY -out CRT -days 365 -subj /CN=NAME; x509 -in CRT -noout -text; x509 -req -in CSR -CA CA -CAkey CAKEY -CAcreateserial -out CRT; rand -hex N | openssl x509 -in tls.crt -noout -subject -enddate
paste | [-s] [-d LIST] [FILE]... | Put lines of files side by side. | -d LIST what stands between; -s a file's lines in one
patch | [-p N] [-R] [FILE [PATCH]] | Apply what diff -u printed. | -p N leave out N leading folders of names; -R undo; -i FILE read the patch from FILE; -o FILE write there; --dry-run only try; -b keep the old file; -N skip what is done already; -d DIR in that folder | patch -p1 < fix.patch
pgrep | [-flac] PATTERN | Find processes by name. | -f look at the whole command; -l with names; -a with commands; -c count; -x the exact name
pidof | NAME... | Print the process ids of programs.
ping | [-c N] HOST | See whether a host answers. Addresses of Services do not: they are rules, not hosts. | -c N so often; -i SECONDS between; -W SECONDS wait
pkill | [-SIGNAL] [-f] PATTERN | Signal processes by name. | -f look at the whole command; -x the exact name; -e say it
printenv | [NAME]... | Print the environment.
printf | FORMAT [ARG]... | Print arguments by a format. | %s text; %d number; %5s width; %b with escapes; %q quoted | printf '%-10s %d\n' a 1
ps | [aux] [-ef] [-o FIELDS] | List processes. | aux, -ef all; -o FIELDS such as pid,cmd; -p PID that one; -C NAME by name | ps aux
pwd | | Print the folder you are in.
readlink | -f FILE... | Print a path in full.
realpath | FILE... | Print a path in full. | -m it need not exist; -e it must
reset | | Put the terminal right.
rev | [FILE]... | Turn lines round.
rm | [-rfv] FILE... | Remove files. | -r folders with all below; -f no complaints; -v say what is done
rmdir | [-p] DIR... | Remove empty folders. | -p with those above
sed | [-nEi] 'SCRIPT' [FILE]... | Edit text line by line. | -n print only what p says; -i change the file; -E extended patterns; -e SCRIPT; -f FILE | sed -i 's/replicas: 1/replicas: 3/' deployment.yaml
seq | [FIRST [STEP]] LAST | Print numbers. | -s SEP between them; -w equally wide; -f FORMAT | seq 1 5
sha1sum | [-c] [FILE]... | Print SHA-1 sums. | -c check the sums of a list
sha224sum | [-c] [FILE]... | Print SHA-224 sums. | -c check the sums of a list
sha256sum | [-c] [FILE]... | Print SHA-256 sums. | -c check the sums of a list
shuf | [-n N] [-e] [-i LO-HI] [FILE] | Shuffle lines. | -n N so many; -e the arguments; -i LO-HI numbers
sleep | NUMBER[smhd]... | Wait, in the cluster's time. | | sleep 1.5
sort | [-nruhVk] [-t CHAR] [FILE]... | Sort lines. | -n by number; -r the other way round; -u each once; -k N by field N; -t CHAR fields are apart by; -h readable sizes; -V versions; -f ignore case; -o FILE into a file | sort -k2 -n
split | [-l N] [-b BYTES] [FILE [PREFIX]] | Cut a file into pieces. | -l N lines each; -b N bytes each; -n N pieces; -d with numbers
ss | [-tulnp] | Show which ports are open. | -t TCP; -u UDP; -l only those that listen; -n numbers, no names; -p the programs | ss -tlnp
ssh-keygen | [-t ed25519|rsa] [-f FILE] [-N ''] [-C COMMENT] | Make a pair of keys, or show one. | -b BITS how long an RSA key is; -q say nothing; -y print the public key of a private one; -l print a fingerprint | ssh-keygen -t ed25519 -f key -N ''
stat | [-c FORMAT] FILE... | Show what is known of a file. | -c FORMAT such as '%n %s'
stdbuf | -oL COMMAND | Run a command with another buffering. | -o L line by line; -o 0 at once
strings | [-n N] [FILE]... | Print the text in data. | -n N at least so long
stty | [-a] [SETTING]... | Show or set how the terminal reads keys. | size rows and columns; -a all; sane as it was
sudo | [-u USER] COMMAND | Run a command as another user. | -u USER as; -i a shell
sum | [-s] [FILE]... | Print a short checksum and how many blocks that is. | -s System V's
sync | | Write everything to disk (it is there already).
tac | [FILE]... | Print lines, the last first.
tail | [-n LINES] [-f] [FILE]... | Print the last lines. | -n N so many (+N: from line N); -f wait for more; -c N bytes; -q without names | tail -f log
tar | -c|-x|-t [-zvf FILE] [FILE]... | Pack and unpack archives. | -c make; -x unpack; -t list; -z gzip; -f FILE the archive; -C DIR in that folder; -v say names; -O to standard output | tar czf app.tgz app/
tee | [-a] [FILE]... | Copy standard input to files and on. | -a append
telnet | HOST [PORT] | Open a connection by hand.
test | EXPRESSION | Check files, strings and numbers.
timeout | [-s SIGNAL] SECONDS COMMAND | Run a command for that time at most. | -s SIGNAL send that; -k SECONDS then kill; --preserve-status its own code | timeout 5 kubectl get pods -w
top | [-b] [-n N] [-d SECONDS] | Watch processes; q leaves. | -b as plain text; -n N so often; -d SECONDS between
touch | FILE... | Make empty files.
tput | CAPABILITY | Print what controls the terminal.
tr | [-dsc] SET1 [SET2] | Replace or delete characters. | -d delete; -s squeeze repeats; -c all but those | tr a-z A-Z
traceroute | HOST | Show the way to a host.
tree | [-adfL N] [DIR]... | Draw a tree of files. | -a hidden ones too; -d folders only; -L N so deep; -f full paths; -I PATTERN leave out
true | | Do nothing, successfully.
truncate | -s SIZE FILE... | Make a file that long.
tsort | [FILE] | Put names in an order that pairs of them ask for.
tty | [-s] | Print the terminal's name.
uname | [-a] | Print the system's name. | -a all; -r release; -m machine; -n name
unexpand | [-a] [-t N] [FILE]... | Turn blanks into tabs.
uniq | [-cduif] [FILE] | Drop repeated lines that follow each other. | -c count; -d only repeated ones; -u only single ones; -i ignore case; -f N skip fields | sort | uniq -c
unlink | FILE | Remove a file.
uptime | [-p] | Tell how long the machine runs.
users | | Print who is logged in.
uuidgen | | Print a new random id.
watch | [-n SECONDS] [-d] COMMAND | Run a command again and again, full screen; Ctrl-C leaves. | -n N seconds between; -d mark changes; -t without a title; -g until it changes | watch -n 1 kubectl get pods
wc | [-lwcm] [FILE]... | Count lines, words and bytes. | -l lines; -w words; -c bytes; -m characters; -L the longest line
wget | [-q] [-O FILE] URL... | Fetch files from servers. | -q silent; -O FILE into a file (-: print); -S show headers; -T SECONDS wait; --spider only look; --header H; --post-data D | wget -qO- http://web
which | NAME... | Tell where a program is.
who | | Print who is logged in.
whereis | NAME... | Tell where a program is.
whoami | | Print your name.
xargs | [-n N] [-I STR] [-0] COMMAND | Run a command with words from standard input. | -n N words at a time; -I STR in place of STR; -0 words end with NUL; -r not without input; -t show | kubectl get pods -o name | xargs kubectl describe
xxd | [-rp] [-l N] [FILE] | Print bytes as numbers, or turn them back. | -p plain; -r back; -l N so many; -c N a line
yes | [TEXT] | Print a text again and again.
yq | [eval] 'EXPRESSION' [FILE]... | Pick from YAML, in jq's language. | -i change the file; -o json print JSON; -r strings as they are; -n no input | kubectl get deploy web -o yaml | yq '.spec.replicas'
zgrep | [OPTION]... PATTERN [FILE]... | Print lines that match, of gzip files too. | as grep's | zgrep -i error log.gz
zless | [FILE]... | Read gzip files by the screenful.
zcat | [FILE]... | Print gzip files unpacked.
`;

/** Names that share a page. */
const SAME: Readonly<Record<string, string>> = {
  egrep: 'grep',
  fgrep: 'grep',
  gawk: 'awk',
  mawk: 'awk',
  more: 'less',
  vi: 'edit',
  vim: 'edit',
  nano: 'edit',
  code: 'edit',
  emacs: 'edit',
  pico: 'edit',
  hd: 'hexdump',
  zegrep: 'zgrep',
  zfgrep: 'zgrep',
  zmore: 'zless',
};

interface Page {
  readonly usage: string;
  readonly meaning: string;
  readonly options: readonly string[];
  readonly example: string;
}

let pages: ReadonlyMap<string, Page> | undefined;

function all(): ReadonlyMap<string, Page> {
  pages ??= new Map(
    PAGES.trim()
      .split('\n')
      .map((line): [string, Page] => {
        // An example may hold pipes: only the first four bars are the table's.
        const [, name = '', usage = '', meaning = '', listed = '', example = ''] =
          /^(\S+) \| ?(.*?) ?\| ([^|]*?)(?: \|(?: (.*?))?(?: \| (.*))?)?$/.exec(line.replace(/(\[?-\w+)\|(?=-?\w)/g, '$1\0')) ?? [];
        const back = (text: string): string => text.replaceAll('\0', '|');
        return [
          name,
          {
            usage: back(usage),
            meaning: back(meaning),
            options: back(listed)
              .split(/; (?!; )/)
              .map((one) => one.trim())
              .filter(Boolean),
            example: back(example).replaceAll('\\$', '$'),
          },
        ];
      }),
  );
  return pages;
}

const pageOf = (name: string): Page | undefined => all().get(SAME[name] ?? name);

/** The usage text of a tool: what `--help` prints. */
export function helpOf(name: string): string {
  const page = pageOf(name);
  if (!page) return `Usage: ${name}\n`;
  const options = page.options.length > 0 ? `\n${page.options.map((one) => `  ${one}\n`).join('')}` : '';
  return `Usage: ${`${name} ${page.usage}`.trim()}\n${page.meaning}\n${options}${page.example === '' ? '' : `\nExample: ${page.example}\n`}`;
}

/** The page as man shows it, 7 columns in; undefined when there is none. */
export function manualOf(name: string): string | undefined {
  const page = pageOf(name);
  if (!page) return undefined;
  const title = `${name.toUpperCase()}(1)`;
  const head = `${title}${' '.repeat(Math.max(1, 26 - title.length))}User Commands${' '.repeat(Math.max(1, 26 - title.length))}${title}\n`;
  const section = (heading: string, lines: readonly string[]): string =>
    `\n${heading}\n${lines.map((line) => `       ${line}\n`).join('')}`;
  const meaning = page.meaning.replace(/\.$/, '');
  return (
    head +
    section('NAME', [`${name} - ${meaning.charAt(0).toLowerCase()}${meaning.slice(1)}`]) +
    section('SYNOPSIS', [`${name} ${page.usage}`.trim()]) +
    (page.options.length > 0 ? section('OPTIONS', page.options) : '') +
    (page.example === '' ? '' : section('EXAMPLE', [page.example]))
  );
}

/** Pages that mention a word, as `man -k` lists them. */
export function apropos(word: string): string[] {
  const wanted = word.toLowerCase();
  return [...all()]
    .filter(([name, { meaning }]) => `${name} ${meaning}`.toLowerCase().includes(wanted))
    .map(([name, { meaning }]) => `${`${name} (1)`.padEnd(20)} - ${meaning}`);
}

/** The names of all pages. */
export function manualNames(): readonly string[] {
  return [...all().keys(), ...Object.keys(SAME)];
}
