/** Which dialog is open over the page: at most one. Each is fetched when it is first opened. */
import { create } from 'zustand';

export type DialogName = 'palette' | 'shortcuts' | 'settings' | 'tour' | 'restart';

interface DialogState {
  readonly open: DialogName | undefined;
  /** What was asked with it: the scenario to start over with. */
  readonly scenario: string;
}

export const useDialogs = create<DialogState>()(() => ({ open: undefined, scenario: '' }));

export const openDialog = (open: DialogName, scenario = ''): void => useDialogs.setState({ open, scenario });
export const closeDialog = (): void => useDialogs.setState({ open: undefined });
