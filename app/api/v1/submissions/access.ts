import { z } from 'zod';
import { type CurrentUser, currentUser, mayTeach } from '#app/_session/current-user.ts';
import { currentRequest } from '#app/_session/requests.ts';
import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import type { Submission } from '#prisma/generated/client.ts';
import { findSubmission } from '#prisma/submission.ts';

/** Its owner, instructors and admins; anyone with the address where its owner shares it. */
export function maySee(
  submission: Pick<Submission, 'userId' | 'shared'>,
  user: CurrentUser | undefined,
): boolean {
  return submission.shared || (user !== undefined && (user.id === submission.userId || mayTeach(user)));
}

/** The submission of an address. Throws 404 where there is none or the asker may not see it: the two look alike. */
export async function requireVisible(request: Request, uncheckedId: string): Promise<Submission> {
  if (!z.uuid().safeParse(uncheckedId).success) throw new ApiError('not_found');
  const submission = await findSubmission(site().db, uncheckedId);
  const user = await currentUser(request.headers);
  const note = currentRequest();
  if (note) note.userId = user?.id;
  if (!submission || !maySee(submission, user)) throw new ApiError('not_found');
  return submission;
}
