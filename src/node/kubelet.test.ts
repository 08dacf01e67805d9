import { describe, expect, it } from 'vitest';
import type { Event, Pod } from '../kinds/objects.ts';
import { NodeTest } from './node.testing.ts';

const READY = ['PodReadyToStartContainers=True', 'Initialized=True', 'Ready=True', 'ContainersReady=True', 'PodScheduled=True'];

describe('a Pod that starts', () => {
  it('is pulled, created, started and ready, with the events of the real kubelet', () => {
    const test = new NodeTest();
    test.pod('web');
    test.run(5000);
    const { status } = test.get('web');
    expect(status.phase).toBe('Running');
    expect(test.conditions('web')).toEqual(READY);
    expect(status.podIP).toMatch(/^10\.244\.0\.\d+$/);
    expect(status.hostIP).toBe('192.168.49.2');
    const [container] = status.containerStatuses ?? [];
    expect(container).toMatchObject({
      image: 'docker.io/library/nginx:latest',
      ready: true,
      started: true,
      restartCount: 0,
      lastState: {},
      user: { linux: { gid: 0, supplementalGroups: [0], uid: 0 } },
    });
    expect(container?.containerID).toMatch(/^containerd:\/\/[0-9a-f]{64}$/);
    expect(container?.imageID).toMatch(/^docker\.io\/library\/nginx@sha256:[0-9a-f]{64}$/);
    const events = test.events('web').slice(1);
    expect(events[0]).toBe('Pulling: Pulling image "nginx"');
    expect(events[1]).toMatch(
      /^Pulled: Successfully pulled image "nginx" in [\d.]+m?s \([\d.]+m?s including waiting\)\. Image size: \d+ bytes\.$/,
    );
    expect(events.slice(2)).toEqual(['Created: Container created', 'Started: Container started']);
  });

  it('waits for ever on a node that never was', () => {
    const test = new NodeTest();
    test.pod('lost', {}, { nodeName: 'nosuch' });
    test.run(5000);
    expect(test.get('lost').status.phase).toBe('Pending');
    expect(test.events('lost')).toEqual([]);
  });

  it('takes at most three status writes', () => {
    const test = new NodeTest();
    let writes = 0;
    test.world.store.subscribe(({ resource, actor }) => {
      if (resource === 'pods' && actor === 'kubelet') writes++;
    });
    test.pod('web');
    test.run(60_000);
    expect(writes).toBeLessThanOrEqual(3);
  });

  it('says that an image is there already', () => {
    const test = new NodeTest();
    test.pod('a', { image: 'nginx:1.25' });
    test.run(5000);
    test.pod('b', { image: 'nginx:1.25' });
    test.run(5000);
    expect(test.events('b')).toContain('Pulled: Container image "nginx:1.25" already present on machine and can be accessed by the pod');
  });

  it('runs init containers before the others', () => {
    const test = new NodeTest();
    test.pod('web', {}, { initContainers: [{ name: 'first', image: 'busybox', command: ['sh', '-c', 'echo hi; sleep 2'] }] });
    test.run(3000);
    expect(test.conditions('web')[1]).toBe('Initialized=False ContainersNotInitialized');
    expect(test.get('web').status.containerStatuses?.[0]?.state?.waiting?.reason).toBe('PodInitializing');
    test.run(5000);
    expect(test.conditions('web')).toEqual(READY);
    expect(test.get('web').status.initContainerStatuses?.[0]?.state?.terminated).toMatchObject({ exitCode: 0, reason: 'Completed' });
    expect(test.logs('web', { container: 'first' })).toBe('hi\n');
  });
});

it('starts a container that is being made though a sidecar before it ended meanwhile, and then waits for the sidecar', () => {
  const test = new NodeTest();
  const side = { name: 'side', image: 'busybox', restartPolicy: 'Always', command: ['sh', '-c', 'exit 1'] };
  test.pod('web', {}, { initContainers: [side] });
  test.pod('none', { image: 'nosuch' }, { initContainers: [side] });
  test.run(60_000);
  expect(test.get('web').status.containerStatuses?.[0]?.state?.running).toBeDefined();
  expect(test.get('web').status.initContainerStatuses?.[0]?.state?.waiting?.reason).toBe('CrashLoopBackOff');
  expect(test.get('none').status.containerStatuses?.[0]?.state?.waiting).toBeDefined();
});

it('ends sidecars when an init container after them failed for good', () => {
  const test = new NodeTest();
  const containers = [
    { name: 'side', image: 'nginx', restartPolicy: 'Always' },
    { name: 'first', image: 'busybox', command: ['sh', '-c', 'exit 1'] },
  ];
  test.pod('web', {}, { restartPolicy: 'Never', initContainers: containers });
  test.run(10_000);
  expect(test.get('web').status.phase).toBe('Failed');
  expect(test.get('web').status.initContainerStatuses?.[0]?.state?.terminated?.exitCode).toBe(0);
});

it.each([
  [
    'a volume',
    { volumeMounts: [{ name: 'v', mountPath: '/v' }] },
    { volumes: [{ name: 'v', emptyDir: { sizeLimit: '4' } }] },
    'Usage of EmptyDir volume "v" exceeds the limit "4". ',
  ],
  [
    'all of them',
    { volumeMounts: [{ name: 'v', mountPath: '/v' }], resources: { limits: { 'ephemeral-storage': '4' } } },
    { volumes: [{ name: 'v', emptyDir: {} }] },
    'Pod ephemeral local storage usage exceeds the total limit of containers 4. ',
  ],
])('evicts a Pod that writes more into %s than it may', (_, container, spec, message) => {
  const test = new NodeTest();
  test.pod('web', { image: 'busybox', command: ['sh', '-c', 'sleep 8; fill /v/file; sleep 100'], ...container }, spec);
  test.run(8000);
  expect(test.get('web').status.phase).toBe('Running');
  test.run(20_000);
  expect(test.get('web').status).toMatchObject({ phase: 'Failed', reason: 'Evicted', message });
  expect(test.events('web')).toContain(`Evicted: ${message}`);
});

it('goes on with the next container once a sidecar has started up', () => {
  const test = new NodeTest();
  test.pod(
    'web',
    {},
    {
      initContainers: [
        {
          name: 'side',
          image: 'busybox',
          restartPolicy: 'Always',
          command: ['sh', '-c', 'sleep 2; touch /tmp/ok; sleep 100'],
          startupProbe: { exec: { command: ['cat', '/tmp/ok'] }, periodSeconds: 1 },
        },
        { name: 'next', image: 'busybox', command: ['sh', '-c', 'exit 0'] },
      ],
    },
  );
  test.run(8000);
  expect(test.conditions('web')).toEqual(READY);
});

describe('a Pod that ends', () => {
  it('is removed from the API when its containers stopped', () => {
    const test = new NodeTest();
    test.pod('web');
    test.run(5000);
    test.delete('/api/v1/namespaces/default/pods/web');
    test.run(200);
    expect(test.events('web')).toContain('Killing: Stopping container c');
    expect(test.find('web')).toBeDefined();
    test.run(3000);
    expect(test.find('web')).toBeUndefined();
    expect(test.kernel.list('laptop')).toEqual([]);
  });

  it('tells its sidecars at once with the others and runs their hooks, but signals them last, the last of them first', () => {
    const test = new NodeTest();
    const sidecar = (name: string, image: string) => ({
      name,
      image,
      restartPolicy: 'Always',
      lifecycle: { preStop: { exec: { command: ['sh', '-c', `echo hook > /shared/${name}`] } } },
      volumeMounts: [{ name: 'shared', mountPath: '/shared' }],
    });
    test.pod(
      'web',
      { image: 'busybox', command: ['sleep', '3600'] },
      {
        terminationGracePeriodSeconds: 6,
        initContainers: [sidecar('one', 'nginx'), sidecar('two', 'memcached')],
        volumes: [{ name: 'shared', emptyDir: {} }],
      },
    );
    test.run(9000);
    test.delete('/api/v1/namespaces/default/pods/web');
    test.run(1000);
    const killed = test.events('web').filter((event) => event.startsWith('Killing'));
    expect(killed.sort()).toEqual(['c', 'one', 'two'].map((name) => `Killing: Stopping container ${name}`));
    expect(test.get('web').status.initContainerStatuses?.every(({ state }) => state?.running)).toBe(true);
    test.run(9000);
    expect(test.find('web')).toBeUndefined();
  });

  it('gets two seconds more when its preStop hook takes longer than the grace', () => {
    const test = new NodeTest();
    test.pod(
      'web',
      {
        lifecycle: { preStop: { exec: { command: ['sleep', '100'] } } },
        livenessProbe: { exec: { command: ['cat', '/nothing'] }, periodSeconds: 1, failureThreshold: 1, terminationGracePeriodSeconds: 3 },
      },
      {},
    );
    test.run(9000);
    // nginx was asked to end, and did.
    expect(test.get('web').status.containerStatuses?.[0]?.lastState?.terminated).toMatchObject({ exitCode: 0, reason: 'Completed' });
  });

  it('is killed after its grace when it ignores SIGTERM', () => {
    const test = new NodeTest();
    test.pod('slow', { image: 'busybox', command: ['sleep', '3600'] }, { terminationGracePeriodSeconds: 10 });
    test.run(5000);
    test.delete('/api/v1/namespaces/default/pods/slow');
    test.run(9000);
    expect(test.find('slow')).toBeDefined();
    test.run(4000);
    expect(test.find('slow')).toBeUndefined();
  });

  it('is Completed or Error when it does not restart', () => {
    const test = new NodeTest();
    test.pod('done', { image: 'busybox', args: ['sh', '-c', 'echo finished'] }, { restartPolicy: 'Never' });
    test.pod('fail', { image: 'busybox', args: ['sh', '-c', 'exit 1'] }, { restartPolicy: 'Never' });
    test.run(8000);
    expect(test.get('done').status.phase).toBe('Succeeded');
    expect(test.conditions('done')).toEqual([
      'PodReadyToStartContainers=False',
      'Initialized=True PodCompleted',
      'Ready=False PodCompleted',
      'ContainersReady=False PodCompleted',
      'PodScheduled=True',
    ]);
    expect(test.get('fail').status.phase).toBe('Failed');
    expect(test.get('fail').status.containerStatuses?.[0]?.state?.terminated).toMatchObject({ exitCode: 1, reason: 'Error' });
    expect(test.logs('done')).toBe('finished\n');
  });
});

describe('a container that crashes', () => {
  it('restarts at once, then backs off: 10 s, 20 s, ...', () => {
    const test = new NodeTest();
    test.pod('crash', { image: 'busybox', args: ['sh', '-c', 'echo starting; sleep 1; exit 3'] });
    test.run(8000);
    const { status, metadata } = test.get('crash');
    expect(status.phase).toBe('Running');
    expect(status.containerStatuses?.[0]).toMatchObject({
      restartCount: 1,
      started: false,
      ready: false,
      state: {
        waiting: { reason: 'CrashLoopBackOff', message: `back-off 10s restarting failed container=c pod=crash_default(${metadata.uid})` },
      },
      lastState: { terminated: { exitCode: 3, reason: 'Error' } },
    });
    expect(test.events('crash')).toContain(`BackOff: Back-off restarting failed container c in pod crash_default(${metadata.uid})`);
    test.run(10_000);
    expect(test.get('crash').status.containerStatuses?.[0]?.restartCount).toBe(2);
    expect(test.logs('crash', { previous: 'true' })).toBe('starting\n');
  });

  it('does not count its wait as time that it ran well', () => {
    const test = new NodeTest();
    const waits: string[] = [];
    test.world.store.subscribe(
      ({ object }) => {
        const { waiting } = (object as Pod).status.containerStatuses?.[0]?.state ?? {};
        const [, wait] = /^back-off (\S+)/.exec(waiting?.message ?? '') ?? [];
        if (wait !== undefined) waits.push(wait);
      },
      ['pods'],
    );
    test.pod('slow', { image: 'busybox', args: ['sh', '-c', 'sleep 400; exit 1'] });
    test.run(2 * 3_600_000);
    expect(waits).toEqual(['10s', '20s', '40s', '1m20s', '2m40s', '5m0s', '5m0s', '5m0s', '5m0s', '5m0s', '5m0s']);
  });

  it('says why a command cannot be started', () => {
    const test = new NodeTest();
    test.pod('nocmd', { image: 'busybox', args: ['nosuchbinary'] });
    test.run(6000);
    expect(test.get('nocmd').status.containerStatuses?.[0]?.lastState?.terminated).toMatchObject({
      exitCode: 128,
      reason: 'StartError',
      startedAt: '1970-01-01T00:00:00Z',
    });
    expect(test.events('nocmd').find((event) => event.startsWith('Failed:'))).toMatch(
      /exec: "nosuchbinary": executable file not found in \$PATH$/,
    );
  });
});

describe('an image that cannot be pulled', () => {
  it.each([
    [
      'nginx:doesnotexist',
      'rpc error: code = NotFound desc = failed to pull and unpack image "docker.io/library/nginx:doesnotexist": failed to resolve image: docker.io/library/nginx:doesnotexist: not found',
    ],
    [
      'nosuchimage',
      'rpc error: code = Unknown desc = failed to pull and unpack image "docker.io/library/nosuchimage:latest": failed to resolve image: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
    ],
  ])('%s', (image, why) => {
    const test = new NodeTest();
    test.pod('bad', { image });
    test.run(11_000);
    expect(test.events('bad')).toContain(`Failed: Failed to pull image "${image}": ${why}`);
    expect(test.events('bad')).toContain('Failed: Error: ErrImagePull');
    test.run(2500);
    expect(test.get('bad').status.containerStatuses?.[0]?.state?.waiting?.reason).toBe('ImagePullBackOff');
    expect(test.get('bad').status.phase).toBe('Pending');
    test.delete('/api/v1/namespaces/default/pods/bad');
    test.run(3000);
    expect(test.find('bad')).toBeUndefined();
  });

  it('is not tried for a name that is none, or with policy Never', () => {
    const test = new NodeTest();
    test.pod('upper', { image: 'Nginx' });
    test.pod('never', { image: 'nginx', imagePullPolicy: 'Never' });
    test.run(2000);
    expect(test.get('upper').status.containerStatuses?.[0]?.state?.waiting?.reason).toBe('InvalidImageName');
    expect(test.get('never').status.containerStatuses?.[0]?.state?.waiting).toEqual({
      reason: 'ErrImageNeverPull',
      message: 'Container image "nginx" is not present with pull policy of Never',
    });
  });
});

describe('a new image', () => {
  it('that cannot be had ends the container that runs, and waits', () => {
    const test = new NodeTest();
    test.pod('web');
    test.run(20_000);
    const { status } = test.api.handle({
      method: 'PATCH',
      path: '/api/v1/namespaces/default/pods/web',
      body: { spec: { containers: [{ name: 'c', image: 'nosuch' }] } },
      headers: { 'content-type': 'application/strategic-merge-patch+json' },
    });
    expect(status).toBe(200);
    test.run(60_000);
    expect(test.get('web').status.containerStatuses?.[0]?.state?.waiting?.reason).toMatch(/^(?:ErrImagePull|ImagePullBackOff)$/);
  });
});

describe('configuration', () => {
  it('waits for a ConfigMap that is missing', () => {
    const test = new NodeTest();
    test.pod('missing', { envFrom: [{ configMapRef: { name: 'nope' } }] });
    test.run(3000);
    expect(test.get('missing').status.containerStatuses?.[0]?.state?.waiting).toEqual({
      reason: 'CreateContainerConfigError',
      message: 'configmap "nope" not found',
    });
    test.post('/api/v1/namespaces/default/configmaps', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'nope' },
      data: { a: 'b' },
    });
    test.run(20_000);
    expect(test.conditions('missing')).toEqual(READY);
  });

  it('fills variables from everywhere, in the order of the real env', () => {
    const test = new NodeTest();
    test.post('/api/v1/namespaces/default/configmaps', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'app' },
      data: { color: 'blue', size: '10' },
    });
    test.pod(
      'p',
      {
        image: 'busybox',
        command: ['sleep', '3600'],
        envFrom: [{ configMapRef: { name: 'app' } }],
        env: [
          { name: 'WHO', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
          { name: 'SAYS', value: '$(WHO) is $(color), $(NOT) $$(WHO)' },
        ],
        volumeMounts: [{ name: 'v', mountPath: '/cfg' }],
      },
      { volumes: [{ name: 'v', configMap: { name: 'app' } }] },
    );
    test.run(4000);
    expect(test.exec('p', ['env']).out.split('\n')).toEqual(
      expect.arrayContaining(['HOSTNAME=p', 'color=blue', 'WHO=p', 'SAYS=p is blue, $(NOT) $(WHO)', 'KUBERNETES_SERVICE_HOST=10.96.0.1']),
    );
    expect(test.exec('p', ['cat', '/cfg/color']).out).toBe('blue');
    expect(test.exec('p', ['cat', '/etc/resolv.conf']).out).toBe(
      'search default.svc.cluster.local svc.cluster.local cluster.local\nnameserver 10.96.0.10\noptions ndots:5\n',
    );
    expect(test.exec('p', ['cat', '/etc/hosts']).out).toContain(`${test.get('p').status.podIP}\tp\n`);
  });
});

describe('exec', () => {
  it('runs programs with their input and exit code', () => {
    const test = new NodeTest();
    test.pod('web');
    test.run(4000);
    expect(test.exec('web', ['cat'], 'through\n')).toEqual({ out: 'through\n', err: '', code: 0 });
    expect(test.exec('web', ['sh', '-c', 'exit 7']).code).toBe(7);
    expect(test.exec('web', ['nosuchprogram']).message).toMatch(
      /^Internal error occurred: Internal error occurred: error executing command in container: failed to exec in container: failed to start exec "[0-9a-f]{64}": OCI runtime exec failed: exec failed: unable to start container process: exec: "nosuchprogram": executable file not found in \$PATH$/,
    );
  });
});

describe('probes', () => {
  it('readiness by exec: not ready until the file is there', () => {
    const test = new NodeTest();
    test.pod('p', { readinessProbe: { exec: { command: ['cat', '/tmp/ready'] }, periodSeconds: 1 } });
    test.run(6000);
    expect(test.conditions('p')[2]).toBe('Ready=False ContainersNotReady');
    expect(test.events('p')).toContain("Unhealthy: Readiness probe failed: cat: can't open '/tmp/ready': No such file or directory\n");
    test.exec('p', ['sh', '-c', 'touch /tmp/ready']);
    expect(test.conditions('p')[2]).toBe('Ready=True');
  });

  it('liveness by http: killed and started again', () => {
    const test = new NodeTest();
    test.pod('p', { livenessProbe: { httpGet: { path: '/nope', port: 80 }, periodSeconds: 2, failureThreshold: 2 } });
    test.run(12_000);
    expect(test.events('p')).toContain('Unhealthy: Liveness probe failed: HTTP probe failed with statuscode: 404');
    expect(test.events('p')).toContain('Killing: Container c failed liveness probe, will be restarted');
    expect(test.get('p').status.containerStatuses?.[0]?.restartCount).toBeGreaterThan(0);
  });

  it('that cannot be asked count neither way', () => {
    const test = new NodeTest();
    test.pod('p', {
      livenessProbe: { exec: { command: ['nosuch'] }, periodSeconds: 1, failureThreshold: 1 },
      readinessProbe: { httpGet: { port: 'http' }, periodSeconds: 1 },
    });
    test.run(6000);
    expect(test.events('p')).toContain(
      'Unhealthy: Readiness probe errored and resulted in unknown state: strconv.Atoi: parsing "http": invalid syntax',
    );
    expect(test.events('p').join('\n')).toMatch(
      /Liveness probe errored and resulted in unknown state: rpc error: code = Unknown desc = failed to exec in container: .* exec: "nosuch": executable file not found in \$PATH/,
    );
    expect(test.get('p').status.containerStatuses?.[0]).toMatchObject({ ready: false, restartCount: 0 });
  });

  it('tick with their period from when the Pod was begun; readiness is asked as soon as the container runs, too', () => {
    const test = new NodeTest();
    const fails = { exec: { command: ['cat', '/tmp/none'] }, periodSeconds: 7, failureThreshold: 9 };
    const first = (type: string, more = {}): number => {
      const name = `p${test.world.now}`;
      const seen: number[] = [];
      test.world.store.subscribe(
        ({ object }) => {
          const { involvedObject, message } = object as Event;
          if (involvedObject?.name === name && message?.startsWith(type)) seen.push(test.world.now);
        },
        ['events'],
      );
      test.pod(name, { [`${type.toLowerCase()}Probe`]: { ...fails, ...more } });
      test.run(30_000);
      return (seen[0] as number) - Date.parse(test.get(name).status.startTime as string);
    };
    // The image is there from the second Pod on.
    first('Readiness');
    expect(first('Readiness')).toBeLessThan(2000);
    expect(Math.round(first('Liveness') / 1000)).toBe(7);
    expect(Math.round(first('Startup') / 1000)).toBe(7);
    expect(Math.round(first('Readiness', { initialDelaySeconds: 8 }) / 1000)).toBe(14);
  });

  it('startup holds the others back', () => {
    const test = new NodeTest();
    test.pod('p', {
      startupProbe: { tcpSocket: { port: 81 }, periodSeconds: 1, failureThreshold: 30 },
      readinessProbe: { httpGet: { port: 80 } },
    });
    test.run(8000);
    expect(test.get('p').status.containerStatuses?.[0]).toMatchObject({ started: false, ready: false });
    expect(
      test
        .events('p')
        .some((event) => /^Unhealthy: Startup probe failed: dial tcp 10\.244\.0\.\d+:81: connect: connection refused$/.test(event)),
    ).toBe(true);
  });
});

it('runs a container as the user of its image, in the groups that the image has him in unless the Pod names all', () => {
  const test = new NodeTest();
  const user = (name: string): unknown => test.get(name).status.containerStatuses?.[0]?.user?.linux;
  test.pod('own', { image: 'curlimages/curl', command: ['sleep', '99'] });
  const securityContext = { runAsUser: 1000, runAsGroup: 3000, supplementalGroups: [4000] };
  test.pod('merged', { image: 'registry.k8s.io/e2e-test-images/agnhost:2.45' }, { securityContext });
  test.pod(
    'strict',
    { image: 'registry.k8s.io/e2e-test-images/agnhost:2.45' },
    { securityContext: { ...securityContext, supplementalGroupsPolicy: 'Strict' } },
  );
  test.run(8000);
  expect(user('own')).toEqual({ gid: 101, supplementalGroups: [101], uid: 100 });
  expect(user('merged')).toEqual({ gid: 3000, supplementalGroups: [3000, 4000, 50000], uid: 1000 });
  expect(user('strict')).toEqual({ gid: 3000, supplementalGroups: [3000, 4000], uid: 1000 });
});

it('tells of pull secrets that are missing', () => {
  const test = new NodeTest();
  test.pod('p', {}, { imagePullSecrets: [{ name: 'a' }, { name: 'b' }] });
  test.run(3000);
  expect(test.events('p')).toContain(
    'FailedToRetrieveImagePullSecret: Unable to retrieve some image pull secrets (a, b); attempting to pull the image may not succeed.',
  );
  expect(test.conditions('p')).toEqual(READY);
});

describe('containers that live for a moment', () => {
  function phases(args: string[]): string[] {
    const test = new NodeTest();
    const seen: string[] = [];
    test.world.store.subscribe(
      ({ object }) => {
        const { phase } = (object as Pod).status;
        if (phase && seen.at(-1) !== phase) seen.push(phase);
      },
      ['pods'],
    );
    test.pod('p', { image: 'busybox', args }, { restartPolicy: 'Never' });
    test.run(8000);
    return seen;
  }

  it('are told of when they have ended, others while they run', () => {
    expect(phases(['sh', '-c', 'echo hi'])).toEqual(['Pending', 'Succeeded']);
    expect(phases(['sh', '-c', 'sleep 1; exit 1'])).toEqual(['Pending', 'Running', 'Failed']);
  });
});

describe('a Pod of two containers', () => {
  it('is pending until both ran', () => {
    const test = new NodeTest();
    test.pod(
      'p',
      {},
      {
        containers: [
          { name: 'good', image: 'nginx' },
          { name: 'bad', image: 'nginx:nosuch' },
        ],
      },
    );
    test.run(8000);
    expect(test.get('p').status.phase).toBe('Pending');
    expect(test.get('p').status.containerStatuses?.map(({ ready }) => ready)).toEqual([false, true]);
  });

  it('names the gate that holds it back, and keeps the conditions of others first', () => {
    const test = new NodeTest();
    test.pod('p', {}, { readinessGates: [{ conditionType: 'example.com/a' }, { conditionType: 'example.com/b' }] });
    test.run(5000);
    const pod = test.get('p');
    const conditions = [...(pod.status.conditions ?? []), { type: 'example.com/b', status: 'Unknown' }];
    test.api.updateStatus('pods', { ...pod, status: { ...pod.status, conditions } } as never);
    test.run(2000);
    const now = test.get('p').status.conditions ?? [];
    expect(now[0]?.type).toBe('example.com/b');
    expect(now.find(({ type }) => type === 'Ready')?.message).toBe(
      'corresponding condition of pod readiness gate "example.com/a" does not exist., the status of pod readiness gate "example.com/b" is not "True", but Unknown',
    );
  });
});

describe('lifecycle hooks', () => {
  it('that fail are told of without a reason, by http only when nobody answers', () => {
    const test = new NodeTest();
    test.pod('refused', { lifecycle: { postStart: { httpGet: { port: 81 } } } });
    test.pod('missing', { lifecycle: { postStart: { exec: { command: ['nosuch'] } } } });
    test.pod('answered', { lifecycle: { postStart: { httpGet: { port: 80, path: '/404' } } } });
    test.run(6000);
    for (const name of ['refused', 'missing']) {
      expect(test.events(name)).toContain('FailedPostStartHook: PostStartHook failed');
      expect(test.events(name)).toContain('Killing: FailedPostStartHook');
    }
    expect(test.conditions('answered')).toEqual(READY);
  });

  it('hold back what is told of a container, and say why they failed', () => {
    const test = new NodeTest();
    test.pod('slow', { lifecycle: { postStart: { exec: { command: ['sleep', '3'] } } } });
    const waits: string[] = [];
    test.world.store.subscribe(
      ({ object }) => {
        const { status, metadata } = object as Pod;
        const { reason, message = '' } = status.containerStatuses?.[0]?.state?.waiting ?? {};
        if (metadata.name === 'bad' && reason === 'PostStartHookError') waits.push(message);
      },
      ['pods'],
    );
    test.pod('bad', { lifecycle: { postStart: { exec: { command: ['sh', '-c', 'echo oh; exit 3'] } } } });
    test.run(4000);
    expect(test.get('slow').status.phase).toBe('Pending');
    expect(test.get('slow').status.containerStatuses?.[0]?.state).toEqual({ waiting: { reason: 'ContainerCreating' } });
    test.run(3000);
    expect(test.conditions('slow')).toEqual(READY);
    test.run(1000);
    expect(waits[0]).toBe(
      `Exec lifecycle hook ([sh -c echo oh; exit 3]) for Container "c" in Pod "bad_default(${test.get('bad').metadata.uid})" failed - error: command 'sh -c echo oh; exit 3' exited with 3: , message: "oh\\n"`,
    );
  });
});

describe('the world restored', () => {
  it('goes on as it would have', () => {
    const test = new NodeTest();
    test.pod('crash', { image: 'busybox', args: ['sh', '-c', 'echo starting; sleep 1; exit 3'] });
    test.pod('web');
    test.run(7300);
    const snapshot = test.world.snapshot();
    test.run(30_000);
    const after = JSON.stringify(test.world.store.list('pods'));
    test.world.restore(snapshot);
    test.kernel.resumeRestored();
    test.run(30_000);
    expect(JSON.stringify(test.world.store.list('pods'))).toBe(after);
    expect(test.curl(test.get('web').status.podIP as string, 80, '/', { pod: 'web' }).response?.status).toBe(200);
  });
});

describe('a node without power', () => {
  it('is silent; its Pods start again when it is back', async () => {
    const { setRunning } = await import('../kinds/node/power.ts');
    const test = new NodeTest();
    test.pod('web');
    test.run(5000);
    const before = test.get('web').status.podIP;
    setRunning(test.world, 'minikube', false);
    test.run(20_000);
    setRunning(test.world, 'minikube', true);
    test.run(15_000);
    expect(test.conditions('web')).toEqual(READY);
    expect(test.get('web').status.podIP).not.toBe(before);
    expect(test.get('web').status.containerStatuses?.[0]?.restartCount).toBe(1);
  });
});

describe('attach', () => {
  it('types into a container that waits for input', () => {
    const test = new NodeTest();
    test.pod('p', { image: 'busybox', command: ['cat'], stdin: true });
    test.run(4000);
    const { session } = test.api.handle({ method: 'POST', path: '/api/v1/namespaces/default/pods/p/attach', query: { stdin: 'true' } });
    session?.stdin.push('hello\n');
    test.run(100);
    expect(session?.stdout.poll()).toBe('hello\n');
    expect(test.logs('p')).toBe('hello\n');
  });
});
