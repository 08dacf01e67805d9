/** Play, pause and step, of the present or of the past that is looked at: one set of controls for both. */
import { create } from 'zustand';
import { setPaused, step, useEngine } from './engine.ts';

/** Whether the past is being played. */
export const usePlayer = create<{ readonly playing: boolean }>()(() => ({ playing: false }));

export function playOrPause(): void {
  const { past, paused } = useEngine.getState();
  if (past) void import('../time/looking.ts').then(({ togglePlay }) => togglePlay());
  else setPaused(!paused);
}

/** To the next thing that happens; in the past to the next change. */
export function stepForward(): void {
  if (useEngine.getState().past) void import('../time/looking.ts').then(({ stepTo }) => stepTo(1));
  else step();
}
