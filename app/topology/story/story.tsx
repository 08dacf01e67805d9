// Dev only: one state of the picture by URL (`?state=scaled&theme=dark&lang=zh`). `dd.show(name)` changes it in place, for motion.
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import '../../theme.css';
import type { Trace } from '../../../src/network/types.ts';
import { setLanguage } from '../../i18n/index.ts';
import type { Model, ObjectRef } from '../model.ts';
import { Topology } from '../Topology.tsx';
import { STATES } from './states.ts';

const query = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = query.get('theme') ?? 'light';
await setLanguage(query.get('lang') === 'zh' ? 'zh' : 'en');

const stateOf = (name: string): Model => (STATES[name] ?? STATES['scaled']!)();

function Story() {
  const [model, setModel] = useState(() => stateOf(query.get('state') ?? 'scaled'));
  const [selected, setSelected] = useState<ObjectRef>();
  Object.assign(window, {
    dd: {
      show: (name: string) => setModel(stateOf(name)),
      set: setModel,
      model,
      replay: () => setModel((old) => ({ ...old, traces: old.traces.map((trace: Trace) => ({ ...trace, id: trace.id + 1 })) })),
    },
  });
  return <Topology model={model} selected={selected} onSelect={setSelected} onSuggest={(command) => console.log(command)} />;
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Story />
  </StrictMode>,
);
