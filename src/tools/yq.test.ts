import { expect, it } from 'vitest';
import { testMachine } from '../shell/shell.testing.ts';

it('takes y, no and on for the words that they are, as YAML 1.2 does', () => {
  const { out } = testMachine().run(['bash', '-c', "printf 'y: 2\\nanswer: no\\non: push\\nreally: true\\n' | yq ."]);
  expect(out).toBe('y: 2\nanswer: "no"\non: push\nreally: true\n');
});
