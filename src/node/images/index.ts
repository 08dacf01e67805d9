/** All built-in images, by what they are for. */
import { type Lazy, lazyProgram } from '../../kernel/lazy.ts';
import type { Program } from '../../kernel/types.ts';
import { agnhostFamily } from './agnhost.ts';
import { cassandraFamily } from './cassandra.ts';
import { courseFamily } from './courses.ts';
import { databaseFamily } from './databases.ts';
import { demoFamily } from './demos.ts';
import { distributionFamily } from './distributions.ts';
import type { Family, FamilyCode, Server } from './family.ts';
import { httpdFamily } from './httpd.ts';
import type { Image } from './image.ts';
import { ingressFamily } from './ingress.ts';
import { languageFamily } from './languages.ts';
import { nginxFamily } from './nginx.ts';
import { nodeFamily } from './node.ts';
import { redisFamily } from './redis.ts';
import { sampleFamily } from './samples.ts';
import { serviceFamily } from './services.ts';
import { stressFamily } from './stress.ts';
import { toolFamily } from './tools.ts';
import { zookeeperFamily } from './zookeeper.ts';

const families: readonly Family[] = [
  // servers of the web, and what stands before them
  nginxFamily,
  httpdFamily,
  ingressFamily,
  // databases
  databaseFamily,
  cassandraFamily,
  redisFamily,
  zookeeperFamily,
  // to build on
  distributionFamily,
  languageFamily,
  nodeFamily,
  // to look around with, and to test a cluster
  toolFamily,
  agnhostFamily,
  stressFamily,
  // applications
  serviceFamily,
  demoFamily,
  sampleFamily,
  courseFamily,
];

export const images: readonly Image[] = families.flatMap((family) => family.images);

/** The programs that only these images have. */
export const imagePrograms: Readonly<Record<string, Program>> = Object.fromEntries(
  families.flatMap(({ programs = [], code }) =>
    programs.map((name) => [name, lazyProgram(code as Lazy<FamilyCode>, (found) => found.programs[name] as Program)]),
  ),
);

/** The code of each server: to be loaded before a program listens for it. */
export const serverCode: Readonly<Record<string, Lazy<FamilyCode>>> = Object.fromEntries(
  families.flatMap(({ servers = [], code }) => servers.map((name) => [name, code as Lazy<FamilyCode>])),
);

/** The server of that name; its code is there, for a program of the same file listens or listened. */
export function serverOf(name: string): Server {
  const server = serverCode[name]?.value?.servers?.[name];
  if (!server) throw new Error(`nothing has loaded the server ${name}`);
  return server;
}

/** Fetches the code of all images, so that none has to be waited for. */
export async function loadImages(): Promise<void> {
  await Promise.all(families.map(({ code }) => code?.load()));
}
