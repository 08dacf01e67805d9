/** man and apropos: how the programs here are used. */
import { close, dup, isatty, pipe, spawn, wait } from '../kernel/sys.ts';
import { manualOf, apropos as search } from './manual.ts';
import { options } from './options.ts';
import { Failure, type Tool } from './tool.ts';

/** A terminal gets it by the screenful, as long as it takes more than one. */
export const man: Tool = function* (call) {
  if (!(yield* isatty(1)) || !call.process.machine.program('less')) return yield* pages(call);
  const [reader, writer] = yield* pipe();
  const pager = yield* spawn({ program: 'less', argv: ['less', '-F'], fds: { 0: reader, 1: 1, 2: 2 } });
  yield* close(reader);
  const terminal = yield* dup(1);
  yield* dup(writer, 1);
  yield* close(writer);
  const code = yield* pages(call);
  yield* call.flush();
  yield* dup(terminal, 1);
  yield* close(terminal);
  yield* wait(pager);
  return code;
};

const pages: Tool = function* (call) {
  const given = options(call, 'k,apropos f,whatis a P: w');
  // A section number before the name: man 1 ls.
  const names = given.operands.length > 1 && /^\d$/.test(given.operands[0] ?? '') ? given.operands.slice(1) : given.operands;
  if (names.length === 0) throw new Failure("What manual page do you want?\nFor example, try 'man ls'.", 1, true);
  let code = 0;
  for (const name of names) {
    if (given.has('k')) {
      const found = search(name);
      if (found.length > 0) call.put(found.map((line) => `${line}\n`).join(''));
      else {
        yield* call.note(`${name}: nothing appropriate.\n`);
        code = 16;
      }
      continue;
    }
    const page = manualOf(name);
    if (page !== undefined) {
      call.put(page);
      continue;
    }
    yield* call.flush();
    // Programs that explain themselves: kubectl, minikube, those of an image.
    if (call.process.machine.program(name)) {
      const pid = yield* spawn({ program: name, argv: [name, '--help'] });
      yield* wait(pid);
      continue;
    }
    yield* call.note(`No manual entry for ${name}\n`);
    code = 16;
  }
  return code;
};

export const apropos: Tool = function* (call) {
  const { operands } = options(call, 'a e r');
  if (operands.length === 0) throw new Failure('apropos what?', 1, true);
  const found = operands.flatMap(search);
  if (found.length === 0) throw new Failure(`${operands[0]}: nothing appropriate.`, 16, true);
  call.put(found.map((line) => `${line}\n`).join(''));
  return 0;
};
