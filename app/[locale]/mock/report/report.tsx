import './print.css';
import { mockMessages } from '#app/_messages/mock.ts';
import { clockOf, readReport } from '#app/_mock/read-mock.ts';
import { site } from '#app/_session/site.ts';
import { Begin } from '#app/_ui/begin.client.tsx';
import { ButtonLink } from '#app/_ui/button.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { PageBody, PageTitle } from '#app/_ui/page-body.tsx';
import type { Locale } from '#judge/verdict.ts';
import type { WholeMock } from '#prisma/mock.ts';
import { LookAgain } from '../../submissions/[id]/look-again.client.tsx';
import { readMockTexts } from '../read-own.ts';
import { DeleteMock } from './delete-mock.client.tsx';
import { ItemReport } from './item-report.tsx';
import { ReviewNext } from './review-next.tsx';
import { SendLeft } from './send-left.client.tsx';
import { ShareBox } from './share-box.client.tsx';
import { Summary } from './summary.tsx';
import { TopicTable } from './topic-table.tsx';

type Props = {
  locale: Locale;
  mock: WholeMock;
  /** Its owner sees notes and may share it. */
  own: boolean;
};

/** What a finished mock interview came to, to be read, printed and shared. */
export async function Report({ locale, mock, own }: Props) {
  const t = mockMessages[locale];
  const { db } = site();
  const now = new Date();
  const [report, texts] = await Promise.all([readReport(db, mock, now), readMockTexts(db, mock)]);
  const { finishedAt } = clockOf(mock, now);
  const judging = report.items.some(
    (item) => item.kind === 'problem' && item.attempt !== null && item.attempt.status !== 'done',
  );
  return (
    <PageBody width="text">
      <PageTitle title={own ? <Begin>{t.report}</Begin> : t.shared}>
        <Moment
          locale={locale}
          at={finishedAt ?? mock.startedAt}
          say={(date) => t.reportLead(date, mock.minutes)}
        />
      </PageTitle>
      {own ? <SendLeft locale={locale} id={mock.id} /> : null}
      <div className="flex flex-col gap-12">
        <Summary locale={locale} report={report} problem={texts.problem} own={own} />
        <ReviewNext locale={locale} next={report.next} texts={texts} />
        <TopicTable locale={locale} topics={report.topics} />
        <section aria-labelledby="items" className="flex flex-col gap-4">
          <h2 id="items" className="text-xl">
            {t.byItem}
          </h2>
          <ol className="flex flex-col gap-4">
            {report.items.map((item) => (
              <li key={item.place}>
                <ItemReport
                  locale={locale}
                  item={item}
                  row={mock.items[item.place]}
                  texts={texts}
                  own={own}
                />
              </li>
            ))}
          </ol>
        </section>
        {own ? (
          <div className="no-print flex flex-col gap-8">
            <p className="text-ink-muted">{t.inPractice}</p>
            <ShareBox locale={locale} id={mock.id} sharedAs={mock.shareKey} />
          </div>
        ) : null}
        <div className="no-print flex flex-wrap gap-3">
          <ButtonLink href={`/${locale}/mock`} prefetch={false}>
            {own ? t.again : t.title}
          </ButtonLink>
          {own ? <DeleteMock locale={locale} id={mock.id} /> : null}
        </div>
      </div>
      {judging ? <LookAgain /> : null}
    </PageBody>
  );
}
