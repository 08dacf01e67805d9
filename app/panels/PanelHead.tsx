import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/index.ts';
import { CloseButton } from './CloseButton.tsx';
import { hidePanel } from './panels.ts';

/** The head of a panel: its title, what else belongs there, and the button that closes it. */
export function PanelHead({ id, title, children }: { readonly id: string; readonly title: string; readonly children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="panel-head">
      <h2>{title}</h2>
      <div className="panel-head-rest">{children}</div>
      <CloseButton label={t('close')} onClose={() => hidePanel(id)} />
    </div>
  );
}
