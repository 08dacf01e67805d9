/** Plays the session again from its start, in this page: in new terminals, at the moments of then, and with long waits cut short. */
import { Replay } from '../../src/session/replay.ts';
import { driveBy, openTerminal, publish, showPresent, useEngine } from '../engine/engine.ts';
import { showPanel } from '../panels/panels.ts';

/** Waits longer than this, virtual ms, pass so many times as fast. */
const LONG_MS = 2500;
const QUICK = 10;

/** Answers false when there is nothing to be played. The old end can be had back by redo until somebody changes something. */
export function replaySession(): boolean {
  const { cluster } = useEngine.getState();
  const { history, world, kernel } = cluster;
  if (kernel.awaiting || world.store.revision === history.first || history.marks().length === 0) return false;
  showPresent();
  const replay = new Replay(cluster, () => openTerminal().terminal);
  publish();
  showPanel('terminal');
  driveBy((now, elapsed, until) => {
    if (now === cluster) replay.type();
    const line = replay.due;
    if (now !== cluster || !line) {
      driveBy();
      now.tick(elapsed, until);
      return;
    }
    const rest = line.time - world.now;
    cluster.tick(Math.min(rest > LONG_MS ? elapsed * QUICK : elapsed, rest / world.clock.speed), until);
  });
  return true;
}
