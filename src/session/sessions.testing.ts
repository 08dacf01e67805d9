/** Typed sessions for tests: a fresh cluster, lines typed one after the other, what each must print. */
import { expect } from 'vitest';
import { type ClusterOptions, createCluster } from './index.ts';

/** A line (or more) to type, and what its output and errors together must match; undefined: it must succeed. */
export type Step = readonly [run: string, expected?: RegExp | string | readonly (RegExp | string)[]];

/** Types the steps. A text must be part of the output; alignment blanks are compared as one. */
export async function session(steps: readonly Step[], options: ClusterOptions = {}): Promise<void> {
  const shell = (await createCluster(options)).openShell();
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
