/** Images of languages other than Node: Go without its compiler, Perl's one-liners, a little Python. */
import { lazy } from '../../kernel/lazy.ts';
import type { Family } from './family.ts';
import { BUILDPACK } from './programs.ts';

export const languageFamily: Family = {
  images: [
    {
      names: ['docker.io/library/golang'],
      tags: { pattern: '[\\w.-]+' },
      version: '1.0',
      size: 318_000_000,
      cmd: ['bash'],
      base: 'debian',
      programs: ['busybox', 'bash', 'curl', 'jq'],
      gnu: [],
    },
    {
      names: ['docker.io/library/perl'],
      tags: { pattern: '(?:latest|stable|5(?:\\.\\d+(?:\\.\\d+)?)?)(?:-(?:slim|threaded|bookworm|buster|bullseye))*' },
      version: '5.42.0',
      size: 336_374_000,
      cmd: ['perl', '-de0'],
      base: 'debian',
      programs: ['busybox', 'perl', ...BUILDPACK],
      usage: { memory: 4 },
    },
    {
      names: ['docker.io/library/python'],
      tags: { pattern: '(?:latest|slim|alpine|3(?:\\.\\d+(?:\\.\\d+)?)?)(?:-(?:slim|alpine|bookworm|trixie))*' },
      version: '3.14.0',
      size: 45_860_000,
      cmd: ['python3'],
      env: { PYTHON_VERSION: '{version}' },
      base: 'debian',
      programs: ['busybox', 'bash', 'python', 'python3', ...BUILDPACK],
      usage: { memory: 14 },
    },
  ],
  programs: ['perl', 'python', 'python3'],
  servers: ['python-files'],
  code: lazy(() => import('./languages-programs.ts')),
};
