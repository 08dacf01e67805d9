/** The editor: open files as tabs, in the same file system as the shell; checked while one types, applied and compared by kubectl. */
import { Check, FilePlus2, FileText, FolderTree, GitCompare, Play, Save, Settings2, X } from 'lucide-react';
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { notice } from '../base/notice.ts';
import { focusTerminal, runCommand, useEngine } from '../engine/engine.ts';
import { hidePanel } from '../panels/panels.ts';
import { recall, remember } from '../storage/storage.ts';
import * as documents from './documents.ts';
import { isChanged, nameOf, type OpenDocument, shortPath, useDocuments } from './documents.ts';
import './editor.css';
import { FileList } from './FileList.tsx';
import { loadMonaco, type Monaco } from './load.ts';
import { Menu, type MenuItem } from './Menu.tsx';
import { goTo, MonacoEditor } from './MonacoEditor.tsx';
import { PlainEditor } from './PlainEditor.tsx';
import { languageOf, useChecks, useProblems } from './problems.ts';
import { TEMPLATES, type Template, textOf } from './templates.ts';
import { useTexts } from './texts.ts';

const DiffView = lazy(() => import('./DiffView.tsx'));

/** A touch screen's keyboard and Monaco do not get on well; there a text field is the better editor, unless somebody chose. */
const COARSE = matchMedia('(pointer: coarse)');
const prefersPlain = (): boolean => (recall('editor') ?? (COARSE.matches ? 'plain' : 'full')) === 'plain';

/** What the panel asks before it goes on. */
type Question =
  | { readonly kind: 'discard' | 'delete'; readonly id: string }
  | { readonly kind: 'rename' | 'new'; readonly id: string; readonly name: string };

export default function EditorPanel() {
  const { t } = useTexts();
  const { documents: open, active, files } = useDocuments();
  const document = open.find(({ id }) => id === active);
  const [plain, setPlain] = useState(prefersPlain);
  const [comparing, setComparing] = useState<string>();
  const [question, setQuestion] = useState<Question>();
  const [cursor, setCursor] = useState({ line: 1, column: 1 });
  const { monaco, failed, again } = useMonaco(!plain && document !== undefined);
  useChecks(document);
  const leave = useLeave();
  const asked = question && (question.kind === 'new' || open.some(({ id }) => id === question.id)) ? question : undefined;
  const diffing = document !== undefined && comparing === document.id;

  /** Gives the keyboard to the text, once it shows what has just been put into it. */
  const goThere = (start: number): void => void requestAnimationFrame(() => (monaco && !plain ? goTo(monaco, start) : goToPlain(start)));
  const tell = (error: unknown): void => {
    const path = typeof error === 'object' && error && 'path' in error ? `${error.path}: ` : '';
    notice(`${path}${error instanceof Error ? error.message : error}`);
  };
  const attempt = (work: () => void): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      tell(error);
      return false;
    }
  };
  const save = (): boolean => document !== undefined && attempt(() => documents.save(document.id));
  const apply = (): void => {
    if (!document || document.request) return;
    if (save()) runCommand(`kubectl apply -f ${wordOf(document.path)}`);
  };
  const close = (one: OpenDocument): void => {
    if (isChanged(one)) setQuestion({ kind: 'discard', id: one.id });
    else documents.close(one.id);
  };
  const hide = (): void => {
    hidePanel('editor');
    requestAnimationFrame(() => requestAnimationFrame(focusTerminal)); // after the page has moved the terminal to its place
  };
  const take = async (template: Template): Promise<void> => {
    try {
      const text = await textOf(template, useEngine.getState().cluster);
      const current = useDocuments.getState().documents.find(({ id }) => id === useDocuments.getState().active);
      if (current && current.text.trim() === '' && !current.request) documents.edit(current.id, text);
      else documents.openNew(template.file, text);
      goThere(0);
    } catch (error) {
      tell(error);
    }
  };
  const pickPlain = (on: boolean): void => {
    remember('editor', on ? 'plain' : 'full');
    setPlain(on);
  };
  // Before Monaco, which has keys of its own for some.
  const onKeyDown = (event: KeyboardEvent): void => {
    leave(event);
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event.key.toLowerCase() === 's') save();
    else if (event.key === 'Enter') apply();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const more: MenuItem[] = document
    ? [
        ...(document.request
          ? []
          : [
              {
                id: 'rename',
                text: t('rename'),
                run: () => setQuestion({ kind: 'rename', id: document.id, name: shortPath(document.path) }),
              },
              { id: 'delete', text: t('delete'), run: () => setQuestion({ kind: 'delete', id: document.id }) },
            ]),
        { id: 'plain', text: t(plain ? 'useFull' : 'usePlain'), run: () => pickPlain(!plain) },
      ]
    : [];
  const isManifest = document !== undefined && ['yaml', 'json'].includes(languageOf(document.path, document.text));
  return (
    <section className="panel editor" aria-label={t('title')} data-testid="editor" onKeyDownCapture={onKeyDown}>
      <div className="panel-head">
        <button
          type="button"
          className="button"
          title={t('files')}
          aria-label={t('files')}
          aria-pressed={files}
          onClick={() => documents.showFiles(!files)}
        >
          <FolderTree size={16} aria-hidden />
        </button>
        <DocumentTabs open={open} active={active} onClose={close} />
        <span className="grow" />
        <Menu
          label={t('new')}
          items={[
            { id: 'empty', text: t('newEmpty'), run: () => setQuestion({ kind: 'new', id: '', name: '~/manifest.yaml' }) },
            ...TEMPLATES.map((template) => ({ id: template.kind, text: template.kind, run: () => void take(template) })),
          ]}
        >
          <FilePlus2 size={16} aria-hidden />
        </Menu>
        {more.length > 0 && (
          <Menu label={t('more')} items={more}>
            <Settings2 size={16} aria-hidden />
          </Menu>
        )}
        {!open.some(({ request }) => request) && (
          <button type="button" className="button" title={t('hide')} aria-label={t('hide')} onClick={hide}>
            <X size={16} aria-hidden />
          </button>
        )}
      </div>
      {document && (
        <div className="editor-bar">
          <span className="editor-path" title={document.path}>
            {document.machine ? t('onMachine', { path: document.path, machine: document.machine }) : shortPath(document.path)}
            {document.saved === undefined && <em> {t('notSaved')}</em>}
          </span>
          <span className="grow" />
          {isManifest && !document.request && (
            <button
              type="button"
              className="button"
              aria-pressed={diffing}
              title={t('diffHelp')}
              onClick={() => setComparing(diffing ? undefined : document.id)}
            >
              <GitCompare size={15} aria-hidden />
              <span className="editor-word">{t('diff')}</span>
            </button>
          )}
          {document.request ? (
            <>
              <button type="button" className="button" onClick={() => close(document)}>
                <X size={15} aria-hidden />
                {t('discard')}
              </button>
              <button type="button" className="button primary" title="Ctrl+S" onClick={save}>
                <Check size={15} aria-hidden />
                {t('saveAndClose')}
              </button>
            </>
          ) : (
            <>
              <button
                type="button"
                className="button"
                title="Ctrl+S"
                disabled={!isChanged(document) && document.saved !== undefined}
                onClick={save}
              >
                <Save size={15} aria-hidden />
                <span className="editor-word">{t('save')}</span>
              </button>
              {isManifest && (
                <button type="button" className="button primary" title={t('applyHelp', { path: wordOf(document.path) })} onClick={apply}>
                  <Play size={15} aria-hidden />
                  {t('apply')}
                </button>
              )}
            </>
          )}
        </div>
      )}
      {asked && <Ask key={`${asked.kind} ${asked.id}`} question={asked} onDone={() => setQuestion(undefined)} attempt={attempt} />}
      {document?.conflict && !asked && (
        <div className="editor-ask" role="alert">
          <span>{t('conflict', { name: nameOf(document.path) })}</span>
          <button type="button" className="button" onClick={() => documents.reload(document.id)}>
            {t('takeTheirs')}
          </button>
          <button type="button" className="button" onClick={save}>
            {t('keepMine')}
          </button>
        </div>
      )}
      {failed && !plain && document && (
        <div className="editor-ask" role="status">
          <span>{t('failed')}</span>
          <button type="button" className="button" onClick={again}>
            {t('again')}
          </button>
        </div>
      )}
      <div className="panel-body editor-body">
        {files && <FileList turnOff={() => documents.showFiles(false)} />}
        <div className="editor-text">
          {!document ? (
            <Nothing onNew={(template) => void take(template)} />
          ) : diffing ? (
            <Suspense fallback={null}>
              <DiffView monaco={plain ? undefined : monaco} document={document} />
            </Suspense>
          ) : monaco && !plain ? (
            <MonacoEditor
              monaco={monaco}
              document={document}
              label={t('textOf', { name: nameOf(document.path) })}
              onChange={(text) => documents.edit(document.id, text)}
              onMove={(line, column) => setCursor({ line, column })}
            />
          ) : plain || failed ? (
            <PlainEditor
              document={document}
              label={t('textOf', { name: nameOf(document.path) })}
              onChange={(text) => documents.edit(document.id, text)}
              onMove={(line, column) => setCursor({ line, column })}
            />
          ) : (
            <p className="note" role="status">
              {t('loading')}{' '}
              <button type="button" className="button" onClick={() => setPlain(true)}>
                {t('usePlain')}
              </button>
            </p>
          )}
        </div>
      </div>
      {document && (
        <Foot document={document} onGo={goThere}>
          {t('position', cursor)}
        </Foot>
      )}
    </section>
  );
}

/** Monaco, once it is wanted and there. */
function useMonaco(wanted: boolean): { monaco: Monaco | undefined; failed: boolean; again: () => void } {
  const [monaco, setMonaco] = useState<Monaco>();
  const [failed, setFailed] = useState(false);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` says to try again
  useEffect(() => {
    if (!wanted || monaco) return;
    let current = true;
    setFailed(false);
    loadMonaco().then(
      (found) => current && setMonaco(() => found),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [wanted, monaco, turn]);
  return { monaco, failed, again: () => setTurn((old) => old + 1) };
}

/** Escape, then Tab, leaves the text, as in the terminal: what Tab does there is left out once. */
function useLeave(): (event: KeyboardEvent) => void {
  const escaped = useRef(false);
  return (event) => {
    if (event.key === 'Tab' && escaped.current) event.stopPropagation();
    if (event.key !== 'Shift') escaped.current = event.key === 'Escape';
  };
}

interface TabsProps {
  readonly open: readonly OpenDocument[];
  readonly active: string | undefined;
  readonly onClose: (document: OpenDocument) => void;
}

const tabId = (id: string): string => `editor-tab-${id}`;

function DocumentTabs({ open, active, onClose }: TabsProps) {
  const { t } = useTexts();
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const at = open.findIndex(({ id }) => id === active);
    const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: open.length - 1 }[event.key];
    if (next === undefined || open.length === 0) return;
    event.preventDefault();
    const { id } = open[(next + open.length) % open.length]!;
    documents.activate(id);
    document.getElementById(tabId(id))?.focus();
  };
  useEffect(() => {
    if (active !== undefined)
      document.getElementById(tabId(active))?.parentElement?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [active]);
  if (open.length === 0) return <h2 className="editor-title">{t('title')}</h2>;
  return (
    <div className="tabs editor-tabs">
      {open.map((one) => (
        <span key={one.id} className="editor-tab" data-active={one.id === active || undefined}>
          <button
            id={tabId(one.id)}
            type="button"
            className="tab"
            aria-pressed={one.id === active}
            title={shortPath(one.path)}
            onClick={() => documents.activate(one.id)}
            onKeyDown={move}
          >
            <FileText size={14} aria-hidden />
            {nameOf(one.path)}
            {isChanged(one) && <i className="editor-dot" title={t('changed')} role="img" aria-label={t('changed')} />}
          </button>
          <button
            type="button"
            className="button editor-close"
            title={t(one.request ? 'discard' : 'close')}
            aria-label={t('closeName', { name: nameOf(one.path) })}
            onClick={() => onClose(one)}
          >
            <X size={13} aria-hidden />
          </button>
        </span>
      ))}
    </div>
  );
}

interface AskProps {
  readonly question: Question;
  readonly onDone: () => void;
  readonly attempt: (work: () => void) => boolean;
}

/** A question below the bar: it keeps nobody from looking at the text meanwhile. */
function Ask({ question, onDone, attempt }: AskProps) {
  const { t } = useTexts();
  const { kind, id } = question;
  const [name, setName] = useState('name' in question ? question.name : '');
  const about = nameOf(documents.documentOf(id)?.path ?? '');
  const yes = (): void => {
    const done = attempt(() => {
      if (kind === 'discard') documents.close(id);
      else if (kind === 'delete') documents.removeFile(id);
      else if (kind === 'rename') documents.rename(id, name);
      else documents.openFile(documents.longPath(name));
    });
    if (done) onDone();
  };
  if (kind === 'rename' || kind === 'new')
    return (
      <form
        className="editor-ask"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') yes();
        }}
      >
        <label>
          {t(kind === 'rename' ? 'renameTo' : 'newName')}{' '}
          <input
            // biome-ignore lint/a11y/noAutofocus: somebody asked to type here
            autoFocus
            value={name}
            spellCheck={false}
            autoCapitalize="off"
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && onDone()}
          />
        </label>
        <button type="submit" className="button primary">
          {t(kind === 'rename' ? 'rename' : 'create')}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {t('cancel')}
        </button>
      </form>
    );
  return (
    <div className="editor-ask" role="alertdialog" aria-label={t(`${kind}Question`, { name: about })}>
      <span>{t(`${kind}Question`, { name: about })}</span>
      <button type="button" className="button" onClick={yes}>
        {t(`${kind}Yes`)}
      </button>
      <button
        type="button"
        className="button primary"
        // biome-ignore lint/a11y/noAutofocus: an answer is due, and this one loses nothing
        autoFocus
        onClick={onDone}
      >
        {t(kind === 'discard' ? 'keepEditing' : 'cancel')}
      </button>
    </div>
  );
}

/** Nothing is open: what there is to begin with. */
function Nothing({ onNew }: { readonly onNew: (template: Template) => void }) {
  const { t } = useTexts();
  return (
    <div className="note editor-nothing">
      <p>{t('nothing')}</p>
      <div className="editor-starts">
        {TEMPLATES.slice(0, 6).map((template) => (
          <button key={template.kind} type="button" className="button" onClick={() => onNew(template)}>
            {template.kind}
          </button>
        ))}
      </div>
      <p>{t('dropHere')}</p>
    </div>
  );
}

interface FootProps {
  readonly document: OpenDocument;
  readonly onGo: (start: number) => void;
  readonly children: ReactNode;
}

/** What is wrong, and where the cursor is. */
function Foot({ document, onGo, children }: FootProps) {
  const { t } = useTexts();
  const problems = useProblems(document.id);
  const [shown, setShown] = useState(false);
  const lineOf = (start: number): number => document.text.slice(0, start).split('\n').length;
  return (
    <>
      {shown && problems.length > 0 && (
        <ul className="editor-problems" aria-label={t('problems')}>
          {problems.map(({ start, message, severity }) => (
            <li key={`${start} ${message}`}>
              <button type="button" className="button" data-severity={severity} onClick={() => onGo(start)}>
                <span>{t('line', { line: lineOf(start) })}</span> {message}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="editor-foot">
        {problems.length > 0 ? (
          <button
            type="button"
            className="button"
            data-severity={problems[0]!.severity}
            aria-expanded={shown}
            onClick={() => setShown(!shown)}
          >
            {t('problemCount', { count: problems.length })}
            {!shown && <span className="editor-first">: {problems[0]!.message}</span>}
          </button>
        ) : (
          <span id="editor-help" className="editor-help">
            {t('help')}
          </span>
        )}
        <span className="grow" />
        <span className="editor-position">{children}</span>
      </div>
    </>
  );
}

function goToPlain(start: number): void {
  const area = document.querySelector<HTMLTextAreaElement>('.editor-plain textarea');
  area?.focus();
  area?.setSelectionRange(start, start);
}

/** A path as a word of a command, from the home folder as long as it lies there. */
function wordOf(path: string): string {
  const short = shortPath(path);
  return /^[\w./~-]+$/.test(short) ? short : `'${path.replaceAll("'", "'\\''")}'`;
}
