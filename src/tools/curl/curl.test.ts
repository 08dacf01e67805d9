/** What curl prints of an exchange, told apart from the cluster: a server that answers by the path. */
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../kernel/real.testing.ts';
import type { HttpResponse, HttpResult, NetworkRequest } from '../../network/types.ts';
import { runTool } from '../tools.testing.ts';

function answer({
  path,
  method,
  headers,
  body,
}: {
  path: string;
  method: string;
  headers: readonly (readonly [string, string])[];
  body?: string;
}) {
  const made = (status: number, reason: string, text: string, own: [string, string][] = []): HttpResponse => ({
    status,
    reason,
    headers: [['Content-Type', 'text/plain'], ...own],
    body: text,
  });
  if (path === '/404') return made(404, 'Not Found', 'nope\n');
  if (path === '/503') return made(503, 'Service Unavailable', 'busy\n');
  if (path === '/moved') return made(302, 'Found', 'moved\n', [['Location', '/']]);
  if (path.startsWith('/echo')) return made(200, 'OK', `${method} ${path}\n${headers.flat().join('|')}\n${body ?? ''}\n`);
  return made(200, 'OK', 'hello\n');
}

const curl = (line: string): Outcome =>
  runTool(`curl ${line}`, {
    devices: {
      network: ((request: NetworkRequest): HttpResult => {
        if (request.op !== 'http') throw new Error(request.op);
        const { host, port } = request.request;
        const base = { port, address: host, elapsedMs: 0, trace: {} as HttpResult['trace'] };
        return port === 81 ? { ...base, failure: 'refused' } : { ...base, response: answer(request.request) };
      }) as never,
    },
  });
const U = 'http://10.0.0.1';

describe('curl', () => {
  it('marks each line of -v once, and says that the second request uses the same connection', () => {
    const { err } = curl(`-sv -L -u a:b -o /dev/null ${U}/moved`);
    expect(err).not.toMatch(/\r(?!\n)/);
    expect(err).toContain("* Server auth using Basic with user 'a'\n> GET /moved HTTP/1.1\r\n");
    expect(err).toContain('* Ignoring the response-body\n* Connection #0 to host 10.0.0.1 left intact\n* Issue another request');
    expect(err).toContain('* Re-using existing http: connection with host 10.0.0.1\n');
    expect(err.match(/Trying/g)).toHaveLength(1);
  });

  it('reads the files of -w and -d before it asks, and says which option names one that is not there', () => {
    const said = (option: string) =>
      `curl: Failed to open /no\ncurl: option ${option}: error encountered when reading a file\ncurl: try 'curl --help' or 'curl --manual' for more information\n`;
    expect(curl(`-w @/no ${U}/`)).toMatchObject({ out: '', err: said('-w'), code: 26 });
    expect(curl(`--data @/no ${U}/`)).toMatchObject({ out: '', err: said('--data'), code: 26 });
    expect(curl(`-sS -T /no ${U}/`).err).toMatch(/^curl: cannot open '\/no'\n[^]*\ncurl: \(26\) Failed to open\/read local data/);
  });

  it('warns in its own words, and not when silent', () => {
    expect(curl(`-d a -I ${U}/`)).toMatchObject({
      out: '',
      err: 'Warning: You can only select one HTTP request method! You asked for both POST \nWarning: (-d, --data) and HEAD (-I, --head).\n',
      code: 2,
    });
    expect(curl(`-sS -o /no/x ${U}/`).err).toMatch(/^curl: \(23\)/);
    expect(curl(`-sS --retry 1 ${U}/503`)).toMatchObject({ out: 'busy\nbusy\n', err: '', code: 0 });
    expect(curl(`--retry 2 --no-progress-meter ${U}/503`).err).toBe(
      'Warning: Problem : HTTP error. Will retry in 1 second. 2 retries left.\nWarning: Problem : HTTP error. Will retry in 2 seconds. 1 retry left.\n',
    );
    expect(curl(`-v -X POST -d a --no-progress-meter ${U}/`).err).toMatch(
      /^Note: Unnecessary use of -X or --request, POST is already inferred\.\n/,
    );
  });

  it('-f shows headers where asked and nothing of the body; not together with --fail-with-body', () => {
    expect(curl(`-sSfi ${U}/404`)).toMatchObject({
      out: 'HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\n\r\n',
      err: 'curl: (22) The requested URL returned error: 404\n',
      code: 22,
    });
    expect(curl(`--fail-with-body -sS ${U}/404`)).toMatchObject({ out: 'nope\n', code: 22 });
    expect(curl(`-f --fail-with-body ${U}/404`).err).toMatch(/^curl: You must select either --fail or --fail-with-body, not both\.\n/);
    expect(curl(`-D - -s -o /dev/null ${U}/`).out).toBe('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n');
    expect(curl(`-s -I -X GET ${U}/`).out).not.toContain('hello');
  });

  it('names variables, paths and files as the real one', () => {
    expect(curl(`-sL -o /dev/null -w %{url} ${U}/moved`).out).toBe(`${U}/moved`);
    expect(JSON.parse(curl(`-s -o /dev/null -w %{json} ${U}/`).out)).toMatchObject({ http_code: 200, errormsg: null, http_version: '1.1' });
    expect(curl(`-s ${U}/echo/../echo/./b/..?x=../y`).out).toMatch(/^GET \/echo\/\?x=\.\.\/y\n/);
    expect(curl(`-s --data-urlencode 'c=d e&' ${U}/echo`).out).toMatch(/\nc=d\+e%26\n$/);
    expect(curl(`-s --json '{}' ${U}/echo`).out).toMatch(
      /\|Content-Type\|application\/json\|Accept\|application\/json\|Content-Length\|2\n/,
    );
    expect(curl(`-O --no-progress-meter ${U}/`).err).toBe('Warning: No remote file name, uses "curl_response"\n');
    expect(curl(`-sS --resolve nonsense ${U}/`)).toMatchObject({
      err: "curl: (49) Couldn't parse CURLOPT_RESOLVE entry 'nonsense'\n",
      code: 49,
    });
    expect(curl(`--retry -1 ${U}/`).err).toMatch(/^curl: option --retry: expected a positive numerical parameter\n/);
    expect(curl(`-o x ${U}:81/`).err).toContain('\r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0');
  });
});

describe('what a request carries', () => {
  const files = { up: 'upload me\n', h: 'X-A: 1\nX-B: 2\n' };
  const echo = (line: string): string =>
    runTool(`curl -s ${line} ${U}/echo`, {
      files,
      devices: {
        network: ((request: NetworkRequest): unknown =>
          request.op === 'http' && { port: 80, address: 'x', elapsedMs: 0, trace: {}, response: answer(request.request) }) as never,
      },
    }).out.replace(/-{24,26}\w{22}/g, 'BOUNDARY');

  it('is a form by -F', () => {
    expect(echo(`-F a=b -F 'f=@up' -F 'g=<up' -F 'j={"a":1};type=application/json' -F 'p=@up;filename=x.png' --form-string c=@d`)).toMatch(
      /^POST \/echo\n[^\n]*\|Content-Type\|multipart\/form-data; boundary=BOUNDARY\nBOUNDARY\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\nBOUNDARY\r\nContent-Disposition: form-data; name="f"; filename="up"\r\nContent-Type: application\/octet-stream\r\n\r\nupload me\n\r\nBOUNDARY\r\nContent-Disposition: form-data; name="g"\r\n\r\nupload me\n\r\nBOUNDARY\r\nContent-Disposition: form-data; name="j"\r\nContent-Type: application\/json\r\n\r\n\{"a":1\}\r\nBOUNDARY\r\nContent-Disposition: form-data; name="p"; filename="x.png"\r\nContent-Type: image\/png\r\n\r\nupload me\n\r\nBOUNDARY\r\nContent-Disposition: form-data; name="c"\r\n\r\n@d\r\nBOUNDARY--\r\n/,
    );
    expect(curl(`-sS -F f=@nope ${U}/`)).toMatchObject({
      err: 'curl: (26) Failed to open/read local data from file/application\n',
      code: 26,
    });
    expect(curl(`-F f ${U}/`).err).toMatch(/^curl: option -F: is badly used here\n/);
  });

  it('is headers of a file, and a file that is named after itself', () => {
    expect(echo('-H @h')).toContain('|X-A|1|X-B|2\n');
    const { out } = runTool(`curl -s -T up ${U}/echo/`, {
      files,
      devices: {
        network: ((request: NetworkRequest): unknown =>
          request.op === 'http' && { port: 80, address: 'x', elapsedMs: 0, trace: {}, response: answer(request.request) }) as never,
      },
    });
    expect(out).toMatch(/^PUT \/echo\/up\n/);
  });

  it('is sent again where the connection was refused, if told so', () => {
    expect(curl(`-sS --retry 1 --retry-connrefused ${U}:81/`).err.match(/\(7\)/g)).toHaveLength(2);
    expect(curl(`-s --connect-to ::10.0.0.1:81 ${U}/`).code).toBe(7);
    expect(curl(`-I ${U}/`).err).toContain('\r  0     0    0     0');
  });
});

describe('URLs with patterns', () => {
  it('stand for several, each asked for', () => {
    expect(curl(`-s -o /dev/null -w '%{url} ' '${U}/{a,b}[09-11]'`).out).toBe(
      ['a09', 'a10', 'a11', 'b09', 'b10', 'b11'].map((name) => `${U}/${name} `).join(''),
    );
    expect(curl(`-s -o /dev/null -w '%{url} ' '${U}/[a-e:2]'`).out).toBe(`${U}/a ${U}/c ${U}/e `);
    expect(curl(`-s -o '#1.txt' -w '%{filename_effective} ' '${U}/[1-2]'`).out).toBe('1.txt 2.txt ');
    expect(curl(`-sg -o /dev/null -w '%{url}' '${U}/{a,b}'`).out).toBe(`${U}/{a,b}`);
    expect(curl(`-s -o /dev/null -w '%{http_code}' 'http://[fd00::1]/'`).out).toBe('200');
  });

  it('with a mistake point at it', () => {
    const at = (path: string) => curl(`-sS '${U}/${path}'`).err;
    expect(at('{a')).toBe(`curl: (3) unmatched brace in URL position 17:\n${U}/{a\n${' '.repeat(16)}^\n`);
    expect(at('[1-')).toBe(`curl: (3) bad range in URL position 20:\n${U}/[1-\n${' '.repeat(19)}^\n`);
    expect(at('a}')).toBe(`curl: (3) unmatched close brace/bracket in URL position 18:\n${U}/a}\n${' '.repeat(17)}^\n`);
    expect(at('[?]')).toContain('bad range specification in URL position 18:');
  });
});

describe('more of curl', () => {
  const withFiles = (line: string, own: Record<string, string>, env: Record<string, string> = {}) =>
    runTool(`curl ${line}`, {
      files: own,
      env,
      devices: {
        network: ((request: NetworkRequest): HttpResult => {
          if (request.op !== 'http') throw new Error(request.op);
          const { host, port } = request.request;
          const base = { port, address: host, elapsedMs: 0, trace: {} as HttpResult['trace'] };
          if (host === 'nosuch') return { ...base, failure: 'unresolved' };
          return port === 81
            ? { ...base, failure: 'refused' }
            : { ...base, response: answer({ ...request.request, path: `/echo ${host}:${port} ${request.request.path}` }) };
        }) as never,
      },
    });

  it('reads options from a file', () => {
    const config = '# mine\nurl = "http://10.0.0.1/a b"\n-X PUT\nheader: "X-A: \\"q\\""\nsilent\n\nuser-agent=me\n';
    const { out, err } = withFiles('-K conf', { conf: config.replace('a b', 'ab') });
    expect(err).toBe('');
    expect(out).toContain('PUT /echo 10.0.0.1:80 /ab\n');
    expect(out).toContain('User-Agent|me|Accept|*/*|X-A|"q"');
    expect(withFiles('-K nope', {})).toMatchObject({
      err: "curl: cannot read config from 'nope'\ncurl: option -K: error encountered when reading a file\ncurl: try 'curl --help' or 'curl --manual' for more information\n",
      code: 26,
    });
    expect(withFiles(`-K conf ${U}`, { conf: 'foo = 1\nsilent' }).err).toBe("Warning: conf:1: warning: 'foo' is unknown\n");
    expect(withFiles(`${U}/x`, { '.curlrc': 'silent\nuser = "a:b"' }, { HOME: '/work' }).out).toContain('Authorization|Basic YTpi');
    expect(withFiles(`-q ${U}/x`, { '.curlrc': 'user = "a:b"' }, { HOME: '/work' }).out).not.toContain('Authorization');
  });

  it('asks for a part', () => {
    expect(withFiles(`-r 0-99 ${U}/x`, {}).out).toContain('|Range|bytes=0-99|User-Agent|');
  });

  it('goes through a proxy', () => {
    const { out } = withFiles('-s -x 10.0.0.9:3128 -U a:b http://web:81/p?q', {});
    expect(out).toContain('GET /echo 10.0.0.9:3128 http://web:81/p?q\nHost|web:81|Proxy-Authorization|Basic YTpi|');
    expect(out).toContain('|Accept|*/*|Proxy-Connection|Keep-Alive');
    expect(withFiles('-s http://web/', {}, { http_proxy: 'http://10.0.0.9:8080' }).out).toContain('10.0.0.9:8080 http://web/');
    expect(withFiles('-s http://web.svc/', {}, { http_proxy: 'http://10.0.0.9:8080', no_proxy: 'localhost,.svc' }).out).toContain(
      'web.svc:80 /\n',
    );
    expect(withFiles('-sS -x nosuch http://web/', {})).toMatchObject({ err: 'curl: (5) Could not resolve proxy: nosuch\n', code: 5 });
    expect(withFiles('-sS -x 10.0.0.9:81 http://web/', {}).err).toBe(
      'curl: (7) Failed to connect to web port 80 via 10.0.0.9 after 0 ms: Could not connect to server\n',
    );
  });
});

describe("busybox's nc", () => {
  const nc = (line: string, failure?: 'refused' | 'timeout') =>
    runTool(`nc ${line}`, {
      busybox: true,
      devices: {
        network: (() => ({ port: 80, address: '10.0.0.1', elapsedMs: 0, trace: {}, ...(failure && { failure }) })) as never,
      },
    });
  it('says as little as nc 1.10: of a refusal only with two -v', () => {
    expect(nc('-z web 80', 'refused')).toMatchObject({ err: '', code: 1 });
    expect(nc('-zv web 80', 'refused')).toMatchObject({ err: '', code: 1 });
    expect(nc('-zvv web 80', 'refused')).toMatchObject({ err: 'nc: web (10.0.0.1:80): Connection refused\nsent 0, rcvd 0\n', code: 1 });
    expect(nc('-zv web 80', 'timeout')).toMatchObject({ err: 'nc: web (10.0.0.1:80): Connection timed out\n', code: 1 });
    expect(nc('-zv web 80')).toMatchObject({ err: 'web (10.0.0.1:80) open\n', code: 0 });
  });
});
