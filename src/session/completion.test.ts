/** Tab in a terminal on a whole cluster. */
import { describe, expect, it } from 'vitest';
import { ScreenModel } from '../shell/readline/screenmodel.testing.ts';
import { type Cluster, createCluster, type Terminal } from './index.ts';

async function settle(cluster: Cluster): Promise<void> {
  for (let i = 0; i < 20; i++) {
    await Promise.resolve();
    if (cluster.kernel.awaiting) await cluster.kernel.settled();
    cluster.world.advance(20);
  }
}

/** A terminal whose line can be completed. */
class Typing {
  private readonly cluster: Cluster;
  private readonly terminal: Terminal;
  private readonly screen = new ScreenModel(160, 200);

  constructor(cluster: Cluster) {
    this.cluster = cluster;
    this.terminal = cluster.openTerminal(160, 200);
    this.terminal.onOutput((text) => this.screen.write(text));
  }

  /** The screen's rows after keys, from the last prompt on. */
  async keys(...keys: string[]): Promise<string[]> {
    for (const key of keys) {
      this.terminal.input(key);
      await settle(this.cluster);
    }
    return this.screen.text.split('\n');
  }

  /** The line that a text becomes by Tab, without the prompt. */
  async completed(text: string): Promise<string> {
    await this.keys('\x15');
    return ((await this.keys(text, '\t')).at(-1) as string).replace(/^~ \$ /, '');
  }

  /** What a second Tab lists, once the first added no more. */
  async listed(text: string): Promise<string> {
    await this.keys('\x15');
    const before = (await this.keys(text, '\t')).length;
    return (await this.keys('\t', '\t')).slice(before).join('\n');
  }
}

describe('completion of kubectl', () => {
  it('knows commands, flags, values, kinds, names and fields', async () => {
    const cluster = await createCluster();
    const shell = cluster.openShell();
    await shell.run(
      'kubectl create ns blue; kubectl create deploy web --image=nginx; kubectl create deploy api --image=redis; kubectl rollout status deploy/web',
    );
    const typing = new Typing(cluster);
    await typing.keys('\r');
    expect(await typing.completed('kubectl descr')).toBe('kubectl describe');
    expect(await typing.completed('k rollout sta')).toBe('k rollout status');
    expect(await typing.completed('kubectl get nod')).toBe('kubectl get nodes');
    expect(await typing.completed('kubectl get deploy w')).toBe('kubectl get deploy web');
    expect(await typing.completed('kubectl describe deployment/a')).toBe('kubectl describe deployment/api');
    expect(await typing.completed('kubectl get pods -n blu')).toBe('kubectl get pods -n blue');
    expect(await typing.completed('kubectl get pods --namespace=kube-sy')).toBe('kubectl get pods --namespace=kube-system');
    expect(await typing.completed('kubectl get pods --all-name')).toBe('kubectl get pods --all-namespaces');
    expect(await typing.completed('kubectl get pods -o wid')).toBe('kubectl get pods -o wide');
    expect(await typing.completed('kubectl logs api-')).toMatch(/^kubectl logs api-\w+-\w+$/);
    expect(await typing.completed('kubectl get pods -l app=w')).toBe('kubectl get pods -l app=web');
    expect(await typing.completed("kubectl get deploy web -o jsonpath='{.spec.repl")).toBe(
      "kubectl get deploy web -o jsonpath='{.spec.replicas",
    );
    expect(await typing.completed("kubectl get pods -o jsonpath='{.items[0].status.podI")).toContain('.status.podIP');
    expect(await typing.completed('minikube sta')).toBe('minikube sta');
    expect(await typing.completed('minikube serv')).toBe('minikube service');
    expect(await typing.completed('minikube addons enable metr')).toBe('minikube addons enable metrics-server');
    expect(await typing.completed('minikube service kuber')).toBe('minikube service kubernetes');
    expect(await typing.listed('kubectl create dep')).not.toContain('(');
    expect(await typing.listed('kubectl rollout re')).toMatch(/restart +\(Restart[^]*resume +\(Resume/);
    expect(await typing.completed('kubectl get --field-s')).toBe('kubectl get --field-selector');
    expect(await typing.completed('kubectl get pods | gre')).toBe('kubectl get pods | grep');
    // Wrong lines are completed as far as they go, and nothing is complained about.
    for (const line of [
      'kubectl nonsense x',
      'kubectl get --wrong x',
      'kubectl get pods -o jsonpath={.x',
      'kubectl get nothere a',
      "kubectl exec -it web -- '",
    ])
      expect(await typing.completed(line)).toBe(line);
  });
});
