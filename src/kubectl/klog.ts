/** Lines of kubectl's own log, on stderr: what -v asks for, and some old flags' warnings. */
import { now, write } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';

/** @param source file and line in kubectl, as the log names them: `helpers.go:719` */
export function* klog(severity: 'I' | 'W' | 'E' | 'F', pid: number, source: string, text: string): Sys<void> {
  const time = new Date(yield* now()).toISOString();
  const day = time.slice(5, 10).replace('-', '');
  yield* write(2, `${severity}${day} ${time.slice(11, 23)}000 ${String(pid).padStart(7)} ${source}] ${text}\n`);
}
