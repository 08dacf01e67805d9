/** Images that tutorials run now and then: etcd, goproxy, fluentd, Perl, Python, MongoDB, memcached, and bare distributions. */
import { lazy } from '../../kernel/lazy.ts';
import type { Family } from './family.ts';

const OS_RELEASE = (name: string, id: string, version: string): Record<string, string> => ({
  '/etc/os-release': `PRETTY_NAME="${name} ${version}"\nNAME="${name}"\nVERSION_ID="${version}"\nID=${id}\n`,
});

export const sampleFamily: Family = {
  images: [
    {
      names: ['docker.io/library/ubuntu'],
      tags: { pattern: 'latest|rolling|noble|jammy|focal|bionic|\\d\\d\\.\\d\\d' },
      version: '24.04',
      size: 29_720_000,
      cmd: ['/bin/bash'],
      programs: ['busybox', 'bash'],
      files: OS_RELEASE('Ubuntu', 'ubuntu', '{version}'),
    },
    {
      names: ['docker.io/library/debian', 'registry.k8s.io/build-image/debian-base'],
      tags: {
        pattern: '(?:latest|stable|trixie|bookworm|bullseye|buster|1[0-3](?:\\.\\d+)?)(?:-slim)?|(?:bookworm|bullseye)-v\\d+\\.\\d+\\.\\d+',
      },
      version: '13',
      size: 49_280_000,
      cmd: ['bash'],
      programs: ['busybox', 'bash'],
      files: OS_RELEASE('Debian GNU/Linux', 'debian', '{version}'),
    },
    {
      names: ['docker.io/library/perl'],
      tags: { pattern: '(?:latest|stable|5(?:\\.\\d+(?:\\.\\d+)?)?)(?:-(?:slim|threaded|bookworm|buster|bullseye))*' },
      version: '5.42.0',
      size: 336_374_000,
      cmd: ['perl', '-de0'],
      programs: ['busybox', 'bash', 'perl'],
      usage: { memory: 4 },
    },
    {
      names: ['docker.io/library/python'],
      tags: { pattern: '(?:latest|slim|alpine|3(?:\\.\\d+(?:\\.\\d+)?)?)(?:-(?:slim|alpine|bookworm|trixie))*' },
      version: '3.14.0',
      size: 45_860_000,
      cmd: ['python3'],
      env: { PYTHON_VERSION: '{version}' },
      programs: ['busybox', 'bash', 'python', 'python3'],
      usage: { memory: 14 },
    },
    {
      names: ['registry.k8s.io/etcd', 'k8s.gcr.io/etcd', 'quay.io/coreos/etcd'],
      tags: { pattern: 'v?3\\.\\d+\\.\\d+(?:-\\d+)?|latest' },
      version: '3.6.5',
      size: 98_888_614,
      cmd: ['etcd'],
      ports: [2379, 2380],
      programs: ['etcd', '/usr/local/bin/etcd'],
      usage: { cpu: 8, memory: 24 },
    },
    {
      names: ['registry.k8s.io/goproxy', 'k8s.gcr.io/goproxy'],
      tags: ['0.1'],
      size: 1_698_862,
      entrypoint: ['/goproxy'],
      ports: [8080],
      programs: ['/goproxy'],
      usage: { memory: 3 },
    },
    {
      names: ['quay.io/fluentd_elasticsearch/fluentd', 'docker.io/fluent/fluentd', 'gcr.io/google-containers/fluentd-elasticsearch'],
      tags: { pattern: 'latest|edge|v?\\d+\\.\\d+(?:\\.\\d+)?(?:-[\\w.-]+)?' },
      version: '5.0.1',
      size: 69_000_000,
      entrypoint: ['app'],
      programs: ['busybox', 'bash'],
      app: { logs: ['{time} +0000 [info]: starting fluentd-{version}', '{time} +0000 [info]: #0 fluentd worker is now running worker=0'] },
      usage: { cpu: 3, memory: 58 },
    },
    {
      names: ['docker.io/library/mongo'],
      tags: { pattern: '(?:latest|[4-8](?:\\.\\d+(?:\\.\\d+)?)?)(?:-(?:jammy|focal|noble))?' },
      version: '8.2.1',
      size: 285_000_000,
      entrypoint: ['/docker-entrypoint.sh mongod'],
      cmd: ['mongod'],
      ports: [27017],
      programs: ['busybox', 'bash', 'mongod', '/docker-entrypoint.sh mongod'],
      usage: { cpu: 6, memory: 165 },
    },
    {
      names: ['docker.io/library/memcached'],
      tags: { pattern: '(?:latest|alpine|1(?:\\.\\d+(?:\\.\\d+)?)?)(?:-(?:alpine|bookworm|trixie))?' },
      version: '1.6.39',
      size: 31_000_000,
      cmd: ['memcached'],
      ports: [11211],
      programs: ['busybox', 'memcached'],
      usage: { memory: 2 },
    },
  ],
  programs: ['perl', 'python', 'python3', 'etcd', '/usr/local/bin/etcd', '/goproxy', 'mongod', '/docker-entrypoint.sh mongod', 'memcached'],
  servers: ['grpc', 'python-files', 'goproxy'],
  code: lazy(() => import('./samples-programs.ts')),
};
