import { anonymousClient } from 'better-auth/client/plugins';
import { createAuthClient } from 'better-auth/react';

/** Accounts from the browser; speaks to /api/auth of the page's own origin. */
export const authClient = createAuthClient({ plugins: [anonymousClient()] });

type Answer = { error: { code?: string | undefined } | null };

/** Why an act on the account was not done; null where it was. */
export async function faultOf(act: Promise<Answer>): Promise<'wrong-password' | 'offline' | 'other' | null> {
  try {
    const { error } = await act;
    if (!error) return null;
    return error.code === 'INVALID_PASSWORD' ? 'wrong-password' : 'other';
  } catch {
    return 'offline';
  }
}

/** Makes an anonymous account where nobody is signed in yet, so that one can submit at once. */
export async function ensureSignedIn(): Promise<void> {
  const { data } = await authClient.getSession();
  if (data) return;
  const { error } = await authClient.signIn.anonymous();
  if (error) throw new Error(error.message ?? 'no account could be made', { cause: error });
}
