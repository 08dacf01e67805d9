/** Compound commands: loops, `select` and `case`. */
import type { ArithmeticExpression, ArithmeticFor, Case, CompoundList, For, Select } from 'unbash';
import { load, readLine, write, yieldNow } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { executeList } from './execute.ts';
import { arithmetic, expandPattern, expandText, expandWords } from './expand.ts';
import { lateCode } from './late.ts';
import { matcher } from './pattern.ts';
import { Leave, type Shell } from './shell.ts';
import { before, trace } from './trace.ts';

/** Runs a condition; failing commands in it end nothing. */
export function* holds(shell: Shell, list: CompoundList): Sys<boolean> {
  shell.tested++;
  try {
    return (yield* executeList(shell, list)) === 0;
  } finally {
    shell.tested--;
  }
}

/** Repeats the body while `next` says so; break and continue count levels. */
export function* loop(shell: Shell, next: () => Sys<boolean>, body: CompoundList): Sys<void> {
  shell.loops++;
  let status = 0;
  try {
    for (;;) {
      yield* yieldNow();
      try {
        if (!(yield* next())) break;
        status = yield* executeList(shell, body);
      } catch (error) {
        if (!(error instanceof Leave) || (error.how !== 'break' && error.how !== 'continue')) throw error;
        if (error.count > 1 && shell.loops > 1) {
          error.count--;
          throw error;
        }
        status = error.status;
        if (error.how === 'break') break;
      }
    }
    shell.status = status;
  } finally {
    shell.loops--;
  }
}

function* isName(shell: Shell, name: string): Sys<boolean> {
  if (/^[a-zA-Z_]\w*$/.test(name)) return true;
  yield* shell.complain(`\`${name}': not a valid identifier`);
  return false;
}

export function* forWords(shell: Shell, node: For): Sys<number> {
  if (!(yield* isName(shell, node.name.value))) return 1;
  const words = node.wordlist ? yield* expandWords(shell, node.wordlist) : [...shell.positional];
  const header = shell.options.has('xtrace')
    ? `for ${node.name.value} in ${node.wordlist ? node.wordlist.map((word) => word.text).join(' ') : '"$@"'}`
    : '';
  let i = 0;
  shell.status = 0;
  yield* loop(
    shell,
    function* () {
      if (i >= words.length) return false;
      yield* before(shell, node, `for ${node.name.value} in ${node.wordlist?.map((word) => word.text).join(' ') ?? '"$@"'}`);
      shell.variables.set(node.name.value, words[i++] as string);
      if (header !== '') yield* trace(shell, header);
      return true;
    },
    node.body,
  );
  return shell.status;
}

export function* forArithmetic(shell: Shell, node: ArithmeticFor): Sys<number> {
  const text = (expression: ArithmeticExpression | undefined): string =>
    expression ? shell.source.slice(expression.pos, expression.end) : '';
  const [initialize, test, update] = [text(node.initialize), text(node.test), text(node.update)];
  const step = function* (expression: string): Sys<bigint> {
    yield* before(shell, node, `((${expression.trim()}))`);
    if (shell.options.has('xtrace')) yield* trace(shell, `(( ${expression.trim()} ))`);
    return yield* arithmetic(shell, expression);
  };
  yield* step(initialize);
  let first = true;
  shell.status = 0;
  yield* loop(
    shell,
    function* () {
      if (!first) yield* step(update);
      first = false;
      return test.trim() === '' || (yield* step(test)) !== 0n;
    },
    node.body,
  );
  return shell.status;
}

export function* select(shell: Shell, node: Select): Sys<number> {
  if (!(yield* isName(shell, node.name.value))) return 1;
  const words = node.wordlist ? yield* expandWords(shell, node.wordlist) : [...shell.positional];
  if (words.length === 0) return 0;
  const menu = (yield* load(lateCode.rare)).selectMenu(words, Number(shell.variables.get('COLUMNS')) || 80);
  let [shown, ended] = [false, false];
  yield* loop(
    shell,
    function* () {
      for (;;) {
        if (!shown) yield* write(2, menu);
        shown = true;
        yield* write(2, shell.variables.get('PS3') ?? '#? ');
        const line = yield* readLine(0);
        if (line === null) {
          yield* write(1, '\n');
          ended = true;
          return false;
        }
        const reply = line.replace(/\n$/, '');
        shell.variables.set('REPLY', reply);
        shown = reply !== '';
        if (reply === '') continue;
        shell.variables.set(node.name.value, words[Number(reply) - 1] ?? '');
        return true;
      }
    },
    node.body,
  );
  return ended ? 1 : shell.status;
}

export function* caseCommand(shell: Shell, node: Case): Sys<number> {
  yield* before(shell, node, `case ${node.word.text} in `);
  const text = yield* expandText(shell, node.word);
  if (shell.options.has('xtrace')) yield* trace(shell, `case ${node.word.text} in`);
  let fall = false;
  shell.status = 0;
  for (const item of node.items) {
    let hit = fall;
    for (const pattern of hit ? [] : item.pattern) {
      if (matcher(yield* expandPattern(shell, pattern), { ignoreCase: shell.shopts.has('nocasematch') })(text)) {
        hit = true;
        break;
      }
    }
    if (!hit) continue;
    shell.status = 0;
    yield* executeList(shell, item.body);
    if (item.terminator !== ';&' && item.terminator !== ';;&') break;
    fall = item.terminator === ';&';
  }
  return shell.status;
}
