/** declare, local, export, readonly, unset. */
import { load, write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { type AssignedValue, assign } from '../assign.ts';
import { lateCode } from '../late.ts';
import { parseWord } from '../parse.ts';
import { doubleQuoted, quoted } from '../quote.ts';
import type { Shell } from '../shell.ts';
import { ReadonlyError, type Variable } from '../variables.ts';

type Arg = string | AssignedValue;

const FLAG_LETTERS = 'xriluctn';

/** `declare -ax NAME=([0]="a")`, as `declare -p` prints. */
export function declarationOf(shell: Shell, name: string): string {
  const variable = shell.variables.raw(name);
  const flags = (variable?.kind === 'list' ? 'a' : variable?.kind === 'map' ? 'A' : '') + order(variable?.flags ?? '');
  const head = `declare -${flags || '-'} ${name}`;
  if (variable?.items) {
    const map = variable.kind === 'map';
    const items = shell.variables
      .keys(name)
      .map((key) => `[${map && !/^[\w.-]+$/.test(key) ? doubleQuoted(key) : key}]=${doubleQuoted(variable.items?.get(key) ?? '')}`);
    return `${head}=(${items.join(' ')}${map && items.length > 0 ? ' ' : ''})`;
  }
  return variable?.text === undefined ? head : `${head}=${doubleQuoted(variable.text)}`;
}

function order(flags: string): string {
  return [...'inrtxclu'].filter((flag) => flags.includes(flag)).join('');
}

interface Parsed {
  add: string;
  remove: string;
  kind: Variable['kind'] | undefined;
  removedKind: string;
  print: boolean;
  functions: boolean;
  functionNames: boolean;
  global: boolean;
  unset: boolean;
  rest: Arg[];
}

/** The options of those that do not take all of declare's, and whether `+` may stand for `-`. */
const OWN_FLAGS: Readonly<Record<string, string>> = { export: 'fnp', readonly: 'aAfp' };

function parseFlags(args: readonly Arg[]): Parsed | string {
  const own = OWN_FLAGS[String(args[0])];
  const out: Parsed = {
    add: '',
    remove: '',
    kind: undefined,
    removedKind: '',
    print: false,
    functions: false,
    functionNames: false,
    global: false,
    unset: false,
    rest: [],
  };
  let i = 1;
  for (; i < args.length; i++) {
    const word = args[i] as Arg;
    if (typeof word !== 'string' || !(own === undefined ? /^[-+]./ : /^-./).test(word)) break;
    if (word === '--') {
      i++;
      break;
    }
    for (const flag of word.slice(1)) {
      if (own !== undefined && !own.includes(flag)) return `-${flag}: invalid option`;
      if (FLAG_LETTERS.includes(flag)) out[word.startsWith('-') ? 'add' : 'remove'] += flag;
      else if ((flag === 'a' || flag === 'A') && word.startsWith('+')) out.removedKind += flag;
      else if (flag === 'a' || flag === 'A') out.kind = flag === 'a' ? 'list' : 'map';
      else if (flag === 'p') out.print = true;
      else if (flag === 'f') out.functions = true;
      else if (flag === 'F') out.functions = out.functionNames = true;
      else if (flag === 'g') out.global = true;
      else if (flag !== 'I') return `${word.slice(0, 1)}${flag}: invalid option`;
    }
  }
  out.rest = args.slice(i);
  return out;
}

export function* declare(shell: Shell, args: string[]): Sys<number> {
  return yield* declaring(shell, args, shell.variables.frames.length > 0 ? 'local' : 'global');
}

export function* local(shell: Shell, args: string[]): Sys<number> {
  if (shell.variables.frames.length === 0) {
    yield* shell.complain('local: can only be used in a function');
    shell.endScript();
    return 1;
  }
  return yield* declaring(shell, args, 'local');
}

export function* readonly(shell: Shell, args: string[]): Sys<number> {
  return yield* declaring(shell, args, 'global', 'r');
}

export function* exportBuiltin(shell: Shell, args: string[]): Sys<number> {
  const plain = args.filter((arg) => arg !== '-p');
  if (/^-n?f$|^-fn$/.test(args[1] ?? '') && args.length > 2) {
    let code = 0;
    for (const name of args.slice(2)) {
      if (!shell.functions.has(name)) {
        yield* shell.complain(`export: ${name}: not a function`);
        code = 1;
      } else if ((args[1] as string).includes('n')) shell.exportedFunctions.delete(name);
      else shell.exportedFunctions.add(name);
    }
    return code;
  }
  if (args[1] === '-n') {
    for (const arg of args.slice(2) as Arg[]) {
      const name = typeof arg === 'string' ? arg : arg.name;
      if (typeof arg !== 'string') yield* assign(shell, arg);
      shell.variables.declare(name, { remove: 'x' });
    }
    return 0;
  }
  return yield* declaring(shell, plain, 'global', 'x');
}

const DECLARE = '[-aAfFgiIlnrtux] [name[=value] ...] or declare -p [-aAfFilnrtux] [name ...]';
const USAGE: Readonly<Record<string, string>> = {
  declare: `declare ${DECLARE}`,
  typeset: 'typeset [-aAfFgiIlnrtux] name[=value] ... or typeset -p [-aAfFilnrtux] [name ...]',
  export: 'export [-fn] [name[=value] ...] or export -p',
  readonly: 'readonly [-aAf] [name[=value] ...] or readonly -p',
  local: 'local [option] name[=value] ...',
};

function* declaring(shell: Shell, args: readonly Arg[], scope: 'local' | 'global', always = ''): Sys<number> {
  const name = String(args[0]);
  const parsed = parseFlags(args);
  if (typeof parsed === 'string') {
    yield* shell.complain(`${name}: ${parsed}`);
    if (shell.dialect === 'bash') yield* write(2, `${name}: usage: ${USAGE[name] ?? name}\n`);
    return 2;
  }
  if (parsed.functions) return yield* printFunctions(shell, name, parsed);
  if (parsed.rest.length === 0 || parsed.print) return yield* printVariables(shell, name, parsed, always);
  let code = 0;
  for (const arg of parsed.rest) {
    const frame = shell.variables.frames.at(-1);
    if (name === 'local' && arg === '-' && frame) {
      frame.options ??= [...shell.options];
      continue;
    }
    const value = typeof arg === 'string' ? fromText(arg) : arg;
    const target = value?.name ?? String(arg);
    const item = always !== '' && value?.index !== undefined;
    if (item || !/^[a-zA-Z_]\w*$/.test(target)) {
      yield* shell.complain(
        `${name}: \`${item ? `${value.name}[${value.index?.text}]` : typeof arg === 'string' ? arg : arg.name}': not a valid identifier`,
      );
      shell.endScript();
      code = 1;
      continue;
    }
    if (/^[aA]+$/.test(parsed.removedKind) && (shell.variables.find(target)?.kind ?? 'text') !== 'text') {
      yield* shell.complain(`${name}: ${target}: cannot destroy array variables in this way`);
      code = 1;
      continue;
    }
    if (scope === 'global' && parsed.add.includes('n') && value?.text === target) {
      yield* shell.complain(`${name}: ${target}: nameref variable self references not allowed`);
      code = 1;
      continue;
    }
    if (scope === 'local' && !parsed.global) shell.variables.local(target);
    const add = (parsed.add + always).replace('r', '');
    const before = shell.variables.find(target)?.kind;
    if ((parsed.kind === 'map' && before === 'list') || (parsed.kind === 'list' && before === 'map')) {
      const [from, to] = before === 'list' ? ['indexed', 'associative'] : ['associative', 'indexed'];
      yield* shell.complain(`${name}: ${target}: cannot convert ${from} to ${to} array`);
      code = 1;
      continue;
    }
    const kind = parsed.kind ?? (value?.elements && (shell.variables.find(target)?.kind ?? 'text') === 'text' ? 'list' : undefined);
    shell.variables.declare(target, { add, remove: parsed.remove, ...(kind ? { kind } : {}) });
    if (value && (value.text !== undefined || value.elements)) {
      if (parsed.add.includes('n')) shell.variables.restore(target, { kind: 'text', flags: 'n', text: value.text });
      else if (kind === 'list' && value.text !== undefined && !value.index)
        yield* assign(shell, fromText(`${target}=${value.text}`) ?? value);
      else yield* assign(shell, value);
    }
    if ((parsed.add + always).includes('r')) shell.variables.declare(target, { add: 'r' });
  }
  return code;
}

/** `name`, `name=value`, `name+=value`, `name[i]=value` from a plain word, or undefined. An array in quotes is parsed as bash does. */
function fromText(text: string): AssignedValue | undefined {
  const match = /^([a-zA-Z_]\w*)(?:\[([^\]]*)\])?(?:(\+?)=([^]*))?$/.exec(text);
  if (!match) return undefined;
  const base = { name: match[1] as string, append: match[3] === '+', ...(match[2] === undefined ? {} : { index: parseWord(match[2]) }) };
  return match[4] === undefined ? base : { ...base, text: match[4] };
}

function* printVariables(shell: Shell, command: string, parsed: Parsed, always: string): Sys<number> {
  const wanted = parsed.add + always;
  let code = 0;
  const names = parsed.rest.map((arg) => (typeof arg === 'string' ? arg : arg.name));
  const own = command === 'local' ? shell.variables.frames.at(-1)?.hidden : undefined;
  for (const name of names.length > 0 ? names : shell.variables.names().filter((one) => own?.has(one) ?? true)) {
    const variable = shell.variables.raw(name);
    if (!variable) {
      yield* shell.complain(`${command}: ${name}: not found`);
      code = 1;
      continue;
    }
    if (
      names.length === 0 &&
      ([...wanted].some((flag) => !variable.flags.includes(flag)) || (parsed.kind && variable.kind !== parsed.kind))
    )
      continue;
    if (shell.dialect !== 'bash' && always) yield* write(1, `${command} ${name}=${quoted(variable.text ?? '')}\n`);
    else if (names.length > 0 || parsed.print || wanted || parsed.kind) yield* write(1, `${declarationOf(shell, name)}\n`);
    else if (variable.text !== undefined) yield* write(1, `${name}=${variable.text}\n`);
  }
  return code;
}

function* printFunctions(shell: Shell, command: string, parsed: Parsed): Sys<number> {
  if (command === 'readonly') for (const name of parsed.rest.map(String)) if (shell.functions.has(name)) shell.readonlyFunctions.add(name);
  if (command === 'readonly') return 0;
  const names = parsed.rest.map(String);
  let code = 0;
  for (const name of names.length > 0 ? names : [...shell.functions.keys()].sort()) {
    const known = shell.functions.get(name);
    if (!known) code = 1;
    else if (parsed.functionNames) yield* write(1, names.length > 0 ? `${name}\n` : `declare -f ${name}\n`);
    else yield* write(1, `${(yield* load(lateCode.functionText)).functionText(known.text)}\n`);
  }
  return code;
}

export function* unset(shell: Shell, args: string[]): Sys<number> {
  let what: Unset = 'any';
  let code = 0;
  let i = 1;
  let flags = '';
  for (; /^-./.test(args[i] ?? '') && args[i] !== '--'; i++) flags += (args[i] as string).slice(1);
  const bad = [...flags].find((flag) => !'fvn'.includes(flag));
  if (bad !== undefined) {
    yield* shell.complain(`unset: -${bad}: invalid option`);
    if (shell.dialect === 'bash') yield* write(2, 'unset: usage: unset [-f] [-v] [-n] [name ...]\n');
    return 2;
  }
  if (flags.includes('f') && flags.includes('v')) {
    yield* shell.complain('unset: cannot simultaneously unset a function and a variable');
    return 1;
  }
  for (const flag of flags) what = flag === 'v' ? 'variable' : flag === 'f' ? 'function' : 'reference';
  for (const arg of args.slice(args[i] === '--' ? i + 1 : i)) {
    const refusal = refusalToUnset(shell, arg, what);
    if (refusal === '') continue;
    yield* shell.complain(`unset: ${refusal}`);
    shell.endScript();
    code = 1;
  }
  return code;
}

type Unset = 'any' | 'variable' | 'function' | 'reference';

/** Unsets a variable, an item of one or a function; why not, or ''. */
function refusalToUnset(shell: Shell, arg: string, what: Unset): string {
  const item = /^(\w+)\[(.*)\]$/.exec(arg);
  if (what === 'function') {
    if (shell.readonlyFunctions.has(arg)) return `${arg}: cannot unset: readonly function`;
    shell.functions.delete(arg);
    return '';
  }
  if (!item && !/^[a-zA-Z_]\w*$/.test(arg)) {
    if (what === 'any' && shell.dialect === 'bash') shell.functions.delete(arg);
    return what === 'any' && shell.dialect === 'bash' ? '' : `\`${arg}': not a valid identifier`;
  }
  try {
    if (item) {
      const [, name, index] = item as unknown as [string, string, string];
      if (index === '@' || index === '*') shell.variables.unset(name);
      else shell.variables.unsetItem(name, shell.subscript(name, index));
    } else if (!shell.variables.unset(arg, what === 'reference') && what === 'any') shell.functions.delete(arg);
    return '';
  } catch (error) {
    if (!(error instanceof ReadonlyError)) throw error;
    return error.message;
  }
}
