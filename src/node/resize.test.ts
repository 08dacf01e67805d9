import { describe, expect, it } from 'vitest';
import { NodeTest } from './node.testing.ts';

const asks = (cpu: string, memory: string) => ({ limits: { cpu, memory }, requests: { cpu, memory } });

describe('in-place resize', () => {
  function running(): NodeTest {
    const test = new NodeTest();
    test.pod('p', {
      resources: asks('700m', '200Mi'),
      resizePolicy: [
        { resourceName: 'cpu', restartPolicy: 'NotRequired' },
        { resourceName: 'memory', restartPolicy: 'RestartContainer' },
      ],
    });
    test.run(5000);
    return test;
  }
  function resize(test: NodeTest, resources: object): void {
    const { status } = test.api.handle({
      method: 'PATCH',
      path: '/api/v1/namespaces/default/pods/p/resize',
      headers: { 'content-type': 'application/strategic-merge-patch+json' },
      body: { spec: { containers: [{ name: 'c', resources }] } },
    });
    expect(status).toBe(200);
    test.run(100);
  }
  const shown = (test: NodeTest) => test.get('p').status.containerStatuses?.[0];

  it('gives CPU at once, and tells of it', () => {
    const test = running();
    resize(test, asks('800m', '200Mi'));
    expect(shown(test)).toMatchObject({ restartCount: 0, resources: asks('800m', '200Mi'), allocatedResources: { cpu: '800m' } });
    const resources =
      '{"containers":[{"name":"c","resources":{"limits":{"cpu":"800m","memory":"200Mi"},"requests":{"cpu":"800m","memory":"200Mi"}}}],"generation":2}';
    expect(test.events('p').slice(-2)).toEqual([
      `ResizeStarted: Pod resize started: ${resources}`,
      `ResizeCompleted: Pod resize completed: ${resources}`,
    ]);
  });

  it('restarts the container for what its policy names', () => {
    const test = running();
    resize(test, asks('700m', '300Mi'));
    expect(test.get('p').status.conditions?.[0]).toMatchObject({ type: 'PodResizeInProgress', status: 'True' });
    expect(test.events('p')).toContain('Killing: Container c resize requires restart');
    test.run(10_000);
    expect(shown(test)).toMatchObject({ restartCount: 1, resources: asks('700m', '300Mi') });
    expect(test.get('p').status.conditions?.[0]?.type).toBe('PodReadyToStartContainers');
    expect(test.events('p').at(-1)).toMatch(/^ResizeCompleted: /);
  });

  it('goes on with what it has when the node has no more, until the spec or the node changes', () => {
    const test = running();
    resize(test, asks('1k', '200Mi'));
    const message = "Node didn't have enough capacity: cpu, requested: 1000000, capacity: 8000";
    expect(test.get('p').status.conditions?.[0]).toMatchObject({ type: 'PodResizePending', reason: 'Infeasible', message });
    expect(shown(test)).toMatchObject({ resources: asks('700m', '200Mi') });
    expect(test.events('p').filter((one) => one.startsWith('ResizeInfeasible: Pod resize Infeasible: {"containers":'))).toHaveLength(1);

    resize(test, asks('700m', '200Mi'));
    test.pod('other', { resources: { requests: { cpu: '7' } } });
    test.run(3000);
    resize(test, asks('2', '200Mi'));
    expect(test.get('p').status.conditions?.[0]).toMatchObject({
      reason: 'Deferred',
      message: "Node didn't have enough resource: cpu, requested: 2000, used: 7000, capacity: 8000",
    });
    test.api.handle({ method: 'DELETE', path: '/api/v1/namespaces/default/pods/other', query: { gracePeriodSeconds: '0' } });
    test.run(20_000);
    expect(shown(test)).toMatchObject({ resources: asks('2', '200Mi'), restartCount: 0 });
    expect(test.get('p').status.conditions?.some(({ type }) => type === 'PodResizePending')).toBe(false);
  });
});
