import { rejudgingMessages } from '#app/_messages/rejudgings.ts';
import { Panel } from '#app/_ui/card.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import type { Preview } from '#judge/rejudge.ts';
import type { Locale } from '#judge/verdict.ts';
import { ProgressBar } from '../progress-bar.tsx';
import { Decide } from './decide.client.tsx';
import { FollowJudging } from './follow-judging.client.tsx';

/** How far the set is, what stands against applying it, and the decision. */
export function Standing({ locale, preview }: { locale: Locale; preview: Preview }) {
  const { rejudging, progress } = preview;
  return rejudging.state === 'open' ? (
    <Open locale={locale} id={rejudging.id} progress={progress} />
  ) : (
    <Decided locale={locale} preview={preview} />
  );
}

function Decided({ locale, preview: { rejudging, progress } }: { locale: Locale; preview: Preview }) {
  const t = rejudgingMessages[locale];
  const state = rejudging.state === 'applied' ? 'applied' : 'discarded';
  const { applied, conflicts, leftOut } = progress;
  return (
    <Notice
      kind={state === 'applied' ? 'pass' : 'note'}
      title={
        <Moment
          locale={locale}
          at={rejudging.decidedAt ?? rejudging.createdAt}
          say={(date) => t.decidedBy[state](date, rejudging.decidedBy?.name ?? null)}
        />
      }
    >
      <p>{state === 'applied' ? t.appliedText(applied, conflicts, leftOut) : t.discardedText}</p>
    </Notice>
  );
}

function Open({ locale, id, progress }: { locale: Locale; id: string; progress: Preview['progress'] }) {
  const t = rejudgingMessages[locale];
  const { total, judged, queued, running, judgeErrors, conflicts } = progress;
  const waiting = queued + running;
  return (
    <Panel title={t.state}>
      <div className="flex flex-col gap-4">
        <div className="flex flex-col gap-2">
          <ProgressBar label={t.state} done={judged} total={total} />
          <p className="flex flex-wrap gap-x-4 tabular-nums">
            <span className="font-semibold">{t.progress(judged, total)}</span>
            <span>{t.differ(progress.differing)}</span>
            <span className="text-ink-muted" role="status">
              {waiting > 0 ? t.waiting(queued, running) : t.allJudged}
            </span>
          </p>
          {waiting > 0 ? (
            <>
              <p className="text-ink-muted text-sm">{t.live}</p>
              <FollowJudging />
            </>
          ) : null}
        </div>
        {conflicts > 0 ? <Notice kind="warn" title={t.conflicts(conflicts)} /> : null}
        {judgeErrors > 0 ? <Notice kind="warn" title={t.judgeErrors(judgeErrors)} /> : null}
        <Decide
          locale={locale}
          id={id}
          usable={judged - judgeErrors - conflicts}
          unusable={waiting + judgeErrors}
        />
      </div>
    </Panel>
  );
}
