import { describe, expect, it } from 'vitest';
import { createCluster } from '../src/session/index.ts';
import { comparable, readTranscript, transcriptNames } from './transcripts.ts';

describe.each(transcriptNames())('the real kubectl: %s', (name) => {
  it('prints what ours prints', { timeout: 120_000 }, async () => {
    const shell = (await createCluster()).openShell();
    const wrong: string[] = [];
    for (const step of readTranscript(name)) {
      const ours = await shell.run(step.run);
      if (step.prepare) continue;
      const [want, got] = [comparable(step), comparable(ours)];
      if (want !== got) wrong.push(`$ ${step.run}\n--- real\n${want}\n--- ours\n${got}`);
    }
    expect(wrong.join('\n\n')).toBe('');
  });
});
