/** All built-in images. Adding one means a file here and a line in this list. */
import type { Program } from '../../kernel/types.ts';
import { bootcampFamily } from './bootcamp.ts';
import { busyboxFamily } from './busybox.ts';
import type { Family, Server } from './family.ts';
import type { Image } from './image.ts';
import { nginxFamily } from './nginx.ts';

const families: readonly Family[] = [bootcampFamily, nginxFamily, busyboxFamily];

export const images: readonly Image[] = families.flatMap((family) => family.images);
export const imagePrograms: Readonly<Record<string, Program>> = Object.assign({}, ...families.map((family) => family.programs ?? {}));
export const servers: Readonly<Record<string, Server>> = Object.assign({}, ...families.map((family) => family.servers ?? {}));
