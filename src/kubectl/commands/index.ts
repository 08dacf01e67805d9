/** The tree of commands, in the order that help lists them. */
import type { Command } from '../cli/command.ts';
import { GLOBAL_FLAGS } from '../cli/shared-flags.ts';
import { apply } from './apply/index.ts';
import { auth } from './auth.ts';
import { autoscale } from './autoscale.ts';
import { apiResources, apiVersions, clusterInfo, top, version } from './cluster.ts';
import { config } from './config.ts';
import { cp } from './cp.ts';
import { create } from './create/index.ts';
import { debug } from './debug.ts';
import { deleteCommand } from './delete.ts';
import { describe } from './describe.ts';
import { diff } from './diff.ts';
import { edit } from './edit.ts';
import { events } from './events.ts';
import { attach, exec } from './exec.ts';
import { explain } from './explain.ts';
import { expose } from './expose.ts';
import { portForward, proxy } from './forward.ts';
import { get } from './get.ts';
import { annotate, label } from './label.ts';
import { logs } from './logs.ts';
import { cordon, drain, uncordon } from './nodes.ts';
import { alpha, certificate, completion, kuberc, kustomize, options, plugin } from './others.ts';
import { patch } from './patch.ts';
import { replace } from './replace.ts';
import { rollout } from './rollout.ts';
import { run } from './run.ts';
import { scale } from './scale.ts';
import { set } from './set.ts';
import { taint } from './taint.ts';
import { wait } from './wait.ts';

export const ROOT: Command = {
  name: 'kubectl',
  usage: 'kubectl',
  short: 'kubectl controls the Kubernetes cluster manager',
  long: 'kubectl controls the Kubernetes cluster manager.\n\n Find more information at: https://kubernetes.io/docs/reference/kubectl/',
  persistentFlags: GLOBAL_FLAGS,
  commands: [
    create,
    expose,
    run,
    set,
    explain,
    get,
    edit,
    deleteCommand,
    rollout,
    scale,
    autoscale,
    certificate,
    clusterInfo,
    top,
    cordon,
    uncordon,
    drain,
    taint,
    describe,
    logs,
    attach,
    exec,
    portForward,
    proxy,
    cp,
    auth,
    debug,
    events,
    diff,
    apply,
    patch,
    replace,
    wait,
    kustomize,
    label,
    annotate,
    completion,
    alpha,
    config,
    plugin,
    version,
    apiVersions,
    apiResources,
    options,
    kuberc,
  ],
};
