import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { anonymous } from 'better-auth/plugins';
import type { PrismaClient } from '#prisma/generated/client.ts';
import { moveWork } from '#prisma/user.ts';

export const minPasswordLength = 10;

export type Auth = ReturnType<typeof createAuth>;

/**
 * Accounts: email and password, anonymous first. Signing up or in takes the anonymous account's work along.
 * Roles are set by `whetstone user add` and by admins, never by who signs up.
 */
export function createAuth(
  db: PrismaClient,
  { secret, origin }: { secret: string; origin: string | undefined },
) {
  return betterAuth({
    appName: 'Whetstone',
    secret,
    ...(origin && { baseURL: origin }),
    database: prismaAdapter(db, { provider: 'postgresql' }),
    emailAndPassword: { enabled: true, minPasswordLength, maxPasswordLength: 200, autoSignIn: true },
    user: {
      additionalFields: { role: { type: 'string', input: false, defaultValue: 'learner' } },
      deleteUser: { enabled: true },
    },
    session: { expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/sign-up/email': { window: 60, max: 10 },
        '/sign-in/anonymous': { window: 60, max: 30 },
      },
    },
    plugins: [
      anonymous({
        emailDomainName: 'anonymous.invalid',
        onLinkAccount: async ({ anonymousUser, newUser }) =>
          moveWork(db, anonymousUser.user.id, newUser.user.id),
      }),
    ],
    telemetry: { enabled: false },
    // Without BETTER_AUTH_URL the origin is the request's own, which it would warn about at every start.
    logger: { level: 'error' },
  });
}
