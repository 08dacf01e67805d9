import { createRoot } from 'react-dom/client';
import './theme.css';
import './app.css';
import { App } from './App.tsx';
import { startEngine } from './engine/engine.ts';
import { setLanguage } from './i18n/index.ts';
import { fetchOpenPanels } from './panels/PanelView.tsx';
import { usePage } from './state.ts';

fetchOpenPanels();
await setLanguage(usePage.getState().language);
startEngine();
createRoot(document.getElementById('root') as HTMLElement).render(<App />);
