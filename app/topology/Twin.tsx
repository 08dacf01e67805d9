// The picture as tables: for screen readers always, for everyone on demand. The same facts, in words.
import { memo, type ReactNode } from 'react';
import { groupBy } from './collections.ts';
import { useShared } from './context.ts';
import { type Layout, live } from './layout.ts';
import type { Model, ObjectRef } from './model.ts';
import { isSelected } from './services.ts';
import { useWords } from './texts.ts';
import { explain } from './why.ts';

/** Beyond this many Pods the folded ones are counted, as they are in the picture. */
const ALL_PODS = 60;
/** Beyond this many pairs only those are told that are joined. */
const ALL_PAIRS = 120;

const list = (labels: Readonly<Record<string, string>> | undefined) =>
  Object.entries(labels ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(', ') || '–';

interface Props {
  readonly model: Model;
  readonly layout: Layout;
  readonly reachedBy: ReadonlyMap<string, readonly string[]>;
  readonly visible: boolean;
}

export default memo(function Twin({ model, layout, reachedBy, visible }: Props) {
  const { t } = useWords();
  const { select } = useShared();
  const many = model.pods.length > ALL_PODS;
  const pods = many ? layout.pods.filter((placed) => placed.slot.freedAt === undefined).map((placed) => placed.slot.pod) : model.pods;
  const folds = many ? layout.folds.filter((fold) => fold.folded) : [];
  const name = (ref: ObjectRef, text = ref.name): ReactNode =>
    visible ? (
      <button type="button" className="dd-link" onClick={() => select(ref)}>
        {text}
      </button>
    ) : (
      text
    );
  const table = (caption: string, heads: readonly string[], rows: readonly (readonly [key: string, ...cells: ReactNode[]])[]) =>
    rows.length > 0 && (
      <table>
        <caption>{t(`table.${caption}`)}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`table.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, first, ...cells]) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {cells.map((cell, index) => (
                <td key={heads[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    );

  // Every Service with every Pod of its namespace, and why it does or does not send it traffic; in a crowd, the Pods it is joined to.
  const linksOf = groupBy(model.links, (link) => link.service);
  const podsIn = groupBy(model.pods, (pod) => pod.namespace);
  const podOf = new Map(model.pods.map((pod) => [pod.key, pod]));
  const selecting = model.services.filter((service) => service.selector);
  const count = selecting.reduce((sum, service) => sum + (podsIn.get(service.namespace)?.length ?? 0), 0);
  const told = selecting.flatMap((service) => {
    const links = linksOf.get(service.key) ?? [];
    if (count > ALL_PAIRS) {
      const some = links.slice(0, Math.ceil(ALL_PAIRS / selecting.length));
      return some.flatMap((link) => {
        const pod = podOf.get(link.target);
        return pod ? [{ service, pod, link }] : [];
      });
    }
    const byPod = new Map(links.map((link) => [link.target, link]));
    return (podsIn.get(service.namespace) ?? []).map((pod) => ({ service, pod, link: byPod.get(pod.key) }));
  });

  return (
    <section className={visible ? 'dd-twin' : 'dd-unseen'} aria-label={t('table.title')} tabIndex={visible ? 0 : undefined}>
      {table(
        'services',
        ['name', 'type', 'address', 'ports', 'selector', 'selects', 'ready', 'targets'],
        model.services.map((service) => [
          service.key,
          name(service.ref),
          service.type,
          service.externalName ?? service.clusterIP ?? 'None',
          service.ports.map((port) => [port.nodePort, port.port, port.target].filter((each) => each !== undefined).join('→')).join(', ') ||
            '–',
          list(service.selector),
          service.selects,
          `${service.ready}/${service.ready + service.notReady}`,
          (linksOf.get(service.key) ?? [])
            .filter((link) => link.endpoint)
            .slice(0, ALL_PODS)
            .map((link) => {
              const target = podOf.get(link.target)?.name ?? link.target.replace(/^addr:/, '');
              return link.endpoint?.ready ? target : `${target} (${link.endpoint?.reason})`;
            })
            .join(', ') || '–',
        ]),
      )}
      {table(
        'pods',
        ['name', 'status', 'ready', 'restarts', 'node', 'owner', 'labels', 'services'],
        [
          ...pods.map(
            (pod) =>
              [
                pod.key,
                name(pod.ref),
                pod.status.word,
                `${pod.status.ready}/${pod.status.total}`,
                pod.status.restarts,
                pod.node ?? '–',
                pod.controller ? `${pod.controller.kind} ${pod.controller.name}` : '–',
                list(pod.labels),
                reachedBy.get(pod.key)?.join(', ') || '–',
              ] as const,
          ),
          ...folds.map((fold) => {
            const members = live(fold.band);
            const first = members[0];
            return [
              fold.key,
              t('table.folded', { count: members.length, name: first?.controller?.name ?? '' }),
              [...new Set(members.map((pod) => pod.status.word))].join(', '),
              `${members.filter((pod) => pod.status.isReady).length}/${members.length}`,
              members.reduce((sum, pod) => sum + pod.status.restarts, 0),
              new Set(members.map((pod) => pod.node)).size === 1 ? (first?.node ?? '–') : '…',
              first?.controller ? `${first.controller.kind} ${first.controller.name}` : '–',
              '–',
              (first && reachedBy.get(first.key)?.join(', ')) || '–',
            ] as const;
          }),
        ],
      )}
      {table(
        'why',
        ['service', 'pod', 'selected', 'traffic'],
        told.map(({ service, pod, link }) => {
          const why = explain(service, pod, link);
          return [
            `${service.key}${pod.key}`,
            service.name,
            pod.name,
            t(isSelected(service.selector ?? {}, pod.labels) ? 'table.yes' : 'table.no'),
            t(`why.${why.id}`, why.values),
          ];
        }),
      )}
      {table(
        'nodes',
        ['name', 'status', 'address', 'taints'],
        model.nodes.map((node) => [node.key, name(node.ref), node.word, node.ip ?? '–', node.taints.join(', ') || '–']),
      )}
      {table(
        'owners',
        ['name', 'kind', 'ready', 'sets'],
        model.owners.map((owner) => [
          owner.key,
          name(owner.ref),
          owner.kind,
          (owner.job && `${owner.job.word} ${owner.job.done}`) ?? owner.schedule ?? `${owner.ready}/${owner.desired ?? '?'}`,
          owner.sets.map((set) => `${set.name} ${set.pods}/${set.desired ?? '?'}`).join(', ') || '–',
        ]),
      )}
      {table(
        'ingresses',
        ['name', 'address', 'rules'],
        model.ingresses.map((ingress) => [
          ingress.key,
          name(ingress.ref),
          ingress.address || '–',
          ingress.rules.map((rule) => `${rule.host}${rule.path} → ${rule.service ?? '?'}:${rule.port}`).join(', '),
        ]),
      )}
      {table(
        'config',
        ['name', 'kind', 'status', 'users'],
        model.configs.map((config) => [
          config.key,
          config.missing ? config.name : name(config.ref),
          config.kind,
          config.missing ? t('config.missing') : config.word || t('config.keys', { count: config.keys }),
          config.users.map((user) => podOf.get(user)?.name ?? '').join(', ') || '–',
        ]),
      )}
    </section>
  );
});
