import { describe, expect, it } from 'vitest';
import { scriptLines } from './script.ts';

describe("a presenter's script", () => {
  it('has a command a line, with the notes before it', () => {
    expect(scriptLines('# hello\n#  twice\nkubectl get pods\n\n  echo a # b\n# end')).toEqual([
      { text: 'kubectl get pods', notes: ['hello', 'twice'] },
      { text: '  echo a # b', notes: [] },
    ]);
    expect(scriptLines('')).toEqual([]);
    expect(scriptLines('[2] kubectl proxy\n[ -f x ]\n[2] ^C')).toEqual([
      { text: 'kubectl proxy', notes: [], terminal: 2 },
      { text: '[ -f x ]', notes: [] },
      { text: '^C', notes: [], terminal: 2 },
    ]);
  });
});
