/** Files that are dropped on the page become files of the laptop. Small: what reads them is fetched with the first of them. */
import { parameters } from '../base/state.ts';

export function startDrops(): () => void {
  const carries = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true && !parameters.has('readonly');
  const mark = (on: boolean): void => void document.documentElement.toggleAttribute('data-dropping', on);
  const over = (event: DragEvent): void => {
    if (!carries(event)) return;
    event.preventDefault();
    mark(true);
  };
  const leave = (event: DragEvent): void => {
    if (event.relatedTarget === null) mark(false);
  };
  const drop = (event: DragEvent): void => {
    mark(false);
    if (!carries(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const files = [...(event.dataTransfer?.files ?? [])];
    void import('./dropped.ts').then(({ takeFiles }) => takeFiles(files));
  };
  const listeners = { dragover: over, dragleave: leave, drop } as const;
  // Before Monaco, which would put the file's text where the pointer is.
  for (const [type, listener] of Object.entries(listeners)) document.addEventListener(type, listener as EventListener, true);
  return () => {
    for (const [type, listener] of Object.entries(listeners)) document.removeEventListener(type, listener as EventListener, true);
  };
}
