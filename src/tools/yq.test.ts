import { expect, it } from 'vitest';
import { testMachine } from '../shell/shell.testing.ts';

it('takes y, no and on for the words that they are, as YAML 1.2 does', () => {
  const { out } = testMachine().run(['bash', '-c', "printf 'y: 2\\nanswer: no\\non: push\\nreally: true\\n' | yq ."]);
  expect(out).toBe('y: 2\nanswer: "no"\non: push\nreally: true\n');
});

it('knows variables of the environment, as text and as YAML', () => {
  const run = (line: string) => testMachine().run(['bash', '-c', `export IMG=nginx:1 N=3; ${line}`]);
  expect(run("yq -n '.image = strenv(IMG) | .n = env(N) | .s = strenv(N)'").out).toBe('image: nginx:1\nn: 3\ns: "3"\n');
  expect(run("yq -n '.a = strenv(NOPE)'")).toEqual({
    out: '',
    err: "Error: value for env variable 'NOPE' not provided in env()\n",
    code: 1,
  });
});
