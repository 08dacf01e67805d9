/** Which dialog is open over the page: at most one. Each is fetched when it is first opened. */
import { create } from 'zustand';

export type DialogName = 'palette' | 'shortcuts' | 'settings' | 'tour' | 'restart' | 'ask';

/** What is asked before something is done that cannot be taken back; in the words of who asks. */
export interface Question {
  readonly title: string;
  readonly detail: string;
  /** On the button that does it. */
  readonly yes: string;
  readonly run: () => void;
}

interface DialogState {
  readonly open: DialogName | undefined;
  /** What was asked with it: the scenario to start over with. */
  readonly scenario: string;
  readonly question?: Question;
}

export const useDialogs = create<DialogState>()(() => ({ open: undefined, scenario: '' }));

export const openDialog = (open: DialogName, scenario = ''): void => useDialogs.setState({ open, scenario });
export const ask = (question: Question): void => useDialogs.setState({ open: 'ask', question });
export const closeDialog = (): void => useDialogs.setState({ open: undefined });
