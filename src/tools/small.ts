/** Small tools that are seldom run: one file to load, since each that could be loaded costs every page something. */
export { apk } from './apk.ts';
export { apt } from './apt.ts';
export { comm, join } from './compare.ts';
export { csplit } from './csplit.ts';
export { dd } from './dd.ts';
export { envsubst } from './envsubst.ts';
export { getopt } from './getopt.ts';
export { apropos, man } from './man.ts';
export { ifconfig, ip } from './net/ip.ts';
export { expr, seq } from './numbers.ts';
export { openssl } from './openssl.ts';
export { patch } from './patch.ts';
export { expand, factor, shuf, split, unexpand } from './pieces.ts';
export { sshKeygen } from './ssh/keygen.ts';
export { base32, basenc, cksum, numfmt, sum } from './sums.ts';
export { getconf, locale, stty, tsort, uuidgen, whereis } from './system.ts';
export { zgrep, zless } from './zgrep.ts';
