import { createHash } from 'node:crypto';
import { dueDays } from '#app/_keep/due-days.ts';
import { calendarText } from '#app/_keep/icalendar.ts';
import { calendarMessages } from '#app/_messages/keep-calendar.ts';
import { loadPractice } from '#app/_practice/load.ts';
import { getTaught } from '#app/_practice/taught.ts';
import { addressOf } from '#app/_session/client-address.ts';
import { site } from '#app/_session/site.ts';
import { isLocale } from '#app/_ui/languages.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { requireQuota } from '#app/api/_http/require-quota.ts';
import { route } from '#app/api/_http/route.ts';
import { findFeed, type OpenFeed } from '#prisma/calendar-feed.ts';

/** Calendars look a few times a day; several people's may share an address. */
const readsPerMinute = { feed: 10, address: 120 };

/** What is due in the coming weeks, for calendars: whoever has the address reads it. */
export const GET = route<{ file: string }>(async ({ request, params }) => {
  const { db, origin } = site();
  await requireQuota([
    { key: `calendar:address:${addressOf(request.headers)}`, max: readsPerMinute.address },
  ]);
  const secret = /^(.+)\.ics$/.exec(params.file)?.[1] ?? '';
  const feed = await findFeed(db, secret);
  if (!feed) throw new ApiError('not_found');
  await requireQuota([{ key: `calendar:feed:${feed.id}`, max: readsPerMinute.feed }]);
  return new Response(await textOf(feed, origin(request.headers)), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="whetstone.ics"',
      'x-robots-tag': 'noindex',
    },
  });
});

async function textOf({ userId, locale }: OpenFeed, origin: string): Promise<string> {
  const now = new Date();
  const language = isLocale(locale) ? locale : 'en';
  const t = calendarMessages[language];
  const questions = (await getTaught()).map(({ slug }) => slug);
  const { cards, settings, plan } = await loadPractice(site().db, { userId, questions, now });
  // The same day of the same person is the same event, whichever address it is read at.
  const owner = createHash('sha256').update(userId).digest('hex').slice(0, 16);
  return calendarText({
    name: t.calendar,
    now,
    events: dueDays(cards, settings, plan.today).map(({ day, count }) => ({
      uid: `due-${day}-${owner}@whetstone`,
      day,
      summary: t.due(count),
      url: `${origin}/${language}/practice`,
    })),
  });
}
