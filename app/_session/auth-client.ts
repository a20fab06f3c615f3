import { anonymousClient } from 'better-auth/client/plugins';
import { createAuthClient } from 'better-auth/react';

/** Accounts from the browser; speaks to /api/auth of the page's own origin. */
export const authClient = createAuthClient({ plugins: [anonymousClient()] });

/** Makes an anonymous account where nobody is signed in yet, so that one can submit at once. */
export async function ensureSignedIn(): Promise<void> {
  const { data } = await authClient.getSession();
  if (data) return;
  const { error } = await authClient.signIn.anonymous();
  if (error) throw new Error(error.message ?? 'no account could be made', { cause: error });
}
