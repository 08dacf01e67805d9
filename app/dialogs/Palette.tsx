/** The command palette: commands, lessons, and all objects of the cluster by name. */

import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import type { KubeObject } from '../../src/world/object.ts';
import { closeDialog } from '../base/dialogs.ts';
import { usePage } from '../base/state.ts';
import { useEngine } from '../engine/engine.ts';
import { useTranslation } from '../i18n/index.ts';
import { HAS_LESSONS } from '../panels/first-lesson.ts';
import { select } from '../panels/selection.ts';
import { COMMANDS } from './commands.ts';
import { Dialog } from './Dialog.tsx';
import { rank } from './rank.ts';
import { useWords } from './texts.ts';

interface Entry {
  readonly text: string;
  readonly hint: string;
  readonly key?: string | undefined;
  readonly run: () => void;
}

const MAX_SHOWN = 60;
/** What nobody looks up by name. */
const NOISE = new Set(['events', 'leases.coordination.k8s.io', 'endpointslices.discovery.k8s.io', 'controllerrevisions.apps']);

export default function Palette() {
  const { t } = useWords();
  const { t: page } = useTranslation();
  const cluster = useEngine((state) => state.cluster);
  const lessons = useLessons();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();

  const entries = useMemo((): Entry[] => {
    const commands = COMMANDS.map((command) => ({
      text: t(`command.${command.id}`, { name: command.name ? page(command.name) : '' }),
      hint: t(`group.${command.group}`),
      key: command.key,
      run: command.run,
    }));
    const { store } = cluster.world;
    const objects = store
      .resources()
      .filter((resource) => !NOISE.has(resource))
      .flatMap((resource) =>
        store.list<KubeObject>(resource).map(({ metadata: { name, namespace = '' } }) => ({
          text: name,
          hint: [resource.split('.')[0], namespace].filter(Boolean).join(' · '),
          run: () => select({ resource, namespace, name }),
        })),
      );
    return [...commands, ...lessons, ...objects];
  }, [cluster, lessons, t, page]);
  const found = useMemo(() => rank(entries, query, MAX_SHOWN), [entries, query]);
  const chosen = Math.min(at, found.length - 1);

  const run = (entry: Entry | undefined): void => {
    if (!entry) return;
    closeDialog();
    // The dialog gives the focus back first; then the command may move it.
    requestAnimationFrame(entry.run);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      const next = Math.min(found.length - 1, Math.max(0, chosen + move));
      setAt(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(found[chosen]);
    }
  };
  return (
    <Dialog title={t('palette.title')} className="palette" bare>
      <input
        className="palette-input"
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${chosen}` : undefined}
        aria-label={t('palette.placeholder')}
        placeholder={t('palette.placeholder')}
        value={query}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="palette-list" role="listbox" id={id} aria-label={t('palette.title')}>
        {found.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's
          <div
            key={`${entry.hint}/${entry.text}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className="palette-entry"
            onClick={() => run(entry)}
            onPointerMove={() => setAt(index)}
          >
            <span className="palette-text">{entry.text}</span>
            <span className="palette-hint">{entry.hint}</span>
            {entry.key && <kbd>{entry.key}</kbd>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="palette-none">{t('palette.none')}</p>}
      <p className="visually-hidden" role="status">
        {t('palette.found', { count: found.length })}
      </p>
    </Dialog>
  );
}

/** The lessons, as soon as their list is there. */
function useLessons(): readonly Entry[] {
  const { t } = useWords();
  const language = usePage((state) => state.language);
  const [list, setList] = useState<typeof import('virtual:lessons')>();
  useEffect(() => {
    if (HAS_LESSONS) void import('virtual:lessons').then(setList, () => undefined); // without a network there are none to open
  }, []);
  return useMemo(
    () =>
      (list?.lessons ?? []).map(({ id, course, texts }) => ({
        text: texts[language].title,
        hint: [t('group.lesson'), list?.courses.find((one) => one.id === course)?.title[language]].filter(Boolean).join(' · '),
        run: () => void import('../lessons/player.ts').then(({ openLesson }) => openLesson(id)),
      })),
    [list, language, t],
  );
}
