import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { type CurrentUser, currentUser, mayTeach } from '#app/_session/current-user.ts';

/** An instructor or admin; to all others there is no such page. */
export async function requireTeacher(): Promise<CurrentUser> {
  const user = await currentUser(await headers());
  if (!user || !mayTeach(user)) notFound();
  return user;
}
