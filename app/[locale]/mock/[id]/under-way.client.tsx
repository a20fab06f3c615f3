'use client';

import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { usePageKeys } from '#app/_find/keys.ts';
import { mockMessages } from '#app/_messages/mock.ts';
import { Button } from '#app/_ui/button.tsx';
import { Dialog } from '#app/_ui/dialog.client.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { PageBody } from '#app/_ui/page-body.tsx';
import { useServed } from '#app/_ui/use-served.ts';
import type { Locale } from '#judge/verdict.ts';
import type { ItemView } from '../item-view.ts';
import type { ClockView, Told } from '../mock-client.ts';
import { TroubleLine } from '../trouble-line.tsx';
import { spentNow } from '../use-elapsed.client.ts';
import { keyGroups } from '../use-keys.client.ts';
import { CheckItem } from './check-item.tsx';
import { ItemHead } from './item-head.tsx';
import { KeysList } from './keys-list.tsx';
import { MockBar } from './mock-bar.tsx';
import { Paused } from './paused.tsx';
import { ProblemItem } from './problem-item.tsx';
import { QuestionItem } from './question-item.client.tsx';
import { type Interview, useInterview } from './use-interview.client.ts';

type Props = {
  locale: Locale;
  id: string;
  minutes: number;
  items: readonly ItemView[];
  told: readonly Told[];
  clock: ClockView;
};

/** A mock interview while its clock may run. */
export function UnderWay(props: Props) {
  const { locale, minutes, items } = props;
  const t = mockMessages[locale];
  const interview = useInterview(props);
  usePageKeys(keyGroups[locale]);
  const { clock, elapsedMs, item, dealtWith, timeOver, asking, setAsking } = interview;
  const place = useRef<HTMLDivElement>(null);
  const shown = `${clock.current} ${clock.state}`;
  const first = useRef(useServed() ? shown : undefined);
  // The first item, where an act here brought it, and each next one take the focus to their title, so that who listens or
  // uses keys is there as well.
  useEffect(() => {
    if (first.current === shown) return;
    first.current = shown;
    window.scrollTo({ top: 0 });
    place.current?.querySelector<HTMLElement>('[data-begin]')?.focus({ preventScroll: true });
  }, [shown]);
  if (!item) return null;
  const paused = clock.state === 'paused';
  return (
    <PageBody width="text">
      <p aria-live="polite" className="sr-only">
        {interview.said}
      </p>
      <MockBar
        locale={locale}
        minutes={minutes}
        items={items}
        dealtWith={dealtWith}
        clock={clock}
        elapsedMs={elapsedMs}
        onPause={interview.pauseOrResume}
        onFinish={() => setAsking(true)}
      />
      <Troubles locale={locale} interview={interview} />
      <div ref={place} className="mt-6 flex flex-col gap-6">
        {paused ? (
          <Paused locale={locale} onResume={interview.pauseOrResume} />
        ) : (
          <>
            <ItemHead locale={locale} item={item} spentMs={spentNow(clock, elapsedMs)} />
            <Item key={item.place} {...props} interview={interview} item={item} />
            <div className="flex gap-3">
              <Button
                onClick={interview.back}
                disabled={timeOver || clock.current === 0}
                aria-keyshortcuts="ArrowLeft b"
              >
                <ArrowLeft aria-hidden size={16} />
                {t.back}
              </Button>
              {timeOver || clock.current === items.length - 1 ? (
                <Button
                  className="ml-auto"
                  look={timeOver ? 'primary' : 'quiet'}
                  onClick={() => setAsking(true)}
                >
                  {t.toReport}
                  <ArrowRight aria-hidden size={16} />
                </Button>
              ) : (
                <Button className="ml-auto" onClick={interview.next} aria-keyshortcuts="ArrowRight n">
                  {dealtWith[clock.current] ? t.next : t.skip}
                  <ArrowRight aria-hidden size={16} />
                </Button>
              )}
            </div>
          </>
        )}
      </div>
      <KeysList locale={locale} />
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t.finishTitle}
        closeLabel={t.keepGoing}
        description={t.finishText(dealtWith.filter((done) => !done).length)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t.keepGoing}</Button>
            <FinishButton locale={locale} onFinish={interview.finish} />
          </>
        }
      />
    </PageBody>
  );
}

function FinishButton({ locale, onFinish }: { locale: Locale; onFinish: () => Promise<boolean> }) {
  const [busy, setBusy] = useState(false);
  const finish = async () => {
    setBusy(true);
    // Once it is done the page becomes the report.
    if (!(await onFinish())) setBusy(false);
  };
  return (
    <Button look="primary" disabled={busy} onClick={() => void finish()}>
      {mockMessages[locale].finishEarly}
    </Button>
  );
}

function Troubles({ locale, interview }: { locale: Locale; interview: Interview }) {
  const t = mockMessages[locale];
  return (
    <div role="status" className="mt-4 flex flex-col gap-2 empty:hidden">
      {interview.timeOver ? (
        <Notice kind="warn" title={t.overTitle}>
          <p>{t.overText}</p>
        </Notice>
      ) : null}
      {interview.trouble ? <TroubleLine locale={locale} trouble={interview.trouble} /> : null}
      {interview.refused ? <p className="text-ink-muted text-sm">{t.refused}</p> : null}
    </div>
  );
}

type ItemProps = Props & { interview: Interview; item: ItemView };

function Item({ locale, id, items, interview, item }: ItemProps) {
  const { told, change } = interview;
  if (!told) return null;
  switch (item.kind) {
    case 'question': {
      const next = items.find(({ kind, place }) => kind === 'question' && place > item.place)?.slug;
      return <QuestionItem locale={locale} item={item} told={told} next={next} onChange={change} />;
    }
    case 'check':
      return <CheckItem locale={locale} item={item} told={told} onAnswer={(answer) => change({ answer })} />;
    case 'problem':
      return (
        <ProblemItem
          locale={locale}
          mockId={id}
          item={item}
          told={told}
          onOpen={() => change({ revealed: true })}
          onNotes={(notes) => change({ notes })}
        />
      );
  }
}
