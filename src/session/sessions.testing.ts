/** Typed sessions for tests: a fresh cluster, lines typed one after the other, what each must print. */
import { expect } from 'vitest';
import { noteAddon } from '../kinds/addons.ts';
import { type ClusterOptions, createCluster } from './index.ts';

/** A line (or more) to type, and what its output and errors together must match; undefined: it must succeed. */
export type Step = readonly [run: string, expected?: RegExp | string | readonly (RegExp | string)[]];

/** Types the steps. A text must be part of the output; alignment blanks are compared as one. */
export async function session(
  steps: readonly Step[],
  options: ClusterOptions & { readonly addons?: readonly string[] } = {},
): Promise<void> {
  const cluster = await createCluster(options);
  for (const addon of options.addons ?? []) noteAddon(cluster.world, addon, true);
  const shell = cluster.openShell();
  for (const [run, expected] of steps) {
    const { out, err, code } = await shell.run(run);
    const text = (out + err).replace(/[ \t]+/g, ' ').replace(/ $/gm, '');
    if (expected === undefined) expect(code, `${run}\n${text}`).toBe(0);
    else
      for (const one of [expected].flat() as (RegExp | string)[]) {
        if (typeof one === 'string') expect(text, run).toContain(one);
        else expect(text, run).toMatch(one);
      }
  }
}
