// Many Pods of one workload in one frame: a card with a square for each. The scene paints the squares, so that a thousand cost little.
import { type MouseEvent, memo, type PointerEvent, useState } from 'react';
import { useShared } from './context.ts';
import { type FoldBox, live } from './layout.ts';
import type { OwnerView, PodView, Tone } from './model.ts';
import { CardButton, Chips, StateIcon, size, usePlace } from './parts.tsx';
import { useWords } from './texts.ts';

/** The worst state first: it colours the card. */
const WORST: readonly Tone[] = ['bad', 'warn', 'busy', 'gone', 'done', 'ok'];

function worstTone(pods: readonly PodView[]): Tone {
  let worst = WORST.length - 1;
  for (const pod of pods) worst = Math.min(worst, WORST.indexOf(pod.status.tone));
  return WORST[worst]!;
}

interface FoldCardProps {
  readonly fold: FoldBox;
  readonly owner: OwnerView | undefined;
}

export const FoldCard = memo(function FoldCard({ fold, owner }: FoldCardProps) {
  const { t } = useWords();
  const { toggle, point, select, scene } = useShared();
  const [over, setOver] = useState<PodView>();
  const { band, box, cell, gap } = fold;
  const place = usePlace(fold.key);
  const pods = live(band);
  const name = owner?.name ?? t('owner.none');
  const ready = pods.filter((pod) => pod.status.isReady).length;
  const tone = worstTone(pods);

  if (!fold.folded) {
    return (
      <CardButton
        nav={fold.key}
        place={place}
        className="dd-item dd-unfolded"
        style={size(box)}
        aria-expanded={true}
        onClick={() => toggle(band.key, true)}
        title={t('fold.fold')}
      >
        <span aria-hidden="true">▾</span>
        <b className="dd-cut">{name}</b>
        <span className="dd-sub">{t('fold.count', { count: pods.length })}</span>
      </CardButton>
    );
  }
  const podAt = (event: PointerEvent<HTMLElement> | MouseEvent<HTMLElement>): PodView | undefined => {
    const bounds = event.currentTarget.getBoundingClientRect();
    const scale = bounds.width / box.w;
    const col = Math.floor(((event.clientX - bounds.left) / scale - fold.left) / (cell + gap));
    const row = Math.floor(((event.clientY - bounds.top) / scale - fold.top) / (cell + gap));
    const slot = col >= 0 && col < fold.perRow && row >= 0 ? band.slots[row * fold.perRow + col] : undefined;
    return slot && slot.freedAt === undefined ? slot.pod : undefined;
  };
  const mark = (pod: PodView | undefined): void => {
    setOver(pod);
    scene.setOver(pod?.key);
  };
  const tallies = WORST.flatMap((each) => {
    const list = pods.filter((pod) => pod.status.tone === each);
    return list.length > 0 ? [`${list.length} ${list[0]!.status.word}`] : [];
  });
  return (
    <CardButton
      nav={fold.key}
      place={place}
      className={`dd-item dd-fold ${tone}${fold.head ? '' : ' bare'}`}
      style={size(box)}
      aria-expanded={false}
      aria-label={t('fold.label', { name, count: pods.length, ready, text: tallies.join(', ') })}
      title={over && `${over.name} · ${over.status.word} · ${over.node ?? '–'}`}
      data-kind="Pods"
      data-name={name}
      data-ready={ready}
      data-total={pods.length}
      onPointerMove={(event) => {
        const pod = podAt(event);
        if (pod === over) return;
        mark(pod);
        point({ kind: 'object', key: pod?.key ?? fold.key });
      }}
      onPointerLeave={() => {
        mark(undefined);
        point(undefined);
      }}
      onClick={(event) => {
        const pod = event.detail > 0 ? podAt(event) : undefined;
        if (pod) select(pod.ref);
        else toggle(band.key, false);
      }}
    >
      {fold.head && (
        <span className="dd-row head">
          <StateIcon tone={tone} />
          <span className="dd-name dd-cut" title={name}>
            {name}
          </span>
          <span className={`dd-word ${tone}`}>
            {ready}/{pods.length}
          </span>
          <span className="dd-unfold" aria-hidden="true">
            ▸
          </span>
        </span>
      )}
      {fold.foot && (
        <span className="dd-row foot">
          {over ? (
            <span className="dd-cut dd-sub">
              {over.name} · {over.status.word}
            </span>
          ) : (
            <Chips labels={commonLabels(pods)} room={box.w - 20} object={fold.key} />
          )}
        </span>
      )}
    </CardButton>
  );
});

/** Labels that all the Pods have alike. */
function commonLabels(pods: readonly PodView[]): Record<string, string> {
  const common = { ...pods[0]?.labels };
  for (const pod of pods) for (const key in common) if (pod.labels[key] !== common[key]) delete common[key];
  return common;
}
