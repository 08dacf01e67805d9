import { describe, it } from 'vitest';
import { session } from './sessions.testing.ts';

const DISCOVERY =
  /couldn't get current server API group list: Get \\"https:\/\/127\.0\.0\.1:9\/api\?timeout=32s\\": dial tcp 127\.0\.0\.1:9: connect: connection refused"/;

describe('The server that a kubeconfig names', () => {
  it('is dialled: nobody there, nobody of that name, no answer, no TLS, something else', () =>
    session([
      [
        'kubectl -s https://127.0.0.1:9 get pods',
        [DISCOVERY, 'The connection to the server 127.0.0.1:9 was refused - did you specify the right host or port?'],
      ],
      ['kubectl -s https://127.0.0.1:9 get --raw /version', /^The connection to the server 127\.0\.0\.1:9 was refused/],
      [
        'kubectl -s https://nowhere.invalid:9 get pods',
        /Unable to connect to the server: dial tcp: lookup nowhere\.invalid on \S+: no such host$/m,
      ],
      [
        'kubectl -s https://10.1.2.3:8443 --request-timeout=2s get --raw /',
        /Unable to connect to the server: dial tcp 10\.1\.2\.3:8443: i\/o timeout$/m,
      ],
      [
        'kubectl -s http://127.0.0.1:8443 get pods',
        /Error from server \(BadRequest\): the server rejected our request for an unknown reason$/m,
      ],
      ['kubectl create deployment web --image=nginx; kubectl expose deployment web --port=80 --type=NodePort; sleep 10'],
      [
        'kubectl -s http://$(minikube ip):$(kubectl get svc web -o jsonpath={.spec.ports[0].nodePort}) get pods',
        /Error from server \(NotFound\): the server could not find the requested resource$/m,
      ],
      [
        'kubectl -s https://127.0.0.1:9 apply -f - < /dev/null',
        /failed to download openapi: Get "https:\/\/127\.0\.0\.1:9\/openapi\/v2\?timeout=32s": dial tcp/,
      ],
    ]));

  it('may be the node, or kubectl proxy; a wrong port in the kubeconfig is mended there', () =>
    session([
      ['kubectl -s https://$(minikube ip):8443 get nodes -o name', 'node/minikube'],
      ['kubectl proxy --port=8080 & sleep 1; kubectl -s http://localhost:8080 get nodes -o name', 'node/minikube'],
      ['KUBECONFIG=/none kubectl get nodes -o name', 'node/minikube'],
      [
        'kubectl config set-cluster minikube --server=https://127.0.0.1:8444; kubectl get nodes',
        'The connection to the server 127.0.0.1:8444 was refused',
      ],
      ['kubectl config set-cluster minikube --server=https://127.0.0.1:8443; kubectl get nodes -o name', 'node/minikube'],
    ]));
});
