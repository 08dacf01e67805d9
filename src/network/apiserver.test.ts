/** The API server as a program inside the page reaches it. */
import { expect, it } from 'vitest';
import { session } from '../session/shell.testing.ts';

it('answers in the format that is asked for', async () => {
  const run = await session();
  await run('kubectl create clusterrolebinding v --clusterrole=view --serviceaccount=default:default; kubectl create token default > t');
  const get = (path: string, accept: string, more = ''): Promise<string> =>
    run(`curl -sk ${more} -H "Authorization: Bearer $(cat t)" -H 'Accept: ${accept}' https://192.168.49.2:8443${path}`);
  expect(await get('/api/v1/namespaces/default/configmaps/nope', 'application/yaml')).toBe(`apiVersion: v1
code: 404
details:
  kind: configmaps
  name: nope
kind: Status
message: configmaps "nope" not found
metadata: {}
reason: NotFound
status: Failure
`);
  expect(await get('/api/v1/namespaces/default', 'application/yaml', "-o /dev/null -w '%{content_type}'")).toBe('application/yaml');
  expect(await get('/api/v1/namespaces/default', '*/*', "-o /dev/null -w '%{content_type}'")).toBe('application/json');
  expect(JSON.parse(await get('/api/v1/namespaces/default', 'text/html'))).toMatchObject({ code: 406, reason: 'NotAcceptable' });
  // What the server says of itself is always JSON.
  expect(await get('/version', 'application/yaml')).toMatch(/^\{/);
}, 60_000);
