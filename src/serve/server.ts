/**
 * The cluster's API over HTTP, on this machine only: what the real kubectl and any other client can use. Without credentials whoever
 * reaches it is the admin, as with `kubectl proxy`.
 */
import { createServer, type IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { acceptedFormats, type Format, isResource, NOT_ACCEPTABLE } from '../api/accepted.ts';
import type { ApiResponse, Status, WatchEvent } from '../api/types.ts';
import type { Channel } from '../kernel/channel.ts';
import { wireText } from '../kubectl/output/wiretext.ts';
import { printYaml } from '../kubectl/output/yamlprint.ts';
import type { Cluster } from '../session/index.ts';
import { RealTime } from './clock.ts';
import { BadRequest, MAX_BODY, readBody, toApiRequest, warningHeader } from './http.ts';
import { openApi } from './openapi.ts';
import { PORT_FORWARD_PROTOCOL, servePortForward } from './portforward.ts';
import { encodeProtobuf, encodeWatchEvent, hasMessage, PROTOBUF } from './protobuf.ts';
import { CHANNEL_PROTOCOLS, pour, serveRefusal, serveSession, serveSpdySession } from './remote.ts';

const HOST = '127.0.0.1';
/** What a reader who does not keep up may leave unread, bytes; then its watch ends, and it lists anew. */
const MAX_UNREAD = 64 * 1024 * 1024;
/** The names under which a client on this machine knows us. Others are pages of the web that try to reach us (DNS rebinding). */
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

type Json = Record<string, unknown>;

export class ClusterServer {
  readonly clock: RealTime;
  readonly http: Server;
  private readonly cluster: Cluster;
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_BODY,
    handleProtocols: (offered) =>
      [PORT_FORWARD_PROTOCOL, ...CHANNEL_PROTOCOLS].find((one) => offered.has(one.replace('/', '%2F'))) ?? false,
  });

  constructor(cluster: Cluster) {
    this.cluster = cluster;
    this.clock = new RealTime(cluster);
    this.http = createServer(
      { maxHeaderSize: 64 * 1024, keepAliveTimeout: 60_000 },
      (request, response) => void this.serve(request, response),
    );
    this.http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => void this.upgrade(request, socket, head));
    this.http.on('clientError', (_error: Error, socket: Duplex) => {
      if (socket.writable)
        socket.end('HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n400 Bad Request');
    });
  }

  /** Starts listening; resolves with the port (of the machine's choice for 0). Rejects when it is taken. */
  async listen(port: number): Promise<number> {
    await this.cluster.load();
    return new Promise((resolve, reject) => {
      this.http.once('error', reject);
      this.http.listen(port, HOST, () => {
        this.http.off('error', reject);
        resolve((this.http.address() as AddressInfo).port);
      });
    });
  }

  /** Ends all connections, and the cluster's time with them. */
  close(): Promise<void> {
    this.clock.stop();
    for (const socket of this.sockets.clients) socket.terminate();
    return new Promise((resolve) => {
      this.http.close(() => resolve());
      this.http.closeAllConnections();
    });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const format = acceptedFormats(request.headers.accept ?? '');
    try {
      checkOrigin(request);
      if (!format && isResource(request.url ?? '')) throw new BadRequest(406, 'NotAcceptable', NOT_ACCEPTABLE);
      const body = await readBody(request);
      if (!body) throw new BadRequest(413, 'RequestEntityTooLarge', `Request entity too large: limit is ${MAX_BODY}`);
      const apiRequest = toApiRequest(request, body);
      const documents = openApi(this.cluster.api.registry, apiRequest);
      if (documents) {
        response.writeHead(documents.status, documents.headers).end(documents.body);
        return;
      }
      await this.cluster.loadFor(apiRequest);
      this.clock.sync();
      const answer = this.cluster.api.handle(apiRequest);
      respond(request, response, answer, format ?? ['json'], () => this.clock.sync());
      this.clock.sync();
    } catch (error) {
      if (response.headersSent) response.destroy();
      else respond(request, response, failure(error), format ?? ['json'], () => {});
    }
  }

  /** A connection that becomes a session: exec, attach, port-forward. What fails is answered as HTTP. */
  private async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy());
    let answer: ApiResponse;
    try {
      checkOrigin(request);
      this.clock.sync();
      answer = this.cluster.api.handle(toApiRequest(request, Buffer.alloc(0)));
      this.clock.sync();
    } catch (error) {
      answer = failure(error);
    }
    const { session, forward, watch } = answer;
    const protocol = request.headers.upgrade?.toLowerCase();
    // The real server has switched protocols by the time the node refuses.
    const refusal = answer.byNode ? (answer.body as Status) : undefined;
    if (protocol === 'websocket' && (session || forward || watch || refusal)) {
      // The library takes no slash in a protocol's name, and Kubernetes has one.
      const offered = request.headers['sec-websocket-protocol'];
      if (offered) request.headers['sec-websocket-protocol'] = offered.replaceAll('/', '%2F');
      this.sockets.handleUpgrade(request, socket, head, (webSocket) => {
        if (session) serveSession(webSocket, session, this.clock);
        else if (forward) servePortForward(webSocket, forward, this.clock);
        else if (watch) serveWatch(webSocket, watch);
        else if (refusal) serveRefusal(webSocket, refusal);
      });
    } else if (protocol === 'spdy/3.1' && session) {
      const offered = request.headersDistinct['x-stream-protocol-version'] ?? [];
      const version = ['v4.channel.k8s.io'].find((one) => offered.join(',').includes(one));
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: SPDY/3.1\r\n${version ? `X-Stream-Protocol-Version: ${version}\r\n` : ''}\r\n`,
      );
      socket.unshift(head);
      serveSpdySession(socket, session, this.clock);
    } else {
      const response = new ServerResponse(request);
      response.shouldKeepAlive = false;
      response.assignSocket(socket as never);
      response.on('finish', () => socket.end());
      const open = watch ?? answer.stream;
      open?.cancel();
      const refused = session || forward || open;
      const shown = refused ? failure(new BadRequest(400, 'BadRequest', `unsupported upgrade: ${protocol}`)) : answer;
      respond(request, response, shown, ['json'], () => {});
    }
  }
}

/** A watch whose events are the messages of a WebSocket. */
function serveWatch(socket: WebSocket, watch: Channel<WatchEvent>): void {
  socket.on('close', () => watch.cancel());
  void pour(watch, (event) => socket.send(JSON.stringify(event))).then(() => socket.close(1000));
}

/** Refuses what a page of the web sends through the browser of someone who runs this. */
function checkOrigin({ headers }: IncomingMessage): void {
  const origin = headers.origin === undefined ? undefined : headers.origin.replace(/^https?:\/\//, '');
  for (const name of [headers.host, origin])
    if (name !== undefined && !LOOPBACK.test(name))
      throw new BadRequest(403, 'Forbidden', `only clients on this machine are served, by the names localhost and ${HOST}: not ${name}`);
}

function failure(error: unknown): ApiResponse {
  const status: Status =
    error instanceof BadRequest
      ? error.status
      : new BadRequest(500, 'InternalError', `Internal error occurred: ${error instanceof Error ? error.message : String(error)}`).status;
  return { status: status.code ?? 500, headers: { 'content-type': 'application/json' }, body: status, warnings: [] };
}

let newest: { readonly type: string; readonly object: unknown; readonly text: string } | undefined;

/** An event as a line of text. All watchers get one event before the next, so its text is made once. */
function textEvent({ type, object }: WatchEvent): string {
  if (newest?.object !== object || newest.type !== type) newest = { type, object, text: `${JSON.stringify({ type, object })}\n` };
  return newest.text;
}

function binaryEvent({ type, object }: WatchEvent): Buffer {
  return encodeWatchEvent(type, object as Json);
}

/** Bodies go as bytes: with text Node would write the headers in its encoding too. */
function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: ApiResponse,
  formats: readonly Format[],
  hangUp: () => void,
): void {
  const { status, headers, body, warnings, watch, stream } = answer;
  for (const [name, value] of Object.entries(headers)) if (name !== 'content-length') response.setHeader(name, value);
  response.setHeader('cache-control', 'no-cache, private');
  if (warnings.length > 0) response.setHeader('warning', warnings.map(warningHeader));
  response.statusCode = status;
  if (watch) {
    const binary = formats[0] === 'protobuf';
    response.setHeader('content-type', binary ? `${PROTOBUF};stream=watch` : 'application/json');
    pipe(response, watch, binary ? binaryEvent : textEvent, hangUp);
  } else if (stream) pipe(response, stream, (text) => text, hangUp);
  else if (typeof body === 'string') response.end(Buffer.from(body));
  else if (/^\/(?:version\/?)?(?:\?|$)/.test(request.url ?? '')) response.end(Buffer.from(JSON.stringify(body, null, 2)));
  else {
    const [type, bytes] = encode(body as Json, formats, isPretty(request));
    if (type !== 'application/json' || !response.hasHeader('content-type')) response.setHeader('content-type', type);
    response.setHeader('content-length', bytes.length);
    response.end(bytes);
  }
}

function encode(body: Json, formats: readonly Format[], pretty: boolean): [type: string, bytes: Buffer] {
  for (const format of formats) {
    if (format === 'json') break;
    if (format === 'yaml') return ['application/yaml', Buffer.from(printYaml(body))];
    if (hasMessage(String(body['apiVersion']), String(body['kind']))) return [PROTOBUF, encodeProtobuf(body)];
  }
  // Programs read lists, and no order in them.
  const text = Array.isArray(body['items']) && !pretty ? `${JSON.stringify(body)}\n` : wireText(body, pretty);
  return ['application/json', Buffer.from(text)];
}

/** People read indented JSON. */
function isPretty({ url = '', headers }: IncomingMessage): boolean {
  const asked = /[?&]pretty=(\w*)/.exec(url)?.[1];
  if (asked !== undefined) return asked !== 'false' && asked !== '0';
  return /^(curl|Wget|Mozilla)\//.test(headers['user-agent'] ?? '');
}

/** Sends what comes through a channel until it ends or the client hangs up. */
function pipe<T>(response: ServerResponse, channel: Channel<T>, encodeOne: (value: T) => string | Buffer, hangUp: () => void): void {
  response.flushHeaders();
  response.on('close', () => {
    channel.cancel();
    hangUp();
  });
  void pour(channel, (value) => {
    response.write(encodeOne(value));
    if (response.writableLength > MAX_UNREAD) response.destroy();
  }).then(() => response.end());
}
