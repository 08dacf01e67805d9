/** The object that is chosen in the page: the inspector shows it, the picture and the tables mark it. */
import { create } from 'zustand';
import type { ResourceName } from '../../src/world/object.ts';
import { hidePanel, showPanel } from './panels.ts';

export interface ObjectReference {
  readonly resource: ResourceName;
  /** '' for what is in no namespace. */
  readonly namespace: string;
  readonly name: string;
}

export const useSelection = create<{ readonly selected: ObjectReference | undefined }>()(() => ({ selected: undefined }));

/** Chooses an object and opens the inspector on it; undefined lets go and closes it. */
export function select(selected: ObjectReference | undefined): void {
  useSelection.setState({ selected });
  if (selected) showPanel('inspector');
  else hidePanel('inspector');
}
