/** The story that Drydock exists for, typed by a person: expose an app, label it, take the Service away, the app lives on. */
import { TerminalPage } from './terminal.ts';
import { expect, test } from './test.ts';

/** With all its motion, as nobody else here. */
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

test('expose your app, as the tutorial has it today', async ({ page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open();
  const picture = page.getByTestId('picture');

  expect(
    await terminal.run('kubectl create deployment kubernetes-bootcamp --image=gcr.io/google-samples/kubernetes-bootcamp:v1'),
  ).toContain('deployment.apps/kubernetes-bootcamp created');
  await terminal.run('kubectl rollout status deployment/kubernetes-bootcamp');

  expect(await terminal.run('kubectl expose deployment/kubernetes-bootcamp --type="NodePort" --port 8080')).toContain(
    'service/kubernetes-bootcamp exposed',
  );
  await expect(picture.getByText('NodePort', { exact: true }).first()).toBeVisible();

  await terminal.run(`export NODE_PORT="$(kubectl get services/kubernetes-bootcamp -o go-template='{{(index .spec.ports 0).nodePort}}')"`);
  expect(await terminal.run('echo NODE_PORT=$NODE_PORT')).toMatch(/NODE_PORT=3\d{4}/);
  const travels = picture.locator('.dd-bubble').first().waitFor();
  expect(await terminal.run('curl http://"$(minikube ip):$NODE_PORT"')).toMatch(
    /Hello Kubernetes bootcamp! \| Running on: kubernetes-bootcamp-/,
  );
  await travels;

  await terminal.run(
    `export POD_NAME="$(kubectl get pods -o go-template --template '{{range .items}}{{.metadata.name}}{{"\\n"}}{{end}}')"`,
  );
  expect(await terminal.run('kubectl label pods "$POD_NAME" version=v1')).toContain('labeled');
  await expect(picture.getByText('version=v1').first()).toBeVisible();

  expect(await terminal.run('kubectl delete service -l app=kubernetes-bootcamp')).toContain('deleted');
  await expect(picture.getByText('NodePort', { exact: true })).toHaveCount(0);
  expect(await terminal.run('curl http://"$(minikube ip):$NODE_PORT"')).toContain('curl: (7) Failed to connect to 192.168.49.2 port');
  expect(await terminal.run('kubectl exec -ti $POD_NAME -- curl http://localhost:8080')).toContain('Hello Kubernetes bootcamp!');
});

test('the 2019 transcript, to the letter', async ({ page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open('?scenario=bootcamp-2019');
  const picture = page.getByTestId('picture');

  expect(await terminal.run('kubectl expose deployment/kubernetes-bootcamp --type="NodePort" --port 8080')).toContain(
    'service/kubernetes-bootcamp exposed',
  );
  await terminal.run("export NODE_PORT=$(kubectl get services/kubernetes-bootcamp -o go-template='{{(index .spec.ports 0).nodePort}}')");
  expect(await terminal.run('echo NODE_PORT=$NODE_PORT')).toMatch(/NODE_PORT=3\d{4}/);
  expect(await terminal.run('curl $(minikube ip):$NODE_PORT')).toMatch(
    /Hello Kubernetes bootcamp! \| Running on: kubernetes-bootcamp-.* \| v=1/s,
  );

  expect(await terminal.run('kubectl get pods -l run=kubernetes-bootcamp')).toContain('1/1');
  expect(await terminal.run('kubectl get services -l run=kubernetes-bootcamp')).toContain('NodePort');
  await terminal.run(`export POD_NAME=$(kubectl get pods -o go-template --template '{{range .items}}{{.metadata.name}}{{"\\n"}}{{end}}')`);
  expect(await terminal.run('kubectl label pod $POD_NAME app=v1')).toContain('labeled');
  await expect(picture.getByText('app=v1').first()).toBeVisible();
  expect(await terminal.run('kubectl get pods -l app=v1')).toContain('Running');

  expect(await terminal.run('kubectl delete service -l run=kubernetes-bootcamp')).toContain('deleted');
  await expect(picture.getByText('NodePort', { exact: true })).toHaveCount(0);
  expect(await terminal.run('curl $(minikube ip):$NODE_PORT')).toMatch(
    /curl: \(7\) Failed to connect to 192\.168\.49\.2 port 3\d{4}: Connection\s+refused/,
  );
  expect(await terminal.run('kubectl exec -ti $POD_NAME curl localhost:8080')).toMatch(/DEPRECATED.*Hello Kubernetes bootcamp!/s);
});
