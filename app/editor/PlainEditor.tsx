/** A text field with line numbers: where Monaco cannot be had, or is not wanted. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { OpenDocument } from './documents.ts';

interface Props {
  readonly document: OpenDocument;
  readonly label: string;
  readonly onChange: (text: string) => void;
  readonly onMove: (line: number, column: number) => void;
}

const INDENT = '  ';

export function PlainEditor({ document: shown, label, onChange, onMove }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const { text, line, id } = shown;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only where another document comes to the front
  useEffect(() => {
    const area = field.current;
    if (!area) return;
    area.focus();
    const at =
      text
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length + (line > 1 ? 1 : 0);
    area.setSelectionRange(at, at);
  }, [id]);

  /** Inserts at the cursor so that undo still works. */
  const insert = (added: string): void => {
    const area = field.current;
    if (!area) return;
    area.focus();
    if (document.execCommand('insertText', false, added)) return;
    area.setRangeText(added, area.selectionStart, area.selectionEnd, 'end');
    onChange(area.value);
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Tab' && !event.shiftKey) {
      event.preventDefault();
      insert(INDENT);
    }
    if (event.key === 'Enter') {
      const area = event.currentTarget;
      const before = area.value.slice(0, area.selectionStart).replace(/^[^]*\n/, '');
      const indent = /^\s*/.exec(before)?.[0] ?? '';
      if (indent === '') return;
      event.preventDefault();
      insert(`\n${indent}`);
    }
  };
  const move = (): void => {
    const area = field.current;
    if (!area) return;
    const before = area.value.slice(0, area.selectionStart).split('\n');
    onMove(before.length, (before.at(-1)?.length ?? 0) + 1);
  };
  return (
    <div className="editor-plain">
      <div ref={gutter} className="editor-gutter" aria-hidden>
        {Array.from({ length: text.split('\n').length }, (_, i) => `${i + 1}\n`).join('')}
      </div>
      <textarea
        ref={field}
        value={text}
        aria-label={label}
        aria-describedby="editor-help"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        wrap="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={press}
        onSelect={move}
        onScroll={(event) => {
          if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}
