/** The files below the home folder, as the shell sees them. */
import { FileText } from 'lucide-react';
import { usePhone } from '../panels/panels.ts';
import { HOME, listFiles, openFile, useDocuments } from './documents.ts';
import { useTexts } from './texts.ts';

export function FileList({ turnOff }: { readonly turnOff: () => void }) {
  const { t } = useTexts();
  const phone = usePhone();
  const active = useDocuments(({ documents, active: front }) => documents.find(({ id }) => id === front)?.path);
  useDocuments((state) => state.turn); // says when to look again
  const files = listFiles();
  return (
    <nav className="editor-files" aria-label={t('filesLabel')}>
      {files.length === 0 && <p className="note">{t('noFiles')}</p>}
      <ul>
        {files.map((path) => (
          <li key={path}>
            <button
              type="button"
              className="tab"
              aria-current={path === active || undefined}
              title={path}
              onClick={() => {
                openFile(path);
                if (phone) turnOff();
              }}
            >
              <FileText size={14} aria-hidden />
              <span>{path.slice(HOME.length + 1)}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
