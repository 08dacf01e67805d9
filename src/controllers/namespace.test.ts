import { expect, it } from 'vitest';
import { session } from '../session/shell.testing.ts';

it('a namespace that only its own finalizer holds says that nothing is left in it', async () => {
  const run = await session();
  await run(
    `kubectl create ns t; kubectl patch ns t -p '{"metadata":{"finalizers":["example.com/x"]}}'; kubectl delete ns t --wait=false; sleep 8`,
  );
  expect(
    JSON.parse(
      await run(`kubectl get ns t -o json | jq -c '[.spec, .status.phase, (.status.conditions[3:][] | [.type, .status, .reason])]'`),
    ),
  ).toEqual([
    {},
    'Terminating',
    ['NamespaceContentRemaining', 'False', 'ContentRemoved'],
    ['NamespaceFinalizersRemaining', 'False', 'ContentHasNoFinalizers'],
  ]);
  await run(`kubectl patch ns t --type=json -p '[{"op":"remove","path":"/metadata/finalizers"}]'`);
  expect(await run('kubectl get ns t 2>&1')).toBe('Error from server (NotFound): namespaces "t" not found\n');
});
