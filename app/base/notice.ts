/** A line at the bottom of the page that goes away by itself. Text only. */
import './notice.css';

export interface NoticeAction {
  readonly text: string;
  readonly run: () => void;
}

let shown: HTMLElement | undefined;

/** Takes the line away, when there is nothing to say any more. */
export const dismissNotice = (): void => shown?.remove();

/** `place`: where the line is put when not over the foot of the page. */
export function notice(text: string, actions: readonly NoticeAction[] = [], ms = 8000, place: Element = document.body): void {
  shown?.remove();
  const box = document.createElement('div');
  box.className = 'session-toast';
  box.role = 'status';
  const words = document.createElement('span');
  words.textContent = text;
  box.append(words);
  for (const { text: label, run } of actions) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = label;
    button.onclick = () => {
      box.remove();
      run();
    };
    box.append(button);
  }
  place.append(box);
  shown = box;
  setTimeout(() => box.remove(), ms);
}
