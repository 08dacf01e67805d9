/** cut, paste, fold and column: text in columns. */
import { byteLength, bytesOf, textOf } from '../kernel/bytes.ts';
import { allLines, eachLine, Lines } from './lines.ts';
import { options, parseCount, usageError } from './options.ts';
import { type Call, Failure, type Tool } from './tool.ts';

type Ranges = readonly (readonly [number, number])[];

function parseRanges(call: Call, list: string, fields: boolean): Ranges {
  const bad = (message: string): never => {
    throw new Failure(usageError(call, message));
  };
  return list.split(/[, \t]/).map((part) => {
    const match = /^(\d*)(-?)(\d*)$/.exec(part);
    if (!match || part === '')
      return bad(
        part === ''
          ? fields
            ? 'fields are numbered from 1'
            : 'byte/character positions are numbered from 1'
          : `invalid ${fields ? 'field' : 'byte/character'} ${/-/.test(part) ? 'range' : fields ? 'value' : 'position'} ${call.quote(part)}`,
      );
    const [, low = '', dash, high = ''] = match;
    if (part === '-') bad('invalid range with no endpoint: -');
    const from = low === '' ? 1 : Number(low);
    const to = dash === '' ? from : high === '' ? Number.POSITIVE_INFINITY : Number(high);
    if (from === 0) bad(fields ? 'fields are numbered from 1' : 'byte/character positions are numbered from 1');
    if (to < from) bad('invalid decreasing range');
    return [from, to] as const;
  });
}

export const cut: Tool = function* (call) {
  const given = options(
    call,
    'b,bytes: c,characters: f,fields: d,delimiter: s,only-delimited n complement output-delimiter: z,zero-terminated',
  );
  const kinds = given.given.filter(([key]) => 'bcf'.includes(key));
  const [kind, list] = kinds[0] ?? [];
  if (kind === undefined || list === undefined)
    throw new Failure(usageError(call, 'you must specify a list of bytes, characters, or fields'));
  if (kinds.length > 1) throw new Failure(usageError(call, 'only one list may be specified'));
  const delimiter = given.get('d') ?? '\t';
  if ([...delimiter].length > 1) throw new Failure(usageError(call, 'the delimiter must be a single character'));
  if (given.has('d') && kind !== 'f')
    throw new Failure(usageError(call, 'an input delimiter may be specified only when operating on fields'));
  const ranges = parseRanges(call, list, kind === 'f');
  const complement = given.has('complement');
  const chosen = (position: number): boolean => ranges.some(([from, to]) => position >= from && position <= to) !== complement;
  const joiner = given.get('output-delimiter') ?? (kind === 'f' ? delimiter : '');
  const end = given.has('z') ? '\0' : '\n';
  return yield* call.eachFile(given.operands, (fd) =>
    eachLine(
      call,
      fd,
      (line) => {
        if (kind === 'f') {
          const parts = line.split(delimiter === '' ? '\0' : delimiter);
          if (parts.length > 1) call.put(parts.filter((_, i) => chosen(i + 1)).join(joiner) + end);
          else if (!given.has('s')) call.put(line + end);
          return;
        }
        if (kind === 'b' && byteLength(line) !== line.length) call.put(textOf(bytesOf(line).filter((_, i) => chosen(i + 1))) + end);
        else if (joiner === '') call.put([...line].filter((_, i) => chosen(i + 1)).join('') + end);
        else call.put(`${ranges.map(([from, to]) => [...line].slice(from - 1, to).join('')).join(joiner)}${end}`);
      },
      end,
    ),
  );
};

export const paste: Tool = function* (call) {
  const given = options(call, 'd,delimiters: s,serial z,zero-terminated');
  const delimiters = [
    ...(given.get('d') ?? '\t').replace(/\\([nt0\\])/g, (_, c: string) => ({ n: '\n', t: '\t', '0': '\0', '\\': '\\' })[c] as string),
  ].map((c) => (c === '\0' ? '' : c));
  const delimiter = (i: number): string => delimiters[i % Math.max(1, delimiters.length)] ?? '';
  const paths = given.operands.length > 0 ? given.operands : ['-'];
  if (given.has('s')) {
    return yield* call.eachFile(paths, function* (fd) {
      const parts: string[] = [];
      yield* eachLine(call, fd, (line) => parts.push(line));
      call.put(`${parts.map((part, i) => part + (i < parts.length - 1 ? delimiter(i) : '')).join('')}\n`);
    });
  }
  const sources: Lines[] = [];
  const stdin = new Lines(call, 0);
  for (const path of paths) {
    const fd = yield* call.openOrWarn(path);
    if (fd === undefined) return 1;
    sources.push(fd === 0 ? stdin : new Lines(call, fd));
  }
  for (;;) {
    const row: (string | null)[] = [];
    for (const source of sources) row.push(yield* source.next());
    if (row.every((part) => part === null)) return 0;
    call.put(`${row.map((part, i) => (part ?? '') + (i < row.length - 1 ? delimiter(i) : '')).join('')}\n`);
  }
};

export const fold: Tool = function* (call) {
  const given = options(call, 'w,width: s,spaces b,bytes c,characters', { digits: 'w' });
  const width = parseCount(given.get('w') ?? '80');
  if (!width) throw new Failure(`invalid number of columns: ${call.quote(given.get('w') ?? '')}`);
  return yield* call.eachFile(given.operands, (fd) =>
    eachLine(call, fd, (line, terminated) => {
      let part = '';
      let column = 0;
      const advance = (c: string): number => (c === '\t' && !given.has('b') ? 8 - (column % 8) : 1);
      for (const c of line) {
        if (column + advance(c) > width && part !== '') {
          const at = given.has('s') ? part.lastIndexOf(' ') + 1 || part.length : part.length;
          call.put(`${part.slice(0, at)}\n`);
          part = part.slice(at);
          column = [...part].length;
        }
        column += advance(c);
        part += c;
      }
      call.put(part + (terminated ? '\n' : ''));
    }),
  );
};

export const column: Tool = function* (call) {
  const given = options(
    call,
    't,table s,separator: o,output-separator: c,output-width: x,fillrows N,table-columns: R,table-right: n,table-name: J,json e L,keep-empty-lines',
  );
  const [lines, code] = yield* allLines(call, given.operands);
  const kept = lines.filter((line) => line.trim() !== '');
  const separator = given.get('s');
  if (given.has('t')) {
    const rows = kept.map((line) =>
      separator === undefined ? line.trim().split(/[ \t]+/) : line.split(new RegExp(`[${separator.replace(/[\\\]^-]/g, '\\$&')}]`)),
    );
    if (given.has('J')) {
      const names = given.get('N')?.split(',');
      if (!names) throw new Failure('option --table-columns or --table-column required for --json');
      const objects = rows.map(
        (row) =>
          `      {\n${names.map((name, i) => `         ${JSON.stringify(name)}: ${row[i] === undefined ? 'null' : JSON.stringify(row[i])}`).join(',\n')}\n      }`,
      );
      call.put(`{\n   ${JSON.stringify(given.get('n') ?? 'table')}: [\n${objects.join(',')}\n   ]\n}\n`);
      return code;
    }
    if (given.has('N')) rows.unshift((given.get('N') as string).split(','));
    const widths: number[] = [];
    for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, [...cell].length)));
    const right = new Set(
      (given.get('R')?.split(',') ?? []).map((name) => (/^\d+$/.test(name) ? Number(name) - 1 : (rows[0]?.indexOf(name) ?? -1))),
    );
    const pad = (cell: string, i: number): string => ' '.repeat((widths[i] as number) - [...cell].length);
    for (const row of rows) {
      const cells = widths.map((_, i) => {
        const cell = row[i] ?? '';
        return right.has(i) ? pad(cell, i) + cell : i === widths.length - 1 ? cell : cell + pad(cell, i);
      });
      call.put(`${cells.join(given.get('o') ?? '  ')}\n`);
    }
    return code;
  }
  const total = parseCount(given.get('c') ?? call.process.env.COLUMNS ?? '80') ?? 80;
  const cell = (Math.floor(Math.max(0, ...kept.map((line) => [...line].length)) / 8) + 1) * 8;
  const columns = Math.max(1, Math.floor(total / cell));
  const rows = Math.ceil(kept.length / columns);
  for (let r = 0; r < rows; r++) {
    const row: string[] = [];
    for (let c = 0; c < columns; c++) {
      const item = kept[given.has('x') ? r * columns + c : c * rows + r];
      if (item !== undefined && (given.has('x') || c * rows + r < kept.length)) row.push(item);
    }
    call.put(
      `${row.map((item, i) => (i === row.length - 1 ? item : item + '\t'.repeat(Math.ceil((cell - [...item].length) / 8)))).join('')}\n`,
    );
  }
  return code;
};
