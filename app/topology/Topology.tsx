// The picture: who selects whom, and where a request goes.
import {
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { parseLabelSelector } from '../../src/api/values/selector.ts';
import type { Trace } from '../../src/network/types.ts';
import { isMeant, useAttention } from '../look-here.ts';
import { changes, type Fact } from './announce.ts';
import { AddressCard, DoorCard, LaneHead, LaptopCard, NodeFrame, NodeHead, OwnerCard, PodCard, ServiceCard } from './cards.tsx';
import { refKey, type Shared, SharedContext } from './context.ts';
import { type Focus, highlight as highlightOf } from './focus.ts';
import { FoldCard } from './fold.tsx';
import { useReducedMotion, useSize, useThemeChange } from './hooks.ts';
import { Legend } from './Legend.tsx';
import { LabelHues } from './labels.ts';
import { layout as layoutOf } from './layout.ts';
import { filterModel, type Model, type ObjectRef, type PodView } from './model.ts';
import { keysOf, narrowTo } from './narrow.ts';
import { endText, hopText, RequestLine } from './RequestLine.tsx';
import { journey } from './requests.ts';
import { Scene } from './scene.ts';
import { isApiServer } from './services.ts';
import { assignSlots, isGhost, NO_SLOTS, type SlotState } from './slots.ts';
import { showsNamespace, Toolbar } from './Toolbar.tsx';
import { Twin } from './Twin.tsx';
import { useWords } from './texts.ts';
import { buildWires } from './wires.ts';
import './topology.css';

export interface TopologyProps {
  readonly model: Model;
  /** Someone chose an object: show it. */
  readonly onSelect?: (ref: ObjectRef) => void;
  /** The object that is shown, to mark it. */
  readonly selected?: ObjectRef | undefined;
  /** Puts a command into the terminal's line, to be run by the person. Without it, hints are text only. */
  readonly onSuggest?: (command: string) => void;
}

const ZOOM = { min: 0.3, max: 3 } as const;
/** Cards this far outside the visible part are not made, px. */
const BEYOND = 500;
const QUIET_MS = 900;
const FIRST_COMMAND = 'kubectl create deployment kubernetes-bootcamp --image=gcr.io/google-samples/kubernetes-bootcamp:v1';

export function Topology({ model: whole, onSelect, selected, onSuggest }: TopologyProps) {
  const { t, exists } = useWords();
  const [scene] = useState(() => new Scene());
  const [hues] = useState(() => new LabelHues());
  const scroller = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const back = useRef<HTMLCanvasElement>(null);
  const front = useRef<HTMLCanvasElement>(null);
  const bubbles = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(scroller);
  const [scrolled, setScrolled] = useState({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1);
  const [namespace, setNamespace] = useState('');
  const [selector, setSelector] = useState('');
  const [pointed, setPointed] = useState<Focus>();
  const [active, setActive] = useState<string>();
  const [folds, setFolds] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [legend, setLegend] = useState(false);
  const [table, setTable] = useState(false);
  const still = useReducedMotion();

  // What to draw.
  const shows = useMemo(() => showsNamespace(namespace), [namespace]);
  const focused = useAttention((state) => state.focused);
  const model = useMemo(() => {
    const shown = filterModel(whole, shows);
    if (focused.length === 0) return shown;
    return narrowTo(
      shown,
      keysOf(shown, (ref, labels) => isMeant(focused, ref, labels)),
    );
  }, [whole, shows, focused]);
  const slots = useSlots(whole);
  const now = slots.at;
  const layout = useMemo(
    () => layoutOf(model, slots.state, { width: width > 0 ? width / Math.min(1, zoom) : 800, now, folds, shows }),
    [model, slots.state, width, zoom, now, folds, shows],
  );
  const wires = useMemo(() => buildWires(model, layout, hues), [model, layout, hues]);

  const meant = useAttention((state) => state.objects);
  const looked = useMemo(() => {
    if (meant.length === 0) return NO_KEYS;
    const keys = keysOf(model, (ref, labels) => isMeant(meant, ref, labels));
    return new Set([...keys].flatMap((key) => [key, layout.placeOf.get(key) ?? key]));
  }, [model, layout, meant]);

  // What is singled out.
  const asked = useMemo(() => readSelector(selector), [selector]);
  const focus = pointed ?? asked.focus;
  const highlight = useMemo(() => focus && highlightOf(model, layout, focus), [model, layout, focus]);
  const matched = asked.focus ? model.pods.filter((pod) => highlightOf(model, layout, asked.focus!)?.lit.has(pod.key)).length : undefined;

  const wantedLabels = [
    ...new Set(model.services.flatMap((service) => Object.entries(service.selector ?? {}).map(([key, value]) => `${key}=${value}`))),
  ]
    .sort()
    .join(',');
  const namespaces = new Set(
    [...model.pods, ...model.owners, ...model.services.filter((service) => !isApiServer(service))].map((each) => each.namespace),
  );
  const manyNamespaces = namespaces.size > 1;

  const point = useCallback((next: Focus | undefined) => {
    setPointed((old) => (next && old && JSON.stringify(next) === JSON.stringify(old) ? old : next));
  }, []);
  const toggle = useCallback((band: string, folded: boolean) => setFolds((old) => new Map(old).set(band, folded)), []);
  const chosen = selected && refKey(selected);
  const select = useCallback((ref: ObjectRef) => onSelect?.(ref), [onSelect]);
  const firstKey = layout.services[0]?.key ?? layout.doors[0]?.key;
  const shared = useMemo<Shared>(
    () => ({
      scene,
      hues,
      wanted: new Set(wantedLabels.split(',')),
      highlight,
      looked,
      active: active && (layout.boxes.has(active) || active.startsWith('set:')) ? active : firstKey,
      selected: chosen,
      point,
      select,
      toggle,
      manyNamespaces,
      zoom,
    }),
    [scene, hues, wantedLabels, highlight, looked, active, layout, firstKey, chosen, point, select, toggle, manyNamespaces, zoom],
  );

  // The scene follows. Order matters: places first, then the lines between them.
  useLayoutEffect(() => {
    if (!root.current || !back.current || !front.current || !bubbles.current) return;
    scene.mount(root.current, back.current, front.current, bubbles.current);
    return () => scene.dispose();
  }, [scene]);
  useLayoutEffect(() => {
    scene.still = still;
    const births = new Map(layout.pods.flatMap((placed) => (placed.band.owner ? [[placed.key, placed.band.owner] as const] : [])));
    scene.setBoxes(layout.boxes, births);
    scene.setWires(wires);
  }, [scene, layout, wires, still]);
  useLayoutEffect(() => scene.setLit(highlight?.lit), [scene, highlight]);
  useLayoutEffect(() => {
    if (width > 0) scene.setView(scrolled.x / zoom, scrolled.y / zoom, width / zoom, height / zoom, zoom);
  }, [scene, scrolled, zoom, width, height]);
  useThemeChange(root, () => scene.repaint());

  // Requests.
  const trace = whole.traces.at(-1);
  const words = {
    hop: (hop: Trace['hops'][number], of: Trace) => hopText(hop, of, t, exists),
    end: (of: Trace) => endText(of, t),
  };
  const seen = useRef(trace?.id ?? -1);
  useEffect(() => {
    for (const each of whole.traces) if (each.id > seen.current) scene.play(journey(each, model, layout, words));
    seen.current = trace?.id ?? -1;
  }, [whole.traces]);

  // What is said after changes.
  const say = useAnnouncements(
    model,
    (fact) => t(`say.${fact.id}`, fact.values),
    (count) => t('say.more', { count }),
  );

  const reachedBy = useMemo(() => {
    const names = new Map(model.services.map((service) => [service.key, service.name]));
    const reached = new Map<string, string[]>();
    for (const link of model.links)
      if (link.endpoint?.ready) reached.set(link.target, [...(reached.get(link.target) ?? []), names.get(link.service) ?? '']);
    return reached;
  }, [model]);
  const held = useMemo(() => {
    const reasons = new Map<string, string>();
    for (const link of model.links) if (link.endpoint && !link.endpoint.ready) reasons.set(link.target, link.endpoint.reason ?? 'NotReady');
    return reasons;
  }, [model]);

  // Looking around.
  const zoomTo = useCallback((next: number, at?: { readonly x: number; readonly y: number }) => {
    const element = scroller.current;
    if (!element) return;
    setZoom((old) => {
      const clamped = Math.min(ZOOM.max, Math.max(ZOOM.min, Math.abs(next - 1) < 0.04 ? 1 : next));
      const [x, y] = at ? [at.x, at.y] : [element.clientWidth / 2, 0];
      const [left, top] = [((element.scrollLeft + x) / old) * clamped - x, ((element.scrollTop + y) / old) * clamped - y];
      requestAnimationFrame(() => element.scrollTo(left, top));
      return clamped;
    });
  }, []);
  const fit = () => {
    // Zooming out widens the layout too, so two tries come close enough.
    const element = scroller.current;
    if (!element) return;
    let next = 1;
    for (let attempt = 0; attempt < 4; attempt++) {
      const tried = layoutOf(model, slots.state, { width: width / next, now, folds, shows });
      if (tried.height * next <= height) break;
      next = Math.max(ZOOM.min, Math.min(next, height / tried.height));
    }
    zoomTo(next);
    element.scrollTo(0, 0);
  };
  useEffect(() => {
    const element = scroller.current;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const bounds = element!.getBoundingClientRect();
      setZoom((old) => {
        queueMicrotask(() =>
          zoomTo(old * Math.exp(-event.deltaY * 0.0022), { x: event.clientX - bounds.left, y: event.clientY - bounds.top }),
        );
        return old;
      });
    };
    element?.addEventListener('wheel', wheel, { passive: false });
    return () => element?.removeEventListener('wheel', wheel);
  }, [zoomTo]);
  const drag = useDrag(scroller);

  // What a lesson points at comes into sight.
  const lookedFirst = looked.values().next().value;
  useEffect(() => {
    const box = lookedFirst && layout.boxes.get(layout.placeOf.get(lookedFirst) ?? lookedFirst.replace(/^set:.*/, ''));
    const element = scroller.current;
    if (!box || !element) return;
    const [x, y] = [box.x * zoom, box.y * zoom];
    const inside =
      y >= element.scrollTop &&
      y + box.h * zoom <= element.scrollTop + element.clientHeight &&
      x >= element.scrollLeft &&
      x <= element.scrollLeft + element.clientWidth;
    if (!inside) element.scrollTo({ top: y - element.clientHeight / 3, left: Math.max(0, x - 60), behavior: still ? 'auto' : 'smooth' });
  }, [meant, lookedFirst, layout.mode]);

  const visible = (box: { readonly y: number; readonly h: number }) =>
    (box.y + box.h) * zoom > scrolled.y - BEYOND && box.y * zoom < scrolled.y + height + BEYOND;
  const owners = useMemo(() => new Map(model.owners.map((owner) => [owner.key, owner])), [model.owners]);
  const twinModel = useDeferredValue(model);
  const twinLayout = useDeferredValue(layout);
  const twinReached = useDeferredValue(reachedBy);
  const expose = model.owners.find((owner) => owner.kind === 'Deployment');

  return (
    <SharedContext value={shared}>
      <section className={`dd-topology ${layout.mode}${still ? ' still' : ''}`} aria-label={t('title')}>
        <Toolbar
          namespaces={whole.namespaces}
          namespace={namespace}
          onNamespace={setNamespace}
          selector={selector}
          selectorError={asked.error}
          matched={matched}
          onSelector={setSelector}
          zoom={zoom}
          onZoom={zoomTo}
          onFit={fit}
          legend={legend}
          onLegend={() => setLegend(!legend)}
          table={table}
          onTable={() => setTable(!table)}
        />
        <div className="dd-body">
          <div
            className="dd-scroller"
            ref={scroller}
            onScroll={(event) => setScrolled({ x: event.currentTarget.scrollLeft, y: event.currentTarget.scrollTop })}
            onKeyDown={(event) => moveAmongCards(event, setActive, point)}
            onFocus={(event) => {
              const key = (event.target as HTMLElement).dataset['nav'];
              if (key) setActive(key);
            }}
            {...drag}
          >
            <div style={{ width: layout.width * zoom, height: layout.height * zoom }}>
              <div
                className="dd-scene"
                ref={root}
                role="group"
                aria-label={t('scene')}
                style={{ width: layout.width, height: layout.height, transform: zoom === 1 ? undefined : `scale(${zoom})` }}
              >
                {layout.nodes.map((frame) => (
                  <NodeFrame key={frame.key} frame={frame} />
                ))}
                <canvas ref={back} className="dd-canvas" aria-hidden="true" />
                {layout.captions.map(({ id, box }) => (
                  <span key={id} className="dd-caption" style={{ left: box.x, top: box.y, width: box.w }}>
                    {t(`caption.${id}`)}
                  </span>
                ))}
                <LaptopCard box={layout.laptop} />
                {layout.doors.map((door) => (
                  <DoorCard key={door.key} node={door.view} box={door.box} />
                ))}
                {layout.services.map(({ key, view, box }) => (
                  <ServiceCard key={key} service={view} box={box} />
                ))}
                {layout.nodes.map(({ key, node, box }) => node && <NodeHead key={key} node={node} box={box} />)}
                {layout.lanes
                  .filter((lane) => visible(lane.box))
                  .map((lane) => (
                    <LaneHead key={lane.key} lane={lane} />
                  ))}
                {layout.folds
                  .filter((fold) => visible(fold.box))
                  .map((fold) => (
                    <FoldCard key={fold.key} fold={fold} owner={owners.get(fold.band.owner ?? '')} now={now} still={still} />
                  ))}
                {layout.pods
                  .filter((placed) => visible(placed.box))
                  .map((placed) => (
                    <PodCard
                      key={placed.key}
                      placed={placed}
                      ghost={isGhost(placed.slot, now)}
                      services={reachedBy.get(placed.key) ?? NONE}
                      held={held.get(placed.key)}
                      roomy={layout.roomy}
                    />
                  ))}
                {layout.addresses.map(({ key, view, box }) => (
                  <AddressCard key={key} address={view} box={box} />
                ))}
                {layout.owners.map(({ key, view, box }) => (
                  <OwnerCard key={key} owner={view} box={box} />
                ))}
                {model.pods.length === 0 && model.owners.length === 0 && (
                  <Hint box={layout.hints.pods} text={t('hint.empty')} command={FIRST_COMMAND} onSuggest={onSuggest} />
                )}
                {expose && model.services.every(isApiServer) && (
                  <Hint
                    box={layout.hints.services}
                    text={t('hint.expose')}
                    command={`kubectl expose deployment/${expose.name} --type=NodePort --port=8080`}
                    onSuggest={onSuggest}
                  />
                )}
                <canvas ref={front} className="dd-canvas front" aria-hidden="true" />
                <div ref={bubbles} className="dd-bubbles" aria-hidden="true" />
              </div>
            </div>
          </div>
          {legend && <Legend />}
          <Twin model={twinModel} layout={twinLayout} reachedBy={twinReached} visible={table} />
        </div>
        {trace && <RequestLine trace={trace} onReplay={still ? undefined : () => scene.play(journey(trace, model, layout, words))} />}
        <p className="dd-hidden" aria-live="polite">
          {say}
        </p>
      </section>
    </SharedContext>
  );
}

const NONE: readonly string[] = [];
const NO_KEYS: ReadonlySet<string> = new Set();

function Hint({
  box,
  text,
  command,
  onSuggest,
}: {
  readonly box: { x: number; y: number; w: number };
  readonly text: string;
  readonly command: string;
  readonly onSuggest: TopologyProps['onSuggest'];
}) {
  const { t } = useWords();
  return (
    <div className="dd-hint" style={{ left: box.x, top: box.y, width: box.w }}>
      <p>{text}</p>
      {onSuggest ? (
        <button type="button" className="dd-command" onClick={() => onSuggest(command)} title={t('hint.type')}>
          <code>{command}</code>
        </button>
      ) : (
        <code>{command}</code>
      )}
    </div>
  );
}

function readSelector(text: string): { readonly focus?: Focus; readonly error?: string } {
  if (text.trim() === '') return {};
  try {
    return { focus: { kind: 'selector', requirements: parseLabelSelector(text) } };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

/** The slots, kept from model to model; time alone closes freed ones. */
function useSlots(model: Model): { readonly state: SlotState; readonly at: number } {
  const kept = useRef<SlotState>(NO_SLOTS);
  const [tick, setTick] = useState(0);
  const result = useMemo(() => {
    const owners = new Map<string, string>();
    for (const owner of model.owners) for (const set of [...owner.sets, owner]) owners.set(set.uid, owner.key);
    const ownerOf = (pod: PodView) => (pod.controller ? owners.get(pod.controller.uid) : undefined);
    const at = performance.now();
    kept.current = assignSlots(kept.current, model.pods, ownerOf, at);
    return { state: kept.current, at };
  }, [model, tick]);
  const { nextAt } = result.state;
  useEffect(() => {
    if (nextAt === undefined) return;
    const timer = setTimeout(() => setTick((old) => old + 1), Math.max(16, nextAt - performance.now()));
    return () => clearTimeout(timer);
  }, [nextAt, result]);
  return result;
}

/** A sentence about what changed, once it has been quiet for a moment. */
function useAnnouncements(model: Model, phrase: (fact: Fact) => string, more: (count: number) => string): string {
  const told = useRef<Model>(model);
  const [text, setText] = useState('');
  const words = useRef({ phrase, more });
  words.current = { phrase, more };
  useEffect(() => {
    const timer = setTimeout(() => {
      const facts = changes(told.current, model);
      told.current = model;
      if (facts.length === 0) return;
      // What it means for Services comes last and matters most.
      const kept = facts.length > 4 ? [...facts.slice(0, 2), ...facts.slice(-2)] : facts;
      const spoken = kept.map(words.current.phrase);
      if (kept.length < facts.length) spoken.splice(2, 0, words.current.more(facts.length - kept.length));
      setText(spoken.join(' '));
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [model]);
  return text;
}

/** Arrow keys go to the nearest card in that direction; Escape lets go. */
function moveAmongCards(
  event: KeyboardEvent<HTMLElement>,
  setActive: (key: string) => void,
  point: (focus: Focus | undefined) => void,
): void {
  const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (event.key === 'Escape') point(undefined);
  const from = (event.target as HTMLElement).closest<HTMLElement>('[data-nav]');
  if (!direction || !from || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const a = from.getBoundingClientRect();
  let best: { readonly element: HTMLElement; readonly cost: number } | undefined;
  for (const element of event.currentTarget.querySelectorAll<HTMLElement>('[data-nav]')) {
    if (element === from) continue;
    const b = element.getBoundingClientRect();
    const [dx, dy] = [middle(b.left, b.right) - middle(a.left, a.right), middle(b.top, b.bottom) - middle(a.top, a.bottom)];
    const ahead = dx * direction[0]! + dy * direction[1]!;
    const aside = Math.abs(dx * direction[1]!) + Math.abs(dy * direction[0]!);
    if (ahead < 4 || (direction[0] === 0 && aside > 160)) continue;
    const cost = ahead + aside * 2;
    if (!best || cost < best.cost) best = { element, cost };
  }
  if (!best) return;
  setActive(best.element.dataset['nav']!);
  best.element.focus();
  best.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

const middle = (a: number, b: number) => (a + b) / 2;

/** Dragging the ground scrolls; touch scrolls by itself. */
function useDrag(scroller: React.RefObject<HTMLElement | null>) {
  const start = useRef<{ x: number; y: number; left: number; top: number } | undefined>(undefined);
  return {
    onPointerDown(event: PointerEvent) {
      const element = scroller.current;
      if (!element || event.pointerType !== 'mouse' || event.button !== 0 || (event.target as HTMLElement).closest('button, code, a'))
        return;
      start.current = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop };
      element.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent) {
      if (start.current)
        scroller.current?.scrollTo(
          start.current.left - event.clientX + start.current.x,
          start.current.top - event.clientY + start.current.y,
        );
    },
    onPointerUp() {
      start.current = undefined;
    },
  };
}
