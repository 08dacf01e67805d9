import { describe, it } from 'vitest';
import { session } from '../sessions.testing.ts';

describe('images of the docs', () => {
  it('may name their shell with its path, and read flags alone as the server’s', () =>
    session([
      ['kubectl run hello --image=gcr.io/google-samples/node-hello:1.0 --port=8080 --expose', 'service/hello created'],
      ['kubectl run mongo --image=mongo:4.2 -- --bind_ip 0.0.0.0'],
      ['kubectl run busy --image=radial/busyboxplus:curl -- sleep 1000'],
      ['kubectl wait --for=condition=Ready pod/hello pod/mongo pod/busy --timeout=60s'],
      ['kubectl exec busy -- curl -s hello:8080', /^Hello Kubernetes!$/],
      ['kubectl logs hello', 'Received request for URL: /'],
    ]));

  it('a front end that asks the back end, and a page that only lives ten seconds', () =>
    session([
      ['kubectl create deployment hello --image=gcr.io/google-samples/hello-go-gke:1.0 && kubectl expose deployment hello --port=80'],
      [
        'kubectl run front --image=gcr.io/google-samples/hello-frontend:1.0 && kubectl run live --image=registry.k8s.io/liveness -- /server',
      ],
      ['kubectl wait --for=condition=Ready pod/front pod/live --timeout=60s && kubectl rollout status deployment/hello'],
      ['kubectl exec front -- curl -s localhost', '{"message":"Hello"}'],
    ]));

  it('nginx serves TLS with the certificate of a Secret, and does not start without it', () => {
    const conf =
      'server { listen 80; listen 443 ssl; root /usr/share/nginx/html; ssl_certificate /etc/nginx/ssl/tls.crt; ssl_certificate_key /etc/nginx/ssl/tls.key; }';
    const pod = (name: string, volumes: string, mounts: string): string =>
      `kubectl run ${name} --image=bprashanth/nginxhttps:1.0 --overrides='{"spec":{"containers":[{"name":"c","image":"bprashanth/nginxhttps:1.0","volumeMounts":[{"name":"conf","mountPath":"/etc/nginx/conf.d"}${mounts}]}],"volumes":[{"name":"conf","configMap":{"name":"conf"}}${volumes}]}}'`;
    return session([
      ['openssl req -x509 -nodes -newkey rsa:2048 -keyout k -out c -subj /CN=web; kubectl create secret tls cert --key k --cert c'],
      [`kubectl create configmap conf --from-literal=default.conf='${conf}'`],
      [pod('web', ',{"name":"ssl","secret":{"secretName":"cert"}}', ',{"name":"ssl","mountPath":"/etc/nginx/ssl"}')],
      [pod('bare', '', '')],
      ['kubectl expose pod web --port=443; kubectl run busy --image=radial/busyboxplus:curl -- sleep 1000'],
      ['kubectl wait --for=condition=Ready pod/web pod/busy --timeout=60s'],
      ['kubectl exec busy -- curl -sk https://web', '<title>Welcome to nginx!</title>'],
      ['kubectl exec busy -- curl -s https://web', 'exit code 60'],
      ['kubectl exec busy -- curl -s http://web:443', 'exit code'],
      ['kubectl logs bare', 'cannot load certificate "/etc/nginx/ssl/tls.crt": BIO_new_file() failed'],
    ]);
  });

  it('redis reads its configuration, and its client knows whether somebody looks', () =>
    session([
      ["kubectl create configmap redis --from-literal=redis.conf='maxmemory 2mb\nmaxmemory-policy allkeys-lru'"],
      [
        `kubectl run redis --image=redis:8 --overrides='{"spec":{"containers":[{"name":"redis","image":"redis:8","command":["redis-server","/conf/redis.conf"],"volumeMounts":[{"name":"c","mountPath":"/conf"}]}],"volumes":[{"name":"c","configMap":{"name":"redis"}}]}}'`,
      ],
      ['kubectl wait --for=condition=Ready pod/redis --timeout=60s'],
      ['kubectl exec redis -- redis-cli CONFIG GET maxmemory', /^maxmemory\n2097152\n$/],
      ["echo 'CONFIG GET maxmemory-policy' | kubectl exec -i redis -- redis-cli", /^maxmemory-policy\nallkeys-lru\n$/],
    ]));
});
