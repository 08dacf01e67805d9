/** Every kind as the table that kubectl prints of it, live: sorted, filtered, each row a way to the object. */

import { ArrowDown, ArrowUp, SquareTerminal } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { usePage } from '../base/state.ts';
import { suggest, useShown } from '../engine/engine.ts';
import { useFollow } from '../engine/follow.ts';
import { CloseButton } from '../panels/CloseButton.tsx';
import { hidePanel } from '../panels/panels.ts';
import { select, useSelection } from '../panels/selection.ts';
import { useSize } from '../topology/hooks.ts';
import './resources.css';
import { type Column, columnsWithin, kindChoices, type Row, rowsOf, type Table, tableOf, type View } from './table.ts';
import { useTexts } from './texts.ts';

/** Narrower than this, px, is a phone: there the columns are shown that fit, and the object's summary has the others. */
const PHONE = 480;
/** What the names take there, as resources.css has it, and how wide a character is, px at the usual text size. */
const [NAMES, CHARACTER] = [124, 7.3];

/** More rows than anybody reads are not drawn; the filter finds them. */
const MOST_ROWS = 300;

export default function ResourcesPanel() {
  const { t } = useTexts();
  const cluster = useShown((state) => state.cluster);
  const [loaded, setLoaded] = useState<typeof cluster>();
  useEffect(() => {
    let current = true;
    void cluster.load().then(() => current && setLoaded(cluster));
    return () => {
      current = false;
    };
  }, [cluster]);
  return (
    <section className="panel" aria-label={t('title')} data-testid="resources" aria-busy={loaded !== cluster}>
      {loaded === cluster ? <Resources /> : <div className="panel-head" />}
    </section>
  );
}

function Resources() {
  const { t } = useTexts();
  const cluster = useShown((state) => state.cluster);
  const turn = useFollow(({ revision, second }) => `${revision} ${second}`); // ages grow without a write
  const [resource, setResource] = useState('pods');
  const [view, setView] = useState<View>({ namespace: undefined, text: '', sort: undefined });
  const [wide, setWide] = useState(false);
  const body = useRef<HTMLElement>(null);
  const { width } = useSize(body);
  const textSize = usePage((state) => state.textSize);
  const room = width > 0 && width < PHONE && !wide ? (width - NAMES) / (CHARACTER * textSize) : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` says when to look again
  const { choices, table, namespaces } = useMemo(
    () => ({
      choices: kindChoices(cluster, resource),
      table: tableOf(cluster, resource),
      namespaces: cluster.world.store.list('namespaces').map(({ metadata }) => metadata.name),
    }),
    [cluster, resource, turn],
  );
  const rows = rowsOf(table, view);
  const kind = choices.find((choice) => choice.resource === resource)?.kind ?? resource;
  const command = `kubectl get ${resource}${view.namespace ? ` -n ${view.namespace}` : namespaced(table) ? ' -A' : ''}${wide ? ' -o wide' : ''}`;
  return (
    <>
      <div className="panel-head resources-head">
        <select
          aria-label={t('kind')}
          value={resource}
          onChange={(event) => {
            setResource(event.target.value);
            setView((old) => ({ ...old, sort: undefined }));
          }}
        >
          {!choices.some((choice) => choice.resource === resource) && <option value={resource}>{resource}</option>}
          {choices.map((choice) => (
            <option key={choice.resource} value={choice.resource}>
              {t('kindOption', { kind: choice.kind, count: choice.count })}
            </option>
          ))}
        </select>
        <select
          aria-label={t('namespace')}
          value={view.namespace ?? ''}
          disabled={!namespaced(table)}
          onChange={(event) => setView((old) => ({ ...old, namespace: event.target.value || undefined }))}
        >
          <option value="">{t('allNamespaces')}</option>
          {namespaces.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
        <input
          type="search"
          aria-label={t('filter')}
          placeholder={t('filterHint')}
          value={view.text}
          onChange={(event) => setView((old) => ({ ...old, text: event.target.value }))}
        />
        <label className="resources-wide">
          <input type="checkbox" checked={wide} onChange={(event) => setWide(event.target.checked)} />
          {t('wide')}
        </label>
        <span className="resources-count" role="status">
          {t('rows', { count: rows.length })}
        </span>
        <button
          type="button"
          className="button"
          title={`${t('command')}: ${command}`}
          aria-label={t('command')}
          onClick={() => suggest(command)}
        >
          <SquareTerminal size={16} aria-hidden />
        </button>
        <CloseButton label={t('close')} onClose={() => hidePanel('resources')} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <section ref={body} className="panel-body resources-body" tabIndex={0} aria-label={kind}>
        {rows.length === 0 ? (
          <p className="note">{table.rows.length === 0 ? t('noneOfKind', { kind }) : t('none')}</p>
        ) : (
          <Rows
            table={table}
            rows={rows.slice(0, MOST_ROWS)}
            wide={wide}
            room={room}
            view={view}
            onSort={(sort) => setView((old) => ({ ...old, sort }))}
          />
        )}
      </section>
    </>
  );
}

const namespaced = (table: Table): boolean => table.rows.some(({ object }) => object.namespace !== '');

interface RowsProps {
  readonly table: Table;
  readonly rows: readonly Row[];
  readonly wide: boolean;
  /** Characters that fit beside the names; undefined: as many as there are. */
  readonly room: number | undefined;
  readonly view: View;
  readonly onSort: (sort: View['sort']) => void;
}

function Rows({ table, rows, wide, room, view, onSort }: RowsProps) {
  const { t } = useTexts();
  const selected = useSelection((state) => state.selected);
  const wanted = table.columns.flatMap(({ priority }, index) => (wide || priority === 0 ? [index] : []));
  const indices = room === undefined ? wanted : columnsWithin({ ...table, rows }, wanted, room);
  const shown = indices.map((index) => ({ column: table.columns[index] as Column, index }));
  const inNamespaces = room === undefined && namespaced(table);
  const several = room !== undefined && rows.some(({ object }) => object.namespace !== rows[0]?.object.namespace);
  return (
    <table className="resources-table">
      <thead>
        <tr>
          {inNamespaces && <th scope="col">NAMESPACE</th>}
          {shown.map(({ column, index }) => (
            <Heading
              key={column.name}
              column={column}
              index={index}
              sort={view.sort}
              label={t('sortBy', { column: column.name })}
              onSort={onSort}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ object, cells }) => {
          const isSelected =
            selected?.resource === object.resource && selected.namespace === object.namespace && selected.name === object.name;
          return (
            <tr key={`${object.namespace}/${object.name}`} data-selected={isSelected || undefined}>
              {inNamespaces && <td>{object.namespace}</td>}
              {shown.map(({ column, index }) =>
                index === 0 ? (
                  <th key={column.name} scope="row">
                    {several && <small>{object.namespace}</small>}
                    <button type="button" className="link" onClick={() => select(object)}>
                      {String(cells[index] ?? '')}
                    </button>
                  </th>
                ) : (
                  <td key={column.name}>{cells[index] === null || cells[index] === '' ? '<none>' : String(cells[index])}</td>
                ),
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface HeadingProps {
  readonly column: Column;
  readonly index: number;
  readonly sort: View['sort'];
  readonly label: string;
  readonly onSort: (sort: View['sort']) => void;
}

/** Once up, once down, then as the server sent them. */
function Heading({ column, index, sort, label, onSort }: HeadingProps) {
  const mine = sort?.column === index ? sort : undefined;
  const next = !mine ? { column: index, down: false } : mine.down ? undefined : { column: index, down: true };
  return (
    <th scope="col" aria-sort={mine ? (mine.down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" title={label} onClick={() => onSort(next)}>
        {column.name.toUpperCase()}
        {mine && (mine.down ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
      </button>
    </th>
  );
}
