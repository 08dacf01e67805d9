// The menu of what is shown and how; fetched when it is first opened.
import type { Grouping } from './layout.ts';
import { useWords } from './texts.ts';
import { setView, useView, type View } from './view.ts';

export interface ViewMenuProps {
  readonly namespaces: readonly string[];
  /** Keys of labels that Pods have, to group by. */
  readonly labelKeys: readonly string[];
  /** What `auto` comes to. */
  readonly grouping: Grouping;
}

export default function ViewMenu({ namespaces, labelKeys, grouping }: ViewMenuProps) {
  const { t } = useWords();
  const view = useView();
  const check = (key: 'onlyMatches' | 'owners' | 'config' | 'table', text: string) => (
    <label className="dd-check">
      <input type="checkbox" checked={view[key]} onChange={(event) => setView({ [key]: event.target.checked })} /> {text}
    </label>
  );
  const groupName = (group: Grouping): string => (group.startsWith('label:') ? group.slice(6) : t(`group.${group}`));
  return (
    <div className="dd-popover" role="dialog" aria-label={t('view.title')}>
      <label className="dd-field">
        {t('namespace.title')}
        <select className="dd-select" value={view.namespace} onChange={(event) => setView({ namespace: event.target.value })}>
          <option value="">{t('namespace.mine')}</option>
          <option value="*">{t('namespace.all')}</option>
          {namespaces.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
      <label className="dd-field">
        {t('group.title')}
        <select
          className="dd-select"
          value={view.grouping}
          onChange={(event) => setView({ grouping: event.target.value as View['grouping'] })}
        >
          <option value="auto">{t('group.auto', { what: groupName(grouping) })}</option>
          <option value="node">{t('group.node')}</option>
          <option value="owner">{t('group.owner')}</option>
          {labelKeys.map((key) => (
            <option key={key} value={`label:${key}`}>
              {t('group.label', { key })}
            </option>
          ))}
        </select>
      </label>
      {check('onlyMatches', t('view.onlyMatches'))}
      {check('owners', t('view.owners'))}
      {check('config', t('view.config'))}
      {check('table', t('table.show'))}
    </div>
  );
}
