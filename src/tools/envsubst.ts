/** envsubst: $NAME and ${NAME} in a text become what the environment says. */
import { readAll } from '../kernel/sys.ts';
import { options } from './options.ts';
import type { Tool } from './tool.ts';

const VARIABLE = /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g;

export const envsubst: Tool = function* (call) {
  const given = options(call, 'v,variables');
  const [format] = given.operands;
  const names = format === undefined ? undefined : [...format.matchAll(VARIABLE)].map(([, braced, plain]) => braced ?? plain ?? '');
  if (given.has('v')) {
    call.put([...new Set(names ?? [])].map((name) => `${name}\n`).join(''));
    return 0;
  }
  const { env } = call.process;
  const text = yield* readAll(0);
  call.put(
    text.replace(VARIABLE, (all, braced?: string, plain?: string) => {
      const name = braced ?? plain ?? '';
      return names && !names.includes(name) ? all : (env[name] ?? '');
    }),
  );
  return 0;
};
