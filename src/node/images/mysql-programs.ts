/** The client of MySQL and MariaDB, `mysqladmin`, and what answers them: databases are kept in the container's files. */
import { device, isatty, readAll, readLine, write } from '../../kernel/sys.ts';
import type { Process, Program, Sys } from '../../kernel/types.ts';
import type { ConnectResult, HttpResult } from '../../network/types.ts';
import type { Server } from './family.ts';
import { type Databases, execute, type Result, statementsOf } from './sql.ts';

const PORT = 3306;
/** Where the data is: one JSON text in the data directory, so that a volume there keeps it. */
const FOLDER = '/var/lib/mysql';
const DATA = `${FOLDER}/ibdata1`;

interface Question {
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** None: is anybody there, and may I come in. */
  readonly sql?: string;
}

interface Answer {
  readonly result?: Result;
  readonly version: string;
}

/** A question's body is JSON; anything else is no client of MySQL. */
export const mysqlServer: Server = (request, { files: tree, args, env, client, hostname: host, now }) => {
  if (request.method !== 'MYSQL') return { response: 'empty' };
  const { user, password, database, sql } = JSON.parse(request.body ?? '{}') as Question;
  const version = String(args['version']);
  const reply = (result?: Result) => ({
    response: { status: 200, reason: 'OK', headers: [], body: JSON.stringify({ version, ...(result && { result }) } satisfies Answer) },
  });
  const denied = `ERROR 1045 (28000): Access denied for user '${user}'@'${client === '127.0.0.1' ? 'localhost' : client || '%'}' (using password: ${password === '' ? 'NO' : 'YES'})`;
  if (passwordOf(user, env) !== password) return reply({ error: denied });
  const data = tree.exists(DATA) ? (JSON.parse(tree.read(DATA)) as Databases) : firstDatabases(env);
  if (sql === undefined)
    return reply(database === '' || data[database] ? undefined : { error: `ERROR 1049 (42000): Unknown database '${database}'` });
  const time = new Date(now).toISOString().slice(0, 19).replace('T', ' ');
  const before = JSON.stringify(data);
  const result = execute(sql, {
    data,
    database,
    known: {
      'now()': time,
      'current_timestamp()': time,
      'version()': version,
      '@@version': version,
      '@@hostname': host,
      '@@server_id': String(args['serverId']),
      'database()': database,
      'user()': `${user}@${client}`,
      'current_user()': `${user}@%`,
    },
  });
  const after = JSON.stringify(data);
  if (after !== before) {
    tree.mkdir(FOLDER, { parents: true });
    tree.write(DATA, after);
  }
  return reply(result);
};

function passwordOf(user: string, env: Readonly<Record<string, string>>): string | undefined {
  const first = (...names: string[]): string | undefined =>
    names
      .flatMap((name) => [`MYSQL_${name}`, `MARIADB_${name}`])
      .map((name) => env[name])
      .find((one) => one !== undefined);
  if (user === 'root') return first('ROOT_PASSWORD') ?? '';
  return user === first('USER') ? first('PASSWORD') : undefined;
}

function firstDatabases(env: Readonly<Record<string, string>>): Databases {
  const name = env['MYSQL_DATABASE'] ?? env['MARIADB_DATABASE'];
  return name ? { [name]: {} } : {};
}

interface Options {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  sql?: string;
  names: boolean;
  table: boolean;
  readonly words: string[];
}

/** Flags as MySQL's tools take them: `-h HOST`, `-hHOST`, `--host=HOST`, `-p` with the password at once or asked for. */
function* optionsOf(process: Process): Sys<Options | number> {
  const [program = ''] = process.argv;
  const found: Options = { host: 'localhost', port: PORT, user: 'root', password: '', database: '', names: true, table: false, words: [] };
  const long: Readonly<Record<string, string>> = {
    host: 'h',
    port: 'P',
    user: 'u',
    password: 'p',
    execute: 'e',
    database: 'D',
    table: 't',
    batch: 'B',
    'skip-column-names': 'N',
    silent: 's',
    version: 'V',
  };
  const argv = process.argv.slice(1);
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] as string;
    const [, name, given] = /^--([\w-]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
    const letter = name !== undefined ? long[name] : /^-\w/.test(word) ? word[1] : undefined;
    const inline = name !== undefined ? given : word.length > 2 ? word.slice(2) : undefined;
    const value = (): string => inline ?? argv[++at] ?? '';
    if (letter === undefined && !word.startsWith('-')) found.words.push(word);
    else if (letter === 'h') found.host = value();
    else if (letter === 'P') found.port = Number(value());
    else if (letter === 'u') found.user = value();
    else if (letter === 'D') found.database = value();
    else if (letter === 'e') found.sql = value();
    else if (letter === 'N') found.names = false;
    else if (letter === 't') found.table = true;
    else if (letter === 'p') {
      if (inline === undefined) {
        yield* write(2, 'Enter password: ');
        found.password = (yield* readLine(0)) ?? '';
      } else {
        yield* write(2, `${program}: [Warning] Using a password on the command line interface can be insecure.\n`);
        found.password = inline;
      }
    } else if (letter === 'V') {
      yield* write(1, `${program}  Ver ${process.env['MYSQL_VERSION'] ?? process.env['MARIADB_VERSION'] ?? ''} for Linux on x86_64\n`);
      return 0;
    } else if (letter !== 'B' && letter !== 's') {
      yield* write(2, `${program}: [ERROR] unknown option '${word}'.\n`);
      return 7;
    }
  }
  return found;
}

const UNREACHED: Readonly<Record<string, number>> = { refused: 111, timeout: 110, unreachable: 113 };

/** The server's answer, or the line that says why there is none. */
function* ask({ host, port, user, password, database }: Options, sql?: string): Sys<Answer | string> {
  const question: Question = { user, password, database, ...(sql !== undefined && { sql }) };
  const result = yield* device<HttpResult & ConnectResult>('network', {
    op: 'http',
    request: {
      method: 'MYSQL',
      scheme: 'http',
      host: host === 'localhost' ? '127.0.0.1' : host,
      port,
      path: '/',
      headers: [],
      body: JSON.stringify(question),
    },
  });
  if (result.response?.body?.startsWith('{')) return JSON.parse(result.response.body) as Answer;
  if (result.failure === 'unresolved') return `ERROR 2005 (HY000): Unknown MySQL server host '${host}' (-2)`;
  if (host === 'localhost')
    return "ERROR 2002 (HY000): Can't connect to local MySQL server through socket '/var/run/mysqld/mysqld.sock' (2)";
  return `ERROR 2003 (HY000): Can't connect to MySQL server on '${host}:${port}' (${UNREACHED[result.failure ?? 'refused'] ?? 111})`;
}

function* mysql(process: Process): Sys<number> {
  const options = yield* optionsOf(process);
  if (typeof options === 'number') return options;
  options.database ||= options.words[0] ?? '';
  const hello = yield* ask(options);
  const problem = typeof hello === 'string' ? hello : hello.result && 'error' in hello.result ? hello.result.error : undefined;
  if (problem !== undefined) {
    yield* write(2, `${problem}\n`);
    return 1;
  }
  if (options.sql !== undefined) return yield* runAll(options, options.sql, yield* isatty(1));
  if (!(yield* isatty(0))) return yield* runAll(options, yield* readAll(0), false);
  const { version } = hello as Answer;
  const prompt = version.includes('MariaDB') ? 'MariaDB [(none)]> ' : 'mysql> ';
  yield* write(
    1,
    `Welcome to the MySQL monitor.  Commands end with ; or \\g.\nYour MySQL connection id is 8\nServer version: ${version} MySQL Community Server - GPL\n\nType 'help;' or '\\h' for help. Type '\\c' to clear the current input statement.\n\n`,
  );
  let text = '';
  for (;;) {
    yield* write(1, text === '' ? prompt : '    -> ');
    const line = yield* readLine(0);
    if (line === null || /^\s*(?:exit|quit|\\q)\s*;?\s*$/i.test(line)) {
      yield* write(1, 'Bye\n');
      return 0;
    }
    if (/\\c\s*$/.test(line)) text = '';
    else if (/^\s*use\s/i.test(line) && text === '') yield* runAll(options, line, true, true);
    else {
      text += `${text === '' ? '' : '\n'}${line}`;
      if (!/(?:;|\\g)\s*$/.test(text)) {
        if (text.trim() === '') text = '';
        continue;
      }
      yield* runAll(options, text, true, true);
      text = '';
    }
  }
}

/** Runs statement after statement, until one fails (a person's go on). */
function* runAll(options: Options, text: string, asTable: boolean, person = false): Sys<number> {
  let line = 1;
  for (const statement of statementsOf(text)) {
    line += statement.slice(0, statement.length - statement.trimStart().length).split('\n').length - 1;
    if (statement.trim() === '') continue;
    const answer = yield* ask(options, statement.trim());
    const result: Result = typeof answer === 'string' ? { error: answer } : (answer.result ?? { affected: 0 });
    if ('error' in result) {
      yield* write(2, `${result.error.replace('LINE', person ? '' : ` at line ${line}`)}\n`);
      if (!person) return 1;
    } else if ('use' in result) {
      options.database = result.use;
      if (person) yield* write(1, 'Database changed\n');
    } else if ('affected' in result) {
      if (person) yield* write(1, `Query OK, ${counted(result.affected)} affected (0.01 sec)\n\n`);
    } else {
      const shown = asTable || options.table ? tableText(result, options.names) : plainText(result, options.names);
      const count = result.rows.length;
      yield* write(1, person ? `${shown}${count === 0 ? 'Empty set' : `${counted(count)} in set`} (0.00 sec)\n\n` : shown);
    }
    line += statement.trim().split('\n').length - 1;
  }
  return 0;
}

const counted = (count: number): string => `${count} row${count === 1 ? '' : 's'}`;

type Rows = Extract<Result, { readonly rows: unknown }>;

function plainText({ columns, rows }: Rows, names: boolean): string {
  if (rows.length === 0) return '';
  return [...(names ? [columns] : []), ...rows].map((row) => `${row.map((one) => one ?? 'NULL').join('\t')}\n`).join('');
}

/** In a box; numbers stand to the right. */
function tableText({ columns, rows }: Rows, names: boolean): string {
  if (rows.length === 0) return '';
  const text = (value: string | null): string => value ?? 'NULL';
  const widths = columns.map((column, at) => Math.max(names ? column.length : 0, ...rows.map((row) => text(row[at] ?? null).length)));
  const right = columns.map((_, at) => rows.every((row) => row[at] === null || /^-?\d+(?:\.\d+)?$/.test(row[at] ?? '')));
  const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+\n`;
  const line = (row: readonly (string | null)[], numbers: boolean): string =>
    `|${row.map((value, at) => ` ${numbers && right[at] ? text(value).padStart(widths[at] as number) : text(value).padEnd(widths[at] as number)} `).join('|')}|\n`;
  return `${rule}${names ? line(columns, false) + rule : ''}${rows.map((row) => line(row, true)).join('')}${rule}`;
}

function* mysqladmin(process: Process): Sys<number> {
  const options = yield* optionsOf(process);
  if (typeof options === 'number') return options;
  const [command = ''] = options.words;
  const answer = yield* ask(options);
  const problem = typeof answer === 'string' ? answer : answer.result && 'error' in answer.result ? answer.result.error : undefined;
  // Whoever is refused has still found the server alive.
  if (command === 'ping' && typeof answer !== 'string') {
    yield* write(1, 'mysqld is alive\n');
    return 0;
  }
  if (problem !== undefined) {
    const [, code = '', message = ''] = /^ERROR (\d+) \(\w+\): ([\s\S]*)$/.exec(problem) ?? [];
    yield* write(
      2,
      `mysqladmin: connect to server at '${options.host}' failed\nerror: '${message || problem}'${code === '2002' ? '\nCheck that mysqld is running.' : ''}\n`,
    );
    return 1;
  }
  if (command === 'version') {
    yield* write(1, `Server version\t\t${(answer as Answer).version}\n`);
    return 0;
  }
  if (command === 'create' && options.words[1]) return yield* runAll(options, `create database ${options.words[1]}`, false);
  yield* write(2, `mysqladmin: Unknown command: '${command}'\n`);
  return 1;
}

/** MariaDB's probe: whether its server answers, whatever else it is asked to look at. */
function* healthcheck(process: Process): Sys<number> {
  const options = yield* optionsOf({ ...process, argv: ['mariadb'] });
  return typeof options === 'number' || typeof (yield* ask(options)) === 'string' ? 1 : 0;
}

/** What a configuration says of `@@server_id`. */
export function serverIdOf(config: string): number {
  return Number(/^\s*server[-_]id\s*=\s*(\d+)/m.exec(config)?.[1] ?? 1);
}

export const clients: Readonly<Record<string, Program>> = {
  mysql,
  mysqladmin,
  mariadb: mysql,
  'mariadb-admin': mysqladmin,
  'healthcheck.sh': healthcheck,
};
