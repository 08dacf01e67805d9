/** Links in the output: the name of an object opens it in the inspector, an address is asked by curl or opened in a new tab. */

import type { IBufferRange, ILink, ILinkProvider, Terminal as Xterm } from '@xterm/xterm';
import type { KubeObject, ResourceName } from '../../src/world/object.ts';
import { suggest, useEngine } from '../engine/engine.ts';
import { type ObjectReference, select } from '../panels/selection.ts';

/** Kinds whose bare names are links, the likeliest first. */
const RESOURCES: readonly ResourceName[] = [
  'pods',
  'deployments.apps',
  'services',
  'replicasets.apps',
  'statefulsets.apps',
  'daemonsets.apps',
  'jobs.batch',
  'cronjobs.batch',
  'nodes',
  'ingresses.networking.k8s.io',
  'configmaps',
  'secrets',
  'persistentvolumeclaims',
  'persistentvolumes',
  'endpointslices.discovery.k8s.io',
  'horizontalpodautoscalers.autoscaling',
  'networkpolicies.networking.k8s.io',
];
/** Those that are links only behind their kind: `namespace/default`. */
const MORE: readonly ResourceName[] = [
  'namespaces',
  'serviceaccounts',
  'endpoints',
  'roles.rbac.authorization.k8s.io',
  'rolebindings.rbac.authorization.k8s.io',
];

const SHORT: Readonly<Record<string, string>> = {
  po: 'pods',
  deploy: 'deployments',
  svc: 'services',
  rs: 'replicasets',
  sts: 'statefulsets',
  ds: 'daemonsets',
  no: 'nodes',
  cm: 'configmaps',
  ns: 'namespaces',
  ing: 'ingresses',
};

/** `deployment.apps`, `deployments`, `deploy`: the resources that a word can mean. */
function resourcesOf(word: string): readonly ResourceName[] {
  const [name = '', ...group] = word.split('.');
  const plural =
    SHORT[name] ??
    (/(?:s|sh|ch|x)$/.test(name) && !/(?:pods|[^s]s)$/.test(name)
      ? `${name}es`
      : name.endsWith('y')
        ? `${name.slice(0, -1)}ies`
        : name.endsWith('s')
          ? name
          : `${name}s`);
  return [...RESOURCES, ...MORE].filter((resource) => {
    const [own, ...ownGroup] = resource.split('.');
    return (own === plural || own === `${name}es`) && (group.length === 0 || group.join('.') === ownGroup.join('.'));
  });
}

/** The object that a word of the output names; `line` may name its namespace. */
export function objectNamed(word: string, line: string): ObjectReference | undefined {
  const { store } = useEngine.getState().cluster.world;
  const slash = word.indexOf('/');
  const name = slash < 0 ? word : word.slice(slash + 1);
  const resources = slash < 0 ? RESOURCES : resourcesOf(word.slice(0, slash));
  if (name.length < 2) return undefined;
  const names = store.list<KubeObject>('namespaces').map(({ metadata }) => metadata.name);
  const mentioned = names.filter((one) => one !== name && new RegExp(`(?:^|\\s)${one}(?:\\s|$)`).test(line));
  const places = [...new Set(['', ...mentioned, 'default', ...names])];
  for (const resource of resources) {
    for (const namespace of places) if (store.get(resource, namespace, name)) return { resource, namespace, name };
  }
  return undefined;
}

/** A line of output over all the rows that it takes, with the place of each of its characters. */
function lineAt(xterm: Xterm, row: number): { text: string; places: { x: number; y: number }[] } {
  const buffer = xterm.buffer.active;
  let first = row;
  while (first > 0 && buffer.getLine(first)?.isWrapped) first--;
  let text = '';
  const places: { x: number; y: number }[] = [];
  for (let y = first; y === first || buffer.getLine(y)?.isWrapped; y++) {
    const line = buffer.getLine(y);
    if (!line || y - first > 20) break;
    for (let x = 0; x < line.length; x++) {
      const cell = line.getCell(x);
      if (!cell || cell.getWidth() === 0) continue;
      const chars = cell.getChars() || ' ';
      for (let i = 0; i < chars.length; i++) places.push({ x: x + 1, y: y + 1 });
      text += chars;
    }
  }
  return { text, places };
}

const ADDRESS = /\bhttps?:\/\/[^\s"'<>()[\]{}|]+[^\s"'<>()[\]{}|.,;:!?]/g;
const WORD = /[a-z0-9](?:[a-z0-9./-]*[a-z0-9])?/g;
/** Hosts that only exist in the simulation. */
const SIMULATED = /^(?:localhost|[^.]+|.*\.(?:svc|local|internal|test|example)|\d+\.\d+\.\d+\.\d+)$/;

/** The object whose name stands at a point of the page, in the output. */
export function objectAt(xterm: Xterm, x: number, y: number): ObjectReference | undefined {
  const box = xterm.element?.querySelector('.xterm-screen')?.getBoundingClientRect();
  if (!box || x < box.left || x >= box.right || y < box.top || y >= box.bottom) return undefined;
  const column = 1 + Math.floor(((x - box.left) / box.width) * xterm.cols);
  const row = xterm.buffer.active.viewportY + Math.floor(((y - box.top) / box.height) * xterm.rows);
  const { text, places } = lineAt(xterm, row);
  const at = places.findIndex((place) => place.x === column && place.y === row + 1);
  for (const match of text.matchAll(WORD)) {
    if (at >= match.index && at < match.index + match[0].length) return objectNamed(match[0], text);
  }
  return undefined;
}

export function linkProvider(
  xterm: Xterm,
  texts: () => { readonly inspect: string; readonly ask: string; readonly open: string },
): ILinkProvider {
  return {
    provideLinks(row, callback) {
      const { text, places } = lineAt(xterm, row - 1);
      const links: ILink[] = [];
      const taken: [number, number][] = [];
      const add = (at: number, length: number, title: string, activate: () => void): void => {
        const [start, end] = [places[at], places[at + length - 1]];
        if (!start || !end || row < start.y || row > end.y) return;
        const range: IBufferRange = { start, end };
        links.push({
          range,
          text: text.slice(at, at + length),
          activate: (event) => event.button === 0 && !xterm.hasSelection() && activate(),
          hover: () => xterm.element?.setAttribute('title', title),
          leave: () => xterm.element?.removeAttribute('title'),
        });
      };
      for (const match of text.matchAll(ADDRESS)) {
        const [url] = match;
        taken.push([match.index, match.index + url.length]);
        const host = /^https?:\/\/([^/:?#]*)/.exec(url)?.[1] ?? '';
        if (SIMULATED.test(host)) add(match.index, url.length, texts().ask, () => suggest(`curl ${url}`));
        else add(match.index, url.length, texts().open, () => window.open(url, '_blank', 'noopener,noreferrer'));
      }
      for (const match of text.matchAll(WORD)) {
        const [word] = match;
        if (taken.some(([from, to]) => match.index >= from && match.index < to)) continue;
        const found = objectNamed(word, text);
        if (found) add(match.index, word.length, texts().inspect, () => select(found));
      }
      callback(links.length > 0 ? links : undefined);
    },
  };
}
