/** ingress-nginx as a container: it starts, listens and ends; what it answers is the network's business (network/ingress.ts). */
import { device, now, sleep, write } from '../../kernel/sys.ts';
import type { Process, Sys } from '../../kernel/types.ts';
import { INGRESS_SERVER } from '../../network/ingress.ts';
import { awaitSignal, exec, type ListenRequest } from './daemon.ts';
import type { FamilyCode } from './family.ts';

const BANNER = `-------------------------------------------------------------------------------
NGINX Ingress controller
  Release:       v1.15.1
  Build:         drydock
  Repository:    https://github.com/kubernetes/ingress-nginx
  nginx version: nginx/1.27.1

-------------------------------------------------------------------------------

`;

/** A line of klog: `I1124 09:00:00.000000       7 main.go:205] ...` */
function* log(text: string): Sys<void> {
  const time = new Date(yield* now()).toISOString();
  yield* write(2, `I${time.slice(5, 7)}${time.slice(8, 10)} ${time.slice(11, 23)}000       7 ${text}\n`);
}

function* listen(port: number, args: ListenRequest['args'], tls = false): Sys<boolean> {
  return yield* device<boolean>('container', { op: 'listen', port, server: INGRESS_SERVER, args, tls } satisfies ListenRequest);
}

function* dumbInit(process: Process): Sys<number> {
  const [first, ...rest] = process.argv.slice(1);
  return yield* exec(process, first === '--' || first === undefined ? rest : [first, ...rest]);
}

function* controller(): Sys<number> {
  yield* write(2, BANNER);
  yield* log('main.go:205] "Creating API client" host="https://10.96.0.1:443"');
  yield* log('main.go:248] "Running in Kubernetes cluster" major="1" minor="36" git="v1.36.2" state="clean" platform="linux/amd64"');
  yield* sleep(1500);
  for (const [port, args, tls] of [
    [80, {}, false],
    [443, {}, true],
    [8443, { health: true }, true],
    [10254, { health: true }, false],
  ] as const)
    if (!(yield* listen(port, args, tls))) return 255;
  yield* log('nginx.go:273] "Starting NGINX Ingress controller"');
  yield* log('nginx.go:319] "Starting NGINX process"');
  yield* log('controller.go:214] "Backend successfully reloaded"');
  yield* awaitSignal(['SIGTERM', 'SIGINT', 'SIGQUIT']);
  yield* log('sigterm.go:36] "Received SIGTERM, shutting down"');
  return 0;
}

function* waitShutdown(): Sys<number> {
  yield* sleep(100);
  return 0;
}

/** Makes (or registers) the certificate of the controller's webhook; there is no webhook here, so that it only says so. */
function* certgen(process: Process): Sys<number> {
  yield* sleep(300);
  const time = new Date(yield* now()).toISOString();
  const text = process.argv[1] === 'patch' ? 'patching webhook configurations' : 'getting secret';
  yield* write(2, `{"time":"${time}","level":"INFO","source":"cmd/${process.argv[1] ?? 'root'}.go","msg":"${text}"}\n`);
  return 0;
}

export const programs: FamilyCode['programs'] = {
  '/usr/bin/dumb-init': dumbInit,
  '/nginx-ingress-controller': controller,
  '/wait-shutdown': waitShutdown,
  '/kube-webhook-certgen': certgen,
};
