import { mockMessages } from '#app/_messages/mock.ts';
import { topicName } from '#app/_messages/topics.ts';
import { shareOf, type TopicLine } from '#app/_mock/report.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Locale } from '#judge/verdict.ts';
import { getTopics } from '../../topics/topics.ts';

type Props = { locale: Locale; topics: readonly TopicLine[] };

/** How it went by topic, the weakest first. The bar repeats the figures for the eye. */
export async function TopicTable({ locale, topics }: Props) {
  const t = mockMessages[locale];
  if (topics.length === 0) return null;
  // An instructor's problem may be about something that is on no map.
  const mapped = new Set((await getTopics()).map(({ slug }) => slug));
  return (
    <section aria-labelledby="topics" className="keep-together flex flex-col gap-3">
      <h2 id="topics" className="text-xl">
        {t.byTopic}
      </h2>
      <table className="w-full border-collapse text-left">
        <thead>
          <tr className="border-line border-b text-ink-muted text-sm">
            <th scope="col" className="py-2 pr-3 font-normal">
              {t.topic}
            </th>
            <th scope="col" className="py-2 pr-3 text-right font-normal">
              {t.pointsColumn}
            </th>
            <th scope="col" className="py-2 pr-3 text-right font-normal">
              {t.checksColumn}
            </th>
            <th scope="col" className="py-2 text-right font-normal">
              {t.problemsColumn}
            </th>
          </tr>
        </thead>
        <tbody>
          {topics.map((line) => (
            <tr key={line.topic} className="border-line border-b">
              <th scope="row" className="py-2 pr-3 font-normal">
                {mapped.has(line.topic) ? (
                  <TextLink href={`/${locale}/topics/${line.topic}`} prefetch={false}>
                    {topicName(locale, line.topic)}
                  </TextLink>
                ) : (
                  topicName(locale, line.topic)
                )}
                <span aria-hidden className="mt-1 block h-1 max-w-48 overflow-hidden rounded bg-sunken">
                  <span
                    className="block h-full rounded bg-accent"
                    style={{ width: `${Math.round(100 * shareOf(line))}%` }}
                  />
                </span>
              </th>
              <td className="py-2 pr-3 text-right tabular-nums">{ratio(line.named, line.points)}</td>
              <td className="py-2 pr-3 text-right tabular-nums">{ratio(line.right, line.checks)}</td>
              <td className="py-2 text-right tabular-nums">{ratio(line.solved, line.problems)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ratio(part: number, all: number): string {
  return all === 0 ? '–' : `${part} / ${all}`;
}
