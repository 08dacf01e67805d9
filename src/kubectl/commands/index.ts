/** The tree of commands, in the order that help lists them. */
import type { Command } from '../cli/command.ts';
import { GLOBAL_FLAGS } from '../cli/shared-flags.ts';
import { create } from './create/index.ts';
import { deleteCommand } from './delete.ts';
import { describe } from './describe.ts';
import { expose } from './expose.ts';
import { get } from './get.ts';
import { annotate, label } from './label.ts';

export const ROOT: Command = {
  name: 'kubectl',
  usage: 'kubectl',
  short: 'kubectl controls the Kubernetes cluster manager',
  long: 'kubectl controls the Kubernetes cluster manager.\n\n Find more information at: https://kubernetes.io/docs/reference/kubectl/',
  persistentFlags: GLOBAL_FLAGS,
  commands: [create, expose, get, deleteCommand, describe, label, annotate],
};
