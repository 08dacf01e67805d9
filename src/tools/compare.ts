/** comm and join: two sorted files side by side. */
import { allLines } from './lines.ts';
import { extraOperand, missingOperand, options } from './options.ts';
import { Failure, type Tool } from './tool.ts';

export const comm: Tool = function* (call) {
  const given = options(call, '1 2 3 i total nocheck-order check-order output-delimiter: z,zero-terminated');
  const [left, right, extra] = given.operands;
  if (left === undefined) throw missingOperand(call);
  if (right === undefined) throw missingOperand(call, left);
  if (extra !== undefined) throw extraOperand(call, extra);
  const end = given.has('z') ? '\0' : '\n';
  const [a, one] = yield* allLines(call, [left], end);
  if (one !== 0) return one;
  const [b, two] = yield* allLines(call, [right], end);
  if (two !== 0) return two;
  const tab = given.get('output-delimiter') ?? '\t';
  const lead = ['', given.has('1') ? '' : tab, (given.has('1') ? '' : tab) + (given.has('2') ? '' : tab)];
  const totals = [0, 0, 0];
  const unsorted = [false, false];
  // The order only matters once a line has no partner.
  let alone = false;
  const put = (column: number, line: string): void => {
    totals[column] = (totals[column] as number) + 1;
    if (!given.has(String(column + 1))) call.put(`${lead[column]}${line}${end}`);
  };
  const check = function* (side: 0 | 1, lines: readonly string[], at: number) {
    if (
      call.busybox ||
      given.has('nocheck-order') ||
      !(alone || given.has('check-order')) ||
      unsorted[side] ||
      at === 0 ||
      !((lines[at - 1] as string) > (lines[at] as string))
    )
      return;
    unsorted[side] = true;
    yield* call.warn(`file ${side + 1} is not in sorted order`);
  };
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [x, y] = [a[i], b[j]];
    const before = [i, j];
    if (y === undefined || (x !== undefined && x < y)) {
      put(0, x as string);
      alone = true;
      i++;
    } else if (x === undefined || x > y) {
      put(1, y);
      alone = true;
      j++;
    } else {
      put(2, x);
      i++;
      j++;
    }
    // At a file's end its last two lines are looked at again: maybe only now it is known that the order matters.
    if (i !== before[0]) yield* check(0, a, Math.min(i, a.length - 1));
    if (j !== before[1]) yield* check(1, b, Math.min(j, b.length - 1));
  }
  if (given.has('total')) call.put(`${totals.join(tab)}${tab}total${end}`);
  if (!unsorted[0] && !unsorted[1]) return 0;
  yield* call.warn('input is not in sorted order');
  return 1;
};

export const join: Tool = function* (call) {
  const given = options(call, 'a: v: 1: 2: j: t: e: o: i,ignore-case check-order nocheck-order header');
  const [left, right, extra] = given.operands;
  if (left === undefined) throw missingOperand(call);
  if (right === undefined) throw missingOperand(call, left);
  if (extra !== undefined) throw extraOperand(call, extra);
  const field = (name: string): number => {
    const text = given.get(name) ?? given.get('j') ?? '1';
    if (!/^[1-9]\d*$/.test(text)) throw new Failure(`invalid field number: ${call.quote(text)}`);
    return Number(text) - 1;
  };
  const [fieldA, fieldB] = [field('1'), field('2')];
  const separator = given.get('t');
  const empty = given.get('e') ?? '';
  const split = (line: string): string[] => (separator === undefined ? line.trim().split(/[ \t]+/) : line.split(separator));
  const key = (parts: readonly string[], at: number): string => (given.has('i') ? (parts[at] ?? '').toLowerCase() : (parts[at] ?? ''));
  const [linesA, one] = yield* allLines(call, [left]);
  if (one !== 0) return one;
  const [linesB, two] = yield* allLines(call, [right]);
  if (two !== 0) return two;
  const [a, b] = [linesA.map(split), linesB.map(split)];
  const format = given.get('o') === 'auto' ? undefined : given.get('o')?.split(/[ ,]+/);
  // `auto`: as many fields of each file as its first line has.
  const auto = given.get('o') === 'auto' ? [a[0]?.length ?? 0, b[0]?.length ?? 0] : undefined;
  const fields = (parts: readonly string[] | undefined, key: number, side: 0 | 1): string[] =>
    auto
      ? Array.from({ length: auto[side] as number }, (_, i) => parts?.[i] || empty).filter((_, i) => i !== key)
      : (parts ?? []).filter((_, i) => i !== key);
  const glue = separator ?? ' ';
  const put = (x: readonly string[] | undefined, y: readonly string[] | undefined): void => {
    const common = x ? x[fieldA] : y?.[fieldB];
    const cells = format
      ? format.map((spec) => {
          if (spec === '0') return common || empty;
          const [, file, column] = /^([12])\.(\d+)$/.exec(spec) ?? [];
          if (file === undefined) throw new Failure(`invalid file number in field spec: ${call.quote(spec)}`);
          return (file === '1' ? x : y)?.[Number(column) - 1] || empty;
        })
      : [common ?? '', ...fields(x, fieldA, 0), ...fields(y, fieldB, 1)];
    call.put(`${cells.join(glue)}\n`);
  };
  const alone = [...given.all('a'), ...given.all('v')];
  const onlyAlone = given.has('v');
  let i = 0;
  let j = 0;
  let sorted = true;
  let unpaired = false;
  const check = function* (parts: readonly (readonly string[])[], lines: readonly string[], at: number, path: string, column: number) {
    if (given.has('nocheck-order') || !(unpaired || given.has('check-order')) || !sorted || at === 0 || at >= parts.length) return;
    if (!(key(parts[at - 1] as string[], column) > key(parts[at] as string[], column))) return;
    sorted = false;
    yield* call.warn(`${path}:${at + 1}: is not sorted: ${lines[at]}`);
  };
  while (i < a.length || j < b.length) {
    const [x, y] = [a[i], b[j]];
    const [kx, ky] = [x && key(x, fieldA), y && key(y, fieldB)];
    if (ky === undefined || (kx !== undefined && kx < ky)) {
      unpaired = true;
      if (alone.includes('1')) put(x, undefined);
      i++;
    } else if (kx === undefined || kx > ky) {
      unpaired = true;
      if (alone.includes('2')) put(undefined, y);
      j++;
    } else {
      let toA = i;
      while (toA < a.length && key(a[toA] as string[], fieldA) === kx) toA++;
      let toB = j;
      while (toB < b.length && key(b[toB] as string[], fieldB) === kx) toB++;
      if (!onlyAlone) for (let p = i; p < toA; p++) for (let q = j; q < toB; q++) put(a[p], b[q]);
      [i, j] = [toA, toB];
    }
    yield* check(a, linesA, i, left, fieldA);
    yield* check(b, linesB, j, right, fieldB);
  }
  if (sorted) return 0;
  yield* call.warn('input is not in sorted order');
  return 1;
};
