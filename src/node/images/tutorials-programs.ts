/** WordPress as it is before anybody has installed it: every way leads to the installation. No database is asked. */
import { files, write } from '../../kernel/sys.ts';
import type { Process, Program, Sys } from '../../kernel/types.ts';
import { awaitSignal, exec, listen } from './daemon.ts';
import type { Server } from './family.ts';
import { accessLine, httpDate, respond, splitPath } from './http.ts';

const SOFTWARE = 'Apache/2.4.65 (Debian)';
const ROOT = '/var/www/html';

function* wordpress(process: Process): Sys<number> {
  const command = process.argv.slice(1);
  if (command[0] !== 'apache2-foreground') return yield* exec(process, command);
  const copied = yield* files((tree) => {
    if (tree.exists(`${ROOT}/index.php`)) return false;
    tree.mkdir(ROOT, { parents: true });
    for (const name of ['index.php', 'wp-login.php', 'wp-config.php'])
      tree.write(`${ROOT}/${name}`, '<?php\nrequire __DIR__ . "/wp-blog-header.php";\n');
    return true;
  });
  if (copied)
    yield* write(
      2,
      `WordPress not found in ${ROOT} - copying now...\nComplete! WordPress has been successfully copied to ${ROOT}\nNo 'wp-config.php' found in ${ROOT}, but 'WORDPRESS_...' variables supplied; copying 'wp-config-docker.php' (${Object.keys(
        process.env,
      )
        .filter((name) => name.startsWith('WORDPRESS_'))
        .sort()
        .join(' ')})\n`,
    );
  if (!(yield* listen(80, 'wordpress'))) {
    yield* write(2, '(98)Address already in use: AH00072: make_sock: could not bind to address [::]:80\n');
    return 1;
  }
  yield* awaitSignal(['SIGTERM', 'SIGINT', 'SIGWINCH']);
  return 0;
}

const installation: Server = (request, context) => {
  const { path } = splitPath(request.path);
  const head: [string, string][] = [
    ['Date', httpDate(context.now)],
    ['Server', SOFTWARE],
    ['Content-Type', 'text/html; charset=UTF-8'],
  ];
  const response =
    path === '/wp-admin/install.php'
      ? respond(
          200,
          head,
          '<!DOCTYPE html>\n<html lang="en-US">\n<head>\n<title>WordPress &rsaquo; Installation</title>\n</head>\n</html>\n',
        )
      : respond(302, [...head, ['Location', `http://${request.host}/wp-admin/install.php`]], '');
  return { response, stdout: accessLine(request, response, context) };
};

export const programs: Readonly<Record<string, Program>> = { 'wordpress-entrypoint': wordpress };

export const servers: Readonly<Record<string, Server>> = { wordpress: installation };
