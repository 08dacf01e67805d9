import { describe, expect, it } from 'vitest';
import { createCluster } from '../session/index.ts';

const REFUSED =
  'Error from server (Forbidden): pods is forbidden: User "jane" cannot list resource "pods" in API group "" in the namespace "default"\n';

async function learner() {
  const shell = (await createCluster()).openShell();
  return async (line: string) => {
    const { out, err, code } = await shell.run(line);
    return { text: out + err, code };
  };
}

describe('a user with a certificate', () => {
  it('may do what it was given, and no more', async () => {
    const run = await learner();
    await run('openssl genrsa -out jane.key 2048; openssl req -new -key jane.key -out jane.csr -subj /CN=jane/O=dev');
    await run('openssl x509 -req -in jane.csr -CA ~/.minikube/ca.crt -CAkey ~/.minikube/ca.key -CAcreateserial -out jane.crt -days 1');
    await run('kubectl config set-credentials jane --client-certificate=jane.crt --client-key=jane.key --embed-certs');
    await run('kubectl config set-context jane --cluster=minikube --user=jane; kubectl config use-context jane');
    expect(await run('kubectl get pods')).toEqual({ text: REFUSED, code: 1 });
    await run('kubectl --context=minikube create rolebinding dev --clusterrole=view --group=dev');
    expect((await run('kubectl get pods')).text).toBe('No resources found in default namespace.\n');
    expect((await run('kubectl auth whoami')).text).toMatch(/^Username +jane\nGroups +\[dev system:authenticated\]\n/m);
    const curl = 'curl -s --cacert ~/.minikube/ca.crt --cert jane.crt --key jane.key https://127.0.0.1:8443';
    expect((await run(`${curl}/api/v1/namespaces/default/pods`)).text).toContain('"kind": "PodList"');
    expect((await run(`${curl}/api/v1/namespaces/default/secrets`)).text).toContain('User \\"jane\\" cannot list resource \\"secrets\\"');
  });

  it('gets it from an approved request, signed by the authority', async () => {
    const run = await learner();
    await run('openssl genrsa -out jane.key 2048; openssl req -new -key jane.key -out jane.csr -subj /CN=jane');
    await run(`kubectl apply -f - <<X
{apiVersion: certificates.k8s.io/v1, kind: CertificateSigningRequest, metadata: {name: jane}, spec: {
  request: $(base64 -w0 < jane.csr), signerName: kubernetes.io/kube-apiserver-client, usages: [client auth]}}
X
kubectl certificate approve jane; sleep 1; kubectl get csr jane -o jsonpath='{.status.certificate}' | base64 -d > jane.crt`);
    expect((await run('openssl verify -CAfile ~/.minikube/ca.crt jane.crt')).text).toBe('jane.crt: OK\n');
    expect(await run('kubectl get pods --client-certificate=jane.crt --client-key=jane.key')).toEqual({ text: REFUSED, code: 1 });
  });

  it('is refused for what is wrong with it', async () => {
    const run = await learner();
    await run('kubectl config set-credentials a; kubectl config set-credentials b --client-certificate=nope.crt --client-key=nope.key');
    await run('kubectl config set-credentials c --client-certificate=.minikube/ca.crt --client-key=.minikube/profiles/minikube/client.key');
    expect((await run('kubectl get pods --user=a < /dev/null')).text).toBe('Please enter Username: error: EOF\n');
    expect((await run('kubectl get pods --user=b')).text).toBe(
      'Error in configuration: \n* unable to read client-cert /home/learner/nope.crt for b due to open /home/learner/nope.crt: no such file or directory\n* unable to read client-key /home/learner/nope.key for b due to open /home/learner/nope.key: no such file or directory\n',
    );
    expect((await run('kubectl get pods --user=c')).text).toMatch(
      /\nUnable to connect to the server: tls: private key does not match public key\n$/,
    );
  });

  it('that minikube made is embedded by --flatten', async () => {
    const run = await learner();
    const { text } = await run(
      "kubectl config view --flatten -o jsonpath='{.users[0].user.client-certificate-data}' | base64 -d | openssl x509 -noout -subject",
    );
    expect(text).toBe('subject=O = system:masters, CN = kubernetes-admin\n');
    expect(
      (
        await run(
          'kubectl config view --flatten > flat; rm -r .minikube; KUBECONFIG=flat kubectl auth whoami -o name; KUBECONFIG=flat kubectl get ns default -o name',
        )
      ).text,
    ).toContain('namespace/default');
    expect((await run('kubectl get pods')).text).toContain(
      '\n* unable to read certificate-authority /home/learner/.minikube/ca.crt for minikube',
    );
  });
});
