import { clockOf } from '#app/_mock/read-mock.ts';
import { clockJson } from '#app/api/v1/mocks/shape.ts';
import type { Locale } from '#judge/verdict.ts';
import { readOwnMock } from './read-own.ts';
import { WorkspaceBar } from './workspace-bar.client.tsx';

type Props = { locale: Locale; slug: string; uncheckedId: string | string[] | undefined };

/** The clock of the mock interview that a workspace was opened from; nothing where it is over, or about something else. */
export async function WorkspaceClock({ locale, slug, uncheckedId }: Props) {
  if (typeof uncheckedId !== 'string') return null;
  const now = new Date();
  const mock = await readOwnMock(uncheckedId, now);
  if (!mock?.items.some((item) => item.kind === 'problem' && item.slug === slug)) return null;
  const clock = clockJson(clockOf(mock, now), mock.items.length);
  if (clock.state === 'over') return null;
  return <WorkspaceBar locale={locale} id={mock.id} minutes={mock.minutes} clock={clock} />;
}
