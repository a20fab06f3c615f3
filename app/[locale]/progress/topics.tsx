import { ChevronRight } from 'lucide-react';
import { begun, type TopicKnowledge } from '#app/_keep/knowledge.ts';
import { progressMessages } from '#app/_messages/progress.ts';
import { topicName } from '#app/_messages/topics.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Locale } from '#judge/verdict.ts';
import { Sparkline } from './sparkline.tsx';

type Props = { locale: Locale; topics: readonly TopicKnowledge[] };

/** What one knows of each topic; those that wait to be begun are folded away. */
export function Topics({ locale, topics }: Props) {
  const t = progressMessages[locale];
  const known = topics.filter((topic) => begun(topic) > 0);
  const others = topics.filter((topic) => begun(topic) === 0);
  return (
    <section aria-labelledby="topics" className="flex flex-col gap-4">
      <div>
        <h2 id="topics" className="text-xl">
          {t.topics}
        </h2>
        <p className="text-ink-muted">{t.topicsText}</p>
      </div>
      <div className="overflow-hidden rounded border border-line bg-surface">
        {known.length > 0 ? <Table locale={locale} topics={known} /> : null}
        {others.length > 0 ? (
          <details className="group/others border-line border-t first:border-t-0">
            <summary className="flex list-none items-center gap-2 px-4 py-3 text-ink-muted hover:bg-sunken [&::-webkit-details-marker]:hidden">
              <ChevronRight aria-hidden size={18} className="shrink-0 group-open/others:rotate-90" />
              {t.notBegun(others.length)}
            </summary>
            <ul className="flex flex-wrap gap-x-4 gap-y-1 px-4 pb-4 pl-10">
              {others.map(({ topic }) => (
                <li key={topic}>
                  <TextLink href={`/${locale}/questions?topic=${topic}`}>{topicName(locale, topic)}</TextLink>
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </section>
  );
}

function Table({ locale, topics }: Props) {
  const t = progressMessages[locale];
  return (
    <table className="w-full border-collapse text-left">
      <thead className="text-ink-muted text-sm">
        <tr className="border-line border-b">
          <th scope="col" className="px-4 py-2 font-normal">
            {t.topic}
          </th>
          <th scope="col" className="px-2 py-2 font-normal">
            {t.questions}
          </th>
          <th scope="col" className="px-2 py-2 font-normal">
            {t.recall}
          </th>
          <th scope="col" className="px-2 py-2 pr-4 font-normal">
            {t.problems}
          </th>
          <th scope="col" className="hidden px-4 py-2 font-normal md:table-cell">
            {t.history}
          </th>
        </tr>
      </thead>
      <tbody className="tabular-nums">
        {topics.map(({ topic, questions, recall, problems, history }) => (
          <tr key={topic} className="border-line border-b last:border-b-0">
            <th scope="row" className="px-4 py-2.5 font-semibold">
              <TextLink href={`/${locale}/questions?topic=${topic}`}>{topicName(locale, topic)}</TextLink>
            </th>
            <td className="px-2 py-2.5">{part(locale, questions.seen, questions.all)}</td>
            <td className="px-2 py-2.5">{recall === null ? t.noneOf : <Recall recall={recall} />}</td>
            <td className="px-2 py-2.5 pr-4">{part(locale, problems.solved, problems.all)}</td>
            <td className="hidden px-4 py-1 md:table-cell">
              <Sparkline locale={locale} values={history} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function part(locale: Locale, some: number, all: number): string {
  const t = progressMessages[locale];
  return all === 0 ? t.noneOf : t.of(some, all);
}

function Recall({ recall }: { recall: number }) {
  const percent = Math.round(recall * 100);
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden className="hidden h-2 w-20 overflow-hidden rounded-[2px] bg-sunken sm:inline-block">
        <span className="block h-full bg-accent" style={{ width: `${percent}%` }} />
      </span>
      {percent} %
    </span>
  );
}
