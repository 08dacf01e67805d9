/** What `look:` links and `focus` point at: `svc/web`, `ns/deploy/web`, `node/minikube`, `label/app=web`, or a panel's name. */
import { API_RESOURCES } from '../../src/kinds/resources.ts';
import { PANELS } from '../panels/list.ts';
import type { ObjectQuery } from '../panels/look-here.ts';

export interface Target {
  readonly panel?: string;
  readonly object?: ObjectQuery;
}

export function parseTarget(text: string): Target | undefined {
  const parts = text.split('/');
  if (parts.length === 1) return PANELS.some(({ id }) => id === text) ? { panel: text } : undefined;
  if (parts[0] === 'label') {
    const [key = '', value = ''] = parts.slice(1).join('/').split('=');
    return key === '' ? undefined : { object: { resource: 'pods', labels: { [key]: value } } };
  }
  const [name = '', kind = '', namespace] = parts.toReversed();
  const found = API_RESOURCES.find(({ plural, singular, shortNames }) => kind === plural || kind === singular || shortNames.includes(kind));
  if (!found) return undefined;
  const resource = found.group === '' ? found.plural : `${found.plural}.${found.group}`;
  return { object: { resource, ...(name !== '' && { name }), ...(namespace !== undefined && { namespace }) } };
}
