/** Ours against this computer's own tools: same output, same messages, same exit code. Tools that are missing here are skipped. */
import { describe, expect, it } from 'vitest';
import { cases } from './cases.testing.ts';
import { runReal, runTool } from './tools.testing.ts';

describe.each(Object.entries(cases))('%s as the real one', (_name, list) => {
  it.each(list.map((one) => [one.line, one] as const))('%s', (line, { input, files, ignoreErr }) => {
    const options = { ...(input !== undefined && { input }), ...(files && { files }) };
    const real = runReal(line, options);
    if (!real) return;
    const { out, err, code } = runTool(line, options);
    const message = (text: string): string => (ignoreErr ? String(text !== '') : text);
    expect({ out, err: message(err), code }).toEqual({ ...real, err: message(real.err) });
  });
});
