/** The programs of the laptop; images take theirs from the same table by name. */
import type { Program } from '../kernel/types.ts';
import { kubectl } from '../kubectl/index.ts';
import { minikube } from '../minikube/index.ts';
import { ash, bash, dash } from '../shell/sh.ts';
import { tools } from '../tools/index.ts';

export const programs: Readonly<Record<string, Program>> = { ...tools, bash, sh: dash, ash, dash, kubectl, minikube };
