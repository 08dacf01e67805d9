/** Saving, sharing, exporting: everything that takes a session out of the page or brings one in. */
import { Download, FileUp, Film, FolderOpen, Image, Link as LinkIcon, RotateCcw, Save, Trash2 } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { manifests } from '../../src/session/manifests.ts';
import { parseSave } from '../../src/session/save.ts';
import { notice } from '../base/notice.ts';
import { useEngine } from '../engine/engine.ts';
import { PanelHead } from '../panels/PanelHead.tsx';
import { replaySession } from '../time/replay.ts';
import { read } from './autosave.ts';
import { replaceSession } from './before.ts';
import { chooseFile, download, fileName } from './files.ts';
import { linkOf } from './links.ts';
import { asciicast } from './recorder.ts';
import { captured, resume } from './session.ts';
import { dropNamed, keepNamed, namedOf, names } from './store.ts';
import { useWords } from './texts.ts';
import './share.css';

export default function SessionPanel() {
  const { t } = useWords();
  const [message, setMessage] = useState('');
  const tell = (work: () => Promise<string | undefined> | string | undefined) => async (): Promise<void> => {
    try {
      setMessage((await work()) ?? '');
    } catch (error) {
      setMessage(t('failed', { why: error instanceof Error ? error.message : String(error) }));
    }
  };
  return (
    <section className="panel session-panel" aria-label={t('session')} data-testid="session">
      <PanelHead id="session" title={t('session')}>
        <output className="session-message">{message}</output>
      </PanelHead>
      <div className="session-body">
        <Share tell={tell} />
        <Saves tell={tell} />
        <Files tell={tell} />
      </div>
    </section>
  );
}

type Tell = (work: () => Promise<string | undefined> | string | undefined) => () => Promise<void>;

function Share({ tell }: { readonly tell: Tell }) {
  const { t } = useWords();
  const [link, setLink] = useState('');
  const make = async (): Promise<string> => {
    const made = await linkOf(await captured());
    setLink(made ?? '');
    if (made === undefined) return t('tooLarge');
    try {
      await navigator.clipboard.writeText(made);
      return t('linkCopied', { kb: (made.length / 1000).toFixed(1) });
    } catch {
      return t('linkReady');
    }
  };
  return (
    <div className="session-part">
      <h3>{t('share')}</h3>
      <p>{t('shareAbout')}</p>
      <Act icon={<LinkIcon size={15} aria-hidden />} text={t('makeLink')} onClick={tell(make)} />
      {link !== '' && (
        <input className="session-link" readOnly aria-label={t('linkReady')} value={link} onFocus={(event) => event.target.select()} />
      )}
    </div>
  );
}

function Saves({ tell }: { readonly tell: Tell }) {
  const { t } = useWords();
  const [all, setAll] = useState<readonly string[]>([]);
  const refresh = async (): Promise<void> => setAll((await names()).sort());
  useEffect(() => {
    void names().then((found) => setAll(found.sort()));
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    if (name === '') return;
    void tell(async () => {
      try {
        await keepNamed(name, { at: Date.now(), search: '', save: await captured() });
      } catch {
        return t('noStorage');
      }
      await refresh();
      return t('saved', { name });
    })();
  };
  const open = async (name: string): Promise<string | undefined> => {
    const kept = await namedOf(name);
    if (kept) await replaceSession(async () => resume(await read(kept.save)));
    return undefined;
  };
  const drop = async (name: string): Promise<undefined> => {
    const kept = await namedOf(name);
    await dropNamed(name);
    await refresh();
    const back = async (): Promise<void> => {
      if (kept) await keepNamed(name, kept);
      await refresh();
    };
    notice(t('deleted', { name }), [{ text: t('undo'), run: () => void back() }]);
  };
  return (
    <div className="session-part">
      <h3>{t('saves')}</h3>
      <p>{t('autosaved')}</p>
      <Act
        icon={<RotateCcw size={15} aria-hidden />}
        text={t('replay')}
        onClick={tell(() => (replaySession() ? undefined : t('nothingToReplay')))}
      />
      <form className="session-row" onSubmit={submit}>
        <input name="name" aria-label={t('saveName')} placeholder={t('saveName')} maxLength={60} autoComplete="off" />
        <button type="submit" className="button session-act">
          <Save size={15} aria-hidden />
          {t('save')}
        </button>
      </form>
      <ul className="session-saves">
        {all.map((name) => (
          <li key={name}>
            <span>{name}</span>
            <Act icon={<FolderOpen size={15} aria-hidden />} text={t('open')} onClick={tell(() => open(name))} />
            <button
              type="button"
              className="button"
              title={`${t('delete')}: ${name}`}
              aria-label={`${t('delete')}: ${name}`}
              onClick={tell(() => drop(name))}
            >
              <Trash2 size={15} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Files({ tell }: { readonly tell: Tell }) {
  const { t } = useWords();
  const openFile = async (): Promise<undefined> => {
    const file = await chooseFile('.json,application/json');
    if (file) await replaceSession(async () => resume(parseSave(await file.text())));
  };
  const openLesson = async (): Promise<undefined> => {
    const { openLessonFromFiles } = await import('../lessons/lesson-files.ts');
    await openLessonFromFiles();
  };
  const picture = async (kind: 'svg' | 'png'): Promise<string | undefined> => {
    const { pictureAs } = await import('./picture.ts');
    const made = await pictureAs(kind);
    if (!made) return t('noPicture');
    download(fileName(kind), made);
    return undefined;
  };
  return (
    <div className="session-part">
      <h3>{t('files')}</h3>
      <div className="session-acts">
        <Act
          icon={<Download size={15} aria-hidden />}
          text={t('saveFile')}
          onClick={tell(async () => {
            download(fileName('json'), JSON.stringify(await captured()), 'application/json');
            return undefined;
          })}
        />
        <Act icon={<FileUp size={15} aria-hidden />} text={t('openFile')} onClick={tell(openFile)} />
        <Act icon={<FileUp size={15} aria-hidden />} text={t('openLesson')} onClick={tell(openLesson)} />
        <Act
          icon={<Download size={15} aria-hidden />}
          text={t('yaml')}
          onClick={tell(() => {
            const text = manifests(useEngine.getState().cluster);
            if (text === '') return t('nothingMade');
            download(fileName('yaml'), text, 'application/yaml');
            return undefined;
          })}
        />
        <Act
          icon={<Film size={15} aria-hidden />}
          text={t('cast')}
          onClick={tell(() => {
            download(fileName('cast'), asciicast());
            return undefined;
          })}
        />
        <Act icon={<Image size={15} aria-hidden />} text={t('svg')} onClick={tell(() => picture('svg'))} />
        <Act icon={<Image size={15} aria-hidden />} text={t('png')} onClick={tell(() => picture('png'))} />
      </div>
    </div>
  );
}

function Act({ icon, text, onClick }: { readonly icon: ReactNode; readonly text: string; readonly onClick: () => void }) {
  return (
    <button type="button" className="button session-act" onClick={onClick}>
      {icon}
      {text}
    </button>
  );
}
