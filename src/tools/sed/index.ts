/** sed, as GNU's. */
import { SysError } from '../../kernel/error.ts';
import { close, files, open, readAll } from '../../kernel/sys.ts';
import { options } from '../options.ts';
import { Failure, type Tool } from '../tool.ts';
import { parseScript, type Source } from './parse.ts';
import { Sed } from './run.ts';

const USAGE = `Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...

  -n, --quiet, --silent
                 suppress automatic printing of pattern space
  -e script, --expression=script
                 add the script to the commands to be executed
  -f script-file, --file=script-file
                 add the contents of script-file to the commands to be executed
  -E, -r, --regexp-extended
                 use extended regular expressions in the script
  -i[SUFFIX], --in-place[=SUFFIX]
                 edit files in place (makes backup if SUFFIX supplied)
  -l N, --line-length=N
                 specify the desired line-wrap length for the \`l' command
  -s, --separate
                 consider files as separate rather than as a single
                 continuous long stream.
  -u, --unbuffered
                 load minimal amounts of data from the input files and flush
                 the output buffers more often
  -z, --null-data
                 separate lines by NUL characters
      --help     display this help and exit
`;

export const sed: Tool = function* (call) {
  const given = options(
    call,
    'n,quiet,silent e,expression: f,file: E,r,regexp-extended i,in-place:: l,line-length: s,separate u,unbuffered z,null-data posix debug sandbox follow-symlinks b,binary',
    { hint: USAGE.trimEnd() },
  );
  const operands = [...given.operands];
  const sources: Source[] = [];
  for (const [key, value] of given.given) {
    if (key === 'e') sources.push({ text: value, name: `-e expression #${sources.filter((one) => !one.file).length + 1}`, file: false });
    if (key !== 'f') continue;
    try {
      const fd = value === '-' ? 0 : yield* open(value, 'r');
      sources.push({ text: (yield* readAll(fd)).replace(/\n$/, ''), name: value, file: true });
      if (fd !== 0) yield* close(fd);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      throw new Failure(`couldn't open file ${value}: ${error.message}`, 4);
    }
  }
  if (sources.length === 0) {
    const script = operands.shift();
    if (script === undefined) throw new Failure(USAGE.trimEnd(), 1, true);
    sources.push({ text: script, name: '-e expression #1', file: false });
  }
  const script = parseScript(sources, given.has('E'));
  const inPlace = given.has('i') ? (given.get('i') ?? '') : undefined;
  let missing = 0;
  if (inPlace !== undefined) {
    if (operands.length === 0) throw new Failure('no input files', 4);
    for (const path of [...operands]) {
      const entry = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, path)));
      if (entry?.kind !== 'directory') continue;
      yield* call.warn(`couldn't edit ${path}: not a regular file`);
      operands.splice(operands.indexOf(path), 1);
      missing = 4;
    }
    if (missing > 0 && operands.length === 0) return missing;
  }
  const sedRun = new Sed(
    call,
    script,
    {
      quiet: given.has('n') || script.quiet,
      separate: given.has('s') || inPlace !== undefined,
      inPlace,
      end: given.has('z') ? '\0' : '\n',
      lineLength: Number(given.get('l') ?? 70) || 1,
    },
    operands,
  );
  return (yield* sedRun.run()) || missing;
};
