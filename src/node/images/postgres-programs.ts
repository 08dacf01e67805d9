/** PostgreSQL's psql and pg_isready, and what answers them: the same little SQL as MySQL's, told in PostgreSQL's words. */
import { device, isatty, readAll, readLine, write } from '../../kernel/sys.ts';
import type { Process, Program, Sys } from '../../kernel/types.ts';
import type { HttpResult } from '../../network/types.ts';
import type { Server } from './family.ts';
import { type Databases, execute, type Result, statementsOf } from './sql.ts';

const PORT = 5432;
const SOCKET = `/var/run/postgresql/.s.PGSQL.${PORT}`;

interface Question {
  readonly user: string;
  readonly password?: string;
  readonly database: string;
  /** None: is anybody there, and may I come in. */
  readonly sql?: string;
}

/** What a statement comes to. `tag` is what psql prints of one without rows: `INSERT 0 1`. */
type Outcome = { readonly title?: string; readonly columns: readonly string[]; readonly rows: Rows } | { readonly tag: string };
type Rows = readonly (readonly (string | null)[])[];

/** `fatal`: nobody is let in; `password`: one is wanted first. */
interface Answer {
  readonly version: string;
  readonly outcome?: Outcome;
  readonly error?: string;
  readonly fatal?: string;
  readonly password?: true;
}

/** A question's body is JSON; anything else is no client of PostgreSQL. */
export const postgresServer: Server = (request, { files: tree, env, client, now }) => {
  if (request.method !== 'POSTGRES') return { response: 'empty' };
  const { user, password, database, sql } = JSON.parse(request.body ?? '{}') as Question;
  const version = env['PG_VERSION'] ?? '';
  const owner = env['POSTGRES_USER'] || 'postgres';
  const reply = (answer: Omit<Answer, 'version'> = {}) => ({
    response: { status: 200, reason: 'OK', headers: [], body: JSON.stringify({ version, ...answer } satisfies Answer) },
  });
  const trusted = client === '127.0.0.1' || env['POSTGRES_HOST_AUTH_METHOD'] === 'trust';
  if (!trusted && password === undefined) return reply({ password: true });
  if (!trusted && (user !== owner || password !== env['POSTGRES_PASSWORD']))
    return reply({ fatal: `password authentication failed for user "${user}"` });
  if (user !== owner) return reply({ fatal: `role "${user}" does not exist` });
  const file = `${env['PGDATA'] ?? '/var/lib/postgresql/data'}/base/databases.json`;
  const data: Databases = tree.exists(file)
    ? (JSON.parse(tree.read(file)) as Databases)
    : { postgres: {}, [env['POSTGRES_DB'] || owner]: {} };
  if (!data[database]) return reply({ fatal: `database "${database}" does not exist` });
  if (sql === undefined) return reply();
  const before = JSON.stringify(data);
  const answer = told(sql, data, database, {
    user,
    owner,
    version,
    time: new Date(now).toISOString().replace('T', ' ').replace('Z', '000+00'),
  });
  const after = JSON.stringify(data);
  if (after !== before) {
    tree.mkdir(file.replace(/\/[^/]*$/, ''), { parents: true });
    tree.write(file, after);
  }
  return reply(answer);
};

interface About {
  readonly user: string;
  readonly owner: string;
  readonly version: string;
  readonly time: string;
}

/** One statement, or one of psql's questions about the catalogue. */
function told(sql: string, data: Databases, database: string, { user, owner, version, time }: About): Omit<Answer, 'version'> {
  const asked = CATALOGUE[/^\\\S+/.exec(sql)?.[0] ?? ''];
  if (asked) return asked(data, database, owner, version);
  // Names are quoted by ", and the parts of a schema are of one.
  const text = sql.replace(/"([^"]*)"/g, '`$1`').replace(/\bpublic\./g, '');
  const result = execute(text, {
    data,
    database,
    known: {
      'now()': time,
      current_timestamp: time,
      'version()': `PostgreSQL ${version} (Debian ${version}-1.pgdg13+1) on x86_64-pc-linux-gnu, compiled by gcc (Debian 14.2.0-19) 14.2.0, 64-bit`,
      'current_database()': database,
      current_user: user,
      user,
      true: 't',
      false: 'f',
    },
  });
  if ('error' in result) return { error: errorOf(result.error, text) };
  if ('rows' in result) return { outcome: { columns: result.columns.map(heading), rows: result.rows } };
  return { outcome: { tag: tagOf(text, result) } };
}

type Catalogue = (data: Databases, database: string, owner: string, version: string) => Omit<Answer, 'version'>;

const CATALOGUE: Readonly<Record<string, Catalogue>> = {
  '\\l': (data, _database, owner) => {
    const row = (name: string, access: string): string[] => [name, owner, 'UTF8', 'libc', 'en_US.utf8', 'en_US.utf8', '', '', access];
    const template = `=c/${owner}\n${owner}=CTc/${owner}`;
    const rows = [...Object.keys(data).map((name) => row(name, '')), row('template0', template), row('template1', template)];
    const columns = ['Name', 'Owner', 'Encoding', 'Locale Provider', 'Collate', 'Ctype', 'Locale', 'ICU Rules', 'Access privileges'];
    return { outcome: { title: 'List of databases', columns, rows: rows.sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)) } };
  },
  '\\dt': (data, database, owner, version) => {
    const what = Number.parseInt(version, 10) >= 18 ? 'tables' : 'relations';
    const names = Object.keys(data[database] ?? {}).sort();
    if (names.length === 0) return { error: `Did not find any ${what}.` };
    const rows = names.map((name) => ['public', name, 'table', owner]);
    return { outcome: { title: `List of ${what}`, columns: ['Schema', 'Name', 'Type', 'Owner'], rows } };
  },
  '\\du': (_data, _database, owner) => ({
    outcome: {
      title: 'List of roles',
      columns: ['Role name', 'Attributes'],
      rows: [[owner, 'Superuser, Create role, Create DB, Replication, Bypass RLS']],
    },
  }),
};

/** What PostgreSQL says where MySQL has a number. */
function errorOf(mysql: string, text: string): string {
  const [, code = ''] = /^ERROR (\d+)/.exec(mysql) ?? [];
  const named = /'([^']*)'/.exec(mysql)?.[1]?.replace(/^.*\./, '') ?? '';
  const messages: Readonly<Record<string, string>> = {
    1007: `database "${/'([^']*)'/.exec(mysql)?.[1] ?? ''}" already exists`,
    1008: `database "${named}" does not exist`,
    1050: `relation "${named}" already exists`,
    1051: `table "${named}" does not exist`,
    1054: `column "${named}" does not exist`,
    1136: 'INSERT has more expressions than target columns',
    1146: `relation "${named}" does not exist`,
  };
  const near = /^\S+/.exec(text)?.[0] ?? '';
  return `ERROR:  ${messages[code] ?? `syntax error at or near "${near}", or this simulated server does not know the statement`}`;
}

/** `count` for `count(*)`, `?column?` for what has no name. */
function heading(column: string): string {
  const call = /^(\w+)\(.*\)$/.exec(column)?.[1];
  if (call) return call.toLowerCase();
  return /^[a-z_]\w*$/i.test(column) ? column : '?column?';
}

function tagOf(text: string, result: Extract<Result, { affected: number }> | { use: string }): string {
  const [first = '', second = ''] = text.trim().toUpperCase().split(/\s+/);
  const count = 'affected' in result ? result.affected : 0;
  if (first === 'INSERT') return `INSERT 0 ${count}`;
  if (first === 'UPDATE' || first === 'DELETE') return `${first} ${count}`;
  if (first === 'CREATE' || first === 'DROP') return `${first} ${second}`;
  return first === 'TRUNCATE' ? 'TRUNCATE TABLE' : first;
}

interface Options {
  host: string;
  port: number;
  user: string;
  password: string | undefined;
  database: string;
  readonly commands: string[];
  readonly words: string[];
  /** Only rows, not laid out. */
  bare: boolean;
  aligned: boolean;
  quiet: boolean;
}

/** Flags of both programs: `-U postgres`, `-Upostgres`, `--username=postgres`. */
function optionsOf({ argv, env }: Process): Options | string {
  const found: Options = {
    host: env['PGHOST'] ?? '',
    port: Number(env['PGPORT'] ?? PORT),
    user: env['PGUSER'] ?? 'root',
    password: env['PGPASSWORD'],
    database: env['PGDATABASE'] ?? '',
    commands: [],
    words: [],
    bare: false,
    aligned: true,
    quiet: false,
  };
  const long: Readonly<Record<string, string>> = {
    host: 'h',
    port: 'p',
    username: 'U',
    dbname: 'd',
    command: 'c',
    list: 'l',
    'tuples-only': 't',
    'no-align': 'A',
    quiet: 'q',
    'no-password': 'w',
    'no-psqlrc': 'X',
    timeout: 'T',
  };
  const rest = argv.slice(1);
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] as string;
    const [, name, given] = /^--([\w-]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
    const letters = name !== undefined ? long[name] : /^-\w/.test(word) ? word.slice(1) : undefined;
    if (!word.startsWith('-')) {
      found.words.push(word);
      continue;
    }
    for (let i = 0; i < (letters ?? '?').length; i++) {
      const letter = letters?.[i];
      const value = (): string => {
        const inline = name !== undefined ? given : letters?.slice(i + 1) || undefined;
        i = letters?.length ?? 0;
        return inline ?? rest[++at] ?? '';
      };
      if (letter === 'h') found.host = value();
      else if (letter === 'p') found.port = Number(value());
      else if (letter === 'U') found.user = value();
      else if (letter === 'd') found.database = value();
      else if (letter === 'c') found.commands.push(value());
      else if (letter === 'l') found.commands.push('\\l');
      else if (letter === 't') found.bare = true;
      else if (letter === 'A') found.aligned = false;
      else if (letter === 'q') found.quiet = true;
      else if (letter === 'v' || letter === 'T' || letter === 'P') value();
      else if (letter !== 'w' && letter !== 'W' && letter !== 'X') return word;
    }
  }
  const [database, user] = found.words;
  found.database ||= database ?? '';
  found.user = user ?? found.user;
  const url = /^postgres(?:ql)?:\/\/(?:([^:@/]+)(?::([^@]*))?@)?([^:/]+)?(?::(\d+))?(?:\/(\w+))?/.exec(found.database);
  if (url) {
    found.user = url[1] ?? found.user;
    found.password = url[2] ?? found.password;
    found.host = url[3] ?? found.host;
    found.port = Number(url[4] ?? found.port);
    found.database = url[5] ?? '';
  }
  found.database ||= found.user;
  return found;
}

/** The server's answer, or why there is none. */
function* ask({ host, port, user, password, database }: Options, sql?: string): Sys<Answer | string> {
  const question: Question = { user, database, ...(password !== undefined && { password }), ...(sql !== undefined && { sql }) };
  const result = yield* device<HttpResult>('network', {
    op: 'http',
    request: {
      method: 'POSTGRES',
      scheme: 'http',
      host: host || '127.0.0.1',
      port,
      path: '/',
      headers: [],
      body: JSON.stringify(question),
    },
  });
  const where =
    host === ''
      ? `connection to server on socket "${SOCKET}" failed: `
      : `connection to server at "${host}"${result.address && result.address !== host ? ` (${result.address})` : ''}, port ${port} failed: `;
  if (result.response?.body?.startsWith('{')) {
    const answer = JSON.parse(result.response.body) as Answer;
    if (answer.password) return { ...answer, error: `${where}fe_sendauth: no password supplied` };
    return answer.fatal === undefined ? answer : `${where}FATAL:  ${answer.fatal}`;
  }
  if (result.failure === 'unresolved') return `could not translate host name "${host}" to address: Name or service not known`;
  if (host === '') return `${where}No such file or directory\n\tIs the server running locally and accepting connections on that socket?`;
  const why = result.failure === 'timeout' ? 'Connection timed out' : 'Connection refused';
  return `${where}${why}\n\tIs the server running on that host and accepting TCP/IP connections?`;
}

function* psql(process: Process): Sys<number> {
  if (process.argv.some((word) => word === '-V' || word === '--version')) {
    const version = process.env['PG_VERSION'] ?? '';
    yield* write(1, `psql (PostgreSQL) ${version} (Debian ${version}-1.pgdg13+1)\n`);
    return 0;
  }
  const options = optionsOf(process);
  if (typeof options === 'string') {
    yield* write(2, `psql: unrecognized option '${options}'\nTry "psql --help" for more information.\n`);
    return 1;
  }
  let hello = yield* ask(options);
  if (typeof hello !== 'string' && hello.password) {
    if (!(yield* isatty(0))) hello = hello.error ?? '';
    else {
      yield* write(1, `Password for user ${options.user}: `);
      options.password = (yield* readLine(0)) ?? '';
      hello = yield* ask(options);
    }
  }
  if (typeof hello === 'string') {
    yield* write(2, `psql: error: ${hello}\n`);
    return 2;
  }
  if (options.commands.length > 0) {
    for (const command of options.commands) if (!(yield* runAll(options, command))) return 1;
    return 0;
  }
  if (!(yield* isatty(0))) {
    yield* runAll(options, yield* readAll(0));
    return 0;
  }
  yield* write(1, `psql (${hello.version} (Debian ${hello.version}-1.pgdg13+1))\nType "help" for help.\n\n`);
  let text = '';
  for (;;) {
    yield* write(1, `${options.database}${text === '' ? '=' : '-'}# `);
    const line = yield* readLine(0);
    if (line === null || (text === '' && /^\s*(?:\\q|exit|quit)\s*;?\s*$/.test(line))) return 0;
    text += `${text === '' ? '' : '\n'}${line}`;
    if (text.trim() === '') text = '';
    else if (text.trimStart().startsWith('\\') || /;\s*$/.test(text)) {
      yield* runAll(options, text, true);
      text = '';
    }
  }
}

/** Runs statement after statement. False when one failed, after which only a person goes on. */
function* runAll(options: Options, text: string, person = false): Sys<boolean> {
  for (const part of text.split(/^(?=\s*\\)|(?<=^\s*\\[^\n]*\n)/m)) {
    for (const statement of part.trimStart().startsWith('\\') ? [part] : statementsOf(part)) {
      const said = statement.trim();
      if (said === '') continue;
      if (!(yield* run(options, said)) && !person) return false;
    }
  }
  return true;
}

function* run(options: Options, said: string): Sys<boolean> {
  const [command = '', word] = said.split(/\s+/);
  if (command === '\\q') return true;
  if (command === '\\c' || command === '\\connect') {
    const hello = yield* ask({ ...options, database: word ?? options.database });
    if (typeof hello === 'string') {
      yield* write(2, `${hello}\nPrevious connection kept\n`);
      return false;
    }
    options.database = word ?? options.database;
    yield* write(1, `You are now connected to database "${options.database}" as user "${options.user}".\n`);
    return true;
  }
  if (command.startsWith('\\') && !CATALOGUE[command.replace(/\+$/, '')]) {
    yield* write(2, `invalid command ${command} (here \\c, \\dt, \\du, \\l and \\q are known)\n`);
    return false;
  }
  const answer = yield* ask(options, said.replace(/^(\\\w+)\+/, '$1'));
  if (typeof answer === 'string' || answer.error !== undefined) {
    yield* write(2, `${typeof answer === 'string' ? `psql: error: ${answer}` : answer.error}\n`);
    return false;
  }
  const { outcome } = answer;
  if (!outcome) return true;
  if ('tag' in outcome) {
    if (!options.quiet) yield* write(1, `${outcome.tag}\n`);
  } else yield* write(1, options.aligned ? tableText(outcome, options.bare) : plainText(outcome, options.bare));
  return true;
}

type Table = Extract<Outcome, { readonly rows: unknown }>;

const counted = (count: number): string => `(${count} row${count === 1 ? '' : 's'})`;

function plainText({ columns, rows }: Table, bare: boolean): string {
  const lines = [...(bare ? [] : [columns]), ...rows].map((row) => `${row.map((one) => one ?? '').join('|')}\n`);
  return lines.join('') + (bare ? '' : `${counted(rows.length)}\n`);
}

/** Headings in the middle, numbers to the right; a cell of several lines says with + that it goes on. */
function tableText({ title, columns, rows }: Table, bare: boolean): string {
  const cells = rows.map((row) => columns.map((_, at) => (row[at] ?? '').split('\n')));
  const widths = columns.map((column, at) =>
    Math.max(bare ? 0 : column.length, ...cells.flatMap((row) => (row[at] ?? []).map((line) => line.length))),
  );
  const right = columns.map((_, at) => rows.length > 0 && rows.every((row) => row[at] === null || /^-?\d+(?:\.\d+)?$/.test(row[at] ?? '')));
  const centre = (text: string, width: number): string => {
    const left = Math.floor((width - text.length) / 2);
    return `${' '.repeat(Math.max(0, left))}${text}`.padEnd(width);
  };
  const last = columns.length - 1;
  const line = (row: readonly string[][], at: number): string =>
    row
      .map((parts, column) => {
        const [part = '', width] = [parts[at], widths[column] as number];
        const more = at < parts.length - 1 ? '+' : ' ';
        const text = right[column] ? part.padStart(width) : column === last && more === ' ' ? part : part.padEnd(width);
        return ` ${text}${column === last && more === ' ' ? '' : more}`;
      })
      .join('|');
  const body = cells.flatMap((row) => {
    const height = Math.max(...row.map((parts) => parts.length));
    return Array.from({ length: height }, (_, at) => `${line(row, at)}\n`);
  });
  if (bare) return `${body.join('')}\n`;
  const rule = widths.map((width) => '-'.repeat(width + 2)).join('+');
  const head = columns.map((column, at) => ` ${centre(column, widths[at] as number)} `).join('|');
  return `${title ? `${centre(title, rule.length).trimEnd()}\n` : ''}${head}\n${rule}\n${body.join('')}${counted(rows.length)}\n\n`;
}

/** Whether a server lets anybody in: 0, or 2 when there is none. */
function* ready(process: Process): Sys<number> {
  const options = optionsOf(process);
  if (typeof options === 'string') {
    yield* write(2, `pg_isready: unrecognized option '${options}'\nTry "pg_isready --help" for more information.\n`);
    return 3;
  }
  const answer = yield* ask(options);
  const isThere = typeof answer !== 'string' || answer.includes('FATAL:');
  const place = `${options.host || '/var/run/postgresql'}:${options.port}`;
  if (!options.quiet) yield* write(1, `${place} - ${isThere ? 'accepting connections' : 'no response'}\n`);
  return isThere ? 0 : 2;
}

export const postgresClients: Readonly<Record<string, Program>> = { psql, pg_isready: ready };
