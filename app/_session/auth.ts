import { createHash } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { anonymous } from 'better-auth/plugins';
import type { PrismaClient } from '#prisma/generated/client.ts';
import { takeQuota } from '#prisma/rate-limit.ts';
import { absorbAnonymous } from '#prisma/user.ts';
import { addressHeader } from './client-address.ts';
import { maxNameLength, maxPasswordLength, minPasswordLength } from './credentials.ts';
import { siteLog } from './site-log.ts';

export type Auth = ReturnType<typeof createAuth>;

export type AuthOptions = {
  secret: string;
  /** The public address; without one each request's own. */
  origin: string | undefined;
  /** Whether browsers come by https: cookies are then sent over nothing else. */
  secure: boolean;
};

// Guessing one account's password from many addresses: ten minutes of it at a time, then a pause.
const guesses = { max: 20, windowMs: 600_000 };

/**
 * Accounts: email and password, anonymous first. Signing up or in takes the anonymous account's work along.
 * Roles are given by `whetstone user add` and `whetstone user role` alone; no request sets one.
 */
export function createAuth(db: PrismaClient, { secret, origin, secure }: AuthOptions) {
  const sensitive = { window: 60, max: 10 };
  return betterAuth({
    appName: 'Whetstone',
    secret,
    ...(origin && { baseURL: origin }),
    database: prismaAdapter(db, { provider: 'postgresql' }),
    emailAndPassword: { enabled: true, minPasswordLength, maxPasswordLength, autoSignIn: true },
    user: {
      additionalFields: {
        role: { type: 'string', input: false, defaultValue: 'learner' },
        banned: { type: 'boolean', input: false, defaultValue: false },
      },
      deleteUser: { enabled: true },
    },
    databaseHooks: {
      user: {
        create: { before: async (user) => ({ data: cleaned(user) }) },
        update: { before: async (user) => ({ data: cleaned(user) }) },
      },
    },
    hooks: {
      before: createAuthMiddleware(async (context) => {
        const { path, body } = context;
        if (path === '/sign-in/email') await limitGuesses(db, body?.email);
        // Who has no password is known by their session alone, as in all else.
        if (path === '/delete-user' && !body?.password) {
          const session = await getSessionFromCtx(context);
          if (session?.user['isAnonymous'] !== true)
            throw new APIError('BAD_REQUEST', { code: 'INVALID_PASSWORD' });
        }
      }),
    },
    // A session doesn't go stale: else the library would refuse, a day after signing in, to list sessions and to delete
    // who has no password. What matters asks for the password.
    session: { expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24, freshAge: 0 },
    rateLimit: {
      enabled: true,
      // The library's own store would remove whatever is older than its windows, so ours, too, after a minute.
      customStorage: {
        consume: async (key, { window, max }) => {
          const refused = await takeQuota(db, { key, max, windowMs: window * 1000 }, Date.now());
          return { allowed: !refused, retryAfter: refused && Math.ceil(refused.retryAfterMs / 1000) };
        },
      },
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/email': sensitive,
        '/sign-up/email': sensitive,
        '/change-password': sensitive,
        '/delete-user': sensitive,
        '/sign-in/anonymous': { window: 60, max: 30 },
      },
    },
    plugins: [
      anonymous({
        emailDomainName: 'anonymous.invalid',
        // Ours to delete, in the same transaction as its work moves.
        disableDeleteAnonymousUser: true,
        onLinkAccount: async ({ anonymousUser, newUser }) => {
          if (anonymousUser.user.id !== newUser.user.id)
            await absorbAnonymous(db, anonymousUser.user.id, newUser.user.id);
        },
      }),
    ],
    advanced: {
      useSecureCookies: secure,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      // The library's defaults leave these out where it is tested.
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    telemetry: { enabled: false },
    // What is refused is told to who asked; what broke goes on to the route, which tells us. The library itself would
    // print it whole on the console, with whatever the database quoted.
    onAPIError: { throw: true },
    logger: {
      // Without BETTER_AUTH_URL the origin is the request's own, which it would warn about at every start.
      level: 'error',
      log: (level, said, ...[cause]: unknown[]) => siteLog(level, 'accounts', { said, cause }),
    },
  });
}

async function limitGuesses(db: PrismaClient, claimedEmail: unknown): Promise<void> {
  const email = createHash('sha256').update(String(claimedEmail).toLowerCase()).digest('base64url');
  const refused = await takeQuota(db, { key: `sign-in:${email}`, ...guesses }, Date.now());
  if (!refused) return;
  const seconds = String(Math.ceil(refused.retryAfterMs / 1000));
  throw new APIError('TOO_MANY_REQUESTS', {}, { 'x-retry-after': seconds });
}

/** A name that fits a line; no picture, since the site shows none. */
function cleaned<T extends { name?: unknown; email?: unknown; image?: unknown }>(user: T): T {
  const { name, email } = user;
  if (typeof email === 'string' && email.includes('\0'))
    throw new APIError('BAD_REQUEST', { code: 'INVALID_EMAIL' });
  if (name === undefined) return { ...user, image: null };
  const line = typeof name === 'string' ? name.replace(/\p{Cc}+/gu, ' ').trim() : '';
  if (line === '' || line.length > maxNameLength) throw new APIError('BAD_REQUEST', { code: 'INVALID_NAME' });
  return { ...user, name: line, image: null };
}
