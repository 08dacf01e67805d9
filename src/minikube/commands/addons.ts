/** minikube addons: what can be switched on, and switching it. */
import { sleep, write } from '../../kernel/sys.ts';
import type { Process, Sys } from '../../kernel/types.ts';
import type { KubeObject } from '../../world/object.ts';
import type { Addon, Manifest } from '../addons/addon.ts';
import { ADDONS, MAINTAINERS } from '../addons/index.ts';
import type { Command } from '../cli.ts';
import { ask } from '../nodes.ts';
import { complain, ExitError, step, table, usageError } from '../output.ts';
import { apply, list, remove } from '../requests.ts';

const OFFICIAL = ['Google', 'Kubernetes', 'minikube'];
/** Longest wait for the Pods of an addon. */
const WAIT_SECONDS = 360;

function addonNamed(args: readonly string[], verb: 'enable' | 'disable'): string {
  const [name] = args;
  if (name === undefined || args.length > 1) throw usageError(`usage: minikube addons ${verb} ADDON_NAME`);
  if (!(name in MAINTAINERS)) {
    throw new ExitError(`MK_ADDON_${verb.toUpperCase()}`, 10, `${verb} failed: property name ${JSON.stringify(name)} not found`);
  }
  return name;
}

function supported(name: string): Addon {
  const addon = ADDONS[name];
  if (addon) return addon;
  if (name === 'dashboard')
    throw new ExitError(
      'MK_UNIMPLEMENTED',
      16,
      'the dashboard does not run in this simulated cluster: the picture beside the terminal shows what it would',
    );
  throw new ExitError('MK_UNIMPLEMENTED', 16, `the addon '${name}' is not available in this simulated cluster`);
}

export function* enableAddon(process: Process, name: string): Sys<void> {
  const addon = supported(name);
  const maintainer = MAINTAINERS[name] ?? '';
  if (OFFICIAL.includes(maintainer)) {
    yield* step(
      process,
      'tip',
      `${name} is an addon maintained by ${maintainer}. For any concerns contact minikube on GitHub.\nYou can view the list of minikube maintainers at: https://github.com/kubernetes/minikube/blob/master/OWNERS`,
    );
  } else {
    yield* complain(
      process,
      'warning',
      `${name} is a 3rd party addon and is not maintained or verified by minikube maintainers, enable at your own risk.`,
    );
  }
  for (const image of addon.images) yield* step(process, 'option', `Using image ${image}`);
  for (const manifest of addon.manifests) yield* apply(manifest);
  yield* ask({ op: 'addon', name, on: true });
  if (addon.waitsFor) {
    yield* step(process, 'verifying', `Verifying ${name} addon...`);
    yield* waitForPods(addon.waitsFor);
  }
  yield* step(process, 'addonEnable', `The '${name}' addon is enabled`);
}

interface PodLike extends KubeObject {
  readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

function* waitForPods({ namespace, selector }: NonNullable<Addon['waitsFor']>): Sys<void> {
  for (let tries = 0; tries < WAIT_SECONDS * 2; tries++) {
    const pods = yield* list<PodLike>(`/api/v1/namespaces/${namespace}/pods`, { labelSelector: selector });
    const ready = (pod: PodLike): boolean => pod.status?.conditions?.some((one) => one.type === 'Ready' && one.status === 'True') ?? false;
    if (pods.length > 0 && pods.every(ready)) return;
    yield* sleep(500);
  }
  throw new ExitError(
    'MK_ADDON_ENABLE',
    10,
    `enable failed: run callbacks: running callbacks: [waiting for ${selector} pods: context deadline exceeded]`,
  );
}

/** Those that do something here, on or off. */
function* addonsThatAre(on: boolean): Sys<readonly string[]> {
  const enabled = yield* ask<readonly string[]>({ op: 'addons' });
  return Object.keys(ADDONS).filter((name) => enabled.includes(name) === on);
}

const enable: Command = {
  name: 'enable',
  values: () => addonsThatAre(false),
  usage: 'ADDON_NAME [flags] [options]',
  short: 'Enables the addon w/ADDON_NAME within minikube. For a list of available addons use: minikube addons list ',
  flags: [
    { name: 'force', type: 'bool', usage: 'If true, will perform potentially dangerous operations. Use with discretion.' },
    { name: 'images', type: 'string', usage: 'Images used by this addon. Separated by commas.' },
    { name: 'refresh', type: 'bool', usage: 'If true, pods might get deleted and restarted on addon enable' },
    { name: 'registries', type: 'string', usage: 'Registries used by this addon. Separated by commas.' },
  ],
  *run({ process, args }) {
    yield* enableAddon(process, addonNamed(args, 'enable'));
    return 0;
  },
};

const disable: Command = {
  name: 'disable',
  values: () => addonsThatAre(true),
  usage: 'ADDON_NAME [flags] [options]',
  short:
    'Disables the addon w/ADDON_NAME within minikube (example: minikube addons disable dashboard). For a list of available addons use: minikube addons list ',
  *run({ process, args }) {
    const name = addonNamed(args, 'disable');
    const manifests: readonly Manifest[] = ADDONS[name]?.manifests ?? [];
    if ((yield* ask<readonly string[]>({ op: 'addons' })).includes(name))
      for (const manifest of [...manifests].reverse()) yield* remove(manifest);
    yield* ask({ op: 'addon', name, on: false });
    yield* step(process, 'addonDisable', `"The '${name}' addon is disabled`);
    return 0;
  },
};

const listAddons: Command = {
  name: 'list',
  short: 'Lists all available minikube addons as well as their current statuses (enabled/disabled)',
  flags: [
    {
      name: 'docs',
      short: 'd',
      type: 'bool',
      usage: "If true, print web links to addons' documentation if using --output=list (default).",
    },
    { name: 'output', short: 'o', type: 'string', default: 'list', usage: 'minikube addons list --output OUTPUT. json, list' },
  ],
  *run({ flags }) {
    const on = yield* ask<readonly string[]>({ op: 'addons' });
    const names = Object.keys(MAINTAINERS).sort();
    if (flags['output'] === 'json') {
      const status = (name: string) => ({ Profile: 'minikube', Status: on.includes(name) ? 'enabled' : 'disabled' });
      yield* write(1, JSON.stringify(Object.fromEntries(names.map((name) => [name, status(name)]))));
      return 0;
    }
    if (flags['output'] !== 'list') throw usageError(`invalid output format: ${flags['output']}. Valid values: 'list', 'json'`);
    const rows = names.map((name) => [name, 'minikube', on.includes(name) ? 'enabled ✅' : 'disabled', MAINTAINERS[name] ?? '']);
    yield* write(1, table(['ADDON NAME', 'PROFILE', 'STATUS', 'MAINTAINER'], rows));
    return 0;
  },
};

export const addons: Command = {
  name: 'addons',
  usage: 'SUBCOMMAND [flags] [options]',
  short: 'Enable or disable a minikube addon',
  group: 'Configuration and Management Commands:',
  commands: [disable, enable, listAddons],
  // biome-ignore lint/correctness/useYield: ends before it does anything
  *run() {
    throw usageError('Usage: minikube addons [enable|disable|list]');
  },
};
