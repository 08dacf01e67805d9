/** wc: counts of lines, words, characters, bytes, and the longest line. */

import { byteLength } from '../kernel/bytes.ts';
import { files, read } from '../kernel/sys.ts';
import { options } from './options.ts';
import type { Tool } from './tool.ts';

const ORDER = ['l', 'w', 'm', 'c', 'L'] as const;

export const wc: Tool = function* (call) {
  const given = options(call, 'l,lines w,words m,chars c,bytes L,max-line-length');
  const chosen = ORDER.filter((key) => (given.given.length > 0 ? given.has(key) : 'lwc'.includes(key)));
  const rows: { counts: number[]; name: string }[] = [];
  const code = yield* call.eachFile(given.operands, function* (fd, path) {
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
    rows.push({ counts: chosen.map((key) => tally[key]), name: given.operands.length > 0 ? path : '' });
  });
  if (given.operands.length > 1) {
    const total = chosen.map((key, i) =>
      rows.reduce((sum, row) => (key === 'L' ? Math.max(sum, row.counts[i] as number) : sum + (row.counts[i] as number)), 0),
    );
    rows.push({ counts: total, name: 'total' });
  }
  // The width is that of the total size of regular files, at least 7 where something else is read too.
  let width = 1;
  if (call.busybox) width = chosen.length > 1 ? 9 : 1;
  else if (chosen.length > 1 || given.operands.length > 1) {
    const sizes = yield* files((fs, cwd) => given.operands.map((path) => fs.stat(fs.resolve(cwd, path))));
    const regular = given.operands.length > 0 && sizes.every((entry) => entry?.kind !== 'directory') && !given.operands.includes('-');
    const size = sizes.reduce((sum, entry) => sum + (entry ? byteLength(entry.text) : 0), 0);
    width = Math.max(String(size).length, regular ? 1 : 7);
  }
  for (const { counts, name } of rows)
    call.put(`${counts.map((count) => String(count).padStart(width)).join(' ')}${name === '' ? '' : ` ${name}`}\n`);
  return code;
};
