/** All built-in images. Adding one means a file here and a line in this list. */
import type { Program } from '../../kernel/types.ts';
import { agnhostFamily } from './agnhost.ts';
import { bootcampFamily } from './bootcamp.ts';
import { busyboxFamily } from './busybox.ts';
import { curlFamily } from './curl.ts';
import { databaseFamily } from './databases.ts';
import { demoFamily } from './demos.ts';
import type { Family, Server } from './family.ts';
import { httpdFamily } from './httpd.ts';
import type { Image } from './image.ts';
import { nginxFamily } from './nginx.ts';
import { redisFamily } from './redis.ts';

const families: readonly Family[] = [
  bootcampFamily,
  nginxFamily,
  httpdFamily,
  redisFamily,
  busyboxFamily,
  curlFamily,
  agnhostFamily,
  demoFamily,
  databaseFamily,
];

export const images: readonly Image[] = families.flatMap((family) => family.images);
export const imagePrograms: Readonly<Record<string, Program>> = Object.assign({}, ...families.map((family) => family.programs ?? {}));
export const servers: Readonly<Record<string, Server>> = Object.assign({}, ...families.map((family) => family.servers ?? {}));
