/** For tests that are sessions: a fresh cluster and its shell, whose answers are stdout and stderr together. */
import { type ClusterOptions, createCluster } from './cluster.ts';

export async function session(options: ClusterOptions = {}): Promise<(script: string) => Promise<string>> {
  const shell = (await createCluster(options)).openShell();
  return async (script) => {
    const { out, err } = await shell.run(script);
    return out + err;
  };
}
