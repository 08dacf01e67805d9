/** The builtins that are written in jq itself. */
export const PRELUDE = `
def map(f): [.[] | f];
def map_values(f): .[] |= f;
def recurse(f): def each: ., (f | each); each;
def recurse(f; cond): recurse(f | select(cond));
def recurse: recurse(.[]?);
def values: select(. != null);
def nulls: select(. == null);
def booleans: select(type == "boolean");
def numbers: select(type == "number");
def strings: select(type == "string");
def arrays: select(type == "array");
def objects: select(type == "object");
def iterables: select(type == "array" or type == "object");
def scalars: select(type != "array" and type != "object");
def isfinite: type == "number" and (isinfinite | not);
def finites: select(isfinite);
def normals: select(isnormal);
def add: reduce .[] as $x (null; . + $x);
def add(f): reduce f as $x (null; . + $x);
def del(f): delpaths([path(f)]);
def pick(f): . as $from | reduce path(f) as $p (null; setpath($p; $from | getpath($p)));
def with_entries(f): to_entries | map(f) | from_entries;
def paths: path(..) | select(length > 0);
def paths(f): path(.. | select(f)) | select(length > 0);
def leaf_paths: paths(scalars);
def sort_by(f): _sort_by(map([f]));
def group_by(f): _group_by(map([f]));
def unique_by(f): group_by(f) | map(.[0]);
def min_by(f): _min_by(map([f]));
def max_by(f): _max_by(map([f]));
def index($x): indices($x) | .[0];
def rindex($x): indices($x) | .[-1:][0];
def in(f): . as $x | f | has($x);
def inside(f): . as $x | f | contains($x);
def first: .[0];
def last: .[-1];
def nth($n): .[$n];
def last(f): reduce f as $x (null; $x);
def nth($n; f): if $n < 0 then error("Out of bounds negative array index") else last(limit($n + 1; f)) end;
def isempty(f): first((f | false), true);
def any(f; cond): isempty(first(f | cond | select(.))) | not;
def all(f; cond): isempty(first(f | cond | select(. | not)));
def any(cond): any(.[]; cond);
def all(cond): all(.[]; cond);
def any: any(.[]; .);
def all: all(.[]; .);
def until(cond; f): def again: if cond then . else (f | again) end; again;
def while(cond; f): def again: if cond then ., (f | again) else empty end; again;
def repeat(f): def again: f, again; again;
def inputs: def again: (try [input] catch if . == "break" then null else error end) as $got | if $got then $got[0], again else empty end; again;
def combinations: if length == 0 then [] else .[0][] as $x | (.[1:] | combinations) as $rest | [$x] + $rest end;
def combinations($n): . as $list | [range($n) | $list] | combinations;
def transpose: [range(0; map(length) | max // 0) as $i | [.[][$i]]];
def walk(f): def deep: (if type == "object" then map_values(deep) elif type == "array" then map(deep) else . end) | f; deep;
def halt_error: halt_error(5);
def debug(f): (f | debug | empty), .;
def todate: strftime("%Y-%m-%dT%H:%M:%SZ");
def fromdate: strptime("%Y-%m-%dT%H:%M:%SZ") | mktime;
def todateiso8601: todate;
def fromdateiso8601: fromdate;
def date: todate;
def dateadd(unit; $n): . + $n;
def datesub(unit; $n): . - $n;
def _arguments(f): . as $given | type | if . == "string" then [$given, null] elif . == "array" and ($given | length) > 0 then $given[0:2] + [null] else error(. + " not a string or array") end;
def match($re; $flags): _matches($re; $flags)[];
def match($re): ($re | _arguments(.)) as $a | match($a[0]; $a[1]);
def test($re; $flags): _matches($re; $flags) | length > 0;
def test($re): ($re | _arguments(.)) as $a | test($a[0]; $a[1]);
def capture($re; $flags): match($re; $flags) | _captures;
def capture($re): match($re) | _captures;
def scan($re; $flags): match($re; "g" + $flags) | if (.captures | length) > 0 then [.captures[].string] else .string end;
def scan($re): scan($re; null);
def splits($re; $flags): split($re; $flags)[];
def splits($re): splits($re; null);
def sub($re; f; $flags):
  . as $text
  | (reduce match($re; $flags) as $m ({parts: [], from: 0};
      $text[.from:$m.offset] as $before
      | [$m | _captures | f] as $new
      | reduce range($new | length) as $i (.; .parts[$i] += $before + $new[$i])
      | .from = $m.offset + $m.length)
    | .parts[] + $text[.from:]) // $text;
def sub($re; f): sub($re; f; "");
def gsub($re; f; $flags): sub($re; f; $flags + "g");
def gsub($re; f): sub($re; f; "g");
def tostream: _events[];
def fromstream(f): {done: false, made: null} as $new
  | foreach f as $e ($new;
      (if .done then $new else . end)
      | if ($e | length) == 2 then {done: ($e[0] | length == 0), made: (.made | setpath($e[0]; $e[1]))} else .done = ($e[0] | length == 1) end;
      if .done then .made else empty end);
def truncate_stream(f): . as $n | null | f | . as $e | if (.[0] | length) > $n then setpath([0]; $e[0][$n:]) else empty end;
def bsearch($x):
  (map(select(. < $x)) | length) as $at | if .[$at] == $x and $at < length then $at else -1 - $at end;
def INDEX(f; key): reduce f as $row ({}; .[$row | key | tostring] = $row);
def INDEX(key): INDEX(.[]; key);
def IN(f): any(f == .; .);
def IN(f; g): any(f == g; .);
def JOIN($index; key): [.[] | [., $index[key]]];
def JOIN($index; f; key): f | [., $index[key]];
def JOIN($index; f; key; joined): f | [., $index[key]] | joined;
`;
