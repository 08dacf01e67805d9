/** The programs that come with a shell: itself, and those of its builtins that also exist as programs (`xargs echo`, `kubectl exec POD -- echo`). */
import type { Program } from '../kernel/types.ts';
import { builtins } from './builtins/index.ts';
import { BUILTIN_PROGRAMS, SHELLS } from './names.ts';
import { ash, bash, dash } from './sh.ts';
import { type Dialect, Shell } from './shell.ts';
import { withSignals } from './signals.ts';
import { toTheEnd } from './subshell.ts';

function programOf(name: string, dialect: Dialect): Program {
  return (process) => {
    const shell = new Shell(process, dialect);
    const builtin = builtins[name];
    return withSignals(
      shell,
      toTheEnd(shell, () => (builtin as NonNullable<typeof builtin>)(shell, [name, ...process.argv.slice(1)])),
    );
  };
}

/**
 * By name, for a machine of that kind: `bash` for the laptop (where `sh` is bash's too), `dash` for Debian images (with bash
 * beside it as `bash`), `ash` for busybox and Alpine (no bash).
 */
export function shellPrograms(dialect: Dialect): Record<string, Program> {
  const sh = { bash, dash, ash }[dialect];
  const shells = Object.fromEntries(SHELLS[dialect].map((name) => [name, name === 'bash' ? bash : sh]));
  const tools = Object.fromEntries(BUILTIN_PROGRAMS.map((name) => [name, programOf(name, dialect === 'ash' ? 'ash' : 'bash')]));
  return { ...shells, ...tools };
}
