/** curlimages/curl and other images that bring one program and expect its arguments. */
import { write } from '../../kernel/sys.ts';
import type { Process, Sys } from '../../kernel/types.ts';
import { exec } from './daemon.ts';
import type { Family } from './family.ts';

/** The image's entrypoint: a first word that is no program is taken as curl's arguments. */
function* entrypoint(process: Process): Sys<number> {
  const args = process.argv.slice(1);
  const direct = args[0] !== undefined && !args[0].startsWith('-') && process.machine.program(args[0]) !== undefined;
  return yield* exec(process, direct ? args : ['curl', ...args]);
}

function* helloWorld(): Sys<number> {
  yield* write(1, '\nHello from Docker!\nThis message shows that your installation appears to be working correctly.\n\n');
  return 0;
}

export const curlFamily: Family = {
  images: [
    {
      names: ['docker.io/curlimages/curl', 'quay.io/curl/curl', 'docker.io/appropriate/curl', 'docker.io/radial/busyboxplus'],
      tags: { pattern: 'latest|curl|\\d+\\.\\d+(?:\\.\\d+)?' },
      version: '8.17.0',
      size: 9_911_450,
      entrypoint: ['/entrypoint.sh'],
      cmd: ['curl'],
      env: { CURL_CA_BUNDLE: '/cacert.pem' },
      user: { uid: 100, gid: 101 },
      programs: ['busybox', 'curl', '/entrypoint.sh'],
    },
    {
      names: ['docker.io/library/hello-world'],
      tags: ['latest', 'linux'],
      size: 4_120,
      cmd: ['/hello'],
      programs: ['/hello'],
    },
  ],
  programs: { '/entrypoint.sh': entrypoint, '/hello': helloWorld },
};
