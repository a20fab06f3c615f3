import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { requireQuota } from '#app/api/_http/require-quota.ts';
import { readBody, requireUser, requireWriter, route } from '#app/api/_http/route.ts';
import { insertFeed, listFeeds } from '#prisma/calendar-feed.ts';
import { calendarBody } from '../keep-schemas.ts';
import { maxBodyBytes } from '../schemas.ts';

export const GET = route(async ({ request }) => {
  const user = await requireUser(request);
  return Response.json({ calendars: await listFeeds(site().db, user.id) });
});

export const POST = route(async ({ request }) => {
  const user = await requireWriter(request);
  const { locale } = await readBody(request, calendarBody, maxBodyBytes);
  await requireQuota([{ key: `calendar:user:${user.id}`, max: 10 }]);
  const made = await insertFeed(site().db, { userId: user.id, locale });
  if (!made) throw new ApiError('too_many_calendars');
  const url = `${site().origin(request.headers)}/api/v1/calendar/${made.secret}.ics`;
  return Response.json({ ...made.info, url }, { status: 201 });
});
