import { expect, test } from 'vitest';
import { matches } from '../../src/api/values/selector.ts';
import type { PodView } from './model.ts';
import { selectorIn, typedFocus } from './typed.ts';

test.each([
  ['kubectl get pods -l app=web', 'app=web', 'default', true],
  ['kubectl get po -lapp=web -n other ', 'app=web', 'other', false],
  ['k get pods,svc --selector="app in (web, api)" -A', 'app in (web, api)', undefined, false],
  ["watch -n 1 kubectl get pods -l 'app=web,tier", 'app=web,tier', 'default', true],
  ['kubectl get nodes; kubectl delete pod -l app=w', 'app=w', 'default', true],
  ['kubectl logs -l app=web', 'app=web', 'default', true],
  ['kubectl expose deployment web --port 80 --selector=app=web', 'app=web', 'default', true],
])('%s', (line, selector, namespace, open) => {
  expect(selectorIn(line)).toEqual({ selector, namespace, open });
});

test.each([
  'kubectl get svc -l app=web',
  'kubectl get pods',
  'kubectl get pods -l',
  'grep -l app=web',
  'kubectl get pods -l app=web | grep x',
])('none in: %s', (line) => expect(selectorIn(line)).toBeUndefined());

test('where the line names no namespace it is that of the context', () => {
  expect(selectorIn('kubectl get pods -l app=web', 'shop')?.namespace).toBe('shop');
  expect(selectorIn('kubectl get pods -l app=web -n default', 'shop')?.namespace).toBe('default');
  expect(selectorIn('kubectl get pods -l app=web -A', 'shop')?.namespace).toBeUndefined();
});

test('a value that is being typed means those that begin with it, a whole one itself', () => {
  const pod = (namespace: string, labels: Record<string, string>): PodView => ({ namespace, labels }) as unknown as PodView;
  const pods = [
    pod('default', { app: 'web', tier: 'a' }),
    pod('default', { app: 'web2' }),
    pod('default', { app: 'api' }),
    pod('x', { app: 'web' }),
  ];
  const lit = (line: string): string => {
    const focus = typedFocus(line, pods);
    if (focus?.kind !== 'selector') return 'nothing';
    const { requirements, namespace } = focus;
    return pods
      .filter((one) => (namespace === undefined || one.namespace === namespace) && matches(requirements, one.labels))
      .map(({ labels }) => labels['app'])
      .join(' ');
  };
  expect(lit('kubectl get pods -l app')).toBe('web web2 api');
  expect(lit('kubectl get pods -l app=')).toBe('web web2 api');
  expect(lit('kubectl get pods -l app=w')).toBe('web web2');
  expect(lit('kubectl get pods -l app=web')).toBe('web');
  expect(lit('kubectl get pods -A -l app=web')).toBe('web web');
  expect(lit('kubectl get pods -l app=w -o wide')).toBe('');
  expect(lit('kubectl get pods -l tier=a,app!=w')).toBe('web');
  expect(lit('kubectl get pods -l tier=a,')).toBe('web');
  expect(lit('kubectl get pods -l app=none')).toBe('');
  expect(lit('kubectl get pods -l "app in (a"')).toBe('nothing');
});
