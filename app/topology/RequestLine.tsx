// The last request as text: stays readable when the dot is gone, and is all there is under reduced motion.

import type { Hop } from '../../src/api/hop.ts';
import type { Trace } from '../../src/network/types.ts';
import type { Translate } from '../i18n/index.ts';
import { useWords } from './texts.ts';

const THERE: Readonly<Record<string, string>> = { local_answers: 'there_answers', local_closed: 'pod_port_closed' };

/** A hop in a few words. A reason that the texts know is told in their words. */
export function hopText(hop: Hop, trace: Trace, t: Translate, exists: (key: string) => boolean): string {
  const values = { address: hop.address ?? '', name: hop.object?.name ?? '', ...hop.reason.values };
  // What reached a Pod from its own address speaks of "here"; where it was passed on into it, that is there.
  const passedOn = hop.kind === 'pod' && trace.from.kind !== 'pod' && hop.object !== undefined;
  const key = `reason.${passedOn ? (THERE[hop.reason.id] ?? hop.reason.id) : hop.reason.id}`;
  if (exists(key)) return t(key, values);
  if (hop.kind === 'origin') {
    const { from } = trace;
    return t(`hop.origin_${from.kind}`, { name: from.kind === 'laptop' ? '' : from.name });
  }
  return t(`hop.${hop.kind}`, values).trim();
}

/** How it ended: the status with the first line of the answer, or why nothing answered. */
export function endText(trace: Trace, t: Translate): string {
  const { outcome } = trace;
  if (!outcome.ok) return t(`failure.${outcome.failure}`);
  // JSON over several lines begins with nothing worth reading.
  const line =
    outcome.body
      ?.split('\n')
      .find((one) => /[^\s{[]/.test(one))
      ?.trim() ?? '';
  return [outcome.status ?? t('connected'), line.length > 42 ? `${line.slice(0, 41)}…` : line].filter(Boolean).join(' ');
}

interface Props {
  readonly trace: Trace;
  readonly onReplay: (() => void) | undefined;
}

export function RequestLine({ trace, onReplay }: Props) {
  const { t, exists } = useWords();
  const { ok } = trace.outcome;
  return (
    <section className={`dd-request ${ok ? 'ok' : 'failed'}`} aria-label={t('request.title')} data-testid="request">
      <span className="dd-requesthead">
        <span className="dd-mark" aria-hidden="true">
          {ok ? '✓' : '✕'}
        </span>
        <b className="dd-mono dd-cut" title={trace.what}>
          {trace.what}
        </b>
        {onReplay && (
          <button type="button" className="dd-tool" onClick={onReplay}>
            {t('request.replay')}
          </button>
        )}
      </span>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <ol className="dd-hops" tabIndex={0}>
        {trace.hops.map((hop, index) => (
          <li key={index}>{hopText(hop, trace, t, exists)}</li>
        ))}
        <li className="end">{endText(trace, t)}</li>
      </ol>
    </section>
  );
}
