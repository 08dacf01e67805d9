/** The official Kubernetes Basics tutorial, typed into terminals as its six modules print it: today's text, and the one of 2019. */
import { describe, expect, it } from 'vitest';
import { Typist } from '../lessons/typist.ts';
import { createCluster } from './index.ts';

type Line = readonly [line: string, shows: RegExp];

const POD_NAME = `export POD_NAME="$(kubectl get pods -o go-template --template '{{range .items}}{{.metadata.name}}{{"\\n"}}{{end}}')"`;
const NODE_PORT = `export NODE_PORT="$(kubectl get services/kubernetes-bootcamp -o go-template='{{(index .spec.ports 0).nodePort}}')"`;
const POD = 'kubernetes-bootcamp-\\S+';

const TODAY: readonly Line[] = [
  // 1. Create a cluster
  ['minikube status', /apiserver: Running/],
  ['kubectl cluster-info', /control plane.* is running at/],
  // 2. Deploy an app
  ['kubectl version', /Client Version: v1\.36[^]*Server Version: v1\.36/],
  ['kubectl get nodes', /minikube +Ready +control-plane/],
  ['kubectl get nodes --help', /Usage:\s+kubectl get/],
  ['kubectl create deployment kubernetes-bootcamp --image=gcr.io/google-samples/kubernetes-bootcamp:v1', /kubernetes-bootcamp created/],
  ['kubectl get deployments', /kubernetes-bootcamp +[01]\/1/],
  ['kubectl rollout status deployment/kubernetes-bootcamp', /successfully rolled out/],
  ['curl http://localhost:8001/version', /\n {2}"gitVersion": "v1\.36/],
  [POD_NAME, /^\s*$/],
  ['echo Name of the Pod: $POD_NAME', new RegExp(`Name of the Pod: ${POD}`)],
  [
    'curl http://localhost:8001/api/v1/namespaces/default/pods/$POD_NAME:8080/proxy/',
    /Hello Kubernetes bootcamp! \| Running on: .* \| v=1/,
  ],
  // 3. Explore
  ['kubectl get pods', new RegExp(`${POD} +1/1 +Running`)],
  ['kubectl describe pods', /Image: +gcr\.io\/google-samples\/kubernetes-bootcamp:v1[^]*Container started/],
  ['kubectl logs "$POD_NAME"', /Kubernetes Bootcamp App Started At/],
  ['kubectl exec "$POD_NAME" -- env', /KUBERNETES_SERVICE_HOST=10\.96\.0\.1/],
  // 4. Expose: after the shell in the container below
  ['kubectl get services', /kubernetes +ClusterIP/],
  ['kubectl expose deployment/kubernetes-bootcamp --type="NodePort" --port 8080', /service\/kubernetes-bootcamp exposed/],
  ['kubectl get services', /kubernetes-bootcamp +NodePort +10\.\S+ +<none> +8080:3\d{4}\/TCP/],
  ['kubectl describe services/kubernetes-bootcamp', /NodePort: +<unset> +3\d{4}\/TCP[^]*Endpoints: +10\.244/],
  [NODE_PORT, /^\s*$/],
  ['echo "NODE_PORT=$NODE_PORT"', /NODE_PORT=3\d{4}/],
  ['curl http://"$(minikube ip):$NODE_PORT"', /Hello Kubernetes bootcamp!/],
  ['minikube service kubernetes-bootcamp --url', /http:\/\/192\.168\.49\.2:3\d{4}/],
  ['kubectl describe deployment', /Labels: +app=kubernetes-bootcamp/],
  ['kubectl get pods -l app=kubernetes-bootcamp', /1\/1/],
  ['kubectl get services -l app=kubernetes-bootcamp', /NodePort/],
  [POD_NAME, /^\s*$/],
  ['kubectl label pods "$POD_NAME" version=v1', /labeled/],
  ['kubectl describe pods "$POD_NAME"', /version=v1/],
  ['kubectl get pods -l version=v1', /1\/1/],
  ['kubectl delete service -l app=kubernetes-bootcamp', /service "kubernetes-bootcamp" deleted/],
  ['kubectl get services', /kubernetes +ClusterIP/],
  ['curl http://"$(minikube ip):$NODE_PORT"', /curl: \(7\) Failed to connect/],
  ['kubectl exec -ti $POD_NAME -- curl http://localhost:8080', /Hello Kubernetes bootcamp!/],
  // 5. Scale
  ['kubectl expose deployment/kubernetes-bootcamp --type="LoadBalancer" --port 8080', /exposed/],
  ['kubectl get rs', /kubernetes-bootcamp-\S+ +1 +1 +1/],
  ['kubectl scale deployments/kubernetes-bootcamp --replicas=4', /scaled/],
  ['kubectl rollout status deployments/kubernetes-bootcamp', /successfully/],
  ['kubectl get deployments', /4\/4/],
  ['kubectl get pods -o wide', /(10\.244\.0\.\d+[^]*){4}/],
  ['kubectl describe deployments/kubernetes-bootcamp', /Scaled up replica set \S+ from 1 to 4/],
  [NODE_PORT, /^\s*$/],
  ['curl http://"$(minikube ip):$NODE_PORT"', /Hello Kubernetes bootcamp!/],
  ['kubectl scale deployments/kubernetes-bootcamp --replicas=2', /scaled/],
  ['sleep 40; kubectl get pods -o wide', /(1\/1 +Running[^]*){2}/],
  // 6. Update
  ['kubectl set image deployments/kubernetes-bootcamp kubernetes-bootcamp=docker.io/jocatalin/kubernetes-bootcamp:v2', /image updated/],
  ['kubectl rollout status deployments/kubernetes-bootcamp', /successfully rolled out/],
  ['curl http://"$(minikube ip):$NODE_PORT"', /v=2/],
  ['kubectl set image deployments/kubernetes-bootcamp kubernetes-bootcamp=gcr.io/google-samples/kubernetes-bootcamp:v10', /image updated/],
  ['sleep 20; kubectl get deployments', /2\/2 +1 +2/],
  ['kubectl get pods', /ErrImagePull|ImagePullBackOff/],
  [
    `export AFFECTED_POD=$(kubectl get pods --field-selector status.phase=Pending -o go-template --template '{{range .items}}{{.metadata.name}}{{"\\n"}}{{end}}')`,
    /^\s*$/,
  ],
  ['kubectl describe pod $AFFECTED_POD', /Failed to pull image[^]*v10/],
  ['kubectl rollout undo deployments/kubernetes-bootcamp', /rolled back/],
  ['kubectl rollout status deployments/kubernetes-bootcamp', /successfully/],
  ['kubectl describe pods', /jocatalin\/kubernetes-bootcamp:v2/],
  [
    'kubectl delete deployments/kubernetes-bootcamp services/kubernetes-bootcamp',
    /deployment\.apps "kubernetes-bootcamp" deleted[^]*service "kubernetes-bootcamp" deleted/,
  ],
];

const IN_2019: readonly Line[] = [
  ['kubectl get pods', /1\/1 +Running/],
  ['kubectl get services', /kubernetes +ClusterIP/],
  ['kubectl expose deployment/kubernetes-bootcamp --type="NodePort" --port 8080', /exposed/],
  ['kubectl describe services/kubernetes-bootcamp', /NodePort/],
  [NODE_PORT.replaceAll('"', ''), /^\s*$/],
  ['echo NODE_PORT=$NODE_PORT', /NODE_PORT=3\d{4}/],
  ['curl $(minikube ip):$NODE_PORT', /Hello Kubernetes bootcamp!.*v=1/],
  ['kubectl describe deployment', /run=kubernetes-bootcamp/],
  ['kubectl get pods -l run=kubernetes-bootcamp', /1\/1/],
  ['kubectl get services -l run=kubernetes-bootcamp', /NodePort/],
  [`export POD_NAME=$(kubectl get pods -o go-template --template '{{range .items}}{{.metadata.name}}{{"\\n"}}{{end}}')`, /^\s*$/],
  ['kubectl label pod $POD_NAME app=v1', /labeled/],
  ['kubectl describe pods $POD_NAME', /app=v1/],
  ['kubectl get pods -l app=v1', /1\/1/],
  ['kubectl exec -ti $POD_NAME curl localhost:8080', /DEPRECATED[^]*Hello Kubernetes bootcamp!/],
  ['kubectl scale deployments/kubernetes-bootcamp --replicas=4', /scaled/],
  ['kubectl rollout status deployments/kubernetes-bootcamp', /successfully/],
  ['kubectl set image deployments/kubernetes-bootcamp kubernetes-bootcamp=jocatalin/kubernetes-bootcamp:v2', /image updated/],
  ['kubectl rollout status deployments/kubernetes-bootcamp', /successfully/],
  ['curl $(minikube ip):$NODE_PORT', /v=2/],
  ['kubectl delete service -l run=kubernetes-bootcamp', /deleted/],
  ['curl $(minikube ip):$NODE_PORT', /Connection refused/],
];

/** What a line showed, without itself. */
const after = (shown: string, line: string): string => shown.slice(shown.indexOf(line.slice(-10)) + 10);

async function play(terminal: Typist, lines: readonly Line[]): Promise<void> {
  for (const [line, shows] of lines) expect(after((await terminal.type(line)).shown, line), line).toMatch(shows);
}

describe('Kubernetes Basics', () => {
  it("runs as today's text has it, with kubectl proxy in a second terminal", async () => {
    const cluster = await createCluster();
    const [first, second] = [new Typist(cluster), new Typist(cluster)];
    expect((await second.type('kubectl proxy', true)).shown).toContain('Starting to serve on 127.0.0.1:8001');
    const at = TODAY.findIndex(([line]) => line === 'kubectl get services');
    await play(first, TODAY.slice(0, at));
    // A shell in the container, and out again.
    await first.type('kubectl exec -ti $POD_NAME -- bash', true);
    expect((await first.type('cat server.js', true)).shown).toContain("require('http')");
    expect((await first.type('curl http://localhost:8080', true)).shown).toContain('Hello Kubernetes bootcamp!');
    expect((await first.type('hostname; ps; exit', true)).shown).toMatch(new RegExp(POD));
    await play(first, TODAY.slice(at));
    await second.interrupt();
    expect((await first.type('curl -s http://localhost:8001/version || echo ended')).shown).toContain('ended');
  }, 60_000);

  it('runs as the text of 2019 had it', async () => {
    await play(new Typist(await createCluster({ scenario: 'bootcamp-2019' })), IN_2019);
  }, 60_000);

  it('runs pasted as one block', async () => {
    const cluster = await createCluster();
    const terminal = new Typist(cluster);
    await terminal.type('true');
    const block = TODAY.slice(5, 8)
      .map(([line]) => line)
      .join('\n');
    const { shown } = await terminal.type(`\x1b[200~${block}\x1b[201~`);
    expect(shown).toMatch(/created[^]*successfully rolled out/);
  });
});

it('a terminal goes on in a paused cluster for as long as somebody types', async () => {
  const cluster = await createCluster();
  const terminal = cluster.openTerminal();
  let shown = '';
  terminal.onOutput((text) => {
    shown += text;
  });
  const settle = async (): Promise<void> => {
    while (!terminal.atPrompt) {
      await cluster.kernel.settled();
      cluster.tick(16);
    }
  };
  await settle();
  cluster.world.clock.paused = true;
  for (let line = 1; line <= 30; line++) {
    for (const key of `echo line$((${line}))\r`) {
      terminal.input(key);
      cluster.tick(16);
    }
    expect(shown).toMatch(new RegExp(`line${line}\\r\\n`));
  }
}, 60_000);

describe('a program that is not there', () => {
  it('is told of at the prompt without the number of a line, whatever it is a part of, with what to do instead', async () => {
    const typist = new Typist(await createCluster());
    const hint = 'The control plane is simulated: look at it through kubectl.';
    for (const line of ['etcdctl version | cat', '(etcdctl)', 'x=$(etcdctl)', 'ETCDCTL_API=3 etcdctl'])
      expect((await typist.type(line)).shown).toContain(`\nbash: etcdctl: command not found\n${hint}\n`);
    expect((await typist.type('(nosuch) ; nosuch | cat')).shown).toContain(
      '\nbash: nosuch: command not found\nbash: nosuch: command not found\n',
    );
    expect((await typist.type("bash -c '(nosuch)'")).shown).toContain('\nbash: line 1: nosuch: command not found\n');
  });
});
