/** Looking at the past, and going back to it. The engine knows how; here is what buttons, keys and the slider do. */
import { type Cluster, createCluster } from '../../src/session/index.ts';
import { publish, showPast, showPresent, useEngine } from '../engine/engine.ts';
import { usePlayer } from '../engine/play.ts';
import { indexAt, type Moment, Moments, neighbour, type Stop } from './moments.ts';

/** The cluster that shows the past of another one. */
let pair: { readonly live: Cluster; readonly other: Cluster } | undefined;
let known: { readonly live: Cluster; readonly moments: Moments } | undefined;
let wanted: Pick<Moment, 'revision' | 'time'> | undefined;
/** The moment that will be shown next; undefined: none is on its way. */
let aim: Pick<Moment, 'revision' | 'time'> | undefined;
let busy = false;

/** A large cluster takes a while to be brought to a moment: in between, the page gets so many times that for itself. */
const SHARE = 1;

/** The moments of the cluster on the page. */
export function momentsNow(): readonly Moment[] {
  const { cluster } = useEngine.getState();
  if (known?.live !== cluster) known = { live: cluster, moments: new Moments(cluster.history) };
  return known.moments.until(cluster.world.store.revision);
}

/** Shows that moment in all panels, as soon as may be; of several wishes the last one counts. */
export function lookAt(moment: Pick<Moment, 'revision' | 'time'>): void {
  wanted = aim = moment;
  if (!busy) void follow();
}

async function follow(): Promise<void> {
  busy = true;
  try {
    while (wanted) {
      const { cluster: live } = useEngine.getState();
      await live.load();
      if (pair?.live !== live) {
        const other = await createCluster({ onDemand: true });
        await other.load();
        pair = { live, other };
      }
      const { other } = pair;
      if (useEngine.getState().cluster !== live) wanted = aim = undefined;
      if (!wanted) return;
      if (live.kernel.awaiting || other.kernel.awaiting) {
        await nextFrame();
        continue;
      }
      const { revision, time } = wanted;
      wanted = undefined;
      const begun = performance.now();
      other.showPastOf(live, revision, time);
      showPast(other);
      if (!wanted) aim = undefined;
      const took = performance.now() - begun;
      await (took < 4 ? nextFrame() : new Promise((resolve) => setTimeout(resolve, took * SHARE)));
    }
  } finally {
    busy = false;
  }
}

const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** A pause in which nothing is to be seen is cut to this, virtual ms. */
const LONGEST_PAUSE = 1500;

/** Plays the past on to the present at the clock's speed, without its pauses; a second call stops. */
export async function togglePlay(): Promise<void> {
  const { playing } = usePlayer.getState();
  usePlayer.setState({ playing: !playing });
  if (playing) return;
  const moments = momentsNow();
  let before = performance.now();
  let time = useEngine.getState().past?.time ?? 0;
  for (;;) {
    await nextFrame();
    const { past, speed, cluster } = useEngine.getState();
    if (!past || !usePlayer.getState().playing) break;
    const now = performance.now();
    time += Math.min(100, now - before) * speed;
    before = now;
    const at = moments.findLastIndex((moment) => moment.time <= time);
    const next = moments[at + 1];
    if (next && next.time - time > LONGEST_PAUSE) time = next.time - LONGEST_PAUSE;
    if (!next || time >= cluster.world.now) {
      lookAtNow();
      break;
    }
    const moment = moments[at];
    if (moment) lookAt(momentAt(moment, next, time));
  }
  usePlayer.setState({ playing: false });
}

const stopPlaying = (): void => usePlayer.setState({ playing: false });

/** Back to the present. */
export function lookAtNow(): void {
  wanted = aim = undefined;
  showPresent();
}

/**
 * Shows what was at a place between two moments.
 * @param share how far it is from the first to the second
 */
export function lookBetween(moments: readonly Moment[], index: number, share: number): void {
  stopPlaying();
  const { cluster } = useEngine.getState();
  const [moment, next] = [moments[index], moments[index + 1]];
  if (!moment) return lookAtStart(moments);
  const end = next?.time ?? cluster.world.now;
  lookAt(momentAt(moment, next, moment.time + Math.max(0, end - moment.time) * share));
}

/** The moment at a time after one and before the next. */
function momentAt(moment: Moment, next: Moment | undefined, time: number): Pick<Moment, 'revision' | 'time'> {
  const { history } = useEngine.getState().cluster;
  let { revision } = moment;
  for (const change of history.changes().slice(revision - history.oldest)) {
    if (change.time > time || (next && change.revision > (next.sentence ? next.revision - 1 : next.revision))) break;
    revision = change.revision;
  }
  return { revision, time };
}

/** Where the page looks: an index among the moments. At present, the last one. */
export function indexShown(moments: readonly Moment[]): number {
  const { past } = useEngine.getState();
  return past ? indexAt(moments, past) : moments.length - 1;
}

/** To the change (or the line typed) before or after the one that is shown; after the last one comes the present. */
export function stepTo(by: 1 | -1, stop: Stop = 'change'): void {
  const past = aim ?? useEngine.getState().past;
  if (by === 1 && !past) return;
  stopPlaying();
  const moments = momentsNow();
  // At present the last change is to be seen already: the one before it is the next.
  const from = past ? indexAt(moments, past) : stop === 'change' ? (neighbour(moments, moments.length, -1, stop) ?? 0) : moments.length;
  const at = neighbour(moments, from, by, stop);
  const moment = at === undefined ? undefined : moments[at];
  if (moment) lookAt(moment);
  else if (by === 1) lookAtNow();
  else lookAtStart(moments);
}

/** Before all that can be seen. */
export function lookAtStart(moments: readonly Moment[]): void {
  const { first } = useEngine.getState().cluster.history;
  lookAt({ revision: first, time: Math.max(0, (moments[0]?.time ?? 0) - 1) });
}

/** The cluster goes on from the moment that is looked at; what came after it can be had back by `redo` until something else is done. */
export function continueFromHere(): void {
  const { past, cluster } = useEngine.getState();
  if (!past || cluster.kernel.awaiting) return;
  wanted = aim = undefined;
  cluster.history.goTo(past.revision, past.time);
  showPresent();
  publish();
}

export function undo(): void {
  travel((cluster) => cluster.history.undo());
}

export function redo(): void {
  travel((cluster) => cluster.history.redo());
}

function travel(go: (cluster: Cluster) => void): void {
  const { cluster } = useEngine.getState();
  if (cluster.kernel.awaiting) return;
  wanted = aim = undefined;
  go(cluster);
  showPresent();
  publish();
}
