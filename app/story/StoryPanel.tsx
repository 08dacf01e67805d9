/** The journal as a story: who did what, under what made them do it. */

import { type CSSProperties, useMemo, useState } from 'react';
import { useEngine, useShown } from '../engine/engine.ts';
import { useFollow } from '../engine/follow.ts';
import { CloseButton } from '../panels/CloseButton.tsx';
import { hidePanel } from '../panels/panels.ts';
import { select } from '../panels/selection.ts';
import './story.css';
import { type Sentence, storyOf } from './story.ts';
import { useTexts } from './texts.ts';

/** So many changes back, and so many sentences of them at most. */
const CHANGES = 3000;
const SENTENCES = 250;
/** Deeper causes are drawn no further to the right. */
const MOST_DEPTH = 6;

const isYou = (actor: string): boolean => actor.startsWith('kubectl') || actor === 'minikube';

/** Chains of cause and effect, in the order of their first sentence. */
function chainsOf(sentences: readonly Sentence[]): Sentence[][] {
  const chains = new Map<number, Sentence[]>();
  for (const sentence of sentences) {
    const chain = chains.get(sentence.root);
    if (chain) chain.push(sentence);
    else chains.set(sentence.root, [sentence]);
  }
  return [...chains.values()];
}

export default function StoryPanel() {
  const { t } = useTexts();
  const live = useEngine((state) => state.cluster);
  const cluster = useShown((state) => state.cluster);
  const turn = useFollow((shown) => shown.revision);
  const [begun] = useState(() => new WeakMap<typeof live, number>());
  const [onlyYours, setOnlyYours] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` says when to look again
  const chains = useMemo(() => {
    const { store } = cluster.world;
    if (!begun.has(live)) begun.set(live, firstRevision(live));
    const since = Math.max(begun.get(live) ?? 0, store.compacted, store.revision - CHANGES);
    const all = chainsOf(storyOf(store.changesSince(since) ?? []).slice(-SENTENCES));
    return all.filter(([first]) => !onlyYours || (first && isYou(first.actor))).reverse();
  }, [cluster, live, turn, onlyYours]);
  return (
    <section className="panel" aria-label={t('title')} data-testid="story">
      <div className="panel-head">
        <h2>{t('title')}</h2>
        <label className="story-filter">
          <input type="checkbox" checked={onlyYours} onChange={(event) => setOnlyYours(event.target.checked)} />
          {t('yours')}
        </label>
        <CloseButton label={t('close')} onClose={() => hidePanel('story')} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <section className="panel-body story-body" tabIndex={0} aria-label={t('newest')}>
        {chains.length === 0 ? (
          <p className="note">{t('intro')}</p>
        ) : (
          chains.map((chain) => <Chain key={chain[0]?.revision} chain={chain} />)
        )}
      </section>
    </section>
  );
}

/** Where a person's story begins: what the cluster did to come up is left out, unless a scenario or a lesson set something up. */
function firstRevision({ world: { store } }: ReturnType<typeof useEngine.getState>['cluster']): number {
  const first = (store.changesSince(Math.max(store.compacted, store.revision - CHANGES)) ?? []).find(({ actor }) => isYou(actor));
  return first ? first.revision - 1 : store.revision;
}

function Chain({ chain }: { readonly chain: readonly Sentence[] }) {
  const [first] = chain;
  if (!first) return null;
  return (
    <section className="story-chain">
      <time>{new Date(first.time).toISOString().slice(11, 19)}</time>
      <ol>
        {chain.map((sentence) => (
          <Line key={sentence.revision} sentence={sentence} since={sentence.time - first.time} />
        ))}
      </ol>
    </section>
  );
}

/** What became good and what went wrong have a mark, and the word says it too. */
const TONES: Readonly<Partial<Record<Sentence['what'], string>>> = {
  ready: 'ok',
  waiting: 'bad',
  unready: 'warn',
  deleted: 'warn',
  deleting: 'warn',
};

function Line({ sentence, since }: { readonly sentence: Sentence; readonly since: number }) {
  const { t } = useTexts();
  const { actor, object, kind, what, values, depth } = sentence;
  const key = what === 'created' && 'ready' in values ? 'createdEndpoints' : what;
  const [before = '', after = ''] = t(`did.${key}`, { ...values, kind: '\u0000' }).split('\u0000');
  return (
    <li style={{ '--depth': Math.min(depth, MOST_DEPTH) } as CSSProperties} data-tone={TONES[what]}>
      <span className="story-actor" data-you={isYou(actor) || undefined}>
        {isYou(actor) ? t('you') : actor}
      </span>
      <span>
        {before}
        <button type="button" className="link" onClick={() => select(object)}>
          {kind} {object.name}
        </button>
        {after}
      </span>
      {since >= 100 && <span className="story-since">+{(since / 1000).toFixed(1)} s</span>}
    </li>
  );
}
