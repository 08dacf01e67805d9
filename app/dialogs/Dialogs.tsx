import { type ComponentType, lazy, Suspense } from 'react';
import { type DialogName, useDialogs } from '../base/dialogs.ts';
import { textsReady } from '../i18n/index.ts';

const fetched = (load: () => Promise<{ readonly default: ComponentType }>) =>
  lazy(async () => {
    const module = await load();
    await textsReady();
    return module;
  });

const DIALOGS: Readonly<Record<DialogName, ComponentType>> = {
  palette: fetched(() => import('./Palette.tsx')),
  shortcuts: fetched(() => import('./Shortcuts.tsx')),
  settings: fetched(() => import('./Settings.tsx')),
  tour: fetched(() => import('./Tour.tsx')),
  restart: fetched(() => import('./Restart.tsx')),
  ask: fetched(() => import('./Ask.tsx')),
};

export function Dialogs() {
  const open = useDialogs((state) => state.open);
  const Shown = open && DIALOGS[open];
  return <Suspense>{Shown && <Shown />}</Suspense>;
}
