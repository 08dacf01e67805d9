/** exec and attach over a WebSocket: each message's first byte says which stream it belongs to (v4 and v5.channel.k8s.io). */
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { RemoteSession, Status } from '../api/types.ts';
import type { Channel } from '../kernel/channel.ts';
import type { RealTime } from './clock.ts';
import { SpdyConnection, type SpdyStream } from './spdy.ts';

/** In order of preference. v5 can say that stdin has ended. */
export const CHANNEL_PROTOCOLS = ['v5.channel.k8s.io', 'v4.channel.k8s.io'];

const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;
const ERROR = 3;
const RESIZE = 4;
const CLOSE = 255;

/** The client's end of a session, whatever carries it. */
interface Client {
  /** Puts text on STDOUT, STDERR or ERROR. */
  send(channel: number, text: string): void;
  /** The session is over. */
  close(): void;
}

/** Hands what the session writes to the client, to its end. */
function serveOutput(session: RemoteSession, client: Client): void {
  // What failed is told before the client, content with the output, leaves: as kubectl cp does at the end of the archive.
  const output = [pour(session.stderr, (text) => client.send(STDERR, text)), pour(session.stdout, (text) => client.send(STDOUT, text))];
  void Promise.all(output).then(() =>
    pour(session.exit, ({ code, message }) => {
      client.send(ERROR, JSON.stringify(outcome(code, message)));
      client.close();
    }),
  );
}

function hangUp(session: RemoteSession, clock: RealTime): void {
  session.stdin.close();
  session.close();
  clock.sync();
}

/** Serves one session until what runs there ends or the client hangs up. */
export function serveSession(socket: WebSocket, session: RemoteSession, clock: RealTime): void {
  const decoder = new TextDecoder();
  const send = (channel: number, text: string): void => socket.send(Buffer.concat([Buffer.from([channel]), Buffer.from(text)]));
  // An empty message tells the client that the session is there.
  send(STDOUT, '');
  socket.on('message', (data: Buffer) => {
    clock.sync();
    if (data[0] === STDIN && data.length > 1) session.stdin.push(decoder.decode(data.subarray(1), { stream: true }));
    else if (data[0] === CLOSE && data[1] === STDIN) session.stdin.close();
    else if (data[0] === RESIZE) resize(session, data.subarray(1).toString('utf8'));
    clock.sync();
  });
  socket.on('close', () => hangUp(session, clock));
  serveOutput(session, { send, close: () => socket.close(1000) });
}

/** Tells of a session that the node refused: the API server has taken the connection by then. */
export function serveRefusal(socket: WebSocket, status: Status): void {
  socket.send(Buffer.from([STDOUT]));
  socket.send(Buffer.concat([Buffer.from([ERROR]), Buffer.from(JSON.stringify(status))]));
  socket.close(1000);
}

/** The same for clients from before WebSockets: a SPDY stream each for stdin, stdout, stderr, the outcome and the terminal's size. */
export function serveSpdySession(socket: Duplex, session: RemoteSession, clock: RealTime): void {
  const streams = new Map<string, SpdyStream>();
  const decoder = new TextDecoder();
  const early: [number, string][] = [];
  const names = new Map([
    [STDOUT, 'stdout'],
    [STDERR, 'stderr'],
    [ERROR, 'error'],
  ]);
  let over = false;
  const close = (): void => {
    over = true;
    if (early.length > 0) return;
    for (const stream of streams.values()) stream.end();
    socket.end();
  };
  const send = (channel: number, text: string): void => {
    const stream = streams.get(names.get(channel) as string);
    if (stream) stream.write(Buffer.from(text));
    else early.push([channel, text]);
  };
  const connection = new SpdyConnection(
    (bytes) => socket.write(bytes),
    (stream) => {
      const type = stream.headers['streamtype'] ?? '';
      streams.set(type, stream);
      if (type === 'stdin') {
        stream.onData = (data) => {
          session.stdin.push(decoder.decode(data, { stream: true }));
          clock.sync();
        };
        stream.onEnd = () => {
          session.stdin.close();
          clock.sync();
        };
      }
      if (type === 'resize') stream.onData = (data) => resize(session, data.toString('utf8'));
      for (const [channel, text] of early.splice(0)) send(channel, text);
      if (over) close();
    },
  );
  socket.on('data', (bytes: Buffer) => connection.receive(bytes, () => socket.destroy()));
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    connection.close();
    hangUp(session, clock);
  });
  serveOutput(session, { send, close });
}

function resize(session: RemoteSession, text: string): void {
  try {
    const { Width, Height } = JSON.parse(text) as { Width?: unknown; Height?: unknown };
    if (typeof Width === 'number' && typeof Height === 'number') session.resize(Width, Height);
  } catch {
    // A size that cannot be read changes nothing.
  }
}

/** The Status with which a session ends. */
function outcome(code: number, message: string | undefined): Record<string, unknown> {
  if (message !== undefined)
    return { metadata: {}, status: 'Failure', message, reason: 'InternalError', details: { causes: [{ message }] }, code: 500 };
  if (code === 0) return { metadata: {}, status: 'Success' };
  return {
    metadata: {},
    status: 'Failure',
    message: `command terminated with non-zero exit code: command terminated with exit code ${code}`,
    reason: 'NonZeroExitCode',
    details: { causes: [{ reason: 'ExitCode', message: String(code) }] },
  };
}

/** Takes what is in a channel and what comes; resolves at its end. */
export function pour<T>(channel: Channel<T>, take: (value: T) => void): Promise<void> {
  return new Promise((resolve) => {
    const drain = (): void => {
      for (let value = channel.poll(); value !== undefined; value = channel.poll()) {
        if (value === null) return resolve();
        take(value);
      }
    };
    channel.onReady = drain;
    drain();
  });
}
