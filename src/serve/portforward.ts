/**
 * Port-forward: SPDY streams tunnelled through a WebSocket (`SPDY/3.1+portforward.k8s.io`), two for each connection to a port: one for
 * its bytes, one that says why it failed. What arrives at the Pod are HTTP requests: the cluster's network knows nothing smaller.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { PortForward } from '../api/types.ts';
import type { RealTime } from './clock.ts';
import { readBody } from './http.ts';
import { SpdyConnection, type SpdyStream } from './spdy.ts';

export const PORT_FORWARD_PROTOCOL = 'SPDY/3.1+portforward.k8s.io';

/** Serves one port-forward until the client hangs up. */
export function servePortForward(socket: WebSocket, forward: PortForward, clock: RealTime): void {
  const gateways = new Map<number, Server>();
  const errors = new Map<string, SpdyStream>();
  const connection = new SpdyConnection(
    (bytes) => socket.send(bytes),
    (stream) => {
      const { streamtype = '', port = '', requestid = '' } = stream.headers;
      if (streamtype === 'error') {
        errors.set(requestid, stream);
        return;
      }
      const error = errors.get(requestid);
      errors.delete(requestid);
      connect(stream, error, Number(port));
    },
  );

  const connect = (stream: SpdyStream, error: SpdyStream | undefined, port: number): void => {
    clock.sync();
    const refusal = forward.refusal(port);
    if (refusal !== undefined) {
      error?.write(Buffer.from(refusal.message));
      error?.end();
      stream.end();
      return;
    }
    let gateway = gateways.get(port);
    if (!gateway) gateways.set(port, (gateway = gatewayTo(forward, port, clock)));
    gateway.emit(
      'connection',
      duplexOf(stream, () => error?.end()),
    );
  };

  socket.on('message', (data: Buffer) => connection.receive(data, () => socket.close(1002)));
  socket.on('close', () => connection.close());
}

/** A server (of no port) that passes requests on to a port of the Pod. */
function gatewayTo(forward: PortForward, port: number, clock: RealTime): Server {
  return createServer((request: IncomingMessage, response: ServerResponse) => {
    void readBody(request).then((body) => {
      const headers: [string, string][] = [];
      for (let at = 0; at < request.rawHeaders.length; at += 2)
        headers.push([request.rawHeaders[at] as string, request.rawHeaders[at + 1] as string]);
      clock.sync();
      const answer = forward.request(port, {
        method: request.method ?? 'GET',
        path: request.url ?? '/',
        headers,
        ...(body && body.length > 0 && { body: body.toString('utf8') }),
      });
      clock.sync();
      if (!answer) return request.socket.destroy();
      response.writeHead(
        answer.status,
        answer.reason,
        answer.headers.flatMap((pair) => [...pair]),
      );
      response.end(answer.body);
      return undefined;
    });
  });
}

function duplexOf(stream: SpdyStream, closed: () => void): Duplex {
  const duplex = new Duplex({
    read: () => {},
    write: (chunk: Buffer, _encoding, done) => {
      stream.write(chunk);
      done();
    },
    final: (done) => {
      stream.end();
      done();
    },
    destroy: (error, done) => {
      stream.end();
      closed();
      done(error);
    },
  });
  stream.onData = (data) => duplex.push(data);
  stream.onEnd = (reset) => {
    if (reset) duplex.destroy();
    else duplex.push(null);
  };
  return duplex;
}
