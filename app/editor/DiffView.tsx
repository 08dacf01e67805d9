/** What applying a text would change: the live objects beside what they would be, as kubectl diff compares them. */
import type { editor } from 'monaco-editor/editor';
import { useEffect, useRef, useState } from 'react';
import { unifiedDiff } from '../../src/api/values/unified-diff.ts';
import { usePage } from '../base/state.ts';
import { useEngine } from '../engine/engine.ts';
import { type Difference, differenceOf } from './diff.ts';
import { nameOf, type OpenDocument } from './documents.ts';
import type { Monaco } from './load.ts';
import { OPTIONS } from './MonacoEditor.tsx';
import { useTexts } from './texts.ts';

/** Narrower than this, both sides go into one column, px. */
const SIDE_BY_SIDE = 640;

interface Props {
  /** undefined: without Monaco. */
  readonly monaco: Monaco | undefined;
  readonly document: OpenDocument;
}

export default function DiffView({ monaco, document }: Props) {
  const { t } = useTexts();
  const cluster = useEngine((state) => state.cluster);
  const revision = useEngine((state) => state.revision);
  const [found, setFound] = useState<Difference>();
  const { path, text } = document;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` says when to look again
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => void differenceOf(cluster, nameOf(path), text).then((one) => current && setFound(one)), found ? 400 : 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [cluster, path, text, revision]);

  if (!found)
    return (
      <p className="note" role="status">
        {t('diffLooking')}
      </p>
    );
  if (found.error !== '')
    return (
      <pre className="editor-message" role="alert">
        {found.error}
      </pre>
    );
  if (found.before === found.after)
    return (
      <p className="note" role="status">
        {t('diffNone')}
      </p>
    );
  return (
    <div className="editor-diff" data-testid="diff">
      <p className="editor-diff-heads">
        <span data-side="before">− {t(found.before === '' ? 'diffNotThere' : 'diffLive')}</span>
        <span data-side="after">+ {t('diffApplied')}</span>
      </p>
      {monaco ? <Sides monaco={monaco} found={found} label={t('diffLabel', { name: nameOf(path) })} /> : <Unified found={found} />}
    </div>
  );
}

function Unified({ found }: { readonly found: Difference }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <pre className="editor-message" tabIndex={0}>
      {unifiedDiff(found.before, found.after)}
    </pre>
  );
}

function Sides({ monaco, found, label }: { readonly monaco: Monaco; readonly found: Difference; readonly label: string }) {
  const host = useRef<HTMLElement>(null);
  const made = useRef<editor.IStandaloneDiffEditor>(undefined);
  const textSize = usePage((state) => state.textSize);
  useEffect(() => {
    const [original, modified] = [monaco.editor.createModel('', 'yaml'), monaco.editor.createModel('', 'yaml')];
    const created = monaco.editor.createDiffEditor(host.current!, {
      ...OPTIONS,
      wordWrap: 'off', // the last applied configuration is one long line
      diffWordWrap: 'off',
      readOnly: true,
      originalEditable: false,
      renderSideBySideInlineBreakpoint: SIDE_BY_SIDE,
      useInlineViewWhenSpaceIsLimited: true,
      hideUnchangedRegions: { enabled: true, contextLineCount: 3, minimumLineCount: 3 },
      renderOverviewRuler: false,
      fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-mono'),
    });
    created.setModel({ original, modified });
    made.current = created;
    return () => {
      created.dispose();
      original.dispose();
      modified.dispose();
    };
  }, [monaco]);
  useEffect(() => {
    const model = made.current?.getModel();
    if (!model) return;
    if (model.original.getValue() !== found.before) model.original.setValue(found.before);
    if (model.modified.getValue() !== found.after) model.modified.setValue(found.after);
  }, [found]);
  useEffect(() => {
    const fontSize = 13 * textSize;
    made.current?.updateOptions({ fontSize });
    for (const side of [made.current?.getOriginalEditor(), made.current?.getModifiedEditor()]) side?.updateOptions({ ariaLabel: label });
  }, [label, textSize]);
  return <section ref={host} className="editor-monaco" aria-label={label} />;
}
