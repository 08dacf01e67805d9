import { Component, type ReactNode } from 'react';
import { useTranslation } from '../i18n/index.ts';

/** A panel that throws leaves a sentence and a way on, never a blank page. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly error: Error | undefined }> {
  override state: { readonly error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <Failure error={error} />;
  }
}

function Failure({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  return (
    <section className="panel failure" role="alert">
      <h2>{t('failed')}</h2>
      <p>{t('failedDetail')}</p>
      <pre>{error.stack ?? error.message}</pre>
      <button type="button" className="button primary" onClick={() => location.reload()}>
        {t('reload')}
      </button>
    </section>
  );
}
