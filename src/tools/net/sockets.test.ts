import { describe, expect, it } from 'vitest';
import { runTool } from '../tools.testing.ts';

const open = [
  { port: 53, protocol: 'UDP' },
  { port: 8080, protocol: 'TCP', pid: 1 },
  { port: 80, protocol: 'TCP' },
];
const shown = (line: string, busybox = false): string[] =>
  runTool(line, { busybox, devices: { network: () => open } })
    .out.replace(/ +$/gm, '')
    .split('\n')
    .slice(0, -1);

describe('netstat and ss', () => {
  it('list who listens, with the programs that can be seen', () => {
    expect(shown('netstat -tlnp')).toEqual([
      'Active Internet connections (only servers)',
      'Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name',
      'tcp        0      0 127.0.0.1:80            0.0.0.0:*               LISTEN      -',
      'tcp        0      0 127.0.0.1:8080          0.0.0.0:*               LISTEN      1/netstat',
    ]);
    expect(shown('netstat -ua', true).slice(2)).toEqual(['udp        0      0 127.0.0.1:53            0.0.0.0:*']);
    expect(shown('netstat -n').slice(2)).toEqual([]);
    expect(shown('ss -tlnp')).toEqual([
      'State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess',
      'LISTEN 0      511        127.0.0.1:80        0.0.0.0:*',
      'LISTEN 0      511        127.0.0.1:8080      0.0.0.0:*    users:(("ss",pid=1,fd=6))',
    ]);
    expect(shown('ss -uln')[1]).toBe('UNCONN 0      0          127.0.0.1:53        0.0.0.0:*');
  });
});
