/**
 * The server's side of SPDY/3.1, as far as Kubernetes uses it (port-forward): streams that the client opens, data both ways, pings.
 * Source: draft-mbelshe-httpbis-spdy-00 (framing, header compression). There is no flow control, as in the real one's library.
 */
import { constants, createDeflate, createInflate } from 'node:zlib';

/** Words that are in the compressor's dictionary with their lengths before them, and the text after them (section 2.6.10.1). */
const WORDS =
  'options head post put delete trace accept accept-charset accept-encoding accept-language accept-ranges age allow authorization cache-control connection content-base content-encoding content-language content-length content-location content-md5 content-range content-type date etag expect expires from host if-match if-modified-since if-none-match if-range if-unmodified-since last-modified location max-forwards pragma proxy-authenticate proxy-authorization range referer retry-after server te trailer transfer-encoding upgrade user-agent vary via warning www-authenticate method get status 200_OK version HTTP/1.1 url public set-cookie keep-alive origin';
const TAIL =
  '100101201202205206300302303304305306307402405406407408409410411412413414415416417502504505203 Non-Authoritative Information204 No Content301 Moved Permanently400 Bad Request401 Unauthorized403 Forbidden404 Not Found500 Internal Server Error501 Not Implemented503 Service UnavailableJan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec 00:00:00 Mon, Tue, Wed, Thu, Fri, Sat, Sun, GMTchunked,text/html,image/png,image/jpg,image/gif,application/xml,application/xhtml+xml,text/plain,text/javascript,publicprivatemax-age=gzip,deflate,sdchcharset=utf-8charset=iso-8859-1,utf-,*,enq=0.';

const SYN_STREAM = 1;
const SYN_REPLY = 2;
const RST_STREAM = 3;
const PING = 6;
const GOAWAY = 7;
const FIN = 0x01;
const CONTROL = 0x8003_0000;
/** The largest frame that is read: more is no client of ours. */
const MAX_FRAME = 1 << 20;
/** The largest data frame that is written. */
const CHUNK = 32 * 1024;

function dictionary(): Buffer {
  const words = WORDS.split(' ').map((word) => word.replace('_', ' '));
  return Buffer.concat([...words.map((word) => Buffer.concat([uint32(word.length), Buffer.from(word)])), Buffer.from(TAIL)]);
}

function uint32(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) buffer.writeUInt32BE(value >>> 0, index * 4);
  return buffer;
}

/** A stream that the client opened. */
export class SpdyStream {
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Data of the client. */
  onData: ((data: Buffer) => void) | undefined;
  /** The client will send no more; `reset`: it does not listen any more either. */
  onEnd: ((reset: boolean) => void) | undefined;
  private readonly id: number;
  private readonly send: (bytes: Buffer) => void;
  private ended = false;

  constructor(id: number, headers: Readonly<Record<string, string>>, send: (bytes: Buffer) => void) {
    this.id = id;
    this.headers = headers;
    this.send = send;
  }

  write(data: Buffer): void {
    for (let at = 0; at < data.length && !this.ended; at += CHUNK) this.frame(0, data.subarray(at, at + CHUNK));
  }

  /** No more data will come from here. */
  end(): void {
    if (this.ended) return;
    this.frame(FIN, Buffer.alloc(0));
    this.ended = true;
  }

  /** The client reset the stream. */
  abandon(): void {
    this.ended = true;
    this.onEnd?.(true);
  }

  private frame(flags: number, data: Buffer): void {
    this.send(Buffer.concat([uint32(this.id, (flags << 24) | data.length), data]));
  }
}

/** One connection. `send` gets the bytes for the client; `receive` takes those from it, in any pieces. */
export class SpdyConnection {
  private readonly send: (bytes: Buffer) => void;
  private readonly opened: (stream: SpdyStream) => void;
  private readonly streams = new Map<number, SpdyStream>();
  private readonly inflate = createInflate({ dictionary: dictionary(), finishFlush: constants.Z_SYNC_FLUSH });
  private readonly deflate = createDeflate({ dictionary: dictionary() });
  private pending: Buffer = Buffer.alloc(0);
  /** Frames are handled one after the other, since headers are (de)compressed on the side. */
  private work: Promise<void> = Promise.resolve();

  constructor(send: (bytes: Buffer) => void, opened: (stream: SpdyStream) => void) {
    this.send = send;
    this.opened = opened;
  }

  /** Throws (in `failed`) what makes the bytes no SPDY. */
  receive(bytes: Buffer, failed: (error: Error) => void): void {
    this.pending = this.pending.length === 0 ? bytes : Buffer.concat([this.pending, bytes]);
    while (this.pending.length >= 8) {
      const length = this.pending.readUInt32BE(4) & 0xff_ffff;
      if (length > MAX_FRAME) return failed(new Error(`SPDY frame of ${length} bytes`));
      if (this.pending.length < 8 + length) return;
      const frame = this.pending.subarray(0, 8 + length);
      this.pending = this.pending.subarray(8 + length);
      this.work = this.work.then(() => this.handle(frame)).catch(failed);
    }
  }

  /** The connection is gone. */
  close(): void {
    for (const stream of this.streams.values()) stream.abandon();
    this.streams.clear();
    this.inflate.close();
    this.deflate.close();
  }

  private async handle(frame: Buffer): Promise<void> {
    const head = frame.readUInt32BE(0);
    const flags = frame[4] as number;
    const payload = frame.subarray(8);
    if (head < 0x8000_0000) return this.data(head, flags, payload);
    const id = payload.length >= 4 ? payload.readUInt32BE(0) & 0x7fff_ffff : 0;
    switch (head & 0xffff) {
      case SYN_STREAM:
        return this.open(id, flags, payload.subarray(10));
      case RST_STREAM:
        this.streams.get(id)?.abandon();
        this.streams.delete(id);
        return;
      case PING:
        // Even numbers are answers to pings of ours, and we send none.
        if (id % 2 === 1) this.send(Buffer.concat([uint32(CONTROL | PING, 4), uint32(id)]));
        return;
      case GOAWAY:
        return;
    }
  }

  private data(id: number, flags: number, payload: Buffer): void {
    const stream = this.streams.get(id);
    if (payload.length > 0) stream?.onData?.(payload);
    if (flags & FIN) stream?.onEnd?.(false);
  }

  private async open(id: number, flags: number, block: Buffer): Promise<void> {
    const stream = new SpdyStream(id, readHeaders(await pass(this.inflate, block)), this.send);
    this.streams.set(id, stream);
    // No headers, compressed.
    const reply = await pass(this.deflate, uint32(0));
    this.send(Buffer.concat([uint32(CONTROL | SYN_REPLY, 4 + reply.length, id), reply]));
    this.opened(stream);
    if (flags & FIN) stream.onEnd?.(false);
  }
}

/** Puts bytes through a (de)compressor that keeps its state, and takes all that comes out. */
function pass(through: ReturnType<typeof createDeflate> | ReturnType<typeof createInflate>, bytes: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    through.once('error', reject);
    through.write(bytes);
    through.flush(constants.Z_SYNC_FLUSH, () => {
      through.off('error', reject);
      resolve((through.read() as Buffer | null) ?? Buffer.alloc(0));
    });
  });
}

function readHeaders(block: Buffer): Record<string, string> {
  const headers: Record<string, string> = {};
  let at = 4;
  const text = (): string => {
    const length = block.readUInt32BE(at);
    const value = block.toString('utf8', at + 4, at + 4 + length);
    at += 4 + length;
    return value;
  };
  for (let left = block.readUInt32BE(0); left > 0; left--) headers[text().toLowerCase()] = text();
  return headers;
}
