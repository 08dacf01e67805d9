/** zgrep: grep in packed files, and zless, zdiff and their like, which unpack before they hand on. */
import { close, pipe, spawn, wait } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { type Call, Failure, type Tool } from './tool.ts';

/** Options of grep that take an argument of their own. */
const WITH_VALUE = /^-[a-zA-Z]*[ABCdDefm]$|^--(?:regexp|file|max-count|context|after-context|before-context|label)$/;

/** Runs a program on the unpacked content of a file (`-`: of standard input). */
function* onContent(call: Call, argv: readonly string[], path: string): Sys<number> {
  yield* call.flush();
  const [reader, writer] = yield* pipe();
  const unpack = path === '-' ? ['gzip', '-cdfq'] : ['gzip', '-cdfq', '--', path];
  const unpacking = yield* spawn({ program: 'gzip', argv: unpack, fds: { 0: 0, 1: writer, 2: 2 } });
  yield* close(writer);
  const running = yield* spawn({ program: argv[0] as string, argv, fds: { 0: reader, 1: 1, 2: 2 } });
  yield* close(reader);
  const code = (yield* wait(running))?.code ?? 0;
  const unpacked = (yield* wait(unpacking))?.code ?? 0;
  return unpacked === 1 ? 2 : code;
}

export const zgrep: Tool = function* (call) {
  const flags: string[] = [];
  const operands: string[] = [];
  let pattern = false;
  for (let i = 0; i < call.args.length; i++) {
    const word = call.args[i] as string;
    if (word === '--') operands.push(...call.args.slice(i + 1));
    if (word === '--') break;
    if (!/^-./.test(word)) {
      operands.push(word);
      continue;
    }
    flags.push(word);
    if (/^-[a-zA-Z]*[ef]|^--(?:regexp|file)/.test(word)) pattern = true;
    if (WITH_VALUE.test(word)) flags.push(call.args[++i] ?? '');
  }
  if (!pattern) {
    const text = operands.shift();
    if (text === undefined) throw new Failure(`${call.name}: missing pattern; try \`${call.name} --help' for help`, 2, true);
    flags.push('-e', text);
  }
  const grep = call.name.replace(/^z/, '');
  const files = operands.length > 0 ? operands : ['-'];
  const named = files.length > 1 && !flags.some((flag) => /^-[a-zA-Z]*[hH]|^--(?:no|with)-filename/.test(flag)) ? ['-H'] : [];
  let code = 1;
  for (const path of files) {
    const found = yield* onContent(call, [grep, ...named, ...(path === '-' ? [] : [`--label=${path}`]), ...flags], path);
    if (found > 1 || (found === 0 && code < 2)) code = found;
  }
  return code;
};

export const zless: Tool = function* (call) {
  let code = 0;
  for (const path of call.args.length > 0 ? call.args : ['-']) code = yield* onContent(call, ['less'], path);
  return code;
};
