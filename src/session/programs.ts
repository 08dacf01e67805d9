/** The programs of the laptop, and those that images name: there tools have busybox's manners. */
import type { Program } from '../kernel/types.ts';
import { kubectl } from '../kubectl/index.ts';
import { minikube } from '../minikube/index.ts';
import { shellPrograms } from '../shell/programs.ts';
import { ash, bash } from '../shell/sh.ts';
import { busyboxTools, tools } from '../tools/index.ts';

export const programs: Readonly<Record<string, Program>> = { ...tools, ...shellPrograms('dash'), ash, kubectl, minikube };

/** For images. */
export const imageTools: Readonly<Record<string, Program>> = { ...busyboxTools, ...shellPrograms('ash'), bash };
