/** Perl and Python, as much of each as tutorials show. */
import { lazy } from '../../kernel/lazy.ts';
import { load, write } from '../../kernel/sys.ts';
import type { Process, Program, Sys } from '../../kernel/types.ts';
import { awaitSignal, listen } from './daemon.ts';
import type { Server } from './family.ts';
import { httpDate, respond } from './http.ts';

/** `perl -Mbignum=bpi -wle 'print bpi(2000)'`, and one-liners that print a text. */
function* perl(process: Process): Sys<number> {
  const args = process.argv.slice(1);
  if (args.includes('-v')) {
    yield* write(1, '\nThis is perl 5 (v5.42.0) built for x86_64-linux-gnu\n');
    return 0;
  }
  const script = args.find((_, at) => /^-\w*e$/.test(args[at - 1] ?? ''));
  const newline = args.some((word) => /^-\w*l\w*e$/.test(word)) ? '\n' : '';
  const digits = /^\s*print\s+bpi\((\d+)\)\s*;?\s*$/.exec(script ?? '')?.[1];
  const text = /^\s*print\s+(["'])(.*)\1\s*;?\s*$/s.exec(script ?? '')?.[2];
  if (digits !== undefined && args.some((word) => word.startsWith('-Mbignum')))
    yield* write(1, pi(Math.min(Number(digits), 20_000)) + newline);
  else if (text !== undefined) yield* write(1, text.replaceAll('\\n', '\n') + newline);
  else {
    yield* write(2, 'perl: this image runs only `print "..."` and `-Mbignum=bpi -wle "print bpi(N)"` here\n');
    return 2;
  }
  return 0;
}

/** Pi with so many significant digits, rounded (Machin's formula on whole numbers). */
function pi(digits: number): string {
  const guard = 10;
  const one = 10n ** BigInt(digits - 1 + guard);
  const arctan = (inverse: bigint): bigint => {
    let term = one / inverse;
    let sum = term;
    for (let n = 3n, sign = -1n; term !== 0n; n += 2n, sign = -sign) {
      term /= inverse * inverse;
      sum += (sign * term) / n;
    }
    return sum;
  };
  const scaled = 4n * (4n * arctan(5n) - arctan(239n));
  const half = 10n ** BigInt(guard) / 2n;
  const text = String((scaled + half) / 10n ** BigInt(guard));
  return digits === 1 ? text : `${text[0]}.${text.slice(1)}`;
}

/** Python's own code, loaded when a program is first run. */
const language = lazy(() => import('./python/index.ts'));

/** `python3 -m http.server 8080`, `python3 -c PROGRAM`, `python3 FILE`. */
function* python(process: Process): Sys<number> {
  const args = process.argv.slice(1);
  if (args[0] === '-V' || args[0] === '--version') {
    yield* write(1, `Python ${process.env['PYTHON_VERSION'] ?? '3.14.0'}\n`);
    return 0;
  }
  if (args[0] === '-m' && args[1] === 'http.server') {
    const port = Number(args[2] ?? 8000);
    if (!(yield* listen(port, 'python-files', { root: process.cwd }))) {
      yield* write(2, 'OSError: [Errno 98] Address already in use\n');
      return 1;
    }
    yield* write(1, `Serving HTTP on 0.0.0.0 port ${port} (http://0.0.0.0:${port}/) ...\n`);
    // As process 1 Python ignores what it has no handler for: SIGTERM.
    yield* awaitSignal(['SIGINT']);
    return 0;
  }
  if (args[0] === '-m') {
    yield* write(2, `${process.argv[0]}: -m ${args[1] ?? ''} is not supported here\n`);
    return 1;
  }
  return yield* (yield* load(language)).runPython(process, args);
}

export const programs: Readonly<Record<string, Program>> = { perl, python, python3: python };

export const servers: Readonly<Record<string, Server>> = {
  'python-files': (request, { files, args, now: time, client }) => {
    const path = decodeURIComponent(request.path.split('?')[0] ?? '/');
    const file = files.resolve(String(args['root']), `.${path}`);
    const index = `${file.replace(/\/$/, '')}/index.html`;
    const found = files.exists(file) ? (files.isDirectory(file) ? (files.exists(index) ? index : 'listing') : file) : undefined;
    const listing = (): string =>
      `<!DOCTYPE HTML>\n<html lang="en">\n<head>\n<title>Directory listing for ${path}</title>\n</head>\n<body>\n<h1>Directory listing for ${path}</h1>\n<hr>\n<ul>\n${files
        .list(file)
        .map((name) => `<li><a href="${name}">${name}</a></li>\n`)
        .join('')}</ul>\n<hr>\n</body>\n</html>\n`;
    const status = found === undefined ? 404 : 200;
    const body =
      found === undefined ? '<h1>Error response</h1>\n<p>Error code: 404</p>\n' : found === 'listing' ? listing() : files.read(found);
    const head: [string, string][] = [
      ['Server', 'SimpleHTTP/0.6 Python/3.14.0'],
      ['Date', httpDate(time)],
      ['Content-type', found === undefined || found === 'listing' || found.endsWith('.html') ? 'text/html' : 'text/plain'],
    ];
    const when = new Date(time)
      .toUTCString()
      .slice(5, 25)
      .replaceAll(' ', '/')
      .replace(/\/(\d\d:)/, ' $1');
    return {
      response: respond(status, head, body),
      stderr: `${client} - - [${when}] "${request.method} ${request.path} HTTP/1.1" ${status} -\n`,
    };
  },
};
