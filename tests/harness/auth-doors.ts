/**
 * What better-auth answers under /api/auth, and for whom. The test that walks them fails for one that is missing here or
 * has gone: a new version of the library opens no door that nobody has looked at.
 *
 * - `everyone`: also who is not signed in
 * - `signed-in`: 401 without a session
 * - `nobody`: for what is not set up here (mail, accounts elsewhere, changing an address); refused whoever asks
 */
export type AuthAudience = 'everyone' | 'signed-in' | 'nobody';

export const authDoors: Record<string, AuthAudience> = {
  'GET /ok': 'everyone',
  'GET /error': 'everyone',
  'GET /get-session': 'everyone',
  'POST /get-session': 'nobody',
  'POST /sign-in/anonymous': 'everyone',
  'POST /sign-in/email': 'everyone',
  'POST /sign-up/email': 'everyone',
  'POST /sign-out': 'everyone',

  'GET /list-accounts': 'signed-in',
  'GET /list-sessions': 'signed-in',
  'POST /change-password': 'signed-in',
  'POST /delete-user': 'signed-in',
  'POST /revoke-other-sessions': 'signed-in',
  'POST /revoke-session': 'signed-in',
  'POST /revoke-sessions': 'signed-in',
  'POST /update-user': 'signed-in',
  'POST /verify-password': 'signed-in',

  'GET /account-info': 'nobody',
  'GET /callback/:id': 'nobody',
  'POST /callback/:id': 'nobody',
  'GET /delete-user/callback': 'nobody',
  'GET /reset-password/:token': 'nobody',
  'GET /verify-email': 'nobody',
  'POST /change-email': 'nobody',
  'POST /delete-anonymous-user': 'nobody',
  'POST /get-access-token': 'nobody',
  'POST /link-social': 'nobody',
  'POST /refresh-token': 'nobody',
  'POST /request-password-reset': 'nobody',
  'POST /reset-password': 'nobody',
  'POST /send-verification-email': 'nobody',
  'POST /sign-in/social': 'nobody',
  'POST /unlink-account': 'nobody',
  'POST /update-session': 'nobody',
};
