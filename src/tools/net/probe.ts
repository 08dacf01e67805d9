/** ping, nc, telnet and traceroute: is somebody there? */
import { SysError } from '../../kernel/error.ts';
import { device, readLine, signals, sleep } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { connect, http, resolveName } from '../../network/client.ts';
import type { HttpResult, ResolveResult, Trace } from '../../network/types.ts';
import { options, usageError } from '../options.ts';
import { type Call, Failure, type Tool } from '../tool.ts';

/** Waits; true when Ctrl-C came. */
function* interrupted(ms: number): Sys<boolean> {
  try {
    yield* sleep(ms);
    return false;
  } catch (error) {
    if (error instanceof SysError && error.errno === 'EINTR') return true;
    throw error;
  }
}

/** Addresses that answer an echo: hosts do, the virtual addresses of Services do not (no device has them). */
function* echoes(address: string): Sys<boolean> {
  if (address.startsWith('127.')) return true;
  // Whether a host is there shows in how a connection to a closed port fails: it refuses, or nobody answers.
  const { failure, trace } = yield* device<{ failure?: string; trace: Trace }>('network', {
    op: 'connect',
    host: address,
    port: 7,
    timeoutMs: 1000,
  });
  if (trace.hops.some((hop) => hop.kind === 'service')) return false;
  if (trace.hops.some((hop) => hop.kind === 'external')) return true;
  return failure === undefined || failure === 'refused';
}

export const ping: Tool = function* (call) {
  const given = options(call, 'c: i: W: w: s: q n 4 6 t: I: A f', { code: call.busybox ? 1 : 2 });
  const [host] = given.operands;
  if (host === undefined)
    throw new Failure(call.busybox ? usageError(call, '').trimStart() : 'usage error: Destination address required', 1, call.busybox);
  for (const name of ['c', 'i', 'W', 'w', 's'] as const) {
    const text = given.get(name);
    if (text !== undefined && !/^\d+(?:\.\d+)?$/.test(text))
      throw new Failure(call.busybox ? `invalid number '${text}'` : `invalid argument: '${text}'`);
  }
  const found: ResolveResult = yield* resolveName(host);
  const address = found.addresses[0];
  if (address === undefined)
    throw new Failure(call.busybox ? `bad address '${host}'` : `${host}: Name or service not known`, call.busybox ? 1 : 2);
  const size = Number(given.get('s') ?? 56);
  const count = given.has('c') ? Number(given.get('c')) : Number.POSITIVE_INFINITY;
  const interval = Number(given.get('i') ?? 1) * 1000;
  const deadline = given.has('w') ? Number(given.get('w')) * 1000 : Number.POSITIVE_INFINITY;
  const answered = yield* echoes(address);
  call.put(
    call.busybox ? `PING ${host} (${address}): ${size} data bytes\n` : `PING ${host} (${address}) ${size}(${size + 28}) bytes of data.\n`,
  );
  yield* call.flush();
  yield* signals(['SIGINT']);
  const times: number[] = [];
  let [sent, spent] = [0, 0];
  for (; sent < count && spent < deadline; ) {
    // The same small numbers every time: nothing is measured here.
    const ms = address.startsWith('127.') ? 0.03 + (sent % 3) * 0.01 : 0.08 + (sent % 5) * 0.02;
    if (answered) {
      times.push(ms);
      if (!given.has('q'))
        call.put(
          call.busybox
            ? `${size + 8} bytes from ${address}: seq=${sent} ttl=64 time=${ms.toFixed(3)} ms\n`
            : `${size + 8} bytes from ${host === address ? address : `${host} (${address})`}: icmp_seq=${sent + 1} ttl=64 time=${ms.toFixed(3)} ms\n`,
        );
    }
    sent++;
    yield* call.flush();
    const pause = sent < count ? interval : answered ? 0 : Number(given.get('W') ?? 10) * 1000;
    spent += pause;
    if (yield* interrupted(Math.min(pause, deadline))) break;
  }
  const lost = Math.round(((sent - times.length) / sent) * 100);
  call.put(
    `\n--- ${host} ping statistics ---\n${sent} packets transmitted, ${times.length} ${call.busybox ? 'packets ' : ''}received, ${lost}% packet loss`,
  );
  call.put(call.busybox ? '\n' : `, time ${Math.round((sent - 1) * interval)}ms\n`);
  if (times.length > 0) {
    const [least, most] = [Math.min(...times), Math.max(...times)];
    const mean = times.reduce((sum, ms) => sum + ms, 0) / times.length;
    const deviation = Math.sqrt(times.reduce((sum, ms) => sum + (ms - mean) ** 2, 0) / times.length);
    const numbers = [least, mean, most].map((ms) => ms.toFixed(3)).join('/');
    call.put(call.busybox ? `round-trip min/avg/max = ${numbers} ms\n` : `rtt min/avg/max/mdev = ${numbers}/${deviation.toFixed(3)} ms\n`);
  }
  return times.length > 0 ? 0 : 1;
};

const FAILURES = { refused: 'Connection refused', unreachable: 'No route to host', timeout: 'Connection timed out' } as const;

/** nc: looks whether a port is open (-z), or sends standard input and prints the answer. Servers here speak HTTP. */
export const nc: Tool = function* (call) {
  const given = options(call, 'z v w: u n 4 6 l p: k q: N i: e: t s:');
  if (given.has('l') || given.has('e')) throw new Failure('listening (-l) is not supported here');
  const [host, ...ports] = given.operands;
  if (host === undefined || ports.length === 0)
    throw new Failure(call.busybox ? usageError(call, '').trimStart() : 'usage: nc [-uvz] [-w timeout] destination port', 1, true);
  const wait = given.get('w');
  const timeoutMs = wait === undefined ? undefined : Number(wait) * 1000;
  const protocol = given.has('u') ? 'UDP' : 'TCP';
  const loud = given.all('v').length;
  // What it counts of a conversation is not known here: only that of none is said.
  const counts = function* (): Sys<void> {
    if (call.busybox && loud > 1) yield* call.note(`sent 0, rcvd 0\n`);
  };
  let code = 0;
  for (const port of ports.flatMap((text) => range(call, text))) {
    const result = yield* connect(host, port, { protocol, ...(timeoutMs !== undefined && { timeoutMs }) });
    const { failure, address } = result;
    if (failure === 'unresolved')
      throw new Failure(call.busybox ? `bad address '${host}'` : `getaddrinfo for host "${host}" port ${port}: Name or service not known`);
    if (failure === 'refused' || failure === 'unreachable' || failure === 'timeout') {
      code = 1;
      // busybox's follows nc 1.10: it keeps quiet, with one -v about refusals too.
      if (call.busybox && (loud > 1 || (loud > 0 && failure !== 'refused')))
        yield* call.warn(`${host} (${address}:${port}): ${FAILURES[failure]}`);
      if (call.busybox) yield* counts();
      else if (given.has('v'))
        yield* call.note(`nc: connect to ${host} (${address}) port ${port} (${protocol.toLowerCase()}) failed: ${FAILURES[failure]}\n`);
      continue;
    }
    if (given.has('v'))
      yield* call.note(
        call.busybox
          ? `${host} (${address}:${port}) open\n`
          : `Connection to ${host}${host === address ? '' : ` (${address})`} ${port} port [${protocol.toLowerCase()}/*] succeeded!\n`,
      );
    if (given.has('z')) yield* counts();
    else yield* converse(call, host, port);
  }
  return code;
};

function range(call: Call, text: string): number[] {
  const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  if (from === undefined || Number(to ?? from) > 65_535)
    throw new Failure(call.busybox ? `invalid number '${text}'` : `port number invalid: ${text}`);
  return Array.from({ length: Math.max(0, Number(to ?? from) - Number(from) + 1) }, (_, i) => Number(from) + i);
}

/** Sends a typed HTTP request when its head is whole; what is no HTTP is dropped by the servers, as the real ones do. */
function* converse(call: Call, host: string, port: number): Sys<void> {
  const lines: string[] = [];
  for (let line = yield* readLine(0); line !== null; line = yield* readLine(0)) {
    const text = line.replace(/\r?\n$/, '');
    if (text === '' && lines.length > 0) break;
    lines.push(text);
  }
  const [, method, path] = /^([A-Z]+) (\S+)(?: HTTP\/[\d.]+)?$/.exec(lines[0] ?? '') ?? [];
  if (method === undefined || path === undefined) {
    if (lines.length > 0)
      call.put('HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n400 Bad Request');
    return;
  }
  const headers = lines.slice(1).flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 1).trim()]] : [];
  });
  const { response }: HttpResult = yield* http({ method, scheme: 'http', host, port, path, headers });
  if (!response) return;
  const head = response.headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  call.put(`HTTP/1.1 ${response.status} ${response.reason}\r\n${head}\r\n${response.body}`);
}

export const telnet: Tool = function* (call) {
  const [host, port = '23'] = options(call, 'a l: e: 4 6').operands;
  if (host === undefined) throw new Failure(call.busybox ? usageError(call, '').trimStart() : 'give a host', 1, call.busybox);
  const [number = 0] = range(call, port);
  const found = yield* resolveName(host);
  if (found.addresses[0] === undefined)
    throw new Failure(call.busybox ? `bad address '${host}'` : `could not resolve ${host}/${port}: Name or service not known`);
  if (!call.busybox) call.put(`Trying ${found.addresses[0]}...\n`);
  yield* call.flush();
  const { failure, address } = yield* connect(host, number);
  if (failure !== undefined && failure in FAILURES) {
    const words = FAILURES[failure as keyof typeof FAILURES];
    throw new Failure(call.busybox ? `can't connect to remote host (${address}): ${words}` : `Unable to connect to remote host: ${words}`);
  }
  call.put(
    call.busybox
      ? `Connected to ${host}\n\nEntering character mode\nEscape character is '^]'.\n\n`
      : `Connected to ${host}.\nEscape character is '^]'.\n`,
  );
  yield* call.flush();
  yield* converse(call, host, number);
  yield* call.note('Connection closed by foreign host.\n');
  return 1;
};

export const traceroute: Tool = function* (call) {
  const given = options(call, 'n m: w: q: I T p:');
  const [host] = given.operands;
  if (host === undefined)
    throw new Failure(call.busybox ? usageError(call, '').trimStart() : 'Specify "host" missing argument.', 1, call.busybox);
  const found = yield* resolveName(host);
  const address = found.addresses[0];
  if (address === undefined)
    throw new Failure(
      call.busybox
        ? `bad address '${host}'`
        : `${host}: Name or service not known\nCannot handle "host" cmdline arg \`${host}' on position 1 (argc 1)`,
      2,
    );
  call.put(`traceroute to ${host} (${address}), 30 hops max, 46 byte packets\n`);
  if (yield* echoes(address))
    call.put(` 1  ${given.has('n') || host === address ? address : `${host} (${address})`}  0.012 ms  0.008 ms  0.006 ms\n`);
  else
    for (let hop = 1; hop <= Number(given.get('m') ?? 30); hop++) {
      call.put(`${String(hop).padStart(2)}  *  *  *\n`);
      yield* call.flush();
      yield* sleep(15_000);
    }
  return 0;
};
