/** wc: counts of lines, words, characters, bytes, and the longest line. */

import { byteLength } from '../kernel/bytes.ts';
import { files, open, read, readAll } from '../kernel/sys.ts';
import { options, usageError } from './options.ts';
import { Failure, type Tool } from './tool.ts';

const ORDER = ['l', 'w', 'm', 'c', 'L'] as const;

export const wc: Tool = function* (call) {
  const given = options(call, 'l,lines w,words m,chars c,bytes L,max-line-length total: files0-from:');
  const when = given.get('total') ?? 'auto';
  if (!['auto', 'always', 'only', 'never'].includes(when))
    throw new Failure(usageError(call, `invalid argument ${call.quote(when)} for ${call.quote('--total')}`));
  const operands = [...given.operands];
  const list = given.get('files0-from');
  if (list !== undefined) {
    const fd = list === '-' ? 0 : yield* open(list, 'r');
    operands.push(...(yield* readAll(fd)).split('\0').filter(Boolean));
  }
  const chosen = ORDER.filter((key) => (ORDER.some((one) => given.has(one)) ? given.has(key) : 'lwc'.includes(key)));
  const rows: { counts: number[]; name: string }[] = [];
  const folders = call.busybox
    ? []
    : yield* files((fs, cwd) => operands.filter((path) => path !== '-' && fs.isDirectory(fs.resolve(cwd, path))));
  const code = yield* call.eachFile(operands, function* (fd, path) {
    const tally = { l: 0, w: 0, m: 0, c: 0, L: 0 };
    let inWord = false;
    let column = 0;
    for (let text = yield* read(fd); text !== null; text = yield* read(fd)) {
      tally.c += byteLength(text);
      for (const c of text) {
        tally.m++;
        if (c === '\n') {
          tally.l++;
          column = 0;
        } else tally.L = Math.max(tally.L, (column += c === '\t' ? 8 - (column % 8) : 1));
        const space = c === ' ' || (c >= '\t' && c <= '\r');
        if (!space && !inWord) tally.w++;
        inWord = !space;
      }
    }
    rows.push({ counts: chosen.map((key) => tally[key]), name: operands.length > 0 ? path : '' });
  });
  // A directory is reported, and counted as nothing.
  for (const path of folders) rows.splice(operands.indexOf(path), 0, { counts: chosen.map(() => 0), name: path });
  if (when === 'always' || when === 'only' || (when === 'auto' && operands.length > 1)) {
    const total = chosen.map((key, i) =>
      rows.reduce((sum, row) => (key === 'L' ? Math.max(sum, row.counts[i] as number) : sum + (row.counts[i] as number)), 0),
    );
    if (when === 'only') rows.length = 0;
    rows.push({ counts: total, name: when === 'only' ? '' : 'total' });
  }
  // The width is that of the total size of regular files, at least 7 where something else is read too.
  let width = 1;
  if (call.busybox) width = chosen.length > 1 ? 9 : 1;
  else if (chosen.length > 1 || operands.length > 1) {
    const sizes = yield* files((fs, cwd) => operands.map((path) => fs.stat(fs.resolve(cwd, path))));
    const regular = operands.length > 0 && sizes.every((entry) => entry?.kind !== 'directory') && !operands.includes('-');
    const size = sizes.reduce((sum, entry) => sum + (entry ? byteLength(entry.text) : 0), 0);
    width = Math.max(String(size).length, regular ? 1 : 7);
  }
  for (const { counts, name } of rows)
    call.put(`${counts.map((count) => String(count).padStart(width)).join(' ')}${name === '' ? '' : ` ${name}`}\n`);
  return code;
};
