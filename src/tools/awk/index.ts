/** awk: POSIX's language with what gawk and mawk add most used. */
import { SysError } from '../../kernel/error.ts';
import { close, open, readAll } from '../../kernel/sys.ts';
import { options } from '../options.ts';
import { Failure, type Tool } from '../tool.ts';
import { unescape } from './lexer.ts';
import { parseAwk } from './parse.ts';
import { Awk } from './run.ts';

export const awk: Tool = function* (call) {
  const given = options(call, 'F,field-separator: v,assign: f,file: W:', { stop: true, code: 2 });
  const operands = [...given.operands];
  const sources: string[] = [];
  for (const path of given.all('f')) {
    try {
      const fd = path === '-' ? 0 : yield* open(path, 'r');
      sources.push(yield* readAll(fd));
      if (fd !== 0) yield* close(fd);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      throw new Failure(call.unreadable(path, error), 2);
    }
  }
  if (sources.length === 0) {
    const program = operands.shift();
    if (program === undefined) throw new Failure("usage: awk [-F value] [-v var=value] [-f program-file | 'program'] [file ...]", 2, true);
    sources.push(program);
  }
  const run = new Awk(call, parseAwk(sources.join('\n')), operands);
  const separator = given.get('F');
  if (separator !== undefined) run.setVariable('FS', separator === 't' ? '\t' : unescape(separator));
  for (const text of given.all('v')) {
    if (!/^[A-Za-z_]\w*=/.test(text)) throw new Failure(`improper assignment: -v ${text}`, 2);
    run.assign(text);
  }
  return yield* run.run();
};
