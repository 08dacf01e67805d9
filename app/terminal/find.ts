/** Whether the bar that finds text in a terminal is open. */
import { create } from 'zustand';

export const useFind = create<{ readonly open: boolean; readonly asked: number }>()(() => ({ open: false, asked: 0 }));

/** Opens it, or goes back to its field. */
export const openFind = (): void => useFind.setState(({ asked }) => ({ open: true, asked: asked + 1 }));
export const closeFind = (): void => useFind.setState({ open: false });
