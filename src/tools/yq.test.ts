import { expect, it } from 'vitest';
import { testMachine } from '../shell/shell.testing.ts';
import { comments } from './yq.ts';

await comments.load();

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

it('keeps comments, quotes and empty lines of what it changes', () => {
  const before = `# the shop
replicas: 1 # one is enough
image: "nginx:1.14" # pinned

ports:
  # plain
  - 80
  # secret
  - 443 # tls
`;
  const run = (line: string) => {
    const machine = testMachine();
    machine.files.write('/home/learner/f.yaml', before);
    const { out, err, code } = machine.run(['bash', '-c', `${line}; cat f.yaml`]);
    return code === 0 ? out : err;
  };
  expect(run('yq -i \'.replicas = 3 | .image = "nginx:1.27" | .new = {"a": 1}\' f.yaml')).toBe(
    `${before.replace('replicas: 1', 'replicas: 3').replace('1.14', '1.27')}new:\n  a: 1\n`,
  );
  expect(run("yq -i 'del(.ports[0])' f.yaml")).toBe(before.replace('  - 80\n', ''));
  expect(run("yq -i '.ports += [8080]' f.yaml")).toBe(`${before}  - 8080\n`);
  expect(run('yq . f.yaml')).toBe(before + before);
  expect(run('yq .ports f.yaml')).toBe(`- 80\n- 443\n${before}`);
});

it('keeps the comments of several documents apart', () => {
  const { out } = testMachine().run(['bash', '-c', "printf '# one\\na: 1\\n---\\n# two\\na: 2 # x\\n' > f; yq -i '.a += 10' f; cat f"]);
  expect(out).toBe('# one\na: 11\n---\n# two\na: 12 # x\n');
});
