/** Small images that hold tools and do nothing by themselves: their shell ends at once without a terminal. */
import type { Family } from './family.ts';

export const busyboxFamily: Family = {
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
      files: {
        '/etc/alpine-release': '{version}\n',
        '/etc/os-release':
          'NAME="Alpine Linux"\nID=alpine\nVERSION_ID={version}\nPRETTY_NAME="Alpine Linux v{version}"\nHOME_URL="https://alpinelinux.org/"\n',
      },
    },
  ],
};
