/** curlimages/curl, which brings one program and expects its arguments. */
import type { Process, Program, Sys } from '../../kernel/types.ts';
import { exec } from './daemon.ts';

/** The image's entrypoint: a first word that is no program is taken as curl's arguments. */
function* entrypoint(process: Process): Sys<number> {
  const args = process.argv.slice(1);
  const direct = args[0] !== undefined && !args[0].startsWith('-') && process.machine.program(args[0]) !== undefined;
  return yield* exec(process, direct ? args : ['curl', ...args]);
}

export const programs: Readonly<Record<string, Program>> = { '/entrypoint.sh': entrypoint };
