/** set, shopt, shift: options and positional parameters. */
import { load, write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { lateCode } from '../late.ts';
import { quotedIfNeeded } from '../quote.ts';
import { optionName, SET_OPTIONS, type Shell } from '../shell.ts';
import { armSignals } from '../signals.ts';

export function* set(shell: Shell, argv: string[]): Sys<number> {
  if (argv.length === 1) {
    for (const name of shell.variables.names()) {
      const variable = shell.variables.raw(name);
      if (variable?.items)
        yield* write(
          1,
          `${name}=(${shell.variables
            .keys(name)
            .map((key) => `[${key}]="${variable.items?.get(key)}"`)
            .join(' ')})\n`,
        );
      else if (variable?.text !== undefined) yield* write(1, `${name}=${quotedIfNeeded(variable.text)}\n`);
    }
    if (shell.dialect === 'bash' && shell.functions.size > 0) {
      const { functionText } = yield* load(lateCode.functionText);
      for (const name of [...shell.functions.keys()].sort()) yield* write(1, `${functionText(shell.functions.get(name)?.text ?? '')}\n`);
    }
    return 0;
  }
  let i = 1;
  for (; i < argv.length; i++) {
    const word = argv[i] as string;
    if (word === '--' || word === '-') {
      if (word === '-') for (const name of ['xtrace', 'verbose']) yield* setOption(shell, name, false);
      if (word === '--' || i + 1 < argv.length) shell.positional = argv.slice(i + 1);
      return 0;
    }
    if (!/^[-+]./.test(word)) break;
    const on = word.startsWith('-');
    for (const letter of word.slice(1)) {
      if (letter === 'o') {
        const name = argv[i + 1];
        if (name === undefined || /^[-+]/.test(name)) {
          yield* listOptions(shell, on);
          continue;
        }
        i++;
        if (!SET_OPTIONS.includes(name) || (name === 'pipefail' && shell.dialect === 'dash')) {
          yield* shell.complain(`set: ${name}: invalid option name`);
          shell.endScript();
          return 2;
        }
        yield* setOption(shell, name, on);
        continue;
      }
      const name = optionName(letter);
      if (!name) {
        yield* shell.complain(`set: ${word.slice(0, 1)}${letter}: invalid option`);
        shell.endScript();
        if (shell.dialect === 'bash') yield* write(2, 'set: usage: set [-abefhkmnptuvxBCEHPT] [-o option-name] [--] [-] [arg ...]\n');
        return 2;
      }
      yield* setOption(shell, name, on);
    }
  }
  if (i < argv.length) shell.positional = argv.slice(i);
  return 0;
}

function* setOption(shell: Shell, name: string, on: boolean): Sys<void> {
  if (on) shell.options.add(name);
  else shell.options.delete(name);
  if (on && (name === 'vi' || name === 'emacs')) shell.options.delete(name === 'vi' ? 'emacs' : 'vi');
  if (name !== 'monitor') return;
  if (!shell.interactive) shell.jobControl = on;
  yield* armSignals(shell);
}

function* listOptions(shell: Shell, table: boolean): Sys<void> {
  for (const name of SET_OPTIONS) {
    const on = shell.options.has(name);
    yield* write(1, table ? `${name.padEnd(15)}\t${on ? 'on' : 'off'}\n` : `set ${on ? '-' : '+'}o ${name}\n`);
  }
}

const SHOPTS = [
  'autocd',
  'assoc_expand_once',
  'cdable_vars',
  'cdspell',
  'checkhash',
  'checkjobs',
  'checkwinsize',
  'cmdhist',
  'compat31',
  'compat32',
  'compat40',
  'compat41',
  'compat42',
  'compat43',
  'compat44',
  'complete_fullquote',
  'direxpand',
  'dirspell',
  'dotglob',
  'execfail',
  'expand_aliases',
  'extdebug',
  'extglob',
  'extquote',
  'failglob',
  'force_fignore',
  'globasciiranges',
  'globskipdots',
  'globstar',
  'gnu_errfmt',
  'histappend',
  'histreedit',
  'histverify',
  'hostcomplete',
  'huponexit',
  'inherit_errexit',
  'interactive_comments',
  'lastpipe',
  'lithist',
  'localvar_inherit',
  'localvar_unset',
  'login_shell',
  'mailwarn',
  'no_empty_cmd_completion',
  'nocaseglob',
  'nocasematch',
  'noexpand_translation',
  'nullglob',
  'patsub_replacement',
  'progcomp',
  'progcomp_alias',
  'promptvars',
  'restricted_shell',
  'shift_verbose',
  'sourcepath',
  'varredir_close',
  'xpg_echo',
];

export function* shopt(shell: Shell, argv: string[]): Sys<number> {
  let i = 1;
  let flags = '';
  for (; /^-./.test(argv[i] ?? '') && argv[i] !== '--'; i++) flags += (argv[i] as string).slice(1);
  const bad = [...flags].find((flag) => !'pqsuo'.includes(flag));
  if (bad !== undefined) {
    yield* shell.complain(`shopt: -${bad}: invalid option`);
    yield* write(2, 'shopt: usage: shopt [-pqsu] [-o] [optname ...]\n');
    return 2;
  }
  const names = argv.slice(argv[i] === '--' ? i + 1 : i);
  const [known, store] = flags.includes('o') ? [SET_OPTIONS, shell.options] : [SHOPTS, shell.shopts];
  let code = 0;
  for (const name of names.length > 0 ? names : known) {
    if (!known.includes(name)) {
      yield* shell.complain(`shopt: ${name}: invalid shell option name`);
      code = 1;
    } else if (flags.includes('s') && names.length > 0) {
      store.add(name);
    } else if (flags.includes('u') && names.length > 0) {
      store.delete(name);
    } else {
      const on = store.has(name);
      if (names.length > 0 && !on) code = 1;
      if (names.length === 0 && ((flags.includes('s') && !on) || (flags.includes('u') && on))) continue;
      if (flags.includes('p')) yield* write(1, `shopt ${on ? '-s' : '-u'} ${name}\n`);
      else if (!flags.includes('q')) yield* write(1, `${name.padEnd(15)}\t${on ? 'on' : 'off'}\n`);
    }
  }
  return code;
}

export function* shift(shell: Shell, argv: string[]): Sys<number> {
  const count = Number(argv[1] ?? 1);
  if (!Number.isInteger(count)) {
    yield* shell.complain(`shift: ${argv[1]}: numeric argument required`);
    return 1;
  }
  if (count < 0) {
    yield* shell.complain(`shift: ${argv[1]}: shift count out of range`);
    return 1;
  }
  if (count > shell.positional.length) {
    if (shell.dialect !== 'dash') return 1;
    yield* shell.complain("shift: can't shift that many");
    shell.endScript();
  }
  shell.positional = shell.positional.slice(count);
  return 0;
}
