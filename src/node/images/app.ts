/** The program `app`: the behaviour of an image that is all data (`Image.app`). */

import type { Lazy } from '../../kernel/lazy.ts';
import { load, now, write } from '../../kernel/sys.ts';
import type { Program } from '../../kernel/types.ts';
import { awaitSignal, listen } from './daemon.ts';
import type { AppBehaviour } from './image.ts';

/**
 * A program that behaves as described. In its logs `{hostname}` and `{time}` are filled in.
 * @param codeOf the code of a server, loaded before it listens
 */
export function appProgram(behaviour: AppBehaviour, codeOf: (server: string) => Lazy<unknown> | undefined): Program {
  return function* (process) {
    const time = new Date(yield* now()).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
    const fill = (text: string): string => text.replaceAll('{hostname}', process.machine.hostname).replaceAll('{time}', time);
    for (const line of behaviour.logs ?? []) yield* write(1, `${fill(line)}\n`);
    for (const { port, server, args } of behaviour.listen ?? []) {
      const code = codeOf(server);
      if (code) yield* load(code);
      if (yield* listen(port, server, args)) continue;
      yield* write(2, `listen tcp :${port}: bind: address already in use\n`);
      return 1;
    }
    const { exits, stopMs = 0 } = behaviour;
    const signal = yield* awaitSignal(stopMs === null ? [] : ['SIGTERM', 'SIGINT'], exits?.afterMs);
    if (signal === undefined) return exits?.code ?? 0;
    if (stopMs !== null && stopMs > 0) yield { op: 'sleep', ms: stopMs };
    return 0;
  };
}
