/** Monaco on the document in front: one editor for all of them, a model each, so that undo and the place stay with each file. */
import type { editor } from 'monaco-editor/editor';
import { useEffect, useMemo, useRef } from 'react';
import { usePage } from '../base/state.ts';
import { type OpenDocument, useDocuments } from './documents.ts';
import type { Monaco } from './load.ts';
import { languageOf, useProblems } from './problems.ts';

interface Props {
  readonly monaco: Monaco;
  readonly document: OpenDocument;
  readonly label: string;
  readonly onChange: (text: string) => void;
  readonly onMove: (line: number, column: number) => void;
}

/** Where somebody was in a file that is not in front. */
const places = new Map<string, editor.ICodeEditorViewState | null>();

const SCHEME = 'drydock';
const BASE_FONT = 13;
export const OPTIONS: editor.IEditorOptions & editor.IGlobalEditorOptions = {
  automaticLayout: true,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  wordWrap: 'on',
  wrappingIndent: 'indent',
  fixedOverflowWidgets: true, // a list of completions is wider and higher than the panel
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 14,
  renderLineHighlight: 'line',
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  padding: { top: 6, bottom: 6 },
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  wordBasedSuggestions: 'off',
  acceptSuggestionOnEnter: 'smart', // what stands there already ends its line
  quickSuggestions: { other: true, comments: false, strings: true },
  suggest: { showWords: false, snippetsPreventQuickSuggestions: false },
  hover: { above: false },
  unicodeHighlight: { ambiguousCharacters: false }, // Chinese is no attack
  links: false,
  colorDecorators: false,
  accessibilitySupport: 'auto',
  useShadowDOM: false, // the theme's colours do not reach a context menu in there
};

export function MonacoEditor({ monaco, document, label, onChange, onMove }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const made = useRef<editor.IStandaloneCodeEditor>(undefined);
  const changed = useRef(onChange);
  changed.current = onChange;
  const moved = useRef(onMove);
  moved.current = onMove;
  const textSize = usePage((state) => state.textSize);
  const problems = useProblems(document.id);
  const { id, text, line, path } = document;
  const uri = useMemo(() => monaco.Uri.from({ scheme: SCHEME, path: `/${id}` }), [monaco, id]);

  useEffect(() => {
    const created = monaco.editor.create(host.current!, {
      ...OPTIONS,
      model: null,
      fontFamily: getComputedStyle(window.document.documentElement).getPropertyValue('--font-mono'),
    });
    made.current = created;
    const listening = [
      created.onDidChangeModelContent((event) => !event.isFlush && changed.current(created.getValue())),
      created.onDidChangeCursorPosition(({ position }) => moved.current(position.lineNumber, position.column)),
    ];
    return () => {
      for (const one of listening) one.dispose();
      created.dispose();
    };
  }, [monaco]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another document comes to the front; its text follows below
  useEffect(() => {
    const shown = made.current!;
    let model = monaco.editor.getModel(uri);
    const fresh = !model;
    model ??= monaco.editor.createModel(text, languageOf(path, text), uri);
    shown.setModel(model);
    const place = places.get(id);
    if (!fresh && place) shown.restoreViewState(place);
    else {
      shown.setPosition({ lineNumber: line, column: 1 });
      shown.revealLineInCenterIfOutsideViewport(line);
    }
    shown.focus();
    moved.current(shown.getPosition()?.lineNumber ?? 1, shown.getPosition()?.column ?? 1);
    return () => void places.set(id, shown.saveViewState());
  }, [monaco, id]);

  useEffect(() => {
    const model = monaco.editor.getModel(uri);
    if (!model) return;
    if (model.getLanguageId() !== languageOf(path, text)) monaco.editor.setModelLanguage(model, languageOf(path, text));
    // The text of elsewhere: as an edit, so that it can be undone. What was typed since this was drawn is in the document, not in `text`.
    const now = useDocuments.getState().documents.find((one) => one.id === id)?.text ?? text;
    if (model.getValue() !== now) model.pushEditOperations([], [{ range: model.getFullModelRange(), text: now }], () => null);
  }, [monaco, uri, id, path, text]);

  useEffect(() => {
    const model = monaco.editor.getModel(uri);
    if (!model) return;
    const markers = problems.map(({ start, end, message, severity }) => {
      const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)];
      return {
        severity: severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
        message,
        startLineNumber: from.lineNumber,
        startColumn: from.column,
        endLineNumber: to.lineNumber,
        endColumn: to.column,
      };
    });
    monaco.editor.setModelMarkers(model, 'kubernetes', markers);
  }, [monaco, uri, problems]);

  const open = useDocuments((state) => state.documents);
  useEffect(() => {
    // A renamed or closed document leaves nothing behind.
    const known = new Set(open.map((one) => `/${one.id}`));
    for (const model of monaco.editor.getModels()) if (model.uri.scheme === SCHEME && !known.has(model.uri.path)) model.dispose();
    for (const one of places.keys()) if (!known.has(`/${one}`)) places.delete(one);
  }, [monaco, open]);

  useEffect(() => {
    made.current?.updateOptions({ ariaLabel: label, fontSize: BASE_FONT * textSize });
  }, [label, textSize]);

  return <div ref={host} className="editor-monaco" data-testid="monaco" />;
}

const shownIn = (monaco: Monaco): editor.ICodeEditor | undefined =>
  monaco.editor.getEditors().find((one) => one.getModel()?.uri.scheme === SCHEME);

/** Brings a place of the document in front into view, and gives it the keyboard. */
export function goTo(monaco: Monaco, start: number): void {
  const shown = shownIn(monaco);
  const position = shown?.getModel()?.getPositionAt(start);
  if (!shown || !position) return;
  shown.setPosition(position);
  shown.revealPositionInCenterIfOutsideViewport(position);
  shown.focus();
}
