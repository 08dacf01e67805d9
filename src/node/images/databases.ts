/** The images of MySQL, MariaDB and PostgreSQL. */
import { lazy } from '../../kernel/lazy.ts';
import type { Family } from './family.ts';

export const databaseFamily: Family = {
  images: [
    {
      names: ['docker.io/library/mysql'],
      tags: { pattern: '(?:latest|lts|innovation|[589](?:\\.\\d+(?:\\.\\d+)?)?)(?:-(?:oracle|debian|oraclelinux\\d))?' },
      version: '9.5.0',
      size: 254_000_000,
      usage: { cpu: 5, memory: 410 },
      entrypoint: ['mysql-entrypoint'],
      cmd: ['mysqld'],
      env: { MYSQL_VERSION: '{version}' },
      ports: [3306],
      base: 'debian',
      programs: ['busybox', 'bash', 'mysql-entrypoint', 'mysql', 'mysqladmin'],
    },
    {
      names: ['docker.io/library/mariadb'],
      tags: { pattern: '(?:latest|lts|1[0-2](?:\\.\\d+(?:\\.\\d+)?)?)(?:-(?:jammy|noble|ubi))?' },
      version: '12.1.2',
      size: 104_000_000,
      usage: { cpu: 1, memory: 95 },
      entrypoint: ['mariadb-entrypoint'],
      cmd: ['mariadbd'],
      env: { MARIADB_VERSION: '{version}' },
      ports: [3306],
      base: 'debian',
      programs: ['busybox', 'bash', 'mariadb-entrypoint', 'mariadb', 'mysql', 'mysqladmin'],
    },
    {
      names: ['docker.io/library/postgres'],
      tags: { pattern: '(?:latest|alpine|9(?:\\.\\d+)*|1[0-8](?:\\.\\d+)?)(?:-(?:alpine|bookworm|trixie|bullseye))?' },
      version: '18.1',
      size: 160_000_000,
      usage: { cpu: 2, memory: 28 },
      entrypoint: ['postgres-entrypoint'],
      cmd: ['postgres'],
      env: { PG_VERSION: '{version}', PGDATA: '/var/lib/postgresql/data' },
      ports: [5432],
      stopSignal: 'SIGINT',
      base: 'debian',
      programs: ['busybox', 'bash', 'postgres-entrypoint'],
    },
  ],
  programs: ['mysql-entrypoint', 'mariadb-entrypoint', 'postgres-entrypoint', 'mysql', 'mysqladmin', 'mariadb'],
  servers: ['silent', 'mysql'],
  code: lazy(() => import('./databases-programs.ts')),
};
