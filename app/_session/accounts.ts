import { randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { insertToken } from '#prisma/api-token.ts';
import type { PrismaClient } from '#prisma/generated/client.ts';
import { findUserByEmail, type Role, setRole } from '#prisma/user.ts';
import { createAuth } from './auth.ts';

/** There is no such account, or there is one already. */
export class AccountError extends Error {
  readonly code = 'ACCOUNT';
}

/** Makes an account without the site running. Without a password one is made up and returned. */
export async function addUser(
  db: PrismaClient,
  account: { email: string; role: Role; password?: string; secret: string },
): Promise<{ id: string; password: string | null }> {
  const { email, role, secret } = account;
  if (await findUserByEmail(db, email))
    throw new AccountError(
      `${email}: there is an account already; its role is changed by: whetstone user role`,
    );
  const password = account.password ?? makePassword();
  const auth = createAuth(db, { secret, origin: 'http://localhost', secure: false });
  const { user } = await auth.api.signUpEmail({
    body: { email, password, name: email.split('@')[0] ?? email },
  });
  await setRole(db, user.id, role);
  // Signing up signed somebody in; nobody holds that cookie.
  await db.session.deleteMany({ where: { userId: user.id } });
  return { id: user.id, password: account.password === undefined ? password : null };
}

/** Gives an account that is there another role, in its open sessions too; tells the one it had. */
export async function changeRole(
  db: PrismaClient,
  { email, role }: { email: string; role: Role },
): Promise<string> {
  const user = await requireUser(db, email);
  await setRole(db, user.id, role);
  return user.role;
}

/**
 * Gives an account another password, made up, and ends its sessions: for who forgot theirs, since nothing here sends mail.
 * Its tokens and calendars stay.
 */
export async function resetPassword(db: PrismaClient, email: string): Promise<string> {
  const user = await requireUser(db, email);
  const password = makePassword();
  const hash = await hashPassword(password);
  await db.$transaction(async (tx) => {
    const own = { userId: user.id, providerId: 'credential' };
    const { count } = await tx.account.updateMany({ where: own, data: { password: hash } });
    if (count === 0) throw new AccountError(`${email}: this account is opened without a password`);
    await tx.session.deleteMany({ where: { userId: user.id } });
  });
  return password;
}

/** Makes an API token for an account. */
export async function createToken(
  db: PrismaClient,
  { email, name }: { email: string; name: string },
): Promise<string> {
  const user = await requireUser(db, email);
  const made = await insertToken(db, { userId: user.id, name });
  if (!made) throw new AccountError(`${email}: this account has as many tokens as it may; revoke one first`);
  return made.token;
}

function makePassword(): string {
  return randomBytes(12).toString('base64url');
}

async function requireUser(db: PrismaClient, email: string): Promise<{ id: string; role: string }> {
  const user = await findUserByEmail(db, email);
  if (!user) throw new AccountError(`${email}: there is no such account; make one by: whetstone user add`);
  return user;
}
