import { expect, it } from 'vitest';
import { testMachine } from '../shell/shell.testing.ts';
import { runTool } from './tools.testing.ts';

it("ps takes the letters and columns that are asked for, in GNU's and busybox's manner", () => {
  const run = (line: string) => testMachine().run(['bash', '-c', `${line}; true`]).out;
  expect(run('ps -eo pid,comm')).toBe('    PID COMMAND\n      1 bash\n      2 ps\n');
  expect(run('ps -C nope > /dev/null || echo none')).toBe('none\n');
  const busybox = (line: string) => runTool(line, { busybox: true, env: { USER: 'root' } });
  expect(busybox('ps -ef').out).toBe('PID   USER     TIME  COMMAND\n    1 root      0:00 ps -ef\n');
  expect(busybox('ps -o pid,comm').out).toBe('PID   COMMAND\n    1 ps\n');
  expect(busybox('ps -o nope').err).toMatch(/^ps: bad -o argument 'nope', supported arguments: user,group,comm/);
});
