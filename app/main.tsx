import { createRoot } from 'react-dom/client';
import './theme.css';
import './app.css';
import { App } from './App.tsx';
import { startEngine } from './engine/engine.ts';
import { setLanguage } from './i18n/index.ts';
import { fetchOpenPanels } from './panels/PanelView.tsx';
import { parameters, usePage } from './state.ts';

fetchOpenPanels();
const lesson = parameters.get('lesson');
await Promise.all([
  setLanguage(usePage.getState().language),
  lesson === null ? undefined : import('./lessons/player.ts').then(({ openLesson }) => openLesson(lesson)),
]);
startEngine();
createRoot(document.getElementById('root') as HTMLElement).render(<App />);
