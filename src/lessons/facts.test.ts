import { expect, it } from 'vitest';
import { createCluster } from '../session/index.ts';
import { beginning, Facts } from './facts.ts';
import { Typist } from './typist.ts';

it('a request that nothing answers has failed when whoever asked gives up, not when it begins', async () => {
  const cluster = await createCluster();
  const typist = new Typist(cluster);
  await typist.wait(0);
  const facts = new Facts(cluster, beginning(cluster));
  const failures = (): string[] => facts.requests().map(({ failure }) => failure);
  typist.keys('curl --connect-timeout 2 http://10.244.0.77\r');
  await typist.wait(1000);
  expect(cluster.traces()).toHaveLength(1);
  expect(failures()).toEqual([]);
  await typist.wait(2000);
  expect(failures()).toEqual(['timeout']);
  typist.keys('curl http://10.244.0.77\r');
  await typist.wait(1000);
  expect(failures()).toHaveLength(1);
  await typist.interrupt();
  expect(failures()).toEqual(['timeout', 'timeout']);
  // In the background it waits while the prompt is there, and another line fails at once meanwhile.
  await typist.type('curl -s http://10.244.0.78 &');
  await typist.type('curl -s http://localhost:9');
  expect(failures()).toEqual(['timeout', 'timeout', 'refused']);
  await typist.type('kill %1');
  expect(failures()).toEqual(['timeout', 'timeout', 'timeout', 'refused']);
});
