// Small parts that cards are made of.
import { type ButtonHTMLAttributes, type CSSProperties, type ReactNode, type RefCallback, useCallback, useRef } from 'react';
import { refKey, useShared } from './context.ts';
import { orderLabels } from './labels.ts';
import type { Box } from './layout.ts';
import { howManyFit, textWidth } from './measure.ts';
import type { Labels, ObjectRef, Tone } from './model.ts';
import { isMade } from './services.ts';

const CHIP_FONT = '500 10.5px "DejaVu Sans", system-ui, sans-serif';
const CHIP_PAD = 14;
const CHIP_GAP = 4;
/** A longer chip may be cut to this, px. */
const CHIP_MIN = 84;
/** Room for `+3`, px. */
const MORE = 24;

/** A ref callback that hands the element to the scene, which moves it. */
export function usePlace(key: string): RefCallback<HTMLElement> {
  const { scene } = useShared();
  return useCallback((element: HTMLElement | null) => (element ? scene.attach(key, element) : undefined), [key, scene]);
}

export const size = (box: Box): CSSProperties => ({ width: box.w, height: box.h });

interface CardButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Key of the object, for pointing and moving among cards. */
  readonly nav: string;
  readonly object?: ObjectRef | undefined;
  readonly place?: RefCallback<HTMLElement> | undefined;
  readonly children: ReactNode;
}

/** What can be pointed at, focused and chosen. */
export function CardButton({ nav, object, place, className = '', children, ...rest }: CardButtonProps) {
  const { point, select, active, selected, highlight, looked } = useShared();
  const dim = highlight && !highlight.lit.has(nav);
  const chosen = object !== undefined && selected === refKey(object);
  // Pointing at a card changes what it says. Where that takes away what a press began on, the browser tells of no click.
  const pressed = useRef(false);
  const late = useRef<ReturnType<typeof setTimeout>>(undefined);
  return (
    <button
      type="button"
      ref={place}
      data-nav={nav}
      data-look={looked.has(nav) || undefined}
      tabIndex={active === nav ? 0 : -1}
      className={`${className}${dim ? ' dd-dim' : ''}${chosen ? ' dd-chosen' : ''}`}
      aria-pressed={object ? chosen : undefined}
      onPointerEnter={() => point({ kind: 'object', key: nav })}
      onPointerLeave={() => point(undefined)}
      onFocus={(event) => {
        if (event.currentTarget.matches(':focus-visible')) point({ kind: 'object', key: nav });
      }}
      onBlur={() => point(undefined)}
      onPointerDown={(event) => {
        pressed.current = event.pointerType === 'mouse' && event.button === 0;
      }}
      onPointerUp={() => {
        if (object && pressed.current) late.current = setTimeout(() => select(object));
        pressed.current = false;
      }}
      onClick={
        object &&
        (() => {
          clearTimeout(late.current);
          select(object);
        })
      }
      {...rest}
    >
      {children}
    </button>
  );
}

/** Label chips in one row: as many as fit, then how many more. */
export function Chips({ labels, room, object }: { readonly labels: Labels; readonly room: number; readonly object?: string }) {
  const { wanted } = useShared();
  const entries = orderLabels(labels, wanted);
  const sizes = entries.map(([key, value]) => Math.min(room, textWidth(`${key}=${value}`, CHIP_FONT) + CHIP_PAD));
  // People's own labels give way to each other; those that controllers add only take what is left.
  const own = entries.filter(([key]) => !isMade(key)).length;
  const least = sizes.slice(0, own).map((size) => Math.min(size, CHIP_MIN));
  const fit = howManyFit(least, CHIP_GAP, room, MORE);
  const used = sizes.slice(0, fit).reduce((sum, size) => sum + size + CHIP_GAP, 0);
  const shown = fit < own ? fit : fit + howManyFit([0, ...sizes.slice(own)], CHIP_GAP, room - used, MORE) - 1;
  const rest = entries.slice(shown);
  const told = rest.length > 0 && (fit < own || used + MORE <= room);
  return (
    <span className="dd-chips">
      {entries.slice(0, shown).map(([key, value], index) => (
        <Chip key={key} name={key} value={value} object={object} rigid={sizes[index]! <= CHIP_MIN} />
      ))}
      {told && (
        <span className="dd-more" title={rest.map(([key, value]) => `${key}=${value}`).join('\n')}>
          +{rest.length}
        </span>
      )}
    </span>
  );
}

interface ChipProps {
  readonly name: string;
  readonly value: string;
  readonly object?: string | undefined;
  /** It is never cut. */
  readonly rigid: boolean;
}

/** A label. Those that a Service selects by have a colour, the one of its dotted lines. */
function Chip({ name, value, object, rigid }: ChipProps) {
  const { hues, highlight, point, wanted } = useShared();
  const hue = wanted.has(`${name}=${value}`) ? hues.hue(name, value) : undefined;
  const state = highlight?.chip(name, value);
  return (
    <span
      className={`dd-chip${hue === undefined ? ' grey' : ''}${rigid ? ' rigid' : ''}${state ? ` ${state}` : ''}`}
      data-selected={hue !== undefined}
      style={hue === undefined ? undefined : ({ '--h': hue } as CSSProperties)}
      title={`${name}=${value}`}
      onPointerEnter={() => point({ kind: 'label', key: name, value })}
      onPointerLeave={() => point(object ? { kind: 'object', key: object } : undefined)}
    >
      {name}={value}
    </span>
  );
}

/** A state as a shape, so that colour is never alone. */
export function StateIcon({ tone }: { readonly tone: Tone }) {
  return (
    <svg className={`dd-state ${tone}`} viewBox="0 0 16 16" aria-hidden="true">
      {tone === 'ok' && (
        <>
          <circle cx="8" cy="8" r="7" className="fill" />
          <path d="M4.8 8.3l2.2 2.2 4.2-4.6" className="ink" />
        </>
      )}
      {tone === 'busy' && (
        <>
          <circle cx="8" cy="8" r="6.2" className="faint" />
          <path d="M8 1.8a6.2 6.2 0 0 1 6.2 6.2" className="line spin" />
        </>
      )}
      {tone === 'warn' && (
        <>
          <circle cx="8" cy="8" r="6.2" className="line" />
          <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" className="fill" />
        </>
      )}
      {tone === 'bad' && (
        <>
          <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" className="fill" />
          <path d="M5.4 5.4l5.2 5.2m0-5.2l-5.2 5.2" className="ink" />
        </>
      )}
      {tone === 'gone' && <circle cx="8" cy="8" r="6.2" className="line dashed" />}
      {tone === 'done' && (
        <>
          <rect x="1.8" y="1.8" width="12.4" height="12.4" rx="3" className="line" />
          <path d="M5 8.2l2.1 2.1L11 6.2" className="line" />
        </>
      )}
    </svg>
  );
}
