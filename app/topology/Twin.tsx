// The picture as tables: for screen readers always, for everyone on demand. The same facts, in words.
import { memo } from 'react';
import type { Layout } from './layout.ts';
import { live } from './layout.ts';
import type { Model } from './model.ts';
import { useWords } from './texts.ts';

/** Beyond this many Pods the folded ones are counted, as they are in the picture. */
const ALL_PODS = 60;

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

export const Twin = memo(function Twin({ model, layout, reachedBy, visible }: Props) {
  const { t } = useWords();
  const many = model.pods.length > ALL_PODS;
  const pods = many ? layout.pods.filter((placed) => placed.slot.freedAt === undefined).map((placed) => placed.slot.pod) : model.pods;
  const folds = many ? layout.folds.filter((fold) => fold.folded) : [];
  const head = (...ids: string[]) => (
    <thead>
      <tr>
        {ids.map((id) => (
          <th key={id} scope="col">
            {t(`table.${id}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
  return (
    <div className={visible ? 'dd-twin' : 'dd-hidden'} role="region" aria-label={t('table.title')} tabIndex={visible ? 0 : undefined}>
      <table>
        <caption>{t('table.services')}</caption>
        {head('name', 'type', 'address', 'ports', 'selector', 'selects', 'ready', 'targets')}
        <tbody>
          {model.services.map((service) => (
            <tr key={service.key}>
              <th scope="row">{service.name}</th>
              <td>{service.type}</td>
              <td>{service.externalName ?? service.clusterIP ?? 'None'}</td>
              <td>
                {service.ports
                  .map((port) => [port.nodePort, port.port, port.target].filter((each) => each !== undefined).join('→'))
                  .join(', ') || '–'}
              </td>
              <td>{list(service.selector)}</td>
              <td>{service.selects}</td>
              <td>
                {service.ready}/{service.ready + service.notReady}
              </td>
              <td>
                {model.links
                  .filter((link) => link.service === service.key && link.endpoint)
                  .slice(0, ALL_PODS)
                  .map((link) => {
                    const name = model.pods.find((pod) => pod.key === link.target)?.name ?? link.target.replace(/^addr:/, '');
                    return link.endpoint?.ready ? name : `${name} (${link.endpoint?.reason})`;
                  })
                  .join(', ') || '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>{t('table.pods')}</caption>
        {head('name', 'status', 'ready', 'restarts', 'node', 'owner', 'labels', 'services')}
        <tbody>
          {pods.map((pod) => (
            <tr key={pod.key}>
              <th scope="row">{pod.name}</th>
              <td>{pod.status.word}</td>
              <td>
                {pod.status.ready}/{pod.status.total}
              </td>
              <td>{pod.status.restarts}</td>
              <td>{pod.node ?? '–'}</td>
              <td>{pod.controller ? `${pod.controller.kind} ${pod.controller.name}` : '–'}</td>
              <td>{list(pod.labels)}</td>
              <td>{reachedBy.get(pod.key)?.join(', ') || '–'}</td>
            </tr>
          ))}
          {folds.map((fold) => {
            const members = live(fold.band);
            const first = members[0];
            return (
              <tr key={fold.key}>
                <th scope="row">{t('table.folded', { count: members.length, name: first?.controller?.name ?? '' })}</th>
                <td>{[...new Set(members.map((pod) => pod.status.word))].join(', ')}</td>
                <td>
                  {members.filter((pod) => pod.status.isReady).length}/{members.length}
                </td>
                <td>{members.reduce((sum, pod) => sum + pod.status.restarts, 0)}</td>
                <td>{first?.node ?? '–'}</td>
                <td>{first?.controller ? `${first.controller.kind} ${first.controller.name}` : '–'}</td>
                <td>–</td>
                <td>{(first && reachedBy.get(first.key)?.join(', ')) || '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <table>
        <caption>{t('table.nodes')}</caption>
        {head('name', 'status', 'address', 'taints')}
        <tbody>
          {model.nodes.map((node) => (
            <tr key={node.key}>
              <th scope="row">{node.name}</th>
              <td>{node.word}</td>
              <td>{node.ip ?? '–'}</td>
              <td>{node.taints.join(', ') || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});
