/** MySQL, MariaDB and PostgreSQL: they start only with a password, listen, answer no HTTP, and know a little SQL. */
import { files, now, write } from '../../kernel/sys.ts';
import type { Process, Program, Sys } from '../../kernel/types.ts';
import { awaitSignal, exec, listen, title } from './daemon.ts';
import type { Server } from './family.ts';
import { clients, mysqlServer, serverIdOf } from './mysql-programs.ts';
import { postgresClients, postgresServer } from './postgres-programs.ts';
import { silent, stores } from './stores-programs.ts';

/** `2026-11-24 09:00:00+00:00`, as the images' entrypoints print it. */
function stamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')}+00:00`;
}

/** Where the server reads its configuration. */
const CONFIGS = ['/etc/mysql/conf.d', '/etc/mysql/mariadb.conf.d'];

function has(process: Process, names: readonly string[]): boolean {
  return names.some((name) => (process.env[name] ?? '') !== '' || (process.env[`${name}_FILE`] ?? '') !== '');
}

function mysqlEntrypoint(prefix: 'MYSQL' | 'MARIADB', product: string): Program {
  const variables =
    prefix === 'MYSQL'
      ? ['MYSQL_ROOT_PASSWORD', 'MYSQL_ALLOW_EMPTY_PASSWORD', 'MYSQL_RANDOM_ROOT_PASSWORD']
      : ['MARIADB_ROOT_PASSWORD', 'MARIADB_ROOT_PASSWORD_HASH', 'MARIADB_ALLOW_EMPTY_ROOT_PASSWORD', 'MARIADB_RANDOM_ROOT_PASSWORD'];
  return function* (process): Sys<number> {
    const given = process.argv.slice(1);
    // Flags alone are the server's.
    const command = given[0]?.startsWith('-') ? [prefix === 'MYSQL' ? 'mysqld' : 'mariadbd', ...given] : given;
    if (command[0] !== 'mysqld' && command[0] !== 'mariadbd') return yield* exec(process, command);
    const version = process.env[`${prefix}_VERSION`] ?? '';
    const time = stamp(yield* now());
    yield* write(1, `${time} [Note] [Entrypoint]: Entrypoint script for ${product} Server ${version} started.\n`);
    if (!has(process, [...variables, ...variables.map((name) => name.replace('MARIADB', 'MYSQL'))])) {
      yield* write(
        2,
        `${time} [ERROR] [Entrypoint]: Database is uninitialized and password option is not specified\n    You need to specify one of the following as an environment variable:\n${variables.map((name) => `    - ${name}\n`).join('')}`,
      );
      return 1;
    }
    title(process, command);
    const config = yield* files((tree) =>
      CONFIGS.flatMap((folder) => (tree.isDirectory(folder) ? tree.list(folder).map((name) => tree.read(`${folder}/${name}`)) : [])),
    );
    const shown = prefix === 'MARIADB' ? `${version}-MariaDB` : version;
    if (!(yield* listen(3306, 'mysql', { version: shown, serverId: serverIdOf(config.join('\n')) }))) return 1;
    yield* write(
      2,
      `${time.replace(' ', 'T').replace('+00:00', '.000000Z')} 0 [System] [MY-010931] [Server] /usr/sbin/${command[0]}: ready for connections. Version: '${version}'  socket: '/var/run/mysqld/mysqld.sock'  port: 3306  ${product} Community Server - GPL.\n`,
    );
    yield* awaitSignal(['SIGTERM', 'SIGINT']);
    return 0;
  };
}

function* postgresEntrypoint(process: Process): Sys<number> {
  const command = process.argv.slice(1);
  if (command[0] !== 'postgres' && !command[0]?.startsWith('-')) return yield* exec(process, command);
  if (!has(process, ['POSTGRES_PASSWORD']) && process.env['POSTGRES_HOST_AUTH_METHOD'] !== 'trust') {
    yield* write(
      2,
      `Error: Database is uninitialized and superuser password is not specified.
       You must specify POSTGRES_PASSWORD to a non-empty value for the
       superuser. For example, "-e POSTGRES_PASSWORD=password" on "docker run".

       You may also use "POSTGRES_HOST_AUTH_METHOD=trust" to allow all
       connections without a password. This is *not* recommended.

       See PostgreSQL documentation about "trust":
       https://www.postgresql.org/docs/current/auth-trust.html
`,
    );
    return 1;
  }
  title(process, ['postgres']);
  if (!(yield* listen(5432, 'postgres'))) return 1;
  const time = `${new Date(yield* now()).toISOString().replace('T', ' ').replace('Z', '')} UTC [1]`;
  yield* write(
    2,
    `${time} LOG:  starting PostgreSQL ${process.env['PG_VERSION'] ?? ''} on x86_64-pc-linux-gnu, 64-bit\n${time} LOG:  listening on IPv4 address "0.0.0.0", port 5432\n${time} LOG:  database system is ready to accept connections\n`,
  );
  yield* awaitSignal(['SIGTERM', 'SIGINT']);
  return 0;
}

export const programs: Readonly<Record<string, Program>> = {
  ...clients,
  ...postgresClients,
  'mysql-entrypoint': mysqlEntrypoint('MYSQL', 'MySQL'),
  'mariadb-entrypoint': mysqlEntrypoint('MARIADB', 'MariaDB'),
  'postgres-entrypoint': postgresEntrypoint,
  ...stores,
};

export const servers: Readonly<Record<string, Server>> = { mysql: mysqlServer, postgres: postgresServer, grpc: silent };
