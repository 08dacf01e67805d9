import { describe, expect, it } from 'vitest';
import { ApiServer } from '../api/server.ts';
import { addNode, bootstrap } from '../controllers/bootstrap.ts';
import { freshControllers } from '../controllers/fresh.ts';
import { controllers } from '../controllers/index.ts';
import { changeTunnel } from '../controllers/load-balancer.ts';
import { runControllers } from '../controllers/run.ts';
import { FileSystem } from '../kernel/files.ts';
import { Kernel } from '../kernel/kernel.ts';
import { write } from '../kernel/sys.ts';
import type { Program } from '../kernel/types.ts';
import { kinds } from '../kinds/index.ts';
import { isRunning, kubeletRuns, setRunning } from '../kinds/node/power.ts';
import type { Node, Pod, Service } from '../kinds/objects.ts';
import { rulesCode } from '../kinds/rules-code.ts';
import { tunnelState } from '../kinds/tunnel.ts';
import { World } from '../world/world.ts';
import { minikubeDevice } from './device.ts';
import { minikube } from './index.ts';

await rulesCode.load();

const kubectl: Program = function* ({ argv }) {
  yield* write(1, `${argv.join(' ')}\n`);
  return 7;
};

function setup(nodes = 1) {
  const world = new World({ seed: 1 });
  const kernel = new Kernel(world);
  const api = new ApiServer(world, kinds);
  world.timers.on('node-power', () => {});
  runControllers(world, api, [...freshControllers, ...controllers]);
  const programs: Record<string, Program> = { minikube, kubectl };
  kernel.device('apiserver', (request) => api.handle(request as never));
  const device = minikubeDevice(world, api, {
    add: () => addNode(world, api).metadata.name,
    isOn: (node) => isRunning(world, node),
    hasKubelet: (node) => kubeletRuns(world, node),
    power: (node, on) => setRunning(world, node, on),
    shell: () => {
      throw new Error('no shell here');
    },
    images: () => [],
    load: () => '',
    unload: () => {},
    isTunnelOpen: () => tunnelState(world).running,
    tunnel: (open) => changeTunnel(world, open ? 1 : -1),
  });
  kernel.device('minikube', (request) => device(request as never));
  kernel.register({
    id: 'laptop',
    hostname: 'laptop',
    files: new FileSystem({}, () => world.now),
    program: (name) => programs[name],
    programNames: () => Object.keys(programs),
  });
  bootstrap(world, api, nodes);
  world.advance(1000);
  const texts = { out: '', err: '' };
  for (const name of ['out', 'err'] as const) {
    kernel.sink(name, (_id, text) => {
      texts[name] += text;
    });
  }
  const start = (line: string, env: Record<string, string> = {}) => {
    texts.out = texts.err = '';
    const done: { code?: number } = {};
    const sink = (name: string) => ({ kind: 'sink', name, id: '1' }) as const;
    const pid = kernel.spawnOn('laptop', {
      program: 'minikube',
      argv: ['minikube', ...line.split(' ').filter((word) => word !== '')],
      env,
      stdio: [{ kind: 'null' }, sink('out'), sink('err')],
      onExit: (status) => {
        done.code = status.code;
      },
    });
    return { pid, done };
  };
  const run = (line: string, env?: Record<string, string>) => {
    const { done } = start(line, env);
    world.advance(120_000, () => done.code !== undefined);
    return { ...texts, code: done.code };
  };
  const service = (name: string, spec: Partial<Service['spec']>) =>
    api.create<Service>('services', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace: 'default' },
      spec: { clusterIP: '10.96.0.77', selector: { app: name }, ...spec },
      status: { loadBalancer: {} },
    });
  const pod = (name: string, phase: string) => {
    const made = api.create<Pod>('pods', {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace: 'default', labels: { app: name } },
      spec: { containers: [{ name: 'c', image: 'nginx' }] },
      status: {},
    });
    api.updateStatus<Pod>('pods', { ...made, status: { phase } });
  };
  return { world, kernel, api, texts, start, run, service, pod };
}

describe('minikube', () => {
  it('knows the address of each node', () => {
    const { run } = setup(2);
    expect(run('ip')).toEqual({ out: '192.168.49.2\n', err: '', code: 0 });
    expect(run('ip -n m02').out).toBe('192.168.49.3\n');
    expect(run('ip --node=minikube-m02').out).toBe('192.168.49.3\n');
    expect(run('ip --node m05')).toEqual({
      out: '\n\n',
      err: 'X Exiting due to GUEST_NODE_RETRIEVE: retrieving node: Could not find node m05\n',
      code: 85,
    });
    expect(run('node list').out).toBe('minikube\t192.168.49.2\nminikube-m02\t192.168.49.3\n');
  });

  it('says what start cannot change, and that there is no other cluster', () => {
    const { run } = setup();
    const { err, code } = run('start --nodes 3 --cpus 4 --memory 4g --addons=');
    expect([code, err.split('\n').filter(Boolean).length]).toEqual([0, 3]);
    expect(err).toContain('! You cannot change the CPUs for an existing minikube cluster. Please first delete the cluster.\n');
    expect(err).toContain('already exists which means the --nodes parameter will be ignored');
    expect(run('start --kubernetes-version=v1.36.2 --driver=docker')).toMatchObject({ err: '', code: 0 });
    expect(run('start --kubernetes-version=v1.30.0').code).toBe(108);
    expect(run('status -p other').code).toBe(85);
    expect(run('ip -p minikube').code).toBe(0);
  });

  it('tells the status of each node, in its exit code too', () => {
    const { run } = setup(2);
    const worker = 'minikube-m02\ntype: Worker\nhost: Running\nkubelet: Running\n\n';
    const head = 'minikube\ntype: Control Plane\nhost: Running\nkubelet: Running\napiserver: Running\nkubeconfig: Configured\n\n';
    expect(run('status')).toEqual({ out: head + worker, err: '', code: 0 });
    run('node stop m02');
    expect(run('status')).toEqual({ out: head + worker.replaceAll('Running', 'Stopped'), err: '', code: 7 });
    expect(run('status -n m02 --format={{.Host}}/{{.Kubelet}}').out).toBe('Stopped/Stopped');
    expect(run('status -f {{.Nope}}').code).toBe(80);
    expect(JSON.parse(run('status -o json -n m02').out)).toMatchObject({ Name: 'minikube-m02', Host: 'Stopped', Worker: true });
  });

  it('stops, starts, adds and deletes nodes', () => {
    const { run, world } = setup(2);
    expect(run('node stop minikube-m02').out).toBe(
      '* Stopping node "minikube-m02"  ...\n* Powering off "minikube-m02" via SSH ...\n* Successfully stopped node minikube-m02\n',
    );
    world.advance(60_000);
    expect(world.store.get<Node>('nodes', '', 'minikube-m02')?.status.conditions?.find((one) => one.type === 'Ready')?.status).toBe(
      'Unknown',
    );
    expect(run('node start m02', { MINIKUBE_IN_STYLE: 'true' }).out).toContain('😄  Successfully started node minikube-m02!\n');
    expect(isRunning(world, 'minikube-m02')).toBe(true);
    expect(run('node start m02').out).toBe('* m02 is already running\n');
    expect(run('node add').out).toContain('* Successfully added m03 to minikube!\n');
    expect(world.store.list('nodes').map((one) => one.metadata.name)).toEqual(['minikube', 'minikube-m02', 'minikube-m03']);
    expect(run('node delete m03')).toMatchObject({ code: 0 });
    expect(world.store.get('nodes', '', 'minikube-m03')).toBeUndefined();
    expect(run('node delete minikube').code).toBe(14);
    expect(run('node stop').err).toBe('X Exiting due to MK_USAGE: Usage: minikube node stop NODE_NAME\n');
  });

  it('tells the URL of a Service with a node port', () => {
    const { run, service, pod } = setup();
    service('web', { type: 'NodePort', ports: [{ name: 'http', port: 80, nodePort: 31234 }] });
    expect(run('service web --url')).toEqual({
      out: 'http://192.168.49.2:31234\n\n\n',
      err: 'X Exiting due to SVC_UNREACHABLE: service not available: no running pod for service web found\n',
      code: 115,
    });
    pod('web', 'Running');
    expect(run('service web --url')).toEqual({ out: 'http://192.168.49.2:31234\n', err: '', code: 0 });
    expect(run('service --url --https web').out).toBe('https://192.168.49.2:31234\n');
    expect(run('service web').out).toContain(
      '┌───────────┬──────┬─────────────┬───────────────────────────┐\n' +
        '│ NAMESPACE │ NAME │ TARGET PORT │            URL            │\n' +
        '├───────────┼──────┼─────────────┼───────────────────────────┤\n' +
        '│ default   │ web  │ http/80     │ http://192.168.49.2:31234 │\n' +
        '└───────────┴──────┴─────────────┴───────────────────────────┘\n',
    );
    expect(run('service list').out).toContain('│ default   │ kubernetes │ No node port │                           │\n');
  });

  it('says why there is no URL', () => {
    const { run, service } = setup();
    service('inner', { type: 'ClusterIP', ports: [{ port: 80 }] });
    expect(run('service inner --url')).toEqual({
      out: '* service default/inner has no node port\n',
      err: '! Services [default/inner] have type "ClusterIP" not meant to be exposed, however for local development minikube allows you to access this !\n',
      code: 0,
    });
    expect(run('service nosuch')).toMatchObject({
      err: "X Exiting due to SVC_NOT_FOUND: Service 'nosuch' was not found in 'default' namespace.\nYou may select another namespace by using 'minikube service nosuch -n <namespace>'. Or list out all the services using 'minikube service list'\n",
      code: 115,
    });
    expect(run('service').err).toBe('X Exiting due to MK_USAGE: You must specify service name(s) or --all\n');
  });

  it('keeps a tunnel open until it is interrupted, one at a time', () => {
    const { start, run, world, kernel, service, texts } = setup();
    service('web', { type: 'LoadBalancer', ports: [{ port: 80 }] });
    const { pid, done } = start('tunnel');
    world.advance(12_000);
    expect(texts.out).toBe(
      `Status:\t\n\tmachine: minikube\n\tpid: ${pid}\n\troute: 10.96.0.0/12 -> 192.168.49.2\n\tminikube: Running\n\tservices: [web]\n    errors: \n\t\tminikube: no errors\n\t\trouter: no errors\n\t\tloadbalancer emulator: no errors\n`,
    );
    expect(world.store.get<Service>('services', 'default', 'web')?.status.loadBalancer?.ingress?.[0]?.ip).toBe('10.96.0.77');
    expect(run('tunnel').code).toBe(111);
    expect(tunnelState(world).running).toBe(true);
    kernel.signal('laptop', pid, 'SIGINT');
    world.advance(1000);
    expect(done.code).toBe(0);
    expect(tunnelState(world).running).toBe(false);
  });

  it('complains as cobra does', () => {
    const { run } = setup();
    expect(run('foo')).toEqual({
      out: '',
      err: `Error: unknown command "foo" for "minikube"\nRun 'minikube --help' for usage.\n`,
      code: 14,
    });
    expect(run('servise').err).toContain('\n\nDid you mean this?\n\tservice\n');
    expect(run('ip --bogus').err).toBe(`Error: unknown flag: --bogus\nSee 'minikube ip --help' for usage.\n`);
    expect(run('node list -x').err).toBe(`Error: unknown shorthand flag: 'x' in -x\nSee 'minikube node list --help' for usage.\n`);
    expect(run('ip -n').err).toBe(`Error: flag needs an argument: 'n' in -n\nSee 'minikube ip --help' for usage.\n`);
    expect(run('service x --wait=soon').err).toContain('Error: invalid argument "soon" for "--wait" flag:');
  });

  it('helps, and says what it cannot do', () => {
    const { run } = setup();
    expect(run('').out).toContain('Basic Commands:\n');
    expect(run('help node').out).toContain('  add ');
    expect(run('stop')).toMatchObject({
      err: 'X Exiting due to MK_UNIMPLEMENTED: minikube stop is not available in this simulated cluster: this cluster runs as long as its page is open; workers can be stopped: minikube node stop minikube-m02\n',
      code: 16,
    });
    expect(run('addons enable nosuch').code).toBe(10);
    expect(run('addons list').out).toMatch(/│ metrics-server +│ minikube │ disabled +│ Kubernetes +│\n/);
    expect(run('addons enable metrics-server').out).toContain("* The 'metrics-server' addon is enabled\n");
    expect(run('addons list').out).toMatch(/│ metrics-server +│ minikube │ enabled ✅ +│/);
    expect(run('addons disable metrics-server').out).toBe(`* "The 'metrics-server' addon is disabled\n`);
    expect(run('addons enable dashboard').err).toContain('the dashboard does not run in this simulated cluster');
    expect(run('version --short').out).toMatch(/^v1\.\d+\.\d+\n$/);
    expect(run('profile').out).toBe('minikube\n');
    expect(run('start').out).toContain('* Done! kubectl is now configured to use "minikube" cluster and "default" namespace by default\n');
  });

  it('passes everything on to kubectl', () => {
    const { run } = setup();
    expect(run('kubectl -- get pods -A')).toMatchObject({ out: 'kubectl get pods -A\n', code: 7 });
  });
});
