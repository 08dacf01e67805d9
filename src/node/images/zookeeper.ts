/** The image of ZooKeeper that the docs' tutorial uses. */
import { lazy } from '../../kernel/lazy.ts';
import type { Family } from './family.ts';

export const zookeeperFamily: Family = {
  images: [
    {
      names: ['registry.k8s.io/kubernetes-zookeeper', 'k8s.gcr.io/kubernetes-zookeeper', 'gcr.io/google_containers/kubernetes-zookeeper'],
      tags: ['1.0-3.4.10'],
      size: 104_000_000,
      usage: { cpu: 4, memory: 72 },
      cmd: ['bash'],
      // The user whom its manifests name: the configuration is that one's.
      user: { uid: 1000, gid: 1000 },
      base: 'debian',
      gnu: ['pgrep', 'pkill', 'ps'],
      programs: ['busybox', 'bash', 'start-zookeeper', 'zookeeper-ready', 'zkCli.sh', 'zkServer.sh'],
      files: {
        '/usr/etc/zookeeper/log4j.properties':
          'zookeeper.root.logger=CONSOLE\nzookeeper.console.threshold=INFO\nlog4j.rootLogger=${zookeeper.root.logger}\nlog4j.appender.CONSOLE=org.apache.log4j.ConsoleAppender\nlog4j.appender.CONSOLE.Threshold=${zookeeper.console.threshold}\nlog4j.appender.CONSOLE.layout=org.apache.log4j.PatternLayout\nlog4j.appender.CONSOLE.layout.ConversionPattern=%d{ISO8601} [myid:%X{myid}] - %-5p [%t:%C{1}@%L] - %m%n\n',
        '/opt/zookeeper/conf/': '',
      },
    },
  ],
  programs: ['start-zookeeper', 'zookeeper-ready', 'zkCli.sh', 'zkServer.sh'],
  servers: ['zookeeper'],
  code: lazy(() => import('./zookeeper-programs.ts')),
};
