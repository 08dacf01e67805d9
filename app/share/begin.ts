/** What happens to sessions when the page begins: one in the link is opened, else the one of before goes on; from then on it is kept. */

import { notice } from '../base/notice.ts';
import { restart, unknownScenario, useEngine } from '../engine/engine.ts';
import { keepFilesOfSession } from '../engine/files.ts';
import { textsReady } from '../i18n/index.ts';
import { DamagedSession, leaveSession, restoreSession, startAutosave } from './autosave.ts';
import { replaceSession } from './before.ts';
import { sessionInLink } from './links.ts';
import { startRecorder } from './recorder.ts';
import { resume } from './session.ts';
import { useWords } from './texts.ts';

/** Answers whether a session went on. */
export async function beginSession(): Promise<boolean> {
  await textsReady();
  const { hash } = location;
  let goesOn = false;
  if (hash.startsWith('#s=')) {
    try {
      const save = await sessionInLink(hash);
      if (save) await resume(save);
      goesOn = save !== undefined;
      const before = await leaveSession();
      if (before)
        notice(say('linkOpened'), [{ text: say('goBack'), run: () => void replaceSession(async () => resume(await before())) }], 20_000);
    } catch (error) {
      notice(say('linkFailed', { why: error instanceof Error ? error.message : String(error) }));
    }
    // The state goes its own way from here: a reload brings back what became of it.
    history.replaceState(null, '', location.pathname + location.search);
    await restoreSession(false);
  } else {
    try {
      goesOn = await restoreSession(true);
    } catch (error) {
      const why = say('keptFailed', { why: error instanceof Error ? error.message : String(error) });
      const saved = error instanceof DamagedSession ? error.saved : undefined;
      notice(saved === undefined ? why : `${why} ${say('setAside', { name: saved })}`, [], 20_000);
    }
    const { cluster, scenario } = useEngine.getState();
    if (goesOn && !scenario.startsWith('lesson:')) keepFilesOfSession(cluster);
    if (goesOn) notice(say('restored'), [{ text: say('startOver'), run: () => void replaceSession(() => restart('empty')) }]);
  }
  if (!goesOn && unknownScenario !== undefined) notice(say('noScenario', { name: unknownScenario }), [], 20_000);
  startRecorder();
  startAutosave();
  return goesOn;
}

const say = (key: string, values?: Readonly<Record<string, unknown>>): string => useWords.getState().t(key, values);
