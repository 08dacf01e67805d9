import { describe, expect, it } from 'vitest';
import { readYaml } from '../../kubectl/output/yaml.ts';
import { createCluster } from '../../session/index.ts';
import { example, examplePaths } from './index.ts';

const EXAMPLES = 'https://k8s.io/examples';
/** What its page has the learner change first, or says is refused. */
const NOT_AS_THEY_ARE = [
  'customresourcedefinition/shirt-resources.yaml',
  'application/job/job-tmpl.yaml',
  'application/ssa/nginx-deployment-replicas-only.yaml',
];

describe('the examples of the documentation', () => {
  it('are objects that a fresh cluster accepts', async () => {
    const shell = (await createCluster()).openShell();
    const manifests = examplePaths.filter(
      (path) => /\.(yaml|json)$/.test(path) && !path.includes('/profiles/') && !NOT_AS_THEY_ARE.includes(path),
    );
    await shell.run(
      'for n in mem-example cpu-example qos-example; do kubectl create namespace $n; done; kubectl create serviceaccount build-robot; kubectl create serviceaccount myserviceaccount',
    );
    const { code, err } = await shell.run(
      `kubectl apply --dry-run=server ${manifests.map((path) => `-f ${EXAMPLES}/${path}`).join(' ')} > /dev/null`,
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
  }, 60_000);

  it('are YAML, and JSON where their name says so', () => {
    for (const path of examplePaths.filter((name) => name.endsWith('.yaml')))
      expect(readYaml(example(path) ?? '').length).toBeGreaterThan(0);
    expect(JSON.parse(example('admin/namespace-dev.json') ?? '')).toMatchObject({ kind: 'Namespace', metadata: { name: 'development' } });
    expect(example('pods/none.yaml')).toBeUndefined();
  });
});

describe('a learner who copies a command', () => {
  it('applies an example by its address, wherever that leads', async () => {
    const shell = (await createCluster()).openShell();
    expect((await shell.run(`kubectl apply -f ${EXAMPLES}/pods/simple-pod.yaml`)).out).toBe('pod/nginx created\n');
    const raw = 'https://raw.githubusercontent.com/kubernetes/website/main/content/en/examples/pods/simple-pod.yaml';
    expect((await shell.run(`kubectl apply -f ${raw}`)).out).toBe('pod/nginx unchanged\n');
    const { out } = await shell.run(
      `curl -sL ${EXAMPLES}/application/web/web.yaml | grep kind:; curl -s ${EXAMPLES}/x.yaml -o /dev/null -w '%{redirect_url}\n'`,
    );
    expect(out).toBe('kind: Service\nkind: StatefulSet\nhttps://kubernetes.io/examples/x.yaml\n');
    expect((await shell.run(`wget -q ${EXAMPLES}/configmap/ui.properties; head -1 ui.properties`)).out).toBe('color.good=purple\n');
  });

  it('is told why another one is not there', async () => {
    const shell = (await createCluster()).openShell();
    const url = `${EXAMPLES}/pods/other.yaml`;
    const { err, code } = await shell.run(`kubectl apply -f ${url}`);
    expect({ err, code }).toEqual({
      err: `error: unable to read URL "${url}", server reported 404 Not Found (Drydock is offline and has only the most used examples: paste the manifest into a file), status code=404\n`,
      code: 1,
    });
  });

  it('gets it in a Pod too', async () => {
    const shell = (await createCluster()).openShell();
    await shell.run('kubectl run b --image=busybox -- sleep 1000; kubectl wait --for=condition=Ready pod/b');
    expect((await shell.run(`kubectl exec b -- wget -qO- ${EXAMPLES}/pods/simple-pod.yaml | head -2`)).out).toBe(
      'apiVersion: v1\nkind: Pod\n',
    );
  });
});
