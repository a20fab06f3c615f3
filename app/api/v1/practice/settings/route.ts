import { site } from '#app/_session/site.ts';
import { requireQuota } from '#app/api/_http/require-quota.ts';
import { readBody, requireWriter, route } from '#app/api/_http/route.ts';
import { putPracticeSettings } from '#prisma/practice-settings.ts';
import { maxBodyBytes, practiceSettingsBody } from '../../schemas.ts';

export const PUT = route(async ({ request }) => {
  const user = await requireWriter(request);
  const settings = await readBody(request, practiceSettingsBody, maxBodyBytes);
  await requireQuota([{ key: `practice-settings:user:${user.id}`, max: 30 }]);
  const interviewOn = settings.interviewOn === null ? null : new Date(settings.interviewOn);
  await putPracticeSettings(site().db, { userId: user.id, ...settings, interviewOn });
  return Response.json(settings);
});
