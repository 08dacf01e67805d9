/** Command lines that our tools and the real ones must answer alike. */
export interface Case {
  readonly line: string;
  readonly input?: string;
  readonly files?: Readonly<Record<string, string>>;
  /** Only whether there is a message counts, not its words. */
  readonly ignoreErr?: boolean;
}

const FRUIT = 'banana 3\napple 10\ncherry 2\napple 1\nBanana 7\n\ndate 10\n';
const PASSWD =
  'root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1::/:/sbin/nologin\nno colon here\nlearner:x:1000:1000:L:/home/learner:/bin/bash\n';
const NUMBERS = '10\n9\n2K\n1M\n-3\n0.5\n1e3\nabc\n\n v1.10\nv1.9\n';
const FILES = {
  a: FRUIT,
  b: 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\neleven\ntwelve\n',
  'no newline': 'last line',
  empty: '',
};

const on = (input: string, lines: string, extra: Omit<Case, 'line' | 'input'> = {}): Case[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ line, input, files: FILES, ...extra }));

export const cases: Readonly<Record<string, readonly Case[]>> = {
  'cat and friends': on(
    'a\tb\n\n\nc\x01é\nend',
    `cat
    cat -A
    cat -n
    cat -b - a
    cat -s
    cat -E nope a
    cat --zork
    cat -Z
    tac
    tac b
    rev
    nl
    nl -ba -w3 -s:
    tee out
    fold -w 2
    fold -s -w 5 b`,
  ),
  'head and tail': on(
    FRUIT,
    `head -n 2
    head -3 b
    head -n -9 b
    head -c 5
    head -c -40
    head a b
    head -q -n1 a b nope
    head -v -n1 a
    head -n x
    head -c x
    head -n
    head nope
    tail -n 2
    tail -2 b
    tail -n +11 b
    tail +11 b
    tail -n +2
    tail -c 5
    tail -c +40
    tail a b
    tail -qn1 a b
    tail -n x
    tail "no newline"
    tail nope`,
  ),
  wc: on(
    'one two\nthree é\n',
    `wc
    wc -l
    wc -w
    wc -c
    wc -m
    wc -L
    wc -lw
    wc a
    wc a b
    wc -l a b
    wc -l a nope
    wc -c empty
    wc - a`,
  ),
  sort: [
    ...on(
      FRUIT,
      `sort
      sort -r
      sort -f
      sort -u
      sort -k2n
      sort -k2,2n -k1,1r
      sort -k2nr -s
      sort -n -k 2
      sort -uk1,1
      sort -c
      sort -C
      sort -c b
      sort -k 1.2,1.3
      sort -b -k2
      sort -k0
      sort -kx
      sort a b
      sort nope
      sort -t '' a
      sort -t ab a
      sort -Q
      sort -o out a`,
    ),
    ...on(
      NUMBERS,
      `sort -n
      sort -g
      sort -h
      sort -V
      sort -hr
      sort -d
      sort -n -u`,
    ),
    ...on(
      PASSWD,
      `sort -t: -k3n
      sort -t: -k7 -k1r
      sort -t : -k 4,4n -u`,
    ),
  ],
  uniq: on(
    'a 1\na 1\nA 1\nb 2\nb 3\nb 3\nc 3',
    `uniq
    uniq -c
    uniq -d
    uniq -u
    uniq -i
    uniq -ci
    uniq -D
    uniq -f1
    uniq -s2 -c
    uniq -w1
    uniq -f x
    uniq a b c
    uniq nope`,
  ),
  grep: [
    ...on(
      FRUIT,
      `grep an
      grep -i banana
      grep -v a
      grep -n a
      grep -c a
      grep -o '[a-z]*'
      grep -on an
      grep -q apple
      grep -q zork
      grep -w apple
      grep -w app
      grep -x 'apple 10'
      grep -e apple -e date
      grep -E 'apple|date'
      grep 'apple\\|date'
      grep -E '^(b|d)[a-z]+ [0-9]+$'
      grep '^$'
      grep -c ''
      grep -E '(an){2}'
      grep 'an\\{2\\}'
      grep '\\(an\\)\\1'
      grep -F '.'
      grep -F an
      grep -m1 a
      grep -A1 cherry
      grep -B1 cherry
      grep -C1 -n cherry
      grep -A1 apple
      grep -A0 apple
      grep -1 cherry
      grep -l apple a b
      grep -L apple a b
      grep apple a b
      grep -h apple a b
      grep -H apple a
      grep -c e a b
      grep -rn an .
      grep zork nope
      grep -s zork nope
      grep -b date
      grep -P '\\d+$'
      grep -oP '(?<=apple )\\d+'
      grep --color=always an
      grep --color=always -n apple a
      grep -oE 'a|an|ana'
      grep -E '[[:digit:]]{2}'
      grep '[[:upper:]]'
      grep -f empty
      grep -vn -m2 a
      grep -ow '[0-9]*'
      grep -E 'a*'
      grep -E '\\<d'
      grep '\\bd'
      grep -xF 'date 10'
      grep -iF BANANA
      grep '*3'
      grep -E 'x{0}a'
      grep 'a\\{,2\\}n'
      grep -z apple
      grep -nb apple
      grep -vc a`,
    ),
    ...on(
      FRUIT,
      `grep
      grep 'a\\{1'
      grep -E '('
      grep -E ')'
      grep '\\('
      grep '[[:foo:]]'
      grep '[:alpha:]'
      grep '[b-a]'
      grep '\\'
      grep -E 'a{2,1}'
      grep -A x a
      grep -m x a
      grep --zork
      grep -y banana`,
    ),
  ],
  tr: on(
    'Hello,  World 123\n\nabc\n',
    `tr a-z A-Z
    tr '[:lower:]' '[:upper:]'
    tr -d '\\n'
    tr -d '[:digit:]'
    tr -s ' '
    tr -s '\\n'
    tr -cd '[:alnum:]'
    tr -c '[:alnum:]' '_'
    tr -cs '[:alnum:]' '\\n'
    tr abc xy
    tr -t abc xy
    tr 'a-c' '[x*]'
    tr '\\101H' zJ
    tr ' ' '\\t'
    tr -s a-z
    tr -ds l o
    tr
    tr a
    tr -d
    tr -d a b
    tr z-a b
    tr '[:zork:]' a
    tr a ''
    tr a b c`,
  ),
  'cut, paste, column': [
    ...on(
      PASSWD,
      `cut -d: -f1
      cut -d: -f1,7
      cut -d: -f3- -s
      cut -d: -f-2
      cut -c1-4
      cut -b2
      cut -c 1,3-4
      cut -d: -f1,3 --output-delimiter=' => '
      cut -d: --complement -f2-6
      cut -f1
      cut
      cut -f
      cut -d:: -f1
      cut -f0
      cut -fx
      cut -f3-1
      cut -c0
      cut -f1 -c1
      cut -d: -c1
      cut -f1 nope
      paste -d, - -
      paste -s -d:
      paste a b
      column -t -s:
      column -t`,
    ),
  ],
  'numbers and names': on(
    '',
    `seq 3
    seq 2 5
    seq 10 -3 1
    seq 1 0.5 3
    seq -w 8 11
    seq -s, 5
    seq 0
    seq -f 'n%03g' 3
    seq -f '%.2f' 1 2
    seq x
    seq 1 0 3
    seq
    seq 1 2 3 4
    seq -2 2
    seq -5
    expr 1 + 2 '*' 3
    expr 7 / 2
    expr 7 % 4
    expr abc : 'a\\(.\\)'
    expr abc : '.*'
    expr 5 '>' 3
    expr a '<' b
    expr '' '|' x
    expr 1 '&' 0
    expr length hello
    expr substr hello 2 3
    expr index hello l
    expr '(' 1 + 2 ')' '*' 3
    expr 1 +
    expr a + 1
    expr 1 / 0
    expr
    basename /usr/bin/sort
    basename a/b.txt .txt
    basename /
    basename -a a/x b/y
    basename -s .c a.c b.c
    basename
    dirname /usr/bin/ x /x x/y/z a//b
    dirname
    sleep
    sleep x
    sleep 1 y 2z
    true
    false
    env -i A=1 B=2
    env -i A=1 printenv A
    env nope
    env -u PATH -i X=1
    printenv NOPE
    timeout 5 echo hi
    timeout
    timeout x true
    timeout 1 nope
    timeout 0.1 sleep 5`,
  ),
  dates: on(
    '',
    `date -u -d @0
    date -u -d @1700000000 +%s
    date -ud '2026-11-24 09:00:00' '+%A %B %d %j %U %V %u %y %I %p %H:%M:%S %T %D %F %R %e %k|%l %n%t%%'
    date -ud '2026-11-24T09:00:00Z' -Iseconds
    date -ud '2026-11-24T09:00:00+02:00' -R
    date -ud '2024-02-29' -I
    date -ud '24 Nov 2026 10:20'
    date -ud 'Nov 24 2026 10:20:30'
    date -ud 'Tue, 24 Nov 2026 09:00:00 GMT' +%s
    date -ud '2026-11-24 + 1 day' +%F
    date -ud '2026-11-24 3 days ago' +%F
    date -ud '2026-01-31 1 month' +%F
    date -ud '20261124' +%F
    date -ud '11/24/2026' +%F
    date -ud '2026-11-24 2pm' +%T
    date -ud '2026-11-24 09:00' '+%-d %_d %-m %^a %10Y'
    date -ud 'rubbish'
    date rubbish
    date -ud 2026-02-30`,
  ),
  bytes: on(
    'Hello, wörld! '.repeat(9),
    `base64
    base64 -w0
    base64 -w 20
    base64 a
    base64 nope
    md5sum
    md5sum a b
    sha1sum
    sha256sum
    sha256sum a nope`,
  ).concat(on('SGVsbG8sIHfDtnJsZAo=\n', 'base64 -d\nbase64 --decode'), on('SGVs!bG8=\n', 'base64 -d\nbase64 -di')),
  xargs: on(
    'a b\n"c d" e\n f\\ g\n',
    `xargs
    xargs -n2
    xargs -n 1 echo x
    xargs -I {} echo [{}] {}
    xargs -L1
    xargs -t echo
    xargs -d '\\n' -n1
    xargs nope
    xargs -n0
    xargs false`,
  ).concat(on('', 'xargs\nxargs -r echo x\nxargs -I{} echo {}'), on("it's\n", 'xargs'), on('a\0b c\0', 'xargs -0 -n1')),
  sed: [
    ...on(
      FRUIT,
      `sed s/a/X/
      sed s/a/X/g
      sed s/a/X/2
      sed s/a/X/2g
      sed -n s/an/X/p
      sed -n 2p
      sed 2d
      sed '2,4d'
      sed '/apple/d'
      sed '/apple/!d'
      sed '$d'
      sed -n '$p'
      sed -n '$='
      sed '2q'
      sed '2q5'
      sed 2Q
      sed -n '/apple/,/Ban/p'
      sed -n '2,+1p'
      sed -n '0~2p'
      sed -n '1~3p'
      sed -n '2,~4p'
      sed -n '0,/banana/p'
      sed -n '1,/banana/p'
      sed '/cherry/,$d'
      sed 's/\\(.*\\) \\(.*\\)/\\2 \\1/'
      sed -E 's/(.*) (.*)/\\2 \\1/'
      sed -E 's/[a-z]+/<&>/g'
      sed 's/a/\\&/g'
      sed 's#a#/#g'
      sed 's,a\\,b,x,'
      sed 's|a\\|b|x|'
      sed 's/x*/-/g'
      sed 's/b*/-/g'
      sed 's/$/!/'
      sed 's/^/> /'
      sed 's/.*/\\U&/'
      sed -E 's/(.)(.*)/\\U\\1\\E\\2/'
      sed -E 's/(.)(.*)/\\u\\2\\l\\1/'
      sed 's/an/\\n/'
      sed 's/ /\\t/'
      sed y/abc/xyz/
      sed 'y/a\\n/b /'
      sed G
      sed -n 'H;\${x;s/\\n/,/g;p}'
      sed 'N;s/\\n/+/'
      sed '$!N;s/\\n/+/'
      sed '$!N;P;D'
      sed ':a;N;$!ba;s/\\n/ /g'
      sed -n '1!G;h;$p'
      sed =
      sed -n l
      sed 'a\\' -e x
      sed -e 'a\\' -e 'x y'
      sed '2a added'
      sed '2i\\  inserted'
      sed '2c changed'
      sed '2,3c changed'
      sed $'$!{2,3c\\\\\\nchanged\\n}'
      sed '/apple/{s/a/b/;s/p/q/}'
      sed -e 's/a/b/' -e 's/b/c/'
      sed -f script
      sed -n '/an/{=;p;}'
      sed '2r b'
      sed '2R b'
      sed -n '2w out' 
      sed s/A/x/I
      sed '/BANANA/Id'
      sed -s -n '$p' a b
      sed -n '$p' a b
      sed -n F a
      sed 5n
      sed 'n;d'
      sed '$!d' a
      sed t
      sed ':x;s/^.\\{1,10\\}$/ &/;tx'
      sed -E ':x;s/^.{1,10}$/ &/;tx'
      sed -z 's/\\n/,/g'
      sed 1~2d
      sed '2{;}'
      sed '#n'
      sed -n '/a/I,+1{p}'
      sed 'x;p;x'
      sed z
      sed 'W out' a
      sed --expression=s/a/b/
      sed p -n
      sed '/[/]/d'
      sed 's/[/]/x/'
      sed 's/\\//x/'
      sed "s/'/x/"
      sed '2!s/a/b/'
      sed '2,4!d'
      sed '/x/,/y/d;s/a/b/'
      sed 's/a/b/;;s/b/c/;'
      sed 's/\\<./X/g'
      sed 's/\\bb/X/'
      sed 's/\\w\\+/W/'
      sed -E 's/\\s+/_/'
      sed -E 's/a|b/X/g'
      sed 's/a\\|b/X/g'
      sed -E 's/(a)(b)?/[\\1\\2]/'
      sed 's/.\\{3\\}/&|/'
      sed 's/[[:digit:]]*$/N/'
      sed nope.sed -f nope`,
      { files: { ...FILES, script: 's/a/1/\n# comment\n/cherry/d\n' } },
    ),
    ...on(
      FRUIT,
      `sed k
      sed s/a
      sed s/a/b
      sed s/a/b/k
      sed 's/a/b/ x'
      sed y/ab/c/
      sed '/a'
      sed '{p'
      sed 'p}'
      sed '1,p'
      sed ,p
      sed 3
      sed 'b nowhere'
      sed 's/a/\\1/'
      sed 's/[/b/'
      sed 's/\\(/b/'
      sed -E 's/(/b/'
      sed 0p
      sed 's/a/b/0'
      sed s/a/b/pp
      sed s/a/b/gg
      sed 'p;p x'
      sed a
      sed ':'
      sed '1,2='
      sed 1,2q
      sed '}'
      sed 'r'
      sed p nope
      sed -n p a nope b
      sed -e p -e k
      sed '1!'
      sed -E 's/a{2,1}/x/'
      sed 's//x/'
      sed '/an/s//x/'
      sed -i s/a/b/ nope`,
    ),
  ],
  awk: [
    { line: 'awk \'\n# comment\n{\n  print $1 \\\n , "x"   # another\n}\n\n\'', input: FRUIT },
    ...on(
      FRUIT,
      `awk '{print $1}'
      awk '{print $2, $1}'
      awk '{print $NF}'
      awk '{print NF, NR}'
      awk 'NR==2'
      awk 'NR>1 && $2>2'
      awk '/apple/'
      awk '!/apple/'
      awk '/apple/,/Ban/'
      awk '$1 == "apple" {n += $2} END {print n}'
      awk '{s+=$2} END {print s, s/NR}'
      awk 'END {print NR}'
      awk 'BEGIN {print "x"}'
      awk 'BEGIN {print 1+2*3, 2^3^2, 7%3, -2^2, 1/3}'
      awk 'BEGIN {printf "%d %5.2f|%-5s|%05d|%x|%c|%c|%s|%e|%g|%%\\n", 3.9, 3.14159, "ab", 42, 255, 65, "hello", 1.5, 12345.678, 0.0001}'
      awk 'BEGIN {printf "%5s|%-8d|%+d|%.3s|%*d\\n", "x", 7, 7, "abcdef", 5, 42}'
      awk '{a[$1]++} END {for (k in a) print k, a[k] | "sort"; close("sort")}' 
      awk '{$2 = "X"; print}'
      awk '{$5 = "e"; print; print NF}'
      awk '{NF = 1; print}'
      awk -v OFS=- '{$1 = $1; print}'
      awk -F: '{print $1}'
      awk -Fa '{print $2}'
      awk -F'[an]+' '{print $1 "|" $2}'
      awk -F '' '{print $1}'
      awk -v x=5 'BEGIN {print x + 1, x "a"}'
      awk '{print length, length($1)}'
      awk '{print substr($1, 2, 3), substr($1, 3)}'
      awk '{print index($1, "an")}'
      awk '{n = split($0, p, "a"); print n, p[1]}'
      awk '{sub(/a/, "<&>"); print}'
      awk '{n = gsub(/a/, "<&>"); print n, $0}'
      awk '{gsub(/an/, "\\\\&"); print}'
      awk '{gsub("a", "b", $1); print}'
      awk '{gsub(/x*/, "-"); print}'
      awk '{print toupper($1), tolower($1)}'
      awk '{print match($1, /an+/), RSTART, RLENGTH}'
      awk '{print ($2 > 5) ? "big" : "small"}'
      awk '{if ($2 > 5) print "big"; else print "small"}'
      awk '{if ($2 > 5) {print "big"} else if ($2 > 2) {print "mid"} else {print "small"}}'
      awk 'BEGIN {i = 0; while (i < 3) {print i; i++}}'
      awk 'BEGIN {do {print i++} while (i < 3)}'
      awk 'BEGIN {for (i = 0; i < 5; i++) {if (i == 1) continue; if (i == 3) break; print i}}'
      awk 'BEGIN {for (;;) {if (++n > 3) exit; print n}}'
      awk 'function f(x) {return x * 2} BEGIN {print f(21)}'
      awk 'function fact(n) {return n <= 1 ? 1 : n * fact(n - 1)} BEGIN {print fact(10)}'
      awk 'function set(a) {a["k"] = 1} BEGIN {set(z); print z["k"], length(z)}'
      awk 'function g(a, b, c) {c = a b; return c} BEGIN {print g(1, 2), c}'
      awk 'BEGIN {a["x"]; if ("x" in a) print "yes"; delete a["x"]; if (!("x" in a)) print "no"}'
      awk 'BEGIN {a[1,2] = 3; for (k in a) {split(k, p, SUBSEP); print p[1], p[2]}; if ((1,2) in a) print "in"}'
      awk 'BEGIN {print "a" < "b", 10 < 9, "10" < "9", 2 < 10}'
      awk '$2 < 10'
      awk '{print $2 == 10, $2 == "10"}'
      awk 'BEGIN {while ((getline line < "b") > 0) n++; print n, line}'
      awk 'BEGIN {"echo hi" | getline x; print x}'
      awk 'NR == 1 {getline; print "got", $0} NR == 4 {getline y; print y, NR}'
      awk 'BEGIN {print getline < "nope"}'
      awk '{print > "out"} END {close("out"); while ((getline l < "out") > 0) print "<" l ">"}'
      awk '{print $1 | "sort -u"}'
      awk 'BEGIN {print "e" > "/dev/stderr"; print "o"}'
      awk 'BEGIN {system("echo sys"); print "after"}'
      awk 'BEGIN {r = system("exit 3"); print r}'
      awk 'BEGIN {exit 3} END {print "end"}'
      awk '{exit 4} END {print "end"}'
      awk 'END {exit 2}'
      awk 'NR == 2 {next} {print}'
      awk 'FNR == 2 {nextfile} {print FILENAME, FNR, NR}' a b
      awk '{print v}' v=1 a v=2 empty
      awk 'BEGIN {print ENVIRON["USER"], ARGC, ARGV[1]}' zork
      awk 'BEGIN {RS = ""} {print NR ": " $1 "/" $NF}'
      awk 'BEGIN {RS = "a"} {print NR ": " $0}'
      awk -v RS='[0-9]+' '{print NR, $1}'
      awk 'BEGIN {ORS = ";"} {print $1}'
      awk 'BEGIN {CONVFMT = "%.2g"; a = 3.14159; b = a ""; print b}'
      awk 'BEGIN {OFMT = "%.2f"; print 3.14159, 17}'
      awk 'BEGIN {print sprintf("%03d", 7) sprintf("%s", "x")}'
      awk 'BEGIN {print int(3.9), int(-3.9), int("4x"), sqrt(16), exp(0), log(1), atan2(0, -1), sin(0), cos(0)}'
      awk 'BEGIN {x["a"] = 1; delete x; print length(x)}'
      awk 'BEGIN {print 1 " " 2, 1 -1, "a" (1 + 2)}'
      awk 'BEGIN {print !0, !1, !"", !"a", - "3x", + "4"}'
      awk 'BEGIN {x = y = 3; x += 2; x *= y; x ^= 2; x %= 100; x -= 1; x /= 2; print x, y}'
      awk 'BEGIN {print i++ + ++i, i--, --i}'
      awk 'BEGIN { $0 = "a b c"; print NF, $2; $2 = ""; print; print NF }'
      awk 'BEGIN { if (!(3 in a)) print "none"; print length(a) }'
      awk '/a/ && /b/ || /date/'
      awk '$1 ~ /^[ab]/ {print $1} $1 !~ "an" {c++} END {print c}'
      awk '{ print (NR % 2 ? "odd" : "even") }'
      awk 'NR % 2'
      awk 'BEGIN { print length() }'
      awk '{ print $1, $2 > "/dev/stdout" }'
      awk 'BEGIN { print 010 + 0, 1e3, .5 }'
      awk 'BEGIN { printf "no newline" }'
      awk 'BEGIN { printf("%s %s\\n", "a", "b") }'
      awk 'BEGIN { print(1)(2) }'
      awk 'BEGIN { print (1,2)in a }'
      awk 'BEGIN{a="x";b=a++;print a,b}'
      awk '{ $3 = $1 $2 } 1'
      awk '{ print; } ; { n++ } END { print n; }'
      awk 'BEGIN { while (i++ < 3) if (i == 2) print "two"; else print i }'
      awk 'BEGIN { printf "%s\\n" , 1==1 ; print 1==1 , 2<1 }'
      awk 'BEGIN { print index("abc", "") , substr("x", 1, 1) }'
      awk 'BEGIN { print -3 % 2 }'
      awk 'BEGIN { getline; print "first", $0 } { print "then", $0; exit }'
      awk '{ a = a $1 } END { print a; print substr(a, length(a) - 2) }'
      awk 'BEGIN { s = "a.b.c"; n = split(s, p, "."); print n, p[3] }'
      awk 'BEGIN { s = "a|b"; n = split(s, p, "|"); print n, p[2] }'
      awk 'BEGIN { n = split("", p); print n, length(p) }'
      awk 'BEGIN { n = split("a1b22c", p, /[0-9]+/); print n, p[2], p[3] }'
      awk 'BEGIN { srand(1); a = rand(); srand(1); b = rand(); print a == b, a < 1 }'
      awk 'BEGIN { print toupper(substr("abc", 1, 1)) substr("abc", 2) }'
      awk 'BEGIN { printf "%i|%5.1f|%-10s|\\n", "12abc", "3.25", "left" }'
      awk 'BEGIN { print 100000 * 1000, 2^30, 1e6 }'
      awk 'BEGIN { print 3 / 2, 6 / 2 }'
      awk 'BEGIN { x; print x + 0, "[" x "]" }'
      awk 'BEGIN { print "x" > "f1"; print "y" >> "f1"; close("f1"); getline z < "f1"; print z }'
      awk -f prog`,
      { files: { ...FILES, prog: '# a program\nBEGIN { FS = " " }\n{ n[$1] += $2 }\nEND { print n["apple"] }\n' } },
    ),
    ...on(
      FRUIT,
      `awk '{print'
      awk 'BEGIN {print }}'
      awk '{print $1'
      awk 'BEGIN {x = }'
      awk '"abc'
      awk '/abc'
      awk 'BEGIN {f(1)}'
      awk '{print}' nope
      awk 'BEGIN {getline x < }'
      awk -f nope
      awk 'BEGIN {print substr("x")}'
      awk '@'`,
      { ignoreErr: true },
    ),
  ],
  'diff and cmp': on(
    'x\n',
    `diff a b
    diff a a
    diff -s a a
    diff -q a b
    diff --label l --label r -u a b
    diff -U 0 --label l --label r a b
    diff --label l --label r -c a b
    diff a nope
    diff nope nada
    diff a
    diff
    diff a b empty
    diff --zork a b
    diff "no newline" empty
    diff -i a b
    diff - a
    cmp a b
    cmp a a
    cmp -s a b
    cmp a nope
    cmp a empty
    cmp empty a
    cmp -l empty a
    cmp`,
  ),
  bc: [
    ...on(
      'scale=4; 10/3; 1/3; -1/3; 2^10; 2^-2; 17%5; -17%5; sqrt(2); length(12345); scale(1.234)\n',
      `bc
      bc -l`,
    ),
    ...on('1.5*2.25; 1.50+2.5; 10.00/4; 0.5; -.5; .5*.5; 3.10-3.1; 100^3\nx=5; x; x+=2; x; x++; x; ++x; --x; x--\n', 'bc'),
    ...on('obase=16; 255; ibase=16; FF; obase=2; A\n', 'bc'),
    ...on('obase=2; 10; 0.5; obase=8; 64; obase=20; 399\n', 'bc'),
    ...on('for (i = 0; i < 3; i++) print i, "\\n"\nif (2 > 1) 5 else 6\nwhile (j < 2) { j++; j }\n', 'bc'),
    ...on('define f(n) {\n if (n <= 1) return (1);\n return (n * f(n-1));\n}\nf(20)\nf(5)\n', 'bc'),
    ...on('a[3] = 7; a[3]; a[4]; 1 == 1; 1 && 0; 0 || 2; !3; (1 < 2) + 1\n"text"; 4\nprint "no newline"; 5\n', 'bc'),
    ...on('scale=10; s(1); c(1); a(1)*4; l(2); e(1); e(-1); l(10); s(10); e(2.5)\n', 'bc -l'),
    ...on('1/0\n5\n', 'bc', { ignoreErr: true }),
    ...on('2 +\n3\nfoo(1)\n4\n', 'bc', { ignoreErr: true }),
    ...on('2^200\n1/7; scale=50; 1/7\n', 'bc -l'),
    ...on('/* comment */ 1 # more\nquit\n2\n', 'bc'),
  ],
  'bytes shown': on(
    'hello \x01 world\ttab é\nsecond line of sixteen and more bytes\nhello hello hello hello hello hello \n',
    `od
    od -c
    od -An -tx1
    od -A x -t x1
    od -t u1 -N 4
    od -j 3 -N 5 -c
    xxd
    xxd -p
    xxd -l 5
    xxd -s 3 -l 8
    xxd -g 1
    xxd -u -c 8
    hexdump -C
    hexdump
    strings
    strings -n 8`,
  ),
  'gzip and tar': on(
    'hello hello hello\n',
    `sh -c "gzip | gunzip"
    sh -c "gzip -9 | zcat | wc -c"
    sh -c "gzip < a | gzip -d"
    sh -c "gzip a; ls; gunzip a.gz; ls; cat a"
    sh -c "gzip -k a; ls"
    gunzip nope
    sh -c "tar cf x.tar a b; tar tf x.tar; rm a b; tar xf x.tar; cat a b"
    sh -c "mkdir d e; cp a b d; tar czf x.tgz d; tar tzf x.tgz | sort; tar xzf x.tgz -C e; ls e/d"
    sh -c "tar cf - a | tar xOf - | head -1"
    sh -c "mkdir d; cp a d; tar cf x.tar d; mkdir o; tar xf x.tar -C o --strip-components=1; ls o"
    sh -c "tar cf x.tar a nope; echo $?"
    tar tf nope
    tar tf a
    tar`,
    { ignoreErr: true },
  ),
  'comm and join': on(
    'apple\nbanana\n',
    `comm a b
    comm -12 b b
    comm - b
    comm b
    join b b
    join b
    join a nope`,
    { ignoreErr: true },
  ),
  pieces: on(
    'a\tb\n        c  d\n',
    `expand
    expand -t 4
    expand -i
    unexpand
    unexpand -a
    unexpand -t 4
    factor 12 97 1001 1
    factor x
    shuf -n 0 a
    shuf -e one
    split -l 5 b
    split -x`,
    { ignoreErr: true },
  ),
};
