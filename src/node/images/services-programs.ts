/** The programs of services that are more than data. */
import { files, write } from '../../kernel/sys.ts';
import type { Process, Program, Sys } from '../../kernel/types.ts';
import { awaitSignal, exec, listen } from './daemon.ts';
import type { Server } from './family.ts';
import { accessLine, httpDate, respond, splitPath } from './http.ts';
import { silent } from './stores-programs.ts';

const SOFTWARE = 'Apache/2.4.65 (Debian)';
const ROOT = '/var/www/html';

/** WordPress as it is before anybody has installed it: every way leads to the installation. No database is asked. */
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

/** What probes ask of RabbitMQ's tools. */
function* rabbitmq(process: Process): Sys<number> {
  const command = process.argv.slice(1).find((word) => !word.startsWith('-'));
  const node = `rabbit@${process.machine.hostname}`;
  const answers: Readonly<Record<string, string>> = {
    ping: `Will ping ${node}. This only checks if the OS process is running and registered with epmd. Timeout: 60000 ms.\nPing succeeded\n`,
    check_running: `Checking if RabbitMQ is running on node ${node} ...\nRabbitMQ on node ${node} is fully booted and running\n`,
    check_port_connectivity: `Testing TCP connections to all active listeners on node ${node} ...\nSuccessfully connected to ports 5672 on node ${node}.\n`,
    status: `Status of node ${node} ...\nRuntime\n\nRabbitMQ is running\n`,
  };
  const answer = answers[command ?? ''];
  if (answer === undefined) {
    yield* write(2, `${process.argv[0]}: only ${Object.keys(answers).join(', ')} are known here\n`);
    return 64;
  }
  yield* write(1, answer);
  return 0;
}

function* goproxy(): Sys<number> {
  if (!(yield* listen(8080, 'goproxy'))) return 1;
  yield* awaitSignal([]);
  return 2;
}

export const programs: Readonly<Record<string, Program>> = {
  rabbitmqctl: rabbitmq,
  'rabbitmq-diagnostics': rabbitmq,
  '/goproxy': goproxy,
  'wordpress-entrypoint': wordpress,
};

export const servers: Readonly<Record<string, Server>> = {
  closed: silent,
  goproxy: ({ method, path }) => ({
    response: respond(
      500,
      [['Content-Type', 'text/plain; charset=utf-8']],
      `This is a proxy server. Does not respond to non-proxy requests.\n`,
    ),
    stdout: `${method} ${path}\n`,
  }),
  wordpress: installation,
};
