/** Command line options as getopt_long reads them, with its messages. */
import { type Call, Failure, HELP } from './tool.ts';

export interface Options {
  readonly operands: readonly string[];
  /** Was the option given? */
  has(name: string): boolean;
  /** Its last argument. */
  get(name: string): string | undefined;
  /** Its arguments in order. */
  all(name: string): readonly string[];
  /** All options in order, as [key, argument]. */
  readonly given: readonly (readonly [string, string])[];
}

export interface OptionRules {
  /** Exit code of a usage error. */
  readonly code?: number;
  /** Options end at the first operand (env, xargs, timeout). */
  readonly stop?: boolean;
  /** `-5` is this option with the argument 5. */
  readonly digits?: string;
  /** What follows the first line of a usage error, instead of `Try ...`. */
  readonly hint?: string;
  /** Arguments to read instead of the call's. */
  readonly args?: readonly string[];
}

/**
 * @param spec options apart by spaces: names apart by commas, the first is the key; `:` takes an argument, `::` may take one.
 *   `n,lines: c,bytes: q,quiet,silent color::`
 */
export function options(call: Call, spec: string, rules: OptionRules = {}): Options {
  const kinds = new Map<string, { key: string; argument: '' | ':' | '::' }>();
  for (const item of spec.split(' ').filter(Boolean)) {
    const [, names = '', argument = ''] = /^(.*?)(:{0,2})$/.exec(item) as RegExpExecArray;
    const [key = ''] = names.split(',');
    for (const name of names.split(',')) kinds.set(name, { key, argument: argument as '' | ':' | '::' });
  }
  const given: [string, string][] = [];
  const operands: string[] = [];
  // The C library words these messages: musl's own way, in Alpine, or as GNU's.
  const musl = call.busybox && call.process.machine.files.exists('/etc/alpine-release');
  const fail = (message: string): never => {
    throw new Failure(usageError(call, message, rules.hint), rules.code ?? 1);
  };
  const args = rules.args ?? call.args;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (arg === '--') {
      operands.push(...args.slice(i + 1));
      break;
    }
    if (arg === '-' || !arg.startsWith('-')) {
      operands.push(arg);
      if (!rules.stop) continue;
      operands.push(...args.slice(i + 1));
      break;
    }
    if (rules.digits && /^-\d+$/.test(arg)) {
      given.push([rules.digits, arg.slice(1)]);
      continue;
    }
    if (arg.startsWith('--')) {
      const [, name = '', , value] = /^--([^=]*)(=([^]*))?$/.exec(arg) as RegExpExecArray;
      const found = kinds.has(name) && name.length > 1 ? [name] : [...kinds.keys()].filter((key) => key.length > 1 && key.startsWith(name));
      const keys = new Set(found.map((key) => kinds.get(key)?.key));
      if (keys.size > 1) fail(`option '--${name}' is ambiguous; possibilities: ${found.map((key) => `'--${key}'`).join(' ')}`);
      const kind = kinds.get(found[0] ?? '');
      if (!kind) {
        if (name === 'help') throw new Help(call, HELP);
        if (name === 'version')
          throw new Help(
            call,
            call.busybox ? 'BusyBox v1.37.0 multi-call binary.\n' : `${call.name} (GNU ${VERSIONS[call.name] ?? 'coreutils) 9.4'}\n`,
          );
        fail(musl ? `unrecognized option: ${name}` : `unrecognized option '${arg.replace(/=.*$/s, '')}'`);
        continue;
      }
      if (kind.argument === '' && value !== undefined) fail(`option '--${found[0]}' doesn't allow an argument`);
      if (kind.argument === ':' && value === undefined && i + 1 >= args.length) fail(`option '--${found[0]}' requires an argument`);
      given.push([kind.key, kind.argument === ':' && value === undefined ? (args[++i] as string) : (value ?? '')]);
      continue;
    }
    for (let at = 1; at < arg.length; at++) {
      const letter = arg[at] as string;
      const kind = kinds.get(letter);
      if (!kind) {
        fail(musl ? `unrecognized option: ${letter}` : `invalid option -- '${letter}'`);
        break;
      }
      if (kind.argument === '') {
        given.push([kind.key, '']);
        continue;
      }
      const attached = arg.slice(at + 1);
      if (attached === '' && kind.argument === ':' && i + 1 >= args.length)
        fail(musl ? `option requires an argument: ${letter}` : `option requires an argument -- '${letter}'`);
      given.push([kind.key, attached !== '' || kind.argument === '::' ? attached : (args[++i] as string)]);
      break;
    }
  }
  return {
    operands,
    given,
    has: (name) => given.some(([key]) => key === name),
    get: (name) => given.findLast(([key]) => key === name)?.[1],
    all: (name) => given.filter(([key]) => key === name).map(([, value]) => value),
  };
}

/** `--help` and `--version`: text on standard output, exit code 0. */
class Help extends Failure {
  constructor(call: Call, text: typeof HELP | string) {
    call.put(text);
    super('', 0);
  }
}

/** The message of a wrong use, with the line that says where help is. */
export function usageError(call: Call, message: string, hint?: string): string {
  if (call.busybox) return `${message}\nBusyBox v1.37.0 multi-call binary.\n\n${HELP}`;
  return `${message}\n${hint ?? `Try '${call.name} --help' for more information.`}`;
}

/** Ends the tool for want of an operand, as GNU tools say it. */
export function missingOperand(call: Call, after?: string, code = 1): Failure {
  return new Failure(usageError(call, after === undefined ? 'missing operand' : `missing operand after ${call.quote(after)}`), code);
}

export function extraOperand(call: Call, operand: string, code = 1): Failure {
  return new Failure(usageError(call, `extra operand ${call.quote(operand)}`), code);
}

/** Of what is not from the coreutils. */
const VERSIONS: Readonly<Record<string, string>> = {
  sed: 'sed) 4.9',
  grep: 'grep) 3.11',
  egrep: 'grep) 3.11',
  fgrep: 'grep) 3.11',
  find: 'findutils) 4.9.0',
  xargs: 'findutils) 4.9.0',
  diff: 'diffutils) 3.10',
  cmp: 'diffutils) 3.10',
  tar: 'tar) 1.35',
};

const MULTIPLIERS: Readonly<Record<string, number>> = {
  b: 512,
  K: 1024,
  k: 1024,
  KiB: 1024,
  kB: 1000,
  KB: 1000,
  M: 1024 ** 2,
  MiB: 1024 ** 2,
  MB: 1e6,
  G: 1024 ** 3,
  GB: 1e9,
  T: 1024 ** 4,
};

/** A count with a size suffix (`10`, `2k`, `1M`); undefined when it is none. */
export function parseCount(text: string): number | undefined {
  const match = /^(\d+)([a-zA-Z]*)$/.exec(text);
  if (!match) return undefined;
  const unit = match[2] === '' ? 1 : MULTIPLIERS[match[2] as string];
  return unit === undefined ? undefined : Number(match[1]) * unit;
}
