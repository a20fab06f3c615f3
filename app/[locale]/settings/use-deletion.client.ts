import { useRouter } from 'next/navigation';
import { forgetNoteDrafts } from '#app/_keep/note-draft.ts';
import { authClient } from '#app/_session/auth-client.ts';
import { rememberTeaching } from '#app/_session/teaching.ts';
import type { Locale } from '#judge/verdict.ts';
import { forgetQueue } from '../practice/kept-queue.ts';
import { forgetUnsent } from '../practice/outbox.ts';

/** `owner` as in the outbox. */
type Options = { locale: Locale; owner: string };

/** Deletes the account with all that is kept of it, here as well; whether that was done. */
export function useDeletion({ locale, owner }: Options): (password?: string) => Promise<boolean> {
  const router = useRouter();
  return async (password) => {
    const { error } = await authClient.deleteUser(password === undefined ? {} : { password });
    if (error) return false;
    rememberTeaching(false);
    forgetNoteDrafts();
    forgetQueue();
    // What was done without an account would begin the next one.
    forgetUnsent(owner);
    router.push(`/${locale}`);
    router.refresh();
    return true;
  };
}
