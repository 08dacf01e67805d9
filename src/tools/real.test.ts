/** Ours against the real tools: same output, same messages, same exit code. */
import { describe, expect, it } from 'vitest';
import { cases } from './cases.testing.ts';
import { runReal, runTool } from './tools.testing.ts';

const all = Object.values(cases).flat();
const outcomes = runReal('tools', all);

describe.each(Object.entries(cases))('%s as the real one', (_name, list) => {
  it.each(list.map((one) => [one.line, one] as const))('%s', (line, one) => {
    const { input, files, ignoreErr } = one;
    const real = outcomes[all.indexOf(one)];
    const { out, err, code } = runTool(line, { ...(input !== undefined && { input }), ...(files && { files }) });
    const message = (text: string): string => (ignoreErr ? String(text !== '') : text);
    expect({ out, err: message(err), code }).toEqual({ ...real, err: message(real?.err ?? '') });
  });
});
