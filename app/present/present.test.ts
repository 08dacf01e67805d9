import { describe, expect, it } from 'vitest';
import { scriptLines } from './script.ts';

describe("a presenter's script", () => {
  it('has a command a line, with the notes before it', () => {
    expect(scriptLines('# hello\n#  twice\nkubectl get pods\n\n  echo a # b\n# end')).toEqual([
      { text: 'kubectl get pods', notes: ['hello', 'twice'] },
      { text: '  echo a # b', notes: [] },
    ]);
    expect(scriptLines('')).toEqual([]);
  });
});
