import { Component, type ReactNode } from 'react';
import { Translation } from 'react-i18next';

/** A panel that throws leaves a sentence and a way on, never a blank page. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly error: Error | undefined }> {
  override state: { readonly error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <Translation>
        {(t) => (
          <main className="main" role="alert">
            <h2>{t('failed')}</h2>
            <p>{t('failedDetail')}</p>
            <pre>{error.stack ?? error.message}</pre>
            <button type="button" className="button primary" onClick={() => location.reload()}>
              {t('reload')}
            </button>
          </main>
        )}
      </Translation>
    );
  }
}
