/** yq: YAML through jq's language, as the yq of Mike Farah has it. */
import { SysError } from '../kernel/error.ts';
import { lazy } from '../kernel/lazy.ts';
import { close, files, load, pipe, readAll, readPath, spawn, wait, write } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { readYaml, YamlError } from '../kubectl/output/yaml.ts';
import { jq } from './jq/index.ts';
import { type Options, options } from './options.ts';
import { type Call, Failure, program, type Tool } from './tool.ts';

const SPEC =
  'i,inplace o,output-format,tojson: p,input-format: P,prettyPrint r,unwrapScalar:: n,null-input e,exit-status I,indent: j C,colors M,no-colors N,no-doc s: ' +
  'arg: from-file: V,version h';

export const yq: Tool = function* (call) {
  const args = call.args
    .map((arg) => (arg === '-j' ? '-o=json' : arg))
    .flatMap((arg) => (/^-[oI]=/.test(arg) ? [arg.slice(0, 2), arg.slice(3)] : [arg]));
  const given = options(call, SPEC, { args });
  if (given.has('V')) {
    call.put('yq (https://github.com/mikefarah/yq/) version v4.48.1\n');
    return 0;
  }
  const words = ['eval', 'e', 'eval-all', 'ea'].includes(given.operands[0] ?? '') ? given.operands.slice(1) : [...given.operands];
  const all = /^(?:eval-all|ea)$/.test(given.operands[0] ?? '');
  const isFile = (path: string): Sys<boolean> => files((fs, cwd) => fs.stat(fs.resolve(cwd, path))?.kind === 'file');
  let expression = '.';
  const first = words[0];
  if (first !== undefined && !(words.length === 1 && (yield* isFile(first)))) expression = words.shift() as string;
  const input = words.length === 0 ? (given.has('n') ? [] : ['-']) : words;
  if (given.has('i') && (input.length === 0 || input[0] === '-'))
    throw new Failure('Error: write in place flag only applicable when giving an expression and at least one file', 1, true);
  const format = (given.get('o') ?? 'yaml').replace(/^=/, '');
  if (!/^(?:y|yaml|j|json|a|auto|p|props)$/.test(format))
    throw new Failure(`Error: unknown format '${format}' please use [yaml|json]`, 1, true);
  const json = format.startsWith('j');
  if (all || given.has('n')) {
    const texts: string[] = [];
    for (const path of input) texts.push(yield* textOf(path));
    const values = yield* evaluate(
      call,
      expression,
      texts.flatMap((text, i) => documents(text, input[i] ?? '-')),
      given,
    );
    call.put(render(values, json, given));
    return given.has('e') && !values.some((value) => value !== null && value !== false) ? 1 : 0;
  }
  let matched = false;
  for (const path of input) {
    const source = yield* textOf(path);
    const values = yield* evaluate(call, expression, documents(source, path), given);
    matched ||= values.some((value) => value !== null && value !== false);
    const text = (json ? undefined : yield* commented(source, expression, values, given)) ?? render(values, json, given);
    if (given.has('i')) yield* files((fs, cwd) => fs.write(fs.resolve(cwd, path), text));
    else call.put(text);
  }
  if (given.has('e') && !matched) throw new Failure('Error: no matches found', 1, true);
  return 0;
};

/** For texts with comments. Tests, where nothing waits for code, load it first. */
export const comments = lazy(() => import('./yq-comments.ts'));

/** The source with what an assignment changed in it; undefined where it has no comments to keep, or something else was asked for. */
function* commented(source: string, expression: string, values: readonly unknown[], given: Options): Sys<string | undefined> {
  const changes = expression.trim() === '.' || /(?:^|[^=!<>])=(?!=)|\bdel\(/.test(expression.replace(/"(?:\\.|[^"\\])*"/g, '""'));
  if (!changes || !/(?:^|\s)#/m.test(source) || !values.every((value) => typeof value === 'object' && value !== null)) return undefined;
  return (yield* load(comments)).withComments(source, values, Number(given.get('I') ?? 2));
}

function* textOf(path: string): Sys<string> {
  if (path === '-') return yield* readAll(0);
  try {
    return yield* readPath(path);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    throw new Failure(`Error: open ${path}: ${error.message.toLowerCase()}`, 1, true);
  }
}

function documents(text: string, path: string): unknown[] {
  try {
    return readYaml(text, { coreBooleans: true });
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    throw new Failure(`Error: bad file '${path}': ${error.message}`, 1, true);
  }
}

/** `strenv(NAME)` is a variable's text, `env(NAME)` what that is as YAML. */
function withEnvironment(expression: string, env: Readonly<Record<string, string>>): string {
  return expression.replace(/\b(str)?env\((\w+)\)/g, (_, text: string | undefined, name: string) => {
    const value = env[name];
    if (value === undefined) throw new Failure(`Error: value for env variable '${name}' not provided in env()`, 1, true);
    return JSON.stringify(text === undefined ? (documents(value, name)[0] ?? null) : value);
  });
}

/** jq runs as a process of its own: documents go in and results come out as lines of JSON. */
function* evaluate(call: Call, expression: string, input: readonly unknown[], given: Options): Sys<unknown[]> {
  yield* call.flush();
  const [from, into] = yield* pipe();
  const [output, out] = yield* pipe();
  const [problem, err] = yield* pipe();
  const argv = ['jq', '-c', ...(given.has('n') ? ['-n'] : []), withEnvironment(expression, call.process.env)];
  const pid = yield* spawn({ program: program(jq), argv, fds: { 0: from, 1: out, 2: err } });
  for (const fd of [from, out, err]) yield* close(fd);
  const feeder = yield* spawn({
    program: function* () {
      yield* write(1, input.map((value) => `${JSON.stringify(value ?? null)}\n`).join(''));
      return 0;
    },
    argv: ['yq'],
    fds: { 1: into },
  });
  yield* close(into);
  const text = yield* readAll(output);
  const message = yield* readAll(problem);
  yield* close(output);
  yield* close(problem);
  yield* wait(feeder);
  const ended = yield* wait(pid);
  if ((ended?.code ?? 0) !== 0)
    throw new Failure(
      `Error: ${message
        .trim()
        .replace(/^jq: /, '')
        .replace(/^error(?: \(at <\w+>:\d+\))?: /, '')}`,
      1,
      true,
    );
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
}

function render(values: readonly unknown[], json: boolean, given: Options): string {
  const indent = Number(given.get('I') ?? 2);
  const raw = given.get('r') !== '=false' && given.get('r') !== 'false';
  if (json)
    return values
      .map((value) => `${typeof value === 'string' && given.has('r') && raw ? value : JSON.stringify(value, null, indent)}\n`)
      .join('');
  const glue = values.some((value) => typeof value === 'object' && value !== null) && !given.has('N') ? '---\n' : '';
  return values.map((value) => (typeof value === 'string' && raw ? `${value}\n` : `${yaml(value, 0, indent)}\n`)).join(glue);
}

const PLAIN = /^[A-Za-z_/.<][\w ./@%+<>()=~^$;\u0080-\uffff-]*(?::[\w/.@+-]+)*$/;
/** Words and numbers that YAML would read as something else than a string. */
const SPECIAL = /^(?:~|null|true|false|yes|no|on|off|y|n|\.nan|[-+]?\.inf)$/i;

/** Words that only YAML 1.1 took for booleans: as keys they are as they were. */
const OLD_BOOLEANS = /^(?:yes|no|on|off|y|n)$/i;

const keyText = (key: string): string => (OLD_BOOLEANS.test(key) ? key : scalar(key));

function scalar(value: unknown): string {
  if (typeof value !== 'string') return String(value);
  if (PLAIN.test(value) && !SPECIAL.test(value) && !/\s$|\s#/.test(value) && !/^\.\d/.test(value)) return value;
  return JSON.stringify(value);
}

/** Block style with the keys in their order. */
function yaml(value: unknown, depth: number, indent: number): string {
  const lead = ' '.repeat(depth * indent);
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return value
      .map((item) => {
        const text = yaml(item, depth + 1, indent);
        return `${lead}-${' '.repeat(Math.max(1, indent - 1))}${text.startsWith(' ') ? text.slice((depth + 1) * indent) : text}`;
      })
      .join('\n');
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    if (entries.length === 0) return '{}';
    return entries
      .map(([key, item]) => {
        if (typeof item === 'string' && /\n/.test(item) && !/^\s|[\x00-\x08]/.test(item)) {
          const mark = item.endsWith('\n\n') ? '|+' : item.endsWith('\n') ? '|' : '|-';
          const inner = ' '.repeat((depth + 1) * indent);
          return `${lead}${keyText(key)}: ${mark}\n${item
            .replace(/\n$/, '')
            .split('\n')
            .map((line) => (line === '' ? '' : inner + line))
            .join('\n')}`;
        }
        const text = yaml(item, depth + 1, indent);
        return `${lead}${keyText(key)}:${text.startsWith(' ') || (typeof item === 'object' && item !== null && !/^[[{]/.test(text)) ? `\n${text}` : ` ${text}`}`;
      })
      .join('\n');
  }
  return scalar(value);
}
