/** Edits one file for a program that waits in a terminal: a text field with line numbers. */
import { Check, X } from 'lucide-react';
import { type ChangeEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { OpenFile } from '../engine/editor.ts';
import { focusTerminal } from '../engine/engine.ts';
import { useTexts } from './texts.ts';

const INDENT = '  ';

export default function FileEditor({ file, waiting }: { readonly file: OpenFile; readonly waiting: number }) {
  const { t } = useTexts();
  const field = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(file.text);
  const [asking, setAsking] = useState(false);
  const [cursor, setCursor] = useState({ line: file.line, column: 1 });
  const escaped = useRef(false);
  const name = file.path.replace(/^.*\//, '');
  const changed = text !== file.text;

  useEffect(() => {
    const area = field.current;
    if (!area) return undefined;
    area.focus();
    const at = file.text
      .split('\n')
      .slice(0, file.line - 1)
      .join('\n').length;
    area.setSelectionRange(file.line > 1 ? at + 1 : 0, file.line > 1 ? at + 1 : 0);
    return focusTerminal;
  }, [file]);

  const save = (): void => file.done(text === '' || text.endsWith('\n') ? text : `${text}\n`);
  const close = (): void => (changed ? setAsking(true) : file.done());

  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 's' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
      return;
    }
    // Escape then Tab leaves the field: keyboard users must not be trapped.
    if (event.key === 'Tab' && !escaped.current && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      insert(INDENT);
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      const area = event.currentTarget;
      const line = area.value.slice(0, area.selectionStart).replace(/^[^]*\n/, '');
      const indent = /^\s*/.exec(line)?.[0] ?? '';
      if (indent !== '') {
        event.preventDefault();
        insert(`\n${indent}`);
      }
    }
    if (event.key !== 'Shift') escaped.current = event.key === 'Escape';
  };
  /** Inserts at the cursor so that undo still works. */
  const insert = (added: string): void => {
    const area = field.current;
    if (!area) return;
    area.focus();
    if (document.execCommand('insertText', false, added)) return;
    area.setRangeText(added, area.selectionStart, area.selectionEnd, 'end');
    setText(area.value);
  };
  const moved = (): void => {
    const area = field.current;
    if (!area) return;
    const before = area.value.slice(0, area.selectionStart).split('\n');
    setCursor({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
  };
  const lines = text.split('\n').length;
  return (
    <div className="file-editor" role="dialog" aria-label={t('editor', { name })} data-testid="editor">
      <div className="file-editor-head">
        <strong title={file.path}>{name}</strong>
        <span className="muted">
          {file.hostname === 'drydock'
            ? file.path.replace(/^\/home\/learner\//, '~/')
            : `${file.path} ${t('editorOn', { machine: file.hostname })}`}
        </span>
        {changed && <span className="dot" aria-hidden />}
        <span className="grow" />
        {waiting > 0 && <span className="muted">{t('waiting', { count: waiting })}</span>}
        <button type="button" className="button" title={t('discard')} aria-label={t('discard')} onClick={close}>
          <X size={16} aria-hidden />
        </button>
        <button type="button" className="button primary" onClick={save}>
          <Check size={16} aria-hidden />
          {t('save')}
        </button>
      </div>
      {asking && (
        <div className="file-editor-ask" role="alertdialog" aria-label={t('discardQuestion', { name })}>
          <span>{t('discardQuestion', { name })}</span>
          <button type="button" className="button" onClick={() => file.done()}>
            {t('discardYes')}
          </button>
          <button
            type="button"
            className="button primary"
            // biome-ignore lint/a11y/noAutofocus: an answer is due, and this one loses nothing
            autoFocus
            onClick={() => {
              setAsking(false);
              field.current?.focus();
            }}
          >
            {t('keepEditing')}
          </button>
        </div>
      )}
      <div className="file-editor-body">
        <div ref={gutter} className="file-editor-gutter" aria-hidden>
          {Array.from({ length: lines }, (_, i) => `${i + 1}\n`).join('')}
        </div>
        <textarea
          ref={field}
          value={text}
          aria-label={t('editorText', { name })}
          aria-describedby="file-editor-help"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          wrap="off"
          onChange={(event: ChangeEvent<HTMLTextAreaElement>) => setText(event.target.value)}
          onKeyDown={press}
          onSelect={moved}
          onScroll={(event) => {
            if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
      <div className="file-editor-foot">
        <span id="file-editor-help">{t('editorHelp')}</span>
        <span className="grow" />
        <span>{t('editorPosition', cursor)}</span>
      </div>
    </div>
  );
}
