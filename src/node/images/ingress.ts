/** The images of the addon ingress: the controller, and the helper that makes its webhook's certificate. */
import { lazy } from '../../kernel/lazy.ts';
import type { Family } from './family.ts';

export const ingressFamily: Family = {
  images: [
    {
      names: ['registry.k8s.io/ingress-nginx/controller'],
      tags: { pattern: 'v1\\.\\d+\\.\\d+' },
      digests: { 'v1.15.1': 'sha256:594ceea76b01c592858f803f9ff4d2cb40542cae2060410b2c95f75907d659e1' },
      version: 'v1.15.1',
      size: 115_000_000,
      entrypoint: ['/usr/bin/dumb-init', '--'],
      cmd: ['/nginx-ingress-controller'],
      user: { uid: 101, gid: 101 },
      stopSignal: 'SIGTERM',
      programs: ['busybox', 'curl', '/usr/bin/dumb-init', '/nginx-ingress-controller', '/wait-shutdown'],
    },
    {
      names: ['registry.k8s.io/ingress-nginx/kube-webhook-certgen'],
      tags: { pattern: 'v(?:1\\.\\d+\\.\\d+|20\\d+-.*)' },
      digests: { 'v1.6.9': 'sha256:01038e7de14b78d702d2849c3aad72fd25903c4765af63cf16aa3398f5d5f2dd' },
      version: 'v1.6.9',
      size: 24_400_000,
      entrypoint: ['/kube-webhook-certgen'],
      programs: ['/kube-webhook-certgen'],
    },
  ],
  programs: ['/usr/bin/dumb-init', '/nginx-ingress-controller', '/wait-shutdown', '/kube-webhook-certgen'],
  code: lazy(() => import('./ingress-programs.ts')),
};
