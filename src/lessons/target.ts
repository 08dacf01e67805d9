/** What `focus` and `look:` links point at: `svc/web`, `ns/deploy/web`, `node/minikube`, `label/app=web`, or a panel of the page. */
import { resourceNamed } from './facts.ts';

/** What is wrong with a target; undefined for one that can be. Panels are the page's: a bare word may be one. */
export function targetProblem(target: string): string | undefined {
  const parts = target.split('/');
  if (parts[0] === 'label') return /^label\/[^=]+=.*$/.test(target) ? undefined : `"${target}": a label is label/KEY=VALUE`;
  if (parts.length === 1) return /^[a-z]+$/.test(target) ? undefined : `"${target}" is no KIND/NAME`;
  const kind = parts.at(-2) ?? '';
  return parts.length <= 3 && resourceNamed(kind) ? undefined : `"${target}": there is no kind "${kind}"`;
}
