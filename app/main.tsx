import { createRoot } from 'react-dom/client';
import './theme.css';
import './app.css';
import { App } from './App.tsx';
import { ErrorBoundary } from './base/ErrorBoundary.tsx';
import { parameters, usePage } from './base/state.ts';
import { prepareForCommands, startEngine } from './engine/engine.ts';
import { fetchOpenPanels } from './frame/PanelView.tsx';
import { setLanguage } from './i18n/index.ts';
import { recall } from './storage/storage.ts';
import { SESSION, sessionItem } from './storage/tab.ts';

const beginSession = async (): Promise<boolean> => (await import('./share/begin.ts')).beginSession();

const lesson = parameters.get('lesson');
const panels = fetchOpenPanels(lesson === null ? [] : ['lessons']);
/** A lesson's set-up runs commands: their code comes together with the lesson's. */
const player = lesson === null ? undefined : import('./lessons/player.ts');
if (player) prepareForCommands();
const frame = parameters.has('embed') || parameters.has('run') ? import('./embed/frame.ts') : undefined;
/** There may be a session to go on with: then it comes before anything is drawn. */
const follows = parameters.has('follow');
const kept = !follows && (location.hash.startsWith('#s=') || recall('kept') !== null || sessionItem(SESSION) !== null);
const [goesOn] = await Promise.all([kept && beginSession(), setLanguage(usePage.getState().language)]);
if (lesson !== null && !goesOn) await (await player)?.openLesson(lesson);
if (follows) (await import('./present/follower.ts')).startFollowing();
else startEngine();
(await frame)?.startFrame();
await panels;
createRoot(document.getElementById('root') as HTMLElement).render(
  <ErrorBoundary>
    <App />
  </ErrorBoundary>,
);
if (!kept && !follows) setTimeout(beginSession, 1500);
// The whole site is fetched once for later, when nothing else wants the network; not by every frame of a page of documentation.
if (!parameters.has('embed')) setTimeout(async () => (await import('./offline/register.ts')).registerWorker(), 4000);
