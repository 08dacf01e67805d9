/** Steps that are passed, told to whoever wants to know (an embedding page) without loading the player. */
export interface StepEvent {
  readonly lesson: string;
  readonly step: string;
  readonly index: number;
  readonly steps: number;
}

const listeners = new Set<(event: StepEvent) => void>();

export const lessons = {
  onStep: (listener: (event: StepEvent) => void): void => void listeners.add(listener),
  tellStep: (event: StepEvent): void => {
    for (const listener of listeners) listener(event);
  },
};
