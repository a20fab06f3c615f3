import { z } from 'zod';
import { type CurrentUser, currentUser, mayTeach } from '#app/_session/current-user.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { requireWriter } from '#app/api/_http/route.ts';

/** An instructor or admin. Throws 404 for all others: to them there is no such door. */
export async function requireTeacher(request: Request): Promise<CurrentUser> {
  const user = await currentUser(request.headers);
  if (!user || !mayTeach(user)) throw new ApiError('not_found');
  return user;
}

/** As {@link requireTeacher}, for a writing request: 403 where a cookie came along from another site. */
export async function requireTeachingWriter(request: Request): Promise<CurrentUser> {
  await requireTeacher(request);
  return requireWriter(request);
}

/** The id of an address. Throws 404 for what can't be one. */
export function requireId(uncheckedId: string): string {
  if (!z.uuid().safeParse(uncheckedId).success) throw new ApiError('not_found');
  return uncheckedId;
}
