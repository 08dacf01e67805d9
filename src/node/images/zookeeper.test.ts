import { expect, test } from 'vitest';
import { createCluster } from '../../session/index.ts';

test('an ensemble of ZooKeeper, as the tutorial makes it', async () => {
  const shell = (await createCluster({ nodes: 4 })).openShell();
  const run = async (command: string): Promise<string> => {
    const { out, err } = await shell.run(command);
    return out + err;
  };
  await run('kubectl apply -f https://k8s.io/examples/application/zookeeper/zookeeper.yaml');
  await run('kubectl rollout status sts/zk --timeout=300s');
  expect(await run('for i in 0 1 2; do kubectl exec zk-$i -- cat /var/lib/zookeeper/data/myid; done')).toBe('1\n2\n3\n');
  expect(await run('kubectl exec zk-2 -- cat /opt/zookeeper/conf/zoo.cfg')).toContain(
    'server.2=zk-1.zk-hs.default.svc.cluster.local:2888:3888\n',
  );
  expect(await run('kubectl exec zk-0 -- zkCli.sh create /hello world')).toContain('Created /hello\n');
  expect(await run('kubectl exec zk-1 -- zkCli.sh get /hello')).toMatch(
    /\nworld\ncZxid = 0x100000001\n[\s\S]*\ndataLength = 5\nnumChildren = 0\n$/,
  );
  expect(await run('kubectl exec zk-1 -- zkCli.sh create /hello again')).toContain('Node already exists: /hello');
  // The server is java, whose end restarts the container.
  expect(await run('kubectl exec zk-2 -- ps -ef')).toMatch(/^1000 +1 +0 .* java -D.*QuorumPeerMain/m);
  await run('kubectl exec zk-2 -- pkill java; sleep 1; kubectl wait --for=condition=Ready pod/zk-2 --timeout=120s');
  expect(await run("kubectl get pod zk-2 -o jsonpath='{.status.containerStatuses[0].restartCount}'")).toBe('1');
  // A server that was away knows what it kept; without a majority nothing changes.
  await run('kubectl delete pod zk-0; kubectl wait --for=condition=Ready pod/zk-0 --timeout=120s');
  expect(await run('kubectl exec zk-0 -- zkCli.sh get /hello')).toContain('\nworld\n');
  await run('kubectl scale sts zk --replicas=1; kubectl wait --for=delete pod/zk-1 pod/zk-2 --timeout=120s');
  expect(await run('kubectl exec zk-0 -- zkCli.sh set /hello other')).toContain('ConnectionLoss for /hello');
});
