/** Images to look around with: curl, network tools. */
import { lazy } from '../../kernel/lazy.ts';
import type { Family } from './family.ts';
import type { Image } from './image.ts';
import { BIND } from './programs.ts';
import { service, text } from './service.ts';

/** Tools that wait for nobody: without a command they end at once. */
const tools = (names: readonly string[], size: number, more: Partial<Image> = {}): Image => ({
  names,
  tags: { pattern: '[\\w.-]+' },
  version: '1.0',
  size,
  cmd: ['/bin/sh'],
  programs: ['busybox', 'bash', 'curl', 'jq'],
  gnu: BIND,
  ...more,
});

export const toolFamily: Family = {
  images: [
    {
      names: ['docker.io/curlimages/curl', 'quay.io/curl/curl', 'docker.io/appropriate/curl'],
      tags: { pattern: 'latest|\\d+\\.\\d+(?:\\.\\d+)?' },
      version: '8.17.0',
      size: 9_911_450,
      entrypoint: ['/entrypoint.sh'],
      cmd: ['curl'],
      env: { CURL_CA_BUNDLE: '/cacert.pem' },
      user: { uid: 100, gid: 101 },
      programs: ['busybox', 'curl', '/entrypoint.sh'],
    },
    {
      names: ['docker.io/radial/busyboxplus'],
      tags: ['latest', 'base', 'curl', 'git'],
      version: '1.22.1',
      size: 4_233_000,
      cmd: ['/bin/sh'],
      programs: ['busybox', 'curl'],
    },
    service(
      ['docker.io/wbitt/network-multitool', 'docker.io/praqma/network-multitool'],
      'latest',
      36_000_000,
      {
        listen: [text(80, 'WBITT Network MultiTool (with NGINX) - {hostname} - {podIP} - HTTP: 80 , HTTPS: 443\n', { type: 'text/html' })],
      },
      { tags: { pattern: '[\\w.-]+' }, programs: ['busybox', 'bash', 'curl', 'jq', 'openssl'], gnu: BIND },
    ),
    tools(['docker.io/infoblox/dnstools'], 9_700_000),
    tools(['docker.io/yauritux/busybox-curl', 'docker.io/odise/busybox-curl', 'docker.io/giantswarm/tiny-tools'], 10_400_000),
    tools(['docker.io/alpine/curl', 'docker.io/byrnedo/alpine-curl'], 6_200_000, {
      entrypoint: ['curl'],
      cmd: [],
      programs: ['busybox', 'curl'],
      gnu: [],
    }),
  ],
  programs: ['/entrypoint.sh'],
  code: lazy(() => import('./tools-programs.ts')),
};
