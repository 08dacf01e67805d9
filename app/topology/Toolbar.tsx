// Namespace, selector to try, zoom, and the two other views: legend and tables.
import { focusPicture, useAttention } from '../look-here.ts';
import { useWords } from './texts.ts';

/** `''`: all but the cluster's own; `*`: all; else one namespace. */
export type NamespaceChoice = string;

export const isSystem = (namespace: string): boolean =>
  namespace.startsWith('kube-') || namespace === 'ingress-nginx' || namespace === 'kubernetes-dashboard';

export const showsNamespace =
  (choice: NamespaceChoice) =>
  (namespace: string): boolean =>
    choice === '*' || (choice === '' ? !isSystem(namespace) : namespace === choice);

interface Props {
  readonly namespaces: readonly string[];
  readonly namespace: NamespaceChoice;
  readonly onNamespace: (choice: NamespaceChoice) => void;
  readonly selector: string;
  readonly selectorError: string | undefined;
  /** How many Pods the selector matches. */
  readonly matched: number | undefined;
  readonly onSelector: (text: string) => void;
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
  readonly onFit: () => void;
  readonly legend: boolean;
  readonly onLegend: () => void;
  readonly table: boolean;
  readonly onTable: () => void;
}

export function Toolbar(props: Props) {
  const { t } = useWords();
  const focused = useAttention((state) => state.focused);
  const { namespaces, namespace, selector, selectorError, matched, zoom } = props;
  return (
    <div className="dd-toolbar" role="toolbar" aria-label={t('toolbar')}>
      <select
        className="dd-select"
        value={namespace}
        onChange={(event) => props.onNamespace(event.target.value)}
        aria-label={t('namespace.title')}
        title={t('namespace.title')}
      >
        <option value="">{t('namespace.mine')}</option>
        <option value="*">{t('namespace.all')}</option>
        {namespaces.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
      <span className={`dd-search${selectorError ? ' wrong' : ''}`}>
        <input
          type="search"
          value={selector}
          placeholder={t('selector.placeholder')}
          aria-label={t('selector.title')}
          title={selectorError ?? t('selector.title')}
          aria-invalid={selectorError !== undefined}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          onChange={(event) => props.onSelector(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && props.onSelector('')}
        />
        {matched !== undefined && (
          <output className="dd-matched" aria-live="polite">
            {t('selector.matches', { count: matched })}
          </output>
        )}
      </span>
      {focused.length > 0 && (
        <button type="button" className="dd-tool" onClick={() => focusPicture([])}>
          {t('focus.off', { name: focused.map((each) => each.name ?? each.resource.split('.')[0]).join(', ') })}{' '}
          <span aria-hidden="true">✕</span>
        </button>
      )}
      <span className="dd-tools">
        <button
          type="button"
          className="dd-tool icon"
          onClick={() => props.onZoom(zoom / 1.2)}
          aria-label={t('zoom.out')}
          title={t('zoom.out')}
        >
          −
        </button>
        <button
          type="button"
          className="dd-tool percent"
          onClick={() => props.onZoom(1)}
          aria-label={t('zoom.reset', { percent: Math.round(zoom * 100) })}
          title={t('zoom.reset', { percent: Math.round(zoom * 100) })}
        >
          {Math.round(zoom * 100)}%
        </button>
        <button
          type="button"
          className="dd-tool icon"
          onClick={() => props.onZoom(zoom * 1.2)}
          aria-label={t('zoom.in')}
          title={t('zoom.in')}
        >
          +
        </button>
        <button type="button" className="dd-tool" onClick={props.onFit}>
          {t('zoom.fit')}
        </button>
        <button type="button" className="dd-tool" aria-pressed={props.table} onClick={props.onTable}>
          {t('table.show')}
        </button>
        <button type="button" className="dd-tool" aria-pressed={props.legend} onClick={props.onLegend}>
          {t('legend.title')}
        </button>
      </span>
    </div>
  );
}
