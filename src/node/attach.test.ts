import { expect, it } from 'vitest';
import { createCluster } from '../session/index.ts';

it('a container that has ended is not found: by name in a session of its own, with its Pod where one attaches', async () => {
  const shell = (await createCluster()).openShell();
  await shell.run('kubectl run p --image=busybox -- sh -c "exit 1"; sleep 5');
  const error = async (line: string) => (await shell.run(line)).err;
  expect(await error('kubectl exec p -- ls')).toBe(
    'error: Internal error occurred: unable to upgrade connection: container not found ("p")\n',
  );
  expect(await error('kubectl attach p')).toContain(
    'error: Internal error occurred: unable to upgrade connection: container p not found in pod p_default\n',
  );
});
