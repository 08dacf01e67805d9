import { describe, expect, it } from 'vitest';
import { createCluster } from '../session/index.ts';

describe('what a control plane makes when it starts', () => {
  it('is listed, got, described and changed like what somebody wrote', async () => {
    const shell = (await createCluster()).openShell();
    const out = async (line: string) => (await shell.run(line)).out;
    expect(await out('kubectl get flowschemas --no-headers | cut -d" " -f1 | head -3')).toBe('exempt\nprobes\nsystem-leader-election\n');
    expect(await out("kubectl get flowschema exempt -o jsonpath='{.status.conditions[0].reason}'")).toBe('Found');
    expect(await out('kubectl get ipaddress 10.96.0.1 --no-headers')).toMatch(/^10\.96\.0\.1 +services\/default\/kubernetes +\d+s\n$/);
    expect(await out('kubectl describe servicecidr kubernetes')).toContain('CIDRs:        10.96.0.0/12\n');
    expect(await out('kubectl label csinode minikube a=b; kubectl get csinode --show-labels --no-headers')).toMatch(
      /^csinode\.storage\.k8s\.io\/minikube labeled\nminikube +0 +\d+s +a=b\n$/,
    );
    expect(await out('kubectl delete apiservice v1.apps; kubectl get apiservice v1.apps --no-headers')).toContain('Local   True');
    expect(await shell.run('kubectl get cs scheduler --no-headers')).toMatchObject({
      err: 'Warning: v1 ComponentStatus is deprecated in v1.19+\n',
      out: 'scheduler   Healthy   ok    \n',
    });
  });
});
