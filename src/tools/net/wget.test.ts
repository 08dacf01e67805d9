/** wget against a server that answers by the path; GNU's and busybox's words. */
import { describe, expect, it } from 'vitest';
import type { NetworkRequest } from '../../network/types.ts';
import { runTool } from '../tools.testing.ts';

const wget = (line: string, busybox = false) =>
  runTool(`wget ${line}`, {
    busybox,
    devices: {
      network: ((request: NetworkRequest): unknown => {
        if (request.op !== 'http') throw new Error(request.op);
        const { path, headers, host } = request.request;
        const base = { port: 80, address: host, elapsedMs: 0, trace: {} };
        if (path === '/moved') return { ...base, response: { status: 302, reason: 'Found', headers: [['Location', '/']], body: '' } };
        const body = path === '/echo' ? headers.map((pair) => `${pair.join(': ')}\n`).join('') : 'hello\n';
        const response = { status: 200, reason: 'OK', headers: [['Content-Type', 'text/plain']], body };
        return { ...base, response: path === '/slow' ? { ...response, delayMs: 5000 } : response };
      }) as never,
    },
  });
const U = 'http://10.0.0.1';

describe('wget', () => {
  it('waits for an answer no longer than -T says, and GNU tries again', () => {
    expect(wget(`-qO- -T 1 ${U}/slow`, true)).toMatchObject({ out: '', err: 'wget: download timed out\n', code: 1 });
    const { err, code } = wget(`-O- -T 1 -t 2 ${U}/slow`);
    expect(code).toBe(4);
    expect(err).toMatch(
      /awaiting response\.\.\. Read error \(Connection timed out\) in headers\.\nRetrying\.\n\n--\S+ \S+-- {2}\(try: 2\) {2}http:[^]*in headers\.\nGiving up\.\n\n$/,
    );
  });

  it('makes the folder that -P names, and leaves what is there alone', () => {
    const { files } = wget(`-q -P a/b ${U}/x ${U}/x`);
    expect(files.list('/work/a/b')).toEqual(['x', 'x.1']);
  });

  it('keeps its connection when it is sent elsewhere on the server', () => {
    expect(wget(`-O- ${U}/moved`, true).err.match(/Connecting/g)).toHaveLength(1);
    expect(wget(`-O- ${U}/moved`).err).toContain(
      '[following]\n--2026-11-24 09:00:00--  http://10.0.0.1/\nReusing existing connection to 10.0.0.1:80.\n',
    );
  });

  it('sends the headers of its kind, and shows dots where nobody looks', () => {
    expect(wget(`-qO- --header 'X: y' ${U}/echo`, true).out).toBe('Host: 10.0.0.1\nUser-Agent: Wget\nConnection: close\nX: y\n');
    expect(wget(`-qO- ${U}/echo`).out).toMatch(
      /^Host: 10\.0\.0\.1\nUser-Agent: Wget\/\S+\nAccept: \*\/\*\nAccept-Encoding: identity\nConnection: Keep-Alive\n$/,
    );
    expect(wget(`-O- ${U}/`).err).toContain(`     0K${' '.repeat(55)}100% `);
    expect(wget(`-nv -O x ${U}/`).err).toBe('2026-11-24 09:00:00 URL:http://10.0.0.1/ [6/6] -> "x" [1]\n');
    expect(wget(`--spider ${U}/`).err).toMatch(/^Spider mode enabled[^]*\nLength: 6 \[text\/plain\]\nRemote file exists\.\n\n$/);
  });
});
