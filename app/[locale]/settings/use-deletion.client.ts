import { useRouter } from 'next/navigation';
import { forgetAskedDrafts } from '#app/_keep/asked-draft.ts';
import { forgetNoteDrafts } from '#app/_keep/note-draft.ts';
import { authClient, faultOf } from '#app/_session/auth-client.ts';
import { rememberTeaching } from '#app/_session/teaching.ts';
import type { Locale } from '#judge/verdict.ts';
import { forgetStanding } from '../kept-standing.ts';
import { forgetQueue } from '../practice/kept-queue.ts';
import { forgetUnsent } from '../practice/outbox.ts';

/** `owner` as in the outbox. */
type Options = { locale: Locale; owner: string };

type Outcome = 'done' | 'wrong-password' | 'failed';

/** Deletes the account with all that is kept of it, here as well. */
export function useDeletion({ locale, owner }: Options): (password?: string) => Promise<Outcome> {
  const router = useRouter();
  return async (password) => {
    const outcome = await deleteAccount(password);
    if (outcome !== 'done') return outcome;
    rememberTeaching(false);
    forgetNoteDrafts();
    forgetAskedDrafts();
    forgetQueue();
    forgetStanding();
    // What was done without an account would begin the next one.
    forgetUnsent(owner);
    router.push(`/${locale}`);
    router.refresh();
    return 'done';
  };
}

async function deleteAccount(password: string | undefined): Promise<Outcome> {
  const fault = await faultOf(authClient.deleteUser(password === undefined ? {} : { password }));
  if (fault === null) return 'done';
  return fault === 'wrong-password' ? fault : 'failed';
}
