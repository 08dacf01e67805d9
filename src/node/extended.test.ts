import { expect, it } from 'vitest';
import { session } from '../session/shell.testing.ts';

it('extended resources that somebody advertises on a node can be asked for', async () => {
  const run = await session();
  const pod = (name: string, many: number): string =>
    `kubectl run ${name} --image=nginx --overrides='{"spec":{"containers":[{"name":"c","image":"nginx","resources":{"limits":{"example.com/dongle":"${many}"}}}]}}'`;
  await run(`kubectl patch node minikube --subresource=status -p '{"status":{"capacity":{"example.com/dongle":"4"}}}'; sleep 12`);
  expect(await run(`kubectl get node minikube -o jsonpath='{.status.allocatable.example\\.com/dongle}'`)).toBe('4');
  await run(`${pod('one', 3)}; ${pod('two', 2)}; sleep 5`);
  expect(await run('kubectl get pods --no-headers -o custom-columns=:metadata.name,:status.phase')).toBe('one   Running\ntwo   Pending\n');
  expect(await run('kubectl get events --field-selector=reason=FailedScheduling')).toContain('1 Insufficient example.com/dongle');
});
