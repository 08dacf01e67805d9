import { createRoot } from 'react-dom/client';
import './theme.css';
import './app.css';
import { App } from './App.tsx';
import { startEngine } from './engine/engine.ts';
import { startI18n } from './i18n/index.ts';
import { usePage } from './state.ts';

startI18n(usePage.getState().language);
startEngine();
createRoot(document.getElementById('root') as HTMLElement).render(<App />);
