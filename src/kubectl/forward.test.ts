import { expect, it } from 'vitest';
import { session } from '../session/shell.testing.ts';

it('port-forward leads to ports inside the Pod, until one connection fails or it is ended', async () => {
  const run = await session();
  await run('kubectl run web --image=nginx; kubectl wait --for=condition=Ready pod/web');
  await run('kubectl port-forward pod/web 8080:80 8081:80 8082:81 > log 2>&1 & sleep 1');
  expect(await run('curl -so /dev/null -w "%{http_code} " localhost:8080; curl -so /dev/null -w "%{http_code}" localhost:8081')).toBe(
    '200 200',
  );
  expect(await run('kubectl logs web | tail -1')).toMatch(/^127\.0\.0\.1 - - .*"GET \/ HTTP\/1\.1" 200/);
  expect(await run('kubectl port-forward pod/web 8081:80 9090:80 & sleep 1; kill $!; curl -s localhost:9090; echo $?')).toBe(`\
Forwarding from 127.0.0.1:9090 -> 80
Forwarding from [::1]:9090 -> 80
7
Unable to listen on port 8081: Listeners failed to create with the following errors: [unable to create listener: Error listen tcp4 127.0.0.1:8081: bind: address already in use unable to create listener: Error listen tcp6 [::1]:8081: bind: address already in use]
`);
  await run('curl -s localhost:8082; sleep 1');
  expect(await run('curl -s localhost:8080; echo $?; tail -2 log')).toMatch(
    /^7\nE1124 .* portforward\.go:522\] "Unhandled Error" err="an error occurred forwarding 8082 -> 81: error forwarding port 81 to pod .* connection refused .*"\nerror: lost connection to pod\n$/,
  );
});

it('port-forward and proxy leave the first ports to root', async () => {
  const run = await session();
  await run('kubectl run web --image=nginx; kubectl wait --for=condition=Ready pod/web');
  expect(await run('kubectl port-forward --address 0.0.0.0 pod/web 80 2>&1')).toBe(
    'Unable to listen on port 80: Listeners failed to create with the following errors: [unable to create listener: Error listen tcp4 0.0.0.0:80: bind: permission denied]\nerror: unable to listen on any of the requested ports: [{80 80}]\n',
  );
  expect(await run('kubectl proxy --port=80 2>&1')).toBe('error: listen tcp 127.0.0.1:80: bind: permission denied\n');
  expect(await run('timeout 2 sudo kubectl port-forward --address 127.0.0.1 pod/web 80')).toBe('Forwarding from 127.0.0.1:80 -> 80\n');
});
