/** Distributions with nothing but their shell and tools: they do nothing by themselves, and their shell ends at once without a terminal. */
import { lazy } from '../../kernel/lazy.ts';
import type { Family } from './family.ts';
import type { Image } from './image.ts';

const UBUNTU =
  'PRETTY_NAME="Ubuntu {version} LTS"\nNAME="Ubuntu"\nVERSION_ID="{version}"\nVERSION="{version} LTS"\nID=ubuntu\nID_LIKE=debian\nHOME_URL="https://www.ubuntu.com/"\n';

/** One that is built as Red Hat's are. */
const redHat = (names: readonly string[], version: string, size: number, name: string): Image => ({
  names,
  tags: { pattern: '(?:latest|stream|centos|stream\\d+|\\d+(?:\\.\\d+)*)(?:-minimal|-slim)?' },
  version,
  size,
  cmd: ['/bin/bash'],
  base: 'busybox',
  programs: ['busybox', 'bash', 'curl'],
  files: { '/etc/os-release': `NAME="${name}"\nVERSION="{version}"\nVERSION_ID="{version}"\nPRETTY_NAME="${name} {version}"\n` },
});

export const distributionFamily: Family = {
  images: [
    {
      names: [
        'docker.io/library/busybox',
        'gcr.io/google-containers/busybox',
        'gcr.io/google_containers/busybox',
        'registry.k8s.io/busybox',
        'k8s.gcr.io/busybox',
        'quay.io/prometheus/busybox',
      ],
      tags: { pattern: '(?:latest|stable|unstable|musl|glibc|uclibc|1(?:\\.\\d+(?:\\.\\d+)?)?)(?:-(?:musl|glibc|uclibc))?' },
      version: '1.37.0',
      size: 2_224_229,
      cmd: ['sh'],
      base: 'busybox',
      programs: ['busybox'],
    },
    {
      names: ['docker.io/library/alpine'],
      tags: { pattern: 'latest|edge|3(?:\\.\\d+(?:\\.\\d+)?)?' },
      version: '3.22.2',
      size: 3_802_452,
      cmd: ['/bin/sh'],
      programs: ['busybox'],
    },
    {
      names: ['docker.io/library/ubuntu'],
      tags: { pattern: 'latest|rolling|noble|jammy|focal|bionic|\\d\\d\\.\\d\\d' },
      version: '24.04',
      size: 29_720_000,
      cmd: ['/bin/bash'],
      base: 'debian',
      programs: ['busybox', 'bash'],
      files: { '/etc/os-release': UBUNTU },
    },
    {
      names: ['docker.io/library/debian', 'registry.k8s.io/build-image/debian-base'],
      tags: {
        pattern: '(?:latest|stable|trixie|bookworm|bullseye|buster|1[0-3](?:\\.\\d+)?)(?:-slim)?|(?:bookworm|bullseye)-v\\d+\\.\\d+\\.\\d+',
      },
      version: '13',
      size: 49_280_000,
      cmd: ['bash'],
      base: 'debian',
      programs: ['busybox', 'bash'],
    },
    {
      names: ['docker.io/library/bash'],
      tags: { pattern: 'latest|devel|(?:[3-5](?:\\.\\d+){0,2})(?:-alpine3\\.\\d+)?' },
      version: '5.3.3',
      size: 6_340_000,
      cmd: ['bash'],
      env: { _BASH_VERSION: '{version}' },
      programs: ['busybox', 'bash'],
    },
    redHat(['docker.io/library/centos', 'quay.io/centos/centos'], '8', 83_500_000, 'CentOS Linux'),
    redHat(['docker.io/library/fedora'], '43', 60_000_000, 'Fedora Linux'),
    redHat(['docker.io/library/rockylinux', 'docker.io/rockylinux/rockylinux'], '9.3', 68_000_000, 'Rocky Linux'),
    redHat(['docker.io/library/almalinux'], '10', 68_000_000, 'AlmaLinux'),
    redHat(['docker.io/library/amazonlinux', 'public.ecr.aws/amazonlinux/amazonlinux'], '2023', 53_000_000, 'Amazon Linux'),
  ],
  programs: ['busybox:httpd', 'busybox:chroot'],
  servers: ['busybox-httpd'],
  code: lazy(() => import('./busybox-programs.ts')),
};
