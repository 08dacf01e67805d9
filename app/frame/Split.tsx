/**
 * Parts side by side or below each other, with handles between them that pointer and keys move. The page remembers the sizes for each set
 * of parts. Own code, since the library for it is as large as the whole picture.
 */
import { Fragment, type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../i18n/index.ts';
import { recall, remember } from '../storage/storage.ts';

export interface Part {
  readonly id: string;
  /** Share of the whole at first, in percent; those that name none take what is left. */
  readonly size?: number;
  /** Least size, px. */
  readonly min: number;
  readonly content: ReactNode;
}

interface Props {
  readonly id: string;
  readonly orientation: 'horizontal' | 'vertical';
  readonly parts: readonly Part[];
}

/** What a press of an arrow key moves a handle by, in percent. */
const KEY_STEP = 4;

const NO_SIZES: readonly number[] = [];

export function Split({ id, orientation, parts }: Props) {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const name = `split.${id}.${parts.map((part) => part.id).join('+')}`;
  const [kept, setKept] = useState({ name: '', sizes: NO_SIZES });
  // What stays of the parts goes on as it is; only its size is another.
  const sizes = kept.name === name ? kept.sizes : (remembered(name, parts) ?? initial(parts));
  if (kept.name !== name) setKept({ name, sizes });
  const setSizes = (next: readonly number[]): void => setKept({ name, sizes: next });
  const drag = useRef<{ readonly index: number; readonly from: number; readonly sizes: readonly number[] } | undefined>(undefined);
  const across = orientation === 'horizontal';
  useEffect(() => remember(kept.name, JSON.stringify(kept.sizes)), [kept]);

  /** Moves the handle after part `index` by so many percent, as far as both neighbours may shrink. */
  const move = (from: readonly number[], index: number, by: number): void => {
    const bounds = root.current!.getBoundingClientRect();
    const whole = across ? bounds.width : bounds.height;
    const least = (part: Part | undefined) => ((part?.min ?? 0) / whole) * 100;
    const [before, after] = [from[index]!, from[index + 1]!];
    const moved = Math.max(least(parts[index]) - before, Math.min(after - least(parts[index + 1]), by));
    setSizes(from.map((size, at) => (at === index ? size + moved : at === index + 1 ? size - moved : size)));
  };
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const step = { ArrowLeft: -KEY_STEP, ArrowUp: -KEY_STEP, ArrowRight: KEY_STEP, ArrowDown: KEY_STEP, Home: -100, End: 100 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(sizes, index, step);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>, index: number): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { index, from: across ? event.clientX : event.clientY, sizes };
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (!drag.current) return;
    const bounds = root.current!.getBoundingClientRect();
    const by = ((across ? event.clientX : event.clientY) - drag.current.from) / (across ? bounds.width : bounds.height);
    move(drag.current.sizes, drag.current.index, by * 100);
  };
  const letGo = (): void => {
    drag.current = undefined;
  };

  return (
    <div ref={root} className="split" data-direction={orientation}>
      {parts.map((part, index) => (
        <Fragment key={part.id}>
          {index > 0 && (
            // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is no <hr>
            <div
              className="handle"
              role="separator"
              tabIndex={0}
              data-direction={orientation}
              aria-orientation={across ? 'vertical' : 'horizontal'}
              aria-label={t('resizePanels')}
              aria-valuenow={Math.round(sizes[index - 1]!)}
              onKeyDown={(event) => onKeyDown(event, index - 1)}
              onMouseDown={(event) => event.preventDefault()} // who drags goes on typing where he was
              onPointerDown={(event) => onPointerDown(event, index - 1)}
              onPointerMove={onPointerMove}
              onPointerUp={letGo}
              onPointerCancel={letGo}
              onDoubleClick={() => setSizes(initial(parts))}
            />
          )}
          <div className="part" style={{ flexGrow: sizes[index], [across ? 'minWidth' : 'minHeight']: part.min }}>
            {part.content}
          </div>
        </Fragment>
      ))}
    </div>
  );
}

/** In percent, together 100. */
function initial(parts: readonly Part[]): number[] {
  const named = parts.reduce((sum, part) => sum + (part.size ?? 0), 0);
  const free = parts.filter((part) => part.size === undefined).length;
  return parts.map((part) => part.size ?? (100 - named) / free);
}

function remembered(name: string, parts: readonly Part[]): number[] | undefined {
  try {
    const sizes: unknown = JSON.parse(recall(name) ?? '');
    return Array.isArray(sizes) && sizes.length === parts.length && sizes.every((size) => Number.isFinite(size) && size > 0)
      ? sizes
      : undefined;
  } catch {
    return undefined;
  }
}
