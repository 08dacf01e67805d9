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
