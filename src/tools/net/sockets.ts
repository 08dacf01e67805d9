/** netstat and ss: who listens on which port. Connections here last no longer than a request, so none is ever found open. */
import { device, files, processes } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { OpenPort } from '../../network/types.ts';
import { options } from '../options.ts';
import type { Call, Tool } from '../tool.ts';

interface Socket extends OpenPort {
  readonly local: string;
  /** The process that listens, where this machine can see it. */
  readonly argv: readonly string[] | undefined;
}

/** The ports that are open, lowest first; of the protocols that are asked for, or both. */
function* sockets(call: Call, wanted: { readonly tcp: boolean; readonly udp: boolean }, numeric: boolean): Sys<Socket[]> {
  const open = yield* device<readonly OpenPort[]>('network', { op: 'listeners' });
  const running = yield* processes();
  const names = numeric ? new Map<string, string>() : yield* services();
  const address = call.process.machine.id === 'laptop' ? '127.0.0.1' : '0.0.0.0';
  return open
    .filter(({ protocol }) => (wanted.tcp === wanted.udp ? true : wanted.tcp === (protocol === 'TCP')))
    .sort((a, b) => (a.protocol === b.protocol ? a.port - b.port : a.protocol === 'TCP' ? -1 : 1))
    .map((one) => ({
      ...one,
      local: `${address}:${names.get(`${one.port}/${one.protocol.toLowerCase()}`) ?? one.port}`,
      argv: running.find(({ pid }) => pid === one.pid)?.argv,
    }));
}

/** The names of ports, as /etc/services has them: `80/tcp` is http. */
function* services(): Sys<Map<string, string>> {
  const text = yield* files((fs) => fs.stat('/etc/services')?.text ?? '');
  return new Map([...text.matchAll(/^(\S+)\s+(\d+\/\w+)/gm)].map(([, name = '', port = '']) => [port, name]));
}

const nameOf = (argv: readonly string[]): string => (argv[0] ?? '').replace(/^.*\/|:$/g, '');

export const netstat: Tool = function* (call) {
  const given = options(call, 'a,all l,listening t,tcp u,udp n,numeric p,programs,program W,wide e,extend w x 4 6 c v o i s');
  const title = given.has('a') ? '(servers and established)' : given.has('l') ? '(only servers)' : '(w/o servers)';
  const row = (...cells: string[]): string => {
    const [protocol = '', local = '', foreign = '', state = '', program] = cells;
    const end = program === undefined ? state.padEnd(call.busybox ? 12 : 11) : `${state.padEnd(11)} ${program.padEnd(20)}`;
    return `${protocol.padEnd(5)}      0      0 ${local.padEnd(23)} ${foreign.padEnd(23)} ${end}\n`;
  };
  const shown = given.has('a') || given.has('l') ? yield* sockets(call, { tcp: given.has('t'), udp: given.has('u') }, given.has('n')) : [];
  const head = row('Proto', 'Local Address', 'Foreign Address', 'State', ...(given.has('p') ? ['PID/Program name'] : []));
  call.put(`Active Internet connections ${title}\n${head.replace('      0      0 ', ' Recv-Q Send-Q ')}`);
  for (const { protocol, local, pid, argv } of shown) {
    const program = argv ? `${pid}/${call.busybox ? argv.join(' ') : nameOf(argv)}`.slice(0, 19) : '-';
    const state = protocol === 'TCP' ? 'LISTEN' : '';
    call.put(row(protocol.toLowerCase(), local, '0.0.0.0:*', state, ...(given.has('p') ? [program] : [])));
  }
  return 0;
};

export const ss: Tool = function* (call) {
  const given = options(
    call,
    'a,all l,listening t,tcp u,udp n,numeric p,processes H,no-header 4,ipv4 6,ipv6 e,extended m i o s,summary r,resolve w x',
  );
  const [tcp, udp] = [given.has('t'), given.has('u')];
  const shown = given.has('a') || given.has('l') ? yield* sockets(call, { tcp, udp }, given.has('n')) : [];
  const both = tcp === udp;
  const head = [...(both ? ['Netid'] : []), 'State', 'Recv-Q', 'Send-Q', 'Local Address:Port', 'Peer Address:Port', 'Process'];
  const rows = shown.map(({ protocol, local, pid, argv }) => [
    ...(both ? [protocol.toLowerCase()] : []),
    protocol === 'TCP' ? 'LISTEN' : 'UNCONN',
    '0',
    protocol === 'TCP' ? '511' : '0',
    local,
    '0.0.0.0:*',
    given.has('p') && argv ? ` users:(("${nameOf(argv)}",pid=${pid},fd=6))` : '',
  ]);
  const at = head.indexOf('Local Address:Port');
  // Addresses and ports are columns of their own, aligned at the colon between them.
  const parts = (text: string): [string, string] => [text.slice(0, text.lastIndexOf(':')), text.slice(text.lastIndexOf(':') + 1)];
  const cells = [head, ...rows].map((row) => row.flatMap((cell, i) => (i === at || i === at + 1 ? parts(cell) : [cell])));
  const widths = (cells[0] as string[]).map((_, i) => Math.max(...cells.map((row) => (row[i] as string).length)));
  for (const row of given.has('H') ? cells.slice(1) : cells) {
    let line = '';
    row.forEach((cell, i) => {
      const width = widths[i] as number;
      const address = i === at || i === at + 2;
      if (i > 0) line += i === at + 1 || i === at + 3 ? ':' : i === row.length - 1 ? '' : ' ';
      line += address ? cell.padStart(width) : cell.padEnd(width);
    });
    call.put(`${line}\n`);
  }
  return 0;
};
